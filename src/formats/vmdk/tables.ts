/** Walks the grain tables of an extent, a piece of its directory at a time. */
import { Budget } from './budget.ts';
import { ahead, readWhole, SECTOR, type Source, VmdkError } from './bytes.ts';

export interface Directory {
  /** In sectors. */
  readonly offset: number;
  readonly tables: number;
  /** Entries of a table. */
  readonly tableEntries: number;
}

export interface GrainTable {
  /** The number of the grain it begins with. */
  readonly first: number;
  readonly entries: Buffer;
}

/** Bytes of a directory read at a time. */
const PIECE = 64 * 1_024;

/** The tables that there are, in order. Throws VmdkError for what lies beyond the file, or is there more than once. */
export async function* tablesOf(source: Source, directory: Directory): AsyncGenerator<GrainTable> {
  const { tables, tableEntries } = directory;
  const start = directory.offset * SECTOR;
  const size = tables * 4;
  const budget = new Budget(source.size);
  const forwards = ahead(source);
  if (start + size > source.size) throw new VmdkError('the grain directory lies beyond the end of the file');
  for (let done = 0; done < size; done += PIECE) {
    const places = await readWhole(source, start + done, Math.min(PIECE, size - done), 'the grain directory');
    for (let i = 0; i < places.length; i += 4) {
      const place = places.readUInt32LE(i);
      if (place === 0) continue;
      budget.spend(tableEntries * 4);
      const entries = await readWhole(forwards, place * SECTOR, tableEntries * 4, 'a grain table');
      yield { first: ((done + i) / 4) * tableEntries, entries };
    }
  }
}
