/** Trouble on the wire as plain data on an answer; the doors carry it out. */
import type { TransportRuleEffect } from '../faults/rule.ts';

/**
 * What a rule wants of an answer. `none`: it goes out as it is, late. `garbled` has noise for a body under a good head,
 * `garbage` in place of everything. `close` ends the connection after a whole answer that promised to keep it.
 */
export type TransportKind = 'none' | Exclude<TransportRuleEffect['kind'], 'delay'>;

export interface TransportEffect {
  /** Id of the rule that wants it. */
  readonly rule: string;
  readonly kind: TransportKind;
  /** Milliseconds of real time that pass first. */
  readonly delay?: number | undefined;
  /**
   * Bytes: of the body that still go out (`truncate`), before it stands still (`stall`; without it nothing goes out at
   * all), at once (`dribble`), in a second (`bandwidth`).
   */
  readonly amount?: number | undefined;
  /** Milliseconds of real time: between bytes (`dribble`), until it goes on (`stall`; without it never). */
  readonly every?: number | undefined;
  /** `status`: what is answered instead. */
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
  /** `garbage`, `garbled`: what goes out instead. */
  readonly noise?: Uint8Array | undefined;
}
