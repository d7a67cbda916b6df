/** One-off reads: object specs walked, property specs applied, one ObjectContent per object. */
import type { PropertyFilterSpec } from '../../vim25/generated/index.ts';
import type { PropertyValue } from '../../vim25/property-value.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell, PinnedReader } from '../../world/cell.ts';
import type { VimFault } from '../../world/fault.ts';
import type { Viewer } from '../../world/viewer.ts';
import type { World } from '../../world/world.ts';
import { read, type Selected, Selection, unreadable } from './selection.ts';
import { planRoute, walk } from './walk.ts';

export interface ObjectContent {
  readonly _typeName: 'ObjectContent';
  readonly obj: Ref;
  readonly propSet: readonly { readonly name: string; readonly val: PropertyValue }[];
  readonly missingSet?: readonly { readonly path: string; readonly fault: ReturnType<VimFault['localized']> }[];
}

interface Row {
  readonly cell: Cell;
  readonly selected: readonly Selected[];
}

/**
 * The objects a query selects, their values as of the moment of asking.
 *
 * Values are derived when read. Until then the result is pinned in the world, which says before it changes an object;
 * that object's content is then made first. So a long answer shows one moment and yet need not be made at once.
 */
export class ResultSet implements PinnedReader {
  readonly #world: World;
  readonly #viewer: Viewer;
  readonly #rows: readonly Row[];
  /** Where each object stands, once it is pinned. */
  #position: Map<Cell, number[]> | undefined;
  readonly #made: (ObjectContent | undefined)[] = [];
  /** Objects per page, when the client asked for pages. */
  readonly pageSize: number;
  #next = 0;

  constructor(world: World, viewer: Viewer, specs: readonly PropertyFilterSpec[], version: number, pageSize?: number) {
    this.pageSize = pageSize ?? Number.POSITIVE_INFINITY;
    this.#world = world;
    this.#viewer = viewer;
    const rows: Row[] = [];
    // Each spec reports an object once.
    for (const spec of specs) select(world, viewer, spec, version, rows);
    this.#rows = rows;
  }

  get total(): number {
    return this.#rows.length;
  }

  get remaining(): number {
    return this.#rows.length - this.#next;
  }

  /** Keeps the picture from here on, however often it is said; call `release` when done or abandoned. */
  pin(): void {
    if (this.#position) return;
    this.#position = new Map();
    for (let i = this.#next; i < this.#rows.length; i++) {
      const { cell } = this.#rows[i]!;
      const at = this.#position.get(cell);
      if (at) at.push(i);
      else this.#position.set(cell, [i]);
    }
    this.#world.pin(this);
  }

  release(): void {
    if (this.#position) this.#world.unpin(this);
    this.#position = undefined;
  }

  beforeChange(cell: Cell): void {
    for (const i of this.#position?.get(cell) ?? []) {
      if (i >= this.#next) this.#made[i] ??= this.#content(this.#rows[i]!);
    }
  }

  /** The next objects, at most `limit`. */
  *take(limit: number): Generator<ObjectContent> {
    const end = Math.min(this.#rows.length, this.#next + limit);
    while (this.#next < end) yield this.#one();
  }

  /** All that remain, made at once: for when they are few. */
  rest(): ObjectContent[] {
    const objects: ObjectContent[] = [];
    while (this.#next < this.#rows.length) objects.push(this.#one());
    return objects;
  }

  #one(): ObjectContent {
    const i = this.#next++;
    const made = this.#made[i];
    if (!made) return this.#content(this.#rows[i]!);
    this.#made[i] = undefined;
    return made;
  }

  #content({ cell, selected }: Row): ObjectContent {
    return contentOf(this.#world, cell, selected, this.#viewer);
  }
}

export function contentOf(world: World, cell: Cell, selected: readonly Selected[], viewer: Viewer): ObjectContent {
  const propSet: { name: string; val: PropertyValue }[] = [];
  const missingSet: { path: string; fault: ReturnType<VimFault['localized']> }[] = [];
  for (const s of selected) {
    const fault = unreadable(cell, s, viewer);
    if (fault) {
      missingSet.push({ path: s.path.text, fault: fault.localized() });
      continue;
    }
    const val = read(world, cell, s, viewer);
    if (val) propSet.push({ name: s.path.text, val });
  }
  const content: ObjectContent = { _typeName: 'ObjectContent', obj: cell.ref, propSet };
  return missingSet.length > 0 ? { ...content, missingSet } : content;
}

function select(world: World, viewer: Viewer, spec: PropertyFilterSpec, version: number, rows: Row[]): void {
  const selection = new Selection(world, spec.propSet, version);
  const seen = new Set<Cell>();
  const visit = (cell: Cell) => {
    const selected = selection.of(cell.kind);
    if (!selected || seen.has(cell)) return;
    seen.add(cell);
    rows.push({ cell, selected });
  };
  const routes = spec.objectSet.map((o, i) => planRoute(world, o, `specSet.objectSet[${i}]`));
  for (const route of routes) {
    if (spec.reportMissingObjectsInResults === true && !world.find(route.start.value)) continue;
    walk(world, route, viewer, { visit });
  }
}
