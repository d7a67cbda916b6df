/**
 * Where the members of a filter stand, for a viewer who may not see everything: permissions come down from there, so
 * what moves elsewhere may be hidden from then on, or come to light.
 */
import type { Cell } from '../../world/cell.ts';
import type { DerivedProperty } from '../../world/kind.ts';
import type { Viewer } from '../../world/viewer.ts';
import { parentsOf } from '../access/authority.ts';
import { isOwn } from '../access/sessions/belongings.ts';
import { privilegeOf, type Selected } from './selection.ts';

/** Properties that say where something stands. */
const PLACES: ReadonlySet<string> = new Set(['parent', 'parentVApp', 'parentFolder', 'resourcePool']);

type Members = ReadonlyMap<Cell, readonly Selected[]>;

export class Homes {
  /** Members and everything above them. */
  readonly cells: ReadonlySet<Cell>;
  readonly #members: Members;
  readonly #viewer: Viewer;
  /** Privileges missing on a member when it was last told. */
  readonly #missing = new Map<Cell, string>();
  readonly #needed = new Map<readonly Selected[], readonly string[]>();

  constructor(members: Members, viewer: Viewer) {
    const cells = new Set<Cell>();
    for (const cell of members.keys()) climb(cell, cells);
    this.cells = cells;
    this.#members = members;
    this.#viewer = viewer;
    for (const cell of members.keys()) this.#missing.set(cell, this.#missingOf(cell));
  }

  wants(cell: Cell, property: DerivedProperty): boolean {
    return PLACES.has(property.name) && this.cells.has(cell);
  }

  /** Members of which one may read more, or less, than was told. */
  *otherwise(): Generator<Cell> {
    for (const [cell, before] of this.#missing) {
      if (cell.alive && this.#members.has(cell) && this.#missingOf(cell) !== before) yield cell;
    }
  }

  #missingOf(cell: Cell): string {
    if (isOwn(cell, this.#viewer)) return '';
    const needed = this.#neededFor(this.#members.get(cell) ?? []);
    return needed.filter((privilege) => !this.#viewer.can(cell, privilege)).join();
  }

  /** One list serves all members of a kind, and most of what is read takes the same privilege. */
  #neededFor(selected: readonly Selected[]): readonly string[] {
    let needed = this.#needed.get(selected);
    if (!needed) {
      needed = [...new Set(selected.map(privilegeOf))];
      this.#needed.set(selected, needed);
    }
    return needed;
  }
}

function climb(cell: Cell, into: Set<Cell>): void {
  if (into.has(cell)) return;
  into.add(cell);
  for (const parent of parentsOf(cell)) climb(parent, into);
}
