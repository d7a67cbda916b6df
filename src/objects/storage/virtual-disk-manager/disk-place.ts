/** Disks as requests name them, and places where disks are to be. */
import { VimFault } from '../../../world/fault.ts';
import type { FileAt } from '../../machine/machine.ts';
import type { Site } from '../../site.ts';
import { freeSpace } from '../datastore.ts';
import { type Named, type Place, placeOf } from '../datastore-place.ts';
import { isDirectory } from '../directory.ts';
import { diskAt, type KnownDisk, wholeDiskAt } from '../disk/disk-at.ts';
import { isOpen } from '../disk/machine-disk.ts';
import { extentFor } from '../disk/standing.ts';
import { directoryOf, fileAt } from '../files.ts';
import { guardWritable } from '../writable.ts';

export interface NamedDisk {
  readonly place: Place;
  readonly known: KnownDisk;
}

/** Throws what {@link placeOf} throws, FileNotFound, and InvalidDiskFormat for what is no disk. */
export function diskNamed(site: Site, named: Named): NamedDisk {
  const place = placeOf(site, named);
  return { place, known: wholeDiskAt(site.world, fileOf(place), named.name) };
}

/** The same, for whoever changes the disk. Throws FileLocked while a machine runs on it. */
export function freeDisk(site: Site, named: Named): NamedDisk {
  const found = diskNamed(site, named);
  guardWritable(found.place.store);
  guardUnlocked(site, found.place);
  return found;
}

export function guardUnlocked({ world }: Site, place: Place): void {
  if (isOpen(world, fileOf(place))) throw new VimFault('FileLocked', { file: place.name });
}

export function fileOf({ store, path }: Place): FileAt {
  return { datastore: store.id, path };
}

/**
 * Where a disk is to be. Throws FileNotFound when its directory is not there, FileAlreadyExists when something stands in
 * its place that is not to be replaced.
 */
export function emptyPlace(site: Site, named: Named, force: boolean): Place & { readonly replaced?: KnownDisk } {
  const place = placeOf(site, named);
  guardWritable(place.store);
  const { world } = site;
  if (place.path === '' || !isDirectory(place.store, directoryOf(place.path)))
    throw new VimFault('FileNotFound', { file: place.name });
  const known = diskAt(world, fileOf(place));
  const files = [place.path, extentFor(place.path, {})].map((path) => fileAt(world, place.store.id, path));
  if (!known && !files.some(Boolean) && !isDirectory(place.store, place.path)) return place;
  const directory = files.some((file) => file?.state.content.directory) || isDirectory(place.store, place.path);
  if (!force || directory) throw new VimFault('FileAlreadyExists', { file: place.name });
  guardUnlocked(site, place);
  return known ? { ...place, replaced: known } : place;
}

/** Throws NoDiskSpace when so many bytes more have no room. */
export function guardRoom(place: Place, bytes: number): void {
  if (bytes > 0 && bytes > freeSpace(place.store))
    throw new VimFault('NoDiskSpace', { file: place.name, datastore: place.store.state.name });
}

/** Bytes that go when what stands in a place is replaced. */
export function givenBack({ world }: Site, place: Place): number {
  let bytes = 0;
  for (const path of [place.path, extentFor(place.path, {})]) {
    const content = fileAt(world, place.store.id, path)?.state.content;
    if (content) bytes += content.held ?? content.size;
  }
  return bytes;
}
