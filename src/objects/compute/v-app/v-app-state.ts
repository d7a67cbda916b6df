/** Whether a vApp runs: it does while any machine in it does, however deep. */
import type { VirtualAppVAppState } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import type { Machine } from '../../machine/machine.ts';
import type { VApp } from './v-app.ts';
import { BELOW, entities, READS_ENTITIES } from './v-app-entities.ts';

/** What a property that calls `vAppState` or `isSuspended` has to declare. */
export const READS_POWER: readonly string[] = [
  'activity',
  ...READS_ENTITIES,
  'vAppVm.power',
  ...BELOW.map((pools) => `${pools}vm.power`),
  'linkedVApp.vAppVm.power',
];

/** Machines in the vApp, in its pools and vApps, and those linked to it. */
export function* machinesIn(self: Cell<VApp>): Generator<Cell<Machine>> {
  yield* self.back<Machine>('vAppVm');
  yield* below(self as unknown as Cell);
  for (const linked of self.back('linkedVApp')) yield* linked.back<Machine>('vAppVm');
}

function* below(pool: Cell): Generator<Cell<Machine>> {
  for (const child of pool.back('resourcePool')) {
    yield* child.back<Machine>('vm');
    yield* below(child);
  }
}

export function isRunning(self: Cell<VApp>): boolean {
  for (const vm of machinesIn(self)) if (vm.state.power.state === 'poweredOn') return true;
  return false;
}

export function vAppState(self: Cell<VApp>): VirtualAppVAppState {
  return self.state.activity?.state ?? (isRunning(self) ? 'started' : 'stopped');
}

/** A machine whose stop action it is to be suspended is only stopped; any other that is suspended makes the vApp so. */
export function isSuspended(self: Cell<VApp>): boolean {
  if (self.state.activity) return self.state.activity.suspended;
  const asleep = [...machinesIn(self)].filter((vm) => vm.state.power.state === 'suspended');
  if (asleep.length === 0 || isRunning(self)) return false;
  const stops = new Map(entities(self).map((e) => [e.key.value, e.stopAction]));
  return asleep.some((vm) => stops.get(vm.id) !== 'suspend');
}
