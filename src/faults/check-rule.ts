/** From a rule as somebody wrote it to a rule that can be armed. A wrong one is refused whole. */
import { parseDuration } from '../kernel/time.ts';
import type { Schema } from '../vim25/schema.ts';
import { checkFault } from './fault-detail.ts';
import type { Effect, FaultInput, Rule, RuleInput, TaskEffect, TaskInput, TransportInput, WorldInput } from './rule.ts';
import { meant, type Path, RuleError } from './rule-error.ts';
import { ruleShape } from './rule-shape.ts';
import { checkShape } from './shape.ts';

/** What rules are checked against. */
export interface Vocabulary {
  readonly schema: Schema;
  /** Names of world effects and, for each, the names of its arguments. */
  readonly worldVerbs: ReadonlyMap<string, readonly string[]>;
}

/** Throws RuleError with the path of the wrong word. `base` is where the rule stands in a larger document. */
export function checkRule(vocabulary: Vocabulary, input: unknown, id: string, base: Path = []): Rule {
  checkShape(input, ruleShape, base);
  const { match = {}, when = {}, limits = {}, effect, ...rest } = input as RuleInput;
  checkType(vocabulary.schema, match.type, [...base, 'match', 'type']);
  const after = when.after === undefined ? undefined : parseDuration(when.after);
  const until = limits.until === undefined ? undefined : parseDuration(limits.until);
  if (when.nth !== undefined && limits.times !== undefined && limits.times > 1) {
    throw new RuleError([...base, 'limits', 'times'], 'never reached: `nth` hits once');
  }
  if (after !== undefined && until !== undefined && until <= after) {
    throw new RuleError([...base, 'limits', 'until'], 'never matches: it ends before `when.after` lets it begin');
  }
  return Object.freeze({
    id: rest.id ?? id,
    match,
    when: { ...when, after },
    effect: checkEffect(vocabulary, effect, [...base, 'effect']),
    limits: { ...limits, until },
  });
}

function checkType(schema: Schema, type: string | undefined, path: Path): void {
  if (type === undefined || schema.managed(type)) return;
  throw new RuleError(path, `the API has no managed type '${type}'${meant(type, schema.managedNames)}`);
}

function checkEffect(vocabulary: Vocabulary, effect: RuleInput['effect'], path: Path): Effect {
  if (effect.soap) {
    const { phase = 'before', ...fault } = effect.soap;
    return { layer: 'soap', phase, ...checkFault(vocabulary.schema, fault as FaultInput, [...path, 'soap']) };
  }
  if (effect.task) return checkTask(vocabulary.schema, effect.task, [...path, 'task']);
  if (effect.transport) return checkTransport(effect.transport, [...path, 'transport']);
  return checkWorld(vocabulary, effect.world!, [...path, 'world']);
}

/** Exactly one of them stands in a rule. */
const TASK_ACTIONS = ['fail', 'cancel', 'stall', 'slow'] as const;

function checkTask(schema: Schema, { fail, cancel, stall, slow, at }: TaskInput, path: Path): TaskEffect {
  const percent = /^(\d{1,3})%$/.exec(at ?? '0%');
  if (percent && Number(percent[1]) > 100) throw new RuleError([...path, 'at'], `${at} is beyond the end`);
  const given = { fail, cancel, stall, slow };
  const action = TASK_ACTIONS.find((name) => given[name] !== undefined)!;
  const duration = stall === true ? Number.POSITIVE_INFINITY : parseDuration(stall ?? slow ?? 0);
  return {
    layer: 'task',
    action,
    at: percent ? { percent: Number(percent[1]) } : { step: at! },
    duration,
    fail: fail && checkFault(schema, fail, [...path, 'fail']),
  };
}

/** Exactly one of them stands in a rule. */
const TRANSPORT_KINDS = ['reset', 'empty', 'truncate', 'status', 'delay'] as const;

function checkTransport(input: TransportInput, path: Path): Effect {
  const { truncate, status, body, delay } = input;
  const kind = TRANSPORT_KINDS.find((name) => input[name] !== undefined)!;
  if (body !== undefined && kind !== 'status') throw new RuleError([...path, 'body'], 'goes with `status` only');
  if (kind === 'truncate' && input.phase === 'before') {
    throw new RuleError([...path, 'phase'], 'an answer can be cut short only after the work was done');
  }
  return {
    layer: 'transport',
    kind,
    amount: truncate ?? (delay === undefined ? undefined : parseDuration(delay)),
    status,
    body,
    phase: input.phase ?? (kind === 'truncate' ? 'after' : 'before'),
  };
}

function checkWorld(vocabulary: Vocabulary, input: WorldInput, path: Path): Effect {
  const { verb, phase = 'before', ...args } = input;
  const known = vocabulary.worldVerbs.get(verb);
  if (!known) {
    const names = [...vocabulary.worldVerbs.keys()];
    throw new RuleError(
      [...path, 'verb'],
      `nothing does '${verb}'${meant(verb, names) || `; known: ${names.join(', ')}`}`,
    );
  }
  for (const name of Object.keys(args)) {
    if (!known.includes(name)) throw new RuleError([...path, name], `${verb} takes no '${name}'${meant(name, known)}`);
  }
  return { layer: 'world', verb, args, phase };
}
