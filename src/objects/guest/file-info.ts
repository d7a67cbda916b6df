/** Files as the API shows them, and attributes as a client sets them. */
import { formatTime, parseTime } from '../../kernel/time.ts';
import type { GuestFileAttributes, GuestFileInfo } from '../../vim25/generated/index.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { GuestNode } from './system.ts';

export function attributesOf(node: GuestNode, windows: boolean): GuestFileAttributes {
  const times = {
    modificationTime: formatTime(node.modified),
    accessTime: formatTime(node.accessed ?? node.modified),
    ...(node.type === 'symlink' || !windows ? { symlinkTarget: node.target ?? '' } : {}),
  };
  if (windows) {
    return {
      _typeName: 'GuestWindowsFileAttributes',
      ...times,
      hidden: node.hidden ?? false,
      readOnly: node.readOnly ?? false,
      createTime: formatTime(node.created ?? node.modified),
    } as GuestFileAttributes;
  }
  return {
    _typeName: 'GuestPosixFileAttributes',
    ...times,
    ownerId: node.owner,
    groupId: node.group,
    permissions: node.permissions,
  } as GuestFileAttributes;
}

export function fileInfo(node: GuestNode, path: string, windows: boolean): GuestFileInfo {
  return {
    _typeName: 'GuestFileInfo',
    path,
    type: node.type,
    size: node.size,
    attributes: attributesOf(node, windows),
  };
}

/**
 * What attributes say of a file. Throws OperationNotSupportedByGuest for those of the other family of guests, and
 * InvalidArgument naming one that cannot be.
 */
export function readAttributes(given: GuestFileAttributes, windows: boolean, path: string): Partial<GuestNode> {
  const said = given as Readonly<Record<string, unknown>>;
  const other = windows ? 'GuestPosixFileAttributes' : 'GuestWindowsFileAttributes';
  if (said['_typeName'] === other) throw new VimFault('OperationNotSupportedByGuest');
  const time = (name: string): number | undefined =>
    said[name] === undefined ? undefined : parseTime(String(said[name]));
  const permissions = said['permissions'] as number | undefined;
  if (permissions !== undefined && (permissions < 0 || permissions > 0o7777)) {
    throw invalidArgument(`${path}.permissions`);
  }
  const all: { readonly [K in keyof GuestNode]?: GuestNode[K] | undefined } = {
    modified: time('modificationTime'),
    accessed: time('accessTime'),
    created: time('createTime'),
    owner: said['ownerId'] as number | undefined,
    group: said['groupId'] as number | undefined,
    permissions: permissions === 0 ? undefined : permissions,
    hidden: said['hidden'] as boolean | undefined,
    readOnly: said['readOnly'] as boolean | undefined,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
