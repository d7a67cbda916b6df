/** An instance as a new image. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type ImageSink, imageFile, imageFileSink, type NewImage } from '../../src/driver/index.ts';
import { dense, MIB, RAW, rawOf, testImage } from './images.ts';
import { FLAVOR, openScene, type Scene, uuid } from './scene.ts';

/** A sink that keeps everything in memory, and may fail. */
class Memory implements ImageSink {
  image: NewImage | undefined;
  whole: Buffer | undefined;
  aborted = false;
  readonly #failAt: number;

  constructor(failAt: number = Number.POSITIVE_INFINITY) {
    this.#failAt = failAt;
  }

  async open(image: NewImage): Promise<Writable> {
    const chunks: Buffer[] = [];
    let come = 0;
    this.image = image;
    return new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        come += chunk.length;
        chunks.push(chunk);
        done(come > this.#failAt ? new Error('the store is full') : null);
      },
      final: (done) => {
        if (this.#failAt === 0) return done(new Error('the store wants it not'));
        this.whole = Buffer.concat(chunks);
        return done();
      },
      destroy: (error, done) => {
        this.aborted = this.whole === undefined;
        done(error);
      },
    });
  }
}

async function withWeb(scene: Scene, more: object = {}): Promise<void> {
  const image = await testImage('img', 'sparse', { vmware_adaptertype: 'paraVirtual', vmware_ostype: 'ubuntu64Guest' });
  await scene.driver.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR, image, ...more });
  await scene.sim.disks.write({ vm: 'web' }, 5 * MIB, dense(MIB, 42));
}

async function expectNoTrace(scene: Scene, before: readonly string[]): Promise<void> {
  const { ref } = await scene.driver.getInfo('web');
  expect(await scene.driver.client.get(ref, 'snapshot')).toBeUndefined();
  expect((await scene.driver.listInstances()).map(({ name }) => name)).toEqual(['web']);
  const disks = (paths: readonly string[]) => paths.filter((path) => /\.(vmdk|vmsn)$/.test(path));
  expect(disks(await scene.files())).toEqual(disks(before));
}

describe('a snapshot', () => {
  it.each([true, false])('of an instance is an image of what its guest wrote; running: %s', async (powerOn) => {
    await using scene = await openScene();
    await withWeb(scene, { powerOn });
    const before = await scene.files();
    const sink = new Memory();
    const bytes: number[] = [];
    const image = await scene.driver.snapshot('web', sink, {}, { onProgress: (p) => void bytes.push(p.bytes ?? 0) });
    expect(image).toEqual(sink.image);
    expect(image).toMatchObject({
      name: 'web-snapshot',
      diskFormat: 'vmdk',
      properties: {
        vmware_disktype: 'streamOptimized',
        vmware_adaptertype: 'paraVirtual',
        vmware_ostype: 'ubuntu64Guest',
      },
    });
    const raw = await rawOf(sink.whole!);
    expect(raw.length).toBe(1024 * MIB);
    expect(raw.subarray(0, RAW.length).equals(RAW)).toBe(true);
    expect(raw.subarray(5 * MIB, 6 * MIB).equals(dense(MIB, 42))).toBe(true);
    expect(Math.max(...bytes)).toBe(sink.whole!.length);
    await expectNoTrace(scene, before);
    expect((await scene.driver.getInfo('web')).powerState).toBe(powerOn ? 'poweredOn' : 'poweredOff');
  });

  it('is an image that instances can be made of', async () => {
    await using scene = await openScene();
    await withWeb(scene);
    const folder = await mkdtemp(join(tmpdir(), 'simsphere-image-'));
    try {
      const path = join(folder, 'golden.vmdk');
      const { properties } = await scene.driver.snapshot('web', imageFileSink(path));
      expect(await readdir(folder)).toEqual(['golden.vmdk']);
      const image = imageFile(path, { properties });
      await scene.driver.spawn({ name: 'copy', uuid: uuid(2), flavor: { ...FLAVOR, rootGb: 2 }, image });
      const disk = scene.sim.disks.open({ vm: 'copy' });
      expect(disk.capacity).toBe(2048 * MIB);
      expect((await disk.read(0, RAW.length)).equals(RAW)).toBe(true);
      expect((await disk.read(5 * MIB, MIB)).equals(dense(MIB, 42))).toBe(true);
      expect((await readFile(path)).length).toBeGreaterThan(3 * MIB);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it.each([
    ['fails half-way', 100_000, 'the store is full'],
    ['takes it all and wants it not', 0, /the store (wants it not|is full)/],
  ])('whose sink %s leaves nothing', async (_how, failAt, message) => {
    await using scene = await openScene();
    await withWeb(scene);
    const before = await scene.files();
    const sink = new Memory(failAt);
    await expect(scene.driver.snapshot('web', sink)).rejects.toThrow(message);
    expect(sink).toMatchObject({ whole: undefined, aborted: true });
    await expectNoTrace(scene, before);
  });

  it('whose sink does not open leaves nothing', async () => {
    await using scene = await openScene();
    await withWeb(scene);
    const before = await scene.files();
    const sink: ImageSink = { open: () => Promise.reject(new Error('no such store')) };
    await expect(scene.driver.snapshot('web', sink)).rejects.toThrow('no such store');
    await expectNoTrace(scene, before);
  });

  it('given up half-way leaves nothing', async () => {
    await using scene = await openScene();
    await withWeb(scene);
    const before = await scene.files();
    const giveUp = new AbortController();
    const sink = new Memory();
    const onProgress = ({ bytes = 0 }) => bytes > 0 && giveUp.abort(new Error('enough'));
    const taken = scene.driver.snapshot('web', sink, {}, { signal: giveUp.signal, onProgress });
    await expect(taken).rejects.toThrow('enough');
    expect(sink).toMatchObject({ whole: undefined, aborted: true });
    await expectNoTrace(scene, before);
  });

  it.each([
    ['ExportSnapshot', { transport: { reset: true, phase: 'after' } }],
    ['HttpNfcLeaseComplete', { transport: { reset: true, phase: 'after' } }],
    ['RemoveSnapshot_Task', { soap: { fault: 'SystemError', properties: { reason: 'of a test' } } }],
  ] as const)('is taken though %s goes wrong: %j', async (method, effect) => {
    await using scene = await openScene();
    await withWeb(scene);
    const before = await scene.files();
    scene.sim.faults.add({ match: { method }, when: { nth: 1 }, effect });
    const sink = new Memory();
    await scene.driver.snapshot('web', sink);
    expect((await rawOf(sink.whole!)).subarray(0, RAW.length).equals(RAW)).toBe(true);
    await expectNoTrace(scene, before);
  });

  it('of an instance without disks says so', async () => {
    await using scene = await openScene();
    await scene.driver.spawn({ name: 'web', uuid: uuid(1), flavor: { ...FLAVOR, rootGb: 0 } });
    await expect(scene.driver.snapshot('web', new Memory())).rejects.toThrow('no disk');
  });
});
