/** What the machines of a compute resource reserve, want and get, all hosts together. */
import type { ClusterUsageSummary } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { READS_LOAD } from './host-load.ts';
import { ledgerOf } from './ledger.ts';
import { together, type Use } from './use.ts';

const MIB = 2 ** 20;

/** What a property that shows it has to declare. */
export const READS_COMPUTE_LOAD: readonly string[] = [
  '@tick',
  '+usableCpu',
  '+usableMemory',
  'host',
  ...READS_LOAD.filter((read) => read !== '@tick').map((read) => `host.${read}`),
  'host.+vmPoweredOn',
  'host.+vmCpuReservation',
  'host.+vmMemoryReservation',
  'host.+idleCpuReservation',
  'host.+idleMemoryReservation',
];

/** What all its machines use now. */
export function computeUse(compute: Cell<object>): Use {
  const ledger = ledgerOf(compute.world);
  return together(Array.from(compute.back('host'), (host) => ledger.sumOf(host)));
}

export function usageSummary(compute: Cell<object>): ClusterUsageSummary {
  const hosts = [...compute.back('host')];
  const total = (value: (host: Cell) => number) => hosts.reduce((sum, host) => sum + value(host), 0);
  const sum = (name: string) => total((host) => host.sum(name));
  const use = computeUse(compute);
  const vms = total((host) => host.countBack('vm'));
  return {
    totalCpuCapacityMhz: compute.sum('usableCpu'),
    totalMemCapacityMB: Math.floor(compute.sum('usableMemory') / MIB),
    cpuReservationMhz: sum('vmCpuReservation'),
    memReservationMB: Math.ceil(sum('vmMemoryReservation') / MIB),
    poweredOffCpuReservationMhz: sum('idleCpuReservation'),
    poweredOffMemReservationMB: Math.ceil(sum('idleMemoryReservation') / MIB),
    cpuDemandMhz: use.cpuDemand,
    memDemandMB: use.active,
    statsGenNumber: compute.world.tick + 1,
    cpuEntitledMhz: use.cpuEntitled,
    memEntitledMB: use.memoryEntitled,
    poweredOffVmCount: vms - sum('vmPoweredOn'),
    totalVmCount: vms,
  };
}
