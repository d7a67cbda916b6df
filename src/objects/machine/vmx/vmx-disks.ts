/** What there is to know of a disk file without a device: its size and the chain of files it is the top of. */
import type { World } from '../../../world/world.ts';
import { diskAt } from '../../storage/disk/disk-at.ts';
import { fileAt } from '../../storage/files.ts';
import { chain, isDisk, sameFile } from '../device/device.ts';
import { foreign } from '../device/disk-content.ts';
import type { FileAt, Machine } from '../machine.ts';
import { deviceLists } from '../snapshot/delta.ts';
import { type DiskFound, foundDisk } from './vmx-read-devices.ts';

/** Looks for a disk file among what `known` has, what machines have or left, and what clients put on datastores. */
export function findDisk(
  world: World,
  known: Pick<Machine, 'devices' | 'snapshots'> | undefined,
  file: FileAt,
): DiskFound | undefined {
  if (!world.find(file.datastore)) return undefined;
  for (const list of known ? deviceLists(known) : []) {
    for (const disk of list.filter(isDisk)) {
      for (const backing of chain(disk.backing)) {
        if (sameFile(backing.file, file)) return { capacityInBytes: disk.capacityInBytes ?? 0, backing };
      }
    }
  }
  const found = diskAt(world, file);
  if (!found || found.missing) return found ? undefined : uploaded(world, file);
  const others = found.holder === 'machine' || found.holder === 'left';
  return { capacityInBytes: found.capacity, backing: others ? foreign(found.backing) : found.backing };
}

/** A descriptor with its extent beside it, or one file with both. */
function uploaded(world: World, file: FileAt): DiskFound | undefined {
  const top = fileAt(world, file.datastore, file.path)?.state.content;
  if (!top || top.directory) return undefined;
  const extent = fileAt(world, file.datastore, file.path.replace(/\.vmdk$/i, '-flat.vmdk'))?.state.content;
  return foundDisk(file, extent?.size ?? top.size, 'fffffffe');
}
