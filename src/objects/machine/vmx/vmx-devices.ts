/** The devices of a machine, written as lines of its .vmx. */
import type { World } from '../../../world/world.ts';
import type { Device } from '../device/device.ts';
import { isCard, isDisk, isScsi } from '../device/device.ts';
import type { Files } from '../machine.ts';
import { putCard } from './vmx-card.ts';
import { putDrive } from './vmx-drive.ts';
import type { VmxLines } from './vmx-lines.ts';
import { vmxPath } from './vmx-path.ts';
import { SCSI_KINDS, vmxName } from './vmx-slots.ts';

const SHARED_BUS: { readonly [sharing: string]: string } = {
  noSharing: 'none',
  virtualSharing: 'virtual',
  physicalSharing: 'physical',
};

export function putDevices(lines: VmxLines, world: World, files: Files, devices: readonly Device[]): void {
  for (const device of devices) {
    const name = vmxName(device, devices);
    if (name !== undefined) putDevice(lines, world, files, name, device);
  }
  if (!devices.some((d) => d._typeName === 'VirtualFloppy')) lines.put('floppy0.present', false);
}

function putDevice(lines: VmxLines, world: World, files: Files, name: string, d: Device): void {
  if (isDisk(d)) putDisk(lines, world, files, name, d);
  else if (isCard(d)) putCard(lines, world, name, d);
  else if (/^Virtual(Cdrom|Floppy|SerialPort|ParallelPort)$/.test(d._typeName)) putDrive(lines, world, files, name, d);
  else if (isScsi(d)) putScsi(lines, name, d);
  else if (d._typeName === 'VirtualMachineVideoCard') putVideo(lines, d);
  else if (d._typeName === 'VirtualMachineVMCIDevice') putVmci(lines, d);
  else if (d._typeName !== 'VirtualIDEController') putOther(lines, name, d);
}

function putScsi(lines: VmxLines, name: string, d: Device): void {
  lines.put(`${name}.present`, true);
  lines.put(`${name}.virtualDev`, SCSI_KINDS.find(([, type]) => type === d._typeName)?.[0]);
  lines.put(`${name}.sharedBus`, SHARED_BUS[String(d['sharedBus'] ?? '')]);
}

const MODES: { readonly [mode: string]: string } = {
  independent_persistent: 'independent-persistent',
  independent_nonpersistent: 'independent-nonpersistent',
  nonpersistent: 'nonpersistent',
  undoable: 'undoable',
  append: 'append',
};

function putDisk(lines: VmxLines, world: World, files: Files, name: string, d: Device): void {
  const { backing } = d;
  lines.put(`${name}.present`, true);
  const bus = name.replace(/\d.*$/, '');
  lines.put(`${name}.deviceType`, bus === 'scsi' ? 'scsi-hardDisk' : bus === 'ide' ? 'ata-hardDisk' : 'disk');
  if (backing?.file) lines.put(`${name}.fileName`, vmxPath(world, files, backing.file));
  lines.put(`${name}.mode`, MODES[String(backing?.['diskMode'] ?? '')]);
  if (backing?.['writeThrough'] === true) lines.put(`${name}.writeThrough`, true);
  if (backing?.['sharing'] === 'sharingMultiWriter') lines.put(`${name}.sharing`, 'multi-writer');
  putDiskShares(lines, name, d);
}

interface IoAllocation {
  readonly limit?: number;
  readonly reservation?: number;
  readonly shares?: { readonly shares: number; readonly level: string };
}

function putDiskShares(lines: VmxLines, name: string, d: Device): void {
  const io = d['storageIOAllocation'] as IoAllocation | undefined;
  const shares = io?.shares ?? (d['shares'] as IoAllocation['shares']);
  lines.put(`sched.${name}.shares`, shares?.level === 'custom' ? shares.shares : (shares?.level ?? 'normal'));
  lines.put(`sched.${name}.throughputCap`, io?.limit !== undefined && io.limit >= 0 ? io.limit : 'off');
  if ((io?.reservation ?? 0) > 0) lines.put(`sched.${name}.reservation`, io?.reservation);
}

function putVideo(lines: VmxLines, d: Device): void {
  lines.put('svga.present', true);
  const kilobytes = d['videoRamSizeInKB'] as number | undefined;
  if (kilobytes !== undefined) lines.put('svga.vramSize', kilobytes * 1024);
  lines.put('svga.autodetect', d['useAutoDetect'] as boolean | undefined);
  lines.put('svga.numDisplays', d['numDisplays'] as number | undefined);
  lines.put('svga.graphicsMemoryKB', d['graphicsMemorySizeInKB'] as number | undefined);
  lines.put('mks.enable3d', d['enable3DSupport'] as boolean | undefined);
  lines.put('mks.use3dRenderer', d['use3dRenderer'] as string | undefined);
}

function putVmci(lines: VmxLines, d: Device): void {
  lines.put('vmci0.present', true);
  lines.put('vmci0.unrestricted', d['allowUnrestrictedCommunication'] === true);
  lines.put('vmci.filter.enable', d['filterEnable'] as boolean | undefined);
}

const SOUND: { readonly [type: string]: string } = {
  VirtualSoundBlaster16: 'sb16',
  VirtualEnsoniq1371: 'es1371',
  VirtualHdAudioCard: 'hdaudio',
};

function putOther(lines: VmxLines, name: string, d: Device): void {
  lines.put(`${name}.present`, true);
  lines.put(`${name}.virtualDev`, SOUND[d._typeName]);
  lines.put(`${name}.sharedBus`, SHARED_BUS[String(d['sharedBus'] ?? '')]);
  if (name === 'vwdt') lines.put('vwdt.runOnBoot', d['runOnBoot'] as boolean | undefined);
  if (name === 'usb') lines.put('ehci.present', d['ehciEnabled'] === true);
  if (name.startsWith('pciPassthru')) putPassthrough(lines, name, d);
}

function putPassthrough(lines: VmxLines, name: string, { backing }: Device): void {
  const hex = (value: unknown) =>
    typeof value === 'number' ? `0x${(value & 0xffff).toString(16)}` : (value as string);
  lines.put(`${name}.id`, backing?.['id'] as string | undefined);
  lines.put(`${name}.deviceId`, hex(backing?.['deviceId']));
  lines.put(`${name}.vendorId`, hex(backing?.['vendorId']));
  lines.put(`${name}.systemId`, backing?.['systemId'] as string | undefined);
}
