/** LoginByToken: the token stands in the header of the call, which is why the bytes of the whole call are looked at. */
import { X509Certificate } from 'node:crypto';
import { TokenFlaw } from '../../../formats/saml/flaw.ts';
import { checkMessage, readSecuredMessage } from '../../../formats/saml/secured-message.ts';
import { serverTime } from '../../service/server-trouble.ts';
import type { Site } from '../../site.ts';
import type { Member } from '../accounts/users.ts';
import { checkToken } from './caller.ts';
import { TrustFault } from './fault.ts';
import { memberOfSubject } from './solutions.ts';
import { checksOf } from './token-service.ts';
import { isFresh } from './validity.ts';

/**
 * Who the token in a message's header is of. Undefined for one that is malformed, expired, signed by somebody else, bound
 * to a key that did not sign the message, or of nobody who is known.
 */
export async function memberOfMessage(site: Site, bytes: Uint8Array): Promise<Member | undefined> {
  try {
    const checks = await checksOf(site);
    const message = readSecuredMessage(checks.library, Buffer.from(bytes).toString());
    if (message.token === undefined) return undefined;
    const claims = checkToken(checks, message.token);
    if (claims.holder) {
      if (!isFresh(message, serverTime(site))) return undefined;
      checkMessage(checks.library, message, new X509Certificate(claims.holder).publicKey);
    }
    return memberOfSubject(site.world, claims.subject);
  } catch (error) {
    if (error instanceof TokenFlaw || error instanceof TrustFault) return undefined;
    throw error;
  }
}

/** Who a token is of that is shown without a message it would sign; one that is bound to a key is worth nothing so. */
export async function memberOfToken(site: Site, token: string): Promise<Member | undefined> {
  try {
    const claims = checkToken(await checksOf(site), token);
    return claims.holder ? undefined : memberOfSubject(site.world, claims.subject);
  } catch (error) {
    if (error instanceof TokenFlaw || error instanceof TrustFault) return undefined;
    throw error;
  }
}
