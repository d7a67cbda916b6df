import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/vim25/value.ts';
import type { Cell } from '../../../src/world/cell.ts';
import { Inventory } from './harness.ts';

const rootOf = (inv: Inventory) => inv.world.find('group-d1')!;

describe('a folder', () => {
  it('holds what it is made to hold, and its children name it as their parent', () => {
    const inv = new Inventory();
    const vmFolder = inv.named('Folder', 'vm');
    const ref = inv.call<Ref>(vmFolder, 'CreateFolder', { name: 'prod' });
    const made = inv.world.find(ref.value)!;
    expect(made.get('childType')).toEqual(['Folder', 'VirtualMachine', 'VirtualApp']);
    expect(made.get('parent')).toEqual(vmFolder.ref);
    expect(vmFolder.get('childEntity')).toContainEqual(made.ref);
    expect(ref.value).toMatch(/^group-v\d+$/);
  });

  it('refuses a second child of a name and says which child has it', () => {
    const inv = new Inventory();
    const vmFolder = inv.named('Folder', 'vm');
    const first = inv.call<Ref>(vmFolder, 'CreateFolder', { name: 'prod' });
    expect(inv.fault(vmFolder, 'CreateFolder', { name: 'prod' })).toMatchObject({
      _typeName: 'DuplicateName',
      name: 'prod',
      object: first,
    });
    const [vm] = inv.world.ofType('VirtualMachine');
    expect(inv.fault(vmFolder, 'CreateFolder', { name: vm!.get('name') })).toMatchObject({ object: vm!.ref });
  });

  it('escapes slashes in names and refuses empty and overlong ones', () => {
    const inv = new Inventory();
    const vmFolder = inv.named('Folder', 'vm');
    const ref = inv.call<Ref>(vmFolder, 'CreateFolder', { name: 'a/b%c\\d%2f' });
    expect(inv.world.find(ref.value)!.get('name')).toBe('a%2fb%25c%5cd%2f');
    expect(inv.fault(vmFolder, 'CreateFolder', { name: '' })).toMatchObject({ _typeName: 'InvalidName' });
    expect(inv.fault(vmFolder, 'CreateFolder', { name: 'x'.repeat(81) })).toMatchObject({ _typeName: 'InvalidName' });
  });

  it('refuses what does not belong into it', () => {
    const inv = new Inventory({ inventory: { pod: 1 } });
    const vmFolder = inv.named('Folder', 'vm');
    expect(inv.fault(vmFolder, 'CreateDatacenter', { name: 'x' })._typeName).toBe('NotSupported');
    expect(inv.fault(vmFolder, 'CreateClusterEx', { name: 'x', spec: {} })._typeName).toBe('NotSupported');
    expect(inv.fault(vmFolder, 'CreateStoragePod', { name: 'x' })._typeName).toBe('NotSupported');
    expect(inv.fault(inv.named('StoragePod', 'DC0_POD0'), 'CreateFolder', { name: 'x' })._typeName).toBe(
      'NotSupported',
    );
    expect(
      inv.fault(vmFolder, 'MoveIntoFolder_Task', { list: [inv.named('Datastore', 'LocalDS_0').ref] })._typeName,
    ).toBe('NotSupported');
  });

  it('makes datacenters with four folders, clusters with a root pool, and pods', () => {
    const inv = new Inventory();
    const dc = inv.world.find(inv.call<Ref>(rootOf(inv), 'CreateDatacenter', { name: 'DC9' }).value)!;
    const folderOf = (p: string) => inv.world.find((dc.get(p) as Ref).value)!;
    expect(['vmFolder', 'hostFolder', 'datastoreFolder', 'networkFolder'].map((p) => folderOf(p).get('name'))).toEqual([
      'vm',
      'host',
      'datastore',
      'network',
    ]);
    const spec = { drsConfig: { enabled: true, vmotionRate: 2 } };
    const cluster = inv.world.find(
      inv.call<Ref>(folderOf('hostFolder'), 'CreateClusterEx', { name: 'C9', spec }).value,
    )!;
    expect(cluster.get('configurationEx')).toMatchObject({
      drsConfig: { enabled: true, vmotionRate: 2, defaultVmBehavior: 'fullyAutomated' },
      dasConfig: { enabled: false },
    });
    expect(inv.world.find((cluster.get('resourcePool') as Ref).value)!.get('owner')).toEqual(cluster.ref);
    const pod = inv.call<Ref>(folderOf('datastoreFolder'), 'CreateStoragePod', { name: 'P9' });
    expect(pod).toMatchObject({ type: 'StoragePod' });
    expect(inv.events()).toEqual(expect.arrayContaining(['DatacenterCreatedEvent', 'ClusterCreatedEvent']));
  });

  it('takes in what moves, and not itself', () => {
    const inv = new Inventory();
    const vmFolder = inv.named('Folder', 'vm');
    const a = inv.world.find(inv.call<Ref>(vmFolder, 'CreateFolder', { name: 'a' }).value)!;
    const b = inv.world.find(inv.call<Ref>(a, 'CreateFolder', { name: 'b' }).value)!;
    const vm = inv.named('VirtualMachine', 'DC0_H0_VM0');
    inv.done(b, 'MoveIntoFolder_Task', { list: [vm.ref] });
    expect(b.get('childEntity')).toEqual([vm.ref]);
    expect(vm.get('parent')).toEqual(b.ref);
    expect(inv.fault(b, 'MoveIntoFolder_Task', { list: [a.ref] })).toMatchObject({ _typeName: 'InvalidFolder' });
    expect(inv.fault(a, 'MoveIntoFolder_Task', { list: [a.ref] })).toMatchObject({ _typeName: 'InvalidFolder' });
  });

  it('refuses two of a name at once', () => {
    const inv = new Inventory();
    const root = inv.world.find('group-d1')!;
    const make = (parent: Cell, name: string) => inv.world.find(inv.call<Ref>(parent, 'CreateFolder', { name }).value)!;
    const [a, b, c] = ['a', 'b', 'c'].map((name) => make(root, name)) as [Cell, Cell, Cell];
    const list = [make(a, 'x').ref, make(b, 'x').ref];
    expect(inv.fault(c, 'MoveIntoFolder_Task', { list })).toMatchObject({
      _typeName: 'DuplicateName',
      object: list[0],
    });
    inv.done(c, 'MoveIntoFolder_Task', { list: [list[0], list[0]] });
    expect(c.get('childEntity')).toEqual([list[0]]);
  });

  it('shows a vApp among its children, whose names differ', () => {
    const inv = new Inventory({ inventory: { app: 1, vm: 1 } });
    const folder = inv.named('Folder', 'vm');
    const vApp = inv.named('VirtualApp', 'DC0_C0_APP0');
    expect(inv.fault(folder, 'CreateFolder', { name: 'DC0_C0_APP0' })).toMatchObject({
      _typeName: 'DuplicateName',
      object: vApp.ref,
    });
    const vm = inv.named('VirtualMachine', 'DC0_H0_VM0');
    expect(inv.fault(vApp, 'Rename_Task', { newName: 'DC0_H0_VM0' })).toMatchObject({ object: vm.ref });
  });

  it('refuses to take in a second child of a name', () => {
    const inv = new Inventory();
    const vmFolder = inv.named('Folder', 'vm');
    const a = inv.world.find(inv.call<Ref>(vmFolder, 'CreateFolder', { name: 'a' }).value)!;
    const inner = inv.call<Ref>(a, 'CreateFolder', { name: 'same' });
    const outer = inv.call<Ref>(vmFolder, 'CreateFolder', { name: 'same' });
    expect(inv.fault(a, 'MoveIntoFolder_Task', { list: [outer] })).toMatchObject({
      _typeName: 'DuplicateName',
      object: inner,
    });
  });

  it('moves a switch with its port groups', () => {
    const inv = new Inventory();
    const folder = inv.world.find(
      inv.call<Ref>(inv.named('Folder', 'network'), 'CreateFolder', { name: 'nets' }).value,
    )!;
    const dvs = inv.named('VmwareDistributedVirtualSwitch', 'DVS0');
    inv.done(folder, 'MoveIntoFolder_Task', { list: [dvs.ref] });
    for (const cell of [dvs, inv.named('DistributedVirtualPortgroup', 'DC0_DVPG0')])
      expect(cell.get('parent')).toEqual(folder.ref);
  });
});

describe('renaming', () => {
  it.each([
    ['Datacenter', 'DC0', 'DatacenterRenamedEvent'],
    ['Datastore', 'LocalDS_0', 'DatastoreRenamedEvent'],
    ['VmwareDistributedVirtualSwitch', 'DVS0', 'DvsRenamedEvent'],
    ['DistributedVirtualPortgroup', 'DC0_DVPG0', 'DVPortgroupRenamedEvent'],
    ['ClusterComputeResource', 'DC0_C0', undefined],
    ['ResourcePool', 'DC0_C0_RP1', undefined],
    ['VirtualApp', 'DC0_C0_APP0', undefined],
    ['StoragePod', 'DC0_POD0', undefined],
    ['Network', 'VM Network', undefined],
  ])('changes the name of a %s', (type, name, event) => {
    const inv = new Inventory({ inventory: { pool: 1, app: 1, pod: 1 } });
    const cell = inv.named(type, name);
    inv.done(cell, 'Rename_Task', { newName: 'other' });
    expect(cell.get('name')).toBe('other');
    if (event) expect(inv.events()).toContain(event);
  });

  it('shows through every property that carries the name', () => {
    const inv = new Inventory();
    const datastore = inv.named('Datastore', 'LocalDS_0');
    const [host] = inv.world.ofType('HostSystem');
    const volume = () =>
      (host!.get('config') as { fileSystemVolume: { mountInfo: { volume: { name: string } }[] } }).fileSystemVolume
        .mountInfo[0]!.volume.name;
    expect(volume()).toBe('LocalDS_0');
    inv.call(datastore, 'RenameDatastore', { newName: 'gold' });
    expect(datastore.get('summary')).toMatchObject({ name: 'gold' });
    expect(datastore.get('info')).toMatchObject({ name: 'gold', vmfs: { name: 'gold' } });
    expect(volume()).toBe('gold');
    const [vm] = inv.world.ofType('VirtualMachine');
    expect(vm!.get('summary')).toMatchObject({ config: { vmPathName: expect.stringContaining('[gold]') } });
  });

  it('is refused for what comes with something else', () => {
    const inv = new Inventory();
    expect(inv.fault(inv.named('Folder', 'vm'), 'Rename_Task', { newName: 'x' })._typeName).toBe('NotSupported');
    expect(inv.fault(rootOf(inv), 'Rename_Task', { newName: 'x' })._typeName).toBe('NotSupported');
    expect(inv.fault(inv.named('ResourcePool', 'Resources'), 'Rename_Task', { newName: 'x' })._typeName).toBe(
      'NotSupported',
    );
    expect(inv.fault(inv.named('HostSystem', 'DC0_H0'), 'Rename_Task', { newName: 'x' })._typeName).toBe(
      'NotSupported',
    );
  });

  it('is refused when a neighbour has the name', () => {
    const inv = new Inventory({ inventory: { ds: 2 } });
    const [a, b] = inv.world.ofType('Datastore');
    expect(inv.fault(a!, 'Rename_Task', { newName: 'LocalDS_1' })).toMatchObject({
      _typeName: 'DuplicateName',
      object: b!.ref,
    });
  });
});

describe('destroying', () => {
  it('takes a datacenter away with everything in it', () => {
    const inv = new Inventory({ inventory: { pool: 1, app: 1, pod: 1, nsx: 1, folder: 1 } });
    inv.done(inv.named('Datacenter', 'DC0'), 'Destroy_Task');
    const left = [...inv.world.model.kinds.keys()].filter(
      (type) => inv.world.model.kind(type).lineage.has('ManagedEntity') && inv.world.ofType(type).size > 0,
    );
    expect(left).toEqual(['Folder']);
    for (const type of ['EnvironmentBrowser', 'HostDatastoreBrowser', 'HostNetworkSystem', 'VirtualMachineSnapshot']) {
      expect(inv.world.ofType(type).size).toBe(0);
    }
    expect(inv.events()).toEqual(
      expect.arrayContaining(['VmRemovedEvent', 'HostRemovedEvent', 'ClusterDestroyedEvent']),
    );
  });

  it('refuses a folder while a VM in it runs, and takes it with its VMs once they are off', () => {
    const inv = new Inventory({ inventory: { autostart: true } });
    const folder = inv.world.find(inv.call<Ref>(inv.named('Folder', 'vm'), 'CreateFolder', { name: 'f' }).value)!;
    const vm = inv.named('VirtualMachine', 'DC0_H0_VM0');
    inv.done(folder, 'MoveIntoFolder_Task', { list: [vm.ref] });
    expect(inv.fault(folder, 'Destroy_Task')).toMatchObject({
      _typeName: 'InvalidPowerState',
      existingState: 'poweredOn',
    });
    expect(vm.alive && folder.alive).toBe(true);
    inv.done(vm, 'PowerOffVM_Task');
    inv.done(folder, 'Destroy_Task');
    expect(vm.alive || folder.alive).toBe(false);
  });

  it('is refused for the folders of a datacenter and for the root pool', () => {
    const inv = new Inventory();
    expect(inv.fault(inv.named('Folder', 'vm'), 'Destroy_Task')._typeName).toBe('NotSupported');
    expect(inv.fault(inv.named('ResourcePool', 'Resources'), 'Destroy_Task')._typeName).toBe('NotSupported');
  });

  it('leaves the datastores of a pod', () => {
    const inv = new Inventory({ inventory: { pod: 1 } });
    const pod = inv.named('StoragePod', 'DC0_POD0');
    const datastore = inv.named('Datastore', 'LocalDS_0');
    inv.done(pod, 'MoveIntoFolder_Task', { list: [datastore.ref] });
    expect(pod.get('summary')).toMatchObject({ capacity: 4 * 2 ** 40 });
    inv.done(pod, 'Destroy_Task');
    expect(datastore.get('parent')).toEqual(inv.named('Folder', 'datastore').ref);
  });

  it('refuses datastores and port groups in use', () => {
    const inv = new Inventory();
    expect(inv.fault(inv.named('Datastore', 'LocalDS_0'), 'Destroy_Task')).toMatchObject({
      _typeName: 'ResourceInUse',
      name: 'LocalDS_0',
    });
    expect(inv.fault(inv.named('DistributedVirtualPortgroup', 'DC0_DVPG0'), 'Destroy_Task')._typeName).toBe(
      'ResourceInUse',
    );
    expect(inv.fault(inv.named('VmwareDistributedVirtualSwitch', 'DVS0'), 'Destroy_Task')._typeName).toBe(
      'ResourceInUse',
    );
    expect(inv.fault(inv.named('Network', 'VM Network'), 'DestroyNetwork')._typeName).toBe('ResourceInUse');
  });
});

describe('an ESXi host', () => {
  it('does not do what only a vCenter does', () => {
    const inv = new Inventory({ esx: true });
    const root = inv.world.find('ha-folder-root')!;
    expect(inv.fault(root, 'CreateFolder', { name: 'x' })._typeName).toBe('NotSupported');
    expect(inv.fault(root, 'CreateDatacenter', { name: 'x' })._typeName).toBe('NotSupported');
    expect(inv.fault(inv.world.find('ha-host')!, 'DisconnectHost_Task')._typeName).toBe('NotSupported');
  });
});
