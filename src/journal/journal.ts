/** What was called: a bounded record of every call, found again and asserted on. */
import type { Schema } from '../vim25/schema.ts';
import { Counters } from './counters.ts';
import type { Begun, JournalEntry } from './entry.ts';
import { asked, type Facts, type JournalFilter, type Places } from './filter.ts';
import { Kept, shownOf } from './kept.ts';
import { entryLine, steadyLine } from './lines.ts';

export type { Begun, Ended, JournalEntry, Outcome, Source } from './entry.ts';
export type { JournalFilter } from './filter.ts';
export type { Kept } from './kept.ts';

/** Bytes of requests and answers held, as they came over the wire. */
const MAX_BYTES = 32 * 2 ** 20;
/** Unbuilt methods that calls asked for; there is no end of calls, and tests look at the first. */
const MAX_UNSUPPORTED = 100;

type Listener = (entry: JournalEntry) => void;

export class Journal {
  readonly limit: number;
  listeners: Set<Listener> = new Set();
  readonly counters: Counters = new Counters();
  /** Requests at the doors beside the API that are under way. */
  readonly visits: Set<Kept> = new Set();
  /** Tells which object stands at an inventory path. */
  places: Places = () => undefined;
  readonly #schema: Schema;
  readonly #connections = new WeakMap<object, number>();
  #entries: (Kept | undefined)[] = [];
  /** Index of the oldest entry that is kept. */
  #head = 0;
  #bytes = 0;
  #seq = 0;
  #arrived = 0;
  #connection = 0;
  #unsupported: Kept[] = [];

  constructor(limit: number, schema: Schema) {
    this.limit = limit;
    this.#schema = schema;
  }

  /** A call has come in. It stands in the journal once `end` says what became of it. */
  begin(begun: Begun): Kept {
    return new Kept(begun, ++this.#arrived, this.#ordinalOf(begun.line));
  }

  /** The call is answered; `ended` of it must be told. `bytes` is the length of its answer. */
  end(kept: Kept, now: number, bytes: number): void {
    kept.seq = ++this.#seq;
    kept.took = now - kept.began;
    kept.weigh(bytes);
    this.counters.count(kept.method, kept.known, kept.outcome, kept.took, kept.size, bytes);
    this.#entries.push(kept);
    this.#bytes += kept.weight;
    this.#trim();
    if (kept.outcome === 'unbuilt' && this.#unsupported.length < MAX_UNSUPPORTED) this.#unsupported.push(kept);
    if (this.listeners.size > 0) this.#tell(shownOf(this.#schema, kept));
  }

  /** Those who listen listen to another from now on. */
  handOver(to: Journal): void {
    to.listeners = this.listeners;
    this.listeners = new Set();
  }

  /** Number of the newest entry. */
  get seq(): number {
    return this.#seq;
  }

  /** Calls that have come in so far. */
  get arrived(): number {
    return this.#arrived;
  }

  /** Calls that have come in and are not answered yet. */
  get pending(): number {
    return this.#arrived - this.#seq;
  }

  /** Calls kept, oldest first, that match what is given. */
  calls(match: JournalFilter = {}): JournalEntry[] {
    const fits = asked(match, this.places);
    const found = this.#kept().filter((kept) => fits(kept as Facts));
    const newest = match.last === undefined ? found : found.slice(Math.max(0, found.length - match.last));
    return newest.map((kept) => shownOf(this.#schema, kept));
  }

  /** Whether an entry is what is asked for. */
  fits(entry: JournalEntry, match: JournalFilter): boolean {
    return asked(match, this.places)(entry);
  }

  /** The first hundred calls of methods that simsphere has not built, however many calls came since. */
  unsupported(): JournalEntry[] {
    return this.#unsupported.map((kept) => shownOf(this.#schema, kept));
  }

  /** The calls as lines of JSON. */
  ndjson(match?: JournalFilter): string {
    return this.calls(match).map(entryLine).join('');
  }

  /**
   * The same without what another run could not repeat: real durations, addresses, ports, certificates and keys of
   * sessions. With the same scenario, seed and order of calls on a manual clock it is the same text.
   */
  steady(match?: JournalFilter): string {
    const words = new Map<string, string>();
    for (const { host, key, session } of this.#kept()) {
      if (host !== '') words.set(host, 'HOST');
      if (key !== undefined) words.set(key, `SESSION-${session}`);
    }
    return this.calls(match)
      .map((entry) => steadyLine(entry, { words }))
      .join('');
  }

  /** Forgets what was called; numbers go on. */
  clear(): void {
    this.#entries = [];
    this.#head = 0;
    this.#bytes = 0;
    this.#unsupported = [];
  }

  #kept(): Kept[] {
    return this.#entries.slice(this.#head) as Kept[];
  }

  #ordinalOf(line: object | undefined): number {
    if (!line) return 0;
    let ordinal = this.#connections.get(line);
    if (ordinal === undefined) {
      ordinal = ++this.#connection;
      this.#connections.set(line, ordinal);
    }
    return ordinal;
  }

  /** Lets the oldest go. Room is given back in large pieces: moving entries for every call would cost more than it. */
  #trim(): void {
    while (this.#entries.length - this.#head > this.limit || this.#bytes > MAX_BYTES) {
      const oldest = this.#entries[this.#head];
      if (!oldest) break;
      this.#bytes -= oldest.weight;
      this.#entries[this.#head++] = undefined;
    }
    if (this.#head > 256 && this.#head * 2 > this.#entries.length) {
      this.#entries = this.#entries.slice(this.#head);
      this.#head = 0;
    }
  }

  #tell(entry: JournalEntry): void {
    for (const listener of this.listeners) listener(entry);
  }
}
