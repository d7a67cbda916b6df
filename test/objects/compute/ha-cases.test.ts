import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../machine/updates.ts';
import { befall, CLUSTER, cluster, events, hostPath, machines, named, pass, reconfigure } from './failure.ts';

const on = (all: Awaited<ReturnType<typeof machines>>, host: string) => all.filter((vm) => vm.host === host);
const last = async (ep: Endpoint) => (await events(ep)).at(-1)!.key;
const RUNS = { power: 'poweredOn', connection: 'connected' };

describe('hosts that fail one after the other', () => {
  it('leave all machines on the last, as long as it has room', async () => {
    await using ep = await cluster({ host: 3, vm: 6 }, { admissionControlEnabled: false });
    await befall(ep, 'host.crash', 'DC0_C0_H0');
    await pass(ep, 10);
    await befall(ep, 'host.crash', 'DC0_C0_H1');
    await pass(ep, 60);
    const all = await machines(ep);
    expect(on(all, 'DC0_C0_H2')).toHaveLength(6);
    for (const vm of all) expect(vm).toMatchObject(RUNS);
    await befall(ep, 'host.recover', 'DC0_C0_H*');
    await pass(ep, 30);
    expect(on(await machines(ep), 'DC0_C0_H2')).toHaveLength(6);
    expect(await ep.read(await ep.at(CLUSTER), 'summary.numEffectiveHosts')).toBe(3);
  });

  it('have those that were started elsewhere started again where they were, once that is there', async () => {
    await using ep = await cluster({ host: 2, vm: 4 }, { admissionControlEnabled: false });
    await befall(ep, 'host.crash', 'DC0_C0_H0');
    await pass(ep, 60);
    expect(on(await machines(ep), 'DC0_C0_H1')).toHaveLength(4);
    await befall(ep, 'host.crash', 'DC0_C0_H1');
    await pass(ep, 60);
    await befall(ep, 'host.recover', 'DC0_C0_H0');
    await pass(ep, 60);
    const all = await machines(ep);
    expect(on(all, 'DC0_C0_H0')).toHaveLength(4);
    for (const vm of all) expect(vm).toMatchObject(RUNS);
  });
});

describe('a host that crashes while a machine is moved', () => {
  it.each([
    ['away from it', 'DC0_C0_H0', 'started again elsewhere'],
    ['to it', 'DC0_C0_H1', 'left where it is'],
  ])('%s ends the migration at once', async (_, crashing, becomes) => {
    const inventory = { standaloneHost: 0, vm: 6 };
    await using ep = await Endpoint.open({ clock: { kind: 'manual' }, latency: 'realistic', inventory });
    await ep.call(await ep.at(CLUSTER), 'ReconfigureComputeResource_Task', {
      spec: { _typeName: 'ClusterConfigSpecEx', dasConfig: { enabled: true } },
      modify: true,
    });
    await pass(ep, 60);
    const [vm] = on(await machines(ep), 'DC0_C0_H0');
    const task: Ref = await ep.call(vm!.ref, 'MigrateVM_Task', {
      host: await ep.at(hostPath(1)),
      priority: 'defaultPriority',
    });
    await pass(ep, 1);
    expect(await ep.read(task, 'info.state')).toBe('running');
    const bootTime = await ep.read(vm!.ref, 'runtime.bootTime');
    await befall(ep, 'host.crash', crashing);
    expect(await ep.read(task, 'info')).toMatchObject({
      state: 'error',
      error: { fault: { _typeName: 'HostCommunication' } },
    });
    await pass(ep, 60);
    expect((await machines(ep)).find(({ name }) => name === vm!.name)).toMatchObject(RUNS);
    expect((await ep.read(vm!.ref, 'runtime.bootTime')) === bootTime).toBe(becomes === 'left where it is');
    expect((await events(ep)).map(named)).toContain('VmFailedMigrateEvent');
  });
});

describe('maintenance mode that is called off', () => {
  it('while DRS moves machines lets what is on its way arrive, and takes machines again', async () => {
    const inventory = { standaloneHost: 0, vm: 6 };
    await using ep = await Endpoint.open({ clock: { kind: 'manual' }, latency: 'realistic', inventory });
    const host = await ep.at(hostPath(0));
    const task: Ref = await ep.call(host, 'EnterMaintenanceMode_Task', { timeout: 0 });
    await pass(ep, 6);
    expect(await ep.read(task, 'info')).toMatchObject({ state: 'running', cancelable: true });
    await ep.call(task, 'CancelTask');
    await pass(ep, 60);
    expect(await ep.read(task, 'info')).toMatchObject({
      state: 'error',
      cancelled: true,
      error: { fault: { _typeName: 'RequestCanceled' } },
    });
    expect(await ep.read(host, 'runtime.inMaintenanceMode')).toBe(false);
    for (const vm of await machines(ep)) expect(vm).toMatchObject(RUNS);
    const told = (await events(ep)).map(named);
    expect(told).toEqual(expect.arrayContaining(['CanceledHostOperationEvent', 'DrsVmMigratedEvent']));
    expect(told).not.toContain('EnteredMaintenanceModeEvent');
    const [vm] = await machines(ep);
    const back: Ref = await ep.call(vm!.ref, 'MigrateVM_Task', { host, priority: 'defaultPriority' });
    await pass(ep, 60);
    expect(await ep.read(back, 'info.state')).toBe('success');
  });
});

describe('a host that does not answer', () => {
  it('turns red for who watches it, and green again when it is back', async () => {
    await using ep = await cluster();
    const host = await ep.at(hostPath(1));
    await using updates = await Updates.of(ep, host, ['triggeredAlarmState', 'overallStatus', 'summary.overallStatus']);
    const changes = async (since: number) =>
      (await events(ep, since))
        .filter((e: Answer) => e._typeName === 'AlarmStatusChangedEvent' && e.entity.name === 'DC0_C0_H1')
        .map((e: Answer) => [e.alarm.name, e.to]);
    const crashed = await last(ep);
    await befall(ep, 'host.crash', 'DC0_C0_H1');
    await pass(ep, 60);
    expect(await updates.next()).toMatchObject({ overallStatus: 'red', 'summary.overallStatus': 'red' });
    expect(await changes(crashed)).toEqual([
      ['Host connection and power state', 'red'],
      ['vSphere HA host status', 'red'],
    ]);
    const back = await last(ep);
    await befall(ep, 'host.recover', 'DC0_C0_H1');
    await pass(ep, 60);
    expect(await updates.next()).toMatchObject({
      overallStatus: 'green',
      'summary.overallStatus': 'green',
      triggeredAlarmState: [],
    });
    expect(await changes(back)).toEqual([
      ['vSphere HA host status', 'green'],
      ['Host connection and power state', 'green'],
    ]);
  });

  it('leaves its machines disconnected, of which nobody knows more and with which nothing can be done', async () => {
    await using ep = await cluster({}, null);
    const [vm] = on(await machines(ep), 'DC0_C0_H1');
    await befall(ep, 'host.stopResponding', 'DC0_C0_H1');
    await pass(ep, 60);
    expect(await ep.read(vm!.ref, 'summary')).toMatchObject({
      runtime: { connectionState: 'disconnected', powerState: 'poweredOn', vmFailoverInProgress: false },
      quickStats: { overallCpuUsage: 0, hostMemoryUsage: 0 },
    });
    const move = { host: await ep.at(hostPath(0)), priority: 'defaultPriority' };
    for (const [method, args] of [
      ['PowerOffVM_Task', {}],
      ['ReconfigVM_Task', { spec: {} }],
      ['MigrateVM_Task', move],
      ['Destroy_Task', {}],
    ] as const) {
      expect(await ep.fault(vm!.ref, method, args)).toMatchObject({ _typeName: 'HostNotReachable' });
    }
  });
});

describe('GetResourceUsage', () => {
  it('adds up what the hosts of a cluster use and have, as their summaries tell', async () => {
    await using ep = await cluster();
    await pass(ep, 120);
    const self = await ep.at(CLUSTER);
    const hosts: Ref[] = await ep.read(self, 'host');
    const stats: Answer[] = await Promise.all(hosts.map((host) => ep.read(host, 'summary.quickStats')));
    const sum = (name: string) => stats.reduce((all, s) => all + s[name], 0);
    const { totalCpu, totalMemory } = await ep.read(self, 'summary');
    const [store] = await ep.read(self, 'datastore');
    const { capacity, freeSpace } = await ep.read(store, 'summary');
    expect(await ep.call(self, 'GetResourceUsage')).toMatchObject({
      cpuUsedMHz: sum('overallCpuUsage'),
      memUsedMB: sum('overallMemoryUsage'),
      cpuCapacityMHz: totalCpu,
      memCapacityMB: totalMemory / 2 ** 20,
      storageCapacityMB: capacity / 2 ** 20,
      storageUsedMB: Math.ceil((capacity - freeSpace) / 2 ** 20),
    });
  });
});

describe('HA tells of a machine', () => {
  it('whether it is protected, and nothing where there is no HA', async () => {
    await using ep = await cluster({}, null);
    const [vm, other] = await machines(ep);
    const { ref } = vm!;
    expect(await ep.read(ref, 'runtime.dasVmProtection')).toBeUndefined();
    await using updates = await Updates.of(ep, ref, ['runtime.dasVmProtection', 'summary.runtime.dasVmProtection']);
    await reconfigure(ep, { dasConfig: { enabled: true } });
    const told = (dasProtected: boolean) => ({
      'runtime.dasVmProtection': { dasProtected },
      'summary.runtime.dasVmProtection': { dasProtected },
    });
    expect(await updates.next()).toMatchObject(told(true));
    const info = { key: ref, dasSettings: { restartPriority: 'disabled' } };
    await reconfigure(ep, { dasVmConfigSpec: [{ operation: 'add', info }] });
    expect(await updates.next()).toMatchObject(told(false));
    expect(await ep.read(other!.ref, 'runtime.dasVmProtection.dasProtected')).toBe(true);
    await ep.run(other!.ref, 'PowerOffVM_Task');
    expect(await ep.read(other!.ref, 'runtime.dasVmProtection.dasProtected')).toBe(false);
  });
});
