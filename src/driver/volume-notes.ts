/** Which disks of an instance are volumes: those that are noted as such, and first class disks. */
import type { Ref } from '../client/index.ts';
import type { VirtualDevice, VirtualDeviceFileBackingInfo, VirtualDisk } from '../vim25/index.ts';
import { devicesOf, disksOf, fileOf, uuidOf } from './devices.ts';
import { records } from './records.ts';
import type { Surroundings } from './surroundings.ts';

/** nova's own prefix, so that either finds what the other attached. */
export const VOLUME_KEY = 'volume-';

export async function volumesOf(surroundings: Surroundings, vm: Ref<'VirtualMachine'>): Promise<VirtualDisk[]> {
  const noted = new Set<string>();
  for (const [key, value] of await records(surroundings, vm)) {
    if (key.startsWith(VOLUME_KEY)) noted.add(value.toLowerCase());
  }
  const disks = disksOf(await devicesOf(surroundings, vm));
  return disks.filter((disk) => disk.vDiskId !== undefined || namesOf(disk).some((name) => noted.has(name)));
}

/** By what a disk may be noted. */
export function namesOf(disk: VirtualDevice): string[] {
  const { lunUuid } = (disk.backing ?? {}) as { readonly lunUuid?: string };
  return [uuidOf(disk), lunUuid, fileOf(disk)].flatMap((name) => (name ? [name.toLowerCase()] : []));
}

export function datastoreOf({ backing }: VirtualDisk): Ref<'Datastore'> | undefined {
  return (backing as VirtualDeviceFileBackingInfo | undefined)?.datastore;
}
