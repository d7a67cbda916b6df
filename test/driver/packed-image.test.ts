/** Images that come in a package: an OVA, of which the first disk is the image. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { type Image, type ImageSource, imageFile } from '../../src/driver/index.ts';
import { TAR_END, tarHead, tarPadding } from '../../src/formats/tar-head.ts';
import { packageOf } from '../client/package.ts';
import { bytesOf, RAW } from './images.ts';
import { FLAVOR, openScene, uuid } from './scene.ts';

type Members = readonly (readonly [name: string, content: Buffer | string])[];

function archive(members: Members): Buffer {
  const parts = members.flatMap(([name, content]) => {
    const bytes = Buffer.from(content);
    return [tarHead(name, bytes.length), bytes, tarPadding(bytes.length)];
  });
  return Buffer.concat([...parts, TAR_END]);
}

const DISK = await bytesOf('streamOptimized');
const OVF = packageOf(DISK.length);
const WHOLE: Members = [
  ['web.ovf', OVF],
  ['web.mf', 'SHA256(disk.vmdk)= of no interest'],
  ['disk.vmdk', DISK],
  ['notes.txt', 'what follows the disk'],
];

function packed(bytes: Buffer, more: Partial<Image> = {}): ImageSource {
  return {
    describe: async () => ({ id: 'web', size: bytes.length, diskFormat: 'vmdk', containerFormat: 'ova', ...more }),
    open: async () => Readable.from([bytes.subarray(0, 700), bytes.subarray(700)]),
  };
}

it('an instance has the first disk of a package', async () => {
  await using scene = await openScene();
  const folder = await mkdtemp(join(tmpdir(), 'simsphere-ova-'));
  try {
    await writeFile(join(folder, 'web.ova'), archive(WHOLE));
    const percents: (number | undefined)[] = [];
    await scene.driver.spawn(
      { name: 'web', uuid: uuid(1), flavor: FLAVOR, image: imageFile(join(folder, 'web.ova')) },
      { onProgress: ({ step, percent }) => void (step === 'fetch image' && percents.push(percent)) },
    );
    expect((await scene.sim.disks.read({ vm: 'web' }, 0, RAW.length)).equals(RAW)).toBe(true);
    expect(percents.at(-1)).toBe(99);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it.each([
  ['a disk that is said not to be compressed', 'disk.vmdk', OVF.replace(/(?=ovf:size)/, 'ovf:compression="identity" ')],
  ['a name that a URI writes otherwise', 'my disk.vmdk', OVF.replace('disk.vmdk', 'my%20disk.vmdk')],
  ['a name beside the descriptor', 'disk.vmdk', OVF.replace('disk.vmdk', './disk.vmdk')],
])('a package with %s is taken', async (_, name, descriptor) => {
  await using scene = await openScene();
  const image = packed(
    archive([
      ['._web.ovf', 'what a file system left'],
      ['web.ovf', descriptor],
      [name, DISK],
    ]),
  );
  await scene.driver.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR, image });
  expect((await scene.sim.disks.read({ vm: 'web' }, 0, RAW.length)).equals(RAW)).toBe(true);
});

const compressed = OVF.replace('ovf:href="disk.vmdk"', 'ovf:href="disk.vmdk" ovf:compression="gzip"');
const chunked = OVF.replace('ovf:href="disk.vmdk"', 'ovf:href="disk.vmdk" ovf:chunkSize="1000"');

it.each([
  ['no descriptor', [['disk.vmdk', DISK]], 'has no descriptor'],
  ['its disk before its descriptor', [WHOLE[2]!, WHOLE[0]!], 'has no disk.vmdk behind its descriptor'],
  ['a disk that is packed again', [['web.ovf', compressed], WHOLE[2]!], 'has its disk packed by gzip'],
  ['a disk in parts', [['web.ovf', chunked], WHOLE[2]!], 'has its disk in several files'],
  ['no disk at all', [['web.ovf', OVF.replace('ovf:fileRef="file1"', '')]], 'has no disk'],
  ['a descriptor that is none', [['web.ovf', '<Envelope>']], 'cannot be read: '],
] as const)('a package with %s is refused and leaves nothing', async (_, members, reason) => {
  await using scene = await openScene();
  const image = packed(archive(members));
  const spawn = scene.driver.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR, image });
  await expect(spawn).rejects.toMatchObject({
    code: 'ERR_USAGE',
    message: expect.stringContaining(`image 'web' is a package and ${reason}`),
  });
  expect(await scene.driver.listInstances()).toEqual([]);
  expect(await scene.files()).toEqual(['vmware_temp']);
});

it.each([
  [
    'is not what it is said to be',
    archive(WHOLE),
    { digest: { algorithm: 'md5', value: '0'.repeat(32) } },
    'has the md5',
  ],
  ['is cut off', archive(WHOLE).subarray(0, 50_000), { size: undefined }, 'cannot be read: the archive is cut off'],
] as const)('a package that %s is refused and leaves nothing', async (_, bytes, known, reason) => {
  await using scene = await openScene();
  const spawn = scene.driver.spawn({ name: 'web', uuid: uuid(1), flavor: FLAVOR, image: packed(bytes, known) });
  await expect(spawn).rejects.toThrow(reason);
  expect(await scene.files()).toEqual(['vmware_temp']);
});
