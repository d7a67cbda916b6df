/** Volumes that are first class disks. */
import type { Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type { VirtualDisk } from '../vim25/index.ts';
import { adapterOf, devicesOf, disksOf, freePlace } from './devices.ts';
import type { Surroundings } from './surroundings.ts';
import { undo } from './undo.ts';
import type { AttachOptions, FcdVolume } from './volume.ts';
import { guardHotPlug } from './volume-vmdk.ts';
import { runTask, type WorkOptions } from './work.ts';

type Machine = Ref<'VirtualMachine'>;

export async function attachFirstClass(
  surroundings: Surroundings,
  vm: Machine,
  volume: FcdVolume,
  options: AttachOptions,
): Promise<void> {
  if (await attached(surroundings, vm, volume)) return;
  const adapter = options.adapterType ?? surroundings.options.adapterType;
  await guardHotPlug(surroundings, vm, adapter);
  const datastore = await datastoreOf(surroundings, volume);
  const { controller } = freePlace(await devicesOf(surroundings, vm), adapter);
  // The call takes only a controller that is there already.
  if (controller) await runTask(surroundings, vm, 'ReconfigVM_Task', { spec: { deviceChange: [controller] } });
  const { controllerKey, unitNumber } = freePlace(await devicesOf(surroundings, vm), adapter);
  const params = { diskId: { id: volume.fcdId }, datastore, controllerKey, unitNumber };
  try {
    await runTask(surroundings, vm, 'AttachDisk_Task', params, options, 'attach volume');
  } catch (error) {
    await undo(surroundings, 'attaching the volume', error, async () => {
      if (controller) await dropController(surroundings, vm, controllerKey);
    });
  }
}

export async function detachFirstClass(
  surroundings: Surroundings,
  vm: Machine,
  volume: FcdVolume,
  work: WorkOptions,
): Promise<void> {
  const disk = await attached(surroundings, vm, volume);
  if (!disk) return;
  const adapter = adapterOf(await devicesOf(surroundings, vm), disk);
  if (adapter) await guardHotPlug(surroundings, vm, adapter);
  await runTask(surroundings, vm, 'DetachDisk_Task', { diskId: { id: volume.fcdId } }, work, 'detach volume');
}

export async function extendFirstClass(
  surroundings: Surroundings,
  vm: Machine | undefined,
  volume: FcdVolume,
  gigabytes: number,
  work: WorkOptions,
): Promise<void> {
  const capacityInKB = gigabytes * 2 ** 20;
  const disk = vm && (await attached(surroundings, vm, volume));
  if (vm && disk) {
    if (disk.capacityInKB >= capacityInKB) return;
    const device = { ...disk, capacityInKB, capacityInBytes: undefined } as VirtualDisk;
    const spec = { deviceChange: [{ operation: 'edit' as const, device }] };
    await runTask(surroundings, vm, 'ReconfigVM_Task', { spec }, work, 'extend volume');
    return;
  }
  const { vStorageObjectManager } = surroundings.client.content;
  if (!vStorageObjectManager) throw new SimError('ERR_CLIENT', 'the server has no first class disks');
  const manager = vStorageObjectManager as Ref<'VcenterVStorageObjectManager'>;
  const datastore = await datastoreOf(surroundings, volume);
  const params = { id: { id: volume.fcdId }, datastore, newCapacityInMB: gigabytes * 1024 };
  await runTask(surroundings, manager, 'ExtendDisk_Task', params, work, 'extend volume');
}

async function attached(
  surroundings: Surroundings,
  vm: Machine,
  { fcdId }: FcdVolume,
): Promise<VirtualDisk | undefined> {
  return disksOf(await devicesOf(surroundings, vm)).find((disk) => disk.vDiskId?.id === fcdId);
}

async function datastoreOf(
  { client, datacenter }: Surroundings,
  { datastore: wanted }: FcdVolume,
): Promise<Ref<'Datastore'>> {
  const refs = (await client.get(datacenter, 'datastore')) ?? [];
  const stores = await Promise.all(refs.map(async (ref) => ({ ref, name: await client.get(ref, 'name') })));
  const found = stores.find(({ name }) => name === wanted);
  if (found) return found.ref;
  throw new SimError('ERR_USAGE', `the datacenter has no datastore '${wanted}'`, {
    hint: `found: ${stores.map(({ name }) => name).join(', ') || 'none'}`,
  });
}

async function dropController(surroundings: Surroundings, vm: Machine, key: number): Promise<void> {
  const device = (await devicesOf(surroundings, vm)).find((candidate) => candidate.key === key);
  if (!device) return;
  const spec = { deviceChange: [{ operation: 'remove' as const, device }] };
  await runTask(surroundings, vm, 'ReconfigVM_Task', { spec });
}
