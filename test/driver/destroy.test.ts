/** Removing instances: all that is theirs, and nothing that is another's. */
import { describe, expect, it } from 'vitest';
import { dense, testImage } from './images.ts';
import { FLAVOR, openScene, uuid } from './scene.ts';

describe('an instance that is destroyed', () => {
  it('leaves its volumes with what is on them', async () => {
    await using scene = await openScene();
    const { client, surroundings } = scene.driver;
    const { datacenter, datacenterPath } = surroundings;
    const name = '[LocalDS_0] volumes/data.vmdk';
    await client.call(client.content.fileManager!, 'MakeDirectory', { name: '[LocalDS_0] volumes', datacenter });
    const spec = {
      _typeName: 'FileBackedVirtualDiskSpec',
      diskType: 'thin',
      adapterType: 'lsiLogic',
      capacityKb: 4096,
    };
    await client.run(client.content.virtualDiskManager!, 'CreateVirtualDisk_Task', { name, datacenter, spec });
    const image = await testImage('img', 'sparse');
    const made = await scene.driver.spawn({
      name: 'web',
      uuid: uuid(1),
      flavor: FLAVOR,
      image,
      configDrive: dense(64),
    });
    const device = {
      _typeName: 'VirtualDisk',
      key: -1,
      controllerKey: 1000,
      unitNumber: 5,
      capacityInKB: 0,
      backing: { _typeName: 'VirtualDiskFlatVer2BackingInfo', fileName: name, diskMode: 'persistent' },
    };
    await client.run(made.ref, 'ReconfigVM_Task', { spec: { deviceChange: [{ operation: 'add' as const, device }] } });
    const devices = (await client.get(made.ref, 'config.hardware.device')) ?? [];
    const volume = devices.find(({ unitNumber }) => unitNumber === 5)!;
    await scene.sim.disks.write({ vm: 'web', key: volume.key }, 0, dense(4096, 3));
    await scene.driver.destroy('web');
    const files = (await scene.files()).filter((path) => !/^(_base|vmware_temp)/.test(path));
    expect(files).toEqual(['volumes', 'volumes/data-flat.vmdk', 'volumes/data.vmdk']);
    const flat = await client.download('[LocalDS_0] volumes/data-flat.vmdk', { datacenter: datacenterPath });
    expect(
      Buffer.concat(await flat.toArray())
        .subarray(0, 4096)
        .equals(dense(4096, 3)),
    ).toBe(true);
  });

  it('leaves no folder, though the VM was gone before', async () => {
    await using scene = await openScene();
    const { client } = scene.driver;
    const image = await testImage('img', 'sparse');
    await scene.driver.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR, image });
    const { ref } = await scene.driver.getInfo('web');
    await scene.driver.powerOff('web');
    await client.call(ref, 'UnregisterVM');
    await scene.driver.destroy(uuid(1));
    expect((await scene.files()).filter((path) => path.startsWith(uuid(1)))).toEqual([]);
  });

  it('by a name that is none leaves a folder of that name alone', async () => {
    await using scene = await openScene();
    const { client, surroundings } = scene.driver;
    const params = { name: '[LocalDS_0] library', datacenter: surroundings.datacenter };
    await client.call(client.content.fileManager!, 'MakeDirectory', params);
    await scene.driver.destroy('library');
    await scene.driver.destroy(uuid(9));
    expect(await scene.files()).toEqual(['library']);
  });
});
