import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../../src/formats/vmdk/bytes.ts';
import { type Descriptor, type Extent, writeDescriptor } from '../../../src/formats/vmdk/descriptor.ts';
import { openFlat } from '../../../src/formats/vmdk/flat.ts';
import { writeCowd } from '../../../src/formats/vmdk/write-cowd.ts';
import { writeSparse } from '../../../src/formats/vmdk/write-sparse.ts';
import type { Answer } from '../endpoint.ts';
import { Disks, MIB, pattern } from './disks.ts';

const CID = 0x1234abcd;
const NONE = { cid: CID, createType: 'twoGbMaxExtentSparse', ddb: { adapterType: 'lsilogic' } };

async function bytesOf(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

function text(more: Partial<Descriptor> & { readonly extents: readonly Extent[] }): Buffer {
  return Buffer.from(writeDescriptor({ ...NONE, ...more }));
}

const extent = (type: string, megabytes: number, file?: string): Extent => ({
  access: 'RW',
  size: megabytes * 2_048,
  type,
  ...(file !== undefined && { file }),
  ...(type === 'FLAT' && { offset: 0 }),
});

/** A sparse extent, as one of several has it: its own descriptor says nothing more. */
const sparse = (bytes: Buffer, file: string): Promise<Buffer> =>
  bytesOf(writeSparse(openFlat(sourceOf(bytes)), { descriptor: { cid: CID, ddb: {} }, file }));

/** What a machine's delta says: `bytes` at a place, and nothing else. */
const cowd = (capacity: number, at: number, bytes: Buffer): Promise<Buffer> => {
  const said = async function* () {
    yield { at, bytes };
  };
  return writeCowd({ capacity, said, runs: said }).then((plan) => bytesOf(plan.bytes()));
};

const child = (file: string, parentFile: string, parentCid = CID): Buffer =>
  text({ createType: 'vmfsSparse', extents: [extent('VMFSSPARSE', 4, file)], parentFile, parentCid });

/** The bytes, with others in their place from somewhere on. */
function over(bytes: Buffer, at: number, upper: Buffer): Buffer {
  const all = Buffer.from(bytes);
  upper.copy(all, at);
  return all;
}

async function copyOf(ds: Disks, name: string): Promise<Buffer> {
  await ds.copy(name, 'copy.vmdk', { destSpec: { diskType: 'thin', adapterType: 'lsiLogic' } });
  const bytes = await ds.get('copy-flat.vmdk');
  await ds.disk('DeleteVirtualDisk_Task', 'copy.vmdk');
  return bytes;
}

const refusal = (ds: Disks, name: string): Promise<Answer> =>
  ds.fault(ds.manager('virtualDiskManager'), 'CopyVirtualDisk_Task', ds.pair(name, 'never.vmdk'));

/** A machine that is off, with the disk on its controller beside its own. */
async function attached(ds: Disks, file: string): Promise<Answer> {
  const vm = await ds.at('DC0/vm/DC0_H0_VM0');
  await ds.run(vm, 'PowerOffVM_Task');
  const backing = { _typeName: 'VirtualDiskFlatVer2BackingInfo', fileName: ds.on(file), diskMode: 'persistent' };
  const device = { _typeName: 'VirtualDisk', key: -2, controllerKey: 1000, unitNumber: 3, capacityInKB: 0, backing };
  await ds.run(vm, 'ReconfigVM_Task', { spec: { deviceChange: [{ operation: 'add', device }] } });
  return vm;
}

describe('an uploaded disk of several extents', () => {
  it('is read as one, whatever each extent is and in whatever order they come', async () => {
    await using ds = await Disks.open();
    const [first, last] = [pattern(2 * MIB), pattern(MIB, 7)];
    await ds.put('s-s002.vmdk', await sparse(last, 's-s002.vmdk'));
    const extents = [extent('SPARSE', 2, 's-s001.vmdk'), extent('ZERO', 1), extent('SPARSE', 1, 's-s002.vmdk')];
    await ds.put('s.vmdk', text({ extents }));
    expect(await refusal(ds, 's.vmdk')).toMatchObject({ _typeName: 'FileNotFound', file: '[LocalDS_0] s-s001.vmdk' });
    await ds.put('s-s001.vmdk', await sparse(first, 's-s001.vmdk'));
    const whole = Buffer.concat([first, Buffer.alloc(MIB), last]);
    expect((await copyOf(ds, 's.vmdk')).equals(whole)).toBe(true);
    const [told] = await ds.browse('', { matchHardwareVersion: [4] });
    expect(told).toMatchObject({ capacityKb: 4_096, diskExtents: ['s-s001.vmdk', 's-s002.vmdk'] });

    await ds.put('f-f001.vmdk', first);
    await ds.put('f-f002.vmdk', last);
    const flat = [extent('FLAT', 2, 'f-f001.vmdk'), extent('FLAT', 1, 'f-f002.vmdk')];
    await ds.put('f.vmdk', text({ createType: 'twoGbMaxExtentFlat', extents: flat }));
    expect((await copyOf(ds, 'f.vmdk')).equals(Buffer.concat([first, last]))).toBe(true);
    expect((await ds.disk('QueryVirtualDiskInfo_Task', 'f.vmdk', { includeParents: false }))[0]).toMatchObject({
      diskType: 'thick2Gb',
    });
  });

  it('is moved and deleted with all of them', async () => {
    await using ds = await Disks.open();
    const free = await ds.free();
    const bytes = pattern(MIB);
    await ds.put('s-s001.vmdk', await sparse(bytes, 's-s001.vmdk'));
    await ds.put('s.vmdk', text({ extents: [extent('SPARSE', 1, 's-s001.vmdk')] }));
    await ds.file('MakeDirectory', 'd');
    await ds.move('s.vmdk', 'd/t.vmdk');
    expect((await ds.http('GET', 's-s001.vmdk')).status).toBe(404);
    expect((await copyOf(ds, 'd/t.vmdk')).equals(bytes)).toBe(true);
    await ds.disk('DeleteVirtualDisk_Task', 'd/t.vmdk');
    expect((await ds.http('GET', 'd/s-s001.vmdk')).status).toBe(404);
    expect(await ds.free()).toBe(free);
  });

  it.each([
    ['an extent twice', [extent('SPARSE', 1, 'a.vmdk'), extent('SPARSE', 1, 'a.vmdk')]],
    ['an extent elsewhere', [extent('FLAT', 1, '../a.vmdk'), extent('FLAT', 1, 'b.vmdk')]],
    ['an extent of no known type', [extent('VMFSRAW', 1, 'a.vmdk'), extent('FLAT', 1, 'b.vmdk')]],
    ['more than there can be', Array.from({ length: 300 }, (_, i) => extent('FLAT', 1, `${i}.vmdk`))],
    ['more than the file holds', [extent('FLAT', 4, 'a.vmdk'), extent('FLAT', 1, 'b.vmdk')]],
  ])('is refused when it names %s', async (_, extents) => {
    await using ds = await Disks.open();
    for (const name of ['a.vmdk', 'b.vmdk']) await ds.put(name, Buffer.alloc(MIB, 1));
    await ds.put('x.vmdk', text({ extents }));
    const free = await ds.free();
    expect((await refusal(ds, 'x.vmdk'))._typeName).toMatch(/InvalidDiskFormat|FileNotFound/);
    expect(await ds.free()).toBe(free);
  });
});

describe('a file that gets the name of a disk by being copied or moved', () => {
  it.each(['Copy', 'Move'])('is one then, and the data of one (%s)', async (verb) => {
    await using ds = await Disks.open();
    const bytes = pattern(MIB);
    const renamed = async (from: string, to: string): Promise<void> => {
      const pair = ds.pair(from, to) as Answer;
      const names = { sourceName: pair.sourceName, sourceDatacenter: pair.sourceDatacenter };
      const asked = { ...names, destinationName: pair.destName, destinationDatacenter: pair.destDatacenter };
      await ds.run(ds.manager('fileManager'), `${verb}DatastoreFile_Task`, { ...asked, force: false });
    };
    await ds.put('image', await sparse(bytes, 'image'));
    await renamed('image', 'x.vmdk');
    expect((await copyOf(ds, 'x.vmdk')).equals(bytes)).toBe(true);
    await ds.create('y.vmdk', 1, 'eagerZeroedThick');
    await ds.file('DeleteDatastoreFile_Task', 'y-flat.vmdk');
    await ds.put('bytes', bytes);
    await renamed('bytes', 'y-flat.vmdk');
    expect((await copyOf(ds, 'y.vmdk')).equals(bytes)).toBe(true);
  });
});

describe('an uploaded chain', () => {
  it('is a disk that differs from another, read and attached with all below it', async () => {
    await using ds = await Disks.open();
    const bytes = pattern(4 * MIB);
    await ds.file('MakeDirectory', 'd');
    const vmfs = { createType: 'vmfs', extents: [extent('VMFS', 4, 'b-flat.vmdk')] };
    await ds.put('d/b-000001-delta.vmdk', await cowd(4 * MIB, MIB, Buffer.from('over '.repeat(1_024).slice(0, 4_096))));
    await ds.put('d/b-000001.vmdk', child('b-000001-delta.vmdk', 'b.vmdk'));
    expect(await refusal(ds, 'd/b-000001.vmdk')).toMatchObject({ file: '[LocalDS_0] d/b.vmdk' });
    await ds.put('d/b-flat.vmdk', bytes);
    await ds.put('d/b.vmdk', text(vmfs));
    const above = over(bytes, MIB, Buffer.from('over '.repeat(1_024).slice(0, 4_096)));
    expect((await copyOf(ds, 'd/b-000001.vmdk')).equals(above)).toBe(true);

    await attached(ds, 'd/b-000001.vmdk');
    const name = { vm: 'DC0_H0_VM0', key: 2003 };
    expect((await ds.sim.disks.read(name, 0, 4 * MIB)).equals(above)).toBe(true);
    await ds.sim.disks.write(name, 0, Buffer.from('written'));
    expect((await ds.get('d/b-flat.vmdk')).equals(bytes)).toBe(true);
    expect((await ds.sim.disks.read(name, 0, 7)).toString()).toBe('written');
  });

  it('made of a chain that was downloaded is the same disk elsewhere', async () => {
    await using ds = await Disks.open();
    await ds.file('MakeDirectory', 'd');
    await ds.create('d/b.vmdk', 4);
    const vm = await attached(ds, 'd/b.vmdk');
    const name = { vm: 'DC0_H0_VM0', key: 2003 };
    await ds.sim.disks.write(name, 0, pattern(MIB));
    await ds.run(vm, 'CreateSnapshot_Task', { name: 's', memory: false, quiesce: false });
    await ds.sim.disks.write(name, 500_000, Buffer.from('later'));
    for (const file of ['b.vmdk', 'b-flat.vmdk', 'b-000001.vmdk', 'b-000001-delta.vmdk']) {
      const bytes = await ds.get(`d/${file}`);
      expect(await ds.put(`again/${file}`, bytes)).toBe(201);
      expect((await ds.get(`again/${file}`)).equals(bytes)).toBe(true);
    }
    const there = await ds.sim.disks.read(name, 0, 4 * MIB);
    expect((await copyOf(ds, 'again/b-000001.vmdk')).equals(there)).toBe(true);
  });

  it('of images of hosted products is read through to the lowest', async () => {
    await using ds = await Disks.open();
    const bytes = pattern(2 * MIB);
    await ds.put('base.vmdk', await sparse(bytes, 'base.vmdk'));
    const plain = await sparse(
      Buffer.concat([Buffer.alloc(MIB), Buffer.alloc(65_536, 9), Buffer.alloc(983_040)]),
      'c.vmdk',
    );
    const at = plain.indexOf('parentCID=ffffffff');
    plain.write(`parentCID=${CID.toString(16)}`, at);
    const name = 'parentFileNameHint="base.vmdk"\n';
    const end = plain.indexOf(0, at);
    plain.write(name, end);
    await ds.put('c.vmdk', plain);
    const above = over(bytes, MIB, Buffer.alloc(65_536, 9));
    expect((await copyOf(ds, 'c.vmdk')).equals(above)).toBe(true);
    await ds.disk('DeleteVirtualDisk_Task', 'base.vmdk');
    expect(await refusal(ds, 'c.vmdk')).toMatchObject({ _typeName: 'FileNotFound', file: '[LocalDS_0] base.vmdk' });
  });

  it.each([
    ['a parent that is itself', { 'x.vmdk': child('x-delta.vmdk', 'x.vmdk') }],
    ['parents in a circle', { 'x.vmdk': child('x-delta.vmdk', 'y.vmdk'), 'y.vmdk': child('x-delta.vmdk', 'x.vmdk') }],
    ['a parent on no datastore', { 'x.vmdk': child('x-delta.vmdk', '/etc/passwd') }],
    ['a parent above the datastore', { 'x.vmdk': child('x-delta.vmdk', '/vmfs/volumes/LocalDS_0/../../x') }],
    ['a parent that was changed', { 'x.vmdk': child('x-delta.vmdk', 'b.vmdk', 7) }],
    ['data that are no delta', { 'x.vmdk': child('b-flat.vmdk', 'b.vmdk') }],
  ])('is refused when it has %s', async (_, files) => {
    await using ds = await Disks.open();
    await ds.put('b-flat.vmdk', pattern(4 * MIB));
    await ds.put('b.vmdk', text({ createType: 'vmfs', extents: [extent('VMFS', 4, 'b-flat.vmdk')] }));
    await ds.put('x-delta.vmdk', await cowd(4 * MIB, 0, Buffer.alloc(512, 1)));
    for (const [name, bytes] of Object.entries(files)) await ds.put(name, bytes as Buffer);
    const [free, extents] = [await ds.free(), ds.sim.simulation.spool.count];
    expect((await refusal(ds, 'x.vmdk'))._typeName).toMatch(/InvalidDiskFormat|FileNotFound/);
    expect([await ds.free(), ds.sim.simulation.spool.count]).toEqual([free, extents]);
  });

  it('longer than any may be is refused', async () => {
    await using ds = await Disks.open();
    await ds.put('x-delta.vmdk', await cowd(4 * MIB, 0, Buffer.alloc(512, 1)));
    for (let n = 0; n < 300; n++) await ds.put(`${n}.vmdk`, child('x-delta.vmdk', `${n + 1}.vmdk`));
    expect((await refusal(ds, '0.vmdk'))._typeName).toBe('FileNotFound');
  });
});
