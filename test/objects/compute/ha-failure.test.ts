import { describe, expect, it } from 'vitest';
import { Updates } from '../machine/updates.ts';
import { befall, cluster, events, hostPath, machines, named, pass } from './failure.ts';

const on = (all: Awaited<ReturnType<typeof machines>>, host: string) => all.filter((vm) => vm.host === host);

describe('a host of a cluster with HA that crashes', () => {
  it('is not responding at once, and down when the others are sure', async () => {
    await using ep = await cluster();
    const host = await ep.at(hostPath(1));
    await using updates = await Updates.of(ep, host, [
      'runtime.connectionState',
      'runtime.powerState',
      'runtime.dasHostState',
    ]);
    expect(await ep.read(host, 'runtime.dasHostState.state')).toBe('connectedToMaster');
    expect(await ep.read(await ep.at(hostPath(0)), 'runtime.dasHostState.state')).toBe('master');
    await befall(ep, 'host.crash', 'DC0_C0_H1');
    expect(await updates.next()).toMatchObject({
      'runtime.connectionState': 'notResponding',
      'runtime.powerState': 'unknown',
      'runtime.dasHostState': { state: 'fdmUnreachable' },
    });
    await pass(ep, 16);
    expect(await updates.next()).toMatchObject({ 'runtime.dasHostState': { state: 'hostDown' } });
  });

  it('has its machines disconnected, then started anew on hosts that are left', async () => {
    await using ep = await cluster();
    const [before] = on(await machines(ep), 'DC0_C0_H1');
    const bootTime = await ep.read(before!.ref, 'runtime.bootTime');
    await using updates = await Updates.of(ep, before!.ref, [
      'runtime.connectionState',
      'runtime.host',
      'runtime.bootTime',
      'runtime.vmFailoverInProgress',
    ]);
    const known = (await events(ep)).at(-1)!.key;
    await befall(ep, 'host.crash', 'DC0_C0_H1');
    expect(await updates.next()).toMatchObject({ 'runtime.connectionState': 'disconnected' });
    expect(await ep.fault(before!.ref, 'ResetVM_Task')).toMatchObject({ _typeName: 'HostNotReachable' });
    await pass(ep, 15);
    expect(await updates.next()).toEqual({ 'runtime.vmFailoverInProgress': true });
    await pass(ep, 5);
    const told = await updates.next();
    expect(told['runtime.vmFailoverInProgress']).toBe(false);
    expect(told['runtime.connectionState']).toBe('connected');
    expect(told['runtime.bootTime']).not.toEqual(bootTime);
    const after = await machines(ep);
    expect(on(after, 'DC0_C0_H1')).toEqual([]);
    for (const vm of after) expect(vm).toMatchObject({ power: 'poweredOn', connection: 'connected' });
    const types = (await events(ep, known)).map(named);
    const order = [
      'HostConnectionLostEvent',
      'DasHostFailedEvent',
      'com.vmware.vc.HA.DasHostFailedEvent',
      'com.vmware.vc.HA.ClusterFailoverActionInitiatedEvent',
      'VmRestartedOnAlternateHostEvent',
      'com.vmware.vc.ha.VmRestartedByHAEvent',
      'com.vmware.vc.HA.ClusterFailoverActionCompletedEvent',
    ];
    expect(order.map((type) => types.indexOf(type))).toEqual(
      order.map((type) => types.indexOf(type)).toSorted((a, b) => a - b),
    );
    expect(types).toEqual(expect.arrayContaining(order));
  });

  it('comes back empty of what was started elsewhere', async () => {
    await using ep = await cluster();
    await befall(ep, 'host.crash', 'DC0_C0_H0');
    await pass(ep, 40);
    const known = (await events(ep)).at(-1)!.key;
    await befall(ep, 'host.recover', 'DC0_C0_H0');
    expect(await ep.read(await ep.at(hostPath(0)), 'vm')).toEqual([]);
    expect(await ep.read(await ep.at(hostPath(0)), 'runtime')).toMatchObject({
      connectionState: 'connected',
      powerState: 'poweredOn',
      dasHostState: { state: 'connectedToMaster' },
    });
    expect(await ep.read(await ep.at(hostPath(1)), 'runtime.dasHostState.state')).toBe('master');
    expect((await events(ep, known)).map(named)).toEqual(
      expect.arrayContaining(['HostConnectedEvent', 'HostDasEnabledEvent']),
    );
  });
});
