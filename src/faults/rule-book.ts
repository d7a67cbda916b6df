/**
 * The rules in force. They are asked in the order they were armed. The first that matches, whose hour has come and that
 * settles what becomes of the call is the last: those after it do not see it. Before it the world may change any number
 * of times and one rule may hold the call up, for neither settles anything.
 */
import type { Clock } from '../kernel/clock.ts';
import { Random } from '../kernel/random.ts';
import { checkRule, type Vocabulary } from './check-rule.ts';
import { matches, type Subject } from './match.ts';
import type { Effect, Rule, RuleInput, WorldEffect } from './rule.ts';
import { type Path, RuleError } from './rule-error.ts';

/** A rule as lists show it. */
export interface ListedRule {
  readonly id: string;
  /** As it was written. */
  readonly rule: RuleInput;
  /** Calls that matched, and those it took. */
  readonly seen: number;
  readonly hits: number;
  /** Whether it can still take one. */
  readonly spent: boolean;
}

interface Armed {
  readonly rule: Rule;
  readonly written: RuleInput;
  /** Instant on the clock. */
  armedAt: number;
  seen: number;
  hits: number;
  dice: Random;
  alarm: { cancel(): void } | undefined;
}

export interface RuleBookOptions extends Vocabulary {
  readonly seed: string;
  readonly clock: Clock;
}

type Layer = Effect['layer'];

export class RuleBook {
  /** Does a world effect whose rule names no call: it happens by itself when its hour comes. */
  onHour: (effect: WorldEffect, rule: string) => void = () => {};
  readonly #options: RuleBookOptions;
  #armed: Armed[] = [];
  #number = 0;
  /** What `reset` returns to. */
  #atStart: readonly RuleInput[] = [];

  constructor(options: RuleBookOptions) {
    this.#options = options;
  }

  /** Arms a rule and returns its id. Throws RuleError (ERR_RULE), and then nothing has changed. */
  add(input: unknown, base: Path = []): string {
    const rule = this.check(input, base);
    this.#arm(rule, structuredClone(input) as RuleInput);
    return rule.id;
  }

  /** Arms several, or none when one of them is wrong. */
  addAll(inputs: readonly unknown[], base: Path = []): string[] {
    const added: string[] = [];
    const before = this.#number;
    try {
      for (const [i, input] of inputs.entries()) added.push(this.add(input, [...base, i]));
    } catch (error) {
      for (const id of added) this.remove(id);
      this.#number = before;
      throw error;
    }
    return added;
  }

  /** The rule `add` would arm, without arming it. */
  check(input: unknown, base: Path = []): Rule {
    const rule = checkRule(this.#options, input, this.#nextId(), base);
    if (this.#armed.some((a) => a.rule.id === rule.id)) {
      throw new RuleError([...base, 'id'], `there is a rule '${rule.id}' already`);
    }
    return rule;
  }

  /** False when there is no such rule. */
  remove(id: string): boolean {
    const found = this.#armed.find((a) => a.rule.id === id);
    found?.alarm?.cancel();
    this.#armed = this.#armed.filter((a) => a !== found);
    return found !== undefined;
  }

  clear(): void {
    for (const { alarm } of this.#armed) alarm?.cancel();
    this.#armed = [];
  }

  list(): ListedRule[] {
    return this.#armed.map((a) => ({
      id: a.rule.id,
      rule: a.written,
      seen: a.seen,
      hits: a.hits,
      spent: this.#isSpent(a),
    }));
  }

  /** From now on `reset` comes back to the rules that stand now. */
  keepAsStart(): void {
    this.#atStart = this.#armed.map((a) => a.written);
  }

  /** Back to the rules of the start, none of them hit yet, the dice as they lay. */
  reset(): void {
    this.clear();
    this.#number = 0;
    this.addAll(this.#atStart);
  }

  /** Whether some rule could still take something of that layer: the cheap question before the dear one. */
  concerns(...layers: readonly Layer[]): boolean {
    return this.#armed.some((a) => layers.includes(a.rule.effect.layer) && !this.#isSpent(a));
  }

  /** The rules that take this call, in order, among those of the layers named. Counts, and throws the dice. */
  take(subject: Subject, ...layers: readonly Layer[]): readonly Rule[] {
    const taken: Rule[] = [];
    let held = false;
    for (const armed of this.#armed) {
      const { rule } = armed;
      const holds = holdsUp(rule.effect);
      if (!layers.includes(rule.effect.layer) || armed.alarm || this.#isSpent(armed)) continue;
      if ((holds && held) || !matches(rule.match, subject) || this.#isAsleep(armed)) continue;
      armed.seen++;
      if (!isTurnOf(armed)) continue;
      armed.hits++;
      taken.push(rule);
      if (holds) held = true;
      else if (rule.effect.layer !== 'world') break;
    }
    return taken;
  }

  /** The first number from where we are that no rule goes by. */
  #nextId(): string {
    for (;;) {
      const id = `rule-${this.#number + 1}`;
      if (!this.#armed.some((a) => a.rule.id === id)) return id;
      this.#number++;
    }
  }

  #arm(rule: Rule, written: RuleInput): void {
    const armedAt = this.#options.clock.now();
    const dice = new Random(this.#options.seed, `faults/${rule.id}`);
    const armed: Armed = { rule, written, armedAt, seen: 0, hits: 0, dice, alarm: undefined };
    this.#armed.push(armed);
    const { effect } = rule;
    if (effect.layer !== 'world' || namesCalls(rule)) return;
    armed.alarm = this.#options.clock.after(rule.when.after ?? 0, () => {
      armed.seen++;
      armed.hits++;
      this.onHour(effect, rule.id);
    });
  }

  #isAsleep({ rule, armedAt }: Armed): boolean {
    return rule.when.after !== undefined && this.#options.clock.now() < armedAt + rule.when.after;
  }

  #isSpent({ rule: { when, limits }, armedAt, seen, hits, alarm }: Armed): boolean {
    if (alarm) return hits > 0;
    if (when.nth !== undefined && seen >= when.nth) return true;
    if (limits.times !== undefined && hits >= limits.times) return true;
    return limits.until !== undefined && this.#options.clock.now() >= armedAt + limits.until;
  }
}

/** Whether it only makes a call or a task take longer, so that more may become of it. */
function holdsUp(effect: Effect): boolean {
  if (effect.layer === 'transport') return effect.kind === 'delay';
  return (
    effect.layer === 'task' &&
    Number.isFinite(effect.duration) &&
    effect.action !== 'fail' &&
    effect.action !== 'cancel'
  );
}

/** A world rule that names no call at all happens by itself. */
function namesCalls({ match, when }: Rule): boolean {
  const counts = when.nth ?? when.every ?? when.probability;
  return Object.keys(match).length > 0 || counts !== undefined;
}

function isTurnOf({ rule: { when }, seen, dice }: Armed): boolean {
  if (when.nth !== undefined && seen !== when.nth) return false;
  if (when.every !== undefined && seen % when.every !== 0) return false;
  return when.probability === undefined || dice.fraction() < when.probability;
}
