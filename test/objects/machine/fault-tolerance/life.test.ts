import { describe, expect, it } from 'vitest';
import { pass } from '../../compute/failure.ts';
import type { Answer } from '../../endpoint.ts';
import { Updates } from '../updates.ts';
import { Pair } from './pair.ts';

const NAME = 'DC0_C0_RP0_VM0';
const OFF = { power: 'poweredOff', state: 'enabled' };
const RUNS = { power: 'poweredOn', state: 'running' };

const paired = async (options: Parameters<typeof Pair.scene>[0] = {}) => {
  const pair = await Pair.scene(options);
  await pair.protect();
  await pair.told();
  return { pair, secondary: await pair.secondaryOf() };
};

describe('a pair', () => {
  it('is off as one, and on as one', async () => {
    const { pair, secondary } = await paired();
    await using _ = pair;
    await using updates = await Updates.of(pair.ep, secondary, ['runtime.powerState', 'runtime.faultToleranceState']);
    await pair.ep.run(pair.vm, 'PowerOffVM_Task');
    expect(await updates.next()).toEqual({
      'runtime.powerState': 'poweredOff',
      'runtime.faultToleranceState': 'enabled',
    });
    expect(await pair.standing(pair.vm)).toMatchObject(OFF);
    expect(await pair.told()).toEqual([
      'VmStoppingEvent',
      'VmPoweredOffEvent',
      'VmPoweredOffEvent',
      'running > enabled',
    ]);
    await pair.ep.run(pair.vm, 'PowerOnVM_Task');
    for (const vm of [pair.vm, secondary]) expect(await pair.standing(vm)).toMatchObject(RUNS);
    expect((await pair.standing(pair.vm)).host).not.toBe((await pair.standing(secondary)).host);
  });

  it('whose primary is suspended has no secondary running, and has it again when that is resumed', async () => {
    const { pair, secondary } = await paired();
    await using _ = pair;
    await pair.ep.run(pair.vm, 'SuspendVM_Task');
    expect(await pair.standing(pair.vm)).toMatchObject({ power: 'suspended', state: 'enabled' });
    expect(await pair.standing(secondary)).toMatchObject(OFF);
    await pair.ep.run(pair.vm, 'PowerOnVM_Task');
    expect(await pair.standing(secondary)).toMatchObject(RUNS);
  });

  it('says what the primary sends, and how far the secondary lags behind, as long as both run', async () => {
    const { pair } = await paired();
    await using _ = pair;
    const stats = () => pair.ep.read(pair.vm, 'summary.quickStats');
    expect(await stats()).toMatchObject({ ftSecondaryLatency: 2, ftLatencyStatus: 'green' });
    expect((await stats()).ftLogBandwidth).toBeGreaterThanOrEqual(0);
    await pair.ep.run(pair.vm, 'PowerOffVM_Task');
    expect(await stats()).toMatchObject({ ftLogBandwidth: -1, ftSecondaryLatency: -1, ftLatencyStatus: 'gray' });
  });

  it('has one name, one configuration and one set of files each', async () => {
    const { pair, secondary } = await paired();
    await using _ = pair;
    await pair.ep.run(pair.vm, 'Rename_Task', { newName: 'two in one' });
    expect(await pair.ep.read(secondary, 'name')).toBe('two in one');
    await pair.ep.run(pair.vm, 'ReconfigVM_Task', { spec: { annotation: 'said', name: 'two' } });
    expect(await pair.ep.read(secondary, 'config.annotation')).toBe('said');
    expect(await pair.ep.read(secondary, 'name')).toBe('two');
    expect(await pair.ep.read(secondary, 'config.files.vmPathName')).toBe(`[LocalDS_0] ${NAME}_1/${NAME}.vmx`);
  });

  it('keeps its memory, CPUs, disks and, while it runs, its devices', async () => {
    const { pair } = await paired();
    await using _ = pair;
    const fault = (spec: object) => pair.ep.fault(pair.vm, 'ReconfigVM_Task', { spec });
    const card = { _typeName: 'VirtualVmxnet3', key: -1, backing: networked() };
    const add = { deviceChange: [{ operation: 'add', device: card }] };
    expect(await fault(add)).toMatchObject({ _typeName: 'VmConfigIncompatibleForFaultTolerance' });
    await pair.ep.run(pair.vm, 'PowerOffVM_Task');
    const memory = { _typeName: 'FaultToleranceCannotEditMem', vm: pair.vm, vmName: NAME };
    expect(await fault({ memoryMB: 64 })).toMatchObject(memory);
    expect(await fault({ memoryAllocation: { reservation: 0 } })).toMatchObject(memory);
    expect(await fault({ numCPUs: 2 })).toMatchObject({ _typeName: 'VmConfigIncompatibleForFaultTolerance' });
    const [disk] = (await pair.ep.read(pair.vm, 'config.hardware.device')).filter(
      (d: Answer) => d._typeName === 'VirtualDisk',
    );
    const bigger = { ...disk, capacityInKB: 2 * disk.capacityInKB, capacityInBytes: 2 * disk.capacityInBytes };
    const grow = { deviceChange: [{ operation: 'edit', device: bigger }] };
    expect(await fault(grow)).toMatchObject({ _typeName: 'VmConfigIncompatibleForFaultTolerance' });
    expect(await fault({ nestedHVEnabled: true })).toMatchObject({
      _typeName: 'VmConfigIncompatibleForFaultTolerance',
      fault: { fault: { reason: 'hasNestedHVConfiguration' } },
    });
    await pair.ep.run(pair.vm, 'ReconfigVM_Task', { spec: add });
    const cards = async (vm: typeof pair.vm) =>
      (await pair.ep.read(vm, 'config.hardware.device'))
        .filter((d: Answer) => d._typeName === 'VirtualVmxnet3')
        .map((d: Answer) => d.macAddress);
    expect(await cards(await pair.secondaryOf())).toEqual(await cards(pair.vm));
  });

  it.each([
    ['CreateSnapshot_Task', { name: 'one', memory: false, quiesce: false }, 'poweredOn'],
    ['InstantClone_Task', { spec: { name: 'fork', location: {} } }, 'poweredOn'],
    ['MarkAsTemplate', {}, 'poweredOff'],
    ['UpgradeVM_Task', {}, 'poweredOff'],
    ['reloadVirtualMachineFromPath_Task', { configurationPath: `[LocalDS_0] ${NAME}/${NAME}.vmx` }, 'poweredOff'],
  ])('is not changed into what does not run twice: %s', async (method, args, power) => {
    const { pair } = await paired();
    await using _ = pair;
    if (power === 'poweredOff') await pair.ep.run(pair.vm, 'PowerOffVM_Task');
    const types = ['VmConfigIncompatibleForFaultTolerance', 'AlreadyUpgraded'];
    expect(types).toContain((await pair.ep.fault(pair.vm, method, args))._typeName);
  });

  it('moves from host to host, never to one, and to no other pool or datastore', async () => {
    const { pair, secondary } = await paired({ host: 4 });
    await using _ = pair;
    const where = async () => [(await pair.standing(pair.vm)).host, (await pair.standing(secondary)).host];
    const [one, two] = await where();
    const free = [0, 1, 2, 3].map((n) => `DC0_C0_H${n}`).filter((h) => h !== one && h !== two);
    const at = (host: string | undefined) => pair.ep.at(`DC0/host/DC0_C0/${host}`);
    const move = { priority: 'defaultPriority' };
    await pair.ep.run(secondary, 'MigrateVM_Task', { ...move, host: await at(free[0]) });
    await pair.ep.run(pair.vm, 'MigrateVM_Task', { ...move, host: await at(free[1]) });
    expect(await where()).toEqual([free[1], free[0]]);
    for (const vm of [pair.vm, secondary]) expect(await pair.standing(vm)).toMatchObject(RUNS);
    expect(await pair.ep.fault(pair.vm, 'MigrateVM_Task', { ...move, host: await at(free[0]) })).toMatchObject({
      _typeName: 'FaultToleranceAntiAffinityViolated',
      hostName: free[0],
    });
    const root = await pair.ep.at('DC0/host/DC0_C0/Resources');
    const pool = await pair.ep.call(root, 'CreateResourcePool', { name: 'other', spec: allocations() });
    expect(await pair.ep.fault(pair.vm, 'RelocateVM_Task', { spec: { pool } })).toMatchObject({
      _typeName: 'CannotMoveFaultToleranceVm',
      moveType: 'resourcePool',
      vmName: NAME,
    });
    const datastore = await pair.ep.at('DC0/datastore/LocalDS_1');
    expect(await pair.ep.fault(pair.vm, 'RelocateVM_Task', { spec: { datastore } })).toMatchObject({
      _typeName: 'VmConfigIncompatibleForFaultTolerance',
    });
  });

  it('lets a host go into maintenance, and comes together on no host by that', async () => {
    const { pair, secondary } = await paired({ host: 3 });
    await using _ = pair;
    const { host } = await pair.standing(secondary);
    await pair.ep.run(await pair.ep.at(`DC0/host/DC0_C0/${host}`), 'EnterMaintenanceMode_Task', { timeout: 0 });
    const hosts = [(await pair.standing(pair.vm)).host, (await pair.standing(secondary)).host];
    expect(new Set(hosts).size).toBe(2);
    expect(hosts).not.toContain(host);
    expect(await pair.standing(secondary)).toMatchObject(RUNS);
  });

  it('stands in one folder, and one pool that gives it what its memory needs', async () => {
    const { pair, secondary } = await paired();
    await using _ = pair;
    const shelf = await pair.ep.call(await pair.ep.at('DC0/vm'), 'CreateFolder', { name: 'shelf' });
    await pair.ep.run(shelf, 'MoveIntoFolder_Task', { list: [pair.vm] });
    expect(await pair.ep.read(secondary, 'parent')).toEqual(shelf);
    expect(await pair.ep.at(`DC0/vm/shelf/${NAME}`)).toEqual(pair.vm);
    const own = { _typeName: 'InvalidOperationOnSecondaryVm' };
    expect(await pair.ep.fault(shelf, 'MoveIntoFolder_Task', { list: [secondary] })).toMatchObject(own);
    const pool = await pair.ep.read(pair.vm, 'resourcePool');
    const other = await pair.ep.call(pool, 'CreateResourcePool', { name: 'other', spec: allocations() });
    expect(await pair.ep.fault(other, 'MoveIntoResourcePool', { list: [pair.vm] })).toMatchObject({
      _typeName: 'CannotMoveFaultToleranceVm',
      moveType: 'resourcePool',
    });
    const spec = [{ entity: pair.vm, ...allocations() }];
    expect(await pair.ep.fault(pool, 'UpdateChildResourceConfiguration', { spec })).toMatchObject({
      _typeName: 'FaultToleranceCannotEditMem',
    });
  });

  it('keeps its hosts connected, and in their cluster', async () => {
    const { pair, secondary } = await paired({ host: 2, das: { admissionControlEnabled: false } });
    await using _ = pair;
    const { host: hostName } = await pair.standing(secondary);
    const host = await pair.ep.at(`DC0/host/DC0_C0/${hostName}`);
    expect(await pair.ep.fault(host, 'DisconnectHost_Task')).toMatchObject({
      _typeName: 'CannotDisconnectHostWithFaultToleranceVm',
      hostName,
    });
    await pair.ep.run(pair.vm, 'PowerOffVM_Task');
    await pair.ep.run(host, 'EnterMaintenanceMode_Task', { timeout: 0 });
    const out = await pair.ep.fault(await pair.ep.at('DC0/host'), 'MoveIntoFolder_Task', { list: [host] });
    expect(out).toMatchObject({ _typeName: 'CannotMoveHostWithFaultToleranceVm' });
  });

  it.each(['Destroy_Task', 'UnregisterVM'])('goes as one: %s', async (method) => {
    const { pair, secondary } = await paired();
    await using _ = pair;
    await pair.ep.run(pair.vm, 'PowerOffVM_Task');
    await pair.told();
    if (method === 'Destroy_Task') await pair.ep.run(pair.vm, method);
    else await pair.ep.call(pair.vm, method);
    expect(await pair.told()).toEqual(['VmRemovedEvent', 'VmRemovedEvent']);
    expect(await pair.ep.fault(secondary, 'RefreshStorageInfo')).toMatchObject({ _typeName: 'ManagedObjectNotFound' });
    const browser = await pair.ep.read(await pair.ep.at('DC0/datastore/LocalDS_0'), 'browser');
    const found = await pair.ep.run(browser, 'SearchDatastoreSubFolders_Task', { datastorePath: '[LocalDS_0]' });
    const folders = found.map((f: Answer) => f.folderPath);
    expect(folders.some((f: string) => f.includes(`${NAME}_1`))).toBe(false);
    expect(folders.some((f: string) => f.includes(NAME))).toBe(method === 'UnregisterVM');
  });
});

describe('the secondary of a pair', () => {
  it.each([
    ['PowerOffVM_Task', {}],
    ['ResetVM_Task', {}],
    ['ReconfigVM_Task', { spec: { annotation: 'mine' } }],
    ['Rename_Task', { newName: 'mine' }],
    ['CreateSnapshot_Task', { name: 'one', memory: false, quiesce: false }],
    ['TurnOffFaultToleranceForVM_Task', {}],
    ['ShutdownGuest', {}],
    ['TerminateVM', {}],
    ['UnregisterVM', {}],
    ['Destroy_Task', {}],
    ['ExportVm', {}],
  ])('leaves %s to its primary', async (method, args) => {
    const { pair, secondary } = await paired();
    await using _ = pair;
    expect(await pair.ep.fault(secondary, method, args)).toEqual({
      _typeName: 'InvalidOperationOnSecondaryVm',
      instanceUuid: await pair.ep.read(secondary, 'config.instanceUuid'),
    });
    expect(await pair.told()).toEqual([]);
    expect(await pair.standing(secondary)).toMatchObject(RUNS);
  });

  it('is switched off and on by its primary', async () => {
    const { pair, secondary } = await paired();
    await using _ = pair;
    const vm = { vm: secondary };
    await pair.ep.run(pair.vm, 'DisableSecondaryVM_Task', vm);
    expect(await pair.standing(pair.vm)).toMatchObject({ power: 'poweredOn', state: 'disabled' });
    expect(await pair.standing(secondary)).toMatchObject({ power: 'poweredOff', state: 'disabled' });
    expect(await pair.told()).toEqual(['VmPoweredOffEvent', 'VmSecondaryDisabledEvent', 'running > disabled']);
    const instanceUuid = await pair.ep.read(secondary, 'config.instanceUuid');
    const twice = { _typeName: 'SecondaryVmAlreadyDisabled', instanceUuid };
    expect(await pair.ep.fault(pair.vm, 'DisableSecondaryVM_Task', vm)).toEqual(twice);
    await pass(pair.ep, 60);
    expect(await pair.standing(secondary)).toMatchObject({ power: 'poweredOff' });
    const one = await pair.ep.read(pair.vm, 'runtime.host');
    expect(await pair.ep.fault(pair.vm, 'EnableSecondaryVM_Task', { ...vm, host: one })).toMatchObject({
      _typeName: 'IncompatibleHostForFtSecondary',
    });
    await pair.told();
    const host = await pair.host(1);
    expect(await pair.ep.run(pair.vm, 'EnableSecondaryVM_Task', { ...vm, host })).toMatchObject({
      vm: secondary,
      powerOnAttempted: true,
    });
    expect(await pair.told()).toEqual([
      'VmSecondaryEnabledEvent',
      'disabled > needSecondary',
      'VmStartingSecondaryEvent',
      'needSecondary > starting',
      'VmSecondaryStartedEvent',
      'starting > running',
    ]);
    expect(await pair.standing(secondary)).toMatchObject({ ...RUNS, host: 'DC0_C0_H1' });
    const again = { _typeName: 'SecondaryVmAlreadyEnabled', instanceUuid };
    expect(await pair.ep.fault(pair.vm, 'EnableSecondaryVM_Task', vm)).toEqual(again);
  });

  it('goes with its files when fault tolerance is turned off, and leaves the memory as it came to be', async () => {
    const { pair, secondary } = await paired();
    await using _ = pair;
    await pair.ep.run(pair.vm, 'TurnOffFaultToleranceForVM_Task');
    expect(await pair.told()).toEqual([
      'VmPoweredOffEvent',
      'VmRemovedEvent',
      'VmFaultToleranceTurnedOffEvent',
      'running > notConfigured',
    ]);
    expect(await pair.standing(pair.vm)).toMatchObject({ power: 'poweredOn', state: 'notConfigured', role: undefined });
    expect(await pair.ep.fault(secondary, 'RefreshStorageInfo')).toMatchObject({ _typeName: 'ManagedObjectNotFound' });
    expect(await pair.ep.read(pair.vm, 'config.memoryAllocation.reservation')).toBe(32);
    await pair.ep.run(pair.vm, 'ReconfigVM_Task', { spec: { memoryAllocation: { reservation: 0 } } });
    const types = (await pair.ep.read(pair.vm, 'layoutEx.file')).map((f: Answer) => f.type);
    expect(types).not.toContain('ftMetadata');
  });
});

function networked(): object {
  return { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName: 'VM Network' };
}

function allocations(): object {
  const share = { reservation: 0, expandableReservation: true, limit: -1, shares: { level: 'normal', shares: 0 } };
  return { cpuAllocation: share, memoryAllocation: share };
}
