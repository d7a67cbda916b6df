/**
 * How machines, hosts and pools were, as far as their load follows from it. The load of any tick can be computed from the
 * facets that stood then; only those that changed since are kept, and no more than a bounded number of them.
 *
 * A tick sees the world as it stood when the tick began: what changes during a tick counts from the next one on.
 */
import type { Facets } from '../../../world/kind.ts';

/** Facets that stood after one tick and up to another, that one included. */
interface Segment {
  readonly from: number;
  readonly to: number;
  readonly facts: Facets;
}

/** Of one object, and of all together. */
const MOST_OF_ONE = 64;
const MOST_OF_ALL = 50_000;

/** Facets that loads follow from, by managed type. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  VirtualMachine: ['identity', 'config', 'power', 'starts', 'place', 'devices', 'guest', 'load', 'outside'],
  HostSystem: ['profile', 'runtime', 'parent'],
  ResourcePool: ['allocation', 'parent', 'owner'],
  VirtualApp: ['allocation', 'parent', 'owner'],
};

/** A chronicle at some moment. */
export interface SavedChronicle {
  readonly opened: number;
  readonly changed: number;
  readonly since: readonly (readonly [id: string, tick: number])[];
  readonly segments: readonly (readonly [id: string, segments: readonly Segment[]])[];
  readonly order: readonly string[];
}

export class Chronicle {
  #opened: number;
  /** When the facets came that stand now; absent where they stood from the beginning. */
  readonly #since = new Map<string, number>();
  readonly #segments = new Map<string, Segment[]>();
  /** Ids of what was somewhere: machines by host and by pool, hosts by compute resource. */
  readonly #visitors = new Map<string, Set<string>>();
  /** Ids in the order their segments were written. */
  #order: string[] = [];
  /** The last tick in which anything changed that a load follows from. */
  changed: number;

  constructor(tick: number) {
    this.#opened = tick - 1;
    this.changed = tick - 1;
  }

  save(): SavedChronicle {
    return {
      opened: this.#opened,
      changed: this.changed,
      since: [...this.#since],
      segments: Array.from(this.#segments, ([id, segments]) => [id, [...segments]] as const),
      order: [...this.#order],
    };
  }

  restore({ opened, changed, since, segments, order }: SavedChronicle): void {
    this.#opened = opened;
    this.changed = changed;
    this.#since.clear();
    for (const [id, tick] of since) this.#since.set(id, tick);
    this.#segments.clear();
    this.#visitors.clear();
    for (const [id, list] of segments) {
      this.#segments.set(id, [...list]);
      for (const { facts } of list) this.#visit(id, facts);
    }
    this.#order = [...order];
  }

  /** An object changed: undefined stands for "not there". Tells whether a load may follow from it. */
  note(id: string, type: string, before: Facets | undefined, after: Facets | undefined, tick: number): boolean {
    const told = TOLD[type];
    if (!before) {
      if (after) this.#since.set(id, tick);
    } else {
      const same = told && after && told.every((facet) => of(before, facet) === of(after, facet));
      if (!told || same) {
        if (!after) this.#since.delete(id);
        return false;
      }
      this.#close(id, told, before, tick);
      if (after) this.#since.set(id, tick);
      else this.#since.delete(id);
    }
    if (told) this.changed = tick;
    return told !== undefined;
  }

  /** The tick after which the object has been there; what went away and came again counts from then. */
  since(id: string): number {
    return this.#segments.get(id)?.[0]?.from ?? this.#since.get(id) ?? this.#opened;
  }

  /** The facets at the beginning of a tick; `now` are those that stand now, undefined for what is gone. */
  at<F extends Facets>(id: string, now: F | undefined, tick: number): F | undefined {
    if (now && tick > (this.#since.get(id) ?? this.#opened)) return now;
    return this.#segments.get(id)?.find((s) => tick > s.from && tick <= s.to)?.facts as F | undefined;
  }

  /** What was in a place at some time and may have left it. */
  visitors(place: string): ReadonlySet<string> {
    return this.#visitors.get(place) ?? NOBODY;
  }

  #close(id: string, told: readonly string[], before: Facets, tick: number): void {
    const from = this.#since.get(id) ?? this.#opened;
    if (from >= tick) return;
    const facts = Object.fromEntries(told.map((facet) => [facet, of(before, facet)]));
    const segments = this.#segments.get(id) ?? [];
    this.#segments.set(id, segments);
    segments.push({ from, to: tick, facts });
    this.#order.push(id);
    this.#visit(id, before);
    if (segments.length > MOST_OF_ONE) segments.shift();
    if (this.#order.length > 2 * MOST_OF_ALL) this.#shorten();
  }

  #visit(id: string, facts: Facets): void {
    for (const place of placesOf(facts)) this.#visitors.set(place, (this.#visitors.get(place) ?? new Set()).add(id));
  }

  /** The older half goes. */
  #shorten(): void {
    const gone = this.#order.slice(0, MOST_OF_ALL);
    this.#order = this.#order.slice(MOST_OF_ALL);
    for (const id of gone) {
      const segments = this.#segments.get(id);
      segments?.shift();
      if (segments?.length !== 0) continue;
      this.#segments.delete(id);
      for (const [place, ids] of this.#visitors) if (ids.delete(id) && ids.size === 0) this.#visitors.delete(place);
    }
  }
}

function of(facets: Facets, name: string): unknown {
  return (facets as Record<string, unknown>)[name];
}

function placesOf(facets: Facets): string[] {
  const { place, runtime, parent } = facets as Placed;
  const ids = place ? [place.host, place.pool] : runtime ? [parent] : [];
  return ids.filter((id) => id !== undefined);
}

interface Placed {
  readonly place?: { readonly host?: string; readonly pool?: string };
  readonly runtime?: object;
  readonly parent?: string;
}

const NOBODY: ReadonlySet<string> = new Set();
