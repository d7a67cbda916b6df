/** Instances of images: the image comes to the cache once, and its bytes to the guest whole. */
import { describe, expect, it } from 'vitest';
import type { Ref } from '../../src/client/index.ts';
import { type DiskType, type Driver, extraSpecs } from '../../src/driver/index.ts';
import type { VirtualEthernetCard, VirtualMachineConfigInfo } from '../../src/vim25/index.ts';
import { bytesOf, dense, MIB, RAW, testImage } from './images.ts';
import { FLAVOR, openScene, uuid } from './scene.ts';

const CASES: readonly (readonly [type: DiskType, linked: boolean])[] = [
  ['sparse', true],
  ['sparse', false],
  ['streamOptimized', true],
  ['streamOptimized', false],
  ['preallocated', true],
  ['preallocated', false],
  ['thin', false],
  ['eagerZeroedThick', true],
];

async function configOf({ client }: Driver, ref: Ref<'VirtualMachine'>) {
  return (await client.get(ref, 'config')) as VirtualMachineConfigInfo;
}

describe('an instance of an image', () => {
  it.each(CASES)('that is %s has its bytes on a disk of the size asked for; linked: %s', async (type, linked) => {
    await using scene = await openScene({ useLinkedClone: linked });
    const { driver, sim } = scene;
    const image = await testImage('img', type);
    const made = await driver.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR, image });
    expect(made.powerState).toBe('poweredOn');
    const disk = sim.disks.open({ vm: 'web' });
    expect(disk.capacity).toBe(1024 * MIB);
    expect((await disk.read(0, RAW.length)).equals(RAW)).toBe(true);
    const files = await scene.files();
    expect(files).toContain(`${uuid(1)}/${uuid(1)}.vmdk`);
    expect(files.includes('_base/img/img.1.vmdk')).toBe(linked);
    expect(files.filter((path) => path.startsWith('vmware_temp/'))).toEqual([]);
    await driver.destroy('web');
    expect((await scene.files()).filter((path) => !/^(_base|vmware_temp)/.test(path))).toEqual([]);
  });

  it('of no size of its own takes the size of its image', async () => {
    await using scene = await openScene();
    const image = await testImage('img', 'sparse');
    await scene.driver.spawn({ name: 'web', uuid: uuid(1), flavor: { ...FLAVOR, rootGb: 0 }, image });
    expect(scene.sim.disks.open({ vm: 'web' }).capacity).toBe(RAW.length);
  });

  it('changes nothing of the image and of its other instances when it writes', async () => {
    await using scene = await openScene();
    const { driver, sim } = scene;
    const image = await testImage('img', 'sparse');
    await driver.spawn({ name: 'one', uuid: uuid(1), flavor: FLAVOR, image });
    await sim.disks.write({ vm: 'one' }, 0, Buffer.alloc(4096, 0xee));
    await driver.spawn({ name: 'two', uuid: uuid(2), flavor: FLAVOR, image });
    expect(image.opened).toBe(1);
    expect((await sim.disks.read({ vm: 'two' }, 0, RAW.length)).equals(RAW)).toBe(true);
    await driver.destroy('one');
    expect((await sim.disks.read({ vm: 'two' }, 0, RAW.length)).equals(RAW)).toBe(true);
  });

  it('starts from an ISO in its drive, with an empty disk', async () => {
    await using scene = await openScene();
    const image = await testImage('setup', 'iso');
    const made = await scene.driver.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR, image });
    const { hardware } = await configOf(scene.driver, made.ref);
    const drives = hardware.device?.filter((device) => device._typeName === 'VirtualCdrom') ?? [];
    expect(drives.map(({ backing }) => backing)).toMatchObject([{ fileName: '[LocalDS_0] _base/setup/setup.iso' }]);
    const { capacity } = scene.sim.disks.open({ vm: 'web' });
    expect(capacity).toBe(1024 * MIB);
  });

  it('finds its config drive in a drive beside the one it starts from', async () => {
    await using scene = await openScene();
    const { client, surroundings } = scene.driver;
    const image = await testImage('setup', 'iso');
    const configDrive = dense(3000);
    const request = { name: 'web', uuid: uuid(1), flavor: FLAVOR, image, configDrive };
    await scene.driver.spawn(request);
    const path = `[LocalDS_0] ${uuid(1)}/configdrive.iso`;
    const kept = await client.download(path, { datacenter: surroundings.datacenterPath });
    expect(Buffer.concat(await kept.toArray()).equals(configDrive)).toBe(true);
    const made = await scene.driver.spawn(request);
    const { hardware } = await configOf(scene.driver, made.ref);
    expect(hardware.device?.filter((device) => device._typeName === 'VirtualCdrom')).toHaveLength(2);
    await scene.driver.destroy('web');
    expect(await scene.files()).not.toContain(uuid(1));
  });

  it('is what its image and its extra specs say', async () => {
    await using scene = await openScene();
    const properties = {
      vmware_ostype: 'ubuntu64Guest',
      vmware_adaptertype: 'paraVirtual',
      hw_vif_model: 'e1000',
      hw_firmware_type: 'uefi',
    } as const;
    const specs = extraSpecs({
      'quota:cpu_limit': '2000',
      'quota:cpu_reservation': '100',
      'quota:memory_shares_level': 'high',
      'quota:disk_io_limit': '500',
      'quota:vif_limit': '100',
      'quota:vif_shares_level': 'custom',
      'quota:vif_shares_share': '42',
      'vmware:hw_version': 'vmx-17',
    });
    const made = await scene.driver.spawn({
      name: 'web',
      uuid: uuid(1),
      flavor: { ...FLAVOR, extraSpecs: specs },
      image: await testImage('img', 'sparse', properties),
      networks: [{ network: 'VM Network', macAddress: '00:50:56:aa:bb:cc', portId: 'port-7' }, { vifModel: 'vmxnet3' }],
    });
    const config = await configOf(scene.driver, made.ref);
    expect(config).toMatchObject({
      guestId: 'ubuntu64Guest',
      firmware: 'efi',
      version: 'vmx-17',
      cpuAllocation: { limit: 2000, reservation: 100 },
      memoryAllocation: { shares: { level: 'high' } },
    });
    const devices = config.hardware.device ?? [];
    const types = devices.map(({ _typeName }) => _typeName);
    expect(types).toContain('ParaVirtualSCSIController');
    const nics = devices.filter(({ _typeName }) => /E1000|Vmxnet3/.test(_typeName ?? '')) as VirtualEthernetCard[];
    expect(nics.map(({ _typeName }) => _typeName)).toEqual(['VirtualE1000', 'VirtualVmxnet3']);
    expect(nics[0]).toMatchObject({
      macAddress: '00:50:56:aa:bb:cc',
      resourceAllocation: { limit: 100, share: { level: 'custom', shares: 42 } },
    });
    const disk = devices.find(({ _typeName }) => _typeName === 'VirtualDisk');
    expect(disk).toMatchObject({ storageIOAllocation: { limit: 500 } });
    const settings = Object.fromEntries((config.extraConfig ?? []).map(({ key, value }) => [key, value]));
    expect(settings).toMatchObject({ 'nvp.vm-uuid': uuid(1), 'nvp.iface-id.0': 'port-7', 'disk.EnableUUID': 'true' });
    expect(Object.keys(settings)).not.toContain('simsphere.spawning');
  });
});

describe('an image', () => {
  it('comes to the cache once for drivers and instances that want it at the same time', async () => {
    await using scene = await openScene();
    const other = await scene.another();
    const image = await testImage('img', 'streamOptimized');
    const spawned = [scene.driver, scene.driver, other, other].map((driver, n) =>
      driver.spawn({ name: `web-${n}`, uuid: uuid(n), flavor: FLAVOR, image }),
    );
    await Promise.all(spawned);
    expect(image.opened).toBeLessThanOrEqual(2);
    for (const n of [0, 1, 2, 3]) {
      expect((await scene.sim.disks.read({ vm: `web-${n}` }, 0, RAW.length)).equals(RAW)).toBe(true);
    }
    const files = await scene.files();
    expect(files.filter((path) => path.startsWith('_base/'))).toEqual([
      '_base/img',
      '_base/img/img-flat.vmdk',
      '_base/img/img.1-flat.vmdk',
      '_base/img/img.1.vmdk',
      '_base/img/img.vmdk',
    ]);
    expect(files.filter((path) => path.startsWith('vmware_temp/'))).toEqual([]);
  });

  it('that is larger than the root disk is refused, and no instance stays', async () => {
    await using scene = await openScene();
    const bytes = await bytesOf('thin');
    const image = {
      describe: async () => ({ id: 'big', size: 2 ** 31, diskFormat: 'vmdk' as const, properties: {} }),
      open: async () => (await import('node:stream')).Readable.from([bytes]),
    };
    const made = scene.driver.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR, image });
    await expect(made).rejects.toMatchObject({ code: 'ERR_USAGE', hint: 'it has 2.0 GiB' });
    expect(await scene.driver.listInstances()).toEqual([]);
  });
});
