import { describe, expect, it } from 'vitest';
import { befall, pass } from '../../compute/failure.ts';
import type { Answer } from '../../endpoint.ts';
import { withTools } from '../../guest.ts';
import { Pair } from './pair.ts';

const RUNS = { power: 'poweredOn', state: 'running' };
const ABOUT_PAIRS = /^Vm|^\w+ > \w+$/;

const paired = async (options: Parameters<typeof Pair.scene>[0] = {}, furnish?: Parameters<typeof Pair.scene>[1]) => {
  const pair = await Pair.scene(options, furnish);
  await pair.protect();
  await pair.told();
  return { pair, secondary: await pair.secondaryOf() };
};

const BACK = ['VmStartingSecondaryEvent', 'needSecondary > starting', 'VmSecondaryStartedEvent', 'starting > running'];
/** The same on a host that did not have it before. */
const BACK_ELSEWHERE = ['VmSecondaryAddedEvent', ...BACK];

describe('the host of a primary that goes down', () => {
  it('has its secondary go on at once as the primary, and another secondary started', async () => {
    const { pair, secondary } = await paired();
    await using _ = pair;
    const before = await pair.standing(secondary);
    const bootTime = await pair.ep.read(pair.vm, 'runtime.bootTime');
    await befall(pair.ep, 'host.crash', 'DC0_C0_H0');
    expect(await pair.standing(secondary)).toEqual({ ...before, role: 1 });
    expect(await pair.ep.read(secondary, 'runtime.bootTime')).toBe(bootTime);
    const other = await pair.standing(pair.vm);
    expect(other).toMatchObject({ ...RUNS, role: 2 });
    expect(['DC0_C0_H0', before.host]).not.toContain(other.host);
    const told = (await pair.told()).filter((event) => ABOUT_PAIRS.test(event));
    expect(told).toEqual(['VmPrimaryFailoverEvent', 'running > needSecondary', ...BACK_ELSEWHERE]);
    // HA, which comes to know of it later, has nothing left to start.
    await pass(pair.ep, 120);
    expect(await pair.told()).not.toContain('com.vmware.vc.ha.VmRestartedByHAEvent');
    expect(await pair.standing(secondary)).toMatchObject({ ...RUNS, role: 1 });
  });

  it('leaves a pair of two hosts without a secondary until the host is back', async () => {
    const { pair, secondary } = await paired({ host: 2, das: { admissionControlEnabled: false } });
    await using _ = pair;
    await befall(pair.ep, 'host.crash', 'DC0_C0_H0');
    expect(await pair.standing(secondary)).toMatchObject({ power: 'poweredOn', state: 'needSecondary', role: 1 });
    expect(await pair.ep.read(secondary, 'runtime.needSecondaryReason')).toBe('lostConnection');
    expect(await pair.standing(pair.vm)).toMatchObject({ power: 'poweredOff', state: 'enabled', role: 2 });
    expect(await pair.told()).toContain('VmNoCompatibleHostForSecondaryEvent');
    expect(await pair.ep.read(secondary, 'overallStatus')).toBe('red');
    await befall(pair.ep, 'host.recover', 'DC0_C0_H0');
    await pass(pair.ep, 60);
    for (const vm of [pair.vm, secondary]) expect(await pair.standing(vm)).toMatchObject(RUNS);
    expect(await pair.ep.read(secondary, 'overallStatus')).toBe('green');
    expect((await pair.told()).filter((event) => ABOUT_PAIRS.test(event))).toEqual(BACK_ELSEWHERE);
  });

  it('has the primary started again by HA where both were lost, and the secondary after it', async () => {
    const { pair, secondary } = await paired();
    await using _ = pair;
    await befall(pair.ep, 'host.crash', '*');
    await pass(pair.ep, 60);
    await befall(pair.ep, 'host.recover', '*');
    await pass(pair.ep, 120);
    const all = [await pair.standing(pair.vm), await pair.standing(secondary)];
    for (const one of all) expect(one).toMatchObject(RUNS);
    expect(new Set(all.map(({ host }) => host)).size).toBe(2);
    expect(all.map(({ role }) => role).sort()).toEqual([1, 2]);
  });
});

describe('the host of a secondary that goes down', () => {
  it('has it started on another, while the primary runs on', async () => {
    const { pair, secondary } = await paired();
    await using _ = pair;
    const { host } = await pair.standing(secondary);
    await befall(pair.ep, 'host.crash', host);
    expect(await pair.standing(pair.vm)).toMatchObject({ ...RUNS, host: 'DC0_C0_H0', role: 1 });
    const now = await pair.standing(secondary);
    expect(now).toMatchObject({ ...RUNS, role: 2 });
    expect(now.host).not.toBe(host);
    const told = (await pair.told()).filter((event) => ABOUT_PAIRS.test(event));
    expect(told).toEqual(['running > needSecondary', ...BACK_ELSEWHERE]);
  });
});

describe('a failover that somebody wants', () => {
  it('MakePrimaryVM_Task makes the secondary the primary and the primary the secondary', async () => {
    const { pair, secondary } = await paired();
    await using _ = pair;
    await pair.ep.run(pair.vm, 'MakePrimaryVM_Task', { vm: secondary });
    expect(await pair.standing(secondary)).toMatchObject({ ...RUNS, role: 1 });
    expect(await pair.standing(pair.vm)).toMatchObject({ ...RUNS, role: 2 });
    expect(await pair.secondaryOf(secondary)).toEqual(pair.vm);
    expect(await pair.told()).toEqual(['VmPrimaryFailoverEvent', 'running > needSecondary', ...BACK]);
    expect(await pair.ep.at('DC0/vm/DC0_C0_RP0_VM0')).toEqual(secondary);
    expect(await pair.ep.fault(pair.vm, 'MakePrimaryVM_Task', { vm: pair.vm })).toMatchObject({
      _typeName: 'InvalidOperationOnSecondaryVm',
    });
  });

  it('TerminateFaultTolerantVM_Task ends the secondary, and another is started', async () => {
    const { pair, secondary } = await paired();
    await using _ = pair;
    await pair.ep.run(pair.vm, 'TerminateFaultTolerantVM_Task');
    expect(await pair.told()).toEqual(['VmFaultToleranceVmTerminatedEvent', 'running > needSecondary', ...BACK]);
    await pair.ep.run(pair.vm, 'TerminateFaultTolerantVM_Task', { vm: secondary });
    expect(await pair.standing(secondary)).toMatchObject(RUNS);
    expect(await pair.ep.fault(pair.vm, 'TerminateFaultTolerantVM_Task', { vm: pair.vm })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'vm',
    });
  });

  it('is refused while the pair does not run in step, and where HA does not watch', async () => {
    const { pair, secondary } = await paired();
    await using _ = pair;
    const vm = { vm: secondary };
    await pair.ep.run(await pair.ep.at('DC0/host/DC0_C0'), 'ReconfigureComputeResource_Task', {
      spec: { _typeName: 'ClusterConfigSpecEx', dasConfig: { hostMonitoring: 'disabled' } },
      modify: true,
    });
    expect(await pair.ep.fault(pair.vm, 'TerminateFaultTolerantVM_Task', vm)).toMatchObject({
      _typeName: 'FaultToleranceVmNotDasProtected',
      vm: pair.vm,
    });
    await pair.ep.run(pair.vm, 'PowerOffVM_Task');
    for (const method of ['MakePrimaryVM_Task', 'TerminateFaultTolerantVM_Task']) {
      expect(await pair.ep.fault(pair.vm, method, vm)).toMatchObject({ _typeName: 'InvalidState' });
    }
  });

  it('happens, too, when the process of the primary is ended', async () => {
    const { pair, secondary } = await paired();
    await using _ = pair;
    await pair.ep.call(pair.vm, 'TerminateVM');
    expect(await pair.standing(secondary)).toMatchObject({ ...RUNS, role: 1 });
    expect(await pair.standing(pair.vm)).toMatchObject({ ...RUNS, role: 2 });
  });
});

describe('what a guest sees of a failover', () => {
  it('is nothing: its name, addresses and files are those it had, in the other machine', async () => {
    const { pair, secondary } = await paired({}, withTools);
    await using _ = pair;
    await pass(pair.ep, 60);
    const guest = await pair.ep.read(pair.vm, 'guest');
    expect(guest).toMatchObject({ toolsRunningStatus: 'guestToolsRunning' });
    expect(await pair.ep.read(secondary, 'guest.toolsRunningStatus')).toBe('guestToolsNotRunning');
    await pair.ep.run(pair.vm, 'MakePrimaryVM_Task', { vm: secondary });
    const now: Answer = await pair.ep.read(secondary, 'guest');
    for (const same of ['hostName', 'ipAddress', 'net', 'toolsRunningStatus']) expect(now[same]).toEqual(guest[same]);
    const search = pair.ep.manager('searchIndex');
    const found = await pair.ep.call(search, 'FindByIp', { ip: guest.ipAddress, vmSearch: true });
    expect(found).toEqual(secondary);
    expect(await pair.ep.read(pair.vm, 'guest.toolsRunningStatus')).toBe('guestToolsNotRunning');
  });
});
