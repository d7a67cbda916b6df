import { describe, expect, it } from 'vitest';
import type { SnapshotFacets } from '../../../src/objects/machine/snapshot/snapshot.ts';
import type { Cell } from '../../../src/world/cell.ts';
import { faultOf, workshop } from './workshop.ts';

type Any = { readonly [property: string]: never };
const at = (cell: { get(p: string): unknown }, path: string): unknown =>
  path.split('.').reduce<unknown>((v, step, i) => (i === 0 ? cell.get(step) : (v as Any)?.[step]), undefined);

function machine(poweredOn = false) {
  const shop = workshop();
  const vm = shop.seed({ name: 'vm', poweredOn });
  const change = (spec: object) => shop.call(vm, 'ReconfigVM_Task', { spec });
  return { ...shop, vm, change, refused: (spec: object) => faultOf(() => change(spec)) };
}

describe('a reconfiguration', () => {
  it('reads back exactly, in config and summary alike, and says what it did', () => {
    const { vm, change, events } = machine();
    const before = at(vm, 'config.changeVersion');
    events();
    change({ numCPUs: 4, numCoresPerSocket: 2, memoryMB: 2048, annotation: 'a\nb', guestId: 'debian11_64Guest' });
    expect(vm.get('config')).toMatchObject({
      annotation: 'a\nb',
      guestId: 'debian11_64Guest',
      guestFullName: 'Debian GNU/Linux 11 (64-bit)',
      hardware: { numCPU: 4, numCoresPerSocket: 2, memoryMB: 2048 },
    });
    expect(at(vm, 'summary.config')).toMatchObject({ numCpu: 4, memorySizeMB: 2048, annotation: 'a\nb' });
    expect(at(vm, 'config.changeVersion')).not.toBe(before);
    expect(events()).toEqual(['VmReconfiguredEvent', 'VmResourceReallocatedEvent']);
  });

  it('sets, changes and removes extra options', () => {
    const { vm, change } = machine();
    const option = (key: string, value?: unknown) => change({ extraConfig: [{ key, value }] });
    option('a', '1');
    option('b', 2);
    option('a', '3');
    expect(at(vm, 'config.extraConfig')).toMatchObject([
      { key: 'a', value: '3' },
      { key: 'b', value: '2' },
    ]);
    option('a', '');
    option('b');
    expect(at(vm, 'config.extraConfig')).toEqual([]);
  });

  it('renames the machine and not its files', () => {
    const { vm, change, events } = machine();
    events();
    change({ name: 'other' });
    expect([vm.get('name'), at(vm, 'config.files.vmPathName')]).toEqual(['other', '[LocalDS_0] vm/vm.vmx']);
    expect(events()).toEqual(['VmReconfiguredEvent', 'VmRenamedEvent']);
  });

  it('of an older version than the machine’s is a ConcurrentAccess', () => {
    const { vm, change, refused } = machine();
    const changeVersion = at(vm, 'config.changeVersion');
    change({ changeVersion, annotation: 'first' });
    expect(refused({ changeVersion, annotation: 'second' }).type).toBe('ConcurrentAccess');
    expect(at(vm, 'config.annotation')).toBe('first');
  });

  it.each([
    [{ memoryMB: 2048 }, 'MemoryHotPlugNotSupported'],
    [{ numCPUs: 2 }, 'CpuHotPlugNotSupported'],
    [{ guestId: 'debian11_64Guest' }, 'InvalidPowerState'],
  ])('%o of a running machine is refused as %s', (spec, type) => {
    expect(machine(true).refused(spec).type).toBe(type);
  });

  it('grows a running machine where hot add was switched on before', () => {
    const { vm, change, call } = machine();
    change({ guestId: 'windows2019srv_64Guest', memoryHotAddEnabled: true, cpuHotAddEnabled: true });
    call(vm, 'PowerOnVM_Task');
    change({ memoryMB: 512, numCPUs: 2 });
    expect(at(vm, 'config.hardware')).toMatchObject({ memoryMB: 512, numCPU: 2 });
  });

  it('keeps shares, limits and reservations that make sense', () => {
    const { vm, change, refused } = machine();
    change({ cpuAllocation: { reservation: 500, limit: 1000, shares: { level: 'high', shares: 0 } } });
    expect(at(vm, 'config.cpuAllocation')).toMatchObject({
      reservation: 500,
      limit: 1000,
      shares: { level: 'high', shares: 2000 },
    });
    expect(refused({ cpuAllocation: { limit: 100 } }).detail['invalidProperty']).toBe('configSpec.cpuAllocation.limit');
  });
});

describe('snapshots', () => {
  const files = (vm: { get(p: string): unknown }) => {
    const devices = at(vm, 'config.hardware.device') as { key: number; backing?: { fileName?: string } }[];
    return devices.find((d) => d.key === 2000)?.backing?.fileName;
  };
  function shot() {
    const shop = machine();
    const take = (name: string, memory = false) =>
      shop.find<SnapshotFacets>(
        shop.call(shop.vm, 'CreateSnapshot_Task', { name, description: `about ${name}`, memory, quiesce: true }),
      );
    return {
      ...shop,
      take,
      remove: (s: Cell<SnapshotFacets>, removeChildren = false) =>
        shop.call(s, 'RemoveSnapshot_Task', { removeChildren }),
    };
  }

  it('stand in a tree, and the disk goes on in a file of its own', () => {
    const { vm, take } = shot();
    const first = take('first');
    const second = take('second');
    expect(vm.get('snapshot')).toMatchObject({
      currentSnapshot: second.ref,
      rootSnapshotList: [{ name: 'first', id: 1, quiesced: false, childSnapshotList: [{ name: 'second', id: 2 }] }],
    });
    expect(first.get('childSnapshot')).toEqual([second.ref]);
    expect(files(vm)).toBe('[LocalDS_0] vm/vm-000002.vmdk');
  });

  it('keep the configuration of their moment', () => {
    const { vm, take, change } = shot();
    change({ annotation: 'then' });
    const moment = take('moment');
    change({ annotation: 'now' });
    expect([at(moment, 'config.annotation'), at(vm, 'config.annotation')]).toEqual(['then', 'now']);
  });

  it('give the disk back its file when they go, and unset the property when none is left', () => {
    const { vm, take, remove } = shot();
    remove(take('only'));
    expect([files(vm), vm.get('snapshot'), vm.get('rootSnapshot')]).toEqual(['[LocalDS_0] vm/vm.vmdk', undefined, []]);
  });

  it('leave their children to their parent', () => {
    const { vm, take, remove } = shot();
    take('first');
    const second = take('second');
    take('third');
    remove(second);
    expect(at(vm, 'snapshot.rootSnapshotList')).toMatchObject([
      { name: 'first', childSnapshotList: [{ name: 'third' }] },
    ]);
  });

  it('go with all below them, or all at once', () => {
    const { vm, take, remove, call, world } = shot();
    const first = take('first');
    take('second');
    remove(first, true);
    expect(vm.get('snapshot')).toBeUndefined();
    take('third');
    call(vm, 'RevertToCurrentSnapshot_Task');
    take('fourth');
    call(vm, 'RemoveAllSnapshots_Task');
    expect([vm.get('snapshot'), files(vm), world.ofType('VirtualMachineSnapshot').size]).toEqual([
      undefined,
      '[LocalDS_0] vm/vm.vmdk',
      0,
    ]);
  });

  it('bring back configuration and disks', () => {
    const { vm, take, change, call } = shot();
    change({ annotation: 'then', memoryMB: 64 });
    const moment = take('moment');
    change({ annotation: 'now', memoryMB: 128 });
    call(vm, 'PowerOnVM_Task');
    call(moment, 'RevertToSnapshot_Task');
    expect(at(vm, 'config')).toMatchObject({ annotation: 'then', hardware: { memoryMB: 64 } });
    expect(at(vm, 'runtime.powerState')).toBe('poweredOff');
  });

  it('kept with memory run again', () => {
    const { vm, take, call } = shot();
    call(vm, 'PowerOnVM_Task');
    const moment = take('moment', true);
    call(vm, 'PowerOffVM_Task');
    call(moment, 'RevertToSnapshot_Task');
    expect(at(vm, 'runtime.powerState')).toBe('poweredOn');
  });

  it('to go back to must be there', () => {
    const { vm, call } = machine();
    expect(faultOf(() => call(vm, 'RevertToCurrentSnapshot_Task')).type).toBe('NotFound');
  });

  it('come back with a machine that is registered again', () => {
    const { vm, take, call, at: cell, find } = shot();
    const first = take('first').ref;
    call(vm, 'UnregisterVM');
    const pool = { type: 'ResourcePool', value: 'resgroup-8' };
    const args = { path: '[LocalDS_0] vm/vm.vmx', asTemplate: false, pool };
    const again = find(call(cell('group-v3'), 'RegisterVM_Task', args));
    expect(again.get('rootSnapshot')).toEqual([first]);
    expect(find<SnapshotFacets>(first).get('vm')).toEqual(again.ref);
  });

  it('go with their machine', () => {
    const { vm, take, call, world } = shot();
    take('first');
    call(vm, 'Destroy_Task');
    expect(world.ofType('VirtualMachineSnapshot').size).toBe(0);
  });
});

describe('a clone', () => {
  const location = { pool: { type: 'ResourcePool', value: 'resgroup-8' } };
  const folder = { type: 'Folder', value: 'group-v3' };

  it('is a machine of its own', () => {
    const { vm, call, find, change } = machine();
    change({ annotation: 'copied' });
    const copy = find(
      call(vm, 'CloneVM_Task', { folder, name: 'copy', spec: { location, powerOn: true, template: false } }),
    );
    expect([copy.get('name'), at(copy, 'config.annotation'), at(copy, 'runtime.powerState')]).toEqual([
      'copy',
      'copied',
      'poweredOn',
    ]);
    expect(at(copy, 'config.files.vmPathName')).toBe('[LocalDS_0] copy/copy.vmx');
    for (const path of ['config.uuid', 'config.instanceUuid']) expect(at(copy, path)).not.toBe(at(vm, path));
    const [own, others] = [copy, vm].map((m) => m.state.devices.map((d) => d.macAddress ?? d.backing?.file?.path));
    expect(own!.filter((v) => v !== undefined && others!.includes(v))).toEqual([]);
  });

  it('takes a spec of its own, and may be a template', () => {
    const { vm, call, find } = machine();
    const spec = { location: {}, powerOn: false, template: true, config: { numCPUs: 2, annotation: 'mould' } };
    const copy = find(call(vm, 'CloneVM_Task', { folder, name: 'mould', spec }));
    expect(copy.get('config')).toMatchObject({ template: true, annotation: 'mould', hardware: { numCPU: 2 } });
    expect(copy.get('resourcePool')).toBeUndefined();
  });

  it('of a snapshot is linked to the disks it keeps', () => {
    const { vm, call, find } = machine();
    const snapshot = call(vm, 'CreateSnapshot_Task', { name: 's', memory: false, quiesce: false });
    const spec = {
      location: { ...location, diskMoveType: 'createNewChildDiskBacking' },
      powerOn: false,
      template: false,
      snapshot,
    };
    const copy = find(call(vm, 'CloneVM_Task', { folder, name: 'linked', spec }));
    expect(copy.state.devices.find((d) => d.key === 2000)?.backing).toMatchObject({
      file: { path: 'linked/linked.vmdk' },
      parent: { file: { path: 'vm/vm.vmdk' } },
    });
  });

  it('with a neighbour’s name is refused, and nothing is left', () => {
    const { vm, call, world } = machine();
    const spec = { location, powerOn: false, template: false };
    expect(faultOf(() => call(vm, 'CloneVM_Task', { folder, name: 'vm', spec })).type).toBe('DuplicateName');
    expect(world.ofType('VirtualMachine').size).toBe(1);
  });
});

describe('a move', () => {
  it('to another host while running keeps everything else', () => {
    const { vm, call, events } = machine(true);
    events();
    call(vm, 'MigrateVM_Task', { host: { type: 'HostSystem', value: 'host-2' }, priority: 'defaultPriority' });
    expect(at(vm, 'runtime')).toMatchObject({ host: { value: 'host-2' }, powerState: 'poweredOn' });
    expect(events()).toEqual(['VmBeingHotMigratedEvent', 'VmEmigratingEvent', 'VmMigratedEvent']);
  });

  it('to another datastore takes the files along', () => {
    const { vm, call, at: cell } = machine();
    call(vm, 'RelocateVM_Task', { spec: { datastore: { type: 'Datastore', value: 'datastore-2' } } });
    expect(at(vm, 'config.files.vmPathName')).toBe('[LocalDS_1] vm/vm.vmx');
    expect(cell('datastore-1').sum('vmBytes')).toBe(0);
    expect(vm.get('datastore')).toEqual([{ type: 'Datastore', value: 'datastore-2' }]);
  });

  it('to a host of another compute resource needs a pool of it', () => {
    const { vm, call } = machine();
    const host = { type: 'HostSystem', value: 'host-3' };
    expect(faultOf(() => call(vm, 'RelocateVM_Task', { spec: { host } })).detail['invalidProperty']).toBe('spec.pool');
    call(vm, 'RelocateVM_Task', { spec: { host, pool: { type: 'ResourcePool', value: 'resgroup-10' } } });
    expect(at(vm, 'runtime.host')).toEqual(host);
  });
});
