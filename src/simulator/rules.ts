/** Where fault rules meet a call. The rules themselves live in `faults/`. */
import type { Call } from '../objects/call.ts';
import type { Cell } from '../world/cell.ts';
import type { TransportEffect } from './transport.ts';

export interface Rules {
  /**
   * Before the work: throws a rule's fault, or Spoiled when no work is to be done. Adds ids of rules hit to `hits`.
   * `path` is that of a file, for the doors that serve files.
   */
  before(call: Call, self: Cell, hits: string[], path?: string): Promise<void> | undefined;
  /** After the work was done, also when it ended in a fault: what is to happen on the wire. `task` is one it started. */
  after(call: Call, self: Cell, hits: string[], task?: string): TransportEffect | undefined;
}

export const noRules: Rules = { before: () => undefined, after: () => undefined };

/** An answer that a rule spoils on its way: that of a call that failed by itself, or none at all. */
export class Spoiled extends Error {
  readonly transport: TransportEffect;
  /** What the call failed with; undefined when a rule kept it from being done. */
  readonly failure: unknown;

  constructor(transport: TransportEffect, failure?: unknown) {
    super(`the answer is spoilt by ${transport.rule}`);
    this.name = 'Spoiled';
    this.transport = transport;
    this.failure = failure;
  }
}

/** A rule has the call answered by nothing at all, as a method answers that found nothing. */
export class Hollow extends Error {
  constructor() {
    super('the answer is empty');
    this.name = 'Hollow';
  }
}
