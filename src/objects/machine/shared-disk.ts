/** Size, uuid and content are the file's: what one machine changes of them, every disk that stands on that file has. */
import type { Cell } from '../../world/cell.ts';
import type { World } from '../../world/world.ts';
import { changeFile } from '../storage/disk/machine-disk.ts';
import { type Device, isDisk, sameFile } from './device/device.ts';
import type { Machine } from './machine.ts';

/**
 * Carries what changed of a machine's disks to whoever else has their files, inside a turn: other machines, and snapshots,
 * which keep no disk that is independent of them as it was.
 */
export function carryOver(world: World, vm: Cell<Machine>, before: readonly Device[]): void {
  for (const disk of vm.state.devices) {
    const file = isDisk(disk) ? disk.backing?.file : undefined;
    const was = file && before.find((d) => sameFile(d.backing?.file, file));
    if (!was || isAlike(was, disk)) continue;
    const { used, content } = disk.backing!;
    const said = { uuid: uuidOf(disk), ...told({ used, content }) };
    changeFile(world, file, (backing) => ({
      backing: backing === disk.backing ? backing : { ...backing, ...said },
      capacity: disk.capacityInBytes,
    }));
  }
}

function isAlike(a: Device, b: Device): boolean {
  const same = uuidOf(a) === uuidOf(b) && a.backing?.content === b.backing?.content;
  return same && a.capacityInBytes === b.capacityInBytes && a.backing?.used === b.backing?.used;
}

function uuidOf(disk: Device): unknown {
  return disk.backing?.['uuid'];
}

function told(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined));
}
