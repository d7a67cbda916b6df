/** What clients bring to datastores under the names of disks: whether it is one, and which. */

import { VmdkError } from '../../../formats/vmdk/bytes.ts';
import { looksLikeDescriptor, readDescriptor } from '../../../formats/vmdk/descriptor.ts';
import { openCowd } from '../../../formats/vmdk/read-cowd.ts';
import { openSparse } from '../../../formats/vmdk/read-sparse.ts';
import { isSparse } from '../../../formats/vmdk/sparse-header.ts';
import type { Layer } from '../../../spool/layer.ts';
import { OutOfSpace, type Spool } from '../../../spool/spool.ts';
import type { Cell } from '../../../world/cell.ts';
import type { World } from '../../../world/world.ts';
import type { FileAt } from '../../machine/machine.ts';
import type { Site } from '../../site.ts';
import { directoryOf, type FileFacets, fileAt, filesIn } from '../files.ts';
import { type Described, described, hosted } from './described.ts';
import { writtenTo } from './machine-disk.ts';
import { extentFile } from './standing.ts';
import { isHosted, type StandingDisk, takesWhatIsWritten } from './standing-disk.ts';

/** The longest descriptor that is read. */
const LONGEST = 64 * 1_024;
const HEAD = 512;

export function isVmdk(path: string): boolean {
  return /\.vmdk$/i.test(path);
}

/** Call when a file of a disk's name has been put in place: it may be a disk, or the data of one. */
export async function diskArrived(site: Site, at: FileAt): Promise<void> {
  const { world } = site;
  const file = fileAt(world, at.datastore, at.path);
  if (!file || file.state.content.directory) return;
  await examine(site, file);
  if (file.state.disk) return;
  if (world.turn(() => writtenTo(world, at))) return;
  for (const descriptor of beside(world, at)) {
    if (!descriptor.state.disk) await examine(site, descriptor);
    await measure(site, descriptor);
  }
}

/** Descriptors that name the file as their data, or that may have been waiting for it. */
function beside(world: World, at: FileAt): Cell<FileFacets>[] {
  const name = lastPart(at.path);
  return filesIn(world, at.datastore, directoryOf(at.path)).filter(({ state }) => {
    if (state.disk) return state.disk.extent === name && !isHosted(state.disk);
    const { content } = state;
    return !content.directory && content.size <= LONGEST && isVmdk(state.at.path) && state.at.path !== at.path;
  });
}

/** Notes what the file is when it is a disk. What lies about itself stays a plain file, whatever it is called. */
async function examine(site: Site, file: Cell<FileFacets>): Promise<void> {
  const { content } = file.state;
  if (content.extent === undefined) return;
  const disk = await diskIn(site, file, content.extent).catch((error: unknown) => {
    if (error instanceof VmdkError) return undefined;
    throw error;
  });
  if (!disk || !file.alive || file.state.content !== content) return;
  const { world } = site;
  world.turn(() => {
    world.update(file, { disk: Object.freeze(disk) });
    const extent = extentFile(file)?.state.content;
    // A host would refuse the disk; so it is none.
    if (extent && !disk.parent && extent.size < disk.capacity && !isHosted(disk))
      world.update(file, { disk: undefined });
  });
  await measure(site, file);
}

async function diskIn(site: Site, { state }: Cell<FileFacets>, extent: string): Promise<StandingDisk | undefined> {
  const { at, content } = state;
  const source = await site.spool.open(extent);
  try {
    const head = await source.read(0, HEAD);
    if (looksLikeDescriptor(head)) {
      return content.size > LONGEST
        ? undefined
        : described(readDescriptor(await source.read(0, LONGEST)), byOf(site, at));
    }
    if (!isSparse(head)) return undefined;
    const { header, descriptor, capacity } = await openSparse(source);
    const format = header.compressed ? 'streamOptimized' : 'monolithicSparse';
    return hosted(descriptor, format, capacity, byOf(site, at));
  } finally {
    await source.close();
  }
}

function byOf({ world, ids }: Site, at: FileAt): Described {
  return { world, at, own: ids.diskUuid(`${at.datastore}/${at.path}`).replace('c29', 'C29') };
}

/**
 * The disk that a file of `size` bytes describes, where it does and nobody wants to wait: only then it is read. Undefined for
 * any other file, and one that cannot be read.
 */
export function diskDescribed(
  site: Site,
  at: FileAt,
  size: number,
  read: () => Buffer | undefined,
): StandingDisk | undefined {
  const bytes = isVmdk(at.path) && size <= LONGEST ? read() : undefined;
  if (!bytes || !looksLikeDescriptor(bytes)) return undefined;
  try {
    return Object.freeze(described(readDescriptor(bytes), byOf(site, at)));
  } catch (error) {
    if (error instanceof VmdkError) return undefined;
    throw error;
  }
}

/** What a client brought as the data of a thin disk takes no more than what is in it. */
async function measure(site: Site, descriptor: Cell<FileFacets>): Promise<void> {
  const { disk } = descriptor.state;
  const file = disk && !isHosted(disk) && takesWhatIsWritten(disk) ? extentFile(descriptor) : undefined;
  const content = file?.state.content;
  if (!file || content?.extent === undefined || content.held !== undefined) return;
  if (disk?.parent) return readDelta(site, file, disk.capacity);
  const held = await dataIn(site.spool, content.extent);
  if (!file.alive || file.state.content !== content) return;
  site.world.turn(() => site.world.update(file, { content: Object.freeze({ ...content, held }) }));
}

/**
 * What a client brought as the data of a disk that differs from another is read once, and stands as layers beside the bytes
 * as they came. What is damaged, or no such data at all, stays without: nobody can open the disk then.
 */
async function readDelta(site: Site, file: Cell<FileFacets>, capacity: number): Promise<void> {
  const { content } = file.state;
  const source = await site.spool.open(content.extent!);
  let layer: Layer | undefined;
  try {
    const delta = await openCowd(source);
    if (delta.capacity > capacity) return;
    layer = await site.layers.keep(delta.said(), () => content.size);
  } catch (error) {
    if (error instanceof VmdkError || error instanceof OutOfSpace) return;
    throw error;
  } finally {
    await source.close();
  }
  if (!file.alive || file.state.content !== content) {
    if (layer) site.spool.drop(layer.extent);
    return;
  }
  const layers = Object.freeze(layer ? [layer] : []);
  site.world.turn(() =>
    site.world.update(file, { content: Object.freeze({ ...content, layers, held: content.size }) }),
  );
}

const UNIT = 2 ** 20;

/** Bytes of an extent that are not known to be zeros. */
export async function dataIn(spool: Spool, extent: string): Promise<number> {
  const source = await spool.open(extent);
  try {
    let held = 0;
    for (let at = 0; at < source.size; ) {
      const zeros = source.zerosAt(at, source.size - at);
      const data = zeros > 0 ? 0 : Math.min(UNIT - (at % UNIT), source.size - at);
      held += data;
      at += zeros + data;
    }
    return held;
  } finally {
    await source.close();
  }
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
