/** What HA is to do for a machine whose host loses its storage: what was said for it, over what was said for its cluster. */
import type { ClusterVmComponentProtectionSettings } from '../../../vim25/generated/index.ts';
import { type Cluster, dasOf, NO_RULES } from '../cluster/cluster-config.ts';
import { vmPolicy } from './vm-policy.ts';

/** `conservative` ends a machine only when it is sure that another host can have it. */
export type Response = 'none' | 'warning' | 'conservative' | 'aggressive';

export interface StoragePolicy {
  readonly apd: Response;
  readonly pdl: Response;
  /** Milliseconds after a host gave its paths up, until its machines are ended. */
  readonly delay: number;
  /** A machine whose storage is there again after that time is reset. */
  readonly resets: boolean;
  /** Place among the restart priorities. */
  readonly priority: number;
}

const RESPONSES: { readonly [said: string]: Response | undefined } = {
  warning: 'warning',
  restartConservative: 'conservative',
  restartAggressive: 'aggressive',
};

/** Undefined where the cluster does not watch storage, and for a machine that HA does not restart. */
export function storagePolicy(s: Cluster, vm: string): StoragePolicy | undefined {
  const das = dasOf(s);
  if (!das.enabled || das.vmComponentProtecting !== 'enabled') return undefined;
  const { priority } = vmPolicy(s, vm);
  if (priority === undefined) return undefined;
  const own = (s.rules ?? NO_RULES).dasVm.find((v) => v.key.value === vm)?.dasSettings?.vmComponentProtectionSettings;
  const said = over(own, das.defaultVmSettings?.vmComponentProtectionSettings);
  return {
    apd: RESPONSES[said.vmStorageProtectionForAPD ?? ''] ?? 'none',
    pdl: RESPONSES[said.vmStorageProtectionForPDL ?? ''] ?? 'none',
    delay: 1_000 * Math.max(0, said.vmTerminateDelayForAPDSec ?? 180),
    resets: said.vmReactionOnAPDCleared === 'reset',
    priority,
  };
}

const OF_CLUSTER: ReadonlySet<unknown> = new Set([undefined, 'clusterDefault', 'useClusterDefault', -1]);

function over(
  own: ClusterVmComponentProtectionSettings = {},
  cluster: ClusterVmComponentProtectionSettings = {},
): ClusterVmComponentProtectionSettings {
  const said = Object.entries(own).filter(([, value]) => !OF_CLUSTER.has(value));
  return { ...cluster, ...Object.fromEntries(said) };
}
