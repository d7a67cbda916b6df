import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/vim25/value.ts';
import { Endpoint } from '../endpoint.ts';
import { DiskScene, MIB } from './first-class-scene.ts';

const NEWEST = { apiVersion: '9.1.0' };
const ID = '6f9619ff-8b86-4d01-b42d-00c04fc964ff';

describe('tags', () => {
  it('are on the disks they were put on, and found by their names', async () => {
    await using scene = await DiskScene.open();
    const disk = await scene.create();
    const region = { category: 'region', tag: 'west' };
    const tags = () => scene.call(scene.disks, 'ListTagsAttachedToVStorageObject', { id: disk.config.id });
    const tagged = (tag: object) => scene.call(scene.disks, 'ListVStorageObjectsAttachedToTag', tag);
    const change = (method: string) => scene.call(scene.disks, method, { id: disk.config.id, ...region });
    await change('AttachTagToVStorageObject');
    await change('AttachTagToVStorageObject');
    expect(await tags()).toMatchObject([{ tagName: 'west', parentCategoryName: 'region' }]);
    expect(await tagged(region)).toMatchObject([disk.config.id]);
    expect(await tagged({ category: 'west', tag: 'region' })).toEqual([]);
    await change('DetachTagFromVStorageObject');
    expect(await tags()).toEqual([]);
    expect(await tagged(region)).toEqual([]);
  });

  it('are refused for a disk that is not there, without a name, and off a disk that has them not', async () => {
    await using scene = await DiskScene.open();
    const { id } = (await scene.create()).config;
    const refused = async (method: string, args: object) => (await scene.fault(scene.disks, method, args))._typeName;
    const tag = { category: 'region', tag: 'west' };
    expect(await refused('AttachTagToVStorageObject', { id: { id: ID }, ...tag })).toBe('NotFound');
    expect(await refused('AttachTagToVStorageObject', { id, ...tag, tag: '' })).toBe('NotFound');
    expect(await refused('DetachTagFromVStorageObject', { id, ...tag })).toBe('NotFound');
    expect(await refused('ListTagsAttachedToVStorageObject', { id: { id: ID } })).toBe('NotFound');
  });
});

describe('methods that tell the revision they led to', () => {
  it('rename, extend, take snapshots, go back to them and delete them', async () => {
    await using scene = await DiskScene.open(NEWEST);
    const disk = await scene.create();
    const clock = async () => (await scene.look(disk)).config.vclock.vClockTime;
    const renamed = await scene.on(disk, 'RenameVStorageObjectEx', { name: 'other' });
    expect(renamed.vClockTime).toBe(await clock());
    const grown = await scene.on(disk, 'VStorageObjectExtendDiskEx_Task', { newCapacityInMB: 16 });
    expect(grown).toMatchObject({ _typeName: 'vslmVClockInfo', vClockTime: await clock() });
    const more = { description: 'given', snapshotId: { id: ID } };
    const taken = await scene.on(disk, 'VStorageObjectCreateSnapshotEx_Task', more);
    expect(taken).toMatchObject({ _typeName: 'VStorageObjectSnapshot', id: { id: ID }, vclock: { vClockTime: 4 } });
    const twice = await scene.refused(disk, 'VStorageObjectCreateSnapshotEx_Task', more);
    expect(twice).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'snapshotId' });
    const back = await scene.on(disk, 'RevertVStorageObjectEx_Task', { snapshotId: { id: ID } });
    expect(back.vClockTime).toBe(await clock());
    const gone = await scene.on(disk, 'VStorageObjectDeleteSnapshotEx_Task', { snapshotId: { id: ID } });
    expect(gone.vClockTime).toBe(await clock());
    const again = await scene.snapshot(disk);
    const told = await scene.on(disk, 'VStorageObjectDeleteSnapshotEx2_Task', { snapshotId: again });
    expect(told).toMatchObject({ id: again, vclock: { vClockTime: await clock() } });
    expect((await scene.on(disk, 'RetrieveSnapshotInfo')).snapshots ?? []).toEqual([]);
    const metadata = [{ key: 'k', value: 'v' }];
    const said = await scene.on(disk, 'VCenterUpdateVStorageObjectMetadataEx_Task', { metadata });
    expect(said.config).toMatchObject({ metadata, vclock: { vClockTime: await clock() } });
    const last = await clock();
    expect(await scene.on(disk, 'DeleteVStorageObjectEx_Task')).toMatchObject({ vClockTime: last + 1 });
    expect(await scene.ids()).toEqual([]);
    expect(await scene.files()).toEqual([]);
  });

  it('let go of a disk that stays a plain one, and take it up again under an id of the client', async () => {
    await using scene = await DiskScene.open(NEWEST);
    const disk = await scene.create();
    await scene.write(disk, 0, 'data');
    await scene.attach(disk);
    expect((await scene.refused(disk, 'UnregisterDisk_Task'))._typeName).toBe('InvalidState');
    await scene.detach(disk);
    await scene.on(disk, 'UnregisterDisk_Task');
    expect(await scene.ids()).toEqual([]);
    expect(await scene.files()).toHaveLength(2);
    const path = disk.config.backing.filePath;
    const register = (id: string, name = 'again') =>
      scene.call(scene.disks, 'RegisterDisk', { path, name, id: { id } });
    expect((await scene.fault(scene.disks, 'RegisterDisk', { path, id: { id: 'x' } }))._typeName).toBe(
      'InvalidArgument',
    );
    const made = await register(ID);
    expect(made.config).toMatchObject({ id: { id: ID }, name: 'again', backing: { filePath: path } });
    expect((await register(ID)).config.id.id).toBe(ID);
    await expect(register('7f9619ff-8b86-4d01-b42d-00c04fc964ff')).rejects.toMatchObject({
      fault: { _typeName: 'AlreadyExists' },
    });
    expect(await scene.text(made, 0, 4)).toBe('data');
  });

  it('make one disk of a request that is sent twice', async () => {
    await using scene = await DiskScene.open(NEWEST);
    const id = { id: ID };
    const [one, two] = [await scene.create('same', { id }), await scene.create('same', { id })];
    expect([one.config.id, two.config.id]).toMatchObject([id, id]);
    expect(await scene.ids()).toEqual([ID]);
    const other = await scene.fault(scene.disks, 'CreateDisk_Task', { spec: scene.spec('another', { id }) });
    expect(other).toMatchObject({ _typeName: 'AlreadyExists', name: ID });
    const bad = await scene.fault(scene.disks, 'CreateDisk_Task', { spec: scene.spec('bad', { id: { id: '../x' } }) });
    expect(bad).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'spec.id' });
  });

  it('say what reconciling finds, and what it would', async () => {
    await using scene = await DiskScene.open(NEWEST);
    const [stays, goes] = [await scene.create('stays'), await scene.create('goes')];
    const name = goes.config.backing.filePath;
    const datacenter = await scene.at('DC0');
    await scene.run(scene.manager('virtualDiskManager'), 'DeleteVirtualDisk_Task', { name, datacenter });
    const reconcile = (more: object) =>
      scene.run(scene.disks, 'ReconcileDatastoreInventoryEx_Task', { spec: { datastore: scene.datastore, ...more } });
    const [dry] = (await reconcile({ dryRun: true })).reconcileDetails;
    expect(dry).toMatchObject({
      isReconciled: false,
      numberOfReconcileIssues: 1,
      numberOfFcdsAfterReconcile: 2,
      invalidDiskPaths: [{ path: name }],
    });
    const [excluded] = (await reconcile({ excludeDiskPaths: ['fcd/*'] })).reconcileDetails;
    expect(excluded).toMatchObject({ numberOfReconcileIssues: 0, numberOfFcdsAfterReconcile: 2 });
    const [done] = (await reconcile({ includeDiskPaths: [name], deepScan: true })).reconcileDetails;
    expect(done).toMatchObject({ isReconciled: true, isDeepScanned: true, numberOfFcdsAfterReconcile: 1 });
    expect(await scene.ids()).toEqual([stays.config.id.id]);
  });

  it('set the uuid of a disk by its path, a new one where none is given', async () => {
    await using scene = await DiskScene.open(NEWEST);
    const disk = await scene.create();
    const named = { name: disk.config.backing.filePath, datacenter: await scene.at('DC0') };
    const uuid = () => scene.call(scene.disks, 'QueryVirtualDiskUuidEx', named);
    const before = await uuid();
    const wanted = '60 00 C2 9a 01 02 03 04-05 06 07 08 09 0a 0b 0c';
    await scene.run(scene.disks, 'SetVirtualDiskUuidEx_Task', { ...named, uuid: wanted });
    expect((await uuid()).toLowerCase()).toBe(wanted.toLowerCase());
    await scene.run(scene.disks, 'SetVirtualDiskUuidEx_Task', named);
    expect([before, wanted]).not.toContain(await uuid());
    const refused = (args: object) => scene.fault(scene.disks, 'SetVirtualDiskUuidEx_Task', { ...named, ...args });
    expect(await refused({ uuid: 'no' })).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'uuid' });
    expect((await refused({ name: '[LocalDS_0] none.vmdk' }))._typeName).toBe('FileNotFound');
  });
});

describe('a request that is wrong', () => {
  it.each([
    ['no datastore of that id', { datastore: { type: 'Datastore', value: 'datastore-999' } }, 'ManagedObjectNotFound'],
    ['a path out of the datastore', { path: '../elsewhere' }, 'InvalidArgument'],
    ['a way to be provisioned that is none', { provisioningType: 'fat' }, 'InvalidArgument'],
  ])('makes nothing: %s', async (_what, more, type) => {
    await using scene = await DiskScene.open();
    const free = await scene.free();
    const spec = scene.spec('disk', { backingSpec: scene.backing(more) });
    expect((await scene.fault(scene.disks, 'CreateDisk_Task', { spec }))._typeName).toBe(type);
    expect(await scene.ids()).toEqual([]);
    expect(await scene.free()).toBe(free);
  });

  it.each([
    ['a long name', { name: 'x'.repeat(81) }, 'spec.name'],
    ['a size beyond any disk', { capacityInMB: 2 ** 40 }, 'spec.capacityInMB'],
    [
      'the same key twice',
      {
        metadata: [
          { key: 'a', value: '1' },
          { key: 'a', value: '2' },
        ],
      },
      'spec.metadata',
    ],
  ])('is told where: %s', async (_what, more, invalidProperty) => {
    await using scene = await DiskScene.open();
    const fault = await scene.fault(scene.disks, 'CreateDisk_Task', { spec: scene.spec('disk', more) });
    expect(fault).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty });
    expect(await scene.ids()).toEqual([]);
  });

  it('of a disk larger than what is free is NoDiskSpace, and nothing is left', async () => {
    await using scene = await DiskScene.open();
    const free = await scene.free();
    const backingSpec = scene.backing({ provisioningType: 'eagerZeroedThick' });
    const spec = scene.spec('large', { capacityInMB: Math.floor(free / MIB) + 1, backingSpec });
    expect((await scene.fault(scene.disks, 'CreateDisk_Task', { spec }))._typeName).toBe('NoDiskSpace');
    expect([await scene.ids(), await scene.free()]).toEqual([[], free]);
  });

  it('for a disk that is not there, or not on that datastore, finds nothing', async () => {
    await using scene = await DiskScene.open();
    const disk = await scene.create();
    const stray = { config: { id: disk.config.id, backing: { datastore: scene.other } } };
    const none = { config: { id: { id: ID }, backing: { datastore: scene.datastore } } };
    for (const wrong of [stray, none]) {
      for (const method of ['DeleteVStorageObject_Task', 'InflateDisk_Task', 'RetrieveVStorageObjectState'])
        expect([method, (await scene.refused(wrong, method))._typeName]).toEqual([method, 'NotFound']);
    }
    const snapshotId = { id: ID };
    for (const method of ['DeleteSnapshot_Task', 'RevertVStorageObject_Task', 'RetrieveSnapshotDetails'])
      expect([method, (await scene.refused(disk, method, { snapshotId }))._typeName]).toEqual([method, 'NotFound']);
    expect(await scene.ids()).toEqual([disk.config.id.id]);
  });

  it('to relocate or to delete a disk that a machine has, or that is not to move, is InvalidState', async () => {
    await using scene = await DiskScene.open();
    const disk = await scene.create();
    const spec = { backingSpec: scene.backing({ datastore: scene.other }) };
    const relocate = async () => (await scene.refused(disk, 'RelocateVStorageObject_Task', { spec }))._typeName;
    await scene.on(disk, 'SetVStorageObjectControlFlags', { controlFlags: ['disableRelocation'] });
    expect(await relocate()).toBe('InvalidState');
    await scene.on(disk, 'ClearVStorageObjectControlFlags', { controlFlags: ['disableRelocation'] });
    await scene.attach(disk);
    expect(await relocate()).toBe('InvalidState');
    expect((await scene.refused(disk, 'DeleteVStorageObject_Task'))._typeName).toBe('InvalidState');
    expect((await scene.refused(disk, 'DeleteVStorageObjectEx_Task'))._typeName).toBe('InvalidState');
    await scene.detach(disk);
    expect(await scene.ids(scene.other)).toEqual([]);
  });
});

describe('the manager of a host', () => {
  it('relocates, sets uuids and deletes under names of its own', async () => {
    await using ep = await Endpoint.open({ esx: true, inventory: { ds: 2 }, apiVersion: '9.1.0' });
    const manager = ep.manager('vStorageObjectManager');
    const stores: Ref[] = await ep.read(await ep.at('ha-datacenter'), 'datastore');
    const [datastore, other] = stores as [Ref, Ref];
    const backingSpec = { _typeName: 'VslmCreateSpecDiskFileBackingSpec', datastore };
    const disk = await ep.run(manager, 'HostCreateDisk_Task', { spec: { name: 'disk', capacityInMB: 8, backingSpec } });
    const named = { id: disk.config.id, datastore };
    const name = disk.config.backing.filePath;
    const uuid = '60 00 C2 9a 01 02 03 04-05 06 07 08 09 0a 0b 0c';
    await ep.run(manager, 'HostSetVirtualDiskUuid_Task', { name, uuid });
    expect((await ep.call(manager, 'HostQueryVirtualDiskUuid', { name })).toLowerCase()).toBe(uuid.toLowerCase());
    const metadata = [{ key: 'k', value: 'v' }];
    const said = await ep.run(manager, 'HostUpdateVStorageObjectMetadataEx_Task', { ...named, metadata });
    expect(said.config.metadata).toMatchObject(metadata);
    const { id } = await ep.run(manager, 'HostVStorageObjectCreateSnapshot_Task', { ...named, description: 'one' });
    await ep.run(manager, 'HostUpdateVStorageObjectMetadata_Task', { ...named, deleteKeys: ['k'] });
    const then = { ...named, snapshotId: { id } };
    expect(await ep.call(manager, 'HostRetrieveVStorageObjectMetadata', then)).toMatchObject(metadata);
    expect(await ep.call(manager, 'HostRetrieveVStorageObjectMetadata', named)).toEqual([]);
    const made = await ep.run(manager, 'HostVStorageObjectCreateDiskFromSnapshot_Task', {
      ...then,
      name: 'made',
      provisioningType: 'eagerZeroedThick',
    });
    expect(made.config).toMatchObject({ metadata, backing: { provisioningType: 'eagerZeroedThick' } });
    const spec = { backingSpec: { ...backingSpec, datastore: other } };
    const moved = await ep.run(manager, 'HostRelocateVStorageObject_Task', { ...named, spec });
    expect(moved.config.backing.datastore).toEqual(other);
    await ep.call(manager, 'HostScheduleReconcileDatastoreInventory', { datastore });
    await ep.run(manager, 'HostDeleteVStorageObjectEx_Task', { ...named, datastore: other });
    expect(await ep.call(manager, 'HostListVStorageObject', { datastore: other })).toEqual([]);
  });
});

describe('a disk that stands on a datastore', () => {
  it('is none for machines when it is one file, and is not registered', async () => {
    await using scene = await DiskScene.open();
    const datacenter = await scene.at('DC0');
    const manager = scene.manager('virtualDiskManager');
    const spec = { _typeName: 'FileBackedVirtualDiskSpec', adapterType: 'lsiLogic', capacityKb: 1_024 };
    const create = (name: string, diskType: string) =>
      scene.run(manager, 'CreateVirtualDisk_Task', { name, datacenter, spec: { ...spec, diskType } });
    await create('[LocalDS_0] hosted.vmdk', 'sparseMonolithic');
    const hosted = await scene.fault(scene.disks, 'RegisterDisk', { path: '[LocalDS_0] hosted.vmdk' });
    expect(hosted._typeName).toBe('InvalidDiskFormat');
    const url = (path: string) => ({ path: `https://localhost/folder/${path}` });
    for (const [args, type] of [
      [{ path: 'ftp://localhost/x.vmdk' }, 'InvalidArgument'],
      [url('%E0%A4%A.vmdk?dsName=LocalDS_0'), 'InvalidArgument'],
      [url('x.vmdk?dsName=Nowhere'), 'InvalidDatastore'],
      [url('..%2F..%2Fetc%2Fpasswd?dsName=LocalDS_0'), 'FileNotFound'],
      [{ path: '[Nowhere] x.vmdk' }, 'InvalidDatastore'],
    ] as const)
      expect([args, (await scene.fault(scene.disks, 'RegisterDisk', args))._typeName]).toEqual([args, type]);
    expect(await scene.ids()).toEqual([]);
  });
});
