/** The parts of a ConfigSpec that a machine keeps as they were said, over the defaults. */
import type { HostCpuIdInfo, VirtualMachineConfigSpec } from '../../../vim25/generated/index.ts';
import type { Said } from '../machine.ts';
import { swapSaid } from './device-swap.ts';

const PLAIN = [
  'alternateGuestName',
  'annotation',
  'changeTrackingEnabled',
  'consolePreferences',
  'cpuHotAddEnabled',
  'cpuHotRemoveEnabled',
  'firmware',
  'fixedPassthruHotPlugEnabled',
  'ftEncryptionMode',
  'guestAutoLockEnabled',
  'guestMonitoringModeInfo',
  'latencySensitivity',
  'maxMksConnections',
  'memoryHotAddEnabled',
  'memoryReservationLockedToMax',
  'messageBusTunnelEnabled',
  'metroFtEnabled',
  'metroFtHostGroup',
  'migrateEncryption',
  'nestedHVEnabled',
  'networkShaper',
  'npivOnNonRdmDisks',
  'npivTemporaryDisabled',
  'pmem',
  'pmemFailoverEnabled',
  'rebootPowerOff',
  'repConfig',
  'sevEnabled',
  'sevSnpEnabled',
  'sgxInfo',
  'swapPlacement',
  'tdxEnabled',
  'vAssertsEnabled',
  'vPMCEnabled',
  'vcpuConfig',
  'vmOpNotificationTimeout',
  'vmOpNotificationToAppEnabled',
  'vmxStatsCollectionEnabled',
] as const satisfies readonly (keyof Said & keyof VirtualMachineConfigSpec)[];

/** What the server says of the tools and a client cannot. */
const OF_THE_SERVER = ['toolsVersion', 'toolsInstallType', 'lastInstallInfo'] as const;

export function saidAfter(before: Said | undefined, spec: VirtualMachineConfigSpec): Said | undefined {
  const after: Record<string, unknown> = { ...before };
  for (const part of PLAIN) if (spec[part] !== undefined) after[part] = spec[part];
  merge(after, 'flags', spec.flags);
  merge(after, 'tools', without(spec.tools, OF_THE_SERVER));
  merge(after, 'bootOptions', spec.bootOptions && bootOptions(spec.bootOptions));
  merge(after, 'defaultPowerOps', spec.powerOpInfo);
  if (spec.managedBy) after['managedBy'] = spec.managedBy.extensionKey === '' ? undefined : spec.managedBy;
  for (const part of ['cpuAffinity', 'memoryAffinity'] as const) {
    if (spec[part]) after[part] = spec[part].affinitySet?.length ? spec[part] : undefined;
  }
  if (spec.cpuFeatureMask) after['cpuFeatureMask'] = masks(before?.cpuFeatureMask, spec.cpuFeatureMask);
  after['deviceSwap'] = swapSaid(before?.deviceSwap, spec);
  if (spec.virtualNuma) after['numaInfo'] = numa(spec.virtualNuma);
  if (spec.scheduledHardwareUpgradeInfo) {
    after['scheduledHardwareUpgradeInfo'] = upgrade(spec.scheduledHardwareUpgradeInfo);
  }
  const kept = Object.fromEntries(Object.entries(after).filter(([, v]) => v !== undefined));
  return Object.keys(kept).length === 0 ? undefined : Object.freeze(kept as Said);
}

function merge(after: Record<string, unknown>, part: string, given: object | undefined): void {
  if (!given) return;
  const told = Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined));
  after[part] = Object.freeze({ ...(after[part] as object | undefined), ...told });
}

function without<T extends object>(given: T | undefined, names: readonly string[]): object | undefined {
  return given && Object.fromEntries(Object.entries(given).filter(([name]) => !names.includes(name)));
}

type BootOptions = NonNullable<VirtualMachineConfigSpec['bootOptions']>;

/** A bootable device of no kind stands for none: so clients take an order back. */
function bootOptions(given: BootOptions): object {
  if (!given.bootOrder) return given;
  const bare = 'VirtualMachineBootOptionsBootableDevice';
  const bootOrder = given.bootOrder.filter((d) => d._typeName !== undefined && d._typeName !== bare);
  return { ...given, bootOrder: Object.freeze(bootOrder) };
}

function masks(
  before: readonly HostCpuIdInfo[] | undefined,
  given: NonNullable<VirtualMachineConfigSpec['cpuFeatureMask']>,
): readonly HostCpuIdInfo[] | undefined {
  const byLevel = new Map((before ?? []).map((m) => [m.level, m]));
  for (const { operation, info, removeKey } of given) {
    if (operation === 'remove') byLevel.delete(Number(removeKey ?? info?.level));
    else if (info) byLevel.set(info.level, Object.freeze({ ...info }));
  }
  return byLevel.size === 0 ? undefined : Object.freeze([...byLevel.values()].sort((a, b) => a.level - b.level));
}

function numa(given: NonNullable<VirtualMachineConfigSpec['virtualNuma']>): Said['numaInfo'] {
  const { coresPerNumaNode, exposeVnumaOnCpuHotadd } = given;
  return Object.freeze({
    ...(coresPerNumaNode && { coresPerNumaNode }),
    autoCoresPerNumaNode: !coresPerNumaNode,
    vnumaOnCpuHotaddExposed: exposeVnumaOnCpuHotadd ?? false,
  });
}

function upgrade(
  given: NonNullable<VirtualMachineConfigSpec['scheduledHardwareUpgradeInfo']>,
): Said['scheduledHardwareUpgradeInfo'] {
  const { upgradePolicy = 'never', versionKey } = given;
  const scheduledHardwareUpgradeStatus = upgradePolicy === 'never' ? 'none' : 'pending';
  return Object.freeze({ upgradePolicy, ...(versionKey && { versionKey }), scheduledHardwareUpgradeStatus });
}
