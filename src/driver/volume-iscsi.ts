/** Volumes that are LUNs of iSCSI targets: raw devices of the instance. */
import type { Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type { VirtualDevice, VirtualDeviceConfigSpec, VirtualDisk } from '../vim25/index.ts';
import { adapterOf, devicesOf, disksOf, freePlace } from './devices.ts';
import type { AdapterType } from './image.ts';
import { discover, type Lun, lunOf } from './iscsi-target.ts';
import { record, records } from './records.ts';
import type { Surroundings } from './surroundings.ts';
import { undo } from './undo.ts';
import type { AttachOptions, IscsiVolume } from './volume.ts';
import { namesOf, VOLUME_KEY } from './volume-notes.ts';
import { guardHotPlug } from './volume-vmdk.ts';
import { runTask, type WorkOptions } from './work.ts';

type Machine = Ref<'VirtualMachine'>;

/** Lets every host of the cluster look for the target, so that the instance can move, and attaches what its own finds. */
export async function attachTarget(
  surroundings: Surroundings,
  vm: Machine,
  volume: IscsiVolume,
  options: AttachOptions,
): Promise<void> {
  const devices = await devicesOf(surroundings, vm);
  if (await attached(surroundings, vm, volume, devices)) return;
  const adapter = options.adapterType ?? scsiOf(devices) ?? surroundings.options.adapterType;
  await guardHotPlug(surroundings, vm, adapter);
  const taught: (() => Promise<void>)[] = [];
  try {
    const lun = await findLun(surroundings, vm, volume, taught);
    options.signal?.throwIfAborted();
    await addRaw(surroundings, vm, volume, lun, adapter, options);
  } catch (error) {
    await undo(surroundings, 'attaching the volume', error, async () => {
      for (let back = taught.at(-1); back; back = taught.at(-1)) {
        await back();
        taught.pop();
      }
    });
  }
}

export async function detachTarget(
  surroundings: Surroundings,
  vm: Machine,
  volume: IscsiVolume,
  work: WorkOptions,
): Promise<void> {
  const devices = await devicesOf(surroundings, vm);
  const disk = await attached(surroundings, vm, volume, devices);
  if (!disk) return;
  const adapter = adapterOf(devices, disk);
  if (adapter) await guardHotPlug(surroundings, vm, adapter);
  const spec = {
    // Of a raw device only the file that maps it is destroyed.
    deviceChange: [{ operation: 'remove', fileOperation: 'destroy', device: disk } satisfies VirtualDeviceConfigSpec],
    extraConfig: [record(keyOf(volume), '')],
  };
  await runTask(surroundings, vm, 'ReconfigVM_Task', { spec }, work, 'detach volume');
}

async function findLun(
  surroundings: Surroundings,
  vm: Machine,
  volume: IscsiVolume,
  taught: (() => Promise<void>)[],
): Promise<Lun> {
  const { client, cluster } = surroundings;
  const own = await client.get(vm, 'runtime.host');
  let found: Lun | undefined;
  for (const host of (await client.get(cluster, 'host')) ?? []) {
    const { connectionState } = await client.get(host, 'runtime');
    if (connectionState !== 'connected') continue;
    let lun = await lunOf(surroundings, host, volume);
    if (!lun) {
      const back = await discover(surroundings, host, volume);
      if (back) taught.push(back);
      lun = await lunOf(surroundings, host, volume);
    }
    if (own === undefined || own.value === host.value) found ??= lun;
  }
  if (found) return found;
  throw new SimError('ERR_CLIENT', `the instance's host finds no LUN of ${volume.iqn} at ${volume.portal}`, {
    hint: 'the host needs an iSCSI adapter that is on, and the target must let its initiator in',
  });
}

async function addRaw(
  surroundings: Surroundings,
  vm: Machine,
  volume: IscsiVolume,
  { deviceName, uuid }: Lun,
  adapter: AdapterType,
  work: WorkOptions,
): Promise<void> {
  const { controllerKey, unitNumber, controller } = freePlace(await devicesOf(surroundings, vm), adapter);
  const backing = {
    _typeName: 'VirtualDiskRawDiskMappingVer1BackingInfo',
    fileName: '',
    deviceName,
    compatibilityMode: 'physicalMode',
    diskMode: 'independent_persistent',
  };
  const device = { _typeName: 'VirtualDisk', key: -102, controllerKey, unitNumber, capacityInKB: 0, backing };
  const add: VirtualDeviceConfigSpec = { operation: 'add', fileOperation: 'create', device: device as VirtualDevice };
  const spec = {
    deviceChange: controller ? [controller, add] : [add],
    extraConfig: [record(keyOf(volume), uuid)],
  };
  await runTask(surroundings, vm, 'ReconfigVM_Task', { spec }, work, 'attach volume');
}

function keyOf({ id }: IscsiVolume): string {
  return VOLUME_KEY + id;
}

async function attached(
  surroundings: Surroundings,
  vm: Machine,
  volume: IscsiVolume,
  devices: readonly VirtualDevice[],
): Promise<VirtualDisk | undefined> {
  const noted = (await records(surroundings, vm)).get(keyOf(volume))?.toLowerCase();
  if (noted === undefined) return undefined;
  return disksOf(devices).find((disk) => namesOf(disk).includes(noted));
}

/** Raw devices hang on SCSI: the instance's own, whatever its root disk is on. */
function scsiOf(devices: readonly VirtualDevice[]): AdapterType | undefined {
  const adapters = disksOf(devices).map((disk) => adapterOf(devices, disk));
  return adapters.find((adapter) => adapter !== undefined && adapter !== 'ide');
}
