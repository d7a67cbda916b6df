/** Puts distributed switches and port groups into the inventory. Each function runs inside a turn. */
import type { DVPortgroupPolicy } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import type { Site } from '../site.ts';
import { switchKind } from './distributed-switch.ts';
import { portSetting } from './port-setting.ts';
import { type Portgroup, type PortgroupConfig, portgroupKind } from './portgroup.ts';
import type { DistributedSwitch, Member, SwitchConfig } from './switch.ts';

export interface NewSwitch {
  readonly name: string;
  readonly datacenter: string;
  readonly parent: string;
  readonly members: readonly Member[];
  readonly config?: Partial<SwitchConfig>;
}

const UPLINKS: readonly string[] = Object.freeze(['Uplink 1', 'Uplink 2', 'Uplink 3', 'Uplink 4']);

/** The switch and its group of uplink ports. */
export function createSwitch(
  site: Site,
  { name, datacenter, parent, members, config }: NewSwitch,
): Cell<DistributedSwitch> {
  const { world } = site;
  const id = world.numbers.id('dvs');
  const uplinks = config?.uplinks ?? UPLINKS;
  const made: SwitchConfig = Object.freeze({
    uplinks,
    portSetting: portSetting({ uplinks, vlan: 0 }),
    mtu: 1_500,
    maxPorts: 2_147_483_647,
    standalonePorts: 0,
    discovery: Object.freeze({ protocol: 'cdp', operation: 'listen' }),
    lacpApiVersion: 'multipleLag',
    multicastFiltering: 'snooping',
    networkResourceManagement: true,
    version: site.about.version.startsWith('6') ? '6.6.0' : '8.0.0',
    created: site.clock.now(),
    changes: 1,
    ...config,
  });
  const cell = world.create(
    switchKind,
    { name, parent, datacenter, uuid: switchUuid(site, id), config: made, members },
    id,
  );
  const number = id.replace(/^\D+/, '');
  createPortgroup(site, cell, `${name}-DVUplinks-${number}`, {
    uplink: true,
    ports: 0,
    portSetting: portSetting({ uplinks, vlan: 'trunk' }),
    autoExpand: false,
    portNameFormat: '<portName>',
  });
  return cell;
}

/** `50 2c 81 ...-... `: sixteen bytes, the way switches print theirs. */
function switchUuid(site: Site, id: string): string {
  const digits = site.ids.instanceUuid(`switch/${id}`).replace(/-/g, '').match(/../g)!;
  return `${digits.slice(0, 8).join(' ')}-${digits.slice(8).join(' ')}`;
}

export const PORTGROUP_POLICY: DVPortgroupPolicy = Object.freeze({
  _typeName: 'VMwareDVSPortgroupPolicy',
  blockOverrideAllowed: true,
  shapingOverrideAllowed: false,
  vendorConfigOverrideAllowed: false,
  livePortMovingAllowed: false,
  portConfigResetAtDisconnect: true,
  networkResourcePoolOverrideAllowed: false,
  trafficFilterOverrideAllowed: false,
  vlanOverrideAllowed: false,
  uplinkTeamingOverrideAllowed: false,
  securityPolicyOverrideAllowed: false,
  ipfixOverrideAllowed: false,
  macManagementOverrideAllowed: false,
});

/** A port group beside its switch. */
export function createPortgroup(
  site: Site,
  of: Cell<DistributedSwitch>,
  name: string,
  config: Partial<PortgroupConfig> = {},
): Cell<Portgroup> {
  const { parent, datacenter } = of.state;
  const made: PortgroupConfig = Object.freeze({
    uplink: false,
    ports: 8,
    type: 'earlyBinding',
    autoExpand: true,
    portSetting: of.state.config.portSetting,
    policy: PORTGROUP_POLICY,
    changes: 0,
    ...config,
  });
  return site.world.create(portgroupKind, { name, parent, datacenter, switch: of.id, config: made });
}
