/** `GET /diagnostics/NAME`: bundles of logs, as GenerateLogBundles_Task made them. */
import { BundleVisit } from '../simulator/diagnostics-door.ts';
import type { Simulation } from '../simulator/simulator.ts';
import type { Handler } from './server.ts';
import { type Answer, type Door, serve } from './visits.ts';

const PREFIX = '/diagnostics/';

export function diagnostics(simulation: Simulation): Handler {
  return async (request, response, { pathname }) => {
    if (!pathname.startsWith(PREFIX)) return false;
    const { cookie, authorization } = request.headers;
    const name = pathname.slice(PREFIX.length);
    const door: Door<BundleVisit> = {
      verbs: ['GET', 'HEAD'],
      open: (arrival) => new BundleVisit(simulation, { name, cookie, authorization, arrival }),
      work: (visit) => answerOf(visit.bundle()),
    };
    await serve(simulation, request, response, door);
    return true;
  };
}

function answerOf(bundle: Buffer): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'application/gzip', 'content-length': bundle.length },
    body: [bundle],
  };
}
