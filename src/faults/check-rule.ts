/** From a rule as somebody wrote it to a rule that can be armed. A wrong one is refused whole. */
import { parseDuration } from '../kernel/time.ts';
import type { Schema } from '../vim25/schema.ts';
import { checkTransport } from './check-transport.ts';
import { checkFault } from './fault-detail.ts';
import type {
  Effect,
  FaultDetail,
  FaultInput,
  Predicate,
  Rule,
  RuleInput,
  TaskEffect,
  TaskInput,
  WorldInput,
} from './rule.ts';
import { meant, type Path, RuleError } from './rule-error.ts';
import { ruleShape } from './rule-shape.ts';
import { checkShape, type Shape } from './shape.ts';

/** What rules are checked against. */
export interface Vocabulary {
  readonly schema: Schema;
  /** Names of world effects and, for each, how its arguments are written. */
  readonly worldVerbs: ReadonlyMap<string, { readonly [argument: string]: Shape }>;
  /** What is wrong with a property path, of a managed type or, where none is said, of any. */
  pathProblem?(type: string | undefined, path: string): string | undefined;
}

/** Throws RuleError with the path of the wrong word. `base` is where the rule stands in a larger document. */
export function checkRule(vocabulary: Vocabulary, input: unknown, id: string, base: Path = []): Rule {
  checkShape(input, ruleShape, base);
  const { match = {}, when = {}, limits = {}, effect, ...rest } = input as RuleInput;
  checkType(vocabulary.schema, match.type, [...base, 'match', 'type']);
  const after = when.after === undefined ? undefined : parseDuration(when.after);
  const until = limits.until === undefined ? undefined : parseDuration(limits.until);
  for (const property of Object.keys(match.property ?? {}))
    checkPath(vocabulary, match.type, property, [...base, 'match', 'property', property]);
  checkHolds(vocabulary, when.holds, [...base, 'when', 'holds']);
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

function checkPath(vocabulary: Vocabulary, type: string | undefined, property: string, path: Path): void {
  const problem = vocabulary.pathProblem?.(type, property);
  if (problem !== undefined) throw new RuleError(path, problem);
}

function checkHolds(vocabulary: Vocabulary, holds: Predicate | undefined, path: Path): void {
  if (!holds) return;
  if (holds.property !== undefined) checkPath(vocabulary, undefined, holds.property, [...path, 'property']);
  else if (holds.exists === undefined) throw new RuleError(path, "'property' is missing");
}

function checkEffect(vocabulary: Vocabulary, effect: RuleInput['effect'], path: Path): Effect {
  if (effect.soap) {
    const { phase = 'before', ...said } = effect.soap;
    return { layer: 'soap', phase, ...checkSoap(vocabulary.schema, said, [...path, 'soap']) };
  }
  if (effect.task) return checkTask(vocabulary.schema, effect.task, [...path, 'task']);
  if (effect.transport) return checkTransport(effect.transport, [...path, 'transport']);
  return checkWorld(vocabulary, effect.world!, [...path, 'world']);
}

type SoapSaid = FaultInput | { readonly empty: true };

function checkSoap(schema: Schema, said: SoapSaid, path: Path): FaultDetail & { readonly empty: boolean } {
  if (!('empty' in said)) return { empty: false, ...checkFault(schema, said, path) };
  for (const word of ['properties', 'message'])
    if (word in said) throw new RuleError([...path, word], 'goes with `fault` only');
  return { empty: true, fault: '', properties: {} as FaultDetail['properties'], message: undefined };
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
  for (const [name, value] of Object.entries(args)) {
    const shape = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!shape) throw new RuleError([...path, name], `${verb} takes no '${name}'${meant(name, Object.keys(known))}`);
    checkShape(value, shape, [...path, name]);
  }
  return { layer: 'world', verb, args, phase };
}
