/** The counters ids come from. vCenter counts inventory objects with one counter and tasks, sessions and the like apart. */

const APART: ReadonlySet<string> = new Set([
  'task',
  'snapshot',
  'session',
  'view',
  'filter',
  'collector',
  'haTask-ha-host',
]);

export class Numbers {
  readonly #last = new Map<string, number>();

  /** The next id of a prefix: `vm` -> `vm-15`; a prefix that ends in `-c` or the like takes the number as it is. */
  id(prefix: string): string {
    const n = this.next(APART.has(prefix) ? prefix : '');
    return /-[a-z]$/.test(prefix) ? `${prefix}${n}` : `${prefix}-${n}`;
  }

  /** The next number of a named counter: 1, 2, ... */
  next(counter: string): number {
    const n = (this.#last.get(counter) ?? 0) + 1;
    this.#last.set(counter, n);
    return n;
  }

  /** The number a counter gave last; 0 before the first. */
  last(counter: string): number {
    return this.#last.get(counter) ?? 0;
  }

  /** Moves a counter to the number it gave last; 0 for one that gave none. */
  put(counter: string, n: number): void {
    if (n === 0) this.#last.delete(counter);
    else this.#last.set(counter, n);
  }

  /** Every counter with the number it gave last. */
  get all(): Iterable<readonly [string, number]> {
    return this.#last;
  }

  copy(): ReadonlyMap<string, number> {
    return new Map(this.#last);
  }

  /** Back to what they were, but for counters that may not give a number twice. */
  reset(saved: ReadonlyMap<string, number>, lasting: readonly string[] = []): void {
    const kept = lasting.map((counter) => [counter, this.last(counter)] as const);
    this.#last.clear();
    for (const [counter, n] of saved) this.#last.set(counter, n);
    for (const [counter, n] of kept) if (n > this.last(counter)) this.#last.set(counter, n);
  }
}
