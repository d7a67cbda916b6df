/** The life of sessions: opened by a login, ended by logout, by an administrator, or by idling too long on the clock. */
import { randomBytes, randomUUID } from 'node:crypto';
import { formatTime } from '../../kernel/time.ts';
import type { UserSession } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import type { World } from '../../world/world.ts';
import { post } from '../history/post.ts';
import type { Site } from '../site.ts';
import { type Session, sessionKind } from './session.ts';
import { sessionPolicy } from './session-policy.ts';
import type { Member } from './users.ts';

/** How a client introduced itself. */
export interface Newcomer {
  readonly remoteAddress: string;
  readonly userAgent: string;
  readonly locale: string;
}

/** The value of a fresh session cookie: 40 hexadecimal digits. */
export function newSecret(): string {
  return randomBytes(20).toString('hex');
}

/** Opens a session for somebody whose credentials were good. */
export function openSession(site: Site, manager: string, member: Member, newcomer: Newcomer): Cell<Session> {
  const now = site.clock.now();
  const { remoteAddress: ipAddress, userAgent, locale } = newcomer;
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
          extension: false,
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
  watchIdle(site, session);
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
    site.world.destroy(session);
  });
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

/** As the API shows a session. */
export function sessionValue({ state: { identity, activity } }: Cell<Session>): UserSession {
  return {
    key: identity.key,
    userName: identity.userName,
    fullName: identity.fullName,
    loginTime: formatTime(identity.loginTime),
    lastActiveTime: formatTime(activity.lastActive),
    locale: identity.locale,
    messageLocale: identity.locale,
    extensionSession: identity.extension,
    ipAddress: identity.ipAddress,
    userAgent: identity.userAgent,
    callCount: activity.calls,
  };
}

/** One alarm a session: when it rings early because the session was used since, it is set again for the rest. */
function watchIdle(site: Site, session: Cell<Session>): void {
  const { idle } = sessionPolicy(site.world);
  if (!(idle > 0) || !Number.isFinite(idle)) return;
  const { activity } = session.state;
  const check = () => {
    if (!session.alive) return;
    const now = site.clock.now();
    const due = (activity.busy > 0 ? now : activity.lastActive) + idle;
    if (due <= now) endSession(site, session);
    else site.clock.at(due, check, { background: true });
  };
  site.clock.at(activity.lastActive + idle, check, { background: true });
}
