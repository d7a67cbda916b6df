/** A client that sees the bytes and the end of a connection as they come. */
import { connect as connectPlainly, type Socket } from 'node:net';
import { connect as connectSafely } from 'node:tls';
import type { Simulator } from '../../src/server/start.ts';

export class RawClient {
  received: Buffer = Buffer.alloc(0);
  /** Pieces as they came. */
  readonly pieces: Buffer[] = [];
  /** `end` for an orderly end, or the code of the error. */
  readonly ended: Promise<string>;
  readonly socket: Socket;
  #wake: () => void = () => {};

  constructor(sim: Simulator) {
    const { protocol, port, hostname: host } = new URL(sim.url);
    const options = { port: Number(port), host };
    this.socket = protocol === 'https:' ? connectSafely({ ...options, ca: sim.ca! }) : connectPlainly(options);
    this.socket.on('data', (piece: Buffer) => {
      this.pieces.push(piece);
      this.received = Buffer.concat([this.received, piece]);
      this.#wake();
    });
    this.ended = new Promise((resolve) => {
      this.socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      this.socket.on('end', () => resolve('end'));
      this.socket.on('close', () => resolve('closed'));
    });
  }

  get text(): string {
    return this.received.toString('latin1');
  }

  /** What follows the first empty line. */
  get body(): string {
    const at = this.text.indexOf('\r\n\r\n');
    return at < 0 ? '' : this.text.slice(at + 4);
  }

  send(text: string): this {
    this.socket.write(text);
    return this;
  }

  /** A SOAP call as plain clients write it. */
  soap(method: string, type: string, id: string, cookie = '', inner = ''): this {
    const call = `<${method} xmlns="urn:vim25"><_this type="${type}">${id}</_this>${inner}</${method}>`;
    const body = `<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body>${call}</Body></Envelope>`;
    const head = ['POST /sdk HTTP/1.1', 'Host: x', `Content-Length: ${body.length}`, 'SOAPAction: urn:vim25/8.0.2.0'];
    if (cookie !== '') head.push(`Cookie: ${cookie}`);
    return this.send(`${head.join('\r\n')}\r\n\r\n${body}`);
  }

  /** Until what came fits. */
  async until(fits: (text: string) => boolean): Promise<void> {
    while (!fits(this.text)) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  close(): void {
    this.socket.destroy();
  }
}
