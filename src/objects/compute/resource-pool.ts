/** Resource pools and vApps. */
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { type Entity, managedEntity } from '../inventory/managed-entity.ts';

export interface Pool extends Entity {
  /** Id of the compute resource. */
  readonly owner: string;
}

export const poolKind: KindSpec<Pool> = defineKind<Pool>({
  type: 'ResourcePool',
  base: managedEntity as never,
  prefix: 'resgroup',
  relations: { owner: { facet: 'owner', to: 'ComputeResource', of: (s) => s.owner, inverse: 'pools' } },
  properties: {
    owner: { reads: ['owner'], value: (_, self) => self.one('owner')?.ref },
    resourcePool: { reads: ['children'], value: (_, self) => self.refsBack('children') },
    vm: { reads: ['vm'], value: (_, self) => self.refsBack('vm') },
  },
});

export const vAppKind: KindSpec<Pool> = defineKind<Pool>({ type: 'VirtualApp', base: poolKind as never, prefix: 'resgroup-v' });
