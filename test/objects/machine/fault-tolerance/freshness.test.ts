/** What is kept of properties of machines, hosts and datastores is what a fresh derivation would give, whatever befalls a pair. */
import { afterAll, describe, expect, it } from 'vitest';
import { twinOf } from '../../../../src/objects/machine/fault-tolerance/tolerance.ts';
import type { Machine } from '../../../../src/objects/machine/machine.ts';
import type { Cell } from '../../../../src/world/cell.ts';
import { Stand } from '../stand.ts';

type Vm = Cell<Machine>;

const CHANGES: readonly (readonly [name: string, change: (stand: Stand, vm: Vm) => unknown])[] = [
  ['it is renamed', (stand, vm) => stand.call(vm, 'Rename_Task', { newName: 'x' })],
  ['it is reconfigured', (stand, vm) => stand.call(vm, 'ReconfigVM_Task', { spec: { annotation: 'x' } })],
  ['it is switched off', (stand, vm) => stand.call(vm, 'PowerOffVM_Task')],
  ['it is suspended', (stand, vm) => stand.call(vm, 'SuspendVM_Task')],
  ['its secondary becomes primary', (stand, vm) => stand.call(vm, 'MakePrimaryVM_Task', { vm: twinOf(vm)!.ref })],
  ['its secondary is disabled', (stand, vm) => stand.call(vm, 'DisableSecondaryVM_Task', { vm: twinOf(vm)!.ref })],
  ['its secondary is terminated', (stand, vm) => stand.call(vm, 'TerminateFaultTolerantVM_Task')],
  ['it runs alone again', (stand, vm) => stand.call(vm, 'TurnOffFaultToleranceForVM_Task')],
  ['its datastore is renamed', (stand) => rename(stand, 'LocalDS_0')],
  ['the host of its secondary crashes', (stand, vm) => crash(stand, twinOf(vm)!)],
  ['its own host crashes', (stand, vm) => crash(stand, vm)],
];

function crash(stand: Stand, vm: Vm): void {
  stand.befall('host.crash', String(vm.one('host')?.get('name')));
}

function rename(stand: Stand, name: string): void {
  const { world } = stand.simulation.site;
  for (const store of world.ofType('Datastore')) {
    if (store.get('name') === name) world.turn(() => world.update(store as Cell<object>, { name: 'x' }));
  }
}

/** Everything kept that a fresh derivation would not give. */
function stale({ simulation }: Stand): string[] {
  const { world } = simulation.site;
  const found = new Set<string>();
  for (const type of ['VirtualMachine', 'HostSystem', 'Datastore', 'ResourcePool']) {
    for (const cell of world.ofType(type)) {
      for (const p of cell.kind.slots) {
        if (p.ageing !== 'facts' && p.ageing !== 'tick') continue;
        const kept = JSON.stringify(world.derive(cell, p).value);
        if (kept !== JSON.stringify(p.value(cell.state as never, cell as never))) found.add(`${type}.${p.name}`);
      }
    }
  }
  return [...found];
}

const stands: Stand[] = [];
afterAll(() => {
  for (const stand of stands) stand.simulation.close();
});

describe('nothing of a pair is out of date after', () => {
  it.each(CHANGES)('%s', async (_, change) => {
    const stand = await Stand.in('primary', 1);
    stands.push(stand);
    expect(stale(stand)).toEqual([]);
    await change(stand, stand.next());
    stand.simulation.site.clock.drain();
    expect(stale(stand)).toEqual([]);
  });
});
