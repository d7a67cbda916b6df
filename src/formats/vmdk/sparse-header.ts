/** The first sector of a sparse extent, and its copy at the end of a stream. All numbers are little-endian. */
import { MAX_CAPACITY, SECTOR, VmdkError } from './bytes.ts';

export interface SparseHeader {
  readonly version: number;
  /** Grains are deflated, each behind a marker. */
  readonly compressed: boolean;
  /** In sectors, as are the following. */
  readonly capacity: number;
  readonly grainSize: number;
  readonly descriptorOffset: number;
  readonly descriptorSize: number;
  readonly tableEntries: number;
  /** Undefined: the header at the end of the file knows. */
  readonly directoryOffset: number | undefined;
  readonly redundantOffset: number;
  readonly overhead: number;
}

const MAGIC = 0x564d444b;
const FLAG_NEWLINES = 1;
const FLAG_REDUNDANT = 2;
const FLAG_COMPRESSED = 1 << 16;
const FLAG_MARKERS = 1 << 17;
const AT_END = 0xffff_ffff_ffff_ffffn;
const DEFLATE = 1;

export function isSparse(head: Buffer): boolean {
  return head.length >= 4 && head.readUInt32LE(0) === MAGIC;
}

/** Throws VmdkError for what is no header, or one that lies. */
export function readHeader(bytes: Buffer): SparseHeader {
  if (bytes.length < SECTOR || !isSparse(bytes)) throw new VmdkError('this is no sparse extent');
  const flags = bytes.readUInt32LE(8);
  const sectors = (at: number, what: string): number => {
    const value = bytes.readBigUInt64LE(at);
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new VmdkError(`${what} is beyond any disk`);
    return Number(value);
  };
  const version = bytes.readUInt32LE(4);
  if (version < 1 || version > 3) throw new VmdkError(`sparse extents of version ${version} are not known`);
  const newlines = bytes.subarray(73, 77).toString('latin1');
  if (flags & FLAG_NEWLINES && newlines !== '\n \r\n')
    throw new VmdkError('the file was damaged by a transfer as text');
  const compressed = (flags & FLAG_COMPRESSED) !== 0;
  if (compressed && bytes.readUInt16LE(77) !== DEFLATE) throw new VmdkError('the compression is not known');
  const header: SparseHeader = {
    version,
    compressed,
    capacity: sectors(12, 'the capacity'),
    grainSize: sectors(20, 'the grain size'),
    descriptorOffset: sectors(28, 'the descriptor'),
    descriptorSize: sectors(36, 'the descriptor'),
    tableEntries: bytes.readUInt32LE(44),
    redundantOffset: sectors(48, 'the second grain directory'),
    directoryOffset: bytes.readBigUInt64LE(56) === AT_END ? undefined : sectors(56, 'the grain directory'),
    overhead: sectors(64, 'the overhead'),
  };
  check(header);
  return header;
}

export function writeHeader(header: SparseHeader): Buffer {
  const bytes = Buffer.alloc(SECTOR);
  const markers = header.compressed ? FLAG_COMPRESSED | FLAG_MARKERS : 0;
  const flags = FLAG_NEWLINES | (header.redundantOffset > 0 ? FLAG_REDUNDANT : 0) | markers;
  bytes.writeUInt32LE(MAGIC, 0);
  bytes.writeUInt32LE(header.version, 4);
  bytes.writeUInt32LE(flags, 8);
  bytes.writeBigUInt64LE(BigInt(header.capacity), 12);
  bytes.writeBigUInt64LE(BigInt(header.grainSize), 20);
  bytes.writeBigUInt64LE(BigInt(header.descriptorOffset), 28);
  bytes.writeBigUInt64LE(BigInt(header.descriptorSize), 36);
  bytes.writeUInt32LE(header.tableEntries, 44);
  bytes.writeBigUInt64LE(BigInt(header.redundantOffset), 48);
  bytes.writeBigUInt64LE(header.directoryOffset === undefined ? AT_END : BigInt(header.directoryOffset), 56);
  bytes.writeBigUInt64LE(BigInt(header.overhead), 64);
  bytes.write('\n \r\n', 73, 'latin1');
  bytes.writeUInt16LE(header.compressed ? DEFLATE : 0, 77);
  return bytes;
}

/** Sectors that one grain table covers. */
export function coverage({ grainSize, tableEntries }: SparseHeader): number {
  return grainSize * tableEntries;
}

/** Grain tables that a disk of this capacity has. */
export function tableCount(header: SparseHeader): number {
  return Math.ceil(header.capacity / coverage(header));
}

function check({ capacity, grainSize, tableEntries }: SparseHeader): void {
  if (capacity * SECTOR > MAX_CAPACITY) throw new VmdkError('the disk claims to be larger than 62 TiB');
  if (grainSize < 8 || grainSize > 2_048 || (grainSize & (grainSize - 1)) !== 0)
    throw new VmdkError(`a grain of ${grainSize} sectors is not known`);
  if (tableEntries < 128 || tableEntries > 4_096 || (tableEntries & (tableEntries - 1)) !== 0)
    throw new VmdkError(`a grain table of ${tableEntries} entries is not known`);
}
