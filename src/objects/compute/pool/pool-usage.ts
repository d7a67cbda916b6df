/** What a pool is given, what of it is taken, and what is left. */
import { formatTime } from '../../../kernel/time.ts';
import type {
  ResourceConfigSpec,
  ResourcePoolResourceUsage,
  ResourcePoolRuntimeInfo,
  ResourcePoolSummary,
} from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { allocationInfo, type Resource } from '../allocation.ts';
import { poolUse, READS_POOL_LOAD } from '../load/pool-load.ts';
import { available, capacityOf, reservedIn, takenByVms } from './admission.ts';
import { isRoot, type Pool } from './pool.ts';
import { quickStats } from './pool-quick-stats.ts';

const MIB = 2 ** 20;

/** The root pool has whatever the hosts offer; the others what is said of them. */
export const READS_POOL_CONFIG = ['allocation', 'parent', 'owner', 'owner.+usableCpu', 'owner.+usableMemory'] as const;

/** What may be reserved depends on the pools above and on those beside, which may have borrowed. */
export const READS_USAGE: readonly string[] = [
  ...READS_POOL_CONFIG,
  'status',
  'owner.pools.allocation',
  'owner.pools.parent',
  'owner.pools.+poolCpuReservation',
  'owner.pools.+poolMemoryReservation',
  ...READS_POOL_LOAD,
];

export function poolConfig(s: Pool, self: Cell<Pool>): ResourceConfigSpec {
  const whole = (of: Resource) => {
    const all = capacityOf(self, of);
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
  const { cpu, consumed, overhead } = poolUse(self);
  return {
    memory: usage(s, self, 'memory', (consumed + overhead) * MIB),
    cpu: usage(s, self, 'cpu', cpu),
    overallStatus: s.status ?? 'green',
    sharesScalable: 'disabled',
  };
}

/** Memory is told in bytes here, and in MB in the configuration. */
function usage(s: Pool, self: Cell<Pool>, of: Resource, overallUsage: number): ResourcePoolResourceUsage {
  const unit = of === 'cpu' ? 1 : MIB;
  const free = unit * available(self, of);
  const { limit } = s.allocation[of];
  const whole = capacityOf(self, of);
  return {
    reservationUsed: unit * reservedIn(self, of),
    reservationUsedForVm: unit * takenByVms(self, of),
    unreservedForPool: free,
    unreservedForVm: free,
    overallUsage,
    maxUsage: unit * (limit < 0 || isRoot(s) ? whole : Math.min(limit, whole)),
  };
}

export function poolSummary(s: Pool, self: Cell<Pool>): ResourcePoolSummary {
  return {
    name: s.name,
    config: poolConfig(s, self),
    runtime: poolRuntime(s, self),
    quickStats: quickStats(self),
    configuredMemoryMB: Math.round(configured(self) / MIB),
  };
}

/** Bytes of the machines that run in the pool and in those below. */
function configured(self: Cell<Pool>): number {
  let bytes = self.sum('poolMemoryConfigured');
  for (const child of self.back<Pool>('resourcePool')) bytes += configured(child);
  return bytes;
}
