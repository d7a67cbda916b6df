import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Disk, SECTOR, sourceOf, VmdkError } from '../../src/formats/vmdk/bytes.ts';
import { readDescriptor, writeDescriptor } from '../../src/formats/vmdk/descriptor.ts';
import { geometryOf } from '../../src/formats/vmdk/geometry.ts';
import { openSparse } from '../../src/formats/vmdk/read-sparse.ts';
import { readStream } from '../../src/formats/vmdk/read-stream.ts';
import { writeSparse } from '../../src/formats/vmdk/write-sparse.ts';
import { writeStream } from '../../src/formats/vmdk/write-stream.ts';

const DESCRIPTOR = { cid: 0x123456fe, ddb: { adapterType: 'lsilogic', virtualHWVersion: '21' } };
const WRITERS = { writeSparse, writeStream };

/** A disk of some sectors with data at some of them. */
function diskOf(sectors: number, data: ReadonlyMap<number, number>): Disk {
  return {
    capacity: sectors * SECTOR,
    async *runs() {
      for (const [sector, fill] of [...data].sort(([a], [b]) => a - b)) {
        if (sector < sectors) yield { at: sector * SECTOR, bytes: Buffer.alloc(SECTOR, fill) };
      }
    },
  };
}

async function whole(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(Buffer.from(chunk));
  return Buffer.concat(all);
}

/** Sector -> first byte, of all sectors that are not zero. */
async function content(
  runs: AsyncIterable<{ readonly at: number; readonly bytes: Buffer }>,
): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  for await (const { at, bytes } of runs) {
    for (let i = 0; i < bytes.length; i += SECTOR) if (bytes[i] !== 0) found.set((at + i) / SECTOR, bytes[i]!);
  }
  return found;
}

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const sectors = fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 65_000, max: 200_000 }));
const disk = sectors.chain((size) =>
  fc
    .array(fc.tuple(fc.nat({ max: size - 1 }), fc.integer({ min: 1, max: 255 })), { maxLength: 20 })
    .map((entries) => ({ size, data: new Map(entries) })),
);
const sorted = (data: ReadonlyMap<number, number>) => [...data].sort(([a], [b]) => a - b);

describe.each(Object.entries(WRITERS))('a disk written by %s', (_, write) => {
  it('reads back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(disk, async ({ size, data }) => {
        const file = await whole(write(diskOf(size, data), { descriptor: DESCRIPTOR, file: 'x.vmdk' }));
        const read = await openSparse(sourceOf(file));
        expect(read.capacity).toBe(size * SECTOR);
        expect(read.descriptor).toMatchObject({ ...DESCRIPTOR, extents: [{ size, file: 'x.vmdk' }] });
        expect(sorted(await content(read.runs()))).toEqual(sorted(data));
      }),
      { numRuns: 60 },
    );
  });

  it('is refused, not misread, when bytes of it are lost or changed', async () => {
    const data = new Map([
      [1, 1],
      [300, 2],
      [70_000, 3],
    ]);
    const file = await whole(write(diskOf(80_000, data), { descriptor: DESCRIPTOR, file: 'x.vmdk' }));
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: file.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, by, cut) => {
          const damaged = cut ? file.subarray(0, at) : Buffer.from(file);
          if (!cut) damaged[at] = (damaged[at]! + by) & 255;
          try {
            await content((await openSparse(sourceOf(damaged))).runs());
          } catch (error) {
            expect(error).toBeInstanceOf(VmdkError);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a sparse disk of any size', () => {
  it('is made in small pieces, tables and all', async () => {
    const sectors = (256 * 2 ** 30) / SECTOR;
    const data = new Map([
      [5, 1],
      [sectors / 2, 2],
      [sectors - 1, 3],
    ]);
    const pieces: Buffer[] = [];
    let [size, largest] = [0, 0];
    for await (const piece of writeSparse(diskOf(sectors, data), { descriptor: DESCRIPTOR, file: 'x.vmdk' })) {
      size += piece.length;
      largest = Math.max(largest, piece.length);
      pieces.push(piece);
    }
    expect(largest).toBeLessThanOrEqual(64 * 1_024);
    const read = await openSparse(sourceOf(Buffer.concat(pieces)));
    expect(sorted(await content(read.runs()))).toEqual(sorted(data));
    expect(size % SECTOR).toBe(0);
  });
});

describe('a stream-optimized disk', () => {
  it('can be read as it arrives, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(disk, fc.integer({ min: 1, max: 100_000 }), async ({ size, data }, piece) => {
        const file = await whole(writeStream(diskOf(size, data), { descriptor: DESCRIPTOR, file: 'x.vmdk' }));
        const pieces = inPieces(file, Math.max(piece, Math.ceil(file.length / 500)));
        const { header, descriptor, runs } = await readStream(pieces);
        expect(header.capacity).toBe(size);
        expect(descriptor).toMatchObject(DESCRIPTOR);
        expect(sorted(await content(runs))).toEqual(sorted(data));
      }),
      { numRuns: 40 },
    );
  });

  it('is refused when the stream ends before its end', async () => {
    const file = await whole(writeStream(diskOf(500, new Map([[3, 3]])), { descriptor: DESCRIPTOR, file: 'x.vmdk' }));
    for (const length of [0, 100, 512, 70_000, file.length - 1]) {
      const read = async () => content((await readStream(inPieces(file.subarray(0, length), 4_096))).runs);
      await expect(read()).rejects.toThrow('the stream ends too early');
    }
  });

  it('does not blow up', async () => {
    const file = await whole(writeStream(diskOf(500, new Map([[3, 3]])), { descriptor: DESCRIPTOR, file: 'x.vmdk' }));
    const { deflateSync } = await import('node:zlib');
    const bomb = deflateSync(Buffer.alloc(50_000_000));
    const grain = Buffer.alloc(Math.ceil((bomb.length + 12) / SECTOR) * SECTOR);
    grain.writeUInt32LE(bomb.length, 8);
    bomb.copy(grain, 12);
    const lying = Buffer.concat([file.subarray(0, 128 * SECTOR), grain, file.subarray(-SECTOR)]);
    const read = async () => content((await readStream(inPieces(lying, 4_096))).runs);
    await expect(read()).rejects.toThrow(VmdkError);
  });
});

describe('a descriptor', () => {
  it('reads back as it was written', () => {
    const descriptor = {
      ...DESCRIPTOR,
      parentCid: 0xabcdef01,
      parentFile: 'base.vmdk',
      createType: 'vmfsSparse',
      extents: [{ access: 'RW' as const, size: 4_096, type: 'VMFSSPARSE', file: 'x-delta.vmdk', offset: undefined }],
    };
    expect(readDescriptor(Buffer.from(writeDescriptor(descriptor)))).toEqual(descriptor);
  });

  it('of a line that is mostly blanks is read as quickly as any', () => {
    const text = `# Disk DescriptorFile\nCID=1\ncreateType="vmfs"\nddb.x = ${' '.repeat(900_000)}"y\n`;
    expect(readDescriptor(Buffer.from(text)).ddb).toEqual({ x: '"y' });
  });

  it.each([
    '',
    'no descriptor',
    '# Disk DescriptorFile\nversion=1\n',
    '# Disk DescriptorFile\nCID=xyz\ncreateType="vmfs"\n',
  ])('is refused when it is none: %j', (text) => {
    expect(() => readDescriptor(Buffer.from(text))).toThrow(VmdkError);
  });
});

describe('the geometry of a disk', () => {
  it.each([
    [2 ** 30 - 512, 'lsilogic', { cylinders: 1024, heads: 64, sectors: 32 }],
    [10 * 2 ** 30, 'lsilogic', { cylinders: 1306, heads: 255, sectors: 63 }],
    [2 ** 40, 'ide', { cylinders: 16_383, heads: 16, sectors: 63 }],
  ])('of %d bytes at %s follows from its size', (capacity, adapter, expected) => {
    expect(geometryOf(capacity, adapter)).toEqual(expected);
  });
});
