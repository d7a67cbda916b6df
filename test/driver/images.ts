/** Images for tests: a small disk in each form that images come in, from memory. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { DiskType, Image, ImageProperties, ImageSource } from '../../src/driver/index.ts';
import { type Disk, sourceOf } from '../../src/formats/vmdk/bytes.ts';
import { openSparse } from '../../src/formats/vmdk/read-sparse.ts';
import { writeSparse } from '../../src/formats/vmdk/write-sparse.ts';
import { writeStream } from '../../src/formats/vmdk/write-stream.ts';

export const MIB: number = 2 ** 20;

/** Bytes that no two places of a disk have alike. */
export function dense(length: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(length);
  for (let at = 0, n = seed; at + 4 <= length; at += 4) {
    n = (Math.imul(n, 1_664_525) + 1_013_904_223) >>> 0;
    bytes.writeUInt32LE(n, at);
  }
  return bytes;
}

/** What the guest of every test image finds: bytes at the start and in the middle of a disk of 4 MiB. */
export const RAW: Buffer = Buffer.concat([dense(MIB), Buffer.alloc(MIB), dense(MIB, 7), Buffer.alloc(MIB)]);

const DISK: Disk = {
  capacity: RAW.length,
  async *runs() {
    yield { at: 0, bytes: RAW.subarray(0, MIB) };
    yield { at: 2 * MIB, bytes: RAW.subarray(2 * MIB, 3 * MIB) };
  },
};
const DESCRIPTOR = { cid: 0x123456fe, ddb: { adapterType: 'lsilogic', virtualHWVersion: '19' } };

export async function bytesOf(type: DiskType | 'iso'): Promise<Buffer> {
  if (type === 'sparse') return joined(writeSparse(DISK, { descriptor: DESCRIPTOR, file: 'disk.vmdk' }));
  if (type === 'streamOptimized') return joined(writeStream(DISK, { descriptor: DESCRIPTOR, file: 'disk.vmdk' }));
  return RAW;
}

/** A disk as a guest reads it, of an image in the form it travels in. */
export async function rawOf(image: Buffer): Promise<Buffer> {
  const disk = await openSparse(sourceOf(image));
  const raw = Buffer.alloc(disk.capacity);
  for await (const { at, bytes } of disk.runs()) bytes.copy(raw, at);
  return raw;
}

export interface TestImage extends ImageSource {
  /** How often it was opened. */
  readonly opened: number;
}

/** An image of a type, under an id. */
export async function testImage(
  id: string,
  type: DiskType | 'iso',
  properties: ImageProperties = {},
  open: (bytes: Buffer) => Readable = (bytes) => Readable.from(chunksOf(bytes)),
): Promise<TestImage> {
  const bytes = await bytesOf(type);
  const image: Image = {
    id,
    size: bytes.length,
    diskFormat: type === 'iso' ? 'iso' : 'vmdk',
    digest: { algorithm: 'sha256', value: createHash('sha256').update(bytes).digest('hex') },
    properties: type === 'iso' ? properties : { vmware_disktype: type, ...properties },
  };
  let opened = 0;
  return {
    get opened() {
      return opened;
    },
    describe: async () => image,
    open: async () => {
      opened += 1;
      return open(bytes);
    },
  };
}

function* chunksOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

async function joined(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(Buffer.from(chunk));
  return Buffer.concat(all);
}
