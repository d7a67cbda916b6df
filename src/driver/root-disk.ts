/** The root disk of an instance: empty, a copy of its image, or a child of it. */
import type { Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import { makeFolder, moveDisk, within } from './datastore-tree.ts';
import { devicesOf, disksOf, fileOf, freePlace } from './devices.ts';
import { beside, copyDisk, extendDisk } from './disk-files.ts';
import { type DiskFiles, diskSpec } from './disk-spec.ts';
import { inTemporary } from './fetch-image.ts';
import type { Flavor } from './flavor.ts';
import type { AdapterType, Image } from './image.ts';
import { type CachedImage, capacityKb, stands } from './image-cache.ts';
import type { Surroundings } from './surroundings.ts';
import { runTask, type WorkOptions } from './work.ts';

export interface RootDisk {
  readonly vm: Ref<'VirtualMachine'>;
  readonly uuid: string;
  readonly flavor: Flavor;
  /** The disk to make it of; undefined for an empty one. */
  readonly cached: CachedImage | undefined;
  readonly policy: string | undefined;
}

const KB_PER_GB = 2 ** 20;

/** Gives the instance its root disk unless it has one. */
export async function ensureRootDisk(surroundings: Surroundings, root: RootDisk, work: WorkOptions): Promise<void> {
  const { vm, uuid, cached, flavor } = root;
  const devices = await devicesOf(surroundings, vm);
  const vmx = (await surroundings.client.get(vm, 'config.files.vmPathName'))!;
  const file = beside(vmx, `${uuid}.vmdk`);
  if (disksOf(devices).some((disk) => fileOf(disk) === file)) return;
  const { options } = surroundings;
  const adapter = cached?.image.properties?.vmware_adaptertype ?? options.adapterType;
  const attach = (files: DiskFiles) => attachRoot(surroundings, root, adapter, files, work);
  if (!cached) return attach({ create: flavor.rootGb * KB_PER_GB, file, diskType: options.diskType });
  const size = await sizeOf(surroundings, flavor, cached);
  if (isLinked(surroundings, cached.image)) {
    return attach({ parent: await sizedParent(surroundings, cached, flavor.rootGb, size, work) });
  }
  await copyDisk(surroundings, cached.path, file, work);
  if (size.wanted > size.image) await extendDisk(surroundings, file, flavor.rootGb, work);
  await attach({ existing: file });
}

interface Size {
  /** In KiB, both. */
  readonly image: number;
  readonly wanted: number;
}

async function sizeOf(surroundings: Surroundings, { rootGb }: Flavor, { image, path }: CachedImage): Promise<Size> {
  const capacity = await capacityKb(surroundings, path);
  const wanted = rootGb === 0 ? capacity : rootGb * KB_PER_GB;
  if (wanted >= capacity) return { image: capacity, wanted };
  throw new SimError('ERR_USAGE', `image '${image.id}' does not fit a root disk of ${rootGb} GiB`, {
    hint: `its disk has ${(capacity / KB_PER_GB).toFixed(1)} GiB`,
  });
}

/** What the image says counts before what the driver is told. */
export function isLinked({ options }: Surroundings, { properties = {} }: Image): boolean {
  const said = properties.img_linked_clone;
  if (said === undefined) return options.useLinkedClone;
  return typeof said === 'boolean' ? said : /^(1|t|true|on|y|yes)$/i.test(said);
}

/** The disk in the cache that instances of a size share, made when the first of them comes: `<id>.<size>.vmdk`. */
async function sizedParent(
  surroundings: Surroundings,
  { image, folder, path, datastore }: CachedImage,
  rootGb: number,
  size: Size,
  work: WorkOptions,
): Promise<string> {
  if (rootGb === 0) return path;
  const name = `${image.id}.${rootGb}.vmdk`;
  const sized = within(folder, name);
  await surroundings.turns.take(sized, async () => {
    if (await stands(surroundings, sized)) return;
    await inTemporary(surroundings, datastore, async (temporary) => {
      await makeFolder(surroundings, temporary);
      const made = within(temporary, name);
      await copyDisk(surroundings, path, made, work);
      if (size.wanted > size.image) await extendDisk(surroundings, made, rootGb, work);
      // Where another driver was first, its disk is as good.
      await moveDisk(surroundings, made, sized);
    });
  });
  return sized;
}

async function attachRoot(
  surroundings: Surroundings,
  { vm, flavor, policy }: RootDisk,
  adapter: AdapterType,
  files: DiskFiles,
  work: WorkOptions,
): Promise<void> {
  const place = freePlace(await devicesOf(surroundings, vm), adapter);
  const spec = diskSpec(files, place, flavor.extraSpecs?.disk, policy);
  await runTask(surroundings, vm, 'ReconfigVM_Task', { spec }, work, 'attach disk');
}
