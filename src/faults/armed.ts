/** A rule in force: what it has seen, and whether it is its turn. */
import type { Random } from '../kernel/random.ts';
import type { Effect, Rule, RuleInput } from './rule.ts';

/** A rule that could be armed, and what is odd about it. */
export interface CheckedRule extends Rule {
  readonly warnings: readonly string[];
}

export interface Armed {
  readonly rule: CheckedRule;
  readonly written: RuleInput;
  /** Instant on the clock. */
  armedAt: number;
  seen: number;
  hits: number;
  dice: Random;
  /** Of a rule that waits for its hour; of any other undefined. */
  alarm: { cancel(): void } | undefined;
}

/** Stands for the alarm of a rule whose hour has been. */
export const GONE_OFF: NonNullable<Armed['alarm']> = { cancel: () => {} };
/** Stands for that of one whose hour has come, and that waits for something to hold. */
export const WATCHING: NonNullable<Armed['alarm']> = { cancel: () => {} };

/** Whether it can take nothing any more. */
export function isSpent(armed: Armed, now: number): boolean {
  const { alarm, rule, seen, hits } = armed;
  if (alarm) return alarm === GONE_OFF;
  if (rule.when.nth !== undefined && seen >= rule.when.nth) return true;
  if (rule.limits.times !== undefined && hits >= rule.limits.times) return true;
  return isOver(armed, now);
}

export function isOver({ rule: { limits }, armedAt }: Armed, now: number): boolean {
  return limits.until !== undefined && now >= armedAt + limits.until;
}

export function isAsleep({ rule: { when }, armedAt }: Armed, now: number): boolean {
  return when.after !== undefined && now < armedAt + when.after;
}

/** Of the calls it has seen, whether it takes the last; throws the dice. */
export function isTurnOf({ rule: { when }, seen, dice }: Armed): boolean {
  if (when.nth !== undefined && seen !== when.nth) return false;
  if (when.every !== undefined && seen % when.every !== 0) return false;
  return when.probability === undefined || dice.fraction() < when.probability;
}

/** Whether it only makes a call or a task take longer, so that more may become of it. */
export function holdsUp(effect: Effect): boolean {
  if (effect.layer === 'transport') return effect.kind === 'delay';
  return (
    effect.layer === 'task' &&
    Number.isFinite(effect.duration) &&
    effect.action !== 'fail' &&
    effect.action !== 'cancel'
  );
}

/** A world rule that names no call at all happens by itself. */
export function namesCalls({ match, when }: Rule): boolean {
  const counts = when.nth ?? when.every ?? when.probability;
  return Object.keys(match).length > 0 || counts !== undefined;
}
