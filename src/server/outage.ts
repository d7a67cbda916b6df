/** What clients meet while the server is down. The control API is not the server's: it stays. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { outageOf } from '../objects/service/restart.ts';
import type { Simulation } from '../simulator/simulator.ts';
import { below, reset } from './connection.ts';
import { NodeWay, type Way } from './exchange.ts';

const CONTROL = '/_simsphere/';
const TEXT = '503 Service Unavailable (Failed to connect to endpoint: the server is starting)\n';

export class Outages {
  readonly #simulation: Simulation;
  readonly #sockets: ReadonlySet<Socket>;
  /** Connections whose last request was one of the control API. */
  readonly #control = new WeakSet<Socket>();

  /** `sockets` are the TCP connections there are. */
  constructor(simulation: Simulation, sockets: ReadonlySet<Socket>) {
    this.#simulation = simulation;
    this.#sockets = sockets;
    simulation.doors.onCut(() => {
      for (const socket of this.#sockets) if (!this.#control.has(socket)) socket.resetAndDestroy();
    });
  }

  /** Whether a call got what one gets from a server that is down. */
  turnsAway(way: Way): boolean {
    const outage = outageOf(this.#simulation.site);
    if (!outage) return false;
    if (outage === 'refused') reset(way.socket);
    else way.send(503, { 'content-type': 'text/plain', 'content-length': TEXT.length }, TEXT);
    return true;
  }

  /** The same for a request of any path. */
  turnsAwayFrom(path: string, request: IncomingMessage, response: ServerResponse): boolean {
    if (!path.startsWith(CONTROL)) return this.turnsAway(new NodeWay(request, response));
    this.#control.add(below(request.socket));
    return false;
  }
}
