/** Compute resources: what hosts and clusters offer. */
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { type Entity, managedEntity } from '../inventory/managed-entity.ts';
import type { Cell } from '../../world/cell.ts';
import type { Ref } from '../../vim25/value.ts';

export interface ComputeResource extends Entity {
  /** Id of the root resource pool. */
  readonly rootPool: string;
}

export const computeResourceKind: KindSpec<ComputeResource> = defineKind<ComputeResource>({
  type: 'ComputeResource',
  base: managedEntity as never,
  prefix: 'domain-s',
  properties: {
    resourcePool: { reads: ['rootPool'], value: (s) => ({ type: 'ResourcePool', value: s.rootPool }) },
    host: { reads: ['children'], value: (_, self) => hostsOf(self as unknown as Cell).map((h) => h.ref) },
    datastore: { reads: ['children.datastores'], value: (_, self) => union(self as unknown as Cell, 'datastore') },
    network: { reads: ['children.networks'], value: (_, self) => union(self as unknown as Cell, 'network') },
    environmentBrowser: { reads: [], value: (_, self) => ({ type: 'EnvironmentBrowser', value: `envbrowser-${self.id.replace(/^\D+/, '')}` }) },
  },
});

export function hostsOf(self: Cell): Cell[] {
  return [...self.back('children')].filter((c) => c.is('HostSystem'));
}

function union(self: Cell, property: string): Ref[] {
  const all = new Map<string, Ref>();
  for (const host of hostsOf(self)) for (const ref of (host.get(property) ?? []) as Ref[]) all.set(ref.value, ref);
  return [...all.values()];
}
