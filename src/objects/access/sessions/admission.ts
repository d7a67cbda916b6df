/** What every way of logging in has in common: who may come, how many times, and the session they get. */
import type { UserSession } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Call } from '../../call.ts';
import { post } from '../../history/post.ts';
import type { Member } from '../accounts/users.ts';
import { Authority, rootOf } from '../authority.ts';
import { noPermission } from '../authorize.ts';
import { sessionValue } from './session.ts';
import { isSupportedLocale, type SessionManagerFacets } from './session-policy.ts';
import { newSecret, openSession, sessionsOf } from './sessions.ts';

/** A connection logs in once; from then on every answer to a login sets a cookie, that of a refused one too. */
export function guardNewcomer(call: Call, locale: string | undefined): void {
  if (call.session) {
    post(call.site, call.user, 'AlreadyAuthenticatedSessionEvent', {});
    throw new VimFault('InvalidLogin');
  }
  call.arrival.setCookie(newSecret());
  guardLocale(locale);
}

export function guardLocale(locale: string | undefined): void {
  if (locale !== undefined && locale !== '' && !isSupportedLocale(locale)) throw new VimFault('InvalidLocale');
}

/** Opens a session for whoever was found to be who they say. `extension`: software that registered itself. */
export function admit(
  call: Call,
  manager: Cell<SessionManagerFacets>,
  member: Member,
  locale: string | undefined,
  extension = false,
): UserSession {
  guardAccess(call, member);
  if (sessionsOf(call.world, member.principal) >= manager.state.policy.perUser) {
    // vpxd keeps the sessions there are and turns the newcomer away.
    throw new VimFault(
      'InvalidLogin',
      {},
      `The maximum number of sessions of user ${member.principal} has been reached.`,
    );
  }
  const { remoteAddress, userAgent } = call.arrival;
  const newcomer = { remoteAddress, userAgent, locale: locale || 'en', extension };
  const session = openSession(call.site, manager.id, member, newcomer);
  call.arrival.setCookie(session.state.secret);
  return sessionValue(session);
}

/** Good credentials without a permission anywhere let nobody in. */
function guardAccess(call: Call, member: Member): void {
  const root = rootOf(call.world);
  const authority = new Authority(call.world, { user: member.principal, groups: member.groups });
  const enforced = call.world.checks === undefined || call.world.checks.mode === 'enforce';
  if (!root || !enforced || authority.can(root, 'System.View')) return;
  throw refuse(call, 'NoAccessUserEvent', member.principal, noPermission(root, 'System.View'));
}

/** The same refusal for a name nobody has, a wrong password and a locked account; the event names who it was said to be. */
export function refuseLogin(call: Call, user: string): VimFault {
  return refuse(call, 'BadUsernameSessionEvent', user, new VimFault('InvalidLogin'));
}

function refuse(call: Call, event: string, user: string, fault: VimFault): VimFault {
  post(call.site, user, event, { ipAddress: call.arrival.remoteAddress });
  return fault;
}
