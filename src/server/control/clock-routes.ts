/** `/clock`: the simulator's time. */
import { z } from 'zod';
import { parseDuration } from '../../kernel/time.ts';
import type { Simulation } from '../../simulator/simulator.ts';
import { type Route, route } from './route.ts';

const Duration = z
  .union([z.string(), z.number()])
  .refine((d) => parseDuration(d) >= 0, 'a duration such as 30s')
  .meta({ id: 'Duration', description: '500ms, 30s, 2h, 1d, or milliseconds' });

const Clock = z
  .object({
    mode: z.string().describe('real, scaled or manual'),
    frozen: z.boolean().describe('whether it was told to stand still'),
    now: z.string().describe('the time it is'),
    nextDue: z.union([z.string(), z.null()]).describe('when the next thing is due; null when nothing waits'),
  })
  .loose()
  .meta({ id: 'Clock' });

const Move = z.union([
  z.strictObject({ advance: Duration.describe('moves on by so much') }),
  z.strictObject({ step: z.literal(true).describe('moves on to the next thing due') }),
  z.strictObject({ runToIdle: z.literal(true).describe('moves on until no work is left') }),
  z.strictObject({ freeze: z.literal(true).describe('stands still') }),
  z.strictObject({ thaw: z.literal(true).describe('goes on') }),
]);

export const clockRoutes: readonly Route[] = [
  route({
    verb: 'get',
    path: '/clock',
    name: 'getClock',
    about: "The simulator's clock.",
    answers: { 200: { about: 'the clock', schema: Clock } },
    run: ({ simulation }) => ({ status: 200, json: shown(simulation) }),
  }),
  route({
    verb: 'post',
    path: '/clock',
    name: 'moveClock',
    about: 'Moves the clock on, or has it stand still; answers once all that is due by then is done.',
    body: Move,
    answers: { 200: { about: 'done', schema: Clock } },
    async run({ simulation, body }) {
      const { clock } = simulation.site;
      if ('advance' in body) await clock.advance(parseDuration(body.advance));
      else if ('runToIdle' in body) await clock.runToIdle();
      else if ('freeze' in body) clock.freeze();
      else if ('thaw' in body) clock.thaw();
      else await clock.step();
      return { status: 200, json: shown(simulation) };
    },
  }),
];

function shown({ site: { clock } }: Simulation): object {
  const due = clock.nextDue;
  return {
    mode: clock.mode.kind,
    frozen: clock.frozen,
    now: new Date(clock.now()).toISOString(),
    nextDue: due === undefined || !Number.isFinite(due) ? null : new Date(due).toISOString(),
  };
}
