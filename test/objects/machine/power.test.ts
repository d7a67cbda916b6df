import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import type { StartOptions } from '../../../src/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { withTools } from '../guest.ts';
import { Updates } from './updates.ts';

const START = Date.UTC(2026, 0, 1);
const MANUAL = { clock: { kind: 'manual' }, start: START } as const;
const at = (seconds: number) => new Date(START + seconds * 1000).toISOString().replace('.000', '');

async function running(options: StartOptions = {}) {
  const ep = await Endpoint.open({ ...MANUAL, ...options });
  const vm = await ep.at('DC0/vm/DC0_H0_VM0');
  await ep.events();
  return {
    ep,
    vm,
    runtime: () => ep.read(vm, 'runtime'),
    wait: (seconds: number) => ep.sim.clock.advance(seconds * 1000),
    files: async (type: string) => {
      const { file } = await ep.read(vm, 'layoutEx');
      return file.filter((f: Answer) => f.type === type).map((f: Answer) => f.name.replace(/^.*\//, ''));
    },
  };
}

async function configured(ep: Endpoint, vm: Ref, said: object) {
  // What a spec would set, set where it is kept: how specs are read is told elsewhere.
  const { world } = ep.sim.simulation.site;
  const cell = world.find(vm.value)! as Answer;
  const config = { ...cell.state.config, said: { ...cell.state.config.said, ...said } };
  world.turn(() => world.update(cell, { config }));
}

describe('a machine that is switched off and on', () => {
  it('tells those who watch it, and the log, in order', async () => {
    const { ep, vm, wait } = await running();
    await using _ = ep;
    const paths = ['runtime.powerState', 'runtime.bootTime', 'runtime.cleanPowerOff', 'summary.runtime.powerState'];
    await using updates = await Updates.of(ep, vm, paths);
    await ep.run(vm, 'PowerOffVM_Task');
    expect(await updates.next()).toEqual({
      'runtime.powerState': 'poweredOff',
      'runtime.bootTime': undefined,
      'runtime.cleanPowerOff': true,
      'summary.runtime.powerState': 'poweredOff',
    });
    await wait(5);
    await ep.run(vm, 'PowerOnVM_Task');
    expect(await updates.next()).toMatchObject({ 'runtime.powerState': 'poweredOn', 'runtime.bootTime': at(5) });
    expect(await ep.events()).toEqual([
      'TaskEvent',
      'VmStoppingEvent',
      'VmPoweredOffEvent',
      'TaskEvent',
      'VmStartingEvent',
      'VmPoweredOnEvent',
    ]);
  });

  it('begins a new log with each start, and keeps ten of the old', async () => {
    const { ep, vm, files } = await running();
    await using _ = ep;
    expect(await files('log')).toEqual(['vmware.log']);
    const restart = async () => {
      await ep.run(vm, 'PowerOffVM_Task');
      await ep.run(vm, 'PowerOnVM_Task');
    };
    await restart();
    expect(await files('log')).toEqual(['vmware.log', 'vmware-1.log']);
    for (let n = 0; n < 11; n++) await restart();
    const logs = await files('log');
    expect([logs.length, logs[1], logs.at(-1)]).toEqual([11, 'vmware-12.log', 'vmware-3.log']);
    await ep.run(vm, 'PowerOffVM_Task');
    expect(await files('log')).toEqual(logs);
  });

  it('has its swap files only while it runs, and the room they take', async () => {
    const { ep, vm, files } = await running();
    await using _ = ep;
    const store = await ep.at('DC0/datastore/LocalDS_0');
    const [swap] = await files('swap');
    expect(swap).toMatch(/^DC0_H0_VM0-[0-9a-f]{8}\.vswp$/);
    expect(await files('uwswap')).toEqual([`vmx-${swap.replace('.vswp', '-1.vswp')}`]);
    expect(await ep.read(vm, 'layout.swapFile')).toContain(swap);
    const before = await ep.read(store, 'summary.freeSpace');
    await using updates = await Updates.of(ep, vm, ['layout.swapFile']);
    await ep.run(vm, 'PowerOffVM_Task');
    expect(await updates.next()).toEqual({ 'layout.swapFile': undefined });
    expect(await files('swap')).toEqual([]);
    expect(await ep.read(store, 'summary.freeSpace')).toBeGreaterThan(before);
  });

  it('enters the firmware’s setup at one boot only', async () => {
    const { ep, vm } = await running();
    await using _ = ep;
    await configured(ep, vm, { bootOptions: { enterBIOSSetup: true } });
    await using updates = await Updates.of(ep, vm, ['config.bootOptions.enterBIOSSetup']);
    await ep.run(vm, 'ResetVM_Task');
    expect(await updates.next()).toEqual({ 'config.bootOptions.enterBIOSSetup': false });
  });
});

describe('a machine that is suspended', () => {
  it('keeps its boot time, counts the pause, and goes on with its uptime', async () => {
    const { ep, vm, runtime, wait, files } = await running();
    await using _ = ep;
    const uptime = () => ep.read(vm, 'summary.quickStats.uptimeSeconds');
    await wait(60);
    const before = await uptime();
    await using updates = await Updates.of(ep, vm, ['runtime.powerState', 'runtime.suspendTime']);
    await ep.run(vm, 'SuspendVM_Task');
    expect(await updates.next()).toEqual({ 'runtime.powerState': 'suspended', 'runtime.suspendTime': at(60) });
    expect((await runtime()).cleanPowerOff).toBeUndefined();
    expect(await files('suspend')).toHaveLength(1);
    expect(await files('suspendMemory')).toHaveLength(1);
    expect(await uptime()).toBe(0);
    await wait(600.000_4);
    await ep.run(vm, 'PowerOnVM_Task');
    expect(await runtime()).toMatchObject({ powerState: 'poweredOn', bootTime: at(0), suspendInterval: 600_000 });
    expect(await uptime()).toBe(before);
    expect(await files('suspend')).toEqual([]);
    const told = (await ep.events()).filter((type) => type !== 'TaskEvent');
    expect(told).toEqual(['VmSuspendingEvent', 'VmSuspendedEvent', 'VmResumingEvent', 'VmPoweredOnEvent']);
  });

  it('may be switched off, which throws its memory away', async () => {
    const { ep, vm, runtime, files } = await running();
    await using _ = ep;
    await ep.run(vm, 'SuspendVM_Task');
    await ep.run(vm, 'PowerOffVM_Task');
    expect((await runtime()).suspendTime).toBeUndefined();
    expect(await files('suspendMemory')).toEqual([]);
  });
});

describe('a machine that is reset', () => {
  it('stays the one that was switched on, and counts its uptime anew', async () => {
    const { ep, vm, runtime, wait } = await running();
    await using _ = ep;
    await wait(100);
    expect(await ep.read(vm, 'summary.quickStats.uptimeSeconds')).toBe(100);
    await using updates = await Updates.of(ep, vm, ['summary.quickStats.uptimeSeconds']);
    await ep.run(vm, 'ResetVM_Task');
    expect(await updates.next()).toEqual({ 'summary.quickStats.uptimeSeconds': 0 });
    await wait(20);
    expect(await updates.next()).toEqual({ 'summary.quickStats.uptimeSeconds': 20 });
    expect((await runtime()).bootTime).toBe(at(0));
  });

  it('is off afterwards when it was set to be', async () => {
    const { ep, vm, runtime } = await running();
    await using _ = ep;
    await configured(ep, vm, { rebootPowerOff: true });
    await ep.run(vm, 'ResetVM_Task');
    expect((await runtime()).powerState).toBe('poweredOff');
    expect(await ep.read(vm, 'config.rebootPowerOff')).toBe(false);
    expect(await ep.events()).toEqual(['TaskEvent', 'VmResettingEvent', 'VmPoweredOffEvent']);
  });
});

describe('a guest that is asked', () => {
  it('takes its time, and the call does not wait for it', async () => {
    const { ep, vm, runtime, wait } = await running({ furnish: withTools, latency: 'realistic' });
    await using _ = ep;
    await using updates = await Updates.of(ep, vm, ['runtime.powerState']);
    await ep.call(vm, 'ShutdownGuest');
    expect((await runtime()).powerState).toBe('poweredOn');
    await wait(30);
    expect(await updates.next()).toEqual({ 'runtime.powerState': 'poweredOff' });
    expect((await runtime()).cleanPowerOff).toBe(true);
    const told = (await ep.events()).filter((type) => type.startsWith('Vm'));
    expect(told).toEqual(['VmGuestShutdownEvent', 'VmPoweredOffEvent']);
  });

  it('sleeps in a machine that goes on running, where that is set', async () => {
    const { ep, vm } = await running({ furnish: withTools });
    await using _ = ep;
    await configured(ep, vm, { defaultPowerOps: { standbyAction: 'powerOnSuspend' } });
    await using updates = await Updates.of(ep, vm, ['runtime.powerState', 'runtime.onlineStandby']);
    await ep.call(vm, 'StandbyGuest');
    expect(await updates.next()).toEqual({ 'runtime.onlineStandby': true });
    await ep.run(vm, 'ResetVM_Task');
    expect(await updates.next()).toEqual({ 'runtime.onlineStandby': false });
  });

  it('is left alone while a task works on its machine', async () => {
    const { ep, vm } = await running({ furnish: withTools, latency: 'realistic' });
    await using _ = ep;
    await ep.call(vm, 'SuspendVM_Task');
    expect(await ep.fault(vm, 'ShutdownGuest')).toMatchObject({ _typeName: 'TaskInProgress' });
  });
});

describe('a machine’s process', () => {
  it('is ended at once by TerminateVM, and not in order', async () => {
    const { ep, vm } = await running();
    await using _ = ep;
    await using updates = await Updates.of(ep, vm, ['runtime.powerState', 'runtime.cleanPowerOff']);
    await ep.call(vm, 'TerminateVM');
    expect(await updates.next()).toEqual({ 'runtime.powerState': 'poweredOff', 'runtime.cleanPowerOff': false });
    expect(await ep.events()).toEqual(['VmPoweredOffEvent']);
    expect(await ep.fault(vm, 'TerminateVM')).toMatchObject({ requestedState: 'poweredOff' });
  });

  it('dies when a script says so', async () => {
    const { ep, vm, runtime } = await running({
      faults: [{ match: { method: 'RefreshStorageInfo' }, effect: { world: { verb: 'vm.crash' } } }],
    });
    await using _ = ep;
    await ep.call(vm, 'RefreshStorageInfo');
    expect(await runtime()).toMatchObject({ powerState: 'poweredOff', cleanPowerOff: false });
  });
});

describe('a machine out of reach', () => {
  const lose = (verb: string, name?: string) => ({
    match: { method: 'CurrentTime' },
    effect: { world: { verb, ...(name !== undefined && { name }) } },
  });

  it.each([
    ['host.disconnect', 'DC0_H0', 'disconnected', 'HostNotConnected'],
    ['host.stopResponding', 'DC0_H0', 'disconnected', 'HostNotReachable'],
    ['vm.orphan', 'DC0_H0_VM0', 'orphaned', 'InvalidState'],
  ])('by %s is refused what is asked of it', async (verb, name, connection, fault) => {
    const { ep, vm, runtime } = await running({ faults: [lose(verb, name)] });
    await using _ = ep;
    await using updates = await Updates.of(ep, vm, ['runtime.connectionState']);
    await ep.call({ type: 'ServiceInstance', value: 'ServiceInstance' }, 'CurrentTime');
    expect(await updates.next()).toEqual({ 'runtime.connectionState': connection });
    for (const method of ['PowerOffVM_Task', 'ResetVM_Task', 'SuspendVM_Task', 'TerminateVM', 'ShutdownGuest']) {
      expect(await ep.fault(vm, method)).toMatchObject({ _typeName: fault });
    }
    expect(await runtime()).toMatchObject({ powerState: 'poweredOn', connectionState: connection });
  });

  it('is inaccessible while it is off and its datastore is away', async () => {
    const { ep, vm } = await running({ faults: [lose('datastore.inaccessible', 'LocalDS_0')] });
    await using _ = ep;
    await ep.run(vm, 'PowerOffVM_Task');
    await using updates = await Updates.of(ep, vm, ['runtime.connectionState']);
    await ep.call({ type: 'ServiceInstance', value: 'ServiceInstance' }, 'CurrentTime');
    expect(await updates.next()).toEqual({ 'runtime.connectionState': 'inaccessible' });
    expect(await ep.fault(vm, 'PowerOnVM_Task')).toMatchObject({ _typeName: 'CannotAccessVmDisk' });
    expect(await ep.fault(vm, 'ResetGuestInformation')).toMatchObject({ _typeName: 'InvalidState' });
  });
});

describe('PowerOnMultiVM_Task', () => {
  it('starts what it can, and says of the rest why not', async () => {
    const { ep, vm } = await running();
    await using _ = ep;
    const other = await ep.at('DC0/vm/DC0_H0_VM1');
    await ep.run(vm, 'PowerOffVM_Task');
    const result = await ep.run(await ep.at('DC0'), 'PowerOnMultiVM_Task', { vm: [vm, other] });
    expect(result.attempted.map((a: Answer) => a.vm)).toEqual([vm]);
    expect(result.notAttempted).toMatchObject([{ vm: other, fault: { fault: { _typeName: 'InvalidPowerState' } } }]);
    expect(await ep.read(vm, 'runtime.powerState')).toBe('poweredOn');
    expect(await ep.read(result.attempted[0].task, 'info')).toMatchObject({ name: 'PowerOnVM_Task', state: 'success' });
  });
});
