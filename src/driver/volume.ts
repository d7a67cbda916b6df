/** Volumes: disks that belong to somebody else and come and go while an instance stays. */
import type { Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type { AdapterType } from './image.ts';
import type { Surroundings } from './surroundings.ts';
import { attachFirstClass, detachFirstClass, extendFirstClass } from './volume-fcd.ts';
import { attachTarget, detachTarget } from './volume-iscsi.ts';
import { attachFile, detachFile, extendFile } from './volume-vmdk.ts';
import type { WorkOptions } from './work.ts';

/** A disk file: by its path, or by the powered-off machine that keeps it, as cinder's volumes are. */
export interface VmdkVolume {
  readonly type: 'vmdk';
  readonly id: string;
  /** `[nas-1] volumes/data.vmdk`. */
  readonly path?: string | undefined;
  /** The machine that keeps the disk, by its instance uuid or its id (`vm-42`). */
  readonly shadow?: string | undefined;
}

/** A first class disk, by its own id. */
export interface FcdVolume {
  readonly type: 'fcd';
  readonly id: string;
  readonly fcdId: string;
  /** Name of the datastore it stands on. */
  readonly datastore: string;
}

/** A LUN that the cluster's hosts reach by iSCSI; the instance gets it as a raw device. */
export interface IscsiVolume {
  readonly type: 'iscsi';
  readonly id: string;
  /** `10.0.0.5:3260`. */
  readonly portal: string;
  readonly iqn: string;
  /** Default: the target's first. */
  readonly lun?: number | undefined;
}

export type Volume = VmdkVolume | FcdVolume | IscsiVolume;

export interface AttachOptions extends WorkOptions {
  /** Default: the one the volume was made for, else the driver's. */
  readonly adapterType?: AdapterType | undefined;
}

/** Attaches a volume; one that is attached stays so. Throws ERR_CLIENT for IDE while the instance runs. */
export async function attachVolume(
  surroundings: Surroundings,
  vm: Ref<'VirtualMachine'>,
  volume: Volume,
  options: AttachOptions,
): Promise<void> {
  if (volume.type === 'vmdk') await attachFile(surroundings, vm, volume, options);
  else if (volume.type === 'fcd') await attachFirstClass(surroundings, vm, volume, options);
  else await attachTarget(surroundings, vm, volume, options);
}

/** Detaches a volume with its contents kept. One that is not attached is as good. */
export async function detachVolume(
  surroundings: Surroundings,
  vm: Ref<'VirtualMachine'>,
  volume: Volume,
  work: WorkOptions,
): Promise<void> {
  if (volume.type === 'vmdk') await detachFile(surroundings, vm, volume, work);
  else if (volume.type === 'fcd') await detachFirstClass(surroundings, vm, volume, work);
  else await detachTarget(surroundings, vm, volume, work);
}

/** Makes a volume larger, attached to an instance or not. Throws ERR_USAGE for an iSCSI one, which grows at its target. */
export async function extendVolume(
  surroundings: Surroundings,
  vm: Ref<'VirtualMachine'> | undefined,
  volume: Volume,
  gigabytes: number,
  work: WorkOptions,
): Promise<void> {
  if (volume.type === 'vmdk') await extendFile(surroundings, vm, volume, gigabytes, work);
  else if (volume.type === 'fcd') await extendFirstClass(surroundings, vm, volume, gigabytes, work);
  else throw new SimError('ERR_USAGE', 'an iSCSI volume grows at its target', { hint: 'grow it there, and rescan' });
}
