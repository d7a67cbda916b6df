/** The listener: one port, HTTPS or plain, with `/sdk` in front and everything else behind it. */
import { createServer as createHttp, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { hostname } from 'node:os';
import { SimError } from '../kernel/errors.ts';
import type { Simulation } from '../simulator/simulator.ts';
import { createCertificate, type ServerCertificate } from './certificate.ts';
import type { ConsoleDoors } from './console-doors.ts';
import { documents } from './documents.ts';
import { Line, type LineOwner } from './line.ts';
import { HttpDate, KEEP_ALIVE } from './line-exchange.ts';
import { Outages } from './outage.ts';
import { type GzipMode, serveRequest, serveSdk } from './sdk.ts';
import { services } from './services.ts';

export interface ListenOptions {
  /** Default 127.0.0.1. */
  readonly listen?: string | undefined;
  /** 0, the default, takes any free port. */
  readonly port?: number | undefined;
  /** Plain HTTP instead of HTTPS. */
  readonly http?: boolean | undefined;
  readonly gzip?: GzipMode | undefined;
  /** Marks session cookies Secure without TLS too: for a server behind a proxy that speaks it. */
  readonly secureCookies?: boolean | undefined;
  /** Further addresses of this machine to listen on, at the same port; one that it does not have is left out. */
  readonly also?: readonly string[] | undefined;
  /** Further names and addresses the certificate is to cover. */
  readonly names?: readonly string[] | undefined;
  /** PEM texts to use instead of a certificate made at start. */
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
}

/** Handles a request the SOAP endpoint is not for; false passes it on. */
export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean> | boolean;

/** What is served: a simulation, its doors beside `/sdk`, and its consoles. */
export interface Front {
  readonly simulation: Simulation;
  readonly handlers: readonly Handler[];
  readonly consoles?: ConsoleDoors | undefined;
}

/** The same as it stands at a listener. */
interface Shown extends Front {
  readonly outages: Outages;
}

export interface Listening {
  /** `https://127.0.0.1:PORT`. */
  readonly origin: string;
  /** PEM of the CA to trust; absent with plain HTTP or a certificate of the user's own. */
  readonly ca: string | undefined;
  readonly thumbprint: string | undefined;
  /** From the next request on something else is served. */
  show(front: Front): void;
  close(): Promise<void>;
}

/** Whoever has a certificate shows it, as extensions do; what it is worth is for the API to say. */
const ASKS_FOR_CERTIFICATES = { requestCert: true, rejectUnauthorized: false };

/** What paths are resolved against; a client may name any host. */
const HERE = 'http://simsphere';
const SDK = /^\/sdk(?:\/|\/vimService(?:\.wsdl)?)?$/;

export async function listen(front: Front, options: ListenOptions): Promise<Listening> {
  const host = options.listen ?? '127.0.0.1';
  const isEverywhere = host === '0.0.0.0' || host === '::';
  const also = isEverywhere ? [] : (options.also ?? []).filter((address) => address !== host);
  const names = [...(options.also ?? []), ...(options.names ?? [])];
  const certificate = options.http || options.tls ? undefined : certificateFor(host, names);
  const sockets = new Set<Socket>();
  const standing = ({ simulation, handlers, consoles }: Front): Shown => ({
    simulation,
    handlers: [documents(simulation), services(simulation, options), ...handlers],
    consoles,
    outages: new Outages(simulation, sockets),
  });
  let shown = standing(front);
  const route = (request: IncomingMessage, response: ServerResponse) => {
    if (shown.outages.turnsAwayFrom(request.url ?? '/', request, response)) return;
    void answer(shown.simulation, options, shown.handlers, request, response);
  };
  const tls = certificate ? { cert: certificate.cert + certificate.ca, key: certificate.key } : options.tls;
  const make = (): Server => {
    const server = tls ? createHttps({ ...tls, ...ASKS_FOR_CERTIFICATES }, route) : createHttp(route);
    server.keepAliveTimeout = KEEP_ALIVE * 1000;
    server.requestTimeout = 0;
    servePlainly(server, tls ? 'secureConnection' : 'connection', () => shown, options);
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    return server;
  };
  const { servers, port } = await bindAll(make, [host, ...also], options.port ?? 0);
  const name = isEverywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return {
    origin: `${tls ? 'https' : 'http'}://${name}:${port}`,
    ca: certificate?.ca,
    thumbprint: certificate?.thumbprint,
    show: (next) => {
      shown = standing(next);
    },
    close: () => close(servers, sockets),
  };
}

async function answer(
  simulation: Simulation,
  options: ListenOptions,
  handlers: readonly Handler[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const path = request.url ?? '/';
    const question = path.indexOf('?');
    if (request.method === 'POST' && SDK.test(question < 0 ? path : path.slice(0, question))) {
      return await serveRequest(simulation.engine, options, request, response);
    }
    if (!URL.canParse(path, HERE)) {
      response.writeHead(400, { 'content-type': 'text/plain' });
      response.end('Bad Request\n');
      return;
    }
    const url = new URL(path, HERE);
    for (const handler of handlers) if (await handler(request, response, url)) return;
    response.writeHead(404, { 'content-type': 'text/plain' });
    response.end('Not Found\n');
  } catch (error) {
    simulation.noteUnforeseen(error);
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
    response.end('Internal Server Error\n');
  }
}

function certificateFor(host: string, names: readonly string[]): ServerCertificate {
  const local = ['localhost', '127.0.0.1', '::1'];
  // Whoever comes from elsewhere, from the next container say, calls this machine by its name.
  const own = host === '0.0.0.0' || host === '::' ? [hostname()] : [host];
  return createCertificate({ hosts: [...new Set([...own, ...local, ...names])], now: Date.now() });
}

interface Bound {
  readonly servers: readonly Server[];
  readonly port: number;
}

/** Ports that are tried when any would do and another address has not got the one that the first was given. */
const TRIES = 8;

/** One server an address, all at one port. */
async function bindAll(make: () => Server, [host, ...also]: readonly string[], port: number): Promise<Bound> {
  for (let tries = 1; ; tries++) {
    const first = make();
    const servers = [first];
    const bound = (await bind(first, port, host!)).port;
    try {
      for (const address of also) {
        const server = make();
        if (await bindBeside(server, bound, address)) servers.push(server);
      }
      return { servers, port: bound };
    } catch (error) {
      await close(servers, new Set());
      if (port !== 0 || tries === TRIES) throw error;
    }
  }
}

/** False where this machine has no such address: not every system has all of 127.0.0.0/8. */
async function bindBeside(server: Server, port: number, address: string): Promise<boolean> {
  try {
    await bind(server, port, address);
    return true;
  } catch (error) {
    const { cause } = error as { cause?: NodeJS.ErrnoException };
    if (cause?.code === 'EADDRNOTAVAIL') return false;
    throw error;
  }
}

function bind(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken
          ? new SimError('ERR_PORT_IN_USE', `port ${port} on ${host} is in use`, { cause: error })
          : new SimError('ERR_USAGE', `cannot listen on ${host}:${port}: ${error.message}`, { cause: error }),
      );
    });
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

/** Node itself knows no connection before its TLS handshake is done, and would wait for it. */
async function close(servers: readonly Server[], sockets: ReadonlySet<Socket>): Promise<void> {
  const closed = servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())));
  for (const socket of sockets) socket.destroy();
  await Promise.all(closed);
}

/** Reads connections plainly in front of the HTTP server, which gets those that it must read. */
function servePlainly(
  server: Server,
  event: 'connection' | 'secureConnection',
  shown: () => Shown,
  options: ListenOptions,
): void {
  const http = server.listeners(event) as ((socket: Socket) => void)[];
  const owner: LineOwner = {
    date: new HttpDate(),
    serve(exchange) {
      const { simulation, outages } = shown();
      const failed = (error: unknown) => {
        simulation.noteUnforeseen(error);
        exchange.socket.destroy();
      };
      if (outages.turnsAway(exchange)) return;
      try {
        const later = serveSdk(simulation.engine, options, exchange);
        if (later) later.catch(failed);
      } catch (error) {
        failed(error);
      }
    },
    takeOver(socket, unread) {
      socket.pause();
      socket.unshift(unread);
      const { consoles } = shown();
      if (consoles?.wants(unread)) return consoles.take(socket);
      for (const listener of http) listener.call(server, socket);
      socket.resume();
    },
  };
  server.removeAllListeners(event);
  server.on(event, (socket: Socket) => new Line(socket, owner));
}
