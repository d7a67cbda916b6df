/** A stream-optimized disk on its way in: through a lease, as the disk of a machine that is made for it and goes again. */
import { randomUUID } from 'node:crypto';
import { asRef, type Lease, type Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type {
  VirtualDisk,
  VirtualDiskFlatVer2BackingInfo,
  VirtualLsiLogicController,
  VirtualMachineConfigSpec,
  VirtualMachineImportSpec,
} from '../vim25/index.ts';
import { deleteFile, moveDisk, within } from './datastore-tree.ts';
import { devicesOf, disksOf, fileOf } from './devices.ts';
import { TEMPORARY_MACHINE } from './instances.ts';
import { openLease } from './leases.ts';
import { persist } from './steady.ts';
import type { Surroundings } from './surroundings.ts';
import { tidy } from './tidy.ts';
import { whileWanted } from './whole-image.ts';
import { runTask, type WorkOptions } from './work.ts';

export interface ImportedDisk {
  /** Name of the datastore. */
  readonly datastore: string;
  /** Where the disk is to stand; its folder is there. */
  readonly to: string;
  open(wanted: AbortSignal): Promise<OpenedDisk>;
}

export interface OpenedDisk {
  /** Bytes that come, when known. */
  readonly size: number | undefined;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Brings a disk whole, or nothing. */
export function importDisk(surroundings: Surroundings, disk: ImportedDisk, work: WorkOptions): Promise<void> {
  // A source may be opened again, so a connection that was lost is no reason to fail.
  return persist(surroundings, () => attempt(surroundings, disk, work), work.signal);
}

async function attempt(surroundings: Surroundings, disk: ImportedDisk, work: WorkOptions): Promise<void> {
  const { client, pool, folder } = surroundings;
  const { signal } = work;
  signal?.throwIfAborted();
  const name = `${TEMPORARY_MACHINE}${randomUUID()}`;
  try {
    const spec: VirtualMachineImportSpec = {
      _typeName: 'VirtualMachineImportSpec',
      configSpec: shadowSpec(name, disk.datastore),
    };
    const ask = (options: { opId: string }) => client.call(pool, 'ImportVApp', { spec, folder }, options);
    const lease = await openLease(surroundings, ask, signal);
    const vm = await send(lease, disk, work);
    const [made] = disksOf(await devicesOf(surroundings, vm));
    const file = made && fileOf(made);
    if (file === undefined) throw new SimError('ERR_CLIENT', `${vm.type} ${vm.value} was imported without a disk`);
    // Without its machine the disk is nobody's, and may be moved.
    await client.call(vm, 'UnregisterVM');
    await moveDisk(surroundings, file, disk.to);
  } finally {
    await tidy(() => removeShadow(surroundings, name, disk.datastore));
  }
}

async function send(
  lease: Lease,
  disk: ImportedDisk,
  { signal, onProgress }: WorkOptions,
): Promise<Ref<'VirtualMachine'>> {
  try {
    const file = lease.files.find((one) => one.disk === true);
    const vm = asRef('VirtualMachine', lease.entity);
    if (!file || !vm) throw new SimError('ERR_CLIENT', 'the server lets no disk in');
    await whileWanted(signal, async (wanted) => {
      const { size, bytes } = await disk.open(wanted);
      const told = (come: number) => {
        lease.percent = size ? Math.min(99, (100 * come) / size) : 0;
        onProgress?.({ step: 'fetch image', bytes: come, percent: size === undefined ? undefined : lease.percent });
      };
      await lease.upload(file, bytes, { size, signal, onProgress: told });
    });
    await lease.complete({ signal });
    return vm;
  } catch (error) {
    const reason = await lease.explain(error);
    await lease.abort(reason);
    throw reason;
  }
}

/** Removes the machine that a disk came with, where it is still there, and its folder. */
export async function removeShadow(surroundings: Surroundings, name: string, datastore: string): Promise<void> {
  const { client, folder: entity } = surroundings;
  const found = await client.call(client.content.searchIndex!, 'FindChild', { entity, name });
  const vm = asRef('VirtualMachine', found);
  if (vm) await runTask(surroundings, vm, 'Destroy_Task', {});
  await deleteFile(surroundings, within(`[${datastore}]`, name));
}

const CONTROLLER_KEY = -100;
const DISK_KEY = -101;

/** A machine that never runs. Its disk takes the size of what is sent. */
function shadowSpec(name: string, datastore: string): VirtualMachineConfigSpec {
  const controller: VirtualLsiLogicController = {
    _typeName: 'VirtualLsiLogicController',
    key: CONTROLLER_KEY,
    busNumber: 0,
    sharedBus: 'noSharing',
  };
  const backing: VirtualDiskFlatVer2BackingInfo = {
    _typeName: 'VirtualDiskFlatVer2BackingInfo',
    fileName: `[${datastore}]`,
    diskMode: 'persistent',
    thinProvisioned: true,
  };
  const disk: VirtualDisk = {
    _typeName: 'VirtualDisk',
    key: DISK_KEY,
    controllerKey: CONTROLLER_KEY,
    unitNumber: 0,
    capacityInKB: 1,
    backing,
  };
  return {
    name,
    guestId: 'otherGuest',
    numCPUs: 1,
    memoryMB: 128,
    files: { vmPathName: `[${datastore}]` },
    deviceChange: [
      { operation: 'add', device: controller },
      { operation: 'add', fileOperation: 'create', device: disk },
    ],
  };
}
