// Generated from wsdl/vim25.json (pyvmomi 9.1.1.0) by `npm run gen`. Do not edit.
import type { Ref } from '../value.ts';
import type {
  ArrayUpdateOperation,
  AutoStartWaitHeartbeatSetting,
  ComputeResourceHostSPBMLicenseInfoHostSPBMLicenseState,
  CustomizationLicenseDataMode,
  CustomizationNetBIOSMode,
  CustomizationSysprepRebootOption,
  DasVmPriority,
  DayOfWeek,
  DpmBehavior,
  DrsBehavior,
  EventFilterSpecRecursionOption,
  FibreChannelPortType,
  FtIssuesOnHostHostSelectionType,
  HostAccessMode,
  HostFirewallRuleDirection,
  HostFirewallRulePortType,
  HostInternetScsiHbaNetworkBindingSupportType,
  HostLockdownMode,
  HostPowerOperationType,
  HostSnmpAgentCapability,
  HostSystemConnectionState,
  HostSystemPowerState,
  HostTpmAttestationInfoAcceptanceStatus,
  LatencySensitivitySensitivityLevel,
  LicenseFeatureInfoState,
  LicenseManagerState,
  LicenseReservationInfoState,
  ManagedEntityStatus,
  MetricAlarmOperator,
  ObjectUpdateKind,
  PerfStatsType,
  PerfSummaryType,
  PropertyChangeOp,
  SharesLevel,
  StateAlarmOperator,
  TaskFilterSpecRecursionOption,
  TaskFilterSpecTimeOption,
  TaskInfoState,
  VirtualAppVAppState,
  VirtualDeviceConfigSpecFileOperation,
  VirtualDeviceConfigSpecOperation,
  VirtualMachineConnectionState,
  VirtualMachineFaultToleranceState,
  VirtualMachineMovePriority,
  VirtualMachinePowerState,
  VirtualMachineRecordReplayState,
  VirtualMachineRelocateTransformation,
  VirtualMachineToolsStatus,
  VirtualSCSISharing,
  WeekOfMonth,
} from './enums.ts';

export interface AboutInfo extends DynamicData {
  readonly name: string;
  readonly fullName: string;
  readonly vendor: string;
  readonly version: string;
  readonly patchLevel?: string | undefined;
  readonly build: string;
  readonly localeVersion?: string | undefined;
  readonly localeBuild?: string | undefined;
  readonly osType: string;
  readonly productLineId: string;
  readonly apiType: string;
  readonly apiVersion: string;
  readonly instanceUuid?: string | undefined;
  readonly licenseProductName?: string | undefined;
  readonly licenseProductVersion?: string | undefined;
}

export interface AccountCreatedEvent extends HostEvent {
  readonly spec: HostAccountSpec;
  readonly group: boolean;
}

export interface AccountRemovedEvent extends HostEvent {
  readonly account: string;
  readonly group: boolean;
}

export interface AccountUpdatedEvent extends HostEvent {
  readonly spec: HostAccountSpec;
  readonly group: boolean;
  readonly prevDescription?: string | undefined;
}

export interface Action extends DynamicData {}

export interface ActiveDirectoryFault extends VimFault {
  readonly errorCode?: number | undefined;
}

export interface ActiveDirectoryProfile extends ApplyProfile {}

export interface ActiveVMsBlockingEVC extends EVCConfigFault {
  readonly evcMode?: string | undefined;
  readonly host?: readonly Ref<'HostSystem'>[] | undefined;
  readonly hostName?: readonly string[] | undefined;
}

export interface AdminDisabled extends HostConfigFault {}

export interface AdminNotDisabled extends HostConfigFault {}

export interface AdminPasswordNotChangedEvent extends HostEvent {}

export interface AffinityConfigured extends MigrationFault {
  readonly configuredAffinity: readonly string[];
}

export interface AfterStartupTaskScheduler extends TaskScheduler {
  readonly minute: number;
}

export interface AgentInstallFailed extends HostConnectFault {
  readonly reason?: string | undefined;
  readonly statusCode?: number | undefined;
  readonly installerOutput?: string | undefined;
}

export interface AlarmAcknowledgedEvent extends AlarmEvent {
  readonly source: ManagedEntityEventArgument;
  readonly entity: ManagedEntityEventArgument;
}

export interface AlarmAction extends DynamicData {}

export interface AlarmActionTriggeredEvent extends AlarmEvent {
  readonly source: ManagedEntityEventArgument;
  readonly entity: ManagedEntityEventArgument;
}

export interface AlarmClearedEvent extends AlarmEvent {
  readonly source: ManagedEntityEventArgument;
  readonly entity: ManagedEntityEventArgument;
  readonly from: string;
}

export interface AlarmCreatedEvent extends AlarmEvent {
  readonly entity: ManagedEntityEventArgument;
}

export interface AlarmDescription extends DynamicData {
  readonly expr: readonly TypeDescription[];
  readonly stateOperator: readonly ElementDescription[];
  readonly metricOperator: readonly ElementDescription[];
  readonly hostSystemConnectionState: readonly ElementDescription[];
  readonly virtualMachinePowerState: readonly ElementDescription[];
  readonly datastoreConnectionState?: readonly ElementDescription[] | undefined;
  readonly hostSystemPowerState?: readonly ElementDescription[] | undefined;
  readonly virtualMachineGuestHeartbeatStatus?: readonly ElementDescription[] | undefined;
  readonly entityStatus: readonly ElementDescription[];
  readonly action: readonly TypeDescription[];
}

export interface AlarmEmailCompletedEvent extends AlarmEvent {
  readonly entity: ManagedEntityEventArgument;
  readonly to: string;
}

export interface AlarmEmailFailedEvent extends AlarmEvent {
  readonly entity: ManagedEntityEventArgument;
  readonly to: string;
  readonly reason: LocalizedMethodFault;
}

export interface AlarmEvent extends Event {
  readonly alarm: AlarmEventArgument;
}

export interface AlarmEventArgument extends EntityEventArgument {
  readonly alarm: Ref<'Alarm'>;
}

export interface AlarmExpression extends DynamicData {}

export interface AlarmFilterSpec extends DynamicData {
  readonly status?: readonly ManagedEntityStatus[] | undefined;
  readonly typeEntity?: string | undefined;
  readonly typeTrigger?: string | undefined;
}

export interface AlarmInfo extends AlarmSpec {
  readonly key: string;
  readonly alarm: Ref<'Alarm'>;
  readonly entity: Ref<'ManagedEntity'>;
  readonly lastModifiedTime: string;
  readonly lastModifiedUser: string;
  readonly creationEventId: number;
}

export interface AlarmReconfiguredEvent extends AlarmEvent {
  readonly entity: ManagedEntityEventArgument;
  readonly configChanges?: ChangesInfoEventArgument | undefined;
}

export interface AlarmRemovedEvent extends AlarmEvent {
  readonly entity: ManagedEntityEventArgument;
}

export interface AlarmScriptCompleteEvent extends AlarmEvent {
  readonly entity: ManagedEntityEventArgument;
  readonly script: string;
}

export interface AlarmScriptFailedEvent extends AlarmEvent {
  readonly entity: ManagedEntityEventArgument;
  readonly script: string;
  readonly reason: LocalizedMethodFault;
}

export interface AlarmSetting extends DynamicData {
  readonly toleranceRange: number;
  readonly reportingFrequency: number;
}

export interface AlarmSnmpCompletedEvent extends AlarmEvent {
  readonly entity: ManagedEntityEventArgument;
}

export interface AlarmSnmpFailedEvent extends AlarmEvent {
  readonly entity: ManagedEntityEventArgument;
  readonly reason: LocalizedMethodFault;
}

export interface AlarmSpec extends DynamicData {
  readonly name: string;
  readonly systemName?: string | undefined;
  readonly description: string;
  readonly enabled: boolean;
  readonly expression: AlarmExpression;
  readonly action?: AlarmAction | undefined;
  readonly actionFrequency?: number | undefined;
  readonly setting?: AlarmSetting | undefined;
}

export interface AlarmState extends DynamicData {
  readonly key: string;
  readonly entity: Ref<'ManagedEntity'>;
  readonly alarm: Ref<'Alarm'>;
  readonly overallStatus: ManagedEntityStatus;
  readonly time: string;
  readonly acknowledged?: boolean | undefined;
  readonly acknowledgedByUser?: string | undefined;
  readonly acknowledgedTime?: string | undefined;
  readonly eventKey?: number | undefined;
  readonly disabled?: boolean | undefined;
}

export interface AlarmStatusChangedEvent extends AlarmEvent {
  readonly source: ManagedEntityEventArgument;
  readonly entity: ManagedEntityEventArgument;
  readonly from: string;
  readonly to: string;
}

export interface AlarmTriggeringAction extends AlarmAction {
  readonly action: Action;
  readonly transitionSpecs?: readonly AlarmTriggeringActionTransitionSpec[] | undefined;
  readonly green2yellow: boolean;
  readonly yellow2red: boolean;
  readonly red2yellow: boolean;
  readonly yellow2green: boolean;
}

export interface AlarmTriggeringActionTransitionSpec extends DynamicData {
  readonly startState: ManagedEntityStatus;
  readonly finalState: ManagedEntityStatus;
  readonly repeats: boolean;
}

export interface AllVirtualMachinesLicensedEvent extends LicenseEvent {}

export interface AlreadyAuthenticatedSessionEvent extends SessionEvent {}

export interface AlreadyBeingManaged extends HostConnectFault {
  readonly ipAddress: string;
}

export interface AlreadyConnected extends HostConnectFault {
  readonly name: string;
}

export interface AlreadyExists extends VimFault {
  readonly name?: string | undefined;
}

export interface AlreadyUpgraded extends VimFault {}

export interface AndAlarmExpression extends AlarmExpression {
  readonly expression: readonly AlarmExpression[];
}

export interface AnswerFile extends DynamicData {
  readonly userInput?: readonly ProfileDeferredPolicyOptionParameter[] | undefined;
  readonly createdTime: string;
  readonly modifiedTime: string;
}

export interface AnswerFileCreateSpec extends DynamicData {
  readonly validating?: boolean | undefined;
}

export interface AnswerFileOptionsCreateSpec extends AnswerFileCreateSpec {
  readonly userInput?: readonly ProfileDeferredPolicyOptionParameter[] | undefined;
}

export interface AnswerFileSerializedCreateSpec extends AnswerFileCreateSpec {
  readonly answerFileConfigString: string;
}

export interface AnswerFileStatusError extends DynamicData {
  readonly userInputPath: ProfilePropertyPath;
  readonly errMsg: LocalizableMessage;
}

export interface AnswerFileStatusResult extends DynamicData {
  readonly checkedTime: string;
  readonly host: Ref<'HostSystem'>;
  readonly status: string;
  readonly error?: readonly AnswerFileStatusError[] | undefined;
}

export interface AnswerFileUpdateFailed extends VimFault {
  readonly failure: readonly AnswerFileUpdateFailure[];
}

export interface AnswerFileUpdateFailure extends DynamicData {
  readonly userInputPath: ProfilePropertyPath;
  readonly errMsg: LocalizableMessage;
}

export interface ApplicationQuiesceFault extends SnapshotFault {}

export interface ApplyHostProfileConfigurationResult extends DynamicData {
  readonly startTime: string;
  readonly completeTime: string;
  readonly host: Ref<'HostSystem'>;
  readonly status: string;
  readonly errors?: readonly LocalizedMethodFault[] | undefined;
}

export interface ApplyHostProfileConfigurationSpec extends ProfileExecuteResult {
  readonly host: Ref<'HostSystem'>;
  readonly taskListRequirement?: readonly string[] | undefined;
  readonly taskDescription?: readonly LocalizableMessage[] | undefined;
  readonly rebootStateless?: boolean | undefined;
  readonly rebootHost?: boolean | undefined;
  readonly faultData?: LocalizedMethodFault | undefined;
}

export interface ApplyProfile extends DynamicData {
  readonly enabled: boolean;
  readonly policy?: readonly ProfilePolicy[] | undefined;
  readonly profileTypeName?: string | undefined;
  readonly profileVersion?: string | undefined;
  readonly property?: readonly ProfileApplyProfileProperty[] | undefined;
  readonly favorite?: boolean | undefined;
  readonly toBeMerged?: boolean | undefined;
  readonly toReplaceWith?: boolean | undefined;
  readonly toBeDeleted?: boolean | undefined;
  readonly copyEnableStatus?: boolean | undefined;
  readonly hidden?: boolean | undefined;
}

export interface ApplyStorageRecommendationResult extends DynamicData {
  readonly vm?: Ref<'VirtualMachine'> | undefined;
}

export interface ArrayUpdateSpec extends DynamicData {
  readonly operation: ArrayUpdateOperation;
  readonly removeKey?: unknown;
}

export interface AuthMinimumAdminPermission extends VimFault {}

export interface AuthenticationProfile extends ApplyProfile {
  readonly activeDirectory?: ActiveDirectoryProfile | undefined;
}

export interface AuthenticationRequired extends RuntimeFault {
  readonly authenticate: readonly AuthenticationRequiredChallenge[];
}

export interface AuthenticationRequiredChallenge extends DynamicData {
  readonly scheme: string;
  readonly realm?: string | undefined;
  readonly error?: string | undefined;
  readonly errorDescription?: string | undefined;
  readonly ovl?: string | undefined;
  readonly oidcConfigUrl?: string | undefined;
}

export interface AuthorizationDescription extends DynamicData {
  readonly privilege: readonly ElementDescription[];
  readonly privilegeGroup: readonly ElementDescription[];
}

export interface AuthorizationEvent extends Event {}

export interface AuthorizationPrivilege extends DynamicData {
  readonly privId: string;
  readonly onParent: boolean;
  readonly name: string;
  readonly privGroupName: string;
}

export interface AuthorizationRole extends DynamicData {
  readonly roleId: number;
  readonly system: boolean;
  readonly name: string;
  readonly info: Description;
  readonly privilege?: readonly string[] | undefined;
}

export interface AutoStartDefaults extends DynamicData {
  readonly enabled?: boolean | undefined;
  readonly startDelay?: number | undefined;
  readonly stopDelay?: number | undefined;
  readonly waitForHeartbeat?: boolean | undefined;
  readonly stopAction?: string | undefined;
}

export interface AutoStartPowerInfo extends DynamicData {
  readonly key: Ref<'VirtualMachine'>;
  readonly startOrder: number;
  readonly startDelay: number;
  readonly waitForHeartbeat: AutoStartWaitHeartbeatSetting;
  readonly startAction: string;
  readonly stopDelay: number;
  readonly stopAction: string;
}

export interface BackupBlobReadFailure extends DvsFault {
  readonly entityName: string;
  readonly entityType: string;
  readonly fault: LocalizedMethodFault;
}

export interface BackupBlobWriteFailure extends DvsFault {
  readonly entityName: string;
  readonly entityType: string;
  readonly fault: LocalizedMethodFault;
}

export interface BadUsernameSessionEvent extends SessionEvent {
  readonly ipAddress: string;
}

export interface BaseConfigInfo extends DynamicData {
  readonly id: ID;
  readonly name: string;
  readonly createTime: string;
  readonly keepAfterDeleteVm?: boolean | undefined;
  readonly relocationDisabled?: boolean | undefined;
  readonly nativeSnapshotSupported?: boolean | undefined;
  readonly changedBlockTrackingEnabled?: boolean | undefined;
  readonly backing: BaseConfigInfoBackingInfo;
  readonly metadata?: readonly KeyValue[] | undefined;
  readonly vclock?: vslmVClockInfo | undefined;
  readonly iofilter?: readonly string[] | undefined;
}

export interface BaseConfigInfoBackingInfo extends DynamicData {
  readonly datastore: Ref<'Datastore'>;
}

export interface BaseConfigInfoDiskFileBackingInfo extends BaseConfigInfoFileBackingInfo {
  readonly provisioningType: string;
}

export interface BaseConfigInfoFileBackingInfo extends BaseConfigInfoBackingInfo {
  readonly filePath: string;
  readonly backingObjectId?: string | undefined;
  readonly parent?: BaseConfigInfoFileBackingInfo | undefined;
  readonly deltaSizeInMB?: number | undefined;
  readonly keyId?: CryptoKeyId | undefined;
  readonly sharedFileBacking?: boolean | undefined;
}

export interface BaseConfigInfoRawDiskMappingBackingInfo extends BaseConfigInfoFileBackingInfo {
  readonly lunUuid: string;
  readonly compatibilityMode: string;
}

export interface BatchResult extends DynamicData {
  readonly result: string;
  readonly hostKey: string;
  readonly ds?: Ref<'Datastore'> | undefined;
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface BlockedByFirewall extends HostConfigFault {}

export interface BoolOption extends OptionType {
  readonly supported: boolean;
  readonly defaultValue: boolean;
}

export interface BoolPolicy extends InheritablePolicy {
  readonly value?: boolean | undefined;
}

export interface CAMServerRefusedConnection extends InvalidCAMServer {}

export interface CanceledHostOperationEvent extends HostEvent {}

export interface CannotAccessFile extends FileFault {}

export interface CannotAccessLocalSource extends VimFault {}

export interface CannotAccessNetwork extends CannotAccessVmDevice {
  readonly network?: Ref<'Network'> | undefined;
}

export interface CannotAccessVmComponent extends VmConfigFault {}

export interface CannotAccessVmConfig extends CannotAccessVmComponent {
  readonly reason: LocalizedMethodFault;
}

export interface CannotAccessVmDevice extends CannotAccessVmComponent {
  readonly device: string;
  readonly backing: string;
  readonly connected: boolean;
}

export interface CannotAccessVmDisk extends CannotAccessVmDevice {
  readonly fault: LocalizedMethodFault;
}

export interface CannotAddHostWithFTVmAsStandalone extends HostConnectFault {}

export interface CannotAddHostWithFTVmToDifferentCluster extends HostConnectFault {}

export interface CannotAddHostWithFTVmToNonHACluster extends HostConnectFault {}

export interface CannotChangeDrsBehaviorForFtSecondary extends VmFaultToleranceIssue {
  readonly vm: Ref<'VirtualMachine'>;
  readonly vmName: string;
}

export interface CannotChangeHaSettingsForFtSecondary extends VmFaultToleranceIssue {
  readonly vm: Ref<'VirtualMachine'>;
  readonly vmName: string;
}

export interface CannotChangeVsanClusterUuid extends VsanFault {}

export interface CannotChangeVsanNodeUuid extends VsanFault {}

export interface CannotComputeFTCompatibleHosts extends VmFaultToleranceIssue {
  readonly vm: Ref<'VirtualMachine'>;
  readonly vmName: string;
}

export interface CannotCreateFile extends FileFault {}

export interface CannotDecryptPasswords extends CustomizationFault {}

export interface CannotDeleteFile extends FileFault {}

export interface CannotDisableDrsOnClustersWithVApps extends RuntimeFault {}

export interface CannotDisableSnapshot extends VmConfigFault {}

export interface CannotDisconnectHostWithFaultToleranceVm extends VimFault {
  readonly hostName: string;
}

export interface CannotEnableVmcpForCluster extends VimFault {
  readonly host?: Ref<'HostSystem'> | undefined;
  readonly hostName?: string | undefined;
  readonly reason?: string | undefined;
}

export interface CannotModifyConfigCpuRequirements extends MigrationFault {}

export interface CannotMoveFaultToleranceVm extends VimFault {
  readonly moveType: string;
  readonly vmName: string;
}

export interface CannotMoveHostWithFaultToleranceVm extends VimFault {}

export interface CannotMoveVmWithDeltaDisk extends MigrationFault {
  readonly device: string;
}

export interface CannotMoveVmWithNativeDeltaDisk extends MigrationFault {}

export interface CannotMoveVsanEnabledHost extends VsanFault {}

export interface CannotPlaceWithoutPrerequisiteMoves extends VimFault {}

export interface CannotPowerOffVmInCluster extends InvalidState {
  readonly operation: string;
  readonly vm: Ref<'VirtualMachine'>;
  readonly vmName: string;
}

export interface CannotReconfigureVsanWhenHaEnabled extends VsanFault {}

export interface CannotUseNetwork extends VmConfigFault {
  readonly device: string;
  readonly backing: string;
  readonly connected: boolean;
  readonly reason: string;
  readonly network?: Ref<'Network'> | undefined;
}

export interface Capability extends DynamicData {
  readonly provisioningSupported: boolean;
  readonly multiHostSupported: boolean;
  readonly userShellAccessSupported?: boolean | undefined;
  readonly supportedEVCMode?: readonly EVCMode[] | undefined;
  readonly supportedEVCGraphicsMode?: readonly FeatureEVCMode[] | undefined;
  readonly networkBackupAndRestoreSupported?: boolean | undefined;
  readonly ftDrsWithoutEvcSupported?: boolean | undefined;
  readonly hciWorkflowSupported?: boolean | undefined;
  readonly computePolicyVersion?: number | undefined;
  readonly clusterPlacementSupported?: boolean | undefined;
  readonly lifecycleManagementSupported?: boolean | undefined;
  readonly hostSeedingSupported?: boolean | undefined;
  readonly scalableSharesSupported?: boolean | undefined;
  readonly hadcsSupported?: boolean | undefined;
  readonly configMgmtSupported?: boolean | undefined;
}

export interface ChangesInfoEventArgument extends DynamicData {
  readonly modified?: string | undefined;
  readonly added?: string | undefined;
  readonly deleted?: string | undefined;
}

export interface CheckResult extends DynamicData {
  readonly vm?: Ref<'VirtualMachine'> | undefined;
  readonly host?: Ref<'HostSystem'> | undefined;
  readonly warning?: readonly LocalizedMethodFault[] | undefined;
  readonly error?: readonly LocalizedMethodFault[] | undefined;
}

export interface ChoiceOption extends OptionType {
  readonly choiceInfo: readonly ElementDescription[];
  readonly defaultIndex?: number | undefined;
}

export interface ClockSkew extends HostConfigFault {}

export interface CloneFromSnapshotNotSupported extends MigrationFault {}

export interface ClusterAction extends DynamicData {
  readonly type: string;
  readonly target?: Ref | undefined;
}

export interface ClusterActionHistory extends DynamicData {
  readonly action: ClusterAction;
  readonly time: string;
}

export interface ClusterAffinityRuleSpec extends ClusterRuleInfo {
  readonly vm: readonly Ref<'VirtualMachine'>[];
}

export interface ClusterAntiAffinityRuleSpec extends ClusterRuleInfo {
  readonly vm: readonly Ref<'VirtualMachine'>[];
}

export interface ClusterAttemptedVmInfo extends DynamicData {
  readonly vm: Ref<'VirtualMachine'>;
  readonly task?: Ref<'Task'> | undefined;
}

export interface ClusterClusterInitialPlacementAction extends ClusterAction {
  readonly targetHost?: Ref<'HostSystem'> | undefined;
  readonly pool: Ref<'ResourcePool'>;
  readonly availableNetworks?: readonly Ref<'Network'>[] | undefined;
  readonly configSpec?: VirtualMachineConfigSpec | undefined;
}

export interface ClusterComplianceCheckedEvent extends ClusterEvent {
  readonly profile: ProfileEventArgument;
}

export interface ClusterComputeResourceClusterConfigResult extends DynamicData {
  readonly failedHosts?: readonly FolderFailedHostResult[] | undefined;
  readonly configuredHosts?: readonly Ref<'HostSystem'>[] | undefined;
}

export interface ClusterComputeResourceCryptoModePolicy extends DynamicData {
  readonly keyId?: CryptoKeyId | undefined;
  readonly providerId?: KeyProviderId | undefined;
}

export interface ClusterComputeResourceDVSConfigurationValidation extends ClusterComputeResourceValidationResultBase {
  readonly isDvsValid: boolean;
  readonly isDvpgValid: boolean;
}

export interface ClusterComputeResourceDVSSetting extends DynamicData {
  readonly dvSwitch: Ref<'DistributedVirtualSwitch'>;
  readonly pnicDevices?: readonly string[] | undefined;
  readonly dvPortgroupSetting?: readonly ClusterComputeResourceDVSSettingDVPortgroupToServiceMapping[] | undefined;
}

export interface ClusterComputeResourceDVSSettingDVPortgroupToServiceMapping extends DynamicData {
  readonly dvPortgroup: Ref<'DistributedVirtualPortgroup'>;
  readonly service: string;
}

export interface ClusterComputeResourceDvsProfile extends DynamicData {
  readonly dvsName?: string | undefined;
  readonly dvSwitch?: Ref<'DistributedVirtualSwitch'> | undefined;
  readonly pnicDevices?: readonly string[] | undefined;
  readonly dvPortgroupMapping?: readonly ClusterComputeResourceDvsProfileDVPortgroupSpecToServiceMapping[] | undefined;
}

export interface ClusterComputeResourceDvsProfileDVPortgroupSpecToServiceMapping extends DynamicData {
  readonly dvPortgroupSpec?: DVPortgroupConfigSpec | undefined;
  readonly dvPortgroup?: Ref<'DistributedVirtualPortgroup'> | undefined;
  readonly service: string;
}

export interface ClusterComputeResourceHCIConfigInfo extends DynamicData {
  readonly workflowState: string;
  readonly dvsSetting?: readonly ClusterComputeResourceDVSSetting[] | undefined;
  readonly configuredHosts?: readonly Ref<'HostSystem'>[] | undefined;
  readonly hostConfigProfile?: ClusterComputeResourceHostConfigurationProfile | undefined;
}

export interface ClusterComputeResourceHCIConfigSpec extends DynamicData {
  readonly dvsProf?: readonly ClusterComputeResourceDvsProfile[] | undefined;
  readonly hostConfigProfile?: ClusterComputeResourceHostConfigurationProfile | undefined;
  readonly vSanConfigSpec?: SDDCBase | undefined;
  readonly vcProf?: ClusterComputeResourceVCProfile | undefined;
}

export interface ClusterComputeResourceHostConfigurationInput extends DynamicData {
  readonly host: Ref<'HostSystem'>;
  readonly hostVmkNics?: readonly ClusterComputeResourceHostVmkNicInfo[] | undefined;
  readonly allowedInNonMaintenanceMode?: boolean | undefined;
}

export interface ClusterComputeResourceHostConfigurationProfile extends DynamicData {
  readonly dateTimeConfig?: HostDateTimeConfig | undefined;
  readonly lockdownMode?: HostLockdownMode | undefined;
}

export interface ClusterComputeResourceHostConfigurationValidation extends ClusterComputeResourceValidationResultBase {
  readonly host: Ref<'HostSystem'>;
  readonly isDvsSettingValid?: boolean | undefined;
  readonly isVmknicSettingValid?: boolean | undefined;
  readonly isNtpSettingValid?: boolean | undefined;
  readonly isLockdownModeValid?: boolean | undefined;
}

export interface ClusterComputeResourceHostEvacuationInfo extends DynamicData {
  readonly host: Ref<'HostSystem'>;
  readonly action?: readonly OptionValue[] | undefined;
}

export interface ClusterComputeResourceHostVmkNicInfo extends DynamicData {
  readonly nicSpec: HostVirtualNicSpec;
  readonly service: string;
}

export interface ClusterComputeResourceMaintenanceInfo extends DynamicData {
  readonly partialMMId?: string | undefined;
  readonly hostEvacInfo?: readonly ClusterComputeResourceHostEvacuationInfo[] | undefined;
}

export interface ClusterComputeResourceSummary extends ComputeResourceSummary {
  readonly currentFailoverLevel: number;
  readonly admissionControlInfo?: ClusterDasAdmissionControlInfo | undefined;
  readonly numVmotions: number;
  readonly targetBalance?: number | undefined;
  readonly currentBalance?: number | undefined;
  readonly drsScore?: number | undefined;
  readonly numVmsPerDrsScoreBucket?: readonly number[] | undefined;
  readonly usageSummary?: ClusterUsageSummary | undefined;
  readonly currentEVCModeKey?: string | undefined;
  readonly currentEVCGraphicsModeKey?: string | undefined;
  readonly dasData?: ClusterDasData | undefined;
  readonly clusterMaintenanceModeStatus?: string | undefined;
  readonly vcsHealthStatus?: string | undefined;
  readonly vcsSlots?: readonly ClusterComputeResourceVcsSlots[] | undefined;
}

export interface ClusterComputeResourceVCProfile extends DynamicData {
  readonly clusterSpec?: ClusterConfigSpecEx | undefined;
  readonly evcModeKey?: string | undefined;
  readonly evcGraphicsModeKey?: string | undefined;
}

export interface ClusterComputeResourceValidationResultBase extends DynamicData {
  readonly info?: readonly LocalizableMessage[] | undefined;
}

export interface ClusterComputeResourceVcsSlots extends DynamicData {
  readonly systemId?: string | undefined;
  readonly host: Ref<'HostSystem'>;
  readonly datastore?: readonly Ref<'Datastore'>[] | undefined;
  readonly totalSlots: number;
}

export interface ClusterConfigInfo extends DynamicData {
  readonly dasConfig: ClusterDasConfigInfo;
  readonly dasVmConfig?: readonly ClusterDasVmConfigInfo[] | undefined;
  readonly drsConfig: ClusterDrsConfigInfo;
  readonly drsVmConfig?: readonly ClusterDrsVmConfigInfo[] | undefined;
  readonly rule?: readonly ClusterRuleInfo[] | undefined;
}

export interface ClusterConfigInfoEx extends ComputeResourceConfigInfo {
  readonly systemVMsConfig?: ClusterSystemVMsConfigInfo | undefined;
  readonly dasConfig: ClusterDasConfigInfo;
  readonly dasVmConfig?: readonly ClusterDasVmConfigInfo[] | undefined;
  readonly drsConfig: ClusterDrsConfigInfo;
  readonly drsVmConfig?: readonly ClusterDrsVmConfigInfo[] | undefined;
  readonly rule?: readonly ClusterRuleInfo[] | undefined;
  readonly orchestration?: ClusterOrchestrationInfo | undefined;
  readonly vmOrchestration?: readonly ClusterVmOrchestrationInfo[] | undefined;
  readonly dpmConfigInfo?: ClusterDpmConfigInfo | undefined;
  readonly dpmHostConfig?: readonly ClusterDpmHostConfigInfo[] | undefined;
  readonly vsanConfigInfo?: VsanClusterConfigInfo | undefined;
  readonly vsanHostConfig?: readonly VsanHostConfigInfo[] | undefined;
  readonly group?: readonly ClusterGroupInfo[] | undefined;
  readonly infraUpdateHaConfig?: ClusterInfraUpdateHaConfigInfo | undefined;
  readonly proactiveDrsConfig?: ClusterProactiveDrsConfigInfo | undefined;
  readonly cryptoConfig?: ClusterCryptoConfigInfo | undefined;
  readonly vsanCoreConfig?: VsanClusterCoreConfig | undefined;
}

export interface ClusterConfigSpec extends DynamicData {
  readonly dasConfig?: ClusterDasConfigInfo | undefined;
  readonly dasVmConfigSpec?: readonly ClusterDasVmConfigSpec[] | undefined;
  readonly drsConfig?: ClusterDrsConfigInfo | undefined;
  readonly drsVmConfigSpec?: readonly ClusterDrsVmConfigSpec[] | undefined;
  readonly rulesSpec?: readonly ClusterRuleSpec[] | undefined;
}

export interface ClusterConfigSpecEx extends ComputeResourceConfigSpec {
  readonly systemVMsConfig?: ClusterSystemVMsConfigSpec | undefined;
  readonly dasConfig?: ClusterDasConfigInfo | undefined;
  readonly dasVmConfigSpec?: readonly ClusterDasVmConfigSpec[] | undefined;
  readonly drsConfig?: ClusterDrsConfigInfo | undefined;
  readonly drsVmConfigSpec?: readonly ClusterDrsVmConfigSpec[] | undefined;
  readonly rulesSpec?: readonly ClusterRuleSpec[] | undefined;
  readonly orchestration?: ClusterOrchestrationInfo | undefined;
  readonly vmOrchestrationSpec?: readonly ClusterVmOrchestrationSpec[] | undefined;
  readonly dpmConfig?: ClusterDpmConfigInfo | undefined;
  readonly dpmHostConfigSpec?: readonly ClusterDpmHostConfigSpec[] | undefined;
  readonly vsanConfig?: VsanClusterConfigInfo | undefined;
  readonly vsanHostConfigSpec?: readonly VsanHostConfigInfo[] | undefined;
  readonly groupSpec?: readonly ClusterGroupSpec[] | undefined;
  readonly infraUpdateHaConfig?: ClusterInfraUpdateHaConfigInfo | undefined;
  readonly proactiveDrsConfig?: ClusterProactiveDrsConfigInfo | undefined;
  readonly inHciWorkflow?: boolean | undefined;
  readonly cryptoConfig?: ClusterCryptoConfigInfo | undefined;
  readonly vsanCoreConfigSpec?: VsanClusterCoreConfigSpec | undefined;
}

export interface ClusterCreatedEvent extends ClusterEvent {
  readonly parent: FolderEventArgument;
}

export interface ClusterCryptoConfigInfo extends DynamicData {
  readonly cryptoMode?: string | undefined;
  readonly policy?: ClusterComputeResourceCryptoModePolicy | undefined;
}

export interface ClusterDasAamHostInfo extends ClusterDasHostInfo {
  readonly hostDasState?: readonly ClusterDasAamNodeState[] | undefined;
  readonly primaryHosts?: readonly string[] | undefined;
}

export interface ClusterDasAamNodeState extends DynamicData {
  readonly host: Ref<'HostSystem'>;
  readonly name: string;
  readonly configState: string;
  readonly runtimeState: string;
}

export interface ClusterDasAdmissionControlInfo extends DynamicData {}

export interface ClusterDasAdmissionControlPolicy extends DynamicData {
  readonly resourceReductionToToleratePercent?: number | undefined;
  readonly pMemAdmissionControlEnabled?: boolean | undefined;
}

export interface ClusterDasAdvancedRuntimeInfo extends DynamicData {
  readonly dasHostInfo?: ClusterDasHostInfo | undefined;
  readonly vmcpSupported?: ClusterDasAdvancedRuntimeInfoVmcpCapabilityInfo | undefined;
  readonly heartbeatDatastoreInfo?: readonly DasHeartbeatDatastoreInfo[] | undefined;
}

export interface ClusterDasAdvancedRuntimeInfoVmcpCapabilityInfo extends DynamicData {
  readonly storageAPDSupported: boolean;
  readonly storagePDLSupported: boolean;
}

export interface ClusterDasConfigInfo extends DynamicData {
  readonly enabled?: boolean | undefined;
  readonly vmMonitoring?: string | undefined;
  readonly hostMonitoring?: string | undefined;
  readonly vmComponentProtecting?: string | undefined;
  readonly failoverLevel?: number | undefined;
  readonly admissionControlPolicy?: ClusterDasAdmissionControlPolicy | undefined;
  readonly admissionControlEnabled?: boolean | undefined;
  readonly defaultVmSettings?: ClusterDasVmSettings | undefined;
  readonly option?: readonly OptionValue[] | undefined;
  readonly heartbeatDatastore?: readonly Ref<'Datastore'>[] | undefined;
  readonly hBDatastoreCandidatePolicy?: string | undefined;
}

export interface ClusterDasData extends DynamicData {}

export interface ClusterDasDataSummary extends ClusterDasData {
  readonly hostListVersion: number;
  readonly clusterConfigVersion: number;
  readonly compatListVersion: number;
}

export interface ClusterDasFailoverLevelAdvancedRuntimeInfo extends ClusterDasAdvancedRuntimeInfo {
  readonly slotInfo: ClusterDasFailoverLevelAdvancedRuntimeInfoSlotInfo;
  readonly totalSlots: number;
  readonly usedSlots: number;
  readonly unreservedSlots: number;
  readonly totalVms: number;
  readonly totalHosts: number;
  readonly totalGoodHosts: number;
  readonly hostSlots?: readonly ClusterDasFailoverLevelAdvancedRuntimeInfoHostSlots[] | undefined;
  readonly vmsRequiringMultipleSlots?: readonly ClusterDasFailoverLevelAdvancedRuntimeInfoVmSlots[] | undefined;
}

export interface ClusterDasFailoverLevelAdvancedRuntimeInfoHostSlots extends DynamicData {
  readonly host: Ref<'HostSystem'>;
  readonly slots: number;
}

export interface ClusterDasFailoverLevelAdvancedRuntimeInfoSlotInfo extends DynamicData {
  readonly numVcpus: number;
  readonly cpuMHz: number;
  readonly memoryMB: number;
}

export interface ClusterDasFailoverLevelAdvancedRuntimeInfoVmSlots extends DynamicData {
  readonly vm: Ref<'VirtualMachine'>;
  readonly slots: number;
}

export interface ClusterDasFdmHostState extends DynamicData {
  readonly state: string;
  readonly stateReporter?: Ref<'HostSystem'> | undefined;
}

export interface ClusterDasHostInfo extends DynamicData {}

export interface ClusterDasHostRecommendation extends DynamicData {
  readonly host: Ref<'HostSystem'>;
  readonly drsRating?: number | undefined;
}

export interface ClusterDasVmConfigInfo extends DynamicData {
  readonly key: Ref<'VirtualMachine'>;
  readonly restartPriority?: DasVmPriority | undefined;
  readonly powerOffOnIsolation?: boolean | undefined;
  readonly dasSettings?: ClusterDasVmSettings | undefined;
}

export interface ClusterDasVmConfigSpec extends ArrayUpdateSpec {
  readonly info?: ClusterDasVmConfigInfo | undefined;
}

export interface ClusterDasVmSettings extends DynamicData {
  readonly restartPriority?: string | undefined;
  readonly restartPriorityTimeout?: number | undefined;
  readonly isolationResponse?: string | undefined;
  readonly vmToolsMonitoringSettings?: ClusterVmToolsMonitoringSettings | undefined;
  readonly vmComponentProtectionSettings?: ClusterVmComponentProtectionSettings | undefined;
}

export interface ClusterDatastoreUpdateSpec extends ArrayUpdateSpec {
  readonly datastore?: Ref<'Datastore'> | undefined;
}

export interface ClusterDependencyRuleInfo extends ClusterRuleInfo {
  readonly vmGroup: string;
  readonly dependsOnVmGroup: string;
}

export interface ClusterDestroyedEvent extends ClusterEvent {}

export interface ClusterDpmConfigInfo extends DynamicData {
  readonly enabled?: boolean | undefined;
  readonly defaultDpmBehavior?: DpmBehavior | undefined;
  readonly hostPowerActionRate?: number | undefined;
  readonly option?: readonly OptionValue[] | undefined;
}

export interface ClusterDpmHostConfigInfo extends DynamicData {
  readonly key: Ref<'HostSystem'>;
  readonly enabled?: boolean | undefined;
  readonly behavior?: DpmBehavior | undefined;
}

export interface ClusterDpmHostConfigSpec extends ArrayUpdateSpec {
  readonly info?: ClusterDpmHostConfigInfo | undefined;
}

export interface ClusterDrsConfigInfo extends DynamicData {
  readonly enabled?: boolean | undefined;
  readonly enableVmBehaviorOverrides?: boolean | undefined;
  readonly defaultVmBehavior?: DrsBehavior | undefined;
  readonly vmotionRate?: number | undefined;
  readonly scaleDescendantsShares?: string | undefined;
  readonly option?: readonly OptionValue[] | undefined;
}

export interface ClusterDrsFaults extends DynamicData {
  readonly reason: string;
  readonly faultsByVm: readonly ClusterDrsFaultsFaultsByVm[];
}

export interface ClusterDrsFaultsFaultsByVirtualDisk extends ClusterDrsFaultsFaultsByVm {
  readonly disk?: VirtualDiskId | undefined;
}

export interface ClusterDrsFaultsFaultsByVm extends DynamicData {
  readonly vm?: Ref<'VirtualMachine'> | undefined;
  readonly fault: readonly LocalizedMethodFault[];
}

export interface ClusterDrsMigration extends DynamicData {
  readonly key: string;
  readonly time: string;
  readonly vm: Ref<'VirtualMachine'>;
  readonly cpuLoad?: number | undefined;
  readonly memoryLoad?: number | undefined;
  readonly source: Ref<'HostSystem'>;
  readonly sourceCpuLoad?: number | undefined;
  readonly sourceMemoryLoad?: number | undefined;
  readonly destination: Ref<'HostSystem'>;
  readonly destinationCpuLoad?: number | undefined;
  readonly destinationMemoryLoad?: number | undefined;
}

export interface ClusterDrsRecommendation extends DynamicData {
  readonly key: string;
  readonly rating: number;
  readonly reason: string;
  readonly reasonText: string;
  readonly migrationList: readonly ClusterDrsMigration[];
}

export interface ClusterDrsVmConfigInfo extends DynamicData {
  readonly key: Ref<'VirtualMachine'>;
  readonly enabled?: boolean | undefined;
  readonly behavior?: DrsBehavior | undefined;
}

export interface ClusterDrsVmConfigSpec extends ArrayUpdateSpec {
  readonly info?: ClusterDrsVmConfigInfo | undefined;
}

export interface ClusterEVCManagerCheckResult extends DynamicData {
  readonly evcModeKey: string;
  readonly error: LocalizedMethodFault;
  readonly host?: readonly Ref<'HostSystem'>[] | undefined;
}

export interface ClusterEVCManagerEVCState extends DynamicData {
  readonly supportedEVCMode: readonly EVCMode[];
  readonly currentEVCModeKey?: string | undefined;
  readonly guaranteedCPUFeatures?: readonly HostCpuIdInfo[] | undefined;
  readonly featureCapability?: readonly HostFeatureCapability[] | undefined;
  readonly featureMask?: readonly HostFeatureMask[] | undefined;
  readonly featureRequirement?: readonly VirtualMachineFeatureRequirement[] | undefined;
}

export interface ClusterEnterMaintenanceResult extends DynamicData {
  readonly recommendations?: readonly ClusterRecommendation[] | undefined;
  readonly fault?: ClusterDrsFaults | undefined;
}

export interface ClusterEvent extends Event {}

export interface ClusterFailoverHostAdmissionControlInfo extends ClusterDasAdmissionControlInfo {
  readonly hostStatus?: readonly ClusterFailoverHostAdmissionControlInfoHostStatus[] | undefined;
}

export interface ClusterFailoverHostAdmissionControlInfoHostStatus extends DynamicData {
  readonly host: Ref<'HostSystem'>;
  readonly status: ManagedEntityStatus;
}

export interface ClusterFailoverHostAdmissionControlPolicy extends ClusterDasAdmissionControlPolicy {
  readonly failoverHosts?: readonly Ref<'HostSystem'>[] | undefined;
  readonly failoverLevel?: number | undefined;
}

export interface ClusterFailoverLevelAdmissionControlInfo extends ClusterDasAdmissionControlInfo {
  readonly currentFailoverLevel: number;
}

export interface ClusterFailoverLevelAdmissionControlPolicy extends ClusterDasAdmissionControlPolicy {
  readonly failoverLevel: number;
  readonly slotPolicy?: ClusterSlotPolicy | undefined;
}

export interface ClusterFailoverResourcesAdmissionControlInfo extends ClusterDasAdmissionControlInfo {
  readonly currentCpuFailoverResourcesPercent: number;
  readonly currentMemoryFailoverResourcesPercent: number;
  readonly currentPMemFailoverResourcesPercent?: number | undefined;
}

export interface ClusterFailoverResourcesAdmissionControlPolicy extends ClusterDasAdmissionControlPolicy {
  readonly cpuFailoverResourcesPercent: number;
  readonly memoryFailoverResourcesPercent: number;
  readonly failoverLevel?: number | undefined;
  readonly autoComputePercentages?: boolean | undefined;
  readonly pMemFailoverResourcesPercent?: number | undefined;
  readonly autoComputePMemFailoverResourcesPercent?: boolean | undefined;
}

export interface ClusterFixedSizeSlotPolicy extends ClusterSlotPolicy {
  readonly cpu: number;
  readonly memory: number;
}

export interface ClusterFtVmHostRuleInfo extends ClusterRuleInfo {
  readonly vmGroupName: string;
  readonly hostGroupName?: readonly string[] | undefined;
}

export interface ClusterGroupInfo extends DynamicData {
  readonly name: string;
  readonly userCreated?: boolean | undefined;
  readonly uniqueID?: string | undefined;
}

export interface ClusterGroupSpec extends ArrayUpdateSpec {
  readonly info?: ClusterGroupInfo | undefined;
}

export interface ClusterHostGroup extends ClusterGroupInfo {
  readonly host?: readonly Ref<'HostSystem'>[] | undefined;
}

export interface ClusterHostInfraUpdateHaModeAction extends ClusterAction {
  readonly operationType: string;
}

export interface ClusterHostPowerAction extends ClusterAction {
  readonly operationType: HostPowerOperationType;
  readonly powerConsumptionWatt?: number | undefined;
  readonly cpuCapacityMHz?: number | undefined;
  readonly memCapacityMB?: number | undefined;
}

export interface ClusterHostRecommendation extends DynamicData {
  readonly host: Ref<'HostSystem'>;
  readonly rating: number;
}

export interface ClusterInfraUpdateHaConfigInfo extends DynamicData {
  readonly enabled?: boolean | undefined;
  readonly behavior?: string | undefined;
  readonly moderateRemediation?: string | undefined;
  readonly severeRemediation?: string | undefined;
  readonly providers?: readonly string[] | undefined;
}

export interface ClusterInitialPlacementAction extends ClusterAction {
  readonly targetHost: Ref<'HostSystem'>;
  readonly pool?: Ref<'ResourcePool'> | undefined;
}

export interface ClusterIoFilterInfo extends IoFilterInfo {
  readonly opType: string;
  readonly vibUrl?: string | undefined;
}

export interface ClusterMigrationAction extends ClusterAction {
  readonly drsMigration?: ClusterDrsMigration | undefined;
}

export interface ClusterNetworkConfigSpec extends DynamicData {
  readonly networkPortGroup: Ref<'Network'>;
  readonly ipSettings: CustomizationIPSettings;
}

export interface ClusterNotAttemptedVmInfo extends DynamicData {
  readonly vm: Ref<'VirtualMachine'>;
  readonly fault: LocalizedMethodFault;
}

export interface ClusterOrchestrationInfo extends DynamicData {
  readonly defaultVmReadiness?: ClusterVmReadiness | undefined;
}

export interface ClusterOvercommittedEvent extends ClusterEvent {}

export interface ClusterPowerOnVmResult extends DynamicData {
  readonly attempted?: readonly ClusterAttemptedVmInfo[] | undefined;
  readonly notAttempted?: readonly ClusterNotAttemptedVmInfo[] | undefined;
  readonly recommendations?: readonly ClusterRecommendation[] | undefined;
}

export interface ClusterPreemptibleVmPairInfo extends DynamicData {
  readonly id?: number | undefined;
  readonly monitoredVm: Ref<'VirtualMachine'>;
  readonly preemptibleVm: Ref<'VirtualMachine'>;
}

export interface ClusterPreemptibleVmPairSpec extends ArrayUpdateSpec {
  readonly info?: ClusterPreemptibleVmPairInfo | undefined;
}

export interface ClusterProactiveDrsConfigInfo extends DynamicData {
  readonly enabled?: boolean | undefined;
}

export interface ClusterProfileCompleteConfigSpec extends ClusterProfileConfigSpec {
  readonly complyProfile?: ComplianceProfile | undefined;
}

export interface ClusterProfileConfigInfo extends ProfileConfigInfo {
  readonly complyProfile?: ComplianceProfile | undefined;
}

export interface ClusterProfileConfigServiceCreateSpec extends ClusterProfileConfigSpec {
  readonly serviceType?: readonly string[] | undefined;
}

export interface ClusterProfileConfigSpec extends ClusterProfileCreateSpec {}

export interface ClusterProfileCreateSpec extends ProfileCreateSpec {}

export interface ClusterRecommendation extends DynamicData {
  readonly key: string;
  readonly type: string;
  readonly time: string;
  readonly rating: number;
  readonly reason: string;
  readonly reasonText: string;
  readonly warningText?: string | undefined;
  readonly warningDetails?: LocalizableMessage | undefined;
  readonly prerequisite?: readonly string[] | undefined;
  readonly action?: readonly ClusterAction[] | undefined;
  readonly target?: Ref | undefined;
}

export interface ClusterReconfiguredEvent extends ClusterEvent {
  readonly configChanges?: ChangesInfoEventArgument | undefined;
}

export interface ClusterResourceUsageSummary extends DynamicData {
  readonly cpuUsedMHz: number;
  readonly cpuCapacityMHz: number;
  readonly memUsedMB: number;
  readonly memCapacityMB: number;
  readonly pMemAvailableMB?: number | undefined;
  readonly pMemCapacityMB?: number | undefined;
  readonly storageUsedMB: number;
  readonly storageCapacityMB: number;
}

export interface ClusterRuleInfo extends DynamicData {
  readonly key?: number | undefined;
  readonly status?: ManagedEntityStatus | undefined;
  readonly enabled?: boolean | undefined;
  readonly name?: string | undefined;
  readonly mandatory?: boolean | undefined;
  readonly userCreated?: boolean | undefined;
  readonly inCompliance?: boolean | undefined;
  readonly ruleUuid?: string | undefined;
}

export interface ClusterRuleSpec extends ArrayUpdateSpec {
  readonly info?: ClusterRuleInfo | undefined;
}

export interface ClusterSlotPolicy extends DynamicData {}

export interface ClusterStatusChangedEvent extends ClusterEvent {
  readonly oldStatus: string;
  readonly newStatus: string;
}

export interface ClusterSystemVMsConfigInfo extends DynamicData {
  readonly allowedDatastores?: readonly Ref<'Datastore'>[] | undefined;
  readonly notAllowedDatastores?: readonly Ref<'Datastore'>[] | undefined;
  readonly dsTagCategoriesToExclude?: readonly string[] | undefined;
  readonly deploymentMode?: string | undefined;
}

export interface ClusterSystemVMsConfigSpec extends DynamicData {
  readonly allowedDatastores?: readonly ClusterDatastoreUpdateSpec[] | undefined;
  readonly notAllowedDatastores?: readonly ClusterDatastoreUpdateSpec[] | undefined;
  readonly dsTagCategoriesToExclude?: readonly ClusterTagCategoryUpdateSpec[] | undefined;
  readonly deploymentMode?: string | undefined;
}

export interface ClusterTagCategoryUpdateSpec extends ArrayUpdateSpec {
  readonly category?: string | undefined;
}

export interface ClusterUsageSummary extends DynamicData {
  readonly totalCpuCapacityMhz: number;
  readonly totalMemCapacityMB: number;
  readonly cpuReservationMhz: number;
  readonly memReservationMB: number;
  readonly poweredOffCpuReservationMhz?: number | undefined;
  readonly poweredOffMemReservationMB?: number | undefined;
  readonly cpuDemandMhz: number;
  readonly memDemandMB: number;
  readonly statsGenNumber: number;
  readonly cpuEntitledMhz: number;
  readonly memEntitledMB: number;
  readonly poweredOffVmCount: number;
  readonly totalVmCount: number;
  readonly tier0MemCapacityMB?: number | undefined;
  readonly reservedTier0MemMB?: number | undefined;
  readonly unreservedTier0MemMB?: number | undefined;
}

export interface ClusterVmComponentProtectionSettings extends DynamicData {
  readonly vmStorageProtectionForAPD?: string | undefined;
  readonly enableAPDTimeoutForHosts?: boolean | undefined;
  readonly vmTerminateDelayForAPDSec?: number | undefined;
  readonly vmReactionOnAPDCleared?: string | undefined;
  readonly vmStorageProtectionForPDL?: string | undefined;
}

export interface ClusterVmGroup extends ClusterGroupInfo {
  readonly vm?: readonly Ref<'VirtualMachine'>[] | undefined;
}

export interface ClusterVmHostRuleInfo extends ClusterRuleInfo {
  readonly vmGroupName?: string | undefined;
  readonly affineHostGroupName?: string | undefined;
  readonly antiAffineHostGroupName?: string | undefined;
}

export interface ClusterVmOrchestrationInfo extends DynamicData {
  readonly vm: Ref<'VirtualMachine'>;
  readonly vmReadiness: ClusterVmReadiness;
}

export interface ClusterVmOrchestrationSpec extends ArrayUpdateSpec {
  readonly info?: ClusterVmOrchestrationInfo | undefined;
}

export interface ClusterVmReadiness extends DynamicData {
  readonly readyCondition?: string | undefined;
  readonly postReadyDelay?: number | undefined;
}

export interface ClusterVmToolsMonitoringSettings extends DynamicData {
  readonly enabled?: boolean | undefined;
  readonly vmMonitoring?: string | undefined;
  readonly clusterSettings?: boolean | undefined;
  readonly failureInterval?: number | undefined;
  readonly minUpTime?: number | undefined;
  readonly maxFailures?: number | undefined;
  readonly maxFailureWindow?: number | undefined;
}

export interface CollectorAddressUnset extends DvsFault {}

export interface ComplianceFailure extends DynamicData {
  readonly failureType: string;
  readonly message: LocalizableMessage;
  readonly expressionName?: string | undefined;
  readonly failureValues?: readonly ComplianceFailureComplianceFailureValues[] | undefined;
}

export interface ComplianceFailureComplianceFailureValues extends DynamicData {
  readonly comparisonIdentifier: string;
  readonly profileInstance?: string | undefined;
  readonly hostValue?: unknown;
  readonly profileValue?: unknown;
}

export interface ComplianceLocator extends DynamicData {
  readonly expressionName: string;
  readonly applyPath: ProfilePropertyPath;
}

export interface ComplianceProfile extends DynamicData {
  readonly expression: readonly ProfileExpression[];
  readonly rootExpression: string;
}

export interface ComplianceResult extends DynamicData {
  readonly profile?: Ref<'Profile'> | undefined;
  readonly complianceStatus: string;
  readonly entity?: Ref<'ManagedEntity'> | undefined;
  readonly checkTime?: string | undefined;
  readonly failure?: readonly ComplianceFailure[] | undefined;
}

export interface CompositePolicyOption extends PolicyOption {
  readonly option?: readonly PolicyOption[] | undefined;
}

export interface ComputeResourceConfigInfo extends DynamicData {
  readonly vmSwapPlacement: string;
  readonly spbmEnabled?: boolean | undefined;
  readonly defaultHardwareVersionKey?: string | undefined;
  readonly maximumHardwareVersionKey?: string | undefined;
}

export interface ComputeResourceConfigSpec extends DynamicData {
  readonly vmSwapPlacement?: string | undefined;
  readonly spbmEnabled?: boolean | undefined;
  readonly defaultHardwareVersionKey?: string | undefined;
  readonly desiredSoftwareSpec?: DesiredSoftwareSpec | undefined;
  readonly maximumHardwareVersionKey?: string | undefined;
  readonly enableConfigManager?: boolean | undefined;
  readonly hostSeedSpec?: ComputeResourceHostSeedSpec | undefined;
  readonly softwareSpecId?: string | undefined;
  readonly networkBootMode?: string | undefined;
}

export interface ComputeResourceEventArgument extends EntityEventArgument {
  readonly computeResource: Ref<'ComputeResource'>;
}

export interface ComputeResourceHostSPBMLicenseInfo extends DynamicData {
  readonly host: Ref<'HostSystem'>;
  readonly licenseState: ComputeResourceHostSPBMLicenseInfoHostSPBMLicenseState;
}

export interface ComputeResourceHostSeedSpec extends DynamicData {
  readonly singleHostSpec: ComputeResourceHostSeedSpecSingleHostSpec;
}

export interface ComputeResourceHostSeedSpecSingleHostSpec extends DynamicData {
  readonly newHostCnxSpec?: HostConnectSpec | undefined;
  readonly existingHost?: Ref<'HostSystem'> | undefined;
}

export interface ComputeResourceSummary extends DynamicData {
  readonly totalCpu: number;
  readonly totalMemory: number;
  readonly numCpuCores: number;
  readonly numCpuThreads: number;
  readonly effectiveCpu: number;
  readonly effectiveMemory: number;
  readonly numHosts: number;
  readonly numEffectiveHosts: number;
  readonly overallStatus: ManagedEntityStatus;
}

export interface ConcurrentAccess extends VimFault {}

export interface ConfigTarget extends DynamicData {
  readonly numCpus: number;
  readonly numCpuCores: number;
  readonly numNumaNodes: number;
  readonly maxCpusPerHost?: number | undefined;
  readonly smcPresent?: boolean | undefined;
  readonly datastore?: readonly VirtualMachineDatastoreInfo[] | undefined;
  readonly network?: readonly VirtualMachineNetworkInfo[] | undefined;
  readonly opaqueNetwork?: readonly OpaqueNetworkTargetInfo[] | undefined;
  readonly distributedVirtualPortgroup?: readonly DistributedVirtualPortgroupInfo[] | undefined;
  readonly distributedVirtualSwitch?: readonly DistributedVirtualSwitchInfo[] | undefined;
  readonly subnetInfo?: readonly SubnetInfo[] | undefined;
  readonly cdRom?: readonly VirtualMachineCdromInfo[] | undefined;
  readonly serial?: readonly VirtualMachineSerialInfo[] | undefined;
  readonly parallel?: readonly VirtualMachineParallelInfo[] | undefined;
  readonly sound?: readonly VirtualMachineSoundInfo[] | undefined;
  readonly usb?: readonly VirtualMachineUsbInfo[] | undefined;
  readonly floppy?: readonly VirtualMachineFloppyInfo[] | undefined;
  readonly legacyNetworkInfo?: readonly VirtualMachineLegacyNetworkSwitchInfo[] | undefined;
  readonly scsiPassthrough?: readonly VirtualMachineScsiPassthroughInfo[] | undefined;
  readonly scsiDisk?: readonly VirtualMachineScsiDiskDeviceInfo[] | undefined;
  readonly ideDisk?: readonly VirtualMachineIdeDiskDeviceInfo[] | undefined;
  readonly maxMemMBOptimalPerf: number;
  readonly supportedMaxMemMB?: number | undefined;
  readonly resourcePool?: ResourcePoolRuntimeInfo | undefined;
  readonly autoVmotion?: boolean | undefined;
  readonly pciPassthrough?: readonly VirtualMachinePciPassthroughInfo[] | undefined;
  readonly sriov?: readonly VirtualMachineSriovInfo[] | undefined;
  readonly vFlashModule?: readonly VirtualMachineVFlashModuleInfo[] | undefined;
  readonly sharedGpuPassthroughTypes?: readonly VirtualMachinePciSharedGpuPassthroughInfo[] | undefined;
  readonly availablePersistentMemoryReservationMB?: number | undefined;
  readonly dynamicPassthrough?: readonly VirtualMachineDynamicPassthroughInfo[] | undefined;
  readonly sgxTargetInfo?: VirtualMachineSgxTargetInfo | undefined;
  readonly precisionClockInfo?: readonly VirtualMachinePrecisionClockInfo[] | undefined;
  readonly sevSupported?: boolean | undefined;
  readonly vgpuDeviceInfo?: readonly VirtualMachineVgpuDeviceInfo[] | undefined;
  readonly vgpuProfileInfo?: readonly VirtualMachineVgpuProfileInfo[] | undefined;
  readonly vendorDeviceGroupInfo?: readonly VirtualMachineVendorDeviceGroupInfo[] | undefined;
  readonly maxSimultaneousThreads?: number | undefined;
  readonly dvxClassInfo?: readonly VirtualMachineDvxClassInfo[] | undefined;
  readonly sevSnpSupported?: boolean | undefined;
  readonly tdxSupported?: boolean | undefined;
  readonly vMotionBandwidth?: readonly number[] | undefined;
}

export interface ConflictingConfiguration extends DvsFault {
  readonly configInConflict: readonly ConflictingConfigurationConfig[];
}

export interface ConflictingConfigurationConfig extends DynamicData {
  readonly entity?: Ref<'ManagedEntity'> | undefined;
  readonly propertyPath: string;
}

export interface ConflictingDatastoreFound extends RuntimeFault {
  readonly name: string;
  readonly url: string;
}

export interface ConnectedIso extends OvfExport {
  readonly cdrom: VirtualCdrom;
  readonly filename: string;
}

export interface CpuCompatibilityUnknown extends CpuIncompatible {}

export interface CpuHotPlugNotSupported extends VmConfigFault {}

export interface CpuIncompatible extends VirtualHardwareCompatibilityIssue {
  readonly level: number;
  readonly registerName: string;
  readonly registerBits?: string | undefined;
  readonly desiredBits?: string | undefined;
  readonly host?: Ref<'HostSystem'> | undefined;
}

export interface CpuIncompatible1ECX extends CpuIncompatible {
  readonly sse3: boolean;
  readonly pclmulqdq?: boolean | undefined;
  readonly ssse3: boolean;
  readonly sse41: boolean;
  readonly sse42: boolean;
  readonly aes?: boolean | undefined;
  readonly other: boolean;
  readonly otherOnly: boolean;
}

export interface CpuIncompatible81EDX extends CpuIncompatible {
  readonly nx: boolean;
  readonly ffxsr: boolean;
  readonly rdtscp: boolean;
  readonly lm: boolean;
  readonly other: boolean;
  readonly otherOnly: boolean;
}

export interface CreateTaskAction extends Action {
  readonly taskTypeId: string;
  readonly cancelable: boolean;
}

export interface CryptoKeyId extends DynamicData {
  readonly keyId: string;
  readonly providerId?: KeyProviderId | undefined;
}

export interface CryptoKeyPlain extends DynamicData {
  readonly keyId: CryptoKeyId;
  readonly algorithm: string;
  readonly keyData: string;
}

export interface CryptoKeyResult extends DynamicData {
  readonly keyId: CryptoKeyId;
  readonly success: boolean;
  readonly reason?: string | undefined;
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface CryptoManagerHostKeyStatus extends DynamicData {
  readonly keyId: CryptoKeyId;
  readonly present: boolean;
  readonly managementType?: string | undefined;
  readonly accessGranted?: boolean | undefined;
}

export interface CryptoManagerKmipCertSignRequest extends DynamicData {
  readonly commonName?: string | undefined;
  readonly organization?: string | undefined;
  readonly organizationUnit?: string | undefined;
  readonly locality?: string | undefined;
  readonly state?: string | undefined;
  readonly country?: string | undefined;
  readonly email?: string | undefined;
}

export interface CryptoManagerKmipCertificateInfo extends DynamicData {
  readonly subject: string;
  readonly issuer: string;
  readonly serialNumber: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly fingerprint: string;
  readonly checkTime: string;
  readonly secondsSinceValid?: number | undefined;
  readonly secondsBeforeExpire?: number | undefined;
}

export interface CryptoManagerKmipClusterStatus extends DynamicData {
  readonly clusterId: KeyProviderId;
  readonly overallStatus?: ManagedEntityStatus | undefined;
  readonly managementType?: string | undefined;
  readonly servers: readonly CryptoManagerKmipServerStatus[];
  readonly clientCertInfo?: CryptoManagerKmipCertificateInfo | undefined;
}

export interface CryptoManagerKmipCryptoKeyStatus extends DynamicData {
  readonly keyId: CryptoKeyId;
  readonly keyAvailable?: boolean | undefined;
  readonly reason?: string | undefined;
  readonly keyInfo?: CryptoManagerKmipCryptoKeyStatusKeyInfo | undefined;
  readonly encryptedVMs?: readonly Ref<'VirtualMachine'>[] | undefined;
  readonly affectedHosts?: readonly Ref<'HostSystem'>[] | undefined;
  readonly referencedByTags?: readonly string[] | undefined;
}

export interface CryptoManagerKmipCryptoKeyStatusKeyInfo extends DynamicData {
  readonly keyId: string;
}

export interface CryptoManagerKmipCryptoKeyStatusWrappingKeyIdKeyInfo extends CryptoManagerKmipCryptoKeyStatusKeyInfo {
  readonly configuredTime?: string | undefined;
}

export interface CryptoManagerKmipCryptoKeyStatusWrappingRotationIntervalKeyInfo extends CryptoManagerKmipCryptoKeyStatusKeyInfo {
  readonly createTime?: string | undefined;
  readonly rotateTime?: string | undefined;
}

export interface CryptoManagerKmipCustomAttributeSpec extends DynamicData {
  readonly attributes?: readonly KeyValue[] | undefined;
}

export interface CryptoManagerKmipGenerateKeySpec extends DynamicData {
  readonly keyType?: string | undefined;
}

export interface CryptoManagerKmipServerCertInfo extends DynamicData {
  readonly certificate: string;
  readonly certInfo?: CryptoManagerKmipCertificateInfo | undefined;
  readonly clientTrustServer?: boolean | undefined;
}

export interface CryptoManagerKmipServerStatus extends DynamicData {
  readonly name: string;
  readonly status: ManagedEntityStatus;
  readonly connectionStatus: string;
  readonly certInfo?: CryptoManagerKmipCertificateInfo | undefined;
  readonly clientTrustServer?: boolean | undefined;
  readonly serverTrustClient?: boolean | undefined;
}

export interface CryptoSpec extends DynamicData {}

export interface CryptoSpecDecrypt extends CryptoSpec {}

export interface CryptoSpecDeepRecrypt extends CryptoSpec {
  readonly newKeyId: CryptoKeyId;
}

export interface CryptoSpecEncrypt extends CryptoSpec {
  readonly cryptoKeyId: CryptoKeyId;
}

export interface CryptoSpecNoOp extends CryptoSpec {}

export interface CryptoSpecRegister extends CryptoSpecNoOp {
  readonly cryptoKeyId: CryptoKeyId;
}

export interface CryptoSpecShallowRecrypt extends CryptoSpec {
  readonly newKeyId: CryptoKeyId;
}

export interface CustomFieldDef extends DynamicData {
  readonly key: number;
  readonly name: string;
  readonly type: string;
  readonly managedObjectType?: string | undefined;
  readonly fieldDefPrivileges?: PrivilegePolicyDef | undefined;
  readonly fieldInstancePrivileges?: PrivilegePolicyDef | undefined;
}

export interface CustomFieldDefAddedEvent extends CustomFieldDefEvent {}

export interface CustomFieldDefEvent extends CustomFieldEvent {
  readonly fieldKey: number;
  readonly name: string;
}

export interface CustomFieldDefRemovedEvent extends CustomFieldDefEvent {}

export interface CustomFieldDefRenamedEvent extends CustomFieldDefEvent {
  readonly newName: string;
}

export interface CustomFieldEvent extends Event {}

export interface CustomFieldStringValue extends CustomFieldValue {
  readonly value: string;
}

export interface CustomFieldValue extends DynamicData {
  readonly key: number;
}

export interface CustomFieldValueChangedEvent extends CustomFieldEvent {
  readonly entity: ManagedEntityEventArgument;
  readonly fieldKey: number;
  readonly name: string;
  readonly value: string;
  readonly prevState?: string | undefined;
}

export interface CustomizationAdapterMapping extends DynamicData {
  readonly macAddress?: string | undefined;
  readonly adapter: CustomizationIPSettings;
}

export interface CustomizationAutoIpV6Generator extends CustomizationIpV6Generator {}

export interface CustomizationCloudinitPrep extends CustomizationIdentitySettings {
  readonly metadata: string;
  readonly userdata?: string | undefined;
}

export interface CustomizationCustomIpGenerator extends CustomizationIpGenerator {
  readonly argument?: string | undefined;
}

export interface CustomizationCustomIpV6Generator extends CustomizationIpV6Generator {
  readonly argument?: string | undefined;
}

export interface CustomizationCustomName extends CustomizationName {
  readonly argument?: string | undefined;
}

export interface CustomizationDhcpIpGenerator extends CustomizationIpGenerator {}

export interface CustomizationDhcpIpV6Generator extends CustomizationIpV6Generator {}

export interface CustomizationDisableIpV4 extends CustomizationIpGenerator {}

export interface CustomizationEvent extends VmEvent {
  readonly logLocation?: string | undefined;
}

export interface CustomizationFailed extends CustomizationEvent {
  readonly reason?: string | undefined;
}

export interface CustomizationFault extends VimFault {}

export interface CustomizationFixedIp extends CustomizationIpGenerator {
  readonly ipAddress: string;
}

export interface CustomizationFixedIpV6 extends CustomizationIpV6Generator {
  readonly ipAddress: string;
  readonly subnetMask: number;
}

export interface CustomizationFixedName extends CustomizationName {
  readonly name: string;
}

export interface CustomizationGlobalIPSettings extends DynamicData {
  readonly dnsSuffixList?: readonly string[] | undefined;
  readonly dnsServerList?: readonly string[] | undefined;
}

export interface CustomizationGuiRunOnce extends DynamicData {
  readonly commandList: readonly string[];
}

export interface CustomizationGuiUnattended extends DynamicData {
  readonly password?: CustomizationPassword | undefined;
  readonly timeZone: number;
  readonly autoLogon: boolean;
  readonly autoLogonCount: number;
}

export interface CustomizationIPSettings extends DynamicData {
  readonly ip: CustomizationIpGenerator;
  readonly subnetMask?: string | undefined;
  readonly gateway?: readonly string[] | undefined;
  readonly ipV6Spec?: CustomizationIPSettingsIpV6AddressSpec | undefined;
  readonly dnsServerList?: readonly string[] | undefined;
  readonly dnsDomain?: string | undefined;
  readonly primaryWINS?: string | undefined;
  readonly secondaryWINS?: string | undefined;
  readonly netBIOS?: CustomizationNetBIOSMode | undefined;
}

export interface CustomizationIPSettingsIpV6AddressSpec extends DynamicData {
  readonly ip: readonly CustomizationIpV6Generator[];
  readonly gateway?: readonly string[] | undefined;
}

export interface CustomizationIdentification extends DynamicData {
  readonly joinWorkgroup?: string | undefined;
  readonly joinDomain?: string | undefined;
  readonly domainAdmin?: string | undefined;
  readonly domainAdminPassword?: CustomizationPassword | undefined;
  readonly domainOU?: string | undefined;
}

export interface CustomizationIdentitySettings extends DynamicData {}

export interface CustomizationIpGenerator extends DynamicData {}

export interface CustomizationIpV6Generator extends DynamicData {}

export interface CustomizationLicenseFilePrintData extends DynamicData {
  readonly autoMode: CustomizationLicenseDataMode;
  readonly autoUsers?: number | undefined;
}

export interface CustomizationLinuxFlexPrep extends CustomizationIdentitySettings {}

export interface CustomizationLinuxIdentityFailed extends CustomizationFailed {}

export interface CustomizationLinuxOptions extends CustomizationOptions {}

export interface CustomizationLinuxPrep extends CustomizationIdentitySettings {
  readonly hostName: CustomizationName;
  readonly domain: string;
  readonly timeZone?: string | undefined;
  readonly hwClockUTC?: boolean | undefined;
  readonly scriptText?: string | undefined;
  readonly compatibleCustomizationMethod?: string | undefined;
  readonly resetPassword?: boolean | undefined;
  readonly password?: CustomizationPassword | undefined;
  readonly extraConfig?: readonly OptionValue[] | undefined;
}

export interface CustomizationName extends DynamicData {}

export interface CustomizationNetworkSetupFailed extends CustomizationFailed {}

export interface CustomizationOptions extends DynamicData {}

export interface CustomizationPassword extends DynamicData {
  readonly value: string;
  readonly plainText: boolean;
}

export interface CustomizationPending extends CustomizationFault {}

export interface CustomizationPrefixName extends CustomizationName {
  readonly base: string;
}

export interface CustomizationSpec extends DynamicData {
  readonly options?: CustomizationOptions | undefined;
  readonly identity: CustomizationIdentitySettings;
  readonly globalIPSettings: CustomizationGlobalIPSettings;
  readonly nicSettingMap?: readonly CustomizationAdapterMapping[] | undefined;
  readonly encryptionKey?: readonly number[] | undefined;
}

export interface CustomizationSpecInfo extends DynamicData {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly changeVersion?: string | undefined;
  readonly lastUpdateTime?: string | undefined;
}

export interface CustomizationSpecItem extends DynamicData {
  readonly info: CustomizationSpecInfo;
  readonly spec: CustomizationSpec;
}

export interface CustomizationStartedEvent extends CustomizationEvent {}

export interface CustomizationStatelessIpV6Generator extends CustomizationIpV6Generator {}

export interface CustomizationSucceeded extends CustomizationEvent {}

export interface CustomizationSysprep extends CustomizationIdentitySettings {
  readonly guiUnattended: CustomizationGuiUnattended;
  readonly userData: CustomizationUserData;
  readonly guiRunOnce?: CustomizationGuiRunOnce | undefined;
  readonly identification: CustomizationIdentification;
  readonly licenseFilePrintData?: CustomizationLicenseFilePrintData | undefined;
  readonly scriptText?: string | undefined;
  readonly resetPassword?: boolean | undefined;
  readonly extraConfig?: readonly OptionValue[] | undefined;
}

export interface CustomizationSysprepFailed extends CustomizationFailed {
  readonly sysprepVersion: string;
  readonly systemVersion: string;
}

export interface CustomizationSysprepText extends CustomizationIdentitySettings {
  readonly value: string;
}

export interface CustomizationUnknownFailure extends CustomizationFailed {}

export interface CustomizationUnknownIpGenerator extends CustomizationIpGenerator {}

export interface CustomizationUnknownIpV6Generator extends CustomizationIpV6Generator {}

export interface CustomizationUnknownName extends CustomizationName {}

export interface CustomizationUserData extends DynamicData {
  readonly fullName: string;
  readonly orgName: string;
  readonly computerName: CustomizationName;
  readonly productId: string;
}

export interface CustomizationVirtualMachineName extends CustomizationName {}

export interface CustomizationWinOptions extends CustomizationOptions {
  readonly changeSID: boolean;
  readonly deleteAccounts: boolean;
  readonly reboot?: CustomizationSysprepRebootOption | undefined;
}

export interface CustomizationWindowsFlexPrep extends CustomizationIdentitySettings {}

export interface DVPortConfigInfo extends DynamicData {
  readonly name?: string | undefined;
  readonly scope?: readonly Ref<'ManagedEntity'>[] | undefined;
  readonly description?: string | undefined;
  readonly setting?: DVPortSetting | undefined;
  readonly configVersion: string;
}

export interface DVPortConfigSpec extends DynamicData {
  readonly operation: string;
  readonly key?: string | undefined;
  readonly name?: string | undefined;
  readonly scope?: readonly Ref<'ManagedEntity'>[] | undefined;
  readonly description?: string | undefined;
  readonly setting?: DVPortSetting | undefined;
  readonly configVersion?: string | undefined;
}

export interface DVPortNotSupported extends DeviceBackingNotSupported {}

export interface DVPortSetting extends DynamicData {
  readonly blocked?: BoolPolicy | undefined;
  readonly vmDirectPathGen2Allowed?: BoolPolicy | undefined;
  readonly inShapingPolicy?: DVSTrafficShapingPolicy | undefined;
  readonly outShapingPolicy?: DVSTrafficShapingPolicy | undefined;
  readonly vendorSpecificConfig?: DVSVendorSpecificConfig | undefined;
  readonly networkResourcePoolKey?: StringPolicy | undefined;
  readonly filterPolicy?: DvsFilterPolicy | undefined;
}

export interface DVPortState extends DynamicData {
  readonly runtimeInfo?: DVPortStatus | undefined;
  readonly stats: DistributedVirtualSwitchPortStatistics;
  readonly vendorSpecificState?: readonly DistributedVirtualSwitchKeyedOpaqueBlob[] | undefined;
}

export interface DVPortStatus extends DynamicData {
  readonly linkUp: boolean;
  readonly blocked: boolean;
  readonly vlanIds?: readonly NumericRange[] | undefined;
  readonly trunkingMode?: boolean | undefined;
  readonly mtu?: number | undefined;
  readonly linkPeer?: string | undefined;
  readonly macAddress?: string | undefined;
  readonly statusDetail?: string | undefined;
  readonly vmDirectPathGen2Active?: boolean | undefined;
  readonly vmDirectPathGen2InactiveReasonNetwork?: readonly string[] | undefined;
  readonly vmDirectPathGen2InactiveReasonOther?: readonly string[] | undefined;
  readonly vmDirectPathGen2InactiveReasonExtended?: string | undefined;
}

export interface DVPortgroupConfigInfo extends DynamicData {
  readonly key: string;
  readonly name: string;
  readonly numPorts: number;
  readonly distributedVirtualSwitch?: Ref<'DistributedVirtualSwitch'> | undefined;
  readonly defaultPortConfig?: DVPortSetting | undefined;
  readonly description?: string | undefined;
  readonly type: string;
  readonly backingType?: string | undefined;
  readonly policy: DVPortgroupPolicy;
  readonly portNameFormat?: string | undefined;
  readonly scope?: readonly Ref<'ManagedEntity'>[] | undefined;
  readonly vendorSpecificConfig?: readonly DistributedVirtualSwitchKeyedOpaqueBlob[] | undefined;
  readonly configVersion?: string | undefined;
  readonly autoExpand?: boolean | undefined;
  readonly vmVnicNetworkResourcePoolKey?: string | undefined;
  readonly uplink?: boolean | undefined;
  readonly transportZoneUuid?: string | undefined;
  readonly transportZoneName?: string | undefined;
  readonly logicalSwitchUuid?: string | undefined;
  readonly segmentId?: string | undefined;
  readonly subnetId?: string | undefined;
  readonly nsxConfig?: DVPortgroupNsxConfig | undefined;
}

export interface DVPortgroupConfigSpec extends DynamicData {
  readonly configVersion?: string | undefined;
  readonly name?: string | undefined;
  readonly numPorts?: number | undefined;
  readonly portNameFormat?: string | undefined;
  readonly defaultPortConfig?: DVPortSetting | undefined;
  readonly description?: string | undefined;
  readonly type?: string | undefined;
  readonly backingType?: string | undefined;
  readonly scope?: readonly Ref<'ManagedEntity'>[] | undefined;
  readonly policy?: DVPortgroupPolicy | undefined;
  readonly vendorSpecificConfig?: readonly DistributedVirtualSwitchKeyedOpaqueBlob[] | undefined;
  readonly autoExpand?: boolean | undefined;
  readonly vmVnicNetworkResourcePoolKey?: string | undefined;
  readonly transportZoneUuid?: string | undefined;
  readonly transportZoneName?: string | undefined;
  readonly logicalSwitchUuid?: string | undefined;
  readonly segmentId?: string | undefined;
  readonly subnetId?: string | undefined;
  readonly nsxConfig?: DVPortgroupNsxConfig | undefined;
}

export interface DVPortgroupCreatedEvent extends DVPortgroupEvent {}

export interface DVPortgroupDestroyedEvent extends DVPortgroupEvent {}

export interface DVPortgroupEvent extends Event {}

export interface DVPortgroupNsxConfig extends DynamicData {
  readonly vlanIdExtended?: number | undefined;
  readonly subnetAddresses?: DVPortgroupNsxSubnetAddressInfo | undefined;
  readonly spanIds?: readonly string[] | undefined;
}

export interface DVPortgroupNsxSubnetAddressInfo extends DynamicData {
  readonly cidr?: readonly string[] | undefined;
}

export interface DVPortgroupPolicy extends DynamicData {
  readonly blockOverrideAllowed: boolean;
  readonly shapingOverrideAllowed: boolean;
  readonly vendorConfigOverrideAllowed: boolean;
  readonly livePortMovingAllowed: boolean;
  readonly portConfigResetAtDisconnect: boolean;
  readonly networkResourcePoolOverrideAllowed?: boolean | undefined;
  readonly trafficFilterOverrideAllowed?: boolean | undefined;
}

export interface DVPortgroupReconfiguredEvent extends DVPortgroupEvent {
  readonly configSpec: DVPortgroupConfigSpec;
  readonly configChanges?: ChangesInfoEventArgument | undefined;
}

export interface DVPortgroupRenamedEvent extends DVPortgroupEvent {
  readonly oldName: string;
  readonly newName: string;
}

export interface DVPortgroupSelection extends SelectionSet {
  readonly dvsUuid: string;
  readonly portgroupKey: readonly string[];
}

export interface DVSBackupRestoreCapability extends DynamicData {
  readonly backupRestoreSupported: boolean;
}

export interface DVSCapability extends DynamicData {
  readonly dvsOperationSupported?: boolean | undefined;
  readonly dvPortGroupOperationSupported?: boolean | undefined;
  readonly dvPortOperationSupported?: boolean | undefined;
  readonly compatibleHostComponentProductInfo?: readonly DistributedVirtualSwitchHostProductSpec[] | undefined;
  readonly featuresSupported?: DVSFeatureCapability | undefined;
}

export interface DVSConfigInfo extends DynamicData {
  readonly uuid: string;
  readonly name: string;
  readonly numStandalonePorts: number;
  readonly numPorts: number;
  readonly maxPorts: number;
  readonly uplinkPortPolicy: DVSUplinkPortPolicy;
  readonly uplinkPortgroup?: readonly Ref<'DistributedVirtualPortgroup'>[] | undefined;
  readonly defaultPortConfig: DVPortSetting;
  readonly host?: readonly DistributedVirtualSwitchHostMember[] | undefined;
  readonly productInfo: DistributedVirtualSwitchProductSpec;
  readonly targetInfo?: DistributedVirtualSwitchProductSpec | undefined;
  readonly extensionKey?: string | undefined;
  readonly vendorSpecificConfig?: readonly DistributedVirtualSwitchKeyedOpaqueBlob[] | undefined;
  readonly policy?: DVSPolicy | undefined;
  readonly description?: string | undefined;
  readonly configVersion: string;
  readonly contact: DVSContactInfo;
  readonly switchIpAddress?: string | undefined;
  readonly createTime: string;
  readonly networkResourceManagementEnabled?: boolean | undefined;
  readonly defaultProxySwitchMaxNumPorts?: number | undefined;
  readonly healthCheckConfig?: readonly DVSHealthCheckConfig[] | undefined;
  readonly infrastructureTrafficResourceConfig?: readonly DvsHostInfrastructureTrafficResource[] | undefined;
  readonly netResourcePoolTrafficResourceConfig?: readonly DvsHostInfrastructureTrafficResource[] | undefined;
  readonly networkResourceControlVersion?: string | undefined;
  readonly vmVnicNetworkResourcePool?: readonly DVSVmVnicNetworkResourcePool[] | undefined;
  readonly pnicCapacityRatioForReservation?: number | undefined;
}

export interface DVSConfigSpec extends DynamicData {
  readonly configVersion?: string | undefined;
  readonly name?: string | undefined;
  readonly numStandalonePorts?: number | undefined;
  readonly maxPorts?: number | undefined;
  readonly uplinkPortPolicy?: DVSUplinkPortPolicy | undefined;
  readonly uplinkPortgroup?: readonly Ref<'DistributedVirtualPortgroup'>[] | undefined;
  readonly defaultPortConfig?: DVPortSetting | undefined;
  readonly host?: readonly DistributedVirtualSwitchHostMemberConfigSpec[] | undefined;
  readonly extensionKey?: string | undefined;
  readonly description?: string | undefined;
  readonly policy?: DVSPolicy | undefined;
  readonly vendorSpecificConfig?: readonly DistributedVirtualSwitchKeyedOpaqueBlob[] | undefined;
  readonly contact?: DVSContactInfo | undefined;
  readonly switchIpAddress?: string | undefined;
  readonly defaultProxySwitchMaxNumPorts?: number | undefined;
  readonly infrastructureTrafficResourceConfig?: readonly DvsHostInfrastructureTrafficResource[] | undefined;
  readonly netResourcePoolTrafficResourceConfig?: readonly DvsHostInfrastructureTrafficResource[] | undefined;
  readonly networkResourceControlVersion?: string | undefined;
}

export interface DVSContactInfo extends DynamicData {
  readonly name?: string | undefined;
  readonly contact?: string | undefined;
}

export interface DVSCreateSpec extends DynamicData {
  readonly configSpec: DVSConfigSpec;
  readonly productInfo?: DistributedVirtualSwitchProductSpec | undefined;
  readonly capability?: DVSCapability | undefined;
}

export interface DVSFailureCriteria extends InheritablePolicy {
  readonly checkSpeed?: StringPolicy | undefined;
  readonly speed?: IntPolicy | undefined;
  readonly checkDuplex?: BoolPolicy | undefined;
  readonly fullDuplex?: BoolPolicy | undefined;
  readonly checkErrorPercent?: BoolPolicy | undefined;
  readonly percentage?: IntPolicy | undefined;
  readonly checkBeacon?: BoolPolicy | undefined;
}

export interface DVSFeatureCapability extends DynamicData {
  readonly networkResourceManagementSupported: boolean;
  readonly vmDirectPathGen2Supported?: boolean | undefined;
  readonly nicTeamingPolicy?: readonly string[] | undefined;
  readonly networkResourcePoolHighShareValue?: number | undefined;
  readonly networkResourceManagementCapability?: DVSNetworkResourceManagementCapability | undefined;
  readonly healthCheckCapability?: DVSHealthCheckCapability | undefined;
  readonly rollbackCapability?: DVSRollbackCapability | undefined;
  readonly backupRestoreCapability?: DVSBackupRestoreCapability | undefined;
  readonly networkFilterSupported?: boolean | undefined;
  readonly macLearningSupported?: boolean | undefined;
}

export interface DVSFilterSpecConnecteeSpec extends DynamicData {}

export interface DVSFilterSpecPnicConnecteeSpec extends DVSFilterSpecConnecteeSpec {
  readonly pnicNameSpec?: string | undefined;
}

export interface DVSFilterSpecPvlanSpec extends DVSFilterSpecVlanSpec {
  readonly pvlanId?: number | undefined;
}

export interface DVSFilterSpecTrunkVlanSpec extends DVSFilterSpecVlanSpec {
  readonly range?: NumericRange | undefined;
}

export interface DVSFilterSpecVlanIdSpec extends DVSFilterSpecVlanSpec {
  readonly vlanId?: number | undefined;
}

export interface DVSFilterSpecVlanSpec extends DynamicData {}

export interface DVSFilterSpecVmConnecteeSpec extends DVSFilterSpecConnecteeSpec {
  readonly vmNameSpec?: string | undefined;
}

export interface DVSFilterSpecVmknicConnecteeSpec extends DVSFilterSpecConnecteeSpec {
  readonly vmknicNameSpec?: string | undefined;
}

export interface DVSHealthCheckCapability extends DynamicData {}

export interface DVSHealthCheckConfig extends DynamicData {
  readonly enable?: boolean | undefined;
  readonly interval?: number | undefined;
}

export interface DVSHostLocalPortInfo extends DynamicData {
  readonly switchUuid: string;
  readonly portKey: string;
  readonly setting: DVPortSetting;
  readonly vnic: string;
}

export interface DVSMacLearningPolicy extends InheritablePolicy {
  readonly enabled: boolean;
  readonly allowUnicastFlooding?: boolean | undefined;
  readonly limit?: number | undefined;
  readonly limitPolicy?: string | undefined;
}

export interface DVSMacManagementPolicy extends InheritablePolicy {
  readonly allowPromiscuous?: boolean | undefined;
  readonly macChanges?: boolean | undefined;
  readonly forgedTransmits?: boolean | undefined;
  readonly macLearningPolicy?: DVSMacLearningPolicy | undefined;
}

export interface DVSManagerDvsConfigTarget extends DynamicData {
  readonly distributedVirtualPortgroup?: readonly DistributedVirtualPortgroupInfo[] | undefined;
  readonly distributedVirtualSwitch?: readonly DistributedVirtualSwitchInfo[] | undefined;
}

export interface DVSManagerPhysicalNicsList extends DynamicData {
  readonly host: Ref<'HostSystem'>;
  readonly physicalNics?: readonly PhysicalNic[] | undefined;
}

export interface DVSNameArrayUplinkPortPolicy extends DVSUplinkPortPolicy {
  readonly uplinkPortName: readonly string[];
}

export interface DVSNetworkResourceManagementCapability extends DynamicData {
  readonly networkResourceManagementSupported: boolean;
  readonly networkResourcePoolHighShareValue: number;
  readonly qosSupported: boolean;
  readonly userDefinedNetworkResourcePoolsSupported: boolean;
  readonly networkResourceControlVersion3Supported?: boolean | undefined;
  readonly userDefinedInfraTrafficPoolSupported?: boolean | undefined;
}

export interface DVSNetworkResourcePool extends DynamicData {
  readonly key: string;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly configVersion: string;
  readonly allocationInfo: DVSNetworkResourcePoolAllocationInfo;
}

export interface DVSNetworkResourcePoolAllocationInfo extends DynamicData {
  readonly limit?: number | undefined;
  readonly shares?: SharesInfo | undefined;
  readonly priorityTag?: number | undefined;
}

export interface DVSNetworkResourcePoolConfigSpec extends DynamicData {
  readonly key: string;
  readonly configVersion?: string | undefined;
  readonly allocationInfo?: DVSNetworkResourcePoolAllocationInfo | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}

export interface DVSPolicy extends DynamicData {
  readonly autoPreInstallAllowed?: boolean | undefined;
  readonly autoUpgradeAllowed?: boolean | undefined;
  readonly partialUpgradeAllowed?: boolean | undefined;
}

export interface DVSRollbackCapability extends DynamicData {
  readonly rollbackSupported: boolean;
}

export interface DVSRuntimeInfo extends DynamicData {
  readonly hostMemberRuntime?: readonly HostMemberRuntimeInfo[] | undefined;
  readonly resourceRuntimeInfo?: DvsResourceRuntimeInfo | undefined;
}

export interface DVSSecurityPolicy extends InheritablePolicy {
  readonly allowPromiscuous?: BoolPolicy | undefined;
  readonly macChanges?: BoolPolicy | undefined;
  readonly forgedTransmits?: BoolPolicy | undefined;
}

export interface DVSSelection extends SelectionSet {
  readonly dvsUuid: string;
}

export interface DVSSummary extends DynamicData {
  readonly name: string;
  readonly uuid: string;
  readonly numPorts: number;
  readonly productInfo?: DistributedVirtualSwitchProductSpec | undefined;
  readonly hostMember?: readonly Ref<'HostSystem'>[] | undefined;
  readonly vm?: readonly Ref<'VirtualMachine'>[] | undefined;
  readonly host?: readonly Ref<'HostSystem'>[] | undefined;
  readonly portgroupName?: readonly string[] | undefined;
  readonly description?: string | undefined;
  readonly contact?: DVSContactInfo | undefined;
  readonly numHosts?: number | undefined;
}

export interface DVSTrafficShapingPolicy extends InheritablePolicy {
  readonly enabled?: BoolPolicy | undefined;
  readonly averageBandwidth?: LongPolicy | undefined;
  readonly peakBandwidth?: LongPolicy | undefined;
  readonly burstSize?: LongPolicy | undefined;
}

export interface DVSUplinkPortPolicy extends DynamicData {}

export interface DVSVendorSpecificConfig extends InheritablePolicy {
  readonly keyValue?: readonly DistributedVirtualSwitchKeyedOpaqueBlob[] | undefined;
}

export interface DVSVmVnicNetworkResourcePool extends DynamicData {
  readonly key: string;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly configVersion: string;
  readonly allocationInfo?: DvsVmVnicResourceAllocation | undefined;
}

export interface DailyTaskScheduler extends HourlyTaskScheduler {
  readonly hour: number;
}

export interface DasAdmissionControlDisabledEvent extends ClusterEvent {}

export interface DasAdmissionControlEnabledEvent extends ClusterEvent {}

export interface DasAgentFoundEvent extends ClusterEvent {}

export interface DasAgentUnavailableEvent extends ClusterEvent {}

export interface DasClusterIsolatedEvent extends ClusterEvent {}

export interface DasConfigFault extends VimFault {
  readonly reason?: string | undefined;
  readonly output?: string | undefined;
  readonly event?: readonly Event[] | undefined;
}

export interface DasDisabledEvent extends ClusterEvent {}

export interface DasEnabledEvent extends ClusterEvent {}

export interface DasHeartbeatDatastoreInfo extends DynamicData {
  readonly datastore: Ref<'Datastore'>;
  readonly hosts: readonly Ref<'HostSystem'>[];
}

export interface DasHostFailedEvent extends ClusterEvent {
  readonly failedHost: HostEventArgument;
}

export interface DasHostIsolatedEvent extends ClusterEvent {
  readonly isolatedHost: HostEventArgument;
}

export interface DatabaseError extends RuntimeFault {}

export interface DatabaseSizeEstimate extends DynamicData {
  readonly size: number;
}

export interface DatabaseSizeParam extends DynamicData {
  readonly inventoryDesc: InventoryDescription;
  readonly perfStatsDesc?: PerformanceStatisticsDescription | undefined;
}

export interface DatacenterBasicConnectInfo extends DynamicData {
  readonly hostname?: string | undefined;
  readonly error?: LocalizedMethodFault | undefined;
  readonly serverIp?: string | undefined;
  readonly numVm?: number | undefined;
  readonly numPoweredOnVm?: number | undefined;
  readonly hostProductInfo?: AboutInfo | undefined;
  readonly hardwareVendor?: string | undefined;
  readonly hardwareModel?: string | undefined;
}

export interface DatacenterConfigInfo extends DynamicData {
  readonly defaultHardwareVersionKey?: string | undefined;
  readonly maximumHardwareVersionKey?: string | undefined;
}

export interface DatacenterConfigSpec extends DynamicData {
  readonly defaultHardwareVersionKey?: string | undefined;
  readonly maximumHardwareVersionKey?: string | undefined;
}

export interface DatacenterCreatedEvent extends DatacenterEvent {
  readonly parent: FolderEventArgument;
}

export interface DatacenterEvent extends Event {}

export interface DatacenterEventArgument extends EntityEventArgument {
  readonly datacenter: Ref<'Datacenter'>;
}

export interface DatacenterMismatch extends MigrationFault {
  readonly invalidArgument: readonly DatacenterMismatchArgument[];
  readonly expectedDatacenter: Ref<'Datacenter'>;
}

export interface DatacenterMismatchArgument extends DynamicData {
  readonly entity: Ref<'ManagedEntity'>;
  readonly inputDatacenter?: Ref<'Datacenter'> | undefined;
}

export interface DatacenterRenamedEvent extends DatacenterEvent {
  readonly oldName: string;
  readonly newName: string;
}

export interface DatastoreCapability extends DynamicData {
  readonly directoryHierarchySupported: boolean;
  readonly rawDiskMappingsSupported: boolean;
  readonly perFileThinProvisioningSupported: boolean;
  readonly storageIORMSupported?: boolean | undefined;
  readonly nativeSnapshotSupported?: boolean | undefined;
  readonly topLevelDirectoryCreateSupported?: boolean | undefined;
  readonly seSparseSupported?: boolean | undefined;
  readonly vmfsSparseSupported?: boolean | undefined;
  readonly vsanSparseSupported?: boolean | undefined;
  readonly upitSupported?: boolean | undefined;
  readonly vmdkExpandSupported?: boolean | undefined;
  readonly clusteredVmdkSupported?: boolean | undefined;
}

export interface DatastoreCapacityIncreasedEvent extends DatastoreEvent {
  readonly oldCapacity: number;
  readonly newCapacity: number;
}

export interface DatastoreDestroyedEvent extends DatastoreEvent {}

export interface DatastoreDiscoveredEvent extends HostEvent {
  readonly datastore: DatastoreEventArgument;
}

export interface DatastoreDuplicatedEvent extends DatastoreEvent {}

export interface DatastoreEvent extends Event {
  readonly datastore?: DatastoreEventArgument | undefined;
}

export interface DatastoreEventArgument extends EntityEventArgument {
  readonly datastore: Ref<'Datastore'>;
}

export interface DatastoreFileCopiedEvent extends DatastoreFileEvent {
  readonly sourceDatastore: DatastoreEventArgument;
  readonly sourceFile: string;
}

export interface DatastoreFileDeletedEvent extends DatastoreFileEvent {}

export interface DatastoreFileEvent extends DatastoreEvent {
  readonly targetFile: string;
  readonly sourceOfOperation?: string | undefined;
  readonly succeeded?: boolean | undefined;
}

export interface DatastoreFileMovedEvent extends DatastoreFileEvent {
  readonly sourceDatastore: DatastoreEventArgument;
  readonly sourceFile: string;
}

export interface DatastoreHostMount extends DynamicData {
  readonly key: Ref<'HostSystem'>;
  readonly mountInfo: HostMountInfo;
}

export interface DatastoreIORMReconfiguredEvent extends DatastoreEvent {}

export interface DatastoreInfo extends DynamicData {
  readonly name: string;
  readonly url: string;
  readonly freeSpace: number;
  readonly maxFileSize: number;
  readonly maxVirtualDiskCapacity?: number | undefined;
  readonly maxMemoryFileSize?: number | undefined;
  readonly timestamp?: string | undefined;
  readonly containerId?: string | undefined;
  readonly aliasOf?: string | undefined;
  readonly supportedVDiskFormats?: readonly string[] | undefined;
  readonly logicalSectorSize?: number | undefined;
  readonly physicalSectorSize?: number | undefined;
}

export interface DatastoreMountPathDatastorePair extends DynamicData {
  readonly oldMountPath: string;
  readonly datastore: Ref<'Datastore'>;
}

export interface DatastoreNamespaceManagerDirectoryInfo extends DynamicData {
  readonly capacity: number;
  readonly used: number;
}

export interface DatastoreNotWritableOnHost extends InvalidDatastore {
  readonly host: Ref<'HostSystem'>;
}

export interface DatastoreOption extends DynamicData {
  readonly unsupportedVolumes?: readonly VirtualMachineDatastoreVolumeOption[] | undefined;
}

export interface DatastorePrincipalConfigured extends HostEvent {
  readonly datastorePrincipal: string;
}

export interface DatastoreRemovedOnHostEvent extends HostEvent {
  readonly datastore: DatastoreEventArgument;
}

export interface DatastoreRenamedEvent extends DatastoreEvent {
  readonly oldName: string;
  readonly newName: string;
}

export interface DatastoreRenamedOnHostEvent extends HostEvent {
  readonly oldName: string;
  readonly newName: string;
}

export interface DatastoreSummary extends DynamicData {
  readonly datastore?: Ref<'Datastore'> | undefined;
  readonly name: string;
  readonly url: string;
  readonly capacity: number;
  readonly freeSpace: number;
  readonly uncommitted?: number | undefined;
  readonly accessible: boolean;
  readonly multipleHostAccess?: boolean | undefined;
  readonly type: string;
  readonly maintenanceMode?: string | undefined;
}

export interface DatastoreVVolContainerFailoverPair extends DynamicData {
  readonly srcContainer?: string | undefined;
  readonly tgtContainer: string;
  readonly vvolMapping?: readonly KeyValue[] | undefined;
}

export interface DateTimeProfile extends ApplyProfile {}

export interface DeltaDiskFormatNotSupported extends VmConfigFault {
  readonly datastore?: readonly Ref<'Datastore'>[] | undefined;
  readonly deltaDiskFormat: string;
}

export interface Description extends DynamicData {
  readonly label: string;
  readonly summary: string;
}

export interface DesiredSoftwareSpec extends DynamicData {
  readonly baseImageSpec: DesiredSoftwareSpecBaseImageSpec;
  readonly vendorAddOnSpec?: DesiredSoftwareSpecVendorAddOnSpec | undefined;
  readonly components?: readonly DesiredSoftwareSpecComponentSpec[] | undefined;
  readonly removedComponents?: readonly string[] | undefined;
}

export interface DesiredSoftwareSpecBaseImageSpec extends DynamicData {
  readonly version: string;
}

export interface DesiredSoftwareSpecComponentSpec extends DynamicData {
  readonly name: string;
  readonly version?: string | undefined;
}

export interface DesiredSoftwareSpecVendorAddOnSpec extends DynamicData {
  readonly name: string;
  readonly version: string;
}

export interface DestinationSwitchFull extends CannotAccessNetwork {}

export interface DestinationVsanDisabled extends CannotMoveVsanEnabledHost {
  readonly destinationCluster: string;
}

export interface DeviceBackedVirtualDiskSpec extends VirtualDiskSpec {
  readonly device: string;
}

export interface DeviceBackingNotSupported extends DeviceNotSupported {
  readonly backing: string;
}

export interface DeviceControllerNotSupported extends DeviceNotSupported {
  readonly controller: string;
}

export interface DeviceGroupId extends DynamicData {
  readonly id: string;
}

export interface DeviceHotPlugNotSupported extends InvalidDeviceSpec {}

export interface DeviceNotFound extends InvalidDeviceSpec {}

export interface DeviceNotSupported extends VirtualHardwareCompatibilityIssue {
  readonly device: string;
  readonly reason?: string | undefined;
}

export interface DeviceUnsupportedForVmPlatform extends InvalidDeviceSpec {}

export interface DeviceUnsupportedForVmVersion extends InvalidDeviceSpec {
  readonly currentVersion: string;
  readonly expectedVersion: string;
}

export interface DiagnosticManagerAuditRecordResult extends DynamicData {
  readonly records?: readonly string[] | undefined;
  readonly nextToken: string;
}

export interface DiagnosticManagerBundleInfo extends DynamicData {
  readonly system?: Ref<'HostSystem'> | undefined;
  readonly url: string;
}

export interface DiagnosticManagerLogDescriptor extends DynamicData {
  readonly key: string;
  readonly fileName: string;
  readonly creator: string;
  readonly format: string;
  readonly mimeType: string;
  readonly info: Description;
}

export interface DiagnosticManagerLogHeader extends DynamicData {
  readonly lineStart: number;
  readonly lineEnd: number;
  readonly lineText?: readonly string[] | undefined;
}

export interface DigestNotSupported extends DeviceNotSupported {}

export interface DirectPathProfileInfo extends DynamicData {
  readonly id: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly vendorName: string;
  readonly deviceConfig: DirectPathProfileManagerDirectPathConfig;
}

export interface DirectPathProfileManagerCapacityInfo extends DirectPathProfileManagerCapacityResult {
  readonly profile: DirectPathProfileInfo;
  readonly consumed: number;
  readonly remaining: number;
  readonly max: number;
  readonly unusedReservation: number;
}

export interface DirectPathProfileManagerCapacityQueryByDeviceConfig extends DirectPathProfileManagerCapacityQuerySpec {
  readonly deviceConfig: DirectPathProfileManagerDirectPathConfig;
}

export interface DirectPathProfileManagerCapacityQueryById extends DirectPathProfileManagerCapacityQuerySpec {
  readonly id: string;
}

export interface DirectPathProfileManagerCapacityQueryByName extends DirectPathProfileManagerCapacityQuerySpec {
  readonly name: string;
}

export interface DirectPathProfileManagerCapacityQuerySpec extends DynamicData {}

export interface DirectPathProfileManagerCapacityResult extends DynamicData {}

export interface DirectPathProfileManagerCapacityUnknown extends DirectPathProfileManagerCapacityResult {
  readonly querySpec: DirectPathProfileManagerCapacityQuerySpec;
  readonly faultList?: readonly LocalizedMethodFault[] | undefined;
}

export interface DirectPathProfileManagerCreateSpec extends DynamicData {
  readonly name: string;
  readonly description?: string | undefined;
  readonly deviceConfig: DirectPathProfileManagerDirectPathConfig;
}

export interface DirectPathProfileManagerDirectPathConfig extends DynamicData {}

export interface DirectPathProfileManagerDvxDirectPathConfig extends DirectPathProfileManagerDirectPathConfig {
  readonly dvxBacking: VirtualPCIPassthroughDvxBackingInfo;
}

export interface DirectPathProfileManagerDynamicDirectPathConfig extends DirectPathProfileManagerDirectPathConfig {
  readonly dynamicDirectPathBacking: VirtualPCIPassthroughDynamicBackingInfo;
}

export interface DirectPathProfileManagerFilterSpec extends DynamicData {
  readonly ids?: readonly string[] | undefined;
  readonly names?: readonly string[] | undefined;
  readonly clusters?: readonly Ref<'ClusterComputeResource'>[] | undefined;
}

export interface DirectPathProfileManagerTargetCluster extends DirectPathProfileManagerTargetEntity {
  readonly cluster: Ref<'ClusterComputeResource'>;
}

export interface DirectPathProfileManagerTargetEntity extends DynamicData {}

export interface DirectPathProfileManagerTargetHost extends DirectPathProfileManagerTargetEntity {
  readonly host: Ref<'HostSystem'>;
}

export interface DirectPathProfileManagerUpdateSpec extends DynamicData {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}

export interface DirectPathProfileManagerVirtualDeviceGroupDirectPathConfig extends DirectPathProfileManagerDirectPathConfig {
  readonly deviceGroupName: string;
}

export interface DirectPathProfileManagerVmiopDirectPathConfig extends DirectPathProfileManagerDirectPathConfig {
  readonly vgpuProfile: string;
}

export interface DirectoryNotEmpty extends FileFault {}

export interface DisableAdminNotSupported extends HostConfigFault {}

export interface DisallowedChangeByService extends RuntimeFault {
  readonly serviceName: string;
  readonly disallowedChange?: string | undefined;
}

export interface DisallowedDiskModeChange extends InvalidDeviceSpec {}

export interface DisallowedMigrationDeviceAttached extends MigrationFault {
  readonly fault: LocalizedMethodFault;
}

export interface DisallowedOperationOnFailoverHost extends RuntimeFault {
  readonly host: Ref<'HostSystem'>;
  readonly hostname: string;
}

export interface DisconnectedHostsBlockingEVC extends EVCConfigFault {}

export interface DiskChangeExtent extends DynamicData {
  readonly start: number;
  readonly length: number;
}

export interface DiskChangeInfo extends DynamicData {
  readonly startOffset: number;
  readonly length: number;
  readonly changedArea?: readonly DiskChangeExtent[] | undefined;
}

export interface DiskCryptoSpec extends DynamicData {
  readonly parent?: DiskCryptoSpec | undefined;
  readonly crypto: CryptoSpec;
}

export interface DiskHasPartitions extends VsanDiskFault {}

export interface DiskIsLastRemainingNonSSD extends VsanDiskFault {}

export interface DiskIsNonLocal extends VsanDiskFault {}

export interface DiskIsUSB extends VsanDiskFault {}

export interface DiskMoveTypeNotSupported extends MigrationFault {}

export interface DiskNotSupported extends VirtualHardwareCompatibilityIssue {
  readonly disk: number;
}

export interface DiskTooSmall extends VsanDiskFault {}

export interface DistributedVirtualPort extends DynamicData {
  readonly key: string;
  readonly config: DVPortConfigInfo;
  readonly dvsUuid: string;
  readonly portgroupKey?: string | undefined;
  readonly proxyHost?: Ref<'HostSystem'> | undefined;
  readonly connectee?: DistributedVirtualSwitchPortConnectee | undefined;
  readonly conflict: boolean;
  readonly conflictPortKey?: string | undefined;
  readonly state?: DVPortState | undefined;
  readonly connectionCookie?: number | undefined;
  readonly lastStatusChange: string;
  readonly hostLocalPort?: boolean | undefined;
  readonly externalId?: string | undefined;
  readonly segmentPortId?: string | undefined;
}

export interface DistributedVirtualPortgroupInfo extends DynamicData {
  readonly switchName: string;
  readonly switchUuid: string;
  readonly portgroupName: string;
  readonly portgroupKey: string;
  readonly portgroupType: string;
  readonly uplinkPortgroup: boolean;
  readonly portgroup: Ref<'DistributedVirtualPortgroup'>;
  readonly networkReservationSupported?: boolean | undefined;
  readonly backingType?: string | undefined;
  readonly logicalSwitchUuid?: string | undefined;
  readonly segmentId?: string | undefined;
  readonly subnetId?: string | undefined;
}

export interface DistributedVirtualPortgroupNsxPortgroupOperationResult extends DynamicData {
  readonly portgroups?: readonly Ref<'DistributedVirtualPortgroup'>[] | undefined;
  readonly problems?: readonly DistributedVirtualPortgroupProblem[] | undefined;
}

export interface DistributedVirtualPortgroupProblem extends DynamicData {
  readonly logicalSwitchUuid: string;
  readonly fault: LocalizedMethodFault;
}

export interface DistributedVirtualSwitchHostMember extends DynamicData {
  readonly runtimeState?: DistributedVirtualSwitchHostMemberRuntimeState | undefined;
  readonly config: DistributedVirtualSwitchHostMemberConfigInfo;
  readonly productInfo?: DistributedVirtualSwitchProductSpec | undefined;
  readonly uplinkPortKey?: readonly string[] | undefined;
  readonly status: string;
  readonly statusDetail?: string | undefined;
}

export interface DistributedVirtualSwitchHostMemberBacking extends DynamicData {}

export interface DistributedVirtualSwitchHostMemberConfigInfo extends DynamicData {
  readonly host?: Ref<'HostSystem'> | undefined;
  readonly maxProxySwitchPorts: number;
  readonly vendorSpecificConfig?: readonly DistributedVirtualSwitchKeyedOpaqueBlob[] | undefined;
  readonly backing: DistributedVirtualSwitchHostMemberBacking;
  readonly nsxSwitch?: boolean | undefined;
  readonly ensEnabled?: boolean | undefined;
  readonly ensInterruptEnabled?: boolean | undefined;
  readonly transportZones?: readonly DistributedVirtualSwitchHostMemberTransportZoneInfo[] | undefined;
  readonly nsxtUsedUplinkNames?: readonly string[] | undefined;
  readonly networkOffloadingEnabled?: boolean | undefined;
  readonly teplessMode?: boolean | undefined;
}

export interface DistributedVirtualSwitchHostMemberConfigSpec extends DynamicData {
  readonly operation: string;
  readonly host: Ref<'HostSystem'>;
  readonly backing?: DistributedVirtualSwitchHostMemberBacking | undefined;
  readonly maxProxySwitchPorts?: number | undefined;
  readonly vendorSpecificConfig?: readonly DistributedVirtualSwitchKeyedOpaqueBlob[] | undefined;
}

export interface DistributedVirtualSwitchHostMemberHostPerfNicOffloadState extends DynamicData {
  readonly enabled: boolean;
  readonly runtimeStatus?: string | undefined;
  readonly statusDescription?: string | undefined;
}

export interface DistributedVirtualSwitchHostMemberHostUplinkState extends DynamicData {
  readonly uplinkName: string;
  readonly state: string;
}

export interface DistributedVirtualSwitchHostMemberPnicBacking extends DistributedVirtualSwitchHostMemberBacking {
  readonly pnicSpec?: readonly DistributedVirtualSwitchHostMemberPnicSpec[] | undefined;
}

export interface DistributedVirtualSwitchHostMemberPnicSpec extends DynamicData {
  readonly pnicDevice: string;
  readonly uplinkPortKey?: string | undefined;
  readonly uplinkPortgroupKey?: string | undefined;
  readonly connectionCookie?: number | undefined;
}

export interface DistributedVirtualSwitchHostMemberRuntimeState extends DynamicData {
  readonly currentMaxProxySwitchPorts: number;
}

export interface DistributedVirtualSwitchHostMemberTransportZoneInfo extends DynamicData {
  readonly uuid: string;
  readonly type: string;
}

export interface DistributedVirtualSwitchHostProductSpec extends DynamicData {
  readonly productLineId?: string | undefined;
  readonly version?: string | undefined;
}

export interface DistributedVirtualSwitchInfo extends DynamicData {
  readonly switchName: string;
  readonly switchUuid: string;
  readonly distributedVirtualSwitch: Ref<'DistributedVirtualSwitch'>;
  readonly networkReservationSupported?: boolean | undefined;
}

export interface DistributedVirtualSwitchKeyedOpaqueBlob extends DynamicData {
  readonly key: string;
  readonly opaqueData: string;
}

export interface DistributedVirtualSwitchManagerCompatibilityResult extends DynamicData {
  readonly host: Ref<'HostSystem'>;
  readonly error?: readonly LocalizedMethodFault[] | undefined;
}

export interface DistributedVirtualSwitchManagerDvsProductSpec extends DynamicData {
  readonly newSwitchProductSpec?: DistributedVirtualSwitchProductSpec | undefined;
  readonly distributedVirtualSwitch?: Ref<'DistributedVirtualSwitch'> | undefined;
}

export interface DistributedVirtualSwitchManagerHostArrayFilter extends DistributedVirtualSwitchManagerHostDvsFilterSpec {
  readonly host: readonly Ref<'HostSystem'>[];
}

export interface DistributedVirtualSwitchManagerHostContainer extends DynamicData {
  readonly container: Ref<'ManagedEntity'>;
  readonly recursive: boolean;
}

export interface DistributedVirtualSwitchManagerHostContainerFilter extends DistributedVirtualSwitchManagerHostDvsFilterSpec {
  readonly hostContainer: DistributedVirtualSwitchManagerHostContainer;
}

export interface DistributedVirtualSwitchManagerHostDvsFilterSpec extends DynamicData {
  readonly inclusive: boolean;
}

export interface DistributedVirtualSwitchManagerHostDvsMembershipFilter extends DistributedVirtualSwitchManagerHostDvsFilterSpec {
  readonly distributedVirtualSwitch: Ref<'DistributedVirtualSwitch'>;
}

export interface DistributedVirtualSwitchManagerImportResult extends DynamicData {
  readonly distributedVirtualSwitch?: readonly Ref<'DistributedVirtualSwitch'>[] | undefined;
  readonly distributedVirtualPortgroup?: readonly Ref<'DistributedVirtualPortgroup'>[] | undefined;
  readonly importFault?: readonly ImportOperationBulkFaultFaultOnImport[] | undefined;
}

export interface DistributedVirtualSwitchManagerSpanInfo extends DynamicData {
  readonly ID: string;
  readonly clusters?: readonly Ref<'ClusterComputeResource'>[] | undefined;
  readonly exclusive?: boolean | undefined;
}

export interface DistributedVirtualSwitchNetworkOffloadSpec extends DynamicData {
  readonly id: string;
  readonly name?: string | undefined;
  readonly types?: readonly string[] | undefined;
  readonly dpuCapability?: VMwareDvsDpuCapability | undefined;
}

export interface DistributedVirtualSwitchPortConnectee extends DynamicData {
  readonly connectedEntity?: Ref<'ManagedEntity'> | undefined;
  readonly nicKey?: string | undefined;
  readonly type?: string | undefined;
  readonly addressHint?: string | undefined;
}

export interface DistributedVirtualSwitchPortConnection extends DynamicData {
  readonly switchUuid: string;
  readonly portgroupKey?: string | undefined;
  readonly portKey?: string | undefined;
  readonly connectionCookie?: number | undefined;
}

export interface DistributedVirtualSwitchPortCriteria extends DynamicData {
  readonly connected?: boolean | undefined;
  readonly active?: boolean | undefined;
  readonly uplinkPort?: boolean | undefined;
  readonly nsxPort?: boolean | undefined;
  readonly scope?: Ref<'ManagedEntity'> | undefined;
  readonly portgroupKey?: readonly string[] | undefined;
  readonly inside?: boolean | undefined;
  readonly portKey?: readonly string[] | undefined;
  readonly host?: readonly Ref<'HostSystem'>[] | undefined;
}

export interface DistributedVirtualSwitchPortStatistics extends DynamicData {
  readonly packetsInMulticast: number;
  readonly packetsOutMulticast: number;
  readonly bytesInMulticast: number;
  readonly bytesOutMulticast: number;
  readonly packetsInUnicast: number;
  readonly packetsOutUnicast: number;
  readonly bytesInUnicast: number;
  readonly bytesOutUnicast: number;
  readonly packetsInBroadcast: number;
  readonly packetsOutBroadcast: number;
  readonly bytesInBroadcast: number;
  readonly bytesOutBroadcast: number;
  readonly packetsInDropped: number;
  readonly packetsOutDropped: number;
  readonly packetsInException: number;
  readonly packetsOutException: number;
  readonly bytesInFromPnic?: number | undefined;
  readonly bytesOutToPnic?: number | undefined;
}

export interface DistributedVirtualSwitchProductSpec extends DynamicData {
  readonly name?: string | undefined;
  readonly vendor?: string | undefined;
  readonly version?: string | undefined;
  readonly build?: string | undefined;
  readonly forwardingClass?: string | undefined;
  readonly bundleId?: string | undefined;
  readonly bundleUrl?: string | undefined;
}

export interface DomainNotFound extends ActiveDirectoryFault {
  readonly domainName: string;
}

export interface DpuStatusInfo extends HostHardwareElementInfo {
  readonly dpuId: string;
  readonly fru?: HostFru | undefined;
  readonly sensors?: readonly DpuStatusInfoOperationalInfo[] | undefined;
}

export interface DpuStatusInfoOperationalInfo extends DynamicData {
  readonly sensorId: string;
  readonly healthState?: ElementDescription | undefined;
  readonly reading: string;
  readonly units?: string | undefined;
  readonly timeStamp?: string | undefined;
}

export interface DrsDisabledEvent extends ClusterEvent {}

export interface DrsDisabledOnVm extends VimFault {}

export interface DrsEnabledEvent extends ClusterEvent {
  readonly behavior: string;
}

export interface DrsEnteredStandbyModeEvent extends EnteredStandbyModeEvent {}

export interface DrsEnteringStandbyModeEvent extends EnteringStandbyModeEvent {}

export interface DrsExitStandbyModeFailedEvent extends ExitStandbyModeFailedEvent {}

export interface DrsExitedStandbyModeEvent extends ExitedStandbyModeEvent {}

export interface DrsExitingStandbyModeEvent extends ExitingStandbyModeEvent {}

export interface DrsInvocationFailedEvent extends ClusterEvent {}

export interface DrsRecoveredFromFailureEvent extends ClusterEvent {}

export interface DrsResourceConfigureFailedEvent extends HostEvent {
  readonly reason: LocalizedMethodFault;
}

export interface DrsResourceConfigureSyncedEvent extends HostEvent {}

export interface DrsRuleComplianceEvent extends VmEvent {}

export interface DrsRuleViolationEvent extends VmEvent {}

export interface DrsSoftRuleViolationEvent extends VmEvent {}

export interface DrsVmMigratedEvent extends VmMigratedEvent {}

export interface DrsVmPoweredOnEvent extends VmPoweredOnEvent {}

export interface DrsVmotionIncompatibleFault extends VirtualHardwareCompatibilityIssue {
  readonly host: Ref<'HostSystem'>;
}

export interface DuplicateDisks extends VsanDiskFault {}

export interface DuplicateIpDetectedEvent extends HostEvent {
  readonly duplicateIP: string;
  readonly macAddress: string;
}

export interface DuplicateName extends VimFault {
  readonly name: string;
  readonly object: Ref;
}

export interface DuplicateVsanNetworkInterface extends VsanFault {
  readonly device: string;
}

export interface DvpgImportEvent extends DVPortgroupEvent {
  readonly importType: string;
}

export interface DvpgRestoreEvent extends DVPortgroupEvent {}

export interface DvsAcceptNetworkRuleAction extends DvsNetworkRuleAction {}

export interface DvsApplyOperationFault extends DvsFault {
  readonly objectFault: readonly DvsApplyOperationFaultFaultOnObject[];
}

export interface DvsApplyOperationFaultFaultOnObject extends DynamicData {
  readonly objectId: string;
  readonly type: string;
  readonly fault: LocalizedMethodFault;
}

export interface DvsCopyNetworkRuleAction extends DvsNetworkRuleAction {}

export interface DvsCreatedEvent extends DvsEvent {
  readonly parent: FolderEventArgument;
}

export interface DvsDestroyedEvent extends DvsEvent {}

export interface DvsDropNetworkRuleAction extends DvsNetworkRuleAction {}

export interface DvsEvent extends Event {}

export interface DvsEventArgument extends EntityEventArgument {
  readonly dvs: Ref<'DistributedVirtualSwitch'>;
}

export interface DvsFault extends VimFault {}

export interface DvsFilterConfig extends InheritablePolicy {
  readonly key?: string | undefined;
  readonly agentName?: string | undefined;
  readonly slotNumber?: string | undefined;
  readonly parameters?: DvsFilterParameter | undefined;
  readonly onFailure?: string | undefined;
}

export interface DvsFilterConfigSpec extends DvsFilterConfig {
  readonly operation: string;
}

export interface DvsFilterParameter extends DynamicData {
  readonly parameters?: readonly string[] | undefined;
}

export interface DvsFilterPolicy extends InheritablePolicy {
  readonly filterConfig?: readonly DvsFilterConfig[] | undefined;
}

export interface DvsGreEncapNetworkRuleAction extends DvsNetworkRuleAction {
  readonly encapsulationIp: SingleIp;
}

export interface DvsHealthStatusChangeEvent extends HostEvent {
  readonly switchUuid: string;
  readonly healthResult?: HostMemberHealthCheckResult | undefined;
}

export interface DvsHostBackInSyncEvent extends DvsEvent {
  readonly hostBackInSync: HostEventArgument;
}

export interface DvsHostInfrastructureTrafficResource extends DynamicData {
  readonly key: string;
  readonly description?: string | undefined;
  readonly allocationInfo: DvsHostInfrastructureTrafficResourceAllocation;
}

export interface DvsHostInfrastructureTrafficResourceAllocation extends DynamicData {
  readonly limit?: number | undefined;
  readonly shares?: SharesInfo | undefined;
  readonly reservation?: number | undefined;
}

export interface DvsHostJoinedEvent extends DvsEvent {
  readonly hostJoined: HostEventArgument;
}

export interface DvsHostLeftEvent extends DvsEvent {
  readonly hostLeft: HostEventArgument;
}

export interface DvsHostStatusUpdated extends DvsEvent {
  readonly hostMember: HostEventArgument;
  readonly oldStatus?: string | undefined;
  readonly newStatus?: string | undefined;
  readonly oldStatusDetail?: string | undefined;
  readonly newStatusDetail?: string | undefined;
}

export interface DvsHostVNicProfile extends DvsVNicProfile {}

export interface DvsHostWentOutOfSyncEvent extends DvsEvent {
  readonly hostOutOfSync: DvsOutOfSyncHostArgument;
}

export interface DvsImportEvent extends DvsEvent {
  readonly importType: string;
}

export interface DvsIpNetworkRuleQualifier extends DvsNetworkRuleQualifier {
  readonly sourceAddress?: IpAddress | undefined;
  readonly destinationAddress?: IpAddress | undefined;
  readonly protocol?: IntExpression | undefined;
  readonly sourceIpPort?: DvsIpPort | undefined;
  readonly destinationIpPort?: DvsIpPort | undefined;
  readonly tcpFlags?: IntExpression | undefined;
}

export interface DvsIpPort extends NegatableExpression {}

export interface DvsIpPortRange extends DvsIpPort {
  readonly startPortNumber: number;
  readonly endPortNumber: number;
}

export interface DvsLogNetworkRuleAction extends DvsNetworkRuleAction {}

export interface DvsMacNetworkRuleQualifier extends DvsNetworkRuleQualifier {
  readonly sourceAddress?: MacAddress | undefined;
  readonly destinationAddress?: MacAddress | undefined;
  readonly protocol?: IntExpression | undefined;
  readonly vlanId?: IntExpression | undefined;
}

export interface DvsMacRewriteNetworkRuleAction extends DvsNetworkRuleAction {
  readonly rewriteMac: string;
}

export interface DvsMergedEvent extends DvsEvent {
  readonly sourceDvs: DvsEventArgument;
  readonly destinationDvs: DvsEventArgument;
}

export interface DvsNetworkRuleAction extends DynamicData {}

export interface DvsNetworkRuleQualifier extends DynamicData {
  readonly key?: string | undefined;
}

export interface DvsNotAuthorized extends DvsFault {
  readonly sessionExtensionKey?: string | undefined;
  readonly dvsExtensionKey?: string | undefined;
}

export interface DvsOperationBulkFault extends DvsFault {
  readonly hostFault: readonly DvsOperationBulkFaultFaultOnHost[];
}

export interface DvsOperationBulkFaultFaultOnHost extends DynamicData {
  readonly host: Ref<'HostSystem'>;
  readonly fault: LocalizedMethodFault;
}

export interface DvsOutOfSyncHostArgument extends DynamicData {
  readonly outOfSyncHost: HostEventArgument;
  readonly configParamters: readonly string[];
}

export interface DvsPortBlockedEvent extends DvsEvent {
  readonly portKey: string;
  readonly statusDetail?: string | undefined;
  readonly runtimeInfo?: DVPortStatus | undefined;
  readonly prevBlockState?: string | undefined;
}

export interface DvsPortConnectedEvent extends DvsEvent {
  readonly portKey: string;
  readonly connectee?: DistributedVirtualSwitchPortConnectee | undefined;
}

export interface DvsPortCreatedEvent extends DvsEvent {
  readonly portKey: readonly string[];
}

export interface DvsPortDeletedEvent extends DvsEvent {
  readonly portKey: readonly string[];
}

export interface DvsPortDisconnectedEvent extends DvsEvent {
  readonly portKey: string;
  readonly connectee?: DistributedVirtualSwitchPortConnectee | undefined;
}

export interface DvsPortEnteredPassthruEvent extends DvsEvent {
  readonly portKey: string;
  readonly runtimeInfo?: DVPortStatus | undefined;
}

export interface DvsPortExitedPassthruEvent extends DvsEvent {
  readonly portKey: string;
  readonly runtimeInfo?: DVPortStatus | undefined;
}

export interface DvsPortJoinPortgroupEvent extends DvsEvent {
  readonly portKey: string;
  readonly portgroupKey: string;
  readonly portgroupName: string;
}

export interface DvsPortLeavePortgroupEvent extends DvsEvent {
  readonly portKey: string;
  readonly portgroupKey: string;
  readonly portgroupName: string;
}

export interface DvsPortLinkDownEvent extends DvsEvent {
  readonly portKey: string;
  readonly runtimeInfo?: DVPortStatus | undefined;
}

export interface DvsPortLinkUpEvent extends DvsEvent {
  readonly portKey: string;
  readonly runtimeInfo?: DVPortStatus | undefined;
}

export interface DvsPortReconfiguredEvent extends DvsEvent {
  readonly portKey: readonly string[];
  readonly configChanges?: readonly ChangesInfoEventArgument[] | undefined;
}

export interface DvsPortRuntimeChangeEvent extends DvsEvent {
  readonly portKey: string;
  readonly runtimeInfo: DVPortStatus;
}

export interface DvsPortUnblockedEvent extends DvsEvent {
  readonly portKey: string;
  readonly runtimeInfo?: DVPortStatus | undefined;
  readonly prevBlockState?: string | undefined;
}

export interface DvsPortVendorSpecificStateChangeEvent extends DvsEvent {
  readonly portKey: string;
}

export interface DvsProfile extends ApplyProfile {
  readonly key: string;
  readonly name: string;
  readonly uplink?: readonly PnicUplinkProfile[] | undefined;
}

export interface DvsPuntNetworkRuleAction extends DvsNetworkRuleAction {}

export interface DvsRateLimitNetworkRuleAction extends DvsNetworkRuleAction {
  readonly packetsPerSecond: number;
}

export interface DvsReconfiguredEvent extends DvsEvent {
  readonly configSpec: DVSConfigSpec;
  readonly configChanges?: ChangesInfoEventArgument | undefined;
}

export interface DvsRenamedEvent extends DvsEvent {
  readonly oldName: string;
  readonly newName: string;
}

export interface DvsResourceRuntimeInfo extends DynamicData {
  readonly capacity?: number | undefined;
  readonly usage?: number | undefined;
  readonly available?: number | undefined;
  readonly allocatedResource?: readonly DvsVnicAllocatedResource[] | undefined;
  readonly vmVnicNetworkResourcePoolRuntime?: readonly DvsVmVnicNetworkResourcePoolRuntimeInfo[] | undefined;
}

export interface DvsRestoreEvent extends DvsEvent {}

export interface DvsScopeViolated extends DvsFault {
  readonly scope: readonly Ref<'ManagedEntity'>[];
  readonly entity: Ref<'ManagedEntity'>;
}

export interface DvsServiceConsoleVNicProfile extends DvsVNicProfile {}

export interface DvsSingleIpPort extends DvsIpPort {
  readonly portNumber: number;
}

export interface DvsSystemTrafficNetworkRuleQualifier extends DvsNetworkRuleQualifier {
  readonly typeOfSystemTraffic?: StringExpression | undefined;
}

export interface DvsTrafficFilterConfig extends DvsFilterConfig {
  readonly trafficRuleset?: DvsTrafficRuleset | undefined;
}

export interface DvsTrafficFilterConfigSpec extends DvsTrafficFilterConfig {
  readonly operation: string;
}

export interface DvsTrafficRule extends DynamicData {
  readonly key?: string | undefined;
  readonly description?: string | undefined;
  readonly sequence?: number | undefined;
  readonly qualifier?: readonly DvsNetworkRuleQualifier[] | undefined;
  readonly action?: DvsNetworkRuleAction | undefined;
  readonly direction?: string | undefined;
}

export interface DvsTrafficRuleset extends DynamicData {
  readonly key?: string | undefined;
  readonly enabled?: boolean | undefined;
  readonly precedence?: number | undefined;
  readonly rules?: readonly DvsTrafficRule[] | undefined;
}

export interface DvsUpdateTagNetworkRuleAction extends DvsNetworkRuleAction {
  readonly qosTag?: number | undefined;
  readonly dscpTag?: number | undefined;
}

export interface DvsUpgradeAvailableEvent extends DvsEvent {
  readonly productInfo: DistributedVirtualSwitchProductSpec;
}

export interface DvsUpgradeInProgressEvent extends DvsEvent {
  readonly productInfo: DistributedVirtualSwitchProductSpec;
}

export interface DvsUpgradeRejectedEvent extends DvsEvent {
  readonly productInfo: DistributedVirtualSwitchProductSpec;
}

export interface DvsUpgradedEvent extends DvsEvent {
  readonly productInfo: DistributedVirtualSwitchProductSpec;
}

export interface DvsVNicProfile extends ApplyProfile {
  readonly key: string;
  readonly ipConfig: IpAddressProfile;
}

export interface DvsVmVnicNetworkResourcePoolRuntimeInfo extends DynamicData {
  readonly key: string;
  readonly name?: string | undefined;
  readonly capacity?: number | undefined;
  readonly usage?: number | undefined;
  readonly available?: number | undefined;
  readonly status: string;
  readonly allocatedResource?: readonly DvsVnicAllocatedResource[] | undefined;
}

export interface DvsVmVnicResourceAllocation extends DynamicData {
  readonly reservationQuota?: number | undefined;
}

export interface DvsVmVnicResourcePoolConfigSpec extends DynamicData {
  readonly operation: string;
  readonly key?: string | undefined;
  readonly configVersion?: string | undefined;
  readonly allocationInfo?: DvsVmVnicResourceAllocation | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}

export interface DvsVnicAllocatedResource extends DynamicData {
  readonly vm: Ref<'VirtualMachine'>;
  readonly vnicKey: string;
  readonly reservation?: number | undefined;
}

export interface DynamicArray {
  readonly _typeName?: string | undefined;
  readonly dynamicType?: string | undefined;
  readonly val: readonly unknown[];
}

export interface DynamicData {
  readonly _typeName?: string | undefined;
}

export interface DynamicProperty {
  readonly _typeName?: string | undefined;
  readonly name: string;
  readonly val: unknown;
}

export interface DynamicTypeEnumTypeInfo extends DynamicData {
  readonly name: string;
  readonly wsdlName: string;
  readonly version: string;
  readonly value?: readonly string[] | undefined;
  readonly annotation?: readonly DynamicTypeMgrAnnotation[] | undefined;
}

export interface DynamicTypeMgrAllTypeInfo extends DynamicData {
  readonly managedTypeInfo?: readonly DynamicTypeMgrManagedTypeInfo[] | undefined;
  readonly enumTypeInfo?: readonly DynamicTypeEnumTypeInfo[] | undefined;
  readonly dataTypeInfo?: readonly DynamicTypeMgrDataTypeInfo[] | undefined;
}

export interface DynamicTypeMgrAnnotation extends DynamicData {
  readonly name: string;
  readonly parameter?: readonly string[] | undefined;
}

export interface DynamicTypeMgrDataTypeInfo extends DynamicData {
  readonly name: string;
  readonly wsdlName: string;
  readonly version: string;
  readonly base?: readonly string[] | undefined;
  readonly property?: readonly DynamicTypeMgrPropertyTypeInfo[] | undefined;
  readonly annotation?: readonly DynamicTypeMgrAnnotation[] | undefined;
}

export interface DynamicTypeMgrFilterSpec extends DynamicData {}

export interface DynamicTypeMgrManagedTypeInfo extends DynamicData {
  readonly name: string;
  readonly wsdlName: string;
  readonly version: string;
  readonly base?: readonly string[] | undefined;
  readonly property?: readonly DynamicTypeMgrPropertyTypeInfo[] | undefined;
  readonly method?: readonly DynamicTypeMgrMethodTypeInfo[] | undefined;
  readonly annotation?: readonly DynamicTypeMgrAnnotation[] | undefined;
}

export interface DynamicTypeMgrMethodTypeInfo extends DynamicData {
  readonly name: string;
  readonly wsdlName: string;
  readonly version: string;
  readonly paramTypeInfo?: readonly DynamicTypeMgrParamTypeInfo[] | undefined;
  readonly returnTypeInfo?: DynamicTypeMgrParamTypeInfo | undefined;
  readonly fault?: readonly string[] | undefined;
  readonly privId?: string | undefined;
  readonly annotation?: readonly DynamicTypeMgrAnnotation[] | undefined;
}

export interface DynamicTypeMgrMoFilterSpec extends DynamicTypeMgrFilterSpec {
  readonly id?: string | undefined;
  readonly typeSubstr?: string | undefined;
}

export interface DynamicTypeMgrMoInstance extends DynamicData {
  readonly id: string;
  readonly moType: string;
}

export interface DynamicTypeMgrParamTypeInfo extends DynamicData {
  readonly name: string;
  readonly version: string;
  readonly type: string;
  readonly privId?: string | undefined;
  readonly annotation?: readonly DynamicTypeMgrAnnotation[] | undefined;
}

export interface DynamicTypeMgrPropertyTypeInfo extends DynamicData {
  readonly name: string;
  readonly version: string;
  readonly type: string;
  readonly privId?: string | undefined;
  readonly msgIdFormat?: string | undefined;
  readonly annotation?: readonly DynamicTypeMgrAnnotation[] | undefined;
}

export interface DynamicTypeMgrTypeFilterSpec extends DynamicTypeMgrFilterSpec {
  readonly typeSubstr?: string | undefined;
}

export interface EVCAdmissionFailed extends NotSupportedHostInCluster {
  readonly faults?: readonly LocalizedMethodFault[] | undefined;
}

export interface EVCAdmissionFailedCPUFeaturesForMode extends EVCAdmissionFailed {
  readonly currentEVCModeKey: string;
}

export interface EVCAdmissionFailedCPUModel extends EVCAdmissionFailed {}

export interface EVCAdmissionFailedCPUModelForMode extends EVCAdmissionFailed {
  readonly currentEVCModeKey: string;
}

export interface EVCAdmissionFailedCPUVendor extends EVCAdmissionFailed {
  readonly clusterCPUVendor: string;
  readonly hostCPUVendor: string;
}

export interface EVCAdmissionFailedCPUVendorUnknown extends EVCAdmissionFailed {}

export interface EVCAdmissionFailedHostDisconnected extends EVCAdmissionFailed {}

export interface EVCAdmissionFailedHostSoftware extends EVCAdmissionFailed {}

export interface EVCAdmissionFailedHostSoftwareForMode extends EVCAdmissionFailed {}

export interface EVCAdmissionFailedVmActive extends EVCAdmissionFailed {}

export interface EVCConfigFault extends VimFault {
  readonly faults?: readonly LocalizedMethodFault[] | undefined;
}

export interface EVCMode extends ElementDescription {
  readonly guaranteedCPUFeatures?: readonly HostCpuIdInfo[] | undefined;
  readonly featureCapability?: readonly HostFeatureCapability[] | undefined;
  readonly featureMask?: readonly HostFeatureMask[] | undefined;
  readonly featureRequirement?: readonly VirtualMachineFeatureRequirement[] | undefined;
  readonly vendor: string;
  readonly track?: readonly string[] | undefined;
  readonly vendorTier: number;
}

export interface EVCModeIllegalByVendor extends EVCConfigFault {
  readonly clusterCPUVendor: string;
  readonly modeCPUVendor: string;
}

export interface EVCModeUnsupportedByHosts extends EVCConfigFault {
  readonly evcMode?: string | undefined;
  readonly host?: readonly Ref<'HostSystem'>[] | undefined;
  readonly hostName?: readonly string[] | undefined;
}

export interface EVCUnsupportedByHostHardware extends EVCConfigFault {
  readonly host: readonly Ref<'HostSystem'>[];
  readonly hostName: readonly string[];
}

export interface EVCUnsupportedByHostSoftware extends EVCConfigFault {
  readonly host: readonly Ref<'HostSystem'>[];
  readonly hostName: readonly string[];
}

export interface EightHostLimitViolated extends VmConfigFault {}

export interface ElementDescription extends Description {
  readonly key: string;
}

export interface EncryptionKeyRequired extends InvalidState {
  readonly requiredKey?: readonly CryptoKeyId[] | undefined;
}

export interface EnteredMaintenanceModeEvent extends HostEvent {}

export interface EnteredStandbyModeEvent extends HostEvent {}

export interface EnteringMaintenanceModeEvent extends HostEvent {}

export interface EnteringStandbyModeEvent extends HostEvent {}

export interface EntityBackup extends DynamicData {}

export interface EntityBackupConfig extends DynamicData {
  readonly entityType: string;
  readonly configBlob: string;
  readonly key?: string | undefined;
  readonly name?: string | undefined;
  readonly container?: Ref<'ManagedEntity'> | undefined;
  readonly configVersion?: string | undefined;
}

export interface EntityEventArgument extends EventArgument {
  readonly name: string;
}

export interface EntityPrivilege extends DynamicData {
  readonly entity: Ref<'ManagedEntity'>;
  readonly privAvailability: readonly PrivilegeAvailability[];
}

export interface EnumDescription extends DynamicData {
  readonly key: string;
  readonly tags: readonly ElementDescription[];
}

export interface EnvironmentBrowserConfigOptionQuerySpec extends DynamicData {
  readonly key?: string | undefined;
  readonly host?: Ref<'HostSystem'> | undefined;
  readonly guestId?: readonly string[] | undefined;
}

export interface ErrorUpgradeEvent extends UpgradeEvent {}

export interface EvaluationLicenseSource extends LicenseSource {
  readonly remainingHours?: number | undefined;
}

export interface Event extends DynamicData {
  readonly key: number;
  readonly chainId: number;
  readonly createdTime: string;
  readonly userName: string;
  readonly datacenter?: DatacenterEventArgument | undefined;
  readonly computeResource?: ComputeResourceEventArgument | undefined;
  readonly host?: HostEventArgument | undefined;
  readonly vm?: VmEventArgument | undefined;
  readonly ds?: DatastoreEventArgument | undefined;
  readonly net?: NetworkEventArgument | undefined;
  readonly dvs?: DvsEventArgument | undefined;
  readonly tgw?: TgwEventArgument | undefined;
  readonly fullFormattedMessage?: string | undefined;
  readonly changeTag?: string | undefined;
  readonly auditId?: string | undefined;
}

export interface EventAlarmExpression extends AlarmExpression {
  readonly comparisons?: readonly EventAlarmExpressionComparison[] | undefined;
  readonly eventType: string;
  readonly eventTypeId?: string | undefined;
  readonly objectType?: string | undefined;
  readonly status?: ManagedEntityStatus | undefined;
}

export interface EventAlarmExpressionComparison extends DynamicData {
  readonly attributeName: string;
  readonly operator: string;
  readonly value: string;
}

export interface EventArgDesc extends DynamicData {
  readonly name: string;
  readonly type: string;
  readonly description?: ElementDescription | undefined;
}

export interface EventArgument extends DynamicData {}

export interface EventDescription extends DynamicData {
  readonly category: readonly ElementDescription[];
  readonly eventInfo: readonly EventDescriptionEventDetail[];
  readonly enumeratedTypes?: readonly EnumDescription[] | undefined;
}

export interface EventDescriptionEventDetail extends DynamicData {
  readonly key: string;
  readonly description?: string | undefined;
  readonly category: string;
  readonly formatOnDatacenter: string;
  readonly formatOnComputeResource: string;
  readonly formatOnHost: string;
  readonly formatOnVm: string;
  readonly fullFormat: string;
  readonly longDescription?: string | undefined;
}

export interface EventEx extends Event {
  readonly eventTypeId: string;
  readonly severity?: string | undefined;
  readonly message?: string | undefined;
  readonly arguments?: readonly KeyAnyValue[] | undefined;
  readonly objectId?: string | undefined;
  readonly objectType?: string | undefined;
  readonly objectName?: string | undefined;
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface EventFilterSpec extends DynamicData {
  readonly entity?: EventFilterSpecByEntity | undefined;
  readonly time?: EventFilterSpecByTime | undefined;
  readonly userName?: EventFilterSpecByUsername | undefined;
  readonly eventChainId?: number | undefined;
  readonly alarm?: Ref<'Alarm'> | undefined;
  readonly scheduledTask?: Ref<'ScheduledTask'> | undefined;
  readonly disableFullMessage?: boolean | undefined;
  readonly category?: readonly string[] | undefined;
  readonly type?: readonly string[] | undefined;
  readonly tag?: readonly string[] | undefined;
  readonly eventTypeId?: readonly string[] | undefined;
  readonly maxCount?: number | undefined;
  readonly delayedInit?: boolean | undefined;
  readonly auditable?: boolean | undefined;
  readonly auditId?: readonly string[] | undefined;
}

export interface EventFilterSpecByEntity extends DynamicData {
  readonly entity: Ref<'ManagedEntity'>;
  readonly recursion: EventFilterSpecRecursionOption;
}

export interface EventFilterSpecByTime extends DynamicData {
  readonly beginTime?: string | undefined;
  readonly endTime?: string | undefined;
}

export interface EventFilterSpecByUsername extends DynamicData {
  readonly systemUser: boolean;
  readonly userList?: readonly string[] | undefined;
}

export interface EventManagerEventViewSpec extends DynamicData {}

export interface EventManagerViewByStartId extends EventManagerEventViewSpec {
  readonly startEventId: number;
  readonly isForward: boolean;
}

export interface ExitMaintenanceModeEvent extends HostEvent {}

export interface ExitStandbyModeFailedEvent extends HostEvent {}

export interface ExitedStandbyModeEvent extends HostEvent {}

export interface ExitingStandbyModeEvent extends HostEvent {}

export interface ExpiredAddonLicense extends ExpiredFeatureLicense {}

export interface ExpiredEditionLicense extends ExpiredFeatureLicense {}

export interface ExpiredFeatureLicense extends NotEnoughLicenses {
  readonly feature: string;
  readonly count: number;
  readonly expirationDate: string;
}

export interface ExtExtendedProductInfo extends DynamicData {
  readonly companyUrl?: string | undefined;
  readonly productUrl?: string | undefined;
  readonly managementUrl?: string | undefined;
  readonly self?: Ref<'ManagedEntity'> | undefined;
}

export interface ExtManagedEntityInfo extends DynamicData {
  readonly type: string;
  readonly smallIconUrl?: string | undefined;
  readonly iconUrl?: string | undefined;
  readonly description?: string | undefined;
}

export interface ExtSolutionManagerInfo extends DynamicData {
  readonly tab?: readonly ExtSolutionManagerInfoTabInfo[] | undefined;
  readonly smallIconUrl?: string | undefined;
}

export interface ExtSolutionManagerInfoTabInfo extends DynamicData {
  readonly label: string;
  readonly url: string;
}

export interface ExtendedDescription extends Description {
  readonly messageCatalogKeyPrefix: string;
  readonly messageArg?: readonly KeyAnyValue[] | undefined;
}

export interface ExtendedElementDescription extends ElementDescription {
  readonly messageCatalogKeyPrefix: string;
  readonly messageArg?: readonly KeyAnyValue[] | undefined;
}

export interface ExtendedEvent extends GeneralEvent {
  readonly eventTypeId: string;
  readonly managedObject: Ref;
  readonly data?: readonly ExtendedEventPair[] | undefined;
}

export interface ExtendedEventPair extends DynamicData {
  readonly key: string;
  readonly value: string;
}

export interface ExtendedFault extends VimFault {
  readonly faultTypeId: string;
  readonly data?: readonly KeyValue[] | undefined;
}

export interface Extension extends DynamicData {
  readonly description: Description;
  readonly key: string;
  readonly company?: string | undefined;
  readonly type?: string | undefined;
  readonly version: string;
  readonly subjectName?: string | undefined;
  readonly server?: readonly ExtensionServerInfo[] | undefined;
  readonly client?: readonly ExtensionClientInfo[] | undefined;
  readonly taskList?: readonly ExtensionTaskTypeInfo[] | undefined;
  readonly eventList?: readonly ExtensionEventTypeInfo[] | undefined;
  readonly faultList?: readonly ExtensionFaultTypeInfo[] | undefined;
  readonly privilegeList?: readonly ExtensionPrivilegeInfo[] | undefined;
  readonly resourceList?: readonly ExtensionResourceInfo[] | undefined;
  readonly lastHeartbeatTime: string;
  readonly healthInfo?: ExtensionHealthInfo | undefined;
  readonly ovfConsumerInfo?: ExtensionOvfConsumerInfo | undefined;
  readonly extendedProductInfo?: ExtExtendedProductInfo | undefined;
  readonly managedEntityInfo?: readonly ExtManagedEntityInfo[] | undefined;
  readonly shownInSolutionManager?: boolean | undefined;
  readonly solutionManagerInfo?: ExtSolutionManagerInfo | undefined;
}

export interface ExtensionClientInfo extends DynamicData {
  readonly version: string;
  readonly description: Description;
  readonly company: string;
  readonly type: string;
  readonly url: string;
}

export interface ExtensionEventTypeInfo extends DynamicData {
  readonly eventID: string;
  readonly eventTypeSchema?: string | undefined;
}

export interface ExtensionFaultTypeInfo extends DynamicData {
  readonly faultID: string;
}

export interface ExtensionHealthInfo extends DynamicData {
  readonly url: string;
}

export interface ExtensionManagerIpAllocationUsage extends DynamicData {
  readonly extensionKey: string;
  readonly numAddresses: number;
}

export interface ExtensionOvfConsumerInfo extends DynamicData {
  readonly callbackUrl: string;
  readonly sectionType: readonly string[];
}

export interface ExtensionPrivilegeInfo extends DynamicData {
  readonly privID: string;
  readonly privGroupName: string;
}

export interface ExtensionResourceInfo extends DynamicData {
  readonly locale: string;
  readonly module: string;
  readonly data: readonly KeyValue[];
}

export interface ExtensionServerInfo extends DynamicData {
  readonly url: string;
  readonly description: Description;
  readonly company: string;
  readonly type: string;
  readonly adminEmail: readonly string[];
  readonly serverThumbprint?: string | undefined;
  readonly serverCertificate?: string | undefined;
}

export interface ExtensionTaskTypeInfo extends DynamicData {
  readonly taskID: string;
}

export interface FailToEnableSPBM extends NotEnoughLicenses {
  readonly cs: Ref<'ComputeResource'>;
  readonly csName: string;
  readonly hostLicenseStates: readonly ComputeResourceHostSPBMLicenseInfo[];
}

export interface FailToLockFaultToleranceVMs extends RuntimeFault {
  readonly vmName: string;
  readonly vm: Ref<'VirtualMachine'>;
  readonly alreadyLockedVm: Ref<'VirtualMachine'>;
}

export interface FailoverLevelRestored extends ClusterEvent {}

export interface FailoverNodeInfo extends DynamicData {
  readonly clusterIpSettings: CustomizationIPSettings;
  readonly failoverIp?: CustomizationIPSettings | undefined;
  readonly biosUuid?: string | undefined;
}

export interface FaultDomainId extends DynamicData {
  readonly id: string;
}

export interface FaultToleranceAntiAffinityViolated extends MigrationFault {
  readonly hostName: string;
  readonly host: Ref<'HostSystem'>;
}

export interface FaultToleranceCannotEditMem extends VmConfigFault {
  readonly vmName: string;
  readonly vm: Ref<'VirtualMachine'>;
}

export interface FaultToleranceConfigInfo extends DynamicData {
  readonly role: number;
  readonly instanceUuids: readonly string[];
  readonly configPaths: readonly string[];
  readonly orphaned?: boolean | undefined;
}

export interface FaultToleranceConfigSpec extends DynamicData {
  readonly metaDataPath?: FaultToleranceMetaSpec | undefined;
  readonly secondaryVmSpec?: FaultToleranceVMConfigSpec | undefined;
  readonly metroFtEnabled?: boolean | undefined;
  readonly metroFtHostGroup?: string | undefined;
}

export interface FaultToleranceCpuIncompatible extends CpuIncompatible {
  readonly model: boolean;
  readonly family: boolean;
  readonly stepping: boolean;
}

export interface FaultToleranceDiskSpec extends DynamicData {
  readonly disk: VirtualDevice;
  readonly datastore: Ref<'Datastore'>;
}

export interface FaultToleranceMetaSpec extends DynamicData {
  readonly metaDataDatastore: Ref<'Datastore'>;
}

export interface FaultToleranceNeedsThickDisk extends MigrationFault {
  readonly vmName: string;
}

export interface FaultToleranceNotLicensed extends VmFaultToleranceIssue {
  readonly hostName?: string | undefined;
}

export interface FaultToleranceNotSameBuild extends MigrationFault {
  readonly build: string;
}

export interface FaultTolerancePrimaryConfigInfo extends FaultToleranceConfigInfo {
  readonly secondaries: readonly Ref<'VirtualMachine'>[];
}

export interface FaultTolerancePrimaryPowerOnNotAttempted extends VmFaultToleranceIssue {
  readonly secondaryVm: Ref<'VirtualMachine'>;
  readonly primaryVm: Ref<'VirtualMachine'>;
}

export interface FaultToleranceSecondaryConfigInfo extends FaultToleranceConfigInfo {
  readonly primaryVM: Ref<'VirtualMachine'>;
}

export interface FaultToleranceSecondaryOpResult extends DynamicData {
  readonly vm: Ref<'VirtualMachine'>;
  readonly powerOnAttempted: boolean;
  readonly powerOnResult?: ClusterPowerOnVmResult | undefined;
}

export interface FaultToleranceVMConfigSpec extends DynamicData {
  readonly vmConfig?: Ref<'Datastore'> | undefined;
  readonly disks?: readonly FaultToleranceDiskSpec[] | undefined;
}

export interface FaultToleranceVmNotDasProtected extends VimFault {
  readonly vm: Ref<'VirtualMachine'>;
  readonly vmName: string;
}

export interface FaultsByHost extends DynamicData {
  readonly host: Ref<'HostSystem'>;
  readonly faults?: readonly LocalizedMethodFault[] | undefined;
}

export interface FaultsByVM extends DynamicData {
  readonly vm: Ref<'VirtualMachine'>;
  readonly faults?: readonly LocalizedMethodFault[] | undefined;
}

export interface FcoeConfig extends DynamicData {
  readonly priorityClass: number;
  readonly sourceMac: string;
  readonly vlanRange: readonly FcoeConfigVlanRange[];
  readonly capabilities: FcoeConfigFcoeCapabilities;
  readonly fcoeActive: boolean;
}

export interface FcoeConfigFcoeCapabilities extends DynamicData {
  readonly priorityClass: boolean;
  readonly sourceMacAddress: boolean;
  readonly vlanRange: boolean;
}

export interface FcoeConfigFcoeSpecification extends DynamicData {
  readonly underlyingPnic: string;
  readonly priorityClass?: number | undefined;
  readonly sourceMac?: string | undefined;
  readonly vlanRange?: readonly FcoeConfigVlanRange[] | undefined;
}

export interface FcoeConfigVlanRange extends DynamicData {
  readonly vlanLow: number;
  readonly vlanHigh: number;
}

export interface FcoeFault extends VimFault {}

export interface FcoeFaultPnicHasNoPortSet extends FcoeFault {
  readonly nicDevice: string;
}

export interface FeatureEVCMode extends ElementDescription {
  readonly mask?: readonly HostFeatureMask[] | undefined;
  readonly capability?: readonly HostFeatureCapability[] | undefined;
  readonly requirement?: readonly VirtualMachineFeatureRequirement[] | undefined;
}

export interface FeatureRequirementsNotMet extends VirtualHardwareCompatibilityIssue {
  readonly featureRequirement?: readonly VirtualMachineFeatureRequirement[] | undefined;
  readonly vm?: Ref<'VirtualMachine'> | undefined;
  readonly host?: Ref<'HostSystem'> | undefined;
}

export interface FileAlreadyExists extends FileFault {}

export interface FileBackedPortNotSupported extends DeviceNotSupported {}

export interface FileBackedVirtualDiskSpec extends VirtualDiskSpec {
  readonly capacityKb: number;
  readonly profile?: readonly VirtualMachineProfileSpec[] | undefined;
  readonly crypto?: CryptoSpec | undefined;
  readonly sectorFormat?: string | undefined;
}

export interface FileFault extends VimFault {
  readonly file: string;
}

export interface FileInfo extends DynamicData {
  readonly path: string;
  readonly friendlyName?: string | undefined;
  readonly fileSize?: number | undefined;
  readonly modification?: string | undefined;
  readonly owner?: string | undefined;
}

export interface FileLockInfo extends DynamicData {
  readonly filePath: string;
  readonly host: string;
  readonly mac: string;
  readonly id: string;
  readonly worldName: string;
  readonly ownerId?: string | undefined;
  readonly lockMode: string;
  readonly acquired?: string | undefined;
  readonly heartbeat?: string | undefined;
  readonly refCount?: number | undefined;
}

export interface FileLockInfoResult extends DynamicData {
  readonly lockInfo?: readonly FileLockInfo[] | undefined;
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface FileLocked extends FileFault {}

export interface FileNameTooLong extends FileFault {}

export interface FileNotFound extends FileFault {}

export interface FileNotWritable extends FileFault {}

export interface FileQuery extends DynamicData {}

export interface FileQueryFlags extends DynamicData {
  readonly fileType: boolean;
  readonly fileSize: boolean;
  readonly modification: boolean;
  readonly fileOwner?: boolean | undefined;
}

export interface FileTooLarge extends FileFault {
  readonly datastore: string;
  readonly fileSize: number;
  readonly maxFileSize?: number | undefined;
}

export interface FileTransferInformation extends DynamicData {
  readonly attributes: GuestFileAttributes;
  readonly size: number;
  readonly url: string;
}

export interface FilesystemQuiesceFault extends SnapshotFault {}

export interface FilterInUse extends ResourceInUse {
  readonly disk?: readonly VirtualDiskId[] | undefined;
}

export interface FirewallProfile extends ApplyProfile {
  readonly ruleset?: readonly FirewallProfileRulesetProfile[] | undefined;
}

export interface FirewallProfileRulesetProfile extends ApplyProfile {
  readonly key: string;
}

export interface FloatOption extends OptionType {
  readonly min: number;
  readonly max: number;
  readonly defaultValue: number;
}

export interface FloppyImageFileInfo extends FileInfo {}

export interface FloppyImageFileQuery extends FileQuery {}

export interface FolderBatchAddHostsToClusterResult extends DynamicData {
  readonly hostsAddedToCluster?: readonly Ref<'HostSystem'>[] | undefined;
  readonly hostsFailedInventoryAdd?: readonly FolderFailedHostResult[] | undefined;
  readonly hostsFailedMoveToCluster?: readonly FolderFailedHostResult[] | undefined;
}

export interface FolderBatchAddStandaloneHostsResult extends DynamicData {
  readonly addedHosts?: readonly Ref<'HostSystem'>[] | undefined;
  readonly hostsFailedInventoryAdd?: readonly FolderFailedHostResult[] | undefined;
}

export interface FolderEventArgument extends EntityEventArgument {
  readonly folder: Ref<'Folder'>;
}

export interface FolderExternallyManagedFolderInfo extends DynamicData {
  readonly id: string;
  readonly type: string;
}

export interface FolderFailedHostResult extends DynamicData {
  readonly hostName?: string | undefined;
  readonly host?: Ref<'HostSystem'> | undefined;
  readonly context: LocalizableMessage;
  readonly fault: LocalizedMethodFault;
}

export interface FolderFileInfo extends FileInfo {}

export interface FolderFileQuery extends FileQuery {}

export interface FolderNewHostSpec extends DynamicData {
  readonly hostCnxSpec: HostConnectSpec;
  readonly esxLicense?: string | undefined;
}

export interface FtIssuesOnHost extends VmFaultToleranceIssue {
  readonly host: Ref<'HostSystem'>;
  readonly hostName: string;
  readonly errors?: readonly LocalizedMethodFault[] | undefined;
}

export interface FtVmHostRuleViolation extends VmConfigFault {
  readonly vmName: string;
  readonly hostName: string;
  readonly hostGroup: string;
}

export interface FullStorageVMotionNotSupported extends MigrationFeatureNotSupported {}

export interface GatewayConnectFault extends HostConnectFault {
  readonly gatewayType: string;
  readonly gatewayId: string;
  readonly gatewayInfo: string;
  readonly details?: LocalizableMessage | undefined;
}

export interface GatewayHostNotReachable extends GatewayToHostConnectFault {}

export interface GatewayNotFound extends GatewayConnectFault {}

export interface GatewayNotReachable extends GatewayConnectFault {}

export interface GatewayOperationRefused extends GatewayConnectFault {}

export interface GatewayToHostAuthFault extends GatewayToHostConnectFault {
  readonly invalidProperties: readonly string[];
  readonly missingProperties: readonly string[];
}

export interface GatewayToHostConnectFault extends GatewayConnectFault {
  readonly hostname: string;
  readonly port?: number | undefined;
}

export interface GatewayToHostTrustVerifyFault extends GatewayToHostConnectFault {
  readonly verificationToken: string;
  readonly propertiesToVerify: readonly KeyValue[];
}

export interface GeneralEvent extends Event {
  readonly message: string;
}

export interface GeneralHostErrorEvent extends GeneralEvent {}

export interface GeneralHostInfoEvent extends GeneralEvent {}

export interface GeneralHostWarningEvent extends GeneralEvent {}

export interface GeneralUserEvent extends GeneralEvent {
  readonly entity?: ManagedEntityEventArgument | undefined;
}

export interface GeneralVmErrorEvent extends GeneralEvent {}

export interface GeneralVmInfoEvent extends GeneralEvent {}

export interface GeneralVmWarningEvent extends GeneralEvent {}

export interface GenericDrsFault extends VimFault {
  readonly hostFaults?: readonly LocalizedMethodFault[] | undefined;
}

export interface GenericVmConfigFault extends VmConfigFault {
  readonly reason: string;
}

export interface GhostDvsProxySwitchDetectedEvent extends HostEvent {
  readonly switchUuid: readonly string[];
}

export interface GhostDvsProxySwitchRemovedEvent extends HostEvent {
  readonly switchUuid: readonly string[];
}

export interface GlobalMessageChangedEvent extends SessionEvent {
  readonly message: string;
  readonly prevMessage?: string | undefined;
}

export interface GroupAlarmAction extends AlarmAction {
  readonly action: readonly AlarmAction[];
}

export interface GuestAliases extends DynamicData {
  readonly base64Cert: string;
  readonly aliases: readonly GuestAuthAliasInfo[];
}

export interface GuestAuthAliasInfo extends DynamicData {
  readonly subject: GuestAuthSubject;
  readonly comment: string;
}

export interface GuestAuthAnySubject extends GuestAuthSubject {}

export interface GuestAuthNamedSubject extends GuestAuthSubject {
  readonly name: string;
}

export interface GuestAuthSubject extends DynamicData {}

export interface GuestAuthentication extends DynamicData {
  readonly interactiveSession: boolean;
}

export interface GuestAuthenticationChallenge extends GuestOperationsFault {
  readonly serverChallenge: GuestAuthentication;
  readonly sessionID: number;
}

export interface GuestComponentsOutOfDate extends GuestOperationsFault {}

export interface GuestDiskInfo extends DynamicData {
  readonly diskPath?: string | undefined;
  readonly capacity?: number | undefined;
  readonly freeSpace?: number | undefined;
  readonly filesystemType?: string | undefined;
  readonly mappings?: readonly GuestInfoVirtualDiskMapping[] | undefined;
}

export interface GuestFileAttributes extends DynamicData {
  readonly modificationTime?: string | undefined;
  readonly accessTime?: string | undefined;
  readonly symlinkTarget?: string | undefined;
}

export interface GuestFileInfo extends DynamicData {
  readonly path: string;
  readonly type: string;
  readonly size: number;
  readonly attributes: GuestFileAttributes;
}

export interface GuestInfo extends DynamicData {
  readonly toolsStatus?: VirtualMachineToolsStatus | undefined;
  readonly toolsVersionStatus?: string | undefined;
  readonly toolsVersionStatus2?: string | undefined;
  readonly toolsRunningStatus?: string | undefined;
  readonly toolsVersion?: string | undefined;
  readonly toolsInstallType?: string | undefined;
  readonly guestId?: string | undefined;
  readonly guestFamily?: string | undefined;
  readonly guestFullName?: string | undefined;
  readonly guestRebootStatus?: VirtualMachineGuestRebootStatus | undefined;
  readonly guestDetailedData?: string | undefined;
  readonly hostName?: string | undefined;
  readonly ipAddress?: string | undefined;
  readonly net?: readonly GuestNicInfo[] | undefined;
  readonly ipStack?: readonly GuestStackInfo[] | undefined;
  readonly disk?: readonly GuestDiskInfo[] | undefined;
  readonly screen?: GuestScreenInfo | undefined;
  readonly guestState: string;
  readonly appHeartbeatStatus?: string | undefined;
  readonly guestKernelCrashed?: boolean | undefined;
  readonly appState?: string | undefined;
  readonly guestOperationsReady?: boolean | undefined;
  readonly interactiveGuestOperationsReady?: boolean | undefined;
  readonly guestStateChangeSupported?: boolean | undefined;
  readonly generationInfo?: readonly GuestInfoNamespaceGenerationInfo[] | undefined;
  readonly hwVersion?: string | undefined;
  readonly customizationInfo?: GuestInfoCustomizationInfo | undefined;
}

export interface GuestInfoCustomizationInfo extends DynamicData {
  readonly customizationStatus: string;
  readonly startTime?: string | undefined;
  readonly endTime?: string | undefined;
  readonly errorMsg?: string | undefined;
}

export interface GuestInfoNamespaceGenerationInfo extends DynamicData {
  readonly key: string;
  readonly generationNo: number;
}

export interface GuestInfoVirtualDiskMapping extends DynamicData {
  readonly key: number;
}

export interface GuestListFileInfo extends DynamicData {
  readonly files?: readonly GuestFileInfo[] | undefined;
  readonly remaining: number;
}

export interface GuestMappedAliases extends DynamicData {
  readonly base64Cert: string;
  readonly username: string;
  readonly subjects: readonly GuestAuthSubject[];
}

export interface GuestMultipleMappings extends GuestOperationsFault {}

export interface GuestNicInfo extends DynamicData {
  readonly network?: string | undefined;
  readonly ipAddress?: readonly string[] | undefined;
  readonly macAddress?: string | undefined;
  readonly connected: boolean;
  readonly deviceConfigId: number;
  readonly dnsConfig?: NetDnsConfigInfo | undefined;
  readonly ipConfig?: NetIpConfigInfo | undefined;
  readonly netBIOSConfig?: NetBIOSConfigInfo | undefined;
}

export interface GuestOperationsFault extends VimFault {}

export interface GuestOperationsUnavailable extends GuestOperationsFault {}

export interface GuestOsDescriptor extends DynamicData {
  readonly id: string;
  readonly family: string;
  readonly fullName: string;
  readonly supportedMaxCPUs: number;
  readonly numSupportedPhysicalSockets?: number | undefined;
  readonly numSupportedCoresPerSocket?: number | undefined;
  readonly supportedMinMemMB: number;
  readonly supportedMaxMemMB: number;
  readonly recommendedMemMB: number;
  readonly recommendedColorDepth: number;
  readonly supportedDiskControllerList: readonly string[];
  readonly recommendedSCSIController?: string | undefined;
  readonly recommendedDiskController: string;
  readonly supportedNumDisks: number;
  readonly recommendedDiskSizeMB: number;
  readonly recommendedCdromController?: string | undefined;
  readonly supportedEthernetCard: readonly string[];
  readonly recommendedEthernetCard?: string | undefined;
  readonly supportsSlaveDisk?: boolean | undefined;
  readonly cpuFeatureMask?: readonly HostCpuIdInfo[] | undefined;
  readonly smcRequired?: boolean | undefined;
  readonly supportsWakeOnLan: boolean;
  readonly supportsVMI?: boolean | undefined;
  readonly supportsMemoryHotAdd?: boolean | undefined;
  readonly supportsCpuHotAdd?: boolean | undefined;
  readonly supportsCpuHotRemove?: boolean | undefined;
  readonly supportedFirmware?: readonly string[] | undefined;
  readonly recommendedFirmware?: string | undefined;
  readonly supportedUSBControllerList?: readonly string[] | undefined;
  readonly recommendedUSBController?: string | undefined;
  readonly supports3D?: boolean | undefined;
  readonly recommended3D?: boolean | undefined;
  readonly smcRecommended?: boolean | undefined;
  readonly ich7mRecommended?: boolean | undefined;
  readonly usbRecommended?: boolean | undefined;
  readonly supportLevel?: string | undefined;
  readonly supportedForCreate?: boolean | undefined;
  readonly vRAMSizeInKB?: IntOption | undefined;
  readonly numSupportedFloppyDevices?: number | undefined;
  readonly wakeOnLanEthernetCard?: readonly string[] | undefined;
  readonly supportsPvscsiControllerForBoot?: boolean | undefined;
  readonly diskUuidEnabled?: boolean | undefined;
  readonly supportsHotPlugPCI?: boolean | undefined;
  readonly supportsSecureBoot?: boolean | undefined;
  readonly defaultSecureBoot?: boolean | undefined;
  readonly persistentMemorySupported?: boolean | undefined;
  readonly supportedMinPersistentMemoryMB?: number | undefined;
  readonly supportedMaxPersistentMemoryMB?: number | undefined;
  readonly recommendedPersistentMemoryMB?: number | undefined;
  readonly persistentMemoryHotAddSupported?: boolean | undefined;
  readonly persistentMemoryHotRemoveSupported?: boolean | undefined;
  readonly persistentMemoryColdGrowthSupported?: boolean | undefined;
  readonly persistentMemoryColdGrowthGranularityMB?: number | undefined;
  readonly persistentMemoryHotGrowthSupported?: boolean | undefined;
  readonly persistentMemoryHotGrowthGranularityMB?: number | undefined;
  readonly numRecommendedPhysicalSockets?: number | undefined;
  readonly numRecommendedCoresPerSocket?: number | undefined;
  readonly vvtdSupported?: BoolOption | undefined;
  readonly vbsSupported?: BoolOption | undefined;
  readonly vsgxSupported?: BoolOption | undefined;
  readonly vsgxRemoteAttestationSupported?: boolean | undefined;
  readonly supportsTPM20?: boolean | undefined;
  readonly recommendedTPM20?: boolean | undefined;
  readonly vwdtSupported?: boolean | undefined;
}

export interface GuestPermissionDenied extends GuestOperationsFault {}

export interface GuestPosixFileAttributes extends GuestFileAttributes {
  readonly ownerId?: number | undefined;
  readonly groupId?: number | undefined;
  readonly permissions?: number | undefined;
}

export interface GuestProcessInfo extends DynamicData {
  readonly name: string;
  readonly pid: number;
  readonly owner: string;
  readonly cmdLine: string;
  readonly startTime: string;
  readonly endTime?: string | undefined;
  readonly exitCode?: number | undefined;
}

export interface GuestProcessNotFound extends GuestOperationsFault {
  readonly pid: number;
}

export interface GuestProgramSpec extends DynamicData {
  readonly programPath: string;
  readonly arguments: string;
  readonly workingDirectory?: string | undefined;
  readonly envVariables?: readonly string[] | undefined;
}

export interface GuestRegKeyNameSpec extends DynamicData {
  readonly registryPath: string;
  readonly wowBitness: string;
}

export interface GuestRegKeyRecordSpec extends DynamicData {
  readonly key: GuestRegKeySpec;
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface GuestRegKeySpec extends DynamicData {
  readonly keyName: GuestRegKeyNameSpec;
  readonly classType: string;
  readonly lastWritten: string;
}

export interface GuestRegValueBinarySpec extends GuestRegValueDataSpec {
  readonly value?: string | undefined;
}

export interface GuestRegValueDataSpec extends DynamicData {}

export interface GuestRegValueDwordSpec extends GuestRegValueDataSpec {
  readonly value: number;
}

export interface GuestRegValueExpandStringSpec extends GuestRegValueDataSpec {
  readonly value?: string | undefined;
}

export interface GuestRegValueMultiStringSpec extends GuestRegValueDataSpec {
  readonly value?: readonly string[] | undefined;
}

export interface GuestRegValueNameSpec extends DynamicData {
  readonly keyName: GuestRegKeyNameSpec;
  readonly name: string;
}

export interface GuestRegValueQwordSpec extends GuestRegValueDataSpec {
  readonly value: number;
}

export interface GuestRegValueSpec extends DynamicData {
  readonly name: GuestRegValueNameSpec;
  readonly data: GuestRegValueDataSpec;
}

export interface GuestRegValueStringSpec extends GuestRegValueDataSpec {
  readonly value?: string | undefined;
}

export interface GuestRegistryFault extends GuestOperationsFault {
  readonly windowsSystemErrorCode: number;
}

export interface GuestRegistryKeyAlreadyExists extends GuestRegistryKeyFault {}

export interface GuestRegistryKeyFault extends GuestRegistryFault {
  readonly keyName: string;
}

export interface GuestRegistryKeyHasSubkeys extends GuestRegistryKeyFault {}

export interface GuestRegistryKeyInvalid extends GuestRegistryKeyFault {}

export interface GuestRegistryKeyParentVolatile extends GuestRegistryKeyFault {}

export interface GuestRegistryValueFault extends GuestRegistryFault {
  readonly keyName: string;
  readonly valueName: string;
}

export interface GuestRegistryValueNotFound extends GuestRegistryValueFault {}

export interface GuestScreenInfo extends DynamicData {
  readonly width: number;
  readonly height: number;
}

export interface GuestStackInfo extends DynamicData {
  readonly dnsConfig?: NetDnsConfigInfo | undefined;
  readonly ipRouteConfig?: NetIpRouteConfigInfo | undefined;
  readonly ipStackConfig?: readonly KeyValue[] | undefined;
  readonly dhcpConfig?: NetDhcpConfigInfo | undefined;
}

export interface GuestWindowsFileAttributes extends GuestFileAttributes {
  readonly hidden?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly createTime?: string | undefined;
}

export interface GuestWindowsProgramSpec extends GuestProgramSpec {
  readonly startMinimized: boolean;
}

export interface HAErrorsAtDest extends MigrationFault {}

export interface HbrDiskMigrationAction extends ClusterAction {
  readonly collectionId: string;
  readonly collectionName: string;
  readonly diskIds: readonly string[];
  readonly source: Ref<'Datastore'>;
  readonly destination: Ref<'Datastore'>;
  readonly sizeTransferred: number;
  readonly spaceUtilSrcBefore?: number | undefined;
  readonly spaceUtilDstBefore?: number | undefined;
  readonly spaceUtilSrcAfter?: number | undefined;
  readonly spaceUtilDstAfter?: number | undefined;
  readonly ioLatencySrcBefore?: number | undefined;
  readonly ioLatencyDstBefore?: number | undefined;
}

export interface HbrManagerReplicationVmInfo extends DynamicData {
  readonly state: string;
  readonly progressInfo?: ReplicationVmProgressInfo | undefined;
  readonly imageId?: string | undefined;
  readonly lastError?: LocalizedMethodFault | undefined;
}

export interface HbrManagerVmReplicationCapability extends DynamicData {
  readonly vm: Ref<'VirtualMachine'>;
  readonly supportedQuiesceMode: string;
  readonly compressionSupported: boolean;
  readonly maxSupportedSourceDiskCapacity: number;
  readonly minRpo?: number | undefined;
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface HbrReplicationTargetSpec extends DynamicData {}

export interface HbrTargetSpec extends DynamicData {
  readonly targetIP: string;
  readonly certificate: string;
}

export interface HbrTargetSpecReplacement extends HbrReplicationTargetSpec {
  readonly spec?: readonly HbrTargetSpec[] | undefined;
}

export interface HealthStatusChangedEvent extends Event {
  readonly componentId: string;
  readonly oldStatus: string;
  readonly newStatus: string;
  readonly componentName: string;
  readonly serviceId?: string | undefined;
}

export interface HealthSystemRuntime extends DynamicData {
  readonly systemHealthInfo?: HostSystemHealthInfo | undefined;
  readonly hardwareStatusInfo?: HostHardwareStatusInfo | undefined;
}

export interface HealthUpdate extends DynamicData {
  readonly entity: Ref<'ManagedEntity'>;
  readonly healthUpdateInfoId: string;
  readonly id: string;
  readonly status: ManagedEntityStatus;
  readonly remediation: string;
}

export interface HealthUpdateInfo extends DynamicData {
  readonly id: string;
  readonly componentType: string;
  readonly description: string;
}

export interface HeterogenousHostsBlockingEVC extends EVCConfigFault {}

export interface HostAccessControlEntry extends DynamicData {
  readonly principal: string;
  readonly group: boolean;
  readonly accessMode: HostAccessMode;
}

export interface HostAccessRestrictedToManagementServer extends NotSupported {
  readonly managementServer: string;
}

export interface HostAccountSpec extends DynamicData {
  readonly id: string;
  readonly password?: string | undefined;
  readonly description?: string | undefined;
}

export interface HostActiveDirectory extends DynamicData {
  readonly changeOperation: string;
  readonly spec?: HostActiveDirectorySpec | undefined;
}

export interface HostActiveDirectoryInfo extends HostDirectoryStoreInfo {
  readonly joinedDomain?: string | undefined;
  readonly trustedDomain?: readonly string[] | undefined;
  readonly domainMembershipStatus?: string | undefined;
  readonly smartCardAuthenticationEnabled?: boolean | undefined;
}

export interface HostActiveDirectorySpec extends DynamicData {
  readonly domainName?: string | undefined;
  readonly userName?: string | undefined;
  readonly password?: string | undefined;
  readonly camServer?: string | undefined;
  readonly thumbprint?: string | undefined;
  readonly certificate?: string | undefined;
  readonly smartCardAuthenticationEnabled?: boolean | undefined;
  readonly smartCardTrustAnchors?: readonly string[] | undefined;
}

export interface HostAddFailedEvent extends HostEvent {
  readonly hostname: string;
}

export interface HostAddedEvent extends HostEvent {}

export interface HostAdminDisableEvent extends HostEvent {}

export interface HostAdminEnableEvent extends HostEvent {}

export interface HostApplyProfile extends ApplyProfile {
  readonly memory?: HostMemoryProfile | undefined;
  readonly storage?: StorageProfile | undefined;
  readonly network?: NetworkProfile | undefined;
  readonly datetime?: DateTimeProfile | undefined;
  readonly firewall?: FirewallProfile | undefined;
  readonly security?: SecurityProfile | undefined;
  readonly service?: readonly ServiceProfile[] | undefined;
  readonly option?: readonly OptionProfile[] | undefined;
  readonly userAccount?: readonly UserProfile[] | undefined;
  readonly usergroupAccount?: readonly UserGroupProfile[] | undefined;
  readonly authentication?: AuthenticationProfile | undefined;
}

export interface HostAssignableHardwareBinding extends DynamicData {
  readonly instanceId: string;
  readonly vm: Ref<'VirtualMachine'>;
  readonly pciId?: string | undefined;
  readonly deviceKey?: number | undefined;
}

export interface HostAssignableHardwareConfig extends DynamicData {
  readonly attributeOverride?: readonly HostAssignableHardwareConfigAttributeOverride[] | undefined;
}

export interface HostAssignableHardwareConfigAttributeOverride extends DynamicData {
  readonly instanceId: string;
  readonly name: string;
  readonly value?: unknown;
}

export interface HostAuthenticationInfo extends DynamicData {
  readonly principal: string;
  readonly ownerTag: string;
  readonly sslCertificates?: readonly string[] | undefined;
}

export interface HostAuthenticationManagerInfo extends DynamicData {
  readonly authConfig: readonly HostAuthenticationStoreInfo[];
}

export interface HostAuthenticationStoreInfo extends DynamicData {
  readonly enabled: boolean;
}

export interface HostAutoStartManagerConfig extends DynamicData {
  readonly defaults?: AutoStartDefaults | undefined;
  readonly powerInfo?: readonly AutoStartPowerInfo[] | undefined;
}

export interface HostBIOSInfo extends DynamicData {
  readonly biosVersion?: string | undefined;
  readonly releaseDate?: string | undefined;
  readonly vendor?: string | undefined;
  readonly majorRelease?: number | undefined;
  readonly minorRelease?: number | undefined;
  readonly firmwareMajorRelease?: number | undefined;
  readonly firmwareMinorRelease?: number | undefined;
  readonly firmwareType?: string | undefined;
}

export interface HostBlockAdapterTargetTransport extends HostTargetTransport {}

export interface HostBlockHba extends HostHostBusAdapter {}

export interface HostBootDevice extends DynamicData {
  readonly key: string;
  readonly description: string;
}

export interface HostBootDeviceInfo extends DynamicData {
  readonly bootDevices?: readonly HostBootDevice[] | undefined;
  readonly currentBootDeviceKey?: string | undefined;
}

export interface HostCacheConfigurationInfo extends DynamicData {
  readonly key: Ref<'Datastore'>;
  readonly swapSize: number;
}

export interface HostCacheConfigurationSpec extends DynamicData {
  readonly datastore: Ref<'Datastore'>;
  readonly swapSize: number;
}

export interface HostCapability extends DynamicData {
  readonly recursiveResourcePoolsSupported: boolean;
  readonly cpuMemoryResourceConfigurationSupported?: boolean | undefined;
  readonly rebootSupported: boolean;
  readonly shutdownSupported: boolean;
  readonly vmotionSupported: boolean;
  readonly standbySupported?: boolean | undefined;
  readonly ipmiSupported?: boolean | undefined;
  readonly maxSupportedVMs?: number | undefined;
  readonly maxRunningVMs?: number | undefined;
  readonly maxSupportedVcpus?: number | undefined;
  readonly maxRegisteredVMs?: number | undefined;
  readonly datastorePrincipalSupported: boolean;
  readonly sanSupported: boolean;
  readonly nfsSupported: boolean;
  readonly iscsiSupported: boolean;
  readonly vlanTaggingSupported: boolean;
  readonly nicTeamingSupported: boolean;
  readonly highGuestMemSupported: boolean;
  readonly maintenanceModeSupported: boolean;
  readonly suspendedRelocateSupported: boolean;
  readonly restrictedSnapshotRelocateSupported?: boolean | undefined;
  readonly perVmSwapFiles?: boolean | undefined;
  readonly localSwapDatastoreSupported?: boolean | undefined;
  readonly unsharedSwapVMotionSupported?: boolean | undefined;
  readonly backgroundSnapshotsSupported?: boolean | undefined;
  readonly preAssignedPCIUnitNumbersSupported?: boolean | undefined;
  readonly screenshotSupported?: boolean | undefined;
  readonly scaledScreenshotSupported?: boolean | undefined;
  readonly storageVMotionSupported?: boolean | undefined;
  readonly vmotionWithStorageVMotionSupported?: boolean | undefined;
  readonly vmotionAcrossNetworkSupported?: boolean | undefined;
  readonly maxNumDisksSVMotion?: number | undefined;
  readonly maxVirtualDiskDescVersionSupported?: number | undefined;
  readonly hbrNicSelectionSupported?: boolean | undefined;
  readonly vrNfcNicSelectionSupported?: boolean | undefined;
  readonly recordReplaySupported?: boolean | undefined;
  readonly ftSupported?: boolean | undefined;
  readonly replayUnsupportedReason?: string | undefined;
  readonly replayCompatibilityIssues?: readonly string[] | undefined;
  readonly smpFtSupported?: boolean | undefined;
  readonly ftCompatibilityIssues?: readonly string[] | undefined;
  readonly smpFtCompatibilityIssues?: readonly string[] | undefined;
  readonly maxVcpusPerFtVm?: number | undefined;
  readonly loginBySSLThumbprintSupported?: boolean | undefined;
  readonly cloneFromSnapshotSupported?: boolean | undefined;
  readonly deltaDiskBackingsSupported?: boolean | undefined;
  readonly perVMNetworkTrafficShapingSupported?: boolean | undefined;
  readonly tpmSupported?: boolean | undefined;
  readonly tpmVersion?: string | undefined;
  readonly txtEnabled?: boolean | undefined;
  readonly drtmType?: string | undefined;
  readonly supportedCpuFeature?: readonly HostCpuIdInfo[] | undefined;
  readonly virtualExecUsageSupported?: boolean | undefined;
  readonly storageIORMSupported?: boolean | undefined;
  readonly vmDirectPathGen2Supported?: boolean | undefined;
  readonly vmDirectPathGen2UnsupportedReason?: readonly string[] | undefined;
  readonly vmDirectPathGen2UnsupportedReasonExtended?: string | undefined;
  readonly supportedVmfsMajorVersion?: readonly number[] | undefined;
  readonly vStorageCapable?: boolean | undefined;
  readonly snapshotRelayoutSupported?: boolean | undefined;
  readonly firewallIpRulesSupported?: boolean | undefined;
  readonly servicePackageInfoSupported?: boolean | undefined;
  readonly maxHostRunningVms?: number | undefined;
  readonly maxHostSupportedVcpus?: number | undefined;
  readonly vmfsDatastoreMountCapable?: boolean | undefined;
  readonly eightPlusHostVmfsSharedAccessSupported?: boolean | undefined;
  readonly nestedHVSupported?: boolean | undefined;
  readonly vPMCSupported?: boolean | undefined;
  readonly interVMCommunicationThroughVMCISupported?: boolean | undefined;
  readonly scheduledHardwareUpgradeSupported?: boolean | undefined;
  readonly featureCapabilitiesSupported?: boolean | undefined;
  readonly latencySensitivitySupported?: boolean | undefined;
  readonly storagePolicySupported?: boolean | undefined;
  readonly accel3dSupported?: boolean | undefined;
  readonly reliableMemoryAware?: boolean | undefined;
  readonly multipleNetworkStackInstanceSupported?: boolean | undefined;
  readonly messageBusProxySupported?: boolean | undefined;
  readonly vsanSupported?: boolean | undefined;
  readonly vFlashSupported?: boolean | undefined;
  readonly hostAccessManagerSupported?: boolean | undefined;
  readonly provisioningNicSelectionSupported?: boolean | undefined;
  readonly nfs41Supported?: boolean | undefined;
  readonly nfs41Krb5iSupported?: boolean | undefined;
  readonly turnDiskLocatorLedSupported?: boolean | undefined;
  readonly virtualVolumeDatastoreSupported?: boolean | undefined;
  readonly markAsSsdSupported?: boolean | undefined;
  readonly markAsLocalSupported?: boolean | undefined;
  readonly smartCardAuthenticationSupported?: boolean | undefined;
  readonly pMemSupported?: boolean | undefined;
  readonly pMemSnapshotSupported?: boolean | undefined;
  readonly cryptoSupported?: boolean | undefined;
  readonly oneKVolumeAPIsSupported?: boolean | undefined;
  readonly gatewayOnNicSupported?: boolean | undefined;
  readonly upitSupported?: boolean | undefined;
  readonly cpuHwMmuSupported?: boolean | undefined;
  readonly encryptedVMotionSupported?: boolean | undefined;
  readonly encryptionChangeOnAddRemoveSupported?: boolean | undefined;
  readonly encryptionHotOperationSupported?: boolean | undefined;
  readonly encryptionWithSnapshotsSupported?: boolean | undefined;
  readonly encryptionFaultToleranceSupported?: boolean | undefined;
  readonly encryptionMemorySaveSupported?: boolean | undefined;
  readonly encryptionRDMSupported?: boolean | undefined;
  readonly encryptionVFlashSupported?: boolean | undefined;
  readonly encryptionCBRCSupported?: boolean | undefined;
  readonly encryptionHBRSupported?: boolean | undefined;
  readonly ftEfiSupported?: boolean | undefined;
  readonly unmapMethodSupported?: string | undefined;
  readonly maxMemMBPerFtVm?: number | undefined;
  readonly virtualMmuUsageIgnored?: boolean | undefined;
  readonly virtualExecUsageIgnored?: boolean | undefined;
  readonly vmCreateDateSupported?: boolean | undefined;
  readonly vmfs3EOLSupported?: boolean | undefined;
  readonly ftVmcpSupported?: boolean | undefined;
  readonly quickBootSupported?: boolean | undefined;
  readonly encryptedFtSupported?: boolean | undefined;
  readonly assignableHardwareSupported?: boolean | undefined;
  readonly suspendToMemorySupported?: boolean | undefined;
  readonly useFeatureReqsForOldHWv?: boolean | undefined;
  readonly markPerenniallyReservedSupported?: boolean | undefined;
  readonly hppPspSupported?: boolean | undefined;
  readonly deviceRebindWithoutRebootSupported?: boolean | undefined;
  readonly storagePolicyChangeSupported?: boolean | undefined;
  readonly precisionTimeProtocolSupported?: boolean | undefined;
  readonly remoteDeviceVMotionSupported?: boolean | undefined;
  readonly maxSupportedVmMemory?: number | undefined;
  readonly ahDeviceHintsSupported?: boolean | undefined;
  readonly nvmeOverTcpSupported?: boolean | undefined;
  readonly nvmeStorageFabricServicesSupported?: boolean | undefined;
  readonly assignHwPciConfigSupported?: boolean | undefined;
  readonly timeConfigSupported?: boolean | undefined;
  readonly nvmeBatchOperationsSupported?: boolean | undefined;
  readonly pMemFailoverSupported?: boolean | undefined;
  readonly hostConfigEncryptionSupported?: boolean | undefined;
  readonly maxSupportedSimultaneousThreads?: number | undefined;
  readonly ptpConfigSupported?: boolean | undefined;
  readonly maxSupportedPtpPorts?: number | undefined;
  readonly sgxRegistrationSupported?: boolean | undefined;
  readonly pMemIndependentSnapshotSupported?: boolean | undefined;
  readonly iommuSLDirtyCapable?: boolean | undefined;
  readonly vmknicBindingSupported?: boolean | undefined;
  readonly ultralowFixedUnmapSupported?: boolean | undefined;
  readonly nvmeVvolSupported?: boolean | undefined;
  readonly fptHotplugSupported?: boolean | undefined;
  readonly mconnectSupported?: boolean | undefined;
  readonly vsanNicMgmtSupported?: boolean | undefined;
  readonly vvolNQNSupported?: boolean | undefined;
  readonly stretchedSCSupported?: boolean | undefined;
  readonly vmknicBindingOnNFSv41?: boolean | undefined;
  readonly vpStatusCheckSupported?: boolean | undefined;
  readonly e2e4knSupported?: boolean | undefined;
  readonly vsanDedicatedVmkNicSupported?: boolean | undefined;
  readonly nConnectSupported?: boolean | undefined;
  readonly userKeySupported?: boolean | undefined;
  readonly ndcmSupported?: boolean | undefined;
  readonly uefiSecureBoot?: boolean | undefined;
  readonly vpxdVmxGenerationSupported?: boolean | undefined;
  readonly nfs41Krb5pSupported?: boolean | undefined;
  readonly cimSupported?: boolean | undefined;
  readonly npivSupported?: boolean | undefined;
  readonly entitlementSupported?: boolean | undefined;
  readonly monitorUnrestricted?: boolean | undefined;
  readonly vnetworkingNicSelectionSupported?: boolean | undefined;
  readonly directPathInfoSupported?: boolean | undefined;
  readonly fcdLinkedCloneSupported?: boolean | undefined;
  readonly ehvQuickBootSupported?: boolean | undefined;
  readonly nestedHvTieringEnabled?: boolean | undefined;
}

export interface HostCertificateManagerCertificateInfo extends DynamicData {
  readonly kind?: string | undefined;
  readonly issuer?: string | undefined;
  readonly notBefore?: string | undefined;
  readonly notAfter?: string | undefined;
  readonly subject?: string | undefined;
  readonly status: string;
}

export interface HostCertificateManagerCertificateSpec extends DynamicData {
  readonly kind: string;
  readonly subjectAlternativeNames?: readonly string[] | undefined;
  readonly cryptoAlgorithm?: string | undefined;
}

export interface HostCnxFailedAccountFailedEvent extends HostEvent {}

export interface HostCnxFailedAlreadyManagedEvent extends HostEvent {
  readonly serverName: string;
}

export interface HostCnxFailedBadCcagentEvent extends HostEvent {}

export interface HostCnxFailedBadUsernameEvent extends HostEvent {}

export interface HostCnxFailedBadVersionEvent extends HostEvent {}

export interface HostCnxFailedCcagentUpgradeEvent extends HostEvent {}

export interface HostCnxFailedEvent extends HostEvent {}

export interface HostCnxFailedNetworkErrorEvent extends HostEvent {}

export interface HostCnxFailedNoAccessEvent extends HostEvent {}

export interface HostCnxFailedNoConnectionEvent extends HostEvent {}

export interface HostCnxFailedNoLicenseEvent extends HostEvent {}

export interface HostCnxFailedNotFoundEvent extends HostEvent {}

export interface HostCnxFailedTimeoutEvent extends HostEvent {}

export interface HostCommunication extends RuntimeFault {}

export interface HostComplianceCheckedEvent extends HostEvent {
  readonly profile: ProfileEventArgument;
}

export interface HostCompliantEvent extends HostEvent {}

export interface HostConfigAppliedEvent extends HostEvent {}

export interface HostConfigChange extends DynamicData {}

export interface HostConfigFailed extends HostConfigFault {
  readonly failure: readonly LocalizedMethodFault[];
}

export interface HostConfigFault extends VimFault {}

export interface HostConfigInfo extends DynamicData {
  readonly host: Ref<'HostSystem'>;
  readonly product: AboutInfo;
  readonly deploymentInfo?: HostDeploymentInfo | undefined;
  readonly hyperThread?: HostHyperThreadScheduleInfo | undefined;
  readonly cpuScheduler?: HostCpuSchedulerInfo | undefined;
  readonly consoleReservation?: ServiceConsoleReservationInfo | undefined;
  readonly virtualMachineReservation?: VirtualMachineMemoryReservationInfo | undefined;
  readonly storageDevice?: HostStorageDeviceInfo | undefined;
  readonly multipathState?: HostMultipathStateInfo | undefined;
  readonly fileSystemVolume?: HostFileSystemVolumeInfo | undefined;
  readonly systemFile?: readonly string[] | undefined;
  readonly network?: HostNetworkInfo | undefined;
  readonly vmotion?: HostVMotionInfo | undefined;
  readonly virtualNicManagerInfo?: HostVirtualNicManagerInfo | undefined;
  readonly capabilities?: HostNetCapabilities | undefined;
  readonly datastoreCapabilities?: HostDatastoreSystemCapabilities | undefined;
  readonly offloadCapabilities?: HostNetOffloadCapabilities | undefined;
  readonly service?: HostServiceInfo | undefined;
  readonly firewall?: HostFirewallInfo | undefined;
  readonly autoStart?: HostAutoStartManagerConfig | undefined;
  readonly activeDiagnosticPartition?: HostDiagnosticPartition | undefined;
  readonly option?: readonly OptionValue[] | undefined;
  readonly optionDef?: readonly OptionDef[] | undefined;
  readonly datastorePrincipal?: string | undefined;
  readonly localSwapDatastore?: Ref<'Datastore'> | undefined;
  readonly systemSwapConfiguration?: HostSystemSwapConfiguration | undefined;
  readonly systemResources?: HostSystemResourceInfo | undefined;
  readonly dateTimeInfo?: HostDateTimeInfo | undefined;
  readonly flags?: HostFlagInfo | undefined;
  readonly adminDisabled?: boolean | undefined;
  readonly lockdownMode?: HostLockdownMode | undefined;
  readonly ipmi?: HostIpmiInfo | undefined;
  readonly sslThumbprintInfo?: HostSslThumbprintInfo | undefined;
  readonly sslThumbprintData?: readonly HostSslThumbprintInfo[] | undefined;
  readonly authenticationData?: readonly HostAuthenticationInfo[] | undefined;
  readonly certificate?: readonly number[] | undefined;
  readonly pciPassthruInfo?: readonly HostPciPassthruInfo[] | undefined;
  readonly authenticationManagerInfo?: HostAuthenticationManagerInfo | undefined;
  readonly featureVersion?: readonly HostFeatureVersionInfo[] | undefined;
  readonly powerSystemCapability?: PowerSystemCapability | undefined;
  readonly powerSystemInfo?: PowerSystemInfo | undefined;
  readonly cacheConfigurationInfo?: readonly HostCacheConfigurationInfo[] | undefined;
  readonly wakeOnLanCapable?: boolean | undefined;
  readonly featureCapability?: readonly HostFeatureCapability[] | undefined;
  readonly maskedFeatureCapability?: readonly HostFeatureCapability[] | undefined;
  readonly vFlashConfigInfo?: HostVFlashManagerVFlashConfigInfo | undefined;
  readonly vsanHostConfig?: VsanHostConfigInfo | undefined;
  readonly domainList?: readonly string[] | undefined;
  readonly scriptCheckSum?: string | undefined;
  readonly hostConfigCheckSum?: string | undefined;
  readonly descriptionTreeCheckSum?: string | undefined;
  readonly graphicsInfo?: readonly HostGraphicsInfo[] | undefined;
  readonly sharedPassthruGpuTypes?: readonly string[] | undefined;
  readonly graphicsConfig?: HostGraphicsConfig | undefined;
  readonly sharedGpuCapabilities?: readonly HostSharedGpuCapabilities[] | undefined;
  readonly ioFilterInfo?: readonly HostIoFilterInfo[] | undefined;
  readonly sriovDevicePool?: readonly HostSriovDevicePoolInfo[] | undefined;
  readonly assignableHardwareBinding?: readonly HostAssignableHardwareBinding[] | undefined;
  readonly assignableHardwareConfig?: HostAssignableHardwareConfig | undefined;
}

export interface HostConfigManager extends DynamicData {
  readonly cpuScheduler?: Ref<'HostCpuSchedulerSystem'> | undefined;
  readonly datastoreSystem?: Ref<'HostDatastoreSystem'> | undefined;
  readonly memoryManager?: Ref<'HostMemorySystem'> | undefined;
  readonly storageSystem?: Ref<'HostStorageSystem'> | undefined;
  readonly networkSystem?: Ref<'HostNetworkSystem'> | undefined;
  readonly vmotionSystem?: Ref<'HostVMotionSystem'> | undefined;
  readonly virtualNicManager?: Ref<'HostVirtualNicManager'> | undefined;
  readonly serviceSystem?: Ref<'HostServiceSystem'> | undefined;
  readonly firewallSystem?: Ref<'HostFirewallSystem'> | undefined;
  readonly advancedOption?: Ref<'OptionManager'> | undefined;
  readonly diagnosticSystem?: Ref<'HostDiagnosticSystem'> | undefined;
  readonly autoStartManager?: Ref<'HostAutoStartManager'> | undefined;
  readonly snmpSystem?: Ref<'HostSnmpSystem'> | undefined;
  readonly dateTimeSystem?: Ref<'HostDateTimeSystem'> | undefined;
  readonly patchManager?: Ref<'HostPatchManager'> | undefined;
  readonly imageConfigManager?: Ref<'HostImageConfigManager'> | undefined;
  readonly bootDeviceSystem?: Ref<'HostBootDeviceSystem'> | undefined;
  readonly firmwareSystem?: Ref<'HostFirmwareSystem'> | undefined;
  readonly healthStatusSystem?: Ref<'HostHealthStatusSystem'> | undefined;
  readonly pciPassthruSystem?: Ref<'HostPciPassthruSystem'> | undefined;
  readonly licenseManager?: Ref<'LicenseManager'> | undefined;
  readonly kernelModuleSystem?: Ref<'HostKernelModuleSystem'> | undefined;
  readonly authenticationManager?: Ref<'HostAuthenticationManager'> | undefined;
  readonly powerSystem?: Ref<'HostPowerSystem'> | undefined;
  readonly cacheConfigurationManager?: Ref<'HostCacheConfigurationManager'> | undefined;
  readonly esxAgentHostManager?: Ref<'HostEsxAgentHostManager'> | undefined;
  readonly iscsiManager?: Ref<'IscsiManager'> | undefined;
  readonly vFlashManager?: Ref<'HostVFlashManager'> | undefined;
  readonly vsanSystem?: Ref<'HostVsanSystem'> | undefined;
  readonly messageBusProxy?: Ref<'MessageBusProxy'> | undefined;
  readonly userDirectory?: Ref<'UserDirectory'> | undefined;
  readonly accountManager?: Ref<'HostLocalAccountManager'> | undefined;
  readonly hostAccessManager?: Ref<'HostAccessManager'> | undefined;
  readonly graphicsManager?: Ref<'HostGraphicsManager'> | undefined;
  readonly vsanInternalSystem?: Ref<'HostVsanInternalSystem'> | undefined;
  readonly certificateManager?: Ref<'HostCertificateManager'> | undefined;
  readonly cryptoManager?: Ref<'CryptoManager'> | undefined;
  readonly nvdimmSystem?: Ref<'HostNvdimmSystem'> | undefined;
  readonly assignableHardwareManager?: Ref<'HostAssignableHardwareManager'> | undefined;
}

export interface HostConfigSpec extends DynamicData {
  readonly nasDatastore?: readonly HostNasVolumeConfig[] | undefined;
  readonly network?: HostNetworkConfig | undefined;
  readonly nicTypeSelection?: readonly HostVirtualNicManagerNicTypeSelection[] | undefined;
  readonly service?: readonly HostServiceConfig[] | undefined;
  readonly firewall?: HostFirewallConfig | undefined;
  readonly option?: readonly OptionValue[] | undefined;
  readonly datastorePrincipal?: string | undefined;
  readonly datastorePrincipalPasswd?: string | undefined;
  readonly datetime?: HostDateTimeConfig | undefined;
  readonly storageDevice?: HostStorageDeviceInfo | undefined;
  readonly license?: HostLicenseSpec | undefined;
  readonly security?: HostSecuritySpec | undefined;
  readonly userAccount?: readonly HostAccountSpec[] | undefined;
  readonly usergroupAccount?: readonly HostAccountSpec[] | undefined;
  readonly memory?: HostMemorySpec | undefined;
  readonly activeDirectory?: readonly HostActiveDirectory[] | undefined;
  readonly genericConfig?: readonly KeyAnyValue[] | undefined;
  readonly graphicsConfig?: HostGraphicsConfig | undefined;
  readonly assignableHardwareConfig?: HostAssignableHardwareConfig | undefined;
}

export interface HostConfigSummary extends DynamicData {
  readonly name: string;
  readonly port: number;
  readonly sslThumbprint?: string | undefined;
  readonly sslCertificate?: string | undefined;
  readonly product?: AboutInfo | undefined;
  readonly vmotionEnabled: boolean;
  readonly faultToleranceEnabled?: boolean | undefined;
  readonly featureVersion?: readonly HostFeatureVersionInfo[] | undefined;
  readonly agentVmDatastore?: Ref<'Datastore'> | undefined;
  readonly agentVmNetwork?: Ref<'Network'> | undefined;
}

export interface HostConnectFault extends VimFault {}

export interface HostConnectInfo extends DynamicData {
  readonly serverIp?: string | undefined;
  readonly inDasCluster?: boolean | undefined;
  readonly host: HostListSummary;
  readonly vm?: readonly VirtualMachineSummary[] | undefined;
  readonly vimAccountNameRequired?: boolean | undefined;
  readonly clusterSupported?: boolean | undefined;
  readonly network?: readonly HostConnectInfoNetworkInfo[] | undefined;
  readonly datastore?: readonly HostDatastoreConnectInfo[] | undefined;
  readonly license?: HostLicenseConnectInfo | undefined;
  readonly capability?: HostCapability | undefined;
}

export interface HostConnectInfoNetworkInfo extends DynamicData {
  readonly summary: NetworkSummary;
}

export interface HostConnectSpec extends DynamicData {
  readonly hostName?: string | undefined;
  readonly port?: number | undefined;
  readonly sslThumbprint?: string | undefined;
  readonly sslCertificate?: string | undefined;
  readonly userName?: string | undefined;
  readonly password?: string | undefined;
  readonly vmFolder?: Ref<'Folder'> | undefined;
  readonly force: boolean;
  readonly vimAccountName?: string | undefined;
  readonly vimAccountPassword?: string | undefined;
  readonly managementIp?: string | undefined;
  readonly lockdownMode?: HostLockdownMode | undefined;
  readonly hostGateway?: HostGatewaySpec | undefined;
}

export interface HostConnectedEvent extends HostEvent {}

export interface HostConnectionLostEvent extends HostEvent {}

export interface HostCpuIdInfo extends DynamicData {
  readonly level: number;
  readonly vendor?: string | undefined;
  readonly eax?: string | undefined;
  readonly ebx?: string | undefined;
  readonly ecx?: string | undefined;
  readonly edx?: string | undefined;
}

export interface HostCpuInfo extends DynamicData {
  readonly numCpuPackages: number;
  readonly numCpuCores: number;
  readonly numCpuThreads: number;
  readonly hz: number;
}

export interface HostCpuPackage extends DynamicData {
  readonly index: number;
  readonly vendor: string;
  readonly hz: number;
  readonly busHz: number;
  readonly description: string;
  readonly threadId: readonly number[];
  readonly cpuFeature?: readonly HostCpuIdInfo[] | undefined;
  readonly family?: number | undefined;
  readonly model?: number | undefined;
  readonly stepping?: number | undefined;
}

export interface HostCpuPowerManagementInfo extends DynamicData {
  readonly currentPolicy?: string | undefined;
  readonly hardwareSupport?: string | undefined;
}

export interface HostCpuSchedulerInfo extends DynamicData {
  readonly policy: string;
}

export interface HostDasDisabledEvent extends HostEvent {}

export interface HostDasDisablingEvent extends HostEvent {}

export interface HostDasEnabledEvent extends HostEvent {}

export interface HostDasEnablingEvent extends HostEvent {}

export interface HostDasErrorEvent extends HostEvent {
  readonly message?: string | undefined;
  readonly reason?: string | undefined;
}

export interface HostDasEvent extends HostEvent {}

export interface HostDasOkEvent extends HostEvent {}

export interface HostDataTransportConnectionInfo extends DynamicData {
  readonly staticMemoryConsumed: number;
}

export interface HostDatastoreBrowserSearchResults extends DynamicData {
  readonly datastore?: Ref<'Datastore'> | undefined;
  readonly folderPath?: string | undefined;
  readonly file?: readonly FileInfo[] | undefined;
}

export interface HostDatastoreBrowserSearchSpec extends DynamicData {
  readonly query?: readonly FileQuery[] | undefined;
  readonly details?: FileQueryFlags | undefined;
  readonly searchCaseInsensitive?: boolean | undefined;
  readonly matchPattern?: readonly string[] | undefined;
  readonly sortFoldersFirst?: boolean | undefined;
}

export interface HostDatastoreConnectInfo extends DynamicData {
  readonly summary: DatastoreSummary;
}

export interface HostDatastoreExistsConnectInfo extends HostDatastoreConnectInfo {
  readonly newDatastoreName: string;
}

export interface HostDatastoreNameConflictConnectInfo extends HostDatastoreConnectInfo {
  readonly newDatastoreName: string;
}

export interface HostDatastoreSystemCapabilities extends DynamicData {
  readonly nfsMountCreationRequired: boolean;
  readonly nfsMountCreationSupported: boolean;
  readonly localDatastoreSupported: boolean;
  readonly vmfsExtentExpansionSupported?: boolean | undefined;
}

export interface HostDatastoreSystemDatastoreResult extends DynamicData {
  readonly key: Ref<'Datastore'>;
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface HostDatastoreSystemVvolDatastoreSpec extends DynamicData {
  readonly name: string;
  readonly scId: string;
}

export interface HostDateTimeConfig extends DynamicData {
  readonly timeZone?: string | undefined;
  readonly ntpConfig?: HostNtpConfig | undefined;
  readonly ptpConfig?: HostPtpConfig | undefined;
  readonly protocol?: string | undefined;
  readonly enabled?: boolean | undefined;
  readonly disableEvents?: boolean | undefined;
  readonly disableFallback?: boolean | undefined;
  readonly resetToFactoryDefaults?: boolean | undefined;
}

export interface HostDateTimeInfo extends DynamicData {
  readonly timeZone: HostDateTimeSystemTimeZone;
  readonly systemClockProtocol?: string | undefined;
  readonly ntpConfig?: HostNtpConfig | undefined;
  readonly ptpConfig?: HostPtpConfig | undefined;
  readonly enabled?: boolean | undefined;
  readonly disableEvents?: boolean | undefined;
  readonly disableFallback?: boolean | undefined;
  readonly inFallbackState?: boolean | undefined;
  readonly serviceSync?: boolean | undefined;
  readonly lastSyncTime?: string | undefined;
  readonly remoteNtpServer?: string | undefined;
  readonly ntpRunTime?: number | undefined;
  readonly ptpRunTime?: number | undefined;
  readonly ntpDuration?: string | undefined;
  readonly ptpDuration?: string | undefined;
}

export interface HostDateTimeSystemServiceTestResult extends DynamicData {
  readonly workingNormally: boolean;
  readonly report?: readonly string[] | undefined;
}

export interface HostDateTimeSystemTimeZone extends DynamicData {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly gmtOffset: number;
}

export interface HostDeploymentInfo extends DynamicData {
  readonly bootedFromStatelessCache?: boolean | undefined;
}

export interface HostDevice extends DynamicData {
  readonly deviceName: string;
  readonly deviceType: string;
}

export interface HostDhcpService extends DynamicData {
  readonly key: string;
  readonly spec: HostDhcpServiceSpec;
}

export interface HostDhcpServiceConfig extends DynamicData {
  readonly changeOperation?: string | undefined;
  readonly key: string;
  readonly spec: HostDhcpServiceSpec;
}

export interface HostDhcpServiceSpec extends DynamicData {
  readonly virtualSwitch: string;
  readonly defaultLeaseDuration: number;
  readonly leaseBeginIp: string;
  readonly leaseEndIp: string;
  readonly maxLeaseDuration: number;
  readonly unlimitedLease: boolean;
  readonly ipSubnetAddr: string;
  readonly ipSubnetMask: string;
}

export interface HostDiagnosticPartition extends DynamicData {
  readonly storageType: string;
  readonly diagnosticType: string;
  readonly slots: number;
  readonly id: HostScsiDiskPartition;
}

export interface HostDiagnosticPartitionCreateDescription extends DynamicData {
  readonly layout: HostDiskPartitionLayout;
  readonly diskUuid: string;
  readonly spec: HostDiagnosticPartitionCreateSpec;
}

export interface HostDiagnosticPartitionCreateOption extends DynamicData {
  readonly storageType: string;
  readonly diagnosticType: string;
  readonly disk: HostScsiDisk;
}

export interface HostDiagnosticPartitionCreateSpec extends DynamicData {
  readonly storageType: string;
  readonly diagnosticType: string;
  readonly id: HostScsiDiskPartition;
  readonly partition: HostDiskPartitionSpec;
  readonly active?: boolean | undefined;
}

export interface HostDigestInfo extends DynamicData {
  readonly digestMethod: string;
  readonly digestValue: readonly number[];
  readonly objectName?: string | undefined;
}

export interface HostDirectoryStoreInfo extends HostAuthenticationStoreInfo {}

export interface HostDisconnectedEvent extends HostEvent {
  readonly reason?: string | undefined;
}

export interface HostDiskConfigurationResult extends DynamicData {
  readonly devicePath?: string | undefined;
  readonly success?: boolean | undefined;
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface HostDiskDimensions extends DynamicData {}

export interface HostDiskDimensionsChs extends DynamicData {
  readonly cylinder: number;
  readonly head: number;
  readonly sector: number;
}

export interface HostDiskDimensionsLba extends DynamicData {
  readonly blockSize: number;
  readonly block: number;
}

export interface HostDiskMappingInfo extends DynamicData {
  readonly physicalPartition?: HostDiskMappingPartitionInfo | undefined;
  readonly name: string;
  readonly exclusive?: boolean | undefined;
}

export interface HostDiskMappingOption extends DynamicData {
  readonly physicalPartition?: readonly HostDiskMappingPartitionOption[] | undefined;
  readonly name: string;
}

export interface HostDiskMappingPartitionInfo extends DynamicData {
  readonly name: string;
  readonly fileSystem: string;
  readonly capacityInKb: number;
}

export interface HostDiskMappingPartitionOption extends DynamicData {
  readonly name: string;
  readonly fileSystem: string;
  readonly capacityInKb: number;
}

export interface HostDiskPartitionAttributes extends DynamicData {
  readonly partition: number;
  readonly startSector: number;
  readonly endSector: number;
  readonly type: string;
  readonly guid?: string | undefined;
  readonly logical: boolean;
  readonly attributes: number;
  readonly partitionAlignment?: number | undefined;
}

export interface HostDiskPartitionBlockRange extends DynamicData {
  readonly partition?: number | undefined;
  readonly type: string;
  readonly start: HostDiskDimensionsLba;
  readonly end: HostDiskDimensionsLba;
}

export interface HostDiskPartitionInfo extends DynamicData {
  readonly deviceName: string;
  readonly spec: HostDiskPartitionSpec;
  readonly layout: HostDiskPartitionLayout;
}

export interface HostDiskPartitionLayout extends DynamicData {
  readonly total?: HostDiskDimensionsLba | undefined;
  readonly partition: readonly HostDiskPartitionBlockRange[];
}

export interface HostDiskPartitionSpec extends DynamicData {
  readonly partitionFormat?: string | undefined;
  readonly chs?: HostDiskDimensionsChs | undefined;
  readonly totalSectors?: number | undefined;
  readonly partition?: readonly HostDiskPartitionAttributes[] | undefined;
  readonly sectorSize?: number | undefined;
}

export interface HostDnsConfig extends DynamicData {
  readonly dhcp: boolean;
  readonly virtualNicDevice?: string | undefined;
  readonly ipv6VirtualNicDevice?: string | undefined;
  readonly hostName: string;
  readonly domainName: string;
  readonly address?: readonly string[] | undefined;
  readonly searchDomain?: readonly string[] | undefined;
}

export interface HostDnsConfigSpec extends HostDnsConfig {
  readonly virtualNicConnection?: HostVirtualNicConnection | undefined;
  readonly virtualNicConnectionV6?: HostVirtualNicConnection | undefined;
}

export interface HostDvxClass extends DynamicData {
  readonly deviceClass: string;
  readonly checkpointSupported: boolean;
  readonly swDMATracingSupported: boolean;
  readonly sriovNic: boolean;
}

export interface HostEnableAdminFailedEvent extends HostEvent {
  readonly permissions: readonly Permission[];
}

export interface HostEnterMaintenanceResult extends DynamicData {
  readonly vmFaults?: readonly FaultsByVM[] | undefined;
  readonly hostFaults?: readonly FaultsByHost[] | undefined;
}

export interface HostEsxAgentHostManagerConfigInfo extends DynamicData {
  readonly agentVmDatastore?: Ref<'Datastore'> | undefined;
  readonly agentVmNetwork?: Ref<'Network'> | undefined;
}

export interface HostEvent extends Event {}

export interface HostEventArgument extends EntityEventArgument {
  readonly host: Ref<'HostSystem'>;
}

export interface HostExtraNetworksEvent extends HostDasEvent {
  readonly ips?: string | undefined;
}

export interface HostFaultToleranceManagerComponentHealthInfo extends DynamicData {
  readonly isStorageHealthy: boolean;
  readonly isNetworkHealthy: boolean;
}

export interface HostFeatureCapability extends DynamicData {
  readonly key: string;
  readonly featureName: string;
  readonly value: string;
}

export interface HostFeatureMask extends DynamicData {
  readonly key: string;
  readonly featureName: string;
  readonly value: string;
}

export interface HostFeatureVersionInfo extends DynamicData {
  readonly key: string;
  readonly value: string;
}

export interface HostFibreChannelHba extends HostHostBusAdapter {
  readonly portWorldWideName: number;
  readonly nodeWorldWideName: number;
  readonly portType: FibreChannelPortType;
  readonly speed: number;
}

export interface HostFibreChannelOverEthernetHba extends HostFibreChannelHba {
  readonly underlyingNic: string;
  readonly linkInfo: HostFibreChannelOverEthernetHbaLinkInfo;
  readonly isSoftwareFcoe: boolean;
  readonly markedForRemoval?: boolean | undefined;
}

export interface HostFibreChannelOverEthernetHbaLinkInfo extends DynamicData {
  readonly vnportMac: string;
  readonly fcfMac: string;
  readonly vlanId: number;
}

export interface HostFibreChannelOverEthernetTargetTransport extends HostFibreChannelTargetTransport {
  readonly vnportMac: string;
  readonly fcfMac: string;
  readonly vlanId: number;
}

export interface HostFibreChannelTargetTransport extends HostTargetTransport {
  readonly portWorldWideName: number;
  readonly nodeWorldWideName: number;
}

export interface HostFileAccess extends DynamicData {
  readonly who: string;
  readonly what: string;
}

export interface HostFileSystemMountInfo extends DynamicData {
  readonly mountInfo: HostMountInfo;
  readonly volume: HostFileSystemVolume;
  readonly vStorageSupport?: string | undefined;
}

export interface HostFileSystemVolume extends DynamicData {
  readonly type: string;
  readonly name: string;
  readonly capacity: number;
}

export interface HostFileSystemVolumeInfo extends DynamicData {
  readonly volumeTypeList?: readonly string[] | undefined;
  readonly mountInfo?: readonly HostFileSystemMountInfo[] | undefined;
}

export interface HostFirewallConfig extends DynamicData {
  readonly rule?: readonly HostFirewallConfigRuleSetConfig[] | undefined;
  readonly defaultBlockingPolicy: HostFirewallDefaultPolicy;
}

export interface HostFirewallConfigRuleSetConfig extends DynamicData {
  readonly rulesetId: string;
  readonly enabled: boolean;
  readonly allowedHosts?: HostFirewallRulesetIpList | undefined;
}

export interface HostFirewallDefaultPolicy extends DynamicData {
  readonly incomingBlocked?: boolean | undefined;
  readonly outgoingBlocked?: boolean | undefined;
}

export interface HostFirewallInfo extends DynamicData {
  readonly defaultPolicy: HostFirewallDefaultPolicy;
  readonly ruleset?: readonly HostFirewallRuleset[] | undefined;
}

export interface HostFirewallRule extends DynamicData {
  readonly port: number;
  readonly endPort?: number | undefined;
  readonly direction: HostFirewallRuleDirection;
  readonly portType?: HostFirewallRulePortType | undefined;
  readonly protocol: string;
}

export interface HostFirewallRuleset extends DynamicData {
  readonly key: string;
  readonly label: string;
  readonly required: boolean;
  readonly rule: readonly HostFirewallRule[];
  readonly service?: string | undefined;
  readonly enabled: boolean;
  readonly allowedHosts?: HostFirewallRulesetIpList | undefined;
  readonly userControllable?: boolean | undefined;
  readonly ipListUserConfigurable?: boolean | undefined;
}

export interface HostFirewallRulesetIpList extends DynamicData {
  readonly ipAddress?: readonly string[] | undefined;
  readonly ipNetwork?: readonly HostFirewallRulesetIpNetwork[] | undefined;
  readonly allIp: boolean;
}

export interface HostFirewallRulesetIpNetwork extends DynamicData {
  readonly network: string;
  readonly prefixLength: number;
}

export interface HostFirewallRulesetRulesetSpec extends DynamicData {
  readonly allowedHosts: HostFirewallRulesetIpList;
}

export interface HostFlagInfo extends DynamicData {
  readonly backgroundSnapshotsEnabled?: boolean | undefined;
}

export interface HostForceMountedInfo extends DynamicData {
  readonly persist: boolean;
  readonly mounted: boolean;
}

export interface HostFru extends DynamicData {
  readonly type: string;
  readonly partName: string;
  readonly partNumber: string;
  readonly manufacturer: string;
  readonly serialNumber?: string | undefined;
  readonly mfgTimeStamp?: string | undefined;
}

export interface HostGatewaySpec extends DynamicData {
  readonly gatewayType: string;
  readonly gatewayId?: string | undefined;
  readonly trustVerificationToken?: string | undefined;
  readonly hostAuthParams?: readonly KeyValue[] | undefined;
}

export interface HostGetShortNameFailedEvent extends HostEvent {}

export interface HostGraphicsConfig extends DynamicData {
  readonly hostDefaultGraphicsType: string;
  readonly sharedPassthruAssignmentPolicy: string;
  readonly deviceType?: readonly HostGraphicsConfigDeviceType[] | undefined;
}

export interface HostGraphicsConfigDeviceType extends DynamicData {
  readonly deviceId: string;
  readonly graphicsType: string;
  readonly vgpuMode?: string | undefined;
}

export interface HostGraphicsInfo extends DynamicData {
  readonly deviceName: string;
  readonly vendorName: string;
  readonly pciId: string;
  readonly graphicsType: string;
  readonly vgpuMode?: string | undefined;
  readonly memorySizeInKB: number;
  readonly vm?: readonly Ref<'VirtualMachine'>[] | undefined;
}

export interface HostHardwareElementInfo extends DynamicData {
  readonly name: string;
  readonly status: ElementDescription;
}

export interface HostHardwareInfo extends DynamicData {
  readonly systemInfo: HostSystemInfo;
  readonly cpuPowerManagementInfo?: HostCpuPowerManagementInfo | undefined;
  readonly cpuInfo: HostCpuInfo;
  readonly cpuPkg: readonly HostCpuPackage[];
  readonly memorySize: number;
  readonly numaInfo?: HostNumaInfo | undefined;
  readonly smcPresent?: boolean | undefined;
  readonly pciDevice?: readonly HostPciDevice[] | undefined;
  readonly dvxClasses?: readonly HostDvxClass[] | undefined;
  readonly cpuFeature?: readonly HostCpuIdInfo[] | undefined;
  readonly biosInfo?: HostBIOSInfo | undefined;
  readonly reliableMemoryInfo?: HostReliableMemoryInfo | undefined;
  readonly persistentMemoryInfo?: HostPersistentMemoryInfo | undefined;
  readonly sgxInfo?: HostSgxInfo | undefined;
  readonly sevInfo?: HostSevInfo | undefined;
  readonly memoryTieringType?: string | undefined;
  readonly memoryTierInfo?: readonly HostMemoryTierInfo[] | undefined;
  readonly tdxInfo?: HostTdxInfo | undefined;
}

export interface HostHardwareStatusInfo extends DynamicData {
  readonly memoryStatusInfo?: readonly HostHardwareElementInfo[] | undefined;
  readonly cpuStatusInfo?: readonly HostHardwareElementInfo[] | undefined;
  readonly storageStatusInfo?: readonly HostStorageElementInfo[] | undefined;
  readonly dpuStatusInfo?: readonly DpuStatusInfo[] | undefined;
}

export interface HostHardwareSummary extends DynamicData {
  readonly vendor: string;
  readonly model: string;
  readonly family?: string | undefined;
  readonly uuid: string;
  readonly otherIdentifyingInfo?: readonly HostSystemIdentificationInfo[] | undefined;
  readonly memorySize: number;
  readonly cpuModel: string;
  readonly cpuMhz: number;
  readonly numCpuPkgs: number;
  readonly numCpuCores: number;
  readonly numCpuThreads: number;
  readonly numNics: number;
  readonly numHBAs: number;
}

export interface HostHasComponentFailure extends VimFault {
  readonly hostName: string;
  readonly componentType: string;
  readonly componentName: string;
}

export interface HostHbaCreateSpec extends DynamicData {}

export interface HostHostBusAdapter extends DynamicData {
  readonly key?: string | undefined;
  readonly device: string;
  readonly bus: number;
  readonly status: string;
  readonly model: string;
  readonly driver?: string | undefined;
  readonly pci?: string | undefined;
  readonly storageProtocol?: string | undefined;
  readonly driverVersion?: string | undefined;
  readonly firmwareVersion?: string | undefined;
}

export interface HostHyperThreadScheduleInfo extends DynamicData {
  readonly available: boolean;
  readonly active: boolean;
  readonly config: boolean;
}

export interface HostImageProfileSummary extends DynamicData {
  readonly name: string;
  readonly vendor: string;
}

export interface HostInAuditModeEvent extends HostEvent {}

export interface HostInDomain extends HostConfigFault {}

export interface HostIncompatibleForFaultTolerance extends VmFaultToleranceIssue {
  readonly hostName?: string | undefined;
  readonly reason?: string | undefined;
}

export interface HostIncompatibleForRecordReplay extends VimFault {
  readonly hostName?: string | undefined;
  readonly reason?: string | undefined;
}

export interface HostInternetScsiHba extends HostHostBusAdapter {
  readonly isSoftwareBased: boolean;
  readonly canBeDisabled?: boolean | undefined;
  readonly networkBindingSupport?: HostInternetScsiHbaNetworkBindingSupportType | undefined;
  readonly discoveryCapabilities: HostInternetScsiHbaDiscoveryCapabilities;
  readonly discoveryProperties: HostInternetScsiHbaDiscoveryProperties;
  readonly authenticationCapabilities: HostInternetScsiHbaAuthenticationCapabilities;
  readonly authenticationProperties: HostInternetScsiHbaAuthenticationProperties;
  readonly digestCapabilities?: HostInternetScsiHbaDigestCapabilities | undefined;
  readonly digestProperties?: HostInternetScsiHbaDigestProperties | undefined;
  readonly ipCapabilities: HostInternetScsiHbaIPCapabilities;
  readonly ipProperties: HostInternetScsiHbaIPProperties;
  readonly supportedAdvancedOptions?: readonly OptionDef[] | undefined;
  readonly advancedOptions?: readonly HostInternetScsiHbaParamValue[] | undefined;
  readonly iScsiName: string;
  readonly iScsiAlias?: string | undefined;
  readonly configuredSendTarget?: readonly HostInternetScsiHbaSendTarget[] | undefined;
  readonly configuredStaticTarget?: readonly HostInternetScsiHbaStaticTarget[] | undefined;
  readonly maxSpeedMb?: number | undefined;
  readonly currentSpeedMb?: number | undefined;
}

export interface HostInternetScsiHbaAuthenticationCapabilities extends DynamicData {
  readonly chapAuthSettable: boolean;
  readonly krb5AuthSettable: boolean;
  readonly srpAuthSettable: boolean;
  readonly spkmAuthSettable: boolean;
  readonly mutualChapSettable?: boolean | undefined;
  readonly targetChapSettable?: boolean | undefined;
  readonly targetMutualChapSettable?: boolean | undefined;
}

export interface HostInternetScsiHbaAuthenticationProperties extends DynamicData {
  readonly chapAuthEnabled: boolean;
  readonly chapName?: string | undefined;
  readonly chapSecret?: string | undefined;
  readonly chapAuthenticationType?: string | undefined;
  readonly chapInherited?: boolean | undefined;
  readonly mutualChapName?: string | undefined;
  readonly mutualChapSecret?: string | undefined;
  readonly mutualChapAuthenticationType?: string | undefined;
  readonly mutualChapInherited?: boolean | undefined;
}

export interface HostInternetScsiHbaDigestCapabilities extends DynamicData {
  readonly headerDigestSettable?: boolean | undefined;
  readonly dataDigestSettable?: boolean | undefined;
  readonly targetHeaderDigestSettable?: boolean | undefined;
  readonly targetDataDigestSettable?: boolean | undefined;
}

export interface HostInternetScsiHbaDigestProperties extends DynamicData {
  readonly headerDigestType?: string | undefined;
  readonly headerDigestInherited?: boolean | undefined;
  readonly dataDigestType?: string | undefined;
  readonly dataDigestInherited?: boolean | undefined;
}

export interface HostInternetScsiHbaDiscoveryCapabilities extends DynamicData {
  readonly iSnsDiscoverySettable: boolean;
  readonly slpDiscoverySettable: boolean;
  readonly staticTargetDiscoverySettable: boolean;
  readonly sendTargetsDiscoverySettable: boolean;
}

export interface HostInternetScsiHbaDiscoveryProperties extends DynamicData {
  readonly iSnsDiscoveryEnabled: boolean;
  readonly iSnsDiscoveryMethod?: string | undefined;
  readonly iSnsHost?: string | undefined;
  readonly slpDiscoveryEnabled: boolean;
  readonly slpDiscoveryMethod?: string | undefined;
  readonly slpHost?: string | undefined;
  readonly staticTargetDiscoveryEnabled: boolean;
  readonly sendTargetsDiscoveryEnabled: boolean;
}

export interface HostInternetScsiHbaIPCapabilities extends DynamicData {
  readonly addressSettable: boolean;
  readonly ipConfigurationMethodSettable: boolean;
  readonly subnetMaskSettable: boolean;
  readonly defaultGatewaySettable: boolean;
  readonly primaryDnsServerAddressSettable: boolean;
  readonly alternateDnsServerAddressSettable: boolean;
  readonly ipv6Supported?: boolean | undefined;
  readonly arpRedirectSettable?: boolean | undefined;
  readonly mtuSettable?: boolean | undefined;
  readonly hostNameAsTargetAddress?: boolean | undefined;
  readonly nameAliasSettable?: boolean | undefined;
  readonly ipv4EnableSettable?: boolean | undefined;
  readonly ipv6EnableSettable?: boolean | undefined;
  readonly ipv6PrefixLengthSettable?: boolean | undefined;
  readonly ipv6PrefixLength?: number | undefined;
  readonly ipv6DhcpConfigurationSettable?: boolean | undefined;
  readonly ipv6LinkLocalAutoConfigurationSettable?: boolean | undefined;
  readonly ipv6RouterAdvertisementConfigurationSettable?: boolean | undefined;
  readonly ipv6DefaultGatewaySettable?: boolean | undefined;
  readonly ipv6MaxStaticAddressesSupported?: number | undefined;
}

export interface HostInternetScsiHbaIPProperties extends DynamicData {
  readonly mac?: string | undefined;
  readonly address?: string | undefined;
  readonly dhcpConfigurationEnabled: boolean;
  readonly subnetMask?: string | undefined;
  readonly defaultGateway?: string | undefined;
  readonly primaryDnsServerAddress?: string | undefined;
  readonly alternateDnsServerAddress?: string | undefined;
  readonly ipv6Address?: string | undefined;
  readonly ipv6SubnetMask?: string | undefined;
  readonly ipv6DefaultGateway?: string | undefined;
  readonly arpRedirectEnabled?: boolean | undefined;
  readonly mtu?: number | undefined;
  readonly jumboFramesEnabled?: boolean | undefined;
  readonly ipv4Enabled?: boolean | undefined;
  readonly ipv6Enabled?: boolean | undefined;
  readonly ipv6properties?: HostInternetScsiHbaIPv6Properties | undefined;
}

export interface HostInternetScsiHbaIPv6Properties extends DynamicData {
  readonly iscsiIpv6Address?: readonly HostInternetScsiHbaIscsiIpv6Address[] | undefined;
  readonly ipv6DhcpConfigurationEnabled?: boolean | undefined;
  readonly ipv6LinkLocalAutoConfigurationEnabled?: boolean | undefined;
  readonly ipv6RouterAdvertisementConfigurationEnabled?: boolean | undefined;
  readonly ipv6DefaultGateway?: string | undefined;
}

export interface HostInternetScsiHbaIscsiIpv6Address extends DynamicData {
  readonly address: string;
  readonly prefixLength: number;
  readonly origin: string;
  readonly operation?: string | undefined;
}

export interface HostInternetScsiHbaParamValue extends OptionValue {
  readonly isInherited?: boolean | undefined;
}

export interface HostInternetScsiHbaSendTarget extends DynamicData {
  readonly address: string;
  readonly port?: number | undefined;
  readonly authenticationProperties?: HostInternetScsiHbaAuthenticationProperties | undefined;
  readonly digestProperties?: HostInternetScsiHbaDigestProperties | undefined;
  readonly supportedAdvancedOptions?: readonly OptionDef[] | undefined;
  readonly advancedOptions?: readonly HostInternetScsiHbaParamValue[] | undefined;
  readonly parent?: string | undefined;
}

export interface HostInternetScsiHbaStaticTarget extends DynamicData {
  readonly address: string;
  readonly port?: number | undefined;
  readonly iScsiName: string;
  readonly discoveryMethod?: string | undefined;
  readonly authenticationProperties?: HostInternetScsiHbaAuthenticationProperties | undefined;
  readonly digestProperties?: HostInternetScsiHbaDigestProperties | undefined;
  readonly supportedAdvancedOptions?: readonly OptionDef[] | undefined;
  readonly advancedOptions?: readonly HostInternetScsiHbaParamValue[] | undefined;
  readonly parent?: string | undefined;
}

export interface HostInternetScsiHbaTargetSet extends DynamicData {
  readonly staticTargets?: readonly HostInternetScsiHbaStaticTarget[] | undefined;
  readonly sendTargets?: readonly HostInternetScsiHbaSendTarget[] | undefined;
}

export interface HostInternetScsiTargetTransport extends HostTargetTransport {
  readonly iScsiName: string;
  readonly iScsiAlias: string;
  readonly address?: readonly string[] | undefined;
}

export interface HostInventoryFull extends NotEnoughLicenses {
  readonly capacity: number;
}

export interface HostInventoryFullEvent extends LicenseEvent {
  readonly capacity: number;
}

export interface HostInventoryUnreadableEvent extends Event {}

export interface HostIoFilterInfo extends IoFilterInfo {
  readonly available: boolean;
}

export interface HostIpChangedEvent extends HostEvent {
  readonly oldIP: string;
  readonly newIP: string;
}

export interface HostIpConfig extends DynamicData {
  readonly dhcp: boolean;
  readonly ipAddress?: string | undefined;
  readonly subnetMask?: string | undefined;
  readonly ipV6Config?: HostIpConfigIpV6AddressConfiguration | undefined;
}

export interface HostIpConfigIpV6Address extends DynamicData {
  readonly ipAddress: string;
  readonly prefixLength: number;
  readonly origin?: string | undefined;
  readonly dadState?: string | undefined;
  readonly lifetime?: string | undefined;
  readonly operation?: string | undefined;
}

export interface HostIpConfigIpV6AddressConfiguration extends DynamicData {
  readonly ipV6Address?: readonly HostIpConfigIpV6Address[] | undefined;
  readonly autoConfigurationEnabled?: boolean | undefined;
  readonly dhcpV6Enabled?: boolean | undefined;
}

export interface HostIpInconsistentEvent extends HostEvent {
  readonly ipAddress: string;
  readonly ipAddress2: string;
}

export interface HostIpRouteConfig extends DynamicData {
  readonly defaultGateway?: string | undefined;
  readonly gatewayDevice?: string | undefined;
  readonly ipV6DefaultGateway?: string | undefined;
  readonly ipV6GatewayDevice?: string | undefined;
}

export interface HostIpRouteConfigSpec extends HostIpRouteConfig {
  readonly gatewayDeviceConnection?: HostVirtualNicConnection | undefined;
  readonly ipV6GatewayDeviceConnection?: HostVirtualNicConnection | undefined;
}

export interface HostIpRouteEntry extends DynamicData {
  readonly network: string;
  readonly prefixLength: number;
  readonly gateway: string;
  readonly deviceName?: string | undefined;
}

export interface HostIpRouteOp extends DynamicData {
  readonly changeOperation: string;
  readonly route: HostIpRouteEntry;
}

export interface HostIpRouteTableConfig extends DynamicData {
  readonly ipRoute?: readonly HostIpRouteOp[] | undefined;
  readonly ipv6Route?: readonly HostIpRouteOp[] | undefined;
}

export interface HostIpRouteTableInfo extends DynamicData {
  readonly ipRoute?: readonly HostIpRouteEntry[] | undefined;
  readonly ipv6Route?: readonly HostIpRouteEntry[] | undefined;
}

export interface HostIpToShortNameFailedEvent extends HostEvent {}

export interface HostIpmiInfo extends DynamicData {
  readonly bmcIpAddress?: string | undefined;
  readonly bmcMacAddress?: string | undefined;
  readonly login?: string | undefined;
  readonly password?: string | undefined;
}

export interface HostIsolationIpPingFailedEvent extends HostDasEvent {
  readonly isolationIp: string;
}

export interface HostLicensableResourceInfo extends DynamicData {
  readonly resource: readonly KeyAnyValue[];
}

export interface HostLicenseConnectInfo extends DynamicData {
  readonly license: LicenseManagerLicenseInfo;
  readonly evaluation: LicenseManagerEvaluationInfo;
  readonly resource?: HostLicensableResourceInfo | undefined;
}

export interface HostLicenseExpiredEvent extends LicenseEvent {}

export interface HostLicenseSpec extends DynamicData {
  readonly source?: LicenseSource | undefined;
  readonly editionKey?: string | undefined;
  readonly disabledFeatureKey?: readonly string[] | undefined;
  readonly enabledFeatureKey?: readonly string[] | undefined;
}

export interface HostListSummary extends DynamicData {
  readonly host?: Ref<'HostSystem'> | undefined;
  readonly hardware?: HostHardwareSummary | undefined;
  readonly runtime?: HostRuntimeInfo | undefined;
  readonly config: HostConfigSummary;
  readonly quickStats: HostListSummaryQuickStats;
  readonly overallStatus: ManagedEntityStatus;
  readonly rebootRequired: boolean;
  readonly rebootRequiredReason?: readonly LocalizableMessage[] | undefined;
  readonly maintenanceModeRequired?: boolean | undefined;
  readonly customValue?: readonly CustomFieldValue[] | undefined;
  readonly managementServerIp?: string | undefined;
  readonly maxEVCModeKey?: string | undefined;
  readonly currentEVCModeKey?: string | undefined;
  readonly currentEVCGraphicsModeKey?: string | undefined;
  readonly gateway?: HostListSummaryGatewaySummary | undefined;
  readonly tpmAttestation?: HostTpmAttestationInfo | undefined;
  readonly trustAuthorityAttestationInfos?: readonly HostTrustAuthorityAttestationInfo[] | undefined;
}

export interface HostListSummaryGatewaySummary extends DynamicData {
  readonly gatewayType: string;
  readonly gatewayId: string;
}

export interface HostListSummaryQuickStats extends DynamicData {
  readonly overallCpuUsage?: number | undefined;
  readonly overallMemoryUsage?: number | undefined;
  readonly distributedCpuFairness?: number | undefined;
  readonly distributedMemoryFairness?: number | undefined;
  readonly availablePMemCapacity?: number | undefined;
  readonly uptime?: number | undefined;
}

export interface HostLocalAuthenticationInfo extends HostAuthenticationStoreInfo {}

export interface HostLocalFileSystemVolume extends HostFileSystemVolume {
  readonly device: string;
}

export interface HostLocalFileSystemVolumeSpec extends DynamicData {
  readonly device: string;
  readonly localPath: string;
}

export interface HostLocalPortCreatedEvent extends DvsEvent {
  readonly hostLocalPort: DVSHostLocalPortInfo;
}

export interface HostLowLevelProvisioningManagerDiskLayoutSpec extends DynamicData {
  readonly controllerType: string;
  readonly busNumber: number;
  readonly unitNumber: number;
  readonly srcFilename: string;
  readonly dstFilename: string;
}

export interface HostLowLevelProvisioningManagerFileDeleteResult extends DynamicData {
  readonly fileName: string;
  readonly fault: LocalizedMethodFault;
}

export interface HostLowLevelProvisioningManagerFileDeleteSpec extends DynamicData {
  readonly fileName: string;
  readonly fileType: string;
}

export interface HostLowLevelProvisioningManagerFileReserveResult extends DynamicData {
  readonly baseName: string;
  readonly parentDir: string;
  readonly reservedName: string;
}

export interface HostLowLevelProvisioningManagerFileReserveSpec extends DynamicData {
  readonly baseName: string;
  readonly parentDir: string;
  readonly fileType: string;
  readonly storageProfile: string;
}

export interface HostLowLevelProvisioningManagerSnapshotLayoutSpec extends DynamicData {
  readonly id: number;
  readonly srcFilename: string;
  readonly dstFilename: string;
  readonly disk?: readonly HostLowLevelProvisioningManagerDiskLayoutSpec[] | undefined;
}

export interface HostLowLevelProvisioningManagerVmMigrationStatus extends DynamicData {
  readonly migrationId: number;
  readonly type: string;
  readonly source: boolean;
  readonly consideredSuccessful: boolean;
}

export interface HostLowLevelProvisioningManagerVmRecoveryInfo extends DynamicData {
  readonly version: string;
  readonly biosUUID: string;
  readonly instanceUUID: string;
  readonly ftInfo?: FaultToleranceConfigInfo | undefined;
}

export interface HostMaintenanceSpec extends DynamicData {
  readonly vsanMode?: VsanHostDecommissionMode | undefined;
  readonly purpose?: string | undefined;
  readonly evacMode?: HostMaintenanceSpecEvacuationMode | undefined;
}

export interface HostMaintenanceSpecEvacuationMode extends DynamicData {
  readonly workloadNonDisruptive: boolean;
}

export interface HostMemberHealthCheckResult extends DynamicData {
  readonly summary?: string | undefined;
}

export interface HostMemberRuntimeInfo extends DynamicData {
  readonly host: Ref<'HostSystem'>;
  readonly status?: string | undefined;
  readonly statusDetail?: string | undefined;
  readonly nsxtStatus?: string | undefined;
  readonly nsxtStatusDetail?: string | undefined;
  readonly healthCheckResult?: readonly HostMemberHealthCheckResult[] | undefined;
  readonly hostUplinkState?: readonly DistributedVirtualSwitchHostMemberHostUplinkState[] | undefined;
  readonly hostPerfNicOffloadState?: DistributedVirtualSwitchHostMemberHostPerfNicOffloadState | undefined;
}

export interface HostMemberUplinkHealthCheckResult extends HostMemberHealthCheckResult {
  readonly uplinkPortKey: string;
}

export interface HostMemoryProfile extends ApplyProfile {}

export interface HostMemorySpec extends DynamicData {
  readonly serviceConsoleReservation?: number | undefined;
}

export interface HostMemoryTierInfo extends DynamicData {
  readonly name: string;
  readonly type: string;
  readonly flags?: readonly string[] | undefined;
  readonly internalFlags?: readonly string[] | undefined;
  readonly size: number;
}

export interface HostMissingNetworksEvent extends HostDasEvent {
  readonly ips?: string | undefined;
}

export interface HostMonitoringStateChangedEvent extends ClusterEvent {
  readonly state: string;
  readonly prevState?: string | undefined;
}

export interface HostMountInfo extends DynamicData {
  readonly path?: string | undefined;
  readonly accessMode: string;
  readonly mounted?: boolean | undefined;
  readonly accessible?: boolean | undefined;
  readonly inaccessibleReason?: string | undefined;
  readonly vmknicName?: string | undefined;
  readonly vmknicActive?: boolean | undefined;
  readonly mountFailedReason?: string | undefined;
  readonly numTcpConnections?: number | undefined;
}

export interface HostMultipathInfo extends DynamicData {
  readonly lun?: readonly HostMultipathInfoLogicalUnit[] | undefined;
}

export interface HostMultipathInfoFixedLogicalUnitPolicy extends HostMultipathInfoLogicalUnitPolicy {
  readonly prefer: string;
}

export interface HostMultipathInfoHppLogicalUnitPolicy extends HostMultipathInfoLogicalUnitPolicy {
  readonly bytes?: number | undefined;
  readonly iops?: number | undefined;
  readonly path?: string | undefined;
  readonly latencyEvalTime?: number | undefined;
  readonly samplingIosPerPath?: number | undefined;
}

export interface HostMultipathInfoLogicalUnit extends DynamicData {
  readonly key: string;
  readonly id: string;
  readonly lun: string;
  readonly path: readonly HostMultipathInfoPath[];
  readonly policy: HostMultipathInfoLogicalUnitPolicy;
  readonly storageArrayTypePolicy?: HostMultipathInfoLogicalUnitStorageArrayTypePolicy | undefined;
}

export interface HostMultipathInfoLogicalUnitPolicy extends DynamicData {
  readonly policy: string;
}

export interface HostMultipathInfoLogicalUnitStorageArrayTypePolicy extends DynamicData {
  readonly policy: string;
}

export interface HostMultipathInfoPath extends DynamicData {
  readonly key: string;
  readonly name: string;
  readonly pathState: string;
  readonly state?: string | undefined;
  readonly isWorkingPath?: boolean | undefined;
  readonly adapter: string;
  readonly lun: string;
  readonly transport?: HostTargetTransport | undefined;
}

export interface HostMultipathStateInfo extends DynamicData {
  readonly path?: readonly HostMultipathStateInfoPath[] | undefined;
}

export interface HostMultipathStateInfoPath extends DynamicData {
  readonly name: string;
  readonly pathState: string;
}

export interface HostNasVolume extends HostFileSystemVolume {
  readonly remoteHost: string;
  readonly remotePath: string;
  readonly userName?: string | undefined;
  readonly remoteHostNames?: readonly string[] | undefined;
  readonly securityType?: string | undefined;
  readonly protocolEndpoint?: boolean | undefined;
}

export interface HostNasVolumeConfig extends DynamicData {
  readonly changeOperation?: string | undefined;
  readonly spec?: HostNasVolumeSpec | undefined;
}

export interface HostNasVolumeSpec extends DynamicData {
  readonly remoteHost: string;
  readonly remotePath: string;
  readonly localPath: string;
  readonly accessMode: string;
  readonly type?: string | undefined;
  readonly userName?: string | undefined;
  readonly password?: string | undefined;
  readonly remoteHostNames?: readonly string[] | undefined;
  readonly securityType?: string | undefined;
  readonly vmknicToBind?: string | undefined;
  readonly vmknicBound?: boolean | undefined;
  readonly connections?: number | undefined;
}

export interface HostNasVolumeUserInfo extends DynamicData {
  readonly user: string;
}

export interface HostNatService extends DynamicData {
  readonly key: string;
  readonly spec: HostNatServiceSpec;
}

export interface HostNatServiceConfig extends DynamicData {
  readonly changeOperation?: string | undefined;
  readonly key: string;
  readonly spec: HostNatServiceSpec;
}

export interface HostNatServiceNameServiceSpec extends DynamicData {
  readonly dnsAutoDetect: boolean;
  readonly dnsPolicy: string;
  readonly dnsRetries: number;
  readonly dnsTimeout: number;
  readonly dnsNameServer?: readonly string[] | undefined;
  readonly nbdsTimeout: number;
  readonly nbnsRetries: number;
  readonly nbnsTimeout: number;
}

export interface HostNatServicePortForwardSpec extends DynamicData {
  readonly type: string;
  readonly name: string;
  readonly hostPort: number;
  readonly guestPort: number;
  readonly guestIpAddress: string;
}

export interface HostNatServiceSpec extends DynamicData {
  readonly virtualSwitch: string;
  readonly activeFtp: boolean;
  readonly allowAnyOui: boolean;
  readonly configPort: boolean;
  readonly ipGatewayAddress: string;
  readonly udpTimeout: number;
  readonly portForward?: readonly HostNatServicePortForwardSpec[] | undefined;
  readonly nameService?: HostNatServiceNameServiceSpec | undefined;
}

export interface HostNetCapabilities extends DynamicData {
  readonly canSetPhysicalNicLinkSpeed: boolean;
  readonly supportsNicTeaming: boolean;
  readonly nicTeamingPolicy?: readonly string[] | undefined;
  readonly supportsVlan: boolean;
  readonly usesServiceConsoleNic: boolean;
  readonly supportsNetworkHints: boolean;
  readonly maxPortGroupsPerVswitch?: number | undefined;
  readonly vswitchConfigSupported?: boolean | undefined;
  readonly vnicConfigSupported?: boolean | undefined;
  readonly ipRouteConfigSupported?: boolean | undefined;
  readonly dnsConfigSupported?: boolean | undefined;
  readonly dhcpOnVnicSupported?: boolean | undefined;
  readonly ipV6Supported?: boolean | undefined;
  readonly backupNfcNiocSupported?: boolean | undefined;
}

export interface HostNetOffloadCapabilities extends DynamicData {
  readonly csumOffload?: boolean | undefined;
  readonly tcpSegmentation?: boolean | undefined;
  readonly zeroCopyXmit?: boolean | undefined;
}

export interface HostNetStackInstance extends DynamicData {
  readonly key?: string | undefined;
  readonly name?: string | undefined;
  readonly dnsConfig?: HostDnsConfig | undefined;
  readonly ipRouteConfig?: HostIpRouteConfig | undefined;
  readonly requestedMaxNumberOfConnections?: number | undefined;
  readonly congestionControlAlgorithm?: string | undefined;
  readonly ipV6Enabled?: boolean | undefined;
  readonly routeTableConfig?: HostIpRouteTableConfig | undefined;
  readonly owner?: string | undefined;
}

export interface HostNetworkConfig extends DynamicData {
  readonly vswitch?: readonly HostVirtualSwitchConfig[] | undefined;
  readonly proxySwitch?: readonly HostProxySwitchConfig[] | undefined;
  readonly portgroup?: readonly HostPortGroupConfig[] | undefined;
  readonly pnic?: readonly PhysicalNicConfig[] | undefined;
  readonly vnic?: readonly HostVirtualNicConfig[] | undefined;
  readonly consoleVnic?: readonly HostVirtualNicConfig[] | undefined;
  readonly dnsConfig?: HostDnsConfig | undefined;
  readonly ipRouteConfig?: HostIpRouteConfig | undefined;
  readonly consoleIpRouteConfig?: HostIpRouteConfig | undefined;
  readonly routeTableConfig?: HostIpRouteTableConfig | undefined;
  readonly dhcp?: readonly HostDhcpServiceConfig[] | undefined;
  readonly nat?: readonly HostNatServiceConfig[] | undefined;
  readonly ipV6Enabled?: boolean | undefined;
  readonly netStackSpec?: readonly HostNetworkConfigNetStackSpec[] | undefined;
  readonly migrationStatus?: string | undefined;
}

export interface HostNetworkConfigNetStackSpec extends DynamicData {
  readonly netStackInstance: HostNetStackInstance;
  readonly operation?: string | undefined;
}

export interface HostNetworkConfigResult extends DynamicData {
  readonly vnicDevice?: readonly string[] | undefined;
  readonly consoleVnicDevice?: readonly string[] | undefined;
}

export interface HostNetworkInfo extends DynamicData {
  readonly vswitch?: readonly HostVirtualSwitch[] | undefined;
  readonly proxySwitch?: readonly HostProxySwitch[] | undefined;
  readonly portgroup?: readonly HostPortGroup[] | undefined;
  readonly pnic?: readonly PhysicalNic[] | undefined;
  readonly rdmaDevice?: readonly HostRdmaDevice[] | undefined;
  readonly vnic?: readonly HostVirtualNic[] | undefined;
  readonly consoleVnic?: readonly HostVirtualNic[] | undefined;
  readonly dnsConfig?: HostDnsConfig | undefined;
  readonly ipRouteConfig?: HostIpRouteConfig | undefined;
  readonly consoleIpRouteConfig?: HostIpRouteConfig | undefined;
  readonly routeTableInfo?: HostIpRouteTableInfo | undefined;
  readonly dhcp?: readonly HostDhcpService[] | undefined;
  readonly nat?: readonly HostNatService[] | undefined;
  readonly ipV6Enabled?: boolean | undefined;
  readonly atBootIpV6Enabled?: boolean | undefined;
  readonly netStackInstance?: readonly HostNetStackInstance[] | undefined;
  readonly opaqueSwitch?: readonly HostOpaqueSwitch[] | undefined;
  readonly opaqueNetwork?: readonly HostOpaqueNetworkInfo[] | undefined;
  readonly nsxTransportNodeId?: string | undefined;
  readonly nvdsToVdsMigrationRequired?: boolean | undefined;
  readonly migrationStatus?: string | undefined;
}

export interface HostNetworkPolicy extends DynamicData {
  readonly security?: HostNetworkSecurityPolicy | undefined;
  readonly nicTeaming?: HostNicTeamingPolicy | undefined;
  readonly offloadPolicy?: HostNetOffloadCapabilities | undefined;
  readonly shapingPolicy?: HostNetworkTrafficShapingPolicy | undefined;
}

export interface HostNetworkResourceRuntime extends DynamicData {
  readonly pnicResourceInfo: readonly HostPnicNetworkResourceInfo[];
}

export interface HostNetworkSecurityPolicy extends DynamicData {
  readonly allowPromiscuous?: boolean | undefined;
  readonly macChanges?: boolean | undefined;
  readonly forgedTransmits?: boolean | undefined;
}

export interface HostNetworkTrafficShapingPolicy extends DynamicData {
  readonly enabled?: boolean | undefined;
  readonly averageBandwidth?: number | undefined;
  readonly peakBandwidth?: number | undefined;
  readonly burstSize?: number | undefined;
}

export interface HostNewNetworkConnectInfo extends HostConnectInfoNetworkInfo {}

export interface HostNfcConnectionInfo extends HostDataTransportConnectionInfo {
  readonly streamingMemoryConsumed?: number | undefined;
}

export interface HostNicFailureCriteria extends DynamicData {
  readonly checkSpeed?: string | undefined;
  readonly speed?: number | undefined;
  readonly checkDuplex?: boolean | undefined;
  readonly fullDuplex?: boolean | undefined;
  readonly checkErrorPercent?: boolean | undefined;
  readonly percentage?: number | undefined;
  readonly checkBeacon?: boolean | undefined;
}

export interface HostNicOrderPolicy extends DynamicData {
  readonly activeNic?: readonly string[] | undefined;
  readonly standbyNic?: readonly string[] | undefined;
}

export interface HostNicTeamingPolicy extends DynamicData {
  readonly policy?: string | undefined;
  readonly reversePolicy?: boolean | undefined;
  readonly notifySwitches?: boolean | undefined;
  readonly rollingOrder?: boolean | undefined;
  readonly failureCriteria?: HostNicFailureCriteria | undefined;
  readonly nicOrder?: HostNicOrderPolicy | undefined;
}

export interface HostNoAvailableNetworksEvent extends HostDasEvent {
  readonly ips?: string | undefined;
}

export interface HostNoHAEnabledPortGroupsEvent extends HostDasEvent {}

export interface HostNoRedundantManagementNetworkEvent extends HostDasEvent {}

export interface HostNonCompliantEvent extends HostEvent {}

export interface HostNotConnected extends HostCommunication {}

export interface HostNotInClusterEvent extends HostDasEvent {}

export interface HostNotReachable extends HostCommunication {}

export interface HostNtpConfig extends DynamicData {
  readonly server?: readonly string[] | undefined;
  readonly configFile?: readonly string[] | undefined;
}

export interface HostNumaInfo extends DynamicData {
  readonly type: string;
  readonly numNodes: number;
  readonly numaNode?: readonly HostNumaNode[] | undefined;
}

export interface HostNumaNode extends DynamicData {
  readonly typeId: number;
  readonly cpuID: readonly number[];
  readonly memorySize?: number | undefined;
  readonly memoryRangeBegin: number;
  readonly memoryRangeLength: number;
  readonly pciId?: readonly string[] | undefined;
}

export interface HostNumericSensorInfo extends DynamicData {
  readonly name: string;
  readonly healthState?: ElementDescription | undefined;
  readonly currentReading: number;
  readonly unitModifier: number;
  readonly baseUnits: string;
  readonly rateUnits?: string | undefined;
  readonly sensorType: string;
  readonly id?: string | undefined;
  readonly sensorNumber?: number | undefined;
  readonly timeStamp?: string | undefined;
  readonly fru?: HostFru | undefined;
}

export interface HostNvmeConnectSpec extends HostNvmeSpec {
  readonly subnqn: string;
  readonly controllerId?: number | undefined;
  readonly adminQueueSize?: number | undefined;
  readonly keepAliveTimeout?: number | undefined;
}

export interface HostNvmeController extends DynamicData {
  readonly key: string;
  readonly controllerNumber: number;
  readonly subnqn: string;
  readonly name: string;
  readonly associatedAdapter: string;
  readonly transportType: string;
  readonly fusedOperationSupported: boolean;
  readonly numberOfQueues: number;
  readonly queueSize: number;
  readonly attachedNamespace?: readonly HostNvmeNamespace[] | undefined;
  readonly vendorId?: string | undefined;
  readonly model?: string | undefined;
  readonly serialNumber?: string | undefined;
  readonly firmwareVersion?: string | undefined;
}

export interface HostNvmeDisconnectSpec extends DynamicData {
  readonly hbaName: string;
  readonly subnqn?: string | undefined;
  readonly controllerNumber?: number | undefined;
}

export interface HostNvmeDiscoverSpec extends HostNvmeSpec {
  readonly autoConnect?: boolean | undefined;
  readonly rootDiscoveryController?: boolean | undefined;
}

export interface HostNvmeDiscoveryLog extends DynamicData {
  readonly entry?: readonly HostNvmeDiscoveryLogEntry[] | undefined;
  readonly complete: boolean;
}

export interface HostNvmeDiscoveryLogEntry extends DynamicData {
  readonly subnqn: string;
  readonly subsystemType: string;
  readonly subsystemPortId: number;
  readonly controllerId: number;
  readonly adminQueueMaxSize: number;
  readonly transportParameters: HostNvmeTransportParameters;
  readonly transportRequirements: string;
  readonly connected: boolean;
}

export interface HostNvmeNamespace extends DynamicData {
  readonly key: string;
  readonly name: string;
  readonly id: number;
  readonly blockSize: number;
  readonly capacityInBlocks: number;
}

export interface HostNvmeOpaqueTransportParameters extends HostNvmeTransportParameters {
  readonly trtype: string;
  readonly traddr: string;
  readonly adrfam: string;
  readonly trsvcid: string;
  readonly tsas: string;
}

export interface HostNvmeOverFibreChannelParameters extends HostNvmeTransportParameters {
  readonly nodeWorldWideName: number;
  readonly portWorldWideName: number;
}

export interface HostNvmeOverRdmaParameters extends HostNvmeTransportParameters {
  readonly address: string;
  readonly addressFamily?: string | undefined;
  readonly portNumber?: number | undefined;
}

export interface HostNvmeOverTcpParameters extends HostNvmeTransportParameters {
  readonly address: string;
  readonly portNumber?: number | undefined;
  readonly digestVerification?: string | undefined;
}

export interface HostNvmeSpec extends DynamicData {
  readonly hbaName: string;
  readonly transportParameters: HostNvmeTransportParameters;
}

export interface HostNvmeTopology extends DynamicData {
  readonly adapter?: readonly HostNvmeTopologyInterface[] | undefined;
}

export interface HostNvmeTopologyInterface extends DynamicData {
  readonly key: string;
  readonly adapter: string;
  readonly connectedController?: readonly HostNvmeController[] | undefined;
}

export interface HostNvmeTransportParameters extends DynamicData {}

export interface HostOpaqueNetworkInfo extends DynamicData {
  readonly opaqueNetworkId: string;
  readonly opaqueNetworkName: string;
  readonly opaqueNetworkType: string;
  readonly pnicZone?: readonly string[] | undefined;
  readonly capability?: OpaqueNetworkCapability | undefined;
  readonly extraConfig?: readonly OptionValue[] | undefined;
}

export interface HostOpaqueSwitch extends DynamicData {
  readonly key: string;
  readonly name?: string | undefined;
  readonly pnic?: readonly string[] | undefined;
  readonly pnicZone?: readonly HostOpaqueSwitchPhysicalNicZone[] | undefined;
  readonly status?: string | undefined;
  readonly vtep?: readonly HostVirtualNic[] | undefined;
  readonly extraConfig?: readonly OptionValue[] | undefined;
  readonly featureCapability?: readonly HostFeatureCapability[] | undefined;
}

export interface HostOpaqueSwitchPhysicalNicZone extends DynamicData {
  readonly key: string;
  readonly pnicDevice?: readonly string[] | undefined;
}

export interface HostOvercommittedEvent extends ClusterOvercommittedEvent {}

export interface HostPMemVolume extends HostFileSystemVolume {
  readonly uuid: string;
  readonly version: string;
}

export interface HostParallelScsiHba extends HostHostBusAdapter {}

export interface HostParallelScsiTargetTransport extends HostTargetTransport {}

export interface HostPartialMaintenanceModeRuntimeInfo extends DynamicData {
  readonly key: string;
  readonly hostStatus: string;
}

export interface HostPatchManagerLocator extends DynamicData {
  readonly url: string;
  readonly proxy?: string | undefined;
}

export interface HostPatchManagerPatchManagerOperationSpec extends DynamicData {
  readonly proxy?: string | undefined;
  readonly port?: number | undefined;
  readonly userName?: string | undefined;
  readonly password?: string | undefined;
  readonly cmdOption?: string | undefined;
}

export interface HostPatchManagerResult extends DynamicData {
  readonly version: string;
  readonly status?: readonly HostPatchManagerStatus[] | undefined;
  readonly xmlResult?: string | undefined;
}

export interface HostPatchManagerStatus extends DynamicData {
  readonly id: string;
  readonly applicable: boolean;
  readonly reason?: readonly string[] | undefined;
  readonly integrity?: string | undefined;
  readonly installed: boolean;
  readonly installState?: readonly string[] | undefined;
  readonly prerequisitePatch?: readonly HostPatchManagerStatusPrerequisitePatch[] | undefined;
  readonly restartRequired: boolean;
  readonly reconnectRequired: boolean;
  readonly vmOffRequired: boolean;
  readonly supersededPatchIds?: readonly string[] | undefined;
}

export interface HostPatchManagerStatusPrerequisitePatch extends DynamicData {
  readonly id: string;
  readonly installState?: readonly string[] | undefined;
}

export interface HostPathSelectionPolicyOption extends DynamicData {
  readonly policy: ElementDescription;
}

export interface HostPciDevice extends DynamicData {
  readonly id: string;
  readonly classId: number;
  readonly bus: number;
  readonly slot: number;
  readonly physicalSlot?: number | undefined;
  readonly slotDescription?: string | undefined;
  readonly function: number;
  readonly vendorId: number;
  readonly subVendorId: number;
  readonly vendorName: string;
  readonly deviceId: number;
  readonly subDeviceId: number;
  readonly parentBridge?: string | undefined;
  readonly deviceName: string;
  readonly deviceClassName?: string | undefined;
  readonly directPathInfo?: HostPciDeviceDirectPathInfo | undefined;
}

export interface HostPciDeviceDirectPathInfo extends DynamicData {
  readonly interconnectType?: string | undefined;
  readonly driverName?: string | undefined;
  readonly driverVersion?: string | undefined;
  readonly availableMemory?: number | undefined;
}

export interface HostPciPassthruConfig extends DynamicData {
  readonly id: string;
  readonly passthruEnabled: boolean;
  readonly applyNow?: boolean | undefined;
  readonly hardwareLabel?: string | undefined;
}

export interface HostPciPassthruInfo extends DynamicData {
  readonly id: string;
  readonly dependentDevice: string;
  readonly passthruEnabled: boolean;
  readonly passthruCapable: boolean;
  readonly passthruActive: boolean;
  readonly hardwareLabel?: string | undefined;
  readonly directPathState?: HostPciPassthruInfoDirectPathState | undefined;
}

export interface HostPciPassthruInfoDirectPathState extends DynamicData {
  readonly mode: string;
  readonly configurableModes?: readonly string[] | undefined;
  readonly usedMemory?: number | undefined;
}

export interface HostPcieHba extends HostHostBusAdapter {}

export interface HostPcieTargetTransport extends HostTargetTransport {}

export interface HostPersistentMemoryInfo extends DynamicData {
  readonly capacityInMB?: number | undefined;
  readonly volumeUUID?: string | undefined;
}

export interface HostPlacedVirtualNicIdentifier extends DynamicData {
  readonly vm: Ref<'VirtualMachine'>;
  readonly vnicKey: string;
  readonly reservation?: number | undefined;
}

export interface HostPlugStoreTopology extends DynamicData {
  readonly adapter?: readonly HostPlugStoreTopologyAdapter[] | undefined;
  readonly path?: readonly HostPlugStoreTopologyPath[] | undefined;
  readonly target?: readonly HostPlugStoreTopologyTarget[] | undefined;
  readonly device?: readonly HostPlugStoreTopologyDevice[] | undefined;
  readonly plugin?: readonly HostPlugStoreTopologyPlugin[] | undefined;
}

export interface HostPlugStoreTopologyAdapter extends DynamicData {
  readonly key: string;
  readonly adapter: string;
  readonly path?: readonly string[] | undefined;
}

export interface HostPlugStoreTopologyDevice extends DynamicData {
  readonly key: string;
  readonly lun: string;
  readonly path?: readonly string[] | undefined;
}

export interface HostPlugStoreTopologyPath extends DynamicData {
  readonly key: string;
  readonly name: string;
  readonly channelNumber?: number | undefined;
  readonly targetNumber?: number | undefined;
  readonly lunNumber?: number | undefined;
  readonly adapter?: string | undefined;
  readonly target?: string | undefined;
  readonly device?: string | undefined;
}

export interface HostPlugStoreTopologyPlugin extends DynamicData {
  readonly key: string;
  readonly name: string;
  readonly device?: readonly string[] | undefined;
  readonly claimedPath?: readonly string[] | undefined;
}

export interface HostPlugStoreTopologyTarget extends DynamicData {
  readonly key: string;
  readonly transport?: HostTargetTransport | undefined;
}

export interface HostPnicNetworkResourceInfo extends DynamicData {
  readonly pnicDevice: string;
  readonly availableBandwidthForVMTraffic?: number | undefined;
  readonly unusedBandwidthForVMTraffic?: number | undefined;
  readonly placedVirtualNics?: readonly HostPlacedVirtualNicIdentifier[] | undefined;
}

export interface HostPortGroup extends DynamicData {
  readonly key?: string | undefined;
  readonly port?: readonly HostPortGroupPort[] | undefined;
  readonly vswitch?: string | undefined;
  readonly computedPolicy: HostNetworkPolicy;
  readonly spec: HostPortGroupSpec;
}

export interface HostPortGroupConfig extends DynamicData {
  readonly changeOperation?: string | undefined;
  readonly spec?: HostPortGroupSpec | undefined;
}

export interface HostPortGroupPort extends DynamicData {
  readonly key?: string | undefined;
  readonly mac?: readonly string[] | undefined;
  readonly type: string;
}

export interface HostPortGroupProfile extends PortGroupProfile {
  readonly ipConfig: IpAddressProfile;
}

export interface HostPortGroupSpec extends DynamicData {
  readonly name: string;
  readonly vlanId: number;
  readonly vswitchName: string;
  readonly policy: HostNetworkPolicy;
}

export interface HostPosixAccountSpec extends HostAccountSpec {
  readonly posixId?: number | undefined;
  readonly shellAccess?: boolean | undefined;
}

export interface HostPowerOpFailed extends VimFault {}

export interface HostPowerPolicy extends DynamicData {
  readonly key: number;
  readonly name: string;
  readonly shortName: string;
  readonly description: string;
}

export interface HostPrimaryAgentNotShortNameEvent extends HostDasEvent {
  readonly primaryAgent: string;
}

export interface HostProfileAppliedEvent extends HostEvent {
  readonly profile: ProfileEventArgument;
}

export interface HostProfileCompleteConfigSpec extends HostProfileConfigSpec {
  readonly applyProfile?: HostApplyProfile | undefined;
  readonly customComplyProfile?: ComplianceProfile | undefined;
  readonly disabledExpressionListChanged: boolean;
  readonly disabledExpressionList?: readonly string[] | undefined;
  readonly validatorHost?: Ref<'HostSystem'> | undefined;
  readonly validating?: boolean | undefined;
  readonly hostConfig?: HostProfileConfigInfo | undefined;
}

export interface HostProfileConfigInfo extends ProfileConfigInfo {
  readonly applyProfile?: HostApplyProfile | undefined;
  readonly defaultComplyProfile?: ComplianceProfile | undefined;
  readonly defaultComplyLocator?: readonly ComplianceLocator[] | undefined;
  readonly customComplyProfile?: ComplianceProfile | undefined;
  readonly disabledExpressionList?: readonly string[] | undefined;
  readonly description?: ProfileDescription | undefined;
}

export interface HostProfileConfigSpec extends ProfileCreateSpec {}

export interface HostProfileHostBasedConfigSpec extends HostProfileConfigSpec {
  readonly host: Ref<'HostSystem'>;
  readonly useHostProfileEngine?: boolean | undefined;
}

export interface HostProfileManagerCompositionResult extends DynamicData {
  readonly errors?: readonly LocalizableMessage[] | undefined;
  readonly results?: readonly HostProfileManagerCompositionResultResultElement[] | undefined;
}

export interface HostProfileManagerCompositionResultResultElement extends DynamicData {
  readonly target: Ref<'Profile'>;
  readonly status: string;
  readonly errors?: readonly LocalizableMessage[] | undefined;
}

export interface HostProfileManagerCompositionValidationResult extends DynamicData {
  readonly results?: readonly HostProfileManagerCompositionValidationResultResultElement[] | undefined;
  readonly errors?: readonly LocalizableMessage[] | undefined;
}

export interface HostProfileManagerCompositionValidationResultResultElement extends DynamicData {
  readonly target: Ref<'Profile'>;
  readonly status: string;
  readonly errors?: readonly LocalizableMessage[] | undefined;
  readonly sourceDiffForToBeMerged?: HostApplyProfile | undefined;
  readonly targetDiffForToBeMerged?: HostApplyProfile | undefined;
  readonly toBeAdded?: HostApplyProfile | undefined;
  readonly toBeDeleted?: HostApplyProfile | undefined;
  readonly toBeDisabled?: HostApplyProfile | undefined;
  readonly toBeEnabled?: HostApplyProfile | undefined;
  readonly toBeReenableCC?: HostApplyProfile | undefined;
}

export interface HostProfileManagerConfigTaskList extends DynamicData {
  readonly configSpec?: HostConfigSpec | undefined;
  readonly taskDescription?: readonly LocalizableMessage[] | undefined;
  readonly taskListRequirement?: readonly string[] | undefined;
}

export interface HostProfileManagerHostToConfigSpecMap extends DynamicData {
  readonly host: Ref<'HostSystem'>;
  readonly configSpec: AnswerFileCreateSpec;
}

export interface HostProfileSerializedHostProfileSpec extends ProfileSerializedCreateSpec {
  readonly validatorHost?: Ref<'HostSystem'> | undefined;
  readonly validating?: boolean | undefined;
}

export interface HostProfileValidationFailureInfo extends DynamicData {
  readonly name: string;
  readonly annotation: string;
  readonly updateType: string;
  readonly host?: Ref<'HostSystem'> | undefined;
  readonly applyProfile?: HostApplyProfile | undefined;
  readonly failures?: readonly ProfileUpdateFailedUpdateFailure[] | undefined;
  readonly faults?: readonly LocalizedMethodFault[] | undefined;
}

export interface HostProfilesEntityCustomizations extends DynamicData {}

export interface HostProtocolEndpoint extends DynamicData {
  readonly peType: string;
  readonly type?: string | undefined;
  readonly uuid: string;
  readonly hostKey?: readonly Ref<'HostSystem'>[] | undefined;
  readonly storageArray?: string | undefined;
  readonly nfsServer?: string | undefined;
  readonly nfsDir?: string | undefined;
  readonly nfsServerScope?: string | undefined;
  readonly nfsServerMajor?: string | undefined;
  readonly nfsServerAuthType?: string | undefined;
  readonly nfsServerUser?: string | undefined;
  readonly deviceId?: string | undefined;
  readonly usedByStretchedContainer?: boolean | undefined;
}

export interface HostProxySwitch extends DynamicData {
  readonly dvsUuid: string;
  readonly dvsName: string;
  readonly key: string;
  readonly numPorts: number;
  readonly configNumPorts?: number | undefined;
  readonly numPortsAvailable: number;
  readonly uplinkPort?: readonly KeyValue[] | undefined;
  readonly mtu?: number | undefined;
  readonly pnic?: readonly string[] | undefined;
  readonly spec: HostProxySwitchSpec;
  readonly hostLag?: readonly HostProxySwitchHostLagConfig[] | undefined;
  readonly networkReservationSupported?: boolean | undefined;
  readonly nsxtEnabled?: boolean | undefined;
  readonly ensEnabled?: boolean | undefined;
  readonly ensInterruptEnabled?: boolean | undefined;
  readonly transportZones?: readonly DistributedVirtualSwitchHostMemberTransportZoneInfo[] | undefined;
  readonly nsxUsedUplinkPort?: readonly string[] | undefined;
  readonly nsxtStatus?: string | undefined;
  readonly nsxtStatusDetail?: string | undefined;
  readonly ensInfo?: HostProxySwitchEnsInfo | undefined;
  readonly networkOffloadingEnabled?: boolean | undefined;
  readonly hostUplinkState?: readonly DistributedVirtualSwitchHostMemberHostUplinkState[] | undefined;
  readonly autoDeployOwned?: boolean | undefined;
  readonly hostPerfNicOffloadState?: DistributedVirtualSwitchHostMemberHostPerfNicOffloadState | undefined;
  readonly teplessMode?: boolean | undefined;
}

export interface HostProxySwitchConfig extends DynamicData {
  readonly changeOperation?: string | undefined;
  readonly uuid: string;
  readonly spec?: HostProxySwitchSpec | undefined;
}

export interface HostProxySwitchEnsInfo extends DynamicData {
  readonly opsVersion: number;
  readonly numPSOps: number;
  readonly numLcoreOps: number;
  readonly errorStatus: number;
  readonly lcoreStatus: number;
}

export interface HostProxySwitchHostLagConfig extends DynamicData {
  readonly lagKey: string;
  readonly lagName?: string | undefined;
  readonly uplinkPort?: readonly KeyValue[] | undefined;
}

export interface HostProxySwitchSpec extends DynamicData {
  readonly backing?: DistributedVirtualSwitchHostMemberBacking | undefined;
}

export interface HostPtpConfig extends DynamicData {
  readonly domain?: number | undefined;
  readonly port?: readonly HostPtpConfigPtpPort[] | undefined;
}

export interface HostPtpConfigPtpPort extends DynamicData {
  readonly index: number;
  readonly deviceType?: string | undefined;
  readonly device?: string | undefined;
  readonly ipConfig?: HostIpConfig | undefined;
}

export interface HostQualifiedName extends DynamicData {
  readonly value: string;
  readonly type: string;
}

export interface HostRdmaDevice extends DynamicData {
  readonly key: string;
  readonly device: string;
  readonly driver?: string | undefined;
  readonly description?: string | undefined;
  readonly backing?: HostRdmaDeviceBacking | undefined;
  readonly connectionInfo: HostRdmaDeviceConnectionInfo;
  readonly capability: HostRdmaDeviceCapability;
}

export interface HostRdmaDeviceBacking extends DynamicData {}

export interface HostRdmaDeviceCapability extends DynamicData {
  readonly roceV1Capable: boolean;
  readonly roceV2Capable: boolean;
  readonly iWarpCapable: boolean;
}

export interface HostRdmaDeviceConnectionInfo extends DynamicData {
  readonly state: string;
  readonly mtu: number;
  readonly speedInMbps: number;
}

export interface HostRdmaDevicePnicBacking extends HostRdmaDeviceBacking {
  readonly pairedUplink: string;
}

export interface HostRdmaHba extends HostHostBusAdapter {
  readonly associatedRdmaDevice?: string | undefined;
}

export interface HostRdmaTargetTransport extends HostTargetTransport {}

export interface HostReconnectionFailedEvent extends HostEvent {}

export interface HostReliableMemoryInfo extends DynamicData {
  readonly memorySize: number;
}

export interface HostRemovedEvent extends HostEvent {}

export interface HostResignatureRescanResult extends DynamicData {
  readonly rescan?: readonly HostVmfsRescanResult[] | undefined;
  readonly result: Ref<'Datastore'>;
}

export interface HostRuntimeInfo extends DynamicData {
  readonly connectionState: HostSystemConnectionState;
  readonly powerState?: HostSystemPowerState | undefined;
  readonly standbyMode?: string | undefined;
  readonly inMaintenanceMode: boolean;
  readonly inQuarantineMode?: boolean | undefined;
  readonly bootTime?: string | undefined;
  readonly healthSystemRuntime?: HealthSystemRuntime | undefined;
  readonly dasHostState?: ClusterDasFdmHostState | undefined;
  readonly tpmPcrValues?: readonly HostTpmDigestInfo[] | undefined;
  readonly vsanRuntimeInfo?: VsanHostRuntimeInfo | undefined;
  readonly networkRuntimeInfo?: HostRuntimeInfoNetworkRuntimeInfo | undefined;
  readonly vFlashResourceRuntimeInfo?: HostVFlashManagerVFlashResourceRunTimeInfo | undefined;
  readonly hostMaxVirtualDiskCapacity?: number | undefined;
  readonly cryptoState?: string | undefined;
  readonly cryptoKeyId?: CryptoKeyId | undefined;
  readonly statelessNvdsMigrationReady?: string | undefined;
  readonly partialMaintenanceMode?: readonly HostPartialMaintenanceModeRuntimeInfo[] | undefined;
  readonly stateEncryption?: HostRuntimeInfoStateEncryptionInfo | undefined;
  readonly podVMInfo?: PodVMInfo | undefined;
}

export interface HostRuntimeInfoNetStackInstanceRuntimeInfo extends DynamicData {
  readonly netStackInstanceKey: string;
  readonly state?: string | undefined;
  readonly vmknicKeys?: readonly string[] | undefined;
  readonly maxNumberOfConnections?: number | undefined;
  readonly currentIpV6Enabled?: boolean | undefined;
}

export interface HostRuntimeInfoNetworkRuntimeInfo extends DynamicData {
  readonly netStackInstanceRuntimeInfo?: readonly HostRuntimeInfoNetStackInstanceRuntimeInfo[] | undefined;
  readonly networkResourceRuntime?: HostNetworkResourceRuntime | undefined;
}

export interface HostRuntimeInfoStateEncryptionInfo extends DynamicData {
  readonly protectionMode: string;
  readonly requireSecureBoot?: boolean | undefined;
  readonly requireExecInstalledOnly?: boolean | undefined;
}

export interface HostScsiDisk extends ScsiLun {
  readonly capacity: HostDiskDimensionsLba;
  readonly devicePath: string;
  readonly ssd?: boolean | undefined;
  readonly localDisk?: boolean | undefined;
  readonly physicalLocation?: readonly string[] | undefined;
  readonly emulatedDIXDIFEnabled?: boolean | undefined;
  readonly vsanDiskInfo?: VsanHostVsanDiskInfo | undefined;
  readonly scsiDiskType?: string | undefined;
  readonly usedByMemoryTiering?: boolean | undefined;
}

export interface HostScsiDiskPartition extends DynamicData {
  readonly diskName: string;
  readonly partition: number;
}

export interface HostScsiTopology extends DynamicData {
  readonly adapter?: readonly HostScsiTopologyInterface[] | undefined;
}

export interface HostScsiTopologyInterface extends DynamicData {
  readonly key: string;
  readonly adapter: string;
  readonly target?: readonly HostScsiTopologyTarget[] | undefined;
}

export interface HostScsiTopologyLun extends DynamicData {
  readonly key: string;
  readonly lun: number;
  readonly scsiLun: string;
}

export interface HostScsiTopologyTarget extends DynamicData {
  readonly key: string;
  readonly target: number;
  readonly lun?: readonly HostScsiTopologyLun[] | undefined;
  readonly transport?: HostTargetTransport | undefined;
}

export interface HostSecuritySpec extends DynamicData {
  readonly adminPassword?: string | undefined;
  readonly removePermission?: readonly Permission[] | undefined;
  readonly addPermission?: readonly Permission[] | undefined;
}

export interface HostSerialAttachedHba extends HostHostBusAdapter {
  readonly nodeWorldWideName: string;
}

export interface HostSerialAttachedTargetTransport extends HostTargetTransport {}

export interface HostService extends DynamicData {
  readonly key: string;
  readonly label: string;
  readonly required: boolean;
  readonly uninstallable: boolean;
  readonly running: boolean;
  readonly ruleset?: readonly string[] | undefined;
  readonly policy: string;
  readonly sourcePackage?: HostServiceSourcePackage | undefined;
}

export interface HostServiceConfig extends DynamicData {
  readonly serviceId: string;
  readonly startupPolicy: string;
}

export interface HostServiceInfo extends DynamicData {
  readonly service?: readonly HostService[] | undefined;
}

export interface HostServiceSourcePackage extends DynamicData {
  readonly sourcePackageName: string;
  readonly description: string;
}

export interface HostServiceTicket extends DynamicData {
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  readonly sslThumbprint?: string | undefined;
  readonly sslCertificate?: string | undefined;
  readonly service: string;
  readonly serviceVersion: string;
  readonly sessionId: string;
}

export interface HostSevInfo extends DynamicData {
  readonly sevState: string;
  readonly maxSevEsGuests: number;
  readonly snpState?: string | undefined;
  readonly snpSupported?: boolean | undefined;
}

export interface HostSgxInfo extends DynamicData {
  readonly sgxState: string;
  readonly totalEpcMemory: number;
  readonly flcMode: string;
  readonly lePubKeyHash?: string | undefined;
  readonly registrationInfo?: HostSgxRegistrationInfo | undefined;
}

export interface HostSgxRegistrationInfo extends DynamicData {
  readonly status?: string | undefined;
  readonly biosError?: number | undefined;
  readonly registrationUrl?: string | undefined;
  readonly type?: string | undefined;
  readonly ppid?: string | undefined;
  readonly lastRegisteredTime?: string | undefined;
}

export interface HostSharedGpuCapabilities extends DynamicData {
  readonly vgpu: string;
  readonly diskSnapshotSupported: boolean;
  readonly memorySnapshotSupported: boolean;
  readonly suspendSupported: boolean;
  readonly migrateSupported: boolean;
}

export interface HostShortNameInconsistentEvent extends HostDasEvent {
  readonly shortName: string;
  readonly shortName2: string;
}

export interface HostShortNameToIpFailedEvent extends HostEvent {
  readonly shortName: string;
}

export interface HostShutdownEvent extends HostEvent {
  readonly reason: string;
}

export interface HostSnmpConfigSpec extends DynamicData {
  readonly enabled?: boolean | undefined;
  readonly port?: number | undefined;
  readonly readOnlyCommunities?: readonly string[] | undefined;
  readonly trapTargets?: readonly HostSnmpDestination[] | undefined;
  readonly option?: readonly KeyValue[] | undefined;
}

export interface HostSnmpDestination extends DynamicData {
  readonly hostName: string;
  readonly port: number;
  readonly community: string;
}

export interface HostSnmpSystemAgentLimits extends DynamicData {
  readonly maxReadOnlyCommunities: number;
  readonly maxTrapDestinations: number;
  readonly maxCommunityLength: number;
  readonly maxBufferSize: number;
  readonly capability?: HostSnmpAgentCapability | undefined;
}

export interface HostSpecification extends DynamicData {
  readonly createdTime: string;
  readonly lastModified?: string | undefined;
  readonly host: Ref<'HostSystem'>;
  readonly subSpecs?: readonly HostSubSpecification[] | undefined;
  readonly changeID?: string | undefined;
}

export interface HostSpecificationChangedEvent extends HostEvent {}

export interface HostSpecificationOperationFailed extends VimFault {
  readonly host: Ref<'HostSystem'>;
}

export interface HostSpecificationRequireEvent extends HostEvent {}

export interface HostSpecificationUpdateEvent extends HostEvent {
  readonly hostSpec: HostSpecification;
}

export interface HostSriovConfig extends HostPciPassthruConfig {
  readonly sriovEnabled: boolean;
  readonly numVirtualFunction: number;
}

export interface HostSriovDevicePoolInfo extends DynamicData {
  readonly key: string;
}

export interface HostSriovInfo extends HostPciPassthruInfo {
  readonly sriovEnabled: boolean;
  readonly sriovCapable: boolean;
  readonly sriovActive: boolean;
  readonly numVirtualFunctionRequested: number;
  readonly numVirtualFunction: number;
  readonly maxVirtualFunctionSupported: number;
}

export interface HostSriovNetworkDevicePoolInfo extends HostSriovDevicePoolInfo {
  readonly switchKey?: string | undefined;
  readonly switchUuid?: string | undefined;
  readonly pnic?: readonly PhysicalNic[] | undefined;
}

export interface HostSslThumbprintInfo extends DynamicData {
  readonly principal: string;
  readonly ownerTag?: string | undefined;
  readonly sslThumbprints?: readonly string[] | undefined;
}

export interface HostStatusChangedEvent extends ClusterStatusChangedEvent {}

export interface HostStorageArrayTypePolicyOption extends DynamicData {
  readonly policy: ElementDescription;
}

export interface HostStorageDeviceInfo extends DynamicData {
  readonly hostBusAdapter?: readonly HostHostBusAdapter[] | undefined;
  readonly scsiLun?: readonly ScsiLun[] | undefined;
  readonly scsiTopology?: HostScsiTopology | undefined;
  readonly nvmeTopology?: HostNvmeTopology | undefined;
  readonly multipathInfo?: HostMultipathInfo | undefined;
  readonly plugStoreTopology?: HostPlugStoreTopology | undefined;
  readonly softwareInternetScsiEnabled: boolean;
}

export interface HostStorageElementInfo extends HostHardwareElementInfo {
  readonly operationalInfo?: readonly HostStorageOperationalInfo[] | undefined;
}

export interface HostStorageOperationalInfo extends DynamicData {
  readonly property: string;
  readonly value: string;
}

export interface HostStorageSystemDiskLocatorLedResult extends DynamicData {
  readonly key: string;
  readonly fault: LocalizedMethodFault;
}

export interface HostStorageSystemScsiLunResult extends DynamicData {
  readonly key: string;
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface HostStorageSystemVmfsVolumeResult extends DynamicData {
  readonly key: string;
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface HostSubSpecification extends DynamicData {
  readonly name: string;
  readonly createdTime: string;
  readonly data?: readonly number[] | undefined;
  readonly binaryData?: string | undefined;
}

export interface HostSubSpecificationDeleteEvent extends HostEvent {
  readonly subSpecName: string;
}

export interface HostSubSpecificationUpdateEvent extends HostEvent {
  readonly hostSubSpec: HostSubSpecification;
}

export interface HostSyncFailedEvent extends HostEvent {
  readonly reason: LocalizedMethodFault;
}

export interface HostSystemComplianceCheckState extends DynamicData {
  readonly state: string;
  readonly checkTime: string;
}

export interface HostSystemHealthInfo extends DynamicData {
  readonly numericSensorInfo?: readonly HostNumericSensorInfo[] | undefined;
}

export interface HostSystemIdentificationInfo extends DynamicData {
  readonly identifierValue: string;
  readonly identifierType: ElementDescription;
}

export interface HostSystemInfo extends DynamicData {
  readonly vendor: string;
  readonly model: string;
  readonly family?: string | undefined;
  readonly uuid: string;
  readonly otherIdentifyingInfo?: readonly HostSystemIdentificationInfo[] | undefined;
  readonly serialNumber?: string | undefined;
  readonly qualifiedName?: readonly HostQualifiedName[] | undefined;
  readonly vvolHostNQN?: HostQualifiedName | undefined;
  readonly vvolHostId?: string | undefined;
  readonly bootCommandLine?: string | undefined;
}

export interface HostSystemReconnectSpec extends DynamicData {
  readonly syncState?: boolean | undefined;
}

export interface HostSystemRemediationState extends DynamicData {
  readonly state: string;
  readonly operationTime: string;
}

export interface HostSystemResourceInfo extends DynamicData {
  readonly key: string;
  readonly config?: ResourceConfigSpec | undefined;
  readonly child?: readonly HostSystemResourceInfo[] | undefined;
}

export interface HostSystemSwapConfiguration extends DynamicData {
  readonly option?: readonly HostSystemSwapConfigurationSystemSwapOption[] | undefined;
}

export interface HostSystemSwapConfigurationDatastoreOption extends HostSystemSwapConfigurationSystemSwapOption {
  readonly datastore: string;
}

export interface HostSystemSwapConfigurationDisabledOption extends HostSystemSwapConfigurationSystemSwapOption {}

export interface HostSystemSwapConfigurationHostCacheOption extends HostSystemSwapConfigurationSystemSwapOption {}

export interface HostSystemSwapConfigurationHostLocalSwapOption extends HostSystemSwapConfigurationSystemSwapOption {}

export interface HostSystemSwapConfigurationSystemSwapOption extends DynamicData {
  readonly key: number;
}

export interface HostTargetTransport extends DynamicData {}

export interface HostTcpHba extends HostHostBusAdapter {
  readonly associatedPnic?: string | undefined;
}

export interface HostTcpHbaCreateSpec extends HostHbaCreateSpec {
  readonly pnic: string;
}

export interface HostTcpTargetTransport extends HostTargetTransport {}

export interface HostTdxInfo extends DynamicData {
  readonly tdxState: string;
  readonly numTDXPrivateKeyIDs: number;
}

export interface HostTpmAttestationInfo extends DynamicData {
  readonly time: string;
  readonly status: HostTpmAttestationInfoAcceptanceStatus;
  readonly message?: LocalizableMessage | undefined;
}

export interface HostTpmAttestationReport extends DynamicData {
  readonly tpmPcrValues: readonly HostTpmDigestInfo[];
  readonly tpmEvents: readonly HostTpmEventLogEntry[];
  readonly tpmLogReliable: boolean;
}

export interface HostTpmBootCompleteEventDetails extends HostTpmEventDetails {}

export interface HostTpmBootSecurityOptionEventDetails extends HostTpmEventDetails {
  readonly bootSecurityOption: string;
}

export interface HostTpmCommandEventDetails extends HostTpmEventDetails {
  readonly commandLine: string;
}

export interface HostTpmDigestInfo extends HostDigestInfo {
  readonly pcrNumber: number;
}

export interface HostTpmEventDetails extends DynamicData {
  readonly dataHash: readonly number[];
  readonly dataHashMethod?: string | undefined;
}

export interface HostTpmEventLogEntry extends DynamicData {
  readonly pcrIndex: number;
  readonly eventDetails: HostTpmEventDetails;
}

export interface HostTpmNvTagEventDetails extends HostTpmBootSecurityOptionEventDetails {}

export interface HostTpmOptionEventDetails extends HostTpmEventDetails {
  readonly optionsFileName: string;
  readonly bootOptions?: readonly number[] | undefined;
}

export interface HostTpmSignerEventDetails extends HostTpmBootSecurityOptionEventDetails {}

export interface HostTpmSoftwareComponentEventDetails extends HostTpmEventDetails {
  readonly componentName: string;
  readonly vibName: string;
  readonly vibVersion: string;
  readonly vibVendor: string;
}

export interface HostTpmSystemVersionEventDetails extends HostTpmEventDetails {
  readonly systemVersion: string;
}

export interface HostTpmVersionEventDetails extends HostTpmEventDetails {
  readonly version: string;
}

export interface HostTrustAuthorityAttestationInfo extends DynamicData {
  readonly attestationStatus: string;
  readonly serviceId?: string | undefined;
  readonly attestedAt?: string | undefined;
  readonly attestedUntil?: string | undefined;
  readonly messages?: readonly LocalizableMessage[] | undefined;
}

export interface HostUnresolvedVmfsExtent extends DynamicData {
  readonly device: HostScsiDiskPartition;
  readonly devicePath: string;
  readonly vmfsUuid: string;
  readonly isHeadExtent: boolean;
  readonly ordinal: number;
  readonly startBlock: number;
  readonly endBlock: number;
  readonly reason: string;
}

export interface HostUnresolvedVmfsResignatureSpec extends DynamicData {
  readonly extentDevicePath: readonly string[];
}

export interface HostUnresolvedVmfsResolutionResult extends DynamicData {
  readonly spec: HostUnresolvedVmfsResolutionSpec;
  readonly vmfs?: HostVmfsVolume | undefined;
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface HostUnresolvedVmfsResolutionSpec extends DynamicData {
  readonly extentDevicePath: readonly string[];
  readonly uuidResolution: string;
}

export interface HostUnresolvedVmfsVolume extends DynamicData {
  readonly extent: readonly HostUnresolvedVmfsExtent[];
  readonly vmfsLabel: string;
  readonly vmfsUuid: string;
  readonly totalBlocks: number;
  readonly resolveStatus: HostUnresolvedVmfsVolumeResolveStatus;
}

export interface HostUnresolvedVmfsVolumeResolveStatus extends DynamicData {
  readonly resolvable: boolean;
  readonly incompleteExtents?: boolean | undefined;
  readonly multipleCopies?: boolean | undefined;
}

export interface HostUpgradeFailedEvent extends HostEvent {}

export interface HostUserWorldSwapNotEnabledEvent extends HostEvent {}

export interface HostVFlashManagerVFlashCacheConfigInfo extends DynamicData {
  readonly vFlashModuleConfigOption?: readonly HostVFlashManagerVFlashCacheConfigInfoVFlashModuleConfigOption[] | undefined;
  readonly defaultVFlashModule?: string | undefined;
  readonly swapCacheReservationInGB?: number | undefined;
}

export interface HostVFlashManagerVFlashCacheConfigInfoVFlashModuleConfigOption extends DynamicData {
  readonly vFlashModule: string;
  readonly vFlashModuleVersion: string;
  readonly minSupportedModuleVersion: string;
  readonly cacheConsistencyType: ChoiceOption;
  readonly cacheMode: ChoiceOption;
  readonly blockSizeInKBOption: LongOption;
  readonly reservationInMBOption: LongOption;
  readonly maxDiskSizeInKB: number;
}

export interface HostVFlashManagerVFlashCacheConfigSpec extends DynamicData {
  readonly defaultVFlashModule: string;
  readonly swapCacheReservationInGB: number;
}

export interface HostVFlashManagerVFlashConfigInfo extends DynamicData {
  readonly vFlashResourceConfigInfo?: HostVFlashManagerVFlashResourceConfigInfo | undefined;
  readonly vFlashCacheConfigInfo?: HostVFlashManagerVFlashCacheConfigInfo | undefined;
}

export interface HostVFlashManagerVFlashResourceConfigInfo extends DynamicData {
  readonly vffs?: HostVffsVolume | undefined;
  readonly capacity: number;
}

export interface HostVFlashManagerVFlashResourceConfigSpec extends DynamicData {
  readonly vffsUuid: string;
}

export interface HostVFlashManagerVFlashResourceRunTimeInfo extends DynamicData {
  readonly usage: number;
  readonly capacity: number;
  readonly accessible: boolean;
  readonly capacityForVmCache: number;
  readonly freeForVmCache: number;
}

export interface HostVFlashResourceConfigurationResult extends DynamicData {
  readonly devicePath?: readonly string[] | undefined;
  readonly vffs?: HostVffsVolume | undefined;
  readonly diskConfigurationResult?: readonly HostDiskConfigurationResult[] | undefined;
}

export interface HostVMotionCompatibility extends DynamicData {
  readonly host: Ref<'HostSystem'>;
  readonly compatibility?: readonly string[] | undefined;
}

export interface HostVMotionConfig extends DynamicData {
  readonly vmotionNicKey?: string | undefined;
  readonly enabled: boolean;
}

export interface HostVMotionInfo extends DynamicData {
  readonly netConfig?: HostVMotionNetConfig | undefined;
  readonly ipConfig?: HostIpConfig | undefined;
}

export interface HostVMotionManagerDstInstantCloneResult extends DynamicData {
  readonly dstVmId?: number | undefined;
  readonly startTime?: number | undefined;
  readonly cptLoadTime?: number | undefined;
  readonly cptLoadDoneTime?: number | undefined;
  readonly replicateMemDoneTime?: number | undefined;
  readonly endTime?: number | undefined;
  readonly cptXferTime?: number | undefined;
  readonly cptCacheUsed?: number | undefined;
  readonly devCptStreamSize?: number | undefined;
  readonly devCptStreamTime?: number | undefined;
}

export interface HostVMotionManagerSrcInstantCloneResult extends DynamicData {
  readonly startTime?: number | undefined;
  readonly quiesceTime?: number | undefined;
  readonly quiesceDoneTime?: number | undefined;
  readonly resumeDoneTime?: number | undefined;
  readonly endTime?: number | undefined;
}

export interface HostVMotionNetConfig extends DynamicData {
  readonly candidateVnic?: readonly HostVirtualNic[] | undefined;
  readonly selectedVnic?: string | undefined;
}

export interface HostVfatVolume extends HostFileSystemVolume {}

export interface HostVffsSpec extends DynamicData {
  readonly devicePath: string;
  readonly partition?: HostDiskPartitionSpec | undefined;
  readonly majorVersion: number;
  readonly volumeName: string;
}

export interface HostVffsVolume extends HostFileSystemVolume {
  readonly majorVersion: number;
  readonly version: string;
  readonly uuid: string;
  readonly extent: readonly HostScsiDiskPartition[];
}

export interface HostVirtualNic extends DynamicData {
  readonly device: string;
  readonly key: string;
  readonly portgroup: string;
  readonly spec: HostVirtualNicSpec;
  readonly port?: string | undefined;
  readonly owner?: string | undefined;
}

export interface HostVirtualNicConfig extends DynamicData {
  readonly changeOperation?: string | undefined;
  readonly device?: string | undefined;
  readonly portgroup: string;
  readonly spec?: HostVirtualNicSpec | undefined;
}

export interface HostVirtualNicConnection extends DynamicData {
  readonly portgroup?: string | undefined;
  readonly dvPort?: DistributedVirtualSwitchPortConnection | undefined;
  readonly opNetwork?: HostVirtualNicOpaqueNetworkSpec | undefined;
}

export interface HostVirtualNicIpRouteSpec extends DynamicData {
  readonly ipRouteConfig?: HostIpRouteConfig | undefined;
}

export interface HostVirtualNicManagerInfo extends DynamicData {
  readonly netConfig?: readonly VirtualNicManagerNetConfig[] | undefined;
}

export interface HostVirtualNicManagerNicTypeSelection extends DynamicData {
  readonly vnic: HostVirtualNicConnection;
  readonly nicType?: readonly string[] | undefined;
}

export interface HostVirtualNicOpaqueNetworkSpec extends DynamicData {
  readonly opaqueNetworkId: string;
  readonly opaqueNetworkType: string;
}

export interface HostVirtualNicSpec extends DynamicData {
  readonly ip?: HostIpConfig | undefined;
  readonly mac?: string | undefined;
  readonly distributedVirtualPort?: DistributedVirtualSwitchPortConnection | undefined;
  readonly portgroup?: string | undefined;
  readonly mtu?: number | undefined;
  readonly tsoEnabled?: boolean | undefined;
  readonly netStackInstanceKey?: string | undefined;
  readonly opaqueNetwork?: HostVirtualNicOpaqueNetworkSpec | undefined;
  readonly externalId?: string | undefined;
  readonly pinnedPnic?: string | undefined;
  readonly ipRouteSpec?: HostVirtualNicIpRouteSpec | undefined;
  readonly systemOwned?: boolean | undefined;
  readonly dpuId?: string | undefined;
}

export interface HostVirtualSwitch extends DynamicData {
  readonly name: string;
  readonly key: string;
  readonly numPorts: number;
  readonly numPortsAvailable: number;
  readonly mtu?: number | undefined;
  readonly portgroup?: readonly string[] | undefined;
  readonly pnic?: readonly string[] | undefined;
  readonly spec: HostVirtualSwitchSpec;
}

export interface HostVirtualSwitchAutoBridge extends HostVirtualSwitchBridge {
  readonly excludedNicDevice?: readonly string[] | undefined;
}

export interface HostVirtualSwitchBeaconConfig extends DynamicData {
  readonly interval: number;
}

export interface HostVirtualSwitchBondBridge extends HostVirtualSwitchBridge {
  readonly nicDevice: readonly string[];
  readonly beacon?: HostVirtualSwitchBeaconConfig | undefined;
  readonly linkDiscoveryProtocolConfig?: LinkDiscoveryProtocolConfig | undefined;
}

export interface HostVirtualSwitchBridge extends DynamicData {}

export interface HostVirtualSwitchConfig extends DynamicData {
  readonly changeOperation?: string | undefined;
  readonly name: string;
  readonly spec?: HostVirtualSwitchSpec | undefined;
}

export interface HostVirtualSwitchSimpleBridge extends HostVirtualSwitchBridge {
  readonly nicDevice: string;
}

export interface HostVirtualSwitchSpec extends DynamicData {
  readonly numPorts: number;
  readonly bridge?: HostVirtualSwitchBridge | undefined;
  readonly policy?: HostNetworkPolicy | undefined;
  readonly mtu?: number | undefined;
}

export interface HostVmciAccessManagerAccessSpec extends DynamicData {
  readonly vm: Ref<'VirtualMachine'>;
  readonly services?: readonly string[] | undefined;
  readonly mode: string;
}

export interface HostVmfsRescanResult extends DynamicData {
  readonly host: Ref<'HostSystem'>;
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface HostVmfsSpec extends DynamicData {
  readonly extent: HostScsiDiskPartition;
  readonly blockSizeMb?: number | undefined;
  readonly majorVersion: number;
  readonly volumeName: string;
  readonly blockSize?: number | undefined;
  readonly unmapGranularity?: number | undefined;
  readonly unmapPriority?: string | undefined;
  readonly unmapBandwidthSpec?: VmfsUnmapBandwidthSpec | undefined;
}

export interface HostVmfsVolume extends HostFileSystemVolume {
  readonly blockSizeMb: number;
  readonly blockSize?: number | undefined;
  readonly unmapGranularity?: number | undefined;
  readonly unmapPriority?: string | undefined;
  readonly unmapBandwidthSpec?: VmfsUnmapBandwidthSpec | undefined;
  readonly maxBlocks: number;
  readonly majorVersion: number;
  readonly version: string;
  readonly uuid: string;
  readonly extent: readonly HostScsiDiskPartition[];
  readonly vmfsUpgradable: boolean;
  readonly forceMountedInfo?: HostForceMountedInfo | undefined;
  readonly ssd?: boolean | undefined;
  readonly local?: boolean | undefined;
  readonly scsiDiskType?: string | undefined;
}

export interface HostVnicConnectedToCustomizedDVPortEvent extends HostEvent {
  readonly vnic: VnicPortArgument;
  readonly prevPortKey?: string | undefined;
}

export interface HostVsanInternalSystemCmmdsQuery extends DynamicData {
  readonly type?: string | undefined;
  readonly uuid?: string | undefined;
  readonly owner?: string | undefined;
}

export interface HostVsanInternalSystemDeleteVsanObjectsResult extends DynamicData {
  readonly uuid: string;
  readonly success: boolean;
  readonly failureReason?: readonly LocalizableMessage[] | undefined;
}

export interface HostVsanInternalSystemVsanObjectOperationResult extends DynamicData {
  readonly uuid: string;
  readonly failureReason?: readonly LocalizableMessage[] | undefined;
}

export interface HostVsanInternalSystemVsanPhysicalDiskDiagnosticsResult extends DynamicData {
  readonly diskUuid: string;
  readonly success: boolean;
  readonly failureReason?: string | undefined;
}

export interface HostVvolNQN extends DynamicData {
  readonly targetNQN: string;
  readonly storageArray: string;
  readonly online: boolean;
}

export interface HostVvolVolume extends HostFileSystemVolume {
  readonly scId: string;
  readonly hostPE?: readonly VVolHostPE[] | undefined;
  readonly hostVvolNQN?: readonly HostVvolVolumeHostVvolNQN[] | undefined;
  readonly vasaProviderInfo?: readonly VimVasaProviderInfo[] | undefined;
  readonly storageArray?: readonly VASAStorageArray[] | undefined;
  readonly protocolEndpointType?: string | undefined;
  readonly vvolNQNFieldsAvailable?: boolean | undefined;
  readonly stretched?: boolean | undefined;
}

export interface HostVvolVolumeHostVvolNQN extends DynamicData {
  readonly host?: Ref<'HostSystem'> | undefined;
  readonly vvolNQN?: readonly HostVvolNQN[] | undefined;
}

export interface HostVvolVolumeSpecification extends DynamicData {
  readonly maxSizeInMB: number;
  readonly volumeName: string;
  readonly vasaProviderInfo?: readonly VimVasaProviderInfo[] | undefined;
  readonly storageArray?: readonly VASAStorageArray[] | undefined;
  readonly uuid: string;
  readonly stretched?: boolean | undefined;
}

export interface HostWwnChangedEvent extends HostEvent {
  readonly oldNodeWwns?: readonly number[] | undefined;
  readonly oldPortWwns?: readonly number[] | undefined;
  readonly newNodeWwns?: readonly number[] | undefined;
  readonly newPortWwns?: readonly number[] | undefined;
}

export interface HostWwnConflictEvent extends HostEvent {
  readonly conflictedVms?: readonly VmEventArgument[] | undefined;
  readonly conflictedHosts?: readonly HostEventArgument[] | undefined;
  readonly wwn: number;
}

export interface HotSnapshotMoveNotSupported extends SnapshotCopyNotSupported {}

export interface HourlyTaskScheduler extends RecurrentTaskScheduler {
  readonly minute: number;
}

export interface HttpFault extends VimFault {
  readonly statusCode: number;
  readonly statusMessage: string;
}

export interface HttpNfcLeaseCapabilities extends DynamicData {
  readonly pullModeSupported: boolean;
  readonly corsSupported: boolean;
}

export interface HttpNfcLeaseDatastoreLeaseInfo extends DynamicData {
  readonly datastoreKey: string;
  readonly hosts: readonly HttpNfcLeaseHostInfo[];
}

export interface HttpNfcLeaseDeviceUrl extends DynamicData {
  readonly key: string;
  readonly importKey: string;
  readonly url: string;
  readonly sslThumbprint: string;
  readonly sslCertificate?: string | undefined;
  readonly disk?: boolean | undefined;
  readonly targetId?: string | undefined;
  readonly datastoreKey?: string | undefined;
  readonly fileSize?: number | undefined;
}

export interface HttpNfcLeaseHostInfo extends DynamicData {
  readonly url: string;
  readonly sslThumbprint: string;
}

export interface HttpNfcLeaseInfo extends DynamicData {
  readonly lease: Ref<'HttpNfcLease'>;
  readonly entity: Ref<'ManagedEntity'>;
  readonly deviceUrl?: readonly HttpNfcLeaseDeviceUrl[] | undefined;
  readonly totalDiskCapacityInKB: number;
  readonly leaseTimeout: number;
  readonly hostMap?: readonly HttpNfcLeaseDatastoreLeaseInfo[] | undefined;
}

export interface HttpNfcLeaseManifestEntry extends DynamicData {
  readonly key: string;
  readonly sha1: string;
  readonly checksum?: string | undefined;
  readonly checksumType?: string | undefined;
  readonly size: number;
  readonly disk: boolean;
  readonly capacity?: number | undefined;
  readonly populatedSize?: number | undefined;
}

export interface HttpNfcLeaseProbeResult extends DynamicData {
  readonly serverAccessible: boolean;
}

export interface HttpNfcLeaseSourceFile extends DynamicData {
  readonly targetDeviceId: string;
  readonly url: string;
  readonly memberName?: string | undefined;
  readonly create: boolean;
  readonly sslThumbprint?: string | undefined;
  readonly sslCertificate?: string | undefined;
  readonly httpHeaders?: readonly KeyValue[] | undefined;
  readonly size?: number | undefined;
}

export interface ID extends DynamicData {
  readonly id: string;
}

export interface IDEDiskNotSupported extends DiskNotSupported {}

export interface IORMNotSupportedHostOnDatastore extends VimFault {
  readonly datastore: Ref<'Datastore'>;
  readonly datastoreName: string;
  readonly host?: readonly Ref<'HostSystem'>[] | undefined;
}

export interface IScsiBootFailureEvent extends HostEvent {}

export interface ImportHostAddFailure extends DvsFault {
  readonly hostIp: readonly string[];
}

export interface ImportOperationBulkFault extends DvsFault {
  readonly importFaults: readonly ImportOperationBulkFaultFaultOnImport[];
}

export interface ImportOperationBulkFaultFaultOnImport extends DynamicData {
  readonly entityType?: string | undefined;
  readonly key?: string | undefined;
  readonly fault: LocalizedMethodFault;
}

export interface ImportSpec extends DynamicData {
  readonly entityConfig?: VAppEntityConfigInfo | undefined;
  readonly instantiationOst?: OvfConsumerOstNode | undefined;
}

export interface InUseFeatureManipulationDisallowed extends NotEnoughLicenses {}

export interface InaccessibleDatastore extends InvalidDatastore {
  readonly detail?: string | undefined;
}

export interface InaccessibleFTMetadataDatastore extends InaccessibleDatastore {}

export interface InaccessibleVFlashSource extends VimFault {
  readonly hostName: string;
}

export interface IncompatibleDefaultDevice extends MigrationFault {
  readonly device: string;
}

export interface IncompatibleHostForFtSecondary extends VmFaultToleranceIssue {
  readonly host: Ref<'HostSystem'>;
  readonly error?: readonly LocalizedMethodFault[] | undefined;
}

export interface IncompatibleHostForVmReplication extends ReplicationFault {
  readonly vmName: string;
  readonly hostName: string;
  readonly reason: string;
}

export interface IncompatibleSetting extends InvalidArgument {
  readonly conflictingProperty: string;
}

export interface IncorrectFileType extends FileFault {}

export interface IncorrectHostInformation extends NotEnoughLicenses {}

export interface IncorrectHostInformationEvent extends LicenseEvent {}

export interface IndependentDiskVMotionNotSupported extends MigrationFeatureNotSupported {}

export interface InfoUpgradeEvent extends UpgradeEvent {}

export interface InheritablePolicy extends DynamicData {
  readonly inherited: boolean;
}

export interface InsufficientAgentVmsDeployed extends InsufficientResourcesFault {
  readonly hostName: string;
  readonly requiredNumAgentVms: number;
  readonly currentNumAgentVms: number;
}

export interface InsufficientCpuResourcesFault extends InsufficientResourcesFault {
  readonly unreserved: number;
  readonly requested: number;
}

export interface InsufficientDisks extends VsanDiskFault {}

export interface InsufficientFailoverResourcesEvent extends ClusterEvent {}

export interface InsufficientFailoverResourcesFault extends InsufficientResourcesFault {}

export interface InsufficientGraphicsResourcesFault extends InsufficientResourcesFault {}

export interface InsufficientHostCapacityFault extends InsufficientResourcesFault {
  readonly host?: Ref<'HostSystem'> | undefined;
}

export interface InsufficientHostCpuCapacityFault extends InsufficientHostCapacityFault {
  readonly unreserved: number;
  readonly requested: number;
}

export interface InsufficientHostMemoryCapacityFault extends InsufficientHostCapacityFault {
  readonly unreserved: number;
  readonly requested: number;
}

export interface InsufficientMemoryResourcesFault extends InsufficientResourcesFault {
  readonly unreserved: number;
  readonly requested: number;
}

export interface InsufficientNetworkCapacity extends InsufficientResourcesFault {}

export interface InsufficientNetworkResourcePoolCapacity extends InsufficientResourcesFault {
  readonly dvsName: string;
  readonly dvsUuid: string;
  readonly resourcePoolKey: string;
  readonly available: number;
  readonly requested: number;
  readonly device: readonly string[];
}

export interface InsufficientPerCpuCapacity extends InsufficientHostCapacityFault {}

export interface InsufficientResourcesFault extends VimFault {}

export interface InsufficientStandbyCpuResource extends InsufficientStandbyResource {
  readonly available: number;
  readonly requested: number;
}

export interface InsufficientStandbyMemoryResource extends InsufficientStandbyResource {
  readonly available: number;
  readonly requested: number;
}

export interface InsufficientStandbyResource extends InsufficientResourcesFault {}

export interface InsufficientStorageIops extends VimFault {
  readonly unreservedIops: number;
  readonly requestedIops: number;
  readonly datastoreName: string;
}

export interface InsufficientStorageSpace extends InsufficientResourcesFault {}

export interface InsufficientVFlashResourcesFault extends InsufficientResourcesFault {
  readonly freeSpaceInMB?: number | undefined;
  readonly freeSpace: number;
  readonly requestedSpaceInMB?: number | undefined;
  readonly requestedSpace: number;
}

export interface IntExpression extends NegatableExpression {
  readonly value?: number | undefined;
}

export interface IntOption extends OptionType {
  readonly min: number;
  readonly max: number;
  readonly defaultValue: number;
}

export interface IntPolicy extends InheritablePolicy {
  readonly value?: number | undefined;
}

export interface InvalidAffinitySettingFault extends VimFault {}

export interface InvalidArgument extends RuntimeFault {
  readonly invalidProperty?: string | undefined;
}

export interface InvalidBmcRole extends VimFault {}

export interface InvalidBundle extends PlatformConfigFault {}

export interface InvalidCAMCertificate extends InvalidCAMServer {}

export interface InvalidCAMServer extends ActiveDirectoryFault {
  readonly camServer: string;
}

export interface InvalidClientCertificate extends InvalidLogin {}

export interface InvalidCollectorVersion extends MethodFault {}

export interface InvalidController extends InvalidDeviceSpec {
  readonly controllerKey: number;
}

export interface InvalidDasConfigArgument extends InvalidArgument {
  readonly entry?: string | undefined;
  readonly clusterName?: string | undefined;
}

export interface InvalidDasRestartPriorityForFtVm extends InvalidArgument {
  readonly vm: Ref<'VirtualMachine'>;
  readonly vmName: string;
}

export interface InvalidDatastore extends VimFault {
  readonly datastore?: Ref<'Datastore'> | undefined;
  readonly name?: string | undefined;
}

export interface InvalidDatastorePath extends InvalidDatastore {
  readonly datastorePath: string;
}

export interface InvalidDatastoreState extends InvalidState {
  readonly datastoreName?: string | undefined;
}

export interface InvalidDeviceBacking extends InvalidDeviceSpec {}

export interface InvalidDeviceOperation extends InvalidDeviceSpec {
  readonly badOp?: VirtualDeviceConfigSpecOperation | undefined;
  readonly badFileOp?: VirtualDeviceConfigSpecFileOperation | undefined;
}

export interface InvalidDeviceSpec extends InvalidVmConfig {
  readonly deviceIndex: number;
}

export interface InvalidDiskFormat extends InvalidFormat {}

export interface InvalidDrsBehaviorForFtVm extends InvalidArgument {
  readonly vm: Ref<'VirtualMachine'>;
  readonly vmName: string;
}

export interface InvalidEditionEvent extends LicenseEvent {
  readonly feature: string;
}

export interface InvalidEditionLicense extends NotEnoughLicenses {
  readonly feature: string;
}

export interface InvalidEvent extends VimFault {}

export interface InvalidFolder extends VimFault {
  readonly target: Ref<'ManagedEntity'>;
}

export interface InvalidFormat extends VmConfigFault {}

export interface InvalidGuestLogin extends GuestOperationsFault {}

export interface InvalidHostConnectionState extends InvalidHostState {}

export interface InvalidHostName extends HostConfigFault {}

export interface InvalidHostState extends InvalidState {
  readonly host?: Ref<'HostSystem'> | undefined;
}

export interface InvalidIndexArgument extends InvalidArgument {
  readonly key: string;
}

export interface InvalidIpfixConfig extends DvsFault {
  readonly property?: string | undefined;
}

export interface InvalidIpmiLoginInfo extends VimFault {}

export interface InvalidIpmiMacAddress extends VimFault {
  readonly userProvidedMacAddress: string;
  readonly observedMacAddress: string;
}

export interface InvalidLicense extends VimFault {
  readonly licenseContent: string;
}

export interface InvalidLocale extends VimFault {}

export interface InvalidLogin extends VimFault {}

export interface InvalidName extends VimFault {
  readonly name: string;
  readonly entity?: Ref<'ManagedEntity'> | undefined;
}

export interface InvalidNasCredentials extends NasConfigFault {
  readonly userName: string;
}

export interface InvalidNetworkInType extends VAppPropertyFault {}

export interface InvalidNetworkResource extends NasConfigFault {
  readonly remoteHost: string;
  readonly remotePath: string;
}

export interface InvalidOperationOnSecondaryVm extends VmFaultToleranceIssue {
  readonly instanceUuid: string;
}

export interface InvalidPowerState extends InvalidState {
  readonly requestedState?: VirtualMachinePowerState | undefined;
  readonly existingState: VirtualMachinePowerState;
}

export interface InvalidPrivilege extends VimFault {
  readonly privilege: string;
}

export interface InvalidProfileReferenceHost extends RuntimeFault {
  readonly reason?: string | undefined;
  readonly host?: Ref<'HostSystem'> | undefined;
  readonly profile?: Ref<'Profile'> | undefined;
  readonly profileName?: string | undefined;
}

export interface InvalidProperty extends MethodFault {
  readonly name: string;
}

export interface InvalidPropertyType extends VAppPropertyFault {}

export interface InvalidPropertyValue extends VAppPropertyFault {}

export interface InvalidRequest extends RuntimeFault {}

export interface InvalidResourcePoolStructureFault extends InsufficientResourcesFault {}

export interface InvalidScheduledTask extends RuntimeFault {}

export interface InvalidSnapshotFormat extends InvalidFormat {}

export interface InvalidState extends VimFault {}

export interface InvalidToken extends RuntimeFault {}

export interface InvalidType extends InvalidRequest {
  readonly argument?: string | undefined;
}

export interface InvalidVmConfig extends VmConfigFault {
  readonly property?: string | undefined;
}

export interface InvalidVmState extends InvalidState {
  readonly vm: Ref<'VirtualMachine'>;
}

export interface InventoryDescription extends DynamicData {
  readonly numHosts: number;
  readonly numVirtualMachines: number;
  readonly numResourcePools?: number | undefined;
  readonly numClusters?: number | undefined;
  readonly numCpuDev?: number | undefined;
  readonly numNetDev?: number | undefined;
  readonly numDiskDev?: number | undefined;
  readonly numvCpuDev?: number | undefined;
  readonly numvNetDev?: number | undefined;
  readonly numvDiskDev?: number | undefined;
}

export interface InventoryHasStandardAloneHosts extends NotEnoughLicenses {
  readonly hosts: readonly string[];
}

export interface IoFilterHostIssue extends DynamicData {
  readonly host: Ref<'HostSystem'>;
  readonly issue: readonly LocalizedMethodFault[];
}

export interface IoFilterInfo extends DynamicData {
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  readonly version: string;
  readonly type?: string | undefined;
  readonly summary?: string | undefined;
  readonly releaseDate?: string | undefined;
}

export interface IoFilterManagerSslTrust extends DynamicData {}

export interface IoFilterQueryIssueResult extends DynamicData {
  readonly opType: string;
  readonly hostIssue?: readonly IoFilterHostIssue[] | undefined;
}

export interface IpAddress extends NegatableExpression {}

export interface IpAddressProfile extends ApplyProfile {}

export interface IpHostnameGeneratorError extends CustomizationFault {}

export interface IpPool extends DynamicData {
  readonly id?: number | undefined;
  readonly name?: string | undefined;
  readonly ipv4Config?: IpPoolIpPoolConfigInfo | undefined;
  readonly ipv6Config?: IpPoolIpPoolConfigInfo | undefined;
  readonly dnsDomain?: string | undefined;
  readonly dnsSearchPath?: string | undefined;
  readonly hostPrefix?: string | undefined;
  readonly httpProxy?: string | undefined;
  readonly networkAssociation?: readonly IpPoolAssociation[] | undefined;
  readonly availableIpv4Addresses?: number | undefined;
  readonly availableIpv6Addresses?: number | undefined;
  readonly allocatedIpv4Addresses?: number | undefined;
  readonly allocatedIpv6Addresses?: number | undefined;
}

export interface IpPoolAssociation extends DynamicData {
  readonly network?: Ref<'Network'> | undefined;
  readonly networkName: string;
}

export interface IpPoolIpPoolConfigInfo extends DynamicData {
  readonly subnetAddress?: string | undefined;
  readonly netmask?: string | undefined;
  readonly gateway?: string | undefined;
  readonly range?: string | undefined;
  readonly dns?: readonly string[] | undefined;
  readonly dhcpServerAvailable?: boolean | undefined;
  readonly ipPoolEnabled?: boolean | undefined;
}

export interface IpPoolManagerIpAllocation extends DynamicData {
  readonly ipAddress: string;
  readonly allocationId: string;
}

export interface IpRange extends IpAddress {
  readonly addressPrefix: string;
  readonly prefixLength?: number | undefined;
}

export interface IpRouteProfile extends ApplyProfile {
  readonly staticRoute?: readonly StaticRouteProfile[] | undefined;
}

export interface IscsiDependencyEntity extends DynamicData {
  readonly pnicDevice: string;
  readonly vnicDevice: string;
  readonly vmhbaName: string;
}

export interface IscsiFault extends VimFault {}

export interface IscsiFaultInvalidVnic extends IscsiFault {
  readonly vnicDevice: string;
}

export interface IscsiFaultPnicInUse extends IscsiFault {
  readonly pnicDevice: string;
}

export interface IscsiFaultVnicAlreadyBound extends IscsiFault {
  readonly vnicDevice: string;
}

export interface IscsiFaultVnicHasActivePaths extends IscsiFault {
  readonly vnicDevice: string;
}

export interface IscsiFaultVnicHasMultipleUplinks extends IscsiFault {
  readonly vnicDevice: string;
}

export interface IscsiFaultVnicHasNoUplinks extends IscsiFault {
  readonly vnicDevice: string;
}

export interface IscsiFaultVnicHasWrongUplink extends IscsiFault {
  readonly vnicDevice: string;
}

export interface IscsiFaultVnicInUse extends IscsiFault {
  readonly vnicDevice: string;
}

export interface IscsiFaultVnicIsLastPath extends IscsiFault {
  readonly vnicDevice: string;
}

export interface IscsiFaultVnicNotBound extends IscsiFault {
  readonly vnicDevice: string;
}

export interface IscsiFaultVnicNotFound extends IscsiFault {
  readonly vnicDevice: string;
}

export interface IscsiMigrationDependency extends DynamicData {
  readonly migrationAllowed: boolean;
  readonly disallowReason?: IscsiStatus | undefined;
  readonly dependency?: readonly IscsiDependencyEntity[] | undefined;
}

export interface IscsiPortInfo extends DynamicData {
  readonly vnicDevice?: string | undefined;
  readonly vnic?: HostVirtualNic | undefined;
  readonly pnicDevice?: string | undefined;
  readonly pnic?: PhysicalNic | undefined;
  readonly switchName?: string | undefined;
  readonly switchUuid?: string | undefined;
  readonly portgroupName?: string | undefined;
  readonly portgroupKey?: string | undefined;
  readonly portKey?: string | undefined;
  readonly opaqueNetworkId?: string | undefined;
  readonly opaqueNetworkType?: string | undefined;
  readonly opaqueNetworkName?: string | undefined;
  readonly externalId?: string | undefined;
  readonly complianceStatus?: IscsiStatus | undefined;
  readonly pathStatus?: string | undefined;
}

export interface IscsiStatus extends DynamicData {
  readonly reason?: readonly LocalizedMethodFault[] | undefined;
}

export interface IsoImageFileInfo extends FileInfo {}

export interface IsoImageFileQuery extends FileQuery {}

export interface KernelModuleInfo extends DynamicData {
  readonly id: number;
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  readonly optionString: string;
  readonly loaded: boolean;
  readonly enabled: boolean;
  readonly useCount: number;
  readonly readOnlySection: KernelModuleSectionInfo;
  readonly writableSection: KernelModuleSectionInfo;
  readonly textSection: KernelModuleSectionInfo;
  readonly dataSection: KernelModuleSectionInfo;
  readonly bssSection: KernelModuleSectionInfo;
}

export interface KernelModuleSectionInfo extends DynamicData {
  readonly address: number;
  readonly length?: number | undefined;
}

export interface KeyAnyValue extends DynamicData {
  readonly key: string;
  readonly value: unknown;
}

export interface KeyNotFound extends VimFault {
  readonly key: string;
}

export interface KeyProviderId extends DynamicData {
  readonly id: string;
}

export interface KeyValue extends DynamicData {
  readonly key: string;
  readonly value: string;
}

export interface KmipClusterInfo extends DynamicData {
  readonly clusterId: KeyProviderId;
  readonly servers?: readonly KmipServerInfo[] | undefined;
  readonly useAsDefault: boolean;
  readonly managementType?: string | undefined;
  readonly useAsEntityDefault?: readonly Ref<'ManagedEntity'>[] | undefined;
  readonly hasBackup?: boolean | undefined;
  readonly tpmRequired?: boolean | undefined;
  readonly keyId?: string | undefined;
  readonly defaultKeyType?: string | undefined;
  readonly keyInfo?: KmipClusterInfoKeyInfo | undefined;
}

export interface KmipClusterInfoKeyInfo extends DynamicData {}

export interface KmipClusterInfoWrappingKeyIdKeyInfo extends KmipClusterInfoKeyInfo {
  readonly keyId: string;
  readonly configuredTime: string;
}

export interface KmipClusterInfoWrappingRotationIntervalKeyInfo extends KmipClusterInfoKeyInfo {
  readonly keyId?: string | undefined;
  readonly rotationInterval?: number | undefined;
  readonly lastRotation?: string | undefined;
}

export interface KmipServerInfo extends DynamicData {
  readonly name: string;
  readonly address: string;
  readonly port: number;
  readonly proxyAddress?: string | undefined;
  readonly proxyPort?: number | undefined;
  readonly reconnect?: number | undefined;
  readonly protocol?: string | undefined;
  readonly nbio?: number | undefined;
  readonly timeout?: number | undefined;
  readonly userName?: string | undefined;
}

export interface KmipServerSpec extends DynamicData {
  readonly clusterId: KeyProviderId;
  readonly info: KmipServerInfo;
  readonly password?: string | undefined;
  readonly defaultKeyType?: string | undefined;
  readonly keySpec?: KmipServerSpecKeySpec | undefined;
}

export interface KmipServerSpecKeySpec extends DynamicData {}

export interface KmipServerSpecWrappingKeyIdKeySpec extends KmipServerSpecKeySpec {
  readonly keyId: string;
}

export interface KmipServerSpecWrappingRotationIntervalKeySpec extends KmipServerSpecKeySpec {
  readonly rotationInterval?: number | undefined;
}

export interface KmipServerStatus extends DynamicData {
  readonly clusterId: KeyProviderId;
  readonly name: string;
  readonly status: ManagedEntityStatus;
  readonly description: string;
}

export interface LargeRDMConversionNotSupported extends MigrationFault {
  readonly device: string;
}

export interface LargeRDMNotSupportedOnDatastore extends VmConfigFault {
  readonly device: string;
  readonly datastore: Ref<'Datastore'>;
  readonly datastoreName: string;
}

export interface LatencySensitivity extends DynamicData {
  readonly level: LatencySensitivitySensitivityLevel;
  readonly sensitivity?: number | undefined;
}

export interface LegacyNetworkInterfaceInUse extends CannotAccessNetwork {}

export interface LicenseAssignmentFailed extends RuntimeFault {
  readonly reason?: string | undefined;
}

export interface LicenseAssignmentManagerLicenseAssignment extends DynamicData {
  readonly entityId: string;
  readonly scope?: string | undefined;
  readonly entityDisplayName?: string | undefined;
  readonly assignedLicense: LicenseManagerLicenseInfo;
  readonly properties?: readonly KeyAnyValue[] | undefined;
}

export interface LicenseAvailabilityInfo extends DynamicData {
  readonly feature: LicenseFeatureInfo;
  readonly total: number;
  readonly available: number;
}

export interface LicenseDiagnostics extends DynamicData {
  readonly sourceLastChanged: string;
  readonly sourceLost: string;
  readonly sourceLatency: number;
  readonly licenseRequests: string;
  readonly licenseRequestFailures: string;
  readonly licenseFeatureUnknowns: string;
  readonly opState: LicenseManagerState;
  readonly lastStatusUpdate: string;
  readonly opFailureMessage: string;
}

export interface LicenseDowngradeDisallowed extends NotEnoughLicenses {
  readonly edition: string;
  readonly entityId: string;
  readonly features: readonly KeyAnyValue[];
}

export interface LicenseEntityNotFound extends VimFault {
  readonly entityId: string;
}

export interface LicenseEvent extends Event {}

export interface LicenseExpired extends NotEnoughLicenses {
  readonly licenseKey: string;
}

export interface LicenseExpiredEvent extends Event {
  readonly feature: LicenseFeatureInfo;
}

export interface LicenseFeatureInfo extends DynamicData {
  readonly key: string;
  readonly featureName: string;
  readonly featureDescription?: string | undefined;
  readonly state?: LicenseFeatureInfoState | undefined;
  readonly costUnit: string;
  readonly sourceRestriction?: string | undefined;
  readonly dependentKey?: readonly string[] | undefined;
  readonly edition?: boolean | undefined;
  readonly expiresOn?: string | undefined;
}

export interface LicenseKeyEntityMismatch extends NotEnoughLicenses {}

export interface LicenseManagerEvaluationInfo extends DynamicData {
  readonly properties: readonly KeyAnyValue[];
}

export interface LicenseManagerLicenseInfo extends DynamicData {
  readonly licenseKey: string;
  readonly editionKey: string;
  readonly name: string;
  readonly total: number;
  readonly used?: number | undefined;
  readonly costUnit: string;
  readonly properties?: readonly KeyAnyValue[] | undefined;
  readonly labels?: readonly KeyValue[] | undefined;
}

export interface LicenseNonComplianceEvent extends LicenseEvent {
  readonly url: string;
}

export interface LicenseReservationInfo extends DynamicData {
  readonly key: string;
  readonly state: LicenseReservationInfoState;
  readonly required: number;
}

export interface LicenseRestricted extends NotEnoughLicenses {}

export interface LicenseRestrictedEvent extends LicenseEvent {}

export interface LicenseServerAvailableEvent extends LicenseEvent {
  readonly licenseServer: string;
}

export interface LicenseServerSource extends LicenseSource {
  readonly licenseServer: string;
}

export interface LicenseServerUnavailable extends VimFault {
  readonly licenseServer: string;
}

export interface LicenseServerUnavailableEvent extends LicenseEvent {
  readonly licenseServer: string;
}

export interface LicenseSource extends DynamicData {}

export interface LicenseSourceUnavailable extends NotEnoughLicenses {
  readonly licenseSource: LicenseSource;
}

export interface LicenseUsageInfo extends DynamicData {
  readonly source: LicenseSource;
  readonly sourceAvailable: boolean;
  readonly reservationInfo?: readonly LicenseReservationInfo[] | undefined;
  readonly featureInfo?: readonly LicenseFeatureInfo[] | undefined;
}

export interface LimitExceeded extends VimFault {
  readonly property?: string | undefined;
  readonly limit?: number | undefined;
}

export interface LinkDiscoveryProtocolConfig extends DynamicData {
  readonly protocol: string;
  readonly operation: string;
}

export interface LinkLayerDiscoveryProtocolInfo extends DynamicData {
  readonly chassisId: string;
  readonly portId: string;
  readonly timeToLive: number;
  readonly parameter?: readonly KeyAnyValue[] | undefined;
}

export interface LinkProfile extends ApplyProfile {}

export interface LinuxVolumeNotClean extends CustomizationFault {}

export interface LocalDatastoreCreatedEvent extends HostEvent {
  readonly datastore: DatastoreEventArgument;
  readonly datastoreUrl?: string | undefined;
}

export interface LocalDatastoreInfo extends DatastoreInfo {
  readonly path?: string | undefined;
}

export interface LocalLicenseSource extends LicenseSource {
  readonly licenseKeys: string;
}

export interface LocalTSMEnabledEvent extends HostEvent {}

export interface LocalizableMessage extends DynamicData {
  readonly key: string;
  readonly arg?: readonly KeyAnyValue[] | undefined;
  readonly message?: string | undefined;
}

export interface LocalizationManagerMessageCatalog extends DynamicData {
  readonly moduleName: string;
  readonly catalogName: string;
  readonly locale: string;
  readonly catalogUri: string;
  readonly lastModified?: string | undefined;
  readonly md5sum?: string | undefined;
  readonly version?: string | undefined;
}

export interface LocalizedMethodFault extends DynamicData {
  readonly fault: MethodFault;
  readonly localizedMessage?: string | undefined;
}

export interface LockerMisconfiguredEvent extends Event {
  readonly datastore: DatastoreEventArgument;
}

export interface LockerReconfiguredEvent extends Event {
  readonly oldDatastore?: DatastoreEventArgument | undefined;
  readonly newDatastore?: DatastoreEventArgument | undefined;
}

export interface LogBundlingFailed extends VimFault {}

export interface LongOption extends OptionType {
  readonly min: number;
  readonly max: number;
  readonly defaultValue: number;
}

export interface LongPolicy extends InheritablePolicy {
  readonly value?: number | undefined;
}

export interface MacAddress extends NegatableExpression {}

export interface MacRange extends MacAddress {
  readonly address: string;
  readonly mask: string;
}

export interface MaintenanceModeFileMove extends MigrationFault {}

export interface ManagedByInfo extends DynamicData {
  readonly extensionKey: string;
  readonly type: string;
}

export interface ManagedEntityEventArgument extends EntityEventArgument {
  readonly entity: Ref<'ManagedEntity'>;
}

export interface ManagedObjectNotFound extends RuntimeFault {
  readonly obj: Ref;
}

export interface MemoryFileFormatNotSupportedByDatastore extends UnsupportedDatastore {
  readonly datastoreName: string;
  readonly type: string;
}

export interface MemoryHotPlugNotSupported extends VmConfigFault {}

export interface MemorySizeNotRecommended extends VirtualHardwareCompatibilityIssue {
  readonly memorySizeMB: number;
  readonly minMemorySizeMB: number;
  readonly maxMemorySizeMB: number;
}

export interface MemorySizeNotSupported extends VirtualHardwareCompatibilityIssue {
  readonly memorySizeMB: number;
  readonly minMemorySizeMB: number;
  readonly maxMemorySizeMB: number;
}

export interface MemorySizeNotSupportedByDatastore extends VirtualHardwareCompatibilityIssue {
  readonly datastore: Ref<'Datastore'>;
  readonly memorySizeMB: number;
  readonly maxMemorySizeMB: number;
}

export interface MemorySnapshotOnIndependentDisk extends SnapshotFault {}

export interface MethodAction extends Action {
  readonly name: string;
  readonly argument?: readonly MethodActionArgument[] | undefined;
}

export interface MethodActionArgument extends DynamicData {
  readonly value?: unknown;
}

export interface MethodAlreadyDisabledFault extends RuntimeFault {
  readonly sourceId: string;
}

export interface MethodDescription extends Description {
  readonly key: string;
}

export interface MethodDisabled extends RuntimeFault {
  readonly source?: string | undefined;
}

export interface MethodFault {
  readonly _typeName?: string | undefined;
  readonly faultCause?: LocalizedMethodFault | undefined;
  readonly faultMessage?: readonly LocalizableMessage[] | undefined;
}

export interface MethodNotFound extends InvalidRequest {
  readonly receiver: Ref;
  readonly method: string;
}

export interface MetricAlarmExpression extends AlarmExpression {
  readonly operator: MetricAlarmOperator;
  readonly type: string;
  readonly metric: PerfMetricId;
  readonly yellow?: number | undefined;
  readonly yellowInterval?: number | undefined;
  readonly red?: number | undefined;
  readonly redInterval?: number | undefined;
}

export interface MigrationDisabled extends MigrationFault {}

export interface MigrationErrorEvent extends MigrationEvent {}

export interface MigrationEvent extends VmEvent {
  readonly fault: LocalizedMethodFault;
}

export interface MigrationFault extends VimFault {}

export interface MigrationFeatureNotSupported extends MigrationFault {
  readonly atSourceHost: boolean;
  readonly failedHostName: string;
  readonly failedHost: Ref<'HostSystem'>;
}

export interface MigrationHostErrorEvent extends MigrationEvent {
  readonly dstHost: HostEventArgument;
}

export interface MigrationHostWarningEvent extends MigrationEvent {
  readonly dstHost: HostEventArgument;
}

export interface MigrationNotReady extends MigrationFault {
  readonly reason: string;
}

export interface MigrationResourceErrorEvent extends MigrationEvent {
  readonly dstPool: ResourcePoolEventArgument;
  readonly dstHost: HostEventArgument;
}

export interface MigrationResourceWarningEvent extends MigrationEvent {
  readonly dstPool: ResourcePoolEventArgument;
  readonly dstHost: HostEventArgument;
}

export interface MigrationWarningEvent extends MigrationEvent {}

export interface MismatchedBundle extends VimFault {
  readonly bundleUuid: string;
  readonly hostUuid: string;
  readonly bundleBuildNumber: number;
  readonly hostBuildNumber: number;
}

export interface MismatchedNetworkPolicies extends MigrationFault {
  readonly device: string;
  readonly backing: string;
  readonly connected: boolean;
}

export interface MismatchedVMotionNetworkNames extends MigrationFault {
  readonly sourceNetwork: string;
  readonly destNetwork: string;
}

export interface MissingBmcSupport extends VimFault {}

export interface MissingController extends InvalidDeviceSpec {}

export interface MissingIpPool extends VAppPropertyFault {}

export interface MissingLinuxCustResources extends CustomizationFault {}

export interface MissingNetworkIpConfig extends VAppPropertyFault {}

export interface MissingObject extends DynamicData {
  readonly obj: Ref;
  readonly fault: LocalizedMethodFault;
}

export interface MissingPowerOffConfiguration extends VAppConfigFault {}

export interface MissingPowerOnConfiguration extends VAppConfigFault {}

export interface MissingProperty extends DynamicData {
  readonly path: string;
  readonly fault: LocalizedMethodFault;
}

export interface MissingWindowsCustResources extends CustomizationFault {}

export interface MksConnectionLimitReached extends InvalidState {
  readonly connectionLimit: number;
}

export interface ModeInfo extends DynamicData {
  readonly browse?: string | undefined;
  readonly read: string;
  readonly modify: string;
  readonly use: string;
  readonly admin?: string | undefined;
  readonly full: string;
}

export interface MonthlyByDayTaskScheduler extends MonthlyTaskScheduler {
  readonly day: number;
}

export interface MonthlyByWeekdayTaskScheduler extends MonthlyTaskScheduler {
  readonly offset: WeekOfMonth;
  readonly weekday: DayOfWeek;
}

export interface MonthlyTaskScheduler extends DailyTaskScheduler {}

export interface MountError extends CustomizationFault {
  readonly vm: Ref<'VirtualMachine'>;
  readonly diskIndex: number;
}

export interface MtuMatchEvent extends DvsHealthStatusChangeEvent {}

export interface MtuMismatchEvent extends DvsHealthStatusChangeEvent {}

export interface MultiWriterNotSupported extends DeviceNotSupported {}

export interface MultipleCertificatesVerifyFault extends HostConnectFault {
  readonly thumbprintData: readonly MultipleCertificatesVerifyFaultThumbprintData[];
}

export interface MultipleCertificatesVerifyFaultThumbprintData extends DynamicData {
  readonly port: number;
  readonly thumbprint: string;
}

export interface MultipleSnapshotsNotSupported extends SnapshotFault {}

export interface NASDatastoreCreatedEvent extends HostEvent {
  readonly datastore: DatastoreEventArgument;
  readonly datastoreUrl?: string | undefined;
}

export interface NamePasswordAuthentication extends GuestAuthentication {
  readonly username: string;
  readonly password: string;
}

export interface NamespaceFull extends VimFault {
  readonly name: string;
  readonly currentMaxSize: number;
  readonly requiredSize?: number | undefined;
}

export interface NamespaceLimitReached extends VimFault {
  readonly limit?: number | undefined;
}

export interface NamespaceWriteProtected extends VimFault {
  readonly name: string;
}

export interface NasConfigFault extends HostConfigFault {
  readonly name: string;
}

export interface NasConnectionLimitReached extends NasConfigFault {
  readonly remoteHost: string;
  readonly remotePath: string;
}

export interface NasDatastoreInfo extends DatastoreInfo {
  readonly nas?: HostNasVolume | undefined;
}

export interface NasSessionCredentialConflict extends NasConfigFault {
  readonly remoteHost: string;
  readonly remotePath: string;
  readonly userName: string;
}

export interface NasStorageProfile extends ApplyProfile {
  readonly key: string;
}

export interface NasVolumeNotMounted extends NasConfigFault {
  readonly remoteHost: string;
  readonly remotePath: string;
}

export interface NegatableExpression extends DynamicData {
  readonly negate?: boolean | undefined;
}

export interface NetBIOSConfigInfo extends DynamicData {
  readonly mode: string;
}

export interface NetDhcpConfigInfo extends DynamicData {
  readonly ipv6?: NetDhcpConfigInfoDhcpOptions | undefined;
  readonly ipv4?: NetDhcpConfigInfoDhcpOptions | undefined;
}

export interface NetDhcpConfigInfoDhcpOptions extends DynamicData {
  readonly enable: boolean;
  readonly config?: readonly KeyValue[] | undefined;
}

export interface NetDhcpConfigSpec extends DynamicData {
  readonly ipv6?: NetDhcpConfigSpecDhcpOptionsSpec | undefined;
  readonly ipv4?: NetDhcpConfigSpecDhcpOptionsSpec | undefined;
}

export interface NetDhcpConfigSpecDhcpOptionsSpec extends DynamicData {
  readonly enable?: boolean | undefined;
  readonly config: readonly KeyValue[];
  readonly operation: string;
}

export interface NetDnsConfigInfo extends DynamicData {
  readonly dhcp: boolean;
  readonly hostName: string;
  readonly domainName: string;
  readonly ipAddress?: readonly string[] | undefined;
  readonly searchDomain?: readonly string[] | undefined;
}

export interface NetDnsConfigSpec extends DynamicData {
  readonly dhcp?: boolean | undefined;
  readonly hostName?: string | undefined;
  readonly domainName?: string | undefined;
  readonly ipAddress?: readonly string[] | undefined;
  readonly searchDomain?: readonly string[] | undefined;
}

export interface NetIpConfigInfo extends DynamicData {
  readonly ipAddress?: readonly NetIpConfigInfoIpAddress[] | undefined;
  readonly dhcp?: NetDhcpConfigInfo | undefined;
  readonly autoConfigurationEnabled?: boolean | undefined;
}

export interface NetIpConfigInfoIpAddress extends DynamicData {
  readonly ipAddress: string;
  readonly prefixLength: number;
  readonly origin?: string | undefined;
  readonly state?: string | undefined;
  readonly lifetime?: string | undefined;
}

export interface NetIpConfigSpec extends DynamicData {
  readonly ipAddress?: readonly NetIpConfigSpecIpAddressSpec[] | undefined;
  readonly dhcp?: NetDhcpConfigSpec | undefined;
  readonly autoConfigurationEnabled?: boolean | undefined;
}

export interface NetIpConfigSpecIpAddressSpec extends DynamicData {
  readonly ipAddress: string;
  readonly prefixLength: number;
  readonly operation: string;
}

export interface NetIpRouteConfigInfo extends DynamicData {
  readonly ipRoute?: readonly NetIpRouteConfigInfoIpRoute[] | undefined;
}

export interface NetIpRouteConfigInfoGateway extends DynamicData {
  readonly ipAddress?: string | undefined;
  readonly device?: string | undefined;
}

export interface NetIpRouteConfigInfoIpRoute extends DynamicData {
  readonly network: string;
  readonly prefixLength: number;
  readonly gateway: NetIpRouteConfigInfoGateway;
}

export interface NetIpRouteConfigSpec extends DynamicData {
  readonly ipRoute?: readonly NetIpRouteConfigSpecIpRouteSpec[] | undefined;
}

export interface NetIpRouteConfigSpecGatewaySpec extends DynamicData {
  readonly ipAddress?: string | undefined;
  readonly device?: string | undefined;
}

export interface NetIpRouteConfigSpecIpRouteSpec extends DynamicData {
  readonly network: string;
  readonly prefixLength: number;
  readonly gateway: NetIpRouteConfigSpecGatewaySpec;
  readonly operation: string;
}

export interface NetIpStackInfo extends DynamicData {
  readonly neighbor?: readonly NetIpStackInfoNetToMedia[] | undefined;
  readonly defaultRouter?: readonly NetIpStackInfoDefaultRouter[] | undefined;
}

export interface NetIpStackInfoDefaultRouter extends DynamicData {
  readonly ipAddress: string;
  readonly device: string;
  readonly lifetime: string;
  readonly preference: string;
}

export interface NetIpStackInfoNetToMedia extends DynamicData {
  readonly ipAddress: string;
  readonly physicalAddress: string;
  readonly device: string;
  readonly type: string;
}

export interface NetStackInstanceProfile extends ApplyProfile {
  readonly key: string;
  readonly dnsConfig: NetworkProfileDnsConfigProfile;
  readonly ipRouteConfig: IpRouteProfile;
}

export interface NetworkCopyFault extends FileFault {}

export interface NetworkDisruptedAndConfigRolledBack extends VimFault {
  readonly host: string;
}

export interface NetworkEventArgument extends EntityEventArgument {
  readonly network: Ref<'Network'>;
}

export interface NetworkInaccessible extends NasConfigFault {}

export interface NetworkPolicyProfile extends ApplyProfile {}

export interface NetworkProfile extends ApplyProfile {
  readonly vswitch?: readonly VirtualSwitchProfile[] | undefined;
  readonly vmPortGroup?: readonly VmPortGroupProfile[] | undefined;
  readonly hostPortGroup?: readonly HostPortGroupProfile[] | undefined;
  readonly serviceConsolePortGroup?: readonly ServiceConsolePortGroupProfile[] | undefined;
  readonly dnsConfig?: NetworkProfileDnsConfigProfile | undefined;
  readonly ipRouteConfig?: IpRouteProfile | undefined;
  readonly consoleIpRouteConfig?: IpRouteProfile | undefined;
  readonly pnic?: readonly PhysicalNicProfile[] | undefined;
  readonly dvswitch?: readonly DvsProfile[] | undefined;
  readonly dvsServiceConsoleNic?: readonly DvsServiceConsoleVNicProfile[] | undefined;
  readonly dvsHostNic?: readonly DvsHostVNicProfile[] | undefined;
  readonly nsxHostNic?: readonly NsxHostVNicProfile[] | undefined;
  readonly netStackInstance?: readonly NetStackInstanceProfile[] | undefined;
  readonly opaqueSwitch?: OpaqueSwitchProfile | undefined;
}

export interface NetworkProfileDnsConfigProfile extends ApplyProfile {}

export interface NetworkRollbackEvent extends Event {
  readonly methodName: string;
  readonly transactionId: string;
}

export interface NetworkSummary extends DynamicData {
  readonly network?: Ref<'Network'> | undefined;
  readonly name: string;
  readonly accessible: boolean;
  readonly ipPoolName?: string | undefined;
  readonly ipPoolId?: number | undefined;
}

export interface NetworksMayNotBeTheSame extends MigrationFault {
  readonly name?: string | undefined;
}

export interface NicSettingMismatch extends CustomizationFault {
  readonly numberOfNicsInSpec: number;
  readonly numberOfNicsInVM: number;
}

export interface NoAccessUserEvent extends SessionEvent {
  readonly ipAddress: string;
}

export interface NoActiveHostInCluster extends InvalidState {
  readonly computeResource: Ref<'ComputeResource'>;
}

export interface NoAvailableIp extends VAppPropertyFault {
  readonly network: Ref<'Network'>;
}

export interface NoClientCertificate extends VimFault {}

export interface NoCompatibleDatastore extends VimFault {}

export interface NoCompatibleHardAffinityHost extends VmConfigFault {
  readonly vmName: string;
}

export interface NoCompatibleHost extends VimFault {
  readonly host?: readonly Ref<'HostSystem'>[] | undefined;
  readonly error?: readonly LocalizedMethodFault[] | undefined;
}

export interface NoCompatibleHostWithAccessToDevice extends NoCompatibleHost {}

export interface NoCompatibleSoftAffinityHost extends VmConfigFault {
  readonly vmName: string;
}

export interface NoConnectedDatastore extends VimFault {}

export interface NoDatastoresConfiguredEvent extends HostEvent {}

export interface NoDiskFound extends VimFault {}

export interface NoDiskSpace extends FileFault {
  readonly datastore: string;
}

export interface NoDisksToCustomize extends CustomizationFault {}

export interface NoGateway extends HostConfigFault {}

export interface NoGuestHeartbeat extends MigrationFault {}

export interface NoHost extends HostConnectFault {
  readonly name?: string | undefined;
}

export interface NoHostSuitableForFtSecondary extends VmFaultToleranceIssue {
  readonly vm: Ref<'VirtualMachine'>;
  readonly vmName: string;
}

export interface NoLicenseEvent extends LicenseEvent {
  readonly feature: LicenseFeatureInfo;
}

export interface NoLicenseServerConfigured extends NotEnoughLicenses {}

export interface NoMaintenanceModeDrsRecommendationForVM extends VmEvent {}

export interface NoPeerHostFound extends HostPowerOpFailed {}

export interface NoPermission extends SecurityError {
  readonly object?: Ref | undefined;
  readonly privilegeId?: string | undefined;
  readonly missingPrivileges?: readonly NoPermissionEntityPrivileges[] | undefined;
}

export interface NoPermissionEntityPrivileges extends DynamicData {
  readonly entity: Ref;
  readonly privilegeIds?: readonly string[] | undefined;
}

export interface NoPermissionOnAD extends ActiveDirectoryFault {}

export interface NoPermissionOnHost extends HostConnectFault {}

export interface NoPermissionOnNasVolume extends NasConfigFault {
  readonly userName?: string | undefined;
}

export interface NoSubjectName extends VimFault {}

export interface NoVcManagedIpConfigured extends VAppPropertyFault {}

export interface NoVirtualNic extends HostConfigFault {}

export interface NoVmInVApp extends VAppConfigFault {}

export interface NodeDeploymentSpec extends DynamicData {
  readonly esxHost?: Ref<'HostSystem'> | undefined;
  readonly datastore?: Ref<'Datastore'> | undefined;
  readonly publicNetworkPortGroup?: Ref<'Network'> | undefined;
  readonly clusterNetworkPortGroup?: Ref<'Network'> | undefined;
  readonly folder: Ref<'Folder'>;
  readonly resourcePool?: Ref<'ResourcePool'> | undefined;
  readonly managementVc?: ServiceLocator | undefined;
  readonly nodeName: string;
  readonly ipSettings: CustomizationIPSettings;
}

export interface NodeNetworkSpec extends DynamicData {
  readonly ipSettings: CustomizationIPSettings;
}

export interface NonADUserRequired extends ActiveDirectoryFault {}

export interface NonHomeRDMVMotionNotSupported extends MigrationFeatureNotSupported {
  readonly device: string;
}

export interface NonPersistentDisksNotSupported extends DeviceNotSupported {}

export interface NonVIWorkloadDetectedOnDatastoreEvent extends DatastoreEvent {}

export interface NonVmwareOuiMacNotSupportedHost extends NotSupportedHost {
  readonly hostName: string;
}

export interface NotADirectory extends FileFault {}

export interface NotAFile extends FileFault {}

export interface NotAuthenticated extends NoPermission {}

export interface NotEnoughCpus extends VirtualHardwareCompatibilityIssue {
  readonly numCpuDest: number;
  readonly numCpuVm: number;
}

export interface NotEnoughLicenses extends RuntimeFault {}

export interface NotEnoughLogicalCpus extends NotEnoughCpus {
  readonly host?: Ref<'HostSystem'> | undefined;
}

export interface NotEnoughResourcesToStartVmEvent extends VmEvent {
  readonly reason?: string | undefined;
}

export interface NotFound extends VimFault {}

export interface NotImplemented extends RuntimeFault {}

export interface NotSupported extends RuntimeFault {}

export interface NotSupportedDeviceForFT extends VmFaultToleranceIssue {
  readonly host: Ref<'HostSystem'>;
  readonly hostName?: string | undefined;
  readonly vm: Ref<'VirtualMachine'>;
  readonly vmName?: string | undefined;
  readonly deviceType: string;
  readonly deviceLabel?: string | undefined;
}

export interface NotSupportedHost extends HostConnectFault {
  readonly productName?: string | undefined;
  readonly productVersion?: string | undefined;
}

export interface NotSupportedHostForChecksum extends VimFault {}

export interface NotSupportedHostForVFlash extends NotSupportedHost {
  readonly hostName: string;
}

export interface NotSupportedHostForVmcp extends NotSupportedHost {
  readonly hostName: string;
}

export interface NotSupportedHostForVmemFile extends NotSupportedHost {
  readonly hostName: string;
}

export interface NotSupportedHostForVsan extends NotSupportedHost {
  readonly hostName: string;
}

export interface NotSupportedHostInCluster extends NotSupportedHost {}

export interface NotSupportedHostInDvs extends NotSupportedHost {
  readonly switchProductSpec: DistributedVirtualSwitchProductSpec;
}

export interface NotSupportedHostInHACluster extends NotSupportedHost {
  readonly hostName: string;
  readonly build: string;
}

export interface NotUserConfigurableProperty extends VAppPropertyFault {}

export interface NsxHostVNicProfile extends ApplyProfile {
  readonly key: string;
  readonly ipConfig: IpAddressProfile;
}

export interface NumPortsProfile extends ApplyProfile {}

export interface NumVirtualCoresPerSocketNotSupported extends VirtualHardwareCompatibilityIssue {
  readonly maxSupportedCoresPerSocketDest: number;
  readonly numCoresPerSocketVm: number;
}

export interface NumVirtualCpusExceedsLimit extends InsufficientResourcesFault {
  readonly maxSupportedVcpus: number;
}

export interface NumVirtualCpusIncompatible extends VmConfigFault {
  readonly reason: string;
  readonly numCpu: number;
}

export interface NumVirtualCpusNotSupported extends VirtualHardwareCompatibilityIssue {
  readonly maxSupportedVcpusDest: number;
  readonly numCpuVm: number;
}

export interface NumericRange extends DynamicData {
  readonly start: number;
  readonly end: number;
}

export interface NvdimmDimmInfo extends DynamicData {
  readonly dimmHandle: number;
  readonly healthInfo: NvdimmHealthInfo;
  readonly totalCapacity: number;
  readonly persistentCapacity: number;
  readonly availablePersistentCapacity: number;
  readonly volatileCapacity: number;
  readonly availableVolatileCapacity: number;
  readonly blockCapacity: number;
  readonly regionInfo?: readonly NvdimmRegionInfo[] | undefined;
  readonly representationString: string;
}

export interface NvdimmGuid extends DynamicData {
  readonly uuid: string;
}

export interface NvdimmHealthInfo extends DynamicData {
  readonly healthStatus: string;
  readonly healthInformation: string;
  readonly stateFlagInfo?: readonly string[] | undefined;
  readonly dimmTemperature: number;
  readonly dimmTemperatureThreshold: number;
  readonly spareBlocksPercentage: number;
  readonly spareBlockThreshold: number;
  readonly dimmLifespanPercentage: number;
  readonly esTemperature?: number | undefined;
  readonly esTemperatureThreshold?: number | undefined;
  readonly esLifespanPercentage?: number | undefined;
}

export interface NvdimmInterleaveSetInfo extends DynamicData {
  readonly setId: number;
  readonly rangeType: string;
  readonly baseAddress: number;
  readonly size: number;
  readonly availableSize: number;
  readonly deviceList?: readonly number[] | undefined;
  readonly state: string;
}

export interface NvdimmNamespaceCreateSpec extends DynamicData {
  readonly friendlyName?: string | undefined;
  readonly blockSize: number;
  readonly blockCount: number;
  readonly type: string;
  readonly locationID: number;
}

export interface NvdimmNamespaceDeleteSpec extends DynamicData {
  readonly uuid: string;
}

export interface NvdimmNamespaceDetails extends DynamicData {
  readonly uuid: string;
  readonly friendlyName: string;
  readonly size: number;
  readonly type: string;
  readonly namespaceHealthStatus: string;
  readonly interleavesetID: number;
  readonly state: string;
}

export interface NvdimmNamespaceInfo extends DynamicData {
  readonly uuid: string;
  readonly friendlyName: string;
  readonly blockSize: number;
  readonly blockCount: number;
  readonly type: string;
  readonly namespaceHealthStatus: string;
  readonly locationID: number;
  readonly state: string;
}

export interface NvdimmPMemNamespaceCreateSpec extends DynamicData {
  readonly friendlyName?: string | undefined;
  readonly size: number;
  readonly interleavesetID: number;
}

export interface NvdimmRegionInfo extends DynamicData {
  readonly regionId: number;
  readonly setId: number;
  readonly rangeType: string;
  readonly startAddr: number;
  readonly size: number;
  readonly offset: number;
}

export interface NvdimmSummary extends DynamicData {
  readonly numDimms: number;
  readonly healthStatus: string;
  readonly totalCapacity: number;
  readonly persistentCapacity: number;
  readonly blockCapacity: number;
  readonly availableCapacity: number;
  readonly numInterleavesets: number;
  readonly numNamespaces: number;
}

export interface NvdimmSystemInfo extends DynamicData {
  readonly summary?: NvdimmSummary | undefined;
  readonly dimms?: readonly number[] | undefined;
  readonly dimmInfo?: readonly NvdimmDimmInfo[] | undefined;
  readonly interleaveSet?: readonly number[] | undefined;
  readonly iSetInfo?: readonly NvdimmInterleaveSetInfo[] | undefined;
  readonly namespace?: readonly NvdimmGuid[] | undefined;
  readonly nsInfo?: readonly NvdimmNamespaceInfo[] | undefined;
  readonly nsDetails?: readonly NvdimmNamespaceDetails[] | undefined;
}

export interface ObjectContent extends DynamicData {
  readonly obj: Ref;
  readonly propSet?: readonly DynamicProperty[] | undefined;
  readonly missingSet?: readonly MissingProperty[] | undefined;
}

export interface ObjectSpec extends DynamicData {
  readonly obj: Ref;
  readonly skip?: boolean | undefined;
  readonly selectSet?: readonly SelectionSpec[] | undefined;
}

export interface ObjectUpdate extends DynamicData {
  readonly kind: ObjectUpdateKind;
  readonly obj: Ref;
  readonly changeSet?: readonly PropertyChange[] | undefined;
  readonly missingSet?: readonly MissingProperty[] | undefined;
}

export interface OnceTaskScheduler extends TaskScheduler {
  readonly runAt?: string | undefined;
}

export interface OpaqueNetworkCapability extends DynamicData {
  readonly networkReservationSupported: boolean;
}

export interface OpaqueNetworkSummary extends NetworkSummary {
  readonly opaqueNetworkId: string;
  readonly opaqueNetworkType: string;
}

export interface OpaqueNetworkTargetInfo extends VirtualMachineTargetInfo {
  readonly network: OpaqueNetworkSummary;
  readonly networkReservationSupported?: boolean | undefined;
}

export interface OpaqueSwitchProfile extends ApplyProfile {}

export interface OperationDisabledByGuest extends GuestOperationsFault {}

export interface OperationDisallowedOnHost extends RuntimeFault {}

export interface OperationNotSupportedByGuest extends GuestOperationsFault {}

export interface OptionDef extends ElementDescription {
  readonly optionType: OptionType;
}

export interface OptionProfile extends ApplyProfile {
  readonly key: string;
}

export interface OptionType extends DynamicData {
  readonly valueIsReadonly?: boolean | undefined;
}

export interface OptionValue extends DynamicData {
  readonly key: string;
  readonly value?: unknown;
}

export interface OrAlarmExpression extends AlarmExpression {
  readonly expression: readonly AlarmExpression[];
}

export interface OutOfBounds extends VimFault {
  readonly argumentName: string;
}

export interface OutOfSyncDvsHost extends DvsEvent {
  readonly hostOutOfSync: readonly DvsOutOfSyncHostArgument[];
}

export interface OvfAttribute extends OvfInvalidPackage {
  readonly elementName: string;
  readonly attributeName: string;
}

export interface OvfConnectedDevice extends OvfHardwareExport {}

export interface OvfConnectedDeviceFloppy extends OvfConnectedDevice {
  readonly filename: string;
}

export interface OvfConnectedDeviceIso extends OvfConnectedDevice {
  readonly filename: string;
}

export interface OvfConstraint extends OvfInvalidPackage {
  readonly name: string;
}

export interface OvfConsumerCallbackFault extends OvfFault {
  readonly extensionKey: string;
  readonly extensionName: string;
}

export interface OvfConsumerCommunicationError extends OvfConsumerCallbackFault {
  readonly description: string;
}

export interface OvfConsumerFault extends OvfConsumerCallbackFault {
  readonly errorKey: string;
  readonly message: string;
  readonly params?: readonly KeyValue[] | undefined;
}

export interface OvfConsumerInvalidSection extends OvfConsumerCallbackFault {
  readonly lineNumber: number;
  readonly description: string;
}

export interface OvfConsumerOstNode extends DynamicData {
  readonly id: string;
  readonly type: string;
  readonly section?: readonly OvfConsumerOvfSection[] | undefined;
  readonly child?: readonly OvfConsumerOstNode[] | undefined;
  readonly entity?: Ref<'ManagedEntity'> | undefined;
}

export interface OvfConsumerOvfSection extends DynamicData {
  readonly lineNumber: number;
  readonly xml: string;
}

export interface OvfConsumerPowerOnFault extends InvalidState {
  readonly extensionKey: string;
  readonly extensionName: string;
  readonly description: string;
}

export interface OvfConsumerUndeclaredSection extends OvfConsumerCallbackFault {
  readonly qualifiedSectionType: string;
}

export interface OvfConsumerUndefinedPrefix extends OvfConsumerCallbackFault {
  readonly prefix: string;
}

export interface OvfConsumerValidationFault extends VmConfigFault {
  readonly extensionKey: string;
  readonly extensionName: string;
  readonly message: string;
}

export interface OvfCpuCompatibility extends OvfImport {
  readonly registerName: string;
  readonly level: number;
  readonly registerValue: string;
  readonly desiredRegisterValue: string;
}

export interface OvfCpuCompatibilityCheckNotSupported extends OvfImport {}

export interface OvfCreateDescriptorParams extends DynamicData {
  readonly ovfFiles?: readonly OvfFile[] | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly includeImageFiles?: boolean | undefined;
  readonly exportOption?: readonly string[] | undefined;
  readonly snapshot?: Ref<'VirtualMachineSnapshot'> | undefined;
}

export interface OvfCreateDescriptorResult extends DynamicData {
  readonly ovfDescriptor: string;
  readonly error?: readonly LocalizedMethodFault[] | undefined;
  readonly warning?: readonly LocalizedMethodFault[] | undefined;
  readonly includeImageFiles?: boolean | undefined;
}

export interface OvfCreateImportSpecParams extends OvfManagerCommonParams {
  readonly entityName: string;
  readonly hostSystem?: Ref<'HostSystem'> | undefined;
  readonly networkMapping?: readonly OvfNetworkMapping[] | undefined;
  readonly ipAllocationPolicy?: string | undefined;
  readonly ipProtocol?: string | undefined;
  readonly propertyMapping?: readonly KeyValue[] | undefined;
  readonly resourceMapping?: readonly OvfResourceMap[] | undefined;
  readonly diskProvisioning?: string | undefined;
  readonly instantiationOst?: OvfConsumerOstNode | undefined;
}

export interface OvfCreateImportSpecResult extends DynamicData {
  readonly importSpec?: ImportSpec | undefined;
  readonly fileItem?: readonly OvfFileItem[] | undefined;
  readonly warning?: readonly LocalizedMethodFault[] | undefined;
  readonly error?: readonly LocalizedMethodFault[] | undefined;
}

export interface OvfDatastoreMapping extends DynamicData {
  readonly diskId: string;
  readonly datastore: Ref<'Datastore'>;
}

export interface OvfDeploymentOption extends DynamicData {
  readonly key: string;
  readonly label: string;
  readonly description: string;
}

export interface OvfDiskMappingNotFound extends OvfSystemFault {
  readonly diskName: string;
  readonly vmName: string;
}

export interface OvfDiskOrderConstraint extends OvfConstraint {}

export interface OvfDuplicateElement extends OvfElement {}

export interface OvfDuplicatedElementBoundary extends OvfElement {
  readonly boundary: string;
}

export interface OvfDuplicatedPropertyIdExport extends OvfExport {
  readonly fqid: string;
}

export interface OvfDuplicatedPropertyIdImport extends OvfExport {}

export interface OvfElement extends OvfInvalidPackage {
  readonly name: string;
}

export interface OvfElementInvalidValue extends OvfElement {
  readonly value: string;
}

export interface OvfExport extends OvfFault {}

export interface OvfExportFailed extends OvfExport {}

export interface OvfFault extends VimFault {}

export interface OvfFile extends DynamicData {
  readonly deviceId: string;
  readonly path: string;
  readonly compressionMethod?: string | undefined;
  readonly chunkSize?: number | undefined;
  readonly size: number;
  readonly capacity?: number | undefined;
  readonly populatedSize?: number | undefined;
}

export interface OvfFileItem extends DynamicData {
  readonly deviceId: string;
  readonly path: string;
  readonly compressionMethod?: string | undefined;
  readonly chunkSize?: number | undefined;
  readonly size?: number | undefined;
  readonly cimType: number;
  readonly create: boolean;
}

export interface OvfHardwareCheck extends OvfImport {}

export interface OvfHardwareExport extends OvfExport {
  readonly device?: VirtualDevice | undefined;
  readonly vmPath: string;
}

export interface OvfHostResourceConstraint extends OvfConstraint {
  readonly value: string;
}

export interface OvfHostValueNotParsed extends OvfSystemFault {
  readonly property: string;
  readonly value: string;
}

export interface OvfImport extends OvfFault {}

export interface OvfImportFailed extends OvfImport {}

export interface OvfImportParams extends OvfCreateImportSpecParams {
  readonly pushMode?: boolean | undefined;
  readonly signatureRequired?: boolean | undefined;
  readonly skipManifestCheck?: boolean | undefined;
  readonly powerOn?: boolean | undefined;
  readonly customHttpHeaders?: readonly KeyValue[] | undefined;
  readonly sourceCertificate?: string | undefined;
  readonly datastoreMappings?: readonly OvfDatastoreMapping[] | undefined;
  readonly vmProfile?: string | undefined;
  readonly diskProfiles?: readonly OvfStorageProfileMapping[] | undefined;
}

export interface OvfInternalError extends OvfSystemFault {}

export interface OvfInvalidPackage extends OvfFault {
  readonly lineNumber: number;
}

export interface OvfInvalidValue extends OvfAttribute {
  readonly value: string;
}

export interface OvfInvalidValueConfiguration extends OvfInvalidValue {}

export interface OvfInvalidValueEmpty extends OvfInvalidValue {}

export interface OvfInvalidValueFormatMalformed extends OvfInvalidValue {}

export interface OvfInvalidValueReference extends OvfInvalidValue {}

export interface OvfInvalidVmName extends OvfUnsupportedPackage {
  readonly name: string;
}

export interface OvfManagerCommonParams extends DynamicData {
  readonly locale: string;
  readonly deploymentOption: string;
  readonly msgBundle?: readonly KeyValue[] | undefined;
  readonly importOption?: readonly string[] | undefined;
}

export interface OvfMappedOsId extends OvfImport {
  readonly ovfId: number;
  readonly ovfDescription: string;
  readonly targetDescription: string;
}

export interface OvfMissingAttribute extends OvfAttribute {}

export interface OvfMissingElement extends OvfElement {}

export interface OvfMissingElementNormalBoundary extends OvfMissingElement {
  readonly boundary: string;
}

export interface OvfMissingHardware extends OvfImport {
  readonly name: string;
  readonly resourceType: number;
}

export interface OvfNetworkInfo extends DynamicData {
  readonly name: string;
  readonly description: string;
}

export interface OvfNetworkMapping extends DynamicData {
  readonly name: string;
  readonly network: Ref<'Network'>;
}

export interface OvfNetworkMappingNotSupported extends OvfImport {}

export interface OvfNoHostNic extends OvfUnsupportedPackage {}

export interface OvfNoSpaceOnController extends OvfUnsupportedElement {
  readonly parent: string;
}

export interface OvfNoSupportedHardwareFamily extends OvfUnsupportedPackage {
  readonly version: string;
}

export interface OvfOptionInfo extends DynamicData {
  readonly option: string;
  readonly description: LocalizableMessage;
}

export interface OvfParseDescriptorParams extends OvfManagerCommonParams {}

export interface OvfParseDescriptorResult extends DynamicData {
  readonly eula?: readonly string[] | undefined;
  readonly network?: readonly OvfNetworkInfo[] | undefined;
  readonly ipAllocationScheme?: readonly string[] | undefined;
  readonly ipProtocols?: readonly string[] | undefined;
  readonly property?: readonly VAppPropertyInfo[] | undefined;
  readonly productInfo?: VAppProductInfo | undefined;
  readonly annotation: string;
  readonly approximateDownloadSize?: number | undefined;
  readonly approximateFlatDeploymentSize?: number | undefined;
  readonly approximateSparseDeploymentSize?: number | undefined;
  readonly defaultEntityName: string;
  readonly virtualApp: boolean;
  readonly deploymentOption?: readonly OvfDeploymentOption[] | undefined;
  readonly defaultDeploymentOption: string;
  readonly entityName?: readonly KeyValue[] | undefined;
  readonly annotatedOst?: OvfConsumerOstNode | undefined;
  readonly error?: readonly LocalizedMethodFault[] | undefined;
  readonly warning?: readonly LocalizedMethodFault[] | undefined;
}

export interface OvfProperty extends OvfInvalidPackage {
  readonly type: string;
  readonly value: string;
}

export interface OvfPropertyExport extends OvfExport {
  readonly type: string;
  readonly value: string;
}

export interface OvfPropertyNetwork extends OvfProperty {}

export interface OvfPropertyNetworkExport extends OvfExport {
  readonly network: string;
}

export interface OvfPropertyQualifier extends OvfProperty {
  readonly qualifier: string;
}

export interface OvfPropertyQualifierDuplicate extends OvfProperty {
  readonly qualifier: string;
}

export interface OvfPropertyQualifierIgnored extends OvfProperty {
  readonly qualifier: string;
}

export interface OvfPropertyType extends OvfProperty {}

export interface OvfPropertyValue extends OvfProperty {}

export interface OvfResourceMap extends DynamicData {
  readonly source: string;
  readonly parent?: Ref<'ResourcePool'> | undefined;
  readonly resourceSpec?: ResourceConfigSpec | undefined;
  readonly datastore?: Ref<'Datastore'> | undefined;
}

export interface OvfStorageProfileMapping extends DynamicData {
  readonly diskId: string;
  readonly storageProfileId: string;
}

export interface OvfSystemFault extends OvfFault {}

export interface OvfToXmlUnsupportedElement extends OvfSystemFault {
  readonly name?: string | undefined;
}

export interface OvfUnableToExportDisk extends OvfHardwareExport {
  readonly diskName: string;
}

export interface OvfUnexpectedElement extends OvfElement {}

export interface OvfUnknownDevice extends OvfSystemFault {
  readonly device?: VirtualDevice | undefined;
  readonly vmName: string;
}

export interface OvfUnknownDeviceBacking extends OvfHardwareExport {
  readonly backing: VirtualDeviceBackingInfo;
}

export interface OvfUnknownEntity extends OvfSystemFault {
  readonly lineNumber: number;
}

export interface OvfUnsupportedAttribute extends OvfUnsupportedPackage {
  readonly elementName: string;
  readonly attributeName: string;
}

export interface OvfUnsupportedAttributeValue extends OvfUnsupportedAttribute {
  readonly value: string;
}

export interface OvfUnsupportedDeviceBackingInfo extends OvfSystemFault {
  readonly elementName?: string | undefined;
  readonly instanceId?: string | undefined;
  readonly deviceName: string;
  readonly backingName?: string | undefined;
}

export interface OvfUnsupportedDeviceBackingOption extends OvfSystemFault {
  readonly elementName?: string | undefined;
  readonly instanceId?: string | undefined;
  readonly deviceName: string;
  readonly backingName?: string | undefined;
}

export interface OvfUnsupportedDeviceExport extends OvfHardwareExport {}

export interface OvfUnsupportedDiskProvisioning extends OvfImport {
  readonly diskProvisioning: string;
  readonly supportedDiskProvisioning: string;
}

export interface OvfUnsupportedElement extends OvfUnsupportedPackage {
  readonly name: string;
}

export interface OvfUnsupportedElementValue extends OvfUnsupportedElement {
  readonly value: string;
}

export interface OvfUnsupportedPackage extends OvfFault {
  readonly lineNumber?: number | undefined;
}

export interface OvfUnsupportedSection extends OvfUnsupportedElement {
  readonly info: string;
}

export interface OvfUnsupportedSubType extends OvfUnsupportedPackage {
  readonly elementName: string;
  readonly instanceId: string;
  readonly deviceType: number;
  readonly deviceSubType: string;
}

export interface OvfUnsupportedType extends OvfUnsupportedPackage {
  readonly name: string;
  readonly instanceId: string;
  readonly deviceType: number;
}

export interface OvfValidateHostParams extends OvfManagerCommonParams {}

export interface OvfValidateHostResult extends DynamicData {
  readonly downloadSize?: number | undefined;
  readonly flatDeploymentSize?: number | undefined;
  readonly sparseDeploymentSize?: number | undefined;
  readonly error?: readonly LocalizedMethodFault[] | undefined;
  readonly warning?: readonly LocalizedMethodFault[] | undefined;
  readonly supportedDiskProvisioning?: readonly string[] | undefined;
}

export interface OvfWrongElement extends OvfElement {}

export interface OvfWrongNamespace extends OvfInvalidPackage {
  readonly namespaceName: string;
}

export interface OvfXmlFormat extends OvfInvalidPackage {
  readonly description: string;
}

export interface PMemDatastoreInfo extends DatastoreInfo {
  readonly pmem: HostPMemVolume;
}

export interface ParaVirtualSCSIController extends VirtualSCSIController {}

export interface ParaVirtualSCSIControllerOption extends VirtualSCSIControllerOption {}

export interface PassiveNodeDeploymentSpec extends NodeDeploymentSpec {
  readonly failoverIpSettings?: CustomizationIPSettings | undefined;
}

export interface PassiveNodeNetworkSpec extends NodeNetworkSpec {
  readonly failoverIpSettings?: CustomizationIPSettings | undefined;
}

export interface PasswordExpired extends InvalidLogin {}

export interface PasswordField extends DynamicData {
  readonly value: string;
}

export interface PatchAlreadyInstalled extends PatchNotApplicable {}

export interface PatchBinariesNotFound extends VimFault {
  readonly patchID: string;
  readonly binary?: readonly string[] | undefined;
}

export interface PatchInstallFailed extends PlatformConfigFault {
  readonly rolledBack: boolean;
}

export interface PatchIntegrityError extends PlatformConfigFault {}

export interface PatchMetadataCorrupted extends PatchMetadataInvalid {}

export interface PatchMetadataInvalid extends VimFault {
  readonly patchID: string;
  readonly metaData?: readonly string[] | undefined;
}

export interface PatchMetadataNotFound extends PatchMetadataInvalid {}

export interface PatchMissingDependencies extends PatchNotApplicable {
  readonly prerequisitePatch?: readonly string[] | undefined;
  readonly prerequisiteLib?: readonly string[] | undefined;
}

export interface PatchNotApplicable extends VimFault {
  readonly patchID: string;
}

export interface PatchSuperseded extends PatchNotApplicable {
  readonly supersede?: readonly string[] | undefined;
}

export interface PerfCompositeMetric extends DynamicData {
  readonly entity?: PerfEntityMetricBase | undefined;
  readonly childEntity?: readonly PerfEntityMetricBase[] | undefined;
}

export interface PerfCounterInfo extends DynamicData {
  readonly key: number;
  readonly nameInfo: ElementDescription;
  readonly groupInfo: ElementDescription;
  readonly unitInfo: ElementDescription;
  readonly rollupType: PerfSummaryType;
  readonly statsType: PerfStatsType;
  readonly level?: number | undefined;
  readonly perDeviceLevel?: number | undefined;
  readonly associatedCounterId?: readonly number[] | undefined;
}

export interface PerfEntityMetric extends PerfEntityMetricBase {
  readonly sampleInfo?: readonly PerfSampleInfo[] | undefined;
  readonly value?: readonly PerfMetricSeries[] | undefined;
}

export interface PerfEntityMetricBase extends DynamicData {
  readonly entity: Ref;
}

export interface PerfEntityMetricCSV extends PerfEntityMetricBase {
  readonly sampleInfoCSV: string;
  readonly value?: readonly PerfMetricSeriesCSV[] | undefined;
}

export interface PerfInterval extends DynamicData {
  readonly key?: number | undefined;
  readonly samplingPeriod: number;
  readonly name: string;
  readonly length: number;
  readonly level?: number | undefined;
  readonly enabled?: boolean | undefined;
}

export interface PerfMetricId extends DynamicData {
  readonly counterId: number;
  readonly instance: string;
}

export interface PerfMetricIntSeries extends PerfMetricSeries {
  readonly value?: readonly number[] | undefined;
}

export interface PerfMetricSeries extends DynamicData {
  readonly id: PerfMetricId;
}

export interface PerfMetricSeriesCSV extends PerfMetricSeries {
  readonly value?: string | undefined;
}

export interface PerfProviderSummary extends DynamicData {
  readonly entity: Ref;
  readonly currentSupported: boolean;
  readonly summarySupported: boolean;
  readonly refreshRate?: number | undefined;
}

export interface PerfQuerySpec extends DynamicData {
  readonly entity: Ref;
  readonly startTime?: string | undefined;
  readonly endTime?: string | undefined;
  readonly maxSample?: number | undefined;
  readonly metricId?: readonly PerfMetricId[] | undefined;
  readonly intervalId?: number | undefined;
  readonly format?: string | undefined;
}

export interface PerfSampleInfo extends DynamicData {
  readonly timestamp: string;
  readonly interval: number;
}

export interface PerformanceDescription extends DynamicData {
  readonly counterType: readonly ElementDescription[];
  readonly statsType: readonly ElementDescription[];
}

export interface PerformanceManagerCounterLevelMapping extends DynamicData {
  readonly counterId: number;
  readonly aggregateLevel?: number | undefined;
  readonly perDeviceLevel?: number | undefined;
}

export interface PerformanceStatisticsDescription extends DynamicData {
  readonly intervals?: readonly PerfInterval[] | undefined;
}

export interface Permission extends DynamicData {
  readonly entity?: Ref<'ManagedEntity'> | undefined;
  readonly principal: string;
  readonly group: boolean;
  readonly roleId: number;
  readonly propagate: boolean;
}

export interface PermissionAddedEvent extends PermissionEvent {
  readonly role: RoleEventArgument;
  readonly propagate: boolean;
}

export interface PermissionEvent extends AuthorizationEvent {
  readonly entity: ManagedEntityEventArgument;
  readonly principal: string;
  readonly group: boolean;
}

export interface PermissionProfile extends ApplyProfile {
  readonly key: string;
}

export interface PermissionRemovedEvent extends PermissionEvent {}

export interface PermissionUpdatedEvent extends PermissionEvent {
  readonly role: RoleEventArgument;
  readonly propagate: boolean;
  readonly prevRole?: RoleEventArgument | undefined;
  readonly prevPropagate?: boolean | undefined;
}

export interface PhysCompatRDMNotSupported extends RDMNotSupported {}

export interface PhysicalNic extends DynamicData {
  readonly key?: string | undefined;
  readonly device: string;
  readonly pci: string;
  readonly driver?: string | undefined;
  readonly driverVersion?: string | undefined;
  readonly firmwareVersion?: string | undefined;
  readonly linkSpeed?: PhysicalNicLinkInfo | undefined;
  readonly validLinkSpecification?: readonly PhysicalNicLinkInfo[] | undefined;
  readonly spec: PhysicalNicSpec;
  readonly wakeOnLanSupported?: boolean | undefined;
  readonly mac?: string | undefined;
  readonly fcoeConfiguration?: FcoeConfig | undefined;
  readonly vmDirectPathGen2Supported?: boolean | undefined;
  readonly vmDirectPathGen2SupportedMode?: string | undefined;
  readonly resourcePoolSchedulerAllowed?: boolean | undefined;
  readonly resourcePoolSchedulerDisallowedReason?: readonly string[] | undefined;
  readonly autoNegotiateSupported?: boolean | undefined;
  readonly enhancedNetworkingStackSupported?: boolean | undefined;
  readonly ensInterruptSupported?: boolean | undefined;
  readonly rdmaDevice?: string | undefined;
  readonly dpuId?: string | undefined;
  readonly perfNicOffloadSupported?: boolean | undefined;
}

export interface PhysicalNicCdpDeviceCapability extends DynamicData {
  readonly router: boolean;
  readonly transparentBridge: boolean;
  readonly sourceRouteBridge: boolean;
  readonly networkSwitch: boolean;
  readonly host: boolean;
  readonly igmpEnabled: boolean;
  readonly repeater: boolean;
}

export interface PhysicalNicCdpInfo extends DynamicData {
  readonly cdpVersion?: number | undefined;
  readonly timeout?: number | undefined;
  readonly ttl?: number | undefined;
  readonly samples?: number | undefined;
  readonly devId?: string | undefined;
  readonly address?: string | undefined;
  readonly portId?: string | undefined;
  readonly deviceCapability?: PhysicalNicCdpDeviceCapability | undefined;
  readonly softwareVersion?: string | undefined;
  readonly hardwarePlatform?: string | undefined;
  readonly ipPrefix?: string | undefined;
  readonly ipPrefixLen?: number | undefined;
  readonly vlan?: number | undefined;
  readonly fullDuplex?: boolean | undefined;
  readonly mtu?: number | undefined;
  readonly systemName?: string | undefined;
  readonly systemOID?: string | undefined;
  readonly mgmtAddr?: string | undefined;
  readonly location?: string | undefined;
}

export interface PhysicalNicConfig extends DynamicData {
  readonly device: string;
  readonly spec: PhysicalNicSpec;
}

export interface PhysicalNicHint extends DynamicData {
  readonly vlanId?: number | undefined;
}

export interface PhysicalNicHintInfo extends DynamicData {
  readonly device: string;
  readonly subnet?: readonly PhysicalNicIpHint[] | undefined;
  readonly network?: readonly PhysicalNicNameHint[] | undefined;
  readonly connectedSwitchPort?: PhysicalNicCdpInfo | undefined;
  readonly lldpInfo?: LinkLayerDiscoveryProtocolInfo | undefined;
}

export interface PhysicalNicIpHint extends PhysicalNicHint {
  readonly ipSubnet: string;
}

export interface PhysicalNicLinkInfo extends DynamicData {
  readonly speedMb: number;
  readonly duplex: boolean;
}

export interface PhysicalNicNameHint extends PhysicalNicHint {
  readonly network: string;
}

export interface PhysicalNicProfile extends ApplyProfile {
  readonly key: string;
}

export interface PhysicalNicSpec extends DynamicData {
  readonly ip?: HostIpConfig | undefined;
  readonly linkSpeed?: PhysicalNicLinkInfo | undefined;
  readonly enableEnhancedNetworkingStack?: boolean | undefined;
  readonly ensInterruptEnabled?: boolean | undefined;
}

export interface PinnedCertificate extends IoFilterManagerSslTrust {
  readonly sslCertificate: string;
}

export interface PlaceVmsXClusterSpecCandidateNetworks extends DynamicData {
  readonly networks?: readonly Ref<'Network'>[] | undefined;
}

export interface PlacementAction extends ClusterAction {
  readonly vm?: Ref<'VirtualMachine'> | undefined;
  readonly targetHost?: Ref<'HostSystem'> | undefined;
  readonly relocateSpec?: VirtualMachineRelocateSpec | undefined;
}

export interface PlacementAffinityRule extends DynamicData {
  readonly ruleType: string;
  readonly ruleScope: string;
  readonly vms?: readonly Ref<'VirtualMachine'>[] | undefined;
  readonly keys?: readonly string[] | undefined;
}

export interface PlacementRankResult extends DynamicData {
  readonly key: string;
  readonly candidate: Ref<'ClusterComputeResource'>;
  readonly reservedSpaceMB: number;
  readonly usedSpaceMB: number;
  readonly totalSpaceMB: number;
  readonly utilization: number;
  readonly faults?: readonly LocalizedMethodFault[] | undefined;
}

export interface PlacementRankSpec extends DynamicData {
  readonly specs: readonly PlacementSpec[];
  readonly clusters: readonly Ref<'ClusterComputeResource'>[];
  readonly rules?: readonly PlacementAffinityRule[] | undefined;
  readonly placementRankByVm?: readonly StorageDrsPlacementRankVmSpec[] | undefined;
}

export interface PlacementResult extends DynamicData {
  readonly recommendations?: readonly ClusterRecommendation[] | undefined;
  readonly drsFault?: ClusterDrsFaults | undefined;
}

export interface PlacementSpec extends DynamicData {
  readonly priority?: VirtualMachineMovePriority | undefined;
  readonly vm?: Ref<'VirtualMachine'> | undefined;
  readonly configSpec?: VirtualMachineConfigSpec | undefined;
  readonly relocateSpec?: VirtualMachineRelocateSpec | undefined;
  readonly hosts?: readonly Ref<'HostSystem'>[] | undefined;
  readonly datastores?: readonly Ref<'Datastore'>[] | undefined;
  readonly storagePods?: readonly Ref<'StoragePod'>[] | undefined;
  readonly disallowPrerequisiteMoves?: boolean | undefined;
  readonly rules?: readonly ClusterRuleInfo[] | undefined;
  readonly key?: string | undefined;
  readonly placementType?: string | undefined;
  readonly cloneSpec?: VirtualMachineCloneSpec | undefined;
  readonly cloneName?: string | undefined;
}

export interface PlatformConfigFault extends HostConfigFault {
  readonly text: string;
}

export interface PnicUplinkProfile extends ApplyProfile {
  readonly key: string;
}

export interface PodDiskLocator extends DynamicData {
  readonly diskId: number;
  readonly diskMoveType?: string | undefined;
  readonly diskBackingInfo?: VirtualDeviceBackingInfo | undefined;
  readonly profile?: readonly VirtualMachineProfileSpec[] | undefined;
}

export interface PodStorageDrsEntry extends DynamicData {
  readonly storageDrsConfig: StorageDrsConfigInfo;
  readonly recommendation?: readonly ClusterRecommendation[] | undefined;
  readonly drsFault?: readonly ClusterDrsFaults[] | undefined;
  readonly actionHistory?: readonly ClusterActionHistory[] | undefined;
}

export interface PodVMInfo extends DynamicData {
  readonly hasPageSharingPodVM: boolean;
  readonly podVMOverheadInfo: PodVMOverheadInfo;
}

export interface PodVMOverheadInfo extends DynamicData {
  readonly crxPageSharingSupported: boolean;
  readonly podVMOverheadWithoutPageSharing: number;
  readonly podVMOverheadWithPageSharing: number;
}

export interface PolicyOption extends DynamicData {
  readonly id: string;
  readonly parameter?: readonly KeyAnyValue[] | undefined;
}

export interface PortGroupProfile extends ApplyProfile {
  readonly key: string;
  readonly name: string;
  readonly vlan: VlanProfile;
  readonly vswitch: VirtualSwitchSelectionProfile;
  readonly networkPolicy: NetworkPolicyProfile;
}

export interface PosixUserSearchResult extends UserSearchResult {
  readonly id: number;
  readonly shellAccess?: boolean | undefined;
  readonly lastPasswordChange?: number | undefined;
  readonly maximumPasswordAge?: number | undefined;
}

export interface PowerOnFtSecondaryFailed extends VmFaultToleranceIssue {
  readonly vm: Ref<'VirtualMachine'>;
  readonly vmName: string;
  readonly hostSelectionBy: FtIssuesOnHostHostSelectionType;
  readonly hostErrors?: readonly LocalizedMethodFault[] | undefined;
  readonly rootCause: LocalizedMethodFault;
}

export interface PowerOnFtSecondaryTimedout extends Timedout {
  readonly vm: Ref<'VirtualMachine'>;
  readonly vmName: string;
  readonly timeout: number;
}

export interface PowerSystemCapability extends DynamicData {
  readonly availablePolicy: readonly HostPowerPolicy[];
}

export interface PowerSystemInfo extends DynamicData {
  readonly currentPolicy: HostPowerPolicy;
}

export interface PrivilegeAvailability extends DynamicData {
  readonly privId: string;
  readonly isGranted: boolean;
}

export interface PrivilegePolicyDef extends DynamicData {
  readonly createPrivilege: string;
  readonly readPrivilege: string;
  readonly updatePrivilege: string;
  readonly deletePrivilege: string;
}

export interface ProductComponentInfo extends DynamicData {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly release: number;
}

export interface ProfileApplyProfileElement extends ApplyProfile {
  readonly key: string;
}

export interface ProfileApplyProfileProperty extends DynamicData {
  readonly propertyName: string;
  readonly array: boolean;
  readonly profile?: readonly ApplyProfile[] | undefined;
}

export interface ProfileAssociatedEvent extends ProfileEvent {}

export interface ProfileChangedEvent extends ProfileEvent {}

export interface ProfileCompositeExpression extends ProfileExpression {
  readonly operator: string;
  readonly expressionName: readonly string[];
}

export interface ProfileCompositePolicyOptionMetadata extends ProfilePolicyOptionMetadata {
  readonly option: readonly string[];
}

export interface ProfileConfigInfo extends DynamicData {
  readonly name: string;
  readonly annotation?: string | undefined;
  readonly enabled: boolean;
}

export interface ProfileCreateSpec extends DynamicData {
  readonly name?: string | undefined;
  readonly annotation?: string | undefined;
  readonly enabled?: boolean | undefined;
}

export interface ProfileCreatedEvent extends ProfileEvent {}

export interface ProfileDeferredPolicyOptionParameter extends DynamicData {
  readonly inputPath: ProfilePropertyPath;
  readonly parameter?: readonly KeyAnyValue[] | undefined;
}

export interface ProfileDescription extends DynamicData {
  readonly section: readonly ProfileDescriptionSection[];
}

export interface ProfileDescriptionSection extends DynamicData {
  readonly description: ExtendedElementDescription;
  readonly message?: readonly LocalizableMessage[] | undefined;
}

export interface ProfileDissociatedEvent extends ProfileEvent {}

export interface ProfileEvent extends Event {
  readonly profile: ProfileEventArgument;
}

export interface ProfileEventArgument extends EventArgument {
  readonly profile: Ref<'Profile'>;
  readonly name: string;
}

export interface ProfileExecuteError extends DynamicData {
  readonly path?: ProfilePropertyPath | undefined;
  readonly message: LocalizableMessage;
}

export interface ProfileExecuteResult extends DynamicData {
  readonly status: string;
  readonly configSpec?: HostConfigSpec | undefined;
  readonly inapplicablePath?: readonly string[] | undefined;
  readonly requireInput?: readonly ProfileDeferredPolicyOptionParameter[] | undefined;
  readonly error?: readonly ProfileExecuteError[] | undefined;
}

export interface ProfileExpression extends DynamicData {
  readonly id: string;
  readonly displayName: string;
  readonly negated: boolean;
}

export interface ProfileExpressionMetadata extends DynamicData {
  readonly expressionId: ExtendedElementDescription;
  readonly parameter?: readonly ProfileParameterMetadata[] | undefined;
}

export interface ProfileMetadata extends DynamicData {
  readonly key: string;
  readonly profileTypeName?: string | undefined;
  readonly description?: ExtendedDescription | undefined;
  readonly sortSpec?: readonly ProfileMetadataProfileSortSpec[] | undefined;
  readonly profileCategory?: string | undefined;
  readonly profileComponent?: string | undefined;
  readonly operationMessages?: readonly ProfileMetadataProfileOperationMessage[] | undefined;
}

export interface ProfileMetadataProfileOperationMessage extends DynamicData {
  readonly operationName: string;
  readonly message: LocalizableMessage;
}

export interface ProfileMetadataProfileSortSpec extends DynamicData {
  readonly policyId: string;
  readonly parameter: string;
}

export interface ProfileParameterMetadata extends DynamicData {
  readonly id: ExtendedElementDescription;
  readonly type: string;
  readonly optional: boolean;
  readonly defaultValue?: unknown;
  readonly hidden?: boolean | undefined;
  readonly securitySensitive?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly parameterRelations?: readonly ProfileParameterMetadataParameterRelationMetadata[] | undefined;
}

export interface ProfileParameterMetadataParameterRelationMetadata extends DynamicData {
  readonly relationTypes?: readonly string[] | undefined;
  readonly values?: readonly unknown[] | undefined;
  readonly path?: ProfilePropertyPath | undefined;
  readonly minCount: number;
  readonly maxCount: number;
}

export interface ProfilePolicy extends DynamicData {
  readonly id: string;
  readonly policyOption: PolicyOption;
}

export interface ProfilePolicyMetadata extends DynamicData {
  readonly id: ExtendedElementDescription;
  readonly possibleOption: readonly ProfilePolicyOptionMetadata[];
}

export interface ProfilePolicyOptionMetadata extends DynamicData {
  readonly id: ExtendedElementDescription;
  readonly parameter?: readonly ProfileParameterMetadata[] | undefined;
}

export interface ProfileProfileStructure extends DynamicData {
  readonly profileTypeName: string;
  readonly child?: readonly ProfileProfileStructureProperty[] | undefined;
}

export interface ProfileProfileStructureProperty extends DynamicData {
  readonly propertyName: string;
  readonly array: boolean;
  readonly element: ProfileProfileStructure;
}

export interface ProfilePropertyPath extends DynamicData {
  readonly profilePath: string;
  readonly policyId?: string | undefined;
  readonly parameterId?: string | undefined;
  readonly policyOptionId?: string | undefined;
}

export interface ProfileReferenceHostChangedEvent extends ProfileEvent {
  readonly referenceHost?: Ref<'HostSystem'> | undefined;
  readonly referenceHostName?: string | undefined;
  readonly prevReferenceHostName?: string | undefined;
}

export interface ProfileRemovedEvent extends ProfileEvent {}

export interface ProfileSerializedCreateSpec extends ProfileCreateSpec {
  readonly profileConfigString: string;
}

export interface ProfileSimpleExpression extends ProfileExpression {
  readonly expressionType: string;
  readonly parameter?: readonly KeyAnyValue[] | undefined;
}

export interface ProfileUpdateFailed extends VimFault {
  readonly failure: readonly ProfileUpdateFailedUpdateFailure[];
  readonly warnings?: readonly ProfileUpdateFailedUpdateFailure[] | undefined;
}

export interface ProfileUpdateFailedUpdateFailure extends DynamicData {
  readonly profilePath: ProfilePropertyPath;
  readonly errMsg: LocalizableMessage;
}

export interface PropertyChange extends DynamicData {
  readonly name: string;
  readonly op: PropertyChangeOp;
  readonly val?: unknown;
}

export interface PropertyFilterSpec extends DynamicData {
  readonly propSet: readonly PropertySpec[];
  readonly objectSet: readonly ObjectSpec[];
  readonly reportMissingObjectsInResults?: boolean | undefined;
}

export interface PropertyFilterUpdate extends DynamicData {
  readonly filter: Ref<'PropertyFilter'>;
  readonly objectSet?: readonly ObjectUpdate[] | undefined;
  readonly missingSet?: readonly MissingObject[] | undefined;
}

export interface PropertySpec extends DynamicData {
  readonly type: string;
  readonly all?: boolean | undefined;
  readonly pathSet?: readonly string[] | undefined;
}

export interface QuarantineModeFault extends VmConfigFault {
  readonly vmName: string;
  readonly faultType: string;
}

export interface QuestionPending extends InvalidState {
  readonly text: string;
}

export interface QuiesceDatastoreIOForHAFailed extends ResourceInUse {
  readonly host: Ref<'HostSystem'>;
  readonly hostName: string;
  readonly ds: Ref<'Datastore'>;
  readonly dsName: string;
}

export interface RDMConversionNotSupported extends MigrationFault {
  readonly device: string;
}

export interface RDMNotPreserved extends MigrationFault {
  readonly device: string;
}

export interface RDMNotSupported extends DeviceNotSupported {}

export interface RDMNotSupportedOnDatastore extends VmConfigFault {
  readonly device: string;
  readonly datastore: Ref<'Datastore'>;
  readonly datastoreName: string;
}

export interface RDMPointsToInaccessibleDisk extends CannotAccessVmDisk {}

export interface RawDiskNotSupported extends DeviceNotSupported {}

export interface ReadHostResourcePoolTreeFailed extends HostConnectFault {}

export interface ReadOnlyDisksWithLegacyDestination extends MigrationFault {
  readonly roDiskCount: number;
  readonly timeoutDanger: boolean;
}

export interface RebootRequired extends VimFault {
  readonly patch?: string | undefined;
}

export interface RecordReplayDisabled extends VimFault {}

export interface RecoveryEvent extends DvsEvent {
  readonly hostName: string;
  readonly portKey: string;
  readonly dvsUuid?: string | undefined;
  readonly vnic?: string | undefined;
}

export interface RecurrentTaskScheduler extends TaskScheduler {
  readonly interval: number;
}

export interface ReflectManagedMethodExecuterSoapArgument extends DynamicData {
  readonly name: string;
  readonly val: string;
}

export interface ReflectManagedMethodExecuterSoapFault extends DynamicData {
  readonly faultMsg: string;
  readonly faultDetail?: string | undefined;
}

export interface ReflectManagedMethodExecuterSoapResult extends DynamicData {
  readonly response?: string | undefined;
  readonly fault?: ReflectManagedMethodExecuterSoapFault | undefined;
}

export interface Relation extends DynamicData {
  readonly constraint?: string | undefined;
  readonly name: string;
  readonly version?: string | undefined;
}

export interface RemoteDeviceNotSupported extends DeviceNotSupported {}

export interface RemoteTSMEnabledEvent extends HostEvent {}

export interface RemoveFailed extends VimFault {}

export interface ReplicationConfigFault extends ReplicationFault {}

export interface ReplicationConfigSpec extends DynamicData {
  readonly generation: number;
  readonly vmReplicationId: string;
  readonly destination: string;
  readonly port: number;
  readonly rpo: number;
  readonly quiesceGuestEnabled: boolean;
  readonly paused: boolean;
  readonly oppUpdatesEnabled: boolean;
  readonly netCompressionEnabled?: boolean | undefined;
  readonly netEncryptionEnabled?: boolean | undefined;
  readonly encryptionDestination?: string | undefined;
  readonly additionalEncryptionDestination?: readonly string[] | undefined;
  readonly encryptionPort?: number | undefined;
  readonly remoteCertificateThumbprint?: string | undefined;
  readonly dataSetsReplicationEnabled?: boolean | undefined;
  readonly useHbrProxyHttpPreamble?: boolean | undefined;
  readonly disk?: readonly ReplicationInfoDiskSettings[] | undefined;
}

export interface ReplicationDiskConfigFault extends ReplicationConfigFault {
  readonly reason?: string | undefined;
  readonly vmRef?: Ref<'VirtualMachine'> | undefined;
  readonly key?: number | undefined;
}

export interface ReplicationFault extends VimFault {}

export interface ReplicationGroupId extends DynamicData {
  readonly faultDomainId: FaultDomainId;
  readonly deviceGroupId: DeviceGroupId;
}

export interface ReplicationIncompatibleWithFT extends ReplicationFault {}

export interface ReplicationInfoDiskSettings extends DynamicData {
  readonly key: number;
  readonly diskReplicationId: string;
}

export interface ReplicationInvalidOptions extends ReplicationFault {
  readonly options: string;
  readonly entity?: Ref<'ManagedEntity'> | undefined;
}

export interface ReplicationNotSupportedOnHost extends ReplicationFault {}

export interface ReplicationSpec extends DynamicData {
  readonly replicationGroupId: ReplicationGroupId;
}

export interface ReplicationVmConfigFault extends ReplicationConfigFault {
  readonly reason?: string | undefined;
  readonly vmRef?: Ref<'VirtualMachine'> | undefined;
}

export interface ReplicationVmFault extends ReplicationFault {
  readonly reason: string;
  readonly state?: string | undefined;
  readonly instanceId?: string | undefined;
  readonly vm: Ref<'VirtualMachine'>;
}

export interface ReplicationVmInProgressFault extends ReplicationVmFault {
  readonly requestedActivity: string;
  readonly inProgressActivity: string;
}

export interface ReplicationVmProgressInfo extends DynamicData {
  readonly progress: number;
  readonly bytesTransferred: number;
  readonly bytesToTransfer: number;
  readonly checksumTotalBytes?: number | undefined;
  readonly checksumComparedBytes?: number | undefined;
}

export interface RequestCanceled extends RuntimeFault {}

export interface ResourceAllocationInfo extends DynamicData {
  readonly reservation?: number | undefined;
  readonly expandableReservation?: boolean | undefined;
  readonly limit?: number | undefined;
  readonly shares?: SharesInfo | undefined;
  readonly overheadLimit?: number | undefined;
}

export interface ResourceAllocationOption extends DynamicData {
  readonly sharesOption: SharesOption;
}

export interface ResourceConfigOption extends DynamicData {
  readonly cpuAllocationOption: ResourceAllocationOption;
  readonly memoryAllocationOption: ResourceAllocationOption;
}

export interface ResourceConfigSpec extends DynamicData {
  readonly entity?: Ref<'ManagedEntity'> | undefined;
  readonly changeVersion?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly cpuAllocation: ResourceAllocationInfo;
  readonly memoryAllocation: ResourceAllocationInfo;
  readonly scaleDescendantsShares?: string | undefined;
}

export interface ResourceInUse extends VimFault {
  readonly type?: string | undefined;
  readonly name?: string | undefined;
}

export interface ResourceNotAvailable extends VimFault {
  readonly containerType?: string | undefined;
  readonly containerName?: string | undefined;
  readonly type?: string | undefined;
}

export interface ResourcePoolCreatedEvent extends ResourcePoolEvent {
  readonly parent: ResourcePoolEventArgument;
}

export interface ResourcePoolDestroyedEvent extends ResourcePoolEvent {}

export interface ResourcePoolEvent extends Event {
  readonly resourcePool: ResourcePoolEventArgument;
}

export interface ResourcePoolEventArgument extends EntityEventArgument {
  readonly resourcePool: Ref<'ResourcePool'>;
}

export interface ResourcePoolMovedEvent extends ResourcePoolEvent {
  readonly oldParent: ResourcePoolEventArgument;
  readonly newParent: ResourcePoolEventArgument;
}

export interface ResourcePoolQuickStats extends DynamicData {
  readonly overallCpuUsage?: number | undefined;
  readonly overallCpuDemand?: number | undefined;
  readonly guestMemoryUsage?: number | undefined;
  readonly hostMemoryUsage?: number | undefined;
  readonly distributedCpuEntitlement?: number | undefined;
  readonly distributedMemoryEntitlement?: number | undefined;
  readonly staticCpuEntitlement?: number | undefined;
  readonly staticMemoryEntitlement?: number | undefined;
  readonly privateMemory?: number | undefined;
  readonly sharedMemory?: number | undefined;
  readonly swappedMemory?: number | undefined;
  readonly balloonedMemory?: number | undefined;
  readonly overheadMemory?: number | undefined;
  readonly consumedOverheadMemory?: number | undefined;
  readonly compressedMemory?: number | undefined;
}

export interface ResourcePoolReconfiguredEvent extends ResourcePoolEvent {
  readonly configChanges?: ChangesInfoEventArgument | undefined;
}

export interface ResourcePoolResourceUsage extends DynamicData {
  readonly reservationUsed: number;
  readonly reservationUsedForVm: number;
  readonly unreservedForPool: number;
  readonly unreservedForVm: number;
  readonly overallUsage: number;
  readonly maxUsage: number;
}

export interface ResourcePoolRuntimeInfo extends DynamicData {
  readonly memory: ResourcePoolResourceUsage;
  readonly cpu: ResourcePoolResourceUsage;
  readonly overallStatus: ManagedEntityStatus;
  readonly sharesScalable?: string | undefined;
}

export interface ResourcePoolSummary extends DynamicData {
  readonly name: string;
  readonly config: ResourceConfigSpec;
  readonly runtime: ResourcePoolRuntimeInfo;
  readonly quickStats?: ResourcePoolQuickStats | undefined;
  readonly configuredMemoryMB?: number | undefined;
}

export interface ResourceViolatedEvent extends ResourcePoolEvent {}

export interface RestrictedByAdministrator extends RuntimeFault {
  readonly details: string;
}

export interface RestrictedVersion extends SecurityError {}

export interface RetrieveOptions extends DynamicData {
  readonly maxObjects?: number | undefined;
}

export interface RetrieveResult extends DynamicData {
  readonly token?: string | undefined;
  readonly objects: readonly ObjectContent[];
}

export interface RetrieveVStorageObjSpec extends DynamicData {
  readonly id: ID;
  readonly datastore: Ref<'Datastore'>;
}

export interface RoleAddedEvent extends RoleEvent {
  readonly privilegeList?: readonly string[] | undefined;
}

export interface RoleEvent extends AuthorizationEvent {
  readonly role: RoleEventArgument;
}

export interface RoleEventArgument extends EventArgument {
  readonly roleId: number;
  readonly name: string;
}

export interface RoleRemovedEvent extends RoleEvent {}

export interface RoleUpdatedEvent extends RoleEvent {
  readonly privilegeList?: readonly string[] | undefined;
  readonly prevRoleName?: string | undefined;
  readonly privilegesAdded?: readonly string[] | undefined;
  readonly privilegesRemoved?: readonly string[] | undefined;
}

export interface RollbackEvent extends DvsEvent {
  readonly hostName: string;
  readonly methodName?: string | undefined;
}

export interface RollbackFailure extends DvsFault {
  readonly entityName: string;
  readonly entityType: string;
}

export interface RuleViolation extends VmConfigFault {
  readonly host?: Ref<'HostSystem'> | undefined;
  readonly rule?: ClusterRuleInfo | undefined;
}

export interface RunScriptAction extends Action {
  readonly script: string;
}

export interface RuntimeFault extends MethodFault {}

export interface SAMLTokenAuthentication extends GuestAuthentication {
  readonly token: string;
  readonly username?: string | undefined;
}

export interface SDDCBase extends DynamicData {}

export interface SSLDisabledFault extends HostConnectFault {}

export interface SSLVerifyFault extends HostConnectFault {
  readonly selfSigned: boolean;
  readonly thumbprint?: string | undefined;
  readonly certificate?: string | undefined;
}

export interface SSPIAuthentication extends GuestAuthentication {
  readonly sspiToken: string;
}

export interface SSPIChallenge extends VimFault {
  readonly base64Token: string;
}

export interface ScheduledHardwareUpgradeInfo extends DynamicData {
  readonly upgradePolicy?: string | undefined;
  readonly versionKey?: string | undefined;
  readonly scheduledHardwareUpgradeStatus?: string | undefined;
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface ScheduledTaskCompletedEvent extends ScheduledTaskEvent {}

export interface ScheduledTaskCreatedEvent extends ScheduledTaskEvent {}

export interface ScheduledTaskDescription extends DynamicData {
  readonly action: readonly TypeDescription[];
  readonly schedulerInfo: readonly ScheduledTaskDetail[];
  readonly state: readonly ElementDescription[];
  readonly dayOfWeek: readonly ElementDescription[];
  readonly weekOfMonth: readonly ElementDescription[];
}

export interface ScheduledTaskDetail extends TypeDescription {
  readonly frequency: string;
}

export interface ScheduledTaskEmailCompletedEvent extends ScheduledTaskEvent {
  readonly to: string;
}

export interface ScheduledTaskEmailFailedEvent extends ScheduledTaskEvent {
  readonly to: string;
  readonly reason: LocalizedMethodFault;
}

export interface ScheduledTaskEvent extends Event {
  readonly scheduledTask: ScheduledTaskEventArgument;
  readonly entity: ManagedEntityEventArgument;
}

export interface ScheduledTaskEventArgument extends EntityEventArgument {
  readonly scheduledTask: Ref<'ScheduledTask'>;
}

export interface ScheduledTaskFailedEvent extends ScheduledTaskEvent {
  readonly reason: LocalizedMethodFault;
}

export interface ScheduledTaskInfo extends ScheduledTaskSpec {
  readonly scheduledTask: Ref<'ScheduledTask'>;
  readonly entity: Ref<'ManagedEntity'>;
  readonly lastModifiedTime: string;
  readonly lastModifiedUser: string;
  readonly nextRunTime?: string | undefined;
  readonly prevRunTime?: string | undefined;
  readonly state: TaskInfoState;
  readonly error?: LocalizedMethodFault | undefined;
  readonly result?: unknown;
  readonly progress?: number | undefined;
  readonly activeTask?: Ref<'Task'> | undefined;
  readonly taskObject?: Ref | undefined;
}

export interface ScheduledTaskReconfiguredEvent extends ScheduledTaskEvent {
  readonly configChanges?: ChangesInfoEventArgument | undefined;
}

export interface ScheduledTaskRemovedEvent extends ScheduledTaskEvent {}

export interface ScheduledTaskSpec extends DynamicData {
  readonly name: string;
  readonly description: string;
  readonly enabled: boolean;
  readonly scheduler: TaskScheduler;
  readonly action: Action;
  readonly notification?: string | undefined;
}

export interface ScheduledTaskStartedEvent extends ScheduledTaskEvent {}

export interface ScsiLun extends HostDevice {
  readonly key?: string | undefined;
  readonly uuid: string;
  readonly descriptor?: readonly ScsiLunDescriptor[] | undefined;
  readonly canonicalName?: string | undefined;
  readonly displayName?: string | undefined;
  readonly lunType: string;
  readonly vendor?: string | undefined;
  readonly model?: string | undefined;
  readonly revision?: string | undefined;
  readonly scsiLevel?: number | undefined;
  readonly serialNumber?: string | undefined;
  readonly durableName?: ScsiLunDurableName | undefined;
  readonly alternateName?: readonly ScsiLunDurableName[] | undefined;
  readonly standardInquiry?: readonly number[] | undefined;
  readonly queueDepth?: number | undefined;
  readonly operationalState: readonly string[];
  readonly capabilities?: ScsiLunCapabilities | undefined;
  readonly vStorageSupport?: string | undefined;
  readonly protocolEndpoint?: boolean | undefined;
  readonly perenniallyReserved?: boolean | undefined;
  readonly clusteredVmdkSupported?: boolean | undefined;
  readonly applicationProtocol?: string | undefined;
  readonly dispersedNs?: boolean | undefined;
  readonly deviceReservation?: string | undefined;
}

export interface ScsiLunCapabilities extends DynamicData {
  readonly updateDisplayNameSupported: boolean;
}

export interface ScsiLunDescriptor extends DynamicData {
  readonly quality: string;
  readonly id: string;
}

export interface ScsiLunDurableName extends DynamicData {
  readonly namespace: string;
  readonly namespaceId: number;
  readonly data?: readonly number[] | undefined;
}

export interface SeSparseVirtualDiskSpec extends FileBackedVirtualDiskSpec {
  readonly grainSizeKb?: number | undefined;
}

export interface SearchIndexFilter extends DynamicData {
  readonly predicates?: readonly SearchIndexPredicate[] | undefined;
}

export interface SearchIndexIterationSpec extends DynamicData {
  readonly marker?: string | undefined;
  readonly limit?: number | undefined;
}

export interface SearchIndexOptionalValue extends DynamicData {
  readonly value?: unknown;
}

export interface SearchIndexPredicate extends DynamicData {
  readonly propertyPath: string;
  readonly operator: string;
  readonly arrayOperator?: string | undefined;
  readonly comparableValue?: unknown;
  readonly comparableList?: readonly unknown[] | undefined;
}

export interface SearchIndexQuerySpec extends DynamicData {
  readonly properties?: readonly string[] | undefined;
  readonly resourceType: string;
  readonly filters?: readonly SearchIndexFilter[] | undefined;
  readonly returnTotalCount?: boolean | undefined;
  readonly limit?: number | undefined;
}

export interface SearchIndexResourceItem extends DynamicData {
  readonly propertyValues?: readonly SearchIndexOptionalValue[] | undefined;
}

export interface SearchIndexResultSet extends DynamicData {
  readonly properties?: readonly string[] | undefined;
  readonly items?: readonly SearchIndexResourceItem[] | undefined;
  readonly totalCount?: number | undefined;
  readonly marker?: string | undefined;
}

export interface SecondaryVmAlreadyDisabled extends VmFaultToleranceIssue {
  readonly instanceUuid: string;
}

export interface SecondaryVmAlreadyEnabled extends VmFaultToleranceIssue {
  readonly instanceUuid: string;
}

export interface SecondaryVmAlreadyRegistered extends VmFaultToleranceIssue {
  readonly instanceUuid: string;
}

export interface SecondaryVmNotRegistered extends VmFaultToleranceIssue {
  readonly instanceUuid: string;
}

export interface SecurityError extends RuntimeFault {}

export interface SecurityProfile extends ApplyProfile {
  readonly permission?: readonly PermissionProfile[] | undefined;
}

export interface SelectionSet extends DynamicData {}

export interface SelectionSpec extends DynamicData {
  readonly name?: string | undefined;
}

export interface SendEmailAction extends Action {
  readonly toList: string;
  readonly ccList: string;
  readonly subject: string;
  readonly body: string;
}

export interface SendSNMPAction extends Action {}

export interface ServerLicenseExpiredEvent extends LicenseEvent {
  readonly product: string;
}

export interface ServerStartedSessionEvent extends SessionEvent {}

export interface ServiceConsolePortGroupProfile extends PortGroupProfile {
  readonly ipConfig: IpAddressProfile;
}

export interface ServiceConsoleReservationInfo extends DynamicData {
  readonly serviceConsoleReservedCfg: number;
  readonly serviceConsoleReserved: number;
  readonly unreserved: number;
}

export interface ServiceContent extends DynamicData {
  readonly rootFolder: Ref<'Folder'>;
  readonly propertyCollector: Ref<'PropertyCollector'>;
  readonly viewManager?: Ref<'ViewManager'> | undefined;
  readonly about: AboutInfo;
  readonly setting?: Ref<'OptionManager'> | undefined;
  readonly userDirectory?: Ref<'UserDirectory'> | undefined;
  readonly sessionManager?: Ref<'SessionManager'> | undefined;
  readonly authorizationManager?: Ref<'AuthorizationManager'> | undefined;
  readonly serviceManager?: Ref<'ServiceManager'> | undefined;
  readonly perfManager?: Ref<'PerformanceManager'> | undefined;
  readonly scheduledTaskManager?: Ref<'ScheduledTaskManager'> | undefined;
  readonly alarmManager?: Ref<'AlarmManager'> | undefined;
  readonly eventManager?: Ref<'EventManager'> | undefined;
  readonly taskManager?: Ref<'TaskManager'> | undefined;
  readonly extensionManager?: Ref<'ExtensionManager'> | undefined;
  readonly customizationSpecManager?: Ref<'CustomizationSpecManager'> | undefined;
  readonly guestCustomizationManager?: Ref<'VirtualMachineGuestCustomizationManager'> | undefined;
  readonly customFieldsManager?: Ref<'CustomFieldsManager'> | undefined;
  readonly accountManager?: Ref<'HostLocalAccountManager'> | undefined;
  readonly diagnosticManager?: Ref<'DiagnosticManager'> | undefined;
  readonly licenseManager?: Ref<'LicenseManager'> | undefined;
  readonly searchIndex?: Ref<'SearchIndex'> | undefined;
  readonly fileManager?: Ref<'FileManager'> | undefined;
  readonly datastoreNamespaceManager?: Ref<'DatastoreNamespaceManager'> | undefined;
  readonly virtualDiskManager?: Ref<'VirtualDiskManager'> | undefined;
  readonly virtualizationManager?: Ref<'VirtualizationManager'> | undefined;
  readonly snmpSystem?: Ref<'HostSnmpSystem'> | undefined;
  readonly vmProvisioningChecker?: Ref<'VirtualMachineProvisioningChecker'> | undefined;
  readonly vmCompatibilityChecker?: Ref<'VirtualMachineCompatibilityChecker'> | undefined;
  readonly ovfManager?: Ref<'OvfManager'> | undefined;
  readonly ipPoolManager?: Ref<'IpPoolManager'> | undefined;
  readonly dvSwitchManager?: Ref<'DistributedVirtualSwitchManager'> | undefined;
  readonly hostProfileManager?: Ref<'HostProfileManager'> | undefined;
  readonly clusterProfileManager?: Ref<'ClusterProfileManager'> | undefined;
  readonly complianceManager?: Ref<'ProfileComplianceManager'> | undefined;
  readonly localizationManager?: Ref<'LocalizationManager'> | undefined;
  readonly storageResourceManager?: Ref<'StorageResourceManager'> | undefined;
  readonly guestOperationsManager?: Ref<'GuestOperationsManager'> | undefined;
  readonly overheadMemoryManager?: Ref<'OverheadMemoryManager'> | undefined;
  readonly certificateManager?: Ref<'CertificateManager'> | undefined;
  readonly ioFilterManager?: Ref<'IoFilterManager'> | undefined;
  readonly vStorageObjectManager?: Ref<'VStorageObjectManagerBase'> | undefined;
  readonly hostSpecManager?: Ref<'HostSpecificationManager'> | undefined;
  readonly cryptoManager?: Ref<'CryptoManager'> | undefined;
  readonly healthUpdateManager?: Ref<'HealthUpdateManager'> | undefined;
  readonly failoverClusterConfigurator?: Ref<'FailoverClusterConfigurator'> | undefined;
  readonly failoverClusterManager?: Ref<'FailoverClusterManager'> | undefined;
  readonly tenantManager?: Ref<'TenantTenantManager'> | undefined;
  readonly siteInfoManager?: Ref<'SiteInfoManager'> | undefined;
  readonly storageQueryManager?: Ref<'StorageQueryManager'> | undefined;
  readonly directPathProfileManager?: Ref<'DirectPathProfileManager'> | undefined;
}

export interface ServiceLocator extends DynamicData {
  readonly instanceUuid: string;
  readonly url: string;
  readonly credential: ServiceLocatorCredential;
  readonly sslThumbprint?: string | undefined;
  readonly sslCertificate?: string | undefined;
}

export interface ServiceLocatorCredential extends DynamicData {}

export interface ServiceLocatorNamePassword extends ServiceLocatorCredential {
  readonly username: string;
  readonly password: string;
}

export interface ServiceLocatorSAMLCredential extends ServiceLocatorCredential {
  readonly token?: string | undefined;
}

export interface ServiceManagerServiceInfo extends DynamicData {
  readonly serviceName: string;
  readonly location?: readonly string[] | undefined;
  readonly service: Ref;
  readonly description: string;
}

export interface ServiceProfile extends ApplyProfile {
  readonly key: string;
}

export interface SessionEvent extends Event {}

export interface SessionManagerGenericServiceTicket extends DynamicData {
  readonly id: string;
  readonly hostName?: string | undefined;
  readonly sslThumbprint?: string | undefined;
  readonly certThumbprintList?: readonly VirtualMachineCertThumbprint[] | undefined;
  readonly sslCertificate?: string | undefined;
  readonly ticketType?: string | undefined;
}

export interface SessionManagerHttpServiceRequestSpec extends SessionManagerServiceRequestSpec {
  readonly method?: string | undefined;
  readonly url: string;
}

export interface SessionManagerLocalTicket extends DynamicData {
  readonly userName: string;
  readonly passwordFilePath: string;
}

export interface SessionManagerServiceRequestSpec extends DynamicData {}

export interface SessionManagerVmomiServiceRequestSpec extends SessionManagerServiceRequestSpec {
  readonly method: string;
}

export interface SessionNotFound extends RuntimeFault {}

export interface SessionTerminatedEvent extends SessionEvent {
  readonly sessionId: string;
  readonly terminatedUsername: string;
}

export interface SharedBusControllerNotSupported extends DeviceNotSupported {}

export interface SharesInfo extends DynamicData {
  readonly shares: number;
  readonly level: SharesLevel;
}

export interface SharesOption extends DynamicData {
  readonly sharesOption: IntOption;
  readonly defaultLevel: SharesLevel;
}

export interface ShrinkDiskFault extends VimFault {
  readonly diskId?: number | undefined;
}

export interface SingleIp extends IpAddress {
  readonly address: string;
}

export interface SingleMac extends MacAddress {
  readonly address: string;
}

export interface SiteInfo extends DynamicData {}

export interface SnapshotCloneNotSupported extends SnapshotCopyNotSupported {}

export interface SnapshotCopyNotSupported extends MigrationFault {}

export interface SnapshotDisabled extends SnapshotFault {}

export interface SnapshotFault extends VimFault {}

export interface SnapshotIncompatibleDeviceInVm extends SnapshotFault {
  readonly fault: LocalizedMethodFault;
}

export interface SnapshotLocked extends SnapshotFault {}

export interface SnapshotMoveFromNonHomeNotSupported extends SnapshotCopyNotSupported {}

export interface SnapshotMoveNotSupported extends SnapshotCopyNotSupported {}

export interface SnapshotMoveToNonHomeNotSupported extends SnapshotCopyNotSupported {}

export interface SnapshotNoChange extends SnapshotFault {}

export interface SnapshotRevertIssue extends MigrationFault {
  readonly snapshotName?: string | undefined;
  readonly event?: readonly Event[] | undefined;
  readonly errors: boolean;
}

export interface SnapshotSelectionSpec extends DynamicData {
  readonly retentionDays?: number | undefined;
}

export interface SoftRuleVioCorrectionDisallowed extends VmConfigFault {
  readonly vmName: string;
}

export interface SoftRuleVioCorrectionImpact extends VmConfigFault {
  readonly vmName: string;
}

export interface SoftwarePackage extends DynamicData {
  readonly name: string;
  readonly version: string;
  readonly type: string;
  readonly vendor: string;
  readonly acceptanceLevel: string;
  readonly summary: string;
  readonly description: string;
  readonly referenceURL?: readonly string[] | undefined;
  readonly creationDate?: string | undefined;
  readonly depends?: readonly Relation[] | undefined;
  readonly conflicts?: readonly Relation[] | undefined;
  readonly replaces?: readonly Relation[] | undefined;
  readonly provides?: readonly string[] | undefined;
  readonly maintenanceModeRequired?: boolean | undefined;
  readonly hardwarePlatformsRequired?: readonly string[] | undefined;
  readonly capability: SoftwarePackageCapability;
  readonly tag?: readonly string[] | undefined;
  readonly payload?: readonly string[] | undefined;
}

export interface SoftwarePackageCapability extends DynamicData {
  readonly liveInstallAllowed?: boolean | undefined;
  readonly liveRemoveAllowed?: boolean | undefined;
  readonly statelessReady?: boolean | undefined;
  readonly overlay?: boolean | undefined;
}

export interface SolutionUserRequired extends SecurityError {}

export interface SourceNodeSpec extends DynamicData {
  readonly managementVc: ServiceLocator;
  readonly activeVc: Ref<'VirtualMachine'>;
}

export interface SsdDiskNotAvailable extends VimFault {
  readonly devicePath: string;
}

export interface StateAlarmExpression extends AlarmExpression {
  readonly operator: StateAlarmOperator;
  readonly type: string;
  readonly statePath: string;
  readonly yellow?: string | undefined;
  readonly red?: string | undefined;
}

export interface StaticRouteProfile extends ApplyProfile {
  readonly key?: string | undefined;
}

export interface StorageDrsAutomationConfig extends DynamicData {
  readonly spaceLoadBalanceAutomationMode?: string | undefined;
  readonly ioLoadBalanceAutomationMode?: string | undefined;
  readonly ruleEnforcementAutomationMode?: string | undefined;
  readonly policyEnforcementAutomationMode?: string | undefined;
  readonly vmEvacuationAutomationMode?: string | undefined;
}

export interface StorageDrsCannotMoveDiskInMultiWriterMode extends VimFault {}

export interface StorageDrsCannotMoveFTVm extends VimFault {}

export interface StorageDrsCannotMoveIndependentDisk extends VimFault {}

export interface StorageDrsCannotMoveManuallyPlacedSwapFile extends VimFault {}

export interface StorageDrsCannotMoveManuallyPlacedVm extends VimFault {}

export interface StorageDrsCannotMoveSharedDisk extends VimFault {}

export interface StorageDrsCannotMoveTemplate extends VimFault {}

export interface StorageDrsCannotMoveVmInUserFolder extends VimFault {}

export interface StorageDrsCannotMoveVmWithMountedCDROM extends VimFault {}

export interface StorageDrsCannotMoveVmWithNoFilesInLayout extends VimFault {}

export interface StorageDrsConfigInfo extends DynamicData {
  readonly podConfig: StorageDrsPodConfigInfo;
  readonly vmConfig?: readonly StorageDrsVmConfigInfo[] | undefined;
}

export interface StorageDrsConfigSpec extends DynamicData {
  readonly podConfigSpec?: StorageDrsPodConfigSpec | undefined;
  readonly vmConfigSpec?: readonly StorageDrsVmConfigSpec[] | undefined;
}

export interface StorageDrsDatacentersCannotShareDatastore extends VimFault {}

export interface StorageDrsDisabledOnVm extends VimFault {}

export interface StorageDrsHbrDiskNotMovable extends VimFault {
  readonly nonMovableDiskIds: string;
}

export interface StorageDrsHmsMoveInProgress extends VimFault {}

export interface StorageDrsHmsUnreachable extends VimFault {}

export interface StorageDrsIoLoadBalanceConfig extends DynamicData {
  readonly reservablePercentThreshold?: number | undefined;
  readonly reservableIopsThreshold?: number | undefined;
  readonly reservableThresholdMode?: string | undefined;
  readonly ioLatencyThreshold?: number | undefined;
  readonly ioLoadImbalanceThreshold?: number | undefined;
}

export interface StorageDrsIolbDisabledInternally extends VimFault {}

export interface StorageDrsOptionSpec extends ArrayUpdateSpec {
  readonly option?: OptionValue | undefined;
}

export interface StorageDrsPlacementRankVmSpec extends DynamicData {
  readonly vmPlacementSpec: PlacementSpec;
  readonly vmClusters: readonly Ref<'ClusterComputeResource'>[];
}

export interface StorageDrsPodConfigInfo extends DynamicData {
  readonly enabled: boolean;
  readonly ioLoadBalanceEnabled: boolean;
  readonly defaultVmBehavior: string;
  readonly loadBalanceInterval?: number | undefined;
  readonly defaultIntraVmAffinity?: boolean | undefined;
  readonly spaceLoadBalanceConfig?: StorageDrsSpaceLoadBalanceConfig | undefined;
  readonly ioLoadBalanceConfig?: StorageDrsIoLoadBalanceConfig | undefined;
  readonly automationOverrides?: StorageDrsAutomationConfig | undefined;
  readonly rule?: readonly ClusterRuleInfo[] | undefined;
  readonly option?: readonly OptionValue[] | undefined;
}

export interface StorageDrsPodConfigSpec extends DynamicData {
  readonly enabled?: boolean | undefined;
  readonly ioLoadBalanceEnabled?: boolean | undefined;
  readonly defaultVmBehavior?: string | undefined;
  readonly loadBalanceInterval?: number | undefined;
  readonly defaultIntraVmAffinity?: boolean | undefined;
  readonly spaceLoadBalanceConfig?: StorageDrsSpaceLoadBalanceConfig | undefined;
  readonly ioLoadBalanceConfig?: StorageDrsIoLoadBalanceConfig | undefined;
  readonly automationOverrides?: StorageDrsAutomationConfig | undefined;
  readonly rule?: readonly ClusterRuleSpec[] | undefined;
  readonly option?: readonly StorageDrsOptionSpec[] | undefined;
}

export interface StorageDrsPodSelectionSpec extends DynamicData {
  readonly initialVmConfig?: readonly VmPodConfigForPlacement[] | undefined;
  readonly storagePod?: Ref<'StoragePod'> | undefined;
}

export interface StorageDrsRelocateDisabled extends VimFault {}

export interface StorageDrsSpaceLoadBalanceConfig extends DynamicData {
  readonly spaceThresholdMode?: string | undefined;
  readonly spaceUtilizationThreshold?: number | undefined;
  readonly freeSpaceThresholdGB?: number | undefined;
  readonly minSpaceUtilizationDifference?: number | undefined;
}

export interface StorageDrsStaleHmsCollection extends VimFault {}

export interface StorageDrsUnableToMoveFiles extends VimFault {}

export interface StorageDrsVmConfigInfo extends DynamicData {
  readonly vm?: Ref<'VirtualMachine'> | undefined;
  readonly enabled?: boolean | undefined;
  readonly behavior?: string | undefined;
  readonly intraVmAffinity?: boolean | undefined;
  readonly intraVmAntiAffinity?: VirtualDiskAntiAffinityRuleSpec | undefined;
  readonly virtualDiskRules?: readonly VirtualDiskRuleSpec[] | undefined;
}

export interface StorageDrsVmConfigSpec extends ArrayUpdateSpec {
  readonly info?: StorageDrsVmConfigInfo | undefined;
}

export interface StorageIOAllocationInfo extends DynamicData {
  readonly limit?: number | undefined;
  readonly shares?: SharesInfo | undefined;
  readonly reservation?: number | undefined;
}

export interface StorageIOAllocationOption extends DynamicData {
  readonly limitOption: LongOption;
  readonly sharesOption: SharesOption;
}

export interface StorageIORMConfigOption extends DynamicData {
  readonly enabledOption: BoolOption;
  readonly congestionThresholdOption: IntOption;
  readonly statsCollectionEnabledOption?: BoolOption | undefined;
  readonly reservationEnabledOption?: BoolOption | undefined;
}

export interface StorageIORMConfigSpec extends DynamicData {
  readonly enabled?: boolean | undefined;
  readonly congestionThresholdMode?: string | undefined;
  readonly congestionThreshold?: number | undefined;
  readonly percentOfPeakThroughput?: number | undefined;
  readonly statsCollectionEnabled?: boolean | undefined;
  readonly reservationEnabled?: boolean | undefined;
  readonly statsAggregationDisabled?: boolean | undefined;
  readonly reservableIopsThreshold?: number | undefined;
}

export interface StorageIORMInfo extends DynamicData {
  readonly enabled: boolean;
  readonly congestionThresholdMode?: string | undefined;
  readonly congestionThreshold: number;
  readonly percentOfPeakThroughput?: number | undefined;
  readonly statsCollectionEnabled?: boolean | undefined;
  readonly reservationEnabled?: boolean | undefined;
  readonly statsAggregationDisabled?: boolean | undefined;
  readonly reservableIopsThreshold?: number | undefined;
}

export interface StorageMigrationAction extends ClusterAction {
  readonly vm: Ref<'VirtualMachine'>;
  readonly relocateSpec: VirtualMachineRelocateSpec;
  readonly source: Ref<'Datastore'>;
  readonly destination: Ref<'Datastore'>;
  readonly sizeTransferred: number;
  readonly spaceUtilSrcBefore?: number | undefined;
  readonly spaceUtilDstBefore?: number | undefined;
  readonly spaceUtilSrcAfter?: number | undefined;
  readonly spaceUtilDstAfter?: number | undefined;
  readonly ioLatencySrcBefore?: number | undefined;
  readonly ioLatencyDstBefore?: number | undefined;
}

export interface StoragePerformanceSummary extends DynamicData {
  readonly interval: number;
  readonly percentile: readonly number[];
  readonly datastoreReadLatency: readonly number[];
  readonly datastoreWriteLatency: readonly number[];
  readonly datastoreVmLatency: readonly number[];
  readonly datastoreReadIops: readonly number[];
  readonly datastoreWriteIops: readonly number[];
  readonly siocActivityDuration: number;
}

export interface StoragePlacementAction extends ClusterAction {
  readonly vm?: Ref<'VirtualMachine'> | undefined;
  readonly relocateSpec: VirtualMachineRelocateSpec;
  readonly destination: Ref<'Datastore'>;
  readonly spaceUtilBefore?: number | undefined;
  readonly spaceDemandBefore?: number | undefined;
  readonly spaceUtilAfter?: number | undefined;
  readonly spaceDemandAfter?: number | undefined;
  readonly ioLatencyBefore?: number | undefined;
}

export interface StoragePlacementResult extends DynamicData {
  readonly recommendations?: readonly ClusterRecommendation[] | undefined;
  readonly drsFault?: ClusterDrsFaults | undefined;
  readonly task?: Ref<'Task'> | undefined;
}

export interface StoragePlacementSpec extends DynamicData {
  readonly type: string;
  readonly priority?: VirtualMachineMovePriority | undefined;
  readonly vm?: Ref<'VirtualMachine'> | undefined;
  readonly podSelectionSpec: StorageDrsPodSelectionSpec;
  readonly cloneSpec?: VirtualMachineCloneSpec | undefined;
  readonly cloneName?: string | undefined;
  readonly configSpec?: VirtualMachineConfigSpec | undefined;
  readonly relocateSpec?: VirtualMachineRelocateSpec | undefined;
  readonly resourcePool?: Ref<'ResourcePool'> | undefined;
  readonly host?: Ref<'HostSystem'> | undefined;
  readonly folder?: Ref<'Folder'> | undefined;
  readonly disallowPrerequisiteMoves?: boolean | undefined;
  readonly resourceLeaseDurationSec?: number | undefined;
}

export interface StoragePodSummary extends DynamicData {
  readonly name: string;
  readonly capacity: number;
  readonly freeSpace: number;
}

export interface StorageProfile extends ApplyProfile {
  readonly nasStorage?: readonly NasStorageProfile[] | undefined;
}

export interface StorageRequirement extends DynamicData {
  readonly datastore: Ref<'Datastore'>;
  readonly freeSpaceRequiredInKb: number;
}

export interface StorageResourceManagerStorageProfileStatistics extends DynamicData {
  readonly profileId: string;
  readonly totalSpaceMB: number;
  readonly usedSpaceMB: number;
}

export interface StorageVMotionNotSupported extends MigrationFeatureNotSupported {}

export interface StorageVmotionIncompatible extends VirtualHardwareCompatibilityIssue {
  readonly datastore?: Ref<'Datastore'> | undefined;
}

export interface StringExpression extends NegatableExpression {
  readonly value?: string | undefined;
}

export interface StringOption extends OptionType {
  readonly defaultValue: string;
  readonly validCharacters?: string | undefined;
}

export interface StringPolicy extends InheritablePolicy {
  readonly value?: string | undefined;
}

export interface StructuredCustomizations extends HostProfilesEntityCustomizations {
  readonly entity: Ref<'ManagedEntity'>;
  readonly customizations?: AnswerFile | undefined;
}

export interface SubnetInfo extends VirtualMachineTargetInfo {
  readonly id: string;
  readonly subnetFolderInfo: SubnetInfoFolderInfo;
  readonly vpcFolderInfo: SubnetInfoFolderInfo;
  readonly projectFolderInfo?: SubnetInfoFolderInfo | undefined;
  readonly rootFolderInfo: SubnetInfoFolderInfo;
}

export interface SubnetInfoFolderInfo extends DynamicData {
  readonly name: string;
  readonly folder: Ref<'Folder'>;
}

export interface SuspendedRelocateNotSupported extends MigrationFault {}

export interface SwapDatastoreNotWritableOnHost extends DatastoreNotWritableOnHost {}

export interface SwapDatastoreUnset extends VimFault {}

export interface SwapPlacementOverrideNotSupported extends InvalidVmConfig {}

export interface SwitchIpUnset extends DvsFault {}

export interface SwitchNotInUpgradeMode extends DvsFault {}

export interface SystemError extends RuntimeFault {
  readonly reason: string;
}

export interface SystemEventInfo extends DynamicData {
  readonly recordId: number;
  readonly when: string;
  readonly selType: number;
  readonly message: string;
  readonly sensorNumber: number;
}

export interface Tag extends DynamicData {
  readonly key: string;
}

export interface TagId extends DynamicData {
  readonly nameId?: TagIdNameId | undefined;
  readonly uuid?: string | undefined;
}

export interface TagIdNameId extends DynamicData {
  readonly tag: string;
  readonly category: string;
}

export interface TagSpec extends ArrayUpdateSpec {
  readonly id: TagId;
}

export interface TaskDescription extends DynamicData {
  readonly methodInfo: readonly ElementDescription[];
  readonly state: readonly ElementDescription[];
  readonly reason: readonly TypeDescription[];
}

export interface TaskEvent extends Event {
  readonly info: TaskInfo;
}

export interface TaskFilterSpec extends DynamicData {
  readonly entity?: TaskFilterSpecByEntity | undefined;
  readonly time?: TaskFilterSpecByTime | undefined;
  readonly userName?: TaskFilterSpecByUsername | undefined;
  readonly activationId?: readonly string[] | undefined;
  readonly state?: readonly TaskInfoState[] | undefined;
  readonly alarm?: Ref<'Alarm'> | undefined;
  readonly scheduledTask?: Ref<'ScheduledTask'> | undefined;
  readonly eventChainId?: readonly number[] | undefined;
  readonly tag?: readonly string[] | undefined;
  readonly parentTaskKey?: readonly string[] | undefined;
  readonly rootTaskKey?: readonly string[] | undefined;
}

export interface TaskFilterSpecByEntity extends DynamicData {
  readonly entity: Ref<'ManagedEntity'>;
  readonly recursion: TaskFilterSpecRecursionOption;
}

export interface TaskFilterSpecByTime extends DynamicData {
  readonly timeType: TaskFilterSpecTimeOption;
  readonly beginTime?: string | undefined;
  readonly endTime?: string | undefined;
}

export interface TaskFilterSpecByUsername extends DynamicData {
  readonly systemUser: boolean;
  readonly userList?: readonly string[] | undefined;
}

export interface TaskInProgress extends VimFault {
  readonly task: Ref<'Task'>;
}

export interface TaskInfo extends DynamicData {
  readonly key: string;
  readonly task: Ref<'Task'>;
  readonly description?: LocalizableMessage | undefined;
  readonly name?: string | undefined;
  readonly descriptionId: string;
  readonly entity?: Ref<'ManagedEntity'> | undefined;
  readonly entityName?: string | undefined;
  readonly locked?: readonly Ref<'ManagedEntity'>[] | undefined;
  readonly state: TaskInfoState;
  readonly cancelled: boolean;
  readonly cancelable: boolean;
  readonly error?: LocalizedMethodFault | undefined;
  readonly result?: unknown;
  readonly progress?: number | undefined;
  readonly progressDetails?: readonly KeyAnyValue[] | undefined;
  readonly reason: TaskReason;
  readonly queueTime: string;
  readonly startTime?: string | undefined;
  readonly completeTime?: string | undefined;
  readonly eventChainId: number;
  readonly changeTag?: string | undefined;
  readonly parentTaskKey?: string | undefined;
  readonly rootTaskKey?: string | undefined;
  readonly activationId?: string | undefined;
}

export interface TaskInfoFilterSpec extends DynamicData {
  readonly filterTaskResults?: TaskInfoFilterSpecFilterTaskResults | undefined;
}

export interface TaskInfoFilterSpecFilterTaskResults extends DynamicData {
  readonly removeAll?: boolean | undefined;
  readonly descriptionIds?: readonly string[] | undefined;
  readonly filterIn?: boolean | undefined;
}

export interface TaskManagerTaskViewSpec extends DynamicData {}

export interface TaskManagerViewByStartId extends TaskManagerTaskViewSpec {
  readonly count: number;
  readonly startId: string;
}

export interface TaskReason extends DynamicData {}

export interface TaskReasonAlarm extends TaskReason {
  readonly alarmName: string;
  readonly alarm: Ref<'Alarm'>;
  readonly entityName: string;
  readonly entity: Ref<'ManagedEntity'>;
}

export interface TaskReasonSchedule extends TaskReason {
  readonly name: string;
  readonly scheduledTask: Ref<'ScheduledTask'>;
}

export interface TaskReasonSystem extends TaskReason {}

export interface TaskReasonUser extends TaskReason {
  readonly userName: string;
}

export interface TaskScheduler extends DynamicData {
  readonly activeTime?: string | undefined;
  readonly expireTime?: string | undefined;
}

export interface TaskTimeoutEvent extends TaskEvent {}

export interface TeamingMatchEvent extends DvsHealthStatusChangeEvent {}

export interface TeamingMisMatchEvent extends DvsHealthStatusChangeEvent {}

export interface TemplateBeingUpgradedEvent extends TemplateUpgradeEvent {}

export interface TemplateConfigFileInfo extends VmConfigFileInfo {}

export interface TemplateConfigFileQuery extends VmConfigFileQuery {}

export interface TemplateUpgradeEvent extends Event {
  readonly legacyTemplate: string;
}

export interface TemplateUpgradeFailedEvent extends TemplateUpgradeEvent {
  readonly reason: LocalizedMethodFault;
}

export interface TemplateUpgradedEvent extends TemplateUpgradeEvent {}

export interface TgwEventArgument extends EntityEventArgument {
  readonly tgw: Ref<'TransitGateway'>;
}

export interface ThirdPartyLicenseAssignmentFailed extends RuntimeFault {
  readonly host: Ref<'HostSystem'>;
  readonly module: string;
  readonly reason?: string | undefined;
}

export interface TicketedSessionAuthentication extends GuestAuthentication {
  readonly ticket: string;
}

export interface TimedOutHostOperationEvent extends HostEvent {}

export interface Timedout extends VimFault {}

export interface TooManyConcurrentNativeClones extends FileFault {}

export interface TooManyConsecutiveOverrides extends VimFault {}

export interface TooManyDevices extends InvalidVmConfig {}

export interface TooManyDisksOnLegacyHost extends MigrationFault {
  readonly diskCount: number;
  readonly timeoutDanger: boolean;
}

export interface TooManyGuestLogons extends GuestOperationsFault {}

export interface TooManyHosts extends HostConnectFault {}

export interface TooManyNativeCloneLevels extends FileFault {}

export interface TooManyNativeClonesOnFile extends FileFault {}

export interface TooManySnapshotLevels extends SnapshotFault {}

export interface ToolsAlreadyUpgraded extends VmToolsUpgradeFault {}

export interface ToolsAutoUpgradeNotSupported extends VmToolsUpgradeFault {}

export interface ToolsConfigInfo extends DynamicData {
  readonly toolsVersion?: number | undefined;
  readonly toolsInstallType?: string | undefined;
  readonly afterPowerOn?: boolean | undefined;
  readonly afterResume?: boolean | undefined;
  readonly beforeGuestStandby?: boolean | undefined;
  readonly beforeGuestShutdown?: boolean | undefined;
  readonly beforeGuestReboot?: boolean | undefined;
  readonly toolsUpgradePolicy?: string | undefined;
  readonly pendingCustomization?: string | undefined;
  readonly customizationKeyId?: CryptoKeyId | undefined;
  readonly syncTimeWithHostAllowed?: boolean | undefined;
  readonly syncTimeWithHost?: boolean | undefined;
  readonly lastInstallInfo?: ToolsConfigInfoToolsLastInstallInfo | undefined;
}

export interface ToolsConfigInfoToolsLastInstallInfo extends DynamicData {
  readonly counter: number;
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface ToolsImageCopyFailed extends VmToolsUpgradeFault {}

export interface ToolsImageNotAvailable extends VmToolsUpgradeFault {}

export interface ToolsImageSignatureCheckFailed extends VmToolsUpgradeFault {}

export interface ToolsInstallationInProgress extends MigrationFault {}

export interface ToolsUnavailable extends VimFault {}

export interface ToolsUpgradeCancelled extends VmToolsUpgradeFault {}

export interface TransitGatewayConfigInfo extends DynamicData {
  readonly ID: string;
  readonly name: string;
}

export interface TransitGatewayConfigSpec extends DynamicData {
  readonly name?: string | undefined;
}

export interface TransitGatewayCreateSpec extends DynamicData {
  readonly ID: string;
  readonly name: string;
}

export interface TraversalSpec extends SelectionSpec {
  readonly type: string;
  readonly path: string;
  readonly skip?: boolean | undefined;
  readonly selectSet?: readonly SelectionSpec[] | undefined;
}

export interface TypeDescription extends Description {
  readonly key: string;
}

export interface UnSupportedDatastoreForVFlash extends UnsupportedDatastore {
  readonly datastoreName: string;
  readonly type: string;
}

export interface UncommittedUndoableDisk extends MigrationFault {}

export interface UnconfiguredPropertyValue extends InvalidPropertyValue {}

export interface UncustomizableGuest extends CustomizationFault {
  readonly uncustomizableGuestOS: string;
}

export interface UnexpectedCustomizationFault extends CustomizationFault {}

export interface UnexpectedFault extends RuntimeFault {
  readonly faultName: string;
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface UnlicensedVirtualMachinesEvent extends LicenseEvent {
  readonly unlicensed: number;
  readonly available: number;
}

export interface UnlicensedVirtualMachinesFoundEvent extends LicenseEvent {
  readonly available: number;
}

export interface UnrecognizedHost extends VimFault {
  readonly hostName: string;
}

export interface UnsharedSwapVMotionNotSupported extends MigrationFeatureNotSupported {}

export interface UnsupportedDatastore extends VmConfigFault {
  readonly datastore?: Ref<'Datastore'> | undefined;
}

export interface UnsupportedGuest extends InvalidVmConfig {
  readonly unsupportedGuestOS: string;
}

export interface UnsupportedVimApiVersion extends VimFault {
  readonly version?: string | undefined;
}

export interface UnsupportedVmxLocation extends VmConfigFault {}

export interface UntrustedCertificate extends IoFilterManagerSslTrust {}

export interface UnusedVirtualDiskBlocksNotScrubbed extends DeviceBackingNotSupported {}

export interface UpdateSet extends DynamicData {
  readonly version: string;
  readonly filterSet?: readonly PropertyFilterUpdate[] | undefined;
  readonly truncated?: boolean | undefined;
}

export interface UpdateVirtualMachineFilesResult extends DynamicData {
  readonly failedVmFile?: readonly UpdateVirtualMachineFilesResultFailedVmFileInfo[] | undefined;
}

export interface UpdateVirtualMachineFilesResultFailedVmFileInfo extends DynamicData {
  readonly vmFile: string;
  readonly fault: LocalizedMethodFault;
}

export interface UpdatedAgentBeingRestartedEvent extends HostEvent {}

export interface UpgradeEvent extends Event {
  readonly message: string;
}

export interface UplinkPortMtuNotSupportEvent extends DvsHealthStatusChangeEvent {}

export interface UplinkPortMtuSupportEvent extends DvsHealthStatusChangeEvent {}

export interface UplinkPortVlanTrunkedEvent extends DvsHealthStatusChangeEvent {}

export interface UplinkPortVlanUntrunkedEvent extends DvsHealthStatusChangeEvent {}

export interface UsbScanCodeSpec extends DynamicData {
  readonly keyEvents: readonly UsbScanCodeSpecKeyEvent[];
}

export interface UsbScanCodeSpecKeyEvent extends DynamicData {
  readonly usbHidCode: number;
  readonly modifiers?: UsbScanCodeSpecModifierType | undefined;
}

export interface UsbScanCodeSpecModifierType extends DynamicData {
  readonly leftControl?: boolean | undefined;
  readonly leftShift?: boolean | undefined;
  readonly leftAlt?: boolean | undefined;
  readonly leftGui?: boolean | undefined;
  readonly rightControl?: boolean | undefined;
  readonly rightShift?: boolean | undefined;
  readonly rightAlt?: boolean | undefined;
  readonly rightGui?: boolean | undefined;
}

export interface UserAssignedToGroup extends HostEvent {
  readonly userLogin: string;
  readonly group: string;
}

export interface UserGroupProfile extends ApplyProfile {
  readonly key: string;
}

export interface UserInputRequiredParameterMetadata extends ProfilePolicyOptionMetadata {
  readonly userInputParameter?: readonly ProfileParameterMetadata[] | undefined;
}

export interface UserLoginSessionEvent extends SessionEvent {
  readonly ipAddress: string;
  readonly userAgent?: string | undefined;
  readonly locale: string;
  readonly sessionId: string;
}

export interface UserLogoutSessionEvent extends SessionEvent {
  readonly ipAddress?: string | undefined;
  readonly userAgent?: string | undefined;
  readonly callCount?: number | undefined;
  readonly sessionId?: string | undefined;
  readonly loginTime?: string | undefined;
}

export interface UserNotFound extends VimFault {
  readonly principal: string;
  readonly unresolved: boolean;
}

export interface UserPasswordChanged extends HostEvent {
  readonly userLogin: string;
}

export interface UserPrivilegeResult extends DynamicData {
  readonly entity: Ref<'ManagedEntity'>;
  readonly privileges?: readonly string[] | undefined;
}

export interface UserProfile extends ApplyProfile {
  readonly key: string;
}

export interface UserSearchResult extends DynamicData {
  readonly principal: string;
  readonly fullName?: string | undefined;
  readonly group: boolean;
}

export interface UserSession extends DynamicData {
  readonly key: string;
  readonly userName: string;
  readonly fullName: string;
  readonly loginTime: string;
  readonly lastActiveTime: string;
  readonly locale: string;
  readonly messageLocale: string;
  readonly extensionSession?: boolean | undefined;
  readonly ipAddress?: string | undefined;
  readonly userAgent?: string | undefined;
  readonly callCount?: number | undefined;
}

export interface UserUnassignedFromGroup extends HostEvent {
  readonly userLogin: string;
  readonly group: string;
}

export interface UserUpgradeEvent extends UpgradeEvent {}

export interface VASAStorageArray extends DynamicData {
  readonly name: string;
  readonly uuid: string;
  readonly vendorId: string;
  readonly modelId: string;
  readonly discoverySvcInfo?: readonly VASAStorageArrayDiscoverySvcInfo[] | undefined;
}

export interface VASAStorageArrayDiscoveryFcTransport extends DynamicData {
  readonly nodeWwn: string;
  readonly portWwn: string;
}

export interface VASAStorageArrayDiscoveryIpTransport extends DynamicData {
  readonly ipAddress: string;
  readonly portNumber?: string | undefined;
}

export interface VASAStorageArrayDiscoverySvcInfo extends DynamicData {
  readonly portType: string;
  readonly svcNqn: string;
  readonly ipInfo?: VASAStorageArrayDiscoveryIpTransport | undefined;
  readonly fcInfo?: VASAStorageArrayDiscoveryFcTransport | undefined;
}

export interface VAppCloneSpec extends DynamicData {
  readonly location: Ref<'Datastore'>;
  readonly host?: Ref<'HostSystem'> | undefined;
  readonly resourceSpec?: ResourceConfigSpec | undefined;
  readonly vmFolder?: Ref<'Folder'> | undefined;
  readonly networkMapping?: readonly VAppCloneSpecNetworkMappingPair[] | undefined;
  readonly property?: readonly KeyValue[] | undefined;
  readonly resourceMapping?: readonly VAppCloneSpecResourceMap[] | undefined;
  readonly provisioning?: string | undefined;
}

export interface VAppCloneSpecNetworkMappingPair extends DynamicData {
  readonly source: Ref<'Network'>;
  readonly destination: Ref<'Network'>;
}

export interface VAppCloneSpecResourceMap extends DynamicData {
  readonly source: Ref<'ManagedEntity'>;
  readonly parent?: Ref<'ResourcePool'> | undefined;
  readonly resourceSpec?: ResourceConfigSpec | undefined;
  readonly location?: Ref<'Datastore'> | undefined;
}

export interface VAppConfigFault extends VimFault {}

export interface VAppConfigInfo extends VmConfigInfo {
  readonly entityConfig?: readonly VAppEntityConfigInfo[] | undefined;
  readonly annotation: string;
  readonly instanceUuid?: string | undefined;
  readonly managedBy?: ManagedByInfo | undefined;
}

export interface VAppConfigSpec extends VmConfigSpec {
  readonly entityConfig?: readonly VAppEntityConfigInfo[] | undefined;
  readonly annotation?: string | undefined;
  readonly instanceUuid?: string | undefined;
  readonly managedBy?: ManagedByInfo | undefined;
}

export interface VAppEntityConfigInfo extends DynamicData {
  readonly key?: Ref<'ManagedEntity'> | undefined;
  readonly tag?: string | undefined;
  readonly startOrder?: number | undefined;
  readonly startDelay?: number | undefined;
  readonly waitingForGuest?: boolean | undefined;
  readonly startAction?: string | undefined;
  readonly stopDelay?: number | undefined;
  readonly stopAction?: string | undefined;
  readonly destroyWithParent?: boolean | undefined;
}

export interface VAppIPAssignmentInfo extends DynamicData {
  readonly supportedAllocationScheme?: readonly string[] | undefined;
  readonly ipAllocationPolicy?: string | undefined;
  readonly supportedIpProtocol?: readonly string[] | undefined;
  readonly ipProtocol?: string | undefined;
}

export interface VAppNotRunning extends VmConfigFault {}

export interface VAppOperationInProgress extends RuntimeFault {}

export interface VAppOvfSectionInfo extends DynamicData {
  readonly key?: number | undefined;
  readonly namespace?: string | undefined;
  readonly type?: string | undefined;
  readonly atEnvelopeLevel?: boolean | undefined;
  readonly contents?: string | undefined;
}

export interface VAppOvfSectionSpec extends ArrayUpdateSpec {
  readonly info?: VAppOvfSectionInfo | undefined;
}

export interface VAppProductInfo extends DynamicData {
  readonly key: number;
  readonly classId?: string | undefined;
  readonly instanceId?: string | undefined;
  readonly name?: string | undefined;
  readonly vendor?: string | undefined;
  readonly version?: string | undefined;
  readonly fullVersion?: string | undefined;
  readonly vendorUrl?: string | undefined;
  readonly productUrl?: string | undefined;
  readonly appUrl?: string | undefined;
}

export interface VAppProductSpec extends ArrayUpdateSpec {
  readonly info?: VAppProductInfo | undefined;
}

export interface VAppPropertyFault extends VmConfigFault {
  readonly id: string;
  readonly category: string;
  readonly label: string;
  readonly type: string;
  readonly value: string;
}

export interface VAppPropertyInfo extends DynamicData {
  readonly key: number;
  readonly classId?: string | undefined;
  readonly instanceId?: string | undefined;
  readonly id?: string | undefined;
  readonly category?: string | undefined;
  readonly label?: string | undefined;
  readonly type?: string | undefined;
  readonly typeReference?: string | undefined;
  readonly userConfigurable?: boolean | undefined;
  readonly defaultValue?: string | undefined;
  readonly value?: string | undefined;
  readonly description?: string | undefined;
}

export interface VAppPropertySpec extends ArrayUpdateSpec {
  readonly info?: VAppPropertyInfo | undefined;
}

export interface VAppTaskInProgress extends TaskInProgress {}

export interface VFlashCacheHotConfigNotSupported extends VmConfigFault {}

export interface VFlashModuleNotSupported extends VmConfigFault {
  readonly vmName: string;
  readonly moduleName: string;
  readonly reason: string;
  readonly hostName: string;
}

export interface VFlashModuleVersionIncompatible extends VimFault {
  readonly moduleName: string;
  readonly vmRequestModuleVersion: string;
  readonly hostMinSupportedVerson: string;
  readonly hostModuleVersion: string;
}

export interface VMFSDatastoreCreatedEvent extends HostEvent {
  readonly datastore: DatastoreEventArgument;
  readonly datastoreUrl?: string | undefined;
}

export interface VMFSDatastoreExpandedEvent extends HostEvent {
  readonly datastore: DatastoreEventArgument;
}

export interface VMFSDatastoreExtendedEvent extends HostEvent {
  readonly datastore: DatastoreEventArgument;
}

export interface VMINotSupported extends DeviceNotSupported {}

export interface VMOnConflictDVPort extends CannotAccessNetwork {}

export interface VMOnVirtualIntranet extends CannotAccessNetwork {}

export interface VMotionAcrossNetworkNotSupported extends MigrationFeatureNotSupported {}

export interface VMotionInterfaceIssue extends MigrationFault {
  readonly atSourceHost: boolean;
  readonly failedHost: string;
  readonly failedHostEntity?: Ref<'HostSystem'> | undefined;
}

export interface VMotionLicenseExpiredEvent extends LicenseEvent {}

export interface VMotionLinkCapacityLow extends VMotionInterfaceIssue {
  readonly network: string;
}

export interface VMotionLinkDown extends VMotionInterfaceIssue {
  readonly network: string;
}

export interface VMotionNotConfigured extends VMotionInterfaceIssue {}

export interface VMotionNotLicensed extends VMotionInterfaceIssue {}

export interface VMotionNotSupported extends VMotionInterfaceIssue {}

export interface VMotionProtocolIncompatible extends MigrationFault {}

export interface VMwareDVSConfigInfo extends DVSConfigInfo {
  readonly vspanSession?: readonly VMwareVspanSession[] | undefined;
  readonly pvlanConfig?: readonly VMwareDVSPvlanMapEntry[] | undefined;
  readonly maxMtu: number;
  readonly linkDiscoveryProtocolConfig?: LinkDiscoveryProtocolConfig | undefined;
  readonly ipfixConfig?: VMwareIpfixConfig | undefined;
  readonly lacpGroupConfig?: readonly VMwareDvsLacpGroupConfig[] | undefined;
  readonly lacpApiVersion?: string | undefined;
  readonly multicastFilteringMode?: string | undefined;
  readonly networkOffloadSpecId?: string | undefined;
  readonly networkOffloadConfig?: VmwareDistributedVirtualSwitchNetworkOffloadConfig | undefined;
  readonly realTimeConfig?: VmwareDistributedVirtualSwitchRealTimeConfig | undefined;
}

export interface VMwareDVSConfigSpec extends DVSConfigSpec {
  readonly pvlanConfigSpec?: readonly VMwareDVSPvlanConfigSpec[] | undefined;
  readonly vspanConfigSpec?: readonly VMwareDVSVspanConfigSpec[] | undefined;
  readonly maxMtu?: number | undefined;
  readonly linkDiscoveryProtocolConfig?: LinkDiscoveryProtocolConfig | undefined;
  readonly ipfixConfig?: VMwareIpfixConfig | undefined;
  readonly lacpApiVersion?: string | undefined;
  readonly multicastFilteringMode?: string | undefined;
  readonly networkOffloadSpecId?: string | undefined;
  readonly networkOffloadConfig?: VmwareDistributedVirtualSwitchNetworkOffloadConfig | undefined;
  readonly realTimeConfig?: VmwareDistributedVirtualSwitchRealTimeConfig | undefined;
}

export interface VMwareDVSFeatureCapability extends DVSFeatureCapability {
  readonly vspanSupported?: boolean | undefined;
  readonly lldpSupported?: boolean | undefined;
  readonly ipfixSupported?: boolean | undefined;
  readonly ipfixCapability?: VMwareDvsIpfixCapability | undefined;
  readonly multicastSnoopingSupported?: boolean | undefined;
  readonly vspanCapability?: VMwareDVSVspanCapability | undefined;
  readonly lacpCapability?: VMwareDvsLacpCapability | undefined;
  readonly dpuCapability?: VMwareDvsDpuCapability | undefined;
  readonly nsxSupported?: boolean | undefined;
  readonly mtuCapability?: VMwareDvsMtuCapability | undefined;
  readonly realTimeConfigSupported?: boolean | undefined;
  readonly perfNicOffloadCapability?: VMwareDvsPerfNicOffloadCapability | undefined;
  readonly systemTrafficCapabilities?: VMwareDvsSystemTrafficCapabilities | undefined;
}

export interface VMwareDVSHealthCheckCapability extends DVSHealthCheckCapability {
  readonly vlanMtuSupported: boolean;
  readonly teamingSupported: boolean;
}

export interface VMwareDVSHealthCheckConfig extends DVSHealthCheckConfig {}

export interface VMwareDVSMtuHealthCheckResult extends HostMemberUplinkHealthCheckResult {
  readonly mtuMismatch: boolean;
  readonly vlanSupportSwitchMtu?: readonly NumericRange[] | undefined;
  readonly vlanNotSupportSwitchMtu?: readonly NumericRange[] | undefined;
}

export interface VMwareDVSPortSetting extends DVPortSetting {
  readonly vlan?: VmwareDistributedVirtualSwitchVlanSpec | undefined;
  readonly qosTag?: IntPolicy | undefined;
  readonly uplinkTeamingPolicy?: VmwareUplinkPortTeamingPolicy | undefined;
  readonly securityPolicy?: DVSSecurityPolicy | undefined;
  readonly ipfixEnabled?: BoolPolicy | undefined;
  readonly txUplink?: BoolPolicy | undefined;
  readonly lacpPolicy?: VMwareUplinkLacpPolicy | undefined;
  readonly macManagementPolicy?: DVSMacManagementPolicy | undefined;
  readonly VNI?: IntPolicy | undefined;
}

export interface VMwareDVSPortgroupPolicy extends DVPortgroupPolicy {
  readonly vlanOverrideAllowed: boolean;
  readonly uplinkTeamingOverrideAllowed: boolean;
  readonly securityPolicyOverrideAllowed: boolean;
  readonly ipfixOverrideAllowed?: boolean | undefined;
  readonly macManagementOverrideAllowed?: boolean | undefined;
}

export interface VMwareDVSPvlanConfigSpec extends DynamicData {
  readonly pvlanEntry: VMwareDVSPvlanMapEntry;
  readonly operation: string;
}

export interface VMwareDVSPvlanMapEntry extends DynamicData {
  readonly primaryVlanId: number;
  readonly secondaryVlanId: number;
  readonly pvlanType: string;
}

export interface VMwareDVSTeamingHealthCheckConfig extends VMwareDVSHealthCheckConfig {}

export interface VMwareDVSTeamingHealthCheckResult extends HostMemberHealthCheckResult {
  readonly teamingStatus: string;
}

export interface VMwareDVSVlanHealthCheckResult extends HostMemberUplinkHealthCheckResult {
  readonly trunkedVlan?: readonly NumericRange[] | undefined;
  readonly untrunkedVlan?: readonly NumericRange[] | undefined;
}

export interface VMwareDVSVlanMtuHealthCheckConfig extends VMwareDVSHealthCheckConfig {}

export interface VMwareDVSVspanCapability extends DynamicData {
  readonly mixedDestSupported: boolean;
  readonly dvportSupported: boolean;
  readonly remoteSourceSupported: boolean;
  readonly remoteDestSupported: boolean;
  readonly encapRemoteSourceSupported: boolean;
  readonly erspanProtocolSupported?: boolean | undefined;
  readonly mirrorNetstackSupported?: boolean | undefined;
}

export interface VMwareDVSVspanConfigSpec extends DynamicData {
  readonly vspanSession: VMwareVspanSession;
  readonly operation: string;
}

export interface VMwareDvsDpuCapability extends DynamicData {
  readonly networkOffloadSupported?: boolean | undefined;
  readonly activeStandbyModeSupported?: boolean | undefined;
}

export interface VMwareDvsIpfixCapability extends DynamicData {
  readonly ipfixSupported?: boolean | undefined;
  readonly ipv6ForIpfixSupported?: boolean | undefined;
  readonly observationDomainIdSupported?: boolean | undefined;
}

export interface VMwareDvsLacpCapability extends DynamicData {
  readonly lacpSupported?: boolean | undefined;
  readonly multiLacpGroupSupported?: boolean | undefined;
  readonly lacpFastModeSupported?: boolean | undefined;
}

export interface VMwareDvsLacpGroupConfig extends DynamicData {
  readonly key?: string | undefined;
  readonly name?: string | undefined;
  readonly mode?: string | undefined;
  readonly uplinkNum?: number | undefined;
  readonly loadbalanceAlgorithm?: string | undefined;
  readonly vlan?: VMwareDvsLagVlanConfig | undefined;
  readonly ipfix?: VMwareDvsLagIpfixConfig | undefined;
  readonly uplinkName?: readonly string[] | undefined;
  readonly uplinkPortKey?: readonly string[] | undefined;
  readonly timeoutMode?: string | undefined;
}

export interface VMwareDvsLacpGroupSpec extends DynamicData {
  readonly lacpGroupConfig: VMwareDvsLacpGroupConfig;
  readonly operation: string;
}

export interface VMwareDvsLagIpfixConfig extends DynamicData {
  readonly ipfixEnabled?: boolean | undefined;
}

export interface VMwareDvsLagVlanConfig extends DynamicData {
  readonly vlanId?: readonly NumericRange[] | undefined;
}

export interface VMwareDvsMtuCapability extends DynamicData {
  readonly minMtuSupported: number;
  readonly maxMtuSupported: number;
}

export interface VMwareDvsPerfNicOffloadCapability extends DynamicData {
  readonly supported?: boolean | undefined;
}

export interface VMwareDvsSystemTrafficCapabilities extends DynamicData {
  readonly systemTrafficQualifiers?: readonly string[] | undefined;
}

export interface VMwareIpfixConfig extends DynamicData {
  readonly collectorIpAddress?: string | undefined;
  readonly collectorPort?: number | undefined;
  readonly observationDomainId?: number | undefined;
  readonly activeFlowTimeout: number;
  readonly idleFlowTimeout?: number | undefined;
  readonly samplingRate: number;
  readonly internalFlowsOnly: boolean;
}

export interface VMwareUplinkLacpPolicy extends InheritablePolicy {
  readonly enable?: BoolPolicy | undefined;
  readonly mode?: StringPolicy | undefined;
}

export interface VMwareUplinkPortOrderPolicy extends InheritablePolicy {
  readonly activeUplinkPort?: readonly string[] | undefined;
  readonly standbyUplinkPort?: readonly string[] | undefined;
}

export interface VMwareVspanPort extends DynamicData {
  readonly portKey?: readonly string[] | undefined;
  readonly uplinkPortName?: readonly string[] | undefined;
  readonly wildcardPortConnecteeType?: readonly string[] | undefined;
  readonly vlans?: readonly number[] | undefined;
  readonly ipAddress?: readonly string[] | undefined;
}

export interface VMwareVspanSession extends DynamicData {
  readonly key?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly enabled: boolean;
  readonly sourcePortTransmitted?: VMwareVspanPort | undefined;
  readonly sourcePortReceived?: VMwareVspanPort | undefined;
  readonly destinationPort?: VMwareVspanPort | undefined;
  readonly encapsulationVlanId?: number | undefined;
  readonly stripOriginalVlan: boolean;
  readonly mirroredPacketLength?: number | undefined;
  readonly normalTrafficAllowed: boolean;
  readonly sessionType?: string | undefined;
  readonly samplingRate?: number | undefined;
  readonly encapType?: string | undefined;
  readonly erspanId?: number | undefined;
  readonly erspanCOS?: number | undefined;
  readonly erspanGraNanosec?: boolean | undefined;
  readonly netstack?: string | undefined;
}

export interface VStorageObject extends DynamicData {
  readonly config: VStorageObjectConfigInfo;
}

export interface VStorageObjectAssociations extends DynamicData {
  readonly id: ID;
  readonly vmDiskAssociations?: readonly VStorageObjectAssociationsVmDiskAssociations[] | undefined;
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface VStorageObjectAssociationsVmDiskAssociations extends DynamicData {
  readonly vmId: string;
  readonly diskKey: number;
}

export interface VStorageObjectAttachResult extends DynamicData {
  readonly volumeId: ID;
  readonly diskUUID?: string | undefined;
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface VStorageObjectAttachSpec extends DynamicData {
  readonly volumeId: ID;
  readonly datastore: Ref<'Datastore'>;
  readonly diskMode?: string | undefined;
  readonly sharing?: string | undefined;
  readonly controllerKey?: number | undefined;
  readonly unitNumber?: number | undefined;
}

export interface VStorageObjectConfigInfo extends BaseConfigInfo {
  readonly descriptorVersion?: number | undefined;
  readonly capacityInMB: number;
  readonly consumptionType?: readonly string[] | undefined;
  readonly consumerId?: readonly ID[] | undefined;
  readonly virtualDiskFormat?: string | undefined;
  readonly linkedCloneBasePath?: string | undefined;
  readonly linkedCloneParentId?: ID | undefined;
}

export interface VStorageObjectReconcileResult extends DynamicData {
  readonly reconcileDetails?: readonly VStorageObjectReconcileResultReconcileDetail[] | undefined;
}

export interface VStorageObjectReconcileResultInvalidDiskPath extends DynamicData {
  readonly path: string;
  readonly reason: string;
}

export interface VStorageObjectReconcileResultReconcileDetail extends DynamicData {
  readonly hostName?: string | undefined;
  readonly reconcileReportPath?: string | undefined;
  readonly isReconciled?: boolean | undefined;
  readonly isDeepScanned?: boolean | undefined;
  readonly numberOfReconcileIssues?: number | undefined;
  readonly numberOfFcdsBeforeReconcile?: number | undefined;
  readonly numberOfFcdsAfterReconcile?: number | undefined;
  readonly invalidDiskPaths?: readonly VStorageObjectReconcileResultInvalidDiskPath[] | undefined;
}

export interface VStorageObjectReconcileSpec extends DynamicData {
  readonly datastore: Ref<'Datastore'>;
  readonly includeDiskPaths?: readonly string[] | undefined;
  readonly excludeDiskPaths?: readonly string[] | undefined;
  readonly deepScan?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
  readonly generateReport?: number | undefined;
}

export interface VStorageObjectSnapshot extends DynamicData {
  readonly id: ID;
  readonly vclock: vslmVClockInfo;
  readonly usedCapacity?: number | undefined;
}

export interface VStorageObjectSnapshotDetails extends DynamicData {
  readonly path?: string | undefined;
  readonly changedBlockTrackingId?: string | undefined;
}

export interface VStorageObjectSnapshotInfo extends DynamicData {
  readonly snapshots?: readonly VStorageObjectSnapshotInfoVStorageObjectSnapshot[] | undefined;
}

export interface VStorageObjectSnapshotInfoVStorageObjectSnapshot extends DynamicData {
  readonly id?: ID | undefined;
  readonly backingObjectId?: string | undefined;
  readonly createTime: string;
  readonly description: string;
}

export interface VStorageObjectStateInfo extends DynamicData {
  readonly tentative?: boolean | undefined;
}

export interface VVolHostPE extends DynamicData {
  readonly key: Ref<'HostSystem'>;
  readonly protocolEndpoint: readonly HostProtocolEndpoint[];
}

export interface VVolVmConfigFileUpdateResult extends DynamicData {
  readonly succeededVmConfigFile?: readonly KeyValue[] | undefined;
  readonly failedVmConfigFile?: readonly VVolVmConfigFileUpdateResultFailedVmConfigFileInfo[] | undefined;
}

export interface VVolVmConfigFileUpdateResultFailedVmConfigFileInfo extends DynamicData {
  readonly targetConfigVVolId: string;
  readonly dsPath?: string | undefined;
  readonly fault: LocalizedMethodFault;
}

export interface VasaProviderContainerSpec extends DynamicData {
  readonly vasaProviderInfo?: readonly VimVasaProviderInfo[] | undefined;
  readonly scId: string;
  readonly deleted: boolean;
  readonly stretched?: boolean | undefined;
}

export interface VcAgentUninstallFailedEvent extends HostEvent {
  readonly reason?: string | undefined;
}

export interface VcAgentUninstalledEvent extends HostEvent {}

export interface VcAgentUpgradeFailedEvent extends HostEvent {
  readonly reason?: string | undefined;
}

export interface VcAgentUpgradedEvent extends HostEvent {}

export interface VchaClusterConfigInfo extends DynamicData {
  readonly failoverNodeInfo1?: FailoverNodeInfo | undefined;
  readonly failoverNodeInfo2?: FailoverNodeInfo | undefined;
  readonly witnessNodeInfo?: WitnessNodeInfo | undefined;
  readonly state: string;
}

export interface VchaClusterConfigSpec extends DynamicData {
  readonly passiveIp: string;
  readonly witnessIp: string;
}

export interface VchaClusterDeploymentSpec extends DynamicData {
  readonly passiveDeploymentSpec: PassiveNodeDeploymentSpec;
  readonly witnessDeploymentSpec: NodeDeploymentSpec;
  readonly activeVcSpec: SourceNodeSpec;
  readonly activeVcNetworkConfig?: ClusterNetworkConfigSpec | undefined;
}

export interface VchaClusterHealth extends DynamicData {
  readonly runtimeInfo: VchaClusterRuntimeInfo;
  readonly healthMessages?: readonly LocalizableMessage[] | undefined;
  readonly additionalInformation?: readonly LocalizableMessage[] | undefined;
}

export interface VchaClusterNetworkSpec extends DynamicData {
  readonly witnessNetworkSpec: NodeNetworkSpec;
  readonly passiveNetworkSpec: PassiveNodeNetworkSpec;
}

export interface VchaClusterRuntimeInfo extends DynamicData {
  readonly clusterState: string;
  readonly nodeInfo?: readonly VchaNodeRuntimeInfo[] | undefined;
  readonly clusterMode: string;
}

export interface VchaNodeRuntimeInfo extends DynamicData {
  readonly nodeState: string;
  readonly nodeRole: string;
  readonly nodeIp: string;
}

export interface VimAccountPasswordChangedEvent extends HostEvent {}

export interface VimFault extends MethodFault {}

export interface VimVasaProvider extends DynamicData {
  readonly uid?: string | undefined;
  readonly url: string;
  readonly name?: string | undefined;
  readonly selfSignedCertificate?: string | undefined;
  readonly vhostConfig?: VimVasaProviderVirtualHostConfig | undefined;
  readonly versionId?: number | undefined;
}

export interface VimVasaProviderInfo extends DynamicData {
  readonly provider: VimVasaProvider;
  readonly arrayState?: readonly VimVasaProviderStatePerArray[] | undefined;
}

export interface VimVasaProviderStatePerArray extends DynamicData {
  readonly priority: number;
  readonly arrayId: string;
  readonly active: boolean;
}

export interface VimVasaProviderVirtualHostConfig extends DynamicData {
  readonly vhostName?: string | undefined;
  readonly serviceHost: string;
  readonly servicePort?: number | undefined;
}

export interface VirtualAHCIController extends VirtualSATAController {}

export interface VirtualAHCIControllerOption extends VirtualSATAControllerOption {}

export interface VirtualAppImportSpec extends ImportSpec {
  readonly name: string;
  readonly vAppConfigSpec: VAppConfigSpec;
  readonly resourcePoolSpec: ResourceConfigSpec;
  readonly child?: readonly ImportSpec[] | undefined;
}

export interface VirtualAppLinkInfo extends DynamicData {
  readonly key: Ref<'ManagedEntity'>;
  readonly destroyWithParent?: boolean | undefined;
}

export interface VirtualAppSummary extends ResourcePoolSummary {
  readonly product?: VAppProductInfo | undefined;
  readonly vAppState?: VirtualAppVAppState | undefined;
  readonly suspended?: boolean | undefined;
  readonly installBootRequired?: boolean | undefined;
  readonly instanceUuid?: string | undefined;
}

export interface VirtualBusLogicController extends VirtualSCSIController {}

export interface VirtualBusLogicControllerOption extends VirtualSCSIControllerOption {}

export interface VirtualCdrom extends VirtualDevice {}

export interface VirtualCdromAtapiBackingInfo extends VirtualDeviceDeviceBackingInfo {}

export interface VirtualCdromAtapiBackingOption extends VirtualDeviceDeviceBackingOption {}

export interface VirtualCdromIsoBackingInfo extends VirtualDeviceFileBackingInfo {}

export interface VirtualCdromIsoBackingOption extends VirtualDeviceFileBackingOption {}

export interface VirtualCdromOption extends VirtualDeviceOption {}

export interface VirtualCdromPassthroughBackingInfo extends VirtualDeviceDeviceBackingInfo {
  readonly exclusive: boolean;
}

export interface VirtualCdromPassthroughBackingOption extends VirtualDeviceDeviceBackingOption {
  readonly exclusive: BoolOption;
}

export interface VirtualCdromRemoteAtapiBackingInfo extends VirtualDeviceRemoteDeviceBackingInfo {}

export interface VirtualCdromRemoteAtapiBackingOption extends VirtualDeviceDeviceBackingOption {}

export interface VirtualCdromRemotePassthroughBackingInfo extends VirtualDeviceRemoteDeviceBackingInfo {
  readonly exclusive: boolean;
}

export interface VirtualCdromRemotePassthroughBackingOption extends VirtualDeviceRemoteDeviceBackingOption {
  readonly exclusive: BoolOption;
}

export interface VirtualController extends VirtualDevice {
  readonly busNumber: number;
  readonly device?: readonly number[] | undefined;
}

export interface VirtualControllerOption extends VirtualDeviceOption {
  readonly devices: IntOption;
  readonly supportedDevice?: readonly string[] | undefined;
}

export interface VirtualDevice extends DynamicData {
  readonly key: number;
  readonly deviceInfo?: Description | undefined;
  readonly backing?: VirtualDeviceBackingInfo | undefined;
  readonly connectable?: VirtualDeviceConnectInfo | undefined;
  readonly slotInfo?: VirtualDeviceBusSlotInfo | undefined;
  readonly controllerKey?: number | undefined;
  readonly unitNumber?: number | undefined;
  readonly numaNode?: number | undefined;
  readonly deviceGroupInfo?: VirtualDeviceDeviceGroupInfo | undefined;
}

export interface VirtualDeviceBackingInfo extends DynamicData {}

export interface VirtualDeviceBackingOption extends DynamicData {
  readonly type: string;
}

export interface VirtualDeviceBusSlotInfo extends DynamicData {}

export interface VirtualDeviceBusSlotOption extends DynamicData {
  readonly type: string;
}

export interface VirtualDeviceConfigSpec extends DynamicData {
  readonly operation?: VirtualDeviceConfigSpecOperation | undefined;
  readonly fileOperation?: VirtualDeviceConfigSpecFileOperation | undefined;
  readonly device: VirtualDevice;
  readonly profile?: readonly VirtualMachineProfileSpec[] | undefined;
  readonly backing?: VirtualDeviceConfigSpecBackingSpec | undefined;
  readonly filterSpec?: readonly VirtualMachineBaseIndependentFilterSpec[] | undefined;
  readonly changeMode?: string | undefined;
}

export interface VirtualDeviceConfigSpecBackingSpec extends DynamicData {
  readonly parent?: VirtualDeviceConfigSpecBackingSpec | undefined;
  readonly crypto?: CryptoSpec | undefined;
}

export interface VirtualDeviceConnectInfo extends DynamicData {
  readonly migrateConnect?: string | undefined;
  readonly startConnected: boolean;
  readonly allowGuestControl: boolean;
  readonly connected: boolean;
  readonly status?: string | undefined;
}

export interface VirtualDeviceConnectOption extends DynamicData {
  readonly startConnected: BoolOption;
  readonly allowGuestControl: BoolOption;
}

export interface VirtualDeviceDeviceBackingInfo extends VirtualDeviceBackingInfo {
  readonly deviceName: string;
  readonly useAutoDetect?: boolean | undefined;
}

export interface VirtualDeviceDeviceBackingOption extends VirtualDeviceBackingOption {
  readonly autoDetectAvailable?: BoolOption | undefined;
}

export interface VirtualDeviceDeviceGroupInfo extends DynamicData {
  readonly groupInstanceKey: number;
  readonly sequenceId: number;
}

export interface VirtualDeviceFileBackingInfo extends VirtualDeviceBackingInfo {
  readonly fileName: string;
  readonly datastore?: Ref<'Datastore'> | undefined;
  readonly backingObjectId?: string | undefined;
}

export interface VirtualDeviceFileBackingOption extends VirtualDeviceBackingOption {
  readonly fileNameExtensions?: ChoiceOption | undefined;
}

export interface VirtualDeviceOption extends DynamicData {
  readonly type: string;
  readonly connectOption?: VirtualDeviceConnectOption | undefined;
  readonly busSlotOption?: VirtualDeviceBusSlotOption | undefined;
  readonly controllerType?: string | undefined;
  readonly autoAssignController?: BoolOption | undefined;
  readonly backingOption?: readonly VirtualDeviceBackingOption[] | undefined;
  readonly defaultBackingOptionIndex?: number | undefined;
  readonly licensingLimit?: readonly string[] | undefined;
  readonly deprecated: boolean;
  readonly plugAndPlay: boolean;
  readonly hotRemoveSupported?: boolean | undefined;
  readonly numaSupported?: boolean | undefined;
}

export interface VirtualDevicePciBusSlotInfo extends VirtualDeviceBusSlotInfo {
  readonly pciSlotNumber: number;
}

export interface VirtualDevicePipeBackingInfo extends VirtualDeviceBackingInfo {
  readonly pipeName: string;
}

export interface VirtualDevicePipeBackingOption extends VirtualDeviceBackingOption {}

export interface VirtualDeviceRemoteDeviceBackingInfo extends VirtualDeviceBackingInfo {
  readonly deviceName: string;
  readonly useAutoDetect?: boolean | undefined;
}

export interface VirtualDeviceRemoteDeviceBackingOption extends VirtualDeviceBackingOption {
  readonly autoDetectAvailable?: BoolOption | undefined;
}

export interface VirtualDeviceURIBackingInfo extends VirtualDeviceBackingInfo {
  readonly serviceURI: string;
  readonly direction: string;
  readonly proxyURI?: string | undefined;
}

export interface VirtualDeviceURIBackingOption extends VirtualDeviceBackingOption {
  readonly directions: ChoiceOption;
}

export interface VirtualDisk extends VirtualDevice {
  readonly capacityInKB: number;
  readonly capacityInBytes?: number | undefined;
  readonly shares?: SharesInfo | undefined;
  readonly storageIOAllocation?: StorageIOAllocationInfo | undefined;
  readonly diskObjectId?: string | undefined;
  readonly vFlashCacheConfigInfo?: VirtualDiskVFlashCacheConfigInfo | undefined;
  readonly iofilter?: readonly string[] | undefined;
  readonly vDiskId?: ID | undefined;
  readonly vDiskVersion?: number | undefined;
  readonly virtualDiskFormat?: string | undefined;
  readonly nativeUnmanagedLinkedClone?: boolean | undefined;
  readonly independentFilters?: readonly VirtualMachineBaseIndependentFilterSpec[] | undefined;
  readonly guestReadOnly?: boolean | undefined;
  readonly diskChainBrokenIssue?: string | undefined;
}

export interface VirtualDiskAntiAffinityRuleSpec extends ClusterRuleInfo {
  readonly diskId: readonly number[];
}

export interface VirtualDiskBlocksNotFullyProvisioned extends DeviceBackingNotSupported {}

export interface VirtualDiskConfigSpec extends VirtualDeviceConfigSpec {
  readonly diskMoveType?: string | undefined;
  readonly migrateCache?: boolean | undefined;
}

export interface VirtualDiskDeltaDiskFormatsSupported extends DynamicData {
  readonly datastoreType: string;
  readonly deltaDiskFormat: ChoiceOption;
}

export interface VirtualDiskFlatVer1BackingInfo extends VirtualDeviceFileBackingInfo {
  readonly diskMode: string;
  readonly split?: boolean | undefined;
  readonly writeThrough?: boolean | undefined;
  readonly contentId?: string | undefined;
  readonly parent?: VirtualDiskFlatVer1BackingInfo | undefined;
}

export interface VirtualDiskFlatVer1BackingOption extends VirtualDeviceFileBackingOption {
  readonly diskMode: ChoiceOption;
  readonly split: BoolOption;
  readonly writeThrough: BoolOption;
  readonly growable: boolean;
}

export interface VirtualDiskFlatVer2BackingInfo extends VirtualDeviceFileBackingInfo {
  readonly diskMode: string;
  readonly split?: boolean | undefined;
  readonly writeThrough?: boolean | undefined;
  readonly thinProvisioned?: boolean | undefined;
  readonly eagerlyScrub?: boolean | undefined;
  readonly uuid?: string | undefined;
  readonly contentId?: string | undefined;
  readonly changeId?: string | undefined;
  readonly parent?: VirtualDiskFlatVer2BackingInfo | undefined;
  readonly deltaDiskFormat?: string | undefined;
  readonly digestEnabled?: boolean | undefined;
  readonly deltaGrainSize?: number | undefined;
  readonly deltaDiskFormatVariant?: string | undefined;
  readonly sharing?: string | undefined;
  readonly keyId?: CryptoKeyId | undefined;
}

export interface VirtualDiskFlatVer2BackingOption extends VirtualDeviceFileBackingOption {
  readonly diskMode: ChoiceOption;
  readonly split: BoolOption;
  readonly writeThrough: BoolOption;
  readonly growable: boolean;
  readonly hotGrowable?: boolean | undefined;
  readonly uuid?: boolean | undefined;
  readonly thinProvisioned?: BoolOption | undefined;
  readonly eagerlyScrub?: BoolOption | undefined;
  readonly deltaDiskFormat?: ChoiceOption | undefined;
  readonly deltaDiskFormatsSupported?: readonly VirtualDiskDeltaDiskFormatsSupported[] | undefined;
  readonly virtualDiskFormat?: ChoiceOption | undefined;
}

export interface VirtualDiskId extends DynamicData {
  readonly vm: Ref<'VirtualMachine'>;
  readonly diskId: number;
}

export interface VirtualDiskInfo extends DynamicData {
  readonly unit: VirtualDiskInfoUnit;
  readonly diskType: string;
  readonly parent?: string | undefined;
}

export interface VirtualDiskInfoUnit extends DynamicData {
  readonly name: string;
  readonly datacenter?: Ref<'Datacenter'> | undefined;
}

export interface VirtualDiskLocalPMemBackingInfo extends VirtualDeviceFileBackingInfo {
  readonly diskMode: string;
  readonly uuid?: string | undefined;
  readonly volumeUUID?: string | undefined;
  readonly contentId?: string | undefined;
}

export interface VirtualDiskLocalPMemBackingOption extends VirtualDeviceFileBackingOption {
  readonly diskMode: ChoiceOption;
  readonly growable: boolean;
  readonly hotGrowable: boolean;
  readonly uuid: boolean;
}

export interface VirtualDiskModeNotSupported extends DeviceNotSupported {
  readonly mode: string;
}

export interface VirtualDiskOption extends VirtualDeviceOption {
  readonly capacityInKB: LongOption;
  readonly ioAllocationOption?: StorageIOAllocationOption | undefined;
  readonly vFlashCacheConfigOption?: VirtualDiskOptionVFlashCacheConfigOption | undefined;
}

export interface VirtualDiskOptionVFlashCacheConfigOption extends DynamicData {
  readonly cacheConsistencyType: ChoiceOption;
  readonly cacheMode: ChoiceOption;
  readonly reservationInMB: LongOption;
  readonly blockSizeInKB: LongOption;
}

export interface VirtualDiskPartitionedRawDiskVer2BackingInfo extends VirtualDiskRawDiskVer2BackingInfo {
  readonly partition: readonly number[];
}

export interface VirtualDiskPartitionedRawDiskVer2BackingOption extends VirtualDiskRawDiskVer2BackingOption {}

export interface VirtualDiskRawDiskMappingVer1BackingInfo extends VirtualDeviceFileBackingInfo {
  readonly lunUuid?: string | undefined;
  readonly deviceName?: string | undefined;
  readonly compatibilityMode?: string | undefined;
  readonly diskMode?: string | undefined;
  readonly uuid?: string | undefined;
  readonly contentId?: string | undefined;
  readonly changeId?: string | undefined;
  readonly parent?: VirtualDiskRawDiskMappingVer1BackingInfo | undefined;
  readonly deltaDiskFormat?: string | undefined;
  readonly deltaGrainSize?: number | undefined;
  readonly sharing?: string | undefined;
}

export interface VirtualDiskRawDiskMappingVer1BackingOption extends VirtualDeviceDeviceBackingOption {
  readonly descriptorFileNameExtensions?: ChoiceOption | undefined;
  readonly compatibilityMode: ChoiceOption;
  readonly diskMode: ChoiceOption;
  readonly uuid?: boolean | undefined;
  readonly virtualDiskFormat?: ChoiceOption | undefined;
}

export interface VirtualDiskRawDiskVer2BackingInfo extends VirtualDeviceDeviceBackingInfo {
  readonly descriptorFileName: string;
  readonly uuid?: string | undefined;
  readonly changeId?: string | undefined;
  readonly sharing?: string | undefined;
}

export interface VirtualDiskRawDiskVer2BackingOption extends VirtualDeviceDeviceBackingOption {
  readonly descriptorFileNameExtensions: ChoiceOption;
  readonly uuid?: boolean | undefined;
}

export interface VirtualDiskRuleSpec extends ClusterRuleInfo {
  readonly diskRuleType: string;
  readonly diskId?: readonly number[] | undefined;
}

export interface VirtualDiskSeSparseBackingInfo extends VirtualDeviceFileBackingInfo {
  readonly diskMode: string;
  readonly writeThrough?: boolean | undefined;
  readonly uuid?: string | undefined;
  readonly contentId?: string | undefined;
  readonly changeId?: string | undefined;
  readonly parent?: VirtualDiskSeSparseBackingInfo | undefined;
  readonly deltaDiskFormat?: string | undefined;
  readonly digestEnabled?: boolean | undefined;
  readonly grainSize?: number | undefined;
  readonly keyId?: CryptoKeyId | undefined;
}

export interface VirtualDiskSeSparseBackingOption extends VirtualDeviceFileBackingOption {
  readonly diskMode: ChoiceOption;
  readonly writeThrough: BoolOption;
  readonly growable: boolean;
  readonly hotGrowable: boolean;
  readonly uuid: boolean;
  readonly deltaDiskFormatsSupported: readonly VirtualDiskDeltaDiskFormatsSupported[];
  readonly virtualDiskFormat?: ChoiceOption | undefined;
}

export interface VirtualDiskSparseVer1BackingInfo extends VirtualDeviceFileBackingInfo {
  readonly diskMode: string;
  readonly split?: boolean | undefined;
  readonly writeThrough?: boolean | undefined;
  readonly spaceUsedInKB?: number | undefined;
  readonly contentId?: string | undefined;
  readonly parent?: VirtualDiskSparseVer1BackingInfo | undefined;
}

export interface VirtualDiskSparseVer1BackingOption extends VirtualDeviceFileBackingOption {
  readonly diskModes: ChoiceOption;
  readonly split: BoolOption;
  readonly writeThrough: BoolOption;
  readonly growable: boolean;
}

export interface VirtualDiskSparseVer2BackingInfo extends VirtualDeviceFileBackingInfo {
  readonly diskMode: string;
  readonly split?: boolean | undefined;
  readonly writeThrough?: boolean | undefined;
  readonly spaceUsedInKB?: number | undefined;
  readonly uuid?: string | undefined;
  readonly contentId?: string | undefined;
  readonly changeId?: string | undefined;
  readonly parent?: VirtualDiskSparseVer2BackingInfo | undefined;
  readonly keyId?: CryptoKeyId | undefined;
}

export interface VirtualDiskSparseVer2BackingOption extends VirtualDeviceFileBackingOption {
  readonly diskMode: ChoiceOption;
  readonly split: BoolOption;
  readonly writeThrough: BoolOption;
  readonly growable: boolean;
  readonly hotGrowable?: boolean | undefined;
  readonly uuid?: boolean | undefined;
  readonly virtualDiskFormat?: ChoiceOption | undefined;
}

export interface VirtualDiskSpec extends DynamicData {
  readonly diskType: string;
  readonly adapterType: string;
}

export interface VirtualDiskVFlashCacheConfigInfo extends DynamicData {
  readonly vFlashModule?: string | undefined;
  readonly reservationInMB?: number | undefined;
  readonly cacheConsistencyType?: string | undefined;
  readonly cacheMode?: string | undefined;
  readonly blockSizeInKB?: number | undefined;
}

export interface VirtualE1000 extends VirtualEthernetCard {}

export interface VirtualE1000Option extends VirtualEthernetCardOption {}

export interface VirtualE1000e extends VirtualEthernetCard {}

export interface VirtualE1000eOption extends VirtualEthernetCardOption {}

export interface VirtualEnsoniq1371 extends VirtualSoundCard {}

export interface VirtualEnsoniq1371Option extends VirtualSoundCardOption {}

export interface VirtualEthernetCard extends VirtualDevice {
  readonly addressType?: string | undefined;
  readonly macAddress?: string | undefined;
  readonly wakeOnLanEnabled?: boolean | undefined;
  readonly resourceAllocation?: VirtualEthernetCardResourceAllocation | undefined;
  readonly externalId?: string | undefined;
  readonly uptCompatibilityEnabled?: boolean | undefined;
  readonly subnetId?: string | undefined;
}

export interface VirtualEthernetCardDVPortBackingOption extends VirtualDeviceBackingOption {}

export interface VirtualEthernetCardDistributedVirtualPortBackingInfo extends VirtualDeviceBackingInfo {
  readonly port: DistributedVirtualSwitchPortConnection;
}

export interface VirtualEthernetCardLegacyNetworkBackingInfo extends VirtualDeviceDeviceBackingInfo {}

export interface VirtualEthernetCardLegacyNetworkBackingOption extends VirtualDeviceDeviceBackingOption {}

export interface VirtualEthernetCardNetworkBackingInfo extends VirtualDeviceDeviceBackingInfo {
  readonly network?: Ref<'Network'> | undefined;
  readonly inPassthroughMode?: boolean | undefined;
}

export interface VirtualEthernetCardNetworkBackingOption extends VirtualDeviceDeviceBackingOption {}

export interface VirtualEthernetCardNotSupported extends DeviceNotSupported {}

export interface VirtualEthernetCardOpaqueNetworkBackingInfo extends VirtualDeviceBackingInfo {
  readonly opaqueNetworkId: string;
  readonly opaqueNetworkType: string;
}

export interface VirtualEthernetCardOpaqueNetworkBackingOption extends VirtualDeviceBackingOption {}

export interface VirtualEthernetCardOption extends VirtualDeviceOption {
  readonly supportedOUI: ChoiceOption;
  readonly macType: ChoiceOption;
  readonly wakeOnLanEnabled: BoolOption;
  readonly vmDirectPathGen2Supported?: boolean | undefined;
  readonly uptCompatibilityEnabled?: BoolOption | undefined;
}

export interface VirtualEthernetCardResourceAllocation extends DynamicData {
  readonly reservation?: number | undefined;
  readonly share: SharesInfo;
  readonly limit?: number | undefined;
}

export interface VirtualFloppy extends VirtualDevice {}

export interface VirtualFloppyDeviceBackingInfo extends VirtualDeviceDeviceBackingInfo {}

export interface VirtualFloppyDeviceBackingOption extends VirtualDeviceDeviceBackingOption {}

export interface VirtualFloppyImageBackingInfo extends VirtualDeviceFileBackingInfo {}

export interface VirtualFloppyImageBackingOption extends VirtualDeviceFileBackingOption {}

export interface VirtualFloppyOption extends VirtualDeviceOption {}

export interface VirtualFloppyRemoteDeviceBackingInfo extends VirtualDeviceRemoteDeviceBackingInfo {}

export interface VirtualFloppyRemoteDeviceBackingOption extends VirtualDeviceRemoteDeviceBackingOption {}

export interface VirtualHardware extends DynamicData {
  readonly numCPU: number;
  readonly numCoresPerSocket?: number | undefined;
  readonly autoCoresPerSocket?: boolean | undefined;
  readonly memoryMB: number;
  readonly virtualICH7MPresent?: boolean | undefined;
  readonly virtualSMCPresent?: boolean | undefined;
  readonly device?: readonly VirtualDevice[] | undefined;
  readonly motherboardLayout?: string | undefined;
  readonly simultaneousThreads?: number | undefined;
}

export interface VirtualHardwareCompatibilityIssue extends VmConfigFault {}

export interface VirtualHardwareOption extends DynamicData {
  readonly hwVersion: number;
  readonly virtualDeviceOption: readonly VirtualDeviceOption[];
  readonly deviceListReadonly: boolean;
  readonly numCPU: readonly number[];
  readonly numCoresPerSocket?: IntOption | undefined;
  readonly autoCoresPerSocket?: BoolOption | undefined;
  readonly numCpuReadonly: boolean;
  readonly memoryMB: LongOption;
  readonly numPCIControllers: IntOption;
  readonly numIDEControllers: IntOption;
  readonly numUSBControllers: IntOption;
  readonly numUSBXHCIControllers?: IntOption | undefined;
  readonly numSIOControllers: IntOption;
  readonly numPS2Controllers: IntOption;
  readonly licensingLimit?: readonly string[] | undefined;
  readonly numSupportedWwnPorts?: IntOption | undefined;
  readonly numSupportedWwnNodes?: IntOption | undefined;
  readonly resourceConfigOption?: ResourceConfigOption | undefined;
  readonly numNVDIMMControllers?: IntOption | undefined;
  readonly numTPMDevices?: IntOption | undefined;
  readonly numWDTDevices?: IntOption | undefined;
  readonly numPrecisionClockDevices?: IntOption | undefined;
  readonly epcMemoryMB?: LongOption | undefined;
  readonly acpiHostBridgesFirmware?: readonly string[] | undefined;
  readonly numCpuSimultaneousThreads?: IntOption | undefined;
  readonly numNumaNodes?: IntOption | undefined;
  readonly numDeviceGroups?: IntOption | undefined;
  readonly deviceGroupTypes?: readonly string[] | undefined;
}

export interface VirtualHardwareVersionNotSupported extends VirtualHardwareCompatibilityIssue {
  readonly hostName?: string | undefined;
  readonly host?: Ref<'HostSystem'> | undefined;
}

export interface VirtualHdAudioCard extends VirtualSoundCard {}

export interface VirtualHdAudioCardOption extends VirtualSoundCardOption {}

export interface VirtualIDEController extends VirtualController {}

export interface VirtualIDEControllerOption extends VirtualControllerOption {
  readonly numIDEDisks: IntOption;
  readonly numIDECdroms: IntOption;
}

export interface VirtualKeyboard extends VirtualDevice {}

export interface VirtualKeyboardOption extends VirtualDeviceOption {}

export interface VirtualLsiLogicController extends VirtualSCSIController {}

export interface VirtualLsiLogicControllerOption extends VirtualSCSIControllerOption {}

export interface VirtualLsiLogicSASController extends VirtualSCSIController {}

export interface VirtualLsiLogicSASControllerOption extends VirtualSCSIControllerOption {}

export interface VirtualMachineAffinityInfo extends DynamicData {
  readonly affinitySet?: readonly number[] | undefined;
}

export interface VirtualMachineBaseIndependentFilterSpec extends DynamicData {}

export interface VirtualMachineBootOptions extends DynamicData {
  readonly bootDelay?: number | undefined;
  readonly enterBIOSSetup?: boolean | undefined;
  readonly efiSecureBootEnabled?: boolean | undefined;
  readonly bootRetryEnabled?: boolean | undefined;
  readonly bootRetryDelay?: number | undefined;
  readonly bootOrder?: readonly VirtualMachineBootOptionsBootableDevice[] | undefined;
  readonly networkBootProtocol?: string | undefined;
}

export interface VirtualMachineBootOptionsBootableCdromDevice extends VirtualMachineBootOptionsBootableDevice {}

export interface VirtualMachineBootOptionsBootableDevice extends DynamicData {}

export interface VirtualMachineBootOptionsBootableDiskDevice extends VirtualMachineBootOptionsBootableDevice {
  readonly deviceKey: number;
}

export interface VirtualMachineBootOptionsBootableEthernetDevice extends VirtualMachineBootOptionsBootableDevice {
  readonly deviceKey: number;
}

export interface VirtualMachineBootOptionsBootableFloppyDevice extends VirtualMachineBootOptionsBootableDevice {}

export interface VirtualMachineCapability extends DynamicData {
  readonly snapshotOperationsSupported: boolean;
  readonly multipleSnapshotsSupported: boolean;
  readonly snapshotConfigSupported: boolean;
  readonly poweredOffSnapshotsSupported: boolean;
  readonly memorySnapshotsSupported: boolean;
  readonly revertToSnapshotSupported: boolean;
  readonly quiescedSnapshotsSupported: boolean;
  readonly disableSnapshotsSupported?: boolean | undefined;
  readonly lockSnapshotsSupported?: boolean | undefined;
  readonly consolePreferencesSupported: boolean;
  readonly cpuFeatureMaskSupported: boolean;
  readonly s1AcpiManagementSupported: boolean;
  readonly settingScreenResolutionSupported: boolean;
  readonly toolsAutoUpdateSupported: boolean;
  readonly vmNpivWwnSupported?: boolean | undefined;
  readonly npivWwnOnNonRdmVmSupported?: boolean | undefined;
  readonly vmNpivWwnDisableSupported?: boolean | undefined;
  readonly vmNpivWwnUpdateSupported?: boolean | undefined;
  readonly swapPlacementSupported?: boolean | undefined;
  readonly toolsSyncTimeSupported?: boolean | undefined;
  readonly virtualMmuUsageSupported?: boolean | undefined;
  readonly diskSharesSupported?: boolean | undefined;
  readonly bootOptionsSupported?: boolean | undefined;
  readonly bootRetryOptionsSupported?: boolean | undefined;
  readonly settingVideoRamSizeSupported?: boolean | undefined;
  readonly settingDisplayTopologySupported?: boolean | undefined;
  readonly recordReplaySupported?: boolean | undefined;
  readonly changeTrackingSupported?: boolean | undefined;
  readonly multipleCoresPerSocketSupported?: boolean | undefined;
  readonly hostBasedReplicationSupported?: boolean | undefined;
  readonly guestAutoLockSupported?: boolean | undefined;
  readonly memoryReservationLockSupported?: boolean | undefined;
  readonly featureRequirementSupported?: boolean | undefined;
  readonly poweredOnMonitorTypeChangeSupported?: boolean | undefined;
  readonly seSparseDiskSupported?: boolean | undefined;
  readonly nestedHVSupported?: boolean | undefined;
  readonly vPMCSupported?: boolean | undefined;
  readonly secureBootSupported?: boolean | undefined;
  readonly perVmEvcSupported?: boolean | undefined;
  readonly virtualMmuUsageIgnored?: boolean | undefined;
  readonly virtualExecUsageIgnored?: boolean | undefined;
  readonly diskOnlySnapshotOnSuspendedVMSupported?: boolean | undefined;
  readonly suspendToMemorySupported?: boolean | undefined;
  readonly toolsSyncTimeAllowSupported?: boolean | undefined;
  readonly sevSupported?: boolean | undefined;
  readonly pmemFailoverSupported?: boolean | undefined;
  readonly requireSgxAttestationSupported?: boolean | undefined;
  readonly changeModeDisksSupported?: boolean | undefined;
  readonly vendorDeviceGroupSupported?: boolean | undefined;
  readonly sevSnpSupported?: boolean | undefined;
  readonly tdxSupported?: boolean | undefined;
  readonly ehvSecureBootSupported?: boolean | undefined;
}

export interface VirtualMachineCdromInfo extends VirtualMachineTargetInfo {
  readonly description?: string | undefined;
}

export interface VirtualMachineCertThumbprint extends DynamicData {
  readonly thumbprint: string;
  readonly hashAlgorithm?: string | undefined;
}

export interface VirtualMachineCloneSpec extends DynamicData {
  readonly location: VirtualMachineRelocateSpec;
  readonly template: boolean;
  readonly config?: VirtualMachineConfigSpec | undefined;
  readonly customization?: CustomizationSpec | undefined;
  readonly powerOn: boolean;
  readonly snapshot?: Ref<'VirtualMachineSnapshot'> | undefined;
  readonly memory?: boolean | undefined;
  readonly tpmProvisionPolicy?: string | undefined;
}

export interface VirtualMachineConfigInfo extends DynamicData {
  readonly changeVersion: string;
  readonly modified: string;
  readonly name: string;
  readonly guestFullName: string;
  readonly version: string;
  readonly uuid: string;
  readonly createDate?: string | undefined;
  readonly instanceUuid?: string | undefined;
  readonly npivNodeWorldWideName?: readonly number[] | undefined;
  readonly npivPortWorldWideName?: readonly number[] | undefined;
  readonly npivWorldWideNameType?: string | undefined;
  readonly npivDesiredNodeWwns?: number | undefined;
  readonly npivDesiredPortWwns?: number | undefined;
  readonly npivTemporaryDisabled?: boolean | undefined;
  readonly npivOnNonRdmDisks?: boolean | undefined;
  readonly locationId?: string | undefined;
  readonly template: boolean;
  readonly guestId: string;
  readonly alternateGuestName?: string | undefined;
  readonly annotation?: string | undefined;
  readonly files: VirtualMachineFileInfo;
  readonly tools?: ToolsConfigInfo | undefined;
  readonly flags: VirtualMachineFlagInfo;
  readonly consolePreferences?: VirtualMachineConsolePreferences | undefined;
  readonly defaultPowerOps: VirtualMachineDefaultPowerOpInfo;
  readonly rebootPowerOff?: boolean | undefined;
  readonly hardware: VirtualHardware;
  readonly vcpuConfig?: readonly VirtualMachineVcpuConfig[] | undefined;
  readonly cpuAllocation?: ResourceAllocationInfo | undefined;
  readonly memoryAllocation?: ResourceAllocationInfo | undefined;
  readonly latencySensitivity?: LatencySensitivity | undefined;
  readonly memoryHotAddEnabled?: boolean | undefined;
  readonly cpuHotAddEnabled?: boolean | undefined;
  readonly cpuHotRemoveEnabled?: boolean | undefined;
  readonly hotPlugMemoryLimit?: number | undefined;
  readonly hotPlugMemoryIncrementSize?: number | undefined;
  readonly cpuAffinity?: VirtualMachineAffinityInfo | undefined;
  readonly memoryAffinity?: VirtualMachineAffinityInfo | undefined;
  readonly networkShaper?: VirtualMachineNetworkShaperInfo | undefined;
  readonly extraConfig?: readonly OptionValue[] | undefined;
  readonly cpuFeatureMask?: readonly HostCpuIdInfo[] | undefined;
  readonly datastoreUrl?: readonly VirtualMachineConfigInfoDatastoreUrlPair[] | undefined;
  readonly swapPlacement?: string | undefined;
  readonly bootOptions?: VirtualMachineBootOptions | undefined;
  readonly ftInfo?: FaultToleranceConfigInfo | undefined;
  readonly repConfig?: ReplicationConfigSpec | undefined;
  readonly vAppConfig?: VmConfigInfo | undefined;
  readonly vAssertsEnabled?: boolean | undefined;
  readonly changeTrackingEnabled?: boolean | undefined;
  readonly firmware?: string | undefined;
  readonly maxMksConnections?: number | undefined;
  readonly guestAutoLockEnabled?: boolean | undefined;
  readonly managedBy?: ManagedByInfo | undefined;
  readonly memoryReservationLockedToMax?: boolean | undefined;
  readonly initialOverhead?: VirtualMachineConfigInfoOverheadInfo | undefined;
  readonly nestedHVEnabled?: boolean | undefined;
  readonly vPMCEnabled?: boolean | undefined;
  readonly scheduledHardwareUpgradeInfo?: ScheduledHardwareUpgradeInfo | undefined;
  readonly forkConfigInfo?: VirtualMachineForkConfigInfo | undefined;
  readonly vFlashCacheReservation?: number | undefined;
  readonly vmxConfigChecksum?: string | undefined;
  readonly messageBusTunnelEnabled?: boolean | undefined;
  readonly vmStorageObjectId?: string | undefined;
  readonly swapStorageObjectId?: string | undefined;
  readonly keyId?: CryptoKeyId | undefined;
  readonly guestIntegrityInfo?: VirtualMachineGuestIntegrityInfo | undefined;
  readonly migrateEncryption?: string | undefined;
  readonly sgxInfo?: VirtualMachineSgxInfo | undefined;
  readonly contentLibItemInfo?: VirtualMachineContentLibraryItemInfo | undefined;
  readonly ftEncryptionMode?: string | undefined;
  readonly guestMonitoringModeInfo?: VirtualMachineGuestMonitoringModeInfo | undefined;
  readonly sevEnabled?: boolean | undefined;
  readonly numaInfo?: VirtualMachineVirtualNumaInfo | undefined;
  readonly pmemFailoverEnabled?: boolean | undefined;
  readonly vmxStatsCollectionEnabled?: boolean | undefined;
  readonly vmOpNotificationToAppEnabled?: boolean | undefined;
  readonly vmOpNotificationTimeout?: number | undefined;
  readonly deviceSwap?: VirtualMachineVirtualDeviceSwap | undefined;
  readonly pmem?: VirtualMachineVirtualPMem | undefined;
  readonly deviceGroups?: VirtualMachineVirtualDeviceGroups | undefined;
  readonly fixedPassthruHotPlugEnabled?: boolean | undefined;
  readonly metroFtEnabled?: boolean | undefined;
  readonly vmxRuntimeConfig?: readonly OptionValue[] | undefined;
  readonly metroFtHostGroup?: string | undefined;
  readonly tdxEnabled?: boolean | undefined;
  readonly sevSnpEnabled?: boolean | undefined;
  readonly guestArchitecture?: string | undefined;
}

export interface VirtualMachineConfigInfoDatastoreUrlPair extends DynamicData {
  readonly name: string;
  readonly url: string;
}

export interface VirtualMachineConfigInfoOverheadInfo extends DynamicData {
  readonly initialMemoryReservation?: number | undefined;
  readonly initialSwapReservation?: number | undefined;
}

export interface VirtualMachineConfigOption extends DynamicData {
  readonly version: string;
  readonly description: string;
  readonly guestOSDescriptor: readonly GuestOsDescriptor[];
  readonly guestOSDefaultIndex: number;
  readonly hardwareOptions: VirtualHardwareOption;
  readonly capabilities: VirtualMachineCapability;
  readonly datastore: DatastoreOption;
  readonly defaultDevice?: readonly VirtualDevice[] | undefined;
  readonly supportedMonitorType?: readonly string[] | undefined;
  readonly supportedOvfEnvironmentTransport?: readonly string[] | undefined;
  readonly supportedOvfInstallTransport?: readonly string[] | undefined;
  readonly propertyRelations?: readonly VirtualMachinePropertyRelation[] | undefined;
}

export interface VirtualMachineConfigOptionDescriptor extends DynamicData {
  readonly key: string;
  readonly description?: string | undefined;
  readonly host?: readonly Ref<'HostSystem'>[] | undefined;
  readonly createSupported?: boolean | undefined;
  readonly defaultConfigOption?: boolean | undefined;
  readonly runSupported?: boolean | undefined;
  readonly upgradeSupported?: boolean | undefined;
}

export interface VirtualMachineConfigSpec extends DynamicData {
  readonly changeVersion?: string | undefined;
  readonly name?: string | undefined;
  readonly version?: string | undefined;
  readonly createDate?: string | undefined;
  readonly uuid?: string | undefined;
  readonly instanceUuid?: string | undefined;
  readonly npivNodeWorldWideName?: readonly number[] | undefined;
  readonly npivPortWorldWideName?: readonly number[] | undefined;
  readonly npivWorldWideNameType?: string | undefined;
  readonly npivDesiredNodeWwns?: number | undefined;
  readonly npivDesiredPortWwns?: number | undefined;
  readonly npivTemporaryDisabled?: boolean | undefined;
  readonly npivOnNonRdmDisks?: boolean | undefined;
  readonly npivWorldWideNameOp?: string | undefined;
  readonly locationId?: string | undefined;
  readonly guestId?: string | undefined;
  readonly alternateGuestName?: string | undefined;
  readonly annotation?: string | undefined;
  readonly files?: VirtualMachineFileInfo | undefined;
  readonly tools?: ToolsConfigInfo | undefined;
  readonly flags?: VirtualMachineFlagInfo | undefined;
  readonly consolePreferences?: VirtualMachineConsolePreferences | undefined;
  readonly powerOpInfo?: VirtualMachineDefaultPowerOpInfo | undefined;
  readonly rebootPowerOff?: boolean | undefined;
  readonly numCPUs?: number | undefined;
  readonly vcpuConfig?: readonly VirtualMachineVcpuConfig[] | undefined;
  readonly numCoresPerSocket?: number | undefined;
  readonly memoryMB?: number | undefined;
  readonly memoryHotAddEnabled?: boolean | undefined;
  readonly cpuHotAddEnabled?: boolean | undefined;
  readonly cpuHotRemoveEnabled?: boolean | undefined;
  readonly virtualICH7MPresent?: boolean | undefined;
  readonly virtualSMCPresent?: boolean | undefined;
  readonly deviceChange?: readonly VirtualDeviceConfigSpec[] | undefined;
  readonly cpuAllocation?: ResourceAllocationInfo | undefined;
  readonly memoryAllocation?: ResourceAllocationInfo | undefined;
  readonly latencySensitivity?: LatencySensitivity | undefined;
  readonly cpuAffinity?: VirtualMachineAffinityInfo | undefined;
  readonly memoryAffinity?: VirtualMachineAffinityInfo | undefined;
  readonly networkShaper?: VirtualMachineNetworkShaperInfo | undefined;
  readonly cpuFeatureMask?: readonly VirtualMachineCpuIdInfoSpec[] | undefined;
  readonly extraConfig?: readonly OptionValue[] | undefined;
  readonly swapPlacement?: string | undefined;
  readonly bootOptions?: VirtualMachineBootOptions | undefined;
  readonly vAppConfig?: VmConfigSpec | undefined;
  readonly ftInfo?: FaultToleranceConfigInfo | undefined;
  readonly repConfig?: ReplicationConfigSpec | undefined;
  readonly vAppConfigRemoved?: boolean | undefined;
  readonly vAssertsEnabled?: boolean | undefined;
  readonly changeTrackingEnabled?: boolean | undefined;
  readonly firmware?: string | undefined;
  readonly maxMksConnections?: number | undefined;
  readonly guestAutoLockEnabled?: boolean | undefined;
  readonly managedBy?: ManagedByInfo | undefined;
  readonly memoryReservationLockedToMax?: boolean | undefined;
  readonly nestedHVEnabled?: boolean | undefined;
  readonly vPMCEnabled?: boolean | undefined;
  readonly scheduledHardwareUpgradeInfo?: ScheduledHardwareUpgradeInfo | undefined;
  readonly vmProfile?: readonly VirtualMachineProfileSpec[] | undefined;
  readonly messageBusTunnelEnabled?: boolean | undefined;
  readonly crypto?: CryptoSpec | undefined;
  readonly migrateEncryption?: string | undefined;
  readonly sgxInfo?: VirtualMachineSgxInfo | undefined;
  readonly ftEncryptionMode?: string | undefined;
  readonly guestMonitoringModeInfo?: VirtualMachineGuestMonitoringModeInfo | undefined;
  readonly sevEnabled?: boolean | undefined;
  readonly virtualNuma?: VirtualMachineVirtualNuma | undefined;
  readonly motherboardLayout?: string | undefined;
  readonly pmemFailoverEnabled?: boolean | undefined;
  readonly vmxStatsCollectionEnabled?: boolean | undefined;
  readonly vmOpNotificationToAppEnabled?: boolean | undefined;
  readonly vmOpNotificationTimeout?: number | undefined;
  readonly deviceSwap?: VirtualMachineVirtualDeviceSwap | undefined;
  readonly simultaneousThreads?: number | undefined;
  readonly pmem?: VirtualMachineVirtualPMem | undefined;
  readonly deviceGroups?: VirtualMachineVirtualDeviceGroups | undefined;
  readonly fixedPassthruHotPlugEnabled?: boolean | undefined;
  readonly metroFtEnabled?: boolean | undefined;
  readonly metroFtHostGroup?: string | undefined;
  readonly tdxEnabled?: boolean | undefined;
  readonly sevSnpEnabled?: boolean | undefined;
  readonly tagSpecs?: readonly TagSpec[] | undefined;
  readonly vmPlacementPolicies?: readonly VmPlacementPolicy[] | undefined;
}

export interface VirtualMachineConfigSummary extends DynamicData {
  readonly name: string;
  readonly template: boolean;
  readonly vmPathName: string;
  readonly memorySizeMB?: number | undefined;
  readonly cpuReservation?: number | undefined;
  readonly memoryReservation?: number | undefined;
  readonly numCpu?: number | undefined;
  readonly numEthernetCards?: number | undefined;
  readonly numVirtualDisks?: number | undefined;
  readonly uuid?: string | undefined;
  readonly instanceUuid?: string | undefined;
  readonly guestId?: string | undefined;
  readonly guestFullName?: string | undefined;
  readonly annotation?: string | undefined;
  readonly product?: VAppProductInfo | undefined;
  readonly installBootRequired?: boolean | undefined;
  readonly ftInfo?: FaultToleranceConfigInfo | undefined;
  readonly managedBy?: ManagedByInfo | undefined;
  readonly tpmPresent?: boolean | undefined;
  readonly numVmiopBackings?: number | undefined;
  readonly hwVersion?: string | undefined;
}

export interface VirtualMachineConnection extends DynamicData {
  readonly label: string;
  readonly client: string;
  readonly userName: string;
}

export interface VirtualMachineConsolePreferences extends DynamicData {
  readonly powerOnWhenOpened?: boolean | undefined;
  readonly enterFullScreenOnPowerOn?: boolean | undefined;
  readonly closeOnPowerOffOrSuspend?: boolean | undefined;
}

export interface VirtualMachineContentLibraryItemInfo extends DynamicData {
  readonly contentLibraryItemUuid: string;
  readonly contentLibraryItemVersion?: string | undefined;
}

export interface VirtualMachineCpuIdInfoSpec extends ArrayUpdateSpec {
  readonly info?: HostCpuIdInfo | undefined;
}

export interface VirtualMachineDatastoreInfo extends VirtualMachineTargetInfo {
  readonly datastore: DatastoreSummary;
  readonly capability: DatastoreCapability;
  readonly maxFileSize: number;
  readonly maxVirtualDiskCapacity?: number | undefined;
  readonly maxPhysicalRDMFileSize?: number | undefined;
  readonly maxVirtualRDMFileSize?: number | undefined;
  readonly mode: string;
  readonly vStorageSupport?: string | undefined;
  readonly supportedVDiskFormats?: readonly string[] | undefined;
}

export interface VirtualMachineDatastoreVolumeOption extends DynamicData {
  readonly fileSystemType: string;
  readonly majorVersion?: number | undefined;
}

export interface VirtualMachineDefaultPowerOpInfo extends DynamicData {
  readonly powerOffType?: string | undefined;
  readonly suspendType?: string | undefined;
  readonly resetType?: string | undefined;
  readonly defaultPowerOffType?: string | undefined;
  readonly defaultSuspendType?: string | undefined;
  readonly defaultResetType?: string | undefined;
  readonly standbyAction?: string | undefined;
}

export interface VirtualMachineDefaultProfileSpec extends VirtualMachineProfileSpec {}

export interface VirtualMachineDefinedProfileSpec extends VirtualMachineProfileSpec {
  readonly profileId: string;
  readonly replicationSpec?: ReplicationSpec | undefined;
  readonly profileData?: VirtualMachineProfileRawData | undefined;
  readonly profileParams?: readonly KeyValue[] | undefined;
}

export interface VirtualMachineDeviceRuntimeInfo extends DynamicData {
  readonly runtimeState: VirtualMachineDeviceRuntimeInfoDeviceRuntimeState;
  readonly key: number;
}

export interface VirtualMachineDeviceRuntimeInfoDeviceRuntimeState extends DynamicData {}

export interface VirtualMachineDeviceRuntimeInfoVirtualEthernetCardRuntimeState extends VirtualMachineDeviceRuntimeInfoDeviceRuntimeState {
  readonly vmDirectPathGen2Active?: boolean | undefined;
  readonly vmDirectPathGen2InactiveReasonVm?: readonly string[] | undefined;
  readonly vmDirectPathGen2InactiveReasonOther?: readonly string[] | undefined;
  readonly vmDirectPathGen2InactiveReasonExtended?: string | undefined;
  readonly uptv2Active?: boolean | undefined;
  readonly uptv2InactiveReasonVm?: readonly string[] | undefined;
  readonly uptv2InactiveReasonOther?: readonly string[] | undefined;
  readonly reservationStatus?: string | undefined;
  readonly attachmentStatus?: string | undefined;
  readonly featureRequirement?: readonly VirtualMachineFeatureRequirement[] | undefined;
}

export interface VirtualMachineDiskDeviceInfo extends VirtualMachineTargetInfo {
  readonly capacity?: number | undefined;
  readonly vm?: readonly Ref<'VirtualMachine'>[] | undefined;
}

export interface VirtualMachineDisplayTopology extends DynamicData {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface VirtualMachineDvxClassInfo extends DynamicData {
  readonly deviceClass: ElementDescription;
  readonly vendorName: string;
  readonly sriovNic: boolean;
  readonly configParams?: readonly OptionDef[] | undefined;
}

export interface VirtualMachineDynamicPassthroughInfo extends VirtualMachineTargetInfo {
  readonly vendorName: string;
  readonly deviceName: string;
  readonly customLabel?: string | undefined;
  readonly vendorId: number;
  readonly deviceId: number;
}

export interface VirtualMachineEmptyIndependentFilterSpec extends VirtualMachineBaseIndependentFilterSpec {}

export interface VirtualMachineEmptyProfileSpec extends VirtualMachineProfileSpec {}

export interface VirtualMachineFeatureRequirement extends DynamicData {
  readonly key: string;
  readonly featureName: string;
  readonly value: string;
}

export interface VirtualMachineFileInfo extends DynamicData {
  readonly vmPathName?: string | undefined;
  readonly snapshotDirectory?: string | undefined;
  readonly suspendDirectory?: string | undefined;
  readonly logDirectory?: string | undefined;
  readonly ftMetadataDirectory?: string | undefined;
}

export interface VirtualMachineFileLayout extends DynamicData {
  readonly configFile?: readonly string[] | undefined;
  readonly logFile?: readonly string[] | undefined;
  readonly disk?: readonly VirtualMachineFileLayoutDiskLayout[] | undefined;
  readonly snapshot?: readonly VirtualMachineFileLayoutSnapshotLayout[] | undefined;
  readonly swapFile?: string | undefined;
}

export interface VirtualMachineFileLayoutDiskLayout extends DynamicData {
  readonly key: number;
  readonly diskFile: readonly string[];
}

export interface VirtualMachineFileLayoutEx extends DynamicData {
  readonly file?: readonly VirtualMachineFileLayoutExFileInfo[] | undefined;
  readonly disk?: readonly VirtualMachineFileLayoutExDiskLayout[] | undefined;
  readonly snapshot?: readonly VirtualMachineFileLayoutExSnapshotLayout[] | undefined;
  readonly timestamp: string;
}

export interface VirtualMachineFileLayoutExDiskLayout extends DynamicData {
  readonly key: number;
  readonly virtualDiskFormat?: string | undefined;
  readonly chain?: readonly VirtualMachineFileLayoutExDiskUnit[] | undefined;
}

export interface VirtualMachineFileLayoutExDiskUnit extends DynamicData {
  readonly fileKey: readonly number[];
}

export interface VirtualMachineFileLayoutExFileInfo extends DynamicData {
  readonly key: number;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly uniqueSize?: number | undefined;
  readonly backingObjectId?: string | undefined;
  readonly accessible?: boolean | undefined;
}

export interface VirtualMachineFileLayoutExSnapshotLayout extends DynamicData {
  readonly key: Ref<'VirtualMachineSnapshot'>;
  readonly dataKey: number;
  readonly memoryKey?: number | undefined;
  readonly disk?: readonly VirtualMachineFileLayoutExDiskLayout[] | undefined;
}

export interface VirtualMachineFileLayoutSnapshotLayout extends DynamicData {
  readonly key: Ref<'VirtualMachineSnapshot'>;
  readonly snapshotFile: readonly string[];
}

export interface VirtualMachineFlagInfo extends DynamicData {
  readonly disableAcceleration?: boolean | undefined;
  readonly enableLogging?: boolean | undefined;
  readonly useToe?: boolean | undefined;
  readonly runWithDebugInfo?: boolean | undefined;
  readonly monitorType?: string | undefined;
  readonly htSharing?: string | undefined;
  readonly snapshotDisabled?: boolean | undefined;
  readonly snapshotLocked?: boolean | undefined;
  readonly diskUuidEnabled?: boolean | undefined;
  readonly virtualMmuUsage?: string | undefined;
  readonly virtualExecUsage?: string | undefined;
  readonly snapshotPowerOffBehavior?: string | undefined;
  readonly recordReplayEnabled?: boolean | undefined;
  readonly faultToleranceType?: string | undefined;
  readonly cbrcCacheEnabled?: boolean | undefined;
  readonly vvtdEnabled?: boolean | undefined;
  readonly vbsEnabled?: boolean | undefined;
}

export interface VirtualMachineFloppyInfo extends VirtualMachineTargetInfo {}

export interface VirtualMachineForkConfigInfo extends DynamicData {
  readonly parentEnabled?: boolean | undefined;
  readonly childForkGroupId?: string | undefined;
  readonly parentForkGroupId?: string | undefined;
  readonly childType?: string | undefined;
}

export interface VirtualMachineGuestIntegrityInfo extends DynamicData {
  readonly enabled?: boolean | undefined;
}

export interface VirtualMachineGuestMonitoringModeInfo extends DynamicData {
  readonly gmmFile?: string | undefined;
  readonly gmmAppliance?: string | undefined;
}

export interface VirtualMachineGuestQuiesceSpec extends DynamicData {
  readonly timeout?: number | undefined;
}

export interface VirtualMachineGuestRebootStatus extends DynamicData {
  readonly rebootRequested: boolean;
  readonly requestingComponents?: readonly string[] | undefined;
  readonly requestTimestamp?: string | undefined;
}

export interface VirtualMachineGuestSummary extends DynamicData {
  readonly guestId?: string | undefined;
  readonly guestFullName?: string | undefined;
  readonly toolsStatus?: VirtualMachineToolsStatus | undefined;
  readonly toolsVersionStatus?: string | undefined;
  readonly toolsVersionStatus2?: string | undefined;
  readonly toolsRunningStatus?: string | undefined;
  readonly hostName?: string | undefined;
  readonly ipAddress?: string | undefined;
  readonly hwVersion?: string | undefined;
}

export interface VirtualMachineIdeDiskDeviceInfo extends VirtualMachineDiskDeviceInfo {
  readonly partitionTable?: readonly VirtualMachineIdeDiskDevicePartitionInfo[] | undefined;
}

export interface VirtualMachineIdeDiskDevicePartitionInfo extends DynamicData {
  readonly id: number;
  readonly capacity: number;
}

export interface VirtualMachineImportSpec extends ImportSpec {
  readonly configSpec: VirtualMachineConfigSpec;
  readonly resPoolEntity?: Ref<'ResourcePool'> | undefined;
}

export interface VirtualMachineIndependentFilterSpec extends VirtualMachineBaseIndependentFilterSpec {
  readonly filterName: string;
  readonly filterClass?: string | undefined;
  readonly filterCapabilities?: readonly KeyValue[] | undefined;
}

export interface VirtualMachineInstantCloneSpec extends DynamicData {
  readonly name: string;
  readonly location: VirtualMachineRelocateSpec;
  readonly config?: readonly OptionValue[] | undefined;
  readonly biosUuid?: string | undefined;
}

export interface VirtualMachineLegacyNetworkSwitchInfo extends DynamicData {
  readonly name: string;
}

export interface VirtualMachineMemoryReservationInfo extends DynamicData {
  readonly virtualMachineMin: number;
  readonly virtualMachineMax: number;
  readonly virtualMachineReserved: number;
  readonly allocationPolicy: string;
}

export interface VirtualMachineMemoryReservationSpec extends DynamicData {
  readonly virtualMachineReserved?: number | undefined;
  readonly allocationPolicy?: string | undefined;
}

export interface VirtualMachineMessage extends DynamicData {
  readonly id: string;
  readonly argument?: readonly unknown[] | undefined;
  readonly text?: string | undefined;
}

export interface VirtualMachineMetadataManagerVmMetadata extends DynamicData {
  readonly vmId: string;
  readonly metadata?: string | undefined;
}

export interface VirtualMachineMetadataManagerVmMetadataInput extends DynamicData {
  readonly operation: string;
  readonly vmMetadata: VirtualMachineMetadataManagerVmMetadata;
}

export interface VirtualMachineMetadataManagerVmMetadataOwner extends DynamicData {
  readonly name: string;
}

export interface VirtualMachineMetadataManagerVmMetadataResult extends DynamicData {
  readonly vmMetadata: VirtualMachineMetadataManagerVmMetadata;
  readonly error?: LocalizedMethodFault | undefined;
}

export interface VirtualMachineMksConnection extends VirtualMachineConnection {}

export interface VirtualMachineMksTicket extends DynamicData {
  readonly ticket: string;
  readonly cfgFile: string;
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  readonly sslThumbprint?: string | undefined;
}

export interface VirtualMachineNetworkInfo extends VirtualMachineTargetInfo {
  readonly network: NetworkSummary;
  readonly vswitch?: string | undefined;
}

export interface VirtualMachineNetworkShaperInfo extends DynamicData {
  readonly enabled?: boolean | undefined;
  readonly peakBps?: number | undefined;
  readonly averageBps?: number | undefined;
  readonly burstSize?: number | undefined;
}

export interface VirtualMachineParallelInfo extends VirtualMachineTargetInfo {}

export interface VirtualMachinePciPassthroughInfo extends VirtualMachineTargetInfo {
  readonly pciDevice: HostPciDevice;
  readonly systemId: string;
}

export interface VirtualMachinePciSharedGpuPassthroughInfo extends VirtualMachineTargetInfo {
  readonly vgpu: string;
}

export interface VirtualMachinePrecisionClockInfo extends VirtualMachineTargetInfo {
  readonly systemClockProtocol?: string | undefined;
}

export interface VirtualMachineProfileDetails extends DynamicData {
  readonly profile?: readonly VirtualMachineProfileSpec[] | undefined;
  readonly diskProfileDetails?: readonly VirtualMachineProfileDetailsDiskProfileDetails[] | undefined;
}

export interface VirtualMachineProfileDetailsDiskProfileDetails extends DynamicData {
  readonly diskId: number;
  readonly profile?: readonly VirtualMachineProfileSpec[] | undefined;
}

export interface VirtualMachineProfileRawData extends DynamicData {
  readonly extensionKey: string;
  readonly objectData?: string | undefined;
}

export interface VirtualMachineProfileSpec extends DynamicData {}

export interface VirtualMachinePropertyRelation extends DynamicData {
  readonly key: DynamicProperty;
  readonly relations?: readonly DynamicProperty[] | undefined;
}

export interface VirtualMachineQuestionInfo extends DynamicData {
  readonly id: string;
  readonly text: string;
  readonly choice: ChoiceOption;
  readonly message?: readonly VirtualMachineMessage[] | undefined;
}

export interface VirtualMachineQuickStats extends DynamicData {
  readonly overallCpuUsage?: number | undefined;
  readonly overallCpuDemand?: number | undefined;
  readonly overallCpuReadiness?: number | undefined;
  readonly guestMemoryUsage?: number | undefined;
  readonly hostMemoryUsage?: number | undefined;
  readonly guestHeartbeatStatus: ManagedEntityStatus;
  readonly distributedCpuEntitlement?: number | undefined;
  readonly distributedMemoryEntitlement?: number | undefined;
  readonly staticCpuEntitlement?: number | undefined;
  readonly staticMemoryEntitlement?: number | undefined;
  readonly grantedMemory?: number | undefined;
  readonly privateMemory?: number | undefined;
  readonly sharedMemory?: number | undefined;
  readonly swappedMemory?: number | undefined;
  readonly balloonedMemory?: number | undefined;
  readonly consumedOverheadMemory?: number | undefined;
  readonly ftLogBandwidth?: number | undefined;
  readonly ftSecondaryLatency?: number | undefined;
  readonly ftLatencyStatus?: ManagedEntityStatus | undefined;
  readonly compressedMemory?: number | undefined;
  readonly uptimeSeconds?: number | undefined;
  readonly ssdSwappedMemory?: number | undefined;
  readonly activeMemory?: number | undefined;
  readonly memoryTierStats?: readonly VirtualMachineQuickStatsMemoryTierStats[] | undefined;
}

export interface VirtualMachineQuickStatsMemoryTierStats extends DynamicData {
  readonly memoryTierType: string;
  readonly readBandwidth: number;
}

export interface VirtualMachineRelocateSpec extends DynamicData {
  readonly service?: ServiceLocator | undefined;
  readonly folder?: Ref<'Folder'> | undefined;
  readonly datastore?: Ref<'Datastore'> | undefined;
  readonly diskMoveType?: string | undefined;
  readonly pool?: Ref<'ResourcePool'> | undefined;
  readonly host?: Ref<'HostSystem'> | undefined;
  readonly disk?: readonly VirtualMachineRelocateSpecDiskLocator[] | undefined;
  readonly transform?: VirtualMachineRelocateTransformation | undefined;
  readonly deviceChange?: readonly VirtualDeviceConfigSpec[] | undefined;
  readonly profile?: readonly VirtualMachineProfileSpec[] | undefined;
  readonly cryptoSpec?: CryptoSpec | undefined;
  readonly tagSpecs?: readonly TagSpec[] | undefined;
  readonly vmPlacementPolicies?: readonly VmPlacementPolicy[] | undefined;
}

export interface VirtualMachineRelocateSpecDiskLocator extends DynamicData {
  readonly diskId: number;
  readonly datastore: Ref<'Datastore'>;
  readonly diskMoveType?: string | undefined;
  readonly diskBackingInfo?: VirtualDeviceBackingInfo | undefined;
  readonly profile?: readonly VirtualMachineProfileSpec[] | undefined;
  readonly backing?: VirtualMachineRelocateSpecDiskLocatorBackingSpec | undefined;
  readonly filterSpec?: readonly VirtualMachineBaseIndependentFilterSpec[] | undefined;
}

export interface VirtualMachineRelocateSpecDiskLocatorBackingSpec extends DynamicData {
  readonly parent?: VirtualMachineRelocateSpecDiskLocatorBackingSpec | undefined;
  readonly crypto?: CryptoSpec | undefined;
}

export interface VirtualMachineRuntimeInfo extends DynamicData {
  readonly device?: readonly VirtualMachineDeviceRuntimeInfo[] | undefined;
  readonly host?: Ref<'HostSystem'> | undefined;
  readonly connectionState: VirtualMachineConnectionState;
  readonly powerState: VirtualMachinePowerState;
  readonly vmFailoverInProgress?: boolean | undefined;
  readonly faultToleranceState?: VirtualMachineFaultToleranceState | undefined;
  readonly dasVmProtection?: VirtualMachineRuntimeInfoDasProtectionState | undefined;
  readonly toolsInstallerMounted: boolean;
  readonly suspendTime?: string | undefined;
  readonly bootTime?: string | undefined;
  readonly suspendInterval?: number | undefined;
  readonly question?: VirtualMachineQuestionInfo | undefined;
  readonly memoryOverhead?: number | undefined;
  readonly maxCpuUsage?: number | undefined;
  readonly maxMemoryUsage?: number | undefined;
  readonly numMksConnections: number;
  readonly recordReplayState?: VirtualMachineRecordReplayState | undefined;
  readonly cleanPowerOff?: boolean | undefined;
  readonly needSecondaryReason?: string | undefined;
  readonly onlineStandby?: boolean | undefined;
  readonly minRequiredEVCModeKey?: string | undefined;
  readonly consolidationNeeded?: boolean | undefined;
  readonly offlineFeatureRequirement?: readonly VirtualMachineFeatureRequirement[] | undefined;
  readonly featureRequirement?: readonly VirtualMachineFeatureRequirement[] | undefined;
  readonly featureMask?: readonly HostFeatureMask[] | undefined;
  readonly vFlashCacheAllocation?: number | undefined;
  readonly paused?: boolean | undefined;
  readonly snapshotInBackground?: boolean | undefined;
  readonly quiescedForkParent?: boolean | undefined;
  readonly instantCloneFrozen?: boolean | undefined;
  readonly cryptoState?: string | undefined;
  readonly suspendedToMemory?: boolean | undefined;
  readonly opNotificationTimeout?: number | undefined;
  readonly iommuActive?: boolean | undefined;
  readonly consolidateWorkTotal?: number | undefined;
  readonly consolidateWorkDone?: number | undefined;
  readonly diskChainBroken?: boolean | undefined;
}

export interface VirtualMachineRuntimeInfoDasProtectionState extends DynamicData {
  readonly dasProtected: boolean;
}

export interface VirtualMachineScsiDiskDeviceInfo extends VirtualMachineDiskDeviceInfo {
  readonly disk?: HostScsiDisk | undefined;
  readonly transportHint?: string | undefined;
  readonly lunNumber?: number | undefined;
}

export interface VirtualMachineScsiPassthroughInfo extends VirtualMachineTargetInfo {
  readonly scsiClass: string;
  readonly vendor: string;
  readonly physicalUnitNumber: number;
}

export interface VirtualMachineSerialInfo extends VirtualMachineTargetInfo {}

export interface VirtualMachineSgxInfo extends DynamicData {
  readonly epcSize: number;
  readonly flcMode?: string | undefined;
  readonly lePubKeyHash?: string | undefined;
  readonly requireAttestation?: boolean | undefined;
}

export interface VirtualMachineSgxTargetInfo extends VirtualMachineTargetInfo {
  readonly maxEpcSize: number;
  readonly flcModes?: readonly string[] | undefined;
  readonly lePubKeyHashes?: readonly string[] | undefined;
  readonly requireAttestationSupported?: boolean | undefined;
}

export interface VirtualMachineSnapshotInfo extends DynamicData {
  readonly currentSnapshot?: Ref<'VirtualMachineSnapshot'> | undefined;
  readonly rootSnapshotList: readonly VirtualMachineSnapshotTree[];
}

export interface VirtualMachineSnapshotTree extends DynamicData {
  readonly snapshot: Ref<'VirtualMachineSnapshot'>;
  readonly vm: Ref<'VirtualMachine'>;
  readonly name: string;
  readonly description: string;
  readonly id?: number | undefined;
  readonly createTime: string;
  readonly state: VirtualMachinePowerState;
  readonly quiesced: boolean;
  readonly backupManifest?: string | undefined;
  readonly childSnapshotList?: readonly VirtualMachineSnapshotTree[] | undefined;
  readonly replaySupported?: boolean | undefined;
}

export interface VirtualMachineSoundInfo extends VirtualMachineTargetInfo {}

export interface VirtualMachineSriovDevicePoolInfo extends DynamicData {
  readonly key: string;
}

export interface VirtualMachineSriovInfo extends VirtualMachinePciPassthroughInfo {
  readonly virtualFunction: boolean;
  readonly pnic?: string | undefined;
  readonly devicePool?: VirtualMachineSriovDevicePoolInfo | undefined;
}

export interface VirtualMachineSriovNetworkDevicePoolInfo extends VirtualMachineSriovDevicePoolInfo {
  readonly switchKey?: string | undefined;
  readonly switchUuid?: string | undefined;
}

export interface VirtualMachineStorageInfo extends DynamicData {
  readonly perDatastoreUsage?: readonly VirtualMachineUsageOnDatastore[] | undefined;
  readonly timestamp: string;
}

export interface VirtualMachineStorageSummary extends DynamicData {
  readonly committed: number;
  readonly uncommitted: number;
  readonly unshared: number;
  readonly timestamp: string;
}

export interface VirtualMachineSummary extends DynamicData {
  readonly vm?: Ref<'VirtualMachine'> | undefined;
  readonly runtime: VirtualMachineRuntimeInfo;
  readonly guest?: VirtualMachineGuestSummary | undefined;
  readonly config: VirtualMachineConfigSummary;
  readonly storage?: VirtualMachineStorageSummary | undefined;
  readonly quickStats: VirtualMachineQuickStats;
  readonly overallStatus: ManagedEntityStatus;
  readonly customValue?: readonly CustomFieldValue[] | undefined;
}

export interface VirtualMachineTargetInfo extends DynamicData {
  readonly name: string;
  readonly configurationTag?: readonly string[] | undefined;
}

export interface VirtualMachineTicket extends DynamicData {
  readonly ticket: string;
  readonly cfgFile: string;
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  readonly sslThumbprint?: string | undefined;
  readonly certThumbprintList?: readonly VirtualMachineCertThumbprint[] | undefined;
  readonly sslCertificate?: string | undefined;
  readonly url?: string | undefined;
}

export interface VirtualMachineUsageOnDatastore extends DynamicData {
  readonly datastore: Ref<'Datastore'>;
  readonly committed: number;
  readonly uncommitted: number;
  readonly unshared: number;
}

export interface VirtualMachineUsbInfo extends VirtualMachineTargetInfo {
  readonly description: string;
  readonly vendor: number;
  readonly product: number;
  readonly physicalPath: string;
  readonly family?: readonly string[] | undefined;
  readonly speed?: readonly string[] | undefined;
  readonly summary?: VirtualMachineSummary | undefined;
}

export interface VirtualMachineVFlashModuleInfo extends VirtualMachineTargetInfo {
  readonly vFlashModule: HostVFlashManagerVFlashCacheConfigInfoVFlashModuleConfigOption;
}

export interface VirtualMachineVMCIDevice extends VirtualDevice {
  readonly id?: number | undefined;
  readonly allowUnrestrictedCommunication?: boolean | undefined;
  readonly filterEnable?: boolean | undefined;
  readonly filterInfo?: VirtualMachineVMCIDeviceFilterInfo | undefined;
}

export interface VirtualMachineVMCIDeviceFilterInfo extends DynamicData {
  readonly filters?: readonly VirtualMachineVMCIDeviceFilterSpec[] | undefined;
}

export interface VirtualMachineVMCIDeviceFilterSpec extends DynamicData {
  readonly rank: number;
  readonly action: string;
  readonly protocol: string;
  readonly direction: string;
  readonly lowerDstPortBoundary?: number | undefined;
  readonly upperDstPortBoundary?: number | undefined;
}

export interface VirtualMachineVMCIDeviceOption extends VirtualDeviceOption {
  readonly allowUnrestrictedCommunication: BoolOption;
  readonly filterSpecOption?: VirtualMachineVMCIDeviceOptionFilterSpecOption | undefined;
  readonly filterSupported?: BoolOption | undefined;
}

export interface VirtualMachineVMCIDeviceOptionFilterSpecOption extends DynamicData {
  readonly action: ChoiceOption;
  readonly protocol: ChoiceOption;
  readonly direction: ChoiceOption;
  readonly lowerDstPortBoundary: LongOption;
  readonly upperDstPortBoundary: LongOption;
}

export interface VirtualMachineVMIROM extends VirtualDevice {}

export interface VirtualMachineVMotionStunTimeInfo extends VirtualMachineTargetInfo {
  readonly migrationBW: number;
  readonly stunTime: number;
}

export interface VirtualMachineVcpuConfig extends DynamicData {
  readonly latencySensitivity?: LatencySensitivity | undefined;
}

export interface VirtualMachineVendorDeviceGroupInfo extends VirtualMachineTargetInfo {
  readonly deviceGroupName: string;
  readonly deviceGroupDescription?: string | undefined;
  readonly componentDeviceInfo?: readonly VirtualMachineVendorDeviceGroupInfoComponentDeviceInfo[] | undefined;
}

export interface VirtualMachineVendorDeviceGroupInfoComponentDeviceInfo extends DynamicData {
  readonly type: string;
  readonly vendorName: string;
  readonly deviceName: string;
  readonly isConfigurable: boolean;
  readonly device: VirtualDevice;
}

export interface VirtualMachineVgpuDeviceInfo extends VirtualMachineTargetInfo {
  readonly deviceName: string;
  readonly deviceVendorId: number;
  readonly maxFbSizeInGib: number;
  readonly timeSlicedCapable: boolean;
  readonly migCapable: boolean;
  readonly computeProfileCapable: boolean;
  readonly quadroProfileCapable: boolean;
}

export interface VirtualMachineVgpuProfileInfo extends VirtualMachineTargetInfo {
  readonly profileName: string;
  readonly deviceVendorId: number;
  readonly fbSizeInGib: number;
  readonly profileSharing: string;
  readonly profileClass: string;
  readonly stunTimeEstimates?: readonly VirtualMachineVMotionStunTimeInfo[] | undefined;
}

export interface VirtualMachineVideoCard extends VirtualDevice {
  readonly videoRamSizeInKB?: number | undefined;
  readonly numDisplays?: number | undefined;
  readonly useAutoDetect?: boolean | undefined;
  readonly enable3DSupport?: boolean | undefined;
  readonly use3dRenderer?: string | undefined;
  readonly graphicsMemorySizeInKB?: number | undefined;
}

export interface VirtualMachineVirtualDeviceGroups extends DynamicData {
  readonly deviceGroup?: readonly VirtualMachineVirtualDeviceGroupsDeviceGroup[] | undefined;
}

export interface VirtualMachineVirtualDeviceGroupsDeviceGroup extends DynamicData {
  readonly groupInstanceKey: number;
  readonly deviceInfo?: Description | undefined;
}

export interface VirtualMachineVirtualDeviceGroupsVendorDeviceGroup extends VirtualMachineVirtualDeviceGroupsDeviceGroup {
  readonly deviceGroupName: string;
}

export interface VirtualMachineVirtualDeviceSwap extends DynamicData {
  readonly lsiToPvscsi?: VirtualMachineVirtualDeviceSwapDeviceSwapInfo | undefined;
}

export interface VirtualMachineVirtualDeviceSwapDeviceSwapInfo extends DynamicData {
  readonly enabled?: boolean | undefined;
  readonly applicable?: boolean | undefined;
  readonly status?: string | undefined;
}

export interface VirtualMachineVirtualNuma extends DynamicData {
  readonly coresPerNumaNode?: number | undefined;
  readonly exposeVnumaOnCpuHotadd?: boolean | undefined;
}

export interface VirtualMachineVirtualNumaInfo extends DynamicData {
  readonly coresPerNumaNode?: number | undefined;
  readonly autoCoresPerNumaNode?: boolean | undefined;
  readonly vnumaOnCpuHotaddExposed?: boolean | undefined;
}

export interface VirtualMachineVirtualPMem extends DynamicData {
  readonly snapshotMode?: string | undefined;
}

export interface VirtualMachineWindowsQuiesceSpec extends VirtualMachineGuestQuiesceSpec {
  readonly vssBackupType?: number | undefined;
  readonly vssBootableSystemState?: boolean | undefined;
  readonly vssPartialFileSupport?: boolean | undefined;
  readonly vssBackupContext?: string | undefined;
}

export interface VirtualMachineWipeResult extends DynamicData {
  readonly diskId: number;
  readonly shrinkableDiskSpace: number;
}

export interface VirtualNVDIMM extends VirtualDevice {
  readonly capacityInMB: number;
  readonly configuredCapacityInMB?: number | undefined;
}

export interface VirtualNVDIMMBackingInfo extends VirtualDeviceFileBackingInfo {
  readonly parent?: VirtualNVDIMMBackingInfo | undefined;
  readonly changeId?: string | undefined;
}

export interface VirtualNVDIMMController extends VirtualController {}

export interface VirtualNVDIMMControllerOption extends VirtualControllerOption {
  readonly numNVDIMMControllers: IntOption;
}

export interface VirtualNVDIMMOption extends VirtualDeviceOption {
  readonly capacityInMB: LongOption;
  readonly growable: boolean;
  readonly hotGrowable: boolean;
  readonly granularityInMB: number;
}

export interface VirtualNVMEController extends VirtualController {
  readonly sharedBus?: string | undefined;
}

export interface VirtualNVMEControllerOption extends VirtualControllerOption {
  readonly numNVMEDisks: IntOption;
  readonly sharing?: readonly string[] | undefined;
}

export interface VirtualNicManagerNetConfig extends DynamicData {
  readonly nicType: string;
  readonly multiSelectAllowed: boolean;
  readonly candidateVnic?: readonly HostVirtualNic[] | undefined;
  readonly selectedVnic?: readonly string[] | undefined;
}

export interface VirtualPCIController extends VirtualController {}

export interface VirtualPCIControllerOption extends VirtualControllerOption {
  readonly numSCSIControllers: IntOption;
  readonly numEthernetCards: IntOption;
  readonly numVideoCards: IntOption;
  readonly numSoundCards: IntOption;
  readonly numVmiRoms?: IntOption | undefined;
  readonly numVmciDevices?: IntOption | undefined;
  readonly numPCIPassthroughDevices?: IntOption | undefined;
  readonly numSasSCSIControllers?: IntOption | undefined;
  readonly numVmxnet3EthernetCards?: IntOption | undefined;
  readonly numParaVirtualSCSIControllers?: IntOption | undefined;
  readonly numSATAControllers?: IntOption | undefined;
  readonly numNVMEControllers?: IntOption | undefined;
  readonly numVmxnet3VrdmaEthernetCards?: IntOption | undefined;
}

export interface VirtualPCIPassthrough extends VirtualDevice {}

export interface VirtualPCIPassthroughAllowedDevice extends DynamicData {
  readonly vendorId: number;
  readonly deviceId: number;
  readonly subVendorId?: number | undefined;
  readonly subDeviceId?: number | undefined;
  readonly revisionId?: number | undefined;
}

export interface VirtualPCIPassthroughDeviceBackingInfo extends VirtualDeviceDeviceBackingInfo {
  readonly id: string;
  readonly deviceId: string;
  readonly systemId: string;
  readonly vendorId: number;
}

export interface VirtualPCIPassthroughDeviceBackingOption extends VirtualDeviceDeviceBackingOption {}

export interface VirtualPCIPassthroughDvxBackingInfo extends VirtualDeviceBackingInfo {
  readonly deviceClass?: string | undefined;
  readonly configParams?: readonly OptionValue[] | undefined;
}

export interface VirtualPCIPassthroughDvxBackingOption extends VirtualDeviceBackingOption {}

export interface VirtualPCIPassthroughDynamicBackingInfo extends VirtualDeviceDeviceBackingInfo {
  readonly allowedDevice?: readonly VirtualPCIPassthroughAllowedDevice[] | undefined;
  readonly customLabel?: string | undefined;
  readonly assignedId?: string | undefined;
}

export interface VirtualPCIPassthroughDynamicBackingOption extends VirtualDeviceDeviceBackingOption {}

export interface VirtualPCIPassthroughOption extends VirtualDeviceOption {}

export interface VirtualPCIPassthroughPluginBackingInfo extends VirtualDeviceBackingInfo {}

export interface VirtualPCIPassthroughPluginBackingOption extends VirtualDeviceBackingOption {}

export interface VirtualPCIPassthroughVmiopBackingInfo extends VirtualPCIPassthroughPluginBackingInfo {
  readonly vgpu?: string | undefined;
  readonly vgpuMigrateDataSizeMB?: number | undefined;
  readonly migrateSupported?: boolean | undefined;
  readonly enhancedMigrateCapability?: boolean | undefined;
}

export interface VirtualPCIPassthroughVmiopBackingOption extends VirtualPCIPassthroughPluginBackingOption {
  readonly vgpu: StringOption;
  readonly maxInstances: number;
}

export interface VirtualPCNet32 extends VirtualEthernetCard {}

export interface VirtualPCNet32Option extends VirtualEthernetCardOption {
  readonly supportsMorphing: boolean;
}

export interface VirtualPS2Controller extends VirtualController {}

export interface VirtualPS2ControllerOption extends VirtualControllerOption {
  readonly numKeyboards: IntOption;
  readonly numPointingDevices: IntOption;
}

export interface VirtualParallelPort extends VirtualDevice {}

export interface VirtualParallelPortDeviceBackingInfo extends VirtualDeviceDeviceBackingInfo {}

export interface VirtualParallelPortDeviceBackingOption extends VirtualDeviceDeviceBackingOption {}

export interface VirtualParallelPortFileBackingInfo extends VirtualDeviceFileBackingInfo {}

export interface VirtualParallelPortFileBackingOption extends VirtualDeviceFileBackingOption {}

export interface VirtualParallelPortOption extends VirtualDeviceOption {}

export interface VirtualPointingDevice extends VirtualDevice {}

export interface VirtualPointingDeviceBackingOption extends VirtualDeviceDeviceBackingOption {
  readonly hostPointingDevice: ChoiceOption;
}

export interface VirtualPointingDeviceDeviceBackingInfo extends VirtualDeviceDeviceBackingInfo {
  readonly hostPointingDevice: string;
}

export interface VirtualPointingDeviceOption extends VirtualDeviceOption {}

export interface VirtualPrecisionClock extends VirtualDevice {}

export interface VirtualPrecisionClockOption extends VirtualDeviceOption {}

export interface VirtualPrecisionClockSystemClockBackingInfo extends VirtualDeviceBackingInfo {
  readonly protocol?: string | undefined;
}

export interface VirtualPrecisionClockSystemClockBackingOption extends VirtualDeviceBackingOption {
  readonly protocol: ChoiceOption;
}

export interface VirtualSATAController extends VirtualController {}

export interface VirtualSATAControllerOption extends VirtualControllerOption {
  readonly numSATADisks: IntOption;
  readonly numSATACdroms: IntOption;
}

export interface VirtualSCSIController extends VirtualController {
  readonly hotAddRemove?: boolean | undefined;
  readonly sharedBus: VirtualSCSISharing;
  readonly scsiCtlrUnitNumber?: number | undefined;
}

export interface VirtualSCSIControllerOption extends VirtualControllerOption {
  readonly numSCSIDisks: IntOption;
  readonly numSCSICdroms: IntOption;
  readonly numSCSIPassthrough: IntOption;
  readonly sharing: readonly VirtualSCSISharing[];
  readonly defaultSharedIndex: number;
  readonly hotAddRemove: BoolOption;
  readonly scsiCtlrUnitNumber: number;
}

export interface VirtualSCSIPassthrough extends VirtualDevice {}

export interface VirtualSCSIPassthroughDeviceBackingInfo extends VirtualDeviceDeviceBackingInfo {}

export interface VirtualSCSIPassthroughDeviceBackingOption extends VirtualDeviceDeviceBackingOption {}

export interface VirtualSCSIPassthroughOption extends VirtualDeviceOption {}

export interface VirtualSIOController extends VirtualController {}

export interface VirtualSIOControllerOption extends VirtualControllerOption {
  readonly numFloppyDrives: IntOption;
  readonly numSerialPorts: IntOption;
  readonly numParallelPorts: IntOption;
}

export interface VirtualSerialPort extends VirtualDevice {
  readonly yieldOnPoll: boolean;
}

export interface VirtualSerialPortDeviceBackingInfo extends VirtualDeviceDeviceBackingInfo {}

export interface VirtualSerialPortDeviceBackingOption extends VirtualDeviceDeviceBackingOption {}

export interface VirtualSerialPortFileBackingInfo extends VirtualDeviceFileBackingInfo {}

export interface VirtualSerialPortFileBackingOption extends VirtualDeviceFileBackingOption {}

export interface VirtualSerialPortOption extends VirtualDeviceOption {
  readonly yieldOnPoll: BoolOption;
}

export interface VirtualSerialPortPipeBackingInfo extends VirtualDevicePipeBackingInfo {
  readonly endpoint: string;
  readonly noRxLoss?: boolean | undefined;
}

export interface VirtualSerialPortPipeBackingOption extends VirtualDevicePipeBackingOption {
  readonly endpoint: ChoiceOption;
  readonly noRxLoss: BoolOption;
}

export interface VirtualSerialPortThinPrintBackingInfo extends VirtualDeviceBackingInfo {}

export interface VirtualSerialPortThinPrintBackingOption extends VirtualDeviceBackingOption {}

export interface VirtualSerialPortURIBackingInfo extends VirtualDeviceURIBackingInfo {}

export interface VirtualSerialPortURIBackingOption extends VirtualDeviceURIBackingOption {}

export interface VirtualSoundBlaster16 extends VirtualSoundCard {}

export interface VirtualSoundBlaster16Option extends VirtualSoundCardOption {}

export interface VirtualSoundCard extends VirtualDevice {}

export interface VirtualSoundCardDeviceBackingInfo extends VirtualDeviceDeviceBackingInfo {}

export interface VirtualSoundCardDeviceBackingOption extends VirtualDeviceDeviceBackingOption {}

export interface VirtualSoundCardOption extends VirtualDeviceOption {}

export interface VirtualSriovEthernetCard extends VirtualEthernetCard {
  readonly allowGuestOSMtuChange?: boolean | undefined;
  readonly sriovBacking?: VirtualSriovEthernetCardSriovBackingInfo | undefined;
  readonly dvxBackingInfo?: VirtualPCIPassthroughDvxBackingInfo | undefined;
}

export interface VirtualSriovEthernetCardOption extends VirtualEthernetCardOption {}

export interface VirtualSriovEthernetCardSriovBackingInfo extends VirtualDeviceBackingInfo {
  readonly physicalFunctionBacking?: VirtualPCIPassthroughDeviceBackingInfo | undefined;
  readonly virtualFunctionBacking?: VirtualPCIPassthroughDeviceBackingInfo | undefined;
  readonly virtualFunctionIndex?: number | undefined;
}

export interface VirtualSriovEthernetCardSriovBackingOption extends VirtualDeviceBackingOption {}

export interface VirtualSwitchProfile extends ApplyProfile {
  readonly key: string;
  readonly name: string;
  readonly link: LinkProfile;
  readonly numPorts: NumPortsProfile;
  readonly networkPolicy: NetworkPolicyProfile;
}

export interface VirtualSwitchSelectionProfile extends ApplyProfile {}

export interface VirtualTPM extends VirtualDevice {
  readonly endorsementKeyCertificateSigningRequest?: readonly string[] | undefined;
  readonly endorsementKeyCertificate?: readonly string[] | undefined;
}

export interface VirtualTPMOption extends VirtualDeviceOption {
  readonly supportedFirmware?: readonly string[] | undefined;
}

export interface VirtualUSB extends VirtualDevice {
  readonly connected?: boolean | undefined;
  readonly vendor?: number | undefined;
  readonly product?: number | undefined;
  readonly family?: readonly string[] | undefined;
  readonly speed?: readonly string[] | undefined;
}

export interface VirtualUSBController extends VirtualController {
  readonly autoConnectDevices?: boolean | undefined;
  readonly ehciEnabled?: boolean | undefined;
}

export interface VirtualUSBControllerOption extends VirtualControllerOption {
  readonly autoConnectDevices: BoolOption;
  readonly ehciSupported?: BoolOption | undefined;
  readonly supportedSpeeds?: readonly string[] | undefined;
}

export interface VirtualUSBControllerPciBusSlotInfo extends VirtualDevicePciBusSlotInfo {
  readonly ehciPciSlotNumber?: number | undefined;
}

export interface VirtualUSBOption extends VirtualDeviceOption {}

export interface VirtualUSBRemoteClientBackingInfo extends VirtualDeviceRemoteDeviceBackingInfo {
  readonly hostname: string;
}

export interface VirtualUSBRemoteClientBackingOption extends VirtualDeviceRemoteDeviceBackingOption {}

export interface VirtualUSBRemoteHostBackingInfo extends VirtualDeviceDeviceBackingInfo {
  readonly hostname: string;
}

export interface VirtualUSBRemoteHostBackingOption extends VirtualDeviceDeviceBackingOption {}

export interface VirtualUSBUSBBackingInfo extends VirtualDeviceDeviceBackingInfo {}

export interface VirtualUSBUSBBackingOption extends VirtualDeviceDeviceBackingOption {}

export interface VirtualUSBXHCIController extends VirtualController {
  readonly autoConnectDevices?: boolean | undefined;
}

export interface VirtualUSBXHCIControllerOption extends VirtualControllerOption {
  readonly autoConnectDevices: BoolOption;
  readonly supportedSpeeds: readonly string[];
}

export interface VirtualVMIROMOption extends VirtualDeviceOption {}

export interface VirtualVideoCardOption extends VirtualDeviceOption {
  readonly videoRamSizeInKB?: LongOption | undefined;
  readonly numDisplays?: IntOption | undefined;
  readonly useAutoDetect?: BoolOption | undefined;
  readonly support3D?: BoolOption | undefined;
  readonly use3dRendererSupported?: BoolOption | undefined;
  readonly graphicsMemorySizeInKB?: LongOption | undefined;
  readonly graphicsMemorySizeSupported?: BoolOption | undefined;
}

export interface VirtualVmxnet extends VirtualEthernetCard {}

export interface VirtualVmxnet2 extends VirtualVmxnet {}

export interface VirtualVmxnet2Option extends VirtualVmxnetOption {}

export interface VirtualVmxnet3 extends VirtualVmxnet {
  readonly uptv2Enabled?: boolean | undefined;
  readonly strictLatencyConfig?: VirtualVmxnet3StrictLatencyConfig | undefined;
}

export interface VirtualVmxnet3Option extends VirtualVmxnetOption {
  readonly uptv2Enabled?: BoolOption | undefined;
  readonly strictLatencyConfigOption?: VirtualVmxnet3OptionStrictLatencyConfigOption | undefined;
}

export interface VirtualVmxnet3OptionStrictLatencyConfigOption extends DynamicData {
  readonly allowed: BoolOption;
  readonly measureLatency: BoolOption;
  readonly maxTxQueues: IntOption;
  readonly maxRxQueues: IntOption;
  readonly txDataRingDescSize: IntOption;
  readonly rxDataRingDescSize: IntOption;
  readonly disableOffload: ChoiceOption;
}

export interface VirtualVmxnet3StrictLatencyConfig extends DynamicData {
  readonly allowed?: boolean | undefined;
  readonly measureLatency?: boolean | undefined;
  readonly maxTxQueues?: number | undefined;
  readonly maxRxQueues?: number | undefined;
  readonly txDataRingDescSize?: number | undefined;
  readonly rxDataRingDescSize?: number | undefined;
  readonly disableOffload?: string | undefined;
}

export interface VirtualVmxnet3Vrdma extends VirtualVmxnet3 {
  readonly deviceProtocol?: string | undefined;
}

export interface VirtualVmxnet3VrdmaOption extends VirtualVmxnet3Option {
  readonly deviceProtocol?: ChoiceOption | undefined;
}

export interface VirtualVmxnetOption extends VirtualEthernetCardOption {}

export interface VirtualWDT extends VirtualDevice {
  readonly runOnBoot: boolean;
  readonly running: boolean;
}

export interface VirtualWDTOption extends VirtualDeviceOption {
  readonly runOnBoot: BoolOption;
}

export interface VlanProfile extends ApplyProfile {}

export interface VmAcquiredMksTicketEvent extends VmEvent {}

export interface VmAcquiredTicketEvent extends VmEvent {
  readonly ticketType: string;
}

export interface VmAlreadyExistsInDatacenter extends InvalidFolder {
  readonly host: Ref<'HostSystem'>;
  readonly hostname: string;
  readonly vm: readonly Ref<'VirtualMachine'>[];
}

export interface VmAutoRenameEvent extends VmEvent {
  readonly oldName: string;
  readonly newName: string;
}

export interface VmBeingClonedEvent extends VmCloneEvent {
  readonly destFolder: FolderEventArgument;
  readonly destName: string;
  readonly destHost: HostEventArgument;
}

export interface VmBeingClonedNoFolderEvent extends VmCloneEvent {
  readonly destName: string;
  readonly destHost: HostEventArgument;
}

export interface VmBeingCreatedEvent extends VmEvent {
  readonly configSpec?: VirtualMachineConfigSpec | undefined;
}

export interface VmBeingDeployedEvent extends VmEvent {
  readonly srcTemplate: VmEventArgument;
}

export interface VmBeingHotMigratedEvent extends VmEvent {
  readonly destHost: HostEventArgument;
  readonly destDatacenter?: DatacenterEventArgument | undefined;
  readonly destDatastore?: DatastoreEventArgument | undefined;
}

export interface VmBeingMigratedEvent extends VmEvent {
  readonly destHost: HostEventArgument;
  readonly destDatacenter?: DatacenterEventArgument | undefined;
  readonly destDatastore?: DatastoreEventArgument | undefined;
}

export interface VmBeingRelocatedEvent extends VmRelocateSpecEvent {
  readonly destHost: HostEventArgument;
  readonly destDatacenter?: DatacenterEventArgument | undefined;
  readonly destDatastore?: DatastoreEventArgument | undefined;
}

export interface VmCloneEvent extends VmEvent {}

export interface VmCloneFailedEvent extends VmCloneEvent {
  readonly destFolder: FolderEventArgument;
  readonly destName: string;
  readonly destHost: HostEventArgument;
  readonly reason: LocalizedMethodFault;
}

export interface VmClonedEvent extends VmCloneEvent {
  readonly sourceVm: VmEventArgument;
}

export interface VmConfigFault extends VimFault {}

export interface VmConfigFileEncryptionInfo extends DynamicData {
  readonly keyId?: CryptoKeyId | undefined;
}

export interface VmConfigFileInfo extends FileInfo {
  readonly configVersion?: number | undefined;
  readonly encryption?: VmConfigFileEncryptionInfo | undefined;
}

export interface VmConfigFileQuery extends FileQuery {
  readonly filter?: VmConfigFileQueryFilter | undefined;
  readonly details?: VmConfigFileQueryFlags | undefined;
}

export interface VmConfigFileQueryFilter extends DynamicData {
  readonly matchConfigVersion?: readonly number[] | undefined;
  readonly encrypted?: boolean | undefined;
}

export interface VmConfigFileQueryFlags extends DynamicData {
  readonly configVersion: boolean;
  readonly encryption?: boolean | undefined;
}

export interface VmConfigIncompatibleForFaultTolerance extends VmConfigFault {
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface VmConfigIncompatibleForRecordReplay extends VmConfigFault {
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface VmConfigInfo extends DynamicData {
  readonly product?: readonly VAppProductInfo[] | undefined;
  readonly property?: readonly VAppPropertyInfo[] | undefined;
  readonly ipAssignment: VAppIPAssignmentInfo;
  readonly eula?: readonly string[] | undefined;
  readonly ovfSection?: readonly VAppOvfSectionInfo[] | undefined;
  readonly ovfEnvironmentTransport?: readonly string[] | undefined;
  readonly installBootRequired: boolean;
  readonly installBootStopDelay: number;
}

export interface VmConfigMissingEvent extends VmEvent {}

export interface VmConfigSpec extends DynamicData {
  readonly product?: readonly VAppProductSpec[] | undefined;
  readonly property?: readonly VAppPropertySpec[] | undefined;
  readonly ipAssignment?: VAppIPAssignmentInfo | undefined;
  readonly eula?: readonly string[] | undefined;
  readonly ovfSection?: readonly VAppOvfSectionSpec[] | undefined;
  readonly ovfEnvironmentTransport?: readonly string[] | undefined;
  readonly installBootRequired?: boolean | undefined;
  readonly installBootStopDelay?: number | undefined;
}

export interface VmConnectedEvent extends VmEvent {}

export interface VmCreatedEvent extends VmEvent {}

export interface VmDasBeingResetEvent extends VmEvent {
  readonly reason?: string | undefined;
}

export interface VmDasBeingResetWithScreenshotEvent extends VmDasBeingResetEvent {
  readonly screenshotFilePath: string;
}

export interface VmDasResetFailedEvent extends VmEvent {}

export interface VmDasUpdateErrorEvent extends VmEvent {}

export interface VmDasUpdateOkEvent extends VmEvent {}

export interface VmDateRolledBackEvent extends VmEvent {}

export interface VmDeployFailedEvent extends VmEvent {
  readonly destDatastore: EntityEventArgument;
  readonly reason: LocalizedMethodFault;
}

export interface VmDeployedEvent extends VmEvent {
  readonly srcTemplate: VmEventArgument;
}

export interface VmDisconnectedEvent extends VmEvent {}

export interface VmDiscoveredEvent extends VmEvent {}

export interface VmDiskFailedEvent extends VmEvent {
  readonly disk: string;
  readonly reason: LocalizedMethodFault;
}

export interface VmDiskFileEncryptionInfo extends DynamicData {
  readonly keyId?: CryptoKeyId | undefined;
}

export interface VmDiskFileInfo extends FileInfo {
  readonly diskType?: string | undefined;
  readonly capacityKb?: number | undefined;
  readonly hardwareVersion?: number | undefined;
  readonly controllerType?: string | undefined;
  readonly diskExtents?: readonly string[] | undefined;
  readonly thin?: boolean | undefined;
  readonly encryption?: VmDiskFileEncryptionInfo | undefined;
  readonly sectorFormat?: string | undefined;
}

export interface VmDiskFileQuery extends FileQuery {
  readonly filter?: VmDiskFileQueryFilter | undefined;
  readonly details?: VmDiskFileQueryFlags | undefined;
}

export interface VmDiskFileQueryFilter extends DynamicData {
  readonly diskType?: readonly string[] | undefined;
  readonly matchHardwareVersion?: readonly number[] | undefined;
  readonly controllerType?: readonly string[] | undefined;
  readonly thin?: boolean | undefined;
  readonly encrypted?: boolean | undefined;
}

export interface VmDiskFileQueryFlags extends DynamicData {
  readonly diskType: boolean;
  readonly capacityKb: boolean;
  readonly hardwareVersion: boolean;
  readonly controllerType?: boolean | undefined;
  readonly diskExtents?: boolean | undefined;
  readonly thin?: boolean | undefined;
  readonly encryption?: boolean | undefined;
  readonly sectorFormat?: boolean | undefined;
}

export interface VmEmigratingEvent extends VmEvent {}

export interface VmEndRecordingEvent extends VmEvent {}

export interface VmEndReplayingEvent extends VmEvent {}

export interface VmEvent extends Event {
  readonly template: boolean;
}

export interface VmEventArgument extends EntityEventArgument {
  readonly vm: Ref<'VirtualMachine'>;
}

export interface VmFailedMigrateEvent extends VmEvent {
  readonly destHost: HostEventArgument;
  readonly reason: LocalizedMethodFault;
  readonly destDatacenter?: DatacenterEventArgument | undefined;
  readonly destDatastore?: DatastoreEventArgument | undefined;
}

export interface VmFailedRelayoutEvent extends VmEvent {
  readonly reason: LocalizedMethodFault;
}

export interface VmFailedRelayoutOnVmfs2DatastoreEvent extends VmEvent {}

export interface VmFailedStartingSecondaryEvent extends VmEvent {
  readonly reason?: string | undefined;
}

export interface VmFailedToPowerOffEvent extends VmEvent {
  readonly reason: LocalizedMethodFault;
}

export interface VmFailedToPowerOnEvent extends VmEvent {
  readonly reason: LocalizedMethodFault;
}

export interface VmFailedToRebootGuestEvent extends VmEvent {
  readonly reason: LocalizedMethodFault;
}

export interface VmFailedToResetEvent extends VmEvent {
  readonly reason: LocalizedMethodFault;
}

export interface VmFailedToShutdownGuestEvent extends VmEvent {
  readonly reason: LocalizedMethodFault;
}

export interface VmFailedToStandbyGuestEvent extends VmEvent {
  readonly reason: LocalizedMethodFault;
}

export interface VmFailedToSuspendEvent extends VmEvent {
  readonly reason: LocalizedMethodFault;
}

export interface VmFailedUpdatingSecondaryConfig extends VmEvent {}

export interface VmFailoverFailed extends VmEvent {
  readonly reason?: LocalizedMethodFault | undefined;
}

export interface VmFaultToleranceConfigIssue extends VmFaultToleranceIssue {
  readonly reason?: string | undefined;
  readonly entityName?: string | undefined;
  readonly entity?: Ref<'ManagedEntity'> | undefined;
}

export interface VmFaultToleranceConfigIssueWrapper extends VmFaultToleranceIssue {
  readonly entityName?: string | undefined;
  readonly entity?: Ref<'ManagedEntity'> | undefined;
  readonly error?: LocalizedMethodFault | undefined;
}

export interface VmFaultToleranceInvalidFileBacking extends VmFaultToleranceIssue {
  readonly backingType?: string | undefined;
  readonly backingFilename?: string | undefined;
}

export interface VmFaultToleranceIssue extends VimFault {}

export interface VmFaultToleranceOpIssuesList extends VmFaultToleranceIssue {
  readonly errors?: readonly LocalizedMethodFault[] | undefined;
  readonly warnings?: readonly LocalizedMethodFault[] | undefined;
}

export interface VmFaultToleranceStateChangedEvent extends VmEvent {
  readonly oldState: VirtualMachineFaultToleranceState;
  readonly newState: VirtualMachineFaultToleranceState;
}

export interface VmFaultToleranceTooManyFtVcpusOnHost extends InsufficientResourcesFault {
  readonly hostName?: string | undefined;
  readonly maxNumFtVcpus: number;
}

export interface VmFaultToleranceTooManyVMsOnHost extends InsufficientResourcesFault {
  readonly hostName?: string | undefined;
  readonly maxNumFtVms: number;
}

export interface VmFaultToleranceTurnedOffEvent extends VmEvent {}

export interface VmFaultToleranceVmTerminatedEvent extends VmEvent {
  readonly reason?: string | undefined;
}

export interface VmGuestOSCrashedEvent extends VmEvent {}

export interface VmGuestRebootEvent extends VmEvent {}

export interface VmGuestShutdownEvent extends VmEvent {}

export interface VmGuestStandbyEvent extends VmEvent {}

export interface VmHealthMonitoringStateChangedEvent extends ClusterEvent {
  readonly state: string;
  readonly prevState?: string | undefined;
}

export interface VmHostAffinityRuleViolation extends VmConfigFault {
  readonly vmName: string;
  readonly hostName: string;
}

export interface VmInstanceUuidAssignedEvent extends VmEvent {
  readonly instanceUuid: string;
}

export interface VmInstanceUuidChangedEvent extends VmEvent {
  readonly oldInstanceUuid: string;
  readonly newInstanceUuid: string;
}

export interface VmInstanceUuidConflictEvent extends VmEvent {
  readonly conflictedVm: VmEventArgument;
  readonly instanceUuid: string;
}

export interface VmLimitLicense extends NotEnoughLicenses {
  readonly limit: number;
}

export interface VmLogFileInfo extends FileInfo {}

export interface VmLogFileQuery extends FileQuery {}

export interface VmMacAssignedEvent extends VmEvent {
  readonly adapter: string;
  readonly mac: string;
}

export interface VmMacChangedEvent extends VmEvent {
  readonly adapter: string;
  readonly oldMac: string;
  readonly newMac: string;
}

export interface VmMacConflictEvent extends VmEvent {
  readonly conflictedVm: VmEventArgument;
  readonly mac: string;
}

export interface VmMaxFTRestartCountReached extends VmEvent {}

export interface VmMaxRestartCountReached extends VmEvent {}

export interface VmMessageErrorEvent extends VmEvent {
  readonly message: string;
  readonly messageInfo?: readonly VirtualMachineMessage[] | undefined;
}

export interface VmMessageEvent extends VmEvent {
  readonly message: string;
  readonly messageInfo?: readonly VirtualMachineMessage[] | undefined;
}

export interface VmMessageWarningEvent extends VmEvent {
  readonly message: string;
  readonly messageInfo?: readonly VirtualMachineMessage[] | undefined;
}

export interface VmMetadataManagerFault extends VimFault {}

export interface VmMigratedEvent extends VmEvent {
  readonly sourceHost: HostEventArgument;
  readonly sourceDatacenter?: DatacenterEventArgument | undefined;
  readonly sourceDatastore?: DatastoreEventArgument | undefined;
}

export interface VmMonitorIncompatibleForFaultTolerance extends VimFault {}

export interface VmNoCompatibleHostForSecondaryEvent extends VmEvent {}

export interface VmNoNetworkAccessEvent extends VmEvent {
  readonly destHost: HostEventArgument;
}

export interface VmNvramFileInfo extends FileInfo {}

export interface VmNvramFileQuery extends FileQuery {}

export interface VmOrphanedEvent extends VmEvent {}

export interface VmPlacementPolicy extends DynamicData {}

export interface VmPodConfigForPlacement extends DynamicData {
  readonly storagePod: Ref<'StoragePod'>;
  readonly disk?: readonly PodDiskLocator[] | undefined;
  readonly vmConfig?: StorageDrsVmConfigInfo | undefined;
  readonly interVmRule?: readonly ClusterRuleInfo[] | undefined;
}

export interface VmPortGroupProfile extends PortGroupProfile {}

export interface VmPowerOffOnIsolationEvent extends VmPoweredOffEvent {
  readonly isolatedHost: HostEventArgument;
}

export interface VmPowerOnDisabled extends InvalidState {}

export interface VmPoweredOffEvent extends VmEvent {}

export interface VmPoweredOnEvent extends VmEvent {}

export interface VmPoweringOnWithCustomizedDVPortEvent extends VmEvent {
  readonly vnic: readonly VnicPortArgument[];
}

export interface VmPrimaryFailoverEvent extends VmEvent {
  readonly reason?: string | undefined;
}

export interface VmReconfiguredEvent extends VmEvent {
  readonly configSpec: VirtualMachineConfigSpec;
  readonly configChanges?: ChangesInfoEventArgument | undefined;
}

export interface VmRegisteredEvent extends VmEvent {}

export interface VmRelayoutSuccessfulEvent extends VmEvent {}

export interface VmRelayoutUpToDateEvent extends VmEvent {}

export interface VmReloadFromPathEvent extends VmEvent {
  readonly configPath: string;
}

export interface VmReloadFromPathFailedEvent extends VmEvent {
  readonly configPath: string;
}

export interface VmRelocateFailedEvent extends VmRelocateSpecEvent {
  readonly destHost: HostEventArgument;
  readonly reason: LocalizedMethodFault;
  readonly destDatacenter?: DatacenterEventArgument | undefined;
  readonly destDatastore?: DatastoreEventArgument | undefined;
}

export interface VmRelocateSpecEvent extends VmEvent {}

export interface VmRelocatedEvent extends VmRelocateSpecEvent {
  readonly sourceHost: HostEventArgument;
  readonly sourceDatacenter?: DatacenterEventArgument | undefined;
  readonly sourceDatastore?: DatastoreEventArgument | undefined;
}

export interface VmRemoteConsoleConnectedEvent extends VmEvent {}

export interface VmRemoteConsoleDisconnectedEvent extends VmEvent {}

export interface VmRemovedEvent extends VmEvent {}

export interface VmRenamedEvent extends VmEvent {
  readonly oldName: string;
  readonly newName: string;
}

export interface VmRequirementsExceedCurrentEVCModeEvent extends VmEvent {}

export interface VmResettingEvent extends VmEvent {}

export interface VmResourcePoolMovedEvent extends VmEvent {
  readonly oldParent: ResourcePoolEventArgument;
  readonly newParent: ResourcePoolEventArgument;
}

export interface VmResourceReallocatedEvent extends VmEvent {
  readonly configChanges?: ChangesInfoEventArgument | undefined;
}

export interface VmRestartedOnAlternateHostEvent extends VmPoweredOnEvent {
  readonly sourceHost: HostEventArgument;
}

export interface VmResumingEvent extends VmEvent {}

export interface VmSecondaryAddedEvent extends VmEvent {}

export interface VmSecondaryDisabledBySystemEvent extends VmEvent {
  readonly reason?: LocalizedMethodFault | undefined;
}

export interface VmSecondaryDisabledEvent extends VmEvent {}

export interface VmSecondaryEnabledEvent extends VmEvent {}

export interface VmSecondaryStartedEvent extends VmEvent {}

export interface VmShutdownOnIsolationEvent extends VmPoweredOffEvent {
  readonly isolatedHost: HostEventArgument;
  readonly shutdownResult?: string | undefined;
}

export interface VmSmpFaultToleranceTooManyVMsOnHost extends InsufficientResourcesFault {
  readonly hostName?: string | undefined;
  readonly maxNumSmpFtVms: number;
}

export interface VmSnapshotFileInfo extends FileInfo {}

export interface VmSnapshotFileQuery extends FileQuery {}

export interface VmStartRecordingEvent extends VmEvent {}

export interface VmStartReplayingEvent extends VmEvent {}

export interface VmStartingEvent extends VmEvent {}

export interface VmStartingSecondaryEvent extends VmEvent {}

export interface VmStaticMacConflictEvent extends VmEvent {
  readonly conflictedVm: VmEventArgument;
  readonly mac: string;
}

export interface VmStoppingEvent extends VmEvent {}

export interface VmSuspendedEvent extends VmEvent {}

export interface VmSuspendingEvent extends VmEvent {}

export interface VmTimedoutStartingSecondaryEvent extends VmEvent {
  readonly timeout?: number | undefined;
}

export interface VmToVmGroupsAntiAffinity extends VmPlacementPolicy {
  readonly selfTag?: TagId | undefined;
  readonly antiAffinedVmGroupTags?: readonly TagId[] | undefined;
  readonly policyStrictness?: string | undefined;
  readonly policyTopology?: string | undefined;
}

export interface VmToolsUpgradeFault extends VimFault {}

export interface VmUnsupportedStartingEvent extends VmStartingEvent {
  readonly guestId: string;
}

export interface VmUpgradeCompleteEvent extends VmEvent {
  readonly version: string;
}

export interface VmUpgradeFailedEvent extends VmEvent {}

export interface VmUpgradingEvent extends VmEvent {
  readonly version: string;
}

export interface VmUuidAssignedEvent extends VmEvent {
  readonly uuid: string;
}

export interface VmUuidChangedEvent extends VmEvent {
  readonly oldUuid: string;
  readonly newUuid: string;
}

export interface VmUuidConflictEvent extends VmEvent {
  readonly conflictedVm: VmEventArgument;
  readonly uuid: string;
}

export interface VmValidateMaxDevice extends VimFault {
  readonly device: string;
  readonly max: number;
  readonly count: number;
}

export interface VmVmAffinity extends VmPlacementPolicy {
  readonly affinedVmsTag: TagId;
  readonly policyStrictness?: string | undefined;
  readonly policyTopology?: string | undefined;
}

export interface VmVmAntiAffinity extends VmPlacementPolicy {
  readonly antiAffinedVmsTag: TagId;
  readonly policyStrictness?: string | undefined;
  readonly policyTopology?: string | undefined;
}

export interface VmVnicPoolReservationViolationClearEvent extends DvsEvent {
  readonly vmVnicResourcePoolKey: string;
  readonly vmVnicResourcePoolName?: string | undefined;
}

export interface VmVnicPoolReservationViolationRaiseEvent extends DvsEvent {
  readonly vmVnicResourcePoolKey: string;
  readonly vmVnicResourcePoolName?: string | undefined;
}

export interface VmWwnAssignedEvent extends VmEvent {
  readonly nodeWwns: readonly number[];
  readonly portWwns: readonly number[];
}

export interface VmWwnChangedEvent extends VmEvent {
  readonly oldNodeWwns?: readonly number[] | undefined;
  readonly oldPortWwns?: readonly number[] | undefined;
  readonly newNodeWwns?: readonly number[] | undefined;
  readonly newPortWwns?: readonly number[] | undefined;
}

export interface VmWwnConflict extends InvalidVmConfig {
  readonly vm?: Ref<'VirtualMachine'> | undefined;
  readonly host?: Ref<'HostSystem'> | undefined;
  readonly name?: string | undefined;
  readonly wwn?: number | undefined;
}

export interface VmWwnConflictEvent extends VmEvent {
  readonly conflictedVms?: readonly VmEventArgument[] | undefined;
  readonly conflictedHosts?: readonly HostEventArgument[] | undefined;
  readonly wwn: number;
}

export interface VmfsAlreadyMounted extends VmfsMountFault {}

export interface VmfsAmbiguousMount extends VmfsMountFault {}

export interface VmfsConfigOption extends DynamicData {
  readonly blockSizeOption: number;
  readonly unmapGranularityOption?: readonly number[] | undefined;
  readonly unmapBandwidthFixedValue?: LongOption | undefined;
  readonly unmapBandwidthDynamicMin?: LongOption | undefined;
  readonly unmapBandwidthDynamicMax?: LongOption | undefined;
  readonly unmapBandwidthIncrement?: number | undefined;
  readonly unmapBandwidthUltraLow?: number | undefined;
}

export interface VmfsDatastoreAllExtentOption extends VmfsDatastoreSingleExtentOption {}

export interface VmfsDatastoreBaseOption extends DynamicData {
  readonly layout: HostDiskPartitionLayout;
  readonly partitionFormatChange?: boolean | undefined;
}

export interface VmfsDatastoreCreateSpec extends VmfsDatastoreSpec {
  readonly partition: HostDiskPartitionSpec;
  readonly vmfs: HostVmfsSpec;
  readonly extent?: readonly HostScsiDiskPartition[] | undefined;
}

export interface VmfsDatastoreExpandSpec extends VmfsDatastoreSpec {
  readonly partition: HostDiskPartitionSpec;
  readonly extent: HostScsiDiskPartition;
}

export interface VmfsDatastoreExtendSpec extends VmfsDatastoreSpec {
  readonly partition: HostDiskPartitionSpec;
  readonly extent: readonly HostScsiDiskPartition[];
}

export interface VmfsDatastoreInfo extends DatastoreInfo {
  readonly maxPhysicalRDMFileSize?: number | undefined;
  readonly maxVirtualRDMFileSize?: number | undefined;
  readonly vmfs?: HostVmfsVolume | undefined;
}

export interface VmfsDatastoreMultipleExtentOption extends VmfsDatastoreBaseOption {
  readonly vmfsExtent: readonly HostDiskPartitionBlockRange[];
}

export interface VmfsDatastoreOption extends DynamicData {
  readonly info: VmfsDatastoreBaseOption;
  readonly spec: VmfsDatastoreSpec;
}

export interface VmfsDatastoreSingleExtentOption extends VmfsDatastoreBaseOption {
  readonly vmfsExtent: HostDiskPartitionBlockRange;
}

export interface VmfsDatastoreSpec extends DynamicData {
  readonly diskUuid: string;
}

export interface VmfsMountFault extends HostConfigFault {
  readonly uuid: string;
}

export interface VmfsUnmapBandwidthSpec extends DynamicData {
  readonly policy: string;
  readonly fixedValue: number;
  readonly dynamicMin: number;
  readonly dynamicMax: number;
}

export interface VmotionInterfaceNotEnabled extends HostPowerOpFailed {}

export interface VmwareDistributedVirtualSwitchDpuFailoverPolicy extends DynamicData {
  readonly activeUplink?: readonly string[] | undefined;
  readonly standbyUplink?: readonly string[] | undefined;
}

export interface VmwareDistributedVirtualSwitchNetworkOffloadConfig extends DynamicData {
  readonly dpuFailoverPolicy?: VmwareDistributedVirtualSwitchDpuFailoverPolicy | undefined;
}

export interface VmwareDistributedVirtualSwitchPvlanSpec extends VmwareDistributedVirtualSwitchVlanSpec {
  readonly pvlanId: number;
}

export interface VmwareDistributedVirtualSwitchRealTimeConfig extends DynamicData {
  readonly allowed?: boolean | undefined;
  readonly lanAnnotation?: VmwareDistributedVirtualSwitchRealTimeLanAnnotation | undefined;
}

export interface VmwareDistributedVirtualSwitchRealTimeLanAnnotation extends DynamicData {
  readonly lanAUplink?: readonly string[] | undefined;
  readonly lanBUplink?: readonly string[] | undefined;
}

export interface VmwareDistributedVirtualSwitchTrunkVlanSpec extends VmwareDistributedVirtualSwitchVlanSpec {
  readonly vlanId?: readonly NumericRange[] | undefined;
}

export interface VmwareDistributedVirtualSwitchVlanIdSpec extends VmwareDistributedVirtualSwitchVlanSpec {
  readonly vlanId: number;
}

export interface VmwareDistributedVirtualSwitchVlanSpec extends InheritablePolicy {}

export interface VmwareUplinkPortTeamingPolicy extends InheritablePolicy {
  readonly policy?: StringPolicy | undefined;
  readonly reversePolicy?: BoolPolicy | undefined;
  readonly notifySwitches?: BoolPolicy | undefined;
  readonly rollingOrder?: BoolPolicy | undefined;
  readonly failureCriteria?: DVSFailureCriteria | undefined;
  readonly uplinkPortOrder?: VMwareUplinkPortOrderPolicy | undefined;
}

export interface VnicPortArgument extends DynamicData {
  readonly vnic: string;
  readonly port: DistributedVirtualSwitchPortConnection;
}

export interface VolumeEditorError extends CustomizationFault {}

export interface VramLimitLicense extends NotEnoughLicenses {
  readonly limit: number;
}

export interface VsanClusterConfigInfo extends DynamicData {
  readonly enabled?: boolean | undefined;
  readonly defaultConfig?: VsanClusterConfigInfoHostDefaultInfo | undefined;
  readonly vsanEsaEnabled?: boolean | undefined;
  readonly vsanCyberRecoveryEnabled?: boolean | undefined;
}

export interface VsanClusterConfigInfoHostDefaultInfo extends DynamicData {
  readonly uuid?: string | undefined;
  readonly autoClaimStorage?: boolean | undefined;
  readonly checksumEnabled?: boolean | undefined;
}

export interface VsanClusterCoreConfig extends DynamicData {
  readonly vsanMaxEnabled?: boolean | undefined;
}

export interface VsanClusterCoreConfigSpec extends DynamicData {
  readonly vsanMaxEnabled?: boolean | undefined;
}

export interface VsanClusterUuidMismatch extends CannotMoveVsanEnabledHost {
  readonly hostClusterUuid: string;
  readonly destinationClusterUuid: string;
}

export interface VsanDatastoreInfo extends DatastoreInfo {
  readonly membershipUuid?: string | undefined;
  readonly accessGenNo?: number | undefined;
}

export interface VsanDiskFault extends VsanFault {
  readonly device?: string | undefined;
}

export interface VsanFault extends VimFault {}

export interface VsanHostClusterStatus extends DynamicData {
  readonly uuid?: string | undefined;
  readonly nodeUuid?: string | undefined;
  readonly health: string;
  readonly nodeState: VsanHostClusterStatusState;
  readonly memberUuid?: readonly string[] | undefined;
}

export interface VsanHostClusterStatusState extends DynamicData {
  readonly state: string;
  readonly completion?: VsanHostClusterStatusStateCompletionEstimate | undefined;
}

export interface VsanHostClusterStatusStateCompletionEstimate extends DynamicData {
  readonly completeTime?: string | undefined;
  readonly percentComplete?: number | undefined;
}

export interface VsanHostConfigInfo extends DynamicData {
  readonly enabled?: boolean | undefined;
  readonly hostSystem?: Ref<'HostSystem'> | undefined;
  readonly clusterInfo?: VsanHostConfigInfoClusterInfo | undefined;
  readonly storageInfo?: VsanHostConfigInfoStorageInfo | undefined;
  readonly networkInfo?: VsanHostConfigInfoNetworkInfo | undefined;
  readonly faultDomainInfo?: VsanHostFaultDomainInfo | undefined;
  readonly vsanEsaEnabled?: boolean | undefined;
  readonly vsanCyberRecoveryEnabled?: boolean | undefined;
}

export interface VsanHostConfigInfoClusterInfo extends DynamicData {
  readonly uuid?: string | undefined;
  readonly nodeUuid?: string | undefined;
}

export interface VsanHostConfigInfoNetworkInfo extends DynamicData {
  readonly port?: readonly VsanHostConfigInfoNetworkInfoPortConfig[] | undefined;
}

export interface VsanHostConfigInfoNetworkInfoPortConfig extends DynamicData {
  readonly ipConfig?: VsanHostIpConfig | undefined;
  readonly device: string;
}

export interface VsanHostConfigInfoStorageInfo extends DynamicData {
  readonly autoClaimStorage?: boolean | undefined;
  readonly diskMapping?: readonly VsanHostDiskMapping[] | undefined;
  readonly diskMapInfo?: readonly VsanHostDiskMapInfo[] | undefined;
  readonly checksumEnabled?: boolean | undefined;
}

export interface VsanHostDecommissionMode extends DynamicData {
  readonly objectAction: string;
}

export interface VsanHostDiskMapInfo extends DynamicData {
  readonly mapping: VsanHostDiskMapping;
  readonly mounted: boolean;
}

export interface VsanHostDiskMapResult extends DynamicData {
  readonly mapping: VsanHostDiskMapping;
  readonly diskResult?: readonly VsanHostDiskResult[] | undefined;
  readonly error?: LocalizedMethodFault | undefined;
}

export interface VsanHostDiskMapping extends DynamicData {
  readonly ssd: HostScsiDisk;
  readonly nonSsd: readonly HostScsiDisk[];
}

export interface VsanHostDiskResult extends DynamicData {
  readonly disk: HostScsiDisk;
  readonly state: string;
  readonly vsanUuid?: string | undefined;
  readonly error?: LocalizedMethodFault | undefined;
  readonly degraded?: boolean | undefined;
}

export interface VsanHostFaultDomainInfo extends DynamicData {
  readonly name: string;
}

export interface VsanHostIpConfig extends DynamicData {
  readonly upstreamIpAddress: string;
  readonly downstreamIpAddress: string;
}

export interface VsanHostMembershipInfo extends DynamicData {
  readonly nodeUuid: string;
  readonly hostname: string;
}

export interface VsanHostRuntimeInfo extends DynamicData {
  readonly membershipList?: readonly VsanHostMembershipInfo[] | undefined;
  readonly diskIssues?: readonly VsanHostRuntimeInfoDiskIssue[] | undefined;
  readonly accessGenNo?: number | undefined;
}

export interface VsanHostRuntimeInfoDiskIssue extends DynamicData {
  readonly diskId: string;
  readonly issue: string;
}

export interface VsanHostVsanDiskInfo extends DynamicData {
  readonly vsanUuid: string;
  readonly formatVersion: number;
}

export interface VsanIncompatibleDiskMapping extends VsanDiskFault {}

export interface VsanNewPolicyBatch extends DynamicData {
  readonly size?: readonly number[] | undefined;
  readonly policy?: string | undefined;
}

export interface VsanPolicyChangeBatch extends DynamicData {
  readonly uuid?: readonly string[] | undefined;
  readonly policy?: string | undefined;
}

export interface VsanPolicyCost extends DynamicData {
  readonly changeDataSize?: number | undefined;
  readonly currentDataSize?: number | undefined;
  readonly tempDataSize?: number | undefined;
  readonly copyDataSize?: number | undefined;
  readonly changeFlashReadCacheSize?: number | undefined;
  readonly currentFlashReadCacheSize?: number | undefined;
  readonly currentDiskSpaceToAddressSpaceRatio?: number | undefined;
  readonly diskSpaceToAddressSpaceRatio?: number | undefined;
}

export interface VsanPolicySatisfiability extends DynamicData {
  readonly uuid?: string | undefined;
  readonly isSatisfiable: boolean;
  readonly reason?: LocalizableMessage | undefined;
  readonly cost?: VsanPolicyCost | undefined;
}

export interface VsanUpgradeSystemAPIBrokenIssue extends VsanUpgradeSystemPreflightCheckIssue {
  readonly hosts: readonly Ref<'HostSystem'>[];
}

export interface VsanUpgradeSystemAutoClaimEnabledOnHostsIssue extends VsanUpgradeSystemPreflightCheckIssue {
  readonly hosts: readonly Ref<'HostSystem'>[];
}

export interface VsanUpgradeSystemHostsDisconnectedIssue extends VsanUpgradeSystemPreflightCheckIssue {
  readonly hosts: readonly Ref<'HostSystem'>[];
}

export interface VsanUpgradeSystemMissingHostsInClusterIssue extends VsanUpgradeSystemPreflightCheckIssue {
  readonly hosts: readonly Ref<'HostSystem'>[];
}

export interface VsanUpgradeSystemNetworkPartitionInfo extends DynamicData {
  readonly hosts: readonly Ref<'HostSystem'>[];
}

export interface VsanUpgradeSystemNetworkPartitionIssue extends VsanUpgradeSystemPreflightCheckIssue {
  readonly partitions: readonly VsanUpgradeSystemNetworkPartitionInfo[];
}

export interface VsanUpgradeSystemNotEnoughFreeCapacityIssue extends VsanUpgradeSystemPreflightCheckIssue {
  readonly reducedRedundancyUpgradePossible: boolean;
}

export interface VsanUpgradeSystemPreflightCheckIssue extends DynamicData {
  readonly msg: string;
}

export interface VsanUpgradeSystemPreflightCheckResult extends DynamicData {
  readonly issues?: readonly VsanUpgradeSystemPreflightCheckIssue[] | undefined;
  readonly diskMappingToRestore?: VsanHostDiskMapping | undefined;
}

export interface VsanUpgradeSystemRogueHostsInClusterIssue extends VsanUpgradeSystemPreflightCheckIssue {
  readonly uuids: readonly string[];
}

export interface VsanUpgradeSystemUpgradeHistoryDiskGroupOp extends VsanUpgradeSystemUpgradeHistoryItem {
  readonly operation: string;
  readonly diskMapping: VsanHostDiskMapping;
}

export interface VsanUpgradeSystemUpgradeHistoryItem extends DynamicData {
  readonly timestamp: string;
  readonly host?: Ref<'HostSystem'> | undefined;
  readonly message: string;
  readonly task?: Ref<'Task'> | undefined;
}

export interface VsanUpgradeSystemUpgradeHistoryPreflightFail extends VsanUpgradeSystemUpgradeHistoryItem {
  readonly preflightResult: VsanUpgradeSystemPreflightCheckResult;
}

export interface VsanUpgradeSystemUpgradeStatus extends DynamicData {
  readonly inProgress: boolean;
  readonly history?: readonly VsanUpgradeSystemUpgradeHistoryItem[] | undefined;
  readonly aborted?: boolean | undefined;
  readonly completed?: boolean | undefined;
  readonly progress?: number | undefined;
}

export interface VsanUpgradeSystemV2ObjectsPresentDuringDowngradeIssue extends VsanUpgradeSystemPreflightCheckIssue {
  readonly uuids: readonly string[];
}

export interface VsanUpgradeSystemWrongEsxVersionIssue extends VsanUpgradeSystemPreflightCheckIssue {
  readonly hosts: readonly Ref<'HostSystem'>[];
}

export interface VslmCloneSpec extends VslmMigrateSpec {
  readonly name: string;
  readonly keepAfterDeleteVm?: boolean | undefined;
  readonly metadata?: readonly KeyValue[] | undefined;
}

export interface VslmCreateSpec extends DynamicData {
  readonly id?: ID | undefined;
  readonly name: string;
  readonly keepAfterDeleteVm?: boolean | undefined;
  readonly backingSpec: VslmCreateSpecBackingSpec;
  readonly capacityInMB: number;
  readonly profile?: readonly VirtualMachineProfileSpec[] | undefined;
  readonly crypto?: CryptoSpec | undefined;
  readonly metadata?: readonly KeyValue[] | undefined;
}

export interface VslmCreateSpecBackingSpec extends DynamicData {
  readonly datastore: Ref<'Datastore'>;
  readonly path?: string | undefined;
}

export interface VslmCreateSpecDiskFileBackingSpec extends VslmCreateSpecBackingSpec {
  readonly provisioningType?: string | undefined;
}

export interface VslmCreateSpecRawDiskMappingBackingSpec extends VslmCreateSpecBackingSpec {
  readonly lunUuid: string;
  readonly compatibilityMode: string;
}

export interface VslmMigrateSpec extends DynamicData {
  readonly backingSpec: VslmCreateSpecBackingSpec;
  readonly profile?: readonly VirtualMachineProfileSpec[] | undefined;
  readonly consolidate?: boolean | undefined;
  readonly disksCrypto?: DiskCryptoSpec | undefined;
  readonly service?: ServiceLocator | undefined;
}

export interface VslmRelocateSpec extends VslmMigrateSpec {}

export interface VslmTagEntry extends DynamicData {
  readonly tagName: string;
  readonly parentCategoryName: string;
}

export interface VspanDestPortConflict extends DvsFault {
  readonly vspanSessionKey1: string;
  readonly vspanSessionKey2: string;
  readonly portKey: string;
}

export interface VspanPortConflict extends DvsFault {
  readonly vspanSessionKey1: string;
  readonly vspanSessionKey2: string;
  readonly portKey: string;
}

export interface VspanPortMoveFault extends DvsFault {
  readonly srcPortgroupName: string;
  readonly destPortgroupName: string;
  readonly portKey: string;
}

export interface VspanPortPromiscChangeFault extends DvsFault {
  readonly portKey: string;
}

export interface VspanPortgroupPromiscChangeFault extends DvsFault {
  readonly portgroupName: string;
}

export interface VspanPortgroupTypeChangeFault extends DvsFault {
  readonly portgroupName: string;
}

export interface VspanPromiscuousPortNotSupported extends DvsFault {
  readonly vspanSessionKey: string;
  readonly portKey: string;
}

export interface VspanSameSessionPortConflict extends DvsFault {
  readonly vspanSessionKey: string;
  readonly portKey: string;
}

export interface VvolDatastoreInfo extends DatastoreInfo {
  readonly vvolDS?: HostVvolVolume | undefined;
}

export interface WaitOptions extends DynamicData {
  readonly maxWaitSeconds?: number | undefined;
  readonly maxObjectUpdates?: number | undefined;
}

export interface WakeOnLanNotSupported extends VirtualHardwareCompatibilityIssue {}

export interface WakeOnLanNotSupportedByVmotionNIC extends HostPowerOpFailed {}

export interface WarningUpgradeEvent extends UpgradeEvent {}

export interface WeeklyTaskScheduler extends DailyTaskScheduler {
  readonly sunday: boolean;
  readonly monday: boolean;
  readonly tuesday: boolean;
  readonly wednesday: boolean;
  readonly thursday: boolean;
  readonly friday: boolean;
  readonly saturday: boolean;
}

export interface WillLoseHAProtection extends MigrationFault {
  readonly resolution: string;
}

export interface WillModifyConfigCpuRequirements extends MigrationFault {}

export interface WillResetSnapshotDirectory extends MigrationFault {}

export interface WinNetBIOSConfigInfo extends NetBIOSConfigInfo {
  readonly primaryWINS: string;
  readonly secondaryWINS?: string | undefined;
}

export interface WipeDiskFault extends VimFault {}

export interface WitnessNodeInfo extends DynamicData {
  readonly ipSettings: CustomizationIPSettings;
  readonly biosUuid?: string | undefined;
}

export interface vslmInfrastructureObjectPolicy extends DynamicData {
  readonly name: string;
  readonly backingObjectId: string;
  readonly profileId: string;
  readonly error?: LocalizedMethodFault | undefined;
}

export interface vslmInfrastructureObjectPolicySpec extends DynamicData {
  readonly datastore: Ref<'Datastore'>;
  readonly profile?: readonly VirtualMachineProfileSpec[] | undefined;
}

export interface vslmVClockInfo extends DynamicData {
  readonly vClockTime: number;
}

/** Every data type by its wire name. */
export interface DataTypes {
  readonly AboutInfo: AboutInfo;
  readonly AccountCreatedEvent: AccountCreatedEvent;
  readonly AccountRemovedEvent: AccountRemovedEvent;
  readonly AccountUpdatedEvent: AccountUpdatedEvent;
  readonly Action: Action;
  readonly ActiveDirectoryFault: ActiveDirectoryFault;
  readonly ActiveDirectoryProfile: ActiveDirectoryProfile;
  readonly ActiveVMsBlockingEVC: ActiveVMsBlockingEVC;
  readonly AdminDisabled: AdminDisabled;
  readonly AdminNotDisabled: AdminNotDisabled;
  readonly AdminPasswordNotChangedEvent: AdminPasswordNotChangedEvent;
  readonly AffinityConfigured: AffinityConfigured;
  readonly AfterStartupTaskScheduler: AfterStartupTaskScheduler;
  readonly AgentInstallFailed: AgentInstallFailed;
  readonly AlarmAcknowledgedEvent: AlarmAcknowledgedEvent;
  readonly AlarmAction: AlarmAction;
  readonly AlarmActionTriggeredEvent: AlarmActionTriggeredEvent;
  readonly AlarmClearedEvent: AlarmClearedEvent;
  readonly AlarmCreatedEvent: AlarmCreatedEvent;
  readonly AlarmDescription: AlarmDescription;
  readonly AlarmEmailCompletedEvent: AlarmEmailCompletedEvent;
  readonly AlarmEmailFailedEvent: AlarmEmailFailedEvent;
  readonly AlarmEvent: AlarmEvent;
  readonly AlarmEventArgument: AlarmEventArgument;
  readonly AlarmExpression: AlarmExpression;
  readonly AlarmFilterSpec: AlarmFilterSpec;
  readonly AlarmInfo: AlarmInfo;
  readonly AlarmReconfiguredEvent: AlarmReconfiguredEvent;
  readonly AlarmRemovedEvent: AlarmRemovedEvent;
  readonly AlarmScriptCompleteEvent: AlarmScriptCompleteEvent;
  readonly AlarmScriptFailedEvent: AlarmScriptFailedEvent;
  readonly AlarmSetting: AlarmSetting;
  readonly AlarmSnmpCompletedEvent: AlarmSnmpCompletedEvent;
  readonly AlarmSnmpFailedEvent: AlarmSnmpFailedEvent;
  readonly AlarmSpec: AlarmSpec;
  readonly AlarmState: AlarmState;
  readonly AlarmStatusChangedEvent: AlarmStatusChangedEvent;
  readonly AlarmTriggeringAction: AlarmTriggeringAction;
  readonly AlarmTriggeringActionTransitionSpec: AlarmTriggeringActionTransitionSpec;
  readonly AllVirtualMachinesLicensedEvent: AllVirtualMachinesLicensedEvent;
  readonly AlreadyAuthenticatedSessionEvent: AlreadyAuthenticatedSessionEvent;
  readonly AlreadyBeingManaged: AlreadyBeingManaged;
  readonly AlreadyConnected: AlreadyConnected;
  readonly AlreadyExists: AlreadyExists;
  readonly AlreadyUpgraded: AlreadyUpgraded;
  readonly AndAlarmExpression: AndAlarmExpression;
  readonly AnswerFile: AnswerFile;
  readonly AnswerFileCreateSpec: AnswerFileCreateSpec;
  readonly AnswerFileOptionsCreateSpec: AnswerFileOptionsCreateSpec;
  readonly AnswerFileSerializedCreateSpec: AnswerFileSerializedCreateSpec;
  readonly AnswerFileStatusError: AnswerFileStatusError;
  readonly AnswerFileStatusResult: AnswerFileStatusResult;
  readonly AnswerFileUpdateFailed: AnswerFileUpdateFailed;
  readonly AnswerFileUpdateFailure: AnswerFileUpdateFailure;
  readonly ApplicationQuiesceFault: ApplicationQuiesceFault;
  readonly ApplyHostProfileConfigurationResult: ApplyHostProfileConfigurationResult;
  readonly ApplyHostProfileConfigurationSpec: ApplyHostProfileConfigurationSpec;
  readonly ApplyProfile: ApplyProfile;
  readonly ApplyStorageRecommendationResult: ApplyStorageRecommendationResult;
  readonly ArrayUpdateSpec: ArrayUpdateSpec;
  readonly AuthMinimumAdminPermission: AuthMinimumAdminPermission;
  readonly AuthenticationProfile: AuthenticationProfile;
  readonly AuthenticationRequired: AuthenticationRequired;
  readonly AuthenticationRequiredChallenge: AuthenticationRequiredChallenge;
  readonly AuthorizationDescription: AuthorizationDescription;
  readonly AuthorizationEvent: AuthorizationEvent;
  readonly AuthorizationPrivilege: AuthorizationPrivilege;
  readonly AuthorizationRole: AuthorizationRole;
  readonly AutoStartDefaults: AutoStartDefaults;
  readonly AutoStartPowerInfo: AutoStartPowerInfo;
  readonly BackupBlobReadFailure: BackupBlobReadFailure;
  readonly BackupBlobWriteFailure: BackupBlobWriteFailure;
  readonly BadUsernameSessionEvent: BadUsernameSessionEvent;
  readonly BaseConfigInfo: BaseConfigInfo;
  readonly BaseConfigInfoBackingInfo: BaseConfigInfoBackingInfo;
  readonly BaseConfigInfoDiskFileBackingInfo: BaseConfigInfoDiskFileBackingInfo;
  readonly BaseConfigInfoFileBackingInfo: BaseConfigInfoFileBackingInfo;
  readonly BaseConfigInfoRawDiskMappingBackingInfo: BaseConfigInfoRawDiskMappingBackingInfo;
  readonly BatchResult: BatchResult;
  readonly BlockedByFirewall: BlockedByFirewall;
  readonly BoolOption: BoolOption;
  readonly BoolPolicy: BoolPolicy;
  readonly CAMServerRefusedConnection: CAMServerRefusedConnection;
  readonly CanceledHostOperationEvent: CanceledHostOperationEvent;
  readonly CannotAccessFile: CannotAccessFile;
  readonly CannotAccessLocalSource: CannotAccessLocalSource;
  readonly CannotAccessNetwork: CannotAccessNetwork;
  readonly CannotAccessVmComponent: CannotAccessVmComponent;
  readonly CannotAccessVmConfig: CannotAccessVmConfig;
  readonly CannotAccessVmDevice: CannotAccessVmDevice;
  readonly CannotAccessVmDisk: CannotAccessVmDisk;
  readonly CannotAddHostWithFTVmAsStandalone: CannotAddHostWithFTVmAsStandalone;
  readonly CannotAddHostWithFTVmToDifferentCluster: CannotAddHostWithFTVmToDifferentCluster;
  readonly CannotAddHostWithFTVmToNonHACluster: CannotAddHostWithFTVmToNonHACluster;
  readonly CannotChangeDrsBehaviorForFtSecondary: CannotChangeDrsBehaviorForFtSecondary;
  readonly CannotChangeHaSettingsForFtSecondary: CannotChangeHaSettingsForFtSecondary;
  readonly CannotChangeVsanClusterUuid: CannotChangeVsanClusterUuid;
  readonly CannotChangeVsanNodeUuid: CannotChangeVsanNodeUuid;
  readonly CannotComputeFTCompatibleHosts: CannotComputeFTCompatibleHosts;
  readonly CannotCreateFile: CannotCreateFile;
  readonly CannotDecryptPasswords: CannotDecryptPasswords;
  readonly CannotDeleteFile: CannotDeleteFile;
  readonly CannotDisableDrsOnClustersWithVApps: CannotDisableDrsOnClustersWithVApps;
  readonly CannotDisableSnapshot: CannotDisableSnapshot;
  readonly CannotDisconnectHostWithFaultToleranceVm: CannotDisconnectHostWithFaultToleranceVm;
  readonly CannotEnableVmcpForCluster: CannotEnableVmcpForCluster;
  readonly CannotModifyConfigCpuRequirements: CannotModifyConfigCpuRequirements;
  readonly CannotMoveFaultToleranceVm: CannotMoveFaultToleranceVm;
  readonly CannotMoveHostWithFaultToleranceVm: CannotMoveHostWithFaultToleranceVm;
  readonly CannotMoveVmWithDeltaDisk: CannotMoveVmWithDeltaDisk;
  readonly CannotMoveVmWithNativeDeltaDisk: CannotMoveVmWithNativeDeltaDisk;
  readonly CannotMoveVsanEnabledHost: CannotMoveVsanEnabledHost;
  readonly CannotPlaceWithoutPrerequisiteMoves: CannotPlaceWithoutPrerequisiteMoves;
  readonly CannotPowerOffVmInCluster: CannotPowerOffVmInCluster;
  readonly CannotReconfigureVsanWhenHaEnabled: CannotReconfigureVsanWhenHaEnabled;
  readonly CannotUseNetwork: CannotUseNetwork;
  readonly Capability: Capability;
  readonly ChangesInfoEventArgument: ChangesInfoEventArgument;
  readonly CheckResult: CheckResult;
  readonly ChoiceOption: ChoiceOption;
  readonly ClockSkew: ClockSkew;
  readonly CloneFromSnapshotNotSupported: CloneFromSnapshotNotSupported;
  readonly ClusterAction: ClusterAction;
  readonly ClusterActionHistory: ClusterActionHistory;
  readonly ClusterAffinityRuleSpec: ClusterAffinityRuleSpec;
  readonly ClusterAntiAffinityRuleSpec: ClusterAntiAffinityRuleSpec;
  readonly ClusterAttemptedVmInfo: ClusterAttemptedVmInfo;
  readonly ClusterClusterInitialPlacementAction: ClusterClusterInitialPlacementAction;
  readonly ClusterComplianceCheckedEvent: ClusterComplianceCheckedEvent;
  readonly ClusterComputeResourceClusterConfigResult: ClusterComputeResourceClusterConfigResult;
  readonly ClusterComputeResourceCryptoModePolicy: ClusterComputeResourceCryptoModePolicy;
  readonly ClusterComputeResourceDVSConfigurationValidation: ClusterComputeResourceDVSConfigurationValidation;
  readonly ClusterComputeResourceDVSSetting: ClusterComputeResourceDVSSetting;
  readonly ClusterComputeResourceDVSSettingDVPortgroupToServiceMapping: ClusterComputeResourceDVSSettingDVPortgroupToServiceMapping;
  readonly ClusterComputeResourceDvsProfile: ClusterComputeResourceDvsProfile;
  readonly ClusterComputeResourceDvsProfileDVPortgroupSpecToServiceMapping: ClusterComputeResourceDvsProfileDVPortgroupSpecToServiceMapping;
  readonly ClusterComputeResourceHCIConfigInfo: ClusterComputeResourceHCIConfigInfo;
  readonly ClusterComputeResourceHCIConfigSpec: ClusterComputeResourceHCIConfigSpec;
  readonly ClusterComputeResourceHostConfigurationInput: ClusterComputeResourceHostConfigurationInput;
  readonly ClusterComputeResourceHostConfigurationProfile: ClusterComputeResourceHostConfigurationProfile;
  readonly ClusterComputeResourceHostConfigurationValidation: ClusterComputeResourceHostConfigurationValidation;
  readonly ClusterComputeResourceHostEvacuationInfo: ClusterComputeResourceHostEvacuationInfo;
  readonly ClusterComputeResourceHostVmkNicInfo: ClusterComputeResourceHostVmkNicInfo;
  readonly ClusterComputeResourceMaintenanceInfo: ClusterComputeResourceMaintenanceInfo;
  readonly ClusterComputeResourceSummary: ClusterComputeResourceSummary;
  readonly ClusterComputeResourceVCProfile: ClusterComputeResourceVCProfile;
  readonly ClusterComputeResourceValidationResultBase: ClusterComputeResourceValidationResultBase;
  readonly ClusterComputeResourceVcsSlots: ClusterComputeResourceVcsSlots;
  readonly ClusterConfigInfo: ClusterConfigInfo;
  readonly ClusterConfigInfoEx: ClusterConfigInfoEx;
  readonly ClusterConfigSpec: ClusterConfigSpec;
  readonly ClusterConfigSpecEx: ClusterConfigSpecEx;
  readonly ClusterCreatedEvent: ClusterCreatedEvent;
  readonly ClusterCryptoConfigInfo: ClusterCryptoConfigInfo;
  readonly ClusterDasAamHostInfo: ClusterDasAamHostInfo;
  readonly ClusterDasAamNodeState: ClusterDasAamNodeState;
  readonly ClusterDasAdmissionControlInfo: ClusterDasAdmissionControlInfo;
  readonly ClusterDasAdmissionControlPolicy: ClusterDasAdmissionControlPolicy;
  readonly ClusterDasAdvancedRuntimeInfo: ClusterDasAdvancedRuntimeInfo;
  readonly ClusterDasAdvancedRuntimeInfoVmcpCapabilityInfo: ClusterDasAdvancedRuntimeInfoVmcpCapabilityInfo;
  readonly ClusterDasConfigInfo: ClusterDasConfigInfo;
  readonly ClusterDasData: ClusterDasData;
  readonly ClusterDasDataSummary: ClusterDasDataSummary;
  readonly ClusterDasFailoverLevelAdvancedRuntimeInfo: ClusterDasFailoverLevelAdvancedRuntimeInfo;
  readonly ClusterDasFailoverLevelAdvancedRuntimeInfoHostSlots: ClusterDasFailoverLevelAdvancedRuntimeInfoHostSlots;
  readonly ClusterDasFailoverLevelAdvancedRuntimeInfoSlotInfo: ClusterDasFailoverLevelAdvancedRuntimeInfoSlotInfo;
  readonly ClusterDasFailoverLevelAdvancedRuntimeInfoVmSlots: ClusterDasFailoverLevelAdvancedRuntimeInfoVmSlots;
  readonly ClusterDasFdmHostState: ClusterDasFdmHostState;
  readonly ClusterDasHostInfo: ClusterDasHostInfo;
  readonly ClusterDasHostRecommendation: ClusterDasHostRecommendation;
  readonly ClusterDasVmConfigInfo: ClusterDasVmConfigInfo;
  readonly ClusterDasVmConfigSpec: ClusterDasVmConfigSpec;
  readonly ClusterDasVmSettings: ClusterDasVmSettings;
  readonly ClusterDatastoreUpdateSpec: ClusterDatastoreUpdateSpec;
  readonly ClusterDependencyRuleInfo: ClusterDependencyRuleInfo;
  readonly ClusterDestroyedEvent: ClusterDestroyedEvent;
  readonly ClusterDpmConfigInfo: ClusterDpmConfigInfo;
  readonly ClusterDpmHostConfigInfo: ClusterDpmHostConfigInfo;
  readonly ClusterDpmHostConfigSpec: ClusterDpmHostConfigSpec;
  readonly ClusterDrsConfigInfo: ClusterDrsConfigInfo;
  readonly ClusterDrsFaults: ClusterDrsFaults;
  readonly ClusterDrsFaultsFaultsByVirtualDisk: ClusterDrsFaultsFaultsByVirtualDisk;
  readonly ClusterDrsFaultsFaultsByVm: ClusterDrsFaultsFaultsByVm;
  readonly ClusterDrsMigration: ClusterDrsMigration;
  readonly ClusterDrsRecommendation: ClusterDrsRecommendation;
  readonly ClusterDrsVmConfigInfo: ClusterDrsVmConfigInfo;
  readonly ClusterDrsVmConfigSpec: ClusterDrsVmConfigSpec;
  readonly ClusterEVCManagerCheckResult: ClusterEVCManagerCheckResult;
  readonly ClusterEVCManagerEVCState: ClusterEVCManagerEVCState;
  readonly ClusterEnterMaintenanceResult: ClusterEnterMaintenanceResult;
  readonly ClusterEvent: ClusterEvent;
  readonly ClusterFailoverHostAdmissionControlInfo: ClusterFailoverHostAdmissionControlInfo;
  readonly ClusterFailoverHostAdmissionControlInfoHostStatus: ClusterFailoverHostAdmissionControlInfoHostStatus;
  readonly ClusterFailoverHostAdmissionControlPolicy: ClusterFailoverHostAdmissionControlPolicy;
  readonly ClusterFailoverLevelAdmissionControlInfo: ClusterFailoverLevelAdmissionControlInfo;
  readonly ClusterFailoverLevelAdmissionControlPolicy: ClusterFailoverLevelAdmissionControlPolicy;
  readonly ClusterFailoverResourcesAdmissionControlInfo: ClusterFailoverResourcesAdmissionControlInfo;
  readonly ClusterFailoverResourcesAdmissionControlPolicy: ClusterFailoverResourcesAdmissionControlPolicy;
  readonly ClusterFixedSizeSlotPolicy: ClusterFixedSizeSlotPolicy;
  readonly ClusterFtVmHostRuleInfo: ClusterFtVmHostRuleInfo;
  readonly ClusterGroupInfo: ClusterGroupInfo;
  readonly ClusterGroupSpec: ClusterGroupSpec;
  readonly ClusterHostGroup: ClusterHostGroup;
  readonly ClusterHostInfraUpdateHaModeAction: ClusterHostInfraUpdateHaModeAction;
  readonly ClusterHostPowerAction: ClusterHostPowerAction;
  readonly ClusterHostRecommendation: ClusterHostRecommendation;
  readonly ClusterInfraUpdateHaConfigInfo: ClusterInfraUpdateHaConfigInfo;
  readonly ClusterInitialPlacementAction: ClusterInitialPlacementAction;
  readonly ClusterIoFilterInfo: ClusterIoFilterInfo;
  readonly ClusterMigrationAction: ClusterMigrationAction;
  readonly ClusterNetworkConfigSpec: ClusterNetworkConfigSpec;
  readonly ClusterNotAttemptedVmInfo: ClusterNotAttemptedVmInfo;
  readonly ClusterOrchestrationInfo: ClusterOrchestrationInfo;
  readonly ClusterOvercommittedEvent: ClusterOvercommittedEvent;
  readonly ClusterPowerOnVmResult: ClusterPowerOnVmResult;
  readonly ClusterPreemptibleVmPairInfo: ClusterPreemptibleVmPairInfo;
  readonly ClusterPreemptibleVmPairSpec: ClusterPreemptibleVmPairSpec;
  readonly ClusterProactiveDrsConfigInfo: ClusterProactiveDrsConfigInfo;
  readonly ClusterProfileCompleteConfigSpec: ClusterProfileCompleteConfigSpec;
  readonly ClusterProfileConfigInfo: ClusterProfileConfigInfo;
  readonly ClusterProfileConfigServiceCreateSpec: ClusterProfileConfigServiceCreateSpec;
  readonly ClusterProfileConfigSpec: ClusterProfileConfigSpec;
  readonly ClusterProfileCreateSpec: ClusterProfileCreateSpec;
  readonly ClusterRecommendation: ClusterRecommendation;
  readonly ClusterReconfiguredEvent: ClusterReconfiguredEvent;
  readonly ClusterResourceUsageSummary: ClusterResourceUsageSummary;
  readonly ClusterRuleInfo: ClusterRuleInfo;
  readonly ClusterRuleSpec: ClusterRuleSpec;
  readonly ClusterSlotPolicy: ClusterSlotPolicy;
  readonly ClusterStatusChangedEvent: ClusterStatusChangedEvent;
  readonly ClusterSystemVMsConfigInfo: ClusterSystemVMsConfigInfo;
  readonly ClusterSystemVMsConfigSpec: ClusterSystemVMsConfigSpec;
  readonly ClusterTagCategoryUpdateSpec: ClusterTagCategoryUpdateSpec;
  readonly ClusterUsageSummary: ClusterUsageSummary;
  readonly ClusterVmComponentProtectionSettings: ClusterVmComponentProtectionSettings;
  readonly ClusterVmGroup: ClusterVmGroup;
  readonly ClusterVmHostRuleInfo: ClusterVmHostRuleInfo;
  readonly ClusterVmOrchestrationInfo: ClusterVmOrchestrationInfo;
  readonly ClusterVmOrchestrationSpec: ClusterVmOrchestrationSpec;
  readonly ClusterVmReadiness: ClusterVmReadiness;
  readonly ClusterVmToolsMonitoringSettings: ClusterVmToolsMonitoringSettings;
  readonly CollectorAddressUnset: CollectorAddressUnset;
  readonly ComplianceFailure: ComplianceFailure;
  readonly ComplianceFailureComplianceFailureValues: ComplianceFailureComplianceFailureValues;
  readonly ComplianceLocator: ComplianceLocator;
  readonly ComplianceProfile: ComplianceProfile;
  readonly ComplianceResult: ComplianceResult;
  readonly CompositePolicyOption: CompositePolicyOption;
  readonly ComputeResourceConfigInfo: ComputeResourceConfigInfo;
  readonly ComputeResourceConfigSpec: ComputeResourceConfigSpec;
  readonly ComputeResourceEventArgument: ComputeResourceEventArgument;
  readonly ComputeResourceHostSPBMLicenseInfo: ComputeResourceHostSPBMLicenseInfo;
  readonly ComputeResourceHostSeedSpec: ComputeResourceHostSeedSpec;
  readonly ComputeResourceHostSeedSpecSingleHostSpec: ComputeResourceHostSeedSpecSingleHostSpec;
  readonly ComputeResourceSummary: ComputeResourceSummary;
  readonly ConcurrentAccess: ConcurrentAccess;
  readonly ConfigTarget: ConfigTarget;
  readonly ConflictingConfiguration: ConflictingConfiguration;
  readonly ConflictingConfigurationConfig: ConflictingConfigurationConfig;
  readonly ConflictingDatastoreFound: ConflictingDatastoreFound;
  readonly ConnectedIso: ConnectedIso;
  readonly CpuCompatibilityUnknown: CpuCompatibilityUnknown;
  readonly CpuHotPlugNotSupported: CpuHotPlugNotSupported;
  readonly CpuIncompatible: CpuIncompatible;
  readonly CpuIncompatible1ECX: CpuIncompatible1ECX;
  readonly CpuIncompatible81EDX: CpuIncompatible81EDX;
  readonly CreateTaskAction: CreateTaskAction;
  readonly CryptoKeyId: CryptoKeyId;
  readonly CryptoKeyPlain: CryptoKeyPlain;
  readonly CryptoKeyResult: CryptoKeyResult;
  readonly CryptoManagerHostKeyStatus: CryptoManagerHostKeyStatus;
  readonly CryptoManagerKmipCertSignRequest: CryptoManagerKmipCertSignRequest;
  readonly CryptoManagerKmipCertificateInfo: CryptoManagerKmipCertificateInfo;
  readonly CryptoManagerKmipClusterStatus: CryptoManagerKmipClusterStatus;
  readonly CryptoManagerKmipCryptoKeyStatus: CryptoManagerKmipCryptoKeyStatus;
  readonly CryptoManagerKmipCryptoKeyStatusKeyInfo: CryptoManagerKmipCryptoKeyStatusKeyInfo;
  readonly CryptoManagerKmipCryptoKeyStatusWrappingKeyIdKeyInfo: CryptoManagerKmipCryptoKeyStatusWrappingKeyIdKeyInfo;
  readonly CryptoManagerKmipCryptoKeyStatusWrappingRotationIntervalKeyInfo: CryptoManagerKmipCryptoKeyStatusWrappingRotationIntervalKeyInfo;
  readonly CryptoManagerKmipCustomAttributeSpec: CryptoManagerKmipCustomAttributeSpec;
  readonly CryptoManagerKmipGenerateKeySpec: CryptoManagerKmipGenerateKeySpec;
  readonly CryptoManagerKmipServerCertInfo: CryptoManagerKmipServerCertInfo;
  readonly CryptoManagerKmipServerStatus: CryptoManagerKmipServerStatus;
  readonly CryptoSpec: CryptoSpec;
  readonly CryptoSpecDecrypt: CryptoSpecDecrypt;
  readonly CryptoSpecDeepRecrypt: CryptoSpecDeepRecrypt;
  readonly CryptoSpecEncrypt: CryptoSpecEncrypt;
  readonly CryptoSpecNoOp: CryptoSpecNoOp;
  readonly CryptoSpecRegister: CryptoSpecRegister;
  readonly CryptoSpecShallowRecrypt: CryptoSpecShallowRecrypt;
  readonly CustomFieldDef: CustomFieldDef;
  readonly CustomFieldDefAddedEvent: CustomFieldDefAddedEvent;
  readonly CustomFieldDefEvent: CustomFieldDefEvent;
  readonly CustomFieldDefRemovedEvent: CustomFieldDefRemovedEvent;
  readonly CustomFieldDefRenamedEvent: CustomFieldDefRenamedEvent;
  readonly CustomFieldEvent: CustomFieldEvent;
  readonly CustomFieldStringValue: CustomFieldStringValue;
  readonly CustomFieldValue: CustomFieldValue;
  readonly CustomFieldValueChangedEvent: CustomFieldValueChangedEvent;
  readonly CustomizationAdapterMapping: CustomizationAdapterMapping;
  readonly CustomizationAutoIpV6Generator: CustomizationAutoIpV6Generator;
  readonly CustomizationCloudinitPrep: CustomizationCloudinitPrep;
  readonly CustomizationCustomIpGenerator: CustomizationCustomIpGenerator;
  readonly CustomizationCustomIpV6Generator: CustomizationCustomIpV6Generator;
  readonly CustomizationCustomName: CustomizationCustomName;
  readonly CustomizationDhcpIpGenerator: CustomizationDhcpIpGenerator;
  readonly CustomizationDhcpIpV6Generator: CustomizationDhcpIpV6Generator;
  readonly CustomizationDisableIpV4: CustomizationDisableIpV4;
  readonly CustomizationEvent: CustomizationEvent;
  readonly CustomizationFailed: CustomizationFailed;
  readonly CustomizationFault: CustomizationFault;
  readonly CustomizationFixedIp: CustomizationFixedIp;
  readonly CustomizationFixedIpV6: CustomizationFixedIpV6;
  readonly CustomizationFixedName: CustomizationFixedName;
  readonly CustomizationGlobalIPSettings: CustomizationGlobalIPSettings;
  readonly CustomizationGuiRunOnce: CustomizationGuiRunOnce;
  readonly CustomizationGuiUnattended: CustomizationGuiUnattended;
  readonly CustomizationIPSettings: CustomizationIPSettings;
  readonly CustomizationIPSettingsIpV6AddressSpec: CustomizationIPSettingsIpV6AddressSpec;
  readonly CustomizationIdentification: CustomizationIdentification;
  readonly CustomizationIdentitySettings: CustomizationIdentitySettings;
  readonly CustomizationIpGenerator: CustomizationIpGenerator;
  readonly CustomizationIpV6Generator: CustomizationIpV6Generator;
  readonly CustomizationLicenseFilePrintData: CustomizationLicenseFilePrintData;
  readonly CustomizationLinuxFlexPrep: CustomizationLinuxFlexPrep;
  readonly CustomizationLinuxIdentityFailed: CustomizationLinuxIdentityFailed;
  readonly CustomizationLinuxOptions: CustomizationLinuxOptions;
  readonly CustomizationLinuxPrep: CustomizationLinuxPrep;
  readonly CustomizationName: CustomizationName;
  readonly CustomizationNetworkSetupFailed: CustomizationNetworkSetupFailed;
  readonly CustomizationOptions: CustomizationOptions;
  readonly CustomizationPassword: CustomizationPassword;
  readonly CustomizationPending: CustomizationPending;
  readonly CustomizationPrefixName: CustomizationPrefixName;
  readonly CustomizationSpec: CustomizationSpec;
  readonly CustomizationSpecInfo: CustomizationSpecInfo;
  readonly CustomizationSpecItem: CustomizationSpecItem;
  readonly CustomizationStartedEvent: CustomizationStartedEvent;
  readonly CustomizationStatelessIpV6Generator: CustomizationStatelessIpV6Generator;
  readonly CustomizationSucceeded: CustomizationSucceeded;
  readonly CustomizationSysprep: CustomizationSysprep;
  readonly CustomizationSysprepFailed: CustomizationSysprepFailed;
  readonly CustomizationSysprepText: CustomizationSysprepText;
  readonly CustomizationUnknownFailure: CustomizationUnknownFailure;
  readonly CustomizationUnknownIpGenerator: CustomizationUnknownIpGenerator;
  readonly CustomizationUnknownIpV6Generator: CustomizationUnknownIpV6Generator;
  readonly CustomizationUnknownName: CustomizationUnknownName;
  readonly CustomizationUserData: CustomizationUserData;
  readonly CustomizationVirtualMachineName: CustomizationVirtualMachineName;
  readonly CustomizationWinOptions: CustomizationWinOptions;
  readonly CustomizationWindowsFlexPrep: CustomizationWindowsFlexPrep;
  readonly DVPortConfigInfo: DVPortConfigInfo;
  readonly DVPortConfigSpec: DVPortConfigSpec;
  readonly DVPortNotSupported: DVPortNotSupported;
  readonly DVPortSetting: DVPortSetting;
  readonly DVPortState: DVPortState;
  readonly DVPortStatus: DVPortStatus;
  readonly DVPortgroupConfigInfo: DVPortgroupConfigInfo;
  readonly DVPortgroupConfigSpec: DVPortgroupConfigSpec;
  readonly DVPortgroupCreatedEvent: DVPortgroupCreatedEvent;
  readonly DVPortgroupDestroyedEvent: DVPortgroupDestroyedEvent;
  readonly DVPortgroupEvent: DVPortgroupEvent;
  readonly DVPortgroupNsxConfig: DVPortgroupNsxConfig;
  readonly DVPortgroupNsxSubnetAddressInfo: DVPortgroupNsxSubnetAddressInfo;
  readonly DVPortgroupPolicy: DVPortgroupPolicy;
  readonly DVPortgroupReconfiguredEvent: DVPortgroupReconfiguredEvent;
  readonly DVPortgroupRenamedEvent: DVPortgroupRenamedEvent;
  readonly DVPortgroupSelection: DVPortgroupSelection;
  readonly DVSBackupRestoreCapability: DVSBackupRestoreCapability;
  readonly DVSCapability: DVSCapability;
  readonly DVSConfigInfo: DVSConfigInfo;
  readonly DVSConfigSpec: DVSConfigSpec;
  readonly DVSContactInfo: DVSContactInfo;
  readonly DVSCreateSpec: DVSCreateSpec;
  readonly DVSFailureCriteria: DVSFailureCriteria;
  readonly DVSFeatureCapability: DVSFeatureCapability;
  readonly DVSFilterSpecConnecteeSpec: DVSFilterSpecConnecteeSpec;
  readonly DVSFilterSpecPnicConnecteeSpec: DVSFilterSpecPnicConnecteeSpec;
  readonly DVSFilterSpecPvlanSpec: DVSFilterSpecPvlanSpec;
  readonly DVSFilterSpecTrunkVlanSpec: DVSFilterSpecTrunkVlanSpec;
  readonly DVSFilterSpecVlanIdSpec: DVSFilterSpecVlanIdSpec;
  readonly DVSFilterSpecVlanSpec: DVSFilterSpecVlanSpec;
  readonly DVSFilterSpecVmConnecteeSpec: DVSFilterSpecVmConnecteeSpec;
  readonly DVSFilterSpecVmknicConnecteeSpec: DVSFilterSpecVmknicConnecteeSpec;
  readonly DVSHealthCheckCapability: DVSHealthCheckCapability;
  readonly DVSHealthCheckConfig: DVSHealthCheckConfig;
  readonly DVSHostLocalPortInfo: DVSHostLocalPortInfo;
  readonly DVSMacLearningPolicy: DVSMacLearningPolicy;
  readonly DVSMacManagementPolicy: DVSMacManagementPolicy;
  readonly DVSManagerDvsConfigTarget: DVSManagerDvsConfigTarget;
  readonly DVSManagerPhysicalNicsList: DVSManagerPhysicalNicsList;
  readonly DVSNameArrayUplinkPortPolicy: DVSNameArrayUplinkPortPolicy;
  readonly DVSNetworkResourceManagementCapability: DVSNetworkResourceManagementCapability;
  readonly DVSNetworkResourcePool: DVSNetworkResourcePool;
  readonly DVSNetworkResourcePoolAllocationInfo: DVSNetworkResourcePoolAllocationInfo;
  readonly DVSNetworkResourcePoolConfigSpec: DVSNetworkResourcePoolConfigSpec;
  readonly DVSPolicy: DVSPolicy;
  readonly DVSRollbackCapability: DVSRollbackCapability;
  readonly DVSRuntimeInfo: DVSRuntimeInfo;
  readonly DVSSecurityPolicy: DVSSecurityPolicy;
  readonly DVSSelection: DVSSelection;
  readonly DVSSummary: DVSSummary;
  readonly DVSTrafficShapingPolicy: DVSTrafficShapingPolicy;
  readonly DVSUplinkPortPolicy: DVSUplinkPortPolicy;
  readonly DVSVendorSpecificConfig: DVSVendorSpecificConfig;
  readonly DVSVmVnicNetworkResourcePool: DVSVmVnicNetworkResourcePool;
  readonly DailyTaskScheduler: DailyTaskScheduler;
  readonly DasAdmissionControlDisabledEvent: DasAdmissionControlDisabledEvent;
  readonly DasAdmissionControlEnabledEvent: DasAdmissionControlEnabledEvent;
  readonly DasAgentFoundEvent: DasAgentFoundEvent;
  readonly DasAgentUnavailableEvent: DasAgentUnavailableEvent;
  readonly DasClusterIsolatedEvent: DasClusterIsolatedEvent;
  readonly DasConfigFault: DasConfigFault;
  readonly DasDisabledEvent: DasDisabledEvent;
  readonly DasEnabledEvent: DasEnabledEvent;
  readonly DasHeartbeatDatastoreInfo: DasHeartbeatDatastoreInfo;
  readonly DasHostFailedEvent: DasHostFailedEvent;
  readonly DasHostIsolatedEvent: DasHostIsolatedEvent;
  readonly DatabaseError: DatabaseError;
  readonly DatabaseSizeEstimate: DatabaseSizeEstimate;
  readonly DatabaseSizeParam: DatabaseSizeParam;
  readonly DatacenterBasicConnectInfo: DatacenterBasicConnectInfo;
  readonly DatacenterConfigInfo: DatacenterConfigInfo;
  readonly DatacenterConfigSpec: DatacenterConfigSpec;
  readonly DatacenterCreatedEvent: DatacenterCreatedEvent;
  readonly DatacenterEvent: DatacenterEvent;
  readonly DatacenterEventArgument: DatacenterEventArgument;
  readonly DatacenterMismatch: DatacenterMismatch;
  readonly DatacenterMismatchArgument: DatacenterMismatchArgument;
  readonly DatacenterRenamedEvent: DatacenterRenamedEvent;
  readonly DatastoreCapability: DatastoreCapability;
  readonly DatastoreCapacityIncreasedEvent: DatastoreCapacityIncreasedEvent;
  readonly DatastoreDestroyedEvent: DatastoreDestroyedEvent;
  readonly DatastoreDiscoveredEvent: DatastoreDiscoveredEvent;
  readonly DatastoreDuplicatedEvent: DatastoreDuplicatedEvent;
  readonly DatastoreEvent: DatastoreEvent;
  readonly DatastoreEventArgument: DatastoreEventArgument;
  readonly DatastoreFileCopiedEvent: DatastoreFileCopiedEvent;
  readonly DatastoreFileDeletedEvent: DatastoreFileDeletedEvent;
  readonly DatastoreFileEvent: DatastoreFileEvent;
  readonly DatastoreFileMovedEvent: DatastoreFileMovedEvent;
  readonly DatastoreHostMount: DatastoreHostMount;
  readonly DatastoreIORMReconfiguredEvent: DatastoreIORMReconfiguredEvent;
  readonly DatastoreInfo: DatastoreInfo;
  readonly DatastoreMountPathDatastorePair: DatastoreMountPathDatastorePair;
  readonly DatastoreNamespaceManagerDirectoryInfo: DatastoreNamespaceManagerDirectoryInfo;
  readonly DatastoreNotWritableOnHost: DatastoreNotWritableOnHost;
  readonly DatastoreOption: DatastoreOption;
  readonly DatastorePrincipalConfigured: DatastorePrincipalConfigured;
  readonly DatastoreRemovedOnHostEvent: DatastoreRemovedOnHostEvent;
  readonly DatastoreRenamedEvent: DatastoreRenamedEvent;
  readonly DatastoreRenamedOnHostEvent: DatastoreRenamedOnHostEvent;
  readonly DatastoreSummary: DatastoreSummary;
  readonly DatastoreVVolContainerFailoverPair: DatastoreVVolContainerFailoverPair;
  readonly DateTimeProfile: DateTimeProfile;
  readonly DeltaDiskFormatNotSupported: DeltaDiskFormatNotSupported;
  readonly Description: Description;
  readonly DesiredSoftwareSpec: DesiredSoftwareSpec;
  readonly DesiredSoftwareSpecBaseImageSpec: DesiredSoftwareSpecBaseImageSpec;
  readonly DesiredSoftwareSpecComponentSpec: DesiredSoftwareSpecComponentSpec;
  readonly DesiredSoftwareSpecVendorAddOnSpec: DesiredSoftwareSpecVendorAddOnSpec;
  readonly DestinationSwitchFull: DestinationSwitchFull;
  readonly DestinationVsanDisabled: DestinationVsanDisabled;
  readonly DeviceBackedVirtualDiskSpec: DeviceBackedVirtualDiskSpec;
  readonly DeviceBackingNotSupported: DeviceBackingNotSupported;
  readonly DeviceControllerNotSupported: DeviceControllerNotSupported;
  readonly DeviceGroupId: DeviceGroupId;
  readonly DeviceHotPlugNotSupported: DeviceHotPlugNotSupported;
  readonly DeviceNotFound: DeviceNotFound;
  readonly DeviceNotSupported: DeviceNotSupported;
  readonly DeviceUnsupportedForVmPlatform: DeviceUnsupportedForVmPlatform;
  readonly DeviceUnsupportedForVmVersion: DeviceUnsupportedForVmVersion;
  readonly DiagnosticManagerAuditRecordResult: DiagnosticManagerAuditRecordResult;
  readonly DiagnosticManagerBundleInfo: DiagnosticManagerBundleInfo;
  readonly DiagnosticManagerLogDescriptor: DiagnosticManagerLogDescriptor;
  readonly DiagnosticManagerLogHeader: DiagnosticManagerLogHeader;
  readonly DigestNotSupported: DigestNotSupported;
  readonly DirectPathProfileInfo: DirectPathProfileInfo;
  readonly DirectPathProfileManagerCapacityInfo: DirectPathProfileManagerCapacityInfo;
  readonly DirectPathProfileManagerCapacityQueryByDeviceConfig: DirectPathProfileManagerCapacityQueryByDeviceConfig;
  readonly DirectPathProfileManagerCapacityQueryById: DirectPathProfileManagerCapacityQueryById;
  readonly DirectPathProfileManagerCapacityQueryByName: DirectPathProfileManagerCapacityQueryByName;
  readonly DirectPathProfileManagerCapacityQuerySpec: DirectPathProfileManagerCapacityQuerySpec;
  readonly DirectPathProfileManagerCapacityResult: DirectPathProfileManagerCapacityResult;
  readonly DirectPathProfileManagerCapacityUnknown: DirectPathProfileManagerCapacityUnknown;
  readonly DirectPathProfileManagerCreateSpec: DirectPathProfileManagerCreateSpec;
  readonly DirectPathProfileManagerDirectPathConfig: DirectPathProfileManagerDirectPathConfig;
  readonly DirectPathProfileManagerDvxDirectPathConfig: DirectPathProfileManagerDvxDirectPathConfig;
  readonly DirectPathProfileManagerDynamicDirectPathConfig: DirectPathProfileManagerDynamicDirectPathConfig;
  readonly DirectPathProfileManagerFilterSpec: DirectPathProfileManagerFilterSpec;
  readonly DirectPathProfileManagerTargetCluster: DirectPathProfileManagerTargetCluster;
  readonly DirectPathProfileManagerTargetEntity: DirectPathProfileManagerTargetEntity;
  readonly DirectPathProfileManagerTargetHost: DirectPathProfileManagerTargetHost;
  readonly DirectPathProfileManagerUpdateSpec: DirectPathProfileManagerUpdateSpec;
  readonly DirectPathProfileManagerVirtualDeviceGroupDirectPathConfig: DirectPathProfileManagerVirtualDeviceGroupDirectPathConfig;
  readonly DirectPathProfileManagerVmiopDirectPathConfig: DirectPathProfileManagerVmiopDirectPathConfig;
  readonly DirectoryNotEmpty: DirectoryNotEmpty;
  readonly DisableAdminNotSupported: DisableAdminNotSupported;
  readonly DisallowedChangeByService: DisallowedChangeByService;
  readonly DisallowedDiskModeChange: DisallowedDiskModeChange;
  readonly DisallowedMigrationDeviceAttached: DisallowedMigrationDeviceAttached;
  readonly DisallowedOperationOnFailoverHost: DisallowedOperationOnFailoverHost;
  readonly DisconnectedHostsBlockingEVC: DisconnectedHostsBlockingEVC;
  readonly DiskChangeExtent: DiskChangeExtent;
  readonly DiskChangeInfo: DiskChangeInfo;
  readonly DiskCryptoSpec: DiskCryptoSpec;
  readonly DiskHasPartitions: DiskHasPartitions;
  readonly DiskIsLastRemainingNonSSD: DiskIsLastRemainingNonSSD;
  readonly DiskIsNonLocal: DiskIsNonLocal;
  readonly DiskIsUSB: DiskIsUSB;
  readonly DiskMoveTypeNotSupported: DiskMoveTypeNotSupported;
  readonly DiskNotSupported: DiskNotSupported;
  readonly DiskTooSmall: DiskTooSmall;
  readonly DistributedVirtualPort: DistributedVirtualPort;
  readonly DistributedVirtualPortgroupInfo: DistributedVirtualPortgroupInfo;
  readonly DistributedVirtualPortgroupNsxPortgroupOperationResult: DistributedVirtualPortgroupNsxPortgroupOperationResult;
  readonly DistributedVirtualPortgroupProblem: DistributedVirtualPortgroupProblem;
  readonly DistributedVirtualSwitchHostMember: DistributedVirtualSwitchHostMember;
  readonly DistributedVirtualSwitchHostMemberBacking: DistributedVirtualSwitchHostMemberBacking;
  readonly DistributedVirtualSwitchHostMemberConfigInfo: DistributedVirtualSwitchHostMemberConfigInfo;
  readonly DistributedVirtualSwitchHostMemberConfigSpec: DistributedVirtualSwitchHostMemberConfigSpec;
  readonly DistributedVirtualSwitchHostMemberHostPerfNicOffloadState: DistributedVirtualSwitchHostMemberHostPerfNicOffloadState;
  readonly DistributedVirtualSwitchHostMemberHostUplinkState: DistributedVirtualSwitchHostMemberHostUplinkState;
  readonly DistributedVirtualSwitchHostMemberPnicBacking: DistributedVirtualSwitchHostMemberPnicBacking;
  readonly DistributedVirtualSwitchHostMemberPnicSpec: DistributedVirtualSwitchHostMemberPnicSpec;
  readonly DistributedVirtualSwitchHostMemberRuntimeState: DistributedVirtualSwitchHostMemberRuntimeState;
  readonly DistributedVirtualSwitchHostMemberTransportZoneInfo: DistributedVirtualSwitchHostMemberTransportZoneInfo;
  readonly DistributedVirtualSwitchHostProductSpec: DistributedVirtualSwitchHostProductSpec;
  readonly DistributedVirtualSwitchInfo: DistributedVirtualSwitchInfo;
  readonly DistributedVirtualSwitchKeyedOpaqueBlob: DistributedVirtualSwitchKeyedOpaqueBlob;
  readonly DistributedVirtualSwitchManagerCompatibilityResult: DistributedVirtualSwitchManagerCompatibilityResult;
  readonly DistributedVirtualSwitchManagerDvsProductSpec: DistributedVirtualSwitchManagerDvsProductSpec;
  readonly DistributedVirtualSwitchManagerHostArrayFilter: DistributedVirtualSwitchManagerHostArrayFilter;
  readonly DistributedVirtualSwitchManagerHostContainer: DistributedVirtualSwitchManagerHostContainer;
  readonly DistributedVirtualSwitchManagerHostContainerFilter: DistributedVirtualSwitchManagerHostContainerFilter;
  readonly DistributedVirtualSwitchManagerHostDvsFilterSpec: DistributedVirtualSwitchManagerHostDvsFilterSpec;
  readonly DistributedVirtualSwitchManagerHostDvsMembershipFilter: DistributedVirtualSwitchManagerHostDvsMembershipFilter;
  readonly DistributedVirtualSwitchManagerImportResult: DistributedVirtualSwitchManagerImportResult;
  readonly DistributedVirtualSwitchManagerSpanInfo: DistributedVirtualSwitchManagerSpanInfo;
  readonly DistributedVirtualSwitchNetworkOffloadSpec: DistributedVirtualSwitchNetworkOffloadSpec;
  readonly DistributedVirtualSwitchPortConnectee: DistributedVirtualSwitchPortConnectee;
  readonly DistributedVirtualSwitchPortConnection: DistributedVirtualSwitchPortConnection;
  readonly DistributedVirtualSwitchPortCriteria: DistributedVirtualSwitchPortCriteria;
  readonly DistributedVirtualSwitchPortStatistics: DistributedVirtualSwitchPortStatistics;
  readonly DistributedVirtualSwitchProductSpec: DistributedVirtualSwitchProductSpec;
  readonly DomainNotFound: DomainNotFound;
  readonly DpuStatusInfo: DpuStatusInfo;
  readonly DpuStatusInfoOperationalInfo: DpuStatusInfoOperationalInfo;
  readonly DrsDisabledEvent: DrsDisabledEvent;
  readonly DrsDisabledOnVm: DrsDisabledOnVm;
  readonly DrsEnabledEvent: DrsEnabledEvent;
  readonly DrsEnteredStandbyModeEvent: DrsEnteredStandbyModeEvent;
  readonly DrsEnteringStandbyModeEvent: DrsEnteringStandbyModeEvent;
  readonly DrsExitStandbyModeFailedEvent: DrsExitStandbyModeFailedEvent;
  readonly DrsExitedStandbyModeEvent: DrsExitedStandbyModeEvent;
  readonly DrsExitingStandbyModeEvent: DrsExitingStandbyModeEvent;
  readonly DrsInvocationFailedEvent: DrsInvocationFailedEvent;
  readonly DrsRecoveredFromFailureEvent: DrsRecoveredFromFailureEvent;
  readonly DrsResourceConfigureFailedEvent: DrsResourceConfigureFailedEvent;
  readonly DrsResourceConfigureSyncedEvent: DrsResourceConfigureSyncedEvent;
  readonly DrsRuleComplianceEvent: DrsRuleComplianceEvent;
  readonly DrsRuleViolationEvent: DrsRuleViolationEvent;
  readonly DrsSoftRuleViolationEvent: DrsSoftRuleViolationEvent;
  readonly DrsVmMigratedEvent: DrsVmMigratedEvent;
  readonly DrsVmPoweredOnEvent: DrsVmPoweredOnEvent;
  readonly DrsVmotionIncompatibleFault: DrsVmotionIncompatibleFault;
  readonly DuplicateDisks: DuplicateDisks;
  readonly DuplicateIpDetectedEvent: DuplicateIpDetectedEvent;
  readonly DuplicateName: DuplicateName;
  readonly DuplicateVsanNetworkInterface: DuplicateVsanNetworkInterface;
  readonly DvpgImportEvent: DvpgImportEvent;
  readonly DvpgRestoreEvent: DvpgRestoreEvent;
  readonly DvsAcceptNetworkRuleAction: DvsAcceptNetworkRuleAction;
  readonly DvsApplyOperationFault: DvsApplyOperationFault;
  readonly DvsApplyOperationFaultFaultOnObject: DvsApplyOperationFaultFaultOnObject;
  readonly DvsCopyNetworkRuleAction: DvsCopyNetworkRuleAction;
  readonly DvsCreatedEvent: DvsCreatedEvent;
  readonly DvsDestroyedEvent: DvsDestroyedEvent;
  readonly DvsDropNetworkRuleAction: DvsDropNetworkRuleAction;
  readonly DvsEvent: DvsEvent;
  readonly DvsEventArgument: DvsEventArgument;
  readonly DvsFault: DvsFault;
  readonly DvsFilterConfig: DvsFilterConfig;
  readonly DvsFilterConfigSpec: DvsFilterConfigSpec;
  readonly DvsFilterParameter: DvsFilterParameter;
  readonly DvsFilterPolicy: DvsFilterPolicy;
  readonly DvsGreEncapNetworkRuleAction: DvsGreEncapNetworkRuleAction;
  readonly DvsHealthStatusChangeEvent: DvsHealthStatusChangeEvent;
  readonly DvsHostBackInSyncEvent: DvsHostBackInSyncEvent;
  readonly DvsHostInfrastructureTrafficResource: DvsHostInfrastructureTrafficResource;
  readonly DvsHostInfrastructureTrafficResourceAllocation: DvsHostInfrastructureTrafficResourceAllocation;
  readonly DvsHostJoinedEvent: DvsHostJoinedEvent;
  readonly DvsHostLeftEvent: DvsHostLeftEvent;
  readonly DvsHostStatusUpdated: DvsHostStatusUpdated;
  readonly DvsHostVNicProfile: DvsHostVNicProfile;
  readonly DvsHostWentOutOfSyncEvent: DvsHostWentOutOfSyncEvent;
  readonly DvsImportEvent: DvsImportEvent;
  readonly DvsIpNetworkRuleQualifier: DvsIpNetworkRuleQualifier;
  readonly DvsIpPort: DvsIpPort;
  readonly DvsIpPortRange: DvsIpPortRange;
  readonly DvsLogNetworkRuleAction: DvsLogNetworkRuleAction;
  readonly DvsMacNetworkRuleQualifier: DvsMacNetworkRuleQualifier;
  readonly DvsMacRewriteNetworkRuleAction: DvsMacRewriteNetworkRuleAction;
  readonly DvsMergedEvent: DvsMergedEvent;
  readonly DvsNetworkRuleAction: DvsNetworkRuleAction;
  readonly DvsNetworkRuleQualifier: DvsNetworkRuleQualifier;
  readonly DvsNotAuthorized: DvsNotAuthorized;
  readonly DvsOperationBulkFault: DvsOperationBulkFault;
  readonly DvsOperationBulkFaultFaultOnHost: DvsOperationBulkFaultFaultOnHost;
  readonly DvsOutOfSyncHostArgument: DvsOutOfSyncHostArgument;
  readonly DvsPortBlockedEvent: DvsPortBlockedEvent;
  readonly DvsPortConnectedEvent: DvsPortConnectedEvent;
  readonly DvsPortCreatedEvent: DvsPortCreatedEvent;
  readonly DvsPortDeletedEvent: DvsPortDeletedEvent;
  readonly DvsPortDisconnectedEvent: DvsPortDisconnectedEvent;
  readonly DvsPortEnteredPassthruEvent: DvsPortEnteredPassthruEvent;
  readonly DvsPortExitedPassthruEvent: DvsPortExitedPassthruEvent;
  readonly DvsPortJoinPortgroupEvent: DvsPortJoinPortgroupEvent;
  readonly DvsPortLeavePortgroupEvent: DvsPortLeavePortgroupEvent;
  readonly DvsPortLinkDownEvent: DvsPortLinkDownEvent;
  readonly DvsPortLinkUpEvent: DvsPortLinkUpEvent;
  readonly DvsPortReconfiguredEvent: DvsPortReconfiguredEvent;
  readonly DvsPortRuntimeChangeEvent: DvsPortRuntimeChangeEvent;
  readonly DvsPortUnblockedEvent: DvsPortUnblockedEvent;
  readonly DvsPortVendorSpecificStateChangeEvent: DvsPortVendorSpecificStateChangeEvent;
  readonly DvsProfile: DvsProfile;
  readonly DvsPuntNetworkRuleAction: DvsPuntNetworkRuleAction;
  readonly DvsRateLimitNetworkRuleAction: DvsRateLimitNetworkRuleAction;
  readonly DvsReconfiguredEvent: DvsReconfiguredEvent;
  readonly DvsRenamedEvent: DvsRenamedEvent;
  readonly DvsResourceRuntimeInfo: DvsResourceRuntimeInfo;
  readonly DvsRestoreEvent: DvsRestoreEvent;
  readonly DvsScopeViolated: DvsScopeViolated;
  readonly DvsServiceConsoleVNicProfile: DvsServiceConsoleVNicProfile;
  readonly DvsSingleIpPort: DvsSingleIpPort;
  readonly DvsSystemTrafficNetworkRuleQualifier: DvsSystemTrafficNetworkRuleQualifier;
  readonly DvsTrafficFilterConfig: DvsTrafficFilterConfig;
  readonly DvsTrafficFilterConfigSpec: DvsTrafficFilterConfigSpec;
  readonly DvsTrafficRule: DvsTrafficRule;
  readonly DvsTrafficRuleset: DvsTrafficRuleset;
  readonly DvsUpdateTagNetworkRuleAction: DvsUpdateTagNetworkRuleAction;
  readonly DvsUpgradeAvailableEvent: DvsUpgradeAvailableEvent;
  readonly DvsUpgradeInProgressEvent: DvsUpgradeInProgressEvent;
  readonly DvsUpgradeRejectedEvent: DvsUpgradeRejectedEvent;
  readonly DvsUpgradedEvent: DvsUpgradedEvent;
  readonly DvsVNicProfile: DvsVNicProfile;
  readonly DvsVmVnicNetworkResourcePoolRuntimeInfo: DvsVmVnicNetworkResourcePoolRuntimeInfo;
  readonly DvsVmVnicResourceAllocation: DvsVmVnicResourceAllocation;
  readonly DvsVmVnicResourcePoolConfigSpec: DvsVmVnicResourcePoolConfigSpec;
  readonly DvsVnicAllocatedResource: DvsVnicAllocatedResource;
  readonly DynamicArray: DynamicArray;
  readonly DynamicData: DynamicData;
  readonly DynamicProperty: DynamicProperty;
  readonly DynamicTypeEnumTypeInfo: DynamicTypeEnumTypeInfo;
  readonly DynamicTypeMgrAllTypeInfo: DynamicTypeMgrAllTypeInfo;
  readonly DynamicTypeMgrAnnotation: DynamicTypeMgrAnnotation;
  readonly DynamicTypeMgrDataTypeInfo: DynamicTypeMgrDataTypeInfo;
  readonly DynamicTypeMgrFilterSpec: DynamicTypeMgrFilterSpec;
  readonly DynamicTypeMgrManagedTypeInfo: DynamicTypeMgrManagedTypeInfo;
  readonly DynamicTypeMgrMethodTypeInfo: DynamicTypeMgrMethodTypeInfo;
  readonly DynamicTypeMgrMoFilterSpec: DynamicTypeMgrMoFilterSpec;
  readonly DynamicTypeMgrMoInstance: DynamicTypeMgrMoInstance;
  readonly DynamicTypeMgrParamTypeInfo: DynamicTypeMgrParamTypeInfo;
  readonly DynamicTypeMgrPropertyTypeInfo: DynamicTypeMgrPropertyTypeInfo;
  readonly DynamicTypeMgrTypeFilterSpec: DynamicTypeMgrTypeFilterSpec;
  readonly EVCAdmissionFailed: EVCAdmissionFailed;
  readonly EVCAdmissionFailedCPUFeaturesForMode: EVCAdmissionFailedCPUFeaturesForMode;
  readonly EVCAdmissionFailedCPUModel: EVCAdmissionFailedCPUModel;
  readonly EVCAdmissionFailedCPUModelForMode: EVCAdmissionFailedCPUModelForMode;
  readonly EVCAdmissionFailedCPUVendor: EVCAdmissionFailedCPUVendor;
  readonly EVCAdmissionFailedCPUVendorUnknown: EVCAdmissionFailedCPUVendorUnknown;
  readonly EVCAdmissionFailedHostDisconnected: EVCAdmissionFailedHostDisconnected;
  readonly EVCAdmissionFailedHostSoftware: EVCAdmissionFailedHostSoftware;
  readonly EVCAdmissionFailedHostSoftwareForMode: EVCAdmissionFailedHostSoftwareForMode;
  readonly EVCAdmissionFailedVmActive: EVCAdmissionFailedVmActive;
  readonly EVCConfigFault: EVCConfigFault;
  readonly EVCMode: EVCMode;
  readonly EVCModeIllegalByVendor: EVCModeIllegalByVendor;
  readonly EVCModeUnsupportedByHosts: EVCModeUnsupportedByHosts;
  readonly EVCUnsupportedByHostHardware: EVCUnsupportedByHostHardware;
  readonly EVCUnsupportedByHostSoftware: EVCUnsupportedByHostSoftware;
  readonly EightHostLimitViolated: EightHostLimitViolated;
  readonly ElementDescription: ElementDescription;
  readonly EncryptionKeyRequired: EncryptionKeyRequired;
  readonly EnteredMaintenanceModeEvent: EnteredMaintenanceModeEvent;
  readonly EnteredStandbyModeEvent: EnteredStandbyModeEvent;
  readonly EnteringMaintenanceModeEvent: EnteringMaintenanceModeEvent;
  readonly EnteringStandbyModeEvent: EnteringStandbyModeEvent;
  readonly EntityBackup: EntityBackup;
  readonly EntityBackupConfig: EntityBackupConfig;
  readonly EntityEventArgument: EntityEventArgument;
  readonly EntityPrivilege: EntityPrivilege;
  readonly EnumDescription: EnumDescription;
  readonly EnvironmentBrowserConfigOptionQuerySpec: EnvironmentBrowserConfigOptionQuerySpec;
  readonly ErrorUpgradeEvent: ErrorUpgradeEvent;
  readonly EvaluationLicenseSource: EvaluationLicenseSource;
  readonly Event: Event;
  readonly EventAlarmExpression: EventAlarmExpression;
  readonly EventAlarmExpressionComparison: EventAlarmExpressionComparison;
  readonly EventArgDesc: EventArgDesc;
  readonly EventArgument: EventArgument;
  readonly EventDescription: EventDescription;
  readonly EventDescriptionEventDetail: EventDescriptionEventDetail;
  readonly EventEx: EventEx;
  readonly EventFilterSpec: EventFilterSpec;
  readonly EventFilterSpecByEntity: EventFilterSpecByEntity;
  readonly EventFilterSpecByTime: EventFilterSpecByTime;
  readonly EventFilterSpecByUsername: EventFilterSpecByUsername;
  readonly EventManagerEventViewSpec: EventManagerEventViewSpec;
  readonly EventManagerViewByStartId: EventManagerViewByStartId;
  readonly ExitMaintenanceModeEvent: ExitMaintenanceModeEvent;
  readonly ExitStandbyModeFailedEvent: ExitStandbyModeFailedEvent;
  readonly ExitedStandbyModeEvent: ExitedStandbyModeEvent;
  readonly ExitingStandbyModeEvent: ExitingStandbyModeEvent;
  readonly ExpiredAddonLicense: ExpiredAddonLicense;
  readonly ExpiredEditionLicense: ExpiredEditionLicense;
  readonly ExpiredFeatureLicense: ExpiredFeatureLicense;
  readonly ExtExtendedProductInfo: ExtExtendedProductInfo;
  readonly ExtManagedEntityInfo: ExtManagedEntityInfo;
  readonly ExtSolutionManagerInfo: ExtSolutionManagerInfo;
  readonly ExtSolutionManagerInfoTabInfo: ExtSolutionManagerInfoTabInfo;
  readonly ExtendedDescription: ExtendedDescription;
  readonly ExtendedElementDescription: ExtendedElementDescription;
  readonly ExtendedEvent: ExtendedEvent;
  readonly ExtendedEventPair: ExtendedEventPair;
  readonly ExtendedFault: ExtendedFault;
  readonly Extension: Extension;
  readonly ExtensionClientInfo: ExtensionClientInfo;
  readonly ExtensionEventTypeInfo: ExtensionEventTypeInfo;
  readonly ExtensionFaultTypeInfo: ExtensionFaultTypeInfo;
  readonly ExtensionHealthInfo: ExtensionHealthInfo;
  readonly ExtensionManagerIpAllocationUsage: ExtensionManagerIpAllocationUsage;
  readonly ExtensionOvfConsumerInfo: ExtensionOvfConsumerInfo;
  readonly ExtensionPrivilegeInfo: ExtensionPrivilegeInfo;
  readonly ExtensionResourceInfo: ExtensionResourceInfo;
  readonly ExtensionServerInfo: ExtensionServerInfo;
  readonly ExtensionTaskTypeInfo: ExtensionTaskTypeInfo;
  readonly FailToEnableSPBM: FailToEnableSPBM;
  readonly FailToLockFaultToleranceVMs: FailToLockFaultToleranceVMs;
  readonly FailoverLevelRestored: FailoverLevelRestored;
  readonly FailoverNodeInfo: FailoverNodeInfo;
  readonly FaultDomainId: FaultDomainId;
  readonly FaultToleranceAntiAffinityViolated: FaultToleranceAntiAffinityViolated;
  readonly FaultToleranceCannotEditMem: FaultToleranceCannotEditMem;
  readonly FaultToleranceConfigInfo: FaultToleranceConfigInfo;
  readonly FaultToleranceConfigSpec: FaultToleranceConfigSpec;
  readonly FaultToleranceCpuIncompatible: FaultToleranceCpuIncompatible;
  readonly FaultToleranceDiskSpec: FaultToleranceDiskSpec;
  readonly FaultToleranceMetaSpec: FaultToleranceMetaSpec;
  readonly FaultToleranceNeedsThickDisk: FaultToleranceNeedsThickDisk;
  readonly FaultToleranceNotLicensed: FaultToleranceNotLicensed;
  readonly FaultToleranceNotSameBuild: FaultToleranceNotSameBuild;
  readonly FaultTolerancePrimaryConfigInfo: FaultTolerancePrimaryConfigInfo;
  readonly FaultTolerancePrimaryPowerOnNotAttempted: FaultTolerancePrimaryPowerOnNotAttempted;
  readonly FaultToleranceSecondaryConfigInfo: FaultToleranceSecondaryConfigInfo;
  readonly FaultToleranceSecondaryOpResult: FaultToleranceSecondaryOpResult;
  readonly FaultToleranceVMConfigSpec: FaultToleranceVMConfigSpec;
  readonly FaultToleranceVmNotDasProtected: FaultToleranceVmNotDasProtected;
  readonly FaultsByHost: FaultsByHost;
  readonly FaultsByVM: FaultsByVM;
  readonly FcoeConfig: FcoeConfig;
  readonly FcoeConfigFcoeCapabilities: FcoeConfigFcoeCapabilities;
  readonly FcoeConfigFcoeSpecification: FcoeConfigFcoeSpecification;
  readonly FcoeConfigVlanRange: FcoeConfigVlanRange;
  readonly FcoeFault: FcoeFault;
  readonly FcoeFaultPnicHasNoPortSet: FcoeFaultPnicHasNoPortSet;
  readonly FeatureEVCMode: FeatureEVCMode;
  readonly FeatureRequirementsNotMet: FeatureRequirementsNotMet;
  readonly FileAlreadyExists: FileAlreadyExists;
  readonly FileBackedPortNotSupported: FileBackedPortNotSupported;
  readonly FileBackedVirtualDiskSpec: FileBackedVirtualDiskSpec;
  readonly FileFault: FileFault;
  readonly FileInfo: FileInfo;
  readonly FileLockInfo: FileLockInfo;
  readonly FileLockInfoResult: FileLockInfoResult;
  readonly FileLocked: FileLocked;
  readonly FileNameTooLong: FileNameTooLong;
  readonly FileNotFound: FileNotFound;
  readonly FileNotWritable: FileNotWritable;
  readonly FileQuery: FileQuery;
  readonly FileQueryFlags: FileQueryFlags;
  readonly FileTooLarge: FileTooLarge;
  readonly FileTransferInformation: FileTransferInformation;
  readonly FilesystemQuiesceFault: FilesystemQuiesceFault;
  readonly FilterInUse: FilterInUse;
  readonly FirewallProfile: FirewallProfile;
  readonly FirewallProfileRulesetProfile: FirewallProfileRulesetProfile;
  readonly FloatOption: FloatOption;
  readonly FloppyImageFileInfo: FloppyImageFileInfo;
  readonly FloppyImageFileQuery: FloppyImageFileQuery;
  readonly FolderBatchAddHostsToClusterResult: FolderBatchAddHostsToClusterResult;
  readonly FolderBatchAddStandaloneHostsResult: FolderBatchAddStandaloneHostsResult;
  readonly FolderEventArgument: FolderEventArgument;
  readonly FolderExternallyManagedFolderInfo: FolderExternallyManagedFolderInfo;
  readonly FolderFailedHostResult: FolderFailedHostResult;
  readonly FolderFileInfo: FolderFileInfo;
  readonly FolderFileQuery: FolderFileQuery;
  readonly FolderNewHostSpec: FolderNewHostSpec;
  readonly FtIssuesOnHost: FtIssuesOnHost;
  readonly FtVmHostRuleViolation: FtVmHostRuleViolation;
  readonly FullStorageVMotionNotSupported: FullStorageVMotionNotSupported;
  readonly GatewayConnectFault: GatewayConnectFault;
  readonly GatewayHostNotReachable: GatewayHostNotReachable;
  readonly GatewayNotFound: GatewayNotFound;
  readonly GatewayNotReachable: GatewayNotReachable;
  readonly GatewayOperationRefused: GatewayOperationRefused;
  readonly GatewayToHostAuthFault: GatewayToHostAuthFault;
  readonly GatewayToHostConnectFault: GatewayToHostConnectFault;
  readonly GatewayToHostTrustVerifyFault: GatewayToHostTrustVerifyFault;
  readonly GeneralEvent: GeneralEvent;
  readonly GeneralHostErrorEvent: GeneralHostErrorEvent;
  readonly GeneralHostInfoEvent: GeneralHostInfoEvent;
  readonly GeneralHostWarningEvent: GeneralHostWarningEvent;
  readonly GeneralUserEvent: GeneralUserEvent;
  readonly GeneralVmErrorEvent: GeneralVmErrorEvent;
  readonly GeneralVmInfoEvent: GeneralVmInfoEvent;
  readonly GeneralVmWarningEvent: GeneralVmWarningEvent;
  readonly GenericDrsFault: GenericDrsFault;
  readonly GenericVmConfigFault: GenericVmConfigFault;
  readonly GhostDvsProxySwitchDetectedEvent: GhostDvsProxySwitchDetectedEvent;
  readonly GhostDvsProxySwitchRemovedEvent: GhostDvsProxySwitchRemovedEvent;
  readonly GlobalMessageChangedEvent: GlobalMessageChangedEvent;
  readonly GroupAlarmAction: GroupAlarmAction;
  readonly GuestAliases: GuestAliases;
  readonly GuestAuthAliasInfo: GuestAuthAliasInfo;
  readonly GuestAuthAnySubject: GuestAuthAnySubject;
  readonly GuestAuthNamedSubject: GuestAuthNamedSubject;
  readonly GuestAuthSubject: GuestAuthSubject;
  readonly GuestAuthentication: GuestAuthentication;
  readonly GuestAuthenticationChallenge: GuestAuthenticationChallenge;
  readonly GuestComponentsOutOfDate: GuestComponentsOutOfDate;
  readonly GuestDiskInfo: GuestDiskInfo;
  readonly GuestFileAttributes: GuestFileAttributes;
  readonly GuestFileInfo: GuestFileInfo;
  readonly GuestInfo: GuestInfo;
  readonly GuestInfoCustomizationInfo: GuestInfoCustomizationInfo;
  readonly GuestInfoNamespaceGenerationInfo: GuestInfoNamespaceGenerationInfo;
  readonly GuestInfoVirtualDiskMapping: GuestInfoVirtualDiskMapping;
  readonly GuestListFileInfo: GuestListFileInfo;
  readonly GuestMappedAliases: GuestMappedAliases;
  readonly GuestMultipleMappings: GuestMultipleMappings;
  readonly GuestNicInfo: GuestNicInfo;
  readonly GuestOperationsFault: GuestOperationsFault;
  readonly GuestOperationsUnavailable: GuestOperationsUnavailable;
  readonly GuestOsDescriptor: GuestOsDescriptor;
  readonly GuestPermissionDenied: GuestPermissionDenied;
  readonly GuestPosixFileAttributes: GuestPosixFileAttributes;
  readonly GuestProcessInfo: GuestProcessInfo;
  readonly GuestProcessNotFound: GuestProcessNotFound;
  readonly GuestProgramSpec: GuestProgramSpec;
  readonly GuestRegKeyNameSpec: GuestRegKeyNameSpec;
  readonly GuestRegKeyRecordSpec: GuestRegKeyRecordSpec;
  readonly GuestRegKeySpec: GuestRegKeySpec;
  readonly GuestRegValueBinarySpec: GuestRegValueBinarySpec;
  readonly GuestRegValueDataSpec: GuestRegValueDataSpec;
  readonly GuestRegValueDwordSpec: GuestRegValueDwordSpec;
  readonly GuestRegValueExpandStringSpec: GuestRegValueExpandStringSpec;
  readonly GuestRegValueMultiStringSpec: GuestRegValueMultiStringSpec;
  readonly GuestRegValueNameSpec: GuestRegValueNameSpec;
  readonly GuestRegValueQwordSpec: GuestRegValueQwordSpec;
  readonly GuestRegValueSpec: GuestRegValueSpec;
  readonly GuestRegValueStringSpec: GuestRegValueStringSpec;
  readonly GuestRegistryFault: GuestRegistryFault;
  readonly GuestRegistryKeyAlreadyExists: GuestRegistryKeyAlreadyExists;
  readonly GuestRegistryKeyFault: GuestRegistryKeyFault;
  readonly GuestRegistryKeyHasSubkeys: GuestRegistryKeyHasSubkeys;
  readonly GuestRegistryKeyInvalid: GuestRegistryKeyInvalid;
  readonly GuestRegistryKeyParentVolatile: GuestRegistryKeyParentVolatile;
  readonly GuestRegistryValueFault: GuestRegistryValueFault;
  readonly GuestRegistryValueNotFound: GuestRegistryValueNotFound;
  readonly GuestScreenInfo: GuestScreenInfo;
  readonly GuestStackInfo: GuestStackInfo;
  readonly GuestWindowsFileAttributes: GuestWindowsFileAttributes;
  readonly GuestWindowsProgramSpec: GuestWindowsProgramSpec;
  readonly HAErrorsAtDest: HAErrorsAtDest;
  readonly HbrDiskMigrationAction: HbrDiskMigrationAction;
  readonly HbrManagerReplicationVmInfo: HbrManagerReplicationVmInfo;
  readonly HbrManagerVmReplicationCapability: HbrManagerVmReplicationCapability;
  readonly HbrReplicationTargetSpec: HbrReplicationTargetSpec;
  readonly HbrTargetSpec: HbrTargetSpec;
  readonly HbrTargetSpecReplacement: HbrTargetSpecReplacement;
  readonly HealthStatusChangedEvent: HealthStatusChangedEvent;
  readonly HealthSystemRuntime: HealthSystemRuntime;
  readonly HealthUpdate: HealthUpdate;
  readonly HealthUpdateInfo: HealthUpdateInfo;
  readonly HeterogenousHostsBlockingEVC: HeterogenousHostsBlockingEVC;
  readonly HostAccessControlEntry: HostAccessControlEntry;
  readonly HostAccessRestrictedToManagementServer: HostAccessRestrictedToManagementServer;
  readonly HostAccountSpec: HostAccountSpec;
  readonly HostActiveDirectory: HostActiveDirectory;
  readonly HostActiveDirectoryInfo: HostActiveDirectoryInfo;
  readonly HostActiveDirectorySpec: HostActiveDirectorySpec;
  readonly HostAddFailedEvent: HostAddFailedEvent;
  readonly HostAddedEvent: HostAddedEvent;
  readonly HostAdminDisableEvent: HostAdminDisableEvent;
  readonly HostAdminEnableEvent: HostAdminEnableEvent;
  readonly HostApplyProfile: HostApplyProfile;
  readonly HostAssignableHardwareBinding: HostAssignableHardwareBinding;
  readonly HostAssignableHardwareConfig: HostAssignableHardwareConfig;
  readonly HostAssignableHardwareConfigAttributeOverride: HostAssignableHardwareConfigAttributeOverride;
  readonly HostAuthenticationInfo: HostAuthenticationInfo;
  readonly HostAuthenticationManagerInfo: HostAuthenticationManagerInfo;
  readonly HostAuthenticationStoreInfo: HostAuthenticationStoreInfo;
  readonly HostAutoStartManagerConfig: HostAutoStartManagerConfig;
  readonly HostBIOSInfo: HostBIOSInfo;
  readonly HostBlockAdapterTargetTransport: HostBlockAdapterTargetTransport;
  readonly HostBlockHba: HostBlockHba;
  readonly HostBootDevice: HostBootDevice;
  readonly HostBootDeviceInfo: HostBootDeviceInfo;
  readonly HostCacheConfigurationInfo: HostCacheConfigurationInfo;
  readonly HostCacheConfigurationSpec: HostCacheConfigurationSpec;
  readonly HostCapability: HostCapability;
  readonly HostCertificateManagerCertificateInfo: HostCertificateManagerCertificateInfo;
  readonly HostCertificateManagerCertificateSpec: HostCertificateManagerCertificateSpec;
  readonly HostCnxFailedAccountFailedEvent: HostCnxFailedAccountFailedEvent;
  readonly HostCnxFailedAlreadyManagedEvent: HostCnxFailedAlreadyManagedEvent;
  readonly HostCnxFailedBadCcagentEvent: HostCnxFailedBadCcagentEvent;
  readonly HostCnxFailedBadUsernameEvent: HostCnxFailedBadUsernameEvent;
  readonly HostCnxFailedBadVersionEvent: HostCnxFailedBadVersionEvent;
  readonly HostCnxFailedCcagentUpgradeEvent: HostCnxFailedCcagentUpgradeEvent;
  readonly HostCnxFailedEvent: HostCnxFailedEvent;
  readonly HostCnxFailedNetworkErrorEvent: HostCnxFailedNetworkErrorEvent;
  readonly HostCnxFailedNoAccessEvent: HostCnxFailedNoAccessEvent;
  readonly HostCnxFailedNoConnectionEvent: HostCnxFailedNoConnectionEvent;
  readonly HostCnxFailedNoLicenseEvent: HostCnxFailedNoLicenseEvent;
  readonly HostCnxFailedNotFoundEvent: HostCnxFailedNotFoundEvent;
  readonly HostCnxFailedTimeoutEvent: HostCnxFailedTimeoutEvent;
  readonly HostCommunication: HostCommunication;
  readonly HostComplianceCheckedEvent: HostComplianceCheckedEvent;
  readonly HostCompliantEvent: HostCompliantEvent;
  readonly HostConfigAppliedEvent: HostConfigAppliedEvent;
  readonly HostConfigChange: HostConfigChange;
  readonly HostConfigFailed: HostConfigFailed;
  readonly HostConfigFault: HostConfigFault;
  readonly HostConfigInfo: HostConfigInfo;
  readonly HostConfigManager: HostConfigManager;
  readonly HostConfigSpec: HostConfigSpec;
  readonly HostConfigSummary: HostConfigSummary;
  readonly HostConnectFault: HostConnectFault;
  readonly HostConnectInfo: HostConnectInfo;
  readonly HostConnectInfoNetworkInfo: HostConnectInfoNetworkInfo;
  readonly HostConnectSpec: HostConnectSpec;
  readonly HostConnectedEvent: HostConnectedEvent;
  readonly HostConnectionLostEvent: HostConnectionLostEvent;
  readonly HostCpuIdInfo: HostCpuIdInfo;
  readonly HostCpuInfo: HostCpuInfo;
  readonly HostCpuPackage: HostCpuPackage;
  readonly HostCpuPowerManagementInfo: HostCpuPowerManagementInfo;
  readonly HostCpuSchedulerInfo: HostCpuSchedulerInfo;
  readonly HostDasDisabledEvent: HostDasDisabledEvent;
  readonly HostDasDisablingEvent: HostDasDisablingEvent;
  readonly HostDasEnabledEvent: HostDasEnabledEvent;
  readonly HostDasEnablingEvent: HostDasEnablingEvent;
  readonly HostDasErrorEvent: HostDasErrorEvent;
  readonly HostDasEvent: HostDasEvent;
  readonly HostDasOkEvent: HostDasOkEvent;
  readonly HostDataTransportConnectionInfo: HostDataTransportConnectionInfo;
  readonly HostDatastoreBrowserSearchResults: HostDatastoreBrowserSearchResults;
  readonly HostDatastoreBrowserSearchSpec: HostDatastoreBrowserSearchSpec;
  readonly HostDatastoreConnectInfo: HostDatastoreConnectInfo;
  readonly HostDatastoreExistsConnectInfo: HostDatastoreExistsConnectInfo;
  readonly HostDatastoreNameConflictConnectInfo: HostDatastoreNameConflictConnectInfo;
  readonly HostDatastoreSystemCapabilities: HostDatastoreSystemCapabilities;
  readonly HostDatastoreSystemDatastoreResult: HostDatastoreSystemDatastoreResult;
  readonly HostDatastoreSystemVvolDatastoreSpec: HostDatastoreSystemVvolDatastoreSpec;
  readonly HostDateTimeConfig: HostDateTimeConfig;
  readonly HostDateTimeInfo: HostDateTimeInfo;
  readonly HostDateTimeSystemServiceTestResult: HostDateTimeSystemServiceTestResult;
  readonly HostDateTimeSystemTimeZone: HostDateTimeSystemTimeZone;
  readonly HostDeploymentInfo: HostDeploymentInfo;
  readonly HostDevice: HostDevice;
  readonly HostDhcpService: HostDhcpService;
  readonly HostDhcpServiceConfig: HostDhcpServiceConfig;
  readonly HostDhcpServiceSpec: HostDhcpServiceSpec;
  readonly HostDiagnosticPartition: HostDiagnosticPartition;
  readonly HostDiagnosticPartitionCreateDescription: HostDiagnosticPartitionCreateDescription;
  readonly HostDiagnosticPartitionCreateOption: HostDiagnosticPartitionCreateOption;
  readonly HostDiagnosticPartitionCreateSpec: HostDiagnosticPartitionCreateSpec;
  readonly HostDigestInfo: HostDigestInfo;
  readonly HostDirectoryStoreInfo: HostDirectoryStoreInfo;
  readonly HostDisconnectedEvent: HostDisconnectedEvent;
  readonly HostDiskConfigurationResult: HostDiskConfigurationResult;
  readonly HostDiskDimensions: HostDiskDimensions;
  readonly HostDiskDimensionsChs: HostDiskDimensionsChs;
  readonly HostDiskDimensionsLba: HostDiskDimensionsLba;
  readonly HostDiskMappingInfo: HostDiskMappingInfo;
  readonly HostDiskMappingOption: HostDiskMappingOption;
  readonly HostDiskMappingPartitionInfo: HostDiskMappingPartitionInfo;
  readonly HostDiskMappingPartitionOption: HostDiskMappingPartitionOption;
  readonly HostDiskPartitionAttributes: HostDiskPartitionAttributes;
  readonly HostDiskPartitionBlockRange: HostDiskPartitionBlockRange;
  readonly HostDiskPartitionInfo: HostDiskPartitionInfo;
  readonly HostDiskPartitionLayout: HostDiskPartitionLayout;
  readonly HostDiskPartitionSpec: HostDiskPartitionSpec;
  readonly HostDnsConfig: HostDnsConfig;
  readonly HostDnsConfigSpec: HostDnsConfigSpec;
  readonly HostDvxClass: HostDvxClass;
  readonly HostEnableAdminFailedEvent: HostEnableAdminFailedEvent;
  readonly HostEnterMaintenanceResult: HostEnterMaintenanceResult;
  readonly HostEsxAgentHostManagerConfigInfo: HostEsxAgentHostManagerConfigInfo;
  readonly HostEvent: HostEvent;
  readonly HostEventArgument: HostEventArgument;
  readonly HostExtraNetworksEvent: HostExtraNetworksEvent;
  readonly HostFaultToleranceManagerComponentHealthInfo: HostFaultToleranceManagerComponentHealthInfo;
  readonly HostFeatureCapability: HostFeatureCapability;
  readonly HostFeatureMask: HostFeatureMask;
  readonly HostFeatureVersionInfo: HostFeatureVersionInfo;
  readonly HostFibreChannelHba: HostFibreChannelHba;
  readonly HostFibreChannelOverEthernetHba: HostFibreChannelOverEthernetHba;
  readonly HostFibreChannelOverEthernetHbaLinkInfo: HostFibreChannelOverEthernetHbaLinkInfo;
  readonly HostFibreChannelOverEthernetTargetTransport: HostFibreChannelOverEthernetTargetTransport;
  readonly HostFibreChannelTargetTransport: HostFibreChannelTargetTransport;
  readonly HostFileAccess: HostFileAccess;
  readonly HostFileSystemMountInfo: HostFileSystemMountInfo;
  readonly HostFileSystemVolume: HostFileSystemVolume;
  readonly HostFileSystemVolumeInfo: HostFileSystemVolumeInfo;
  readonly HostFirewallConfig: HostFirewallConfig;
  readonly HostFirewallConfigRuleSetConfig: HostFirewallConfigRuleSetConfig;
  readonly HostFirewallDefaultPolicy: HostFirewallDefaultPolicy;
  readonly HostFirewallInfo: HostFirewallInfo;
  readonly HostFirewallRule: HostFirewallRule;
  readonly HostFirewallRuleset: HostFirewallRuleset;
  readonly HostFirewallRulesetIpList: HostFirewallRulesetIpList;
  readonly HostFirewallRulesetIpNetwork: HostFirewallRulesetIpNetwork;
  readonly HostFirewallRulesetRulesetSpec: HostFirewallRulesetRulesetSpec;
  readonly HostFlagInfo: HostFlagInfo;
  readonly HostForceMountedInfo: HostForceMountedInfo;
  readonly HostFru: HostFru;
  readonly HostGatewaySpec: HostGatewaySpec;
  readonly HostGetShortNameFailedEvent: HostGetShortNameFailedEvent;
  readonly HostGraphicsConfig: HostGraphicsConfig;
  readonly HostGraphicsConfigDeviceType: HostGraphicsConfigDeviceType;
  readonly HostGraphicsInfo: HostGraphicsInfo;
  readonly HostHardwareElementInfo: HostHardwareElementInfo;
  readonly HostHardwareInfo: HostHardwareInfo;
  readonly HostHardwareStatusInfo: HostHardwareStatusInfo;
  readonly HostHardwareSummary: HostHardwareSummary;
  readonly HostHasComponentFailure: HostHasComponentFailure;
  readonly HostHbaCreateSpec: HostHbaCreateSpec;
  readonly HostHostBusAdapter: HostHostBusAdapter;
  readonly HostHyperThreadScheduleInfo: HostHyperThreadScheduleInfo;
  readonly HostImageProfileSummary: HostImageProfileSummary;
  readonly HostInAuditModeEvent: HostInAuditModeEvent;
  readonly HostInDomain: HostInDomain;
  readonly HostIncompatibleForFaultTolerance: HostIncompatibleForFaultTolerance;
  readonly HostIncompatibleForRecordReplay: HostIncompatibleForRecordReplay;
  readonly HostInternetScsiHba: HostInternetScsiHba;
  readonly HostInternetScsiHbaAuthenticationCapabilities: HostInternetScsiHbaAuthenticationCapabilities;
  readonly HostInternetScsiHbaAuthenticationProperties: HostInternetScsiHbaAuthenticationProperties;
  readonly HostInternetScsiHbaDigestCapabilities: HostInternetScsiHbaDigestCapabilities;
  readonly HostInternetScsiHbaDigestProperties: HostInternetScsiHbaDigestProperties;
  readonly HostInternetScsiHbaDiscoveryCapabilities: HostInternetScsiHbaDiscoveryCapabilities;
  readonly HostInternetScsiHbaDiscoveryProperties: HostInternetScsiHbaDiscoveryProperties;
  readonly HostInternetScsiHbaIPCapabilities: HostInternetScsiHbaIPCapabilities;
  readonly HostInternetScsiHbaIPProperties: HostInternetScsiHbaIPProperties;
  readonly HostInternetScsiHbaIPv6Properties: HostInternetScsiHbaIPv6Properties;
  readonly HostInternetScsiHbaIscsiIpv6Address: HostInternetScsiHbaIscsiIpv6Address;
  readonly HostInternetScsiHbaParamValue: HostInternetScsiHbaParamValue;
  readonly HostInternetScsiHbaSendTarget: HostInternetScsiHbaSendTarget;
  readonly HostInternetScsiHbaStaticTarget: HostInternetScsiHbaStaticTarget;
  readonly HostInternetScsiHbaTargetSet: HostInternetScsiHbaTargetSet;
  readonly HostInternetScsiTargetTransport: HostInternetScsiTargetTransport;
  readonly HostInventoryFull: HostInventoryFull;
  readonly HostInventoryFullEvent: HostInventoryFullEvent;
  readonly HostInventoryUnreadableEvent: HostInventoryUnreadableEvent;
  readonly HostIoFilterInfo: HostIoFilterInfo;
  readonly HostIpChangedEvent: HostIpChangedEvent;
  readonly HostIpConfig: HostIpConfig;
  readonly HostIpConfigIpV6Address: HostIpConfigIpV6Address;
  readonly HostIpConfigIpV6AddressConfiguration: HostIpConfigIpV6AddressConfiguration;
  readonly HostIpInconsistentEvent: HostIpInconsistentEvent;
  readonly HostIpRouteConfig: HostIpRouteConfig;
  readonly HostIpRouteConfigSpec: HostIpRouteConfigSpec;
  readonly HostIpRouteEntry: HostIpRouteEntry;
  readonly HostIpRouteOp: HostIpRouteOp;
  readonly HostIpRouteTableConfig: HostIpRouteTableConfig;
  readonly HostIpRouteTableInfo: HostIpRouteTableInfo;
  readonly HostIpToShortNameFailedEvent: HostIpToShortNameFailedEvent;
  readonly HostIpmiInfo: HostIpmiInfo;
  readonly HostIsolationIpPingFailedEvent: HostIsolationIpPingFailedEvent;
  readonly HostLicensableResourceInfo: HostLicensableResourceInfo;
  readonly HostLicenseConnectInfo: HostLicenseConnectInfo;
  readonly HostLicenseExpiredEvent: HostLicenseExpiredEvent;
  readonly HostLicenseSpec: HostLicenseSpec;
  readonly HostListSummary: HostListSummary;
  readonly HostListSummaryGatewaySummary: HostListSummaryGatewaySummary;
  readonly HostListSummaryQuickStats: HostListSummaryQuickStats;
  readonly HostLocalAuthenticationInfo: HostLocalAuthenticationInfo;
  readonly HostLocalFileSystemVolume: HostLocalFileSystemVolume;
  readonly HostLocalFileSystemVolumeSpec: HostLocalFileSystemVolumeSpec;
  readonly HostLocalPortCreatedEvent: HostLocalPortCreatedEvent;
  readonly HostLowLevelProvisioningManagerDiskLayoutSpec: HostLowLevelProvisioningManagerDiskLayoutSpec;
  readonly HostLowLevelProvisioningManagerFileDeleteResult: HostLowLevelProvisioningManagerFileDeleteResult;
  readonly HostLowLevelProvisioningManagerFileDeleteSpec: HostLowLevelProvisioningManagerFileDeleteSpec;
  readonly HostLowLevelProvisioningManagerFileReserveResult: HostLowLevelProvisioningManagerFileReserveResult;
  readonly HostLowLevelProvisioningManagerFileReserveSpec: HostLowLevelProvisioningManagerFileReserveSpec;
  readonly HostLowLevelProvisioningManagerSnapshotLayoutSpec: HostLowLevelProvisioningManagerSnapshotLayoutSpec;
  readonly HostLowLevelProvisioningManagerVmMigrationStatus: HostLowLevelProvisioningManagerVmMigrationStatus;
  readonly HostLowLevelProvisioningManagerVmRecoveryInfo: HostLowLevelProvisioningManagerVmRecoveryInfo;
  readonly HostMaintenanceSpec: HostMaintenanceSpec;
  readonly HostMaintenanceSpecEvacuationMode: HostMaintenanceSpecEvacuationMode;
  readonly HostMemberHealthCheckResult: HostMemberHealthCheckResult;
  readonly HostMemberRuntimeInfo: HostMemberRuntimeInfo;
  readonly HostMemberUplinkHealthCheckResult: HostMemberUplinkHealthCheckResult;
  readonly HostMemoryProfile: HostMemoryProfile;
  readonly HostMemorySpec: HostMemorySpec;
  readonly HostMemoryTierInfo: HostMemoryTierInfo;
  readonly HostMissingNetworksEvent: HostMissingNetworksEvent;
  readonly HostMonitoringStateChangedEvent: HostMonitoringStateChangedEvent;
  readonly HostMountInfo: HostMountInfo;
  readonly HostMultipathInfo: HostMultipathInfo;
  readonly HostMultipathInfoFixedLogicalUnitPolicy: HostMultipathInfoFixedLogicalUnitPolicy;
  readonly HostMultipathInfoHppLogicalUnitPolicy: HostMultipathInfoHppLogicalUnitPolicy;
  readonly HostMultipathInfoLogicalUnit: HostMultipathInfoLogicalUnit;
  readonly HostMultipathInfoLogicalUnitPolicy: HostMultipathInfoLogicalUnitPolicy;
  readonly HostMultipathInfoLogicalUnitStorageArrayTypePolicy: HostMultipathInfoLogicalUnitStorageArrayTypePolicy;
  readonly HostMultipathInfoPath: HostMultipathInfoPath;
  readonly HostMultipathStateInfo: HostMultipathStateInfo;
  readonly HostMultipathStateInfoPath: HostMultipathStateInfoPath;
  readonly HostNasVolume: HostNasVolume;
  readonly HostNasVolumeConfig: HostNasVolumeConfig;
  readonly HostNasVolumeSpec: HostNasVolumeSpec;
  readonly HostNasVolumeUserInfo: HostNasVolumeUserInfo;
  readonly HostNatService: HostNatService;
  readonly HostNatServiceConfig: HostNatServiceConfig;
  readonly HostNatServiceNameServiceSpec: HostNatServiceNameServiceSpec;
  readonly HostNatServicePortForwardSpec: HostNatServicePortForwardSpec;
  readonly HostNatServiceSpec: HostNatServiceSpec;
  readonly HostNetCapabilities: HostNetCapabilities;
  readonly HostNetOffloadCapabilities: HostNetOffloadCapabilities;
  readonly HostNetStackInstance: HostNetStackInstance;
  readonly HostNetworkConfig: HostNetworkConfig;
  readonly HostNetworkConfigNetStackSpec: HostNetworkConfigNetStackSpec;
  readonly HostNetworkConfigResult: HostNetworkConfigResult;
  readonly HostNetworkInfo: HostNetworkInfo;
  readonly HostNetworkPolicy: HostNetworkPolicy;
  readonly HostNetworkResourceRuntime: HostNetworkResourceRuntime;
  readonly HostNetworkSecurityPolicy: HostNetworkSecurityPolicy;
  readonly HostNetworkTrafficShapingPolicy: HostNetworkTrafficShapingPolicy;
  readonly HostNewNetworkConnectInfo: HostNewNetworkConnectInfo;
  readonly HostNfcConnectionInfo: HostNfcConnectionInfo;
  readonly HostNicFailureCriteria: HostNicFailureCriteria;
  readonly HostNicOrderPolicy: HostNicOrderPolicy;
  readonly HostNicTeamingPolicy: HostNicTeamingPolicy;
  readonly HostNoAvailableNetworksEvent: HostNoAvailableNetworksEvent;
  readonly HostNoHAEnabledPortGroupsEvent: HostNoHAEnabledPortGroupsEvent;
  readonly HostNoRedundantManagementNetworkEvent: HostNoRedundantManagementNetworkEvent;
  readonly HostNonCompliantEvent: HostNonCompliantEvent;
  readonly HostNotConnected: HostNotConnected;
  readonly HostNotInClusterEvent: HostNotInClusterEvent;
  readonly HostNotReachable: HostNotReachable;
  readonly HostNtpConfig: HostNtpConfig;
  readonly HostNumaInfo: HostNumaInfo;
  readonly HostNumaNode: HostNumaNode;
  readonly HostNumericSensorInfo: HostNumericSensorInfo;
  readonly HostNvmeConnectSpec: HostNvmeConnectSpec;
  readonly HostNvmeController: HostNvmeController;
  readonly HostNvmeDisconnectSpec: HostNvmeDisconnectSpec;
  readonly HostNvmeDiscoverSpec: HostNvmeDiscoverSpec;
  readonly HostNvmeDiscoveryLog: HostNvmeDiscoveryLog;
  readonly HostNvmeDiscoveryLogEntry: HostNvmeDiscoveryLogEntry;
  readonly HostNvmeNamespace: HostNvmeNamespace;
  readonly HostNvmeOpaqueTransportParameters: HostNvmeOpaqueTransportParameters;
  readonly HostNvmeOverFibreChannelParameters: HostNvmeOverFibreChannelParameters;
  readonly HostNvmeOverRdmaParameters: HostNvmeOverRdmaParameters;
  readonly HostNvmeOverTcpParameters: HostNvmeOverTcpParameters;
  readonly HostNvmeSpec: HostNvmeSpec;
  readonly HostNvmeTopology: HostNvmeTopology;
  readonly HostNvmeTopologyInterface: HostNvmeTopologyInterface;
  readonly HostNvmeTransportParameters: HostNvmeTransportParameters;
  readonly HostOpaqueNetworkInfo: HostOpaqueNetworkInfo;
  readonly HostOpaqueSwitch: HostOpaqueSwitch;
  readonly HostOpaqueSwitchPhysicalNicZone: HostOpaqueSwitchPhysicalNicZone;
  readonly HostOvercommittedEvent: HostOvercommittedEvent;
  readonly HostPMemVolume: HostPMemVolume;
  readonly HostParallelScsiHba: HostParallelScsiHba;
  readonly HostParallelScsiTargetTransport: HostParallelScsiTargetTransport;
  readonly HostPartialMaintenanceModeRuntimeInfo: HostPartialMaintenanceModeRuntimeInfo;
  readonly HostPatchManagerLocator: HostPatchManagerLocator;
  readonly HostPatchManagerPatchManagerOperationSpec: HostPatchManagerPatchManagerOperationSpec;
  readonly HostPatchManagerResult: HostPatchManagerResult;
  readonly HostPatchManagerStatus: HostPatchManagerStatus;
  readonly HostPatchManagerStatusPrerequisitePatch: HostPatchManagerStatusPrerequisitePatch;
  readonly HostPathSelectionPolicyOption: HostPathSelectionPolicyOption;
  readonly HostPciDevice: HostPciDevice;
  readonly HostPciDeviceDirectPathInfo: HostPciDeviceDirectPathInfo;
  readonly HostPciPassthruConfig: HostPciPassthruConfig;
  readonly HostPciPassthruInfo: HostPciPassthruInfo;
  readonly HostPciPassthruInfoDirectPathState: HostPciPassthruInfoDirectPathState;
  readonly HostPcieHba: HostPcieHba;
  readonly HostPcieTargetTransport: HostPcieTargetTransport;
  readonly HostPersistentMemoryInfo: HostPersistentMemoryInfo;
  readonly HostPlacedVirtualNicIdentifier: HostPlacedVirtualNicIdentifier;
  readonly HostPlugStoreTopology: HostPlugStoreTopology;
  readonly HostPlugStoreTopologyAdapter: HostPlugStoreTopologyAdapter;
  readonly HostPlugStoreTopologyDevice: HostPlugStoreTopologyDevice;
  readonly HostPlugStoreTopologyPath: HostPlugStoreTopologyPath;
  readonly HostPlugStoreTopologyPlugin: HostPlugStoreTopologyPlugin;
  readonly HostPlugStoreTopologyTarget: HostPlugStoreTopologyTarget;
  readonly HostPnicNetworkResourceInfo: HostPnicNetworkResourceInfo;
  readonly HostPortGroup: HostPortGroup;
  readonly HostPortGroupConfig: HostPortGroupConfig;
  readonly HostPortGroupPort: HostPortGroupPort;
  readonly HostPortGroupProfile: HostPortGroupProfile;
  readonly HostPortGroupSpec: HostPortGroupSpec;
  readonly HostPosixAccountSpec: HostPosixAccountSpec;
  readonly HostPowerOpFailed: HostPowerOpFailed;
  readonly HostPowerPolicy: HostPowerPolicy;
  readonly HostPrimaryAgentNotShortNameEvent: HostPrimaryAgentNotShortNameEvent;
  readonly HostProfileAppliedEvent: HostProfileAppliedEvent;
  readonly HostProfileCompleteConfigSpec: HostProfileCompleteConfigSpec;
  readonly HostProfileConfigInfo: HostProfileConfigInfo;
  readonly HostProfileConfigSpec: HostProfileConfigSpec;
  readonly HostProfileHostBasedConfigSpec: HostProfileHostBasedConfigSpec;
  readonly HostProfileManagerCompositionResult: HostProfileManagerCompositionResult;
  readonly HostProfileManagerCompositionResultResultElement: HostProfileManagerCompositionResultResultElement;
  readonly HostProfileManagerCompositionValidationResult: HostProfileManagerCompositionValidationResult;
  readonly HostProfileManagerCompositionValidationResultResultElement: HostProfileManagerCompositionValidationResultResultElement;
  readonly HostProfileManagerConfigTaskList: HostProfileManagerConfigTaskList;
  readonly HostProfileManagerHostToConfigSpecMap: HostProfileManagerHostToConfigSpecMap;
  readonly HostProfileSerializedHostProfileSpec: HostProfileSerializedHostProfileSpec;
  readonly HostProfileValidationFailureInfo: HostProfileValidationFailureInfo;
  readonly HostProfilesEntityCustomizations: HostProfilesEntityCustomizations;
  readonly HostProtocolEndpoint: HostProtocolEndpoint;
  readonly HostProxySwitch: HostProxySwitch;
  readonly HostProxySwitchConfig: HostProxySwitchConfig;
  readonly HostProxySwitchEnsInfo: HostProxySwitchEnsInfo;
  readonly HostProxySwitchHostLagConfig: HostProxySwitchHostLagConfig;
  readonly HostProxySwitchSpec: HostProxySwitchSpec;
  readonly HostPtpConfig: HostPtpConfig;
  readonly HostPtpConfigPtpPort: HostPtpConfigPtpPort;
  readonly HostQualifiedName: HostQualifiedName;
  readonly HostRdmaDevice: HostRdmaDevice;
  readonly HostRdmaDeviceBacking: HostRdmaDeviceBacking;
  readonly HostRdmaDeviceCapability: HostRdmaDeviceCapability;
  readonly HostRdmaDeviceConnectionInfo: HostRdmaDeviceConnectionInfo;
  readonly HostRdmaDevicePnicBacking: HostRdmaDevicePnicBacking;
  readonly HostRdmaHba: HostRdmaHba;
  readonly HostRdmaTargetTransport: HostRdmaTargetTransport;
  readonly HostReconnectionFailedEvent: HostReconnectionFailedEvent;
  readonly HostReliableMemoryInfo: HostReliableMemoryInfo;
  readonly HostRemovedEvent: HostRemovedEvent;
  readonly HostResignatureRescanResult: HostResignatureRescanResult;
  readonly HostRuntimeInfo: HostRuntimeInfo;
  readonly HostRuntimeInfoNetStackInstanceRuntimeInfo: HostRuntimeInfoNetStackInstanceRuntimeInfo;
  readonly HostRuntimeInfoNetworkRuntimeInfo: HostRuntimeInfoNetworkRuntimeInfo;
  readonly HostRuntimeInfoStateEncryptionInfo: HostRuntimeInfoStateEncryptionInfo;
  readonly HostScsiDisk: HostScsiDisk;
  readonly HostScsiDiskPartition: HostScsiDiskPartition;
  readonly HostScsiTopology: HostScsiTopology;
  readonly HostScsiTopologyInterface: HostScsiTopologyInterface;
  readonly HostScsiTopologyLun: HostScsiTopologyLun;
  readonly HostScsiTopologyTarget: HostScsiTopologyTarget;
  readonly HostSecuritySpec: HostSecuritySpec;
  readonly HostSerialAttachedHba: HostSerialAttachedHba;
  readonly HostSerialAttachedTargetTransport: HostSerialAttachedTargetTransport;
  readonly HostService: HostService;
  readonly HostServiceConfig: HostServiceConfig;
  readonly HostServiceInfo: HostServiceInfo;
  readonly HostServiceSourcePackage: HostServiceSourcePackage;
  readonly HostServiceTicket: HostServiceTicket;
  readonly HostSevInfo: HostSevInfo;
  readonly HostSgxInfo: HostSgxInfo;
  readonly HostSgxRegistrationInfo: HostSgxRegistrationInfo;
  readonly HostSharedGpuCapabilities: HostSharedGpuCapabilities;
  readonly HostShortNameInconsistentEvent: HostShortNameInconsistentEvent;
  readonly HostShortNameToIpFailedEvent: HostShortNameToIpFailedEvent;
  readonly HostShutdownEvent: HostShutdownEvent;
  readonly HostSnmpConfigSpec: HostSnmpConfigSpec;
  readonly HostSnmpDestination: HostSnmpDestination;
  readonly HostSnmpSystemAgentLimits: HostSnmpSystemAgentLimits;
  readonly HostSpecification: HostSpecification;
  readonly HostSpecificationChangedEvent: HostSpecificationChangedEvent;
  readonly HostSpecificationOperationFailed: HostSpecificationOperationFailed;
  readonly HostSpecificationRequireEvent: HostSpecificationRequireEvent;
  readonly HostSpecificationUpdateEvent: HostSpecificationUpdateEvent;
  readonly HostSriovConfig: HostSriovConfig;
  readonly HostSriovDevicePoolInfo: HostSriovDevicePoolInfo;
  readonly HostSriovInfo: HostSriovInfo;
  readonly HostSriovNetworkDevicePoolInfo: HostSriovNetworkDevicePoolInfo;
  readonly HostSslThumbprintInfo: HostSslThumbprintInfo;
  readonly HostStatusChangedEvent: HostStatusChangedEvent;
  readonly HostStorageArrayTypePolicyOption: HostStorageArrayTypePolicyOption;
  readonly HostStorageDeviceInfo: HostStorageDeviceInfo;
  readonly HostStorageElementInfo: HostStorageElementInfo;
  readonly HostStorageOperationalInfo: HostStorageOperationalInfo;
  readonly HostStorageSystemDiskLocatorLedResult: HostStorageSystemDiskLocatorLedResult;
  readonly HostStorageSystemScsiLunResult: HostStorageSystemScsiLunResult;
  readonly HostStorageSystemVmfsVolumeResult: HostStorageSystemVmfsVolumeResult;
  readonly HostSubSpecification: HostSubSpecification;
  readonly HostSubSpecificationDeleteEvent: HostSubSpecificationDeleteEvent;
  readonly HostSubSpecificationUpdateEvent: HostSubSpecificationUpdateEvent;
  readonly HostSyncFailedEvent: HostSyncFailedEvent;
  readonly HostSystemComplianceCheckState: HostSystemComplianceCheckState;
  readonly HostSystemHealthInfo: HostSystemHealthInfo;
  readonly HostSystemIdentificationInfo: HostSystemIdentificationInfo;
  readonly HostSystemInfo: HostSystemInfo;
  readonly HostSystemReconnectSpec: HostSystemReconnectSpec;
  readonly HostSystemRemediationState: HostSystemRemediationState;
  readonly HostSystemResourceInfo: HostSystemResourceInfo;
  readonly HostSystemSwapConfiguration: HostSystemSwapConfiguration;
  readonly HostSystemSwapConfigurationDatastoreOption: HostSystemSwapConfigurationDatastoreOption;
  readonly HostSystemSwapConfigurationDisabledOption: HostSystemSwapConfigurationDisabledOption;
  readonly HostSystemSwapConfigurationHostCacheOption: HostSystemSwapConfigurationHostCacheOption;
  readonly HostSystemSwapConfigurationHostLocalSwapOption: HostSystemSwapConfigurationHostLocalSwapOption;
  readonly HostSystemSwapConfigurationSystemSwapOption: HostSystemSwapConfigurationSystemSwapOption;
  readonly HostTargetTransport: HostTargetTransport;
  readonly HostTcpHba: HostTcpHba;
  readonly HostTcpHbaCreateSpec: HostTcpHbaCreateSpec;
  readonly HostTcpTargetTransport: HostTcpTargetTransport;
  readonly HostTdxInfo: HostTdxInfo;
  readonly HostTpmAttestationInfo: HostTpmAttestationInfo;
  readonly HostTpmAttestationReport: HostTpmAttestationReport;
  readonly HostTpmBootCompleteEventDetails: HostTpmBootCompleteEventDetails;
  readonly HostTpmBootSecurityOptionEventDetails: HostTpmBootSecurityOptionEventDetails;
  readonly HostTpmCommandEventDetails: HostTpmCommandEventDetails;
  readonly HostTpmDigestInfo: HostTpmDigestInfo;
  readonly HostTpmEventDetails: HostTpmEventDetails;
  readonly HostTpmEventLogEntry: HostTpmEventLogEntry;
  readonly HostTpmNvTagEventDetails: HostTpmNvTagEventDetails;
  readonly HostTpmOptionEventDetails: HostTpmOptionEventDetails;
  readonly HostTpmSignerEventDetails: HostTpmSignerEventDetails;
  readonly HostTpmSoftwareComponentEventDetails: HostTpmSoftwareComponentEventDetails;
  readonly HostTpmSystemVersionEventDetails: HostTpmSystemVersionEventDetails;
  readonly HostTpmVersionEventDetails: HostTpmVersionEventDetails;
  readonly HostTrustAuthorityAttestationInfo: HostTrustAuthorityAttestationInfo;
  readonly HostUnresolvedVmfsExtent: HostUnresolvedVmfsExtent;
  readonly HostUnresolvedVmfsResignatureSpec: HostUnresolvedVmfsResignatureSpec;
  readonly HostUnresolvedVmfsResolutionResult: HostUnresolvedVmfsResolutionResult;
  readonly HostUnresolvedVmfsResolutionSpec: HostUnresolvedVmfsResolutionSpec;
  readonly HostUnresolvedVmfsVolume: HostUnresolvedVmfsVolume;
  readonly HostUnresolvedVmfsVolumeResolveStatus: HostUnresolvedVmfsVolumeResolveStatus;
  readonly HostUpgradeFailedEvent: HostUpgradeFailedEvent;
  readonly HostUserWorldSwapNotEnabledEvent: HostUserWorldSwapNotEnabledEvent;
  readonly HostVFlashManagerVFlashCacheConfigInfo: HostVFlashManagerVFlashCacheConfigInfo;
  readonly HostVFlashManagerVFlashCacheConfigInfoVFlashModuleConfigOption: HostVFlashManagerVFlashCacheConfigInfoVFlashModuleConfigOption;
  readonly HostVFlashManagerVFlashCacheConfigSpec: HostVFlashManagerVFlashCacheConfigSpec;
  readonly HostVFlashManagerVFlashConfigInfo: HostVFlashManagerVFlashConfigInfo;
  readonly HostVFlashManagerVFlashResourceConfigInfo: HostVFlashManagerVFlashResourceConfigInfo;
  readonly HostVFlashManagerVFlashResourceConfigSpec: HostVFlashManagerVFlashResourceConfigSpec;
  readonly HostVFlashManagerVFlashResourceRunTimeInfo: HostVFlashManagerVFlashResourceRunTimeInfo;
  readonly HostVFlashResourceConfigurationResult: HostVFlashResourceConfigurationResult;
  readonly HostVMotionCompatibility: HostVMotionCompatibility;
  readonly HostVMotionConfig: HostVMotionConfig;
  readonly HostVMotionInfo: HostVMotionInfo;
  readonly HostVMotionManagerDstInstantCloneResult: HostVMotionManagerDstInstantCloneResult;
  readonly HostVMotionManagerSrcInstantCloneResult: HostVMotionManagerSrcInstantCloneResult;
  readonly HostVMotionNetConfig: HostVMotionNetConfig;
  readonly HostVfatVolume: HostVfatVolume;
  readonly HostVffsSpec: HostVffsSpec;
  readonly HostVffsVolume: HostVffsVolume;
  readonly HostVirtualNic: HostVirtualNic;
  readonly HostVirtualNicConfig: HostVirtualNicConfig;
  readonly HostVirtualNicConnection: HostVirtualNicConnection;
  readonly HostVirtualNicIpRouteSpec: HostVirtualNicIpRouteSpec;
  readonly HostVirtualNicManagerInfo: HostVirtualNicManagerInfo;
  readonly HostVirtualNicManagerNicTypeSelection: HostVirtualNicManagerNicTypeSelection;
  readonly HostVirtualNicOpaqueNetworkSpec: HostVirtualNicOpaqueNetworkSpec;
  readonly HostVirtualNicSpec: HostVirtualNicSpec;
  readonly HostVirtualSwitch: HostVirtualSwitch;
  readonly HostVirtualSwitchAutoBridge: HostVirtualSwitchAutoBridge;
  readonly HostVirtualSwitchBeaconConfig: HostVirtualSwitchBeaconConfig;
  readonly HostVirtualSwitchBondBridge: HostVirtualSwitchBondBridge;
  readonly HostVirtualSwitchBridge: HostVirtualSwitchBridge;
  readonly HostVirtualSwitchConfig: HostVirtualSwitchConfig;
  readonly HostVirtualSwitchSimpleBridge: HostVirtualSwitchSimpleBridge;
  readonly HostVirtualSwitchSpec: HostVirtualSwitchSpec;
  readonly HostVmciAccessManagerAccessSpec: HostVmciAccessManagerAccessSpec;
  readonly HostVmfsRescanResult: HostVmfsRescanResult;
  readonly HostVmfsSpec: HostVmfsSpec;
  readonly HostVmfsVolume: HostVmfsVolume;
  readonly HostVnicConnectedToCustomizedDVPortEvent: HostVnicConnectedToCustomizedDVPortEvent;
  readonly HostVsanInternalSystemCmmdsQuery: HostVsanInternalSystemCmmdsQuery;
  readonly HostVsanInternalSystemDeleteVsanObjectsResult: HostVsanInternalSystemDeleteVsanObjectsResult;
  readonly HostVsanInternalSystemVsanObjectOperationResult: HostVsanInternalSystemVsanObjectOperationResult;
  readonly HostVsanInternalSystemVsanPhysicalDiskDiagnosticsResult: HostVsanInternalSystemVsanPhysicalDiskDiagnosticsResult;
  readonly HostVvolNQN: HostVvolNQN;
  readonly HostVvolVolume: HostVvolVolume;
  readonly HostVvolVolumeHostVvolNQN: HostVvolVolumeHostVvolNQN;
  readonly HostVvolVolumeSpecification: HostVvolVolumeSpecification;
  readonly HostWwnChangedEvent: HostWwnChangedEvent;
  readonly HostWwnConflictEvent: HostWwnConflictEvent;
  readonly HotSnapshotMoveNotSupported: HotSnapshotMoveNotSupported;
  readonly HourlyTaskScheduler: HourlyTaskScheduler;
  readonly HttpFault: HttpFault;
  readonly HttpNfcLeaseCapabilities: HttpNfcLeaseCapabilities;
  readonly HttpNfcLeaseDatastoreLeaseInfo: HttpNfcLeaseDatastoreLeaseInfo;
  readonly HttpNfcLeaseDeviceUrl: HttpNfcLeaseDeviceUrl;
  readonly HttpNfcLeaseHostInfo: HttpNfcLeaseHostInfo;
  readonly HttpNfcLeaseInfo: HttpNfcLeaseInfo;
  readonly HttpNfcLeaseManifestEntry: HttpNfcLeaseManifestEntry;
  readonly HttpNfcLeaseProbeResult: HttpNfcLeaseProbeResult;
  readonly HttpNfcLeaseSourceFile: HttpNfcLeaseSourceFile;
  readonly ID: ID;
  readonly IDEDiskNotSupported: IDEDiskNotSupported;
  readonly IORMNotSupportedHostOnDatastore: IORMNotSupportedHostOnDatastore;
  readonly IScsiBootFailureEvent: IScsiBootFailureEvent;
  readonly ImportHostAddFailure: ImportHostAddFailure;
  readonly ImportOperationBulkFault: ImportOperationBulkFault;
  readonly ImportOperationBulkFaultFaultOnImport: ImportOperationBulkFaultFaultOnImport;
  readonly ImportSpec: ImportSpec;
  readonly InUseFeatureManipulationDisallowed: InUseFeatureManipulationDisallowed;
  readonly InaccessibleDatastore: InaccessibleDatastore;
  readonly InaccessibleFTMetadataDatastore: InaccessibleFTMetadataDatastore;
  readonly InaccessibleVFlashSource: InaccessibleVFlashSource;
  readonly IncompatibleDefaultDevice: IncompatibleDefaultDevice;
  readonly IncompatibleHostForFtSecondary: IncompatibleHostForFtSecondary;
  readonly IncompatibleHostForVmReplication: IncompatibleHostForVmReplication;
  readonly IncompatibleSetting: IncompatibleSetting;
  readonly IncorrectFileType: IncorrectFileType;
  readonly IncorrectHostInformation: IncorrectHostInformation;
  readonly IncorrectHostInformationEvent: IncorrectHostInformationEvent;
  readonly IndependentDiskVMotionNotSupported: IndependentDiskVMotionNotSupported;
  readonly InfoUpgradeEvent: InfoUpgradeEvent;
  readonly InheritablePolicy: InheritablePolicy;
  readonly InsufficientAgentVmsDeployed: InsufficientAgentVmsDeployed;
  readonly InsufficientCpuResourcesFault: InsufficientCpuResourcesFault;
  readonly InsufficientDisks: InsufficientDisks;
  readonly InsufficientFailoverResourcesEvent: InsufficientFailoverResourcesEvent;
  readonly InsufficientFailoverResourcesFault: InsufficientFailoverResourcesFault;
  readonly InsufficientGraphicsResourcesFault: InsufficientGraphicsResourcesFault;
  readonly InsufficientHostCapacityFault: InsufficientHostCapacityFault;
  readonly InsufficientHostCpuCapacityFault: InsufficientHostCpuCapacityFault;
  readonly InsufficientHostMemoryCapacityFault: InsufficientHostMemoryCapacityFault;
  readonly InsufficientMemoryResourcesFault: InsufficientMemoryResourcesFault;
  readonly InsufficientNetworkCapacity: InsufficientNetworkCapacity;
  readonly InsufficientNetworkResourcePoolCapacity: InsufficientNetworkResourcePoolCapacity;
  readonly InsufficientPerCpuCapacity: InsufficientPerCpuCapacity;
  readonly InsufficientResourcesFault: InsufficientResourcesFault;
  readonly InsufficientStandbyCpuResource: InsufficientStandbyCpuResource;
  readonly InsufficientStandbyMemoryResource: InsufficientStandbyMemoryResource;
  readonly InsufficientStandbyResource: InsufficientStandbyResource;
  readonly InsufficientStorageIops: InsufficientStorageIops;
  readonly InsufficientStorageSpace: InsufficientStorageSpace;
  readonly InsufficientVFlashResourcesFault: InsufficientVFlashResourcesFault;
  readonly IntExpression: IntExpression;
  readonly IntOption: IntOption;
  readonly IntPolicy: IntPolicy;
  readonly InvalidAffinitySettingFault: InvalidAffinitySettingFault;
  readonly InvalidArgument: InvalidArgument;
  readonly InvalidBmcRole: InvalidBmcRole;
  readonly InvalidBundle: InvalidBundle;
  readonly InvalidCAMCertificate: InvalidCAMCertificate;
  readonly InvalidCAMServer: InvalidCAMServer;
  readonly InvalidClientCertificate: InvalidClientCertificate;
  readonly InvalidCollectorVersion: InvalidCollectorVersion;
  readonly InvalidController: InvalidController;
  readonly InvalidDasConfigArgument: InvalidDasConfigArgument;
  readonly InvalidDasRestartPriorityForFtVm: InvalidDasRestartPriorityForFtVm;
  readonly InvalidDatastore: InvalidDatastore;
  readonly InvalidDatastorePath: InvalidDatastorePath;
  readonly InvalidDatastoreState: InvalidDatastoreState;
  readonly InvalidDeviceBacking: InvalidDeviceBacking;
  readonly InvalidDeviceOperation: InvalidDeviceOperation;
  readonly InvalidDeviceSpec: InvalidDeviceSpec;
  readonly InvalidDiskFormat: InvalidDiskFormat;
  readonly InvalidDrsBehaviorForFtVm: InvalidDrsBehaviorForFtVm;
  readonly InvalidEditionEvent: InvalidEditionEvent;
  readonly InvalidEditionLicense: InvalidEditionLicense;
  readonly InvalidEvent: InvalidEvent;
  readonly InvalidFolder: InvalidFolder;
  readonly InvalidFormat: InvalidFormat;
  readonly InvalidGuestLogin: InvalidGuestLogin;
  readonly InvalidHostConnectionState: InvalidHostConnectionState;
  readonly InvalidHostName: InvalidHostName;
  readonly InvalidHostState: InvalidHostState;
  readonly InvalidIndexArgument: InvalidIndexArgument;
  readonly InvalidIpfixConfig: InvalidIpfixConfig;
  readonly InvalidIpmiLoginInfo: InvalidIpmiLoginInfo;
  readonly InvalidIpmiMacAddress: InvalidIpmiMacAddress;
  readonly InvalidLicense: InvalidLicense;
  readonly InvalidLocale: InvalidLocale;
  readonly InvalidLogin: InvalidLogin;
  readonly InvalidName: InvalidName;
  readonly InvalidNasCredentials: InvalidNasCredentials;
  readonly InvalidNetworkInType: InvalidNetworkInType;
  readonly InvalidNetworkResource: InvalidNetworkResource;
  readonly InvalidOperationOnSecondaryVm: InvalidOperationOnSecondaryVm;
  readonly InvalidPowerState: InvalidPowerState;
  readonly InvalidPrivilege: InvalidPrivilege;
  readonly InvalidProfileReferenceHost: InvalidProfileReferenceHost;
  readonly InvalidProperty: InvalidProperty;
  readonly InvalidPropertyType: InvalidPropertyType;
  readonly InvalidPropertyValue: InvalidPropertyValue;
  readonly InvalidRequest: InvalidRequest;
  readonly InvalidResourcePoolStructureFault: InvalidResourcePoolStructureFault;
  readonly InvalidScheduledTask: InvalidScheduledTask;
  readonly InvalidSnapshotFormat: InvalidSnapshotFormat;
  readonly InvalidState: InvalidState;
  readonly InvalidToken: InvalidToken;
  readonly InvalidType: InvalidType;
  readonly InvalidVmConfig: InvalidVmConfig;
  readonly InvalidVmState: InvalidVmState;
  readonly InventoryDescription: InventoryDescription;
  readonly InventoryHasStandardAloneHosts: InventoryHasStandardAloneHosts;
  readonly IoFilterHostIssue: IoFilterHostIssue;
  readonly IoFilterInfo: IoFilterInfo;
  readonly IoFilterManagerSslTrust: IoFilterManagerSslTrust;
  readonly IoFilterQueryIssueResult: IoFilterQueryIssueResult;
  readonly IpAddress: IpAddress;
  readonly IpAddressProfile: IpAddressProfile;
  readonly IpHostnameGeneratorError: IpHostnameGeneratorError;
  readonly IpPool: IpPool;
  readonly IpPoolAssociation: IpPoolAssociation;
  readonly IpPoolIpPoolConfigInfo: IpPoolIpPoolConfigInfo;
  readonly IpPoolManagerIpAllocation: IpPoolManagerIpAllocation;
  readonly IpRange: IpRange;
  readonly IpRouteProfile: IpRouteProfile;
  readonly IscsiDependencyEntity: IscsiDependencyEntity;
  readonly IscsiFault: IscsiFault;
  readonly IscsiFaultInvalidVnic: IscsiFaultInvalidVnic;
  readonly IscsiFaultPnicInUse: IscsiFaultPnicInUse;
  readonly IscsiFaultVnicAlreadyBound: IscsiFaultVnicAlreadyBound;
  readonly IscsiFaultVnicHasActivePaths: IscsiFaultVnicHasActivePaths;
  readonly IscsiFaultVnicHasMultipleUplinks: IscsiFaultVnicHasMultipleUplinks;
  readonly IscsiFaultVnicHasNoUplinks: IscsiFaultVnicHasNoUplinks;
  readonly IscsiFaultVnicHasWrongUplink: IscsiFaultVnicHasWrongUplink;
  readonly IscsiFaultVnicInUse: IscsiFaultVnicInUse;
  readonly IscsiFaultVnicIsLastPath: IscsiFaultVnicIsLastPath;
  readonly IscsiFaultVnicNotBound: IscsiFaultVnicNotBound;
  readonly IscsiFaultVnicNotFound: IscsiFaultVnicNotFound;
  readonly IscsiMigrationDependency: IscsiMigrationDependency;
  readonly IscsiPortInfo: IscsiPortInfo;
  readonly IscsiStatus: IscsiStatus;
  readonly IsoImageFileInfo: IsoImageFileInfo;
  readonly IsoImageFileQuery: IsoImageFileQuery;
  readonly KernelModuleInfo: KernelModuleInfo;
  readonly KernelModuleSectionInfo: KernelModuleSectionInfo;
  readonly KeyAnyValue: KeyAnyValue;
  readonly KeyNotFound: KeyNotFound;
  readonly KeyProviderId: KeyProviderId;
  readonly KeyValue: KeyValue;
  readonly KmipClusterInfo: KmipClusterInfo;
  readonly KmipClusterInfoKeyInfo: KmipClusterInfoKeyInfo;
  readonly KmipClusterInfoWrappingKeyIdKeyInfo: KmipClusterInfoWrappingKeyIdKeyInfo;
  readonly KmipClusterInfoWrappingRotationIntervalKeyInfo: KmipClusterInfoWrappingRotationIntervalKeyInfo;
  readonly KmipServerInfo: KmipServerInfo;
  readonly KmipServerSpec: KmipServerSpec;
  readonly KmipServerSpecKeySpec: KmipServerSpecKeySpec;
  readonly KmipServerSpecWrappingKeyIdKeySpec: KmipServerSpecWrappingKeyIdKeySpec;
  readonly KmipServerSpecWrappingRotationIntervalKeySpec: KmipServerSpecWrappingRotationIntervalKeySpec;
  readonly KmipServerStatus: KmipServerStatus;
  readonly LargeRDMConversionNotSupported: LargeRDMConversionNotSupported;
  readonly LargeRDMNotSupportedOnDatastore: LargeRDMNotSupportedOnDatastore;
  readonly LatencySensitivity: LatencySensitivity;
  readonly LegacyNetworkInterfaceInUse: LegacyNetworkInterfaceInUse;
  readonly LicenseAssignmentFailed: LicenseAssignmentFailed;
  readonly LicenseAssignmentManagerLicenseAssignment: LicenseAssignmentManagerLicenseAssignment;
  readonly LicenseAvailabilityInfo: LicenseAvailabilityInfo;
  readonly LicenseDiagnostics: LicenseDiagnostics;
  readonly LicenseDowngradeDisallowed: LicenseDowngradeDisallowed;
  readonly LicenseEntityNotFound: LicenseEntityNotFound;
  readonly LicenseEvent: LicenseEvent;
  readonly LicenseExpired: LicenseExpired;
  readonly LicenseExpiredEvent: LicenseExpiredEvent;
  readonly LicenseFeatureInfo: LicenseFeatureInfo;
  readonly LicenseKeyEntityMismatch: LicenseKeyEntityMismatch;
  readonly LicenseManagerEvaluationInfo: LicenseManagerEvaluationInfo;
  readonly LicenseManagerLicenseInfo: LicenseManagerLicenseInfo;
  readonly LicenseNonComplianceEvent: LicenseNonComplianceEvent;
  readonly LicenseReservationInfo: LicenseReservationInfo;
  readonly LicenseRestricted: LicenseRestricted;
  readonly LicenseRestrictedEvent: LicenseRestrictedEvent;
  readonly LicenseServerAvailableEvent: LicenseServerAvailableEvent;
  readonly LicenseServerSource: LicenseServerSource;
  readonly LicenseServerUnavailable: LicenseServerUnavailable;
  readonly LicenseServerUnavailableEvent: LicenseServerUnavailableEvent;
  readonly LicenseSource: LicenseSource;
  readonly LicenseSourceUnavailable: LicenseSourceUnavailable;
  readonly LicenseUsageInfo: LicenseUsageInfo;
  readonly LimitExceeded: LimitExceeded;
  readonly LinkDiscoveryProtocolConfig: LinkDiscoveryProtocolConfig;
  readonly LinkLayerDiscoveryProtocolInfo: LinkLayerDiscoveryProtocolInfo;
  readonly LinkProfile: LinkProfile;
  readonly LinuxVolumeNotClean: LinuxVolumeNotClean;
  readonly LocalDatastoreCreatedEvent: LocalDatastoreCreatedEvent;
  readonly LocalDatastoreInfo: LocalDatastoreInfo;
  readonly LocalLicenseSource: LocalLicenseSource;
  readonly LocalTSMEnabledEvent: LocalTSMEnabledEvent;
  readonly LocalizableMessage: LocalizableMessage;
  readonly LocalizationManagerMessageCatalog: LocalizationManagerMessageCatalog;
  readonly LocalizedMethodFault: LocalizedMethodFault;
  readonly LockerMisconfiguredEvent: LockerMisconfiguredEvent;
  readonly LockerReconfiguredEvent: LockerReconfiguredEvent;
  readonly LogBundlingFailed: LogBundlingFailed;
  readonly LongOption: LongOption;
  readonly LongPolicy: LongPolicy;
  readonly MacAddress: MacAddress;
  readonly MacRange: MacRange;
  readonly MaintenanceModeFileMove: MaintenanceModeFileMove;
  readonly ManagedByInfo: ManagedByInfo;
  readonly ManagedEntityEventArgument: ManagedEntityEventArgument;
  readonly ManagedObjectNotFound: ManagedObjectNotFound;
  readonly MemoryFileFormatNotSupportedByDatastore: MemoryFileFormatNotSupportedByDatastore;
  readonly MemoryHotPlugNotSupported: MemoryHotPlugNotSupported;
  readonly MemorySizeNotRecommended: MemorySizeNotRecommended;
  readonly MemorySizeNotSupported: MemorySizeNotSupported;
  readonly MemorySizeNotSupportedByDatastore: MemorySizeNotSupportedByDatastore;
  readonly MemorySnapshotOnIndependentDisk: MemorySnapshotOnIndependentDisk;
  readonly MethodAction: MethodAction;
  readonly MethodActionArgument: MethodActionArgument;
  readonly MethodAlreadyDisabledFault: MethodAlreadyDisabledFault;
  readonly MethodDescription: MethodDescription;
  readonly MethodDisabled: MethodDisabled;
  readonly MethodFault: MethodFault;
  readonly MethodNotFound: MethodNotFound;
  readonly MetricAlarmExpression: MetricAlarmExpression;
  readonly MigrationDisabled: MigrationDisabled;
  readonly MigrationErrorEvent: MigrationErrorEvent;
  readonly MigrationEvent: MigrationEvent;
  readonly MigrationFault: MigrationFault;
  readonly MigrationFeatureNotSupported: MigrationFeatureNotSupported;
  readonly MigrationHostErrorEvent: MigrationHostErrorEvent;
  readonly MigrationHostWarningEvent: MigrationHostWarningEvent;
  readonly MigrationNotReady: MigrationNotReady;
  readonly MigrationResourceErrorEvent: MigrationResourceErrorEvent;
  readonly MigrationResourceWarningEvent: MigrationResourceWarningEvent;
  readonly MigrationWarningEvent: MigrationWarningEvent;
  readonly MismatchedBundle: MismatchedBundle;
  readonly MismatchedNetworkPolicies: MismatchedNetworkPolicies;
  readonly MismatchedVMotionNetworkNames: MismatchedVMotionNetworkNames;
  readonly MissingBmcSupport: MissingBmcSupport;
  readonly MissingController: MissingController;
  readonly MissingIpPool: MissingIpPool;
  readonly MissingLinuxCustResources: MissingLinuxCustResources;
  readonly MissingNetworkIpConfig: MissingNetworkIpConfig;
  readonly MissingObject: MissingObject;
  readonly MissingPowerOffConfiguration: MissingPowerOffConfiguration;
  readonly MissingPowerOnConfiguration: MissingPowerOnConfiguration;
  readonly MissingProperty: MissingProperty;
  readonly MissingWindowsCustResources: MissingWindowsCustResources;
  readonly MksConnectionLimitReached: MksConnectionLimitReached;
  readonly ModeInfo: ModeInfo;
  readonly MonthlyByDayTaskScheduler: MonthlyByDayTaskScheduler;
  readonly MonthlyByWeekdayTaskScheduler: MonthlyByWeekdayTaskScheduler;
  readonly MonthlyTaskScheduler: MonthlyTaskScheduler;
  readonly MountError: MountError;
  readonly MtuMatchEvent: MtuMatchEvent;
  readonly MtuMismatchEvent: MtuMismatchEvent;
  readonly MultiWriterNotSupported: MultiWriterNotSupported;
  readonly MultipleCertificatesVerifyFault: MultipleCertificatesVerifyFault;
  readonly MultipleCertificatesVerifyFaultThumbprintData: MultipleCertificatesVerifyFaultThumbprintData;
  readonly MultipleSnapshotsNotSupported: MultipleSnapshotsNotSupported;
  readonly NASDatastoreCreatedEvent: NASDatastoreCreatedEvent;
  readonly NamePasswordAuthentication: NamePasswordAuthentication;
  readonly NamespaceFull: NamespaceFull;
  readonly NamespaceLimitReached: NamespaceLimitReached;
  readonly NamespaceWriteProtected: NamespaceWriteProtected;
  readonly NasConfigFault: NasConfigFault;
  readonly NasConnectionLimitReached: NasConnectionLimitReached;
  readonly NasDatastoreInfo: NasDatastoreInfo;
  readonly NasSessionCredentialConflict: NasSessionCredentialConflict;
  readonly NasStorageProfile: NasStorageProfile;
  readonly NasVolumeNotMounted: NasVolumeNotMounted;
  readonly NegatableExpression: NegatableExpression;
  readonly NetBIOSConfigInfo: NetBIOSConfigInfo;
  readonly NetDhcpConfigInfo: NetDhcpConfigInfo;
  readonly NetDhcpConfigInfoDhcpOptions: NetDhcpConfigInfoDhcpOptions;
  readonly NetDhcpConfigSpec: NetDhcpConfigSpec;
  readonly NetDhcpConfigSpecDhcpOptionsSpec: NetDhcpConfigSpecDhcpOptionsSpec;
  readonly NetDnsConfigInfo: NetDnsConfigInfo;
  readonly NetDnsConfigSpec: NetDnsConfigSpec;
  readonly NetIpConfigInfo: NetIpConfigInfo;
  readonly NetIpConfigInfoIpAddress: NetIpConfigInfoIpAddress;
  readonly NetIpConfigSpec: NetIpConfigSpec;
  readonly NetIpConfigSpecIpAddressSpec: NetIpConfigSpecIpAddressSpec;
  readonly NetIpRouteConfigInfo: NetIpRouteConfigInfo;
  readonly NetIpRouteConfigInfoGateway: NetIpRouteConfigInfoGateway;
  readonly NetIpRouteConfigInfoIpRoute: NetIpRouteConfigInfoIpRoute;
  readonly NetIpRouteConfigSpec: NetIpRouteConfigSpec;
  readonly NetIpRouteConfigSpecGatewaySpec: NetIpRouteConfigSpecGatewaySpec;
  readonly NetIpRouteConfigSpecIpRouteSpec: NetIpRouteConfigSpecIpRouteSpec;
  readonly NetIpStackInfo: NetIpStackInfo;
  readonly NetIpStackInfoDefaultRouter: NetIpStackInfoDefaultRouter;
  readonly NetIpStackInfoNetToMedia: NetIpStackInfoNetToMedia;
  readonly NetStackInstanceProfile: NetStackInstanceProfile;
  readonly NetworkCopyFault: NetworkCopyFault;
  readonly NetworkDisruptedAndConfigRolledBack: NetworkDisruptedAndConfigRolledBack;
  readonly NetworkEventArgument: NetworkEventArgument;
  readonly NetworkInaccessible: NetworkInaccessible;
  readonly NetworkPolicyProfile: NetworkPolicyProfile;
  readonly NetworkProfile: NetworkProfile;
  readonly NetworkProfileDnsConfigProfile: NetworkProfileDnsConfigProfile;
  readonly NetworkRollbackEvent: NetworkRollbackEvent;
  readonly NetworkSummary: NetworkSummary;
  readonly NetworksMayNotBeTheSame: NetworksMayNotBeTheSame;
  readonly NicSettingMismatch: NicSettingMismatch;
  readonly NoAccessUserEvent: NoAccessUserEvent;
  readonly NoActiveHostInCluster: NoActiveHostInCluster;
  readonly NoAvailableIp: NoAvailableIp;
  readonly NoClientCertificate: NoClientCertificate;
  readonly NoCompatibleDatastore: NoCompatibleDatastore;
  readonly NoCompatibleHardAffinityHost: NoCompatibleHardAffinityHost;
  readonly NoCompatibleHost: NoCompatibleHost;
  readonly NoCompatibleHostWithAccessToDevice: NoCompatibleHostWithAccessToDevice;
  readonly NoCompatibleSoftAffinityHost: NoCompatibleSoftAffinityHost;
  readonly NoConnectedDatastore: NoConnectedDatastore;
  readonly NoDatastoresConfiguredEvent: NoDatastoresConfiguredEvent;
  readonly NoDiskFound: NoDiskFound;
  readonly NoDiskSpace: NoDiskSpace;
  readonly NoDisksToCustomize: NoDisksToCustomize;
  readonly NoGateway: NoGateway;
  readonly NoGuestHeartbeat: NoGuestHeartbeat;
  readonly NoHost: NoHost;
  readonly NoHostSuitableForFtSecondary: NoHostSuitableForFtSecondary;
  readonly NoLicenseEvent: NoLicenseEvent;
  readonly NoLicenseServerConfigured: NoLicenseServerConfigured;
  readonly NoMaintenanceModeDrsRecommendationForVM: NoMaintenanceModeDrsRecommendationForVM;
  readonly NoPeerHostFound: NoPeerHostFound;
  readonly NoPermission: NoPermission;
  readonly NoPermissionEntityPrivileges: NoPermissionEntityPrivileges;
  readonly NoPermissionOnAD: NoPermissionOnAD;
  readonly NoPermissionOnHost: NoPermissionOnHost;
  readonly NoPermissionOnNasVolume: NoPermissionOnNasVolume;
  readonly NoSubjectName: NoSubjectName;
  readonly NoVcManagedIpConfigured: NoVcManagedIpConfigured;
  readonly NoVirtualNic: NoVirtualNic;
  readonly NoVmInVApp: NoVmInVApp;
  readonly NodeDeploymentSpec: NodeDeploymentSpec;
  readonly NodeNetworkSpec: NodeNetworkSpec;
  readonly NonADUserRequired: NonADUserRequired;
  readonly NonHomeRDMVMotionNotSupported: NonHomeRDMVMotionNotSupported;
  readonly NonPersistentDisksNotSupported: NonPersistentDisksNotSupported;
  readonly NonVIWorkloadDetectedOnDatastoreEvent: NonVIWorkloadDetectedOnDatastoreEvent;
  readonly NonVmwareOuiMacNotSupportedHost: NonVmwareOuiMacNotSupportedHost;
  readonly NotADirectory: NotADirectory;
  readonly NotAFile: NotAFile;
  readonly NotAuthenticated: NotAuthenticated;
  readonly NotEnoughCpus: NotEnoughCpus;
  readonly NotEnoughLicenses: NotEnoughLicenses;
  readonly NotEnoughLogicalCpus: NotEnoughLogicalCpus;
  readonly NotEnoughResourcesToStartVmEvent: NotEnoughResourcesToStartVmEvent;
  readonly NotFound: NotFound;
  readonly NotImplemented: NotImplemented;
  readonly NotSupported: NotSupported;
  readonly NotSupportedDeviceForFT: NotSupportedDeviceForFT;
  readonly NotSupportedHost: NotSupportedHost;
  readonly NotSupportedHostForChecksum: NotSupportedHostForChecksum;
  readonly NotSupportedHostForVFlash: NotSupportedHostForVFlash;
  readonly NotSupportedHostForVmcp: NotSupportedHostForVmcp;
  readonly NotSupportedHostForVmemFile: NotSupportedHostForVmemFile;
  readonly NotSupportedHostForVsan: NotSupportedHostForVsan;
  readonly NotSupportedHostInCluster: NotSupportedHostInCluster;
  readonly NotSupportedHostInDvs: NotSupportedHostInDvs;
  readonly NotSupportedHostInHACluster: NotSupportedHostInHACluster;
  readonly NotUserConfigurableProperty: NotUserConfigurableProperty;
  readonly NsxHostVNicProfile: NsxHostVNicProfile;
  readonly NumPortsProfile: NumPortsProfile;
  readonly NumVirtualCoresPerSocketNotSupported: NumVirtualCoresPerSocketNotSupported;
  readonly NumVirtualCpusExceedsLimit: NumVirtualCpusExceedsLimit;
  readonly NumVirtualCpusIncompatible: NumVirtualCpusIncompatible;
  readonly NumVirtualCpusNotSupported: NumVirtualCpusNotSupported;
  readonly NumericRange: NumericRange;
  readonly NvdimmDimmInfo: NvdimmDimmInfo;
  readonly NvdimmGuid: NvdimmGuid;
  readonly NvdimmHealthInfo: NvdimmHealthInfo;
  readonly NvdimmInterleaveSetInfo: NvdimmInterleaveSetInfo;
  readonly NvdimmNamespaceCreateSpec: NvdimmNamespaceCreateSpec;
  readonly NvdimmNamespaceDeleteSpec: NvdimmNamespaceDeleteSpec;
  readonly NvdimmNamespaceDetails: NvdimmNamespaceDetails;
  readonly NvdimmNamespaceInfo: NvdimmNamespaceInfo;
  readonly NvdimmPMemNamespaceCreateSpec: NvdimmPMemNamespaceCreateSpec;
  readonly NvdimmRegionInfo: NvdimmRegionInfo;
  readonly NvdimmSummary: NvdimmSummary;
  readonly NvdimmSystemInfo: NvdimmSystemInfo;
  readonly ObjectContent: ObjectContent;
  readonly ObjectSpec: ObjectSpec;
  readonly ObjectUpdate: ObjectUpdate;
  readonly OnceTaskScheduler: OnceTaskScheduler;
  readonly OpaqueNetworkCapability: OpaqueNetworkCapability;
  readonly OpaqueNetworkSummary: OpaqueNetworkSummary;
  readonly OpaqueNetworkTargetInfo: OpaqueNetworkTargetInfo;
  readonly OpaqueSwitchProfile: OpaqueSwitchProfile;
  readonly OperationDisabledByGuest: OperationDisabledByGuest;
  readonly OperationDisallowedOnHost: OperationDisallowedOnHost;
  readonly OperationNotSupportedByGuest: OperationNotSupportedByGuest;
  readonly OptionDef: OptionDef;
  readonly OptionProfile: OptionProfile;
  readonly OptionType: OptionType;
  readonly OptionValue: OptionValue;
  readonly OrAlarmExpression: OrAlarmExpression;
  readonly OutOfBounds: OutOfBounds;
  readonly OutOfSyncDvsHost: OutOfSyncDvsHost;
  readonly OvfAttribute: OvfAttribute;
  readonly OvfConnectedDevice: OvfConnectedDevice;
  readonly OvfConnectedDeviceFloppy: OvfConnectedDeviceFloppy;
  readonly OvfConnectedDeviceIso: OvfConnectedDeviceIso;
  readonly OvfConstraint: OvfConstraint;
  readonly OvfConsumerCallbackFault: OvfConsumerCallbackFault;
  readonly OvfConsumerCommunicationError: OvfConsumerCommunicationError;
  readonly OvfConsumerFault: OvfConsumerFault;
  readonly OvfConsumerInvalidSection: OvfConsumerInvalidSection;
  readonly OvfConsumerOstNode: OvfConsumerOstNode;
  readonly OvfConsumerOvfSection: OvfConsumerOvfSection;
  readonly OvfConsumerPowerOnFault: OvfConsumerPowerOnFault;
  readonly OvfConsumerUndeclaredSection: OvfConsumerUndeclaredSection;
  readonly OvfConsumerUndefinedPrefix: OvfConsumerUndefinedPrefix;
  readonly OvfConsumerValidationFault: OvfConsumerValidationFault;
  readonly OvfCpuCompatibility: OvfCpuCompatibility;
  readonly OvfCpuCompatibilityCheckNotSupported: OvfCpuCompatibilityCheckNotSupported;
  readonly OvfCreateDescriptorParams: OvfCreateDescriptorParams;
  readonly OvfCreateDescriptorResult: OvfCreateDescriptorResult;
  readonly OvfCreateImportSpecParams: OvfCreateImportSpecParams;
  readonly OvfCreateImportSpecResult: OvfCreateImportSpecResult;
  readonly OvfDatastoreMapping: OvfDatastoreMapping;
  readonly OvfDeploymentOption: OvfDeploymentOption;
  readonly OvfDiskMappingNotFound: OvfDiskMappingNotFound;
  readonly OvfDiskOrderConstraint: OvfDiskOrderConstraint;
  readonly OvfDuplicateElement: OvfDuplicateElement;
  readonly OvfDuplicatedElementBoundary: OvfDuplicatedElementBoundary;
  readonly OvfDuplicatedPropertyIdExport: OvfDuplicatedPropertyIdExport;
  readonly OvfDuplicatedPropertyIdImport: OvfDuplicatedPropertyIdImport;
  readonly OvfElement: OvfElement;
  readonly OvfElementInvalidValue: OvfElementInvalidValue;
  readonly OvfExport: OvfExport;
  readonly OvfExportFailed: OvfExportFailed;
  readonly OvfFault: OvfFault;
  readonly OvfFile: OvfFile;
  readonly OvfFileItem: OvfFileItem;
  readonly OvfHardwareCheck: OvfHardwareCheck;
  readonly OvfHardwareExport: OvfHardwareExport;
  readonly OvfHostResourceConstraint: OvfHostResourceConstraint;
  readonly OvfHostValueNotParsed: OvfHostValueNotParsed;
  readonly OvfImport: OvfImport;
  readonly OvfImportFailed: OvfImportFailed;
  readonly OvfImportParams: OvfImportParams;
  readonly OvfInternalError: OvfInternalError;
  readonly OvfInvalidPackage: OvfInvalidPackage;
  readonly OvfInvalidValue: OvfInvalidValue;
  readonly OvfInvalidValueConfiguration: OvfInvalidValueConfiguration;
  readonly OvfInvalidValueEmpty: OvfInvalidValueEmpty;
  readonly OvfInvalidValueFormatMalformed: OvfInvalidValueFormatMalformed;
  readonly OvfInvalidValueReference: OvfInvalidValueReference;
  readonly OvfInvalidVmName: OvfInvalidVmName;
  readonly OvfManagerCommonParams: OvfManagerCommonParams;
  readonly OvfMappedOsId: OvfMappedOsId;
  readonly OvfMissingAttribute: OvfMissingAttribute;
  readonly OvfMissingElement: OvfMissingElement;
  readonly OvfMissingElementNormalBoundary: OvfMissingElementNormalBoundary;
  readonly OvfMissingHardware: OvfMissingHardware;
  readonly OvfNetworkInfo: OvfNetworkInfo;
  readonly OvfNetworkMapping: OvfNetworkMapping;
  readonly OvfNetworkMappingNotSupported: OvfNetworkMappingNotSupported;
  readonly OvfNoHostNic: OvfNoHostNic;
  readonly OvfNoSpaceOnController: OvfNoSpaceOnController;
  readonly OvfNoSupportedHardwareFamily: OvfNoSupportedHardwareFamily;
  readonly OvfOptionInfo: OvfOptionInfo;
  readonly OvfParseDescriptorParams: OvfParseDescriptorParams;
  readonly OvfParseDescriptorResult: OvfParseDescriptorResult;
  readonly OvfProperty: OvfProperty;
  readonly OvfPropertyExport: OvfPropertyExport;
  readonly OvfPropertyNetwork: OvfPropertyNetwork;
  readonly OvfPropertyNetworkExport: OvfPropertyNetworkExport;
  readonly OvfPropertyQualifier: OvfPropertyQualifier;
  readonly OvfPropertyQualifierDuplicate: OvfPropertyQualifierDuplicate;
  readonly OvfPropertyQualifierIgnored: OvfPropertyQualifierIgnored;
  readonly OvfPropertyType: OvfPropertyType;
  readonly OvfPropertyValue: OvfPropertyValue;
  readonly OvfResourceMap: OvfResourceMap;
  readonly OvfStorageProfileMapping: OvfStorageProfileMapping;
  readonly OvfSystemFault: OvfSystemFault;
  readonly OvfToXmlUnsupportedElement: OvfToXmlUnsupportedElement;
  readonly OvfUnableToExportDisk: OvfUnableToExportDisk;
  readonly OvfUnexpectedElement: OvfUnexpectedElement;
  readonly OvfUnknownDevice: OvfUnknownDevice;
  readonly OvfUnknownDeviceBacking: OvfUnknownDeviceBacking;
  readonly OvfUnknownEntity: OvfUnknownEntity;
  readonly OvfUnsupportedAttribute: OvfUnsupportedAttribute;
  readonly OvfUnsupportedAttributeValue: OvfUnsupportedAttributeValue;
  readonly OvfUnsupportedDeviceBackingInfo: OvfUnsupportedDeviceBackingInfo;
  readonly OvfUnsupportedDeviceBackingOption: OvfUnsupportedDeviceBackingOption;
  readonly OvfUnsupportedDeviceExport: OvfUnsupportedDeviceExport;
  readonly OvfUnsupportedDiskProvisioning: OvfUnsupportedDiskProvisioning;
  readonly OvfUnsupportedElement: OvfUnsupportedElement;
  readonly OvfUnsupportedElementValue: OvfUnsupportedElementValue;
  readonly OvfUnsupportedPackage: OvfUnsupportedPackage;
  readonly OvfUnsupportedSection: OvfUnsupportedSection;
  readonly OvfUnsupportedSubType: OvfUnsupportedSubType;
  readonly OvfUnsupportedType: OvfUnsupportedType;
  readonly OvfValidateHostParams: OvfValidateHostParams;
  readonly OvfValidateHostResult: OvfValidateHostResult;
  readonly OvfWrongElement: OvfWrongElement;
  readonly OvfWrongNamespace: OvfWrongNamespace;
  readonly OvfXmlFormat: OvfXmlFormat;
  readonly PMemDatastoreInfo: PMemDatastoreInfo;
  readonly ParaVirtualSCSIController: ParaVirtualSCSIController;
  readonly ParaVirtualSCSIControllerOption: ParaVirtualSCSIControllerOption;
  readonly PassiveNodeDeploymentSpec: PassiveNodeDeploymentSpec;
  readonly PassiveNodeNetworkSpec: PassiveNodeNetworkSpec;
  readonly PasswordExpired: PasswordExpired;
  readonly PasswordField: PasswordField;
  readonly PatchAlreadyInstalled: PatchAlreadyInstalled;
  readonly PatchBinariesNotFound: PatchBinariesNotFound;
  readonly PatchInstallFailed: PatchInstallFailed;
  readonly PatchIntegrityError: PatchIntegrityError;
  readonly PatchMetadataCorrupted: PatchMetadataCorrupted;
  readonly PatchMetadataInvalid: PatchMetadataInvalid;
  readonly PatchMetadataNotFound: PatchMetadataNotFound;
  readonly PatchMissingDependencies: PatchMissingDependencies;
  readonly PatchNotApplicable: PatchNotApplicable;
  readonly PatchSuperseded: PatchSuperseded;
  readonly PerfCompositeMetric: PerfCompositeMetric;
  readonly PerfCounterInfo: PerfCounterInfo;
  readonly PerfEntityMetric: PerfEntityMetric;
  readonly PerfEntityMetricBase: PerfEntityMetricBase;
  readonly PerfEntityMetricCSV: PerfEntityMetricCSV;
  readonly PerfInterval: PerfInterval;
  readonly PerfMetricId: PerfMetricId;
  readonly PerfMetricIntSeries: PerfMetricIntSeries;
  readonly PerfMetricSeries: PerfMetricSeries;
  readonly PerfMetricSeriesCSV: PerfMetricSeriesCSV;
  readonly PerfProviderSummary: PerfProviderSummary;
  readonly PerfQuerySpec: PerfQuerySpec;
  readonly PerfSampleInfo: PerfSampleInfo;
  readonly PerformanceDescription: PerformanceDescription;
  readonly PerformanceManagerCounterLevelMapping: PerformanceManagerCounterLevelMapping;
  readonly PerformanceStatisticsDescription: PerformanceStatisticsDescription;
  readonly Permission: Permission;
  readonly PermissionAddedEvent: PermissionAddedEvent;
  readonly PermissionEvent: PermissionEvent;
  readonly PermissionProfile: PermissionProfile;
  readonly PermissionRemovedEvent: PermissionRemovedEvent;
  readonly PermissionUpdatedEvent: PermissionUpdatedEvent;
  readonly PhysCompatRDMNotSupported: PhysCompatRDMNotSupported;
  readonly PhysicalNic: PhysicalNic;
  readonly PhysicalNicCdpDeviceCapability: PhysicalNicCdpDeviceCapability;
  readonly PhysicalNicCdpInfo: PhysicalNicCdpInfo;
  readonly PhysicalNicConfig: PhysicalNicConfig;
  readonly PhysicalNicHint: PhysicalNicHint;
  readonly PhysicalNicHintInfo: PhysicalNicHintInfo;
  readonly PhysicalNicIpHint: PhysicalNicIpHint;
  readonly PhysicalNicLinkInfo: PhysicalNicLinkInfo;
  readonly PhysicalNicNameHint: PhysicalNicNameHint;
  readonly PhysicalNicProfile: PhysicalNicProfile;
  readonly PhysicalNicSpec: PhysicalNicSpec;
  readonly PinnedCertificate: PinnedCertificate;
  readonly PlaceVmsXClusterSpecCandidateNetworks: PlaceVmsXClusterSpecCandidateNetworks;
  readonly PlacementAction: PlacementAction;
  readonly PlacementAffinityRule: PlacementAffinityRule;
  readonly PlacementRankResult: PlacementRankResult;
  readonly PlacementRankSpec: PlacementRankSpec;
  readonly PlacementResult: PlacementResult;
  readonly PlacementSpec: PlacementSpec;
  readonly PlatformConfigFault: PlatformConfigFault;
  readonly PnicUplinkProfile: PnicUplinkProfile;
  readonly PodDiskLocator: PodDiskLocator;
  readonly PodStorageDrsEntry: PodStorageDrsEntry;
  readonly PodVMInfo: PodVMInfo;
  readonly PodVMOverheadInfo: PodVMOverheadInfo;
  readonly PolicyOption: PolicyOption;
  readonly PortGroupProfile: PortGroupProfile;
  readonly PosixUserSearchResult: PosixUserSearchResult;
  readonly PowerOnFtSecondaryFailed: PowerOnFtSecondaryFailed;
  readonly PowerOnFtSecondaryTimedout: PowerOnFtSecondaryTimedout;
  readonly PowerSystemCapability: PowerSystemCapability;
  readonly PowerSystemInfo: PowerSystemInfo;
  readonly PrivilegeAvailability: PrivilegeAvailability;
  readonly PrivilegePolicyDef: PrivilegePolicyDef;
  readonly ProductComponentInfo: ProductComponentInfo;
  readonly ProfileApplyProfileElement: ProfileApplyProfileElement;
  readonly ProfileApplyProfileProperty: ProfileApplyProfileProperty;
  readonly ProfileAssociatedEvent: ProfileAssociatedEvent;
  readonly ProfileChangedEvent: ProfileChangedEvent;
  readonly ProfileCompositeExpression: ProfileCompositeExpression;
  readonly ProfileCompositePolicyOptionMetadata: ProfileCompositePolicyOptionMetadata;
  readonly ProfileConfigInfo: ProfileConfigInfo;
  readonly ProfileCreateSpec: ProfileCreateSpec;
  readonly ProfileCreatedEvent: ProfileCreatedEvent;
  readonly ProfileDeferredPolicyOptionParameter: ProfileDeferredPolicyOptionParameter;
  readonly ProfileDescription: ProfileDescription;
  readonly ProfileDescriptionSection: ProfileDescriptionSection;
  readonly ProfileDissociatedEvent: ProfileDissociatedEvent;
  readonly ProfileEvent: ProfileEvent;
  readonly ProfileEventArgument: ProfileEventArgument;
  readonly ProfileExecuteError: ProfileExecuteError;
  readonly ProfileExecuteResult: ProfileExecuteResult;
  readonly ProfileExpression: ProfileExpression;
  readonly ProfileExpressionMetadata: ProfileExpressionMetadata;
  readonly ProfileMetadata: ProfileMetadata;
  readonly ProfileMetadataProfileOperationMessage: ProfileMetadataProfileOperationMessage;
  readonly ProfileMetadataProfileSortSpec: ProfileMetadataProfileSortSpec;
  readonly ProfileParameterMetadata: ProfileParameterMetadata;
  readonly ProfileParameterMetadataParameterRelationMetadata: ProfileParameterMetadataParameterRelationMetadata;
  readonly ProfilePolicy: ProfilePolicy;
  readonly ProfilePolicyMetadata: ProfilePolicyMetadata;
  readonly ProfilePolicyOptionMetadata: ProfilePolicyOptionMetadata;
  readonly ProfileProfileStructure: ProfileProfileStructure;
  readonly ProfileProfileStructureProperty: ProfileProfileStructureProperty;
  readonly ProfilePropertyPath: ProfilePropertyPath;
  readonly ProfileReferenceHostChangedEvent: ProfileReferenceHostChangedEvent;
  readonly ProfileRemovedEvent: ProfileRemovedEvent;
  readonly ProfileSerializedCreateSpec: ProfileSerializedCreateSpec;
  readonly ProfileSimpleExpression: ProfileSimpleExpression;
  readonly ProfileUpdateFailed: ProfileUpdateFailed;
  readonly ProfileUpdateFailedUpdateFailure: ProfileUpdateFailedUpdateFailure;
  readonly PropertyChange: PropertyChange;
  readonly PropertyFilterSpec: PropertyFilterSpec;
  readonly PropertyFilterUpdate: PropertyFilterUpdate;
  readonly PropertySpec: PropertySpec;
  readonly QuarantineModeFault: QuarantineModeFault;
  readonly QuestionPending: QuestionPending;
  readonly QuiesceDatastoreIOForHAFailed: QuiesceDatastoreIOForHAFailed;
  readonly RDMConversionNotSupported: RDMConversionNotSupported;
  readonly RDMNotPreserved: RDMNotPreserved;
  readonly RDMNotSupported: RDMNotSupported;
  readonly RDMNotSupportedOnDatastore: RDMNotSupportedOnDatastore;
  readonly RDMPointsToInaccessibleDisk: RDMPointsToInaccessibleDisk;
  readonly RawDiskNotSupported: RawDiskNotSupported;
  readonly ReadHostResourcePoolTreeFailed: ReadHostResourcePoolTreeFailed;
  readonly ReadOnlyDisksWithLegacyDestination: ReadOnlyDisksWithLegacyDestination;
  readonly RebootRequired: RebootRequired;
  readonly RecordReplayDisabled: RecordReplayDisabled;
  readonly RecoveryEvent: RecoveryEvent;
  readonly RecurrentTaskScheduler: RecurrentTaskScheduler;
  readonly ReflectManagedMethodExecuterSoapArgument: ReflectManagedMethodExecuterSoapArgument;
  readonly ReflectManagedMethodExecuterSoapFault: ReflectManagedMethodExecuterSoapFault;
  readonly ReflectManagedMethodExecuterSoapResult: ReflectManagedMethodExecuterSoapResult;
  readonly Relation: Relation;
  readonly RemoteDeviceNotSupported: RemoteDeviceNotSupported;
  readonly RemoteTSMEnabledEvent: RemoteTSMEnabledEvent;
  readonly RemoveFailed: RemoveFailed;
  readonly ReplicationConfigFault: ReplicationConfigFault;
  readonly ReplicationConfigSpec: ReplicationConfigSpec;
  readonly ReplicationDiskConfigFault: ReplicationDiskConfigFault;
  readonly ReplicationFault: ReplicationFault;
  readonly ReplicationGroupId: ReplicationGroupId;
  readonly ReplicationIncompatibleWithFT: ReplicationIncompatibleWithFT;
  readonly ReplicationInfoDiskSettings: ReplicationInfoDiskSettings;
  readonly ReplicationInvalidOptions: ReplicationInvalidOptions;
  readonly ReplicationNotSupportedOnHost: ReplicationNotSupportedOnHost;
  readonly ReplicationSpec: ReplicationSpec;
  readonly ReplicationVmConfigFault: ReplicationVmConfigFault;
  readonly ReplicationVmFault: ReplicationVmFault;
  readonly ReplicationVmInProgressFault: ReplicationVmInProgressFault;
  readonly ReplicationVmProgressInfo: ReplicationVmProgressInfo;
  readonly RequestCanceled: RequestCanceled;
  readonly ResourceAllocationInfo: ResourceAllocationInfo;
  readonly ResourceAllocationOption: ResourceAllocationOption;
  readonly ResourceConfigOption: ResourceConfigOption;
  readonly ResourceConfigSpec: ResourceConfigSpec;
  readonly ResourceInUse: ResourceInUse;
  readonly ResourceNotAvailable: ResourceNotAvailable;
  readonly ResourcePoolCreatedEvent: ResourcePoolCreatedEvent;
  readonly ResourcePoolDestroyedEvent: ResourcePoolDestroyedEvent;
  readonly ResourcePoolEvent: ResourcePoolEvent;
  readonly ResourcePoolEventArgument: ResourcePoolEventArgument;
  readonly ResourcePoolMovedEvent: ResourcePoolMovedEvent;
  readonly ResourcePoolQuickStats: ResourcePoolQuickStats;
  readonly ResourcePoolReconfiguredEvent: ResourcePoolReconfiguredEvent;
  readonly ResourcePoolResourceUsage: ResourcePoolResourceUsage;
  readonly ResourcePoolRuntimeInfo: ResourcePoolRuntimeInfo;
  readonly ResourcePoolSummary: ResourcePoolSummary;
  readonly ResourceViolatedEvent: ResourceViolatedEvent;
  readonly RestrictedByAdministrator: RestrictedByAdministrator;
  readonly RestrictedVersion: RestrictedVersion;
  readonly RetrieveOptions: RetrieveOptions;
  readonly RetrieveResult: RetrieveResult;
  readonly RetrieveVStorageObjSpec: RetrieveVStorageObjSpec;
  readonly RoleAddedEvent: RoleAddedEvent;
  readonly RoleEvent: RoleEvent;
  readonly RoleEventArgument: RoleEventArgument;
  readonly RoleRemovedEvent: RoleRemovedEvent;
  readonly RoleUpdatedEvent: RoleUpdatedEvent;
  readonly RollbackEvent: RollbackEvent;
  readonly RollbackFailure: RollbackFailure;
  readonly RuleViolation: RuleViolation;
  readonly RunScriptAction: RunScriptAction;
  readonly RuntimeFault: RuntimeFault;
  readonly SAMLTokenAuthentication: SAMLTokenAuthentication;
  readonly SDDCBase: SDDCBase;
  readonly SSLDisabledFault: SSLDisabledFault;
  readonly SSLVerifyFault: SSLVerifyFault;
  readonly SSPIAuthentication: SSPIAuthentication;
  readonly SSPIChallenge: SSPIChallenge;
  readonly ScheduledHardwareUpgradeInfo: ScheduledHardwareUpgradeInfo;
  readonly ScheduledTaskCompletedEvent: ScheduledTaskCompletedEvent;
  readonly ScheduledTaskCreatedEvent: ScheduledTaskCreatedEvent;
  readonly ScheduledTaskDescription: ScheduledTaskDescription;
  readonly ScheduledTaskDetail: ScheduledTaskDetail;
  readonly ScheduledTaskEmailCompletedEvent: ScheduledTaskEmailCompletedEvent;
  readonly ScheduledTaskEmailFailedEvent: ScheduledTaskEmailFailedEvent;
  readonly ScheduledTaskEvent: ScheduledTaskEvent;
  readonly ScheduledTaskEventArgument: ScheduledTaskEventArgument;
  readonly ScheduledTaskFailedEvent: ScheduledTaskFailedEvent;
  readonly ScheduledTaskInfo: ScheduledTaskInfo;
  readonly ScheduledTaskReconfiguredEvent: ScheduledTaskReconfiguredEvent;
  readonly ScheduledTaskRemovedEvent: ScheduledTaskRemovedEvent;
  readonly ScheduledTaskSpec: ScheduledTaskSpec;
  readonly ScheduledTaskStartedEvent: ScheduledTaskStartedEvent;
  readonly ScsiLun: ScsiLun;
  readonly ScsiLunCapabilities: ScsiLunCapabilities;
  readonly ScsiLunDescriptor: ScsiLunDescriptor;
  readonly ScsiLunDurableName: ScsiLunDurableName;
  readonly SeSparseVirtualDiskSpec: SeSparseVirtualDiskSpec;
  readonly SearchIndexFilter: SearchIndexFilter;
  readonly SearchIndexIterationSpec: SearchIndexIterationSpec;
  readonly SearchIndexOptionalValue: SearchIndexOptionalValue;
  readonly SearchIndexPredicate: SearchIndexPredicate;
  readonly SearchIndexQuerySpec: SearchIndexQuerySpec;
  readonly SearchIndexResourceItem: SearchIndexResourceItem;
  readonly SearchIndexResultSet: SearchIndexResultSet;
  readonly SecondaryVmAlreadyDisabled: SecondaryVmAlreadyDisabled;
  readonly SecondaryVmAlreadyEnabled: SecondaryVmAlreadyEnabled;
  readonly SecondaryVmAlreadyRegistered: SecondaryVmAlreadyRegistered;
  readonly SecondaryVmNotRegistered: SecondaryVmNotRegistered;
  readonly SecurityError: SecurityError;
  readonly SecurityProfile: SecurityProfile;
  readonly SelectionSet: SelectionSet;
  readonly SelectionSpec: SelectionSpec;
  readonly SendEmailAction: SendEmailAction;
  readonly SendSNMPAction: SendSNMPAction;
  readonly ServerLicenseExpiredEvent: ServerLicenseExpiredEvent;
  readonly ServerStartedSessionEvent: ServerStartedSessionEvent;
  readonly ServiceConsolePortGroupProfile: ServiceConsolePortGroupProfile;
  readonly ServiceConsoleReservationInfo: ServiceConsoleReservationInfo;
  readonly ServiceContent: ServiceContent;
  readonly ServiceLocator: ServiceLocator;
  readonly ServiceLocatorCredential: ServiceLocatorCredential;
  readonly ServiceLocatorNamePassword: ServiceLocatorNamePassword;
  readonly ServiceLocatorSAMLCredential: ServiceLocatorSAMLCredential;
  readonly ServiceManagerServiceInfo: ServiceManagerServiceInfo;
  readonly ServiceProfile: ServiceProfile;
  readonly SessionEvent: SessionEvent;
  readonly SessionManagerGenericServiceTicket: SessionManagerGenericServiceTicket;
  readonly SessionManagerHttpServiceRequestSpec: SessionManagerHttpServiceRequestSpec;
  readonly SessionManagerLocalTicket: SessionManagerLocalTicket;
  readonly SessionManagerServiceRequestSpec: SessionManagerServiceRequestSpec;
  readonly SessionManagerVmomiServiceRequestSpec: SessionManagerVmomiServiceRequestSpec;
  readonly SessionNotFound: SessionNotFound;
  readonly SessionTerminatedEvent: SessionTerminatedEvent;
  readonly SharedBusControllerNotSupported: SharedBusControllerNotSupported;
  readonly SharesInfo: SharesInfo;
  readonly SharesOption: SharesOption;
  readonly ShrinkDiskFault: ShrinkDiskFault;
  readonly SingleIp: SingleIp;
  readonly SingleMac: SingleMac;
  readonly SiteInfo: SiteInfo;
  readonly SnapshotCloneNotSupported: SnapshotCloneNotSupported;
  readonly SnapshotCopyNotSupported: SnapshotCopyNotSupported;
  readonly SnapshotDisabled: SnapshotDisabled;
  readonly SnapshotFault: SnapshotFault;
  readonly SnapshotIncompatibleDeviceInVm: SnapshotIncompatibleDeviceInVm;
  readonly SnapshotLocked: SnapshotLocked;
  readonly SnapshotMoveFromNonHomeNotSupported: SnapshotMoveFromNonHomeNotSupported;
  readonly SnapshotMoveNotSupported: SnapshotMoveNotSupported;
  readonly SnapshotMoveToNonHomeNotSupported: SnapshotMoveToNonHomeNotSupported;
  readonly SnapshotNoChange: SnapshotNoChange;
  readonly SnapshotRevertIssue: SnapshotRevertIssue;
  readonly SnapshotSelectionSpec: SnapshotSelectionSpec;
  readonly SoftRuleVioCorrectionDisallowed: SoftRuleVioCorrectionDisallowed;
  readonly SoftRuleVioCorrectionImpact: SoftRuleVioCorrectionImpact;
  readonly SoftwarePackage: SoftwarePackage;
  readonly SoftwarePackageCapability: SoftwarePackageCapability;
  readonly SolutionUserRequired: SolutionUserRequired;
  readonly SourceNodeSpec: SourceNodeSpec;
  readonly SsdDiskNotAvailable: SsdDiskNotAvailable;
  readonly StateAlarmExpression: StateAlarmExpression;
  readonly StaticRouteProfile: StaticRouteProfile;
  readonly StorageDrsAutomationConfig: StorageDrsAutomationConfig;
  readonly StorageDrsCannotMoveDiskInMultiWriterMode: StorageDrsCannotMoveDiskInMultiWriterMode;
  readonly StorageDrsCannotMoveFTVm: StorageDrsCannotMoveFTVm;
  readonly StorageDrsCannotMoveIndependentDisk: StorageDrsCannotMoveIndependentDisk;
  readonly StorageDrsCannotMoveManuallyPlacedSwapFile: StorageDrsCannotMoveManuallyPlacedSwapFile;
  readonly StorageDrsCannotMoveManuallyPlacedVm: StorageDrsCannotMoveManuallyPlacedVm;
  readonly StorageDrsCannotMoveSharedDisk: StorageDrsCannotMoveSharedDisk;
  readonly StorageDrsCannotMoveTemplate: StorageDrsCannotMoveTemplate;
  readonly StorageDrsCannotMoveVmInUserFolder: StorageDrsCannotMoveVmInUserFolder;
  readonly StorageDrsCannotMoveVmWithMountedCDROM: StorageDrsCannotMoveVmWithMountedCDROM;
  readonly StorageDrsCannotMoveVmWithNoFilesInLayout: StorageDrsCannotMoveVmWithNoFilesInLayout;
  readonly StorageDrsConfigInfo: StorageDrsConfigInfo;
  readonly StorageDrsConfigSpec: StorageDrsConfigSpec;
  readonly StorageDrsDatacentersCannotShareDatastore: StorageDrsDatacentersCannotShareDatastore;
  readonly StorageDrsDisabledOnVm: StorageDrsDisabledOnVm;
  readonly StorageDrsHbrDiskNotMovable: StorageDrsHbrDiskNotMovable;
  readonly StorageDrsHmsMoveInProgress: StorageDrsHmsMoveInProgress;
  readonly StorageDrsHmsUnreachable: StorageDrsHmsUnreachable;
  readonly StorageDrsIoLoadBalanceConfig: StorageDrsIoLoadBalanceConfig;
  readonly StorageDrsIolbDisabledInternally: StorageDrsIolbDisabledInternally;
  readonly StorageDrsOptionSpec: StorageDrsOptionSpec;
  readonly StorageDrsPlacementRankVmSpec: StorageDrsPlacementRankVmSpec;
  readonly StorageDrsPodConfigInfo: StorageDrsPodConfigInfo;
  readonly StorageDrsPodConfigSpec: StorageDrsPodConfigSpec;
  readonly StorageDrsPodSelectionSpec: StorageDrsPodSelectionSpec;
  readonly StorageDrsRelocateDisabled: StorageDrsRelocateDisabled;
  readonly StorageDrsSpaceLoadBalanceConfig: StorageDrsSpaceLoadBalanceConfig;
  readonly StorageDrsStaleHmsCollection: StorageDrsStaleHmsCollection;
  readonly StorageDrsUnableToMoveFiles: StorageDrsUnableToMoveFiles;
  readonly StorageDrsVmConfigInfo: StorageDrsVmConfigInfo;
  readonly StorageDrsVmConfigSpec: StorageDrsVmConfigSpec;
  readonly StorageIOAllocationInfo: StorageIOAllocationInfo;
  readonly StorageIOAllocationOption: StorageIOAllocationOption;
  readonly StorageIORMConfigOption: StorageIORMConfigOption;
  readonly StorageIORMConfigSpec: StorageIORMConfigSpec;
  readonly StorageIORMInfo: StorageIORMInfo;
  readonly StorageMigrationAction: StorageMigrationAction;
  readonly StoragePerformanceSummary: StoragePerformanceSummary;
  readonly StoragePlacementAction: StoragePlacementAction;
  readonly StoragePlacementResult: StoragePlacementResult;
  readonly StoragePlacementSpec: StoragePlacementSpec;
  readonly StoragePodSummary: StoragePodSummary;
  readonly StorageProfile: StorageProfile;
  readonly StorageRequirement: StorageRequirement;
  readonly StorageResourceManagerStorageProfileStatistics: StorageResourceManagerStorageProfileStatistics;
  readonly StorageVMotionNotSupported: StorageVMotionNotSupported;
  readonly StorageVmotionIncompatible: StorageVmotionIncompatible;
  readonly StringExpression: StringExpression;
  readonly StringOption: StringOption;
  readonly StringPolicy: StringPolicy;
  readonly StructuredCustomizations: StructuredCustomizations;
  readonly SubnetInfo: SubnetInfo;
  readonly SubnetInfoFolderInfo: SubnetInfoFolderInfo;
  readonly SuspendedRelocateNotSupported: SuspendedRelocateNotSupported;
  readonly SwapDatastoreNotWritableOnHost: SwapDatastoreNotWritableOnHost;
  readonly SwapDatastoreUnset: SwapDatastoreUnset;
  readonly SwapPlacementOverrideNotSupported: SwapPlacementOverrideNotSupported;
  readonly SwitchIpUnset: SwitchIpUnset;
  readonly SwitchNotInUpgradeMode: SwitchNotInUpgradeMode;
  readonly SystemError: SystemError;
  readonly SystemEventInfo: SystemEventInfo;
  readonly Tag: Tag;
  readonly TagId: TagId;
  readonly TagIdNameId: TagIdNameId;
  readonly TagSpec: TagSpec;
  readonly TaskDescription: TaskDescription;
  readonly TaskEvent: TaskEvent;
  readonly TaskFilterSpec: TaskFilterSpec;
  readonly TaskFilterSpecByEntity: TaskFilterSpecByEntity;
  readonly TaskFilterSpecByTime: TaskFilterSpecByTime;
  readonly TaskFilterSpecByUsername: TaskFilterSpecByUsername;
  readonly TaskInProgress: TaskInProgress;
  readonly TaskInfo: TaskInfo;
  readonly TaskInfoFilterSpec: TaskInfoFilterSpec;
  readonly TaskInfoFilterSpecFilterTaskResults: TaskInfoFilterSpecFilterTaskResults;
  readonly TaskManagerTaskViewSpec: TaskManagerTaskViewSpec;
  readonly TaskManagerViewByStartId: TaskManagerViewByStartId;
  readonly TaskReason: TaskReason;
  readonly TaskReasonAlarm: TaskReasonAlarm;
  readonly TaskReasonSchedule: TaskReasonSchedule;
  readonly TaskReasonSystem: TaskReasonSystem;
  readonly TaskReasonUser: TaskReasonUser;
  readonly TaskScheduler: TaskScheduler;
  readonly TaskTimeoutEvent: TaskTimeoutEvent;
  readonly TeamingMatchEvent: TeamingMatchEvent;
  readonly TeamingMisMatchEvent: TeamingMisMatchEvent;
  readonly TemplateBeingUpgradedEvent: TemplateBeingUpgradedEvent;
  readonly TemplateConfigFileInfo: TemplateConfigFileInfo;
  readonly TemplateConfigFileQuery: TemplateConfigFileQuery;
  readonly TemplateUpgradeEvent: TemplateUpgradeEvent;
  readonly TemplateUpgradeFailedEvent: TemplateUpgradeFailedEvent;
  readonly TemplateUpgradedEvent: TemplateUpgradedEvent;
  readonly TgwEventArgument: TgwEventArgument;
  readonly ThirdPartyLicenseAssignmentFailed: ThirdPartyLicenseAssignmentFailed;
  readonly TicketedSessionAuthentication: TicketedSessionAuthentication;
  readonly TimedOutHostOperationEvent: TimedOutHostOperationEvent;
  readonly Timedout: Timedout;
  readonly TooManyConcurrentNativeClones: TooManyConcurrentNativeClones;
  readonly TooManyConsecutiveOverrides: TooManyConsecutiveOverrides;
  readonly TooManyDevices: TooManyDevices;
  readonly TooManyDisksOnLegacyHost: TooManyDisksOnLegacyHost;
  readonly TooManyGuestLogons: TooManyGuestLogons;
  readonly TooManyHosts: TooManyHosts;
  readonly TooManyNativeCloneLevels: TooManyNativeCloneLevels;
  readonly TooManyNativeClonesOnFile: TooManyNativeClonesOnFile;
  readonly TooManySnapshotLevels: TooManySnapshotLevels;
  readonly ToolsAlreadyUpgraded: ToolsAlreadyUpgraded;
  readonly ToolsAutoUpgradeNotSupported: ToolsAutoUpgradeNotSupported;
  readonly ToolsConfigInfo: ToolsConfigInfo;
  readonly ToolsConfigInfoToolsLastInstallInfo: ToolsConfigInfoToolsLastInstallInfo;
  readonly ToolsImageCopyFailed: ToolsImageCopyFailed;
  readonly ToolsImageNotAvailable: ToolsImageNotAvailable;
  readonly ToolsImageSignatureCheckFailed: ToolsImageSignatureCheckFailed;
  readonly ToolsInstallationInProgress: ToolsInstallationInProgress;
  readonly ToolsUnavailable: ToolsUnavailable;
  readonly ToolsUpgradeCancelled: ToolsUpgradeCancelled;
  readonly TransitGatewayConfigInfo: TransitGatewayConfigInfo;
  readonly TransitGatewayConfigSpec: TransitGatewayConfigSpec;
  readonly TransitGatewayCreateSpec: TransitGatewayCreateSpec;
  readonly TraversalSpec: TraversalSpec;
  readonly TypeDescription: TypeDescription;
  readonly UnSupportedDatastoreForVFlash: UnSupportedDatastoreForVFlash;
  readonly UncommittedUndoableDisk: UncommittedUndoableDisk;
  readonly UnconfiguredPropertyValue: UnconfiguredPropertyValue;
  readonly UncustomizableGuest: UncustomizableGuest;
  readonly UnexpectedCustomizationFault: UnexpectedCustomizationFault;
  readonly UnexpectedFault: UnexpectedFault;
  readonly UnlicensedVirtualMachinesEvent: UnlicensedVirtualMachinesEvent;
  readonly UnlicensedVirtualMachinesFoundEvent: UnlicensedVirtualMachinesFoundEvent;
  readonly UnrecognizedHost: UnrecognizedHost;
  readonly UnsharedSwapVMotionNotSupported: UnsharedSwapVMotionNotSupported;
  readonly UnsupportedDatastore: UnsupportedDatastore;
  readonly UnsupportedGuest: UnsupportedGuest;
  readonly UnsupportedVimApiVersion: UnsupportedVimApiVersion;
  readonly UnsupportedVmxLocation: UnsupportedVmxLocation;
  readonly UntrustedCertificate: UntrustedCertificate;
  readonly UnusedVirtualDiskBlocksNotScrubbed: UnusedVirtualDiskBlocksNotScrubbed;
  readonly UpdateSet: UpdateSet;
  readonly UpdateVirtualMachineFilesResult: UpdateVirtualMachineFilesResult;
  readonly UpdateVirtualMachineFilesResultFailedVmFileInfo: UpdateVirtualMachineFilesResultFailedVmFileInfo;
  readonly UpdatedAgentBeingRestartedEvent: UpdatedAgentBeingRestartedEvent;
  readonly UpgradeEvent: UpgradeEvent;
  readonly UplinkPortMtuNotSupportEvent: UplinkPortMtuNotSupportEvent;
  readonly UplinkPortMtuSupportEvent: UplinkPortMtuSupportEvent;
  readonly UplinkPortVlanTrunkedEvent: UplinkPortVlanTrunkedEvent;
  readonly UplinkPortVlanUntrunkedEvent: UplinkPortVlanUntrunkedEvent;
  readonly UsbScanCodeSpec: UsbScanCodeSpec;
  readonly UsbScanCodeSpecKeyEvent: UsbScanCodeSpecKeyEvent;
  readonly UsbScanCodeSpecModifierType: UsbScanCodeSpecModifierType;
  readonly UserAssignedToGroup: UserAssignedToGroup;
  readonly UserGroupProfile: UserGroupProfile;
  readonly UserInputRequiredParameterMetadata: UserInputRequiredParameterMetadata;
  readonly UserLoginSessionEvent: UserLoginSessionEvent;
  readonly UserLogoutSessionEvent: UserLogoutSessionEvent;
  readonly UserNotFound: UserNotFound;
  readonly UserPasswordChanged: UserPasswordChanged;
  readonly UserPrivilegeResult: UserPrivilegeResult;
  readonly UserProfile: UserProfile;
  readonly UserSearchResult: UserSearchResult;
  readonly UserSession: UserSession;
  readonly UserUnassignedFromGroup: UserUnassignedFromGroup;
  readonly UserUpgradeEvent: UserUpgradeEvent;
  readonly VASAStorageArray: VASAStorageArray;
  readonly VASAStorageArrayDiscoveryFcTransport: VASAStorageArrayDiscoveryFcTransport;
  readonly VASAStorageArrayDiscoveryIpTransport: VASAStorageArrayDiscoveryIpTransport;
  readonly VASAStorageArrayDiscoverySvcInfo: VASAStorageArrayDiscoverySvcInfo;
  readonly VAppCloneSpec: VAppCloneSpec;
  readonly VAppCloneSpecNetworkMappingPair: VAppCloneSpecNetworkMappingPair;
  readonly VAppCloneSpecResourceMap: VAppCloneSpecResourceMap;
  readonly VAppConfigFault: VAppConfigFault;
  readonly VAppConfigInfo: VAppConfigInfo;
  readonly VAppConfigSpec: VAppConfigSpec;
  readonly VAppEntityConfigInfo: VAppEntityConfigInfo;
  readonly VAppIPAssignmentInfo: VAppIPAssignmentInfo;
  readonly VAppNotRunning: VAppNotRunning;
  readonly VAppOperationInProgress: VAppOperationInProgress;
  readonly VAppOvfSectionInfo: VAppOvfSectionInfo;
  readonly VAppOvfSectionSpec: VAppOvfSectionSpec;
  readonly VAppProductInfo: VAppProductInfo;
  readonly VAppProductSpec: VAppProductSpec;
  readonly VAppPropertyFault: VAppPropertyFault;
  readonly VAppPropertyInfo: VAppPropertyInfo;
  readonly VAppPropertySpec: VAppPropertySpec;
  readonly VAppTaskInProgress: VAppTaskInProgress;
  readonly VFlashCacheHotConfigNotSupported: VFlashCacheHotConfigNotSupported;
  readonly VFlashModuleNotSupported: VFlashModuleNotSupported;
  readonly VFlashModuleVersionIncompatible: VFlashModuleVersionIncompatible;
  readonly VMFSDatastoreCreatedEvent: VMFSDatastoreCreatedEvent;
  readonly VMFSDatastoreExpandedEvent: VMFSDatastoreExpandedEvent;
  readonly VMFSDatastoreExtendedEvent: VMFSDatastoreExtendedEvent;
  readonly VMINotSupported: VMINotSupported;
  readonly VMOnConflictDVPort: VMOnConflictDVPort;
  readonly VMOnVirtualIntranet: VMOnVirtualIntranet;
  readonly VMotionAcrossNetworkNotSupported: VMotionAcrossNetworkNotSupported;
  readonly VMotionInterfaceIssue: VMotionInterfaceIssue;
  readonly VMotionLicenseExpiredEvent: VMotionLicenseExpiredEvent;
  readonly VMotionLinkCapacityLow: VMotionLinkCapacityLow;
  readonly VMotionLinkDown: VMotionLinkDown;
  readonly VMotionNotConfigured: VMotionNotConfigured;
  readonly VMotionNotLicensed: VMotionNotLicensed;
  readonly VMotionNotSupported: VMotionNotSupported;
  readonly VMotionProtocolIncompatible: VMotionProtocolIncompatible;
  readonly VMwareDVSConfigInfo: VMwareDVSConfigInfo;
  readonly VMwareDVSConfigSpec: VMwareDVSConfigSpec;
  readonly VMwareDVSFeatureCapability: VMwareDVSFeatureCapability;
  readonly VMwareDVSHealthCheckCapability: VMwareDVSHealthCheckCapability;
  readonly VMwareDVSHealthCheckConfig: VMwareDVSHealthCheckConfig;
  readonly VMwareDVSMtuHealthCheckResult: VMwareDVSMtuHealthCheckResult;
  readonly VMwareDVSPortSetting: VMwareDVSPortSetting;
  readonly VMwareDVSPortgroupPolicy: VMwareDVSPortgroupPolicy;
  readonly VMwareDVSPvlanConfigSpec: VMwareDVSPvlanConfigSpec;
  readonly VMwareDVSPvlanMapEntry: VMwareDVSPvlanMapEntry;
  readonly VMwareDVSTeamingHealthCheckConfig: VMwareDVSTeamingHealthCheckConfig;
  readonly VMwareDVSTeamingHealthCheckResult: VMwareDVSTeamingHealthCheckResult;
  readonly VMwareDVSVlanHealthCheckResult: VMwareDVSVlanHealthCheckResult;
  readonly VMwareDVSVlanMtuHealthCheckConfig: VMwareDVSVlanMtuHealthCheckConfig;
  readonly VMwareDVSVspanCapability: VMwareDVSVspanCapability;
  readonly VMwareDVSVspanConfigSpec: VMwareDVSVspanConfigSpec;
  readonly VMwareDvsDpuCapability: VMwareDvsDpuCapability;
  readonly VMwareDvsIpfixCapability: VMwareDvsIpfixCapability;
  readonly VMwareDvsLacpCapability: VMwareDvsLacpCapability;
  readonly VMwareDvsLacpGroupConfig: VMwareDvsLacpGroupConfig;
  readonly VMwareDvsLacpGroupSpec: VMwareDvsLacpGroupSpec;
  readonly VMwareDvsLagIpfixConfig: VMwareDvsLagIpfixConfig;
  readonly VMwareDvsLagVlanConfig: VMwareDvsLagVlanConfig;
  readonly VMwareDvsMtuCapability: VMwareDvsMtuCapability;
  readonly VMwareDvsPerfNicOffloadCapability: VMwareDvsPerfNicOffloadCapability;
  readonly VMwareDvsSystemTrafficCapabilities: VMwareDvsSystemTrafficCapabilities;
  readonly VMwareIpfixConfig: VMwareIpfixConfig;
  readonly VMwareUplinkLacpPolicy: VMwareUplinkLacpPolicy;
  readonly VMwareUplinkPortOrderPolicy: VMwareUplinkPortOrderPolicy;
  readonly VMwareVspanPort: VMwareVspanPort;
  readonly VMwareVspanSession: VMwareVspanSession;
  readonly VStorageObject: VStorageObject;
  readonly VStorageObjectAssociations: VStorageObjectAssociations;
  readonly VStorageObjectAssociationsVmDiskAssociations: VStorageObjectAssociationsVmDiskAssociations;
  readonly VStorageObjectAttachResult: VStorageObjectAttachResult;
  readonly VStorageObjectAttachSpec: VStorageObjectAttachSpec;
  readonly VStorageObjectConfigInfo: VStorageObjectConfigInfo;
  readonly VStorageObjectReconcileResult: VStorageObjectReconcileResult;
  readonly VStorageObjectReconcileResultInvalidDiskPath: VStorageObjectReconcileResultInvalidDiskPath;
  readonly VStorageObjectReconcileResultReconcileDetail: VStorageObjectReconcileResultReconcileDetail;
  readonly VStorageObjectReconcileSpec: VStorageObjectReconcileSpec;
  readonly VStorageObjectSnapshot: VStorageObjectSnapshot;
  readonly VStorageObjectSnapshotDetails: VStorageObjectSnapshotDetails;
  readonly VStorageObjectSnapshotInfo: VStorageObjectSnapshotInfo;
  readonly VStorageObjectSnapshotInfoVStorageObjectSnapshot: VStorageObjectSnapshotInfoVStorageObjectSnapshot;
  readonly VStorageObjectStateInfo: VStorageObjectStateInfo;
  readonly VVolHostPE: VVolHostPE;
  readonly VVolVmConfigFileUpdateResult: VVolVmConfigFileUpdateResult;
  readonly VVolVmConfigFileUpdateResultFailedVmConfigFileInfo: VVolVmConfigFileUpdateResultFailedVmConfigFileInfo;
  readonly VasaProviderContainerSpec: VasaProviderContainerSpec;
  readonly VcAgentUninstallFailedEvent: VcAgentUninstallFailedEvent;
  readonly VcAgentUninstalledEvent: VcAgentUninstalledEvent;
  readonly VcAgentUpgradeFailedEvent: VcAgentUpgradeFailedEvent;
  readonly VcAgentUpgradedEvent: VcAgentUpgradedEvent;
  readonly VchaClusterConfigInfo: VchaClusterConfigInfo;
  readonly VchaClusterConfigSpec: VchaClusterConfigSpec;
  readonly VchaClusterDeploymentSpec: VchaClusterDeploymentSpec;
  readonly VchaClusterHealth: VchaClusterHealth;
  readonly VchaClusterNetworkSpec: VchaClusterNetworkSpec;
  readonly VchaClusterRuntimeInfo: VchaClusterRuntimeInfo;
  readonly VchaNodeRuntimeInfo: VchaNodeRuntimeInfo;
  readonly VimAccountPasswordChangedEvent: VimAccountPasswordChangedEvent;
  readonly VimFault: VimFault;
  readonly VimVasaProvider: VimVasaProvider;
  readonly VimVasaProviderInfo: VimVasaProviderInfo;
  readonly VimVasaProviderStatePerArray: VimVasaProviderStatePerArray;
  readonly VimVasaProviderVirtualHostConfig: VimVasaProviderVirtualHostConfig;
  readonly VirtualAHCIController: VirtualAHCIController;
  readonly VirtualAHCIControllerOption: VirtualAHCIControllerOption;
  readonly VirtualAppImportSpec: VirtualAppImportSpec;
  readonly VirtualAppLinkInfo: VirtualAppLinkInfo;
  readonly VirtualAppSummary: VirtualAppSummary;
  readonly VirtualBusLogicController: VirtualBusLogicController;
  readonly VirtualBusLogicControllerOption: VirtualBusLogicControllerOption;
  readonly VirtualCdrom: VirtualCdrom;
  readonly VirtualCdromAtapiBackingInfo: VirtualCdromAtapiBackingInfo;
  readonly VirtualCdromAtapiBackingOption: VirtualCdromAtapiBackingOption;
  readonly VirtualCdromIsoBackingInfo: VirtualCdromIsoBackingInfo;
  readonly VirtualCdromIsoBackingOption: VirtualCdromIsoBackingOption;
  readonly VirtualCdromOption: VirtualCdromOption;
  readonly VirtualCdromPassthroughBackingInfo: VirtualCdromPassthroughBackingInfo;
  readonly VirtualCdromPassthroughBackingOption: VirtualCdromPassthroughBackingOption;
  readonly VirtualCdromRemoteAtapiBackingInfo: VirtualCdromRemoteAtapiBackingInfo;
  readonly VirtualCdromRemoteAtapiBackingOption: VirtualCdromRemoteAtapiBackingOption;
  readonly VirtualCdromRemotePassthroughBackingInfo: VirtualCdromRemotePassthroughBackingInfo;
  readonly VirtualCdromRemotePassthroughBackingOption: VirtualCdromRemotePassthroughBackingOption;
  readonly VirtualController: VirtualController;
  readonly VirtualControllerOption: VirtualControllerOption;
  readonly VirtualDevice: VirtualDevice;
  readonly VirtualDeviceBackingInfo: VirtualDeviceBackingInfo;
  readonly VirtualDeviceBackingOption: VirtualDeviceBackingOption;
  readonly VirtualDeviceBusSlotInfo: VirtualDeviceBusSlotInfo;
  readonly VirtualDeviceBusSlotOption: VirtualDeviceBusSlotOption;
  readonly VirtualDeviceConfigSpec: VirtualDeviceConfigSpec;
  readonly VirtualDeviceConfigSpecBackingSpec: VirtualDeviceConfigSpecBackingSpec;
  readonly VirtualDeviceConnectInfo: VirtualDeviceConnectInfo;
  readonly VirtualDeviceConnectOption: VirtualDeviceConnectOption;
  readonly VirtualDeviceDeviceBackingInfo: VirtualDeviceDeviceBackingInfo;
  readonly VirtualDeviceDeviceBackingOption: VirtualDeviceDeviceBackingOption;
  readonly VirtualDeviceDeviceGroupInfo: VirtualDeviceDeviceGroupInfo;
  readonly VirtualDeviceFileBackingInfo: VirtualDeviceFileBackingInfo;
  readonly VirtualDeviceFileBackingOption: VirtualDeviceFileBackingOption;
  readonly VirtualDeviceOption: VirtualDeviceOption;
  readonly VirtualDevicePciBusSlotInfo: VirtualDevicePciBusSlotInfo;
  readonly VirtualDevicePipeBackingInfo: VirtualDevicePipeBackingInfo;
  readonly VirtualDevicePipeBackingOption: VirtualDevicePipeBackingOption;
  readonly VirtualDeviceRemoteDeviceBackingInfo: VirtualDeviceRemoteDeviceBackingInfo;
  readonly VirtualDeviceRemoteDeviceBackingOption: VirtualDeviceRemoteDeviceBackingOption;
  readonly VirtualDeviceURIBackingInfo: VirtualDeviceURIBackingInfo;
  readonly VirtualDeviceURIBackingOption: VirtualDeviceURIBackingOption;
  readonly VirtualDisk: VirtualDisk;
  readonly VirtualDiskAntiAffinityRuleSpec: VirtualDiskAntiAffinityRuleSpec;
  readonly VirtualDiskBlocksNotFullyProvisioned: VirtualDiskBlocksNotFullyProvisioned;
  readonly VirtualDiskConfigSpec: VirtualDiskConfigSpec;
  readonly VirtualDiskDeltaDiskFormatsSupported: VirtualDiskDeltaDiskFormatsSupported;
  readonly VirtualDiskFlatVer1BackingInfo: VirtualDiskFlatVer1BackingInfo;
  readonly VirtualDiskFlatVer1BackingOption: VirtualDiskFlatVer1BackingOption;
  readonly VirtualDiskFlatVer2BackingInfo: VirtualDiskFlatVer2BackingInfo;
  readonly VirtualDiskFlatVer2BackingOption: VirtualDiskFlatVer2BackingOption;
  readonly VirtualDiskId: VirtualDiskId;
  readonly VirtualDiskInfo: VirtualDiskInfo;
  readonly VirtualDiskInfoUnit: VirtualDiskInfoUnit;
  readonly VirtualDiskLocalPMemBackingInfo: VirtualDiskLocalPMemBackingInfo;
  readonly VirtualDiskLocalPMemBackingOption: VirtualDiskLocalPMemBackingOption;
  readonly VirtualDiskModeNotSupported: VirtualDiskModeNotSupported;
  readonly VirtualDiskOption: VirtualDiskOption;
  readonly VirtualDiskOptionVFlashCacheConfigOption: VirtualDiskOptionVFlashCacheConfigOption;
  readonly VirtualDiskPartitionedRawDiskVer2BackingInfo: VirtualDiskPartitionedRawDiskVer2BackingInfo;
  readonly VirtualDiskPartitionedRawDiskVer2BackingOption: VirtualDiskPartitionedRawDiskVer2BackingOption;
  readonly VirtualDiskRawDiskMappingVer1BackingInfo: VirtualDiskRawDiskMappingVer1BackingInfo;
  readonly VirtualDiskRawDiskMappingVer1BackingOption: VirtualDiskRawDiskMappingVer1BackingOption;
  readonly VirtualDiskRawDiskVer2BackingInfo: VirtualDiskRawDiskVer2BackingInfo;
  readonly VirtualDiskRawDiskVer2BackingOption: VirtualDiskRawDiskVer2BackingOption;
  readonly VirtualDiskRuleSpec: VirtualDiskRuleSpec;
  readonly VirtualDiskSeSparseBackingInfo: VirtualDiskSeSparseBackingInfo;
  readonly VirtualDiskSeSparseBackingOption: VirtualDiskSeSparseBackingOption;
  readonly VirtualDiskSparseVer1BackingInfo: VirtualDiskSparseVer1BackingInfo;
  readonly VirtualDiskSparseVer1BackingOption: VirtualDiskSparseVer1BackingOption;
  readonly VirtualDiskSparseVer2BackingInfo: VirtualDiskSparseVer2BackingInfo;
  readonly VirtualDiskSparseVer2BackingOption: VirtualDiskSparseVer2BackingOption;
  readonly VirtualDiskSpec: VirtualDiskSpec;
  readonly VirtualDiskVFlashCacheConfigInfo: VirtualDiskVFlashCacheConfigInfo;
  readonly VirtualE1000: VirtualE1000;
  readonly VirtualE1000Option: VirtualE1000Option;
  readonly VirtualE1000e: VirtualE1000e;
  readonly VirtualE1000eOption: VirtualE1000eOption;
  readonly VirtualEnsoniq1371: VirtualEnsoniq1371;
  readonly VirtualEnsoniq1371Option: VirtualEnsoniq1371Option;
  readonly VirtualEthernetCard: VirtualEthernetCard;
  readonly VirtualEthernetCardDVPortBackingOption: VirtualEthernetCardDVPortBackingOption;
  readonly VirtualEthernetCardDistributedVirtualPortBackingInfo: VirtualEthernetCardDistributedVirtualPortBackingInfo;
  readonly VirtualEthernetCardLegacyNetworkBackingInfo: VirtualEthernetCardLegacyNetworkBackingInfo;
  readonly VirtualEthernetCardLegacyNetworkBackingOption: VirtualEthernetCardLegacyNetworkBackingOption;
  readonly VirtualEthernetCardNetworkBackingInfo: VirtualEthernetCardNetworkBackingInfo;
  readonly VirtualEthernetCardNetworkBackingOption: VirtualEthernetCardNetworkBackingOption;
  readonly VirtualEthernetCardNotSupported: VirtualEthernetCardNotSupported;
  readonly VirtualEthernetCardOpaqueNetworkBackingInfo: VirtualEthernetCardOpaqueNetworkBackingInfo;
  readonly VirtualEthernetCardOpaqueNetworkBackingOption: VirtualEthernetCardOpaqueNetworkBackingOption;
  readonly VirtualEthernetCardOption: VirtualEthernetCardOption;
  readonly VirtualEthernetCardResourceAllocation: VirtualEthernetCardResourceAllocation;
  readonly VirtualFloppy: VirtualFloppy;
  readonly VirtualFloppyDeviceBackingInfo: VirtualFloppyDeviceBackingInfo;
  readonly VirtualFloppyDeviceBackingOption: VirtualFloppyDeviceBackingOption;
  readonly VirtualFloppyImageBackingInfo: VirtualFloppyImageBackingInfo;
  readonly VirtualFloppyImageBackingOption: VirtualFloppyImageBackingOption;
  readonly VirtualFloppyOption: VirtualFloppyOption;
  readonly VirtualFloppyRemoteDeviceBackingInfo: VirtualFloppyRemoteDeviceBackingInfo;
  readonly VirtualFloppyRemoteDeviceBackingOption: VirtualFloppyRemoteDeviceBackingOption;
  readonly VirtualHardware: VirtualHardware;
  readonly VirtualHardwareCompatibilityIssue: VirtualHardwareCompatibilityIssue;
  readonly VirtualHardwareOption: VirtualHardwareOption;
  readonly VirtualHardwareVersionNotSupported: VirtualHardwareVersionNotSupported;
  readonly VirtualHdAudioCard: VirtualHdAudioCard;
  readonly VirtualHdAudioCardOption: VirtualHdAudioCardOption;
  readonly VirtualIDEController: VirtualIDEController;
  readonly VirtualIDEControllerOption: VirtualIDEControllerOption;
  readonly VirtualKeyboard: VirtualKeyboard;
  readonly VirtualKeyboardOption: VirtualKeyboardOption;
  readonly VirtualLsiLogicController: VirtualLsiLogicController;
  readonly VirtualLsiLogicControllerOption: VirtualLsiLogicControllerOption;
  readonly VirtualLsiLogicSASController: VirtualLsiLogicSASController;
  readonly VirtualLsiLogicSASControllerOption: VirtualLsiLogicSASControllerOption;
  readonly VirtualMachineAffinityInfo: VirtualMachineAffinityInfo;
  readonly VirtualMachineBaseIndependentFilterSpec: VirtualMachineBaseIndependentFilterSpec;
  readonly VirtualMachineBootOptions: VirtualMachineBootOptions;
  readonly VirtualMachineBootOptionsBootableCdromDevice: VirtualMachineBootOptionsBootableCdromDevice;
  readonly VirtualMachineBootOptionsBootableDevice: VirtualMachineBootOptionsBootableDevice;
  readonly VirtualMachineBootOptionsBootableDiskDevice: VirtualMachineBootOptionsBootableDiskDevice;
  readonly VirtualMachineBootOptionsBootableEthernetDevice: VirtualMachineBootOptionsBootableEthernetDevice;
  readonly VirtualMachineBootOptionsBootableFloppyDevice: VirtualMachineBootOptionsBootableFloppyDevice;
  readonly VirtualMachineCapability: VirtualMachineCapability;
  readonly VirtualMachineCdromInfo: VirtualMachineCdromInfo;
  readonly VirtualMachineCertThumbprint: VirtualMachineCertThumbprint;
  readonly VirtualMachineCloneSpec: VirtualMachineCloneSpec;
  readonly VirtualMachineConfigInfo: VirtualMachineConfigInfo;
  readonly VirtualMachineConfigInfoDatastoreUrlPair: VirtualMachineConfigInfoDatastoreUrlPair;
  readonly VirtualMachineConfigInfoOverheadInfo: VirtualMachineConfigInfoOverheadInfo;
  readonly VirtualMachineConfigOption: VirtualMachineConfigOption;
  readonly VirtualMachineConfigOptionDescriptor: VirtualMachineConfigOptionDescriptor;
  readonly VirtualMachineConfigSpec: VirtualMachineConfigSpec;
  readonly VirtualMachineConfigSummary: VirtualMachineConfigSummary;
  readonly VirtualMachineConnection: VirtualMachineConnection;
  readonly VirtualMachineConsolePreferences: VirtualMachineConsolePreferences;
  readonly VirtualMachineContentLibraryItemInfo: VirtualMachineContentLibraryItemInfo;
  readonly VirtualMachineCpuIdInfoSpec: VirtualMachineCpuIdInfoSpec;
  readonly VirtualMachineDatastoreInfo: VirtualMachineDatastoreInfo;
  readonly VirtualMachineDatastoreVolumeOption: VirtualMachineDatastoreVolumeOption;
  readonly VirtualMachineDefaultPowerOpInfo: VirtualMachineDefaultPowerOpInfo;
  readonly VirtualMachineDefaultProfileSpec: VirtualMachineDefaultProfileSpec;
  readonly VirtualMachineDefinedProfileSpec: VirtualMachineDefinedProfileSpec;
  readonly VirtualMachineDeviceRuntimeInfo: VirtualMachineDeviceRuntimeInfo;
  readonly VirtualMachineDeviceRuntimeInfoDeviceRuntimeState: VirtualMachineDeviceRuntimeInfoDeviceRuntimeState;
  readonly VirtualMachineDeviceRuntimeInfoVirtualEthernetCardRuntimeState: VirtualMachineDeviceRuntimeInfoVirtualEthernetCardRuntimeState;
  readonly VirtualMachineDiskDeviceInfo: VirtualMachineDiskDeviceInfo;
  readonly VirtualMachineDisplayTopology: VirtualMachineDisplayTopology;
  readonly VirtualMachineDvxClassInfo: VirtualMachineDvxClassInfo;
  readonly VirtualMachineDynamicPassthroughInfo: VirtualMachineDynamicPassthroughInfo;
  readonly VirtualMachineEmptyIndependentFilterSpec: VirtualMachineEmptyIndependentFilterSpec;
  readonly VirtualMachineEmptyProfileSpec: VirtualMachineEmptyProfileSpec;
  readonly VirtualMachineFeatureRequirement: VirtualMachineFeatureRequirement;
  readonly VirtualMachineFileInfo: VirtualMachineFileInfo;
  readonly VirtualMachineFileLayout: VirtualMachineFileLayout;
  readonly VirtualMachineFileLayoutDiskLayout: VirtualMachineFileLayoutDiskLayout;
  readonly VirtualMachineFileLayoutEx: VirtualMachineFileLayoutEx;
  readonly VirtualMachineFileLayoutExDiskLayout: VirtualMachineFileLayoutExDiskLayout;
  readonly VirtualMachineFileLayoutExDiskUnit: VirtualMachineFileLayoutExDiskUnit;
  readonly VirtualMachineFileLayoutExFileInfo: VirtualMachineFileLayoutExFileInfo;
  readonly VirtualMachineFileLayoutExSnapshotLayout: VirtualMachineFileLayoutExSnapshotLayout;
  readonly VirtualMachineFileLayoutSnapshotLayout: VirtualMachineFileLayoutSnapshotLayout;
  readonly VirtualMachineFlagInfo: VirtualMachineFlagInfo;
  readonly VirtualMachineFloppyInfo: VirtualMachineFloppyInfo;
  readonly VirtualMachineForkConfigInfo: VirtualMachineForkConfigInfo;
  readonly VirtualMachineGuestIntegrityInfo: VirtualMachineGuestIntegrityInfo;
  readonly VirtualMachineGuestMonitoringModeInfo: VirtualMachineGuestMonitoringModeInfo;
  readonly VirtualMachineGuestQuiesceSpec: VirtualMachineGuestQuiesceSpec;
  readonly VirtualMachineGuestRebootStatus: VirtualMachineGuestRebootStatus;
  readonly VirtualMachineGuestSummary: VirtualMachineGuestSummary;
  readonly VirtualMachineIdeDiskDeviceInfo: VirtualMachineIdeDiskDeviceInfo;
  readonly VirtualMachineIdeDiskDevicePartitionInfo: VirtualMachineIdeDiskDevicePartitionInfo;
  readonly VirtualMachineImportSpec: VirtualMachineImportSpec;
  readonly VirtualMachineIndependentFilterSpec: VirtualMachineIndependentFilterSpec;
  readonly VirtualMachineInstantCloneSpec: VirtualMachineInstantCloneSpec;
  readonly VirtualMachineLegacyNetworkSwitchInfo: VirtualMachineLegacyNetworkSwitchInfo;
  readonly VirtualMachineMemoryReservationInfo: VirtualMachineMemoryReservationInfo;
  readonly VirtualMachineMemoryReservationSpec: VirtualMachineMemoryReservationSpec;
  readonly VirtualMachineMessage: VirtualMachineMessage;
  readonly VirtualMachineMetadataManagerVmMetadata: VirtualMachineMetadataManagerVmMetadata;
  readonly VirtualMachineMetadataManagerVmMetadataInput: VirtualMachineMetadataManagerVmMetadataInput;
  readonly VirtualMachineMetadataManagerVmMetadataOwner: VirtualMachineMetadataManagerVmMetadataOwner;
  readonly VirtualMachineMetadataManagerVmMetadataResult: VirtualMachineMetadataManagerVmMetadataResult;
  readonly VirtualMachineMksConnection: VirtualMachineMksConnection;
  readonly VirtualMachineMksTicket: VirtualMachineMksTicket;
  readonly VirtualMachineNetworkInfo: VirtualMachineNetworkInfo;
  readonly VirtualMachineNetworkShaperInfo: VirtualMachineNetworkShaperInfo;
  readonly VirtualMachineParallelInfo: VirtualMachineParallelInfo;
  readonly VirtualMachinePciPassthroughInfo: VirtualMachinePciPassthroughInfo;
  readonly VirtualMachinePciSharedGpuPassthroughInfo: VirtualMachinePciSharedGpuPassthroughInfo;
  readonly VirtualMachinePrecisionClockInfo: VirtualMachinePrecisionClockInfo;
  readonly VirtualMachineProfileDetails: VirtualMachineProfileDetails;
  readonly VirtualMachineProfileDetailsDiskProfileDetails: VirtualMachineProfileDetailsDiskProfileDetails;
  readonly VirtualMachineProfileRawData: VirtualMachineProfileRawData;
  readonly VirtualMachineProfileSpec: VirtualMachineProfileSpec;
  readonly VirtualMachinePropertyRelation: VirtualMachinePropertyRelation;
  readonly VirtualMachineQuestionInfo: VirtualMachineQuestionInfo;
  readonly VirtualMachineQuickStats: VirtualMachineQuickStats;
  readonly VirtualMachineQuickStatsMemoryTierStats: VirtualMachineQuickStatsMemoryTierStats;
  readonly VirtualMachineRelocateSpec: VirtualMachineRelocateSpec;
  readonly VirtualMachineRelocateSpecDiskLocator: VirtualMachineRelocateSpecDiskLocator;
  readonly VirtualMachineRelocateSpecDiskLocatorBackingSpec: VirtualMachineRelocateSpecDiskLocatorBackingSpec;
  readonly VirtualMachineRuntimeInfo: VirtualMachineRuntimeInfo;
  readonly VirtualMachineRuntimeInfoDasProtectionState: VirtualMachineRuntimeInfoDasProtectionState;
  readonly VirtualMachineScsiDiskDeviceInfo: VirtualMachineScsiDiskDeviceInfo;
  readonly VirtualMachineScsiPassthroughInfo: VirtualMachineScsiPassthroughInfo;
  readonly VirtualMachineSerialInfo: VirtualMachineSerialInfo;
  readonly VirtualMachineSgxInfo: VirtualMachineSgxInfo;
  readonly VirtualMachineSgxTargetInfo: VirtualMachineSgxTargetInfo;
  readonly VirtualMachineSnapshotInfo: VirtualMachineSnapshotInfo;
  readonly VirtualMachineSnapshotTree: VirtualMachineSnapshotTree;
  readonly VirtualMachineSoundInfo: VirtualMachineSoundInfo;
  readonly VirtualMachineSriovDevicePoolInfo: VirtualMachineSriovDevicePoolInfo;
  readonly VirtualMachineSriovInfo: VirtualMachineSriovInfo;
  readonly VirtualMachineSriovNetworkDevicePoolInfo: VirtualMachineSriovNetworkDevicePoolInfo;
  readonly VirtualMachineStorageInfo: VirtualMachineStorageInfo;
  readonly VirtualMachineStorageSummary: VirtualMachineStorageSummary;
  readonly VirtualMachineSummary: VirtualMachineSummary;
  readonly VirtualMachineTargetInfo: VirtualMachineTargetInfo;
  readonly VirtualMachineTicket: VirtualMachineTicket;
  readonly VirtualMachineUsageOnDatastore: VirtualMachineUsageOnDatastore;
  readonly VirtualMachineUsbInfo: VirtualMachineUsbInfo;
  readonly VirtualMachineVFlashModuleInfo: VirtualMachineVFlashModuleInfo;
  readonly VirtualMachineVMCIDevice: VirtualMachineVMCIDevice;
  readonly VirtualMachineVMCIDeviceFilterInfo: VirtualMachineVMCIDeviceFilterInfo;
  readonly VirtualMachineVMCIDeviceFilterSpec: VirtualMachineVMCIDeviceFilterSpec;
  readonly VirtualMachineVMCIDeviceOption: VirtualMachineVMCIDeviceOption;
  readonly VirtualMachineVMCIDeviceOptionFilterSpecOption: VirtualMachineVMCIDeviceOptionFilterSpecOption;
  readonly VirtualMachineVMIROM: VirtualMachineVMIROM;
  readonly VirtualMachineVMotionStunTimeInfo: VirtualMachineVMotionStunTimeInfo;
  readonly VirtualMachineVcpuConfig: VirtualMachineVcpuConfig;
  readonly VirtualMachineVendorDeviceGroupInfo: VirtualMachineVendorDeviceGroupInfo;
  readonly VirtualMachineVendorDeviceGroupInfoComponentDeviceInfo: VirtualMachineVendorDeviceGroupInfoComponentDeviceInfo;
  readonly VirtualMachineVgpuDeviceInfo: VirtualMachineVgpuDeviceInfo;
  readonly VirtualMachineVgpuProfileInfo: VirtualMachineVgpuProfileInfo;
  readonly VirtualMachineVideoCard: VirtualMachineVideoCard;
  readonly VirtualMachineVirtualDeviceGroups: VirtualMachineVirtualDeviceGroups;
  readonly VirtualMachineVirtualDeviceGroupsDeviceGroup: VirtualMachineVirtualDeviceGroupsDeviceGroup;
  readonly VirtualMachineVirtualDeviceGroupsVendorDeviceGroup: VirtualMachineVirtualDeviceGroupsVendorDeviceGroup;
  readonly VirtualMachineVirtualDeviceSwap: VirtualMachineVirtualDeviceSwap;
  readonly VirtualMachineVirtualDeviceSwapDeviceSwapInfo: VirtualMachineVirtualDeviceSwapDeviceSwapInfo;
  readonly VirtualMachineVirtualNuma: VirtualMachineVirtualNuma;
  readonly VirtualMachineVirtualNumaInfo: VirtualMachineVirtualNumaInfo;
  readonly VirtualMachineVirtualPMem: VirtualMachineVirtualPMem;
  readonly VirtualMachineWindowsQuiesceSpec: VirtualMachineWindowsQuiesceSpec;
  readonly VirtualMachineWipeResult: VirtualMachineWipeResult;
  readonly VirtualNVDIMM: VirtualNVDIMM;
  readonly VirtualNVDIMMBackingInfo: VirtualNVDIMMBackingInfo;
  readonly VirtualNVDIMMController: VirtualNVDIMMController;
  readonly VirtualNVDIMMControllerOption: VirtualNVDIMMControllerOption;
  readonly VirtualNVDIMMOption: VirtualNVDIMMOption;
  readonly VirtualNVMEController: VirtualNVMEController;
  readonly VirtualNVMEControllerOption: VirtualNVMEControllerOption;
  readonly VirtualNicManagerNetConfig: VirtualNicManagerNetConfig;
  readonly VirtualPCIController: VirtualPCIController;
  readonly VirtualPCIControllerOption: VirtualPCIControllerOption;
  readonly VirtualPCIPassthrough: VirtualPCIPassthrough;
  readonly VirtualPCIPassthroughAllowedDevice: VirtualPCIPassthroughAllowedDevice;
  readonly VirtualPCIPassthroughDeviceBackingInfo: VirtualPCIPassthroughDeviceBackingInfo;
  readonly VirtualPCIPassthroughDeviceBackingOption: VirtualPCIPassthroughDeviceBackingOption;
  readonly VirtualPCIPassthroughDvxBackingInfo: VirtualPCIPassthroughDvxBackingInfo;
  readonly VirtualPCIPassthroughDvxBackingOption: VirtualPCIPassthroughDvxBackingOption;
  readonly VirtualPCIPassthroughDynamicBackingInfo: VirtualPCIPassthroughDynamicBackingInfo;
  readonly VirtualPCIPassthroughDynamicBackingOption: VirtualPCIPassthroughDynamicBackingOption;
  readonly VirtualPCIPassthroughOption: VirtualPCIPassthroughOption;
  readonly VirtualPCIPassthroughPluginBackingInfo: VirtualPCIPassthroughPluginBackingInfo;
  readonly VirtualPCIPassthroughPluginBackingOption: VirtualPCIPassthroughPluginBackingOption;
  readonly VirtualPCIPassthroughVmiopBackingInfo: VirtualPCIPassthroughVmiopBackingInfo;
  readonly VirtualPCIPassthroughVmiopBackingOption: VirtualPCIPassthroughVmiopBackingOption;
  readonly VirtualPCNet32: VirtualPCNet32;
  readonly VirtualPCNet32Option: VirtualPCNet32Option;
  readonly VirtualPS2Controller: VirtualPS2Controller;
  readonly VirtualPS2ControllerOption: VirtualPS2ControllerOption;
  readonly VirtualParallelPort: VirtualParallelPort;
  readonly VirtualParallelPortDeviceBackingInfo: VirtualParallelPortDeviceBackingInfo;
  readonly VirtualParallelPortDeviceBackingOption: VirtualParallelPortDeviceBackingOption;
  readonly VirtualParallelPortFileBackingInfo: VirtualParallelPortFileBackingInfo;
  readonly VirtualParallelPortFileBackingOption: VirtualParallelPortFileBackingOption;
  readonly VirtualParallelPortOption: VirtualParallelPortOption;
  readonly VirtualPointingDevice: VirtualPointingDevice;
  readonly VirtualPointingDeviceBackingOption: VirtualPointingDeviceBackingOption;
  readonly VirtualPointingDeviceDeviceBackingInfo: VirtualPointingDeviceDeviceBackingInfo;
  readonly VirtualPointingDeviceOption: VirtualPointingDeviceOption;
  readonly VirtualPrecisionClock: VirtualPrecisionClock;
  readonly VirtualPrecisionClockOption: VirtualPrecisionClockOption;
  readonly VirtualPrecisionClockSystemClockBackingInfo: VirtualPrecisionClockSystemClockBackingInfo;
  readonly VirtualPrecisionClockSystemClockBackingOption: VirtualPrecisionClockSystemClockBackingOption;
  readonly VirtualSATAController: VirtualSATAController;
  readonly VirtualSATAControllerOption: VirtualSATAControllerOption;
  readonly VirtualSCSIController: VirtualSCSIController;
  readonly VirtualSCSIControllerOption: VirtualSCSIControllerOption;
  readonly VirtualSCSIPassthrough: VirtualSCSIPassthrough;
  readonly VirtualSCSIPassthroughDeviceBackingInfo: VirtualSCSIPassthroughDeviceBackingInfo;
  readonly VirtualSCSIPassthroughDeviceBackingOption: VirtualSCSIPassthroughDeviceBackingOption;
  readonly VirtualSCSIPassthroughOption: VirtualSCSIPassthroughOption;
  readonly VirtualSIOController: VirtualSIOController;
  readonly VirtualSIOControllerOption: VirtualSIOControllerOption;
  readonly VirtualSerialPort: VirtualSerialPort;
  readonly VirtualSerialPortDeviceBackingInfo: VirtualSerialPortDeviceBackingInfo;
  readonly VirtualSerialPortDeviceBackingOption: VirtualSerialPortDeviceBackingOption;
  readonly VirtualSerialPortFileBackingInfo: VirtualSerialPortFileBackingInfo;
  readonly VirtualSerialPortFileBackingOption: VirtualSerialPortFileBackingOption;
  readonly VirtualSerialPortOption: VirtualSerialPortOption;
  readonly VirtualSerialPortPipeBackingInfo: VirtualSerialPortPipeBackingInfo;
  readonly VirtualSerialPortPipeBackingOption: VirtualSerialPortPipeBackingOption;
  readonly VirtualSerialPortThinPrintBackingInfo: VirtualSerialPortThinPrintBackingInfo;
  readonly VirtualSerialPortThinPrintBackingOption: VirtualSerialPortThinPrintBackingOption;
  readonly VirtualSerialPortURIBackingInfo: VirtualSerialPortURIBackingInfo;
  readonly VirtualSerialPortURIBackingOption: VirtualSerialPortURIBackingOption;
  readonly VirtualSoundBlaster16: VirtualSoundBlaster16;
  readonly VirtualSoundBlaster16Option: VirtualSoundBlaster16Option;
  readonly VirtualSoundCard: VirtualSoundCard;
  readonly VirtualSoundCardDeviceBackingInfo: VirtualSoundCardDeviceBackingInfo;
  readonly VirtualSoundCardDeviceBackingOption: VirtualSoundCardDeviceBackingOption;
  readonly VirtualSoundCardOption: VirtualSoundCardOption;
  readonly VirtualSriovEthernetCard: VirtualSriovEthernetCard;
  readonly VirtualSriovEthernetCardOption: VirtualSriovEthernetCardOption;
  readonly VirtualSriovEthernetCardSriovBackingInfo: VirtualSriovEthernetCardSriovBackingInfo;
  readonly VirtualSriovEthernetCardSriovBackingOption: VirtualSriovEthernetCardSriovBackingOption;
  readonly VirtualSwitchProfile: VirtualSwitchProfile;
  readonly VirtualSwitchSelectionProfile: VirtualSwitchSelectionProfile;
  readonly VirtualTPM: VirtualTPM;
  readonly VirtualTPMOption: VirtualTPMOption;
  readonly VirtualUSB: VirtualUSB;
  readonly VirtualUSBController: VirtualUSBController;
  readonly VirtualUSBControllerOption: VirtualUSBControllerOption;
  readonly VirtualUSBControllerPciBusSlotInfo: VirtualUSBControllerPciBusSlotInfo;
  readonly VirtualUSBOption: VirtualUSBOption;
  readonly VirtualUSBRemoteClientBackingInfo: VirtualUSBRemoteClientBackingInfo;
  readonly VirtualUSBRemoteClientBackingOption: VirtualUSBRemoteClientBackingOption;
  readonly VirtualUSBRemoteHostBackingInfo: VirtualUSBRemoteHostBackingInfo;
  readonly VirtualUSBRemoteHostBackingOption: VirtualUSBRemoteHostBackingOption;
  readonly VirtualUSBUSBBackingInfo: VirtualUSBUSBBackingInfo;
  readonly VirtualUSBUSBBackingOption: VirtualUSBUSBBackingOption;
  readonly VirtualUSBXHCIController: VirtualUSBXHCIController;
  readonly VirtualUSBXHCIControllerOption: VirtualUSBXHCIControllerOption;
  readonly VirtualVMIROMOption: VirtualVMIROMOption;
  readonly VirtualVideoCardOption: VirtualVideoCardOption;
  readonly VirtualVmxnet: VirtualVmxnet;
  readonly VirtualVmxnet2: VirtualVmxnet2;
  readonly VirtualVmxnet2Option: VirtualVmxnet2Option;
  readonly VirtualVmxnet3: VirtualVmxnet3;
  readonly VirtualVmxnet3Option: VirtualVmxnet3Option;
  readonly VirtualVmxnet3OptionStrictLatencyConfigOption: VirtualVmxnet3OptionStrictLatencyConfigOption;
  readonly VirtualVmxnet3StrictLatencyConfig: VirtualVmxnet3StrictLatencyConfig;
  readonly VirtualVmxnet3Vrdma: VirtualVmxnet3Vrdma;
  readonly VirtualVmxnet3VrdmaOption: VirtualVmxnet3VrdmaOption;
  readonly VirtualVmxnetOption: VirtualVmxnetOption;
  readonly VirtualWDT: VirtualWDT;
  readonly VirtualWDTOption: VirtualWDTOption;
  readonly VlanProfile: VlanProfile;
  readonly VmAcquiredMksTicketEvent: VmAcquiredMksTicketEvent;
  readonly VmAcquiredTicketEvent: VmAcquiredTicketEvent;
  readonly VmAlreadyExistsInDatacenter: VmAlreadyExistsInDatacenter;
  readonly VmAutoRenameEvent: VmAutoRenameEvent;
  readonly VmBeingClonedEvent: VmBeingClonedEvent;
  readonly VmBeingClonedNoFolderEvent: VmBeingClonedNoFolderEvent;
  readonly VmBeingCreatedEvent: VmBeingCreatedEvent;
  readonly VmBeingDeployedEvent: VmBeingDeployedEvent;
  readonly VmBeingHotMigratedEvent: VmBeingHotMigratedEvent;
  readonly VmBeingMigratedEvent: VmBeingMigratedEvent;
  readonly VmBeingRelocatedEvent: VmBeingRelocatedEvent;
  readonly VmCloneEvent: VmCloneEvent;
  readonly VmCloneFailedEvent: VmCloneFailedEvent;
  readonly VmClonedEvent: VmClonedEvent;
  readonly VmConfigFault: VmConfigFault;
  readonly VmConfigFileEncryptionInfo: VmConfigFileEncryptionInfo;
  readonly VmConfigFileInfo: VmConfigFileInfo;
  readonly VmConfigFileQuery: VmConfigFileQuery;
  readonly VmConfigFileQueryFilter: VmConfigFileQueryFilter;
  readonly VmConfigFileQueryFlags: VmConfigFileQueryFlags;
  readonly VmConfigIncompatibleForFaultTolerance: VmConfigIncompatibleForFaultTolerance;
  readonly VmConfigIncompatibleForRecordReplay: VmConfigIncompatibleForRecordReplay;
  readonly VmConfigInfo: VmConfigInfo;
  readonly VmConfigMissingEvent: VmConfigMissingEvent;
  readonly VmConfigSpec: VmConfigSpec;
  readonly VmConnectedEvent: VmConnectedEvent;
  readonly VmCreatedEvent: VmCreatedEvent;
  readonly VmDasBeingResetEvent: VmDasBeingResetEvent;
  readonly VmDasBeingResetWithScreenshotEvent: VmDasBeingResetWithScreenshotEvent;
  readonly VmDasResetFailedEvent: VmDasResetFailedEvent;
  readonly VmDasUpdateErrorEvent: VmDasUpdateErrorEvent;
  readonly VmDasUpdateOkEvent: VmDasUpdateOkEvent;
  readonly VmDateRolledBackEvent: VmDateRolledBackEvent;
  readonly VmDeployFailedEvent: VmDeployFailedEvent;
  readonly VmDeployedEvent: VmDeployedEvent;
  readonly VmDisconnectedEvent: VmDisconnectedEvent;
  readonly VmDiscoveredEvent: VmDiscoveredEvent;
  readonly VmDiskFailedEvent: VmDiskFailedEvent;
  readonly VmDiskFileEncryptionInfo: VmDiskFileEncryptionInfo;
  readonly VmDiskFileInfo: VmDiskFileInfo;
  readonly VmDiskFileQuery: VmDiskFileQuery;
  readonly VmDiskFileQueryFilter: VmDiskFileQueryFilter;
  readonly VmDiskFileQueryFlags: VmDiskFileQueryFlags;
  readonly VmEmigratingEvent: VmEmigratingEvent;
  readonly VmEndRecordingEvent: VmEndRecordingEvent;
  readonly VmEndReplayingEvent: VmEndReplayingEvent;
  readonly VmEvent: VmEvent;
  readonly VmEventArgument: VmEventArgument;
  readonly VmFailedMigrateEvent: VmFailedMigrateEvent;
  readonly VmFailedRelayoutEvent: VmFailedRelayoutEvent;
  readonly VmFailedRelayoutOnVmfs2DatastoreEvent: VmFailedRelayoutOnVmfs2DatastoreEvent;
  readonly VmFailedStartingSecondaryEvent: VmFailedStartingSecondaryEvent;
  readonly VmFailedToPowerOffEvent: VmFailedToPowerOffEvent;
  readonly VmFailedToPowerOnEvent: VmFailedToPowerOnEvent;
  readonly VmFailedToRebootGuestEvent: VmFailedToRebootGuestEvent;
  readonly VmFailedToResetEvent: VmFailedToResetEvent;
  readonly VmFailedToShutdownGuestEvent: VmFailedToShutdownGuestEvent;
  readonly VmFailedToStandbyGuestEvent: VmFailedToStandbyGuestEvent;
  readonly VmFailedToSuspendEvent: VmFailedToSuspendEvent;
  readonly VmFailedUpdatingSecondaryConfig: VmFailedUpdatingSecondaryConfig;
  readonly VmFailoverFailed: VmFailoverFailed;
  readonly VmFaultToleranceConfigIssue: VmFaultToleranceConfigIssue;
  readonly VmFaultToleranceConfigIssueWrapper: VmFaultToleranceConfigIssueWrapper;
  readonly VmFaultToleranceInvalidFileBacking: VmFaultToleranceInvalidFileBacking;
  readonly VmFaultToleranceIssue: VmFaultToleranceIssue;
  readonly VmFaultToleranceOpIssuesList: VmFaultToleranceOpIssuesList;
  readonly VmFaultToleranceStateChangedEvent: VmFaultToleranceStateChangedEvent;
  readonly VmFaultToleranceTooManyFtVcpusOnHost: VmFaultToleranceTooManyFtVcpusOnHost;
  readonly VmFaultToleranceTooManyVMsOnHost: VmFaultToleranceTooManyVMsOnHost;
  readonly VmFaultToleranceTurnedOffEvent: VmFaultToleranceTurnedOffEvent;
  readonly VmFaultToleranceVmTerminatedEvent: VmFaultToleranceVmTerminatedEvent;
  readonly VmGuestOSCrashedEvent: VmGuestOSCrashedEvent;
  readonly VmGuestRebootEvent: VmGuestRebootEvent;
  readonly VmGuestShutdownEvent: VmGuestShutdownEvent;
  readonly VmGuestStandbyEvent: VmGuestStandbyEvent;
  readonly VmHealthMonitoringStateChangedEvent: VmHealthMonitoringStateChangedEvent;
  readonly VmHostAffinityRuleViolation: VmHostAffinityRuleViolation;
  readonly VmInstanceUuidAssignedEvent: VmInstanceUuidAssignedEvent;
  readonly VmInstanceUuidChangedEvent: VmInstanceUuidChangedEvent;
  readonly VmInstanceUuidConflictEvent: VmInstanceUuidConflictEvent;
  readonly VmLimitLicense: VmLimitLicense;
  readonly VmLogFileInfo: VmLogFileInfo;
  readonly VmLogFileQuery: VmLogFileQuery;
  readonly VmMacAssignedEvent: VmMacAssignedEvent;
  readonly VmMacChangedEvent: VmMacChangedEvent;
  readonly VmMacConflictEvent: VmMacConflictEvent;
  readonly VmMaxFTRestartCountReached: VmMaxFTRestartCountReached;
  readonly VmMaxRestartCountReached: VmMaxRestartCountReached;
  readonly VmMessageErrorEvent: VmMessageErrorEvent;
  readonly VmMessageEvent: VmMessageEvent;
  readonly VmMessageWarningEvent: VmMessageWarningEvent;
  readonly VmMetadataManagerFault: VmMetadataManagerFault;
  readonly VmMigratedEvent: VmMigratedEvent;
  readonly VmMonitorIncompatibleForFaultTolerance: VmMonitorIncompatibleForFaultTolerance;
  readonly VmNoCompatibleHostForSecondaryEvent: VmNoCompatibleHostForSecondaryEvent;
  readonly VmNoNetworkAccessEvent: VmNoNetworkAccessEvent;
  readonly VmNvramFileInfo: VmNvramFileInfo;
  readonly VmNvramFileQuery: VmNvramFileQuery;
  readonly VmOrphanedEvent: VmOrphanedEvent;
  readonly VmPlacementPolicy: VmPlacementPolicy;
  readonly VmPodConfigForPlacement: VmPodConfigForPlacement;
  readonly VmPortGroupProfile: VmPortGroupProfile;
  readonly VmPowerOffOnIsolationEvent: VmPowerOffOnIsolationEvent;
  readonly VmPowerOnDisabled: VmPowerOnDisabled;
  readonly VmPoweredOffEvent: VmPoweredOffEvent;
  readonly VmPoweredOnEvent: VmPoweredOnEvent;
  readonly VmPoweringOnWithCustomizedDVPortEvent: VmPoweringOnWithCustomizedDVPortEvent;
  readonly VmPrimaryFailoverEvent: VmPrimaryFailoverEvent;
  readonly VmReconfiguredEvent: VmReconfiguredEvent;
  readonly VmRegisteredEvent: VmRegisteredEvent;
  readonly VmRelayoutSuccessfulEvent: VmRelayoutSuccessfulEvent;
  readonly VmRelayoutUpToDateEvent: VmRelayoutUpToDateEvent;
  readonly VmReloadFromPathEvent: VmReloadFromPathEvent;
  readonly VmReloadFromPathFailedEvent: VmReloadFromPathFailedEvent;
  readonly VmRelocateFailedEvent: VmRelocateFailedEvent;
  readonly VmRelocateSpecEvent: VmRelocateSpecEvent;
  readonly VmRelocatedEvent: VmRelocatedEvent;
  readonly VmRemoteConsoleConnectedEvent: VmRemoteConsoleConnectedEvent;
  readonly VmRemoteConsoleDisconnectedEvent: VmRemoteConsoleDisconnectedEvent;
  readonly VmRemovedEvent: VmRemovedEvent;
  readonly VmRenamedEvent: VmRenamedEvent;
  readonly VmRequirementsExceedCurrentEVCModeEvent: VmRequirementsExceedCurrentEVCModeEvent;
  readonly VmResettingEvent: VmResettingEvent;
  readonly VmResourcePoolMovedEvent: VmResourcePoolMovedEvent;
  readonly VmResourceReallocatedEvent: VmResourceReallocatedEvent;
  readonly VmRestartedOnAlternateHostEvent: VmRestartedOnAlternateHostEvent;
  readonly VmResumingEvent: VmResumingEvent;
  readonly VmSecondaryAddedEvent: VmSecondaryAddedEvent;
  readonly VmSecondaryDisabledBySystemEvent: VmSecondaryDisabledBySystemEvent;
  readonly VmSecondaryDisabledEvent: VmSecondaryDisabledEvent;
  readonly VmSecondaryEnabledEvent: VmSecondaryEnabledEvent;
  readonly VmSecondaryStartedEvent: VmSecondaryStartedEvent;
  readonly VmShutdownOnIsolationEvent: VmShutdownOnIsolationEvent;
  readonly VmSmpFaultToleranceTooManyVMsOnHost: VmSmpFaultToleranceTooManyVMsOnHost;
  readonly VmSnapshotFileInfo: VmSnapshotFileInfo;
  readonly VmSnapshotFileQuery: VmSnapshotFileQuery;
  readonly VmStartRecordingEvent: VmStartRecordingEvent;
  readonly VmStartReplayingEvent: VmStartReplayingEvent;
  readonly VmStartingEvent: VmStartingEvent;
  readonly VmStartingSecondaryEvent: VmStartingSecondaryEvent;
  readonly VmStaticMacConflictEvent: VmStaticMacConflictEvent;
  readonly VmStoppingEvent: VmStoppingEvent;
  readonly VmSuspendedEvent: VmSuspendedEvent;
  readonly VmSuspendingEvent: VmSuspendingEvent;
  readonly VmTimedoutStartingSecondaryEvent: VmTimedoutStartingSecondaryEvent;
  readonly VmToVmGroupsAntiAffinity: VmToVmGroupsAntiAffinity;
  readonly VmToolsUpgradeFault: VmToolsUpgradeFault;
  readonly VmUnsupportedStartingEvent: VmUnsupportedStartingEvent;
  readonly VmUpgradeCompleteEvent: VmUpgradeCompleteEvent;
  readonly VmUpgradeFailedEvent: VmUpgradeFailedEvent;
  readonly VmUpgradingEvent: VmUpgradingEvent;
  readonly VmUuidAssignedEvent: VmUuidAssignedEvent;
  readonly VmUuidChangedEvent: VmUuidChangedEvent;
  readonly VmUuidConflictEvent: VmUuidConflictEvent;
  readonly VmValidateMaxDevice: VmValidateMaxDevice;
  readonly VmVmAffinity: VmVmAffinity;
  readonly VmVmAntiAffinity: VmVmAntiAffinity;
  readonly VmVnicPoolReservationViolationClearEvent: VmVnicPoolReservationViolationClearEvent;
  readonly VmVnicPoolReservationViolationRaiseEvent: VmVnicPoolReservationViolationRaiseEvent;
  readonly VmWwnAssignedEvent: VmWwnAssignedEvent;
  readonly VmWwnChangedEvent: VmWwnChangedEvent;
  readonly VmWwnConflict: VmWwnConflict;
  readonly VmWwnConflictEvent: VmWwnConflictEvent;
  readonly VmfsAlreadyMounted: VmfsAlreadyMounted;
  readonly VmfsAmbiguousMount: VmfsAmbiguousMount;
  readonly VmfsConfigOption: VmfsConfigOption;
  readonly VmfsDatastoreAllExtentOption: VmfsDatastoreAllExtentOption;
  readonly VmfsDatastoreBaseOption: VmfsDatastoreBaseOption;
  readonly VmfsDatastoreCreateSpec: VmfsDatastoreCreateSpec;
  readonly VmfsDatastoreExpandSpec: VmfsDatastoreExpandSpec;
  readonly VmfsDatastoreExtendSpec: VmfsDatastoreExtendSpec;
  readonly VmfsDatastoreInfo: VmfsDatastoreInfo;
  readonly VmfsDatastoreMultipleExtentOption: VmfsDatastoreMultipleExtentOption;
  readonly VmfsDatastoreOption: VmfsDatastoreOption;
  readonly VmfsDatastoreSingleExtentOption: VmfsDatastoreSingleExtentOption;
  readonly VmfsDatastoreSpec: VmfsDatastoreSpec;
  readonly VmfsMountFault: VmfsMountFault;
  readonly VmfsUnmapBandwidthSpec: VmfsUnmapBandwidthSpec;
  readonly VmotionInterfaceNotEnabled: VmotionInterfaceNotEnabled;
  readonly VmwareDistributedVirtualSwitchDpuFailoverPolicy: VmwareDistributedVirtualSwitchDpuFailoverPolicy;
  readonly VmwareDistributedVirtualSwitchNetworkOffloadConfig: VmwareDistributedVirtualSwitchNetworkOffloadConfig;
  readonly VmwareDistributedVirtualSwitchPvlanSpec: VmwareDistributedVirtualSwitchPvlanSpec;
  readonly VmwareDistributedVirtualSwitchRealTimeConfig: VmwareDistributedVirtualSwitchRealTimeConfig;
  readonly VmwareDistributedVirtualSwitchRealTimeLanAnnotation: VmwareDistributedVirtualSwitchRealTimeLanAnnotation;
  readonly VmwareDistributedVirtualSwitchTrunkVlanSpec: VmwareDistributedVirtualSwitchTrunkVlanSpec;
  readonly VmwareDistributedVirtualSwitchVlanIdSpec: VmwareDistributedVirtualSwitchVlanIdSpec;
  readonly VmwareDistributedVirtualSwitchVlanSpec: VmwareDistributedVirtualSwitchVlanSpec;
  readonly VmwareUplinkPortTeamingPolicy: VmwareUplinkPortTeamingPolicy;
  readonly VnicPortArgument: VnicPortArgument;
  readonly VolumeEditorError: VolumeEditorError;
  readonly VramLimitLicense: VramLimitLicense;
  readonly VsanClusterConfigInfo: VsanClusterConfigInfo;
  readonly VsanClusterConfigInfoHostDefaultInfo: VsanClusterConfigInfoHostDefaultInfo;
  readonly VsanClusterCoreConfig: VsanClusterCoreConfig;
  readonly VsanClusterCoreConfigSpec: VsanClusterCoreConfigSpec;
  readonly VsanClusterUuidMismatch: VsanClusterUuidMismatch;
  readonly VsanDatastoreInfo: VsanDatastoreInfo;
  readonly VsanDiskFault: VsanDiskFault;
  readonly VsanFault: VsanFault;
  readonly VsanHostClusterStatus: VsanHostClusterStatus;
  readonly VsanHostClusterStatusState: VsanHostClusterStatusState;
  readonly VsanHostClusterStatusStateCompletionEstimate: VsanHostClusterStatusStateCompletionEstimate;
  readonly VsanHostConfigInfo: VsanHostConfigInfo;
  readonly VsanHostConfigInfoClusterInfo: VsanHostConfigInfoClusterInfo;
  readonly VsanHostConfigInfoNetworkInfo: VsanHostConfigInfoNetworkInfo;
  readonly VsanHostConfigInfoNetworkInfoPortConfig: VsanHostConfigInfoNetworkInfoPortConfig;
  readonly VsanHostConfigInfoStorageInfo: VsanHostConfigInfoStorageInfo;
  readonly VsanHostDecommissionMode: VsanHostDecommissionMode;
  readonly VsanHostDiskMapInfo: VsanHostDiskMapInfo;
  readonly VsanHostDiskMapResult: VsanHostDiskMapResult;
  readonly VsanHostDiskMapping: VsanHostDiskMapping;
  readonly VsanHostDiskResult: VsanHostDiskResult;
  readonly VsanHostFaultDomainInfo: VsanHostFaultDomainInfo;
  readonly VsanHostIpConfig: VsanHostIpConfig;
  readonly VsanHostMembershipInfo: VsanHostMembershipInfo;
  readonly VsanHostRuntimeInfo: VsanHostRuntimeInfo;
  readonly VsanHostRuntimeInfoDiskIssue: VsanHostRuntimeInfoDiskIssue;
  readonly VsanHostVsanDiskInfo: VsanHostVsanDiskInfo;
  readonly VsanIncompatibleDiskMapping: VsanIncompatibleDiskMapping;
  readonly VsanNewPolicyBatch: VsanNewPolicyBatch;
  readonly VsanPolicyChangeBatch: VsanPolicyChangeBatch;
  readonly VsanPolicyCost: VsanPolicyCost;
  readonly VsanPolicySatisfiability: VsanPolicySatisfiability;
  readonly VsanUpgradeSystemAPIBrokenIssue: VsanUpgradeSystemAPIBrokenIssue;
  readonly VsanUpgradeSystemAutoClaimEnabledOnHostsIssue: VsanUpgradeSystemAutoClaimEnabledOnHostsIssue;
  readonly VsanUpgradeSystemHostsDisconnectedIssue: VsanUpgradeSystemHostsDisconnectedIssue;
  readonly VsanUpgradeSystemMissingHostsInClusterIssue: VsanUpgradeSystemMissingHostsInClusterIssue;
  readonly VsanUpgradeSystemNetworkPartitionInfo: VsanUpgradeSystemNetworkPartitionInfo;
  readonly VsanUpgradeSystemNetworkPartitionIssue: VsanUpgradeSystemNetworkPartitionIssue;
  readonly VsanUpgradeSystemNotEnoughFreeCapacityIssue: VsanUpgradeSystemNotEnoughFreeCapacityIssue;
  readonly VsanUpgradeSystemPreflightCheckIssue: VsanUpgradeSystemPreflightCheckIssue;
  readonly VsanUpgradeSystemPreflightCheckResult: VsanUpgradeSystemPreflightCheckResult;
  readonly VsanUpgradeSystemRogueHostsInClusterIssue: VsanUpgradeSystemRogueHostsInClusterIssue;
  readonly VsanUpgradeSystemUpgradeHistoryDiskGroupOp: VsanUpgradeSystemUpgradeHistoryDiskGroupOp;
  readonly VsanUpgradeSystemUpgradeHistoryItem: VsanUpgradeSystemUpgradeHistoryItem;
  readonly VsanUpgradeSystemUpgradeHistoryPreflightFail: VsanUpgradeSystemUpgradeHistoryPreflightFail;
  readonly VsanUpgradeSystemUpgradeStatus: VsanUpgradeSystemUpgradeStatus;
  readonly VsanUpgradeSystemV2ObjectsPresentDuringDowngradeIssue: VsanUpgradeSystemV2ObjectsPresentDuringDowngradeIssue;
  readonly VsanUpgradeSystemWrongEsxVersionIssue: VsanUpgradeSystemWrongEsxVersionIssue;
  readonly VslmCloneSpec: VslmCloneSpec;
  readonly VslmCreateSpec: VslmCreateSpec;
  readonly VslmCreateSpecBackingSpec: VslmCreateSpecBackingSpec;
  readonly VslmCreateSpecDiskFileBackingSpec: VslmCreateSpecDiskFileBackingSpec;
  readonly VslmCreateSpecRawDiskMappingBackingSpec: VslmCreateSpecRawDiskMappingBackingSpec;
  readonly VslmMigrateSpec: VslmMigrateSpec;
  readonly VslmRelocateSpec: VslmRelocateSpec;
  readonly VslmTagEntry: VslmTagEntry;
  readonly VspanDestPortConflict: VspanDestPortConflict;
  readonly VspanPortConflict: VspanPortConflict;
  readonly VspanPortMoveFault: VspanPortMoveFault;
  readonly VspanPortPromiscChangeFault: VspanPortPromiscChangeFault;
  readonly VspanPortgroupPromiscChangeFault: VspanPortgroupPromiscChangeFault;
  readonly VspanPortgroupTypeChangeFault: VspanPortgroupTypeChangeFault;
  readonly VspanPromiscuousPortNotSupported: VspanPromiscuousPortNotSupported;
  readonly VspanSameSessionPortConflict: VspanSameSessionPortConflict;
  readonly VvolDatastoreInfo: VvolDatastoreInfo;
  readonly WaitOptions: WaitOptions;
  readonly WakeOnLanNotSupported: WakeOnLanNotSupported;
  readonly WakeOnLanNotSupportedByVmotionNIC: WakeOnLanNotSupportedByVmotionNIC;
  readonly WarningUpgradeEvent: WarningUpgradeEvent;
  readonly WeeklyTaskScheduler: WeeklyTaskScheduler;
  readonly WillLoseHAProtection: WillLoseHAProtection;
  readonly WillModifyConfigCpuRequirements: WillModifyConfigCpuRequirements;
  readonly WillResetSnapshotDirectory: WillResetSnapshotDirectory;
  readonly WinNetBIOSConfigInfo: WinNetBIOSConfigInfo;
  readonly WipeDiskFault: WipeDiskFault;
  readonly WitnessNodeInfo: WitnessNodeInfo;
  readonly vslmInfrastructureObjectPolicy: vslmInfrastructureObjectPolicy;
  readonly vslmInfrastructureObjectPolicySpec: vslmInfrastructureObjectPolicySpec;
  readonly vslmVClockInfo: vslmVClockInfo;
}
