// Generated from wsdl/vslm.json (pyvmomi 9.1.1.0) by `npm run gen`. Do not edit.
import type { Ref } from '../value.ts';
import type {
  VslmTaskInfoState,
} from './enums.ts';
import type {
  DynamicData,
  ID,
  KeyValue,
  LocalizableMessage,
  LocalizedMethodFault,
  MethodFault,
} from '../generated/index.ts';

export interface VslmAboutInfo extends DynamicData {
  readonly name: string;
  readonly fullName: string;
  readonly vendor: string;
  readonly apiVersion: string;
  readonly instanceUuid: string;
}

export interface VslmDatastoreSyncStatus extends DynamicData {
  readonly datastoreURL: string;
  readonly objectVClock: number;
  readonly syncVClock: number;
  readonly syncTime?: string | undefined;
  readonly numberOfRetries?: number | undefined;
  readonly error?: LocalizedMethodFault | undefined;
}

export interface VslmFault extends MethodFault {
  readonly msg?: string | undefined;
}

export interface VslmQueryDatastoreInfoResult extends DynamicData {
  readonly datacenter: Ref<'Datacenter'>;
  readonly datastore: Ref<'Datastore'>;
}

export interface VslmServiceInstanceContent extends DynamicData {
  readonly aboutInfo: VslmAboutInfo;
  readonly sessionManager: Ref<'VslmSessionManager'>;
  readonly vStorageObjectManager: Ref<'VslmVStorageObjectManager'>;
  readonly storageLifecycleManager: Ref<'VslmStorageLifecycleManager'>;
}

export interface VslmSyncFault extends VslmFault {
  readonly id?: ID | undefined;
}

export interface VslmTaskInfo extends DynamicData {
  readonly key: string;
  readonly task: Ref<'VslmTask'>;
  readonly description?: LocalizableMessage | undefined;
  readonly name?: string | undefined;
  readonly descriptionId: string;
  readonly entity?: Ref<'ManagedEntity'> | undefined;
  readonly entityName?: string | undefined;
  readonly locked?: readonly Ref<'ManagedEntity'>[] | undefined;
  readonly state: VslmTaskInfoState;
  readonly cancelled: boolean;
  readonly cancelable: boolean;
  readonly error?: LocalizedMethodFault | undefined;
  readonly result?: unknown;
  readonly progress?: number | undefined;
  readonly reason: VslmTaskReason;
  readonly queueTime: string;
  readonly startTime?: string | undefined;
  readonly completeTime?: string | undefined;
  readonly eventChainId: number;
  readonly changeTag?: string | undefined;
  readonly parentTaskKey?: string | undefined;
  readonly rootTaskKey?: string | undefined;
  readonly activationId?: string | undefined;
}

export interface VslmTaskReason extends DynamicData {}

export interface VslmTaskReasonAlarm extends VslmTaskReason {
  readonly alarmName: string;
  readonly alarm: Ref<'Alarm'>;
  readonly entityName: string;
  readonly entity: Ref<'ManagedEntity'>;
}

export interface VslmTaskReasonSchedule extends VslmTaskReason {
  readonly name: string;
  readonly scheduledTask: Ref<'ScheduledTask'>;
}

export interface VslmTaskReasonSystem extends VslmTaskReason {}

export interface VslmTaskReasonUser extends VslmTaskReason {
  readonly userName: string;
}

export interface VslmVsoVStorageObjectAssociations extends DynamicData {
  readonly id: ID;
  readonly vmDiskAssociation?: readonly VslmVsoVStorageObjectAssociationsVmDiskAssociation[] | undefined;
  readonly fault?: LocalizedMethodFault | undefined;
}

export interface VslmVsoVStorageObjectAssociationsVmDiskAssociation extends DynamicData {
  readonly vmId: string;
  readonly diskKey: number;
}

export interface VslmVsoVStorageObjectQueryResult extends DynamicData {
  readonly allRecordsReturned: boolean;
  readonly id?: readonly ID[] | undefined;
  readonly queryResults?: readonly VslmVsoVStorageObjectResult[] | undefined;
}

export interface VslmVsoVStorageObjectQuerySpec extends DynamicData {
  readonly queryField: string;
  readonly queryOperator: string;
  readonly queryValue?: readonly string[] | undefined;
}

export interface VslmVsoVStorageObjectResult extends DynamicData {
  readonly id: ID;
  readonly name?: string | undefined;
  readonly capacityInMB: number;
  readonly createTime?: string | undefined;
  readonly datastoreUrl?: string | undefined;
  readonly diskPath?: string | undefined;
  readonly usedCapacityInMB?: number | undefined;
  readonly backingObjectId?: ID | undefined;
  readonly snapshotInfo?: readonly VslmVsoVStorageObjectSnapshotResult[] | undefined;
  readonly metadata?: readonly KeyValue[] | undefined;
  readonly error?: LocalizedMethodFault | undefined;
}

export interface VslmVsoVStorageObjectSnapshotResult extends DynamicData {
  readonly backingObjectId: ID;
  readonly description?: string | undefined;
  readonly snapshotId?: ID | undefined;
  readonly diskPath?: string | undefined;
}

/** Every data type by its wire name. */
export interface DataTypes {
  readonly VslmAboutInfo: VslmAboutInfo;
  readonly VslmDatastoreSyncStatus: VslmDatastoreSyncStatus;
  readonly VslmFault: VslmFault;
  readonly VslmQueryDatastoreInfoResult: VslmQueryDatastoreInfoResult;
  readonly VslmServiceInstanceContent: VslmServiceInstanceContent;
  readonly VslmSyncFault: VslmSyncFault;
  readonly VslmTaskInfo: VslmTaskInfo;
  readonly VslmTaskReason: VslmTaskReason;
  readonly VslmTaskReasonAlarm: VslmTaskReasonAlarm;
  readonly VslmTaskReasonSchedule: VslmTaskReasonSchedule;
  readonly VslmTaskReasonSystem: VslmTaskReasonSystem;
  readonly VslmTaskReasonUser: VslmTaskReasonUser;
  readonly VslmVsoVStorageObjectAssociations: VslmVsoVStorageObjectAssociations;
  readonly VslmVsoVStorageObjectAssociationsVmDiskAssociation: VslmVsoVStorageObjectAssociationsVmDiskAssociation;
  readonly VslmVsoVStorageObjectQueryResult: VslmVsoVStorageObjectQueryResult;
  readonly VslmVsoVStorageObjectQuerySpec: VslmVsoVStorageObjectQuerySpec;
  readonly VslmVsoVStorageObjectResult: VslmVsoVStorageObjectResult;
  readonly VslmVsoVStorageObjectSnapshotResult: VslmVsoVStorageObjectSnapshotResult;
}
