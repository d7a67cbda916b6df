/** Settings of a machine that have a key of their own in a .vmx, one row each, for writing and reading. */
import { BOOT_OPTIONS, FLAGS, POWER_OPS, TOOLS } from '../config/config-defaults.ts';
import type { Said } from '../machine.ts';
import type { VmxLines, VmxReading } from './vmx-lines.ts';

type Form = 'text' | 'flag' | 'number';
/** The key, and the property of ConfigInfo it stands for: `tools.afterPowerOn`. */
type Row = readonly [key: string, path: string, form: Form];

const ROWS: readonly Row[] = [
  ['annotation', 'annotation', 'text'],
  ['guestOSAltName', 'alternateGuestName', 'text'],
  ['firmware', 'firmware', 'text'],
  ['mem.hotadd', 'memoryHotAddEnabled', 'flag'],
  ['vcpu.hotadd', 'cpuHotAddEnabled', 'flag'],
  ['vcpu.hotremove', 'cpuHotRemoveEnabled', 'flag'],
  ['sched.mem.pin', 'memoryReservationLockedToMax', 'flag'],
  ['vhv.enable', 'nestedHVEnabled', 'flag'],
  ['vpmc.enable', 'vPMCEnabled', 'flag'],
  ['ctkEnabled', 'changeTrackingEnabled', 'flag'],
  ['sev.enable', 'sevEnabled', 'flag'],
  ['RemoteDisplay.maxConnections', 'maxMksConnections', 'number'],
  ['sev.snp.enable', 'sevSnpEnabled', 'flag'],
  ['tdx.enable', 'tdxEnabled', 'flag'],
  ['sgx.epcSize', 'sgxInfo.epcSize', 'number'],
  ['sgx.flcMode', 'sgxInfo.flcMode', 'text'],
  ['sgx.lePubKeyHash', 'sgxInfo.lePubKeyHash', 'text'],
  ['sgx.requireAttestation', 'sgxInfo.requireAttestation', 'flag'],
  ['vmx.rebootPowerOff', 'rebootPowerOff', 'flag'],
  ['vmx.stats.enable', 'vmxStatsCollectionEnabled', 'flag'],
  ['vmOpNotificationToApp.enabled', 'vmOpNotificationToAppEnabled', 'flag'],
  ['vmOpNotificationToApp.timeout', 'vmOpNotificationTimeout', 'number'],
  ['vasserts.enable', 'vAssertsEnabled', 'flag'],
  ['msgBusTunnel.enable', 'messageBusTunnelEnabled', 'flag'],
  ['pmem.snapshotMode', 'pmem.snapshotMode', 'text'],
  ['pmem.failover.enable', 'pmemFailoverEnabled', 'flag'],
  ['pciPassthru.fixedHotPlug', 'fixedPassthruHotPlugEnabled', 'flag'],
  ['ftcpt.metroFt.enable', 'metroFtEnabled', 'flag'],
  ['ftcpt.metroFt.hostGroup', 'metroFtHostGroup', 'text'],
  ['sched.swap.placement', 'swapPlacement', 'text'],
  ['wwn.temporarilyDisabled', 'npivTemporaryDisabled', 'flag'],
  ['wwn.onNonRdmDisks', 'npivOnNonRdmDisks', 'flag'],
  ['tools.guest.desktop.autolock', 'guestAutoLockEnabled', 'flag'],
  ['migrate.encryptionMode', 'migrateEncryption', 'text'],
  ['ftcpt.ftEncryptionMode', 'ftEncryptionMode', 'text'],
  ['sched.cpu.latencySensitivity', 'latencySensitivity.level', 'text'],
  ['toolScripts.afterPowerOn', 'tools.afterPowerOn', 'flag'],
  ['toolScripts.afterResume', 'tools.afterResume', 'flag'],
  ['toolScripts.beforeSuspend', 'tools.beforeGuestStandby', 'flag'],
  ['toolScripts.beforePowerOff', 'tools.beforeGuestShutdown', 'flag'],
  ['toolScripts.beforeReboot', 'tools.beforeGuestReboot', 'flag'],
  ['tools.syncTime', 'tools.syncTimeWithHost', 'flag'],
  ['tools.allowSyncTime', 'tools.syncTimeWithHostAllowed', 'flag'],
  ['tools.upgrade.policy', 'tools.toolsUpgradePolicy', 'text'],
  ['powerType.powerOff', 'defaultPowerOps.powerOffType', 'text'],
  ['powerType.suspend', 'defaultPowerOps.suspendType', 'text'],
  ['powerType.reset', 'defaultPowerOps.resetType', 'text'],
  ['bios.bootDelay', 'bootOptions.bootDelay', 'number'],
  ['bios.forceSetupOnce', 'bootOptions.enterBIOSSetup', 'flag'],
  ['bios.bootRetry.enabled', 'bootOptions.bootRetryEnabled', 'flag'],
  ['bios.bootRetry.delay', 'bootOptions.bootRetryDelay', 'number'],
  ['uefi.secureBoot.enabled', 'bootOptions.efiSecureBootEnabled', 'flag'],
  ['bios.networkBootProtocol', 'bootOptions.networkBootProtocol', 'text'],
  ['managedBy.extensionKey', 'managedBy.extensionKey', 'text'],
  ['managedBy.type', 'managedBy.type', 'text'],
  ['hwUpgrade.policy', 'scheduledHardwareUpgradeInfo.upgradePolicy', 'text'],
  ['hwUpgrade.version', 'scheduledHardwareUpgradeInfo.versionKey', 'text'],
  ['hwUpgrade.status', 'scheduledHardwareUpgradeInfo.scheduledHardwareUpgradeStatus', 'text'],
  ['monitor.virtual_mmu', 'flags.virtualMmuUsage', 'text'],
  ['monitor.virtual_exec', 'flags.virtualExecUsage', 'text'],
  ['monitor.acceleration.disable', 'flags.disableAcceleration', 'flag'],
  ['monitor.debug', 'flags.runWithDebugInfo', 'flag'],
  ['monitor.type', 'flags.monitorType', 'text'],
  ['snapshot.disabled', 'flags.snapshotDisabled', 'flag'],
  ['snapshot.locked', 'flags.snapshotLocked', 'flag'],
  ['snapshot.action', 'flags.snapshotPowerOffBehavior', 'text'],
  ['disk.EnableUUID', 'flags.diskUuidEnabled', 'flag'],
  ['logging', 'flags.enableLogging', 'flag'],
  ['sched.cpu.htsharing', 'flags.htSharing', 'text'],
  ['vvtd.enable', 'flags.vvtdEnabled', 'flag'],
  ['windows.vbs.enabled', 'flags.vbsEnabled', 'flag'],
];

type Group = Readonly<Record<string, unknown>>;

/** What holds while nothing is said; a .vmx that says so says nothing new. */
const DEFAULTS: { readonly [group: string]: Group } = {
  tools: TOOLS as unknown as Group,
  defaultPowerOps: POWER_OPS as unknown as Group,
  bootOptions: BOOT_OPTIONS as unknown as Group,
  flags: FLAGS as unknown as Group,
};

/** Groups that a host writes out though they say only what holds anyway. */
const WRITTEN_OUT: ReadonlySet<string> = new Set(['tools', 'defaultPowerOps']);

export function putOptions(lines: VmxLines, said: Said = {}): void {
  for (const [key, path] of ROWS) {
    const [group, property] = parts(path);
    const home = (group === '' ? said : (said as Group)[group]) as Group | undefined;
    const standing = WRITTEN_OUT.has(group) ? DEFAULTS[group]![property] : undefined;
    lines.put(key, (home?.[property] ?? standing) as string | undefined);
  }
}

export function readOptions(vmx: VmxReading): Said | undefined {
  const said: Record<string, unknown> = {};
  for (const [key, path, form] of ROWS) {
    const value = vmx[form](key);
    const [group, property] = parts(path);
    if (value === undefined || value === DEFAULTS[group]?.[property]) continue;
    if (group === '') said[property] = value;
    else said[group] = { ...(said[group] as Group | undefined), [property]: value };
  }
  for (const value of Object.values(said)) Object.freeze(value);
  return Object.keys(said).length === 0 ? undefined : Object.freeze(said as Said);
}

function parts(path: string): readonly [group: string, property: string] {
  const [first, second] = path.split('.');
  return second === undefined ? ['', first!] : [first!, second];
}
