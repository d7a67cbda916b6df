/** `/_simsphere`: the running simulator, controlled from any language. Health is answered here; the rest is loaded late. */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Simulation } from '../simulator/simulator.ts';
import { isLoopback } from './address.ts';
import { healthOf, readinessOf } from './health.ts';
import type { Handler } from './server.ts';
import type { Stage } from './stage.ts';

export interface ControlOptions {
  /** Whether it is there at all; health and readiness are told in any case. */
  readonly off?: boolean | undefined;
  /** Word that callers from elsewhere must send; without one only loopback may call. */
  readonly token?: string | undefined;
  /** Where scenarios are put on; without it none is. */
  readonly stage?: Stage | undefined;
  /** PEM of the CA, once there is one. */
  readonly ca: () => string | undefined;
}

/** Answers a control request. */
export type ControlApp = (request: IncomingMessage, response: ServerResponse) => void;

const PREFIX = '/_simsphere/';

/** What anybody may ask: whoever waits for the server, or watches over it, has no token. */
const OPEN: Readonly<Record<string, ((simulation: Simulation) => { status: number; json: object }) | undefined>> = {
  [`${PREFIX}health`]: (simulation) => ({ status: 200, json: healthOf(simulation) }),
  [`${PREFIX}ready`]: readinessOf,
};

export function control(simulation: Simulation, options: ControlOptions): Handler {
  let app: Promise<ControlApp> | undefined;
  return async (request, response, url) => {
    if (!url.pathname.startsWith(PREFIX)) return false;
    const open = request.method === 'GET' || request.method === 'HEAD' ? OPEN[url.pathname] : undefined;
    if (open) {
      const { status, json } = open(simulation);
      sendJson(response, status, json);
      return true;
    }
    if (options.off) return false;
    const problem = refusal(request, options.token);
    if (problem) {
      sendJson(response, problem.status, problem.body);
      return true;
    }
    app ??= import('./control/app.ts').then(({ controlApp }) => controlApp(simulation, options));
    (await app)(request, response);
    return true;
  };
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(`${JSON.stringify(value)}\n`);
}

/** Why a caller may not come in; undefined when it may. A page in a browser on this machine is a caller from elsewhere. */
function refusal(request: IncomingMessage, token: string | undefined): { status: number; body: object } | undefined {
  const local = isLoopback(request.socket.remoteAddress) && request.headers.origin === undefined;
  if (local) return undefined;
  const refused = (status: number, message: string, hint: string) => ({
    status,
    body: { code: 'ERR_FORBIDDEN', message, hint },
  });
  if (token === undefined) {
    return refused(
      403,
      'the control API is open to loopback only',
      'start with --control-token and send it as a Bearer token',
    );
  }
  if (sameToken(request.headers.authorization, token)) return undefined;
  return refused(401, 'the control token is missing or wrong', 'send it as `Authorization: Bearer TOKEN`');
}

function sameToken(header: string | undefined, token: string): boolean {
  const given = Buffer.from(/^Bearer\s+(.+)$/i.exec(header ?? '')?.[1] ?? '');
  const wanted = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
