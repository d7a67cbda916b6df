/** ClusterComputeResource: hosts that share the work. */
import type { ClusterComputeResourceSummary, ClusterUsageSummary } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { defineKind, type KindSpec } from '../../../world/kind.ts';
import { computeResourceKind } from '../compute-resource.ts';
import { computeSummary, READS_CAPACITY } from '../compute-summary.ts';
import type { Host } from '../host/host.ts';
import { hostLoad } from '../load.ts';
import { type Cluster, clusterConfig, clusterConfigEx, dasOf, drsOf, READS_CLUSTER_CONFIG } from './cluster-config.ts';

export type { Cluster } from './cluster-config.ts';

const READS_CLUSTER_SUMMARY = [
  ...READS_CAPACITY,
  'drs',
  'das',
  '@tick',
  'host',
  'host.vm',
  'host.profile',
  'host.runtime',
  'host.+vmPoweredOn',
  'host.+vmCpuReservation',
  'host.+vmMemoryReservation',
  'host.+vmMemoryConfigured',
] as const;

export const clusterKind: KindSpec<Cluster> = defineKind<Cluster>({
  type: 'ClusterComputeResource',
  base: computeResourceKind as never,
  prefix: 'domain-c',
  properties: {
    configuration: { reads: READS_CLUSTER_CONFIG, value: (s) => clusterConfig(s) },
    configurationEx: { reads: READS_CLUSTER_CONFIG, value: (s) => clusterConfigEx(s) },
    summary: { reads: READS_CLUSTER_SUMMARY, value: (s, self) => clusterSummary(s, self) },
    summaryEx: { reads: READS_CLUSTER_SUMMARY, value: (s, self) => clusterSummary(s, self) },
    recommendation: { reads: [], value: () => [] },
    drsRecommendation: { reads: [], value: () => [] },
    migrationHistory: { reads: [], value: () => [] },
    actionHistory: { reads: [], value: () => [] },
    drsFault: { reads: [], value: () => [] },
  },
});

const MIB = 2 ** 20;

function clusterSummary(s: Cluster, self: Cell<Cluster>): ClusterComputeResourceSummary {
  const hosts = [...self.back<Host>('host')];
  const das = dasOf(s);
  const drs = drsOf(s).enabled === true;
  return {
    _typeName: 'ClusterComputeResourceSummary',
    ...computeSummary(self, s.status),
    currentFailoverLevel: das.enabled ? Math.max(0, self.sum('usableHosts') - 1) : -1,
    numVmotions: 0,
    targetBalance: drs ? 200 : -1000,
    currentBalance: drs ? 0 : -1000,
    drsScore: drs ? 100 : undefined,
    usageSummary: usage(hosts, self),
    clusterMaintenanceModeStatus: 'notInMaintenanceMode',
    vcsHealthStatus: 'healthy',
  };
}

function usage(hosts: readonly Cell<Host>[], self: Cell<Cluster>): ClusterUsageSummary {
  const total = (value: (host: Cell<Host>) => number) => hosts.reduce((sum, host) => sum + value(host), 0);
  const loads = hosts.map(hostLoad);
  const cpu = loads.reduce((sum, load) => sum + load.cpu, 0);
  const memory = loads.reduce((sum, load) => sum + load.memory, 0);
  const vms = total((host) => host.countBack('vm'));
  return {
    totalCpuCapacityMhz: self.sum('usableCpu'),
    totalMemCapacityMB: Math.floor(self.sum('usableMemory') / MIB),
    cpuReservationMhz: total((host) => host.sum('vmCpuReservation')),
    memReservationMB: Math.ceil(total((host) => host.sum('vmMemoryReservation')) / MIB),
    poweredOffCpuReservationMhz: 0,
    poweredOffMemReservationMB: 0,
    cpuDemandMhz: cpu,
    memDemandMB: memory,
    statsGenNumber: self.world.tick + 1,
    cpuEntitledMhz: cpu,
    memEntitledMB: memory,
    poweredOffVmCount: vms - total((host) => host.sum('vmPoweredOn')),
    totalVmCount: vms,
  };
}
