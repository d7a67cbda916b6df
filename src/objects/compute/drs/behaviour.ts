/** How far DRS may go by itself: the cluster's automation level, and what is said for single machines. */
import type { DrsBehavior } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { type Cluster, drsOf } from '../cluster/cluster-config.ts';

/** `disabled`: DRS leaves the machine alone, and starts it where it stands. */
export type Behaviour = DrsBehavior | 'disabled';

export function behaviourOf(cluster: Cell<Cluster>, vm: string): Behaviour {
  const drs = drsOf(cluster.state);
  if (drs.enabled !== true) return 'disabled';
  const own = drs.enableVmBehaviorOverrides === false ? undefined : overrideOf(cluster, vm);
  if (own?.enabled === false) return 'disabled';
  return own?.behavior ?? drs.defaultVmBehavior ?? 'fullyAutomated';
}

function overrideOf(cluster: Cell<Cluster>, vm: string) {
  return cluster.state.rules?.drsVm.find(({ key }) => key.value === vm);
}

/** Whether DRS chooses by itself where the machine starts. */
export function startsAlone(behaviour: Behaviour): boolean {
  return behaviour === 'partiallyAutomated' || behaviour === 'fullyAutomated';
}
