/** Network cards in a .vmx: `ethernet0.*`. */
import type { Cell } from '../../../world/cell.ts';
import type { World } from '../../../world/world.ts';
import type { Site } from '../../site.ts';
import { listed } from '../config/surroundings.ts';
import type { Backing, Device } from '../device/device.ts';
import { givenType, nextAddress } from '../device/mac-address.ts';
import { networkBacking } from '../device/network-backing.ts';
import type { VmxLines, VmxReading } from './vmx-lines.ts';

/** Types by what `virtualDev` says; `vmxnet` with feature bits is the enhanced one. */
const KINDS: readonly (readonly [virtualDev: string, type: string])[] = [
  ['e1000', 'VirtualE1000'],
  ['e1000e', 'VirtualE1000e'],
  ['vlance', 'VirtualPCNet32'],
  ['vmxnet', 'VirtualVmxnet2'],
  ['vmxnet3', 'VirtualVmxnet3'],
  ['vrdma', 'VirtualVmxnet3Vrdma'],
  ['pcipassthru', 'VirtualSriovEthernetCard'],
];

const NO_PORT = '-1';
const NO_CONNECTION = '0';

/** How a .vmx calls where an address is from. */
const ADDRESS_TYPES = { manual: 'static', generated: 'generated', assigned: 'vpx' } as const;

export function putCard(lines: VmxLines, world: World, name: string, card: Device): void {
  const put = (part: string, value: Parameters<VmxLines['put']>[1]) => lines.put(`${name}.${part}`, value);
  put('present', true);
  put('virtualDev', KINDS.find(([, type]) => type === card._typeName)?.[0]);
  if (card._typeName === 'VirtualVmxnet2') put('features', '15');
  putNetwork(put, world, card.backing);
  const type = ADDRESS_TYPES[card.addressType?.toLowerCase() as keyof typeof ADDRESS_TYPES] ?? 'static';
  put('addressType', type);
  put(type === 'static' ? 'address' : 'generatedAddress', card.macAddress);
  if (type === 'generated') put('generatedAddressOffset', '0');
  put('wakeOnPcktRcv', card['wakeOnLanEnabled'] as boolean | undefined);
  put('uptCompatibility', card['uptCompatibilityEnabled'] as boolean | undefined);
  if (card.connectable?.startConnected === false) put('startConnected', false);
  if (card.connectable?.allowGuestControl === false) put('allowGuestConnectionControl', false);
}

type Put = (part: string, value: string | undefined) => void;

function putNetwork(put: Put, world: World, backing: Backing | undefined): void {
  const port = backing?.['port'] as Readonly<Record<string, unknown>> | undefined;
  if (port) {
    put('dvs.switchId', String(port['switchUuid'] ?? ''));
    // Readers ask for all four; a card that has yet to be given a port says so by numbers that none has.
    put('dvs.portId', String(port['portKey'] ?? NO_PORT));
    put('dvs.portgroupId', port['portgroupKey'] as string | undefined);
    put('dvs.connectionId', String(port['connectionCookie'] ?? NO_CONNECTION));
    return;
  }
  if (backing?.['opaqueNetworkId'] !== undefined) {
    put('opaqueNetwork.id', String(backing['opaqueNetworkId']));
    put('opaqueNetwork.type', backing['opaqueNetworkType'] as string | undefined);
    return;
  }
  const network = world.find(String(backing?.['networkId'] ?? ''));
  put('networkName', (network?.get('name') ?? backing?.['deviceName'] ?? '') as string);
  put('connectionType', 'bridged');
}

/** What the lines of a card say of it; undefined for a card that is no VirtualEthernetCard anybody knows. */
export function readCard(
  site: Site,
  owner: Cell | undefined,
  vmx: VmxReading,
  name: string,
): Omit<Device, 'key'> | undefined {
  const virtualDev = vmx.text(`${name}.virtualDev`)?.toLowerCase() ?? 'vlance';
  vmx.pass(`${name}.features`, '15');
  const kind = KINDS.find(([word]) => word === virtualDev)?.[1];
  if (!kind) return undefined;
  const wake = vmx.flag(`${name}.wakeOnPcktRcv`);
  const upt = vmx.flag(`${name}.uptCompatibility`);
  return {
    _typeName: kind,
    backing: readNetwork(site, owner, vmx, name),
    connectable: readConnectable(vmx, name),
    ...readAddress(site, vmx, name),
    wakeOnLanEnabled: wake ?? true,
    ...(upt !== undefined && { uptCompatibilityEnabled: upt }),
  } as Omit<Device, 'key'>;
}

function readAddress(site: Site, vmx: VmxReading, name: string): Pick<Device, 'addressType' | 'macAddress'> {
  const said = vmx.text(`${name}.addressType`)?.toLowerCase();
  const manual = vmx.text(`${name}.address`);
  const given = vmx.text(`${name}.generatedAddress`);
  vmx.text(`${name}.generatedAddressOffset`);
  vmx.text(`${name}.checkMACAddress`);
  if (manual && said !== 'generated' && said !== 'vpx') return { addressType: 'manual', macAddress: manual };
  const addressType = said === 'generated' ? said : said === 'vpx' ? 'assigned' : givenType(site);
  return { addressType, macAddress: given || nextAddress(site) };
}

export function readConnectable(vmx: VmxReading, name: string): NonNullable<Device['connectable']> {
  return Object.freeze({
    _typeName: 'VirtualDeviceConnectInfo',
    migrateConnect: 'unset',
    startConnected: vmx.flag(`${name}.startConnected`) ?? true,
    allowGuestControl: vmx.flag(`${name}.allowGuestConnectionControl`) ?? true,
    connected: false,
    status: 'untried',
  });
}

/** A network of another place is kept by its name: the card is then plugged into nothing. */
function readNetwork(site: Site, owner: Cell | undefined, vmx: VmxReading, name: string): Backing {
  const text = (part: string) => vmx.text(`${name}.${part}`);
  const [portgroupKey, portKey, cookie] = [text('dvs.portgroupId'), text('dvs.portId'), text('dvs.connectionId')];
  const [switchId, networkName] = [text('dvs.switchId'), text('networkName')];
  const [opaqueId, opaqueType] = [text('opaqueNetwork.id'), text('opaqueNetwork.type')];
  text('connectionType');
  const networks = listed(owner, 'network');
  if (portgroupKey !== undefined) {
    const portgroup = networks.find((n) => n.id === portgroupKey || n.get('key') === portgroupKey);
    const port = {
      ...(portgroup && (networkBacking(site, portgroup.id)['port'] as object)),
      switchUuid: switchId ?? '',
      portgroupKey,
      ...(portKey !== undefined && portKey !== NO_PORT && { portKey }),
      ...(cookie !== undefined && cookie !== NO_CONNECTION && { connectionCookie: Number(cookie) }),
    };
    const backing = { _typeName: 'VirtualEthernetCardDistributedVirtualPortBackingInfo', port: Object.freeze(port) };
    return Object.freeze(portgroup ? { ...backing, networkId: portgroup.id } : backing);
  }
  if (opaqueId !== undefined) {
    const network = networks.find(
      (n) => (n.get('summary') as { opaqueNetworkId?: string } | undefined)?.opaqueNetworkId === opaqueId,
    );
    const backing = {
      _typeName: 'VirtualEthernetCardOpaqueNetworkBackingInfo',
      opaqueNetworkId: opaqueId,
      opaqueNetworkType: opaqueType ?? '',
    };
    return Object.freeze(network ? { ...backing, networkId: network.id } : backing);
  }
  const network = networks.find((n) => n.type === 'Network' && n.get('name') === networkName);
  if (network) return networkBacking(site, network.id);
  return Object.freeze({
    _typeName: 'VirtualEthernetCardNetworkBackingInfo',
    deviceName: networkName ?? '',
    useAutoDetect: false,
  });
}
