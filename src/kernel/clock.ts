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

export interface AlarmOptions {
  /** Expiries, housekeeping: no work anybody waits for. */
  readonly background?: boolean;
  /** Somebody outside the world waits, and goes on waiting when it becomes another one. */
  readonly lasting?: boolean;
}

interface Entry extends Alarm {
  due: number;
  readonly order: number;
  readonly background: boolean;
  readonly lasting: boolean;
  readonly run: () => void;
  live: boolean;
}

export class Clock {
  readonly mode: ClockMode;
  /** What due work threw: the rest of what is due is done all the same, and a timer's throw would end the process. */
  onUnforeseen: ((error: unknown) => void) | undefined;
  /** Whether work is under way that has an end: what `runToIdle` runs until there is none. */
  busy: () => boolean = () => !this.idle;
  /** Called when somebody moved the clock on. */
  onMoved: () => void = () => {};
  /** An instant, and the real time when it was that: the same as now on a clock that stands. */
  #base: number;
  #realBase: number;
  #frozen = false;
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
    this.#base = start;
    this.#realBase = realNow();
  }

  now(): number {
    return this.#stands ? this.#base : this.#base + (realNow() - this.#realBase) * this.#speed;
  }

  /** Whether it was told to stand still. A manual clock stands anyhow. */
  get frozen(): boolean {
    return this.#frozen;
  }

  /** Stands still until `thaw`; it can be moved on meanwhile. */
  freeze(): void {
    this.#jump(this.now());
    this.#frozen = true;
    this.#disarm();
  }

  /** Goes on from where it stands. */
  thaw(): void {
    this.#jump(this.now());
    this.#frozen = false;
    this.#arm();
  }

  /**
   * Runs `run` once the clock reaches `due`; at the next `drain` when that is now or past. What runs in the background
   * (expiries, housekeeping) is no work anybody waits for: `step` and `idle` pass it over.
   */
  at(due: number, run: () => void, options: AlarmOptions = {}): Alarm {
    const entry: Entry = {
      due,
      order: this.#order++,
      background: options.background === true,
      lasting: options.lasting === true,
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

  after(duration: number, run: () => void, options?: AlarmOptions): Alarm {
    return this.at(this.now() + duration, run, options);
  }

  /**
   * The world becomes another one. What was due in it is forgotten, for it says anew what it waits for; what others wait
   * for (`lasting`) is as far off as before. A manual clock goes to `instant`; a clock that runs by itself does not go back.
   */
  startOver(instant: number): void {
    const by = this.mode.kind === 'manual' ? instant - this.#base : 0;
    this.#base += by;
    for (const entry of this.#queue) {
      entry.live = entry.lasting;
      entry.due += by;
    }
    this.#queue = this.#queue.filter((entry) => entry.live);
    this.#arm();
  }

  /** Goes on where another process left off. The real time went on meanwhile by itself, and never goes back. */
  goOn(instant: number): void {
    this.#jump(this.mode.kind === 'real' ? Math.max(instant, this.now()) : instant);
    this.#arm();
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

  /** Moves on by `duration`, stopping at each due entry on the way. A clock that runs by itself goes on from there. */
  async advance(duration: number): Promise<void> {
    const target = this.now() + duration;
    await this.#runUntil(target);
    this.#forward(target);
    this.drain();
    this.onMoved();
  }

  /** Runs to the next due entry and what is due with it. False when nothing waits, or nothing that ever comes. */
  async step(): Promise<boolean> {
    await this.settled();
    const next = this.#nextAwaited();
    if (!next || next.due === Number.POSITIVE_INFINITY) return false;
    await this.#runUntil(next.due);
    this.drain();
    await this.settled();
    this.onMoved();
    return true;
  }

  /** Steps until no work is left. What merely waits, such as the expiry of an idle session, is none. */
  async runToIdle(): Promise<void> {
    await this.settled();
    while (this.busy() && (await this.step()));
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
    this.#disarm();
  }

  async #runUntil(target: number): Promise<void> {
    for (;;) {
      await this.settled();
      const next = this.#queue[0];
      if (!next || next.due > target) return;
      this.#forward(next.due);
      this.drain();
    }
  }

  get #stands(): boolean {
    return this.#frozen || this.mode.kind === 'manual';
  }

  get #speed(): number {
    return this.mode.kind === 'scaled' ? this.mode.speed : 1;
  }

  /** To an instant that is no earlier than now. */
  #forward(instant: number): void {
    this.#jump(Math.max(this.now(), instant));
  }

  #jump(instant: number): void {
    this.#base = instant;
    this.#realBase = realNow();
    // A timer that was set before is wrong now.
    this.#disarm();
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
    if (this.#stands || this.#closed || this.#draining) return;
    const due = this.#queue[0]?.due;
    if (due === this.#armedFor) return;
    clearTimeout(this.#timer);
    this.#armedFor = due;
    if (due === undefined) return;
    const wait = Math.max(0, (due - this.now()) / this.#speed);
    this.#timer = setTimeout(
      () => {
        this.#armedFor = undefined;
        this.drain();
      },
      Math.min(Math.ceil(wait), 0x7fffffff),
    );
    this.#timer.unref();
  }

  #disarm(): void {
    clearTimeout(this.#timer);
    this.#armedFor = undefined;
  }
}

function realNow(): number {
  return performance.timeOrigin + performance.now();
}
