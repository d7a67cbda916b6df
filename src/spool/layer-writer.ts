/** Makes the bytes of a layer of grains: data as they come, and between them the index that finds them again. */
import { type Run, VmdkError, type Zeros } from '../formats/vmdk/bytes.ts';
import { MAX_STRETCH, type Stretch, TreeWriter } from './layer-tree.ts';
import { spansOf } from './spans.ts';
import { OutOfSpace } from './spool.ts';

/** What a layer is told, in ascending order. */
export type Said = Run | Zeros;

/** Bytes written at a time. */
const PIECE = 256 * 1_024;

export class LayerWriter {
  readonly #limit: () => number;
  readonly #tree = new TreeWriter();
  readonly #piece = Buffer.allocUnsafe(PIECE);
  #filled = 0;
  /** Bytes that stand in the extent, those that wait to be written included. */
  #size = 0;
  #held = 0;
  /** Where the next word may begin. */
  #end = 0;
  #last: Stretch | undefined;
  readonly #place = () => this.#size;

  constructor(limit: () => number) {
    this.#limit = limit;
  }

  /** Bytes of data. */
  get held(): number {
    return this.#held;
  }

  /** Whether nothing was said. */
  get empty(): boolean {
    return this.#tree.empty;
  }

  async *bytes(said: AsyncIterable<Said>): AsyncGenerator<Buffer> {
    for await (const word of said) {
      const length = 'bytes' in word ? word.bytes.length : word.zeros;
      if (length === 0) continue;
      if (word.at < this.#end) throw new VmdkError('data out of order');
      this.#end = word.at + length;
      if ('bytes' in word) yield* this.#data(word.at, word.bytes);
      else yield* this.#zeros(word.at, length);
    }
    if (this.#last) yield* this.#appendAll(this.#tree.add(this.#last, this.#place));
    if (this.empty) return;
    yield* this.#appendAll(this.#tree.close(this.#place));
    yield this.#piece.subarray(0, this.#filled);
  }

  *#data(at: number, bytes: Buffer): Generator<Buffer> {
    let done = 0;
    for (const { from, end } of spansOf(bytes, at)) {
      if (from > done) yield* this.#zeros(at + done, from - done);
      this.#held += end - from;
      if (this.#held > this.#limit()) throw new OutOfSpace(this.#limit());
      yield* this.#say(at + from, end - from, true);
      yield* this.#append(bytes.subarray(from, end));
      done = end;
    }
    if (done < bytes.length) yield* this.#zeros(at + done, bytes.length - done);
  }

  *#zeros(at: number, length: number): Generator<Buffer> {
    for (let done = 0; done < length; done += MAX_STRETCH) {
      yield* this.#say(at + done, Math.min(MAX_STRETCH, length - done), false);
    }
  }

  /** Lengthens the last stretch, or begins another. */
  *#say(at: number, length: number, data: boolean): Generator<Buffer> {
    const last = this.#last;
    const follows = last !== undefined && last.at + last.length === at && (last.place !== undefined) === data;
    if (follows && last.length + length <= MAX_STRETCH) {
      this.#last = { ...last, length: last.length + length };
      return;
    }
    if (last) yield* this.#appendAll(this.#tree.add(last, this.#place));
    this.#last = { at, length, place: data ? this.#size : undefined };
  }

  *#appendAll(parts: Iterable<Buffer>): Generator<Buffer> {
    for (const part of parts) yield* this.#append(part);
  }

  /** Whoever gets a piece is done with it before the next one is made. */
  *#append(bytes: Buffer): Generator<Buffer> {
    for (let done = 0; done < bytes.length; ) {
      const length = Math.min(bytes.length - done, PIECE - this.#filled);
      bytes.copy(this.#piece, this.#filled, done, done + length);
      this.#filled += length;
      this.#size += length;
      done += length;
      if (this.#filled < PIECE) continue;
      yield this.#piece;
      this.#filled = 0;
    }
  }
}
