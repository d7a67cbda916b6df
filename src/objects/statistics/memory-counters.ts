/** Memory. KB, but for capacities; percents are hundredths. */
import { AVERAGE, FOUR, LATEST, type Line, lines, type Row } from './counter.ts';
import type { Figures } from './figures.ts';

const KIB = 1024;
const none = () => 0;
/** Of what a machine's guest has, and what ESXi keeps for itself. */
const consumed = (f: Figures) => KIB * (f.use.consumed + f.own.memory);
const backed = (f: Figures) => KIB * (f.use.consumed + f.use.overhead + f.own.memory);
const active = (f: Figures) => KIB * f.use.active;
const part = (kilobytes: number, f: Figures) => (f.memory > 0 ? (10_000 * kilobytes) / (KIB * f.memory) : 0);
const taken = (f: Figures) => f.use.ballooned + f.use.compressed + f.use.swapped;
const unreserved = (f: Figures) => KIB * Math.max(0, f.usableMemory - f.reservedMemory);

const COMMON: readonly Row[] = [
  ['granted', 'Granted', 'kiloBytes', 'absolute', 2, FOUR, (f) => KIB * (f.use.consumed + f.own.memory)],
  ['active', 'Active', 'kiloBytes', 'absolute', 2, FOUR, active],
  ['shared', 'Shared', 'kiloBytes', 'absolute', 2, FOUR, none],
  ['zero', 'Zero pages', 'kiloBytes', 'absolute', 2, FOUR, none],
  ['vmmemctl', 'Balloon', 'kiloBytes', 'absolute', 1, FOUR, (f) => KIB * f.use.ballooned],
  ['swapped', 'Swapped', 'kiloBytes', 'absolute', 2, FOUR, (f) => KIB * f.use.swapped],
  ['compressed', 'Compressed', 'kiloBytes', 'absolute', 2, AVERAGE, (f) => KIB * f.use.compressed],
  ['overhead', 'Overhead', 'kiloBytes', 'absolute', 1, FOUR, (f) => KIB * f.use.overhead],
];

const BOTH: readonly Row[] = [
  ['swapin', 'Swap in', 'kiloBytes', 'absolute', 2, FOUR, none],
  ['swapout', 'Swap out', 'kiloBytes', 'absolute', 2, FOUR, (f) => KIB * f.use.swapped],
  ['swapinRate', 'Swap in rate', 'kiloBytesPerSecond', 'rate', 1, AVERAGE, none],
  ['swapoutRate', 'Swap out rate', 'kiloBytesPerSecond', 'rate', 1, AVERAGE, none],
  ['compressionRate', 'Compression rate', 'kiloBytesPerSecond', 'rate', 2, AVERAGE, none],
  ['decompressionRate', 'Decompression rate', 'kiloBytesPerSecond', 'rate', 2, AVERAGE, none],
  ['activewrite', 'Active write', 'kiloBytes', 'absolute', 2, AVERAGE, (f) => 0.3 * active(f)],
  ['llSwapInRate', 'Host cache swap in rate', 'kiloBytesPerSecond', 'rate', 2, AVERAGE, none],
  ['llSwapOutRate', 'Host cache swap out rate', 'kiloBytesPerSecond', 'rate', 2, AVERAGE, none],
  ['llSwapUsed', 'Host cache used for swapping', 'kiloBytes', 'absolute', 4, FOUR, none],
  ['latency', 'Latency', 'percent', 'absolute', 2, AVERAGE, (f) => part(KIB * taken(f), f)],
];

const MACHINE: readonly Row[] = [
  ['swaptarget', 'Swap target', 'kiloBytes', 'absolute', 2, FOUR, (f) => KIB * f.use.swapped],
  ['vmmemctltarget', 'Balloon target', 'kiloBytes', 'absolute', 2, FOUR, (f) => KIB * f.use.ballooned],
  ['overheadMax', 'Reserved overhead', 'kiloBytes', 'absolute', 2, AVERAGE, (f) => KIB * f.use.overhead],
  ['overheadTouched', 'Overhead touched', 'kiloBytes', 'absolute', 4, AVERAGE, (f) => 0.8 * KIB * f.use.overhead],
  ['zipped', 'Zipped memory', 'kiloBytes', 'absolute', 2, LATEST, (f) => KIB * f.use.compressed],
  ['zipSaved', 'Memory saved by zipping', 'kiloBytes', 'absolute', 2, LATEST, (f) => 0.5 * KIB * f.use.compressed],
  ['entitlement', 'Entitlement', 'kiloBytes', 'absolute', 2, AVERAGE, (f) => KIB * f.use.memoryEntitled],
];

const HOST: readonly Row[] = [
  ['unreserved', 'Unreserved', 'kiloBytes', 'absolute', 2, FOUR, unreserved],
  ['swapused', 'Swap used', 'kiloBytes', 'absolute', 2, FOUR, (f) => KIB * f.use.swapped],
  ['sharedcommon', 'Shared common', 'kiloBytes', 'absolute', 2, FOUR, none],
  ['heap', 'Heap', 'kiloBytes', 'absolute', 4, FOUR, (f) => 0.02 * KIB * f.own.memory],
  ['heapfree', 'Heap free', 'kiloBytes', 'absolute', 4, FOUR, (f) => 0.015 * KIB * f.own.memory],
  ['sysUsage', 'System usage', 'kiloBytes', 'absolute', 2, FOUR, (f) => KIB * f.own.memory],
  ['lowfreethreshold', 'Low free threshold', 'kiloBytes', 'absolute', 2, AVERAGE, (f) => 0.01 * KIB * f.memory],
  ['state', 'State', 'number', 'absolute', 2, LATEST, (f) => (taken(f) > 0 ? 1 : 0)],
  ['totalCapacity', 'Total capacity', 'megaBytes', 'absolute', 2, AVERAGE, (f) => f.usableMemory],
  ['consumed.vms', 'Consumed by VMs', 'kiloBytes', 'absolute', 2, AVERAGE, (f) => KIB * f.use.consumed],
  [
    'consumed.userworlds',
    'Consumed by userworlds',
    'kiloBytes',
    'absolute',
    4,
    AVERAGE,
    (f) => 0.4 * KIB * f.own.memory,
  ],
  ['llSwapIn', 'Swap in from host cache', 'kiloBytes', 'absolute', 4, FOUR, none],
  ['llSwapOut', 'Swap out to host cache', 'kiloBytes', 'absolute', 4, FOUR, none],
];

export const MEMORY: readonly Line[] = [
  ...lines('mem', 'vm host cluster', {}, [
    [
      'usage',
      'Usage',
      'percent',
      'absolute',
      1,
      FOUR,
      (f) => part(f.hosts > 0 && f.own.memory > 0 ? backed(f) : active(f), f),
    ],
  ]),
  ...lines('mem', 'host cluster', {}, [
    ['reservedCapacity', 'Reserved capacity', 'megaBytes', 'absolute', 2, AVERAGE, (f) => f.reservedMemory],
  ]),
  ...lines('mem', 'vm host pool cluster', {}, COMMON),
  ...lines('mem', 'vm host pool cluster', {}, [
    ['consumed', 'Consumed', 'kiloBytes', 'absolute', 1, FOUR, (f) => (f.own.memory > 0 ? backed(f) : consumed(f))],
  ]),
  ...lines('mem', 'vm host', {}, BOTH),
  ...lines('mem', 'vm', {}, MACHINE),
  ...lines('mem', 'host', {}, HOST),
  ...lines('mem', 'host cluster', {}, [
    ['totalmb', 'Total', 'megaBytes', 'absolute', 1, AVERAGE, (f) => f.usableMemory],
  ]),
  ...lines('mem', 'pool', {}, [
    ['mementitlement', 'Worst case allocation', 'megaBytes', 'absolute', 2, LATEST, (f) => f.use.memoryEntitled],
  ]),
];
