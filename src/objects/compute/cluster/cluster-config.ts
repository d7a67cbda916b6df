/** A cluster's DRS, HA and DPM, as they are kept and as clients read them. */
import type {
  ClusterConfigInfo,
  ClusterConfigInfoEx,
  ClusterDasConfigInfo,
  ClusterDasVmConfigInfo,
  ClusterDpmConfigInfo,
  ClusterDpmHostConfigInfo,
  ClusterDrsConfigInfo,
  ClusterDrsVmConfigInfo,
  ClusterGroupInfo,
  ClusterRuleInfo,
} from '../../../vim25/generated/index.ts';
import { type ComputeResource, computeConfig } from '../compute-resource.ts';
import type { DrsFindings } from '../drs/findings.ts';
import type { FailoverState } from '../ha/failover-state.ts';

/** What was said of DRS, HA and DPM; what was not is the default. */
export interface ClusterRules {
  readonly rule: readonly ClusterRuleInfo[];
  readonly group: readonly ClusterGroupInfo[];
  readonly drsVm: readonly ClusterDrsVmConfigInfo[];
  readonly dasVm: readonly ClusterDasVmConfigInfo[];
  readonly dpmHost: readonly ClusterDpmHostConfigInfo[];
  /** The highest key a rule ever had. */
  readonly lastKey?: number | undefined;
}

export interface Cluster extends ComputeResource, DrsFindings {
  readonly drs?: ClusterDrsConfigInfo | undefined;
  readonly das?: ClusterDasConfigInfo | undefined;
  readonly dpm?: ClusterDpmConfigInfo | undefined;
  readonly rules?: ClusterRules | undefined;
  /** Machines that HA is to start again, and whether the cluster bears another failure. */
  readonly failover?: FailoverState | undefined;
  /** Key of the EVC mode its hosts are held to. */
  readonly evc?: string | undefined;
}

export const NO_RULES: ClusterRules = Object.freeze({ rule: [], group: [], drsVm: [], dasVm: [], dpmHost: [] });

export const READS_CLUSTER_CONFIG = ['drs', 'das', 'dpm', 'rules', 'settings'] as const;

const DRS = Object.freeze({
  enabled: false,
  enableVmBehaviorOverrides: true,
  defaultVmBehavior: 'fullyAutomated',
  vmotionRate: 3,
  scaleDescendantsShares: 'disabled',
  option: [],
}) satisfies ClusterDrsConfigInfo;

const DAS = Object.freeze({
  enabled: false,
  vmMonitoring: 'vmMonitoringDisabled',
  hostMonitoring: 'enabled',
  vmComponentProtecting: 'disabled',
  failoverLevel: 1,
  admissionControlPolicy: Object.freeze({
    _typeName: 'ClusterFailoverResourcesAdmissionControlPolicy',
    resourceReductionToToleratePercent: 100,
    pMemAdmissionControlEnabled: false,
    cpuFailoverResourcesPercent: 25,
    memoryFailoverResourcesPercent: 25,
    failoverLevel: 1,
    autoComputePercentages: true,
  }),
  admissionControlEnabled: true,
  defaultVmSettings: Object.freeze({
    restartPriority: 'medium',
    restartPriorityTimeout: -1,
    isolationResponse: 'none',
    vmToolsMonitoringSettings: Object.freeze({
      enabled: false,
      vmMonitoring: 'vmMonitoringDisabled',
      clusterSettings: false,
      failureInterval: 30,
      minUpTime: 120,
      maxFailures: 3,
      maxFailureWindow: 3600,
    }),
    vmComponentProtectionSettings: Object.freeze({
      vmStorageProtectionForAPD: 'disabled',
      enableAPDTimeoutForHosts: true,
      vmTerminateDelayForAPDSec: 180,
      vmReactionOnAPDCleared: 'none',
      vmStorageProtectionForPDL: 'disabled',
    }),
  }),
  option: [],
  heartbeatDatastore: [],
  hBDatastoreCandidatePolicy: 'allFeasibleDsWithUserPreference',
}) as ClusterDasConfigInfo;

const DPM = Object.freeze({
  enabled: false,
  defaultDpmBehavior: 'automated',
  hostPowerActionRate: 3,
  option: [],
}) satisfies ClusterDpmConfigInfo;

export function drsOf({ drs }: Cluster): ClusterDrsConfigInfo {
  return { ...DRS, ...drs };
}

export function dasOf({ das }: Cluster): ClusterDasConfigInfo {
  return { ...DAS, ...das };
}

/** `rules` are the cluster's as they stand now. */
export function clusterConfig(s: Cluster, { rule, drsVm, dasVm }: ClusterRules): ClusterConfigInfo {
  return {
    dasConfig: dasOf(s),
    dasVmConfig: [...dasVm],
    drsConfig: drsOf(s),
    drsVmConfig: [...drsVm],
    rule: [...rule],
  };
}

export function clusterConfigEx(s: Cluster, rules: ClusterRules): ClusterConfigInfoEx {
  const { group, dpmHost } = rules;
  return {
    _typeName: 'ClusterConfigInfoEx',
    ...computeConfig(s),
    ...clusterConfig(s, rules),
    systemVMsConfig: { allowedDatastores: [], notAllowedDatastores: [], dsTagCategoriesToExclude: [] },
    orchestration: { defaultVmReadiness: { readyCondition: 'none', postReadyDelay: 0 } },
    vmOrchestration: [],
    dpmConfigInfo: { ...DPM, ...s.dpm },
    dpmHostConfig: [...dpmHost],
    vsanConfigInfo: { enabled: false, defaultConfig: { uuid: '', autoClaimStorage: false, checksumEnabled: false } },
    vsanHostConfig: [],
    group: [...group],
    infraUpdateHaConfig: {
      enabled: false,
      behavior: 'Manual',
      moderateRemediation: 'QuarantineMode',
      severeRemediation: 'QuarantineMode',
      providers: [],
    },
    proactiveDrsConfig: { enabled: false },
    cryptoConfig: { cryptoMode: 'onDemand' },
  };
}
