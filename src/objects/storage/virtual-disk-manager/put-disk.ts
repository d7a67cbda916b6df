/** Disks put in place of nothing, or of what stood there. */
import type { DiskContent } from '../../../spool/layer.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Site } from '../../site.ts';
import type { Place } from '../datastore-place.ts';
import { alter } from '../disk/alter.ts';
import type { KnownDisk } from '../disk/disk-at.ts';
import { createStanding, extentFor, type NewStanding, removeStanding } from '../disk/standing.ts';
import { fileAt, removeFile } from '../files.ts';
import { fileOf } from './disk-place.ts';

/** The uuid of a disk that a task makes. */
export function newUuid({ ids }: Site, { store, path }: Place, task: string): string {
  return ids.diskUuid(`${task}/${store.id}/${path}`).replace('c29', 'C29');
}

/** Puts a disk in place, inside a turn. A disk of a machine that is replaced stays the machine's, with other contents. */
export function put(
  site: Site,
  place: Place & { readonly replaced?: KnownDisk },
  disk: NewStanding,
  content: DiskContent,
): void {
  const { replaced } = place;
  if (replaced?.holder === 'machine' || replaced?.holder === 'left') {
    const { capacity, uuid, format, used } = disk;
    alter(site.world, replaced, { capacity, uuid, format, content, used: used ?? heldOf(content, capacity) });
    return;
  }
  clear(site, place);
  if (!createStanding(site.world, fileOf(place), disk, content, site.clock.now()))
    throw new VimFault('CannotCreateFile', { file: place.name });
}

/** Takes away whatever stands where a disk is to be, inside a turn. */
export function clear({ world }: Site, place: Place): void {
  removeStanding(world, fileOf(place));
  for (const path of [place.path, extentFor(place.path, {})]) {
    const file = fileAt(world, place.store.id, path);
    if (file) removeFile(world, file);
  }
}

function heldOf(content: DiskContent, capacity: number): number {
  return Math.min(
    capacity,
    content.reduce((sum, { size }) => sum + size, 0),
  );
}
