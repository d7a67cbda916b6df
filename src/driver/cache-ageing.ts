/** Images that nobody uses: marked when that is first seen, and removed when it has been so for long. */
import { type OptionValue, ref, type VirtualDevice, type VirtualDeviceFileBackingInfo } from '../vim25/index.ts';
import { deleteFile, filesIn, makeFolder, within } from './datastore-tree.ts';
import { usableDatastores } from './datastores.ts';
import { cacheRoot, MARK, marksIn, unmark } from './image-cache.ts';
import { removeShadow } from './import-disk.ts';
import { TEMPORARY_MACHINE } from './instances.ts';
import { IMAGE_KEY } from './machine-spec.ts';
import type { Surroundings } from './surroundings.ts';
import type { WorkOptions } from './work.ts';

/** What became of the cached images, by datastore path of their folders. */
export interface CacheReport {
  readonly used: readonly string[];
  /** Not used, and not for long enough. */
  readonly unused: readonly string[];
  readonly removed: readonly string[];
}

/** Looks through the cache of every usable datastore, as nova does from time to time. */
export async function manageImageCache(surroundings: Surroundings, work: WorkOptions = {}): Promise<CacheReport> {
  const report = { used: [] as string[], unused: [] as string[], removed: [] as string[] };
  const { options } = surroundings;
  if (!options.removeUnusedBaseImages) return report;
  const now = await serverTime(surroundings);
  const used = await usedImages(surroundings);
  for (const { name } of await usableDatastores(surroundings)) {
    for (const image of await foldersIn(surroundings, cacheRoot(surroundings, name))) {
      work.signal?.throwIfAborted();
      const folder = within(cacheRoot(surroundings, name), image);
      const isUsed = used.has(folder) || used.has(image);
      const fate = await surroundings.turns.take(folder, () => age(surroundings, folder, isUsed, now));
      report[fate].push(folder);
    }
    await sweep(surroundings, name, now);
  }
  return report;
}

async function age(
  surroundings: Surroundings,
  folder: string,
  isUsed: boolean,
  now: number,
): Promise<keyof CacheReport> {
  if (isUsed) {
    await unmark(surroundings, folder);
    return 'used';
  }
  const [mark] = await marksIn(surroundings, folder);
  if (mark === undefined) await makeFolder(surroundings, within(folder, markAt(now)));
  else if (isOld(surroundings, timeOf(mark), now)) {
    await deleteFile(surroundings, folder);
    return 'removed';
  }
  return 'unused';
}

/** What was on its way when its driver died, and is too old to be on its way still. */
async function sweep(surroundings: Surroundings, datastore: string, now: number): Promise<void> {
  const top = `[${datastore}]`;
  const root = within(top, surroundings.options.temporaryFolder);
  for (const name of await oldIn(surroundings, root, '*', now)) await deleteFile(surroundings, within(root, name));
  const machines = await oldIn(surroundings, top, `${TEMPORARY_MACHINE}*`, now);
  for (const name of machines) await removeShadow(surroundings, name, datastore);
}

async function oldIn(surroundings: Surroundings, folder: string, pattern: string, now: number): Promise<string[]> {
  const details = { fileType: true, fileSize: false, modification: true, fileOwner: false };
  const found = await filesIn(surroundings, folder, { matchPattern: [pattern], details });
  const old = found.filter(({ modification }) => modification && isOld(surroundings, Date.parse(modification), now));
  return old.map(({ path }) => path);
}

function isOld({ options }: Surroundings, since: number, now: number): boolean {
  return now - since > options.unusedImageAgeSeconds * 1000;
}

/** `ts-2026-11-21-22-50-07`: nova's own marks, so that both may look after one cache. */
function markAt(now: number): string {
  return MARK + new Date(now).toISOString().slice(0, 19).replace(/[T:]/g, '-');
}

/** A mark that cannot be read is as good as a new one. */
function timeOf(mark: string): number {
  const [year, month, day, hour, minute, second] = mark.slice(MARK.length).split('-').map(Number);
  const time = Date.UTC(year!, month! - 1, day, hour, minute, second);
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
}

/** The server's clock, by which all drivers that share a cache go. */
async function serverTime({ client }: Surroundings): Promise<number> {
  const time = await client.call(ref('ServiceInstance', 'ServiceInstance'), 'CurrentTime');
  return Date.parse(time);
}

async function foldersIn(surroundings: Surroundings, folder: string): Promise<string[]> {
  const details = { fileType: true, fileSize: false, modification: false, fileOwner: false };
  const found = await filesIn(surroundings, folder, { details });
  const folders = found.filter(({ _typeName }) => _typeName === 'FolderFileInfo');
  return folders.map(({ path }) => path).sort();
}

const SETTINGS = 'config.extraConfig';
const DEVICES = 'config.hardware.device';

/** Ids of images that instances were made of, and folders that anybody's disks and drives stand on. */
async function usedImages({ client, datacenter }: Surroundings): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  const wanted = { type: 'VirtualMachine', properties: [SETTINGS, DEVICES], container: datacenter } as const;
  for await (const { properties } of client.retrieve(wanted)) {
    for (const word of wordsOf(properties[SETTINGS], properties[DEVICES])) used.add(word);
  }
  return used;
}

function* wordsOf(settings: readonly OptionValue[] = [], devices: readonly VirtualDevice[] = []): Generator<string> {
  for (const { key, value } of settings) if (key === IMAGE_KEY) yield String(value);
  for (const { backing } of devices) {
    let at = backing as (VirtualDeviceFileBackingInfo & { parent?: VirtualDeviceFileBackingInfo }) | undefined;
    for (; at; at = at.parent) if (at.fileName) yield at.fileName.slice(0, at.fileName.lastIndexOf('/'));
  }
}
