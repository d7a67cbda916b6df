import { describe, expect, it } from 'vitest';
import type { StartOptions } from '../../../src/index.ts';
import { datastoreKind } from '../../../src/objects/storage/datastore.ts';
import { DiskScene } from './first-class-scene.ts';

const VSAN_DEFAULT = 'aa6d5a82-1c88-45da-85d3-3d74b91a5bad';
const NOBODY = '6f9619ff-8b86-4d01-b42d-00c04fc964ff';

/** The second of two datastores is a vSAN one. */
const withObjects: StartOptions = {
  furnish: ({ world }) =>
    world.turn(() => {
      for (const cell of world.every(datastoreKind)) {
        if (cell.state.name === 'LocalDS_1') world.update(cell, { volume: { ...cell.state.volume, type: 'vsan' } });
      }
    }),
} as StartOptions;

describe('work on a first class disk', () => {
  it('keeps other work off the disk, until it has ended or was stopped', async () => {
    await using scene = await DiskScene.open({ clock: { kind: 'manual' }, latency: 'realistic' });
    const start = async (method: string, args: object) => scene.call(scene.disks, method, args);
    const info = (task: object) => scene.read(task as never, 'info');
    const making = await start('CreateDisk_Task', { spec: scene.spec() });
    await scene.sim.clock.advance(10_000);
    const disk = (await info(making)).result;
    const spec = { backingSpec: scene.backing({ datastore: scene.other }) };
    const moving = await start('RelocateVStorageObject_Task', scene.named(disk, { spec }));
    const growing = await start('ExtendDisk_Task', scene.named(disk, { newCapacityInMB: 16 }));
    expect((await info(growing)).error.fault).toMatchObject({ _typeName: 'TaskInProgress', task: moving });
    const taking = await start('VStorageObjectCreateSnapshot_Task', scene.named(disk, { description: 'beside' }));
    await scene.call(moving, 'CancelTask');
    expect((await info(moving)).error.fault._typeName).toBe('RequestCanceled');
    const again = await start('RelocateVStorageObject_Task', scene.named(disk, { spec }));
    await scene.sim.clock.advance(60_000);
    expect([(await info(taking)).state, (await info(again)).state]).toEqual(['success', 'success']);
    const there = (await info(again)).result;
    const deleting = await start('DeleteVStorageObject_Task', scene.named(there));
    await scene.sim.clock.advance(60_000);
    expect((await info(deleting)).state).toBe('success');
    expect([await scene.ids(), await scene.ids(scene.other)]).toEqual([[], []]);
  });

  it('that asks for keys is refused where nobody gives any, and leaves nothing', async () => {
    await using scene = await DiskScene.open();
    const disk = await scene.create();
    const cryptoKeyId = { keyId: 'key', providerId: { id: 'provider' } };
    const encrypt = { _typeName: 'CryptoSpecEncrypt', cryptoKeyId };
    const made = await scene.fault(scene.disks, 'CreateDisk_Task', { spec: scene.spec('secret', { crypto: encrypt }) });
    expect(made._typeName).toBe('EncryptionKeyRequired');
    const change = (crypto: object) => ({ disksCrypto: { crypto }, profile: [] });
    const refused = await scene.refused(disk, 'UpdateVStorageObjectCrypto_Task', change(encrypt));
    expect(refused._typeName).toBe('EncryptionKeyRequired');
    const decrypt = change({ _typeName: 'CryptoSpecDecrypt' });
    expect(await scene.refused(disk, 'UpdateVStorageObjectCrypto_Task', decrypt)).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'disksCrypto.crypto',
    });
    const before = (await scene.look(disk)).config.vclock.vClockTime;
    await scene.on(disk, 'UpdateVStorageObjectCrypto_Task', change({ _typeName: 'CryptoSpecNoOp' }));
    expect((await scene.look(disk)).config.vclock.vClockTime).toBe(before + 1);
    expect(await scene.ids()).toEqual([disk.config.id.id]);
  });
});

describe('a first class disk', () => {
  it('is not what a clone of its machine has, though that holds the same', async () => {
    await using scene = await DiskScene.open();
    const disk = await scene.create();
    await scene.attach(disk);
    await scene.write(disk, 0, 'data');
    const { key } = await scene.device(disk);
    const spec = { location: {}, powerOn: false, template: false };
    const folder = await scene.at('DC0/vm');
    const copy = await scene.run(scene.vm, 'CloneVM_Task', { folder, name: 'copy', spec });
    expect(await scene.device(disk, copy)).toBeUndefined();
    expect((await scene.sim.disks.read({ vm: copy.value, key }, 0, 4)).toString()).toBe('data');
    await scene.detach(disk);
    await scene.run(copy, 'Destroy_Task');
    expect(await scene.text(disk, 0, 4)).toBe('data');
  });

  it('is deleted though a machine has it that was taken off the inventory', async () => {
    await using scene = await DiskScene.open();
    const disk = await scene.create();
    await scene.attach(disk);
    await scene.write(disk, 0, 'left');
    await scene.call(scene.vm, 'UnregisterVM');
    expect(await scene.text(disk, 0, 4)).toBe('left');
    await scene.on(disk, 'DeleteVStorageObject_Task');
    expect([await scene.ids(), await scene.files()]).toEqual([[], []]);
  });

  it('is still detached from a machine when somebody took its files away', async () => {
    await using scene = await DiskScene.open();
    const disk = await scene.create();
    await scene.attach(disk);
    const datacenter = await scene.at('DC0');
    const files = { name: '[LocalDS_0] fcd', datacenter };
    await scene.run(scene.manager('fileManager'), 'DeleteDatastoreFile_Task', files);
    expect((await scene.refused(disk, 'RetrieveVStorageObject'))._typeName).toBe('NotFound');
    await scene.detach(disk);
    expect(await scene.device(disk)).toBeUndefined();
    await scene.run(scene.disks, 'ReconcileDatastoreInventory_Task', { datastore: scene.datastore });
    expect(await scene.ids()).toEqual([]);
  });

  it('can be the disk that a machine has already, which bears its id from then on', async () => {
    await using scene = await DiskScene.open();
    const devices = await scene.read(scene.vm, 'config.hardware.device');
    const own = devices.find((d: { _typeName: string }) => d._typeName === 'VirtualDisk');
    const made = await scene.call(scene.disks, 'RegisterDisk', { path: own.backing.fileName, name: 'boot' });
    expect((await scene.device(made)).key).toBe(own.key);
    const { instanceUuid } = await scene.read(scene.vm, 'config');
    expect(made.config.consumerId).toMatchObject([{ id: instanceUuid }]);
    await scene.detach(made);
    expect((await scene.look(made)).config).toMatchObject({
      name: 'boot',
      backing: { filePath: own.backing.fileName },
    });
    await scene.on(made, 'DeleteVStorageObject_Task');
    expect(await scene.ids()).toEqual([]);
  });

  it('is gone with its datastore', async () => {
    await using scene = await DiskScene.open();
    const moved = await scene.create('gone');
    const spec = { backingSpec: scene.backing({ datastore: scene.other }) };
    await scene.on(moved, 'RelocateVStorageObject_Task', { spec });
    const [host] = await scene.read(scene.other, 'host');
    const system = await scene.read(host.key, 'configManager.datastoreSystem');
    await scene.call(system, 'RemoveDatastore', { datastore: scene.other });
    const fault = await scene.fault(scene.disks, 'ListVStorageObject', { datastore: scene.other });
    expect(fault._typeName).toBe('ManagedObjectNotFound');
    const tags = { id: moved.config.id };
    expect((await scene.fault(scene.disks, 'ListTagsAttachedToVStorageObject', tags))._typeName).toBe('NotFound');
  });

  it.each([
    ['a controller that is not there', { controllerKey: 4_711 }, 'InvalidController'],
    ['a place that is taken', { unitNumber: 0 }, 'InvalidDeviceSpec'],
    ['a disk that is not there', { diskId: { id: NOBODY } }, 'NotFound'],
  ])('is attached to nothing by %s', async (_what, wrong, type) => {
    await using scene = await DiskScene.open();
    const disk = await scene.create();
    const args = { diskId: disk.config.id, datastore: scene.datastore, ...wrong };
    const fault = await scene.fault(scene.vm, 'AttachDisk_Task', args);
    expect(fault._typeName).toBe(type);
    expect(await scene.device(disk)).toBeUndefined();
    expect((await scene.look(disk)).config.consumerId).toBeUndefined();
  });

  it('is not attached by the datastore it is not on', async () => {
    await using scene = await DiskScene.open();
    const disk = await scene.create();
    const args = { diskId: disk.config.id, datastore: scene.other };
    expect((await scene.fault(scene.vm, 'AttachDisk_Task', args))._typeName).toBe('NotFound');
  });
});

describe('storage that keeps objects', () => {
  it('has one for first class disks, which follows a policy', async () => {
    await using scene = await DiskScene.open(withObjects);
    const policies = (datastore: object) =>
      scene.call(scene.disks, 'RetrieveVStorageInfrastructureObjectPolicy', { datastore });
    expect(await policies(scene.datastore)).toEqual([]);
    const [before] = await policies(scene.other);
    expect(before).toMatchObject({ name: 'fcd', profileId: VSAN_DEFAULT });
    const follow = (datastore: object, profileId: string) => {
      const profile = [{ _typeName: 'VirtualMachineDefinedProfileSpec', profileId }];
      return { spec: { datastore, profile } };
    };
    const method = 'UpdateVStorageInfrastructureObjectPolicy_Task';
    const encryption = '4d5f673c-536f-11e6-beb8-9e71128cae77';
    await scene.run(scene.disks, method, follow(scene.other, encryption));
    expect(await policies(scene.other)).toMatchObject([{ ...before, profileId: encryption }]);
    await scene.run(scene.disks, method, follow(scene.other, VSAN_DEFAULT));
    expect(await policies(scene.other)).toMatchObject([before]);
    const plain = await scene.fault(scene.disks, method, follow(scene.datastore, VSAN_DEFAULT));
    expect(plain._typeName).toBe('InvalidDatastore');
    const nobody = await scene.fault(scene.disks, method, follow(scene.other, NOBODY));
    expect(nobody).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'profile.profileId' });
  });
});
