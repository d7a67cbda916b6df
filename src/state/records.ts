/** The objects of a world as records, and a world made of records. */
import type { Cell } from '../world/cell.ts';
import type { Facets, Kind } from '../world/kind.ts';
import type { World } from '../world/world.ts';
import { fromJson, type Rename, toJson } from './plain.ts';

/** An object on paper. */
export interface ObjectRecord {
  readonly id: string;
  readonly type: string;
  /** Its place in the order of making; left out where the order of the records tells it. */
  readonly order?: number;
  readonly facets: unknown;
}

/** An object read back, not yet in a world. */
export interface ReadObject {
  readonly id: string;
  readonly kind: Kind;
  readonly state: Facets;
  readonly order: number;
}

/** A record does not tell an object. */
export class RecordError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RecordError';
  }
}

/** The objects that are state, in the order they were made. Later changes do not reach what was taken. */
export function objectsOf(world: World): Pick<Cell, 'id' | 'kind' | 'state' | 'order'>[] {
  const taken = [];
  for (const { id, kind, state, order } of world.all) if (!kind.volatile) taken.push({ id, kind, state, order });
  return taken.sort((a, b) => a.order - b.order);
}

/** Facets on paper, without the machinery. */
export function facetsToJson({ machinery }: Kind, state: Facets, rename?: Rename): unknown {
  if (machinery.size === 0) return toJson(state, rename);
  return toJson(Object.fromEntries(Object.entries(state).filter(([name]) => !machinery.has(name))), rename);
}

/** Throws RecordError for a record that no simulator wrote. */
export function readObject(world: World, record: unknown, order: number, rename?: Rename): ReadObject {
  const { id, type, facets, order: said = order } = known<ObjectRecord>(record, 'an object');
  if (typeof id !== 'string' || id === '' || id.length > 1_000) throw new RecordError('an object without an id');
  const kind = typeof type === 'string' ? world.model.kinds.get(type) : undefined;
  if (!kind || kind.volatile) throw new RecordError(`${id}: no state of type '${String(type)}' is known`);
  if (!Number.isSafeInteger(said)) throw new RecordError(`${id}: its order is no number`);
  const state = known<Facets>(fromJson(facets, rename), `${id}: its facets`);
  for (const name of kind.machinery.keys()) if (name in state) throw new RecordError(`${id}: ${name} is no state`);
  return { id, kind, state, order: said };
}

/** The facets as an object of this world has them: with the machinery it has, or gets. Throws RecordError. */
export function withMachinery(world: World, { id, kind, state }: Omit<ReadObject, 'order'>): Facets {
  if (kind.machinery.size === 0) return state;
  const own = world.find(id)?.state as Readonly<Record<string, unknown>> | undefined;
  const made: Record<string, unknown> = { ...state };
  for (const [name, make] of kind.machinery) {
    if (!make && own === undefined) throw new RecordError(`${id}: there is no other ${kind.type} than its own`);
    const machine = own?.[name] ?? make?.();
    if (machine !== undefined) made[name] = machine;
  }
  return made;
}

/** Makes the objects read the only ones that are state, in a turn. */
export function replaceAll(world: World, objects: readonly ReadObject[]): void {
  const kept = new Set(objects.map(({ id }) => id));
  const full = objects.map((object) => ({ ...object, state: withMachinery(world, object) }));
  for (const cell of [...world.all]) if (!cell.kind.volatile && !kept.has(cell.id)) world.destroy(cell);
  for (const object of full) world.put(object.id, object);
}

/** An object of some shape, as far as it is one at all. */
export function known<T extends object>(value: unknown, what: string): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RecordError(`${what}: not an object`);
  return value as T;
}
