/** What a door hands to the simulator and gets back: a call's bytes in, an answer out. No sockets here. */
import type { Arrival } from '../objects/call.ts';
import type { Drain } from '../soap/index.ts';
import type { TransportEffect } from './transport.ts';

export interface SoapRequest extends Omit<Arrival, 'setCookie'> {
  readonly body: Uint8Array;
  readonly soapAction: string | undefined;
  readonly cookie: string | undefined;
}

export interface SoapAnswer {
  readonly status: number;
  /** Secret of the session, when the answer sets the cookie. */
  readonly setCookie: string | undefined;
  /** The whole body, as text where it is short; or how to produce it. */
  readonly body: string | readonly Buffer[];
  readonly more: ((drain: Drain) => Promise<void>) | undefined;
  /** What a fault rule does to the bytes on their way; carried out by the door. */
  readonly transport: TransportEffect | undefined;
}
