/** The bytes of machines' disks as their guests see them: read at any place, and written as a guest writes. */
import type { Run } from '../../../formats/vmdk/bytes.ts';
import type { DiskContent, Layer } from '../../../spool/layer.ts';
import type { Layers, OpenDisk } from '../../../spool/layers.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Site } from '../../site.ts';
import { datastoreKind, freeSpace } from '../../storage/datastore.ts';
import { carryOver } from '../shared-disk.ts';
import type { Vm } from '../work.ts';
import { type Device, isDisk } from './device.ts';
import { contentOf } from './disk-content.ts';

/** As many layers as a file's content is kept in before they are made one. */
const PILE = 16;

/** The disk of that key. Throws NotFound. */
export function diskOf(vm: Vm, key: number): Device {
  const disk = vm.state.devices.find((d) => d.key === key && isDisk(d));
  if (!disk) throw new VimFault('NotFound');
  return disk;
}

/** What a disk reads as now; whatever is written later does not show in it. */
export function openDisk(site: Site, vm: Vm, key: number): OpenDisk {
  const disk = diskOf(vm, key);
  return site.layers.open(contentOf(disk.backing), disk.capacityInBytes ?? 0);
}

/**
 * Writes ascending runs to a disk, all of them or none. Throws NotFound for a disk that is gone, InvalidArgument for what
 * lies beyond its end, NoDiskSpace when its datastore has no room for them.
 */
export async function writeDisk(site: Site, vm: Vm, key: number, runs: AsyncIterable<Run>): Promise<void> {
  const capacity = diskOf(vm, key).capacityInBytes ?? 0;
  const store = site.world.as(datastoreKind, diskOf(vm, key).backing?.file?.datastore ?? '');
  const layer = await site.layers.keep(within(runs, capacity), () => (store ? freeSpace(store) : capacity));
  if (!layer) return;
  for (;;) {
    const before = vm.alive ? vm.state.devices.find((d) => d.key === key && isDisk(d)) : undefined;
    const content = before && (await pile(site.layers, [...(before.backing!.content ?? []), layer]));
    const held = content && (await bytesHeld(site.layers, content, capacity));
    // Somebody may have written, or taken a snapshot, while these were read.
    if (before && (!vm.alive || !vm.state.devices.includes(before))) continue;
    if (!before || !content) {
      site.spool.drop(layer.extent);
      throw new VimFault('NotFound');
    }
    const { used } = before.backing!;
    const backing = Object.freeze({ ...before.backing!, content, ...(used !== undefined && { used: held }) });
    const devices = vm.state.devices.map((d) => (d === before ? Object.freeze({ ...d, backing }) : d));
    site.world.turn(() => {
      const was = vm.state.devices;
      site.world.update(vm, { devices: Object.freeze(devices) });
      carryOver(site.world, vm, was);
    });
    return;
  }
}

async function* within(runs: AsyncIterable<Run>, capacity: number): AsyncGenerator<Run> {
  for await (const run of runs) {
    if (run.at < 0 || run.at + run.bytes.length > capacity) {
      throw new VimFault('InvalidArgument', { invalidProperty: 'at' });
    }
    yield run;
  }
}

/** A content of few layers: reading costs as many look-ups as there are. */
async function pile(layers: Layers, content: DiskContent): Promise<DiskContent> {
  if (content.length <= PILE) return Object.freeze(content);
  const one: Layer | undefined = await layers.merge(content);
  return Object.freeze(one ? [one] : []);
}

/** Bytes that a thin disk of that content takes. */
async function bytesHeld(layers: Layers, content: DiskContent, capacity: number): Promise<number> {
  if (content.length === 1) return Math.min(capacity, content[0]!.size);
  let held = 0;
  for await (const area of layers.open(content, capacity).areas()) if (!area.zeros) held += area.length;
  return held;
}
