/** What the clock says of tokens and of messages that carry them. Clients' clocks may be off by some minutes. */
import type { Assertion } from '../../../formats/saml/assertion.ts';
import type { SecuredMessage } from '../../../formats/saml/secured-message.ts';
import type { Lifetime } from '../../../formats/saml/trust.ts';
import { TrustFault } from './fault.ts';

/** As a fresh vCenter has it. */
const TOLERANCE = 600_000;
const LONGEST_BEARER = 300_000;
const LONGEST_HOLDER_OF_KEY = 30 * 86_400_000;

/** Who reads a token that is nearly over gives its sender's clock the benefit of the doubt, but only its beginning. */
export function isCurrent({ notBefore, notOnOrAfter }: Assertion, now: number): boolean {
  return now >= notBefore - TOLERANCE && now < notOnOrAfter;
}

/** Whether a message is of now; one that does not say when it is from is of any time. */
export function isFresh({ timestamp }: SecuredMessage, now: number): boolean {
  if (!timestamp) return false;
  const { created, expires } = timestamp;
  return created < expires && now >= created - TOLERANCE && now < expires + TOLERANCE;
}

/** For how long a token is given, when so much is asked for; more than it may be is cut short. Throws TrustFault. */
export function granted(asked: Lifetime | undefined, holderOfKey: boolean, now: number): Lifetime {
  const longest = holderOfKey ? LONGEST_HOLDER_OF_KEY : LONGEST_BEARER;
  if (!asked) return { created: now, expires: now + LONGEST_BEARER };
  const { created, expires } = asked;
  const period = `[startTime=${new Date(created).toISOString()}, endTime=${new Date(expires).toISOString()}]`;
  if (Math.abs(created - now) > TOLERANCE) {
    throw new TrustFault(
      'InvalidTimeRange',
      `The token authority rejected an issue request for TimePeriod ${period} :: the requested start differs from the issue instant by more than the clock tolerance of ${TOLERANCE} ms.`,
    );
  }
  if (expires <= created || expires <= now) {
    throw new TrustFault('InvalidTimeRange', `The token authority rejected an issue request for TimePeriod ${period}.`);
  }
  return { created, expires: Math.min(expires, created + longest) };
}
