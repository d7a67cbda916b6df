/** What vCenter says in English for a fault; clients show these texts and some match on them. */
import { isRef } from '../vim25/value.ts';

type Say = (p: Record<string, unknown>) => string;

const MESSAGES: Record<string, Say> = {
  AlreadyExists: (p) => `The specified key, name, or identifier '${p['name'] ?? ''}' already exists.`,
  AuthMinimumAdminPermission: () => 'There must be at least one full administrator permission.',
  CannotDeleteFile: (p) => `Cannot delete file ${p['file'] ?? ''}`,
  ConcurrentAccess: () => 'The object or item referred to has been modified by another operation.',
  DuplicateName: (p) => `The name '${p['name'] ?? ''}' already exists.`,
  FileAlreadyExists: (p) =>
    `Cannot complete the operation because the file or folder ${p['file'] ?? ''} already exists`,
  FileFault: (p) => `Error caused by file ${p['file'] ?? ''}`,
  FileLocked: (p) => `Unable to access file ${p['file'] ?? ''} since it is locked`,
  FileNotFound: (p) => `File ${p['file'] ?? ''} was not found`,
  InsufficientMemoryResourcesFault: () =>
    'Insufficient memory resources to satisfy the configured failover level or reservation.',
  InsufficientCpuResourcesFault: () =>
    'The available CPU resources in the parent resource pool are insufficient for the operation.',
  InvalidArgument: (p) => `A specified parameter was not correct: ${p['invalidProperty'] ?? ''}`,
  InvalidCollectorVersion: () => 'The collector version is not valid.',
  InvalidDatastore: () => 'The datastore is not valid.',
  InvalidDatastorePath: (p) => `Invalid datastore path '${p['datastorePath'] ?? ''}'.`,
  InvalidFolder: (p) => `The operation is not supported on the folder '${refText(p['target'])}'.`,
  InvalidLocale: () => 'The locale is not supported.',
  InvalidLogin: () => 'Cannot complete login due to an incorrect user name or password.',
  InvalidName: (p) => `The name '${p['name'] ?? ''}' is not valid.`,
  InvalidPowerState: (p) =>
    `The attempted operation cannot be performed in the current state (${stateText(p['existingState'])}).`,
  InvalidProperty: () => 'InvalidProperty',
  InvalidState: () => 'The operation is not allowed in the current state.',
  InvalidType: () => 'The type of an argument is not valid.',
  ManagedObjectNotFound: (p) =>
    `The object '${typed(p['obj'])}' has already been deleted or has not been completely created`,
  MethodNotFound: (p) => `The method '${p['method'] ?? ''}' was not found.`,
  NoCompatibleHost: () => 'No host is compatible with the virtual machine.',
  NoDiskSpace: (p) => `Insufficient disk space on datastore '${p['datastore'] ?? ''}'.`,
  NoPermission: () => 'Permission to perform this operation was denied.',
  NotAuthenticated: () => 'The session is not authenticated.',
  NotEmpty: () => 'The object is not empty.',
  NotEnoughLogicalCpus: () => 'The virtual machine requires more logical CPUs than the host has.',
  NotFound: () => 'The object or item referred to could not be found.',
  NotSupported: () => 'The operation is not supported on the object.',
  RequestCanceled: () => 'The task was canceled by a user.',
  ResourceInUse: (p) => `The resource '${p['name'] ?? ''}' is in use.`,
  SystemError: (p) => `A general system error occurred: ${p['reason'] ?? ''}`,
  TaskInProgress: () =>
    'The operation cannot be allowed at the current time because a task is in progress on the object.',
  UnsupportedGuest: (p) => `The guest operating system '${p['unsupportedGuestOS'] ?? ''}' is not supported.`,
};

/** The text for a fault; for a type without one of its own, its name in words. */
export function faultMessage(type: string, properties: Record<string, unknown>): string {
  const say = Object.hasOwn(MESSAGES, type) ? MESSAGES[type] : undefined;
  return say ? say(properties) : `${words(type)}.`;
}

function words(type: string): string {
  const text = type.replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function stateText(state: unknown): string {
  return words(String(state ?? ''));
}

function refText(v: unknown): string {
  return isRef(v) ? v.value : '';
}

function typed(v: unknown): string {
  return isRef(v) ? `vim.${v.type}:${v.value}` : '';
}
