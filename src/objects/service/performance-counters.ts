/** The performance counters a server knows, and for how long it keeps what it counted. */
import type { ElementDescription, PerfCounterInfo, PerfInterval } from '../../vim25/generated/index.ts';

/** key, group, name, label, unit, rollup, stats type, level; keys as recorded from vCenter where they are known. */
type Row = readonly [
  key: number,
  group: string,
  name: string,
  label: string,
  unit: keyof typeof UNITS,
  rollup: PerfCounterInfo['rollupType'],
  stats: PerfCounterInfo['statsType'],
  level: number,
];

const UNITS = {
  percent: '%',
  megaHertz: 'MHz',
  kiloBytes: 'KB',
  kiloBytesPerSecond: 'KBps',
  millisecond: 'ms',
  second: 's',
  number: 'num',
  watt: 'W',
  joule: 'J',
} as const;

const GROUPS: Readonly<Record<string, string>> = {
  cpu: 'CPU',
  mem: 'Memory',
  disk: 'Disk',
  net: 'Network',
  sys: 'System',
  power: 'Power',
  datastore: 'Datastore',
  virtualDisk: 'Virtual disk',
  clusterServices: 'Cluster services',
};

const ROWS: readonly Row[] = [
  [1, 'cpu', 'usage', 'Usage', 'percent', 'none', 'rate', 4],
  [2, 'cpu', 'usage', 'Usage', 'percent', 'average', 'rate', 1],
  [3, 'cpu', 'usage', 'Usage', 'percent', 'minimum', 'rate', 4],
  [4, 'cpu', 'usage', 'Usage', 'percent', 'maximum', 'rate', 4],
  [5, 'cpu', 'usagemhz', 'Usage in MHz', 'megaHertz', 'none', 'rate', 4],
  [6, 'cpu', 'usagemhz', 'Usage in MHz', 'megaHertz', 'average', 'rate', 1],
  [7, 'cpu', 'usagemhz', 'Usage in MHz', 'megaHertz', 'minimum', 'rate', 4],
  [8, 'cpu', 'usagemhz', 'Usage in MHz', 'megaHertz', 'maximum', 'rate', 4],
  [9, 'cpu', 'reservedCapacity', 'Reserved capacity', 'megaHertz', 'average', 'absolute', 2],
  [12, 'cpu', 'ready', 'Ready', 'millisecond', 'summation', 'delta', 1],
  [13, 'cpu', 'idle', 'Idle', 'millisecond', 'summation', 'delta', 2],
  [14, 'cpu', 'used', 'Used', 'millisecond', 'summation', 'delta', 3],
  [23, 'mem', 'usage', 'Usage', 'percent', 'none', 'absolute', 4],
  [24, 'mem', 'usage', 'Usage', 'percent', 'average', 'absolute', 1],
  [29, 'mem', 'granted', 'Granted', 'kiloBytes', 'average', 'absolute', 2],
  [33, 'mem', 'active', 'Active', 'kiloBytes', 'average', 'absolute', 2],
  [37, 'mem', 'shared', 'Shared', 'kiloBytes', 'average', 'absolute', 2],
  [70, 'mem', 'swapused', 'Swap used', 'kiloBytes', 'average', 'absolute', 2],
  [90, 'mem', 'vmmemctl', 'Balloon', 'kiloBytes', 'average', 'absolute', 1],
  [98, 'mem', 'consumed', 'Consumed', 'kiloBytes', 'average', 'absolute', 1],
  [102, 'mem', 'overhead', 'Overhead', 'kiloBytes', 'average', 'absolute', 1],
  [125, 'disk', 'usage', 'Usage', 'kiloBytesPerSecond', 'average', 'rate', 1],
  [130, 'disk', 'read', 'Read rate', 'kiloBytesPerSecond', 'average', 'rate', 2],
  [131, 'disk', 'write', 'Write rate', 'kiloBytesPerSecond', 'average', 'rate', 2],
  [133, 'disk', 'maxTotalLatency', 'Highest latency', 'millisecond', 'latest', 'absolute', 1],
  [143, 'net', 'usage', 'Usage', 'kiloBytesPerSecond', 'average', 'rate', 1],
  [146, 'net', 'packetsRx', 'Packets received', 'number', 'summation', 'delta', 2],
  [147, 'net', 'packetsTx', 'Packets transmitted', 'number', 'summation', 'delta', 2],
  [148, 'net', 'received', 'Data receive rate', 'kiloBytesPerSecond', 'average', 'rate', 2],
  [149, 'net', 'transmitted', 'Data transmit rate', 'kiloBytesPerSecond', 'average', 'rate', 2],
  [155, 'sys', 'uptime', 'Uptime', 'second', 'latest', 'absolute', 1],
  [164, 'power', 'power', 'Usage', 'watt', 'average', 'rate', 2],
  [166, 'power', 'energy', 'Energy usage', 'joule', 'summation', 'delta', 3],
  [173, 'virtualDisk', 'numberReadAveraged', 'Average read requests per second', 'number', 'average', 'rate', 1],
  [174, 'virtualDisk', 'numberWriteAveraged', 'Average write requests per second', 'number', 'average', 'rate', 1],
  [178, 'datastore', 'numberReadAveraged', 'Average read requests per second', 'number', 'average', 'rate', 1],
  [179, 'datastore', 'numberWriteAveraged', 'Average write requests per second', 'number', 'average', 'rate', 1],
  [180, 'datastore', 'totalReadLatency', 'Read latency', 'millisecond', 'average', 'absolute', 1],
  [181, 'datastore', 'totalWriteLatency', 'Write latency', 'millisecond', 'average', 'absolute', 1],
  [250, 'clusterServices', 'effectivecpu', 'Effective CPU resources', 'megaHertz', 'average', 'rate', 1],
];

export const COUNTERS: readonly PerfCounterInfo[] = ROWS.map(
  ([key, group, name, label, unit, rollupType, statsType, level]) =>
    Object.freeze({
      key,
      nameInfo: element(name, label),
      groupInfo: element(group, GROUPS[group]!),
      unitInfo: element(unit, UNITS[unit]),
      rollupType,
      statsType,
      level,
      perDeviceLevel: Math.max(level, 3),
    }),
);

/** vCenter's four: past day, week, month and year. */
export const INTERVALS: readonly PerfInterval[] = [
  interval(1, 300, 'Past day', 86_400),
  interval(2, 1_800, 'Past week', 604_800),
  interval(3, 7_200, 'Past month', 2_592_000),
  interval(4, 86_400, 'Past year', 31_536_000),
];

export function element(key: string, label: string): ElementDescription {
  return { key, label, summary: label };
}

function interval(key: number, samplingPeriod: number, name: string, length: number): PerfInterval {
  return Object.freeze({ key, samplingPeriod, name, length, level: 1, enabled: true });
}
