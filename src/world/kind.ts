/**
 * What a managed object is made of: facets (small frozen records, one home per fact), relations read off facets, sums
 * kept over relations, look-up keys, and properties derived from all of these.
 *
 * A derivation declares what it reads, so that the world knows what a change touches, per property:
 *
 * - `config`            the facet of the object itself
 * - `host.identity`     a facet of the object at the other end of a relation; any number of steps
 * - `vm.runtime`        the same over an inverse relation: that facet of each
 * - `vm`                which objects stand at the other end of an inverse relation
 * - `list.@there`       which of the objects that a relation names exist
 * - `+memory`, `host.+memory`   a sum
 * - `.config`           everything the property `config` reads
 * - `@topology`         what hangs where in the inventory tree
 * - `@tick`             the load model's tick: recomputed once a tick, told only to those who watch
 * - `@clock`            computed at each read, never told
 * - `@viewer`           depends on who reads; computed at each read
 */
import type { Property } from '../vim25/schema.ts';
import type { Cell } from './cell.ts';
import type { Viewer } from './viewer.ts';

export type Facets = object;

export interface RelationSpec<F> {
  readonly facet: keyof F & string;
  /** Managed type at the other end. */
  readonly to: string;
  /** Ids of the objects at the other end. */
  readonly of: (state: F) => string | readonly string[] | undefined;
  /** Name under which the other end sees this one; none when nobody asks. */
  readonly inverse: string;
  /** Whether the inventory tree hangs on it, so that traversals and views change with it. */
  readonly structural?: boolean;
}

/** A number each object adds to the object its relation points at. */
export interface SumSpec<F> {
  readonly relation: string;
  readonly facets: readonly (keyof F & string)[];
  /** What the object adds to the target of that id. */
  readonly value: (state: F, target: string) => number;
}

export interface IndexSpec<F> {
  readonly facets: readonly (keyof F & string)[];
  readonly keys: (state: F) => string | readonly string[] | undefined;
  /** Changes to what it holds are counted, so that who worked something out of all of it knows when to do it again. */
  readonly counted?: boolean;
}

export interface Derivation<F extends Facets> {
  readonly reads: readonly string[];
  /** `viewer` is there for a property that reads `@viewer`, when somebody reads rather than watches. */
  readonly value: (state: F, self: Cell<F>, viewer?: Viewer) => unknown;
}

/** A kind as its file declares it. `F` is the record of its facets. */
export interface KindSpec<F extends Facets> {
  readonly type: string;
  readonly base?: KindSpec<never> | undefined;
  /** Prefix of the ids vCenter gives: `vm` in `vm-15`. */
  readonly prefix?: string;
  /** Not part of images: sessions and what hangs on them. */
  readonly volatile?: boolean;
  /**
   * Facets that are no facts but what works on them: they are never written down. Where an object is read back it keeps
   * its own (`undefined`), or gets one that is made for it.
   */
  readonly machinery?: { readonly [N in keyof F & string]?: (() => F[N]) | undefined };
  readonly relations?: { readonly [name: string]: RelationSpec<F> };
  readonly sums?: { readonly [name: string]: SumSpec<F> };
  readonly indexes?: { readonly [name: string]: IndexSpec<F> };
  readonly properties?: { readonly [name: string]: Derivation<F> };
}

export interface Relation {
  readonly name: string;
  readonly facet: string;
  readonly to: string;
  readonly of: (state: never) => string | readonly string[] | undefined;
  readonly inverse: string;
  readonly structural: boolean;
  /** Position among the relations of all kinds: where a target keeps the set of its sources. */
  readonly slot: number;
  /** The events its change fires: on the source, and on the object at the other end. */
  readonly leaving: string;
  readonly arriving: string;
}

export interface Sum {
  readonly name: string;
  readonly relation: Relation;
  /** Position of the relation among those of the kinds that keep the sum. */
  readonly at: number;
  readonly facets: readonly string[];
  readonly value: (state: never, target: string) => number;
  readonly slot: number;
  readonly event: string;
}

export interface Index {
  readonly name: string;
  readonly facets: readonly string[];
  readonly keys: (state: never) => string | readonly string[] | undefined;
  readonly counted?: boolean;
}

/** How a property's value ages: with facts, with the load model's tick, at every read, or with who reads. */
export type Ageing = 'facts' | 'tick' | 'clock' | 'viewer';

export interface DerivedProperty {
  readonly name: string;
  /** Position in the memo of an object of this kind. */
  readonly slot: number;
  readonly row: Property;
  readonly ageing: Ageing;
  readonly value: (state: never, self: never, viewer?: Viewer) => unknown;
  /** The flat list of what it reads, `.property` expanded. */
  readonly reads: readonly string[];
}

/** A step from one object to others: forward along a relation, or back to its sources. */
export interface Step {
  readonly relation: Relation;
  readonly forward: boolean;
}

/** Steps from a changed object to those with properties that read the change. */
export interface Trigger {
  readonly steps: readonly Step[];
  /** Which properties, by the kind of the object at the end of the steps. */
  readonly slots: ReadonlyMap<Kind, readonly number[]>;
}

/** A kind compiled: inherited parts flattened, positions assigned, triggers known. */
export interface Kind {
  readonly type: string;
  readonly lineage: ReadonlySet<string>;
  readonly prefix: string;
  readonly volatile: boolean;
  readonly machinery: ReadonlyMap<string, (() => unknown) | undefined>;
  readonly relations: readonly Relation[];
  readonly relationByName: ReadonlyMap<string, Relation>;
  readonly inverseByName: Map<string, Relation[]>;
  readonly sums: readonly Sum[];
  /** Sums that others keep on objects of this kind. */
  readonly sumByName: Map<string, Sum[]>;
  readonly indexes: readonly Index[];
  readonly properties: ReadonlyMap<string, DerivedProperty>;
  readonly slots: readonly DerivedProperty[];
  /** Event (`facet`, `>relation`, `<relation slot`, `+sum`) -> who reads it. */
  readonly triggers: Map<string, Trigger[]>;
  /** Slots of properties that read `@topology`, and of those that move with the tick. */
  readonly topology: readonly number[];
  readonly ticking: readonly number[];
}

/** Declares a kind; gives TypeScript the facets' type. */
export function defineKind<F extends Facets>(spec: KindSpec<F>): KindSpec<F> {
  return spec;
}
