/** Writes a sparse extent: descriptor where it has one, directory and tables first, then the grains as they are. */
import { type Disk, SECTOR } from './bytes.ts';
import { type Descriptor, writeDescriptor } from './descriptor.ts';
import { grainsOf } from './grains.ts';
import { padded } from './marker.ts';
import { type SparseHeader, tableCount, writeHeader } from './sparse-header.ts';

const GRAIN = 128;
const ENTRIES = 512;
const DESCRIPTOR_SECTORS = 20;
const TABLE_BYTES = ENTRIES * 4;
/** Bytes of tables made at a time; a multiple of a table and of a sector. */
const PIECE = 64 * 1_024;

export interface SparseOptions {
  /** What a disk in one file says of itself; one of several files says nothing. */
  readonly descriptor?: Omit<Descriptor, 'createType' | 'extents'> | undefined;
  readonly file: string;
}

/**
 * Reads the disk three times: for each of the two copies of the tables, to know which grains there are, and for their data.
 * So no more than a piece of the tables is ever held, however large the disk.
 */
export async function* writeSparse(disk: Disk, { descriptor, file }: SparseOptions): AsyncGenerator<Buffer> {
  const capacity = disk.capacity / SECTOR;
  const { header, tables, end } = layoutOf(capacity, descriptor ? DESCRIPTOR_SECTORS : 0);
  const extents = [{ access: 'RW' as const, size: capacity, type: 'SPARSE', file }];
  const start = Buffer.alloc(header.redundantOffset * SECTOR);
  writeHeader(header).copy(start);
  if (descriptor)
    start.write(writeDescriptor({ ...descriptor, createType: 'monolithicSparse', extents }), SECTOR, 'utf8');
  yield start;
  for (const directory of [header.redundantOffset, header.directoryOffset!]) {
    yield* directoryAt(directory, tables);
    yield* tablesOf(disk, tables, header.overhead);
  }
  yield Buffer.alloc((header.overhead - end) * SECTOR);
  for await (const { bytes } of grainsOf(disk, GRAIN * SECTOR)) yield bytes;
}

/** Each table stands behind its directory in order. */
function* directoryAt(place: number, tables: number): Generator<Buffer> {
  const size = padded(tables * 4);
  const first = place + size / SECTOR;
  for (let at = 0; at < size; at += PIECE) {
    const piece = Buffer.alloc(Math.min(PIECE, size - at));
    for (let i = at / 4, end = Math.min(tables, i + piece.length / 4); i < end; i++) {
      piece.writeUInt32LE(first + (i * TABLE_BYTES) / SECTOR, i * 4 - at);
    }
    yield piece;
  }
}

/** Where each grain stands: they follow each other in their order, `first` sectors behind the beginning. */
async function* tablesOf(disk: Disk, tables: number, first: number): AsyncGenerator<Buffer> {
  const size = tables * TABLE_BYTES;
  const pieceAt = (start: number) => Buffer.alloc(Math.min(PIECE, size - start));
  let start = 0;
  let piece = pieceAt(0);
  let next = first;
  for await (const { at } of grainsOf(disk, GRAIN * SECTOR)) {
    const entry = (at / (GRAIN * SECTOR)) * 4;
    for (; entry >= start + piece.length; piece = pieceAt(start)) {
      yield piece;
      start += piece.length;
    }
    piece.writeUInt32LE(next, entry - start);
    next += GRAIN;
  }
  for (; start < size; piece = pieceAt(start)) {
    yield piece;
    start += piece.length;
  }
}

function layoutOf(
  capacity: number,
  descriptorSize: number,
): { readonly header: SparseHeader; readonly tables: number; readonly end: number } {
  const basis = {
    version: 1,
    compressed: false,
    capacity,
    grainSize: GRAIN,
    descriptorOffset: descriptorSize === 0 ? 0 : 1,
    descriptorSize,
    tableEntries: ENTRIES,
    redundantOffset: 1 + descriptorSize,
    directoryOffset: 0,
    overhead: 0,
  };
  const tables = tableCount(basis);
  const metadata = (padded(tables * 4) + tables * TABLE_BYTES) / SECTOR;
  const directoryOffset = basis.redundantOffset + metadata;
  const end = directoryOffset + metadata;
  const overhead = Math.ceil(end / GRAIN) * GRAIN;
  return { header: { ...basis, directoryOffset, overhead }, tables, end };
}
