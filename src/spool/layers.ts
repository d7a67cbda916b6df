/** Contents of virtual disks: layers are written once, laid over each other by whoever names them, and read through. */
import { type Delta, type Disk, dataOf, isZero, type Run, SECTOR, type Source } from '../formats/vmdk/bytes.ts';
import { TwoBuffers } from '../kernel/two-buffers.ts';
import { cursorOf } from './cursor.ts';
import { flatPieces, type Part } from './flat-pieces.ts';
import type { DiskContent, Layer } from './layer.ts';
import { LayerWriter, type Said } from './layer-writer.ts';
import { Nodes } from './nodes.ts';
import { OpenExtents } from './open-extents.ts';
import { overlay, type Seen } from './overlay.ts';
import type { Spool } from './spool.ts';

/**
 * A disk's content, ready to be read at any place and any number of times. Nothing is open while nobody reads. It is also a
 * file of as many bytes, for whoever reads a format out of it.
 */
export interface OpenDisk extends Disk, Source {
  /** Fewer bytes only where the disk ends. */
  read(at: number, length: number): Promise<Buffer>;
  /** The runs, each good only until the next is asked for: gigabytes pass through two buffers. */
  passing(): AsyncIterable<Run>;
  /** All from one place up to, not including, another. A piece stays good until the next but one is asked for. */
  bytes(start: number, end: number): AsyncIterable<Buffer>;
  /** What layers say, zeros that hide others among it; between these nobody ever wrote. */
  areas(): AsyncIterable<Area>;
}

export interface Area {
  readonly at: number;
  readonly length: number;
  readonly zeros: boolean;
}

const MIB = 2 ** 20;
/** Bytes of a run. */
const CHUNK = 256 * 1_024;

export class Layers {
  readonly #spool: Spool;
  readonly #nodes: Nodes;

  /** `cache` is how many bytes of indexes are remembered between readings. */
  constructor(spool: Spool, cache: number = 8 * MIB) {
    this.#spool = spool;
    this.#nodes = new Nodes(cache);
  }

  /**
   * Keeps ascending runs, and zeros that are told as such, as one layer; undefined when there were none. Blocks of zeros
   * are kept without data and hide what lies below. When the runs fail, or hold more data than `limit()` then allows (OutOfSpace), nothing is kept.
   */
  keep(runs: AsyncIterable<Said>, limit?: () => number): Promise<Layer | undefined> {
    return this.#keep(runs, limit);
  }

  /** One layer that says what several say together; undefined when they say nothing. */
  merge(content: DiskContent, limit?: () => number): Promise<Layer | undefined> {
    return this.#keep(this.#said(content, Number.POSITIVE_INFINITY, new TwoBuffers(CHUNK)), limit);
  }

  /** Reads a content as a disk of so many bytes: what layers say beyond them is not seen. */
  open(content: DiskContent, capacity: number): OpenDisk {
    return {
      capacity,
      size: capacity,
      runs: () => this.#runs(content, capacity),
      passing: () => this.#runs(content, capacity, new TwoBuffers(CHUNK)),
      read: (at, length) => this.#read(content, at, Math.max(0, Math.min(length, capacity - at))),
      bytes: (start, end) => this.#bytes(content, start, Math.min(end, capacity)),
      areas: () => this.#areas(content, capacity),
    };
  }

  /** What upper layers say over lower ones, in whole sectors: where they say a part of one, the rest is as it is below. */
  delta(upper: DiskContent, lower: DiskContent, capacity: number): Delta {
    const said = () => this.#sectors(upper, lower, capacity);
    return { capacity, said, runs: () => dataOf(said()) };
  }

  async #keep(said: AsyncIterable<Said>, limit: () => number = () => Number.POSITIVE_INFINITY) {
    const writer = new LayerWriter(limit);
    const { id } = await this.#spool.write(writer.bytes(said));
    if (!writer.empty) return { extent: id, kind: 'grains' as const, size: writer.held };
    this.#spool.drop(id);
    return undefined;
  }

  async *#seen(content: DiskContent, files: OpenExtents, from: number, end: number): AsyncGenerator<Seen> {
    const layers = content.toReversed();
    yield* overlay(
      layers.map((layer) => cursorOf(layer, this.#nodes, files)),
      from,
      end,
    );
  }

  async *#said(content: DiskContent, capacity: number, buffers: TwoBuffers | undefined): AsyncGenerator<Said> {
    const files = new OpenExtents(this.#spool, extentsOf(content));
    try {
      for await (const { at, length, layer, place } of this.#seen(content, files, 0, capacity)) {
        if (place === undefined) yield { at, zeros: length };
        else yield* this.#data(files, layer.extent, at, length, place, buffers);
      }
    } finally {
      await files.close();
    }
  }

  async *#data(
    files: OpenExtents,
    extent: string,
    at: number,
    length: number,
    place: number,
    buffers: TwoBuffers | undefined,
  ): AsyncGenerator<Said> {
    for (let done = 0; done < length; ) {
      const zeros = await files.zerosAt(extent, place + done, length - done);
      const size = zeros || Math.min(length - done, CHUNK - ((at + done) % CHUNK));
      if (zeros > 0) yield { at: at + done, zeros };
      else yield { at: at + done, bytes: await files.readOn(extent, place + done, size, buffers) };
      done += size;
    }
  }

  async *#bytes(content: DiskContent, start: number, end: number): AsyncGenerator<Buffer> {
    const files = new OpenExtents(this.#spool, extentsOf(content));
    try {
      yield* flatPieces(this.#parts(content, files, start, end), end - start, files);
    } finally {
      await files.close();
    }
  }

  async *#parts(content: DiskContent, files: OpenExtents, start: number, end: number): AsyncGenerator<Part> {
    let done = start;
    for await (const { at, length, layer, place } of this.#seen(content, files, start, end)) {
      if (at > done) yield { length: at - done };
      if (place === undefined) yield { length };
      else yield* dataOrZeros(files, layer.extent, place, length);
      done = at + length;
    }
    if (done < end) yield { length: end - done };
  }

  async *#runs(content: DiskContent, capacity: number, buffers?: TwoBuffers): AsyncGenerator<Run> {
    for await (const said of this.#said(content, capacity, buffers)) {
      if ('bytes' in said && !isZero(said.bytes)) yield said;
    }
  }

  async *#sectors(upper: DiskContent, lower: DiskContent, capacity: number): AsyncGenerator<Said> {
    const content = [...lower, ...upper];
    let done = 0;
    for await (const { at, length, zeros } of this.#areas(upper, capacity)) {
      const from = Math.max(done, at - (at % SECTOR));
      const end = Math.ceil((at + length) / SECTOR) * SECTOR;
      // The whole sectors among zeros.
      const first = Math.max(from, Math.ceil(at / SECTOR) * SECTOR);
      const last = Math.floor((at + length) / SECTOR) * SECTOR;
      if (!zeros || last <= first) yield* this.#between(content, from, end);
      else {
        yield* this.#between(content, from, first);
        yield { at: first, zeros: last - first };
        yield* this.#between(content, last, end);
      }
      done = Math.max(done, end);
    }
  }

  async *#between(content: DiskContent, from: number, end: number): AsyncGenerator<Run> {
    for (let at = from; at < end; at += CHUNK) {
      yield { at, bytes: await this.#read(content, at, Math.min(CHUNK, end - at)) };
    }
  }

  async *#areas(content: DiskContent, capacity: number): AsyncGenerator<Area> {
    const files = new OpenExtents(this.#spool, extentsOf(content));
    try {
      for await (const { at, length, place } of this.#seen(content, files, 0, capacity)) {
        yield { at, length, zeros: place === undefined };
      }
    } finally {
      await files.close();
    }
  }

  async #read(content: DiskContent, from: number, length: number): Promise<Buffer> {
    const bytes = Buffer.alloc(length);
    const files = new OpenExtents(this.#spool, extentsOf(content));
    try {
      for await (const { at, length: size, layer, place } of this.#seen(content, files, from, from + length)) {
        if (place !== undefined) (await files.read(layer.extent, place, size)).copy(bytes, at - from);
      }
    } finally {
      await files.close();
    }
    return bytes;
  }
}

function extentsOf(content: DiskContent): string[] {
  return content.map(({ extent }) => extent);
}

/** Bytes of an extent, its holes told as such. */
async function* dataOrZeros(files: OpenExtents, extent: string, place: number, length: number): AsyncGenerator<Part> {
  for (let done = 0; done < length; ) {
    const zeros = await files.zerosAt(extent, place + done, length - done);
    const size = zeros || Math.min(length - done, MIB - ((place + done) % MIB));
    yield zeros > 0 ? { length: size } : { length: size, from: { extent, place: place + done } };
    done += size;
  }
}
