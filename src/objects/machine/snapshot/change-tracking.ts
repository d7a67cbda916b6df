/**
 * Changed block tracking. What a disk was made of when a snapshot was taken is marked by the layers there were; what came on
 * top since is what changed. A disk that goes back begins another series, of which older marks know nothing.
 */

import type { DiskContent } from '../../../spool/layer.ts';
import type { DiskChangeExtent, DiskChangeInfo } from '../../../vim25/generated/index.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { MethodsOf } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { nameOfFile } from '../../storage/disk/disk-at.ts';
import { type Backing, type Device, isDisk, type Tracked } from '../device/device.ts';
import { contentOf } from '../device/disk-content.ts';
import type { Machine } from '../machine.ts';
import { guardReachable } from '../standing.ts';
import { keptDisks } from './delta.ts';
import { snapshotNamed } from './snapshot-tree.ts';

/** Blocks that changes are told by. */
const BLOCK = 64 * 1_024;
/** The most areas one answer tells of; whoever asks goes on from where it ends. */
const MOST_AREAS = 2_000;
/** Marks a disk remembers. */
const MARKS = 100;

/** The devices of a machine whose disks are marked as they are now, under an id of its snapshot; unmarked when nobody asked. */
export function marked(
  site: Site,
  { config, devices }: Pick<Machine, 'config' | 'devices'>,
  id: string,
): readonly Device[] {
  if (!config.said?.changeTrackingEnabled) return devices.some((d) => d.backing?.tracked) ? unmarked(devices) : devices;
  const kept = new Set(keptDisks(devices));
  return Object.freeze(devices.map((d) => (kept.has(d) ? withTracked(d, mark(site, d, id)) : d)));
}

/** Disks that begin anew: what was marked is not what they come from. */
export function unmarked(devices: readonly Device[]): readonly Device[] {
  return Object.freeze(devices.map((d) => (d.backing?.tracked ? withTracked(d, undefined) : d)));
}

function withTracked(d: Device, tracked: Backing['tracked']): Device {
  const { tracked: _tracked, ...backing } = d.backing!;
  return Object.freeze({ ...d, backing: Object.freeze({ ...backing, ...(tracked && { tracked }) } as Backing) });
}

function mark(site: Site, { key, backing }: Device, id: string): Tracked {
  return nextMark(site, backing!.tracked, contentOf(backing), `${id}/${key}`);
}

/** The marks of a disk with one more, of what it is made of now. */
export function nextMark(site: Site, before: Tracked | undefined, content: DiskContent, id: string): Tracked {
  const series = before?.series ?? seriesOf(site.ids.uuid(`changes/${id}`));
  const marks = [...(before?.marks ?? []), Object.freeze(content.map(({ extent }) => extent))];
  return Object.freeze({ series, count: (before?.count ?? 0) + 1, marks: Object.freeze(marks.slice(-MARKS)) });
}

/** `52 de c0 d9 b9 43 9d 10-61 d5 4c 1b e9 7b 65 63` */
function seriesOf(uuid: string): string {
  const pairs = uuid.replaceAll('-', '').match(/../g)!;
  return `52 ${pairs.slice(1, 8).join(' ')}-${pairs.slice(8).join(' ')}`;
}

/** Layers of which a disk was made at a mark; undefined when that is not known any more. */
function madeOf({ tracked }: Backing, changeId: string, fault: () => VimFault): readonly string[] | undefined {
  const [, series, number] = /^(.+)\/(\d+)$/.exec(changeId) ?? [];
  if (!tracked || series !== tracked.series) throw fault();
  const n = Number(number);
  if (n < 1 || n > tracked.count) throw fault();
  return tracked.marks[tracked.marks.length - 1 - (tracked.count - n)];
}

/** The disk as the snapshot keeps it, or as it is. */
function diskAsked(m: Machine, snapshot: string | undefined, key: number): Device {
  const from = snapshot === undefined ? m : snapshotNamed(m.snapshots, snapshot)?.saved;
  if (!from) throw invalidArgument('snapshot');
  const disk = from.devices.find((d) => d.key === key && isDisk(d) && d.backing?.file);
  if (!disk) throw invalidArgument('deviceKey');
  return disk;
}

/** What of a disk changed since a mark, from a place on. Throws FileFault for a mark it does not know. */
export async function changedAreas(
  site: Site,
  disk: Pick<Device, 'backing' | 'capacityInBytes'>,
  from: number,
  changeId: string,
): Promise<DiskChangeInfo> {
  const backing = disk.backing!;
  const capacity = disk.capacityInBytes ?? 0;
  const fault = () => new VimFault('FileFault', { file: nameOfFile(site.world, backing.file!) });
  if (!backing.tracked) throw fault();
  if (from < 0 || from >= capacity) throw invalidArgument('startOffset');
  const content = contentOf(backing);
  const known = changeId === '*' ? [] : madeOf(backing, changeId, fault);
  const isThere = new Set(content.map(({ extent }) => extent));
  // Layers that were made one since tell nothing of when each was written: then all may have changed.
  const before = new Set(known?.every((extent) => isThere.has(extent)) ? known : []);
  const areas: { start: number; length: number }[] = [];
  const { areas: stretches } = site.layers.open(
    content.filter(({ extent }) => !before.has(extent)),
    capacity,
  );
  for await (const { at, length } of stretches()) {
    const start = Math.max(from, at - (at % BLOCK));
    const end = Math.min(capacity, Math.ceil((at + length) / BLOCK) * BLOCK);
    const last = areas.at(-1);
    if (end <= start || (last && end <= last.start + last.length)) continue;
    if (last && start <= last.start + last.length) last.length = end - last.start;
    else if (areas.length === MOST_AREAS) return told(from, last!.start + last!.length - from, areas);
    else areas.push({ start, length: end - start });
  }
  return told(from, capacity - from, areas);
}

function told(startOffset: number, length: number, areas: readonly object[]): DiskChangeInfo {
  const changedArea = areas.map((area) => ({ _typeName: 'DiskChangeExtent', ...area }) as DiskChangeExtent);
  return { _typeName: 'DiskChangeInfo', startOffset, length, changedArea } as DiskChangeInfo;
}

export const trackingMethods: MethodsOf<'VirtualMachine', Machine> = {
  QueryChangedDiskAreas(call, self, { snapshot, deviceKey, startOffset, changeId }) {
    guardReachable(self);
    return changedAreas(call.site, diskAsked(self.state, snapshot?.value, deviceKey), startOffset, changeId);
  },
};
