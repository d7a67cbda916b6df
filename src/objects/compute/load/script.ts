/** A demand that somebody wrote down instead of the model's: shares of what the machine has, from one tick on. */

/** From its tick on, until the next step: a share, a pattern that repeats, or neither, which is the model again. */
export interface Step {
  readonly from: number;
  /** 0 to 1. */
  readonly share?: number | undefined;
  readonly pattern?: Pattern | undefined;
}

export interface Pattern {
  /** Ticks after which it begins again. */
  readonly period: number;
  /** Shares of equal length. */
  readonly shares: readonly number[];
}

/** Steps in order of their ticks. */
export interface LoadScript {
  readonly cpu?: readonly Step[] | undefined;
  readonly memory?: readonly Step[] | undefined;
}

/** Of steps that somebody adds by and by, as many as these are remembered. */
const MOST = 64;

/** The share at a tick; undefined where the model has its say. */
export function scripted(steps: readonly Step[] | undefined, tick: number): number | undefined {
  const step = steps?.findLast((s) => s.from <= tick);
  if (!step?.pattern) return step?.share;
  const { period, shares } = step.pattern;
  return shares[Math.floor((((tick - step.from) % period) * shares.length) / period)];
}

/** The steps up to a tick, and that one after them. */
export function continued(steps: readonly Step[] | undefined, next: Step): readonly Step[] {
  const before = (steps ?? []).filter((s) => s.from < next.from);
  return Object.freeze([...before.slice(1 - MOST), Object.freeze(next)]);
}
