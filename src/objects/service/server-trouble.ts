/** What troubles the server itself, beside anything in its inventory: facts of the ServiceInstance, none when all is well. */
import type { Cell } from '../../world/cell.ts';
import type { World } from '../../world/world.ts';

/** The server is down, by the clock: it takes no connection, and then it answers before it is ready. */
export interface Outage {
  readonly refusedUntil: number;
  readonly until: number;
}

/** The server's watch is wrong: it goes as fast as the clock, but shows another time. */
export interface Skew {
  /** Milliseconds it is ahead; behind when negative. */
  readonly by: number;
}

/** Changes are told to those who watch later than they happen. */
export interface LateUpdates {
  /** Milliseconds of the clock; Infinity: not until somebody says so. */
  readonly by: number;
}

export interface ServerTrouble {
  readonly outage?: Outage | undefined;
  readonly skew?: Skew | undefined;
  readonly late?: LateUpdates | undefined;
}

const NONE: ServerTrouble = Object.freeze({});

interface Troubled {
  readonly trouble?: ServerTrouble;
}

/** The server is known by the same id on a vCenter and on an ESXi host. */
export const SERVER = 'ServiceInstance';

export function serverTrouble(world: World): ServerTrouble {
  return (world.find(SERVER) as Cell<Troubled> | undefined)?.state.trouble ?? NONE;
}

/** Trouble begins, changes or, where a part is undefined, ends. */
export function changeServerTrouble(world: World, change: ServerTrouble): void {
  const server = world.find(SERVER) as Cell<Troubled> | undefined;
  if (server)
    world.turn(() => world.update(server, { trouble: Object.freeze({ ...serverTrouble(world), ...change }) }));
}

/** The time on the server's own watch. */
export function serverTime({ world, clock }: { readonly world: World; readonly clock: { now(): number } }): number {
  return clock.now() + (serverTrouble(world).skew?.by ?? 0);
}
