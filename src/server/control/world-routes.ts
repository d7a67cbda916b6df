/** `/world`: objects and their properties, methods called as the administrator, and what fate may do. */
import { z } from 'zod';
import { worldVerbs } from '../../simulator/world-effects.ts';
import type { WorldObject } from '../../simulator/world-object.ts';
import { ControlError } from './error.ts';
import { type Route, route } from './route.ts';

const Where = z.string().min(1).describe('inventory path such as /DC0/vm/web, or id such as vm-12');

const Found = z
  .object({
    type: z.string(),
    id: z.string(),
    name: z.string(),
    path: z.string(),
    properties: z.looseObject({}).describe('those asked for and set, by path'),
  })
  .meta({ id: 'WorldObject' });

const Query = z
  .strictObject({
    at: Where.optional(),
    type: z.string().optional().describe('all objects of a managed type instead'),
    property: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .describe('property paths, said several times or with commas'),
  })
  .refine(({ at, type }) => (at === undefined) !== (type === undefined), 'give either `at` or `type`');

const Call = z.strictObject({
  call: z.string().describe('name of a method'),
  at: Where,
  args: z.looseObject({}).default({}).describe('its arguments by name'),
  wait: z.boolean().default(false).describe('waits for the end of the task and answers its result'),
});

const Verb = z
  .looseObject({ verb: z.string() })
  .refine(() => true)
  .meta({ id: 'WorldChange', description: 'a verb and what it takes; GET /world/verbs tells which there are' });

export const worldRoutes: readonly Route[] = [
  route({
    verb: 'get',
    path: '/world',
    name: 'getWorld',
    about: 'An object of the inventory, or all of a type, with the properties asked for.',
    query: Query,
    answers: { 200: { about: 'what is there', schema: z.array(Found) } },
    run({ simulation: { bench }, query }) {
      const { at, type, property } = query;
      const paths = (Array.isArray(property) ? property : (property?.split(',') ?? [])).map((path) => path.trim());
      const found = type === undefined ? bench.world.find(at!) : bench.world.all(type);
      if (!found) throw new ControlError(404, 'ERR_NOT_FOUND', `nothing stands at ${at}`);
      return { status: 200, json: (Array.isArray(found) ? found : [found]).map((object) => shown(object, paths)) };
    },
  }),
  route({
    verb: 'post',
    path: '/world',
    name: 'changeWorld',
    about: 'Lets something happen in the world (`verb`), or calls a method as the administrator (`call`).',
    body: z.union([Call, Verb]),
    answers: {
      200: {
        about: 'done',
        schema: z.union([
          z.object({ changed: z.boolean().describe('whether the world is another for it') }),
          z.object({ result: z.unknown() }),
        ]),
      },
      409: { about: 'the method was refused' },
    },
    async run({ simulation: { bench }, body }) {
      if (!('call' in body)) {
        const { verb, ...args } = body as { readonly verb: string };
        return { status: 200, json: { changed: bench.world.do(verb, args) } };
      }
      const { call, at, args, wait } = body as z.infer<typeof Call>;
      const object = bench.world.at(at);
      const result = await (wait ? object.run(call, args) : object.call(call, args));
      return { status: 200, json: { result: result ?? null } };
    },
  }),
  route({
    verb: 'get',
    path: '/world/verbs',
    name: 'listWorldVerbs',
    about: 'What can be let happen, and what each verb takes.',
    answers: { 200: { about: 'the verbs', schema: z.array(z.object({ verb: z.string(), takes: z.looseObject({}) })) } },
    run: () => ({ status: 200, json: Array.from(worldVerbs, ([verb, takes]) => ({ verb, takes })) }),
  }),
];

function shown(object: WorldObject, paths: readonly string[]): object {
  const { type, id, name, path } = object;
  const properties = Object.fromEntries(paths.map((p) => [p, object.get(p)]));
  return { type, id, name, path, properties };
}
