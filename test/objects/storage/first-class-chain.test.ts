/** Snapshots of first class disks as files of the datastore, and disks that stand on them. */
import { describe, expect, it } from 'vitest';
import type { Answer } from '../endpoint.ts';
import { DiskScene, MIB } from './first-class-scene.ts';

/** Names of a disk's files behind its id. */
async function names(scene: DiskScene, disk: Answer): Promise<string[]> {
  const all = await scene.files();
  return all.map((path) => path.replace(disk.config.id.id, '')).sort();
}

const pathOf = async (scene: DiskScene, disk: Answer) => (await scene.look(disk)).config.backing.filePath as string;

describe('a snapshot of a first class disk', () => {
  it('is a file, over which a delta takes what is written from then on', async () => {
    await using scene = await DiskScene.open();
    const disk = await scene.create();
    await scene.write(disk, 0, 'then');
    const before = await scene.free();
    const snapshotId = await scene.snapshot(disk);
    expect(await names(scene, disk)).toEqual(['-000001-delta.vmdk', '-000001.vmdk', '-flat.vmdk', '.vmdk']);
    expect(before - (await scene.free())).toBe(512);
    await scene.write(disk, MIB, 'later');
    expect(before - (await scene.free())).toBeGreaterThan(512);
    const { backing } = (await scene.look(disk)).config;
    const base = disk.config.backing.filePath;
    expect(backing.filePath).toBe(base.replace('.vmdk', '-000001.vmdk'));
    expect(backing).toMatchObject({ provisioningType: 'thin', parent: { filePath: base }, deltaSizeInMB: 1 });
    expect((await scene.on(disk, 'RetrieveSnapshotDetails', { snapshotId })).path).toBe(base);
    expect((await scene.stored(base, MIB, 5)).toString()).toBe('\0'.repeat(5));
    expect((await scene.stored(backing.filePath, MIB, 5)).toString()).toBe('later');
  });

  it('becomes one with what was written since when it is deleted, whichever of several goes first', async () => {
    await using scene = await DiskScene.open();
    const disk = await scene.create('thick', { backingSpec: scene.backing({ provisioningType: 'eagerZeroedThick' }) });
    const before = await scene.free();
    const taken = [];
    for (const text of ['one!', 'two!', 'three']) {
      await scene.write(disk, taken.length * MIB, text);
      taken.push(await scene.snapshot(disk));
    }
    await scene.write(disk, 0, 'last');
    const texts = async () => [await scene.text(disk, 0, 4), await scene.text(disk, MIB, 4)];
    for (const at of [1, 0, 2]) {
      await scene.on(disk, 'DeleteSnapshot_Task', { snapshotId: taken[at] });
      expect(await texts()).toEqual(['last', 'two!']);
    }
    expect(await names(scene, disk)).toEqual(['-flat.vmdk', '.vmdk']);
    expect(await scene.free()).toBe(before);
    expect((await scene.look(disk)).config.backing).toMatchObject({
      filePath: disk.config.backing.filePath,
      provisioningType: 'eagerZeroedThick',
    });
    await scene.on(disk, 'ExtendDisk_Task', { newCapacityInMB: 16 });
  });

  it('of a disk that went back is still there, and the branches that nothing keeps are gone', async () => {
    await using scene = await DiskScene.open();
    const disk = await scene.create();
    await scene.write(disk, 0, 'one');
    const first = await scene.snapshot(disk);
    await scene.write(disk, 0, 'two');
    const second = await scene.snapshot(disk);
    await scene.write(disk, 0, 'odd');
    await scene.on(disk, 'RevertVStorageObject_Task', { snapshotId: first });
    expect(await scene.text(disk, 0, 3)).toBe('one');
    await scene.write(disk, 0, 'new');
    await scene.on(disk, 'RevertVStorageObject_Task', { snapshotId: second });
    expect(await scene.text(disk, 0, 3)).toBe('two');
    expect(await scene.files()).toHaveLength(6);
    await scene.on(disk, 'DeleteSnapshot_Task', { snapshotId: first });
    await scene.on(disk, 'DeleteSnapshot_Task', { snapshotId: second });
    expect(await scene.text(disk, 0, 3)).toBe('two');
    expect(await names(scene, disk)).toEqual(['-flat.vmdk', '.vmdk']);
  });

  it('is taken and deleted under a running machine, which goes on to write', async () => {
    await using scene = await DiskScene.open();
    const disk = await scene.create();
    await scene.attach(disk);
    await scene.run(scene.vm, 'PowerOnVM_Task');
    await scene.write(disk, 0, 'one');
    const snapshotId = await scene.snapshot(disk);
    await scene.write(disk, MIB, 'two');
    const { backing } = await scene.device(disk);
    expect(backing.fileName).toMatch(/-000001\.vmdk$/);
    expect(backing.parent.fileName).toBe(disk.config.backing.filePath);
    await scene.on(disk, 'DeleteSnapshot_Task', { snapshotId });
    expect((await scene.device(disk)).backing).toMatchObject({ fileName: disk.config.backing.filePath });
    expect((await scene.device(disk)).backing.parent).toBeUndefined();
    expect([await scene.text(disk, 0, 3), await scene.text(disk, MIB, 3)]).toEqual(['one', 'two']);
    await scene.run(scene.vm, 'PowerOffVM_Task');
    await scene.detach(disk);
    expect([await scene.text(disk, 0, 3), await scene.text(disk, MIB, 3)]).toEqual(['one', 'two']);
    expect(await names(scene, disk)).toEqual(['-flat.vmdk', '.vmdk']);
  });

  it('goes along to another datastore, and all of it goes with the disk', async () => {
    await using scene = await DiskScene.open();
    const disk = await scene.create();
    const [here, there] = [await scene.free(), await scene.free(scene.other)];
    await scene.write(disk, 0, 'one');
    const first = await scene.snapshot(disk);
    await scene.write(disk, 0, 'two');
    await scene.snapshot(disk);
    const spec = { backingSpec: scene.backing({ datastore: scene.other }) };
    const moved = await scene.on(disk, 'RelocateVStorageObject_Task', { spec });
    expect([await scene.files(), (await scene.files(scene.other)).length]).toEqual([[], 6]);
    expect(await scene.free()).toBe(here + 512);
    expect(await scene.text(moved, 0, 3)).toBe('two');
    await scene.on(moved, 'RevertVStorageObject_Task', { snapshotId: first });
    expect(await scene.text(moved, 0, 3)).toBe('one');
    await scene.on(moved, 'DeleteVStorageObject_Task');
    expect(await scene.files(scene.other)).toEqual([]);
    expect(await scene.free(scene.other)).toBe(there);
  });

  it('has nothing to go back to once somebody took its file away', async () => {
    await using scene = await DiskScene.open({ apiVersion: '9.1.0' });
    const disk = await scene.create();
    const snapshotId = await scene.snapshot(disk);
    const name = disk.config.backing.filePath;
    const datacenter = await scene.at('DC0');
    await scene.run(scene.manager('virtualDiskManager'), 'DeleteVirtualDisk_Task', { name, datacenter });
    const lost = { _typeName: 'FileNotFound', file: name };
    expect(await scene.refused(disk, 'RevertVStorageObject_Task', { snapshotId })).toMatchObject(lost);
    expect(await scene.refused(disk, 'RepairVStorageObjectChain_Task')).toMatchObject(lost);
    const made = await scene.refused(disk, 'CreateDiskFromSnapshot_Task', { snapshotId, name: 'of it' });
    expect(made).toMatchObject(lost);
  });
});

describe('a linked clone of a first class disk', () => {
  it('holds what the snapshot does, takes only what is written to it, and leaves the other alone', async () => {
    await using scene = await DiskScene.open({ apiVersion: '9.1.0' });
    const disk = await scene.create('base', { backingSpec: scene.backing({ provisioningType: 'lazyZeroedThick' }) });
    await scene.write(disk, 0, 'base');
    const snapshotId = await scene.snapshot(disk);
    const before = await scene.free();
    const asked = { snapshotId, name: 'linked', isLinkedClone: true };
    const clone = await scene.on(disk, 'CreateDiskFromSnapshot_Task', asked);
    expect(before - (await scene.free())).toBe(512);
    expect(clone.config).toMatchObject({
      linkedCloneParentId: disk.config.id,
      linkedCloneBasePath: disk.config.backing.filePath,
      backing: { parent: { filePath: disk.config.backing.filePath } },
    });
    await scene.write(clone, MIB, 'mine');
    await scene.write(disk, MIB, 'his!');
    expect([await scene.text(clone, 0, 4), await scene.text(clone, MIB, 4)]).toEqual(['base', 'mine']);
    expect(await scene.text(disk, MIB, 4)).toBe('his!');
  });

  it('keeps what it stands on, until a repair finds that it is gone', async () => {
    await using scene = await DiskScene.open({ apiVersion: '9.1.0' });
    const disk = await scene.create();
    await scene.write(disk, 0, 'base');
    const snapshotId = await scene.snapshot(disk);
    const asked = { snapshotId, name: 'linked', isLinkedClone: true };
    const clone = await scene.on(disk, 'CreateDiskFromSnapshot_Task', asked);
    await scene.write(disk, 0, 'over');
    await scene.on(disk, 'DeleteSnapshot_Task', { snapshotId });
    expect([await scene.text(clone, 0, 4), await scene.text(disk, 0, 4)]).toEqual(['base', 'over']);
    expect(await pathOf(scene, disk)).toMatch(/-000001\.vmdk$/);
    await scene.on(clone, 'DeleteVStorageObject_Task');
    await scene.on(disk, 'RepairVStorageObjectChain_Task');
    expect(await pathOf(scene, disk)).toBe(disk.config.backing.filePath);
    expect(await scene.text(disk, 0, 4)).toBe('over');
    expect(await names(scene, disk)).toEqual(['-flat.vmdk', '.vmdk']);
  });

  it('outlives the disk it was made of, and is a disk by itself once it is relocated', async () => {
    await using scene = await DiskScene.open({ apiVersion: '9.1.0' });
    const disk = await scene.create();
    await scene.write(disk, 0, 'base');
    const snapshotId = await scene.snapshot(disk);
    const asked = { snapshotId, name: 'linked', isLinkedClone: true };
    const clone = await scene.on(disk, 'CreateDiskFromSnapshot_Task', asked);
    await scene.on(disk, 'DeleteVStorageObject_Task');
    expect(await scene.text(clone, 0, 4)).toBe('base');
    const spec = { backingSpec: scene.backing({ datastore: scene.other }) };
    const moved = await scene.on(clone, 'RelocateVStorageObject_Task', { spec });
    expect(moved.config.linkedCloneParentId).toBeUndefined();
    expect(moved.config.backing.parent).toBeUndefined();
    expect(await scene.text(moved, 0, 4)).toBe('base');
  });
});
