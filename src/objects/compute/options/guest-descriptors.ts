/** GuestOsDescriptor: what a guest operating system can use of a machine, and what it is best given. */
import type { GuestOsDescriptor } from '../../../vim25/generated/index.ts';
import { guestFamily, guestName } from '../../machine/config/guest-names.ts';
import type { Hardware } from '../../machine/config/hardware-version.ts';
import { DEVICE_TYPES } from '../../machine/device/device-types.ts';
import { bool, whole } from './option-values.ts';

/** What guests of a kind are like; the first row whose pattern an id matches. */
interface Kin {
  readonly disks: string;
  readonly card: string;
  readonly firmware: 'bios' | 'efi';
  readonly memoryMB: number;
  readonly diskMB: number;
  readonly legacy?: boolean;
}

const GIB = 1024;
const kin = (disks: string, card: string, firmware: Kin['firmware'], memoryMB: number, diskGB: number): Kin => ({
  disks,
  card,
  firmware,
  memoryMB,
  diskMB: diskGB * GIB,
});
const OLD: Kin = { ...kin('VirtualBusLogicController', 'VirtualPCNet32', 'bios', 256, 4), legacy: true };

const KINS: readonly (readonly [RegExp, Kin])[] = [
  [/^(dos|win3|win9[58]|winMe|winNT|win2000|os2|netware|openServer|unixWare|eCom)/, OLD],
  [/^winXP|^winNet/, kin('VirtualLsiLogicController', 'VirtualE1000', 'bios', 1024, 40)],
  [/^windows(9|1\d|2\d)|^windows\d{4}/, kin('VirtualLsiLogicSASController', 'VirtualE1000e', 'efi', 4096, 90)],
  [/^win/, kin('VirtualLsiLogicSASController', 'VirtualE1000e', 'bios', 2048, 40)],
  [/^darwin/, kin('VirtualAHCIController', 'VirtualE1000e', 'efi', 4096, 40)],
  [/^vmkernel|^crx/, kin('ParaVirtualSCSIController', 'VirtualVmxnet3', 'efi', 8192, 40)],
  [/^(rhel|centos|oracleLinux)([789]|10)/, kin('ParaVirtualSCSIController', 'VirtualVmxnet3', 'efi', 2048, 16)],
  [
    /^(amazon|alma|rocky|vmwarePhoton|coreos|flatcar)/,
    kin('ParaVirtualSCSIController', 'VirtualVmxnet3', 'efi', 2048, 16),
  ],
  [/^(sles1[256]|debian1[0-3]|other[4-7]x)/, kin('ParaVirtualSCSIController', 'VirtualVmxnet3', 'efi', 2048, 16)],
  [
    /^(ubuntu|debian|sles|rhel|centos|oracle|fedora|opensuse|other3x)/,
    kin('VirtualLsiLogicController', 'VirtualVmxnet3', 'bios', 1024, 16),
  ],
  [/^solaris|^freebsd/, kin('VirtualLsiLogicController', 'VirtualE1000', 'bios', 1024, 16)],
  [
    /^(redhat|rhel2|nld9|oes|sjds|mandr|turbo|suse|asianux)/,
    kin('VirtualLsiLogicController', 'VirtualE1000', 'bios', 512, 8),
  ],
];
const OTHER = kin('VirtualLsiLogicController', 'VirtualE1000', 'bios', 384, 8);

const SCSI = ['VirtualLsiLogicController', 'VirtualLsiLogicSASController', 'ParaVirtualSCSIController'];
const BUSES = [
  'VirtualBusLogicController',
  ...SCSI,
  'VirtualAHCIController',
  'VirtualIDEController',
  'VirtualNVMEController',
];
const CARDS = ['VirtualVmxnet3', 'VirtualE1000', 'VirtualE1000e', 'VirtualPCNet32', 'VirtualVmxnet2'];
const USB = ['VirtualUSBController', 'VirtualUSBXHCIController'];

export function guestDescriptor(id: string, hardware: Hardware): GuestOsDescriptor {
  const has = (type: string) => (DEVICE_TYPES[type]?.since ?? 0) <= hardware.number;
  const { disks, card, firmware, memoryMB, diskMB, legacy = false } = KINS.find(([ids]) => ids.test(id))?.[1] ?? OTHER;
  const wide = /64/.test(id);
  const family = guestFamily(id);
  const isDarwin = family === 'darwinGuestFamily';
  const maxMemory = Math.min(hardware.memoryMB, wide ? hardware.memoryMB : legacy ? 4 * GIB : 64 * GIB);
  const maxCpus = legacy ? 1 : Math.min(hardware.cpus, wide ? hardware.cpus : 32);
  const efi = hardware.number >= 8 && !legacy;
  const controller = has(disks) ? disks : 'VirtualLsiLogicController';
  const hot = wide && hardware.number >= 7;
  const uefi = efi && firmware === 'efi' && hardware.number >= 13;
  return {
    _typeName: 'GuestOsDescriptor',
    id,
    family,
    fullName: guestName(id),
    supportedMaxCPUs: maxCpus,
    numSupportedPhysicalSockets: maxCpus,
    numSupportedCoresPerSocket: Math.min(maxCpus, hardware.coresPerSocket),
    supportedMinMemMB: legacy ? 4 : 32,
    supportedMaxMemMB: maxMemory,
    recommendedMemMB: Math.min(memoryMB, maxMemory),
    recommendedColorDepth: 24,
    supportedDiskControllerList: BUSES.filter((type) => has(type) && !(wide && type === 'VirtualBusLogicController')),
    recommendedSCSIController: /SATA|AHCI/.test(controller) ? 'VirtualLsiLogicController' : controller,
    recommendedDiskController: controller,
    supportedNumDisks: 256,
    recommendedDiskSizeMB: diskMB,
    recommendedCdromController:
      has('VirtualAHCIController') && !legacy ? 'VirtualAHCIController' : 'VirtualIDEController',
    supportedEthernetCard: CARDS.filter(has),
    recommendedEthernetCard: has(card) ? card : 'VirtualE1000',
    supportsSlaveDisk: !isDarwin,
    smcRequired: isDarwin,
    supportsWakeOnLan: !isDarwin,
    supportsVMI: false,
    supportsMemoryHotAdd: hot,
    supportsCpuHotAdd: hot,
    supportsCpuHotRemove: false,
    supportedFirmware: efi ? ['bios', 'efi'] : ['bios'],
    recommendedFirmware: uefi ? 'efi' : 'bios',
    supportedUSBControllerList: USB.filter(has),
    ...(has('VirtualUSBXHCIController') && { recommendedUSBController: 'VirtualUSBXHCIController' }),
    supports3D: hardware.number >= 8 && !legacy,
    recommended3D: false,
    smcRecommended: isDarwin,
    ich7mRecommended: isDarwin,
    usbRecommended: isDarwin || uefi,
    supportLevel: legacy ? 'terminated' : 'supported',
    supportedForCreate: true,
    vRAMSizeInKB: whole(1_024, 262_144, 4_096),
    numSupportedFloppyDevices: isDarwin ? 0 : 2,
    wakeOnLanEthernetCard: CARDS.filter(has),
    supportsPvscsiControllerForBoot: !legacy && has('ParaVirtualSCSIController'),
    diskUuidEnabled: false,
    supportsHotPlugPCI: !legacy,
    supportsSecureBoot: uefi,
    defaultSecureBoot: uefi && family === 'windowsGuest',
    persistentMemorySupported: wide && hardware.number >= 14,
    numRecommendedPhysicalSockets: 1,
    numRecommendedCoresPerSocket: 1,
    vvtdSupported: bool(wide && hardware.number >= 14),
    vbsSupported: bool(uefi && family === 'windowsGuest' && hardware.number >= 14),
    vsgxSupported: bool(false),
    supportsTPM20: uefi && hardware.number >= 14,
    recommendedTPM20: /^windows1[12]/.test(id) && hardware.number >= 14,
    vwdtSupported: wide && hardware.number >= 17,
  };
}
