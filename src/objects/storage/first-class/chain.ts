/**
 * The files that a first class disk is made of: the one that is written to, those that snapshots keep below it, and those
 * that no snapshot keeps any more but something still stands on. Below the first they are nobody's, like any standing disk.
 */
import type { Cell } from '../../../world/cell.ts';
import type { World } from '../../../world/world.ts';
import { type Backing, type Device, fileKey, isDisk, sameFile } from '../../machine/device/device.ts';
import { ownChain } from '../../machine/device/disk-content.ts';
import type { FileAt } from '../../machine/machine.ts';
import { deviceLists, filesOver } from '../../machine/snapshot/delta.ts';
import { leftMachinesOn } from '../../machine/vmx/left-files.ts';
import type { Site } from '../../site.ts';
import { setApart } from '../disk/alter.ts';
import { diskAt, machinesWith } from '../disk/disk-at.ts';
import { createStanding, removeStanding, standingAt } from '../disk/standing.ts';
import { type FileFacets, fileAt } from '../files.ts';
import { diskOf, type Fcd, type FirstClassDisk } from './first-class-disk.ts';
import { whereIs } from './whereabouts.ts';

/** All files of a disk, each once. */
export function filesOf(disk: Fcd): FileAt[] {
  const { snapshots, kept = [] } = disk.state;
  const all = [whereIs(disk.world, disk.state.place), ...snapshots.map(({ file }) => file), ...kept];
  return [...new Map(all.map((file) => [fileKey(file), file])).values()];
}

/** The files that stand directly on a file, whoever has them, each once. */
export function childrenOf(world: World, file: FileAt): FileAt[] {
  const found = new Map<string, FileAt>();
  for (const { state } of world.lookup.get('diskBelow', fileKey(file)) as unknown as Set<Cell<FileFacets>>)
    found.set(fileKey(state.at), state.at);
  const add = (machine: Parameters<typeof deviceLists>[0]) => {
    for (const over of filesOver(file, deviceLists(machine))) found.set(fileKey(over), over);
  };
  for (const vm of machinesWith(world, file)) add(vm.state);
  for (const { id } of world.ofType('Datastore')) for (const machine of leftMachinesOn(world, id)) add(machine);
  return [...found.values()];
}

/** `name-000001.vmdk` of `name.vmdk`, the lowest number that is free. */
export function freeDelta(world: World, { datastore, path }: FileAt): FileAt {
  const base = path.replace(/(-\d{6})?\.vmdk$/i, '');
  for (let n = 1; ; n++) {
    const next = { datastore, path: `${base}-${String(n).padStart(6, '0')}.vmdk` };
    if (!diskAt(world, next) && !fileAt(world, datastore, next.path)) return Object.freeze(next);
  }
}

/** What a descriptor says of the disk below it. */
export function below(file: FileAt): Backing {
  return Object.freeze({ _typeName: 'VirtualDiskFlatVer2BackingInfo', file: Object.freeze({ ...file }) });
}

/** Puts an empty delta of nobody's over a disk of nobody's, inside a turn. */
export function putDelta({ world, clock }: Site, over: FileAt, next: FileAt = over): FileAt {
  const { capacity, adapter = 'lsiLogic', backing } = diskAt(world, over)!;
  const file = freeDelta(world, next);
  const uuid = String(backing['uuid'] ?? '');
  createStanding(world, file, { capacity, uuid, adapter, format: 'thin', parent: below(over) }, [], clock.now());
  return file;
}

/**
 * What a disk is now stays as it is: what is written from then on goes to a delta. Inside a turn; returns that, and what
 * else of a machine's is nobody's now because the disk stands on it.
 */
export function keepAsIs(site: Site, disk: Fcd): { readonly place: FileAt; readonly apart: readonly FileAt[] } {
  const { world } = site;
  const known = diskOf(disk);
  const { vm } = known;
  const [, ...lower] = ownChain(known.backing);
  const apart = lower.flatMap(({ file }) => file ?? []);
  setApart(site, known);
  if (!vm) return { place: putDelta(site, known.file), apart };
  const file = freeDelta(world, known.file);
  const over = (d: Device): Device => {
    if (!isDisk(d) || !sameFile(d.backing?.file, known.file)) return d;
    const { content: _content, foreign: _foreign, eagerlyScrub: _eager, ...like } = d.backing!;
    const delta = { deltaDiskFormat: 'redoLogFormat', deltaDiskFormatVariant: 'vmfsSparseVariant' };
    const backing = { ...like, ...delta, thinProvisioned: true, file, parent: d.backing!, used: 0 } as Backing;
    return Object.freeze({ ...d, backing: Object.freeze(backing) });
  };
  world.update(vm, { devices: Object.freeze(vm.state.devices.map(over)) });
  return { place: file, apart };
}

/** Takes away those of a disk's files that nobody needs, the upper before the lower. Inside a turn. */
export function removeFiles(world: World, files: readonly FileAt[]): void {
  const isNeeded = (file: FileAt) => isDiskOf(world, file) || childrenOf(world, file).length > 0;
  const left = files.filter((file) => isNeeded(file) || !removeStanding(world, file));
  if (left.length < files.length) removeFiles(world, left);
}

/** Whether it is, by itself, a disk of a machine, or one that a snapshot of a machine keeps. */
export function isDiskOf(world: World, file: FileAt): boolean {
  for (const { state } of machinesWith(world, file)) {
    if (deviceLists(state).some((devices) => devices.some((d) => sameFile(d.backing?.file, file)))) return true;
  }
  return false;
}

/** The parts of a disk that tell which files it has. */
export type Files = Pick<FirstClassDisk, 'place' | 'snapshots' | 'kept'>;

/** A file is called by another name from now on. */
export function renamed({ place, snapshots, kept = [] }: Files, was: FileAt, is: FileAt): Files {
  const of = (file: FileAt) => (sameFile(file, was) ? is : file);
  return {
    place: of(place),
    snapshots: Object.freeze(snapshots.map((s) => Object.freeze({ ...s, file: of(s.file) }))),
    kept: Object.freeze(kept.map(of)),
  };
}

/** What a linked clone stands on: the first file below its own. */
export function linkedTo(disk: Fcd): FileAt | undefined {
  const own = new Set(filesOf(disk).map(fileKey));
  let file: FileAt | undefined = whereIs(disk.world, disk.state.place);
  while (file && own.has(fileKey(file))) {
    own.delete(fileKey(file));
    file = parentOf(disk.world, file);
  }
  return file;
}

/** The file that a disk's file stands on. */
export function parentOf(world: World, file: FileAt): FileAt | undefined {
  return standingAt(world, file)?.state.disk?.parent?.file ?? diskAt(world, file)?.backing.parent?.file;
}
