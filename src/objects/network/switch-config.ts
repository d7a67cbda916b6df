/** A distributed switch's configuration, summary and capability as clients read them. */
import { formatTime } from '../../kernel/time.ts';
import type {
  DistributedVirtualSwitchHostMember,
  DistributedVirtualSwitchProductSpec,
  DVSCapability,
  DVSRuntimeInfo,
  DVSSummary,
  VMwareDVSConfigInfo,
} from '../../vim25/generated/index.ts';
import { type Ref, ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import type { Facets } from '../../world/kind.ts';
import type { DistributedSwitch, Member } from './switch.ts';

/** What this file reads of the switch's port groups. */
interface Group extends Facets {
  readonly name: string;
  readonly config: { readonly ports: number; readonly uplink: boolean };
}

export const READS_SWITCH = ['name', 'uuid', 'config', 'members', 'portgroup', 'portgroup.config'] as const;
export const READS_SWITCH_SUMMARY = [...READS_SWITCH, 'portgroup.name', 'portgroup.vm'] as const;

const host = (m: Member): Ref<'HostSystem'> => ref('HostSystem', m.host);

export function productOf(version: string): DistributedVirtualSwitchProductSpec {
  return { name: 'DVS', vendor: 'VMware, Inc.', version, build: '24022515', forwardingClass: 'etherswitch' };
}

/** All ports: those of the port groups and those of none. */
export function portCount(self: Cell<DistributedSwitch>): number {
  let ports = self.state.config.standalonePorts;
  for (const { state } of self.back<Group>('portgroup')) {
    ports += state.config.uplink ? self.state.members.length * self.state.config.uplinks.length : state.config.ports;
  }
  return ports;
}

function uplinkGroups(self: Cell<DistributedSwitch>): Ref<'DistributedVirtualPortgroup'>[] {
  const groups = [...self.back<Group>('portgroup')].filter((g) => g.state.config.uplink);
  return groups.map((g) => g.ref as Ref<'DistributedVirtualPortgroup'>);
}

export function switchConfig(s: DistributedSwitch, self: Cell<DistributedSwitch>): VMwareDVSConfigInfo {
  const { config } = s;
  const uplinkPortPolicy = { _typeName: 'DVSNameArrayUplinkPortPolicy', uplinkPortName: [...config.uplinks] };
  return {
    _typeName: 'VMwareDVSConfigInfo',
    uuid: s.uuid,
    name: s.name,
    numStandalonePorts: config.standalonePorts,
    numPorts: portCount(self),
    maxPorts: config.maxPorts,
    uplinkPortPolicy,
    uplinkPortgroup: uplinkGroups(self),
    defaultPortConfig: config.portSetting,
    host: s.members.map((m, i) => member(m, i, s)),
    productInfo: productOf(config.version),
    extensionKey: config.extensionKey,
    vendorSpecificConfig: [],
    policy: { autoPreInstallAllowed: true, autoUpgradeAllowed: true, partialUpgradeAllowed: true },
    description: config.description,
    configVersion: String(config.changes),
    contact: config.contact ?? {},
    switchIpAddress: config.ipAddress,
    createTime: formatTime(config.created),
    networkResourceManagementEnabled: config.networkResourceManagement,
    defaultProxySwitchMaxNumPorts: 512,
    healthCheckConfig: [
      { _typeName: 'VMwareDVSVlanMtuHealthCheckConfig', enable: false, interval: 0 },
      { _typeName: 'VMwareDVSTeamingHealthCheckConfig', enable: false, interval: 0 },
    ],
    networkResourceControlVersion: 'version3',
    pnicCapacityRatioForReservation: 75,
    vspanSession: [],
    pvlanConfig: [],
    maxMtu: config.mtu,
    linkDiscoveryProtocolConfig: config.discovery,
    ipfixConfig: {
      activeFlowTimeout: 60,
      idleFlowTimeout: 15,
      samplingRate: 4096,
      internalFlowsOnly: false,
      collectorPort: 0,
      observationDomainId: 0,
    },
    lacpGroupConfig: [],
    lacpApiVersion: config.lacpApiVersion,
    multicastFilteringMode: config.multicastFiltering,
  };
}

/** Each member has as many ports among the switch's uplink ports as the switch has uplinks, in order. */
function member(m: Member, index: number, s: DistributedSwitch): DistributedVirtualSwitchHostMember {
  const { uplinks } = s.config;
  const uplinkPortKey = uplinks.map((_, i) => String(index * uplinks.length + i));
  const pnicSpec = m.nics.map((pnicDevice, i) => ({ pnicDevice, uplinkPortKey: uplinkPortKey[i] }));
  const backing = { _typeName: 'DistributedVirtualSwitchHostMemberPnicBacking', pnicSpec };
  return {
    runtimeState: { currentMaxProxySwitchPorts: 512 },
    config: { host: host(m), maxProxySwitchPorts: 512, vendorSpecificConfig: [], backing },
    productInfo: productOf(s.config.version),
    uplinkPortKey,
    status: 'up',
  };
}

export function switchSummary(s: DistributedSwitch, self: Cell<DistributedSwitch>): DVSSummary {
  const groups = [...self.back<Group>('portgroup')];
  const vms = new Map(groups.flatMap((g) => g.refsBack('vm')).map((r) => [r.value, r as Ref<'VirtualMachine'>]));
  return {
    name: s.name,
    uuid: s.uuid,
    numPorts: portCount(self),
    productInfo: productOf(s.config.version),
    hostMember: s.members.map(host),
    vm: [...vms.values()],
    host: s.members.map(host),
    portgroupName: groups.map((g) => g.state.name),
    description: s.config.description,
    contact: s.config.contact ?? {},
    numHosts: s.members.length,
  };
}

export function switchRuntime(s: DistributedSwitch): DVSRuntimeInfo {
  return { hostMemberRuntime: s.members.map((m) => ({ host: host(m), status: 'up', healthCheckResult: [] })) };
}

const LACP = Object.freeze({ lacpSupported: true, multiLacpGroupSupported: true, lacpFastModeSupported: true });

export const SWITCH_CAPABILITY: DVSCapability = Object.freeze({
  dvsOperationSupported: true,
  dvPortGroupOperationSupported: true,
  dvPortOperationSupported: true,
  compatibleHostComponentProductInfo: ['6.5.0', '6.6.0', '7.0.0', '7.0.2', '7.0.3', '8.0.0', '8.0.3'].map(
    (version) => ({
      productLineId: 'embeddedEsx',
      version,
    }),
  ),
  featuresSupported: {
    _typeName: 'VMwareDVSFeatureCapability',
    networkResourceManagementSupported: true,
    vmDirectPathGen2Supported: true,
    nicTeamingPolicy: [
      'loadbalance_ip',
      'loadbalance_srcmac',
      'loadbalance_srcid',
      'failover_explicit',
      'loadbalance_loadbased',
    ],
    networkResourcePoolHighShareValue: 100,
    healthCheckCapability: {
      _typeName: 'VMwareDVSHealthCheckCapability',
      vlanMtuSupported: true,
      teamingSupported: true,
    },
    rollbackCapability: { rollbackSupported: true },
    backupRestoreCapability: { backupRestoreSupported: true },
    networkFilterSupported: true,
    macLearningSupported: true,
    vspanSupported: true,
    lldpSupported: true,
    ipfixSupported: true,
    multicastSnoopingSupported: true,
    lacpCapability: LACP,
    nsxSupported: true,
  } as never,
});
