/** An image on its way into the cache: made whole in a folder of its own, then moved into place at once. */
import { randomUUID } from 'node:crypto';
import { SimError } from '../kernel/errors.ts';
import type { FileBackedVirtualDiskSpec } from '../vim25/index.ts';
import { deleteFile, makeFolder, moveDisk, moveFile, within } from './datastore-tree.ts';
import { copyDisk } from './disk-files.ts';
import type { AdapterType, DiskType, ImageSource } from './image.ts';
import { type CachedImage, cacheRoot, stands } from './image-cache.ts';
import { type ImportedDisk, importDisk } from './import-disk.ts';
import { packedDisk } from './packed-disk.ts';
import { persist } from './steady.ts';
import type { Surroundings } from './surroundings.ts';
import { tidy } from './tidy.ts';
import { whileWanted, wholeImage } from './whole-image.ts';
import { runTask, type WorkOptions } from './work.ts';

interface Bringing {
  readonly surroundings: Surroundings;
  readonly source: ImageSource;
  readonly cached: CachedImage;
  /** Where it is made. */
  readonly folder: string;
  readonly work: WorkOptions;
}

export async function bringImage(
  surroundings: Surroundings,
  source: ImageSource,
  cached: CachedImage,
  work: WorkOptions,
): Promise<void> {
  const { datastore, image } = cached;
  await inTemporary(surroundings, datastore, async (temporary) => {
    const folder = within(temporary, image.id);
    await makeFolder(surroundings, folder);
    await bring({ surroundings, source, cached, folder, work });
    work.signal?.throwIfAborted();
    await makeFolder(surroundings, cacheRoot(surroundings, datastore));
    await settle(surroundings, folder, cached);
  });
}

/** A folder for the time of some work, gone with all that is in it whatever becomes of the work. */
export async function inTemporary<T>(
  surroundings: Surroundings,
  datastore: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = within(`[${datastore}]`, surroundings.options.temporaryFolder, randomUUID());
  try {
    return await work(folder);
  } finally {
    await tidy(() => deleteFile(surroundings, folder));
  }
}

/** Where another driver was first, its image is the image. */
async function settle(surroundings: Surroundings, folder: string, { folder: place, path }: CachedImage): Promise<void> {
  if (await moveFile(surroundings, folder, place)) return;
  if (await stands(surroundings, path)) return;
  // Somebody has made the folder and nothing in it.
  const made = path.replace(place, folder);
  await (path.endsWith('.vmdk') ? moveDisk : moveFile)(surroundings, made, path);
}

function bring(bringing: Bringing): Promise<void> {
  const { image } = bringing.cached;
  if (image.diskFormat === 'iso') return bringIso(bringing);
  if (image.containerFormat === 'ova') return bringPacked(bringing);
  const type = image.properties?.vmware_disktype ?? bringing.surroundings.options.diskType;
  if (type === 'sparse') return bringSparse(bringing);
  if (type === 'streamOptimized') return bringStream(bringing);
  if (type in FLAT) return bringFlat(bringing, FLAT[type as keyof typeof FLAT]);
  throw new SimError('ERR_USAGE', `image '${image.id}' has vmware_disktype '${type}', which is unknown`, {
    hint: ['sparse', 'streamOptimized', ...Object.keys(FLAT)].join(', '),
  });
}

const FLAT: { readonly [T in Exclude<DiskType, 'sparse' | 'streamOptimized'>]: string } = {
  preallocated: 'preallocated',
  thin: 'thin',
  thick: 'thick',
  eagerZeroedThick: 'eagerZeroedThick',
};

function bringIso(bringing: Bringing): Promise<void> {
  return upload(bringing, within(bringing.folder, `${bringing.cached.image.id}.iso`));
}

/** The server turns a disk in one file into one of its own by copying it. */
async function bringSparse(bringing: Bringing): Promise<void> {
  const { surroundings, folder, cached, work } = bringing;
  const sparse = within(folder, 'tmp-sparse.vmdk');
  await upload(bringing, sparse);
  await copyDisk(surroundings, sparse, within(folder, `${cached.image.id}.vmdk`), work);
  await deleteFile(surroundings, sparse);
}

/** A descriptor is made for a disk of the image's size, and the image takes the place of the disk's data. */
async function bringFlat(bringing: Bringing, diskType: string): Promise<void> {
  const { surroundings, folder, cached, work } = bringing;
  const { id, size, properties } = cached.image;
  if (size === undefined || size <= 0 || size % 512 !== 0) {
    throw new SimError('ERR_USAGE', `image '${id}' is ${diskType}, and has ${size ?? 'an unknown number of'} bytes`, {
      hint: 'a flat image needs its size, in whole sectors',
    });
  }
  const { client, datacenter, options } = surroundings;
  const name = within(folder, `${id}.vmdk`);
  const adapterType = ADAPTERS[properties?.vmware_adaptertype ?? options.adapterType] ?? 'lsiLogic';
  const capacityKb = Math.ceil(size / 1024);
  const spec: FileBackedVirtualDiskSpec = { _typeName: 'FileBackedVirtualDiskSpec', diskType, adapterType, capacityKb };
  const params = { name, datacenter, spec };
  await runTask(surroundings, client.content.virtualDiskManager!, 'CreateVirtualDisk_Task', params, work, 'make disk');
  const extent = within(folder, `${id}-flat.vmdk`);
  await deleteFile(surroundings, extent);
  await upload(bringing, extent);
}

/** Disks as files know fewer adapters than machines do. */
const ADAPTERS: { readonly [A in AdapterType]?: string } = { busLogic: 'busLogic', ide: 'ide' };

function bringStream(bringing: Bringing): Promise<void> {
  const { size } = bringing.cached.image;
  return bringByLease(bringing, async (wanted) => ({ size, bytes: bytesOf(bringing, wanted) }));
}

/** The disks of packages are made to travel, whatever the image's properties say. */
function bringPacked(bringing: Bringing): Promise<void> {
  const { id } = bringing.cached.image;
  return bringByLease(bringing, (wanted) => packedDisk(bytesOf(bringing, wanted), id));
}

function bringByLease(bringing: Bringing, open: ImportedDisk['open']): Promise<void> {
  const { surroundings, folder, cached, work } = bringing;
  const { datastore, image } = cached;
  return importDisk(surroundings, { datastore, to: within(folder, `${image.id}.vmdk`), open }, work);
}

function upload(bringing: Bringing, path: string): Promise<void> {
  const { surroundings, cached, work } = bringing;
  const { client, datacenterPath: datacenter } = surroundings;
  const { size } = cached.image;
  const { signal } = work;
  const onProgress = (bytes: number) =>
    work.onProgress?.({ step: 'fetch image', bytes, percent: percentOf(bytes, size) });
  // A source may be opened again, so a connection that was lost is no reason to fail.
  const attempt = () =>
    whileWanted(signal, (wanted) =>
      client.upload(path, bytesOf(bringing, wanted), { datacenter, size, signal, onProgress }),
    );
  return persist(surroundings, attempt, signal);
}

function bytesOf({ source, cached }: Bringing, wanted: AbortSignal): AsyncIterable<Uint8Array> {
  return wholeImage(() => source.open(wanted), cached.image, wanted);
}

function percentOf(bytes: number, size: number | undefined): number | undefined {
  return size === undefined || size === 0 ? undefined : Math.min(100, Math.floor((100 * bytes) / size));
}
