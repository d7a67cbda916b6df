/** `POST /sdk`: one SOAP call in, its answer out. Answered in front of any framework: this is the hot path. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { constants, createGzip, gzipSync } from 'node:zlib';
import type { SoapAnswer, SoapRequest } from '../simulator/door.ts';
import type { Engine } from '../simulator/engine.ts';
import { addressOf, isLoopback } from './address.ts';
import { BodyTooLarge, readBody } from './body.ts';
import { spoil, type Unsent } from './spoil.ts';

const MAX_BODY = 64 * 2 ** 20;
/** An answer shorter than this is not worth compressing. */
const GZIP_FROM = 1_024;
/** Up to here an answer goes out as one text with its headers. */
const ONE_WRITE = 16 * 1_024;

export type GzipMode = 'auto' | 'on' | 'off';

export interface SdkOptions {
  readonly gzip?: GzipMode | undefined;
  readonly secureCookies?: boolean | undefined;
}

export async function serveSdk(
  engine: Engine,
  options: SdkOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let body: Buffer;
  try {
    body = await readBody(request, MAX_BODY);
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) return;
    response.writeHead(413, { 'content-type': 'text/plain', connection: 'close' });
    response.end('Request Entity Too Large\n');
    return;
  }
  const answer = await engine.handle(soapRequest(request, response, body));
  if (answer.transport && (await spoil(answer.transport, unsent(answer), request, response))) return;
  const secure = options.secureCookies === true || 'encrypted' in request.socket;
  await write(answer, wantsGzip(options.gzip ?? 'auto', request), secure, response);
}

/** The answer as fault rules spoil it; of a long one no more is made than they let out. */
function unsent({ status, chunks, more }: SoapAnswer): Unsent {
  const length = more ? {} : { 'content-length': sizeOf(chunks) };
  return {
    status,
    headers: { 'content-type': 'text/xml; charset=utf-8', ...length },
    async body(take) {
      const enough = new Error('enough');
      const all = (list: readonly Buffer[]) => list.every(take) || Promise.reject(enough);
      try {
        await all(chunks);
        await more?.(async (list) => void (await all(list)));
      } catch (error) {
        if (error !== enough) throw error;
      }
    },
  };
}

function soapRequest(request: IncomingMessage, response: ServerResponse, body: Buffer): SoapRequest {
  const { headers, socket } = request;
  const scheme = 'encrypted' in socket ? 'https' : 'http';
  return {
    body,
    soapAction: headers['soapaction'] as string | undefined,
    cookie: headers.cookie,
    address: addressOf(request),
    scheme,
    remoteAddress: socket.remoteAddress ?? '',
    userAgent: headers['user-agent'] ?? '',
    onGone(then) {
      response.on('close', then);
      return () => response.removeListener('close', then);
    },
    afterRealTime(milliseconds, then) {
      const timer = setTimeout(then, milliseconds).unref();
      return () => clearTimeout(timer);
    },
  };
}

function wantsGzip(mode: GzipMode, request: IncomingMessage): boolean {
  if (mode === 'off' || !/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return false;
  return mode === 'on' || !isLoopback(request.socket.remoteAddress);
}

async function write(answer: SoapAnswer, zip: boolean, secure: boolean, response: ServerResponse): Promise<void> {
  if (response.destroyed) return;
  const headers: Record<string, string | number> = {
    'cache-control': 'no-cache',
    'content-type': 'text/xml; charset=utf-8',
    vary: 'Accept-Encoding',
  };
  if (answer.setCookie !== undefined) headers['set-cookie'] = cookieLine(answer.setCookie, secure);
  if (answer.more) return writeLong(answer, zip, headers, response);
  let chunks = answer.chunks;
  let size = sizeOf(chunks);
  if (zip && size >= GZIP_FROM) {
    chunks = [gzipSync(Buffer.concat(chunks), { level: constants.Z_BEST_SPEED })];
    size = sizeOf(chunks);
    headers['content-encoding'] = 'gzip';
  }
  headers['content-length'] = size;
  response.writeHead(answer.status, headers);
  // Node puts a text behind the headers in one write; bytes would go out in a second, and cost a TLS record more.
  if (chunks.length === 1 && size <= ONE_WRITE && headers['content-encoding'] === undefined) {
    response.end(chunks[0]!.toString('utf8'));
    return;
  }
  for (let i = 0; i < chunks.length - 1; i++) response.write(chunks[i]);
  response.end(chunks.at(-1));
}

async function writeLong(
  answer: SoapAnswer,
  zip: boolean,
  headers: Record<string, string | number>,
  response: ServerResponse,
): Promise<void> {
  if (zip) headers['content-encoding'] = 'gzip';
  response.writeHead(answer.status, headers);
  const out = zip ? createGzip({ level: constants.Z_BEST_SPEED }) : response;
  if (out !== response) out.pipe(response);
  await answer.more!(async (chunks) => {
    let room = true;
    for (const chunk of chunks) room = out.write(chunk);
    if (!room && !response.destroyed) await drained(out, response);
    if (response.destroyed) throw new Error('the client went away');
  }).catch(() => response.destroy());
  out.end();
}

/** Waits until the receiver takes more, or is gone. */
function drained(out: NodeJS.WritableStream, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      out.removeListener('drain', done);
      response.removeListener('close', done);
      resolve();
    };
    out.once('drain', done);
    response.once('close', done);
  });
}

/** As a vCenter writes it; without TLS a Secure cookie would never come back. */
function cookieLine(secret: string, secure: boolean): string {
  return `vmware_soap_session="${secret}"; Path=/; HttpOnly;${secure ? ' Secure;' : ''}`;
}

function sizeOf(chunks: readonly Buffer[]): number {
  return chunks.reduce((n, c) => n + c.length, 0);
}
