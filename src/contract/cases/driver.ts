import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { ContractCase } from '../contract-case.ts';
import { refusal } from '../expect.ts';

const FLAVOR = { vcpus: 1, memoryMb: 64, rootGb: 1 };

export const driverCases: readonly ContractCase[] = [
  {
    name: 'the cluster is told as one hypervisor whose largest instance fits a single host',
    async run({ driver }) {
      const room = await driver.getAvailableResource();
      assert.ok(room.hosts > 0 && room.vcpus > 0 && room.memoryMb > 0 && room.localGb > 0, JSON.stringify(room));
      assert.ok(room.maxVcpus <= room.vcpus && room.maxMemoryMb <= room.memoryMb, JSON.stringify(room));
      if (room.hosts > 1) assert.ok(room.maxMemoryMb < room.memoryMb, 'a host is smaller than the cluster');
    },
  },
  {
    name: 'an instance is spawned running, found by uuid and by name, and destroyed without a trace',
    async run({ driver }) {
      const uuid = randomUUID();
      const made = await driver.spawn({ name: 'web', uuid, flavor: FLAVOR, networks: [{}] });
      assert.deepEqual([made.powerState, made.vcpus, made.memoryMb], ['poweredOn', 1, 64]);
      assert.deepEqual(await driver.listInstances(), [{ name: 'web', uuid }]);
      assert.equal((await driver.getInfo(uuid)).ref.value, (await driver.getInfo('web')).ref.value);
      await driver.destroy(uuid);
      assert.deepEqual(await driver.listInstances(), []);
    },
  },
  {
    name: 'a spawn asked for twice makes one instance',
    async run({ driver }) {
      const uuid = randomUUID();
      const first = await driver.spawn({ name: 'once', uuid, flavor: FLAVOR });
      const second = await driver.spawn({ name: 'once', uuid, flavor: FLAVOR });
      assert.equal(first.ref.value, second.ref.value);
      assert.equal((await driver.listInstances()).length, 1);
    },
  },
  {
    name: 'a spawn that fails half way leaves nothing behind',
    async run({ driver }) {
      // It can be made, and no host has so many threads as to start it.
      const tooMuch = { ...FLAVOR, vcpus: 2 * (await driver.getAvailableResource()).maxVcpus };
      const spawned = driver.spawn({ name: 'huge', uuid: randomUUID(), flavor: tooMuch });
      await assert.rejects(spawned, 'an instance with more CPUs than any host has was started');
      assert.deepEqual(await driver.listInstances(), []);
    },
  },
  {
    name: 'power is switched on, off and through a reboot, and asking twice does no harm',
    async run({ driver }) {
      const uuid = randomUUID();
      await driver.spawn({ name: 'power', uuid, flavor: FLAVOR });
      await driver.powerOn(uuid);
      await driver.reboot(uuid, 'hard');
      assert.equal((await driver.getInfo(uuid)).powerState, 'poweredOn');
      await driver.powerOff(uuid);
      await driver.powerOff(uuid);
      assert.equal((await driver.getInfo(uuid)).powerState, 'poweredOff');
    },
  },
  {
    name: 'what an instance takes of its datastore is given back when it is destroyed',
    async run({ client, datastore, driver }) {
      const uuid = randomUUID();
      const free = () => client.get(datastore.ref, 'summary.freeSpace');
      const before = await free();
      const made = await driver.spawn({ name: 'space', uuid, flavor: FLAVOR });
      const files = await client.get(made.ref, 'layoutEx.file');
      assert.ok((files ?? []).length > 0, 'the instance has no files');
      await driver.destroy(uuid);
      assert.equal(await free(), before);
    },
  },
  {
    name: 'an instance whose name is taken is refused with DuplicateName',
    async run({ driver }) {
      const uuid = randomUUID();
      await driver.spawn({ name: 'taken', uuid, flavor: FLAVOR });
      await refusal(driver.spawn({ name: 'taken', uuid: randomUUID(), flavor: FLAVOR }), 'DuplicateName');
    },
  },
];
