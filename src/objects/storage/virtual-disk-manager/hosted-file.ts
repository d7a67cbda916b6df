/** Disks as hosted products have them, in one file or several: read into layers. */
import { VmdkError } from '../../../formats/vmdk/bytes.ts';
import { openVmdk } from '../../../formats/vmdk/open-vmdk.ts';
import type { DiskContent, Layer } from '../../../spool/layer.ts';
import type { OpenExtent } from '../../../spool/spool.ts';
import type { Cell } from '../../../world/cell.ts';
import type { FileAt } from '../../machine/machine.ts';
import type { Site } from '../../site.ts';
import { freeSpace } from '../datastore.ts';
import type { Place } from '../datastore-place.ts';
import { contentOfChain, nameOfFile, wholeDiskAt } from '../disk/disk-at.ts';
import { partPlaces, standingAt } from '../disk/standing.ts';
import { isHosted } from '../disk/standing-disk.ts';
import { type FileFacets, fileAt } from '../files.ts';
import { asFault } from './disk-verb.ts';

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
