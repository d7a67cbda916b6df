/** Bytes from and to a web server, as streams: what an image store is asked by. */
import { type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { Writable } from 'node:stream';
import { SimError } from '../kernel/errors.ts';

export interface WebOptions {
  /** Sent with every request: a token, credentials. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** PEM of the authority to trust instead of the usual ones. */
  readonly ca?: string | undefined;
  /** Longest silence of the server, in milliseconds. Default 120 000. */
  readonly timeout?: number | undefined;
}

interface WebRequest extends WebOptions {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  readonly url: URL;
  readonly body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

const MOST_REDIRECTS = 5;

/** The answer, its body to be read. Throws ERR_UNREACHABLE or, for any status but 2xx, ERR_CLIENT. */
export async function ask(wanted: WebRequest): Promise<IncomingMessage> {
  let { url, headers } = wanted;
  for (let n = 0; n <= MOST_REDIRECTS; n++) {
    const made = start({ ...wanted, url, headers });
    made.end(wanted.body);
    const answer = await answerTo(made, { ...wanted, url });
    const { location } = answer.headers;
    const status = answer.statusCode ?? 0;
    if (status < 300) return answer;
    answer.destroy();
    if (status >= 400 || location === undefined || !URL.canParse(location, url.href)) throw refused(url, answer);
    const next = new URL(location, url);
    // A token is for who was asked, and no other.
    if (next.origin !== url.origin) headers = undefined;
    url = next;
  }
  throw new SimError('ERR_CLIENT', `${wanted.url.href} leads from one address to another without an end`);
}

/** A small answer as JSON. */
export async function askJson(wanted: WebRequest): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await ask(wanted)) {
    size += (chunk as Buffer).length;
    if (size > MOST_JSON) throw new SimError('ERR_CLIENT', `${wanted.url.href} answers without an end`);
    chunks.push(chunk as Buffer);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (cause) {
    throw new SimError('ERR_CLIENT', `${wanted.url.href} answers with what is no JSON`, { cause });
  }
}

const MOST_JSON = 2 ** 20;

/** A body on its way out. It has ended well once the server has said so. */
export function send(wanted: WebRequest): Writable {
  const made = start(wanted);
  const answered = answerTo(made, wanted);
  // Heard when the body ends, or before when the server has seen enough.
  const outcome = answered.then(
    (answer) => {
      answer.resume();
      return (answer.statusCode ?? 0) < 300 ? undefined : refused(wanted.url, answer);
    },
    (error: Error) => error,
  );
  const stream = new Writable({
    write: (chunk: Uint8Array, _encoding, done) =>
      void made.write(chunk, (error) => done(error && lost(wanted, error))),
    final(done) {
      made.end();
      void outcome.then((error) => done(error ?? null));
    },
    destroy(error, done) {
      made.destroy();
      done(error);
    },
  });
  void outcome.then((error) => error && stream.destroy(error));
  return stream;
}

function start({ url, method, headers, ca, signal, timeout = 120_000 }: WebRequest): ClientRequest {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new SimError('ERR_USAGE', `${url.href} is no address of a web server`, { hint: 'http:// or https://' });
  }
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  const made = request(url, { method, headers, ...(ca === undefined ? {} : { ca }), ...(signal ? { signal } : {}) });
  made.setTimeout(timeout, () => made.destroy(new Error(`no word for ${timeout} ms`)));
  return made;
}

function answerTo(made: ClientRequest, wanted: WebRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    made.once('response', resolve);
    made.on('error', (error) => reject(wanted.signal?.aborted ? wanted.signal.reason : lost(wanted, error)));
  });
}

function lost({ url }: WebRequest, cause: Error): SimError {
  return new SimError('ERR_UNREACHABLE', `${url.host} cannot be spoken with: ${cause.message}`, { cause });
}

function refused({ host, pathname }: URL, { statusCode, statusMessage }: IncomingMessage): SimError {
  return new SimError('ERR_CLIENT', `HTTP ${statusCode} ${statusMessage} for ${pathname} at ${host}`, {
    hint: 'check the address, and who may read and write there',
  });
}
