/** Disks as hosted products have them: one file with descriptor and data, read into layers or written of them. */
import { type Disk, VmdkError } from '../../../formats/vmdk/bytes.ts';
import { geometryOf } from '../../../formats/vmdk/geometry.ts';
import { openVmdk } from '../../../formats/vmdk/open-vmdk.ts';
import { spacedUuid } from '../../../formats/vmdk/vmfs.ts';
import { writeSparse } from '../../../formats/vmdk/write-sparse.ts';
import type { DiskContent, Layer } from '../../../spool/layer.ts';
import type { OpenExtent } from '../../../spool/spool.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Outcome } from '../../../world/tasks.ts';
import type { FileAt } from '../../machine/machine.ts';
import type { Site } from '../../site.ts';
import { freeSpace } from '../datastore.ts';
import type { Place } from '../datastore-place.ts';
import { contentOfChain, nameOfFile, wholeDiskAt } from '../disk/disk-at.ts';
import { partPlaces, standingAt } from '../disk/standing.ts';
import { type DiskAdapter, isHosted } from '../disk/standing-disk.ts';
import { type FileFacets, fileAt, putFile } from '../files.ts';
import { asFault } from './disk-verb.ts';
import { clear } from './put-disk.ts';

/**
 * What an uploaded disk holds with all it stands on, as layers; those made of it are noted in `made`, for whoever gives up.
 * Throws VimFault for what is damaged.
 */
export async function uploadedContent(site: Site, file: FileAt, to: Place, made: Layer[]): Promise<DiskContent> {
  const name = nameOfFile(site.world, file);
  const { holder, backing } = wholeDiskAt(site.world, file, name);
  if (holder !== 'uploaded') return contentOfChain(backing);
  const below = backing.parent?.file ? await uploadedContent(site, backing.parent.file, to, made) : [];
  const descriptor = standingAt(site.world, file);
  if (!descriptor || !isHosted(descriptor.state.disk!)) return [...below, ...(backing.content ?? [])];
  const layer = await ownLayer(site, descriptor, to, made).catch((error: unknown) => {
    throw asFault(error, name, to.store.state.name);
  });
  if (layer) made.push(layer);
  return layer ? [...below, layer] : below;
}

/** Zeros that a file says hide what lies below. */
async function ownLayer(
  site: Site,
  descriptor: Cell<FileFacets>,
  { store }: Place,
  made: readonly Layer[],
): Promise<Layer | undefined> {
  const { world, spool, layers } = site;
  const opened: OpenExtent[] = [];
  const open = async ({ datastore, path }: FileAt) => {
    const extent = fileAt(world, datastore, path)?.state.content.extent;
    if (extent === undefined) throw new VmdkError(`${path} is missing`);
    const source = await spool.open(extent);
    opened.push(source);
    return source;
  };
  const { at, disk } = descriptor.state;
  const parts = partPlaces(descriptor);
  const neighbour = (name: string) => {
    const part = parts[disk!.parts?.indexOf(name) ?? -1];
    return part && open(part);
  };
  const before = made.reduce((sum, { size }) => sum + size, 0);
  try {
    const image = await openVmdk(await open(at), neighbour);
    const runs = disk!.parent ? image.disk.said() : image.disk.runs();
    return await layers.keep(runs, () => freeSpace(store) - before);
  } finally {
    for (const source of opened) await source.close();
  }
}

interface NewHosted {
  /** The guards, once more; tells where the file goes. */
  again(): Place;
  readonly place: Place;
  readonly capacity: number;
  readonly adapter: DiskAdapter;
  readonly uuid: string;
  readonly content: DiskContent;
}

/** Writes a monolithic sparse file, then puts it in place. */
export async function putHosted(site: Site, disk: NewHosted): Promise<() => Outcome> {
  const { place, capacity, adapter, uuid, content } = disk;
  const name = place.path.slice(place.path.lastIndexOf('/') + 1);
  const { cylinders, heads, sectors } = geometryOf(capacity, adapter.toLowerCase());
  const ddb = {
    adapterType: adapter.toLowerCase(),
    'geometry.cylinders': String(cylinders),
    'geometry.heads': String(heads),
    'geometry.sectors': String(sectors),
    uuid: spacedUuid(uuid),
    virtualHWVersion: '4',
  };
  const source: Disk = site.layers.open(content, capacity);
  const written = await site.spool
    .write(writeSparse(source, { descriptor: { cid: 0xfffffffe, ddb }, file: name }), () => freeSpace(place.store))
    .catch((error: unknown) => {
      throw asFault(error, place.name, place.store.state.name);
    });
  return () => {
    try {
      const there = disk.again();
      clear(site, there);
      const of = { capacity, adapter, uuid, format: 'monolithicSparse', extent: name } as const;
      const bytes = { extent: written.id, size: written.size, modified: site.clock.now() };
      if (putFile(site.world, there.store.id, there.path, bytes, Object.freeze(of)) === undefined)
        throw new VimFault('CannotCreateFile', { file: there.name });
    } catch (error) {
      site.spool.drop(written.id);
      throw error;
    }
    return { done: true, result: place.name };
  };
}
