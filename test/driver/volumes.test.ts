/** Volumes and interfaces: what comes and goes while an instance stays. */
import { describe, expect, it } from 'vitest';
import type { Ref } from '../../src/client/index.ts';
import type { Volume } from '../../src/driver/index.ts';
import type { VirtualDevice } from '../../src/vim25/index.ts';
import { Stand } from './stand.ts';

const DISKS = { capacityBytes: 2 ** 31 };

/** A disk of 2 GiB of nobody. */
async function fileVolume(
  { driver: { client, surroundings } }: Stand,
  path: string,
  adapterType = 'lsiLogic',
): Promise<Volume> {
  const { virtualDiskManager } = client.content;
  const spec = { _typeName: 'FileBackedVirtualDiskSpec', diskType: 'thin', adapterType, capacityKb: 2 ** 21 };
  const { datacenter } = surroundings;
  await client.run(virtualDiskManager!, 'CreateVirtualDisk_Task', { name: path, datacenter, spec });
  return { type: 'vmdk', id: 'data', path };
}

/** Files of the disk that is a test's volume, wherever they are. */
async function volumes(stand: Stand): Promise<string[]> {
  const files = [...(await stand.files()), ...(await stand.files('LocalDS_1'))];
  return files.filter((path) => /(?:6b6565706572|keeper|data)\.vmdk$/.test(path));
}

describe('a volume', () => {
  it('that is a disk file comes to a running instance and goes, once each however often asked, and stays a file', async () => {
    await using stand = await Stand.open();
    const { driver } = stand;
    const web = await stand.spawn('web');
    const volume = await fileVolume(stand, '[LocalDS_0] data.vmdk');
    await driver.attachVolume('web', volume);
    await driver.attachVolume('web', volume);
    expect((await driver.getDiagnostics('web')).disks).toMatchObject([{}, { ...DISKS, file: '[LocalDS_0] data.vmdk' }]);
    expect(stand.read(web, 'config.extraConfig["volume-data"]')).toMatchObject({ value: expect.stringMatching(/-/) });
    await driver.extendVolume('web', volume, 3);
    expect((await driver.getDiagnostics('web')).disks[1]).toMatchObject({ capacityBytes: 3 * 2 ** 30 });
    await driver.detachVolume('web', volume);
    await driver.detachVolume('web', volume);
    expect((await driver.getDiagnostics('web')).disks).toHaveLength(1);
    expect(stand.read(web, 'config.extraConfig["volume-data"]')).toBeUndefined();
    expect(await stand.files()).toContain('[LocalDS_0] data.vmdk');
  });

  it('on another adapter brings its controller, and on IDE waits until the instance is off', async () => {
    await using stand = await Stand.open();
    const { driver } = stand;
    const web = await stand.spawn('web');
    const volume = await fileVolume(stand, '[LocalDS_0] data.vmdk');
    await driver.attachVolume('web', volume, { adapterType: 'paraVirtual' });
    const devices = () => (stand.read(web, 'config.hardware.device') as VirtualDevice[]).map((d) => d._typeName);
    expect(devices()).toContain('ParaVirtualSCSIController');
    await driver.detachVolume('web', volume);
    await expect(driver.attachVolume('web', volume, { adapterType: 'ide' })).rejects.toThrow('hot plug');
    await driver.powerOff('web');
    const slow = await fileVolume(stand, '[LocalDS_0] slow.vmdk', 'ide');
    await driver.attachVolume('web', slow, { adapterType: 'ide' });
    expect((await driver.getDiagnostics('web')).disks).toHaveLength(2);
  });

  it('of a machine that keeps it, as cinder has them, is the disk of both', async () => {
    await using stand = await Stand.open();
    const { driver } = stand;
    await stand.spawn('web');
    const keeper = await stand.spawn('keeper', false);
    const volume: Volume = { type: 'vmdk', id: 'v1', shadow: keeper.uuid };
    await driver.attachVolume('web', volume);
    const kept = (await driver.getDiagnostics('keeper')).disks[0]!.file;
    expect((await driver.getDiagnostics('web')).disks.map(({ file }) => file)).toContain(kept);
    await driver.detachVolume('web', volume);
    expect((await driver.getDiagnostics('keeper')).disks[0]!.file).toBe(kept);
    await driver.attachVolume('web', { ...volume, shadow: keeper.ref.value });
    await driver.destroy('web');
    expect((await stand.files()).filter((path) => path === kept)).toHaveLength(1);
  });

  it.each([
    { kept: true, whole: true },
    { kept: true, whole: false },
    { kept: false, whole: true },
    { kept: false, whole: false },
  ])('that moved meanwhile is where it was before, once it is detached: %j', async ({ kept, whole }) => {
    await using stand = await Stand.open({ inventory: { vm: 0, ds: 2 } }, { datastoreRegex: '^LocalDS_0$' });
    const { driver } = stand;
    const { client } = driver;
    const web = await stand.spawn('web');
    const moved = async (of: { readonly ref: object }, name: string, disk?: number) => {
      const datastore = (await client.findByInventoryPath(`DC0/datastore/${name}`)) as Ref<'Datastore'>;
      const spec = disk === undefined ? { datastore } : { disk: [{ diskId: disk, datastore }] };
      await client.run(of.ref as Ref<'VirtualMachine'>, 'RelocateVM_Task', { spec });
    };
    // The whole instance moves, or as storage DRS does it, this disk alone.
    const home = whole ? 'LocalDS_0' : 'LocalDS_1';
    const keeper = kept ? await stand.spawn('keeper', false) : undefined;
    if (keeper) await moved(keeper, home);
    const volume: Volume = keeper
      ? { type: 'vmdk', id: 'v1', shadow: keeper.uuid }
      : await fileVolume(stand, `[${home}] data.vmdk`);
    const before = await volumes(stand);
    expect(before).toHaveLength(1);
    await driver.attachVolume('web', volume);
    await stand.sim.disks.write({ vm: 'web', key: 2001 }, 4_096, Buffer.from('kept'));
    await (whole ? moved(web, 'LocalDS_1') : moved(web, 'LocalDS_0', 2001));
    expect(await volumes(stand)).not.toEqual(before);

    await driver.detachVolume('web', volume);
    expect((await driver.getDiagnostics('web')).disks).toHaveLength(1);
    expect(await volumes(stand)).toEqual(before);
    await driver.destroy('web');
    await stand.spawn('other');
    await driver.attachVolume('other', volume);
    expect(String(await stand.sim.disks.read({ vm: 'other', key: 2001 }, 4_096, 4))).toBe('kept');
  });

  it('that moved into the folder of its instance stays when that is destroyed', async () => {
    await using stand = await Stand.open({ inventory: { vm: 0, ds: 2 } }, { datastoreRegex: '^LocalDS_0$' });
    const { driver } = stand;
    const web = await stand.spawn('web');
    const volume = await fileVolume(stand, '[LocalDS_1] data.vmdk');
    await driver.attachVolume('web', volume);
    const datastore = (await driver.client.findByInventoryPath('DC0/datastore/LocalDS_0')) as Ref<'Datastore'>;
    const spec = { disk: [{ diskId: 2001, datastore }] };
    await driver.client.run(web.ref as Ref<'VirtualMachine'>, 'RelocateVM_Task', { spec });
    const moved = await volumes(stand);
    expect(moved).toEqual([`[LocalDS_0] ${web.uuid}/data.vmdk`]);
    await driver.destroy('web');
    expect(await volumes(stand)).toEqual(moved);
  });

  it('that is a first class disk is attached by its id and outlives the instance', async () => {
    await using stand = await Stand.open();
    const { driver } = stand;
    const { client } = driver;
    await stand.spawn('web');
    const [datastore] = (await client.get(driver.surroundings.datacenter, 'datastore'))!;
    const manager = client.content.vStorageObjectManager as Ref<'VcenterVStorageObjectManager'>;
    const backingSpec = {
      _typeName: 'VslmCreateSpecDiskFileBackingSpec',
      datastore: datastore!,
      provisioningType: 'thin',
    };
    const made = await client.run(manager, 'CreateDisk_Task', {
      spec: { name: 'fcd', capacityInMB: 1024, backingSpec },
    } as never);
    const fcdId = (made as { config: { id: { id: string } } }).config.id.id;
    const volume: Volume = { type: 'fcd', id: 'f1', fcdId, datastore: 'LocalDS_0' };
    await driver.attachVolume('web', volume, { adapterType: 'paraVirtual' });
    await driver.attachVolume('web', volume);
    await driver.extendVolume('web', volume, 2);
    expect((await driver.getDiagnostics('web')).disks[1]).toMatchObject({ capacityBytes: 2 ** 31 });
    await driver.detachVolume('web', volume);
    await driver.detachVolume('web', volume);
    await driver.extendVolume(undefined, volume, 3);
    await driver.attachVolume('web', volume);
    expect((await driver.getDiagnostics('web')).disks[1]).toMatchObject({ capacityBytes: 3 * 2 ** 30 });
    await driver.destroy('web');
    const id = { id: fcdId };
    expect(await client.call(manager, 'RetrieveVStorageObject', { id, datastore: datastore! })).toBeDefined();
  });

  it('behind an iSCSI target is found by every host and attached as a raw device', async () => {
    await using stand = await Stand.open();
    const { driver, sim } = stand;
    const web = await stand.spawn('web');
    const volume: Volume = { type: 'iscsi', id: 'i1', portal: '10.0.0.5:3260', iqn: 'iqn.2026-01.example:data' };
    await expect(driver.attachVolume('web', volume)).rejects.toThrow('finds no LUN');
    const storages = ['DC0_C0_H0', 'DC0_C0_H1', 'DC0_C0_H2'].map((name) => {
      const host = sim.world.at(`/DC0/host/DC0_C0/${name}`);
      return sim.world.at((host.get('configManager') as { storageSystem: Ref }).storageSystem);
    });
    for (const storage of storages) await storage.call('UpdateSoftwareInternetScsiEnabled', { enabled: true });
    await expect(driver.attachVolume('web', volume)).rejects.toThrow('finds no LUN');
    const target = { address: '10.0.0.5', port: 3260, iScsiName: volume.iqn };
    await storages[0]!.call('AddInternetScsiStaticTargets', { iScsiHbaDevice: 'vmhba64', targets: [target] });
    await driver.attachVolume('web', volume);
    await driver.attachVolume('web', volume);
    const disks = (stand.read(web, 'config.hardware.device') as VirtualDevice[]).filter(
      (d) => d._typeName === 'VirtualDisk',
    );
    expect(disks.map(({ backing }) => backing?._typeName)).toEqual([
      'VirtualDiskFlatVer2BackingInfo',
      'VirtualDiskRawDiskMappingVer1BackingInfo',
    ]);
    await driver.detachVolume('web', volume);
    await driver.detachVolume('web', volume);
    expect((await driver.getDiagnostics('web')).disks).toHaveLength(1);
  });

  it('whose attaching fails leaves the instance as it was', async () => {
    await using stand = await Stand.open();
    const { driver, sim } = stand;
    await stand.spawn('web');
    const volume = await fileVolume(stand, '[LocalDS_0] data.vmdk');
    const fail = { soap: { fault: 'InvalidState' } } as const;
    sim.faults.add({ match: { method: 'ReconfigVM_Task' }, when: { nth: 2 }, effect: fail });
    await expect(driver.attachVolume('web', volume)).rejects.toMatchObject({ faultType: 'InvalidState' });
    expect((await driver.getDiagnostics('web')).disks).toHaveLength(1);
  });
});

describe('an interface', () => {
  it('comes and goes by its MAC address, on any network and model, in the first free slot', async () => {
    await using stand = await Stand.open({ inventory: { vm: 0, pg: 1, nsx: 1 } });
    const { driver } = stand;
    const web = await stand.spawn('web');
    const { client, surroundings } = driver;
    const refs = (await client.get(surroundings.cluster, 'network')) ?? [];
    const opaque = refs.find(({ type }) => type === 'OpaqueNetwork')!;
    const names = ['VM Network', 'DC0_DVPG0', await client.get(opaque, 'name')];
    const models = ['e1000', 'vmxnet3', 'e1000e'] as const;
    const macs: string[] = [];
    for (const [n, network] of names.entries()) {
      const request = { network, vifModel: models[n]!, portId: `port-${n}` };
      macs.push((await driver.attachInterface('web', request)).macAddress);
    }
    const cards = () =>
      (stand.read(web, 'config.hardware.device') as VirtualDevice[])
        .filter((device) => 'macAddress' in device)
        .map((device) => `${device._typeName} ${device.backing!._typeName}`);
    expect(cards()).toEqual([
      'VirtualE1000 VirtualEthernetCardNetworkBackingInfo',
      'VirtualVmxnet3 VirtualEthernetCardDistributedVirtualPortBackingInfo',
      'VirtualE1000e VirtualEthernetCardOpaqueNetworkBackingInfo',
    ]);
    await driver.detachInterface('web', { macAddress: macs[1]!, portId: 'port-1' });
    await driver.detachInterface('web', { macAddress: macs[1]!, portId: 'port-1' });
    expect(stand.read(web, 'config.extraConfig["nvp.iface-id.1"]')).toMatchObject({ value: 'free' });
    const again = { network: 'VM Network', macAddress: '00:50:56:aa:00:09', portId: 'port-9' };
    await driver.attachInterface('web', again);
    await driver.attachInterface('web', again);
    expect(cards()).toHaveLength(3);
    expect(stand.read(web, 'config.extraConfig["nvp.iface-id.1"]')).toMatchObject({ value: 'port-9' });
    await expect(driver.detachInterface('web', {})).rejects.toMatchObject({ code: 'ERR_USAGE' });
    await expect(driver.attachInterface('web', { network: 'nope' })).rejects.toMatchObject({ code: 'ERR_USAGE' });
  });
});
