/** Files on their way over HTTP, whole or not at all. */
import type { Agent } from 'node:http';
import { Readable } from 'node:stream';
import type { ClientClock } from './clock.ts';
import { bytesOf, exchange, type HttpAnswer, type HttpRequest, readAll } from './http.ts';
import { VsphereError } from './vsphere-error.ts';

/** What a file is read from. */
export type Source = Uint8Array | AsyncIterable<Uint8Array>;

export interface Transfer {
  readonly agent: Agent;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeout: number;
  readonly clock: ClientClock;
  readonly signal?: AbortSignal | undefined;
  /** What is moved, for who reads of its failure. */
  readonly what: string;
  /** Called with the bytes moved so far and, where it is known, with all there are. */
  readonly onProgress?: ((bytes: number, total?: number) => void) | undefined;
}

/** Pieces in which bytes at hand go out, so that progress can be told. */
const PIECE = 256 * 1024;

/** Sends a file. `size` is needed only of a stream, and without it the stream goes out in chunks. */
export async function sendFile(
  transfer: Transfer,
  method: 'PUT' | 'POST',
  source: Source,
  size: number | undefined = source instanceof Uint8Array ? source.length : undefined,
): Promise<void> {
  const length = size === undefined ? {} : { 'Content-Length': String(size) };
  const type = { 'Content-Type': 'application/octet-stream' };
  const body = Readable.from(counted(transfer, source, size), { objectMode: false });
  const wanted: HttpRequest = { ...transfer, method, headers: { ...type, ...length, ...transfer.headers }, body };
  const answer = await exchange(transfer.agent, wanted);
  await readAll(answer, wanted);
  if (answer.status >= 300) throw refused(answer, wanted, transfer.what);
}

/** Fetches a file: its bytes as they come. Destroy the stream to give up early. */
export async function fetchFile(transfer: Transfer): Promise<Readable> {
  const wanted: HttpRequest = { ...transfer, method: 'GET' };
  const answer = await exchange(transfer.agent, wanted);
  if (answer.status !== 200) {
    await readAll(answer, wanted);
    throw refused(answer, wanted, transfer.what);
  }
  const length = answer.headers['content-length'];
  const bytes = told(bytesOf(answer, wanted), transfer, length === undefined ? undefined : Number(length));
  // A generator that was never begun would not let go of the connection.
  const stream = Readable.from(bytes, { objectMode: false, highWaterMark: 64 * 1024 });
  return stream.once('close', () => void answer.body.destroy());
}

/** What a HEAD tells of a file: size and when it was changed, as the server words it; undefined when there is none. */
export async function probeFile(transfer: Transfer): Promise<string | undefined> {
  const wanted: HttpRequest = { ...transfer, method: 'HEAD' };
  const answer = await exchange(transfer.agent, wanted);
  await readAll(answer, wanted);
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw refused(answer, wanted, transfer.what);
  const { etag, 'last-modified': modified, 'content-length': length } = answer.headers;
  return [etag, modified, length].join(' ');
}

function refused({ status, statusText }: HttpAnswer, { method, url }: HttpRequest, what: string): VsphereError {
  return new VsphereError('ERR_CLIENT', `HTTP ${status} ${statusText} for ${what} at ${url.host}`, {
    method,
    // The doors for files have no faults; these are what the API itself would say.
    faultType: status === 401 ? 'NotAuthenticated' : status === 404 ? 'FileNotFound' : undefined,
    retryable: [502, 503, 504].includes(status),
    maybeDone: status === 502 || status === 504,
  });
}

async function* counted(transfer: Transfer, source: Source, size: number | undefined): AsyncGenerator<Uint8Array> {
  let moved = 0;
  for await (const piece of told(source instanceof Uint8Array ? pieces(source) : source, transfer, size)) {
    moved += piece.length;
    yield piece;
  }
  if (size !== undefined && moved !== size) {
    throw new VsphereError(
      'ERR_CLIENT',
      `${transfer.what}: the source gave ${moved} bytes, and ${size} were announced`,
    );
  }
}

async function* told(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { onProgress }: Transfer,
  total: number | undefined,
): AsyncGenerator<Uint8Array> {
  let moved = 0;
  for await (const piece of source) {
    yield piece;
    moved += piece.length;
    onProgress?.(moved, total);
  }
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}
