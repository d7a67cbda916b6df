import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import type { StartOptions } from '../../../src/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../updates.ts';

const VM = 'DC0/vm/DC0_C0_RP0_VM0';

/** A simulator and a machine of its cluster, running or not, with events counted from here. */
async function machine(autostart: boolean, options: StartOptions = {}) {
  const ep = await Endpoint.open({ inventory: { autostart, ds: 2 }, ...options });
  const vm = await ep.at(VM);
  await ep.events();
  const take = (name: string, flags: object = {}): Promise<Ref> =>
    ep.run(vm, 'CreateSnapshot_Task', { name, memory: false, quiesce: false, ...flags });
  const devices = (): Promise<Answer[]> => ep.read(vm, 'config.hardware.device');
  const disk = async () => (await devices()).find((d) => d._typeName === 'VirtualDisk');
  const reconfigure = (spec: object) => ep.run(vm, 'ReconfigVM_Task', { spec });
  /** The files of the disk's chain, top first. */
  const chain = async () => {
    const files: string[] = [];
    for (let b = (await disk()).backing; b; b = b.parent) files.push(b.fileName.replace(/^.*\//, ''));
    return files;
  };
  const needed = () => ep.read(vm, 'runtime.consolidationNeeded');
  return { ep, vm, take, devices, disk, reconfigure, chain, needed };
}

const off = (options?: StartOptions) => machine(false, options);
const on = (options?: StartOptions) => machine(true, options);

describe('a snapshot that is taken', () => {
  it('is the current one, and tells those who watch the machine of it', async () => {
    const { ep, vm, take } = await off();
    await using _ = ep;
    const paths = [
      'snapshot',
      'rootSnapshot',
      'config.hardware.device',
      'layoutEx',
      'layout',
      'name',
      'config.changeVersion',
    ];
    const updates = await Updates.of(ep, vm, ...paths);
    const first = await take('first', { description: 'about it' });
    expect(await updates.next()).toEqual(paths.filter((p) => p !== 'name').sort());
    const { currentSnapshot, rootSnapshotList } = await ep.read(vm, 'snapshot');
    expect(currentSnapshot).toEqual(first);
    expect(rootSnapshotList).toMatchObject([
      { snapshot: first, vm, name: 'first', description: 'about it', state: 'poweredOff', quiesced: false },
    ]);
    expect(await ep.read(vm, 'rootSnapshot')).toEqual([first]);
    expect(await ep.read(first, 'vm')).toEqual(vm);
    expect(await ep.events()).toEqual(['TaskEvent']);
  });

  it('leaves the disk as it is, under a delta', async () => {
    const { ep, take, disk, chain } = await off();
    await using _ = ep;
    const [base] = await chain();
    await take('one');
    await take('two');
    expect(await chain()).toEqual([
      base!.replace('.vmdk', '-000002.vmdk'),
      base!.replace('.vmdk', '-000001.vmdk'),
      base,
    ]);
    const { backing } = await disk();
    expect(backing).toMatchObject({ deltaDiskFormat: 'redoLogFormat', parent: { deltaDiskFormat: 'redoLogFormat' } });
    expect(backing.parent.parent.deltaDiskFormat).toBeUndefined();
  });

  it('has its files in the layout', async () => {
    const { ep, vm, take } = await on();
    await using _ = ep;
    const snapshot = await take('kept', { memory: true });
    const { file, snapshot: entries } = await ep.read(vm, 'layoutEx');
    const named = (key: number) => file.find((f: Answer) => f.key === key)?.name.replace(/^.*\//, '');
    expect(entries).toMatchObject([{ key: snapshot }]);
    expect(named(entries[0].dataKey)).toBe('DC0_C0_RP0_VM0-Snapshot1.vmsn');
    expect(named(entries[0].memoryKey)).toBe('DC0_C0_RP0_VM0-Snapshot1.vmem');
    expect(entries[0].disk[0].chain.flatMap((c: Answer) => c.fileKey.map(named))).toEqual([
      'DC0_C0_RP0_VM0.vmdk',
      'DC0_C0_RP0_VM0-flat.vmdk',
    ]);
    const layout = await ep.read(vm, 'layout');
    expect(layout.snapshot).toMatchObject([
      {
        key: snapshot,
        snapshotFile: [
          '[LocalDS_0] DC0_C0_RP0_VM0/DC0_C0_RP0_VM0-Snapshot1.vmsn',
          '[LocalDS_0] DC0_C0_RP0_VM0/DC0_C0_RP0_VM0.vmdk',
        ],
      },
    ]);
  });

  it('keeps what the machine was, and its children', async () => {
    const { ep, vm, take, reconfigure } = await off();
    await using _ = ep;
    const first = await take('first');
    await reconfigure({ annotation: 'later', memoryMB: 64 });
    const second = await take('second');
    expect(await ep.read(first, 'config.annotation')).toBe('');
    expect(await ep.read(first, 'config.hardware.memoryMB')).toBe(32);
    expect(await ep.read(second, 'config.annotation')).toBe('later');
    expect(await ep.read(first, 'childSnapshot')).toEqual([second]);
    expect(await ep.read(vm, 'config.annotation')).toBe('later');
  });

  it('of a running machine says what it kept of it', async () => {
    const { ep, vm, take } = await on();
    await using _ = ep;
    await take('disks only', { quiesce: true });
    await take('with memory', { memory: true });
    const [root] = (await ep.read(vm, 'snapshot')).rootSnapshotList;
    // Nobody in the guest brings it to rest, so the wish is passed over.
    expect(root).toMatchObject({ state: 'poweredOff', quiesced: false });
    expect(root.childSnapshotList).toMatchObject([{ state: 'poweredOn', quiesced: false }]);
  });

  it('may be asked for with a specification of how the guest comes to rest', async () => {
    const { ep, vm } = await on();
    await using _ = ep;
    const asked = (timeout: number) => ({ name: 'x', memory: false, quiesceSpec: { timeout } });
    await ep.run(vm, 'CreateSnapshotEx_Task', asked(15));
    expect(await ep.fault(vm, 'CreateSnapshotEx_Task', asked(2))).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'quiesceSpec.timeout',
    });
  });
});

describe('a snapshot is refused', () => {
  const plain = { name: 'x', memory: false, quiesce: false };

  it('without a name', async () => {
    const { ep, vm } = await off();
    await using _ = ep;
    expect(await ep.fault(vm, 'CreateSnapshot_Task', { ...plain, name: ' ' })).toMatchObject({
      _typeName: 'InvalidName',
    });
    expect(await ep.read(vm, 'snapshot')).toBeUndefined();
  });

  it('of a template', async () => {
    const { ep, vm } = await off();
    await using _ = ep;
    await ep.call(vm, 'MarkAsTemplate');
    expect(await ep.fault(vm, 'CreateSnapshot_Task', plain)).toMatchObject({ _typeName: 'NotSupported' });
  });

  it('where snapshots are disabled or locked', async () => {
    const { ep, vm, take, reconfigure } = await off();
    await using _ = ep;
    const kept = await take('kept');
    await reconfigure({ flags: { snapshotLocked: true } });
    expect(await ep.fault(vm, 'CreateSnapshot_Task', plain)).toMatchObject({ _typeName: 'SnapshotLocked' });
    expect(await ep.fault(kept, 'RevertToSnapshot_Task')).toMatchObject({ _typeName: 'SnapshotLocked' });
    await reconfigure({ flags: { snapshotLocked: false, snapshotDisabled: true } });
    expect(await ep.fault(vm, 'CreateSnapshot_Task', plain)).toMatchObject({ _typeName: 'SnapshotDisabled' });
  });

  it('with memory, of a machine with an independent disk', async () => {
    const { ep, vm, take, disk, reconfigure } = await off();
    await using _ = ep;
    const own = await disk();
    const device = { ...own, backing: { ...own.backing, diskMode: 'independent_persistent' } };
    await reconfigure({ deviceChange: [{ operation: 'edit', device }] });
    await ep.run(vm, 'PowerOnVM_Task');
    expect(await ep.fault(vm, 'CreateSnapshot_Task', { ...plain, memory: true })).toMatchObject({
      _typeName: 'MemorySnapshotOnIndependentDisk',
    });
    await take('without');
    expect((await disk()).backing.parent).toBeUndefined();
  });

  it('of a machine whose controller shares its bus', async () => {
    const { ep, vm, devices, reconfigure } = await off();
    await using _ = ep;
    const device = (await devices()).find((d) => d._typeName === 'ParaVirtualSCSIController');
    await reconfigure({ deviceChange: [{ operation: 'edit', device: { ...device, sharedBus: 'physicalSharing' } }] });
    expect(await ep.fault(vm, 'CreateSnapshot_Task', plain)).toMatchObject({
      _typeName: 'SnapshotIncompatibleDeviceInVm',
      fault: { fault: { _typeName: 'SharedBusControllerNotSupported', device: 'SCSI controller 0' } },
    });
  });

  it('on the 33rd level, and beyond the number the machine is set to', async () => {
    const { ep, vm, take, reconfigure } = await off();
    await using _ = ep;
    for (let n = 1; n <= 32; n++) await take(`level ${n}`);
    expect(await ep.fault(vm, 'CreateSnapshot_Task', plain)).toMatchObject({ _typeName: 'TooManySnapshotLevels' });
    await reconfigure({ extraConfig: [{ key: 'snapshot.maxSnapshots', value: '3' }] });
    expect(await ep.fault(vm, 'CreateSnapshot_Task', plain)).toMatchObject({ _typeName: 'GenericVmConfigFault' });
  });
});

describe('a snapshot that is renamed', () => {
  it('tells those who watch the machine, and keeps what was not said', async () => {
    const { ep, vm, take } = await off();
    await using _ = ep;
    const snapshot = await take('before', { description: 'stays' });
    const updates = await Updates.of(ep, vm, 'snapshot');
    await ep.call(snapshot, 'RenameSnapshot', { name: 'after' });
    expect(await updates.next()).toEqual(['snapshot']);
    const [root] = (await ep.read(vm, 'snapshot')).rootSnapshotList;
    expect(root).toMatchObject({ name: 'after', description: 'stays' });
    expect(await ep.fault(snapshot, 'RenameSnapshot', { name: '' })).toMatchObject({ _typeName: 'InvalidName' });
  });
});

describe('a machine that goes back to a snapshot', () => {
  it('has its configuration, devices and disks as they were, and its name as it is', async () => {
    const { ep, vm, take, reconfigure, devices, chain } = await off();
    await using _ = ep;
    const before = await devices();
    const snapshot = await take('first');
    const { _typeName, port } = before.find((d) => d.key === 4000).backing;
    const backing = { _typeName, port: { ...port, portKey: undefined, connectionCookie: undefined } };
    const nic = { _typeName: 'VirtualVmxnet3', key: -1, backing };
    await reconfigure({ name: 'renamed', annotation: 'later', deviceChange: [{ operation: 'add', device: nic }] });
    const updates = await Updates.of(ep, vm, 'config.annotation', 'config.hardware.device', 'snapshot', 'name');
    await ep.run(snapshot, 'RevertToSnapshot_Task');
    expect(await updates.next()).toEqual(['config.annotation', 'config.hardware.device']);
    expect((await devices()).map((d) => d.key)).toEqual(before.map((d) => d.key));
    expect(await ep.read(vm, 'name')).toBe('renamed');
    expect(await chain()).toEqual(['DC0_C0_RP0_VM0-000001.vmdk', 'DC0_C0_RP0_VM0.vmdk']);
  });

  it('runs again from one that kept its memory, and not from one that did not', async () => {
    const { ep, vm, take } = await on();
    await using _ = ep;
    const cold = await take('cold');
    const hot = await take('hot', { memory: true });
    const updates = await Updates.of(ep, vm, 'runtime.powerState', 'snapshot');
    await ep.events();
    await ep.run(cold, 'RevertToSnapshot_Task');
    expect(await ep.read(vm, 'runtime.powerState')).toBe('poweredOff');
    expect(await updates.next()).toEqual(['runtime.powerState', 'snapshot']);
    expect(await ep.events()).toEqual(['TaskEvent', 'VmPoweredOffEvent', 'EventEx']);
    await ep.run(hot, 'RevertToSnapshot_Task');
    expect(await ep.read(vm, 'runtime.powerState')).toBe('poweredOn');
    expect(await ep.events()).toEqual(['TaskEvent', 'VmPoweredOnEvent', 'EventEx']);
    expect((await ep.read(vm, 'snapshot')).currentSnapshot).toEqual(hot);
    await ep.run(hot, 'RevertToSnapshot_Task', { suppressPowerOn: true });
    expect(await ep.read(vm, 'runtime.powerState')).toBe('poweredOff');
  });

  it('is suspended again when that was what it was', async () => {
    const { ep, vm, take } = await on();
    await using _ = ep;
    await ep.run(vm, 'SuspendVM_Task');
    const asleep = await take('asleep', { memory: true });
    expect((await ep.read(vm, 'snapshot')).rootSnapshotList).toMatchObject([{ state: 'suspended' }]);
    await ep.run(vm, 'PowerOnVM_Task');
    await ep.run(asleep, 'RevertToSnapshot_Task');
    expect(await ep.read(vm, 'runtime.powerState')).toBe('suspended');
  });

  it('runs on the host that was asked for', async () => {
    const { ep, vm, take } = await on();
    await using _ = ep;
    const hot = await take('hot', { memory: true });
    const was: Ref = await ep.read(vm, 'runtime.host');
    const hosts: Ref[] = await ep.read(await ep.at('DC0/host/DC0_C0'), 'host');
    const host = hosts.find((h) => h.value !== was.value)!;
    await ep.run(hot, 'RevertToSnapshot_Task', { host });
    expect(await ep.read(vm, 'runtime.host')).toEqual(host);
  });

  it('stays as it is when it could not run', async () => {
    const { ep, vm, take } = await on();
    await using _ = ep;
    const hot = await take('hot', { memory: true });
    await ep.run(vm, 'PowerOffVM_Task');
    const host = await ep.at('DC0/host/DC0_H0/DC0_H0');
    expect(await ep.fault(hot, 'RevertToSnapshot_Task', { host })).toMatchObject({ _typeName: 'InvalidArgument' });
    expect(await ep.read(vm, 'runtime.powerState')).toBe('poweredOff');
  });

  it('by its current one; without one there is nothing to go back to', async () => {
    const { ep, vm, take, reconfigure } = await off();
    await using _ = ep;
    expect(await ep.fault(vm, 'RevertToCurrentSnapshot_Task')).toMatchObject({ _typeName: 'NotFound' });
    await take('one');
    await reconfigure({ memoryMB: 128 });
    await ep.run(vm, 'RevertToCurrentSnapshot_Task');
    expect(await ep.read(vm, 'config.hardware.memoryMB')).toBe(32);
  });

  it('leaves a disk that came later on its datastore', async () => {
    const { ep, vm, take, reconfigure, devices } = await off();
    await using _ = ep;
    const snapshot = await take('one disk');
    const backing = { _typeName: 'VirtualDiskFlatVer2BackingInfo', diskMode: 'persistent', fileName: '' };
    const device = {
      _typeName: 'VirtualDisk',
      key: -1,
      controllerKey: 1000,
      unitNumber: 1,
      capacityInKB: 1024,
      backing,
    };
    await reconfigure({ deviceChange: [{ operation: 'add', fileOperation: 'create', device }] });
    const later = (await devices()).find((d) => d.key === 2001).backing.fileName;
    await ep.run(snapshot, 'RevertToSnapshot_Task');
    expect((await devices()).filter((d) => d._typeName === 'VirtualDisk')).toHaveLength(1);
    const kept = { ...device, backing: { ...backing, fileName: later } };
    await reconfigure({ deviceChange: [{ operation: 'add', device: kept }] });
    expect((await devices()).find((d) => d.key === 2001).backing.fileName).toBe(later);
    expect(await ep.read(vm, 'runtime.consolidationNeeded')).toBe(false);
  });
});

describe('a snapshot that is removed', () => {
  it('leaves one file of the disk', async () => {
    const { ep, vm, take, chain } = await off();
    await using _ = ep;
    const [base] = await chain();
    const snapshot = await take('one');
    const updates = await Updates.of(ep, vm, 'snapshot', 'rootSnapshot', 'config.hardware.device', 'layoutEx');
    await ep.run(snapshot, 'RemoveSnapshot_Task', { removeChildren: false });
    expect(await updates.next()).toEqual(['config.hardware.device', 'layoutEx', 'rootSnapshot', 'snapshot']);
    expect(await chain()).toEqual([base]);
    expect(await ep.read(vm, 'snapshot')).toBeUndefined();
    expect(await ep.fault(snapshot, 'RemoveSnapshot_Task', { removeChildren: false })).toMatchObject({
      _typeName: 'ManagedObjectNotFound',
      obj: snapshot,
    });
  });

  it('gives its children to its parent, and takes them along when asked to', async () => {
    const { ep, vm, take } = await off();
    await using _ = ep;
    const [first, second, third] = [await take('1'), await take('2'), await take('3')];
    await ep.run(second, 'RemoveSnapshot_Task', { removeChildren: false });
    expect(await ep.read(first, 'childSnapshot')).toEqual([third]);
    await ep.run(first, 'RemoveSnapshot_Task', { removeChildren: true });
    expect(await ep.read(vm, 'rootSnapshot')).toEqual([]);
  });

  it('keeps the file two branches stand on, until one of them goes', async () => {
    const { ep, vm, take, chain, needed } = await off();
    await using _ = ep;
    const fork = await take('fork');
    const left = await take('left');
    await ep.run(fork, 'RevertToSnapshot_Task');
    await ep.run(fork, 'RemoveSnapshot_Task', { removeChildren: false });
    expect(await chain()).toHaveLength(2);
    expect(await needed()).toBe(false);
    await ep.run(left, 'RemoveSnapshot_Task', { removeChildren: false });
    expect(await chain()).toHaveLength(1);
    expect(await ep.read(vm, 'snapshot')).toBeUndefined();
  });

  it('leaves its deltas when asked to, and the machine says that they need to be consolidated', async () => {
    const { ep, vm, take, chain, needed } = await off();
    await using _ = ep;
    const [base] = await chain();
    const snapshot = await take('one');
    await ep.events();
    const updates = await Updates.of(ep, vm, 'runtime.consolidationNeeded', 'config.hardware.device');
    await ep.run(snapshot, 'RemoveSnapshot_Task', { removeChildren: false, consolidate: false });
    expect(await updates.next()).toEqual(['runtime.consolidationNeeded']);
    expect([await needed(), (await chain()).length]).toEqual([true, 2]);
    expect((await ep.events()).slice(0, 2)).toEqual(['TaskEvent', 'EventEx']);
    await ep.run(vm, 'ConsolidateVMDisks_Task');
    expect(await updates.next()).toEqual(['config.hardware.device', 'runtime.consolidationNeeded']);
    expect([await needed(), await chain()]).toEqual([false, [base]]);
    await ep.run(vm, 'ConsolidateVMDisks_Task');
  });

  it('takes two files that were left into one with the rest', async () => {
    const { ep, vm, take, chain, needed } = await off();
    await using _ = ep;
    const [base] = await chain();
    for (const name of ['one', 'two', 'three']) await take(name);
    await ep.run(vm, 'RemoveAllSnapshots_Task', { consolidate: false });
    expect([await needed(), (await chain()).length]).toEqual([true, 4]);
    await ep.run(vm, 'ConsolidateVMDisks_Task');
    expect(await chain()).toEqual([base]);
  });

  it('goes with all others, but for those younger than so many days', async () => {
    const { ep, vm, take } = await off({ clock: { kind: 'manual' }, apiVersion: '9.0.0' });
    await using _ = ep;
    await take('old');
    await ep.sim.clock.advance(60_000);
    const young = await take('young');
    await ep.run(vm, 'RemoveAllSnapshots_Task', { spec: { retentionDays: 0 } });
    expect((await ep.read(vm, 'snapshot')).rootSnapshotList).toMatchObject([{ snapshot: young }]);
    await ep.run(vm, 'RemoveAllSnapshots_Task');
    expect(await ep.read(vm, 'snapshot')).toBeUndefined();
  });
});

it('the room that consolidation needs is told by datastore', async () => {
  const { ep, vm, take } = await off();
  await using _ = ep;
  await take('one');
  expect(await ep.run(vm, 'EstimateStorageForConsolidateSnapshots_Task')).toMatchObject([
    { datastore: await ep.at('DC0/datastore/LocalDS_0'), freeSpaceRequiredInKb: 0 },
  ]);
});

it('while its host is away, nothing is done to a machine’s snapshots', async () => {
  const { ep, vm, take } = await off();
  await using _ = ep;
  const snapshot = await take('one');
  await ep.run(await ep.read(vm, 'runtime.host'), 'DisconnectHost_Task');
  for (const [self, method, args] of [
    [vm, 'CreateSnapshot_Task', { name: 'x', memory: false, quiesce: false }],
    [vm, 'RemoveAllSnapshots_Task', {}],
    [vm, 'ConsolidateVMDisks_Task', {}],
    [snapshot, 'RevertToSnapshot_Task', {}],
    [snapshot, 'RemoveSnapshot_Task', { removeChildren: true }],
  ] as const) {
    expect(await ep.fault(self, method, args)).toMatchObject({ _typeName: 'HostNotConnected' });
  }
});
