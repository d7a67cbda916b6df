/** Where saved objects are put: the world, and what all of them need of it. */

import { parseTime } from '../kernel/time.ts';
import type { Entity } from '../objects/inventory/managed-entity.ts';
import { datacenterOf } from '../objects/inventory/place.ts';
import type { Site } from '../objects/site.ts';
import type { CustomFieldValue } from '../vim25/generated/index.ts';
import type { Cell } from '../world/cell.ts';
import type { Facets, KindSpec } from '../world/kind.ts';
import type { SavedObject, SavedValue } from './saved-object.ts';

export class SavedGround {
  readonly site: Site;
  /** The root folder of this world. */
  readonly root: Cell;
  readonly #byId: ReadonlyMap<string, SavedObject>;
  readonly #shared = new Map<string, object>();

  constructor(site: Site, objects: readonly SavedObject[]) {
    this.site = site;
    this.#byId = new Map(objects.map((o) => [o.id, o]));
    this.root = [...site.world.ofType('Folder')].find((f) => f.one('parent') === undefined)!;
  }

  /** Steps from the object up to what was not saved with it. */
  depth(o: SavedObject): number {
    const seen = new Set<string>();
    for (let at: SavedObject | undefined = o; at && !seen.has(at.id); at = this.#byId.get(at.target('parent') ?? ''))
      seen.add(at.id);
    return seen.size;
  }

  isRoot(o: SavedObject): boolean {
    return o.ref.type === 'Folder' && o.target('parent') === undefined;
  }

  /** Id of the object's parent in this world; undefined when it has none. What held a datacenter is the root folder. */
  parent(o: SavedObject): string | undefined {
    const id = o.target('parent');
    if (id === undefined) return undefined;
    if (this.site.world.find(id)) return id;
    const above = this.#byId.get(id);
    const holdsDatacenters = o.ref.type === 'Datacenter' || o.get('childType')?.includes('Datacenter') === true;
    return (above && this.isRoot(above)) || holdsDatacenters ? this.root.id : undefined;
  }

  datacenter(parent: string): string | undefined {
    const cell = this.site.world.find(parent);
    return cell && datacenterOf(cell)?.id;
  }

  /** What every entity has. */
  entity(o: SavedObject, parent: string | undefined): Entity {
    const status = o.get('overallStatus');
    const values: readonly CustomFieldValue[] = o.get('customValue') ?? [];
    return {
      name: o.name,
      parent,
      ...(status !== undefined && status !== 'green' && { status }),
      ...(values.length > 0 && { customValues: values }),
    };
  }

  /** Puts an object into the world, over one that has its id already; undefined when that one is of another type. */
  put<F extends Facets>(kind: KindSpec<F>, id: string, state: F): Cell<F> | undefined {
    const { world } = this.site;
    const there = world.find(id) as Cell<F> | undefined;
    if (!there) return world.create(kind, state, id);
    if (there.type !== kind.type) return undefined;
    world.update(there, state);
    return there;
  }

  /** Equal records are one record. */
  shared<T extends object>(value: T): T {
    const key = JSON.stringify(value);
    const known = this.#shared.get(key);
    if (known) return known as T;
    this.#shared.set(key, Object.freeze(value));
    return value;
  }

  /** An instant; undefined for none. */
  time(text: SavedValue): number | undefined {
    const instant = typeof text === 'string' ? parseTime(text) : Number.NaN;
    return Number.isNaN(instant) ? undefined : instant;
  }
}

/** What was said: neither nothing nor a zero that stands for nothing. */
export function said<T>(value: T): T | undefined {
  return value === 0 || (value as unknown) === '' ? undefined : value;
}

/** The object without what nobody said. */
export function told<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as never;
}

/** A data object without the parts that say nothing; undefined when all of it does. */
export function filled<T extends object>(value: T | undefined): T | undefined {
  const entries = Object.entries(value ?? {}).map(([name, v]) => [name, isObject(v) ? filled(v) : v] as const);
  const kept = entries.filter(([name, v]) => name !== '_typeName' && v !== undefined);
  return kept.length === 0 ? undefined : (Object.fromEntries(kept) as T);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
