/** Where a first class disk is to be, as a spec says it. */
import type { DiskContent } from '../../../spool/layer.ts';
import type {
  VslmCreateSpecBackingSpec,
  VslmCreateSpecDiskFileBackingSpec,
  VslmMigrateSpec,
} from '../../../vim25/generated/index.ts';
import { invalidArgument, notSupported } from '../../../world/fault.ts';
import { guardCrypto } from '../../machine/config/crypto-spec.ts';
import type { Site } from '../../site.ts';
import { datastoreKind } from '../datastore.ts';
import type { Place } from '../datastore-place.ts';
import { diskAt, nameOfFile } from '../disk/disk-at.ts';
import type { DiskFormat } from '../disk/standing-disk.ts';
import { fileAt } from '../files.ts';
import { guardRoom } from '../virtual-disk-manager/disk-place.ts';
import { guardWritable } from '../writable.ts';
import { guardStore } from './first-class-disk.ts';

const FORMATS: { readonly [type: string]: DiskFormat } = {
  thin: 'thin',
  eagerZeroedThick: 'eagerzeroedthick',
  lazyZeroedThick: 'zeroedthick',
};

/** What is to be put there. */
export interface Load {
  readonly capacity: number;
  readonly content: DiskContent;
  /** Where the spec does not say how it is to be provisioned. */
  readonly format?: DiskFormat | undefined;
}

/**
 * Throws InvalidDatastore, InvalidArgument naming what is wrong in the spec, NotSupported for disks of a storage array, and
 * NoDiskSpace.
 */
export function placeFor(
  site: Site,
  spec: VslmCreateSpecBackingSpec,
  load: Load,
  id: string,
): { readonly place: Place; readonly format: DiskFormat } {
  if (spec._typeName === 'VslmCreateSpecRawDiskMappingBackingSpec') throw notSupported();
  const { datastore, path, provisioningType } = spec as VslmCreateSpecDiskFileBackingSpec;
  guardStore(site.world, datastore);
  const store = site.world.as(datastoreKind, datastore.value)!;
  guardWritable(store);
  const format = formatFor(provisioningType, load.format);
  const file = freeFile(site, store.id, directoryFor(path), id);
  const place = { store, path: file, name: nameOfFile(site.world, { datastore: store.id, path: file }) };
  const written = load.content.reduce((sum, { size }) => sum + size, 0);
  guardRoom(place, format === 'thin' ? Math.min(load.capacity, written) : load.capacity);
  return { place, format };
}

/** Throws NotSupported for a disk that is to go to another vCenter; of keys, what {@link guardCrypto} throws. */
export function guardMigration({ disksCrypto, service }: VslmMigrateSpec): void {
  guardCrypto(disksCrypto?.crypto, 'spec.disksCrypto.crypto');
  if (service) throw notSupported();
}

function formatFor(asked: string | undefined, otherwise: DiskFormat = 'thin'): DiskFormat {
  if (asked === undefined) return Object.values(FORMATS).includes(otherwise) ? otherwise : 'thin';
  if (!Object.hasOwn(FORMATS, asked)) throw invalidArgument('spec.backingSpec.provisioningType');
  return FORMATS[asked]!;
}

/** `fcd`, unless the spec names a directory, with or without its datastore. */
function directoryFor(path: string | undefined): string {
  const directory = (path ?? '').replace(/^\[[^\]]*\]\s*/, '').replace(/^\/+|\/+$/g, '') || 'fcd';
  if (directory.split('/').some((part) => part === '..' || part === '.' || part === ''))
    throw invalidArgument('spec.backingSpec.path');
  return directory;
}

function freeFile(site: Site, datastore: string, directory: string, id: string): string {
  for (let n = 0; ; n++) {
    const path = `${directory}/${id}${n === 0 ? '' : `_${n}`}.vmdk`;
    if (!diskAt(site.world, { datastore, path }) && !fileAt(site.world, datastore, path)) return path;
  }
}
