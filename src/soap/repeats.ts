/**
 * What a property held in the object before: one machine after another says the same of itself, and what has the same text
 * is the same value. It is compared, not read again, and shared, which is why it is frozen.
 */

/** Texts that are worth it. */
const [SHORTEST, LONGEST] = [40, 8_192];
/** Items of an array that are each compared with its like. */
const PLACES = 64;
/** After so many others in a row a property is left alone for a while, each time for longer. */
const PATIENCE = 4;
const LONGEST_REST = 4_096;

interface Last {
  text: string;
  value: unknown;
  misses: number;
  /** Turns that are passed over, and how many it was the last time. */
  rest: number;
  rested: number;
}

export class Repeats {
  readonly #last: Last[] = [];

  /** What stood at that place before, when it may be worth comparing; undefined when it is not. */
  at(place: number): Last | undefined {
    if (place >= PLACES) return undefined;
    let last = this.#last[place];
    if (last === undefined) {
      last = { text: '', value: undefined, misses: 0, rest: 0, rested: 8 };
      this.#last[place] = last;
    }
    if (last.rest === 0) return last;
    last.rest -= 1;
    return undefined;
  }
}

export type { Last };

/** Something else stood there than before. */
export function missed(last: Last, text: string, from: number, to: number, value: unknown): void {
  last.misses += 1;
  if (last.misses > PATIENCE) {
    last.misses = 0;
    last.text = '';
    last.value = undefined;
    last.rest = last.rested = Math.min(2 * last.rested, LONGEST_REST);
    return;
  }
  const length = to - from;
  if (length < SHORTEST || length > LONGEST || typeof value !== 'object') return;
  // A copy of its own: a slice would keep the whole answer.
  last.text = ` ${text.slice(from, to)}`.slice(1);
  last.value = frozen(value);
}

function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
