/** What a query asks for, and what it gets. */
import { formatTime, parseTime } from '../../kernel/time.ts';
import type {
  PerfEntityMetric,
  PerfEntityMetricCSV,
  PerfMetricId,
  PerfProviderSummary,
  PerfQuerySpec,
} from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import { requirePrivilege } from '../access/authorize.ts';
import type { Call } from '../call.ts';
import { TICK } from '../compute/load/tick.ts';
import type { Counter } from './counter.ts';
import { COUNTER_BY_KEY, COUNTERS } from './counters.ts';
import type { Provider } from './figures.ts';
import { observe, providerOf } from './observe.ts';
import { operationsOf } from './operations.ts';
import { type Ageing, type Statistics, shown } from './performance-manager-kind.ts';
import { type Asked, hasWhole, type Measured, measure, type Series } from './series.ts';
import { type Range, Timeline } from './timeline.ts';

/** What counts on the host itself, and so every twenty seconds; what others count is added up of theirs. */
const REALTIME: ReadonlySet<Provider> = new Set<Provider>(['vm', 'host']);

/** An entity that is a provider, seen by the caller. Throws ManagedObjectNotFound, NoPermission, InvalidArgument. */
export function subjectCell(call: Call, ref: Ref, path: string): Cell {
  const cell = call.world.find(ref.value);
  if (!cell) throw new VimFault('ManagedObjectNotFound', { obj: ref });
  requirePrivilege(call.viewer, cell, 'System.View');
  if (!providerOf(cell)) throw invalidArgument(path);
  return cell;
}

export function providerSummary(cell: Cell): PerfProviderSummary {
  const realtime = isRealtime(cell);
  return {
    entity: cell.ref,
    currentSupported: realtime,
    summarySupported: true,
    refreshRate: realtime ? TICK : undefined,
  };
}

function isRealtime(cell: Cell): boolean {
  return REALTIME.has(providerOf(cell)!);
}

/** Realtime, or one of the intervals that are kept. */
interface Interval {
  readonly seconds: number;
  readonly kept: Ageing | undefined;
}

function intervalOf(s: Statistics, cell: Cell, asked: number | undefined, from: number, now: number): Interval {
  if (asked === TICK || (asked === undefined && isRealtime(cell) && from >= now - 3_600_000)) {
    return { seconds: TICK, kept: undefined };
  }
  const inUse = s.intervals.filter((i) => i.enabled);
  const kept =
    asked === undefined
      ? (inUse.find((i) => from >= now - 1_000 * i.length) ?? inUse.at(-1))
      : inUse.find((i) => i.samplingPeriod === asked);
  if (!kept) throw invalidArgument('querySpec.interval');
  return { seconds: kept.samplingPeriod, kept };
}

/** Whether a counter is collected for an entity at an interval: of the whole, and of its instances. */
function collected(s: Statistics, counter: Counter, cell: Cell, { kept }: Interval): { whole: boolean; each: boolean } {
  const provider = providerOf(cell)!;
  if (!counter.on.includes(provider) || (!kept && !isRealtime(cell))) return { whole: false, each: false };
  const { level = 1, perDeviceLevel = 1 } = shown(counter.info, s.levels);
  const deep = kept?.level ?? 4;
  return {
    whole: hasWhole(counter.onlyEach, provider) && level <= deep,
    each: counter.each !== undefined && perDeviceLevel <= deep,
  };
}

function asked(s: Statistics, cell: Cell, interval: Interval, given: readonly PerfMetricId[] | undefined): Asked[] {
  const all = given?.length ? given : COUNTERS.map(({ info }) => ({ counterId: info.key, instance: '*' }));
  return all.flatMap(({ counterId, instance }) => {
    const counter = COUNTER_BY_KEY.get(counterId);
    if (!counter) throw invalidArgument('querySpec.metricId');
    const { whole, each } = collected(s, counter, cell, interval);
    if (instance === '*') return whole && !each ? [{ counter, instance: '' }] : each ? instances(counter, whole) : [];
    return (instance === '' ? whole : each) ? [{ counter, instance }] : [];
  });
}

/** All instances; the whole only where it is collected as well. */
function instances(counter: Counter, whole: boolean): Asked[] {
  return [{ counter: whole ? counter : { ...counter, onlyEach: true }, instance: '*' }];
}

/** One entity's samples; undefined when there are none. */
export function query(
  call: Call,
  s: Statistics,
  spec: PerfQuerySpec,
  cell: Cell,
): PerfEntityMetric | PerfEntityMetricCSV | undefined {
  const timeline = new Timeline(s, call.world.tick);
  const now = timeline.timeOf(call.world.tick);
  const range = rangeOf(spec);
  const interval = intervalOf(s, cell, spec.intervalId, Math.max(range.from, now - 3_600_000), now);
  const wanted = asked(s, cell, interval, spec.metricId);
  // Only realtime samples are counted off; of what is kept one says the time.
  const samples = timeline.samples(
    interval.seconds,
    interval.kept,
    interval.kept ? { ...range, most: undefined } : range,
  );
  const operations = operationsOf(call.site, cell);
  const measured = measure({ ledger: s.ledger, cell, timeline, operations }, wanted, samples);
  if (measured.samples.length === 0) return undefined;
  return spec.format === 'csv' ? asCsv(cell, measured, interval.seconds) : asPlain(cell, measured, interval.seconds);
}

function rangeOf({ startTime, endTime, maxSample }: PerfQuerySpec): Range {
  const from = startTime === undefined ? Number.NEGATIVE_INFINITY : parseTime(startTime);
  const to = endTime === undefined ? Number.POSITIVE_INFINITY : parseTime(endTime);
  if (from > to) throw invalidArgument('querySpec.startTime');
  if (maxSample !== undefined && maxSample < 0) throw invalidArgument('querySpec.maxSample');
  return { from, to, most: maxSample === undefined || maxSample === 0 ? undefined : maxSample };
}

function asPlain(cell: Cell, { samples, series }: Measured, interval: number): PerfEntityMetric {
  return {
    _typeName: 'PerfEntityMetric',
    entity: cell.ref,
    sampleInfo: samples.map(({ time }) => ({ timestamp: formatTime(time), interval })),
    value: series.map(({ id, values }: Series) => ({ _typeName: 'PerfMetricIntSeries', id, value: values })),
  };
}

function asCsv(cell: Cell, { samples, series }: Measured, interval: number): PerfEntityMetricCSV {
  return {
    _typeName: 'PerfEntityMetricCSV',
    entity: cell.ref,
    sampleInfoCSV: samples.map(({ time }) => `${interval},${formatTime(time)}`).join(','),
    value: series.map(({ id, values }) => ({ _typeName: 'PerfMetricSeriesCSV', id, value: values.join(',') })),
  };
}

/** What there is to ask of an entity in a stretch of time: nothing when nothing of it was counted then. */
export function availableMetrics(
  call: Call,
  s: Statistics,
  cell: Cell,
  { startTime, endTime, intervalId }: Pick<PerfQuerySpec, 'startTime' | 'endTime' | 'intervalId'>,
): PerfMetricId[] {
  const timeline = new Timeline(s, call.world.tick);
  const now = timeline.timeOf(call.world.tick);
  const range = rangeOf({ entity: cell.ref, startTime, endTime });
  const interval = intervalOf(s, cell, intervalId, Math.max(range.from, now - 3_600_000), now);
  const samples = timeline.samples(interval.seconds, interval.kept, range);
  const tick = lastSeen(s, cell, samples);
  const observed = tick === undefined ? undefined : observe(s.ledger, cell, tick);
  if (!observed) return [];
  return COUNTERS.flatMap((counter) => {
    const counterId = counter.info.key;
    const { whole, each } = collected(s, counter, cell, interval);
    const parts = each ? observed.parts(counter.each!).map(({ instance }) => ({ counterId, instance })) : [];
    return whole ? [{ counterId, instance: '' }, ...parts] : parts;
  });
}

/** The newest tick of the samples at which there was something of the entity. */
function lastSeen(
  s: Statistics,
  cell: Cell,
  samples: readonly { readonly first: number; readonly last: number }[],
): number | undefined {
  for (const { first, last } of [...samples].reverse()) {
    for (let tick = last; tick >= first; tick--) if (observe(s.ledger, cell, tick)) return tick;
  }
  return undefined;
}
