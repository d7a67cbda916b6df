/** What was called how often and how long it took: a few numbers for each method of the API and each door. */
import type { Outcome } from './entry.ts';

/** Upper ends of the classes of durations, in seconds. */
export const BUCKETS: readonly number[] = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10];

/** What strangers make up is counted together. */
const OTHERS = 'other';

export interface MethodCount {
  readonly outcomes: { [O in Outcome]: number };
  /** Calls per class, the last one without an upper end; not added up. */
  readonly buckets: number[];
  seconds: number;
}

export class Counters {
  readonly #methods = new Map<string, MethodCount>();
  #requestBytes = 0;
  #answerBytes = 0;

  get methods(): ReadonlyMap<string, MethodCount> {
    return this.#methods;
  }

  get requestBytes(): number {
    return this.#requestBytes;
  }

  get answerBytes(): number {
    return this.#answerBytes;
  }

  /** More of a long answer has gone out. */
  sent(bytes: number): void {
    this.#answerBytes += bytes;
  }

  count(method: string, known: boolean, outcome: Outcome, took: number, request: number, answer: number): void {
    const name = known ? method : OTHERS;
    const count = this.#methods.get(name) ?? this.#begin(name);
    const seconds = took / 1_000;
    count.outcomes[outcome]++;
    count.seconds += seconds;
    let bucket = 0;
    while (bucket < BUCKETS.length && seconds > BUCKETS[bucket]!) bucket++;
    count.buckets[bucket]!++;
    this.#requestBytes += request;
    this.#answerBytes += answer;
  }

  #begin(name: string): MethodCount {
    const outcomes = { answer: 0, fault: 0, unbuilt: 0, cut: 0 };
    const count = { outcomes, buckets: new Array<number>(BUCKETS.length + 1).fill(0), seconds: 0 };
    this.#methods.set(name, count);
    return count;
  }
}
