/** SessionManager: logging in and out, and what administrators do to sessions. */
import { randomUUID } from 'node:crypto';
import type { SessionManagerHttpServiceRequestSpec } from '../../../vim25/generated/index.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Call } from '../../call.ts';
import { post } from '../../history/post.ts';
import { type ManagedObject, managedObject } from '../../managed-object.ts';
import { signIn } from '../accounts/lockout.ts';
import { principalKey } from '../accounts/principal.ts';
import { accountOf, directoryOf, memberNamed } from '../accounts/users.ts';
import { extensionNamed, isKeyOf } from '../tokens/solutions.ts';
import { admit, guardLocale, guardNewcomer, refuseLogin } from './admission.ts';
import { ownSession } from './belongings.ts';
import { hasSubject, shownCertificate, subjectNameOf } from './extension-keys.ts';
import { issueServiceTicket } from './service-tickets.ts';
import { MAX_UNUSED, sessionKind, sessionValue } from './session.ts';
import { sessionManagerKind } from './session-policy.ts';
import { endSession, sessionByKey } from './sessions.ts';

export const sessionManager: ManagedObject = managedObject('SessionManager', sessionManagerKind, {
  Login(call, self, { userName, password, locale }) {
    guardNewcomer(call, locale);
    const member =
      self.state.localTickets.redeem(call.site, userName, password) ?? signIn(call.site, userName, password);
    if (!member) throw refuseLogin(call, userName);
    return admit(call, self, member, locale);
  },

  /** By a SAML token in the header of the call; what reads one is loaded when the first comes. */
  async LoginByToken(call, self, { locale }) {
    if (call.site.flavour === 'esx') throw new VimFault('NotSupported');
    guardNewcomer(call, locale);
    const { message } = call.arrival;
    const { memberOfMessage } = await import('../tokens/login.ts');
    const member = message && (await memberOfMessage(call.site, message));
    if (!member) throw refuseLogin(call, '');
    return admit(call, self, member, locale);
  },

  LoginExtensionByCertificate(call, self, { extensionKey, locale }) {
    guardNewcomer(call, locale);
    const certificate = shownCertificate(call);
    const member = isKeyOf(call.world, extensionKey, certificate)
      ? extensionNamed(call.world, extensionKey)
      : undefined;
    if (!member) throw refuseLogin(call, extensionKey);
    return admit(call, self, member, locale, true);
  },

  /** A name in a certificate is worth what its issuer is; the only one trusted here is the one the extension was given. */
  LoginExtensionBySubjectName(call, self, { extensionKey, locale }) {
    guardNewcomer(call, locale);
    const subject = subjectNameOf(call.world, extensionKey);
    const certificate = shownCertificate(call);
    const fits = hasSubject(certificate, subject) && isKeyOf(call.world, extensionKey, certificate);
    const member = fits ? extensionNamed(call.world, extensionKey) : undefined;
    if (!member) throw refuseLogin(call, extensionKey);
    return admit(call, self, member, locale, true);
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

  /** For a client on this machine, before it has a session: the ticket is worth nothing to who cannot read the file. */
  async AcquireLocalTicket(call, self, { userName }) {
    const directory = directoryOf(call.world)?.state.directory;
    if (!directory || !accountOf(directory, userName)) throw new VimFault('InvalidLogin');
    const key = principalKey(userName, directory.domain);
    return { userName, passwordFilePath: await self.state.localTickets.issue(call.site, key) };
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
    const { userName: principal, fullName, groups, locale, extension } = source.state.identity;
    const session = admit(call, self, { principal, fullName, groups }, locale, extension);
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
    call.turn(() => call.world.update(session, { identity: { ...session.state.identity, locale: locale || 'en' } }));
  },

  UpdateServiceMessage(call, self, { message }) {
    const prevMessage = self.state.message;
    call.turn(() => {
      call.world.update(self, { message });
      post(call.site, call.user, 'GlobalMessageChangedEvent', { message, prevMessage });
    });
  },
});

function sameUser(call: Call, a: string, b: string): boolean {
  const domain = directoryOf(call.world)?.state.directory.domain ?? '';
  return principalKey(a, domain) === principalKey(b, domain);
}
