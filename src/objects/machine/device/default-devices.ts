/** The devices every machine has without asking, in the order vCenter lists them. Shared by all machines. */

import { hardwareOf } from '../config/hardware-version.ts';
import type { Device } from './device.ts';
import { deviceType } from './device-types.ts';

const device = (d: Device): Device => Object.freeze(d);

export const DEFAULT_DEVICES: readonly Device[] = Object.freeze([
  device({ _typeName: 'VirtualIDEController', key: 200, busNumber: 0 }),
  device({ _typeName: 'VirtualIDEController', key: 201, busNumber: 1 }),
  device({ _typeName: 'VirtualPS2Controller', key: 300, busNumber: 0 }),
  device({ _typeName: 'VirtualPCIController', key: 100, busNumber: 0 }),
  device({ _typeName: 'VirtualSIOController', key: 400, busNumber: 0 }),
  device({ _typeName: 'VirtualKeyboard', key: 600, controllerKey: 300, unitNumber: 0 }),
  device({
    _typeName: 'VirtualPointingDevice',
    key: 700,
    controllerKey: 300,
    unitNumber: 1,
    backing: Object.freeze({
      _typeName: 'VirtualPointingDeviceDeviceBackingInfo',
      deviceName: '',
      useAutoDetect: false,
      hostPointingDevice: 'autodetect',
    }),
  }),
  device({
    _typeName: 'VirtualMachineVideoCard',
    key: 500,
    controllerKey: 100,
    unitNumber: 0,
    videoRamSizeInKB: 4096,
    numDisplays: 1,
    useAutoDetect: false,
    enable3DSupport: false,
    use3dRenderer: 'automatic',
    graphicsMemorySizeInKB: 262144,
  }),
  device({
    _typeName: 'VirtualMachineVMCIDevice',
    key: 12000,
    controllerKey: 100,
    unitNumber: 17,
    allowUnrestrictedCommunication: false,
    filterEnable: true,
  }),
]);

/** Of these a machine has one, or the two IDE buses, and no spec adds another. */
export const SINGLE_DEVICES: ReadonlySet<string> = new Set(DEFAULT_DEVICES.map((d) => d._typeName));

/** The devices of a fresh machine of a hardware version: the oldest have no VMCI. */
export function defaultDevices(version: string): readonly Device[] {
  const { number } = hardwareOf(version);
  const there = DEFAULT_DEVICES.filter((d) => (deviceType(d._typeName)?.since ?? 0) <= number);
  return there.length === DEFAULT_DEVICES.length ? DEFAULT_DEVICES : Object.freeze(there);
}
