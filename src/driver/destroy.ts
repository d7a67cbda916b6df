/** Removing an instance with everything that is its own, and nothing that is another's. */
import { isVsphereError, type Ref } from '../client/index.ts';
import type { VirtualDevice } from '../vim25/index.ts';
import { deleteFile, filesIn, within } from './datastore-tree.ts';
import { usableDatastores } from './datastores.ts';
import { devicesOf, disksOf, fileOf } from './devices.ts';
import { beside } from './disk-files.ts';
import { findInstance, isUuid } from './instances.ts';
import { powerOff } from './power.ts';
import { RESCUE } from './rescue.ts';
import type { Surroundings } from './surroundings.ts';
import { volumesOf } from './volume-notes.ts';
import { runTask, type WorkOptions } from './work.ts';

/** Removes an instance by uuid or name. What is not there is as good as removed. */
export async function destroy(surroundings: Surroundings, id: string, work: WorkOptions = {}): Promise<void> {
  const vm = await findInstance(surroundings, id);
  if (vm) await destroyInstance(surroundings, vm, work);
  // What a removal that was cut off has left: the folder without its machine.
  else if (isUuid(id)) await removeFolders(surroundings, id, await usableNames(surroundings));
}

/** Powers off, lets go of volumes, deletes the VM, then its folder with what a VM's removal leaves there. */
export async function destroyInstance(
  surroundings: Surroundings,
  vm: Ref<'VirtualMachine'>,
  work: WorkOptions = {},
): Promise<void> {
  const { client } = surroundings;
  try {
    const read = await client.get(vm, ['config.files.vmPathName', 'config.instanceUuid', 'datastore']);
    const stores = await Promise.all((read.datastore ?? []).map((store) => client.get(store, 'name')));
    await powerOff(surroundings, vm);
    const vmx = read['config.files.vmPathName'];
    if (vmx !== undefined) await letGo(surroundings, vm, vmx, work);
    await runTask(surroundings, vm, 'Destroy_Task', {}, work, 'destroy');
    const uuid = read['config.instanceUuid'];
    if (uuid !== undefined) await removeFolders(surroundings, uuid, stores);
  } catch (error) {
    if (!isVsphereError(error, 'ManagedObjectNotFound')) throw error;
  }
}

/** Volumes are noted, and disks that lie elsewhere are such too: taking the machine away would take them with it. */
async function letGo(
  surroundings: Surroundings,
  vm: Ref<'VirtualMachine'>,
  vmx: string,
  work: WorkOptions,
): Promise<void> {
  const folder = beside(vmx, '');
  const noted = new Set((await volumesOf(surroundings, vm)).map(({ key }) => key));
  const isVolume = (disk: VirtualDevice) => noted.has(disk.key) || !fileOf(disk)?.startsWith(folder);
  const volumes = disksOf(await devicesOf(surroundings, vm)).filter(isVolume);
  if (volumes.length === 0) return;
  const spec = { deviceChange: volumes.map((device) => ({ operation: 'remove' as const, device })) };
  await runTask(surroundings, vm, 'ReconfigVM_Task', { spec }, work, 'let go of volumes');
}

/** The folders called by an instance's uuid hold nothing else, unless a volume has moved there with it. */
async function removeFolders(surroundings: Surroundings, uuid: string, datastores: readonly string[]): Promise<void> {
  for (const name of datastores) {
    const top = `[${name}]`;
    const found = await filesIn(surroundings, top, { matchPattern: [uuid] });
    if (!found.some(({ path }) => path === uuid)) continue;
    const folder = within(top, uuid);
    const disks = await filesIn(surroundings, folder, { matchPattern: ['*.vmdk'] });
    if (disks.every(({ path = '' }) => isOwn(path, uuid))) await deleteFile(surroundings, folder);
  }
}

/** Disks as the driver calls them, their snapshots and their data. */
function isOwn(file: string, uuid: string): boolean {
  const kind = file.replace(/(?:-\d{6})?(?:-(?:flat|delta|sesparse|ctk))?\.vmdk$/, '');
  return (
    kind === uuid || kind === RESCUE || (kind.startsWith(`${uuid}-`) && /^\d+g$/.test(kind.slice(uuid.length + 1)))
  );
}

async function usableNames(surroundings: Surroundings): Promise<string[]> {
  return (await usableDatastores(surroundings)).map(({ name }) => name);
}
