/** Volumes that are disk files. */
import type { Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type { VirtualDevice, VirtualDeviceConfigSpec, VirtualDisk } from '../vim25/index.ts';
import { adapterOf, devicesOf, disksOf, fileOf, freePlace, uuidOf } from './devices.ts';
import { extendDisk } from './disk-files.ts';
import type { AdapterType } from './image.ts';
import { note, record, records } from './records.ts';
import type { Surroundings } from './surroundings.ts';
import { undo } from './undo.ts';
import type { AttachOptions, VmdkVolume } from './volume.ts';
import { addition, adopt, bringBack, moveOf, sourceOf, type VolumeSource } from './volume-home.ts';
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
    await undo(surroundings, 'attaching the volume', error, () => takeOut(surroundings, vm, volume, source, {}));
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
  const add = addition(fileName, { controllerKey, unitNumber });
  const spec = { deviceChange: controller ? [controller, add] : [add] };
  await runTask(surroundings, vm, 'ReconfigVM_Task', { spec }, work, 'attach volume');
}

export async function detachFile(
  surroundings: Surroundings,
  vm: Machine,
  volume: VmdkVolume,
  work: WorkOptions,
): Promise<void> {
  const isKnown = volume.path !== undefined || volume.shadow !== undefined;
  const source = isKnown ? await sourceOf(surroundings, volume) : undefined;
  await takeOut(surroundings, vm, volume, source, work);
  // Also what an earlier detachment did not get done.
  const left = (await records(surroundings, vm)).get(keyOf(volume));
  if (source === undefined || !left?.startsWith('[') || left === source.path) return;
  await bringBack(surroundings, volume, left, source.path);
  await note(surroundings, vm, keyOf(volume), '');
}

/**
 * The disk goes and its files stay. The note of it goes in the same change; where the disk has moved and is to be brought
 * back, it says from then on where it is.
 */
async function takeOut(
  surroundings: Surroundings,
  vm: Machine,
  volume: VmdkVolume,
  source: VolumeSource | undefined,
  work: WorkOptions,
): Promise<void> {
  const devices = await devicesOf(surroundings, vm);
  const disk =
    (await attached(surroundings, vm, volume, devices)) ??
    disksOf(devices).find((device) => source !== undefined && fileOf(device) === source.path);
  if (!disk) return;
  const adapter = adapterOf(devices, disk);
  if (adapter) await guardHotPlug(surroundings, vm, adapter);
  const move = source && (await moveOf(surroundings, disk, volume, source));
  if (move?.keeper) await adopt(surroundings, move.keeper, move.to, work);
  const spec = {
    deviceChange: [{ operation: 'remove', device: disk } satisfies VirtualDeviceConfigSpec],
    extraConfig: [record(keyOf(volume), move && !move.keeper ? move.to : '')],
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
