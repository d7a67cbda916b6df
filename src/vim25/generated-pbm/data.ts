// Generated from wsdl/pbm.json (pyvmomi 9.1.1.0) by `npm run gen`. Do not edit.
import type { Ref } from '../value.ts';
import type {
  DynamicData,
  KeyAnyValue,
  LocalizedMethodFault,
  MethodFault,
  ReplicationGroupId,
  SecurityError,
} from '../generated/index.ts';

export interface PbmAboutInfo extends DynamicData {
  readonly name: string;
  readonly version: string;
  readonly instanceUuid: string;
}

export interface PbmAlreadyExists extends PbmFault {
  readonly name?: string | undefined;
}

export interface PbmCapabilityConstraintInstance extends DynamicData {
  readonly propertyInstance: readonly PbmCapabilityPropertyInstance[];
}

export interface PbmCapabilityConstraints extends DynamicData {}

export interface PbmCapabilityDescription extends DynamicData {
  readonly description: PbmExtendedElementDescription;
  readonly value: unknown;
}

export interface PbmCapabilityDiscreteSet extends DynamicData {
  readonly values: readonly unknown[];
}

export interface PbmCapabilityGenericTypeInfo extends PbmCapabilityTypeInfo {
  readonly genericTypeName: string;
}

export interface PbmCapabilityInstance extends DynamicData {
  readonly id: PbmCapabilityMetadataUniqueId;
  readonly constraint: readonly PbmCapabilityConstraintInstance[];
}

export interface PbmCapabilityMetadata extends DynamicData {
  readonly id: PbmCapabilityMetadataUniqueId;
  readonly summary: PbmExtendedElementDescription;
  readonly mandatory?: boolean | undefined;
  readonly hint?: boolean | undefined;
  readonly keyId?: string | undefined;
  readonly allowMultipleConstraints?: boolean | undefined;
  readonly propertyMetadata: readonly PbmCapabilityPropertyMetadata[];
}

export interface PbmCapabilityMetadataPerCategory extends DynamicData {
  readonly subCategory: string;
  readonly capabilityMetadata: readonly PbmCapabilityMetadata[];
}

export interface PbmCapabilityMetadataUniqueId extends DynamicData {
  readonly namespace: string;
  readonly id: string;
}

export interface PbmCapabilityNamespaceInfo extends DynamicData {
  readonly version: string;
  readonly namespace: string;
  readonly info?: PbmExtendedElementDescription | undefined;
}

export interface PbmCapabilityProfile extends PbmProfile {
  readonly profileCategory: string;
  readonly resourceType: PbmProfileResourceType;
  readonly constraints: PbmCapabilityConstraints;
  readonly generationId?: number | undefined;
  readonly isDefault: boolean;
  readonly systemCreatedProfileType?: string | undefined;
  readonly lineOfService?: string | undefined;
  readonly k8sCompliantName?: string | undefined;
  readonly otherK8sCompliantNames?: readonly string[] | undefined;
}

export interface PbmCapabilityProfileCreateSpec extends DynamicData {
  readonly name: string;
  readonly description?: string | undefined;
  readonly category?: string | undefined;
  readonly resourceType: PbmProfileResourceType;
  readonly constraints: PbmCapabilityConstraints;
  readonly k8sCompliantName?: string | undefined;
}

export interface PbmCapabilityProfilePropertyMismatchFault extends PbmPropertyMismatchFault {
  readonly resourcePropertyInstance: PbmCapabilityPropertyInstance;
}

export interface PbmCapabilityProfileUpdateSpec extends DynamicData {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly constraints?: PbmCapabilityConstraints | undefined;
}

export interface PbmCapabilityPropertyInstance extends DynamicData {
  readonly id: string;
  readonly operator?: string | undefined;
  readonly value: unknown;
}

export interface PbmCapabilityPropertyMetadata extends DynamicData {
  readonly id: string;
  readonly summary: PbmExtendedElementDescription;
  readonly mandatory: boolean;
  readonly type?: PbmCapabilityTypeInfo | undefined;
  readonly defaultValue?: unknown;
  readonly allowedValue?: unknown;
  readonly requirementsTypeHint?: string | undefined;
}

export interface PbmCapabilityRange extends DynamicData {
  readonly min: unknown;
  readonly max: unknown;
}

export interface PbmCapabilitySchema extends DynamicData {
  readonly vendorInfo: PbmCapabilitySchemaVendorInfo;
  readonly namespaceInfo: PbmCapabilityNamespaceInfo;
  readonly lineOfService?: PbmLineOfServiceInfo | undefined;
  readonly capabilityMetadataPerCategory: readonly PbmCapabilityMetadataPerCategory[];
  readonly capabilityCategory?: string | undefined;
}

export interface PbmCapabilitySchemaVendorInfo extends DynamicData {
  readonly vendorUuid: string;
  readonly info: PbmExtendedElementDescription;
}

export interface PbmCapabilitySubProfile extends DynamicData {
  readonly name: string;
  readonly capability: readonly PbmCapabilityInstance[];
  readonly forceProvision?: boolean | undefined;
}

export interface PbmCapabilitySubProfileConstraints extends PbmCapabilityConstraints {
  readonly subProfiles: readonly PbmCapabilitySubProfile[];
}

export interface PbmCapabilityTimeSpan extends DynamicData {
  readonly value: number;
  readonly unit: string;
}

export interface PbmCapabilityTypeInfo extends DynamicData {
  readonly typeName: string;
}

export interface PbmCapabilityVendorNamespaceInfo extends DynamicData {
  readonly vendorInfo: PbmCapabilitySchemaVendorInfo;
  readonly namespaceInfo: PbmCapabilityNamespaceInfo;
}

export interface PbmCapabilityVendorResourceTypeInfo extends DynamicData {
  readonly resourceType: string;
  readonly vendorNamespaceInfo: readonly PbmCapabilityVendorNamespaceInfo[];
}

export interface PbmCompatibilityCheckFault extends PbmFault {
  readonly hub: PbmPlacementHub;
}

export interface PbmComplianceOperationalStatus extends DynamicData {
  readonly healthy?: boolean | undefined;
  readonly operationETA?: string | undefined;
  readonly operationProgress?: number | undefined;
  readonly transitional?: boolean | undefined;
}

export interface PbmCompliancePolicyStatus extends DynamicData {
  readonly expectedValue: PbmCapabilityInstance;
  readonly currentValue?: PbmCapabilityInstance | undefined;
}

export interface PbmComplianceResult extends DynamicData {
  readonly checkTime: string;
  readonly entity: PbmServerObjectRef;
  readonly profile?: PbmProfileId | undefined;
  readonly complianceTaskStatus?: string | undefined;
  readonly complianceStatus: string;
  readonly mismatch: boolean;
  readonly violatedPolicies?: readonly PbmCompliancePolicyStatus[] | undefined;
  readonly errorCause?: readonly LocalizedMethodFault[] | undefined;
  readonly operationalStatus?: PbmComplianceOperationalStatus | undefined;
  readonly info?: PbmExtendedElementDescription | undefined;
}

export interface PbmDataServiceToPoliciesMap extends DynamicData {
  readonly dataServicePolicy: PbmProfileId;
  readonly parentStoragePolicies?: readonly PbmProfileId[] | undefined;
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface PbmDatastoreSpaceStatistics extends DynamicData {
  readonly profileId?: string | undefined;
  readonly physicalTotalInMB: number;
  readonly physicalFreeInMB: number;
  readonly physicalUsedInMB: number;
  readonly logicalLimitInMB?: number | undefined;
  readonly logicalFreeInMB: number;
  readonly logicalUsedInMB: number;
}

export interface PbmDefaultCapabilityProfile extends PbmCapabilityProfile {
  readonly vvolType: readonly string[];
  readonly containerId: string;
}

export interface PbmDefaultProfileAppliesFault extends PbmCompatibilityCheckFault {}

export interface PbmDefaultProfileInfo extends DynamicData {
  readonly datastores: readonly PbmPlacementHub[];
  readonly defaultProfile?: PbmProfile | undefined;
  readonly methodFault?: LocalizedMethodFault | undefined;
}

export interface PbmDuplicateName extends PbmFault {
  readonly name: string;
}

export interface PbmExtendedElementDescription extends DynamicData {
  readonly label: string;
  readonly summary: string;
  readonly key: string;
  readonly messageCatalogKeyPrefix: string;
  readonly messageArg?: readonly KeyAnyValue[] | undefined;
}

export interface PbmFault extends MethodFault {}

export interface PbmFaultInvalidLogin extends PbmFault {}

export interface PbmFaultNoPermission extends SecurityError {
  readonly missingPrivileges?: readonly PbmFaultNoPermissionEntityPrivileges[] | undefined;
}

export interface PbmFaultNoPermissionEntityPrivileges extends DynamicData {
  readonly profileId?: PbmProfileId | undefined;
  readonly privilegeIds?: readonly string[] | undefined;
}

export interface PbmFaultNotFound extends PbmFault {}

export interface PbmFaultProfileStorageFault extends PbmFault {}

export interface PbmFetchEntityHealthStatusSpec extends DynamicData {
  readonly objectRef: PbmServerObjectRef;
  readonly backingId?: string | undefined;
}

export interface PbmIncompatibleVendorSpecificRuleSet extends PbmCapabilityProfilePropertyMismatchFault {}

export interface PbmLegacyHubsNotSupported extends PbmFault {
  readonly hubs: readonly PbmPlacementHub[];
}

export interface PbmLineOfServiceInfo extends DynamicData {
  readonly lineOfService: string;
  readonly name: PbmExtendedElementDescription;
  readonly description?: PbmExtendedElementDescription | undefined;
}

export interface PbmLoggingConfiguration extends DynamicData {
  readonly component: string;
  readonly logLevel: string;
}

export interface PbmNonExistentHubs extends PbmFault {
  readonly hubs: readonly PbmPlacementHub[];
}

export interface PbmPersistenceBasedDataServiceInfo extends PbmLineOfServiceInfo {
  readonly compatiblePersistenceSchemaNamespace?: readonly string[] | undefined;
}

export interface PbmPlacementCapabilityConstraintsRequirement extends PbmPlacementRequirement {
  readonly constraints: PbmCapabilityConstraints;
}

export interface PbmPlacementCapabilityProfileRequirement extends PbmPlacementRequirement {
  readonly profileId: PbmProfileId;
}

export interface PbmPlacementCompatibilityResult extends DynamicData {
  readonly hub: PbmPlacementHub;
  readonly hubInfo?: PbmPlacementHubInfo | undefined;
  readonly matchingResources?: readonly PbmPlacementMatchingResources[] | undefined;
  readonly howMany?: number | undefined;
  readonly utilization?: readonly PbmPlacementResourceUtilization[] | undefined;
  readonly warning?: readonly LocalizedMethodFault[] | undefined;
  readonly error?: readonly LocalizedMethodFault[] | undefined;
}

export interface PbmPlacementHub extends DynamicData {
  readonly hubType: string;
  readonly hubId: string;
}

export interface PbmPlacementHubInfo extends DynamicData {
  readonly zoneClusters?: readonly PbmServerObjectRef[] | undefined;
}

export interface PbmPlacementMatchingReplicationResources extends PbmPlacementMatchingResources {
  readonly replicationGroup?: readonly ReplicationGroupId[] | undefined;
}

export interface PbmPlacementMatchingResources extends DynamicData {}

export interface PbmPlacementRequirement extends DynamicData {}

export interface PbmPlacementResourceUtilization extends DynamicData {
  readonly name: PbmExtendedElementDescription;
  readonly description: PbmExtendedElementDescription;
  readonly availableBefore?: number | undefined;
  readonly availableAfter?: number | undefined;
  readonly total?: number | undefined;
}

export interface PbmPlacementZoneTopologyRequirement extends PbmPlacementCapabilityProfileRequirement {
  readonly clusters?: readonly PbmServerObjectRef[] | undefined;
}

export interface PbmProfile extends DynamicData {
  readonly profileId: PbmProfileId;
  readonly name: string;
  readonly description?: string | undefined;
  readonly creationTime: string;
  readonly createdBy: string;
  readonly lastUpdatedTime: string;
  readonly lastUpdatedBy: string;
}

export interface PbmProfileId extends DynamicData {
  readonly uniqueId: string;
}

export interface PbmProfileK8sCompliantNameSpec extends DynamicData {
  readonly profileId: string;
  readonly k8sCompliantName: string;
  readonly otherK8sCompliantNames?: readonly string[] | undefined;
}

export interface PbmProfileOperationOutcome extends DynamicData {
  readonly profileId: PbmProfileId;
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface PbmProfileResourceType extends DynamicData {
  readonly resourceType: string;
}

export interface PbmProfileType extends DynamicData {
  readonly uniqueId: string;
}

export interface PbmPropertyMismatchFault extends PbmCompatibilityCheckFault {
  readonly capabilityInstanceId: PbmCapabilityMetadataUniqueId;
  readonly requirementPropertyInstance: PbmCapabilityPropertyInstance;
}

export interface PbmQueryProfileResult extends DynamicData {
  readonly object: PbmServerObjectRef;
  readonly profileId?: readonly PbmProfileId[] | undefined;
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface PbmQueryReplicationGroupResult extends DynamicData {
  readonly object: PbmServerObjectRef;
  readonly replicationGroupId?: ReplicationGroupId | undefined;
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface PbmResourceInUse extends PbmFault {
  readonly type?: string | undefined;
  readonly name?: string | undefined;
}

export interface PbmRollupComplianceResult extends DynamicData {
  readonly oldestCheckTime: string;
  readonly entity: PbmServerObjectRef;
  readonly overallComplianceStatus: string;
  readonly overallComplianceTaskStatus?: string | undefined;
  readonly result?: readonly PbmComplianceResult[] | undefined;
  readonly errorCause?: readonly LocalizedMethodFault[] | undefined;
  readonly profileMismatch: boolean;
}

export interface PbmServerObjectRef extends DynamicData {
  readonly objectType: string;
  readonly key: string;
  readonly serverUuid?: string | undefined;
}

export interface PbmServiceInstanceContent extends DynamicData {
  readonly aboutInfo: PbmAboutInfo;
  readonly sessionManager: Ref<'PbmSessionManager'>;
  readonly capabilityMetadataManager: Ref<'PbmCapabilityMetadataManager'>;
  readonly profileManager: Ref<'PbmProfileProfileManager'>;
  readonly complianceManager: Ref<'PbmComplianceManager'>;
  readonly placementSolver: Ref<'PbmPlacementSolver'>;
  readonly replicationManager?: Ref<'PbmReplicationManager'> | undefined;
}

export interface PbmVaioDataServiceInfo extends PbmLineOfServiceInfo {}

/** Every data type by its wire name. */
export interface DataTypes {
  readonly PbmAboutInfo: PbmAboutInfo;
  readonly PbmAlreadyExists: PbmAlreadyExists;
  readonly PbmCapabilityConstraintInstance: PbmCapabilityConstraintInstance;
  readonly PbmCapabilityConstraints: PbmCapabilityConstraints;
  readonly PbmCapabilityDescription: PbmCapabilityDescription;
  readonly PbmCapabilityDiscreteSet: PbmCapabilityDiscreteSet;
  readonly PbmCapabilityGenericTypeInfo: PbmCapabilityGenericTypeInfo;
  readonly PbmCapabilityInstance: PbmCapabilityInstance;
  readonly PbmCapabilityMetadata: PbmCapabilityMetadata;
  readonly PbmCapabilityMetadataPerCategory: PbmCapabilityMetadataPerCategory;
  readonly PbmCapabilityMetadataUniqueId: PbmCapabilityMetadataUniqueId;
  readonly PbmCapabilityNamespaceInfo: PbmCapabilityNamespaceInfo;
  readonly PbmCapabilityProfile: PbmCapabilityProfile;
  readonly PbmCapabilityProfileCreateSpec: PbmCapabilityProfileCreateSpec;
  readonly PbmCapabilityProfilePropertyMismatchFault: PbmCapabilityProfilePropertyMismatchFault;
  readonly PbmCapabilityProfileUpdateSpec: PbmCapabilityProfileUpdateSpec;
  readonly PbmCapabilityPropertyInstance: PbmCapabilityPropertyInstance;
  readonly PbmCapabilityPropertyMetadata: PbmCapabilityPropertyMetadata;
  readonly PbmCapabilityRange: PbmCapabilityRange;
  readonly PbmCapabilitySchema: PbmCapabilitySchema;
  readonly PbmCapabilitySchemaVendorInfo: PbmCapabilitySchemaVendorInfo;
  readonly PbmCapabilitySubProfile: PbmCapabilitySubProfile;
  readonly PbmCapabilitySubProfileConstraints: PbmCapabilitySubProfileConstraints;
  readonly PbmCapabilityTimeSpan: PbmCapabilityTimeSpan;
  readonly PbmCapabilityTypeInfo: PbmCapabilityTypeInfo;
  readonly PbmCapabilityVendorNamespaceInfo: PbmCapabilityVendorNamespaceInfo;
  readonly PbmCapabilityVendorResourceTypeInfo: PbmCapabilityVendorResourceTypeInfo;
  readonly PbmCompatibilityCheckFault: PbmCompatibilityCheckFault;
  readonly PbmComplianceOperationalStatus: PbmComplianceOperationalStatus;
  readonly PbmCompliancePolicyStatus: PbmCompliancePolicyStatus;
  readonly PbmComplianceResult: PbmComplianceResult;
  readonly PbmDataServiceToPoliciesMap: PbmDataServiceToPoliciesMap;
  readonly PbmDatastoreSpaceStatistics: PbmDatastoreSpaceStatistics;
  readonly PbmDefaultCapabilityProfile: PbmDefaultCapabilityProfile;
  readonly PbmDefaultProfileAppliesFault: PbmDefaultProfileAppliesFault;
  readonly PbmDefaultProfileInfo: PbmDefaultProfileInfo;
  readonly PbmDuplicateName: PbmDuplicateName;
  readonly PbmExtendedElementDescription: PbmExtendedElementDescription;
  readonly PbmFault: PbmFault;
  readonly PbmFaultInvalidLogin: PbmFaultInvalidLogin;
  readonly PbmFaultNoPermission: PbmFaultNoPermission;
  readonly PbmFaultNoPermissionEntityPrivileges: PbmFaultNoPermissionEntityPrivileges;
  readonly PbmFaultNotFound: PbmFaultNotFound;
  readonly PbmFaultProfileStorageFault: PbmFaultProfileStorageFault;
  readonly PbmFetchEntityHealthStatusSpec: PbmFetchEntityHealthStatusSpec;
  readonly PbmIncompatibleVendorSpecificRuleSet: PbmIncompatibleVendorSpecificRuleSet;
  readonly PbmLegacyHubsNotSupported: PbmLegacyHubsNotSupported;
  readonly PbmLineOfServiceInfo: PbmLineOfServiceInfo;
  readonly PbmLoggingConfiguration: PbmLoggingConfiguration;
  readonly PbmNonExistentHubs: PbmNonExistentHubs;
  readonly PbmPersistenceBasedDataServiceInfo: PbmPersistenceBasedDataServiceInfo;
  readonly PbmPlacementCapabilityConstraintsRequirement: PbmPlacementCapabilityConstraintsRequirement;
  readonly PbmPlacementCapabilityProfileRequirement: PbmPlacementCapabilityProfileRequirement;
  readonly PbmPlacementCompatibilityResult: PbmPlacementCompatibilityResult;
  readonly PbmPlacementHub: PbmPlacementHub;
  readonly PbmPlacementHubInfo: PbmPlacementHubInfo;
  readonly PbmPlacementMatchingReplicationResources: PbmPlacementMatchingReplicationResources;
  readonly PbmPlacementMatchingResources: PbmPlacementMatchingResources;
  readonly PbmPlacementRequirement: PbmPlacementRequirement;
  readonly PbmPlacementResourceUtilization: PbmPlacementResourceUtilization;
  readonly PbmPlacementZoneTopologyRequirement: PbmPlacementZoneTopologyRequirement;
  readonly PbmProfile: PbmProfile;
  readonly PbmProfileId: PbmProfileId;
  readonly PbmProfileK8sCompliantNameSpec: PbmProfileK8sCompliantNameSpec;
  readonly PbmProfileOperationOutcome: PbmProfileOperationOutcome;
  readonly PbmProfileResourceType: PbmProfileResourceType;
  readonly PbmProfileType: PbmProfileType;
  readonly PbmPropertyMismatchFault: PbmPropertyMismatchFault;
  readonly PbmQueryProfileResult: PbmQueryProfileResult;
  readonly PbmQueryReplicationGroupResult: PbmQueryReplicationGroupResult;
  readonly PbmResourceInUse: PbmResourceInUse;
  readonly PbmRollupComplianceResult: PbmRollupComplianceResult;
  readonly PbmServerObjectRef: PbmServerObjectRef;
  readonly PbmServiceInstanceContent: PbmServiceInstanceContent;
  readonly PbmVaioDataServiceInfo: PbmVaioDataServiceInfo;
}
