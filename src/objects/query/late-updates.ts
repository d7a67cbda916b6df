/** Changes that are told late: what clients of a vCenter meet whose database or hosts lag behind. */

import { changeServerTrouble, serverTrouble } from '../service/server-trouble.ts';
import type { Site } from '../site.ts';
import type { Collector } from './collector.ts';
import { propertyCollectorKind } from './property-collector.ts';

/**
 * Until when the news that a collector has is held back; undefined when it may be told. What a client asks for the first
 * time is never late.
 */
export function ripeAt({ world, clock }: Pick<Site, 'world' | 'clock'>, { newsSince }: Collector): number | undefined {
  if (newsSince === undefined) return undefined;
  const { late } = serverTrouble(world);
  if (!late) return undefined;
  const ripe = newsSince + late.by;
  return ripe > clock.now() ? ripe : undefined;
}

/** From now on changes are told so many milliseconds of the clock after they happened; Infinity: not at all. */
export function delayUpdates({ world }: Site, by: number): void {
  changeServerTrouble(world, { late: Object.freeze({ by }) });
}

/** What was held back is told at once. */
export function resumeUpdates({ world }: Site): void {
  if (!serverTrouble(world).late) return;
  changeServerTrouble(world, { late: undefined });
  for (const collector of world.every(propertyCollectorKind))
    for (const desk of collector.state.desks.values()) desk.collector.news();
}
