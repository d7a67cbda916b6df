/** Files of datastores over `/folder`. */
import type { Agent } from 'node:http';
import { Readable, Transform } from 'node:stream';
import { parseDatastorePath } from './datastore-path.ts';
import { exchange, type HttpAnswer, type HttpRequest, readAll } from './http.ts';
import type { CallOptions } from './options.ts';
import { VsphereError } from './vsphere-error.ts';

export interface FileOptions extends CallOptions {
  /** Inventory path of the datastore's datacenter: `DC0` or `Europe/Paris`. */
  readonly datacenter: string;
  /** Called with the bytes moved so far. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
}

export interface UploadOptions extends FileOptions {
  /** Bytes of a stream, when known; without it the stream goes out in chunks. */
  readonly size?: number | undefined;
}

/** What the doors for files need of the client. */
export interface FileDoor {
  readonly url: URL;
  readonly agent: Agent;
  readonly cookie: string | undefined;
  readonly userAgent: string;
}

export async function upload(
  door: FileDoor,
  path: string,
  body: Uint8Array | Readable,
  options: UploadOptions,
): Promise<void> {
  const { onProgress, size = body instanceof Readable ? undefined : body.length } = options;
  const headers = { 'Content-Type': 'application/octet-stream' };
  const length = size === undefined ? undefined : { 'Content-Length': String(size) };
  const counted = onProgress ? counting(body instanceof Readable ? body : Readable.from([body]), onProgress) : body;
  const wanted = requestFor(door, 'PUT', path, options, { ...headers, ...length }, counted);
  const answer = await exchange(door.agent, wanted);
  await readAll(answer, wanted);
  if (answer.status >= 300) throw refused(answer, wanted, path);
}

/** The file's bytes as they come. Destroy the stream to give up early. */
export async function download(door: FileDoor, path: string, options: FileOptions): Promise<Readable> {
  const wanted = requestFor(door, 'GET', path, options, {});
  const answer = await exchange(door.agent, wanted);
  if (answer.status !== 200) {
    await readAll(answer, wanted);
    throw refused(answer, wanted, path);
  }
  return options.onProgress ? counting(answer.body, options.onProgress) : answer.body;
}

function requestFor(
  door: FileDoor,
  method: 'GET' | 'PUT',
  path: string,
  options: FileOptions,
  headers: Readonly<Record<string, string>>,
  body?: Uint8Array | Readable,
): HttpRequest {
  const file = parseDatastorePath(path);
  const url = new URL(`/folder/${file.path.split('/').map(encodeURIComponent).join('/')}`, door.url);
  url.searchParams.set('dcPath', options.datacenter.replace(/^\//, ''));
  url.searchParams.set('dsName', file.datastore);
  const cookie = door.cookie === undefined ? undefined : { Cookie: door.cookie };
  const timeout = options.timeout ?? 120_000;
  return {
    method,
    url,
    headers: { 'User-Agent': door.userAgent, ...cookie, ...headers },
    body,
    timeout,
    signal: options.signal,
  };
}

function refused({ status, statusText }: HttpAnswer, { method, url }: HttpRequest, path: string): VsphereError {
  return new VsphereError('ERR_CLIENT', `HTTP ${status} ${statusText} for ${path} at ${url.host}`, {
    method,
    // The doors for files have no faults; these are what the API itself would say.
    faultType: status === 401 ? 'NotAuthenticated' : status === 404 ? 'FileNotFound' : undefined,
    retryable: status === 503,
  });
}

function counting(source: Readable, onProgress: (bytes: number) => void): Readable {
  let moved = 0;
  const counter = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      moved += chunk.length;
      onProgress(moved);
      done(null, chunk);
    },
  });
  source.once('error', (error) => counter.destroy(error));
  counter.once('close', () => source.destroy());
  return source.pipe(counter);
}
