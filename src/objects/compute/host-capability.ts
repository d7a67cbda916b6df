/** HostSystem.capability: what ESXi 8 can do on such a machine. */
import type { HostCapability } from '../../vim25/generated/index.ts';
import type { HostProfile } from './host-profile.ts';

const YES = [
  'recursiveResourcePoolsSupported', 'cpuMemoryResourceConfigurationSupported', 'rebootSupported', 'shutdownSupported', 'vmotionSupported',
  'standbySupported', 'ipmiSupported', 'sanSupported', 'nfsSupported', 'iscsiSupported', 'vlanTaggingSupported', 'nicTeamingSupported',
  'highGuestMemSupported', 'maintenanceModeSupported', 'suspendedRelocateSupported', 'perVmSwapFiles', 'localSwapDatastoreSupported',
  'unsharedSwapVMotionSupported', 'preAssignedPCIUnitNumbersSupported', 'screenshotSupported', 'scaledScreenshotSupported',
  'storageVMotionSupported', 'vmotionWithStorageVMotionSupported', 'vmotionAcrossNetworkSupported', 'hbrNicSelectionSupported',
  'vrNfcNicSelectionSupported', 'ftSupported', 'smpFtSupported', 'loginBySSLThumbprintSupported', 'cloneFromSnapshotSupported',
  'deltaDiskBackingsSupported', 'perVMNetworkTrafficShapingSupported', 'storageIORMSupported', 'vStorageCapable',
  'snapshotRelayoutSupported', 'firewallIpRulesSupported', 'servicePackageInfoSupported', 'vmfsDatastoreMountCapable',
  'eightPlusHostVmfsSharedAccessSupported', 'nestedHVSupported', 'vPMCSupported', 'interVMCommunicationThroughVMCISupported',
  'scheduledHardwareUpgradeSupported', 'featureCapabilitiesSupported', 'latencySensitivitySupported', 'storagePolicySupported',
  'accel3dSupported', 'multipleNetworkStackInstanceSupported', 'messageBusProxySupported', 'vsanSupported', 'hostAccessManagerSupported',
  'provisioningNicSelectionSupported', 'nfs41Supported', 'nfs41Krb5iSupported', 'turnDiskLocatorLedSupported',
  'virtualVolumeDatastoreSupported', 'markAsSsdSupported', 'markAsLocalSupported', 'smartCardAuthenticationSupported', 'pMemSupported',
  'cryptoSupported', 'oneKVolumeAPIsSupported', 'gatewayOnNicSupported', 'cpuHwMmuSupported', 'encryptedVMotionSupported',
  'encryptionWithSnapshotsSupported', 'encryptionMemorySaveSupported', 'ftEfiSupported', 'virtualMmuUsageIgnored',
  'virtualExecUsageIgnored', 'vmCreateDateSupported', 'vmfs3EOLSupported', 'ftVmcpSupported', 'quickBootSupported', 'encryptedFtSupported',
  'assignableHardwareSupported', 'suspendToMemorySupported', 'markPerenniallyReservedSupported', 'hppPspSupported',
  'deviceRebindWithoutRebootSupported', 'storagePolicyChangeSupported', 'precisionTimeProtocolSupported', 'remoteDeviceVMotionSupported',
  'nvmeOverTcpSupported', 'nvmeStorageFabricServicesSupported', 'timeConfigSupported', 'nvmeBatchOperationsSupported',
  'hostConfigEncryptionSupported', 'ptpConfigSupported', 'vmknicBindingSupported',
] as const satisfies readonly (keyof HostCapability)[];

const NO = [
  'datastorePrincipalSupported', 'restrictedSnapshotRelocateSupported', 'backgroundSnapshotsSupported', 'recordReplaySupported',
  'tpmSupported', 'txtEnabled', 'virtualExecUsageSupported', 'vmDirectPathGen2Supported', 'reliableMemoryAware', 'vFlashSupported',
  'upitSupported', 'useFeatureReqsForOldHWv', 'pMemSnapshotSupported',
] as const satisfies readonly (keyof HostCapability)[];

const FLAGS = Object.freeze({
  ...Object.fromEntries(YES.map((name) => [name, true])),
  ...Object.fromEntries(NO.map((name) => [name, false])),
}) as Record<(typeof YES)[number] | (typeof NO)[number], boolean>;

export function hostCapability(p: HostProfile): HostCapability {
  return {
    ...FLAGS,
    maxSupportedVMs: 1_024,
    maxRunningVMs: 1_024,
    maxSupportedVcpus: 768,
    maxRegisteredVMs: 4_096,
    maxNumDisksSVMotion: 248,
    maxVirtualDiskDescVersionSupported: 7,
    maxVcpusPerFtVm: 8,
    supportedVmfsMajorVersion: [5, 6],
    maxHostRunningVms: 1_024,
    maxHostSupportedVcpus: 4_096,
    unmapMethodSupported: 'priority',
    maxMemMBPerFtVm: 131_072,
    maxSupportedVmMemory: 24_560 * 1024,
    maxSupportedSimultaneousThreads: p.threadsPerCore,
    maxSupportedPtpPorts: 0,
    ftCompatibilityIssues: [],
    smpFtCompatibilityIssues: [],
    replayCompatibilityIssues: [],
    vmDirectPathGen2UnsupportedReason: ['hostNptIncompatibleHardware'],
  };
}
