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

export class EventLog implements Participant {
  readonly limit: number;
  #events: LoggedEvent[] = [];
  #dropped = 0;
  #mark = 0;
  /** Called after the turn that logged an event. */
  readonly listeners: Set<(event: LoggedEvent) => void> = new Set();

  constructor(limit: number = 100_000) {
    this.limit = limit;
  }

  append(event: LoggedEvent): void {
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
    if (this.listeners.size === 0) return;
    for (const event of this.#events.slice(this.#mark - this.#dropped)) {
      for (const listener of this.listeners) listener(event);
    }
  }

  rollback(): void {
    this.cut(this.#mark);
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
  }
}
