/** In which order the parts of a vApp start and stop, worked out before the first one does. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { VApp } from './v-app.ts';
import { childrenOf, type EntityConfig, entities } from './v-app-entities.ts';
import { isRunning, isSuspended, machinesIn } from './v-app-state.ts';

export type Action = 'powerOn' | 'powerOff' | 'suspend' | 'guestShutdown';

export interface Part {
  /** Id of the machine or vApp. */
  readonly id: string;
  readonly action: Action;
  /** Milliseconds before what comes after it. */
  readonly delay: number;
  /** The delay ends as soon as the guest is heard of. */
  readonly guest: boolean;
}

/** Parts that go together, before those of the next group. */
export type Group = readonly Part[];

const SECOND = 1_000;

/** Groups by start order, each child's part in it as `part` says; a child without one stays out. */
function grouped(self: Cell<VApp>, part: (e: EntityConfig, child: Cell) => Part | undefined): Group[] {
  const children = new Map(childrenOf(self).map((child) => [child.id, child]));
  const groups = new Map<number, Part[]>();
  for (const entity of entities(self)) {
    const own = part(entity, children.get(entity.key.value)!);
    if (!own) continue;
    const group = groups.get(entity.startOrder);
    if (group) group.push(own);
    else groups.set(entity.startOrder, [own]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, parts]) => parts);
}

function powerOf(child: Cell): string | undefined {
  return (child.state as { readonly power?: { readonly state: string } }).power?.state;
}

function startPart(e: EntityConfig, child: Cell): Part {
  const machine = child.is('VirtualMachine');
  const delay = machine ? e.startDelay * SECOND : 0;
  return { id: child.id, action: 'powerOn', delay, guest: machine && e.waitingForGuest };
}

/** Order of a start. A suspended vApp goes on with the machines that are suspended, and no others. */
export function startOrder(self: Cell<VApp>): Group[] {
  guardMachines(self);
  if (isSuspended(self)) {
    return grouped(self, (e, child) =>
      powerOf(child) === 'suspended' || sleeps(child) ? startPart(e, child) : undefined,
    );
  }
  const groups = grouped(self, (e, child) => (e.startAction === 'none' ? undefined : startPart(e, child)));
  if (groups.length === 0) throw new VimFault('MissingPowerOnConfiguration');
  return groups;
}

function sleeps(child: Cell): boolean {
  return child.is('VirtualApp') && isSuspended(child as unknown as Cell<VApp>);
}

/** Order of a stop: the order of the start from its end. */
export function stopOrder(self: Cell<VApp>): Group[] {
  const said = entities(self);
  if (said.length > 0 && said.every((e) => e.stopAction === 'none')) throw new VimFault('MissingPowerOffConfiguration');
  return grouped(self, (e, child) => {
    if (e.stopAction === 'none' || !isUp(child)) return undefined;
    return { id: child.id, action: stopAction(e, child), delay: e.stopDelay * SECOND, guest: false };
  }).reverse();
}

/** A machine that sleeps is only taken out of its sleep by power-off. */
function stopAction(e: EntityConfig, child: Cell): Action {
  return powerOf(child) === 'suspended' ? 'powerOff' : (e.stopAction as Action);
}

function isUp(child: Cell): boolean {
  if (!child.is('VirtualApp')) return powerOf(child) !== 'poweredOff';
  const vApp = child as unknown as Cell<VApp>;
  return isRunning(vApp) || isSuspended(vApp);
}

/** Order in which it is suspended. */
export function suspendOrder(self: Cell<VApp>): Group[] {
  const runs = (child: Cell) =>
    child.is('VirtualApp') ? isRunning(child as unknown as Cell<VApp>) : powerOf(child) === 'poweredOn';
  return grouped(self, (_, child) =>
    runs(child) ? { id: child.id, action: 'suspend', delay: 0, guest: false } : undefined,
  ).reverse();
}

/** Every machine at once, whatever is said of it. */
export function everyMachine(self: Cell<VApp>): Group[] {
  const up = [...machinesIn(self)].filter((vm) => vm.state.power.state !== 'poweredOff');
  return up.length === 0 ? [] : [up.map((vm) => ({ id: vm.id, action: 'powerOff', delay: 0, guest: false }))];
}

function guardMachines(self: Cell<VApp>): void {
  for (const _ of machinesIn(self)) return;
  throw new VimFault('NoVmInVApp');
}
