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

type Instance = Awaited<ReturnType<Stand['spawn']>>;

/** A volume that `web` has, on which `kept` was written: kept by a machine called so, or known by its path. */
class Lent implements AsyncDisposable {
  readonly stand: Stand;
  readonly web: Instance;
  readonly volume: Volume & { readonly type: 'vmdk' };

  private constructor(stand: Stand, web: Instance, volume: Volume) {
    this.stand = stand;
    this.web = web;
    this.volume = volume as Volume & { readonly type: 'vmdk' };
  }

  /** `hasSnapshot`: who keeps it has one from before. */
  static async open(isKept: boolean, home: string, hasSnapshot = false): Promise<Lent> {
    const stand = await Stand.open({ inventory: { vm: 0, ds: 2 } }, { datastoreRegex: '^LocalDS_0$' });
    const web = await stand.spawn('web');
    const keeper = isKept ? await stand.spawn('keeper', false) : undefined;
    const volume: Volume = keeper
      ? { type: 'vmdk', id: 'v1', shadow: keeper.uuid }
      : await fileVolume(stand, `[${home}] data.vmdk`);
    const lent = new Lent(stand, web, volume);
    if (keeper) await lent.move(keeper, home);
    if (keeper && hasSnapshot) {
      const spec = { name: 'before', memory: false, quiesce: false };
      await stand.driver.client.run(keeper.ref as Ref<'VirtualMachine'>, 'CreateSnapshot_Task', spec);
    }
    await stand.driver.attachVolume('web', volume);
    await stand.sim.disks.write({ vm: 'web', key: 2001 }, 4_096, Buffer.from('kept'));
    return lent;
  }

  async move({ ref }: Instance, name: string, disk?: number): Promise<void> {
    const { client } = this.stand.driver;
    const datastore = (await client.findByInventoryPath(`DC0/datastore/${name}`)) as Ref<'Datastore'>;
    const spec = disk === undefined ? { datastore } : { disk: [{ diskId: disk, datastore }] };
    await client.run(ref as Ref<'VirtualMachine'>, 'RelocateVM_Task', { spec });
  }

  /** Of the volume's disk, wherever they are. */
  async files(): Promise<string[]> {
    const files = [...(await this.stand.files()), ...(await this.stand.files('LocalDS_1'))];
    return files.filter((path) => /(?:6b6565706572|keeper|data)(?:-\d{6})?\.vmdk$/.test(path));
  }

  /** What another instance finds on it. */
  async read(): Promise<string> {
    await this.stand.spawn('other');
    await this.stand.driver.attachVolume('other', this.volume);
    return String(await this.stand.sim.disks.read({ vm: 'other', key: 2001 }, 4_096, 4));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stand[Symbol.asyncDispose]();
  }
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
  ])('that moved meanwhile is found by who keeps it, or is where it was: %j', async ({ kept, whole }) => {
    await using lent = await Lent.open(kept, whole ? 'LocalDS_0' : 'LocalDS_1');
    const { stand, volume, web } = lent;
    const before = await lent.files();
    // The whole instance moves, or as storage DRS does it, this disk alone.
    await (whole ? lent.move(web, 'LocalDS_1') : lent.move(web, 'LocalDS_0', 2001));
    expect(await lent.files()).not.toEqual(before);
    await stand.driver.detachVolume('web', volume);
    const after = await lent.files();
    if (kept) expect(after).toEqual([(await stand.driver.getDiagnostics('keeper')).disks[0]!.file]);
    else expect(after).toEqual(before);
    await stand.driver.destroy('web');
    expect(await lent.files()).toEqual(after);
    expect(await lent.read()).toBe('kept');
  });

  it('that moved and has a snapshot over it stays attached', async () => {
    await using lent = await Lent.open(false, 'LocalDS_0');
    const { driver } = lent.stand;
    await lent.move(lent.web, 'LocalDS_1');
    const spec = { name: 'one', memory: false, quiesce: false };
    await driver.client.run(lent.web.ref as Ref<'VirtualMachine'>, 'CreateSnapshot_Task', spec);
    await expect(driver.detachVolume('web', lent.volume)).rejects.toThrow('a snapshot has a part of it');
    expect((await driver.getDiagnostics('web')).disks).toHaveLength(2);
    await driver.client.run(lent.web.ref as Ref<'VirtualMachine'>, 'RemoveAllSnapshots_Task');
    await driver.detachVolume('web', lent.volume);
    expect(await lent.read()).toBe('kept');
  });

  it.each(['web', 'keeper'])('that has not moved, with a snapshot of %s, is detached as ever', async (name) => {
    await using lent = await Lent.open(true, 'LocalDS_0');
    const { driver } = lent.stand;
    const spec = { name: 'one', memory: false, quiesce: false };
    const of = (await driver.getInfo(name)).ref;
    await driver.client.run(of, 'CreateSnapshot_Task', spec);
    const before = [await lent.files(), (await driver.getDiagnostics('keeper')).disks];
    await driver.detachVolume('web', lent.volume);
    expect([await lent.files(), (await driver.getDiagnostics('keeper')).disks]).toEqual(before);
  });

  it('that is not the only disk of who keeps it leaves the others alone', async () => {
    await using lent = await Lent.open(true, 'LocalDS_0');
    const { driver } = lent.stand;
    const second = await fileVolume(lent.stand, '[LocalDS_0] second.vmdk');
    await driver.attachVolume('keeper', second);
    const before = (await driver.getDiagnostics('keeper')).disks;
    const volume = { type: 'vmdk', id: 'v2', path: '[LocalDS_0] second.vmdk', shadow: lent.volume.shadow } as const;
    await driver.attachVolume('web', volume);
    await driver.detachVolume('web', volume);
    expect((await driver.getDiagnostics('keeper')).disks).toEqual(before);
  });

  it('whose way back was cut off goes it when it is detached once more', async () => {
    await using lent = await Lent.open(false, 'LocalDS_0');
    const { driver } = lent.stand;
    await lent.move(lent.web, 'LocalDS_1');
    const effect = {
      soap: { fault: 'NoDiskSpace', properties: { file: '[LocalDS_0] data.vmdk', datastore: 'LocalDS_0' } },
    };
    lent.stand.sim.faults.add({ match: { method: 'MoveVirtualDisk_Task' }, effect });
    await expect(driver.detachVolume('web', lent.volume)).rejects.toThrow('still at [LocalDS_1] web/data.vmdk');
    lent.stand.sim.faults.clear();
    await driver.detachVolume('web', lent.volume);
    await driver.detachVolume('web', lent.volume);
    expect(lent.stand.read(lent.web, 'config.extraConfig["volume-data"]')).toBeUndefined();
    expect(await lent.read()).toBe('kept');
  });

  it('whose folder is gone by then has it again', async () => {
    await using stand = await Stand.open({ inventory: { vm: 0, ds: 2 } }, { datastoreRegex: '^LocalDS_0$' });
    const { client, surroundings } = stand.driver;
    const { datacenter } = surroundings;
    const web = await stand.spawn('web');
    const name = '[LocalDS_0] volumes';
    await client.call(client.content.fileManager!, 'MakeDirectory', { name, datacenter });
    await stand.driver.attachVolume('web', await fileVolume(stand, `${name}/data.vmdk`));
    const datastore = (await client.findByInventoryPath('DC0/datastore/LocalDS_1')) as Ref<'Datastore'>;
    await client.run(web.ref as Ref<'VirtualMachine'>, 'RelocateVM_Task', { spec: { datastore } });
    await client.run(client.content.fileManager!, 'DeleteDatastoreFile_Task', { name, datacenter });
    // As somebody else may write the path.
    await stand.driver.detachVolume('web', { type: 'vmdk', id: 'data', path: '[LocalDS_0]  /volumes/data.vmdk' });
    expect(await stand.files()).toContain(`${name}/data.vmdk`);
    expect(stand.read(web, 'config.extraConfig["volume-data"]')).toBeUndefined();
  });

  it('of which who keeps it has a snapshot, and that moved, is detached by where it is', async () => {
    await using lent = await Lent.open(true, 'LocalDS_0', true);
    const { driver } = lent.stand;
    await lent.move(lent.web, 'LocalDS_1');
    await expect(driver.detachVolume('web', lent.volume)).rejects.toThrow('who keeps it has snapshots of it');
    const path = (await driver.getDiagnostics('web')).disks[1]!.file!;
    await driver.detachVolume('web', { type: 'vmdk', id: lent.volume.id, path });
    expect((await driver.getDiagnostics('web')).disks).toHaveLength(1);
    expect(await lent.files()).toContain(path);
  });

  it('whose datastore has another name now is detached where it is', async () => {
    await using lent = await Lent.open(false, 'LocalDS_1');
    const { driver } = lent.stand;
    const store = (await driver.client.findByInventoryPath('DC0/datastore/LocalDS_1')) as Ref<'Datastore'>;
    await driver.client.run(store, 'Rename_Task', { newName: 'nas' });
    await driver.detachVolume('web', lent.volume);
    expect(await lent.stand.files('nas')).toContain('[nas] data.vmdk');
  });

  it('that moved into the folder of its instance stays when that is destroyed', async () => {
    await using lent = await Lent.open(false, 'LocalDS_1');
    await lent.move(lent.web, 'LocalDS_0', 2001);
    const moved = await lent.files();
    expect(moved).toEqual([`[LocalDS_0] ${lent.web.uuid}/data.vmdk`]);
    await lent.stand.driver.destroy('web');
    expect(await lent.files()).toEqual(moved);
  });

  it.each([
    ['rescue.vmdk', true],
    ['UUID-2g.vmdk', true],
    ['UUID_1.vmdk', false],
    ['UUID-data.vmdk', false],
  ])('called %s in the folder of an instance goes with that: %s', async (name, goes) => {
    await using stand = await Stand.open();
    const web = await stand.spawn('web', false);
    const path = `[LocalDS_0] ${web.uuid}/${name.replace('UUID', web.uuid)}`;
    await fileVolume(stand, path);
    await stand.driver.destroy('web');
    expect((await stand.files()).includes(path)).toBe(!goes);
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
