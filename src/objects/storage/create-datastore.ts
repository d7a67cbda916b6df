/** Puts datastores into the inventory. */
import type { Cell } from '../../world/cell.ts';
import type { Site } from '../site.ts';
import { type Datastore, datastoreKind, type Mount } from './datastore.ts';
import { createBrowser } from './datastore-browser.ts';
import { capacityOf, type VolumeExtent } from './extents.ts';
import type { Volume } from './volume.ts';

export interface NewDatastore {
  readonly name: string;
  readonly datacenter: string;
  /** Id of the datastore folder or pod. */
  readonly parent: string;
  readonly volume: Volume;
  readonly mounts: readonly Mount[];
}

/** Adds a datastore and its browser, inside a turn. */
export function createDatastore(site: Site, given: NewDatastore, id?: string): Cell<Datastore> {
  const cell = site.world.create(
    datastoreKind,
    { ...given, volume: Object.freeze(given.volume), files: EMPTY, refreshed: site.clock.now() },
    id,
  );
  createBrowser(site, { datastore: cell.id });
  return cell;
}

const EMPTY = Object.freeze({ bytes: 0 });

/** A VMFS 6 volume whose ids follow from the seed and `key`. */
export function vmfsVolume(site: Site, key: string, capacity: number, local: boolean): Volume {
  const [a, b, c, d, e] = site.ids.uuid(`volume/${key}`).split('-') as [string, string, string, string, string];
  const disk = site.ids.uuid(`lun/${key}`).replace(/-/g, '');
  return { type: 'VMFS', uuid: `${a}-${b}${c}-${d}-${e}`, capacity, local, disk: `6${disk.slice(1)}` };
}

/** A new volume on these extents. */
export function extentVolume(site: Site, extents: readonly VolumeExtent[], local: boolean): Volume {
  const { disk } = extents[0]!;
  const volume = vmfsVolume(site, `${disk}/${site.world.numbers.next('#volume')}`, capacityOf(extents), local);
  return { ...volume, disk, extents };
}

/** An NFS export as a volume; two hosts that mount the same export see one volume. */
export function nasVolume(
  site: Site,
  remote: NonNullable<Volume['remote']>,
  type: 'NFS' | 'NFS41',
  capacity: number,
): Volume {
  const [a, b, c] = site.ids.uuid(`nas/${remote.host}${remote.path}`).split('-') as [string, string, string];
  return { type, uuid: `${a}-${b}${c}`, capacity, local: false, disk: '', remote };
}
