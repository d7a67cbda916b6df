/** `/journal`: what was called; `/leaks`: what was left open. */
import { z } from 'zod';
import { OUTCOMES } from '../../journal/entry.ts';
import type { JournalEntry, JournalFilter } from '../../journal/journal.ts';
import { entryJson, entryLine } from '../../journal/lines.ts';
import { formatTime } from '../../kernel/time.ts';
import { LEAK_KINDS } from '../../simulator/leaks.ts';
import { DONE, NOTHING, type Route, route } from './route.ts';

const ordinal = z.coerce.number().int().nonnegative().optional();
const glob = (about: string) => z.string().optional().describe(about);

const Filter = z.strictObject({
  method: glob('PowerOnVM_Task, Power*, PUT /folder'),
  target: glob('id, name or inventory path of the object called on'),
  user: glob('name, name@domain or DOMAIN\\name'),
  session: ordinal.describe('ordinal of the session'),
  connection: ordinal.describe('ordinal of the connection'),
  opId: glob('operation id the client sent'),
  outcome: z.enum(OUTCOMES).optional(),
  fault: glob('type of the fault'),
  rule: glob('id of a rule that took part'),
  task: z.string().optional().describe('id of the task the call started'),
  since: ordinal.describe('calls after the one of that number'),
  last: ordinal.describe('the newest so many'),
});

const Ref = z.object({ type: z.string(), value: z.string() }).meta({ id: 'Ref' });

const Entry = z
  .object({
    seq: z.int().describe('in order of the answers'),
    arrived: z.int().describe('in order of arrival'),
    at: z.string().describe("when it came, on the simulator's clock"),
    until: z.string().describe('when it was answered'),
    took: z.number().describe('real milliseconds'),
    connection: z.int(),
    from: z.string(),
    session: z.int(),
    user: z.string(),
    opId: z.string(),
    method: z.string(),
    target: Ref,
    name: z.string(),
    args: z.looseObject({}),
    outcome: z.enum(OUTCOMES),
    fault: z.string().optional(),
    answer: z.unknown().optional(),
    omitted: z.array(z.enum(['args', 'answer'])),
    changed: z.boolean(),
    rules: z.array(z.string()),
    task: z.string().optional(),
  })
  .meta({ id: 'JournalEntry' });

const LeakShape = z
  .object({
    kind: z.enum(LEAK_KINDS),
    what: z.string(),
    user: z.string(),
    session: z.int(),
    opened: z
      .object({
        seq: z.int(),
        method: z.string(),
        at: z.string(),
        opId: z.string(),
        user: z.string(),
        session: z.int(),
      })
      .optional(),
  })
  .meta({ id: 'Leak' });

/** Of a reader that does not read, so much waits before it is let go. */
const MAX_WAITING = 8 * 2 ** 20;

export const journalRoutes: readonly Route[] = [
  route({
    verb: 'get',
    path: '/journal',
    name: 'getJournal',
    about: 'The calls that are kept, oldest first, without secrets.',
    query: Filter,
    answers: { 200: { about: 'the calls', schema: z.array(Entry) } },
    run: ({ simulation, query }) => ({
      status: 200,
      json: simulation.journal.calls(query as JournalFilter).map(entryJson),
    }),
  }),
  route({
    verb: 'delete',
    path: '/journal',
    name: 'clearJournal',
    about: 'Forgets the calls; their numbers go on.',
    answers: { 204: NOTHING },
    run({ simulation }) {
      simulation.journal.clear();
      return DONE;
    },
  }),
  route({
    verb: 'get',
    path: '/journal/live',
    name: 'followJournal',
    about: 'Each call from now on, as a line of JSON, until the client goes away.',
    answers: { 200: { about: 'a line a call', type: 'application/x-ndjson' } },
    run({ simulation: { journal }, request, response }) {
      response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-cache' });
      if (request.method === 'HEAD') {
        response.end();
        return undefined;
      }
      response.flushHeaders();
      const tell = (entry: JournalEntry) => {
        if (response.writableLength > MAX_WAITING) response.destroy();
        else response.write(entryLine(entry));
      };
      const { listeners } = journal;
      listeners.add(tell);
      response.once('close', () => listeners.delete(tell));
      return undefined;
    },
  }),
  route({
    verb: 'get',
    path: '/journal/steady',
    name: 'getSteadyJournal',
    about: 'The calls as lines of JSON with nothing in them that another run could not repeat.',
    query: Filter,
    answers: { 200: { about: 'a line a call', type: 'application/x-ndjson' } },
    run: ({ simulation, query }) => ({
      status: 200,
      text: simulation.journal.steady(query as JournalFilter),
      type: 'application/x-ndjson',
    }),
  }),
  route({
    verb: 'get',
    path: '/leaks',
    name: 'getLeaks',
    about: 'What clients opened and have not closed, each with the call that opened it.',
    answers: { 200: { about: 'what is open', schema: z.array(LeakShape) } },
    run: ({ simulation }) => ({
      status: 200,
      json: simulation.bench.leaks().map(({ opened, ...leak }) => ({
        ...leak,
        ...(opened && { opened: { ...opened, at: formatTime(opened.at) } }),
      })),
    }),
  }),
];
