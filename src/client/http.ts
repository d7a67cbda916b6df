/** One HTTP exchange: errors as the client's own, a deadline, and no wait that a signal cannot end. */
import { type Agent, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { VsphereError } from './vsphere-error.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | Readable | undefined;
  /** Longest silence of the server while it is its turn, in milliseconds. */
  readonly timeout: number;
  readonly signal?: AbortSignal | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: IncomingMessage;
}

/** Sends a request and resolves with the answer's head. Throws {@link VsphereError} ERR_UNREACHABLE, or the signal's reason. */
export async function exchange(agent: Agent, wanted: HttpRequest): Promise<HttpAnswer> {
  wanted.signal?.throwIfAborted();
  try {
    return await send(agent, wanted);
  } catch (error) {
    throw lost(error, wanted);
  }
}

/** Reads the rest of an answer, which must come within `timeout` milliseconds in all. */
export async function readAll(answer: HttpAnswer, wanted: HttpRequest): Promise<Buffer> {
  const deadline = setTimeout(() => answer.body.destroy(stalled(wanted)), wanted.timeout);
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of answer.body) chunks.push(chunk as Buffer);
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
  const { url, method, headers, body, timeout, signal } = wanted;
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const made = request(url, { agent, method, headers, ...(signal ? { signal } : {}) }, (answer) => {
      resolve({
        status: answer.statusCode ?? 0,
        statusText: answer.statusMessage ?? '',
        headers: answer.headers,
        body: answer,
      });
    });
    made.on('error', reject);
    made.setTimeout(timeout, () => made.destroy(stalled(wanted)));
    // A server may answer before it has read everything; then its answer counts, not the broken pipe.
    if (body instanceof Readable) pipeline(body, made).catch((error: Error) => made.destroy(error));
    else made.end(body);
  });
}

function stalled({ url, timeout }: HttpRequest): VsphereError {
  return new VsphereError('ERR_UNREACHABLE', `${url.host} kept silent for ${timeout} ms`, { retryable: true });
}
