/** A disk's bytes as they are, zeros and all, cut into pieces of one size. */

import { TwoBuffers } from '../kernel/two-buffers.ts';
import type { OpenExtents } from './open-extents.ts';

/** What follows next: bytes of an extent from a place on, or as many zeros. */
export interface Part {
  readonly length: number;
  readonly from?: { readonly extent: string; readonly place: number };
}

/** Bytes of a piece of data. */
const PIECE = 256 * 1_024;
/** Shorter parts are read along with what follows them. */
const SHORT = 64 * 1_024;
/** Zeros take no reading: the larger their pieces, the fewer. */
const ZEROS = Buffer.alloc(4 * PIECE);

/** Parts of `total` bytes in all. A piece stays good until the next but one is asked for. */
export async function* flatPieces(
  parts: AsyncIterable<Part>,
  total: number,
  files: OpenExtents,
): AsyncGenerator<Buffer> {
  const size = Math.min(PIECE, total);
  const buffers = new TwoBuffers(size);
  let piece: Buffer | undefined;
  let filled = 0;
  for await (const part of parts) {
    for (let done = 0; done < part.length; ) {
      const left = part.length - done;
      if (!part.from && filled === 0 && left >= size) {
        const zeros = ZEROS.subarray(0, left);
        yield zeros;
        done += zeros.length;
        continue;
      }
      piece ??= buffers.next();
      const room = piece.subarray(filled, filled + left);
      await fill(room, part, done, files);
      done += room.length;
      filled += room.length;
      if (filled < size) continue;
      yield piece;
      piece = undefined;
      filled = 0;
    }
  }
  if (piece) yield piece.subarray(0, filled);
}

async function fill(room: Buffer, { from }: Part, done: number, files: OpenExtents): Promise<void> {
  if (!from) room.fill(0);
  else if (room.length >= SHORT) await files.readInto(from.extent, room, from.place + done);
  else (await files.readOn(from.extent, from.place + done, room.length)).copy(room);
}
