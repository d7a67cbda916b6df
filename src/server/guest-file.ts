/** `/guestFile?id=&token=`: files of guests, streamed in and out, each by a token that is good once. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal, refusalOf } from '../simulator/file-door.ts';
import { GuestTransfer } from '../simulator/guest-door.ts';
import { Spoiled } from '../simulator/rules.ts';
import type { Simulation } from '../simulator/simulator.ts';
import { arrivalOf } from './arrival.ts';
import { NodeWay } from './exchange.ts';
import type { Handler } from './server.ts';
import { spoil, type Unsent } from './spoil.ts';

const PATH = '/guestFile';
const VERBS = ['GET', 'PUT'];

interface FileAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: AsyncIterable<Uint8Array> | undefined;
}

export function guestFile(simulation: Simulation): Handler {
  return async (request, response, url) => {
    if (url.pathname !== PATH) return false;
    if (!VERBS.includes(request.method ?? '')) {
      refuse(response, new Refusal(405, 'this method is not for files'), { allow: VERBS.join(', ') });
      return true;
    }
    await serve(simulation, request, response, url.searchParams);
    return true;
  };
}

async function serve(
  simulation: Simulation,
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
): Promise<void> {
  let transfer: GuestTransfer | undefined;
  try {
    transfer = open(simulation, request, response, query);
    await transfer.before();
    const answer = await work(transfer, request);
    const effect = transfer.after();
    transfer.end('answer');
    if (effect && (await spoil(effect, unsent(answer), new NodeWay(request, response)))) return;
    await send(answer, response);
  } catch (error) {
    await fail(transfer, error, request, response);
  } finally {
    simulation.site.clock.drain();
  }
}

function open(
  simulation: Simulation,
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
): GuestTransfer {
  return new GuestTransfer(simulation, {
    verb: request.method as 'GET' | 'PUT',
    query,
    arrival: arrivalOf(request, response),
  });
}

async function work(transfer: GuestTransfer, request: IncomingMessage): Promise<FileAnswer> {
  if (request.method === 'PUT') {
    const length = request.headers['content-length'];
    await transfer.write(
      request.iterator({ destroyOnReturn: false }),
      length === undefined ? undefined : Number(length),
    );
    return { status: 200, headers: { 'content-length': 0 }, body: undefined };
  }
  const { size, body } = transfer.read();
  return { status: 200, headers: { 'content-type': 'application/octet-stream', 'content-length': size }, body };
}

/** A failure before or during the work; what went out already is simply cut. */
async function fail(
  transfer: GuestTransfer | undefined,
  error: unknown,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (response.headersSent || response.destroyed || request.errored) {
    transfer?.end('cut');
    response.destroy();
  } else if (error instanceof Spoiled) {
    transfer?.end('cut');
    const answer = { status: 503, headers: {}, body: undefined };
    if (!(await spoil(error.transport, unsent(answer), new NodeWay(request, response)))) await send(answer, response);
  } else {
    const refusal = refusalOf(error);
    transfer?.end('fault', refusal ? String(refusal.status) : 'unforeseen');
    if (!refusal) throw error;
    refuse(response, refusal);
  }
}

function unsent({ status, headers, body }: FileAnswer): Unsent {
  return {
    status,
    headers,
    async body(take) {
      for await (const chunk of body ?? []) if (!take(chunk)) return;
    },
  };
}

async function send({ status, headers, body }: FileAnswer, response: ServerResponse): Promise<void> {
  response.writeHead(status, headers);
  if (!body) response.end();
  else await pipeline(Readable.from(body, { objectMode: false }), response).catch(() => response.destroy());
}

function refuse(response: ServerResponse, { status, message }: Refusal, more: FileAnswer['headers'] = {}): void {
  const text = `${message}\n`;
  response.writeHead(status, { 'content-type': 'text/plain', 'content-length': Buffer.byteLength(text), ...more });
  response.end(text);
}
