/**
 * The store: what is true, and what follows from it.
 *
 * Every change happens inside a turn: a synchronous function whose changes stand together or, when it throws, not at all.
 * At the end of the turn each changed property that somebody watches is compared once and told to its watchers.
 */
import { SimError } from '../kernel/errors.ts';
import { MemoBudget } from './budget.ts';
import { Cell, type PinnedReader } from './cell.ts';
import { Change, changedFacets } from './change.ts';
import { Image } from './image.ts';
import type { DerivedProperty, Facets, Kind, KindSpec } from './kind.ts';
import { Links } from './links.ts';
import type { Lookup } from './lookup.ts';
import { Memo } from './memo.ts';
import type { Model } from './model.ts';
import { Numbers } from './numbers.ts';
import type { Checks, Viewer } from './viewer.ts';
import { Watching } from './watching.ts';

/** One step of a turn, kept so that the turn can be taken back. Undefined stands for "not there". */
interface Done {
  readonly cell: Cell;
  readonly before: Facets | undefined;
  readonly after: Facets | undefined;
}

/** Something beside the objects that a turn changes, and that must stand or fall with it. */
export interface Participant {
  begin(): void;
  commit(): void;
  rollback(): void;
}

export class World {
  readonly model: Model;
  readonly budget: MemoBudget;
  readonly numbers: Numbers = new Numbers();
  /** Counts every change of every object. */
  revision = 0;
  /** Counts changes to the inventory tree: what hangs in it and where. */
  topology = 0;
  /** The load model's tick. */
  tick = 0;
  /** Called after every turn that changed something. */
  onTurn: (() => void) | undefined;
  /** How permissions are asked for; enforced, and told to nobody, when it is not said. */
  checks: Checks | undefined;
  readonly #links: Links;
  readonly #cells = new Map<string, Cell>();
  readonly #byType = new Map<string, Set<Cell>>();
  readonly #topologyReaders = new Set<Cell>();
  readonly #watching = new Watching((cell, property) => this.derive(cell, property).value);
  readonly #pinned = new Set<PinnedReader>();
  readonly #images = new Set<Image>();
  readonly #participants: Participant[] = [];
  /** What the turn under way has done; undefined between turns. */
  #turn: Done[] | undefined;

  constructor(model: Model, options: { memoBytes?: number } = {}) {
    this.model = model;
    this.budget = new MemoBudget(options.memoBytes ?? 192 * 2 ** 20);
    this.#links = new Links(
      (id) => this.#cells.get(id),
      (cell, slot) => this.#soil(cell, cell.kind.slots[slot]!),
    );
  }

  // ---- reading

  /** Objects by key: uuid, name under a parent, IP address. */
  get lookup(): Lookup {
    return this.#links.lookup;
  }

  get size(): number {
    return this.#cells.size;
  }

  find(id: string): Cell | undefined {
    return this.#cells.get(id);
  }

  /** The object, when it exists and is of that kind. */
  as<F extends Facets>(spec: KindSpec<F>, id: string | undefined): Cell<F> | undefined {
    const cell = id === undefined ? undefined : this.#cells.get(id);
    return cell?.is(spec.type) ? (cell as unknown as Cell<F>) : undefined;
  }

  /** All objects of exactly that type, in order of creation. */
  ofType(type: string): ReadonlySet<Cell> {
    return this.#byType.get(type) ?? NONE;
  }

  /** All objects of a kind and of the kinds derived from it. */
  *every<F extends Facets>(spec: KindSpec<F>): Generator<Cell<F>> {
    for (const [type, cells] of this.#byType) {
      if (this.model.kind(type).lineage.has(spec.type)) yield* cells as unknown as Set<Cell<F>>;
    }
  }

  derive(cell: Cell, property: DerivedProperty, viewer?: Viewer): Memo {
    const known = cell.memo?.[property.slot];
    if (known && (property.ageing === 'facts' || (property.ageing === 'tick' && known.tick === this.tick))) {
      cell.warm = true;
      return known;
    }
    const value = property.value(cell.state as never, cell as never, viewer);
    const memo = new Memo(cell, this.budget, value, this.tick);
    if (property.ageing === 'clock' || property.ageing === 'viewer' || !cell.alive) return memo;
    if (known) this.budget.release(known);
    cell.memo ??= new Array(cell.kind.slots.length);
    cell.memo[property.slot] = memo;
    this.budget.hold(cell, memo);
    return memo;
  }

  /** While pinned, a reader hears of each object before it changes. */
  pin(reader: PinnedReader): void {
    this.#pinned.add(reader);
  }

  unpin(reader: PinnedReader): void {
    this.#pinned.delete(reader);
  }

  /** Keeps the set of objects with watchers; call after editing `cell.watchers`. */
  noteWatched(cell: Cell): void {
    this.#watching.note(cell);
  }

  // ---- changing

  /** Runs a change. Throwing inside takes back everything the turn did. A turn inside a turn is part of it. */
  turn<T>(change: () => T): T {
    if (this.#turn) return change();
    const turn: Done[] = [];
    this.#turn = turn;
    for (const p of this.#participants) p.begin();
    let result: T;
    try {
      result = change();
    } catch (error) {
      for (const { cell, before, after } of turn.splice(0).reverse()) this.#change(cell, after, before);
      for (const p of this.#participants) p.rollback();
      this.#watching.forget();
      this.#turn = undefined;
      throw error;
    }
    this.#turn = undefined;
    for (const p of this.#participants) p.commit();
    if (turn.length > 0 || !this.#watching.idle) {
      const gone = turn.filter(({ cell }) => !cell.alive && cell.watchers).map(({ cell }) => cell);
      this.#watching.tell(gone);
      this.onTurn?.();
    }
    return result;
  }

  enlist(participant: Participant): void {
    this.#participants.push(participant);
  }

  /** Adds an object. Without an id it gets the next one of its kind's prefix. */
  create<F extends Facets>(spec: KindSpec<F>, state: F, id?: string): Cell<F> {
    this.#inTurn();
    const kind = this.model.kind(spec.type);
    return this.#create(kind, id ?? this.numbers.id(kind.prefix), state) as unknown as Cell<F>;
  }

  /** Puts new facets in place of old ones; facets left out, or given unchanged, stay. */
  update<F extends Facets>(cell: Cell<F>, patch: Partial<F>): void {
    this.#update(cell as unknown as Cell, { ...cell.state, ...patch });
  }

  destroy<F extends Facets>(target: Cell<F>): void {
    const cell = target as unknown as Cell;
    if (cell.alive) this.#change(cell, cell.state, undefined);
  }

  /** Moves the load model on: values that move with it are told to those who watch them. */
  nextTick(): void {
    this.turn(() => {
      for (const cell of this.#watching.cells) {
        for (const slot of cell.kind.ticking) this.#watching.remember(cell, cell.kind.slots[slot]!);
      }
      this.tick++;
    });
  }

  /** A property changes for a reason that is not a facet: say so before the reason takes effect. */
  touch<F extends Facets>(cell: Cell<F>, property: string): void {
    const p = cell.kind.properties.get(property);
    if (p) this.#soil(cell as unknown as Cell, p);
  }

  // ---- images

  save(): Image {
    const image = new Image(this.numbers.copy());
    this.#images.add(image);
    return image;
  }

  forget(image: Image): void {
    this.#images.delete(image);
  }

  /** Returns to an image; costs what changed since. Watchers hear of it as of any change. */
  restore(image: Image): void {
    this.turn(() => {
      const changes = [...image.changes];
      for (const [id, before] of changes) {
        const cell = this.#cells.get(id);
        if (cell && before?.kind !== cell.kind) this.destroy(cell);
      }
      for (const [id, before] of changes) {
        if (!before) continue;
        const cell = this.#cells.get(id);
        if (cell) this.#update(cell, before.state);
        else this.#create(before.kind, id, before.state);
      }
      image.changes.clear();
      this.numbers.reset(image.numbers);
    });
  }

  // ---- the works

  #inTurn(): Done[] {
    if (!this.#turn) throw new SimError('ERR_STATE', 'a change outside a turn');
    return this.#turn;
  }

  #create(kind: Kind, id: string, state: Facets): Cell {
    if (this.#cells.has(id)) throw new SimError('ERR_STATE', `${id} exists already`);
    const cell = new Cell(this, id, kind, Object.freeze(state));
    this.#change(cell, undefined, cell.state);
    return cell;
  }

  #update(cell: Cell, next: Facets): void {
    if (!cell.alive) throw new SimError('ERR_STATE', `${cell.id} is gone and cannot change`);
    const facets = changedFacets(cell.state, next);
    if (facets.length > 0) this.#change(cell, cell.state, Object.freeze(next), facets);
  }

  /** The one way anything changes: creation, change and destruction alike. */
  #change(cell: Cell, before: Facets | undefined, after: Facets | undefined, facets?: readonly string[]): void {
    const turn = this.#inTurn();
    this.revision++;
    const differing = facets ?? (before && after ? changedFacets(before, after) : NOTHING);
    const change = new Change(cell.kind, before, after, differing);
    for (const reader of this.#pinned) reader.beforeChange(cell);
    this.#links.announce(cell, change);
    if (change.structural) this.#topologyMoved();
    turn.push({ cell, before, after });
    for (const image of this.#images) image.note(cell, before);
    if (after) cell.state = after;
    if (!before) this.#enter(cell);
    else if (!after) this.#leave(cell);
    this.#links.rewire(cell, change);
  }

  #enter(cell: Cell): void {
    cell.alive = true;
    this.#cells.set(cell.id, cell);
    const peers = this.#byType.get(cell.type);
    if (peers) peers.add(cell);
    else this.#byType.set(cell.type, new Set([cell]));
    if (cell.kind.topology.length > 0) this.#topologyReaders.add(cell);
  }

  #leave(cell: Cell): void {
    cell.alive = false;
    this.budget.releaseAll(cell);
    this.#cells.delete(cell.id);
    this.#byType.get(cell.type)?.delete(cell);
    this.#topologyReaders.delete(cell);
  }

  /** A property's value is about to differ. */
  #soil(cell: Cell, property: DerivedProperty): void {
    this.#inTurn();
    this.#watching.remember(cell, property);
    for (const reader of this.#pinned) reader.beforeChange(cell);
    cell.stamp++;
    const memo = cell.memo?.[property.slot];
    if (!memo) return;
    this.budget.release(memo);
    cell.memo![property.slot] = undefined;
  }

  #topologyMoved(): void {
    this.topology++;
    for (const cell of this.#topologyReaders) {
      for (const slot of cell.kind.topology) this.#soil(cell, cell.kind.slots[slot]!);
    }
  }
}

const NONE: ReadonlySet<never> = new Set<never>();
const NOTHING: readonly string[] = [];
