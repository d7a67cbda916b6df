/** Children of vApps come and go, but not while the whole is being started or stopped. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { World } from '../../../world/world.ts';
import type { Machine } from '../../machine/machine.ts';
import type { AnyMethod, ManagedObject } from '../../managed-object.ts';
import type { VApp } from './v-app.ts';
import { isLinkedMachine, withoutChild } from './v-app-entities.ts';

/** The vApps around something, nearest first, links included. */
export function* vAppsAround(cell: Cell): Generator<Cell<VApp>> {
  const above = cell.is('VirtualMachine') ? [cell.one('parentVApp'), cell.one('pool')] : [cell.one('parent')];
  const linkedTo = cell.is('VirtualApp') ? cell.one('linkedTo') : undefined;
  const seen = new Set<Cell>();
  for (const next of [...above, linkedTo]) {
    if (!next || seen.has(next)) continue;
    seen.add(next);
    if (next.is('VirtualApp')) yield next as unknown as Cell<VApp>;
    if (next.is('ResourcePool')) yield* vAppsAround(next);
  }
}

/** Throws VAppOperationInProgress when a vApp that something leaves or comes into is starting or stopping. */
export function guardResting(target: Cell, cell: Cell): void {
  const into = target.is('VirtualApp') ? [target as unknown as Cell<VApp>] : [];
  for (const vApp of [...into, ...vAppsAround(target), ...vAppsAround(cell)]) {
    if (vApp.state.activity) throw new VimFault('VAppOperationInProgress');
  }
}

/** Throws VAppTaskInProgress when a vApp around something is starting or stopping: it sees to its parts itself. */
export function guardOwnPower(cell: Cell): void {
  for (const vApp of vAppsAround(cell)) {
    const { activity } = vApp.state;
    if (activity) throw new VimFault('VAppTaskInProgress', { task: { type: 'Task', value: activity.task } });
  }
}

/** Methods that a vApp around their object keeps for itself while it starts or stops. */
export function freeOfVApps<M extends object>(methods: M): M {
  const guarded = Object.entries(methods as ManagedObject['methods']).map(([name, run]): [string, AnyMethod] => [
    name,
    (call, self, args) => {
      guardOwnPower(self as unknown as Cell);
      return run!(call, self, args);
    },
  ]);
  return Object.fromEntries(guarded) as M;
}

function isLinkedChild(child: Cell): boolean {
  if (child.is('VirtualApp')) return child.one('linkedTo') !== undefined;
  return child.is('VirtualMachine') && isLinkedMachine((child as unknown as Cell<Machine>).state);
}

function linkOf(child: Cell): Cell<VApp> | undefined {
  return child.one<VApp>(child.is('VirtualMachine') ? 'parentVApp' : 'linkedTo');
}

/** What was said of a child in the vApp it leaves is forgotten. Inside a turn. */
export function leaveVApp(world: World, child: Cell, target: Cell<never> | Cell<object>): void {
  const staysLinked = isLinkedChild(child) && !target.is('VirtualApp');
  if (staysLinked) return;
  const before = isLinkedChild(child) ? linkOf(child) : child.one<VApp>(child.is('VirtualMachine') ? 'pool' : 'parent');
  if (!before?.is('VirtualApp') || before.id === target.id) return;
  world.update(before, { settings: withoutChild(before, child.id) });
  if (child.is('VirtualApp')) world.update(child as unknown as Cell<VApp>, { linkedTo: undefined });
}
