/** Networks, distributed switches and port groups of a scenario. Inside a turn. */
import { fitsName } from '../kernel/glob.ts';
import { type Host, hostKind } from '../objects/compute/host/host.ts';
import { childNamed } from '../objects/inventory/managed-entity.ts';
import { datacenterOf } from '../objects/inventory/place.ts';
import { createPortgroup, createSwitch } from '../objects/network/create-switch.ts';
import { switchKind } from '../objects/network/distributed-switch.ts';
import { createNetwork, networkNamed } from '../objects/network/network.ts';
import { createOpaqueNetwork } from '../objects/network/opaque-network.ts';
import { portSetting } from '../objects/network/port-setting.ts';
import type { DistributedSwitch } from '../objects/network/switch.ts';
import type { Cell } from '../world/cell.ts';
import type { Path } from './scenario-error.ts';
import { folderFor, guardName, type StandardNetwork, type TreeGround } from './tree-ground.ts';
import type { DatacenterSaid, NetworkSaid, SwitchSaid } from './tree-shape.ts';

/** Standard networks come before the hosts whose port groups they are. */
export function furnishNetworks(ground: TreeGround, networks: readonly NetworkSaid[]): void {
  for (const [i, said] of networks.entries()) {
    const { name, type = 'standard', folder, vlan = 0, hosts = '*' } = typeof said === 'string' ? { name: said } : said;
    if (type !== 'standard') continue;
    const path = [...ground.path, 'networks', i];
    const there = networkNamed(ground.datacenter as unknown as Cell, name);
    const parent = folderFor(ground, 'n', folder, [...path, 'folder']);
    const { id } = there ?? createNetwork(ground.site, name, ground.datacenter.id, parent);
    if (ground.networks.some((n) => n.name === name)) throw ground.fail(path, `there is a '${name}' already`);
    ground.networks.push({ id, name, vlan, hosts });
  }
}

/** What hosts are plugged into stands after them: switches with their port groups, then opaque networks. */
export function furnishSwitches(ground: TreeGround, { switches, networks }: DatacenterSaid): void {
  for (const network of ground.networks) plugHosts(ground, network);
  for (const [i, said] of switches.entries()) addSwitch(ground, said, [...ground.path, 'switches', i]);
  for (const [i, said] of networks.entries()) {
    if (typeof said === 'string' || said.type !== 'opaque') continue;
    const path = [...ground.path, 'networks', i];
    const { name, id, opaqueType } = said;
    const parent = folderFor(ground, 'n', said.folder, [...path, 'folder']);
    const given = { name, parent, datacenter: ground.datacenter.id, hosts: hostsOf(ground, said.hosts, path) };
    createOpaqueNetwork(ground.site, given, { id, type: opaqueType });
  }
}

/** Hosts that were there before the network get its port group too. */
function plugHosts({ site, datacenter }: TreeGround, { id, name, vlan, hosts }: StandardNetwork): void {
  for (const host of [...site.world.every<Host>(hostKind)]) {
    const { portGroups } = host.state;
    if (portGroups.some((group) => group.name === name) || !fitsName(hosts, host.state.name)) continue;
    if (datacenterOf(host as unknown as Cell)?.id !== datacenter.id) continue;
    const group = Object.freeze({ name, vlan, switch: 'vSwitch0', network: id });
    site.world.update(host, { portGroups: Object.freeze([group, ...portGroups]) });
  }
}

function addSwitch(ground: TreeGround, said: SwitchSaid, path: Path): void {
  const { site } = ground;
  const parent = folderFor(ground, 'n', said.folder, [...path, 'folder']);
  const made = switchAt(ground, said, parent, path);
  for (const [i, group] of said.portGroups.entries()) {
    const { name, vlan, ports, binding } = typeof group === 'string' ? { name: group } : group;
    guardName(ground, parent, name, [...path, 'portGroups', i]);
    const { uplinks } = made.state.config;
    createPortgroup(site, made, name, {
      ...(vlan !== undefined && { portSetting: portSetting({ uplinks, vlan }) }),
      ...(ports !== undefined && { ports }),
      ...(binding === 'ephemeral' && { ports: 0, autoExpand: false }),
      ...(binding !== undefined && { type: binding }),
    });
  }
}

/** The switch of that name, made if it is not there. */
function switchAt(ground: TreeGround, said: SwitchSaid, parent: string, path: Path): Cell<DistributedSwitch> {
  const { site } = ground;
  const there = site.world.as(switchKind, childNamed(site.world.find(parent)!, said.name)?.id);
  if (there) return there;
  guardName(ground, parent, said.name, [...path, 'name']);
  const nics = Object.freeze([...said.nics]);
  const members = hostsOf(ground, said.hosts, path).map((host) => Object.freeze({ host, nics }));
  const place = { name: said.name, datacenter: ground.datacenter.id, parent };
  const config = said.mtu === undefined ? {} : { mtu: said.mtu };
  return createSwitch(site, { ...place, members: Object.freeze(members), config });
}

/** Ids of the datacenter's hosts whose names fit. */
function hostsOf(ground: TreeGround, names: string | undefined, path: Path): string[] {
  const { site, datacenter } = ground;
  const found: string[] = [];
  for (const host of site.world.every<Host>(hostKind)) {
    if (datacenterOf(host as unknown as Cell)?.id !== datacenter.id) continue;
    if (fitsName(names ?? '*', host.state.name)) found.push(host.id);
  }
  if (names !== undefined && found.length === 0) throw ground.fail([...path, 'hosts'], `no host is named '${names}'`);
  return found;
}
