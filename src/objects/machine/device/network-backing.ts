/** What a network card is plugged into, as it is kept: the API's backing with the network's id beside it. */
import { fnv1a } from '../../../kernel/random.ts';
import type { DataObject, Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { firstPort } from '../../network/portgroup.ts';
import type { Site } from '../../site.ts';
import { follow, listed } from '../config/surroundings.ts';
import type { Machine } from '../machine.ts';
import type { Backing, Device } from './device.ts';
import { invalidBacking } from './device-rules.ts';
import type { Setting } from './device-setting.ts';

type Port = Readonly<Record<string, unknown>>;

/** The backing for a network known by its id. */
export function networkBacking(site: Site, id: string): Backing {
  const network = site.world.find(id);
  if (network?.is('DistributedVirtualPortgroup')) return portBacking(network, {});
  return Object.freeze({ _typeName: 'VirtualEthernetCardNetworkBackingInfo', networkId: id, useAutoDetect: false });
}

/** The backing of a card that is there from the start; it has the next port of a group with static binding. */
export function seedBacking(site: Site, machine: string, id: string): Backing {
  const portgroup = site.world.find(id);
  if (!portgroup?.is('DistributedVirtualPortgroup')) return networkBacking(site, id);
  const config = portgroup.state as { readonly config?: { readonly type?: string } };
  if (config.config?.type !== 'earlyBinding') return networkBacking(site, id);
  const portKey = String(firstPort(portgroup as never) + portgroup.countBack('vm'));
  return portBacking(portgroup, { portKey, connectionCookie: cookieOf(machine, id, portKey) });
}

/** A number by which the switch knows a card again. */
function cookieOf(machine: string, portgroup: string, portKey: unknown): number {
  return (fnv1a(`${machine}/${portgroup}/${String(portKey)}`) & 0x7fffffff) >>> 0;
}

function portBacking(portgroup: Cell, port: Port): Backing {
  return Object.freeze({
    _typeName: 'VirtualEthernetCardDistributedVirtualPortBackingInfo',
    networkId: portgroup.id,
    port: Object.freeze({
      ...port,
      switchUuid: switchOf(portgroup)?.get('uuid') ?? '',
      portgroupKey: portgroup.get('key') ?? portgroup.id,
    }),
  });
}

function switchOf(portgroup: Cell): Cell | undefined {
  const config = portgroup.get('config') as { readonly distributedVirtualSwitch?: Ref } | undefined;
  const at = config?.distributedVirtualSwitch;
  return at && portgroup.world.find(at.value);
}

/** The backing a client asks for. `before` is the card as it is, when there is one already. */
export function resolveNetwork(
  setting: Setting,
  devices: readonly Device[],
  given: DataObject,
  before: Device | undefined,
  index: number,
): Backing {
  switch (given._typeName) {
    case 'VirtualEthernetCardNetworkBackingInfo':
      return byName(setting, given, index);
    case 'VirtualEthernetCardDistributedVirtualPortBackingInfo':
      return byPort(setting, devices, (given['port'] ?? {}) as Port, before, index);
    case 'VirtualEthernetCardOpaqueNetworkBackingInfo':
      return opaque(setting, given, index);
    default:
      throw invalidBacking('', index);
  }
}

function byName({ site, owner }: Setting, given: DataObject, index: number): Backing {
  const { network, deviceName } = given as { readonly network?: Ref; readonly deviceName?: string };
  const found = network ? site.world.find(network.value) : named(owner, deviceName ?? '');
  if (!found?.is('Network') || found.is('DistributedVirtualPortgroup')) throw invalidBacking('deviceName', index);
  return Object.freeze({
    _typeName: 'VirtualEthernetCardNetworkBackingInfo',
    networkId: found.id,
    useAutoDetect: given['useAutoDetect'] ?? false,
  });
}

function named(owner: Cell | undefined, name: string): Cell | undefined {
  return listed(owner, 'network').find((n) => n.type === 'Network' && n.get('name') === name);
}

function byPort(
  setting: Setting,
  devices: readonly Device[],
  port: Port,
  before: Device | undefined,
  index: number,
): Backing {
  const key = port['portgroupKey'] as string | undefined;
  const portgroup = key === undefined ? undefined : portgroupOf(setting.site, key);
  const config = portgroup?.get('config') as { readonly uplink?: boolean; readonly type?: string } | undefined;
  if (!portgroup || config?.uplink) throw invalidBacking('port.portgroupKey', index);
  if (switchOf(portgroup)?.get('uuid') !== port['switchUuid']) throw invalidBacking('port.switchUuid', index);
  if (config?.type !== 'earlyBinding') return portBacking(portgroup, unbound(port));
  return portBacking(portgroup, bound(setting, devices, portgroup, port, before, index));
}

/** Ports of an ephemeral group come and go with their machine's power. */
function unbound({ portKey: _key, connectionCookie: _cookie, ...port }: Port): Port {
  return port;
}

/** A port of a group with static binding is the card's from now on: the one it has or asks for, else the next free. */
function bound(
  setting: Setting,
  devices: readonly Device[],
  portgroup: Cell,
  port: Port,
  before: Device | undefined,
  index: number,
): Port {
  const keys = (portgroup.get('portKeys') ?? []) as readonly string[];
  const had = before?.backing?.['networkId'] === portgroup.id ? (before.backing['port'] as Port) : undefined;
  const { taken, waiting } = plugged(setting, devices, portgroup, before);
  const named = (port['portKey'] || undefined) as string | undefined;
  // Who copies a machine and its card together names the port of the card that is copied.
  const copied = named !== undefined && setting.machine === undefined && had !== undefined && taken.has(named);
  const asked = copied ? undefined : named;
  if (asked !== undefined && asked !== had?.['portKey'] && (!keys.includes(asked) || taken.has(asked))) {
    throw invalidBacking('port.portKey', index);
  }
  const free = keys.filter((k) => !taken.has(k));
  const portKey = asked ?? had?.['portKey'] ?? free[waiting] ?? beyond(keys, taken);
  const cookie = cookieOf(setting.id, portgroup.id, portKey);
  return {
    ...port,
    portKey,
    connectionCookie: had?.['portKey'] === portKey ? (had?.['connectionCookie'] ?? cookie) : cookie,
  };
}

/** A group that is full grows. */
function beyond(keys: readonly string[], taken: ReadonlySet<string>): string {
  let next = Number(keys.at(-1) ?? 0) + 1;
  while (taken.has(String(next))) next++;
  return String(next);
}

/** Ports that cards have, and how many cards have yet to be given theirs. */
function plugged(
  setting: Setting,
  devices: readonly Device[],
  portgroup: Cell,
  self: Device | undefined,
): { readonly taken: ReadonlySet<string>; readonly waiting: number } {
  const taken = new Set<string>();
  let waiting = 0;
  const others = [...portgroup.back<Machine>('vm')].filter((vm) => vm.id !== setting.id);
  for (const list of [devices, ...others.map((vm) => vm.state.devices)]) {
    for (const d of list) {
      if (d.backing?.['networkId'] !== portgroup.id || (list === devices && d.key === self?.key)) continue;
      const key = (d.backing['port'] as Port | undefined)?.['portKey'];
      if (key === undefined) waiting++;
      else taken.add(String(key));
    }
  }
  return { taken, waiting };
}

function portgroupOf({ world }: Site, key: string): Cell | undefined {
  const cell = world.find(key);
  if (cell?.is('DistributedVirtualPortgroup')) return cell;
  for (const other of world.ofType('DistributedVirtualPortgroup')) if (other.get('key') === key) return other;
  return undefined;
}

function opaque({ site }: Setting, given: DataObject, index: number): Backing {
  const id = given['opaqueNetworkId'];
  for (const network of site.world.ofType('OpaqueNetwork')) {
    const summary = network.get('summary') as { readonly opaqueNetworkId?: string } | undefined;
    if (summary?.opaqueNetworkId === id) return Object.freeze({ ...given, networkId: network.id } as Backing);
  }
  throw invalidBacking('opaqueNetworkId', index);
}

/** The compute resource a machine's host or pool belongs to. */
export function seenFrom(pool: Cell | undefined, host: Cell | undefined): Cell | undefined {
  return follow(pool, 'owner') ?? follow(host, 'parent');
}
