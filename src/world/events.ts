/** The event log: the newest events, oldest first, bounded. Events are plain values of the API. */
import type { DataObject } from '../vim25/value.ts';
import type { Participant } from './world.ts';

export interface LoggedEvent extends DataObject {
  readonly _typeName: string;
  readonly key: number;
  readonly chainId: number;
  readonly createdTime: string;
  readonly userName: string;
}

/** The log at some moment. */
export interface SavedEvents {
  /** Events that were forgotten before the first. */
  readonly dropped: number;
  readonly events: readonly LoggedEvent[];
}

export class EventLog implements Participant {
  readonly limit: number;
  #events: LoggedEvent[] = [];
  #dropped = 0;
  #mark = 0;
  /** The first position that changed since somebody asked. */
  #from = Number.POSITIVE_INFINITY;
  /** What stood before the turn put back an older log. */
  #replaced: SavedEvents | undefined;
  /** Called after the turn that logged an event. */
  readonly listeners: Set<(event: LoggedEvent) => void> = new Set();

  constructor(limit: number = 100_000) {
    this.limit = limit;
  }

  append(event: LoggedEvent): void {
    if (this.#from > this.end) this.#from = this.end;
    this.#events.push(event);
    // Trimmed in blocks: shifting one at a time would move the whole array for each event.
    const excess = this.#events.length - this.limit;
    if (excess > Math.max(1_000, this.limit / 10)) {
      this.#events.splice(0, excess);
      this.#dropped += excess;
    }
  }

  begin(): void {
    this.#mark = this.end;
  }

  commit(): void {
    this.#replaced = undefined;
    if (this.listeners.size === 0) return;
    for (const event of this.#events.slice(Math.max(0, this.#mark - this.#dropped))) {
      for (const listener of this.listeners) listener(event);
    }
  }

  rollback(): void {
    if (this.#replaced) this.#put(this.#replaced);
    this.#replaced = undefined;
    this.cut(this.#mark);
  }

  save(): SavedEvents {
    return { dropped: this.#dropped, events: this.#events.slice() };
  }

  /** Puts back what was saved, in a turn. Nobody is told of these events as if they happened now. */
  restore(saved: SavedEvents): void {
    const before = { dropped: this.#dropped, events: this.#events };
    this.#replaced ??= before;
    this.#put({ ...saved, events: saved.events.slice() });
    this.#from = Math.min(this.#from, firstDifference(before, saved));
    this.#mark = this.end;
  }

  /** Where the log changed since this was last asked, and what stands from there on; undefined where it did not. */
  takeChanged(): { readonly from: number; readonly events: readonly LoggedEvent[] } | undefined {
    if (this.#from === Number.POSITIVE_INFINITY) return undefined;
    const from = Math.max(this.#from, this.#dropped);
    this.#from = Number.POSITIVE_INFINITY;
    return { from, events: this.#events.slice(from - this.#dropped) };
  }

  /** What stands from a position on is this. */
  goOnFrom(from: number, events: readonly LoggedEvent[]): void {
    if (from < this.#dropped || from > this.end) this.restore({ dropped: from, events: [] });
    this.cut(from);
    for (const event of events) this.append(event);
  }

  get latest(): LoggedEvent | undefined {
    return this.#events.at(-1);
  }

  /** Events kept, oldest first; never more than the limit. */
  get kept(): readonly LoggedEvent[] {
    return this.#events.length > this.limit ? this.#events.slice(-this.limit) : this.#events;
  }

  /** A position after the newest event. */
  get end(): number {
    return this.#dropped + this.#events.length;
  }

  /** Forgets what came after a position, as when an image is restored. */
  cut(end: number): void {
    this.#events.length = Math.max(0, Math.min(this.#events.length, end - this.#dropped));
    this.#from = Math.min(this.#from, end);
  }

  #put({ dropped, events }: SavedEvents): void {
    this.#dropped = dropped;
    this.#events = events as LoggedEvent[];
  }
}

/** Position of the first event that two logs do not share. */
function firstDifference(a: SavedEvents, b: SavedEvents): number {
  if (a.dropped !== b.dropped) return 0;
  const least = Math.min(a.events.length, b.events.length);
  let i = 0;
  while (i < least && a.events[i] === b.events[i]) i++;
  return a.dropped + i;
}
