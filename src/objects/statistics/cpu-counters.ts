/** CPU, and what of it groups of resources had. Percents are hundredths; milliseconds are those of one interval. */
import { TICK } from '../compute/load/tick.ts';
import { AVERAGE, FOUR, LATEST, type Line, lines, type Row, SUM } from './counter.ts';
import type { Figures } from './figures.ts';

const used = (f: Figures) => f.use.cpu + f.own.cpu;
const share = (part: number, f: Figures) => (f.mhz > 0 ? part / f.mhz : 0);
export const busy = (f: Figures): number => 10_000 * share(used(f), f);
/** Of the time of all CPUs. */
const time = (part: number, f: Figures) => 1_000 * TICK * f.cpus * share(part, f);
const waiting = (f: Figures) => f.use.cpuDemand - f.use.cpu;
const none = () => 0;

const USAGE: readonly Row[] = [
  ['usage', 'Usage', 'percent', 'rate', 1, FOUR, busy],
  ['usagemhz', 'Usage in MHz', 'megaHertz', 'rate', 1, FOUR, used],
];

const TIMES: readonly Row[] = [
  ['idle', 'Idle', 'millisecond', 'delta', 2, SUM, (f) => time(f.mhz - used(f), f)],
  ['used', 'Used', 'millisecond', 'delta', 3, SUM, (f) => time(used(f), f)],
  ['ready', 'Ready', 'millisecond', 'delta', 1, SUM, (f) => time(waiting(f), f)],
  ['costop', 'Co-stop', 'millisecond', 'delta', 2, SUM, none],
  ['swapwait', 'Swap wait', 'millisecond', 'delta', 3, SUM, none],
  ['readiness', 'Readiness', 'percent', 'rate', 4, AVERAGE, (f) => 10_000 * share(waiting(f), f)],
];

const MACHINE_TIMES: readonly Row[] = [
  ['system', 'System', 'millisecond', 'delta', 3, SUM, (f) => time(0.02 * used(f), f)],
  ['wait', 'Wait', 'millisecond', 'delta', 3, SUM, (f) => time(f.mhz - f.use.cpuDemand, f)],
  ['run', 'Run', 'millisecond', 'delta', 2, SUM, (f) => time(used(f), f)],
  ['overlap', 'Overlap', 'millisecond', 'delta', 3, SUM, (f) => time(0.001 * used(f), f)],
  ['maxlimited', 'Max limited', 'millisecond', 'delta', 2, SUM, none],
];

const DEMAND: readonly Row[] = [
  ['demand', 'Demand', 'megaHertz', 'absolute', 2, AVERAGE, (f) => f.use.cpuDemand + f.own.cpu],
  ['latency', 'Latency', 'percent', 'rate', 2, AVERAGE, (f) => 10_000 * share(waiting(f), f)],
];

const HOST: readonly Row[] = [
  ['coreUtilization', 'Core utilization', 'percent', 'rate', 2, FOUR, (f) => Math.min(10_000, 1.1 * busy(f))],
  ['utilization', 'Utilization', 'percent', 'rate', 2, FOUR, busy],
];

const ROOM: readonly Row[] = [
  ['reservedCapacity', 'Reserved capacity', 'megaHertz', 'absolute', 2, AVERAGE, (f) => f.reservedCpu],
  ['totalCapacity', 'Total capacity', 'megaHertz', 'absolute', 2, AVERAGE, (f) => f.usableCpu],
];

const ENTITLEMENT: readonly Row[] = [
  ['entitlement', 'Entitlement', 'megaHertz', 'absolute', 2, LATEST, (f) => f.use.cpuEntitled],
  ['demandEntitlementRatio', 'Demand-to-entitlement ratio', 'percent', 'absolute', 4, LATEST, ratio],
];

function ratio({ use }: Figures): number {
  return use.cpuEntitled > 0 ? (10_000 * use.cpuDemand) / use.cpuEntitled : 0;
}

/** Averages and peaks of one, five and fifteen minutes, told as of now. */
const GROUP: readonly Row[] = [1, 5, 15].flatMap((minutes): Row[] => [
  [`actav${minutes}`, `Active (${minutes} min. average)`, 'percent', 'absolute', 3, LATEST, busy],
  [`actpk${minutes}`, `Active (${minutes} min. peak)`, 'percent', 'absolute', 3, LATEST, (f) => 1.2 * busy(f)],
  [`runav${minutes}`, `Running (${minutes} min. average)`, 'percent', 'absolute', 3, LATEST, busy],
  [`runpk${minutes}`, `Running (${minutes} min. peak)`, 'percent', 'absolute', 3, LATEST, (f) => 1.2 * busy(f)],
  [`maxLimited${minutes}`, `Throttled (${minutes} min. average)`, 'percent', 'absolute', 3, LATEST, none],
]);

export const CPU: readonly Line[] = [
  ...lines('cpu', 'vm host cluster', { each: 'cpu' }, [USAGE[0]!]),
  ...lines('cpu', 'vm host pool cluster', { each: 'cpu' }, [USAGE[1]!]),
  ...lines('cpu', 'host cluster', {}, [ROOM[0]!]),
  ...lines('cpu', 'vm host', { each: 'cpu' }, TIMES),
  ...lines('cpu', 'vm', { each: 'cpu' }, MACHINE_TIMES),
  ...lines('cpu', 'vm host', {}, DEMAND),
  ...lines('cpu', 'vm', {}, ENTITLEMENT),
  ...lines('cpu', 'host', { each: 'cpu' }, HOST),
  ...lines('cpu', 'host', {}, [ROOM[1]!]),
  ...lines('cpu', 'host cluster', {}, [['totalmhz', 'Total', 'megaHertz', 'rate', 1, AVERAGE, (f) => f.usableCpu]]),
  ...lines('cpu', 'pool', {}, [
    ['cpuentitlement', 'Worst case allocation', 'megaHertz', 'absolute', 2, LATEST, (f) => f.use.cpuEntitled],
  ]),
  ...lines('rescpu', 'vm host pool', {}, [
    ...GROUP,
    ['sampleCount', 'Group CPU sample count', 'number', 'absolute', 3, LATEST, () => 3],
    ['samplePeriod', 'Group CPU sample period', 'millisecond', 'absolute', 3, LATEST, () => 6_000],
  ]),
];
