/** What came in by a lease in its place: a disk's content, an image in a drive, an nvram. */
import type { Layer } from '../../spool/layer.ts';
import { VimFault } from '../../world/fault.ts';
import { type Backing, type Device, isDisk } from '../machine/device/device.ts';
import { guardSpace } from '../machine/disk-room.ts';
import { beside, home } from '../machine/files.ts';
import type { FileAt, Machine } from '../machine/machine.ts';
import { touched, type Vm } from '../machine/work.ts';
import type { Site } from '../site.ts';
import type { LeaseFile } from './lease.ts';

/** The disk a lease's file is for. Throws NotFound for one that is gone. */
export function diskFor(vm: Vm, { device }: LeaseFile): Device {
  const disk = vm.state.devices.find((d) => d.key === device && isDisk(d));
  if (!disk) throw new VimFault('NotFound');
  return disk;
}

/**
 * The machine with the disk grown to what its image is, and filled. A disk larger than its image stays so, with nothing
 * behind the image.
 */
export function withContent(vm: Vm, disk: Device, capacity: number, layer: Layer | undefined): Machine {
  const { content: _before, ...backing } = disk.backing!;
  const capacityInBytes = Math.max(disk.capacityInBytes ?? 0, capacity);
  const held = Math.min(capacityInBytes, layer?.size ?? 0);
  const filled: Backing = Object.freeze({
    ...backing,
    ...(backing.used !== undefined && { used: held }),
    ...(layer && { content: Object.freeze([layer]) }),
  } as Backing);
  const after = Object.freeze({ ...disk, capacityInBytes, backing: filled });
  return { ...vm.state, devices: Object.freeze(vm.state.devices.map((d) => (d.key === disk.key ? after : d))) };
}

/** Gives a disk what came for it, in place of what came before. Inside a turn. Throws NoDiskSpace. */
export function fill(site: Site, vm: Vm, file: LeaseFile, capacity: number, layer: Layer | undefined): void {
  const after = withContent(vm, diskFor(vm, file), capacity, layer);
  guardSpace(site.world, vm.state, after);
  site.world.update(vm, { devices: after.devices, identity: touched(site, vm) });
}

/** Where an image or an nvram goes: beside the machine's own files, by the name vCenter gives it. */
export function placeFor(vm: Vm, { what, name }: LeaseFile): FileAt {
  if (what === 'nvram') return beside(vm.state.files, '.nvram');
  const { datastore, path } = home(vm.state.files);
  const number = /\d+/.exec(name)?.[0] ?? '0';
  return { datastore, path: `${path === '' ? '' : `${path}/`}_deviceImage-${number}.iso` };
}

/** Puts an image that came into the drive it came for. Inside a turn. */
export function insert(site: Site, vm: Vm, { device }: LeaseFile, file: FileAt): void {
  const backing = Object.freeze({ _typeName: 'VirtualCdromIsoBackingInfo', file: Object.freeze(file) } as Backing);
  const devices = vm.state.devices.map((d) => (d.key === device ? Object.freeze({ ...d, backing }) : d));
  site.world.update(vm, { devices: Object.freeze(devices), identity: touched(site, vm) });
}
