/** The listener: one port, HTTPS or plain, with `/sdk` in front and everything else behind it. */
import { createServer as createHttp, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { SimError } from '../kernel/errors.ts';
import type { Simulation } from '../simulator/simulator.ts';
import { createCertificate, type ServerCertificate } from './certificate.ts';
import { documents } from './documents.ts';
import { Line, type LineOwner } from './line.ts';
import { HttpDate, KEEP_ALIVE } from './line-exchange.ts';
import { type GzipMode, serveRequest, serveSdk } from './sdk.ts';

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
  /** Further names and addresses the certificate is to cover. */
  readonly names?: readonly string[] | undefined;
  /** PEM texts to use instead of a certificate made at start. */
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
}

/** Handles a request the SOAP endpoint is not for; false passes it on. */
export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean> | boolean;

export interface Listening {
  /** `https://127.0.0.1:PORT`. */
  readonly origin: string;
  /** PEM of the CA to trust; absent with plain HTTP or a certificate of the user's own. */
  readonly ca: string | undefined;
  readonly thumbprint: string | undefined;
  close(): Promise<void>;
}

const SDK = /^\/sdk(?:\/|\/vimService(?:\.wsdl)?)?$/;

export async function listen(
  simulation: Simulation,
  options: ListenOptions,
  handlers: readonly Handler[],
): Promise<Listening> {
  const host = options.listen ?? '127.0.0.1';
  const certificate = options.http || options.tls ? undefined : certificateFor(host, options.names ?? []);
  const all = [documents(simulation), ...handlers];
  const route = (request: IncomingMessage, response: ServerResponse) => {
    void answer(simulation, options, all, request, response);
  };
  const tls = certificate ? { cert: certificate.cert + certificate.ca, key: certificate.key } : options.tls;
  const server = tls ? createHttps(tls, route) : createHttp(route);
  server.keepAliveTimeout = KEEP_ALIVE * 1000;
  server.requestTimeout = 0;
  const plain = servePlainly(server, tls ? 'secureConnection' : 'connection', simulation, options);
  const { port } = await bind(server, options.port ?? 0, host);
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return {
    origin: `${tls ? 'https' : 'http'}://${name}:${port}`,
    ca: certificate?.ca,
    thumbprint: certificate?.thumbprint,
    close: () => close(server, plain),
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
    const url = new URL(path, 'http://simsphere');
    for (const handler of handlers) if (await handler(request, response, url)) return;
    response.writeHead(404, { 'content-type': 'text/plain' });
    response.end('Not Found\n');
  } catch (error) {
    simulation.engine.unforeseen.push(error);
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
    response.end('Internal Server Error\n');
  }
}

function certificateFor(host: string, names: readonly string[]): ServerCertificate {
  const local = ['localhost', '127.0.0.1', '::1'];
  const own = host === '0.0.0.0' || host === '::' ? [] : [host];
  return createCertificate({ hosts: [...new Set([...own, ...local, ...names])], now: Date.now() });
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

function close(server: Server, plain: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
    for (const socket of plain) socket.destroy();
  });
}

/** Reads connections plainly in front of the HTTP server, which gets those that it must read; returns the open ones. */
function servePlainly(
  server: Server,
  event: 'connection' | 'secureConnection',
  simulation: Simulation,
  options: ListenOptions,
): ReadonlySet<Socket> {
  const http = server.listeners(event) as ((socket: Socket) => void)[];
  const open = new Set<Socket>();
  const { engine } = simulation;
  const owner: LineOwner = {
    date: new HttpDate(),
    serve(exchange) {
      const failed = (error: unknown) => {
        engine.unforeseen.push(error);
        exchange.socket.destroy();
      };
      try {
        const later = serveSdk(engine, options, exchange);
        if (later) later.catch(failed);
      } catch (error) {
        failed(error);
      }
    },
    takeOver(socket, unread) {
      socket.pause();
      socket.unshift(unread);
      for (const listener of http) listener.call(server, socket);
      socket.resume();
    },
  };
  server.removeAllListeners(event);
  server.on(event, (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    new Line(socket, owner);
  });
  return open;
}
