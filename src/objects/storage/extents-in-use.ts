/** Which extents of the spool somebody names: a file on a datastore, a disk or a guest of a machine or of one that was left. */
import type { Image } from '../../world/image.ts';
import type { Facets, Kind } from '../../world/kind.ts';
import type { World } from '../../world/world.ts';
import { extentsOf as guestExtents } from '../guest/extents.ts';
import { diskExtents } from '../machine/device/disk-content.ts';
import type { Machine } from '../machine/machine.ts';
import { deviceLists } from '../machine/snapshot/delta.ts';
import type { LeftOnDatastore } from '../machine/vmx/left-files.ts';
import { datastoreFileKind, extentsOf, type FileFacets } from './files.ts';
import { copyExtents, type VolumeCopy, volumeCopyKind } from './volume-copy.ts';

/** Whether anybody names the extent. */
export function isInUse(world: World, extent: string): boolean {
  const { lookup } = world;
  if (INDEXES.some((name) => lookup.has(name, extent))) return true;
  for (const { state } of world.ofType('Datastore')) if (extentsLeft(state).includes(extent)) return true;
  return false;
}

/** Every extent that somebody names. Read off the keys that the world keeps: costs as much as there are extents. */
export function extentsInUse(world: World): Set<string> {
  const used = new Set(INDEXES.flatMap((name) => [...world.lookup.keys(name)]));
  for (const { state } of world.ofType('Datastore')) for (const extent of extentsLeft(state)) used.add(extent);
  return used;
}

/** The extents that were named when a picture of the world was taken. */
export function neededBy(world: World, { changes }: Image): Set<string> {
  const needed = new Set<string>();
  for (const before of changes.values()) {
    if (before) for (const extent of extentsNamed(before.kind, before.state)) needed.add(extent);
  }
  // What did not change since names now what it named then.
  for (const name of INDEXES) {
    for (const extent of world.lookup.keys(name)) {
      for (const { id } of world.lookup.get(name, extent)) if (!changes.has(id)) needed.add(extent);
    }
  }
  for (const { id, state } of world.ofType('Datastore')) {
    if (!changes.has(id)) for (const extent of extentsLeft(state)) needed.add(extent);
  }
  return needed;
}

/** The extents that one object names. */
export function extentsNamed({ type }: Pick<Kind, 'type'>, state: Facets): readonly string[] {
  if (type === datastoreFileKind.type) return extentsOf((state as FileFacets).content);
  if (type === volumeCopyKind.type) return copyExtents(state as VolumeCopy);
  if (type === 'VirtualMachine') return ofMachine(state as Machine);
  return type === 'Datastore' ? extentsLeft(state) : [];
}

/** Those of machines that were taken off the inventory and have their home on the datastore. */
function extentsLeft(datastore: Facets): readonly string[] {
  const machines = (datastore as LeftOnDatastore).left?.machines ?? [];
  return machines.flatMap(ofMachine);
}

function ofMachine(machine: Pick<Machine, 'devices' | 'snapshots' | 'guestSystem'>): string[] {
  return [...diskExtents(deviceLists(machine)), ...guestExtents(machine)];
}

/** Where extents are looked up by those who name them. */
const INDEXES = ['extent', 'diskExtent', 'guestExtent', 'copyExtent'] as const;
