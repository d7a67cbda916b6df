/** From a scenario's data to a scenario: zod for its form, then whatever names something must name what there is. */
import type { ZodError } from 'zod';
import { checkRule } from '../faults/check-rule.ts';
import { meant, RuleError } from '../faults/rule-error.ts';
import { PRIVILEGE_IDS } from '../objects/access/privileges.ts';
import { INITIAL_ROLES } from '../objects/access/roles.ts';
import { worldVerbs } from '../simulator/world-effects.ts';
import { vim25 } from '../vim25/vim25.ts';
import type { ScenarioDocument } from './document.ts';
import type { Path, ScenarioError } from './scenario-error.ts';
import { type Scenario, scenarioJsonSchema, scenarioSchema } from './schema.ts';

type Issue = ZodError['issues'][number];

/** Throws ScenarioError at the first wrong word. */
export function checkScenario(document: ScenarioDocument): Scenario {
  const result = scenarioSchema.safeParse(document.data(), { reportInput: true });
  if (!result.success) throw formError(document, result.error.issues[0]!);
  const scenario = result.data;
  const names = new Set(INITIAL_ROLES.map((role) => role.name));
  for (const [i, { name, privileges }] of scenario.world.roles.entries()) {
    if (names.has(name)) throw document.error(['world', 'roles', i, 'name'], `there is a role '${name}' already`);
    names.add(name);
    checkPrivileges(document, privileges, ['world', 'roles', i, 'privileges']);
  }
  checkGrants(document, scenario);
  checkFaults(document, scenario);
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
    try {
      const { id } = checkRule({ schema: vim25, worldVerbs }, rule, `rule-${i + 1}`, path);
      if (ids.has(id)) throw new RuleError([...path, 'id'], `there is a rule '${id}' already`);
      ids.add(id);
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      throw document.error(error.path, error.message.slice(error.message.indexOf(': ') + 2));
    }
  });
}

function formError(document: ScenarioDocument, issue: Issue): ScenarioError {
  const path = issue.path.map((p) => (typeof p === 'symbol' ? String(p) : p));
  if (issue.code === 'unrecognized_keys') {
    const word = issue.keys[0]!;
    const known = wordsAt(path);
    return document.error([...path, word], `unknown word${meant(word, known) || `; known here: ${known.join(', ')}`}`);
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return document.error(path, `expected one of ${values.join(', ')}${meant(String(issue.input), values)}`);
  }
  if (issue.code === 'invalid_type') return document.error(path, `expected ${issue.expected}`);
  return document.error(path, issue.message);
}

interface JsonShape {
  readonly properties?: Readonly<Record<string, JsonShape>>;
  readonly items?: JsonShape;
}

/** The words that may stand in the mapping at a path. */
function wordsAt(path: Path): string[] {
  let shape: JsonShape | undefined = scenarioJsonSchema();
  for (const part of path) shape = typeof part === 'number' ? shape?.items : shape?.properties?.[part];
  return Object.keys(shape?.properties ?? {});
}
