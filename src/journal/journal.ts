/** What was called: a bounded record of every call, found again and asserted on. */
import type { Schema } from '../vim25/schema.ts';
import type { DataObject, Ref } from '../vim25/value.ts';
import { withoutSecrets } from './secrets.ts';

/** `cut`: a fault rule kept it from being done and from being answered. */
export type Outcome = 'answer' | 'fault' | 'unbuilt' | 'cut';

export interface JournalEntry {
  readonly seq: number;
  /** On the simulator's clock. */
  readonly at: number;
  /** Ordinal of the session; 0 before login. Session keys and secrets never stand here. */
  readonly session: number;
  readonly user: string;
  readonly method: string;
  readonly target: Ref;
  /** As they came, but for secrets, of which only asterisks are shown. */
  readonly args: DataObject;
  readonly opId: string;
  readonly outcome: Outcome;
  /** Type of the fault, when the outcome is one. */
  readonly fault: string | undefined;
  /** Whether the world is another since the call began. */
  readonly changed: boolean;
  /** Ids of the fault rules that took part. */
  readonly rules: readonly string[];
  /** Task the call started. */
  readonly task: string | undefined;
}

export class Journal {
  readonly limit: number;
  readonly listeners: Set<(entry: JournalEntry) => void> = new Set();
  readonly #schema: Schema;
  /** As they came: most are never looked at, and looking for secrets costs more than keeping them. */
  #entries: JournalEntry[] = [];
  readonly #shown = new WeakMap<JournalEntry, JournalEntry>();
  #seq = 0;

  constructor(limit: number, schema: Schema) {
    this.limit = limit;
    this.#schema = schema;
  }

  record(entry: Omit<JournalEntry, 'seq'>): void {
    // Member by member: a spread makes the object slowly, and one is made for every call.
    const numbered: JournalEntry = {
      seq: ++this.#seq,
      at: entry.at,
      session: entry.session,
      user: entry.user,
      method: entry.method,
      target: entry.target,
      args: entry.args,
      opId: entry.opId,
      outcome: entry.outcome,
      fault: entry.fault,
      changed: entry.changed,
      rules: entry.rules,
      task: entry.task,
    };
    this.#entries.push(numbered);
    if (this.#entries.length > this.limit * 2) this.#entries = this.#entries.slice(-this.limit);
    for (const listener of this.listeners) listener(this.#show(numbered));
  }

  /** Calls kept, oldest first, that match what is given. */
  calls(
    match: { readonly method?: string; readonly outcome?: Outcome; readonly target?: string } = {},
  ): JournalEntry[] {
    return this.#entries
      .slice(-this.limit)
      .filter(
        (e) =>
          (match.method === undefined || e.method === match.method) &&
          (match.outcome === undefined || e.outcome === match.outcome) &&
          (match.target === undefined || e.target.value === match.target),
      )
      .map((e) => this.#show(e));
  }

  clear(): void {
    this.#entries = [];
  }

  #show(entry: JournalEntry): JournalEntry {
    let shown = this.#shown.get(entry);
    if (!shown) {
      shown = { ...entry, args: withoutSecrets(this.#schema, entry.target, entry.method, entry.args) };
      this.#shown.set(entry, shown);
    }
    return shown;
  }
}
