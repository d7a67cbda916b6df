/** Opens a disk image, whatever it is: its first bytes tell. */
import { type Delta, readWhole, SECTOR, type Source, VmdkError } from './bytes.ts';
import { isCowd } from './cowd-header.ts';
import { capacityOf, type Descriptor, type Extent, looksLikeDescriptor, readDescriptor } from './descriptor.ts';
import { openFlat } from './flat.ts';
import { joined, type Part } from './joined.ts';
import { openCowd } from './read-cowd.ts';
import { openSparse } from './read-sparse.ts';
import { isSparse } from './sparse-header.ts';

/** `descriptor`: the data are in other files. `flat`: bytes as they are, so any file can be one. */
export type VmdkFormat = 'descriptor' | 'monolithicSparse' | 'streamOptimized' | 'vmfsSparse' | 'flat';

export interface VmdkImage {
  readonly format: VmdkFormat;
  /** What the disk says of itself; an extent without its descriptor says nothing. */
  readonly descriptor: Descriptor | undefined;
  /** What this image says; where it has a parent, what lies between its words is the parent's. */
  readonly disk: Delta;
}

/** The file of a name that stands in a descriptor, as it stands there; undefined when there is none. */
export type Neighbours = (name: string) => Source | undefined | Promise<Source | undefined>;

const MAX_DESCRIPTOR = 1 << 20;
/** Extents of 2 GB of the largest disk, and some. */
const MAX_EXTENTS = 40_000;
/** Deeper than any chain of snapshots may be. */
const MAX_CHAIN = 256;

/** What a file is, by its first bytes; half a kilobyte of them is enough. */
export function vmdkFormatOf(head: Buffer): Exclude<VmdkFormat, 'streamOptimized'> {
  if (isSparse(head)) return 'monolithicSparse';
  if (isCowd(head)) return 'vmfsSparse';
  return looksLikeDescriptor(head) ? 'descriptor' : 'flat';
}

/** Throws VmdkError, then or while the disk is read, for what is damaged, cut off or a lie. */
export async function openVmdk(source: Source, neighbours: Neighbours = () => undefined): Promise<VmdkImage> {
  const format = vmdkFormatOf(await source.read(0, SECTOR));
  if (format === 'flat') return { format, descriptor: undefined, disk: openFlat(source) };
  if (format === 'vmfsSparse') return { format, descriptor: undefined, disk: await openCowd(source) };
  if (format === 'monolithicSparse') {
    const disk = await openSparse(source);
    const { descriptor, header } = disk;
    return { format: header.compressed ? 'streamOptimized' : format, descriptor, disk };
  }
  if (source.size > MAX_DESCRIPTOR) throw new VmdkError('the descriptor is too long');
  const descriptor = readDescriptor(await readWhole(source, 0, source.size, 'the descriptor'));
  return { format, descriptor, disk: await openExtents(descriptor, neighbours) };
}

/** An image and all it stands over, the lowest first. Throws VmdkError also for a parent that is missing, changed or its own. */
export async function openChain(source: Source, neighbours: Neighbours): Promise<readonly VmdkImage[]> {
  const chain: VmdkImage[] = [];
  const seen = new Set<string>();
  for (let next: Source | undefined = source; next; ) {
    if (chain.length === MAX_CHAIN) throw new VmdkError('the chain of parents is too long');
    const image = await openVmdk(next, neighbours);
    const child = chain[0]?.descriptor;
    if (child && image.descriptor && image.descriptor.cid !== child.parentCid)
      throw new VmdkError('the parent has been changed since the child was made');
    chain.unshift(image);
    next = await parentOf(image, seen, neighbours);
  }
  return chain;
}

async function parentOf(
  { descriptor }: VmdkImage,
  seen: Set<string>,
  neighbours: Neighbours,
): Promise<Source | undefined> {
  if (descriptor?.parentCid === undefined) return undefined;
  const { parentFile } = descriptor;
  if (parentFile === undefined) throw new VmdkError('the descriptor does not say where the parent is');
  if (seen.has(parentFile)) throw new VmdkError('the disk is its own parent');
  seen.add(parentFile);
  const parent = await neighbours(parentFile);
  if (!parent) throw new VmdkError(`the parent ${parentFile} is missing`);
  return parent;
}

async function openExtents(descriptor: Descriptor, neighbours: Neighbours): Promise<Delta> {
  const { extents } = descriptor;
  if (extents.length === 0) throw new VmdkError('the descriptor names no extent');
  if (extents.length > MAX_EXTENTS) throw new VmdkError('the descriptor names too many extents');
  capacityOf(descriptor);
  const parts: Part[] = [];
  for (const extent of extents) parts.push(await partOf(extent, neighbours));
  return joined(parts);
}

async function partOf(extent: Extent, neighbours: Neighbours): Promise<Part> {
  const size = extent.size * SECTOR;
  if (extent.type === 'ZERO') return { size, disk: openZeros(size) };
  const source = extent.file === undefined ? undefined : await neighbours(extent.file);
  if (!source) throw new VmdkError(`the extent ${extent.file ?? ''} is missing`);
  const disk = await openExtent(extent, source);
  if (disk.capacity < size) throw new VmdkError(`the extent ${extent.file} is smaller than the descriptor says`);
  return { size, disk };
}

function openExtent({ type, size, offset }: Extent, source: Source): Delta | Promise<Delta> {
  if (type === 'FLAT' || type === 'VMFS') return openFlat(source, (offset ?? 0) * SECTOR, size * SECTOR);
  if (type === 'SPARSE') return openSparse(source);
  if (type === 'VMFSSPARSE') return openCowd(source);
  throw new VmdkError(`extents of type ${type} are not known`);
}

/** A stretch that no file holds, and that hides a parent as any other does. */
function openZeros(capacity: number): Delta {
  return {
    capacity,
    async *runs() {},
    async *said() {
      yield { at: 0, zeros: capacity };
    },
  };
}
