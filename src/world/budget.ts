/**
 * Bounds the memory of derived values and of the bytes made of them.
 *
 * A clock hand goes round the objects that have a memo: one used since the last round is spared once, another loses its
 * memo. Weights are estimates; a codec adds what its bytes weigh.
 */
import type { Cell } from './cell.ts';
import type { Memo } from './memo.ts';

export class MemoBudget {
  readonly limit: number;
  #used = 0;
  readonly #holders = new Set<Cell>();
  #hand: Iterator<Cell> | undefined;

  constructor(limit: number) {
    this.limit = limit;
  }

  get used(): number {
    return this.#used;
  }

  /** A memo was stored in the cell. */
  hold(cell: Cell, memo: Memo): void {
    this.#holders.add(cell);
    this.#used += memo.weight;
    if (this.#used > this.limit) this.#evict(cell);
  }

  /** A memo grew by the bytes made of it. */
  charge(cell: Cell, memo: Memo, bytes: number): void {
    if (!cell.memo?.includes(memo)) return;
    memo.weight += bytes;
    this.#used += bytes;
    if (this.#used > this.limit) this.#evict(cell);
  }

  release(memo: Memo): void {
    this.#used -= memo.weight;
  }

  releaseAll(cell: Cell): void {
    for (const memo of cell.memo ?? []) if (memo) this.release(memo);
    cell.memo = undefined;
    this.#holders.delete(cell);
  }

  #evict(keep: Cell): void {
    let looks = this.#holders.size * 2;
    while (this.#used > this.limit && looks-- > 0) {
      this.#hand ??= this.#holders.values();
      const { value: cell, done } = this.#hand.next();
      if (done) this.#hand = undefined;
      else if (cell === keep) continue;
      else if (cell.warm) cell.warm = false;
      else this.releaseAll(cell);
    }
  }
}
