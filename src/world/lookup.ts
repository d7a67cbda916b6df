/** Objects by key: uuid, name under a parent, IP address. Kept as facets change. */
import type { Cell } from './cell.ts';
import type { Facets, Index } from './kind.ts';

export class Lookup {
  /** Nearly every key has one object, for which a set would be a waste. */
  readonly #sets = new Map<string, Map<string, Cell | Set<Cell>>>();
  readonly #counts = new Map<string, number>();

  /** The objects whose index `name` holds `key`, in order of arrival. */
  get(name: string, key: string): ReadonlySet<Cell> {
    const found = this.#sets.get(name)?.get(key);
    return found === undefined ? NONE : found instanceof Set ? found : new Set([found]);
  }

  /** The object that has held `key` the longest. */
  first(name: string, key: string): Cell | undefined {
    const found = this.#sets.get(name)?.get(key);
    return found instanceof Set ? found.values().next().value : found;
  }

  has(name: string, key: string): boolean {
    return this.#sets.get(name)?.has(key) ?? false;
  }

  /** Every key that an index holds. */
  keys(name: string): Iterable<string> {
    return this.#sets.get(name)?.keys() ?? [];
  }

  /** How often a counted index changed. */
  count(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  add(index: Index, cell: Cell, state: Facets): void {
    if (index.counted) this.#count(index, state);
    let byKey = this.#sets.get(index.name);
    if (!byKey) {
      byKey = new Map();
      this.#sets.set(index.name, byKey);
    }
    for (const key of keys(index, state)) {
      const there = byKey.get(key);
      if (there === undefined) byKey.set(key, cell);
      else if (there instanceof Set) there.add(cell);
      else if (there !== cell) byKey.set(key, new Set([there, cell]));
    }
  }

  remove(index: Index, cell: Cell, state: Facets): void {
    if (index.counted) this.#count(index, state);
    const byKey = this.#sets.get(index.name);
    for (const key of keys(index, state)) {
      const there = byKey?.get(key);
      if (there === cell) byKey!.delete(key);
      else if (there instanceof Set && there.delete(cell) && there.size === 0) byKey!.delete(key);
    }
  }

  /** An object that holds no key was not in it, and is not now. */
  #count(index: Index, state: Facets): void {
    if (keys(index, state).length > 0) this.#counts.set(index.name, this.count(index.name) + 1);
  }
}

const NONE: ReadonlySet<never> = new Set<never>();

function keys(index: Index, state: Facets): readonly string[] {
  const k = index.keys(state as never);
  return typeof k === 'string' ? [k] : (k ?? []);
}
