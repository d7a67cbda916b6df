/** Where fault rules meet a call. The rules themselves live in `faults/`. */
import type { Call } from '../objects/call.ts';
import type { Cell } from '../world/cell.ts';
import type { TransportEffect } from './transport.ts';

export interface Rules {
  /** Before the work: throws a rule's fault, or returns what is to happen on the wire. Adds ids of rules hit to `hits`. */
  before(call: Call, self: Cell, hits: string[]): Promise<TransportEffect | undefined> | TransportEffect | undefined;
  /** After the work was done. */
  after(call: Call, self: Cell, hits: string[]): TransportEffect | undefined;
}

export const noRules: Rules = { before: () => undefined, after: () => undefined };
