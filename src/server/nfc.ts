/** `/nfc/TICKET/FILE`: files of machines that are imported or exported, streamed in and out under a lease. */
import type { IncomingMessage } from 'node:http';
import { type NfcVerb, NfcVisit } from '../simulator/nfc-door.ts';
import { Refusal } from '../simulator/refusal.ts';
import type { Simulation } from '../simulator/simulator.ts';
import type { Handler } from './server.ts';
import { type Answer, type Door, sentBy, serve } from './visits.ts';

const PREFIX = '/nfc/';

export function nfc(simulation: Simulation): Handler {
  return async (request, response, { pathname }) => {
    if (!pathname.startsWith(PREFIX)) return false;
    const verb = request.method as NfcVerb;
    const door: Door<NfcVisit> = {
      verbs: ['GET', 'HEAD', 'PUT', 'POST'],
      open: (arrival) => new NfcVisit(simulation, { verb, path: pathname.slice(PREFIX.length), arrival }),
      work: (visit) => work(visit, request),
    };
    await serve(simulation, request, response, door);
    return true;
  };
}

async function work(visit: NfcVisit, request: IncomingMessage): Promise<Answer> {
  if (visit.verb === 'PUT' || visit.verb === 'POST') {
    // A part of a file is no file, and nothing is put together here.
    if (request.headers['content-range'] !== undefined) throw new Refusal(400, 'files are sent whole');
    const first = await visit.put(sentBy(request).source);
    return { status: first ? 201 : 200, headers: { 'content-length': 0 }, body: undefined };
  }
  const file = visit.fetch();
  const size = file.size === undefined ? {} : { 'content-length': file.size };
  // Disks are made as they go out, so no range of one can be had: who asks for one gets the whole.
  return {
    status: 200,
    headers: { 'content-type': file.type, 'accept-ranges': 'none', ...size },
    body: visit.body(file),
  };
}
