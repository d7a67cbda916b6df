/** `/folder/PATH?dcPath=&dsName=`: files of datastores, streamed in and out. */
import type { IncomingMessage } from 'node:http';
import { type FileVerb, FileVisit } from '../simulator/file-door.ts';
import type { Simulation } from '../simulator/simulator.ts';
import { type ByteRange, rangeOf } from './byte-range.ts';
import type { Handler } from './server.ts';
import { type Answer, type Door, sentBy, serve } from './visits.ts';

const PREFIX = '/folder/';

export function folder(simulation: Simulation): Handler {
  return async (request, response, url) => {
    // The raw path: a parsed URL has already climbed where a `..` says so.
    const raw = (request.url ?? '').split('?', 1)[0]!;
    if (!raw.startsWith(PREFIX)) return false;
    const { cookie, authorization } = request.headers;
    const asked = { path: raw.slice(PREFIX.length), query: url.searchParams, cookie, authorization };
    const door: Door<FileVisit> = {
      verbs: ['GET', 'HEAD', 'PUT', 'DELETE'],
      open: (arrival) => new FileVisit(simulation, { verb: request.method as FileVerb, ...asked, arrival }),
      work: (visit) => work(visit, request),
    };
    await serve(simulation, request, response, door);
    return true;
  };
}

async function work(visit: FileVisit, request: IncomingMessage): Promise<Answer> {
  switch (request.method as FileVerb) {
    case 'PUT': {
      const { source, declared } = sentBy(request);
      const made = await visit.put(source, declared);
      return { status: made ? 201 : 200, headers: { 'content-length': 0 }, body: undefined };
    }
    case 'DELETE':
      visit.remove();
      return { status: 200, headers: { 'content-length': 0 }, body: undefined };
    default:
      return contents(visit, request.headers.range);
  }
}

function contents(visit: FileVisit, wanted: string | undefined): Answer {
  const file = visit.find();
  const range = rangeOf(wanted, file.size);
  if (range === 'unsatisfiable') {
    return { status: 416, headers: { 'content-range': `bytes */${file.size}`, 'content-length': 0 }, body: undefined };
  }
  const { start, end }: ByteRange = range ?? { start: 0, end: file.size };
  return {
    status: range ? 206 : 200,
    headers: {
      'content-type': 'application/octet-stream',
      'accept-ranges': 'bytes',
      'last-modified': new Date(file.modified).toUTCString(),
      ...(range && { 'content-range': `bytes ${start}-${end - 1}/${file.size}` }),
      'content-length': end - start,
    },
    body: visit.read(file, start, end),
  };
}
