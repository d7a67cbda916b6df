/**
 * Machines that were taken off the inventory and left their files on their datastores. They can be registered again, and
 * take room until they are deleted.
 */
import type { Cell } from '../../../world/cell.ts';
import type { World } from '../../../world/world.ts';
import type { Site } from '../../site.ts';
import type { Datastore } from '../../storage/datastore.ts';
import { sameFile } from '../device/device.ts';
import { leaveDisks, letGo } from '../disk-owner.ts';
import { datastoresOf, filesOf, type MachineFile, spaceOn } from '../files.ts';
import type { FileAt, Machine } from '../machine.ts';
import { deviceLists } from '../snapshot/delta.ts';

/** A machine without the place where it ran. */
export type LeftMachine = Omit<Machine, 'place' | 'parent'>;

export interface LeftOnDatastore {
  readonly left?: { readonly machines: readonly LeftMachine[] } | undefined;
}

type Store = Cell<Datastore & LeftOnDatastore>;

const NONE = { machines: [] } as const;

function store(world: World, id: string): Store | undefined {
  return world.find(id) as Store | undefined;
}

function change(world: World, at: Store, left: NonNullable<LeftOnDatastore['left']>, bytes: number): void {
  const empty = left.machines.length === 0;
  const used = Math.max(0, (at.state.files?.bytes ?? 0) + bytes);
  world.update(at, {
    left: empty ? undefined : Object.freeze(left),
    files: Object.freeze({ ...at.state.files, bytes: used }),
  });
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

/** Machines that left anything on a datastore, wherever their homes are. */
export function* machinesLeftWith(world: World, datastore: string): Generator<LeftMachine> {
  for (const { id } of world.ofType('Datastore')) {
    for (const machine of leftMachinesOn(world, id)) {
      if (id === datastore || datastoresOf(machine).includes(datastore)) yield machine;
    }
  }
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
export function deleteLeftVmx(site: Site, vmx: FileAt): void {
  const machine = leftMachine(site.world, vmx);
  if (!machine) return;
  takeMachine(site.world, machine);
  leaveDisks(site, deviceLists(machine));
}

/** Every file of left machines on a datastore, as a browser lists them. */
export function leftFiles(world: World, datastore: string): MachineFile[] {
  const files = Array.from(machinesLeftWith(world, datastore)).flatMap(filesOf);
  return files.filter((f) => f.at.datastore === datastore && !f.foreign);
}

/** Deletes what machines left at a path and below it, inside a turn; disks elsewhere stay. False when nothing was. */
export function deleteLeft(site: Site, at: FileAt): boolean {
  const under = (file: FileAt) => file.path === at.path || at.path === '' || file.path.startsWith(`${at.path}/`);
  const machines = leftMachinesOn(site.world, at.datastore).filter((m) => under(m.files.vmx));
  for (const machine of machines) {
    takeMachine(site.world, machine);
    const isElsewhere = ({ datastore, path }: FileAt) => datastore !== at.datastore || !under({ datastore, path });
    letGo(site, deviceLists(machine), [], ({ backing }) => isElsewhere(backing.file!));
  }
  return machines.length > 0;
}
