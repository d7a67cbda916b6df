/** Who looks: a session's user, or nobody yet. */
import type { Cell } from '../../world/cell.ts';
import type { Viewer } from '../../world/viewer.ts';
import { type Authority, authorityOf } from './authority.ts';
import type { Identity, Session } from './sessions/session.ts';

/** What the caller of a session may see and do. It follows later changes of permissions by itself. */
export function viewerFor(session: Cell<Session> | undefined, address: string): Viewer {
  return session ? new SessionViewer(session, address) : anonymousViewer(address);
}

class SessionViewer implements Viewer {
  readonly session: string;
  readonly address: string;
  readonly #session: Cell<Session>;
  #identity: Identity;
  #authority: Authority;

  constructor(session: Cell<Session>, address: string) {
    this.session = session.id;
    this.address = address;
    this.#session = session;
    this.#identity = session.state.identity;
    this.#authority = authorityOf(session);
  }

  get user(): string {
    return this.#session.state.identity.userName;
  }

  get unrestricted(): boolean {
    return !this.#enforced || this.#current().unrestricted;
  }

  can(cell: Cell, privilege: string): boolean {
    return !this.#enforced || this.#current().can(cell, privilege);
  }

  demand(cell: Cell, privilege: string): boolean {
    const { checks } = this.#session.world;
    if (checks?.mode === 'off') return true;
    const granted = this.#current().can(cell, privilege);
    checks?.asked(this.user, cell, privilege, granted);
    return granted || checks?.mode === 'log';
  }

  roles(cell: Cell): readonly number[] {
    return this.#current()
      .rolesOn(cell)
      .map((role) => role.id);
  }

  get #enforced(): boolean {
    const { checks } = this.#session.world;
    return checks === undefined || checks.mode === 'enforce';
  }

  /** A session that impersonates somebody is another's from then on. */
  #current(): Authority {
    const { identity } = this.#session.state;
    if (identity !== this.#identity) {
      this.#identity = identity;
      this.#authority = authorityOf(this.#session);
    }
    return this.#authority;
  }
}

/** Before login one may do what asks for System.Anonymous, and nothing else. */
function anonymousViewer(address: string): Viewer {
  return {
    user: '',
    session: undefined,
    address,
    unrestricted: false,
    can: (_cell, privilege) => privilege === 'System.Anonymous',
  };
}
