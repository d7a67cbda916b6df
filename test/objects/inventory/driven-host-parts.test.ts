import { describe, expect, it } from 'vitest';
import type { StartOptions } from '../../../src/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

/** A simulator and one part of a standalone host's configuration. */
async function part(name: string, options: StartOptions = {}) {
  const ep = await Endpoint.open(options);
  const host = await ep.at('DC0/host/DC0_H0/DC0_H0');
  return { ep, host, self: await ep.read(host, `configManager.${name}`) };
}

describe('services of a host', () => {
  it('are started, stopped, started again and given a policy', async () => {
    const { ep, self } = await part('serviceSystem');
    await using _ = ep;
    const ssh = async () => (await ep.read(self, 'serviceInfo')).service.find((s: Answer) => s.key === 'TSM-SSH');
    const id = 'TSM-SSH';
    await ep.call(self, 'StartService', { id });
    expect(await ep.fault(self, 'StartService', { id })).toMatchObject({ _typeName: 'InvalidState' });
    await ep.call(self, 'UpdateServicePolicy', { id, policy: 'on' });
    expect(await ssh()).toMatchObject({ running: true, policy: 'on' });
    await ep.call(self, 'StopService', { id });
    expect(await ep.fault(self, 'StopService', { id })).toMatchObject({ _typeName: 'InvalidState' });
    await ep.call(self, 'RestartService', { id });
    await ep.call(self, 'RefreshServices');
    expect(await ssh()).toMatchObject({ running: true, policy: 'on' });
    expect(await ep.fault(self, 'RestartService', { id: 'none' })).toMatchObject({ _typeName: 'NotFound' });
    expect(await ep.fault(self, 'UpdateServicePolicy', { id, policy: 'often' })).toMatchObject({
      invalidProperty: 'policy',
    });
  });
});

describe('the firewall of a host', () => {
  it('opens and closes by rule set, and has a policy for the rest', async () => {
    const { ep, self } = await part('firewallSystem');
    await using _ = ep;
    const info = () => ep.read(self, 'firewallInfo');
    const open = async () => (await info()).ruleset.find((r: Answer) => r.key === id).enabled;
    const id = (await info()).ruleset.find((r: Answer) => !r.enabled).key;
    await ep.call(self, 'EnableRuleset', { id });
    expect(await open()).toBe(true);
    await ep.call(self, 'DisableRuleset', { id });
    expect(await open()).toBe(false);
    const defaultPolicy = { incomingBlocked: false, outgoingBlocked: true };
    await ep.call(self, 'UpdateDefaultPolicy', { defaultPolicy });
    await ep.call(self, 'RefreshFirewall');
    expect(await info()).toMatchObject({ defaultPolicy });
    for (const method of ['EnableRuleset', 'DisableRuleset']) {
      expect(await ep.fault(self, method, { id: 'none' })).toMatchObject({ _typeName: 'NotFound' });
    }
  });
});

describe('the clock of a host', () => {
  it('is set by the servers it is told, in the one zone it knows', async () => {
    const { ep, self } = await part('dateTimeSystem', {
      clock: { kind: 'manual' },
      start: Date.UTC(2026, 0, 2, 3, 4, 5),
    });
    await using _ = ep;
    await ep.call(self, 'UpdateDateTimeConfig', { config: { ntpConfig: { server: ['ntp.example.com'] } } });
    await ep.call(self, 'RefreshDateTimeSystem');
    expect(await ep.read(self, 'dateTimeInfo')).toMatchObject({ ntpConfig: { server: ['ntp.example.com'] } });
    expect(await ep.call(self, 'QueryAvailableTimeZones')).toMatchObject([{ key: 'UTC' }]);
    expect(await ep.call(self, 'QueryDateTime')).toBe('2026-01-02T03:04:05Z');
    await ep.call(self, 'UpdateDateTime', { dateTime: '2027-05-01T12:00:00Z' });
    await ep.sim.clock.advance(60_000);
    expect(await ep.call(self, 'QueryDateTime')).toBe('2027-05-01T12:01:00Z');
    const clock = { type: 'ServiceInstance', value: 'ServiceInstance' };
    expect(await ep.call(clock, 'CurrentTime')).toBe('2026-01-02T03:05:05Z');
    expect(await ep.fault(self, 'UpdateDateTimeConfig', { config: { timeZone: 'Mars' } })).toMatchObject({
      invalidProperty: 'config.timeZone',
    });
  });
});

describe('machines that start with a host', () => {
  it('keep their place unless they are named again', async () => {
    const { ep, self } = await part('autoStartManager');
    await using _ = ep;
    const key = await ep.at('DC0/vm/DC0_H0_VM0');
    const info = { key, startOrder: 1, startDelay: -1, waitForHeartbeat: 'systemDefault', stopDelay: -1 };
    const powerInfo = [{ ...info, startAction: 'powerOn', stopAction: 'systemDefault' }];
    await ep.call(self, 'ReconfigureAutostart', { spec: { defaults: { enabled: true }, powerInfo } });
    expect(await ep.read(self, 'config')).toMatchObject({
      defaults: { enabled: true },
      powerInfo: [{ key, startAction: 'powerOn' }],
    });
  });

  it('are forgotten when they go, and those who watch are told', async () => {
    const { ep, self } = await part('autoStartManager');
    await using _ = ep;
    const keys = [await ep.at('DC0/vm/DC0_H0_VM0'), await ep.at('DC0/vm/DC0_H0_VM1')];
    const info = { startOrder: -1, startDelay: -1, waitForHeartbeat: 'systemDefault', stopDelay: -1 };
    const action = { startAction: 'powerOn', stopAction: 'systemDefault' };
    const powerInfo = keys.map((key) => ({ key, ...info, ...action }));
    await ep.call(self, 'ReconfigureAutostart', { spec: { powerInfo } });
    const filter = { propSet: [{ type: self.type, pathSet: ['config'] }], objectSet: [{ obj: self }] };
    const sets = ep.client.watch(filter);
    const told = async () => {
      const set = (await sets.next()).value as Answer;
      return set.filterSet[0].objectSet[0].changeSet[0].val.powerInfo.map((one: Answer) => one.key.value);
    };
    expect(await told()).toEqual(keys.map(({ value }) => value));
    await ep.run(keys[0]!, 'PowerOffVM_Task');
    await ep.call(keys[0]!, 'UnregisterVM');
    expect(await told()).toEqual([keys[1]!.value]);
    await sets.return();
    await ep.call(self, 'ReconfigureAutostart', { spec: { defaults: { enabled: true } } });
    const { autoStart } = ep.sim.simulation.site.world.find((await ep.at('DC0/host/DC0_H0/DC0_H0')).value)!
      .state as Answer;
    expect(autoStart.powerInfo).toHaveLength(1);
  });
});

describe('cards of the VMkernel', () => {
  it('carry the traffic they are selected for', async () => {
    const { ep, self } = await part('virtualNicManager');
    await using _ = ep;
    const selected = async () => (await ep.call(self, 'QueryNetConfig', { nicType: 'vmotion' })).selectedVnic ?? [];
    const before = (await selected()).length;
    const chosen = { nicType: 'vmotion', device: 'vmk0' };
    await ep.call(self, 'DeselectVnicForNicType', chosen);
    expect(await selected()).toEqual([]);
    await ep.call(self, 'SelectVnicForNicType', chosen);
    expect((await selected()).length).toBe(Math.max(before, 1));
    for (const method of ['SelectVnicForNicType', 'DeselectVnicForNicType']) {
      expect(await ep.fault(self, method, { ...chosen, device: 'vmk9' })).toMatchObject({ invalidProperty: 'device' });
    }
    expect(await ep.fault(self, 'QueryNetConfig', { nicType: 'pigeon' })).toMatchObject({ invalidProperty: 'nicType' });
  });
});

describe('standard switches', () => {
  it('are added, changed and removed while nothing hangs on them', async () => {
    const { ep, self } = await part('networkSystem');
    await using _ = ep;
    const named = async (name: string) =>
      (await ep.read(self, 'networkInfo')).vswitch.find((v: Answer) => v.name === name);
    const spec = { numPorts: 64, mtu: 9000 };
    await ep.call(self, 'AddVirtualSwitch', { vswitchName: 'blue', spec });
    expect(await named('blue')).toMatchObject({ mtu: 9000 });
    await ep.call(self, 'UpdateVirtualSwitch', { vswitchName: 'blue', spec: { numPorts: 64, mtu: 1500 } });
    await ep.call(self, 'RefreshNetworkSystem');
    expect(await named('blue')).toMatchObject({ mtu: 1500 });
    expect(await ep.fault(self, 'AddVirtualSwitch', { vswitchName: 'blue' })).toMatchObject({
      _typeName: 'AlreadyExists',
    });
    await ep.call(self, 'RemoveVirtualSwitch', { vswitchName: 'blue' });
    expect(await named('blue')).toBeUndefined();
    expect(await ep.fault(self, 'UpdateVirtualSwitch', { vswitchName: 'blue', spec })).toMatchObject({
      _typeName: 'NotFound',
    });
    expect(await ep.fault(self, 'RemoveVirtualSwitch', { vswitchName: 'vSwitch0' })).toMatchObject({
      _typeName: 'ResourceInUse',
    });
  });

  it('have port groups, each of which is a network', async () => {
    const { ep, host, self } = await part('networkSystem');
    await using _ = ep;
    const group = (name: string) => ({ portgrp: { name, vlanId: 7, vswitchName: 'vSwitch0', policy: {} } });
    const networks = async () => ep.names(await ep.read(host, 'network'));
    await ep.call(self, 'AddPortGroup', group('green'));
    expect(await networks()).toContain('green');
    expect(await ep.fault(self, 'AddPortGroup', group('green'))).toMatchObject({ _typeName: 'AlreadyExists' });
    await ep.call(self, 'UpdatePortGroup', { pgName: 'green', ...group('red') });
    expect(await networks()).toContain('red');
    await ep.call(self, 'RemovePortGroup', { pgName: 'red' });
    expect(await networks()).not.toContain('red');
    expect(await ep.fault(self, 'RemovePortGroup', { pgName: 'red' })).toMatchObject({ _typeName: 'NotFound' });
    expect(await ep.fault(self, 'UpdatePortGroup', { pgName: 'red', ...group('x') })).toMatchObject({
      _typeName: 'NotFound',
    });
  });

  it('take cards of the VMkernel, of which one for management stays', async () => {
    const { ep, self } = await part('networkSystem');
    await using _ = ep;
    await ep.call(self, 'AddPortGroup', { portgrp: { name: 'nfs', vlanId: 0, vswitchName: 'vSwitch0', policy: {} } });
    const nic = { ip: { dhcp: false, ipAddress: '10.9.9.9', subnetMask: '255.255.255.0' } };
    const device = await ep.call(self, 'AddVirtualNic', { portgroup: 'nfs', nic });
    const devices = async () => (await ep.read(self, 'networkInfo')).vnic.map((v: Answer) => v.device);
    expect(await devices()).toContain(device);
    await ep.call(self, 'RemoveVirtualNic', { device });
    expect(await devices()).not.toContain(device);
    expect(await ep.fault(self, 'RemoveVirtualNic', { device: 'vmk0' })).toMatchObject({
      _typeName: 'HostConfigFault',
    });
    expect(await ep.fault(self, 'AddVirtualNic', { portgroup: 'none', nic })).toMatchObject({ _typeName: 'NotFound' });
    expect(await ep.call(self, 'QueryNetworkHint')).toEqual([]);
  });
});

describe('the adapters of a host', () => {
  it('speak iSCSI once that is switched on', async () => {
    const { ep, self } = await part('storageSystem');
    await using _ = ep;
    const iScsiHbaDevice = 'vmhba64';
    const targets = [{ address: '10.0.0.9' }];
    const changes: readonly [string, object][] = [
      ['AddInternetScsiSendTargets', { iScsiHbaDevice, targets }],
      ['UpdateInternetScsiName', { iScsiHbaDevice, iScsiName: 'iqn.1998-01.com.vmware:mine' }],
      ['UpdateInternetScsiAlias', { iScsiHbaDevice, iScsiAlias: 'mine' }],
      ['RemoveInternetScsiSendTargets', { iScsiHbaDevice, targets }],
    ];
    for (const [method, args] of changes) {
      expect(await ep.fault(self, method, args)).toMatchObject({ _typeName: 'NotFound' });
    }
    await ep.call(self, 'UpdateSoftwareInternetScsiEnabled', { enabled: true });
    const adapter = async () =>
      (await ep.read(self, 'storageDeviceInfo')).hostBusAdapter.find((a: Answer) => a.device === iScsiHbaDevice);
    for (const [method, args] of changes.slice(0, 3)) await ep.call(self, method, args);
    expect(await adapter()).toMatchObject({
      iScsiName: 'iqn.1998-01.com.vmware:mine',
      iScsiAlias: 'mine',
      configuredSendTarget: [{ address: '10.0.0.9' }],
    });
    await ep.call(self, 'RemoveInternetScsiSendTargets', { iScsiHbaDevice, targets });
    expect((await adapter()).configuredSendTarget ?? []).toEqual([]);
  });

  it('find nothing new when they are scanned again', async () => {
    const { ep, host, self } = await part('storageSystem');
    await using _ = ep;
    const before = await ep.read(self, 'storageDeviceInfo');
    for (const method of ['RescanVmfs', 'RescanAllHba', 'RefreshStorageSystem']) await ep.call(self, method);
    await ep.call(self, 'RescanHba', { hbaDevice: 'vmhba0' });
    expect(await ep.read(self, 'storageDeviceInfo')).toEqual(before);
    expect(await ep.fault(self, 'RescanHba', { hbaDevice: 'vmhba9' })).toMatchObject({ _typeName: 'NotFound' });
    const health = await ep.read(host, 'configManager.healthStatusSystem');
    await ep.call(health, 'RefreshHealthStatusSystem');
    expect(await ep.read(health, 'runtime')).toBeDefined();
  });
});
