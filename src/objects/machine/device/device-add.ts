/** A new device: where it hangs, and what it is backed by. */
import type { DataObject } from '../../../vim25/value.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Device } from './device.ts';
import { isCard, isDisk } from './device.ts';
import { deviceBacking } from './device-backing.ts';
import { guardPlug, guardType, guardValues, invalidDevice } from './device-rules.ts';
import { hardwareFor, isRunning, type Setting } from './device-setting.ts';
import { busSlot, carries, controllerSlot, needsBus, ordinalFor, plainSlot, type Slot } from './device-slots.ts';
import { deviceType } from './device-types.ts';
import { newDisk } from './disk-backing.ts';
import { address } from './mac-address.ts';
import { resolveNetwork } from './network-backing.ts';

export function newDevice(
  setting: Setting,
  devices: readonly Device[],
  given: Device,
  create: boolean,
  index: number,
): Device {
  guardType(setting, given._typeName, index);
  guardValues(given, index);
  guardFirmware(setting, given, index);
  const slot = slotFor(setting, devices, given, index);
  guardPlug(
    setting,
    given,
    devices.find((d) => d.key === slot.controllerKey),
    index,
  );
  // Some clients say of a disk how it is to be connected; it is soldered to its bus.
  const { connectable: _plug, ...kept } = plain(given);
  const ordinal = isCard(given) ? {} : { ordinal: ordinalFor(devices, given._typeName) };
  const device = { ...DEFAULTS[given._typeName], ...kept, ...slot, ...ordinal, ...connectable(setting, given) };
  const placed = { ...given, controllerKey: slot.controllerKey };
  if (isDisk(given)) return Object.freeze({ ...device, ...newDisk(setting, devices, placed, create, index) });
  if (isCard(given)) return Object.freeze({ ...device, ...card(setting, devices, given, index) });
  const backing = deviceBacking(setting, given, index);
  return Object.freeze(backing ? { ...device, backing } : device);
}

/** What a device has of which its spec says nothing. */
const DEFAULTS: { readonly [type: string]: object } = {
  VirtualSerialPort: { yieldOnPoll: true },
  VirtualWDT: { runOnBoot: false, running: false },
  VirtualUSB: { connected: false },
  VirtualVmxnet3: { uptCompatibilityEnabled: true },
};

/** The TPM is the firmware's: a BIOS has no use for one. */
function guardFirmware({ config, machine }: Setting, { _typeName }: Device, index: number): void {
  const firmware = (config ?? machine?.config)?.said?.firmware ?? 'bios';
  if (_typeName === 'VirtualTPM' && firmware !== 'efi') throw invalidDevice('', index);
}

/** A new controller. Throws TooManyDevices when there are as many as there may be. */
export function newController(setting: Setting, devices: readonly Device[], given: Device, index: number): Device {
  guardType(setting, given._typeName, index);
  guardValues(given, index);
  guardPlug(setting, given, undefined, index);
  const slot = controllerSlot(devices, given);
  if (!slot) throw new VimFault('TooManyDevices', { property: 'virtualDeviceSpec.device' });
  return Object.freeze({ _typeName: given._typeName, ...ownSettings(given), ...slot });
}

/** What controllers of a kind let clients set. */
function ownSettings(given: Device): object {
  if (/SCSI|Logic/.test(given._typeName)) {
    return { hotAddRemove: true, sharedBus: given['sharedBus'] ?? 'noSharing' };
  }
  if (given._typeName === 'VirtualNVMEController') return { sharedBus: given['sharedBus'] ?? 'noSharing' };
  const { autoConnectDevices = false, ehciEnabled = false } = given as Partial<Record<string, boolean>>;
  if (given._typeName === 'VirtualUSBController') return { autoConnectDevices, ehciEnabled };
  return given._typeName === 'VirtualUSBXHCIController' ? { autoConnectDevices } : {};
}

/** What a client says of a device that is kept as it is. */
export function plain(given: Device): Device {
  const { capacityInKB: _kb, deviceInfo: _info, diskObjectId: _id, device: _hanging, slotInfo: _slot, ...rest } = given;
  const { scsiCtlrUnitNumber: _unit, nativeUnmanagedLinkedClone: _linked, ordinal: _ordinal, ...kept } = rest;
  return Object.fromEntries(Object.entries(kept).filter(([, v]) => v !== undefined)) as unknown as Device;
}

function slotFor(setting: Setting, devices: readonly Device[], given: Device, index: number): Slot {
  if (needsBus(given._typeName)) return onBus(setting, devices, given, index);
  const slot = plainSlot(devices, given, hardwareFor(setting));
  if (!slot) throw new VimFault('TooManyDevices', { property: 'virtualDeviceSpec.device' });
  return slot;
}

/** A place on the bus of the controller that the spec names. */
export function onBus(setting: Setting, devices: readonly Device[], given: Device, index: number): Slot {
  const property = 'virtualDeviceSpec.device.controllerKey';
  const { controllerKey } = given;
  if (controllerKey === undefined) throw new VimFault('MissingController', { property, deviceIndex: index });
  const controller = devices.find((d) => d.key === controllerKey && d.busNumber !== undefined);
  if (!controller || !carries(controller, given._typeName)) {
    throw new VimFault('InvalidController', { property, deviceIndex: index, controllerKey });
  }
  const slot = busSlot(devices, controller, given.unitNumber, hardwareFor(setting));
  if (!slot) throw invalidDevice('unitNumber', index);
  return slot;
}

/** What is plugged in is connected as soon as the machine runs, unless the client says otherwise. */
export function connectable(setting: Setting, given: Device): Pick<Device, 'connectable'> {
  const said = given.connectable;
  if (!deviceType(given._typeName)?.plugged) return {};
  const running = isRunning(setting);
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

function card(setting: Setting, devices: readonly Device[], given: Device, index: number): Partial<Device> {
  return {
    backing: resolveNetwork(setting, devices, (given.backing ?? {}) as DataObject, undefined, index),
    ...address(setting, devices, given, undefined, index),
    wakeOnLanEnabled: given['wakeOnLanEnabled'] ?? true,
  };
}
