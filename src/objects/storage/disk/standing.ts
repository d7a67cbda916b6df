/**
 * Disks that no machine has: a descriptor and an extent, two files as any others. Where they are moved, copied, deleted
 * and counted, that is done as with any files.
 */
import type { DiskContent } from '../../../spool/layer.ts';
import type { Cell } from '../../../world/cell.ts';
import type { World } from '../../../world/world.ts';
import type { FileAt } from '../../machine/machine.ts';
import type { Datastore } from '../datastore.ts';
import { directoryOf, type FileFacets, fileAt, putFile, removeFile } from '../files.ts';
import { isHosted, type StandingDisk, takesWhatIsWritten } from './standing-disk.ts';

/** A disk as it is put on a datastore; its extent is named after its descriptor. */
export interface NewStanding extends Omit<StandingDisk, 'extent'> {
  /** Bytes its extent takes, where that is known better than from what was written. */
  readonly used?: number | undefined;
}

/** What a descriptor counts for among the files of machines and of nobody. */
export const DESCRIPTOR_BYTES = 512;

/**
 * Puts a disk in place, the missing directories with it; what stood there is replaced. False when a directory stands
 * there, or a file where a directory would be. Inside a turn.
 */
export function createStanding(
  world: World,
  at: FileAt,
  disk: NewStanding,
  content: DiskContent,
  now: number,
): boolean {
  const { used, ...said } = disk;
  const extent = extentFor(at.path, disk);
  const facts: StandingDisk = Object.freeze({ ...said, extent: lastPart(extent) });
  const put = (path: string, bytes: Parameters<typeof putFile>[3], of?: StandingDisk) =>
    putFile(world, at.datastore, path, bytes, of) !== undefined;
  return (
    put(at.path, { size: DESCRIPTOR_BYTES, modified: now }, facts) &&
    put(extent, {
      ...(content.length > 0 && { layers: content }),
      size: disk.capacity,
      held: heldBy(disk, content, used),
      modified: now,
    })
  );
}

/** Bytes that an extent takes. */
export function heldBy(
  disk: Pick<StandingDisk, 'capacity' | 'format' | 'parent'>,
  content: DiskContent,
  used?: number | undefined,
): number {
  if (!takesWhatIsWritten(disk)) return disk.capacity;
  const written = content.reduce((sum, { size }) => sum + size, 0);
  return Math.min(disk.capacity, used ?? written);
}

/** `dir/x-flat.vmdk` of `dir/x.vmdk`; `-delta` for what differs from a disk below. */
export function extentFor(path: string, { parent }: Pick<StandingDisk, 'parent'>): string {
  return path.replace(/(\.vmdk)?$/i, parent ? '-delta.vmdk' : '-flat.vmdk');
}

/** The descriptor at a place. */
export function standingAt(world: World, at: FileAt): Cell<FileFacets> | undefined {
  const file = fileAt(world, at.datastore, at.path);
  return file?.state.disk ? file : undefined;
}

/** Where the data of a standing disk are to be: beside its descriptor. */
export function extentPlace({ state: { at, disk } }: Cell<FileFacets>): FileAt {
  const directory = directoryOf(at.path);
  const name = disk!.extent;
  return { datastore: at.datastore, path: directory === '' ? name : `${directory}/${name}` };
}

/** The file that holds the data; undefined when somebody took it away. */
export function extentFile(descriptor: Cell<FileFacets>): Cell<FileFacets> | undefined {
  const { world, state } = descriptor;
  if (isHosted(state.disk!)) return descriptor;
  const place = extentPlace(descriptor);
  const file = fileAt(world, place.datastore, place.path);
  return file && !file.state.content.directory && !file.state.disk ? file : undefined;
}

/** The files beside a descriptor that hold the data, of a disk that has several. */
export function partPlaces({ state: { at, disk } }: Cell<FileFacets>): FileAt[] {
  const directory = directoryOf(at.path);
  return (disk?.parts ?? []).map((name) => ({
    datastore: at.datastore,
    path: directory === '' ? name : `${directory}/${name}`,
  }));
}

/** The first of them that is not there. */
export function partMissing(descriptor: Cell<FileFacets>): FileAt | undefined {
  const isThere = ({ datastore, path }: FileAt) =>
    fileAt(descriptor.world, datastore, path)?.state.content.extent !== undefined;
  return partPlaces(descriptor).find((place) => !isThere(place));
}

/** What an extent's bytes are made of, whether a client brought them or a host wrote them. */
export function layersOf({ layers, extent, size }: FileFacets['content']): DiskContent {
  if (layers) return layers;
  return extent === undefined ? [] : [{ extent, kind: 'raw', size }];
}

/** Takes descriptor and extent away, inside a turn. False when no standing disk is there. */
export function removeStanding(world: World, at: FileAt): boolean {
  const descriptor = standingAt(world, at);
  if (!descriptor) return false;
  const extent = extentFile(descriptor);
  if (extent && extent !== descriptor) removeFile(world, extent);
  for (const { datastore, path } of partPlaces(descriptor)) {
    const part = fileAt(world, datastore, path);
    if (part && !part.state.content.directory) removeFile(world, part);
  }
  removeFile(world, descriptor);
  return true;
}

/** The descriptors on a datastore. */
export function* standingDisksOn(world: World, datastore: string): Generator<Cell<FileFacets>> {
  const store = world.find(datastore) as Cell<Datastore> | undefined;
  for (const file of store?.back<FileFacets>('file') ?? []) if (file.state.disk) yield file;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
