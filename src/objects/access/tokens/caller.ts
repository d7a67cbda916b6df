/** Who sends a token request, and by what they show it. */
import type { X509Certificate } from 'node:crypto';
import type { Assertion } from '../../../formats/saml/assertion.ts';
import { checkAssertion } from '../../../formats/saml/check-assertion.ts';
import type { XmlLibrary } from '../../../formats/saml/library.ts';
import { checkMessage, type SecuredMessage } from '../../../formats/saml/secured-message.ts';
import { serverTime } from '../../service/server-trouble.ts';
import type { Site } from '../../site.ts';
import { signIn } from '../accounts/lockout.ts';
import type { Member } from '../accounts/users.ts';
import { TrustFault } from './fault.ts';
import type { IssuerKey } from './issuer.ts';
import { certificateOf, memberOfCertificate, memberOfSubject } from './solutions.ts';
import { isCurrent, isFresh } from './validity.ts';

export interface Caller {
  readonly member: Member;
  /** The certificate whose key signed the request. */
  readonly certificate: X509Certificate | undefined;
  /** Known by a certificate of its own: a solution, which may act for others. */
  readonly solution: boolean;
  /** When what the caller showed is over, in milliseconds since 1970. */
  readonly until: number;
}

const FOREVER = Number.POSITIVE_INFINITY;

/** What checking needs. */
export interface Checks {
  readonly site: Site;
  readonly library: XmlLibrary;
  readonly issuer: IssuerKey;
}

/** Throws TrustFault, or TokenFlaw for what is not as it should be. */
export function callerOf(checks: Checks, message: SecuredMessage): Caller {
  const { site } = checks;
  if (!isFresh(message, serverTime(site))) {
    throw new TrustFault('ExpiredData', 'The message is not of this time: its timestamp is missing or expired.');
  }
  if (message.token !== undefined) return byToken(checks, message, message.token);
  const certificate = signedBy(checks, message);
  if (message.login) {
    const member = signIn(site, message.login.user, message.login.password);
    if (!member) throw stranger();
    return { member, certificate, solution: false, until: FOREVER };
  }
  const member = certificate && memberOfCertificate(site.world, certificate);
  if (!member) throw stranger();
  return { member, certificate, solution: true, until: FOREVER };
}

/** A token in the header stands for whoever it was given to; one that is bound to a key, with that key only. */
function byToken(checks: Checks, message: SecuredMessage, token: string): Caller {
  const claims = checkToken(checks, token);
  const member = memberOfSubject(checks.site.world, claims.subject);
  if (!member) throw stranger();
  const certificate = claims.holder ? holderSigned(checks, message, claims.holder) : signedBy(checks, message);
  return { member, certificate, solution: false, until: claims.notOnOrAfter };
}

/** A token of ours whose time has come and is not over. Throws TrustFault. */
export function checkToken({ site, library, issuer }: Checks, token: string): Assertion {
  const claims = checkAssertion(library, token, issuer.publicKey);
  if (!isCurrent(claims, serverTime(site)))
    throw new TrustFault('ExpiredData', 'The token is expired, or not valid yet.');
  return claims;
}

function signedBy({ library }: Checks, message: SecuredMessage): X509Certificate | undefined {
  const certificate = certificateOf(message.certificate);
  if (message.certificate && !certificate)
    throw new TrustFault('InvalidSecurityToken', 'The certificate is malformed.');
  if (certificate) checkMessage(library, message, certificate.publicKey);
  return certificate;
}

function holderSigned({ library }: Checks, message: SecuredMessage, holder: Buffer): X509Certificate {
  const certificate = certificateOf(holder);
  if (!certificate) throw new TrustFault('InvalidSecurityToken', 'The token names no key.');
  checkMessage(library, message, certificate.publicKey);
  return certificate;
}

function stranger(): TrustFault {
  return new TrustFault('FailedAuthentication', 'Invalid credentials');
}
