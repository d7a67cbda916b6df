import type { ClientClock } from './clock.ts';
import type { Observer } from './observe.ts';
import type { RetryOptions } from './retry.ts';

/** What `connect` takes. */
export interface ConnectOptions {
  /** `https://vc.example.com/sdk`; the path and the scheme may be left out. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** PEM of the authority to trust, and no other. */
  readonly ca?: string | undefined;
  /** SHA-1 or SHA-256 of the server's certificate, as vSphere writes it: `AA:BB:...`. */
  readonly thumbprint?: string | undefined;
  /** Trusts any certificate. */
  readonly insecure?: boolean | undefined;
  /** API version to speak, such as `7.0.3.2`. Default: the newest that both sides know. */
  readonly version?: string | undefined;
  /** Longest wait for the answer to a call, in milliseconds. Default 120 000. */
  readonly timeout?: number | undefined;
  /** What is tried again by itself, and how: connections that were refused, 503, reads whose answer was lost. */
  readonly retry?: RetryOptions | false | undefined;
  /** Milliseconds without a call after which one is made to keep the session; false for never. Default 5 minutes. */
  readonly keepAlive?: number | false | undefined;
  /** Logs in again when the session is gone. Default true. */
  readonly relogin?: boolean | undefined;
  /** Names this client in the server's session list. */
  readonly userAgent?: string | undefined;
  /** First part of every opID. Default: random. */
  readonly opIdPrefix?: string | undefined;
  /** Makes opIDs and pauses the same in every run. Default: random. */
  readonly seed?: string | undefined;
  /** The time that pauses and time-outs are measured by. Default: the machine's. */
  readonly clock?: ClientClock | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Sees every call and its answer. */
  readonly observe?: Observer | undefined;
}

/** What any single call takes. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Longest wait for the answer, in milliseconds. */
  readonly timeout?: number | undefined;
  /** Sent instead of one made for the call. */
  readonly opId?: string | undefined;
}
