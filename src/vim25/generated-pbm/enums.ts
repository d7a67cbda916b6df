// Generated from wsdl/pbm.json (pyvmomi 9.1.1.0) by `npm run gen`. Do not edit.

export type PbmAssociateAndApplyPolicyStatusPolicyStatus =
  | 'success'
  | 'failed'
  | 'invalid';

export type PbmBuiltinGenericType =
  | 'VMW_RANGE'
  | 'VMW_SET';

export type PbmBuiltinType =
  | 'XSD_LONG'
  | 'XSD_SHORT'
  | 'XSD_INTEGER'
  | 'XSD_INT'
  | 'XSD_STRING'
  | 'XSD_BOOLEAN'
  | 'XSD_DOUBLE'
  | 'XSD_DATETIME'
  | 'VMW_TIMESPAN'
  | 'VMW_POLICY';

export type PbmCapabilityOperator =
  | 'NOT';

export type PbmCapabilitySchemaCapabilityCategory =
  | 'common'
  | 'datastoreSpecific';

export type PbmCapabilityTimeUnitType =
  | 'SECONDS'
  | 'MINUTES'
  | 'HOURS'
  | 'DAYS'
  | 'WEEKS'
  | 'MONTHS'
  | 'YEARS';

export type PbmComplianceResultComplianceTaskStatus =
  | 'inProgress'
  | 'success'
  | 'failed';

export type PbmComplianceStatus =
  | 'compliant'
  | 'nonCompliant'
  | 'unknown'
  | 'notApplicable'
  | 'outOfDate';

export type PbmDebugManagerKeystoreName =
  | 'SMS'
  | 'TRUSTED_ROOTS';

export type PbmHealthStatusForEntity =
  | 'red'
  | 'yellow'
  | 'green'
  | 'unknown';

export type PbmIofilterInfoFilterType =
  | 'INSPECTION'
  | 'COMPRESSION'
  | 'ENCRYPTION'
  | 'REPLICATION'
  | 'CACHE'
  | 'DATAPROVIDER'
  | 'DATASTOREIOCONTROL';

export type PbmLineOfServiceInfoLineOfServiceEnum =
  | 'INSPECTION'
  | 'COMPRESSION'
  | 'ENCRYPTION'
  | 'REPLICATION'
  | 'CACHING'
  | 'PERSISTENCE'
  | 'DATA_PROVIDER'
  | 'DATASTORE_IO_CONTROL'
  | 'DATA_PROTECTION'
  | 'STRETCHED_CLUSTER';

export type PbmLoggingConfigurationComponent =
  | 'pbm'
  | 'vslm'
  | 'sms'
  | 'spbm'
  | 'sps'
  | 'httpclient_header'
  | 'httpclient_content'
  | 'vmomi';

export type PbmLoggingConfigurationLogLevel =
  | 'INFO'
  | 'DEBUG'
  | 'TRACE';

export type PbmObjectType =
  | 'virtualMachine'
  | 'virtualMachineAndDisks'
  | 'virtualDiskId'
  | 'virtualDiskUUID'
  | 'datastore'
  | 'vsanObjectId'
  | 'fileShareId'
  | 'host'
  | 'cluster'
  | 'unknown';

export type PbmOperation =
  | 'CREATE'
  | 'REGISTER'
  | 'UNREGISTER'
  | 'RECONFIGURE'
  | 'MIGRATE'
  | 'CLONE';

export type PbmPolicyAssociationVolumeAllocationType =
  | 'FullyInitialized'
  | 'ReserveSpace'
  | 'ConserveSpaceWhenPossible';

export type PbmProfileCategoryEnum =
  | 'REQUIREMENT'
  | 'RESOURCE'
  | 'DATA_SERVICE_POLICY';

export type PbmProfileResourceTypeEnum =
  | 'STORAGE';

export type PbmSystemCreatedProfileType =
  | 'VsanDefaultProfile'
  | 'VVolDefaultProfile'
  | 'PmemDefaultProfile'
  | 'VmcManagementProfile'
  | 'VsanMaxDefaultProfile'
  | 'VsanEsaAutoManagedRaidProfile';

export type PbmVmOperation =
  | 'CREATE'
  | 'RECONFIGURE'
  | 'MIGRATE'
  | 'CLONE';

export type PbmVvolType =
  | 'Config'
  | 'Data'
  | 'Swap';

/** Every enum by its wire name. */
export interface EnumTypes {
  readonly PbmAssociateAndApplyPolicyStatusPolicyStatus: PbmAssociateAndApplyPolicyStatusPolicyStatus;
  readonly PbmBuiltinGenericType: PbmBuiltinGenericType;
  readonly PbmBuiltinType: PbmBuiltinType;
  readonly PbmCapabilityOperator: PbmCapabilityOperator;
  readonly PbmCapabilitySchemaCapabilityCategory: PbmCapabilitySchemaCapabilityCategory;
  readonly PbmCapabilityTimeUnitType: PbmCapabilityTimeUnitType;
  readonly PbmComplianceResultComplianceTaskStatus: PbmComplianceResultComplianceTaskStatus;
  readonly PbmComplianceStatus: PbmComplianceStatus;
  readonly PbmDebugManagerKeystoreName: PbmDebugManagerKeystoreName;
  readonly PbmHealthStatusForEntity: PbmHealthStatusForEntity;
  readonly PbmIofilterInfoFilterType: PbmIofilterInfoFilterType;
  readonly PbmLineOfServiceInfoLineOfServiceEnum: PbmLineOfServiceInfoLineOfServiceEnum;
  readonly PbmLoggingConfigurationComponent: PbmLoggingConfigurationComponent;
  readonly PbmLoggingConfigurationLogLevel: PbmLoggingConfigurationLogLevel;
  readonly PbmObjectType: PbmObjectType;
  readonly PbmOperation: PbmOperation;
  readonly PbmPolicyAssociationVolumeAllocationType: PbmPolicyAssociationVolumeAllocationType;
  readonly PbmProfileCategoryEnum: PbmProfileCategoryEnum;
  readonly PbmProfileResourceTypeEnum: PbmProfileResourceTypeEnum;
  readonly PbmSystemCreatedProfileType: PbmSystemCreatedProfileType;
  readonly PbmVmOperation: PbmVmOperation;
  readonly PbmVvolType: PbmVvolType;
}
