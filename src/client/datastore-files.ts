/** Files of datastores over `/folder`. */
import type { Readable } from 'node:stream';
import type { Ref } from '../vim25/value.ts';
import type { Caller, Doors } from './caller.ts';
import { parseDatastorePath } from './datastore-path.ts';
import type { CallOptions } from './options.ts';
import { TIDY, tidied } from './tidy.ts';
import { fetchFile, probeFile, type Source, sendFile, type Transfer } from './transfer.ts';

export interface FileOptions extends CallOptions {
  /** Inventory path of the datastore's datacenter: `DC0` or `Europe/Paris`. */
  readonly datacenter: string;
  /** Called with the bytes moved so far and, where it is known, with all there are. */
  readonly onProgress?: ((bytes: number, total?: number) => void) | undefined;
}

export interface UploadOptions extends FileOptions {
  /** Bytes of a stream, when known; without it the stream goes out in chunks. */
  readonly size?: number | undefined;
}

/** Writes a file. What was half written is taken away again, unless that is what was there before. */
export async function upload(
  caller: Caller & Doors,
  path: string,
  source: Source,
  options: UploadOptions,
): Promise<void> {
  const probe = (asked: FileOptions): Promise<string | undefined> =>
    caller.throughDoor((cookie) => probeFile(transferOf(caller, path, asked, cookie)), true, asked);
  // Also makes sure of the session: a stream can be read once only.
  const before = await probe(options);
  try {
    const send = (cookie: string | undefined): Promise<void> =>
      sendFile(transferOf(caller, path, options, cookie), 'PUT', source, options.size);
    await caller.throughDoor(send, source instanceof Uint8Array, options);
  } catch (error) {
    await tidied(
      removeHalf(caller, path, options, before, () => probe({ datacenter: options.datacenter, timeout: TIDY })),
    );
    throw error;
  }
}

/** The file's bytes as they come. */
export function download(caller: Caller & Doors, path: string, options: FileOptions): Promise<Readable> {
  const fetch = (cookie: string | undefined): Promise<Readable> => fetchFile(transferOf(caller, path, options, cookie));
  return caller.throughDoor(fetch, true, options);
}

async function removeHalf(
  caller: Caller,
  name: string,
  { datacenter }: FileOptions,
  before: string | undefined,
  look: () => Promise<string | undefined>,
): Promise<void> {
  const now = await look();
  if (now === undefined || now === before) return;
  const { fileManager, searchIndex } = caller.content;
  if (!fileManager || !searchIndex) return;
  const brief = { timeout: TIDY };
  const found = await caller.call(searchIndex, 'FindByInventoryPath', { inventoryPath: datacenter }, brief);
  if (found) {
    await caller.call(fileManager, 'DeleteDatastoreFile_Task', { name, datacenter: found as Ref<'Datacenter'> }, brief);
  }
}

function transferOf(caller: Doors, path: string, options: FileOptions, cookie: string | undefined): Transfer {
  const file = parseDatastorePath(path);
  const url = new URL(`/folder/${file.path.split('/').map(encodeURIComponent).join('/')}`, caller.url);
  url.searchParams.set('dcPath', options.datacenter.replace(/^\//, ''));
  url.searchParams.set('dsName', file.datastore);
  return {
    agent: caller.agent(url),
    url,
    headers: { 'User-Agent': caller.userAgent, ...(cookie === undefined ? {} : { Cookie: cookie }) },
    what: path,
    clock: caller.clock,
    timeout: options.timeout ?? caller.timeout,
    signal: options.signal,
    onProgress: options.onProgress,
  };
}
