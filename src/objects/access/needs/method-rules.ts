/**
 * Methods whose need the table leaves open, or that follows from the request. A test fails on a method with neither a
 * privilege in the table, nor one on a parameter, nor a rule here. A rule stands in place of the table's privilege of
 * the method; those of its parameters hold beside it.
 */
import { applyNeeds } from '../../storage/drs/apply-needs.ts';
import { entityOf } from '../authority.ts';
import { reconfigure } from './config.ts';
import {
  clone,
  createChild,
  createMachine,
  importNeeds,
  instantClone,
  mappedNetworks,
  migrate,
  movePool,
  relocate,
} from './copy.ts';
import { diskRules } from './disk.ts';
import { destroyNeeds, moveNeeds, RENAME, typed } from './entity.ts';
import { FILES, fileNeeds } from './file.ts';
import { type MethodRule, onNamed, onRefs, onSelf, ownOnly } from './need.ts';
import { createSwitch, reconfigurePortGroup, reconfigureSwitch } from './switch.ts';
import { vAppCloneNeeds, vAppConfigNeeds } from './v-app.ts';

const view = onSelf('System.View');
const read = onSelf('System.Read');

const TICKETS: Readonly<Record<string, string>> = {
  guestControl: 'VirtualMachine.Interact.GuestControl',
  dnd: 'VirtualMachine.Interact.DnD',
  device: 'VirtualMachine.Interact.DeviceConnection',
};

const ticket: MethodRule = ({ self, params }) => [
  { cell: self, privilege: TICKETS[String(params.ticketType)] ?? 'VirtualMachine.Interact.ConsoleInteract' },
];

const file = fileNeeds(FILES, 'name', 'datacenter');
const filesMoved = fileNeeds(FILES, 'sourceName', 'sourceDatacenter', 'destinationName', 'destinationDatacenter');
const browse = fileNeeds('Datastore.Browse', 'datastorePath');
const hostNetwork = onSelf('Host.Config.Network');
const lease: MethodRule = ownOnly;
const filter = onSelf('Host.Config.Patch');
const customizeGuest = onNamed('vm', 'VirtualMachine.Provisioning.Customize');

export const methodRules: { readonly [ownerDotMethod: string]: MethodRule | undefined } = {
  ...diskRules,
  'ClusterComputeResource.ConfigureHCI_Task': onSelf('Host.Inventory.EditCluster'),
  'ClusterComputeResource.ExtendHCI_Task': onSelf('Host.Inventory.EditCluster'),
  'ClusterComputeResource.ApplyRecommendation': onSelf('Resource.ApplyRecommendation'),
  'DirectPathProfileManager.DirectPathProfileManagerQueryCapacity': read,
  'DistributedVirtualPortgroup.ReconfigureDVPortgroup_Task': reconfigurePortGroup,
  'DistributedVirtualPortgroup.DVPortgroupRollback_Task': onSelf('DVPortgroup.Modify'),
  'DistributedVirtualSwitch.ReconfigureDvs_Task': reconfigureSwitch,
  'DistributedVirtualSwitch.DVSRollback_Task': onSelf('DVSwitch.Modify'),
  'DistributedVirtualSwitchManager.DVSManagerExportEntity_Task': read,
  'DistributedVirtualSwitchManager.DVSManagerImportEntity_Task': onSelf('DVSwitch.Create'),
  'EventHistoryCollector.ReadNextEvents': ownOnly,
  'EventHistoryCollector.ReadPreviousEvents': ownOnly,
  'ExtensibleManagedObject.setCustomValue': onSelf('Global.SetCustomField'),
  'FileManager.MoveDatastoreFile_Task': filesMoved,
  'FileManager.CopyDatastoreFile_Task': filesMoved,
  'FileManager.DeleteDatastoreFile_Task': file,
  'FileManager.MakeDirectory': file,
  'FileManager.ChangeOwner': file,
  'Folder.CreateDVS_Task': createSwitch,
  'Folder.CreateVM_Task': createMachine,
  'Folder.MoveIntoFolder_Task': moveNeeds,
  'Folder.BatchAddHostsToCluster_Task': onNamed('cluster', 'Host.Inventory.AddHostToCluster'),
  'HistoryCollector.SetCollectorPageSize': ownOnly,
  'HistoryCollector.RewindCollector': ownOnly,
  'HistoryCollector.ResetCollector': ownOnly,
  'HistoryCollector.DestroyCollector': ownOnly,
  'HostDatastoreBrowser.DeleteFile': fileNeeds('Datastore.DeleteFile', 'datastorePath'),
  'HostDatastoreBrowser.SearchDatastore_Task': browse,
  'HostDatastoreBrowser.SearchDatastoreSubFolders_Task': browse,
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
    { cell: self, privilege: entityOf(self)?.is('HostSystem') ? 'Host.Config.AdvancedConfig' : 'Global.Settings' },
  ],
  'PropertyFilter.DestroyPropertyFilter': ownOnly,
  'ReflectManagedMethodExecuter.ExecuteSoap': onSelf('Host.Config.Settings'),
  'ReflectManagedMethodExecuter.FetchSoap': read,
  'ResourcePool.UpdateConfig': ({ self, params }) => [
    ...(params.name === undefined ? [] : [{ cell: self, privilege: 'Resource.RenamePool' }]),
    ...(params.config === undefined ? [] : [{ cell: self, privilege: 'Resource.EditPool' }]),
  ],
  'OvfManager.CreateImportSpec': mappedNetworks,
  'ResourcePool.CreateChildVM_Task': createChild,
  'ResourcePool.RegisterChildVM_Task': onSelf('VirtualMachine.Inventory.Register', 'Resource.AssignVMToPool'),
  'ResourcePool.ImportVApp': importNeeds,
  'ResourcePool.MoveIntoResourcePool': movePool,
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
  'VirtualMachine.RelocateVM_Task': relocate,
  'VirtualMachine.CloneVM_Task': clone,
  'VirtualMachine.InstantClone_Task': instantClone,
  'VirtualMachine.AcquireTicket': ticket,
  'VirtualMachineGuestCustomizationManager.CustomizeGuest_Task': customizeGuest,
  'VirtualMachineGuestCustomizationManager.AbortCustomization_Task': customizeGuest,
  'VirtualMachineGuestCustomizationManager.StartGuestNetwork_Task': customizeGuest,
  'VirtualMachine.RepairVmDiskChains_Task': onSelf('VirtualMachine.Config.Settings'),
  // Its privilege is one that no role can have.
  'VslmSessionManager.VslmLogout': ownOnly,
};

const apply = applyNeeds((method) => methodRules[method]);
