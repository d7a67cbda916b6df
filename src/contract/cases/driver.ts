import assert from 'node:assert/strict';
import type { ContractCase } from '../contract-case.ts';
import { refusal } from '../expect.ts';

const FLAVOR = { vcpus: 1, memoryMb: 64, rootGb: 1 };
const UUID = '50000000-0000-4000-8000-000000000001';
const OTHER = '50000000-0000-4000-8000-000000000002';

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
      const made = await driver.spawn({ name: 'web', uuid: UUID, flavor: FLAVOR, networks: [{}] });
      assert.deepEqual([made.powerState, made.vcpus, made.memoryMb], ['poweredOn', 1, 64]);
      assert.deepEqual(await driver.listInstances(), [{ name: 'web', uuid: UUID }]);
      assert.equal((await driver.getInfo(UUID)).ref.value, (await driver.getInfo('web')).ref.value);
      await driver.destroy(UUID);
      assert.deepEqual(await driver.listInstances(), []);
    },
  },
  {
    name: 'a spawn asked for twice makes one instance',
    async run({ driver }) {
      const first = await driver.spawn({ name: 'once', uuid: UUID, flavor: FLAVOR });
      const second = await driver.spawn({ name: 'once', uuid: UUID, flavor: FLAVOR });
      assert.equal(first.ref.value, second.ref.value);
      assert.equal((await driver.listInstances()).length, 1);
    },
  },
  {
    name: 'a spawn that fails half way leaves nothing behind',
    async run({ driver }) {
      const tooMuch = { vcpus: 1, memoryMb: 4 * 1024 * 1024, rootGb: 1 };
      await assert.rejects(driver.spawn({ name: 'huge', uuid: OTHER, flavor: tooMuch }));
      assert.deepEqual(await driver.listInstances(), []);
    },
  },
  {
    name: 'power is switched on, off and through a reboot, and asking twice does no harm',
    async run({ driver }) {
      await driver.spawn({ name: 'power', uuid: UUID, flavor: FLAVOR });
      await driver.powerOn(UUID);
      await driver.reboot(UUID, 'hard');
      assert.equal((await driver.getInfo(UUID)).powerState, 'poweredOn');
      await driver.powerOff(UUID);
      await driver.powerOff(UUID);
      assert.equal((await driver.getInfo(UUID)).powerState, 'poweredOff');
    },
  },
  {
    name: 'what an instance takes of its datastore is given back when it is destroyed',
    async run({ client, datastore, driver }) {
      const free = () => client.get(datastore.ref, 'summary.freeSpace');
      const before = await free();
      const made = await driver.spawn({ name: 'space', uuid: UUID, flavor: FLAVOR });
      const files = await client.get(made.ref, 'layoutEx.file');
      assert.ok((files ?? []).length > 0, 'the instance has no files');
      await driver.destroy(UUID);
      assert.equal(await free(), before);
    },
  },
  {
    name: 'an instance whose name is taken is refused with DuplicateName',
    async run({ driver }) {
      await driver.spawn({ name: 'taken', uuid: UUID, flavor: FLAVOR });
      await refusal(driver.spawn({ name: 'taken', uuid: OTHER, flavor: FLAVOR }), 'DuplicateName');
    },
  },
];
