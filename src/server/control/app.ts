/** Serves the routes of the control API. Loaded with the first request for one. */
import express, { type NextFunction, type Request, type Response } from 'express';
import type { z } from 'zod';
import type { Simulation } from '../../simulator/simulator.ts';
import type { ControlApp, ControlOptions } from '../control.ts';
import { packageVersion } from '../package-version.ts';
import { ControlError, errorAnswer } from './error.ts';
import { openApi } from './openapi.ts';
import type { Reply, Route } from './route.ts';
import { routes } from './routes.ts';

/** Any body is JSON whatever its caller called it. */
const json = express.json({ type: () => true, strict: false, limit: '1mb' });

export function controlApp(simulation: Simulation, options: ControlOptions): ControlApp {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  const router = express.Router({ caseSensitive: true });
  app.use('/_simsphere', router);
  for (const route of routes) serve(router, route, simulation, options);
  let document: object | undefined;
  router.get('/openapi.json', (_request, response) => {
    document ??= openApi(routes, packageVersion());
    response.json(document);
  });
  app.use((request: Request) => {
    throw new ControlError(404, 'ERR_NOT_FOUND', `nothing answers ${request.method} ${request.path}`);
  });
  // Express knows an error handler by its four parameters.
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const { status, body, unforeseen } = errorAnswer(error);
    if (unforeseen) simulation.noteUnforeseen(error);
    if (response.headersSent) response.destroy();
    else response.status(status).json(body);
  });
  return app as unknown as ControlApp;
}

function serve(router: express.Router, route: Route, simulation: Simulation, { ca, stage }: ControlOptions): void {
  const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
  const work = async (request: Request, response: Response) => {
    const asked = {
      simulation,
      ca,
      stage,
      params: read(route.params, request.params),
      query: read(route.query, request.query),
      body: route.body === 'bytes' ? undefined : read(route.body, bodyOf(route, request)),
      request,
      response,
    };
    send(await route.run(asked as never), response);
  };
  if (route.body === 'bytes') router[route.verb](path, work);
  else router[route.verb](path, json, work);
}

function bodyOf({ body, bodyOptional }: Route, request: Request): unknown {
  return body && bodyOptional && request.body === undefined ? {} : (request.body as unknown);
}

/** What no schema is for is not looked at. */
function read(shape: z.ZodType | undefined, given: unknown): unknown {
  return shape?.parse(given);
}

function send(reply: Reply, response: Response): void {
  if (!reply) return;
  response.status(reply.status);
  if (reply.text !== undefined) response.type(reply.type ?? 'text/plain').send(reply.text);
  else if (reply.json !== undefined) response.json(reply.json);
  else response.end();
}
