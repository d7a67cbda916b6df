/** By which names a .vmx calls devices: `scsi0:1`, `ethernet0`; and the keys that devices of those names have. */

import type { Hardware } from '../config/hardware-version.ts';
import type { Device } from '../device/device.ts';
import { isCard } from '../device/device.ts';
import { busSlot, controllerSlot, type Slot } from '../device/device-slots.ts';
import { deviceType, mostOf } from '../device/device-types.ts';

/** SCSI controllers by what `scsi0.virtualDev` says. */
export const SCSI_KINDS: readonly (readonly [virtualDev: string, type: string])[] = [
  ['lsilogic', 'VirtualLsiLogicController'],
  ['lsisas1068', 'VirtualLsiLogicSASController'],
  ['buslogic', 'VirtualBusLogicController'],
  ['pvscsi', 'ParaVirtualSCSIController'],
];

const CONTROLLERS: { readonly [type: string]: string } = {
  VirtualIDEController: 'ide',
  VirtualAHCIController: 'sata',
  VirtualNVMEController: 'nvme',
  ...Object.fromEntries(SCSI_KINDS.map(([, type]) => [type, 'scsi'])),
};

/** Devices there may be one of. */
const ALONE: { readonly [type: string]: string } = {
  VirtualUSBController: 'usb',
  VirtualUSBXHCIController: 'usb_xhci',
  VirtualMachineVideoCard: 'svga',
  VirtualMachineVMCIDevice: 'vmci0',
  VirtualTPM: 'vtpm',
  VirtualWDT: 'vwdt',
  VirtualPrecisionClock: 'precisionclock0',
  VirtualSoundBlaster16: 'sound',
  VirtualEnsoniq1371: 'sound',
  VirtualHdAudioCard: 'sound',
};

const NUMBERED: { readonly [type: string]: string } = {
  VirtualFloppy: 'floppy',
  VirtualSerialPort: 'serial',
  VirtualParallelPort: 'parallel',
  VirtualPCIPassthrough: 'pciPassthru',
};

/** The device's name in the .vmx of a machine with these devices; undefined for one that has none there. */
export function vmxName(device: Device, devices: readonly Device[]): string | undefined {
  const controller = CONTROLLERS[device._typeName];
  if (controller !== undefined) return `${controller}${device.busNumber ?? 0}`;
  const alone = ALONE[device._typeName];
  if (alone !== undefined) return alone;
  const numbered = isCard(device) ? 'ethernet' : NUMBERED[device._typeName];
  if (numbered !== undefined) return `${numbered}${device.key - firstKey(device._typeName)}`;
  if (device._typeName !== 'VirtualDisk' && device._typeName !== 'VirtualCdrom') return undefined;
  const parent = devices.find((d) => d.key === device.controllerKey);
  const bus = parent && vmxName(parent, devices);
  return bus === undefined ? undefined : `${bus}:${device.unitNumber ?? 0}`;
}

function firstKey(type: string): number {
  return deviceType(type)?.first ?? 0;
}

/** Key and unit of the n-th device of a kind that is counted; undefined where the hardware has not as many. */
export function numberedSlot(type: string, n: number, hardware: Hardware): Slot | undefined {
  const row = deviceType(type);
  if (row?.on === undefined || row.unit === undefined || n >= mostOf(type, hardware)) return undefined;
  return { key: row.first + n, controllerKey: row.on, unitNumber: row.unit + n };
}

export function controllerAt(type: string, busNumber: number): (Slot & { readonly busNumber: number }) | undefined {
  const slot = controllerSlot([], { _typeName: type, key: 0, busNumber });
  return slot?.busNumber === busNumber ? slot : undefined;
}

/** Key of a disk or drive; undefined for a unit the bus has not. */
export function unitAt(controller: Device, unit: number, hardware: Hardware): Slot | undefined {
  return busSlot([], controller, unit, hardware);
}
