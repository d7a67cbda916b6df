/** One HTTP exchange: errors as the client's own, patience with the server, and no wait that a signal cannot end. */
import { type Agent, type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientClock } from './clock.ts';
import { lost, stalled } from './lost.ts';
import { Patience } from './patience.ts';
import { VsphereError } from './vsphere-error.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | Readable | undefined;
  /** Longest wait for the server while it is its turn, in milliseconds. */
  readonly timeout: number;
  readonly clock: ClientClock;
  readonly signal?: AbortSignal | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Readable;
}

/** Answers larger than this are refused rather than held in memory. */
export const LARGEST_ANSWER: number = 500 * 1024 * 1024;

/** Bytes of an answer that are read before somebody asks for them. */
const AHEAD = 8 * 1024 * 1024;
/** Shorter answers are there at once. */
const SHORT = 64 * 1024;

/** Sends a request and resolves with the answer's head. Throws {@link VsphereError} ERR_UNREACHABLE, or the signal's reason. */
export async function exchange(agent: Agent, wanted: HttpRequest): Promise<HttpAnswer> {
  wanted.signal?.throwIfAborted();
  return await send(agent, wanted);
}

/** Reads the rest of an answer. */
export async function readAll(answer: HttpAnswer, wanted: HttpRequest): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytesOf(answer, wanted)) {
    size += chunk.length;
    if (size > LARGEST_ANSWER) throw endless(wanted);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function endless({ url }: HttpRequest): VsphereError {
  return new VsphereError('ERR_CLIENT', `the answer of ${url.host} has no end`);
}

/**
 * The same answer, read ahead of whoever takes his time over it: a server that cannot get rid of a page may give it up.
 */
export function aheadOf(answer: HttpAnswer): Pick<HttpAnswer, 'body'> {
  if (Number(answer.headers['content-length'] ?? AHEAD) < SHORT) return answer;
  const ahead = new PassThrough({ highWaterMark: AHEAD });
  pipeline(answer.body, ahead).catch(() => {
    // Whoever reads is told, or has gone.
  });
  return { body: ahead };
}

/** The rest of an answer as it comes. */
export async function* bytesOf(
  { body }: Pick<HttpAnswer, 'body'>,
  wanted: HttpRequest,
): AsyncGenerator<Buffer, void, undefined> {
  try {
    for await (const chunk of body) yield chunk as Buffer;
  } catch (error) {
    throw lost(error, wanted, true);
  }
}

function send(agent: Agent, wanted: HttpRequest): Promise<HttpAnswer> {
  const { url, method, headers, body, signal } = wanted;
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const made = request(url, { agent, method, headers, ...(signal ? { signal } : {}) });
    const isSent = noteSending(made, url);
    const patience = watchOver(made, wanted);
    made.on('error', (error) => {
      patience.over();
      reject(lost(error, wanted, isSent()));
    });
    made.once('response', (answer) => {
      answer.once('close', () => patience.over());
      // An answer that came early ends what is still sent.
      answer.once('end', () => {
        if (!made.writableFinished) made.destroy();
      });
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
    body.once('error', (error) => {
      if (!made.destroyed) reject(error);
    });
    // A server may answer before it has read everything; then its answer counts, not the broken pipe.
    pipeline(body, made).catch((error: Error) => made.destroy(error));
  });
}

/** Tells whether the server can have seen anything of a request: before there is a connection it cannot. */
function noteSending(made: ClientRequest, { protocol }: URL): () => boolean {
  let sent = false;
  made.once('socket', (socket) => {
    // What a pool has kept open, or an agent has looked at before, is connected already.
    if (!socket.connecting) sent = true;
    else {
      socket.once(protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        sent = true;
      });
    }
  });
  return () => sent;
}

/**
 * Gives an exchange up when the server lets it wait too long: to be reached, to take the body, to answer with a whole
 * head, or to send the rest. A timer of our own, as a socket's counts neither the time until it is connected nor a head
 * that trickles.
 */
function watchOver(made: ClientRequest, wanted: HttpRequest): Patience {
  let answer: IncomingMessage | undefined;
  const waitsForSource = (): boolean =>
    wanted.body instanceof Readable &&
    !made.writableEnded &&
    made.writableLength === 0 &&
    made.socket?.connecting === false;
  const patience = new Patience(wanted.clock, wanted.timeout, {
    received: () => answer?.socket?.bytesRead ?? 0,
    // What lies there unread is nobody's silence but the reader's.
    ours: () => (answer ? answer.readableLength > 0 : waitsForSource()),
    end: () => (answer ?? made).destroy(stalled(wanted)),
  });
  for (const event of ['socket', 'drain', 'finish']) made.on(event, () => answer ?? patience.sign());
  made.once('response', (message) => {
    answer = message;
    patience.sign();
  });
  return patience;
}
