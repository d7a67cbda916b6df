import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/vim25/value.ts';
import type { Cell } from '../../../src/world/cell.ts';
import { Inventory } from './harness.ts';

const allocation = (reservation: number, limit = -1, expandableReservation = true) => ({
  reservation,
  limit,
  expandableReservation,
  shares: { level: 'normal', shares: 0 },
});
const spec = (cpu: number, memory: number) => ({
  cpuAllocation: allocation(cpu),
  memoryAllocation: allocation(memory),
});
const root = (inv: Inventory) =>
  inv.world.find((inv.named('ClusterComputeResource', 'DC0_C0').get('resourcePool') as Ref).value)!;
const make = (inv: Inventory, parent: Cell, name: string, cpu = 0, memory = 0) =>
  inv.world.find(inv.call<Ref>(parent, 'CreateResourcePool', { name, spec: spec(cpu, memory) }).value)!;

describe('a resource pool', () => {
  it('has what it is given, and its parent has that much less left', () => {
    const inv = new Inventory({ inventory: { vm: 0 } });
    const parent = root(inv);
    const left = () => (parent.get('runtime') as { cpu: { unreservedForPool: number } }).cpu.unreservedForPool;
    const before = left();
    const pool = make(inv, parent, 'gold', 1000, 2048);
    expect(pool.get('config')).toMatchObject({
      cpuAllocation: { reservation: 1000, limit: -1, shares: { shares: 4000, level: 'normal' } },
    });
    expect(left()).toBe(before - 1000);
    expect(parent.get('resourcePool')).toEqual([pool.ref]);
    expect(inv.events()).toContain('ResourcePoolCreatedEvent');
  });

  it('cannot reserve more than there is', () => {
    const inv = new Inventory();
    expect(inv.fault(root(inv), 'CreateResourcePool', { name: 'x', spec: spec(1e9, 0) })._typeName).toBe(
      'InsufficientCpuResourcesFault',
    );
    const bad = { cpuAllocation: allocation(0, -2), memoryAllocation: allocation(0) };
    expect(inv.fault(root(inv), 'CreateResourcePool', { name: 'x', spec: bad })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'spec.cpuAllocation.limit',
    });
  });

  it('is changed and renamed, and the root pool is not', () => {
    const inv = new Inventory();
    const pool = make(inv, root(inv), 'gold');
    inv.call(pool, 'UpdateConfig', { name: 'silver', config: spec(500, 0) });
    expect(pool.get('name')).toBe('silver');
    expect(pool.get('summary')).toMatchObject({ name: 'silver', config: { cpuAllocation: { reservation: 500 } } });
    expect(inv.fault(root(inv), 'UpdateConfig', { config: spec(1, 1) })._typeName).toBe('NotSupported');
  });

  it('dissolves into its parent when destroyed', () => {
    const inv = new Inventory();
    const pool = make(inv, root(inv), 'gold');
    const inner = make(inv, pool, 'inner');
    const vm = inv.named('VirtualMachine', 'DC0_C0_RP0_VM0');
    inv.call(pool, 'MoveIntoResourcePool', { list: [vm.ref] });
    expect(pool.get('vm')).toEqual([vm.ref]);
    inv.done(pool, 'Destroy_Task');
    expect(vm.get('resourcePool')).toEqual(root(inv).ref);
    expect(inner.get('parent')).toEqual(root(inv).ref);
    inv.call(root(inv), 'DestroyChildren');
    expect(root(inv).get('resourcePool')).toEqual([]);
  });

  it('cannot be moved into itself or into another cluster', () => {
    const inv = new Inventory({ inventory: { cluster: 2 } });
    const pool = make(inv, root(inv), 'gold');
    const inner = make(inv, pool, 'inner');
    expect(inv.fault(inner, 'MoveIntoResourcePool', { list: [pool.ref] })._typeName).toBe('InvalidArgument');
    const other = inv.world.find((inv.named('ClusterComputeResource', 'DC0_C1').get('resourcePool') as Ref).value)!;
    expect(inv.fault(other, 'MoveIntoResourcePool', { list: [pool.ref] })._typeName).toBe('NotSupported');
  });

  it('has no more in all its children than it has itself', () => {
    const inv = new Inventory({ inventory: { vm: 0 } });
    const parent = root(inv);
    const [a, b] = [make(inv, parent, 'a'), make(inv, parent, 'b')];
    const { unreservedForPool } = (parent.get('runtime') as { cpu: { unreservedForPool: number } }).cpu;
    const each = Math.ceil(unreservedForPool * 0.6);
    const given = [a, b].map((pool) => ({ entity: pool.ref, ...spec(each, 0) }));
    expect(inv.fault(parent, 'UpdateChildResourceConfiguration', { spec: given })._typeName).toBe(
      'InsufficientCpuResourcesFault',
    );
    inv.call(parent, 'UpdateChildResourceConfiguration', { spec: given.slice(1) });
    expect(b.get('config')).toMatchObject({ cpuAllocation: { reservation: each } });
  });

  it('is not changed by who knows an old version of it', () => {
    const inv = new Inventory();
    const pool = make(inv, root(inv), 'gold');
    const { changeVersion } = pool.get('config') as { changeVersion: string };
    const old = { ...spec(1, 1), changeVersion: '1999-01-01T00:00:00Z' };
    expect(inv.fault(pool, 'UpdateConfig', { config: old })._typeName).toBe('ConcurrentAccess');
    inv.call(pool, 'UpdateConfig', { config: { ...spec(1, 1), changeVersion } });
    expect(pool.get('config')).toMatchObject({ cpuAllocation: { reservation: 1 } });
  });

  it('takes in no two of a name, and nothing that would be too deep', () => {
    const inv = new Inventory({ inventory: { vm: 0 } });
    const [a, b, c] = ['a', 'b', 'c'].map((name) => make(inv, root(inv), name)) as [Cell, Cell, Cell];
    const twins = [make(inv, a, 'x').ref, make(inv, b, 'x').ref];
    expect(inv.fault(c, 'MoveIntoResourcePool', { list: twins })._typeName).toBe('DuplicateName');
    let deep = c;
    for (let i = 0; i < 5; i++) deep = make(inv, deep, `c${i}`);
    expect(inv.fault(deep, 'MoveIntoResourcePool', { list: [a.ref] })._typeName).toBe('InvalidState');
    expect(a.get('parent')).toEqual(root(inv).ref);
  });

  it('tells of machines that move into it', () => {
    const inv = new Inventory();
    const pool = make(inv, root(inv), 'gold');
    inv.call(pool, 'MoveIntoResourcePool', { list: [inv.named('VirtualMachine', 'DC0_C0_RP0_VM0').ref] });
    expect(inv.events()).toContain('VmResourcePoolMovedEvent');
  });

  it('shows what its machines reserve', () => {
    const inv = new Inventory();
    const used = () =>
      (root(inv).get('runtime') as { memory: { reservationUsedForVm: number } }).memory.reservationUsedForVm;
    const running = used();
    inv.done(inv.named('VirtualMachine', 'DC0_C0_RP0_VM0'), 'PowerOffVM_Task');
    expect(used()).toBeLessThan(running);
  });
});

describe('a vApp', () => {
  it('stands in a pool and is shown in a VM folder', () => {
    const inv = new Inventory();
    const folder = inv.named('Folder', 'vm');
    const args = { name: 'shop', resSpec: spec(0, 0), configSpec: { annotation: 'sells' }, vmFolder: folder.ref };
    const vApp = inv.world.find(inv.call<Ref>(root(inv), 'CreateVApp', args).value)!;
    expect(vApp.get('parent')).toEqual(root(inv).ref);
    expect(vApp.get('parentFolder')).toEqual(folder.ref);
    expect(folder.get('childEntity')).toContainEqual(vApp.ref);
    expect(vApp.get('vAppConfig')).toMatchObject({ annotation: 'sells' });
    expect(inv.fault(root(inv), 'CreateVApp', { ...args, name: 'other', vmFolder: undefined })).toMatchObject({
      invalidProperty: 'vmFolder',
    });
  });

  it('goes with its machines once they are off', () => {
    const inv = new Inventory({ inventory: { app: 1, vm: 1 } });
    const vApp = inv.named('VirtualApp', 'DC0_C0_APP0');
    const vm = inv.named('VirtualMachine', 'DC0_C0_APP0_VM0');
    expect(vApp.get('summary')).toMatchObject({ vAppState: 'started' });
    expect(inv.fault(vApp, 'Destroy_Task')._typeName).toBe('InvalidPowerState');
    inv.done(vm, 'PowerOffVM_Task');
    inv.done(vApp, 'Destroy_Task');
    expect(vm.alive || vApp.alive).toBe(false);
  });
});

describe('a machine of a vApp', () => {
  it('comes into a folder when it leaves the vApp, and out of it again when it joins', () => {
    const inv = new Inventory({ inventory: { app: 1, vm: 1 } });
    const vApp = inv.named('VirtualApp', 'DC0_C0_APP0');
    const vm = inv.named('VirtualMachine', 'DC0_C0_APP0_VM0');
    const folder = inv.named('Folder', 'vm');
    expect([vm.get('parent'), vm.get('parentVApp')]).toEqual([undefined, vApp.ref]);
    inv.call(root(inv), 'MoveIntoResourcePool', { list: [vm.ref] });
    expect([vm.get('parent'), vm.get('parentVApp')]).toEqual([folder.ref, undefined]);
    expect(folder.get('childEntity')).toContainEqual(vm.ref);
    inv.call(vApp, 'MoveIntoResourcePool', { list: [vm.ref] });
    expect([vm.get('parent'), vm.get('parentVApp')]).toEqual([undefined, vApp.ref]);
    expect(folder.get('childEntity')).not.toContainEqual(vm.ref);
  });

  it('stays while the folder has another of its name', () => {
    const inv = new Inventory({ inventory: { app: 1, vm: 1 } });
    const vm = inv.named('VirtualMachine', 'DC0_C0_APP0_VM0');
    inv.done(vm, 'Rename_Task', { newName: 'DC0_H0_VM0' });
    expect(inv.fault(root(inv), 'MoveIntoResourcePool', { list: [vm.ref] })).toMatchObject({
      _typeName: 'DuplicateName',
    });
  });

  it('keeps the vApp while it runs in a pool of the vApp', () => {
    const inv = new Inventory({ inventory: { app: 1, vm: 1 } });
    const vApp = inv.named('VirtualApp', 'DC0_C0_APP0');
    const vm = inv.named('VirtualMachine', 'DC0_C0_APP0_VM0');
    const pool = make(inv, vApp, 'inner');
    inv.call(pool, 'MoveIntoResourcePool', { list: [vm.ref] });
    expect(inv.fault(vApp, 'Destroy_Task')._typeName).toBe('InvalidPowerState');
    expect(vm.alive && vApp.alive).toBe(true);
    inv.done(vm, 'PowerOffVM_Task');
    inv.done(vApp, 'Destroy_Task');
    expect(vm.alive || pool.alive).toBe(false);
  });
});

describe('a vApp in another', () => {
  it('stands in no folder, and in one again when it comes out', () => {
    const inv = new Inventory({ inventory: { app: 2, vm: 1 } });
    const [outer, inner] = ['DC0_C0_APP0', 'DC0_C0_APP1'].map((name) => inv.named('VirtualApp', name)) as [Cell, Cell];
    inv.call(outer, 'MoveIntoResourcePool', { list: [inner.ref] });
    expect([inner.get('parentFolder'), inner.get('parentVApp')]).toEqual([undefined, outer.ref]);
    inv.call(root(inv), 'MoveIntoResourcePool', { list: [inner.ref] });
    expect([inner.get('parentFolder'), inner.get('parentVApp')]).toEqual([inv.named('Folder', 'vm').ref, undefined]);
  });
});

describe('a cluster', () => {
  it('keeps rules and groups by their keys', () => {
    const inv = new Inventory();
    const cluster = inv.named('ClusterComputeResource', 'DC0_C0');
    const vms = [...inv.world.ofType('VirtualMachine')].slice(2).map((vm) => vm.ref);
    const reconfigure = (change: object) =>
      inv.done(cluster, 'ReconfigureComputeResource_Task', {
        spec: { _typeName: 'ClusterConfigSpecEx', ...change },
        modify: true,
      });
    const rule = { _typeName: 'ClusterAntiAffinityRuleSpec', name: 'apart', vm: vms };
    reconfigure({
      rulesSpec: [{ operation: 'add', info: rule }],
      groupSpec: [{ operation: 'add', info: { _typeName: 'ClusterVmGroup', name: 'g', vm: vms } }],
    });
    expect(cluster.get('configurationEx')).toMatchObject({
      rule: [{ key: 1, name: 'apart', enabled: true }],
      group: [{ name: 'g' }],
    });
    expect(inv.call(cluster, 'FindRulesForVm', { vm: vms[0] })).toMatchObject([{ name: 'apart' }]);
    reconfigure({ rulesSpec: [{ operation: 'remove', removeKey: 1 }], dasConfig: { enabled: true } });
    expect(cluster.get('configuration')).toMatchObject({
      rule: [],
      dasConfig: { enabled: true, hostMonitoring: 'enabled' },
      drsConfig: { enabled: true },
    });
    expect(inv.events()).toContain('ClusterReconfiguredEvent');
    expect(
      inv.fault(cluster, 'ReconfigureComputeResource_Task', {
        spec: { rulesSpec: [{ operation: 'remove', removeKey: 9 }] },
        modify: true,
      })._typeName,
    ).toBe('InvalidArgument');
  });

  it('goes with its hosts and pools', () => {
    const inv = new Inventory({ inventory: { pool: 1 } });
    inv.done(inv.named('ClusterComputeResource', 'DC0_C0'), 'Destroy_Task');
    expect(inv.has('HostSystem', 'DC0_C0_H0')).toBe(false);
    expect(inv.has('ResourcePool', 'DC0_C0_RP1')).toBe(false);
    expect([...inv.world.ofType('VirtualMachine')].map((vm) => vm.get('name'))).toEqual(['DC0_H0_VM0', 'DC0_H0_VM1']);
  });
});
