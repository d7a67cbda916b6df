/** Disks written as hosted products have them: one file with descriptor and data, or a descriptor and files of 2 GB. */
import type { Disk, Run } from '../../../formats/vmdk/bytes.ts';
import type { Descriptor } from '../../../formats/vmdk/descriptor.ts';
import { geometryOf } from '../../../formats/vmdk/geometry.ts';
import { type SplitFormat, type SplitPart, splitDescriptor, splitParts } from '../../../formats/vmdk/split.ts';
import { spacedUuid } from '../../../formats/vmdk/vmfs.ts';
import { writeSparse } from '../../../formats/vmdk/write-sparse.ts';
import type { DiskContent } from '../../../spool/layer.ts';
import type { OpenDisk } from '../../../spool/layers.ts';
import type { Extent } from '../../../spool/spool.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Outcome } from '../../../world/tasks.ts';
import type { Site } from '../../site.ts';
import { freeSpace } from '../datastore.ts';
import type { Place } from '../datastore-place.ts';
import { MOST_PARTS } from '../disk/described.ts';
import { standingAt } from '../disk/standing.ts';
import { type DiskAdapter, type DiskFormat, isSparse } from '../disk/standing-disk.ts';
import { directoryOf, fileAt, putFile } from '../files.ts';
import { asFault } from './disk-verb.ts';
import { clear } from './put-disk.ts';

export type HostedFormat = 'monolithicSparse' | SplitFormat;

export function isWrittenHosted(format: DiskFormat): format is HostedFormat {
  return format === 'monolithicSparse' || format === 'twoGbMaxExtentSparse' || format === 'twoGbMaxExtentFlat';
}

interface NewHosted {
  /** The guards, once more; tells where the file goes. */
  again(): Place;
  readonly place: Place;
  readonly capacity: number;
  readonly adapter: DiskAdapter;
  readonly format: HostedFormat;
  readonly uuid: string;
  readonly content: DiskContent;
}

/** Throws InvalidArgument for a disk of more files than anybody opens, FileAlreadyExists where one of them stands already. */
export function guardParts(place: Place, format: DiskFormat, capacity: number, parameter: string): void {
  if (!isSplit(format)) return;
  const parts = splitParts(lastPart(place.path), capacity, format);
  if (parts.length > MOST_PARTS) throw invalidArgument(parameter);
  const { world } = place.store;
  // Those of the disk that it takes the place of go with it.
  const own = standingAt(world, { datastore: place.store.id, path: place.path })?.state.disk?.parts ?? [];
  for (const { file } of parts) {
    if (!own.includes(file) && fileAt(world, place.store.id, beside(place, file)))
      throw new VimFault('FileAlreadyExists', { file: `[${place.store.state.name}] ${beside(place, file)}` });
  }
}

/** Writes the disk, then puts its files in place together. */
export async function putHosted(site: Site, disk: NewHosted): Promise<() => Outcome> {
  const { place } = disk;
  const files = new Map<string, Extent>();
  const drop = () => {
    for (const { id } of files.values()) site.spool.drop(id);
  };
  try {
    await written(site, disk, files);
  } catch (error) {
    drop();
    throw asFault(error, place.name, place.store.state.name);
  }
  return () => {
    try {
      put(site, disk, files);
    } catch (error) {
      drop();
      throw error;
    }
    return { done: true, result: place.name };
  };
}

/** The files of the disk by their names, each an extent of its own but for parts that hold nothing. */
async function written(site: Site, disk: NewHosted, files: Map<string, Extent>): Promise<void> {
  const { place, capacity, format, content } = disk;
  const name = lastPart(place.path);
  const source = site.layers.open(content, capacity);
  const keep = async (file: string, bytes: AsyncIterable<Uint8Array>) => {
    const before = [...files.values()].reduce((sum, { size }) => sum + size, 0);
    files.set(file, await site.spool.write(bytes, () => freeSpace(place.store) - before));
  };
  if (!isSplit(format)) return keep(name, writeSparse(source, { descriptor: said(disk), file: name }));
  const parts = splitParts(name, capacity, format);
  // A part of nothing but zeros is the same file as another of its size: there is no end of them in a large disk.
  const empty = new Map<number, Extent>();
  for (const part of parts) {
    const slice = sliceOf(source, part);
    const isEmpty = await holdsNothing(slice);
    const same = isEmpty ? empty.get(slice.capacity) : undefined;
    if (same) files.set(part.file, same);
    else await keep(part.file, isSparse(format) ? writeSparse(slice, part) : source.bytes(part.start, part.end));
    if (isEmpty) empty.set(slice.capacity, files.get(part.file)!);
  }
  const text = splitDescriptor(parts, format, said(disk));
  await keep(
    name,
    (async function* () {
      yield Buffer.from(text);
    })(),
  );
}

async function holdsNothing(disk: Disk): Promise<boolean> {
  for await (const _ of disk.runs()) return false;
  return true;
}

const PIECE = 256 * 1_024;

/** A stretch of a disk as a disk. */
function sliceOf(disk: OpenDisk, { start, end }: SplitPart): Disk {
  async function* runs(): AsyncGenerator<Run> {
    for await (const { at, length, zeros } of disk.areas()) {
      if (at >= end) return;
      const stop = Math.min(at + length, end);
      if (zeros) continue;
      for (let from = Math.max(at, start); from < stop; from += PIECE) {
        yield { at: from - start, bytes: await disk.read(from, Math.min(PIECE, stop - from)) };
      }
    }
  }
  return { capacity: end - start, runs };
}

function put(site: Site, { again, capacity, adapter, format, uuid }: NewHosted, files: ReadonlyMap<string, Extent>) {
  const there = again();
  clear(site, there);
  guardParts(there, format, capacity, 'capacityKb');
  const name = lastPart(there.path);
  const parts = Object.freeze([...files.keys()].filter((file) => file !== name));
  const of = { capacity, adapter, uuid, format, extent: name, ...(parts.length > 0 && { parts }) } as const;
  for (const [file, { id, size }] of files) {
    const bytes = { extent: id, size, modified: site.clock.now() };
    const facts = file === name ? Object.freeze(of) : undefined;
    if (putFile(site.world, there.store.id, beside(there, file), bytes, facts) === undefined)
      throw new VimFault('CannotCreateFile', { file: there.name });
  }
}

function said({ capacity, adapter, uuid }: NewHosted): Pick<Descriptor, 'cid' | 'ddb'> {
  const { cylinders, heads, sectors } = geometryOf(capacity, adapter.toLowerCase());
  const ddb = {
    adapterType: adapter.toLowerCase(),
    'geometry.cylinders': String(cylinders),
    'geometry.heads': String(heads),
    'geometry.sectors': String(sectors),
    uuid: spacedUuid(uuid),
    virtualHWVersion: '4',
  };
  return { cid: 0xfffffffe, ddb };
}

function isSplit(format: DiskFormat): format is SplitFormat {
  return format === 'twoGbMaxExtentSparse' || format === 'twoGbMaxExtentFlat';
}

function beside({ path }: Place, name: string): string {
  const directory = directoryOf(path);
  return directory === '' ? name : `${directory}/${name}`;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
