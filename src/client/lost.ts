/** What a connection that failed or broke means to the caller: what was found instead, and what to do about it. */
import type { HttpRequest } from './http.ts';
import { DistrustError } from './trust.ts';
import { VsphereError } from './vsphere-error.ts';

type Wanted = Pick<HttpRequest, 'url' | 'signal'>;

interface Finding {
  readonly what: string;
  readonly hint: string;
}

/** `sent` tells whether the server may have seen the request. */
export function lost(error: unknown, { url, signal }: Wanted, sent: boolean): unknown {
  if (signal?.aborted) return signal.reason;
  if (error instanceof VsphereError) return sent === error.maybeDone ? error : error.with({ maybeDone: sent });
  const found = finding(error as NodeJS.ErrnoException, url);
  return new VsphereError('ERR_UNREACHABLE', found?.what ?? `no answer from ${url.host}: ${wordsOf(error)}`, {
    cause: error,
    retryable: found === undefined,
    maybeDone: sent,
    hint: found?.hint,
  });
}

export function stalled({ url, timeout }: Pick<HttpRequest, 'url' | 'timeout'>): VsphereError {
  return new VsphereError('ERR_UNREACHABLE', `${url.host} kept silent for ${timeout} ms`, {
    retryable: true,
    maybeDone: true,
    timedOut: true,
  });
}

/** The same of a server that has spoken HTTP before: what came instead was spoiled on the way, and may come right again. */
export function asNoise(error: VsphereError): VsphereError {
  const { code } = (error.cause ?? {}) as NodeJS.ErrnoException;
  return code?.startsWith('HPE_') ? error.with({ retryable: true }) : error;
}

/** What no waiting mends. */
function finding(error: NodeJS.ErrnoException, { host, hostname, protocol }: URL): Finding | undefined {
  const { code = '', message } = error;
  if (error instanceof DistrustError) {
    return { what: `${host} is not trusted: ${message}`, hint: 'pass the ca, its thumbprint, or insecure' };
  }
  if (code === 'ENOTFOUND') return { what: `there is no host ${hostname}`, hint: 'check the URL' };
  if (code === 'EPROTO' || /wrong version number|packet length too long/i.test(message)) {
    return { what: `${host} speaks no TLS: ${message.split('\n')[0]}`, hint: `if it is meant, use http://${host}` };
  }
  if (code.startsWith('HPE_')) {
    const hint = protocol === 'http:' ? `check the port, or use https://${host}` : 'check the port';
    return { what: `${host} speaks no HTTP: ${message}`, hint };
  }
  return undefined;
}

/** Several addresses that all failed come as one error without words of its own. */
function wordsOf(error: unknown): string {
  const { message, code, errors } = error as NodeJS.ErrnoException & { readonly errors?: readonly Error[] };
  return message || errors?.[0]?.message || code || 'nothing is known of why';
}
