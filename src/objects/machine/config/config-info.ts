/** `config`: everything about a machine that is configuration, as one VirtualMachineConfigInfo. */
import { formatTime } from '../../../kernel/time.ts';
import type { VirtualMachineConfigInfo } from '../../../vim25/generated/index.ts';
import { datastorePath, deviceViews, type Names } from '../device/device-view.ts';
import { home } from '../files.ts';
import type { Configured } from '../machine.ts';
import { vAppConfigInfo } from '../v-app/v-app-config.ts';
import { cpuAllocation, memoryAllocation, overhead } from './allocation.ts';
import { BOOT_OPTIONS, FLAGS, POWER_OPS, SGX, TOOLS } from './config-defaults.ts';
import { isOn } from './config-options.ts';
import { deviceSwap } from './device-swap.ts';
import { guestName } from './guest-names.ts';
import { hotPlugMemory } from './hot-plug.ts';

/** vCenter keeps no time of the last change of a .vmx and says the epoch. */
const MODIFIED = '1970-01-01T00:00:00Z';

export function configInfo(
  m: Configured,
  names: Names,
  urls: readonly { readonly name: string; readonly url: string }[],
): VirtualMachineConfigInfo {
  const { identity, config } = m;
  const said = config.said ?? {};
  return {
    _typeName: 'VirtualMachineConfigInfo',
    changeVersion: formatTime(identity.changed),
    modified: MODIFIED,
    name: m.name,
    guestFullName: said.alternateGuestName || guestName(config.guestId),
    version: config.version,
    uuid: identity.uuid,
    createDate: formatTime(identity.createDate),
    instanceUuid: identity.instanceUuid,
    npivTemporaryDisabled: true,
    locationId: identity.locationId,
    template: config.template ?? false,
    guestId: config.guestId,
    alternateGuestName: '',
    annotation: '',
    maxMksConnections: 40,
    memoryHotAddEnabled: false,
    cpuHotAddEnabled: false,
    cpuHotRemoveEnabled: false,
    ...hotPlugMemory(config),
    swapPlacement: 'inherit',
    vAssertsEnabled: false,
    changeTrackingEnabled: false,
    firmware: 'bios',
    guestAutoLockEnabled: true,
    memoryReservationLockedToMax: false,
    nestedHVEnabled: false,
    vPMCEnabled: false,
    messageBusTunnelEnabled: false,
    migrateEncryption: 'opportunistic',
    ftEncryptionMode: 'ftEncryptionOpportunistic',
    sevEnabled: false,
    rebootPowerOff: false,
    vmxStatsCollectionEnabled: true,
    vmOpNotificationToAppEnabled: false,
    vmOpNotificationTimeout: -1,
    pmemFailoverEnabled: false,
    latencySensitivity: { level: 'normal' },
    numaInfo: { autoCoresPerNumaNode: true, vnumaOnCpuHotaddExposed: false },
    scheduledHardwareUpgradeInfo: { upgradePolicy: 'never', scheduledHardwareUpgradeStatus: 'none' },
    guestIntegrityInfo: { enabled: false },
    guestMonitoringModeInfo: { gmmFile: '', gmmAppliance: '' },
    deviceGroups: {},
    ...said,
    sgxInfo: { ...SGX, ...said.sgxInfo },
    deviceSwap: deviceSwap(m),
    files: fileInfo(m, names),
    tools: { ...TOOLS, ...said.tools },
    flags: flags(m),
    defaultPowerOps: { ...POWER_OPS, ...said.defaultPowerOps },
    bootOptions: { ...BOOT_OPTIONS, ...said.bootOptions },
    hardware: hardware(m, names),
    cpuAllocation: cpuAllocation(config),
    memoryAllocation: memoryAllocation(config),
    extraConfig: config.extra ?? [],
    vAppConfig: config.vApp && vAppConfigInfo(config.vApp),
    datastoreUrl: urls,
    initialOverhead: { initialMemoryReservation: overhead(config), initialSwapReservation: 2 * overhead(config) },
  };
}

function fileInfo({ files }: Configured, names: Names): VirtualMachineConfigInfo['files'] {
  const directory = (at = home(files)) => `${datastorePath(names, at)}/`;
  return {
    vmPathName: datastorePath(names, files.vmx),
    snapshotDirectory: directory(files.snapshotDirectory),
    suspendDirectory: directory(files.suspendDirectory),
    logDirectory: directory(files.logDirectory),
  };
}

/** Says what the monitor chose as well, which hosts since ESXi 6.7 leave to themselves. */
function flags({ config }: Configured): VirtualMachineConfigInfo['flags'] {
  const diskUuidEnabled = isOn(config.extra, 'disk.EnableUUID');
  return {
    ...FLAGS,
    diskUuidEnabled,
    virtualMmuUsage: 'automatic',
    virtualExecUsage: 'hvAuto',
    ...config.said?.flags,
  };
}

function hardware({ config, devices, identity }: Configured, names: Names): VirtualMachineConfigInfo['hardware'] {
  return {
    _typeName: 'VirtualHardware',
    numCPU: config.numCPU,
    numCoresPerSocket: config.coresPerSocket,
    autoCoresPerSocket: config.autoCores ?? false,
    memoryMB: config.memoryMB,
    virtualICH7MPresent: config.virtualICH7MPresent ?? false,
    virtualSMCPresent: config.virtualSMCPresent ?? false,
    device: deviceViews(devices, identity.uuid, names),
    motherboardLayout: config.motherboardLayout ?? 'i440bxHostBridge',
    simultaneousThreads: config.simultaneousThreads ?? 1,
  };
}
