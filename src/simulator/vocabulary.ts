/** What rules may speak of: the API's methods, the doors, the verbs of the world, and what stands in it now. */
import type { Vocabulary } from '../faults/check-rule.ts';
import { meant } from '../faults/rule-error.ts';
import type { Calls, MethodFacts } from '../faults/warnings.ts';
import { fitsName } from '../kernel/glob.ts';
import { nameOf } from '../objects/call.ts';
import { isValidPath, parsePath } from '../objects/query/path.ts';
import type { Site } from '../objects/site.ts';
import type { Schema } from '../vim25/schema.ts';
import type { Cell } from '../world/cell.ts';
import type { Registry } from './registry.ts';
import { worldEffects, worldVerbs } from './world-effects.ts';

const DOORS = [
  'GET /folder',
  'HEAD /folder',
  'PUT /folder',
  'DELETE /folder',
  'GET /nfc',
  'HEAD /nfc',
  'PUT /nfc',
  'POST /nfc',
  'GET /guestFile',
  'PUT /guestFile',
  'GET /screen',
  'GET /ticket',
  'CONNECT /vnc',
  'POST /sts/STSService',
];

/** Methods of the services beside the API, whose tables are read when first asked for. */
const ELSEWHERE = /^(pbm|vslm|retrievecontent$|\*|\?)/i;

/** What rules are checked against. */
export function ruleVocabulary(schema: Schema): Vocabulary {
  return { schema, worldVerbs, pathProblem: (type, path) => pathProblem(schema, type, path) };
}

/** What is wrong with a property path, of one managed type or of any. */
function pathProblem(schema: Schema, type: string | undefined, text: string): string | undefined {
  const path = parsePath(text);
  if (!path) return `'${text}' is no property path such as runtime.powerState`;
  const types = type === undefined ? schema.managedNames : [type, ...derived(schema, type)];
  if (types.some((name) => isValidPath(schema, name, path))) return undefined;
  const known = new Set(types.flatMap((name) => [...(schema.managed(name)?.properties.keys() ?? [])]));
  const near = known.has(path.top) ? '' : meant(path.top, known);
  return `${type === undefined ? 'nothing has a' : `${type} has no`} property '${text}'${near}`;
}

function derived(schema: Schema, type: string): string[] {
  return schema.managedNames.filter((name) => name !== type && schema.isManaged(name, type));
}

/** What warnings follow from; the methods are counted when first asked for. */
export function callsOf(site: Site, registry: Registry): () => Calls {
  let made: Calls | undefined;
  return () => {
    made ??= {
      methods: methodsOf(site.schema),
      doors: DOORS,
      steps: new Set(registry.verbs.flatMap(({ steps }) => Object.keys(steps))),
      isElsewhere: (method) => ELSEWHERE.test(method),
      isManaged: (type, ancestor) => site.schema.isManaged(type, ancestor),
      nothingFor: (verb, args, namesCall) => nothingFor(site, verb, args, namesCall),
    };
    return made;
  };
}

function methodsOf(schema: Schema): Map<string, MethodFacts> {
  const found = new Map<string, { startsTask: boolean; types: string[] }>();
  for (const type of schema.managedNames) {
    for (const { name, owner, result } of schema.managed(type)!.methods.values()) {
      if (owner !== type) continue;
      const known = found.get(name) ?? { startsTask: false, types: [] };
      known.startsTask ||= result?.type === 'Task' && !result.array;
      known.types.push(type);
      found.set(name, known);
    }
  }
  return found;
}

function nothingFor(
  { world }: Site,
  verb: string,
  { name }: Readonly<Record<string, unknown>>,
  namesCall: boolean,
): string | undefined {
  const type = worldEffects.get(verb)?.of;
  if (type === undefined) return undefined;
  if (name === undefined)
    return namesCall
      ? undefined
      : `nothing happens: without it the ${type} of a call is meant, and the rule names none`;
  const names = Array.from(world.every({ type } as never), (cell) => nameOf(cell as unknown as Cell));
  if (names.some((other) => fitsName(String(name), other))) return undefined;
  return `no ${type} is called '${String(name)}' now${meant(String(name), names)}`;
}
