/** How Storage DRS is set up in a pod: what was said, over vCenter's defaults; for the pod, and for single machines. */
import type {
  ClusterRuleInfo,
  StorageDrsPodConfigInfo,
  StorageDrsVmConfigInfo,
} from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import type { StoragePod } from '../storage-pod.ts';

/** What was said; the rest are the defaults. */
export interface StorageDrs {
  readonly pod: Partial<StorageDrsPodConfigInfo>;
  readonly vms: readonly StorageDrsVmConfigInfo[];
  /** Key of the newest rule. */
  readonly lastRule?: number | undefined;
}

export const POD_DEFAULTS: StorageDrsPodConfigInfo = Object.freeze({
  enabled: false,
  ioLoadBalanceEnabled: false,
  defaultVmBehavior: 'manual',
  loadBalanceInterval: 480,
  defaultIntraVmAffinity: true,
  spaceLoadBalanceConfig: Object.freeze({
    spaceThresholdMode: 'utilization',
    spaceUtilizationThreshold: 80,
    minSpaceUtilizationDifference: 5,
  }),
  ioLoadBalanceConfig: Object.freeze({
    reservablePercentThreshold: 60,
    reservableThresholdMode: 'automated',
    ioLatencyThreshold: 15,
    ioLoadImbalanceThreshold: 5,
  }),
  automationOverrides: Object.freeze({}),
  rule: Object.freeze([]),
  option: Object.freeze([]),
});

/** What holds for the pod; its rules name only machines that are `there`, where that is asked for. */
export function podConfig(drs: StorageDrs | undefined, there?: (vm: string) => boolean): StorageDrsPodConfigInfo {
  const config = { ...POD_DEFAULTS, ...drs?.pod };
  const rules = config.rule as readonly VmRule[] | undefined;
  if (!there || !rules?.length) return config;
  return { ...config, rule: rules.map((r) => ({ ...r, vm: (r.vm ?? []).filter(({ value }) => there(value)) })) };
}

/** Machines, by id, that overrides and rules name. */
export function namedMachines(drs: StorageDrs | undefined): string[] {
  const rules = (drs?.pod.rule ?? []) as readonly VmRule[];
  const refs = [...(drs?.vms ?? []).flatMap(({ vm }) => vm ?? []), ...rules.flatMap(({ vm }) => vm ?? [])];
  return [...new Set(refs.map((ref) => ref.value))];
}

/** What holds for one machine: its own settings where it has any, else the pod's. */
export interface MachineSettings {
  /** Whether Storage DRS may move it. */
  readonly enabled: boolean;
  readonly automated: boolean;
  /** Its disks stay together. */
  readonly together: boolean;
  /** Sets of disks, by key, each of which must be on a datastore of its own. */
  readonly apart: readonly (readonly number[])[];
}

/** Why a move is proposed: each reason may have an automation level of its own. */
export type Cause = 'space' | 'rule' | 'evacuation';

const OVERRIDE = {
  space: 'spaceLoadBalanceAutomationMode',
  rule: 'ruleEnforcementAutomationMode',
  evacuation: 'vmEvacuationAutomationMode',
} as const;

export function machineSettings(pod: Cell<StoragePod>, vm: string | undefined, cause: Cause): MachineSettings {
  const { drs } = pod.state;
  const of = podConfig(drs);
  const own = vm === undefined ? undefined : drs?.vms.find((v) => v.vm?.value === vm);
  const level = own?.behavior ?? of.automationOverrides?.[OVERRIDE[cause]] ?? of.defaultVmBehavior;
  return {
    enabled: of.enabled && own?.enabled !== false,
    automated: level === 'automated',
    ...spread(own, of.defaultIntraVmAffinity !== false),
  };
}

/** How the disks of a machine stand to each other. */
export function spread(
  own: StorageDrsVmConfigInfo | undefined,
  byDefault: boolean,
): Pick<MachineSettings, 'together' | 'apart'> {
  const rules = own?.virtualDiskRules ?? [];
  const listed = rules.flatMap((r) =>
    r.diskRuleType === 'antiAffinity' && r.enabled !== false ? [r.diskId ?? []] : [],
  );
  const anti = own?.intraVmAntiAffinity;
  const apart = anti && anti.enabled !== false ? [anti.diskId, ...listed] : listed;
  return { together: apart.length === 0 && (own?.intraVmAffinity ?? byDefault), apart };
}

interface VmRule extends ClusterRuleInfo {
  readonly vm?: readonly { readonly value: string }[];
}

/** Sets of machines, by id, each of which must be on a datastore of its own. */
export function machinesApart(drs: StorageDrs | undefined): readonly (readonly string[])[] {
  return (drs?.pod.rule ?? []).flatMap((rule) =>
    rule.enabled === false || rule._typeName !== 'ClusterAntiAffinityRuleSpec'
      ? []
      : [((rule as VmRule).vm ?? []).map((vm) => vm.value)],
  );
}
