/** What a guest writes to its disks, and where it is found again. */
import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { Endpoint } from '../endpoint.ts';

const MIB = 2 ** 20;

async function written(...texts: readonly [number, string][]) {
  const ep = await Endpoint.open();
  const vm = await ep.at('DC0/vm/DC0_H0_VM0');
  await ep.run(vm, 'PowerOffVM_Task');
  const write = (at: number, text: string, of: Ref = vm) => ep.sim.disks.write({ vm: of.value }, at, Buffer.from(text));
  const text = async (at: number, length: number, of: Ref = vm) =>
    (await ep.sim.disks.read({ vm: of.value }, at, length)).toString('latin1');
  for (const [at, bytes] of texts) await write(at, bytes);
  const snapshot = async (name: string): Promise<Ref> =>
    ep.run(vm, 'CreateSnapshot_Task', { name, memory: false, quiesce: false });
  const clone = async (name: string, location: object = {}, more: object = {}): Promise<Ref> =>
    ep.run(vm, 'CloneVM_Task', {
      folder: await ep.at('DC0/vm'),
      name,
      spec: { location, powerOn: false, template: false, ...more },
    });
  return { ep, vm, write, text, snapshot, clone };
}

describe('the bytes of a disk', () => {
  it('are what was written, and zeros elsewhere', async () => {
    const { ep, text, write } = await written([0, 'boot'], [7 * MIB - 2, 'four']);
    await using _ = ep;
    expect(await text(0, 6)).toBe('boot\0\0');
    expect(await text(7 * MIB - 3, 6)).toBe('\0four\0');
    await write(1, 'ea');
    expect(await text(0, 4)).toBe('beat');
    expect(await text(10 * 1024 * MIB - 2, 10)).toBe('\0\0');
  });

  it('are counted on a thin disk, once however often they are written', async () => {
    const { ep, vm, write } = await written();
    await using _ = ep;
    const [store] = await ep.read(vm, 'datastore');
    const free = async () => {
      await ep.call(store, 'RefreshDatastoreStorageInfo').catch(() => undefined);
      return (await ep.read(store, 'summary')).freeSpace as number;
    };
    const before = await free();
    await write(0, 'x'.repeat(3 * MIB));
    expect(before - (await free())).toBe(3 * MIB);
    await write(MIB, 'y'.repeat(MIB));
    expect(before - (await free())).toBe(3 * MIB);
  });

  it('beyond the end of the disk are refused, and nothing of them is kept', async () => {
    const { ep, write, text } = await written([0, 'boot']);
    await using _ = ep;
    await expect(write(10 * 1024 * MIB - 2, 'four')).rejects.toThrow('beyond its end');
    await expect(ep.sim.disks.write({ vm: 'nobody' }, 0, Buffer.from('x'))).rejects.toThrow(
      'no virtual machine nobody',
    );
    expect(await text(10 * 1024 * MIB - 2, 2)).toBe('\0\0');
    expect(ep.sim.simulation.spool.count).toBe(1);
  });

  it('come back with a snapshot, zeros that were written over them too', async () => {
    const { ep, snapshot, write, text } = await written([0, 'first'], [100_000, 'other']);
    await using _ = ep;
    const kept = await snapshot('one');
    await write(0, 'later');
    await write(100_000, '\0'.repeat(5));
    expect([await text(0, 5), await text(100_000, 5)]).toEqual(['later', '\0'.repeat(5)]);
    await ep.run(kept, 'RevertToSnapshot_Task');
    expect([await text(0, 5), await text(100_000, 5)]).toEqual(['first', 'other']);
  });

  it('are the same when snapshots are removed, from below, from above, or all', async () => {
    const { ep, vm, snapshot, write, text } = await written([0, '1....']);
    await using _ = ep;
    const one = await snapshot('one');
    await write(1, '2');
    const two = await snapshot('two');
    await write(2, '3');
    const three = await snapshot('three');
    await write(3, '4');
    await ep.run(two, 'RemoveSnapshot_Task', { removeChildren: false });
    expect(await text(0, 5)).toBe('1234.');
    await ep.run(three, 'RevertToSnapshot_Task');
    expect(await text(0, 5)).toBe('123..');
    await ep.run(one, 'RemoveSnapshot_Task', { removeChildren: false });
    expect(await text(0, 5)).toBe('123..');
    await ep.run(vm, 'RemoveAllSnapshots_Task');
    expect(await text(0, 5)).toBe('123..');
  });

  it('are copied to a clone, and written there without the source being any the wiser', async () => {
    const { ep, clone, snapshot, write, text } = await written([0, 'base']);
    await using _ = ep;
    await snapshot('one');
    await write(4, '+more');
    const twin = await clone('twin');
    expect(await text(0, 9, twin)).toBe('base+more');
    await write(0, 'BASE', twin);
    expect([await text(0, 9), await text(0, 9, twin)]).toEqual(['base+more', 'BASE+more']);
  });

  it('lie below a linked clone, which outlives what it was cloned from', async () => {
    const { ep, vm, clone, snapshot, write, text } = await written([0, 'base']);
    await using _ = ep;
    const kept = await snapshot('one');
    await write(0, 'more');
    const child = await clone('child', { diskMoveType: 'createNewChildDiskBacking' }, { snapshot: kept });
    expect(await text(0, 4, child)).toBe('base');
    await write(1, 'e', child);
    await ep.run(vm, 'Destroy_Task');
    expect(await text(0, 4, child)).toBe('bese');
  });

  it('are freed with the last disk that has them', async () => {
    const { ep, vm, clone } = await written([0, 'base'], [MIB, 'more']);
    await using _ = ep;
    const twin = await clone('twin');
    await ep.run(vm, 'Destroy_Task');
    expect(ep.sim.simulation.spool.count).toBe(2);
    await ep.run(twin, 'Destroy_Task');
    expect(ep.sim.simulation.spool.count).toBe(0);
  });

  it('stay when the machine is taken off the inventory and registered again', async () => {
    const { ep, vm, text } = await written([0, 'base']);
    await using _ = ep;
    const path = await ep.read(vm, 'config.files.vmPathName');
    await ep.call(vm, 'UnregisterVM');
    expect(ep.sim.simulation.spool.count).toBe(1);
    const again = await ep.run(await ep.at('DC0/vm'), 'RegisterVM_Task', {
      path,
      asTemplate: false,
      pool: await ep.at('DC0/host/DC0_H0/Resources'),
    });
    expect(await text(0, 4, again)).toBe('base');
  });

  it('stay with a disk that is taken off one machine and hung on another', async () => {
    const { ep, vm, clone, text } = await written([0, 'base']);
    await using _ = ep;
    const other = await clone('other');
    const disk = (await ep.read(vm, 'config.hardware.device')).find((d: { key: number }) => d.key === 2000);
    await ep.run(vm, 'ReconfigVM_Task', { spec: { deviceChange: [{ operation: 'remove', device: disk }] } });
    await ep.run(other, 'ReconfigVM_Task', {
      spec: { deviceChange: [{ operation: 'add', device: { ...disk, key: -1, unitNumber: 1 } }] },
    });
    expect((await ep.sim.disks.read({ vm: 'other', key: 2001 }, 0, 4)).toString()).toBe('base');
    expect(await text(0, 4, other)).toBe('base');
  });

  it('go along to another datastore', async () => {
    const { ep, vm, snapshot, write, text } = await written([0, 'base']);
    await using _ = ep;
    await snapshot('one');
    await write(4, '+more');
    const host = await ep.read(vm, 'runtime.host');
    const hostSystem = await ep.read(host, 'configManager.datastoreSystem');
    const store = await ep.call(hostSystem, 'CreateNasDatastore', {
      spec: { remoteHost: 'nas', remotePath: '/a', localPath: 'nas-1', accessMode: 'readWrite' },
    });
    await ep.run(vm, 'RelocateVM_Task', { spec: { datastore: store } });
    expect(await text(0, 9)).toBe('base+more');
  });

  it('are made the clone’s own when it is promoted, and taken with it when it is made thick', async () => {
    const { ep, clone, snapshot, write, text } = await written([0, 'base']);
    await using _ = ep;
    const kept = await snapshot('one');
    const child = await clone('child', { diskMoveType: 'createNewChildDiskBacking' }, { snapshot: kept });
    await write(4, '+mine', child);
    await ep.run(child, 'PromoteDisks_Task', { unlink: true });
    const backing = async () =>
      (await ep.read(child, 'config.hardware.device')).find((d: { key: number }) => d.key === 2000).backing;
    expect(await backing()).not.toHaveProperty('parent');
    expect(await text(0, 9, child)).toBe('base+mine');
    const host = await ep.read(await ep.read(child, 'runtime.host'), 'configManager.datastoreSystem');
    const store = await ep.call(host, 'CreateNasDatastore', {
      spec: { remoteHost: 'nas', remotePath: '/b', localPath: 'nas-2', accessMode: 'readWrite' },
    });
    await ep.run(child, 'RelocateVM_Task', { spec: { datastore: store, transform: 'flat' } });
    expect(await backing()).toMatchObject({ thinProvisioned: false, fileName: expect.stringMatching(/^\[nas-2\] /) });
    expect([await text(0, 9, child), await text(0, 9)]).toEqual(['base+mine', 'base\0\0\0\0\0']);
  });

  it('are those of the moment of an instant clone, in both from there on apart', async () => {
    const { ep, vm, write, text } = await written([0, 'base']);
    await using _ = ep;
    await ep.run(vm, 'PowerOnVM_Task');
    const twin = await ep.run(vm, 'InstantClone_Task', { spec: { name: 'twin', location: {} } });
    await write(0, 'B');
    await write(1, 'A', twin);
    expect([await text(0, 4), await text(0, 4, twin)]).toEqual(['Base', 'bAse']);
  });

  it('are counted once where machines share them, and stay with the last that has them', async () => {
    const { ep, vm, clone, snapshot } = await written([0, 'x'.repeat(5 * MIB)]);
    await using _ = ep;
    const [store] = await ep.read(vm, 'datastore');
    const free = async () => (await ep.read(store, 'summary')).freeSpace as number;
    const kept = await snapshot('one');
    const before = await free();
    const child = await clone('child', { diskMoveType: 'createNewChildDiskBacking' }, { snapshot: kept });
    const storage = await ep.read(child, 'summary.storage');
    expect(storage.committed - storage.unshared).toBeGreaterThan(5 * MIB);
    expect(before - (await free())).toBeLessThan(MIB);
    await ep.run(vm, 'Destroy_Task');
    await ep.run(child, 'Destroy_Task');
    const browser = await ep.read(store, 'browser');
    const left = await ep.run(browser, 'SearchDatastore_Task', { datastorePath: '[LocalDS_0] DC0_H0_VM0' });
    expect(left.file.map((f: { path: string }) => f.path).sort()).toEqual(['DC0_H0_VM0-flat.vmdk', 'DC0_H0_VM0.vmdk']);
  });
});
