/** A request that came in plainly, and its answer written to the socket as Node's HTTP server would write it. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Writable } from 'node:stream';
import { certificateShownBy } from './client-certificate.ts';
import type { Exchange, Headers } from './exchange.ts';
import type { PlainHead } from './plain-head.ts';
import { thumbprintShown } from './shown.ts';

/** Seconds a connection may be idle. pyVmomi uses one again that was for a quarter of an hour, and does not ask first. */
export const KEEP_ALIVE = 960;

export class LineExchange implements Exchange {
  readonly body: Buffer;
  readonly socket: Socket;
  readonly scheme: 'http' | 'https';
  readonly remoteAddress: string;
  readonly #head: PlainHead;
  readonly #date: HttpDate;
  readonly #answered: () => void;

  /** `answered` is called once the answer has been handed to the socket whole. */
  constructor(
    head: PlainHead,
    body: Buffer,
    socket: Socket,
    scheme: 'http' | 'https',
    remoteAddress: string,
    date: HttpDate,
    answered: () => void,
  ) {
    this.#head = head;
    this.body = body;
    this.socket = socket;
    this.scheme = scheme;
    this.remoteAddress = remoteAddress;
    this.#date = date;
    this.#answered = answered;
  }

  get soapAction(): string | undefined {
    return this.#head.soapAction;
  }

  get cookie(): string | undefined {
    return this.#head.cookie;
  }

  get address(): string {
    return this.#head.address;
  }

  get thumbprint(): string | undefined {
    return thumbprintShown(this.socket);
  }

  get clientCertificate(): Buffer | undefined {
    return certificateShownBy(this.socket);
  }

  get connection(): object {
    return this.socket;
  }

  get userAgent(): string {
    return this.#head.userAgent;
  }

  get acceptEncoding(): string {
    return this.#head.acceptEncoding;
  }

  get gone(): boolean {
    return !this.socket.writable;
  }

  onGone(then: () => void): () => void {
    this.socket.on('close', then);
    return () => this.socket.removeListener('close', then);
  }

  afterRealTime(milliseconds: number, then: () => void): () => void {
    const timer = setTimeout(then, milliseconds).unref();
    return () => clearTimeout(timer);
  }

  send(status: number, headers: Headers, body: string | readonly Buffer[]): void {
    const { socket } = this;
    if (!socket.writable) return;
    const head = headText(status, headers, this.#date);
    if (typeof body === 'string') {
      // One write is one TLS record. Bytes that are characters need no encoding.
      socket.write(head + body, Buffer.byteLength(body) === body.length ? 'latin1' : 'utf8');
    } else {
      socket.cork();
      socket.write(head, 'latin1');
      for (const chunk of body) socket.write(chunk);
      socket.uncork();
    }
    this.#answered();
  }

  open(status: number, headers: Headers): Writable {
    const chunked = !('content-length' in headers);
    const all = chunked ? { ...headers, 'transfer-encoding': 'chunked' } : headers;
    this.socket.write(headText(status, all, this.#date), 'latin1');
    return new LongBody(this.socket, chunked, this.#answered);
  }
}

/** A body that is written piece by piece. */
export class LongBody extends Writable {
  readonly #socket: Socket;
  readonly #chunked: boolean;
  readonly #answered: () => void;

  constructor(socket: Socket, chunked: boolean, answered: () => void) {
    super({ decodeStrings: true });
    this.#socket = socket;
    this.#chunked = chunked;
    this.#answered = answered;
    // Who hung up in the middle of an answer gets no more of it, and that is all.
    this.on('error', () => {});
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    const socket = this.#socket;
    if (chunk.length === 0) return done();
    if (!this.#chunked) return void socket.write(chunk, done);
    socket.cork();
    socket.write(`${chunk.length.toString(16)}\r\n`, 'latin1');
    socket.write(chunk);
    socket.write('\r\n', 'latin1', done);
    socket.uncork();
  }

  override _final(done: (error?: Error | null) => void): void {
    if (this.#chunked && this.#socket.writable) this.#socket.write('0\r\n\r\n', 'latin1');
    this.#answered();
    done();
  }

  /** An answer that breaks off in the middle must not look like one that is whole. */
  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    if (!this.writableFinished) this.#socket.destroy();
    done(error);
  }
}

/** The time of day as heads of answers have it, made once a second. */
export class HttpDate {
  #second = 0;
  #text = '';

  get text(): string {
    const now = Math.floor(Date.now() / 1000);
    if (now !== this.#second) {
      this.#second = now;
      this.#text = new Date(now * 1000).toUTCString();
    }
    return this.#text;
  }
}

export function headText(status: number, headers: Headers, date: HttpDate): string {
  let text = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'unknown'}\r\n`;
  for (const name in headers) text += `${name}: ${headers[name]}\r\n`;
  return `${text}Date: ${date.text}\r\nConnection: keep-alive\r\nKeep-Alive: timeout=${KEEP_ALIVE}\r\n\r\n`;
}
