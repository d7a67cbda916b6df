/** Making an instance. Each step looks first, so a spawn whose answer was lost can be asked for again. */
import { parseDatastorePath, type Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import { ensureCdrom, ensureConfigDrive } from './cdrom.ts';
import { datastoreFor } from './datastores.ts';
import { destroyInstance } from './destroy.ts';
import type { Image } from './image.ts';
import { type CachedImage, cachedImage, ensureImage } from './image-cache.ts';
import { findInstance, type InstanceInfo, instanceInfo } from './instances.ts';
import { machineSpec, SPAWNING_KEY } from './machine-spec.ts';
import { networkBacking } from './networks.ts';
import type { Nic } from './nic-spec.ts';
import { powerOn } from './power.ts';
import { note, records } from './records.ts';
import { ensureRootDisk } from './root-disk.ts';
import { joinGroup } from './server-groups.ts';
import type { SpawnRequest } from './spawn-request.ts';
import { policyOf } from './storage-profile.ts';
import type { Surroundings } from './surroundings.ts';
import { undo } from './undo.ts';
import { runTask, type WorkOptions } from './work.ts';

const GIB = 2 ** 30;

/**
 * Creates the VM, brings its image, gives it its disks and starts it. A failed or ended spawn leaves nothing of the
 * instance behind; an image that has come whole stays in the cache.
 */
export async function spawn(
  surroundings: Surroundings,
  request: SpawnRequest,
  work: WorkOptions = {},
): Promise<InstanceInfo> {
  check(request);
  const image = await request.image?.describe(work.signal);
  if (image) guardSize(request, image);
  return surroundings.turns.take(request.uuid, () => make(surroundings, request, image, work));
}

async function make(
  surroundings: Surroundings,
  request: SpawnRequest,
  image: Image | undefined,
  work: WorkOptions,
): Promise<InstanceInfo> {
  const policy = await policyOf(surroundings, request.flavor.extraSpecs?.storagePolicy);
  const existing = await findInstance(surroundings, request.uuid);
  const vm = existing ?? (await createMachine(surroundings, request, image, policy, work));
  // What was finished once is an instance with a life of its own, and is only started.
  const unfinished = !existing || (await records(surroundings, vm)).has(SPAWNING_KEY);
  try {
    if (unfinished) await furnish(surroundings, vm, request, image, policy, work);
    if (unfinished && request.group) await joinGroup(surroundings, vm, request.group, work);
    work.signal?.throwIfAborted();
    if (request.powerOn !== false) await powerOn(surroundings, vm, work);
    if (unfinished) await note(surroundings, vm, SPAWNING_KEY, '');
    return await instanceInfo(surroundings, vm);
  } catch (error) {
    if (unfinished) return await cleanUp(surroundings, vm, error);
    throw error;
  }
}

async function createMachine(
  surroundings: Surroundings,
  request: SpawnRequest,
  image: Image | undefined,
  policy: string | undefined,
  work: WorkOptions,
): Promise<Ref<'VirtualMachine'>> {
  const { folder, pool } = surroundings;
  const store = await datastoreFor(surroundings, Math.max(request.flavor.rootGb * GIB, image?.size ?? 0), policy);
  const nics = await nicsFor(surroundings, request, image);
  const config = machineSpec({ request, image, datastore: store.name, nics, policy });
  try {
    return await runTask(surroundings, folder, 'CreateVM_Task', { config, pool }, work, 'create instance');
  } catch (error) {
    // An ended wait does not tell whether there is one now.
    const made = work.signal?.aborted ? await findInstance(surroundings, request.uuid) : undefined;
    if (made) await cleanUp(surroundings, made, error);
    throw error;
  }
}

function nicsFor(surroundings: Surroundings, request: SpawnRequest, image: Image | undefined): Promise<Nic[]> {
  const usual = image?.properties?.hw_vif_model ?? surroundings.options.vifModel;
  return Promise.all(
    (request.networks ?? []).map(async ({ network, macAddress, vifModel: model = usual }) => ({
      backing: await networkBacking(surroundings, network),
      model,
      macAddress,
      quota: request.flavor.extraSpecs?.vif,
    })),
  );
}

/** Image, disks and drives. */
async function furnish(
  surroundings: Surroundings,
  vm: Ref<'VirtualMachine'>,
  { image: source, flavor, uuid, configDrive }: SpawnRequest,
  image: Image | undefined,
  policy: string | undefined,
  work: WorkOptions,
): Promise<void> {
  const { datastore } = parseDatastorePath((await surroundings.client.get(vm, 'config.files.vmPathName'))!);
  let disk: CachedImage | undefined;
  if (source && image) {
    const cached = cachedImage(surroundings, datastore, image);
    await ensureImage(surroundings, source, cached, work);
    if (image.diskFormat === 'iso') await ensureCdrom(surroundings, vm, cached.path, work);
    else disk = cached;
  }
  if (disk || flavor.rootGb > 0) await ensureRootDisk(surroundings, { vm, uuid, flavor, cached: disk, policy }, work);
  if (configDrive) await ensureConfigDrive(surroundings, vm, configDrive, work);
}

function cleanUp(surroundings: Surroundings, vm: Ref<'VirtualMachine'>, reason: unknown): Promise<never> {
  return undo(surroundings, 'spawn', reason, () => destroyInstance(surroundings, vm));
}

function check({ name, uuid, flavor }: SpawnRequest): void {
  const { extraSpecs, ...numbers } = flavor;
  const wrong = Object.entries(numbers).find(([key, n]) => !Number.isInteger(n) || n < (key === 'rootGb' ? 0 : 1));
  if (wrong) throw new SimError('ERR_USAGE', `flavor.${wrong[0]} of '${name}' cannot be ${wrong[1]}`);
  if (name === '' || uuid === '') throw new SimError('ERR_USAGE', 'an instance needs a name and a uuid');
}

/** Before anything is moved: a flat image is as large as its disk, and any other at most so. */
function guardSize({ flavor: { rootGb } }: SpawnRequest, { id, size = 0, diskFormat }: Image): void {
  if (rootGb === 0 || diskFormat === 'iso' || size <= rootGb * GIB) return;
  throw new SimError('ERR_USAGE', `image '${id}' does not fit a root disk of ${rootGb} GiB`, {
    hint: `it has ${(size / GIB).toFixed(1)} GiB`,
  });
}
