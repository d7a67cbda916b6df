// The disk formats alone, both ways, with qemu-img as the judge.
// serve: none
import assert from 'node:assert/strict';
import {
  closeSync,
  createReadStream,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { run } from '../node/case.mjs';
import { makeRaw, noise, qemu, same } from '../node/images.mjs';

const MIB = 2 ** 20;
const folder = join(process.env.COMPAT_FOLDER, 'formats');
mkdirSync(folder, { recursive: true });
const at = (name) => join(folder, name);
const ABOUT = { cid: 0x51ab02, ddb: { adapterType: 'lsilogic', virtualHWVersion: '21' } };
const UUID = '6000C29a-1111-2222-3333-444455556666';
const formats = await loadFormats();

const raw = at('raw.img');
makeRaw(raw, 40);
// More than one extent of 2 GB.
const long = at('long.img');
makeRaw(long, 4_500);

await run('qemu/formats', {
  'what qemu-img writes is read as it is, in each of its formats': async () => {
    const subformats = ['monolithicSparse', 'monolithicFlat', 'streamOptimized'];
    for (const subformat of [...subformats, 'twoGbMaxExtentSparse', 'twoGbMaxExtentFlat']) {
      const source = subformat.startsWith('two') ? long : raw;
      const file = at(`in-${subformat}.vmdk`);
      qemu('convert', '-O', 'vmdk', '-o', `subformat=${subformat}`, source, file);
      const image = await formats.openVmdk(sourceAt(file), beside(file));
      assert.equal(image.descriptor.createType, subformat);
      await write(formats.writeFlat(image.disk), at('back.img'));
      same(at('back.img'), source, ['raw', 'raw']);
    }
  },
  'a stream that qemu-img writes is read as it arrives': async () => {
    const file = at('arriving.vmdk');
    qemu('convert', '-O', 'vmdk', '-o', 'subformat=streamOptimized', raw, file);
    const { header, runs } = await formats.readStream(createReadStream(file));
    const disk = { capacity: header.capacity * 512, runs: () => runs };
    await write(formats.writeFlat(disk), at('arrived.img'));
    same(at('arrived.img'), raw, ['raw', 'raw']);
  },
  'a child that qemu-img made is read over its parent, zeros that it says included': async () => {
    qemu('convert', '-O', 'vmdk', '-o', 'subformat=monolithicSparse', raw, at('base.vmdk'));
    const child = at('child.vmdk');
    qemu('create', '-q', '-f', 'vmdk', '-o', 'zeroed_grain=on', '-b', 'base.vmdk', '-F', 'vmdk', child);
    for (const command of ['write -P 7 1M 64k', 'write -P 9 20M 300k', 'write -z 2M 128k']) {
      qemu('io', '-f', 'vmdk', '-c', command, child);
    }
    const chain = await formats.openChain(sourceAt(child), beside(child));
    assert.equal(chain.length, 2);
    await write(formats.writeFlat(overlaid(chain.map(({ disk }) => disk))), at('child.img'));
    same(child, at('child.img'));
  },
  'a monolithic sparse image is as qemu-img likes it': async () => {
    const { disk } = await formats.openVmdk(sourceAt(raw));
    await write(formats.writeSparse(disk, { descriptor: ABOUT, file: 'sparse.vmdk' }), at('sparse.vmdk'));
    judge('sparse.vmdk', raw);
  },
  'a stream-optimized image is as qemu-img likes it': async () => {
    const { disk } = await formats.openVmdk(sourceAt(raw));
    await write(formats.writeStream(disk, { descriptor: ABOUT, file: 'stream.vmdk' }), at('stream.vmdk'));
    judge('stream.vmdk', raw);
  },
  'a flat disk of VMFS is as qemu-img likes it': async () => {
    await writeBase();
    judge('flat.vmdk', raw);
    const info = JSON.parse(qemu('info', '--output=json', '-f', 'vmdk', at('flat.vmdk')));
    assert.equal(info['format-specific'].data['create-type'], 'vmfs');
  },
  'deltas of VMFS over a flat disk are as qemu-img likes them, and read back': async () => {
    await writeBase();
    const size = 40 * MIB;
    const first = [
      { at: 0, bytes: noise(512, 90) },
      { at: 3 * MIB - 1_024, bytes: noise(5 * MIB, 91) },
      { at: size - 512, bytes: noise(512, 92) },
    ];
    const second = [
      { at: 512, zeros: MIB },
      { at: 4 * MIB, bytes: noise(70_144, 93) },
    ];
    await writeDelta('flat-000001', first, { parentCid: ABOUT.cid, parentFile: 'flat.vmdk', cid: 0x100 });
    await writeDelta('flat-000002', second, { parentCid: 0x100, parentFile: 'flat-000001.vmdk', cid: 0x200 });
    const model = at('model.img');
    qemu('convert', '-f', 'raw', '-O', 'raw', raw, model);
    const file = openSync(model, 'r+');
    for (const { at: place, bytes, zeros } of [...first, ...second]) {
      writeSync(file, bytes ?? Buffer.alloc(zeros), 0, bytes?.length ?? zeros, place);
    }
    closeSync(file);
    judge('flat-000002.vmdk', model);
    const chain = await formats.openChain(sourceAt(at('flat-000002.vmdk')), beside(at('flat-000002.vmdk')));
    await write(formats.writeFlat(overlaid(chain.map(({ disk }) => disk))), at('chain.img'));
    same(at('chain.img'), model, ['raw', 'raw']);
  },
});

/** The rooms of src/ that are tried here, made one module as the build does it. */
async function loadFormats() {
  const modules = [
    'bytes',
    'open-vmdk',
    'read-stream',
    'write-sparse',
    'write-stream',
    'write-cowd',
    'flat',
    'vmfs',
    'descriptor',
  ];
  const entry = at('entry.ts');
  const source = (name) => join(process.cwd(), 'src', 'formats', 'vmdk', `${name}.ts`);
  writeFileSync(entry, modules.map((name) => `export * from ${JSON.stringify(source(name))};\n`).join(''));
  const bundle = await rolldown({ input: entry, platform: 'node' });
  await bundle.write({ file: at('formats.mjs'), format: 'esm' });
  await bundle.close();
  return import(pathToFileURL(at('formats.mjs')).href);
}

function sourceAt(path) {
  const file = openSync(path);
  const { size } = fstatSync(file);
  return {
    size,
    read: async (from, length) => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - from)));
      return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, from));
    },
  };
}

function beside(path) {
  return (name) => sourceAt(join(dirname(path), name));
}

/** Writes a file, zeros as holes. */
async function write(chunks, path) {
  const file = openSync(path, 'w');
  let size = 0;
  for await (const chunk of chunks) {
    if (!formats.isZero(chunk)) writeSync(file, chunk, 0, chunk.length, size);
    size += chunk.length;
  }
  ftruncateSync(file, size);
  closeSync(file);
}

function judge(name, expected) {
  qemu('check', '-q', '-f', 'vmdk', at(name));
  same(at(name), expected);
}

async function writeBase() {
  const { disk } = await formats.openVmdk(sourceAt(raw));
  const about = {
    capacity: disk.capacity,
    file: 'flat-flat.vmdk',
    cid: ABOUT.cid,
    adapterType: 'lsilogic',
    uuid: UUID,
  };
  writeFileSync(at('flat.vmdk'), formats.writeDescriptor(formats.flatDescriptor({ ...about, thin: true })));
  await write(formats.writeFlat(disk), at('flat-flat.vmdk'));
}

async function writeDelta(name, words, about) {
  const capacity = 40 * MIB;
  const file = `${name}-delta.vmdk`;
  writeFileSync(at(`${name}.vmdk`), formats.writeDescriptor(formats.deltaDescriptor({ ...about, capacity, file })));
  const plan = await formats.writeCowd({ capacity, runs: () => words, said: () => words });
  await write(plan.bytes(), at(file));
}

/** Small disks, one over the other, in memory. */
function overlaid(disks) {
  const { capacity } = disks.at(-1);
  async function* runs() {
    const bytes = Buffer.alloc(capacity);
    for (const disk of disks) {
      for await (const word of disk.said()) {
        if (word.bytes) word.bytes.copy(bytes, word.at);
        else bytes.fill(0, word.at, word.at + word.zeros);
      }
    }
    yield { at: 0, bytes };
  }
  return { capacity, runs };
}
