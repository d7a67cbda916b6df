/** A derived value, and what a codec made of it. Its identity is the value's. */
import type { Memo as Encodable } from '../vim25/property-value.ts';
import type { MemoBudget } from './budget.ts';
import type { Cell } from './cell.ts';

const OBJECT_WEIGHT = 400;
const SCALAR_WEIGHT = 48;

export class Memo implements Encodable {
  readonly value: unknown;
  /** The load model's tick the value belongs to. */
  readonly tick: number;
  /** Estimated bytes that the budget counts for it. */
  weight: number;
  readonly #cell: Cell;
  readonly #budget: MemoBudget;
  #encoded: unknown;

  constructor(cell: Cell, budget: MemoBudget, value: unknown, tick: number) {
    this.value = value;
    this.tick = tick;
    this.weight = typeof value === 'object' && value !== null ? OBJECT_WEIGHT : SCALAR_WEIGHT;
    this.#cell = cell;
    this.#budget = budget;
  }

  get encoded(): unknown {
    return this.#encoded;
  }

  set encoded(encoded: unknown) {
    this.#encoded = encoded;
    const size = (encoded as { content?: { length?: number } } | undefined)?.content?.length;
    if (size !== undefined) this.#budget.charge(this.#cell, this, size);
  }
}
