/** A request as the method sees it: what the door knows of it, and the cookie the answer will set. */
import type { Kept } from '../journal/journal.ts';
import { realMilliseconds } from '../kernel/stopwatch.ts';
import type { Session } from '../objects/access/sessions/session.ts';
import type { Arrival } from '../objects/call.ts';
import type { Ref } from '../vim25/value.ts';
import type { Cell } from '../world/cell.ts';
import type { CallSource } from './call-source.ts';
import type { SoapRequest } from './door.ts';

export class Reception implements Arrival {
  readonly request: SoapRequest;
  /** Secret of the session that the answer is to tell the client. */
  cookie: string | undefined;
  /** Real instant at which it came. */
  readonly began: number = realMilliseconds();
  /** The call in the journal, once it was let in. */
  kept: Kept | undefined;
  source: CallSource | undefined;
  /** What is known of a call so far, for the journal when it is not let in. */
  method: string | undefined;
  known = false;
  self: Ref | undefined;
  session: Cell<Session> | undefined;

  constructor(request: SoapRequest) {
    this.request = request;
  }

  get connection(): object | undefined {
    return this.request.connection;
  }

  get address(): string {
    return this.request.address;
  }

  get scheme(): 'http' | 'https' {
    return this.request.scheme;
  }

  get thumbprint(): string | undefined {
    return this.request.thumbprint;
  }

  get remoteAddress(): string {
    return this.request.remoteAddress;
  }

  get userAgent(): string {
    return this.request.userAgent;
  }

  get message(): Uint8Array {
    return this.request.body;
  }

  get clientCertificate(): Buffer | undefined {
    return this.request.clientCertificate;
  }

  onGone(then: () => void): () => void {
    return this.request.onGone(then);
  }

  afterRealTime(milliseconds: number, then: () => void): () => void {
    return this.request.afterRealTime(milliseconds, then);
  }

  setCookie(secret: string): void {
    this.cookie = secret;
  }
}
