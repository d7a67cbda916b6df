/** Rules that are well written and yet will never do what their author may have meant. They are armed all the same. */
import { fitsName } from '../kernel/glob.ts';
import type { Rule } from './rule.ts';
import { meant, type Path, pathText } from './rule-error.ts';

/** What is known of calls, beside the API table's names of types and faults. */
export interface Calls {
  /** Every method of the API, with whether it starts a task and the managed types that have it. */
  readonly methods: ReadonlyMap<string, MethodFacts>;
  /** What comes to doors: `PUT /folder`. */
  readonly doors: readonly string[];
  /** Names of steps of any task's work. */
  readonly steps: ReadonlySet<string>;
  /** Of services whose tables may not be loaded: a method that begins so may be one of theirs. */
  isElsewhere(method: string): boolean;
  isManaged(type: string, ancestor: string): boolean;
  /** Why a verb has nothing to work on, as the world stands now. */
  nothingFor(verb: string, args: Readonly<Record<string, unknown>>, namesCall: boolean): string | undefined;
}

export interface MethodFacts {
  readonly startsTask: boolean;
  readonly types: readonly string[];
}

/** Each with the path of the word it is about, as in errors: `match.method: ...`. */
export function warningsOf(calls: Calls | undefined, rule: Rule, earlier: readonly Rule[]): string[] {
  const found: string[] = [];
  const warn = (path: Path, message: string) => found.push(`${pathText(path)}: ${message}`);
  warnOfNumbers(rule, warn);
  if (calls) warnOfMethods(calls, rule, warn);
  if (calls) warnOfWorld(calls, rule, warn);
  const before = earlier.find((other) => takesAllOf(other, rule));
  if (before) warn(['match'], `never reached: rule '${before.id}' takes every such call before it`);
  return found;
}

type Warn = (path: Path, message: string) => void;

function warnOfNumbers({ when, limits }: Rule, warn: Warn): void {
  const { nth, every, after, probability } = when;
  if (nth !== undefined && limits.times !== undefined && limits.times > 1)
    warn(['limits', 'times'], 'never reached: `nth` hits once');
  if (nth !== undefined && every !== undefined && nth % every !== 0)
    warn(['when', 'nth'], `never matches: ${nth} does not divide by ${every}`);
  if (probability === 0) warn(['when', 'probability'], 'never matches: nothing is less likely than 0');
  if (limits.until === 0) warn(['limits', 'until'], 'never matches: it ends as it begins');
  else if (after !== undefined && limits.until !== undefined && limits.until <= after)
    warn(['limits', 'until'], 'never matches: it ends before `when.after` lets it begin');
}

function warnOfMethods(calls: Calls, { match, effect }: Rule, warn: Warn): void {
  const { method, type } = match;
  const fitting = method === undefined ? undefined : [...calls.methods].filter(([name]) => fitsName(method, name));
  const doors = calls.doors.filter((door) => method !== undefined && fitsName(method, door));
  if (method !== undefined && fitting!.length + doors.length === 0) {
    if (calls.isElsewhere(method)) return;
    const names = [...calls.methods.keys(), ...calls.doors];
    const task = names.find((name) => name.toLowerCase() === `${method}_task`.toLowerCase());
    const near = meant(task ?? method, names);
    return warn(['match', 'method'], `never matches: nothing is called so${near}`);
  }
  if (
    method !== undefined &&
    type !== undefined &&
    doors.length === 0 &&
    !fitting!.some(([, m]) => has(calls, m, type))
  )
    warn(['match', 'type'], `never matches: a ${type} has no method that fits '${method}'`);
  if (effect.layer !== 'task') return;
  if (fitting && !fitting.some(([, { startsTask }]) => startsTask) && !calls.isElsewhere(method!))
    warn(['effect', 'task'], `never happens: '${method}' starts no task`);
  const { at } = effect;
  if ('step' in at && !calls.steps.has(at.step))
    warn(['effect', 'task', 'at'], `never reached: no work has a step '${at.step}'${meant(at.step, calls.steps)}`);
}

/** A method of a base type is one of each type that derives from it, and a base type may be of one that has it. */
function has(calls: Calls, { types }: MethodFacts, type: string): boolean {
  return types.some((owner) => calls.isManaged(type, owner) || calls.isManaged(owner, type));
}

function warnOfWorld(calls: Calls, { match, when, effect }: Rule, warn: Warn): void {
  if (effect.layer !== 'world') return;
  const namesCall = Object.keys(match).length > 0 || (when.nth ?? when.every ?? when.probability) !== undefined;
  const nothing = calls.nothingFor(effect.verb, effect.args, namesCall);
  if (nothing !== undefined) warn(['effect', 'world', 'name'], nothing);
}

/** Whether a rule leaves nothing for a later one: it settles, always, all that the later one matches. */
function takesAllOf(earlier: Rule, later: Rule): boolean {
  const { match, when, limits, effect } = earlier;
  if (Object.values({ ...when, ...limits }).some((said) => said !== undefined)) return false;
  const settles = effect.layer === 'soap' || (effect.layer === 'transport' && effect.kind !== 'delay');
  const fails = effect.layer === 'task' && (effect.action === 'fail' || effect.action === 'cancel');
  const sameQuestion = (effect.layer === 'task') === (later.effect.layer === 'task');
  if (!sameQuestion || !(settles || fails)) return false;
  const byItself = later.effect.layer === 'world' && Object.keys(later.match).length === 0;
  return !byItself && Object.entries(match).every(([part, said]) => said === later.match[part as keyof typeof match]);
}
