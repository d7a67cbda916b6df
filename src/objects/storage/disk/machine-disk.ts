/** Disks of machines changed from outside: by their files, whatever machines have them in the chain of a disk. */
import type { Cell } from '../../../world/cell.ts';
import type { World } from '../../../world/world.ts';
import { type Backing, type Device, isDisk, sameFile } from '../../machine/device/device.ts';
import { extentOf } from '../../machine/files.ts';
import type { FileAt, Machine } from '../../machine/machine.ts';
import { type LeftMachine, leaveMachine, leftMachinesOn, takeMachine } from '../../machine/vmx/left-files.ts';
import { fileAt, heldOf, removeFile } from '../files.ts';
import { isHeldOutside } from '../held-files.ts';
import { diskAt, machinesWith } from './disk-at.ts';
import { layersOf } from './standing.ts';

/** What becomes of a file of a disk, and of the disk whose top it is. */
export type Edit = (backing: Backing) => { readonly backing: Backing; readonly capacity?: number | undefined };

/** Whether a running machine has the file open, or somebody outside. */
export function isOpen(world: World, file: FileAt): boolean {
  if (isHeldOutside(world, file)) return true;
  for (const vm of machinesWith(world, file)) if (vm.state.power.state === 'poweredOn') return true;
  return false;
}

/**
 * Whether a running machine writes to it, or somebody outside may; what lies below the top of a chain is only read, by as
 * many as like.
 */
export function isWritten(world: World, file: FileAt): boolean {
  if (isHeldOutside(world, file)) return true;
  for (const { state } of machinesWith(world, file)) {
    const writes = state.devices.some((d) => isDisk(d) && sameFile(d.backing?.file, file));
    if (writes && state.power.state === 'poweredOn') return true;
  }
  return false;
}

/** The descriptors that a file may hold the data of: `x.vmdk` of `x-flat.vmdk`. */
export function descriptorOf(at: FileAt): FileAt | undefined {
  const path = at.path.replace(/-(flat|delta)\.vmdk$/i, '.vmdk');
  return path === at.path ? undefined : { datastore: at.datastore, path };
}

/** Whether a running machine has open what stands there: a descriptor, or the data of a disk. */
export function isOpenDisk(world: World, at: FileAt): boolean {
  const descriptor = descriptorOf(at);
  return isOpen(world, at) || (descriptor !== undefined && isOpen(world, descriptor));
}

/** Bytes a client put in the place of a machine's own are the machine's from then on. Inside a turn. */
export function writtenTo(world: World, at: FileAt): boolean {
  const descriptor = descriptorOf(at);
  const file = fileAt(world, at.datastore, at.path);
  const known = descriptor && diskAt(world, descriptor);
  if (!file || !known || (known.holder !== 'machine' && known.holder !== 'left')) return false;
  const place = extentOf(known.backing);
  if (known.backing.foreign || !sameFile(place, at) || known.backing.parent) return false;
  const content = layersOf(file.state.content);
  const used = heldOf(file.state.content);
  changeFile(world, descriptor, (backing) => ({
    backing: { ...backing, content, ...(backing.used !== undefined && { used }) },
  }));
  removeFile(world, file);
  return true;
}

/** Changes a file in the chain of every disk that has it, inside a turn. */
export function changeFile(world: World, file: FileAt, edit: Edit): void {
  for (const vm of [...machinesWith(world, file)]) {
    const after = edited(vm.state, file, edit);
    if (after) world.update(vm as Cell<Machine>, after);
  }
  for (const { id } of world.ofType('Datastore')) {
    for (const machine of leftMachinesOn(world, id)) {
      const after = edited(machine, file, edit);
      if (!after) continue;
      takeMachine(world, machine);
      leaveMachine(world, { ...machine, ...after } as Machine);
    }
  }
}

type Disks = Pick<LeftMachine, 'devices' | 'snapshots'>;

function edited({ devices, snapshots }: Disks, file: FileAt, edit: Edit): Partial<Disks> | undefined {
  const own = editedDevices(devices, file, edit);
  const list = snapshots?.list.map((s) => {
    const saved = editedDevices(s.saved.devices, file, edit);
    return saved === s.saved.devices
      ? s
      : Object.freeze({ ...s, saved: Object.freeze({ ...s.saved, devices: saved }) });
  });
  const kept = !list || list.every((s, i) => s === snapshots!.list[i]);
  if (own === devices && kept) return undefined;
  return {
    ...(own !== devices && { devices: own }),
    ...(!kept && { snapshots: Object.freeze({ ...snapshots!, list: Object.freeze(list) }) }),
  };
}

function editedDevices(devices: readonly Device[], file: FileAt, edit: Edit): readonly Device[] {
  const after = devices.map((d) => (isDisk(d) ? editedDisk(d, file, edit) : d));
  return after.every((d, i) => d === devices[i]) ? devices : Object.freeze(after);
}

function editedDisk(disk: Device, file: FileAt, edit: Edit): Device {
  let capacity: number | undefined;
  const walk = (b: Backing | undefined): Backing | undefined => {
    if (!b) return b;
    if (sameFile(b.file, file)) {
      const change = edit(b);
      if (b === disk.backing) capacity = change.capacity;
      return Object.freeze(change.backing);
    }
    const parent = walk(b.parent);
    return parent === b.parent ? b : Object.freeze({ ...b, parent });
  };
  const backing = walk(disk.backing);
  if (backing === disk.backing) return disk;
  return Object.freeze({ ...disk, backing, ...(capacity !== undefined && { capacityInBytes: capacity }) });
}
