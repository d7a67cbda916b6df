/** One HTTP exchange: errors as the client's own, a deadline, and no wait that a signal cannot end. */
import { type Agent, type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { VsphereError } from './vsphere-error.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | Readable | undefined;
  /** Longest wait for the server while it is its turn, in milliseconds. */
  readonly timeout: number;
  readonly signal?: AbortSignal | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: IncomingMessage;
}

/** Answers larger than this are refused rather than held in memory. */
export const LARGEST_ANSWER: number = 500 * 1024 * 1024;

/** Sends a request and resolves with the answer's head. Throws {@link VsphereError} ERR_UNREACHABLE, or the signal's reason. */
export async function exchange(agent: Agent, wanted: HttpRequest): Promise<HttpAnswer> {
  wanted.signal?.throwIfAborted();
  return await send(agent, wanted);
}

/** Reads the rest of an answer, which must come within `timeout` milliseconds in all. */
export async function readAll(answer: HttpAnswer, wanted: HttpRequest): Promise<Buffer> {
  const deadline = setTimeout(() => answer.body.destroy(stalled(wanted)), wanted.timeout);
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of answer.body) {
      size += (chunk as Buffer).length;
      if (size > LARGEST_ANSWER) throw new VsphereError('ERR_CLIENT', `the answer of ${wanted.url.host} has no end`);
      chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    throw lost(error, wanted);
  } finally {
    clearTimeout(deadline);
  }
}

/** What a broken connection means to the caller. */
export function lost(error: unknown, { url, signal }: Pick<HttpRequest, 'url' | 'signal'>): unknown {
  if (signal?.aborted) return signal.reason;
  if (error instanceof VsphereError) return error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  const hint = /CERT|SELF_SIGNED|UNABLE_TO|thumbprint/.test(`${code} ${message}`)
    ? 'pass the ca, its thumbprint, or insecure'
    : undefined;
  return new VsphereError('ERR_UNREACHABLE', `no answer from ${url.host}: ${message || code}`, {
    cause: error,
    retryable: hint === undefined,
    hint,
  });
}

function send(agent: Agent, wanted: HttpRequest): Promise<HttpAnswer> {
  const { url, method, headers, body, signal } = wanted;
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const made = request(url, { agent, method, headers, ...(signal ? { signal } : {}) });
    const endWait = awaitHead(made, wanted);
    made.on('error', (error) => {
      endWait();
      reject(lost(error, wanted));
    });
    made.once('response', (answer) => {
      endWait();
      guardBody(made, answer, wanted);
      resolve({
        status: answer.statusCode ?? 0,
        statusText: answer.statusMessage ?? '',
        headers: answer.headers,
        body: answer,
      });
    });
    if (!(body instanceof Readable)) {
      made.end(body);
      return;
    }
    // A source that fails is the caller's own affair, and no silence of the server's.
    body.once('error', (error) => made.destroyed || reject(error));
    // A server may answer before it has read everything; then its answer counts, not the broken pipe.
    pipeline(body, made).catch((error: Error) => made.destroy(error));
  });
}

/**
 * Gives a request up when the server lets it wait too long: to be reached, to take the body, or to answer with a whole
 * head. A timer of our own, as a socket's counts neither the time until it is connected nor a head that trickles.
 */
function awaitHead(made: ClientRequest, wanted: HttpRequest): () => void {
  const { body } = wanted;
  const ours = () => body instanceof Readable && !made.writableEnded && made.writableLength === 0;
  const timer = setTimeout(() => {
    if (ours() && made.socket?.connecting === false) timer.refresh();
    else made.destroy(stalled(wanted));
  }, wanted.timeout);
  const go = () => void timer.refresh();
  const progress = ['socket', 'drain', 'finish'];
  for (const event of progress) made.on(event, go);
  return () => {
    for (const event of progress) made.off(event, go);
    clearTimeout(timer);
  };
}

/** A body that stands still is given up, unless nobody reads it; an answer that came early ends what is still sent. */
function guardBody(made: ClientRequest, answer: IncomingMessage, wanted: HttpRequest): void {
  made.setTimeout(wanted.timeout, () => {
    if (answer.readableLength === 0) answer.destroy(stalled(wanted));
  });
  answer.once('end', () => {
    if (!made.writableFinished) made.destroy();
  });
}

function stalled({ url, timeout }: HttpRequest): VsphereError {
  return new VsphereError('ERR_UNREACHABLE', `${url.host} kept silent for ${timeout} ms`, { retryable: true });
}
