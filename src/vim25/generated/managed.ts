// Generated from wsdl/vim25.json (pyvmomi 9.1.1.0) by `npm run gen`. Do not edit.
import type { Ref } from '../value.ts';
import type {
  AlarmDescription,
  AlarmExpression,
  AlarmFilterSpec,
  AlarmInfo,
  AlarmSpec,
  AlarmState,
  AnswerFile,
  AnswerFileCreateSpec,
  AnswerFileStatusResult,
  ApplyHostProfileConfigurationResult,
  ApplyHostProfileConfigurationSpec,
  ApplyProfile,
  ApplyStorageRecommendationResult,
  AuthorizationDescription,
  AuthorizationPrivilege,
  AuthorizationRole,
  Capability,
  CheckResult,
  ClusterActionHistory,
  ClusterComputeResourceClusterConfigResult,
  ClusterComputeResourceCryptoModePolicy,
  ClusterComputeResourceHCIConfigInfo,
  ClusterComputeResourceHCIConfigSpec,
  ClusterComputeResourceHostConfigurationInput,
  ClusterComputeResourceMaintenanceInfo,
  ClusterComputeResourceSummary,
  ClusterComputeResourceValidationResultBase,
  ClusterConfigInfo,
  ClusterConfigSpec,
  ClusterConfigSpecEx,
  ClusterDasAdvancedRuntimeInfo,
  ClusterDrsFaults,
  ClusterDrsMigration,
  ClusterDrsRecommendation,
  ClusterEVCManagerCheckResult,
  ClusterEVCManagerEVCState,
  ClusterEnterMaintenanceResult,
  ClusterHostRecommendation,
  ClusterIoFilterInfo,
  ClusterPowerOnVmResult,
  ClusterProfileConfigSpec,
  ClusterRecommendation,
  ClusterResourceUsageSummary,
  ClusterRuleInfo,
  ComplianceResult,
  ComputeResourceConfigInfo,
  ComputeResourceConfigSpec,
  ComputeResourceSummary,
  ConfigTarget,
  CryptoKeyId,
  CryptoKeyPlain,
  CryptoKeyResult,
  CryptoManagerHostKeyStatus,
  CryptoManagerKmipCertSignRequest,
  CryptoManagerKmipClusterStatus,
  CryptoManagerKmipCryptoKeyStatus,
  CryptoManagerKmipCustomAttributeSpec,
  CryptoManagerKmipGenerateKeySpec,
  CryptoManagerKmipServerCertInfo,
  CryptoSpec,
  CustomFieldDef,
  CustomFieldValue,
  CustomizationSpec,
  CustomizationSpecInfo,
  CustomizationSpecItem,
  DVPortConfigSpec,
  DVPortgroupConfigInfo,
  DVPortgroupConfigSpec,
  DVSCapability,
  DVSConfigInfo,
  DVSConfigSpec,
  DVSCreateSpec,
  DVSFeatureCapability,
  DVSHealthCheckConfig,
  DVSManagerDvsConfigTarget,
  DVSManagerPhysicalNicsList,
  DVSNetworkResourcePool,
  DVSNetworkResourcePoolConfigSpec,
  DVSRuntimeInfo,
  DVSSummary,
  DatabaseSizeEstimate,
  DatabaseSizeParam,
  DatacenterBasicConnectInfo,
  DatacenterConfigInfo,
  DatacenterConfigSpec,
  DatastoreCapability,
  DatastoreHostMount,
  DatastoreInfo,
  DatastoreMountPathDatastorePair,
  DatastoreNamespaceManagerDirectoryInfo,
  DatastoreSummary,
  DatastoreVVolContainerFailoverPair,
  DiagnosticManagerAuditRecordResult,
  DiagnosticManagerBundleInfo,
  DiagnosticManagerLogDescriptor,
  DiagnosticManagerLogHeader,
  DirectPathProfileInfo,
  DirectPathProfileManagerCapacityQuerySpec,
  DirectPathProfileManagerCapacityResult,
  DirectPathProfileManagerCreateSpec,
  DirectPathProfileManagerFilterSpec,
  DirectPathProfileManagerTargetEntity,
  DirectPathProfileManagerUpdateSpec,
  DiskChangeInfo,
  DiskCryptoSpec,
  DistributedVirtualPort,
  DistributedVirtualSwitchHostProductSpec,
  DistributedVirtualSwitchManagerCompatibilityResult,
  DistributedVirtualSwitchManagerDvsProductSpec,
  DistributedVirtualSwitchManagerHostContainer,
  DistributedVirtualSwitchManagerHostDvsFilterSpec,
  DistributedVirtualSwitchManagerImportResult,
  DistributedVirtualSwitchManagerSpanInfo,
  DistributedVirtualSwitchNetworkOffloadSpec,
  DistributedVirtualSwitchPortCriteria,
  DistributedVirtualSwitchProductSpec,
  DvsVmVnicResourcePoolConfigSpec,
  DynamicTypeMgrAllTypeInfo,
  DynamicTypeMgrFilterSpec,
  DynamicTypeMgrMoInstance,
  EntityBackupConfig,
  EntityPrivilege,
  EnvironmentBrowserConfigOptionQuerySpec,
  Event,
  EventArgDesc,
  EventDescription,
  EventFilterSpec,
  EventManagerEventViewSpec,
  Extension,
  ExtensionManagerIpAllocationUsage,
  FaultToleranceConfigSpec,
  FaultToleranceSecondaryOpResult,
  FcoeConfigFcoeSpecification,
  FileLockInfoResult,
  FileQuery,
  FileTransferInformation,
  FolderBatchAddHostsToClusterResult,
  FolderBatchAddStandaloneHostsResult,
  FolderExternallyManagedFolderInfo,
  FolderNewHostSpec,
  GuestAliases,
  GuestAuthAliasInfo,
  GuestAuthSubject,
  GuestAuthentication,
  GuestFileAttributes,
  GuestInfo,
  GuestListFileInfo,
  GuestMappedAliases,
  GuestProcessInfo,
  GuestProgramSpec,
  GuestRegKeyNameSpec,
  GuestRegKeyRecordSpec,
  GuestRegValueNameSpec,
  GuestRegValueSpec,
  HealthSystemRuntime,
  HealthUpdate,
  HealthUpdateInfo,
  HostAccessControlEntry,
  HostAccountSpec,
  HostApplyProfile,
  HostAssignableHardwareBinding,
  HostAssignableHardwareConfig,
  HostAuthenticationManagerInfo,
  HostAuthenticationStoreInfo,
  HostAutoStartManagerConfig,
  HostBootDeviceInfo,
  HostCacheConfigurationInfo,
  HostCacheConfigurationSpec,
  HostCapability,
  HostCertificateManagerCertificateInfo,
  HostCertificateManagerCertificateSpec,
  HostConfigInfo,
  HostConfigManager,
  HostConfigSpec,
  HostConnectInfo,
  HostConnectSpec,
  HostCpuSchedulerInfo,
  HostDatastoreBrowserSearchResults,
  HostDatastoreBrowserSearchSpec,
  HostDatastoreSystemCapabilities,
  HostDatastoreSystemDatastoreResult,
  HostDatastoreSystemVvolDatastoreSpec,
  HostDateTimeConfig,
  HostDateTimeInfo,
  HostDateTimeSystemServiceTestResult,
  HostDateTimeSystemTimeZone,
  HostDiagnosticPartition,
  HostDiagnosticPartitionCreateDescription,
  HostDiagnosticPartitionCreateOption,
  HostDiagnosticPartitionCreateSpec,
  HostDiskDimensionsChs,
  HostDiskPartitionBlockRange,
  HostDiskPartitionInfo,
  HostDiskPartitionLayout,
  HostDiskPartitionSpec,
  HostDnsConfig,
  HostEsxAgentHostManagerConfigInfo,
  HostFeatureMask,
  HostFileSystemVolumeInfo,
  HostFirewallDefaultPolicy,
  HostFirewallInfo,
  HostFirewallRulesetRulesetSpec,
  HostFlagInfo,
  HostGraphicsConfig,
  HostGraphicsInfo,
  HostHardwareInfo,
  HostHbaCreateSpec,
  HostHyperThreadScheduleInfo,
  HostImageProfileSummary,
  HostInternetScsiHbaAuthenticationProperties,
  HostInternetScsiHbaDigestProperties,
  HostInternetScsiHbaDiscoveryProperties,
  HostInternetScsiHbaIPProperties,
  HostInternetScsiHbaParamValue,
  HostInternetScsiHbaSendTarget,
  HostInternetScsiHbaStaticTarget,
  HostInternetScsiHbaTargetSet,
  HostIpConfig,
  HostIpRouteConfig,
  HostIpRouteTableConfig,
  HostIpmiInfo,
  HostLicensableResourceInfo,
  HostListSummary,
  HostMaintenanceSpec,
  HostMultipathInfoHppLogicalUnitPolicy,
  HostMultipathInfoLogicalUnitPolicy,
  HostMultipathStateInfo,
  HostNasVolumeSpec,
  HostNasVolumeUserInfo,
  HostNetCapabilities,
  HostNetOffloadCapabilities,
  HostNetworkConfig,
  HostNetworkConfigResult,
  HostNetworkInfo,
  HostNvmeConnectSpec,
  HostNvmeDisconnectSpec,
  HostNvmeDiscoverSpec,
  HostNvmeDiscoveryLog,
  HostPatchManagerLocator,
  HostPatchManagerPatchManagerOperationSpec,
  HostPatchManagerResult,
  HostPatchManagerStatus,
  HostPathSelectionPolicyOption,
  HostPciPassthruConfig,
  HostPciPassthruInfo,
  HostPortGroupSpec,
  HostProfileConfigSpec,
  HostProfileManagerCompositionResult,
  HostProfileManagerCompositionValidationResult,
  HostProfileManagerConfigTaskList,
  HostProfileValidationFailureInfo,
  HostResignatureRescanResult,
  HostRuntimeInfo,
  HostScsiDisk,
  HostScsiDiskPartition,
  HostServiceInfo,
  HostServiceTicket,
  HostSharedGpuCapabilities,
  HostSnmpConfigSpec,
  HostSnmpSystemAgentLimits,
  HostSpecification,
  HostSriovDevicePoolInfo,
  HostStorageArrayTypePolicyOption,
  HostStorageDeviceInfo,
  HostStorageSystemDiskLocatorLedResult,
  HostStorageSystemScsiLunResult,
  HostStorageSystemVmfsVolumeResult,
  HostSubSpecification,
  HostSystemComplianceCheckState,
  HostSystemReconnectSpec,
  HostSystemRemediationState,
  HostSystemResourceInfo,
  HostSystemSwapConfiguration,
  HostTpmAttestationReport,
  HostUnresolvedVmfsResignatureSpec,
  HostUnresolvedVmfsResolutionResult,
  HostUnresolvedVmfsResolutionSpec,
  HostUnresolvedVmfsVolume,
  HostVFlashManagerVFlashCacheConfigSpec,
  HostVFlashManagerVFlashConfigInfo,
  HostVFlashManagerVFlashResourceConfigSpec,
  HostVFlashResourceConfigurationResult,
  HostVMotionCompatibility,
  HostVMotionNetConfig,
  HostVffsSpec,
  HostVffsVolume,
  HostVirtualNicManagerInfo,
  HostVirtualNicSpec,
  HostVirtualSwitchSpec,
  HostVmfsSpec,
  HostVmfsVolume,
  HostVsanInternalSystemCmmdsQuery,
  HostVsanInternalSystemDeleteVsanObjectsResult,
  HostVsanInternalSystemVsanObjectOperationResult,
  HostVsanInternalSystemVsanPhysicalDiskDiagnosticsResult,
  HttpNfcLeaseCapabilities,
  HttpNfcLeaseInfo,
  HttpNfcLeaseManifestEntry,
  HttpNfcLeaseProbeResult,
  HttpNfcLeaseSourceFile,
  ID,
  ImportSpec,
  IoFilterManagerSslTrust,
  IoFilterQueryIssueResult,
  IpPool,
  IpPoolManagerIpAllocation,
  IscsiMigrationDependency,
  IscsiPortInfo,
  IscsiStatus,
  KernelModuleInfo,
  KeyProviderId,
  KeyValue,
  KmipClusterInfo,
  KmipServerInfo,
  KmipServerSpec,
  LicenseAssignmentManagerLicenseAssignment,
  LicenseAvailabilityInfo,
  LicenseDiagnostics,
  LicenseFeatureInfo,
  LicenseManagerEvaluationInfo,
  LicenseManagerLicenseInfo,
  LicenseSource,
  LicenseUsageInfo,
  LocalizableMessage,
  LocalizationManagerMessageCatalog,
  LocalizedMethodFault,
  NetworkSummary,
  NodeDeploymentSpec,
  NvdimmGuid,
  NvdimmNamespaceCreateSpec,
  NvdimmNamespaceDeleteSpec,
  NvdimmPMemNamespaceCreateSpec,
  NvdimmSystemInfo,
  ObjectContent,
  OpaqueNetworkCapability,
  OptionDef,
  OptionValue,
  OvfCreateDescriptorParams,
  OvfCreateDescriptorResult,
  OvfCreateImportSpecParams,
  OvfCreateImportSpecResult,
  OvfOptionInfo,
  OvfParseDescriptorParams,
  OvfParseDescriptorResult,
  OvfValidateHostParams,
  OvfValidateHostResult,
  PassiveNodeDeploymentSpec,
  PerfCompositeMetric,
  PerfCounterInfo,
  PerfEntityMetricBase,
  PerfInterval,
  PerfMetricId,
  PerfProviderSummary,
  PerfQuerySpec,
  PerformanceDescription,
  PerformanceManagerCounterLevelMapping,
  Permission,
  PhysicalNicHintInfo,
  PhysicalNicLinkInfo,
  PlacementResult,
  PlacementSpec,
  PodStorageDrsEntry,
  PowerSystemCapability,
  PowerSystemInfo,
  PrivilegePolicyDef,
  ProductComponentInfo,
  ProfileConfigInfo,
  ProfileCreateSpec,
  ProfileDeferredPolicyOptionParameter,
  ProfileDescription,
  ProfileExecuteResult,
  ProfileExpressionMetadata,
  ProfileMetadata,
  ProfilePolicyMetadata,
  ProfileProfileStructure,
  PropertyFilterSpec,
  ReflectManagedMethodExecuterSoapArgument,
  ReflectManagedMethodExecuterSoapResult,
  ResourceConfigOption,
  ResourceConfigSpec,
  ResourcePoolRuntimeInfo,
  ResourcePoolSummary,
  RetrieveOptions,
  RetrieveResult,
  RetrieveVStorageObjSpec,
  SDDCBase,
  ScheduledTaskDescription,
  ScheduledTaskInfo,
  ScheduledTaskSpec,
  SearchIndexIterationSpec,
  SearchIndexQuerySpec,
  SearchIndexResultSet,
  SelectionSet,
  ServiceConsoleReservationInfo,
  ServiceContent,
  ServiceManagerServiceInfo,
  SessionManagerGenericServiceTicket,
  SessionManagerLocalTicket,
  SessionManagerServiceRequestSpec,
  SiteInfo,
  SnapshotSelectionSpec,
  SoftwarePackage,
  SourceNodeSpec,
  StorageDrsConfigSpec,
  StorageIORMConfigOption,
  StorageIORMConfigSpec,
  StorageIORMInfo,
  StoragePerformanceSummary,
  StoragePlacementResult,
  StoragePlacementSpec,
  StoragePodSummary,
  StorageRequirement,
  StructuredCustomizations,
  SystemEventInfo,
  Tag,
  TaskDescription,
  TaskFilterSpec,
  TaskInfo,
  TaskInfoFilterSpec,
  TaskManagerTaskViewSpec,
  TransitGatewayConfigInfo,
  UpdateSet,
  UpdateVirtualMachineFilesResult,
  UsbScanCodeSpec,
  UserPrivilegeResult,
  UserSearchResult,
  UserSession,
  VAppCloneSpec,
  VAppConfigInfo,
  VAppConfigSpec,
  VMwareDvsLacpGroupSpec,
  VStorageObject,
  VStorageObjectAssociations,
  VStorageObjectReconcileResult,
  VStorageObjectReconcileSpec,
  VStorageObjectSnapshot,
  VStorageObjectSnapshotDetails,
  VStorageObjectSnapshotInfo,
  VStorageObjectStateInfo,
  VVolVmConfigFileUpdateResult,
  VchaClusterConfigInfo,
  VchaClusterConfigSpec,
  VchaClusterDeploymentSpec,
  VchaClusterHealth,
  VchaClusterNetworkSpec,
  VirtualAppLinkInfo,
  VirtualDisk,
  VirtualDiskId,
  VirtualDiskInfo,
  VirtualDiskSpec,
  VirtualDiskVFlashCacheConfigInfo,
  VirtualMachineCapability,
  VirtualMachineCloneSpec,
  VirtualMachineConfigInfo,
  VirtualMachineConfigOption,
  VirtualMachineConfigOptionDescriptor,
  VirtualMachineConfigSpec,
  VirtualMachineConnection,
  VirtualMachineDisplayTopology,
  VirtualMachineDynamicPassthroughInfo,
  VirtualMachineFileLayout,
  VirtualMachineFileLayoutEx,
  VirtualMachineGuestQuiesceSpec,
  VirtualMachineInstantCloneSpec,
  VirtualMachineMemoryReservationInfo,
  VirtualMachineMemoryReservationSpec,
  VirtualMachineMksTicket,
  VirtualMachineProfileSpec,
  VirtualMachineRelocateSpec,
  VirtualMachineRuntimeInfo,
  VirtualMachineSnapshotInfo,
  VirtualMachineStorageInfo,
  VirtualMachineSummary,
  VirtualMachineTicket,
  VirtualMachineVendorDeviceGroupInfo,
  VirtualMachineVgpuDeviceInfo,
  VirtualMachineVgpuProfileInfo,
  VirtualNicManagerNetConfig,
  VmfsConfigOption,
  VmfsDatastoreCreateSpec,
  VmfsDatastoreExpandSpec,
  VmfsDatastoreExtendSpec,
  VmfsDatastoreOption,
  VmfsUnmapBandwidthSpec,
  VsanHostClusterStatus,
  VsanHostConfigInfo,
  VsanHostDiskMapResult,
  VsanHostDiskMapping,
  VsanHostDiskResult,
  VsanNewPolicyBatch,
  VsanPolicyChangeBatch,
  VsanPolicySatisfiability,
  VsanUpgradeSystemPreflightCheckResult,
  VsanUpgradeSystemUpgradeStatus,
  VslmCloneSpec,
  VslmCreateSpec,
  VslmRelocateSpec,
  VslmTagEntry,
  WaitOptions,
  vslmInfrastructureObjectPolicy,
  vslmInfrastructureObjectPolicySpec,
  vslmVClockInfo,
} from './data.ts';
import type {
  HostAccessMode,
  HostLockdownMode,
  HttpNfcLeaseState,
  ManagedEntityStatus,
  SimpleCommandEncoding,
  TaskInfoState,
  VirtualMachineMovePriority,
  VirtualMachinePowerState,
} from './enums.ts';

export interface AlarmProperties extends ExtensibleManagedObjectProperties {
  readonly info: AlarmInfo;
}
export interface AlarmMethods extends ExtensibleManagedObjectMethods {
  readonly RemoveAlarm: {
    readonly params: {};
    readonly result: void;
  };
  readonly ReconfigureAlarm: {
    readonly params: { readonly spec: AlarmSpec };
    readonly result: void;
  };
}

export interface AlarmManagerProperties extends ManagedObjectProperties {
  readonly defaultExpression?: readonly AlarmExpression[] | undefined;
  readonly description: AlarmDescription;
}
export interface AlarmManagerMethods extends ManagedObjectMethods {
  readonly CreateAlarm: {
    readonly params: { readonly entity: Ref<'ManagedEntity'>; readonly spec: AlarmSpec };
    readonly result: Ref<'Alarm'>;
  };
  readonly GetAlarm: {
    readonly params: { readonly entity?: Ref<'ManagedEntity'> | undefined };
    readonly result: readonly Ref<'Alarm'>[] | undefined;
  };
  readonly AreAlarmActionsEnabled: {
    readonly params: { readonly entity: Ref<'ManagedEntity'> };
    readonly result: boolean;
  };
  readonly EnableAlarmActions: {
    readonly params: { readonly entity: Ref<'ManagedEntity'>; readonly enabled: boolean };
    readonly result: void;
  };
  readonly GetAlarmState: {
    readonly params: { readonly entity: Ref<'ManagedEntity'> };
    readonly result: readonly AlarmState[] | undefined;
  };
  readonly AcknowledgeAlarm: {
    readonly params: { readonly alarm: Ref<'Alarm'>; readonly entity: Ref<'ManagedEntity'> };
    readonly result: void;
  };
  readonly ClearTriggeredAlarms: {
    readonly params: { readonly filter: AlarmFilterSpec };
    readonly result: void;
  };
  readonly DisableAlarm: {
    readonly params: { readonly alarm: Ref<'Alarm'>; readonly entity: Ref<'ManagedEntity'> };
    readonly result: void;
  };
  readonly EnableAlarm: {
    readonly params: { readonly alarm: Ref<'Alarm'>; readonly entity: Ref<'ManagedEntity'> };
    readonly result: void;
  };
}

export interface AuthorizationManagerProperties extends ManagedObjectProperties {
  readonly privilegeList?: readonly AuthorizationPrivilege[] | undefined;
  readonly roleList?: readonly AuthorizationRole[] | undefined;
  readonly description: AuthorizationDescription;
}
export interface AuthorizationManagerMethods extends ManagedObjectMethods {
  readonly AddAuthorizationRole: {
    readonly params: { readonly name: string; readonly privIds?: readonly string[] | undefined };
    readonly result: number;
  };
  readonly RemoveAuthorizationRole: {
    readonly params: { readonly roleId: number; readonly failIfUsed: boolean };
    readonly result: void;
  };
  readonly UpdateAuthorizationRole: {
    readonly params: { readonly roleId: number; readonly newName: string; readonly privIds?: readonly string[] | undefined };
    readonly result: void;
  };
  readonly MergePermissions: {
    readonly params: { readonly srcRoleId: number; readonly dstRoleId: number };
    readonly result: void;
  };
  readonly RetrieveRolePermissions: {
    readonly params: { readonly roleId: number };
    readonly result: readonly Permission[] | undefined;
  };
  readonly RetrieveEntityPermissions: {
    readonly params: { readonly entity: Ref<'ManagedEntity'>; readonly inherited: boolean };
    readonly result: readonly Permission[] | undefined;
  };
  readonly RetrieveAllPermissions: {
    readonly params: {};
    readonly result: readonly Permission[] | undefined;
  };
  readonly SetEntityPermissions: {
    readonly params: { readonly entity: Ref<'ManagedEntity'>; readonly permission?: readonly Permission[] | undefined };
    readonly result: void;
  };
  readonly ResetEntityPermissions: {
    readonly params: { readonly entity: Ref<'ManagedEntity'>; readonly permission?: readonly Permission[] | undefined };
    readonly result: void;
  };
  readonly RemoveEntityPermission: {
    readonly params: { readonly entity: Ref<'ManagedEntity'>; readonly user: string; readonly isGroup: boolean };
    readonly result: void;
  };
  readonly HasPrivilegeOnEntity: {
    readonly params: { readonly entity: Ref<'ManagedEntity'>; readonly sessionId: string; readonly privId?: readonly string[] | undefined };
    readonly result: readonly boolean[] | undefined;
  };
  readonly HasPrivilegeOnEntities: {
    readonly params: { readonly entity: readonly Ref<'ManagedEntity'>[]; readonly sessionId: string; readonly privId?: readonly string[] | undefined };
    readonly result: readonly EntityPrivilege[] | undefined;
  };
  readonly HasUserPrivilegeOnEntities: {
    readonly params: { readonly entities: readonly Ref[]; readonly userName: string; readonly privId?: readonly string[] | undefined };
    readonly result: readonly EntityPrivilege[] | undefined;
  };
  readonly FetchUserPrivilegeOnEntities: {
    readonly params: { readonly entities: readonly Ref<'ManagedEntity'>[]; readonly userName: string };
    readonly result: readonly UserPrivilegeResult[] | undefined;
  };
}

export interface CertificateManagerProperties extends ManagedObjectProperties {}
export interface CertificateManagerMethods extends ManagedObjectMethods {
  readonly CertMgrRefreshCACertificatesAndCRLs_Task: {
    readonly params: { readonly host: readonly Ref<'HostSystem'>[] };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly CertMgrRefreshCertificates_Task: {
    readonly params: { readonly host: readonly Ref<'HostSystem'>[] };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly CertMgrRevokeCertificates_Task: {
    readonly params: { readonly host: readonly Ref<'HostSystem'>[] };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
}

export interface ClusterComputeResourceProperties extends ComputeResourceProperties {
  readonly configuration: ClusterConfigInfo;
  readonly recommendation?: readonly ClusterRecommendation[] | undefined;
  readonly drsRecommendation?: readonly ClusterDrsRecommendation[] | undefined;
  readonly summaryEx?: ClusterComputeResourceSummary | undefined;
  readonly hciConfig?: ClusterComputeResourceHCIConfigInfo | undefined;
  readonly migrationHistory?: readonly ClusterDrsMigration[] | undefined;
  readonly actionHistory?: readonly ClusterActionHistory[] | undefined;
  readonly drsFault?: readonly ClusterDrsFaults[] | undefined;
}
export interface ClusterComputeResourceMethods extends ComputeResourceMethods {
  readonly ConfigureHCI_Task: {
    readonly params: { readonly clusterSpec: ClusterComputeResourceHCIConfigSpec; readonly hostInputs?: readonly ClusterComputeResourceHostConfigurationInput[] | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: ClusterComputeResourceClusterConfigResult;
  };
  readonly ExtendHCI_Task: {
    readonly params: { readonly hostInputs?: readonly ClusterComputeResourceHostConfigurationInput[] | undefined; readonly vSanConfigSpec?: SDDCBase | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: ClusterComputeResourceClusterConfigResult;
  };
  readonly AbandonHciWorkflow: {
    readonly params: {};
    readonly result: void;
  };
  readonly ValidateHCIConfiguration: {
    readonly params: { readonly hciConfigSpec?: ClusterComputeResourceHCIConfigSpec | undefined; readonly hosts?: readonly Ref<'HostSystem'>[] | undefined };
    readonly result: readonly ClusterComputeResourceValidationResultBase[] | undefined;
  };
  readonly ReconfigureCluster_Task: {
    readonly params: { readonly spec: ClusterConfigSpec; readonly modify: boolean };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly ApplyRecommendation: {
    readonly params: { readonly key: string };
    readonly result: void;
  };
  readonly CancelRecommendation: {
    readonly params: { readonly key: string };
    readonly result: void;
  };
  readonly RecommendHostsForVm: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly pool?: Ref<'ResourcePool'> | undefined };
    readonly result: readonly ClusterHostRecommendation[] | undefined;
  };
  readonly AddHost_Task: {
    readonly params: { readonly spec: HostConnectSpec; readonly asConnected: boolean; readonly resourcePool?: Ref<'ResourcePool'> | undefined; readonly license?: string | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: Ref<'HostSystem'>;
  };
  readonly MoveInto_Task: {
    readonly params: { readonly host: readonly Ref<'HostSystem'>[] };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly MoveHostInto_Task: {
    readonly params: { readonly host: Ref<'HostSystem'>; readonly resourcePool?: Ref<'ResourcePool'> | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly RefreshRecommendation: {
    readonly params: {};
    readonly result: void;
  };
  readonly EvcManager: {
    readonly params: {};
    readonly result: Ref<'ClusterEVCManager'> | undefined;
  };
  readonly RetrieveDasAdvancedRuntimeInfo: {
    readonly params: {};
    readonly result: ClusterDasAdvancedRuntimeInfo | undefined;
  };
  readonly ClusterEnterMaintenanceMode: {
    readonly params: { readonly host: readonly Ref<'HostSystem'>[]; readonly option?: readonly OptionValue[] | undefined; readonly info?: ClusterComputeResourceMaintenanceInfo | undefined };
    readonly result: ClusterEnterMaintenanceResult;
  };
  readonly PlaceVm: {
    readonly params: { readonly placementSpec: PlacementSpec };
    readonly result: PlacementResult;
  };
  readonly FindRulesForVm: {
    readonly params: { readonly vm: Ref<'VirtualMachine'> };
    readonly result: readonly ClusterRuleInfo[] | undefined;
  };
  readonly StampAllRulesWithUuid_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly GetResourceUsage: {
    readonly params: {};
    readonly result: ClusterResourceUsageSummary;
  };
  readonly SetCryptoMode: {
    readonly params: { readonly cryptoMode: string; readonly policy?: ClusterComputeResourceCryptoModePolicy | undefined };
    readonly result: void;
  };
  readonly GetSystemVMsRestrictedDatastores: {
    readonly params: {};
    readonly result: readonly Ref<'Datastore'>[] | undefined;
  };
}

export interface ClusterEVCManagerProperties extends ExtensibleManagedObjectProperties {
  readonly managedCluster: Ref<'ClusterComputeResource'>;
  readonly evcState: ClusterEVCManagerEVCState;
}
export interface ClusterEVCManagerMethods extends ExtensibleManagedObjectMethods {
  readonly ConfigureEvcMode_Task: {
    readonly params: { readonly evcModeKey: string; readonly evcGraphicsModeKey?: string | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly DisableEvcMode_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly CheckConfigureEvcMode_Task: {
    readonly params: { readonly evcModeKey: string; readonly evcGraphicsModeKey?: string | undefined };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: readonly ClusterEVCManagerCheckResult[];
  };
  readonly CheckAddHostEvc_Task: {
    readonly params: { readonly cnxSpec: HostConnectSpec };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: readonly ClusterEVCManagerCheckResult[];
  };
}

export interface ClusterProfileProperties extends ProfileProperties {}
export interface ClusterProfileMethods extends ProfileMethods {
  readonly UpdateClusterProfile: {
    readonly params: { readonly config: ClusterProfileConfigSpec };
    readonly result: void;
  };
}

export interface ClusterProfileManagerProperties extends ProfileManagerProperties {}
export interface ClusterProfileManagerMethods extends ProfileManagerMethods {}

export interface ComputeResourceProperties extends ManagedEntityProperties {
  readonly resourcePool?: Ref<'ResourcePool'> | undefined;
  readonly host?: readonly Ref<'HostSystem'>[] | undefined;
  readonly datastore?: readonly Ref<'Datastore'>[] | undefined;
  readonly network?: readonly Ref<'Network'>[] | undefined;
  readonly summary: ComputeResourceSummary;
  readonly environmentBrowser?: Ref<'EnvironmentBrowser'> | undefined;
  readonly configurationEx?: ComputeResourceConfigInfo | undefined;
  readonly lifecycleManaged?: boolean | undefined;
  readonly configManagerEnabled?: boolean | undefined;
  readonly networkBootMode?: string | undefined;
}
export interface ComputeResourceMethods extends ManagedEntityMethods {
  readonly EnableNetworkBoot_Task: {
    readonly params: { readonly networkBootMode: string };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly DisableNetworkBoot_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly ReconfigureComputeResource_Task: {
    readonly params: { readonly spec: ComputeResourceConfigSpec; readonly modify: boolean };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
}

export interface ContainerViewProperties extends ManagedObjectViewProperties {
  readonly container: Ref<'ManagedEntity'>;
  readonly type?: readonly string[] | undefined;
  readonly recursive: boolean;
}
export interface ContainerViewMethods extends ManagedObjectViewMethods {}

export interface CryptoManagerProperties extends ManagedObjectProperties {
  readonly enabled: boolean;
}
export interface CryptoManagerMethods extends ManagedObjectMethods {
  readonly AddKey: {
    readonly params: { readonly key: CryptoKeyPlain };
    readonly result: void;
  };
  readonly AddKeys: {
    readonly params: { readonly keys?: readonly CryptoKeyPlain[] | undefined };
    readonly result: readonly CryptoKeyResult[] | undefined;
  };
  readonly RemoveKey: {
    readonly params: { readonly key: CryptoKeyId; readonly force: boolean };
    readonly result: void;
  };
  readonly RemoveKeys: {
    readonly params: { readonly keys?: readonly CryptoKeyId[] | undefined; readonly force: boolean };
    readonly result: readonly CryptoKeyResult[] | undefined;
  };
  readonly ListKeys: {
    readonly params: { readonly limit?: number | undefined };
    readonly result: readonly CryptoKeyId[] | undefined;
  };
}

export interface CryptoManagerHostProperties extends CryptoManagerProperties {}
export interface CryptoManagerHostMethods extends CryptoManagerMethods {
  readonly CryptoManagerHostPrepare: {
    readonly params: {};
    readonly result: void;
  };
  readonly CryptoManagerHostEnable: {
    readonly params: { readonly initialKey: CryptoKeyPlain };
    readonly result: void;
  };
  readonly ChangeKey_Task: {
    readonly params: { readonly newKey: CryptoKeyPlain };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly CryptoManagerHostDisable: {
    readonly params: {};
    readonly result: void;
  };
  readonly GetCryptoKeyStatus: {
    readonly params: { readonly keys?: readonly CryptoKeyId[] | undefined };
    readonly result: readonly CryptoManagerHostKeyStatus[] | undefined;
  };
}

export interface CryptoManagerHostKMSProperties extends CryptoManagerHostProperties {}
export interface CryptoManagerHostKMSMethods extends CryptoManagerHostMethods {}

export interface CryptoManagerKmipProperties extends CryptoManagerProperties {
  readonly kmipServers?: readonly KmipClusterInfo[] | undefined;
}
export interface CryptoManagerKmipMethods extends CryptoManagerMethods {
  readonly RegisterKmipServer: {
    readonly params: { readonly server: KmipServerSpec };
    readonly result: void;
  };
  readonly MarkDefault: {
    readonly params: { readonly clusterId: KeyProviderId };
    readonly result: void;
  };
  readonly UpdateKmipServer: {
    readonly params: { readonly server: KmipServerSpec };
    readonly result: void;
  };
  readonly RemoveKmipServer: {
    readonly params: { readonly clusterId: KeyProviderId; readonly serverName: string };
    readonly result: void;
  };
  readonly ListKmipServers: {
    readonly params: { readonly limit?: number | undefined };
    readonly result: readonly KmipClusterInfo[] | undefined;
  };
  readonly RetrieveKmipServersStatus_Task: {
    readonly params: { readonly clusters?: readonly KmipClusterInfo[] | undefined };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: readonly CryptoManagerKmipClusterStatus[];
  };
  readonly GenerateKey: {
    readonly params: { readonly keyProvider?: KeyProviderId | undefined; readonly spec?: CryptoManagerKmipCustomAttributeSpec | undefined; readonly keySpec?: CryptoManagerKmipGenerateKeySpec | undefined };
    readonly result: CryptoKeyResult;
  };
  readonly RetrieveKmipServerCert: {
    readonly params: { readonly keyProvider: KeyProviderId; readonly server: KmipServerInfo };
    readonly result: CryptoManagerKmipServerCertInfo;
  };
  readonly UploadKmipServerCert: {
    readonly params: { readonly cluster: KeyProviderId; readonly certificate: string };
    readonly result: void;
  };
  readonly GenerateSelfSignedClientCert: {
    readonly params: { readonly cluster: KeyProviderId; readonly request?: CryptoManagerKmipCertSignRequest | undefined };
    readonly result: string;
  };
  readonly GenerateClientCsr: {
    readonly params: { readonly cluster: KeyProviderId; readonly request?: CryptoManagerKmipCertSignRequest | undefined };
    readonly result: string;
  };
  readonly RetrieveSelfSignedClientCert: {
    readonly params: { readonly cluster: KeyProviderId };
    readonly result: string;
  };
  readonly RetrieveClientCsr: {
    readonly params: { readonly cluster: KeyProviderId };
    readonly result: string;
  };
  readonly RetrieveClientCert: {
    readonly params: { readonly cluster: KeyProviderId };
    readonly result: string;
  };
  readonly UpdateSelfSignedClientCert: {
    readonly params: { readonly cluster: KeyProviderId; readonly certificate: string };
    readonly result: void;
  };
  readonly UpdateKmsSignedCsrClientCert: {
    readonly params: { readonly cluster: KeyProviderId; readonly certificate: string };
    readonly result: void;
  };
  readonly UploadClientCert: {
    readonly params: { readonly cluster: KeyProviderId; readonly certificate: string; readonly privateKey: string };
    readonly result: void;
  };
  readonly IsKmsClusterActive: {
    readonly params: { readonly cluster?: KeyProviderId | undefined };
    readonly result: boolean;
  };
  readonly SetDefaultKmsCluster: {
    readonly params: { readonly entity?: Ref<'ManagedEntity'> | undefined; readonly clusterId?: KeyProviderId | undefined };
    readonly result: void;
  };
  readonly GetDefaultKmsCluster: {
    readonly params: { readonly entity?: Ref<'ManagedEntity'> | undefined; readonly defaultsToParent?: boolean | undefined };
    readonly result: KeyProviderId | undefined;
  };
  readonly QueryCryptoKeyStatus: {
    readonly params: { readonly keyIds?: readonly CryptoKeyId[] | undefined; readonly checkKeyBitMap: number };
    readonly result: readonly CryptoManagerKmipCryptoKeyStatus[] | undefined;
  };
  readonly RegisterKmsCluster: {
    readonly params: { readonly clusterId: KeyProviderId; readonly managementType?: string | undefined };
    readonly result: void;
  };
  readonly UnregisterKmsCluster: {
    readonly params: { readonly clusterId: KeyProviderId };
    readonly result: void;
  };
  readonly ListKmsClusters: {
    readonly params: { readonly includeKmsServers?: boolean | undefined; readonly managementTypeFilter?: number | undefined; readonly statusFilter?: number | undefined };
    readonly result: readonly KmipClusterInfo[] | undefined;
  };
  readonly SetKeyCustomAttributes: {
    readonly params: { readonly keyId: CryptoKeyId; readonly spec: CryptoManagerKmipCustomAttributeSpec };
    readonly result: CryptoKeyResult;
  };
}

export interface CustomFieldsManagerProperties extends ManagedObjectProperties {
  readonly field?: readonly CustomFieldDef[] | undefined;
}
export interface CustomFieldsManagerMethods extends ManagedObjectMethods {
  readonly AddCustomFieldDef: {
    readonly params: { readonly name: string; readonly moType?: string | undefined; readonly fieldDefPolicy?: PrivilegePolicyDef | undefined; readonly fieldPolicy?: PrivilegePolicyDef | undefined };
    readonly result: CustomFieldDef;
  };
  readonly RemoveCustomFieldDef: {
    readonly params: { readonly key: number };
    readonly result: void;
  };
  readonly RenameCustomFieldDef: {
    readonly params: { readonly key: number; readonly name: string };
    readonly result: void;
  };
  readonly SetField: {
    readonly params: { readonly entity: Ref<'ManagedEntity'>; readonly key: number; readonly value: string };
    readonly result: void;
  };
}

export interface CustomizationSpecManagerProperties extends ManagedObjectProperties {
  readonly info?: readonly CustomizationSpecInfo[] | undefined;
  readonly encryptionKey?: readonly number[] | undefined;
}
export interface CustomizationSpecManagerMethods extends ManagedObjectMethods {
  readonly DoesCustomizationSpecExist: {
    readonly params: { readonly name: string };
    readonly result: boolean;
  };
  readonly GetCustomizationSpec: {
    readonly params: { readonly name: string };
    readonly result: CustomizationSpecItem;
  };
  readonly CreateCustomizationSpec: {
    readonly params: { readonly item: CustomizationSpecItem };
    readonly result: void;
  };
  readonly OverwriteCustomizationSpec: {
    readonly params: { readonly item: CustomizationSpecItem };
    readonly result: void;
  };
  readonly DeleteCustomizationSpec: {
    readonly params: { readonly name: string };
    readonly result: void;
  };
  readonly DuplicateCustomizationSpec: {
    readonly params: { readonly name: string; readonly newName: string };
    readonly result: void;
  };
  readonly RenameCustomizationSpec: {
    readonly params: { readonly name: string; readonly newName: string };
    readonly result: void;
  };
  readonly CustomizationSpecItemToXml: {
    readonly params: { readonly item: CustomizationSpecItem };
    readonly result: string;
  };
  readonly XmlToCustomizationSpecItem: {
    readonly params: { readonly specItemXml: string };
    readonly result: CustomizationSpecItem;
  };
  readonly CheckCustomizationResources: {
    readonly params: { readonly guestOs: string };
    readonly result: void;
  };
  readonly IsGuestOsCustomizable: {
    readonly params: { readonly guestId: string };
    readonly result: boolean;
  };
}

export interface DatacenterProperties extends ManagedEntityProperties {
  readonly vmFolder: Ref<'Folder'>;
  readonly hostFolder: Ref<'Folder'>;
  readonly datastoreFolder?: Ref<'Folder'> | undefined;
  readonly networkFolder?: Ref<'Folder'> | undefined;
  readonly datastore?: readonly Ref<'Datastore'>[] | undefined;
  readonly network?: readonly Ref<'Network'>[] | undefined;
  readonly configuration?: DatacenterConfigInfo | undefined;
}
export interface DatacenterMethods extends ManagedEntityMethods {
  readonly BatchQueryConnectInfo: {
    readonly params: { readonly hostSpecs?: readonly HostConnectSpec[] | undefined };
    readonly result: readonly DatacenterBasicConnectInfo[] | undefined;
  };
  readonly QueryConnectionInfo: {
    readonly params: { readonly hostname: string; readonly port: number; readonly username: string; readonly password: string; readonly sslThumbprint?: string | undefined; readonly sslCertificate?: string | undefined };
    readonly result: HostConnectInfo;
  };
  readonly QueryConnectionInfoViaSpec: {
    readonly params: { readonly spec: HostConnectSpec };
    readonly result: HostConnectInfo;
  };
  readonly PowerOnMultiVM_Task: {
    readonly params: { readonly vm: readonly Ref<'VirtualMachine'>[]; readonly option?: readonly OptionValue[] | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: ClusterPowerOnVmResult;
  };
  readonly queryDatacenterConfigOptionDescriptor: {
    readonly params: {};
    readonly result: readonly VirtualMachineConfigOptionDescriptor[] | undefined;
  };
  readonly ReconfigureDatacenter_Task: {
    readonly params: { readonly spec: DatacenterConfigSpec; readonly modify: boolean };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
}

export interface DatastoreProperties extends ManagedEntityProperties {
  readonly info: DatastoreInfo;
  readonly summary: DatastoreSummary;
  readonly host?: readonly DatastoreHostMount[] | undefined;
  readonly vm?: readonly Ref<'VirtualMachine'>[] | undefined;
  readonly browser: Ref<'HostDatastoreBrowser'>;
  readonly capability: DatastoreCapability;
  readonly iormConfiguration?: StorageIORMInfo | undefined;
}
export interface DatastoreMethods extends ManagedEntityMethods {
  readonly RefreshDatastore: {
    readonly params: {};
    readonly result: void;
  };
  readonly RefreshDatastoreStorageInfo: {
    readonly params: {};
    readonly result: void;
  };
  readonly UpdateVirtualMachineFiles_Task: {
    readonly params: { readonly mountPathDatastoreMapping: readonly DatastoreMountPathDatastorePair[] };
    readonly result: Ref<'Task'>;
    readonly taskResult: UpdateVirtualMachineFilesResult;
  };
  readonly RenameDatastore: {
    readonly params: { readonly newName: string };
    readonly result: void;
  };
  readonly DestroyDatastore: {
    readonly params: {};
    readonly result: void;
  };
  readonly DatastoreEnterMaintenanceMode: {
    readonly params: {};
    readonly result: StoragePlacementResult;
  };
  readonly DatastoreExitMaintenanceMode_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly IsClusteredVmdkEnabled: {
    readonly params: {};
    readonly result: boolean;
  };
  readonly UpdateVVolVirtualMachineFiles_Task: {
    readonly params: { readonly failoverPair?: readonly DatastoreVVolContainerFailoverPair[] | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: VVolVmConfigFileUpdateResult;
  };
}

export interface DatastoreNamespaceManagerProperties extends ManagedObjectProperties {}
export interface DatastoreNamespaceManagerMethods extends ManagedObjectMethods {
  readonly CreateDirectory: {
    readonly params: { readonly datastore: Ref<'Datastore'>; readonly displayName?: string | undefined; readonly policy?: string | undefined; readonly size?: number | undefined };
    readonly result: string;
  };
  readonly DeleteDirectory: {
    readonly params: { readonly datacenter?: Ref<'Datacenter'> | undefined; readonly datastorePath: string };
    readonly result: void;
  };
  readonly ConvertNamespacePathToUuidPath: {
    readonly params: { readonly datacenter?: Ref<'Datacenter'> | undefined; readonly namespaceUrl: string };
    readonly result: string;
  };
  readonly IncreaseDirectorySize: {
    readonly params: { readonly datacenter?: Ref<'Datacenter'> | undefined; readonly stableName: string; readonly size: number };
    readonly result: void;
  };
  readonly QueryDirectoryInfo: {
    readonly params: { readonly datacenter?: Ref<'Datacenter'> | undefined; readonly stableName: string };
    readonly result: DatastoreNamespaceManagerDirectoryInfo;
  };
}

export interface DiagnosticManagerProperties extends ManagedObjectProperties {}
export interface DiagnosticManagerMethods extends ManagedObjectMethods {
  readonly QueryDescriptions: {
    readonly params: { readonly host?: Ref<'HostSystem'> | undefined };
    readonly result: readonly DiagnosticManagerLogDescriptor[] | undefined;
  };
  readonly BrowseDiagnosticLog: {
    readonly params: { readonly host?: Ref<'HostSystem'> | undefined; readonly key: string; readonly start?: number | undefined; readonly lines?: number | undefined };
    readonly result: DiagnosticManagerLogHeader;
  };
  readonly GenerateLogBundles_Task: {
    readonly params: { readonly includeDefault: boolean; readonly host?: readonly Ref<'HostSystem'>[] | undefined };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: readonly DiagnosticManagerBundleInfo[];
  };
  readonly FetchAuditRecords: {
    readonly params: { readonly token?: string | undefined };
    readonly result: DiagnosticManagerAuditRecordResult;
  };
  readonly EmitSyslogMark: {
    readonly params: { readonly message: string };
    readonly result: void;
  };
}

export interface DirectPathProfileManagerProperties extends ManagedObjectProperties {}
export interface DirectPathProfileManagerMethods extends ManagedObjectMethods {
  readonly DirectPathProfileManagerCreate: {
    readonly params: { readonly spec: DirectPathProfileManagerCreateSpec };
    readonly result: string;
  };
  readonly DirectPathProfileManagerUpdate: {
    readonly params: { readonly id: string; readonly spec: DirectPathProfileManagerUpdateSpec };
    readonly result: void;
  };
  readonly DirectPathProfileManagerDelete: {
    readonly params: { readonly id: string };
    readonly result: void;
  };
  readonly DirectPathProfileManagerList: {
    readonly params: { readonly filterSpec: DirectPathProfileManagerFilterSpec };
    readonly result: readonly DirectPathProfileInfo[] | undefined;
  };
  readonly DirectPathProfileManagerQueryCapacity: {
    readonly params: { readonly target: DirectPathProfileManagerTargetEntity; readonly querySpec?: readonly DirectPathProfileManagerCapacityQuerySpec[] | undefined };
    readonly result: readonly DirectPathProfileManagerCapacityResult[] | undefined;
  };
}

export interface DistributedVirtualPortgroupProperties extends NetworkProperties {
  readonly key: string;
  readonly config: DVPortgroupConfigInfo;
  readonly portKeys?: readonly string[] | undefined;
}
export interface DistributedVirtualPortgroupMethods extends NetworkMethods {
  readonly ReconfigureDVPortgroup_Task: {
    readonly params: { readonly spec: DVPortgroupConfigSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly DVPortgroupRollback_Task: {
    readonly params: { readonly entityBackup?: EntityBackupConfig | undefined };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: DVPortgroupConfigSpec;
  };
}

export interface DistributedVirtualSwitchProperties extends ManagedEntityProperties {
  readonly uuid: string;
  readonly capability: DVSCapability;
  readonly summary: DVSSummary;
  readonly config: DVSConfigInfo;
  readonly networkResourcePool?: readonly DVSNetworkResourcePool[] | undefined;
  readonly portgroup?: readonly Ref<'DistributedVirtualPortgroup'>[] | undefined;
  readonly runtime?: DVSRuntimeInfo | undefined;
}
export interface DistributedVirtualSwitchMethods extends ManagedEntityMethods {
  readonly FetchDVPortKeys: {
    readonly params: { readonly criteria?: DistributedVirtualSwitchPortCriteria | undefined };
    readonly result: readonly string[] | undefined;
  };
  readonly FetchDVPorts: {
    readonly params: { readonly criteria?: DistributedVirtualSwitchPortCriteria | undefined };
    readonly result: readonly DistributedVirtualPort[] | undefined;
  };
  readonly QueryUsedVlanIdInDvs: {
    readonly params: {};
    readonly result: readonly number[] | undefined;
  };
  readonly ReconfigureDvs_Task: {
    readonly params: { readonly spec: DVSConfigSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly PerformDvsProductSpecOperation_Task: {
    readonly params: { readonly operation: string; readonly productSpec?: DistributedVirtualSwitchProductSpec | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly MergeDvs_Task: {
    readonly params: { readonly dvs: Ref<'DistributedVirtualSwitch'> };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly AddDVPortgroup_Task: {
    readonly params: { readonly spec: readonly DVPortgroupConfigSpec[] };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly MoveDVPort_Task: {
    readonly params: { readonly portKey: readonly string[]; readonly destinationPortgroupKey?: string | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly UpdateDvsCapability: {
    readonly params: { readonly capability: DVSCapability };
    readonly result: void;
  };
  readonly ReconfigureDVPort_Task: {
    readonly params: { readonly port: readonly DVPortConfigSpec[] };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly RefreshDVPortState: {
    readonly params: { readonly portKeys?: readonly string[] | undefined };
    readonly result: void;
  };
  readonly RectifyDvsHost_Task: {
    readonly params: { readonly hosts?: readonly Ref<'HostSystem'>[] | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly UpdateNetworkResourcePool: {
    readonly params: { readonly configSpec: readonly DVSNetworkResourcePoolConfigSpec[] };
    readonly result: void;
  };
  readonly AddNetworkResourcePool: {
    readonly params: { readonly configSpec: readonly DVSNetworkResourcePoolConfigSpec[] };
    readonly result: void;
  };
  readonly RemoveNetworkResourcePool: {
    readonly params: { readonly key: readonly string[] };
    readonly result: void;
  };
  readonly DvsReconfigureVmVnicNetworkResourcePool_Task: {
    readonly params: { readonly configSpec: readonly DvsVmVnicResourcePoolConfigSpec[] };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly EnableNetworkResourceManagement: {
    readonly params: { readonly enable: boolean };
    readonly result: void;
  };
  readonly DVSRollback_Task: {
    readonly params: { readonly entityBackup?: EntityBackupConfig | undefined };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: DVSConfigSpec;
  };
  readonly CreateDVPortgroup_Task: {
    readonly params: { readonly spec: DVPortgroupConfigSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: Ref<'DistributedVirtualPortgroup'>;
  };
  readonly UpdateDVSHealthCheckConfig_Task: {
    readonly params: { readonly healthCheckConfig: readonly DVSHealthCheckConfig[] };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly LookupDvPortGroup: {
    readonly params: { readonly portgroupKey: string };
    readonly result: Ref<'DistributedVirtualPortgroup'> | undefined;
  };
}

export interface DistributedVirtualSwitchManagerProperties extends ManagedObjectProperties {}
export interface DistributedVirtualSwitchManagerMethods extends ManagedObjectMethods {
  readonly QueryAvailableDvsSpec: {
    readonly params: { readonly recommended?: boolean | undefined };
    readonly result: readonly DistributedVirtualSwitchProductSpec[] | undefined;
  };
  readonly QuerySupportedNetworkOffloadSpec: {
    readonly params: { readonly switchProductSpec: DistributedVirtualSwitchProductSpec };
    readonly result: readonly DistributedVirtualSwitchNetworkOffloadSpec[] | undefined;
  };
  readonly QueryCompatibleVmnicsFromHosts: {
    readonly params: { readonly hosts?: readonly Ref<'HostSystem'>[] | undefined; readonly dvs: Ref<'DistributedVirtualSwitch'> };
    readonly result: readonly DVSManagerPhysicalNicsList[] | undefined;
  };
  readonly QueryCompatibleHostForNewDvs: {
    readonly params: { readonly container: Ref<'ManagedEntity'>; readonly recursive: boolean; readonly switchProductSpec?: DistributedVirtualSwitchProductSpec | undefined };
    readonly result: readonly Ref<'HostSystem'>[] | undefined;
  };
  readonly QueryCompatibleHostForExistingDvs: {
    readonly params: { readonly container: Ref<'ManagedEntity'>; readonly recursive: boolean; readonly dvs: Ref<'DistributedVirtualSwitch'> };
    readonly result: readonly Ref<'HostSystem'>[] | undefined;
  };
  readonly QueryDvsCompatibleHostSpec: {
    readonly params: { readonly switchProductSpec?: DistributedVirtualSwitchProductSpec | undefined };
    readonly result: readonly DistributedVirtualSwitchHostProductSpec[] | undefined;
  };
  readonly QueryDvsFeatureCapability: {
    readonly params: { readonly switchProductSpec?: DistributedVirtualSwitchProductSpec | undefined };
    readonly result: DVSFeatureCapability | undefined;
  };
  readonly QueryDvsByUuid: {
    readonly params: { readonly uuid: string };
    readonly result: Ref<'DistributedVirtualSwitch'> | undefined;
  };
  readonly QueryDvsConfigTarget: {
    readonly params: { readonly host?: Ref<'HostSystem'> | undefined; readonly dvs?: Ref<'DistributedVirtualSwitch'> | undefined };
    readonly result: DVSManagerDvsConfigTarget;
  };
  readonly QueryDvsCheckCompatibility: {
    readonly params: { readonly hostContainer: DistributedVirtualSwitchManagerHostContainer; readonly dvsProductSpec?: DistributedVirtualSwitchManagerDvsProductSpec | undefined; readonly hostFilterSpec?: readonly DistributedVirtualSwitchManagerHostDvsFilterSpec[] | undefined };
    readonly result: readonly DistributedVirtualSwitchManagerCompatibilityResult[] | undefined;
  };
  readonly RectifyDvsOnHost_Task: {
    readonly params: { readonly hosts: readonly Ref<'HostSystem'>[] };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly DVSManagerExportEntity_Task: {
    readonly params: { readonly selectionSet: readonly SelectionSet[] };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: readonly EntityBackupConfig[];
  };
  readonly DVSManagerImportEntity_Task: {
    readonly params: { readonly entityBackup: readonly EntityBackupConfig[]; readonly importType: string };
    readonly result: Ref<'Task'>;
    readonly taskResult: DistributedVirtualSwitchManagerImportResult;
  };
  readonly DVSManagerLookupDvPortGroup: {
    readonly params: { readonly switchUuid: string; readonly portgroupKey: string };
    readonly result: Ref<'DistributedVirtualPortgroup'> | undefined;
  };
  readonly GetVpcNetworkSpan: {
    readonly params: { readonly spanId?: string | undefined };
    readonly result: readonly DistributedVirtualSwitchManagerSpanInfo[] | undefined;
  };
}

export interface EnvironmentBrowserProperties extends ManagedObjectProperties {
  readonly datastoreBrowser?: Ref<'HostDatastoreBrowser'> | undefined;
}
export interface EnvironmentBrowserMethods extends ManagedObjectMethods {
  readonly QueryConfigOptionDescriptor: {
    readonly params: {};
    readonly result: readonly VirtualMachineConfigOptionDescriptor[] | undefined;
  };
  readonly QueryConfigOption: {
    readonly params: { readonly key?: string | undefined; readonly host?: Ref<'HostSystem'> | undefined };
    readonly result: VirtualMachineConfigOption | undefined;
  };
  readonly QueryConfigOptionEx: {
    readonly params: { readonly spec?: EnvironmentBrowserConfigOptionQuerySpec | undefined };
    readonly result: VirtualMachineConfigOption | undefined;
  };
  readonly QueryConfigTarget: {
    readonly params: { readonly host?: Ref<'HostSystem'> | undefined };
    readonly result: ConfigTarget | undefined;
  };
  readonly QueryTargetCapabilities: {
    readonly params: { readonly host?: Ref<'HostSystem'> | undefined };
    readonly result: HostCapability | undefined;
  };
}

export interface EventHistoryCollectorProperties extends HistoryCollectorProperties {
  readonly latestPage?: readonly Event[] | undefined;
  readonly initialized?: boolean | undefined;
}
export interface EventHistoryCollectorMethods extends HistoryCollectorMethods {
  readonly ReadNextEvents: {
    readonly params: { readonly maxCount: number };
    readonly result: readonly Event[] | undefined;
  };
  readonly ReadPreviousEvents: {
    readonly params: { readonly maxCount: number };
    readonly result: readonly Event[] | undefined;
  };
}

export interface EventManagerProperties extends ManagedObjectProperties {
  readonly description: EventDescription;
  readonly latestEvent?: Event | undefined;
  readonly maxCollector: number;
}
export interface EventManagerMethods extends ManagedObjectMethods {
  readonly RetrieveArgumentDescription: {
    readonly params: { readonly eventTypeId: string };
    readonly result: readonly EventArgDesc[] | undefined;
  };
  readonly CreateCollectorForEvents: {
    readonly params: { readonly filter: EventFilterSpec };
    readonly result: Ref<'EventHistoryCollector'>;
  };
  readonly LogUserEvent: {
    readonly params: { readonly entity: Ref<'ManagedEntity'>; readonly msg: string };
    readonly result: void;
  };
  readonly QueryEvents: {
    readonly params: { readonly filter: EventFilterSpec; readonly eventViewSpec?: EventManagerEventViewSpec | undefined };
    readonly result: readonly Event[] | undefined;
  };
  readonly PostEvent: {
    readonly params: { readonly eventToPost: Event; readonly taskInfo?: TaskInfo | undefined };
    readonly result: void;
  };
}

export interface ExtensibleManagedObjectProperties extends ManagedObjectProperties {
  readonly value?: readonly CustomFieldValue[] | undefined;
  readonly availableField?: readonly CustomFieldDef[] | undefined;
}
export interface ExtensibleManagedObjectMethods extends ManagedObjectMethods {
  readonly setCustomValue: {
    readonly params: { readonly key: string; readonly value: string };
    readonly result: void;
  };
}

export interface ExtensionManagerProperties extends ManagedObjectProperties {
  readonly extensionList?: readonly Extension[] | undefined;
}
export interface ExtensionManagerMethods extends ManagedObjectMethods {
  readonly UnregisterExtension: {
    readonly params: { readonly extensionKey: string };
    readonly result: void;
  };
  readonly FindExtension: {
    readonly params: { readonly extensionKey: string };
    readonly result: Extension | undefined;
  };
  readonly RegisterExtension: {
    readonly params: { readonly extension: Extension };
    readonly result: void;
  };
  readonly UpdateExtension: {
    readonly params: { readonly extension: Extension };
    readonly result: void;
  };
  readonly GetPublicKey: {
    readonly params: {};
    readonly result: string;
  };
  readonly SetPublicKey: {
    readonly params: { readonly extensionKey: string; readonly publicKey: string };
    readonly result: void;
  };
  readonly SetExtensionCertificate: {
    readonly params: { readonly extensionKey: string; readonly certificatePem?: string | undefined };
    readonly result: void;
  };
  readonly SetServiceAccount: {
    readonly params: { readonly extensionKey: string; readonly serviceAccount: string };
    readonly result: void;
  };
  readonly QueryManagedBy: {
    readonly params: { readonly extensionKey: string };
    readonly result: readonly Ref<'ManagedEntity'>[] | undefined;
  };
  readonly QueryExtensionIpAllocationUsage: {
    readonly params: { readonly extensionKeys?: readonly string[] | undefined };
    readonly result: readonly ExtensionManagerIpAllocationUsage[] | undefined;
  };
}

export interface FailoverClusterConfiguratorProperties extends ManagedObjectProperties {
  readonly disabledConfigureMethod?: readonly string[] | undefined;
}
export interface FailoverClusterConfiguratorMethods extends ManagedObjectMethods {
  readonly prepareVcha_Task: {
    readonly params: { readonly networkSpec: VchaClusterNetworkSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly deployVcha_Task: {
    readonly params: { readonly deploymentSpec: VchaClusterDeploymentSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly configureVcha_Task: {
    readonly params: { readonly configSpec: VchaClusterConfigSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly createPassiveNode_Task: {
    readonly params: { readonly passiveDeploymentSpec: PassiveNodeDeploymentSpec; readonly sourceVcSpec: SourceNodeSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly createWitnessNode_Task: {
    readonly params: { readonly witnessDeploymentSpec: NodeDeploymentSpec; readonly sourceVcSpec: SourceNodeSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly getVchaConfig: {
    readonly params: {};
    readonly result: VchaClusterConfigInfo;
  };
  readonly destroyVcha_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
}

export interface FailoverClusterManagerProperties extends ManagedObjectProperties {
  readonly disabledClusterMethod?: readonly string[] | undefined;
}
export interface FailoverClusterManagerMethods extends ManagedObjectMethods {
  readonly setClusterMode_Task: {
    readonly params: { readonly mode: string };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly getClusterMode: {
    readonly params: {};
    readonly result: string;
  };
  readonly GetVchaClusterHealth: {
    readonly params: {};
    readonly result: VchaClusterHealth;
  };
  readonly initiateFailover_Task: {
    readonly params: { readonly planned: boolean };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
}

export interface FileManagerProperties extends ManagedObjectProperties {}
export interface FileManagerMethods extends ManagedObjectMethods {
  readonly MoveDatastoreFile_Task: {
    readonly params: { readonly sourceName: string; readonly sourceDatacenter?: Ref<'Datacenter'> | undefined; readonly destinationName: string; readonly destinationDatacenter?: Ref<'Datacenter'> | undefined; readonly force?: boolean | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly CopyDatastoreFile_Task: {
    readonly params: { readonly sourceName: string; readonly sourceDatacenter?: Ref<'Datacenter'> | undefined; readonly destinationName: string; readonly destinationDatacenter?: Ref<'Datacenter'> | undefined; readonly force?: boolean | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly DeleteDatastoreFile_Task: {
    readonly params: { readonly name: string; readonly datacenter?: Ref<'Datacenter'> | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly MakeDirectory: {
    readonly params: { readonly name: string; readonly datacenter?: Ref<'Datacenter'> | undefined; readonly createParentDirectories?: boolean | undefined };
    readonly result: void;
  };
  readonly ChangeOwner: {
    readonly params: { readonly name: string; readonly datacenter?: Ref<'Datacenter'> | undefined; readonly owner: string };
    readonly result: void;
  };
  readonly QueryFileLockInfo: {
    readonly params: { readonly path: string; readonly host?: Ref<'HostSystem'> | undefined };
    readonly result: FileLockInfoResult;
  };
}

export interface FolderProperties extends ManagedEntityProperties {
  readonly childType?: readonly string[] | undefined;
  readonly childEntity?: readonly Ref<'ManagedEntity'>[] | undefined;
  readonly namespace?: string | undefined;
  readonly externallyManagedFolderInfo?: FolderExternallyManagedFolderInfo | undefined;
}
export interface FolderMethods extends ManagedEntityMethods {
  readonly CreateFolder: {
    readonly params: { readonly name: string };
    readonly result: Ref<'Folder'>;
  };
  readonly MoveIntoFolder_Task: {
    readonly params: { readonly list: readonly Ref<'ManagedEntity'>[] };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly CreateVM_Task: {
    readonly params: { readonly config: VirtualMachineConfigSpec; readonly pool: Ref<'ResourcePool'>; readonly host?: Ref<'HostSystem'> | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: Ref<'VirtualMachine'>;
  };
  readonly RegisterVM_Task: {
    readonly params: { readonly path: string; readonly name?: string | undefined; readonly asTemplate: boolean; readonly pool?: Ref<'ResourcePool'> | undefined; readonly host?: Ref<'HostSystem'> | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: Ref<'VirtualMachine'>;
  };
  readonly CreateCluster: {
    readonly params: { readonly name: string; readonly spec: ClusterConfigSpec };
    readonly result: Ref<'ClusterComputeResource'>;
  };
  readonly CreateClusterEx: {
    readonly params: { readonly name: string; readonly spec: ClusterConfigSpecEx };
    readonly result: Ref<'ClusterComputeResource'>;
  };
  readonly AddStandaloneHost_Task: {
    readonly params: { readonly spec: HostConnectSpec; readonly compResSpec?: ComputeResourceConfigSpec | undefined; readonly addConnected: boolean; readonly license?: string | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: Ref<'ComputeResource'>;
  };
  readonly CreateDatacenter: {
    readonly params: { readonly name: string };
    readonly result: Ref<'Datacenter'>;
  };
  readonly UnregisterAndDestroy_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly CreateDVS_Task: {
    readonly params: { readonly spec: DVSCreateSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: Ref<'DistributedVirtualSwitch'>;
  };
  readonly CreateStoragePod: {
    readonly params: { readonly name: string };
    readonly result: Ref<'StoragePod'>;
  };
  readonly BatchAddStandaloneHosts_Task: {
    readonly params: { readonly newHosts?: readonly FolderNewHostSpec[] | undefined; readonly compResSpec?: ComputeResourceConfigSpec | undefined; readonly addConnected: boolean };
    readonly result: Ref<'Task'>;
    readonly taskResult: FolderBatchAddStandaloneHostsResult;
  };
  readonly BatchAddHostsToCluster_Task: {
    readonly params: { readonly cluster: Ref<'ClusterComputeResource'>; readonly newHosts?: readonly FolderNewHostSpec[] | undefined; readonly existingHosts?: readonly Ref<'HostSystem'>[] | undefined; readonly compResSpec?: ComputeResourceConfigSpec | undefined; readonly desiredState?: string | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: FolderBatchAddHostsToClusterResult;
  };
}

export interface GuestAliasManagerProperties extends ManagedObjectProperties {}
export interface GuestAliasManagerMethods extends ManagedObjectMethods {
  readonly AddGuestAlias: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly username: string; readonly mapCert: boolean; readonly base64Cert: string; readonly aliasInfo: GuestAuthAliasInfo };
    readonly result: void;
  };
  readonly RemoveGuestAlias: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly username: string; readonly base64Cert: string; readonly subject: GuestAuthSubject };
    readonly result: void;
  };
  readonly RemoveGuestAliasByCert: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly username: string; readonly base64Cert: string };
    readonly result: void;
  };
  readonly ListGuestAliases: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly username: string };
    readonly result: readonly GuestAliases[] | undefined;
  };
  readonly ListGuestMappedAliases: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication };
    readonly result: readonly GuestMappedAliases[] | undefined;
  };
}

export interface GuestAuthManagerProperties extends ManagedObjectProperties {}
export interface GuestAuthManagerMethods extends ManagedObjectMethods {
  readonly ValidateCredentialsInGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication };
    readonly result: void;
  };
  readonly AcquireCredentialsInGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly requestedAuth: GuestAuthentication; readonly sessionID?: number | undefined };
    readonly result: GuestAuthentication;
  };
  readonly ReleaseCredentialsInGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication };
    readonly result: void;
  };
}

export interface GuestFileManagerProperties extends ManagedObjectProperties {}
export interface GuestFileManagerMethods extends ManagedObjectMethods {
  readonly MakeDirectoryInGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly directoryPath: string; readonly createParentDirectories: boolean };
    readonly result: void;
  };
  readonly DeleteFileInGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly filePath: string };
    readonly result: void;
  };
  readonly DeleteDirectoryInGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly directoryPath: string; readonly recursive: boolean };
    readonly result: void;
  };
  readonly MoveDirectoryInGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly srcDirectoryPath: string; readonly dstDirectoryPath: string };
    readonly result: void;
  };
  readonly MoveFileInGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly srcFilePath: string; readonly dstFilePath: string; readonly overwrite: boolean };
    readonly result: void;
  };
  readonly CreateTemporaryFileInGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly prefix: string; readonly suffix: string; readonly directoryPath?: string | undefined };
    readonly result: string;
  };
  readonly CreateTemporaryDirectoryInGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly prefix: string; readonly suffix: string; readonly directoryPath?: string | undefined };
    readonly result: string;
  };
  readonly ListFilesInGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly filePath: string; readonly index?: number | undefined; readonly maxResults?: number | undefined; readonly matchPattern?: string | undefined };
    readonly result: GuestListFileInfo;
  };
  readonly ChangeFileAttributesInGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly guestFilePath: string; readonly fileAttributes: GuestFileAttributes };
    readonly result: void;
  };
  readonly InitiateFileTransferFromGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly guestFilePath: string };
    readonly result: FileTransferInformation;
  };
  readonly InitiateFileTransferToGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly guestFilePath: string; readonly fileAttributes: GuestFileAttributes; readonly fileSize: number; readonly overwrite: boolean };
    readonly result: string;
  };
}

export interface GuestOperationsManagerProperties extends ManagedObjectProperties {
  readonly authManager?: Ref<'GuestAuthManager'> | undefined;
  readonly fileManager?: Ref<'GuestFileManager'> | undefined;
  readonly processManager?: Ref<'GuestProcessManager'> | undefined;
  readonly guestWindowsRegistryManager?: Ref<'GuestWindowsRegistryManager'> | undefined;
  readonly aliasManager?: Ref<'GuestAliasManager'> | undefined;
}
export interface GuestOperationsManagerMethods extends ManagedObjectMethods {}

export interface GuestProcessManagerProperties extends ManagedObjectProperties {}
export interface GuestProcessManagerMethods extends ManagedObjectMethods {
  readonly StartProgramInGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly spec: GuestProgramSpec };
    readonly result: number;
  };
  readonly ListProcessesInGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly pids?: readonly number[] | undefined };
    readonly result: readonly GuestProcessInfo[] | undefined;
  };
  readonly TerminateProcessInGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly pid: number };
    readonly result: void;
  };
  readonly ReadEnvironmentVariableInGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly names?: readonly string[] | undefined };
    readonly result: readonly string[] | undefined;
  };
}

export interface GuestWindowsRegistryManagerProperties extends ManagedObjectProperties {}
export interface GuestWindowsRegistryManagerMethods extends ManagedObjectMethods {
  readonly CreateRegistryKeyInGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly keyName: GuestRegKeyNameSpec; readonly isVolatile: boolean; readonly classType?: string | undefined };
    readonly result: void;
  };
  readonly ListRegistryKeysInGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly keyName: GuestRegKeyNameSpec; readonly recursive: boolean; readonly matchPattern?: string | undefined };
    readonly result: readonly GuestRegKeyRecordSpec[] | undefined;
  };
  readonly DeleteRegistryKeyInGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly keyName: GuestRegKeyNameSpec; readonly recursive: boolean };
    readonly result: void;
  };
  readonly SetRegistryValueInGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly value: GuestRegValueSpec };
    readonly result: void;
  };
  readonly ListRegistryValuesInGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly keyName: GuestRegKeyNameSpec; readonly expandStrings: boolean; readonly matchPattern?: string | undefined };
    readonly result: readonly GuestRegValueSpec[] | undefined;
  };
  readonly DeleteRegistryValueInGuest: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly valueName: GuestRegValueNameSpec };
    readonly result: void;
  };
}

export interface HealthUpdateManagerProperties extends ManagedObjectProperties {}
export interface HealthUpdateManagerMethods extends ManagedObjectMethods {
  readonly RegisterHealthUpdateProvider: {
    readonly params: { readonly name: string; readonly healthUpdateInfo?: readonly HealthUpdateInfo[] | undefined };
    readonly result: string;
  };
  readonly UnregisterHealthUpdateProvider: {
    readonly params: { readonly providerId: string };
    readonly result: void;
  };
  readonly QueryProviderList: {
    readonly params: {};
    readonly result: readonly string[] | undefined;
  };
  readonly HasProvider: {
    readonly params: { readonly id: string };
    readonly result: boolean;
  };
  readonly QueryProviderName: {
    readonly params: { readonly id: string };
    readonly result: string;
  };
  readonly QueryHealthUpdateInfos: {
    readonly params: { readonly providerId: string };
    readonly result: readonly HealthUpdateInfo[] | undefined;
  };
  readonly AddMonitoredEntities: {
    readonly params: { readonly providerId: string; readonly entities?: readonly Ref<'ManagedEntity'>[] | undefined };
    readonly result: void;
  };
  readonly RemoveMonitoredEntities: {
    readonly params: { readonly providerId: string; readonly entities?: readonly Ref<'ManagedEntity'>[] | undefined };
    readonly result: void;
  };
  readonly QueryMonitoredEntities: {
    readonly params: { readonly providerId: string };
    readonly result: readonly Ref<'ManagedEntity'>[] | undefined;
  };
  readonly HasMonitoredEntity: {
    readonly params: { readonly providerId: string; readonly entity: Ref<'ManagedEntity'> };
    readonly result: boolean;
  };
  readonly QueryUnmonitoredHosts: {
    readonly params: { readonly providerId: string; readonly cluster: Ref<'ClusterComputeResource'> };
    readonly result: readonly Ref<'HostSystem'>[] | undefined;
  };
  readonly PostHealthUpdates: {
    readonly params: { readonly providerId: string; readonly updates?: readonly HealthUpdate[] | undefined };
    readonly result: void;
  };
  readonly QueryHealthUpdates: {
    readonly params: { readonly providerId: string };
    readonly result: readonly HealthUpdate[] | undefined;
  };
  readonly AddFilter: {
    readonly params: { readonly providerId: string; readonly filterName: string; readonly infoIds?: readonly string[] | undefined };
    readonly result: string;
  };
  readonly QueryFilterList: {
    readonly params: { readonly providerId: string };
    readonly result: readonly string[] | undefined;
  };
  readonly QueryFilterName: {
    readonly params: { readonly filterId: string };
    readonly result: string;
  };
  readonly QueryFilterInfoIds: {
    readonly params: { readonly filterId: string };
    readonly result: readonly string[] | undefined;
  };
  readonly QueryFilterEntities: {
    readonly params: { readonly filterId: string };
    readonly result: readonly Ref<'ManagedEntity'>[] | undefined;
  };
  readonly AddFilterEntities: {
    readonly params: { readonly filterId: string; readonly entities?: readonly Ref<'ManagedEntity'>[] | undefined };
    readonly result: void;
  };
  readonly RemoveFilterEntities: {
    readonly params: { readonly filterId: string; readonly entities?: readonly Ref<'ManagedEntity'>[] | undefined };
    readonly result: void;
  };
  readonly RemoveFilter: {
    readonly params: { readonly filterId: string };
    readonly result: void;
  };
}

export interface HistoryCollectorProperties extends ManagedObjectProperties {
  readonly filter: unknown;
}
export interface HistoryCollectorMethods extends ManagedObjectMethods {
  readonly SetCollectorPageSize: {
    readonly params: { readonly maxCount: number };
    readonly result: void;
  };
  readonly RewindCollector: {
    readonly params: {};
    readonly result: void;
  };
  readonly ResetCollector: {
    readonly params: {};
    readonly result: void;
  };
  readonly DestroyCollector: {
    readonly params: {};
    readonly result: void;
  };
}

export interface HostAccessManagerProperties extends ManagedObjectProperties {
  readonly lockdownMode: HostLockdownMode;
}
export interface HostAccessManagerMethods extends ManagedObjectMethods {
  readonly RetrieveHostAccessControlEntries: {
    readonly params: {};
    readonly result: readonly HostAccessControlEntry[] | undefined;
  };
  readonly ChangeAccessMode: {
    readonly params: { readonly principal: string; readonly isGroup: boolean; readonly accessMode: HostAccessMode };
    readonly result: void;
  };
  readonly QuerySystemUsers: {
    readonly params: {};
    readonly result: readonly string[] | undefined;
  };
  readonly UpdateSystemUsers: {
    readonly params: { readonly users?: readonly string[] | undefined };
    readonly result: void;
  };
  readonly QueryLockdownExceptions: {
    readonly params: {};
    readonly result: readonly string[] | undefined;
  };
  readonly UpdateLockdownExceptions: {
    readonly params: { readonly users?: readonly string[] | undefined };
    readonly result: void;
  };
  readonly ChangeLockdownMode: {
    readonly params: { readonly mode: HostLockdownMode };
    readonly result: void;
  };
}

export interface HostActiveDirectoryAuthenticationProperties extends HostDirectoryStoreProperties {}
export interface HostActiveDirectoryAuthenticationMethods extends HostDirectoryStoreMethods {
  readonly JoinDomain_Task: {
    readonly params: { readonly domainName: string; readonly userName: string; readonly password: string };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly JoinDomainWithCAM_Task: {
    readonly params: { readonly domainName: string; readonly camServer: string };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly ImportCertificateForCAM_Task: {
    readonly params: { readonly certPath: string; readonly camServer: string };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly LeaveCurrentDomain_Task: {
    readonly params: { readonly force: boolean };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly EnableSmartCardAuthentication: {
    readonly params: {};
    readonly result: void;
  };
  readonly InstallSmartCardTrustAnchor: {
    readonly params: { readonly cert: string };
    readonly result: void;
  };
  readonly ReplaceSmartCardTrustAnchors: {
    readonly params: { readonly certs?: readonly string[] | undefined };
    readonly result: void;
  };
  readonly RemoveSmartCardTrustAnchor: {
    readonly params: { readonly issuer: string; readonly serial: string };
    readonly result: void;
  };
  readonly RemoveSmartCardTrustAnchorByFingerprint: {
    readonly params: { readonly fingerprint: string; readonly digest: string };
    readonly result: void;
  };
  readonly RemoveSmartCardTrustAnchorCertificate: {
    readonly params: { readonly certificate: string };
    readonly result: void;
  };
  readonly ListSmartCardTrustAnchors: {
    readonly params: {};
    readonly result: readonly string[] | undefined;
  };
  readonly DisableSmartCardAuthentication: {
    readonly params: {};
    readonly result: void;
  };
}

export interface HostAssignableHardwareManagerProperties extends ManagedObjectProperties {
  readonly binding?: readonly HostAssignableHardwareBinding[] | undefined;
  readonly config: HostAssignableHardwareConfig;
}
export interface HostAssignableHardwareManagerMethods extends ManagedObjectMethods {
  readonly DownloadDescriptionTree: {
    readonly params: {};
    readonly result: string;
  };
  readonly RetrieveDynamicPassthroughInfo: {
    readonly params: {};
    readonly result: readonly VirtualMachineDynamicPassthroughInfo[] | undefined;
  };
  readonly RetrieveVendorDeviceGroupInfo: {
    readonly params: {};
    readonly result: readonly VirtualMachineVendorDeviceGroupInfo[] | undefined;
  };
  readonly UpdateAssignableHardwareConfig: {
    readonly params: { readonly config: HostAssignableHardwareConfig };
    readonly result: void;
  };
}

export interface HostAuthenticationManagerProperties extends ManagedObjectProperties {
  readonly info: HostAuthenticationManagerInfo;
  readonly supportedStore: readonly Ref<'HostAuthenticationStore'>[];
}
export interface HostAuthenticationManagerMethods extends ManagedObjectMethods {}

export interface HostAuthenticationStoreProperties extends ManagedObjectProperties {
  readonly info: HostAuthenticationStoreInfo;
}
export interface HostAuthenticationStoreMethods extends ManagedObjectMethods {}

export interface HostAutoStartManagerProperties extends ManagedObjectProperties {
  readonly config: HostAutoStartManagerConfig;
}
export interface HostAutoStartManagerMethods extends ManagedObjectMethods {
  readonly ReconfigureAutostart: {
    readonly params: { readonly spec: HostAutoStartManagerConfig };
    readonly result: void;
  };
  readonly AutoStartPowerOn: {
    readonly params: {};
    readonly result: void;
  };
  readonly AutoStartPowerOff: {
    readonly params: {};
    readonly result: void;
  };
}

export interface HostBootDeviceSystemProperties extends ManagedObjectProperties {}
export interface HostBootDeviceSystemMethods extends ManagedObjectMethods {
  readonly QueryBootDevices: {
    readonly params: {};
    readonly result: HostBootDeviceInfo | undefined;
  };
  readonly UpdateBootDevice: {
    readonly params: { readonly key: string };
    readonly result: void;
  };
}

export interface HostCacheConfigurationManagerProperties extends ManagedObjectProperties {
  readonly cacheConfigurationInfo?: readonly HostCacheConfigurationInfo[] | undefined;
}
export interface HostCacheConfigurationManagerMethods extends ManagedObjectMethods {
  readonly ConfigureHostCache_Task: {
    readonly params: { readonly spec: HostCacheConfigurationSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
}

export interface HostCertificateManagerProperties extends ManagedObjectProperties {
  readonly certificateInfo: HostCertificateManagerCertificateInfo;
}
export interface HostCertificateManagerMethods extends ManagedObjectMethods {
  readonly RetrieveCertificateInfoList: {
    readonly params: {};
    readonly result: readonly HostCertificateManagerCertificateInfo[] | undefined;
  };
  readonly GenerateCertificateSigningRequest: {
    readonly params: { readonly useIpAddressAsCommonName: boolean; readonly spec?: HostCertificateManagerCertificateSpec | undefined };
    readonly result: string;
  };
  readonly GenerateCertificateSigningRequestByDn: {
    readonly params: { readonly distinguishedName: string; readonly spec?: HostCertificateManagerCertificateSpec | undefined };
    readonly result: string;
  };
  readonly ProvisionServerPrivateKey: {
    readonly params: { readonly key: string };
    readonly result: void;
  };
  readonly InstallServerCertificate: {
    readonly params: { readonly cert: string };
    readonly result: void;
  };
  readonly ReplaceCACertificatesAndCRLs: {
    readonly params: { readonly caCert: readonly string[]; readonly caCrl?: readonly string[] | undefined };
    readonly result: void;
  };
  readonly NotifyAffectedServices: {
    readonly params: { readonly services?: readonly string[] | undefined };
    readonly result: void;
  };
  readonly ListCACertificates: {
    readonly params: {};
    readonly result: readonly string[] | undefined;
  };
  readonly ListCACertificateRevocationLists: {
    readonly params: {};
    readonly result: readonly string[] | undefined;
  };
}

export interface HostCpuSchedulerSystemProperties extends ExtensibleManagedObjectProperties {
  readonly cpuSchedulerInfo?: HostCpuSchedulerInfo | undefined;
  readonly hyperthreadInfo?: HostHyperThreadScheduleInfo | undefined;
}
export interface HostCpuSchedulerSystemMethods extends ExtensibleManagedObjectMethods {
  readonly EnableHyperThreading: {
    readonly params: {};
    readonly result: void;
  };
  readonly DisableHyperThreading: {
    readonly params: {};
    readonly result: void;
  };
}

export interface HostDatastoreBrowserProperties extends ManagedObjectProperties {
  readonly datastore?: readonly Ref<'Datastore'>[] | undefined;
  readonly supportedType?: readonly FileQuery[] | undefined;
}
export interface HostDatastoreBrowserMethods extends ManagedObjectMethods {
  readonly SearchDatastore_Task: {
    readonly params: { readonly datastorePath: string; readonly searchSpec?: HostDatastoreBrowserSearchSpec | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: HostDatastoreBrowserSearchResults;
  };
  readonly SearchDatastoreSubFolders_Task: {
    readonly params: { readonly datastorePath: string; readonly searchSpec?: HostDatastoreBrowserSearchSpec | undefined };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: readonly HostDatastoreBrowserSearchResults[];
  };
  readonly DeleteFile: {
    readonly params: { readonly datastorePath: string };
    readonly result: void;
  };
}

export interface HostDatastoreSystemProperties extends ManagedObjectProperties {
  readonly datastore?: readonly Ref<'Datastore'>[] | undefined;
  readonly capabilities?: HostDatastoreSystemCapabilities | undefined;
}
export interface HostDatastoreSystemMethods extends ManagedObjectMethods {
  readonly UpdateLocalSwapDatastore: {
    readonly params: { readonly datastore?: Ref<'Datastore'> | undefined };
    readonly result: void;
  };
  readonly QueryAvailableDisksForVmfs: {
    readonly params: { readonly datastore?: Ref<'Datastore'> | undefined };
    readonly result: readonly HostScsiDisk[] | undefined;
  };
  readonly QueryVmfsDatastoreCreateOptions: {
    readonly params: { readonly devicePath: string; readonly vmfsMajorVersion?: number | undefined };
    readonly result: readonly VmfsDatastoreOption[] | undefined;
  };
  readonly CreateVmfsDatastore: {
    readonly params: { readonly spec: VmfsDatastoreCreateSpec };
    readonly result: Ref<'Datastore'>;
  };
  readonly QueryVmfsDatastoreExtendOptions: {
    readonly params: { readonly datastore: Ref<'Datastore'>; readonly devicePath: string; readonly suppressExpandCandidates?: boolean | undefined };
    readonly result: readonly VmfsDatastoreOption[] | undefined;
  };
  readonly QueryVmfsDatastoreExpandOptions: {
    readonly params: { readonly datastore: Ref<'Datastore'> };
    readonly result: readonly VmfsDatastoreOption[] | undefined;
  };
  readonly ExtendVmfsDatastore: {
    readonly params: { readonly datastore: Ref<'Datastore'>; readonly spec: VmfsDatastoreExtendSpec };
    readonly result: Ref<'Datastore'>;
  };
  readonly EnableClusteredVmdkSupport: {
    readonly params: { readonly datastore: Ref<'Datastore'> };
    readonly result: void;
  };
  readonly DisableClusteredVmdkSupport: {
    readonly params: { readonly datastore: Ref<'Datastore'> };
    readonly result: void;
  };
  readonly ExpandVmfsDatastore: {
    readonly params: { readonly datastore: Ref<'Datastore'>; readonly spec: VmfsDatastoreExpandSpec };
    readonly result: Ref<'Datastore'>;
  };
  readonly CreateNasDatastore: {
    readonly params: { readonly spec: HostNasVolumeSpec };
    readonly result: Ref<'Datastore'>;
  };
  readonly CreateLocalDatastore: {
    readonly params: { readonly name: string; readonly path: string };
    readonly result: Ref<'Datastore'>;
  };
  readonly CreateVvolDatastore: {
    readonly params: { readonly spec: HostDatastoreSystemVvolDatastoreSpec };
    readonly result: Ref<'Datastore'>;
  };
  readonly RemoveDatastore: {
    readonly params: { readonly datastore: Ref<'Datastore'> };
    readonly result: void;
  };
  readonly SetMaxQueueDepth: {
    readonly params: { readonly datastore: Ref<'Datastore'>; readonly maxQdepth: number };
    readonly result: void;
  };
  readonly ResolveNfsServerHostName: {
    readonly params: { readonly hostName: string; readonly volumeName?: string | undefined; readonly force?: boolean | undefined; readonly isNFS41?: boolean | undefined };
    readonly result: void;
  };
  readonly QueryMaxQueueDepth: {
    readonly params: { readonly datastore: Ref<'Datastore'> };
    readonly result: number;
  };
  readonly RemoveDatastoreEx_Task: {
    readonly params: { readonly datastore: readonly Ref<'Datastore'>[] };
    readonly result: Ref<'Task'>;
    readonly taskResult: readonly HostDatastoreSystemDatastoreResult[];
  };
  readonly ConfigureDatastorePrincipal: {
    readonly params: { readonly userName: string; readonly password?: string | undefined };
    readonly result: void;
  };
  readonly QueryUnresolvedVmfsVolumes: {
    readonly params: {};
    readonly result: readonly HostUnresolvedVmfsVolume[] | undefined;
  };
  readonly ResignatureUnresolvedVmfsVolume_Task: {
    readonly params: { readonly resolutionSpec: HostUnresolvedVmfsResignatureSpec };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: HostResignatureRescanResult;
  };
}

export interface HostDateTimeSystemProperties extends ManagedObjectProperties {
  readonly dateTimeInfo: HostDateTimeInfo;
}
export interface HostDateTimeSystemMethods extends ManagedObjectMethods {
  readonly UpdateDateTimeConfig: {
    readonly params: { readonly config: HostDateTimeConfig };
    readonly result: void;
  };
  readonly QueryAvailableTimeZones: {
    readonly params: {};
    readonly result: readonly HostDateTimeSystemTimeZone[] | undefined;
  };
  readonly QueryDateTime: {
    readonly params: {};
    readonly result: string;
  };
  readonly UpdateDateTime: {
    readonly params: { readonly dateTime: string };
    readonly result: void;
  };
  readonly RefreshDateTimeSystem: {
    readonly params: {};
    readonly result: void;
  };
  readonly TestTimeService: {
    readonly params: {};
    readonly result: HostDateTimeSystemServiceTestResult | undefined;
  };
}

export interface HostDiagnosticSystemProperties extends ManagedObjectProperties {
  readonly activePartition?: HostDiagnosticPartition | undefined;
}
export interface HostDiagnosticSystemMethods extends ManagedObjectMethods {
  readonly QueryAvailablePartition: {
    readonly params: {};
    readonly result: readonly HostDiagnosticPartition[] | undefined;
  };
  readonly SelectActivePartition: {
    readonly params: { readonly partition?: HostScsiDiskPartition | undefined };
    readonly result: void;
  };
  readonly QueryPartitionCreateOptions: {
    readonly params: { readonly storageType: string; readonly diagnosticType: string };
    readonly result: readonly HostDiagnosticPartitionCreateOption[] | undefined;
  };
  readonly QueryPartitionCreateDesc: {
    readonly params: { readonly diskUuid: string; readonly diagnosticType: string };
    readonly result: HostDiagnosticPartitionCreateDescription;
  };
  readonly CreateDiagnosticPartition: {
    readonly params: { readonly spec: HostDiagnosticPartitionCreateSpec };
    readonly result: void;
  };
}

export interface HostDirectoryStoreProperties extends HostAuthenticationStoreProperties {}
export interface HostDirectoryStoreMethods extends HostAuthenticationStoreMethods {}

export interface HostEsxAgentHostManagerProperties extends ManagedObjectProperties {
  readonly configInfo: HostEsxAgentHostManagerConfigInfo;
}
export interface HostEsxAgentHostManagerMethods extends ManagedObjectMethods {
  readonly EsxAgentHostManagerUpdateConfig: {
    readonly params: { readonly configInfo: HostEsxAgentHostManagerConfigInfo };
    readonly result: void;
  };
}

export interface HostFirewallSystemProperties extends ExtensibleManagedObjectProperties {
  readonly firewallInfo?: HostFirewallInfo | undefined;
}
export interface HostFirewallSystemMethods extends ExtensibleManagedObjectMethods {
  readonly UpdateDefaultPolicy: {
    readonly params: { readonly defaultPolicy: HostFirewallDefaultPolicy };
    readonly result: void;
  };
  readonly EnableRuleset: {
    readonly params: { readonly id: string };
    readonly result: void;
  };
  readonly DisableRuleset: {
    readonly params: { readonly id: string };
    readonly result: void;
  };
  readonly UpdateRuleset: {
    readonly params: { readonly id: string; readonly spec: HostFirewallRulesetRulesetSpec };
    readonly result: void;
  };
  readonly RefreshFirewall: {
    readonly params: {};
    readonly result: void;
  };
}

export interface HostFirmwareSystemProperties extends ManagedObjectProperties {}
export interface HostFirmwareSystemMethods extends ManagedObjectMethods {
  readonly ResetFirmwareToFactoryDefaults: {
    readonly params: {};
    readonly result: void;
  };
  readonly BackupFirmwareConfiguration: {
    readonly params: {};
    readonly result: string;
  };
  readonly QueryFirmwareConfigUploadURL: {
    readonly params: {};
    readonly result: string;
  };
  readonly RestoreFirmwareConfiguration: {
    readonly params: { readonly force: boolean };
    readonly result: void;
  };
}

export interface HostGraphicsManagerProperties extends ExtensibleManagedObjectProperties {
  readonly graphicsInfo?: readonly HostGraphicsInfo[] | undefined;
  readonly graphicsConfig?: HostGraphicsConfig | undefined;
  readonly sharedPassthruGpuTypes?: readonly string[] | undefined;
  readonly sharedGpuCapabilities?: readonly HostSharedGpuCapabilities[] | undefined;
}
export interface HostGraphicsManagerMethods extends ExtensibleManagedObjectMethods {
  readonly RetrieveVgpuDeviceInfo: {
    readonly params: {};
    readonly result: readonly VirtualMachineVgpuDeviceInfo[] | undefined;
  };
  readonly RetrieveVgpuProfileInfo: {
    readonly params: {};
    readonly result: readonly VirtualMachineVgpuProfileInfo[] | undefined;
  };
  readonly RefreshGraphicsManager: {
    readonly params: {};
    readonly result: void;
  };
  readonly IsSharedGraphicsActive: {
    readonly params: {};
    readonly result: boolean;
  };
  readonly UpdateGraphicsConfig: {
    readonly params: { readonly config: HostGraphicsConfig };
    readonly result: void;
  };
}

export interface HostHealthStatusSystemProperties extends ManagedObjectProperties {
  readonly runtime: HealthSystemRuntime;
}
export interface HostHealthStatusSystemMethods extends ManagedObjectMethods {
  readonly RefreshHealthStatusSystem: {
    readonly params: {};
    readonly result: void;
  };
  readonly ResetSystemHealthInfo: {
    readonly params: {};
    readonly result: void;
  };
  readonly ClearSystemEventLog: {
    readonly params: {};
    readonly result: void;
  };
  readonly FetchSystemEventLog: {
    readonly params: {};
    readonly result: readonly SystemEventInfo[] | undefined;
  };
}

export interface HostImageConfigManagerProperties extends ManagedObjectProperties {}
export interface HostImageConfigManagerMethods extends ManagedObjectMethods {
  readonly HostImageConfigGetAcceptance: {
    readonly params: {};
    readonly result: string;
  };
  readonly HostImageConfigGetProfile: {
    readonly params: {};
    readonly result: HostImageProfileSummary;
  };
  readonly UpdateHostImageAcceptanceLevel: {
    readonly params: { readonly newAcceptanceLevel: string };
    readonly result: void;
  };
  readonly fetchSoftwarePackages: {
    readonly params: {};
    readonly result: readonly SoftwarePackage[] | undefined;
  };
  readonly installDate: {
    readonly params: {};
    readonly result: string;
  };
}

export interface HostKernelModuleSystemProperties extends ManagedObjectProperties {}
export interface HostKernelModuleSystemMethods extends ManagedObjectMethods {
  readonly QueryModules: {
    readonly params: {};
    readonly result: readonly KernelModuleInfo[] | undefined;
  };
  readonly UpdateModuleOptionString: {
    readonly params: { readonly name: string; readonly options: string };
    readonly result: void;
  };
  readonly QueryConfiguredModuleOptionString: {
    readonly params: { readonly name: string };
    readonly result: string;
  };
}

export interface HostLocalAccountManagerProperties extends ManagedObjectProperties {}
export interface HostLocalAccountManagerMethods extends ManagedObjectMethods {
  readonly CreateUser: {
    readonly params: { readonly user: HostAccountSpec };
    readonly result: void;
  };
  readonly UpdateUser: {
    readonly params: { readonly user: HostAccountSpec };
    readonly result: void;
  };
  readonly CreateGroup: {
    readonly params: { readonly group: HostAccountSpec };
    readonly result: void;
  };
  readonly RemoveUser: {
    readonly params: { readonly userName: string };
    readonly result: void;
  };
  readonly RemoveGroup: {
    readonly params: { readonly groupName: string };
    readonly result: void;
  };
  readonly AssignUserToGroup: {
    readonly params: { readonly user: string; readonly group: string };
    readonly result: void;
  };
  readonly UnassignUserFromGroup: {
    readonly params: { readonly user: string; readonly group: string };
    readonly result: void;
  };
  readonly ChangePassword: {
    readonly params: { readonly user: string; readonly oldPassword: string; readonly newPassword: string };
    readonly result: void;
  };
}

export interface HostLocalAuthenticationProperties extends HostAuthenticationStoreProperties {}
export interface HostLocalAuthenticationMethods extends HostAuthenticationStoreMethods {}

export interface HostMemorySystemProperties extends ExtensibleManagedObjectProperties {
  readonly consoleReservationInfo?: ServiceConsoleReservationInfo | undefined;
  readonly virtualMachineReservationInfo?: VirtualMachineMemoryReservationInfo | undefined;
}
export interface HostMemorySystemMethods extends ExtensibleManagedObjectMethods {
  readonly ReconfigureServiceConsoleReservation: {
    readonly params: { readonly cfgBytes: number };
    readonly result: void;
  };
  readonly ReconfigureVirtualMachineReservation: {
    readonly params: { readonly spec: VirtualMachineMemoryReservationSpec };
    readonly result: void;
  };
}

export interface HostNetworkSystemProperties extends ExtensibleManagedObjectProperties {
  readonly capabilities?: HostNetCapabilities | undefined;
  readonly networkInfo?: HostNetworkInfo | undefined;
  readonly offloadCapabilities?: HostNetOffloadCapabilities | undefined;
  readonly networkConfig?: HostNetworkConfig | undefined;
  readonly dnsConfig?: HostDnsConfig | undefined;
  readonly ipRouteConfig?: HostIpRouteConfig | undefined;
  readonly consoleIpRouteConfig?: HostIpRouteConfig | undefined;
}
export interface HostNetworkSystemMethods extends ExtensibleManagedObjectMethods {
  readonly UpdateNetworkConfig: {
    readonly params: { readonly config: HostNetworkConfig; readonly changeMode: string };
    readonly result: HostNetworkConfigResult;
  };
  readonly UpdateDnsConfig: {
    readonly params: { readonly config: HostDnsConfig };
    readonly result: void;
  };
  readonly UpdateIpRouteConfig: {
    readonly params: { readonly config: HostIpRouteConfig };
    readonly result: void;
  };
  readonly UpdateConsoleIpRouteConfig: {
    readonly params: { readonly config: HostIpRouteConfig };
    readonly result: void;
  };
  readonly UpdateIpRouteTableConfig: {
    readonly params: { readonly config: HostIpRouteTableConfig };
    readonly result: void;
  };
  readonly AddVirtualSwitch: {
    readonly params: { readonly vswitchName: string; readonly spec?: HostVirtualSwitchSpec | undefined };
    readonly result: void;
  };
  readonly RemoveVirtualSwitch: {
    readonly params: { readonly vswitchName: string };
    readonly result: void;
  };
  readonly UpdateVirtualSwitch: {
    readonly params: { readonly vswitchName: string; readonly spec: HostVirtualSwitchSpec };
    readonly result: void;
  };
  readonly AddPortGroup: {
    readonly params: { readonly portgrp: HostPortGroupSpec };
    readonly result: void;
  };
  readonly RemovePortGroup: {
    readonly params: { readonly pgName: string };
    readonly result: void;
  };
  readonly UpdatePortGroup: {
    readonly params: { readonly pgName: string; readonly portgrp: HostPortGroupSpec };
    readonly result: void;
  };
  readonly UpdatePhysicalNicLinkSpeed: {
    readonly params: { readonly device: string; readonly linkSpeed?: PhysicalNicLinkInfo | undefined };
    readonly result: void;
  };
  readonly QueryNetworkHint: {
    readonly params: { readonly device?: readonly string[] | undefined };
    readonly result: readonly PhysicalNicHintInfo[] | undefined;
  };
  readonly AddVirtualNic: {
    readonly params: { readonly portgroup: string; readonly nic: HostVirtualNicSpec };
    readonly result: string;
  };
  readonly RemoveVirtualNic: {
    readonly params: { readonly device: string };
    readonly result: void;
  };
  readonly UpdateVirtualNic: {
    readonly params: { readonly device: string; readonly nic: HostVirtualNicSpec };
    readonly result: void;
  };
  readonly AddServiceConsoleVirtualNic: {
    readonly params: { readonly portgroup: string; readonly nic: HostVirtualNicSpec };
    readonly result: string;
  };
  readonly RemoveServiceConsoleVirtualNic: {
    readonly params: { readonly device: string };
    readonly result: void;
  };
  readonly UpdateServiceConsoleVirtualNic: {
    readonly params: { readonly device: string; readonly nic: HostVirtualNicSpec };
    readonly result: void;
  };
  readonly RestartServiceConsoleVirtualNic: {
    readonly params: { readonly device: string };
    readonly result: void;
  };
  readonly RefreshNetworkSystem: {
    readonly params: {};
    readonly result: void;
  };
  readonly startDpuFailover: {
    readonly params: { readonly dvsName: string; readonly targetDpuAlias?: string | undefined };
    readonly result: void;
  };
}

export interface HostNvdimmSystemProperties extends ManagedObjectProperties {
  readonly nvdimmSystemInfo: NvdimmSystemInfo;
}
export interface HostNvdimmSystemMethods extends ManagedObjectMethods {
  readonly CreateNvdimmNamespace_Task: {
    readonly params: { readonly createSpec: NvdimmNamespaceCreateSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: NvdimmGuid;
  };
  readonly CreateNvdimmPMemNamespace_Task: {
    readonly params: { readonly createSpec: NvdimmPMemNamespaceCreateSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: NvdimmGuid;
  };
  readonly DeleteNvdimmNamespace_Task: {
    readonly params: { readonly deleteSpec: NvdimmNamespaceDeleteSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly DeleteNvdimmBlockNamespaces_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
}

export interface HostPatchManagerProperties extends ManagedObjectProperties {}
export interface HostPatchManagerMethods extends ManagedObjectMethods {
  readonly CheckHostPatch_Task: {
    readonly params: { readonly metaUrls?: readonly string[] | undefined; readonly bundleUrls?: readonly string[] | undefined; readonly spec?: HostPatchManagerPatchManagerOperationSpec | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: HostPatchManagerResult;
  };
  readonly ScanHostPatch_Task: {
    readonly params: { readonly repository: HostPatchManagerLocator; readonly updateID?: readonly string[] | undefined };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: readonly HostPatchManagerStatus[];
  };
  readonly ScanHostPatchV2_Task: {
    readonly params: { readonly metaUrls?: readonly string[] | undefined; readonly bundleUrls?: readonly string[] | undefined; readonly spec?: HostPatchManagerPatchManagerOperationSpec | undefined };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: HostPatchManagerResult;
  };
  readonly StageHostPatch_Task: {
    readonly params: { readonly metaUrls?: readonly string[] | undefined; readonly bundleUrls?: readonly string[] | undefined; readonly vibUrls?: readonly string[] | undefined; readonly spec?: HostPatchManagerPatchManagerOperationSpec | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: HostPatchManagerResult;
  };
  readonly InstallHostPatch_Task: {
    readonly params: { readonly repository: HostPatchManagerLocator; readonly updateID: string; readonly force?: boolean | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly InstallHostPatchV2_Task: {
    readonly params: { readonly metaUrls?: readonly string[] | undefined; readonly bundleUrls?: readonly string[] | undefined; readonly vibUrls?: readonly string[] | undefined; readonly spec?: HostPatchManagerPatchManagerOperationSpec | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: HostPatchManagerResult;
  };
  readonly UninstallHostPatch_Task: {
    readonly params: { readonly bulletinIds?: readonly string[] | undefined; readonly spec?: HostPatchManagerPatchManagerOperationSpec | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: HostPatchManagerResult;
  };
  readonly QueryHostPatch_Task: {
    readonly params: { readonly spec?: HostPatchManagerPatchManagerOperationSpec | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: HostPatchManagerResult;
  };
}

export interface HostPciPassthruSystemProperties extends ExtensibleManagedObjectProperties {
  readonly pciPassthruInfo: readonly HostPciPassthruInfo[];
  readonly sriovDevicePoolInfo?: readonly HostSriovDevicePoolInfo[] | undefined;
}
export interface HostPciPassthruSystemMethods extends ExtensibleManagedObjectMethods {
  readonly Refresh: {
    readonly params: {};
    readonly result: void;
  };
  readonly UpdatePassthruConfig: {
    readonly params: { readonly config: readonly HostPciPassthruConfig[] };
    readonly result: void;
  };
}

export interface HostPowerSystemProperties extends ManagedObjectProperties {
  readonly capability: PowerSystemCapability;
  readonly info: PowerSystemInfo;
}
export interface HostPowerSystemMethods extends ManagedObjectMethods {
  readonly ConfigurePowerPolicy: {
    readonly params: { readonly key: number };
    readonly result: void;
  };
}

export interface HostProfileProperties extends ProfileProperties {
  readonly validationState?: string | undefined;
  readonly validationStateUpdateTime?: string | undefined;
  readonly validationFailureInfo?: HostProfileValidationFailureInfo | undefined;
  readonly complianceCheckTime?: string | undefined;
  readonly referenceHost?: Ref<'HostSystem'> | undefined;
}
export interface HostProfileMethods extends ProfileMethods {
  readonly HostProfileResetValidationState: {
    readonly params: {};
    readonly result: void;
  };
  readonly UpdateReferenceHost: {
    readonly params: { readonly host?: Ref<'HostSystem'> | undefined };
    readonly result: void;
  };
  readonly UpdateHostProfile: {
    readonly params: { readonly config: HostProfileConfigSpec };
    readonly result: void;
  };
  readonly ExecuteHostProfile: {
    readonly params: { readonly host: Ref<'HostSystem'>; readonly deferredParam?: readonly ProfileDeferredPolicyOptionParameter[] | undefined };
    readonly result: ProfileExecuteResult;
  };
}

export interface HostProfileManagerProperties extends ProfileManagerProperties {}
export interface HostProfileManagerMethods extends ProfileManagerMethods {
  readonly ApplyHostConfig_Task: {
    readonly params: { readonly host: Ref<'HostSystem'>; readonly configSpec: HostConfigSpec; readonly userInput?: readonly ProfileDeferredPolicyOptionParameter[] | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly GenerateConfigTaskList: {
    readonly params: { readonly configSpec: HostConfigSpec; readonly host: Ref<'HostSystem'> };
    readonly result: HostProfileManagerConfigTaskList;
  };
  readonly GenerateHostProfileTaskList_Task: {
    readonly params: { readonly configSpec: HostConfigSpec; readonly host: Ref<'HostSystem'> };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: HostProfileManagerConfigTaskList;
  };
  readonly QueryHostProfileMetadata: {
    readonly params: { readonly profileName?: readonly string[] | undefined; readonly profile?: Ref<'Profile'> | undefined };
    readonly result: readonly ProfileMetadata[] | undefined;
  };
  readonly QueryProfileStructure: {
    readonly params: { readonly profile?: Ref<'Profile'> | undefined };
    readonly result: ProfileProfileStructure;
  };
  readonly CreateDefaultProfile: {
    readonly params: { readonly profileType: string; readonly profileTypeName?: string | undefined; readonly profile?: Ref<'Profile'> | undefined };
    readonly result: ApplyProfile;
  };
  readonly UpdateAnswerFile_Task: {
    readonly params: { readonly host: Ref<'HostSystem'>; readonly configSpec: AnswerFileCreateSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly RetrieveAnswerFile: {
    readonly params: { readonly host: Ref<'HostSystem'> };
    readonly result: AnswerFile | undefined;
  };
  readonly RetrieveAnswerFileForProfile: {
    readonly params: { readonly host: Ref<'HostSystem'>; readonly applyProfile: HostApplyProfile };
    readonly result: AnswerFile | undefined;
  };
  readonly ExportAnswerFile_Task: {
    readonly params: { readonly host: Ref<'HostSystem'> };
    readonly result: Ref<'Task'>;
    readonly taskResult: string;
  };
  readonly CheckAnswerFileStatus_Task: {
    readonly params: { readonly host: readonly Ref<'HostSystem'>[] };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: readonly AnswerFileStatusResult[];
  };
  readonly QueryAnswerFileStatus: {
    readonly params: { readonly host: readonly Ref<'HostSystem'>[] };
    readonly result: readonly AnswerFileStatusResult[] | undefined;
  };
  readonly RetrieveHostCustomizations: {
    readonly params: { readonly hosts?: readonly Ref<'HostSystem'>[] | undefined };
    readonly result: readonly StructuredCustomizations[] | undefined;
  };
  readonly RetrieveHostCustomizationsForProfile: {
    readonly params: { readonly hosts?: readonly Ref<'HostSystem'>[] | undefined; readonly applyProfile: HostApplyProfile };
    readonly result: readonly StructuredCustomizations[] | undefined;
  };
  readonly GenerateHostConfigTaskSpec_Task: {
    readonly params: { readonly hostsInfo?: readonly StructuredCustomizations[] | undefined };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: readonly ApplyHostProfileConfigurationSpec[];
  };
  readonly ApplyEntitiesConfig_Task: {
    readonly params: { readonly applyConfigSpecs?: readonly ApplyHostProfileConfigurationSpec[] | undefined };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: readonly ApplyHostProfileConfigurationResult[];
  };
  readonly ValidateHostProfileComposition_Task: {
    readonly params: { readonly source: Ref<'Profile'>; readonly targets?: readonly Ref<'Profile'>[] | undefined; readonly toBeMerged?: HostApplyProfile | undefined; readonly toReplaceWith?: HostApplyProfile | undefined; readonly toBeDeleted?: HostApplyProfile | undefined; readonly enableStatusToBeCopied?: HostApplyProfile | undefined; readonly errorOnly?: boolean | undefined };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: HostProfileManagerCompositionValidationResult;
  };
  readonly CompositeHostProfile_Task: {
    readonly params: { readonly source: Ref<'Profile'>; readonly targets?: readonly Ref<'Profile'>[] | undefined; readonly toBeMerged?: HostApplyProfile | undefined; readonly toBeReplacedWith?: HostApplyProfile | undefined; readonly toBeDeleted?: HostApplyProfile | undefined; readonly enableStatusToBeCopied?: HostApplyProfile | undefined };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: HostProfileManagerCompositionResult;
  };
}

export interface HostServiceSystemProperties extends ExtensibleManagedObjectProperties {
  readonly serviceInfo: HostServiceInfo;
}
export interface HostServiceSystemMethods extends ExtensibleManagedObjectMethods {
  readonly UpdateServicePolicy: {
    readonly params: { readonly id: string; readonly policy: string };
    readonly result: void;
  };
  readonly StartService: {
    readonly params: { readonly id: string };
    readonly result: void;
  };
  readonly StopService: {
    readonly params: { readonly id: string };
    readonly result: void;
  };
  readonly RestartService: {
    readonly params: { readonly id: string };
    readonly result: void;
  };
  readonly UninstallService: {
    readonly params: { readonly id: string };
    readonly result: void;
  };
  readonly RefreshServices: {
    readonly params: {};
    readonly result: void;
  };
}

export interface HostSnmpSystemProperties extends ManagedObjectProperties {
  readonly configuration?: HostSnmpConfigSpec | undefined;
  readonly limits?: HostSnmpSystemAgentLimits | undefined;
}
export interface HostSnmpSystemMethods extends ManagedObjectMethods {
  readonly ReconfigureSnmpAgent: {
    readonly params: { readonly spec: HostSnmpConfigSpec };
    readonly result: void;
  };
  readonly SendTestNotification: {
    readonly params: {};
    readonly result: void;
  };
}

export interface HostSpecificationManagerProperties extends ManagedObjectProperties {}
export interface HostSpecificationManagerMethods extends ManagedObjectMethods {
  readonly UpdateHostSpecification: {
    readonly params: { readonly host: Ref<'HostSystem'>; readonly hostSpec: HostSpecification };
    readonly result: void;
  };
  readonly UpdateHostSubSpecification: {
    readonly params: { readonly host: Ref<'HostSystem'>; readonly hostSubSpec: HostSubSpecification };
    readonly result: void;
  };
  readonly RetrieveHostSpecification: {
    readonly params: { readonly host: Ref<'HostSystem'>; readonly fromHost: boolean };
    readonly result: HostSpecification;
  };
  readonly DeleteHostSubSpecification: {
    readonly params: { readonly host: Ref<'HostSystem'>; readonly subSpecName: string };
    readonly result: void;
  };
  readonly DeleteHostSpecification: {
    readonly params: { readonly host: Ref<'HostSystem'> };
    readonly result: void;
  };
  readonly HostSpecGetUpdatedHosts: {
    readonly params: { readonly startChangeID?: string | undefined; readonly endChangeID?: string | undefined };
    readonly result: readonly Ref<'HostSystem'>[] | undefined;
  };
}

export interface HostStorageSystemProperties extends ExtensibleManagedObjectProperties {
  readonly storageDeviceInfo?: HostStorageDeviceInfo | undefined;
  readonly fileSystemVolumeInfo: HostFileSystemVolumeInfo;
  readonly systemFile?: readonly string[] | undefined;
  readonly multipathStateInfo?: HostMultipathStateInfo | undefined;
}
export interface HostStorageSystemMethods extends ExtensibleManagedObjectMethods {
  readonly RetrieveDiskPartitionInfo: {
    readonly params: { readonly devicePath: readonly string[] };
    readonly result: readonly HostDiskPartitionInfo[] | undefined;
  };
  readonly ComputeDiskPartitionInfo: {
    readonly params: { readonly devicePath: string; readonly layout: HostDiskPartitionLayout; readonly partitionFormat?: string | undefined };
    readonly result: HostDiskPartitionInfo;
  };
  readonly ComputeDiskPartitionInfoForResize: {
    readonly params: { readonly partition: HostScsiDiskPartition; readonly blockRange: HostDiskPartitionBlockRange; readonly partitionFormat?: string | undefined };
    readonly result: HostDiskPartitionInfo;
  };
  readonly UpdateDiskPartitions: {
    readonly params: { readonly devicePath: string; readonly spec: HostDiskPartitionSpec };
    readonly result: void;
  };
  readonly FormatVmfs: {
    readonly params: { readonly createSpec: HostVmfsSpec };
    readonly result: HostVmfsVolume;
  };
  readonly MountVmfsVolume: {
    readonly params: { readonly vmfsUuid: string };
    readonly result: void;
  };
  readonly UnmountVmfsVolume: {
    readonly params: { readonly vmfsUuid: string };
    readonly result: void;
  };
  readonly UnmountVmfsVolumeEx_Task: {
    readonly params: { readonly vmfsUuid: readonly string[] };
    readonly result: Ref<'Task'>;
    readonly taskResult: readonly HostStorageSystemVmfsVolumeResult[];
  };
  readonly MountVmfsVolumeEx_Task: {
    readonly params: { readonly vmfsUuid: readonly string[] };
    readonly result: Ref<'Task'>;
    readonly taskResult: readonly HostStorageSystemVmfsVolumeResult[];
  };
  readonly UnmapVmfsVolumeEx_Task: {
    readonly params: { readonly vmfsUuid: readonly string[] };
    readonly result: Ref<'Task'>;
    readonly taskResult: readonly HostStorageSystemVmfsVolumeResult[];
  };
  readonly DeleteVmfsVolumeState: {
    readonly params: { readonly vmfsUuid: string };
    readonly result: void;
  };
  readonly RescanVmfs: {
    readonly params: {};
    readonly result: void;
  };
  readonly AttachVmfsExtent: {
    readonly params: { readonly vmfsPath: string; readonly extent: HostScsiDiskPartition };
    readonly result: void;
  };
  readonly ExpandVmfsExtent: {
    readonly params: { readonly vmfsPath: string; readonly extent: HostScsiDiskPartition };
    readonly result: void;
  };
  readonly UpgradeVmfs: {
    readonly params: { readonly vmfsPath: string };
    readonly result: void;
  };
  readonly UpgradeVmLayout: {
    readonly params: {};
    readonly result: void;
  };
  readonly QueryUnresolvedVmfsVolume: {
    readonly params: {};
    readonly result: readonly HostUnresolvedVmfsVolume[] | undefined;
  };
  readonly ResolveMultipleUnresolvedVmfsVolumes: {
    readonly params: { readonly resolutionSpec: readonly HostUnresolvedVmfsResolutionSpec[] };
    readonly result: readonly HostUnresolvedVmfsResolutionResult[] | undefined;
  };
  readonly ResolveMultipleUnresolvedVmfsVolumesEx_Task: {
    readonly params: { readonly resolutionSpec: readonly HostUnresolvedVmfsResolutionSpec[] };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: readonly HostUnresolvedVmfsResolutionResult[];
  };
  readonly UnmountForceMountedVmfsVolume: {
    readonly params: { readonly vmfsUuid: string };
    readonly result: void;
  };
  readonly RescanHba: {
    readonly params: { readonly hbaDevice: string };
    readonly result: void;
  };
  readonly RescanAllHba: {
    readonly params: {};
    readonly result: void;
  };
  readonly UpdateSoftwareInternetScsiEnabled: {
    readonly params: { readonly enabled: boolean };
    readonly result: void;
  };
  readonly UpdateInternetScsiDiscoveryProperties: {
    readonly params: { readonly iScsiHbaDevice: string; readonly discoveryProperties: HostInternetScsiHbaDiscoveryProperties };
    readonly result: void;
  };
  readonly UpdateInternetScsiAuthenticationProperties: {
    readonly params: { readonly iScsiHbaDevice: string; readonly authenticationProperties: HostInternetScsiHbaAuthenticationProperties; readonly targetSet?: HostInternetScsiHbaTargetSet | undefined };
    readonly result: void;
  };
  readonly UpdateInternetScsiDigestProperties: {
    readonly params: { readonly iScsiHbaDevice: string; readonly targetSet?: HostInternetScsiHbaTargetSet | undefined; readonly digestProperties: HostInternetScsiHbaDigestProperties };
    readonly result: void;
  };
  readonly UpdateInternetScsiAdvancedOptions: {
    readonly params: { readonly iScsiHbaDevice: string; readonly targetSet?: HostInternetScsiHbaTargetSet | undefined; readonly options: readonly HostInternetScsiHbaParamValue[] };
    readonly result: void;
  };
  readonly UpdateInternetScsiIPProperties: {
    readonly params: { readonly iScsiHbaDevice: string; readonly ipProperties: HostInternetScsiHbaIPProperties };
    readonly result: void;
  };
  readonly UpdateInternetScsiName: {
    readonly params: { readonly iScsiHbaDevice: string; readonly iScsiName: string };
    readonly result: void;
  };
  readonly UpdateInternetScsiAlias: {
    readonly params: { readonly iScsiHbaDevice: string; readonly iScsiAlias: string };
    readonly result: void;
  };
  readonly AddInternetScsiSendTargets: {
    readonly params: { readonly iScsiHbaDevice: string; readonly targets: readonly HostInternetScsiHbaSendTarget[] };
    readonly result: void;
  };
  readonly RemoveInternetScsiSendTargets: {
    readonly params: { readonly iScsiHbaDevice: string; readonly targets: readonly HostInternetScsiHbaSendTarget[]; readonly force?: boolean | undefined };
    readonly result: void;
  };
  readonly AddInternetScsiStaticTargets: {
    readonly params: { readonly iScsiHbaDevice: string; readonly targets: readonly HostInternetScsiHbaStaticTarget[] };
    readonly result: void;
  };
  readonly RemoveInternetScsiStaticTargets: {
    readonly params: { readonly iScsiHbaDevice: string; readonly targets: readonly HostInternetScsiHbaStaticTarget[] };
    readonly result: void;
  };
  readonly EnableMultipathPath: {
    readonly params: { readonly pathName: string };
    readonly result: void;
  };
  readonly DisableMultipathPath: {
    readonly params: { readonly pathName: string };
    readonly result: void;
  };
  readonly SetMultipathLunPolicy: {
    readonly params: { readonly lunId: string; readonly policy: HostMultipathInfoLogicalUnitPolicy };
    readonly result: void;
  };
  readonly UpdateHppMultipathLunPolicy: {
    readonly params: { readonly lunId: string; readonly policy: HostMultipathInfoHppLogicalUnitPolicy };
    readonly result: void;
  };
  readonly QueryPathSelectionPolicyOptions: {
    readonly params: {};
    readonly result: readonly HostPathSelectionPolicyOption[] | undefined;
  };
  readonly QueryStorageArrayTypePolicyOptions: {
    readonly params: {};
    readonly result: readonly HostStorageArrayTypePolicyOption[] | undefined;
  };
  readonly UpdateScsiLunDisplayName: {
    readonly params: { readonly lunUuid: string; readonly displayName: string };
    readonly result: void;
  };
  readonly DetachScsiLun: {
    readonly params: { readonly lunUuid: string };
    readonly result: void;
  };
  readonly DetachScsiLunEx_Task: {
    readonly params: { readonly lunUuid: readonly string[] };
    readonly result: Ref<'Task'>;
    readonly taskResult: readonly HostStorageSystemScsiLunResult[];
  };
  readonly DeleteScsiLunState: {
    readonly params: { readonly lunCanonicalName: string };
    readonly result: void;
  };
  readonly AttachScsiLun: {
    readonly params: { readonly lunUuid: string };
    readonly result: void;
  };
  readonly AttachScsiLunEx_Task: {
    readonly params: { readonly lunUuid: readonly string[] };
    readonly result: Ref<'Task'>;
    readonly taskResult: readonly HostStorageSystemScsiLunResult[];
  };
  readonly RefreshStorageSystem: {
    readonly params: {};
    readonly result: void;
  };
  readonly DiscoverFcoeHbas: {
    readonly params: { readonly fcoeSpec: FcoeConfigFcoeSpecification };
    readonly result: void;
  };
  readonly MarkForRemoval: {
    readonly params: { readonly hbaName: string; readonly remove: boolean };
    readonly result: void;
  };
  readonly FormatVffs: {
    readonly params: { readonly createSpec: HostVffsSpec };
    readonly result: HostVffsVolume;
  };
  readonly ExtendVffs: {
    readonly params: { readonly vffsPath: string; readonly devicePath: string; readonly spec?: HostDiskPartitionSpec | undefined };
    readonly result: void;
  };
  readonly DestroyVffs: {
    readonly params: { readonly vffsPath: string };
    readonly result: void;
  };
  readonly MountVffsVolume: {
    readonly params: { readonly vffsUuid: string };
    readonly result: void;
  };
  readonly UnmountVffsVolume: {
    readonly params: { readonly vffsUuid: string };
    readonly result: void;
  };
  readonly DeleteVffsVolumeState: {
    readonly params: { readonly vffsUuid: string };
    readonly result: void;
  };
  readonly RescanVffs: {
    readonly params: {};
    readonly result: void;
  };
  readonly QueryAvailableSsds: {
    readonly params: { readonly vffsPath?: string | undefined };
    readonly result: readonly HostScsiDisk[] | undefined;
  };
  readonly SetNFSUser: {
    readonly params: { readonly user: string; readonly password: string };
    readonly result: void;
  };
  readonly ChangeNFSUserPassword: {
    readonly params: { readonly password: string };
    readonly result: void;
  };
  readonly QueryNFSUser: {
    readonly params: {};
    readonly result: HostNasVolumeUserInfo | undefined;
  };
  readonly ClearNFSUser: {
    readonly params: {};
    readonly result: void;
  };
  readonly TurnDiskLocatorLedOn_Task: {
    readonly params: { readonly scsiDiskUuids: readonly string[] };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: readonly HostStorageSystemDiskLocatorLedResult[];
  };
  readonly TurnDiskLocatorLedOff_Task: {
    readonly params: { readonly scsiDiskUuids: readonly string[] };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: readonly HostStorageSystemDiskLocatorLedResult[];
  };
  readonly MarkAsSsd_Task: {
    readonly params: { readonly scsiDiskUuid: string };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly MarkAsNonSsd_Task: {
    readonly params: { readonly scsiDiskUuid: string };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly MarkAsLocal_Task: {
    readonly params: { readonly scsiDiskUuid: string };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly MarkAsNonLocal_Task: {
    readonly params: { readonly scsiDiskUuid: string };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly UpdateVmfsUnmapPriority: {
    readonly params: { readonly vmfsUuid: string; readonly unmapPriority: string };
    readonly result: void;
  };
  readonly UpdateVmfsUnmapBandwidth: {
    readonly params: { readonly vmfsUuid: string; readonly unmapBandwidthSpec: VmfsUnmapBandwidthSpec };
    readonly result: void;
  };
  readonly QueryVmfsConfigOption: {
    readonly params: {};
    readonly result: readonly VmfsConfigOption[] | undefined;
  };
  readonly MarkPerenniallyReserved: {
    readonly params: { readonly lunUuid: string; readonly state: boolean };
    readonly result: void;
  };
  readonly MarkPerenniallyReservedEx_Task: {
    readonly params: { readonly lunUuid?: readonly string[] | undefined; readonly state: boolean };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: readonly HostStorageSystemScsiLunResult[];
  };
  readonly CreateNvmeOverRdmaAdapter: {
    readonly params: { readonly rdmaDeviceName: string };
    readonly result: void;
  };
  readonly RemoveNvmeOverRdmaAdapter: {
    readonly params: { readonly hbaDeviceName: string };
    readonly result: void;
  };
  readonly CreateSoftwareAdapter: {
    readonly params: { readonly spec: HostHbaCreateSpec };
    readonly result: void;
  };
  readonly RemoveSoftwareAdapter: {
    readonly params: { readonly hbaDeviceName: string };
    readonly result: void;
  };
  readonly DiscoverNvmeControllers: {
    readonly params: { readonly discoverSpec: HostNvmeDiscoverSpec };
    readonly result: HostNvmeDiscoveryLog;
  };
  readonly ConnectNvmeController: {
    readonly params: { readonly connectSpec: HostNvmeConnectSpec };
    readonly result: void;
  };
  readonly DisconnectNvmeController: {
    readonly params: { readonly disconnectSpec: HostNvmeDisconnectSpec };
    readonly result: void;
  };
  readonly ConnectNvmeControllerEx_Task: {
    readonly params: { readonly connectSpec?: readonly HostNvmeConnectSpec[] | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly DisconnectNvmeControllerEx_Task: {
    readonly params: { readonly disconnectSpec?: readonly HostNvmeDisconnectSpec[] | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
}

export interface HostSystemProperties extends ManagedEntityProperties {
  readonly runtime: HostRuntimeInfo;
  readonly summary: HostListSummary;
  readonly hardware?: HostHardwareInfo | undefined;
  readonly capability?: HostCapability | undefined;
  readonly licensableResource?: HostLicensableResourceInfo | undefined;
  readonly remediationState?: HostSystemRemediationState | undefined;
  readonly precheckRemediationResult?: ApplyHostProfileConfigurationSpec | undefined;
  readonly remediationResult?: ApplyHostProfileConfigurationResult | undefined;
  readonly complianceCheckState?: HostSystemComplianceCheckState | undefined;
  readonly complianceCheckResult?: ComplianceResult | undefined;
  readonly configManager: HostConfigManager;
  readonly config?: HostConfigInfo | undefined;
  readonly vm?: readonly Ref<'VirtualMachine'>[] | undefined;
  readonly datastore?: readonly Ref<'Datastore'>[] | undefined;
  readonly network?: readonly Ref<'Network'>[] | undefined;
  readonly datastoreBrowser: Ref<'HostDatastoreBrowser'>;
  readonly systemResources?: HostSystemResourceInfo | undefined;
  readonly answerFileValidationState?: AnswerFileStatusResult | undefined;
  readonly answerFileValidationResult?: AnswerFileStatusResult | undefined;
}
export interface HostSystemMethods extends ManagedEntityMethods {
  readonly QueryTpmAttestationReport: {
    readonly params: {};
    readonly result: HostTpmAttestationReport | undefined;
  };
  readonly QueryHostConnectionInfo: {
    readonly params: {};
    readonly result: HostConnectInfo;
  };
  readonly UpdateSystemResources: {
    readonly params: { readonly resourceInfo: HostSystemResourceInfo };
    readonly result: void;
  };
  readonly UpdateSystemSwapConfiguration: {
    readonly params: { readonly sysSwapConfig: HostSystemSwapConfiguration };
    readonly result: void;
  };
  readonly ReconnectHost_Task: {
    readonly params: { readonly cnxSpec?: HostConnectSpec | undefined; readonly reconnectSpec?: HostSystemReconnectSpec | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly DisconnectHost_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly EnterMaintenanceMode_Task: {
    readonly params: { readonly timeout: number; readonly evacuatePoweredOffVms?: boolean | undefined; readonly maintenanceSpec?: HostMaintenanceSpec | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly ExitMaintenanceMode_Task: {
    readonly params: { readonly timeout: number };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly RebootHost_Task: {
    readonly params: { readonly force: boolean };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly ShutdownHost_Task: {
    readonly params: { readonly force: boolean };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly PowerDownHostToStandBy_Task: {
    readonly params: { readonly timeoutSec: number; readonly evacuatePoweredOffVms?: boolean | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly PowerUpHostFromStandBy_Task: {
    readonly params: { readonly timeoutSec: number };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly QueryMemoryOverhead: {
    readonly params: { readonly memorySize: number; readonly videoRamSize?: number | undefined; readonly numVcpus: number };
    readonly result: number;
  };
  readonly QueryMemoryOverheadEx: {
    readonly params: { readonly vmConfigInfo: VirtualMachineConfigInfo };
    readonly result: number;
  };
  readonly ReconfigureHostForDAS_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly UpdateFlags: {
    readonly params: { readonly flagInfo: HostFlagInfo };
    readonly result: void;
  };
  readonly EnterLockdownMode: {
    readonly params: {};
    readonly result: void;
  };
  readonly ExitLockdownMode: {
    readonly params: {};
    readonly result: void;
  };
  readonly AcquireCimServicesTicket: {
    readonly params: {};
    readonly result: HostServiceTicket;
  };
  readonly UpdateIpmi: {
    readonly params: { readonly ipmiInfo: HostIpmiInfo };
    readonly result: void;
  };
  readonly RetrieveHardwareUptime: {
    readonly params: {};
    readonly result: number;
  };
  readonly PrepareCrypto: {
    readonly params: {};
    readonly result: void;
  };
  readonly EnableCrypto: {
    readonly params: { readonly keyPlain: CryptoKeyPlain };
    readonly result: void;
  };
  readonly ConfigureCryptoKey: {
    readonly params: { readonly keyId?: CryptoKeyId | undefined };
    readonly result: void;
  };
  readonly QueryProductLockerLocation: {
    readonly params: {};
    readonly result: string;
  };
  readonly UpdateProductLockerLocation_Task: {
    readonly params: { readonly path: string };
    readonly result: Ref<'Task'>;
    readonly taskResult: string;
  };
  readonly RetrieveFreeEpcMemory: {
    readonly params: {};
    readonly result: number;
  };
  readonly RetrieveDynamicTypeManager: {
    readonly params: {};
    readonly result: Ref<'InternalDynamicTypeManager'> | undefined;
  };
  readonly RetrieveManagedMethodExecuter: {
    readonly params: {};
    readonly result: Ref<'ReflectManagedMethodExecuter'> | undefined;
  };
}

export interface HostVFlashManagerProperties extends ManagedObjectProperties {
  readonly vFlashConfigInfo?: HostVFlashManagerVFlashConfigInfo | undefined;
}
export interface HostVFlashManagerMethods extends ManagedObjectMethods {
  readonly ConfigureVFlashResourceEx_Task: {
    readonly params: { readonly devicePath?: readonly string[] | undefined };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: HostVFlashResourceConfigurationResult;
  };
  readonly HostConfigureVFlashResource: {
    readonly params: { readonly spec: HostVFlashManagerVFlashResourceConfigSpec };
    readonly result: void;
  };
  readonly HostRemoveVFlashResource: {
    readonly params: {};
    readonly result: void;
  };
  readonly HostConfigVFlashCache: {
    readonly params: { readonly spec: HostVFlashManagerVFlashCacheConfigSpec };
    readonly result: void;
  };
  readonly HostGetVFlashModuleDefaultConfig: {
    readonly params: { readonly vFlashModule: string };
    readonly result: VirtualDiskVFlashCacheConfigInfo;
  };
}

export interface HostVMotionSystemProperties extends ExtensibleManagedObjectProperties {
  readonly netConfig?: HostVMotionNetConfig | undefined;
  readonly ipConfig?: HostIpConfig | undefined;
}
export interface HostVMotionSystemMethods extends ExtensibleManagedObjectMethods {
  readonly UpdateIpConfig: {
    readonly params: { readonly ipConfig: HostIpConfig };
    readonly result: void;
  };
  readonly SelectVnic: {
    readonly params: { readonly device: string };
    readonly result: void;
  };
  readonly DeselectVnic: {
    readonly params: {};
    readonly result: void;
  };
}

export interface HostVStorageObjectManagerProperties extends VStorageObjectManagerBaseProperties {}
export interface HostVStorageObjectManagerMethods extends VStorageObjectManagerBaseMethods {
  readonly HostCreateDisk_Task: {
    readonly params: { readonly spec: VslmCreateSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: VStorageObject;
  };
  readonly HostRegisterDisk: {
    readonly params: { readonly path: string; readonly name?: string | undefined; readonly modifyControlFlags?: boolean | undefined; readonly id?: ID | undefined };
    readonly result: VStorageObject;
  };
  readonly HostExtendDisk_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly newCapacityInMB: number };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly HostInflateDisk_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'> };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly HostRenameVStorageObject: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly name: string };
    readonly result: void;
  };
  readonly HostRetrieveVStorageInfrastructureObjectPolicy: {
    readonly params: { readonly datastore: Ref<'Datastore'> };
    readonly result: readonly vslmInfrastructureObjectPolicy[] | undefined;
  };
  readonly HostDeleteVStorageObject_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly isLcParentAttached?: boolean | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly HostRetrieveVStorageObject: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly diskInfoFlags?: readonly string[] | undefined };
    readonly result: VStorageObject;
  };
  readonly HostRetrieveVStorageObjectState: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'> };
    readonly result: VStorageObjectStateInfo;
  };
  readonly HostListVStorageObject: {
    readonly params: { readonly datastore: Ref<'Datastore'> };
    readonly result: readonly ID[] | undefined;
  };
  readonly HostCloneVStorageObject_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly spec: VslmCloneSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: VStorageObject;
  };
  readonly HostRelocateVStorageObject_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly spec: VslmRelocateSpec; readonly isLcParentAttached?: boolean | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: VStorageObject;
  };
  readonly HostSetVStorageObjectControlFlags: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly controlFlags?: readonly string[] | undefined };
    readonly result: void;
  };
  readonly HostClearVStorageObjectControlFlags: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly controlFlags?: readonly string[] | undefined };
    readonly result: void;
  };
  readonly HostReconcileDatastoreInventory_Task: {
    readonly params: { readonly datastore: Ref<'Datastore'>; readonly deepCleansing?: boolean | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly HostScheduleReconcileDatastoreInventory: {
    readonly params: { readonly datastore: Ref<'Datastore'>; readonly deepCleansing?: boolean | undefined };
    readonly result: void;
  };
  readonly HostVStorageObjectCreateSnapshot_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly description: string };
    readonly result: Ref<'Task'>;
    readonly taskResult: ID;
  };
  readonly HostVStorageObjectDeleteSnapshot_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly snapshotId: ID };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly HostVStorageObjectRetrieveSnapshotInfo: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'> };
    readonly result: VStorageObjectSnapshotInfo;
  };
  readonly HostVStorageObjectCreateDiskFromSnapshot_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly snapshotId: ID; readonly name: string; readonly profile?: readonly VirtualMachineProfileSpec[] | undefined; readonly crypto?: CryptoSpec | undefined; readonly path?: string | undefined; readonly provisioningType?: string | undefined; readonly isLinkedClone?: boolean | undefined; readonly targetId?: ID | undefined; readonly targetDatastore?: Ref<'Datastore'> | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: VStorageObject;
  };
  readonly HostVStorageObjectRevert_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly snapshotId: ID };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly HostUpdateVStorageObjectMetadata_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly metadata?: readonly KeyValue[] | undefined; readonly deleteKeys?: readonly string[] | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly HostRetrieveVStorageObjectMetadata: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly snapshotId?: ID | undefined; readonly prefix?: string | undefined };
    readonly result: readonly KeyValue[] | undefined;
  };
  readonly HostRetrieveVStorageObjectMetadataValue: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly snapshotId?: ID | undefined; readonly key: string };
    readonly result: string;
  };
  readonly HostDeleteVStorageObjectEx_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly isLcParentAttached?: boolean | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: vslmVClockInfo;
  };
  readonly HostUpdateVStorageObjectMetadataEx_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly metadata?: readonly KeyValue[] | undefined; readonly deleteKeys?: readonly string[] | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: VStorageObject;
  };
  readonly HostSetVirtualDiskUuid_Task: {
    readonly params: { readonly name: string; readonly uuid?: string | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly HostQueryVirtualDiskUuid: {
    readonly params: { readonly name: string };
    readonly result: string;
  };
}

export interface HostVirtualNicManagerProperties extends ExtensibleManagedObjectProperties {
  readonly info: HostVirtualNicManagerInfo;
}
export interface HostVirtualNicManagerMethods extends ExtensibleManagedObjectMethods {
  readonly QueryNetConfig: {
    readonly params: { readonly nicType: string };
    readonly result: VirtualNicManagerNetConfig | undefined;
  };
  readonly SelectVnicForNicType: {
    readonly params: { readonly nicType: string; readonly device: string };
    readonly result: void;
  };
  readonly DeselectVnicForNicType: {
    readonly params: { readonly nicType: string; readonly device: string };
    readonly result: void;
  };
}

export interface HostVsanInternalSystemProperties extends ManagedObjectProperties {}
export interface HostVsanInternalSystemMethods extends ManagedObjectMethods {
  readonly QueryCmmds: {
    readonly params: { readonly queries: readonly HostVsanInternalSystemCmmdsQuery[] };
    readonly result: string;
  };
  readonly QueryPhysicalVsanDisks: {
    readonly params: { readonly props?: readonly string[] | undefined };
    readonly result: string;
  };
  readonly QueryVsanObjects: {
    readonly params: { readonly uuids?: readonly string[] | undefined };
    readonly result: string;
  };
  readonly QueryObjectsOnPhysicalVsanDisk: {
    readonly params: { readonly disks: readonly string[] };
    readonly result: string;
  };
  readonly AbdicateDomOwnership: {
    readonly params: { readonly uuids: readonly string[] };
    readonly result: readonly string[] | undefined;
  };
  readonly QueryVsanStatistics: {
    readonly params: { readonly labels: readonly string[] };
    readonly result: string;
  };
  readonly ReconfigureDomObject: {
    readonly params: { readonly uuid: string; readonly policy: string };
    readonly result: void;
  };
  readonly QuerySyncingVsanObjects: {
    readonly params: { readonly uuids?: readonly string[] | undefined };
    readonly result: string;
  };
  readonly RunVsanPhysicalDiskDiagnostics: {
    readonly params: { readonly disks?: readonly string[] | undefined };
    readonly result: readonly HostVsanInternalSystemVsanPhysicalDiskDiagnosticsResult[];
  };
  readonly GetVsanObjExtAttrs: {
    readonly params: { readonly uuids: readonly string[] };
    readonly result: string;
  };
  readonly ReconfigurationSatisfiable: {
    readonly params: { readonly pcbs: readonly VsanPolicyChangeBatch[]; readonly ignoreSatisfiability?: boolean | undefined };
    readonly result: readonly VsanPolicySatisfiability[];
  };
  readonly CanProvisionObjects: {
    readonly params: { readonly npbs: readonly VsanNewPolicyBatch[]; readonly ignoreSatisfiability?: boolean | undefined };
    readonly result: readonly VsanPolicySatisfiability[];
  };
  readonly DeleteVsanObjects: {
    readonly params: { readonly uuids: readonly string[]; readonly force?: boolean | undefined };
    readonly result: readonly HostVsanInternalSystemDeleteVsanObjectsResult[];
  };
  readonly UpgradeVsanObjects: {
    readonly params: { readonly uuids: readonly string[]; readonly newVersion: number };
    readonly result: readonly HostVsanInternalSystemVsanObjectOperationResult[] | undefined;
  };
  readonly QueryVsanObjectUuidsByFilter: {
    readonly params: { readonly uuids?: readonly string[] | undefined; readonly limit?: number | undefined; readonly version?: number | undefined };
    readonly result: readonly string[] | undefined;
  };
}

export interface HostVsanSystemProperties extends ManagedObjectProperties {
  readonly config: VsanHostConfigInfo;
}
export interface HostVsanSystemMethods extends ManagedObjectMethods {
  readonly QueryDisksForVsan: {
    readonly params: { readonly canonicalName?: readonly string[] | undefined };
    readonly result: readonly VsanHostDiskResult[] | undefined;
  };
  readonly AddDisks_Task: {
    readonly params: { readonly disk: readonly HostScsiDisk[] };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: readonly VsanHostDiskMapResult[];
  };
  readonly InitializeDisks_Task: {
    readonly params: { readonly mapping: readonly VsanHostDiskMapping[] };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: readonly VsanHostDiskMapResult[];
  };
  readonly RemoveDisk_Task: {
    readonly params: { readonly disk: readonly HostScsiDisk[]; readonly maintenanceSpec?: HostMaintenanceSpec | undefined; readonly timeout?: number | undefined };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: readonly VsanHostDiskResult[];
  };
  readonly RemoveDiskMapping_Task: {
    readonly params: { readonly mapping: readonly VsanHostDiskMapping[]; readonly maintenanceSpec?: HostMaintenanceSpec | undefined; readonly timeout?: number | undefined };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: readonly VsanHostDiskMapResult[];
  };
  readonly UnmountDiskMapping_Task: {
    readonly params: { readonly mapping: readonly VsanHostDiskMapping[] };
    readonly result: Ref<'Task'>;
    readonly taskResult: readonly VsanHostDiskMapResult[];
  };
  readonly UpdateVsan_Task: {
    readonly params: { readonly config: VsanHostConfigInfo };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly QueryHostStatus: {
    readonly params: {};
    readonly result: VsanHostClusterStatus;
  };
  readonly EvacuateVsanNode_Task: {
    readonly params: { readonly maintenanceSpec: HostMaintenanceSpec; readonly timeout: number };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly RecommissionVsanNode_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
}

export interface HttpNfcLeaseProperties extends ManagedObjectProperties {
  readonly initializeProgress: number;
  readonly transferProgress?: number | undefined;
  readonly mode?: string | undefined;
  readonly capabilities?: HttpNfcLeaseCapabilities | undefined;
  readonly info?: HttpNfcLeaseInfo | undefined;
  readonly state: HttpNfcLeaseState;
  readonly error?: LocalizedMethodFault | undefined;
}
export interface HttpNfcLeaseMethods extends ManagedObjectMethods {
  readonly HttpNfcLeaseGetManifest: {
    readonly params: {};
    readonly result: readonly HttpNfcLeaseManifestEntry[] | undefined;
  };
  readonly HttpNfcLeaseSetManifestChecksumType: {
    readonly params: { readonly deviceUrlsToChecksumTypes?: readonly KeyValue[] | undefined };
    readonly result: void;
  };
  readonly HttpNfcLeaseComplete: {
    readonly params: {};
    readonly result: void;
  };
  readonly HttpNfcLeaseAbort: {
    readonly params: { readonly fault?: LocalizedMethodFault | undefined };
    readonly result: void;
  };
  readonly HttpNfcLeaseProgress: {
    readonly params: { readonly percent: number };
    readonly result: void;
  };
  readonly HttpNfcLeasePullFromUrls_Task: {
    readonly params: { readonly files?: readonly HttpNfcLeaseSourceFile[] | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly HttpNfcLeaseProbeUrls: {
    readonly params: { readonly files?: readonly HttpNfcLeaseSourceFile[] | undefined; readonly timeout?: number | undefined };
    readonly result: readonly HttpNfcLeaseProbeResult[] | undefined;
  };
}

export interface InternalDynamicTypeManagerProperties extends ManagedObjectProperties {}
export interface InternalDynamicTypeManagerMethods extends ManagedObjectMethods {
  readonly DynamicTypeMgrQueryMoInstances: {
    readonly params: { readonly filterSpec?: DynamicTypeMgrFilterSpec | undefined };
    readonly result: readonly DynamicTypeMgrMoInstance[] | undefined;
  };
  readonly DynamicTypeMgrQueryTypeInfo: {
    readonly params: { readonly filterSpec?: DynamicTypeMgrFilterSpec | undefined };
    readonly result: DynamicTypeMgrAllTypeInfo;
  };
}

export interface InventoryViewProperties extends ManagedObjectViewProperties {}
export interface InventoryViewMethods extends ManagedObjectViewMethods {
  readonly OpenInventoryViewFolder: {
    readonly params: { readonly entity: readonly Ref<'ManagedEntity'>[] };
    readonly result: readonly Ref<'ManagedEntity'>[] | undefined;
  };
  readonly CloseInventoryViewFolder: {
    readonly params: { readonly entity: readonly Ref<'ManagedEntity'>[] };
    readonly result: readonly Ref<'ManagedEntity'>[] | undefined;
  };
}

export interface IoFilterManagerProperties extends ManagedObjectProperties {}
export interface IoFilterManagerMethods extends ManagedObjectMethods {
  readonly InstallIoFilter_Task: {
    readonly params: { readonly vibUrl: string; readonly compRes: Ref<'ComputeResource'>; readonly vibSslTrust?: IoFilterManagerSslTrust | undefined };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: ClusterIoFilterInfo;
  };
  readonly UninstallIoFilter_Task: {
    readonly params: { readonly filterId: string; readonly compRes: Ref<'ComputeResource'> };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly UpgradeIoFilter_Task: {
    readonly params: { readonly filterId: string; readonly compRes: Ref<'ComputeResource'>; readonly vibUrl: string; readonly vibSslTrust?: IoFilterManagerSslTrust | undefined };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: ClusterIoFilterInfo;
  };
  readonly QueryIoFilterIssues: {
    readonly params: { readonly filterId: string; readonly compRes: Ref<'ComputeResource'> };
    readonly result: IoFilterQueryIssueResult;
  };
  readonly QueryIoFilterInfo: {
    readonly params: { readonly compRes: Ref<'ComputeResource'> };
    readonly result: readonly ClusterIoFilterInfo[] | undefined;
  };
  readonly ResolveInstallationErrorsOnHost_Task: {
    readonly params: { readonly filterId: string; readonly host: Ref<'HostSystem'> };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly ResolveInstallationErrorsOnCluster_Task: {
    readonly params: { readonly filterId: string; readonly cluster: Ref<'ClusterComputeResource'> };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly QueryDisksUsingFilter: {
    readonly params: { readonly filterId: string; readonly compRes: Ref<'ComputeResource'> };
    readonly result: readonly VirtualDiskId[];
  };
  readonly InitiateTransitionToVLCM_Task: {
    readonly params: { readonly cluster: Ref<'ClusterComputeResource'> };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
}

export interface IpPoolManagerProperties extends ManagedObjectProperties {}
export interface IpPoolManagerMethods extends ManagedObjectMethods {
  readonly QueryIpPools: {
    readonly params: { readonly dc: Ref<'Datacenter'> };
    readonly result: readonly IpPool[] | undefined;
  };
  readonly CreateIpPool: {
    readonly params: { readonly dc: Ref<'Datacenter'>; readonly pool: IpPool };
    readonly result: number;
  };
  readonly UpdateIpPool: {
    readonly params: { readonly dc: Ref<'Datacenter'>; readonly pool: IpPool };
    readonly result: void;
  };
  readonly DestroyIpPool: {
    readonly params: { readonly dc: Ref<'Datacenter'>; readonly id: number; readonly force: boolean };
    readonly result: void;
  };
  readonly AllocateIpv4Address: {
    readonly params: { readonly dc: Ref<'Datacenter'>; readonly poolId: number; readonly allocationId: string };
    readonly result: string;
  };
  readonly AllocateIpv6Address: {
    readonly params: { readonly dc: Ref<'Datacenter'>; readonly poolId: number; readonly allocationId: string };
    readonly result: string;
  };
  readonly ReleaseIpAllocation: {
    readonly params: { readonly dc: Ref<'Datacenter'>; readonly poolId: number; readonly allocationId: string };
    readonly result: void;
  };
  readonly QueryIPAllocations: {
    readonly params: { readonly dc: Ref<'Datacenter'>; readonly poolId: number; readonly extensionKey: string };
    readonly result: readonly IpPoolManagerIpAllocation[];
  };
}

export interface IscsiManagerProperties extends ManagedObjectProperties {}
export interface IscsiManagerMethods extends ManagedObjectMethods {
  readonly QueryVnicStatus: {
    readonly params: { readonly vnicDevice: string };
    readonly result: IscsiStatus;
  };
  readonly QueryPnicStatus: {
    readonly params: { readonly pnicDevice: string };
    readonly result: IscsiStatus;
  };
  readonly QueryBoundVnics: {
    readonly params: { readonly iScsiHbaName: string };
    readonly result: readonly IscsiPortInfo[] | undefined;
  };
  readonly QueryCandidateNics: {
    readonly params: { readonly iScsiHbaName: string };
    readonly result: readonly IscsiPortInfo[] | undefined;
  };
  readonly BindVnic: {
    readonly params: { readonly iScsiHbaName: string; readonly vnicDevice: string };
    readonly result: void;
  };
  readonly UnbindVnic: {
    readonly params: { readonly iScsiHbaName: string; readonly vnicDevice: string; readonly force: boolean };
    readonly result: void;
  };
  readonly QueryMigrationDependencies: {
    readonly params: { readonly pnicDevice: readonly string[] };
    readonly result: IscsiMigrationDependency;
  };
}

export interface LicenseAssignmentManagerProperties extends ManagedObjectProperties {}
export interface LicenseAssignmentManagerMethods extends ManagedObjectMethods {
  readonly UpdateAssignedLicense: {
    readonly params: { readonly entity: string; readonly licenseKey: string; readonly entityDisplayName?: string | undefined };
    readonly result: LicenseManagerLicenseInfo;
  };
  readonly RemoveAssignedLicense: {
    readonly params: { readonly entityId: string };
    readonly result: void;
  };
  readonly QueryAssignedLicenses: {
    readonly params: { readonly entityId?: string | undefined };
    readonly result: readonly LicenseAssignmentManagerLicenseAssignment[] | undefined;
  };
}

export interface LicenseManagerProperties extends ManagedObjectProperties {
  readonly source: LicenseSource;
  readonly sourceAvailable: boolean;
  readonly diagnostics?: LicenseDiagnostics | undefined;
  readonly featureInfo?: readonly LicenseFeatureInfo[] | undefined;
  readonly licensedEdition?: string | undefined;
  readonly licenses?: readonly LicenseManagerLicenseInfo[] | undefined;
  readonly licenseAssignmentManager?: Ref<'LicenseAssignmentManager'> | undefined;
  readonly evaluation?: LicenseManagerEvaluationInfo | undefined;
}
export interface LicenseManagerMethods extends ManagedObjectMethods {
  readonly QuerySupportedFeatures: {
    readonly params: { readonly host?: Ref<'HostSystem'> | undefined };
    readonly result: readonly LicenseFeatureInfo[] | undefined;
  };
  readonly QueryLicenseSourceAvailability: {
    readonly params: { readonly host?: Ref<'HostSystem'> | undefined };
    readonly result: readonly LicenseAvailabilityInfo[] | undefined;
  };
  readonly QueryLicenseUsage: {
    readonly params: { readonly host?: Ref<'HostSystem'> | undefined };
    readonly result: LicenseUsageInfo;
  };
  readonly SetLicenseEdition: {
    readonly params: { readonly host?: Ref<'HostSystem'> | undefined; readonly featureKey?: string | undefined };
    readonly result: void;
  };
  readonly CheckLicenseFeature: {
    readonly params: { readonly host?: Ref<'HostSystem'> | undefined; readonly featureKey: string };
    readonly result: boolean;
  };
  readonly EnableFeature: {
    readonly params: { readonly host?: Ref<'HostSystem'> | undefined; readonly featureKey: string };
    readonly result: boolean;
  };
  readonly DisableFeature: {
    readonly params: { readonly host?: Ref<'HostSystem'> | undefined; readonly featureKey: string };
    readonly result: boolean;
  };
  readonly ConfigureLicenseSource: {
    readonly params: { readonly host?: Ref<'HostSystem'> | undefined; readonly licenseSource: LicenseSource };
    readonly result: void;
  };
  readonly UpdateLicense: {
    readonly params: { readonly licenseKey: string; readonly labels?: readonly KeyValue[] | undefined };
    readonly result: LicenseManagerLicenseInfo;
  };
  readonly AddLicense: {
    readonly params: { readonly licenseKey: string; readonly labels?: readonly KeyValue[] | undefined };
    readonly result: LicenseManagerLicenseInfo;
  };
  readonly RemoveLicense: {
    readonly params: { readonly licenseKey: string };
    readonly result: void;
  };
  readonly DecodeLicense: {
    readonly params: { readonly licenseKey: string };
    readonly result: LicenseManagerLicenseInfo;
  };
  readonly UpdateLicenseLabel: {
    readonly params: { readonly licenseKey: string; readonly labelKey: string; readonly labelValue: string };
    readonly result: void;
  };
  readonly RemoveLicenseLabel: {
    readonly params: { readonly licenseKey: string; readonly labelKey: string };
    readonly result: void;
  };
}

export interface ListViewProperties extends ManagedObjectViewProperties {}
export interface ListViewMethods extends ManagedObjectViewMethods {
  readonly ModifyListView: {
    readonly params: { readonly add?: readonly Ref[] | undefined; readonly remove?: readonly Ref[] | undefined };
    readonly result: readonly Ref[] | undefined;
  };
  readonly ResetListView: {
    readonly params: { readonly obj?: readonly Ref[] | undefined };
    readonly result: readonly Ref[] | undefined;
  };
  readonly ResetListViewFromView: {
    readonly params: { readonly view: Ref<'View'> };
    readonly result: void;
  };
}

export interface LocalizationManagerProperties extends ManagedObjectProperties {
  readonly catalog?: readonly LocalizationManagerMessageCatalog[] | undefined;
}
export interface LocalizationManagerMethods extends ManagedObjectMethods {}

export interface ManagedEntityProperties extends ExtensibleManagedObjectProperties {
  readonly parent?: Ref<'ManagedEntity'> | undefined;
  readonly customValue?: readonly CustomFieldValue[] | undefined;
  readonly overallStatus: ManagedEntityStatus;
  readonly configStatus: ManagedEntityStatus;
  readonly configIssue?: readonly Event[] | undefined;
  readonly effectiveRole?: readonly number[] | undefined;
  readonly permission?: readonly Permission[] | undefined;
  readonly name: string;
  readonly disabledMethod?: readonly string[] | undefined;
  readonly recentTask?: readonly Ref<'Task'>[] | undefined;
  readonly declaredAlarmState?: readonly AlarmState[] | undefined;
  readonly triggeredAlarmState?: readonly AlarmState[] | undefined;
  readonly alarmActionsEnabled?: boolean | undefined;
  readonly tag?: readonly Tag[] | undefined;
}
export interface ManagedEntityMethods extends ExtensibleManagedObjectMethods {
  readonly Reload: {
    readonly params: {};
    readonly result: void;
  };
  readonly Rename_Task: {
    readonly params: { readonly newName: string };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly Destroy_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
}

export interface ManagedObjectProperties {}
export interface ManagedObjectMethods {}

export interface ManagedObjectViewProperties extends ViewProperties {
  readonly view?: readonly Ref[] | undefined;
}
export interface ManagedObjectViewMethods extends ViewMethods {}

export interface MessageBusProxyProperties extends ManagedObjectProperties {}
export interface MessageBusProxyMethods extends ManagedObjectMethods {}

export interface NetworkProperties extends ManagedEntityProperties {
  readonly summary: NetworkSummary;
  readonly host?: readonly Ref<'HostSystem'>[] | undefined;
  readonly vm?: readonly Ref<'VirtualMachine'>[] | undefined;
}
export interface NetworkMethods extends ManagedEntityMethods {
  readonly DestroyNetwork: {
    readonly params: {};
    readonly result: void;
  };
}

export interface OpaqueNetworkProperties extends NetworkProperties {
  readonly capability?: OpaqueNetworkCapability | undefined;
  readonly extraConfig?: readonly OptionValue[] | undefined;
}
export interface OpaqueNetworkMethods extends NetworkMethods {}

export interface OptionManagerProperties extends ManagedObjectProperties {
  readonly supportedOption?: readonly OptionDef[] | undefined;
  readonly setting?: readonly OptionValue[] | undefined;
}
export interface OptionManagerMethods extends ManagedObjectMethods {
  readonly QueryOptions: {
    readonly params: { readonly name?: string | undefined };
    readonly result: readonly OptionValue[] | undefined;
  };
  readonly UpdateOptions: {
    readonly params: { readonly changedValue: readonly OptionValue[] };
    readonly result: void;
  };
}

export interface OverheadMemoryManagerProperties extends ManagedObjectProperties {}
export interface OverheadMemoryManagerMethods extends ManagedObjectMethods {
  readonly LookupVmOverheadMemory: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly host: Ref<'HostSystem'> };
    readonly result: number;
  };
}

export interface OvfManagerProperties extends ManagedObjectProperties {
  readonly ovfImportOption?: readonly OvfOptionInfo[] | undefined;
  readonly ovfExportOption?: readonly OvfOptionInfo[] | undefined;
}
export interface OvfManagerMethods extends ManagedObjectMethods {
  readonly ValidateHost: {
    readonly params: { readonly ovfDescriptor: string; readonly host: Ref<'HostSystem'>; readonly vhp: OvfValidateHostParams };
    readonly result: OvfValidateHostResult;
  };
  readonly ParseDescriptor: {
    readonly params: { readonly ovfDescriptor: string; readonly pdp: OvfParseDescriptorParams };
    readonly result: OvfParseDescriptorResult;
  };
  readonly CreateImportSpec: {
    readonly params: { readonly ovfDescriptor: string; readonly resourcePool: Ref<'ResourcePool'>; readonly datastore: Ref<'Datastore'>; readonly cisp: OvfCreateImportSpecParams };
    readonly result: OvfCreateImportSpecResult;
  };
  readonly CreateDescriptor: {
    readonly params: { readonly obj: Ref<'ManagedEntity'>; readonly cdp: OvfCreateDescriptorParams };
    readonly result: OvfCreateDescriptorResult;
  };
}

export interface PerformanceManagerProperties extends ManagedObjectProperties {
  readonly description: PerformanceDescription;
  readonly historicalInterval?: readonly PerfInterval[] | undefined;
  readonly perfCounter?: readonly PerfCounterInfo[] | undefined;
}
export interface PerformanceManagerMethods extends ManagedObjectMethods {
  readonly QueryPerfProviderSummary: {
    readonly params: { readonly entity: Ref };
    readonly result: PerfProviderSummary;
  };
  readonly QueryAvailablePerfMetric: {
    readonly params: { readonly entity: Ref; readonly beginTime?: string | undefined; readonly endTime?: string | undefined; readonly intervalId?: number | undefined };
    readonly result: readonly PerfMetricId[] | undefined;
  };
  readonly QueryPerfCounter: {
    readonly params: { readonly counterId: readonly number[] };
    readonly result: readonly PerfCounterInfo[] | undefined;
  };
  readonly QueryPerfCounterByLevel: {
    readonly params: { readonly level: number };
    readonly result: readonly PerfCounterInfo[];
  };
  readonly QueryPerf: {
    readonly params: { readonly querySpec: readonly PerfQuerySpec[] };
    readonly result: readonly PerfEntityMetricBase[] | undefined;
  };
  readonly QueryPerfComposite: {
    readonly params: { readonly querySpec: PerfQuerySpec };
    readonly result: PerfCompositeMetric;
  };
  readonly CreatePerfInterval: {
    readonly params: { readonly intervalId: PerfInterval };
    readonly result: void;
  };
  readonly RemovePerfInterval: {
    readonly params: { readonly samplePeriod: number };
    readonly result: void;
  };
  readonly UpdatePerfInterval: {
    readonly params: { readonly interval: PerfInterval };
    readonly result: void;
  };
  readonly UpdateCounterLevelMapping: {
    readonly params: { readonly counterLevelMap: readonly PerformanceManagerCounterLevelMapping[] };
    readonly result: void;
  };
  readonly ResetCounterLevelMapping: {
    readonly params: { readonly counters: readonly number[] };
    readonly result: void;
  };
}

export interface ProfileProperties extends ManagedObjectProperties {
  readonly config: ProfileConfigInfo;
  readonly description?: ProfileDescription | undefined;
  readonly name: string;
  readonly createdTime: string;
  readonly modifiedTime: string;
  readonly entity?: readonly Ref<'ManagedEntity'>[] | undefined;
  readonly complianceStatus: string;
}
export interface ProfileMethods extends ManagedObjectMethods {
  readonly RetrieveDescription: {
    readonly params: {};
    readonly result: ProfileDescription | undefined;
  };
  readonly DestroyProfile: {
    readonly params: {};
    readonly result: void;
  };
  readonly AssociateProfile: {
    readonly params: { readonly entity: readonly Ref<'ManagedEntity'>[] };
    readonly result: void;
  };
  readonly DissociateProfile: {
    readonly params: { readonly entity?: readonly Ref<'ManagedEntity'>[] | undefined };
    readonly result: void;
  };
  readonly CheckProfileCompliance_Task: {
    readonly params: { readonly entity?: readonly Ref<'ManagedEntity'>[] | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: readonly ComplianceResult[];
  };
  readonly ExportProfile: {
    readonly params: {};
    readonly result: string;
  };
}

export interface ProfileComplianceManagerProperties extends ManagedObjectProperties {}
export interface ProfileComplianceManagerMethods extends ManagedObjectMethods {
  readonly CheckCompliance_Task: {
    readonly params: { readonly profile?: readonly Ref<'Profile'>[] | undefined; readonly entity?: readonly Ref<'ManagedEntity'>[] | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: readonly ComplianceResult[];
  };
  readonly QueryComplianceStatus: {
    readonly params: { readonly profile?: readonly Ref<'Profile'>[] | undefined; readonly entity?: readonly Ref<'ManagedEntity'>[] | undefined };
    readonly result: readonly ComplianceResult[] | undefined;
  };
  readonly ClearComplianceStatus: {
    readonly params: { readonly profile?: readonly Ref<'Profile'>[] | undefined; readonly entity?: readonly Ref<'ManagedEntity'>[] | undefined };
    readonly result: void;
  };
  readonly QueryExpressionMetadata: {
    readonly params: { readonly expressionName?: readonly string[] | undefined; readonly profile?: Ref<'Profile'> | undefined };
    readonly result: readonly ProfileExpressionMetadata[] | undefined;
  };
}

export interface ProfileManagerProperties extends ManagedObjectProperties {
  readonly profile?: readonly Ref<'Profile'>[] | undefined;
}
export interface ProfileManagerMethods extends ManagedObjectMethods {
  readonly CreateProfile: {
    readonly params: { readonly createSpec: ProfileCreateSpec };
    readonly result: Ref<'Profile'>;
  };
  readonly QueryPolicyMetadata: {
    readonly params: { readonly policyName?: readonly string[] | undefined; readonly profile?: Ref<'Profile'> | undefined };
    readonly result: readonly ProfilePolicyMetadata[] | undefined;
  };
  readonly FindAssociatedProfile: {
    readonly params: { readonly entity: Ref<'ManagedEntity'> };
    readonly result: readonly Ref<'Profile'>[] | undefined;
  };
}

export interface PropertyCollectorProperties extends ManagedObjectProperties {
  readonly filter?: readonly Ref<'PropertyFilter'>[] | undefined;
}
export interface PropertyCollectorMethods extends ManagedObjectMethods {
  readonly CreateFilter: {
    readonly params: { readonly spec: PropertyFilterSpec; readonly partialUpdates: boolean };
    readonly result: Ref<'PropertyFilter'>;
  };
  readonly RetrieveProperties: {
    readonly params: { readonly specSet: readonly PropertyFilterSpec[] };
    readonly result: readonly ObjectContent[] | undefined;
  };
  readonly CheckForUpdates: {
    readonly params: { readonly version?: string | undefined };
    readonly result: UpdateSet | undefined;
  };
  readonly WaitForUpdates: {
    readonly params: { readonly version?: string | undefined };
    readonly result: UpdateSet;
  };
  readonly CancelWaitForUpdates: {
    readonly params: {};
    readonly result: void;
  };
  readonly WaitForUpdatesEx: {
    readonly params: { readonly version?: string | undefined; readonly options?: WaitOptions | undefined };
    readonly result: UpdateSet | undefined;
  };
  readonly RetrievePropertiesEx: {
    readonly params: { readonly specSet: readonly PropertyFilterSpec[]; readonly options: RetrieveOptions };
    readonly result: RetrieveResult | undefined;
  };
  readonly ContinueRetrievePropertiesEx: {
    readonly params: { readonly token: string };
    readonly result: RetrieveResult;
  };
  readonly CancelRetrievePropertiesEx: {
    readonly params: { readonly token: string };
    readonly result: void;
  };
  readonly CreatePropertyCollector: {
    readonly params: {};
    readonly result: Ref<'PropertyCollector'>;
  };
  readonly DestroyPropertyCollector: {
    readonly params: {};
    readonly result: void;
  };
}

export interface PropertyFilterProperties extends ManagedObjectProperties {
  readonly spec: PropertyFilterSpec;
  readonly partialUpdates: boolean;
}
export interface PropertyFilterMethods extends ManagedObjectMethods {
  readonly DestroyPropertyFilter: {
    readonly params: {};
    readonly result: void;
  };
}

export interface ReflectManagedMethodExecuterProperties extends ManagedObjectProperties {}
export interface ReflectManagedMethodExecuterMethods extends ManagedObjectMethods {
  readonly ExecuteSoap: {
    readonly params: { readonly moid: string; readonly version: string; readonly method: string; readonly argument?: readonly ReflectManagedMethodExecuterSoapArgument[] | undefined };
    readonly result: ReflectManagedMethodExecuterSoapResult | undefined;
  };
  readonly FetchSoap: {
    readonly params: { readonly moid: string; readonly version: string; readonly prop: string };
    readonly result: ReflectManagedMethodExecuterSoapResult | undefined;
  };
}

export interface ResourcePlanningManagerProperties extends ManagedObjectProperties {}
export interface ResourcePlanningManagerMethods extends ManagedObjectMethods {
  readonly EstimateDatabaseSize: {
    readonly params: { readonly dbSizeParam: DatabaseSizeParam };
    readonly result: DatabaseSizeEstimate;
  };
}

export interface ResourcePoolProperties extends ManagedEntityProperties {
  readonly summary: ResourcePoolSummary;
  readonly runtime: ResourcePoolRuntimeInfo;
  readonly owner: Ref<'ComputeResource'>;
  readonly resourcePool?: readonly Ref<'ResourcePool'>[] | undefined;
  readonly vm?: readonly Ref<'VirtualMachine'>[] | undefined;
  readonly config: ResourceConfigSpec;
  readonly namespace?: string | undefined;
  readonly childConfiguration?: readonly ResourceConfigSpec[] | undefined;
}
export interface ResourcePoolMethods extends ManagedEntityMethods {
  readonly UpdateConfig: {
    readonly params: { readonly name?: string | undefined; readonly config?: ResourceConfigSpec | undefined };
    readonly result: void;
  };
  readonly MoveIntoResourcePool: {
    readonly params: { readonly list: readonly Ref<'ManagedEntity'>[] };
    readonly result: void;
  };
  readonly UpdateChildResourceConfiguration: {
    readonly params: { readonly spec: readonly ResourceConfigSpec[] };
    readonly result: void;
  };
  readonly CreateResourcePool: {
    readonly params: { readonly name: string; readonly spec: ResourceConfigSpec };
    readonly result: Ref<'ResourcePool'>;
  };
  readonly DestroyChildren: {
    readonly params: {};
    readonly result: void;
  };
  readonly CreateVApp: {
    readonly params: { readonly name: string; readonly resSpec: ResourceConfigSpec; readonly configSpec: VAppConfigSpec; readonly vmFolder?: Ref<'Folder'> | undefined };
    readonly result: Ref<'VirtualApp'>;
  };
  readonly CreateChildVM_Task: {
    readonly params: { readonly config: VirtualMachineConfigSpec; readonly host?: Ref<'HostSystem'> | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: Ref<'VirtualMachine'>;
  };
  readonly RegisterChildVM_Task: {
    readonly params: { readonly path: string; readonly name?: string | undefined; readonly host?: Ref<'HostSystem'> | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: Ref<'VirtualMachine'>;
  };
  readonly ImportVApp: {
    readonly params: { readonly spec: ImportSpec; readonly folder?: Ref<'Folder'> | undefined; readonly host?: Ref<'HostSystem'> | undefined };
    readonly result: Ref<'HttpNfcLease'>;
  };
  readonly QueryResourceConfigOption: {
    readonly params: {};
    readonly result: ResourceConfigOption;
  };
  readonly RefreshRuntime: {
    readonly params: {};
    readonly result: void;
  };
}

export interface ScheduledTaskProperties extends ExtensibleManagedObjectProperties {
  readonly info: ScheduledTaskInfo;
}
export interface ScheduledTaskMethods extends ExtensibleManagedObjectMethods {
  readonly RemoveScheduledTask: {
    readonly params: {};
    readonly result: void;
  };
  readonly ReconfigureScheduledTask: {
    readonly params: { readonly spec: ScheduledTaskSpec };
    readonly result: void;
  };
  readonly RunScheduledTask: {
    readonly params: {};
    readonly result: void;
  };
}

export interface ScheduledTaskManagerProperties extends ManagedObjectProperties {
  readonly scheduledTask?: readonly Ref<'ScheduledTask'>[] | undefined;
  readonly description: ScheduledTaskDescription;
}
export interface ScheduledTaskManagerMethods extends ManagedObjectMethods {
  readonly CreateScheduledTask: {
    readonly params: { readonly entity: Ref<'ManagedEntity'>; readonly spec: ScheduledTaskSpec };
    readonly result: Ref<'ScheduledTask'>;
  };
  readonly RetrieveEntityScheduledTask: {
    readonly params: { readonly entity?: Ref<'ManagedEntity'> | undefined };
    readonly result: readonly Ref<'ScheduledTask'>[] | undefined;
  };
  readonly CreateObjectScheduledTask: {
    readonly params: { readonly obj: Ref; readonly spec: ScheduledTaskSpec };
    readonly result: Ref<'ScheduledTask'>;
  };
  readonly RetrieveObjectScheduledTask: {
    readonly params: { readonly obj?: Ref | undefined };
    readonly result: readonly Ref<'ScheduledTask'>[] | undefined;
  };
}

export interface SearchIndexProperties extends ManagedObjectProperties {}
export interface SearchIndexMethods extends ManagedObjectMethods {
  readonly FindByUuid: {
    readonly params: { readonly datacenter?: Ref<'Datacenter'> | undefined; readonly uuid: string; readonly vmSearch: boolean; readonly instanceUuid?: boolean | undefined };
    readonly result: Ref<'ManagedEntity'> | undefined;
  };
  readonly FindByDatastorePath: {
    readonly params: { readonly datacenter: Ref<'Datacenter'>; readonly path: string };
    readonly result: Ref<'VirtualMachine'> | undefined;
  };
  readonly FindByDnsName: {
    readonly params: { readonly datacenter?: Ref<'Datacenter'> | undefined; readonly dnsName: string; readonly vmSearch: boolean };
    readonly result: Ref<'ManagedEntity'> | undefined;
  };
  readonly FindByIp: {
    readonly params: { readonly datacenter?: Ref<'Datacenter'> | undefined; readonly ip: string; readonly vmSearch: boolean };
    readonly result: Ref<'ManagedEntity'> | undefined;
  };
  readonly FindByInventoryPath: {
    readonly params: { readonly inventoryPath: string };
    readonly result: Ref<'ManagedEntity'> | undefined;
  };
  readonly FindChild: {
    readonly params: { readonly entity: Ref<'ManagedEntity'>; readonly name: string };
    readonly result: Ref<'ManagedEntity'> | undefined;
  };
  readonly FindAllByUuid: {
    readonly params: { readonly datacenter?: Ref<'Datacenter'> | undefined; readonly uuid: string; readonly vmSearch: boolean; readonly instanceUuid?: boolean | undefined };
    readonly result: readonly Ref<'ManagedEntity'>[];
  };
  readonly FindAllByDnsName: {
    readonly params: { readonly datacenter?: Ref<'Datacenter'> | undefined; readonly dnsName: string; readonly vmSearch: boolean };
    readonly result: readonly Ref<'ManagedEntity'>[];
  };
  readonly FindAllByIp: {
    readonly params: { readonly datacenter?: Ref<'Datacenter'> | undefined; readonly ip: string; readonly vmSearch: boolean };
    readonly result: readonly Ref<'ManagedEntity'>[];
  };
  readonly Query: {
    readonly params: { readonly querySpec: SearchIndexQuerySpec };
    readonly result: SearchIndexResultSet;
  };
  readonly QueryNext: {
    readonly params: { readonly iterationSpec: SearchIndexIterationSpec };
    readonly result: SearchIndexResultSet;
  };
}

export interface ServiceInstanceProperties extends ManagedObjectProperties {
  readonly serverClock: string;
  readonly capability: Capability;
  readonly content: ServiceContent;
}
export interface ServiceInstanceMethods extends ManagedObjectMethods {
  readonly CurrentTime: {
    readonly params: {};
    readonly result: string;
  };
  readonly RetrieveServiceContent: {
    readonly params: {};
    readonly result: ServiceContent;
  };
  readonly ValidateMigration: {
    readonly params: { readonly vm: readonly Ref<'VirtualMachine'>[]; readonly state?: VirtualMachinePowerState | undefined; readonly testType?: readonly string[] | undefined; readonly pool?: Ref<'ResourcePool'> | undefined; readonly host?: Ref<'HostSystem'> | undefined };
    readonly result: readonly Event[] | undefined;
  };
  readonly QueryVMotionCompatibility: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly host: readonly Ref<'HostSystem'>[]; readonly compatibility?: readonly string[] | undefined };
    readonly result: readonly HostVMotionCompatibility[] | undefined;
  };
  readonly RetrieveProductComponents: {
    readonly params: {};
    readonly result: readonly ProductComponentInfo[] | undefined;
  };
}

export interface ServiceManagerProperties extends ManagedObjectProperties {
  readonly service?: readonly ServiceManagerServiceInfo[] | undefined;
}
export interface ServiceManagerMethods extends ManagedObjectMethods {
  readonly QueryServiceList: {
    readonly params: { readonly serviceName?: string | undefined; readonly location?: readonly string[] | undefined };
    readonly result: readonly ServiceManagerServiceInfo[] | undefined;
  };
}

export interface SessionManagerProperties extends ManagedObjectProperties {
  readonly sessionList?: readonly UserSession[] | undefined;
  readonly currentSession?: UserSession | undefined;
  readonly message?: string | undefined;
  readonly messageLocaleList?: readonly string[] | undefined;
  readonly supportedLocaleList?: readonly string[] | undefined;
  readonly defaultLocale: string;
}
export interface SessionManagerMethods extends ManagedObjectMethods {
  readonly UpdateServiceMessage: {
    readonly params: { readonly message: string };
    readonly result: void;
  };
  readonly LoginByToken: {
    readonly params: { readonly locale?: string | undefined };
    readonly result: UserSession;
  };
  readonly Login: {
    readonly params: { readonly userName: string; readonly password: string; readonly locale?: string | undefined };
    readonly result: UserSession;
  };
  readonly LoginBySSPI: {
    readonly params: { readonly base64Token: string; readonly locale?: string | undefined };
    readonly result: UserSession;
  };
  readonly Logout: {
    readonly params: {};
    readonly result: void;
  };
  readonly AcquireLocalTicket: {
    readonly params: { readonly userName: string };
    readonly result: SessionManagerLocalTicket;
  };
  readonly AcquireGenericServiceTicket: {
    readonly params: { readonly spec: SessionManagerServiceRequestSpec };
    readonly result: SessionManagerGenericServiceTicket;
  };
  readonly TerminateSession: {
    readonly params: { readonly sessionId: readonly string[] };
    readonly result: void;
  };
  readonly SetLocale: {
    readonly params: { readonly locale: string };
    readonly result: void;
  };
  readonly LoginExtensionBySubjectName: {
    readonly params: { readonly extensionKey: string; readonly locale?: string | undefined };
    readonly result: UserSession;
  };
  readonly LoginExtensionByCertificate: {
    readonly params: { readonly extensionKey: string; readonly locale?: string | undefined };
    readonly result: UserSession;
  };
  readonly ImpersonateUser: {
    readonly params: { readonly userName: string; readonly locale?: string | undefined };
    readonly result: UserSession;
  };
  readonly SessionIsActive: {
    readonly params: { readonly sessionID: string; readonly userName: string };
    readonly result: boolean;
  };
  readonly AcquireCloneTicket: {
    readonly params: {};
    readonly result: string;
  };
  readonly CloneSession: {
    readonly params: { readonly cloneTicket: string };
    readonly result: UserSession;
  };
}

export interface SimpleCommandProperties extends ManagedObjectProperties {
  readonly encodingType: SimpleCommandEncoding;
  readonly entity: ServiceManagerServiceInfo;
}
export interface SimpleCommandMethods extends ManagedObjectMethods {
  readonly ExecuteSimpleCommand: {
    readonly params: { readonly arguments?: readonly string[] | undefined };
    readonly result: string;
  };
}

export interface SiteInfoManagerProperties extends ManagedObjectProperties {}
export interface SiteInfoManagerMethods extends ManagedObjectMethods {
  readonly GetSiteInfo: {
    readonly params: {};
    readonly result: SiteInfo;
  };
}

export interface StoragePodProperties extends FolderProperties {
  readonly summary?: StoragePodSummary | undefined;
  readonly podStorageDrsEntry?: PodStorageDrsEntry | undefined;
}
export interface StoragePodMethods extends FolderMethods {}

export interface StorageQueryManagerProperties extends ManagedObjectProperties {}
export interface StorageQueryManagerMethods extends ManagedObjectMethods {
  readonly QueryHostsWithAttachedLun: {
    readonly params: { readonly lunUuid: string };
    readonly result: readonly Ref<'HostSystem'>[] | undefined;
  };
}

export interface StorageResourceManagerProperties extends ManagedObjectProperties {}
export interface StorageResourceManagerMethods extends ManagedObjectMethods {
  readonly ConfigureDatastoreIORM_Task: {
    readonly params: { readonly datastore: Ref<'Datastore'>; readonly spec: StorageIORMConfigSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly QueryIORMConfigOption: {
    readonly params: { readonly host: Ref<'HostSystem'> };
    readonly result: StorageIORMConfigOption;
  };
  readonly QueryDatastorePerformanceSummary: {
    readonly params: { readonly datastore: Ref<'Datastore'> };
    readonly result: readonly StoragePerformanceSummary[] | undefined;
  };
  readonly ApplyStorageDrsRecommendationToPod_Task: {
    readonly params: { readonly pod: Ref<'StoragePod'>; readonly key: string };
    readonly result: Ref<'Task'>;
    readonly taskResult: ApplyStorageRecommendationResult;
  };
  readonly ApplyStorageDrsRecommendation_Task: {
    readonly params: { readonly key: readonly string[] };
    readonly result: Ref<'Task'>;
    readonly taskResult: ApplyStorageRecommendationResult;
  };
  readonly CancelStorageDrsRecommendation: {
    readonly params: { readonly key: readonly string[] };
    readonly result: void;
  };
  readonly RefreshStorageDrsRecommendation: {
    readonly params: { readonly pod: Ref<'StoragePod'> };
    readonly result: void;
  };
  readonly RefreshStorageDrsRecommendationsForPod_Task: {
    readonly params: { readonly pod: Ref<'StoragePod'> };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly ConfigureStorageDrsForPod_Task: {
    readonly params: { readonly pod: Ref<'StoragePod'>; readonly spec: StorageDrsConfigSpec; readonly modify: boolean };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly ValidateStoragePodConfig: {
    readonly params: { readonly pod: Ref<'StoragePod'>; readonly spec: StorageDrsConfigSpec };
    readonly result: LocalizedMethodFault | undefined;
  };
  readonly RecommendDatastores: {
    readonly params: { readonly storageSpec: StoragePlacementSpec };
    readonly result: StoragePlacementResult;
  };
}

export interface TaskProperties extends ExtensibleManagedObjectProperties {
  readonly info: TaskInfo;
}
export interface TaskMethods extends ExtensibleManagedObjectMethods {
  readonly CancelTask: {
    readonly params: {};
    readonly result: void;
  };
  readonly UpdateProgress: {
    readonly params: { readonly percentDone: number };
    readonly result: void;
  };
  readonly SetTaskState: {
    readonly params: { readonly state: TaskInfoState; readonly result?: unknown; readonly fault?: LocalizedMethodFault | undefined };
    readonly result: void;
  };
  readonly SetTaskDescription: {
    readonly params: { readonly description: LocalizableMessage };
    readonly result: void;
  };
}

export interface TaskHistoryCollectorProperties extends HistoryCollectorProperties {
  readonly latestPage?: readonly TaskInfo[] | undefined;
}
export interface TaskHistoryCollectorMethods extends HistoryCollectorMethods {
  readonly ReadNextTasks: {
    readonly params: { readonly maxCount: number };
    readonly result: readonly TaskInfo[] | undefined;
  };
  readonly ReadPreviousTasks: {
    readonly params: { readonly maxCount: number };
    readonly result: readonly TaskInfo[] | undefined;
  };
}

export interface TaskManagerProperties extends ManagedObjectProperties {
  readonly recentTask?: readonly Ref<'Task'>[] | undefined;
  readonly description: TaskDescription;
  readonly maxCollector: number;
}
export interface TaskManagerMethods extends ManagedObjectMethods {
  readonly CreateCollectorForTasks: {
    readonly params: { readonly filter: TaskFilterSpec };
    readonly result: Ref<'TaskHistoryCollector'>;
  };
  readonly CreateCollectorWithInfoFilterForTasks: {
    readonly params: { readonly filter: TaskFilterSpec; readonly infoFilter?: TaskInfoFilterSpec | undefined };
    readonly result: Ref<'TaskHistoryCollector'>;
  };
  readonly CreateTask: {
    readonly params: { readonly obj: Ref; readonly taskTypeId: string; readonly initiatedBy?: string | undefined; readonly cancelable: boolean; readonly parentTaskKey?: string | undefined; readonly activationId?: string | undefined };
    readonly result: TaskInfo;
  };
  readonly ReadNextTasksByViewSpec: {
    readonly params: { readonly viewSpec: TaskManagerTaskViewSpec; readonly filterSpec: TaskFilterSpec; readonly infoFilterSpec?: TaskInfoFilterSpec | undefined };
    readonly result: readonly TaskInfo[] | undefined;
  };
}

export interface TenantTenantManagerProperties extends ManagedObjectProperties {}
export interface TenantTenantManagerMethods extends ManagedObjectMethods {
  readonly MarkServiceProviderEntities: {
    readonly params: { readonly entity?: readonly Ref<'ManagedEntity'>[] | undefined };
    readonly result: void;
  };
  readonly UnmarkServiceProviderEntities: {
    readonly params: { readonly entity?: readonly Ref<'ManagedEntity'>[] | undefined };
    readonly result: void;
  };
  readonly RetrieveServiceProviderEntities: {
    readonly params: {};
    readonly result: readonly Ref<'ManagedEntity'>[] | undefined;
  };
}

export interface TransitGatewayProperties extends ManagedEntityProperties {
  readonly config: TransitGatewayConfigInfo;
}
export interface TransitGatewayMethods extends ManagedEntityMethods {}

export interface UserDirectoryProperties extends ManagedObjectProperties {
  readonly domainList?: readonly string[] | undefined;
}
export interface UserDirectoryMethods extends ManagedObjectMethods {
  readonly RetrieveUserGroups: {
    readonly params: { readonly domain?: string | undefined; readonly searchStr: string; readonly belongsToGroup?: string | undefined; readonly belongsToUser?: string | undefined; readonly exactMatch: boolean; readonly findUsers: boolean; readonly findGroups: boolean };
    readonly result: readonly UserSearchResult[] | undefined;
  };
}

export interface VStorageObjectManagerBaseProperties extends ManagedObjectProperties {}
export interface VStorageObjectManagerBaseMethods extends ManagedObjectMethods {
  readonly VStorageObjectExtendDiskEx_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly newCapacityInMB: number };
    readonly result: Ref<'Task'>;
    readonly taskResult: vslmVClockInfo;
  };
  readonly RenameVStorageObjectEx: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly name: string };
    readonly result: vslmVClockInfo;
  };
  readonly VStorageObjectCreateSnapshotEx_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly description: string; readonly snapshotId?: ID | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: VStorageObjectSnapshot;
  };
  readonly VStorageObjectDeleteSnapshotEx_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly snapshotId: ID };
    readonly result: Ref<'Task'>;
    readonly taskResult: vslmVClockInfo;
  };
  readonly VStorageObjectDeleteSnapshotEx2_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly snapshotId: ID };
    readonly result: Ref<'Task'>;
    readonly taskResult: VStorageObjectSnapshot;
  };
  readonly RevertVStorageObjectEx_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly snapshotId: ID };
    readonly result: Ref<'Task'>;
    readonly taskResult: vslmVClockInfo;
  };
  readonly RepairVStorageObjectChain_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'> };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly UnregisterDisk_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'> };
    readonly result: Ref<'Task'>;
    readonly taskResult: vslmVClockInfo;
  };
}

export interface VcenterVStorageObjectManagerProperties extends VStorageObjectManagerBaseProperties {}
export interface VcenterVStorageObjectManagerMethods extends VStorageObjectManagerBaseMethods {
  readonly CreateDisk_Task: {
    readonly params: { readonly spec: VslmCreateSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: VStorageObject;
  };
  readonly RegisterDisk: {
    readonly params: { readonly path: string; readonly name?: string | undefined; readonly id?: ID | undefined };
    readonly result: VStorageObject;
  };
  readonly ExtendDisk_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly newCapacityInMB: number };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly InflateDisk_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'> };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly RenameVStorageObject: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly name: string };
    readonly result: void;
  };
  readonly UpdateVStorageObjectPolicy_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly profile?: readonly VirtualMachineProfileSpec[] | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly UpdateVStorageObjectCrypto_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly profile?: readonly VirtualMachineProfileSpec[] | undefined; readonly disksCrypto?: DiskCryptoSpec | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly UpdateVStorageInfrastructureObjectPolicy_Task: {
    readonly params: { readonly spec: vslmInfrastructureObjectPolicySpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly RetrieveVStorageInfrastructureObjectPolicy: {
    readonly params: { readonly datastore: Ref<'Datastore'> };
    readonly result: readonly vslmInfrastructureObjectPolicy[] | undefined;
  };
  readonly DeleteVStorageObject_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'> };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly RetrieveVStorageObject: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly diskInfoFlags?: readonly string[] | undefined };
    readonly result: VStorageObject;
  };
  readonly RetrieveVStorageObjectState: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'> };
    readonly result: VStorageObjectStateInfo;
  };
  readonly RetrieveVStorageObjectAssociations: {
    readonly params: { readonly ids?: readonly RetrieveVStorageObjSpec[] | undefined };
    readonly result: readonly VStorageObjectAssociations[] | undefined;
  };
  readonly ListVStorageObject: {
    readonly params: { readonly datastore: Ref<'Datastore'> };
    readonly result: readonly ID[] | undefined;
  };
  readonly CloneVStorageObject_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly spec: VslmCloneSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: VStorageObject;
  };
  readonly RelocateVStorageObject_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly spec: VslmRelocateSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: VStorageObject;
  };
  readonly SetVStorageObjectControlFlags: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly controlFlags?: readonly string[] | undefined };
    readonly result: void;
  };
  readonly ClearVStorageObjectControlFlags: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly controlFlags?: readonly string[] | undefined };
    readonly result: void;
  };
  readonly AttachTagToVStorageObject: {
    readonly params: { readonly id: ID; readonly category: string; readonly tag: string };
    readonly result: void;
  };
  readonly DetachTagFromVStorageObject: {
    readonly params: { readonly id: ID; readonly category: string; readonly tag: string };
    readonly result: void;
  };
  readonly ListVStorageObjectsAttachedToTag: {
    readonly params: { readonly category: string; readonly tag: string };
    readonly result: readonly ID[] | undefined;
  };
  readonly ListTagsAttachedToVStorageObject: {
    readonly params: { readonly id: ID };
    readonly result: readonly VslmTagEntry[] | undefined;
  };
  readonly ReconcileDatastoreInventory_Task: {
    readonly params: { readonly datastore: Ref<'Datastore'>; readonly deepCleansing?: boolean | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly ScheduleReconcileDatastoreInventory: {
    readonly params: { readonly datastore: Ref<'Datastore'>; readonly deepCleansing?: boolean | undefined };
    readonly result: void;
  };
  readonly VStorageObjectCreateSnapshot_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly description: string };
    readonly result: Ref<'Task'>;
    readonly taskResult: ID;
  };
  readonly DeleteSnapshot_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly snapshotId: ID };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly RetrieveSnapshotInfo: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'> };
    readonly result: VStorageObjectSnapshotInfo;
  };
  readonly CreateDiskFromSnapshot_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly snapshotId: ID; readonly name: string; readonly profile?: readonly VirtualMachineProfileSpec[] | undefined; readonly crypto?: CryptoSpec | undefined; readonly path?: string | undefined; readonly isLinkedClone?: boolean | undefined; readonly targetId?: ID | undefined; readonly targetDatastore?: Ref<'Datastore'> | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: VStorageObject;
  };
  readonly RevertVStorageObject_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly snapshotId: ID };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly RetrieveSnapshotDetails: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly snapshotId: ID };
    readonly result: VStorageObjectSnapshotDetails;
  };
  readonly VstorageObjectVCenterQueryChangedDiskAreas: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly snapshotId: ID; readonly startOffset: number; readonly changeId: string };
    readonly result: DiskChangeInfo;
  };
  readonly DeleteVStorageObjectEx_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'> };
    readonly result: Ref<'Task'>;
    readonly taskResult: vslmVClockInfo;
  };
  readonly VCenterUpdateVStorageObjectMetadataEx_Task: {
    readonly params: { readonly id: ID; readonly datastore: Ref<'Datastore'>; readonly metadata?: readonly KeyValue[] | undefined; readonly deleteKeys?: readonly string[] | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: VStorageObject;
  };
  readonly SetVirtualDiskUuidEx_Task: {
    readonly params: { readonly name: string; readonly datacenter?: Ref<'Datacenter'> | undefined; readonly uuid?: string | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly QueryVirtualDiskUuidEx: {
    readonly params: { readonly name: string; readonly datacenter?: Ref<'Datacenter'> | undefined };
    readonly result: string;
  };
  readonly ReconcileDatastoreInventoryEx_Task: {
    readonly params: { readonly spec: VStorageObjectReconcileSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: VStorageObjectReconcileResult;
  };
}

export interface ViewProperties extends ManagedObjectProperties {}
export interface ViewMethods extends ManagedObjectMethods {
  readonly DestroyView: {
    readonly params: {};
    readonly result: void;
  };
}

export interface ViewManagerProperties extends ManagedObjectProperties {
  readonly viewList?: readonly Ref<'View'>[] | undefined;
}
export interface ViewManagerMethods extends ManagedObjectMethods {
  readonly CreateInventoryView: {
    readonly params: {};
    readonly result: Ref<'InventoryView'>;
  };
  readonly CreateContainerView: {
    readonly params: { readonly container: Ref<'ManagedEntity'>; readonly type?: readonly string[] | undefined; readonly recursive: boolean };
    readonly result: Ref<'ContainerView'>;
  };
  readonly CreateListView: {
    readonly params: { readonly obj?: readonly Ref[] | undefined };
    readonly result: Ref<'ListView'>;
  };
  readonly CreateListViewFromView: {
    readonly params: { readonly view: Ref<'View'> };
    readonly result: Ref<'ListView'>;
  };
}

export interface VirtualAppProperties extends ResourcePoolProperties {
  readonly parentFolder?: Ref<'Folder'> | undefined;
  readonly datastore?: readonly Ref<'Datastore'>[] | undefined;
  readonly network?: readonly Ref<'Network'>[] | undefined;
  readonly vAppConfig?: VAppConfigInfo | undefined;
  readonly parentVApp?: Ref<'ManagedEntity'> | undefined;
  readonly childLink?: readonly VirtualAppLinkInfo[] | undefined;
}
export interface VirtualAppMethods extends ResourcePoolMethods {
  readonly UpdateVAppConfig: {
    readonly params: { readonly spec: VAppConfigSpec };
    readonly result: void;
  };
  readonly UpdateLinkedChildren: {
    readonly params: { readonly addChangeSet?: readonly VirtualAppLinkInfo[] | undefined; readonly removeSet?: readonly Ref<'ManagedEntity'>[] | undefined };
    readonly result: void;
  };
  readonly CloneVApp_Task: {
    readonly params: { readonly name: string; readonly target: Ref<'ResourcePool'>; readonly spec: VAppCloneSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: Ref<'VirtualApp'>;
  };
  readonly ExportVApp: {
    readonly params: {};
    readonly result: Ref<'HttpNfcLease'>;
  };
  readonly PowerOnVApp_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly PowerOffVApp_Task: {
    readonly params: { readonly force: boolean };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly SuspendVApp_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly unregisterVApp_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
}

export interface VirtualDiskManagerProperties extends ManagedObjectProperties {}
export interface VirtualDiskManagerMethods extends ManagedObjectMethods {
  readonly CreateVirtualDisk_Task: {
    readonly params: { readonly name: string; readonly datacenter?: Ref<'Datacenter'> | undefined; readonly spec: VirtualDiskSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: string;
  };
  readonly DeleteVirtualDisk_Task: {
    readonly params: { readonly name: string; readonly datacenter?: Ref<'Datacenter'> | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly MoveVirtualDisk_Task: {
    readonly params: { readonly sourceName: string; readonly sourceDatacenter?: Ref<'Datacenter'> | undefined; readonly destName: string; readonly destDatacenter?: Ref<'Datacenter'> | undefined; readonly force?: boolean | undefined; readonly profile?: readonly VirtualMachineProfileSpec[] | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: string;
  };
  readonly CopyVirtualDisk_Task: {
    readonly params: { readonly sourceName: string; readonly sourceDatacenter?: Ref<'Datacenter'> | undefined; readonly destName: string; readonly destDatacenter?: Ref<'Datacenter'> | undefined; readonly destSpec?: VirtualDiskSpec | undefined; readonly force?: boolean | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: string;
  };
  readonly ExtendVirtualDisk_Task: {
    readonly params: { readonly name: string; readonly datacenter?: Ref<'Datacenter'> | undefined; readonly newCapacityKb: number; readonly eagerZero?: boolean | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly QueryVirtualDiskFragmentation: {
    readonly params: { readonly name: string; readonly datacenter?: Ref<'Datacenter'> | undefined };
    readonly result: number;
  };
  readonly DefragmentVirtualDisk_Task: {
    readonly params: { readonly name: string; readonly datacenter?: Ref<'Datacenter'> | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly ShrinkVirtualDisk_Task: {
    readonly params: { readonly name: string; readonly datacenter?: Ref<'Datacenter'> | undefined; readonly copy?: boolean | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly InflateVirtualDisk_Task: {
    readonly params: { readonly name: string; readonly datacenter?: Ref<'Datacenter'> | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly EagerZeroVirtualDisk_Task: {
    readonly params: { readonly name: string; readonly datacenter?: Ref<'Datacenter'> | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly ZeroFillVirtualDisk_Task: {
    readonly params: { readonly name: string; readonly datacenter?: Ref<'Datacenter'> | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly SetVirtualDiskUuid: {
    readonly params: { readonly name: string; readonly datacenter?: Ref<'Datacenter'> | undefined; readonly uuid: string };
    readonly result: void;
  };
  readonly QueryVirtualDiskUuid: {
    readonly params: { readonly name: string; readonly datacenter?: Ref<'Datacenter'> | undefined };
    readonly result: string;
  };
  readonly QueryVirtualDiskGeometry: {
    readonly params: { readonly name: string; readonly datacenter?: Ref<'Datacenter'> | undefined };
    readonly result: HostDiskDimensionsChs;
  };
  readonly ImportUnmanagedSnapshot: {
    readonly params: { readonly vdisk: string; readonly datacenter?: Ref<'Datacenter'> | undefined; readonly vvolId: string };
    readonly result: void;
  };
  readonly ReleaseManagedSnapshot: {
    readonly params: { readonly vdisk: string; readonly datacenter?: Ref<'Datacenter'> | undefined };
    readonly result: void;
  };
  readonly QueryVirtualDiskInfo_Task: {
    readonly params: { readonly name: string; readonly datacenter?: Ref<'Datacenter'> | undefined; readonly includeParents: boolean };
    readonly result: Ref<'Task'>;
    readonly taskResult: readonly VirtualDiskInfo[];
  };
  readonly CreateChildDisk_Task: {
    readonly params: { readonly childName: string; readonly childDatacenter?: Ref<'Datacenter'> | undefined; readonly parentName: string; readonly parentDatacenter?: Ref<'Datacenter'> | undefined; readonly isLinkedClone: boolean };
    readonly result: Ref<'Task'>;
    readonly taskResult: string;
  };
}

export interface VirtualMachineProperties extends ManagedEntityProperties {
  readonly capability: VirtualMachineCapability;
  readonly config?: VirtualMachineConfigInfo | undefined;
  readonly layout?: VirtualMachineFileLayout | undefined;
  readonly layoutEx?: VirtualMachineFileLayoutEx | undefined;
  readonly storage?: VirtualMachineStorageInfo | undefined;
  readonly environmentBrowser: Ref<'EnvironmentBrowser'>;
  readonly resourcePool?: Ref<'ResourcePool'> | undefined;
  readonly parentVApp?: Ref<'ManagedEntity'> | undefined;
  readonly resourceConfig?: ResourceConfigSpec | undefined;
  readonly runtime: VirtualMachineRuntimeInfo;
  readonly guest?: GuestInfo | undefined;
  readonly summary: VirtualMachineSummary;
  readonly datastore?: readonly Ref<'Datastore'>[] | undefined;
  readonly network?: readonly Ref<'Network'>[] | undefined;
  readonly snapshot?: VirtualMachineSnapshotInfo | undefined;
  readonly rootSnapshot?: readonly Ref<'VirtualMachineSnapshot'>[] | undefined;
  readonly guestHeartbeatStatus: ManagedEntityStatus;
}
export interface VirtualMachineMethods extends ManagedEntityMethods {
  readonly RefreshStorageInfo: {
    readonly params: {};
    readonly result: void;
  };
  readonly CreateSnapshot_Task: {
    readonly params: { readonly name: string; readonly description?: string | undefined; readonly memory: boolean; readonly quiesce: boolean };
    readonly result: Ref<'Task'>;
    readonly taskResult: Ref<'VirtualMachineSnapshot'>;
  };
  readonly CreateSnapshotEx_Task: {
    readonly params: { readonly name: string; readonly description?: string | undefined; readonly memory: boolean; readonly quiesceSpec?: VirtualMachineGuestQuiesceSpec | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: Ref<'VirtualMachineSnapshot'>;
  };
  readonly RevertToCurrentSnapshot_Task: {
    readonly params: { readonly host?: Ref<'HostSystem'> | undefined; readonly suppressPowerOn?: boolean | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly RemoveAllSnapshots_Task: {
    readonly params: { readonly consolidate?: boolean | undefined; readonly spec?: SnapshotSelectionSpec | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly ConsolidateVMDisks_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly EstimateStorageForConsolidateSnapshots_Task: {
    readonly params: {};
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: readonly StorageRequirement[];
  };
  readonly ReconfigVM_Task: {
    readonly params: { readonly spec: VirtualMachineConfigSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly UpgradeVM_Task: {
    readonly params: { readonly version?: string | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly ExtractOvfEnvironment: {
    readonly params: {};
    readonly result: string;
  };
  readonly PowerOnVM_Task: {
    readonly params: { readonly host?: Ref<'HostSystem'> | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly PowerOffVM_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly SuspendVM_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly ResetVM_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly ShutdownGuest: {
    readonly params: {};
    readonly result: void;
  };
  readonly RebootGuest: {
    readonly params: {};
    readonly result: void;
  };
  readonly StandbyGuest: {
    readonly params: {};
    readonly result: void;
  };
  readonly AnswerVM: {
    readonly params: { readonly questionId: string; readonly answerChoice: string };
    readonly result: void;
  };
  readonly CustomizeVM_Task: {
    readonly params: { readonly spec: CustomizationSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly CheckCustomizationSpec: {
    readonly params: { readonly spec: CustomizationSpec };
    readonly result: void;
  };
  readonly MigrateVM_Task: {
    readonly params: { readonly pool?: Ref<'ResourcePool'> | undefined; readonly host?: Ref<'HostSystem'> | undefined; readonly priority: VirtualMachineMovePriority; readonly state?: VirtualMachinePowerState | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly RelocateVM_Task: {
    readonly params: { readonly spec: VirtualMachineRelocateSpec; readonly priority?: VirtualMachineMovePriority | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly CloneVM_Task: {
    readonly params: { readonly folder: Ref<'Folder'>; readonly name: string; readonly spec: VirtualMachineCloneSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: Ref<'VirtualMachine'>;
  };
  readonly InstantClone_Task: {
    readonly params: { readonly spec: VirtualMachineInstantCloneSpec };
    readonly result: Ref<'Task'>;
    readonly taskResult: Ref<'VirtualMachine'>;
  };
  readonly ExportVm: {
    readonly params: {};
    readonly result: Ref<'HttpNfcLease'>;
  };
  readonly MarkAsTemplate: {
    readonly params: {};
    readonly result: void;
  };
  readonly MarkAsVirtualMachine: {
    readonly params: { readonly pool: Ref<'ResourcePool'>; readonly host?: Ref<'HostSystem'> | undefined };
    readonly result: void;
  };
  readonly UnregisterVM: {
    readonly params: {};
    readonly result: void;
  };
  readonly ResetGuestInformation: {
    readonly params: {};
    readonly result: void;
  };
  readonly MountToolsInstaller: {
    readonly params: {};
    readonly result: void;
  };
  readonly UnmountToolsInstaller: {
    readonly params: {};
    readonly result: void;
  };
  readonly UpgradeTools_Task: {
    readonly params: { readonly installerOptions?: string | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly AcquireMksTicket: {
    readonly params: {};
    readonly result: VirtualMachineMksTicket;
  };
  readonly QueryConnections: {
    readonly params: {};
    readonly result: readonly VirtualMachineConnection[] | undefined;
  };
  readonly DropConnections: {
    readonly params: { readonly listOfConnections?: readonly VirtualMachineConnection[] | undefined };
    readonly result: boolean;
  };
  readonly AcquireTicket: {
    readonly params: { readonly ticketType: string };
    readonly result: VirtualMachineTicket;
  };
  readonly SetScreenResolution: {
    readonly params: { readonly width: number; readonly height: number };
    readonly result: void;
  };
  readonly DefragmentAllDisks: {
    readonly params: {};
    readonly result: void;
  };
  readonly CreateSecondaryVM_Task: {
    readonly params: { readonly host?: Ref<'HostSystem'> | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: FaultToleranceSecondaryOpResult;
  };
  readonly CreateSecondaryVMEx_Task: {
    readonly params: { readonly host?: Ref<'HostSystem'> | undefined; readonly spec?: FaultToleranceConfigSpec | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: FaultToleranceSecondaryOpResult;
  };
  readonly TurnOffFaultToleranceForVM_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly MakePrimaryVM_Task: {
    readonly params: { readonly vm: Ref<'VirtualMachine'> };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly TerminateFaultTolerantVM_Task: {
    readonly params: { readonly vm?: Ref<'VirtualMachine'> | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly DisableSecondaryVM_Task: {
    readonly params: { readonly vm: Ref<'VirtualMachine'> };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly EnableSecondaryVM_Task: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly host?: Ref<'HostSystem'> | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: FaultToleranceSecondaryOpResult;
  };
  readonly SetDisplayTopology: {
    readonly params: { readonly displays: readonly VirtualMachineDisplayTopology[] };
    readonly result: void;
  };
  readonly StartRecording_Task: {
    readonly params: { readonly name: string; readonly description?: string | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: Ref<'VirtualMachineSnapshot'>;
  };
  readonly StopRecording_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly StartReplaying_Task: {
    readonly params: { readonly replaySnapshot: Ref<'VirtualMachineSnapshot'> };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly StopReplaying_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly PromoteDisks_Task: {
    readonly params: { readonly unlink: boolean; readonly disks?: readonly VirtualDisk[] | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly CreateScreenshot_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: string;
  };
  readonly PutUsbScanCodes: {
    readonly params: { readonly spec: UsbScanCodeSpec };
    readonly result: number;
  };
  readonly QueryChangedDiskAreas: {
    readonly params: { readonly snapshot?: Ref<'VirtualMachineSnapshot'> | undefined; readonly deviceKey: number; readonly startOffset: number; readonly changeId: string };
    readonly result: DiskChangeInfo;
  };
  readonly QueryUnownedFiles: {
    readonly params: {};
    readonly result: readonly string[] | undefined;
  };
  readonly reloadVirtualMachineFromPath_Task: {
    readonly params: { readonly configurationPath: string };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly QueryFaultToleranceCompatibility: {
    readonly params: {};
    readonly result: readonly LocalizedMethodFault[] | undefined;
  };
  readonly QueryFaultToleranceCompatibilityEx: {
    readonly params: { readonly forLegacyFt?: boolean | undefined };
    readonly result: readonly LocalizedMethodFault[] | undefined;
  };
  readonly TerminateVM: {
    readonly params: {};
    readonly result: void;
  };
  readonly SendNMI: {
    readonly params: {};
    readonly result: void;
  };
  readonly AttachDisk_Task: {
    readonly params: { readonly diskId: ID; readonly datastore: Ref<'Datastore'>; readonly controllerKey?: number | undefined; readonly unitNumber?: number | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly DetachDisk_Task: {
    readonly params: { readonly diskId: ID };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly ApplyEvcModeVM_Task: {
    readonly params: { readonly mask?: readonly HostFeatureMask[] | undefined; readonly completeMasks?: boolean | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly CryptoUnlock_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly RepairVmDiskChains_Task: {
    readonly params: {};
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
}

export interface VirtualMachineCompatibilityCheckerProperties extends ManagedObjectProperties {}
export interface VirtualMachineCompatibilityCheckerMethods extends ManagedObjectMethods {
  readonly CheckCompatibility_Task: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly host?: Ref<'HostSystem'> | undefined; readonly pool?: Ref<'ResourcePool'> | undefined; readonly testType?: readonly string[] | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: readonly CheckResult[];
  };
  readonly CheckVmConfig_Task: {
    readonly params: { readonly spec: VirtualMachineConfigSpec; readonly vm?: Ref<'VirtualMachine'> | undefined; readonly host?: Ref<'HostSystem'> | undefined; readonly pool?: Ref<'ResourcePool'> | undefined; readonly testType?: readonly string[] | undefined };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: readonly CheckResult[];
  };
  readonly CheckPowerOn_Task: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly host?: Ref<'HostSystem'> | undefined; readonly pool?: Ref<'ResourcePool'> | undefined; readonly testType?: readonly string[] | undefined };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: readonly CheckResult[];
  };
}

export interface VirtualMachineGuestCustomizationManagerProperties extends ManagedObjectProperties {}
export interface VirtualMachineGuestCustomizationManagerMethods extends ManagedObjectMethods {
  readonly CustomizeGuest_Task: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication; readonly spec: CustomizationSpec; readonly configParams?: readonly OptionValue[] | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly StartGuestNetwork_Task: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly AbortCustomization_Task: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly auth: GuestAuthentication };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
}

export interface VirtualMachineProvisioningCheckerProperties extends ManagedObjectProperties {}
export interface VirtualMachineProvisioningCheckerMethods extends ManagedObjectMethods {
  readonly QueryVMotionCompatibilityEx_Task: {
    readonly params: { readonly vm: readonly Ref<'VirtualMachine'>[]; readonly host: readonly Ref<'HostSystem'>[] };
    readonly result: Ref<'Task'>;
    readonly taskResult: readonly CheckResult[];
  };
  readonly CheckMigrate_Task: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly host?: Ref<'HostSystem'> | undefined; readonly pool?: Ref<'ResourcePool'> | undefined; readonly state?: VirtualMachinePowerState | undefined; readonly testType?: readonly string[] | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: readonly CheckResult[];
  };
  readonly CheckRelocate_Task: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly spec: VirtualMachineRelocateSpec; readonly testType?: readonly string[] | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: readonly CheckResult[];
  };
  readonly CheckClone_Task: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly folder: Ref<'Folder'>; readonly name: string; readonly spec: VirtualMachineCloneSpec; readonly testType?: readonly string[] | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: readonly CheckResult[];
  };
  readonly CheckInstantClone_Task: {
    readonly params: { readonly vm: Ref<'VirtualMachine'>; readonly spec: VirtualMachineInstantCloneSpec; readonly testType?: readonly string[] | undefined };
    readonly result: Ref<'Task'> | undefined;
    readonly taskResult: readonly CheckResult[];
  };
}

export interface VirtualMachineSnapshotProperties extends ExtensibleManagedObjectProperties {
  readonly config: VirtualMachineConfigInfo;
  readonly childSnapshot?: readonly Ref<'VirtualMachineSnapshot'>[] | undefined;
  readonly vm?: Ref<'VirtualMachine'> | undefined;
}
export interface VirtualMachineSnapshotMethods extends ExtensibleManagedObjectMethods {
  readonly RevertToSnapshot_Task: {
    readonly params: { readonly host?: Ref<'HostSystem'> | undefined; readonly suppressPowerOn?: boolean | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly RemoveSnapshot_Task: {
    readonly params: { readonly removeChildren: boolean; readonly consolidate?: boolean | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
  readonly RenameSnapshot: {
    readonly params: { readonly name?: string | undefined; readonly description?: string | undefined };
    readonly result: void;
  };
  readonly ExportSnapshot: {
    readonly params: {};
    readonly result: Ref<'HttpNfcLease'>;
  };
}

export interface VirtualizationManagerProperties extends ManagedObjectProperties {}
export interface VirtualizationManagerMethods extends ManagedObjectMethods {}

export interface VmwareDistributedVirtualSwitchProperties extends DistributedVirtualSwitchProperties {}
export interface VmwareDistributedVirtualSwitchMethods extends DistributedVirtualSwitchMethods {
  readonly UpdateDVSLacpGroupConfig_Task: {
    readonly params: { readonly lacpGroupSpec: readonly VMwareDvsLacpGroupSpec[] };
    readonly result: Ref<'Task'>;
    readonly taskResult: void;
  };
}

export interface VsanUpgradeSystemProperties extends ManagedObjectProperties {}
export interface VsanUpgradeSystemMethods extends ManagedObjectMethods {
  readonly PerformVsanUpgradePreflightCheck: {
    readonly params: { readonly cluster: Ref<'ClusterComputeResource'>; readonly downgradeFormat?: boolean | undefined };
    readonly result: VsanUpgradeSystemPreflightCheckResult;
  };
  readonly QueryVsanUpgradeStatus: {
    readonly params: { readonly cluster: Ref<'ClusterComputeResource'> };
    readonly result: VsanUpgradeSystemUpgradeStatus;
  };
  readonly PerformVsanUpgrade_Task: {
    readonly params: { readonly cluster: Ref<'ClusterComputeResource'>; readonly performObjectUpgrade?: boolean | undefined; readonly downgradeFormat?: boolean | undefined; readonly allowReducedRedundancy?: boolean | undefined; readonly excludeHosts?: readonly Ref<'HostSystem'>[] | undefined };
    readonly result: Ref<'Task'>;
    readonly taskResult: VsanUpgradeSystemUpgradeStatus;
  };
}

/** The properties of every managed type by its wire name. */
export interface ManagedProperties {
  readonly Alarm: AlarmProperties;
  readonly AlarmManager: AlarmManagerProperties;
  readonly AuthorizationManager: AuthorizationManagerProperties;
  readonly CertificateManager: CertificateManagerProperties;
  readonly ClusterComputeResource: ClusterComputeResourceProperties;
  readonly ClusterEVCManager: ClusterEVCManagerProperties;
  readonly ClusterProfile: ClusterProfileProperties;
  readonly ClusterProfileManager: ClusterProfileManagerProperties;
  readonly ComputeResource: ComputeResourceProperties;
  readonly ContainerView: ContainerViewProperties;
  readonly CryptoManager: CryptoManagerProperties;
  readonly CryptoManagerHost: CryptoManagerHostProperties;
  readonly CryptoManagerHostKMS: CryptoManagerHostKMSProperties;
  readonly CryptoManagerKmip: CryptoManagerKmipProperties;
  readonly CustomFieldsManager: CustomFieldsManagerProperties;
  readonly CustomizationSpecManager: CustomizationSpecManagerProperties;
  readonly Datacenter: DatacenterProperties;
  readonly Datastore: DatastoreProperties;
  readonly DatastoreNamespaceManager: DatastoreNamespaceManagerProperties;
  readonly DiagnosticManager: DiagnosticManagerProperties;
  readonly DirectPathProfileManager: DirectPathProfileManagerProperties;
  readonly DistributedVirtualPortgroup: DistributedVirtualPortgroupProperties;
  readonly DistributedVirtualSwitch: DistributedVirtualSwitchProperties;
  readonly DistributedVirtualSwitchManager: DistributedVirtualSwitchManagerProperties;
  readonly EnvironmentBrowser: EnvironmentBrowserProperties;
  readonly EventHistoryCollector: EventHistoryCollectorProperties;
  readonly EventManager: EventManagerProperties;
  readonly ExtensibleManagedObject: ExtensibleManagedObjectProperties;
  readonly ExtensionManager: ExtensionManagerProperties;
  readonly FailoverClusterConfigurator: FailoverClusterConfiguratorProperties;
  readonly FailoverClusterManager: FailoverClusterManagerProperties;
  readonly FileManager: FileManagerProperties;
  readonly Folder: FolderProperties;
  readonly GuestAliasManager: GuestAliasManagerProperties;
  readonly GuestAuthManager: GuestAuthManagerProperties;
  readonly GuestFileManager: GuestFileManagerProperties;
  readonly GuestOperationsManager: GuestOperationsManagerProperties;
  readonly GuestProcessManager: GuestProcessManagerProperties;
  readonly GuestWindowsRegistryManager: GuestWindowsRegistryManagerProperties;
  readonly HealthUpdateManager: HealthUpdateManagerProperties;
  readonly HistoryCollector: HistoryCollectorProperties;
  readonly HostAccessManager: HostAccessManagerProperties;
  readonly HostActiveDirectoryAuthentication: HostActiveDirectoryAuthenticationProperties;
  readonly HostAssignableHardwareManager: HostAssignableHardwareManagerProperties;
  readonly HostAuthenticationManager: HostAuthenticationManagerProperties;
  readonly HostAuthenticationStore: HostAuthenticationStoreProperties;
  readonly HostAutoStartManager: HostAutoStartManagerProperties;
  readonly HostBootDeviceSystem: HostBootDeviceSystemProperties;
  readonly HostCacheConfigurationManager: HostCacheConfigurationManagerProperties;
  readonly HostCertificateManager: HostCertificateManagerProperties;
  readonly HostCpuSchedulerSystem: HostCpuSchedulerSystemProperties;
  readonly HostDatastoreBrowser: HostDatastoreBrowserProperties;
  readonly HostDatastoreSystem: HostDatastoreSystemProperties;
  readonly HostDateTimeSystem: HostDateTimeSystemProperties;
  readonly HostDiagnosticSystem: HostDiagnosticSystemProperties;
  readonly HostDirectoryStore: HostDirectoryStoreProperties;
  readonly HostEsxAgentHostManager: HostEsxAgentHostManagerProperties;
  readonly HostFirewallSystem: HostFirewallSystemProperties;
  readonly HostFirmwareSystem: HostFirmwareSystemProperties;
  readonly HostGraphicsManager: HostGraphicsManagerProperties;
  readonly HostHealthStatusSystem: HostHealthStatusSystemProperties;
  readonly HostImageConfigManager: HostImageConfigManagerProperties;
  readonly HostKernelModuleSystem: HostKernelModuleSystemProperties;
  readonly HostLocalAccountManager: HostLocalAccountManagerProperties;
  readonly HostLocalAuthentication: HostLocalAuthenticationProperties;
  readonly HostMemorySystem: HostMemorySystemProperties;
  readonly HostNetworkSystem: HostNetworkSystemProperties;
  readonly HostNvdimmSystem: HostNvdimmSystemProperties;
  readonly HostPatchManager: HostPatchManagerProperties;
  readonly HostPciPassthruSystem: HostPciPassthruSystemProperties;
  readonly HostPowerSystem: HostPowerSystemProperties;
  readonly HostProfile: HostProfileProperties;
  readonly HostProfileManager: HostProfileManagerProperties;
  readonly HostServiceSystem: HostServiceSystemProperties;
  readonly HostSnmpSystem: HostSnmpSystemProperties;
  readonly HostSpecificationManager: HostSpecificationManagerProperties;
  readonly HostStorageSystem: HostStorageSystemProperties;
  readonly HostSystem: HostSystemProperties;
  readonly HostVFlashManager: HostVFlashManagerProperties;
  readonly HostVMotionSystem: HostVMotionSystemProperties;
  readonly HostVStorageObjectManager: HostVStorageObjectManagerProperties;
  readonly HostVirtualNicManager: HostVirtualNicManagerProperties;
  readonly HostVsanInternalSystem: HostVsanInternalSystemProperties;
  readonly HostVsanSystem: HostVsanSystemProperties;
  readonly HttpNfcLease: HttpNfcLeaseProperties;
  readonly InternalDynamicTypeManager: InternalDynamicTypeManagerProperties;
  readonly InventoryView: InventoryViewProperties;
  readonly IoFilterManager: IoFilterManagerProperties;
  readonly IpPoolManager: IpPoolManagerProperties;
  readonly IscsiManager: IscsiManagerProperties;
  readonly LicenseAssignmentManager: LicenseAssignmentManagerProperties;
  readonly LicenseManager: LicenseManagerProperties;
  readonly ListView: ListViewProperties;
  readonly LocalizationManager: LocalizationManagerProperties;
  readonly ManagedEntity: ManagedEntityProperties;
  readonly ManagedObject: ManagedObjectProperties;
  readonly ManagedObjectView: ManagedObjectViewProperties;
  readonly MessageBusProxy: MessageBusProxyProperties;
  readonly Network: NetworkProperties;
  readonly OpaqueNetwork: OpaqueNetworkProperties;
  readonly OptionManager: OptionManagerProperties;
  readonly OverheadMemoryManager: OverheadMemoryManagerProperties;
  readonly OvfManager: OvfManagerProperties;
  readonly PerformanceManager: PerformanceManagerProperties;
  readonly Profile: ProfileProperties;
  readonly ProfileComplianceManager: ProfileComplianceManagerProperties;
  readonly ProfileManager: ProfileManagerProperties;
  readonly PropertyCollector: PropertyCollectorProperties;
  readonly PropertyFilter: PropertyFilterProperties;
  readonly ReflectManagedMethodExecuter: ReflectManagedMethodExecuterProperties;
  readonly ResourcePlanningManager: ResourcePlanningManagerProperties;
  readonly ResourcePool: ResourcePoolProperties;
  readonly ScheduledTask: ScheduledTaskProperties;
  readonly ScheduledTaskManager: ScheduledTaskManagerProperties;
  readonly SearchIndex: SearchIndexProperties;
  readonly ServiceInstance: ServiceInstanceProperties;
  readonly ServiceManager: ServiceManagerProperties;
  readonly SessionManager: SessionManagerProperties;
  readonly SimpleCommand: SimpleCommandProperties;
  readonly SiteInfoManager: SiteInfoManagerProperties;
  readonly StoragePod: StoragePodProperties;
  readonly StorageQueryManager: StorageQueryManagerProperties;
  readonly StorageResourceManager: StorageResourceManagerProperties;
  readonly Task: TaskProperties;
  readonly TaskHistoryCollector: TaskHistoryCollectorProperties;
  readonly TaskManager: TaskManagerProperties;
  readonly TenantTenantManager: TenantTenantManagerProperties;
  readonly TransitGateway: TransitGatewayProperties;
  readonly UserDirectory: UserDirectoryProperties;
  readonly VStorageObjectManagerBase: VStorageObjectManagerBaseProperties;
  readonly VcenterVStorageObjectManager: VcenterVStorageObjectManagerProperties;
  readonly View: ViewProperties;
  readonly ViewManager: ViewManagerProperties;
  readonly VirtualApp: VirtualAppProperties;
  readonly VirtualDiskManager: VirtualDiskManagerProperties;
  readonly VirtualMachine: VirtualMachineProperties;
  readonly VirtualMachineCompatibilityChecker: VirtualMachineCompatibilityCheckerProperties;
  readonly VirtualMachineGuestCustomizationManager: VirtualMachineGuestCustomizationManagerProperties;
  readonly VirtualMachineProvisioningChecker: VirtualMachineProvisioningCheckerProperties;
  readonly VirtualMachineSnapshot: VirtualMachineSnapshotProperties;
  readonly VirtualizationManager: VirtualizationManagerProperties;
  readonly VmwareDistributedVirtualSwitch: VmwareDistributedVirtualSwitchProperties;
  readonly VsanUpgradeSystem: VsanUpgradeSystemProperties;
}

/** The methods of every managed type by its wire name. */
export interface ManagedMethods {
  readonly Alarm: AlarmMethods;
  readonly AlarmManager: AlarmManagerMethods;
  readonly AuthorizationManager: AuthorizationManagerMethods;
  readonly CertificateManager: CertificateManagerMethods;
  readonly ClusterComputeResource: ClusterComputeResourceMethods;
  readonly ClusterEVCManager: ClusterEVCManagerMethods;
  readonly ClusterProfile: ClusterProfileMethods;
  readonly ClusterProfileManager: ClusterProfileManagerMethods;
  readonly ComputeResource: ComputeResourceMethods;
  readonly ContainerView: ContainerViewMethods;
  readonly CryptoManager: CryptoManagerMethods;
  readonly CryptoManagerHost: CryptoManagerHostMethods;
  readonly CryptoManagerHostKMS: CryptoManagerHostKMSMethods;
  readonly CryptoManagerKmip: CryptoManagerKmipMethods;
  readonly CustomFieldsManager: CustomFieldsManagerMethods;
  readonly CustomizationSpecManager: CustomizationSpecManagerMethods;
  readonly Datacenter: DatacenterMethods;
  readonly Datastore: DatastoreMethods;
  readonly DatastoreNamespaceManager: DatastoreNamespaceManagerMethods;
  readonly DiagnosticManager: DiagnosticManagerMethods;
  readonly DirectPathProfileManager: DirectPathProfileManagerMethods;
  readonly DistributedVirtualPortgroup: DistributedVirtualPortgroupMethods;
  readonly DistributedVirtualSwitch: DistributedVirtualSwitchMethods;
  readonly DistributedVirtualSwitchManager: DistributedVirtualSwitchManagerMethods;
  readonly EnvironmentBrowser: EnvironmentBrowserMethods;
  readonly EventHistoryCollector: EventHistoryCollectorMethods;
  readonly EventManager: EventManagerMethods;
  readonly ExtensibleManagedObject: ExtensibleManagedObjectMethods;
  readonly ExtensionManager: ExtensionManagerMethods;
  readonly FailoverClusterConfigurator: FailoverClusterConfiguratorMethods;
  readonly FailoverClusterManager: FailoverClusterManagerMethods;
  readonly FileManager: FileManagerMethods;
  readonly Folder: FolderMethods;
  readonly GuestAliasManager: GuestAliasManagerMethods;
  readonly GuestAuthManager: GuestAuthManagerMethods;
  readonly GuestFileManager: GuestFileManagerMethods;
  readonly GuestOperationsManager: GuestOperationsManagerMethods;
  readonly GuestProcessManager: GuestProcessManagerMethods;
  readonly GuestWindowsRegistryManager: GuestWindowsRegistryManagerMethods;
  readonly HealthUpdateManager: HealthUpdateManagerMethods;
  readonly HistoryCollector: HistoryCollectorMethods;
  readonly HostAccessManager: HostAccessManagerMethods;
  readonly HostActiveDirectoryAuthentication: HostActiveDirectoryAuthenticationMethods;
  readonly HostAssignableHardwareManager: HostAssignableHardwareManagerMethods;
  readonly HostAuthenticationManager: HostAuthenticationManagerMethods;
  readonly HostAuthenticationStore: HostAuthenticationStoreMethods;
  readonly HostAutoStartManager: HostAutoStartManagerMethods;
  readonly HostBootDeviceSystem: HostBootDeviceSystemMethods;
  readonly HostCacheConfigurationManager: HostCacheConfigurationManagerMethods;
  readonly HostCertificateManager: HostCertificateManagerMethods;
  readonly HostCpuSchedulerSystem: HostCpuSchedulerSystemMethods;
  readonly HostDatastoreBrowser: HostDatastoreBrowserMethods;
  readonly HostDatastoreSystem: HostDatastoreSystemMethods;
  readonly HostDateTimeSystem: HostDateTimeSystemMethods;
  readonly HostDiagnosticSystem: HostDiagnosticSystemMethods;
  readonly HostDirectoryStore: HostDirectoryStoreMethods;
  readonly HostEsxAgentHostManager: HostEsxAgentHostManagerMethods;
  readonly HostFirewallSystem: HostFirewallSystemMethods;
  readonly HostFirmwareSystem: HostFirmwareSystemMethods;
  readonly HostGraphicsManager: HostGraphicsManagerMethods;
  readonly HostHealthStatusSystem: HostHealthStatusSystemMethods;
  readonly HostImageConfigManager: HostImageConfigManagerMethods;
  readonly HostKernelModuleSystem: HostKernelModuleSystemMethods;
  readonly HostLocalAccountManager: HostLocalAccountManagerMethods;
  readonly HostLocalAuthentication: HostLocalAuthenticationMethods;
  readonly HostMemorySystem: HostMemorySystemMethods;
  readonly HostNetworkSystem: HostNetworkSystemMethods;
  readonly HostNvdimmSystem: HostNvdimmSystemMethods;
  readonly HostPatchManager: HostPatchManagerMethods;
  readonly HostPciPassthruSystem: HostPciPassthruSystemMethods;
  readonly HostPowerSystem: HostPowerSystemMethods;
  readonly HostProfile: HostProfileMethods;
  readonly HostProfileManager: HostProfileManagerMethods;
  readonly HostServiceSystem: HostServiceSystemMethods;
  readonly HostSnmpSystem: HostSnmpSystemMethods;
  readonly HostSpecificationManager: HostSpecificationManagerMethods;
  readonly HostStorageSystem: HostStorageSystemMethods;
  readonly HostSystem: HostSystemMethods;
  readonly HostVFlashManager: HostVFlashManagerMethods;
  readonly HostVMotionSystem: HostVMotionSystemMethods;
  readonly HostVStorageObjectManager: HostVStorageObjectManagerMethods;
  readonly HostVirtualNicManager: HostVirtualNicManagerMethods;
  readonly HostVsanInternalSystem: HostVsanInternalSystemMethods;
  readonly HostVsanSystem: HostVsanSystemMethods;
  readonly HttpNfcLease: HttpNfcLeaseMethods;
  readonly InternalDynamicTypeManager: InternalDynamicTypeManagerMethods;
  readonly InventoryView: InventoryViewMethods;
  readonly IoFilterManager: IoFilterManagerMethods;
  readonly IpPoolManager: IpPoolManagerMethods;
  readonly IscsiManager: IscsiManagerMethods;
  readonly LicenseAssignmentManager: LicenseAssignmentManagerMethods;
  readonly LicenseManager: LicenseManagerMethods;
  readonly ListView: ListViewMethods;
  readonly LocalizationManager: LocalizationManagerMethods;
  readonly ManagedEntity: ManagedEntityMethods;
  readonly ManagedObject: ManagedObjectMethods;
  readonly ManagedObjectView: ManagedObjectViewMethods;
  readonly MessageBusProxy: MessageBusProxyMethods;
  readonly Network: NetworkMethods;
  readonly OpaqueNetwork: OpaqueNetworkMethods;
  readonly OptionManager: OptionManagerMethods;
  readonly OverheadMemoryManager: OverheadMemoryManagerMethods;
  readonly OvfManager: OvfManagerMethods;
  readonly PerformanceManager: PerformanceManagerMethods;
  readonly Profile: ProfileMethods;
  readonly ProfileComplianceManager: ProfileComplianceManagerMethods;
  readonly ProfileManager: ProfileManagerMethods;
  readonly PropertyCollector: PropertyCollectorMethods;
  readonly PropertyFilter: PropertyFilterMethods;
  readonly ReflectManagedMethodExecuter: ReflectManagedMethodExecuterMethods;
  readonly ResourcePlanningManager: ResourcePlanningManagerMethods;
  readonly ResourcePool: ResourcePoolMethods;
  readonly ScheduledTask: ScheduledTaskMethods;
  readonly ScheduledTaskManager: ScheduledTaskManagerMethods;
  readonly SearchIndex: SearchIndexMethods;
  readonly ServiceInstance: ServiceInstanceMethods;
  readonly ServiceManager: ServiceManagerMethods;
  readonly SessionManager: SessionManagerMethods;
  readonly SimpleCommand: SimpleCommandMethods;
  readonly SiteInfoManager: SiteInfoManagerMethods;
  readonly StoragePod: StoragePodMethods;
  readonly StorageQueryManager: StorageQueryManagerMethods;
  readonly StorageResourceManager: StorageResourceManagerMethods;
  readonly Task: TaskMethods;
  readonly TaskHistoryCollector: TaskHistoryCollectorMethods;
  readonly TaskManager: TaskManagerMethods;
  readonly TenantTenantManager: TenantTenantManagerMethods;
  readonly TransitGateway: TransitGatewayMethods;
  readonly UserDirectory: UserDirectoryMethods;
  readonly VStorageObjectManagerBase: VStorageObjectManagerBaseMethods;
  readonly VcenterVStorageObjectManager: VcenterVStorageObjectManagerMethods;
  readonly View: ViewMethods;
  readonly ViewManager: ViewManagerMethods;
  readonly VirtualApp: VirtualAppMethods;
  readonly VirtualDiskManager: VirtualDiskManagerMethods;
  readonly VirtualMachine: VirtualMachineMethods;
  readonly VirtualMachineCompatibilityChecker: VirtualMachineCompatibilityCheckerMethods;
  readonly VirtualMachineGuestCustomizationManager: VirtualMachineGuestCustomizationManagerMethods;
  readonly VirtualMachineProvisioningChecker: VirtualMachineProvisioningCheckerMethods;
  readonly VirtualMachineSnapshot: VirtualMachineSnapshotMethods;
  readonly VirtualizationManager: VirtualizationManagerMethods;
  readonly VmwareDistributedVirtualSwitch: VmwareDistributedVirtualSwitchMethods;
  readonly VsanUpgradeSystem: VsanUpgradeSystemMethods;
}
