/** DistributedVirtualPortgroup: ports of a distributed switch that are alike. */
import type { DVPortgroupConfigInfo, DVPortgroupPolicy, DVPortSetting } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { hostRef, type Network, networkKind, networkSummary, READS_POOL } from './network.ts';
import type { DistributedSwitch } from './switch.ts';

export interface PortgroupConfig {
  readonly uplink: boolean;
  readonly ports: number;
  /** `earlyBinding`, `ephemeral`, `lateBinding` */
  readonly type: string;
  readonly autoExpand: boolean;
  readonly portSetting: DVPortSetting;
  readonly policy: DVPortgroupPolicy;
  readonly description?: string | undefined;
  readonly portNameFormat?: string | undefined;
  /** NSX segment behind it. */
  readonly nsx?:
    | { readonly logicalSwitch: string; readonly segment: string; readonly transportZone: string }
    | undefined;
  readonly resourcePool?: string | undefined;
  /** Counts changes: `config.configVersion`. */
  readonly changes: number;
}

export interface Portgroup extends Network {
  /** Id of the switch. */
  readonly switch: string;
  readonly config: PortgroupConfig;
}

const HOSTS = 'switch.members';
/** A host brings a port per uplink. */
const READS_PORTS = [HOSTS, 'switch.config'] as const;

export const portgroupKind: KindSpec<Portgroup> = defineKind<Portgroup>({
  type: 'DistributedVirtualPortgroup',
  base: networkKind as never,
  prefix: 'dvportgroup',
  relations: {
    switch: { facet: 'switch', to: 'DistributedVirtualSwitch', of: (s) => s.switch, inverse: 'portgroup' },
  },
  properties: {
    key: { reads: [], value: (_, self) => self.id },
    config: { reads: ['name', 'config', 'switch', ...READS_PORTS], value: (s, self) => portgroupConfig(s, self) },
    portKeys: { reads: ['config', ...READS_PORTS], value: (_, self) => portKeys(self) },
    host: { reads: [HOSTS], value: (_, self) => hostsOf(self).map(hostRef) },
    summary: {
      reads: ['name', HOSTS, ...READS_POOL],
      value: (_, self) => networkSummary(self, hostsOf(self).length > 0),
    },
  },
});

export function switchOf(self: Cell<Portgroup>): Cell<DistributedSwitch> | undefined {
  return self.one<DistributedSwitch>('switch');
}

function hostsOf(self: Cell<Portgroup>): string[] {
  return switchOf(self)?.state.members.map((m) => m.host) ?? [];
}

export function portsOf(self: Cell<Portgroup>): number {
  const { config } = self.state;
  const of = config.uplink ? switchOf(self)?.state : undefined;
  return of ? of.members.length * of.config.uplinks.length : config.ports;
}

export function firstPort(self: Cell<Portgroup>): number {
  return self.state.config.uplink ? 0 : 1000 * Number(/\d+$/.exec(self.id)?.[0] ?? 1);
}

/** Keys of the ports; groups of a switch have ranges of their own. */
export function portKeys(self: Cell<Portgroup>): string[] {
  const first = firstPort(self);
  return Array.from({ length: portsOf(self) }, (_, i) => String(first + i));
}

function portgroupConfig({ name, config }: Portgroup, self: Cell<Portgroup>): DVPortgroupConfigInfo {
  return {
    key: self.id,
    name,
    numPorts: portsOf(self),
    distributedVirtualSwitch: switchOf(self)?.ref as Ref<'DistributedVirtualSwitch'> | undefined,
    defaultPortConfig: config.portSetting,
    description: config.description,
    type: config.type,
    backingType: config.nsx ? 'nsx' : 'standard',
    policy: config.policy,
    portNameFormat: config.portNameFormat,
    scope: [],
    vendorSpecificConfig: [],
    configVersion: String(config.changes),
    autoExpand: config.autoExpand,
    vmVnicNetworkResourcePoolKey: config.resourcePool ?? '-1',
    uplink: config.uplink,
    transportZoneUuid: config.nsx?.transportZone,
    transportZoneName: config.nsx ? 'overlay' : undefined,
    logicalSwitchUuid: config.nsx?.logicalSwitch,
    segmentId: config.nsx?.segment,
  };
}
