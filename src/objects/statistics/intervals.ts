/** For how long what is counted is kept, and at which level: what may be changed of it. */
import type { PerfInterval, PerformanceManagerCounterLevelMapping } from '../../vim25/generated/index.ts';
import { invalidArgument, notSupported } from '../../world/fault.ts';
import { COUNTER_BY_KEY } from './counters.ts';
import { type Ageing, INTERVALS, type Levels } from './performance-manager-kind.ts';

/** With another interval beside those there are, the shorter first. Throws InvalidArgument. */
export function withInterval(intervals: readonly Ageing[], given: PerfInterval): readonly Ageing[] {
  const { samplingPeriod, length } = given;
  if (intervals.some((i) => i.samplingPeriod === samplingPeriod)) throw invalidArgument('intervalId.samplingPeriod');
  const below = intervals.findLast((i) => i.samplingPeriod < samplingPeriod);
  if (!below || samplingPeriod % below.samplingPeriod !== 0) throw invalidArgument('intervalId.samplingPeriod');
  if (length < samplingPeriod) throw invalidArgument('intervalId.length');
  const key = given.key || Math.max(...intervals.map((i) => i.key)) + 1;
  if (intervals.some((i) => i.key === key)) throw invalidArgument('intervalId.key');
  const made = Object.freeze({ ...given, key, level: levelOf(given, 1, 'intervalId'), enabled: given.enabled ?? true });
  return inOrder([...intervals, made], 'intervalId');
}

/** Without one of those that were added; vCenter's own four stay. */
export function withoutInterval(intervals: readonly Ageing[], samplingPeriod: number): readonly Ageing[] {
  if (!intervals.some((i) => i.samplingPeriod === samplingPeriod)) throw invalidArgument('samplePeriod');
  if (INTERVALS.some((i) => i.samplingPeriod === samplingPeriod)) throw notSupported();
  return Object.freeze(intervals.filter((i) => i.samplingPeriod !== samplingPeriod));
}

/** With other lengths, levels and use of one that is known by its key. The sampling period and the name stay. */
export function changedInterval(intervals: readonly Ageing[], given: PerfInterval): readonly Ageing[] {
  const before = intervals.find((i) => i.key === given.key);
  if (!before) throw invalidArgument('interval.key');
  if (given.samplingPeriod !== before.samplingPeriod) throw invalidArgument('interval.samplingPeriod');
  if (given.length < given.samplingPeriod) throw invalidArgument('interval.length');
  const after = Object.freeze({
    ...before,
    name: given.name,
    length: given.length,
    level: levelOf(given, before.level, 'interval'),
    enabled: given.enabled ?? before.enabled,
  });
  return inOrder(
    intervals.map((i) => (i === before ? after : i)),
    'interval',
  );
}

function levelOf({ level }: PerfInterval, otherwise: number, path: string): number {
  if (level !== undefined && (level < 1 || level > 4)) throw invalidArgument(`${path}.level`);
  return level ?? otherwise;
}

/** What is kept longer is made of what is kept shorter: it is no more detailed, and not in use without that. */
function inOrder(intervals: readonly Ageing[], path: string): readonly Ageing[] {
  const sorted = [...intervals].sort((a, b) => a.samplingPeriod - b.samplingPeriod);
  for (const [i, longer] of sorted.slice(1).entries()) {
    const shorter = sorted[i]!;
    if (longer.level > shorter.level) throw invalidArgument(`${path}.level`);
    if (longer.enabled && !shorter.enabled) throw invalidArgument(`${path}.enabled`);
    if (longer.length < shorter.length) throw invalidArgument(`${path}.length`);
  }
  return Object.freeze(sorted);
}

type Changed = Readonly<Record<string, Levels>>;

export function withLevels(levels: Changed, given: readonly PerformanceManagerCounterLevelMapping[]): Changed {
  const after: Record<string, Levels> = { ...levels };
  for (const [i, { counterId, aggregateLevel, perDeviceLevel }] of given.entries()) {
    const path = `counterLevelMap[${i}]`;
    if (!COUNTER_BY_KEY.has(counterId)) throw invalidArgument(`${path}.counterId`);
    after[counterId] = {
      ...after[counterId],
      ...(aggregateLevel !== undefined && { level: level(aggregateLevel, `${path}.aggregateLevel`) }),
      ...(perDeviceLevel !== undefined && { perDeviceLevel: level(perDeviceLevel, `${path}.perDeviceLevel`) }),
    };
  }
  return Object.freeze(after);
}

export function withoutLevels(levels: Changed, counters: readonly number[]): Changed {
  const after: Record<string, Levels> = { ...levels };
  for (const [i, key] of counters.entries()) {
    if (!COUNTER_BY_KEY.has(key)) throw invalidArgument(`counters[${i}]`);
    delete after[key];
  }
  return Object.freeze(after);
}

function level(given: number, path: string): number {
  if (given < 1 || given > 4) throw invalidArgument(path);
  return given;
}
