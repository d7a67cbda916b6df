/** Folders and files of datastores. What is there already, or is gone already, is as good as made or removed. */
import { isVsphereError, parseDatastorePath, type Ref } from '../client/index.ts';
import { SimError } from '../kernel/errors.ts';
import type { FileInfo, HostDatastoreBrowserSearchSpec } from '../vim25/index.ts';
import { persist } from './steady.ts';
import type { Surroundings } from './surroundings.ts';
import { runTask, type WorkOptions } from './work.ts';

/** `[nas-1] a` and `b` make `[nas-1] a/b`. */
export function within(path: string, ...names: readonly string[]): string {
  const start = path.endsWith(']') ? `${path} ` : `${path}/`;
  return start + names.join('/');
}

/** Makes a folder with those above it; false when it was there. */
export async function makeFolder(surroundings: Surroundings, name: string): Promise<boolean> {
  const { client, datacenter } = surroundings;
  const params = { name, datacenter, createParentDirectories: true };
  const made = persist(surroundings, () => client.call(fileManager(surroundings), 'MakeDirectory', params));
  return unless('FileAlreadyExists', made);
}

/** Moves a file or a folder; false when another stands where it should go. */
export async function moveFile(surroundings: Surroundings, from: string, to: string): Promise<boolean> {
  const { datacenter } = surroundings;
  const params = {
    sourceName: from,
    sourceDatacenter: datacenter,
    destinationName: to,
    destinationDatacenter: datacenter,
    force: false,
  };
  const moving = runTask(surroundings, fileManager(surroundings), 'MoveDatastoreFile_Task', params);
  return unless('FileAlreadyExists', moving);
}

/** Moves a disk with its extent; false when another stands where it should go. */
export async function moveDisk(surroundings: Surroundings, from: string, to: string): Promise<boolean> {
  const { client, datacenter } = surroundings;
  const params = {
    sourceName: from,
    sourceDatacenter: datacenter,
    destName: to,
    destDatacenter: datacenter,
    force: false,
  };
  return unless(
    'FileAlreadyExists',
    runTask(surroundings, client.content.virtualDiskManager!, 'MoveVirtualDisk_Task', params),
  );
}

/** Removes a file, or a folder with all that is in it; false when it was gone. */
export async function deleteFile(surroundings: Surroundings, name: string): Promise<boolean> {
  const params = { name, datacenter: surroundings.datacenter };
  return unless('FileNotFound', runTask(surroundings, fileManager(surroundings), 'DeleteDatastoreFile_Task', params));
}

/** What stands in a folder and fits a pattern; nothing where there is no such folder. */
export async function filesIn(
  surroundings: Surroundings,
  folder: string,
  searchSpec: HostDatastoreBrowserSearchSpec = {},
  work: WorkOptions = {},
): Promise<readonly FileInfo[]> {
  const { client, browsers } = surroundings;
  const { datastore } = parseDatastorePath(folder);
  const browser = browsers.get(datastore) ?? (await client.get(await datastoreNamed(surroundings, folder), 'browser'));
  browsers.set(datastore, browser);
  try {
    const params = { datastorePath: folder, searchSpec };
    const found = await runTask(surroundings, browser, 'SearchDatastore_Task', params, { signal: work.signal });
    return found.file ?? [];
  } catch (error) {
    if (isVsphereError(error, 'FileNotFound')) return [];
    // Another datastore may come to be called so.
    browsers.delete(datastore);
    throw error;
  }
}

/** The datastore of a path. Throws ERR_USAGE where the datacenter has none of that name. */
export async function datastoreNamed({ client, datacenter }: Surroundings, path: string): Promise<Ref<'Datastore'>> {
  const { datastore } = parseDatastorePath(path);
  for (const ref of (await client.get(datacenter, 'datastore')) ?? []) {
    if ((await client.get(ref, 'name')) === datastore) return ref;
  }
  throw new SimError('ERR_USAGE', `the datacenter has no datastore '${datastore}'`);
}

function fileManager({ client }: Surroundings): Ref<'FileManager'> {
  const { fileManager: manager } = client.content;
  if (manager) return manager;
  throw new SimError('ERR_CLIENT', 'the server has no FileManager');
}

async function unless(fault: string, work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (isVsphereError(error, fault)) return false;
    throw error;
  }
}
