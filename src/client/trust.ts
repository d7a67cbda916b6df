/** Whom to trust: the agent whose sockets have proved that the right server is at their other end. */
import { Agent as HttpAgent } from 'node:http';
import { Agent, type AgentOptions, type RequestOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import { connect } from 'node:tls';
import { SimError } from '../kernel/errors.ts';
import type { ConnectOptions } from './options.ts';

const KEEP: AgentOptions = { keepAlive: true, keepAliveMsecs: 30_000, maxFreeSockets: 8 };

type Trust = Pick<ConnectOptions, 'ca' | 'thumbprint' | 'insecure'>;

/** An agent that keeps its connections open and trusts as told. */
export function agentFor(url: URL, options: Trust, timeout: number): HttpAgent {
  const { ca, thumbprint, insecure } = options;
  if ([ca, thumbprint, insecure || undefined].filter((way) => way !== undefined).length > 1) {
    throw new SimError('ERR_USAGE', 'ca, thumbprint and insecure exclude each other', { hint: 'pass one of them' });
  }
  if (url.protocol === 'http:') return new HttpAgent(KEEP);
  if (thumbprint !== undefined) return new PinnedAgent(thumbprint, timeout);
  if (insecure) return new Agent({ ...KEEP, rejectUnauthorized: false });
  return new Agent(ca === undefined ? KEEP : { ...KEEP, ca });
}

type Created = (error: Error | null, socket: Duplex) => void;

/** Hands a socket out only after its certificate was seen to be the one expected, so that nothing is said before. */
class PinnedAgent extends Agent {
  readonly #expected: string;
  readonly #timeout: number;

  constructor(thumbprint: string, timeout: number) {
    super(KEEP);
    this.#timeout = timeout;
    this.#expected = bare(thumbprint);
    if (![40, 64].includes(this.#expected.length)) {
      throw new SimError('ERR_USAGE', `'${thumbprint}' is no thumbprint`, {
        hint: 'the SHA-1 or SHA-256 of the certificate in hexadecimal',
      });
    }
  }

  override createConnection(options: RequestOptions, created?: Created): undefined {
    const host = options.host ?? '127.0.0.1';
    // An address is no server name.
    const servername = /^[\d.]+$|:/.test(host) ? '' : host;
    const socket = connect({ host, port: Number(options.port), servername, rejectUnauthorized: false });
    const failed = (error: Error): void => created?.(error, socket);
    socket.once('error', failed);
    // Nobody else knows the socket yet: it would outlive its request, were it never to get a certificate.
    const limit = setTimeout(() => socket.destroy(new Error('the server shows no certificate')), this.#timeout);
    socket.once('close', () => clearTimeout(limit));
    socket.once('secureConnect', () => {
      clearTimeout(limit);
      const found = socket.getPeerX509Certificate();
      const known = [found?.fingerprint, found?.fingerprint256].map((print) => bare(print ?? ''));
      if (known.includes(this.#expected)) {
        socket.off('error', failed);
        created?.(null, socket);
      } else {
        socket.destroy(new Error(`the server's certificate has the thumbprint ${found?.fingerprint}`));
      }
    });
  }
}

function bare(thumbprint: string): string {
  return thumbprint.replace(/[:\s]/g, '').toLowerCase();
}
