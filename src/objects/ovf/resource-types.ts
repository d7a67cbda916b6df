/** Numbers and names that CIM and VMware give to virtual hardware. */

export const OTHER = 1;
export const CPU = 3;
export const MEMORY = 4;
export const IDE = 5;
export const SCSI = 6;
export const CARD = 10;
export const FLOPPY = 14;
export const CD = 15;
export const DVD = 16;
export const DISK = 17;
export const STORAGE = 20;
export const USB = 23;
export const VIDEO = 24;
export const SOUND = 35;

/** Subtypes by the device they stand for; the first is the one that is written. */
export const SUBTYPES: Readonly<Record<string, readonly string[]>> = {
  VirtualLsiLogicController: ['lsilogic'],
  VirtualBusLogicController: ['buslogic'],
  VirtualLsiLogicSASController: ['lsilogicsas'],
  ParaVirtualSCSIController: ['VirtualSCSI'],
  VirtualAHCIController: ['vmware.sata.ahci', 'ahci'],
  VirtualNVMEController: ['vmware.nvme.controller'],
  VirtualUSBController: ['vmware.usb.ehci'],
  VirtualUSBXHCIController: ['vmware.usb.xhci'],
  VirtualE1000: ['E1000'],
  VirtualE1000e: ['E1000e'],
  VirtualPCNet32: ['PCNet32'],
  VirtualVmxnet: ['VmxNet'],
  VirtualVmxnet2: ['VmxNet2'],
  VirtualVmxnet3: ['VmxNet3'],
  VirtualHdAudioCard: ['vmware.soundcard.hdaudio'],
  VirtualEnsoniq1371: ['vmware.soundcard.ensoniq1371'],
};

/** Devices by subtype, whatever its case. */
export const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries(SUBTYPES).flatMap(([type, names]) => names.map((name) => [name.toLowerCase(), type] as const)),
);
