/** An HTTP proxy for clients that reach a vCenter as `sdkTunnel:8089`: wherever they ask to go, they come to us. */
import { Agent, createServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { SimError } from '../kernel/errors.ts';

export interface Tunnel {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens on the host of `url` and leads every CONNECT to that URL. Port 0 takes any free one. */
export async function openTunnel(url: string, port: number): Promise<Tunnel> {
  const { hostname, port: to, protocol } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const target = { host, port: Number(to || (protocol === 'https:' ? 443 : 80)) };
  const open = new Set<Duplex>();
  const server = createServer((_request, response) => response.writeHead(405, { allow: 'CONNECT' }).end());
  server.on('connect', (_request, client: Duplex, head: Buffer) => {
    join(client, dial(target), head, open);
  });
  await listen(server, port, host);
  const { port: taken } = server.address() as { readonly port: number };
  return { port: taken, close: () => close(server, open) };
}

function dial(target: { readonly host: string; readonly port: number }): Duplex {
  return new Agent().createConnection(target) as Duplex;
}

/** Bytes go both ways until either side ends. `head` is what the client sent without waiting for the answer. */
function join(client: Duplex, upstream: Duplex, head: Buffer, open: Set<Duplex>): void {
  const end = () => {
    client.destroy();
    upstream.destroy();
  };
  for (const side of [client, upstream]) {
    open.add(side);
    side.on('error', end).on('close', () => {
      open.delete(side);
      end();
    });
  }
  upstream.once('connect', () => {
    client.write('HTTP/1.1 200 OK\r\n\r\n');
    upstream.write(head);
    client.pipe(upstream).pipe(client);
  });
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const code = error.code === 'EADDRINUSE' ? 'ERR_PORT_IN_USE' : 'ERR_USAGE';
      reject(new SimError(code, `-tunnel ${port}: ${error.message}`, { cause: error }));
    });
    server.listen(port, host, resolve);
  });
}

function close(server: Server, open: Set<Duplex>): Promise<void> {
  for (const side of open) side.destroy();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
