/** Writes a stream-optimized extent, the form in which disks travel: deflated grains, tables behind them, all in one pass. */
import { promisify } from 'node:util';
import { deflate, type ZlibOptions } from 'node:zlib';
import { Released } from '../../kernel/released.ts';
import { TwoBuffers } from '../../kernel/two-buffers.ts';
import { type Disk, SECTOR } from './bytes.ts';
import { type Descriptor, writeDescriptor } from './descriptor.ts';
import { grainsOf } from './grains.ts';
import { END_OF_STREAM, FOOTER, GRAIN_DIRECTORY, GRAIN_HEAD, GRAIN_TABLE, padded, writeMarker } from './marker.ts';
import { coverage, type SparseHeader, tableCount, writeHeader } from './sparse-header.ts';

const pack = promisify(deflate) as (bytes: Buffer, options: ZlibOptions) => Promise<Buffer>;
const GRAIN = 128;
/** What cannot be deflated becomes a little longer: no grain needs more. */
const PACKED = GRAIN * SECTOR + 1_024;
const ENTRIES = 512;
const DESCRIPTOR_SECTORS = 20;
const OVERHEAD = 128;

export interface WriteOptions {
  readonly descriptor: Omit<Descriptor, 'createType' | 'extents'>;
  /** What the extent is called in its descriptor. */
  readonly file: string;
  /** 1 (fastest) to 9. Default 1. */
  readonly level?: number | undefined;
}

/** What grains are packed with, one after the other. */
interface Packing {
  readonly level: number;
  readonly buffers: TwoBuffers;
  readonly released: Released;
}

/** The whole extent, front to back. A piece stays good until the next but one is asked for: whoever keeps it copies it. */
export async function* writeStream(disk: Disk, options: WriteOptions): AsyncGenerator<Buffer> {
  const capacity = disk.capacity / SECTOR;
  const header: SparseHeader = {
    version: 3,
    compressed: true,
    capacity,
    grainSize: GRAIN,
    descriptorOffset: 1,
    descriptorSize: DESCRIPTOR_SECTORS,
    tableEntries: ENTRIES,
    redundantOffset: 0,
    directoryOffset: undefined,
    overhead: OVERHEAD,
  };
  yield head(header, options);
  const tables = new Tables(header);
  const packing = {
    level: options.level ?? 1,
    buffers: new TwoBuffers(padded(GRAIN_HEAD + PACKED)),
    released: new Released(),
  };
  let at = OVERHEAD * SECTOR;
  for await (const { at: place, bytes } of grainsOf(disk, GRAIN * SECTOR)) {
    const sector = place / SECTOR;
    const full = tables.before(sector, at);
    if (full) {
      yield full;
      at += full.length;
    }
    const grain = await packed(bytes, sector, packing);
    tables.note(sector, at);
    yield grain;
    at += grain.length;
  }
  const last = tables.close(at);
  if (last) {
    yield last;
    at += last.length;
  }
  const directoryOffset = at / SECTOR + 1;
  yield tables.directory();
  const footer = writeHeader({ ...header, directoryOffset });
  yield Buffer.concat([writeMarker(FOOTER, 1), footer, writeMarker(END_OF_STREAM, 0)]);
}

function head(header: SparseHeader, { descriptor, file }: WriteOptions): Buffer {
  const bytes = Buffer.alloc(OVERHEAD * SECTOR);
  writeHeader(header).copy(bytes);
  const extents = [{ access: 'RDONLY' as const, size: header.capacity, type: 'SPARSE', file }];
  bytes.write(writeDescriptor({ ...descriptor, createType: 'streamOptimized', extents }), SECTOR, 'utf8');
  return bytes;
}

async function packed(bytes: Buffer, sector: number, { level, buffers, released }: Packing): Promise<Buffer> {
  const deflated = await pack(bytes, { level, chunkSize: PACKED });
  const end = GRAIN_HEAD + deflated.length;
  const grain = buffers.next().subarray(0, padded(end)).fill(0, end);
  grain.writeBigUInt64LE(BigInt(sector), 0);
  grain.writeUInt32LE(deflated.length, 8);
  deflated.copy(grain, GRAIN_HEAD);
  released.add(deflated);
  return grain;
}

/** Grain tables and their directory as they fill up. */
class Tables {
  readonly #header: SparseHeader;
  readonly #directory: Buffer;
  #open: { readonly number: number; readonly entries: Buffer } | undefined;

  constructor(header: SparseHeader) {
    this.#header = header;
    this.#directory = Buffer.alloc(padded(tableCount(header) * 4));
  }

  /** The table that is full once a grain of another one comes; `at` is where it will stand. */
  before(sector: number, at: number): Buffer | undefined {
    const number = Math.floor(sector / coverage(this.#header));
    return this.#open && this.#open.number !== number ? this.close(at) : undefined;
  }

  note(sector: number, at: number): void {
    const { tableEntries, grainSize } = this.#header;
    const number = Math.floor(sector / coverage(this.#header));
    this.#open ??= { number, entries: Buffer.alloc(tableEntries * 4) };
    this.#open.entries.writeUInt32LE(at / SECTOR, ((sector / grainSize) % tableEntries) * 4);
  }

  close(at: number): Buffer | undefined {
    if (!this.#open) return undefined;
    const { number, entries } = this.#open;
    this.#open = undefined;
    this.#directory.writeUInt32LE(at / SECTOR + 1, number * 4);
    return Buffer.concat([writeMarker(GRAIN_TABLE, entries.length / SECTOR), entries]);
  }

  directory(): Buffer {
    return Buffer.concat([writeMarker(GRAIN_DIRECTORY, this.#directory.length / SECTOR), this.#directory]);
  }
}
