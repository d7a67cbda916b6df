/** Taking away what a run made, and nothing else: its names begin with the run's own, which nobody else has. */
import { type Client, formatDatastorePath, isVsphereError, type Ref } from '../client/index.ts';
import type { HostDatastoreBrowserSearchResults } from '../vim25/index.ts';
import type { Ground } from './ground.ts';

/** Destroys all that stands in a folder; machines are switched off first. */
export async function emptyFolder(client: Client, folder: Ref<'Folder'>): Promise<void> {
  for (const child of (await client.get(folder, 'childEntity')) ?? []) {
    await unlessGone(async () => {
      if (child.type === ('Folder' as string)) await emptyFolder(client, child as Ref as Ref<'Folder'>);
      await destroy(client, child);
    });
  }
}

/**
 * Removes a run's folder, pools, roles, and its directories in the cluster's datastores, those among them that the
 * ledger alone knows. Twice does no harm.
 */
export async function sweep(
  client: Client,
  ground: Ground,
  run: string,
  directories: readonly string[] = [],
): Promise<void> {
  for (const folder of await foldersOf(client, ground, run)) {
    await emptyFolder(client, folder);
    await destroy(client, folder);
  }
  for (const pool of (await client.get(ground.pool, 'resourcePool')) ?? []) {
    await unlessGone(async () => {
      if (isOf(run, await client.get(pool, 'name'))) await destroyPool(client, pool);
    });
  }
  await sweepRoles(client, run);
  const found = await Promise.all(ground.datastores.map((store) => directoriesOf(client, store, run)));
  for (const name of new Set([...found.flat(), ...directories])) await removeDirectory(client, ground, name);
}

/** Removes a directory of a datastore with all in it, if it is there. */
export function removeDirectory(client: Client, { datacenter }: Ground, name: string): Promise<void> {
  return unlessGone(() => {
    const params = { name, datacenter: datacenter.ref };
    return client.run(client.content.fileManager!, 'DeleteDatastoreFile_Task', params);
  });
}

/** Removes the roles that a run made. */
export async function sweepRoles(client: Client, run: string): Promise<void> {
  const manager = client.content.authorizationManager;
  if (!manager) return;
  for (const { name, roleId } of (await client.get(manager, 'roleList')) ?? []) {
    if (isOf(run, name)) await client.call(manager, 'RemoveAuthorizationRole', { roleId, failIfUsed: false });
  }
}

/** With the pools in it: left alone they would move up into the pool of the cluster. */
export async function destroyPool(client: Client, pool: Ref<'ResourcePool'>): Promise<void> {
  await client.call(pool, 'DestroyChildren');
  await client.run(pool, 'Destroy_Task');
}

export async function destroy(client: Client, entity: Ref): Promise<void> {
  const vm = entity.type === 'VirtualMachine' ? (entity as Ref<'VirtualMachine'>) : undefined;
  if (vm && (await client.get(vm, 'runtime.powerState')) !== 'poweredOff') {
    await client.run(vm, 'PowerOffVM_Task').catch((error: unknown) => {
      if (!isVsphereError(error, 'InvalidPowerState')) throw error;
    });
  }
  await client.run(entity as Ref<'ManagedEntity'>, 'Destroy_Task');
}

/** Whether a name is one that the run gave. */
function isOf(run: string, name: string): boolean {
  return name === run || name.startsWith(`${run}-`) || name.startsWith(`${run}_`);
}

async function foldersOf(client: Client, { vmFolder }: Ground, run: string): Promise<Ref<'Folder'>[]> {
  const found: Ref<'Folder'>[] = [];
  for (const child of (await client.get(vmFolder, 'childEntity')) ?? []) {
    if (child.type !== ('Folder' as string)) continue;
    const folder = child as Ref as Ref<'Folder'>;
    await unlessGone(async () => {
      if (isOf(run, await client.get(folder, 'name'))) found.push(folder);
    });
  }
  return found;
}

async function directoriesOf(client: Client, store: Ground['datastores'][number], run: string): Promise<string[]> {
  const browser = await client.get(store.ref, 'browser');
  const searchSpec = {
    matchPattern: [`${run}*`],
    details: { fileType: true, fileSize: false, modification: false, fileOwner: false },
  };
  const datastorePath = formatDatastorePath({ datastore: store.name, path: '' });
  const found = await client.run(browser, 'SearchDatastore_Task', { datastorePath, searchSpec });
  const files = (found as HostDatastoreBrowserSearchResults | undefined)?.file ?? [];
  return files
    .filter(({ path }) => isOf(run, path))
    .map(({ path }) => formatDatastorePath({ datastore: store.name, path }));
}

async function unlessGone(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const gone = isVsphereError(error, 'ManagedObjectNotFound') || isVsphereError(error, 'FileNotFound');
    if (!gone) throw error;
  }
}
