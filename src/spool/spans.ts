/** Tells data from zeros, by blocks that stand at multiples of their size. */
import { isZero } from '../formats/vmdk/bytes.ts';

export interface Span {
  /** Within the chunk, up to, not including, `end`. */
  readonly from: number;
  readonly end: number;
}

/** What a file system keeps together: a smaller hole saves nothing. */
export const BLOCK = 4_096;

/** The parts of a chunk that are not zeros, `place` being where the chunk begins. */
export function* spansOf(chunk: Uint8Array, place: number): Generator<Span> {
  const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
  let from = -1;
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(bytes.length, at + BLOCK - ((place + at) % BLOCK));
    if (!isZero(bytes, at, end)) {
      if (from < 0) from = at;
    } else if (from >= 0) {
      yield { from, end: at };
      from = -1;
    }
    at = end;
  }
  if (from >= 0) yield { from, end: bytes.length };
}
