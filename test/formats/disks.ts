/** Small disks for tests of formats. */
import { type Delta, dataOf, type Run, SECTOR, type Zeros } from '../../src/formats/vmdk/bytes.ts';

/** What a disk of some sectors says: a fill byte by sector, 0 for zeros that hide a parent. */
export function deltaOf(sectors: number, data: ReadonlyMap<number, number>): Delta {
  async function* said(): AsyncGenerator<Run | Zeros> {
    for (const [sector, fill] of [...data].sort(([a], [b]) => a - b)) {
      if (sector >= sectors) return;
      if (fill === 0) yield { at: sector * SECTOR, zeros: SECTOR };
      else yield { at: sector * SECTOR, bytes: Buffer.alloc(SECTOR, fill) };
    }
  }
  return { capacity: sectors * SECTOR, said, runs: () => dataOf(said()) };
}

export async function whole(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(Buffer.from(chunk));
  return Buffer.concat(all);
}

/** Sector -> first byte, of all sectors that anything is said of. */
export async function saidOf(words: AsyncIterable<Run | Zeros>): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  for await (const word of words) {
    const length = 'bytes' in word ? word.bytes.length : word.zeros;
    for (let i = 0; i < length; i += SECTOR) found.set((word.at + i) / SECTOR, 'bytes' in word ? word.bytes[i]! : 0);
  }
  return found;
}

export function sorted(data: ReadonlyMap<number, number>): [number, number][] {
  return [...data].sort(([a], [b]) => a - b);
}
