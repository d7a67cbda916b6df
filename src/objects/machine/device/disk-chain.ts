/**
 * Chains of disks whose files no longer fit: a delta counts on what the file below it held when it began, and a machine
 * that opens that file as a disk of its own writes to it. Every file has a content id that tells: the one it has, and the
 * one that the file over it counts on.
 */
import { fnv1a } from '../../../kernel/random.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { World } from '../../../world/world.ts';
import { changeFile } from '../../storage/disk/machine-disk.ts';
import type { FileAt, Machine } from '../machine.ts';
import { type Backing, chain, type Device, fileKey, isDisk, sameFile } from './device.ts';

type Disks = Pick<Machine, 'devices' | 'snapshots'>;

/** Whether some file below the top of a disk's chain has become another than the one over it counts on. */
export function isBroken(disk: Device): boolean {
  return isDisk(disk) && Array.from(chain(disk.backing?.parent)).some(isChanged);
}

function isChanged({ contentId, nowContentId }: Backing): boolean {
  return nowContentId !== undefined && nowContentId !== contentId;
}

/** Throws GenericVmConfigFault for a machine that cannot open one of its disks. */
export function guardChains({ devices }: Pick<Machine, 'devices'>): void {
  if (!devices.some(isBroken)) return;
  const reason = 'The parent virtual disk has been modified since the child was created.';
  throw new VimFault('GenericVmConfigFault', { reason }, reason);
}

/** A machine opens its disks, or those of them, to write: what others have over their files fits no more. Inside a turn. */
export function openDisks(world: World, vm: Cell<Machine>, keys?: readonly number[]): void {
  for (const { backing, key } of vm.state.devices.filter(isDisk)) {
    if (keys && !keys.includes(key)) continue;
    const file = backing?.file;
    if (!file || world.lookup.get('vmFile', fileKey(file)).size < 2) continue;
    if (isBelowAnother(world, vm, file)) write(world, vm, file, String(backing['contentId'] ?? ''));
  }
}

function isBelowAnother(world: World, vm: Cell<Machine>, file: FileAt): boolean {
  for (const cell of world.lookup.get('vmFile', fileKey(file)) as unknown as Set<Cell<Machine>>) {
    if (cell !== vm && cell.state.devices.some((d) => isDisk(d) && below(d).some((b) => sameFile(b.file, file)))) {
      return true;
    }
  }
  return false;
}

function below({ backing }: Device): Backing[] {
  return Array.from(chain(backing?.parent));
}

function write(world: World, vm: Cell<Machine>, file: FileAt, before: string): void {
  const nowContentId = fnv1a(`${fileKey(file)}/${before}`)
    .toString(16)
    .padStart(8, '0');
  changeFile(world, file, (backing) => ({ backing: { ...backing, nowContentId } }));
  const own = (d: Device): Device => {
    if (!isDisk(d) || !sameFile(d.backing?.file, file)) return d;
    return Object.freeze({ ...d, backing: fitting(d.backing!) });
  };
  world.update(vm, { devices: Object.freeze(vm.state.devices.map(own)) });
}

/** The backing as a file that what stands over it counts on as it is now. */
function fitting(backing: Backing): Backing {
  const { nowContentId, ...rest } = backing;
  return Object.freeze({ ...rest, ...(nowContentId !== undefined && { contentId: nowContentId }) } as Backing);
}

/** The disks with every file counted on as it is now; the same where none was changed. */
export function repaired({ devices, snapshots }: Disks): Disks {
  const list = snapshots?.list.map((s) => {
    const saved = fitted(s.saved.devices);
    if (saved === s.saved.devices) return s;
    return Object.freeze({ ...s, saved: Object.freeze({ ...s.saved, devices: saved }) });
  });
  const kept = !list || list.every((s, i) => s === snapshots!.list[i]);
  return {
    devices: fitted(devices),
    snapshots: kept ? snapshots : Object.freeze({ ...snapshots!, list: Object.freeze(list) }),
  };
}

function fitted(devices: readonly Device[]): readonly Device[] {
  const walk = (b: Backing): Backing => {
    const parent = b.parent && walk(b.parent);
    const fits = b.nowContentId === undefined && parent === b.parent;
    return fits ? b : fitting({ ...b, ...(parent && { parent }) });
  };
  const after = devices.map((d) => {
    const backing = isDisk(d) && d.backing ? walk(d.backing) : d.backing;
    return backing === d.backing ? d : Object.freeze({ ...d, backing });
  });
  return after.every((d, i) => d === devices[i]) ? devices : Object.freeze(after as Device[]);
}
