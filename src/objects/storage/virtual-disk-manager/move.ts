/** MoveVirtualDisk_Task and DeleteVirtualDisk_Task: both files of a disk together. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import type { World } from '../../../world/world.ts';
import type { FileAt } from '../../machine/machine.ts';
import type { Site } from '../../site.ts';
import type { Named, Place } from '../datastore-place.ts';
import { setApart } from '../disk/alter.ts';
import type { KnownDisk } from '../disk/disk-at.ts';
import { DESCRIPTOR_BYTES, extentFile, extentFor, partPlaces, removeStanding, standingAt } from '../disk/standing.ts';
import { isHosted } from '../disk/standing-disk.ts';
import { directoryOf, type FileFacets, fileAt, moveFile } from '../files.ts';
import type { DiskTransfer } from './copy.ts';
import { emptyPlace, fileOf, freeDisk, givenBack, guardRoom } from './disk-place.ts';
import { diskVerb } from './disk-verb.ts';
import { clear } from './put-disk.ts';

function guarded(site: Site, { source, destination, force }: DiskTransfer) {
  const { known } = freeDisk(site, source);
  const to = emptyPlace(site, destination, force);
  const isSame = to.store.id === known.file.datastore && to.path === known.file.path;
  const { holder } = to.replaced ?? {};
  if (isSame || holder === 'machine' || holder === 'left') throw new VimFault('FileAlreadyExists', { file: to.name });
  guardParts(site.world, known.file, to);
  const travels = to.store.id !== known.file.datastore;
  const bytes = travels ? bytesOf(site.world, known) : 0;
  if (travels) guardRoom(to, bytes - givenBack(site, to));
  return { known, to, bytes };
}

/** What its files take. */
function bytesOf(world: World, { file, backing, capacity, holder }: KnownDisk): number {
  const descriptor = standingAt(world, file);
  if (holder !== 'uploaded' || !descriptor) return backing.used ?? capacity;
  const places = [file, ...partPlaces(descriptor)];
  return places.reduce(
    (sum, { datastore, path }) => sum + (fileAt(world, datastore, path)?.state.content.size ?? 0),
    0,
  );
}

export const moveDisk: Verb<Site, never> = diskVerb<DiskTransfer>({
  name: 'moveVirtualDisk',
  begin: ({ site, args }) => guarded(site, args).bytes,
  finish({ site, args }) {
    const { known, to } = guarded(site, args);
    setApart(site, known);
    clear(site, to);
    moveStanding(standingAt(site.world, known.file)!, to);
    return { done: true, result: args.destination.name };
  },
});

/** The parts of a disk that has several, and where they go: their descriptor names them, so they keep their names. */
function partsTo(
  descriptor: Cell<FileFacets>,
  to: string,
): { readonly file: Cell<FileFacets>; readonly path: string }[] {
  const directory = directoryOf(to);
  return partPlaces(descriptor).flatMap(({ datastore, path }) => {
    const file = fileAt(descriptor.world, datastore, path);
    const name = path.slice(path.lastIndexOf('/') + 1);
    return file ? [{ file, path: directory === '' ? name : `${directory}/${name}` }] : [];
  });
}

/** Throws FileAlreadyExists when something stands where a part would go. */
function guardParts(world: World, file: FileAt, { store, path, name }: Place): void {
  const descriptor = standingAt(world, file);
  const moves = store.id !== file.datastore || directoryOf(path) !== directoryOf(file.path);
  for (const part of descriptor && moves ? partsTo(descriptor, path) : []) {
    if (fileAt(world, store.id, part.path)) throw new VimFault('FileAlreadyExists', { file: name });
  }
}

/** The extent is called after the descriptor in its new place, so that what a client wrote there holds no more. */
function moveStanding(descriptor: Cell<FileFacets>, { store, path }: Place): void {
  const { world } = descriptor;
  const disk = descriptor.state.disk!;
  const data = extentFile(descriptor);
  const extent = isHosted(disk) ? path : extentFor(path, disk);
  const parts = partsTo(descriptor, path);
  moveFile(world, descriptor, store.id, path);
  if (data && data !== descriptor) moveFile(world, data, store.id, extent);
  for (const part of parts) moveFile(world, part.file, store.id, part.path);
  const moved = { ...descriptor.state.disk!, extent: extent.slice(extent.lastIndexOf('/') + 1) };
  const { extent: bytes, ...content } = descriptor.state.content;
  world.update(descriptor, {
    disk: Object.freeze(moved),
    ...(!isHosted(disk) && bytes !== undefined && { content: Object.freeze({ ...content, size: DESCRIPTOR_BYTES }) }),
  });
}

export const deleteDisk: Verb<Site, never> = diskVerb<Named>({
  name: 'deleteVirtualDisk',
  begin({ site, args }) {
    freeDisk(site, args);
    return 0;
  },
  finish({ site, args }) {
    const { known, place } = freeDisk(site, args);
    setApart(site, known);
    removeStanding(site.world, fileOf(place));
    return { done: true };
  },
});
