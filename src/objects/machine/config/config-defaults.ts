/** What vCenter says of a machine of which nothing was said. */
import type {
  ToolsConfigInfo,
  VirtualMachineBootOptions,
  VirtualMachineDefaultPowerOpInfo,
  VirtualMachineFlagInfo,
  VirtualMachineSgxInfo,
} from '../../../vim25/generated/index.ts';

export const FLAGS: VirtualMachineFlagInfo = Object.freeze({
  _typeName: 'VirtualMachineFlagInfo',
  disableAcceleration: false,
  enableLogging: true,
  useToe: false,
  runWithDebugInfo: false,
  monitorType: 'release',
  htSharing: 'any',
  snapshotDisabled: false,
  snapshotLocked: false,
  diskUuidEnabled: false,
  snapshotPowerOffBehavior: 'powerOff',
  recordReplayEnabled: false,
  faultToleranceType: 'unset',
  cbrcCacheEnabled: false,
  vvtdEnabled: false,
  vbsEnabled: false,
});

export const TOOLS: ToolsConfigInfo = Object.freeze({
  _typeName: 'ToolsConfigInfo',
  toolsVersion: 0,
  toolsInstallType: 'guestToolsTypeUnknown',
  afterPowerOn: true,
  afterResume: true,
  beforeGuestStandby: true,
  beforeGuestShutdown: true,
  toolsUpgradePolicy: 'manual',
  syncTimeWithHostAllowed: true,
  syncTimeWithHost: false,
  lastInstallInfo: Object.freeze({ counter: 0 }),
});

export const POWER_OPS: VirtualMachineDefaultPowerOpInfo = Object.freeze({
  _typeName: 'VirtualMachineDefaultPowerOpInfo',
  powerOffType: 'soft',
  suspendType: 'hard',
  resetType: 'soft',
  defaultPowerOffType: 'soft',
  defaultSuspendType: 'hard',
  defaultResetType: 'soft',
  standbyAction: 'checkpoint',
});

export const BOOT_OPTIONS: VirtualMachineBootOptions = Object.freeze({
  _typeName: 'VirtualMachineBootOptions',
  bootDelay: 0,
  enterBIOSSetup: false,
  efiSecureBootEnabled: false,
  bootRetryEnabled: false,
  bootRetryDelay: 10000,
  networkBootProtocol: 'ipv4',
});

/** No enclave. */
export const SGX: VirtualMachineSgxInfo = Object.freeze({
  _typeName: 'VirtualMachineSgxInfo',
  epcSize: 0,
  flcMode: 'unlocked',
  lePubKeyHash: '',
  requireAttestation: false,
});
