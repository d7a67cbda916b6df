/** Default policies of datastores: what they are, and what clients make them. */
import type {
  PbmCapabilityProfile,
  PbmDefaultProfileInfo,
  PbmPlacementHub,
  PbmProfileId,
} from '../../../vim25/generated-pbm/index.ts';
import { invalidArgument } from '../../../world/fault.ts';
import type { Call } from '../../call.ts';
import { defaultPolicyOf } from '../default-of.ts';
import { misfit } from '../placement.ts';
import { policyKind } from '../profile.ts';
import { datastoresAt, guardDefaults, hubOf } from './hubs.ts';
import { namedPolicy, profileId, profileView } from './profile-view.ts';

export function defaultOf(call: Call, hub: PbmPlacementHub): PbmProfileId | undefined {
  const [datastore] = datastoresAt(call, [hub]);
  const policy = defaultPolicyOf(call.world, datastore!);
  return policy && profileId(policy);
}

/** One row for each policy, and one for the datastores that have none. */
export function defaultsOf(call: Call, hubs: readonly PbmPlacementHub[]): PbmDefaultProfileInfo[] {
  const rows = new Map<string, { datastores: PbmPlacementHub[]; defaultProfile?: PbmCapabilityProfile }>();
  for (const datastore of datastoresAt(call, hubs)) {
    const policy = defaultPolicyOf(call.world, datastore);
    const key = policy?.id ?? '';
    const row = rows.get(key) ?? { datastores: [], ...(policy && { defaultProfile: profileView(policy) }) };
    row.datastores.push(hubOf(datastore));
    rows.set(key, row);
  }
  return [...rows.values()];
}

/** Makes a policy the default of datastores; another's before gives way. */
export function assignDefault(call: Call, id: PbmProfileId, hubs: readonly PbmPlacementHub[]): void {
  const { world } = call;
  const policy = namedPolicy(world, id, 'profile');
  if (policy.state.origin.category !== 'REQUIREMENT') throw invalidArgument('profile');
  const datastores = datastoresAt(call, hubs);
  guardDefaults(datastores);
  const ids = datastores.map((d) => d.id);
  call.turn(() => {
    for (const other of world.every(policyKind)) {
      const kept = other.state.defaultFor.filter((d) => !ids.includes(d));
      const defaultFor = other === policy ? [...kept, ...ids] : kept;
      if (defaultFor.length !== other.state.defaultFor.length || other === policy)
        world.update(other, { defaultFor: Object.freeze(defaultFor) });
    }
  });
}

/** Policies that could be the default of every one of the datastores. */
export function applicableDefaults(call: Call, hubs: readonly PbmPlacementHub[]): PbmCapabilityProfile[] {
  if (hubs.length === 0) throw invalidArgument('datastores');
  const datastores = datastoresAt(call, hubs);
  guardDefaults(datastores);
  return [...call.world.every(policyKind)]
    .filter((p) => p.state.origin.category === 'REQUIREMENT' && datastores.every((d) => misfit(d, p) === undefined))
    .map(profileView);
}
