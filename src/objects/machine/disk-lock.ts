/**
 * Who holds disks' files open. A machine that runs writes the top of each chain and reads what lies below: nobody else
 * writes either, and nobody else reads what it writes, unless both share the disk or its bus.
 */
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import type { World } from '../../world/world.ts';
import { datastoreKind } from '../storage/datastore.ts';
import { isHeldOutside } from '../storage/held-files.ts';
import { chain, type Device, fileKey, isDisk, sameFile } from './device/device.ts';
import type { FileAt, Machine } from './machine.ts';

/** Throws FileLocked naming a file that a machine would open and another, that runs, holds, or somebody outside. */
export function guardUnlocked(world: World, id: string, devices: readonly Device[], disks = devices): void {
  // Who starts opens its configuration first.
  const vmx = disks === devices ? (world.find(id)?.state as Partial<Machine> | undefined)?.files?.vmx : undefined;
  if (vmx && isHeldOutside(world, vmx)) throw locked(world, vmx);
  for (const disk of disks) {
    if (!isDisk(disk)) continue;
    const shared = isShared(disk, devices);
    for (const { file } of chain(disk.backing)) {
      if (!file) continue;
      if (isHeldOutside(world, file) || (!shared && isHeld(world, id, disk, file))) throw locked(world, file);
    }
  }
}

function isHeld(world: World, id: string, disk: Device, file: FileAt): boolean {
  const writes = sameFile(disk.backing?.file, file);
  for (const cell of world.lookup.get('vmFile', fileKey(file))) {
    const { power, devices } = (cell as Cell<Machine>).state;
    if (cell.id === id || power.state !== 'poweredOn') continue;
    for (const other of devices) {
      if (!isDisk(other) || isShared(other, devices)) continue;
      const held = writes ? [...chain(other.backing)] : [other.backing];
      if (held.some((b) => sameFile(b?.file, file))) return true;
    }
  }
  return false;
}

function isShared(disk: Device, devices: readonly Device[]): boolean {
  if (disk.backing?.['sharing'] === 'sharingMultiWriter') return true;
  const bus = devices.find((d) => d.key === disk.controllerKey)?.['sharedBus'];
  return bus !== undefined && bus !== 'noSharing';
}

function locked(world: World, { datastore, path }: FileAt): VimFault {
  const name = world.as(datastoreKind, datastore)?.state.name ?? '';
  return new VimFault('FileLocked', { file: `[${name}] ${path}` });
}
