import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../machine/updates.ts';
import { befall, CLUSTER, cluster, hostPath, machines, pass, reconfigure } from './failure.ts';

const on = (all: Awaited<ReturnType<typeof machines>>, host: string) => all.filter((vm) => vm.host === host);
const info = (ep: Endpoint, task: Ref): Promise<Answer> => ep.read(task, 'info');

describe('maintenance mode', () => {
  it('moves each machine away by a task of its own', async () => {
    await using ep = await cluster({}, null);
    const host = await ep.at(hostPath(0));
    const before = on(await machines(ep), 'DC0_C0_H0');
    expect(before.length).toBeGreaterThan(0);
    await using updates = await Updates.of(ep, host, ['runtime.inMaintenanceMode', 'vm']);
    const task: Ref = await ep.call(host, 'EnterMaintenanceMode_Task', { timeout: 0 });
    await pass(ep, 5);
    expect(await info(ep, task)).toMatchObject({ state: 'success' });
    const told = await updates.next();
    expect(told).toMatchObject({ 'runtime.inMaintenanceMode': true });
    expect(on(await machines(ep), 'DC0_C0_H0')).toEqual([]);
    const [moved]: Answer[] = await ep.read(before[0]!.ref, 'recentTask');
    expect(await info(ep, moved)).toMatchObject({
      descriptionId: 'Drm.ExecuteVMotionLRO',
      state: 'success',
      parentTaskKey: task.value,
    });
    const types = await ep.events();
    const order = [
      'EnteringMaintenanceModeEvent',
      'VmBeingHotMigratedEvent',
      'DrsVmMigratedEvent',
      'EnteredMaintenanceModeEvent',
    ];
    expect(order.map((type) => types.indexOf(type))).toEqual(
      order.map((type) => types.indexOf(type)).toSorted((a, b) => a - b),
    );
    expect(types).toEqual(expect.arrayContaining(order));
  });

  it('takes no machine while it is being entered, and goes back when that is cancelled', async () => {
    await using ep = await cluster({ host: 2, autostart: false }, null);
    await reconfigure(ep, { drsConfig: { enabled: false } });
    const host = await ep.at(hostPath(0));
    const [first, second] = on(await machines(ep), 'DC0_C0_H0');
    await ep.run(first!.ref, 'PowerOnVM_Task');
    const task: Ref = await ep.call(host, 'EnterMaintenanceMode_Task', { timeout: 0 });
    await pass(ep, 60);
    expect(await info(ep, task)).toMatchObject({ state: 'running', cancelable: true });
    expect(await ep.fault(second!.ref, 'PowerOnVM_Task')).toMatchObject({ _typeName: 'InvalidHostState' });
    await ep.call(task, 'CancelTask');
    expect(await info(ep, task)).toMatchObject({ state: 'error', error: { fault: { _typeName: 'RequestCanceled' } } });
    expect(await ep.events()).toContain('CanceledHostOperationEvent');
    await ep.run(second!.ref, 'PowerOnVM_Task');
    expect(await ep.read(host, 'runtime.inMaintenanceMode')).toBe(false);
  });

  it('takes machines that are off along only when asked', async () => {
    await using ep = await cluster({ autostart: false }, null);
    await ep.run(await ep.at(hostPath(0)), 'EnterMaintenanceMode_Task', { timeout: 0 });
    expect(on(await machines(ep), 'DC0_C0_H0').length).toBeGreaterThan(0);
    const second = await ep.at(hostPath(1));
    const task: Ref = await ep.call(second, 'EnterMaintenanceMode_Task', { timeout: 0, evacuatePoweredOffVms: true });
    await pass(ep, 30);
    expect(await info(ep, task)).toMatchObject({ state: 'success' });
    expect(on(await machines(ep), 'DC0_C0_H1')).toEqual([]);
  });

  it('waits for what DRS may not move by itself, as long as it is given', async () => {
    await using ep = await cluster({}, null);
    await reconfigure(ep, { drsConfig: { defaultVmBehavior: 'manual' } });
    const host = await ep.at(hostPath(0));
    const task: Ref = await ep.call(host, 'EnterMaintenanceMode_Task', { timeout: 12 });
    await pass(ep, 11);
    expect(await info(ep, task)).toMatchObject({ state: 'running' });
    await pass(ep, 1);
    expect(await info(ep, task)).toMatchObject({ state: 'error', error: { fault: { _typeName: 'Timedout' } } });
    expect(await ep.read(host, 'runtime.inMaintenanceMode')).toBe(false);
  });

  it('is not entered at the cost of what HA keeps for failures', async () => {
    const admissionControlPolicy = { _typeName: 'ClusterFailoverLevelAdmissionControlPolicy', failoverLevel: 1 };
    await using ep = await cluster({ host: 2 }, { admissionControlPolicy });
    const task: Ref = await ep.call(await ep.at(hostPath(0)), 'EnterMaintenanceMode_Task', { timeout: 0 });
    await pass(ep, 60);
    expect(await info(ep, task)).toMatchObject({ state: 'running' });
    await reconfigure(ep, { dasConfig: { admissionControlEnabled: false } });
    await pass(ep, 30);
    expect(await info(ep, task)).toMatchObject({ state: 'success' });
  });

  it('fails when the host goes away meanwhile', async () => {
    await using ep = await cluster({}, null);
    await reconfigure(ep, { drsConfig: { enabled: false } });
    const task: Ref = await ep.call(await ep.at(hostPath(0)), 'EnterMaintenanceMode_Task', { timeout: 0 });
    await pass(ep, 10);
    await befall(ep, 'host.crash', 'DC0_C0_H0');
    expect(await info(ep, task)).toMatchObject({
      state: 'error',
      error: { fault: { _typeName: 'HostCommunication' } },
    });
  });

  it('stops the HA agent of a host, and another leads', async () => {
    await using ep = await cluster();
    const host = await ep.at(hostPath(0));
    await ep.run(host, 'EnterMaintenanceMode_Task', { timeout: 0 });
    await pass(ep, 10);
    expect(await ep.read(host, 'runtime.dasHostState.state')).toBe('uninitialized');
    expect(await ep.read(await ep.at(hostPath(1)), 'runtime.dasHostState.state')).toBe('master');
    await ep.run(host, 'ExitMaintenanceMode_Task', { timeout: 0 });
    expect(await ep.read(host, 'runtime.dasHostState.state')).toBe('connectedToMaster');
    expect(await ep.read(await ep.at(CLUSTER), 'summary.numEffectiveHosts')).toBe(3);
  });

  it('is refused for a host that is not there', async () => {
    await using ep = await Endpoint.open();
    const host = await ep.at('DC0/host/DC0_H0/DC0_H0');
    await ep.run(host, 'DisconnectHost_Task');
    expect(await ep.fault(host, 'EnterMaintenanceMode_Task', { timeout: 0 })).toMatchObject({
      _typeName: 'HostNotConnected',
    });
  });
});
