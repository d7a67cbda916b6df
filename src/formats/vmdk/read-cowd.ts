/** Reads VMFS sparse extents. */
import { Budget } from './budget.ts';
import { ahead, type Delta, dataOf, type Run, readWhole, SECTOR, type Source } from './bytes.ts';
import { COWD_ENTRIES, type CowdHeader, cowdTables, readCowdHeader } from './cowd-header.ts';
import { tablesOf } from './tables.ts';

/** Bytes of a run, at most. */
const RUN = 256 * 1_024;

/** Opens a delta extent. Throws VmdkError, then or while it is read, when it is damaged or lies about itself. */
export async function openCowd(source: Source): Promise<Delta> {
  const header = readCowdHeader(await readWhole(source, 0, SECTOR, 'the header'));
  const said = () => runs(source, header);
  return { capacity: header.capacity * SECTOR, said, runs: () => dataOf(said()) };
}

async function* runs(source: Source, header: CowdHeader): AsyncGenerator<Run> {
  const grains = ahead(source);
  const budget = new Budget(source.size);
  for await (const { sector, place, count } of stretches(source, header)) {
    const length = Math.min(count, header.capacity - sector) * SECTOR;
    budget.spend(length);
    for (let done = 0; done < length; done += RUN) {
      const bytes = await readWhole(grains, place * SECTOR + done, Math.min(RUN, length - done), 'a grain');
      yield { at: sector * SECTOR + done, bytes };
    }
  }
}

interface Stretch {
  readonly sector: number;
  /** Where it stands in the file, in sectors too. */
  readonly place: number;
  readonly count: number;
}

/** Grains that follow each other, both on the disk and in the file, as one. */
async function* stretches(source: Source, header: CowdHeader): AsyncGenerator<Stretch> {
  const { grainSize, capacity } = header;
  const directory = { offset: header.directoryOffset, tables: cowdTables(header), tableEntries: COWD_ENTRIES };
  for await (const { first, entries } of tablesOf(source, directory)) {
    let open: Stretch | undefined;
    for (let i = 0; i < COWD_ENTRIES; i++) {
      const place = entries.readUInt32LE(i * 4);
      const sector = (first + i) * grainSize;
      if (place === 0 || sector >= capacity) continue;
      if (open && open.sector + open.count === sector && open.place + open.count === place) {
        open = { ...open, count: open.count + grainSize };
      } else {
        if (open) yield open;
        open = { sector, place, count: grainSize };
      }
    }
    if (open) yield open;
  }
}
