import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../../src/formats/vmdk/bytes.ts';
import { openFlat } from '../../../src/formats/vmdk/flat.ts';
import { openSparse } from '../../../src/formats/vmdk/read-sparse.ts';
import { writeSparse } from '../../../src/formats/vmdk/write-sparse.ts';
import { writeStream } from '../../../src/formats/vmdk/write-stream.ts';
import { Disks, MIB, pattern } from './disks.ts';

async function bytesOf(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(Buffer.from(part));
  return Buffer.concat(all);
}

const ddb = { adapterType: 'ide', uuid: '60 00 C2 9a 12 34 56 78-9a bc de f0 12 34 56 78' };

async function contentOf(file: Buffer): Promise<Buffer> {
  const disk = await openSparse(sourceOf(file));
  const bytes = Buffer.alloc(disk.capacity);
  for await (const run of disk.runs()) run.bytes.copy(bytes, run.at);
  return bytes;
}

describe('a virtual disk manager', () => {
  it('makes a disk of two files, which take what its format takes', async () => {
    await using ds = await Disks.open();
    await ds.file('MakeDirectory', 'd');
    const free = await ds.free();
    expect(await ds.create('d/thin.vmdk', 64)).toBe('[LocalDS_0] d/thin.vmdk');
    expect(free - (await ds.free())).toBe(512);
    await ds.create('d/thick.vmdk', 64, 'preallocated', 'busLogic');
    expect(free - (await ds.free())).toBe(1_024 + 64 * MIB);
    expect(await ds.browse('d')).toMatchObject([
      {
        path: 'thick.vmdk',
        diskType: 'VirtualDiskFlatVer2BackingInfo',
        capacityKb: 65_536,
        controllerType: 'VirtualBusLogicController',
        diskExtents: ['thick-flat.vmdk'],
        thin: false,
      },
      { path: 'thin.vmdk', thin: true, controllerType: 'VirtualLsiLogicController' },
    ]);
    const text = (await ds.get('d/thin.vmdk')).toString();
    expect(text).toContain('RW 131072 VMFS "thin-flat.vmdk"');
    expect(text).toContain('ddb.thinProvisioned = "1"');
    expect((await ds.get('d/thin-flat.vmdk', 'bytes=1000-1999')).equals(Buffer.alloc(1_000))).toBe(true);
  });

  it('refuses what cannot be, and leaves nothing behind', async () => {
    await using ds = await Disks.open();
    const free = await ds.free();
    const spec = { _typeName: 'FileBackedVirtualDiskSpec', diskType: 'thin', adapterType: 'ide', capacityKb: 1_024 };
    const refusal = async (more: object, path = 'x.vmdk') => {
      const { _typeName, invalidProperty } = await ds.refused('CreateVirtualDisk_Task', path, {
        spec: { ...spec, ...more },
      });
      return invalidProperty ?? _typeName;
    };
    expect(await refusal({ diskType: 'floppy' })).toBe('spec.diskType');
    expect(await refusal({ adapterType: 'nvme' })).toBe('spec.adapterType');
    expect(await refusal({ capacityKb: 0 })).toBe('spec.capacityKb');
    expect(await refusal({ capacityKb: 2 ** 40 })).toBe('spec.capacityKb');
    expect(await refusal({}, 'no/such/directory/x.vmdk')).toBe('FileNotFound');
    expect(await refusal({ diskType: 'eagerZeroedThick', capacityKb: Math.ceil(free / 1_024) })).toBe('NoDiskSpace');
    expect(await ds.free()).toBe(free);
    await ds.create('x.vmdk', 1);
    expect(await refusal({})).toBe('FileAlreadyExists');
    expect((await ds.refused('DeleteVirtualDisk_Task', 'y.vmdk'))._typeName).toBe('FileNotFound');
    await ds.disk('DeleteVirtualDisk_Task', 'x.vmdk');
    expect(await ds.free()).toBe(free);
  });

  it('copies the raw bytes a client put in the place of an extent', async () => {
    await using ds = await Disks.open();
    const bytes = pattern(4 * MIB);
    await ds.file('MakeDirectory', 'img');
    await ds.create('img/a.vmdk', 4, 'preallocated');
    await ds.file('DeleteDatastoreFile_Task', 'img/a-flat.vmdk');
    const gone = await ds.fault(
      ds.manager('virtualDiskManager'),
      'CopyVirtualDisk_Task',
      ds.pair('img/a.vmdk', 'b.vmdk'),
    );
    expect(gone).toMatchObject({ _typeName: 'FileNotFound', file: '[LocalDS_0] img/a-flat.vmdk' });
    expect(await ds.put('img/a-flat.vmdk', bytes)).toBe(201);
    await ds.copy('img/a.vmdk', 'b.vmdk');
    expect((await ds.get('b-flat.vmdk')).equals(bytes)).toBe(true);
    expect((await ds.get('b-flat.vmdk', 'bytes=3000000-3000999')).equals(bytes.subarray(3_000_000, 3_001_000))).toBe(
      true,
    );
    await ds.disk('DeleteVirtualDisk_Task', 'img/a.vmdk');
    expect((await ds.get('b-flat.vmdk')).equals(bytes)).toBe(true);
    const [copied] = await ds.browse('');
    expect(copied).toMatchObject({ path: 'b.vmdk', thin: false });
  });

  it('converts what is uploaded in the formats of hosted products, and back', async () => {
    await using ds = await Disks.open();
    const bytes = pattern(8 * MIB);
    const disk = openFlat(sourceOf(bytes));
    const sparse = await bytesOf(writeSparse(disk, { descriptor: { cid: 1, ddb }, file: 's.vmdk' }));
    const stream = await bytesOf(writeStream(disk, { descriptor: { cid: 1, ddb }, file: 't.vmdk' }));
    await ds.put('s.vmdk', sparse);
    await ds.put('t.vmdk', stream);
    for (const name of ['s', 't']) {
      await ds.copy(`${name}.vmdk`, `${name}-thick.vmdk`);
      const destSpec = { diskType: 'thin', adapterType: 'lsiLogic' };
      await ds.copy(`${name}.vmdk`, `${name}-thin.vmdk`, { destSpec });
      for (const to of ['thick', 'thin'])
        expect((await ds.get(`${name}-${to}-flat.vmdk`)).equals(bytes), `${name} ${to}`).toBe(true);
      expect((await ds.get(`${name}-thick.vmdk`)).toString()).toContain('ddb.adapterType = "ide"');
      expect((await ds.get(`${name}-thin.vmdk`)).toString()).toContain('ddb.adapterType = "lsilogic"');
    }
    const free = await ds.free();
    await ds.copy('s-thin.vmdk', 'again.vmdk', { destSpec: { diskType: 'sparseMonolithic', adapterType: 'ide' } });
    expect((await contentOf(await ds.get('again.vmdk'))).equals(bytes)).toBe(true);
    await ds.copy('t.vmdk', 'again2.vmdk', { destSpec: { diskType: 'sparseMonolithic', adapterType: 'ide' } });
    expect((await contentOf(await ds.get('again2.vmdk'))).equals(bytes)).toBe(true);
    for (const name of ['again', 'again2']) await ds.disk('DeleteVirtualDisk_Task', `${name}.vmdk`);
    expect(await ds.free()).toBe(free);
  });

  it('changes no disk in the file that a client brought: it has to be copied first', async () => {
    await using ds = await Disks.open();
    const disk = openFlat(sourceOf(pattern(MIB)));
    const stream = await bytesOf(writeStream(disk, { descriptor: { cid: 1, ddb }, file: 't.vmdk' }));
    await ds.put('t.vmdk', stream);
    const refused = await ds.refused('SetVirtualDiskUuid', 't.vmdk', { uuid: ddb.uuid });
    expect(refused._typeName).toBe('InvalidDiskFormat');
    expect((await ds.get('t.vmdk')).equals(stream)).toBe(true);
  });

  it('refuses images that are damaged or lie, with nothing left of the copy', async () => {
    await using ds = await Disks.open();
    const disk = openFlat(sourceOf(pattern(8 * MIB)));
    const sparse = await bytesOf(writeSparse(disk, { descriptor: { cid: 1, ddb }, file: 's.vmdk' }));
    await ds.put('cut.vmdk', sparse.subarray(0, sparse.length - 3 * MIB));
    await ds.put('text.vmdk', Buffer.from('not a disk at all'));
    await ds.put(
      'lie.vmdk',
      Buffer.from('# Disk DescriptorFile\nCID=1\ncreateType="vmfs"\nRW 999 VMFS "lie-flat.vmdk"\n'),
    );
    await ds.put('lie-flat.vmdk', Buffer.alloc(512));
    const free = await ds.free();
    for (const name of ['cut', 'text', 'lie']) {
      const fault = await ds.fault(
        ds.manager('virtualDiskManager'),
        'CopyVirtualDisk_Task',
        ds.pair(`${name}.vmdk`, 'x.vmdk'),
      );
      expect(fault._typeName, name).toBe('InvalidDiskFormat');
    }
    expect(await ds.free()).toBe(free);
    expect((await ds.get('text.vmdk')).toString()).toBe('not a disk at all');
  });

  it('takes a descriptor and its extent for a disk, in whatever order they come', async () => {
    await using ds = await Disks.open();
    const bytes = pattern(2 * MIB);
    const text = (name: string) =>
      Buffer.from(
        `# Disk DescriptorFile\nversion=1\nCID=abcd1234\nparentCID=ffffffff\ncreateType="vmfs"\nRW 4096 VMFS "${name}-flat.vmdk"\nddb.adapterType = "buslogic"\nddb.thinProvisioned = "1"\nddb.uuid = "${ddb.uuid}"\n`,
      );
    await ds.put('a.vmdk', text('a'));
    await ds.put('a-flat.vmdk', bytes);
    await ds.put('b-flat.vmdk', bytes);
    await ds.put('b.vmdk', text('b'));
    for (const name of ['a', 'b']) {
      expect((await ds.get(`${name}.vmdk`)).equals(text(name))).toBe(true);
      expect(await ds.disk('QueryVirtualDiskUuid', `${name}.vmdk`)).toBe(ddb.uuid);
      await ds.copy(`${name}.vmdk`, `${name}2.vmdk`, { destSpec: { diskType: 'thin', adapterType: 'busLogic' } });
      expect((await ds.get(`${name}2-flat.vmdk`)).equals(bytes)).toBe(true);
    }
    expect(await ds.browse('', { controllerType: ['VirtualBusLogicController'], thin: true })).toHaveLength(4);
    expect(await ds.browse('', { thin: false })).toHaveLength(0);
  });

  it('makes disks larger, keeping what they hold', async () => {
    await using ds = await Disks.open();
    const bytes = pattern(2 * MIB);
    await ds.create('a.vmdk', 2, 'eagerZeroedThick');
    await ds.put('a-flat.vmdk', bytes);
    const free = await ds.free();
    expect(await ds.refused('ExtendVirtualDisk_Task', 'a.vmdk', { newCapacityKb: 1_024 })).toMatchObject({
      _typeName: 'InvalidArgument',
      invalidProperty: 'newCapacityKb',
    });
    await ds.disk('ExtendVirtualDisk_Task', 'a.vmdk', { newCapacityKb: 3_072 });
    expect(free - (await ds.free())).toBe(MIB);
    const after = await ds.get('a-flat.vmdk');
    expect(after.length).toBe(3 * MIB);
    expect(after.subarray(0, 2 * MIB).equals(bytes)).toBe(true);
    expect(after.subarray(2 * MIB).equals(Buffer.alloc(MIB))).toBe(true);
    const huge = Math.ceil((await ds.free()) / 1_024) + 4_096;
    expect((await ds.refused('ExtendVirtualDisk_Task', 'a.vmdk', { newCapacityKb: huge }))._typeName).toBe(
      'NoDiskSpace',
    );
  });

  it('fills and empties thin disks where they are', async () => {
    await using ds = await Disks.open();
    const bytes = Buffer.concat([pattern(MIB), Buffer.alloc(3 * MIB), pattern(4 * MIB, 7)]);
    await ds.create('a.vmdk', 8);
    const free = await ds.free();
    await ds.put('a-flat.vmdk', bytes);
    const used = free - (await ds.free());
    expect(used).toBeLessThan(bytes.length);
    expect(used).toBeGreaterThanOrEqual(4 * MIB);
    await ds.disk('ShrinkVirtualDisk_Task', 'a.vmdk', { copy: true });
    expect(free - (await ds.free())).toBeLessThanOrEqual(used);
    expect((await ds.get('a-flat.vmdk')).equals(bytes)).toBe(true);
    await ds.disk('DefragmentVirtualDisk_Task', 'a.vmdk');
    expect(await ds.disk('QueryVirtualDiskFragmentation', 'a.vmdk')).toBe(0);
    expect((await ds.refused('EagerZeroVirtualDisk_Task', 'a.vmdk'))._typeName).toBe('InvalidDiskFormat');
    await ds.disk('InflateVirtualDisk_Task', 'a.vmdk');
    expect(free - (await ds.free())).toBe(8 * MIB);
    expect((await ds.get('a-flat.vmdk')).equals(bytes)).toBe(true);
    expect(await ds.browse('')).toMatchObject([{ thin: false }]);
    expect((await ds.refused('InflateVirtualDisk_Task', 'a.vmdk'))._typeName).toBe('InvalidDiskFormat');
    await ds.disk('EagerZeroVirtualDisk_Task', 'a.vmdk');
    await ds.disk('ZeroFillVirtualDisk_Task', 'a.vmdk');
    expect((await ds.get('a-flat.vmdk')).equals(Buffer.alloc(8 * MIB))).toBe(true);
    expect(free - (await ds.free())).toBe(8 * MIB);
  });

  it('moves both files of a disk, and replaces another only when forced to', async () => {
    await using ds = await Disks.open();
    const bytes = pattern(MIB);
    await ds.create('a.vmdk', 1);
    await ds.put('a-flat.vmdk', bytes);
    await ds.create('b.vmdk', 1);
    const manager = ds.manager('virtualDiskManager');
    expect((await ds.fault(manager, 'MoveVirtualDisk_Task', ds.pair('a.vmdk', 'b.vmdk')))._typeName).toBe(
      'FileAlreadyExists',
    );
    const uuid = await ds.disk('QueryVirtualDiskUuid', 'a.vmdk');
    expect(await ds.move('a.vmdk', 'b.vmdk', { force: true })).toBe('[LocalDS_0] b.vmdk');
    expect((await ds.http('GET', 'a-flat.vmdk')).status).toBe(404);
    expect((await ds.get('b-flat.vmdk')).equals(bytes)).toBe(true);
    expect(await ds.disk('QueryVirtualDiskUuid', 'b.vmdk')).toBe(uuid);
    expect((await ds.get('b.vmdk')).toString()).toContain('"b-flat.vmdk"');
  });

  it('tells uuid and geometry, and keeps the uuid it is given', async () => {
    await using ds = await Disks.open();
    await ds.create('a.vmdk', 1_024, 'thin', 'ide');
    expect(await ds.disk('QueryVirtualDiskUuid', 'a.vmdk')).toMatch(
      /^60 00 C2 9[0-9a-f]( [0-9a-f]{2}){4}-([0-9a-f]{2} ?){8}$/,
    );
    await ds.disk('SetVirtualDiskUuid', 'a.vmdk', { uuid: ddb.uuid });
    expect(await ds.disk('QueryVirtualDiskUuid', 'a.vmdk')).toBe(ddb.uuid);
    expect(await ds.refused('SetVirtualDiskUuid', 'a.vmdk', { uuid: 'mine' })).toMatchObject({
      invalidProperty: 'uuid',
    });
    expect(await ds.disk('QueryVirtualDiskGeometry', 'a.vmdk')).toMatchObject({
      cylinder: 2_081,
      head: 16,
      sector: 63,
    });
  });

  it('makes a disk that stands on another, and tells what each is', async () => {
    await using ds = await Disks.open();
    const manager = ds.manager('virtualDiskManager');
    await ds.create('base.vmdk', 1, 'eagerZeroedThick', 'ide');
    const image = pattern(MIB);
    expect(await ds.put('base-flat.vmdk', image)).toBeLessThan(300);
    const child = (childName: string, isLinkedClone: boolean) =>
      ds.run(manager, 'CreateChildDisk_Task', {
        childName: ds.on(childName),
        parentName: ds.on('base.vmdk'),
        parentDatacenter: ds.datacenter,
        isLinkedClone,
      });
    expect(await child('clone.vmdk', true)).toBe(ds.on('clone.vmdk'));
    await child('same.vmdk', false);
    const uuid = (path: string) => ds.disk('QueryVirtualDiskUuid', path);
    expect(await uuid('same.vmdk')).toBe(await uuid('base.vmdk'));
    expect(await uuid('clone.vmdk')).not.toBe(await uuid('base.vmdk'));
    await ds.copy('clone.vmdk', 'whole.vmdk');
    expect((await ds.get('whole-flat.vmdk')).equals(image)).toBe(true);
    const tell = (path: string, includeParents: boolean) =>
      ds.disk('QueryVirtualDiskInfo_Task', path, { includeParents });
    const base = { unit: { name: ds.on('base.vmdk') }, diskType: 'eagerZeroedThick' };
    expect(await tell('base.vmdk', false)).toMatchObject([base]);
    const over = { unit: { name: ds.on('clone.vmdk') }, diskType: 'delta', parent: ds.on('base.vmdk') };
    expect(await tell('clone.vmdk', false)).toMatchObject([over]);
    expect(await tell('clone.vmdk', true)).toMatchObject([over, base]);
    await ds.create('thin.vmdk', 1);
    expect(await tell('thin.vmdk', true)).toMatchObject([{ diskType: 'thin' }]);
    await expect(child('clone.vmdk', true)).rejects.toThrow(/exists/);
  });

  it('knows snapshots that arrays take on virtual volumes alone', async () => {
    await using ds = await Disks.open();
    const args = { vdisk: ds.on('a.vmdk'), datacenter: ds.datacenter };
    const manager = ds.manager('virtualDiskManager');
    const imported = await ds.fault(manager, 'ImportUnmanagedSnapshot', { ...args, vvolId: 'rfc4122.1' });
    expect(imported._typeName).toBe('InvalidDatastore');
    expect((await ds.fault(manager, 'ReleaseManagedSnapshot', args))._typeName).toBe('InvalidDatastore');
  });
});
