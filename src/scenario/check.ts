/** From a scenario's data to a scenario: zod for its form, then whatever names something must name what there is. */
import type { ZodError } from 'zod';
import { meant } from '../faults/rule-error.ts';
import { PRIVILEGE_IDS } from '../objects/access/privileges.ts';
import { INITIAL_ROLES } from '../objects/access/roles.ts';
import { checkedRule } from './check-rules.ts';
import { checkTimeline } from './check-timeline.ts';
import type { ScenarioDocument } from './document.ts';
import { latencySaid } from './latency-file.ts';
import type { Path, ScenarioError } from './scenario-error.ts';
import { type Scenario, scenarioJsonSchema, scenarioSchema } from './schema.ts';

type Issue = ZodError['issues'][number];

/** Throws ScenarioError at the first wrong word. */
export function checkScenario(document: ScenarioDocument): Scenario {
  const result = scenarioSchema.safeParse(document.data(), { reportInput: true });
  if (!result.success) throw formError(document, foremost(result.error.issues)!);
  const scenario = result.data;
  const names = new Set(INITIAL_ROLES.map((role) => role.name));
  for (const [i, { name, extends: base, privileges }] of scenario.world.roles.entries()) {
    if (names.has(name)) throw document.error(['world', 'roles', i, 'name'], `there is a role '${name}' already`);
    if (base !== undefined && !names.has(base))
      throw document.error(
        ['world', 'roles', i, 'extends'],
        `there is no role '${base}' before it${meant(base, names)}`,
      );
    names.add(name);
    checkPrivileges(document, privileges, ['world', 'roles', i, 'privileges']);
  }
  latencySaid(document, scenario.latency);
  checkGrants(document, scenario);
  checkFaults(document, scenario);
  checkTimeline(document, scenario);
  return scenario;
}

function checkGrants(document: ScenarioDocument, { world }: Scenario): void {
  const known = [...INITIAL_ROLES, ...world.roles].map((role) => role.name);
  for (const kind of ['users', 'groups'] as const) checkGrantsOf(document, kind, world[kind], known);
}

function checkGrantsOf(
  document: ScenarioDocument,
  kind: 'users' | 'groups',
  holders: Scenario['world']['users' | 'groups'],
  known: readonly string[],
): void {
  holders.forEach((holder, h) => {
    holder.roles.forEach(({ role, privileges }, r) => {
      const path = ['world', kind, h, 'roles', r];
      if ((role === undefined) === (privileges === undefined))
        throw document.error(path, 'needs either role or privileges');
      if (role !== undefined && !known.includes(role)) {
        throw document.error([...path, 'role'], `there is no role '${role}'${meant(role, known)}`);
      }
      checkPrivileges(document, privileges ?? [], [...path, 'privileges']);
    });
  });
}

function checkPrivileges(document: ScenarioDocument, ids: readonly string[], path: Path): void {
  ids.forEach((id, i) => {
    if (PRIVILEGE_IDS.includes(id)) return;
    throw document.error([...path, i], `vSphere has no privilege '${id}'${meant(id, PRIVILEGE_IDS)}`);
  });
}

function checkFaults(document: ScenarioDocument, { faults }: Scenario): void {
  const ids = new Set<string>();
  faults.forEach((rule, i) => {
    const path = ['faults', i];
    const { id } = checkedRule(document, rule, `rule-${i + 1}`, path);
    if (ids.has(id)) throw document.error([...path, 'id'], `there is a rule '${id}' already`);
    ids.add(id);
  });
}

function formError(document: ScenarioDocument, given: Issue): ScenarioError {
  const { issue, path } = narrowed(given, []);
  if (issue.code === 'unrecognized_keys') {
    const word = issue.keys[0]!;
    const known = wordsAt(path);
    return document.error([...path, word], `unknown word${meant(word, known) || `; known here: ${known.join(', ')}`}`);
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return document.error(path, `expected one of ${values.join(', ')}${meant(String(issue.input), values)}`);
  }
  if (issue.code === 'invalid_type') return document.error(path, `expected ${expected(issue)}`);
  if (issue.code === 'invalid_union') return document.error(path, `expected ${oneOf(issue.errors)}`);
  return document.error(path, issue.message);
}

type Narrowed = { readonly issue: Issue; readonly path: Path };

/** Of several forms the one that the writer has begun: what is wrong in it, not that the others are not there. */
function narrowed(issue: Issue, above: Path): Narrowed {
  const path = [...above, ...issue.path.map((p) => (typeof p === 'symbol' ? String(p) : p))];
  if (issue.code !== 'invalid_union') return { issue, path };
  const begun = issue.errors.find(([first]) => first && !(first.code === 'invalid_type' && first.path.length === 0));
  const first = begun && foremost(begun as readonly Issue[]);
  return first ? narrowed(first, path) : { issue, path };
}

/** A word that nobody knows is told first: it may be the one that is missing. */
function foremost(issues: readonly Issue[]): Issue | undefined {
  return issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
}

function expected(issue: Issue): string {
  return issue.code === 'invalid_type' ? (EXPECTED[issue.expected] ?? issue.expected) : issue.message;
}

const EXPECTED: Readonly<Record<string, string>> = { object: 'a mapping', array: 'a list', string: 'a text' };

function oneOf(errors: readonly (readonly { readonly code?: string | undefined }[])[]): string {
  return [...new Set(errors.flatMap(([first]) => (first ? expected(first as Issue) : [])))].join(' or ');
}

interface JsonShape {
  readonly properties?: Readonly<Record<string, JsonShape>>;
  readonly items?: JsonShape;
  readonly anyOf?: readonly JsonShape[];
}

/** The words that may stand in the mapping at a path. */
function wordsAt(path: Path): string[] {
  let shape: JsonShape | undefined = scenarioJsonSchema();
  for (const part of path) {
    const forms: readonly JsonShape[] = shape?.anyOf ?? (shape ? [shape] : []);
    const within: (JsonShape | undefined)[] = forms.map((form) =>
      typeof part === 'number' ? form.items : form.properties?.[part],
    );
    shape = within.find((form) => form !== undefined);
  }
  const forms: readonly JsonShape[] = shape?.anyOf ?? (shape ? [shape] : []);
  return forms.flatMap((form) => Object.keys(form.properties ?? {}));
}
