/** The life of sessions: opened by a login, ended by logout, by an administrator, or by idling too long on the clock. */
import { randomBytes, randomUUID } from 'node:crypto';
import { formatTime } from '../../../kernel/time.ts';
import type { Cell } from '../../../world/cell.ts';
import type { World } from '../../../world/world.ts';
import { post } from '../../history/post.ts';
import type { Site } from '../../site.ts';
import type { Member } from '../accounts/users.ts';
import { belongingsOf } from './belongings.ts';
import { type Session, sessionKind } from './session.ts';
import { type SessionManagerFacets, sessionManagerKind } from './session-policy.ts';

/** How a client introduced itself. */
export interface Newcomer {
  readonly remoteAddress: string;
  readonly userAgent: string;
  readonly locale: string;
  /** Software that registered itself, not a person. */
  readonly extension?: boolean;
}

/** The value of a fresh session cookie: 40 hexadecimal digits. */
export function newSecret(): string {
  return randomBytes(20).toString('hex');
}

/** Opens a session for somebody whose credentials were good. */
export function openSession(site: Site, manager: string, member: Member, newcomer: Newcomer): Cell<Session> {
  const now = site.clock.now();
  const { remoteAddress: ipAddress, userAgent, locale, extension = false } = newcomer;
  const key = randomUUID();
  const session = site.world.turn(() => {
    const cell = site.world.create(
      sessionKind,
      {
        identity: {
          key,
          userName: member.principal,
          fullName: member.fullName,
          groups: member.groups,
          loginTime: now,
          locale,
          ipAddress,
          userAgent,
          extension,
          manager,
          ordinal: site.world.numbers.next('#session'),
        },
        activity: { lastActive: now, calls: 0, busy: 0 },
        secret: newSecret(),
        tickets: [],
        passes: [],
      },
      key,
    );
    post(site, member.principal, 'UserLoginSessionEvent', { ipAddress, userAgent, locale, sessionId: key });
    return cell;
  });
  const keeper = site.world.as(sessionManagerKind, manager);
  if (keeper) watchIdle(site, keeper);
  return session;
}

/** Ends a session and all that hangs on it. `by` is the administrator who ended it, when one did. */
export function endSession(site: Site, session: Cell<Session>, by?: string): void {
  if (!session.alive) return;
  const { identity, activity } = session.state;
  const { ipAddress, userAgent, key, userName } = identity;
  const loginTime = formatTime(identity.loginTime);
  site.world.turn(() => {
    if (by !== undefined) {
      post(site, by, 'SessionTerminatedEvent', { sessionId: key, terminatedUsername: userName });
    }
    const told = { ipAddress, userAgent, callCount: activity.calls, sessionId: key, loginTime };
    post(site, userName, 'UserLogoutSessionEvent', told);
    for (const thing of belongingsOf(session)) site.world.destroy(thing);
    site.world.destroy(session);
  });
}

/** Ends the sessions of whoever `wanted` says; of everybody when it is left out. */
export function endSessions(site: Site, wanted: (userName: string) => boolean = () => true): void {
  for (const session of [...site.world.every(sessionKind)]) {
    if (wanted(session.state.identity.userName)) endSession(site, session);
  }
}

export function sessionByKey(world: World, key: string): Cell<Session> | undefined {
  const cell = world.lookup.get('sessionKey', key).values().next().value;
  return cell as unknown as Cell<Session> | undefined;
}

/** Sessions a user has open. */
export function sessionsOf(world: World, userName: string): number {
  let count = 0;
  for (const session of world.every(sessionKind)) if (session.state.identity.userName === userName) count++;
  return count;
}

/**
 * Ends sessions that idle too long. One alarm serves them all: it rings when the first may be due, and is set again for
 * whoever is next.
 */
function watchIdle(site: Site, manager: Cell<SessionManagerFacets>): void {
  const { policy, watch } = manager.state;
  if (watch.armed || !(policy.idle > 0) || !Number.isFinite(policy.idle)) return;
  const now = site.clock.now();
  let first = Number.POSITIVE_INFINITY;
  for (const session of [...manager.back<Session>('sessions')]) {
    const due = lastUse(session, now) + policy.idle;
    if (due <= now) endSession(site, session);
    else first = Math.min(first, due);
  }
  if (first === Number.POSITIVE_INFINITY) return;
  watch.armed = true;
  const ring = () => {
    watch.armed = false;
    watchIdle(site, manager);
  };
  site.clock.at(first, ring, { background: true, lasting: true });
}

/** When a session was last of use; one that is busy is so now. */
function lastUse({ state: { activity } }: Cell<Session>, now: number): number {
  return activity.busy > 0 ? now : activity.lastActive;
}
