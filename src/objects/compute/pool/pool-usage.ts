/** What a pool is given, what of it is taken, and what is left. */

import { fnv1a } from '../../../kernel/random.ts';
import { formatTime } from '../../../kernel/time.ts';
import type {
  ResourceConfigSpec,
  ResourcePoolQuickStats,
  ResourcePoolResourceUsage,
  ResourcePoolRuntimeInfo,
  ResourcePoolSummary,
} from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { allocationInfo, type Resource } from '../allocation.ts';
import { DEEPEST, isRoot, type Pool } from './pool.ts';

const MIB = 2 ** 20;

/** The root pool has whatever the hosts offer; the others what is said of them. */
export const READS_POOL_CONFIG = ['allocation', 'parent', 'owner', 'owner.+usableCpu', 'owner.+usableMemory'] as const;

/** What of a pool says how much may be reserved in it and in the pools below it. */
const READS_ROOM = [
  'allocation',
  '+poolCpuReservation',
  '+poolMemoryReservation',
  '+childCpuReservation',
  '+childMemoryReservation',
] as const;

/** What may be reserved depends on the pools above, all the way up. */
export const READS_USAGE: readonly string[] = [
  ...READS_POOL_CONFIG,
  'status',
  '+poolMemoryConfigured',
  '+poolPoweredOn',
  ...Array.from({ length: DEEPEST }, (_, depth) => READS_ROOM.map((read) => 'within.'.repeat(depth) + read)).flat(),
];

/** MHz or MB of the whole compute resource. */
function capacity(self: Cell<Pool>, of: Resource): number {
  const owner = self.one('owner');
  if (!owner) return 0;
  return of === 'cpu' ? owner.sum('usableCpu') : Math.floor(owner.sum('usableMemory') / MIB);
}

export function poolConfig(s: Pool, self: Cell<Pool>): ResourceConfigSpec {
  const whole = (of: Resource) => {
    const all = capacity(self, of);
    return { ...allocationInfo(s.allocation[of]), reservation: all, limit: all };
  };
  const { cpu, memory, changed, scaleDescendants } = s.allocation;
  return {
    entity: self.ref as Ref<'ManagedEntity'>,
    changeVersion: formatTime(changed),
    lastModified: formatTime(changed),
    cpuAllocation: isRoot(s) ? whole('cpu') : allocationInfo(cpu),
    memoryAllocation: isRoot(s) ? whole('memory') : allocationInfo(memory),
    scaleDescendantsShares: scaleDescendants ?? 'disabled',
  };
}

export function poolRuntime(s: Pool, self: Cell<Pool>): ResourcePoolRuntimeInfo {
  return {
    memory: usage(s, self, 'memory'),
    cpu: usage(s, self, 'cpu'),
    overallStatus: s.status ?? 'green',
    sharesScalable: 'disabled',
  };
}

/** MHz or MB reserved by VMs that run in this very pool. */
function takenByVms(self: Cell<Pool>, of: Resource): number {
  return of === 'cpu' ? self.sum('poolCpuReservation') : Math.ceil(self.sum('poolMemoryReservation') / MIB);
}

/** MHz or MB reserved here by VMs and by the pools below. */
export function reserved(self: Cell<Pool>, of: Resource): number {
  return takenByVms(self, of) + self.sum(of === 'cpu' ? 'childCpuReservation' : 'childMemoryReservation');
}

/** MHz or MB one may still reserve: of its own, and if that may expand, of its parents'. */
export function available(self: Cell<Pool>, of: Resource): number {
  const s = self.state;
  if (isRoot(s)) return Math.max(0, capacity(self, of) - reserved(self, of));
  const { reservation, limit, expandable } = s.allocation[of];
  const own = Math.max(0, reservation - reserved(self, of));
  const above = expandable ? self.one<Pool>('within') : undefined;
  const room = own + (above ? available(above, of) : 0);
  return limit < 0 ? room : Math.max(0, Math.min(room, limit - reserved(self, of)));
}

/** Memory is told in bytes here, and in MB in the configuration. */
function usage(s: Pool, self: Cell<Pool>, of: Resource): ResourcePoolResourceUsage {
  const unit = of === 'cpu' ? 1 : MIB;
  const free = unit * available(self, of);
  const { limit } = s.allocation[of];
  const whole = capacity(self, of);
  return {
    reservationUsed: unit * reserved(self, of),
    reservationUsedForVm: unit * takenByVms(self, of),
    unreservedForPool: free,
    unreservedForVm: free,
    overallUsage: of === 'cpu' ? load(self, 0) : Math.round(self.sum('poolMemoryConfigured') / 3),
    maxUsage: unit * (limit < 0 || isRoot(s) ? whole : Math.min(limit, whole)),
  };
}

/** MHz the pool's own VMs use at a tick. */
function load(self: Cell<Pool>, tick: number): number {
  const wander = (fnv1a(`${self.id}/${tick}`) % 1000) / 1000;
  return Math.round(self.sum('poolPoweredOn') * 2_000 * (0.05 + 0.1 * wander));
}

export function poolSummary(s: Pool, self: Cell<Pool>): ResourcePoolSummary {
  return {
    name: s.name,
    config: poolConfig(s, self),
    runtime: poolRuntime(s, self),
    quickStats: quickStats(self),
    configuredMemoryMB: Math.round(self.sum('poolMemoryConfigured') / MIB),
  };
}

function quickStats(self: Cell<Pool>): ResourcePoolQuickStats {
  const cpu = load(self, self.world.tick);
  const memory = Math.round(self.sum('poolMemoryConfigured') / MIB / 3);
  return {
    overallCpuUsage: cpu,
    overallCpuDemand: cpu,
    guestMemoryUsage: Math.round(memory / 2),
    hostMemoryUsage: memory,
    distributedCpuEntitlement: cpu,
    distributedMemoryEntitlement: memory,
    privateMemory: memory,
    sharedMemory: 0,
    swappedMemory: 0,
    balloonedMemory: 0,
    overheadMemory: self.sum('poolPoweredOn') * 32,
    consumedOverheadMemory: self.sum('poolPoweredOn') * 24,
    compressedMemory: 0,
  };
}
