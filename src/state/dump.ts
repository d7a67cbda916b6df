/**
 * A world as a stream of bytes: a tar archive of JSON texts and of the contents of datastores, each under its SHA-256. The
 * same world gives the same bytes, wherever it stands.
 */
import { createHash } from 'node:crypto';
import { TAR_END, tarHead, tarPadding } from '../formats/tar-head.ts';
import type { Spool } from '../spool/spool.ts';
import type { Picture } from './picture.ts';
import { type Rename, toJson } from './plain.ts';
import { facetsToJson } from './records.ts';

export const FORMAT = 'simsphere-dump';
export const VERSION = 1;

/** What an extent goes by in a dump; no file name begins like this. */
export const BY_DIGEST = '/sha256/';

/** What a dump says of where it comes from: it is loaded where the same holds. */
export interface Origin {
  readonly flavour: 'vcenter' | 'esx';
  readonly apiVersion: string;
}

export interface DumpSource {
  readonly origin: Origin;
  readonly picture: Picture;
  /** Whether the clock is one that a load may set. */
  readonly timed: boolean;
  readonly spool: Spool;
  /** What the world names of the spool, kept until the dump is through. */
  readonly extents: ReadonlySet<string>;
}

/** Characters of JSON that are put into one member. */
const PART = 256 * 1_024;

export async function* dump(source: DumpSource): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const bytes of members(source)) {
    hash.update(bytes);
    yield bytes;
  }
  yield trailer(hash.digest('hex'));
}

/** The end of a dump: by it who reads knows that all came through, and as it was sent. It is always as long. */
export function trailer(sha256: string): Buffer {
  return Buffer.concat([...textMember('end.json', `${JSON.stringify({ sha256 })}\n`), TAR_END]);
}

async function* members({ origin, picture, timed, spool, extents }: DumpSource): AsyncGenerator<Uint8Array> {
  const digests = new Map<string, string>();
  for (const extent of extents) digests.set(extent, await spool.digest(extent));
  const rename: Rename = (extent) => {
    const digest = digests.get(extent);
    return digest === undefined ? extent : `${BY_DIGEST}${digest}`;
  };
  const { time, tick, numbers, objects, events, beside } = picture;
  const head = {
    format: FORMAT,
    version: VERSION,
    ...origin,
    ...(timed && { time }),
    tick,
    numbers: Object.fromEntries([...numbers].sort(([a], [b]) => (a < b ? -1 : 1))),
    objects: objects.length,
    events: { dropped: events.dropped, kept: events.events.length },
    beside: toJson(Object.fromEntries(beside)),
  };
  yield* textMember('simsphere.json', `${JSON.stringify(head)}\n`);
  yield* parts('objects', objects, ({ id, kind, state }) => {
    return { id, type: kind.type, facets: facetsToJson(kind, state, rename) };
  });
  yield* parts('events', events.events, (event) => toJson(event));
  const blobs = new Map([...digests].map(([extent, digest]) => [digest, extent]));
  for (const digest of [...blobs.keys()].sort()) yield* blob(spool, blobs.get(digest)!, digest);
}

/** A list as lines of JSON, in members that are read and written at one go each. */
async function* parts<T>(name: string, list: readonly T[], line: (item: T) => unknown): AsyncGenerator<Uint8Array> {
  let text = '';
  let number = 0;
  for (const [i, item] of list.entries()) {
    text += `${JSON.stringify(line(item))}\n`;
    if (text.length < PART && i < list.length - 1) continue;
    yield* textMember(`${name}/${String(++number).padStart(8, '0')}.ndjson`, text);
    text = '';
    await breath();
  }
}

function* textMember(name: string, text: string): Generator<Uint8Array> {
  const bytes = Buffer.from(text);
  yield tarHead(name, bytes.length);
  yield bytes;
  yield tarPadding(bytes.length);
}

async function* blob(spool: Spool, id: string, digest: string): AsyncGenerator<Uint8Array> {
  const file = await spool.open(id);
  await file.close();
  yield tarHead(`blobs/${digest}`, file.size);
  // A piece is good only until the next but one is asked for, and who takes it may keep it.
  for await (const bytes of spool.read({ id, size: file.size })) yield Uint8Array.from(bytes);
  yield tarPadding(file.size);
}

/** Lets others have the loop. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
