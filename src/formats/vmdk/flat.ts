/** Flat extents: a disk's bytes as they are. */
import { type Delta, type Disk, dataOf, isZero, type Run, readWhole, SECTOR, type Source, VmdkError } from './bytes.ts';

/** Bytes at a time. */
const PIECE = 256 * 1_024;
const ZEROS = Buffer.alloc(PIECE);

/** A disk that stands in a file from some byte on; all of it when nothing else is said. */
export function openFlat(source: Source, offset = 0, capacity: number = source.size - offset): Delta {
  if (capacity % SECTOR !== 0) throw new VmdkError('the file is no whole number of sectors');
  if (capacity < 0 || offset + capacity > source.size) throw new VmdkError('the disk is larger than its file');
  const said = () => pieces(source, offset, capacity);
  return {
    capacity,
    said,
    async *runs() {
      for await (const run of dataOf(said())) if (!isZero(run.bytes)) yield run;
    },
  };
}

async function* pieces(source: Source, offset: number, capacity: number): AsyncGenerator<Run> {
  for (let at = 0; at < capacity; at += PIECE) {
    yield { at, bytes: await readWhole(source, offset + at, Math.min(PIECE, capacity - at), 'the disk') };
  }
}

/** The bytes of a disk, zeros and all. Pieces of zeros are one buffer: who gets them does not write into them. */
export async function* writeFlat(disk: Disk): AsyncGenerator<Buffer> {
  let done = 0;
  for await (const { at, bytes } of disk.runs()) {
    yield* zeros(at - done);
    yield bytes;
    done = at + bytes.length;
  }
  yield* zeros(disk.capacity - done);
}

export function* zeros(length: number): Generator<Buffer> {
  for (let left = length; left > 0; left -= PIECE) yield ZEROS.subarray(0, left);
}
