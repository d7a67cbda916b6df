/** Images on datastores, each brought once: `<cachePrefix>_base/<image id>/<image id>.vmdk`, as nova has them. */
import { SimError } from '../kernel/errors.ts';
import type { VmDiskFileInfo, VmDiskFileQuery } from '../vim25/index.ts';
import { deleteFile, filesIn, within } from './datastore-tree.ts';
import { bringImage } from './fetch-image.ts';
import type { Image, ImageSource } from './image.ts';
import type { Surroundings } from './surroundings.ts';
import type { WorkOptions } from './work.ts';

export interface CachedImage {
  readonly image: Image;
  /** Name of the datastore. */
  readonly datastore: string;
  /** `[nas-1] _base/5e3a...`. */
  readonly folder: string;
  /** The image in it, a disk or an ISO. */
  readonly path: string;
}

/** Folder of all cached images of a datastore. */
export function cacheRoot({ options }: Surroundings, datastore: string): string {
  return within(`[${datastore}]`, `${options.cachePrefix}_base`);
}

/** Where an image stands in the cache. Throws ERR_USAGE for an id that can be no folder. */
export function cachedImage(surroundings: Surroundings, datastore: string, image: Image): CachedImage {
  if (!/^\w[\w.-]{0,79}$/.test(image.id)) {
    throw new SimError('ERR_USAGE', `an image cannot be called '${image.id}'`, { hint: 'a uuid, as Glance gives' });
  }
  const folder = within(cacheRoot(surroundings, datastore), image.id);
  return { image, datastore, folder, path: within(folder, `${image.id}.${image.diskFormat}`) };
}

/** Brings an image to a datastore unless it is there; then it is in use, and does not age. */
export async function ensureImage(
  surroundings: Surroundings,
  source: ImageSource,
  cached: CachedImage,
  work: WorkOptions,
): Promise<void> {
  await surroundings.turns.take(cached.folder, async () => {
    await unmark(surroundings, cached.folder);
    if (!(await stands(surroundings, cached.path))) await bringImage(surroundings, source, cached, work);
  });
}

export async function stands(surroundings: Surroundings, path: string): Promise<boolean> {
  const { folder, name } = parted(path);
  return (await filesIn(surroundings, folder, { matchPattern: [name] })).length > 0;
}

/** Size of a disk on a datastore. */
export async function capacityKb(surroundings: Surroundings, path: string): Promise<number> {
  const { folder, name } = parted(path);
  const query: VmDiskFileQuery = {
    _typeName: 'VmDiskFileQuery',
    details: { capacityKb: true, diskType: false, hardwareVersion: false },
  };
  const [disk] = await filesIn(surroundings, folder, { matchPattern: [name], query: [query] });
  const capacity = (disk as VmDiskFileInfo | undefined)?.capacityKb;
  if (capacity !== undefined) return capacity;
  // A server that tells no more than sizes of files.
  const details = { fileSize: true, fileType: false, modification: false, fileOwner: false };
  const extent = name.replace(/\.vmdk$/, '-flat.vmdk');
  const [flat] = await filesIn(surroundings, folder, { matchPattern: [extent], details });
  if (flat?.fileSize !== undefined) return Math.ceil(flat.fileSize / 1024);
  throw new SimError('ERR_CLIENT', `${path} is no disk that the server knows`);
}

/** Names of the marks that tell since when an image is not used. */
export const MARK = 'ts-';

export async function marksIn(surroundings: Surroundings, folder: string): Promise<readonly string[]> {
  const found = await filesIn(surroundings, folder, { matchPattern: [`${MARK}*`] });
  return found.map(({ path }) => path).sort();
}

export async function unmark(surroundings: Surroundings, folder: string): Promise<void> {
  for (const mark of await marksIn(surroundings, folder)) await deleteFile(surroundings, within(folder, mark));
}

function parted(path: string): { readonly folder: string; readonly name: string } {
  const cut = path.lastIndexOf('/');
  return { folder: path.slice(0, cut), name: path.slice(cut + 1) };
}
