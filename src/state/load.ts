/** Reads a dump: whole and sound, or not at all. Nothing is believed before its checksum has been seen. */
import { createHash, type Hash } from 'node:crypto';
import { membersOf, type TarMember } from '../formats/tar.ts';
import { SimError } from '../kernel/errors.ts';
import type { Spool } from '../spool/spool.ts';
import type { LoggedEvent } from '../world/events.ts';
import type { World } from '../world/world.ts';
import { BY_DIGEST, FORMAT, type Origin, trailer, VERSION } from './dump.ts';
import type { ReadWorld } from './picture.ts';
import { fromJson } from './plain.ts';
import { known, type ReadObject, RecordError, readObject } from './records.ts';

/** Bytes of text that are read: what is made of them is held in memory. A hundred thousand machines take half of it. */
const MOST_TEXT = 2 ** 30;

interface Head extends Origin {
  readonly format: unknown;
  readonly version: unknown;
  readonly time?: number;
  readonly tick: number;
  readonly numbers: Readonly<Record<string, number>>;
  readonly objects: number;
  readonly events: { readonly dropped: number; readonly kept: number };
  readonly beside: unknown;
}

export interface LoadTarget {
  readonly world: World;
  readonly origin: Origin;
  readonly spool: Spool;
}

/** Where bytes of datastores are put while a dump is read: under ids of their own, and gone again when it is refused. */
class Blobs {
  readonly #spool: Spool;
  readonly #ids = new Map<string, string>();
  readonly #there = new Set<string>();

  constructor(spool: Spool) {
    this.#spool = spool;
  }

  /** The id that a digest in facets stands for here. */
  readonly rename = (extent: string): string => {
    if (!extent.startsWith('/')) return extent;
    const digest = extent.slice(BY_DIGEST.length);
    if (!extent.startsWith(BY_DIGEST) || !DIGEST.test(digest)) throw new RecordError(`'${extent}' is no digest`);
    const id = this.#ids.get(digest) ?? this.#spool.reserve();
    this.#ids.set(digest, id);
    return id;
  };

  async keep(digest: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const id = this.#ids.get(digest);
    if (id === undefined || this.#there.has(id)) throw new RecordError('nobody asked for these bytes');
    const hash = createHash('sha256');
    this.#there.add(id);
    await this.#spool.write(through(bytes, hash), undefined, id);
    if (hash.digest('hex') !== digest) throw new RecordError('the bytes are damaged: their digest is another');
  }

  /** The first digest that nothing came for. */
  get missing(): string | undefined {
    for (const [digest, id] of this.#ids) if (!this.#there.has(id)) return digest;
    return undefined;
  }

  drop(): void {
    for (const id of this.#there) this.#spool.drop(id);
  }
}

const DIGEST = /^[0-9a-f]{64}$/;

/** What a dump holds. `drop` gives up the bytes that were kept for it. Throws ERR_DUMP, and then nothing was kept. */
export async function readDump(
  source: AsyncIterable<Uint8Array>,
  target: LoadTarget,
): Promise<{ readonly world: ReadWorld<ReadObject>; readonly drop: () => void }> {
  const reader = new Reader(target);
  try {
    const world = await reader.read(source);
    return { world, drop: () => reader.blobs.drop() };
  } catch (error) {
    reader.blobs.drop();
    throw refusal(error, reader.where);
  }
}

class Reader {
  readonly blobs: Blobs;
  where = 'the beginning';
  readonly #target: LoadTarget;
  #head: Head | undefined;
  #textLeft = MOST_TEXT;
  readonly #objects: ReadObject[] = [];
  readonly #ids = new Set<string>();
  readonly #events: LoggedEvent[] = [];

  constructor(target: LoadTarget) {
    this.#target = target;
    this.blobs = new Blobs(target.spool);
  }

  async read(source: AsyncIterable<Uint8Array>): Promise<ReadWorld<ReadObject>> {
    const watched = new Watched();
    for await (const member of membersOf(watched.through(source))) {
      this.where = member.name;
      await this.#member(member);
    }
    this.where = 'the end';
    if (!watched.isWhole() || !this.#head)
      throw new RecordError('the dump is damaged or cut off: its checksum does not fit');
    return this.#whole(this.#head);
  }

  async #member(member: TarMember): Promise<void> {
    const [room] = member.name.split('/', 1);
    if (!this.#head) {
      if (member.name !== 'simsphere.json') throw new RecordError('this is no dump of a simulator');
      this.#head = headOf(JSON.parse(await this.#text(member)), this.#target.origin);
    } else if (room === 'objects') await this.#lines(member, (line) => this.#object(line));
    else if (room === 'events') await this.#lines(member, (line) => this.#events.push(eventOf(line)));
    else if (member.name === 'end.json') return;
    else if (room === 'blobs') await this.blobs.keep(member.name.slice('blobs/'.length), member.bytes());
    else throw new RecordError('no such part is known');
  }

  async #lines(member: TarMember, take: (line: unknown) => void): Promise<void> {
    for (const [i, line] of (await this.#text(member)).split('\n').entries()) {
      this.where = `${member.name}, line ${i + 1}`;
      if (line !== '') take(JSON.parse(line));
    }
  }

  async #text({ size, bytes }: TarMember): Promise<string> {
    this.#textLeft -= size;
    if (this.#textLeft < 0) throw new RecordError('this is more than any world has to say');
    const parts: Buffer[] = [];
    for await (const part of bytes()) parts.push(Buffer.from(part));
    return Buffer.concat(parts).toString();
  }

  #object(line: unknown): void {
    const object = readObject(this.#target.world, line, this.#objects.length + 1, this.blobs.rename);
    if (this.#ids.has(object.id)) throw new RecordError(`${object.id} is there twice`);
    this.#ids.add(object.id);
    this.#objects.push(object);
  }

  #whole({ time, tick, numbers, objects, events, beside }: Head): ReadWorld<ReadObject> {
    if (this.#objects.length !== objects)
      throw new RecordError(`${this.#objects.length} objects of ${objects} are there`);
    if (this.#events.length !== events.kept)
      throw new RecordError(`${this.#events.length} events of ${events.kept} are there`);
    const { missing } = this.blobs;
    if (missing !== undefined) throw new RecordError(`the bytes of ${missing} are missing`);
    return {
      time,
      tick,
      numbers: new Map(Object.entries(numbers)),
      objects: this.#objects,
      events: { dropped: events.dropped, events: this.#events },
      beside: new Map(Object.entries(known<object>(fromJson(beside), 'what stands beside'))),
    };
  }
}

/** Looks at what passes by: all but the end is counted into a hash, which the end has to tell. */
class Watched {
  readonly #hash = createHash('sha256');
  #tail: Buffer = Buffer.alloc(0);

  async *through(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const bytes of source) {
      const held = Buffer.concat([this.#tail, bytes]);
      const counted = Math.max(0, held.length - TRAILER);
      this.#hash.update(held.subarray(0, counted));
      this.#tail = held.subarray(counted);
      yield bytes;
    }
  }

  /** Whether all came, and as it was sent. */
  isWhole(): boolean {
    return this.#tail.equals(trailer(this.#hash.digest('hex')));
  }
}

const TRAILER = trailer('0'.repeat(64)).length;

function headOf(json: unknown, { flavour, apiVersion }: Origin): Head {
  const head = known<Head>(json, 'the head');
  if (head.format !== FORMAT) throw new RecordError('this is no dump of a simulator');
  if (head.version !== VERSION)
    throw new RecordError(`its format is ${String(head.version)}, and ${VERSION} is what is known here`);
  if (head.flavour !== flavour)
    throw new RecordError(`it is of ${NAMES[head.flavour] ?? 'something else'}, and this is ${NAMES[flavour]}`);
  if (head.apiVersion !== apiVersion)
    throw new RecordError(`it is of ${String(head.apiVersion)}, and this is ${apiVersion}: start with --api-version`);
  const { dropped, kept } = known<Head['events']>(head.events, 'the count of events');
  const numbers = Object.values(known<Head['numbers']>(head.numbers, 'the numbers'));
  if (![head.tick, head.objects, dropped, kept, ...numbers].every(isCount))
    throw new RecordError('a number in it is none');
  if (head.time !== undefined && !Number.isFinite(head.time)) throw new RecordError('its time is no number');
  return head;
}

function isCount(n: unknown): boolean {
  return Number.isSafeInteger(n) && (n as number) >= 0;
}

const NAMES = { vcenter: 'a vCenter', esx: 'an ESXi host' } as const;

function eventOf(line: unknown): LoggedEvent {
  const event = known<LoggedEvent>(fromJson(line), 'an event');
  const { _typeName: type, key, createdTime } = event;
  if (typeof type !== 'string' || !Number.isSafeInteger(key) || typeof createdTime !== 'string')
    throw new RecordError('this is no event');
  return event;
}

async function* through(bytes: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const part of bytes) {
    hash.update(part);
    yield part;
  }
}

/** What reading itself came upon, a full disk or a caller who went away, is no fault of the dump. */
function refusal(error: unknown, where: string): unknown {
  if (error instanceof SimError || typeof (error as { readonly code?: unknown }).code === 'string') return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new SimError('ERR_DUMP', `${where}: ${reason}`, { cause: error });
}
