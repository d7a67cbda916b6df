/** What HA is to do for a machine: what was said for it, over what was said for its cluster. */
import type { ClusterVmToolsMonitoringSettings } from '../../../vim25/generated/index.ts';
import { type Cluster, dasOf, NO_RULES } from '../cluster/cluster-config.ts';

/** Restart priorities, first to last; who is `disabled` is not restarted. */
const PRIORITIES = ['highest', 'high', 'medium', 'low', 'lowest'] as const;

export interface VmPolicy {
  /** Place among the priorities, 0 first; undefined for a machine that is not restarted. */
  readonly priority: number | undefined;
  /** What becomes of it on a host that is cut off. */
  readonly onIsolation: 'none' | 'powerOff' | 'shutdown';
  /** How its heartbeats are watched; undefined where nobody does. */
  readonly monitoring: Monitoring | undefined;
}

export interface Monitoring {
  /** Seconds without a heartbeat, and seconds after its start during which nobody looks. */
  readonly failureInterval: number;
  readonly minUpTime: number;
  /** Resets within so many seconds; -1 for no limit in time. */
  readonly maxFailures: number;
  readonly maxFailureWindow: number;
}

export function vmPolicy(s: Cluster, vm: string): VmPolicy {
  const das = dasOf(s);
  const own = (s.rules ?? NO_RULES).dasVm.find((v) => v.key.value === vm);
  const settings = own?.dasSettings;
  const said = settings?.restartPriority ?? own?.restartPriority;
  const priority =
    said === undefined || said === 'clusterRestartPriority' ? das.defaultVmSettings?.restartPriority : said;
  return {
    priority: place(priority),
    onIsolation: isolation(
      settings?.isolationResponse ?? older(own?.powerOffOnIsolation),
      das.defaultVmSettings?.isolationResponse,
    ),
    monitoring: monitoring(
      das.vmMonitoring,
      das.defaultVmSettings?.vmToolsMonitoringSettings,
      settings?.vmToolsMonitoringSettings,
    ),
  };
}

function place(priority: string | undefined): number | undefined {
  const at = PRIORITIES.indexOf((priority ?? 'medium') as (typeof PRIORITIES)[number]);
  return at < 0 ? undefined : at;
}

function older(powerOff: boolean | undefined): string | undefined {
  return powerOff === undefined ? undefined : powerOff ? 'powerOff' : 'none';
}

function isolation(own: string | undefined, cluster: string | undefined): VmPolicy['onIsolation'] {
  const response = own === undefined || own === 'clusterIsolationResponse' ? cluster : own;
  return response === 'powerOff' || response === 'shutdown' ? response : 'none';
}

/** A machine with settings of its own is watched as they say; any other as the cluster is. */
function monitoring(
  cluster: string | undefined,
  defaults: ClusterVmToolsMonitoringSettings | undefined,
  own: ClusterVmToolsMonitoringSettings | undefined,
): Monitoring | undefined {
  const alone = own !== undefined && own.clusterSettings !== true;
  const watched = alone ? (own.vmMonitoring ?? (own.enabled ? 'vmMonitoringOnly' : 'vmMonitoringDisabled')) : cluster;
  if (watched !== 'vmMonitoringOnly' && watched !== 'vmAndAppMonitoring') return undefined;
  const of = alone ? { ...defaults, ...own } : defaults;
  return {
    failureInterval: of?.failureInterval ?? 30,
    minUpTime: of?.minUpTime ?? 120,
    maxFailures: of?.maxFailures ?? 3,
    maxFailureWindow: of?.maxFailureWindow ?? 3_600,
  };
}
