/** One object's facets before and after, and what of its relations and sums that moves; each worked out once. */
import type { Facets, Kind, Relation, Sum } from './kind.ts';

export class Change {
  readonly kind: Kind;
  /** Undefined stands for "not there". */
  readonly before: Facets | undefined;
  readonly after: Facets | undefined;
  /** Facets that differ, of an object that is there before and after. */
  readonly facets: readonly string[];
  /** Whether what the inventory tree hangs on moves. */
  readonly structural: boolean;
  /** By position among the kind's relations: the ids at the other end. */
  readonly from: readonly (readonly string[])[];
  readonly to: readonly (readonly string[])[];
  readonly #moved: boolean[] = [];

  constructor(kind: Kind, before: Facets | undefined, after: Facets | undefined, facets: readonly string[]) {
    this.kind = kind;
    this.before = before;
    this.after = after;
    this.facets = facets;
    const from: (readonly string[])[] = [];
    const to: (readonly string[])[] = [];
    const there = before !== undefined && after !== undefined;
    let structural = false;
    for (const relation of kind.relations) {
      const old = targets(relation, before);
      const now = targets(relation, after);
      const moved = !sameIds(old, now);
      from.push(old);
      to.push(now);
      this.#moved.push(moved);
      structural ||= relation.structural && (moved || !there);
    }
    this.from = from;
    this.to = to;
    this.structural = structural;
  }

  /** Whether the relation at this position leads elsewhere than before. */
  moved(at: number): boolean {
    return this.#moved[at]!;
  }

  /** Whether what the object adds to somebody may differ. */
  sumMoves(sum: Sum): boolean {
    if (!this.before || !this.after || this.#moved[sum.at]!) return true;
    for (const facet of sum.facets) if (this.facets.includes(facet)) return true;
    return false;
  }

  /** Whether any of these facets differs, or the object comes or goes. */
  touches(facets: readonly string[]): boolean {
    if (!this.before || !this.after) return true;
    for (const facet of facets) if (this.facets.includes(facet)) return true;
    return false;
  }
}

/** Names of the facets that differ. */
export function changedFacets(before: Facets, after: Facets): string[] {
  const changed: string[] = [];
  for (const key of Object.keys(after)) if (facet(before, key) !== facet(after, key)) changed.push(key);
  for (const key of Object.keys(before)) if (!(key in after)) changed.push(key);
  return changed;
}

/** Ids of the objects at the other end of a relation. */
export function targets(relation: Relation, state: Facets | undefined): readonly string[] {
  const ids = state && relation.of(state as never);
  return typeof ids === 'string' ? [ids] : (ids ?? NOBODY);
}

function facet(state: Facets, name: string): unknown {
  return (state as Record<string, unknown>)[name];
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

const NOBODY: readonly string[] = [];
