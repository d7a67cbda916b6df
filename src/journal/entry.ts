/** One call, as the journal shows it. */
import type { DataObject, Ref } from '../vim25/value.ts';

/** `cut`: a fault rule kept it from being done and from being answered, or the client went away in the middle. */
export type Outcome = 'answer' | 'fault' | 'unbuilt' | 'cut';

export const OUTCOMES: readonly ['answer', 'fault', 'unbuilt', 'cut'] = ['answer', 'fault', 'unbuilt', 'cut'];

export interface JournalEntry {
  /** In order of the answers. */
  readonly seq: number;
  /** In order of arrival: a call that waits is overtaken. */
  readonly arrived: number;
  /** When it came in, on the simulator's clock. */
  readonly at: number;
  /** When it was answered, on the simulator's clock. */
  readonly until: number;
  /** Real milliseconds it took, answer included. */
  readonly took: number;
  /** Ordinal of the connection, in order of first calls; 0 where no connection is known. */
  readonly connection: number;
  /** Where the client is: its IP address. */
  readonly from: string;
  /** Ordinal of the session; 0 before login. Session keys and secrets never stand here. */
  readonly session: number;
  readonly user: string;
  readonly opId: string;
  /** `PowerOnVM_Task`, `PUT /folder`; empty where the bytes were no call. */
  readonly method: string;
  readonly target: Ref;
  /** What the target was called then; empty for what has no name. */
  readonly name: string;
  /** As they came, but for secrets, of which only asterisks are shown. */
  readonly args: DataObject;
  readonly outcome: Outcome;
  /** Type of the fault, when the outcome is one. */
  readonly fault: string | undefined;
  /** The result, or the fault as a data object; secrets as in `args`. Read when first looked at. */
  readonly answer: unknown;
  /** What was too long to be kept. */
  readonly omitted: readonly ('args' | 'answer')[];
  /** Whether the world is another since the call began. */
  readonly changed: boolean;
  /** Ids of the fault rules, and of the interceptions, that took part. */
  readonly rules: readonly string[];
  /** Task the call started. */
  readonly task: string | undefined;
}

/** Where a call's arguments and its answer are read, when somebody looks. */
export interface Source {
  args(): DataObject;
  /** The result, or the fault as a data object. */
  answer(): unknown;
}

/** A call under way, as whoever serves it tells of it; what comes of it is told at its end. */
export interface Begun {
  readonly at: number;
  /** Real instant, in milliseconds. */
  readonly began: number;
  /** Stands for the connection; nothing is asked of it. */
  readonly line: object | undefined;
  readonly from: string;
  /** `host:port` by which the client knows the server. */
  readonly host: string;
  readonly session: number;
  /** Key of the session: not shown, and told apart from what follows from the seed. */
  readonly key: string | undefined;
  readonly user: string;
  readonly opId: string;
  readonly method: string;
  /** Whether the API table, or a door, has the method: what strangers call things is not counted by name. */
  readonly known: boolean;
  readonly target: Ref;
  readonly name: string;
  readonly source: Source;
  /** Bytes of the request. */
  readonly size: number;
}

export interface Ended {
  readonly until: number;
  readonly outcome: Outcome;
  readonly fault: string | undefined;
  readonly changed: boolean;
  readonly rules: readonly string[];
  readonly task: string | undefined;
}
