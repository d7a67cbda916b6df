/** The devices of a machine, read from the lines of its .vmx. Keys follow from where a device hangs. */
import { fnv1a } from '../../../kernel/random.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Site } from '../../site.ts';
import { type Hardware, hardwareKey, hardwareOf } from '../config/hardware-version.ts';
import { DEFAULT_DEVICES } from '../device/default-devices.ts';
import type { Backing, Device } from '../device/device.ts';
import { inOrder, ordinalFor } from '../device/device-slots.ts';
import type { FileAt, Files } from '../machine.ts';
import { readCard, readConnectable } from './vmx-card.ts';
import { readDrive } from './vmx-drive.ts';
import type { VmxReading } from './vmx-lines.ts';
import { fileCalled } from './vmx-path.ts';
import { controllerAt, numberedSlot, SCSI_KINDS, unitAt } from './vmx-slots.ts';

/** What a disk's own files say of it. */
export interface DiskFound {
  readonly capacityInBytes: number;
  readonly backing: Backing;
}

/** Where a .vmx is read: what is around it, and which disks there are. */
export interface VmxPlace {
  readonly site: Site;
  readonly owner: Cell | undefined;
  readonly files: Files;
  findDisk(file: FileAt): DiskFound | undefined;
}

/** Throws FileNotFound for a disk whose file is not there, InvalidVmConfig for a line that says nothing possible. */
export function readDevices(place: VmxPlace, vmx: VmxReading): readonly Device[] {
  const hardware = hardwareOf(hardwareKey(vmx.number('virtualHW.version') ?? 0));
  const devices: Device[] = DEFAULT_DEVICES.map((d) => readDefault(vmx, d));
  devices.push(...readControllers(vmx));
  for (const bus of devices.filter((d) => d.busNumber !== undefined)) {
    for (const device of readBus(place, vmx, bus, hardware)) devices.push(withOrdinal(devices, device));
  }
  for (const [type, name] of PORTS) {
    for (const n of numbers(vmx, name)) {
      const slot = numberedSlot(type, n, hardware);
      if (!slot) throw new VimFault('InvalidVmConfig', { property: `${name}${n}.present` });
      devices.push(withOrdinal(devices, { _typeName: type, ...slot, ...readPort(place, vmx, `${name}${n}`, type) }));
    }
  }
  for (const n of numbers(vmx, 'ethernet')) {
    const card = readCard(place.site, place.owner, vmx, `ethernet${n}`);
    const slot = card && numberedSlot(String(card._typeName), n, hardware);
    if (!slot) throw new VimFault('InvalidVmConfig', { property: `ethernet${n}.virtualDev` });
    devices.push({ ...card, ...slot } as Device);
  }
  devices.push(...readAlone(vmx, hardware));
  return Object.freeze(inOrder(devices).map((d) => Object.freeze(d)));
}

const PORTS = [
  ['VirtualFloppy', 'floppy'],
  ['VirtualSerialPort', 'serial'],
  ['VirtualParallelPort', 'parallel'],
  ['VirtualPCIPassthrough', 'pciPassthru'],
] as const;

function withOrdinal(devices: readonly Device[], device: Device): Device {
  return { ...device, ordinal: ordinalFor(devices, device._typeName) };
}

/** Numbers of the devices of a name that are present, ascending. */
function numbers(vmx: VmxReading, name: string): number[] {
  const pattern = new RegExp(`^${name.toLowerCase()}(\\d{1,2})\\.present$`);
  const all = vmx.keys(pattern).map((key) => Number(pattern.exec(key)![1]));
  return all.sort((a, b) => a - b).filter((n) => vmx.flag(`${name}${n}.present`));
}

function readControllers(vmx: VmxReading): Device[] {
  const found: Device[] = [];
  for (const [name, type] of [
    ['scsi', undefined],
    ['sata', 'VirtualAHCIController'],
    ['nvme', 'VirtualNVMEController'],
  ] as const) {
    for (const bus of numbers(vmx, name)) {
      const kind = type ?? scsiKind(vmx, `${name}${bus}`);
      const slot = kind === undefined ? undefined : controllerAt(kind, bus);
      if (kind === undefined || !slot) throw new VimFault('InvalidVmConfig', { property: `${name}${bus}.virtualDev` });
      found.push({ _typeName: kind, ...readShared(vmx, name, bus), ...slot });
    }
  }
  if (vmx.flag('usb.present')) {
    const ehciEnabled = vmx.flag('ehci.present') ?? false;
    const slot = controllerAt('VirtualUSBController', 0)!;
    found.push({ _typeName: 'VirtualUSBController', autoConnectDevices: false, ehciEnabled, ...slot });
  }
  if (vmx.flag('usb_xhci.present')) {
    found.push({
      _typeName: 'VirtualUSBXHCIController',
      autoConnectDevices: false,
      ...controllerAt('VirtualUSBXHCIController', 0)!,
    });
  }
  vmx.flag('ehci.present');
  return found;
}

/** Without a word for it a SCSI bus is the one that hosts of old gave. */
function scsiKind(vmx: VmxReading, name: string): string | undefined {
  const word = vmx.text(`${name}.virtualDev`)?.toLowerCase() ?? 'buslogic';
  return SCSI_KINDS.find(([virtualDev]) => virtualDev === word)?.[1];
}

const SHARING: { readonly [word: string]: string } = {
  none: 'noSharing',
  virtual: 'virtualSharing',
  physical: 'physicalSharing',
};

/** Of SATA buses nothing is shared. */
function readShared(vmx: VmxReading, name: string, bus: number): object {
  if (name === 'sata') return {};
  const word = vmx.text(`${name}${bus}.sharedBus`)?.toLowerCase() ?? 'none';
  return { ...(name === 'scsi' && { hotAddRemove: true }), sharedBus: SHARING[word] ?? 'noSharing' };
}

const BUS_NAMES: { readonly [type: string]: string } = {
  VirtualIDEController: 'ide',
  VirtualAHCIController: 'sata',
  VirtualNVMEController: 'nvme',
  ...Object.fromEntries(SCSI_KINDS.map(([, type]) => [type, 'scsi'])),
};

/** Disks and drives of one bus. */
function readBus(place: VmxPlace, vmx: VmxReading, bus: Device, hardware: Hardware): Device[] {
  const word = BUS_NAMES[bus._typeName];
  if (word === undefined) return [];
  const prefix = `${word}${bus.busNumber}`;
  const pattern = new RegExp(`^${prefix}:(\\d{1,3})\\.present$`);
  const units = vmx.keys(pattern).map((key) => Number(pattern.exec(key)![1]));
  return units
    .sort((a, b) => a - b)
    .filter((unit) => vmx.flag(`${prefix}:${unit}.present`))
    .map((unit) => {
      const name = `${prefix}:${unit}`;
      const slot = unitAt(bus, unit, hardware);
      if (!slot) throw new VimFault('InvalidVmConfig', { property: `${name}.present` });
      const isDrive = /cdrom/i.test(vmx.text(`${name}.deviceType`) ?? '');
      if (!isDrive) return { _typeName: 'VirtualDisk', ...slot, ...readDisk(place, vmx, name) };
      return { _typeName: 'VirtualCdrom', ...slot, ...readPort(place, vmx, name, 'VirtualCdrom') };
    });
}

function readPort(place: VmxPlace, vmx: VmxReading, name: string, type: string): Partial<Device> {
  if (type === 'VirtualPCIPassthrough') return readPassthrough(vmx, name);
  const backing = readDrive(place.owner, place.files, vmx, name, type);
  const yieldOnPoll = vmx.flag(`${name}.yieldOnMsrRead`);
  return {
    ...(backing && { backing }),
    connectable: readConnectable(vmx, name),
    ...(yieldOnPoll !== undefined && { yieldOnPoll }),
  };
}

function readPassthrough(vmx: VmxReading, name: string): Partial<Device> {
  const signed = (n: number) => (n << 16) >> 16;
  const backing = {
    _typeName: 'VirtualPCIPassthroughDeviceBackingInfo',
    id: vmx.text(`${name}.id`) ?? '',
    deviceId: vmx.text(`${name}.deviceId`) ?? '',
    systemId: vmx.text(`${name}.systemId`) ?? '',
    vendorId: signed(Number(vmx.text(`${name}.vendorId`) ?? 0) || 0),
    deviceName: '',
  };
  return { backing: Object.freeze(backing) };
}

const MODES = /^(persistent|independent-persistent|independent-nonpersistent|nonpersistent|undoable|append)$/;

function readDisk(place: VmxPlace, vmx: VmxReading, name: string): Partial<Device> {
  const called = vmx.text(`${name}.fileName`) ?? '';
  const file = called === '' ? undefined : fileCalled(place.owner, place.files, called);
  const found = file && place.findDisk(file);
  if (!found) throw new VimFault('FileNotFound', { file: called });
  const mode = vmx.text(`${name}.mode`)?.toLowerCase() ?? 'persistent';
  if (!MODES.test(mode)) throw new VimFault('InvalidVmConfig', { property: `${name}.mode` });
  vmx.pass(`${name}.redo`, '');
  const backing = {
    ...found.backing,
    diskMode: mode.replace('-', '_'),
    writeThrough: vmx.flag(`${name}.writeThrough`) ?? false,
    sharing: vmx.text(`${name}.sharing`)?.toLowerCase() === 'multi-writer' ? 'sharingMultiWriter' : 'sharingNone',
  };
  return { capacityInBytes: found.capacityInBytes, backing: Object.freeze(backing), ...readDiskShares(vmx, name) };
}

/** Nothing where the lines say no more than holds of any disk. */
function readDiskShares(vmx: VmxReading, name: string): Partial<Device> {
  const word = vmx.text(`sched.${name}.shares`)?.toLowerCase() ?? 'normal';
  const limit = vmx.number(`sched.${name}.throughputCap`) ?? -1;
  vmx.pass(`sched.${name}.throughputCap`, 'off');
  const reservation = vmx.number(`sched.${name}.reservation`) ?? 0;
  const custom = /^\d+$/.test(word);
  const level = custom ? 'custom' : /^(low|high)$/.test(word) ? word : 'normal';
  if (level === 'normal' && limit < 0 && reservation === 0) return {};
  const shares = Object.freeze({
    level,
    shares: custom ? Number(word) : { low: 500, normal: 1000, high: 2000 }[level],
  });
  return { shares, storageIOAllocation: Object.freeze({ limit, shares, reservation }) } as Partial<Device>;
}

/** A default device, with what the lines say of it. */
function readDefault(vmx: VmxReading, d: Device): Device {
  if (d._typeName === 'VirtualMachineVideoCard') return changed(d, readVideo(vmx));
  if (d._typeName !== 'VirtualMachineVMCIDevice') return d;
  vmx.pass('vmci0.present', 'TRUE');
  return changed(d, {
    allowUnrestrictedCommunication: vmx.flag('vmci0.unrestricted'),
    filterEnable: vmx.flag('vmci.filter.enable'),
  });
}

/** The same record when nothing differs: default devices are shared by all machines. */
function changed(d: Device, said: Readonly<Record<string, unknown>>): Device {
  const news = Object.entries(said).filter(([key, value]) => value !== undefined && value !== d[key]);
  return news.length === 0 ? d : Object.freeze({ ...d, ...Object.fromEntries(news) });
}

function readVideo(vmx: VmxReading): Readonly<Record<string, unknown>> {
  vmx.pass('svga.present', 'TRUE');
  const bytes = vmx.number('svga.vramSize');
  return {
    videoRamSizeInKB: bytes === undefined ? undefined : Math.round(bytes / 1024),
    useAutoDetect: vmx.flag('svga.autodetect'),
    numDisplays: vmx.number('svga.numDisplays'),
    graphicsMemorySizeInKB: vmx.number('svga.graphicsMemoryKB'),
    enable3DSupport: vmx.flag('mks.enable3d'),
    use3dRenderer: vmx.text('mks.use3dRenderer'),
  };
}

const SOUND: { readonly [word: string]: string } = {
  sb16: 'VirtualSoundBlaster16',
  es1371: 'VirtualEnsoniq1371',
  hdaudio: 'VirtualHdAudioCard',
};

/** Devices there may be one of. */
function readAlone(vmx: VmxReading, hardware: Hardware): Device[] {
  const word = vmx.text('sound.virtualDev')?.toLowerCase() ?? 'es1371';
  const rows: readonly (readonly [name: string, type: string, part?: object])[] = [
    ['sound', SOUND[word] ?? 'VirtualEnsoniq1371'],
    ['vtpm', 'VirtualTPM'],
    ['vwdt', 'VirtualWDT', { runOnBoot: vmx.flag('vwdt.runOnBoot') ?? false, running: false }],
    ['precisionclock0', 'VirtualPrecisionClock'],
  ];
  return rows.flatMap(([name, type, part]) => {
    const slot = vmx.flag(`${name}.present`) ? numberedSlot(type, 0, hardware) : undefined;
    return slot ? [{ _typeName: type, ...slot, ...part, ordinal: 1 }] : [];
  });
}

/** A disk of a file of which nothing is known but its size: put there by a client. */
export function foundDisk(file: FileAt, capacityInBytes: number, contentId: string): DiskFound {
  const digits = (fnv1a(`${file.datastore}/${file.path}`) >>> 0).toString(16).padStart(8, '0');
  return {
    capacityInBytes,
    backing: Object.freeze({
      _typeName: 'VirtualDiskFlatVer2BackingInfo',
      file,
      diskMode: 'persistent',
      split: false,
      writeThrough: false,
      thinProvisioned: true,
      used: 0,
      uuid: `6000C29${digits[0]}-${digits.slice(0, 4)}-${digits.slice(4)}-0000-${digits}0000`,
      contentId,
      digestEnabled: false,
      sharing: 'sharingNone',
    }),
  };
}
