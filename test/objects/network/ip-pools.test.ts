import { describe, expect, it } from 'vitest';
import type { Ref } from '../../../src/client/index.ts';
import { Shop } from '../compute/v-app-shop.ts';
import { Endpoint } from '../endpoint.ts';
import { Updates } from '../updates.ts';

const IPV4 = {
  subnetAddress: '10.1.0.0',
  netmask: '255.255.255.0',
  gateway: '10.1.0.1',
  range: '10.1.0.10#2, 10.1.0.254#1',
  dns: ['10.1.0.2', '10.1.0.3'],
  dhcpServerAvailable: false,
  ipPoolEnabled: true,
};

async function ground(ep: Endpoint, more: object = {}) {
  const manager = ep.manager('ipPoolManager');
  const dc = await ep.at('DC0');
  const network = await ep.at('DC0/network/VM Network');
  const pool = { name: 'front', ipv4Config: IPV4, networkAssociation: [{ network, networkName: '' }], ...more };
  const call = (method: string, args: object = {}) => ep.call(manager, method, { dc, ...args });
  const fault = (method: string, args: object = {}) => ep.fault(manager, method, { dc, ...args });
  return { dc, network, pool, call, fault };
}

describe('an IP pool', () => {
  it('is made for networks, which say so, and is changed and destroyed', async () => {
    await using ep = await Endpoint.open();
    const { network, pool, call, fault } = await ground(ep);
    const seen = await Updates.of(ep, network, 'summary', 'name');
    const id: number = await call('CreateIpPool', { pool });
    expect(await seen.next()).toEqual(['summary']);
    expect(await ep.read(network, 'summary')).toMatchObject({ ipPoolName: 'front', ipPoolId: id });
    expect(await call('QueryIpPools')).toMatchObject([
      {
        id,
        name: 'front',
        networkAssociation: [{ network, networkName: 'VM Network' }],
        availableIpv4Addresses: 3,
        allocatedIpv4Addresses: 0,
        availableIpv6Addresses: 0,
      },
    ]);
    await call('UpdateIpPool', { pool: { id, name: 'renamed' } });
    expect(await ep.read(network, 'summary.ipPoolName')).toBe('renamed');
    expect(await fault('DestroyIpPool', { id, force: false })).toMatchObject({ _typeName: 'InvalidState' });
    await call('DestroyIpPool', { id, force: true });
    expect(await call('QueryIpPools')).toEqual([]);
    expect(await ep.read(network, 'summary.ipPoolName')).toBe('');
  });

  it('is refused by the part that is wrong', async () => {
    await using ep = await Endpoint.open();
    const { pool, call, fault } = await ground(ep);
    await call('CreateIpPool', { pool });
    const bare = { ...pool, name: 'other', networkAssociation: undefined };
    const wrong = async (more: object) =>
      (await fault('CreateIpPool', { pool: { ...bare, ...more } }))['invalidProperty'];
    expect(await wrong({ name: 'front' })).toBe('pool.name');
    expect(await wrong({ networkAssociation: pool.networkAssociation })).toBe('pool.networkAssociation[0].network');
    expect(await wrong({ ipv4Config: { ...IPV4, gateway: '10.1.0' } })).toBe('pool.ipv4Config.gateway');
    expect(await wrong({ ipv4Config: { ...IPV4, netmask: '255.0.255.0' } })).toBe('pool.ipv4Config.netmask');
    expect(await wrong({ ipv4Config: { ...IPV4, range: '10.1.0.10-10.1.0.20' } })).toBe('pool.ipv4Config.range');
    expect(await wrong({ ipv6Config: { ...IPV4 } })).toBe('pool.ipv6Config.subnetAddress');
    expect(await fault('UpdateIpPool', { pool: { ...bare, id: 77 } })).toMatchObject({ invalidProperty: 'pool.id' });
  });

  it('gives each asker an address of its own, until there is none left', async () => {
    await using ep = await Endpoint.open();
    const { pool, call, fault } = await ground(ep);
    const ipv6Config = { subnetAddress: 'fd00::', netmask: '64', range: 'fd00::a#2', ipPoolEnabled: true };
    const poolId: number = await call('CreateIpPool', { pool: { ...pool, ipv6Config } });
    const give = (allocationId: string) => call('AllocateIpv4Address', { poolId, allocationId });
    expect([await give('a'), await give('b'), await give('a'), await give('c')]).toEqual([
      '10.1.0.10',
      '10.1.0.11',
      '10.1.0.10',
      '10.1.0.254',
    ]);
    expect(await fault('AllocateIpv4Address', { poolId, allocationId: 'd' })).toMatchObject({
      _typeName: 'ResourceNotAvailable',
    });
    await call('ReleaseIpAllocation', { poolId, allocationId: 'b' });
    expect(await give('d')).toBe('10.1.0.11');
    expect(await call('AllocateIpv6Address', { poolId, allocationId: 'a' })).toBe('fd00:0:0:0:0:0:0:a');
    expect(await call('QueryIPAllocations', { poolId, extensionKey: '' })).toHaveLength(4);
    expect(await call('QueryIPAllocations', { poolId, extensionKey: 'other' })).toEqual([]);
    expect(await fault('ReleaseIpAllocation', { poolId, allocationId: 'b' })).toMatchObject({
      invalidProperty: 'allocationId',
    });
  });
});

describe('a vApp on a network with an IP pool', () => {
  const property = [
    { operation: 'add', info: { key: 1, id: 'addr', type: 'ip:VM Network', userConfigurable: true } },
    { operation: 'add', info: { key: 2, id: 'gw', type: 'expression', defaultValue: `$\{gateway:VM Network}` } },
  ];
  const environment = (ep: Endpoint, vm: Ref) => ep.call(vm, 'ExtractOvfEnvironment');

  async function shop(ipAllocationPolicy: string) {
    const ipAssignment = { ipAllocationPolicy, supportedAllocationScheme: ['ovfenv'] };
    const shop = await Shop.open(['db'], { property, ipAssignment });
    const { ep, machines } = shop;
    const device = {
      _typeName: 'VirtualVmxnet3',
      key: -1,
      backing: { _typeName: 'VirtualEthernetCardNetworkBackingInfo', deviceName: 'VM Network' },
    };
    const spec = { deviceChange: [{ operation: 'add', device }], vAppConfig: { eula: ['yes'] } };
    await ep.run(machines[0]!, 'ReconfigVM_Task', { spec });
    return { shop, ep, vm: machines[0]!, ...(await ground(ep)) };
  }

  it('has its machines told addresses, masks and gateways', async () => {
    const { shop: s, ep, vm, pool, call } = await shop('fixedAllocatedPolicy');
    await using _ = s;
    expect(await ep.fault(s.vApp, 'PowerOnVApp_Task')).toMatchObject({ _typeName: 'MissingIpPool', id: 'addr' });
    await call('CreateIpPool', { pool });
    await ep.run(s.vApp, 'PowerOnVApp_Task');
    const text = await environment(ep, vm);
    expect(text).toContain('oe:key="addr" oe:value="10.1.0.10"');
    expect(text).toContain('oe:key="gw" oe:value="10.1.0.1"');
    await ep.run(s.vApp, 'PowerOffVApp_Task', { force: true });
    expect((await call('QueryIpPools'))[0]).toMatchObject({ allocatedIpv4Addresses: 1 });
  });

  it('gives addresses back that were only for as long as it ran', async () => {
    const { shop: s, ep, pool, call } = await shop('transientPolicy');
    await using _ = s;
    await call('CreateIpPool', { pool: { ...pool, ipv4Config: { ...IPV4, range: '10.1.0.10#1' } } });
    await ep.run(s.vApp, 'PowerOnVApp_Task');
    expect((await call('QueryIpPools'))[0]).toMatchObject({ allocatedIpv4Addresses: 1, availableIpv4Addresses: 0 });
    await ep.run(s.vApp, 'PowerOffVApp_Task', { force: true });
    const [{ id }] = await call('QueryIpPools');
    expect((await call('QueryIpPools'))[0]).toMatchObject({ allocatedIpv4Addresses: 0 });
    await call('AllocateIpv4Address', { poolId: id, allocationId: 'other' });
    expect(await ep.fault(s.vApp, 'PowerOnVApp_Task')).toMatchObject({ _typeName: 'NoAvailableIp', id: 'addr' });
  });
});
