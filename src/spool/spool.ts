/**
 * Contents of datastores on disk, as immutable extents: written once by streaming, read in parts, shared by whoever
 * names them. Nothing is ever held whole in memory. The directory is made at the first write and removed on close.
 */
import { constants, copyFileSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataMap } from './data-map.ts';
import { spansOf } from './spans.ts';
import { TwoBuffers } from './two-buffers.ts';

export interface Extent {
  readonly id: string;
  /** Bytes. */
  readonly size: number;
}

/** An extent held open: it can be read at any place, even when it is dropped meanwhile. */
export interface OpenExtent {
  readonly size: number;
  /** Fewer bytes where the extent ends. */
  read(at: number, length: number): Promise<Buffer>;
  /** Reads into a buffer of the caller's as much as it takes; how much that was: less where the extent ends. */
  readInto(bytes: Buffer, at: number): Promise<number>;
  /** How many of the next bytes are known to be zeros, without reading them. */
  zerosAt(at: number, length: number): number;
  close(): Promise<void>;
}

/** How the directories of spools are called. */
export const SPOOL_PREFIX = 'simsphere-spool-';

/** Bytes read at a time. */
const CHUNK = 256 * 1_024;
const ZEROS = Buffer.alloc(CHUNK);

/** More came in than there was room for. */
export class OutOfSpace extends Error {
  constructor(limit: number) {
    super(`more than ${limit} bytes came in`);
    this.name = 'OutOfSpace';
  }
}

export class Spool {
  readonly #within: string | undefined;
  readonly #extents = new Map<string, DataMap>();
  #directory: string | undefined;
  #number = 0;
  #closed = false;

  /** `within` is a directory of the user's choice; its own is made below it. Default: the system's for temporary files. */
  constructor(within?: string) {
    this.#within = within;
  }

  /** Extents kept. */
  get count(): number {
    return this.#extents.size;
  }

  /**
   * Keeps what a source yields, each piece before the next is asked for; long runs of zeros become holes of the file.
   * When the source fails, or yields more than `limit()` then allows, nothing is kept and the promise is rejected
   * (OutOfSpace for the latter).
   */
  async write(
    source: AsyncIterable<Uint8Array>,
    limit: () => number = () => Number.POSITIVE_INFINITY,
  ): Promise<Extent> {
    const id = `extent-${++this.#number}`;
    const path = this.#path(id);
    const file = await open(path, 'wx', 0o600);
    const data = new DataMap();
    let size = 0;
    try {
      for await (const chunk of source) {
        const at = size;
        size += chunk.length;
        if (size > limit()) throw new OutOfSpace(limit());
        for (const { from, end } of spansOf(chunk, at)) {
          data.mark(at + from, at + end);
          await writeAll(file, chunk.subarray(from, end), at + from);
        }
      }
      // A hole at the end is made by saying where the end is.
      await file.truncate(size);
      await file.close();
      if (this.#closed) throw closed();
    } catch (error) {
      await file.close().catch(() => {});
      rmSync(path, { force: true });
      throw error;
    }
    this.#extents.set(id, data);
    return { id, size };
  }

  /**
   * The bytes from `start` up to, not including, `end`. A piece stays good until the next but one is asked for: whoever
   * keeps it copies it. Nothing is opened before the first is asked for, so that whoever never asks leaves nothing open.
   */
  async *read(extent: Extent, start = 0, end: number = extent.size): AsyncGenerator<Uint8Array> {
    if (start >= end) return;
    const file = await this.open(extent.id);
    const buffers = new TwoBuffers(Math.min(end - start, CHUNK));
    const dataAt = async (at: number): Promise<Buffer> => {
      const bytes = buffers.next().subarray(0, end - at);
      return bytes.subarray(0, await file.readInto(bytes, at));
    };
    try {
      for (let at = start; at < end; ) {
        const zeros = Math.min(file.zerosAt(at, end - at), ZEROS.length);
        const bytes = zeros > 0 ? ZEROS.subarray(0, zeros) : await dataAt(at);
        if (bytes.length === 0) return;
        yield bytes;
        at += bytes.length;
      }
    } finally {
      await file.close();
    }
  }

  /** All the bytes of an extent that is known to be small. */
  async whole(extent: Extent): Promise<Buffer> {
    const file = await this.open(extent.id);
    try {
      return await file.read(0, extent.size);
    } finally {
      await file.close();
    }
  }

  /** Whoever opens an extent closes it. */
  async open(id: string): Promise<OpenExtent> {
    // Who is dropped before it is open is not there; who is dropped behind that is still known.
    const data = this.#extents.get(id);
    const file = await open(this.#path(id));
    const { size } = await file.stat();
    return {
      size,
      zerosAt: (at, length) => data?.zerosAt(at, Math.min(length, size - at)) ?? 0,
      read: async (at, length) => {
        const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - at)));
        return bytes.subarray(0, await readAll(file, bytes, at));
      },
      readInto: (bytes, at) => readAll(file, bytes, at),
      close: () => file.close(),
    };
  }

  /** Where an extent's bytes are on this machine, for whoever copies them; nobody may write there. */
  fileOf(id: string): string {
    return this.#path(id);
  }

  /** Keeps a copy of a file of this machine, as it is now; undefined when it is gone meanwhile. */
  adopt(file: string): Extent | undefined {
    const id = `extent-${++this.#number}`;
    const path = this.#path(id);
    try {
      copyFileSync(file, path, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    } catch {
      rmSync(path, { force: true });
      return undefined;
    }
    const { size } = lstatSync(path);
    const data = new DataMap();
    data.mark(0, size);
    this.#extents.set(id, data);
    return { id, size };
  }

  drop(id: string): void {
    if (this.#extents.delete(id)) rmSync(this.#path(id), { force: true });
  }

  /** Path of an extent's file, for who on this machine is to read it. */
  whereIs(id: string): string {
    return this.#path(id);
  }

  /** Drops every extent that nobody names any more. */
  sweep(live: ReadonlySet<string>): void {
    for (const id of this.#extents.keys()) if (!live.has(id)) this.drop(id);
  }

  close(): void {
    this.#closed = true;
    this.#extents.clear();
    if (this.#directory !== undefined) rmSync(this.#directory, { recursive: true, force: true });
    this.#directory = undefined;
  }

  #path(id: string): string {
    if (this.#closed) throw closed();
    if (this.#directory === undefined) {
      if (this.#within !== undefined) mkdirSync(this.#within, { recursive: true });
      this.#directory = mkdtempSync(join(this.#within ?? tmpdir(), SPOOL_PREFIX));
    }
    return join(this.#directory, id);
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array, place: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += (await file.write(bytes, done, bytes.length - done, place + done)).bytesWritten;
  }
}

async function readAll(file: FileHandle, bytes: Buffer, at: number): Promise<number> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, at + done);
    if (bytesRead === 0) return done;
    done += bytesRead;
  }
  return bytes.length;
}

function closed(): Error {
  return new Error('the spool is closed');
}
