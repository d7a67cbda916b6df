/** Managers that are there to be found: a client reads them from the ServiceContent before it knows what it needs. */
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { ManagedObject } from '../managed-object.ts';

/** Types without anything to read. Where another room does their methods, its kind takes the place of this one. */
const TYPES = [
  'CertificateManager',
  'DatastoreNamespaceManager',
  'DistributedVirtualSwitchManager',
  'FileManager',
  'GuestAliasManager',
  'GuestAuthManager',
  'GuestFileManager',
  'GuestProcessManager',
  'GuestWindowsRegistryManager',
  'HealthUpdateManager',
  'HostSpecificationManager',
  'HostVStorageObjectManager',
  'IoFilterManager',
  'IpPoolManager',
  'OverheadMemoryManager',
  'ProfileComplianceManager',
  'SiteInfoManager',
  'StorageQueryManager',
  'StorageResourceManager',
  'TenantTenantManager',
  'VcenterVStorageObjectManager',
  'VirtualDiskManager',
  'VirtualMachineCompatibilityChecker',
  'VirtualMachineGuestCustomizationManager',
  'VirtualMachineProvisioningChecker',
] as const;

export interface GuestOperationsFacets {
  readonly guest: {
    readonly auth: string;
    readonly file: string;
    readonly process: string;
    readonly registry: string;
    readonly alias: string;
  };
}

export const guestOperationsManagerKind: KindSpec<GuestOperationsFacets> = defineKind<GuestOperationsFacets>({
  type: 'GuestOperationsManager',
  properties: {
    authManager: { reads: ['guest'], value: (s) => ({ type: 'GuestAuthManager', value: s.guest.auth }) },
    fileManager: { reads: ['guest'], value: (s) => ({ type: 'GuestFileManager', value: s.guest.file }) },
    processManager: { reads: ['guest'], value: (s) => ({ type: 'GuestProcessManager', value: s.guest.process }) },
    guestWindowsRegistryManager: {
      reads: ['guest'],
      value: (s) => ({ type: 'GuestWindowsRegistryManager', value: s.guest.registry }),
    },
    aliasManager: { reads: ['guest'], value: (s) => ({ type: 'GuestAliasManager', value: s.guest.alias }) },
  },
});

/** Managers with a property or two, whose lists are empty on a fresh server. */
const SPARSE: readonly KindSpec<never>[] = [
  plain('ServiceManager', { service: [] }),
  plain('HostProfileManager', { profile: [] }),
  plain('ClusterProfileManager', { profile: [] }),
  plain('LocalizationManager', { catalog: [] }),
  plain('CryptoManagerKmip', { enabled: true, kmipServers: [] }),
  plain('FailoverClusterConfigurator', { disabledConfigureMethod: [] }),
  plain('FailoverClusterManager', { disabledClusterMethod: [] }),
  plain('HostSnmpSystem', {
    configuration: { enabled: false, port: 161, readOnlyCommunities: [], trapTargets: [] },
    limits: {
      maxReadOnlyCommunities: 10,
      maxTrapDestinations: 4,
      maxCommunityLength: 64,
      maxBufferSize: 16_384,
      capability: 'COMPLETE',
    },
  }),
];

export const plainManagers: readonly ManagedObject[] = [
  ...TYPES.map((type) => plain(type, {})),
  ...SPARSE,
  guestOperationsManagerKind as unknown as KindSpec<never>,
].map((kind) => ({ kind, methods: {}, verbs: [] }));

/** A kind whose properties always read the same. */
function plain(type: string, values: Readonly<Record<string, unknown>>): KindSpec<never> {
  const properties = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { reads: [], value: () => value }]),
  );
  return defineKind<object>({ type, properties }) as unknown as KindSpec<never>;
}
