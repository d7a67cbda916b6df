/** Routes of the control API. */
import express, { type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';
import { parseDuration } from '../kernel/time.ts';
import { registry } from '../simulator/rooms.ts';
import { runToIdle } from '../simulator/run-to-idle.ts';
import { KEEPABLE, type Simulation } from '../simulator/simulator.ts';
import type { ControlApp, ControlOptions } from './control.ts';
import { ControlError, errorAnswer } from './control-error.ts';
import { diskRoutes } from './disk-routes.ts';

const duration = z.union([z.string(), z.number()]).refine((d) => parseDuration(d) >= 0, 'a duration such as 30s');
const clockBody = z.union([
  z.strictObject({ advance: duration }),
  z.strictObject({ step: z.literal(true) }),
  z.strictObject({ runToIdle: z.literal(true) }),
]);
const resetBody = z.strictObject({ keep: z.array(z.enum(KEEPABLE)).optional() });
const text = z.string().optional();
const journalQuery = z.strictObject({
  method: text,
  outcome: z.enum(['answer', 'fault', 'unbuilt', 'cut']).optional(),
  target: text,
});

const privilegeQuery = z.strictObject({ user: text, role: z.union([z.string(), z.array(z.string())]).optional() });

type Work = (request: Request, response: Response) => unknown;

export function controlApp(simulation: Simulation, options: ControlOptions): ControlApp {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  const raw = express.Router({ caseSensitive: true });
  diskRoutes(raw, simulation.disks);
  app.use('/_simsphere', raw);
  // Any other body is JSON whatever its caller called it.
  app.use(express.json({ type: () => true, strict: false, limit: '1mb' }));
  const routes = express.Router({ caseSensitive: true });
  app.use('/_simsphere', routes);
  faultRoutes(routes, simulation);
  clockRoutes(routes, simulation);
  journalRoutes(routes, simulation);
  privilegeRoutes(routes, simulation);
  routes.post('/reset', (request, response) => {
    simulation.reset(resetBody.parse(request.body ?? {}));
    response.status(204).end();
  });
  routes.get('/coverage', (_request, response) => {
    response.json([...registry.all()].map(({ type, method, built }) => ({ type, method: method.name, built })));
  });
  routes.get('/ca.pem', (_request, response) => {
    const ca = options.ca();
    if (ca === undefined) throw new ControlError(404, 'ERR_NOT_FOUND', 'this server made no certificate');
    response.type('application/x-pem-file').send(ca);
  });
  app.use((request: Request) => {
    throw new ControlError(404, 'ERR_NOT_FOUND', `nothing answers ${request.method} ${request.path}`);
  });
  // Express knows an error handler by its four parameters.
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const { status, body, unforeseen } = errorAnswer(error);
    if (unforeseen) simulation.noteUnforeseen(error);
    response.status(status).json(body);
  });
  return app as unknown as ControlApp;
}

function faultRoutes(routes: express.Router, { faults }: Simulation): void {
  const add: Work = (request, response) => {
    const rules: unknown[] = Array.isArray(request.body) ? request.body : [request.body];
    if (request.query.dryRun !== undefined) {
      for (const rule of rules) faults.check(rule);
      response.json({ ok: true });
      return;
    }
    const ids = Array.isArray(request.body) ? faults.addAll(rules) : [faults.add(request.body)];
    response.status(201).json(Array.isArray(request.body) ? { ids } : { id: ids[0] });
  };
  routes.get('/faults', (_request, response) => response.json(faults.list()));
  routes.post('/faults', add);
  routes.delete('/faults', (_request, response) => {
    faults.clear();
    response.status(204).end();
  });
  routes.get('/faults/:id', (request, response) => {
    const found = faults.list().find((rule) => rule.id === request.params.id);
    if (!found) throw noRule(request.params.id);
    response.json(found);
  });
  routes.delete('/faults/:id', (request, response) => {
    if (!faults.remove(request.params.id)) throw noRule(request.params.id);
    response.status(204).end();
  });
}

function noRule(id: string): ControlError {
  return new ControlError(404, 'ERR_NOT_FOUND', `there is no rule '${id}'`);
}

function clockRoutes(routes: express.Router, { site }: Simulation): void {
  const { clock } = site;
  const shown = () => ({
    mode: clock.mode.kind,
    now: new Date(clock.now()).toISOString(),
    nextDue: dueText(clock.nextDue),
  });
  routes.get('/clock', (_request, response) => response.json(shown()));
  routes.post('/clock', async (request, response) => {
    const body = clockBody.parse(request.body);
    if (clock.mode.kind !== 'manual') {
      throw new ControlError(
        409,
        'ERR_CLOCK',
        `the clock is ${clock.mode.kind}; only a manual one is moved`,
        'start with --clock manual',
      );
    }
    if ('advance' in body) await clock.advance(parseDuration(body.advance));
    else if ('step' in body) {
      if (Number.isFinite(clock.nextDue)) await clock.step();
    } else await runToIdle(site);
    response.json(shown());
  });
}

function dueText(due: number | undefined): string | null {
  return due === undefined || !Number.isFinite(due) ? null : new Date(due).toISOString();
}

function journalRoutes(routes: express.Router, { journal }: Simulation): void {
  routes.get('/journal', (request, response) => {
    const { method, outcome, target } = journalQuery.parse(request.query);
    const match = { ...(method && { method }), ...(outcome && { outcome }), ...(target && { target }) };
    response.json(journal.calls(match).map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() })));
  });
  routes.delete('/journal', (_request, response) => {
    journal.clear();
    response.status(204).end();
  });
}

/** `role` names a role to compare with; said several times, or with commas, it is a list of privileges. */
function privilegeRoutes(routes: express.Router, { privileges }: Simulation): void {
  routes.get('/privileges', (request, response) => {
    const { user, role } = privilegeQuery.parse(request.query);
    const list = Array.isArray(role) ? role : role?.includes(',') ? role.split(',') : role;
    response.json(privileges.report({ user, role: list }));
  });
  routes.delete('/privileges', (_request, response) => {
    privileges.clear();
    response.status(204).end();
  });
}
