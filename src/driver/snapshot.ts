/** An instance's root disk as a new image, whether the instance runs or not. */
import { isVsphereError, type Lease, type Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type { HttpNfcLeaseDeviceUrl, VirtualController, VirtualDevice, VirtualDisk } from '../vim25/index.ts';
import { adapterOf, devicesOf, disksOf } from './devices.ts';
import { type Filled, fill, opened } from './fill.ts';
import type { ImageSink, NewImage } from './image.ts';
import { openLease } from './leases.ts';
import type { Surroundings } from './surroundings.ts';
import { undo } from './undo.ts';
import { runTask, type WorkOptions } from './work.ts';

export interface SnapshotRequest {
  /** Name of the image. Default: the instance's and `-snapshot`. */
  readonly name?: string | undefined;
  /** Further properties of the image. */
  readonly properties?: NewImage['properties'];
}

/**
 * Takes a snapshot of the VM, exports the root disk from it as streamOptimized, and removes it again. The image stands only
 * when all that is done; a failure aborts the sink and leaves no snapshot.
 */
export async function snapshot(
  surroundings: Surroundings,
  vm: Ref<'VirtualMachine'>,
  sink: ImageSink,
  request: SnapshotRequest,
  work: WorkOptions,
): Promise<NewImage> {
  const { client } = surroundings;
  const devices = await devicesOf(surroundings, vm);
  const [root] = disksOf(devices);
  if (!root) throw new SimError('ERR_CLIENT', 'the instance has no disk to take an image of');
  const read = await client.get(vm, ['name', 'summary.config.guestId']);
  const image: NewImage = {
    name: request.name ?? `${read.name}-snapshot`,
    diskFormat: 'vmdk',
    properties: {
      vmware_disktype: 'streamOptimized',
      vmware_adaptertype: adapterOf(devices, root),
      vmware_ostype: read['summary.config.guestId'],
      ...request.properties,
    },
  };
  const params = { name: image.name!, description: 'for an image', memory: false, quiesce: true };
  const taken = await runTask(surroundings, vm, 'CreateSnapshot_Task', params, work, 'take snapshot');
  const removed = () => removeSnapshot(surroundings, taken);
  let filled: Filled;
  try {
    filled = await fetch(surroundings, taken, { key: placeOf(devices, root), sink, image }, work);
  } catch (error) {
    return await undo(surroundings, 'the snapshot', error, removed);
  }
  try {
    await removed();
  } catch (error) {
    filled.abort();
    throw error;
  }
  await filled.finish();
  return image;
}

/** Tried once more whatever the server said: what stays of it slows the instance down. */
async function removeSnapshot(surroundings: Surroundings, taken: Ref<'VirtualMachineSnapshot'>): Promise<void> {
  const params = { removeChildren: false, consolidate: true };
  const remove = () => runTask(surroundings, taken, 'RemoveSnapshot_Task', params);
  try {
    await remove().catch(remove);
  } catch (error) {
    if (!isVsphereError(error, 'ManagedObjectNotFound')) throw error;
  }
}

interface Wanted {
  /** How the disk is called in the lease, at its end. */
  readonly key: string;
  readonly sink: ImageSink;
  readonly image: NewImage;
}

async function fetch(
  surroundings: Surroundings,
  taken: Ref<'VirtualMachineSnapshot'>,
  { key, sink, image }: Wanted,
  { signal, onProgress }: WorkOptions,
): Promise<Filled> {
  const ask = (options: { opId: string }) => surroundings.client.call(taken, 'ExportSnapshot', {}, options);
  const lease = await openLease(surroundings, ask, signal);
  const capacity = Math.max(1, (lease.info.totalDiskCapacityInKB ?? 0) * 1024);
  const told = (bytes: number) => {
    lease.percent = Math.min(99, (100 * bytes) / capacity);
    onProgress?.({ step: 'store image', bytes, percent: lease.percent });
  };
  let filled: Filled | undefined;
  try {
    const file = fileFor(lease, key);
    const stream = await sink.open(image, signal);
    filled = await fill(stream, await opened(stream, lease.download(file, { signal, onProgress: told })), signal);
    await lease.complete({ signal });
    return filled;
  } catch (error) {
    filled?.abort();
    const reason = await lease.explain(error);
    await lease.abort(reason);
    throw reason;
  }
}

/** `/vm-12/VirtualLsiLogicController0:0` names the disk on the first unit of the first such controller. */
function fileFor({ files }: Lease, key: string): HttpNfcLeaseDeviceUrl {
  const disks = files.filter(({ disk }) => disk === true);
  const found = disks.find((file) => file.key.endsWith(key)) ?? (disks.length === 1 ? disks[0] : undefined);
  if (found) return found;
  throw new SimError('ERR_CLIENT', `the server lets the disk at ${key} not out`, {
    hint: `it lets out ${disks.map((file) => file.key).join(', ') || 'none'}`,
  });
}

function placeOf(devices: readonly VirtualDevice[], { controllerKey, unitNumber = 0 }: VirtualDisk): string {
  const controller = devices.find(({ key }) => key === controllerKey) as VirtualController | undefined;
  return `/${controller?._typeName}${controller?.busNumber ?? 0}:${unitNumber}`;
}
