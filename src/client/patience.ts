/** How long a server may take over an answer: silence ends it, and so does a trickle that would never end. */
import type { ClientClock } from './clock.ts';

/** Bytes a millisecond that a server has to send at the least. */
const PACE = 1;

export interface Waiting {
  /** Bytes that have come so far. */
  readonly received: () => number;
  /** Whether it is our own turn, so that nobody is waited for. */
  readonly ours: () => boolean;
  /** Called once, when the server has taken too long. */
  readonly end: () => void;
}

/** Watches one exchange from its first byte to its last. */
export class Patience {
  readonly #clock: ClientClock;
  readonly #timeout: number;
  readonly #waiting: Waiting;
  #alarm: { cancel(): void } | undefined;
  #heard = 0;
  /** Since when the server is expected to keep its pace, and what had come by then. */
  #since = 0;
  #before = 0;
  #bytes = 0;

  constructor(clock: ClientClock, timeout: number, waiting: Waiting) {
    this.#clock = clock;
    this.#timeout = timeout;
    this.#waiting = waiting;
    this.sign();
    this.#arm(timeout);
  }

  /** The server has done what it was waited for: the wait for the next thing begins. */
  sign(): void {
    this.#heard = this.#since = this.#clock.now();
    this.#before = this.#bytes = this.#waiting.received();
  }

  over(): void {
    this.#alarm?.cancel();
    this.#alarm = undefined;
  }

  /** Looks more often than it must: when bytes came is only known from look to look. */
  #arm(left: number): void {
    this.#alarm = this.#clock.after(Math.min(left, Math.ceil(this.#timeout / 4), 0x7fffffff), () => this.#look());
  }

  #look(): void {
    const now = this.#clock.now();
    const bytes = this.#waiting.received();
    if (this.#waiting.ours()) this.sign();
    else if (bytes > this.#bytes) {
      this.#bytes = bytes;
      this.#heard = now;
    }
    const last = this.#since + this.#timeout + (bytes - this.#before) / PACE;
    const left = Math.min(this.#heard + this.#timeout, last) - now;
    if (left > 0) this.#arm(left);
    else {
      this.#alarm = undefined;
      this.#waiting.end();
    }
  }
}
