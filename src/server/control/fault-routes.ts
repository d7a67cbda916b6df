/** `/faults`: the rules in force. */
import { z } from 'zod';
import { ControlError } from './error.ts';
import { DONE, NOTHING, type Route, route } from './route.ts';

/** Rules are checked against a shape of their own, which is loaded where no zod is; see `openapi.ts`. */
export const Rule: z.ZodType = z.unknown().meta({ id: 'Rule' });

const Listed = z
  .object({
    id: z.string(),
    rule: Rule,
    seen: z.int().describe('calls that matched'),
    hits: z.int().describe('calls it took'),
    spent: z.boolean().describe('whether it can take no more'),
    warnings: z.array(z.string()).describe('why it may never do what it says'),
  })
  .loose()
  .meta({ id: 'ListedRule' });

const Warnings = z.array(z.string()).optional().describe('of rules that may never do what they say: `id: path: why`');

interface Warned {
  readonly id: string;
  readonly warnings: readonly string[];
}

/** Nothing, where there is nothing to warn of. */
function warned(rules: readonly Warned[]): { readonly warnings?: string[] } {
  const warnings = rules.flatMap(({ id: name, warnings: all }) => all.map((warning) => `${name}: ${warning}`));
  return warnings.length === 0 ? {} : { warnings };
}

const id = z.strictObject({ id: z.string() });
const noRule = (name: string) => new ControlError(404, 'ERR_NOT_FOUND', `there is no rule '${name}'`);

export const faultRoutes: readonly Route[] = [
  route({
    verb: 'get',
    path: '/faults',
    name: 'listFaults',
    about: 'The fault rules in force, in the order in which they are asked.',
    answers: { 200: { about: 'the rules', schema: z.array(Listed) } },
    run: ({ simulation }) => ({ status: 200, json: simulation.faults.list() }),
  }),
  route({
    verb: 'post',
    path: '/faults',
    name: 'armFaults',
    about: 'Arms a rule, or each rule of a list; when one of them is wrong, none.',
    query: z.strictObject({ dryRun: z.string().optional().describe('only checks them') }),
    body: z.union([z.array(Rule), Rule]),
    answers: {
      201: {
        about: 'armed',
        schema: z.union([
          z.object({ id: z.string(), warnings: Warnings }),
          z.object({ ids: z.array(z.string()), warnings: Warnings }),
        ]),
      },
      200: {
        about: 'a dry run: they could be armed',
        schema: z.object({ ok: z.literal(true), warnings: Warnings }),
      },
    },
    run({ simulation: { faults }, query, body }) {
      const several = Array.isArray(body);
      const rules: unknown[] = several ? body : [body];
      if (query.dryRun !== undefined) {
        const checked = rules.map((rule, i) => faults.check(rule, several ? [i] : []));
        return { status: 200, json: { ok: true, ...warned(checked) } };
      }
      const ids = several ? faults.addAll(rules) : [faults.add(body)];
      const armed = faults.list().filter((rule) => ids.includes(rule.id));
      return { status: 201, json: { ...(several ? { ids } : { id: ids[0] }), ...warned(armed) } };
    },
  }),
  route({
    verb: 'delete',
    path: '/faults',
    name: 'clearFaults',
    about: 'Removes every rule.',
    answers: { 204: NOTHING },
    run({ simulation }) {
      simulation.faults.clear();
      return DONE;
    },
  }),
  route({
    verb: 'get',
    path: '/faults/{id}',
    name: 'getFault',
    about: 'One rule and what it has seen.',
    params: id,
    answers: { 200: { about: 'the rule', schema: Listed } },
    run({ simulation, params }) {
      const found = simulation.faults.list().find((rule) => rule.id === params.id);
      if (!found) throw noRule(params.id);
      return { status: 200, json: found };
    },
  }),
  route({
    verb: 'delete',
    path: '/faults/{id}',
    name: 'removeFault',
    about: 'Removes one rule.',
    params: id,
    answers: { 204: NOTHING },
    run({ simulation, params }) {
      if (!simulation.faults.remove(params.id)) throw noRule(params.id);
      return DONE;
    },
  }),
];
