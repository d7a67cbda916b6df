/** Trouble on the wire as plain data on an answer; the doors carry it out. */
export interface TransportEffect {
  /** Id of the rule that wants it. */
  readonly rule: string;
  /** `none`: the answer goes out as it is, late. */
  readonly kind: 'reset' | 'empty' | 'truncate' | 'status' | 'none';
  /** Milliseconds of real time that pass first. */
  readonly delay?: number;
  /** `truncate`: bytes of the body that still go out. */
  readonly amount?: number;
  /** `status`: what is answered instead. */
  readonly status?: number;
  readonly body?: string;
}
