/**
 * The rules in force. They are asked in the order they were armed. The first that matches, whose hour has come and that
 * settles what becomes of the call is the last: those after it do not see it. Before it the world may change any number
 * of times and one rule may hold the call up, for neither settles anything.
 */
import type { Clock } from '../kernel/clock.ts';
import { Random } from '../kernel/random.ts';
import {
  type Armed,
  type CheckedRule,
  GONE_OFF,
  holdsUp,
  isAsleep,
  isOver,
  isSpent,
  isTurnOf,
  namesCalls,
  WATCHING,
} from './armed.ts';
import { checkRule, type Vocabulary } from './check-rule.ts';
import { matches, type Subject } from './match.ts';
import type { Effect, Predicate, Rule, RuleInput, WorldEffect } from './rule.ts';
import { type Path, RuleError } from './rule-error.ts';
import { type Calls, warningsOf } from './warnings.ts';

export type { CheckedRule } from './armed.ts';

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
  /** Why it may never do what it says. */
  readonly warnings: readonly string[];
}

/** The rules in force at some moment, with what they had seen. */
export interface SavedRules {
  readonly number: number;
  readonly rules: readonly {
    readonly id: string;
    readonly rule: RuleInput;
    readonly armedAt: number;
    readonly seen: number;
    readonly hits: number;
    readonly dice: readonly number[];
  }[];
}

export interface RuleBookOptions extends Vocabulary {
  readonly seed: string;
  readonly clock: Clock;
  /** What warnings follow from. */
  readonly calls?: () => Calls;
  /** Told of each rule that is armed and may never do what it says. */
  readonly warn?: (message: string) => void;
}

type Layer = Effect['layer'];

export class RuleBook {
  /** Does a world effect whose rule names no call: it happens by itself when its hour comes. */
  onHour: (effect: WorldEffect, rule: string) => void = () => {};
  /** Whether something is so in the world. */
  holds: (predicate: Predicate) => boolean = () => false;
  /** Called when a rule begins to wait for something to hold. */
  onWatch: () => void = () => {};
  /** Called when rules came or went. */
  onChange: () => void = () => {};
  /** Counts whatever `save` would tell. */
  revision = 0;
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
    for (const warning of rule.warnings) this.#options.warn?.(`fault rule '${rule.id}': ${warning}`);
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

  /** The rule `add` would arm, and what is odd about it, without arming it. */
  check(input: unknown, base: Path = []): CheckedRule {
    const rule = checkRule(this.#options, input, this.#nextId(), base);
    if (this.#armed.some((a) => a.rule.id === rule.id)) {
      throw new RuleError([...base, 'id'], `there is a rule '${rule.id}' already`);
    }
    return this.#warned(rule);
  }

  #warned(rule: Rule): CheckedRule {
    const earlier = this.#armed.map((armed) => armed.rule);
    return Object.freeze({ ...rule, warnings: warningsOf(this.#options.calls?.(), rule, earlier) });
  }

  /** False when there is no such rule. */
  remove(id: string): boolean {
    const found = this.#armed.find((a) => a.rule.id === id);
    found?.alarm?.cancel();
    this.#armed = this.#armed.filter((a) => a !== found);
    if (found) this.#changed();
    return found !== undefined;
  }

  clear(): void {
    for (const { alarm } of this.#armed) alarm?.cancel();
    this.#armed = [];
    this.#changed();
  }

  save(): SavedRules {
    return {
      number: this.#number,
      rules: this.#armed.map(({ rule, written, armedAt, seen, hits, dice }) => {
        return { id: rule.id, rule: written, armedAt, seen, hits, dice: dice.position };
      }),
    };
  }

  /** The rules that were saved take the place of those in force, and go on where they were. */
  restore({ number, rules }: SavedRules): void {
    this.clear();
    for (const { id, rule, ...rest } of rules)
      this.#arm(this.#warned(checkRule(this.#options, rule, id, [])), rule, rest);
    this.#number = number;
  }

  /** The clock was moved by so many milliseconds, and those who wait on it with it. */
  moved(by: number): void {
    for (const armed of this.#armed) armed.armedAt += by;
    this.revision++;
  }

  list(): ListedRule[] {
    return this.#armed.map((a) => ({
      id: a.rule.id,
      rule: a.written,
      seen: a.seen,
      hits: a.hits,
      spent: isSpent(a, this.#now),
      warnings: a.rule.warnings,
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

  /** Whether a rule waits for something to hold. */
  get watches(): boolean {
    return this.#armed.some(({ alarm }) => alarm === WATCHING);
  }

  /** Does what the rules do that waited for something to hold, where it does now. */
  look(): void {
    for (const armed of this.#armed) {
      const { holds } = armed.rule.when;
      if (armed.alarm === WATCHING && holds && this.holds(holds))
        armed.alarm = this.#waitForHour(armed, armed.rule.effect as WorldEffect);
    }
  }

  /** Whether some rule could still take something of that layer: the cheap question before the dear one. */
  concerns(...layers: readonly Layer[]): boolean {
    return this.#armed.some((a) => layers.includes(a.rule.effect.layer) && !isSpent(a, this.#now));
  }

  /** The rules that take this call, in order, among those of the layers named. Counts, and throws the dice. */
  take(subject: Subject, ...layers: readonly Layer[]): readonly Rule[] {
    const taken: Rule[] = [];
    let held = false;
    for (const armed of this.#armed) {
      const { rule } = armed;
      const holds = holdsUp(rule.effect);
      if (!layers.includes(rule.effect.layer) || armed.alarm || isSpent(armed, this.#now)) continue;
      if ((holds && held) || !matches(rule.match, subject) || isAsleep(armed, this.#now)) continue;
      if (rule.when.holds && !this.holds(rule.when.holds)) continue;
      armed.seen++;
      this.revision++;
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

  #arm(rule: CheckedRule, written: RuleInput, since?: Omit<SavedRules['rules'][number], 'id' | 'rule'>): void {
    const { clock, seed } = this.#options;
    const dice = new Random(seed, `faults/${rule.id}`);
    if (since) dice.position = since.dice;
    const { armedAt = clock.now(), seen = 0, hits = 0 } = since ?? {};
    const armed: Armed = { rule, written, armedAt, seen, hits, dice, alarm: undefined };
    this.#armed.push(armed);
    this.#changed();
    const { effect } = rule;
    if (effect.layer !== 'world' || namesCalls(rule)) return;
    armed.alarm = hits > 0 ? GONE_OFF : this.#waitForHour(armed, effect);
  }

  #waitForHour(armed: Armed, effect: WorldEffect): Armed['alarm'] {
    const { rule, armedAt } = armed;
    const ring = () => {
      if (isOver(armed, this.#now)) {
        armed.alarm = GONE_OFF;
        return;
      }
      if (rule.when.holds && !this.holds(rule.when.holds)) {
        armed.alarm = WATCHING;
        this.onWatch();
        return;
      }
      armed.alarm = GONE_OFF;
      armed.seen++;
      armed.hits++;
      this.revision++;
      this.onHour(effect, rule.id);
    };
    return this.#options.clock.at(armedAt + (rule.when.after ?? 0), ring, { lasting: true });
  }

  #changed(): void {
    this.revision++;
    this.onChange();
  }

  get #now(): number {
    return this.#options.clock.now();
  }
}
