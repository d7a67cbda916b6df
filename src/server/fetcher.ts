/** Fetches from other servers what a client asks to have fetched: over HTTP, and over TLS from those it trusts. */
import { X509Certificate } from 'node:crypto';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { isIP } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { type Answered, type Errand, Unreachable, Untrusted } from '../simulator/nfc-pull.ts';

/** Redirections are not followed: whoever asks names the place. */
export async function fetchFrom(errand: Errand): Promise<Answered> {
  const url = new URL(errand.url);
  const socket = url.protocol === 'https:' ? await trusted(url, errand) : undefined;
  const answer = await answered(asked(url, errand, socket), errand.patience);
  return {
    status: answer.statusCode ?? 0,
    message: answer.statusMessage ?? '',
    body: bodyOf(answer),
    close: () => void answer.destroy(),
  };
}

function asked(url: URL, { method, headers, patience }: Errand, socket: TLSSocket | undefined): ClientRequest {
  const { hostname: host, pathname, search, username, password } = url;
  const auth = username === '' ? {} : { auth: `${decodeURIComponent(username)}:${decodeURIComponent(password)}` };
  const options = { method, headers: { ...headers }, path: `${pathname}${search}`, timeout: patience * 1_000, ...auth };
  try {
    if (socket) return request({ ...options, headers: { host: url.host, ...headers }, createConnection: () => socket });
    return request({ ...options, host: bare(host), port: url.port || 80, agent: false });
  } catch (error) {
    socket?.destroy();
    // Headers that no request can have.
    throw new Unreachable((error as Error).message);
  }
}

function answered(sent: ClientRequest, patience: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    sent.on('timeout', () => sent.destroy(new Error(`nothing was heard for ${patience} seconds`)));
    sent.on('error', (error) => reject(new Unreachable(error.message)));
    sent.on('response', resolve);
    sent.end();
  });
}

/** Speaks to nobody before it is clear who that is. */
function trusted(url: URL, { thumbprint, certificate, patience }: Errand): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const host = bare(url.hostname);
    const name = isIP(host) ? {} : { servername: host };
    const socket = connect({ host, port: Number(url.port || 443), rejectUnauthorized: false, ...name });
    const fail = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    socket.setTimeout(patience * 1_000, () => fail(new Unreachable(`nothing was heard for ${patience} seconds`)));
    socket.on('error', (error) => fail(new Unreachable(error.message)));
    socket.once('secureConnect', () => {
      // Asked for once: a second time it may be gone.
      const shown = socket.getPeerX509Certificate();
      const isTrusted =
        shown && (thumbprint || certificate ? isExpected(shown, thumbprint, certificate) : socket.authorized);
      if (isTrusted) return resolve(socket);
      fail(new Untrusted(shown?.fingerprint ?? '', shown?.checkIssued(shown) ?? false));
    });
  });
}

function isExpected(shown: X509Certificate, thumbprint: string | undefined, certificate: string | undefined): boolean {
  if (thumbprint) return [shown.fingerprint, shown.fingerprint256].map(digits).includes(digits(thumbprint));
  try {
    return new X509Certificate(certificate!).raw.equals(shown.raw);
  } catch {
    return false;
  }
}

function digits(hexadecimal: string): string {
  return hexadecimal.replace(/[^0-9a-f]/gi, '').toLowerCase();
}

/** `::1` of `[::1]`. */
function bare(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

async function* bodyOf(answer: IncomingMessage): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of answer) yield chunk as Buffer;
  } catch (error) {
    throw new Unreachable((error as Error).message);
  }
}
