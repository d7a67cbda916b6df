/** MoveVirtualDisk_Task and DeleteVirtualDisk_Task: both files of a disk together. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import type { Site } from '../../site.ts';
import type { Named, Place } from '../datastore-place.ts';
import { setApart } from '../disk/alter.ts';
import { DESCRIPTOR_BYTES, extentFile, extentFor, removeStanding, standingAt } from '../disk/standing.ts';
import { isHosted } from '../disk/standing-disk.ts';
import { type FileFacets, moveFile } from '../files.ts';
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
  const travels = to.store.id !== known.file.datastore;
  const bytes = travels ? (known.backing.used ?? known.capacity) : 0;
  if (travels) guardRoom(to, bytes - givenBack(site, to));
  return { known, to, bytes };
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

/** The extent is called after the descriptor in its new place, so that what a client wrote there holds no more. */
function moveStanding(descriptor: Cell<FileFacets>, { store, path }: Place): void {
  const { world } = descriptor;
  const disk = descriptor.state.disk!;
  const data = extentFile(descriptor);
  const extent = isHosted(disk) ? path : extentFor(path, disk);
  moveFile(world, descriptor, store.id, path);
  if (data && data !== descriptor) moveFile(world, data, store.id, extent);
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
