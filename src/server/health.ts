/** Whether the server is alive, and whether it serves. */
import type { Simulation } from '../simulator/simulator.ts';

export function healthOf({ seed, site }: Simulation): {
  readonly status: 'ready';
  readonly seed: string;
  readonly objects: number;
} {
  return { status: 'ready', seed, objects: site.world.size };
}

/** It does not once it has met what nobody foresaw: what it answers since then may not be true. */
export function readinessOf({ engine }: Simulation): { readonly status: number; readonly json: object } {
  const { length } = engine.unforeseen;
  if (length === 0) return { status: 200, json: { ready: true } };
  return { status: 503, json: { ready: false, why: `${length} unforeseen exception(s); see the log` } };
}
