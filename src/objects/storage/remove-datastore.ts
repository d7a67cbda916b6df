/** Datastores and pods leave the inventory. */
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import { nameOf } from '../call.ts';
import { leaveDrives } from '../compute/storage/mounting.ts';
import { post } from '../history/post.ts';
import type { Destroyer } from '../inventory/destroy.ts';
import type { Site } from '../site.ts';
import type { Datastore } from './datastore.ts';

const PARTS = ['browser', 'file', 'firstClassDisk', 'firstClassDiskFolder'];

/** Takes a datastore away with its browser, its files and its first class disks; what it stands on stays. Inside a turn. */
export function dropDatastore(site: Site, cell: Cell): void {
  for (const inverse of PARTS) for (const part of [...cell.back(inverse)]) site.world.destroy(part);
  const datastore = cell.state as Datastore;
  site.world.destroy(cell);
  leaveDrives(site, datastore);
}

/** Not while a VM has files on it; only a datacenter that goes takes its datastores along all the same. */
export const datastoreDestroyer: Destroyer = {
  guard(cell) {
    if (cell.countBack('vm') > 0) throw new VimFault('ResourceInUse', { type: cell.type, name: nameOf(cell) });
  },
  remove(cell, { site, user, chainId }) {
    post(site, user, 'DatastoreDestroyedEvent', {}, { entity: cell, chainId });
    dropDatastore(site, cell);
  },
};

/** The datastores of a pod stay, and move up. */
export const podDestroyer: Destroyer = {
  guard() {},
  remove(cell, { site }) {
    const parent = cell.one('parent')!.id;
    for (const datastore of [...cell.back<Datastore>('datastore')]) site.world.update(datastore, { parent });
    site.world.destroy(cell);
  },
};
