/** Volumes that are disk files. */
import type { Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type { VirtualDevice, VirtualDeviceConfigSpec, VirtualDisk } from '../vim25/index.ts';
import { adapterOf, devicesOf, disksOf, fileOf, freePlace, uuidOf } from './devices.ts';
import { extendDisk } from './disk-files.ts';
import type { AdapterType } from './image.ts';
import { record, records } from './records.ts';
import type { Surroundings } from './surroundings.ts';
import { undo } from './undo.ts';
import type { AttachOptions, VmdkVolume } from './volume.ts';
import { adopt, bringBack, movedTo, sourceOf } from './volume-home.ts';
import { namesOf, VOLUME_KEY } from './volume-notes.ts';
import { runTask, type WorkOptions } from './work.ts';

type Machine = Ref<'VirtualMachine'>;

export async function attachFile(
  surroundings: Surroundings,
  vm: Machine,
  volume: VmdkVolume,
  options: AttachOptions,
): Promise<void> {
  const devices = await devicesOf(surroundings, vm);
  if (await attached(surroundings, vm, volume, devices)) return;
  const source = await sourceOf(surroundings, volume);
  const adapter = options.adapterType ?? source.adapterType ?? surroundings.options.adapterType;
  await guardHotPlug(surroundings, vm, adapter);
  if (!devices.some((device) => fileOf(device) === source.path)) {
    await addFile(surroundings, vm, source.path, adapter, devices, options);
  }
  // Only now the disk tells its uuid, by which the volume is found again wherever its file has gone meanwhile.
  try {
    const disk = (await devicesOf(surroundings, vm)).find((device) => fileOf(device) === source.path);
    const mark = record(keyOf(volume), (disk && uuidOf(disk)) ?? source.path);
    await runTask(surroundings, vm, 'ReconfigVM_Task', { spec: { extraConfig: [mark] } });
  } catch (error) {
    await undo(surroundings, 'attaching the volume', error, () => takeOut(surroundings, vm, volume, source.path, {}));
  }
}

async function addFile(
  surroundings: Surroundings,
  vm: Machine,
  fileName: string,
  adapter: AdapterType,
  devices: readonly VirtualDevice[],
  work: WorkOptions,
): Promise<void> {
  const { controllerKey, unitNumber, controller } = freePlace(devices, adapter);
  const backing = { _typeName: 'VirtualDiskFlatVer2BackingInfo', fileName, diskMode: 'persistent' };
  const device = { _typeName: 'VirtualDisk', key: -102, controllerKey, unitNumber, capacityInKB: 0, backing };
  const changes: VirtualDeviceConfigSpec[] = [{ operation: 'add', device: device as VirtualDevice }];
  const spec = { deviceChange: controller ? [controller, ...changes] : changes };
  await runTask(surroundings, vm, 'ReconfigVM_Task', { spec }, work, 'attach volume');
}

export async function detachFile(
  surroundings: Surroundings,
  vm: Machine,
  volume: VmdkVolume,
  work: WorkOptions,
): Promise<void> {
  if (volume.path === undefined && volume.shadow === undefined)
    return takeOut(surroundings, vm, volume, undefined, work);
  const source = await sourceOf(surroundings, volume);
  const disk = await diskAt(surroundings, vm, volume, source.path);
  const place = disk && movedTo(disk, source);
  // While the instance has it still: nobody is left with what the disk was before it moved.
  if (place !== undefined && source.keeper) await adopt(surroundings, source.keeper, place, work);
  await takeOut(surroundings, vm, volume, place ?? source.path, work);
  if (place !== undefined) await bringBack(surroundings, volume, place, source, work);
}

/** The disk goes and its files stay; the note of it goes in the same change. */
async function takeOut(
  surroundings: Surroundings,
  vm: Machine,
  volume: VmdkVolume,
  path: string | undefined,
  work: WorkOptions,
): Promise<void> {
  const devices = await devicesOf(surroundings, vm);
  const disk = await diskAt(surroundings, vm, volume, path, devices);
  if (!disk) return;
  const adapter = adapterOf(devices, disk);
  if (adapter) await guardHotPlug(surroundings, vm, adapter);
  const spec = {
    deviceChange: [{ operation: 'remove', device: disk } satisfies VirtualDeviceConfigSpec],
    extraConfig: [record(keyOf(volume), '')],
  };
  await runTask(surroundings, vm, 'ReconfigVM_Task', { spec }, work, 'detach volume');
}

export async function extendFile(
  surroundings: Surroundings,
  vm: Machine | undefined,
  volume: VmdkVolume,
  gigabytes: number,
  work: WorkOptions,
): Promise<void> {
  const capacityInKB = gigabytes * 2 ** 20;
  const disk = vm && (await attached(surroundings, vm, volume, await devicesOf(surroundings, vm)));
  if (!vm || !disk) {
    await extendDisk(surroundings, (await sourceOf(surroundings, volume)).path, gigabytes, work);
    return;
  }
  if (disk.capacityInKB >= capacityInKB) return;
  // Two sizes in one change would be two opinions of it.
  const device = { ...disk, capacityInKB, capacityInBytes: undefined } as VirtualDisk;
  const spec = { deviceChange: [{ operation: 'edit', device } satisfies VirtualDeviceConfigSpec] };
  await runTask(surroundings, vm, 'ReconfigVM_Task', { spec }, work, 'extend volume');
}

function keyOf({ id }: VmdkVolume): string {
  return VOLUME_KEY + id;
}

/** The volume's disk, by the note of it or else by its file. */
async function diskAt(
  surroundings: Surroundings,
  vm: Machine,
  volume: VmdkVolume,
  path: string | undefined,
  known?: readonly VirtualDevice[],
): Promise<VirtualDisk | undefined> {
  const devices = known ?? (await devicesOf(surroundings, vm));
  const noted = await attached(surroundings, vm, volume, devices);
  return noted ?? disksOf(devices).find((device) => path !== undefined && fileOf(device) === path);
}

async function attached(
  surroundings: Surroundings,
  vm: Machine,
  volume: VmdkVolume,
  devices: readonly VirtualDevice[],
): Promise<VirtualDisk | undefined> {
  const noted = (await records(surroundings, vm)).get(keyOf(volume))?.toLowerCase();
  if (noted === undefined) return undefined;
  return disksOf(devices).find((disk) => namesOf(disk).includes(noted));
}

/** Throws where a disk of an adapter can only come and go while the machine is off. */
export async function guardHotPlug({ client }: Surroundings, vm: Machine, adapter: AdapterType): Promise<void> {
  if (adapter !== 'ide' || (await client.get(vm, 'runtime.powerState')) === 'poweredOff') return;
  throw new SimError('ERR_CLIENT', 'ide has no hot plug', {
    hint: 'power the instance off, or choose another adapter',
  });
}
