// Generated from wsdl/vslm.json (pyvmomi 9.1.1.0) by `npm run gen`. Do not edit.

export type VslmEventType =
  | 'preFcdMigrateEvent'
  | 'postFcdMigrateEvent';

export type VslmEventVslmEventInfoState =
  | 'success'
  | 'error';

export type VslmTaskInfoState =
  | 'queued'
  | 'running'
  | 'success'
  | 'error';

export type VslmVsoVStorageObjectQuerySpecQueryFieldEnum =
  | 'id'
  | 'name'
  | 'capacity'
  | 'createTime'
  | 'backingObjectId'
  | 'datastoreMoId'
  | 'metadataKey'
  | 'metadataValue';

export type VslmVsoVStorageObjectQuerySpecQueryOperatorEnum =
  | 'equals'
  | 'notEquals'
  | 'lessThan'
  | 'greaterThan'
  | 'lessThanOrEqual'
  | 'greaterThanOrEqual'
  | 'contains'
  | 'startsWith'
  | 'endsWith';

/** Every enum by its wire name. */
export interface EnumTypes {
  readonly VslmEventType: VslmEventType;
  readonly VslmEventVslmEventInfoState: VslmEventVslmEventInfoState;
  readonly VslmTaskInfoState: VslmTaskInfoState;
  readonly VslmVsoVStorageObjectQuerySpecQueryFieldEnum: VslmVsoVStorageObjectQuerySpecQueryFieldEnum;
  readonly VslmVsoVStorageObjectQuerySpecQueryOperatorEnum: VslmVsoVStorageObjectQuerySpecQueryOperatorEnum;
}
