/** vcsim's `-trace`: each SOAP request and its answer, whole, in the order they end. Secrets are starred out. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createWriteStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';
import { constants, gunzipSync } from 'node:zlib';

/** Node tells here of every request of every HTTP server of the process, before the server sees it. */
const ARRIVED = 'http.server.request.start';

/** Starts writing to a file, or to stderr without one; returns how to stop. */
export function writeTrace(file: string): () => Promise<void> {
  const out: Writable = file === '' ? process.stderr : createWriteStream(file, { flags: 'a' });
  const listener = (message: unknown) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (request.method === 'POST' && /^\/sdk\b/.test(request.url ?? '')) follow(request, response, out);
  };
  subscribe(ARRIVED, listener);
  return () => {
    unsubscribe(ARRIVED, listener);
    return new Promise((resolve) => (file === '' ? resolve() : out.end(resolve)));
  };
}

function follow(request: IncomingMessage, response: ServerResponse, out: Writable): void {
  const asked: Buffer[] = [];
  const told: Buffer[] = [];
  // A listener for data would start the flow before the server is there to hear it; what is pushed may be overheard.
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null, encoding) => {
    if (chunk) asked.push(chunk);
    return push(chunk, encoding);
  };
  const overhear = (method: 'write' | 'end') => {
    const own = response[method].bind(response) as (...words: unknown[]) => never;
    response[method] = ((...words: unknown[]) => {
      const [chunk] = words;
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) told.push(Buffer.from(chunk as Uint8Array));
      return own(...words);
    }) as never;
  };
  overhear('write');
  overhear('end');
  response.once('close', () => {
    const answer = plain(Buffer.concat(told));
    out.write(`Request: ${starred(String(Buffer.concat(asked)))}\nResponse: ${starred(String(answer))}\n`);
  });
}

/** What was compressed, as far as it went out. */
function plain(body: Buffer): Buffer {
  const isGzip = body[0] === 0x1f && body[1] === 0x8b;
  return isGzip ? gunzipSync(body, { finishFlush: constants.Z_SYNC_FLUSH }) : body;
}

/** Elements that hold a secret wherever they stand, and calls and answers that are one altogether. */
const SECRET = [
  'password|vimAccountPassword|adminPassword|oldPassword|newPassword',
  'chapSecret|mutualChapSecret|keyData|privateKey',
  'token|ticket|cloneTicket|sessionId|sessionTicket|vcSessionCookie|Security',
  'AcquireCloneTicketResponse|AcquireGenericServiceTicketResponse|ProvisionServerPrivateKey',
];
const SECRETS = new RegExp(`<((?:\\w+:)?(?:${SECRET.join('|')}))(\\s[^>]*[^/>])?>[\\s\\S]*?</\\1\\s*>`, 'g');

function starred(text: string): string {
  return text.replace(SECRETS, '<$1$2>***</$1>');
}
