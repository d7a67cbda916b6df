import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { type Answer, Endpoint } from '../endpoint.ts';

const dvs = (ep: Endpoint) => ep.at('DC0/network/DVS0');

describe('a distributed switch', () => {
  it('is made in a folder, with a name of its own', async () => {
    await using ep = await Endpoint.open();
    const folder = await ep.at('DC0/network');
    const spec = { configSpec: { _typeName: 'VMwareDVSConfigSpec', name: 'edge' } };
    await ep.events();
    const made: Ref = await ep.run(folder, 'CreateDVS_Task', { spec });
    expect(await ep.read(made, 'config.name')).toBe('edge');
    expect(await ep.events()).toContain('DvsCreatedEvent');
    expect(await ep.fault(folder, 'CreateDVS_Task', { spec })).toMatchObject({
      _typeName: 'DuplicateName',
      object: made,
    });
  });

  it('is reconfigured by who knows its latest version', async () => {
    await using ep = await Endpoint.open();
    const self = await dvs(ep);
    await ep.run(self, 'ReconfigureDvs_Task', { spec: { description: 'uplinks' } });
    expect(await ep.read(self, 'config.description')).toBe('uplinks');
    expect(await ep.fault(self, 'ReconfigureDvs_Task', { spec: { configVersion: '77' } })).toMatchObject({
      _typeName: 'ConcurrentAccess',
    });
  });

  it('makes port groups one by one and several at once', async () => {
    await using ep = await Endpoint.open();
    const self = await dvs(ep);
    const one: Ref = await ep.run(self, 'CreateDVPortgroup_Task', { spec: { name: 'db', type: 'ephemeral' } });
    await ep.run(self, 'AddDVPortgroup_Task', { spec: [{ name: 'web', type: 'earlyBinding', numPorts: 4 }] });
    expect(await ep.exists('DC0/network/web')).toBe(true);
    const portgroupKey = await ep.read(one, 'key');
    expect(await ep.call(self, 'LookupDvPortGroup', { portgroupKey })).toEqual(one);
    expect(await ep.fault(self, 'LookupDvPortGroup', { portgroupKey: 'none' })).toMatchObject({
      _typeName: 'NotFound',
    });
    for (const [method, spec] of [
      ['CreateDVPortgroup_Task', { name: 'db' }],
      ['AddDVPortgroup_Task', [{ name: 'db' }]],
    ] as const) {
      expect(await ep.fault(self, method, { spec })).toMatchObject({ _typeName: 'DuplicateName', object: one });
    }
  });

  it('lists its ports, as they are before and after they are read anew', async () => {
    await using ep = await Endpoint.open();
    const self = await dvs(ep);
    const criteria = { portgroupKey: [await ep.read(await ep.at('DC0/network/DC0_DVPG0'), 'key')], inside: true };
    const keys = await ep.call(self, 'FetchDVPortKeys', { criteria });
    await ep.call(self, 'RefreshDVPortState', { portKeys: keys });
    const ports = await ep.call(self, 'FetchDVPorts', { criteria });
    expect(ports.map((p: Answer) => p.key)).toEqual(keys);
    expect(keys.length).toBeGreaterThan(0);
  });
});

describe('a port group', () => {
  it('keeps what its reconfiguration does not mention', async () => {
    await using ep = await Endpoint.open();
    const group = await ep.at('DC0/network/DC0_DVPG0');
    const vlan = { _typeName: 'VmwareDistributedVirtualSwitchVlanIdSpec', inherited: false, vlanId: 12 };
    const defaultPortConfig = { _typeName: 'VMwareDVSPortSetting', vlan };
    await ep.run(group, 'ReconfigureDVPortgroup_Task', { spec: { configVersion: '0', defaultPortConfig } });
    expect(await ep.read(group, 'config')).toMatchObject({
      name: 'DC0_DVPG0',
      defaultPortConfig: { vlan: { vlanId: 12 }, blocked: { value: false } },
    });
    expect(await ep.fault(group, 'ReconfigureDVPortgroup_Task', { spec: { configVersion: '0' } })).toMatchObject({
      _typeName: 'ConcurrentAccess',
    });
  });
});

describe('a network', () => {
  it('is not destroyed while a host or a machine has it', async () => {
    await using ep = await Endpoint.open();
    const network = await ep.at('DC0/network/VM Network');
    expect(await ep.fault(network, 'DestroyNetwork')).toMatchObject({ _typeName: 'ResourceInUse' });
  });
});
