/** Spawns that cannot be finished: each fails with its reason, leaves nothing, and may be asked for again. */
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { DiskType, ImageSource, Progress } from '../../src/driver/index.ts';
import { SimError } from '../../src/kernel/errors.ts';
import { RAW, testImage } from './images.ts';
import { FLAVOR, openScene, type Scene, uuid } from './scene.ts';

const FORMS: readonly DiskType[] = ['sparse', 'streamOptimized', 'preallocated'];

/** Nothing of an instance, nor of an image that was on its way. */
async function expectNothing(scene: Scene): Promise<void> {
  expect(await scene.driver.listInstances()).toEqual([]);
  expect((await scene.files()).filter((path) => path !== '_base' && path !== 'vmware_temp')).toEqual([]);
  const { client, surroundings } = scene.driver;
  expect((await client.get(surroundings.folder, 'childEntity')) ?? []).toEqual([]);
}

async function expectSpawns(scene: Scene, image: ImageSource): Promise<void> {
  await scene.driver.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR, image });
  expect((await scene.sim.disks.read({ vm: 'web' }, 0, RAW.length)).equals(RAW)).toBe(true);
}

describe.each(FORMS)('an image that is %s', (type) => {
  it('and ends too early leaves nothing, and comes whole the next time', async () => {
    await using scene = await openScene();
    const cut = await testImage('img', type, {}, (bytes) => Readable.from([bytes.subarray(0, bytes.length / 2)]));
    const made = scene.driver.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR, image: cut });
    await expect(made).rejects.toMatchObject({
      code: 'ERR_CLIENT',
      message: expect.stringContaining("image 'img' ended"),
    });
    await expectNothing(scene);
    await expectSpawns(scene, await testImage('img', type));
  });

  it('and has other bytes than it should leaves nothing', async () => {
    await using scene = await openScene();
    const garbled = await testImage('img', type, {}, (bytes) => {
      const copy = Buffer.from(bytes);
      copy[copy.length - 70_000]! ^= 1;
      return Readable.from([copy]);
    });
    const made = scene.driver.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR, image: garbled });
    await expect(made).rejects.toThrow("image 'img' has the sha256");
    await expectNothing(scene);
  });

  it('and whose store fails half-way leaves nothing', async () => {
    await using scene = await openScene();
    const failing = await testImage('img', type, {}, (bytes) =>
      Readable.from(
        (async function* () {
          yield bytes.subarray(0, 100_000);
          throw new Error('the store is on fire');
        })(),
      ),
    );
    const made = scene.driver.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR, image: failing });
    await expect(made).rejects.toThrow('the store is on fire');
    await expectNothing(scene);
  });

  it('and is given up while it comes leaves nothing', async () => {
    await using scene = await openScene();
    const giveUp = new AbortController();
    const image = await testImage('img', type);
    const onProgress = ({ step, bytes = 0 }: Progress) => {
      if (step === 'fetch image' && bytes > 60_000) giveUp.abort(new Error('enough'));
    };
    const work = { signal: giveUp.signal, onProgress };
    const made = scene.driver.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR, image }, work);
    await expect(made).rejects.toThrow('enough');
    await expectNothing(scene);
    await expectSpawns(scene, image);
  });
});

describe('a spawn', () => {
  it('given up at any step leaves nothing, and can be asked for again', async () => {
    await using scene = await openScene({}, { clock: { kind: 'scaled', speed: 1_000 }, latency: 'realistic' });
    const image = await testImage('img', 'sparse');
    const request = { name: 'web', uuid: uuid(1), flavor: FLAVOR, image, configDrive: Buffer.from('drive') };
    const steps = new Set<string>();
    await scene.driver.spawn(request, { onProgress: ({ step }) => void steps.add(step) });
    await scene.driver.destroy('web');
    expect([...steps]).toEqual(expect.arrayContaining(['create instance', 'attach disk', 'config drive', 'power on']));
    const cached = (await scene.files()).length;
    for (const at of [...steps].filter(
      (step) => !['fetch image', 'copy disk', 'extend disk', 'finish'].includes(step),
    )) {
      const giveUp = new AbortController();
      const onProgress = ({ step }: Progress) => step === at && giveUp.abort(new Error(`enough at ${at}`));
      const made = scene.driver.spawn(request, { signal: giveUp.signal, onProgress });
      await expect(made).rejects.toThrow(`enough at ${at}`);
      expect(await scene.driver.listInstances(), at).toEqual([]);
      expect(await scene.files(), at).toHaveLength(cached);
    }
    await scene.driver.spawn(request);
  });

  it('is finished by another driver when the first is gone half-way', async () => {
    await using scene = await openScene();
    const { client, surroundings } = scene.driver;
    const image = await testImage('img', 'sparse');
    await scene.driver.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR, image, powerOn: false });
    // What a driver that died before the disks were made leaves.
    const vm = (await scene.driver.getInfo('web')).ref;
    const devices = (await client.get(vm, 'config.hardware.device')) ?? [];
    const device = devices.find(({ _typeName }) => _typeName === 'VirtualDisk')!;
    const mark = { _typeName: 'OptionValue', key: 'simsphere.spawning', value: 'true' };
    const spec = {
      deviceChange: [{ operation: 'remove' as const, fileOperation: 'destroy' as const, device }],
      extraConfig: [mark],
    };
    await client.run(vm, 'ReconfigVM_Task', { spec });
    const other = await scene.another();
    const made = await other.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR, image });
    expect(made).toMatchObject({ ref: vm, powerState: 'poweredOn' });
    expect((await scene.sim.disks.read({ vm: 'web' }, 0, RAW.length)).equals(RAW)).toBe(true);
    expect(surroundings.turns).toBeDefined();
  });

  it.each(['ImportVApp', 'UnregisterVM', 'MoveVirtualDisk_Task', 'CreateVM_Task', 'ReconfigVM_Task'])(
    'is done, or can be asked for again, though the answer to %s is lost',
    async (method) => {
      await using scene = await openScene();
      scene.sim.faults.add({
        match: { method },
        when: { nth: 1 },
        effect: { transport: { reset: true, phase: 'after' } },
      });
      const image = await testImage('img', 'streamOptimized');
      const request = { name: 'web', uuid: uuid(1), flavor: FLAVOR, image };
      const error = await scene.driver.spawn(request).catch((reason: unknown) => reason);
      if (error instanceof SimError) await expectNothing(scene);
      await expectSpawns(scene, image);
      const strays = (await scene.files()).filter((path) => /^(vmware_temp\/|simsphere-temporary)/.test(path));
      expect(strays).toEqual([]);
    },
  );

  it('takes the image of a driver that was first', async () => {
    await using scene = await openScene();
    const { client, surroundings } = scene.driver;
    // Made between the look and the move: the folder stands, with nothing in it.
    const image = await testImage('img', 'sparse', {}, (bytes) =>
      Readable.from(
        (async function* () {
          const params = {
            name: '[LocalDS_0] _base/img',
            datacenter: surroundings.datacenter,
            createParentDirectories: true,
          };
          await client.call(client.content.fileManager!, 'MakeDirectory', params);
          yield bytes;
        })(),
      ),
    );
    await expectSpawns(scene, image);
  });

  it('asked for of a finished instance only starts it', async () => {
    await using scene = await openScene();
    const image = await testImage('img', 'sparse');
    const request = { name: 'web', uuid: uuid(1), flavor: FLAVOR, image };
    await scene.driver.spawn(request);
    await scene.sim.disks.write({ vm: 'web' }, 0, Buffer.alloc(512, 9));
    await scene.driver.powerOff('web');
    const again = await scene.driver.spawn(request);
    expect(again.powerState).toBe('poweredOn');
    expect(await scene.sim.disks.read({ vm: 'web' }, 0, 512)).toEqual(Buffer.alloc(512, 9));
  });

  it.each([
    [{ id: '../up' }, "an image cannot be called '../up'"],
    [{ properties: { vmware_disktype: 'cowbell' } }, "vmware_disktype 'cowbell'"],
    [{ size: undefined, properties: { vmware_disktype: 'thin' } }, 'an unknown number of bytes'],
    [{ properties: { hw_vif_model: 'ne2k' } }, "no vif model 'ne2k'"],
  ])('of an image that cannot be: %j', async (wrong, message) => {
    await using scene = await openScene();
    const image = await testImage('img', 'sparse');
    const odd = {
      describe: async () => ({ ...(await image.describe()), ...wrong }) as never,
      open: () => image.open(),
    };
    const made = scene.driver.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR, image: odd, networks: [{}] });
    await expect(made).rejects.toMatchObject({ code: 'ERR_USAGE', message: expect.stringContaining(message) });
    await expectNothing(scene);
  });
});
