/** A policy as the API shows it, and the checks of what clients name. */
import { formatTime } from '../../../kernel/time.ts';
import type {
  PbmCapabilityProfile,
  PbmFault,
  PbmProfileId,
  PbmProfileResourceType,
} from '../../../vim25/generated-pbm/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { World } from '../../../world/world.ts';
import { type Policy, policyOf } from '../profile.ts';

export const STORAGE: PbmProfileResourceType = Object.freeze({ resourceType: 'STORAGE' });

export function profileId({ state }: Cell<Policy>): PbmProfileId {
  return { uniqueId: state.origin.uniqueId };
}

export function profileView({ state }: Cell<Policy>): PbmCapabilityProfile {
  const { origin, text, changed, defaultFor } = state;
  return {
    _typeName: 'PbmCapabilityProfile',
    profileId: { uniqueId: origin.uniqueId },
    name: text.name,
    description: text.description,
    creationTime: formatTime(origin.created),
    createdBy: origin.createdBy,
    lastUpdatedTime: formatTime(changed.at),
    lastUpdatedBy: changed.by,
    profileCategory: origin.category,
    resourceType: STORAGE,
    constraints: text.constraints,
    generationId: changed.generation,
    isDefault: defaultFor.length > 0,
    systemCreatedProfileType: origin.system,
    k8sCompliantName: origin.k8sCompliantName ?? kubernetesName(text.name),
  };
}

/** The policy a client names. Throws InvalidArgument when there is none. */
export function namedPolicy(world: World, id: PbmProfileId, path: string): Cell<Policy> {
  const found = policyOf(world, id.uniqueId);
  if (!found) throw invalidArgument(path);
  return found;
}

/** A fault of this API, with the text that goes to people. */
export function pbmFault<T extends PbmFault>(
  type: string,
  properties: Omit<T, keyof PbmFault>,
  text: string,
): VimFault {
  return new VimFault(type, properties as Record<string, unknown>, text);
}

/** Small letters, digits, dots and dashes, with a letter or digit at both ends. */
function kubernetesName(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-');
  return plain.replace(/^(?=[-.])/, '0').replace(/(?<=[-.])$/, '0');
}
