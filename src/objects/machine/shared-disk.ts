/** Size, uuid and content are the file's: what one machine changes of them, every machine with a disk on that file has. */
import type { Cell } from '../../world/cell.ts';
import type { World } from '../../world/world.ts';
import { type Device, fileKey, isDisk, sameFile } from './device/device.ts';
import type { Machine } from './machine.ts';

/** Carries what changed of a machine's disks to the other machines that have them, inside a turn. */
export function carryOver(world: World, vm: Cell<Machine>, before: readonly Device[]): void {
  for (const disk of vm.state.devices) {
    const file = isDisk(disk) ? disk.backing?.file : undefined;
    const was = file && before.find((d) => sameFile(d.backing?.file, file));
    if (!was || isAlike(was, disk)) continue;
    for (const cell of [...world.lookup.get('vmFile', fileKey(file))]) {
      const other = cell as Cell<Machine>;
      if (other === vm) continue;
      const devices = other.state.devices.map((d) => (sameFile(d.backing?.file, file) ? like(d, disk) : d));
      world.update(other, { devices: Object.freeze(devices) });
    }
  }
}

function isAlike(a: Device, b: Device): boolean {
  const same = uuidOf(a) === uuidOf(b) && a.backing?.content === b.backing?.content;
  return same && a.capacityInBytes === b.capacityInBytes && a.backing?.used === b.backing?.used;
}

function uuidOf(disk: Device): unknown {
  return disk.backing?.['uuid'];
}

function like(d: Device, disk: Device): Device {
  const { used, content } = disk.backing!;
  const backing = Object.freeze({ ...d.backing!, uuid: uuidOf(disk), ...told({ used, content }) });
  return Object.freeze({ ...d, capacityInBytes: disk.capacityInBytes, backing });
}

function told(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined));
}
