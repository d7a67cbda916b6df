/** VcenterVStorageObjectManager and HostVStorageObjectManager: the same disks under the names either has for its methods. */
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import type { Call } from '../../call.ts';
import type { AnyMethod } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import type { Named } from '../datastore-place.ts';
import { alterVerbs } from './alter.ts';
import { attachMethods } from './attach.ts';
import { diskUuid, setUuidVerb } from './disk-uuid.ts';
import type { Answer } from './disk-work.ts';
import { change, clockOf, type Fcd, type FcdNamed, fcdNamed } from './first-class-disk.ts';
import { objectPolicies, objectPolicyVerb } from './infrastructure.ts';
import { guardName } from './limits.ts';
import { makeVerbs } from './make.ts';
import {
  associations,
  changedDiskAreas,
  list,
  metadata,
  metadataValue,
  retrieve,
  snapshotDetails,
  snapshotInfo,
  stateInfo,
} from './reads.ts';
import { reconcileVerb } from './reconcile.ts';
import { type Registration, registerDisk } from './register.ts';
import { relocateVerb } from './relocate.ts';
import { snapshotVerbs } from './snapshots.ts';
import { attachTag, detachTag, disksTagged, tagsOf } from './tags.ts';

export type Method = (call: Call, self: Cell, args: never) => unknown;

/** Starts one of the verbs with the arguments as they came. */
const task =
  (name: string, answer?: Answer): Method =>
  (call, self, args) =>
    call.startTask(`VStorageObjectManager.${name}`, self, { ...(answer && { answer }), ...(args as object) });

/** A method that needs nothing of its manager. */
const plain =
  <A>(method: (call: Call, args: A) => unknown): Method =>
  (call, _, args) =>
    method(call, args as A);

function rename(call: Call, args: FcdNamed & { readonly name: string }): Fcd {
  const disk = fcdNamed(call.world, args);
  guardName(args.name, 'name');
  call.turn(() => change(disk, { said: Object.freeze({ ...disk.state.said, name: args.name }) }));
  return disk;
}

const TRACKING = 'enableChangedBlockTracking';
const FLAGS: ReadonlySet<string> = new Set(['keepAfterDeleteVm', 'disableRelocation', TRACKING]);

type Flagged = FcdNamed & { readonly controlFlags?: readonly string[] | undefined };

/** Without tracking the disk forgets what it was made of when. */
const flags = (on: boolean): Method =>
  plain<Flagged>((call, args) => {
    const disk = fcdNamed(call.world, args);
    const asked = args.controlFlags ?? [];
    if (asked.some((flag) => !FLAGS.has(flag))) throw invalidArgument('controlFlags');
    const others = disk.state.said.flags.filter((flag) => !asked.includes(flag));
    const after = Object.freeze(on ? [...others, ...asked] : others);
    const tracked = after.includes(TRACKING) ? disk.state.tracked : undefined;
    call.turn(() => change(disk, { said: Object.freeze({ ...disk.state.said, flags: after }), tracked }));
  });

const schedule: Method = (call, self, args) => {
  task('reconcileDatastoreInventory')(call, self, args);
};

/** By the names that the two managers share but for the word `Host` in front. */
const COMMON: { readonly [name: string]: Method } = {
  CreateDisk_Task: task('createDisk'),
  RegisterDisk: plain(registerDisk as (call: Call, args: Registration) => unknown),
  ExtendDisk_Task: task('extendDisk'),
  InflateDisk_Task: task('inflateDisk'),
  RenameVStorageObject: plain<Parameters<typeof rename>[1]>((call, args) => void rename(call, args)),
  DeleteVStorageObject_Task: task('deleteVStorageObject'),
  DeleteVStorageObjectEx_Task: task('deleteVStorageObject', 'clock'),
  RetrieveVStorageObject: plain(retrieve),
  RetrieveVStorageObjectState: plain(stateInfo),
  ListVStorageObject: plain(list),
  CloneVStorageObject_Task: task('cloneVStorageObject'),
  RelocateVStorageObject_Task: task('relocateVStorageObject'),
  SetVStorageObjectControlFlags: flags(true),
  ClearVStorageObjectControlFlags: flags(false),
  ReconcileDatastoreInventory_Task: task('reconcileDatastoreInventory'),
  ScheduleReconcileDatastoreInventory: schedule,
};

export const vcenterMethods: { readonly [name: string]: Method } = {
  ...COMMON,
  UpdateVStorageObjectPolicy_Task: task('updateVStorageObjectPolicy'),
  UpdateVStorageObjectCrypto_Task: task('updateVStorageObjectCrypto'),
  UpdateVStorageInfrastructureObjectPolicy_Task: task('updateVStorageInfrastructureObjectPolicy'),
  RetrieveVStorageInfrastructureObjectPolicy: plain(objectPolicies),
  RetrieveVStorageObjectAssociations: plain(associations),
  AttachTagToVStorageObject: plain(attachTag),
  DetachTagFromVStorageObject: plain(detachTag),
  ListVStorageObjectsAttachedToTag: plain(disksTagged),
  ListTagsAttachedToVStorageObject: plain(tagsOf),
  VStorageObjectCreateSnapshot_Task: task('createSnapshot'),
  DeleteSnapshot_Task: task('deleteSnapshot'),
  RetrieveSnapshotInfo: plain(snapshotInfo),
  RetrieveSnapshotDetails: plain(snapshotDetails),
  CreateDiskFromSnapshot_Task: task('createDiskFromSnapshot'),
  RevertVStorageObject_Task: task('revertVStorageObject'),
  VstorageObjectVCenterQueryChangedDiskAreas: plain(changedDiskAreas),
  VCenterUpdateVStorageObjectMetadataEx_Task: task('updateVStorageObjectMetadata', 'object'),
  SetVirtualDiskUuidEx_Task: task('setVirtualDiskUuid'),
  QueryVirtualDiskUuidEx: plain<Named>(diskUuid),
  ReconcileDatastoreInventoryEx_Task: (call, self, { spec }: { readonly spec: object }) =>
    task('reconcileDatastoreInventory')(call, self, { ...spec, told: true } as never),
};

const HOST: { readonly [name: string]: Method } = {
  ...Object.fromEntries(Object.entries(COMMON).map(([name, method]) => [`Host${name}`, method])),
  HostVStorageObjectCreateSnapshot_Task: task('createSnapshot'),
  HostVStorageObjectDeleteSnapshot_Task: task('deleteSnapshot'),
  HostVStorageObjectRetrieveSnapshotInfo: plain(snapshotInfo),
  HostVStorageObjectCreateDiskFromSnapshot_Task: task('createDiskFromSnapshot'),
  HostVStorageObjectRevert_Task: task('revertVStorageObject'),
  HostUpdateVStorageObjectMetadata_Task: task('updateVStorageObjectMetadata'),
  HostUpdateVStorageObjectMetadataEx_Task: task('updateVStorageObjectMetadata', 'object'),
  HostRetrieveVStorageObjectMetadata: plain(metadata),
  HostRetrieveVStorageObjectMetadataValue: plain(metadataValue),
  HostRetrieveVStorageInfrastructureObjectPolicy: plain(objectPolicies),
  HostSetVirtualDiskUuid_Task: task('setVirtualDiskUuid'),
  HostQueryVirtualDiskUuid: plain<Named>(diskUuid),
};

/** What both have under one name. */
const BASE: { readonly [name: string]: Method } = {
  VStorageObjectExtendDiskEx_Task: task('extendDisk', 'clock'),
  RenameVStorageObjectEx: plain<Parameters<typeof rename>[1]>((call, args) => clockOf(rename(call, args))),
  VStorageObjectCreateSnapshotEx_Task: task('createSnapshot', 'snapshot'),
  VStorageObjectDeleteSnapshotEx_Task: task('deleteSnapshot', 'clock'),
  VStorageObjectDeleteSnapshotEx2_Task: task('deleteSnapshot', 'snapshot'),
  RevertVStorageObjectEx_Task: task('revertVStorageObject', 'clock'),
  RepairVStorageObjectChain_Task: task('repairVStorageObjectChain'),
  UnregisterDisk_Task: task('unregisterDisk', 'clock'),
};

/** What this room adds to types of others. */
export const firstClassMethods: readonly {
  readonly type: string;
  readonly methods: { readonly [name: string]: AnyMethod };
  readonly verbs?: readonly Verb<Site, never>[];
}[] = [
  { type: 'VStorageObjectManagerBase', methods: BASE as never },
  { type: 'VcenterVStorageObjectManager', methods: vcenterMethods as never },
  {
    type: 'HostVStorageObjectManager',
    methods: HOST as never,
    verbs: [...makeVerbs, ...alterVerbs, ...snapshotVerbs, relocateVerb, reconcileVerb, setUuidVerb, objectPolicyVerb],
  },
  attachMethods,
];
