/** Where a volume is when no instance has it, and how it is found there again when its disk has moved with an instance. */
import { asRef, formatDatastorePath, isVsphereError, parseDatastorePath, type Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type {
  VirtualDevice,
  VirtualDeviceConfigSpec,
  VirtualDisk,
  VirtualDiskFlatVer2BackingInfo,
} from '../vim25/index.ts';
import { makeFolder, moveDisk } from './datastore-tree.ts';
import { adapterOf, devicesOf, disksOf, fileOf, uuidOf } from './devices.ts';
import type { AdapterType } from './image.ts';
import { stands } from './image-cache.ts';
import type { Surroundings } from './surroundings.ts';
import type { VmdkVolume } from './volume.ts';
import { runTask, type WorkOptions } from './work.ts';

export interface VolumeSource {
  readonly path: string;
  readonly adapterType: AdapterType | undefined;
  /** The machine that keeps the volume, with all its disks. */
  readonly keeper?: { readonly vm: Ref<'VirtualMachine'>; readonly disks: readonly VirtualDisk[] } | undefined;
}

/** What a volume's disk did while an instance had it. */
interface Move {
  /** Where it is now. */
  readonly to: string;
  /** Who keeps it, and the disk as that knows it. Without one the volume is known by its path alone. */
  readonly keeper?: Keeper | undefined;
}

interface Keeper {
  readonly vm: Ref<'VirtualMachine'>;
  readonly disk: VirtualDisk;
}

/** Throws ERR_USAGE where nothing says where the volume is, ERR_CLIENT where the machine that keeps it is gone. */
export async function sourceOf(surroundings: Surroundings, { id, path, shadow }: VmdkVolume): Promise<VolumeSource> {
  if (shadow === undefined) {
    if (path !== undefined) return { path: spelt(path), adapterType: undefined };
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
  const file = path === undefined ? disk && fileOf(disk) : spelt(path);
  if (file === undefined) throw new SimError('ERR_CLIENT', `the machine of volume '${id}', ${shadow}, has no disk`);
  return { path: file, adapterType: disk && adapterOf(devices, disk), keeper: { vm, disks: disksOf(devices) } };
}

/** As the server spells paths. */
function spelt(path: string): string {
  return formatDatastorePath(parseDatastorePath(path));
}

/**
 * How an instance's disk has moved since it was attached, where it has, and where the datastore it came from is there still.
 * Throws ERR_CLIENT where only a part of it could be put right, since a snapshot has the other.
 */
export async function moveOf(
  surroundings: Surroundings,
  disk: VirtualDisk,
  { id }: VmdkVolume,
  { path, keeper }: VolumeSource,
): Promise<Move | undefined> {
  const [to, ...parents] = chainOf(disk);
  if (to === undefined) return undefined;
  const kept = keeper?.disks.find((one) => uuidOf(one) !== undefined && uuidOf(one) === uuidOf(disk));
  if (keeper && !kept) return undefined;
  const [home, ...older] = kept ? chainOf(kept) : [path];
  if ([to, ...parents].includes(home!) || older.includes(to)) return undefined;
  if (!kept && !(await isThere(surroundings, path))) return undefined;
  if (older.length > 0) {
    throw new SimError('ERR_CLIENT', `volume '${id}' has moved to ${to}, and who keeps it has snapshots of it`, {
      hint: 'keep those, and detach it by that path alone: it stays there',
    });
  }
  if (parents.length > 0) {
    throw new SimError('ERR_CLIENT', `volume '${id}' has moved to ${to}, and a snapshot has a part of it`, {
      hint: "remove the instance's snapshots that have come since it was attached",
    });
  }
  return { to, keeper: keeper && kept && { vm: keeper.vm, disk: kept } };
}

/** A disk's file, and those below it. */
function chainOf({ backing: top }: VirtualDisk): string[] {
  const files: string[] = [];
  type Backing = VirtualDiskFlatVer2BackingInfo | undefined;
  for (let backing = top as Backing; backing; backing = backing.parent) files.push(backing.fileName);
  return files.filter((file) => file);
}

/** Whether there is a datastore for a path. */
async function isThere({ client, datacenter }: Surroundings, path: string): Promise<boolean> {
  const stores = (await client.get(datacenter, 'datastore')) ?? [];
  const names = await Promise.all(stores.map((store) => client.get(store, 'name')));
  return names.includes(parseDatastorePath(path).datastore);
}

/**
 * The machine that keeps a volume has the disk from now on where an instance took it; what it had before is deleted. Done
 * while the instance has the disk still, nobody is ever left with what it was before it moved.
 */
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

/** Back to the path that is all that others know of the volume, if it is not there already. */
export async function bringBack(
  surroundings: Surroundings,
  { id }: VmdkVolume,
  from: string,
  to: string,
): Promise<void> {
  const still = `volume '${id}' is detached, and still at ${from}`;
  try {
    if (await moved(surroundings, from, to)) return;
  } catch (cause) {
    throw new SimError('ERR_CLIENT', `${still}: ${(cause as Error).message}`, {
      cause,
      hint: 'detach it once more when that is mended, or give where it is as its path',
    });
  }
  throw new SimError('ERR_CLIENT', `${still}: another stands at ${to}`, {
    hint: 'detach it once more when that is gone',
  });
}

/** False when another stands where it should go. */
async function moved(surroundings: Surroundings, from: string, to: string): Promise<boolean> {
  try {
    return await moveDisk(surroundings, from, to);
  } catch (error) {
    // An earlier attempt has got so far, or the folder it came from is gone.
    if (!isVsphereError(error, 'FileNotFound')) throw error;
    if (await stands(surroundings, to)) return true;
    await makeFolder(surroundings, to.slice(0, Math.max(to.lastIndexOf('/'), to.indexOf(']') + 1)));
    return moveDisk(surroundings, from, to);
  }
}

/** Another file in a disk's place. */
async function swap(
  surroundings: Surroundings,
  { vm, disk }: Keeper,
  fileName: string,
  fileOperation: 'destroy' | undefined,
  work: WorkOptions,
): Promise<void> {
  const remove: VirtualDeviceConfigSpec = {
    operation: 'remove',
    device: disk,
    ...(fileOperation && { fileOperation }),
  };
  const spec = { deviceChange: [remove, addition(fileName, disk)] };
  await runTask(surroundings, vm, 'ReconfigVM_Task', { spec }, work, 'keep volume');
}

/** A file becomes a disk of a machine, at a place of a controller. */
export function addition(
  fileName: string,
  { controllerKey, unitNumber }: Pick<VirtualDevice, 'controllerKey' | 'unitNumber'>,
): VirtualDeviceConfigSpec {
  const backing = { _typeName: 'VirtualDiskFlatVer2BackingInfo', fileName, diskMode: 'persistent' };
  const device = { _typeName: 'VirtualDisk', key: -102, controllerKey, unitNumber, capacityInKB: 0, backing };
  return { operation: 'add', device: device as VirtualDevice };
}
