/** `POST /sdk`: one SOAP call in, its answer out. Answered in front of any framework: this is the hot path. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';
import { constants, createGzip, gzipSync } from 'node:zlib';
import type { SoapAnswer } from '../simulator/door.ts';
import type { Engine } from '../simulator/engine.ts';
import type { Service } from '../simulator/service.ts';
import type { TransportEffect } from '../simulator/transport.ts';
import { isLoopback } from './address.ts';
import { BodyTooLarge, readBody } from './body.ts';
import { type Exchange, NodeExchange } from './exchange.ts';
import { spoil, type Unsent } from './spoil.ts';

const MAX_BODY = 64 * 2 ** 20;
/** An answer shorter than this is not worth compressing. */
const GZIP_FROM = 1_024;

const GONE = new Error('the client went away');

export type GzipMode = 'auto' | 'on' | 'off';

export interface SdkOptions {
  readonly gzip?: GzipMode | undefined;
  readonly secureCookies?: boolean | undefined;
}

/**
 * Serves a call; throws or rejects with what nobody foresaw. What an answer at once made due is done behind it: its client
 * reads it meanwhile.
 */
export function serveSdk(
  engine: Engine,
  options: SdkOptions,
  exchange: Exchange,
  service?: Service,
): Promise<void> | void {
  const answer = engine.handle(exchange, service);
  if (answer instanceof Promise) return answer.then((later) => write(later, options, exchange));
  try {
    return write(answer, options, exchange);
  } finally {
    engine.settle();
  }
}

/** As {@link serveSdk}, for a request that Node's HTTP server took on. */
export async function serveRequest(
  engine: Engine,
  options: SdkOptions,
  request: IncomingMessage,
  response: ServerResponse,
  service?: Service,
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
  await serveSdk(engine, options, new NodeExchange(request, response, body), service);
}

/** The answer as fault rules spoil it; of a long one no more is made than they let out. */
function unsent(answer: SoapAnswer, options: SdkOptions, exchange: Exchange): Unsent & { letGo(): void } {
  const { status, body, more } = answer;
  const chunks = bytesOf(body);
  const length = more ? {} : { 'content-length': sizeOf(chunks) };
  let begun = false;
  return {
    status,
    headers: { ...headersOf(answer, options, exchange), ...length },
    /** What was never asked for holds what it has yet to tell no longer. */
    letGo() {
      if (!begun) more?.(() => Promise.reject(GONE)).catch(() => {});
    },
    async body(take) {
      begun = true;
      const enough = new Error('enough');
      const all = async (list: readonly Buffer[]) => {
        for (const chunk of list) if (!(await take(chunk))) throw enough;
      };
      try {
        await all(chunks);
        await more?.(all);
      } catch (error) {
        if (error !== enough) throw error;
      }
    },
  };
}

function write(answer: SoapAnswer, options: SdkOptions, exchange: Exchange): Promise<void> | void {
  if (answer.transport) return writeSpoilt(answer, answer.transport, options, exchange);
  const { status, body, more } = answer;
  // A long answer holds what it has yet to tell, and lets go when it is given up.
  if (exchange.gone) return more?.(() => Promise.reject(GONE)).catch(() => {});
  const zip = wantsGzip(options.gzip ?? 'auto', exchange);
  const headers = headersOf(answer, options, exchange);
  if (more) return writeLong(more, zip, status, headers, exchange);
  if (zip) return writeZipped(bytesOf(body), status, headers, exchange);
  headers['content-length'] = typeof body === 'string' ? Buffer.byteLength(body) : sizeOf(body);
  exchange.send(status, headers, body);
}

function headersOf(
  { setCookie }: SoapAnswer,
  { secureCookies }: SdkOptions,
  { scheme }: Exchange,
): Record<string, string | number> {
  const headers: Record<string, string | number> = {
    'cache-control': 'no-cache',
    'content-type': 'text/xml; charset=utf-8',
    vary: 'Accept-Encoding',
  };
  if (setCookie !== undefined)
    headers['set-cookie'] = cookieLine(setCookie, secureCookies === true || scheme === 'https');
  return headers;
}

async function writeSpoilt(
  answer: SoapAnswer,
  effect: TransportEffect,
  options: SdkOptions,
  exchange: Exchange,
): Promise<void> {
  const spoilt = unsent(answer, options, exchange);
  if (await spoil(effect, spoilt, exchange)) return spoilt.letGo();
  await write({ ...answer, transport: undefined }, options, exchange);
}

function wantsGzip(mode: GzipMode, { acceptEncoding, remoteAddress }: Exchange): boolean {
  if (mode === 'off' || acceptEncoding === '' || !/\bgzip\b/.test(acceptEncoding)) return false;
  return mode === 'on' || !isLoopback(remoteAddress);
}

function writeZipped(
  chunks: readonly Buffer[],
  status: number,
  headers: Record<string, string | number>,
  exchange: Exchange,
): void {
  let body = chunks;
  if (sizeOf(chunks) >= GZIP_FROM) {
    body = [gzipSync(Buffer.concat(chunks), { level: constants.Z_BEST_SPEED })];
    headers['content-encoding'] = 'gzip';
  }
  headers['content-length'] = sizeOf(body);
  exchange.send(status, headers, body);
}

async function writeLong(
  more: NonNullable<SoapAnswer['more']>,
  zip: boolean,
  status: number,
  headers: Record<string, string | number>,
  exchange: Exchange,
): Promise<void> {
  if (zip) headers['content-encoding'] = 'gzip';
  const way = exchange.open(status, headers);
  const out = zip ? createGzip({ level: constants.Z_BEST_SPEED }) : way;
  if (out !== way) out.pipe(way);
  try {
    await more(async (chunks) => {
      let room = true;
      for (const chunk of chunks) room = out.write(chunk);
      if (!room && !exchange.gone) await drained(out, exchange);
      if (exchange.gone) throw GONE;
    });
    out.end();
  } catch {
    // Half an answer must not look like a whole one.
    exchange.socket.destroy();
  }
}

/** Waits until the receiver takes more, or is gone. */
function drained(out: Writable, exchange: Exchange): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      out.removeListener('drain', done);
      stay();
      resolve();
    };
    out.once('drain', done);
    const stay = exchange.onGone(done);
  });
}

/** As a vCenter writes it; without TLS a Secure cookie would never come back. */
function cookieLine(secret: string, secure: boolean): string {
  return `vmware_soap_session="${secret}"; Path=/; HttpOnly;${secure ? ' Secure;' : ''}`;
}

function bytesOf(body: string | readonly Buffer[]): readonly Buffer[] {
  return typeof body === 'string' ? [Buffer.from(body)] : body;
}

function sizeOf(chunks: readonly Buffer[]): number {
  return chunks.reduce((n, c) => n + c.length, 0);
}
