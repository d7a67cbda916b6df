/** GuestFileManager: the guest's files and directories, and the URLs by which bytes go in and out. */
import type { FileTransferInformation, GuestFileInfo, GuestListFileInfo } from '../../vim25/generated/index.ts';
import { invalidArgument } from '../../world/fault.ts';
import type { Facets } from '../../world/kind.ts';
import type { Call } from '../call.ts';
import type { MethodsOf } from '../managed-object.ts';
import { isWindows } from './awake.ts';
import { attributesOf, fileInfo, readAttributes } from './file-info.ts';
import {
  changeAttributes,
  deleteDirectory,
  deleteFile,
  fileFault,
  makeDirectory,
  makeTemporary,
  moveDirectory,
  moveFile,
  placeFor,
  standing,
} from './files.ts';
import { namePattern } from './name-pattern.ts';
import { givePass, type Transfer } from './pass.ts';
import { childrenOf } from './tree.ts';
import { GuestVisit } from './visit.ts';

const PAGE = 50;

/** Bytes that files sent to one guest may have together. */
const MOST_BYTES = 4 * 2 ** 30;

function bytesIn({ tree }: GuestVisit): number {
  return Object.values(tree).reduce((sum, { extent, size }) => (extent === undefined ? sum : sum + size), 0);
}

interface Listing {
  readonly index?: number | undefined;
  readonly maxResults?: number | undefined;
  readonly matchPattern?: string | undefined;
}

function list(
  visit: GuestVisit,
  given: string,
  { index = 0, maxResults = PAGE, matchPattern }: Listing,
): GuestListFileInfo {
  if (index < 0) throw invalidArgument('index');
  if (maxResults < 0) throw invalidArgument('maxResults');
  const matches = namePattern(matchPattern);
  const all = entries(visit, given).filter(({ path }) => matches(path));
  const files = all.slice(index, index + maxResults);
  return { _typeName: 'GuestListFileInfo', files, remaining: Math.max(0, all.length - index - files.length) };
}

/** A file is listed under its path; a directory as itself, the one above, and what stands in it, by name. */
function entries(visit: GuestVisit, given: string): GuestFileInfo[] {
  const node = standing(visit, given);
  const windows = isWindows(visit.machine);
  if (node.type !== 'directory') return [fileInfo(node, given, windows)];
  const parent = visit.at(visit.style.parent(node.path)) ?? node;
  const within = childrenOf(visit.tree, visit.style, node.path);
  return [
    fileInfo(node, '.', windows),
    fileInfo(parent, '..', windows),
    ...within.map((child) => fileInfo(child, visit.style.name(child.path), windows)),
  ];
}

/** Where a client of this call sends bytes to, or gets them from. */
function transferUrl({ call, vm, login }: GuestVisit, transfer: Transfer): string {
  const holder = { boot: vm.state.power.bootTime, user: login.name, caller: call.user };
  const pass = call.turn(() => givePass(call.site, vm as never, holder, transfer));
  const { scheme, address } = call.arrival;
  const number = pass.id.slice(pass.id.lastIndexOf('-') + 1);
  return `${scheme}://${address}/guestFile?id=${number}&token=${pass.state.holder.secret}`;
}

function download(visit: GuestVisit, given: string): FileTransferInformation {
  const node = standing(visit, given);
  if (node.type !== 'file') throw fileFault('NotAFile', given);
  const url = transferUrl(visit, { way: 'out', path: node.path });
  const attributes = attributesOf(node, isWindows(visit.machine));
  return { _typeName: 'FileTransferInformation', attributes, size: node.size, url };
}

function upload(visit: GuestVisit, given: string, transfer: Omit<Transfer & { way: 'in' }, 'path' | 'way'>): string {
  if (transfer.size < 0) throw invalidArgument('fileSize');
  const path = placeFor(visit, given);
  const there = visit.at(path);
  if (there?.type === 'directory') throw fileFault('NotAFile', given);
  if (there && !transfer.overwrite) throw fileFault('FileAlreadyExists', given);
  if (bytesIn(visit) + transfer.size > MOST_BYTES) throw fileFault('CannotAccessFile', given);
  return transferUrl(visit, { way: 'in', path, ...transfer });
}

const enter = (call: Call, { vm, auth }: { readonly vm: never; readonly auth: object }) =>
  new GuestVisit(call, vm, auth);

export const fileMethods: MethodsOf<'GuestFileManager', Facets> = {
  MakeDirectoryInGuest: (call, _self, args) =>
    makeDirectory(enter(call, args as never), args.directoryPath, args.createParentDirectories),
  DeleteFileInGuest: (call, _self, args) => deleteFile(enter(call, args as never), args.filePath),
  DeleteDirectoryInGuest: (call, _self, args) =>
    deleteDirectory(enter(call, args as never), args.directoryPath, args.recursive),
  MoveDirectoryInGuest: (call, _self, args) =>
    moveDirectory(enter(call, args as never), args.srcDirectoryPath, args.dstDirectoryPath),
  MoveFileInGuest: (call, _self, args) =>
    moveFile(enter(call, args as never), args.srcFilePath, args.dstFilePath, args.overwrite),
  CreateTemporaryFileInGuest: (call, _self, args) =>
    makeTemporary(enter(call, args as never), { ...args, directory: args.directoryPath }, 'file'),
  CreateTemporaryDirectoryInGuest: (call, _self, args) =>
    makeTemporary(enter(call, args as never), { ...args, directory: args.directoryPath }, 'directory'),
  ListFilesInGuest: (call, _self, args) => list(enter(call, args as never), args.filePath, args),
  ChangeFileAttributesInGuest(call, _self, args) {
    const visit = enter(call, args as never);
    const said = readAttributes(args.fileAttributes, isWindows(visit.machine), 'fileAttributes');
    changeAttributes(visit, args.guestFilePath, said);
  },
  InitiateFileTransferFromGuest: (call, _self, args) => download(enter(call, args as never), args.guestFilePath),
  InitiateFileTransferToGuest(call, _self, args) {
    const visit = enter(call, args as never);
    const attributes = readAttributes(args.fileAttributes, isWindows(visit.machine), 'fileAttributes');
    const { fileSize: size, overwrite } = args;
    return upload(visit, args.guestFilePath, { size, overwrite, attributes });
  },
};
