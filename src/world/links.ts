/**
 * What follows from facets and is kept rather than searched for: who points at whom, sums over that, and look-up keys.
 *
 * A change is announced first (who may read what is about to differ) and made second, so that whoever wants the old
 * value can still derive it.
 */
import type { Cell } from './cell.ts';
import { type Change, targets } from './change.ts';
import type { Facets, Relation, Sum, Trigger } from './kind.ts';
import { Lookup } from './lookup.ts';

type OnSoil = (cell: Cell, slot: number) => void;

export class Links {
  readonly lookup: Lookup = new Lookup();
  readonly #find: (id: string) => Cell | undefined;
  readonly #onSoil: OnSoil;
  /** Sources of relations whose target does not exist (yet), by the target's id. */
  readonly #dangling = new Map<string, Map<Cell, Set<Relation>>>();
  /** Sets of sources that somebody came to; undefined while nobody asks. */
  #joined: Set<Set<Cell>> | undefined;

  constructor(find: (id: string) => Cell | undefined, onSoil: OnSoil) {
    this.#find = find;
    this.#onSoil = onSoil;
  }

  /** Runs changes; sets of sources that somebody came to stand in the order the sources were made, as they once did. */
  inOrder(changes: () => void): void {
    this.#joined = new Set();
    try {
      changes();
      for (const set of this.#joined) sort(set);
    } finally {
      this.#joined = undefined;
    }
  }

  /** Reports every property that reads what a change of facets will touch. */
  announce(cell: Cell, change: Change): void {
    const { kind, before, after, from, to } = change;
    const there = before !== undefined && after !== undefined;
    if (there) for (const facet of change.facets) this.#fire(cell, facet);
    for (let at = 0; at < kind.relations.length; at++) {
      if (!change.moved(at)) continue;
      const relation = kind.relations[at]!;
      if (there) this.#fire(cell, relation.leaving);
      for (const id of from[at]!) if (!to[at]!.includes(id)) this.#fireAt(id, relation.arriving);
      for (const id of to[at]!) if (!from[at]!.includes(id)) this.#fireAt(id, relation.arriving);
    }
    for (const sum of kind.sums) {
      if (!change.sumMoves(sum)) continue;
      for (const id of from[sum.at]!) this.#fireAt(id, sum.event);
      if (change.moved(sum.at)) for (const id of to[sum.at]!) this.#fireAt(id, sum.event);
    }
    if (!before) this.#announceDangling(cell.id);
    if (!after) this.#announceSources(cell);
  }

  /** Makes the change: `cell` already stands in the map (or has left it) with its new facets. */
  rewire(cell: Cell, change: Change): void {
    const { kind, before, after, from, to } = change;
    for (const sum of kind.sums) {
      if (!change.sumMoves(sum)) continue;
      this.#add(sum, before, from[sum.at]!, -1);
      this.#add(sum, after, to[sum.at]!, 1);
    }
    for (let at = 0; at < kind.relations.length; at++) {
      if (!change.moved(at)) continue;
      const relation = kind.relations[at]!;
      for (const id of from[at]!) if (!to[at]!.includes(id)) this.#detach(cell, relation, id);
      for (const id of to[at]!) if (!from[at]!.includes(id)) this.#attach(cell, relation, id);
    }
    for (const index of kind.indexes) {
      if (!change.touches(index.facets)) continue;
      if (before) this.lookup.remove(index, cell, before);
      if (after) this.lookup.add(index, cell, after);
    }
    if (!before) this.#adopt(cell);
    if (!after) this.#orphan(cell);
  }

  #announceDangling(id: string): void {
    for (const [source, relations] of this.#dangling.get(id) ?? []) {
      for (const relation of relations) this.#fire(source, relation.leaving);
    }
  }

  #announceSources(cell: Cell): void {
    for (const [slot, sources] of cell.sources ?? []) {
      for (const source of sources) {
        for (const relation of source.kind.relations) if (relation.slot === slot) this.#fire(source, relation.leaving);
      }
    }
  }

  /** Sources that named this object before it existed find it now. */
  #adopt(cell: Cell): void {
    const waiting = this.#dangling.get(cell.id);
    if (!waiting) return;
    this.#dangling.delete(cell.id);
    for (const [source, relations] of waiting) {
      for (const relation of relations) {
        this.#attach(source, relation, cell.id);
        for (const sum of source.kind.sums) {
          if (sum.relation === relation) bump(cell, sum, sum.value(source.state as never, cell.id));
        }
      }
    }
  }

  /** Sources of an object that is gone keep its name, for when it comes back. */
  #orphan(cell: Cell): void {
    for (const [slot, sources] of cell.sources ?? []) {
      for (const source of sources) {
        for (const relation of source.kind.relations) {
          if (relation.slot === slot) this.#dangle(source, relation, cell.id);
        }
      }
    }
    cell.sources = undefined;
    cell.sums = undefined;
  }

  #attach(cell: Cell, relation: Relation, id: string): void {
    const target = this.#find(id);
    if (!target) return this.#dangle(cell, relation, id);
    target.sources ??= new Map();
    let set = target.sources.get(relation.slot);
    if (!set) {
      set = new Set();
      target.sources.set(relation.slot, set);
    }
    set.add(cell);
    this.#joined?.add(set);
  }

  #detach(cell: Cell, relation: Relation, id: string): void {
    this.#find(id)?.sources?.get(relation.slot)?.delete(cell);
    const waiting = this.#dangling.get(id);
    const relations = waiting?.get(cell);
    relations?.delete(relation);
    if (relations?.size === 0) waiting!.delete(cell);
    if (waiting?.size === 0) this.#dangling.delete(id);
  }

  #dangle(cell: Cell, relation: Relation, id: string): void {
    const waiting = this.#dangling.get(id) ?? new Map<Cell, Set<Relation>>();
    this.#dangling.set(id, waiting.set(cell, (waiting.get(cell) ?? new Set<Relation>()).add(relation)));
  }

  #add(sum: Sum, state: Facets | undefined, ids: readonly string[], sign: 1 | -1): void {
    if (!state) return;
    for (const id of ids) {
      const target = this.#find(id);
      if (target) bump(target, sum, sign * sum.value(state as never, id));
    }
  }

  #fireAt(id: string, event: string): void {
    const cell = this.#find(id);
    if (cell) this.#fire(cell, event);
  }

  #fire(cell: Cell, event: string): void {
    const triggers = cell.kind.triggers.get(event);
    if (triggers) for (const trigger of triggers) this.#follow(cell, trigger, 0);
  }

  #follow(cell: Cell, trigger: Trigger, depth: number): void {
    const step = trigger.steps[depth];
    if (!step) {
      const slots = trigger.slots.get(cell.kind);
      if (slots) for (const slot of slots) this.#onSoil(cell, slot);
    } else if (step.forward) {
      for (const id of targets(step.relation, cell.state)) {
        const next = this.#find(id);
        if (next) this.#follow(next, trigger, depth + 1);
      }
    } else {
      for (const source of cell.sources?.get(step.relation.slot) ?? []) this.#follow(source, trigger, depth + 1);
    }
  }
}

function bump(target: Cell, sum: Sum, by: number): void {
  target.sums ??= new Map();
  target.sums.set(sum.slot, (target.sums.get(sum.slot) ?? 0) + by);
}

/** Puts a set in the order its objects were made. */
export function sort(set: Set<Cell>): void {
  let last = Number.NEGATIVE_INFINITY;
  let sorted = true;
  for (const { order } of set) {
    sorted &&= order >= last;
    last = order;
  }
  if (sorted) return;
  const cells = [...set].sort((a, b) => a.order - b.order);
  set.clear();
  for (const cell of cells) set.add(cell);
}
