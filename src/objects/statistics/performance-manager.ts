/** PerformanceManager: what is counted, and what was. All of it is computed when somebody asks. */
import type { PerfEntityMetricBase } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument } from '../../world/fault.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { COUNTER_BY_KEY } from './counters.ts';
import { changedInterval, withInterval, withLevels, withoutInterval, withoutLevels } from './intervals.ts';
import { performanceManagerKind, shown, shownCounters } from './performance-manager-kind.ts';
import { availableMetrics, providerSummary, query, subjectCell } from './query.ts';

export const performanceManager: ManagedObject = managedObject('PerformanceManager', performanceManagerKind, {
  QueryPerfProviderSummary: (call, _self, { entity }) => providerSummary(subjectCell(call, entity, 'entity')),

  QueryAvailablePerfMetric(call, self, { entity, beginTime, endTime, intervalId }) {
    const cell = subjectCell(call, entity, 'entity');
    return availableMetrics(call, self.state, cell, { startTime: beginTime, endTime, intervalId });
  },

  QueryPerfCounter(_call, self, { counterId }) {
    return counterId.map((id, i) => {
      const counter = COUNTER_BY_KEY.get(id);
      if (!counter) throw invalidArgument(`counterId[${i}]`);
      return shown(counter.info, self.state.levels);
    });
  },

  /** Counters collected at a level and at those below it. */
  QueryPerfCounterByLevel(_call, self, { level }) {
    if (level < 1 || level > 4) throw invalidArgument('level');
    return shownCounters(self.state).filter((c) => (c.level ?? 1) <= level);
  },

  QueryPerf(call, self, { querySpec }) {
    return querySpec.flatMap((spec) => {
      const cell = subjectCell(call, spec.entity, 'querySpec.entity');
      return query(call, self.state, spec, cell) ?? [];
    });
  },

  /** An entity and what it is made of: a host's machines, a cluster's hosts, a pool's machines. */
  QueryPerfComposite(call, self, { querySpec }) {
    const cell = subjectCell(call, querySpec.entity, 'querySpec.entity');
    const ask = (one: Cell): PerfEntityMetricBase | undefined => query(call, self.state, querySpec, one);
    const seen = [...partsOf(cell)].filter((part) => call.viewer.can(part, 'System.View'));
    return { entity: ask(cell), childEntity: seen.flatMap((part) => ask(part) ?? []) };
  },

  CreatePerfInterval(call, self, { intervalId }) {
    const intervals = withInterval(self.state.intervals, intervalId);
    call.turn(() => call.world.update(self, { intervals }));
  },

  RemovePerfInterval(call, self, { samplePeriod }) {
    const intervals = withoutInterval(self.state.intervals, samplePeriod);
    call.turn(() => call.world.update(self, { intervals }));
  },

  UpdatePerfInterval(call, self, { interval }) {
    const intervals = changedInterval(self.state.intervals, interval);
    call.turn(() => call.world.update(self, { intervals }));
  },

  UpdateCounterLevelMapping(call, self, { counterLevelMap }) {
    const levels = withLevels(self.state.levels, counterLevelMap);
    call.turn(() => call.world.update(self, { levels }));
  },

  ResetCounterLevelMapping(call, self, { counters }) {
    const levels = withoutLevels(self.state.levels, counters);
    call.turn(() => call.world.update(self, { levels }));
  },
});

function partsOf(cell: Cell): Generator<Cell> {
  return cell.is('ClusterComputeResource') ? cell.back('host') : cell.back('vm');
}
