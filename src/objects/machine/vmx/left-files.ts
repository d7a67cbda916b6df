/**
 * What machines left on a datastore when they went: disks that were removed but not destroyed, and whole machines that
 * were taken off the inventory. They can be attached and registered again, and they take room until they are deleted.
 */
import type { Cell } from '../../../world/cell.ts';
import type { World } from '../../../world/world.ts';
import type { Datastore } from '../../storage/datastore.ts';
import { type Device, isDisk, sameFile } from '../device/device.ts';
import { datastoresOf, diskFiles, filesOf, type MachineFile, spaceOn } from '../files.ts';
import type { FileAt, Machine } from '../machine.ts';

/** A machine without the place where it ran. */
export type LeftMachine = Omit<Machine, 'place' | 'parent'>;

export interface LeftOnDatastore {
  readonly left?: { readonly disks: readonly Device[]; readonly machines: readonly LeftMachine[] } | undefined;
}

type Store = Cell<Datastore & LeftOnDatastore>;

const NONE = { disks: [], machines: [] } as const;

function store(world: World, id: string): Store | undefined {
  return world.find(id) as Store | undefined;
}

function change(world: World, at: Store, left: NonNullable<LeftOnDatastore['left']>, bytes: number): void {
  const empty = left.disks.length === 0 && left.machines.length === 0;
  const used = Math.max(0, (at.state.files?.bytes ?? 0) + bytes);
  world.update(at, {
    left: empty ? undefined : Object.freeze(left),
    files: Object.freeze({ ...at.state.files, bytes: used }),
  });
}

/** Bytes of a disk's own chain. */
function bytesOf(disk: Device): number {
  let bytes = 0;
  for (const file of diskFiles(disk, new Set())) bytes += file.size;
  return bytes;
}

/** Keeps a disk whose device is gone, inside a turn. */
export function leaveDisk(world: World, disk: Device): void {
  const at = store(world, disk.backing?.file?.datastore ?? '');
  if (!at) return;
  const left = at.state.left ?? NONE;
  change(world, at, { ...left, disks: Object.freeze([...left.disks, disk]) }, bytesOf(disk));
}

/** Keeps a machine that is taken off the inventory, inside a turn. */
export function leaveMachine(world: World, machine: Machine): void {
  const { place: _place, parent: _parent, ...kept } = machine;
  for (const id of datastoresOf(machine)) {
    const at = store(world, id);
    if (!at) continue;
    const left = at.state.left ?? NONE;
    const home = id === machine.files.vmx.datastore;
    const machines = home ? Object.freeze([...left.machines, Object.freeze(kept)]) : left.machines;
    change(world, at, { ...left, machines }, spaceOn(machine, id).used);
  }
}

/** The machine whose configuration file that is. */
export function leftMachine(world: World, vmx: FileAt): LeftMachine | undefined {
  return store(world, vmx.datastore)?.state.left?.machines.find((m) => sameFile(m.files.vmx, vmx));
}

export function leftMachinesOn(world: World, datastore: string): readonly LeftMachine[] {
  return store(world, datastore)?.state.left?.machines ?? NONE.machines;
}

/** Takes a left machine back onto the inventory, or for good, inside a turn. */
export function takeMachine(world: World, machine: LeftMachine): void {
  for (const id of datastoresOf(machine)) {
    const at = store(world, id);
    if (!at) continue;
    const left = at.state.left ?? NONE;
    change(world, at, { ...left, machines: left.machines.filter((m) => m !== machine) }, -spaceOn(machine, id).used);
  }
}

/** Deletes the .vmx of a left machine, inside a turn: what is left then is its disks. */
export function deleteLeftVmx(world: World, vmx: FileAt): void {
  const machine = leftMachine(world, vmx);
  if (!machine) return;
  takeMachine(world, machine);
  leaveDisks(world, machine);
}

/** Keeps the disks of a machine of which nothing else is kept, inside a turn. */
export function leaveDisks(world: World, { devices }: Pick<Machine, 'devices'>): void {
  for (const device of devices) if (isDisk(device)) leaveDisk(world, device);
}

/** Disks left on a datastore, those of left machines included, wherever these have their home. */
export function leftDisks(world: World, datastore: string): readonly Device[] {
  const left = store(world, datastore)?.state.left;
  const disks = [...(left?.disks ?? NONE.disks)];
  for (const cell of world.ofType('Datastore')) {
    for (const { devices } of leftMachinesOn(world, cell.id)) {
      disks.push(...devices.filter((d) => d.backing?.file?.datastore === datastore));
    }
  }
  return disks;
}

/** Disks left on a datastore of which no machine is left. */
export function leftDisksAlone(world: World, datastore: string): readonly Device[] {
  return store(world, datastore)?.state.left?.disks ?? NONE.disks;
}

/** A left disk has a machine again, or its file is gone: it takes no room of its own any more. Inside a turn. */
export function takeDisk(world: World, file: FileAt): void {
  const at = store(world, file.datastore);
  const left = at?.state.left;
  const disk = left?.disks.find((d) => sameFile(d.backing?.file, file));
  if (!at || !left || !disk) return;
  change(world, at, { ...left, disks: left.disks.filter((d) => d !== disk) }, -bytesOf(disk));
}

/** Every file left on a datastore, as a browser lists them. */
export function leftFiles(world: World, datastore: string): MachineFile[] {
  const left = store(world, datastore)?.state.left ?? NONE;
  const files = [...left.machines.flatMap(filesOf), ...left.disks.flatMap((d) => [...diskFiles(d, new Set())])];
  return files.filter((f) => f.at.datastore === datastore);
}

/** Deletes what was left at a path and below it, inside a turn. False when nothing was. */
export function deleteLeft(world: World, at: FileAt): boolean {
  const under = (file: FileAt) => file.path === at.path || at.path === '' || file.path.startsWith(`${at.path}/`);
  const left = store(world, at.datastore)?.state.left;
  const machines = (left?.machines ?? []).filter((m) => under(m.files.vmx));
  const disks = (left?.disks ?? []).flatMap((d) => (d.backing?.file && under(d.backing.file) ? [d.backing.file] : []));
  for (const m of machines) takeMachine(world, m);
  for (const file of disks) takeDisk(world, file);
  return machines.length + disks.length > 0;
}
