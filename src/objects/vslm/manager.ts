/** VslmVStorageObjectManager: first class disks by their ids alone, wherever they are. */
import type { VslmVsoVStorageObjectAssociations } from '../../vim25/generated-vslm/index.ts';
import type { Ref } from '../../vim25/value.ts';
import { VimFault } from '../../world/fault.ts';
import type { Call } from '../call.ts';
import { vmKind } from '../machine/virtual-machine.ts';
import type { ManagedObject } from '../managed-object.ts';
import { attachMethods } from '../storage/first-class/attach.ts';
import { attachments, metadata, metadataValue, storeOf } from '../storage/first-class/reads.ts';
import { diskNamed, onDisk, onObject, onVcenter } from './on-vcenter.ts';
import { listed, results } from './query.ts';
import { catalogueStatus, storeByUrl } from './synchronised.ts';
import { type VslmMethods, vslmObject } from './vslm-object.ts';
import { vslmTask } from './vslm-task.ts';

type Id = { readonly id: string };

/** A method that starts a task on one disk. */
const task =
  (name: string) =>
  (call: Call, _: unknown, args: { readonly id: Id }): Ref<'VslmTask'> =>
    vslmTask(onDisk(call, name, args) as Ref);

/** A method that answers at once. */
const plain =
  (name: string) =>
  (call: Call, _: unknown, args: { readonly id: Id }): never =>
    onDisk(call, name, args) as never;

/** A method that names no disk. */
const general =
  (name: string) =>
  (call: Call, _: unknown, args: object): never =>
    onVcenter(call, name, args) as never;

function associations(call: Call, id: Id): VslmVsoVStorageObjectAssociations {
  try {
    return { id, vmDiskAssociation: attachments(diskNamed(call, id)) };
  } catch (error) {
    if (!(error instanceof VimFault)) throw error;
    return { id, fault: error.localized() } as unknown as VslmVsoVStorageObjectAssociations;
  }
}

const methods: VslmMethods<'VslmVStorageObjectManager'> = {
  VslmCreateDisk_Task: (call, _, args) => vslmTask(onVcenter(call, 'CreateDisk_Task', args) as Ref),
  VslmRegisterDisk: general('RegisterDisk'),
  VslmExtendDisk_Task: task('ExtendDisk_Task'),
  VslmInflateDisk_Task: task('InflateDisk_Task'),
  VslmRenameVStorageObject: plain('RenameVStorageObject'),
  VslmUpdateVstorageObjectPolicy_Task: task('UpdateVStorageObjectPolicy_Task'),
  VslmUpdateVstorageObjectCrypto_Task: task('UpdateVStorageObjectCrypto_Task'),
  VslmUpdateVStorageInfrastructureObjectPolicy_Task: (call, _, args) =>
    vslmTask(onVcenter(call, 'UpdateVStorageInfrastructureObjectPolicy_Task', args) as Ref),
  VslmRetrieveVStorageInfrastructureObjectPolicy: general('RetrieveVStorageInfrastructureObjectPolicy'),
  VslmDeleteVStorageObject_Task: task('DeleteVStorageObject_Task'),
  VslmRetrieveVStorageObject: plain('RetrieveVStorageObject'),
  VslmRetrieveVStorageObjectState: plain('RetrieveVStorageObjectState'),
  VslmRetrieveVStorageObjectAssociations: (call, _, { ids = [] }) => ids.map((id) => associations(call, id)),
  VslmListVStorageObjectForSpec: (call, _, { query, maxResult }) => listed(call, query ?? [], maxResult),
  VslmRetrieveVStorageObjects: (call, _, { ids = [] }) => results(call, ids),
  VslmCloneVStorageObject_Task: task('CloneVStorageObject_Task'),
  VslmRelocateVStorageObject_Task: task('RelocateVStorageObject_Task'),
  VslmSetVStorageObjectControlFlags: plain('SetVStorageObjectControlFlags'),
  VslmClearVStorageObjectControlFlags: plain('ClearVStorageObjectControlFlags'),
  VslmAttachTagToVStorageObject: plain('AttachTagToVStorageObject'),
  VslmDetachTagFromVStorageObject: plain('DetachTagFromVStorageObject'),
  VslmListVStorageObjectsAttachedToTag: general('ListVStorageObjectsAttachedToTag'),
  VslmListTagsAttachedToVStorageObject: plain('ListTagsAttachedToVStorageObject'),
  VslmReconcileDatastoreInventory_Task: (call, _, args) =>
    vslmTask(onVcenter(call, 'ReconcileDatastoreInventory_Task', args) as Ref),
  VslmScheduleReconcileDatastoreInventory: general('ScheduleReconcileDatastoreInventory'),
  VslmCreateSnapshot_Task: task('VStorageObjectCreateSnapshot_Task'),
  VslmDeleteSnapshot_Task: task('DeleteSnapshot_Task'),
  VslmRetrieveSnapshotInfo: plain('RetrieveSnapshotInfo'),
  VslmCreateDiskFromSnapshot_Task: task('CreateDiskFromSnapshot_Task'),
  VslmRevertVStorageObject_Task: task('RevertVStorageObject_Task'),
  VslmRetrieveSnapshotDetails: plain('RetrieveSnapshotDetails'),
  VslmQueryChangedDiskAreas: plain('VstorageObjectVCenterQueryChangedDiskAreas'),
  VslmUpdateVStorageObjectMetadata_Task: (call, _, args) =>
    vslmTask(
      onDisk(call, 'VCenterUpdateVStorageObjectMetadataEx_Task', { ...args, answer: 'nothing' } as never) as Ref,
    ),
  VslmRetrieveVStorageObjectMetadata: (call, _, args) => metadata(call, { ...args, ...on(call, args.id) }) as never,
  VslmRetrieveVStorageObjectMetadataValue: (call, _, args) => metadataValue(call, { ...args, ...on(call, args.id) }),

  VslmAttachDisk_Task(call, _, { id, vm, ...place }) {
    const machine = call.resolve(vmKind, vm);
    const args = { ...place, diskId: id, datastore: storeOf(diskNamed(call, id)) };
    const run = attachMethods.methods['AttachDisk_Task']!;
    return vslmTask(onObject(call, machine as never, 'AttachDisk_Task', run, args) as Ref);
  },

  VslmQueryGlobalCatalogSyncStatus: (call) => catalogueStatus(call),
  VslmQueryGlobalCatalogSyncStatusForDatastore: (call, _, { datastoreURL }) =>
    catalogueStatus(call, storeByUrl(call, datastoreURL))[0]!,
};

function on(call: Call, id: Id): { readonly datastore: Ref } {
  return { datastore: storeOf(diskNamed(call, id)) };
}

export const manager: ManagedObject = vslmObject('VslmVStorageObjectManager', methods);
