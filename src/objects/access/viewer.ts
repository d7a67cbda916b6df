/** Who looks: a session's user, or nobody yet. */
import type { Cell } from '../../world/cell.ts';
import type { Viewer } from '../../world/viewer.ts';
import type { Site } from '../site.ts';
import type { Authority } from './authority.ts';
import { authorityOf } from './effective-roles.ts';
import type { Session } from './session.ts';

/** What the caller of a session may see and do. It follows later changes of permissions by itself. */
export function viewerFor(site: Site, session: Cell<Session> | undefined, address: string): Viewer {
  return session ? new SessionViewer(site, session, address) : anonymousViewer(address);
}

class SessionViewer implements Viewer {
  readonly user: string;
  readonly session: string;
  readonly address: string;
  readonly #authority: Authority;

  constructor(site: Site, session: Cell<Session>, address: string) {
    this.user = session.state.identity.userName;
    this.session = session.id;
    this.address = address;
    this.#authority = authorityOf(site.world, session);
  }

  get unrestricted(): boolean {
    return this.#authority.unrestricted;
  }

  can(cell: Cell, privilege: string): boolean {
    return this.#authority.can(cell, privilege);
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
