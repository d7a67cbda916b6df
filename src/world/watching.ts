/** Who watches what, and what they are to be told at the end of a turn: each property that became another, once. */
import type { Cell } from './cell.ts';
import { sameValue } from './equal.ts';
import type { DerivedProperty } from './kind.ts';

type Derive = (cell: Cell, property: DerivedProperty) => unknown;

export class Watching {
  /** The objects that somebody watches. */
  readonly cells: Set<Cell> = new Set();
  readonly #derive: Derive;
  /** Watched properties that the turn may have changed, with the value they had when it began. */
  readonly #before = new Map<Cell, Map<DerivedProperty, unknown>>();

  constructor(derive: Derive) {
    this.#derive = derive;
  }

  get idle(): boolean {
    return this.#before.size === 0;
  }

  /** Call after editing `cell.watchers`. */
  note(cell: Cell): void {
    if (cell.watchers?.size) this.cells.add(cell);
    else this.cells.delete(cell);
  }

  /** A property may be about to differ: its value is kept, if anybody will ask. */
  remember(cell: Cell, property: DerivedProperty): void {
    if (!cell.watchers || !isWatched(cell, property)) return;
    let values = this.#before.get(cell);
    if (!values) {
      values = new Map();
      this.#before.set(cell, values);
    }
    if (!values.has(property)) values.set(property, this.#derive(cell, property));
  }

  /** The turn was taken back. */
  forget(): void {
    this.#before.clear();
  }

  /** Tells what differs now, then who is gone. */
  tell(gone: Iterable<Cell>): void {
    const told = [...this.#before];
    this.#before.clear();
    for (const [cell, values] of told) {
      if (!cell.alive) continue;
      for (const [property, before] of values) this.#tellChange(cell, property, before);
    }
    for (const cell of gone) {
      for (const watcher of [...(cell.watchers ?? NONE)]) watcher.gone(cell);
      cell.watchers = undefined;
      this.cells.delete(cell);
    }
  }

  #tellChange(cell: Cell, property: DerivedProperty, before: unknown): void {
    const after = this.#derive(cell, property);
    if (sameValue(before, after)) return;
    for (const watcher of [...(cell.watchers ?? NONE)]) {
      if (watcher.wants(cell, property)) watcher.changed(cell, property, before, after);
    }
  }
}

const NONE: ReadonlySet<never> = new Set<never>();

function isWatched(cell: Cell, property: DerivedProperty): boolean {
  for (const watcher of cell.watchers ?? NONE) if (watcher.wants(cell, property)) return true;
  return false;
}
