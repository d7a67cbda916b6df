/**
 * The server goes down and comes up again. Its inventory is kept; sessions and all that hang on them, filters and views,
 * are gone without a word. Work that hosts have in hand goes on meanwhile, as hosts do not wait for their vCenter.
 */

import { belongingsOf } from '../access/sessions/belongings.ts';
import { sessionKind } from '../access/sessions/session.ts';
import { post } from '../history/post.ts';
import type { Site } from '../site.ts';
import { changeServerTrouble, type Outage, serverTrouble } from './server-trouble.ts';

/** Milliseconds of the clock from the beginning. */
export interface Restart {
  /** Until then no connection is served; default a third of `down`. */
  readonly refuse?: number | undefined;
  /** Until then it answers 503; default a minute. */
  readonly down?: number | undefined;
}

const DOWN = 60_000;

export function restartServer(site: Site, { down = DOWN, refuse = down / 3 }: Restart = {}): void {
  const { world, clock } = site;
  const now = clock.now();
  const outage: Outage = Object.freeze({ refusedUntil: now + Math.min(refuse, down), until: now + down });
  // Connections go first: who waits for an answer gets none.
  site.doors?.cut();
  world.turn(() => {
    changeServerTrouble(world, { outage });
    forgetSessions(site);
  });
  awaitServer(site);
}

/** Comes up when it is time; said again after an image came back. */
export function awaitServer(site: Site): void {
  const { outage } = serverTrouble(site.world);
  if (outage) site.clock.at(outage.until, () => comeUp(site, outage), { background: true });
}

/** Which kind of nothing a client meets; undefined when the server is up. */
export function outageOf({ world, clock }: Pick<Site, 'world' | 'clock'>): 'refused' | 'starting' | undefined {
  const { outage } = serverTrouble(world);
  if (!outage) return undefined;
  const now = clock.now();
  if (now >= outage.until) return undefined;
  return now < outage.refusedUntil ? 'refused' : 'starting';
}

function forgetSessions({ world }: Site): void {
  for (const session of [...world.every(sessionKind)]) {
    for (const thing of belongingsOf(session)) world.destroy(thing);
    world.destroy(session);
  }
}

function comeUp(site: Site, outage: Outage): void {
  if (serverTrouble(site.world).outage?.until !== outage.until) return;
  site.world.turn(() => {
    changeServerTrouble(site.world, { outage: undefined });
    post(site, '', 'ServerStartedSessionEvent', {});
  });
}
