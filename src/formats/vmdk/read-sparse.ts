/** Reads sparse extents, plain or compressed, from a file that can be read at any place. */
import { inflateSync } from 'node:zlib';
import { Budget } from './budget.ts';
import {
  ahead,
  type Delta,
  dataOf,
  isZero,
  type Run,
  readWhole,
  SECTOR,
  type Source,
  VmdkError,
  type Zeros,
} from './bytes.ts';
import { type Descriptor, readDescriptor } from './descriptor.ts';
import { GRAIN_HEAD } from './marker.ts';
import { readHeader, type SparseHeader, tableCount } from './sparse-header.ts';
import { tablesOf } from './tables.ts';

const MAX_DESCRIPTOR = 2_048;
/** From the end: footer marker, footer, end-of-stream marker. */
const FOOTER_AT = 2 * SECTOR;
/** Stands in a grain table for a grain of zeros. */
const ZERO_GRAIN = 1;

export interface SparseDisk extends Delta {
  readonly header: SparseHeader;
  /** What the extent holds of a descriptor; one of several extents has none. */
  readonly descriptor: Descriptor | undefined;
}

/** Opens a sparse extent. Throws VmdkError, then or while it is read, when it is damaged or lies about itself. */
export async function openSparse(source: Source): Promise<SparseDisk> {
  const first = readHeader(await readWhole(source, 0, SECTOR, 'the header'));
  const header = first.directoryOffset === undefined ? await footerOf(source) : first;
  const descriptor = await descriptorOf(source, first);
  const words = () => said(source, header);
  return { header, descriptor, capacity: header.capacity * SECTOR, said: words, runs: () => dataOf(words()) };
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
  const bytes = await readWhole(source, descriptorOffset * SECTOR, descriptorSize * SECTOR, 'the descriptor');
  // One of several extents may have room for a descriptor and nothing in it.
  return isZero(bytes) ? undefined : readDescriptor(bytes);
}

async function* said(source: Source, header: SparseHeader): AsyncGenerator<Run | Zeros> {
  const { grainSize, capacity, tableEntries, directoryOffset } = header;
  const directory = { offset: directoryOffset!, tables: tableCount(header), tableEntries };
  const forwards = ahead(source);
  const budget = new Budget(source.size);
  for await (const { first, entries } of tablesOf(source, directory)) {
    for (let i = 0; i < tableEntries; i++) {
      const entry = entries.readUInt32LE(i * 4);
      const sector = (first + i) * grainSize;
      if (entry === 0 || sector >= capacity) continue;
      const at = sector * SECTOR;
      const length = Math.min(grainSize, capacity - sector) * SECTOR;
      if (entry === ZERO_GRAIN) yield { at, zeros: length };
      else yield { at, bytes: await grainAt(forwards, header, entry, sector, length, budget) };
    }
  }
}

async function grainAt(
  source: Source,
  { compressed, grainSize }: SparseHeader,
  place: number,
  sector: number,
  length: number,
  budget: Budget,
): Promise<Buffer> {
  budget.spend(compressed ? SECTOR : length);
  if (!compressed) return readWhole(source, place * SECTOR, length, 'a grain');
  return (await compressedGrain(source, place * SECTOR, sector, grainSize * SECTOR)).subarray(0, length);
}

async function compressedGrain(source: Source, at: number, sector: number, size: number): Promise<Buffer> {
  const head = await readWhole(source, at, GRAIN_HEAD, 'a grain');
  if (head.readBigUInt64LE(0) !== BigInt(sector)) throw new VmdkError('a grain is not where its table says');
  const length = head.readUInt32LE(8);
  if (length > 2 * size + 1_024) throw new VmdkError('a grain is larger deflated than it can be');
  return inflateGrain(await readWhole(source, at + GRAIN_HEAD, length, 'a grain'), size);
}

/** Room behind a grain, in which zlib sees that no more comes: all of it lies in one piece of memory. */
export const INFLATED_SPARE = 64;

/**
 * A grain's bytes; never more than a grain, whatever the deflated data say. At once: to have it done elsewhere costs several
 * times what it takes.
 */
export function inflateGrain(deflated: Buffer, size: number): Buffer {
  try {
    const bytes = inflateSync(deflated, { maxOutputLength: size, chunkSize: size + INFLATED_SPARE });
    if (bytes.length % SECTOR === 0) return bytes;
  } catch {}
  throw new VmdkError('a grain cannot be inflated');
}
