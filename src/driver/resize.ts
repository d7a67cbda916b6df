/**
 * Resizing: the root disk grows as a copy, and the original stays beside it until somebody says which of them to keep.
 * What is needed to go back is noted in the instance itself.
 */
import type { Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type {
  ResourceAllocationInfo,
  VirtualDeviceConfigSpec,
  VirtualDisk,
  VirtualMachineConfigSpec,
} from '../vim25/index.ts';
import { devicesOf, disksOf, fileOf } from './devices.ts';
import { beside, copyDisk, deleteDisk, extendDisk } from './disk-files.ts';
import type { Flavor } from './flavor.ts';
import { powerOff, powerOn } from './power.ts';
import { note, records } from './records.ts';
import { allocationOf } from './shares.ts';
import type { Surroundings } from './surroundings.ts';
import { undo } from './undo.ts';
import { runTask, type WorkOptions } from './work.ts';

/** What a resize that waits for its confirmation has changed. */
interface Resize {
  readonly from: Size;
  readonly to: Size & { readonly rootGb: number };
  readonly wasOn: boolean;
}

interface Size {
  readonly vcpus: number;
  readonly memoryMb: number;
  /** Path of the root disk; empty for an instance without one. */
  readonly root: string;
  /** What the flavor says of shares, reservations and limits; undefined where it says nothing. */
  readonly cpu?: ResourceAllocationInfo | undefined;
  readonly memory?: ResourceAllocationInfo | undefined;
}

const KEY = 'simsphere.resize';
const PATHS = [
  'config.hardware.numCPU',
  'config.hardware.memoryMB',
  'config.cpuAllocation',
  'config.memoryAllocation',
  'runtime.powerState',
] as const;

/**
 * Gives an instance another flavor and starts it if it ran. `confirmResize` or `revertResize` ends it. A resize that
 * fails leaves the instance as it was. Throws ERR_USAGE for a root disk that would shrink.
 */
export async function resize(
  surroundings: Surroundings,
  vm: Ref<'VirtualMachine'>,
  flavor: Flavor,
  work: WorkOptions,
): Promise<void> {
  const waiting = await waitingResize(surroundings, vm);
  const resized = waiting ?? (await plan(surroundings, vm, flavor));
  const { vcpus, memoryMb, rootGb } = resized.to;
  if (vcpus !== flavor.vcpus || memoryMb !== flavor.memoryMb || rootGb !== flavor.rootGb) {
    throw new SimError('ERR_USAGE', 'a resize to another flavor waits for its confirmation', {
      hint: 'confirm or revert it first',
    });
  }
  try {
    work.signal?.throwIfAborted();
    if (!waiting) await note(surroundings, vm, KEY, JSON.stringify(resized));
    await powerOff(surroundings, vm, work);
    if (resized.to.root !== resized.from.root) await growCopy(surroundings, vm, resized, flavor.rootGb, work);
    await put(surroundings, vm, resized.to, work);
    if (resized.wasOn) await powerOn(surroundings, vm, work);
  } catch (error) {
    await undo(surroundings, 'the resize', error, () => revertResize(surroundings, vm));
  }
}

/** Lets the original disk go. An instance that waits for nothing is left alone. */
export async function confirmResize(
  surroundings: Surroundings,
  vm: Ref<'VirtualMachine'>,
  work: WorkOptions = {},
): Promise<void> {
  work.signal?.throwIfAborted();
  const waiting = await waitingResize(surroundings, vm);
  if (!waiting) return;
  if (waiting.to.root !== waiting.from.root) await deleteDisk(surroundings, waiting.from.root);
  await note(surroundings, vm, KEY, '');
}

/** Goes back to the flavor and the disk of before. An instance that waits for nothing is left alone. */
export async function revertResize(
  surroundings: Surroundings,
  vm: Ref<'VirtualMachine'>,
  work: WorkOptions = {},
): Promise<void> {
  const waiting = await waitingResize(surroundings, vm);
  if (!waiting) return;
  await powerOff(surroundings, vm, work);
  await put(surroundings, vm, waiting.from, work);
  if (waiting.to.root !== waiting.from.root) await deleteDisk(surroundings, waiting.to.root);
  if (waiting.wasOn) await powerOn(surroundings, vm, work);
  await note(surroundings, vm, KEY, '');
}

async function waitingResize(surroundings: Surroundings, vm: Ref<'VirtualMachine'>): Promise<Resize | undefined> {
  const noted = (await records(surroundings, vm)).get(KEY);
  return noted === undefined ? undefined : (JSON.parse(noted) as Resize);
}

async function plan(surroundings: Surroundings, vm: Ref<'VirtualMachine'>, flavor: Flavor): Promise<Resize> {
  const { client } = surroundings;
  const { cpu, memory } = flavor.extraSpecs ?? {};
  const read = await client.get(vm, PATHS);
  const disk = disksOf(await devicesOf(surroundings, vm))[0];
  const root = (disk && fileOf(disk)) ?? '';
  const now = disk ? disk.capacityInKB / 2 ** 20 : 0;
  if (flavor.rootGb > 0 && flavor.rootGb < now) {
    throw new SimError('ERR_USAGE', `the root disk of ${now} GiB cannot shrink to ${flavor.rootGb}`, {
      hint: 'choose a flavor with a root disk at least as large',
    });
  }
  const grown = disk !== undefined && flavor.rootGb > now ? beside(root, freeName(root, flavor.rootGb)) : root;
  return {
    from: {
      vcpus: read['config.hardware.numCPU'] ?? 0,
      memoryMb: read['config.hardware.memoryMB'] ?? 0,
      root,
      cpu: cpu && read['config.cpuAllocation'],
      memory: memory && read['config.memoryAllocation'],
    },
    to: {
      vcpus: flavor.vcpus,
      memoryMb: flavor.memoryMb,
      root: grown,
      rootGb: flavor.rootGb,
      cpu: cpu && allocationOf(cpu),
      memory: memory && allocationOf(memory),
    },
    wasOn: read['runtime.powerState'] !== 'poweredOff',
  };
}

/** The grown disk's name tells its size, which the disk it is made of does not have. */
function freeName(root: string, gigabytes: number): string {
  const base = root.slice(root.lastIndexOf('/') + 1).replace(/(?:-\d+g)?\.vmdk$/, '');
  return `${base}-${gigabytes}g.vmdk`;
}

async function growCopy(
  surroundings: Surroundings,
  vm: Ref<'VirtualMachine'>,
  { from, to }: Resize,
  gigabytes: number,
  work: WorkOptions,
): Promise<void> {
  const root = disksOf(await devicesOf(surroundings, vm))[0];
  if (root && fileOf(root) === to.root) return;
  await copyDisk(surroundings, from.root, to.root, work);
  await extendDisk(surroundings, to.root, gigabytes, work);
}

/** Sets processors, memory and the root disk in one change; the other disk's files stay. */
async function put(
  surroundings: Surroundings,
  vm: Ref<'VirtualMachine'>,
  { vcpus, memoryMb, root, cpu, memory }: Size,
  work: WorkOptions,
): Promise<void> {
  const disk = disksOf(await devicesOf(surroundings, vm))[0];
  const deviceChange = disk && fileOf(disk) !== root ? exchange(disk, root) : [];
  const spec: VirtualMachineConfigSpec = {
    numCPUs: vcpus,
    memoryMB: memoryMb,
    cpuAllocation: cpu,
    memoryAllocation: memory,
    deviceChange,
  };
  await runTask(surroundings, vm, 'ReconfigVM_Task', { spec }, work, 'reconfigure');
}

/** One disk out and another in, at the same place. */
function exchange(disk: VirtualDisk, root: string): VirtualDeviceConfigSpec[] {
  const { controllerKey, unitNumber } = disk;
  const backing = { _typeName: 'VirtualDiskFlatVer2BackingInfo', fileName: root, diskMode: 'persistent' };
  const device = { _typeName: 'VirtualDisk', key: -102, controllerKey, unitNumber, capacityInKB: 0, backing };
  return [
    { operation: 'remove', device: disk },
    { operation: 'add', device: device as VirtualDisk },
  ];
}
