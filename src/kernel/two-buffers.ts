/**
 * Two buffers in turn, for bytes that pass through: what one holds stays good while the other is filled, and no longer.
 * Gigabytes then leave no more behind than these two, where a buffer for each piece waits for the collector by the tens of
 * megabytes.
 */
export class TwoBuffers {
  readonly #size: number;
  #last: Buffer | undefined;
  #other: Buffer | undefined;

  constructor(size: number) {
    this.#size = size;
  }

  /** The one that was not given last. */
  next(): Buffer {
    const next = this.#other ?? Buffer.allocUnsafeSlow(this.#size);
    this.#other = this.#last;
    this.#last = next;
    return next;
  }
}
