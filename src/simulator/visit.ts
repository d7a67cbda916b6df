/** One request at a door beside `/sdk`, without its sockets: from the guards to the journal. */
import type { Kept, Outcome } from '../journal/journal.ts';
import { realMilliseconds } from '../kernel/stopwatch.ts';
import { endSession } from '../objects/access/sessions/sessions.ts';
import { type Arrival, Call } from '../objects/call.ts';
import type { Site } from '../objects/site.ts';
import type { DataObject } from '../vim25/value.ts';
import type { Cell } from '../world/cell.ts';
import type { Viewer } from '../world/viewer.ts';
import type { Comer } from './comer.ts';
import { calledOf } from './conduct.ts';
import { Refusal } from './refusal.ts';
import { Hollow } from './rules.ts';
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

/** What a door answered: the HTTP status, and how long what it sends is where it says so. */
export interface VisitAnswer {
  readonly status: number;
  readonly bytes?: number;
}

export class Visit {
  protected readonly simulation: Simulation;
  protected readonly call: Call;
  readonly #visited: Visited;
  readonly #revision: number;
  readonly #hits: string[] = [];
  readonly #kept: Kept;
  #answer: VisitAnswer | undefined;
  #ended = false;
  readonly #held: (() => void)[] = [];

  constructor(simulation: Simulation, visited: Visited) {
    const { site } = simulation;
    const { method, arrival, viewer, comer, self } = visited;
    const session = comer?.session;
    this.simulation = simulation;
    this.#visited = visited;
    this.call = new Call({ site, arrival, method, version: site.version, opId: '', viewer, session, self: self.ref });
    if (session) session.state.activity.busy++;
    this.#revision = site.world.revision;
    this.#kept = simulation.journal.begin({
      at: site.clock.now(),
      began: realMilliseconds(),
      line: arrival.connection,
      from: arrival.remoteAddress,
      host: arrival.address,
      session: session?.state.identity.ordinal ?? 0,
      key: session?.state.identity.key,
      user: visited.user ?? this.call.user,
      opId: '',
      method,
      known: true,
      target: self.ref,
      name: calledOf(self),
      source: { args: () => visited.args, answer: () => this.#answer },
      size: 0,
    });
    simulation.journal.visits.add(this.#kept);
  }

  protected get site(): Site {
    return this.simulation.site;
  }

  /** Lets fault rules act, before any work. */
  async before(): Promise<void> {
    const { self, path } = this.#visited;
    try {
      await this.simulation.rules.before(this.call, self, this.#hits, path);
    } catch (error) {
      throw hollow(error);
    }
    this.guard();
    const { bandwidth } = this;
    if (bandwidth !== undefined) this.call.arrival.slowDown?.(bandwidth);
  }

  /** What fault rules want done to the answer, and slow storage where they leave it whole. */
  after(): TransportEffect | undefined {
    const wanted = this.#wanted();
    const { bandwidth } = this;
    if (bandwidth === undefined || (wanted && wanted.kind !== 'none')) return wanted;
    return { rule: '', ...wanted, kind: 'bandwidth', amount: bandwidth };
  }

  #wanted(): TransportEffect | undefined {
    try {
      return this.simulation.rules.after(this.call, this.#visited.self, this.#hits);
    } catch (error) {
      throw hollow(error);
    }
  }

  /**
   * Writes the request, lets go of the session and does what the visit made due, whatever happened: whoever reads the answer
   * finds it done. The first outcome told counts. `answer` is what the journal has of it.
   */
  end(outcome: Outcome, fault?: string, answer?: VisitAnswer): void {
    if (this.#ended) return;
    this.#ended = true;
    this.simulation.journal.visits.delete(this.#kept);
    const { site, journal } = this.simulation;
    const kept = this.#kept;
    const changed = site.world.revision !== this.#revision;
    kept.close({ until: site.clock.now(), outcome, fault, changed, rules: this.#hits, task: undefined });
    this.#answer = answer;
    journal.end(kept, realMilliseconds(), 0);
    journal.counters.sent(answer?.bytes ?? 0);
    this.#letGo();
    site.clock.drain();
  }

  #letGo(): void {
    const { comer } = this.#visited;
    if (!comer) return;
    const { site } = this.simulation;
    const { activity } = comer.session.state;
    activity.busy--;
    activity.calls++;
    activity.lastActive = site.clock.now();
    if (comer.passing) endSession(site, comer.session);
  }

  /** The answer has gone, or never will. */
  leave(): void {
    for (const letGo of this.#held.splice(0)) letGo();
  }

  /** Keeps what the answer is read from, though it is dropped before that has gone. */
  protected hold(extents: Iterable<string>): void {
    this.#held.push(this.simulation.spool.hold(extents));
  }

  /** What must hold for the work, once rules have acted. Throws Refusal. */
  protected guard(): void {}

  /** Bytes a second of real time that may pass, where the storage behind the door is slow. */
  protected get bandwidth(): number | undefined {
    return undefined;
  }
}

/** What has nothing in it is no fault, and no file either. */
function hollow(error: unknown): unknown {
  return error instanceof Hollow ? new Refusal(200, '') : error;
}

/** A request that a door did not let in stands in the journal like any other. */
export function noteRefused(
  { journal, site }: Simulation,
  arrival: Arrival,
  { verb, url }: { readonly verb: string; readonly url: string },
  refusal: Refusal | undefined,
): void {
  const now = site.clock.now();
  const [, door = '', rest = ''] = /^\/([^/?#]*)(?:\/([^?#]*))?/.exec(url) ?? [];
  // Other doors are opened by what stands in their paths.
  const args: DataObject = door === 'folder' ? { path: rest } : {};
  const status = refusal?.status ?? 500;
  const kept = journal.begin({
    at: now,
    began: realMilliseconds(),
    line: arrival.connection,
    from: arrival.remoteAddress,
    host: arrival.address,
    session: 0,
    key: undefined,
    user: '',
    opId: '',
    method: door === 'sts' ? `${verb} /sts/STSService` : `${verb} /${door}`,
    known: true,
    target: { type: '', value: '' },
    name: '',
    source: { args: () => args, answer: () => ({ status }) },
    size: url.length,
  });
  const fault = refusal ? String(status) : 'unforeseen';
  kept.close({ until: now, outcome: 'fault', fault, changed: false, rules: [], task: undefined });
  journal.end(kept, realMilliseconds(), 0);
}
