import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/world/cell.ts';
import { VimFault } from '../../../src/world/fault.ts';
import { type Workshop, workshop } from './workshop.ts';

type Act = (shop: Workshop, n: number) => unknown;

const vms = (shop: Workshop) => [...shop.world.ofType('VirtualMachine')];
const vm = (shop: Workshop, n: number) => vms(shop)[n % vms(shop).length]!;
const ofSnapshot =
  (name: string, args: object = {}): Act =>
  (shop, n) => {
    const all = [...shop.world.ofType('VirtualMachineSnapshot')];
    return all.length === 0 ? undefined : shop.call(all[n % all.length]!, name, args as never);
  };
const method =
  (name: string, args: object = {}): Act =>
  (shop, n) =>
    shop.call(vm(shop, n), name, args as never);
const change =
  (id: string, patch: object): Act =>
  (shop) =>
    shop.world.turn(() => shop.world.update(shop.at(id), patch));
const ref = (type: string, value: string) => ({ type, value });
const pool = ref('ResourcePool', 'resgroup-8');

const ACTS: readonly Act[] = [
  (shop, n) => shop.seed({ name: `seed${n}`, poweredOn: n % 2 === 0, datastore: `datastore-${(n % 2) + 1}` }),
  method('PowerOnVM_Task'),
  method('PowerOffVM_Task'),
  method('SuspendVM_Task'),
  (shop, n) => method('Rename_Task', { newName: `name${n}` })(shop, n),
  (shop, n) =>
    method('ReconfigVM_Task', { spec: { annotation: `a${n}`, memoryMB: 4 * (n + 1), numCPUs: 1 + (n % 3) } })(shop, n),
  method('ReconfigVM_Task', {
    spec: { deviceChange: [{ operation: 'remove', device: { _typeName: 'VirtualVmxnet3', key: 4000 } }] },
  }),
  method('CreateSnapshot_Task', { name: 's', memory: false, quiesce: false }),
  method('RevertToCurrentSnapshot_Task'),
  ofSnapshot('RemoveSnapshot_Task', { removeChildren: false }),
  ofSnapshot('RevertToSnapshot_Task'),
  ofSnapshot('RenameSnapshot', { name: 'renamed' }),
  method('RelocateVM_Task', { spec: { datastore: ref('Datastore', 'datastore-2') } }),
  method('MigrateVM_Task', { host: ref('HostSystem', 'host-2'), priority: 'defaultPriority' }),
  method('MarkAsTemplate'),
  method('MarkAsVirtualMachine', { pool }),
  method('UnregisterVM'),
  (shop, n) =>
    method('CloneVM_Task', {
      folder: ref('Folder', 'group-v3'),
      name: `clone${n}`,
      spec: { location: { pool }, powerOn: n % 2 === 0, template: false },
    })(shop, n),
  (shop, n) => change('datastore-1', { name: `DS${n}` })(shop, n),
  (shop, n) => change('network-1', { name: `Net${n}` })(shop, n),
  (shop, n) =>
    change('host-1', {
      runtime: { connection: n % 2 ? 'connected' : 'notResponding', power: 'poweredOn', maintenance: false },
    })(shop, n),
  (shop) => shop.world.nextTick(),
];

/** Properties whose kept value is not what is derived from scratch. */
function stale(cell: Cell): string[] {
  return Array.from(cell.kind.properties.values()).flatMap((p) => {
    if (p.ageing === 'viewer' || p.ageing === 'clock') return [];
    const kept = JSON.stringify(cell.get(p.name));
    return kept === JSON.stringify(p.value(cell.state as never, cell as never)) ? [] : [`${cell.id}.${p.name}`];
  });
}

describe('whatever is done to machines and what they stand on', () => {
  it('no property shows what it was before', () => {
    const step = fc.tuple(fc.constantFrom(...ACTS), fc.nat(20));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const shop = workshop();
        shop.seed({ name: 'first', poweredOn: true });
        for (const [act, n] of steps) {
          const watched = [...vms(shop), ...shop.world.ofType('VirtualMachineSnapshot')];
          for (const cell of watched) for (const p of cell.kind.properties.keys()) cell.get(p);
          try {
            if (vms(shop).length > 0) act(shop, n);
          } catch (error) {
            if (!(error instanceof VimFault)) throw error;
          }
          expect(watched.filter((cell) => cell.alive).flatMap(stale)).toEqual([]);
        }
        sums(shop);
      }),
      { numRuns: 60 },
    );
  });
});

/** What hosts and datastores sum up is what their machines say one by one. */
function sums(shop: Workshop): void {
  const storage = (cell: Cell) =>
    (cell.get('storage') as { perDatastoreUsage: { datastore: { value: string }; committed: number }[] })
      .perDatastoreUsage;
  for (const id of ['datastore-1', 'datastore-2']) {
    const bytes = vms(shop)
      .flatMap(storage)
      .filter((u) => u.datastore.value === id);
    expect(shop.at(id).sum('vmBytes')).toBe(bytes.reduce((sum, u) => sum + u.committed, 0));
  }
  const runtime = (cell: Cell) => cell.get('runtime') as { powerState: string; host?: { value: string } };
  for (const id of ['host-1', 'host-2', 'host-3']) {
    const running = vms(shop)
      .map(runtime)
      .filter((r) => r.powerState === 'poweredOn' && r.host?.value === id);
    expect(shop.at(id).sum('vmPoweredOn')).toBe(running.length);
  }
}
