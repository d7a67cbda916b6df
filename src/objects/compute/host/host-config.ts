/** HostSystem.config: everything about how ESXi is set up, put together from its parts. */
import type { HostConfigInfo, PowerSystemCapability, PowerSystemInfo } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { READS_STORAGE, storageDevices } from '../storage/devices.ts';
import { READS_AUTO_START, standingAutoStart } from './auto-start.ts';
import type { Host } from './host.ts';
import { hostNetworkInfo, NET_CAPABILITIES, OFFLOAD, READS_NETWORK, vmkNics } from './host-network.ts';
import { OPTION_DEFS, optionValues, READS_OPTIONS } from './host-options.ts';
import { usableMemory } from './host-profile.ts';
import { systemResources } from './host-resources.ts';
import { firewallInfo, serviceInfo } from './host-services.ts';
import { dateTimeInfo } from './host-time.ts';
import { nicManagerInfo } from './host-vnics.ts';
import { hostVolumes, READS_VOLUMES } from './host-volumes.ts';

export const READS_CONFIG = [
  'product',
  'services',
  'firewall',
  'time',
  ...READS_AUTO_START,
  'upkeep',
  ...READS_OPTIONS,
  ...new Set([...READS_NETWORK, ...READS_STORAGE, ...READS_VOLUMES]),
] as const;

const MIB = 2 ** 20;

export const DATASTORE_CAPABILITIES = Object.freeze({
  nfsMountCreationRequired: true,
  nfsMountCreationSupported: true,
  localDatastoreSupported: false,
  vmfsExtentExpansionSupported: true,
});

const POLICIES = [
  { key: 1, name: 'PowerPolicy.static.name', shortName: 'static', description: 'PowerPolicy.static.description' },
  { key: 2, name: 'PowerPolicy.dynamic.name', shortName: 'dynamic', description: 'PowerPolicy.dynamic.description' },
  { key: 3, name: 'PowerPolicy.low.name', shortName: 'low', description: 'PowerPolicy.low.description' },
  { key: 4, name: 'PowerPolicy.custom.name', shortName: 'custom', description: 'PowerPolicy.custom.description' },
];
export const POWER_CAPABILITY: PowerSystemCapability = Object.freeze({ availablePolicy: POLICIES });
export const POWER_INFO: PowerSystemInfo = Object.freeze({ currentPolicy: POLICIES[1]! });

const AUTO_START = Object.freeze({
  enabled: false,
  startDelay: 120,
  stopDelay: 120,
  waitForHeartbeat: false,
  stopAction: 'PowerOff',
});

export function autoStartConfig(host: Cell<Host>): NonNullable<HostConfigInfo['autoStart']> {
  return { defaults: { ...AUTO_START, ...host.state.autoStart?.defaults }, powerInfo: standingAutoStart(host) };
}

/** Where swap files go, as long as the host mounts it. */
function swapDatastore(self: Cell<Host>): Ref<'Datastore'> | undefined {
  const id = self.state.storage?.swap;
  return id === undefined
    ? undefined
    : (self.refsBack('datastore').find(({ value }) => value === id) as Ref<'Datastore'>);
}

export function hostConfig(s: Host, self: Cell<Host>): HostConfigInfo {
  return {
    host: self.ref as Ref<'HostSystem'>,
    product: s.product,
    hyperThread: { available: s.profile.threadsPerCore > 1, active: s.profile.threadsPerCore > 1, config: true },
    consoleReservation: undefined,
    virtualMachineReservation: {
      virtualMachineMin: 0,
      virtualMachineMax: Math.round(usableMemory(s.profile) / MIB),
      virtualMachineReserved: 0,
      allocationPolicy: 'swapNone',
    },
    storageDevice: storageDevices(self),
    multipathState: { path: [] },
    fileSystemVolume: hostVolumes(self),
    systemFile: [],
    network: hostNetworkInfo(self),
    vmotion: {
      netConfig: { candidateVnic: vmkNics(s), selectedVnic: 'VMotionConfig.vmotion.key-vim.host.VirtualNic-vmk0' },
    },
    virtualNicManagerInfo: nicManagerInfo(s),
    capabilities: NET_CAPABILITIES,
    datastoreCapabilities: DATASTORE_CAPABILITIES,
    datastorePrincipal: s.storage?.principal,
    localSwapDatastore: swapDatastore(self),
    offloadCapabilities: OFFLOAD,
    service: serviceInfo(s),
    firewall: firewallInfo(s),
    autoStart: autoStartConfig(self),
    option: optionValues(self),
    optionDef: OPTION_DEFS,
    systemSwapConfiguration: { option: [{ _typeName: 'HostSystemSwapConfigurationDisabledOption', key: 0 }] },
    systemResources: systemResources(s.profile),
    dateTimeInfo: dateTimeInfo(s),
    flags: { backgroundSnapshotsEnabled: false, ...s.upkeep?.flags },
    ipmi: s.upkeep?.ipmi && { ...s.upkeep.ipmi, password: undefined },
    adminDisabled: s.upkeep?.locked === true,
    lockdownMode: s.upkeep?.locked ? 'lockdownNormal' : 'lockdownDisabled',
    pciPassthruInfo: [],
    authenticationManagerInfo: { authConfig: [{ _typeName: 'HostLocalAuthenticationInfo', enabled: true }] },
    powerSystemCapability: POWER_CAPABILITY,
    powerSystemInfo: POWER_INFO,
    cacheConfigurationInfo: [],
    wakeOnLanCapable: false,
    featureCapability: FEATURES,
    maskedFeatureCapability: FEATURES,
    domainList: [],
    graphicsInfo: [],
    sharedPassthruGpuTypes: [],
    graphicsConfig: {
      hostDefaultGraphicsType: 'shared',
      sharedPassthruAssignmentPolicy: 'performance',
      deviceType: [],
    },
    ioFilterInfo: [],
  };
}

const FEATURES = [
  'cpuid.3DNOWPREFETCH',
  'cpuid.AES',
  'cpuid.AVX',
  'cpuid.AVX2',
  'cpuid.AVX512F',
  'cpuid.SSE42',
  'hv.capable',
  'vt.realmode',
].map((key) => ({ key, featureName: key, value: '1' }));
