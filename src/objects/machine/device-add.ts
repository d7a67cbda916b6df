/** A new device: where it hangs, and what it is backed by. */
import type { DataObject } from '../../vim25/value.ts';
import { VimFault } from '../../world/fault.ts';
import type { Backing, Device } from './device.ts';
import { isCard, isDisk } from './device.ts';
import type { Setting } from './device-setting.ts';
import { busSlot, needsBus, ordinalFor, plainSlot, type Slot } from './device-slots.ts';
import { newDisk } from './disk-backing.ts';
import { nextAddress } from './mac-address.ts';
import { resolveNetwork } from './network-backing.ts';
import { datastoreNamed, parseDatastorePath } from './surroundings.ts';

export function newDevice(
  setting: Setting,
  devices: readonly Device[],
  given: Device,
  create: boolean,
  index: number,
): Device {
  const slot = slotFor(devices, given, index);
  const kept = plain(given);
  const ordinal = isCard(given) ? {} : { ordinal: ordinalFor(devices, given._typeName) };
  const device = { ...kept, ...slot, ...ordinal, ...connectable(setting, given) };
  if (isDisk(given)) return Object.freeze({ ...device, ...newDisk(setting, devices, given, create, index) });
  if (isCard(given)) return Object.freeze({ ...device, ...card(setting, given, index) });
  return Object.freeze({ ...device, backing: given.backing && fileBacking(setting, given.backing) });
}

/** What a client says of a device that is kept as it is. */
export function plain(given: Device): Device {
  const { capacityInKB: _kb, deviceInfo: _info, diskObjectId: _id, device: _hanging, slotInfo: _slot, ...rest } = given;
  const { scsiCtlrUnitNumber: _unit, nativeUnmanagedLinkedClone: _linked, ordinal: _ordinal, ...kept } = rest;
  return Object.fromEntries(Object.entries(kept).filter(([, v]) => v !== undefined)) as unknown as Device;
}

function slotFor(devices: readonly Device[], given: Device, index: number): Slot {
  const slot = needsBus(given._typeName) ? onBus(devices, given, index) : plainSlot(devices, given);
  if (!slot) throw new VimFault('TooManyDevices', { property: 'virtualDeviceSpec.device' });
  return slot;
}

function onBus(devices: readonly Device[], given: Device, index: number): Slot {
  const property = 'virtualDeviceSpec.device.controllerKey';
  if (given.controllerKey === undefined) throw new VimFault('MissingController', { property, deviceIndex: index });
  const controller = devices.find((d) => d.key === given.controllerKey && d.busNumber !== undefined);
  const slot = controller && busSlot(devices, controller, given.unitNumber);
  if (slot) return slot;
  if (!controller || busSlot([], controller, undefined) === undefined) {
    throw new VimFault('InvalidController', { property, deviceIndex: index, controllerKey: given.controllerKey });
  }
  throw new VimFault('InvalidDeviceSpec', { property: 'virtualDeviceSpec.device.unitNumber', deviceIndex: index });
}

/** What is plugged in is connected as soon as the machine runs, unless the client says otherwise. */
export function connectable(setting: Setting, given: Device): Pick<Device, 'connectable'> {
  const said = given.connectable;
  if (!said && (isDisk(given) || !PLUGGED.test(given._typeName))) return {};
  const running = setting.machine?.power.state === 'poweredOn';
  const start = said?.startConnected ?? true;
  return {
    connectable: Object.freeze({
      _typeName: 'VirtualDeviceConnectInfo',
      migrateConnect: said?.migrateConnect ?? 'unset',
      startConnected: start,
      allowGuestControl: said?.allowGuestControl ?? true,
      connected: running ? (said?.connected ?? start) : false,
      status: running ? 'ok' : 'untried',
    }),
  };
}

const PLUGGED = /Cdrom|Floppy|SerialPort|ParallelPort|Ethernet|E1000|Vmxnet|PCNet/;

function card(setting: Setting, given: Device, index: number): Partial<Device> {
  const { world } = setting.site;
  return {
    backing: resolveNetwork(world, setting.owner, (given.backing ?? {}) as DataObject, index),
    ...address(setting, given, index),
    wakeOnLanEnabled: given['wakeOnLanEnabled'] ?? true,
  };
}

const ADDRESS = /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/i;

/** A manual address is the client's; any other is ours to give. */
export function address(setting: Setting, given: Device, index: number): Pick<Device, 'addressType' | 'macAddress'> {
  const { addressType, macAddress } = given;
  const asked = macAddress !== undefined && macAddress !== '';
  if (asked && !ADDRESS.test(macAddress)) {
    throw new VimFault('InvalidDeviceSpec', { property: 'virtualDeviceSpec.device.macAddress', deviceIndex: index });
  }
  if (asked && (addressType === undefined || /^manual$/i.test(addressType)))
    return { addressType: 'manual', macAddress };
  return { addressType: 'assigned', macAddress: nextAddress(setting.site) };
}

/** The backing of a drive or port; one on a datastore keeps its file as datastore and path. */
export function fileBacking(setting: Setting, given: Backing): Backing {
  const { fileName, datastore: _datastore, ...rest } = given;
  if (typeof fileName !== 'string' || fileName === '') return Object.freeze(rest as Backing);
  const parsed = parseDatastorePath(fileName);
  const datastore = datastoreNamed(setting.owner, parsed.datastore, fileName).id;
  return Object.freeze({ ...(rest as Backing), file: Object.freeze({ datastore, path: parsed.path }) });
}
