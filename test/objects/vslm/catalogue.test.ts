import { describe, expect, it } from 'vitest';
import { vslm } from '../../../src/vim25/vslm.ts';
import { ask } from '../access/trust-client.ts';
import type { Answer } from '../endpoint.ts';
import { ServiceClient } from '../policy/service-client.ts';
import { DiskScene, MIB } from '../storage/first-class-scene.ts';
import { Catalogue, INSTANCE, LIFECYCLE, MANAGER, SESSIONS } from './catalogue.ts';

const ID = '6f9619ff-8b86-4d01-b42d-00c04fc964ff';

async function open() {
  const scene = await DiskScene.open();
  const catalogue = await Catalogue.of(scene);
  const create = (name = 'disk', more: object = {}): Promise<Answer> =>
    catalogue.run('VslmCreateDisk_Task', { spec: scene.spec(name, more) });
  const look = (disk: Answer) => catalogue.call('VslmRetrieveVStorageObject', { id: disk.config.id });
  return { scene, catalogue, create, look, [Symbol.asyncDispose]: () => scene[Symbol.asyncDispose]() };
}

describe('the endpoint of the catalogue', () => {
  it('tells everybody what stands there, and nobody more who shows no session', async () => {
    await using site = await open();
    const stranger = new ServiceClient(site.scene, vslm, '/vslm/sdk', 'nothing');
    expect(await stranger.call(INSTANCE, 'RetrieveContent')).toMatchObject({
      aboutInfo: { vendor: 'VMware, Inc.' },
      sessionManager: SESSIONS,
      vStorageObjectManager: MANAGER,
      storageLifecycleManager: LIFECYCLE,
    });
    const fault = await stranger.fault(MANAGER, 'VslmListVStorageObjectForSpec', { maxResult: 1 });
    expect(fault._typeName).toBe('NotAuthenticated');
  });

  it.each(['header', 'cookie'] as const)('takes the session of the vCenter by its %s, and ends it', async (by) => {
    await using site = await open();
    const client = await ServiceClient.open(site.scene, vslm, '/vslm', by);
    expect((await client.call(MANAGER, 'VslmListVStorageObjectForSpec', { maxResult: 1 })).allRecordsReturned).toBe(
      true,
    );
    await client.call(SESSIONS, 'VslmLogout');
    const fault = await client.fault(MANAGER, 'VslmListVStorageObjectForSpec', { maxResult: 1 });
    expect(fault._typeName).toBe('NotAuthenticated');
  });

  it('lets in who bears a token of this vCenter', async () => {
    await using site = await open();
    const { user, password } = site.scene.sim.credentials;
    const { token } = await ask(site.scene.sim, { user, password });
    const stranger = new ServiceClient(site.scene, vslm, '/vslm/sdk', 'nothing');
    const before = (await site.scene.read(site.scene.manager('sessionManager'), 'sessionList')).length;
    await stranger.call(SESSIONS, 'VslmLoginByToken', { delegatedTokenXml: token });
    expect(await site.scene.read(site.scene.manager('sessionManager'), 'sessionList')).toHaveLength(before + 1);
  });

  it('lets nobody in by what is no token', async () => {
    await using site = await open();
    const stranger = new ServiceClient(site.scene, vslm, '/vslm/sdk', 'nothing');
    for (const delegatedTokenXml of ['', 'token', '<saml:Assertion/>', '<a>&lol;</a>'])
      expect((await stranger.fault(SESSIONS, 'VslmLoginByToken', { delegatedTokenXml }))._typeName).toBe(
        'InvalidLogin',
      );
  });
});

describe('disks in the catalogue', () => {
  it('are made, changed and deleted by their ids alone, and are those of the vCenter', async () => {
    await using site = await open();
    const { catalogue, scene } = site;
    const disk = await site.create();
    const { id } = disk.config;
    expect(await scene.ids()).toEqual([id.id]);
    await catalogue.call('VslmRenameVStorageObject', { id, name: 'other' });
    await catalogue.run('VslmExtendDisk_Task', { id, newCapacityInMB: 16 });
    await catalogue.run('VslmInflateDisk_Task', { id });
    await catalogue.run('VslmUpdateVstorageObjectPolicy_Task', { id, profile: [] });
    await catalogue.call('VslmSetVStorageObjectControlFlags', { id, controlFlags: ['disableRelocation'] });
    expect((await scene.look(disk)).config).toMatchObject({
      name: 'other',
      capacityInMB: 16,
      relocationDisabled: true,
      backing: { provisioningType: 'eagerZeroedThick' },
    });
    await catalogue.call('VslmClearVStorageObjectControlFlags', { id, controlFlags: ['disableRelocation'] });
    expect((await site.look(disk)).config.relocationDisabled).toBe(false);
    expect(await catalogue.call('VslmRetrieveVStorageObjectState', { id })).toMatchObject({ tentative: false });
    await catalogue.run('VslmDeleteVStorageObject_Task', { id });
    expect(await scene.files()).toEqual([]);
    expect((await catalogue.fault('VslmRetrieveVStorageObject', { id }))._typeName).toBe('NotFound');
  });

  it('hold what was written to them when they are cloned, relocated, and gone back to snapshots', async () => {
    await using site = await open();
    const { catalogue, scene } = site;
    const disk = await site.create();
    const { id } = disk.config;
    await scene.write(disk, MIB, 'then');
    const snapshotId = await catalogue.run('VslmCreateSnapshot_Task', { id, description: 'then' });
    expect((await catalogue.call('VslmRetrieveSnapshotInfo', { id })).snapshots).toMatchObject([{ id: snapshotId }]);
    await scene.write(disk, MIB, 'now!');
    const backingSpec = scene.backing({ datastore: scene.other });
    const copy = await catalogue.run('VslmCloneVStorageObject_Task', { id, spec: { name: 'copy', backingSpec } });
    const made = await catalogue.run('VslmCreateDiskFromSnapshot_Task', { id, snapshotId, name: 'of then' });
    const moved = await catalogue.run('VslmRelocateVStorageObject_Task', { id, spec: { backingSpec } });
    expect(moved.config).toMatchObject({ id, backing: { datastore: scene.other } });
    const texts = [copy, made, moved].map((d) => scene.text(d, MIB, 4));
    expect(await Promise.all(texts)).toEqual(['now!', 'then', 'now!']);
    const path = (await catalogue.call('VslmRetrieveSnapshotDetails', { id, snapshotId })).path;
    expect(path).toBe(moved.config.backing.parent.filePath);
    await catalogue.run('VslmRevertVStorageObject_Task', { id, snapshotId });
    expect(await scene.text(moved, MIB, 4)).toBe('then');
    await catalogue.run('VslmDeleteSnapshot_Task', { id, snapshotId });
    expect((await catalogue.fault('VslmDeleteSnapshot_Task', { id, snapshotId }))._typeName).toBe('NotFound');
  });

  it('are encrypted by nobody, and have what lies under them follow policies', async () => {
    await using site = await open();
    const { catalogue, scene } = site;
    const { id } = (await site.create()).config;
    const crypto = { _typeName: 'CryptoSpecEncrypt', cryptoKeyId: { keyId: 'key' } };
    const refused = await catalogue.fault('VslmUpdateVstorageObjectCrypto_Task', { id, disksCrypto: { crypto } });
    expect(refused._typeName).toBe('EncryptionKeyRequired');
    const { datastore } = scene;
    expect(await catalogue.call('VslmRetrieveVStorageInfrastructureObjectPolicy', { datastore })).toEqual([]);
    const update = { spec: { datastore, profile: [] } };
    const plain = await catalogue.fault('VslmUpdateVStorageInfrastructureObjectPolicy_Task', update);
    expect(plain._typeName).toBe('InvalidDatastore');
  });

  it('tell what changed in them', async () => {
    await using site = await open();
    const { catalogue, scene } = site;
    const disk = await site.create();
    const { id } = disk.config;
    await catalogue.call('VslmSetVStorageObjectControlFlags', { id, controlFlags: ['enableChangedBlockTracking'] });
    await scene.write(disk, 5 * MIB, 'x');
    const snapshotId = await catalogue.run('VslmCreateSnapshot_Task', { id, description: '' });
    const args = { id, snapshotId, startOffset: 0, changeId: '*' };
    expect(await catalogue.call('VslmQueryChangedDiskAreas', args)).toMatchObject({
      length: 8 * MIB,
      changedArea: [{ start: 5 * MIB }],
    });
  });

  it('have metadata and tags', async () => {
    await using site = await open();
    const { catalogue } = site;
    const { id } = (await site.create()).config;
    const metadata = [
      { key: 'a.1', value: 'x' },
      { key: 'b', value: 'y' },
    ];
    expect(await catalogue.run('VslmUpdateVStorageObjectMetadata_Task', { id, metadata })).toBeUndefined();
    expect(await catalogue.call('VslmRetrieveVStorageObjectMetadata', { id, prefix: 'a' })).toMatchObject([
      metadata[0],
    ]);
    expect(await catalogue.call('VslmRetrieveVStorageObjectMetadataValue', { id, key: 'b' })).toBe('y');
    const missing = { id, key: 'c' };
    expect(await catalogue.fault('VslmRetrieveVStorageObjectMetadataValue', missing)).toMatchObject({
      _typeName: 'KeyNotFound',
      key: 'c',
    });
    const tag = { category: 'region', tag: 'west' };
    await catalogue.call('VslmAttachTagToVStorageObject', { id, ...tag });
    expect(await catalogue.call('VslmListVStorageObjectsAttachedToTag', tag)).toMatchObject([id]);
    expect(await catalogue.call('VslmListTagsAttachedToVStorageObject', { id })).toMatchObject([{ tagName: 'west' }]);
    await catalogue.call('VslmDetachTagFromVStorageObject', { id, ...tag });
    expect(await catalogue.call('VslmListTagsAttachedToVStorageObject', { id })).toEqual([]);
  });

  it('are attached to a machine, which then is told with them', async () => {
    await using site = await open();
    const { catalogue, scene } = site;
    const disk = await site.create();
    const { id } = disk.config;
    await catalogue.run('VslmAttachDisk_Task', { id, vm: scene.vm });
    const { key } = await scene.device(disk);
    const ids = [id, { id: ID }];
    const [found, lost] = await catalogue.call('VslmRetrieveVStorageObjectAssociations', { ids });
    expect(found).toMatchObject({ id, vmDiskAssociation: [{ vmId: scene.vm.value, diskKey: key }] });
    expect(lost).toMatchObject({ id: { id: ID }, fault: { fault: { _typeName: 'NotFound' } } });
    expect((await catalogue.fault('VslmAttachDisk_Task', { id, vm: scene.vm }))._typeName).toBe('InvalidState');
    expect((await catalogue.fault('VslmDeleteVStorageObject_Task', { id }))._typeName).toBe('InvalidState');
    const nobody = { id, vm: { type: 'VirtualMachine', value: 'vm-999' } };
    expect((await catalogue.client.fault(MANAGER, 'VslmAttachDisk_Task', nobody))._typeName).toBe(
      'ManagedObjectNotFound',
    );
  });

  it('are registered where they lie, and forgotten once their files are gone', async () => {
    await using site = await open();
    const { catalogue, scene } = site;
    const datacenter = await scene.at('DC0');
    const spec = {
      _typeName: 'FileBackedVirtualDiskSpec',
      diskType: 'thin',
      adapterType: 'lsiLogic',
      capacityKb: 4096,
    };
    const name = '[LocalDS_0] plain.vmdk';
    const disks = scene.manager('virtualDiskManager');
    await scene.run(disks, 'CreateVirtualDisk_Task', { name, datacenter, spec });
    const path = 'https://localhost/folder/plain.vmdk?dcPath=DC0&dsName=LocalDS_0';
    const made = await catalogue.call('VslmRegisterDisk', { path, name: 'plain' });
    expect(made.config).toMatchObject({ name: 'plain', capacityInMB: 4, backing: { filePath: name } });
    expect((await catalogue.fault('VslmRegisterDisk', { path }))._typeName).toBe('AlreadyExists');
    await scene.run(disks, 'DeleteVirtualDisk_Task', { name, datacenter });
    const { id } = made.config;
    const [result] = await catalogue.call('VslmRetrieveVStorageObjects', { ids: [id] });
    expect(result).toMatchObject({ name: 'plain', error: { fault: { _typeName: 'NotFound' } } });
    await catalogue.run('VslmReconcileDatastoreInventory_Task', { datastore: scene.datastore });
    expect((await catalogue.list()).id ?? []).toEqual([]);
    await catalogue.call('VslmScheduleReconcileDatastoreInventory', { datastore: scene.datastore });
  });

  it('that are not there are NotFound, whatever is asked of them', async () => {
    await using site = await open();
    const id = { id: ID };
    const { catalogue, scene } = site;
    for (const [method, args] of [
      ['VslmRetrieveVStorageObject', {}],
      ['VslmRenameVStorageObject', { name: 'x' }],
      ['VslmRetrieveSnapshotInfo', {}],
      ['VslmRetrieveVStorageObjectMetadata', {}],
      ['VslmListTagsAttachedToVStorageObject', {}],
    ] as const)
      expect([method, (await catalogue.fault(method, { id, ...args }))._typeName]).toEqual([method, 'NotFound']);
    for (const [method, args] of [
      ['VslmDeleteVStorageObject_Task', {}],
      ['VslmExtendDisk_Task', { newCapacityInMB: 1 }],
      ['VslmAttachDisk_Task', { vm: scene.vm }],
    ] as const)
      expect((await catalogue.client.fault(MANAGER, method, { id, ...args }))._typeName).toBe('NotFound');
    expect(await catalogue.fault('VslmCreateDisk_Task', { spec: scene.spec(' ') })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'spec.name',
    });
    const [lost] = await catalogue.call('VslmRetrieveVStorageObjects', { ids: [id] });
    expect(lost).toMatchObject({ id, error: { fault: { _typeName: 'NotFound' } } });
  });
});

describe('the manager of the catalogue', () => {
  it('knows datastores by their URLs, and how far the catalogue follows them', async () => {
    await using site = await open();
    const { catalogue, scene } = site;
    const { url } = await scene.read(scene.datastore, 'summary');
    const datacenter = await scene.at('DC0');
    const query = (datastoreUrl: string) => ({ datastoreUrl });
    const [info] = await catalogue.client.call(LIFECYCLE, 'VslmQueryDatastoreInfo', query(url));
    expect(info).toMatchObject({ datacenter, datastore: scene.datastore });
    const all = await catalogue.call('VslmQueryGlobalCatalogSyncStatus');
    expect(all.map((s: Answer) => s.datastoreURL)).toContain(url);
    const status = () => catalogue.call('VslmQueryGlobalCatalogSyncStatusForDatastore', { datastoreURL: url });
    const before = (await status()).syncVClock;
    const disk = await site.create();
    expect(await status()).toMatchObject({ objectVClock: before + 1, syncVClock: before + 1 });
    const unknown = { datastoreURL: 'ds:///vmfs/volumes/none/' };
    expect((await catalogue.fault('VslmQueryGlobalCatalogSyncStatusForDatastore', unknown))._typeName).toBe('NotFound');
    const name = disk.config.backing.filePath;
    await scene.run(scene.manager('virtualDiskManager'), 'DeleteVirtualDisk_Task', { name, datacenter });
    const sync = { datastoreUrl: url, fullSync: true };
    const refused = await catalogue.client.fault(LIFECYCLE, 'VslmSyncDatastore', { ...sync, fcdId: { id: ID } });
    expect(refused._typeName).toBe('NotFound');
    await catalogue.client.call(LIFECYCLE, 'VslmSyncDatastore', sync);
    expect((await catalogue.list()).id ?? []).toEqual([]);
  });
});
