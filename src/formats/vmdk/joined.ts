/** A disk that stands in several extents, one behind the other. */
import { type Delta, dataOf, type Run, type Zeros } from './bytes.ts';

export interface Part {
  /** Bytes of it that belong to the disk; the extent may hold more. */
  readonly size: number;
  readonly disk: Delta;
}

export function joined(parts: readonly Part[]): Delta {
  const said = () => wordsOf(parts);
  return { capacity: parts.reduce((sum, { size }) => sum + size, 0), said, runs: () => dataOf(said()) };
}

async function* wordsOf(parts: readonly Part[]): AsyncGenerator<Run | Zeros> {
  let start = 0;
  for (const { size, disk } of parts) {
    for await (const word of disk.said()) {
      const left = size - word.at;
      if (left <= 0) break;
      const at = start + word.at;
      yield 'bytes' in word ? { at, bytes: word.bytes.subarray(0, left) } : { at, zeros: Math.min(word.zeros, left) };
    }
    start += size;
  }
}
