/** Every privilege vCenter defines, by group. The API table names those its methods ask for; the rest is listed by hand. */
import type { AuthorizationPrivilege } from '../../vim25/generated/index.ts';

/** Group -> the last words of its privileges' ids. */
const GROUPS: { readonly [group: string]: string } = {
  System: 'Anonymous View Read',
  Global:
    'ManageCustomFields SetCustomField LogEvent CancelTask Licenses Diagnostics Settings VCServer CapacityPlanning ScriptAction Proxy DisableMethods EnableMethods ServiceManagers Health SystemTag GlobalTag',
  Folder: 'Create Delete Rename Move',
  Datacenter: 'Create Delete Rename Move Reconfigure IpPoolConfig IpPoolReleaseIp IpPoolQueryAllocations',
  Datastore:
    'Rename Move Delete Browse DeleteFile FileManagement AllocateSpace Config UpdateVirtualMachineFiles UpdateVirtualMachineMetadata',
  StoragePod: 'Config',
  StorageViews: 'View ConfigureService',
  StorageProfile: 'View Update Apply',
  Network: 'Move Delete Config Assign',
  DVSwitch: 'Create Modify HostOp PolicyOp PortConfig PortSetting Delete Move Vspan ResourceManagement',
  DVPortgroup: 'Create Modify PolicyOp ScopeOp Delete Ipfix',
  'Host.Inventory':
    'AddStandaloneHost CreateCluster AddHostToCluster RemoveHostFromCluster MoveCluster RenameCluster DeleteCluster EditCluster MoveHost ManageClusterLifecyle',
  'Host.Config':
    'Connection Maintenance Resources AutoStart HyperThreading Storage SystemManagement VFlash Network AdvancedConfig SystemResources Power Quarantine Snmp DateTime PciPassthru Settings Patch Firmware GuestStore ProductLocker NetService AuthenticationStore Memory Nvdimm Image PMem',
  'Host.Local': 'InstallAgent ManageUserGroups CreateVM ReconfigVM DeleteVM',
  'Host.Cim': 'CimInteraction',
  'Host.Hbr': 'HbrManagement',
  'Host.Entropy': 'Read Write',
  'Host.Statistics': 'Query',
  'Host.Tpm': 'Read Unseal',
  'Host.Sgx': 'Register',
  'VirtualMachine.Inventory': 'Create CreateFromExisting Register Delete Unregister Move',
  'VirtualMachine.Interact':
    'PowerOn PowerOff Suspend SuspendToMemory Reset Pause AnswerQuestion ConsoleInteract DeviceConnection SetCDMedia SetFloppyMedia ToolsInstall GuestControl DefragmentAllDisks CreateSecondary TurnOffFaultTolerance MakePrimary TerminateFaultTolerantVM DisableSecondary EnableSecondary Record Replay Backup CreateScreenshot PutUsbScanCodes SESparseMaintenance DnD',
  'VirtualMachine.GuestOperations': 'Query Modify Execute QueryAliases ModifyAliases',
  'VirtualMachine.Config':
    'Rename Annotation AddExistingDisk AddNewDisk RemoveDisk RawDevice HostUSBDevice CPUCount Memory AddRemoveDevice EditDevice Settings Resource UpgradeVirtualHardware ResetGuestInfo ToggleForkParent AdvancedConfig DiskLease SwapPlacement DiskExtend ChangeTracking QueryUnownedFiles ReloadFromPath QueryFTCompatibility MksControl ManagedBy Unlock',
  'VirtualMachine.State': 'CreateSnapshot RevertToSnapshot RemoveSnapshot RenameSnapshot',
  'VirtualMachine.Hbr': 'ConfigureReplication ReplicaManagement MonitorReplication',
  'VirtualMachine.Provisioning':
    'Customize Clone PromoteDisks CreateTemplateFromVM DeployTemplate CloneTemplate MarkAsTemplate MarkAsVM ReadCustSpecs ModifyCustSpecs DiskRandomAccess DiskRandomRead FileRandomAccess GetVmFiles PutVmFiles',
  'VirtualMachine.Namespace': 'Management Query ModifyContent ReadContent Event EventNotify',
  'VirtualMachine.DataSets': 'Query Modify',
  Resource:
    'AssignVMToPool AssignVAppToPool CreatePool RenamePool EditPool MovePool DeletePool HotMigrate ColdMigrate QueryVMotion ApplyRecommendation',
  Alarm: 'Create Delete Edit Acknowledge SetStatus ToggleEnableOnEntity DisableActions',
  Task: 'Create Update',
  ScheduledTask: 'Create Delete Run Edit',
  Sessions: 'TerminateSession ValidateSession ImpersonateUser GlobalMessage CollectPrivilegeChecks',
  Performance: 'ModifyIntervals',
  Authorization: 'ModifyRoles ModifyPermissions ReassignRolePermissions ModifyPrivileges ModifyVCTrusts',
  Extension: 'Register Update Unregister',
  VApp: 'ResourceConfig InstanceConfig ApplicationConfig ManagedByConfig Export Import PullFromUrls ExtractOvfEnvironment AssignVM AssignResourcePool AssignVApp Clone Create Delete Unregister Move PowerOn PowerOff Suspend Rename',
  Profile: 'View Create Edit Delete Clear Export',
  Cryptographer:
    'Access AddDisk Clone Encrypt EncryptNew Decrypt Migrate Recrypt RegisterVM RegisterHost ManageKeys ManageKeyServers ManageEncryptionPolicy ReadKeyServersInfo',
  Certificate: 'Manage',
  ContentLibrary:
    'CreateLocalLibrary CreateSubscribedLibrary UpdateLibrary UpdateLocalLibrary UpdateSubscribedLibrary DeleteLocalLibrary DeleteSubscribedLibrary AddLibraryItem UpdateLibraryItem DeleteLibraryItem DownloadSession UpdateSession SyncLibrary SyncLibraryItem EvictLibraryItem EvictSubscribedLibrary ReadStorage TypeIntrospection ProbeSubscription ImportStorage GetConfiguration UpdateConfiguration CheckInTemplate CheckOutTemplate ManageClusterRegistryResource PublishLibrary PublishLibraryItem AddSubscription UpdateSubscription DeleteSubscription',
  'InventoryService.Tagging':
    'CreateTag EditTag DeleteTag CreateCategory EditCategory DeleteCategory AttachTag ObjectAttachable ModifyUsedByForTag ModifyUsedByForCategory CreateScope EditScope DeleteScope',
  'InventoryService.Tagging.Provider': 'Federation',
  HealthUpdateProvider: 'Register Unregister Update',
  TenantManager: 'Query Update',
  DirectPathProfileManager: 'Manage',
  EAM: 'View Modify Config',
  vService: 'CreateDependency DestroyDependency ReconfigureDependency UpdateDependency',
  Namespaces: 'Configure SelfServiceManage ListAccess Backup',
  SupervisorServices: 'Manage',
  VirtualMachineClasses: 'Manage',
  VcIdentityProviders: 'Read Manage Create',
  VcLifecycle: 'View Upgrade',
  'Vsan.Cluster': 'ShallowRekey',
  ComputePolicy: 'Manage',
};

/** Privileges that are checked on the parent of what they create or remove. */
const ON_PARENT = /^(Folder|Datacenter|DVSwitch|DVPortgroup|VApp|VirtualMachine\.Inventory)\.(Create|Delete)$/;

/** All privileges, in the order of their groups. */
export const PRIVILEGES: readonly AuthorizationPrivilege[] = Object.entries(GROUPS).flatMap(([privGroupName, names]) =>
  names.split(' ').map((name) => {
    const privId = `${privGroupName}.${name}`;
    return Object.freeze({ privId, onParent: ON_PARENT.test(privId), name, privGroupName });
  }),
);

export const PRIVILEGE_GROUPS: readonly string[] = Object.keys(GROUPS);

/** The ids of all privileges: what the administrator role holds. */
export const PRIVILEGE_IDS: readonly string[] = PRIVILEGES.map((p) => p.privId);

/** What every role that anyone makes holds besides what it was given. */
export const SYSTEM_PRIVILEGES: readonly string[] = ['System.Anonymous', 'System.Read', 'System.View'];

/** A privilege's id in words: `VirtualMachine.Interact.PowerOn` -> `Power on`. */
export function privilegeLabel(name: string): string {
  const text = name.replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
