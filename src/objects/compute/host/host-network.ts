/** HostNetworkInfo and its kin: what a host's switches, port groups and cards look like to a client. */
import type {
  HostDnsConfig,
  HostIpRouteConfig,
  HostNetCapabilities,
  HostNetOffloadCapabilities,
  HostNetworkInfo,
  HostPortGroup,
  HostProxySwitch,
  HostVirtualNic,
  HostVirtualSwitch,
  PhysicalNic,
} from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import type { Facets } from '../../../world/kind.ts';
import { networkKind } from '../../network/network.ts';
import type { Host } from './host.ts';
import { nicAddress, vmkAddress } from './host-addresses.ts';
import { groupPolicy, policyOver, switchPolicy } from './host-policy.ts';
import type { PortGroup, Switch, VmkNic } from './host-switches.ts';

/** What a property that shows a host's network has to declare. */
export const READS_NETWORK = [
  'name',
  'identity',
  'profile',
  'switches',
  'portGroups',
  'vmkNics',
  'unplugged',
  'network.name',
  'dvs.name',
  'dvs.uuid',
  'dvs.members',
] as const;

/** The parts of a distributed switch that its hosts show. */
interface ProxiedSwitch extends Facets {
  readonly name: string;
  readonly uuid: string;
  readonly members: readonly { readonly host: string; readonly nics: readonly string[] }[];
}

const PREFIX = 16;
const MASK = '255.255.0.0';
const GATEWAY = '10.10.0.1';
const FIRST_VMK_PORT = 33_554_434;
/** ESXi gives ports as they are needed, and shows how many it could: a switch's own number counts only in its spec. */
const ELASTIC_PORTS = 5_632;
const SPEED = Object.freeze({ speedMb: 10_000, duplex: true });

export const OFFLOAD: HostNetOffloadCapabilities = Object.freeze({
  csumOffload: true,
  tcpSegmentation: true,
  zeroCopyXmit: true,
});

export const NET_CAPABILITIES: HostNetCapabilities = Object.freeze({
  canSetPhysicalNicLinkSpeed: true,
  supportsNicTeaming: true,
  nicTeamingPolicy: ['loadbalance_ip', 'loadbalance_srcmac', 'loadbalance_srcid', 'failover_explicit'],
  supportsVlan: true,
  usesServiceConsoleNic: false,
  supportsNetworkHints: true,
  maxPortGroupsPerVswitch: 512,
  vswitchConfigSupported: true,
  vnicConfigSupported: true,
  ipRouteConfigSupported: true,
  dnsConfigSupported: true,
  dhcpOnVnicSupported: true,
  ipV6Supported: true,
  backupNfcNiocSupported: true,
});

export function hostNetworkInfo(self: Cell<Host>): HostNetworkInfo {
  const s = self.state;
  const dnsConfig = hostDns(s);
  return {
    vswitch: s.switches.map((v) => vswitch(v, s)),
    proxySwitch: Array.from(self.back<ProxiedSwitch>('dvs'), (d) => proxySwitch(d.state, self.id)),
    portgroup: s.portGroups.map((g) => portgroup(g, self)),
    pnic: Array.from({ length: s.profile.nics }, (_, i) => pnic(s, i)),
    vnic: vmkNics(s),
    consoleVnic: [],
    dnsConfig,
    ipRouteConfig: ROUTE,
    consoleIpRouteConfig: {},
    routeTableInfo: { ipRoute: ROUTES, ipv6Route: [] },
    dhcp: [],
    nat: [],
    ipV6Enabled: true,
    atBootIpV6Enabled: true,
    netStackInstance: [
      {
        key: 'defaultTcpipStack',
        name: 'defaultTcpipStack',
        dnsConfig,
        ipRouteConfig: ROUTE,
        congestionControlAlgorithm: 'newreno',
        requestedMaxNumberOfConnections: 11_000,
        ipV6Enabled: true,
      },
    ],
    opaqueSwitch: [],
    opaqueNetwork: [],
  };
}

export const ROUTE: HostIpRouteConfig = Object.freeze({ defaultGateway: GATEWAY, gatewayDevice: 'vmk0' });

const ROUTES = Object.freeze([
  { network: '0.0.0.0', prefixLength: 0, gateway: GATEWAY, deviceName: 'vmk0' },
  { network: '10.10.0.0', prefixLength: PREFIX, gateway: '0.0.0.0', deviceName: 'vmk0' },
]);

export function hostDns(s: Host): HostDnsConfig {
  const [hostName, ...domain] = s.name.split('.');
  const domainName = domain.join('.');
  return {
    dhcp: false,
    hostName: hostName!,
    domainName,
    address: [GATEWAY],
    searchDomain: domainName === '' ? [] : [domainName],
  };
}

export function vmkNics(s: Host): HostVirtualNic[] {
  return s.vmkNics.map((nic) => vmkNic(nic, s));
}

/** Number of a VMkernel card: what follows from it stays when other cards go. */
const numberOf = ({ device }: VmkNic): number => Number(device.replace(/^\D+/, ''));
const vmkPort = (nic: VmkNic) => `key-vim.host.PortGroup.Port-${FIRST_VMK_PORT + numberOf(nic)}`;

function vmkNic(nic: VmkNic, s: Host): HostVirtualNic {
  return {
    device: nic.device,
    key: `key-vim.host.VirtualNic-${nic.device}`,
    portgroup: nic.portGroup,
    spec: {
      ip: {
        dhcp: false,
        ipAddress: nic.address ?? s.identity.address,
        subnetMask: nic.mask ?? MASK,
        ipV6Config: { autoConfigurationEnabled: false, dhcpV6Enabled: false },
      },
      mac: macOf(nic, s),
      portgroup: nic.portGroup,
      mtu: nic.mtu,
      tsoEnabled: true,
      netStackInstanceKey: 'defaultTcpipStack',
    },
    port: vmkPort(nic),
  };
}

/** The first card has the address of the physical one. */
function macOf(nic: VmkNic, { identity }: Host): string {
  const number = numberOf(nic);
  return number === 0 ? nicAddress(identity, 0) : vmkAddress(identity, number);
}

const switchKey = (name: string) => `key-vim.host.VirtualSwitch-${name}`;
const nicKey = (name: string) => `key-vim.host.PhysicalNic-${name}`;
const groupKey = (name: string) => `key-vim.host.PortGroup-${name}`;

function vswitch(v: Switch, s: Host): HostVirtualSwitch {
  const groups = s.portGroups.filter((g) => g.switch === v.name);
  return {
    name: v.name,
    key: switchKey(v.name),
    numPorts: ELASTIC_PORTS,
    numPortsAvailable: ELASTIC_PORTS - 2 * groups.length - v.nics.length,
    mtu: v.mtu,
    portgroup: groups.map((g) => groupKey(g.name)),
    pnic: v.nics.map(nicKey),
    spec: {
      numPorts: v.ports,
      bridge: v.nics.length === 0 ? undefined : bridge(v.nics),
      policy: switchPolicy(v.nics, v.policy),
      mtu: v.mtu,
    },
  };
}

function bridge(nics: readonly string[]): NonNullable<HostVirtualSwitch['spec']['bridge']> {
  const made = {
    _typeName: 'HostVirtualSwitchBondBridge',
    nicDevice: [...nics],
    beacon: { interval: 1 },
    linkDiscoveryProtocolConfig: { protocol: 'cdp', operation: 'listen' },
  };
  return made;
}

/** The name a port group goes by: that of the Network VMs see it as, which may have been renamed. */
export function groupName({ name, network }: PortGroup, world: Cell['world']): string {
  return world.as(networkKind, network)?.state.name ?? name;
}

function portgroup(g: PortGroup, self: Cell<Host>): HostPortGroup {
  const s = self.state;
  const on = s.switches.find((v) => v.name === g.switch);
  const name = groupName(g, self.world);
  return {
    key: groupKey(name),
    port: s.vmkNics
      .filter((nic) => nic.portGroup === g.name)
      .map((nic) => ({ key: vmkPort(nic), mac: [macOf(nic, s)], type: 'host' })),
    vswitch: switchKey(g.switch),
    computedPolicy: policyOver(switchPolicy(on?.nics ?? [], on?.policy), g.policy),
    spec: {
      name,
      vlanId: g.vlan,
      vswitchName: g.switch,
      policy: groupPolicy(g.policy),
    },
  };
}

function proxySwitch(d: ProxiedSwitch, host: string): HostProxySwitch {
  const nics = d.members.find((m) => m.host === host)?.nics ?? [];
  return {
    dvsUuid: d.uuid,
    dvsName: d.name,
    key: `key-vim.host.ProxySwitch-${d.name}`,
    numPorts: 5_632,
    configNumPorts: 512,
    numPortsAvailable: 5_620,
    mtu: 1_500,
    pnic: nics.map(nicKey),
    spec: {
      backing: {
        _typeName: 'DistributedVirtualSwitchHostMemberPnicBacking',
        pnicSpec: nics.map((pnicDevice) => ({ pnicDevice })),
      } as never,
    },
    networkReservationSupported: true,
  };
}

function pnic(s: Host, index: number): PhysicalNic {
  const device = `vmnic${index}`;
  return {
    key: nicKey(device),
    device,
    pci: `0000:19:00.${index}`,
    driver: 'i40en',
    driverVersion: '2.8.6.0',
    firmwareVersion: '9.20 0x8000d95e 22.0.9',
    linkSpeed: s.unplugged?.includes(device) ? undefined : SPEED,
    validLinkSpecification: [{ speedMb: 1_000, duplex: true }, SPEED],
    spec: { ip: { dhcp: false, ipAddress: '', subnetMask: '' } },
    wakeOnLanSupported: false,
    mac: nicAddress(s.identity, index),
    fcoeConfiguration: {
      priorityClass: 3,
      sourceMac: nicAddress(s.identity, index),
      vlanRange: [{ vlanLow: 0, vlanHigh: 4094 }],
      capabilities: { priorityClass: false, sourceMacAddress: false, vlanRange: true },
      fcoeActive: false,
    },
    vmDirectPathGen2Supported: false,
    resourcePoolSchedulerAllowed: true,
    autoNegotiateSupported: true,
    enhancedNetworkingStackSupported: true,
  };
}
