/** Labels and summaries, in vCenter's English. Clients look devices up by them. */

import type { FileAt } from '../machine.ts';
import type { Backing, Device } from './device.ts';
import { isCard, isDisk } from './device.ts';

/** Names of the datastores and networks that a machine's devices use, by id. */
export interface Names {
  readonly datastore: ReadonlyMap<string, string>;
  readonly network: ReadonlyMap<string, string>;
}

export interface Words {
  readonly label: string;
  readonly summary: string;
}

export function datastorePath(names: Names, file: FileAt): string {
  return `[${names.datastore.get(file.datastore) ?? ''}] ${file.path}`;
}

const FIXED: { readonly [type: string]: Words } = {
  VirtualKeyboard: { label: 'Keyboard ', summary: 'Keyboard' },
  VirtualPointingDevice: { label: 'Pointing device', summary: 'Pointing device; Device' },
  VirtualMachineVideoCard: { label: 'Video card ', summary: 'Video card' },
  VirtualMachineVMCIDevice: {
    label: 'VMCI device',
    summary:
      'Device on the virtual machine PCI bus that provides support for the virtual machine communication interface',
  },
  VirtualTPM: { label: 'Virtual TPM', summary: 'Trusted Platform Module' },
  VirtualWDT: { label: 'Virtual watchdog timer', summary: 'Watchdog Timer' },
};

/** Controllers: the words of the label before the bus number, and the summary if it is not the label. */
const CONTROLLERS: { readonly [type: string]: readonly [label: string, summary?: string] } = {
  VirtualIDEController: ['IDE'],
  VirtualPS2Controller: ['PS2 controller'],
  VirtualPCIController: ['PCI controller'],
  VirtualSIOController: ['SIO controller'],
  VirtualLsiLogicController: ['SCSI controller', 'LSI Logic'],
  VirtualLsiLogicSASController: ['SCSI controller', 'LSI Logic SAS'],
  VirtualBusLogicController: ['SCSI controller', 'BusLogic'],
  ParaVirtualSCSIController: ['SCSI controller', 'VMware paravirtual SCSI'],
  VirtualAHCIController: ['SATA controller', 'AHCI'],
  VirtualNVMEController: ['NVME controller'],
  VirtualNVDIMMController: ['NVDIMM controller'],
};

const NUMBERED: { readonly [type: string]: string } = {
  VirtualDisk: 'Hard disk',
  VirtualCdrom: 'CD/DVD drive',
  VirtualFloppy: 'Floppy drive',
  VirtualSerialPort: 'Serial port',
  VirtualParallelPort: 'Parallel port',
  VirtualPCIPassthrough: 'PCI device',
  VirtualSCSIPassthrough: 'SCSI device',
  VirtualPrecisionClock: 'Precision clock',
  VirtualUSB: 'USB',
  VirtualNVDIMM: 'NVDIMM',
  VirtualEnsoniq1371: 'Sound card',
  VirtualSoundBlaster16: 'Sound card',
  VirtualHdAudioCard: 'Sound card',
};

export function description(d: Device, names: Names): Words {
  const fixed = FIXED[d._typeName];
  if (fixed) return fixed;
  const controller = CONTROLLERS[d._typeName];
  if (controller) {
    const label = `${controller[0]} ${d.busNumber ?? 0}`;
    return { label, summary: controller[1] ?? label };
  }
  if (/^VirtualUSB.*Controller$/.test(d._typeName)) return usb(d);
  if (isCard(d)) return { label: `Network adapter ${d.key - 3999}`, summary: cardSummary(d, names) };
  const label = `${NUMBERED[d._typeName] ?? d._typeName.replace(/^Virtual/, '')} ${d.ordinal ?? 1}`;
  return { label, summary: isDisk(d) ? diskSummary(d) : backingSummary(d, names, label) };
}

function usb(d: Device): Words {
  if (d._typeName === 'VirtualUSBXHCIController') {
    return { label: 'USB xHCI controller ', summary: 'USB xHCI controller' };
  }
  return {
    label: 'USB controller',
    summary: `Auto connect ${d['autoConnectDevices'] === true ? 'Enabled' : 'Disabled'}`,
  };
}

/** `2,097,152 KB` */
function diskSummary(d: Device): string {
  return `${String(Math.floor((d.capacityInBytes ?? 0) / 1024)).replace(/\B(?=(\d{3})+$)/g, ',')} KB`;
}

function cardSummary({ backing }: Device, names: Names): string {
  const port = backing?.['port'] as { readonly switchUuid?: string } | undefined;
  if (port) return `DVSwitch: ${port.switchUuid ?? ''}`;
  const opaque = backing?.['opaqueNetworkId'];
  if (opaque !== undefined) return `${String(backing?.['opaqueNetworkType'] ?? '')}: ${String(opaque)}`;
  const id = backing?.['networkId'] as string | undefined;
  return (id && names.network.get(id)) ?? String(backing?.['deviceName'] ?? '');
}

/** Backings by what the last word of their type says; `$` stands for what it names. */
const BACKINGS: readonly (readonly [RegExp, string])[] = [
  [/CdromRemote(Atapi|Passthrough)/, 'Remote $'],
  [/CdromAtapi/, 'ATAPI $'],
  [/CdromPassthrough/, 'Passthrough $'],
  [/FloppyRemote/, 'Remote $'],
  [/SerialPortURI/, 'Remote $'],
  [/Pipe/, 'Pipe $'],
  [/ThinPrint/, 'Thin print'],
  [/Vmiop/, 'NVIDIA GRID vGPU $'],
];

function backingSummary({ _typeName, backing }: Device, names: Names, label: string): string {
  if (!backing) return label;
  const path = backing.file ? datastorePath(names, backing.file) : (backing['fileName'] as string | undefined);
  if (path !== undefined) return `${fileWord(_typeName)} ${path}`;
  // The client's drive is whichever it is until the client says which.
  if (/CdromRemote/.test(backing._typeName) && named(backing) === '') return 'Remote device';
  const words = BACKINGS.find(([type]) => type.test(backing._typeName))?.[1] ?? '$';
  return words.replace('$', named(backing)).trim() || label;
}

function fileWord(type: string): string {
  return type === 'VirtualCdrom' ? 'ISO' : type === 'VirtualFloppy' ? 'Image' : 'File';
}

function named(backing: Backing): string {
  for (const property of ['serviceURI', 'pipeName', 'vgpu', 'deviceClass', 'deviceName', 'protocol']) {
    const value = backing[property];
    if (value !== undefined && value !== '') return String(value);
  }
  return '';
}

/** What a fault or an event calls a device. */
export function labelOf(d: Device): string {
  return description(d, NO_NAMES).label;
}

export const NO_NAMES: Names = { datastore: new Map(), network: new Map() };
