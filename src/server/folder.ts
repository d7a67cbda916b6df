/** `/folder/PATH?dcPath=&dsName=`: files of datastores, streamed in and out. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { type FileVerb, FileVisit, type Found } from '../simulator/file-door.ts';
import { PlacesVisit } from '../simulator/places-visit.ts';
import { Refusal } from '../simulator/refusal.ts';
import type { Simulation } from '../simulator/simulator.ts';
import { type ByteRange, rangeOf } from './byte-range.ts';
import { forbidsChange, hasConditions, isRangeMeant, unmetCondition } from './conditions.ts';
import type { Handler } from './server.ts';
import { type Answer, type Door, sentBy, serve } from './visits.ts';

const VERBS = ['GET', 'HEAD', 'PUT', 'DELETE'];
const PATH = /^\/folder(?:\/|$)/;
const EMPTY = { 'content-length': 0 };

export function folder(simulation: Simulation): Handler {
  return async (request, response, url) => {
    // The raw path: a parsed URL has already climbed where a `..` says so.
    const raw = (request.url ?? '').split('?', 1)[0]!;
    if (!PATH.test(raw)) return false;
    const { cookie, authorization } = request.headers;
    const asked = { path: raw.replace(PATH, ''), query: url.searchParams, cookie, authorization };
    const verb = request.method as FileVerb;
    if (asked.path === '' && !asked.query.get('dsName') && (verb === 'GET' || verb === 'HEAD')) {
      await serve(simulation, request, response, {
        verbs: VERBS,
        open: (arrival) => new PlacesVisit(simulation, { verb, ...asked, arrival }),
        work: (visit: PlacesVisit) => html(visit.page()),
      });
      return true;
    }
    const door: Door<FileVisit> = {
      verbs: VERBS,
      open: (arrival) => new FileVisit(simulation, { verb, ...asked, arrival }),
      work: (visit) => work(visit, request),
    };
    await serve(simulation, request, response, door);
    return true;
  };
}

async function work(visit: FileVisit, request: IncomingMessage): Promise<Answer> {
  const verb = request.method as FileVerb;
  const isChange = verb === 'PUT' || verb === 'DELETE';
  if (isChange && hasConditions(request.headers) && forbidsChange(request.headers, await known(visit)))
    return { status: 412, headers: EMPTY, body: undefined };
  switch (verb) {
    case 'PUT': {
      const { source, declared } = sentBy(request);
      const made = await visit.put(source, declared);
      return { status: made ? 201 : 200, headers: EMPTY, body: undefined };
    }
    case 'DELETE':
      visit.remove();
      return { status: 200, headers: EMPTY, body: undefined };
    default:
      return contents(visit, request.headers);
  }
}

/** What is there before a change; undefined when nothing is. */
async function known(visit: FileVisit): Promise<{ readonly etag: string; readonly modified: number } | undefined> {
  try {
    const file = await visit.find();
    return { etag: etagOf(file), modified: file.modified };
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return undefined;
    throw error;
  }
}

function etagOf({ id, modified, size }: Found): string {
  return `"${id}-${modified}-${size}"`;
}

/** The file, or the page of the directory that stands there. */
async function contents(visit: FileVisit, asked: IncomingHttpHeaders): Promise<Answer> {
  let file: Found;
  try {
    file = await visit.find();
  } catch (error) {
    const listing = error instanceof Refusal && error.status === 404 ? visit.listing() : undefined;
    if (listing === undefined) throw error;
    return html(listing);
  }
  const { size } = file;
  const about = {
    etag: etagOf(file),
    'last-modified': new Date(file.modified).toUTCString(),
  };
  const unmet = unmetCondition(asked, about.etag, file.modified);
  if (unmet) return { status: unmet, headers: { ...about, ...(unmet === 412 && EMPTY) }, body: undefined };
  const range = isRangeMeant(asked, about.etag, file.modified) ? rangeOf(asked.range, size) : undefined;
  if (range === 'unsatisfiable') {
    return { status: 416, headers: { 'content-range': `bytes */${size}`, ...EMPTY }, body: undefined };
  }
  const { start, end }: ByteRange = range ?? { start: 0, end: size };
  return {
    status: range ? 206 : 200,
    headers: {
      'content-type': 'application/octet-stream',
      'accept-ranges': 'bytes',
      ...about,
      ...(range && { 'content-range': `bytes ${start}-${end - 1}/${size}` }),
      'content-length': end - start,
    },
    body: visit.read(file, start, end),
  };
}

function html(text: string): Answer {
  const body = Buffer.from(text);
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length },
    body: [body],
  };
}
