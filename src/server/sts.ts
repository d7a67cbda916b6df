/** `/sts/STSService`: the token service, which speaks WS-Trust. */
import type { IncomingMessage } from 'node:http';
import { Refusal } from '../simulator/refusal.ts';
import type { Simulation } from '../simulator/simulator.ts';
import { TokenVisit } from '../simulator/token-door.ts';
import { BodyTooLarge, readBody } from './body.ts';
import type { Handler } from './server.ts';
import { type Answer, type Door, serve } from './visits.ts';

/** With the name of a tenant behind it or not: there is one. */
const PATH = /^\/sts\/STSService(?:\/[\w.-]*)?$/;
const LONGEST = 256 * 1024;

export function tokenService(simulation: Simulation): Handler {
  return async (request, response, { pathname }) => {
    if (!PATH.test(pathname) || simulation.site.flavour === 'esx') return false;
    const door: Door<TokenVisit> = {
      verbs: ['POST'],
      open: (arrival) => new TokenVisit(simulation, arrival),
      work: (visit) => work(visit, request),
    };
    await serve(simulation, request, response, door);
    return true;
  };
}

async function work(visit: TokenVisit, request: IncomingMessage): Promise<Answer> {
  const { text, fault } = await visit.ask((await bodyOf(request)).toString());
  const body = Buffer.from(text);
  const headers = { 'content-type': 'text/xml; charset=utf-8', 'content-length': body.length };
  return { status: fault === undefined ? 200 : 500, headers, body: [body] };
}

function bodyOf(request: IncomingMessage): Promise<Buffer> {
  return readBody(request, LONGEST).catch((error: unknown) => {
    throw error instanceof BodyTooLarge ? new Refusal(413, 'a token request is shorter') : error;
  });
}
