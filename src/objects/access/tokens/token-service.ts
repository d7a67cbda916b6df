/** The token service: SAML tokens for who shows a password, a certificate, or another token. Loaded when first asked. */
import { randomUUID } from 'node:crypto';
import type { Assertion } from '../../../formats/saml/assertion.ts';
import { TokenFlaw } from '../../../formats/saml/flaw.ts';
import { loadXmlLibrary } from '../../../formats/saml/library.ts';
import { readSecuredMessage, type SecuredMessage } from '../../../formats/saml/secured-message.ts';
import { signAssertion } from '../../../formats/saml/sign-assertion.ts';
import {
  type Lifetime,
  readTrustRequest,
  type TrustRequest,
  writeTokenAnswer,
  writeTrustFault,
  writeValidation,
} from '../../../formats/saml/trust.ts';
import { serverTime } from '../../service/server-trouble.ts';
import type { Site } from '../../site.ts';
import { directoryOf, type Member } from '../accounts/users.ts';
import { sessionManagerKind } from '../sessions/session-policy.ts';
import { type Caller, type Checks, callerOf, checkToken } from './caller.ts';
import { TrustFault } from './fault.ts';
import { memberOfSubject, subjectOf } from './solutions.ts';
import { granted } from './validity.ts';

export interface TokenAnswer {
  readonly text: string;
  /** Why it is a fault. */
  readonly fault?: string;
}

/** Answers a WS-Trust message; what is wrong with one is a fault in the answer. `address` names the server it came to. */
export async function askForToken(site: Site, text: string, address: string): Promise<TokenAnswer> {
  try {
    const checks = await checksOf(site);
    const message = readSecuredMessage(checks.library, text);
    return { text: await answer(checks, message, readTrustRequest(message.payload), address) };
  } catch (error) {
    const { code, message } = faultOf(error);
    return { text: writeTrustFault(code, message), fault: code };
  }
}

/** What checking tokens needs; makes the service's key at the first time. */
export async function checksOf(site: Site): Promise<Checks> {
  const manager = [...site.world.every(sessionManagerKind)][0]!;
  const [library, issuer] = await Promise.all([loadXmlLibrary(), manager.state.issuer.key(site.clock.now())]);
  return { site, library, issuer };
}

function faultOf(error: unknown): { code: string; message: string } {
  if (error instanceof TrustFault) return error;
  if (error instanceof TokenFlaw) return { code: 'InvalidSecurityToken', message: error.message };
  throw error;
}

function answer(
  checks: Checks,
  message: SecuredMessage,
  request: TrustRequest,
  address: string,
): Promise<string> | string {
  if (request.kind === 'Issue') return issue(checks, message, request, address);
  if (request.target === undefined) throw new TrustFault('InvalidRequest', 'The request names no token.');
  return request.kind === 'Renew'
    ? renew(checks, message, request, request.target)
    : writeValidation(isValid(checks, request.target), serverTime(checks.site));
}

function issue(checks: Checks, message: SecuredMessage, request: TrustRequest, address: string): Promise<string> {
  const { site } = checks;
  const caller = callerOf(checks, message);
  const now = serverTime(site);
  const holder = holderFor(request, caller);
  const lifetime = granted(request.lifetime, holder !== undefined, now);
  const { until, ...who } = subjectFor(checks, caller, request);
  const claims: Assertion = {
    id: `_${randomUUID()}`,
    issuer: `https://${address}/websso/SAML2/Metadata/${domainOf(site)}`,
    issued: now,
    notBefore: lifetime.created,
    // What is got for a token does not outlive it.
    notOnOrAfter: Math.min(lifetime.expires, until, caller.until),
    holder,
    renewable: request.renewable && holder !== undefined,
    delegatable: request.delegatable,
    ...who,
  };
  return handOut(checks, 'Issue', claims);
}

/** For whom the token is: the caller, or whoever's token the caller acts on. */
function subjectFor(
  checks: Checks,
  { member, solution }: Caller,
  { actAs }: TrustRequest,
): Pick<Assertion, 'subject' | 'delegates' | 'groups'> & { readonly until: number } {
  const { world } = checks.site;
  if (actAs === undefined) {
    return { ...named(checks.site, member), delegates: [], until: Number.POSITIVE_INFINITY };
  }
  if (!solution) throw new TrustFault('RequestFailed', 'The caller may not act as somebody else.');
  const original = checkToken(checks, actAs);
  if (!original.delegatable) throw new TrustFault('RequestFailed', 'The token is not delegatable.');
  const subject = memberOfSubject(world, original.subject);
  if (!subject) throw new TrustFault('RequestFailed', 'The token is of nobody who is known.');
  const delegates = [...original.delegates, { name: subjectOf(world, member), at: serverTime(checks.site) }];
  return { ...named(checks.site, subject), delegates, until: original.notOnOrAfter };
}

function named(site: Site, member: Member): Pick<Assertion, 'subject' | 'groups'> {
  const groups = member.groups.map((group) => group.replace(/^[^\\]+/, (domain) => domain.toLowerCase()));
  return { subject: subjectOf(site.world, member), groups };
}

function holderFor({ key }: TrustRequest, { certificate }: Caller): Buffer | undefined {
  if (key === 'Bearer') return undefined;
  if (key === 'PublicKey' && !certificate)
    throw new TrustFault('InvalidRequest', 'The request is not signed by a key.');
  return certificate?.raw;
}

/** Only who holds the key of a token, while it is good, and only of one that was given as renewable. */
function renew(checks: Checks, message: SecuredMessage, request: TrustRequest, target: string): Promise<string> {
  const now = serverTime(checks.site);
  const { certificate } = callerOf(checks, withTarget(message, target));
  const old = checkToken(checks, target);
  if (!old.renewable || !old.holder) throw new TrustFault('UnableToRenew', 'The token is not renewable.');
  if (!certificate?.raw.equals(old.holder)) throw new TrustFault('UnableToRenew', 'The token is bound to another key.');
  if (!memberOfSubject(checks.site.world, old.subject)) {
    throw new TrustFault('UnableToRenew', 'The token is of nobody who is known.');
  }
  const { created, expires } = granted(request.lifetime, true, now);
  const claims = { ...old, id: `_${randomUUID()}`, issued: now, notBefore: created, notOnOrAfter: expires };
  return handOut(checks, 'Renew', claims);
}

/** Who asks to renew shows the key of the very token that is to be renewed, where nothing else says who asks. */
function withTarget(message: SecuredMessage, target: string): SecuredMessage {
  return message.login ? message : { ...message, token: message.token ?? target };
}

async function handOut(checks: Checks, kind: 'Issue' | 'Renew', claims: Assertion): Promise<string> {
  const token = await signAssertion(claims, checks.issuer);
  const lifetime: Lifetime = { created: claims.notBefore, expires: claims.notOnOrAfter };
  return writeTokenAnswer(kind, token, lifetime, serverTime(checks.site));
}

function isValid(checks: Checks, token: string): boolean {
  try {
    return memberOfSubject(checks.site.world, checkToken(checks, token).subject) !== undefined;
  } catch (error) {
    faultOf(error);
    return false;
  }
}

function domainOf(site: Site): string {
  return directoryOf(site.world)?.state.directory.domain.toLowerCase() ?? '';
}
