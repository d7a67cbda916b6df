import { request } from 'node:https';
import { describe, expect, it } from 'vitest';
import { connect } from '../../src/client/index.ts';
import { startSimulator } from '../../src/index.ts';
import { type Answer, Endpoint } from '../objects/endpoint.ts';

const TIB = 2 ** 40;

/** What a host's door answers to a request for a file without credentials, its certificate checked. */
function statusAt(host: string, port: string, ca: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const path = '/folder/x?dcPath=DC0&dsName=nas-1';
    const asked = request({ host, port, ca, path, method: 'PUT', agent: false }, (answer) =>
      resolve(answer.resume().statusCode),
    );
    asked.on('error', reject).end('x');
  });
}

describe('the scenario openstack', () => {
  it('has two clusters of two hosts with DRS fully automated, on shared storage', async () => {
    await using ep = await Endpoint.open({ scenario: 'openstack' });
    for (const name of ['DC0_C0', 'DC0_C1']) {
      const cluster = await ep.at(`/DC0/host/${name}`);
      const drs = await ep.read(cluster, 'configurationEx.drsConfig');
      expect(drs).toMatchObject({ enabled: true, defaultVmBehavior: 'fullyAutomated' });
      expect((await ep.read(cluster, 'host')).length).toBe(2);
      const stores: Answer[] = await ep.read(cluster, 'datastore');
      expect((await ep.names(stores)).sort()).toEqual(['nas-1', 'nas-2', 'vmfs-1']);
      const networks: Answer[] = await ep.read(cluster, 'network');
      const named = await ep.names(networks);
      expect(named).toEqual(expect.arrayContaining(['VM Network', 'DC0_DVPG0', 'br-int']));
      const bridges = networks.filter((_, i) => named[i] === 'br-int');
      expect(bridges.map(({ type }) => type).sort()).toEqual(['Network', 'OpaqueNetwork']);
    }
    const summary = async (name: string) => ep.read(await ep.at(`/DC0/datastore/${name}`), 'summary');
    expect(await summary('nas-1')).toMatchObject({ type: 'NFS', multipleHostAccess: true, capacity: 4 * TIB });
    expect(await summary('vmfs-1')).toMatchObject({ type: 'VMFS', multipleHostAccess: true });
    const opaque = await ep.at('/DC0/network/NSX/br-int');
    expect(await ep.read(opaque, 'summary')).toMatchObject({ opaqueNetworkId: 'br-int', opaqueNetworkType: 'opaque' });
    expect(await ep.exists('/DC0/network/DVS0')).toBe(true);
  });

  it('has hosts that are met where their names say, each with an iSCSI adapter', async () => {
    await using sim = await startSimulator({ scenario: 'openstack' });
    const { user, password } = sim.credentials;
    const client = await connect({ url: sim.url, ca: sim.ca, username: user, password });
    const names: string[] = [];
    const paths = ['name', 'config.storageDevice.hostBusAdapter'] as const;
    for await (const { properties } of client.retrieve({ type: 'HostSystem', properties: paths })) {
      names.push(properties.name!);
      const adapters = properties['config.storageDevice.hostBusAdapter'] as readonly Answer[];
      expect(adapters.map((adapter) => adapter._typeName)).toContain('HostInternetScsiHba');
    }
    await client.close();
    expect(names.sort()).toEqual(['127.0.1.1', '127.0.1.2', '127.0.1.3', '127.0.1.4']);
    const { port } = new URL(sim.url);
    // Not every system has these addresses; on those that do a stranger is asked who he is.
    for (const name of process.platform === 'linux' ? names : []) {
      expect(await statusAt(name, port, sim.ca!)).toBe(401);
    }
  });

  it('has the storage policy and the accounts of its documents; options name the administrator and the hosts', async () => {
    const inventory = { hostName: 'esx{n}.example' };
    await using ep = await Endpoint.open({
      scenario: 'openstack',
      user: 'boss@vsphere.local',
      password: 'b',
      inventory,
    });
    expect(ep.sim.credentials.user).toBe('boss@vsphere.local');
    expect(await ep.exists('/DC0/host/DC0_C1/esx4.example')).toBe(true);
    for (const name of ['openstack', 'openstack-full']) {
      const client = await Endpoint.login(ep.sim, `${name}@vsphere.local`, 'openstack');
      expect(await client.findByInventoryPath('/DC0/host/DC0_C0')).toBeDefined();
      await client.close();
    }
    const policies = [...ep.sim.simulation.site.world.ofType('StoragePolicy')];
    expect(JSON.stringify(policies.map((cell) => cell.state))).toContain('"vSAN Default Storage Policy"');
  });

  it('takes a VM that the documented account makes on br-int, where DRS puts it', async () => {
    await using ep = await Endpoint.open({ scenario: 'openstack' });
    const mine = new Endpoint(ep.sim, await Endpoint.login(ep.sim, 'openstack@vsphere.local', 'openstack'));
    const pool = await mine.read(await mine.at('/DC0/host/DC0_C1'), 'resourcePool');
    const backing = {
      _typeName: 'VirtualEthernetCardOpaqueNetworkBackingInfo',
      opaqueNetworkId: 'br-int',
      opaqueNetworkType: 'opaque',
    };
    const deviceChange = [{ operation: 'add', device: { _typeName: 'VirtualVmxnet3', key: -1, backing } }];
    const config = { name: 'vm', guestId: 'otherGuest', files: { vmPathName: '[nas-1]' }, deviceChange };
    const vm = await mine.run(await mine.at('/DC0/vm'), 'CreateVM_Task', { config, pool });
    await mine.run(vm, 'PowerOnVM_Task');
    const host = await mine.read(vm, 'runtime.host');
    expect(['127.0.1.3', '127.0.1.4']).toContain(await mine.read(host, 'name'));
    await mine.client.close();
  });
});

describe('the scenario two-clusters', () => {
  it('lets VMs of the shared datastore move between the clusters, and others only with their disks', async () => {
    await using ep = await Endpoint.open({ scenario: 'two-clusters' });
    const pool = await ep.read(await ep.at('/DC0/host/DC0_C1'), 'resourcePool');
    const host = await ep.at('/DC0/host/DC0_C1/DC0_C1_H0');
    const relocate = async (name: string, spec: object) =>
      ep.run(await ep.at(`/DC0/vm/${name}`), 'RelocateVM_Task', { spec: { pool, host, ...spec } });
    await relocate('web-1', {});
    expect(await ep.read(await ep.at('/DC0/vm/web-1'), 'runtime.host')).toEqual(host);
    await expect(relocate('db', {})).rejects.toThrow();
    await relocate('db', { datastore: await ep.at('/DC0/datastore/shared') });
    expect(await ep.read(await ep.at('/DC0/vm/db'), 'runtime.host')).toEqual(host);
    for (const name of ['DC0_C0', 'DC0_C1']) {
      const config = await ep.read(await ep.at(`/DC0/host/${name}`), 'configurationEx');
      expect([config.dasConfig.enabled, config.drsConfig.enabled]).toEqual([true, true]);
    }
  });
});

describe('the scenario ten-thousand-vms', () => {
  it('has ten thousand VMs that run, page by page', async () => {
    await using ep = await Endpoint.open({ scenario: 'ten-thousand-vms' });
    const counts: Record<string, number> = {};
    const properties = ['runtime.powerState'] as const;
    for await (const found of ep.client.retrieve({ type: 'VirtualMachine', properties, pageSize: 1_000 })) {
      const state = found.properties['runtime.powerState']!;
      counts[state] = (counts[state] ?? 0) + 1;
    }
    expect(counts).toEqual({ poweredOn: 10_000 });
    expect((await ep.read(await ep.at('/DC0/host'), 'childEntity')).length).toBe(10);
  });
});
