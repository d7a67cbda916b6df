/** ClusterComputeResource: hosts that share the work. */
import type { ClusterComputeResourceSummary } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { defineKind, type KindSpec } from '../../../world/kind.ts';
import { computeResourceKind } from '../compute-resource.ts';
import { computeSummary, READS_CAPACITY } from '../compute-summary.ts';
import { drsRecommendations, NO_ADVICE, NO_HISTORY } from '../drs/findings.ts';
import { toleratedImbalance } from '../drs/score.ts';
import { admissionInfo, failoverLevel, READS_FAILOVER } from '../ha/admission.ts';
import { READS_COMPUTE_LOAD, usageSummary } from '../load/cluster-use.ts';
import { type Cluster, clusterConfig, clusterConfigEx, drsOf, READS_CLUSTER_CONFIG } from './cluster-config.ts';
import { namedIn, READS_RULES, shownRules } from './living-rules.ts';

export type { Cluster } from './cluster-config.ts';

const READS_CLUSTER_SUMMARY = [
  ...READS_CAPACITY,
  'drs',
  'drsFigures',
  'drsHistory',
  'das',
  ...READS_COMPUTE_LOAD,
  ...READS_FAILOVER,
] as const;

const READS_CONFIG = [...READS_CLUSTER_CONFIG, ...READS_RULES] as const;

export const clusterKind: KindSpec<Cluster> = defineKind<Cluster>({
  type: 'ClusterComputeResource',
  base: computeResourceKind as never,
  prefix: 'domain-c',
  relations: {
    ruled: {
      facet: 'rules',
      to: 'VirtualMachine',
      of: (s) => namedIn(s.rules, 'VirtualMachine'),
      inverse: 'ruledBy',
    },
    ruledHost: { facet: 'rules', to: 'HostSystem', of: (s) => namedIn(s.rules, 'HostSystem'), inverse: 'ruledBy' },
  },
  properties: {
    configuration: { reads: READS_CONFIG, value: (s, self) => clusterConfig(s, shownRules(self)) },
    configurationEx: { reads: READS_CONFIG, value: (s, self) => clusterConfigEx(s, shownRules(self)) },
    summary: { reads: READS_CLUSTER_SUMMARY, value: (s, self) => clusterSummary(s, self) },
    summaryEx: { reads: READS_CLUSTER_SUMMARY, value: (s, self) => clusterSummary(s, self) },
    recommendation: { reads: ['drsAdvice'], value: (s) => (s.drsAdvice ?? NO_ADVICE).recommendations },
    drsRecommendation: { reads: ['drsAdvice'], value: (s) => drsRecommendations(s.drsAdvice ?? NO_ADVICE) },
    migrationHistory: { reads: ['drsHistory'], value: (s) => (s.drsHistory ?? NO_HISTORY).migrations },
    actionHistory: { reads: ['drsHistory'], value: (s) => (s.drsHistory ?? NO_HISTORY).actions },
    drsFault: { reads: ['drsAdvice'], value: (s) => (s.drsAdvice ?? NO_ADVICE).faults },
  },
});

function clusterSummary(s: Cluster, self: Cell<Cluster>): ClusterComputeResourceSummary {
  return {
    _typeName: 'ClusterComputeResourceSummary',
    ...computeSummary(self, s.status),
    currentFailoverLevel: failoverLevel(self),
    admissionControlInfo: admissionInfo(self),
    ...balanceFigures(s, self),
    usageSummary: usageSummary(self),
    clusterMaintenanceModeStatus: 'notInMaintenanceMode',
    vcsHealthStatus: 'healthy',
  };
}

/** In thousandths; -1000 where there is nothing to balance by. */
function balanceFigures(
  s: Cluster,
  self: Cell<Cluster>,
): Partial<ClusterComputeResourceSummary> & { numVmotions: number } {
  const { enabled, vmotionRate } = drsOf(s);
  const numVmotions = (s.drsHistory ?? NO_HISTORY).vmotions;
  if (enabled !== true) return { numVmotions, targetBalance: -1000, currentBalance: -1000 };
  const target = toleratedImbalance(vmotionRate ?? 3, self.sum('usableHosts'));
  return {
    numVmotions,
    targetBalance: target === undefined ? -1000 : Math.round(1000 * target),
    currentBalance: s.drsFigures?.balance ?? 0,
    drsScore: s.drsFigures?.score ?? 100,
    numVmsPerDrsScoreBucket: s.drsFigures?.buckets ?? [],
  };
}
