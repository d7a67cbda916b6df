/**
 * Contents of datastores on disk, as immutable extents: written once by streaming, read in parts, shared by whoever
 * names them. Nothing is ever held whole in memory. The directory is made at the first write and removed on close.
 */
import { createHash } from 'node:crypto';
import {
  constants,
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TwoBuffers } from '../kernel/two-buffers.ts';
import { DataMap } from './data-map.ts';
import { Holds } from './holds.ts';
import { spansOf } from './spans.ts';
import { syncDirectory, syncFile } from './sync.ts';
import { dataIn, readAll, writeAll } from './whole-files.ts';

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

/** A directory of extents that outlives the process. */
export interface LastingSpool {
  readonly directory: string;
  /** Whether bytes are forced out to the disk before anybody names them. */
  readonly sync: boolean;
}

/** No file name begins like this, so that an extent can be told from one. */
const ID = /^\/extent-(\d{1,15})$/;

export class Spool {
  readonly #within: string | undefined;
  readonly #lasting: LastingSpool | undefined;
  /** Where each has data; undefined for one that was found in the directory and not read yet. */
  readonly #extents = new Map<string, DataMap | undefined>();
  readonly #digests = new Map<string, string>();
  readonly #holds = new Holds((id) => rmSync(this.#path(id), { force: true }));
  #directory: string | undefined;
  #number = 0;
  #closed = false;

  /** `within` is a directory of the user's choice; its own is made below it. Default: the system's for temporary files. */
  constructor(within?: string | LastingSpool) {
    this.#lasting = typeof within === 'object' ? within : undefined;
    this.#within = typeof within === 'object' ? undefined : within;
    this.#directory = this.#lasting?.directory;
  }

  /** Extents kept. */
  get count(): number {
    return this.#extents.size;
  }

  /** An id that is no other extent's, for one that is yet to be written. */
  reserve(): string {
    return `/extent-${++this.#number}`;
  }

  /**
   * Keeps what a source yields, each piece before the next is asked for; long runs of zeros become holes of the file.
   * When the source fails, or yields more than `limit()` then allows, nothing is kept and the promise is rejected
   * (OutOfSpace for the latter).
   */
  async write(
    source: AsyncIterable<Uint8Array>,
    limit: () => number = () => Number.POSITIVE_INFINITY,
    id: string = this.reserve(),
  ): Promise<Extent> {
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
      if (this.#lasting?.sync) await file.sync();
      await file.close();
      if (this.#closed) throw closed();
      this.#syncDirectory();
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

  /** Keeps extents there for a reader, dropped or not, until he calls what he is given. */
  hold(ids: Iterable<string>): () => void {
    return this.#holds.take(ids);
  }

  /** Whoever opens an extent closes it; one that is dropped meanwhile can be read all the same. */
  async open(id: string): Promise<OpenExtent> {
    const known = this.#extents.get(id);
    const letGo = this.hold([id]);
    const file = await open(this.#path(id)).finally(letGo);
    const { size } = await file.stat();
    const data = known ?? (await this.#dataOf(id, file));
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
    const id = this.reserve();
    const path = this.#path(id);
    try {
      copyFileSync(file, path, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    } catch {
      rmSync(path, { force: true });
      return undefined;
    }
    const { size } = lstatSync(path);
    this.#written(id, size);
    return { id, size };
  }

  /** Keeps a few bytes that are at hand. */
  keep(bytes: Uint8Array): Extent {
    const id = this.reserve();
    writeFileSync(this.#path(id), bytes, { flag: 'wx', mode: 0o600 });
    this.#written(id, bytes.length);
    return { id, size: bytes.length };
  }

  drop(id: string): void {
    this.#digests.delete(id);
    if (this.#extents.delete(id)) this.#holds.drop(id);
  }

  /** SHA-256 of an extent's bytes, in hexadecimal digits. */
  async digest(id: string): Promise<string> {
    const known = this.#digests.get(id);
    if (known !== undefined) return known;
    const hash = createHash('sha256');
    const file = await this.open(id);
    await file.close();
    for await (const bytes of this.read({ id, size: file.size })) hash.update(bytes);
    const digest = hash.digest('hex');
    if (this.#extents.has(id)) this.#digests.set(id, digest);
    return digest;
  }

  /** Finds the extents of a lasting directory again. Those that nobody names are removed; named ones that are not there are told. */
  find(named: ReadonlySet<string>): string[] {
    for (const file of readdirSync(this.#lasting!.directory)) {
      const number = Number(ID.exec(`/${file}`)?.[1]);
      if (named.has(`/${file}`)) this.#extents.set(`/${file}`, undefined);
      else rmSync(join(this.#lasting!.directory, file), { force: true, recursive: true });
      if (number > this.#number) this.#number = number;
    }
    return [...named].filter((id) => !this.#extents.has(id));
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
    this.#holds.end();
    this.#closed = true;
    this.#extents.clear();
    if (this.#directory !== undefined && !this.#lasting) rmSync(this.#directory, { recursive: true, force: true });
    this.#directory = undefined;
  }

  /** A file was written in one go, without holes that are known. */
  #written(id: string, size: number): void {
    const data = new DataMap();
    if (size > 0) data.mark(0, size);
    this.#extents.set(id, data);
    if (this.#lasting?.sync) syncFile(this.#path(id));
    this.#syncDirectory();
  }

  #syncDirectory(): void {
    if (this.#lasting?.sync) syncDirectory(this.#lasting.directory);
  }

  /** Where a file has data that an earlier process wrote: read once, when it is first opened. */
  async #dataOf(id: string, file: FileHandle): Promise<DataMap | undefined> {
    if (!this.#extents.has(id)) return undefined;
    const data = await dataIn(file);
    if (this.#extents.has(id)) this.#extents.set(id, data);
    return data;
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

function closed(): Error {
  return new Error('the spool is closed');
}
