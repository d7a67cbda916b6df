/** What keeps a snapshot from being taken, gone back to or removed. */
import { invalidArgument, notSupported, VimFault } from '../../../world/fault.ts';
import { guardDisksFree } from '../../storage/held-files.ts';
import { type Device, isDisk } from '../device/device.ts';
import { guardChains } from '../device/disk-chain.ts';
import { labelOf } from '../device/label.ts';
import { guardAlone } from '../fault-tolerance/mirror.ts';
import type { Machine, Snapshots } from '../machine.ts';
import { guardReachable } from '../standing.ts';
import type { Vm } from '../work.ts';
import { isIndependent } from './delta.ts';
import type { Taking } from './snapshot-change.ts';
import { snapshotNamed } from './snapshot-tree.ts';

const NAME_LIMIT = 80;
/** Snapshots one above another. */
const DEEPEST = 32;
/** Snapshots of a machine, unless `snapshot.maxSnapshots` among its options says otherwise. */
const MOST = 496;

export function guardSnapshotName(name: string): void {
  if (name.trim() === '' || [...name].length > NAME_LIMIT) throw new VimFault('InvalidName', { name });
}

/** Throws what keeps a machine from having a snapshot taken of it. */
export function guardTaking(
  vm: Vm,
  { name, memory, timeout }: Taking & { readonly timeout?: number | undefined },
): void {
  guardSnapshotName(name);
  guardReadable(vm);
  guardDisksFree(vm);
  if (vm.state.config.said?.flags?.snapshotDisabled) throw new VimFault('SnapshotDisabled');
  if (timeout !== undefined && (timeout < 5 || timeout > 240)) throw invalidArgument('quiesceSpec.timeout');
  guardAlone(vm);
  guardNumber(vm.state);
  guardDevices(vm.state, memory && vm.state.power.state !== 'poweredOff');
}

/** Throws what keeps the snapshots of a machine as they are. */
export function guardAlterable(vm: Vm): void {
  if (vm.state.config.template) throw notSupported();
  guardReachable(vm);
  if (vm.state.config.said?.flags?.snapshotLocked) throw new VimFault('SnapshotLocked');
}

/** The same for work that has to read what the disks hold. */
export function guardReadable(vm: Vm): void {
  guardAlterable(vm);
  guardChains(vm.state);
}

function guardNumber({ config, snapshots }: Machine): void {
  const option = config.extra?.find((o) => o.key === 'snapshot.maxSnapshots')?.value;
  const said = option === undefined ? Number.NaN : Number(option);
  const most = Number.isInteger(said) && said >= 0 ? said : MOST;
  if ((snapshots?.list.length ?? 0) >= most) {
    const reason = 'The maximum number of snapshots has been reached.';
    throw new VimFault('GenericVmConfigFault', { reason }, `An error occurred while taking a snapshot: ${reason}`);
  }
  if (depth(snapshots) >= DEEPEST) throw new VimFault('TooManySnapshotLevels');
}

/** How many snapshots lie between the machine and its first state. */
function depth(snapshots: Snapshots | undefined): number {
  let levels = 0;
  for (let at = snapshots?.current; at !== undefined; at = snapshotNamed(snapshots, at)?.parent) levels++;
  return levels;
}

function guardDevices({ devices }: Machine, memory: boolean): void {
  if (memory && devices.some((d) => isDisk(d) && isIndependent(d))) {
    throw new VimFault('MemorySnapshotOnIndependentDisk');
  }
  for (const device of devices) {
    const type = incompatible(device, memory);
    if (type === undefined) continue;
    const fault = new VimFault(type, { device: labelOf(devices, device) }).localized();
    throw new VimFault('SnapshotIncompatibleDeviceInVm', { fault });
  }
}

/** The fault that says why a device cannot be in a snapshot; undefined for one that can. */
function incompatible(device: Device, memory: boolean): string | undefined {
  const shared = device['sharedBus'];
  if (shared !== undefined && shared !== 'noSharing') return 'SharedBusControllerNotSupported';
  if (memory && device._typeName === 'VirtualPCIPassthrough') return 'DeviceNotSupported';
  if (!isDisk(device) || isIndependent(device)) return undefined;
  if (device.backing?.['compatibilityMode'] === 'physicalMode') return 'PhysCompatRDMNotSupported';
  return device.backing?.['sharing'] === 'sharingMultiWriter' ? 'DeviceNotSupported' : undefined;
}
