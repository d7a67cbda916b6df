/** `GET /screen?id=vm-15`: how a machine's console looks now, as a PNG. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal, refusalOf } from '../simulator/file-door.ts';
import { Spoiled } from '../simulator/rules.ts';
import { ScreenVisit } from '../simulator/screen-door.ts';
import type { Simulation } from '../simulator/simulator.ts';
import { arrivalOf } from './arrival.ts';
import { NodeWay } from './exchange.ts';
import type { Handler } from './server.ts';
import { spoil, type Unsent } from './spoil.ts';

const PATH = '/screen';

export function screen(simulation: Simulation): Handler {
  return async (request, response, url) => {
    if (url.pathname !== PATH) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuse(response, new Refusal(405, 'a screen is only looked at'), { allow: 'GET, HEAD' });
      return true;
    }
    await look(simulation, request, response, url.searchParams.get('id') ?? '');
    return true;
  };
}

async function look(
  simulation: Simulation,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  let visit: ScreenVisit | undefined;
  try {
    visit = open(simulation, request, response, id);
    await visit.before();
    const answer = answerOf(visit.screen());
    const effect = visit.after();
    visit.end('answer');
    if (effect && (await spoil(effect, answer, new NodeWay(request, response)))) return;
    response.writeHead(answer.status, answer.headers);
    await answer.body((chunk) => response.write(chunk));
    response.end();
  } catch (error) {
    await fail(visit, error, request, response);
  } finally {
    simulation.site.clock.drain();
  }
}

async function fail(
  visit: ScreenVisit | undefined,
  error: unknown,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (error instanceof Spoiled) {
    visit?.end('cut');
    const nothing = { status: 503, headers: {}, async body() {} };
    if (!(await spoil(error.transport, nothing, new NodeWay(request, response)))) response.writeHead(503).end();
    return;
  }
  const refusal = refusalOf(error);
  visit?.end('fault', refusal ? String(refusal.status) : 'unforeseen');
  if (!refusal) throw error;
  refuse(response, refusal);
}

function answerOf(png: Buffer): Unsent {
  return {
    status: 200,
    headers: { 'content-type': 'image/png', 'content-length': png.length, 'cache-control': 'no-cache' },
    async body(take) {
      take(png);
    },
  };
}

function open(simulation: Simulation, request: IncomingMessage, response: ServerResponse, id: string): ScreenVisit {
  const { headers } = request;
  return new ScreenVisit(simulation, {
    id,
    cookie: headers.cookie,
    authorization: headers.authorization,
    arrival: arrivalOf(request, response),
  });
}

function refuse(response: ServerResponse, refusal: Refusal, more: Readonly<Record<string, string>> = {}): void {
  const challenge = refusal.status === 401 ? { 'www-authenticate': 'Basic realm="VMware HTTP server"' } : {};
  response.writeHead(refusal.status, { 'content-type': 'text/plain', ...challenge, ...more });
  response.end(`${refusal.message}\n`);
}
