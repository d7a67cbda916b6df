/** A moment of the world to return to: kept as what has changed since, so both keeping and returning are cheap. */
import type { Facets, Kind } from './kind.ts';

/** An object as it was. */
export interface Saved {
  readonly kind: Kind;
  readonly state: Facets;
  /** Its place among all objects, in the order they were made. */
  readonly order: number;
}

export class Image {
  /** Object id -> what it was when the image was taken; undefined where it was not there. */
  readonly changes: Map<string, Saved | undefined> = new Map();
  readonly numbers: ReadonlyMap<string, number>;
  /** The load model's tick. */
  readonly tick: number;

  constructor(numbers: ReadonlyMap<string, number>, tick: number) {
    this.numbers = numbers;
    this.tick = tick;
  }

  /** Called at each change; only the first of an object counts. */
  note(id: string, before: Saved | undefined): void {
    if (!this.changes.has(id)) this.changes.set(id, before);
  }
}
