/** Sessions: who is logged in. They live in the world as volatile cells; their secrets never follow from the seed. */
import { formatTime } from '../../../kernel/time.ts';
import type { UserSession } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { defineKind, type KindSpec } from '../../../world/kind.ts';

/** What a login fixed. */
export interface Identity {
  /** UserSession.key: public, shown in session lists; also the id of the cell. */
  readonly key: string;
  /** `VSPHERE.LOCAL\Administrator`. */
  readonly userName: string;
  readonly fullName: string;
  /** Groups the user was in at login, whose permissions are then the user's too. */
  readonly groups: readonly string[];
  readonly loginTime: number;
  readonly locale: string;
  readonly ipAddress: string;
  readonly userAgent: string;
  readonly extension: boolean;
  /** Id of the SessionManager. */
  readonly manager: string;
  /** Number of the session in this simulator: how the journal names it. */
  readonly ordinal: number;
}

/** What moves with each call; a counter beside the facts, told to nobody. */
export interface Activity {
  lastActive: number;
  calls: number;
  /** Calls and transfers under way; a busy session does not expire. */
  busy: number;
}

/** Unused tickets of one sort that a session may hold; the oldest gives way to a new one. */
export const MAX_UNUSED = 100;

/** A pass for one HTTP request; see service-tickets.ts. */
export interface ServiceTicket {
  readonly id: string;
  /** The HTTP method it is for; any when absent. */
  readonly verb: string | undefined;
  readonly resource: string;
}

export interface Session {
  readonly identity: Identity;
  readonly activity: Activity;
  /** Value of the `vmware_soap_session` cookie. */
  readonly secret: string;
  /** Clone tickets given out and not used yet. */
  readonly tickets: readonly string[];
  /** Service tickets given out and not used yet. */
  readonly passes: readonly ServiceTicket[];
}

export const sessionKind: KindSpec<Session> = defineKind<Session>({
  type: 'UserSession',
  prefix: 'session',
  volatile: true,
  relations: {
    manager: { facet: 'identity', to: 'SessionManager', of: (s) => s.identity.manager, inverse: 'sessions' },
  },
  indexes: {
    cookie: { facets: ['secret'], keys: (s) => s.secret },
    sessionKey: { facets: ['identity'], keys: (s) => s.identity.key },
    cloneTicket: { facets: ['tickets'], keys: (s) => s.tickets },
    serviceTicket: { facets: ['passes'], keys: (s) => s.passes.map((t) => t.id) },
  },
});

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
