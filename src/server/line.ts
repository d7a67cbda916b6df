/**
 * A connection that is read plainly for as long as its requests are plain calls of the SOAP endpoint; with the first
 * that is not, the connection is handed to Node's HTTP server for good. That server's parser, message objects, streams
 * and timers cost more than a small call does.
 */
import type { Socket } from 'node:net';
import { type HttpDate, KEEP_ALIVE, LineExchange } from './line-exchange.ts';
import { type PlainHead, PlainHeads } from './plain-head.ts';

/** What a client may send ahead while its call is under way. */
const MAX_AHEAD = 2 ** 20;

export interface LineOwner {
  readonly date: HttpDate;
  serve(exchange: LineExchange): void;
  /** Takes the connection over, with what was read of it and not answered. */
  takeOver(socket: Socket, unread: Buffer): void;
}

export class Line {
  readonly #socket: Socket;
  readonly #owner: LineOwner;
  readonly #scheme: 'http' | 'https';
  readonly #remoteAddress: string;
  #unread: Buffer[] = [];
  #size = 0;
  /** Bytes that are needed before there is a whole request. */
  #wanted = 0;
  /** Clients repeat themselves: the last head, as it was written up to the empty line, and as it reads. */
  #headText = '';
  #head: PlainHead | undefined;
  readonly #heads = new PlainHeads();
  #busy = false;
  #reading = false;

  constructor(socket: Socket, owner: LineOwner) {
    this.#socket = socket;
    this.#owner = owner;
    this.#scheme = 'encrypted' in socket ? 'https' : 'http';
    this.#remoteAddress = socket.remoteAddress ?? '';
    socket.setTimeout(KEEP_ALIVE * 1000);
    socket.on('timeout', this.#idle);
    socket.on('error', this.#broken);
    socket.on('end', this.#ended);
    socket.on('data', this.#take);
  }

  readonly #take = (chunk: Buffer): void => {
    this.#unread.push(chunk);
    this.#size += chunk.length;
    if (this.#busy) {
      if (this.#size > MAX_AHEAD) this.#socket.pause();
    } else if (this.#size >= this.#wanted) this.#read();
  };

  /** Serves what has come whole. A call that is answered at once comes back here before it returns. */
  #read(): void {
    if (this.#reading) return;
    this.#reading = true;
    while (!this.#busy && this.#size > 0 && this.#size >= this.#wanted) {
      const bytes = this.#unread.length === 1 ? this.#unread[0]! : Buffer.concat(this.#unread);
      const head = this.#headOf(bytes);
      if (!head) return this.#handOver(bytes);
      const begin = this.#headText.length;
      const whole = begin + head.length;
      this.#unread = [bytes];
      this.#wanted = whole;
      if (bytes.length < whole) break;
      this.#unread = bytes.length > whole ? [bytes.subarray(whole)] : [];
      this.#size = bytes.length - whole;
      this.#wanted = 0;
      this.#busy = true;
      this.#owner.serve(this.#exchange(head, bytes.subarray(begin, whole)));
    }
    this.#reading = false;
  }

  #headOf(bytes: Buffer): PlainHead | undefined {
    const { length } = this.#headText;
    if (length > 0 && bytes.toString('latin1', 0, length) === this.#headText) return this.#head;
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    this.#headText = bytes.toString('latin1', 0, end + 4);
    this.#head = this.#heads.read(this.#headText.slice(0, -4));
    return this.#head;
  }

  #exchange(head: PlainHead, body: Buffer): LineExchange {
    const { date } = this.#owner;
    return new LineExchange(head, body, this.#socket, this.#scheme, this.#remoteAddress, date, this.#answered);
  }

  readonly #answered = (): void => {
    this.#busy = false;
    if (this.#size === 0) return;
    this.#socket.resume();
    this.#read();
  };

  #handOver(unread: Buffer): void {
    const socket = this.#socket;
    socket.setTimeout(0);
    socket.removeListener('timeout', this.#idle);
    socket.removeListener('error', this.#broken);
    socket.removeListener('end', this.#ended);
    socket.removeListener('data', this.#take);
    this.#owner.takeOver(socket, unread);
  }

  /** A call may take as long as it likes; only a client that has asked nothing is let go. */
  readonly #idle = (): void => {
    if (!this.#busy) this.#socket.destroy();
  };

  readonly #broken = (): void => {
    this.#socket.destroy();
  };

  readonly #ended = (): void => {
    this.#socket.end();
  };
}
