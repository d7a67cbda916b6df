/** The files of a guest as a value: looked up, put, moved and removed; every change is a new tree. */
import type { Machine } from '../machine/machine.ts';
import { isWindows } from './awake.ts';
import { POSIX_FILES, WINDOWS_FILES } from './base-files.ts';
import { type PathStyle, posix, windows } from './path.ts';
import type { GuestNode, GuestTree, GuestWrite } from './system.ts';

/** Files and directories one guest may have, those it came with among them. */
export const MOST_FILES = 10_000;
/** Characters that programs may write into one file. */
const LONGEST_TEXT = 16 * 2 ** 20;

type Kept = Pick<Machine, 'config' | 'guestSystem'>;

export function styleOf(m: Kept): PathStyle {
  return isWindows(m) ? windows : posix;
}

export function treeOf(m: Kept): GuestTree {
  return m.guestSystem?.files ?? (isWindows(m) ? WINDOWS_FILES : POSIX_FILES);
}

export function nodeAt(tree: GuestTree, style: PathStyle, path: string | undefined): GuestNode | undefined {
  const key = path === undefined ? '' : style.key(path);
  return Object.hasOwn(tree, key) ? tree[key] : undefined;
}

/** What stands in a directory, in order of name. */
export function childrenOf(tree: GuestTree, style: PathStyle, directory: string): GuestNode[] {
  const key = style.key(directory);
  const within = Object.values(tree).filter(({ path }) => {
    const parent = style.parent(path);
    return parent !== undefined && style.key(parent) === key;
  });
  return within.sort((a, b) => (a.path < b.path ? -1 : 1));
}

export function withNode(tree: GuestTree, style: PathStyle, node: GuestNode): GuestTree {
  return Object.freeze({ ...tree, [style.key(node.path)]: Object.freeze(node) });
}

/** Without what stands at a path and below it. */
export function without(tree: GuestTree, style: PathStyle, path: string): GuestTree {
  const key = style.key(path);
  return Object.freeze(Object.fromEntries(Object.entries(tree).filter(([k]) => k !== key && !isBelow(k, key))));
}

/** What stands at a path, with everything below it, at another; what stood there is gone. */
export function moved(tree: GuestTree, style: PathStyle, from: string, to: string): GuestTree {
  const key = style.key(from);
  const going = Object.entries(tree).filter(([k]) => k === key || isBelow(k, key));
  const rest = without(without(tree, style, from), style, to);
  const come = going.map(([, node]) => {
    const path = to + node.path.slice(from.length);
    return [style.key(path), Object.freeze({ ...node, path })] as const;
  });
  return Object.freeze({ ...rest, ...Object.fromEntries(come) });
}

function isBelow(key: string, directory: string): boolean {
  const start = /[\\/]$/.test(directory) ? directory : `${directory}${directory.includes('\\') ? '\\' : '/'}`;
  return key.startsWith(start);
}

/** The directory of that path and those above it, as far as they are missing. Undefined when a file stands in the way. */
export function withDirectories(
  tree: GuestTree,
  style: PathStyle,
  path: string,
  made: Pick<GuestNode, 'modified' | 'owner'>,
): GuestTree | undefined {
  const there = nodeAt(tree, style, path);
  if (there) return there.type === 'directory' ? tree : undefined;
  const parent = style.parent(path);
  const above = parent === undefined ? tree : withDirectories(tree, style, parent, made);
  return above && withNode(above, style, newDirectory(path, made));
}

export function newDirectory(path: string, { modified, owner }: Pick<GuestNode, 'modified' | 'owner'>): GuestNode {
  return { path, type: 'directory', size: 4_096, modified, created: modified, owner, group: owner, permissions: 0o755 };
}

/** A text that a program or a scenario writes, its directories with it. */
export function writeText(m: Kept, tree: GuestTree, write: GuestWrite, now: number): GuestTree {
  const style = styleOf(m);
  const path = style.normal(write.path);
  const parent = path === undefined ? undefined : style.parent(path);
  if (path === undefined || parent === undefined) return tree;
  const made = { modified: now, owner: write.owner };
  const ready = withDirectories(tree, style, parent, made);
  const old = nodeAt(tree, style, path);
  if (!ready || old?.type === 'directory' || Object.keys(tree).length >= MOST_FILES) return tree;
  const text = (write.append ? `${old?.text ?? ''}${write.text}` : write.text).slice(0, LONGEST_TEXT);
  const { extent: _extent, ...kept } = old ?? {
    path,
    type: 'file' as const,
    created: now,
    owner: write.owner,
    group: write.owner,
    permissions: 0o644,
    extent: undefined,
  };
  return withNode(ready, style, { ...kept, text, size: Buffer.byteLength(text), modified: now });
}
