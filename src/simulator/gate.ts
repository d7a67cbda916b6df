/** Who calls, what they call it by, and whether a stranger may: what is settled before anybody looks at the call itself. */
import type { Session } from '../objects/access/sessions/session.ts';
import { viewerFor } from '../objects/access/viewer.ts';
import type { Site } from '../objects/site.ts';
import { type Arguments, FETCH } from '../soap/index.ts';
import type { Ref } from '../vim25/value.ts';
import type { Cell } from '../world/cell.ts';
import { VimFault } from '../world/fault.ts';
import type { Viewer } from '../world/viewer.ts';
import { anonymousMayRead, isQuery } from './anonymous.ts';
import { Cookies } from './cookie.ts';
import type { Bound } from './registry.ts';
import type { Service } from './service.ts';

const FETCHING: Bound = { method: FETCH, run: undefined };

export class Gate {
  readonly #site: Site;
  readonly #cookies = new Cookies();
  readonly #viewers = new WeakMap<Cell<Session>, Viewer>();

  constructor(site: Site) {
    this.#site = site;
  }

  /** By the cookie of the request, or the one that its message carries. */
  session(cookie: string | undefined, inMessage: string | undefined): Cell<Session> | undefined {
    return this.#sessionOf(this.#cookies.secret(cookie)) ?? this.#sessionOf(inMessage);
  }

  /** A session's viewer follows later permissions by itself, so it is kept for as long as the session. */
  viewer(session: Cell<Session> | undefined, address: string): Viewer {
    const kept = session && this.#viewers.get(session);
    if (kept?.address === address) return kept;
    const viewer = viewerFor(session, address);
    if (session) this.#viewers.set(session, viewer);
    return viewer;
  }

  method(
    { registry, schema }: Service,
    self: Ref,
    cell: Cell | undefined,
    name: string,
    session: Cell<Session> | undefined,
  ): Bound | undefined {
    if (name === FETCH.name) return FETCHING;
    if (cell) return registry.find(cell.kind, name);
    // Of an object that is gone only the type it claims says how the arguments read; without a session nothing is read.
    const method = session && schema.managed(self.type)?.methods.get(name);
    return method && { method, run: undefined };
  }

  /** The authentication check comes before the existence check: what is there is nobody's business before login. */
  authenticate(
    { registry, schema }: Service,
    self: Ref,
    cell: Cell | undefined,
    name: string,
    args: Arguments | undefined,
  ): void {
    const method = cell && registry.find(cell.kind, name)?.method;
    if (method?.privilege === 'System.Anonymous' && !isQuery(name) && name !== FETCH.name) return;
    if (cell && args && anonymousMayRead(this.#site, schema, cell, name, args.params)) return;
    // Clients of what builds on vim25 may be too old to know anything of the fault but its name.
    throw new VimFault('NotAuthenticated', schema.base ? {} : { object: self, privilegeId: 'System.View' });
  }

  #sessionOf(secret: string | undefined): Cell<Session> | undefined {
    if (secret === undefined) return undefined;
    return this.#site.world.lookup.first('cookie', secret) as Cell<Session> | undefined;
  }
}
