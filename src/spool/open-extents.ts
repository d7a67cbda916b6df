/** The extents that one reading has open: a few at a time, each read a little ahead where reading goes forward. */

import type { TwoBuffers } from '../kernel/two-buffers.ts';
import type { OpenExtent, Spool } from './spool.ts';

interface Opened {
  readonly file: OpenExtent;
  /** What was read last, and where. */
  ahead: { readonly at: number; readonly bytes: Buffer } | undefined;
}

const MOST = 16;
const AHEAD = 64 * 1_024;

export class OpenExtents {
  readonly #spool: Spool;
  readonly #letGo: () => void;
  /** Those used last at the end. */
  readonly #opened = new Map<string, Opened>();

  /** `extents` are all that will be read: they stay, though they are dropped meanwhile. */
  constructor(spool: Spool, extents: Iterable<string>) {
    this.#spool = spool;
    this.#letGo = spool.hold(extents);
  }

  async sizeOf(extent: string): Promise<number> {
    return (await this.#open(extent)).file.size;
  }

  async read(extent: string, at: number, length: number): Promise<Buffer> {
    return (await this.#open(extent)).file.read(at, length);
  }

  /** Fills a buffer from some place on. */
  async readInto(extent: string, bytes: Buffer, at: number): Promise<void> {
    bytes.fill(0, await (await this.#open(extent)).file.readInto(bytes, at));
  }

  /** How many of the bytes are known to be zeros from the first of them on. */
  async zerosAt(extent: string, at: number, length: number): Promise<number> {
    return (await this.#open(extent)).file.zerosAt(at, length);
  }

  /** Like read, by who will want what follows; into one of two buffers where they are given. */
  async readOn(extent: string, at: number, length: number, buffers?: TwoBuffers): Promise<Buffer> {
    const opened = await this.#open(extent);
    if (length >= AHEAD) {
      if (!buffers) return opened.file.read(at, length);
      const bytes = buffers.next().subarray(0, length);
      return bytes.subarray(0, await opened.file.readInto(bytes, at));
    }
    const { ahead } = opened;
    if (!ahead || at < ahead.at || at + length > ahead.at + ahead.bytes.length) {
      opened.ahead = { at, bytes: await opened.file.read(at, AHEAD) };
    }
    const { at: from, bytes } = opened.ahead!;
    return bytes.subarray(at - from, at - from + length);
  }

  async close(): Promise<void> {
    const all = [...this.#opened.values()];
    this.#opened.clear();
    this.#letGo();
    for (const { file } of all) await file.close();
  }

  async #open(extent: string): Promise<Opened> {
    let opened = this.#opened.get(extent);
    if (opened) this.#opened.delete(extent);
    else opened = { file: await this.#spool.open(extent), ahead: undefined };
    this.#opened.set(extent, opened);
    const [oldest] = this.#opened;
    if (this.#opened.size > MOST && oldest) {
      this.#opened.delete(oldest[0]);
      await oldest[1].file.close();
    }
    return opened;
  }
}
