/** The way of an answer on a connection that no HTTP server looks after any more: one answer, and its end. */
import type { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import type { Headers, Way } from './exchange.ts';
import { HttpDate, headText, LongBody } from './line-exchange.ts';

export class SocketWay implements Way {
  readonly socket: Socket;
  readonly #date = new HttpDate();

  constructor(socket: Socket) {
    this.socket = socket;
  }

  get gone(): boolean {
    return this.socket.destroyed;
  }

  send(status: number, headers: Headers, body: string | readonly Buffer[]): void {
    const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.concat(body);
    this.socket.write(headText(status, headers, this.#date), 'latin1');
    this.socket.end(bytes);
  }

  open(status: number, headers: Headers): Writable {
    const chunked = !('content-length' in headers);
    const all = chunked ? { ...headers, 'transfer-encoding': 'chunked' } : headers;
    this.socket.write(headText(status, all, this.#date), 'latin1');
    return new LongBody(this.socket, chunked, () => {});
  }
}
