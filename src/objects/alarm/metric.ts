/** The numbers that metric alarms look at, in the units of their performance counters: percents are hundredths. */
import type { ManagedEntityStatus, MetricAlarmExpression } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import type { Host } from '../compute/host/host.ts';
import { cpuOf } from '../compute/host/host-profile.ts';
import { lateHostLoad } from '../compute/load/host-load.ts';
import { ledgerOf } from '../compute/load/ledger.ts';
import type { Machine } from '../machine/machine.ts';
import { type Datastore, freeSpace } from '../storage/datastore.ts';

const MIB = 2 ** 20;

export interface Usage {
  /** MHz used, and there. */
  readonly cpu: number;
  readonly cpuTotal: number;
  /** MB used, and there. */
  readonly memory: number;
  readonly memoryTotal: number;
}

/** Counter ids of the kind a vCenter has; see service/performance-counters.ts. */
const COUNTERS: { readonly [id: number]: (u: Usage) => number } = {
  2: (u) => hundredths(u.cpu, u.cpuTotal),
  6: (u) => u.cpu,
  24: (u) => hundredths(u.memory, u.memoryTotal),
  33: (u) => u.memory * 1024,
  98: (u) => u.memory * 1024,
};

/** Share of a datastore's capacity that is used. */
export const DISK_USED = 281;

/** The value of a counter for an entity now; undefined where there is nothing to measure. */
export function metricValue(entity: Cell, counterId: number, usage: Usage | undefined): number | undefined {
  if (entity.is('Datastore'))
    return counterId === DISK_USED ? diskUsed(entity as unknown as Cell<Datastore>) : undefined;
  return usage && COUNTERS[counterId]?.(usage);
}

/** Where a value puts an entity as soon as it is there; intervals are the caller's business. */
export function threshold(e: MetricAlarmExpression, value: number): ManagedEntityStatus {
  const met = (limit: number | undefined) =>
    limit !== undefined && (e.operator === 'isAbove' ? value > limit : value < limit);
  return met(e.red) ? 'red' : met(e.yellow) ? 'yellow' : 'green';
}

/** What a VM or a host uses now; undefined for one that does not run, and for what uses nothing. */
export function usageOf(entity: Cell): Usage | undefined {
  if (entity.is('VirtualMachine')) return machineUsage(entity as unknown as Cell<Machine>);
  return entity.is('HostSystem') ? hostUsage(entity as unknown as Cell<Host>) : undefined;
}

function machineUsage(vm: Cell<Machine>): Usage | undefined {
  const { config, power, outside } = vm.state;
  if (power.state !== 'poweredOn') return undefined;
  const mhz = vm.one<Host>('host')?.state.profile.mhz ?? 0;
  const told = outside && (vm.get('summary') as { quickStats: QuickStats }).quickStats;
  const used = told ? { cpu: told.overallCpuUsage ?? 0, memory: told.guestMemoryUsage ?? 0 } : own(vm);
  return { ...used, cpuTotal: config.numCPU * mhz, memoryTotal: config.memoryMB };
}

function own(vm: Cell<Machine>): { readonly cpu: number; readonly memory: number } {
  const { cpu, active } = ledgerOf(vm.world).lateUseOf(vm);
  return { cpu, memory: active };
}

interface QuickStats {
  readonly overallCpuUsage?: number;
  readonly guestMemoryUsage?: number;
}

function hostUsage(host: Cell<Host>): Usage | undefined {
  const { profile, runtime } = host.state;
  if (runtime.connection !== 'connected') return undefined;
  return { ...lateHostLoad(host), cpuTotal: cpuOf(profile), memoryTotal: profile.memory / MIB };
}

function diskUsed(datastore: Cell<Datastore>): number {
  const { capacity } = datastore.state.volume;
  return hundredths(capacity - freeSpace(datastore), capacity);
}

function hundredths(part: number, whole: number): number {
  return whole > 0 ? Math.round((10_000 * part) / whole) : 0;
}
