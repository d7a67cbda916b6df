/** Devices as clients read them: the kept record with label, summary, lists and file names that follow from it. */
import { fnv1a } from '../../kernel/random.ts';
import type { VirtualDevice } from '../../vim25/generated/index.ts';
import { DEFAULT_DEVICES } from './default-devices.ts';
import type { Backing, Device } from './device.ts';
import { isCard, isDisk, isScsi } from './device.ts';
import type { FileAt } from './machine.ts';

/** Names of the datastores and networks that a machine's devices use, by id. */
export interface Names {
  readonly datastore: ReadonlyMap<string, string>;
  readonly network: ReadonlyMap<string, string>;
}

const NO_NAMES: Names = { datastore: new Map(), network: new Map() };

export function datastorePath(names: Names, file: FileAt): string {
  return `[${names.datastore.get(file.datastore) ?? ''}] ${file.path}`;
}

/** All devices of a machine as `config.hardware.device` lists them. */
export function deviceViews(devices: readonly Device[], uuid: string, names: Names): VirtualDevice[] {
  const hanging = new Map<number, number[]>();
  for (const { controllerKey, key } of devices) {
    if (controllerKey === undefined) continue;
    const list = hanging.get(controllerKey);
    if (list) list.push(key);
    else hanging.set(controllerKey, [key]);
  }
  return devices.map((d) => shared(d, hanging.get(d.key)) ?? deviceView(d, uuid, names, hanging.get(d.key)));
}

function shared(d: Device, hanging: readonly number[] | undefined): VirtualDevice | undefined {
  const alike = ALIKE.get(d);
  return alike && alike.hanging === String(hanging ?? '') ? alike.view : undefined;
}

function deviceView(d: Device, uuid: string, names: Names, hanging: number[] | undefined): VirtualDevice {
  const { ordinal: _ordinal, backing, ...rest } = d;
  return {
    ...rest,
    deviceInfo: { _typeName: 'Description', ...description(d, names) },
    backing: backing && backingView(backing, names),
    ...(d.busNumber !== undefined && { device: hanging }),
    ...(isScsi(d) && { scsiCtlrUnitNumber: 7 }),
    ...(isDisk(d) && diskView(d)),
    ...(d._typeName === 'VirtualMachineVMCIDevice' && { id: fnv1a(uuid) | 0 }),
  } as unknown as VirtualDevice;
}

function diskView(d: Device): object {
  const bytes = d.capacityInBytes ?? 0;
  return {
    capacityInKB: Math.floor(bytes / 1024),
    capacityInBytes: bytes,
    shares: d['shares'] ?? { shares: 1000, level: 'normal' },
    storageIOAllocation: d['storageIOAllocation'] ?? {
      limit: -1,
      shares: { shares: 1000, level: 'normal' },
      reservation: 0,
    },
    diskObjectId: `1-${d.key}`,
    nativeUnmanagedLinkedClone: false,
  };
}

function backingView(backing: Backing, names: Names): object {
  const { file, parent, used: _used, networkId: _network, ...rest } = backing;
  if (backing._typeName === 'VirtualEthernetCardNetworkBackingInfo') return networkView(backing, names);
  return {
    ...rest,
    ...(file && { fileName: datastorePath(names, file), datastore: { type: 'Datastore', value: file.datastore } }),
    ...(parent && { parent: backingView(parent, names) }),
  };
}

function networkView(backing: Backing, names: Names): object {
  const { networkId, ...rest } = backing;
  const id = networkId as string | undefined;
  return {
    ...rest,
    deviceName: (id && names.network.get(id)) ?? rest['deviceName'] ?? '',
    network: id && { type: 'Network', value: id },
  };
}

interface Words {
  readonly label: string;
  readonly summary: string;
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
  VirtualUSBController: { label: 'USB controller ', summary: 'Auto connect Disabled' },
  VirtualUSBXHCIController: { label: 'USB xHCI controller ', summary: 'USB xHCI controller' },
  VirtualTPM: { label: 'Virtual TPM', summary: 'Trusted Platform Module' },
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
};

const NUMBERED: { readonly [type: string]: string } = {
  VirtualDisk: 'Hard disk',
  VirtualCdrom: 'CD/DVD drive',
  VirtualFloppy: 'Floppy drive',
  VirtualSerialPort: 'Serial port',
  VirtualParallelPort: 'Parallel port',
  VirtualPCIPassthrough: 'PCI device',
};

function description(d: Device, names: Names): Words {
  const fixed = FIXED[d._typeName];
  if (fixed) return fixed;
  const controller = CONTROLLERS[d._typeName];
  if (controller) {
    const label = `${controller[0]} ${d.busNumber ?? 0}`;
    return { label, summary: controller[1] ?? label };
  }
  if (isCard(d)) return { label: `Network adapter ${d.key - 3999}`, summary: cardSummary(d, names) };
  const label = `${NUMBERED[d._typeName] ?? d._typeName.replace(/^Virtual/, '')} ${d.ordinal ?? 1}`;
  return { label, summary: isDisk(d) ? diskSummary(d) : backingSummary(d, names, label) };
}

/** `2,097,152 KB` */
function diskSummary(d: Device): string {
  return `${String(Math.floor((d.capacityInBytes ?? 0) / 1024)).replace(/\B(?=(\d{3})+$)/g, ',')} KB`;
}

function cardSummary(d: Device, names: Names): string {
  const port = d.backing?.['port'] as { readonly switchUuid?: string } | undefined;
  if (port) return `DVSwitch: ${port.switchUuid ?? ''}`;
  const id = d.backing?.['networkId'] as string | undefined;
  return (id && names.network.get(id)) ?? String(d.backing?.['deviceName'] ?? d.backing?.['opaqueNetworkId'] ?? '');
}

function backingSummary(d: Device, names: Names, label: string): string {
  const { backing } = d;
  if (!backing) return label;
  if (backing.file) return `${d._typeName === 'VirtualCdrom' ? 'ISO' : 'Image'} ${datastorePath(names, backing.file)}`;
  if (d._typeName === 'VirtualCdrom') return backing._typeName.includes('Atapi') ? 'ATAPI' : 'Remote ATAPI';
  return `Remote ${String(backing['deviceName'] ?? '')}`.trim();
}

/** Default devices that look alike in every machine: all but what lists the machine's own, and what has an id of its own. */
const ALIKE: ReadonlyMap<Device, { readonly view: VirtualDevice; readonly hanging: string }> = new Map(
  DEFAULT_DEVICES.filter((d) => d.key !== 100 && d.key !== 12000).map((d) => {
    const keys = DEFAULT_DEVICES.filter((other) => other.controllerKey === d.key).map((other) => other.key);
    const view = deviceView(d, '', NO_NAMES, keys.length > 0 ? keys : undefined);
    return [d, { view: Object.freeze(view), hanging: String(keys) }];
  }),
);
