/** `/screen?id=` without sockets: who asks for which machine's console, whether they may, and how it looks. */
import type { Outcome } from '../journal/journal.ts';
import { type Session, sessionKind } from '../objects/access/session.ts';
import { endSession, openSession } from '../objects/access/sessions.ts';
import { authenticate, directoryOf } from '../objects/access/users.ts';
import { viewerFor } from '../objects/access/viewer.ts';
import { type Arrival, Call } from '../objects/call.ts';
import type { Machine } from '../objects/machine/machine.ts';
import { guardScreen, screenOf } from '../objects/machine/power/screenshot.ts';
import { guardReachable } from '../objects/machine/standing.ts';
import { vmKind } from '../objects/machine/virtual-machine.ts';
import type { Cell } from '../world/cell.ts';
import { VimFault } from '../world/fault.ts';
import { sessionCookie } from './cookie.ts';
import { Refusal } from './file-door.ts';
import type { Simulation } from './simulator.ts';
import type { TransportEffect } from './transport.ts';

export interface ScreenRequest {
  readonly id: string;
  readonly cookie: string | undefined;
  readonly authorization: string | undefined;
  readonly arrival: Arrival;
}

const PRIVILEGE = 'VirtualMachine.Interact.CreateScreenshot';

/** One look at a console, from the guards to the journal. */
export class ScreenVisit {
  readonly #simulation: Simulation;
  readonly #call: Call;
  readonly #vm: Cell<Machine>;
  readonly #ownSession: boolean;
  readonly #hits: string[] = [];

  /** Throws Refusal: 401, 403, 404. */
  constructor(simulation: Simulation, request: ScreenRequest) {
    const { site } = simulation;
    const known = sessionOf(simulation, request.cookie);
    const session = known ?? loggedIn(simulation, request);
    const viewer = viewerFor(session, request.arrival.address);
    const vm = site.world.as(vmKind, request.id);
    try {
      if (!vm || !viewer.can(vm as unknown as Cell, 'System.View')) throw new Refusal(404, 'no such virtual machine');
      if (!viewer.can(vm as unknown as Cell, PRIVILEGE)) throw new Refusal(403, `${PRIVILEGE} is needed`);
    } catch (error) {
      if (!known) endSession(site, session);
      throw error;
    }
    this.#simulation = simulation;
    this.#vm = vm;
    this.#ownSession = !known;
    this.#call = new Call({
      site,
      arrival: request.arrival,
      method: 'GET /screen',
      version: site.version,
      opId: '',
      viewer,
      session,
      self: vm.ref,
    });
  }

  /** Lets fault rules act, before any work. */
  async before(): Promise<void> {
    await this.#simulation.rules.before(this.#call, this.#vm as unknown as Cell, this.#hits);
  }

  /** The console as a PNG. Throws Refusal 503 for a machine that shows none. */
  screen(): Buffer {
    try {
      guardReachable(this.#vm);
      guardScreen(this.#vm);
      return screenOf(this.#vm);
    } catch (error) {
      if (error instanceof VimFault) throw new Refusal(503, `${error.type}: ${error.message}`);
      throw error;
    }
  }

  /** What fault rules want done to the answer. */
  after(): TransportEffect | undefined {
    return this.#simulation.rules.after(this.#call, this.#vm as unknown as Cell, this.#hits);
  }

  /** Writes the look and lets go of the session. Call once, whatever happened. */
  end(outcome: Outcome, fault?: string): void {
    const { site, journal } = this.#simulation;
    const { session, method, user, opId } = this.#call;
    journal.record({
      at: site.clock.now(),
      session: session?.state.identity.ordinal ?? 0,
      user,
      method,
      target: this.#vm.ref,
      args: {},
      opId,
      outcome,
      fault,
      changed: false,
      rules: this.#hits,
      task: undefined,
    });
    const { activity } = session!.state;
    activity.calls++;
    activity.lastActive = site.clock.now();
    if (this.#ownSession) endSession(site, session!);
  }
}

function sessionOf({ site: { world } }: Simulation, cookie: string | undefined): Cell<Session> | undefined {
  const secret = sessionCookie(cookie);
  if (secret === undefined) return undefined;
  return world.as(sessionKind, world.lookup.get('cookie', secret).values().next().value?.id);
}

/** A session for this one request, by HTTP basic authentication. */
function loggedIn({ site }: Simulation, { authorization, arrival }: ScreenRequest): Cell<Session> {
  const directory = directoryOf(site.world)?.state.directory;
  const encoded = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
  const [, user, password] = /^([^:]+):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
  const member = directory && user !== undefined ? authenticate(directory, user, password ?? '') : undefined;
  const manager = site.world.ofType('SessionManager').values().next().value;
  if (!member || !manager) throw new Refusal(401, 'log in first');
  const { remoteAddress, userAgent } = arrival;
  return openSession(site, manager.id, member, { remoteAddress, userAgent, locale: 'en' });
}
