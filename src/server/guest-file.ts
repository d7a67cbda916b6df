/** `/guestFile?id=&token=`: files of guests, streamed in and out, each by a token that is good once. */
import type { IncomingMessage } from 'node:http';
import { GuestTransfer } from '../simulator/guest-door.ts';
import type { Simulation } from '../simulator/simulator.ts';
import type { Handler } from './server.ts';
import { type Answer, type Door, sentBy, serve } from './visits.ts';

export function guestFile(simulation: Simulation): Handler {
  return async (request, response, { pathname, searchParams }) => {
    if (pathname !== '/guestFile') return false;
    const verb = request.method as 'GET' | 'PUT';
    const door: Door<GuestTransfer> = {
      verbs: ['GET', 'PUT'],
      open: (arrival) => new GuestTransfer(simulation, { verb, query: searchParams, arrival }),
      work: (transfer) => work(transfer, request),
    };
    await serve(simulation, request, response, door);
    return true;
  };
}

async function work(transfer: GuestTransfer, request: IncomingMessage): Promise<Answer> {
  if (request.method === 'PUT') {
    const { source, declared } = sentBy(request);
    await transfer.write(source, declared);
    return { status: 200, headers: { 'content-length': 0 }, body: undefined };
  }
  const { size, body } = transfer.read();
  return { status: 200, headers: { 'content-type': 'application/octet-stream', 'content-length': size }, body };
}
