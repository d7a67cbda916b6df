/** Reads sparse extents, plain or compressed, from a file that can be read at any place. */
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { type Disk, type Run, readWhole, SECTOR, type Source, VmdkError } from './bytes.ts';
import { type Descriptor, readDescriptor } from './descriptor.ts';
import { GRAIN_HEAD } from './marker.ts';
import { coverage, readHeader, type SparseHeader, tableCount } from './sparse-header.ts';

const unpack = promisify(inflate) as (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;
const MAX_DESCRIPTOR = 2_048;
/** From the end: footer marker, footer, end-of-stream marker. */
const FOOTER_AT = 2 * SECTOR;

export interface SparseDisk extends Disk {
  readonly header: SparseHeader;
  /** What the extent holds of a descriptor; a delta extent has none. */
  readonly descriptor: Descriptor | undefined;
}

/** Opens a sparse extent. Throws VmdkError when it is damaged or lies about itself. */
export async function openSparse(source: Source): Promise<SparseDisk> {
  const first = readHeader(await readWhole(source, 0, SECTOR, 'the header'));
  const header = first.directoryOffset === undefined ? await footerOf(source) : first;
  const descriptor = await descriptorOf(source, first);
  return {
    header,
    descriptor,
    capacity: header.capacity * SECTOR,
    runs: () => runs(source, header),
  };
}

async function footerOf(source: Source): Promise<SparseHeader> {
  const footer = readHeader(await readWhole(source, source.size - FOOTER_AT, SECTOR, 'the footer'));
  if (footer.directoryOffset === undefined) throw new VmdkError('the footer knows no grain directory');
  return footer;
}

async function descriptorOf(source: Source, header: SparseHeader): Promise<Descriptor | undefined> {
  const { descriptorOffset, descriptorSize } = header;
  if (descriptorOffset === 0 || descriptorSize === 0) return undefined;
  if (descriptorSize > MAX_DESCRIPTOR) throw new VmdkError('the descriptor is too long');
  return readDescriptor(await readWhole(source, descriptorOffset * SECTOR, descriptorSize * SECTOR, 'the descriptor'));
}

async function* runs(source: Source, header: SparseHeader): AsyncGenerator<Run> {
  const { grainSize, tableEntries, capacity, compressed } = header;
  const directory = await readWhole(source, header.directoryOffset! * SECTOR, tableCount(header) * 4, 'the directory');
  for (let table = 0; table * 4 < directory.length; table++) {
    const place = directory.readUInt32LE(table * 4);
    if (place === 0) continue;
    const entries = await readWhole(source, place * SECTOR, tableEntries * 4, 'a grain table');
    for (let i = 0; i < tableEntries; i++) {
      const grain = entries.readUInt32LE(i * 4);
      const sector = table * coverage(header) + i * grainSize;
      // 1 stands for a grain of zeros.
      if (grain <= 1 || sector >= capacity) continue;
      const bytes = compressed
        ? await compressedGrain(source, grain * SECTOR, sector, grainSize * SECTOR)
        : await readWhole(source, grain * SECTOR, Math.min(grainSize, capacity - sector) * SECTOR, 'a grain');
      yield { at: sector * SECTOR, bytes: bytes.subarray(0, (capacity - sector) * SECTOR) };
    }
  }
}

async function compressedGrain(source: Source, at: number, sector: number, size: number): Promise<Buffer> {
  const head = await readWhole(source, at, GRAIN_HEAD, 'a grain');
  if (head.readBigUInt64LE(0) !== BigInt(sector)) throw new VmdkError('a grain is not where its table says');
  const length = head.readUInt32LE(8);
  if (length > 2 * size + 1_024) throw new VmdkError('a grain is larger deflated than it can be');
  return inflateGrain(await readWhole(source, at + GRAIN_HEAD, length, 'a grain'), size);
}

/** A grain's bytes; never more than a grain, whatever the deflated data say. */
export async function inflateGrain(deflated: Buffer, size: number): Promise<Buffer> {
  try {
    const bytes = await unpack(deflated, { maxOutputLength: size });
    if (bytes.length % SECTOR === 0) return bytes;
  } catch {}
  throw new VmdkError('a grain cannot be inflated');
}
