/** What vCenter says in English for a fault; clients show these texts and some match on them. */
import { isRef } from '../vim25/value.ts';

type Say = (p: Record<string, unknown>) => string;

const MESSAGES: Record<string, Say> = {
  ActiveVMsBlockingEVC: () =>
    'The EVC mode cannot be changed while virtual machines run that use more processor features than it has.',
  AlreadyConnected: (p) => `The specified host '${p['name'] ?? ''}' is already managed by this vCenter Server.`,
  AlreadyExists: (p) => `The specified key, name, or identifier '${p['name'] ?? ''}' already exists.`,
  ApplicationQuiesceFault: () =>
    'An error occurred while quiescing the virtual machine. See the events of the virtual machine for details.',
  AuthMinimumAdminPermission: () => 'There must be at least one full administrator permission.',
  CannotAccessNetwork: (p) => `${p['device'] ?? ''} uses the network '${p['backing'] ?? ''}', which is not accessible.`,
  CannotAccessVmConfig: () => 'The configuration of the virtual machine is not accessible.',
  CannotAccessVmDevice: (p) => `${p['device'] ?? ''} uses '${p['backing'] ?? ''}', which is not accessible.`,
  CannotAccessVmDisk: (p) => `${p['device'] ?? ''} uses '${p['backing'] ?? ''}', which is not accessible.`,
  CannotDeleteFile: (p) => `Cannot delete file ${p['file'] ?? ''}`,
  CannotDecryptPasswords: () =>
    'Passwords cannot be decrypted as the public key of this server is not the one they were encrypted with.',
  ConcurrentAccess: () => 'The object or item referred to has been modified by another operation.',
  CpuHotPlugNotSupported: () => 'CPU hot plug is not supported for this virtual machine.',
  CustomizationFault: () => 'Cannot complete customization.',
  CustomizationPending: () => 'Guest Customization is already pending.',
  DatastoreNotWritableOnHost: (p) => `The datastore '${p['name'] ?? ''}' cannot be written to on the host.`,
  DasConfigFault: () => 'The vSphere HA agent on the host could not be configured.',
  DeviceHotPlugNotSupported: () => 'Hot plug of the device is not supported for this virtual machine.',
  DeviceUnsupportedForVmVersion: (p) =>
    `The device is not supported by hardware version '${p['currentVersion'] ?? ''}' of the virtual machine; '${p['expectedVersion'] ?? ''}' is needed.`,
  DisallowedMigrationDeviceAttached: () => 'A device of the virtual machine keeps it from being migrated.',
  DrsDisabledOnVm: () => 'DRS is disabled for the virtual machine.',
  DuplicateName: (p) => `The name '${p['name'] ?? ''}' already exists.`,
  EVCAdmissionFailedCPUFeaturesForMode: () =>
    'The host cannot be admitted to the cluster: its processors lack features that the EVC mode of the cluster needs.',
  EVCModeIllegalByVendor: (p) =>
    `The EVC mode is for processors of ${p['modeCPUVendor'] ?? ''}, and the hosts of the cluster have those of ${p['clusterCPUVendor'] ?? ''}.`,
  EVCModeUnsupportedByHosts: (p) =>
    `The EVC mode '${p['evcMode'] ?? ''}' is not supported by all hosts of the cluster.`,
  FaultToleranceAntiAffinityViolated: (p) =>
    `The other virtual machine of the fault tolerant pair is on the host '${p['hostName'] ?? ''}'.`,
  FaultToleranceCannotEditMem: (p) =>
    `The memory of the virtual machine '${p['vmName'] ?? ''}' cannot be changed while Fault Tolerance is turned on.`,
  FaultToleranceVmNotDasProtected: (p) => `vSphere HA does not protect the virtual machine '${p['vmName'] ?? ''}'.`,
  FeatureRequirementsNotMet: () => 'The host does not have processor features that the virtual machine uses.',
  FileAlreadyExists: (p) =>
    `Cannot complete the operation because the file or folder ${p['file'] ?? ''} already exists`,
  FileFault: (p) => `Error caused by file ${p['file'] ?? ''}`,
  FileLocked: (p) => `Unable to access file ${p['file'] ?? ''} since it is locked`,
  FileNotFound: (p) => `File ${p['file'] ?? ''} was not found`,
  FilesystemQuiesceFault: () =>
    'An error occurred while saving the snapshot: the guest did not hold its file systems still in time.',
  GuestOperationsUnavailable: () => 'The guest operations agent could not be contacted.',
  GuestPermissionDenied: () =>
    'The user does not have permission to perform the requested operation in the guest operating system.',
  GuestProcessNotFound: (p) => `The process ${p['pid'] ?? ''} was not found in the guest operating system.`,
  HostNotConnected: () => 'Unable to communicate with the remote host, since it is disconnected.',
  HostNotReachable: () => 'Unable to communicate with the remote host, since it is not reachable.',
  InsufficientFailoverResourcesFault: () =>
    'Insufficient resources to satisfy configured failover level for vSphere HA.',
  InsufficientMemoryResourcesFault: () =>
    'Insufficient memory resources to satisfy the configured failover level or reservation.',
  InsufficientCpuResourcesFault: () =>
    'The available CPU resources in the parent resource pool are insufficient for the operation.',
  InaccessibleDatastore: (p) => `Unable to access the datastore '${p['name'] ?? ''}'.`,
  InvalidArgument: (p) => `A specified parameter was not correct: ${p['invalidProperty'] ?? ''}`,
  InvalidCollectorVersion: () => 'The collector version is not valid.',
  InvalidController: (p) =>
    `The device '${p['deviceIndex'] ?? ''}' is referring to a nonexisting controller '${p['controllerKey'] ?? ''}'.`,
  InvalidDatastore: () => 'The datastore is not valid.',
  InvalidDatastorePath: (p) => `Invalid datastore path '${p['datastorePath'] ?? ''}'.`,
  InvalidDiskFormat: () => 'The format of the virtual disk is not valid.',
  InvalidDeviceBacking: (p) => `Incompatible device backing specified for device '${p['deviceIndex'] ?? ''}'.`,
  InvalidDeviceOperation: (p) => `Invalid operation for device '${p['deviceIndex'] ?? ''}'.`,
  InvalidDeviceSpec: (p) => `Invalid configuration for device '${p['deviceIndex'] ?? ''}'.`,
  InvalidFolder: (p) => `The operation is not supported on the folder '${refText(p['target'])}'.`,
  InvalidGuestLogin: () => 'Failed to authenticate with the guest operating system using the supplied credentials.',
  InvalidHostConnectionState: () => 'The operation is not allowed in the connection state of the host.',
  InvalidHostState: () => 'The operation is not allowed in the current state of the host.',
  InvalidIpmiMacAddress: (p) =>
    `The MAC address '${p['userProvidedMacAddress'] ?? ''}' of the management controller is not valid.`,
  InvalidLocale: () => 'The locale is not supported.',
  InvalidLogin: () => 'Cannot complete login due to an incorrect user name or password.',
  InvalidName: (p) => `The name '${p['name'] ?? ''}' is not valid.`,
  InvalidOperationOnSecondaryVm: () =>
    'The operation is not supported on the secondary virtual machine of a fault tolerant pair.',
  InvalidPowerState: (p) =>
    `The attempted operation cannot be performed in the current state (${stateText(p['existingState'])}).`,
  InvalidProperty: () => 'InvalidProperty',
  InvalidPropertyType: (p) => `The type '${p['type'] ?? ''}' of the property '${p['id'] ?? ''}' is not valid.`,
  InvalidPropertyValue: (p) =>
    `The property '${p['id'] ?? ''}' has an invalid value for its type '${p['type'] ?? ''}'.`,
  InvalidState: () => 'The operation is not allowed in the current state.',
  InvalidVmConfig: () => 'Invalid virtual machine configuration.',
  InvalidType: () => 'The type of an argument is not valid.',
  ManagedObjectNotFound: (p) =>
    `The object '${typed(p['obj'])}' has already been deleted or has not been completely created`,
  MemoryHotPlugNotSupported: () => 'Memory hot plug is not supported for this virtual machine.',
  MethodNotFound: (p) => `The method '${p['method'] ?? ''}' was not found.`,
  MissingController: (p) => `The device '${p['deviceIndex'] ?? ''}' requires a controller.`,
  MissingNetworkIpConfig: (p) => `The network that the property '${p['id'] ?? ''}' refers to has no IP configuration.`,
  MissingPowerOffConfiguration: () => 'The vApp has no virtual machine or vApp that is configured to stop with it.',
  MissingPowerOnConfiguration: () => 'The vApp has no virtual machine or vApp that is configured to start with it.',
  NoCompatibleHost: () => 'No host is compatible with the virtual machine.',
  NoDiskSpace: (p) => `Insufficient disk space on datastore '${p['datastore'] ?? ''}'.`,
  NicSettingMismatch: (p) =>
    `The number of network adapter settings in the customization specification (${p['numberOfNicsInSpec']}) does not match the number of network adapters present in the virtual machine (${p['numberOfNicsInVM']}).`,
  NoHost: (p) => `Cannot contact the specified host (${p['name'] ?? ''}): it is not known, or it does not respond.`,
  NoPermission: () => 'Permission to perform this operation was denied.',
  NoVmInVApp: () => 'The vApp does not contain any virtual machines.',
  NotAuthenticated: () => 'The session is not authenticated.',
  NotAFile: (p) => `File ${p['file'] ?? ''} is not a file.`,
  NotADirectory: (p) => `File ${p['file'] ?? ''} is not a directory.`,
  NoHostSuitableForFtSecondary: (p) => `No host can run the secondary of the virtual machine '${p['vmName'] ?? ''}'.`,
  NotEmpty: () => 'The object is not empty.',
  NotEnoughLogicalCpus: () => 'The virtual machine requires more logical CPUs than the host has.',
  NotUserConfigurableProperty: (p) => `The property '${p['id'] ?? ''}' is not user configurable.`,
  NotFound: () => 'The object or item referred to could not be found.',
  NotSupported: () => 'The operation is not supported on the object.',
  OperationNotSupportedByGuest: () => 'The operation is not supported by the guest operating system.',
  RequestCanceled: () => 'The task was canceled by a user.',
  ResourceInUse: (p) => `The resource '${p['name'] ?? ''}' is in use.`,
  RuleViolation: (p) => `The rule '${(p['rule'] as { name?: string } | undefined)?.name ?? ''}' would be broken.`,
  SSLVerifyFault: () => "Authenticity of the host's SSL certificate is not verified.",
  SharedBusControllerNotSupported: (p) => `'${p['device'] ?? ''}' is a controller that shares its bus.`,
  SnapshotIncompatibleDeviceInVm: () => 'A device of the virtual machine keeps a snapshot from being taken.',
  SystemError: (p) => `A general system error occurred: ${p['reason'] ?? ''}`,
  TaskInProgress: () =>
    'The operation cannot be allowed at the current time because a task is in progress on the object.',
  Timedout: () => 'Operation timed out.',
  TooManyHosts: () => 'The cluster cannot have any more hosts.',
  TooManySnapshotLevels: () => 'The snapshots are stacked as deep as they may be.',
  ToolsUnavailable: () => 'Cannot complete operation because VMware Tools is not running in this virtual machine.',
  UncustomizableGuest: (p) =>
    `Customization of the guest operating system '${p['uncustomizableGuestOS'] ?? ''}' is not supported in this configuration.`,
  UnsupportedGuest: (p) => `The guest operating system '${p['unsupportedGuestOS'] ?? ''}' is not supported.`,
  VAppOperationInProgress: () => 'The operation is not allowed while an operation on the vApp is in progress.',
  VAppTaskInProgress: () =>
    'The operation is not allowed while an operation on the vApp that contains it is in progress.',
  VmHostAffinityRuleViolation: (p) =>
    `The virtual machine '${p['vmName'] ?? ''}' on the host '${p['hostName'] ?? ''}' would break a rule between virtual machines and hosts.`,
  VMotionNotConfigured: (p) => `vMotion is not set up on the host '${p['failedHost'] ?? ''}'.`,
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
