/** HostNetworkInfo and its kin: what a host's switches, port groups and cards look like to a client. */
import type {
  HostDnsConfig,
  HostIpRouteConfig,
  HostNetCapabilities,
  HostNetOffloadCapabilities,
  HostNetworkInfo,
  HostNetworkPolicy,
  HostPortGroup,
  HostProxySwitch,
  HostVirtualNic,
  HostVirtualSwitch,
  PhysicalNic,
} from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import type { Facets } from '../../world/kind.ts';
import type { Host } from './host.ts';
import { nicAddress, vmkAddress } from './host-addresses.ts';
import type { PortGroup, Switch, VmkNic } from './host-switches.ts';

/** What a property that shows a host's network has to declare. */
export const READS_NETWORK = [
  'name',
  'identity',
  'profile',
  'switches',
  'portGroups',
  'vmkNics',
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
const SPEED = Object.freeze({ speedMb: 10_000, duplex: true });

const POLICY: HostNetworkPolicy = Object.freeze({
  security: { allowPromiscuous: false, macChanges: false, forgedTransmits: false },
  offloadPolicy: { csumOffload: true, tcpSegmentation: true, zeroCopyXmit: true },
  shapingPolicy: { enabled: false },
});

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
  return s.vmkNics.map((nic, i) => vmkNic(nic, s, i));
}

function vmkNic(nic: VmkNic, s: Host, index: number): HostVirtualNic {
  return {
    device: nic.device,
    key: `key-vim.host.VirtualNic-${nic.device}`,
    portgroup: nic.portGroup,
    spec: {
      ip: {
        dhcp: false,
        ipAddress: nic.address ?? s.identity.address,
        subnetMask: MASK,
        ipV6Config: { autoConfigurationEnabled: false, dhcpV6Enabled: false },
      },
      mac: index === 0 ? nicAddress(s.identity, 0) : vmkAddress(s.identity, index),
      portgroup: nic.portGroup,
      mtu: nic.mtu,
      tsoEnabled: true,
      netStackInstanceKey: 'defaultTcpipStack',
    },
    port: `key-vim.host.PortGroup.Port-3355443${index + 4}`,
  };
}

const switchKey = (name: string) => `key-vim.host.VirtualSwitch-${name}`;
const nicKey = (name: string) => `key-vim.host.PhysicalNic-${name}`;
const groupKey = (name: string) => `key-vim.host.PortGroup-${name}`;

function teaming(nics: readonly string[]): NonNullable<HostNetworkPolicy['nicTeaming']> {
  return {
    policy: 'loadbalance_srcid',
    reversePolicy: true,
    notifySwitches: true,
    rollingOrder: false,
    failureCriteria: {
      checkSpeed: 'minimum',
      speed: 10,
      checkDuplex: false,
      fullDuplex: false,
      checkErrorPercent: false,
      percentage: 0,
      checkBeacon: false,
    },
    nicOrder: { activeNic: [...nics], standbyNic: [] },
  };
}

function vswitch(v: Switch, s: Host): HostVirtualSwitch {
  const groups = s.portGroups.filter((g) => g.switch === v.name);
  return {
    name: v.name,
    key: switchKey(v.name),
    numPorts: v.ports,
    numPortsAvailable: v.ports - 2 * groups.length - v.nics.length,
    mtu: v.mtu,
    portgroup: groups.map((g) => groupKey(g.name)),
    pnic: v.nics.map(nicKey),
    spec: {
      numPorts: 128,
      bridge: v.nics.length === 0 ? undefined : bridge(v.nics),
      policy: { ...POLICY, nicTeaming: teaming(v.nics) },
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

function portgroup(g: PortGroup, self: Cell<Host>): HostPortGroup {
  const nics = self.state.switches.find((v) => v.name === g.switch)?.nics ?? [];
  const seen = g.network === undefined ? undefined : self.world.find(g.network)?.state;
  const name = (seen as { readonly name?: string } | undefined)?.name ?? g.name;
  const vmk = self.state.vmkNics.findIndex((n) => n.portGroup === g.name);
  return {
    key: groupKey(name),
    port:
      vmk < 0
        ? []
        : [
            {
              key: `key-vim.host.PortGroup.Port-3355443${vmk + 4}`,
              mac: [vmkNics(self.state)[vmk]!.spec.mac!],
              type: 'host',
            },
          ],
    vswitch: switchKey(g.switch),
    computedPolicy: { ...POLICY, nicTeaming: teaming(nics) },
    spec: {
      name,
      vlanId: g.vlan,
      vswitchName: g.switch,
      policy: { security: {}, nicTeaming: { failureCriteria: {} }, offloadPolicy: {}, shapingPolicy: {} },
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
    linkSpeed: SPEED,
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
