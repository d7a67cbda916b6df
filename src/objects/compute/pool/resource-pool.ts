/** ResourcePool: a part of a compute resource's CPU and memory, divided further by pools, vApps and VMs. */
import type { ResourceConfigSpec } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { defineKind, type KindSpec } from '../../../world/kind.ts';
import { managedEntity } from '../../inventory/managed-entity.ts';
import { machineResources } from '../../machine/config/resources.ts';
import type { Machine } from '../../machine/machine.ts';
import { isRoot, type Pool } from './pool.ts';
import { poolConfig, poolRuntime, poolSummary, READS_POOL_CONFIG, READS_USAGE } from './pool-usage.ts';

export type { Pool } from './pool.ts';

export const poolKind: KindSpec<Pool> = defineKind<Pool>({
  type: 'ResourcePool',
  base: managedEntity as never,
  prefix: 'resgroup',
  relations: {
    owner: { facet: 'owner', to: 'ComputeResource', of: (s) => s.owner, inverse: 'pools' },
    rootOf: {
      facet: 'parent',
      to: 'ComputeResource',
      of: (s) => (isRoot(s) ? s.parent : undefined),
      inverse: 'rootPool',
    },
    within: {
      facet: 'parent',
      to: 'ResourcePool',
      of: (s) => (isRoot(s) ? undefined : s.parent),
      inverse: 'resourcePool',
    },
  },
  properties: {
    owner: { reads: ['owner'], value: (_, self) => self.one('owner')?.ref },
    resourcePool: { reads: ['resourcePool'], value: (_, self) => self.refsBack('resourcePool') },
    vm: { reads: ['vm'], value: (_, self) => self.refsBack('vm') },
    config: { reads: READS_POOL_CONFIG, value: (s, self) => poolConfig(s, self) },
    runtime: { reads: READS_USAGE, value: (s, self) => poolRuntime(s, self) },
    summary: {
      reads: ['name', ...READS_USAGE],
      value: (s, self) => poolSummary(s, self),
    },
    childConfiguration: {
      reads: ['resourcePool', 'resourcePool.allocation', 'resourcePool.owner', 'vm', 'vm.config', 'vm.identity'],
      value: (_, self) => childConfiguration(self),
    },
  },
});

/** Of the pools in it and of its machines, as each says of itself. */
function childConfiguration(self: Cell<Pool>): ResourceConfigSpec[] {
  return [
    ...Array.from(self.back<Pool>('resourcePool'), (pool) => poolConfig(pool.state, pool)),
    ...Array.from(self.back<Machine>('vm'), (vm) => machineResources(vm)),
  ];
}
