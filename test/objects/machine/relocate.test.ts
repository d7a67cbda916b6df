import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import type { StartOptions } from '../../../src/index.ts';
import { datastoreKind } from '../../../src/objects/storage/datastore.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../updates.ts';

/** A simulator and a machine of its cluster, running or not, with events counted from here. */
async function machine(autostart: boolean, options: StartOptions = {}) {
  const ep = await Endpoint.open({ inventory: { autostart, ds: 3 }, ...options });
  const vm = await ep.at('DC0/vm/DC0_C0_RP0_VM0');
  await ep.events();
  const store = (n: number) => ep.at(`DC0/datastore/LocalDS_${n}`);
  const relocate = (spec: object) => ep.run(vm, 'RelocateVM_Task', { spec });
  const refused = (spec: object) => ep.fault(vm, 'RelocateVM_Task', { spec });
  const backing = async () => {
    const devices: Answer[] = await ep.read(vm, 'config.hardware.device');
    return devices.find((d) => d._typeName === 'VirtualDisk').backing;
  };
  const standalone = () => ep.at('DC0/host/DC0_H0/DC0_H0');
  const standalonePool = () => ep.at('DC0/host/DC0_H0/Resources');
  return { ep, vm, store, relocate, refused, backing, standalone, standalonePool };
}

const off = (options?: StartOptions) => machine(false, options);
const on = (options?: StartOptions) => machine(true, options);

const NEWEST = 'newest' as const;

/** The events of a type, the newest last. */
async function posted(ep: Endpoint, type: string): Promise<Answer> {
  const all = await ep.call(ep.manager('eventManager'), 'QueryEvents', { filter: { eventTypeId: [type] } });
  return (all ?? []).at(-1) ?? NEWEST;
}

describe('a machine that goes to another datastore', () => {
  it('takes its files along, and tells those who watch it and both datastores', async () => {
    const { ep, vm, store, relocate, backing } = await on();
    await using _ = ep;
    const [from, to] = [await store(0), await store(1)];
    const paths = [
      'config.files.vmPathName',
      'datastore',
      'layoutEx',
      'summary.config.vmPathName',
      'runtime.powerState',
    ];
    const updates = await Updates.of(ep, vm, ...paths);
    const left = await Updates.of(ep, from, 'vm', 'summary.freeSpace');
    const reached = await Updates.of(ep, to, 'vm', 'summary.freeSpace');
    await relocate({ datastore: to });
    expect(await updates.next()).toEqual(paths.slice(0, 4).sort());
    expect(await left.next()).toEqual(['summary.freeSpace', 'vm']);
    expect(await reached.next()).toEqual(['summary.freeSpace', 'vm']);
    expect(await ep.read(vm, 'config.files.vmPathName')).toBe('[LocalDS_1] DC0_C0_RP0_VM0/DC0_C0_RP0_VM0.vmx');
    expect((await backing()).fileName).toBe('[LocalDS_1] DC0_C0_RP0_VM0/DC0_C0_RP0_VM0.vmdk');
    const names: string[] = (await ep.read(vm, 'layoutEx')).file.map((f: Answer) => f.name);
    expect(names.filter((name) => !name.startsWith('[LocalDS_1]'))).toEqual([]);
    expect(names.some((name) => name.endsWith('.vswp'))).toBe(true);
    expect(await ep.events()).toEqual(['TaskEvent', 'VmBeingRelocatedEvent', 'VmRelocatedEvent']);
    expect(await posted(ep, 'VmBeingRelocatedEvent')).toMatchObject({
      destHost: { name: expect.any(String) },
      destDatacenter: { name: 'DC0' },
      destDatastore: { name: 'LocalDS_1' },
    });
    expect(await posted(ep, 'VmRelocatedEvent')).toMatchObject({
      sourceDatacenter: { name: 'DC0' },
      sourceDatastore: { name: 'LocalDS_0' },
    });
  });

  it('is named there after what it is called now', async () => {
    const { ep, vm, store, relocate, backing } = await off();
    await using _ = ep;
    await ep.run(vm, 'Rename_Task', { newName: 'fresh' });
    await relocate({ datastore: await store(1) });
    expect(await ep.read(vm, 'config.files.vmPathName')).toBe('[LocalDS_1] fresh/fresh.vmx');
    expect((await backing()).fileName).toBe('[LocalDS_1] fresh/fresh.vmdk');
  });

  it('takes its snapshots along', async () => {
    const { ep, vm, store, relocate, backing } = await off();
    await using _ = ep;
    const snapshot = await ep.run(vm, 'CreateSnapshot_Task', { name: 's', memory: false, quiesce: false });
    await relocate({ datastore: await store(1) });
    const { fileName, parent } = await backing();
    expect([fileName, parent.fileName]).toEqual([
      '[LocalDS_1] DC0_C0_RP0_VM0/DC0_C0_RP0_VM0-000001.vmdk',
      '[LocalDS_1] DC0_C0_RP0_VM0/DC0_C0_RP0_VM0.vmdk',
    ]);
    expect(await ep.read(snapshot, 'config.files.vmPathName')).toMatch(/^\[LocalDS_1\]/);
    expect(await ep.read(vm, 'datastore')).toEqual([await store(1)]);
    await ep.run(snapshot, 'RemoveSnapshot_Task', { removeChildren: false });
    expect((await backing()).fileName).toBe(parent.fileName);
  });

  it('leaves a disk where a locator says, or moves it alone', async () => {
    const { ep, vm, store, relocate, backing } = await off();
    await using _ = ep;
    const [home, other, third] = [await store(0), await store(1), await store(2)];
    await relocate({ datastore: other, disk: [{ diskId: 2000, datastore: home }] });
    expect(await ep.read(vm, 'config.files.vmPathName')).toMatch(/^\[LocalDS_1\]/);
    expect((await backing()).fileName).toBe('[LocalDS_0] DC0_C0_RP0_VM0/DC0_C0_RP0_VM0.vmdk');
    expect((await ep.read(vm, 'datastore')).map((d: Ref) => d.value).sort()).toEqual([home.value, other.value].sort());
    await relocate({ disk: [{ diskId: 2000, datastore: third }] });
    expect((await backing()).fileName).toBe('[LocalDS_2] DC0_C0_RP0_VM0/DC0_C0_RP0_VM0.vmdk');
  });

  it('becomes thick or thin as asked, and one file when asked', async () => {
    const { ep, vm, store, relocate, backing } = await off();
    await using _ = ep;
    await relocate({ datastore: await store(1), transform: 'flat' });
    expect(await backing()).toMatchObject({ thinProvisioned: false });
    const thin = {
      _typeName: 'VirtualDiskFlatVer2BackingInfo',
      fileName: '',
      diskMode: 'persistent',
      thinProvisioned: true,
    };
    await relocate({ disk: [{ diskId: 2000, datastore: await store(0), diskBackingInfo: thin }] });
    expect(await backing()).toMatchObject({ thinProvisioned: true });
    const snapshot = await ep.run(vm, 'CreateSnapshot_Task', { name: 's', memory: false, quiesce: false });
    await ep.run(snapshot, 'RemoveSnapshot_Task', { removeChildren: false, consolidate: false });
    expect(await ep.read(vm, 'runtime.consolidationNeeded')).toBe(true);
    await relocate({ datastore: await store(2), diskMoveType: 'moveAllDiskBackingsAndConsolidate' });
    expect((await backing()).parent).toBeUndefined();
    expect(await ep.read(vm, 'runtime.consolidationNeeded')).toBe(false);
  });

  it('moves only what lies on top when asked to', async () => {
    const { ep, vm, store, relocate, backing } = await off();
    await using _ = ep;
    await ep.run(vm, 'CreateSnapshot_Task', { name: 's', memory: false, quiesce: false });
    await relocate({ datastore: await store(1), diskMoveType: 'moveChildMostDiskBacking' });
    const { fileName, parent } = await backing();
    expect(fileName).toMatch(/^\[LocalDS_1\]/);
    expect(parent.fileName).toMatch(/^\[LocalDS_0\]/);
  });

  it('is refused where there is no room or no right to write', async () => {
    const furnish: NonNullable<StartOptions['furnish']> = ({ world }) => {
      const [, small, sealed] = [...world.every(datastoreKind)];
      world.turn(() => {
        world.update(small!, { volume: { ...small!.state.volume, capacity: 4096 } });
        const mounts = sealed!.state.mounts.map((m) => ({ ...m, accessMode: 'readOnly' as const }));
        world.update(sealed!, { mounts });
      });
    };
    const { ep, vm, store, refused } = await off({ furnish });
    await using _ = ep;
    expect(await refused({ datastore: await store(1) })).toMatchObject({
      _typeName: 'NoDiskSpace',
      datastore: 'LocalDS_1',
    });
    expect(await refused({ datastore: await store(2) })).toMatchObject({ _typeName: 'DatastoreNotWritableOnHost' });
    expect(await ep.events()).toEqual(['TaskEvent', 'VmRelocateFailedEvent', 'TaskEvent', 'VmRelocateFailedEvent']);
    expect(await ep.read(vm, 'datastore')).toEqual([await store(0)]);
  });

  it('is refused where the new host does not reach it', async () => {
    const furnish: NonNullable<StartOptions['furnish']> = ({ world }) => {
      const [, unmounted] = [...world.every(datastoreKind)];
      world.turn(() => world.update(unmounted!, { mounts: [] }));
    };
    const { ep, store, refused } = await off({ furnish });
    await using _ = ep;
    expect(await refused({ datastore: await store(1) })).toMatchObject({
      _typeName: 'CannotAccessVmConfig',
      reason: { fault: { _typeName: 'InvalidDatastore', name: 'LocalDS_1' } },
    });
    expect(await refused({ disk: [{ diskId: 2000, datastore: await store(1) }] })).toMatchObject({
      _typeName: 'CannotAccessVmDisk',
      device: 'Hard disk 1',
    });
  });
});

describe('a machine that goes to another compute resource', () => {
  it('needs a pool there', async () => {
    const { ep, relocate, refused, standalone, standalonePool, vm } = await off();
    await using _ = ep;
    const host = await standalone();
    expect(await refused({ host })).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'spec.pool' });
    const pool = await standalonePool();
    const updates = await Updates.of(ep, vm, 'runtime.host', 'resourcePool', 'environmentBrowser', 'parent');
    await relocate({ host, pool });
    expect(await updates.next()).toEqual(['environmentBrowser', 'resourcePool', 'runtime.host']);
    expect(await ep.read(vm, 'resourcePool')).toEqual(pool);
    expect(await ep.events()).toEqual([
      'TaskEvent',
      'TaskEvent',
      'VmBeingMigratedEvent',
      'VmMigratedEvent',
      'VmResourcePoolMovedEvent',
    ]);
  });

  it('needs no host where there is only one', async () => {
    const { ep, vm, relocate, standalone, standalonePool } = await on();
    await using _ = ep;
    await relocate({ pool: await standalonePool() });
    expect(await ep.read(vm, 'runtime.host')).toEqual(await standalone());
    expect(await ep.read(vm, 'runtime.powerState')).toBe('poweredOn');
  });
});

describe('a move is refused', () => {
  it('when the spec names what is not there, or in no known way', async () => {
    const { ep, store, refused } = await off();
    await using _ = ep;
    const datastore = await store(1);
    expect(await refused({ disk: [{ diskId: 9, datastore }] })).toMatchObject({
      invalidProperty: 'spec.disk[0].diskId',
    });
    expect(await refused({ datastore, diskMoveType: 'sideways' })).toMatchObject({
      invalidProperty: 'spec.diskMoveType',
    });
    expect(await refused({ host: { type: 'HostSystem', value: 'host-999' } })).toMatchObject({
      _typeName: 'ManagedObjectNotFound',
    });
  });

  it('into a folder that has one of its name, and is done into one that has none', async () => {
    const { ep, vm, relocate, refused } = await off();
    await using _ = ep;
    const folder: Ref = await ep.call(await ep.at('DC0/vm'), 'CreateFolder', { name: 'shelf' });
    const updates = await Updates.of(ep, vm, 'parent');
    await relocate({ folder });
    expect(await updates.next()).toEqual(['parent']);
    expect(await ep.exists('DC0/vm/shelf/DC0_C0_RP0_VM0')).toBe(true);
    const other = await ep.at('DC0/vm/DC0_C0_RP0_VM1');
    await ep.run(other, 'Rename_Task', { newName: 'DC0_C0_RP0_VM0' });
    expect(await refused({ folder: await ep.at('DC0/vm') })).toMatchObject({ _typeName: 'DuplicateName' });
  });
});

it('a network card changes its network on the way', async () => {
  const { ep, vm, relocate, store } = await on();
  await using _ = ep;
  const network = await ep.at('DC0/network/VM Network');
  const devices: Answer[] = await ep.read(vm, 'config.hardware.device');
  const card = devices.find((d) => d.key === 4000);
  const backing = { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName: 'VM Network' };
  const updates = await Updates.of(ep, vm, 'network', 'datastore');
  await relocate({ datastore: await store(1), deviceChange: [{ operation: 'edit', device: { ...card, backing } }] });
  expect(await updates.next()).toEqual(['datastore', 'network']);
  expect(await ep.read(vm, 'network')).toEqual([network]);
});

describe('a machine on the inventory', () => {
  it('is renamed, and whoever watches it hears of it', async () => {
    const { ep, vm, refused } = await off();
    await using _ = ep;
    const updates = await Updates.of(ep, vm, 'name', 'config.name', 'summary.config.name', 'config.files.vmPathName');
    await ep.run(vm, 'Rename_Task', { newName: 'other' });
    expect(await updates.next()).toEqual(['config.name', 'name', 'summary.config.name']);
    expect(await ep.events()).toEqual(['TaskEvent', 'VmRenamedEvent']);
    expect(await posted(ep, 'VmRenamedEvent')).toMatchObject({ oldName: 'DC0_C0_RP0_VM0', newName: 'other' });
    expect(await ep.fault(vm, 'Rename_Task', { newName: 'DC0_C0_RP0_VM1' })).toMatchObject({
      _typeName: 'DuplicateName',
    });
    expect(await refused({ diskMoveType: '' })).toMatchObject({ invalidProperty: 'spec.diskMoveType' });
  });

  it('goes into a folder, and both folders tell of it', async () => {
    const { ep, vm } = await off();
    await using _ = ep;
    const root = await ep.at('DC0/vm');
    const folder: Ref = await ep.call(root, 'CreateFolder', { name: 'shelf' });
    const told = [
      await Updates.of(ep, vm, 'parent', 'name'),
      await Updates.of(ep, root, 'childEntity'),
      await Updates.of(ep, folder, 'childEntity'),
    ];
    await ep.run(folder, 'MoveIntoFolder_Task', { list: [vm] });
    expect(await Promise.all(told.map((t) => t.next()))).toEqual([['parent'], ['childEntity'], ['childEntity']]);
    expect(await ep.at('DC0/vm/shelf/DC0_C0_RP0_VM0')).toEqual(vm);
  });

  it('has an annotation that is told to those who watch it', async () => {
    const { ep, vm } = await off();
    await using _ = ep;
    const updates = await Updates.of(ep, vm, 'config.annotation', 'summary.config.annotation');
    await ep.run(vm, 'ReconfigVM_Task', { spec: { annotation: 'by a case' } });
    expect(await updates.next()).toEqual(['config.annotation', 'summary.config.annotation']);
  });
});
