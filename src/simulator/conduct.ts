/** One call from its admission to its end: the session is busy meanwhile, and then the journal has it. */
import type { Journal, Kept, Outcome } from '../journal/journal.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Activity } from '../objects/access/sessions/session.ts';
import type { Call } from '../objects/call.ts';
import { noteCall } from '../objects/diagnostics/keep-log.ts';
import type { Cell } from '../world/cell.ts';
import type { CallSource } from './call-source.ts';
import type { Reception } from './reception.ts';

export class Conduct {
  /** Ids of the fault rules that took part. */
  readonly rules: string[] = [];
  readonly #kept: Kept;
  readonly #clock: Clock;
  readonly #call: Call;
  readonly #revision: number;
  readonly #activity: Activity | undefined;
  readonly #log: (fault: string | undefined) => void;

  constructor(journal: Journal, clock: Clock, call: Call, cell: Cell, source: CallSource, reception: Reception) {
    const session = call.session?.state;
    const now = clock.now();
    this.#clock = clock;
    this.#call = call;
    this.#revision = call.world.revision;
    this.#kept = journal.begin({
      at: now,
      began: reception.began,
      line: reception.connection,
      from: reception.remoteAddress,
      host: reception.address,
      session: session?.identity.ordinal ?? 0,
      key: session?.identity.key,
      user: call.user,
      opId: call.opId,
      method: call.method,
      known: true,
      target: cell.ref,
      name: calledOf(cell),
      source,
      size: reception.request.body.length,
    });
    reception.kept = this.#kept;
    reception.source = source;
    this.#log = noteCall(call);
    const activity = session?.activity;
    this.#activity = activity;
    if (!activity) return;
    activity.calls++;
    activity.busy++;
    activity.lastActive = now;
  }

  end(outcome: Outcome, fault?: string, task?: string): void {
    const until = this.#clock.now();
    const changed = this.#call.world.revision !== this.#revision;
    this.#kept.close({ until, outcome, fault, changed, rules: this.rules, task });
    this.#log(fault);
    if (!this.#activity) return;
    this.#activity.busy--;
    this.#activity.lastActive = until;
  }
}

/** What an object is called, of what is known of it without deriving anything. */
export function calledOf({ state }: Cell): string {
  const { name } = state as { readonly name?: unknown };
  return typeof name === 'string' ? name : '';
}
