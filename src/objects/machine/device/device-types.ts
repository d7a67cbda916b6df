/** The types of virtual devices: where each hangs, how many there may be, what may back it and what hardware it needs. */
import type { Hardware } from '../config/hardware-version.ts';

/** Disks and drives on a bus: how many units, and the unit that is the controller's own. */
export interface Bus {
  /** Key of the first unit of the first bus. */
  readonly first: number;
  /** Units whose keys follow those of the bus before. */
  readonly units: number;
  readonly reserved?: number;
  /** What may hang on it. */
  readonly carries: readonly string[];
}

export interface DeviceType {
  /** Hardware version that has it first. */
  readonly since: number;
  /** Key of the first, and how many there may be; types of one range share it. */
  readonly first: number;
  readonly count: number;
  /** Key of the controller it hangs on, and its unit there; absent for what hangs on a bus the client names. */
  readonly on?: number;
  readonly unit?: number;
  /** Added and taken away while the machine runs. */
  readonly hot: boolean;
  /** Types of the backings it may have; none for a device that has none. */
  readonly backings: readonly string[];
  /** Whether it must have one. */
  readonly backed?: boolean;
  /** Whether it is plugged in and pulled out. */
  readonly plugged?: boolean;
  readonly bus?: Bus;
  readonly controller?: boolean;
}

const DISKS = ['VirtualDisk', 'VirtualCdrom'];
const SCSI: DeviceType = {
  since: 4,
  first: 1000,
  count: 4,
  on: 100,
  unit: 3,
  hot: true,
  backings: [],
  controller: true,
  bus: { first: 2000, units: 16, reserved: 7, carries: [...DISKS, 'VirtualSCSIPassthrough'] },
};

const CARD: DeviceType = {
  since: 4,
  first: 4000,
  count: 10,
  on: 100,
  unit: 7,
  hot: true,
  plugged: true,
  backed: true,
  backings: [
    'VirtualEthernetCardNetworkBackingInfo',
    'VirtualEthernetCardDistributedVirtualPortBackingInfo',
    'VirtualEthernetCardOpaqueNetworkBackingInfo',
  ],
};

const SOUND: DeviceType = {
  since: 4,
  first: 5000,
  count: 1,
  on: 100,
  unit: 40,
  hot: false,
  plugged: true,
  backings: ['VirtualSoundCardDeviceBackingInfo'],
};

/** Devices that every machine has: they are there, and no spec adds another. */
const OWN: DeviceType = { since: 4, first: 0, count: 0, hot: false, backings: [] };
const OWN_CONTROLLER: DeviceType = { ...OWN, controller: true };

const DISK_BACKINGS = [
  'VirtualDiskFlatVer2BackingInfo',
  'VirtualDiskSeSparseBackingInfo',
  'VirtualDiskRawDiskMappingVer1BackingInfo',
  'VirtualDiskSparseVer2BackingInfo',
  'VirtualDiskLocalPMemBackingInfo',
];

export const DEVICE_TYPES: { readonly [type: string]: DeviceType } = {
  VirtualIDEController: { ...OWN_CONTROLLER, bus: { first: 3000, units: 2, carries: DISKS } },
  VirtualPS2Controller: OWN_CONTROLLER,
  VirtualPCIController: OWN_CONTROLLER,
  VirtualSIOController: OWN_CONTROLLER,
  VirtualKeyboard: OWN,
  VirtualPointingDevice: { ...OWN, backings: ['VirtualPointingDeviceDeviceBackingInfo'] },
  VirtualMachineVideoCard: OWN,
  VirtualMachineVMCIDevice: { ...OWN, since: 7 },
  VirtualLsiLogicController: SCSI,
  VirtualBusLogicController: SCSI,
  VirtualLsiLogicSASController: { ...SCSI, since: 7 },
  ParaVirtualSCSIController: { ...SCSI, since: 7 },
  VirtualAHCIController: {
    ...SCSI,
    since: 10,
    first: 15000,
    unit: 24,
    bus: { first: 16000, units: 30, carries: DISKS },
  },
  VirtualNVMEController: {
    ...SCSI,
    since: 13,
    first: 31000,
    unit: 30,
    bus: { first: 32000, units: 15, carries: ['VirtualDisk'] },
  },
  VirtualNVDIMMController: {
    ...SCSI,
    since: 14,
    first: 41000,
    count: 1,
    unit: 34,
    hot: false,
    bus: { first: 42000, units: 64, carries: ['VirtualNVDIMM'] },
  },
  VirtualUSBController: {
    ...SCSI,
    since: 7,
    first: 7000,
    count: 1,
    unit: 22,
    bus: { first: 50000, units: 20, carries: ['VirtualUSB'] },
  },
  VirtualUSBXHCIController: {
    ...SCSI,
    since: 8,
    first: 14000,
    count: 1,
    unit: 23,
    bus: { first: 51000, units: 20, carries: ['VirtualUSB'] },
  },
  VirtualDisk: { since: 4, first: 2000, count: 256, hot: true, backed: true, backings: DISK_BACKINGS },
  VirtualCdrom: {
    since: 4,
    first: 3000,
    count: 256,
    hot: true,
    plugged: true,
    backings: [
      'VirtualCdromIsoBackingInfo',
      'VirtualCdromAtapiBackingInfo',
      'VirtualCdromPassthroughBackingInfo',
      'VirtualCdromRemoteAtapiBackingInfo',
      'VirtualCdromRemotePassthroughBackingInfo',
    ],
  },
  VirtualSCSIPassthrough: {
    since: 4,
    first: 2000,
    count: 60,
    hot: true,
    plugged: true,
    backed: true,
    backings: ['VirtualSCSIPassthroughDeviceBackingInfo'],
  },
  VirtualNVDIMM: {
    since: 14,
    first: 42000,
    count: 64,
    hot: false,
    backings: ['VirtualNVDIMMBackingInfo'],
  },
  VirtualUSB: {
    since: 7,
    first: 50000,
    count: 20,
    hot: true,
    backed: true,
    backings: ['VirtualUSBUSBBackingInfo', 'VirtualUSBRemoteHostBackingInfo', 'VirtualUSBRemoteClientBackingInfo'],
  },
  VirtualFloppy: {
    since: 4,
    first: 8000,
    count: 2,
    on: 400,
    unit: 0,
    hot: false,
    plugged: true,
    backings: [
      'VirtualFloppyImageBackingInfo',
      'VirtualFloppyDeviceBackingInfo',
      'VirtualFloppyRemoteDeviceBackingInfo',
    ],
  },
  VirtualSerialPort: {
    since: 4,
    first: 9000,
    count: 32,
    on: 400,
    unit: 0,
    hot: false,
    plugged: true,
    backed: true,
    backings: [
      'VirtualSerialPortURIBackingInfo',
      'VirtualSerialPortFileBackingInfo',
      'VirtualSerialPortPipeBackingInfo',
      'VirtualSerialPortDeviceBackingInfo',
      'VirtualSerialPortThinPrintBackingInfo',
    ],
  },
  VirtualParallelPort: {
    since: 4,
    first: 10000,
    count: 3,
    on: 400,
    unit: 0,
    hot: false,
    plugged: true,
    backed: true,
    backings: ['VirtualParallelPortFileBackingInfo', 'VirtualParallelPortDeviceBackingInfo'],
  },
  VirtualE1000: CARD,
  VirtualPCNet32: CARD,
  VirtualVmxnet2: CARD,
  VirtualVmxnet3: { ...CARD, since: 7 },
  VirtualE1000e: { ...CARD, since: 8 },
  VirtualSriovEthernetCard: { ...CARD, since: 10, hot: false },
  VirtualVmxnet3Vrdma: { ...CARD, since: 13 },
  VirtualEnsoniq1371: SOUND,
  VirtualSoundBlaster16: SOUND,
  VirtualHdAudioCard: { ...SOUND, since: 8 },
  VirtualPCIPassthrough: {
    since: 7,
    first: 13000,
    count: 32,
    on: 100,
    unit: 60,
    hot: false,
    backed: true,
    backings: [
      'VirtualPCIPassthroughDeviceBackingInfo',
      'VirtualPCIPassthroughDynamicBackingInfo',
      'VirtualPCIPassthroughVmiopBackingInfo',
      'VirtualPCIPassthroughDvxBackingInfo',
    ],
  },
  VirtualTPM: { since: 14, first: 11000, count: 1, on: 100, unit: 41, hot: false, backings: [] },
  VirtualWDT: { since: 17, first: 18000, count: 1, on: 100, unit: 42, hot: false, backings: [] },
  VirtualPrecisionClock: {
    since: 17,
    first: 19000,
    count: 1,
    on: 100,
    unit: 43,
    hot: false,
    backings: ['VirtualPrecisionClockSystemClockBackingInfo'],
  },
};

export function deviceType(type: string): DeviceType | undefined {
  return Object.hasOwn(DEVICE_TYPES, type) ? DEVICE_TYPES[type] : undefined;
}

/** How many devices of a type a machine of the hardware may have. */
export function mostOf(type: string, hardware: Hardware): number {
  const row = deviceType(type);
  if (!row) return 0;
  if (row.first === CARD.first) return hardware.cards;
  if (type === 'VirtualSerialPort') return hardware.serialPorts;
  if (type === 'VirtualPCIPassthrough') return hardware.passthrough;
  return row.count;
}

/** Units of a controller's bus in a machine of the hardware. */
export function unitsOf(type: string, hardware: Hardware): number {
  if (type === 'ParaVirtualSCSIController') return hardware.paravirtualUnits;
  if (type === 'VirtualNVMEController') return hardware.nvmeUnits;
  return deviceType(type)?.bus?.units ?? 0;
}
