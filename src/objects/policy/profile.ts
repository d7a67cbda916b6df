/**
 * Storage policies as the world keeps them. Who follows one says so itself: a machine for its home, each disk for itself,
 * so that a policy goes wherever these go.
 */
import type { PbmCapabilityConstraints } from '../../vim25/generated-pbm/index.ts';
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { World } from '../../world/world.ts';

export type Category = 'REQUIREMENT' | 'RESOURCE' | 'DATA_SERVICE_POLICY';

/** What a client says of a policy. */
export interface PolicyText {
  readonly name: string;
  readonly description: string | undefined;
  readonly constraints: PbmCapabilityConstraints;
}

/** What stays as it was when the policy was made. */
export interface PolicyOrigin {
  readonly uniqueId: string;
  readonly category: Category;
  readonly created: number;
  readonly createdBy: string;
  /** `VsanDefaultProfile` and the like, for what every vCenter comes with. */
  readonly system?: string | undefined;
  /** The rules it came with, which a reset brings back. */
  readonly factory?: PbmCapabilityConstraints | undefined;
  readonly k8sCompliantName?: string | undefined;
}

export interface PolicyChange {
  readonly at: number;
  readonly by: string;
  /** Counts changes of the rules: who applied an earlier generation is out of date. */
  readonly generation: number;
}

export interface Policy {
  readonly origin: PolicyOrigin;
  readonly text: PolicyText;
  readonly changed: PolicyChange;
  /** Ids of the datastores it was made the default of. */
  readonly defaultFor: readonly string[];
}

/** A policy as somebody applied it. */
export interface Applied {
  /** The policy's uuid. */
  readonly policy: string;
  readonly generation: number;
}

export const policyKind: KindSpec<Policy> = defineKind<Policy>({
  type: 'StoragePolicy',
  indexes: {
    policyId: { facets: ['origin'], keys: (s) => s.origin.uniqueId },
    policyName: { facets: ['text'], keys: (s) => s.text.name.toLowerCase() },
    policyDefault: { facets: ['defaultFor'], keys: (s) => s.defaultFor },
  },
});

/** The policy of that uuid. */
export function policyOf(world: World, uniqueId: string | undefined): Cell<Policy> | undefined {
  if (uniqueId === undefined) return undefined;
  return world.lookup.first('policyId', uniqueId.toLowerCase()) as Cell<Policy> | undefined;
}

export function policyNamed(world: World, name: string): Cell<Policy> | undefined {
  return world.lookup.first('policyName', name.toLowerCase()) as Cell<Policy> | undefined;
}

/** The id of a policy's cell. Policies take none of the numbers that the inventory counts by. */
export function policyCell(uniqueId: string): string {
  return `policy-${uniqueId}`;
}

export function applied({ state }: Cell<Policy>): Applied {
  return Object.freeze({ policy: state.origin.uniqueId, generation: state.changed.generation });
}

/** Every policy that a machine or a disk of it follows: keys of the index `followed`. */
export function followed(machine: {
  readonly policy?: Applied | undefined;
  readonly devices: readonly { readonly policy?: Applied | undefined }[];
}): readonly string[] | undefined {
  let ids: string[] | undefined;
  const note = (applied: Applied | undefined) => {
    if (applied && !ids?.includes(applied.policy)) ids = [...(ids ?? []), applied.policy];
  };
  note(machine.policy);
  for (const { policy } of machine.devices) note(policy);
  return ids;
}
