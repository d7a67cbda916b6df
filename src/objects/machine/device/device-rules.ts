/** What a device may be: refusals that follow from its type, the machine's hardware version and whether it runs. */
import { VimFault } from '../../../world/fault.ts';
import { hardwareKey } from '../config/hardware-version.ts';
import { SINGLE_DEVICES } from './default-devices.ts';
import { type Backing, type Device, isCard, isDisk } from './device.ts';
import { hardwareFor, isRunning, type Setting } from './device-setting.ts';
import { deviceType } from './device-types.ts';

/** An InvalidDeviceSpec that names the property below the spec's device. */
export function invalidDevice(path: string, deviceIndex: number): VimFault {
  const property = path === '' ? 'virtualDeviceSpec.device' : `virtualDeviceSpec.device.${path}`;
  return new VimFault('InvalidDeviceSpec', { property, deviceIndex });
}

/** An InvalidDeviceBacking that names the property below the device's backing. */
export function invalidBacking(path: string, deviceIndex: number): VimFault {
  const property = `virtualDeviceSpec.device.backing${path === '' ? '' : `.${path}`}`;
  return new VimFault('InvalidDeviceBacking', { property, deviceIndex });
}

/** Whether the machine's hardware has such devices. */
export function guardType(setting: Setting, type: string, deviceIndex: number): void {
  const row = deviceType(type);
  if (!row) throw invalidDevice('', deviceIndex);
  const { number } = hardwareFor(setting);
  if (row.since <= number) return;
  throw new VimFault('DeviceUnsupportedForVmVersion', {
    property: 'virtualDeviceSpec.device',
    deviceIndex,
    currentVersion: hardwareKey(number),
    expectedVersion: hardwareKey(row.since),
  });
}

/** Whether a device may come or go as long as the machine runs. What hangs on an IDE bus may not. */
export function guardPlug(setting: Setting, device: Device, controller: Device | undefined, deviceIndex: number): void {
  if (!isRunning(setting) || SINGLE_DEVICES.has(device._typeName)) return;
  const isHot = deviceType(device._typeName)?.hot === true && controller?._typeName !== 'VirtualIDEController';
  if (!isHot) throw new VimFault('DeviceHotPlugNotSupported', { property: 'virtualDeviceSpec.device', deviceIndex });
}

/** What of a device may be edited while the machine runs. */
const LIVE: ReadonlySet<string> = new Set(['connectable', 'shares', 'storageIOAllocation', 'resourceAllocation']);

/** A running machine's disks grow, its cards and drives are plugged elsewhere; anything else waits until it is off. */
export function guardLiveEdit(setting: Setting, before: Device, after: Device, deviceIndex: number): void {
  if (!isRunning(setting)) return;
  const free = new Set(LIVE);
  if (isDisk(before)) free.add('capacityInBytes');
  if (isCard(before) || /Cdrom|Floppy/.test(before._typeName)) free.add('backing');
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  for (const key of keys) {
    if (free.has(key) || isSame(before[key], after[key])) continue;
    throw new VimFault('InvalidPowerState', { requestedState: 'poweredOff', existingState: 'poweredOn' });
  }
  if (isDisk(before) && after.capacityInBytes !== before.capacityInBytes && before.controllerKey! < 300) {
    throw new VimFault('DeviceHotPlugNotSupported', {
      property: 'virtualDeviceSpec.device.capacityInKB',
      deviceIndex,
    });
  }
}

/** A client that hands back what it read may name the type where we do not. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || asText(a, b) === asText(b, a);
}

function asText(value: unknown, other: unknown): string {
  const typed = typeof other !== 'object' || other === null || '_typeName' in other;
  return JSON.stringify(typed ? (value ?? null) : { ...(value as object), _typeName: undefined });
}

/** Whether the backing is one such a device may have. */
export function guardBacking(device: Device, backing: Backing | undefined, deviceIndex: number): void {
  const row = deviceType(device._typeName);
  if (!row) return;
  if (!backing) {
    if (row.backed) throw invalidBacking('', deviceIndex);
    return;
  }
  if (!row.backings.includes(backing._typeName)) throw invalidBacking('', deviceIndex);
}

const MIB = 1024;
const USE_3D = new Set(['automatic', 'software', 'hardware']);

/** Values of a video card, a SCSI controller and a disk that are none. */
export function guardValues(device: Device, deviceIndex: number): void {
  if (device._typeName === 'VirtualMachineVideoCard') guardVideo(device, deviceIndex);
  const sharing = device['sharedBus'];
  const shared = /SCSI|Logic/.test(device._typeName) ? SCSI_SHARING : NVME_SHARING;
  if (sharing !== undefined && !shared.has(sharing)) throw invalidDevice('sharedBus', deviceIndex);
  guardShares(device['shares'], 'shares', deviceIndex);
  const io = device['storageIOAllocation'] as { readonly limit?: number; readonly shares?: unknown } | undefined;
  guardShares(io?.shares, 'storageIOAllocation.shares', deviceIndex);
  if (io?.limit !== undefined && io.limit !== -1 && io.limit < 16) {
    throw invalidDevice('storageIOAllocation.limit', deviceIndex);
  }
  const net = device['resourceAllocation'] as { readonly share?: unknown; readonly reservation?: number } | undefined;
  guardShares(net?.share, 'resourceAllocation.share', deviceIndex);
  if ((net?.reservation ?? 0) < 0) throw invalidDevice('resourceAllocation.reservation', deviceIndex);
}

const SCSI_SHARING: ReadonlySet<unknown> = new Set(['noSharing', 'virtualSharing', 'physicalSharing']);
const NVME_SHARING: ReadonlySet<unknown> = new Set(['noSharing', 'physicalSharing']);

function guardShares(given: unknown, path: string, deviceIndex: number): void {
  const { level, shares } = (given ?? {}) as { readonly level?: string; readonly shares?: number };
  if (level === 'custom' && !((shares ?? 0) > 0)) throw invalidDevice(path, deviceIndex);
}

function guardVideo(card: Device, deviceIndex: number): void {
  const within = (property: string, least: number, most: number) => {
    const value = card[property];
    if (value === undefined) return;
    if (!(Number(value) >= least && Number(value) <= most)) throw invalidDevice(property, deviceIndex);
  };
  within('numDisplays', 1, 10);
  within('videoRamSizeInKB', 1 * MIB, 256 * MIB);
  within('graphicsMemorySizeInKB', 64 * MIB, 8192 * MIB);
  const renderer = card['use3dRenderer'];
  if (renderer !== undefined && !USE_3D.has(String(renderer))) throw invalidDevice('use3dRenderer', deviceIndex);
}
