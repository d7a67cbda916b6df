/** One call from its admission to its end: the session is busy meanwhile, and then the journal has it. */
import type { Journal, Outcome } from '../journal/journal.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Activity } from '../objects/access/sessions/session.ts';
import type { Call } from '../objects/call.ts';
import type { Arguments } from '../soap/index.ts';
import type { Cell } from '../world/cell.ts';

export class Conduct {
  /** Ids of the fault rules that took part. */
  readonly rules: string[] = [];
  readonly #journal: Journal;
  readonly #clock: Clock;
  readonly #call: Call;
  readonly #cell: Cell;
  readonly #args: Arguments;
  readonly #revision: number;
  readonly #activity: Activity | undefined;

  constructor(journal: Journal, clock: Clock, call: Call, cell: Cell, args: Arguments) {
    this.#journal = journal;
    this.#clock = clock;
    this.#call = call;
    this.#cell = cell;
    this.#args = args;
    this.#revision = call.world.revision;
    const activity = call.session?.state.activity;
    this.#activity = activity;
    if (!activity) return;
    activity.calls++;
    activity.busy++;
    activity.lastActive = clock.now();
  }

  end(outcome: Outcome, fault?: string, task?: string): void {
    const call = this.#call;
    const now = this.#clock.now();
    this.#journal.record({
      at: now,
      session: call.session?.state.identity.ordinal ?? 0,
      user: call.user,
      method: call.method,
      target: this.#cell.ref,
      args: this.#args.params,
      opId: call.opId,
      outcome,
      fault,
      changed: call.world.revision !== this.#revision,
      rules: this.rules,
      task,
    });
    if (!this.#activity) return;
    this.#activity.busy--;
    this.#activity.lastActive = now;
  }
}
