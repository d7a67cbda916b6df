/** Images that were damaged on their way, at each door that reads them: they are a disk of their size, or a typed refusal. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../src/formats/vmdk/bytes.ts';
import { openFlat } from '../../src/formats/vmdk/flat.ts';
import { writeCowd } from '../../src/formats/vmdk/write-cowd.ts';
import { writeSparse } from '../../src/formats/vmdk/write-sparse.ts';
import { writeStream } from '../../src/formats/vmdk/write-stream.ts';
import { Porter, send } from '../objects/nfc/package.ts';
import { Disks, MIB, pattern } from '../objects/storage/disks.ts';

const BYTES = pattern(2 * MIB);
const DISK = openFlat(sourceOf(BYTES));
const ABOUT = { descriptor: { cid: 1, ddb: { adapterType: 'lsilogic' } }, file: 'x.vmdk' };
const FLAT = '# Disk DescriptorFile\nversion=1\nCID=00000001\nparentCID=ffffffff\ncreateType="vmfs"\n';
const CHILD = '# Disk DescriptorFile\nversion=1\nCID=00000002\nparentCID=00000001\ncreateType="vmfsSparse"\n';
const SPLIT = '# Disk DescriptorFile\nversion=1\nCID=00000001\nparentCID=ffffffff\ncreateType="twoGbMaxExtentSparse"\n';

async function bytesOf(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(Buffer.from(part));
  return Buffer.concat(all);
}

const sparse = () => bytesOf(writeSparse(DISK, ABOUT));
const flat = { 'b-flat.vmdk': BYTES, 'b.vmdk': Buffer.from(`${FLAT}RW 4096 VMFS "b-flat.vmdk"\n`) };

/** The files of a disk; the damage is done to the last but its descriptor, or to that. */
const DISKS: { readonly [what: string]: () => Promise<{ readonly [name: string]: Buffer }> } = {
  'a sparse image': async () => ({ 'x.vmdk': await sparse() }),
  'a stream': async () => ({ 'x.vmdk': await bytesOf(writeStream(DISK, ABOUT)) }),
  'a descriptor': async () => ({ 'x-flat.vmdk': BYTES, 'x.vmdk': Buffer.from(`${FLAT}RW 4096 VMFS "x-flat.vmdk"\n`) }),
  'the descriptor of several extents': async () => ({
    'x-s001.vmdk': await sparse(),
    'x-s002.vmdk': await sparse(),
    'x.vmdk': Buffer.from(`${SPLIT}RW 4096 SPARSE "x-s001.vmdk"\nRW 4096 SPARSE "x-s002.vmdk"\n`),
  }),
  'the descriptor of a child': async () => ({
    ...flat,
    'x-delta.vmdk': await bytesOf((await writeCowd(DISK_OVER)).bytes()),
    'x.vmdk': Buffer.from(`${CHILD}parentFileNameHint="b.vmdk"\nRW 4096 VMFSSPARSE "x-delta.vmdk"\n`),
  }),
  'a delta': async () => ({
    ...flat,
    'x.vmdk': Buffer.from(`${CHILD}parentFileNameHint="b.vmdk"\nRW 4096 VMFSSPARSE "x-delta.vmdk"\n`),
    'x-delta.vmdk': await bytesOf((await writeCowd(DISK_OVER)).bytes()),
  }),
};

const DISK_OVER = {
  capacity: 2 * MIB,
  async *said() {
    yield { at: MIB, bytes: Buffer.alloc(65_536, 3) };
    yield { at: MIB + 65_536, zeros: 65_536 };
  },
  async *runs() {
    yield { at: MIB, bytes: Buffer.alloc(65_536, 3) };
  },
};

const damage = fc.record({
  changes: fc.array(
    fc.record({
      at: fc.oneof(fc.nat(700), fc.nat(4_096), fc.nat(4 * MIB)),
      to: fc.oneof(fc.constantFrom(0, 1, 0x7f, 0xff), fc.nat(255)),
    }),
    { maxLength: 8 },
  ),
  keep: fc.option(fc.nat(1_000), { nil: undefined, freq: 3 }),
});

function damaged(bytes: Buffer, { changes, keep }: typeof damage extends fc.Arbitrary<infer D> ? D : never): Buffer {
  const all = Buffer.from(bytes);
  for (const { at, to } of changes) all[at % all.length] = to;
  return keep === undefined ? all : all.subarray(0, Math.floor((all.length * keep) / 1_000));
}

describe.each(Object.entries(DISKS))('%s that was damaged', (_, made) => {
  it('is copied as a disk of its size or refused with a typed fault, and nothing is left of either', async () => {
    await using ds = await Disks.open({ clock: { kind: 'manual' }, start: 0, inventory: { vm: 0 } });
    const [files, free] = [Object.entries(await made()), await ds.free()];
    const manager = ds.manager('virtualDiskManager');
    const destSpec = { diskType: 'thin', adapterType: 'lsiLogic' };
    await fc.assert(
      fc.asyncProperty(damage, async (done) => {
        await ds.file('MakeDirectory', 'd');
        for (const [i, [name, bytes]] of files.entries())
          await ds.put(`d/${name}`, i === files.length - 1 ? damaged(bytes, done) : bytes);
        const before = [await ds.free(), ds.sim.simulation.spool.count];
        const fault = await ds.client
          .run(manager, 'CopyVirtualDisk_Task', ds.pair('d/x.vmdk', 'd/copy.vmdk', { destSpec }) as never)
          .then(() => undefined)
          .catch((error) => error.fault);
        if (fault) {
          expect(fault._typeName).toMatch(/^(InvalidDiskFormat|FileNotFound|NoDiskSpace)$/);
          expect([await ds.free(), ds.sim.simulation.spool.count]).toEqual(before);
        } else {
          const told = (await ds.browse('d')).find(({ path }) => path === 'copy.vmdk');
          const head = await ds.http('HEAD', 'd/copy-flat.vmdk');
          expect(Number(head.headers.get('content-length'))).toBe(told.capacityKb * 1_024);
          expect((await ds.get('d/copy-flat.vmdk', 'bytes=0-1023')).length).toBe(1_024);
        }
        await ds.file('DeleteDatastoreFile_Task', 'd');
        expect([await ds.free(), ds.sim.simulation.spool.count]).toEqual([free, 0]);
      }),
      { numRuns: 25 },
    );
  });
});

it('a stream that was damaged is taken in by a lease whole, or ends it, and nothing is left', async () => {
  await using porter = await Porter.open();
  const image = await bytesOf(writeStream(DISK, ABOUT));
  const free = await porter.free();
  await fc.assert(
    fc.asyncProperty(damage, async (done) => {
      const lease = await porter.import(porter.machineSpec('coming'));
      const url = await porter.url(lease, 'LogicController0:0');
      const { status } = await send(url, { method: 'POST', body: damaged(image, done) });
      expect([201, 400, 507]).toContain(status);
      expect(await porter.ep.read(lease, 'state')).toBe(status === 201 ? 'ready' : 'error');
      if (status === 201) {
        await porter.complete(lease);
        await porter.ep.run(await porter.ep.at('DC0/vm/coming'), 'Destroy_Task');
      } else {
        expect((await porter.ep.read(lease, 'error')).fault._typeName).toMatch(/^(InvalidDiskFormat|NoDiskSpace)$/);
      }
      expect([await porter.free(), porter.kept, await porter.ep.exists('DC0/vm/coming')]).toEqual([free, 0, false]);
    }),
    { numRuns: 25 },
  );
});
