/** One managed object in the world: its facets, who points at it, and what has been derived from it. */
import type { Ref } from '../vim25/value.ts';
import type { DerivedProperty, Facets, Kind, Relation } from './kind.ts';
import type { Memo } from './memo.ts';
import type { World } from './world.ts';

/** Somebody who wants to hear of changes to an object. */
export interface Watcher {
  wants(cell: Cell, property: DerivedProperty): boolean;
  /** At the end of a turn in which the property's value became another. */
  changed(cell: Cell, property: DerivedProperty, before: unknown, after: unknown): void;
  /** The object is gone. */
  gone(cell: Cell): void;
}

/** A reader that took a consistent picture and has not read all of it yet. */
export interface PinnedReader {
  /** Called before anything about the object changes. */
  beforeChange(cell: Cell): void;
}

export class Cell<F extends Facets = Facets> {
  readonly world: World;
  readonly id: string;
  readonly kind: Kind;
  readonly ref: Ref;
  /** Its place among all objects, in the order they were made; only the world writes it. */
  order: number;
  /** The facets. Replaced, never edited; only the world writes it. */
  state: F;
  /** Counts what happened to any derived property. */
  stamp = 0;
  alive = true;
  memo: (Memo | undefined)[] | undefined;
  /** Whether the memo was used since the budget last looked. */
  warm = false;
  watchers: Set<Watcher> | undefined;
  /** Sources per relation slot, in order of arrival. */
  sources: Map<number, Set<Cell>> | undefined;
  sums: Map<number, number> | undefined;

  constructor(world: World, id: string, kind: Kind, state: F, order = 0) {
    this.world = world;
    this.order = order;
    this.id = id;
    this.kind = kind;
    this.ref = { type: kind.type, value: id };
    this.state = state;
  }

  get type(): string {
    return this.kind.type;
  }

  /** Whether the object is of a type or of one derived from it. */
  is(type: string): boolean {
    return this.kind.lineage.has(type);
  }

  /** The object at the other end of a relation that has at most one. */
  one<G extends Facets = Facets>(relation: string): Cell<G> | undefined {
    const id = this.#relation(relation).of(this.state as never);
    return typeof id === 'string' ? (this.world.find(id) as Cell<G> | undefined) : undefined;
  }

  /** The objects at the other end of a relation, in the order the facet names them. */
  all<G extends Facets = Facets>(relation: string): Cell<G>[] {
    const ids = this.#relation(relation).of(this.state as never);
    const list = typeof ids === 'string' ? [ids] : (ids ?? []);
    return list.flatMap((id) => (this.world.find(id) as Cell<G> | undefined) ?? []);
  }

  /** The objects that point at this one, over every relation with that inverse. */
  *back<G extends Facets = Facets>(inverse: string): Generator<Cell<G>> {
    for (const relation of this.kind.inverseByName.get(inverse) ?? []) {
      const set = this.sources?.get(relation.slot);
      if (set) yield* set as Set<Cell<G>>;
    }
  }

  countBack(inverse: string): number {
    let n = 0;
    for (const relation of this.kind.inverseByName.get(inverse) ?? []) n += this.sources?.get(relation.slot)?.size ?? 0;
    return n;
  }

  /** References to the objects that point at this one. */
  refsBack(inverse: string): Ref[] {
    return Array.from(this.back(inverse), (c) => c.ref);
  }

  sum(name: string): number {
    let total = 0;
    for (const sum of this.kind.sumByName.get(name) ?? []) total += this.sums?.get(sum.slot) ?? 0;
    return total;
  }

  /** The value of a property, derived now if need be. Undefined when unset or not a property. */
  get(property: string): unknown {
    const p = this.kind.properties.get(property);
    return p ? this.world.derive(this as unknown as Cell, p).value : undefined;
  }

  #relation(name: string): Relation {
    const relation = this.kind.relationByName.get(name);
    if (!relation) throw new TypeError(`${this.kind.type} has no relation ${name}`);
    return relation;
  }
}
