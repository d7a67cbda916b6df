/**
 * The simulator's time: real, sped up, or stepped by a test, and what is due on it.
 *
 * Everything that waits asks `at`; nothing else in the simulator reads a clock. Due work runs in order of due time, then
 * of asking. A pending I/O (`hold`) is a barrier: stepping waits for it, so its outcome lands at its virtual time.
 */
export type ClockMode =
  | { readonly kind: 'real' }
  | { readonly kind: 'scaled'; readonly speed: number }
  | { readonly kind: 'manual' };

export interface Alarm {
  readonly due: number;
  cancel(): void;
}

interface Entry extends Alarm {
  readonly order: number;
  readonly background: boolean;
  readonly run: () => void;
  live: boolean;
}

export class Clock {
  readonly mode: ClockMode;
  /** What due work threw: the rest of what is due is done all the same, and a timer's throw would end the process. */
  onUnforeseen: ((error: unknown) => void) | undefined;
  readonly #origin: number;
  readonly #realOrigin: number;
  #manual: number;
  #order = 0;
  #queue: Entry[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the timer goes off, on this clock. */
  #armedFor: number | undefined;
  #held = new Set<Promise<unknown>>();
  #closed = false;
  #draining = false;

  /** `start` is the first instant; without one it is the real time. */
  constructor(mode: ClockMode = { kind: 'real' }, start: number = realNow()) {
    this.mode = mode;
    this.#origin = start;
    this.#manual = start;
    this.#realOrigin = realNow();
  }

  now(): number {
    switch (this.mode.kind) {
      case 'manual':
        return this.#manual;
      case 'scaled':
        return this.#origin + (realNow() - this.#realOrigin) * this.mode.speed;
      default:
        return this.#origin + (realNow() - this.#realOrigin);
    }
  }

  /**
   * Runs `run` once the clock reaches `due`; at the next `drain` when that is now or past. What runs in the background
   * (expiries, housekeeping) is no work anybody waits for: `step` and `idle` pass it over.
   */
  at(due: number, run: () => void, options: { readonly background?: boolean } = {}): Alarm {
    const entry: Entry = {
      due,
      order: this.#order++,
      background: options.background === true,
      run,
      live: true,
      cancel: () => {
        if (entry.live) this.#drop(entry);
      },
    };
    this.#insert(entry);
    this.#arm();
    return entry;
  }

  after(duration: number, run: () => void): Alarm {
    return this.at(this.now() + duration, run);
  }

  /** Runs everything that is due, including what that makes due. */
  drain(): void {
    if (this.#draining) return;
    this.#draining = true;
    try {
      for (let next = this.#queue[0]; next && next.due <= this.now(); next = this.#queue[0]) {
        this.#queue.shift();
        next.live = false;
        this.#run(next);
      }
    } finally {
      this.#draining = false;
      this.#arm();
    }
  }

  /** Marks I/O under way; `advance` and `runToIdle` wait for it. */
  hold<T>(work: Promise<T>): Promise<T> {
    this.#held.add(work);
    const done = () => this.#held.delete(work);
    work.then(done, done);
    return work;
  }

  async settled(): Promise<void> {
    while (this.#held.size > 0) await Promise.allSettled(this.#held);
  }

  /** Manual clock only: moves on by `duration`, stopping at each due entry on the way. */
  async advance(duration: number): Promise<void> {
    const target = this.now() + duration;
    await this.#runUntil(target);
    if (this.mode.kind === 'manual') this.#manual = Math.max(this.#manual, target);
    this.drain();
  }

  /** Manual clock only: runs to the next due entry and what is due with it. False when nothing waits. */
  async step(): Promise<boolean> {
    await this.settled();
    const next = this.#nextAwaited();
    if (!next) return false;
    this.#manual = Math.max(this.#manual, next.due);
    this.drain();
    await this.settled();
    return true;
  }

  get idle(): boolean {
    return this.#nextAwaited() === undefined && this.#held.size === 0;
  }

  /** When the next entry is due; undefined when nothing waits. */
  get nextDue(): number | undefined {
    return this.#nextAwaited()?.due;
  }

  close(): void {
    this.#closed = true;
    this.#queue = [];
    clearTimeout(this.#timer);
  }

  async #runUntil(target: number): Promise<void> {
    for (;;) {
      await this.settled();
      const next = this.#queue[0];
      if (!next || next.due > target) return;
      this.#manual = Math.max(this.#manual, next.due);
      this.drain();
    }
  }

  #run(entry: Entry): void {
    if (!this.onUnforeseen) return entry.run();
    try {
      entry.run();
    } catch (error) {
      this.onUnforeseen(error);
    }
  }

  #nextAwaited(): Entry | undefined {
    return this.#queue.find((entry) => !entry.background);
  }

  #insert(entry: Entry): void {
    this.#queue.splice(this.#placeOf(entry), 0, entry);
  }

  /** What is called off does not stay until it would have been due: waits of half an hour are called off all the time. */
  #drop(entry: Entry): void {
    entry.live = false;
    const at = this.#placeOf(entry);
    if (this.#queue[at] === entry) this.#queue.splice(at, 1);
  }

  /** Where the entry stands, or would stand, by due time and order of asking. */
  #placeOf({ due, order }: Entry): number {
    let low = 0;
    let high = this.#queue.length;
    while (low < high) {
      const mid = (low + high) >>> 1;
      const other = this.#queue[mid]!;
      if (other.due < due || (other.due === due && other.order < order)) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  /** Called after every request, so it leaves a timer alone that is right already. */
  #arm(): void {
    if (this.mode.kind === 'manual' || this.#closed || this.#draining) return;
    const due = this.#queue[0]?.due;
    if (due === this.#armedFor) return;
    clearTimeout(this.#timer);
    this.#armedFor = due;
    if (due === undefined) return;
    const speed = this.mode.kind === 'scaled' ? this.mode.speed : 1;
    const wait = Math.max(0, (due - this.now()) / speed);
    this.#timer = setTimeout(
      () => {
        this.#armedFor = undefined;
        this.drain();
      },
      Math.min(Math.ceil(wait), 0x7fffffff),
    );
    this.#timer.unref();
  }
}

function realNow(): number {
  return performance.timeOrigin + performance.now();
}
