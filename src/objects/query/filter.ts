/**
 * A property filter: which objects it covers now, and what of them has changed since its collector last told.
 *
 * It watches the objects it reports and the edges it walked. A changed edge makes its membership stale; membership is
 * walked again when somebody asks or waits, and who came or went is the difference.
 */
import type { PropertyFilterSpec } from '../../vim25/generated/index.ts';
import type { Cell, Watcher } from '../../world/cell.ts';
import { sameValue } from '../../world/equal.ts';
import type { DerivedProperty } from '../../world/kind.ts';
import type { Viewer } from '../../world/viewer.ts';
import type { World } from '../../world/world.ts';
import { difference } from './difference.ts';
import { Homes } from './homes.ts';
import { follow, type PathStep } from './path.ts';
import { Pending } from './pending.ts';
import { type Selected, Selection } from './selection.ts';
import { planRoute, type Route, walk } from './walk.ts';

export class Filter implements Watcher {
  readonly id: string;
  readonly spec: PropertyFilterSpec;
  readonly partialUpdates: boolean;
  readonly viewer: Viewer;
  pending: Pending = new Pending();
  readonly #world: World;
  readonly #selection: Selection;
  readonly #routes: readonly Route[];
  readonly #members = new Map<Cell, readonly Selected[]>();
  /** Edges walked: object -> names of the properties followed. */
  #edges = new Map<Cell, Set<string>>();
  /** Of a viewer who may not see everything. */
  #homes: Homes | undefined;
  /** Something moved: there may be others to see, and more or less of them to read. */
  #moved = false;
  #stale = true;
  readonly #onNews: () => void;

  /** Throws InvalidProperty, InvalidArgument or ManagedObjectNotFound when the spec cannot be. */
  constructor(
    world: World,
    id: string,
    spec: PropertyFilterSpec,
    partialUpdates: boolean,
    viewer: Viewer,
    version: number,
    onNews: () => void,
  ) {
    this.#world = world;
    this.id = id;
    this.spec = spec;
    this.partialUpdates = partialUpdates;
    this.viewer = viewer;
    this.#onNews = onNews;
    this.#selection = new Selection(world, spec.propSet, version);
    this.#routes = spec.objectSet.map((o, i) => planRoute(world, o, `spec.objectSet[${i}]`));
    this.refresh();
  }

  get members(): ReadonlyMap<Cell, readonly Selected[]> {
    return this.#members;
  }

  /** Whether a walk is due. */
  get stale(): boolean {
    return this.#stale;
  }

  /** Walks again if an edge, a view or a permission changed since. */
  refresh(): void {
    if (!this.#stale) return;
    this.#stale = false;
    if (this.#moved) for (const cell of this.#homes?.otherwise() ?? []) this.pending.retell(cell);
    this.#moved = false;
    const reached = new Map<Cell, readonly Selected[]>();
    const edges = new Map<Cell, Set<string>>();
    for (const route of this.#routes) {
      if (!this.#world.find(route.start.value)) continue;
      walk(this.#world, route, this.viewer, {
        visit: (cell) => {
          const selected = this.#selection.of(cell.kind);
          if (selected) reached.set(cell, selected);
        },
        edge: (cell, property) => {
          const known = edges.get(cell);
          if (known) known.add(property);
          else edges.set(cell, new Set([property]));
        },
      });
    }
    this.#adopt(reached, edges);
  }

  /** What one may see has changed. */
  invalidate(): void {
    this.#stale = true;
    this.#onNews();
  }

  /** Reads everything anew for every member: permissions on properties changed. */
  retell(): void {
    for (const cell of this.#members.keys()) this.pending.retell(cell);
    this.invalidate();
  }

  /** Begins again, as for a client that knows nothing. */
  restart(): void {
    this.refresh();
    this.pending = new Pending();
    for (const cell of this.#members.keys()) this.pending.enter(cell);
  }

  close(): void {
    for (const cells of [this.#members.keys(), this.#edges.keys(), this.#homes?.cells ?? []]) {
      for (const cell of cells) this.#unwatch(cell);
    }
    this.#homes = undefined;
    this.#members.clear();
    this.#edges.clear();
    this.pending = new Pending();
  }

  wants(cell: Cell, property: DerivedProperty): boolean {
    if (property.ageing === 'clock' || property.ageing === 'viewer') return false;
    if (this.#homes?.wants(cell, property)) return true;
    if (this.#edges.get(cell)?.has(property.name)) return true;
    return this.#members.get(cell)?.some((s) => s.property === property) ?? false;
  }

  changed(cell: Cell, property: DerivedProperty, before: unknown, after: unknown): void {
    if (this.#edges.get(cell)?.has(property.name)) this.#stale = true;
    if (this.#homes?.wants(cell, property)) this.#moved = this.#stale = true;
    for (const selected of this.#members.get(cell) ?? []) {
      if (selected.property === property) this.#note(cell, selected, before, after);
    }
    this.#onNews();
  }

  gone(cell: Cell): void {
    if (this.#edges.delete(cell)) this.#stale = true;
    if (this.#members.delete(cell)) this.pending.leave(cell);
    this.#onNews();
  }

  #note(cell: Cell, selected: Selected, before: unknown, after: unknown): void {
    const { path, row } = selected;
    const old = this.#at(before, row, path.steps);
    const now = this.#at(after, row, path.steps);
    if (!this.partialUpdates) {
      if (!sameValue(old, now)) this.pending.modify(cell, path.text, 'assign');
      return;
    }
    for (const d of difference(old, now)) this.pending.modify(cell, path.text + d.path, d.op);
  }

  #at(value: unknown, row: Selected['row'], steps: readonly PathStep[]): unknown {
    return steps.length === 0 ? value : follow(this.#world.model.schema, value, row, steps)?.value;
  }

  #adopt(reached: ReadonlyMap<Cell, readonly Selected[]>, edges: Map<Cell, Set<string>>): void {
    const maybeLeft: Iterable<Cell>[] = [this.#edges.keys(), this.#homes?.cells ?? []];
    this.#edges = edges;
    const left: Cell[] = [];
    for (const cell of this.#members.keys()) {
      if (reached.has(cell)) continue;
      left.push(cell);
      this.#members.delete(cell);
      this.pending.leave(cell);
    }
    for (const [cell, selected] of reached) {
      if (this.#members.has(cell)) continue;
      this.#members.set(cell, selected);
      this.pending.enter(cell);
      this.#watch(cell);
    }
    this.#homes = this.viewer.unrestricted ? undefined : new Homes(this.#members, this.viewer);
    for (const cells of [left, ...maybeLeft]) for (const cell of cells) if (!this.#keeps(cell)) this.#unwatch(cell);
    for (const cells of [edges.keys(), this.#homes?.cells ?? []]) for (const cell of cells) this.#watch(cell);
  }

  #keeps(cell: Cell): boolean {
    return this.#members.has(cell) || this.#edges.has(cell) || this.#homes?.cells.has(cell) === true;
  }

  #watch(cell: Cell): void {
    if (cell.watchers?.has(this)) return;
    cell.watchers ??= new Set();
    cell.watchers.add(this);
    this.#world.noteWatched(cell);
  }

  #unwatch(cell: Cell): void {
    cell.watchers?.delete(this);
    if (cell.watchers?.size === 0) cell.watchers = undefined;
    this.#world.noteWatched(cell);
  }
}
