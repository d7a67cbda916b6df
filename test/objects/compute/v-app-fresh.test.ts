import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/vim25/value.ts';
import type { Cell } from '../../../src/world/cell.ts';
import { Inventory } from '../inventory/harness.ts';
import { FREE } from './v-app-shop.ts';

const TYPES = ['VirtualApp', 'VirtualMachine', 'ResourcePool', 'Folder'];

/** Everything kept that a fresh derivation would not give: a property that reads more than it says. */
function stale({ world }: Inventory): string[] {
  const found = TYPES.flatMap((type) =>
    [...world.ofType(type)].flatMap((cell) =>
      cell.kind.slots.flatMap((p) => {
        if (p.ageing !== 'facts' && p.ageing !== 'tick') return [];
        const kept = JSON.stringify(world.derive(cell, p).value);
        return kept === JSON.stringify(p.value(cell.state as never, cell as never)) ? [] : [`${type}.${p.name}`];
      }),
    ),
  );
  return [...new Set(found)];
}

/** A vApp with a machine, a vApp and a pool in it, each of these with a machine too. */
function nested() {
  const inv = new Inventory();
  const cell = (ref: unknown): Cell => inv.world.find((ref as Ref).value)!;
  const root = cell(inv.named('ClusterComputeResource', 'DC0_C0').get('resourcePool'));
  const vmFolder = inv.named('Datacenter', 'DC0').get('vmFolder');
  const vApp = (parent: Cell, name: string) =>
    cell(inv.call(parent, 'CreateVApp', { name, resSpec: FREE, configSpec: {}, vmFolder }));
  const machine = (parent: Cell, name: string) =>
    cell(inv.done(parent, 'CreateChildVM_Task', { config: { name, files: { vmPathName: '[LocalDS_0]' } } }));
  const outer = vApp(root, 'outer');
  const inner = vApp(outer, 'inner');
  const pool = cell(inv.call(inner, 'CreateResourcePool', { name: 'pool', spec: FREE }));
  const [top, deep] = [machine(outer, 'top'), machine(inner, 'deep')];
  const loose = inv.named('VirtualMachine', 'DC0_C0_RP0_VM0');
  return { inv, root, outer, inner, pool, top, deep, loose };
}

type World = ReturnType<typeof nested>;

const link = (key: Cell) => ({ addChangeSet: [{ key: key.ref, destroyWithParent: true }] });
const transport = { vAppConfig: { ovfEnvironmentTransport: ['com.vmware.guestInfo'] } };
const property = { property: [{ operation: 'add', info: { key: 1, id: 'p', value: 'x' } }] };
const named = (spec: object) => ({ spec });

const CHANGES: readonly (readonly [string, (w: World) => unknown])[] = [
  ['a machine started', ({ inv, deep }) => inv.done(deep, 'PowerOnVM_Task')],
  ['the whole started', ({ inv, outer }) => inv.call(outer, 'PowerOnVApp_Task')],
  [
    'a machine moved into a pool',
    ({ inv, pool, loose }) => inv.call(pool, 'MoveIntoResourcePool', { list: [loose.ref] }),
  ],
  [
    'a machine moved into a pool of the vApp, and started',
    ({ inv, pool, deep }) => {
      inv.call(pool, 'MoveIntoResourcePool', { list: [deep.ref] });
      stale(inv);
      inv.done(deep, 'PowerOnVM_Task');
    },
  ],
  ['a vApp moved out', ({ inv, root, inner }) => inv.call(root, 'MoveIntoResourcePool', { list: [inner.ref] })],
  ['a machine linked', ({ inv, outer, loose }) => inv.call(outer, 'UpdateLinkedChildren', link(loose))],
  [
    'a child said of',
    ({ inv, outer, top }) =>
      inv.call(outer, 'UpdateVAppConfig', named({ entityConfig: [{ key: top.ref, startOrder: 4 }] })),
  ],
  ['a property said', ({ inv, outer }) => inv.call(outer, 'UpdateVAppConfig', named(property))],
  ['a machine told of its properties', ({ inv, loose }) => inv.done(loose, 'ReconfigVM_Task', named(transport))],
  ['a machine destroyed', ({ inv, top }) => inv.done(top, 'Destroy_Task')],
  ['a vApp renamed', ({ inv, inner }) => inv.done(inner, 'Rename_Task', { newName: 'other' })],
];

describe('what is shown of vApps', () => {
  it.each(CHANGES)('is true after %s', (_, change) => {
    const world = nested();
    stale(world.inv);
    change(world);
    expect(stale(world.inv)).toEqual([]);
  });

  it('is true when a linked vApp and a machine that reads its vApp change', () => {
    const world = nested();
    const { inv, root, outer, inner, deep, top } = world;
    inv.call(root, 'MoveIntoResourcePool', { list: [inner.ref] });
    inv.call(outer, 'UpdateLinkedChildren', link(inner));
    for (const vm of [deep, top]) inv.done(vm, 'ReconfigVM_Task', named(transport));
    const steps = [
      () => inv.done(deep, 'PowerOnVM_Task'),
      () => inv.done(top, 'PowerOnVM_Task'),
      () => inv.call(outer, 'UpdateVAppConfig', named(property)),
      () => inv.done(deep, 'ReconfigVM_Task', named({ vAppConfig: property })),
      () => inv.done(deep, 'Rename_Task', { newName: 'deeper' }),
    ];
    for (const step of steps) {
      stale(inv);
      step();
      expect(stale(inv)).toEqual([]);
    }
  });
});

describe('a vApp that is under way', () => {
  it('goes on where it was when an image brings it back', async () => {
    const { inv, outer, top, loose } = nested();
    const { clock, tasks } = inv.sim.site;
    inv.done(loose, 'PowerOffVM_Task');
    inv.call(outer, 'MoveIntoResourcePool', { list: [loose.ref] });
    const power = () =>
      [top, loose].map(({ id }) => (inv.world.find(id)!.get('runtime') as { powerState: string }).powerState);
    const task = inv.call<Ref>(outer, 'PowerOnVApp_Task');
    const image = inv.world.save();
    await clock.advance(600_000);
    expect([inv.info(task).state, ...power()]).toEqual(['success', 'poweredOn', 'poweredOn']);
    inv.world.restore(image);
    expect([inv.info(task).state, ...power()]).toEqual(['running', 'poweredOn', 'poweredOff']);
    tasks.resume();
    await clock.advance(600_000);
    expect([inv.info(task).state, ...power()]).toEqual(['success', 'poweredOn', 'poweredOn']);
  });
});
