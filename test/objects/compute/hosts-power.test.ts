import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../machine/updates.ts';
import { cluster, hostPath, machines, pass } from './failure.ts';

const info = (ep: Endpoint, task: Ref): Promise<Answer> => ep.read(task, 'info');

describe('standby', () => {
  it('empties a host and switches it off, and on again when it is wanted', async () => {
    await using ep = await cluster({}, null);
    const host = await ep.at(hostPath(2));
    await using updates = await Updates.of(ep, host, [
      'runtime.powerState',
      'runtime.standbyMode',
      'runtime.connectionState',
    ]);
    await ep.run(host, 'PowerDownHostToStandBy_Task', { timeoutSec: 0 });
    await pass(ep, 5);
    expect(await ep.read(host, 'runtime')).toMatchObject({
      powerState: 'standBy',
      standbyMode: 'in',
      connectionState: 'notResponding',
    });
    expect(await updates.next()).toMatchObject({ 'runtime.standbyMode': 'in', 'runtime.powerState': 'standBy' });
    for (const vm of await machines(ep)) expect(vm.host).not.toBe('DC0_C0_H2');
    expect(await ep.events()).toEqual(expect.arrayContaining(['EnteringStandbyModeEvent', 'EnteredStandbyModeEvent']));
    expect(await ep.fault(host, 'PowerDownHostToStandBy_Task', { timeoutSec: 0 })).toMatchObject({
      _typeName: 'InvalidState',
    });
    await ep.run(host, 'PowerUpHostFromStandBy_Task', { timeoutSec: 0 });
    expect(await ep.read(host, 'runtime')).toMatchObject({
      powerState: 'poweredOn',
      standbyMode: 'none',
      connectionState: 'connected',
    });
    const types = await ep.events();
    expect(types.filter((type) => type.includes('Standby'))).toEqual([
      'ExitingStandbyModeEvent',
      'ExitedStandbyModeEvent',
    ]);
    expect(await ep.fault(host, 'PowerUpHostFromStandBy_Task', { timeoutSec: 0 })).toMatchObject({
      _typeName: 'InvalidState',
    });
  });

  it('rings no alarm', async () => {
    await using ep = await cluster({ vm: 0 }, null);
    const host = await ep.at(hostPath(2));
    await ep.run(host, 'PowerDownHostToStandBy_Task', { timeoutSec: 0 });
    await pass(ep, 120);
    expect(await ep.read(host, 'triggeredAlarmState')).toEqual([]);
  });

  it('is left too late for who waits no longer', async () => {
    await using ep = await Endpoint.open({
      clock: { kind: 'manual' },
      latency: 'realistic',
      inventory: { vm: 0, standaloneHost: 0 },
    });
    const host = await ep.at(hostPath(0));
    const down: Ref = await ep.call(host, 'PowerDownHostToStandBy_Task', { timeoutSec: 0 });
    await pass(ep, 60);
    expect(await info(ep, down)).toMatchObject({ state: 'success' });
    const up: Ref = await ep.call(host, 'PowerUpHostFromStandBy_Task', { timeoutSec: 5 });
    await pass(ep, 6);
    expect(await info(ep, up)).toMatchObject({ state: 'error', error: { fault: { _typeName: 'Timedout' } } });
    expect(await ep.read(host, 'runtime.standbyMode')).toBe('in');
    expect(await ep.events()).toContain('ExitStandbyModeFailedEvent');
  });
});

describe('a host that is rebooted', () => {
  it('only in maintenance mode, unless it is forced', async () => {
    await using ep = await cluster({ vm: 0 }, null);
    const host = await ep.at(hostPath(0));
    expect(await ep.fault(host, 'RebootHost_Task', { force: false })).toMatchObject({ _typeName: 'InvalidState' });
    await ep.run(host, 'EnterMaintenanceMode_Task', { timeout: 0 });
    const { bootTime } = await ep.read(host, 'runtime');
    await pass(ep, 100);
    await ep.events();
    await ep.run(host, 'RebootHost_Task', { force: false });
    await pass(ep, 1);
    const after = await ep.read(host, 'runtime');
    expect(after).toMatchObject({ connectionState: 'connected', powerState: 'poweredOn', inMaintenanceMode: true });
    expect(after.bootTime).not.toEqual(bootTime);
    expect(await ep.events()).toEqual(
      expect.arrayContaining(['HostShutdownEvent', 'HostConnectionLostEvent', 'HostConnectedEvent']),
    );
    expect(await ep.call(host, 'RetrieveHardwareUptime')).toBe(1);
  });

  it('takes its time, and its machines down with it', async () => {
    await using ep = await Endpoint.open({ clock: { kind: 'manual' }, latency: 'realistic' });
    const host = await ep.at('DC0/host/DC0_H0/DC0_H0');
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    const task: Ref = await ep.call(host, 'RebootHost_Task', { force: true });
    await pass(ep, 10);
    expect(await info(ep, task)).toMatchObject({ state: 'success' });
    expect(await ep.read(host, 'runtime.connectionState')).toBe('notResponding');
    expect(await ep.fault(vm, 'ReconfigVM_Task', { spec: { annotation: 'x' } }).catch((e) => e)).toMatchObject({
      _typeName: 'HostNotReachable',
    });
    await pass(ep, 600);
    expect(await ep.read(host, 'runtime.connectionState')).toBe('connected');
    expect(await ep.read(vm, 'runtime.powerState')).toBe('poweredOff');
  });

  it('or shut down stays away', async () => {
    await using ep = await cluster({ vm: 0 }, null);
    const host = await ep.at(hostPath(0));
    await ep.run(host, 'ShutdownHost_Task', { force: true });
    await pass(ep, 1_200);
    expect(await ep.read(host, 'runtime')).toMatchObject({ connectionState: 'notResponding', powerState: 'unknown' });
    expect(await ep.fault(host, 'RebootHost_Task', { force: true })).toMatchObject({ _typeName: 'HostNotReachable' });
  });
});
