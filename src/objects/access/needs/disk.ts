/** Disks without a machine: VirtualDiskManager names them by path, the managers of first class disks by datastore. */
import { FILES, fileNeeds } from './file.ts';
import { all, type MethodRule, onNamed } from './need.ts';

type Rules = Readonly<Record<string, MethodRule>>;

const FROM_AND_TO = fileNeeds(FILES, 'sourceName', 'sourceDatacenter', 'destName', 'destDatacenter');
const NAMED = fileNeeds(FILES, 'name', 'datacenter');
const CHILD = fileNeeds(FILES, 'parentName', 'parentDatacenter', 'childName', 'childDatacenter');
const SNAPSHOT = fileNeeds(FILES, 'vdisk', 'datacenter');

const ON_DATASTORE = onNamed('datastore', FILES);
const NEW = onNamed('spec.backingSpec.datastore', FILES);

/** Methods of VirtualDiskManager, all of them on files. */
const BY_PATH: readonly (readonly [string, MethodRule])[] = [
  ['MoveVirtualDisk_Task', FROM_AND_TO],
  ['CopyVirtualDisk_Task', FROM_AND_TO],
  ['CreateChildDisk_Task', CHILD],
  ['QueryVirtualDiskInfo_Task', NAMED],
  ['ImportUnmanagedSnapshot', SNAPSHOT],
  ['ReleaseManagedSnapshot', SNAPSHOT],
  ...(
    'CreateVirtualDisk_Task DeleteVirtualDisk_Task ExtendVirtualDisk_Task QueryVirtualDiskFragmentation ' +
    'DefragmentVirtualDisk_Task ShrinkVirtualDisk_Task InflateVirtualDisk_Task EagerZeroVirtualDisk_Task ' +
    'ZeroFillVirtualDisk_Task SetVirtualDiskUuid QueryVirtualDiskUuid QueryVirtualDiskGeometry'
  )
    .split(' ')
    .map((name): [string, MethodRule] => [name, NAMED]),
];

/** Of the host's manager; vCenter's has them without the word in front. */
const FIRST_CLASS =
  'ExtendDisk_Task InflateDisk_Task RenameVStorageObject DeleteVStorageObject_Task ReconcileDatastoreInventory_Task ' +
  'ScheduleReconcileDatastoreInventory DeleteVStorageObjectEx_Task';
const OF_VCENTER =
  'UpdateVStorageObjectPolicy_Task UpdateVStorageObjectCrypto_Task VStorageObjectCreateSnapshot_Task DeleteSnapshot_Task RevertVStorageObject_Task';
const OF_HOST =
  'HostVStorageObjectCreateSnapshot_Task HostVStorageObjectDeleteSnapshot_Task HostVStorageObjectRevert_Task ' +
  'HostUpdateVStorageObjectMetadata_Task HostUpdateVStorageObjectMetadataEx_Task';

const MANAGERS: readonly (readonly [owner: string, prefix: string, own: string])[] = [
  ['VcenterVStorageObjectManager', '', OF_VCENTER],
  ['HostVStorageObjectManager', 'Host', OF_HOST],
];

const BY_DATASTORE = MANAGERS.flatMap(([owner, prefix, own]): [string, MethodRule][] => [
  ...FIRST_CLASS.split(' ').map((name): [string, MethodRule] => [`${owner}.${prefix}${name}`, ON_DATASTORE]),
  ...own.split(' ').map((name): [string, MethodRule] => [`${owner}.${name}`, ON_DATASTORE]),
  [`${owner}.${prefix}CreateDisk_Task`, NEW],
  [`${owner}.${prefix}CloneVStorageObject_Task`, all(ON_DATASTORE, NEW)],
  [`${owner}.${prefix}RelocateVStorageObject_Task`, all(ON_DATASTORE, NEW)],
]);

export const diskRules: Rules = {
  ...Object.fromEntries(BY_PATH.map(([name, rule]) => [`VirtualDiskManager.${name}`, rule])),
  ...Object.fromEntries(BY_DATASTORE),
  'VcenterVStorageObjectManager.CreateDiskFromSnapshot_Task': all(ON_DATASTORE, onNamed('targetDatastore', FILES)),
  'HostVStorageObjectManager.HostVStorageObjectCreateDiskFromSnapshot_Task': all(
    ON_DATASTORE,
    onNamed('targetDatastore', FILES),
  ),
  'VcenterVStorageObjectManager.RegisterDisk': fileNeeds(FILES, 'path'),
  'HostVStorageObjectManager.HostRegisterDisk': fileNeeds(FILES, 'path'),
  'VcenterVStorageObjectManager.SetVirtualDiskUuidEx_Task': NAMED,
  'HostVStorageObjectManager.HostSetVirtualDiskUuid_Task': fileNeeds(FILES, 'name'),
  'VcenterVStorageObjectManager.UpdateVStorageInfrastructureObjectPolicy_Task': onNamed('spec.datastore', FILES),
  'VcenterVStorageObjectManager.ReconcileDatastoreInventoryEx_Task': onNamed('spec.datastore', FILES),
};
