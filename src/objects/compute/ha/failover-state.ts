/** What HA has under way in a cluster. */

export interface FailoverState {
  /** Machines to start again, in the order they came to be known. */
  readonly waiting: readonly Waiting[];
  /** When HA tries the next of them. */
  readonly due?: number | undefined;
  /** It has said that the cluster does not bear the failures it is set to bear. */
  readonly short?: boolean | undefined;
}

/** A machine whose host is gone, or that was ended because its host is cut off. Ids. */
export interface Waiting {
  readonly vm: string;
  readonly host: string;
  /** Place among the restart priorities, 0 first. */
  readonly priority: number;
  /** How often no host had room for it. */
  readonly tries: number;
}

export const AT_REST: FailoverState = Object.freeze({ waiting: Object.freeze([]) });
