import assert from 'node:assert/strict';
import type { Ref } from '../../client/index.ts';
import type { FileBackedVirtualDiskSpec } from '../../vim25/index.ts';
import type { ContractCase } from '../contract-case.ts';
import { refusal } from '../expect.ts';

const FLAVOR = { vcpus: 1, memoryMb: 64, rootGb: 1 };

export const driverCases: readonly ContractCase[] = [
  {
    name: 'the cluster is told as one hypervisor whose largest instance fits a single host',
    does: 'changes',
    async run({ driver }) {
      const room = await driver.getAvailableResource();
      assert.ok(room.hosts > 0 && room.vcpus > 0 && room.memoryMb > 0 && room.localGb > 0, JSON.stringify(room));
      assert.ok(room.maxVcpus <= room.vcpus && room.maxMemoryMb <= room.memoryMb, JSON.stringify(room));
      if (room.hosts > 1) assert.ok(room.maxMemoryMb < room.memoryMb, 'a host is smaller than the cluster');
    },
  },
  {
    name: 'an instance is spawned running, found by uuid and by name, and destroyed without a trace',
    does: 'changes',
    needs: ['network'],
    async run({ newUuid, driver, instance, named }) {
      const uuid = newUuid();
      const made = await instance('web', { uuid, networks: [{}] });
      assert.deepEqual([made.powerState, made.vcpus, made.memoryMb], ['poweredOn', 1, 64]);
      assert.deepEqual(await driver.listInstances(), [{ name: named('web'), uuid }]);
      assert.equal((await driver.getInfo(uuid)).ref.value, (await driver.getInfo(named('web'))).ref.value);
      await driver.destroy(uuid);
      assert.deepEqual(await driver.listInstances(), []);
    },
  },
  {
    name: 'a spawn asked for twice makes one instance',
    does: 'changes',
    async run({ newUuid, driver, instance }) {
      const uuid = newUuid();
      const first = await instance('once', { uuid });
      const second = await instance('once', { uuid });
      assert.equal(first.ref.value, second.ref.value);
      assert.equal((await driver.listInstances()).length, 1);
    },
  },
  {
    name: 'a spawn that fails half way leaves nothing behind',
    does: 'changes',
    async run({ newUuid, client, datastore, driver, instance }) {
      const uuid = newUuid();
      // It can be made, and no host has so many threads as to start it.
      const tooMuch = { ...FLAVOR, vcpus: 2 * (await driver.getAvailableResource()).maxVcpus };
      const spawned = instance('huge', { uuid, flavor: tooMuch });
      await assert.rejects(spawned, 'an instance with more CPUs than any host has was started');
      assert.deepEqual(await driver.listInstances(), []);
      const search = { datastorePath: `[${datastore.name}]`, searchSpec: { matchPattern: [`${uuid}*`] } };
      const listed = await client.run(await client.get(datastore.ref, 'browser'), 'SearchDatastore_Task', search);
      assert.deepEqual(listed?.file ?? [], []);
    },
  },
  {
    name: 'power is switched on, off and through a reboot, and asking twice does no harm',
    does: 'changes',
    async run({ newUuid, driver, instance }) {
      const uuid = newUuid();
      await instance('power', { uuid });
      await driver.powerOn(uuid);
      await driver.reboot(uuid, 'hard');
      assert.equal((await driver.getInfo(uuid)).powerState, 'poweredOn');
      await driver.powerOff(uuid);
      await driver.powerOff(uuid);
      assert.equal((await driver.getInfo(uuid)).powerState, 'poweredOff');
    },
  },
  {
    name: 'the files of an instance are gone from its datastore when it is destroyed',
    does: 'changes',
    async run({ newUuid, client, datastore, driver, instance }) {
      const uuid = newUuid();
      const made = await instance('space', { uuid });
      const path = (await client.get(made.ref, 'config.files.vmPathName')) ?? '';
      const datastorePath = path.slice(0, path.lastIndexOf('/'));
      const browser = await client.get(datastore.ref, 'browser');
      const listed = await client.run(browser, 'SearchDatastore_Task', { datastorePath, searchSpec: {} });
      assert.ok((listed?.file ?? []).length > 0, 'the instance has no files');
      await driver.destroy(uuid);
      await refusal(client.run(browser, 'SearchDatastore_Task', { datastorePath, searchSpec: {} }), 'FileNotFound');
    },
  },
  {
    name: 'an instance whose name is taken is refused with DuplicateName',
    does: 'changes',
    async run({ instance }) {
      await instance('taken');
      await refusal(instance('taken'), 'DuplicateName');
    },
  },
  {
    name: 'an instance that is not there is destroyed without harm',
    does: 'changes',
    async run({ newUuid, driver }) {
      await driver.destroy(newUuid());
      assert.deepEqual(await driver.listInstances(), []);
    },
  },
  {
    name: 'an instance is suspended and resumed',
    does: 'changes',
    async run({ newUuid, driver, instance }) {
      const uuid = newUuid();
      await instance('resting', { uuid });
      await driver.suspend(uuid);
      assert.equal((await driver.getInfo(uuid)).powerState, 'suspended');
      await driver.resume(uuid);
      assert.equal((await driver.getInfo(uuid)).powerState, 'poweredOn');
    },
  },
  {
    name: 'an instance is resized, and has its new flavor once that is confirmed',
    does: 'changes',
    async run({ newUuid, driver, instance }) {
      const uuid = newUuid();
      await instance('grown', { uuid });
      await driver.resize(uuid, { vcpus: 2, memoryMb: 128, rootGb: 2 });
      await driver.confirmResize(uuid);
      const { memoryMb, vcpus } = await driver.getInfo(uuid);
      assert.deepEqual([vcpus, memoryMb], [2, 128]);
    },
  },
  {
    name: 'a resize that is reverted leaves flavor and disk as they were',
    does: 'changes',
    async run({ newUuid, client, driver, instance }) {
      const uuid = newUuid();
      const { ref } = await instance('regretted', { uuid });
      await driver.resize(uuid, { vcpus: 2, memoryMb: 128, rootGb: 2 });
      await driver.revertResize(uuid);
      const { memoryMb, vcpus } = await driver.getInfo(uuid);
      assert.deepEqual([vcpus, memoryMb], [1, 64]);
      const devices = (await client.get(ref, 'config.hardware.device')) ?? [];
      const disks = devices.filter(({ _typeName }) => _typeName === 'VirtualDisk');
      assert.deepEqual(
        disks.map((disk) => (disk as { capacityInKB?: number }).capacityInKB),
        [1024 * 1024],
      );
    },
  },
  {
    name: 'an interface is attached to a running instance and detached from it',
    does: 'changes',
    needs: ['network'],
    async run({ newUuid, client, driver, instance }) {
      const uuid = newUuid();
      const { ref } = await instance('plugged', { uuid });
      const macAddress = '00:50:56:0a:0b:0c';
      const addresses = async () => {
        const devices = (await client.get(ref, 'config.hardware.device')) ?? [];
        return devices.flatMap((device) => (device as { macAddress?: string }).macAddress ?? []);
      };
      await driver.attachInterface(uuid, { macAddress });
      assert.deepEqual(await addresses(), [macAddress]);
      await driver.detachInterface(uuid, { macAddress });
      assert.deepEqual(await addresses(), []);
    },
  },
  {
    name: 'a volume is attached, detached with its contents kept, and attached to another instance',
    does: 'changes',
    async run({ newUuid, client, directory, driver, ground, instance }) {
      const path = `${await directory()}/volume.vmdk`;
      const { ref: datacenter } = ground.datacenter;
      const manager = client.content.virtualDiskManager!;
      const spec: FileBackedVirtualDiskSpec = {
        _typeName: 'FileBackedVirtualDiskSpec',
        adapterType: 'lsiLogic',
        diskType: 'thin',
        capacityKb: 1024,
      };
      await client.run(manager, 'CreateVirtualDisk_Task', { name: path, datacenter, spec });
      const volume = { type: 'vmdk', id: newUuid(), path } as const;
      const [one, two] = [newUuid(), newUuid()];
      const first = await instance('first', { uuid: one });
      const second = await instance('second', { uuid: two });
      const files = async (vm: Ref<'VirtualMachine'>) => {
        const devices = (await client.get(vm, 'config.hardware.device')) ?? [];
        return devices.map(({ backing }) => (backing as { fileName?: string } | undefined)?.fileName);
      };
      await driver.attachVolume(one, volume);
      assert.ok((await files(first.ref)).includes(path));
      await driver.detachVolume(one, volume);
      assert.ok(!(await files(first.ref)).includes(path));
      await driver.attachVolume(two, volume);
      assert.ok((await files(second.ref)).includes(path));
      await driver.detachVolume(two, volume);
    },
  },
  {
    name: 'a running instance moves to another host of its cluster',
    does: 'changes',
    needs: ['two hosts', 'shared datastore', 'vMotion'],
    async run({ newUuid, driver, ground, instance }) {
      const uuid = newUuid();
      const { host } = await instance('moving', { uuid });
      const target = ground.hosts.find(({ name }) => name !== host)!;
      await driver.migrate(uuid, { host: target.name }, 'live');
      const after = await driver.getInfo(uuid);
      assert.deepEqual([after.host, after.powerState], [target.name, 'poweredOn']);
    },
  },
  {
    name: 'an instance tells what a host knows of it',
    does: 'changes',
    async run({ newUuid, driver, instance }) {
      const uuid = newUuid();
      await instance('known', { uuid });
      const { disks, powerState, vcpus } = await driver.getDiagnostics(uuid);
      assert.deepEqual([powerState, vcpus, disks.length], ['poweredOn', 1, 1]);
      assert.equal(disks[0]?.capacityBytes, 2 ** 30);
    },
  },
];
