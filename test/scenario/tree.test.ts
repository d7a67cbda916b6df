import { describe, expect, it } from 'vitest';
import { parseScenario, scenarioOptions } from '../../src/scenario/scenario.ts';
import { type Answer, Endpoint } from '../objects/endpoint.ts';

const GIB = 2 ** 30;

async function open(text: string): Promise<Endpoint> {
  return Endpoint.open(scenarioOptions(await parseScenario('s.yaml', text), {}));
}

/** Why a scenario is refused, when it is read or when its world is made. */
async function refusal(text: string): Promise<string> {
  return open(text).then(
    async (ep) => {
      await ep[Symbol.asyncDispose]();
      return 'none';
    },
    (error: Error) => error.message,
  );
}

const WORLD = `
clock: manual
world:
  datacenters:
    - name: Rome
      folder: Europe/South
      folders: [vm/Empty/Inner, host/Racks]
      networks:
        - VM Network
        - { name: storage, vlan: 40, hosts: 'edge-*' }
        - { name: overlay, type: opaque, id: seg-7, folder: nsx }
      clusters:
        - name: Compute
          folder: Racks
          drs: partiallyAutomated
          ha: true
          evc: intel-skylake
          iscsi: true
          hosts:
            - name: big.example
              packages: 4
              cores: 16
              memory: 512GiB
            - { name: small.example, packages: 4, cores: 16, memory: 512GiB }
          pools:
            - Gold
            - { name: Gold/Inner, cpu: { reservation: 500, limit: 4000, shares: high }, memory: { reservation: 8192, expandable: false, shares: 123 } }
          vApps: [{ name: Shop, pool: Gold, folder: Teams }]
        - { name: Edge, drs: 'off', hosts: [edge-1, { name: edge-2, maintenance: true }] }
      hosts: [alone.example]
      switches:
        - name: DVS
          mtu: 9000
          hosts: '*.example'
          portGroups: [web, { name: db, vlan: 12, binding: ephemeral }]
      datastores:
        - { name: shared, capacity: 2TiB }
        - { name: pooled, pod: Pod, hosts: '*.example' }
        - { name: own, folder: Local, hosts: alone.example, capacity: 100GiB }
      vms:
        - name: web-{n}
          count: 3
          folder: Production/Web
          pool: Gold/Inner
          cpus: 2
          memory: 2GiB
          nics: [web]
        - name: db
          host: big.example
          datastore: pooled
          guestId: debian11_64Guest
          annotation: keep
          extraConfig: { tier: gold }
          disks: [20GiB, { size: 5GiB, datastore: shared, format: eager }]
          nics: [{ network: db, type: e1000e }, { network: overlay, mac: '00:50:56:AA:00:01' }]
          power: suspended
          snapshots: [{ name: first }, { name: second, description: two }]
          guest: { hostName: db1, ip: 192.0.2.7 }
        - { name: shop-1, vApp: Shop, power: 'off' }
        - { name: golden, cluster: Edge, template: true, nics: [storage] }
        - { name: bare, cluster: alone.example, disks: [], nics: [] }
`;

describe('a world that a scenario describes', () => {
  it('has the folders, datacenters, clusters, hosts and pools that are said, and nothing else', async () => {
    await using ep = await open(WORLD);
    const top = '/Europe/South/Rome';
    expect(await ep.exists('/DC0')).toBe(false);
    expect(await ep.exists(`${top}/vm/Empty/Inner`)).toBe(true);
    const cluster = await ep.at(`${top}/host/Racks/Compute`);
    const config = await ep.read(cluster, 'configurationEx');
    expect(config.drsConfig).toMatchObject({ enabled: true, defaultVmBehavior: 'partiallyAutomated' });
    expect(config.dasConfig.enabled).toBe(true);
    const evc = await ep.call(cluster, 'EvcManager');
    expect(await ep.read(evc, 'evcState.currentEVCModeKey')).toBe('intel-skylake');
    const big = await ep.at(`${top}/host/Racks/Compute/big.example`);
    expect(await ep.read(big, 'summary.hardware')).toMatchObject({ memorySize: 512 * GIB, numCpuCores: 64 });
    const adapters: Answer[] = await ep.read(big, 'config.storageDevice.hostBusAdapter');
    expect(adapters.map((a) => a._typeName)).toContain('HostInternetScsiHba');
    expect(await ep.read(await ep.at(`${top}/host/Edge/edge-2`), 'runtime.inMaintenanceMode')).toBe(true);
    expect(await ep.read(await ep.at(`${top}/host/Edge`), 'configurationEx.drsConfig.enabled')).toBe(false);
    expect(await ep.exists(`${top}/host/alone.example/alone.example`)).toBe(true);
    const inner = await ep.at(`${top}/host/Racks/Compute/Resources/Gold/Inner`);
    expect(await ep.read(inner, 'config.cpuAllocation')).toMatchObject({
      reservation: 500,
      limit: 4000,
      shares: { level: 'high' },
    });
    expect(await ep.read(inner, 'config.memoryAllocation')).toMatchObject({
      expandableReservation: false,
      shares: { level: 'custom', shares: 123 },
    });
    expect(await ep.exists(`${top}/vm/Teams/Shop`)).toBe(true);
  });

  it('has its networks and datastores on the hosts that are said', async () => {
    await using ep = await open(WORLD);
    const top = '/Europe/South/Rome';
    const hosts = async (path: string, property = 'host') => {
      const found: Answer[] = await ep.read(await ep.at(`${top}/${path}`), property);
      return (await ep.names(found.map((item) => item.key ?? item))).sort();
    };
    expect(await hosts('network/storage')).toEqual(['edge-1', 'edge-2']);
    expect(await hosts('network/VM Network')).toHaveLength(5);
    expect(await hosts('network/nsx/overlay')).toHaveLength(5);
    expect(await ep.read(await ep.at(`${top}/network/nsx/overlay`), 'summary.opaqueNetworkId')).toBe('seg-7');
    const edge = await ep.at(`${top}/host/Edge/edge-1`);
    const groups: Answer[] = await ep.read(edge, 'config.network.portgroup');
    expect(groups.map(({ spec }) => [spec.name, spec.vlanId])).toContainEqual(['storage', 40]);
    const members: Answer[] = await ep.read(await ep.at(`${top}/network/DVS`), 'config.host');
    expect(members).toHaveLength(3);
    expect(await ep.read(await ep.at(`${top}/network/DVS`), 'config.maxMtu')).toBe(9_000);
    const db = await ep.read(await ep.at(`${top}/network/db`), 'config');
    expect(db).toMatchObject({ type: 'ephemeral', defaultPortConfig: { vlan: { vlanId: 12 } } });
    expect(await hosts('datastore/Local/own')).toEqual(['alone.example']);
    expect(await hosts('datastore/Pod/pooled')).toHaveLength(3);
    expect(await ep.read(await ep.at(`${top}/datastore/shared`), 'summary.capacity')).toBe(2_048 * GIB);
  });

  it('has VMs as they are said to be', async () => {
    await using ep = await open(WORLD);
    const vm = (path: string) => ep.at(`/Europe/South/Rome/vm/${path}`);
    for (const n of [1, 2, 3]) {
      const web = await vm(`Production/Web/web-${n}`);
      expect(await ep.read(web, 'summary.config')).toMatchObject({ numCpu: 2, memorySizeMB: 2_048 });
      expect(await ep.read(web, 'runtime.powerState')).toBe('poweredOn');
      expect(await ep.read(await ep.read(web, 'resourcePool'), 'name')).toBe('Inner');
    }
    const db = await vm('db');
    const config = await ep.read(db, 'config');
    expect(config).toMatchObject({ guestId: 'debian11_64Guest', annotation: 'keep' });
    expect(config.extraConfig).toContainEqual(expect.objectContaining({ key: 'tier', value: 'gold' }));
    const devices: Answer[] = config.hardware.device;
    const disks = devices.filter((d) => d._typeName === 'VirtualDisk');
    expect(disks.map((d) => d.capacityInBytes)).toEqual([20 * GIB, 5 * GIB]);
    expect(disks[1].backing.fileName).toMatch(/^\[shared\] /);
    const cards = devices.filter((d) => d.macAddress);
    expect(cards.map((d) => d._typeName)).toEqual(['VirtualE1000e', 'VirtualVmxnet3']);
    expect(cards[1]).toMatchObject({ macAddress: '00:50:56:aa:00:01', backing: { opaqueNetworkId: 'seg-7' } });
    expect(await ep.read(db, 'runtime.powerState')).toBe('suspended');
    const [first] = await ep.read(db, 'snapshot.rootSnapshotList');
    expect(first).toMatchObject({ name: 'first', childSnapshotList: [{ name: 'second', description: 'two' }] });
    expect(await ep.read(db, 'guest')).toMatchObject({ hostName: 'db1' });
    const [shop] = await ep.read(await ep.at('/Europe/South/Rome/vm/Teams/Shop'), 'vm');
    expect(await ep.read(shop, 'name')).toBe('shop-1');
    expect(await ep.read(await vm('golden'), 'config.template')).toBe(true);
    const bare: Answer[] = await ep.read(await vm('bare'), 'config.hardware.device');
    expect(bare.some((d) => d._typeName === 'VirtualDisk' || d.macAddress)).toBe(false);
  });

  it('is what a reset returns to', async () => {
    await using ep = await open(WORLD);
    await ep.run(await ep.at('/Europe/South/Rome/vm/golden'), 'Destroy_Task');
    ep.sim.reset();
    const again = new Endpoint(ep.sim, await Endpoint.login(ep.sim));
    expect(await again.exists('/Europe/South/Rome/vm/golden')).toBe(true);
    await again.client.close();
  });

  it('may be added to what is there, on an ESXi host too', async () => {
    const text = 'esx: true\nworld: { counts: { ds: 1 }, datacenters: [{ name: ha-datacenter, vms: [{ name: a }] }] }';
    await using ep = await open(text);
    expect(await ep.read(await ep.at('/ha-datacenter/vm/a'), 'runtime.powerState')).toBe('poweredOn');
    const both =
      'world: { counts: { dc: 1, ds: 1 }, datacenters: [{ name: DC0, vms: [{ name: a, cluster: DC0_C0 }] }] }';
    await using more = await open(both);
    expect(await more.exists('/DC0/vm/a')).toBe(true);
  });

  it('may be of counts, with what is different about some of it', async () => {
    const text = `
world:
  counts: { host: 2, vm: 1, hostName: 'esx{n}.example' }
  hosts: [{ name: '*', iscsi: true }, { name: esx3.example, maintenance: true }]
  machines: [{ path: /DC0/vm/DC0_H0_VM0, power: suspended, annotation: mine, snapshots: [{ name: s }] }]
  roles:
    - { name: Base, privileges: [VirtualMachine.Interact.PowerOn] }
    - { name: More, extends: Base, privileges: [VirtualMachine.Interact.PowerOff] }`;
    await using ep = await open(text);
    const adapters: Answer[] = await ep.read(
      await ep.at('/DC0/host/esx1.example/esx1.example'),
      'config.storageDevice.hostBusAdapter',
    );
    expect(adapters.map((adapter) => adapter._typeName)).toContain('HostInternetScsiHba');
    const third = await ep.at('/DC0/host/DC0_C0/esx3.example');
    expect(await ep.read(third, 'runtime.inMaintenanceMode')).toBe(true);
    const vm = await ep.at('/DC0/vm/DC0_H0_VM0');
    expect(await ep.read(vm, 'config.annotation')).toBe('mine');
    expect(await ep.read(vm, 'runtime.powerState')).toBe('suspended');
    expect(await ep.read(vm, 'snapshot.rootSnapshotList')).toMatchObject([{ name: 's' }]);
    const roles: Answer[] = await ep.read(ep.manager('authorizationManager'), 'roleList');
    const { privilege } = roles.find((role) => role.name === 'More');
    expect(privilege).toEqual(
      expect.arrayContaining(['VirtualMachine.Interact.PowerOn', 'VirtualMachine.Interact.PowerOff']),
    );
    expect(await refusal('world: { hosts: [{ name: none }] }')).toContain(
      "world.hosts[0].name: no host is named 'none'",
    );
  });

  it.each([
    ['clusters: [{ name: C, host: [] }]', "datacenters[0].clusters[0].host: unknown word; did you mean 'hosts'?"],
    ['clusters: [{ name: C, drs: fullAutomated }]', "did you mean 'fullyAutomated'?"],
    [
      'clusters: [{ name: C, evc: intel-skylak }]',
      "evc: there is no EVC mode 'intel-skylak'; did you mean 'intel-skylake'?",
    ],
    ['clusters: [{ name: C }, { name: C }]', "clusters[1].name: there is a 'C' already"],
    ['clusters: [{ name: C, hosts: [a, a] }]', "clusters[0].hosts[1]: there is a host 'a' already"],
    ['clusters: [{ name: C, hosts: [{ nme: a }] }]', "clusters[0].hosts[0].nme: unknown word; did you mean 'name'?"],
    ['clusters: [{ name: C, hosts: [7] }]', 'clusters[0].hosts[0]: expected a text or a mapping'],
    ['clusters: [{ name: C, pools: [a/b] }]', "pools[0].name: there is no resource pool 'a'"],
    ['clusters: [{ name: C, pools: [{ name: p, cpu: { limit: 1, reservation: 2 } }] }]', 'below the reservation'],
    ['switches: [{ name: S, hosts: none-* }]', "switches[0].hosts: no host is named 'none-*'"],
    ['folders: [VM/x]', 'folders[0]: expected vm/, host/, datastore/ or network/ and a path'],
    ['vms: [{ name: a }]', 'vms[0]: there is no host to run it'],
  ])('is refused whole where it cannot be: %s', async (line, why) => {
    const said = await refusal(`world:\n  datacenters:\n    - name: D\n      ${line}`);
    expect(said).toContain(why);
    expect(said).toMatch(/^s\.yaml:4:\d+: world\.datacenters\[0\]/);
  });

  it.each([
    ['{ name: a, cluster: Cx }', "cluster: there is no cluster or standalone host 'Cx'; did you mean 'C'?"],
    ['{ name: a, host: hh }', "host: there is no host 'hh'"],
    ['{ name: a, pool: p }', "pool: there is no resource pool 'p'"],
    [
      '{ name: a, datastore: dd }',
      "datastore: there is no datastore that its host sees, named 'dd'; did you mean 'd'?",
    ],
    [
      '{ name: a, nics: [VM Netwrk] }',
      "nics[0]: there is no network 'VM Netwrk' that its host is on; did you mean 'VM Network'?",
    ],
    ['{ name: a, guestId: debian11_65Guest }', 'vms[0]: a: '],
    ['{ name: a, disks: [{ format: thin }] }', 'disks[0]: needs a size or a file'],
    ['{ name: a, disks: [{ size: 9TiB, format: thick }] }', 'vms[0]: a: '],
    ['{ name: a, memory: 900GiB, reserved: true }', 'power: '],
    ['{ name: a, template: true, power: on }', 'power: '],
  ])('is refused for a VM that cannot be: %s', async (vm, why) => {
    const text = `world:\n  datacenters:\n    - name: D\n      clusters: [{ name: C, hosts: [h] }]\n      datastores: [{ name: d, capacity: 1TiB }]\n      vms: [${vm}]`;
    expect(await refusal(text)).toContain(why);
  });
});
