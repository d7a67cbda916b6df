import { describe, expect, it } from 'vitest';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../machine/updates.ts';
import { CLUSTER, cluster, hostPath } from './failure.ts';

const SPEC = { hostName: 'esx9.example.com', userName: 'root', password: 'secret', force: false };

describe('a host that is added', () => {
  it('to a cluster is shown there, and takes part in HA', async () => {
    await using ep = await cluster();
    const self = await ep.at(CLUSTER);
    await using updates = await Updates.of(ep, self, ['host', 'summary.numHosts']);
    const host = await ep.run(self, 'AddHost_Task', { spec: SPEC, asConnected: true });
    const told = await updates.next();
    expect(told['summary.numHosts']).toBe(4);
    expect(told.host).toContainEqual(host);
    expect(await ep.read(host, 'runtime.dasHostState.state')).toBe('connectedToMaster');
    expect(await ep.events()).toEqual(
      expect.arrayContaining(['HostAddedEvent', 'HostConnectedEvent', 'HostDasEnabledEvent']),
    );
  });

  it('has to be the one it is said to be', async () => {
    await using ep = await Endpoint.open();
    const folder = await ep.at('DC0/host');
    const wrong = { ...SPEC, sslThumbprint: 'AA:BB' };
    const fault = await ep.fault(folder, 'AddStandaloneHost_Task', { spec: wrong, addConnected: true });
    expect(fault).toMatchObject({ _typeName: 'SSLVerifyFault', selfSigned: true });
    expect(await ep.events()).toContain('HostAddFailedEvent');
    const spec = { ...SPEC, sslThumbprint: fault['thumbprint'] };
    await ep.run(folder, 'AddStandaloneHost_Task', { spec, addConnected: true });
    const host = await ep.at('DC0/host/esx9.example.com/esx9.example.com');
    expect(await ep.read(host, 'summary.config.sslThumbprint')).toBe(fault['thumbprint']);
  });

  it('says who it is where vCenter is set to verify that', async () => {
    await using ep = await Endpoint.open();
    const option = { key: 'VirtualCenter.VerifySSLCertificates', value: true };
    await ep.call(ep.manager('setting'), 'UpdateOptions', { changedValue: [option] });
    const refused = await ep.fault(await ep.at(CLUSTER), 'AddHost_Task', { spec: SPEC, asConnected: true });
    expect(refused).toMatchObject({
      _typeName: 'SSLVerifyFault',
      thumbprint: expect.stringMatching(/^(\w\w:){19}\w\w$/),
    });
  });

  it('is refused without a password, twice, and to a pool of another cluster', async () => {
    await using ep = await Endpoint.open({ inventory: { cluster: 2 } });
    const self = await ep.at(CLUSTER);
    const add = (spec: object, more: object = {}) =>
      ep.fault(self, 'AddHost_Task', { spec, asConnected: true, ...more });
    expect(await add({ ...SPEC, password: undefined })).toMatchObject({ _typeName: 'InvalidLogin' });
    await ep.run(self, 'AddHost_Task', { spec: SPEC, asConnected: true });
    expect(await add(SPEC)).toMatchObject({ _typeName: 'AlreadyConnected', name: SPEC.hostName });
    const resourcePool = await ep.read(await ep.at('DC0/host/DC0_C1'), 'resourcePool');
    expect(await add({ ...SPEC, hostName: 'esx10' }, { resourcePool })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'resourcePool',
    });
  });
});

describe('a host that is disconnected', () => {
  it('is reconnected as the one it was', async () => {
    await using ep = await cluster();
    const host = await ep.at(hostPath(1));
    const [vm] = await ep.read(host, 'vm');
    await using updates = await Updates.of(ep, vm, ['runtime.connectionState']);
    await ep.run(host, 'DisconnectHost_Task');
    expect(await updates.next()).toEqual({ 'runtime.connectionState': 'disconnected' });
    expect(await ep.read(host, 'runtime.dasHostState.state')).toBe('uninitialized');
    expect(await ep.fault(vm, 'PowerOffVM_Task')).toMatchObject({ _typeName: 'HostNotConnected' });
    const cnxSpec = { ...SPEC, hostName: 'DC0_C0_H1', sslThumbprint: '00' };
    expect(await ep.fault(host, 'ReconnectHost_Task', { cnxSpec })).toMatchObject({ _typeName: 'SSLVerifyFault' });
    await ep.run(host, 'ReconnectHost_Task', { reconnectSpec: { syncState: true } });
    expect(await updates.next()).toEqual({ 'runtime.connectionState': 'connected' });
    expect(await ep.read(host, 'runtime.dasHostState.state')).toBe('connectedToMaster');
  });
});

describe('a host', () => {
  it('keeps how it is looked after', async () => {
    await using ep = await Endpoint.open();
    const host = await ep.at(hostPath(0));
    await ep.call(host, 'UpdateFlags', { flagInfo: { backgroundSnapshotsEnabled: true } });
    await ep.call(host, 'UpdateIpmi', {
      ipmiInfo: { bmcIpAddress: '10.0.0.9', bmcMacAddress: '00:11:22:33:44:55', login: 'admin', password: 'secret' },
    });
    await ep.call(host, 'EnterLockdownMode');
    const config: Answer = await ep.read(host, 'config');
    expect(config).toMatchObject({
      flags: { backgroundSnapshotsEnabled: true },
      ipmi: { bmcIpAddress: '10.0.0.9', login: 'admin' },
      lockdownMode: 'lockdownNormal',
      adminDisabled: true,
    });
    expect(config.ipmi.password).toBeUndefined();
    await ep.call(host, 'ExitLockdownMode');
    expect(await ep.read(host, 'config.lockdownMode')).toBe('lockdownDisabled');
    const bad = { ipmiInfo: { bmcIpAddress: '10.0.0.9', bmcMacAddress: 'nonsense' } };
    expect(await ep.fault(host, 'UpdateIpmi', bad)).toMatchObject({ _typeName: 'InvalidIpmiMacAddress' });
    const nameless = { ipmiInfo: { login: '', password: 'secret' } };
    expect(await ep.fault(host, 'UpdateIpmi', nameless)).toMatchObject({ _typeName: 'InvalidIpmiLoginInfo' });
  });

  it('says what a machine costs beside its memory, as the machine itself does', async () => {
    await using ep = await Endpoint.open();
    const [vm] = await ep.read(await ep.at(hostPath(0)), 'vm');
    const host = await ep.at(hostPath(0));
    const vmConfigInfo = await ep.read(vm, 'config');
    const overhead = await ep.call(host, 'QueryMemoryOverheadEx', { vmConfigInfo });
    expect(overhead).toBe(await ep.read(vm, 'runtime.memoryOverhead'));
    const { memoryMB, numCPU } = vmConfigInfo.hardware;
    const asked = { memorySize: memoryMB * 2 ** 20, numVcpus: numCPU };
    expect(await ep.call(host, 'QueryMemoryOverhead', asked)).toBe(overhead);
    expect(await ep.fault(host, 'QueryMemoryOverhead', { memorySize: 0, numVcpus: 1 })).toMatchObject({
      _typeName: 'InvalidArgument',
    });
  });

  it('gives a ticket for its CIM service, another each time', async () => {
    await using ep = await Endpoint.open();
    const host = await ep.at(hostPath(0));
    const ticket = await ep.call(host, 'AcquireCimServicesTicket');
    expect(ticket).toMatchObject({ service: 'vmware-cimom', serviceVersion: '1.0' });
    expect(ticket.sslThumbprint).toBe(await ep.read(host, 'summary.config.sslThumbprint'));
    expect((await ep.call(host, 'AcquireCimServicesTicket')).sessionId).not.toBe(ticket.sessionId);
  });

  it('has its tools elsewhere once that is said', async () => {
    await using ep = await Endpoint.open();
    const host = await ep.at(hostPath(0));
    expect(await ep.run(host, 'UpdateProductLockerLocation_Task', { path: '/vmfs/volumes/tools' })).toBe(
      '/vmfs/volumes/tools',
    );
    expect(await ep.call(host, 'QueryProductLockerLocation')).toBe('/vmfs/volumes/tools');
    expect(await ep.fault(host, 'UpdateProductLockerLocation_Task', { path: 'tools' })).toMatchObject({
      _typeName: 'InvalidArgument',
    });
  });

  it('has its HA agent set up anew', async () => {
    await using ep = await cluster();
    await ep.run(await ep.at(hostPath(1)), 'ReconfigureHostForDAS_Task');
    expect(await ep.events()).toEqual(expect.arrayContaining(['HostDasEnablingEvent', 'HostDasEnabledEvent']));
    await using other = await Endpoint.open();
    const host = await other.at(hostPath(1));
    expect(await other.fault(host, 'ReconfigureHostForDAS_Task')).toMatchObject({ _typeName: 'DasConfigFault' });
  });
});

describe('the resources that a host keeps for itself', () => {
  it('are what somebody gives its groups, and are refused to groups that it has not', async () => {
    await using ep = await cluster();
    const host = await ep.at(hostPath(0));
    const before: Answer = await ep.read(host, 'systemResources');
    await using updates = await Updates.of(ep, host, ['systemResources']);
    const cpuAllocation = { reservation: 300, limit: 600 };
    const config = { cpuAllocation, memoryAllocation: { reservation: 256 } };
    await ep.call(host, 'UpdateSystemResources', { resourceInfo: { key: 'host/vim', config } });
    const { systemResources: told } = await updates.next();
    const vim = (info: Answer) => info.child.find(({ key }: Answer) => key === 'host/vim').config;
    expect(vim(told)).toMatchObject({ cpuAllocation, memoryAllocation: { reservation: 256, limit: -1 } });
    expect(vim(told).cpuAllocation.shares).toEqual(vim(before).cpuAllocation.shares);
    expect(await ep.fault(host, 'UpdateSystemResources', { resourceInfo: { key: 'host/none' } })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'resourceInfo.key',
    });
    const wrong = { cpuAllocation: { reservation: 700 }, memoryAllocation: {} };
    expect(
      await ep.fault(host, 'UpdateSystemResources', { resourceInfo: { key: 'host/vim', config: wrong } }),
    ).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'resourceInfo.config.cpuAllocation.limit' });
  });
});

describe('a host that is asked who it is', () => {
  it('before it joins tells what it is then, and its thumbprint to who names another', async () => {
    await using ep = await Endpoint.open();
    const datacenter = await ep.at('DC0');
    const ask = (more: object) => ({ hostname: 'esx-new', port: 443, username: 'root', password: 'secret', ...more });
    const refused = await ep.fault(datacenter, 'QueryConnectionInfo', ask({ sslThumbprint: 'AA:BB' }));
    expect(refused).toMatchObject({ _typeName: 'SSLVerifyFault' });
    const { thumbprint } = refused as unknown as { thumbprint: string };
    const info: Answer = await ep.call(datacenter, 'QueryConnectionInfo', ask({ sslThumbprint: thumbprint }));
    expect(info.host.config).toMatchObject({ name: 'esx-new', sslThumbprint: thumbprint });
    expect(await ep.exists('DC0/host/esx-new')).toBe(false);
    const spec = { hostName: 'esx-new', userName: 'root', password: 'secret', sslThumbprint: thumbprint, force: false };
    const via: Answer = await ep.call(datacenter, 'QueryConnectionInfoViaSpec', { spec });
    expect(via).toEqual(info);
    const host = await ep.run(await ep.at('DC0/host/DC0_C0'), 'AddHost_Task', { spec, asConnected: true });
    expect(await ep.read(host, 'summary.hardware')).toEqual(info.host.hardware);
    expect(await ep.fault(datacenter, 'QueryConnectionInfo', ask({}))).toMatchObject({ _typeName: 'AlreadyConnected' });
  });

  it('is refused without a name, and without the right to log in', async () => {
    await using ep = await Endpoint.open();
    const datacenter = await ep.at('DC0');
    const ask = { hostname: ' ', port: 443, username: 'root', password: 'secret' };
    expect(await ep.fault(datacenter, 'QueryConnectionInfo', ask)).toMatchObject({ _typeName: 'NoHost' });
    expect(
      await ep.fault(datacenter, 'QueryConnectionInfo', { ...ask, hostname: 'esx-new', password: '' }),
    ).toMatchObject({ _typeName: 'InvalidLogin' });
  });
});

describe('hosts that are added together', () => {
  const named = (...names: string[]) => names.map((hostName) => ({ hostCnxSpec: { ...SPEC, hostName } }));

  it('come in one by one, and one that cannot keeps no other out', async () => {
    await using ep = await Endpoint.open();
    const folder = await ep.at('DC0/host');
    const newHosts = named('a.example.com', 'DC0_H0', 'b.example.com');
    const result = await ep.run(folder, 'BatchAddStandaloneHosts_Task', { newHosts, addConnected: true });
    expect(await ep.names(result.addedHosts)).toEqual(['a.example.com', 'b.example.com']);
    expect(result.hostsFailedInventoryAdd).toMatchObject([
      { hostName: 'DC0_H0', fault: { fault: { _typeName: 'AlreadyConnected' } } },
    ]);
    expect(await ep.exists('DC0/host/b.example.com/b.example.com')).toBe(true);
    const elsewhere = { newHosts, addConnected: true };
    const refused = await ep.fault(await ep.at('DC0/vm'), 'BatchAddStandaloneHosts_Task', elsewhere);
    expect(refused).toMatchObject({ _typeName: 'NotSupported' });
  });

  it('come into a cluster, new ones and ones of the inventory, in the state that is asked for', async () => {
    await using ep = await Endpoint.open({ inventory: { standaloneHost: 1, vm: 0 } });
    const [folder, self] = [await ep.at('DC0/host'), await ep.at(CLUSTER)];
    const alone = await ep.at('DC0/host/DC0_H0/DC0_H0');
    const member = await ep.at(`${CLUSTER}/DC0_C0_H0`);
    const args = { cluster: self, newHosts: named('c.example.com'), desiredState: 'maintenance' };
    const result = await ep.run(folder, 'BatchAddHostsToCluster_Task', { ...args, existingHosts: [alone, member] });
    expect(await ep.names(result.hostsAddedToCluster)).toEqual(['c.example.com', 'DC0_H0']);
    expect(result.hostsFailedMoveToCluster).toMatchObject([
      { host: member, fault: { fault: { _typeName: 'DuplicateName' } } },
    ]);
    for (const host of result.hostsAddedToCluster) {
      expect(await ep.read(host, 'parent')).toEqual(self);
      expect(await ep.read(host, 'runtime.inMaintenanceMode')).toBe(true);
    }
    expect(await ep.fault(folder, 'BatchAddHostsToCluster_Task', { ...args, desiredState: 'odd' })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'desiredState',
    });
  });
});
