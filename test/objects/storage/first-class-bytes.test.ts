import { describe, expect, it } from 'vitest';
import { DiskScene, MIB } from './first-class-scene.ts';

describe('what was written to a first class disk', () => {
  it('is what a clone of it holds, on another datastore and in another format', async () => {
    await using scene = await DiskScene.open();
    const disk = await scene.create();
    await scene.write(disk, 3 * MIB, 'kept');
    const backingSpec = scene.backing({ datastore: scene.other, provisioningType: 'eagerZeroedThick' });
    const copy = await scene.on(disk, 'CloneVStorageObject_Task', { spec: { name: 'copy', backingSpec } });
    await scene.write(disk, 3 * MIB, 'gone');
    expect(await scene.text(copy, 3 * MIB, 4)).toBe('kept');
    expect(await scene.text(disk, 3 * MIB, 4)).toBe('gone');
    expect(copy.config.keepAfterDeleteVm).toBe(false);
  });

  it('goes with it to another datastore, where it stays the same disk with its snapshots', async () => {
    await using scene = await DiskScene.open();
    const disk = await scene.create();
    await scene.write(disk, MIB, 'first');
    const taken = await scene.snapshot(disk);
    await scene.write(disk, MIB, 'later');
    const before = [await scene.free(), await scene.free(scene.other)];
    const backingSpec = scene.backing({ datastore: scene.other, provisioningType: 'lazyZeroedThick' });
    const moved = await scene.on(disk, 'RelocateVStorageObject_Task', { spec: { backingSpec } });
    expect(moved.config).toMatchObject({
      id: disk.config.id,
      name: 'disk',
      backing: { datastore: scene.other, provisioningType: 'lazyZeroedThick' },
    });
    expect(await scene.files()).toEqual([]);
    expect(await scene.free()).toBeGreaterThan(before[0]!);
    expect(before[1]! - (await scene.free(scene.other))).toBeGreaterThanOrEqual(8 * MIB);
    expect((await scene.refused(disk, 'RetrieveVStorageObject'))._typeName).toBe('NotFound');
    expect(await scene.text(moved, MIB, 5)).toBe('later');
    await scene.on(moved, 'RevertVStorageObject_Task', { snapshotId: taken });
    expect(await scene.text(moved, MIB, 5)).toBe('first');
  });

  it('at the time of a snapshot is what a disk made of that holds, and one that goes back to it', async () => {
    await using scene = await DiskScene.open();
    const disk = await scene.create();
    await scene.write(disk, 0, 'then');
    const snapshotId = await scene.snapshot(disk);
    await scene.write(disk, 0, 'now!');
    const made = await scene.on(disk, 'CreateDiskFromSnapshot_Task', { snapshotId, name: 'of then' });
    expect(await scene.text(made, 0, 4)).toBe('then');
    await scene.on(disk, 'RevertVStorageObject_Task', { snapshotId });
    expect(await scene.text(disk, 0, 4)).toBe('then');
    await scene.on(disk, 'DeleteSnapshot_Task', { snapshotId });
    expect(await scene.text(disk, 0, 4)).toBe('then');
  });

  it('is in a snapshot that is taken while a running machine writes to it', async () => {
    await using scene = await DiskScene.open();
    const disk = await scene.create();
    await scene.attach(disk);
    await scene.run(scene.vm, 'PowerOnVM_Task');
    await scene.write(disk, 0, 'live');
    const snapshotId = await scene.snapshot(disk);
    await scene.write(disk, 0, 'more');
    const made = await scene.on(disk, 'CreateDiskFromSnapshot_Task', { snapshotId, name: 'of a running machine' });
    expect(await scene.text(made, 0, 4)).toBe('live');
    expect((await scene.refused(disk, 'RevertVStorageObject_Task', { snapshotId }))._typeName).toBe('InvalidState');
    expect((await scene.refused(disk, 'ExtendDisk_Task', { newCapacityInMB: 16 }))._typeName).toBe('InvalidState');
    expect((await scene.refused(disk, 'InflateDisk_Task'))._typeName).toBe('InvalidState');
    const spec = { name: 'copy', backingSpec: scene.backing() };
    expect((await scene.refused(disk, 'CloneVStorageObject_Task', { spec }))._typeName).toBe('InvalidState');
    expect(await scene.ids()).toHaveLength(2);
  });

  it('stays when it is extended, inflated and given another policy', async () => {
    await using scene = await DiskScene.open();
    const disk = await scene.create();
    await scene.write(disk, 7 * MIB, 'end');
    await scene.on(disk, 'ExtendDisk_Task', { newCapacityInMB: 16 });
    await scene.on(disk, 'InflateDisk_Task');
    await scene.on(disk, 'UpdateVStorageObjectPolicy_Task', { profile: [] });
    expect(await scene.text(disk, 7 * MIB, 3)).toBe('end');
    expect(await scene.text(disk, 15 * MIB, 2)).toBe('\0\0');
  });

  it('is told by the areas that changed between snapshots, where changes are tracked', async () => {
    await using scene = await DiskScene.open();
    const disk = await scene.create();
    const areas = (snapshotId: object, changeId: string, startOffset = 0) =>
      scene.on(disk, 'VstorageObjectVCenterQueryChangedDiskAreas', { snapshotId, changeId, startOffset });
    const markOf = async (snapshotId: object) =>
      (await scene.on(disk, 'RetrieveSnapshotDetails', { snapshotId })).changedBlockTrackingId;
    const untracked = await scene.snapshot(disk);
    expect(await markOf(untracked)).toBeUndefined();
    const early = { snapshotId: untracked, startOffset: 0, changeId: '*' };
    expect((await scene.refused(disk, 'VstorageObjectVCenterQueryChangedDiskAreas', early))._typeName).toBe(
      'FileFault',
    );
    await scene.on(disk, 'SetVStorageObjectControlFlags', { controlFlags: ['enableChangedBlockTracking'] });
    await scene.write(disk, 0, 'one');
    const first = await scene.snapshot(disk);
    await scene.write(disk, 2 * MIB, 'two');
    const second = await scene.snapshot(disk);
    const [mark, next] = [await markOf(first), await markOf(second)];
    expect(mark).toMatch(/^52 .*\/1$/);
    expect(next).toBe(mark.replace(/1$/, '2'));
    expect(await areas(second, mark)).toMatchObject({
      startOffset: 0,
      length: 8 * MIB,
      changedArea: [{ start: 2 * MIB, length: 64 * 1024 }],
    });
    expect((await areas(second, '*')).changedArea.map((a: { start: number }) => a.start)).toEqual([0, 2 * MIB]);
    expect((await areas(second, next)).changedArea ?? []).toEqual([]);
    expect((await areas(second, '*', 4 * MIB)).changedArea ?? []).toEqual([]);
    const beyond = { snapshotId: second, startOffset: 8 * MIB, changeId: '*' };
    const fault = await scene.refused(disk, 'VstorageObjectVCenterQueryChangedDiskAreas', beyond);
    expect(fault).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'startOffset' });
    await scene.on(disk, 'RevertVStorageObject_Task', { snapshotId: first });
    const third = await scene.snapshot(disk);
    const lost = { snapshotId: third, startOffset: 0, changeId: mark };
    expect((await scene.refused(disk, 'VstorageObjectVCenterQueryChangedDiskAreas', lost))._typeName).toBe('FileFault');
  });
});

describe('a first class disk of a machine', () => {
  it('goes with the machine to another datastore, and is found there when it is detached', async () => {
    await using scene = await DiskScene.open();
    const disk = await scene.create();
    await scene.attach(disk);
    await scene.write(disk, MIB, 'moved');
    await scene.run(scene.vm, 'RelocateVM_Task', { spec: { datastore: scene.other } });
    const there = { config: { id: disk.config.id, backing: { datastore: scene.other } } };
    const { fileName } = (await scene.device(disk)).backing;
    expect((await scene.look(there)).config.backing).toMatchObject({ filePath: fileName, datastore: scene.other });
    expect(await scene.ids()).toEqual([]);
    expect(await scene.ids(scene.other)).toEqual([disk.config.id.id]);
    await scene.detach(disk);
    expect(await scene.text(there, MIB, 5)).toBe('moved');
    await scene.on(there, 'DeleteVStorageObject_Task');
    expect(await scene.ids(scene.other)).toEqual([]);
  });

  it('outlives it when it is to, and is a disk like before', async () => {
    await using scene = await DiskScene.open();
    const [kept, lost] = [await scene.create('kept'), await scene.create('lost', { keepAfterDeleteVm: false })];
    for (const disk of [kept, lost]) {
      await scene.attach(disk);
      await scene.write(disk, 0, 'data');
    }
    await scene.run(scene.vm, 'Destroy_Task');
    expect((await scene.look(kept)).config.consumerId).toBeUndefined();
    expect(await scene.text(kept, 0, 4)).toBe('data');
    expect(await scene.ids()).toHaveLength(2);
    expect((await scene.refused(lost, 'RetrieveVStorageObject'))._typeName).toBe('NotFound');
    await scene.call(scene.disks, 'ScheduleReconcileDatastoreInventory', { datastore: scene.datastore });
    expect(await scene.ids()).toEqual([kept.config.id.id]);
  });

  it('is the disk on top of what a snapshot of the machine keeps', async () => {
    await using scene = await DiskScene.open();
    const disk = await scene.create();
    const backing = { _typeName: 'VirtualDiskFlatVer2BackingInfo', diskMode: 'persistent' };
    const fileName = disk.config.backing.filePath;
    const [controller] = (await scene.read(scene.vm, 'config.hardware.device')).filter((d: { _typeName: string }) =>
      /SCSI|Logic/.test(d._typeName),
    );
    const device = {
      _typeName: 'VirtualDisk',
      key: -1,
      capacityInKB: 8_192,
      controllerKey: controller.key,
      backing: { ...backing, fileName },
    };
    await scene.run(scene.vm, 'ReconfigVM_Task', { spec: { deviceChange: [{ operation: 'add', device }] } });
    await scene.write(disk, 0, 'base');
    const snapshot = { name: 's', memory: false, quiesce: false };
    await scene.run(scene.vm, 'CreateSnapshot_Task', snapshot);
    await scene.write(disk, 0, 'over');
    expect((await scene.look(disk)).config.backing.filePath).toMatch(/-000001\.vmdk$/);
    const snapshotId = await scene.snapshot(disk);
    const made = await scene.on(disk, 'CreateDiskFromSnapshot_Task', { snapshotId, name: 'copy' });
    expect(await scene.text(made, 0, 4)).toBe('over');
    await scene.run(scene.vm, 'RemoveAllSnapshots_Task');
    expect(await scene.text(disk, 0, 4)).toBe('over');
    await scene.on(disk, 'DeleteSnapshot_Task', { snapshotId });
    expect((await scene.look(disk)).config.backing.filePath).toBe(fileName);
    await scene.detach(disk);
    expect(await scene.text(disk, 0, 4)).toBe('over');
  });
});
