import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { clusterKind } from '../../../src/objects/compute/cluster/cluster.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../machine/updates.ts';
import { befall, CLUSTER, cluster, events, hostPath, machines, named, pass } from './failure.ts';

const last = async (ep: Endpoint) => (await events(ep)).at(-1)!.key;
const on = (all: Awaited<ReturnType<typeof machines>>, host: string) => all.filter((vm) => vm.host === host);
const priority = (key: Ref, restartPriority: string) => ({
  operation: 'add',
  info: { key, dasSettings: { restartPriority } },
});

/** Gives each machine so much of a host that another cannot have it beside what runs there. */
async function reserve(ep: Endpoint, vm: Ref, megabytes: number): Promise<void> {
  const spec = { memoryMB: 98_304, memoryAllocation: { reservation: megabytes } };
  await ep.run(vm, 'PowerOffVM_Task');
  await ep.run(vm, 'ReconfigVM_Task', { spec });
  await ep.run(vm, 'PowerOnVM_Task');
}

describe('machines of a failed host', () => {
  it('start by restart priority, one priority after the other, and not at all when theirs is disabled', async () => {
    await using ep = await cluster({ host: 2, vm: 8 });
    const here = on(await machines(ep), 'DC0_C0_H1');
    const [low, high, disabled, medium] = here;
    await ep.run(await ep.at(CLUSTER), 'ReconfigureCluster_Task', {
      spec: {
        dasVmConfigSpec: [
          priority(low!.ref, 'low'),
          priority(high!.ref, 'highest'),
          priority(disabled!.ref, 'disabled'),
        ],
      },
      modify: true,
    });
    const known = await last(ep);
    await befall(ep, 'host.powerLoss', 'DC0_C0_H1');
    await pass(ep, 18);
    const started = async () =>
      (await events(ep, known)).filter((e) => named(e) === 'VmRestartedOnAlternateHostEvent').map((e) => e.vm.name);
    expect(await started()).toEqual([high!.name]);
    await pass(ep, 5);
    expect(await started()).toEqual([high!.name, medium!.name]);
    await pass(ep, 5);
    expect(await started()).toEqual([high!.name, medium!.name, low!.name]);
    await pass(ep, 120);
    expect(await machines(ep)).toContainEqual(
      expect.objectContaining({ name: disabled!.name, host: 'DC0_C0_H1', connection: 'disconnected' }),
    );
  });

  it('that fit nowhere are said to, and start when there is room again', async () => {
    await using ep = await cluster({ host: 2, vm: 4 }, { admissionControlEnabled: false });
    const all = await machines(ep);
    const [a] = on(all, 'DC0_C0_H0');
    const [b] = on(all, 'DC0_C0_H1');
    await reserve(ep, a!.ref, 90_000);
    await reserve(ep, b!.ref, 90_000);
    const [big, other] = (await machines(ep)).filter((vm) => vm.name === a!.name || vm.name === b!.name);
    expect(big!.host).not.toBe(other!.host);
    const known = await last(ep);
    await befall(ep, 'host.crash', big!.host);
    await pass(ep, 30);
    expect((await machines(ep)).find((vm) => vm.name === big!.name)).toMatchObject({
      host: big!.host,
      connection: 'disconnected',
    });
    const types = (await events(ep, known)).map(named);
    expect(types).toEqual(expect.arrayContaining(['NotEnoughResourcesToStartVmEvent', 'VmFailoverFailed']));
    expect(types).not.toContain('com.vmware.vc.HA.ClusterFailoverActionCompletedEvent');
    await ep.run(other!.ref, 'PowerOffVM_Task');
    await pass(ep, 70);
    expect((await machines(ep)).find((vm) => vm.name === big!.name)).toMatchObject({
      host: other!.host,
      power: 'poweredOn',
      connection: 'connected',
    });
  });

  it('that fit nowhere start on their own host when it comes back', async () => {
    await using ep = await cluster({ host: 1, vm: 2 }, { admissionControlEnabled: false });
    const host = await ep.at(hostPath(0));
    await befall(ep, 'host.crash', 'DC0_C0_H0');
    await pass(ep, 120);
    const [vm] = await machines(ep);
    expect(vm).toMatchObject({ connection: 'disconnected' });
    await using updates = await Updates.of(ep, vm!.ref, ['runtime.connectionState', 'runtime.bootTime']);
    await befall(ep, 'host.recover', 'DC0_C0_H0');
    await pass(ep, 10);
    for (const each of await machines(ep)) expect(each).toMatchObject({ power: 'poweredOn', connection: 'connected' });
    expect(await updates.next()).toMatchObject({ 'runtime.connectionState': 'connected' });
    expect(await ep.read(host, 'vm')).toHaveLength(2);
  });

  it('without HA wait for the host, and do not run when it is back', async () => {
    await using ep = await cluster({}, null);
    const known = await last(ep);
    const [vm] = on(await machines(ep), 'DC0_C0_H1');
    await befall(ep, 'host.crash', 'DC0_C0_H1');
    await pass(ep, 300);
    expect(await ep.read(vm!.ref, 'runtime')).toMatchObject({
      powerState: 'poweredOn',
      connectionState: 'disconnected',
    });
    expect((await events(ep, known)).map(named)).toEqual(expect.not.arrayContaining(['DasHostFailedEvent']));
    await befall(ep, 'host.recover', 'DC0_C0_H1');
    expect(await ep.read(vm!.ref, 'runtime')).toMatchObject({
      powerState: 'poweredOff',
      connectionState: 'connected',
      cleanPowerOff: false,
    });
    await ep.run(vm!.ref, 'PowerOnVM_Task');
  });
});

describe('work that a host was doing when it went away', () => {
  it('fails, as vCenter cannot talk to it any more', async () => {
    await using ep = await Endpoint.open({ clock: { kind: 'manual' }, latency: 'realistic' });
    const vm = await ep.at('DC0/vm/DC0_H0_VM0');
    const task: Ref = await ep.call(vm, 'CreateSnapshot_Task', { name: 's', memory: false, quiesce: false });
    await befall(ep, 'host.crash', 'DC0_H0');
    const info: Answer = await ep.read(task, 'info');
    expect(info).toMatchObject({ state: 'error', error: { fault: { _typeName: 'HostCommunication' } } });
    expect(await ep.read(vm, 'snapshot')).toBeUndefined();
  });
});

describe('a host that is cut off', () => {
  it('leaves its machines alone unless told otherwise', async () => {
    await using ep = await cluster();
    const host = await ep.at(hostPath(1));
    const vms = on(await machines(ep), 'DC0_C0_H1');
    await befall(ep, 'host.isolate', 'DC0_C0_H1');
    await pass(ep, 31);
    expect(await ep.read(host, 'runtime.dasHostState.state')).toBe('networkIsolated');
    await pass(ep, 300);
    expect(on(await machines(ep), 'DC0_C0_H1')).toHaveLength(vms.length);
    await befall(ep, 'host.recover', 'DC0_C0_H1');
    for (const vm of on(await machines(ep), 'DC0_C0_H1'))
      expect(vm).toMatchObject({ power: 'poweredOn', connection: 'connected' });
  });

  it('ends them so that they start elsewhere, where it is told to', async () => {
    await using ep = await cluster(
      {},
      { defaultVmSettings: { restartPriority: 'medium', isolationResponse: 'powerOff' } },
    );
    const known = await last(ep);
    await befall(ep, 'host.isolate', 'DC0_C0_H2');
    await pass(ep, 40);
    for (const vm of await machines(ep)) expect(vm).toMatchObject({ power: 'poweredOn', connection: 'connected' });
    const types = (await events(ep, known)).map(named);
    expect(types).toEqual(
      expect.arrayContaining(['DasHostIsolatedEvent', 'VmShutdownOnIsolationEvent', 'VmRestartedOnAlternateHostEvent']),
    );
  });

  it('ends nothing when all of the cluster is', async () => {
    await using ep = await cluster({}, { defaultVmSettings: { isolationResponse: 'powerOff' } });
    const known = await last(ep);
    await befall(ep, 'host.isolate', 'DC0_C0_H*');
    await pass(ep, 120);
    const types = (await events(ep, known)).map(named);
    expect(types.filter((type) => type === 'DasClusterIsolatedEvent')).toHaveLength(1);
    for (const vm of await machines(ep)) expect(vm).toMatchObject({ power: 'poweredOn', connection: 'disconnected' });
  });

  it('from the other hosts only stays connected to vCenter', async () => {
    await using ep = await cluster();
    const host = await ep.at(hostPath(1));
    await befall(ep, 'host.partition', 'DC0_C0_H1');
    await pass(ep, 60);
    expect(await ep.read(host, 'runtime')).toMatchObject({
      connectionState: 'connected',
      dasHostState: { state: 'networkPartitionedFromMaster' },
    });
    await befall(ep, 'host.recover', 'DC0_C0_H1');
    expect(await ep.read(host, 'runtime.dasHostState.state')).toBe('connectedToMaster');
  });
});

describe('a host whose agent hangs', () => {
  it('runs on, is answered for by HA, and is taken back by a reconnect', async () => {
    await using ep = await cluster();
    const host = await ep.at(hostPath(1));
    const vms = on(await machines(ep), 'DC0_C0_H1').length;
    await befall(ep, 'host.stopResponding', 'DC0_C0_H1');
    await pass(ep, 120);
    expect(await ep.read(host, 'runtime')).toMatchObject({
      connectionState: 'notResponding',
      dasHostState: { state: 'connectedToMaster' },
    });
    await ep.run(host, 'ReconnectHost_Task');
    expect(on(await machines(ep), 'DC0_C0_H1')).toHaveLength(vms);
    expect(await ep.read(host, 'runtime.connectionState')).toBe('connected');
  });

  it('or is down cannot be reconnected while it is', async () => {
    await using ep = await cluster();
    const host = await ep.at(hostPath(1));
    await befall(ep, 'host.crash', 'DC0_C0_H1');
    const known = await last(ep);
    expect(await ep.fault(host, 'ReconnectHost_Task')).toMatchObject({ _typeName: 'NoHost' });
    expect((await events(ep, known)).map(named)).toContain('HostReconnectionFailedEvent');
  });
});

describe('alarms', () => {
  it('ring for a host that is gone, and for its HA agent', async () => {
    await using ep = await cluster();
    const host = await ep.at(hostPath(1));
    const raised = async () => {
      const states: Answer[] = await ep.read(host, 'triggeredAlarmState');
      return Promise.all(states.map(async (s) => [await ep.read(s.alarm, 'info.name'), s.overallStatus]));
    };
    await befall(ep, 'host.crash', 'DC0_C0_H1');
    await pass(ep, 60);
    expect(await raised()).toEqual(
      expect.arrayContaining([
        ['Host connection and power state', 'red'],
        ['vSphere HA host status', 'red'],
      ]),
    );
    await befall(ep, 'host.recover', 'DC0_C0_H1');
    await pass(ep, 60);
    expect(await raised()).toEqual([]);
  });
});

describe('a reset', () => {
  it('forgets failures, and nobody is missed afterwards', async () => {
    await using ep = await cluster({}, null, (site) => {
      site.world.turn(() => {
        for (const each of site.world.every(clusterKind)) site.world.update(each, { das: { enabled: true } });
      });
    });
    await befall(ep, 'host.crash', 'DC0_C0_H1');
    await pass(ep, 5);
    ep.sim.simulation.reset();
    await pass(ep, 60);
    const again = new Endpoint(ep.sim, await Endpoint.login(ep.sim));
    expect(await again.read(await again.at(hostPath(1)), 'runtime')).toMatchObject({
      connectionState: 'connected',
      dasHostState: { state: 'connectedToMaster' },
    });
    expect(on(await machines(again), 'DC0_C0_H1')).toHaveLength(2);
    expect((await events(again)).map(named)).not.toContain('DasHostFailedEvent');
  });
});
