/** Files and directories of a guest, as its users change them. Faults name the path as it was given. */
import { VimFault } from '../../world/fault.ts';
import type { GuestNode, GuestTree } from './system.ts';
import { childrenOf, MOST_FILES, moved, newDirectory, nodeAt, withDirectories, withNode, without } from './tree.ts';
import { mayRead, mayWrite } from './users.ts';
import type { GuestVisit } from './visit.ts';

export function fileFault(type: string, file: string): VimFault {
  return new VimFault(type, { file });
}

/** What stands at a path. Throws FileNotFound, GuestPermissionDenied. */
export function standing(visit: GuestVisit, given: string): GuestNode {
  const node = visit.at(visit.style.normal(given));
  if (!node) throw fileFault('FileNotFound', given);
  if (!mayRead(visit.login, node)) throw new VimFault('GuestPermissionDenied');
  return node;
}

/** A path where something may be put. Throws FileNotFound without its directory, GuestPermissionDenied. */
export function placeFor(visit: GuestVisit, given: string): string {
  const path = visit.style.normal(given);
  const parent = path === undefined ? undefined : visit.style.parent(path);
  const directory = visit.at(parent);
  if (path === undefined || directory?.type !== 'directory') throw fileFault('FileNotFound', given);
  guardWrite(visit, directory);
  if (Object.keys(visit.tree).length >= MOST_FILES) throw fileFault('CannotAccessFile', given);
  return path;
}

function guardWrite(visit: GuestVisit, node: GuestNode | undefined): void {
  if (node && !mayWrite(visit.login, node)) throw new VimFault('GuestPermissionDenied');
}

/** Whoever takes something away writes to its directory. */
function guardTake(visit: GuestVisit, node: GuestNode, given: string): void {
  const parent = visit.style.parent(node.path);
  if (parent === undefined) throw fileFault('CannotAccessFile', given);
  guardWrite(visit, visit.at(parent));
}

export function makeDirectory(visit: GuestVisit, given: string, withParents: boolean): void {
  const path = visit.style.normal(given);
  if (path === undefined) throw fileFault('FileNotFound', given);
  if (visit.at(path)) throw fileFault('FileAlreadyExists', given);
  const made = { modified: visit.now, owner: visit.login.id };
  if (!withParents) {
    placeFor(visit, given);
    visit.change({ files: withNode(visit.tree, visit.style, newDirectory(path, made)) });
    return;
  }
  guardWrite(visit, nearest(visit, path));
  if (Object.keys(visit.tree).length >= MOST_FILES) throw fileFault('CannotAccessFile', given);
  const files = withDirectories(visit.tree, visit.style, path, made);
  if (!files) throw fileFault('NotADirectory', given);
  visit.change({ files });
}

function nearest(visit: GuestVisit, path: string): GuestNode | undefined {
  const parent = visit.style.parent(path);
  return visit.at(path) ?? (parent === undefined ? undefined : nearest(visit, parent));
}

export function deleteFile(visit: GuestVisit, given: string): void {
  const node = standing(visit, given);
  if (node.type === 'directory') throw fileFault('NotAFile', given);
  guardTake(visit, node, given);
  visit.change({ files: without(visit.tree, visit.style, node.path) });
}

export function deleteDirectory(visit: GuestVisit, given: string, recursive: boolean): void {
  const node = standing(visit, given);
  if (node.type !== 'directory') throw fileFault('NotADirectory', given);
  guardTake(visit, node, given);
  if (!recursive && childrenOf(visit.tree, visit.style, node.path).length > 0)
    throw fileFault('DirectoryNotEmpty', given);
  visit.change({ files: without(visit.tree, visit.style, node.path) });
}

export function moveFile(visit: GuestVisit, from: string, to: string, overwrite: boolean): void {
  const node = standing(visit, from);
  if (node.type === 'directory') throw fileFault('NotAFile', from);
  guardTake(visit, node, from);
  const path = placeFor(visit, to);
  const there = visit.at(path);
  if (there?.type === 'directory') throw fileFault('NotAFile', to);
  if (there && !overwrite) throw fileFault('FileAlreadyExists', to);
  visit.change({ files: moved(visit.tree, visit.style, node.path, path) });
}

export function moveDirectory(visit: GuestVisit, from: string, to: string): void {
  const node = standing(visit, from);
  if (node.type !== 'directory') throw fileFault('NotADirectory', from);
  guardTake(visit, node, from);
  const path = placeFor(visit, to);
  if (visit.at(path)) throw fileFault('FileAlreadyExists', to);
  // A directory cannot be moved into itself.
  if (path.startsWith(node.path)) {
    const files = moved(visit.tree, visit.style, node.path, path);
    if (!nodeAt(files, visit.style, visit.style.parent(path))) throw fileFault('CannotAccessFile', to);
  }
  visit.change({ files: moved(visit.tree, visit.style, node.path, path) });
}

export function changeAttributes(visit: GuestVisit, given: string, attributes: Partial<GuestNode>): void {
  const node = standing(visit, given);
  if (!visit.login.admin && node.owner !== visit.login.id) throw new VimFault('GuestPermissionDenied');
  visit.change({ files: withNode(visit.tree, visit.style, { ...node, ...attributes }) });
}

/** A name that nothing has, between what was asked for; empty. */
export function makeTemporary(
  visit: GuestVisit,
  { prefix, suffix, directory }: { prefix: string; suffix: string; directory: string | undefined },
  type: 'file' | 'directory',
): string {
  const { style, vm, now, login } = visit;
  const within = directory || temporaryDirectory(visit);
  const above = visit.at(style.normal(within));
  if (above?.type !== 'directory') throw fileFault('FileNotFound', within);
  guardWrite(visit, above);
  let number = visit.machine.guestSystem?.temporary ?? 0;
  let path: string;
  do {
    number++;
    const letters = visit.call.site.ids.uuid(`guest/temporary/${vm.id}/${number}`).slice(0, 8);
    path = style.join(above.path, `${prefix}${letters}${suffix}`);
  } while (visit.at(path));
  const made = { modified: now, owner: login.id };
  const empty: GuestNode = { ...newDirectory(path, made), type: 'file', size: 0, text: '', permissions: 0o600 };
  const node = type === 'file' ? empty : { ...newDirectory(path, made), permissions: 0o700 };
  const files: GuestTree = withNode(visit.tree, style, node);
  visit.change({ files, temporary: number });
  return path;
}

function temporaryDirectory(visit: GuestVisit): string {
  return visit.at('C:\\Windows\\Temp') ? 'C:\\Windows\\Temp' : '/tmp';
}
