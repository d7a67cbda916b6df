import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Run } from '../../src/formats/vmdk/bytes.ts';
import type { DiskContent, Layer } from '../../src/spool/layer.ts';
import { Layers } from '../../src/spool/layers.ts';
import { Spool } from '../../src/spool/spool.ts';

const SIZE = 40_000;

/** Ascending runs anywhere in a small disk: each a gap, a length and a byte that is often zero. */
const runsOfDisk = fc
  .array(fc.tuple(fc.nat({ max: 6_000 }), fc.integer({ min: 1, max: 9_000 }), fc.constantFrom(0, 0, 1, 7, 255)), {
    maxLength: 12,
  })
  .map((parts) => {
    const runs: Run[] = [];
    let end = 0;
    for (const [gap, length, fill] of parts) {
      const at = end + gap;
      if (at + length > SIZE) break;
      runs.push({ at, bytes: Buffer.alloc(length, fill) });
      end = at + length;
    }
    return runs;
  });

const raw = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 9_000 }), fc.constantFrom(0, 3)), { minLength: 1, maxLength: 6 })
  .map((parts) => Buffer.concat(parts.map(([length, fill]) => Buffer.alloc(length, fill))).subarray(0, SIZE));

const layers = fc.array(fc.oneof({ weight: 4, arbitrary: runsOfDisk }, { weight: 1, arbitrary: raw }), {
  maxLength: 20,
});

async function* each<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values;
}

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of source) found.push(one);
  return found;
}

describe('the layers of a disk', () => {
  let within: string;
  let spool: Spool;
  let disks: Layers;
  beforeEach(() => {
    within = mkdtempSync(join(tmpdir(), 'simsphere-test-'));
    spool = new Spool(within);
    disks = new Layers(spool, 20_000);
  });
  afterEach(() => {
    spool.close();
    rmSync(within, { recursive: true, force: true });
  });
  const kept = () => readdirSync(within).flatMap((d) => readdirSync(join(within, d)).map((f) => join(within, d, f)));

  async function keepRaw(bytes: Buffer): Promise<Layer> {
    const { id, size } = await spool.write(each([bytes]));
    return { extent: id, kind: 'raw', size };
  }

  /** Keeps layers, and does to a plain array of bytes what they say. */
  async function pile(said: readonly (Buffer | Run[])[]): Promise<{ content: Layer[]; model: Buffer }> {
    const content: Layer[] = [];
    const model = Buffer.alloc(SIZE);
    for (const one of said) {
      const layer = Array.isArray(one) ? await disks.keep(each(one)) : await keepRaw(one);
      expect(layer === undefined).toBe(one.length === 0);
      if (layer) content.push(layer);
      for (const { at, bytes } of Array.isArray(one) ? one : [{ at: 0, bytes: one }]) bytes.copy(model, at);
    }
    return { content, model };
  }

  async function readByRuns(content: DiskContent, capacity: number): Promise<Buffer> {
    const bytes = Buffer.alloc(capacity);
    let end = 0;
    for await (const run of disks.open(content, capacity).runs()) {
      expect(run.at).toBeGreaterThanOrEqual(end);
      end = run.at + run.bytes.length;
      expect(end).toBeLessThanOrEqual(capacity);
      run.bytes.copy(bytes, run.at);
    }
    return bytes;
  }

  it('read as the last of them that says anything says, by runs and at any place', async () => {
    const places = fc.array(fc.tuple(fc.nat({ max: SIZE }), fc.nat({ max: 20_000 })), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(layers, fc.integer({ min: 1, max: 2 * SIZE }), places, async (said, capacity, reads) => {
        const { content, model } = await pile(said);
        const expected = Buffer.concat([model, Buffer.alloc(SIZE)]).subarray(0, capacity);
        expect((await readByRuns(content, capacity)).equals(expected)).toBe(true);
        const disk = disks.open(content, capacity);
        for (const [at, length] of reads) {
          expect((await disk.read(at, length)).equals(expected.subarray(at, at + length))).toBe(true);
          const asked = expected.subarray(at, Math.max(at, at + length));
          expect(Buffer.concat(await all(disk.bytes(at, at + length))).equals(asked)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are the same merged into one, over whatever lies below', async () => {
    await fc.assert(
      fc.asyncProperty(layers, runsOfDisk, async (said, below) => {
        const { content } = await pile(said);
        const merged = await disks.merge(content);
        expect(merged === undefined).toBe(content.length === 0);
        const base = await disks.keep(each(below));
        const bottom = base ? [base] : [];
        const before = await readByRuns([...bottom, ...content], SIZE);
        expect((await readByRuns(merged ? [...bottom, merged] : bottom, SIZE)).equals(before)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('can be told as what stands over others, in whole sectors', async () => {
    await fc.assert(
      fc.asyncProperty(layers, layers, async (lower, upper) => {
        const [below, above] = [(await pile(lower)).content, (await pile(upper)).content];
        const capacity = Math.floor(SIZE / 512) * 512;
        const expected = await readByRuns([...below, ...above], capacity);
        const bytes = await readByRuns(below, capacity);
        let end = 0;
        for await (const word of disks.delta(above, below, capacity).said()) {
          const length = 'bytes' in word ? word.bytes.length : word.zeros;
          expect([word.at % 512, length % 512, word.at >= end]).toEqual([0, 0, true]);
          end = word.at + length;
          ('bytes' in word ? word.bytes : Buffer.alloc(length)).copy(bytes, word.at);
        }
        expect(bytes.equals(expected)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('pass in two buffers, however large they are, holes and all', async () => {
    const MIB = 2 ** 20;
    const model = Buffer.alloc(9 * MIB);
    const noise = (at: number, length: number, seed: number) => {
      for (let i = at; i < at + length; i++) model[i] = (i * seed) >> 5;
    };
    noise(5, 3 * MIB, 7);
    noise(8 * MIB - 77, 1_000, 11);
    const rawLayer = await keepRaw(model);
    const over = Buffer.alloc(600_000, 9);
    over.copy(model, MIB + 3);
    const top = await disks.keep(each([{ at: MIB + 3, bytes: over }]));
    const disk = disks.open([rawLayer, top!], model.length);
    const buffers = new Set<ArrayBufferLike>();
    let at = 3;
    for await (const piece of disk.bytes(at, model.length - 1)) {
      expect(piece.equals(model.subarray(at, at + piece.length))).toBe(true);
      if (piece.some((byte) => byte !== 0)) buffers.add(piece.buffer);
      at += piece.length;
    }
    expect(at).toBe(model.length - 1);
    expect(buffers.size).toBe(2);
    const passed = Buffer.alloc(model.length);
    for await (const run of disk.passing()) run.bytes.copy(passed, run.at);
    expect(passed.equals(model)).toBe(true);
  });

  it('hold the bytes that are not zeros, by the block, and know where they say anything', async () => {
    const runs = [
      { at: 4_096, bytes: Buffer.concat([Buffer.alloc(4_096), Buffer.alloc(4_096, 1), Buffer.alloc(8_192)]) },
      { at: 100_000, bytes: Buffer.alloc(10, 2) },
    ];
    const layer = await disks.keep(each(runs));
    expect(layer).toMatchObject({ kind: 'grains', size: 4_106 });
    expect(await all(disks.open([layer!], 200_000).areas())).toEqual([
      { at: 4_096, length: 4_096, zeros: true },
      { at: 8_192, length: 4_096, zeros: false },
      { at: 12_288, length: 8_192, zeros: true },
      { at: 100_000, length: 10, zeros: false },
    ]);
  });

  it('are found among very many stretches, far apart', async () => {
    const places = Array.from({ length: 5_000 }, (_, i) => 2 ** 20 + i * 3 * 2 ** 30);
    const fill = (i: number) => (i % 251) + 1;
    const part = (step: number, add: number) =>
      places.flatMap((at, i) => (i % step === 0 ? [{ at: at + add, bytes: Buffer.alloc(512, fill(i + add)) }] : []));
    const content = [(await disks.keep(each(part(1, 0))))!, (await disks.keep(each(part(2, 256))))!];
    expect(content.map(({ size }) => size)).toEqual([5_000 * 512, 2_500 * 512]);
    const disk = disks.open(content, 62 * 2 ** 40);
    const runs = await all(disk.runs());
    expect(runs.map(({ at }) => at)).toEqual(places.flatMap((at, i) => (i % 2 === 0 ? [at, at + 256] : [at])));
    for (const i of [0, 1, 1_023, 1_024, 2_500, 4_999]) {
      const expected = Buffer.alloc(1_000);
      expected.fill(fill(i), 100, 612);
      if (i % 2 === 0) expected.fill(fill(i + 256), 356, 868);
      expect((await disk.read(places[i]! - 100, 1_000)).equals(expected)).toBe(true);
    }
  });

  it('may be many more than can be open at once', async () => {
    const content: Layer[] = [];
    for (let i = 0; i < 100; i++)
      content.push((await disks.keep(each([{ at: i * 50, bytes: Buffer.alloc(100, i + 1) }])))!);
    const bytes = await readByRuns(content, 10_000);
    expect([bytes[0], bytes[49], bytes[50], bytes[99 * 50], bytes[99 * 50 + 99]]).toEqual([1, 1, 2, 100, 100]);
  });

  it('are read to their end though they are dropped meanwhile', async () => {
    const layer = (await disks.keep(each([{ at: 0, bytes: Buffer.alloc(1_000_000, 1) }])))!;
    let size = 0;
    for await (const { bytes } of disks.open([layer], 1_000_000).runs()) {
      spool.drop(layer.extent);
      size += bytes.length;
    }
    expect(size).toBe(1_000_000);
  });

  it('keep nothing of what failed, was out of order, or had no room', async () => {
    async function* cut(): AsyncGenerator<Run> {
      yield { at: 0, bytes: Buffer.alloc(600_000, 1) };
      throw new Error('gone');
    }
    await expect(disks.keep(cut())).rejects.toThrow('gone');
    const overlapping = [0, 50].map((at) => ({ at, bytes: Buffer.alloc(100, 1) }));
    await expect(disks.keep(each(overlapping))).rejects.toThrow('data out of order');
    const large = [{ at: 0, bytes: Buffer.alloc(10_000, 1) }];
    await expect(disks.keep(each(large), () => 9_999)).rejects.toThrow('more than 9999 bytes');
    expect(await disks.keep(each([]))).toBeUndefined();
    expect(spool.count).toBe(0);
    expect(kept()).toEqual([]);
    expect(await disks.keep(each(large), () => 10_000)).toMatchObject({ size: 10_000 });
  });

  it('take no room on the disk for what is zeros', async () => {
    const zeros = Buffer.alloc(2 ** 20);
    async function* chunks(): AsyncGenerator<Buffer> {
      yield Buffer.from('front');
      for (let i = 0; i < 256; i++) yield zeros;
      yield Buffer.from('middle');
      for (let i = 0; i < 256; i++) yield zeros;
    }
    const extent = await spool.write(chunks());
    expect(extent.size).toBe(512 * 2 ** 20 + 11);
    const [file] = kept();
    expect(statSync(file!)).toMatchObject({ size: extent.size });
    expect(statSync(file!).blocks * 512).toBeLessThan(2 ** 20);
    const disk = disks.open([{ extent: extent.id, kind: 'raw', size: extent.size }], extent.size);
    expect(await disk.read(256 * 2 ** 20, 20)).toEqual(Buffer.from('\0\0\0\0\0middle\0\0\0\0\0\0\0\0\0'));
  });
});
