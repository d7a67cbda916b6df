import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CAPACITY, SECTOR, type Source, sourceOf, VmdkError } from '../../src/formats/vmdk/bytes.ts';
import { writeDescriptor } from '../../src/formats/vmdk/descriptor.ts';
import { writeFlat } from '../../src/formats/vmdk/flat.ts';
import { openChain, openVmdk } from '../../src/formats/vmdk/open-vmdk.ts';
import { deltaDescriptor, flatDescriptor, plainUuid, spacedUuid } from '../../src/formats/vmdk/vmfs.ts';
import { writeCowd } from '../../src/formats/vmdk/write-cowd.ts';
import { writeSparse } from '../../src/formats/vmdk/write-sparse.ts';
import { writeStream } from '../../src/formats/vmdk/write-stream.ts';
import { deltaOf, saidOf, sorted, whole } from './disks.ts';

const ABOUT = { descriptor: { cid: 0x1234, ddb: { adapterType: 'lsilogic' } }, file: 'x.vmdk' };
const UUID = '6000C29a-1111-2222-3333-444455556666';
const DATA = new Map([
  [1, 1],
  [300, 2],
  [4_095, 9],
  [4_096, 4],
  [9_000, 3],
]);
const SECTORS = 10_000;

const written = {
  monolithicSparse: () => whole(writeSparse(deltaOf(SECTORS, DATA), ABOUT)),
  streamOptimized: () => whole(writeStream(deltaOf(SECTORS, DATA), ABOUT)),
  vmfsSparse: async () => whole((await writeCowd(deltaOf(SECTORS, DATA))).bytes()),
  flat: () => whole(writeFlat(deltaOf(SECTORS, DATA))),
};

const text = (descriptor: Parameters<typeof writeDescriptor>[0]) => Buffer.from(writeDescriptor(descriptor));
const within = (files: Readonly<Record<string, Buffer>>) => (name: string) => files[name] && sourceOf(files[name]);

describe.each(Object.entries(written))('an image of the format %s', (format, make) => {
  it('is known by its first bytes and read', async () => {
    const image = await openVmdk(sourceOf(await make()));
    expect(image.format).toBe(format);
    expect(image.disk.capacity).toBe(SECTORS * SECTOR);
    expect([...(await saidOf(image.disk.runs()))].filter(([, fill]) => fill > 0)).toEqual(sorted(DATA));
  });

  it('is refused or read in bounds, whatever was done to it', async () => {
    const file = await make();
    const change = fc.record({
      at: fc.oneof(fc.nat({ max: Math.min(4_096, file.length - 5) }), fc.nat({ max: file.length - 5 })),
      to: fc.oneof(fc.nat({ max: 0xffffffff }), fc.constantFrom(0, 1, 2, 4, 25, 128, 0xffffffff)),
    });
    const changes = fc.array(change, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(changes, fc.option(fc.nat({ max: file.length })), async (all, cut) => {
        const damaged = Buffer.from(file);
        for (const { at, to } of all) damaged.writeUInt32LE(to, at);
        let data = 0;
        try {
          const { disk } = await openVmdk(sourceOf(damaged.subarray(0, cut ?? file.length)));
          expect(disk.capacity).toBeLessThanOrEqual(MAX_CAPACITY);
          for await (const word of disk.said()) {
            if ('bytes' in word) data += word.bytes.length;
            expect(word.at + ('bytes' in word ? word.bytes.length : word.zeros)).toBeLessThanOrEqual(disk.capacity);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(VmdkError);
        }
        // Deflated grains may hold more than they take, but each only its own.
        if (format !== 'streamOptimized') expect(data).toBeLessThanOrEqual(file.length);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a VMFS sparse extent', () => {
  it('says what it was told, zeros over a parent among it', async () => {
    const size = fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 8_000, max: 30_000 }));
    const disk = size.chain((sectors) =>
      fc
        .array(fc.tuple(fc.nat({ max: sectors - 1 }), fc.constantFrom(0, 1, 2, 255)), { maxLength: 30 })
        .map((entries) => ({ sectors, data: new Map(entries) })),
    );
    await fc.assert(
      fc.asyncProperty(disk, async ({ sectors, data }) => {
        const plan = await writeCowd(deltaOf(sectors, data));
        const file = await whole(plan.bytes());
        expect(file.length).toBe(plan.size);
        const { disk: read } = await openVmdk(sourceOf(file));
        expect(read.capacity).toBe(sectors * SECTOR);
        expect(sorted(await saidOf(read.said()))).toEqual(sorted(data));
      }),
      { numRuns: 100 },
    );
  });

  it('cannot hold parts of sectors, nor more than 2 TiB', async () => {
    const odd = {
      ...deltaOf(8, new Map()),
      said: async function* () {
        yield { at: 100, zeros: 512 };
      },
    };
    await expect(writeCowd(odd)).rejects.toThrow('whole sectors');
    await expect(writeCowd(deltaOf(2 ** 32, new Map()))).rejects.toThrow('2 TiB');
  });

  it('whose tables are all one table is refused, not read for ever', async () => {
    const file = await written.vmfsSparse();
    const loop = Buffer.from(file);
    loop.writeUInt32LE(0xffff_ffff, 12);
    loop.writeUInt32LE(2 ** 20, 24);
    const table = file.readUInt32LE(4 * SECTOR);
    const directory = Buffer.alloc(4 * 2 ** 20);
    for (let i = 0; i < directory.length; i += 4) directory.writeUInt32LE(table, i);
    loop.writeUInt32LE(loop.length / SECTOR, 20);
    const { disk } = await openVmdk(sourceOf(Buffer.concat([loop, directory])));
    await expect(saidOf(disk.said())).rejects.toThrow('more than the file holds');
  });
});

describe('a sparse extent', () => {
  it('whose grains are all one grain is refused', async () => {
    const file = await written.monolithicSparse();
    const table = file.readUInt32LE(Number(file.readBigUInt64LE(56)) * SECTOR) * SECTOR;
    for (let i = 0; i < 79; i++) file.writeUInt32LE(128, table + i * 4);
    const { disk } = await openVmdk(sourceOf(file));
    await expect(saidOf(disk.said())).rejects.toThrow('more than the file holds');
  });

  it('says zeros where its table says so', async () => {
    const file = await whole(writeSparse(deltaOf(256, new Map([[0, 5]])), ABOUT));
    const table = file.readUInt32LE(Number(file.readBigUInt64LE(56)) * SECTOR) * SECTOR;
    file.writeUInt32LE(1, table + 4);
    const { disk } = await openVmdk(sourceOf(file));
    const words = [];
    for await (const word of disk.said()) words.push({ at: word.at, zeros: 'zeros' in word ? word.zeros : undefined });
    expect(words).toEqual([
      { at: 0, zeros: undefined },
      { at: 65_536, zeros: 65_536 },
    ]);
  });

  it('with a bomb for a grain is refused', async () => {
    const { deflateSync } = await import('node:zlib');
    const file = await whole(writeStream(deltaOf(256, new Map([[0, 5]])), ABOUT));
    const bomb = deflateSync(Buffer.alloc(20_000_000));
    const at = 128 * SECTOR;
    const lying = Buffer.concat([file.subarray(0, at + 12), bomb, file.subarray(at + SECTOR)]);
    lying.writeUInt32LE(bomb.length, at + 8);
    // Behind the grain everything has moved.
    const moved = Math.ceil((at + 12 + bomb.length) / SECTOR) * SECTOR;
    const fits = Buffer.concat([lying.subarray(0, at + 12 + bomb.length), Buffer.alloc(moved - at - 12 - bomb.length)]);
    const tail = Buffer.from(file.subarray(at + SECTOR));
    const shift = (fits.length - at - SECTOR) / SECTOR;
    const directory = Number(tail.readBigUInt64LE(tail.length - 2 * SECTOR + 56));
    tail.writeBigUInt64LE(BigInt(directory + shift), tail.length - 2 * SECTOR + 56);
    const entry = directory * SECTOR - at - SECTOR;
    tail.writeUInt32LE(tail.readUInt32LE(entry) + shift, entry);
    const { disk } = await openVmdk(sourceOf(Buffer.concat([fits, tail])));
    await expect(saidOf(disk.said())).rejects.toThrow('cannot be inflated');
  });
});

describe('a descriptor on a datastore', () => {
  const flat = flatDescriptor({
    capacity: 10 * 2 ** 30,
    file: 'x-flat.vmdk',
    cid: 0xfedc,
    adapterType: 'lsilogic',
    uuid: UUID,
    thin: true,
  });

  it('is as ESXi writes it', () => {
    expect(writeDescriptor(flat).split('\n')).toEqual([
      '# Disk DescriptorFile',
      'version=1',
      'CID=0000fedc',
      'parentCID=ffffffff',
      'createType="vmfs"',
      '',
      '# Extent description',
      'RW 20971520 VMFS "x-flat.vmdk"',
      '',
      '# The Disk Data Base',
      '#DDB',
      '',
      'ddb.adapterType = "lsilogic"',
      'ddb.geometry.cylinders = "1306"',
      'ddb.geometry.heads = "255"',
      'ddb.geometry.sectors = "63"',
      'ddb.longContentID = "0000000000000000000000000000fedc"',
      'ddb.thinProvisioned = "1"',
      'ddb.toolsVersion = "2147483647"',
      'ddb.uuid = "60 00 C2 9a 11 11 22 22-33 33 44 44 55 55 66 66"',
      'ddb.virtualHWVersion = "21"',
      '',
    ]);
    const delta = { capacity: 512, file: 'x-000001-delta.vmdk', cid: 2, parentCid: 0xfedc, parentFile: 'x.vmdk' };
    expect(writeDescriptor(deltaDescriptor(delta))).toContain(
      'parentCID=0000fedc\ncreateType="vmfsSparse"\nparentFileNameHint="x.vmdk"\n\n# Extent description\nRW 1 VMFSSPARSE "x-000001-delta.vmdk"\n',
    );
  });

  it('tells the uuid as vSphere does', () => {
    expect(plainUuid(spacedUuid(UUID))).toBe(UUID);
    expect(plainUuid('60 00')).toBeUndefined();
  });
});

describe('a disk in several files', () => {
  const part = (fill: number) =>
    whole(
      writeSparse(
        deltaOf(
          200,
          new Map([
            [3, fill],
            [199, fill],
          ]),
        ),
        ABOUT,
      ),
    );
  const split = (extents: readonly string[]) =>
    Buffer.from(`# Disk DescriptorFile\nCID=1\nparentCID=ffffffff\ncreateType="custom"\n${extents.join('\n')}\n`);

  it('is read as one', async () => {
    const files = { 'a.vmdk': await part(1), 'b.vmdk': await part(2), 'c.raw': Buffer.alloc(20 * SECTOR, 3) };
    const descriptor = split([
      'RW 200 SPARSE "a.vmdk"',
      'RW 100 SPARSE "b.vmdk"',
      'RW 50 ZERO',
      'RW 10 FLAT "c.raw" 10',
    ]);
    const { format, disk } = await openVmdk(sourceOf(descriptor), within(files));
    expect({ format, sectors: disk.capacity / SECTOR }).toEqual({ format: 'descriptor', sectors: 360 });
    const found = [...(await saidOf(disk.runs()))].filter(([, fill]) => fill > 0);
    const end = Array.from({ length: 10 }, (_, i) => [350 + i, 3]);
    expect(found).toEqual([[3, 1], [199, 1], [203, 2], ...end]);
  });

  it.each([
    ['RW 200 SPARSE "gone.vmdk"', 'is missing'],
    ['RW 201 SPARSE "a.vmdk"', 'smaller than the descriptor says'],
    ['RW 10 FLAT "c.raw" 15', 'larger than its file'],
    ['RW 10 SESPARSE "a.vmdk"', 'not known'],
    ['RW 999999999999 ZERO', 'larger than 62 TiB'],
    ['RW 99999999999999999999999 ZERO', 'larger than 62 TiB'],
    ['', 'names no extent'],
  ])('is refused when its descriptor lies: %s', async (extent, why) => {
    const files = { 'a.vmdk': await part(1), 'c.raw': Buffer.alloc(20 * SECTOR, 3) };
    await expect(openVmdk(sourceOf(split([extent])), within(files))).rejects.toThrow(why);
  });
});

describe('a chain of disks', () => {
  const base = flatDescriptor({
    capacity: 10 * SECTOR,
    file: 'x-flat.vmdk',
    cid: 7,
    adapterType: 'ide',
    uuid: UUID,
    thin: false,
  });
  const child = (number: number, parentCid: number, parentFile: string) =>
    text(
      deltaDescriptor({
        capacity: 10 * SECTOR,
        file: `x-${number}-delta.vmdk`,
        cid: 10 + number,
        parentCid,
        parentFile,
      }),
    );
  async function files(): Promise<Record<string, Buffer>> {
    return {
      'x.vmdk': text(base),
      'x-flat.vmdk': Buffer.alloc(10 * SECTOR, 1),
      'x-1.vmdk': child(1, 7, 'x.vmdk'),
      'x-1-delta.vmdk': await whole(
        (
          await writeCowd(
            deltaOf(
              10,
              new Map([
                [2, 2],
                [3, 0],
              ]),
            ),
          )
        ).bytes(),
      ),
      'x-2.vmdk': child(2, 11, 'x-1.vmdk'),
      'x-2-delta.vmdk': await whole((await writeCowd(deltaOf(10, new Map([[2, 5]])))).bytes()),
    };
  }
  const top = (all: Record<string, Buffer>): Source => sourceOf(all['x-2.vmdk']!);

  it('is opened from its lowest member up', async () => {
    const all = await files();
    const chain = await openChain(top(all), within(all));
    expect(chain.map(({ descriptor }) => descriptor?.cid)).toEqual([7, 11, 12]);
    const said = await Promise.all(chain.slice(1).map(({ disk }) => saidOf(disk.said())));
    expect(said.map(sorted)).toEqual([
      [
        [2, 2],
        [3, 0],
      ],
      [[2, 5]],
    ]);
  });

  it.each([
    ['a member that is missing', { 'x.vmdk': undefined }, 'is missing'],
    ['a parent that was changed', { 'x.vmdk': text({ ...base, cid: 8 }) }, 'has been changed'],
    ['its own parent', { 'x-1.vmdk': child(1, 12, 'x-2.vmdk') }, 'its own parent'],
    ['no word on its parent', { 'x-1.vmdk': text({ ...base, cid: 11, parentCid: 7 }) }, 'where the parent is'],
  ])('is refused with %s', async (_, changed, why) => {
    const all = { ...(await files()), ...changed } as Record<string, Buffer>;
    await expect(openChain(top(all), within(all))).rejects.toThrow(why);
  });

  it('ends, however many names its members have for each other', async () => {
    const neighbours = (name: string) =>
      sourceOf(name.startsWith('x-flat') ? Buffer.alloc(5_120) : endless(`${name}x`));
    const endless = (parent: string) => text({ ...base, cid: 7, parentCid: 7, parentFile: parent });
    await expect(openChain(sourceOf(endless('y')), neighbours)).rejects.toThrow('too long');
  });
});
