/** Saved networks, distributed switches and their port groups. */
import { PORTGROUP_POLICY } from '../objects/network/create-switch.ts';
import { switchKind } from '../objects/network/distributed-switch.ts';
import { networkKind } from '../objects/network/network.ts';
import { opaqueNetworkKind } from '../objects/network/opaque-network.ts';
import { portSetting } from '../objects/network/port-setting.ts';
import { type PortgroupConfig, portgroupKind } from '../objects/network/portgroup.ts';
import type { DistributedSwitch, Member, SwitchConfig } from '../objects/network/switch.ts';
import { type SavedGround, said, told } from './saved-ground.ts';
import type { SavedObject, SavedValue } from './saved-object.ts';

/** Parent and datacenter of what stands in a network folder; undefined when there is no such place. */
function place(ground: SavedGround, o: SavedObject): { parent: string; datacenter: string } | undefined {
  const parent = ground.parent(o);
  const datacenter = parent === undefined ? undefined : ground.datacenter(parent);
  return parent === undefined || datacenter === undefined ? undefined : { parent, datacenter };
}

export function restoreNetwork(ground: SavedGround, o: SavedObject): boolean {
  const at = place(ground, o);
  if (!at) return false;
  const { datacenter } = at;
  return ground.put(networkKind, o.id, { ...ground.entity(o, at.parent), datacenter }) !== undefined;
}

export function restoreOpaqueNetwork(ground: SavedGround, o: SavedObject): boolean {
  const at = place(ground, o);
  if (!at) return false;
  const { opaqueNetworkId, opaqueNetworkType } = o.get('summary') ?? {};
  const opaque = Object.freeze({ id: opaqueNetworkId ?? o.id, type: opaqueNetworkType ?? 'nsx.LogicalSwitch' });
  const hosts = Object.freeze(o.ids('host').filter((id) => ground.site.world.find(id)?.is('HostSystem')));
  const state = { ...ground.entity(o, at.parent), datacenter: at.datacenter, opaque, hosts };
  return ground.put(opaqueNetworkKind, o.id, state) !== undefined;
}

export function restoreSwitch(ground: SavedGround, o: SavedObject): boolean {
  const at = place(ground, o);
  if (!at) return false;
  const config = o.get('config') ?? {};
  const summary = o.get('summary') ?? {};
  const state: DistributedSwitch = {
    ...ground.entity(o, at.parent),
    datacenter: at.datacenter,
    uuid: o.get('uuid') ?? config.uuid ?? o.id,
    config: switchConfig(ground, config, summary),
    members: members(ground, config, summary),
  };
  return ground.put(switchKind, o.id, state) !== undefined;
}

const UPLINKS = ['Uplink 1', 'Uplink 2', 'Uplink 3', 'Uplink 4'];

function switchConfig(ground: SavedGround, config: SavedValue, summary: SavedValue): SwitchConfig {
  const uplinks: readonly string[] = config.uplinkPortPolicy?.uplinkPortName ?? UPLINKS;
  return Object.freeze({
    uplinks: Object.freeze([...uplinks]),
    portSetting: config.defaultPortConfig ?? portSetting({ uplinks, vlan: 0 }),
    mtu: said(config.maxMtu) ?? 1_500,
    maxPorts: said(config.maxPorts) ?? 2_147_483_647,
    standalonePorts: config.numStandalonePorts ?? 0,
    discovery: config.linkDiscoveryProtocolConfig ?? Object.freeze({ protocol: 'cdp', operation: 'listen' }),
    lacpApiVersion: config.lacpApiVersion ?? 'multipleLag',
    multicastFiltering: config.multicastFilteringMode ?? 'snooping',
    networkResourceManagement: config.networkResourceManagementEnabled ?? true,
    version: said(config.productInfo?.version) ?? said(summary.productInfo?.version) ?? '8.0.0',
    created: ground.time(config.createTime) ?? ground.site.clock.now(),
    changes: Number(config.configVersion) || 1,
    ...told({
      description: said(config.description as string | undefined),
      contact: config.contact,
      ipAddress: said(config.switchIpAddress as string | undefined),
      extensionKey: said(config.extensionKey as string | undefined),
    }),
  });
}

function members({ site }: SavedGround, config: SavedValue, summary: SavedValue): readonly Member[] {
  const saved: SavedValue[] =
    config.host ?? (summary.hostMember ?? []).map((host: SavedValue) => ({ config: { host } }));
  return Object.freeze(
    saved.flatMap(({ config: { host, backing } }) => {
      const nics = Object.freeze((backing?.pnicSpec ?? []).map((spec: SavedValue) => spec.pnicDevice as string));
      return site.world.find(host?.value)?.is('HostSystem') ? [Object.freeze({ host: host.value, nics })] : [];
    }),
  );
}

export function restorePortgroup(ground: SavedGround, o: SavedObject): boolean {
  const at = place(ground, o);
  const config = o.get('config') ?? {};
  const of = ground.site.world.as(switchKind, config.distributedVirtualSwitch?.value);
  if (!at || !of) return false;
  const uplink = config.uplink ?? /-DVUplinks-\d+$/.test(o.name);
  const made: PortgroupConfig = Object.freeze({
    uplink,
    // A host brings a port for each uplink; those are not the group's own.
    ports: uplink ? 0 : (config.numPorts ?? 8),
    type: said(config.type) ?? 'earlyBinding',
    autoExpand: config.autoExpand ?? !uplink,
    portSetting: config.defaultPortConfig ?? of.state.config.portSetting,
    policy: config.policy ?? PORTGROUP_POLICY,
    changes: Number(config.configVersion) || 0,
    ...told({
      description: said(config.description as string | undefined),
      portNameFormat: said(config.portNameFormat as string | undefined),
      resourcePool: said(config.vmVnicNetworkResourcePoolKey as string | undefined),
      nsx: nsx(config),
    }),
  });
  const state = { ...ground.entity(o, at.parent), datacenter: at.datacenter, switch: of.id, config: made };
  return ground.put(portgroupKind, o.id, state) !== undefined;
}

function nsx(config: SavedValue): PortgroupConfig['nsx'] {
  if (!config.logicalSwitchUuid) return undefined;
  return Object.freeze({
    logicalSwitch: config.logicalSwitchUuid,
    segment: config.segmentId ?? '',
    transportZone: config.transportZoneUuid ?? '',
  });
}
