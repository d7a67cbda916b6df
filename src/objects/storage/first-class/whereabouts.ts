/**
 * Where first class disks are, which machines that have them decide too: they take the files of their disks along when they
 * move, and put deltas on top of them.
 */
import type { Cell } from '../../../world/cell.ts';
import type { World } from '../../../world/world.ts';
import { type Device, fileKey, isDisk, sameFile } from '../../machine/device/device.ts';
import { ownChain } from '../../machine/device/disk-content.ts';
import type { FileAt, Machine } from '../../machine/machine.ts';
import type { FirstClassDisk } from './first-class-disk.ts';

export interface Holder {
  readonly vm: Cell<Machine>;
  readonly device: Device;
}

type Lists = readonly (readonly Device[])[];

/** The disks of machines that stand on the file as their own. */
export function* holdersOf(world: World, place: FileAt): Generator<Holder> {
  for (const cell of world.lookup.get('vmFile', fileKey(place))) {
    const vm = cell as unknown as Cell<Machine>;
    for (const device of vm.state.devices) if (standsOn(device, place)) yield { vm, device };
  }
}

function standsOn(device: Device, place: FileAt): boolean {
  return isDisk(device) && Array.from(ownChain(device.backing)).some(({ file }) => sameFile(file, place));
}

/** The file that holds the disk as it is now. */
export function whereIs(world: World, place: FileAt): FileAt {
  for (const { device } of holdersOf(world, place)) return device.backing!.file!;
  return place;
}

function diskIn(world: World, file: FileAt | undefined): Cell<FirstClassDisk> | undefined {
  return file && (world.lookup.first('firstClassFile', fileKey(file)) as Cell<FirstClassDisk> | undefined);
}

/** First class disks go where the machine takes their files, or stay where it leaves them. Inside a turn. */
export function followDisks(world: World, before: Lists, after: Lists): void {
  const now = after[0] ?? [];
  for (const device of before.flat()) {
    if (!isDisk(device) || !device.backing?.file) continue;
    for (const { file } of ownChain(device.backing)) {
      const disk = diskIn(world, file);
      if (!disk || now.some((d) => standsOn(d, disk.state.place))) continue;
      const same = now.find((d) => isDisk(d) && d.key === device.key);
      const place = same?.backing?.file ?? device.backing.file;
      if (!sameFile(place, disk.state.place)) world.update(disk, { place: Object.freeze({ ...place }) });
    }
  }
}

/** Devices that stand on first class disks bear their ids, however they came to the machine. Inside a turn. */
export function nameDisks(world: World, vm: Cell<Machine>): void {
  const named = (d: Device): Device => {
    if (!isDisk(d) || d['vDiskId'] !== undefined) return d;
    for (const { file } of ownChain(d.backing)) {
      const disk = diskIn(world, file);
      if (disk) return Object.freeze({ ...d, vDiskId: Object.freeze({ id: disk.state.identity.id }) });
    }
    return d;
  };
  const { devices } = vm.state;
  const after = devices.map(named);
  if (after.some((d, i) => d !== devices[i])) world.update(vm, { devices: Object.freeze(after) });
}

/** Whether the file is that of a disk which outlives the machines that have it. */
export function outlivesMachines(world: World, file: FileAt | undefined): boolean {
  return diskIn(world, file)?.state.said.flags.includes('keepAfterDeleteVm') ?? false;
}
