/** What a network card is plugged into, as it is kept: the API's backing with the network's id beside it. */
import type { DataObject, Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { World } from '../../world/world.ts';
import type { Site } from '../site.ts';
import type { Backing } from './device.ts';
import { follow, listed } from './surroundings.ts';

const PATH = 'configSpec.deviceChange.device.backing';

/** The backing for a network known by its id. */
export function networkBacking(site: Site, id: string): Backing {
  const network = site.world.find(id);
  if (network?.is('DistributedVirtualPortgroup')) return portBacking(network, {});
  return Object.freeze({ _typeName: 'VirtualEthernetCardNetworkBackingInfo', networkId: id, useAutoDetect: false });
}

function portBacking(portgroup: Cell, port: Readonly<Record<string, unknown>>): Backing {
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

/** The backing a client asks for. `owner` is the compute resource whose networks it may name. */
export function resolveNetwork(world: World, owner: Cell | undefined, given: DataObject, index: number): Backing {
  switch (given._typeName) {
    case 'VirtualEthernetCardNetworkBackingInfo':
      return byName(world, owner, given);
    case 'VirtualEthernetCardDistributedVirtualPortBackingInfo':
      return byPort(world, given['port'] as Readonly<Record<string, unknown>>);
    case 'VirtualEthernetCardOpaqueNetworkBackingInfo':
      return opaque(world, given);
    default:
      throw new VimFault('InvalidDeviceBacking', { property: 'virtualDeviceSpec.device.backing', deviceIndex: index });
  }
}

function byName(world: World, owner: Cell | undefined, given: DataObject): Backing {
  const { network, deviceName } = given as { readonly network?: Ref; readonly deviceName?: string };
  const found = network ? world.find(network.value) : named(owner, deviceName ?? '');
  if (!found?.is('Network') || found.is('DistributedVirtualPortgroup')) throw invalidArgument(`${PATH}.deviceName`);
  return Object.freeze({
    _typeName: 'VirtualEthernetCardNetworkBackingInfo',
    networkId: found.id,
    useAutoDetect: given['useAutoDetect'] ?? false,
  });
}

function named(owner: Cell | undefined, name: string): Cell | undefined {
  return listed(owner, 'network').find((n) => n.type === 'Network' && n.get('name') === name);
}

function byPort(world: World, port: Readonly<Record<string, unknown>>): Backing {
  const key = port['portgroupKey'] as string | undefined;
  const portgroup = key === undefined ? undefined : portgroupOf(world, key);
  if (!portgroup) throw invalidArgument(`${PATH}.port.portgroupKey`);
  if (switchOf(portgroup)?.get('uuid') !== port['switchUuid']) throw invalidArgument(`${PATH}.port.switchUuid`);
  return portBacking(portgroup, port);
}

function portgroupOf(world: World, key: string): Cell | undefined {
  const cell = world.find(key);
  if (cell?.is('DistributedVirtualPortgroup')) return cell;
  for (const other of world.ofType('DistributedVirtualPortgroup')) if (other.get('key') === key) return other;
  return undefined;
}

function opaque(world: World, given: DataObject): Backing {
  const id = given['opaqueNetworkId'];
  for (const network of world.ofType('OpaqueNetwork')) {
    const summary = network.get('summary') as { readonly opaqueNetworkId?: string } | undefined;
    if (summary?.opaqueNetworkId === id) return Object.freeze({ ...given, networkId: network.id } as Backing);
  }
  throw invalidArgument(`${PATH}.opaqueNetworkId`);
}

/** The compute resource a machine's host or pool belongs to. */
export function seenFrom(pool: Cell | undefined, host: Cell | undefined): Cell | undefined {
  return follow(pool, 'owner') ?? follow(host, 'parent');
}
