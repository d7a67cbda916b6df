import { describe, expect, it } from 'vitest';
import { Endpoint } from '../endpoint.ts';
import { Updates } from '../machine/updates.ts';

const [FROM, TO] = ['DC0/host/DC0_C0', 'DC0/host/DC0_C1'];

describe('a host that moves to another cluster', () => {
  it('leaves the one and stands in the other, with the machines that are off', async () => {
    await using ep = await Endpoint.open({ inventory: { cluster: 2, standaloneHost: 0, autostart: false, vm: 4 } });
    const [from, to] = [await ep.at(FROM), await ep.at(TO)];
    const host = await ep.at(`${FROM}/DC0_C0_H0`);
    const vms = await ep.read(host, 'vm');
    expect(vms.length).toBeGreaterThan(0);
    expect(await ep.fault(to, 'MoveHostInto_Task', { host })).toMatchObject({ _typeName: 'InvalidState' });
    await ep.run(host, 'EnterMaintenanceMode_Task', { timeout: 0 });
    await using left = await Updates.of(ep, from, ['host', 'summary.numHosts']);
    await using joined = await Updates.of(ep, to, ['host', 'summary.numHosts']);
    await ep.run(to, 'MoveHostInto_Task', { host });
    expect(await left.next()).toMatchObject({ 'summary.numHosts': 2 });
    const told = await joined.next();
    expect(told['summary.numHosts']).toBe(4);
    expect(told.host).toContainEqual(host);
    const pool = await ep.read(to, 'resourcePool');
    for (const vm of vms) expect(await ep.read(vm, 'resourcePool')).toEqual(pool);
    await ep.run(host, 'ExitMaintenanceMode_Task', { timeout: 0 });
    expect(await ep.read(to, 'summary.numEffectiveHosts')).toBe(4);
  });

  it('takes its place in HA there, behind those that were there before', async () => {
    await using ep = await Endpoint.open({ inventory: { cluster: 2, standaloneHost: 0, vm: 0 } });
    const to = await ep.at(TO);
    await ep.run(to, 'ReconfigureCluster_Task', { spec: { dasConfig: { enabled: true } }, modify: true });
    const host = await ep.at(`${FROM}/DC0_C0_H0`);
    await ep.run(host, 'EnterMaintenanceMode_Task', { timeout: 0 });
    await ep.run(to, 'MoveInto_Task', { host: [host] });
    expect(await ep.read(host, 'runtime.dasHostState.state')).toBe('uninitialized');
    await ep.run(host, 'ExitMaintenanceMode_Task', { timeout: 0 });
    expect(await ep.read(host, 'runtime.dasHostState.state')).toBe('connectedToMaster');
    expect(await ep.read(await ep.at(`${TO}/DC0_C1_H0`), 'runtime.dasHostState.state')).toBe('master');
  });
});

describe('a host that is removed', () => {
  it('goes once it is in maintenance mode, and its cluster shows it', async () => {
    await using ep = await Endpoint.open({ inventory: { standaloneHost: 0, vm: 0 } });
    const [cluster, host] = [await ep.at(FROM), await ep.at(`${FROM}/DC0_C0_H1`)];
    expect(await ep.fault(host, 'Destroy_Task')).toMatchObject({ _typeName: 'InvalidState' });
    await ep.run(host, 'EnterMaintenanceMode_Task', { timeout: 0 });
    await using updates = await Updates.of(ep, cluster, ['host']);
    await ep.run(host, 'Destroy_Task');
    expect((await updates.next()).host).toHaveLength(2);
    expect(await ep.events()).toContain('HostRemovedEvent');
  });
});
