/** What the server tells of itself: whether it is up, its figures, its certificate, what it can, what was needed. */
import { z } from 'zod';
import { registry } from '../../simulator/rooms.ts';
import { healthOf, readinessOf } from '../health.ts';
import { ControlError } from './error.ts';
import { DONE, NOTHING, type Route, route } from './route.ts';

const Health = z
  .object({ status: z.string(), seed: z.string(), objects: z.int().describe('how many there are in the world') })
  .meta({ id: 'Health' });

const Built = z.object({ type: z.string(), method: z.string(), built: z.boolean() });

const Console = z.object({
  vm: z.string(),
  name: z.string(),
  address: z.string(),
  port: z.int(),
  wanted: z.int().describe("the port of the machine's own settings"),
});

const text = z.string().optional();

export const aboutRoutes: readonly Route[] = [
  route({
    verb: 'get',
    path: '/health',
    name: 'getHealth',
    about: 'That the server is alive. Anybody may ask.',
    answers: { 200: { about: 'alive', schema: Health } },
    run: ({ simulation }) => ({ status: 200, json: healthOf(simulation) }),
  }),
  route({
    verb: 'get',
    path: '/ready',
    name: 'getReadiness',
    about: 'Whether the world is whole and calls are served. Anybody may ask.',
    answers: {
      200: { about: 'ready', schema: z.object({ ready: z.literal(true) }) },
      503: {
        about: 'not ready, or not healthy any more',
        schema: z.object({ ready: z.literal(false), why: z.string() }),
      },
    },
    run: ({ simulation }) => readinessOf(simulation),
  }),
  route({
    verb: 'get',
    path: '/metrics',
    name: 'getMetrics',
    about: 'Figures in the text format of Prometheus: calls, durations, sessions, tasks, objects, memory, bytes.',
    answers: { 200: { about: 'the figures', type: 'text/plain' } },
    run: ({ simulation }) => ({
      status: 200,
      text: simulation.bench.metrics(),
      type: 'text/plain; version=0.0.4; charset=utf-8',
    }),
  }),
  route({
    verb: 'get',
    path: '/privileges',
    name: 'getPrivileges',
    about: 'Which privileges were needed so far, by whom and for what.',
    query: z.strictObject({
      user: text.describe('that user only'),
      role: z
        .union([z.string(), z.array(z.string())])
        .optional()
        .describe('a role to compare with; said several times, or with commas, a list of privileges'),
    }),
    answers: { 200: { about: 'the report', schema: z.array(z.looseObject({ user: z.string() })) } },
    run({ simulation, query: { user, role } }) {
      const list = Array.isArray(role) ? role : role?.includes(',') ? role.split(',') : role;
      return { status: 200, json: simulation.privileges.report({ user, role: list }) };
    },
  }),
  route({
    verb: 'delete',
    path: '/privileges',
    name: 'clearPrivileges',
    about: 'Forgets what was needed.',
    answers: { 204: NOTHING },
    run({ simulation }) {
      simulation.privileges.clear();
      return DONE;
    },
  }),
  route({
    verb: 'get',
    path: '/consoles',
    name: 'listConsoles',
    about: 'Where consoles of machines are to be seen by VNC.',
    answers: { 200: { about: 'the consoles', schema: z.array(Console) } },
    run: async ({ stage }) => ({ status: 200, json: (await stage?.consoles.shown()) ?? [] }),
  }),
  route({
    verb: 'get',
    path: '/coverage',
    name: 'getCoverage',
    about: 'Which methods of the API are built.',
    answers: { 200: { about: 'a row a method', schema: z.array(Built) } },
    run: () => ({
      status: 200,
      json: Array.from(registry.all(), ({ type, method, built }) => ({ type, method: method.name, built })),
    }),
  }),
  route({
    verb: 'get',
    path: '/ca.pem',
    name: 'getCa',
    about: 'The CA of the certificate that was made at start.',
    answers: {
      200: { about: 'the certificate', type: 'application/x-pem-file' },
      404: { about: 'this server made none' },
    },
    run({ ca }) {
      const pem = ca();
      if (pem === undefined) throw new ControlError(404, 'ERR_NOT_FOUND', 'this server made no certificate');
      return { status: 200, text: pem, type: 'application/x-pem-file' };
    },
  }),
];
