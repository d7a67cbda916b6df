/** A request and the way its answer goes back, whoever read it off the wire. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import type { SoapRequest } from '../simulator/door.ts';
import { addressOf } from './address.ts';
import { certificateShownBy } from './client-certificate.ts';
import { thumbprintShown } from './shown.ts';

export type Headers = Readonly<Record<string, string | number>>;

/** The way an answer goes. */
export interface Way {
  readonly socket: Socket;
  /** Whether nobody waits for the answer any more. */
  readonly gone: boolean;
  /** Sends a whole answer. */
  send(status: number, headers: Headers, body: string | readonly Buffer[]): void;
  /** Sends the head of an answer, at once, and takes the body piece by piece; without a content-length in chunks. */
  open(status: number, headers: Headers): Writable;
}

export interface Exchange extends SoapRequest, Way {
  readonly acceptEncoding: string;
}

/** By Node's own HTTP server. */
export class NodeWay implements Way {
  readonly socket: Socket;
  protected readonly response: ServerResponse;

  constructor(request: IncomingMessage, response: ServerResponse) {
    this.socket = request.socket;
    this.response = response;
  }

  get gone(): boolean {
    return this.response.destroyed;
  }

  send(status: number, headers: Headers, body: string | readonly Buffer[]): void {
    const { response } = this;
    response.writeHead(status, headers);
    // Node puts a text behind the headers in one write; bytes would go out in a second, and cost a TLS record more.
    if (typeof body === 'string') return void response.end(body);
    for (const chunk of body) response.write(chunk);
    response.end();
  }

  open(status: number, headers: Headers): Writable {
    // Who hung up in the middle of an answer gets no more of it, and that is all.
    this.response.on('error', () => {});
    this.response.writeHead(status, headers);
    this.response.flushHeaders();
    return this.response;
  }
}

/** A call that Node's own HTTP server read. */
export class NodeExchange extends NodeWay implements Exchange {
  readonly body: Buffer;
  readonly soapAction: string | undefined;
  readonly cookie: string | undefined;
  readonly address: string;
  readonly scheme: 'http' | 'https';
  readonly userAgent: string;
  readonly acceptEncoding: string;

  constructor(request: IncomingMessage, response: ServerResponse, body: Buffer) {
    super(request, response);
    const { headers } = request;
    this.body = body;
    this.soapAction = headers['soapaction'] as string | undefined;
    this.cookie = headers.cookie;
    this.address = addressOf(request);
    this.scheme = 'encrypted' in request.socket ? 'https' : 'http';
    this.userAgent = headers['user-agent'] ?? '';
    this.acceptEncoding = String(headers['accept-encoding'] ?? '');
  }

  get connection(): object {
    return this.socket;
  }

  get thumbprint(): string | undefined {
    return thumbprintShown(this.socket);
  }

  get clientCertificate(): Buffer | undefined {
    return certificateShownBy(this.socket);
  }

  get remoteAddress(): string {
    return this.socket.remoteAddress ?? '';
  }

  onGone(then: () => void): () => void {
    this.response.on('close', then);
    return () => this.response.removeListener('close', then);
  }

  afterRealTime(milliseconds: number, then: () => void): () => void {
    const timer = setTimeout(then, milliseconds).unref();
    return () => clearTimeout(timer);
  }
}
