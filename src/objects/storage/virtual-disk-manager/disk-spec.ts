/** VirtualDiskSpec: what kind of disk a client asks for. */
import type { VirtualDiskSpec } from '../../../vim25/generated/index.ts';
import { invalidArgument } from '../../../world/fault.ts';
import { LARGEST_DISK } from '../disk/described.ts';
import type { DiskAdapter, DiskFormat } from '../disk/standing-disk.ts';

/** What a host makes of the types it makes. The others are made in other ways: deltas by snapshots, mappings by naming a device. */
const FORMATS: { readonly [diskType: string]: DiskFormat | undefined } = {
  thin: 'thin',
  preallocated: 'zeroedthick',
  thick: 'zeroedthick',
  flatMonolithic: 'zeroedthick',
  eagerZeroedThick: 'eagerzeroedthick',
  seSparse: 'sesparse',
  sparseMonolithic: 'monolithicSparse',
  sparse2Gb: 'twoGbMaxExtentSparse',
  thick2Gb: 'twoGbMaxExtentFlat',
};

const ADAPTERS: ReadonlySet<string> = new Set(['ide', 'busLogic', 'lsiLogic']);

export interface AskedDisk {
  readonly format: DiskFormat;
  readonly adapter: DiskAdapter;
}

/** Throws InvalidArgument naming the field. `name` is what the parameter is called. */
export function askedDisk({ diskType, adapterType }: VirtualDiskSpec, name: string): AskedDisk {
  const format = Object.hasOwn(FORMATS, diskType) ? FORMATS[diskType] : undefined;
  if (!format) throw invalidArgument(`${name}.diskType`);
  if (!ADAPTERS.has(adapterType)) throw invalidArgument(`${name}.adapterType`);
  return { format, adapter: adapterType as DiskAdapter };
}

/** What a file is to be that stands for a disk of the hosts' storage. Throws InvalidArgument naming the field. */
export function askedMapping({ diskType, adapterType }: VirtualDiskSpec, name: string): AskedDisk {
  if (diskType !== 'rdm' && diskType !== 'rdmp') throw invalidArgument(`${name}.diskType`);
  if (!ADAPTERS.has(adapterType)) throw invalidArgument(`${name}.adapterType`);
  return { format: diskType, adapter: adapterType as DiskAdapter };
}

/** Bytes of a new disk. Throws InvalidArgument naming the field. */
export function askedCapacity(spec: VirtualDiskSpec, name: string): number {
  const kilobytes = Number((spec as { readonly capacityKb?: number }).capacityKb);
  if (Number.isNaN(kilobytes)) throw invalidArgument(name);
  return capacityIn(kilobytes, `${name}.capacityKb`);
}

export function capacityIn(kilobytes: number, path: string): number {
  const capacity = kilobytes * 1_024;
  if (!(capacity > 0 && capacity <= LARGEST_DISK)) throw invalidArgument(path);
  return capacity;
}
