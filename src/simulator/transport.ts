/** Trouble on the wire as plain data on an answer; the doors carry it out. */
export interface TransportEffect {
  /** Id of the rule that wants it. */
  readonly rule: string;
  readonly kind: 'reset' | 'empty' | 'truncate' | 'status' | 'delay';
  /** `truncate`: bytes of the body that still go out. `delay`: milliseconds of real time. */
  readonly amount?: number;
  /** `status`: what is answered instead. */
  readonly status?: number;
  readonly body?: string;
}
