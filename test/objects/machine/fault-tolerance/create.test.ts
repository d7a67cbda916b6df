import { describe, expect, it } from 'vitest';
import { reconfigure } from '../../compute/failure.ts';
import type { Answer } from '../../endpoint.ts';
import { Updates } from '../updates.ts';
import { Pair } from './pair.ts';

const NAME = 'DC0_C0_RP0_VM0';

describe('a machine that is turned fault tolerant', () => {
  it('gets a secondary that is started on another host, and says all of it while it happens', async () => {
    await using pair = await Pair.scene();
    await using updates = await Updates.of(pair.ep, pair.vm, [
      'config.ftInfo',
      'runtime.faultToleranceState',
      'summary.config.ftInfo',
      'summary.runtime.faultToleranceState',
      'config.memoryAllocation.reservation',
    ]);
    await pair.told();
    const result = await pair.protect();
    const secondary = await pair.secondaryOf();
    expect(result).toMatchObject({
      vm: secondary,
      powerOnAttempted: true,
      powerOnResult: { attempted: [{ vm: secondary, task: { type: 'Task' } }] },
    });
    expect(await pair.standing(pair.vm)).toEqual({ power: 'poweredOn', state: 'running', host: 'DC0_C0_H0', role: 1 });
    const standing = await pair.standing(secondary);
    expect(standing).toMatchObject({ power: 'poweredOn', state: 'running', role: 2 });
    expect(standing.host).not.toBe('DC0_C0_H0');
    const [own, its] = await Promise.all([pair.vm, secondary].map((vm) => pair.ep.read(vm, 'config.instanceUuid')));
    const group = {
      instanceUuids: [own, its],
      configPaths: [`[LocalDS_0] ${NAME}/${NAME}.vmx`, `[LocalDS_0] ${NAME}_1/${NAME}.vmx`],
    };
    const leading = { _typeName: 'FaultTolerancePrimaryConfigInfo', role: 1, ...group, secondaries: [secondary] };
    expect(await updates.next()).toMatchObject({
      'config.ftInfo': leading,
      'summary.config.ftInfo': leading,
      'runtime.faultToleranceState': 'running',
      'summary.runtime.faultToleranceState': 'running',
      'config.memoryAllocation.reservation': 32,
    });
    expect(await pair.ep.read(secondary, 'config.ftInfo')).toMatchObject({
      _typeName: 'FaultToleranceSecondaryConfigInfo',
      role: 2,
      ...group,
      primaryVM: pair.vm,
    });
    expect(await pair.told()).toEqual([
      'VmSecondaryAddedEvent',
      'notConfigured > needSecondary',
      'VmStartingSecondaryEvent',
      'needSecondary > starting',
      'VmSecondaryStartedEvent',
      'starting > running',
    ]);
  });

  it('has a secondary that its guest cannot tell from it, with files of its own', async () => {
    await using pair = await Pair.scene();
    await pair.protect();
    const secondary = await pair.secondaryOf();
    const [one, two]: Answer[] = await Promise.all([pair.vm, secondary].map((vm) => pair.ep.read(vm, 'config')));
    for (const same of ['name', 'uuid', 'guestId', 'version', 'memoryAllocation']) expect(two[same]).toEqual(one[same]);
    const devices = (config: Answer) => config.hardware.device;
    const like = (d: Answer) => [d._typeName, d.key, d.macAddress, d.backing?.uuid, d.capacityInKB];
    expect(devices(two).map(like)).toEqual(devices(one).map(like));
    const files = (vm: Answer) => pair.ep.read(vm, 'layoutEx.file').then((all) => all.map((f: Answer) => f.name));
    const [his, hers] = [await files(pair.vm), await files(secondary)];
    expect(his.filter((name: string) => hers.includes(name))).toEqual([]);
    expect(hers).toContain(`[LocalDS_0] ${NAME}_1/${NAME}.vmdk`);
    const types = (await pair.ep.read(pair.vm, 'layoutEx.file')).map((f: Answer) => f.type);
    expect(types).toContain('ftMetadata');
    expect(await pair.ep.read(secondary, 'parent')).toEqual(await pair.ep.read(pair.vm, 'parent'));
  });

  it('is found by name, path and uuid where both could be', async () => {
    await using pair = await Pair.scene();
    await pair.protect();
    const search = pair.ep.manager('searchIndex');
    expect(await pair.ep.at(`DC0/vm/${NAME}`)).toEqual(pair.vm);
    const uuid = await pair.ep.read(pair.vm, 'config.uuid');
    expect(await pair.ep.call(search, 'FindAllByUuid', { uuid, vmSearch: true })).toEqual([pair.vm]);
    const secondary = await pair.secondaryOf();
    const instance = await pair.ep.read(secondary, 'config.instanceUuid');
    const args = { uuid: instance, vmSearch: true, instanceUuid: true };
    expect(await pair.ep.call(search, 'FindByUuid', args)).toEqual(secondary);
  });

  it('has its files where the specification says, and its secondary on the host asked for', async () => {
    await using pair = await Pair.scene();
    const [store, disk] = [await pair.ep.at('DC0/datastore/LocalDS_1'), await pair.ep.at('DC0/datastore/LocalDS_0')];
    const devices: Answer[] = await pair.ep.read(pair.vm, 'config.hardware.device');
    const result = await pair.protect({
      host: await pair.host(2),
      spec: {
        metaDataPath: { metaDataDatastore: store },
        secondaryVmSpec: {
          vmConfig: store,
          disks: [{ disk: devices.find((d) => d._typeName === 'VirtualDisk'), datastore: disk }],
        },
      },
    });
    expect((await pair.standing(result.vm)).host).toBe('DC0_C0_H2');
    const names = (await pair.ep.read(result.vm, 'layoutEx.file')).map((f: Answer) => f.name);
    expect(names).toContain(`[LocalDS_1] ${NAME}/${NAME}.vmx`);
    expect(names).toContain(`[LocalDS_0] ${NAME}/${NAME}_1.vmdk`);
    const own: Answer[] = await pair.ep.read(pair.vm, 'layoutEx.file');
    expect(own.find((f) => f.type === 'ftMetadata').name).toMatch(/^\[LocalDS_1\] .*\.ftcfg$/);
    expect(await pair.ep.read(pair.vm, 'datastore')).toEqual([disk, store]);
  });

  it('that is off has a secondary that waits for it', async () => {
    await using pair = await Pair.scene({ off: true });
    expect(await pair.protect()).toMatchObject({ powerOnAttempted: false });
    const secondary = await pair.secondaryOf();
    for (const vm of [pair.vm, secondary]) {
      expect(await pair.standing(vm)).toMatchObject({ power: 'poweredOff', state: 'enabled' });
    }
    await pair.told();
    await pair.ep.run(pair.vm, 'PowerOnVM_Task');
    expect(await pair.standing(secondary)).toMatchObject({ power: 'poweredOn', state: 'running' });
    expect((await pair.told()).slice(2)).toEqual([
      'enabled > needSecondary',
      'VmStartingSecondaryEvent',
      'needSecondary > starting',
      'VmSecondaryStartedEvent',
      'starting > running',
    ]);
  });

  it('stays turned on where its secondary cannot start, and is said to lack it', async () => {
    await using pair = await Pair.scene({ host: 2, das: { admissionControlEnabled: false } });
    await pair.ep.run(pair.vm, 'PowerOffVM_Task');
    await pair.protect();
    await pair.ep.run(await pair.host(1), 'EnterMaintenanceMode_Task', { timeout: 0 });
    await pair.told();
    await pair.ep.run(pair.vm, 'PowerOnVM_Task', { host: await pair.host(0) });
    expect(await pair.standing(pair.vm)).toMatchObject({ power: 'poweredOn', state: 'needSecondary' });
    expect(await pair.ep.read(pair.vm, 'runtime.needSecondaryReason')).toBe('initializing');
    expect(await pair.told()).toContain('VmNoCompatibleHostForSecondaryEvent');
    await pair.ep.sim.clock.advance(60_000);
    expect(await pair.told()).not.toContain('VmNoCompatibleHostForSecondaryEvent');
    await pair.ep.run(await pair.host(1), 'ExitMaintenanceMode_Task', { timeout: 0 });
    await pair.ep.sim.clock.advance(20_000);
    expect(await pair.standing(pair.vm)).toMatchObject({ state: 'running' });
  });

  it('takes the time it takes to copy its disks, to start and to come into step', async () => {
    await using slow = await Pair.scene();
    slow.work(1_000);
    const task = await slow.ep.call(slow.vm, 'CreateSecondaryVM_Task');
    expect(await slow.ep.read(task, 'info.state')).toBe('running');
    await slow.ep.sim.clock.advance(1_000);
    expect(await slow.ep.read(task, 'info.state')).toBe('success');
    const secondary = await slow.secondaryOf();
    expect(await slow.standing(slow.vm)).toMatchObject({ state: 'starting' });
    expect(await slow.standing(secondary)).toMatchObject({ power: 'poweredOn', state: 'starting' });
    await slow.ep.sim.clock.advance(1_000);
    expect(await slow.standing(secondary)).toMatchObject({ state: 'running' });
  });
});

describe('turning fault tolerance on is refused', () => {
  const refused = async (pair: Pair, args: object = {}) => pair.ep.fault(pair.vm, 'CreateSecondaryVMEx_Task', args);

  it('where there is no HA, and to a template', async () => {
    await using pair = await Pair.scene({ das: null, off: true });
    expect(await refused(pair)).toMatchObject({ _typeName: 'NotSupported' });
    await pair.ep.call(pair.vm, 'MarkAsTemplate');
    expect(await refused(pair)).toMatchObject({ _typeName: 'NotSupported' });
  });

  it('twice', async () => {
    await using pair = await Pair.scene();
    await pair.protect();
    expect(await refused(pair)).toMatchObject({
      _typeName: 'VmFaultToleranceConfigIssue',
      reason: 'moreThanOneSecondary',
      entity: pair.vm,
    });
    const secondary = await pair.secondaryOf();
    expect(await pair.ep.fault(secondary, 'CreateSecondaryVM_Task')).toMatchObject({
      _typeName: 'InvalidOperationOnSecondaryVm',
      instanceUuid: await pair.ep.read(secondary, 'config.instanceUuid'),
    });
    const [issue] = await pair.ep.call(secondary, 'QueryFaultToleranceCompatibilityEx', { forLegacyFt: false });
    expect(issue.fault).toMatchObject({ _typeName: 'VmFaultToleranceConfigIssue', reason: 'ftSecondaryVm' });
  });

  it('to a machine with snapshots, naming all reasons where there are several', async () => {
    await using pair = await Pair.scene();
    await pair.ep.run(pair.vm, 'CreateSnapshot_Task', { name: 'one', memory: false, quiesce: false });
    expect(await refused(pair)).toMatchObject({ _typeName: 'VmFaultToleranceConfigIssue', reason: 'hasSnapshots' });
    await pair.logging(0, false);
    const { _typeName, errors } = (await refused(pair)) as Answer;
    expect([_typeName, errors.map((e: Answer) => e.fault.reason)]).toEqual([
      'VmFaultToleranceOpIssuesList',
      ['hasSnapshots', 'missingFTLoggingNic'],
    ]);
  });

  it('to a machine with more CPUs than run in step', async () => {
    await using pair = await Pair.scene({ off: true });
    await pair.ep.run(pair.vm, 'ReconfigVM_Task', { spec: { numCPUs: 9 } });
    expect(await refused(pair)).toMatchObject({ _typeName: 'VmFaultToleranceConfigIssue', reason: 'tooManyVCPUs' });
  });

  it('where no other host carries the traffic, or may run as many CPUs of pairs', async () => {
    await using pair = await Pair.scene({ host: 2, off: true });
    await pair.ep.run(pair.vm, 'ReconfigVM_Task', { spec: { numCPUs: 2 } });
    await pair.ep.run(pair.vm, 'PowerOnVM_Task', { host: await pair.host(0) });
    await pair.logging(1, false);
    const nobody = { _typeName: 'NoHostSuitableForFtSecondary', vm: pair.vm, vmName: NAME };
    expect(await refused(pair)).toMatchObject(nobody);
    await pair.logging(1);
    const option = [{ key: 'das.maxFtVCpusPerHost', value: '1' }];
    await reconfigure(pair.ep, { dasConfig: { option } });
    expect(await refused(pair)).toMatchObject(nobody);
    const asked = (await refused(pair, { host: await pair.host(1) })) as Answer;
    expect(asked.error[0].fault).toMatchObject({
      _typeName: 'VmFaultToleranceTooManyFtVcpusOnHost',
      hostName: 'DC0_C0_H1',
      maxNumFtVcpus: 1,
    });
  });

  it('on a host that cannot have the secondary, saying why not', async () => {
    await using pair = await Pair.scene();
    const host = await pair.host(0);
    const { _typeName, error, ...said } = (await refused(pair, { host })) as Answer;
    expect([_typeName, said.host, error.map((e: Answer) => e.fault._typeName)]).toEqual([
      'IncompatibleHostForFtSecondary',
      host,
      ['FaultToleranceAntiAffinityViolated'],
    ]);
    await pair.logging(1, false);
    const other = (await refused(pair, { host: await pair.host(1) })) as Answer;
    expect(other.error.map((e: Answer) => e.fault.reason)).toEqual(['missingFTLoggingNic']);
  });

  it('for disks the machine does not have, changing nothing', async () => {
    await using pair = await Pair.scene();
    const datastore = await pair.ep.at('DC0/datastore/LocalDS_1');
    const disks = [{ disk: { _typeName: 'VirtualDisk', key: 77, capacityInKB: 0 }, datastore }];
    expect(await refused(pair, { spec: { secondaryVmSpec: { disks } } })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'spec.secondaryVmSpec.disks[0].disk',
    });
    expect(await pair.standing(pair.vm)).toMatchObject({ state: 'notConfigured', role: undefined });
    expect(await pair.ep.read(pair.vm, 'config.memoryAllocation.reservation')).toBe(0);
  });
});
