// Generated from wsdl/vim25.json (pyvmomi 9.1.1.0) by `npm run gen`. Do not edit.

export type ActionParameter =
  | 'targetName'
  | 'alarmName'
  | 'oldStatus'
  | 'newStatus'
  | 'triggeringSummary'
  | 'declaringSummary'
  | 'eventDescription'
  | 'target'
  | 'alarm';

export type ActionType =
  | 'MigrationV1'
  | 'VmPowerV1'
  | 'HostPowerV1'
  | 'IncreaseLimitV1'
  | 'IncreaseSizeV1'
  | 'IncreaseSharesV1'
  | 'IncreaseReservationV1'
  | 'DecreaseOthersReservationV1'
  | 'IncreaseClusterCapacityV1'
  | 'DecreaseMigrationThresholdV1'
  | 'HostMaintenanceV1'
  | 'StorageMigrationV1'
  | 'StoragePlacementV1'
  | 'PlacementV1'
  | 'HostInfraUpdateHaV1';

export type AffinityType =
  | 'memory'
  | 'cpu';

export type AgentInstallFailedReason =
  | 'NotEnoughSpaceOnDevice'
  | 'PrepareToUpgradeFailed'
  | 'AgentNotRunning'
  | 'AgentNotReachable'
  | 'InstallTimedout'
  | 'SignatureVerificationFailed'
  | 'AgentUploadFailed'
  | 'AgentUploadTimedout'
  | 'UnknownInstallerError';

export type AlarmFilterSpecAlarmTypeByEntity =
  | 'entityTypeAll'
  | 'entityTypeHost'
  | 'entityTypeVm';

export type AlarmFilterSpecAlarmTypeByTrigger =
  | 'triggerTypeAll'
  | 'triggerTypeEvent'
  | 'triggerTypeMetric';

export type AnswerFileValidationInfoStatus =
  | 'success'
  | 'failed'
  | 'failed_defaults';

export type ApplyHostProfileConfigurationResultStatus =
  | 'success'
  | 'failed'
  | 'reboot_failed'
  | 'stateless_reboot_failed'
  | 'check_compliance_failed'
  | 'state_not_satisfied'
  | 'exit_maintenancemode_failed'
  | 'canceled';

export type ArrayUpdateOperation =
  | 'add'
  | 'remove'
  | 'edit';

export type AuthenticationRequiredAuthenticationScheme =
  | 'Basic'
  | 'Bearer';

export type AuthenticationRequiredErrorType =
  | 'invalid_request'
  | 'invalid_token'
  | 'insufficient_scope'
  | 'registration_required';

export type AutoStartAction =
  | 'none'
  | 'systemDefault'
  | 'powerOn'
  | 'powerOff'
  | 'guestShutdown'
  | 'suspend';

export type AutoStartWaitHeartbeatSetting =
  | 'yes'
  | 'no'
  | 'systemDefault';

export type BaseConfigInfoDiskFileBackingInfoProvisioningType =
  | 'thin'
  | 'eagerZeroedThick'
  | 'lazyZeroedThick';

export type BatchResultResult =
  | 'success'
  | 'fail';

export type CannotEnableVmcpForClusterReason =
  | 'APDTimeoutDisabled';

export type CannotMoveFaultToleranceVmMoveType =
  | 'resourcePool'
  | 'cluster';

export type CannotPowerOffVmInClusterOperation =
  | 'suspend'
  | 'powerOff'
  | 'guestShutdown'
  | 'guestSuspend';

export type CannotUseNetworkReason =
  | 'NetworkReservationNotSupported'
  | 'MismatchedNetworkPolicies'
  | 'MismatchedDvsVersionOrVendor'
  | 'VMotionToUnsupportedNetworkType'
  | 'NetworkUnderMaintenance'
  | 'MismatchedEnsMode'
  | 'MismatchedRealTimeDvs'
  | 'NsxNetworkAvailabilityDegraded';

export type CheckTestType =
  | 'sourceTests'
  | 'hostTests'
  | 'resourcePoolTests'
  | 'datastoreTests'
  | 'networkTests';

export type ClusterComputeResourceHCIWorkflowState =
  | 'in_progress'
  | 'done'
  | 'invalid';

export type ClusterComputeResourceVcsHealthStatus =
  | 'healthy'
  | 'degraded'
  | 'nonhealthy';

export type ClusterCryptoConfigInfoCryptoMode =
  | 'onDemand'
  | 'forceEnable';

export type ClusterDasAamNodeStateDasState =
  | 'uninitialized'
  | 'initialized'
  | 'configuring'
  | 'unconfiguring'
  | 'running'
  | 'error'
  | 'agentShutdown'
  | 'nodeFailed';

export type ClusterDasConfigInfoHBDatastoreCandidate =
  | 'userSelectedDs'
  | 'allFeasibleDs'
  | 'allFeasibleDsWithUserPreference';

export type ClusterDasConfigInfoServiceState =
  | 'disabled'
  | 'enabled';

export type ClusterDasConfigInfoVmMonitoringState =
  | 'vmMonitoringDisabled'
  | 'vmMonitoringOnly'
  | 'vmAndAppMonitoring';

export type ClusterDasFdmAvailabilityState =
  | 'uninitialized'
  | 'election'
  | 'master'
  | 'connectedToMaster'
  | 'networkPartitionedFromMaster'
  | 'networkIsolated'
  | 'hostDown'
  | 'initializationError'
  | 'uninitializationError'
  | 'fdmUnreachable'
  | 'retry';

export type ClusterDasVmSettingsIsolationResponse =
  | 'none'
  | 'powerOff'
  | 'shutdown'
  | 'clusterIsolationResponse';

export type ClusterDasVmSettingsRestartPriority =
  | 'disabled'
  | 'lowest'
  | 'low'
  | 'medium'
  | 'high'
  | 'highest'
  | 'clusterRestartPriority';

export type ClusterHostInfraUpdateHaModeActionOperationType =
  | 'enterQuarantine'
  | 'exitQuarantine'
  | 'enterMaintenance';

export type ClusterInfraUpdateHaConfigInfoBehaviorType =
  | 'Manual'
  | 'Automated';

export type ClusterInfraUpdateHaConfigInfoRemediationType =
  | 'QuarantineMode'
  | 'MaintenanceMode';

export type ClusterPowerOnVmOption =
  | 'OverrideAutomationLevel'
  | 'ReserveResources';

export type ClusterProfileServiceType =
  | 'DRS'
  | 'HA'
  | 'DPM'
  | 'FT';

export type ClusterSystemVMsConfigInfoDeploymentMode =
  | 'SYSTEM_MANAGED'
  | 'ABSENT';

export type ClusterVmComponentProtectionSettingsStorageVmReaction =
  | 'disabled'
  | 'warning'
  | 'restartConservative'
  | 'restartAggressive'
  | 'clusterDefault';

export type ClusterVmComponentProtectionSettingsVmReactionOnAPDCleared =
  | 'none'
  | 'reset'
  | 'useClusterDefault';

export type ClusterVmReadinessReadyCondition =
  | 'none'
  | 'poweredOn'
  | 'guestHbStatusGreen'
  | 'appHbStatusGreen'
  | 'useClusterDefault';

export type ComplianceResultStatus =
  | 'compliant'
  | 'nonCompliant'
  | 'unknown'
  | 'running';

export type ComputeResourceHostSPBMLicenseInfoHostSPBMLicenseState =
  | 'licensed'
  | 'unlicensed'
  | 'unknown';

export type ComputeResourceNetworkBootMode =
  | 'bootstrap'
  | 'stateless';

export type ConfigSpecOperation =
  | 'add'
  | 'edit'
  | 'remove';

export type CryptoManagerHostKeyManagementType =
  | 'unknown'
  | 'internal'
  | 'external';

export type CryptoManagerKmipCryptoKeyStatusKeyUnavailableReason =
  | 'KeyStateMissingInCache'
  | 'KeyStateClusterInvalid'
  | 'KeyStateClusterUnreachable'
  | 'KeyStateMissingInKMS'
  | 'KeyStateNotActiveOrEnabled'
  | 'KeyStateManagedByTrustAuthority'
  | 'KeyStateManagedByNKP'
  | 'NoPermissionToAccessKeyProvider'
  | 'WrappingKeyMissingInKMS'
  | 'WrappingKeyNotActiveOrEnabled';

export type CustomizationFailedReasonCode =
  | 'userDefinedScriptDisabled'
  | 'customizationDisabled'
  | 'rawDataIsNotSupported'
  | 'wrongMetadataFormat';

export type CustomizationLicenseDataMode =
  | 'perServer'
  | 'perSeat';

export type CustomizationNetBIOSMode =
  | 'enableNetBIOSViaDhcp'
  | 'enableNetBIOS'
  | 'disableNetBIOS';

export type CustomizationSysprepRebootOption =
  | 'reboot'
  | 'noreboot'
  | 'shutdown';

export type DVPortStatusVmDirectPathGen2InactiveReasonNetwork =
  | 'portNptIncompatibleDvs'
  | 'portNptNoCompatibleNics'
  | 'portNptNoVirtualFunctionsAvailable'
  | 'portNptDisabledForPort';

export type DVPortStatusVmDirectPathGen2InactiveReasonOther =
  | 'portNptIncompatibleHost'
  | 'portNptIncompatibleConnectee';

export type DVSFilterSpecLinkConfig =
  | 'blocked'
  | 'unblocked';

export type DVSFilterSpecLinkState =
  | 'down'
  | 'up';

export type DVSMacLimitPolicyType =
  | 'allow'
  | 'drop';

export type DasConfigFaultDasConfigFaultReason =
  | 'HostNetworkMisconfiguration'
  | 'HostMisconfiguration'
  | 'InsufficientPrivileges'
  | 'NoPrimaryAgentAvailable'
  | 'Other'
  | 'NoDatastoresConfigured'
  | 'CreateConfigVvolFailed'
  | 'VSanNotSupportedOnHost'
  | 'DasNetworkMisconfiguration'
  | 'SetDesiredImageSpecFailed'
  | 'ApplyHAVibsOnClusterFailed';

export type DasVmPriority =
  | 'disabled'
  | 'low'
  | 'medium'
  | 'high';

export type DatastoreAccessible =
  | 'True'
  | 'False';

export type DatastoreSectorFormat =
  | 'native_512'
  | 'emulated_512'
  | 'native_4k';

export type DatastoreSummaryMaintenanceModeState =
  | 'normal'
  | 'enteringMaintenance'
  | 'inMaintenance';

export type DayOfWeek =
  | 'sunday'
  | 'monday'
  | 'tuesday'
  | 'wednesday'
  | 'thursday'
  | 'friday'
  | 'saturday';

export type DeviceNotSupportedReason =
  | 'host'
  | 'guest'
  | 'ft';

export type DeviceProtocol =
  | 'NVMe'
  | 'SCSI';

export type DiagnosticManagerLogCreator =
  | 'vpxd'
  | 'vpxa'
  | 'hostd'
  | 'serverd'
  | 'install'
  | 'vpxClient'
  | 'recordLog';

export type DiagnosticManagerLogFormat =
  | 'plain';

export type DiagnosticPartitionStorageType =
  | 'directAttached'
  | 'networkAttached';

export type DiagnosticPartitionType =
  | 'singleHost'
  | 'multiHost';

export type DisallowedChangeByServiceDisallowedChange =
  | 'hotExtendDisk';

export type DistributedVirtualPortgroupBackingType =
  | 'standard'
  | 'nsx';

export type DistributedVirtualPortgroupMetaTagName =
  | 'dvsName'
  | 'portgroupName'
  | 'portIndex';

export type DistributedVirtualPortgroupPortgroupType =
  | 'earlyBinding'
  | 'lateBinding'
  | 'ephemeral';

export type DistributedVirtualSwitchHostInfrastructureTrafficClass =
  | 'management'
  | 'faultTolerance'
  | 'vmotion'
  | 'virtualMachine'
  | 'iSCSI'
  | 'nfs'
  | 'hbr'
  | 'vsan'
  | 'vdp'
  | 'backupNfc'
  | 'nvmetcp'
  | 'provisioning'
  | 'vSANiSCSI';

export type DistributedVirtualSwitchHostMemberHostComponentState =
  | 'up'
  | 'pending'
  | 'outOfSync'
  | 'warning'
  | 'disconnected'
  | 'down';

export type DistributedVirtualSwitchHostMemberHostPerfNicOffloadStateStatus =
  | 'SUCCEEDED'
  | 'IN_PROGRESS'
  | 'FAILED';

export type DistributedVirtualSwitchHostMemberHostUplinkStateState =
  | 'active'
  | 'standby';

export type DistributedVirtualSwitchHostMemberTransportZoneType =
  | 'vlan'
  | 'overlay';

export type DistributedVirtualSwitchNetworkResourceControlVersion =
  | 'version2'
  | 'version3';

export type DistributedVirtualSwitchNicTeamingPolicyMode =
  | 'loadbalance_ip'
  | 'loadbalance_srcmac'
  | 'loadbalance_srcid'
  | 'failover_explicit'
  | 'loadbalance_loadbased';

export type DistributedVirtualSwitchPortConnecteeConnecteeType =
  | 'pnic'
  | 'vmVnic'
  | 'hostConsoleVnic'
  | 'hostVmkVnic'
  | 'systemCrxVnic';

export type DistributedVirtualSwitchProductSpecOperationType =
  | 'preInstall'
  | 'upgrade'
  | 'notifyAvailableUpgrade'
  | 'proceedWithUpgrade'
  | 'updateBundleInfo';

export type DpmBehavior =
  | 'manual'
  | 'automated';

export type DrsBehavior =
  | 'manual'
  | 'partiallyAutomated'
  | 'fullyAutomated';

export type DrsInjectorWorkloadCorrelationState =
  | 'Correlated'
  | 'Uncorrelated';

export type DrsRecommendationReasonCode =
  | 'fairnessCpuAvg'
  | 'fairnessMemAvg'
  | 'jointAffin'
  | 'antiAffin'
  | 'hostMaint';

export type DvsEventPortBlockState =
  | 'unset'
  | 'blocked'
  | 'unblocked'
  | 'unknown';

export type DvsFilterOnFailure =
  | 'failOpen'
  | 'failClosed';

export type DvsNetworkRuleDirectionType =
  | 'incomingPackets'
  | 'outgoingPackets'
  | 'both';

export type EntityImportType =
  | 'createEntityWithNewIdentifier'
  | 'createEntityWithOriginalIdentifier'
  | 'applyToEntitySpecified';

export type EntityType =
  | 'distributedVirtualSwitch'
  | 'distributedVirtualPortgroup';

export type EventAlarmExpressionComparisonOperator =
  | 'equals'
  | 'notEqualTo'
  | 'startsWith'
  | 'doesNotStartWith'
  | 'endsWith'
  | 'doesNotEndWith';

export type EventCategory =
  | 'info'
  | 'warning'
  | 'error'
  | 'user';

export type EventEventSeverity =
  | 'error'
  | 'warning'
  | 'info'
  | 'user';

export type EventFilterSpecRecursionOption =
  | 'self'
  | 'children'
  | 'all';

export type FibreChannelPortType =
  | 'fabric'
  | 'loop'
  | 'pointToPoint'
  | 'unknown';

export type FileSystemMountInfoVStorageSupportStatus =
  | 'vStorageSupported'
  | 'vStorageUnsupported'
  | 'vStorageUnknown';

export type FolderDesiredHostState =
  | 'maintenance'
  | 'non_maintenance';

export type FolderExternallyManagedFolderType =
  | 'PROJECT_ROOT'
  | 'PROJECT'
  | 'VPC_ROOT'
  | 'VPC'
  | 'SUBNET'
  | 'SEGMENT'
  | 'SUPERVISOR'
  | 'VSPHERE_POD';

export type FtIssuesOnHostHostSelectionType =
  | 'user'
  | 'vc'
  | 'drs';

export type GuestFileType =
  | 'file'
  | 'directory'
  | 'symlink';

export type GuestInfoAppStateType =
  | 'none'
  | 'appStateOk'
  | 'appStateNeedReset';

export type GuestInfoCustomizationStatus =
  | 'TOOLSDEPLOYPKG_IDLE'
  | 'TOOLSDEPLOYPKG_PENDING'
  | 'TOOLSDEPLOYPKG_RUNNING'
  | 'TOOLSDEPLOYPKG_SUCCEEDED'
  | 'TOOLSDEPLOYPKG_FAILED';

export type GuestOsDescriptorFirmwareType =
  | 'bios'
  | 'efi'
  | 'csm';

export type GuestOsDescriptorSupportLevel =
  | 'experimental'
  | 'legacy'
  | 'terminated'
  | 'supported'
  | 'unsupported'
  | 'deprecated'
  | 'techPreview';

export type GuestQuiesceEndGuestQuiesceError =
  | 'failure';

export type GuestRegKeyWowSpec =
  | 'WOWNative'
  | 'WOW32'
  | 'WOW64';

export type HealthUpdateInfoComponentType =
  | 'Memory'
  | 'Power'
  | 'Fan'
  | 'Network'
  | 'Storage';

export type HostAccessMode =
  | 'accessNone'
  | 'accessAdmin'
  | 'accessNoAccess'
  | 'accessReadOnly'
  | 'accessOther';

export type HostActiveDirectoryAuthenticationCertificateDigest =
  | 'SHA1';

export type HostActiveDirectoryInfoDomainMembershipStatus =
  | 'unknown'
  | 'ok'
  | 'noServers'
  | 'clientTrustBroken'
  | 'serverTrustBroken'
  | 'inconsistentTrust'
  | 'otherProblem';

export type HostBIOSInfoFirmwareType =
  | 'BIOS'
  | 'UEFI';

export type HostCapabilityDRTMTypes =
  | 'none'
  | 'intelTxt'
  | 'amdSkinit';

export type HostCapabilityFtUnsupportedReason =
  | 'vMotionNotLicensed'
  | 'missingVMotionNic'
  | 'missingFTLoggingNic'
  | 'ftNotLicensed'
  | 'haAgentIssue'
  | 'unsupportedProduct'
  | 'cpuHvUnsupported'
  | 'cpuHwmmuUnsupported'
  | 'cpuHvDisabled';

export type HostCapabilityUnmapMethodSupported =
  | 'priority'
  | 'fixed'
  | 'dynamic';

export type HostCapabilityVmDirectPathGen2UnsupportedReason =
  | 'hostNptIncompatibleProduct'
  | 'hostNptIncompatibleHardware'
  | 'hostNptDisabled';

export type HostCertificateManagerCertificateInfoCertificateStatus =
  | 'unknown'
  | 'expired'
  | 'expiring'
  | 'expiringShortly'
  | 'expirationImminent'
  | 'good';

export type HostCertificateManagerCertificateKind =
  | 'Machine'
  | 'VASAClient';

export type HostCertificateManagerCryptoAlgorithm =
  | 'RSA_2048'
  | 'RSA_3072'
  | 'RSA_4096';

export type HostConfigChangeMode =
  | 'modify'
  | 'replace';

export type HostConfigChangeOperation =
  | 'add'
  | 'remove'
  | 'edit'
  | 'ignore';

export type HostConfigChangeOwner =
  | 'NSX'
  | 'VSAN';

export type HostCpuPackageVendor =
  | 'unknown'
  | 'intel'
  | 'amd'
  | 'hygon'
  | 'arm';

export type HostCpuPowerManagementInfoPolicyType =
  | 'off'
  | 'staticPolicy'
  | 'dynamicPolicy';

export type HostCpuSchedulerInfoCpuSchedulerPolicyInfo =
  | 'systemDefault'
  | 'scav1'
  | 'scav2';

export type HostCryptoState =
  | 'incapable'
  | 'prepared'
  | 'safe'
  | 'pendingIncapable';

export type HostDVSConfigSpecSwitchMode =
  | 'normal'
  | 'mux';

export type HostDasErrorEventHostDasErrorReason =
  | 'configFailed'
  | 'timeout'
  | 'communicationInitFailed'
  | 'healthCheckScriptFailed'
  | 'agentFailed'
  | 'agentShutdown'
  | 'isolationAddressUnpingable'
  | 'other';

export type HostDateTimeInfoProtocol =
  | 'ntp'
  | 'ptp';

export type HostDigestInfoDigestMethodType =
  | 'SHA1'
  | 'MD5'
  | 'SHA256'
  | 'SHA384'
  | 'SHA512'
  | 'SM3_256';

export type HostDigestVerificationSetting =
  | 'digestDisabled'
  | 'headerOnly'
  | 'dataOnly'
  | 'headerAndData';

export type HostDisconnectedEventReasonCode =
  | 'sslThumbprintVerifyFailed'
  | 'licenseExpired'
  | 'agentUpgrade'
  | 'userRequest'
  | 'insufficientLicenses'
  | 'agentOutOfDate'
  | 'passwordDecryptFailure'
  | 'unknown'
  | 'vcVRAMCapacityExceeded';

export type HostDiskPartitionInfoPartitionFormat =
  | 'gpt'
  | 'mbr'
  | 'unknown';

export type HostDiskPartitionInfoType =
  | 'none'
  | 'vmfs'
  | 'linuxNative'
  | 'linuxSwap'
  | 'extended'
  | 'ntfs'
  | 'vmkDiagnostic'
  | 'vffs';

export type HostDistributedVirtualSwitchManagerFailoverReason =
  | 'crash'
  | 'linkDown'
  | 'userInitiated';

export type HostDistributedVirtualSwitchManagerFailoverStage =
  | 'STAGE_1';

export type HostFeatureVersionKey =
  | 'faultTolerance';

export type HostFileSystemVolumeFileSystemType =
  | 'VMFS'
  | 'NFS'
  | 'NFS41'
  | 'CIFS'
  | 'vsan'
  | 'VFFS'
  | 'VVOL'
  | 'PMEM'
  | 'vsanD'
  | 'OTHER';

export type HostFirewallRuleDirection =
  | 'inbound'
  | 'outbound';

export type HostFirewallRulePortType =
  | 'src'
  | 'dst';

export type HostFirewallRuleProtocol =
  | 'tcp'
  | 'udp';

export type HostFirewallSystemRuleSetId =
  | 'faultTolerance'
  | 'fdm'
  | 'updateManager'
  | 'vpxHeartbeats';

export type HostFirewallSystemServiceName =
  | 'vpxa';

export type HostFruFruType =
  | 'undefined'
  | 'board'
  | 'product';

export type HostGraphicsConfigGraphicsType =
  | 'shared'
  | 'sharedDirect';

export type HostGraphicsConfigSharedPassthruAssignmentPolicy =
  | 'performance'
  | 'consolidation';

export type HostGraphicsConfigVgpuMode =
  | 'sameSize'
  | 'mixedSize';

export type HostGraphicsInfoGraphicsType =
  | 'basic'
  | 'shared'
  | 'direct'
  | 'sharedDirect';

export type HostGraphicsInfoVgpuMode =
  | 'none'
  | 'sameSize'
  | 'mixedSize'
  | 'multiInstanceGpu';

export type HostHardwareElementStatus =
  | 'Unknown'
  | 'Green'
  | 'Yellow'
  | 'Red';

export type HostHasComponentFailureHostComponentType =
  | 'Datastore';

export type HostImageAcceptanceLevel =
  | 'vmware_certified'
  | 'vmware_accepted'
  | 'partner'
  | 'community';

export type HostIncompatibleForFaultToleranceReason =
  | 'product'
  | 'processor';

export type HostIncompatibleForRecordReplayReason =
  | 'product'
  | 'processor';

export type HostInternetScsiHbaChapAuthenticationType =
  | 'chapProhibited'
  | 'chapDiscouraged'
  | 'chapPreferred'
  | 'chapRequired';

export type HostInternetScsiHbaDigestType =
  | 'digestProhibited'
  | 'digestDiscouraged'
  | 'digestPreferred'
  | 'digestRequired';

export type HostInternetScsiHbaIscsiIpv6AddressAddressConfigurationType =
  | 'DHCP'
  | 'AutoConfigured'
  | 'Static'
  | 'Other';

export type HostInternetScsiHbaIscsiIpv6AddressIPv6AddressOperation =
  | 'add'
  | 'remove';

export type HostInternetScsiHbaNetworkBindingSupportType =
  | 'notsupported'
  | 'optional'
  | 'required';

export type HostInternetScsiHbaStaticTargetTargetDiscoveryMethod =
  | 'staticMethod'
  | 'sendTargetMethod'
  | 'slpMethod'
  | 'isnsMethod'
  | 'unknownMethod';

export type HostIpConfigIpV6AddressConfigType =
  | 'other'
  | 'manual'
  | 'dhcp'
  | 'linklayer'
  | 'random';

export type HostIpConfigIpV6AddressStatus =
  | 'preferred'
  | 'deprecated'
  | 'invalid'
  | 'inaccessible'
  | 'unknown'
  | 'tentative'
  | 'duplicate';

export type HostLicensableResourceKey =
  | 'numCpuPackages'
  | 'numCpuCores'
  | 'memorySize'
  | 'memoryForVms'
  | 'numVmsStarted'
  | 'numVmsStarting'
  | 'vsanCapacity';

export type HostLockdownMode =
  | 'lockdownDisabled'
  | 'lockdownNormal'
  | 'lockdownStrict';

export type HostLowLevelProvisioningManagerFileType =
  | 'File'
  | 'VirtualDisk'
  | 'Directory';

export type HostLowLevelProvisioningManagerReloadTarget =
  | 'currentConfig'
  | 'snapshotConfig';

export type HostMaintenanceSpecPurpose =
  | 'hostUpgrade';

export type HostMemoryTierFlags =
  | 'memoryTier'
  | 'persistentTier'
  | 'cachingTier'
  | 'unmappableTier';

export type HostMemoryTierType =
  | 'DRAM'
  | 'PMem'
  | 'NVMe'
  | 'Peaberry';

export type HostMemoryTieringType =
  | 'noTiering'
  | 'hardwareTiering'
  | 'softwareTiering';

export type HostMountInfoInaccessibleReason =
  | 'AllPathsDown_Start'
  | 'AllPathsDown_Timeout'
  | 'PermanentDeviceLoss';

export type HostMountInfoMountFailedReason =
  | 'CONNECT_FAILURE'
  | 'MOUNT_NOT_SUPPORTED'
  | 'NFS_NOT_SUPPORTED'
  | 'MOUNT_DENIED'
  | 'MOUNT_NOT_DIR'
  | 'VOLUME_LIMIT_EXCEEDED'
  | 'CONN_LIMIT_EXCEEDED'
  | 'MOUNT_EXISTS'
  | 'OTHERS';

export type HostMountMode =
  | 'readWrite'
  | 'readOnly';

export type HostNasVolumeSecurityType =
  | 'AUTH_SYS'
  | 'SEC_KRB5'
  | 'SEC_KRB5I'
  | 'SEC_KRB5P';

export type HostNetStackInstanceCongestionControlAlgorithmType =
  | 'newreno'
  | 'cubic';

export type HostNetStackInstanceSystemStackKey =
  | 'defaultTcpipStack'
  | 'vmotion'
  | 'vSphereProvisioning'
  | 'mirror'
  | 'ops'
  | 'vnetworking';

export type HostNumericSensorHealthState =
  | 'unknown'
  | 'green'
  | 'yellow'
  | 'red';

export type HostNumericSensorType =
  | 'fan'
  | 'power'
  | 'temperature'
  | 'voltage'
  | 'other'
  | 'processor'
  | 'memory'
  | 'storage'
  | 'systemBoard'
  | 'battery'
  | 'bios'
  | 'cable'
  | 'watchdog';

export type HostNvmeDiscoveryLogSubsystemType =
  | 'discovery'
  | 'nvm';

export type HostNvmeDiscoveryLogTransportRequirements =
  | 'secureChannelRequired'
  | 'secureChannelNotRequired'
  | 'requirementsNotSpecified';

export type HostNvmeTransportParametersNvmeAddressFamily =
  | 'ipv4'
  | 'ipv6'
  | 'infiniBand'
  | 'fc'
  | 'loopback'
  | 'unknown';

export type HostNvmeTransportType =
  | 'pcie'
  | 'fibreChannel'
  | 'rdma'
  | 'tcp'
  | 'loopback'
  | 'unsupported';

export type HostOpaqueSwitchOpaqueSwitchState =
  | 'up'
  | 'warning'
  | 'down'
  | 'maintenance';

export type HostPartialMaintenanceModeId =
  | 'sphereletPartialMM'
  | 'nsxPartialMM'
  | 'quickPatchPartialMM';

export type HostPartialMaintenanceModeStatus =
  | 'notInPartialMM'
  | 'enteringPartialMM'
  | 'exitingPartialMM'
  | 'inPartialMM';

export type HostPatchManagerInstallState =
  | 'hostRestarted'
  | 'imageActive';

export type HostPatchManagerIntegrityStatus =
  | 'validated'
  | 'keyNotFound'
  | 'keyRevoked'
  | 'keyExpired'
  | 'digestMismatch'
  | 'notEnoughSignatures'
  | 'validationError';

export type HostPatchManagerReason =
  | 'obsoleted'
  | 'missingPatch'
  | 'missingLib'
  | 'hasDependentPatch'
  | 'conflictPatch'
  | 'conflictLib';

export type HostPciPassthruInfoDirectPathDeviceMode =
  | 'none'
  | 'host'
  | 'directPath'
  | 'enhancedDirectPath'
  | 'vGpuSameSize'
  | 'vGpuMixedSize'
  | 'systemSelect';

export type HostPowerOperationType =
  | 'powerOn'
  | 'powerOff';

export type HostProfileManagerAnswerFileStatus =
  | 'valid'
  | 'invalid'
  | 'unknown';

export type HostProfileManagerCompositionResultResultElementStatus =
  | 'success'
  | 'error';

export type HostProfileManagerCompositionValidationResultResultElementStatus =
  | 'success'
  | 'error';

export type HostProfileManagerTaskListRequirement =
  | 'maintenanceModeRequired'
  | 'rebootRequired';

export type HostProfileValidationFailureInfoUpdateType =
  | 'HostBased'
  | 'Import'
  | 'Edit'
  | 'Compose';

export type HostProfileValidationState =
  | 'Ready'
  | 'Running'
  | 'Failed';

export type HostProtocolEndpointPEType =
  | 'block'
  | 'nas';

export type HostProtocolEndpointProtocolEndpointType =
  | 'scsi'
  | 'nfs'
  | 'nfs4x';

export type HostPtpConfigDeviceType =
  | 'none'
  | 'virtualNic'
  | 'pciPassthruNic';

export type HostQualifiedNameType =
  | 'nvmeQualifiedName'
  | 'vvolNvmeQualifiedName';

export type HostRdmaDeviceConnectionState =
  | 'unknown'
  | 'down'
  | 'init'
  | 'armed'
  | 'active'
  | 'activeDefer';

export type HostReplayUnsupportedReason =
  | 'incompatibleProduct'
  | 'incompatibleCpu'
  | 'hvDisabled'
  | 'cpuidLimitSet'
  | 'oldBIOS'
  | 'unknown';

export type HostRuntimeInfoNetStackInstanceRuntimeInfoState =
  | 'inactive'
  | 'active'
  | 'deactivating'
  | 'activating';

export type HostRuntimeInfoStateEncryptionInfoProtectionMode =
  | 'none'
  | 'tpm';

export type HostRuntimeInfoStatelessNvdsMigrationState =
  | 'ready'
  | 'notNeeded'
  | 'unknown';

export type HostServicePolicy =
  | 'on'
  | 'automatic'
  | 'off';

export type HostSevInfoSevState =
  | 'uninitialized'
  | 'initialized'
  | 'working'
  | 'disabledBios';

export type HostSgxInfoFlcModes =
  | 'off'
  | 'locked'
  | 'unlocked';

export type HostSgxInfoSgxStates =
  | 'notPresent'
  | 'disabledBIOS'
  | 'disabledCFW101'
  | 'disabledCPUMismatch'
  | 'disabledNoFLC'
  | 'disabledNUMAUnsup'
  | 'disabledMaxEPCRegs'
  | 'enabled';

export type HostSgxRegistrationInfoRegistrationStatus =
  | 'notApplicable'
  | 'incomplete'
  | 'complete';

export type HostSgxRegistrationInfoRegistrationType =
  | 'manifest'
  | 'addPackage';

export type HostSnmpAgentCapability =
  | 'COMPLETE'
  | 'DIAGNOSTICS'
  | 'CONFIGURATION';

export type HostStandbyMode =
  | 'entering'
  | 'exiting'
  | 'in'
  | 'none';

export type HostStorageProtocol =
  | 'scsi'
  | 'nvme';

export type HostSystemConnectionState =
  | 'connected'
  | 'notResponding'
  | 'disconnected';

export type HostSystemIdentificationInfoIdentifier =
  | 'AssetTag'
  | 'ServiceTag'
  | 'OemSpecificString'
  | 'EnclosureSerialNumberTag'
  | 'SerialNumberTag';

export type HostSystemPowerState =
  | 'poweredOn'
  | 'poweredOff'
  | 'standBy'
  | 'unknown';

export type HostSystemRemediationStateState =
  | 'remediationReady'
  | 'precheckRemediationRunning'
  | 'precheckRemediationComplete'
  | 'precheckRemediationFailed'
  | 'remediationRunning'
  | 'remediationFailed';

export type HostTdxInfoTdxState =
  | 'initializing'
  | 'initialized'
  | 'configured'
  | 'ready'
  | 'disabledBios';

export type HostTpmAttestationInfoAcceptanceStatus =
  | 'notAccepted'
  | 'accepted';

export type HostTrustAuthorityAttestationInfoAttestationStatus =
  | 'attested'
  | 'notAttested'
  | 'unknown';

export type HostUnresolvedVmfsExtentUnresolvedReason =
  | 'diskIdMismatch'
  | 'uuidConflict';

export type HostUnresolvedVmfsResolutionSpecVmfsUuidResolution =
  | 'resignature'
  | 'forceMount';

export type HostVirtualNicManagerNicType =
  | 'vmotion'
  | 'faultToleranceLogging'
  | 'vSphereReplication'
  | 'vSphereReplicationNFC'
  | 'management'
  | 'vsan'
  | 'vSphereProvisioning'
  | 'vsanWitness'
  | 'vSphereBackupNFC'
  | 'ptp'
  | 'vsanReplication'
  | 'nvmeTcp'
  | 'nvmeRdma'
  | 'vsanExternal'
  | 'vnetworking';

export type HostVmciAccessManagerMode =
  | 'grant'
  | 'replace'
  | 'revoke';

export type HostVmfsVolumeUnmapBandwidthPolicy =
  | 'fixed'
  | 'dynamic';

export type HostVmfsVolumeUnmapPriority =
  | 'none'
  | 'low';

export type HttpNfcLeaseManifestEntryChecksumType =
  | 'sha1'
  | 'sha256';

export type HttpNfcLeaseMode =
  | 'pushOrGet'
  | 'pull';

export type HttpNfcLeaseState =
  | 'initializing'
  | 'ready'
  | 'done'
  | 'error';

export type IncompatibleHostForVmReplicationIncompatibleReason =
  | 'rpo'
  | 'netCompression';

export type InternetScsiSnsDiscoveryMethod =
  | 'isnsStatic'
  | 'isnsDhcp'
  | 'isnsSlp';

export type InvalidDasConfigArgumentEntryForInvalidArgument =
  | 'admissionControl'
  | 'userHeartbeatDs'
  | 'vmConfig';

export type InvalidProfileReferenceHostReason =
  | 'incompatibleVersion'
  | 'missingReferenceHost';

export type IoFilterOperation =
  | 'install'
  | 'uninstall'
  | 'upgrade';

export type IoFilterType =
  | 'cache'
  | 'replication'
  | 'encryption'
  | 'compression'
  | 'inspection'
  | 'datastoreIoControl'
  | 'dataProvider'
  | 'dataCapture';

export type IscsiPortInfoPathStatus =
  | 'notUsed'
  | 'active'
  | 'standBy'
  | 'lastActive';

export type KmipClusterInfoKeyType =
  | 'rawKey'
  | 'wrappedKey';

export type KmipClusterInfoKmsManagementType =
  | 'unknown'
  | 'vCenter'
  | 'trustAuthority'
  | 'nativeProvider';

export type LatencySensitivitySensitivityLevel =
  | 'low'
  | 'normal'
  | 'medium'
  | 'high'
  | 'custom';

export type LicenseAssignmentFailedReason =
  | 'keyEntityMismatch'
  | 'downgradeDisallowed'
  | 'inventoryNotManageableByVirtualCenter'
  | 'hostsUnmanageableByVirtualCenterWithoutLicenseServer';

export type LicenseFeatureInfoSourceRestriction =
  | 'unrestricted'
  | 'served'
  | 'file';

export type LicenseFeatureInfoState =
  | 'enabled'
  | 'disabled'
  | 'optional';

export type LicenseFeatureInfoUnit =
  | 'host'
  | 'cpuCore'
  | 'cpuPackage'
  | 'server'
  | 'vm';

export type LicenseManagerLicenseKey =
  | 'esxFull'
  | 'esxVmtn'
  | 'esxExpress'
  | 'san'
  | 'iscsi'
  | 'nas'
  | 'vsmp'
  | 'backup'
  | 'vc'
  | 'vcExpress'
  | 'esxHost'
  | 'gsxHost'
  | 'serverHost'
  | 'drsPower'
  | 'vmotion'
  | 'drs'
  | 'das';

export type LicenseManagerState =
  | 'initializing'
  | 'normal'
  | 'marginal'
  | 'fault';

export type LicenseReservationInfoState =
  | 'notUsed'
  | 'noLicense'
  | 'unlicensedUse'
  | 'licensed';

export type LinkDiscoveryProtocolConfigOperationType =
  | 'none'
  | 'listen'
  | 'advertise'
  | 'both';

export type LinkDiscoveryProtocolConfigProtocolType =
  | 'cdp'
  | 'lldp';

export type ManagedEntityStatus =
  | 'gray'
  | 'green'
  | 'yellow'
  | 'red';

export type MetricAlarmOperator =
  | 'isAbove'
  | 'isBelow';

export type MultipathState =
  | 'standby'
  | 'active'
  | 'disabled'
  | 'dead'
  | 'unknown';

export type NetBIOSConfigInfoMode =
  | 'unknown'
  | 'enabled'
  | 'disabled'
  | 'enabledViaDHCP';

export type NetIpConfigInfoIpAddressOrigin =
  | 'other'
  | 'manual'
  | 'dhcp'
  | 'linklayer'
  | 'random';

export type NetIpConfigInfoIpAddressStatus =
  | 'preferred'
  | 'deprecated'
  | 'invalid'
  | 'inaccessible'
  | 'unknown'
  | 'tentative'
  | 'duplicate';

export type NetIpStackInfoEntryType =
  | 'other'
  | 'invalid'
  | 'dynamic'
  | 'manual';

export type NetIpStackInfoPreference =
  | 'reserved'
  | 'low'
  | 'medium'
  | 'high';

export type NotSupportedDeviceForFTDeviceType =
  | 'virtualVmxnet3'
  | 'paraVirtualSCSIController';

export type NumVirtualCpusIncompatibleReason =
  | 'recordReplay'
  | 'faultTolerance';

export type NvdimmInterleaveSetState =
  | 'invalid'
  | 'active';

export type NvdimmNamespaceDetailsHealthStatus =
  | 'normal'
  | 'missing'
  | 'labelMissing'
  | 'interleaveBroken'
  | 'labelInconsistent';

export type NvdimmNamespaceDetailsState =
  | 'invalid'
  | 'notInUse'
  | 'inUse';

export type NvdimmNamespaceHealthStatus =
  | 'normal'
  | 'missing'
  | 'labelMissing'
  | 'interleaveBroken'
  | 'labelInconsistent'
  | 'bttCorrupt'
  | 'badBlockSize';

export type NvdimmNamespaceState =
  | 'invalid'
  | 'notInUse'
  | 'inUse';

export type NvdimmNamespaceType =
  | 'blockNamespace'
  | 'persistentNamespace';

export type NvdimmNvdimmHealthInfoState =
  | 'normal'
  | 'error';

export type NvdimmRangeType =
  | 'volatileRange'
  | 'persistentRange'
  | 'controlRange'
  | 'blockRange'
  | 'volatileVirtualDiskRange'
  | 'volatileVirtualCDRange'
  | 'persistentVirtualDiskRange'
  | 'persistentVirtualCDRange';

export type ObjectUpdateKind =
  | 'modify'
  | 'enter'
  | 'leave';

export type OvfConsumerOstNodeType =
  | 'envelope'
  | 'virtualSystem'
  | 'virtualSystemCollection';

export type OvfCreateImportSpecParamsDiskProvisioningType =
  | 'monolithicSparse'
  | 'monolithicFlat'
  | 'twoGbMaxExtentSparse'
  | 'twoGbMaxExtentFlat'
  | 'thin'
  | 'thick'
  | 'seSparse'
  | 'eagerZeroedThick'
  | 'sparse'
  | 'flat';

export type PerfFormat =
  | 'normal'
  | 'csv';

export type PerfStatsType =
  | 'absolute'
  | 'delta'
  | 'rate';

export type PerfSummaryType =
  | 'average'
  | 'maximum'
  | 'minimum'
  | 'latest'
  | 'summation'
  | 'none';

export type PerformanceManagerUnit =
  | 'percent'
  | 'kiloBytes'
  | 'megaBytes'
  | 'gigaBytes'
  | 'megaHertz'
  | 'number'
  | 'microsecond'
  | 'millisecond'
  | 'second'
  | 'kiloBytesPerSecond'
  | 'megaBytesPerSecond'
  | 'watt'
  | 'joule'
  | 'teraBytes'
  | 'celsius'
  | 'nanosecond';

export type PhysicalNicResourcePoolSchedulerDisallowedReason =
  | 'userOptOut'
  | 'hardwareUnsupported';

export type PhysicalNicVmDirectPathGen2SupportedMode =
  | 'upt';

export type PlaceVmsXClusterSpecPlacementType =
  | 'createAndPowerOn'
  | 'reconfigure'
  | 'relocate';

export type PlacementAffinityRuleRuleScope =
  | 'cluster'
  | 'host'
  | 'storagePod'
  | 'datastore';

export type PlacementAffinityRuleRuleType =
  | 'affinity'
  | 'antiAffinity'
  | 'softAffinity'
  | 'softAntiAffinity';

export type PlacementSpecPlacementType =
  | 'create'
  | 'reconfigure'
  | 'relocate'
  | 'clone';

export type PortGroupConnecteeType =
  | 'virtualMachine'
  | 'systemManagement'
  | 'host'
  | 'unknown';

export type ProfileExecuteResultStatus =
  | 'success'
  | 'needInput'
  | 'error';

export type ProfileNumericComparator =
  | 'lessThan'
  | 'lessThanEqual'
  | 'equal'
  | 'notEqual'
  | 'greaterThanEqual'
  | 'greaterThan';

export type ProfileParameterMetadataRelationType =
  | 'dynamic_relation'
  | 'extensible_relation'
  | 'localizable_relation'
  | 'static_relation'
  | 'validation_relation';

export type PropertyChangeOp =
  | 'add'
  | 'remove'
  | 'assign'
  | 'indirectRemove';

export type QuarantineModeFaultFaultType =
  | 'NoCompatibleNonQuarantinedHost'
  | 'CorrectionDisallowed'
  | 'CorrectionImpact';

export type QuiesceMode =
  | 'application'
  | 'filesystem'
  | 'none';

export type RecommendationReasonCode =
  | 'fairnessCpuAvg'
  | 'fairnessMemAvg'
  | 'jointAffin'
  | 'antiAffin'
  | 'hostMaint'
  | 'enterStandby'
  | 'reservationCpu'
  | 'reservationMem'
  | 'powerOnVm'
  | 'powerSaving'
  | 'increaseCapacity'
  | 'checkResource'
  | 'unreservedCapacity'
  | 'colocateCommunicatingVM'
  | 'balanceNetworkBandwidthUsage'
  | 'vmHostHardAffinity'
  | 'vmHostSoftAffinity'
  | 'increaseAllocation'
  | 'balanceDatastoreSpaceUsage'
  | 'balanceDatastoreIOLoad'
  | 'balanceDatastoreIOPSReservation'
  | 'datastoreMaint'
  | 'virtualDiskJointAffin'
  | 'virtualDiskAntiAffin'
  | 'datastoreSpaceOutage'
  | 'storagePlacement'
  | 'iolbDisabledInternal'
  | 'xvmotionPlacement'
  | 'networkBandwidthReservation'
  | 'hostInDegradation'
  | 'hostExitDegradation'
  | 'maxVmsConstraint'
  | 'ftConstraints'
  | 'vmHostAffinityPolicy'
  | 'vmHostAntiAffinityPolicy'
  | 'vmAntiAffinityPolicy'
  | 'balanceVsanUsage'
  | 'ahPlacementOptimization'
  | 'vmxUpgrade';

export type RecommendationType =
  | 'V1';

export type ReplicationDiskConfigFaultReasonForFault =
  | 'diskNotFound'
  | 'diskTypeNotSupported'
  | 'invalidDiskKey'
  | 'invalidDiskReplicationId'
  | 'duplicateDiskReplicationId'
  | 'invalidPersistentFilePath'
  | 'reconfigureDiskReplicationIdNotAllowed';

export type ReplicationVmConfigFaultReasonForFault =
  | 'incompatibleHwVersion'
  | 'invalidVmReplicationId'
  | 'invalidGenerationNumber'
  | 'outOfBoundsRpoValue'
  | 'invalidDestinationIpAddress'
  | 'invalidDestinationPort'
  | 'invalidExtraVmOptions'
  | 'staleGenerationNumber'
  | 'reconfigureVmReplicationIdNotAllowed'
  | 'cannotRetrieveVmReplicationConfiguration'
  | 'replicationAlreadyEnabled'
  | 'invalidPriorConfiguration'
  | 'replicationNotEnabled'
  | 'replicationConfigurationFailed'
  | 'encryptedVm'
  | 'invalidThumbprint'
  | 'incompatibleDevice';

export type ReplicationVmFaultReasonForFault =
  | 'notConfigured'
  | 'poweredOff'
  | 'suspended'
  | 'poweredOn'
  | 'offlineReplicating'
  | 'invalidState'
  | 'invalidInstanceId'
  | 'closeDiskError'
  | 'groupExist';

export type ReplicationVmInProgressFaultActivity =
  | 'fullSync'
  | 'delta';

export type ReplicationVmState =
  | 'none'
  | 'paused'
  | 'syncing'
  | 'idle'
  | 'active'
  | 'error';

export type ResourceConfigSpecScaleSharesBehavior =
  | 'disabled'
  | 'scaleCpuAndMemoryShares';

export type ScheduledHardwareUpgradeInfoHardwareUpgradePolicy =
  | 'never'
  | 'onSoftPowerOff'
  | 'always';

export type ScheduledHardwareUpgradeInfoHardwareUpgradeStatus =
  | 'none'
  | 'pending'
  | 'success'
  | 'failed';

export type ScsiDiskType =
  | 'native512'
  | 'emulated512'
  | 'native4k'
  | 'SoftwareEmulated4k'
  | 'unknown';

export type ScsiLunDescriptorQuality =
  | 'highQuality'
  | 'mediumQuality'
  | 'lowQuality'
  | 'unknownQuality';

export type ScsiLunLunReservationStatus =
  | 'LUN_RESERVED_UNKNOWN'
  | 'LUN_RESERVED_YES'
  | 'LUN_RESERVED_NO'
  | 'LUN_RESERVED_NOT_SUPPORTED';

export type ScsiLunState =
  | 'unknownState'
  | 'ok'
  | 'error'
  | 'off'
  | 'quiesced'
  | 'degraded'
  | 'lostCommunication'
  | 'timeout';

export type ScsiLunType =
  | 'disk'
  | 'tape'
  | 'printer'
  | 'processor'
  | 'worm'
  | 'cdrom'
  | 'scanner'
  | 'opticalDevice'
  | 'mediaChanger'
  | 'communications'
  | 'storageArrayController'
  | 'enclosure'
  | 'unknown';

export type ScsiLunVStorageSupportStatus =
  | 'vStorageSupported'
  | 'vStorageUnsupported'
  | 'vStorageUnknown';

export type SearchIndexPredicateArrayOperator =
  | 'AllElements'
  | 'AnyElement';

export type SearchIndexPredicateComparisonOperator =
  | 'Equal'
  | 'NotEqual'
  | 'Greater'
  | 'GreaterOrEqual'
  | 'Less'
  | 'LessOrEqual'
  | 'In'
  | 'NotIn'
  | 'Like'
  | 'NotLike';

export type SearchIndexQuerySpecResourceType =
  | 'ClusterComputeResource'
  | 'ComputeResource'
  | 'Datacenter'
  | 'Datastore'
  | 'DistributedVirtualPortgroup'
  | 'DistributedVirtualSwitch'
  | 'Folder'
  | 'HostSystem'
  | 'Network'
  | 'OpaqueNetwork'
  | 'ResourcePool'
  | 'ServiceInstance'
  | 'StoragePod'
  | 'VirtualApp'
  | 'VirtualMachine'
  | 'VmwareDistributedVirtualSwitch';

export type SessionManagerGenericServiceTicketTicketType =
  | 'HttpNfcServiceTicket'
  | 'HostServiceTicket'
  | 'VcServiceTicket';

export type SessionManagerHttpServiceRequestSpecMethod =
  | 'httpOptions'
  | 'httpGet'
  | 'httpHead'
  | 'httpPost'
  | 'httpPut'
  | 'httpDelete'
  | 'httpTrace'
  | 'httpConnect';

export type SharesLevel =
  | 'low'
  | 'normal'
  | 'high'
  | 'custom';

export type SimpleCommandEncoding =
  | 'CSV'
  | 'HEX'
  | 'STRING';

export type SlpDiscoveryMethod =
  | 'slpDhcp'
  | 'slpAutoUnicast'
  | 'slpAutoMulticast'
  | 'slpManual';

export type SoftwarePackageConstraint =
  | 'equals'
  | 'lessThan'
  | 'lessThanEqual'
  | 'greaterThanEqual'
  | 'greaterThan';

export type SoftwarePackageVibType =
  | 'bootbank'
  | 'tools'
  | 'meta';

export type StateAlarmOperator =
  | 'isEqual'
  | 'isUnequal';

export type StorageDrsPodConfigInfoBehavior =
  | 'manual'
  | 'automated';

export type StorageDrsSpaceLoadBalanceConfigSpaceThresholdMode =
  | 'utilization'
  | 'freeSpace';

export type StorageIORMThresholdMode =
  | 'automatic'
  | 'manual';

export type StoragePlacementSpecPlacementType =
  | 'create'
  | 'reconfigure'
  | 'relocate'
  | 'clone';

export type TaskFilterSpecRecursionOption =
  | 'self'
  | 'children'
  | 'all';

export type TaskFilterSpecTimeOption =
  | 'queuedTime'
  | 'startedTime'
  | 'completedTime';

export type TaskInfoState =
  | 'queued'
  | 'running'
  | 'success'
  | 'error';

export type ThirdPartyLicenseAssignmentFailedReason =
  | 'licenseAssignmentFailed'
  | 'moduleNotInstalled';

export type UpgradePolicy =
  | 'manual'
  | 'upgradeAtPowerCycle';

export type VAppAutoStartAction =
  | 'none'
  | 'powerOn'
  | 'powerOff'
  | 'guestShutdown'
  | 'suspend';

export type VAppCloneSpecProvisioningType =
  | 'sameAsSource'
  | 'thin'
  | 'thick';

export type VAppIPAssignmentInfoAllocationSchemes =
  | 'dhcp'
  | 'ovfenv';

export type VAppIPAssignmentInfoIpAllocationPolicy =
  | 'dhcpPolicy'
  | 'transientPolicy'
  | 'fixedPolicy'
  | 'fixedAllocatedPolicy';

export type VAppIPAssignmentInfoProtocols =
  | 'IPv4'
  | 'IPv6';

export type VFlashModuleNotSupportedReason =
  | 'CacheModeNotSupported'
  | 'CacheConsistencyTypeNotSupported'
  | 'CacheBlockSizeNotSupported'
  | 'CacheReservationNotSupported'
  | 'DiskSizeNotSupported';

export type VMotionCompatibilityType =
  | 'cpu'
  | 'software';

export type VMwareDVSTeamingMatchStatus =
  | 'iphashMatch'
  | 'nonIphashMatch'
  | 'iphashMismatch'
  | 'nonIphashMismatch';

export type VMwareDVSVspanSessionEncapType =
  | 'gre'
  | 'erspan2'
  | 'erspan3';

export type VMwareDVSVspanSessionType =
  | 'mixedDestMirror'
  | 'dvPortMirror'
  | 'remoteMirrorSource'
  | 'remoteMirrorDest'
  | 'encapsulatedRemoteMirrorSource';

export type VMwareDvsLacpApiVersion =
  | 'singleLag'
  | 'multipleLag';

export type VMwareDvsLacpLoadBalanceAlgorithm =
  | 'srcMac'
  | 'destMac'
  | 'srcDestMac'
  | 'destIpVlan'
  | 'srcIpVlan'
  | 'srcDestIpVlan'
  | 'destTcpUdpPort'
  | 'srcTcpUdpPort'
  | 'srcDestTcpUdpPort'
  | 'destIpTcpUdpPort'
  | 'srcIpTcpUdpPort'
  | 'srcDestIpTcpUdpPort'
  | 'destIpTcpUdpPortVlan'
  | 'srcIpTcpUdpPortVlan'
  | 'srcDestIpTcpUdpPortVlan'
  | 'destIp'
  | 'srcIp'
  | 'srcDestIp'
  | 'vlan'
  | 'srcPortId';

export type VMwareDvsMulticastFilteringMode =
  | 'legacyFiltering'
  | 'snooping';

export type VMwareUplinkLacpMode =
  | 'active'
  | 'passive';

export type VMwareUplinkLacpTimeoutMode =
  | 'fast'
  | 'slow';

export type VStorageObjectConsumptionType =
  | 'disk';

export type ValidateMigrationTestType =
  | 'sourceTests'
  | 'compatibilityTests'
  | 'diskAccessibilityTests'
  | 'resourceTests';

export type VchaClusterMode =
  | 'enabled'
  | 'disabled'
  | 'maintenance';

export type VchaClusterState =
  | 'healthy'
  | 'degraded'
  | 'isolated';

export type VchaNodeRole =
  | 'active'
  | 'passive'
  | 'witness';

export type VchaNodeState =
  | 'up'
  | 'down';

export type VchaState =
  | 'configured'
  | 'notConfigured'
  | 'invalid'
  | 'prepared';

export type VirtualAppVAppState =
  | 'started'
  | 'stopped'
  | 'starting'
  | 'stopping';

export type VirtualDeviceConfigSpecChangeMode =
  | 'fail'
  | 'skip';

export type VirtualDeviceConfigSpecFileOperation =
  | 'create'
  | 'destroy'
  | 'replace';

export type VirtualDeviceConfigSpecOperation =
  | 'add'
  | 'remove'
  | 'edit';

export type VirtualDeviceConnectInfoMigrateConnectOp =
  | 'connect'
  | 'disconnect'
  | 'unset';

export type VirtualDeviceConnectInfoStatus =
  | 'ok'
  | 'recoverableError'
  | 'unrecoverableError'
  | 'untried';

export type VirtualDeviceFileExtension =
  | 'iso'
  | 'flp'
  | 'vmdk'
  | 'dsk'
  | 'rdm';

export type VirtualDeviceURIBackingOptionDirection =
  | 'server'
  | 'client';

export type VirtualDiskAdapterType =
  | 'ide'
  | 'busLogic'
  | 'lsiLogic';

export type VirtualDiskCompatibilityMode =
  | 'virtualMode'
  | 'physicalMode';

export type VirtualDiskDeltaDiskFormat =
  | 'redoLogFormat'
  | 'nativeFormat'
  | 'seSparseFormat';

export type VirtualDiskDeltaDiskFormatVariant =
  | 'vmfsSparseVariant'
  | 'vsanSparseVariant';

export type VirtualDiskDiskChainBrokenIssue =
  | 'noIssue'
  | 'cidMismatch';

export type VirtualDiskMode =
  | 'persistent'
  | 'nonpersistent'
  | 'undoable'
  | 'independent_persistent'
  | 'independent_nonpersistent'
  | 'append';

export type VirtualDiskRuleSpecRuleType =
  | 'affinity'
  | 'antiAffinity'
  | 'disabled';

export type VirtualDiskSharing =
  | 'sharingNone'
  | 'sharingMultiWriter';

export type VirtualDiskType =
  | 'preallocated'
  | 'thin'
  | 'seSparse'
  | 'rdm'
  | 'rdmp'
  | 'raw'
  | 'delta'
  | 'sparse2Gb'
  | 'thick2Gb'
  | 'eagerZeroedThick'
  | 'sparseMonolithic'
  | 'flatMonolithic'
  | 'thick';

export type VirtualDiskVFlashCacheConfigInfoCacheConsistencyType =
  | 'strong'
  | 'weak';

export type VirtualDiskVFlashCacheConfigInfoCacheMode =
  | 'write_thru'
  | 'write_back';

export type VirtualEthernetCardLegacyNetworkDeviceName =
  | 'bridged'
  | 'nat'
  | 'hostonly';

export type VirtualEthernetCardMacType =
  | 'manual'
  | 'generated'
  | 'assigned';

export type VirtualHardwareMotherboardLayout =
  | 'i440bxHostBridge'
  | 'acpiHostBridges';

export type VirtualMachineAppHeartbeatStatusType =
  | 'appStatusGray'
  | 'appStatusGreen'
  | 'appStatusRed';

export type VirtualMachineBootOptionsNetworkBootProtocolType =
  | 'ipv4'
  | 'ipv6';

export type VirtualMachineCertThumbprintHashAlgorithm =
  | 'sha256';

export type VirtualMachineCloneSpecTpmProvisionPolicy =
  | 'copy'
  | 'replace';

export type VirtualMachineConfigInfoNpivWwnType =
  | 'vc'
  | 'host'
  | 'external';

export type VirtualMachineConfigInfoSwapPlacementType =
  | 'inherit'
  | 'vmDirectory'
  | 'hostLocal';

export type VirtualMachineConfigSpecEncryptedFtModes =
  | 'ftEncryptionDisabled'
  | 'ftEncryptionOpportunistic'
  | 'ftEncryptionRequired';

export type VirtualMachineConfigSpecEncryptedVMotionModes =
  | 'disabled'
  | 'opportunistic'
  | 'required';

export type VirtualMachineConfigSpecNpivWwnOp =
  | 'generate'
  | 'set'
  | 'remove'
  | 'extend';

export type VirtualMachineConnectionState =
  | 'connected'
  | 'disconnected'
  | 'orphaned'
  | 'inaccessible'
  | 'invalid';

export type VirtualMachineCryptoState =
  | 'unlocked'
  | 'locked';

export type VirtualMachineDeviceRuntimeInfoVirtualEthernetCardRuntimeStateVmDirectPathGen2InactiveReasonOther =
  | 'vmNptIncompatibleHost'
  | 'vmNptIncompatibleNetwork';

export type VirtualMachineDeviceRuntimeInfoVirtualEthernetCardRuntimeStateVmDirectPathGen2InactiveReasonVm =
  | 'vmNptIncompatibleGuest'
  | 'vmNptIncompatibleGuestDriver'
  | 'vmNptIncompatibleAdapterType'
  | 'vmNptDisabledOrDisconnectedAdapter'
  | 'vmNptIncompatibleAdapterFeatures'
  | 'vmNptIncompatibleBackingType'
  | 'vmNptInsufficientMemoryReservation'
  | 'vmNptFaultToleranceOrRecordReplayConfigured'
  | 'vmNptConflictingIOChainConfigured'
  | 'vmNptMonitorBlocks'
  | 'vmNptConflictingOperationInProgress'
  | 'vmNptRuntimeError'
  | 'vmNptOutOfIntrVector'
  | 'vmNptVMCIActive';

export type VirtualMachineFaultToleranceState =
  | 'notConfigured'
  | 'disabled'
  | 'enabled'
  | 'needSecondary'
  | 'starting'
  | 'running';

export type VirtualMachineFaultToleranceType =
  | 'unset'
  | 'recordReplay'
  | 'checkpointing';

export type VirtualMachineFileLayoutExFileType =
  | 'config'
  | 'extendedConfig'
  | 'diskDescriptor'
  | 'diskExtent'
  | 'digestDescriptor'
  | 'digestExtent'
  | 'diskReplicationState'
  | 'log'
  | 'stat'
  | 'namespaceData'
  | 'dataSetsDiskModeStore'
  | 'dataSetsVmModeStore'
  | 'nvram'
  | 'snapshotData'
  | 'snapshotMemory'
  | 'snapshotList'
  | 'snapshotManifestList'
  | 'suspend'
  | 'suspendMemory'
  | 'swap'
  | 'uwswap'
  | 'core'
  | 'screenshot'
  | 'ftMetadata'
  | 'guestCustomization';

export type VirtualMachineFlagInfoMonitorType =
  | 'release'
  | 'debug'
  | 'stats';

export type VirtualMachineFlagInfoVirtualExecUsage =
  | 'hvAuto'
  | 'hvOn'
  | 'hvOff';

export type VirtualMachineFlagInfoVirtualMmuUsage =
  | 'automatic'
  | 'on'
  | 'off';

export type VirtualMachineForkConfigInfoChildType =
  | 'none'
  | 'persistent'
  | 'nonpersistent';

export type VirtualMachineGuestArchitecture =
  | 'x86'
  | 'arm';

export type VirtualMachineGuestOsFamily =
  | 'windowsGuest'
  | 'linuxGuest'
  | 'netwareGuest'
  | 'solarisGuest'
  | 'darwinGuestFamily'
  | 'otherGuestFamily';

export type VirtualMachineGuestOsIdentifier =
  | 'dosGuest'
  | 'win31Guest'
  | 'win95Guest'
  | 'win98Guest'
  | 'winMeGuest'
  | 'winNTGuest'
  | 'win2000ProGuest'
  | 'win2000ServGuest'
  | 'win2000AdvServGuest'
  | 'winXPHomeGuest'
  | 'winXPProGuest'
  | 'winXPPro64Guest'
  | 'winNetWebGuest'
  | 'winNetStandardGuest'
  | 'winNetEnterpriseGuest'
  | 'winNetDatacenterGuest'
  | 'winNetBusinessGuest'
  | 'winNetStandard64Guest'
  | 'winNetEnterprise64Guest'
  | 'winLonghornGuest'
  | 'winLonghorn64Guest'
  | 'winNetDatacenter64Guest'
  | 'winVistaGuest'
  | 'winVista64Guest'
  | 'windows7Guest'
  | 'windows7_64Guest'
  | 'windows7Server64Guest'
  | 'windows8Guest'
  | 'windows8_64Guest'
  | 'windows8Server64Guest'
  | 'windows9Guest'
  | 'windows9_64Guest'
  | 'windows9Server64Guest'
  | 'windows11_64Guest'
  | 'windows12_64Guest'
  | 'windowsHyperVGuest'
  | 'windows2019srv_64Guest'
  | 'windows2019srvNext_64Guest'
  | 'windows2022srvNext_64Guest'
  | 'freebsdGuest'
  | 'freebsd64Guest'
  | 'freebsd11Guest'
  | 'freebsd11_64Guest'
  | 'freebsd12Guest'
  | 'freebsd12_64Guest'
  | 'freebsd13Guest'
  | 'freebsd13_64Guest'
  | 'freebsd14Guest'
  | 'freebsd14_64Guest'
  | 'freebsd15Guest'
  | 'freebsd15_64Guest'
  | 'redhatGuest'
  | 'rhel2Guest'
  | 'rhel3Guest'
  | 'rhel3_64Guest'
  | 'rhel4Guest'
  | 'rhel4_64Guest'
  | 'rhel5Guest'
  | 'rhel5_64Guest'
  | 'rhel6Guest'
  | 'rhel6_64Guest'
  | 'rhel7Guest'
  | 'rhel7_64Guest'
  | 'rhel8_64Guest'
  | 'rhel9_64Guest'
  | 'rhel10_64Guest'
  | 'centosGuest'
  | 'centos64Guest'
  | 'centos6Guest'
  | 'centos6_64Guest'
  | 'centos7Guest'
  | 'centos7_64Guest'
  | 'centos8_64Guest'
  | 'centos9_64Guest'
  | 'oracleLinuxGuest'
  | 'oracleLinux64Guest'
  | 'oracleLinux6Guest'
  | 'oracleLinux6_64Guest'
  | 'oracleLinux7Guest'
  | 'oracleLinux7_64Guest'
  | 'oracleLinux8_64Guest'
  | 'oracleLinux9_64Guest'
  | 'oracleLinux10_64Guest'
  | 'suseGuest'
  | 'suse64Guest'
  | 'slesGuest'
  | 'sles64Guest'
  | 'sles10Guest'
  | 'sles10_64Guest'
  | 'sles11Guest'
  | 'sles11_64Guest'
  | 'sles12Guest'
  | 'sles12_64Guest'
  | 'sles15_64Guest'
  | 'sles16_64Guest'
  | 'nld9Guest'
  | 'oesGuest'
  | 'sjdsGuest'
  | 'mandrakeGuest'
  | 'mandrivaGuest'
  | 'mandriva64Guest'
  | 'turboLinuxGuest'
  | 'turboLinux64Guest'
  | 'ubuntuGuest'
  | 'ubuntu64Guest'
  | 'debian4Guest'
  | 'debian4_64Guest'
  | 'debian5Guest'
  | 'debian5_64Guest'
  | 'debian6Guest'
  | 'debian6_64Guest'
  | 'debian7Guest'
  | 'debian7_64Guest'
  | 'debian8Guest'
  | 'debian8_64Guest'
  | 'debian9Guest'
  | 'debian9_64Guest'
  | 'debian10Guest'
  | 'debian10_64Guest'
  | 'debian11Guest'
  | 'debian11_64Guest'
  | 'debian12Guest'
  | 'debian12_64Guest'
  | 'debian13Guest'
  | 'debian13_64Guest'
  | 'asianux3Guest'
  | 'asianux3_64Guest'
  | 'asianux4Guest'
  | 'asianux4_64Guest'
  | 'asianux5_64Guest'
  | 'asianux7_64Guest'
  | 'asianux8_64Guest'
  | 'asianux9_64Guest'
  | 'miraclelinux_64Guest'
  | 'pardus_64Guest'
  | 'opensuseGuest'
  | 'opensuse64Guest'
  | 'fedoraGuest'
  | 'fedora64Guest'
  | 'coreos64Guest'
  | 'vmwarePhoton64Guest'
  | 'other24xLinuxGuest'
  | 'other26xLinuxGuest'
  | 'otherLinuxGuest'
  | 'other3xLinuxGuest'
  | 'other4xLinuxGuest'
  | 'other5xLinuxGuest'
  | 'other6xLinuxGuest'
  | 'other7xLinuxGuest'
  | 'genericLinuxGuest'
  | 'other24xLinux64Guest'
  | 'other26xLinux64Guest'
  | 'other3xLinux64Guest'
  | 'other4xLinux64Guest'
  | 'other5xLinux64Guest'
  | 'other6xLinux64Guest'
  | 'other7xLinux64Guest'
  | 'otherLinux64Guest'
  | 'solaris6Guest'
  | 'solaris7Guest'
  | 'solaris8Guest'
  | 'solaris9Guest'
  | 'solaris10Guest'
  | 'solaris10_64Guest'
  | 'solaris11_64Guest'
  | 'fusionos_64Guest'
  | 'prolinux_64Guest'
  | 'kylinlinux_64Guest'
  | 'flatcar_64Guest'
  | 'os2Guest'
  | 'eComStationGuest'
  | 'eComStation2Guest'
  | 'netware4Guest'
  | 'netware5Guest'
  | 'netware6Guest'
  | 'openServer5Guest'
  | 'openServer6Guest'
  | 'unixWare7Guest'
  | 'darwinGuest'
  | 'darwin64Guest'
  | 'darwin10Guest'
  | 'darwin10_64Guest'
  | 'darwin11Guest'
  | 'darwin11_64Guest'
  | 'darwin12_64Guest'
  | 'darwin13_64Guest'
  | 'darwin14_64Guest'
  | 'darwin15_64Guest'
  | 'darwin16_64Guest'
  | 'darwin17_64Guest'
  | 'darwin18_64Guest'
  | 'darwin19_64Guest'
  | 'darwin20_64Guest'
  | 'darwin21_64Guest'
  | 'darwin22_64Guest'
  | 'darwin23_64Guest'
  | 'vmkernelGuest'
  | 'vmkernel5Guest'
  | 'vmkernel6Guest'
  | 'vmkernel65Guest'
  | 'vmkernel7Guest'
  | 'vmkernel8Guest'
  | 'vmkernel9Guest'
  | 'amazonlinux2_64Guest'
  | 'amazonlinux3_64Guest'
  | 'crxPod1Guest'
  | 'crxSys1Guest'
  | 'rockylinux_64Guest'
  | 'almalinux_64Guest'
  | 'otherGuest'
  | 'otherGuest64';

export type VirtualMachineGuestState =
  | 'running'
  | 'shuttingDown'
  | 'resetting'
  | 'standby'
  | 'notRunning'
  | 'unknown';

export type VirtualMachineHtSharing =
  | 'any'
  | 'none'
  | 'internal';

export type VirtualMachineMemoryAllocationPolicy =
  | 'swapNone'
  | 'swapSome'
  | 'swapMost';

export type VirtualMachineMetadataManagerVmMetadataOp =
  | 'Update'
  | 'Remove';

export type VirtualMachineMetadataManagerVmMetadataOwnerOwner =
  | 'ComVmwareVsphereHA';

export type VirtualMachineMovePriority =
  | 'lowPriority'
  | 'highPriority'
  | 'defaultPriority';

export type VirtualMachineNeedSecondaryReason =
  | 'initializing'
  | 'divergence'
  | 'lostConnection'
  | 'partialHardwareFailure'
  | 'userAction'
  | 'checkpointError'
  | 'other';

export type VirtualMachinePowerOffBehavior =
  | 'powerOff'
  | 'revert'
  | 'prompt'
  | 'take';

export type VirtualMachinePowerOpType =
  | 'soft'
  | 'hard'
  | 'preset';

export type VirtualMachinePowerState =
  | 'poweredOff'
  | 'poweredOn'
  | 'suspended';

export type VirtualMachineRecordReplayState =
  | 'recording'
  | 'replaying'
  | 'inactive';

export type VirtualMachineRelocateDiskMoveOptions =
  | 'moveAllDiskBackingsAndAllowSharing'
  | 'moveAllDiskBackingsAndDisallowSharing'
  | 'moveChildMostDiskBacking'
  | 'createNewChildDiskBacking'
  | 'moveAllDiskBackingsAndConsolidate';

export type VirtualMachineRelocateTransformation =
  | 'flat'
  | 'sparse';

export type VirtualMachineScsiPassthroughType =
  | 'disk'
  | 'tape'
  | 'printer'
  | 'processor'
  | 'worm'
  | 'cdrom'
  | 'scanner'
  | 'optical'
  | 'media'
  | 'com'
  | 'raid'
  | 'unknown';

export type VirtualMachineSgxInfoFlcModes =
  | 'locked'
  | 'unlocked';

export type VirtualMachineStandbyActionType =
  | 'checkpoint'
  | 'powerOnSuspend';

export type VirtualMachineTargetInfoConfigurationTag =
  | 'compliant'
  | 'clusterWide';

export type VirtualMachineTicketType =
  | 'mks'
  | 'device'
  | 'guestControl'
  | 'dnd'
  | 'webmks'
  | 'guestIntegrity'
  | 'webRemoteDevice';

export type VirtualMachineToolsInstallType =
  | 'guestToolsTypeUnknown'
  | 'guestToolsTypeMSI'
  | 'guestToolsTypeTar'
  | 'guestToolsTypeOSP'
  | 'guestToolsTypeOpenVMTools';

export type VirtualMachineToolsRunningStatus =
  | 'guestToolsNotRunning'
  | 'guestToolsRunning'
  | 'guestToolsExecutingScripts';

export type VirtualMachineToolsStatus =
  | 'toolsNotInstalled'
  | 'toolsNotRunning'
  | 'toolsOld'
  | 'toolsOk';

export type VirtualMachineToolsVersionStatus =
  | 'guestToolsNotInstalled'
  | 'guestToolsNeedUpgrade'
  | 'guestToolsCurrent'
  | 'guestToolsUnmanaged'
  | 'guestToolsTooOld'
  | 'guestToolsSupportedOld'
  | 'guestToolsSupportedNew'
  | 'guestToolsTooNew'
  | 'guestToolsBlacklisted';

export type VirtualMachineUsbInfoFamily =
  | 'audio'
  | 'hid'
  | 'hid_bootable'
  | 'physical'
  | 'communication'
  | 'imaging'
  | 'printer'
  | 'storage'
  | 'hub'
  | 'smart_card'
  | 'security'
  | 'video'
  | 'wireless'
  | 'bluetooth'
  | 'wusb'
  | 'pda'
  | 'vendor_specific'
  | 'other'
  | 'unknownFamily';

export type VirtualMachineUsbInfoSpeed =
  | 'low'
  | 'full'
  | 'high'
  | 'superSpeed'
  | 'superSpeedPlus'
  | 'superSpeed20Gbps'
  | 'unknownSpeed';

export type VirtualMachineVMCIDeviceAction =
  | 'allow'
  | 'deny';

export type VirtualMachineVMCIDeviceDirection =
  | 'guest'
  | 'host'
  | 'anyDirection';

export type VirtualMachineVMCIDeviceProtocol =
  | 'hypervisor'
  | 'doorbell'
  | 'queuepair'
  | 'datagram'
  | 'stream'
  | 'anyProtocol';

export type VirtualMachineVendorDeviceGroupInfoComponentDeviceInfoComponentType =
  | 'pciPassthru'
  | 'nvidiaVgpu'
  | 'sriovNic'
  | 'dvx';

export type VirtualMachineVgpuProfileInfoProfileClass =
  | 'compute'
  | 'quadro';

export type VirtualMachineVgpuProfileInfoProfileSharing =
  | 'timeSliced'
  | 'mig';

export type VirtualMachineVideoCardUse3dRenderer =
  | 'automatic'
  | 'software'
  | 'hardware';

export type VirtualMachineVirtualDeviceSwapDeviceSwapStatus =
  | 'none'
  | 'scheduled'
  | 'inprogress'
  | 'failed'
  | 'completed';

export type VirtualMachineVirtualPMemSnapshotMode =
  | 'independent_persistent'
  | 'independent_eraseonrevert';

export type VirtualMachineWindowsQuiesceSpecVssBackupContext =
  | 'ctx_auto'
  | 'ctx_backup'
  | 'ctx_file_share_backup';

export type VirtualNVMEControllerSharing =
  | 'noSharing'
  | 'physicalSharing';

export type VirtualPointingDeviceHostChoice =
  | 'autodetect'
  | 'intellimouseExplorer'
  | 'intellimousePs2'
  | 'logitechMouseman'
  | 'microsoft_serial'
  | 'mouseSystems'
  | 'mousemanSerial'
  | 'ps2';

export type VirtualSCSISharing =
  | 'noSharing'
  | 'virtualSharing'
  | 'physicalSharing';

export type VirtualSerialPortEndPoint =
  | 'client'
  | 'server';

export type VirtualVmxnet3StrictLatencyConfigDisableOffload =
  | 'NONE'
  | 'TSO'
  | 'LRO'
  | 'TSO_LRO';

export type VirtualVmxnet3VrdmaOptionDeviceProtocols =
  | 'rocev1'
  | 'rocev2';

export type VmDasBeingResetEventReasonCode =
  | 'vmtoolsHeartbeatFailure'
  | 'appHeartbeatFailure'
  | 'appImmediateResetRequest'
  | 'vmcpResetApdCleared'
  | 'guestOsCrashFailure';

export type VmFailedStartingSecondaryEventFailureReason =
  | 'incompatibleHost'
  | 'loginFailed'
  | 'registerVmFailed'
  | 'migrateFailed';

export type VmFaultToleranceConfigIssueReasonForIssue =
  | 'haNotEnabled'
  | 'moreThanOneSecondary'
  | 'recordReplayNotSupported'
  | 'replayNotSupported'
  | 'templateVm'
  | 'multipleVCPU'
  | 'hostInactive'
  | 'ftUnsupportedHardware'
  | 'ftUnsupportedProduct'
  | 'missingVMotionNic'
  | 'missingFTLoggingNic'
  | 'thinDisk'
  | 'verifySSLCertificateFlagNotSet'
  | 'hasSnapshots'
  | 'noConfig'
  | 'ftSecondaryVm'
  | 'hasLocalDisk'
  | 'esxAgentVm'
  | 'video3dEnabled'
  | 'hasUnsupportedDisk'
  | 'insufficientBandwidth'
  | 'hasNestedHVConfiguration'
  | 'hasVFlashConfiguration'
  | 'unsupportedProduct'
  | 'cpuHvUnsupported'
  | 'cpuHwmmuUnsupported'
  | 'cpuHvDisabled'
  | 'hasEFIFirmware'
  | 'tooManyVCPUs'
  | 'tooMuchMemory'
  | 'vMotionNotLicensed'
  | 'ftNotLicensed'
  | 'haAgentIssue'
  | 'unsupportedSPBM'
  | 'hasLinkedCloneDisk'
  | 'unsupportedPMemHAFailOver'
  | 'unsupportedEncryptedDisk'
  | 'ftMetroClusterNotEditable'
  | 'noHostGroupConfigured';

export type VmFaultToleranceInvalidFileBackingDeviceType =
  | 'virtualFloppy'
  | 'virtualCdrom'
  | 'virtualSerialPort'
  | 'virtualParallelPort'
  | 'virtualDisk';

export type VmPlacementPolicyVmPlacementPolicyStrictness =
  | 'PreferredDuringPlacementPreferredDuringExecution'
  | 'RequiredDuringPlacementPreferredDuringExecution';

export type VmPlacementPolicyVmPlacementPolicyTopology =
  | 'Host'
  | 'ClusterComputeResource'
  | 'VSphereZone';

export type VmShutdownOnIsolationEventOperation =
  | 'shutdown'
  | 'poweredOff';

export type VmwareDistributedVirtualSwitchPvlanPortType =
  | 'promiscuous'
  | 'isolated'
  | 'community';

export type VsanDiskIssueType =
  | 'nonExist'
  | 'stampMismatch'
  | 'unknown';

export type VsanHostDecommissionModeObjectAction =
  | 'noAction'
  | 'ensureObjectAccessibility'
  | 'evacuateAllData';

export type VsanHostDiskResultState =
  | 'inUse'
  | 'eligible'
  | 'ineligible';

export type VsanHostHealthState =
  | 'unknown'
  | 'healthy'
  | 'unhealthy';

export type VsanHostNodeState =
  | 'error'
  | 'disabled'
  | 'agent'
  | 'master'
  | 'backup'
  | 'starting'
  | 'stopping'
  | 'enteringMaintenanceMode'
  | 'exitingMaintenanceMode'
  | 'decommissioning';

export type VsanUpgradeSystemUpgradeHistoryDiskGroupOpType =
  | 'add'
  | 'remove';

export type VslmVsoPostRelocateChangeMetadataOperation =
  | 'UPDATE'
  | 'RESET'
  | 'NO_OP';

export type WeekOfMonth =
  | 'first'
  | 'second'
  | 'third'
  | 'fourth'
  | 'last';

export type WillLoseHAProtectionResolution =
  | 'svmotion'
  | 'relocate';

export type vslmDiskInfoFlag =
  | 'id'
  | 'descriptorVersion'
  | 'backingObjectId'
  | 'path'
  | 'parentPath'
  | 'name'
  | 'deviceName'
  | 'capacity'
  | 'allocated'
  | 'type'
  | 'consumers'
  | 'tentativeState'
  | 'createTime'
  | 'ioFilter'
  | 'controlFlags'
  | 'keepAfterVmDelete'
  | 'relocationDisabled'
  | 'keyId'
  | 'keyProviderId'
  | 'nativeSnapshotSupported'
  | 'cbtEnabled'
  | 'virtualDiskFormat'
  | 'sharedFileBacking'
  | 'linkedCloneDetails';

export type vslmVStorageObjectControlFlag =
  | 'keepAfterDeleteVm'
  | 'disableRelocation'
  | 'enableChangedBlockTracking';

/** Every enum by its wire name. */
export interface EnumTypes {
  readonly ActionParameter: ActionParameter;
  readonly ActionType: ActionType;
  readonly AffinityType: AffinityType;
  readonly AgentInstallFailedReason: AgentInstallFailedReason;
  readonly AlarmFilterSpecAlarmTypeByEntity: AlarmFilterSpecAlarmTypeByEntity;
  readonly AlarmFilterSpecAlarmTypeByTrigger: AlarmFilterSpecAlarmTypeByTrigger;
  readonly AnswerFileValidationInfoStatus: AnswerFileValidationInfoStatus;
  readonly ApplyHostProfileConfigurationResultStatus: ApplyHostProfileConfigurationResultStatus;
  readonly ArrayUpdateOperation: ArrayUpdateOperation;
  readonly AuthenticationRequiredAuthenticationScheme: AuthenticationRequiredAuthenticationScheme;
  readonly AuthenticationRequiredErrorType: AuthenticationRequiredErrorType;
  readonly AutoStartAction: AutoStartAction;
  readonly AutoStartWaitHeartbeatSetting: AutoStartWaitHeartbeatSetting;
  readonly BaseConfigInfoDiskFileBackingInfoProvisioningType: BaseConfigInfoDiskFileBackingInfoProvisioningType;
  readonly BatchResultResult: BatchResultResult;
  readonly CannotEnableVmcpForClusterReason: CannotEnableVmcpForClusterReason;
  readonly CannotMoveFaultToleranceVmMoveType: CannotMoveFaultToleranceVmMoveType;
  readonly CannotPowerOffVmInClusterOperation: CannotPowerOffVmInClusterOperation;
  readonly CannotUseNetworkReason: CannotUseNetworkReason;
  readonly CheckTestType: CheckTestType;
  readonly ClusterComputeResourceHCIWorkflowState: ClusterComputeResourceHCIWorkflowState;
  readonly ClusterComputeResourceVcsHealthStatus: ClusterComputeResourceVcsHealthStatus;
  readonly ClusterCryptoConfigInfoCryptoMode: ClusterCryptoConfigInfoCryptoMode;
  readonly ClusterDasAamNodeStateDasState: ClusterDasAamNodeStateDasState;
  readonly ClusterDasConfigInfoHBDatastoreCandidate: ClusterDasConfigInfoHBDatastoreCandidate;
  readonly ClusterDasConfigInfoServiceState: ClusterDasConfigInfoServiceState;
  readonly ClusterDasConfigInfoVmMonitoringState: ClusterDasConfigInfoVmMonitoringState;
  readonly ClusterDasFdmAvailabilityState: ClusterDasFdmAvailabilityState;
  readonly ClusterDasVmSettingsIsolationResponse: ClusterDasVmSettingsIsolationResponse;
  readonly ClusterDasVmSettingsRestartPriority: ClusterDasVmSettingsRestartPriority;
  readonly ClusterHostInfraUpdateHaModeActionOperationType: ClusterHostInfraUpdateHaModeActionOperationType;
  readonly ClusterInfraUpdateHaConfigInfoBehaviorType: ClusterInfraUpdateHaConfigInfoBehaviorType;
  readonly ClusterInfraUpdateHaConfigInfoRemediationType: ClusterInfraUpdateHaConfigInfoRemediationType;
  readonly ClusterPowerOnVmOption: ClusterPowerOnVmOption;
  readonly ClusterProfileServiceType: ClusterProfileServiceType;
  readonly ClusterSystemVMsConfigInfoDeploymentMode: ClusterSystemVMsConfigInfoDeploymentMode;
  readonly ClusterVmComponentProtectionSettingsStorageVmReaction: ClusterVmComponentProtectionSettingsStorageVmReaction;
  readonly ClusterVmComponentProtectionSettingsVmReactionOnAPDCleared: ClusterVmComponentProtectionSettingsVmReactionOnAPDCleared;
  readonly ClusterVmReadinessReadyCondition: ClusterVmReadinessReadyCondition;
  readonly ComplianceResultStatus: ComplianceResultStatus;
  readonly ComputeResourceHostSPBMLicenseInfoHostSPBMLicenseState: ComputeResourceHostSPBMLicenseInfoHostSPBMLicenseState;
  readonly ComputeResourceNetworkBootMode: ComputeResourceNetworkBootMode;
  readonly ConfigSpecOperation: ConfigSpecOperation;
  readonly CryptoManagerHostKeyManagementType: CryptoManagerHostKeyManagementType;
  readonly CryptoManagerKmipCryptoKeyStatusKeyUnavailableReason: CryptoManagerKmipCryptoKeyStatusKeyUnavailableReason;
  readonly CustomizationFailedReasonCode: CustomizationFailedReasonCode;
  readonly CustomizationLicenseDataMode: CustomizationLicenseDataMode;
  readonly CustomizationNetBIOSMode: CustomizationNetBIOSMode;
  readonly CustomizationSysprepRebootOption: CustomizationSysprepRebootOption;
  readonly DVPortStatusVmDirectPathGen2InactiveReasonNetwork: DVPortStatusVmDirectPathGen2InactiveReasonNetwork;
  readonly DVPortStatusVmDirectPathGen2InactiveReasonOther: DVPortStatusVmDirectPathGen2InactiveReasonOther;
  readonly DVSFilterSpecLinkConfig: DVSFilterSpecLinkConfig;
  readonly DVSFilterSpecLinkState: DVSFilterSpecLinkState;
  readonly DVSMacLimitPolicyType: DVSMacLimitPolicyType;
  readonly DasConfigFaultDasConfigFaultReason: DasConfigFaultDasConfigFaultReason;
  readonly DasVmPriority: DasVmPriority;
  readonly DatastoreAccessible: DatastoreAccessible;
  readonly DatastoreSectorFormat: DatastoreSectorFormat;
  readonly DatastoreSummaryMaintenanceModeState: DatastoreSummaryMaintenanceModeState;
  readonly DayOfWeek: DayOfWeek;
  readonly DeviceNotSupportedReason: DeviceNotSupportedReason;
  readonly DeviceProtocol: DeviceProtocol;
  readonly DiagnosticManagerLogCreator: DiagnosticManagerLogCreator;
  readonly DiagnosticManagerLogFormat: DiagnosticManagerLogFormat;
  readonly DiagnosticPartitionStorageType: DiagnosticPartitionStorageType;
  readonly DiagnosticPartitionType: DiagnosticPartitionType;
  readonly DisallowedChangeByServiceDisallowedChange: DisallowedChangeByServiceDisallowedChange;
  readonly DistributedVirtualPortgroupBackingType: DistributedVirtualPortgroupBackingType;
  readonly DistributedVirtualPortgroupMetaTagName: DistributedVirtualPortgroupMetaTagName;
  readonly DistributedVirtualPortgroupPortgroupType: DistributedVirtualPortgroupPortgroupType;
  readonly DistributedVirtualSwitchHostInfrastructureTrafficClass: DistributedVirtualSwitchHostInfrastructureTrafficClass;
  readonly DistributedVirtualSwitchHostMemberHostComponentState: DistributedVirtualSwitchHostMemberHostComponentState;
  readonly DistributedVirtualSwitchHostMemberHostPerfNicOffloadStateStatus: DistributedVirtualSwitchHostMemberHostPerfNicOffloadStateStatus;
  readonly DistributedVirtualSwitchHostMemberHostUplinkStateState: DistributedVirtualSwitchHostMemberHostUplinkStateState;
  readonly DistributedVirtualSwitchHostMemberTransportZoneType: DistributedVirtualSwitchHostMemberTransportZoneType;
  readonly DistributedVirtualSwitchNetworkResourceControlVersion: DistributedVirtualSwitchNetworkResourceControlVersion;
  readonly DistributedVirtualSwitchNicTeamingPolicyMode: DistributedVirtualSwitchNicTeamingPolicyMode;
  readonly DistributedVirtualSwitchPortConnecteeConnecteeType: DistributedVirtualSwitchPortConnecteeConnecteeType;
  readonly DistributedVirtualSwitchProductSpecOperationType: DistributedVirtualSwitchProductSpecOperationType;
  readonly DpmBehavior: DpmBehavior;
  readonly DrsBehavior: DrsBehavior;
  readonly DrsInjectorWorkloadCorrelationState: DrsInjectorWorkloadCorrelationState;
  readonly DrsRecommendationReasonCode: DrsRecommendationReasonCode;
  readonly DvsEventPortBlockState: DvsEventPortBlockState;
  readonly DvsFilterOnFailure: DvsFilterOnFailure;
  readonly DvsNetworkRuleDirectionType: DvsNetworkRuleDirectionType;
  readonly EntityImportType: EntityImportType;
  readonly EntityType: EntityType;
  readonly EventAlarmExpressionComparisonOperator: EventAlarmExpressionComparisonOperator;
  readonly EventCategory: EventCategory;
  readonly EventEventSeverity: EventEventSeverity;
  readonly EventFilterSpecRecursionOption: EventFilterSpecRecursionOption;
  readonly FibreChannelPortType: FibreChannelPortType;
  readonly FileSystemMountInfoVStorageSupportStatus: FileSystemMountInfoVStorageSupportStatus;
  readonly FolderDesiredHostState: FolderDesiredHostState;
  readonly FolderExternallyManagedFolderType: FolderExternallyManagedFolderType;
  readonly FtIssuesOnHostHostSelectionType: FtIssuesOnHostHostSelectionType;
  readonly GuestFileType: GuestFileType;
  readonly GuestInfoAppStateType: GuestInfoAppStateType;
  readonly GuestInfoCustomizationStatus: GuestInfoCustomizationStatus;
  readonly GuestOsDescriptorFirmwareType: GuestOsDescriptorFirmwareType;
  readonly GuestOsDescriptorSupportLevel: GuestOsDescriptorSupportLevel;
  readonly GuestQuiesceEndGuestQuiesceError: GuestQuiesceEndGuestQuiesceError;
  readonly GuestRegKeyWowSpec: GuestRegKeyWowSpec;
  readonly HealthUpdateInfoComponentType: HealthUpdateInfoComponentType;
  readonly HostAccessMode: HostAccessMode;
  readonly HostActiveDirectoryAuthenticationCertificateDigest: HostActiveDirectoryAuthenticationCertificateDigest;
  readonly HostActiveDirectoryInfoDomainMembershipStatus: HostActiveDirectoryInfoDomainMembershipStatus;
  readonly HostBIOSInfoFirmwareType: HostBIOSInfoFirmwareType;
  readonly HostCapabilityDRTMTypes: HostCapabilityDRTMTypes;
  readonly HostCapabilityFtUnsupportedReason: HostCapabilityFtUnsupportedReason;
  readonly HostCapabilityUnmapMethodSupported: HostCapabilityUnmapMethodSupported;
  readonly HostCapabilityVmDirectPathGen2UnsupportedReason: HostCapabilityVmDirectPathGen2UnsupportedReason;
  readonly HostCertificateManagerCertificateInfoCertificateStatus: HostCertificateManagerCertificateInfoCertificateStatus;
  readonly HostCertificateManagerCertificateKind: HostCertificateManagerCertificateKind;
  readonly HostCertificateManagerCryptoAlgorithm: HostCertificateManagerCryptoAlgorithm;
  readonly HostConfigChangeMode: HostConfigChangeMode;
  readonly HostConfigChangeOperation: HostConfigChangeOperation;
  readonly HostConfigChangeOwner: HostConfigChangeOwner;
  readonly HostCpuPackageVendor: HostCpuPackageVendor;
  readonly HostCpuPowerManagementInfoPolicyType: HostCpuPowerManagementInfoPolicyType;
  readonly HostCpuSchedulerInfoCpuSchedulerPolicyInfo: HostCpuSchedulerInfoCpuSchedulerPolicyInfo;
  readonly HostCryptoState: HostCryptoState;
  readonly HostDVSConfigSpecSwitchMode: HostDVSConfigSpecSwitchMode;
  readonly HostDasErrorEventHostDasErrorReason: HostDasErrorEventHostDasErrorReason;
  readonly HostDateTimeInfoProtocol: HostDateTimeInfoProtocol;
  readonly HostDigestInfoDigestMethodType: HostDigestInfoDigestMethodType;
  readonly HostDigestVerificationSetting: HostDigestVerificationSetting;
  readonly HostDisconnectedEventReasonCode: HostDisconnectedEventReasonCode;
  readonly HostDiskPartitionInfoPartitionFormat: HostDiskPartitionInfoPartitionFormat;
  readonly HostDiskPartitionInfoType: HostDiskPartitionInfoType;
  readonly HostDistributedVirtualSwitchManagerFailoverReason: HostDistributedVirtualSwitchManagerFailoverReason;
  readonly HostDistributedVirtualSwitchManagerFailoverStage: HostDistributedVirtualSwitchManagerFailoverStage;
  readonly HostFeatureVersionKey: HostFeatureVersionKey;
  readonly HostFileSystemVolumeFileSystemType: HostFileSystemVolumeFileSystemType;
  readonly HostFirewallRuleDirection: HostFirewallRuleDirection;
  readonly HostFirewallRulePortType: HostFirewallRulePortType;
  readonly HostFirewallRuleProtocol: HostFirewallRuleProtocol;
  readonly HostFirewallSystemRuleSetId: HostFirewallSystemRuleSetId;
  readonly HostFirewallSystemServiceName: HostFirewallSystemServiceName;
  readonly HostFruFruType: HostFruFruType;
  readonly HostGraphicsConfigGraphicsType: HostGraphicsConfigGraphicsType;
  readonly HostGraphicsConfigSharedPassthruAssignmentPolicy: HostGraphicsConfigSharedPassthruAssignmentPolicy;
  readonly HostGraphicsConfigVgpuMode: HostGraphicsConfigVgpuMode;
  readonly HostGraphicsInfoGraphicsType: HostGraphicsInfoGraphicsType;
  readonly HostGraphicsInfoVgpuMode: HostGraphicsInfoVgpuMode;
  readonly HostHardwareElementStatus: HostHardwareElementStatus;
  readonly HostHasComponentFailureHostComponentType: HostHasComponentFailureHostComponentType;
  readonly HostImageAcceptanceLevel: HostImageAcceptanceLevel;
  readonly HostIncompatibleForFaultToleranceReason: HostIncompatibleForFaultToleranceReason;
  readonly HostIncompatibleForRecordReplayReason: HostIncompatibleForRecordReplayReason;
  readonly HostInternetScsiHbaChapAuthenticationType: HostInternetScsiHbaChapAuthenticationType;
  readonly HostInternetScsiHbaDigestType: HostInternetScsiHbaDigestType;
  readonly HostInternetScsiHbaIscsiIpv6AddressAddressConfigurationType: HostInternetScsiHbaIscsiIpv6AddressAddressConfigurationType;
  readonly HostInternetScsiHbaIscsiIpv6AddressIPv6AddressOperation: HostInternetScsiHbaIscsiIpv6AddressIPv6AddressOperation;
  readonly HostInternetScsiHbaNetworkBindingSupportType: HostInternetScsiHbaNetworkBindingSupportType;
  readonly HostInternetScsiHbaStaticTargetTargetDiscoveryMethod: HostInternetScsiHbaStaticTargetTargetDiscoveryMethod;
  readonly HostIpConfigIpV6AddressConfigType: HostIpConfigIpV6AddressConfigType;
  readonly HostIpConfigIpV6AddressStatus: HostIpConfigIpV6AddressStatus;
  readonly HostLicensableResourceKey: HostLicensableResourceKey;
  readonly HostLockdownMode: HostLockdownMode;
  readonly HostLowLevelProvisioningManagerFileType: HostLowLevelProvisioningManagerFileType;
  readonly HostLowLevelProvisioningManagerReloadTarget: HostLowLevelProvisioningManagerReloadTarget;
  readonly HostMaintenanceSpecPurpose: HostMaintenanceSpecPurpose;
  readonly HostMemoryTierFlags: HostMemoryTierFlags;
  readonly HostMemoryTierType: HostMemoryTierType;
  readonly HostMemoryTieringType: HostMemoryTieringType;
  readonly HostMountInfoInaccessibleReason: HostMountInfoInaccessibleReason;
  readonly HostMountInfoMountFailedReason: HostMountInfoMountFailedReason;
  readonly HostMountMode: HostMountMode;
  readonly HostNasVolumeSecurityType: HostNasVolumeSecurityType;
  readonly HostNetStackInstanceCongestionControlAlgorithmType: HostNetStackInstanceCongestionControlAlgorithmType;
  readonly HostNetStackInstanceSystemStackKey: HostNetStackInstanceSystemStackKey;
  readonly HostNumericSensorHealthState: HostNumericSensorHealthState;
  readonly HostNumericSensorType: HostNumericSensorType;
  readonly HostNvmeDiscoveryLogSubsystemType: HostNvmeDiscoveryLogSubsystemType;
  readonly HostNvmeDiscoveryLogTransportRequirements: HostNvmeDiscoveryLogTransportRequirements;
  readonly HostNvmeTransportParametersNvmeAddressFamily: HostNvmeTransportParametersNvmeAddressFamily;
  readonly HostNvmeTransportType: HostNvmeTransportType;
  readonly HostOpaqueSwitchOpaqueSwitchState: HostOpaqueSwitchOpaqueSwitchState;
  readonly HostPartialMaintenanceModeId: HostPartialMaintenanceModeId;
  readonly HostPartialMaintenanceModeStatus: HostPartialMaintenanceModeStatus;
  readonly HostPatchManagerInstallState: HostPatchManagerInstallState;
  readonly HostPatchManagerIntegrityStatus: HostPatchManagerIntegrityStatus;
  readonly HostPatchManagerReason: HostPatchManagerReason;
  readonly HostPciPassthruInfoDirectPathDeviceMode: HostPciPassthruInfoDirectPathDeviceMode;
  readonly HostPowerOperationType: HostPowerOperationType;
  readonly HostProfileManagerAnswerFileStatus: HostProfileManagerAnswerFileStatus;
  readonly HostProfileManagerCompositionResultResultElementStatus: HostProfileManagerCompositionResultResultElementStatus;
  readonly HostProfileManagerCompositionValidationResultResultElementStatus: HostProfileManagerCompositionValidationResultResultElementStatus;
  readonly HostProfileManagerTaskListRequirement: HostProfileManagerTaskListRequirement;
  readonly HostProfileValidationFailureInfoUpdateType: HostProfileValidationFailureInfoUpdateType;
  readonly HostProfileValidationState: HostProfileValidationState;
  readonly HostProtocolEndpointPEType: HostProtocolEndpointPEType;
  readonly HostProtocolEndpointProtocolEndpointType: HostProtocolEndpointProtocolEndpointType;
  readonly HostPtpConfigDeviceType: HostPtpConfigDeviceType;
  readonly HostQualifiedNameType: HostQualifiedNameType;
  readonly HostRdmaDeviceConnectionState: HostRdmaDeviceConnectionState;
  readonly HostReplayUnsupportedReason: HostReplayUnsupportedReason;
  readonly HostRuntimeInfoNetStackInstanceRuntimeInfoState: HostRuntimeInfoNetStackInstanceRuntimeInfoState;
  readonly HostRuntimeInfoStateEncryptionInfoProtectionMode: HostRuntimeInfoStateEncryptionInfoProtectionMode;
  readonly HostRuntimeInfoStatelessNvdsMigrationState: HostRuntimeInfoStatelessNvdsMigrationState;
  readonly HostServicePolicy: HostServicePolicy;
  readonly HostSevInfoSevState: HostSevInfoSevState;
  readonly HostSgxInfoFlcModes: HostSgxInfoFlcModes;
  readonly HostSgxInfoSgxStates: HostSgxInfoSgxStates;
  readonly HostSgxRegistrationInfoRegistrationStatus: HostSgxRegistrationInfoRegistrationStatus;
  readonly HostSgxRegistrationInfoRegistrationType: HostSgxRegistrationInfoRegistrationType;
  readonly HostSnmpAgentCapability: HostSnmpAgentCapability;
  readonly HostStandbyMode: HostStandbyMode;
  readonly HostStorageProtocol: HostStorageProtocol;
  readonly HostSystemConnectionState: HostSystemConnectionState;
  readonly HostSystemIdentificationInfoIdentifier: HostSystemIdentificationInfoIdentifier;
  readonly HostSystemPowerState: HostSystemPowerState;
  readonly HostSystemRemediationStateState: HostSystemRemediationStateState;
  readonly HostTdxInfoTdxState: HostTdxInfoTdxState;
  readonly HostTpmAttestationInfoAcceptanceStatus: HostTpmAttestationInfoAcceptanceStatus;
  readonly HostTrustAuthorityAttestationInfoAttestationStatus: HostTrustAuthorityAttestationInfoAttestationStatus;
  readonly HostUnresolvedVmfsExtentUnresolvedReason: HostUnresolvedVmfsExtentUnresolvedReason;
  readonly HostUnresolvedVmfsResolutionSpecVmfsUuidResolution: HostUnresolvedVmfsResolutionSpecVmfsUuidResolution;
  readonly HostVirtualNicManagerNicType: HostVirtualNicManagerNicType;
  readonly HostVmciAccessManagerMode: HostVmciAccessManagerMode;
  readonly HostVmfsVolumeUnmapBandwidthPolicy: HostVmfsVolumeUnmapBandwidthPolicy;
  readonly HostVmfsVolumeUnmapPriority: HostVmfsVolumeUnmapPriority;
  readonly HttpNfcLeaseManifestEntryChecksumType: HttpNfcLeaseManifestEntryChecksumType;
  readonly HttpNfcLeaseMode: HttpNfcLeaseMode;
  readonly HttpNfcLeaseState: HttpNfcLeaseState;
  readonly IncompatibleHostForVmReplicationIncompatibleReason: IncompatibleHostForVmReplicationIncompatibleReason;
  readonly InternetScsiSnsDiscoveryMethod: InternetScsiSnsDiscoveryMethod;
  readonly InvalidDasConfigArgumentEntryForInvalidArgument: InvalidDasConfigArgumentEntryForInvalidArgument;
  readonly InvalidProfileReferenceHostReason: InvalidProfileReferenceHostReason;
  readonly IoFilterOperation: IoFilterOperation;
  readonly IoFilterType: IoFilterType;
  readonly IscsiPortInfoPathStatus: IscsiPortInfoPathStatus;
  readonly KmipClusterInfoKeyType: KmipClusterInfoKeyType;
  readonly KmipClusterInfoKmsManagementType: KmipClusterInfoKmsManagementType;
  readonly LatencySensitivitySensitivityLevel: LatencySensitivitySensitivityLevel;
  readonly LicenseAssignmentFailedReason: LicenseAssignmentFailedReason;
  readonly LicenseFeatureInfoSourceRestriction: LicenseFeatureInfoSourceRestriction;
  readonly LicenseFeatureInfoState: LicenseFeatureInfoState;
  readonly LicenseFeatureInfoUnit: LicenseFeatureInfoUnit;
  readonly LicenseManagerLicenseKey: LicenseManagerLicenseKey;
  readonly LicenseManagerState: LicenseManagerState;
  readonly LicenseReservationInfoState: LicenseReservationInfoState;
  readonly LinkDiscoveryProtocolConfigOperationType: LinkDiscoveryProtocolConfigOperationType;
  readonly LinkDiscoveryProtocolConfigProtocolType: LinkDiscoveryProtocolConfigProtocolType;
  readonly ManagedEntityStatus: ManagedEntityStatus;
  readonly MetricAlarmOperator: MetricAlarmOperator;
  readonly MultipathState: MultipathState;
  readonly NetBIOSConfigInfoMode: NetBIOSConfigInfoMode;
  readonly NetIpConfigInfoIpAddressOrigin: NetIpConfigInfoIpAddressOrigin;
  readonly NetIpConfigInfoIpAddressStatus: NetIpConfigInfoIpAddressStatus;
  readonly NetIpStackInfoEntryType: NetIpStackInfoEntryType;
  readonly NetIpStackInfoPreference: NetIpStackInfoPreference;
  readonly NotSupportedDeviceForFTDeviceType: NotSupportedDeviceForFTDeviceType;
  readonly NumVirtualCpusIncompatibleReason: NumVirtualCpusIncompatibleReason;
  readonly NvdimmInterleaveSetState: NvdimmInterleaveSetState;
  readonly NvdimmNamespaceDetailsHealthStatus: NvdimmNamespaceDetailsHealthStatus;
  readonly NvdimmNamespaceDetailsState: NvdimmNamespaceDetailsState;
  readonly NvdimmNamespaceHealthStatus: NvdimmNamespaceHealthStatus;
  readonly NvdimmNamespaceState: NvdimmNamespaceState;
  readonly NvdimmNamespaceType: NvdimmNamespaceType;
  readonly NvdimmNvdimmHealthInfoState: NvdimmNvdimmHealthInfoState;
  readonly NvdimmRangeType: NvdimmRangeType;
  readonly ObjectUpdateKind: ObjectUpdateKind;
  readonly OvfConsumerOstNodeType: OvfConsumerOstNodeType;
  readonly OvfCreateImportSpecParamsDiskProvisioningType: OvfCreateImportSpecParamsDiskProvisioningType;
  readonly PerfFormat: PerfFormat;
  readonly PerfStatsType: PerfStatsType;
  readonly PerfSummaryType: PerfSummaryType;
  readonly PerformanceManagerUnit: PerformanceManagerUnit;
  readonly PhysicalNicResourcePoolSchedulerDisallowedReason: PhysicalNicResourcePoolSchedulerDisallowedReason;
  readonly PhysicalNicVmDirectPathGen2SupportedMode: PhysicalNicVmDirectPathGen2SupportedMode;
  readonly PlaceVmsXClusterSpecPlacementType: PlaceVmsXClusterSpecPlacementType;
  readonly PlacementAffinityRuleRuleScope: PlacementAffinityRuleRuleScope;
  readonly PlacementAffinityRuleRuleType: PlacementAffinityRuleRuleType;
  readonly PlacementSpecPlacementType: PlacementSpecPlacementType;
  readonly PortGroupConnecteeType: PortGroupConnecteeType;
  readonly ProfileExecuteResultStatus: ProfileExecuteResultStatus;
  readonly ProfileNumericComparator: ProfileNumericComparator;
  readonly ProfileParameterMetadataRelationType: ProfileParameterMetadataRelationType;
  readonly PropertyChangeOp: PropertyChangeOp;
  readonly QuarantineModeFaultFaultType: QuarantineModeFaultFaultType;
  readonly QuiesceMode: QuiesceMode;
  readonly RecommendationReasonCode: RecommendationReasonCode;
  readonly RecommendationType: RecommendationType;
  readonly ReplicationDiskConfigFaultReasonForFault: ReplicationDiskConfigFaultReasonForFault;
  readonly ReplicationVmConfigFaultReasonForFault: ReplicationVmConfigFaultReasonForFault;
  readonly ReplicationVmFaultReasonForFault: ReplicationVmFaultReasonForFault;
  readonly ReplicationVmInProgressFaultActivity: ReplicationVmInProgressFaultActivity;
  readonly ReplicationVmState: ReplicationVmState;
  readonly ResourceConfigSpecScaleSharesBehavior: ResourceConfigSpecScaleSharesBehavior;
  readonly ScheduledHardwareUpgradeInfoHardwareUpgradePolicy: ScheduledHardwareUpgradeInfoHardwareUpgradePolicy;
  readonly ScheduledHardwareUpgradeInfoHardwareUpgradeStatus: ScheduledHardwareUpgradeInfoHardwareUpgradeStatus;
  readonly ScsiDiskType: ScsiDiskType;
  readonly ScsiLunDescriptorQuality: ScsiLunDescriptorQuality;
  readonly ScsiLunLunReservationStatus: ScsiLunLunReservationStatus;
  readonly ScsiLunState: ScsiLunState;
  readonly ScsiLunType: ScsiLunType;
  readonly ScsiLunVStorageSupportStatus: ScsiLunVStorageSupportStatus;
  readonly SearchIndexPredicateArrayOperator: SearchIndexPredicateArrayOperator;
  readonly SearchIndexPredicateComparisonOperator: SearchIndexPredicateComparisonOperator;
  readonly SearchIndexQuerySpecResourceType: SearchIndexQuerySpecResourceType;
  readonly SessionManagerGenericServiceTicketTicketType: SessionManagerGenericServiceTicketTicketType;
  readonly SessionManagerHttpServiceRequestSpecMethod: SessionManagerHttpServiceRequestSpecMethod;
  readonly SharesLevel: SharesLevel;
  readonly SimpleCommandEncoding: SimpleCommandEncoding;
  readonly SlpDiscoveryMethod: SlpDiscoveryMethod;
  readonly SoftwarePackageConstraint: SoftwarePackageConstraint;
  readonly SoftwarePackageVibType: SoftwarePackageVibType;
  readonly StateAlarmOperator: StateAlarmOperator;
  readonly StorageDrsPodConfigInfoBehavior: StorageDrsPodConfigInfoBehavior;
  readonly StorageDrsSpaceLoadBalanceConfigSpaceThresholdMode: StorageDrsSpaceLoadBalanceConfigSpaceThresholdMode;
  readonly StorageIORMThresholdMode: StorageIORMThresholdMode;
  readonly StoragePlacementSpecPlacementType: StoragePlacementSpecPlacementType;
  readonly TaskFilterSpecRecursionOption: TaskFilterSpecRecursionOption;
  readonly TaskFilterSpecTimeOption: TaskFilterSpecTimeOption;
  readonly TaskInfoState: TaskInfoState;
  readonly ThirdPartyLicenseAssignmentFailedReason: ThirdPartyLicenseAssignmentFailedReason;
  readonly UpgradePolicy: UpgradePolicy;
  readonly VAppAutoStartAction: VAppAutoStartAction;
  readonly VAppCloneSpecProvisioningType: VAppCloneSpecProvisioningType;
  readonly VAppIPAssignmentInfoAllocationSchemes: VAppIPAssignmentInfoAllocationSchemes;
  readonly VAppIPAssignmentInfoIpAllocationPolicy: VAppIPAssignmentInfoIpAllocationPolicy;
  readonly VAppIPAssignmentInfoProtocols: VAppIPAssignmentInfoProtocols;
  readonly VFlashModuleNotSupportedReason: VFlashModuleNotSupportedReason;
  readonly VMotionCompatibilityType: VMotionCompatibilityType;
  readonly VMwareDVSTeamingMatchStatus: VMwareDVSTeamingMatchStatus;
  readonly VMwareDVSVspanSessionEncapType: VMwareDVSVspanSessionEncapType;
  readonly VMwareDVSVspanSessionType: VMwareDVSVspanSessionType;
  readonly VMwareDvsLacpApiVersion: VMwareDvsLacpApiVersion;
  readonly VMwareDvsLacpLoadBalanceAlgorithm: VMwareDvsLacpLoadBalanceAlgorithm;
  readonly VMwareDvsMulticastFilteringMode: VMwareDvsMulticastFilteringMode;
  readonly VMwareUplinkLacpMode: VMwareUplinkLacpMode;
  readonly VMwareUplinkLacpTimeoutMode: VMwareUplinkLacpTimeoutMode;
  readonly VStorageObjectConsumptionType: VStorageObjectConsumptionType;
  readonly ValidateMigrationTestType: ValidateMigrationTestType;
  readonly VchaClusterMode: VchaClusterMode;
  readonly VchaClusterState: VchaClusterState;
  readonly VchaNodeRole: VchaNodeRole;
  readonly VchaNodeState: VchaNodeState;
  readonly VchaState: VchaState;
  readonly VirtualAppVAppState: VirtualAppVAppState;
  readonly VirtualDeviceConfigSpecChangeMode: VirtualDeviceConfigSpecChangeMode;
  readonly VirtualDeviceConfigSpecFileOperation: VirtualDeviceConfigSpecFileOperation;
  readonly VirtualDeviceConfigSpecOperation: VirtualDeviceConfigSpecOperation;
  readonly VirtualDeviceConnectInfoMigrateConnectOp: VirtualDeviceConnectInfoMigrateConnectOp;
  readonly VirtualDeviceConnectInfoStatus: VirtualDeviceConnectInfoStatus;
  readonly VirtualDeviceFileExtension: VirtualDeviceFileExtension;
  readonly VirtualDeviceURIBackingOptionDirection: VirtualDeviceURIBackingOptionDirection;
  readonly VirtualDiskAdapterType: VirtualDiskAdapterType;
  readonly VirtualDiskCompatibilityMode: VirtualDiskCompatibilityMode;
  readonly VirtualDiskDeltaDiskFormat: VirtualDiskDeltaDiskFormat;
  readonly VirtualDiskDeltaDiskFormatVariant: VirtualDiskDeltaDiskFormatVariant;
  readonly VirtualDiskDiskChainBrokenIssue: VirtualDiskDiskChainBrokenIssue;
  readonly VirtualDiskMode: VirtualDiskMode;
  readonly VirtualDiskRuleSpecRuleType: VirtualDiskRuleSpecRuleType;
  readonly VirtualDiskSharing: VirtualDiskSharing;
  readonly VirtualDiskType: VirtualDiskType;
  readonly VirtualDiskVFlashCacheConfigInfoCacheConsistencyType: VirtualDiskVFlashCacheConfigInfoCacheConsistencyType;
  readonly VirtualDiskVFlashCacheConfigInfoCacheMode: VirtualDiskVFlashCacheConfigInfoCacheMode;
  readonly VirtualEthernetCardLegacyNetworkDeviceName: VirtualEthernetCardLegacyNetworkDeviceName;
  readonly VirtualEthernetCardMacType: VirtualEthernetCardMacType;
  readonly VirtualHardwareMotherboardLayout: VirtualHardwareMotherboardLayout;
  readonly VirtualMachineAppHeartbeatStatusType: VirtualMachineAppHeartbeatStatusType;
  readonly VirtualMachineBootOptionsNetworkBootProtocolType: VirtualMachineBootOptionsNetworkBootProtocolType;
  readonly VirtualMachineCertThumbprintHashAlgorithm: VirtualMachineCertThumbprintHashAlgorithm;
  readonly VirtualMachineCloneSpecTpmProvisionPolicy: VirtualMachineCloneSpecTpmProvisionPolicy;
  readonly VirtualMachineConfigInfoNpivWwnType: VirtualMachineConfigInfoNpivWwnType;
  readonly VirtualMachineConfigInfoSwapPlacementType: VirtualMachineConfigInfoSwapPlacementType;
  readonly VirtualMachineConfigSpecEncryptedFtModes: VirtualMachineConfigSpecEncryptedFtModes;
  readonly VirtualMachineConfigSpecEncryptedVMotionModes: VirtualMachineConfigSpecEncryptedVMotionModes;
  readonly VirtualMachineConfigSpecNpivWwnOp: VirtualMachineConfigSpecNpivWwnOp;
  readonly VirtualMachineConnectionState: VirtualMachineConnectionState;
  readonly VirtualMachineCryptoState: VirtualMachineCryptoState;
  readonly VirtualMachineDeviceRuntimeInfoVirtualEthernetCardRuntimeStateVmDirectPathGen2InactiveReasonOther: VirtualMachineDeviceRuntimeInfoVirtualEthernetCardRuntimeStateVmDirectPathGen2InactiveReasonOther;
  readonly VirtualMachineDeviceRuntimeInfoVirtualEthernetCardRuntimeStateVmDirectPathGen2InactiveReasonVm: VirtualMachineDeviceRuntimeInfoVirtualEthernetCardRuntimeStateVmDirectPathGen2InactiveReasonVm;
  readonly VirtualMachineFaultToleranceState: VirtualMachineFaultToleranceState;
  readonly VirtualMachineFaultToleranceType: VirtualMachineFaultToleranceType;
  readonly VirtualMachineFileLayoutExFileType: VirtualMachineFileLayoutExFileType;
  readonly VirtualMachineFlagInfoMonitorType: VirtualMachineFlagInfoMonitorType;
  readonly VirtualMachineFlagInfoVirtualExecUsage: VirtualMachineFlagInfoVirtualExecUsage;
  readonly VirtualMachineFlagInfoVirtualMmuUsage: VirtualMachineFlagInfoVirtualMmuUsage;
  readonly VirtualMachineForkConfigInfoChildType: VirtualMachineForkConfigInfoChildType;
  readonly VirtualMachineGuestArchitecture: VirtualMachineGuestArchitecture;
  readonly VirtualMachineGuestOsFamily: VirtualMachineGuestOsFamily;
  readonly VirtualMachineGuestOsIdentifier: VirtualMachineGuestOsIdentifier;
  readonly VirtualMachineGuestState: VirtualMachineGuestState;
  readonly VirtualMachineHtSharing: VirtualMachineHtSharing;
  readonly VirtualMachineMemoryAllocationPolicy: VirtualMachineMemoryAllocationPolicy;
  readonly VirtualMachineMetadataManagerVmMetadataOp: VirtualMachineMetadataManagerVmMetadataOp;
  readonly VirtualMachineMetadataManagerVmMetadataOwnerOwner: VirtualMachineMetadataManagerVmMetadataOwnerOwner;
  readonly VirtualMachineMovePriority: VirtualMachineMovePriority;
  readonly VirtualMachineNeedSecondaryReason: VirtualMachineNeedSecondaryReason;
  readonly VirtualMachinePowerOffBehavior: VirtualMachinePowerOffBehavior;
  readonly VirtualMachinePowerOpType: VirtualMachinePowerOpType;
  readonly VirtualMachinePowerState: VirtualMachinePowerState;
  readonly VirtualMachineRecordReplayState: VirtualMachineRecordReplayState;
  readonly VirtualMachineRelocateDiskMoveOptions: VirtualMachineRelocateDiskMoveOptions;
  readonly VirtualMachineRelocateTransformation: VirtualMachineRelocateTransformation;
  readonly VirtualMachineScsiPassthroughType: VirtualMachineScsiPassthroughType;
  readonly VirtualMachineSgxInfoFlcModes: VirtualMachineSgxInfoFlcModes;
  readonly VirtualMachineStandbyActionType: VirtualMachineStandbyActionType;
  readonly VirtualMachineTargetInfoConfigurationTag: VirtualMachineTargetInfoConfigurationTag;
  readonly VirtualMachineTicketType: VirtualMachineTicketType;
  readonly VirtualMachineToolsInstallType: VirtualMachineToolsInstallType;
  readonly VirtualMachineToolsRunningStatus: VirtualMachineToolsRunningStatus;
  readonly VirtualMachineToolsStatus: VirtualMachineToolsStatus;
  readonly VirtualMachineToolsVersionStatus: VirtualMachineToolsVersionStatus;
  readonly VirtualMachineUsbInfoFamily: VirtualMachineUsbInfoFamily;
  readonly VirtualMachineUsbInfoSpeed: VirtualMachineUsbInfoSpeed;
  readonly VirtualMachineVMCIDeviceAction: VirtualMachineVMCIDeviceAction;
  readonly VirtualMachineVMCIDeviceDirection: VirtualMachineVMCIDeviceDirection;
  readonly VirtualMachineVMCIDeviceProtocol: VirtualMachineVMCIDeviceProtocol;
  readonly VirtualMachineVendorDeviceGroupInfoComponentDeviceInfoComponentType: VirtualMachineVendorDeviceGroupInfoComponentDeviceInfoComponentType;
  readonly VirtualMachineVgpuProfileInfoProfileClass: VirtualMachineVgpuProfileInfoProfileClass;
  readonly VirtualMachineVgpuProfileInfoProfileSharing: VirtualMachineVgpuProfileInfoProfileSharing;
  readonly VirtualMachineVideoCardUse3dRenderer: VirtualMachineVideoCardUse3dRenderer;
  readonly VirtualMachineVirtualDeviceSwapDeviceSwapStatus: VirtualMachineVirtualDeviceSwapDeviceSwapStatus;
  readonly VirtualMachineVirtualPMemSnapshotMode: VirtualMachineVirtualPMemSnapshotMode;
  readonly VirtualMachineWindowsQuiesceSpecVssBackupContext: VirtualMachineWindowsQuiesceSpecVssBackupContext;
  readonly VirtualNVMEControllerSharing: VirtualNVMEControllerSharing;
  readonly VirtualPointingDeviceHostChoice: VirtualPointingDeviceHostChoice;
  readonly VirtualSCSISharing: VirtualSCSISharing;
  readonly VirtualSerialPortEndPoint: VirtualSerialPortEndPoint;
  readonly VirtualVmxnet3StrictLatencyConfigDisableOffload: VirtualVmxnet3StrictLatencyConfigDisableOffload;
  readonly VirtualVmxnet3VrdmaOptionDeviceProtocols: VirtualVmxnet3VrdmaOptionDeviceProtocols;
  readonly VmDasBeingResetEventReasonCode: VmDasBeingResetEventReasonCode;
  readonly VmFailedStartingSecondaryEventFailureReason: VmFailedStartingSecondaryEventFailureReason;
  readonly VmFaultToleranceConfigIssueReasonForIssue: VmFaultToleranceConfigIssueReasonForIssue;
  readonly VmFaultToleranceInvalidFileBackingDeviceType: VmFaultToleranceInvalidFileBackingDeviceType;
  readonly VmPlacementPolicyVmPlacementPolicyStrictness: VmPlacementPolicyVmPlacementPolicyStrictness;
  readonly VmPlacementPolicyVmPlacementPolicyTopology: VmPlacementPolicyVmPlacementPolicyTopology;
  readonly VmShutdownOnIsolationEventOperation: VmShutdownOnIsolationEventOperation;
  readonly VmwareDistributedVirtualSwitchPvlanPortType: VmwareDistributedVirtualSwitchPvlanPortType;
  readonly VsanDiskIssueType: VsanDiskIssueType;
  readonly VsanHostDecommissionModeObjectAction: VsanHostDecommissionModeObjectAction;
  readonly VsanHostDiskResultState: VsanHostDiskResultState;
  readonly VsanHostHealthState: VsanHostHealthState;
  readonly VsanHostNodeState: VsanHostNodeState;
  readonly VsanUpgradeSystemUpgradeHistoryDiskGroupOpType: VsanUpgradeSystemUpgradeHistoryDiskGroupOpType;
  readonly VslmVsoPostRelocateChangeMetadataOperation: VslmVsoPostRelocateChangeMetadataOperation;
  readonly WeekOfMonth: WeekOfMonth;
  readonly WillLoseHAProtectionResolution: WillLoseHAProtectionResolution;
  readonly vslmDiskInfoFlag: vslmDiskInfoFlag;
  readonly vslmVStorageObjectControlFlag: vslmVStorageObjectControlFlag;
}
