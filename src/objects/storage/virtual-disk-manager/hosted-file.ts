/** Disks as hosted products have them: one file with descriptor and data, read into layers or written of them. */
import type { Disk } from '../../../formats/vmdk/bytes.ts';
import { geometryOf } from '../../../formats/vmdk/geometry.ts';
import { openSparse } from '../../../formats/vmdk/read-sparse.ts';
import { spacedUuid } from '../../../formats/vmdk/vmfs.ts';
import { writeSparse } from '../../../formats/vmdk/write-sparse.ts';
import type { DiskContent, Layer } from '../../../spool/layer.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Outcome } from '../../../world/tasks.ts';
import type { Site } from '../../site.ts';
import { freeSpace } from '../datastore.ts';
import type { Place } from '../datastore-place.ts';
import type { KnownDisk } from '../disk/disk-at.ts';
import type { DiskAdapter } from '../disk/standing-disk.ts';
import { fileAt, putFile } from '../files.ts';
import { asFault } from './disk-verb.ts';
import { clear } from './put-disk.ts';

/** What an uploaded disk holds, as one layer; undefined when that is nothing. Throws VimFault for what is damaged. */
export async function layerOf(site: Site, { file }: KnownDisk, name: string, to: Place): Promise<Layer | undefined> {
  const extent = fileAt(site.world, file.datastore, file.path)?.state.content.extent;
  if (extent === undefined) throw new VimFault('FileNotFound', { file: name });
  try {
    const source = await site.spool.open(extent);
    try {
      const { runs } = await openSparse(source);
      return await site.layers.keep(runs(), () => freeSpace(to.store));
    } finally {
      await source.close();
    }
  } catch (error) {
    throw asFault(error, to.name, to.store.state.name);
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
