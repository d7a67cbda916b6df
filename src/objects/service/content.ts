/** ServiceContent: which managers a server has, and under which ids. */
import type { AboutInfo, ServiceContent } from '../../vim25/generated/index.ts';

type Row = readonly [
  property: keyof ServiceContent,
  type: string,
  vcenter: string | undefined,
  esx: string | undefined,
];

/** Ids as genuine servers have them; the order is the table's. */
const ROWS: readonly Row[] = [
  ['rootFolder', 'Folder', 'group-d1', 'ha-folder-root'],
  ['propertyCollector', 'PropertyCollector', 'propertyCollector', 'ha-property-collector'],
  ['viewManager', 'ViewManager', 'ViewManager', 'ViewManager'],
  ['setting', 'OptionManager', 'VpxSettings', 'HostAgentSettings'],
  ['userDirectory', 'UserDirectory', 'UserDirectory', 'ha-user-directory'],
  ['sessionManager', 'SessionManager', 'SessionManager', 'ha-sessionmgr'],
  ['authorizationManager', 'AuthorizationManager', 'AuthorizationManager', 'ha-authmgr'],
  ['serviceManager', 'ServiceManager', 'ServiceMgr', 'ha-servicemanager'],
  ['perfManager', 'PerformanceManager', 'PerfMgr', 'ha-perfmgr'],
  ['scheduledTaskManager', 'ScheduledTaskManager', 'ScheduledTaskManager', undefined],
  ['alarmManager', 'AlarmManager', 'AlarmManager', undefined],
  ['eventManager', 'EventManager', 'EventManager', 'ha-eventmgr'],
  ['taskManager', 'TaskManager', 'TaskManager', 'ha-taskmgr'],
  ['extensionManager', 'ExtensionManager', 'ExtensionManager', undefined],
  ['customizationSpecManager', 'CustomizationSpecManager', 'CustomizationSpecManager', undefined],
  ['guestCustomizationManager', 'VirtualMachineGuestCustomizationManager', 'GuestCustomizationManager', undefined],
  ['customFieldsManager', 'CustomFieldsManager', 'CustomFieldsManager', undefined],
  ['accountManager', 'HostLocalAccountManager', undefined, 'ha-localacctmgr'],
  ['diagnosticManager', 'DiagnosticManager', 'DiagMgr', 'ha-diagnosticmgr'],
  ['licenseManager', 'LicenseManager', 'LicenseManager', 'ha-license-manager'],
  ['searchIndex', 'SearchIndex', 'SearchIndex', 'ha-searchindex'],
  ['fileManager', 'FileManager', 'FileManager', 'ha-nfc-file-manager'],
  [
    'datastoreNamespaceManager',
    'DatastoreNamespaceManager',
    'DatastoreNamespaceManager',
    'ha-datastore-namespace-manager',
  ],
  ['virtualDiskManager', 'VirtualDiskManager', 'virtualDiskManager', 'ha-vdiskmanager'],
  ['snmpSystem', 'HostSnmpSystem', 'SnmpSystem', undefined],
  ['vmProvisioningChecker', 'VirtualMachineProvisioningChecker', 'ProvChecker', undefined],
  ['vmCompatibilityChecker', 'VirtualMachineCompatibilityChecker', 'CompatChecker', undefined],
  ['ovfManager', 'OvfManager', 'OvfManager', 'ha-ovf-manager'],
  ['ipPoolManager', 'IpPoolManager', 'IpPoolManager', undefined],
  ['dvSwitchManager', 'DistributedVirtualSwitchManager', 'DVSManager', 'ha-dvsmanager'],
  ['hostProfileManager', 'HostProfileManager', 'HostProfileManager', undefined],
  ['clusterProfileManager', 'ClusterProfileManager', 'ClusterProfileManager', undefined],
  ['complianceManager', 'ProfileComplianceManager', 'MoComplianceManager', undefined],
  ['localizationManager', 'LocalizationManager', 'LocalizationManager', 'ha-l10n-manager'],
  ['storageResourceManager', 'StorageResourceManager', 'StorageResourceManager', 'ha-storage-resource-manager'],
  ['guestOperationsManager', 'GuestOperationsManager', 'guestOperationsManager', 'ha-guest-operations-manager'],
  ['overheadMemoryManager', 'OverheadMemoryManager', 'OverheadMemoryManager', 'ha-overhead-memory-manager'],
  ['certificateManager', 'CertificateManager', 'certificateManager', undefined],
  ['ioFilterManager', 'IoFilterManager', 'IoFilterManager', undefined],
  ['vStorageObjectManager', 'VcenterVStorageObjectManager', 'VStorageObjectManager', undefined],
  ['vStorageObjectManager', 'HostVStorageObjectManager', undefined, 'ha-vstorage-object-manager'],
  ['hostSpecManager', 'HostSpecificationManager', 'HostSpecificationManager', undefined],
  ['cryptoManager', 'CryptoManagerKmip', 'CryptoManager', undefined],
  ['healthUpdateManager', 'HealthUpdateManager', 'HealthUpdateManager', undefined],
  ['failoverClusterConfigurator', 'FailoverClusterConfigurator', 'FailoverClusterConfigurator', undefined],
  ['failoverClusterManager', 'FailoverClusterManager', 'FailoverClusterManager', undefined],
  ['tenantManager', 'TenantTenantManager', 'TenantManager', undefined],
  ['siteInfoManager', 'SiteInfoManager', 'SiteInfoManager', undefined],
  ['storageQueryManager', 'StorageQueryManager', 'StorageQueryManager', undefined],
];

export interface Manager {
  readonly property: keyof ServiceContent;
  readonly type: string;
  readonly id: string;
}

/** What a server of that flavour has. */
export function managersOf(flavour: 'vcenter' | 'esx'): Manager[] {
  return ROWS.flatMap(([property, type, vcenter, esx]) => {
    const id = flavour === 'esx' ? esx : vcenter;
    return id === undefined ? [] : [{ property, type, id }];
  });
}

/** The content a client reads first of all. */
export function contentOf(managers: readonly Manager[], about: AboutInfo): ServiceContent {
  const refs = managers.map(({ property, type, id }) => [property, { type, value: id }] as const);
  return { ...Object.fromEntries(refs), about } as unknown as ServiceContent;
}
