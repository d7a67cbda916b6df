/** Who stands at a door: somebody with a session, or somebody who says name and password for this one request. */
import { signIn } from '../objects/access/accounts/lockout.ts';
import { type Session, sessionKind } from '../objects/access/sessions/session.ts';
import { openSession } from '../objects/access/sessions/sessions.ts';
import type { Arrival } from '../objects/call.ts';
import type { Site } from '../objects/site.ts';
import type { Cell } from '../world/cell.ts';
import { sessionCookie } from './cookie.ts';
import { Refusal } from './refusal.ts';

export interface Comer {
  readonly session: Cell<Session>;
  /** The session was opened for this request, and ends with it. */
  readonly passing: boolean;
}

export interface Credentials {
  /** The headers of these names. */
  readonly cookie: string | undefined;
  readonly authorization: string | undefined;
  readonly arrival: Arrival;
}

/** Throws Refusal 401 for a stranger. `otherwise` finds who comes without a session's cookie. */
export function comerOf(site: Site, credentials: Credentials, otherwise?: () => Cell<Session> | undefined): Comer {
  const session = sessionOf(site, credentials.cookie) ?? otherwise?.();
  return session ? { session, passing: false } : { session: loggedIn(site, credentials), passing: true };
}

function sessionOf({ world }: Site, cookie: string | undefined): Cell<Session> | undefined {
  const secret = sessionCookie(cookie);
  if (secret === undefined) return undefined;
  return world.as(sessionKind, world.lookup.get('cookie', secret).values().next().value?.id);
}

/** By HTTP basic authentication. */
function loggedIn(site: Site, { authorization, arrival }: Credentials): Cell<Session> {
  const encoded = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
  const [, user, password] = /^([^:]+):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
  const member = user === undefined ? undefined : signIn(site, user, password ?? '');
  const manager = site.world.ofType('SessionManager').values().next().value;
  if (!member || !manager) throw new Refusal(401, 'log in first');
  const { remoteAddress, userAgent } = arrival;
  return openSession(site, manager.id, member, { remoteAddress, userAgent, locale: 'en' });
}
