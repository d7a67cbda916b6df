/** Totals over the hosts of a compute resource, and what of them VMs can have. */
import type { ComputeResourceSummary, ManagedEntityStatus } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import type { Facets } from '../../world/kind.ts';

const MIB = 2 ** 20;

export const READS_CAPACITY = [
  'status',
  '+hostCpu',
  '+hostMemory',
  '+hostCores',
  '+hostThreads',
  '+hostCount',
  '+usableCpu',
  '+usableMemory',
  '+usableHosts',
] as const;

export function computeSummary<F extends Facets>(
  self: Cell<F>,
  status: ManagedEntityStatus | undefined,
): ComputeResourceSummary {
  return {
    totalCpu: self.sum('hostCpu'),
    totalMemory: self.sum('hostMemory'),
    numCpuCores: self.sum('hostCores'),
    numCpuThreads: self.sum('hostThreads'),
    effectiveCpu: self.sum('usableCpu'),
    // Unlike totalMemory this one counts megabytes.
    effectiveMemory: Math.floor(self.sum('usableMemory') / MIB),
    numHosts: self.sum('hostCount'),
    numEffectiveHosts: self.sum('usableHosts'),
    overallStatus: status ?? 'green',
  };
}
