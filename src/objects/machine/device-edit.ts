/** A device changed in place: what the spec says stands over what was there. */
import type { DataObject } from '../../vim25/value.ts';
import { VimFault } from '../../world/fault.ts';
import type { Device } from './device.ts';
import { isCard, isDisk } from './device.ts';
import { address, connectable, fileBacking, plain } from './device-add.ts';
import type { Setting } from './device-setting.ts';
import { resolveNetwork } from './network-backing.ts';

export function editDevice(
  setting: Setting,
  devices: readonly Device[],
  before: Device,
  given: Device,
  index: number,
): Device {
  if (given._typeName !== before._typeName) {
    throw new VimFault('InvalidDeviceSpec', { property: 'virtualDeviceSpec.device', deviceIndex: index });
  }
  checkPlace(devices, before, given, index);
  const { backing: _backing, controllerKey: _controller, unitNumber: _unit, connectable: plug, ...said } = plain(given);
  const plugged = plug ? connectable(setting, given) : {};
  const { capacityInBytes: _bytes, busNumber: _bus, key: _key, ...free } = said;
  const after = { ...before, ...free, ...plugged };
  if (isDisk(before)) return Object.freeze({ ...after, ...disk(before, given, index) });
  if (isCard(before)) return Object.freeze({ ...after, ...card(setting, before, given, index) });
  return Object.freeze({ ...after, backing: given.backing ? fileBacking(setting, given.backing) : before.backing });
}

/** vCenter moves no device to another controller or unit by an edit. */
function checkPlace(devices: readonly Device[], before: Device, given: Device, index: number): void {
  const { controllerKey, unitNumber } = given;
  const moved =
    (controllerKey !== undefined &&
      controllerKey !== before.controllerKey &&
      devices.some((d) => d.key === controllerKey)) ||
    (unitNumber !== undefined &&
      before.unitNumber !== undefined &&
      unitNumber >= 0 &&
      unitNumber !== before.unitNumber);
  if (moved && isDisk(before)) throw new VimFault('InvalidDeviceOperation', { deviceIndex: index, badOp: 'edit' });
}

/** A disk grows and never shrinks; one with snapshots keeps its size. */
function disk(before: Device, given: Device, index: number): Partial<Device> {
  const size = before.capacityInBytes ?? 0;
  const bytes = given.capacityInBytes;
  const kilobytes = given['capacityInKB'] as number | undefined;
  const asked = [bytes, kilobytes === undefined ? undefined : kilobytes * 1024].find(
    (n) => n !== undefined && n > 0 && n !== size,
  );
  if (asked !== undefined && (asked < size || before.backing?.parent)) {
    throw new VimFault('InvalidDeviceOperation', { deviceIndex: index, badOp: 'edit' });
  }
  const { diskMode, uuid, sharing, writeThrough } = (given.backing ?? {}) as DataObject;
  const said = Object.entries({ diskMode, uuid, sharing, writeThrough }).filter(([, v]) => v !== undefined && v !== '');
  return {
    capacityInBytes: asked ?? size,
    backing: Object.freeze({ ...before.backing!, ...Object.fromEntries(said) }),
  };
}

function card(setting: Setting, before: Device, given: Device, index: number): Partial<Device> {
  const { backing, macAddress, addressType } = given;
  const readdressed = macAddress !== undefined && macAddress !== '' && macAddress !== before.macAddress;
  const manual =
    readdressed && (addressType === undefined || !/^manual$/i.test(addressType)) ? { addressType: 'manual' } : {};
  return {
    backing: backing ? changedBacking(setting, before, backing as DataObject, index) : before.backing,
    ...(readdressed ? address(setting, { ...given, ...manual }, index) : pick(before)),
  };
}

function pick({ addressType, macAddress }: Device): Pick<Device, 'addressType' | 'macAddress'> {
  return { addressType, macAddress };
}

/** A client that changes the name of a network hands back the reference it read with the old one. */
function changedBacking(setting: Setting, before: Device, given: DataObject, index: number): Device['backing'] {
  const ref = given['network'] as { readonly value: string } | undefined;
  const stale = ref !== undefined && ref.value === before.backing?.['networkId'] && given['deviceName'];
  const backing = stale ? { ...given, network: undefined } : given;
  return resolveNetwork(setting.site.world, setting.owner, backing, index);
}
