/**
 * Methods whose need the table leaves open, or that follows from the request. A test fails on a method with neither a
 * privilege in the table, nor one on a parameter, nor a rule here. A rule stands in place of the table's privilege of
 * the method; those of its parameters hold beside it.
 */
import { applyNeeds } from '../storage/drs/apply-needs.ts';
import { creationNeeds, reconfigureNeeds } from './config-needs.ts';
import { destroyNeeds, moveNeeds, RENAME, typed } from './entity-needs.ts';
import { datastoreOf, fileNeeds } from './file-needs.ts';
import { all, at, type MethodRule, onNamed, onRefs, onSelf, ownOnly } from './need.ts';
import { vAppCloneNeeds, vAppConfigNeeds } from './v-app-needs.ts';

const view = onSelf('System.View');
const read = onSelf('System.Read');

const reconfigure: MethodRule = ({ world, self, params }) => reconfigureNeeds(world, self, params.spec);

const placed = (base: string): MethodRule =>
  all(onNamed(`${base}pool`, 'Resource.AssignVMToPool'), onNamed(`${base}datastore`, 'Datastore.AllocateSpace'));

const clone: MethodRule = ({ world, self, params }) => {
  const template = at(self.state, 'config.template') === true;
  const makesTemplate = at(params, 'spec.template') === true;
  const word = template
    ? makesTemplate
      ? 'CloneTemplate'
      : 'DeployTemplate'
    : makesTemplate
      ? 'CreateTemplateFromVM'
      : 'Clone';
  return [
    { cell: self, privilege: `VirtualMachine.Provisioning.${word}` },
    ...onRefs(world, params.folder, 'VirtualMachine.Inventory.CreateFromExisting'),
    ...placed('spec.location.')({ world, self, params }),
    ...(at(params, 'spec.customization') === undefined
      ? []
      : [{ cell: self, privilege: 'VirtualMachine.Provisioning.Customize' }]),
  ];
};

/** Hot when it runs, cold when it does not. */
const migrate: MethodRule = ({ self }) => {
  const running = (self.get('runtime') as { powerState?: string } | undefined)?.powerState === 'poweredOn';
  return [{ cell: self, privilege: running ? 'Resource.HotMigrate' : 'Resource.ColdMigrate' }];
};

/** Where files and folders are to go: each datastore a disk is sent to, and the folder. */
const located: MethodRule = ({ world, params }) => [
  ...((at(params, 'spec.disk') ?? []) as readonly { datastore?: unknown }[]).flatMap((disk) =>
    onRefs(world, disk.datastore, 'Datastore.AllocateSpace'),
  ),
  ...onRefs(world, at(params, 'spec.folder'), 'VirtualMachine.Inventory.Move'),
];

const create: MethodRule = ({ world, self, params }) => [
  { cell: self, privilege: 'VirtualMachine.Inventory.Create' },
  ...onRefs(world, params.pool, 'Resource.AssignVMToPool'),
  ...datastoreOf(world, self, at(params, 'config.files.vmPathName')).map((cell) => ({
    cell,
    privilege: 'Datastore.AllocateSpace',
  })),
  ...creationNeeds(world, self, params.config),
];

const TICKETS: Readonly<Record<string, string>> = {
  guestControl: 'VirtualMachine.Interact.GuestControl',
  dnd: 'VirtualMachine.Interact.DnD',
  device: 'VirtualMachine.Interact.DeviceConnection',
};

const ticket: MethodRule = ({ self, params }) => [
  { cell: self, privilege: TICKETS[String(params.ticketType)] ?? 'VirtualMachine.Interact.ConsoleInteract' },
];

const hostNetwork = onSelf('Host.Config.Network');
const lease: MethodRule = ownOnly;
const filter = onSelf('Host.Config.Patch');
const customizeGuest = onNamed('vm', 'VirtualMachine.Provisioning.Customize');

export const methodRules: { readonly [ownerDotMethod: string]: MethodRule | undefined } = {
  'ClusterComputeResource.ConfigureHCI_Task': onSelf('Host.Inventory.EditCluster'),
  'ClusterComputeResource.ExtendHCI_Task': onSelf('Host.Inventory.EditCluster'),
  'ClusterComputeResource.ApplyRecommendation': onSelf('Resource.ApplyRecommendation'),
  'DirectPathProfileManager.DirectPathProfileManagerQueryCapacity': read,
  'DistributedVirtualPortgroup.ReconfigureDVPortgroup_Task': onSelf('DVPortgroup.Modify'),
  'DistributedVirtualPortgroup.DVPortgroupRollback_Task': onSelf('DVPortgroup.Modify'),
  'DistributedVirtualSwitch.ReconfigureDvs_Task': onSelf('DVSwitch.Modify'),
  'DistributedVirtualSwitch.DVSRollback_Task': onSelf('DVSwitch.Modify'),
  'DistributedVirtualSwitchManager.DVSManagerExportEntity_Task': read,
  'DistributedVirtualSwitchManager.DVSManagerImportEntity_Task': onSelf('DVSwitch.Create'),
  'EventHistoryCollector.ReadNextEvents': ownOnly,
  'EventHistoryCollector.ReadPreviousEvents': ownOnly,
  'ExtensibleManagedObject.setCustomValue': onSelf('Global.SetCustomField'),
  'FileManager.MoveDatastoreFile_Task': fileNeeds(
    'sourceName',
    'sourceDatacenter',
    'destinationName',
    'destinationDatacenter',
  ),
  'FileManager.CopyDatastoreFile_Task': fileNeeds(
    'sourceName',
    'sourceDatacenter',
    'destinationName',
    'destinationDatacenter',
  ),
  'FileManager.DeleteDatastoreFile_Task': fileNeeds('name', 'datacenter'),
  'FileManager.MakeDirectory': fileNeeds('name', 'datacenter'),
  'FileManager.ChangeOwner': fileNeeds('name', 'datacenter'),
  'Folder.CreateVM_Task': create,
  'Folder.MoveIntoFolder_Task': moveNeeds,
  'Folder.BatchAddHostsToCluster_Task': onNamed('cluster', 'Host.Inventory.AddHostToCluster'),
  'HistoryCollector.SetCollectorPageSize': ownOnly,
  'HistoryCollector.RewindCollector': ownOnly,
  'HistoryCollector.ResetCollector': ownOnly,
  'HistoryCollector.DestroyCollector': ownOnly,
  'HostDatastoreBrowser.SearchDatastore_Task': fileNeeds('datastorePath'),
  'HostDatastoreBrowser.SearchDatastoreSubFolders_Task': fileNeeds('datastorePath'),
  'HostNetworkSystem.UpdateNetworkConfig': hostNetwork,
  'HostNetworkSystem.AddVirtualNic': hostNetwork,
  'HostNetworkSystem.UpdateVirtualNic': hostNetwork,
  'HostNetworkSystem.AddServiceConsoleVirtualNic': hostNetwork,
  'HostNetworkSystem.UpdateServiceConsoleVirtualNic': hostNetwork,
  'HostProfileManager.ApplyHostConfig_Task': onNamed('host', 'Host.Config.Settings'),
  'HostProfileManager.ApplyEntitiesConfig_Task': ({ world, params }) =>
    ((params.applyConfigSpecs ?? []) as readonly { host?: unknown }[]).flatMap((s) =>
      onRefs(world, s.host, 'Host.Config.Settings'),
    ),
  'HostSystem.RetrieveDynamicTypeManager': read,
  'HostSystem.RetrieveManagedMethodExecuter': read,
  'HttpNfcLease.HttpNfcLeaseGetManifest': lease,
  'HttpNfcLease.HttpNfcLeaseSetManifestChecksumType': lease,
  'HttpNfcLease.HttpNfcLeaseComplete': lease,
  'HttpNfcLease.HttpNfcLeaseAbort': lease,
  'HttpNfcLease.HttpNfcLeaseProgress': lease,
  'HttpNfcLease.HttpNfcLeasePullFromUrls_Task': onSelf('VApp.PullFromUrls'),
  'HttpNfcLease.HttpNfcLeaseProbeUrls': onSelf('VApp.PullFromUrls'),
  'InternalDynamicTypeManager.DynamicTypeMgrQueryMoInstances': read,
  'InternalDynamicTypeManager.DynamicTypeMgrQueryTypeInfo': read,
  'IoFilterManager.InstallIoFilter_Task': filter,
  'IoFilterManager.UninstallIoFilter_Task': filter,
  'IoFilterManager.UpgradeIoFilter_Task': filter,
  'IoFilterManager.ResolveInstallationErrorsOnHost_Task': onNamed('host', 'Host.Config.Patch'),
  'IoFilterManager.ResolveInstallationErrorsOnCluster_Task': onNamed('cluster', 'Host.Config.Patch'),
  'IoFilterManager.InitiateTransitionToVLCM_Task': onNamed('cluster', 'Host.Config.Patch'),
  'IpPoolManager.AllocateIpv4Address': onNamed('dc', 'Datacenter.IpPoolConfig'),
  'IpPoolManager.AllocateIpv6Address': onNamed('dc', 'Datacenter.IpPoolConfig'),
  'ListView.ResetListViewFromView': ownOnly,
  'ManagedEntity.Rename_Task': typed(RENAME, 'System.Read'),
  'ManagedEntity.Destroy_Task': destroyNeeds,
  'OptionManager.UpdateOptions': ({ self }) => [
    { cell: self, privilege: self.id === 'VpxSettings' ? 'Global.Settings' : 'Host.Config.AdvancedConfig' },
  ],
  'PropertyFilter.DestroyPropertyFilter': ownOnly,
  'ReflectManagedMethodExecuter.ExecuteSoap': onSelf('Host.Config.Settings'),
  'ReflectManagedMethodExecuter.FetchSoap': read,
  'ResourcePool.UpdateConfig': ({ self, params }) => [
    ...(params.name === undefined ? [] : [{ cell: self, privilege: 'Resource.RenamePool' }]),
    ...(params.config === undefined ? [] : [{ cell: self, privilege: 'Resource.EditPool' }]),
  ],
  'ResourcePool.MoveIntoResourcePool': all(onSelf('Resource.AssignVMToPool'), moveNeeds),
  'ResourcePool.UpdateChildResourceConfiguration': ({ world, params }) =>
    ((params.spec ?? []) as readonly { entity?: unknown }[]).flatMap((s) =>
      onRefs(world, s.entity, 'Resource.EditPool'),
    ),
  'ResourcePool.DestroyChildren': onSelf('Resource.DeletePool'),
  'StorageResourceManager.ApplyStorageDrsRecommendation_Task': (request) => apply(request),
  'StorageResourceManager.ApplyStorageDrsRecommendationToPod_Task': (request) => apply(request),
  'StorageResourceManager.ConfigureDatastoreIORM_Task': onNamed('datastore', 'Datastore.Config'),
  // One may stop one's own tasks; the method asks for Global.CancelTask when it is another's.
  'Task.CancelTask': view,
  'TaskHistoryCollector.ReadNextTasks': ownOnly,
  'TaskHistoryCollector.ReadPreviousTasks': ownOnly,
  'UserDirectory.RetrieveUserGroups': onSelf('Authorization.ModifyPermissions'),
  'VirtualApp.UpdateVAppConfig': vAppConfigNeeds,
  'VirtualApp.CloneVApp_Task': vAppCloneNeeds,
  'VirtualApp.UpdateLinkedChildren': onSelf('VApp.AssignVM'),
  'VirtualMachine.ReconfigVM_Task': reconfigure,
  'VirtualMachine.MigrateVM_Task': migrate,
  'VirtualMachine.RelocateVM_Task': all(migrate, placed('spec.'), located),
  'VirtualMachine.CloneVM_Task': clone,
  'VirtualMachine.AcquireTicket': ticket,
  'VirtualMachineGuestCustomizationManager.CustomizeGuest_Task': customizeGuest,
  'VirtualMachineGuestCustomizationManager.AbortCustomization_Task': customizeGuest,
  'VirtualMachineGuestCustomizationManager.StartGuestNetwork_Task': customizeGuest,
  'VirtualMachine.RepairVmDiskChains_Task': onSelf('VirtualMachine.Config.Settings'),
};

const apply = applyNeeds((method) => methodRules[method]);
