/** What one session has open at one property collector: its updates, and the rests of paged retrievals. */
import { Collector } from './collector.ts';
import type { ResultSet } from './retrieve.ts';

/** Rests kept per session; the oldest is given up for a new one. */
const MAX_RESTS = 32;

export class Desk {
  readonly collector: Collector;
  readonly #rests = new Map<string, ResultSet>();
  #tokens = 0;

  /** `now` tells the time of the clock. */
  constructor(now: () => number) {
    this.collector = new Collector(now);
  }

  /** Keeps the rest of a retrieval and returns its token. */
  keep(rest: ResultSet): string {
    const token = String(this.#tokens++);
    rest.pin();
    this.#rests.set(token, rest);
    for (const [oldest, dropped] of this.#rests) {
      if (this.#rests.size <= MAX_RESTS) break;
      dropped.release();
      this.#rests.delete(oldest);
    }
    return token;
  }

  /** The rest behind a token; it is good for one use. */
  take(token: string): ResultSet | undefined {
    const rest = this.#rests.get(token);
    this.#rests.delete(token);
    return rest;
  }

  get openRests(): number {
    return this.#rests.size;
  }

  close(): void {
    for (const rest of this.#rests.values()) rest.release();
    this.#rests.clear();
    this.collector.close();
  }
}
