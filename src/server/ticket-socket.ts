/** Consoles over web sockets: `GET /ticket/<ticket>` with an upgrade, as VMware's own web console asks for them. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { TicketVisit } from '../simulator/console-door.ts';
import type { Consoles } from '../simulator/consoles.ts';
import { refusalOf } from '../simulator/refusal.ts';
import { Spoiled } from '../simulator/rules.ts';
import type { Simulation } from '../simulator/simulator.ts';
import { arrivalOf } from './arrival.ts';
import { SocketWay } from './socket-way.ts';
import { spoil, type Unsent } from './spoil.ts';

/** No client says more at once: what it pastes is cut at a megabyte too. */
const LONGEST_MESSAGE = 2 ** 21;
/** What rules spoil where no web socket comes about. */
const NO_CONSOLE: Unsent = { status: 503, headers: { 'content-length': 0 }, body: async () => {} };
const PATH = /^\/ticket\/([\w-]+)$/;

export interface TicketSockets {
  /** Takes a connection whose first request is for a ticket. */
  take(socket: Duplex): void;
  close(): void;
}

export function ticketSockets(simulation: Simulation, consoles: Consoles): TicketSockets {
  const webSockets = new WebSocketServer({
    noServer: true,
    maxPayload: LONGEST_MESSAGE,
    // Console clients offer `binary`, some beside a name of their own.
    handleProtocols: (offered) => (offered.has('binary') ? 'binary' : (offered.values().next().value ?? false)),
  });
  const server = createServer((_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(426, { connection: 'close', 'content-type': 'text/plain', upgrade: 'websocket' });
    response.end('a console is shown over a web socket\n');
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    open(request, socket, head).catch((error: unknown) => {
      simulation.noteUnforeseen(error);
      socket.destroy();
    });
  });

  async function open(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    let visit: TicketVisit | undefined;
    try {
      const secret = PATH.exec(request.url?.split('?')[0] ?? '')?.[1] ?? '';
      visit = new TicketVisit(simulation, secret, arrivalOf(request, socket as never));
      await visit.before();
      const effect = visit.after();
      if (effect && (await spoil(effect, NO_CONSOLE, new SocketWay(socket as Socket)))) return visit.end('cut');
      const shown = visit;
      webSockets.handleUpgrade(request, socket, head, (webSocket) => show(webSocket, shown));
      visit.end('answer', undefined, { status: 101 });
    } catch (error) {
      if (error instanceof Spoiled) {
        visit?.end('cut');
        if (!(await spoil(error.transport, NO_CONSOLE, new SocketWay(socket as Socket)))) socket.destroy();
        return;
      }
      const refusal = refusalOf(error);
      visit?.end(refusal ? 'fault' : 'cut', refusal && String(refusal.status), refusal);
      if (refusal) socket.end(`HTTP/1.1 ${refusal.status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
      else socket.destroy();
    }
  }

  function show(webSocket: WebSocket, visit: TicketVisit): void {
    const console = consoles.show(visit, undefined, {
      send: (bytes) => webSocket.send(bytes),
      end: () => webSocket.close(),
    });
    webSocket.on('message', (data) => {
      console.take(Buffer.isBuffer(data) ? data : Buffer.concat([data].flat() as Buffer[]));
      simulation.site.clock.drain();
    });
    webSocket.on('close', () => console.close());
    webSocket.on('error', () => console.close());
  }

  return {
    take: (socket) => server.emit('connection', socket),
    close: () => webSockets.close(),
  };
}
