// Generated from wsdl/vslm.json (pyvmomi 9.1.1.0) by `npm run gen`. Do not edit.
import type { Ref } from '../value.ts';
import type {
  VslmDatastoreSyncStatus,
  VslmQueryDatastoreInfoResult,
  VslmServiceInstanceContent,
  VslmTaskInfo,
  VslmVsoVStorageObjectAssociations,
  VslmVsoVStorageObjectQueryResult,
  VslmVsoVStorageObjectQuerySpec,
  VslmVsoVStorageObjectResult,
} from './data.ts';
import type {
  CryptoSpec,
  DiskChangeInfo,
  DiskCryptoSpec,
  ID,
  KeyValue,
  VStorageObject,
  VStorageObjectSnapshotDetails,
  VStorageObjectSnapshotInfo,
  VStorageObjectStateInfo,
  VirtualMachineProfileSpec,
  VslmCloneSpec,
  VslmCreateSpec,
  VslmRelocateSpec,
  VslmTagEntry,
  vslmInfrastructureObjectPolicy,
  vslmInfrastructureObjectPolicySpec,
} from '../generated/index.ts';

export interface VslmServiceInstanceProperties {
  readonly content: VslmServiceInstanceContent;
}
export interface VslmServiceInstanceMethods {
  readonly RetrieveContent: {
    readonly params: {};
    readonly result: VslmServiceInstanceContent;
  };
}

export interface VslmSessionManagerProperties {}
export interface VslmSessionManagerMethods {
  readonly VslmLoginByToken: {
    readonly params: { readonly delegatedTokenXml: string };
    readonly result: void;
  };
  readonly VslmLogout: {
    readonly params: {};
    readonly result: void;
  };
}

export interface VslmStorageLifecycleManagerProperties {}
export interface VslmStorageLifecycleManagerMethods {
  readonly VslmSyncDatastore: {
    readonly params: { readonly datastoreUrl: string; readonly fullSync: boolean; readonly fcdId?: ID | undefined };
    readonly result: void;
  };
  readonly VslmQueryDatastoreInfo: {
    readonly params: { readonly datastoreUrl: string };
    readonly result: readonly VslmQueryDatastoreInfoResult[] | undefined;
  };
}

export interface VslmTaskProperties {}
export interface VslmTaskMethods {
  readonly VslmQueryTaskResult: {
    readonly params: {};
    readonly result: unknown;
  };
  readonly VslmQueryInfo: {
    readonly params: {};
    readonly result: VslmTaskInfo;
  };
  readonly VslmCancelTask: {
    readonly params: {};
    readonly result: void;
  };
}

export interface VslmVStorageObjectManagerProperties {}
export interface VslmVStorageObjectManagerMethods {
  readonly VslmCreateDisk_Task: {
    readonly params: { readonly spec: VslmCreateSpec };
    readonly result: Ref<'VslmTask'>;
    readonly taskResult: VStorageObject;
  };
  readonly VslmRegisterDisk: {
    readonly params: { readonly path: string; readonly name?: string | undefined };
    readonly result: VStorageObject;
  };
  readonly VslmExtendDisk_Task: {
    readonly params: { readonly id: ID; readonly newCapacityInMB: number };
    readonly result: Ref<'VslmTask'>;
    readonly taskResult: void;
  };
  readonly VslmInflateDisk_Task: {
    readonly params: { readonly id: ID };
    readonly result: Ref<'VslmTask'>;
    readonly taskResult: void;
  };
  readonly VslmRenameVStorageObject: {
    readonly params: { readonly id: ID; readonly name: string };
    readonly result: void;
  };
  readonly VslmUpdateVstorageObjectPolicy_Task: {
    readonly params: { readonly id: ID; readonly profile?: readonly VirtualMachineProfileSpec[] | undefined };
    readonly result: Ref<'VslmTask'>;
    readonly taskResult: void;
  };
  readonly VslmUpdateVstorageObjectCrypto_Task: {
    readonly params: { readonly id: ID; readonly profile?: readonly VirtualMachineProfileSpec[] | undefined; readonly disksCrypto?: DiskCryptoSpec | undefined };
    readonly result: Ref<'VslmTask'>;
    readonly taskResult: void;
  };
  readonly VslmUpdateVStorageInfrastructureObjectPolicy_Task: {
    readonly params: { readonly spec: vslmInfrastructureObjectPolicySpec };
    readonly result: Ref<'VslmTask'>;
    readonly taskResult: void;
  };
  readonly VslmRetrieveVStorageInfrastructureObjectPolicy: {
    readonly params: { readonly datastore: Ref<'Datastore'> };
    readonly result: readonly vslmInfrastructureObjectPolicy[] | undefined;
  };
  readonly VslmDeleteVStorageObject_Task: {
    readonly params: { readonly id: ID };
    readonly result: Ref<'VslmTask'>;
    readonly taskResult: void;
  };
  readonly VslmRetrieveVStorageObject: {
    readonly params: { readonly id: ID };
    readonly result: VStorageObject;
  };
  readonly VslmRetrieveVStorageObjectState: {
    readonly params: { readonly id: ID };
    readonly result: VStorageObjectStateInfo;
  };
  readonly VslmRetrieveVStorageObjectAssociations: {
    readonly params: { readonly ids?: readonly ID[] | undefined };
    readonly result: readonly VslmVsoVStorageObjectAssociations[] | undefined;
  };
  readonly VslmListVStorageObjectForSpec: {
    readonly params: { readonly query?: readonly VslmVsoVStorageObjectQuerySpec[] | undefined; readonly maxResult: number };
    readonly result: VslmVsoVStorageObjectQueryResult | undefined;
  };
  readonly VslmCloneVStorageObject_Task: {
    readonly params: { readonly id: ID; readonly spec: VslmCloneSpec };
    readonly result: Ref<'VslmTask'>;
    readonly taskResult: VStorageObject;
  };
  readonly VslmRelocateVStorageObject_Task: {
    readonly params: { readonly id: ID; readonly spec: VslmRelocateSpec };
    readonly result: Ref<'VslmTask'>;
    readonly taskResult: VStorageObject;
  };
  readonly VslmSetVStorageObjectControlFlags: {
    readonly params: { readonly id: ID; readonly controlFlags?: readonly string[] | undefined };
    readonly result: void;
  };
  readonly VslmClearVStorageObjectControlFlags: {
    readonly params: { readonly id: ID; readonly controlFlags?: readonly string[] | undefined };
    readonly result: void;
  };
  readonly VslmAttachTagToVStorageObject: {
    readonly params: { readonly id: ID; readonly category: string; readonly tag: string };
    readonly result: void;
  };
  readonly VslmDetachTagFromVStorageObject: {
    readonly params: { readonly id: ID; readonly category: string; readonly tag: string };
    readonly result: void;
  };
  readonly VslmListVStorageObjectsAttachedToTag: {
    readonly params: { readonly category: string; readonly tag: string };
    readonly result: readonly ID[] | undefined;
  };
  readonly VslmListTagsAttachedToVStorageObject: {
    readonly params: { readonly id: ID };
    readonly result: readonly VslmTagEntry[] | undefined;
  };
  readonly VslmReconcileDatastoreInventory_Task: {
    readonly params: { readonly datastore: Ref<'Datastore'> };
    readonly result: Ref<'VslmTask'>;
    readonly taskResult: void;
  };
  readonly VslmScheduleReconcileDatastoreInventory: {
    readonly params: { readonly datastore: Ref<'Datastore'> };
    readonly result: void;
  };
  readonly VslmCreateSnapshot_Task: {
    readonly params: { readonly id: ID; readonly description: string };
    readonly result: Ref<'VslmTask'>;
    readonly taskResult: ID;
  };
  readonly VslmDeleteSnapshot_Task: {
    readonly params: { readonly id: ID; readonly snapshotId: ID };
    readonly result: Ref<'VslmTask'>;
    readonly taskResult: void;
  };
  readonly VslmRetrieveSnapshotInfo: {
    readonly params: { readonly id: ID };
    readonly result: VStorageObjectSnapshotInfo;
  };
  readonly VslmCreateDiskFromSnapshot_Task: {
    readonly params: { readonly id: ID; readonly snapshotId: ID; readonly name: string; readonly profile?: readonly VirtualMachineProfileSpec[] | undefined; readonly crypto?: CryptoSpec | undefined; readonly path?: string | undefined };
    readonly result: Ref<'VslmTask'>;
    readonly taskResult: VStorageObject;
  };
  readonly VslmRevertVStorageObject_Task: {
    readonly params: { readonly id: ID; readonly snapshotId: ID };
    readonly result: Ref<'VslmTask'>;
    readonly taskResult: void;
  };
  readonly VslmRetrieveSnapshotDetails: {
    readonly params: { readonly id: ID; readonly snapshotId: ID };
    readonly result: VStorageObjectSnapshotDetails;
  };
  readonly VslmQueryChangedDiskAreas: {
    readonly params: { readonly id: ID; readonly snapshotId: ID; readonly startOffset: number; readonly changeId: string };
    readonly result: DiskChangeInfo;
  };
  readonly VslmQueryGlobalCatalogSyncStatus: {
    readonly params: {};
    readonly result: readonly VslmDatastoreSyncStatus[] | undefined;
  };
  readonly VslmQueryGlobalCatalogSyncStatusForDatastore: {
    readonly params: { readonly datastoreURL: string };
    readonly result: VslmDatastoreSyncStatus | undefined;
  };
  readonly VslmUpdateVStorageObjectMetadata_Task: {
    readonly params: { readonly id: ID; readonly metadata?: readonly KeyValue[] | undefined; readonly deleteKeys?: readonly string[] | undefined };
    readonly result: Ref<'VslmTask'>;
    readonly taskResult: void;
  };
  readonly VslmRetrieveVStorageObjectMetadata: {
    readonly params: { readonly id: ID; readonly snapshotId?: ID | undefined; readonly prefix?: string | undefined };
    readonly result: readonly KeyValue[] | undefined;
  };
  readonly VslmRetrieveVStorageObjectMetadataValue: {
    readonly params: { readonly id: ID; readonly snapshotId?: ID | undefined; readonly key: string };
    readonly result: string;
  };
  readonly VslmRetrieveVStorageObjects: {
    readonly params: { readonly ids?: readonly ID[] | undefined };
    readonly result: readonly VslmVsoVStorageObjectResult[] | undefined;
  };
  readonly VslmAttachDisk_Task: {
    readonly params: { readonly id: ID; readonly vm: Ref<'VirtualMachine'>; readonly controllerKey?: number | undefined; readonly unitNumber?: number | undefined };
    readonly result: Ref<'VslmTask'>;
    readonly taskResult: void;
  };
}

/** The properties of every managed type by its wire name. */
export interface ManagedProperties {
  readonly VslmServiceInstance: VslmServiceInstanceProperties;
  readonly VslmSessionManager: VslmSessionManagerProperties;
  readonly VslmStorageLifecycleManager: VslmStorageLifecycleManagerProperties;
  readonly VslmTask: VslmTaskProperties;
  readonly VslmVStorageObjectManager: VslmVStorageObjectManagerProperties;
}

/** The methods of every managed type by its wire name. */
export interface ManagedMethods {
  readonly VslmServiceInstance: VslmServiceInstanceMethods;
  readonly VslmSessionManager: VslmSessionManagerMethods;
  readonly VslmStorageLifecycleManager: VslmStorageLifecycleManagerMethods;
  readonly VslmTask: VslmTaskMethods;
  readonly VslmVStorageObjectManager: VslmVStorageObjectManagerMethods;
}
