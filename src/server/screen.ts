/** `GET /screen?id=vm-15`: how a machine's console looks now, as a PNG. */
import { ScreenVisit } from '../simulator/screen-door.ts';
import type { Simulation } from '../simulator/simulator.ts';
import type { Handler } from './server.ts';
import { type Answer, type Door, serve } from './visits.ts';

export function screen(simulation: Simulation): Handler {
  return async (request, response, { pathname, searchParams }) => {
    if (pathname !== '/screen') return false;
    const { cookie, authorization } = request.headers;
    const id = searchParams.get('id') ?? '';
    const door: Door<ScreenVisit> = {
      verbs: ['GET', 'HEAD'],
      open: (arrival) => new ScreenVisit(simulation, { id, cookie, authorization, arrival }),
      work: (visit) => answerOf(visit.screen()),
    };
    await serve(simulation, request, response, door);
    return true;
  };
}

function answerOf(png: Buffer): Answer {
  const headers = { 'content-type': 'image/png', 'content-length': png.length, 'cache-control': 'no-cache' };
  return { status: 200, headers, body: [png] };
}
