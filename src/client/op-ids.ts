import { randomBytes } from 'node:crypto';
import { fnv1a } from '../kernel/random.ts';

/** An id for each call: the client's own part, then a number. */
export class OpIds {
  readonly #prefix: string;
  #count = 0;

  constructor(prefix: string | undefined, seed: string | undefined) {
    const own = seed === undefined ? randomBytes(4).toString('hex') : fnv1a(seed).toString(16).padStart(8, '0');
    this.#prefix = prefix ?? `sc-${own}`;
  }

  next(): string {
    this.#count += 1;
    return `${this.#prefix}-${this.#count}`;
  }
}
