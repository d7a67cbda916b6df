/** `hardwareOptions.virtualDeviceOption`: every type of device that hardware has, as the checks of a ConfigSpec know it. */
import type { VirtualDeviceBackingOption, VirtualDeviceOption } from '../../../vim25/generated/index.ts';
import type { Hardware } from '../../machine/config/hardware-version.ts';
import { DEVICE_TYPES, type DeviceType, mostOf, unitsOf } from '../../machine/device/device-types.ts';
import { backingOption } from './device-backing-options.ts';
import { bool, choice, whole } from './option-values.ts';

export function deviceOptions(hardware: Hardware): VirtualDeviceOption[] {
  return Object.entries(DEVICE_TYPES)
    .filter(([, row]) => row.since <= hardware.number)
    .map(([type, row]) => deviceOption(type, row, hardware));
}

function deviceOption(type: string, row: DeviceType, hardware: Hardware): VirtualDeviceOption {
  const option = {
    _typeName: type === 'VirtualMachineVideoCard' ? 'VirtualVideoCardOption' : `${type}Option`,
    type,
    ...(row.plugged && { connectOption: { startConnected: bool(true, true), allowGuestControl: bool(true, true) } }),
    ...controllerOf(type, row),
    autoAssignController: bool(true, true),
    backingOption: row.backings.map((backing): VirtualDeviceBackingOption => backingOption(backing)),
    ...(row.backings.length > 0 && { defaultBackingOptionIndex: 0 }),
    deprecated: DEPRECATED.has(type),
    plugAndPlay: row.hot,
    hotRemoveSupported: row.hot,
    ...(row.controller && { devices: whole(0, devicesOn(type, hardware)), supportedDevice: row.bus?.carries ?? [] }),
    ...special(type, hardware),
  };
  return option as unknown as VirtualDeviceOption;
}

const DEPRECATED: ReadonlySet<string> = new Set(['VirtualBusLogicController', 'VirtualVmxnet2', 'VirtualPCNet32']);
const CONTROLLERS: { readonly [key: number]: string } = { 100: 'VirtualPCIController', 400: 'VirtualSIOController' };

function controllerOf(type: string, row: DeviceType): { readonly controllerType?: string } {
  if (row.on !== undefined) return { controllerType: CONTROLLERS[row.on]! };
  const carrier = Object.entries(DEVICE_TYPES).find(([, other]) => other.bus?.carries.includes(type));
  if (carrier) return { controllerType: carrier[0] };
  return /Keyboard|Pointing/.test(type) ? { controllerType: 'VirtualPS2Controller' } : {};
}

function devicesOn(type: string, hardware: Hardware): number {
  const units = unitsOf(type, hardware);
  return DEVICE_TYPES[type]?.bus?.reserved === undefined ? units : units - 1;
}

type Special = (type: string, hardware: Hardware) => object;

const SPECIAL: readonly (readonly [RegExp, Special])[] = [
  [/^(VirtualLsi|VirtualBusLogic|ParaVirtual)/, scsi],
  [/AHCI/, (type, h) => ({ numSATADisks: whole(0, devicesOn(type, h)), numSATACdroms: whole(0, devicesOn(type, h)) })],
  [
    /NVMEController/,
    (type, h) => ({ numNVMEDisks: whole(0, devicesOn(type, h)), sharing: ['noSharing', 'physicalSharing'] }),
  ],
  [/NVDIMMController/, () => ({ numNVDIMMControllers: whole(0, 1) })],
  [/IDEController/, () => ({ numIDEDisks: whole(0, 2), numIDECdroms: whole(0, 2) })],
  [/PS2Controller/, () => ({ numKeyboards: whole(1, 1), numPointingDevices: whole(1, 1) })],
  [/SIOController/, sio],
  [/PCIController/, pci],
  [/^VirtualUSB.*Controller$/, usb],
  [/VirtualDisk/, disk],
  [/E1000|Vmxnet|PCNet|EthernetCard/, card],
  [/VideoCard/, video],
  [/SerialPort/, () => ({ yieldOnPoll: bool(true, true) })],
  [/VMCI/, () => ({ allowUnrestrictedCommunication: bool(true), filterSupported: bool(true, true) })],
  [/WDT/, () => ({ runOnBoot: bool(true) })],
  [/TPM/, () => ({ supportedFirmware: ['efi'] })],
  [
    /^VirtualNVDIMM$/,
    () => ({ capacityInMB: whole(4, 6_291_456), growable: true, hotGrowable: false, granularityInMB: 4 }),
  ],
];

function special(type: string, hardware: Hardware): object {
  return SPECIAL.find(([types]) => types.test(type))?.[1](type, hardware) ?? {};
}

function scsi(type: string, hardware: Hardware): object {
  const most = devicesOn(type, hardware);
  return {
    numSCSIDisks: whole(0, most),
    numSCSICdroms: whole(0, most),
    numSCSIPassthrough: whole(0, most),
    sharing: ['noSharing', 'virtualSharing', 'physicalSharing'],
    defaultSharedIndex: 0,
    hotAddRemove: bool(true, true),
    scsiCtlrUnitNumber: 7,
  };
}

function sio(_type: string, hardware: Hardware): object {
  return {
    numFloppyDrives: whole(0, mostOf('VirtualFloppy', hardware)),
    numSerialPorts: whole(0, mostOf('VirtualSerialPort', hardware)),
    numParallelPorts: whole(0, mostOf('VirtualParallelPort', hardware)),
  };
}

function pci(_type: string, hardware: Hardware): object {
  const most = (type: string) =>
    whole(0, (DEVICE_TYPES[type]?.since ?? 0) <= hardware.number ? mostOf(type, hardware) : 0);
  return {
    numSCSIControllers: most('VirtualLsiLogicController'),
    numEthernetCards: most('VirtualE1000'),
    numVideoCards: whole(1, 1),
    numSoundCards: most('VirtualEnsoniq1371'),
    numVmiRoms: whole(0, 0),
    numVmciDevices: hardware.number >= 7 ? whole(1, 1) : whole(0, 0),
    numPCIPassthroughDevices: most('VirtualPCIPassthrough'),
    numSasSCSIControllers: most('VirtualLsiLogicSASController'),
    numVmxnet3EthernetCards: most('VirtualVmxnet3'),
    numParaVirtualSCSIControllers: most('ParaVirtualSCSIController'),
    numSATAControllers: most('VirtualAHCIController'),
    numNVMEControllers: most('VirtualNVMEController'),
    numVmxnet3VrdmaEthernetCards: most('VirtualVmxnet3Vrdma'),
  };
}

function usb(type: string): object {
  const isXhci = type === 'VirtualUSBXHCIController';
  return {
    autoConnectDevices: bool(true),
    ...(!isXhci && { ehciSupported: bool(true) }),
    supportedSpeeds: isXhci ? ['low', 'full', 'high', 'superSpeed'] : ['low', 'full', 'high'],
  };
}

function disk(): object {
  return {
    capacityInKB: whole(1, 62 * 2 ** 30, 8 * 2 ** 20),
    ioAllocationOption: {
      limitOption: whole(-1, Number.MAX_SAFE_INTEGER, -1),
      sharesOption: { sharesOption: whole(0, 4_000, 1_000), defaultLevel: 'normal' },
    },
  };
}

function card(type: string): object {
  return {
    supportedOUI: choice('00:50:56', '00:0c:29'),
    macType: choice('assigned', 'manual', 'generated'),
    wakeOnLanEnabled: bool(true, true),
    vmDirectPathGen2Supported: type === 'VirtualVmxnet3',
    uptCompatibilityEnabled: bool(/Vmxnet3/.test(type), /Vmxnet3/.test(type)),
    ...(type === 'VirtualPCNet32' && { supportsMorphing: true }),
    ...(/Vmxnet3/.test(type) && { uptv2Enabled: bool(true) }),
    ...(type === 'VirtualVmxnet3Vrdma' && { deviceProtocol: choice('rocev2', 'rocev1') }),
  };
}

function video(_type: string, hardware: Hardware): object {
  return {
    videoRamSizeInKB: whole(1_024, 262_144, 4_096),
    numDisplays: whole(1, 10, 1),
    useAutoDetect: bool(true),
    support3D: bool(hardware.number >= 8),
    use3dRendererSupported: bool(hardware.number >= 9, true),
    graphicsMemorySizeInKB: whole(65_536, 8_388_608, 262_144),
    graphicsMemorySizeSupported: bool(hardware.number >= 10),
  };
}
