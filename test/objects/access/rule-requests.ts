/** Calls whose need follows from the request: what is said, and what that needs, as `privilege on object`. */
import type { Ref } from '../../../src/vim25/value.ts';
import { DATACENTER } from './every-site.ts';

export interface RuleRequest {
  /** Id of the object called; the first of the method's own type unless said. */
  readonly self?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  /** On the object called, unless another is named. */
  readonly needs: readonly string[];
}

const ref = (id: string): Ref => ({ type: id.replace(/-\d+$/, ''), value: id });
const DS = 'Datastore-1';
const DS2 = 'Datastore-2';
const FILES = 'Datastore.FileManagement';
const SPACE = 'Datastore.AllocateSpace';
const POOL = 'Resource.AssignVMToPool';
const READ = 'System.Read';
const VIEW = 'System.View';

const only = (...needs: string[]): readonly RuleRequest[] => [{ needs }];
const all = (names: string, requests: readonly RuleRequest[]) =>
  Object.fromEntries(names.split(' ').map((name) => [name, requests]));

const file = (path: string, within: string): readonly RuleRequest[] => [
  { params: { [path]: '[ds] a/b', [within]: DATACENTER }, needs: [`${FILES} on ${DS}`] },
  { params: { [path]: 'https://vc/folder/a/b?dcPath=DC0&dsName=ds' }, needs: [`${FILES} on ${DS}`] },
];
const files = (to: string, toDatacenter: string): readonly RuleRequest[] => [
  {
    params: { sourceName: '[ds] a', [to]: '[ds2] b', sourceDatacenter: DATACENTER, [toDatacenter]: DATACENTER },
    needs: [`${FILES} on ${DS}`, `${FILES} on ${DS2}`],
  },
];
const browse: readonly RuleRequest[] = [{ params: { datastorePath: '[ds] a' }, needs: [`Datastore.Browse on ${DS}`] }];
const onDatastore: readonly RuleRequest[] = [{ params: { datastore: ref(DS) }, needs: [`${FILES} on ${DS}`] }];
const backing = { backingSpec: { datastore: ref(DS2) } };
const newDisk: readonly RuleRequest[] = [{ params: { spec: backing }, needs: [`${FILES} on ${DS2}`] }];
const fromTo: readonly RuleRequest[] = [
  { params: { datastore: ref(DS), spec: backing }, needs: [`${FILES} on ${DS}`, `${FILES} on ${DS2}`] },
];
const host = (path: string, id: string, privilege: string): readonly RuleRequest[] => [
  { params: { [path]: ref(id) }, needs: [`${privilege} on ${id}`] },
];
const each = (table: Readonly<Record<string, readonly string[]>>, params = {}): readonly RuleRequest[] =>
  Object.entries(table).map(([self, needs]) => ({ self, params, needs }));

const card = (id: string) => ({
  _typeName: 'VirtualVmxnet3',
  key: -1,
  backing: { _typeName: 'VirtualEthernetCardNetworkBackingInfo', network: ref(id) },
});
const disk = (more: object = {}) => ({ _typeName: 'VirtualDisk', key: -2, backing: { datastore: ref(DS2) }, ...more });
const add = (device: object, fileOperation?: string) => ({ operation: 'add', fileOperation, device });
const config = (part: string) => `VirtualMachine.Config.${part}`;
const reconfigure = (spec: object, ...needs: string[]): RuleRequest => ({ params: { spec }, needs });
const change = (device: object, ...needs: string[]): RuleRequest => reconfigure({ deviceChange: [device] }, ...needs);

const raw = disk({ backing: { _typeName: 'VirtualDiskRawDiskMappingVer1BackingInfo' } });
const usb = { _typeName: 'VirtualUSB', key: -3 };

const NEW_MACHINE = {
  files: { vmPathName: '[ds]' },
  numCPUs: 2,
  extraConfig: [{ key: 'a', value: 'b' }],
  swapPlacement: 'inherit',
  changeTrackingEnabled: true,
  deviceChange: [add(disk(), 'create'), add(disk()), add(raw, 'create'), add(usb), add(card('Network-1'))],
};
const NEW_NEEDS = [
  `${SPACE} on ${DS}`,
  config('AdvancedConfig'),
  config('SwapPlacement'),
  config('ChangeTracking'),
  config('AddNewDisk'),
  config('AddExistingDisk'),
  config('RawDevice'),
  config('HostUSBDevice'),
  `${SPACE} on ${DS2}`,
  'Network.Assign on Network-1',
];

const clone = (spec: object, ...needs: string[]): RuleRequest => ({
  params: { folder: ref('Folder-2'), spec },
  needs: ['VirtualMachine.Inventory.CreateFromExisting on Folder-2', ...needs],
});
const PROVISIONING = 'VirtualMachine.Provisioning';

export const REQUESTS: Readonly<Record<string, readonly RuleRequest[]>> = {
  'ClusterComputeResource.ConfigureHCI_Task': only('Host.Inventory.EditCluster'),
  'ClusterComputeResource.ExtendHCI_Task': only('Host.Inventory.EditCluster'),
  'ClusterComputeResource.ApplyRecommendation': only('Resource.ApplyRecommendation'),
  'DirectPathProfileManager.DirectPathProfileManagerQueryCapacity': only(READ),
  'DistributedVirtualPortgroup.ReconfigureDVPortgroup_Task': [
    reconfigure({ configVersion: '1', name: 'x' }, 'DVPortgroup.Modify'),
    reconfigure({ policy: {} }, 'DVPortgroup.PolicyOp'),
    reconfigure({ scope: [ref('Folder-2')] }, 'DVPortgroup.ScopeOp'),
  ],
  'DistributedVirtualPortgroup.DVPortgroupRollback_Task': only('DVPortgroup.Modify'),
  'DistributedVirtualSwitch.ReconfigureDvs_Task': [
    reconfigure({ configVersion: '1', name: 'x' }, 'DVSwitch.Modify'),
    reconfigure({ host: [{ host: ref('HostSystem-2') }] }, 'DVSwitch.HostOp', 'Host.Config.Network on HostSystem-2'),
    reconfigure({ defaultPortConfig: {} }, 'DVSwitch.PolicyOp'),
    reconfigure({ vspanConfigSpec: [{}] }, 'DVSwitch.Vspan'),
  ],
  'DistributedVirtualSwitch.DVSRollback_Task': only('DVSwitch.Modify'),
  'DistributedVirtualSwitchManager.DVSManagerExportEntity_Task': only(READ),
  'DistributedVirtualSwitchManager.DVSManagerImportEntity_Task': only('DVSwitch.Create'),
  ...all(
    'EventHistoryCollector.ReadNextEvents EventHistoryCollector.ReadPreviousEvents TaskHistoryCollector.ReadNextTasks ' +
      'TaskHistoryCollector.ReadPreviousTasks HistoryCollector.SetCollectorPageSize HistoryCollector.RewindCollector ' +
      'HistoryCollector.ResetCollector HistoryCollector.DestroyCollector PropertyFilter.DestroyPropertyFilter ' +
      'ListView.ResetListViewFromView Task.CancelTask HttpNfcLease.HttpNfcLeaseGetManifest ' +
      'HttpNfcLease.HttpNfcLeaseSetManifestChecksumType HttpNfcLease.HttpNfcLeaseComplete ' +
      'HttpNfcLease.HttpNfcLeaseAbort HttpNfcLease.HttpNfcLeaseProgress',
    only(VIEW),
  ),
  'ExtensibleManagedObject.setCustomValue': only('Global.SetCustomField'),
  'FileManager.MoveDatastoreFile_Task': files('destinationName', 'destinationDatacenter'),
  'FileManager.CopyDatastoreFile_Task': files('destinationName', 'destinationDatacenter'),
  ...all(
    'FileManager.DeleteDatastoreFile_Task FileManager.MakeDirectory FileManager.ChangeOwner',
    file('name', 'datacenter'),
  ),
  'Folder.CreateDVS_Task': [
    {
      params: { spec: { configSpec: { host: [{ host: ref('HostSystem-2') }] } } },
      needs: ['DVSwitch.Create', 'Host.Config.Network on HostSystem-2'],
    },
  ],
  'Folder.CreateVM_Task': [
    { params: { config: NEW_MACHINE }, needs: ['VirtualMachine.Inventory.Create', ...NEW_NEEDS] },
    {
      params: { config: { crypto: { _typeName: 'CryptoSpecEncrypt' } } },
      needs: ['VirtualMachine.Inventory.Create', 'Cryptographer.EncryptNew'],
    },
  ],
  'Folder.MoveIntoFolder_Task': [
    ['VirtualMachine-2', 'VirtualMachine.Inventory.Move'],
    ['Folder-2', 'Folder.Move'],
    ['HostSystem-2', 'Host.Inventory.MoveHost'],
    ['ClusterComputeResource-2', 'Host.Inventory.MoveCluster'],
    [DS, 'Datastore.Move'],
    ['VmwareDistributedVirtualSwitch-2', 'DVSwitch.Move'],
    ['Network-2', 'Network.Move'],
  ].map(([id, privilege]) => ({
    params: { list: [ref(id!)] },
    needs: [`${privilege} on ${id}`, `${privilege} on ${DATACENTER.value}`, privilege!],
  })),
  'Folder.BatchAddHostsToCluster_Task': host('cluster', 'ClusterComputeResource-2', 'Host.Inventory.AddHostToCluster'),
  'HostDatastoreBrowser.DeleteFile': [
    { params: { datastorePath: '[ds] a' }, needs: [`Datastore.DeleteFile on ${DS}`] },
  ],
  'HostDatastoreBrowser.SearchDatastore_Task': browse,
  'HostDatastoreBrowser.SearchDatastoreSubFolders_Task': browse,
  ...all(
    'HostNetworkSystem.UpdateNetworkConfig HostNetworkSystem.AddVirtualNic HostNetworkSystem.UpdateVirtualNic ' +
      'HostNetworkSystem.AddServiceConsoleVirtualNic HostNetworkSystem.UpdateServiceConsoleVirtualNic',
    [{ self: 'HostNetworkSystem-2', needs: ['Host.Config.Network'] }],
  ),
  'HostProfileManager.ApplyHostConfig_Task': host('host', 'HostSystem-2', 'Host.Config.Settings'),
  'HostProfileManager.ApplyEntitiesConfig_Task': [
    { params: { applyConfigSpecs: [{ host: ref('HostSystem-2') }] }, needs: ['Host.Config.Settings on HostSystem-2'] },
  ],
  'HostSystem.RetrieveDynamicTypeManager': only(READ),
  'HostSystem.RetrieveManagedMethodExecuter': only(READ),
  ...all('HostVStorageObjectManager.HostCreateDisk_Task VcenterVStorageObjectManager.CreateDisk_Task', newDisk),
  ...all(
    'HostVStorageObjectManager.HostCloneVStorageObject_Task HostVStorageObjectManager.HostRelocateVStorageObject_Task ' +
      'VcenterVStorageObjectManager.CloneVStorageObject_Task VcenterVStorageObjectManager.RelocateVStorageObject_Task',
    fromTo,
  ),
  ...all(
    'HostExtendDisk_Task HostInflateDisk_Task HostRenameVStorageObject HostDeleteVStorageObject_Task HostReconcileDatastoreInventory_Task HostScheduleReconcileDatastoreInventory HostVStorageObjectCreateSnapshot_Task HostVStorageObjectDeleteSnapshot_Task HostVStorageObjectCreateDiskFromSnapshot_Task HostVStorageObjectRevert_Task HostUpdateVStorageObjectMetadata_Task HostDeleteVStorageObjectEx_Task HostUpdateVStorageObjectMetadataEx_Task'
      .split(' ')
      .map((name) => `HostVStorageObjectManager.${name}`)
      .join(' '),
    onDatastore,
  ),
  ...all(
    'ExtendDisk_Task InflateDisk_Task RenameVStorageObject UpdateVStorageObjectPolicy_Task UpdateVStorageObjectCrypto_Task ReconcileDatastoreInventory_Task ScheduleReconcileDatastoreInventory VStorageObjectCreateSnapshot_Task DeleteSnapshot_Task CreateDiskFromSnapshot_Task RevertVStorageObject_Task DeleteVStorageObjectEx_Task DeleteVStorageObject_Task'
      .split(' ')
      .map((name) => `VcenterVStorageObjectManager.${name}`)
      .join(' '),
    onDatastore,
  ),
  ...all('HostVStorageObjectManager.HostRegisterDisk VcenterVStorageObjectManager.RegisterDisk', [
    { params: { path: '[ds] a.vmdk' }, needs: [`${FILES} on ${DS}`] },
    { params: { path: 'https://vc/folder/a.vmdk?dcPath=DC0&dsName=ds2' }, needs: [`${FILES} on ${DS2}`] },
  ]),
  'HostVStorageObjectManager.HostSetVirtualDiskUuid_Task': [
    { params: { name: '[ds] a.vmdk' }, needs: [`${FILES} on ${DS}`] },
  ],
  'VcenterVStorageObjectManager.SetVirtualDiskUuidEx_Task': file('name', 'datacenter'),
  ...all(
    'VcenterVStorageObjectManager.ReconcileDatastoreInventoryEx_Task ' +
      'VcenterVStorageObjectManager.UpdateVStorageInfrastructureObjectPolicy_Task',
    [{ params: { spec: { datastore: ref(DS) } }, needs: [`${FILES} on ${DS}`] }],
  ),
  'HttpNfcLease.HttpNfcLeasePullFromUrls_Task': only('VApp.PullFromUrls'),
  'HttpNfcLease.HttpNfcLeaseProbeUrls': only('VApp.PullFromUrls'),
  'InternalDynamicTypeManager.DynamicTypeMgrQueryMoInstances': only(READ),
  'InternalDynamicTypeManager.DynamicTypeMgrQueryTypeInfo': only(READ),
  ...all(
    'IoFilterManager.InstallIoFilter_Task IoFilterManager.UninstallIoFilter_Task IoFilterManager.UpgradeIoFilter_Task',
    only('Host.Config.Patch'),
  ),
  'IoFilterManager.ResolveInstallationErrorsOnHost_Task': host('host', 'HostSystem-2', 'Host.Config.Patch'),
  'IoFilterManager.ResolveInstallationErrorsOnCluster_Task': host(
    'cluster',
    'ClusterComputeResource-2',
    'Host.Config.Patch',
  ),
  'IoFilterManager.InitiateTransitionToVLCM_Task': host('cluster', 'ClusterComputeResource-2', 'Host.Config.Patch'),
  'IpPoolManager.AllocateIpv4Address': host('dc', 'Datacenter-2', 'Datacenter.IpPoolConfig'),
  'IpPoolManager.AllocateIpv6Address': host('dc', 'Datacenter-2', 'Datacenter.IpPoolConfig'),
  'ManagedEntity.Rename_Task': each({
    'Folder-1': ['Folder.Rename'],
    'Datacenter-1': ['Datacenter.Rename'],
    'ClusterComputeResource-1': ['Host.Inventory.RenameCluster'],
    'VirtualApp-1': ['VApp.Rename'],
    'ResourcePool-1': ['Resource.RenamePool'],
    'VirtualMachine-1': [config('Rename')],
    [DS]: ['Datastore.Rename'],
    'DistributedVirtualPortgroup-1': ['DVPortgroup.Modify'],
    'DistributedVirtualSwitch-1': ['DVSwitch.Modify'],
    'Network-1': ['Network.Config'],
  }),
  'ManagedEntity.Destroy_Task': each({
    'Folder-1': ['Folder.Delete', `Folder.Delete on ${DATACENTER.value}`],
    'Datacenter-1': ['Datacenter.Delete', `Datacenter.Delete on ${DATACENTER.value}`],
    'ClusterComputeResource-1': ['Host.Inventory.DeleteCluster'],
    'HostSystem-1': ['Host.Inventory.RemoveHostFromCluster'],
    'VirtualApp-1': ['VApp.Delete'],
    'ResourcePool-1': ['Resource.DeletePool'],
    'VirtualMachine-1': ['VirtualMachine.Inventory.Delete'],
    [DS]: ['Datastore.Delete'],
    'DistributedVirtualPortgroup-1': ['DVPortgroup.Delete'],
    'DistributedVirtualSwitch-1': ['DVSwitch.Delete'],
    'Network-1': ['Network.Delete'],
  }),
  'OptionManager.UpdateOptions': [
    { needs: ['Global.Settings'] },
    { self: 'OptionManager-2', needs: ['Host.Config.AdvancedConfig'] },
  ],
  'OvfManager.CreateImportSpec': [
    {
      params: { cisp: { networkMapping: [{ name: 'VM', network: ref('Network-1') }] } },
      needs: [VIEW, 'Network.Assign on Network-1'],
    },
  ],
  'ReflectManagedMethodExecuter.ExecuteSoap': only('Host.Config.Settings'),
  'ReflectManagedMethodExecuter.FetchSoap': only(READ),
  'ResourcePool.UpdateConfig': [
    { params: { name: 'x' }, needs: ['Resource.RenamePool'] },
    { params: { config: {} }, needs: ['Resource.EditPool'] },
  ],
  'ResourcePool.MoveIntoResourcePool': [
    { params: { list: [ref('VirtualMachine-2')] }, needs: [POOL] },
    { self: 'VirtualApp-1', params: { list: [ref('VirtualMachine-2')] }, needs: [POOL, 'VApp.AssignVM'] },
    {
      params: { list: [ref('ResourcePool-2')] },
      needs: [
        'Resource.MovePool on ResourcePool-2',
        `Resource.MovePool on ${DATACENTER.value}`,
        'Resource.MovePool on ResourcePool-1',
      ],
    },
    { params: { list: [ref('VirtualApp-2')] }, needs: ['VApp.Move on VirtualApp-2', 'Resource.AssignVAppToPool'] },
  ],
  'ResourcePool.UpdateChildResourceConfiguration': [
    { params: { spec: [{ entity: ref('VirtualMachine-2') }] }, needs: ['Resource.EditPool on VirtualMachine-2'] },
  ],
  'ResourcePool.DestroyChildren': only('Resource.DeletePool'),
  'ResourcePool.CreateChildVM_Task': [
    { params: { config: NEW_MACHINE }, needs: [POOL, 'VirtualMachine.Inventory.Create', ...NEW_NEEDS] },
  ],
  'ResourcePool.RegisterChildVM_Task': only('VirtualMachine.Inventory.Register', POOL),
  'ResourcePool.ImportVApp': [
    {
      params: {
        spec: {
          child: [{ configSpec: { files: { vmPathName: '[ds]' }, deviceChange: [add(card('Network-1'))] } }],
        },
      },
      needs: ['VApp.Import', `${SPACE} on ${DS}`, 'Network.Assign on Network-1'],
    },
  ],
  'StorageResourceManager.ConfigureDatastoreIORM_Task': host('datastore', DS, 'Datastore.Config'),
  'StorageResourceManager.ApplyStorageDrsRecommendationToPod_Task': only(VIEW),
  'StorageResourceManager.ApplyStorageDrsRecommendation_Task': only(VIEW),
  'UserDirectory.RetrieveUserGroups': only('Authorization.ModifyPermissions'),
  'VirtualApp.UpdateVAppConfig': [
    { params: { spec: { annotation: 'x' } }, needs: ['VApp.Rename'] },
    { params: { spec: { product: [{}] } }, needs: ['VApp.ApplicationConfig'] },
    { params: { spec: { ipAssignment: { ipAllocationPolicy: 'dhcpPolicy' } } }, needs: ['VApp.InstanceConfig'] },
  ],
  'VirtualApp.UpdateLinkedChildren': only('VApp.AssignVM'),
  'VirtualApp.CloneVApp_Task': [
    {
      params: { target: ref('ResourcePool-2') },
      needs: ['VApp.Clone', 'Resource.AssignVAppToPool on ResourcePool-2'],
    },
    {
      params: { target: ref('VirtualApp-2') },
      needs: ['VApp.Clone', 'VApp.Clone on VirtualApp-2', 'VApp.AssignVApp on VirtualApp-2'],
    },
  ],
  ...all(
    'CreateVirtualDisk_Task DeleteVirtualDisk_Task ExtendVirtualDisk_Task QueryVirtualDiskFragmentation DefragmentVirtualDisk_Task ShrinkVirtualDisk_Task InflateVirtualDisk_Task EagerZeroVirtualDisk_Task ZeroFillVirtualDisk_Task SetVirtualDiskUuid QueryVirtualDiskUuid QueryVirtualDiskGeometry QueryVirtualDiskInfo_Task'
      .split(' ')
      .map((name) => `VirtualDiskManager.${name}`)
      .join(' '),
    file('name', 'datacenter'),
  ),
  'VirtualDiskManager.MoveVirtualDisk_Task': files('destName', 'destDatacenter'),
  'VirtualDiskManager.CopyVirtualDisk_Task': files('destName', 'destDatacenter'),
  'VirtualDiskManager.CreateChildDisk_Task': [
    {
      params: { parentName: '[ds] a', childName: '[ds2] b', parentDatacenter: DATACENTER, childDatacenter: DATACENTER },
      needs: [`${FILES} on ${DS}`, `${FILES} on ${DS2}`],
    },
  ],
  'VirtualDiskManager.ImportUnmanagedSnapshot': file('vdisk', 'datacenter'),
  'VirtualDiskManager.ReleaseManagedSnapshot': file('vdisk', 'datacenter'),
  'VirtualMachine.ReconfigVM_Task': [
    ...Object.entries({
      name: 'Rename',
      annotation: 'Annotation',
      numCPUs: 'CPUCount',
      memoryMB: 'Memory',
      cpuAllocation: 'Resource',
      memoryAllocation: 'Resource',
      swapPlacement: 'SwapPlacement',
      changeTrackingEnabled: 'ChangeTracking',
      managedBy: 'ManagedBy',
      guestId: 'Settings',
      bootOptions: 'Settings',
      scheduledHardwareUpgradeInfo: 'UpgradeVirtualHardware',
    }).map(([part, privilege]) => reconfigure({ [part]: {} }, config(privilege))),
    reconfigure({ extraConfig: [{ key: 'a', value: 'b' }] }, config('AdvancedConfig')),
    reconfigure({ vAppConfig: { product: [{}] } }, 'VApp.ApplicationConfig'),
    ...Object.entries({
      Encrypt: 'Encrypt',
      Decrypt: 'Decrypt',
      DeepRecrypt: 'Recrypt',
      ShallowRecrypt: 'Recrypt',
      Register: 'RegisterVM',
    }).map(([what, privilege]) =>
      reconfigure({ crypto: { _typeName: `CryptoSpec${what}` } }, `Cryptographer.${privilege}`),
    ),
    reconfigure({ crypto: { _typeName: 'CryptoSpecNoOp' } }),
    change(add(disk(), 'create'), config('AddNewDisk'), `${SPACE} on ${DS2}`),
    change(add(disk()), config('AddExistingDisk')),
    change(add(raw, 'create'), config('RawDevice')),
    change(add(usb), config('HostUSBDevice')),
    change(add(card('Network-1')), config('AddRemoveDevice'), 'Network.Assign on Network-1'),
    change({ operation: 'remove', device: disk() }, config('RemoveDisk')),
    change({ operation: 'remove', device: card('Network-1') }, config('AddRemoveDevice')),
    change({ operation: 'edit', device: { _typeName: 'VirtualCdrom', key: 3000 } }, config('EditDevice')),
  ],
  'VirtualMachine.MigrateVM_Task': only('Resource.ColdMigrate'),
  'VirtualMachine.RelocateVM_Task': [
    {
      params: {
        spec: {
          pool: ref('ResourcePool-2'),
          datastore: ref(DS),
          disk: [{ diskId: 2000, datastore: ref(DS2) }],
          folder: ref('Folder-2'),
          deviceChange: [{ operation: 'edit', device: card('Network-1') }],
        },
      },
      needs: [
        'Resource.ColdMigrate',
        `${POOL} on ResourcePool-2`,
        `${SPACE} on ${DS}`,
        `${SPACE} on ${DS2}`,
        'Network.Assign on Network-1',
        'VirtualMachine.Inventory.Move',
        'VirtualMachine.Inventory.Move on Folder-2',
      ],
    },
  ],
  'VirtualMachine.CloneVM_Task': [
    clone({ location: {} }, `${PROVISIONING}.Clone`, `${SPACE} on ${DS}`),
    clone({ location: {}, template: true }, `${PROVISIONING}.CreateTemplateFromVM`, `${SPACE} on ${DS}`),
    clone(
      { location: { datastore: ref(DS2), pool: ref('ResourcePool-2') }, customization: {}, config: NEW_MACHINE },
      `${PROVISIONING}.Clone`,
      `${POOL} on ResourcePool-2`,
      `${SPACE} on ${DS2}`,
      `${config('AdvancedConfig')} on Folder-2`,
      `${config('SwapPlacement')} on Folder-2`,
      `${config('ChangeTracking')} on Folder-2`,
      'Network.Assign on Network-1',
      `${PROVISIONING}.Customize`,
    ),
  ],
  'VirtualMachine.InstantClone_Task': [
    {
      params: { spec: { location: { folder: ref('Folder-2'), pool: ref('ResourcePool-2'), datastore: ref(DS2) } } },
      needs: [
        `${PROVISIONING}.Clone`,
        'VirtualMachine.Inventory.CreateFromExisting on Folder-2',
        `${POOL} on ResourcePool-2`,
        `${SPACE} on ${DS2}`,
      ],
    },
  ],
  'VirtualMachine.AcquireTicket': [
    { params: { ticketType: 'webmks' }, needs: ['VirtualMachine.Interact.ConsoleInteract'] },
    { params: { ticketType: 'guestControl' }, needs: ['VirtualMachine.Interact.GuestControl'] },
    { params: { ticketType: 'device' }, needs: ['VirtualMachine.Interact.DeviceConnection'] },
  ],
  ...all(
    'CustomizeGuest_Task AbortCustomization_Task StartGuestNetwork_Task'
      .split(' ')
      .map((name) => `VirtualMachineGuestCustomizationManager.${name}`)
      .join(' '),
    host('vm', 'VirtualMachine-2', `${PROVISIONING}.Customize`),
  ),
  'VirtualMachine.RepairVmDiskChains_Task': only(config('Settings')),
};
