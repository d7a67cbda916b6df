/** What a counter is: how clients know it, who counts it, and how its value follows from figures. */
import type { ElementDescription, PerfCounterInfo } from '../../vim25/generated/index.ts';
import type { Each, Figures, Provider } from './figures.ts';

export type Rollup = PerfCounterInfo['rollupType'];

export const UNITS = {
  percent: '%',
  megaHertz: 'MHz',
  kiloBytes: 'KB',
  megaBytes: 'MB',
  kiloBytesPerSecond: 'KBps',
  millisecond: 'ms',
  microsecond: 'µs',
  second: 's',
  number: 'num',
  watt: 'W',
  joule: 'J',
} as const;

export const GROUPS = {
  cpu: 'CPU',
  mem: 'Memory',
  disk: 'Disk',
  net: 'Network',
  sys: 'System',
  power: 'Power',
  rescpu: 'Resource group CPU',
  datastore: 'Datastore',
  virtualDisk: 'Virtual disk',
  storageAdapter: 'Storage adapter',
  storagePath: 'Storage path',
  clusterServices: 'Cluster services',
  vmop: 'Virtual machine operations',
} as const;

/** One line of the table; a line stands for a counter for each of its rollups. */
export interface Line {
  readonly group: keyof typeof GROUPS;
  readonly name: string;
  readonly label: string;
  readonly unit: keyof typeof UNITS;
  readonly stats: PerfCounterInfo['statsType'];
  /** The collection level from which on it is kept; what is least, most and latest of it from 4 on. */
  readonly level: number;
  readonly rollups: readonly Rollup[];
  readonly on: readonly Provider[];
  /** What it is counted for besides the whole. */
  readonly each?: Each | undefined;
  /** Whether the whole is counted at all; only for lines with instances. */
  readonly onlyEach?: boolean | undefined;
  readonly of: (figures: Figures) => number;
}

export interface Counter extends Pick<Line, 'on' | 'each' | 'onlyEach' | 'of' | 'stats'> {
  readonly info: PerfCounterInfo;
  readonly rollup: Rollup;
}

export const AVERAGE: readonly Rollup[] = ['average'];
export const SUM: readonly Rollup[] = ['summation'];
export const LATEST: readonly Rollup[] = ['latest'];
/** In the order of their keys. */
export const FOUR: readonly Rollup[] = ['none', 'average', 'minimum', 'maximum'];

type Place = Pick<Line, 'each' | 'onlyEach'>;

/** A table of one group in short: who counts, then name, label, unit, statistics, level, rollups and value. */
export function lines(group: Line['group'], on: string, place: Place, rows: readonly Row[]): Line[] {
  return rows.map(([name, label, unit, stats, level, rollups, of]) => ({
    group,
    name,
    label,
    unit,
    stats,
    level,
    rollups,
    of,
    on: on.split(' ') as Provider[],
    ...place,
  }));
}

export type Row = readonly [
  name: string,
  label: string,
  unit: Line['unit'],
  stats: Line['stats'],
  level: number,
  rollups: readonly Rollup[],
  of: (figures: Figures) => number,
];

export function element(key: string, label: string): ElementDescription {
  return { key, label, summary: label };
}
