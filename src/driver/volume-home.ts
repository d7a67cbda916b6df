/** Where a volume is when no instance has it, and how it is found there again when its disk has moved with an instance. */
import { asRef, isVsphereError, type Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type {
  VirtualDevice,
  VirtualDeviceConfigSpec,
  VirtualDisk,
  VirtualDiskFlatVer2BackingInfo,
} from '../vim25/index.ts';
import { moveDisk } from './datastore-tree.ts';
import { adapterOf, devicesOf, disksOf, fileOf } from './devices.ts';
import type { AdapterType } from './image.ts';
import type { Surroundings } from './surroundings.ts';
import type { VmdkVolume } from './volume.ts';
import { runTask, type WorkOptions } from './work.ts';

export interface VolumeSource {
  readonly path: string;
  readonly adapterType: AdapterType | undefined;
  /** The machine that keeps the disk, and the disk as it knows it. */
  readonly keeper?: Keeper | undefined;
}

interface Keeper {
  readonly vm: Ref<'VirtualMachine'>;
  readonly disk: VirtualDisk;
}

/** Throws ERR_USAGE where nothing says where the volume is, ERR_CLIENT where the machine that keeps it is gone. */
export async function sourceOf(surroundings: Surroundings, { id, path, shadow }: VmdkVolume): Promise<VolumeSource> {
  if (shadow === undefined) {
    if (path !== undefined) return { path, adapterType: undefined };
    throw new SimError('ERR_USAGE', `volume '${id}' has neither a path nor a shadow`);
  }
  const { client } = surroundings;
  const byUuid = { uuid: shadow, vmSearch: true, instanceUuid: true };
  const vm = /^vm-\d+$/.test(shadow)
    ? ({ type: 'VirtualMachine', value: shadow } as const)
    : asRef('VirtualMachine', await client.call(client.content.searchIndex!, 'FindByUuid', byUuid));
  if (!vm) throw new SimError('ERR_CLIENT', `the machine of volume '${id}', ${shadow}, is not there`);
  const devices = await devicesOf(surroundings, vm);
  const disk = disksOf(devices)[0];
  const file = path ?? (disk && fileOf(disk));
  if (file === undefined) throw new SimError('ERR_CLIENT', `the machine of volume '${id}', ${shadow}, has no disk`);
  return { path: file, adapterType: disk && adapterOf(devices, disk), keeper: disk && { vm, disk } };
}

/** Where an instance's disk is now, when that is neither the volume's place nor a delta over it. */
export function movedTo(disk: VirtualDisk, { path, keeper }: VolumeSource): string | undefined {
  const home = homeOf(path, keeper);
  type Backing = VirtualDiskFlatVer2BackingInfo | undefined;
  for (let backing = disk.backing as Backing; backing; backing = backing.parent) {
    if (backing.fileName === home) return undefined;
  }
  return fileOf(disk);
}

/** The machine that keeps a volume has the disk from now on that an instance took elsewhere; what it had before is deleted. */
export async function adopt(
  surroundings: Surroundings,
  keeper: Keeper,
  path: string,
  work: WorkOptions,
): Promise<void> {
  try {
    await swap(surroundings, keeper, path, 'destroy', work);
  } catch (error) {
    // It went with the instance, and nothing of it is left where it was.
    if (!isVsphereError(error, 'FileNotFound')) throw error;
    await swap(surroundings, keeper, path, undefined, work);
  }
}

/** Back to the place by which others know the volume: where its disk went, an instance's removal would delete it. */
export async function bringBack(
  surroundings: Surroundings,
  { id }: VmdkVolume,
  from: string,
  { path, keeper }: VolumeSource,
  work: WorkOptions,
): Promise<void> {
  const home = homeOf(path, keeper);
  try {
    if (!(await moveDisk(surroundings, from, home))) throw new Error('another stands there');
    if (!keeper) return;
    const disk = disksOf(await devicesOf(surroundings, keeper.vm)).find((one) => fileOf(one) === from);
    if (disk) await swap(surroundings, { vm: keeper.vm, disk }, home, undefined, work);
  } catch (cause) {
    throw new SimError(
      'ERR_CLIENT',
      `volume '${id}' is detached, and not back at ${home}: ${(cause as Error).message}`,
      {
        cause,
        hint: `look for it at ${from}`,
      },
    );
  }
}

function homeOf(path: string, keeper: Keeper | undefined): string {
  return (keeper && fileOf(keeper.disk)) ?? path;
}

/** Another file in a disk's place. */
async function swap(
  surroundings: Surroundings,
  { vm, disk }: Keeper,
  fileName: string,
  fileOperation: 'destroy' | undefined,
  work: WorkOptions,
): Promise<void> {
  const { controllerKey, unitNumber } = disk;
  const backing = { _typeName: 'VirtualDiskFlatVer2BackingInfo', fileName, diskMode: 'persistent' };
  const device = { _typeName: 'VirtualDisk', key: -102, controllerKey, unitNumber, capacityInKB: 0, backing };
  const deviceChange: VirtualDeviceConfigSpec[] = [
    { operation: 'remove', device: disk, ...(fileOperation && { fileOperation }) },
    { operation: 'add', device: device as VirtualDevice },
  ];
  await runTask(surroundings, vm, 'ReconfigVM_Task', { spec: { deviceChange } }, work, 'keep volume');
}
