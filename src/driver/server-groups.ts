/** Instances that are to be kept together or apart: a VM group of the cluster, and the DRS rule about it. */
import { isVsphereError, type Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type {
  ClusterAntiAffinityRuleSpec,
  ClusterConfigInfoEx,
  ClusterConfigSpecEx,
  ClusterGroupSpec,
  ClusterRuleInfo,
  ClusterRuleSpec,
  ClusterVmGroup,
} from '../vim25/index.ts';
import type { Surroundings } from './surroundings.ts';
import { runTask, type WorkOptions } from './work.ts';

/** The soft ones are kept where that is possible; the others are never broken by DRS. */
export type GroupPolicy = 'affinity' | 'anti-affinity' | 'soft-affinity' | 'soft-anti-affinity';

export interface ServerGroup {
  readonly name: string;
  readonly policy: GroupPolicy;
}

type Machine = Ref<'VirtualMachine'>;

/** Puts an instance into a group, which is made when it is the first. One that is in it stays. */
export async function joinGroup(
  surroundings: Surroundings,
  vm: Machine,
  group: ServerGroup,
  work: WorkOptions,
): Promise<void> {
  await change(surroundings, group.name, work, (members, policy) => {
    if (policy !== undefined && policy !== group.policy) {
      throw new SimError('ERR_USAGE', `the server group '${group.name}' is one of ${policy}`, {
        hint: `ask for ${policy}, or choose another name`,
      });
    }
    return { policy: group.policy, members: members.some((m) => m.value === vm.value) ? members : [...members, vm] };
  });
}

/** Takes an instance out of a group, which goes with the last. One that is not in it is left alone. */
export async function leaveGroup(
  surroundings: Surroundings,
  vm: Machine,
  name: string,
  work: WorkOptions,
): Promise<void> {
  await change(surroundings, name, work, (members, policy) => ({
    policy: policy ?? 'soft-affinity',
    members: members.filter((m) => m.value !== vm.value),
  }));
}

/** The instances of a group; none where there is no such group. */
export async function groupMembers(surroundings: Surroundings, name: string): Promise<readonly Machine[]> {
  return groupOf(await configuration(surroundings), name)?.vm ?? [];
}

interface Wanted {
  readonly policy: GroupPolicy;
  readonly members: readonly Machine[];
}

type Change = (members: readonly Machine[], policy: GroupPolicy | undefined) => Wanted;

/** How often a change is made anew that somebody else's overtook. */
const ATTEMPTS = 5;

/** Reads, changes and looks whether the change stands: another driver may have written the same group meanwhile. */
async function change(surroundings: Surroundings, name: string, work: WorkOptions, wanted: Change): Promise<void> {
  const { cluster, turns } = surroundings;
  await turns.take(`groups of ${cluster.value}`, async () => {
    for (let attempt = 1; ; attempt++) {
      const config = await configuration(surroundings);
      const spec = specFor(config, name, wanted(groupOf(config, name)?.vm ?? [], policyOf(config, name)));
      if (!spec) return;
      try {
        await runTask(
          surroundings,
          cluster,
          'ReconfigureComputeResource_Task',
          { spec, modify: true },
          work,
          'change group',
        );
      } catch (error) {
        // Somebody else was first to make the group or its rule.
        const overtaken = isVsphereError(error, 'InvalidArgument') || isVsphereError(error, 'DuplicateName');
        if (!overtaken || attempt === ATTEMPTS) throw error;
      }
    }
  });
}

/** What is to be changed; undefined when everything is as it should be. */
function specFor(
  config: ClusterConfigInfoEx,
  name: string,
  { policy, members }: Wanted,
): ClusterConfigSpecEx | undefined {
  const group = groupOf(config, name);
  const rule = ruleOf(config, name);
  const groupSpec = groupChange(group, name, members);
  const rulesSpec = ruleChange(rule, name, policy, members);
  if (groupSpec.length + rulesSpec.length === 0) return undefined;
  return { _typeName: 'ClusterConfigSpecEx', groupSpec, rulesSpec };
}

function groupChange(group: ClusterVmGroup | undefined, name: string, vm: readonly Machine[]): ClusterGroupSpec[] {
  if (same(group?.vm ?? [], vm)) return [];
  if (vm.length === 0) return [{ operation: 'remove', removeKey: name }];
  const info: ClusterVmGroup = { _typeName: 'ClusterVmGroup', name, vm };
  return [{ operation: group ? 'edit' : 'add', info }];
}

/** A rule is about two at least. */
function ruleChange(
  rule: ClusterAntiAffinityRuleSpec | undefined,
  name: string,
  policy: GroupPolicy,
  vm: readonly Machine[],
): ClusterRuleSpec[] {
  if (vm.length < 2) return rule ? [{ operation: 'remove', removeKey: rule.key }] : [];
  if (rule && same(rule.vm, vm)) return [];
  const info: ClusterAntiAffinityRuleSpec = {
    _typeName: policy.endsWith('anti-affinity') ? 'ClusterAntiAffinityRuleSpec' : 'ClusterAffinityRuleSpec',
    ...(rule?.key === undefined ? {} : { key: rule.key }),
    name: ruleName(policy, name),
    enabled: true,
    mandatory: !policy.startsWith('soft-'),
    userCreated: true,
    vm,
  };
  return [{ operation: rule ? 'edit' : 'add', info }];
}

/** The rule's name tells its policy, as a group with a single instance has no rule that would. */
function ruleName(policy: GroupPolicy, name: string): string {
  return `${name} (${policy})`;
}

const RULE = /^(.*) \((soft-affinity|soft-anti-affinity|affinity|anti-affinity)\)$/;

function policyOf(config: ClusterConfigInfoEx, name: string): GroupPolicy | undefined {
  return RULE.exec(ruleOf(config, name)?.name ?? '')?.[2] as GroupPolicy | undefined;
}

function groupOf({ group }: ClusterConfigInfoEx, name: string): ClusterVmGroup | undefined {
  return group?.find((g) => g.name === name && g._typeName === 'ClusterVmGroup');
}

function ruleOf({ rule }: ClusterConfigInfoEx, name: string): ClusterAntiAffinityRuleSpec | undefined {
  const found = rule?.find((r: ClusterRuleInfo) => RULE.exec(r.name ?? '')?.[1] === name);
  return found as ClusterAntiAffinityRuleSpec | undefined;
}

function same(a: readonly Machine[], b: readonly Machine[]): boolean {
  return a.length === b.length && a.every(({ value }) => b.some((other) => other.value === value));
}

async function configuration({ client, cluster }: Surroundings): Promise<ClusterConfigInfoEx> {
  return (await client.get(cluster, 'configurationEx')) as ClusterConfigInfoEx;
}
