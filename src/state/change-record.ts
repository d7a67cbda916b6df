/** What one turn did, as a line of the log; and the same done again where the log is read. */
import type { Cell } from '../world/cell.ts';
import { changedFacets } from '../world/change.ts';
import type { Facets } from '../world/kind.ts';
import type { Done } from '../world/turn.ts';
import type { World } from '../world/world.ts';
import { fromJson, toJson } from './plain.ts';
import { facetsToJson, readObject, withMachinery } from './records.ts';

type Fresh = readonly [id: string, type: string, order: number, facets: unknown];
type Update = readonly [id: string, facets: Readonly<Record<string, unknown>>, without?: readonly string[]];

/** Objects that came, went and changed. */
export interface ObjectChanges {
  readonly gone?: readonly string[];
  readonly made?: readonly Fresh[];
  readonly changed?: readonly Update[];
}

/** One line of the log; what did not change is left out. */
export interface ChangeRecord extends ObjectChanges {
  /** Milliseconds of the clock. */
  readonly time: number;
  readonly tick?: number;
  /** Counters that moved; 0 for one that is no more. */
  readonly numbers?: Readonly<Record<string, number>>;
  /** The events from a position on. */
  readonly events?: readonly [from: number, ...events: unknown[]];
  readonly beside?: Readonly<Record<string, unknown>>;
  /** An image was taken, with what stood beside the world, or given up. */
  readonly save?: readonly [name: string, beside: unknown];
  readonly drop?: string;
}

/** The first and the last of what a turn did to an object. */
interface Whole {
  readonly first: Done;
  last: Done;
}

/** What a turn did to objects that are state; undefined when nothing. */
export function objectChanges(turn: readonly Done[]): ObjectChanges | undefined {
  const byId = new Map<string, Whole>();
  for (const done of turn) {
    if (done.cell.kind.volatile) continue;
    const whole = byId.get(done.cell.id);
    if (whole) whole.last = done;
    else byId.set(done.cell.id, { first: done, last: done });
  }
  if (byId.size === 0) return undefined;
  const gone: string[] = [];
  const made: Fresh[] = [];
  const changed: Update[] = [];
  for (const [id, { first, last }] of byId) {
    const isSame = first.before && last.after && first.cell === last.cell;
    if (isSame) {
      const update = updateOf(last.cell, first.before!, last.after!);
      if (update) changed.push(update);
      continue;
    }
    if (first.before) gone.push(id);
    const { kind, order } = last.cell;
    if (last.after) made.push([id, kind.type, order, facetsToJson(kind, last.after)]);
  }
  return {
    ...(gone.length > 0 && { gone }),
    ...(made.length > 0 && { made }),
    ...(changed.length > 0 && { changed }),
  };
}

function updateOf({ id, kind }: Cell, before: Facets, after: Facets): Update | undefined {
  const names = changedFacets(before, after).filter((name) => !kind.machinery.has(name));
  if (names.length === 0) return undefined;
  const state = after as Readonly<Record<string, unknown>>;
  const facets: Record<string, unknown> = {};
  const without: string[] = [];
  for (const name of names) {
    if (state[name] === undefined) without.push(name);
    else facets[name] = toJson(state[name]);
  }
  return without.length > 0 ? [id, facets, without] : [id, facets];
}

/** Does it again, in a turn. Throws RecordError, or whatever a world says that it does not fit. */
export function applyChanges(world: World, { gone = [], made = [], changed = [] }: ObjectChanges): void {
  for (const id of gone) {
    const cell = world.find(id);
    if (cell) world.destroy(cell);
  }
  for (const [id, type, order, facets] of made) {
    const object = readObject(world, { id, type, order, facets }, order);
    world.put(id, { ...object, state: withMachinery(world, object) });
  }
  for (const [id, facets, without = []] of changed) {
    const cell = world.find(id);
    if (!cell) throw new Error(`${id} is not there`);
    const state: Record<string, unknown> = { ...cell.state, ...(fromJson(facets) as object) };
    for (const name of without) delete state[name];
    world.put(id, { kind: cell.kind, state });
  }
}
