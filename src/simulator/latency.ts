/** How long simulated work takes: not at all, about as long as on a small real vCenter, or as somebody says. */
import type { Random } from '../kernel/random.ts';
import type { Latency } from '../objects/site.ts';
import { DEFAULT, PER_GIB, TYPICAL, TYPICAL_PER_GIB } from './latency-table.ts';

/** Of one sort of work: milliseconds, milliseconds for each GiB it moves, and the share by which both vary. */
export interface WorkTime {
  readonly takes: number;
  readonly perGib: number;
  readonly jitter: number;
}

export const instant: Latency = { duration: () => 0 };

const JITTER = 0.2;

/** Typical durations with a jitter of a fifth either way, from dice of their own. */
export function realistic(random: Random): Latency {
  return timed(typicalTime, random);
}

/** As long as `timeOf` says of work by its name. */
export function timed(timeOf: (work: string) => WorkTime, random: Random): Latency {
  return {
    duration(work, gib = 0) {
      const { takes, perGib, jitter } = timeOf(work);
      const whole = takes + gib * perGib;
      return jitter === 0 || whole === 0 ? whole : whole * (1 - jitter + 2 * jitter * random.fraction());
    },
  };
}

export function typicalTime(work: string): WorkTime {
  return { takes: TYPICAL[work] ?? DEFAULT, perGib: TYPICAL_PER_GIB[work] ?? PER_GIB, jitter: JITTER };
}
