/** `/folder/PATH?dcPath=&dsName=`: files of datastores, streamed in and out. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type FileVerb, FileVisit, Refusal, refusalOf } from '../simulator/file-door.ts';
import { Spoiled } from '../simulator/rules.ts';
import type { Simulation } from '../simulator/simulator.ts';
import { arrivalOf } from './arrival.ts';
import { type ByteRange, rangeOf } from './byte-range.ts';
import { NodeWay } from './exchange.ts';
import type { Handler } from './server.ts';
import { spoil, type Unsent } from './spoil.ts';

const VERBS: readonly string[] = ['GET', 'HEAD', 'PUT', 'DELETE'];
const PREFIX = '/folder/';

type Headers = Readonly<Record<string, string | number>>;

interface FileAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: AsyncIterable<Uint8Array> | undefined;
}

export function folder(simulation: Simulation): Handler {
  return async (request, response, url) => {
    // The raw path: a parsed URL has already climbed where a `..` says so.
    const raw = (request.url ?? '').split('?', 1)[0]!;
    if (!raw.startsWith(PREFIX)) return false;
    if (!VERBS.includes(request.method ?? '')) {
      refuse(request, response, new Refusal(405, 'this method is not for files'), { allow: VERBS.join(', ') });
      return true;
    }
    await serve(simulation, request, response, raw.slice(PREFIX.length), url.searchParams);
    return true;
  };
}

async function serve(
  simulation: Simulation,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
): Promise<void> {
  let visit: FileVisit | undefined;
  try {
    visit = open(simulation, request, response, path, query);
    await visit.before();
    const answer = await work(visit, request);
    const effect = visit.after();
    visit.end('answer');
    if (effect && (await spoil(effect, unsent(answer), new NodeWay(request, response)))) return;
    await send(answer, response);
  } catch (error) {
    await fail(visit, error, request, response);
  } finally {
    simulation.site.clock.drain();
  }
}

/** A failure before or during the work; what went out already is simply cut. */
async function fail(
  visit: FileVisit | undefined,
  error: unknown,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (response.headersSent || response.destroyed || request.errored) {
    visit?.end('cut');
    response.destroy();
  } else if (error instanceof Spoiled) {
    visit?.end('cut');
    const answer = { status: 503, headers: {}, body: undefined };
    if (!(await spoil(error.transport, unsent(answer), new NodeWay(request, response)))) await send(answer, response);
  } else {
    const refusal = refusalOf(error);
    visit?.end('fault', refusal ? String(refusal.status) : 'unforeseen');
    if (!refusal) throw error;
    refuse(request, response, refusal);
  }
}

function open(
  simulation: Simulation,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
): FileVisit {
  const { headers } = request;
  return new FileVisit(simulation, {
    verb: request.method as FileVerb,
    path,
    query,
    cookie: headers.cookie,
    authorization: headers.authorization,
    arrival: arrivalOf(request, response),
  });
}

async function work(visit: FileVisit, request: IncomingMessage): Promise<FileAnswer> {
  switch (request.method as FileVerb) {
    case 'PUT': {
      const length = request.headers['content-length'];
      const made = await visit.put(
        request.iterator({ destroyOnReturn: false }),
        length === undefined ? undefined : Number(length),
      );
      return { status: made ? 201 : 200, headers: { 'content-length': 0 }, body: undefined };
    }
    case 'DELETE':
      visit.remove();
      return { status: 200, headers: { 'content-length': 0 }, body: undefined };
    default:
      return contents(visit, request);
  }
}

function contents(visit: FileVisit, request: IncomingMessage): FileAnswer {
  const file = visit.find();
  const common = {
    'content-type': 'application/octet-stream',
    'accept-ranges': 'bytes',
    'last-modified': new Date(file.modified).toUTCString(),
  };
  const range = rangeOf(request.headers.range, file.size);
  if (range === 'unsatisfiable') {
    return { status: 416, headers: { 'content-range': `bytes */${file.size}`, 'content-length': 0 }, body: undefined };
  }
  const { start, end }: ByteRange = range ?? { start: 0, end: file.size };
  const part = range ? { 'content-range': `bytes ${start}-${end - 1}/${file.size}` } : {};
  return {
    status: range ? 206 : 200,
    headers: { ...common, ...part, 'content-length': end - start },
    body: request.method === 'HEAD' ? undefined : visit.read(file, start, end),
  };
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

function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal, more: Headers = {}): void {
  const text = `${refusal.message}\n`;
  const challenge = refusal.status === 401 ? { 'www-authenticate': 'Basic realm="VMware HTTP server"' } : {};
  response.writeHead(refusal.status, {
    'content-type': 'text/plain',
    'content-length': Buffer.byteLength(text),
    ...challenge,
    ...more,
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}
