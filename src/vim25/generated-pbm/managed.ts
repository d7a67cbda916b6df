// Generated from wsdl/pbm.json (pyvmomi 9.1.1.0) by `npm run gen`. Do not edit.
import type { Ref } from '../value.ts';
import type {
  PbmCapabilityMetadataPerCategory,
  PbmCapabilityProfileCreateSpec,
  PbmCapabilityProfileUpdateSpec,
  PbmCapabilitySchema,
  PbmCapabilityVendorResourceTypeInfo,
  PbmComplianceResult,
  PbmDatastoreSpaceStatistics,
  PbmDefaultProfileInfo,
  PbmPlacementCompatibilityResult,
  PbmPlacementHub,
  PbmPlacementRequirement,
  PbmProfile,
  PbmProfileId,
  PbmProfileOperationOutcome,
  PbmProfileResourceType,
  PbmQueryProfileResult,
  PbmQueryReplicationGroupResult,
  PbmRollupComplianceResult,
  PbmServerObjectRef,
  PbmServiceInstanceContent,
} from './data.ts';

export interface PbmCapabilityMetadataManagerProperties {}
export interface PbmCapabilityMetadataManagerMethods {}

export interface PbmComplianceManagerProperties {}
export interface PbmComplianceManagerMethods {
  readonly PbmCheckCompliance: {
    readonly params: { readonly entities: readonly PbmServerObjectRef[]; readonly profile?: PbmProfileId | undefined };
    readonly result: readonly PbmComplianceResult[] | undefined;
  };
  readonly PbmFetchComplianceResult: {
    readonly params: { readonly entities: readonly PbmServerObjectRef[]; readonly profile?: PbmProfileId | undefined };
    readonly result: readonly PbmComplianceResult[] | undefined;
  };
  readonly PbmCheckRollupCompliance: {
    readonly params: { readonly entity: readonly PbmServerObjectRef[] };
    readonly result: readonly PbmRollupComplianceResult[] | undefined;
  };
  readonly PbmFetchRollupComplianceResult: {
    readonly params: { readonly entity: readonly PbmServerObjectRef[] };
    readonly result: readonly PbmRollupComplianceResult[] | undefined;
  };
  readonly PbmQueryByRollupComplianceStatus: {
    readonly params: { readonly status: string };
    readonly result: readonly PbmServerObjectRef[] | undefined;
  };
}

export interface PbmPlacementSolverProperties {}
export interface PbmPlacementSolverMethods {
  readonly PbmQueryMatchingHub: {
    readonly params: { readonly hubsToSearch?: readonly PbmPlacementHub[] | undefined; readonly profile: PbmProfileId };
    readonly result: readonly PbmPlacementHub[] | undefined;
  };
  readonly PbmQueryMatchingHubWithSpec: {
    readonly params: { readonly hubsToSearch?: readonly PbmPlacementHub[] | undefined; readonly createSpec: PbmCapabilityProfileCreateSpec };
    readonly result: readonly PbmPlacementHub[] | undefined;
  };
  readonly PbmCheckCompatibility: {
    readonly params: { readonly hubsToSearch?: readonly PbmPlacementHub[] | undefined; readonly profile: PbmProfileId };
    readonly result: readonly PbmPlacementCompatibilityResult[] | undefined;
  };
  readonly PbmCheckCompatibilityWithSpec: {
    readonly params: { readonly hubsToSearch?: readonly PbmPlacementHub[] | undefined; readonly profileSpec: PbmCapabilityProfileCreateSpec };
    readonly result: readonly PbmPlacementCompatibilityResult[] | undefined;
  };
  readonly PbmCheckRequirements: {
    readonly params: { readonly hubsToSearch?: readonly PbmPlacementHub[] | undefined; readonly placementSubjectRef?: PbmServerObjectRef | undefined; readonly placementSubjectRequirement?: readonly PbmPlacementRequirement[] | undefined };
    readonly result: readonly PbmPlacementCompatibilityResult[] | undefined;
  };
}

export interface PbmProfileProfileManagerProperties {}
export interface PbmProfileProfileManagerMethods {
  readonly PbmFetchResourceType: {
    readonly params: {};
    readonly result: readonly PbmProfileResourceType[] | undefined;
  };
  readonly PbmFetchVendorInfo: {
    readonly params: { readonly resourceType?: PbmProfileResourceType | undefined };
    readonly result: readonly PbmCapabilityVendorResourceTypeInfo[] | undefined;
  };
  readonly PbmFetchCapabilityMetadata: {
    readonly params: { readonly resourceType?: PbmProfileResourceType | undefined; readonly vendorUuid?: string | undefined };
    readonly result: readonly PbmCapabilityMetadataPerCategory[] | undefined;
  };
  readonly PbmFetchCapabilitySchema: {
    readonly params: { readonly vendorUuid?: string | undefined; readonly lineOfService?: readonly string[] | undefined };
    readonly result: readonly PbmCapabilitySchema[] | undefined;
  };
  readonly PbmCreate: {
    readonly params: { readonly createSpec: PbmCapabilityProfileCreateSpec };
    readonly result: PbmProfileId;
  };
  readonly PbmUpdate: {
    readonly params: { readonly profileId: PbmProfileId; readonly updateSpec: PbmCapabilityProfileUpdateSpec };
    readonly result: void;
  };
  readonly PbmDelete: {
    readonly params: { readonly profileId: readonly PbmProfileId[] };
    readonly result: readonly PbmProfileOperationOutcome[] | undefined;
  };
  readonly PbmQueryProfile: {
    readonly params: { readonly resourceType: PbmProfileResourceType; readonly profileCategory?: string | undefined };
    readonly result: readonly PbmProfileId[] | undefined;
  };
  readonly PbmRetrieveContent: {
    readonly params: { readonly profileIds: readonly PbmProfileId[] };
    readonly result: readonly PbmProfile[];
  };
  readonly PbmQueryAssociatedProfiles: {
    readonly params: { readonly entities: readonly PbmServerObjectRef[] };
    readonly result: readonly PbmQueryProfileResult[] | undefined;
  };
  readonly PbmQueryAssociatedProfile: {
    readonly params: { readonly entity: PbmServerObjectRef };
    readonly result: readonly PbmProfileId[] | undefined;
  };
  readonly PbmQueryAssociatedEntity: {
    readonly params: { readonly profile: PbmProfileId; readonly entityType?: string | undefined };
    readonly result: readonly PbmServerObjectRef[] | undefined;
  };
  readonly PbmQueryDefaultRequirementProfile: {
    readonly params: { readonly hub: PbmPlacementHub };
    readonly result: PbmProfileId | undefined;
  };
  readonly PbmResetDefaultRequirementProfile: {
    readonly params: { readonly profile?: PbmProfileId | undefined };
    readonly result: void;
  };
  readonly PbmAssignDefaultRequirementProfile: {
    readonly params: { readonly profile: PbmProfileId; readonly datastores: readonly PbmPlacementHub[] };
    readonly result: void;
  };
  readonly PbmFindApplicableDefaultProfile: {
    readonly params: { readonly datastores: readonly PbmPlacementHub[] };
    readonly result: readonly PbmProfile[] | undefined;
  };
  readonly PbmQueryDefaultRequirementProfiles: {
    readonly params: { readonly datastores: readonly PbmPlacementHub[] };
    readonly result: readonly PbmDefaultProfileInfo[];
  };
  readonly PbmResetVSanDefaultProfile: {
    readonly params: {};
    readonly result: void;
  };
  readonly PbmQuerySpaceStatsForStorageContainer: {
    readonly params: { readonly datastore: PbmServerObjectRef; readonly capabilityProfileId?: readonly PbmProfileId[] | undefined };
    readonly result: readonly PbmDatastoreSpaceStatistics[] | undefined;
  };
  readonly PbmQueryAssociatedEntities: {
    readonly params: { readonly profiles?: readonly PbmProfileId[] | undefined };
    readonly result: readonly PbmQueryProfileResult[] | undefined;
  };
}

export interface PbmProviderProperties {}
export interface PbmProviderMethods {}

export interface PbmReplicationManagerProperties {}
export interface PbmReplicationManagerMethods {
  readonly PbmQueryReplicationGroups: {
    readonly params: { readonly entities?: readonly PbmServerObjectRef[] | undefined };
    readonly result: readonly PbmQueryReplicationGroupResult[] | undefined;
  };
}

export interface PbmServiceInstanceProperties {
  readonly content: PbmServiceInstanceContent;
}
export interface PbmServiceInstanceMethods {
  readonly PbmRetrieveServiceContent: {
    readonly params: {};
    readonly result: PbmServiceInstanceContent;
  };
}

export interface PbmSessionManagerProperties {}
export interface PbmSessionManagerMethods {}

/** The properties of every managed type by its wire name. */
export interface ManagedProperties {
  readonly PbmCapabilityMetadataManager: PbmCapabilityMetadataManagerProperties;
  readonly PbmComplianceManager: PbmComplianceManagerProperties;
  readonly PbmPlacementSolver: PbmPlacementSolverProperties;
  readonly PbmProfileProfileManager: PbmProfileProfileManagerProperties;
  readonly PbmProvider: PbmProviderProperties;
  readonly PbmReplicationManager: PbmReplicationManagerProperties;
  readonly PbmServiceInstance: PbmServiceInstanceProperties;
  readonly PbmSessionManager: PbmSessionManagerProperties;
}

/** The methods of every managed type by its wire name. */
export interface ManagedMethods {
  readonly PbmCapabilityMetadataManager: PbmCapabilityMetadataManagerMethods;
  readonly PbmComplianceManager: PbmComplianceManagerMethods;
  readonly PbmPlacementSolver: PbmPlacementSolverMethods;
  readonly PbmProfileProfileManager: PbmProfileProfileManagerMethods;
  readonly PbmProvider: PbmProviderMethods;
  readonly PbmReplicationManager: PbmReplicationManagerMethods;
  readonly PbmServiceInstance: PbmServiceInstanceMethods;
  readonly PbmSessionManager: PbmSessionManagerMethods;
}
