/** Writes a monolithic sparse extent: descriptor, directory and tables first, then the grains as they are. */
import { type Disk, SECTOR } from './bytes.ts';
import { type Descriptor, writeDescriptor } from './descriptor.ts';
import { grainsOf } from './grains.ts';
import { padded } from './marker.ts';
import { type SparseHeader, tableCount, writeHeader } from './sparse-header.ts';

const GRAIN = 128;
const ENTRIES = 512;
const DESCRIPTOR_SECTORS = 20;
const TABLE_BYTES = ENTRIES * 4;

export interface SparseOptions {
  readonly descriptor: Omit<Descriptor, 'createType' | 'extents'>;
  readonly file: string;
}

/** Reads the disk twice: once to know which grains there are, once for their data. */
export async function* writeSparse(disk: Disk, { descriptor, file }: SparseOptions): AsyncGenerator<Buffer> {
  const capacity = disk.capacity / SECTOR;
  const layout = layoutOf(capacity);
  const extents = [{ access: 'RW' as const, size: capacity, type: 'SPARSE', file }];
  const text = writeDescriptor({ ...descriptor, createType: 'monolithicSparse', extents });
  const start = Buffer.alloc((1 + DESCRIPTOR_SECTORS) * SECTOR);
  writeHeader(layout.header).copy(start);
  start.write(text, SECTOR, 'utf8');
  yield start;
  const tables = Buffer.alloc(layout.tables * TABLE_BYTES);
  let next = layout.header.overhead;
  for await (const { at } of grainsOf(disk, GRAIN * SECTOR)) {
    tables.writeUInt32LE(next, (at / (GRAIN * SECTOR)) * 4);
    next += GRAIN;
  }
  for (const directory of [layout.header.redundantOffset, layout.header.directoryOffset!]) {
    yield directoryAt(directory, layout.tables);
    yield tables;
  }
  yield Buffer.alloc(layout.header.overhead * SECTOR - layout.end * SECTOR);
  for await (const { bytes } of grainsOf(disk, GRAIN * SECTOR)) yield bytes;
}

/** Each table stands behind its directory in order. */
function directoryAt(place: number, tables: number): Buffer {
  const bytes = Buffer.alloc(padded(tables * 4));
  const first = place + bytes.length / SECTOR;
  for (let i = 0; i < tables; i++) bytes.writeUInt32LE(first + (i * TABLE_BYTES) / SECTOR, i * 4);
  return bytes;
}

function layoutOf(capacity: number): { readonly header: SparseHeader; readonly tables: number; readonly end: number } {
  const basis = {
    version: 1,
    compressed: false,
    capacity,
    grainSize: GRAIN,
    descriptorOffset: 1,
    descriptorSize: DESCRIPTOR_SECTORS,
    tableEntries: ENTRIES,
    redundantOffset: 1 + DESCRIPTOR_SECTORS,
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
