/** Which extents of the spool somebody names: a file on a datastore, a disk of a machine or of one that was left. */
import type { Facets, Kind } from '../../world/kind.ts';
import type { World } from '../../world/world.ts';
import { diskExtents } from '../machine/device/disk-content.ts';
import type { Machine } from '../machine/machine.ts';
import { deviceLists } from '../machine/snapshot/delta.ts';
import type { LeftOnDatastore } from '../machine/vmx/left-files.ts';
import { datastoreFileKind, extentsOf, type FileFacets } from './files.ts';
import { type FirstClassDisk, firstClassDiskKind, snapshotExtents } from './first-class/first-class-disk.ts';

/** Whether anybody names the extent. */
export function isInUse(world: World, extent: string): boolean {
  const { lookup } = world;
  if (lookup.has('extent', extent) || lookup.has('diskExtent', extent)) return true;
  for (const { state } of world.ofType('Datastore')) if (extentsLeft(state).includes(extent)) return true;
  return false;
}

/** Every extent that somebody names. */
export function extentsInUse(world: World): Set<string> {
  const used = new Set<string>();
  const add = (kind: Pick<Kind, 'type'>, state: Facets) => {
    for (const extent of extentsNamed(kind, state)) used.add(extent);
  };
  for (const type of [datastoreFileKind.type, firstClassDiskKind.type, 'VirtualMachine', 'Datastore'])
    for (const { kind, state } of world.ofType(type)) add(kind, state);
  return used;
}

/** The extents that one object names. */
export function extentsNamed({ type }: Pick<Kind, 'type'>, state: Facets): readonly string[] {
  if (type === datastoreFileKind.type) return extentsOf((state as FileFacets).content);
  if (type === firstClassDiskKind.type) return snapshotExtents(state as FirstClassDisk);
  if (type === 'VirtualMachine') return diskExtents(deviceLists(state as Machine));
  return type === 'Datastore' ? extentsLeft(state) : [];
}

/** Those of machines that were taken off the inventory and have their home on the datastore. */
function extentsLeft(datastore: Facets): readonly string[] {
  const machines = (datastore as LeftOnDatastore).left?.machines ?? [];
  return machines.flatMap((machine) => diskExtents(deviceLists(machine)));
}
