/** `/scenario`: what the world was made of, and another one in its place. */
import { z } from 'zod';
import { ControlError } from './error.ts';
import { type Route, route } from './route.ts';

const Playing = z
  .object({ name: z.string(), description: z.string(), document: z.unknown().describe('as it was written') })
  .meta({ id: 'Scenario' });

const Next = z.union([
  z.strictObject({ name: z.string().regex(/^[\w-]+$/, 'the name of a scenario that comes with simsphere') }),
  z.strictObject({ text: z.string().describe('a scenario as YAML or JSON; it may name no files') }),
  z.strictObject({ document: z.looseObject({}).describe('the same as data') }),
]);

export const scenarioRoutes: readonly Route[] = [
  route({
    verb: 'get',
    path: '/scenario',
    name: 'getScenario',
    about: 'The scenario that is on; null where there is none.',
    answers: { 200: { about: 'the scenario', schema: z.union([Playing, z.null()]) } },
    run: ({ stage }) => ({ status: 200, json: stage?.playing ?? null }),
  }),
  route({
    verb: 'post',
    path: '/scenario',
    name: 'playScenario',
    about: 'Puts on another scenario: a new world at the same address. Everybody is logged out; images are gone.',
    body: Next,
    answers: { 200: { about: 'it is on', schema: Playing } },
    async run({ stage, body }) {
      if (!stage) throw new ControlError(400, 'ERR_USAGE', 'no scenario can be put on here');
      const scenario = 'document' in body ? { text: JSON.stringify(body.document) } : body;
      return { status: 200, json: await stage.play(scenario) };
    },
  }),
];
