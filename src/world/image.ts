/** A moment of the world to return to: kept as what has changed since, so both keeping and returning are cheap. */
import type { Cell } from './cell.ts';
import type { Facets, Kind } from './kind.ts';

interface Saved {
  readonly kind: Kind;
  readonly state: Facets;
}

export class Image {
  /** Object id -> what it was when the image was taken; undefined where it was not there. */
  readonly changes: Map<string, Saved | undefined> = new Map();
  readonly numbers: ReadonlyMap<string, number>;

  constructor(numbers: ReadonlyMap<string, number>) {
    this.numbers = numbers;
  }

  /** Called at each change; only the first of an object counts. */
  note(cell: Cell, before: Facets | undefined): void {
    if (cell.kind.volatile || this.changes.has(cell.id)) return;
    this.changes.set(cell.id, before && { kind: cell.kind, state: before });
  }
}
