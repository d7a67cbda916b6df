/** PbmPlacementSolver: which datastores can hold what follows a policy, and why others cannot. */
import type {
  PbmCompatibilityCheckFault,
  PbmPlacementCapabilityConstraintsRequirement,
  PbmPlacementCapabilityProfileRequirement,
  PbmPlacementCompatibilityResult,
  PbmPlacementHub,
  PbmPlacementRequirement,
  PbmPropertyMismatchFault,
} from '../../../vim25/generated-pbm/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, type VimFault } from '../../../world/fault.ts';
import type { Call } from '../../call.ts';
import type { ManagedObject } from '../../managed-object.ts';
import { type Datastore, isAccessible } from '../../storage/datastore.ts';
import { type Misfit, misfit, unmet } from '../placement.ts';
import { propertiesOf } from '../rules.ts';
import { datastoreAt, hubsToSearch } from './hubs.ts';
import { pbmObject } from './pbm-object.ts';
import { namedPolicy, pbmFault } from './profile-view.ts';

/** What a datastore is asked for; gives what it does not meet. */
type Demand = (datastore: Cell<Datastore>) => Misfit | undefined;

function answer(call: Call, hub: PbmPlacementHub, demands: readonly Demand[]): PbmPlacementCompatibilityResult {
  const datastore = datastoreAt(call, hub);
  if (!datastore || !isAccessible(datastore)) return { hub, error: [unfit(hub).localized()] };
  const errors = demands.flatMap((demand) => {
    const found = demand(datastore);
    return found === undefined ? [] : [mismatch(hub, found).localized()];
  });
  return errors.length > 0 ? { hub, error: errors } : { hub };
}

function mismatch(hub: PbmPlacementHub, found: Misfit): VimFault {
  const [property] = found === 'storage' ? [] : propertiesOf(found);
  if (found === 'storage' || !property) return unfit(hub);
  return pbmFault<PbmPropertyMismatchFault>(
    'PbmPropertyMismatchFault',
    { hub, capabilityInstanceId: found.id, requirementPropertyInstance: property } as never,
    `The datastore does not offer ${found.id.namespace}.${found.id.id} as the policy wants it.`,
  );
}

function unfit(hub: PbmPlacementHub): VimFault {
  const text = 'The datastore does not satisfy the requirements of the policy.';
  return pbmFault<PbmCompatibilityCheckFault>('PbmCompatibilityCheckFault', { hub }, text);
}

function check(
  call: Call,
  given: readonly PbmPlacementHub[] | undefined,
  demands: readonly Demand[],
): PbmPlacementCompatibilityResult[] {
  return hubsToSearch(call, given).map((hub) => answer(call, hub, demands));
}

function matching(
  call: Call,
  given: readonly PbmPlacementHub[] | undefined,
  demand: Demand,
): readonly PbmPlacementHub[] {
  return hubsToSearch(call, given).filter((hub) => !answer(call, hub, [demand]).error);
}

function demandOf(call: Call, requirement: PbmPlacementRequirement): Demand {
  const { profileId, constraints } = requirement as Partial<
    PbmPlacementCapabilityProfileRequirement & PbmPlacementCapabilityConstraintsRequirement
  >;
  if (constraints) return (datastore) => unmet(datastore, constraints);
  if (!profileId) throw invalidArgument('placementSubjectRequirement');
  const policy = namedPolicy(call.world, profileId, 'placementSubjectRequirement.profileId');
  return (datastore) => misfit(datastore, policy);
}

export const placementSolver: ManagedObject = pbmObject('PbmPlacementSolver', {
  PbmQueryMatchingHub(call, _, { hubsToSearch, profile }) {
    const policy = namedPolicy(call.world, profile, 'profile');
    return matching(call, hubsToSearch, (datastore) => misfit(datastore, policy));
  },
  PbmQueryMatchingHubWithSpec(call, _, { hubsToSearch, createSpec }) {
    return matching(call, hubsToSearch, (datastore) => unmet(datastore, createSpec.constraints));
  },
  PbmCheckCompatibility(call, _, { hubsToSearch, profile }) {
    const policy = namedPolicy(call.world, profile, 'profile');
    return check(call, hubsToSearch, [(datastore) => misfit(datastore, policy)]);
  },
  PbmCheckCompatibilityWithSpec(call, _, { hubsToSearch, profileSpec }) {
    return check(call, hubsToSearch, [(datastore) => unmet(datastore, profileSpec.constraints)]);
  },
  PbmCheckRequirements(call, _, { hubsToSearch, placementSubjectRequirement }) {
    const demands = (placementSubjectRequirement ?? []).map((requirement) => demandOf(call, requirement));
    return check(call, hubsToSearch, demands);
  },
});
