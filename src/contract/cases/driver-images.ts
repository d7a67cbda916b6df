import assert from 'node:assert/strict';
import { PassThrough, Readable } from 'node:stream';
import type { ImageSink, ImageSource } from '../../driver/index.ts';
import type { ContractCase } from '../contract-case.ts';

/** A flat disk image of 1 MiB that says something in its first and in its last sector. */
const BYTES = Buffer.alloc(1024 * 1024);
BYTES.write('the first sector', 0);
BYTES.write('the last sector', BYTES.length - 512);

const FLAT = { vmware_disktype: 'preallocated', vmware_adaptertype: 'lsiLogic' } as const;

/** How often it was opened tells whether the cache was used. */
function image(id: string): ImageSource & { opened: number } {
  return {
    opened: 0,
    describe: async () => ({ id, size: BYTES.length, diskFormat: 'vmdk', properties: FLAT }),
    async open() {
      this.opened += 1;
      return Readable.from([BYTES]);
    },
  };
}

function memory(): ImageSink & { bytes: () => Promise<Buffer> } {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  const read = (async () => {
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  })();
  return { open: async () => stream, bytes: () => read };
}

export const driverImageCases: readonly ContractCase[] = [
  {
    name: 'an instance is spawned from an image with a disk as large as its flavor says',
    does: 'changes',
    async run({ newUuid, client, instance }) {
      const { powerState, ref } = await instance('imaged', { image: image(newUuid()) });
      assert.equal(powerState, 'poweredOn');
      const devices = (await client.get(ref, 'config.hardware.device')) ?? [];
      const [disk] = devices.filter(({ _typeName }) => _typeName === 'VirtualDisk');
      assert.equal((disk as { capacityInKB?: number } | undefined)?.capacityInKB, 1024 * 1024);
    },
  },
  {
    name: 'an image is fetched once for two instances',
    does: 'changes',
    async run({ newUuid, instance }) {
      const source = image(newUuid());
      await instance('first', { image: source, powerOn: false });
      await instance('second', { image: source, powerOn: false });
      assert.equal(source.opened, 1);
    },
  },
  {
    name: 'an image that ends early leaves no instance behind',
    does: 'changes',
    async run({ newUuid, driver, instance }) {
      const short: ImageSource = { ...image(newUuid()), open: async () => Readable.from([BYTES.subarray(0, 1000)]) };
      await assert.rejects(instance('cut', { image: short }), 'half an image was taken for a whole one');
      assert.deepEqual(await driver.listInstances(), []);
    },
  },
  {
    name: 'a snapshot of an instance is a disk image with what its disk holds, and leaves the instance as it was',
    does: 'changes',
    async run({ newUuid, client, driver, instance }) {
      const uuid = newUuid();
      const { ref } = await instance('photographed', { uuid, image: image(newUuid()) });
      const sink = memory();
      const made = await driver.snapshot(uuid, sink);
      assert.equal(made.diskFormat, 'vmdk');
      assert.equal((await sink.bytes()).toString('latin1', 0, 4), 'KDMV');
      assert.equal(await client.get(ref, 'snapshot'), undefined);
      assert.equal((await driver.getInfo(uuid)).powerState, 'poweredOn');
      assert.equal((await driver.listInstances()).length, 1);
    },
  },
  {
    name: 'an instance that is rescued runs from another image, and from its own disk again when that is over',
    does: 'changes',
    async run({ newUuid, client, driver, instance }) {
      const uuid = newUuid();
      const { ref } = await instance('rescued', { uuid, image: image(newUuid()) });
      const disks = async () => {
        const devices = (await client.get(ref, 'config.hardware.device')) ?? [];
        return devices
          .filter(({ _typeName }) => _typeName === 'VirtualDisk')
          .map(({ backing }) => (backing as { fileName?: string } | undefined)?.fileName);
      };
      const before = await disks();
      await driver.rescue(uuid, image(newUuid()));
      assert.equal((await disks()).length, 2);
      await driver.unrescue(uuid);
      assert.deepEqual(await disks(), before);
      assert.equal((await driver.getInfo(uuid)).powerState, 'poweredOn');
    },
  },
];
