/** Whom to trust: the agent whose sockets have proved that the right server is at their other end. */
import { Agent as HttpAgent } from 'node:http';
import { Agent, type AgentOptions, type RequestOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import { checkServerIdentity, connect, type PeerCertificate, type TLSSocket } from 'node:tls';
import { SimError } from '../kernel/errors.ts';
import type { ClientClock } from './clock.ts';
import type { ConnectOptions } from './options.ts';

const KEEP: AgentOptions = { keepAlive: true, keepAliveMsecs: 30_000, maxFreeSockets: 8 };

export type Trust = Pick<ConnectOptions, 'ca' | 'thumbprint' | 'insecure'>;

/** The server has shown a certificate that nobody vouches for. */
export class DistrustError extends Error {}

/** An agent that keeps its connections open and trusts as told. */
export function agentFor(url: URL, options: Trust, timeout: number, clock: ClientClock): HttpAgent {
  const { ca, thumbprint, insecure } = options;
  if ([ca, thumbprint, insecure || undefined].filter((way) => way !== undefined).length > 1) {
    throw new SimError('ERR_USAGE', 'ca, thumbprint and insecure exclude each other', { hint: 'pass one of them' });
  }
  if (thumbprint !== undefined && ![40, 64].includes(bare(thumbprint).length)) {
    throw new SimError('ERR_USAGE', `'${thumbprint}' is no thumbprint`, {
      hint: 'the SHA-1 or SHA-256 of the certificate in hexadecimal',
    });
  }
  return url.protocol === 'http:' ? new HttpAgent(KEEP) : new CarefulAgent(options, timeout, clock);
}

type Created = (error: Error | null, socket: Duplex) => void;

/**
 * Hands a socket out only after its certificate was seen to be the one expected, so that nothing is said before. It looks
 * for itself rather than let Node refuse: then it can say what it found.
 */
class CarefulAgent extends Agent {
  readonly #trust: Trust;
  readonly #timeout: number;
  readonly #clock: ClientClock;

  constructor(trust: Trust, timeout: number, clock: ClientClock) {
    super(KEEP);
    this.#trust = trust;
    this.#timeout = timeout;
    this.#clock = clock;
  }

  override createConnection(options: RequestOptions, created?: Created): undefined {
    const host = options.host ?? '127.0.0.1';
    // An address is no server name.
    const servername = /^[\d.]+$|:/.test(host) ? '' : host;
    const { ca } = this.#trust;
    const own = ca === undefined ? {} : { ca };
    const socket = connect({ host, port: Number(options.port), servername, rejectUnauthorized: false, ...own });
    const failed = (error: Error): void => created?.(error, socket);
    socket.once('error', failed);
    // Nobody else knows the socket yet: it would outlive its request, were it never to get a certificate.
    const silent = () => void socket.destroy(new Error('the server shows no certificate'));
    const limit = this.#clock.after(this.#timeout, silent);
    socket.once('close', () => limit.cancel());
    socket.once('secureConnect', () => {
      limit.cancel();
      const wrong = this.#objection(socket, host);
      if (wrong !== undefined) {
        socket.destroy(new DistrustError(wrong));
        return;
      }
      socket.off('error', failed);
      created?.(null, socket);
    });
  }

  /** What is wrong with the other end; undefined when nothing is. */
  #objection(socket: TLSSocket, host: string): string | undefined {
    const { thumbprint, insecure } = this.#trust;
    const found = socket.getPeerCertificate();
    if (thumbprint !== undefined) {
      const known = [found.fingerprint, found.fingerprint256].map((print) => bare(print ?? ''));
      return known.includes(bare(thumbprint)) ? undefined : `the certificate is another, ${described(found)}`;
    }
    if (insecure || socket.authorized) return undefined;
    const misplaced = checkServerIdentity(host, found);
    const reason = misplaced?.message ?? String(socket.authorizationError);
    return `the certificate is ${described(found)}: ${reason}`;
  }
}

function described({ subject, issuer, fingerprint }: PeerCertificate): string {
  const [own, by] = [subject, issuer].map((name) => name?.CN ?? name?.O ?? 'nobody');
  return `of ${own}, issued by ${by}, with the thumbprint ${fingerprint}`;
}

function bare(thumbprint: string): string {
  return thumbprint.replace(/[:\s]/g, '').toLowerCase();
}
