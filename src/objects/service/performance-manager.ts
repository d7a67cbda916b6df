/** PerformanceManager: which counters there are. */
import { invalidArgument } from '../../world/fault.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { COUNTERS, element, INTERVALS } from './performance-counters.ts';

export const performanceManagerKind: KindSpec<object> = defineKind<object>({
  type: 'PerformanceManager',
  properties: {
    description: { reads: [], value: description },
    historicalInterval: { reads: [], value: () => INTERVALS },
    perfCounter: { reads: [], value: () => COUNTERS },
  },
});

export const performanceManager: ManagedObject = managedObject('PerformanceManager', performanceManagerKind, {
  QueryPerfCounter(_call, _self, { counterId }) {
    return counterId.map((id, i) => {
      const counter = COUNTERS.find((c) => c.key === id);
      if (!counter) throw invalidArgument(`counterId[${i}]`);
      return counter;
    });
  },

  /** Counters collected at a level and at those below it. */
  QueryPerfCounterByLevel(_call, _self, { level }) {
    if (level < 1 || level > 4) throw invalidArgument('level');
    return COUNTERS.filter((c) => (c.level ?? 1) <= level);
  },
});

function description(): object {
  return {
    counterType: ['average', 'maximum', 'minimum', 'latest', 'summation', 'none'].map((key) => element(key, key)),
    statsType: [element('absolute', 'Absolute'), element('delta', 'Delta'), element('rate', 'Rate')],
  };
}
