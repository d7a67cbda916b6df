/** Moving instances, keeping them apart, and taking hosts out of use. */
import { describe, expect, it } from 'vitest';
import type { DriverOptions } from '../../src/driver/index.ts';
import { FLAVOR, Stand, uuidOf } from './stand.ts';

const TWO = { scenario: 'two-clusters' } as const;
const SHARED: Partial<DriverOptions> = { datastoreRegex: '^shared$' };

describe('a migration', () => {
  it('moves a running instance to another host, and knows when it is there', async () => {
    await using stand = await Stand.open();
    const { driver } = stand;
    await stand.spawn('web');
    const { host } = await driver.getInfo('web');
    await driver.migrate('web', {}, 'live');
    const moved = await driver.getInfo('web');
    expect(moved.host).not.toBe(host);
    expect(moved.powerState).toBe('poweredOn');
    await driver.migrate('web', { host: host! }, 'live');
    await driver.migrate('web', { host: host! }, 'live');
    expect((await driver.getInfo('web')).host).toBe(host);
    expect(stand.sim.journal.calls({ method: 'RelocateVM_Task' })).toHaveLength(2);
  });

  it('moves an instance to the other cluster, its disks only where it has to', async () => {
    await using stand = await Stand.open(TWO, SHARED);
    const { driver } = stand;
    const web = await stand.spawn('fresh');
    await driver.migrate('fresh', { cluster: 'DC0_C1' }, 'live');
    expect(await driver.getInfo('fresh')).toMatchObject({
      powerState: 'poweredOn',
      host: expect.stringContaining('C1'),
    });
    expect(stand.read(web, 'config.files.vmPathName')).toContain('[shared]');
    await driver.migrate('fresh', { cluster: 'DC0_C0' }, 'cold');
    expect(await driver.getInfo('fresh')).toMatchObject({
      powerState: 'poweredOn',
      host: expect.stringContaining('C0'),
    });
  });

  it('takes disks along where the other cluster does not reach them, and leaves volumes on theirs', async () => {
    await using stand = await Stand.open(TWO, { datastoreRegex: '^c0-only$|^c1-only$' });
    const { driver } = stand;
    const { client, surroundings } = driver;
    const web = await stand.spawn('fresh');
    const spec = {
      _typeName: 'FileBackedVirtualDiskSpec',
      diskType: 'thin',
      adapterType: 'lsiLogic',
      capacityKb: 2 ** 20,
    };
    const path = '[shared] data.vmdk';
    const { datacenter } = surroundings;
    await client.run(client.content.virtualDiskManager!, 'CreateVirtualDisk_Task', { name: path, datacenter, spec });
    const volume = { type: 'vmdk', id: 'data', path } as const;
    await driver.attachVolume('fresh', volume);
    await driver.migrate('fresh', { cluster: 'DC0_C1' }, 'live');
    expect(stand.read(web, 'config.files.vmPathName')).toContain('[c1-only]');
    const files = (await driver.getDiagnostics('fresh')).disks.map(({ file }) => file);
    expect(files).toEqual([expect.stringContaining('[c1-only]'), path]);
    await driver.destroy('fresh');
    expect(await stand.files('shared')).toContain(path);
    expect(await stand.files('c1-only')).not.toContain(expect.stringContaining('fresh'));
  });

  it('is refused before it begins, with the reason and what there is', async () => {
    await using stand = await Stand.open(TWO, SHARED);
    const { driver } = stand;
    await stand.spawn('fresh', false);
    await expect(driver.migrate('fresh', {}, 'live')).rejects.toThrow('not running');
    const wrong = [{ host: 'nope' }, { cluster: 'nope' }, { datastore: 'c1-only' }];
    for (const target of wrong) {
      const checked = driver.checkMigration('fresh', target, 'cold');
      await expect(checked).rejects.toMatchObject({ code: 'ERR_USAGE', hint: expect.stringContaining('found: ') });
    }
    await stand.sim.world.at('/DC0/host/DC0_C0/DC0_C0_H1').run('EnterMaintenanceMode_Task', { timeout: 0 });
    await driver.powerOn('fresh');
    const refused = driver.checkMigration('fresh', { host: 'DC0_C0_H1' }, 'live');
    await expect(refused).rejects.toMatchObject({ name: 'VsphereError', faultType: expect.any(String) });
    expect(stand.sim.journal.calls({ method: 'RelocateVM_Task' })).toHaveLength(0);
  });

  it('that is cold and fails leaves the instance running where it was', async () => {
    await using stand = await Stand.open();
    const { driver, sim } = stand;
    await stand.spawn('web');
    const before = await driver.getInfo('web');
    const fail = { fault: 'FileLocked', properties: { file: '[LocalDS_0] web.vmdk' } } as const;
    sim.faults.add({ match: { method: 'RelocateVM_Task' }, effect: { task: { fail } } });
    await expect(driver.migrate('web', {}, 'cold')).rejects.toMatchObject({ faultType: 'FileLocked' });
    expect(await driver.getInfo('web')).toEqual(before);
  });
});

describe('a server group', () => {
  it('keeps its members apart by a rule of the cluster, and goes with the last of them', async () => {
    await using stand = await Stand.open();
    const { driver, sim } = stand;
    const group = { name: 'db', policy: 'anti-affinity' } as const;
    const all = [await stand.spawn('a', false), await stand.spawn('b', false)];
    await Promise.all(all.map(({ uuid }) => driver.joinGroup(uuid, group)));
    await driver.joinGroup('a', group);
    expect(await driver.groupMembers('db')).toHaveLength(2);
    const rules = () => sim.world.at('/DC0/host/DC0_C0').get('configurationEx.rule') as { _typeName: string }[];
    expect(rules()).toMatchObject([{ _typeName: 'ClusterAntiAffinityRuleSpec', mandatory: true, enabled: true }]);
    await driver.powerOn('a');
    await driver.powerOn('b');
    expect((await driver.getInfo('a')).host).not.toBe((await driver.getInfo('b')).host);
    const other = driver.joinGroup('a', { name: 'db', policy: 'affinity' });
    await expect(other).rejects.toMatchObject({ code: 'ERR_USAGE' });
    await driver.leaveGroup('a', 'db');
    expect(rules() ?? []).toEqual([]);
    await driver.spawn({ name: 'c', uuid: uuidOf('c'), flavor: FLAVOR, group });
    expect(rules()).toHaveLength(1);
    expect((await driver.getInfo('c')).host).not.toBe((await driver.getInfo('b')).host);
    await driver.destroy(uuidOf('c'));
    expect(await driver.groupMembers('db')).toHaveLength(1);
    await driver.leaveGroup('b', 'db');
    await driver.leaveGroup('b', 'db');
    expect(sim.world.at('/DC0/host/DC0_C0').get('configurationEx.group') ?? []).toEqual([]);
  });
});

describe('a host', () => {
  for (const behaviour of ['fullyAutomated', 'manual']) {
    it(`leaves use with its instances moved to others, where DRS is ${behaviour}, and comes back`, async () => {
      await using stand = await Stand.open();
      const { driver, sim } = stand;
      const drsConfig = { enabled: true, defaultVmBehavior: behaviour };
      const spec = { _typeName: 'ClusterConfigSpecEx', drsConfig };
      await sim.world.at('/DC0/host/DC0_C0').run('ReconfigureComputeResource_Task', { spec, modify: true });
      await stand.spawn('web');
      const host = (await driver.getInfo('web')).host!;
      await driver.enterMaintenance(host);
      await driver.enterMaintenance(host);
      const moved = await driver.getInfo('web');
      expect(moved.host).not.toBe(host);
      expect(moved.powerState).toBe('poweredOn');
      expect((await driver.getAvailableResource()).hosts).toBe(2);
      await driver.exitMaintenance(host);
      await driver.exitMaintenance(host);
      expect((await driver.getAvailableResource()).hosts).toBe(3);
      expect(await driver.getHostUptime(host)).toBeGreaterThanOrEqual(0);
      await expect(driver.enterMaintenance(undefined)).rejects.toMatchObject({ hint: expect.stringContaining('H0') });
    });
  }
});

describe('a cluster that fits nothing', () => {
  it('takes no instance that none of its hosts can hold, and keeps nothing of it', async () => {
    await using stand = await Stand.open({ scenario: 'cluster-that-fits-nothing', inventory: {} });
    const { driver, sim } = stand;
    const files = await stand.files();
    const flavor = { vcpus: 1, memoryMb: 200 * 1024, rootGb: 1, extraSpecs: { memory: { reservation: 200 * 1024 } } };
    const made = driver.spawn({ name: 'huge', uuid: '70000000-0000-4000-8000-000000000001', flavor });
    await expect(made).rejects.toMatchObject({ name: 'VsphereError', faultType: expect.any(String) });
    expect(await driver.listInstances()).toEqual([]);
    expect(await stand.files()).toEqual(files);
    const there = sim.world.at('/DC0/vm/DC0_C0_RP0_VM0').get<string>('config.instanceUuid')!;
    await expect(driver.powerOn(there)).rejects.toMatchObject({ faultType: 'NoCompatibleHost' });
  });
});
