/** A device changed in place, or moved to another: what the spec says stands over what was there. */
import type { DataObject } from '../../../vim25/value.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Device } from './device.ts';
import { isCard, isDisk } from './device.ts';
import { connectable, onBus, plain } from './device-add.ts';
import { deviceBacking } from './device-backing.ts';
import { guardLiveEdit, guardValues, invalidDevice } from './device-rules.ts';
import { isRunning, type Setting } from './device-setting.ts';
import { needsBus } from './device-slots.ts';
import { editedDisk } from './disk-backing.ts';
import { address } from './mac-address.ts';
import { resolveNetwork } from './network-backing.ts';

export function editDevice(
  setting: Setting,
  devices: readonly Device[],
  before: Device,
  given: Device,
  index: number,
): Device {
  if (given._typeName !== before._typeName) throw invalidDevice('', index);
  guardValues(given, index);
  const after = Object.freeze({
    ...edited(setting, devices, before, given, index),
    ...(isMoved(before, given) && moved(setting, devices, before, given, index)),
  });
  guardLiveEdit(setting, before, after, index);
  return after;
}

function edited(setting: Setting, devices: readonly Device[], before: Device, given: Device, index: number): Device {
  const { backing: _backing, controllerKey: _controller, unitNumber: _unit, connectable: plug, ...said } = plain(given);
  const { capacityInBytes: _bytes, busNumber: _bus, key: _key, id: _id, ...free } = said;
  const after = { ...before, ...free, ...(plug && plugged(setting, before, given)) };
  if (isDisk(before)) return { ...after, ...editedDisk(before, given, index) };
  if (isCard(before)) return { ...after, ...card(setting, devices, before, given, index) };
  const backing = given.backing ? deviceBacking(setting, given, index) : before.backing;
  return backing === undefined ? after : { ...after, backing };
}

/** Whether a disk or drive is asked to hang elsewhere. */
export function isMoved(before: Device, given: Device): boolean {
  if (!needsBus(before._typeName)) return false;
  const { controllerKey, unitNumber } = given;
  const elsewhere = controllerKey !== undefined && controllerKey !== before.controllerKey;
  return elsewhere || (unitNumber !== undefined && unitNumber >= 0 && unitNumber !== before.unitNumber);
}

/** The place on the other bus; the key follows. Nothing changes places while the machine runs. */
function moved(
  setting: Setting,
  devices: readonly Device[],
  before: Device,
  given: Device,
  index: number,
): Partial<Device> {
  if (isRunning(setting)) {
    throw new VimFault('InvalidPowerState', { requestedState: 'poweredOff', existingState: 'poweredOn' });
  }
  const others = devices.filter((d) => d !== before);
  return { ...onBus(setting, others, { ...given, controllerKey: given.controllerKey ?? before.controllerKey }, index) };
}

/** What the spec leaves open of the connection stays as it was. */
function plugged(setting: Setting, before: Device, given: Device): Pick<Device, 'connectable'> {
  const said = given.connectable as unknown as Readonly<Record<string, unknown>>;
  const told = Object.fromEntries(Object.entries(said).filter(([, v]) => v !== undefined));
  return connectable(setting, { ...given, connectable: { ...before.connectable, ...told } as never });
}

function card(
  setting: Setting,
  devices: readonly Device[],
  before: Device,
  given: Device,
  index: number,
): Partial<Device> {
  const backing = given.backing
    ? changedBacking(setting, devices, before, given.backing as DataObject, index)
    : before.backing;
  return { backing, ...address(setting, devices, given, before, index) };
}

/** A client that changes the name of a network hands back the reference it read with the old one. */
function changedBacking(
  setting: Setting,
  devices: readonly Device[],
  before: Device,
  given: DataObject,
  index: number,
): Device['backing'] {
  const ref = given['network'] as { readonly value: string } | undefined;
  const stale = ref !== undefined && ref.value === before.backing?.['networkId'] && given['deviceName'];
  const backing = stale ? { ...given, network: undefined } : given;
  return resolveNetwork(setting, devices, backing, before, index);
}
