/** A request as the method sees it: what the door knows of it, and the cookie the answer will set. */
import type { Arrival } from '../objects/call.ts';
import type { SoapRequest } from './door.ts';

export class Reception implements Arrival {
  readonly request: SoapRequest;
  /** Secret of the session that the answer is to tell the client. */
  cookie: string | undefined;

  constructor(request: SoapRequest) {
    this.request = request;
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
