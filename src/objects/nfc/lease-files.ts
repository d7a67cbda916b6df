/** Which files of a machine a lease lets through: its disks, the images in its drives, its nvram. */
import type { Cell } from '../../world/cell.ts';
import { type Device, isDisk } from '../machine/device/device.ts';
import { beside, filesOf } from '../machine/files.ts';
import type { Machine } from '../machine/machine.ts';
import { type Datastore, datastoreKind } from '../storage/datastore.ts';
import { fileAt } from '../storage/files.ts';
import { urlOf } from '../storage/volume.ts';
import type { LeaseFile } from './lease.ts';

type Vm = Cell<Machine>;
type Unnamed = Omit<LeaseFile, 'name'> & { readonly ending: string };

/** Names the files of a lease by their place in it: `disk-0.vmdk`, `disk-1.iso`. */
export function numbered(files: readonly Unnamed[]): LeaseFile[] {
  return files.map(({ ending, ...file }, i) => ({ ...file, name: `disk-${i}${ending}` }));
}

/** What comes in for a machine that was just made. `known` says which disks were there before. */
export function arrivalsOf(vm: Vm, called: string, known: (disk: Device) => boolean): Unnamed[] {
  const { devices } = vm.state;
  const found: Unnamed[] = [];
  for (const device of devices) {
    if (isDisk(device) ? isOwnDisk(device) && !known(device) : isRemoteDrive(device)) {
      found.push(entry(vm, device, devices, called));
    }
  }
  return [...found, nvramOf(vm, called)];
}

/** What goes out of a machine, as it is now or was at a snapshot. */
export function departuresOf(vm: Vm, snapshot?: string): Unnamed[] {
  const devices = devicesOf(vm.state, snapshot);
  const called = vm.state.name;
  const found: Unnamed[] = [];
  for (const device of devices) {
    if (isDisk(device) && isOwnDisk(device)) found.push({ ...entry(vm, device, devices, called), snapshot });
    const size = imageSize(vm, device);
    if (size !== undefined) found.push({ ...entry(vm, device, devices, called), snapshot, size });
  }
  if (snapshot !== undefined) return found;
  const at = beside(vm.state.files, '.nvram');
  const size =
    fileAt(vm.world, at.datastore, at.path)?.state.content.size ??
    filesOf(vm.state).find(({ type }) => type === 'nvram')?.size;
  return [...found, { ...nvramOf(vm, called), size }];
}

/** Devices of a machine, as they are or as a snapshot keeps them. */
export function devicesOf(state: Machine, snapshot: string | undefined): readonly Device[] {
  if (snapshot === undefined) return state.devices;
  return state.snapshots?.list.find((s) => s.id === snapshot)?.saved.devices ?? [];
}

/** Kilobytes of the disks a lease lets through. */
export function capacityOf(files: readonly LeaseFile[], world: Cell['world']): number {
  return files.reduce((sum, { what, vm, device, snapshot }) => {
    const state = what === 'disk' ? (world.find(vm)?.state as Machine | undefined) : undefined;
    const disk = state && devicesOf(state, snapshot).find(({ key }) => key === device);
    return sum + Math.ceil((disk?.capacityInBytes ?? 0) / 1024);
  }, 0);
}

/** A disk in a file; one that stands for a LUN has no contents here. */
function isOwnDisk({ backing }: Device): boolean {
  return backing?.file !== undefined && !/RawDisk/.test(backing._typeName);
}

function isRemoteDrive({ _typeName, backing }: Device): boolean {
  return _typeName === 'VirtualCdrom' && /Remote/.test(backing?._typeName ?? '');
}

/** Bytes of the image in a drive, where a client put it on its datastore. */
function imageSize(vm: Vm, { _typeName, backing }: Device): number | undefined {
  if (_typeName !== 'VirtualCdrom' || !backing?.file) return undefined;
  const content = fileAt(vm.world, backing.file.datastore, backing.file.path)?.state.content;
  return content && !content.directory ? content.size : undefined;
}

function entry(vm: Vm, device: Device, devices: readonly Device[], called: string): Unnamed {
  const place = placeOf(device, devices);
  const disk = isDisk(device);
  return {
    key: `/${vm.id}/${place}`,
    importKey: `/${called}/${place}`,
    what: disk ? 'disk' : 'image',
    ending: disk ? '.vmdk' : '.iso',
    vm: vm.id,
    device: device.key,
    datastore: datastoreUrl(vm, device.backing?.file?.datastore),
  };
}

function nvramOf(vm: Vm, called: string): Unnamed {
  const datastore = datastoreUrl(vm, undefined);
  return {
    key: `/${vm.id}/nvram`,
    importKey: `/${called}/nvram`,
    what: 'nvram',
    ending: '.nvram',
    vm: vm.id,
    datastore,
  };
}

/** `VirtualLsiLogicController0:1`: the controller's type, its bus, and the place on it. */
export function placeOf(device: Device, devices: readonly Device[]): string {
  const controller = devices.find(({ key }) => key === device.controllerKey);
  return `${controller?._typeName ?? 'VirtualController'}${controller?.busNumber ?? 0}:${device.unitNumber ?? 0}`;
}

function datastoreUrl(vm: Vm, datastore: string | undefined): string {
  const store = vm.world.as<Datastore>(datastoreKind, datastore ?? vm.state.files.vmx.datastore);
  return store ? urlOf(store.state.volume) : '';
}
