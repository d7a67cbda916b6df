import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/vim25/value.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

async function open() {
  const ep = await Endpoint.open({ inventory: { cluster: 0, vm: 1, ds: 2, autostart: false } });
  const datastores: Ref[] = await ep.read(await ep.at('DC0'), 'datastore');
  const [datastore, other] = datastores as [Ref, Ref];
  const manager = ep.manager('vStorageObjectManager');
  const create = (name = 'disk', more: object = {}): Promise<Answer> => {
    const backingSpec = {
      _typeName: 'VslmCreateSpecDiskFileBackingSpec',
      datastore,
      provisioningType: 'thin',
      ...more,
    };
    return ep.run(manager, 'CreateDisk_Task', {
      spec: { name, capacityInMB: 64, backingSpec, keepAfterDeleteVm: true },
    });
  };
  const named = (disk: Answer) => ({ id: disk.config.id, datastore });
  const read = (disk: Answer): Promise<Answer> => ep.call(manager, 'RetrieveVStorageObject', named(disk));
  return { ep, manager, datastore, other, create, named, read, [Symbol.asyncDispose]: () => ep[Symbol.asyncDispose]() };
}

describe('first class disks', () => {
  it('are made on a datastore, listed there, and gone with their files when deleted', async () => {
    await using site = await open();
    const disk = await site.create();
    expect(disk).toMatchObject({
      _typeName: 'VStorageObject',
      config: { name: 'disk', capacityInMB: 64, keepAfterDeleteVm: true, consumptionType: ['disk'] },
    });
    const { id, backing } = disk.config;
    expect(id.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(backing).toMatchObject({ provisioningType: 'thin', filePath: `[LocalDS_0] fcd/${id.id}.vmdk` });
    expect(await site.ep.call(site.manager, 'ListVStorageObject', { datastore: site.datastore })).toMatchObject([id]);
    expect(await site.ep.call(site.manager, 'ListVStorageObject', { datastore: site.other })).toEqual([]);
    const uuid = { name: backing.filePath, datacenter: await site.ep.at('DC0') };
    expect(await site.ep.call(site.ep.manager('virtualDiskManager'), 'QueryVirtualDiskUuid', uuid)).toMatch(
      /^60 00 C2/i,
    );
    await site.ep.run(site.manager, 'DeleteVStorageObject_Task', site.named(disk));
    expect((await site.ep.fault(site.manager, 'RetrieveVStorageObject', site.named(disk)))._typeName).toBe('NotFound');
    const gone = await site.ep.fault(site.ep.manager('virtualDiskManager'), 'QueryVirtualDiskUuid', uuid);
    expect(gone._typeName).toBe('FileNotFound');
  });

  it.each([
    ['no name', { name: ' ' }, 'spec.name'],
    ['no size', { capacityInMB: 0 }, 'spec.capacityInMB'],
  ])('are refused with %s', async (_what, wrong, invalidProperty) => {
    await using site = await open();
    const backingSpec = { _typeName: 'VslmCreateSpecDiskFileBackingSpec', datastore: site.datastore };
    const spec = { name: 'disk', capacityInMB: 64, backingSpec, ...wrong };
    const fault = await site.ep.fault(site.manager, 'CreateDisk_Task', { spec });
    expect(fault).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty });
    expect(await site.ep.call(site.manager, 'ListVStorageObject', { datastore: site.datastore })).toEqual([]);
  });

  it('are renamed, extended, inflated, and never made smaller', async () => {
    await using site = await open();
    const disk = await site.create();
    await site.ep.call(site.manager, 'RenameVStorageObject', { ...site.named(disk), name: 'other' });
    await site.ep.run(site.manager, 'ExtendDisk_Task', { ...site.named(disk), newCapacityInMB: 128 });
    const free = async () => (await site.ep.read(site.datastore, 'summary')).freeSpace;
    const before = await free();
    await site.ep.run(site.manager, 'InflateDisk_Task', site.named(disk));
    expect(before - (await free())).toBe(128 * 2 ** 20);
    const { config } = await site.read(disk);
    expect(config).toMatchObject({
      name: 'other',
      capacityInMB: 128,
      backing: { provisioningType: 'eagerZeroedThick' },
    });
    const smaller = { ...site.named(disk), newCapacityInMB: 64 };
    expect(await site.ep.fault(site.manager, 'ExtendDisk_Task', smaller)).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'newCapacityInMB',
    });
  });

  it('are cloned, and lie where the clone is to be', async () => {
    await using site = await open();
    const disk = await site.create();
    const backingSpec = {
      _typeName: 'VslmCreateSpecDiskFileBackingSpec',
      datastore: site.other,
      provisioningType: 'lazyZeroedThick',
    };
    const spec = { name: 'copy', backingSpec };
    const copy = await site.ep.run(site.manager, 'CloneVStorageObject_Task', { ...site.named(disk), spec });
    expect(copy.config).toMatchObject({
      name: 'copy',
      capacityInMB: 64,
      backing: { provisioningType: 'lazyZeroedThick' },
    });
    expect(copy.config.id).not.toEqual(disk.config.id);
    expect(await site.ep.call(site.manager, 'ListVStorageObject', { datastore: site.other })).toMatchObject([
      copy.config.id,
    ]);
  });

  it('keep snapshots, of which further disks are made, and go back to them', async () => {
    await using site = await open();
    const disk = await site.create();
    const taken = await site.ep.run(site.manager, 'VStorageObjectCreateSnapshot_Task', {
      ...site.named(disk),
      description: 'one',
    });
    const of = { ...site.named(disk), snapshotId: { id: taken.id } };
    const info = () => site.ep.call(site.manager, 'RetrieveSnapshotInfo', site.named(disk));
    expect((await info()).snapshots).toMatchObject([{ id: { id: taken.id }, description: 'one' }]);
    expect((await site.ep.call(site.manager, 'RetrieveSnapshotDetails', of)).path).toContain(disk.config.id.id);
    const made = await site.ep.run(site.manager, 'CreateDiskFromSnapshot_Task', { ...of, name: 'of a snapshot' });
    expect(made.config).toMatchObject({ name: 'of a snapshot', capacityInMB: 64 });
    const larger = { ...site.named(disk), newCapacityInMB: 128 };
    expect((await site.ep.fault(site.manager, 'ExtendDisk_Task', larger))._typeName).toBe('InvalidState');
    await site.ep.run(site.manager, 'RevertVStorageObject_Task', of);
    expect((await site.read(disk)).config.capacityInMB).toBe(64);
    await site.ep.run(site.manager, 'DeleteSnapshot_Task', of);
    await site.ep.run(site.manager, 'ExtendDisk_Task', larger);
    expect((await info()).snapshots ?? []).toEqual([]);
    expect((await site.ep.fault(site.manager, 'DeleteSnapshot_Task', of))._typeName).toBe('NotFound');
  });

  it('are attached to a machine and detached from it', async () => {
    await using site = await open();
    const disk = await site.create();
    const vm = await site.ep.at('DC0/vm/DC0_H0_VM0');
    const disks = async () =>
      (await site.ep.read(vm, 'config.hardware.device')).filter((d: Answer) => d._typeName === 'VirtualDisk');
    const before = (await disks()).length;
    await site.ep.run(vm, 'AttachDisk_Task', { diskId: disk.config.id, datastore: site.datastore });
    const attached = (await disks()).at(-1);
    expect(attached).toMatchObject({ vDiskId: disk.config.id, capacityInKB: 65_536 });
    expect(attached.backing.fileName).toBe(disk.config.backing.filePath);
    const { instanceUuid } = await site.ep.read(vm, 'config');
    expect((await site.read(disk)).config.consumerId).toMatchObject([{ id: instanceUuid }]);
    const [association] = await site.ep.call(site.manager, 'RetrieveVStorageObjectAssociations', {
      ids: [site.named(disk)],
    });
    expect(association.vmDiskAssociations).toMatchObject([{ vmId: vm.value, diskKey: attached.key }]);
    const again = { diskId: disk.config.id, datastore: site.datastore };
    expect((await site.ep.fault(vm, 'AttachDisk_Task', again))._typeName).toBe('InvalidState');
    expect((await site.ep.fault(site.manager, 'DeleteVStorageObject_Task', site.named(disk)))._typeName).toBe(
      'InvalidState',
    );
    await site.ep.run(vm, 'DetachDisk_Task', { diskId: disk.config.id });
    expect(await disks()).toHaveLength(before);
    expect((await site.read(disk)).config).toMatchObject({ name: 'disk', capacityInMB: 64 });
    expect((await site.ep.fault(vm, 'DetachDisk_Task', { diskId: disk.config.id }))._typeName).toBe('NotFound');
  });

  it('are made of a disk that stands on a datastore', async () => {
    await using site = await open();
    const datacenter = await site.ep.at('DC0');
    const disks = site.ep.manager('virtualDiskManager');
    const spec = {
      _typeName: 'FileBackedVirtualDiskSpec',
      diskType: 'thin',
      adapterType: 'lsiLogic',
      capacityKb: 2048,
    };
    await site.ep.run(disks, 'CreateVirtualDisk_Task', { name: '[LocalDS_0] plain.vmdk', datacenter, spec });
    const path = 'https://localhost/folder/plain.vmdk?dcPath=DC0&dsName=LocalDS_0';
    const made = await site.ep.call(site.manager, 'RegisterDisk', { path, name: 'registered' });
    expect(made.config).toMatchObject({
      name: 'registered',
      capacityInMB: 2,
      backing: { filePath: '[LocalDS_0] plain.vmdk' },
    });
    expect((await site.ep.fault(site.manager, 'RegisterDisk', { path }))._typeName).toBe('AlreadyExists');
    const nothing = { path: path.replace('plain', 'none') };
    expect((await site.ep.fault(site.manager, 'RegisterDisk', nothing))._typeName).toBe('FileNotFound');
    await site.ep.run(disks, 'DeleteVirtualDisk_Task', { name: '[LocalDS_0] plain.vmdk', datacenter });
    expect((await site.ep.fault(site.manager, 'RetrieveVStorageObject', site.named(made)))._typeName).toBe('NotFound');
    expect(await site.ep.call(site.manager, 'ListVStorageObject', { datastore: site.datastore })).toHaveLength(1);
    await site.ep.run(site.manager, 'ReconcileDatastoreInventory_Task', { datastore: site.datastore });
    expect(await site.ep.call(site.manager, 'ListVStorageObject', { datastore: site.datastore })).toEqual([]);
  });

  it('have flags and policies', async () => {
    await using site = await open();
    const disk = await site.create();
    const flags = { ...site.named(disk), controlFlags: ['disableRelocation'] };
    await site.ep.call(site.manager, 'SetVStorageObjectControlFlags', flags);
    expect((await site.read(disk)).config.relocationDisabled).toBe(true);
    await site.ep.call(site.manager, 'ClearVStorageObjectControlFlags', flags);
    expect((await site.read(disk)).config.relocationDisabled).toBe(false);
    const odd = { ...site.named(disk), controlFlags: ['shiny'] };
    expect((await site.ep.fault(site.manager, 'SetVStorageObjectControlFlags', odd))._typeName).toBe('InvalidArgument');
    const clock = async () => (await site.read(disk)).config.vclock.vClockTime;
    const before = await clock();
    const profile = [
      { _typeName: 'VirtualMachineDefinedProfileSpec', profileId: '4d5f673c-536f-11e6-beb8-9e71128cae77' },
    ];
    await site.ep.run(site.manager, 'UpdateVStorageObjectPolicy_Task', { ...site.named(disk), profile });
    expect(await clock()).toBe(before + 1);
    const stranger = [{ _typeName: 'VirtualMachineDefinedProfileSpec', profileId: 'nobody' }];
    const refused = await site.ep.fault(site.manager, 'UpdateVStorageObjectPolicy_Task', {
      ...site.named(disk),
      profile: stranger,
    });
    expect(refused).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'profile.profileId' });
  });
});

describe('first class disks of a host', () => {
  it('are the same under its own names, with metadata', async () => {
    await using ep = await Endpoint.open({ esx: true });
    const manager = ep.manager('vStorageObjectManager');
    const [datastore]: Ref[] = await ep.read(await ep.at('ha-datacenter'), 'datastore');
    const backingSpec = { _typeName: 'VslmCreateSpecDiskFileBackingSpec', datastore };
    const spec = { name: 'disk', capacityInMB: 8, backingSpec };
    const disk = await ep.run(manager, 'HostCreateDisk_Task', { spec });
    const named = { id: disk.config.id, datastore };
    expect((await ep.call(manager, 'HostRetrieveVStorageObject', named)).config.name).toBe('disk');
    const change = (more: object) => ep.run(manager, 'HostUpdateVStorageObjectMetadata_Task', { ...named, ...more });
    await change({
      metadata: [
        { key: 'a.1', value: 'x' },
        { key: 'b', value: 'y' },
      ],
    });
    await change({ metadata: [{ key: 'a.1', value: 'z' }], deleteKeys: ['b'] });
    expect(await ep.call(manager, 'HostRetrieveVStorageObjectMetadata', named)).toMatchObject([
      { key: 'a.1', value: 'z' },
    ]);
    const prefix = { ...named, prefix: 'c' };
    expect(await ep.call(manager, 'HostRetrieveVStorageObjectMetadata', prefix)).toEqual([]);
    expect(await ep.call(manager, 'HostRetrieveVStorageObjectMetadataValue', { ...named, key: 'a.1' })).toBe('z');
    const missing = { ...named, key: 'none' };
    expect((await ep.fault(manager, 'HostRetrieveVStorageObjectMetadataValue', missing))._typeName).toBe('KeyNotFound');
    const taken = await ep.run(manager, 'HostVStorageObjectCreateSnapshot_Task', { ...named, description: 'one' });
    const info = await ep.call(manager, 'HostVStorageObjectRetrieveSnapshotInfo', named);
    expect(info.snapshots).toMatchObject([{ id: { id: taken.id } }]);
    await ep.run(manager, 'HostVStorageObjectDeleteSnapshot_Task', { ...named, snapshotId: { id: taken.id } });
    await ep.run(manager, 'HostDeleteVStorageObject_Task', named);
    expect(await ep.call(manager, 'HostListVStorageObject', { datastore })).toEqual([]);
  });
});
