/** SessionManager: logging in and out, and what administrators do to sessions. */
import { randomUUID } from 'node:crypto';
import type { SessionManagerHttpServiceRequestSpec, UserSession } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { Call } from '../call.ts';
import { post } from '../history/post.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { Authority, rootOf } from './authority.ts';
import { noPermission } from './authorize.ts';
import { ownSession } from './belongings.ts';
import { principalKey } from './principal.ts';
import { issueServiceTicket } from './service-tickets.ts';
import { MAX_UNUSED, sessionKind, sessionValue } from './session.ts';
import { isSupportedLocale, type SessionManagerFacets, sessionManagerKind } from './session-policy.ts';
import { endSession, newSecret, openSession, sessionByKey, sessionsOf } from './sessions.ts';
import { authenticate, directoryOf, type Member, memberNamed } from './users.ts';

export const sessionManager: ManagedObject = managedObject('SessionManager', sessionManagerKind, {
  Login(call, self, { userName, password, locale }) {
    guardNewcomer(call, locale);
    const directory = directoryOf(call.world)?.state.directory;
    const member = directory && authenticate(directory, userName, password);
    if (!member) throw refuse(call, 'BadUsernameSessionEvent', userName, new VimFault('InvalidLogin'));
    return admit(call, self, member, locale);
  },

  Logout(call) {
    if (call.session) endSession(call.site, call.session);
  },

  SessionIsActive(call, _self, { sessionID, userName }) {
    const session = sessionByKey(call.world, sessionID);
    return session !== undefined && sameUser(call, session.state.identity.userName, userName);
  },

  TerminateSession(call, _self, { sessionId }) {
    const doomed = sessionId.map((key) => {
      if (key === call.session?.state.identity.key) throw invalidArgument('sessionId');
      const session = sessionByKey(call.world, key);
      if (!session) throw new VimFault('NotFound');
      return session;
    });
    for (const session of doomed) endSession(call.site, session, call.user);
  },

  AcquireCloneTicket(call) {
    const session = ownSession(call);
    const ticket = `cst-VCT-${randomUUID()}`;
    const tickets = [...session.state.tickets, ticket].slice(-MAX_UNUSED);
    call.turn(() => call.world.update(session, { tickets }));
    return ticket;
  },

  AcquireGenericServiceTicket(call, _self, { spec }) {
    const session = ownSession(call);
    const { _typeName, method, url } = spec as Partial<SessionManagerHttpServiceRequestSpec> & { _typeName?: string };
    // A ticket for a call of the API has no door here that would take it.
    if (_typeName !== 'SessionManagerHttpServiceRequestSpec') throw new VimFault('NotSupported');
    if (!URL.canParse(url ?? '')) throw invalidArgument('spec.url');
    const request = { method, url: new URL(url!) };
    return {
      _typeName: 'SessionManagerGenericServiceTicket',
      id: call.turn(() => issueServiceTicket(session, request)),
      hostName: request.url.hostname,
    };
  },

  CloneSession(call, self, { cloneTicket }) {
    guardNewcomer(call, undefined);
    const source = call.world.as(sessionKind, [...call.world.lookup.get('cloneTicket', cloneTicket)][0]?.id);
    if (!source) throw new VimFault('InvalidLogin');
    const { userName: principal, fullName, groups, locale } = source.state.identity;
    const session = admit(call, self, { principal, fullName, groups }, locale);
    const tickets = source.state.tickets.filter((t) => t !== cloneTicket);
    call.turn(() => call.world.update(source, { tickets }));
    return session;
  },

  ImpersonateUser(call, _self, { userName, locale }) {
    guardLocale(locale);
    const session = ownSession(call);
    const directory = directoryOf(call.world)?.state.directory;
    const member = directory && memberNamed(directory, userName);
    if (!member) throw new VimFault('InvalidLogin');
    const { principal, fullName, groups } = member;
    const identity = { ...session.state.identity, userName: principal, fullName, groups };
    call.turn(() => call.world.update(session, { identity: { ...identity, locale: locale || identity.locale } }));
    call.site.permissionsChanged();
    return sessionValue(session);
  },

  SetLocale(call, _self, { locale }) {
    guardLocale(locale);
    const session = ownSession(call);
    call.turn(() => call.world.update(session, { identity: { ...session.state.identity, locale } }));
  },

  UpdateServiceMessage(call, self, { message }) {
    const prevMessage = self.state.message;
    call.turn(() => {
      call.world.update(self, { message });
      post(call.site, call.user, 'GlobalMessageChangedEvent', { message, prevMessage });
    });
  },
});

/** A connection logs in once; from then on every answer to a login sets a cookie, that of a refused one too. */
function guardNewcomer(call: Call, locale: string | undefined): void {
  if (call.session) {
    post(call.site, call.user, 'AlreadyAuthenticatedSessionEvent', {});
    throw new VimFault('InvalidLogin');
  }
  call.arrival.setCookie(newSecret());
  guardLocale(locale);
}

function guardLocale(locale: string | undefined): void {
  if (locale !== undefined && locale !== '' && !isSupportedLocale(locale)) throw new VimFault('InvalidLocale');
}

function admit(call: Call, self: Cell<SessionManagerFacets>, member: Member, locale: string | undefined): UserSession {
  guardAccess(call, member);
  if (sessionsOf(call.world, member.principal) >= self.state.policy.perUser) {
    // vpxd keeps the sessions there are and turns the newcomer away.
    throw new VimFault(
      'InvalidLogin',
      {},
      `The maximum number of sessions of user ${member.principal} has been reached.`,
    );
  }
  const { remoteAddress, userAgent } = call.arrival;
  const session = openSession(call.site, self.id, member, { remoteAddress, userAgent, locale: locale || 'en' });
  call.arrival.setCookie(session.state.secret);
  return sessionValue(session);
}

/** Good credentials without a permission anywhere let nobody in. */
function guardAccess(call: Call, member: Member): void {
  const root = rootOf(call.world);
  const authority = new Authority(call.world, { user: member.principal, groups: member.groups });
  if (!root || authority.can(root, 'System.View')) return;
  throw refuse(call, 'NoAccessUserEvent', member.principal, noPermission(root, 'System.View'));
}

function refuse(call: Call, event: string, user: string, fault: VimFault): VimFault {
  post(call.site, user, event, { ipAddress: call.arrival.remoteAddress });
  return fault;
}

function sameUser(call: Call, a: string, b: string): boolean {
  const domain = directoryOf(call.world)?.state.directory.domain ?? '';
  return principalKey(a, domain) === principalKey(b, domain);
}
