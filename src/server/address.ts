/** Where a client believes it is talking to; every URL in an answer is made of it. */
import type { IncomingMessage } from 'node:http';

/** `host:port` from X-Forwarded-Host, Host, or the socket. */
export function addressOf(request: IncomingMessage): string {
  const forwarded = request.headers['x-forwarded-host'];
  const named = (Array.isArray(forwarded) ? forwarded[0] : forwarded?.split(',')[0]?.trim()) || request.headers.host;
  const usable = hostAddress(named);
  if (usable !== undefined) return usable;
  const { localAddress, localPort } = request.socket;
  return `${localAddress?.includes(':') ? `[${localAddress}]` : localAddress}:${localPort}`;
}

/** A Host header that can stand in a URL. */
export function hostAddress(named: string | undefined): string | undefined {
  return named && /^[\w.:[\]-]+$/.test(named) ? named : undefined;
}

export function isLoopback(address: string | undefined): boolean {
  return address === undefined || address === '::1' || /^(::ffff:)?127\./.test(address);
}
