/** Disks as files: copied, grown and removed past the machines that use them. */
import { isVsphereError, type Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type { Surroundings } from './surroundings.ts';
import { runTask, type WorkOptions } from './work.ts';

/** Copies a disk with what it stands on into a disk of its own. What a failure before this left at `to` is overwritten. */
export async function copyDisk(surroundings: Surroundings, from: string, to: string, work: WorkOptions): Promise<void> {
  const params = {
    sourceName: from,
    sourceDatacenter: surroundings.datacenter,
    destName: to,
    destDatacenter: surroundings.datacenter,
    force: true,
  };
  await runTask(surroundings, manager(surroundings), 'CopyVirtualDisk_Task', params, work, 'copy disk');
}

export async function extendDisk(
  surroundings: Surroundings,
  name: string,
  gigabytes: number,
  work: WorkOptions,
): Promise<void> {
  const params = { name, datacenter: surroundings.datacenter, newCapacityKb: gigabytes * 2 ** 20, eagerZero: false };
  await runTask(surroundings, manager(surroundings), 'ExtendVirtualDisk_Task', params, work, 'extend disk');
}

/** Removes a disk's files; a disk that is gone is as good. */
export async function deleteDisk(surroundings: Surroundings, name: string): Promise<void> {
  try {
    const params = { name, datacenter: surroundings.datacenter };
    await runTask(surroundings, manager(surroundings), 'DeleteVirtualDisk_Task', params);
  } catch (error) {
    if (!isVsphereError(error, 'FileNotFound')) throw error;
  }
}

/** A file beside another: `[nas-1] web/web.vmdk` and `rescue.vmdk` make `[nas-1] web/rescue.vmdk`. */
export function beside(path: string, name: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/') + 1, path.indexOf('] ') + 2)) + name;
}

function manager({ client }: Surroundings): Ref<'VirtualDiskManager'> {
  const { virtualDiskManager } = client.content;
  if (virtualDiskManager) return virtualDiskManager;
  throw new SimError('ERR_CLIENT', 'the server has no VirtualDiskManager');
}
