/** What compute resources and clusters answer. */

import type { ClusterRuleInfo } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { type ManagedObject, managedObject } from '../../managed-object.ts';
import { computeResourceKind } from '../compute-resource.ts';
import { addHostVerb } from '../host/add-host.ts';
import { moveHostVerbs } from '../host/move-host.ts';
import { clusterKind } from './cluster.ts';
import { type Cluster, NO_RULES } from './cluster-config.ts';
import { reconfigureStandalone, reconfigureVerbs } from './cluster-reconfigure.ts';

export const computeResource: ManagedObject = managedObject(
  'ComputeResource',
  computeResourceKind,
  {
    ReconfigureComputeResource_Task: (call, self, { spec, modify }) =>
      call.startTask(`${self.type}.reconfigureEx`, self as never, { spec, modify }),
  },
  [reconfigureStandalone],
);

export const cluster: ManagedObject = managedObject(
  'ClusterComputeResource',
  clusterKind,
  {
    ReconfigureCluster_Task: (call, self, { spec, modify }) =>
      call.startTask('ClusterComputeResource.reconfigure', self as never, { spec, modify }),
    AddHost_Task: (call, self, args) => call.startTask('ClusterComputeResource.addHost', self as never, { ...args }),
    MoveInto_Task: (call, self, { host }) => call.startTask('ClusterComputeResource.moveInto', self as never, { host }),
    MoveHostInto_Task: (call, self, { host, resourcePool }) =>
      call.startTask('ClusterComputeResource.moveHostInto', self as never, { host: [host], resourcePool }),
    RefreshRecommendation() {},
    FindRulesForVm: (_call, self, { vm }) => rulesFor(self, vm.value),
  },
  [...reconfigureVerbs, addHostVerb, ...moveHostVerbs],
);

function rulesFor(self: Cell<Cluster>, vm: string): readonly ClusterRuleInfo[] {
  const { rule, group } = self.state.rules ?? NO_RULES;
  const holds = (list: unknown) => ((list ?? []) as readonly { readonly value: string }[]).some((r) => r.value === vm);
  const groups = new Set(group.filter((g) => holds((g as { vm?: unknown }).vm)).map((g) => g.name));
  return rule.filter((r) => {
    const { vm: vms, vmGroupName } = r as { readonly vm?: unknown; readonly vmGroupName?: string };
    return holds(vms) || (vmGroupName !== undefined && groups.has(vmGroupName));
  });
}
