/**
 * Contents of datastores on disk, as immutable extents: written once by streaming, read in parts, shared by whoever
 * names them. Nothing is ever held whole in memory. The directory is made at the first write and removed on close.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Extent {
  readonly id: string;
  /** Bytes. */
  readonly size: number;
}

/** More came in than there was room for. */
export class OutOfSpace extends Error {
  constructor(limit: number) {
    super(`more than ${limit} bytes came in`);
    this.name = 'OutOfSpace';
  }
}

export class Spool {
  readonly #within: string | undefined;
  readonly #extents = new Set<string>();
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
   * Keeps what a source yields, with back-pressure. When the source fails, or yields more than `limit()` then allows,
   * nothing is kept and the promise is rejected (OutOfSpace for the latter).
   */
  async write(
    source: AsyncIterable<Uint8Array>,
    limit: () => number = () => Number.POSITIVE_INFINITY,
  ): Promise<Extent> {
    const id = `extent-${++this.#number}`;
    const path = this.#path(id);
    const file = await open(path, 'wx', 0o600);
    let size = 0;
    try {
      for await (const chunk of source) {
        size += chunk.length;
        if (size > limit()) throw new OutOfSpace(limit());
        for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten;
      }
      await file.close();
      if (this.#closed) throw closed();
    } catch (error) {
      await file.close().catch(() => {});
      rmSync(path, { force: true });
      throw error;
    }
    this.#extents.add(id);
    return { id, size };
  }

  /**
   * The bytes from `start` up to, not including, `end`. Nothing is opened before the first of them is asked for, so that
   * whoever never asks leaves nothing open.
   */
  async *read(extent: Extent, start = 0, end: number = extent.size): AsyncGenerator<Uint8Array> {
    if (start >= end) return;
    const file = await open(this.#path(extent.id));
    yield* file.createReadStream({ start, end: end - 1 });
  }

  drop(id: string): void {
    if (this.#extents.delete(id)) rmSync(this.#path(id), { force: true });
  }

  /** Drops every extent that nobody names any more. */
  sweep(live: ReadonlySet<string>): void {
    for (const id of this.#extents) if (!live.has(id)) this.drop(id);
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
      this.#directory = mkdtempSync(join(this.#within ?? tmpdir(), 'simsphere-spool-'));
    }
    return join(this.#directory, id);
  }
}

function closed(): Error {
  return new Error('the spool is closed');
}
