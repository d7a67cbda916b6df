/** HostSystem: its facets, and every property a client reads of it. */
import type {
  AboutInfo,
  AutoStartDefaults,
  AutoStartPowerInfo,
  HostFlagInfo,
  HostIpmiInfo,
  HostSystemConnectionState,
  HostSystemPowerState,
} from '../../../vim25/generated/index.ts';
import { box, type Ref, ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { defineKind, type KindSpec } from '../../../world/kind.ts';
import { type Entity, managedEntity } from '../../inventory/managed-entity.ts';
import { browserId } from '../../storage/datastore.ts';
import type { Iscsi } from '../storage/adapters.ts';
import type { HostStorage } from '../storage/drive.ts';
import { hostCapability } from './host-capability.ts';
import { hostConfig, READS_CONFIG } from './host-config.ts';
import { hostHardware, READS_HARDWARE } from './host-hardware.ts';
import { managersOf } from './host-managers.ts';
import { coresOf, cpuOf, type HostProfile, threadsOf, usableCpu, usableMemory } from './host-profile.ts';
import { type SystemResources, systemResources } from './host-resources.ts';
import { hostRuntime, READS_RUNTIME } from './host-runtime.ts';
import type { Firewall, Services } from './host-services.ts';
import { hostSummary, READS_SUMMARY } from './host-summary.ts';
import type { PortGroup, Switch, VmkNic } from './host-switches.ts';
import type { TimeKeeping } from './host-time.ts';

export interface HostState {
  readonly connection: HostSystemConnectionState;
  readonly power: HostSystemPowerState;
  readonly maintenance: boolean;
  readonly quarantine?: boolean | undefined;
  readonly bootTime: number;
  /** The load model's tick at boot; uptime counts from there. */
  readonly bootTick: number;
  /** On its way into standby, in it, or on its way out. */
  readonly standby?: 'entering' | 'in' | 'exiting' | undefined;
  /** It is being emptied, and takes no machines meanwhile. */
  readonly leaving?: boolean | undefined;
  /** What keeps vCenter, or the other hosts, from it. */
  readonly failure?: HostFailure | undefined;
  /** When its HA agent last joined the others; absent for one that has been there from the beginning. */
  readonly joined?: number | undefined;
}

/** What befell a host, and how far the others have come to know it. */
export interface HostFailure {
  /**
   * `crashed` and `poweredOff` end what runs on it; an `isolated` one is cut off from vCenter and all other hosts, a
   * `partitioned` one from the other hosts only, and of a `silent` one only the management agent is gone.
   */
  readonly kind: 'crashed' | 'poweredOff' | 'isolated' | 'partitioned' | 'silent';
  readonly since: number;
  /** The other hosts have made up their minds: it is down, or isolated. */
  readonly declared?: boolean | undefined;
  /** When it has booted again, for one that was told to. */
  readonly until?: number | undefined;
}

/** Where a host is on the network, and which of its kind it is: what differs between hosts that are otherwise alike. */
export interface HostIdentity {
  /** SMBIOS uuid. */
  readonly uuid: string;
  /** Counts hosts; addresses and serial numbers follow from it. */
  readonly ordinal: number;
  /** Address of the management interface. */
  readonly address: string;
  /** Port of the host's own SDK where it is not 443. */
  readonly port?: number | undefined;
}

export interface AutoStart {
  readonly defaults?: AutoStartDefaults | undefined;
  readonly powerInfo?: readonly AutoStartPowerInfo[] | undefined;
}

/** How it is run, as far as somebody set that. */
export interface Upkeep {
  readonly flags?: HostFlagInfo | undefined;
  /** Its management controller. */
  readonly ipmi?: HostIpmiInfo | undefined;
  /** Only vCenter may manage it. */
  readonly locked?: boolean | undefined;
  /** Where the packages of VMware Tools lie. */
  readonly locker?: string | undefined;
  readonly resources?: SystemResources | undefined;
}

export interface Host extends Entity {
  readonly identity: HostIdentity;
  readonly profile: HostProfile;
  /** ESXi itself. */
  readonly product: AboutInfo;
  readonly runtime: HostState;
  /** Standard switches, their port groups and the VMkernel's cards. */
  readonly switches: readonly Switch[];
  readonly portGroups: readonly PortGroup[];
  readonly vmkNics: readonly VmkNic[];
  /** Physical cards without a link: `vmnic0`. */
  readonly unplugged?: readonly string[] | undefined;
  /** What was changed from ESXi's defaults; absent while nothing was. */
  readonly services?: Services | undefined;
  readonly firewall?: Firewall | undefined;
  readonly time?: TimeKeeping | undefined;
  readonly autoStart?: AutoStart | undefined;
  readonly iscsi?: Iscsi | undefined;
  readonly storage?: HostStorage | undefined;
  readonly upkeep?: Upkeep | undefined;
}

/** Whether VMs can be started on it. */
export function isEffective(s: Host): boolean {
  return s.runtime.connection === 'connected' && s.runtime.power === 'poweredOn' && !s.runtime.maintenance;
}

const effective = (value: (p: HostProfile) => number) => (s: Host) => (isEffective(s) ? value(s.profile) : 0);
const AVAILABLE = ['profile', 'runtime'] as const;
const READS_NETWORKS = ['portGroups', 'dvs', 'dvs.portgroup', 'opaqueNetwork'] as const;

export const hostKind: KindSpec<Host> = defineKind<Host>({
  type: 'HostSystem',
  base: managedEntity as never,
  prefix: 'host',
  relations: {
    compute: { facet: 'parent', to: 'ComputeResource', of: (s) => s.parent, inverse: 'host' },
    network: { facet: 'portGroups', to: 'Network', of: networkIds, inverse: 'host', structural: true },
    autoStarted: {
      facet: 'autoStart',
      to: 'VirtualMachine',
      of: (s) => s.autoStart?.powerInfo?.map(({ key }) => key.value),
      inverse: 'autoStartedBy',
    },
  },
  sums: {
    hostCpu: { relation: 'compute', facets: ['profile'], value: (s) => cpuOf(s.profile) },
    hostMemory: { relation: 'compute', facets: ['profile'], value: (s) => s.profile.memory },
    hostCores: { relation: 'compute', facets: ['profile'], value: (s) => coresOf(s.profile) },
    hostThreads: { relation: 'compute', facets: ['profile'], value: (s) => threadsOf(s.profile) },
    hostCount: { relation: 'compute', facets: [], value: () => 1 },
    usableCpu: { relation: 'compute', facets: AVAILABLE, value: effective(usableCpu) },
    usableMemory: { relation: 'compute', facets: AVAILABLE, value: effective(usableMemory) },
    usableHosts: { relation: 'compute', facets: AVAILABLE, value: effective(() => 1) },
  },
  indexes: {
    uuid: { facets: ['identity'], keys: (s) => s.identity.uuid },
    dnsName: { facets: ['name'], keys: (s) => s.name.toLowerCase() },
    ipAddress: { facets: ['identity'], keys: (s) => s.identity.address },
    firewall: { facets: ['firewall'], keys: (s) => (s.firewall ? 'changed' : undefined), counted: true },
  },
  properties: {
    runtime: { reads: READS_RUNTIME, value: (s, self) => hostRuntime(s, self) },
    summary: { reads: READS_SUMMARY, value: (s, self) => hostSummary(s, self) },
    hardware: { reads: READS_HARDWARE, value: (s) => hostHardware(s) },
    capability: { reads: ['profile'], value: (s) => hostCapability(s.profile) },
    licensableResource: {
      reads: ['profile'],
      value: (s) => ({ resource: [{ key: 'numCpuPackages', value: box('long', s.profile.packages) }] }),
    },
    configManager: { reads: [], value: (_, self) => managersOf(self.id) },
    config: { reads: READS_CONFIG, value: (s, self) => hostConfig(s, self) },
    systemResources: { reads: ['profile', 'upkeep'], value: (s) => systemResources(s.profile, s.upkeep?.resources) },
    vm: { reads: ['vm'], value: (_, self) => self.refsBack('vm') },
    datastore: { reads: ['datastore'], value: (_, self) => self.refsBack('datastore') },
    network: { reads: READS_NETWORKS, value: (_, self) => hostNetworks(self as unknown as Cell) },
    datastoreBrowser: { reads: [], value: (_, self) => ref('HostDatastoreBrowser', browserId(self.id)) },
  },
});

function networkIds(s: Host): string[] {
  return s.portGroups.flatMap((g) => g.network ?? []);
}

/** Networks a host's VMs can use: its own port groups, its distributed switches' and opaque ones. */
export function hostNetworks(host: Cell): Ref[] {
  const distributed = Array.from(host.back('dvs'), (dvs) => dvs.refsBack('portgroup'));
  return [...host.all('network').map((n) => n.ref), ...distributed.flat(), ...host.refsBack('opaqueNetwork')];
}
