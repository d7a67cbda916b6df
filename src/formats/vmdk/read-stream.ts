/** Reads a stream-optimized extent as it arrives, in one pass: grains come in the order in which they were written. */
import { Released } from '../../kernel/released.ts';
import { Budget } from './budget.ts';
import { type Run, SECTOR, VmdkError } from './bytes.ts';
import { type Descriptor, readDescriptor } from './descriptor.ts';
import { END_OF_STREAM, FOOTER, GRAIN_DIRECTORY, GRAIN_HEAD, GRAIN_TABLE, padded, readMarker } from './marker.ts';
import { INFLATED_SPARE, inflateGrain } from './read-sparse.ts';
import { readHeader, type SparseHeader, tableCount } from './sparse-header.ts';

export interface StreamedDisk {
  readonly header: SparseHeader;
  readonly descriptor: Descriptor | undefined;
  /**
   * To be read once, and to its end: only there it shows that the stream was whole. The bytes of a run are good until the
   * next is asked for.
   */
  readonly runs: AsyncIterable<Run>;
}

/** 64 MiB: the tables of a disk of 62 TiB, twice over. */
const MAX_OVERHEAD = 2 ** 17;

/** Begins to read. Throws VmdkError, then or while the runs are read, for what is damaged or cut off. */
export async function readStream(chunks: AsyncIterable<Buffer>): Promise<StreamedDisk> {
  const input = new Input(chunks);
  const header = readHeader(await input.peek(SECTOR));
  if (!header.compressed) throw new VmdkError('only stream-optimized disks can be read as they arrive');
  if (header.overhead < 1 || header.overhead > MAX_OVERHEAD) throw new VmdkError('the header has an impossible length');
  const head = await input.take(header.overhead * SECTOR);
  const { descriptorOffset, descriptorSize } = header;
  const text = head.subarray(descriptorOffset * SECTOR, (descriptorOffset + descriptorSize) * SECTOR);
  const descriptor = descriptorOffset > 0 && text.length > 0 ? readDescriptor(text) : undefined;
  return { header, descriptor, runs: runs(input, header, grainsAnnounced(head, header)) };
}

/** Grains that tables at the front tell of, as qemu-img writes them: such a stream has no end but that of its last grain. */
function grainsAnnounced(head: Buffer, header: SparseHeader): number | undefined {
  const { directoryOffset, tableEntries } = header;
  if (directoryOffset === undefined) return undefined;
  const from = directoryOffset * SECTOR;
  const end = from + tableCount(header) * 4;
  if (end > head.length) throw new VmdkError('the grain directory lies beyond the header');
  let grains = 0;
  const budget = new Budget(head.length);
  for (let at = from; at < end; at += 4) {
    const table = head.readUInt32LE(at) * SECTOR;
    if (table === 0) continue;
    if (table + tableEntries * 4 > head.length) throw new VmdkError('a grain table lies beyond the header');
    budget.spend(tableEntries * 4);
    for (let i = 0; i < tableEntries; i++) if (head.readUInt32LE(table + i * 4) > 1) grains++;
  }
  return grains;
}

async function* runs(input: Input, header: SparseHeader, announced: number | undefined): AsyncGenerator<Run> {
  const { capacity, grainSize } = header;
  const size = grainSize * SECTOR;
  const released = new Released();
  let next = 0;
  for (let seen = 0; ; ) {
    if (seen === announced && (await input.ended())) return;
    const marker = readMarker(await input.peek(SECTOR, GRAIN_HEAD));
    if (marker.type >= 0) await input.take(SECTOR);
    if (marker.type === END_OF_STREAM) return;
    if (marker.type >= 0) {
      await input.skip(metadata(marker.type, marker.value));
      continue;
    }
    if (marker.value < next || marker.value >= capacity || marker.value % grainSize !== 0)
      throw new VmdkError('a grain is out of place');
    if (marker.size > 2 * size + 1_024) throw new VmdkError('a grain is larger deflated than it can be');
    // The last grain of a stream without an end may lack its padding.
    const length = GRAIN_HEAD + marker.size;
    const grain = await input.take(padded(length), length);
    const bytes = inflateGrain(grain.subarray(GRAIN_HEAD, length), size);
    next = marker.value + grainSize;
    seen++;
    yield { at: marker.value * SECTOR, bytes: bytes.subarray(0, (capacity - marker.value) * SECTOR) };
    released.add(bytes, INFLATED_SPARE);
  }
}

/** Bytes of metadata behind a marker. */
function metadata(type: number, sectors: number): number {
  if (![GRAIN_TABLE, GRAIN_DIRECTORY, FOOTER].includes(type))
    throw new VmdkError(`a marker of type ${type} is not known`);
  if (sectors > 2 ** 20) throw new VmdkError('a table is larger than any disk needs');
  return sectors * SECTOR;
}

/**
 * Bytes in the amounts asked for, whatever the amounts they arrive in. What came is copied, since who brings it may use its
 * memory again; what was taken is good until more is taken.
 */
class Input {
  readonly #chunks: AsyncIterator<Buffer>;
  #buffer = Buffer.allocUnsafeSlow(256 * 1_024);
  #from = 0;
  #end = 0;
  /** What did not fit; nothing more is asked for before it does. */
  #rest: Buffer | undefined;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** So many bytes; at the end of the stream fewer, but `least`. */
  async take(length: number, least: number = length): Promise<Buffer> {
    const bytes = await this.peek(length, least);
    this.#from += bytes.length;
    return bytes;
  }

  /** Like take; the same bytes are taken next. */
  async peek(length: number, least: number = length): Promise<Buffer> {
    if (this.#end - this.#from < length) await this.#fill(length);
    if (this.#end - this.#from < least) throw new VmdkError('the stream ends too early');
    return this.#buffer.subarray(this.#from, Math.min(this.#end, this.#from + length));
  }

  async skip(length: number): Promise<void> {
    for (let left = length; left > 0; left -= SECTOR) await this.take(SECTOR);
  }

  async ended(): Promise<boolean> {
    if (this.#end === this.#from) await this.#fill(1);
    return this.#end === this.#from;
  }

  async #fill(length: number): Promise<void> {
    const old = this.#buffer;
    if (length > old.length) this.#buffer = Buffer.allocUnsafeSlow(length);
    this.#end = old.copy(this.#buffer, 0, this.#from, this.#end);
    this.#from = 0;
    while (this.#end < length) {
      this.#rest ??= await this.#next();
      if (!this.#rest) return;
      const fits = this.#rest.copy(this.#buffer, this.#end);
      this.#end += fits;
      this.#rest = fits < this.#rest.length ? this.#rest.subarray(fits) : undefined;
    }
  }

  async #next(): Promise<Buffer | undefined> {
    const { value, done } = await this.#chunks.next();
    return done ? undefined : value;
  }
}
