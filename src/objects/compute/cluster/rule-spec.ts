/** What a client may say of a cluster's rules, groups and settings for single machines; each refusal names its place. */
import type {
  ArrayUpdateSpec,
  ClusterAffinityRuleSpec,
  ClusterConfigSpec,
  ClusterConfigSpecEx,
  ClusterDependencyRuleInfo,
  ClusterGroupInfo,
  ClusterHostGroup,
  ClusterRuleInfo,
  ClusterVmGroup,
  ClusterVmHostRuleInfo,
} from '../../../vim25/generated/index.ts';
import { isRef, type Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import { said } from '../../inventory/said.ts';
import type { Site } from '../../site.ts';
import type { Cluster, ClusterRules } from './cluster-config.ts';
import { isOf } from './living-rules.ts';

export type RulesSpec = Pick<ClusterConfigSpecEx, 'rulesSpec' | 'groupSpec' | 'drsVmConfigSpec' | 'dpmHostConfigSpec'> &
  Pick<ClusterConfigSpec, 'dasVmConfigSpec'>;

const FRESH = { enabled: true, mandatory: false, userCreated: true, status: 'green', inCompliance: true } as const;

/** Rules and groups as a spec leaves them. Throws what is wrong with it. */
export function rulesAfter(site: Site, self: Cell<Cluster>, before: ClusterRules, spec: RulesSpec): ClusterRules {
  const members = (refs: readonly Ref[] | undefined, path: string) => guardMembers(self, refs, path);
  spec.groupSpec?.forEach(({ info }, i) => {
    if (info)
      members(
        [...((info as ClusterVmGroup).vm ?? []), ...((info as ClusterHostGroup).host ?? [])],
        `spec.groupSpec[${i}].info`,
      );
  });
  for (const name of ['drsVmConfigSpec', 'dasVmConfigSpec', 'dpmHostConfigSpec'] as const) {
    spec[name]?.forEach(({ info }, i) => {
      if (info) members([info.key], `spec.${name}[${i}].info.key`);
    });
  }
  const group = changed(before.group, spec.groupSpec, (g) => g.name, 'groupSpec');
  const { rules, lastKey } = numbered(site, self, before, spec.rulesSpec);
  const rule = changed(before.rule, rules, (r) => String(r.key), 'rulesSpec');
  spec.rulesSpec?.forEach(({ info, operation }, i) => {
    const path = `spec.rulesSpec[${i}].info`;
    if (info && operation !== 'remove')
      guardRule(self, rule.find((r) => r.key === rules![i]!.info!.key)!, rule, group, path);
  });
  spec.groupSpec?.forEach(({ operation, removeKey }, i) => {
    if (operation === 'remove' && rule.some((r) => groupsOf(r).includes(String(removeKey)))) {
      throw invalidArgument(`spec.groupSpec[${i}].removeKey`);
    }
  });
  return Object.freeze({
    rule,
    group,
    lastKey,
    drsVm: changed(before.drsVm, spec.drsVmConfigSpec, (v) => v.key.value, 'drsVmConfigSpec'),
    dasVm: changed(before.dasVm, spec.dasVmConfigSpec, (v) => v.key.value, 'dasVmConfigSpec'),
    dpmHost: changed(before.dpmHost, spec.dpmHostConfigSpec, (h) => h.key.value, 'dpmHostConfigSpec'),
  });
}

/** New rules get the next key of the cluster; no key is given twice. */
function numbered(site: Site, self: Cell<Cluster>, before: ClusterRules, specs: RulesSpec['rulesSpec']) {
  let lastKey = Math.max(before.lastKey ?? 0, ...before.rule.map((r) => r.key ?? 0));
  const rules = specs?.map((s) => {
    if (s.operation !== 'add' || !s.info) return s;
    const key = s.info.key && s.info.key > 0 ? s.info.key : ++lastKey;
    lastKey = Math.max(lastKey, key);
    const ruleUuid = site.ids.uuid(`rule/${self.id}/${key}`);
    return { ...s, info: { ...FRESH, ruleUuid, ...(said(s.info) as ClusterRuleInfo), key } };
  });
  return { rules, lastKey };
}

/** Applies add, edit and remove to a list kept by key. Adding what is there, or touching what is not, is InvalidArgument. */
function changed<T extends object>(
  before: readonly T[],
  specs: readonly (ArrayUpdateSpec & { readonly info?: T | undefined })[] | undefined,
  keyOf: (item: T) => string,
  path: string,
): readonly T[] {
  if (!specs) return before;
  const items = new Map(before.map((item) => [keyOf(item), item]));
  specs.forEach(({ operation, info, removeKey }, i) => {
    const key = operation === 'remove' ? (isRef(removeKey) ? removeKey.value : String(removeKey)) : info && keyOf(info);
    if (key === undefined) throw invalidArgument(`spec.${path}[${i}].info`);
    if ((operation === 'add') === items.has(key)) throw invalidArgument(`spec.${path}[${i}]`);
    if (operation === 'remove') items.delete(key);
    else items.set(key, Object.freeze({ ...items.get(key), ...said(info!) } as T));
  });
  return Object.freeze([...items.values()]);
}

/** Each must be there, and of this cluster. */
function guardMembers(self: Cell<Cluster>, refs: readonly Ref[] | undefined, path: string): void {
  for (const ref of refs ?? []) {
    const cell = self.world.find(ref.value);
    if (!cell?.is(ref.type)) throw new VimFault('ManagedObjectNotFound', { obj: ref });
    if (!isOf(self, ref)) throw invalidArgument(path);
  }
}

function guardRule(
  self: Cell<Cluster>,
  rule: ClusterRuleInfo,
  all: readonly ClusterRuleInfo[],
  groups: readonly ClusterGroupInfo[],
  path: string,
): void {
  // The base of all rules says nothing of anybody.
  if (rule._typeName === undefined || rule._typeName === 'ClusterRuleInfo') throw invalidArgument(path);
  if (!rule.name) throw invalidArgument(`${path}.name`);
  if (all.some((other) => other !== rule && other.name === rule.name)) {
    throw new VimFault('DuplicateName', { name: rule.name, object: self.ref });
  }
  const { vm } = rule as Partial<ClusterAffinityRuleSpec>;
  if (vm) {
    guardMembers(self, vm, `${path}.vm`);
    if (new Set(vm.map(({ value }) => value)).size < Math.max(2, vm.length)) throw invalidArgument(`${path}.vm`);
    guardConflict(rule, all);
  }
  const names = groups.map(({ name }) => name);
  for (const [property, name] of Object.entries(groupNames(rule))) {
    if (name !== undefined && !names.includes(name)) throw invalidArgument(`${path}.${property}`);
  }
  if (rule._typeName === 'ClusterVmHostRuleInfo') guardHostRule(rule, path);
}

/** A rule between machines and hosts is about one group of each. */
function guardHostRule(rule: ClusterRuleInfo, path: string): void {
  const { vmGroupName, affineHostGroupName, antiAffineHostGroupName } = rule as ClusterVmHostRuleInfo;
  if (vmGroupName === undefined) throw invalidArgument(`${path}.vmGroupName`);
  if ((affineHostGroupName === undefined) === (antiAffineHostGroupName === undefined)) {
    throw invalidArgument(`${path}.affineHostGroupName`);
  }
}

/** Two machines cannot be together and apart. The older rule stands. */
function guardConflict(rule: ClusterRuleInfo, all: readonly ClusterRuleInfo[]): void {
  if (rule.enabled === false) return;
  const mine = new Set(vmsOf(rule));
  const against = all.find((other) => {
    if (other === rule || other.enabled === false || other._typeName === rule._typeName) return false;
    return vmsOf(other).filter((vm) => mine.has(vm)).length >= 2;
  });
  if (against) throw new VimFault('RuleViolation', { rule: against });
}

function vmsOf(rule: ClusterRuleInfo): string[] {
  return ((rule as Partial<ClusterAffinityRuleSpec>).vm ?? []).map(({ value }) => value);
}

function groupNames(rule: ClusterRuleInfo): { readonly [property: string]: string | undefined } {
  const { vmGroupName, affineHostGroupName, antiAffineHostGroupName } = rule as ClusterVmHostRuleInfo;
  const { vmGroup, dependsOnVmGroup } = rule as Partial<ClusterDependencyRuleInfo>;
  return { vmGroupName, affineHostGroupName, antiAffineHostGroupName, vmGroup, dependsOnVmGroup };
}

function groupsOf(rule: ClusterRuleInfo): (string | undefined)[] {
  return Object.values(groupNames(rule));
}
