/** Where an extent has data: a bit for each mebibyte, so that long holes need not be read to be known. */

const UNIT = 2 ** 20;

export class DataMap {
  #bits = new Uint8Array(64);

  /** Notes data up to, not including, `end`. */
  mark(from: number, end: number): void {
    const last = Math.floor((end - 1) / UNIT);
    for (let unit = Math.floor(from / UNIT); unit <= last; unit++) {
      if (unit >> 3 >= this.#bits.length) this.#grow(unit >> 3);
      this.#bits[unit >> 3]! |= 1 << (unit & 7);
    }
  }

  /** How many of the next bytes are in units without data. */
  zerosAt(at: number, length: number): number {
    let unit = Math.floor(at / UNIT);
    while (!this.#has(unit) && unit * UNIT < at + length) unit++;
    return Math.max(0, Math.min(length, unit * UNIT - at));
  }

  #has(unit: number): boolean {
    return ((this.#bits[unit >> 3] ?? 0) & (1 << (unit & 7))) !== 0;
  }

  #grow(least: number): void {
    const grown = new Uint8Array(Math.max(least + 1, this.#bits.length * 2));
    grown.set(this.#bits);
    this.#bits = grown;
  }
}
