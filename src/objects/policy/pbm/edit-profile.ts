/** PbmCreate, PbmUpdate, PbmDelete and the way back to what a policy came with. */
import type {
  PbmCapabilityConstraints,
  PbmCapabilityProfileCreateSpec,
  PbmCapabilityProfileUpdateSpec,
  PbmDuplicateName,
  PbmProfileId,
  PbmProfileOperationOutcome,
  PbmResourceInUse,
} from '../../../vim25/generated-pbm/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, type VimFault } from '../../../world/fault.ts';
import type { Call } from '../../call.ts';
import { followersOf } from '../associations.ts';
import { OPEN_NAMESPACES, providerOf } from '../capabilities.ts';
import { type Category, type Policy, policyCell, policyKind, policyNamed, policyOf } from '../profile.ts';
import { propertiesOf, ruleSets } from '../rules.ts';
import { namedPolicy, pbmFault, profileId } from './profile-view.ts';

const CATEGORIES: ReadonlySet<string> = new Set(['REQUIREMENT', 'RESOURCE', 'DATA_SERVICE_POLICY']);
const LONGEST_NAME = 80;

export function createProfile(call: Call, spec: PbmCapabilityProfileCreateSpec): PbmProfileId {
  const { world, site } = call;
  const { name, description, category = 'REQUIREMENT', constraints, k8sCompliantName } = spec;
  if (spec.resourceType.resourceType !== 'STORAGE') throw invalidArgument('createSpec.resourceType');
  if (!CATEGORIES.has(category)) throw invalidArgument('createSpec.category');
  guardName(call, name, 'createSpec.name');
  guardRules(constraints, 'createSpec.constraints');
  const at = site.clock.now();
  return call.turn(() => {
    const uniqueId = site.ids.uuid(`policy/${name}/${world.revision}`);
    const made = world.create(
      policyKind,
      {
        origin: Object.freeze({
          uniqueId,
          category: category as Category,
          created: at,
          createdBy: call.user,
          ...(k8sCompliantName !== undefined && { k8sCompliantName }),
        }),
        text: Object.freeze({ name, description, constraints }),
        changed: Object.freeze({ at, by: call.user, generation: 0 }),
        defaultFor: Object.freeze([]),
      },
      policyCell(uniqueId),
    );
    return profileId(made);
  });
}

export function updateProfile(call: Call, id: PbmProfileId, spec: PbmCapabilityProfileUpdateSpec): void {
  const policy = namedPolicy(call.world, id, 'profileId');
  const { text, origin } = policy.state;
  if (spec.name !== undefined && spec.name !== text.name) guardName(call, spec.name, 'updateSpec.name', policy);
  if (spec.constraints) guardRules(spec.constraints, 'updateSpec.constraints');
  // What a storage array decides by itself has no rules that one could change.
  if (spec.constraints && origin.system === 'VVolDefaultProfile') throw invalidArgument('updateSpec.constraints');
  const { name = text.name, description = text.description, constraints = text.constraints } = spec;
  write(call, policy, Object.freeze({ name, description, constraints }));
}

/** Back to the rules that the policy came with. */
export function resetProfile(call: Call, policy: Cell<Policy>): void {
  const { factory } = policy.state.origin;
  if (!factory) throw invalidArgument('profile');
  write(call, policy, Object.freeze({ ...policy.state.text, constraints: factory }));
}

function write(call: Call, policy: Cell<Policy>, text: Policy['text']): void {
  const before = policy.state;
  const generation = before.changed.generation + (text.constraints === before.text.constraints ? 0 : 1);
  call.turn(() =>
    call.world.update(policy, {
      text,
      changed: Object.freeze({ at: call.site.clock.now(), by: call.user, generation }),
    }),
  );
}

/** Deletes what can be deleted; says of each how it went. */
export function deleteProfiles(call: Call, ids: readonly PbmProfileId[]): PbmProfileOperationOutcome[] {
  return ids.map((id) => {
    const policy = policyOf(call.world, id.uniqueId);
    const fault = policy ? kept(call, policy) : pbmFault('PbmFaultNotFound', {}, `Profile ${id.uniqueId} not found.`);
    if (fault) return { profileId: id, fault: fault.localized() };
    call.turn(() => call.world.destroy(policy!));
    return { profileId: id };
  });
}

/** Why a policy stays. */
function kept(call: Call, policy: Cell<Policy>): VimFault | undefined {
  const { origin, text, defaultFor } = policy.state;
  const used = (what: string) =>
    pbmFault<PbmResourceInUse>(
      'PbmResourceInUse',
      { type: 'PbmCapabilityProfile', name: text.name },
      `The storage policy '${text.name}' is in use: ${what}.`,
    );
  if (origin.system !== undefined)
    return pbmFault('PbmFault', {}, `The storage policy '${text.name}' belongs to the system and stays.`);
  if (defaultFor.some((id) => call.world.find(id))) return used('it is the default of a datastore');
  const [follower] = followersOf(call.world, origin.uniqueId);
  return follower && used(`${follower.objectType} ${follower.key} follows it`);
}

function guardName(call: Call, name: string, path: string, self?: Cell<Policy>): void {
  if (name.trim() === '' || name.length > LONGEST_NAME) throw invalidArgument(path);
  const other = policyNamed(call.world, name);
  if (!other || other === self) return;
  const text = `The name '${name}' already exists.`;
  throw pbmFault<PbmDuplicateName>('PbmDuplicateName', { name }, text);
}

/** Every rule must be of a capability that somebody provides, with values of its type. */
function guardRules(constraints: PbmCapabilityConstraints, path: string): void {
  for (const { capability } of ruleSets(constraints)) {
    for (const rule of capability) {
      const { namespace, id } = rule.id;
      if (OPEN_NAMESPACES.has(namespace)) continue;
      const known = providerOf(namespace)?.capabilities.find((c) => c.id === id);
      if (!known) throw invalidArgument(path);
      const type = { XSD_INT: 'number', XSD_BOOLEAN: 'boolean', XSD_STRING: 'string' }[known.type];
      for (const { value, id: property } of propertiesOf(rule)) {
        if (property !== id) continue;
        const off = typeof value === 'number' && known.range && (value < known.range[0] || value > known.range[1]);
        if (off || (typeof value !== 'object' && typeof value !== type)) throw invalidArgument(path);
      }
    }
  }
}
