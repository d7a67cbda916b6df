/**
 * The store: what is true, and what follows from it.
 *
 * Every change happens inside a turn: a synchronous function whose changes stand together or, when it throws, not at all.
 * At the end of the turn each changed property that somebody watches is compared once and told to its watchers.
 */
import { SimError } from '../kernel/errors.ts';
import { MemoBudget } from './budget.ts';
import { Cell, type PinnedReader } from './cell.ts';
import { Cells } from './cells.ts';
import { Change, changedFacets } from './change.ts';
import { Image, type Saved } from './image.ts';
import type { DerivedProperty, Facets, Kind, KindSpec } from './kind.ts';
import { Links } from './links.ts';
import type { Lookup } from './lookup.ts';
import { Memo } from './memo.ts';
import type { Model } from './model.ts';
import { Numbers } from './numbers.ts';
import { returnTo } from './return-to.ts';
import { Company, type Done, type Participant } from './turn.ts';
import type { Checks, Viewer } from './viewer.ts';
import { Watching } from './watching.ts';

export type { Participant } from './turn.ts';

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
  /** Writes down what a turn did, before anybody hears of it; a turn that it throws at did not happen. */
  recorder: ((turn: readonly Done[]) => void) | undefined;
  /** How permissions are asked for; enforced, and told to nobody, when it is not said. */
  checks: Checks | undefined;
  readonly #links: Links;
  readonly #cells = new Cells();
  readonly #topologyReaders = new Set<Cell>();
  readonly #watching = new Watching((cell, property) => this.derive(cell, property).value);
  readonly #pinned = new Set<PinnedReader>();
  readonly #images = new Set<Image>();
  readonly #company = new Company();
  /** What the turn under way has done; undefined between turns. */
  #turn: Done[] | undefined;
  #order = 0;
  /** Counts moves of the tick, back and forth: what was derived at one moment is good only at that one. */
  #moment = 0;

  constructor(model: Model, options: { memoBytes?: number } = {}) {
    this.model = model;
    this.budget = new MemoBudget(options.memoBytes ?? 192 * 2 ** 20);
    this.#links = new Links(
      (id) => this.#cells.byId.get(id),
      (cell, slot) => this.#soil(cell, cell.kind.slots[slot]!),
    );
  }

  // ---- reading

  /** Objects by key: uuid, name under a parent, IP address. */
  get lookup(): Lookup {
    return this.#links.lookup;
  }

  get size(): number {
    return this.#cells.byId.size;
  }

  /** Every object, in no order anybody may count on. */
  get all(): IterableIterator<Cell> {
    return this.#cells.byId.values();
  }

  find(id: string): Cell | undefined {
    return this.#cells.byId.get(id);
  }

  /** The object, when it exists and is of that kind. */
  as<F extends Facets>(spec: KindSpec<F>, id: string | undefined): Cell<F> | undefined {
    const cell = id === undefined ? undefined : this.#cells.byId.get(id);
    return cell?.is(spec.type) ? (cell as unknown as Cell<F>) : undefined;
  }

  /** All objects of exactly that type, in order of creation. */
  ofType(type: string): ReadonlySet<Cell> {
    return this.#cells.byType.get(type) ?? NONE;
  }

  /** The types that have, or had, objects. */
  types(): IterableIterator<string> {
    return this.#cells.byType.keys();
  }

  /** All objects of a kind and of the kinds derived from it. */
  *every<F extends Facets>(spec: KindSpec<F>): Generator<Cell<F>> {
    for (const [type, cells] of this.#cells.byType) {
      if (this.model.kind(type).lineage.has(spec.type)) yield* cells as unknown as Set<Cell<F>>;
    }
  }

  derive(cell: Cell, property: DerivedProperty, viewer?: Viewer): Memo {
    const known = cell.memo?.[property.slot];
    if (known && (property.ageing === 'facts' || (property.ageing === 'tick' && known.tick === this.#moment))) {
      cell.warm = true;
      return known;
    }
    const value = property.value(cell.state as never, cell as never, viewer);
    const memo = new Memo(cell, this.budget, value, this.#moment);
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
    this.#company.begin();
    let result: T;
    try {
      result = change();
      this.recorder?.(turn);
    } catch (error) {
      for (const { cell, before, after } of turn.splice(0).reverse()) this.#change(cell, after, before);
      this.#company.rollback();
      this.#watching.forget();
      this.#turn = undefined;
      throw error;
    }
    this.#turn = undefined;
    this.#company.commit();
    if (turn.length > 0 || !this.#watching.idle) {
      const gone = turn.filter(({ cell }) => !cell.alive && cell.watchers).map(({ cell }) => cell);
      this.#watching.tell(gone);
      this.onTurn?.();
    }
    return result;
  }

  /** What else is to be undone should the turn be taken back. */
  orElse(undo: () => void): void {
    this.#company.orElse(undo);
  }

  /** Whether a turn is under way. */
  get turning(): boolean {
    return this.#turn !== undefined;
  }

  enlist(participant: Participant): void {
    this.#company.enlist(participant);
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

  /** Puts an object there as it is said, new or in place of what has its id. */
  put(id: string, { kind, state, order }: Omit<Saved, 'order'> & Partial<Saved>): Cell {
    const cell = this.#cells.byId.get(id);
    if (cell?.kind !== kind) {
      if (cell) this.destroy(cell);
      return this.#create(kind, id, state, order);
    }
    this.#update(cell, state);
    cell.order = order ?? cell.order;
    return cell;
  }

  /** Moves the load model on: values that move with it are told to those who watch them. */
  nextTick(): void {
    this.turn(() => this.moveTick(this.tick + 1));
  }

  /** Moves the load model to a tick, inside a turn. */
  moveTick(tick: number): void {
    this.#inTurn();
    for (const cell of this.#watching.cells) {
      for (const slot of cell.kind.ticking) this.#watching.remember(cell, cell.kind.slots[slot]!);
    }
    this.tick = tick;
    this.#moment++;
  }

  /** Runs changes that put objects back: lists of them are in the order they were made, as they once were. */
  inOrder(changes: () => void): void {
    this.#links.inOrder(changes);
    this.#cells.sort();
  }

  /** A property changes for a reason that is not a facet: say so before the reason takes effect. */
  touch<F extends Facets>(cell: Cell<F>, property: string): void {
    const p = cell.kind.properties.get(property);
    if (p) this.#soil(cell as unknown as Cell, p);
  }

  // ---- images

  save(): Image {
    return this.hold(new Image(this.numbers.copy(), this.tick));
  }

  /** Keeps up an image that was read back. */
  hold(image: Image): Image {
    this.#images.add(image);
    return image;
  }

  forget(image: Image): void {
    this.#images.delete(image);
  }

  /** Returns to an image; costs what changed since. Watchers hear of it as of any change. `lasting` counters do not go back. */
  restore(image: Image, lasting?: readonly string[]): void {
    returnTo(this, image, lasting);
  }

  // ---- the works

  #inTurn(): Done[] {
    if (!this.#turn) throw new SimError('ERR_STATE', 'a change outside a turn');
    return this.#turn;
  }

  #create(kind: Kind, id: string, state: Facets, order: number = this.#order + 1): Cell {
    if (this.#cells.byId.has(id)) throw new SimError('ERR_STATE', `${id} exists already`);
    this.#order = Math.max(this.#order, order);
    const cell = new Cell(this, id, kind, Object.freeze(state), order);
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
    if (!cell.kind.volatile) this.#note(cell, before);
    if (after) cell.state = after;
    if (!before) this.#enter(cell);
    else if (!after) this.#leave(cell);
    this.#links.rewire(cell, change);
  }

  #note({ id, kind, order }: Cell, state: Facets | undefined): void {
    const saved = state && { kind, state, order };
    for (const image of this.#images) image.note(id, saved);
  }

  #enter(cell: Cell): void {
    cell.alive = true;
    this.#cells.add(cell);
    if (cell.kind.topology.length > 0) this.#topologyReaders.add(cell);
  }

  #leave(cell: Cell): void {
    cell.alive = false;
    this.budget.releaseAll(cell);
    this.#cells.remove(cell);
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
