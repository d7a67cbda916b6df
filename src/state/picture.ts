/** A world at one moment, taken in one go and free to be written down while the world goes on. */
import type { LoggedEvent, SavedEvents } from '../world/events.ts';
import type { World } from '../world/world.ts';
import { objectsOf } from './records.ts';

/** Everything that is kept of a simulator, bytes of datastores apart. */
export interface Picture {
  /** Milliseconds of the clock. */
  readonly time: number;
  readonly tick: number;
  readonly numbers: ReadonlyMap<string, number>;
  readonly objects: ReturnType<typeof objectsOf>;
  readonly events: SavedEvents;
  /** What stands beside, by name, events apart. */
  readonly beside: ReadonlyMap<string, unknown>;
}

/** A world read back and not yet made. */
export interface ReadWorld<O> {
  readonly time: number | undefined;
  readonly tick: number;
  readonly numbers: ReadonlyMap<string, number>;
  readonly objects: readonly O[];
  readonly events: { readonly dropped: number; readonly events: readonly LoggedEvent[] };
  readonly beside: ReadonlyMap<string, unknown>;
}

export function pictureOf(world: World, time: number, beside: ReadonlyMap<string, unknown>): Picture {
  const rest = new Map(beside);
  const events = rest.get('events') as SavedEvents;
  rest.delete('events');
  // Bounds its own history and begins a new one wherever a world is read back.
  rest.delete('load');
  return { time, tick: world.tick, numbers: world.numbers.copy(), objects: objectsOf(world), events, beside: rest };
}
