/** One request at a door beside `/sdk`, without its sockets: from the guards to the journal. */
import type { Outcome } from '../journal/journal.ts';
import { endSession } from '../objects/access/sessions/sessions.ts';
import { type Arrival, Call } from '../objects/call.ts';
import type { Site } from '../objects/site.ts';
import type { DataObject } from '../vim25/value.ts';
import type { Cell } from '../world/cell.ts';
import type { Viewer } from '../world/viewer.ts';
import type { Comer } from './comer.ts';
import type { Simulation } from './simulator.ts';
import type { TransportEffect } from './transport.ts';

export interface Visited {
  /** As rules and the journal name it: `PUT /folder`. */
  readonly method: string;
  readonly arrival: Arrival;
  readonly viewer: Viewer;
  /** Undefined where a token opens the door. */
  readonly comer: Comer | undefined;
  /** The object it is about. */
  readonly self: Cell;
  /** Who the journal says it was, where no session tells. */
  readonly user?: string;
  /** The file it is about, as rules may name it. */
  readonly path?: string;
  readonly args: DataObject;
}

export class Visit {
  protected readonly simulation: Simulation;
  protected readonly call: Call;
  readonly #visited: Visited;
  readonly #revision: number;
  readonly #hits: string[] = [];
  #ended = false;

  constructor(simulation: Simulation, visited: Visited) {
    const { site } = simulation;
    const { method, arrival, viewer, comer, self } = visited;
    const session = comer?.session;
    this.simulation = simulation;
    this.#visited = visited;
    this.call = new Call({ site, arrival, method, version: site.version, opId: '', viewer, session, self: self.ref });
    if (session) session.state.activity.busy++;
    this.#revision = site.world.revision;
  }

  protected get site(): Site {
    return this.simulation.site;
  }

  /** Lets fault rules act, before any work. */
  async before(): Promise<void> {
    const { self, path } = this.#visited;
    await this.simulation.rules.before(this.call, self, this.#hits, path);
    this.guard();
  }

  /** What fault rules want done to the answer. */
  after(): TransportEffect | undefined {
    return this.simulation.rules.after(this.call, this.#visited.self, this.#hits);
  }

  /** Writes the request and lets go of the session, whatever happened; the first outcome told counts. */
  end(outcome: Outcome, fault?: string): void {
    if (this.#ended) return;
    this.#ended = true;
    const { site, journal } = this.simulation;
    const { method, self, comer, user = this.call.user, args } = this.#visited;
    journal.record({
      at: site.clock.now(),
      session: comer?.session.state.identity.ordinal ?? 0,
      user,
      method,
      target: self.ref,
      args,
      opId: '',
      outcome,
      fault,
      changed: site.world.revision !== this.#revision,
      rules: this.#hits,
      task: undefined,
    });
    if (!comer) return;
    const { activity } = comer.session.state;
    activity.busy--;
    activity.calls++;
    activity.lastActive = site.clock.now();
    if (comer.passing) endSession(site, comer.session);
  }

  /** What must hold for the work, once rules have acted. Throws Refusal. */
  protected guard(): void {}
}
