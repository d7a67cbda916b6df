/** Objects by key: uuid, name under a parent, IP address. Kept as facets change. */
import type { Cell } from './cell.ts';
import type { Facets, Index } from './kind.ts';

export class Lookup {
  readonly #sets = new Map<string, Map<string, Set<Cell>>>();

  /** The objects whose index `name` holds `key`, in order of arrival. */
  get(name: string, key: string): ReadonlySet<Cell> {
    return this.#sets.get(name)?.get(key) ?? NONE;
  }

  add(index: Index, cell: Cell, state: Facets): void {
    const byKey = ensure(this.#sets, index.name, () => new Map<string, Set<Cell>>());
    for (const key of keys(index, state)) ensure(byKey, key, () => new Set<Cell>()).add(cell);
  }

  remove(index: Index, cell: Cell, state: Facets): void {
    const byKey = this.#sets.get(index.name);
    for (const key of keys(index, state)) {
      const set = byKey?.get(key);
      set?.delete(cell);
      if (set?.size === 0) byKey!.delete(key);
    }
  }
}

const NONE: ReadonlySet<never> = new Set<never>();

function keys(index: Index, state: Facets): readonly string[] {
  const k = index.keys(state as never);
  return typeof k === 'string' ? [k] : (k ?? []);
}

function ensure<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
