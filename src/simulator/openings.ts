/** Who opened what a client may leave open, and with which call: told when somebody asks what was left. */
import type { Kept } from '../journal/journal.ts';
import type { Method } from '../vim25/schema.ts';
import { isRef } from '../vim25/value.ts';
import type { World } from '../world/world.ts';

/** The call that opened a thing. */
export interface Opening {
  /** Number of the call in the journal. */
  readonly seq: number;
  readonly method: string;
  readonly at: number;
  readonly opId: string;
  readonly user: string;
  readonly session: number;
}

/** Things remembered before those that are gone are looked for. */
const MANY = 1_000;
/** What is not told of any more when there are as many: the oldest go. */
const MOST = 100_000;

/** Methods whose answer is, or names, a thing that somebody has to close. */
const OPENS =
  /^(?:Login|CloneSession|Create(?:Filter|PropertyCollector|CollectorFor|ContainerView|ListView|InventoryView|Task$)|Export|Import|Acquire|Initiate)/;

export class Openings {
  readonly #world: World;
  readonly #of = new Map<string, Opening>();
  #next = MANY;

  constructor(world: World) {
    this.#world = world;
  }

  of(thing: string): Opening | undefined {
    return this.#of.get(thing);
  }

  /** Remembers what the answer of a call opened, when it opened something. */
  note(method: Method, value: unknown, kept: Kept): void {
    if (value === undefined || !OPENS.test(method.name)) return;
    const thing = thingOf(value);
    if (thing === undefined) return;
    const { seq, at, opId, user, session } = kept;
    this.#of.set(thing, { seq, method: method.name, at, opId, user, session });
    if (this.#of.size > this.#next) this.#tidy();
  }

  clear(): void {
    this.#of.clear();
  }

  #tidy(): void {
    for (const thing of this.#of.keys()) if (!this.#isThere(thing)) this.#of.delete(thing);
    for (const thing of this.#of.keys()) {
      if (this.#of.size <= MOST) break;
      this.#of.delete(thing);
    }
    this.#next = Math.max(MANY, this.#of.size * 2);
  }

  #isThere(thing: string): boolean {
    const { lookup } = this.#world;
    const tickets = ['cloneTicket', 'serviceTicket', 'guestPass', 'nfcTicket'] as const;
    return this.#world.find(thing) !== undefined || tickets.some((key) => lookup.first(key, thing) !== undefined);
  }
}

/** By what a thing goes that an answer gives: an object's id, a session's key, a ticket. */
function thingOf(value: unknown): string | undefined {
  if (typeof value === 'string') return secretIn(value);
  if (isRef(value)) return value.value;
  if (typeof value !== 'object' || value === null) return undefined;
  const { key, id, ticket, url, task } = value as { readonly [name: string]: unknown };
  if (isRef(task)) return task.value;
  for (const word of [key, id, ticket]) if (typeof word === 'string') return word;
  return typeof url === 'string' ? secretIn(url) : undefined;
}

/** The token in a URL; a text that is none is the secret itself. */
function secretIn(text: string): string {
  return /[?&]token=([^&]+)/.exec(text)?.[1] ?? text;
}
