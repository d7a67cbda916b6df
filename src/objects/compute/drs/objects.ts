/** The methods of clusters that are about DRS, and what DRS keeps beside the inventory. */

import type { ClusterDependencyRuleInfo, ClusterRuleInfo, ClusterVmGroup } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import type { KindSpec } from '../../../world/kind.ts';
import { vmKind } from '../../machine/virtual-machine.ts';
import type { ManagedObject, MethodsOf } from '../../managed-object.ts';
import type { Cluster } from '../cluster/cluster-config.ts';
import { shownRules } from '../cluster/living-rules.ts';
import { lookAt } from './look.ts';
import { planMaintenance } from './maintenance-plan.ts';
import { applyRecommendation, cancelRecommendation } from './order.ts';
import { placeVm } from './place-vm.ts';
import { recommendHosts } from './recommend-hosts.ts';
import { tieOf } from './rules.ts';
import { drsBooksKind } from './taken.ts';

const methods: MethodsOf<'ClusterComputeResource', Cluster> = {
  RecommendHostsForVm: (call, self, { vm, pool }) => recommendHosts(call, self, vm, pool),
  PlaceVm: (call, self, { placementSpec }) => placeVm(call, self, placementSpec),
  ClusterEnterMaintenanceMode: (call, self, { host }) => planMaintenance(call, self, host),
  RefreshRecommendation: (call, self) => lookAt(call.site, self),
  ApplyRecommendation: (call, self, { key }) => applyRecommendation(call, self, key),
  CancelRecommendation: (call, self, { key }) => cancelRecommendation(call, self, key),
  FindRulesForVm: (call, self, { vm }) => rulesFor(self, call.resolve(vmKind, vm).id),
};

/** Every rule that names the machine, by itself or in a group, in force or not. */
function rulesFor(self: Cell<Cluster>, vm: string): readonly ClusterRuleInfo[] {
  const { rule, group } = shownRules(self);
  const groups = group.filter((g) => (g as ClusterVmGroup).vm?.some((ref) => ref.value === vm)).map(({ name }) => name);
  return rule.filter((r) => {
    const tie = tieOf({ ...r, enabled: true }, group);
    const { vmGroup, dependsOnVmGroup } = r as Partial<ClusterDependencyRuleInfo>;
    return tie?.vms.includes(vm) || groups.includes(vmGroup ?? '') || groups.includes(dependsOnVmGroup ?? '');
  });
}

export const drsMethods: { readonly type: string; readonly methods: ManagedObject['methods'] } = {
  type: 'ClusterComputeResource',
  methods: methods as ManagedObject['methods'],
};

export const drsKinds: readonly KindSpec<never>[] = [drsBooksKind as never];
