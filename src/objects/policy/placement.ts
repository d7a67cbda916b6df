/** Whether a datastore can hold what follows a policy, and which of its rules stands in the way. */
import type { PbmCapabilityConstraints, PbmCapabilityInstance } from '../../vim25/generated-pbm/index.ts';
import type { Cell } from '../../world/cell.ts';
import type { Datastore } from '../storage/datastore.ts';
import { ALLOCATION, OPEN_NAMESPACES, providerOf, TAG } from './capabilities.ts';
import type { Policy } from './profile.ts';
import { propertiesOf, ruleSets } from './rules.ts';

/** A system policy without rules is for the storage it was made for. */
const MADE_FOR: Readonly<Record<string, string>> = {
  VsanDefaultProfile: 'vsan',
  VVolDefaultProfile: 'vvol',
  PmemDefaultProfile: 'pmem',
};

/** Lower case: `vmfs`, `nfs`, `vsan`, `vvol`. */
export function storageType(datastore: Cell<Datastore>): string {
  return datastore.state.volume.type.toLowerCase();
}

/** Why a datastore cannot hold what follows a policy; undefined when it can. */
export type Misfit = 'storage' | PbmCapabilityInstance;

/** The first rule of the policy that the datastore does not meet, or `storage` for what no single rule says. */
export function misfit(datastore: Cell<Datastore>, policy: Cell<Policy>): Misfit | undefined {
  const { system } = policy.state.origin;
  const wanted = system === undefined ? undefined : MADE_FOR[system];
  const { constraints } = policy.state.text;
  if (wanted !== undefined && ruleSets(constraints).length === 0 && storageType(datastore) !== wanted) return 'storage';
  return unmet(datastore, constraints);
}

/** As {@link misfit}, for rules that are no policy yet. One rule set that is met is enough. */
export function unmet(datastore: Cell<Datastore>, constraints: PbmCapabilityConstraints): Misfit | undefined {
  let first: Misfit | undefined;
  for (const { capability } of ruleSets(constraints)) {
    const failing = capability.find((rule) => !meets(datastore, rule));
    if (!failing) return undefined;
    first ??= failing;
  }
  return first;
}

/** Tags are kept by another service than this one, so no datastore has any. */
function meets(datastore: Cell<Datastore>, rule: PbmCapabilityInstance): boolean {
  const { namespace } = rule.id;
  if (namespace === TAG) return propertiesOf(rule).some((p) => p.operator === 'NOT');
  if (OPEN_NAMESPACES.has(namespace)) return true;
  const provider = providerOf(namespace);
  if (!provider) return false;
  const type = storageType(datastore);
  // Every kind of storage allocates no more than it must.
  if (namespace === ALLOCATION && propertiesOf(rule).every((p) => p.value === 'Conserve space when possible'))
    return type !== 'vsan' && type !== 'vvol';
  return provider.on?.includes(type) ?? true;
}
