/** What descriptors say in text, as facts about a disk, and the other way round. */
import { VmdkError } from '../../../formats/vmdk/bytes.ts';
import { capacityOf, type Descriptor } from '../../../formats/vmdk/descriptor.ts';
import { plainUuid } from '../../../formats/vmdk/vmfs.ts';
import type { World } from '../../../world/world.ts';
import type { FileAt } from '../../machine/machine.ts';
import { isPlain, parentNamed } from './parent-hint.ts';
import type { DiskAdapter, DiskFormat, StandingDisk } from './standing-disk.ts';

/** 62 TiB, as VMFS 5 and later have it. */
export const LARGEST_DISK: number = 62 * 2 ** 40;

const ADAPTERS: { readonly [word: string]: DiskAdapter | undefined } = {
  ide: 'ide',
  buslogic: 'busLogic',
  lsilogic: 'lsiLogic',
};

/** Anything newer counts as the SCSI adapter that every host knows. */
export function adapterNamed(word: string | undefined): DiskAdapter {
  return ADAPTERS[(word ?? '').toLowerCase()] ?? 'lsiLogic';
}

/** The kinds of extents that are the disk's bytes, one after the other. */
const FLAT: ReadonlySet<string> = new Set(['FLAT', 'VMFS']);
const SPARSE: ReadonlySet<string> = new Set(['SPARSE', 'VMFSSPARSE']);
/** Extents that are open at a time while a disk of several is read. */
export const MOST_PARTS = 256;

/** Whose descriptor it is. */
export interface Described {
  readonly world: World;
  readonly at: FileAt;
  /** The uuid of a disk that says none. */
  readonly own: string;
}

/**
 * The disk that a descriptor of its own file tells of: one extent beside it, flat or what differs from a parent, or several
 * as hosted products have them. Throws VmdkError for what nobody would open.
 */
export function described(descriptor: Descriptor, by: Described): StandingDisk {
  const [extent, ...more] = descriptor.extents;
  if (!extent) throw new VmdkError('the descriptor names no extent');
  const said = saidOf(descriptor, by.own);
  const below = belowOf(descriptor, by);
  const alone = more.length === 0 && (extent.offset ?? 0) === 0;
  if (alone && extent.type === 'VMFSSPARSE' && below.parent) {
    return { ...said, ...below, format: 'thin', extent: named(extent.file) };
  }
  if (alone && FLAT.has(extent.type) && !below.parent) {
    return { ...said, format: thinness(descriptor.ddb), extent: named(extent.file) };
  }
  const format = descriptor.extents.some(({ type }) => SPARSE.has(type))
    ? 'twoGbMaxExtentSparse'
    : 'twoGbMaxExtentFlat';
  const own = by.at.path.slice(by.at.path.lastIndexOf('/') + 1);
  return { ...said, ...below, format, extent: own, parts: partsOf(descriptor) };
}

/** Each extent is one file of its own: many that are the same would be more than there is. */
function partsOf({ extents }: Descriptor): readonly string[] {
  const parts = new Set<string>();
  for (const { type, file } of extents) {
    if (type === 'ZERO') continue;
    if (!FLAT.has(type) && !SPARSE.has(type)) throw new VmdkError(`an extent of type ${type} is not known here`);
    if (parts.has(named(file))) throw new VmdkError('an extent is named twice');
    parts.add(named(file));
  }
  if (parts.size > MOST_PARTS) throw new VmdkError('the descriptor names too many extents');
  return Object.freeze([...parts]);
}

function named(file: string | undefined): string {
  if (file === undefined || !isPlain(file)) throw new VmdkError('the extent has to stand beside its descriptor');
  return file;
}

function belowOf(
  descriptor: Descriptor | undefined,
  { world, at }: Described,
): Pick<StandingDisk, 'parent' | 'parentCid'> {
  if (descriptor?.parentCid === undefined) return {};
  return { parent: parentNamed(world, at, descriptor.parentFile), parentCid: descriptor.parentCid };
}

/** The disk that one file with descriptor and data is. */
export function hosted(
  descriptor: Descriptor | undefined,
  format: Extract<DiskFormat, 'monolithicSparse' | 'streamOptimized'>,
  capacity: number,
  by: Described,
): StandingDisk {
  const ddb: Descriptor['ddb'] = descriptor?.ddb ?? {};
  return {
    capacity: guarded(capacity),
    uuid: plainUuid(ddb['uuid'] ?? '') ?? by.own,
    adapter: adapterNamed(ddb['adapterType']),
    format,
    extent: by.at.path.slice(by.at.path.lastIndexOf('/') + 1),
    ...(descriptor && { contentId: hexOf(descriptor.cid) }),
    ...belowOf(descriptor, by),
  };
}

function saidOf(
  descriptor: Descriptor,
  own: string,
): Pick<StandingDisk, 'capacity' | 'uuid' | 'adapter' | 'contentId'> {
  return {
    capacity: guarded(capacityOf(descriptor)),
    uuid: plainUuid(descriptor.ddb['uuid'] ?? '') ?? own,
    adapter: adapterNamed(descriptor.ddb['adapterType']),
    contentId: hexOf(descriptor.cid),
  };
}

function hexOf(cid: number): string {
  return cid.toString(16).padStart(8, '0');
}

function guarded(capacity: number): number {
  if (!(capacity > 0 && capacity <= LARGEST_DISK)) throw new VmdkError('the disk has an impossible size');
  return capacity;
}

function thinness(ddb: Descriptor['ddb']): DiskFormat {
  return ddb['thinProvisioned'] === '1' ? 'thin' : 'zeroedthick';
}
