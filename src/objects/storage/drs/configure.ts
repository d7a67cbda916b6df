/** A StorageDrsConfigSpec: what is wrong with it, and the settings after it. */
import type {
  ClusterRuleInfo,
  ClusterRuleSpec,
  StorageDrsConfigSpec,
  StorageDrsPodConfigSpec,
  StorageDrsVmConfigInfo,
} from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { World } from '../../../world/world.ts';
import type { StorageDrs } from './settings.ts';

const FRESH: StorageDrs = Object.freeze({ pod: Object.freeze({}), vms: Object.freeze([]) });
const LEVELS: readonly string[] = ['manual', 'automated'];

/** The settings after a spec; without `modify` what the spec leaves out is the default again. Throws what is wrong. */
export function configuredDrs(
  world: World,
  before: StorageDrs | undefined,
  spec: StorageDrsConfigSpec,
  modify: boolean,
): StorageDrs {
  const base = (modify ? before : undefined) ?? FRESH;
  const pod = spec.podConfigSpec;
  if (pod) guardPod(pod);
  const rules = changedRules(world, base, pod?.rule ?? []);
  const { rule: _rule, option = [], ...plain } = pod ?? {};
  const said = Object.entries(plain).filter(([key, value]) => value !== undefined && key !== '_typeName');
  const merged = said.map(([key, value]) => [key, overlaid(base.pod[key as never], value)]);
  return Object.freeze({
    pod: Object.freeze({
      ...base.pod,
      ...Object.fromEntries(merged),
      ...(rules.list.length > 0 || base.pod.rule ? { rule: Object.freeze(rules.list) } : {}),
      ...(option.length > 0 && { option: changedOptions(base, option) }),
    }),
    vms: changedMachines(world, base.vms, spec.vmConfigSpec ?? []),
    lastRule: rules.last,
  });
}

/** A nested record is told in parts: those left out stay. */
function overlaid(before: unknown, said: unknown): unknown {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return said;
  const parts = Object.entries(said).filter(([, value]) => value !== undefined);
  return Object.freeze({ ...(before as object | undefined), ...Object.fromEntries(parts) });
}

function guardPod(pod: StorageDrsPodConfigSpec): void {
  const path = (name: string) => `spec.podConfigSpec.${name}`;
  const within = (name: string, value: number | undefined, least: number, most: number) => {
    if (value !== undefined && !(value >= least && value <= most)) throw invalidArgument(path(name));
  };
  const level = (name: string, value: string | undefined) => {
    if (value !== undefined && !LEVELS.includes(value)) throw invalidArgument(path(name));
  };
  level('defaultVmBehavior', pod.defaultVmBehavior);
  within('loadBalanceInterval', pod.loadBalanceInterval, 60, 43_200);
  const { spaceLoadBalanceConfig: space, ioLoadBalanceConfig: io, automationOverrides: levels } = pod;
  if (space?.spaceThresholdMode !== undefined && !['utilization', 'freeSpace'].includes(space.spaceThresholdMode)) {
    throw invalidArgument(path('spaceLoadBalanceConfig.spaceThresholdMode'));
  }
  within('spaceLoadBalanceConfig.spaceUtilizationThreshold', space?.spaceUtilizationThreshold, 50, 100);
  within('spaceLoadBalanceConfig.minSpaceUtilizationDifference', space?.minSpaceUtilizationDifference, 1, 50);
  within('spaceLoadBalanceConfig.freeSpaceThresholdGB', space?.freeSpaceThresholdGB, 1, 2 ** 31 - 1);
  within('ioLoadBalanceConfig.reservablePercentThreshold', io?.reservablePercentThreshold, 30, 100);
  within('ioLoadBalanceConfig.ioLatencyThreshold', io?.ioLatencyThreshold, 5, 100);
  within('ioLoadBalanceConfig.ioLoadImbalanceThreshold', io?.ioLoadImbalanceThreshold, 1, 100);
  for (const [name, value] of Object.entries(levels ?? {})) {
    if (name !== '_typeName') level(`automationOverrides.${name}`, value as string | undefined);
  }
}

interface Rules {
  readonly list: readonly ClusterRuleInfo[];
  readonly last: number | undefined;
}

function changedRules(world: World, base: StorageDrs, specs: readonly ClusterRuleSpec[]): Rules {
  let list = [...(base.pod.rule ?? [])];
  let last = base.lastRule ?? 0;
  specs.forEach((spec, i) => {
    const path = `spec.podConfigSpec.rule[${i}]`;
    const { operation, info } = spec;
    const key = operation === 'remove' ? Number(spec.removeKey) : info?.key;
    const known = list.find((r) => r.key === key);
    if (operation !== 'add' && !known)
      throw invalidArgument(operation === 'remove' ? `${path}.removeKey` : `${path}.info.key`);
    if (operation === 'remove') {
      list = list.filter((r) => r !== known);
      return;
    }
    if (!info) throw invalidArgument(`${path}.info`);
    const rule = guardedRule(world, { ...known, ...definedOf(info) } as ClusterRuleInfo, `${path}.info`);
    if (list.some((r) => r !== known && r.name === rule.name)) throw invalidArgument(`${path}.info.name`);
    const kept = Object.freeze({ ...rule, key: known ? rule.key : ++last, status: 'green', inCompliance: true });
    list = known ? (list.map((r) => (r === known ? kept : r)) as never) : [...list, kept as ClusterRuleInfo];
  });
  return { list, last: last === 0 ? undefined : last };
}

/** Pods know one kind of rule: machines that are to be on datastores of their own. */
function guardedRule(world: World, rule: ClusterRuleInfo, path: string): ClusterRuleInfo {
  if (rule._typeName !== 'ClusterAntiAffinityRuleSpec') throw invalidArgument(path);
  if (!rule.name) throw invalidArgument(`${path}.name`);
  const vms = ((rule as { readonly vm?: readonly Ref[] }).vm ?? []) as readonly Ref[];
  for (const vm of vms) guardMachine(world, vm);
  if (new Set(vms.map((vm) => vm.value)).size < 2) throw invalidArgument(`${path}.vm`);
  return { enabled: true, mandatory: true, userCreated: true, ...rule };
}

function guardMachine(world: World, ref: Ref): void {
  if (!world.find(ref.value)?.is('VirtualMachine')) throw new VimFault('ManagedObjectNotFound', { obj: ref });
}

function definedOf(info: object): object {
  return Object.fromEntries(Object.entries(info).filter(([, value]) => value !== undefined));
}

function changedOptions(base: StorageDrs, specs: NonNullable<StorageDrsPodConfigSpec['option']>) {
  const options = new Map((base.pod.option ?? []).map((o) => [o.key, o]));
  specs.forEach(({ operation, option, removeKey }, i) => {
    const key = operation === 'remove' ? String(removeKey ?? option?.key) : option?.key;
    if (key === undefined || key === '') throw invalidArgument(`spec.podConfigSpec.option[${i}].option`);
    if (operation === 'remove') {
      if (!options.delete(key)) throw invalidArgument(`spec.podConfigSpec.option[${i}].removeKey`);
    } else options.set(key, option!);
  });
  return Object.freeze([...options.values()]);
}

function changedMachines(
  world: World,
  before: readonly StorageDrsVmConfigInfo[],
  specs: NonNullable<StorageDrsConfigSpec['vmConfigSpec']>,
): readonly StorageDrsVmConfigInfo[] {
  let list = before.filter(({ vm }) => vm && world.find(vm.value));
  specs.forEach(({ operation, info, removeKey }, i) => {
    const path = `spec.vmConfigSpec[${i}]`;
    const vm = operation === 'remove' ? ((removeKey as Ref | undefined) ?? info?.vm) : info?.vm;
    if (!vm) throw invalidArgument(operation === 'remove' ? `${path}.removeKey` : `${path}.info.vm`);
    const known = list.find((v) => v.vm!.value === vm.value);
    if (operation === 'remove') {
      if (!known) throw invalidArgument(`${path}.removeKey`);
      list = list.filter((v) => v !== known);
      return;
    }
    guardMachine(world, vm);
    if (operation === 'add' && known) throw invalidArgument(`${path}.info.vm`);
    if (operation === 'edit' && !known) throw invalidArgument(`${path}.info.vm`);
    guardMachineSettings(world, info!, `${path}.info`);
    const kept = Object.freeze({ ...known, ...definedOf(info!) }) as StorageDrsVmConfigInfo;
    list = known ? list.map((v) => (v === known ? kept : v)) : [...list, kept];
  });
  return Object.freeze(list);
}

function guardMachineSettings(world: World, info: StorageDrsVmConfigInfo, path: string): void {
  if (info.behavior !== undefined && !LEVELS.includes(info.behavior)) throw invalidArgument(`${path}.behavior`);
  const devices = (world.find(info.vm!.value)!.state as { readonly devices?: readonly { readonly key: number }[] })
    .devices;
  const guardDisks = (ids: readonly number[], at: string) => {
    if (new Set(ids).size < 2 || ids.some((id) => !devices?.some((d) => d.key === id))) throw invalidArgument(at);
  };
  if (info.intraVmAntiAffinity) guardDisks(info.intraVmAntiAffinity.diskId, `${path}.intraVmAntiAffinity.diskId`);
  info.virtualDiskRules?.forEach((rule, i) => {
    if (!['affinity', 'antiAffinity', 'disabled'].includes(rule.diskRuleType)) {
      throw invalidArgument(`${path}.virtualDiskRules[${i}].diskRuleType`);
    }
    if (rule.diskRuleType === 'antiAffinity') guardDisks(rule.diskId ?? [], `${path}.virtualDiskRules[${i}].diskId`);
  });
}
