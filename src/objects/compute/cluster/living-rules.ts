/**
 * A cluster's rules, groups and settings for single machines, without those machines and hosts that are not of the cluster
 * any more: vCenter drops them as they leave. Each rule says whether it is kept just now.
 */
import type {
  ClusterAffinityRuleSpec,
  ClusterGroupInfo,
  ClusterHostGroup,
  ClusterRuleInfo,
  ClusterVmGroup,
} from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { breaks, runningIn, type Tie, tieOf } from '../drs/rules.ts';
import { type Cluster, type ClusterRules, NO_RULES } from './cluster-config.ts';

/** What a property that shows them has to declare. */
export const READS_RULES = [
  'rules',
  'ruled.@there',
  'ruled.place',
  'ruled.power',
  'ruled.host.parent',
  'ruledHost.@there',
  'ruledHost.parent',
] as const;

/** Ids of every machine, or every host, that rules, groups and settings name. */
export function namedIn(rules: ClusterRules | undefined, type: 'VirtualMachine' | 'HostSystem'): string[] {
  if (!rules) return [];
  const refs = [
    ...rules.rule.flatMap((r) => (r as Partial<ClusterAffinityRuleSpec>).vm ?? []),
    ...rules.group.flatMap((g) => [...((g as ClusterVmGroup).vm ?? []), ...((g as ClusterHostGroup).host ?? [])]),
    ...[...rules.drsVm, ...rules.dasVm, ...rules.dpmHost].map(({ key }) => key),
  ];
  return [...new Set((refs as readonly Ref[]).filter((ref) => ref.type === type).map(({ value }) => value))];
}

/** Whether a machine, or a host, is of the cluster. */
export function isOf(cluster: Cell<Cluster>, ref: Ref): boolean {
  const cell = cluster.world.find(ref.value);
  const host = cell?.is('VirtualMachine') ? cell.one('host') : cell;
  return host?.is('HostSystem') === true && host.one('parent') === (cluster as unknown as Cell);
}

export function livingRules(self: Cell<Cluster>): ClusterRules {
  const { rules } = self.state;
  if (!rules) return NO_RULES;
  const here = <R extends Ref>(refs: readonly R[] | undefined) => (refs ?? []).filter((ref) => isOf(self, ref));
  const known = ({ key }: { readonly key: Ref }) => isOf(self, key);
  const members = (g: ClusterGroupInfo): ClusterGroupInfo => {
    const { vm, host } = g as ClusterVmGroup & ClusterHostGroup;
    return { ...g, ...(vm && { vm: here(vm) }), ...(host && { host: here(host) }) };
  };
  const group = rules.group.map(members);
  const rule = rules.rule.flatMap((r): ClusterRuleInfo[] => {
    const { vm } = r as Partial<ClusterAffinityRuleSpec>;
    if (!vm) return [r];
    const left = here(vm);
    return left.length === 0 ? [] : [{ ...r, vm: left } as ClusterRuleInfo];
  });
  return {
    rule,
    group,
    drsVm: rules.drsVm.filter(known),
    dasVm: rules.dasVm.filter(known),
    dpmHost: rules.dpmHost.filter(known),
    lastKey: rules.lastKey,
  };
}

/** Ids of the running machines that break a rule where they are. */
export function offenders(self: Cell<Cluster>, tie: Tie): string[] {
  const where = runningIn(self.world);
  return tie.vms.filter((vm) => {
    const host = where(vm);
    return host !== undefined && breaks(tie, vm, host, where);
  });
}

/** The same as clients read them. */
export function shownRules(self: Cell<Cluster>): ClusterRules {
  const living = livingRules(self);
  const rule = living.rule.map((r): ClusterRuleInfo => {
    const tie = tieOf(r, living.group);
    const kept = !tie || offenders(self, tie).length === 0;
    return { ...r, inCompliance: kept, status: kept ? 'green' : tie.mandatory ? 'red' : 'yellow' };
  });
  return { ...living, rule };
}
