/** Which samples there are: their times, and the ticks each of them is made of. */
import { TICK } from '../compute/load/tick.ts';
import type { Ageing, Statistics } from './performance-manager-kind.ts';

/** Realtime samples are kept for an hour. */
const REALTIME_TICKS = 3_600 / TICK;

export interface Sample {
  /** Instant of its end. */
  readonly time: number;
  /** The ticks it covers: from the first up to the last, both included. */
  readonly first: number;
  readonly last: number;
}

export interface Range {
  /** Instants: after the first, up to the second. */
  readonly from: number;
  readonly to: number;
  /** No more than the newest so many. */
  readonly most?: number | undefined;
}

export class Timeline {
  readonly #began: number;
  readonly #now: number;

  constructor({ began }: Statistics, tick: number) {
    this.#began = began;
    this.#now = tick;
  }

  /** Instant of a tick's sample. */
  timeOf(tick: number): number {
    return this.#began + tick * TICK * 1_000;
  }

  /** The samples of a range, oldest first. */
  samples(interval: number, kept: Ageing | undefined, range: Range): Sample[] {
    const step = Math.max(1, Math.round(interval / TICK));
    const length = kept ? kept.length / TICK : REALTIME_TICKS;
    const period = step * TICK * 1_000;
    const now = this.timeOf(this.#now);
    const from = Math.max(range.from, this.#began, now - length * TICK * 1_000);
    const newest = Math.floor(Math.min(range.to, now) / period) * period;
    const samples: Sample[] = [];
    for (let time = newest; time > from && samples.length < (range.most ?? Number.POSITIVE_INFINITY); time -= period) {
      const last = Math.round((time - this.#began) / (TICK * 1_000));
      samples.push({ time, first: Math.max(1, last - step + 1), last });
    }
    return samples.reverse();
  }
}
