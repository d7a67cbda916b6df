/** `runtime` and `capability`. */
import { formatTime } from '../../kernel/time.ts';
import type { VirtualMachineCapability, VirtualMachineRuntimeInfo } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { masksOf } from '../compute/evc/machine-evc.ts';
import type { Host } from '../compute/host/host.ts';
import { toolsRunning } from '../guest/awake.ts';
import { overhead } from './config/allocation.ts';
import { isCard } from './device/device.ts';
import { isBroken } from './device/disk-chain.ts';
import type { Machine } from './machine.ts';
import { questionInfo } from './power/question.ts';
import { READS_CONNECTION } from './standing.ts';

/** What `runtimeInfo` reads of a machine and of the host it is given. */
export const READS_RUNTIME = [
  'config',
  'devices',
  'question',
  'toolsInstaller',
  'failingOver',
  'host.profile',
  ...READS_CONNECTION,
] as const;

export function hostOf(self: Cell<Machine>): Host | undefined {
  return self.one<Host>('host')?.state;
}

/** Clock rate of a core in MHz. */
export function coreMhz(host: Host | undefined): number {
  return host?.profile.mhz ?? 0;
}

export function runtimeInfo(
  m: Machine,
  host: Host | undefined,
  connectionState: VirtualMachineRuntimeInfo['connectionState'],
): Omit<VirtualMachineRuntimeInfo, 'numMksConnections'> {
  const { power, config, place } = m;
  const on = power.state === 'poweredOn';
  const masks = config.extra ? masksOf(config.extra) : [];
  const limit = config.cpu?.limit ?? -1;
  const mhz = on && host ? config.numCPU * coreMhz(host) : undefined;
  return {
    _typeName: 'VirtualMachineRuntimeInfo',
    device: m.devices.filter(isCard).map((d) => ({
      _typeName: 'VirtualMachineDeviceRuntimeInfo',
      runtimeState: {
        _typeName: 'VirtualMachineDeviceRuntimeInfoVirtualEthernetCardRuntimeState',
        vmDirectPathGen2Active: false,
        vmDirectPathGen2InactiveReasonOther: ['vmNptIncompatibleHost'],
      },
      key: d.key,
    })),
    host: place.host === undefined ? undefined : { type: 'HostSystem', value: place.host },
    connectionState,
    powerState: power.state,
    vmFailoverInProgress: m.failingOver === true,
    toolsInstallerMounted: m.toolsInstaller !== undefined,
    suspendTime: power.suspendTime === undefined ? undefined : formatTime(power.suspendTime),
    bootTime: power.bootTime === undefined || !on ? undefined : formatTime(power.onTime ?? power.bootTime),
    suspendInterval: Math.round(power.suspended ?? 0),
    question: m.question && questionInfo(m.question),
    memoryOverhead: on ? overhead(config) : undefined,
    ...(masks.length > 0 && { featureMask: masks }),
    minRequiredEVCModeKey: on ? (power.evc ?? host?.profile.evcMode) : undefined,
    maxCpuUsage: mhz !== undefined && limit >= 0 ? Math.min(mhz, limit) : mhz,
    maxMemoryUsage: on ? config.memoryMB : undefined,
    recordReplayState: 'inactive',
    cleanPowerOff: power.state === 'poweredOff' ? !power.unclean : undefined,
    onlineStandby: on && power.standby === true,
    consolidationNeeded: false,
    ...(m.devices.some(isBroken) && { diskChainBroken: true }),
    paused: false,
    snapshotInBackground: false,
    quiescedForkParent: false,
    instantCloneFrozen: false,
    suspendedToMemory: false,
  };
}

/** What a machine can do whose guest has no tools running. */
export const CAPABILITY: VirtualMachineCapability = Object.freeze({
  _typeName: 'VirtualMachineCapability',
  snapshotOperationsSupported: true,
  multipleSnapshotsSupported: true,
  snapshotConfigSupported: true,
  poweredOffSnapshotsSupported: true,
  memorySnapshotsSupported: true,
  revertToSnapshotSupported: true,
  quiescedSnapshotsSupported: true,
  disableSnapshotsSupported: false,
  lockSnapshotsSupported: false,
  consolePreferencesSupported: false,
  cpuFeatureMaskSupported: true,
  s1AcpiManagementSupported: true,
  settingScreenResolutionSupported: false,
  toolsAutoUpdateSupported: false,
  vmNpivWwnSupported: true,
  npivWwnOnNonRdmVmSupported: true,
  vmNpivWwnDisableSupported: true,
  vmNpivWwnUpdateSupported: true,
  swapPlacementSupported: true,
  toolsSyncTimeSupported: true,
  virtualMmuUsageSupported: true,
  diskSharesSupported: true,
  bootOptionsSupported: true,
  bootRetryOptionsSupported: true,
  settingVideoRamSizeSupported: true,
  settingDisplayTopologySupported: false,
  recordReplaySupported: false,
  changeTrackingSupported: true,
  multipleCoresPerSocketSupported: true,
  hostBasedReplicationSupported: true,
  guestAutoLockSupported: true,
  memoryReservationLockSupported: true,
  featureRequirementSupported: true,
  poweredOnMonitorTypeChangeSupported: true,
  seSparseDiskSupported: true,
  nestedHVSupported: true,
  vPMCSupported: true,
  secureBootSupported: true,
  perVmEvcSupported: true,
  virtualMmuUsageIgnored: true,
  virtualExecUsageIgnored: true,
  diskOnlySnapshotOnSuspendedVMSupported: true,
  suspendToMemorySupported: false,
  toolsSyncTimeAllowSupported: true,
  sevSupported: false,
  pmemFailoverSupported: true,
  requireSgxAttestationSupported: false,
  changeModeDisksSupported: true,
  vendorDeviceGroupSupported: true,
});

/** With VMware Tools running the guest's desktop can be arranged from outside. */
const WITH_TOOLS: VirtualMachineCapability = Object.freeze({
  ...CAPABILITY,
  settingScreenResolutionSupported: true,
  settingDisplayTopologySupported: true,
});

export const READS_CAPABILITY = ['guest', 'power', 'outside'] as const;

export function capabilityOf(m: Machine): VirtualMachineCapability {
  return toolsRunning(m) ? WITH_TOOLS : CAPABILITY;
}
