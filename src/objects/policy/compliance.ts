/** Whether what follows a policy lies where that policy is met. Worked out when asked: there is nothing to go stale. */
import type { PbmCapabilityInstance } from '../../vim25/generated-pbm/index.ts';
import type { Cell } from '../../world/cell.ts';
import type { World } from '../../world/world.ts';
import { datastoreKind, isAccessible } from '../storage/datastore.ts';
import type { Follower } from './associations.ts';
import { misfit } from './placement.ts';
import { type Policy, policyOf } from './profile.ts';

export type Status = 'compliant' | 'nonCompliant' | 'unknown' | 'notApplicable' | 'outOfDate';

export interface Compliance {
  readonly policy: Cell<Policy> | undefined;
  readonly status: Status;
  /** The rule that is not met. */
  readonly violated?: PbmCapabilityInstance | undefined;
}

/** `against` is a policy to measure by in place of the one that was applied. */
export function compliance(world: World, follower: Follower, against?: Cell<Policy>): Compliance {
  const { applied, file } = follower;
  const policy = against ?? policyOf(world, applied?.policy);
  if (!policy) return { policy, status: 'notApplicable' };
  if (!against && applied && applied.generation !== policy.state.changed.generation) {
    return { policy, status: 'outOfDate' };
  }
  const datastore = world.as(datastoreKind, file.datastore);
  if (!datastore || !isAccessible(datastore)) return { policy, status: 'unknown' };
  const found = misfit(datastore, policy);
  if (found === undefined) return { policy, status: 'compliant' };
  return { policy, status: 'nonCompliant', ...(found !== 'storage' && { violated: found }) };
}

/** The worst first: what is said of a whole machine. */
const WORST: readonly Status[] = ['nonCompliant', 'outOfDate', 'unknown', 'compliant', 'notApplicable'];

export function rollup(statuses: readonly Status[]): Status {
  return WORST.find((status) => statuses.includes(status)) ?? 'notApplicable';
}
