/** The rules of a policy taken apart: rule sets of capabilities, each with its properties. */
import type {
  PbmCapabilityConstraints,
  PbmCapabilityInstance,
  PbmCapabilityPropertyInstance,
  PbmCapabilitySubProfile,
  PbmCapabilitySubProfileConstraints,
} from '../../vim25/generated-pbm/index.ts';

/** The rule sets; a datastore that meets one of them meets the policy. None for a policy without requirements. */
export function ruleSets(constraints: PbmCapabilityConstraints): readonly PbmCapabilitySubProfile[] {
  return (constraints as Partial<PbmCapabilitySubProfileConstraints>).subProfiles ?? [];
}

export function propertiesOf(rule: PbmCapabilityInstance): readonly PbmCapabilityPropertyInstance[] {
  return rule.constraint.flatMap((c) => c.propertyInstance);
}

/** A rule of one property that bears the capability's own name, as nearly all are. */
export function rule(namespace: string, id: string, value: unknown, property: string = id): PbmCapabilityInstance {
  return {
    id: { namespace, id },
    constraint: [{ propertyInstance: [{ id: property, value }] }],
  };
}

/** One rule set under a name. */
export function ruleSet(
  name: string,
  capability: readonly PbmCapabilityInstance[],
): PbmCapabilitySubProfileConstraints {
  const constraints = { _typeName: 'PbmCapabilitySubProfileConstraints', subProfiles: [{ name, capability }] };
  return Object.freeze(constraints);
}
