/** A datacenter that a scenario describes, while it is being built. */

import type { Datacenter } from '../objects/inventory/datacenter.ts';
import { createFolder, type FolderRole } from '../objects/inventory/folder.ts';
import { childNamed } from '../objects/inventory/managed-entity.ts';
import type { Site } from '../objects/site.ts';
import type { Cell } from '../world/cell.ts';
import type { Path } from './scenario-error.ts';

/** Makes the error about the word at a path of the scenario's world. */
export type Fail = (path: Path, message: string) => Error;

/** A standard network, and which hosts have it. */
export interface StandardNetwork {
  readonly id: string;
  readonly name: string;
  readonly vlan: number;
  readonly hosts: string;
}

export interface TreeGround {
  readonly site: Site;
  readonly datacenter: Cell<Datacenter>;
  readonly number: number;
  /** Where it stands in the inventory: `/Europe/DC0`. */
  readonly inventoryPath: string;
  /** Where it stands in the scenario. */
  readonly path: Path;
  /** Names of hosts of which only the number is said. */
  readonly hostName: string | undefined;
  readonly networks: StandardNetwork[];
  fail(path: Path, message: string): Error;
}

const TOPS = { v: 'vm', h: 'host', s: 'datastore', n: 'network' } as const;

/** The folder at a path below one of the datacenter's own; it and those above it are made if they are not there. */
export function folderFor(ground: TreeGround, role: keyof typeof TOPS, path: string | undefined, word: Path): string {
  const top = ground.datacenter.state.folders[TOPS[role]];
  return path === undefined ? top : foldersBelow(ground.site, role, top, path, (why) => ground.fail(word, why));
}

/** Id of the last folder of a path; those that are missing are made. */
export function foldersBelow(
  site: Site,
  role: FolderRole,
  top: string,
  path: string,
  fail: (why: string) => Error,
): string {
  let at = site.world.find(top)!;
  for (const name of path.split('/').filter((part) => part !== '')) {
    const there = childNamed(at, name);
    if (there && !there.is('Folder')) throw fail(`'${name}' is no folder`);
    at = there ?? (createFolder(site, role, name, at.id) as unknown as Cell);
  }
  return at.id;
}

/** Throws when something of that name stands in the folder already. */
export function guardName({ site, fail }: TreeGround, folder: string, name: string, word: Path): void {
  if (childNamed(site.world.find(folder)!, name)) throw fail(word, `there is a '${name}' already`);
}
