import { describe, expect, it } from 'vitest';
import { type Answer, Endpoint } from '../endpoint.ts';

const HOST = 'DC0/host/DC0_H0/DC0_H0';

describe('a host', () => {
  it('joins a folder and a cluster, by a name that is not there yet', async () => {
    await using ep = await Endpoint.open();
    const [folder, cluster] = [await ep.at('DC0/host'), await ep.at('DC0/host/DC0_C0')];
    const spec = { hostName: 'esx9', force: false };
    await ep.events();
    const compute = await ep.run(folder, 'AddStandaloneHost_Task', { spec, addConnected: true });
    expect(compute.type).toBe('ComputeResource');
    const host = await ep.run(cluster, 'AddHost_Task', { spec: { ...spec, hostName: 'esx10' }, asConnected: true });
    expect(await ep.read(host, 'parent')).toEqual(cluster);
    expect(await ep.events()).toEqual(expect.arrayContaining(['HostAddedEvent', 'HostConnectedEvent']));
    expect(await ep.fault(folder, 'AddStandaloneHost_Task', { spec, addConnected: true })).toMatchObject({
      _typeName: 'AlreadyConnected',
    });
    expect(await ep.fault(cluster, 'AddHost_Task', { spec: { force: false }, asConnected: true })).toMatchObject({
      _typeName: 'NoHost',
    });
  });

  it('enters maintenance mode once, and leaves it', async () => {
    await using ep = await Endpoint.open();
    const host = await ep.at('DC0/host/DC0_C0/DC0_C0_H0');
    await ep.run(host, 'EnterMaintenanceMode_Task', { timeout: 0 });
    expect(await ep.read(host, 'runtime.inMaintenanceMode')).toBe(true);
    expect(await ep.fault(host, 'EnterMaintenanceMode_Task', { timeout: 0 })).toMatchObject({
      _typeName: 'InvalidState',
    });
    await ep.run(host, 'ExitMaintenanceMode_Task', { timeout: 0 });
    expect(await ep.read(host, 'runtime.inMaintenanceMode')).toBe(false);
    expect(await ep.fault(host, 'ExitMaintenanceMode_Task', { timeout: 0 })).toMatchObject({
      _typeName: 'InvalidState',
    });
  });

  it('is disconnected and connected again', async () => {
    await using ep = await Endpoint.open();
    const host = await ep.at(HOST);
    await ep.run(host, 'DisconnectHost_Task');
    expect(await ep.read(host, 'runtime.connectionState')).toBe('disconnected');
    expect(await ep.fault(host, 'DisconnectHost_Task')).toMatchObject({ _typeName: 'InvalidState' });
    await ep.run(host, 'ReconnectHost_Task');
    expect(await ep.read(host, 'runtime.connectionState')).toBe('connected');
    expect(await ep.fault(host, 'ReconnectHost_Task')).toMatchObject({ _typeName: 'InvalidState' });
  });

  it('tells what it has, how long it has been up and what a machine would cost it', async () => {
    await using ep = await Endpoint.open();
    const host = await ep.at(HOST);
    const info = await ep.call(host, 'QueryHostConnectionInfo');
    expect(info).toMatchObject({ host: { config: { name: 'DC0_H0' } } });
    expect(info.vm.map((vm: Answer) => vm.config.name)).toEqual(['DC0_H0_VM0', 'DC0_H0_VM1']);
    expect(await ep.call(host, 'RetrieveHardwareUptime')).toBeGreaterThanOrEqual(0);
    const overhead = (numVcpus: number) =>
      ep.call(host, 'QueryMemoryOverhead', { memorySize: 2 ** 30, videoRamSize: 0, numVcpus });
    expect(await overhead(4)).toBeGreaterThan(await overhead(1));
  });
});

describe('a cluster', () => {
  it('is reconfigured by the old method and by the new one', async () => {
    await using ep = await Endpoint.open();
    const cluster = await ep.at('DC0/host/DC0_C0');
    await ep.run(cluster, 'ReconfigureCluster_Task', { spec: { dasConfig: { enabled: true } }, modify: true });
    expect(await ep.read(cluster, 'configuration.dasConfig.enabled')).toBe(true);
    const gone = [{ operation: 'remove', removeKey: 9 }];
    const change = (spec: object) => ({ spec: { _typeName: 'ClusterConfigSpecEx', ...spec }, modify: true });
    await ep.run(cluster, 'ReconfigureComputeResource_Task', change({ drsConfig: { enabled: false } }));
    expect(await ep.read(cluster, 'configuration.drsConfig.enabled')).toBe(false);
    const refused = await ep.fault(cluster, 'ReconfigureComputeResource_Task', change({ rulesSpec: gone }));
    expect(refused).toMatchObject({ _typeName: 'InvalidArgument' });
    const old = await ep.fault(cluster, 'ReconfigureCluster_Task', { spec: { rulesSpec: gone }, modify: true });
    expect(old).toMatchObject({ _typeName: 'InvalidArgument' });
  });

  it('finds the rules a machine is under, before and after recommendations are made anew', async () => {
    await using ep = await Endpoint.open();
    const cluster = await ep.at('DC0/host/DC0_C0');
    const vm = [await ep.at('DC0/vm/DC0_C0_RP0_VM0'), await ep.at('DC0/vm/DC0_C0_RP0_VM1')];
    const info = { _typeName: 'ClusterAntiAffinityRuleSpec', name: 'apart', vm };
    const spec = { rulesSpec: [{ operation: 'add', info }] };
    await ep.run(cluster, 'ReconfigureCluster_Task', { spec, modify: true });
    await ep.call(cluster, 'RefreshRecommendation');
    expect(await ep.call(cluster, 'FindRulesForVm', { vm: vm[0] })).toMatchObject([{ name: 'apart' }]);
    const other = await ep.at('DC0/vm/DC0_H0_VM0');
    expect(await ep.call(cluster, 'FindRulesForVm', { vm: other })).toEqual([]);
  });

  it('takes in standalone hosts, with their machines', async () => {
    await using ep = await Endpoint.open({ inventory: { standaloneHost: 2 } });
    const cluster = await ep.at('DC0/host/DC0_C0');
    const [one, two] = [await ep.at(HOST), await ep.at('DC0/host/DC0_H1/DC0_H1')];
    await ep.run(cluster, 'MoveInto_Task', { host: [one] });
    await ep.run(cluster, 'MoveHostInto_Task', { host: two });
    expect(await ep.names(await ep.read(cluster, 'host'))).toEqual(expect.arrayContaining(['DC0_H0', 'DC0_H1']));
    expect(await ep.exists('DC0/host/DC0_H0')).toBe(false);
    expect(await ep.read(await ep.at('DC0/vm/DC0_H0_VM0'), 'resourcePool')).toEqual(
      await ep.read(cluster, 'resourcePool'),
    );
  });

  it('says what its hosts can run', async () => {
    await using ep = await Endpoint.open();
    const browser = await ep.read(await ep.at('DC0/host/DC0_C0'), 'environmentBrowser');
    const descriptors = await ep.call(browser, 'QueryConfigOptionDescriptor');
    expect(descriptors.filter((d: Answer) => d.defaultConfigOption)).toHaveLength(1);
    const host = await ep.at('DC0/host/DC0_C0/DC0_C0_H0');
    expect(await ep.call(browser, 'QueryTargetCapabilities', { host })).toMatchObject({ vmotionSupported: true });
    const stranger = await ep.at(HOST);
    expect(await ep.fault(browser, 'QueryTargetCapabilities', { host: stranger })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'host',
    });
  });
});
