/** Bytes that go out, or come in, more slowly than they could. The time is real: it is the wire's. */
import type { Writable } from 'node:stream';

/** So many bytes at once, and then a pause. */
export interface Pace {
  readonly bytes: number;
  readonly pause: number;
}

/** Pauses of a second would come in bursts that no client calls slow. */
const SHARE = 10;

/** A number of bytes a second. */
export function paceOf(bytesPerSecond: number): Pace {
  const bytes = Math.max(1, Math.floor(bytesPerSecond / SHARE));
  return { bytes, pause: (1_000 * bytes) / bytesPerSecond };
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}

/** Writes a piece at a pace; false once the other side is gone. */
export async function writePaced(piece: Uint8Array, { bytes, pause: gap }: Pace, to: Writable): Promise<boolean> {
  for (let at = 0; at < piece.length; at += bytes) {
    if (!to.writable) return false;
    to.write(piece.subarray(at, at + bytes));
    await pause(gap);
  }
  return to.writable;
}

/** Hands pieces on no faster than so many bytes a second; asks for the next only then, so that the sender is slowed down. */
export async function* slowed(source: AsyncIterable<Uint8Array>, bytesPerSecond: number): AsyncGenerator<Uint8Array> {
  for await (const piece of source) {
    await pause((1_000 * piece.length) / bytesPerSecond);
    yield piece;
  }
}
