/** What descriptors say in text, as facts about a disk, and the other way round. */
import { VmdkError } from '../../../formats/vmdk/bytes.ts';
import { capacityOf, type Descriptor } from '../../../formats/vmdk/descriptor.ts';
import { plainUuid } from '../../../formats/vmdk/vmfs.ts';
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

/**
 * The disk that a descriptor of its own file tells of: one flat extent beside it. `own` is the uuid of a disk that says
 * none. Throws VmdkError for what no host would open.
 */
export function described(descriptor: Descriptor, own: string): StandingDisk {
  const [extent, ...more] = descriptor.extents;
  if (!extent || more.length > 0) throw new VmdkError('only disks of one extent are known here');
  const { file, type, offset = 0 } = extent;
  if (!FLAT.has(type) || descriptor.parentCid !== undefined || offset !== 0)
    throw new VmdkError(`an extent of type ${type} is not known here`);
  if (!file || !/^[^/\\\0]+$/.test(file) || file === '.' || file === '..')
    throw new VmdkError('the extent has to stand beside its descriptor');
  return { ...saidOf(descriptor, own), format: thinness(descriptor.ddb), extent: file };
}

/** The disk that one file with descriptor and data is. */
export function hosted(
  descriptor: Descriptor | undefined,
  format: Extract<DiskFormat, 'monolithicSparse' | 'streamOptimized'>,
  capacity: number,
  own: string,
  file: string,
): StandingDisk {
  const ddb: Descriptor['ddb'] = descriptor?.ddb ?? {};
  return {
    capacity: guarded(capacity),
    uuid: plainUuid(ddb['uuid'] ?? '') ?? own,
    adapter: adapterNamed(ddb['adapterType']),
    format,
    extent: file,
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
    contentId: descriptor.cid.toString(16).padStart(8, '0'),
  };
}

function guarded(capacity: number): number {
  if (!(capacity > 0 && capacity <= LARGEST_DISK)) throw new VmdkError('the disk has an impossible size');
  return capacity;
}

function thinness(ddb: Descriptor['ddb']): DiskFormat {
  return ddb['thinProvisioned'] === '1' ? 'thin' : 'zeroedthick';
}
