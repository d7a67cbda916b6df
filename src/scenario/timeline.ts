/**
 * A scenario's timeline while the simulator runs. Each entry happens once: at its time on the clock, or when what it waits
 * for holds. What cannot be done then is told by an event, `simsphere.timeline.failed`.
 */
import type { Predicate } from '../faults/rule.ts';
import type { Alarm } from '../kernel/clock.ts';
import { parseDuration } from '../kernel/time.ts';
import { post } from '../objects/history/post.ts';
import type { Script } from '../simulator/options.ts';
import { isSo } from '../simulator/predicate.ts';
import type { Simulation } from '../simulator/simulator.ts';
import { happen } from './happening.ts';
import type { Entry } from './timeline-shape.ts';

/** How far it has come. */
interface Progress {
  /** Milliseconds since it began. */
  readonly elapsed: number;
  /** Numbers of the entries that have happened. */
  readonly done: readonly number[];
}

export class Timeline implements Script {
  readonly #simulation: Simulation;
  readonly #entries: readonly Entry[];
  #began: number | undefined;
  #done = new Set<number>();
  #alarms: Alarm[] = [];
  /** Entries that wait for something to hold. */
  #waiting: number[] = [];
  #look: Alarm | undefined;

  constructor(simulation: Simulation, entries: readonly Entry[]) {
    this.#simulation = simulation;
    this.#entries = entries;
    if (entries.some(({ when }) => when)) {
      const commit = () => this.#changed();
      simulation.site.world.enlist({ begin: () => {}, commit, rollback: () => {} });
    }
  }

  begin(): void {
    this.restore({ elapsed: 0, done: [] });
  }

  save(): Progress {
    const now = this.#simulation.site.clock.now();
    return { elapsed: now - (this.#began ?? now), done: [...this.#done] };
  }

  restore({ elapsed, done }: Progress): void {
    const { clock } = this.#simulation.site;
    for (const alarm of [...this.#alarms, this.#look]) alarm?.cancel();
    // Rules that it armed and that were not there yet are armed again when their time comes.
    for (const [i, { fault }] of this.#entries.entries()) {
      if (fault && !done.includes(i)) this.#simulation.faults.remove(ruleId(fault, i));
    }
    const began = clock.now() - elapsed;
    this.#began = began;
    this.#done = new Set(done);
    this.#look = undefined;
    this.#waiting = [];
    this.#alarms = [];
    for (const [i, { at }] of this.#entries.entries()) {
      if (this.#done.has(i)) continue;
      if (at === undefined) this.#waiting.push(i);
      else this.#alarms.push(clock.at(began + parseDuration(at), () => this.#happen(i)));
    }
    this.#changed();
  }

  /** Looked at once a moment, and never in the middle of a turn. */
  #changed(): void {
    if (this.#waiting.length === 0 || this.#look) return;
    const { site } = this.#simulation;
    const look = () => {
      this.#look = undefined;
      for (const i of this.#waiting) if (isSo(site.world, this.#entries[i]!.when as Predicate)) this.#happen(i);
    };
    this.#look = site.clock.at(site.clock.now(), look, { background: true });
  }

  #happen(i: number): void {
    if (this.#done.has(i)) return;
    this.#done.add(i);
    this.#waiting = this.#waiting.filter((other) => other !== i);
    const entry = this.#entries[i]!;
    const work = happen(this.#simulation, entry, ruleId(entry.fault, i));
    const told = work.catch((error: unknown) => this.#failed(i, error));
    void this.#simulation.site.clock.hold(told);
  }

  #failed(i: number, error: unknown): void {
    const message = `timeline[${i}]: ${error instanceof Error ? error.message : String(error)}`;
    const said = { eventTypeId: 'simsphere.timeline.failed', severity: 'warning', message };
    post(this.#simulation.site, '', 'EventEx', { ...said, fullFormattedMessage: message });
  }
}

/** Id of a rule that an entry arms. */
export function ruleId(fault: unknown, i: number): string {
  return (fault as { readonly id?: string } | undefined)?.id ?? `timeline-${i}`;
}
