/** What a configuration may be, by the machine's hardware version: each refusal names the property of the spec. */
import type { VirtualMachineConfigSpec } from '../../../vim25/generated/index.ts';
import { invalidArgument } from '../../../world/fault.ts';
import type { Config } from '../machine.ts';
import { hardwareOf } from './hardware-version.ts';

type Spec = VirtualMachineConfigSpec;

/** What needs younger hardware than the oldest: the property, the version, and whether the spec asks for it. */
const NEEDS: readonly (readonly [path: string, hardware: number, asked: (spec: Spec) => boolean | undefined])[] = [
  ['memoryHotAddEnabled', 7, (s) => s.memoryHotAddEnabled],
  ['cpuHotAddEnabled', 7, (s) => s.cpuHotAddEnabled],
  ['cpuHotRemoveEnabled', 7, (s) => s.cpuHotRemoveEnabled],
  ['changeTrackingEnabled', 7, (s) => s.changeTrackingEnabled],
  ['firmware', 8, (s) => s.firmware === 'efi'],
  ['nestedHVEnabled', 9, (s) => s.nestedHVEnabled],
  ['vPMCEnabled', 9, (s) => s.vPMCEnabled],
  ['bootOptions.efiSecureBootEnabled', 13, (s) => s.bootOptions?.efiSecureBootEnabled],
  ['flags.vvtdEnabled', 14, (s) => s.flags?.vvtdEnabled],
  ['flags.vbsEnabled', 14, (s) => s.flags?.vbsEnabled],
  ['pmem', 14, (s) => s.pmem?.snapshotMode !== undefined],
  ['sgxInfo', 17, (s) => (s.sgxInfo?.epcSize ?? 0) > 0],
  ['sevEnabled', 18, (s) => s.sevEnabled],
  ['motherboardLayout', 20, (s) => s.motherboardLayout === 'acpiHostBridges'],
  ['simultaneousThreads', 20, (s) => (s.simultaneousThreads ?? 1) > 1],
  ['virtualNuma', 20, (s) => s.virtualNuma?.coresPerNumaNode !== undefined],
  ['tdxEnabled', 22, (s) => s.tdxEnabled],
  ['sevSnpEnabled', 22, (s) => s.sevSnpEnabled],
];

export function guardFeatures(spec: Spec, version: string): void {
  const { number } = hardwareOf(version);
  for (const [path, hardware, asked] of NEEDS) {
    if (hardware > number && asked(spec)) throw invalidArgument(`configSpec.${path}`);
  }
}

/** Processors and memory within what the hardware has. */
export function guardSizes(config: Pick<Config, 'numCPU' | 'coresPerSocket' | 'memoryMB' | 'version'>): void {
  const hardware = hardwareOf(config.version);
  const { numCPU, coresPerSocket, memoryMB } = config;
  if (!(numCPU >= 1 && numCPU <= hardware.cpus)) throw invalidArgument('configSpec.numCPUs');
  if (coresPerSocket > hardware.coresPerSocket) throw invalidArgument('configSpec.numCoresPerSocket');
  if (!(memoryMB >= 4 && memoryMB <= hardware.memoryMB && memoryMB % 4 === 0)) {
    throw invalidArgument('configSpec.memoryMB');
  }
}

type Check = (spec: Spec) => unknown;

/** Strings that the API leaves open and the server does not. */
const ONE_OF: readonly (readonly [path: string, value: Check, ...allowed: readonly string[]])[] = [
  ['firmware', (s) => s.firmware, 'bios', 'efi'],
  ['swapPlacement', (s) => s.swapPlacement, 'inherit', 'vmDirectory', 'hostLocal'],
  ['migrateEncryption', (s) => s.migrateEncryption, 'disabled', 'opportunistic', 'required'],
  [
    'ftEncryptionMode',
    (s) => s.ftEncryptionMode,
    'ftEncryptionDisabled',
    'ftEncryptionOpportunistic',
    'ftEncryptionRequired',
  ],
  ['pmem.snapshotMode', (s) => s.pmem?.snapshotMode, 'independent_persistent', 'independent_eraseonrevert'],
  ['motherboardLayout', (s) => s.motherboardLayout, 'i440bxHostBridge', 'acpiHostBridges'],
  ['flags.htSharing', (s) => s.flags?.htSharing, 'any', 'none', 'internal'],
  ['flags.monitorType', (s) => s.flags?.monitorType, 'release', 'debug', 'stats'],
  ['flags.virtualMmuUsage', (s) => s.flags?.virtualMmuUsage, 'automatic', 'on', 'off'],
  ['flags.virtualExecUsage', (s) => s.flags?.virtualExecUsage, 'hvAuto', 'hvOn', 'hvOff'],
  [
    'flags.snapshotPowerOffBehavior',
    (s) => s.flags?.snapshotPowerOffBehavior,
    'powerOff',
    'revertToSnapshot',
    'prompt',
    'take',
  ],
  ['tools.toolsUpgradePolicy', (s) => s.tools?.toolsUpgradePolicy, 'manual', 'upgradeAtPowerCycle'],
  ['powerOpInfo.powerOffType', (s) => s.powerOpInfo?.powerOffType, 'soft', 'hard', 'preset'],
  ['powerOpInfo.suspendType', (s) => s.powerOpInfo?.suspendType, 'soft', 'hard', 'preset'],
  ['powerOpInfo.resetType', (s) => s.powerOpInfo?.resetType, 'soft', 'hard', 'preset'],
  ['powerOpInfo.standbyAction', (s) => s.powerOpInfo?.standbyAction, 'checkpoint', 'powerOnSuspend'],
  ['bootOptions.networkBootProtocol', (s) => s.bootOptions?.networkBootProtocol, 'ipv4', 'ipv6'],
  [
    'scheduledHardwareUpgradeInfo.upgradePolicy',
    (s) => s.scheduledHardwareUpgradeInfo?.upgradePolicy,
    'never',
    'onSoftPowerOff',
    'always',
  ],
];

/** Numbers with bounds. */
const WITHIN: readonly (readonly [path: string, value: Check, least: number, most: number])[] = [
  ['bootOptions.bootDelay', (s) => s.bootOptions?.bootDelay, 0, 10_000_000],
  ['bootOptions.bootRetryDelay', (s) => s.bootOptions?.bootRetryDelay, 0, 10_000_000],
  ['maxMksConnections', (s) => s.maxMksConnections, 1, 40],
  ['simultaneousThreads', (s) => s.simultaneousThreads, 1, 2],
  ['vmOpNotificationTimeout', (s) => s.vmOpNotificationTimeout, -1, 3_600],
  ['virtualNuma.coresPerNumaNode', (s) => s.virtualNuma?.coresPerNumaNode, 0, 1_024],
];

export function guardWords(spec: Spec): void {
  for (const [path, value, ...allowed] of ONE_OF) {
    const said = value(spec);
    if (said !== undefined && !allowed.includes(String(said))) throw invalidArgument(`configSpec.${path}`);
  }
  for (const [path, value, least, most] of WITHIN) {
    const said = value(spec);
    if (said !== undefined && !(Number(said) >= least && Number(said) <= most)) {
      throw invalidArgument(`configSpec.${path}`);
    }
  }
}

/** What one part of a configuration asks of another. */
export function guardTogether(config: Config, spec: Spec): void {
  const firmware = config.said?.firmware ?? 'bios';
  if (spec.bootOptions?.efiSecureBootEnabled && firmware !== 'efi') {
    throw invalidArgument('configSpec.bootOptions.efiSecureBootEnabled');
  }
  if (spec.flags?.vbsEnabled && firmware !== 'efi') throw invalidArgument('configSpec.flags.vbsEnabled');
  if (spec.firmware === 'bios' && config.said?.bootOptions?.efiSecureBootEnabled && !spec.bootOptions) {
    throw invalidArgument('configSpec.firmware');
  }
}
