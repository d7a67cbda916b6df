/** The PerformanceManager's state: the ledger of loads, how long what is kept, and at which level each counter is. */
import type { PerfCounterInfo, PerfInterval, PerformanceDescription } from '../../vim25/generated/index.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { type HasLedger, Ledger } from '../compute/load/ledger.ts';
import { TICK } from '../compute/load/tick.ts';
import type { Site } from '../site.ts';
import { element } from './counter.ts';
import { COUNTERS } from './counters.ts';

/** A historical interval; what all of them have is said. */
export type Ageing = PerfInterval & {
  readonly key: number;
  readonly level: number;
  readonly enabled: boolean;
};

export interface Levels {
  readonly level?: number | undefined;
  readonly perDeviceLevel?: number | undefined;
}

export interface Statistics extends HasLedger {
  /** Instant of tick 0, at a whole interval of realtime samples. */
  readonly began: number;
  readonly intervals: readonly Ageing[];
  /** Levels that were changed, by key of counter. */
  readonly levels: Readonly<Record<string, Levels>>;
}

export function freshStatistics(site: Site): Statistics {
  const interval = 1_000 * TICK;
  return {
    ledger: new Ledger(site.world),
    began: Math.floor(site.clock.now() / interval) * interval,
    intervals: INTERVALS,
    levels: Object.freeze({}),
  };
}

/** vCenter's four: past day, week, month and year. */
export const INTERVALS: readonly Ageing[] = Object.freeze([
  ageing(1, 300, 'Past day', 86_400),
  ageing(2, 1_800, 'Past week', 604_800),
  ageing(3, 7_200, 'Past month', 2_592_000),
  ageing(4, 86_400, 'Past year', 31_536_000),
]);

function ageing(key: number, samplingPeriod: number, name: string, length: number): Ageing {
  return Object.freeze({ key, samplingPeriod, name, length, level: 1, enabled: true });
}

export const performanceManagerKind: KindSpec<Statistics> = defineKind<Statistics>({
  type: 'PerformanceManager',
  machinery: { ledger: undefined },
  properties: {
    description: { reads: [], value: () => DESCRIPTION },
    historicalInterval: { reads: ['intervals'], value: (s) => s.intervals },
    perfCounter: { reads: ['levels'], value: (s) => shownCounters(s) },
  },
});

const DESCRIPTION: PerformanceDescription = Object.freeze({
  counterType: ['average', 'maximum', 'minimum', 'latest', 'summation', 'none'].map((key) => element(key, key)),
  statsType: [element('absolute', 'Absolute'), element('delta', 'Delta'), element('rate', 'Rate')],
});

/** The counters, at the levels they are at now. */
export function shownCounters({ levels }: Statistics): readonly PerfCounterInfo[] {
  return COUNTERS.map(({ info }) => shown(info, levels));
}

export function shown(info: PerfCounterInfo, levels: Statistics['levels']): PerfCounterInfo {
  const changed = levels[String(info.key)];
  return changed ? { ...info, ...changed } : info;
}
