import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import type { StartOptions } from '../../../src/index.ts';
import { hostKind } from '../../../src/objects/compute/host/host.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import { Updates } from '../updates.ts';

const priority = 'defaultPriority';

/** A simulator, a machine of its cluster, and a host of that cluster on which it is not. */
async function machine(autostart: boolean, options: StartOptions = {}) {
  const ep = await Endpoint.open({ inventory: { autostart, ds: 2 }, ...options });
  const vm = await ep.at('DC0/vm/DC0_C0_RP0_VM0');
  const from: Ref = await ep.read(vm, 'runtime.host');
  const hosts: Ref[] = await ep.read(await ep.at('DC0/host/DC0_C0'), 'host');
  const host = hosts.find((h) => h.value !== from.value)!;
  await ep.events();
  const refused = (args: object) => ep.fault(vm, 'MigrateVM_Task', { host, priority, ...args });
  return { ep, vm, from, host, hosts, refused };
}

/** Hosts whose VMkernel cards carry no vMotion. */
const withoutVMotion: NonNullable<StartOptions['furnish']> = ({ world }) => {
  world.turn(() => {
    for (const host of world.every(hostKind)) {
      world.update(host, { vmkNics: host.state.vmkNics.map((n) => ({ ...n, traffic: ['management'] })) });
    }
  });
};

describe('a machine that goes to another host', () => {
  it.each([
    [true, ['VmBeingHotMigratedEvent', 'VmEmigratingEvent']],
    [false, ['VmBeingMigratedEvent']],
  ])('running %s: both hosts tell of it', async (running, before) => {
    const { ep, vm, from, host } = await machine(running);
    await using _ = ep;
    const updates = await Updates.of(ep, vm, 'runtime.host', 'summary.runtime.host', 'runtime.powerState', 'datastore');
    const [left, reached] = [await Updates.of(ep, from, 'vm'), await Updates.of(ep, host, 'vm')];
    await ep.run(vm, 'MigrateVM_Task', { host, priority });
    expect(await updates.next()).toEqual(['runtime.host', 'summary.runtime.host']);
    expect([await left.next(), await reached.next()]).toEqual([['vm'], ['vm']]);
    expect(await ep.events()).toEqual(['TaskEvent', ...before, 'VmMigratedEvent']);
    const filter = { eventTypeId: ['VmMigratedEvent'] };
    expect(await ep.call(ep.manager('eventManager'), 'QueryEvents', { filter })).toMatchObject([
      { vm: { vm }, host: { host }, sourceHost: { host: from }, sourceDatastore: { name: 'LocalDS_0' } },
    ]);
  });

  it('stays where it is when that is where it was to go', async () => {
    const { ep, vm, from } = await machine(true);
    await using _ = ep;
    await ep.run(vm, 'MigrateVM_Task', { host: from, priority });
    expect(await ep.events()).toEqual(['TaskEvent']);
  });
});

describe('a migration is refused', () => {
  it('when the machine is in another power state than the client thinks', async () => {
    const { ep, refused } = await machine(true);
    await using _ = ep;
    expect(await refused({ state: 'poweredOff' })).toMatchObject({
      _typeName: 'InvalidPowerState',
      existingState: 'poweredOn',
    });
    expect(await ep.events()).toEqual(['TaskEvent']);
  });

  it('while it runs, when a host is not set up for vMotion', async () => {
    const { ep, vm, from, host, refused } = await machine(true, { furnish: withoutVMotion });
    await using _ = ep;
    expect(await refused({})).toMatchObject({
      _typeName: 'VMotionNotConfigured',
      atSourceHost: true,
      failedHostEntity: from,
    });
    expect(await ep.events()).toEqual(['TaskEvent', 'VmFailedMigrateEvent']);
    await ep.run(vm, 'PowerOffVM_Task');
    await ep.run(vm, 'MigrateVM_Task', { host, priority });
    expect(await ep.read(vm, 'runtime.host')).toEqual(host);
  });

  it('to a host in maintenance mode, or away', async () => {
    const { ep, host, refused } = await machine(true);
    await using _ = ep;
    await ep.run(host, 'EnterMaintenanceMode_Task', { timeout: 0 });
    expect(await refused({})).toMatchObject({ _typeName: 'InvalidHostState' });
    await ep.run(host, 'ExitMaintenanceMode_Task', { timeout: 0 });
    await ep.run(host, 'DisconnectHost_Task');
    expect(await refused({})).toMatchObject({ _typeName: 'HostNotConnected' });
  });

  it('while it runs, to processors of another maker', async () => {
    const furnish: NonNullable<StartOptions['furnish']> = ({ world }) => {
      world.turn(() => {
        for (const host of world.every(hostKind)) {
          if (host.state.name.endsWith('H0')) continue;
          world.update(host, { profile: { ...host.state.profile, cpuVendor: 'amd' } });
        }
      });
    };
    const { ep, vm, hosts } = await machine(true, { furnish });
    await using _ = ep;
    const names = await ep.names(hosts);
    const [intel, amd] = [hosts[names.indexOf('DC0_C0_H0')]!, hosts[names.indexOf('DC0_C0_H1')]!];
    const from: Ref = await ep.read(vm, 'runtime.host');
    const host = from.value === intel.value ? amd : intel;
    expect(await ep.fault(vm, 'MigrateVM_Task', { host, priority })).toMatchObject({
      _typeName: 'FeatureRequirementsNotMet',
    });
  });

  it('while it runs, with a network the new host does not have', async () => {
    const { ep, vm, from, host, refused } = await machine(true);
    await using _ = ep;
    const system: Ref = await ep.read(from, 'configManager.networkSystem');
    const portgrp = { name: 'only here', vlanId: 0, vswitchName: 'vSwitch0', policy: {} };
    await ep.call(system, 'AddPortGroup', { portgrp });
    const device = (await ep.read(vm, 'config.hardware.device')).find((d: Answer) => d.key === 4000);
    const backing = { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName: 'only here' };
    await ep.run(vm, 'ReconfigVM_Task', {
      spec: { deviceChange: [{ operation: 'edit', device: { ...device, backing } }] },
    });
    expect(await refused({})).toMatchObject({
      _typeName: 'CannotAccessNetwork',
      device: 'Network adapter 1',
      backing: 'only here',
      connected: true,
    });
    await ep.run(vm, 'PowerOffVM_Task');
    await ep.run(vm, 'MigrateVM_Task', { host, priority });
  });
});

describe('a check', () => {
  const checked = (ep: Endpoint, method: string, args: object): Promise<Answer[]> =>
    ep.run(ep.manager('vmProvisioningChecker'), method, args);
  const types = (faults: Answer[] | undefined) => faults?.map((f) => f.fault._typeName);

  it('of a migration that would work finds nothing', async () => {
    const { ep, vm, host } = await machine(true);
    await using _ = ep;
    const [result] = await checked(ep, 'CheckMigrate_Task', { vm, host });
    expect(result).toMatchObject({ vm, host });
    expect([result.error, result.warning]).toEqual([undefined, undefined]);
    expect(await ep.events()).toEqual(['TaskEvent']);
  });

  it('tells all that stands in the way, by the tests asked for', async () => {
    const { ep, vm, host } = await machine(true, { furnish: withoutVMotion });
    await using _ = ep;
    const [result] = await checked(ep, 'CheckMigrate_Task', { vm, host, state: 'poweredOff' });
    expect(types(result.error)).toEqual(['InvalidPowerState', 'VMotionNotConfigured', 'VMotionNotConfigured']);
    const [source] = await checked(ep, 'CheckMigrate_Task', { vm, host, testType: ['networkTests'] });
    expect(source.error).toBeUndefined();
    expect(
      await ep.fault(ep.manager('vmProvisioningChecker'), 'CheckMigrate_Task', { vm, host, testType: ['x'] }),
    ).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'testType[0]' });
  });

  it('of a relocation names the argument that is wrong', async () => {
    const { ep, vm } = await machine(false);
    await using _ = ep;
    const host = await ep.at('DC0/host/DC0_H0/DC0_H0');
    const [result] = await checked(ep, 'CheckRelocate_Task', { vm, spec: { host } });
    expect(result.error[0].fault).toMatchObject({ _typeName: 'InvalidArgument', invalidProperty: 'spec.pool' });
    const pool = await ep.at('DC0/host/DC0_H0/Resources');
    const [fine] = await checked(ep, 'CheckRelocate_Task', { vm, spec: { host, pool } });
    expect(fine).toMatchObject({ vm, host });
    expect(fine.error).toBeUndefined();
  });

  it('of vMotion is made for each machine and each host', async () => {
    const { ep, vm, hosts } = await machine(true);
    await using _ = ep;
    const all = await checked(ep, 'QueryVMotionCompatibilityEx_Task', { vm: [vm], host: hosts });
    expect(all.map((r) => [r.host, r.error])).toEqual(hosts.map((h) => [h, undefined]));
    await ep.run(hosts[1]!, 'DisconnectHost_Task');
    const service = { type: 'ServiceInstance', value: 'ServiceInstance' };
    const older: Answer[] = await ep.call(service, 'QueryVMotionCompatibility', { vm, host: [hosts[0], hosts[2]] });
    expect(older).toMatchObject([{ host: hosts[0] }, { host: hosts[2] }]);
  });

  it('of compatibility, of power-on and of a configuration says what each host lacks', async () => {
    const { ep, vm, hosts } = await machine(false);
    await using _ = ep;
    const checker = ep.manager('vmCompatibilityChecker');
    const pool = await ep.at('DC0/host/DC0_C0/Resources');
    const all: Answer[] = await ep.run(checker, 'CheckCompatibility_Task', { vm, pool });
    expect(all.map((r) => [r.host, r.error])).toEqual(hosts.map((h) => [h, undefined]));
    await ep.run(hosts[2]!, 'EnterMaintenanceMode_Task', { timeout: 0 });
    const [starting] = await ep.run(checker, 'CheckPowerOn_Task', { vm, host: hosts[2] });
    expect(types(starting.error)).toEqual(['InvalidHostState']);
    const [config] = await ep.run(checker, 'CheckVmConfig_Task', { vm, spec: { numCPUs: -1 } });
    expect(config.error[0].fault).toMatchObject({ invalidProperty: 'configSpec.numCPUs' });
  });
});
