/** What the machines of a pool, and of the pools below it, use right now. */
import type { ResourcePoolQuickStats } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { poolUse } from '../load/pool-load.ts';
import { staticEntitlement } from '../load/static-entitlement.ts';
import type { Pool } from './pool.ts';

/** MHz and MB, but for compressed memory, which is told in KB. */
export function quickStats(pool: Cell<Pool>): ResourcePoolQuickStats {
  const use = poolUse(pool);
  const least = staticEntitlement(pool);
  return {
    overallCpuUsage: use.cpu,
    overallCpuDemand: use.cpuDemand,
    guestMemoryUsage: use.active,
    hostMemoryUsage: use.consumed + use.overhead,
    distributedCpuEntitlement: use.cpuEntitled,
    distributedMemoryEntitlement: use.memoryEntitled,
    staticCpuEntitlement: least.cpu,
    staticMemoryEntitlement: least.memory,
    privateMemory: use.consumed,
    sharedMemory: 0,
    swappedMemory: use.swapped,
    balloonedMemory: use.ballooned,
    overheadMemory: use.overhead,
    consumedOverheadMemory: use.overhead,
    compressedMemory: 1024 * use.compressed,
  };
}
