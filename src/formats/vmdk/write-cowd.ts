/** Writes VMFS sparse extents: header, directory, then each grain table before its grains. */
import { type Delta, type Run, SECTOR, VmdkError, type Zeros } from './bytes.ts';
import {
  COWD_ENTRIES,
  COWD_HEADER_SECTORS,
  COWD_MAX_SECTORS,
  type CowdHeader,
  writeCowdHeader,
} from './cowd-header.ts';
import { zeros } from './flat.ts';
import { padded } from './marker.ts';

/** A file that is known before it is written. */
export interface PlannedFile {
  readonly size: number;
  /** Can be made any number of times. */
  bytes(): AsyncGenerator<Buffer>;
}

/** ESXi's own deltas have grains of one sector. */
const GRAIN = 1;
const TABLE_SECTORS = (COWD_ENTRIES * 4) / SECTOR;

/**
 * Reads what is said once to know what there is, and once more while the bytes are made. A directory and one table's grains
 * are held: some MiB, however large the disk. Throws VmdkError when the disk is beyond 2 TiB, or said in parts of sectors.
 */
export async function writeCowd(disk: Delta): Promise<PlannedFile> {
  const capacity = disk.capacity / SECTOR;
  if (capacity > COWD_MAX_SECTORS) throw new VmdkError('a VMFS sparse disk ends at 2 TiB');
  const counts = new Uint16Array(Math.ceil(capacity / COWD_ENTRIES));
  for await (const { sector, count } of parts(disk)) counts[Math.floor(sector / COWD_ENTRIES)]! += count;
  const directory = Buffer.alloc(padded(counts.length * 4));
  let end = COWD_HEADER_SECTORS + directory.length / SECTOR;
  for (const [i, count] of counts.entries()) {
    if (count === 0) continue;
    directory.writeUInt32LE(end, i * 4);
    end += TABLE_SECTORS + count;
    if (end > COWD_MAX_SECTORS) throw new VmdkError('a VMFS sparse extent ends at 2 TiB');
  }
  const header = { capacity, grainSize: GRAIN, directoryOffset: COWD_HEADER_SECTORS, end };
  return { size: end * SECTOR, bytes: () => bytesOf(disk, header, directory) };
}

async function* bytesOf(disk: Delta, header: CowdHeader, directory: Buffer): AsyncGenerator<Buffer> {
  yield writeCowdHeader(header);
  yield directory;
  let open: { readonly number: number; readonly place: number; readonly parts: Part[] } | undefined;
  for await (const part of parts(disk)) {
    const number = Math.floor(part.sector / COWD_ENTRIES);
    if (open?.number !== number) {
      if (open) yield* tableOf(open.parts, open.place);
      open = { number, place: directory.readUInt32LE(number * 4), parts: [] };
    }
    open.parts.push(part);
  }
  if (open) yield* tableOf(open.parts, open.place);
}

/** A table that stands at a sector of the file, and behind it what it points to. */
function* tableOf(all: readonly Part[], place: number): Generator<Buffer> {
  const table = Buffer.alloc(COWD_ENTRIES * 4);
  let next = place + TABLE_SECTORS;
  for (const { sector, count } of all) {
    for (let i = 0; i < count; i++) table.writeUInt32LE(next++, ((sector + i) % COWD_ENTRIES) * 4);
  }
  yield table;
  for (const { count, bytes } of all) {
    if (bytes) yield bytes;
    else yield* zeros(count * SECTOR);
  }
}

interface Part {
  readonly sector: number;
  readonly count: number;
  /** Undefined: zeros. */
  readonly bytes: Buffer | undefined;
}

/** What a disk says, cut where another table begins. */
async function* parts(disk: Delta): AsyncGenerator<Part> {
  let done = 0;
  for await (const word of disk.said()) {
    const length = lengthOf(word);
    if (word.at % SECTOR !== 0 || length % SECTOR !== 0) throw new VmdkError('a delta is made of whole sectors');
    if (word.at < done || word.at + length > disk.capacity) throw new VmdkError('data out of order or beyond the disk');
    done = word.at + length;
    for (let at = word.at; at < done; ) {
      const sector = at / SECTOR;
      const count = Math.min((done - at) / SECTOR, COWD_ENTRIES - (sector % COWD_ENTRIES));
      const from = at - word.at;
      const bytes = 'bytes' in word ? word.bytes.subarray(from, from + count * SECTOR) : undefined;
      yield { sector, count, bytes };
      at += count * SECTOR;
    }
  }
}

function lengthOf(word: Run | Zeros): number {
  return 'bytes' in word ? word.bytes.length : word.zeros;
}
