/** The first four sectors of a VMFS sparse extent ("COWD"), the form of snapshots' deltas. All numbers are little-endian. */
import { SECTOR, VmdkError } from './bytes.ts';

export interface CowdHeader {
  /** In sectors, as are the following. */
  readonly capacity: number;
  readonly grainSize: number;
  readonly directoryOffset: number;
  /** The first sector behind everything. */
  readonly end: number;
}

export const COWD_HEADER_SECTORS = 4;
/** Entries of a grain table. */
export const COWD_ENTRIES = 4_096;
/** Beyond 2 TiB the numbers of sectors have no room. */
export const COWD_MAX_SECTORS: number = 2 ** 32 - 1;

const MAGIC = 0x44574f43;
const VERSION = 1;
/** A disk with a directory, whose grains may be written. */
const FLAGS = 3;
const GENERATION_AT = 1_060;

export function isCowd(head: Buffer): boolean {
  return head.length >= 4 && head.readUInt32LE(0) === MAGIC;
}

/** Throws VmdkError for what is no header, or one that lies. */
export function readCowdHeader(bytes: Buffer): CowdHeader {
  if (bytes.length < SECTOR || !isCowd(bytes)) throw new VmdkError('this is no VMFS sparse extent');
  const word = (i: number) => bytes.readUInt32LE(i * 4);
  if (word(1) !== VERSION) throw new VmdkError(`VMFS sparse extents of version ${word(1)} are not known`);
  const header = { capacity: word(3), grainSize: word(4), directoryOffset: word(5), end: word(7) };
  const { grainSize } = header;
  if (grainSize < 1 || grainSize > 2_048 || (grainSize & (grainSize - 1)) !== 0)
    throw new VmdkError(`a grain of ${grainSize} sectors is not known`);
  if (word(6) < cowdTables(header)) throw new VmdkError('the grain directory is too short for the disk');
  return header;
}

export function writeCowdHeader(header: CowdHeader): Buffer {
  const bytes = Buffer.alloc(COWD_HEADER_SECTORS * SECTOR);
  const { capacity, grainSize, directoryOffset, end } = header;
  const words = [MAGIC, VERSION, FLAGS, capacity, grainSize, directoryOffset, cowdTables(header), end];
  for (const [i, word] of words.entries()) bytes.writeUInt32LE(word, i * 4);
  bytes.writeUInt32LE(1, GENERATION_AT);
  return bytes;
}

/** Grain tables of a disk. */
export function cowdTables({ capacity, grainSize }: Pick<CowdHeader, 'capacity' | 'grainSize'>): number {
  return Math.ceil(capacity / (grainSize * COWD_ENTRIES));
}
