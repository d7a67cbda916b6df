/** Serves what comes to a door beside `/sdk`: the visit, its answer on the socket, or why there is none. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Arrival } from '../objects/call.ts';
import { Refusal, refusalOf } from '../simulator/refusal.ts';
import { Spoiled } from '../simulator/rules.ts';
import type { Simulation } from '../simulator/simulator.ts';
import { noteRefused, type Visit, type VisitAnswer } from '../simulator/visit.ts';
import { arrivalOf, RATE, type Rated } from './arrival.ts';
import { type Headers, NodeWay } from './exchange.ts';
import { piecesOf } from './incoming.ts';
import { endAfter } from './linger.ts';
import { sendParts } from './outgoing.ts';
import { slowed } from './pace.ts';
import { spoil, type Unsent } from './spoil.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: AsyncIterable<Uint8Array> | Iterable<Uint8Array> | undefined;
}

/** What a door is for. */
export interface Door<V extends Visit> {
  readonly verbs: readonly string[];
  /** Throws Refusal to whom it does not let in. */
  open(arrival: Arrival): V;
  work(visit: V): Promise<Answer> | Answer;
}

export async function serve<V extends Visit>(
  simulation: Simulation,
  request: IncomingMessage,
  response: ServerResponse,
  door: Door<V>,
): Promise<void> {
  const { verbs } = door;
  if (!verbs.includes(request.method ?? '')) {
    refuse(request, response, new Refusal(405, 'this door knows no such method'), { allow: verbs.join(', ') });
    return;
  }
  let visit: V | undefined;
  const arrival = arrivalOf(request, response);
  try {
    visit = door.open(arrival);
    await visit.before();
    const answer = await door.work(visit);
    const effect = visit.after();
    visit.end('answer', undefined, toldOf(answer));
    if (effect && (await spoil(effect, unsent(answer), new NodeWay(request, response)))) return;
    await send(answer, request, response);
  } catch (error) {
    if (!visit) noteRefused(simulation, arrival, { verb: request.method!, url: request.url ?? '/' }, refusalOf(error));
    await fail(visit, error, request, response);
  } finally {
    visit?.leave();
  }
}

/** A failure before or during the work; what went out already is simply cut. */
async function fail(
  visit: Visit | undefined,
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
    if (!(await spoil(error.transport, unsent(answer), new NodeWay(request, response))))
      await send(answer, request, response);
  } else {
    const refusal = refusalOf(error);
    visit?.end('fault', refusal ? String(refusal.status) : 'unforeseen', refusal && { status: refusal.status });
    if (!refusal) throw error;
    refuse(request, response, refusal);
  }
}

function toldOf({ status, headers }: Answer): VisitAnswer {
  const bytes = lengthIn(headers);
  return bytes === undefined ? { status } : { status, bytes };
}

function lengthIn(headers: Headers): number | undefined {
  const length = headers['content-length'];
  return length === undefined ? undefined : Number(length);
}

function unsent({ status, headers, body }: Answer): Unsent {
  return {
    status,
    headers,
    async body(take) {
      for await (const chunk of body ?? []) if (!(await take(chunk))) return;
    },
  };
}

async function send(
  { status, headers, body }: Answer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.writeHead(status, headers);
  if (!body || request.method === 'HEAD') response.end();
  else await sendParts(body, response, lengthIn(headers));
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
  if (request.method !== 'HEAD') response.write(text);
  endAfter(request, response);
}

/** What a client sends, and how much it says that is. */
export function sentBy(request: IncomingMessage): { source: AsyncIterable<Uint8Array>; declared: number | undefined } {
  const length = request.headers['content-length'];
  const rate = (request as Rated)[RATE];
  return {
    source: rate === undefined ? piecesOf(request) : slowed(piecesOf(request), rate),
    declared: length === undefined ? undefined : Number(length),
  };
}
