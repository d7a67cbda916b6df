/** WS-Trust: what is asked of a token service, and how it answers. */
import { escaped, timeText } from './assertion.ts';
import { childNamed, isNamed, requiredChild, textOf, timeOf } from './dom.ts';
import { TokenFlaw } from './flaw.ts';
import type { XmlNodeElement } from './library.ts';
import { SOAP, TRUST, TRUST_14, WSSE, WSU } from './names.ts';
import { tokenWithin } from './secured-message.ts';

export interface TrustRequest {
  readonly kind: 'Issue' | 'Renew' | 'Validate';
  /** The time the token is wanted for. */
  readonly lifetime: Lifetime | undefined;
  readonly key: 'Bearer' | 'PublicKey' | undefined;
  readonly renewable: boolean;
  readonly delegatable: boolean;
  /** The token of whom somebody wants to act for. */
  readonly actAs: string | undefined;
  /** The token that is to be renewed or validated. */
  readonly target: string | undefined;
}

/** Milliseconds since 1970. */
export interface Lifetime {
  readonly created: number;
  readonly expires: number;
}

const KINDS = ['Issue', 'Renew', 'Validate'] as const;

/** Reads a RequestSecurityToken. Throws TokenFlaw. */
export function readTrustRequest(payload: XmlNodeElement): TrustRequest {
  if (!isNamed(payload, TRUST, 'RequestSecurityToken')) throw new TokenFlaw('the message is no token request');
  const asked = textOf(requiredChild(payload, TRUST, 'RequestType'));
  const kind = KINDS.find((name) => asked === `${TRUST}/${name}`);
  if (!kind) throw new TokenFlaw('the request type is not known');
  const part = (name: string) => childNamed(payload, TRUST, name);
  const actAs = childNamed(payload, TRUST_14, 'ActAs');
  const target = part(kind === 'Renew' ? 'RenewTarget' : 'ValidateTarget');
  return {
    kind,
    lifetime: lifetimeOf(part('Lifetime')),
    key: keyOf(part('KeyType')),
    renewable: isTrue(part('Renewing')?.getAttribute('Allow')),
    delegatable: isTrue(part('Delegatable')?.textContent?.trim()),
    actAs: actAs && tokenWithin(actAs),
    target: target && tokenWithin(target),
  };
}

function lifetimeOf(element: XmlNodeElement | undefined): Lifetime | undefined {
  if (!element) return undefined;
  const at = (name: string) => timeOf(textOf(requiredChild(element, WSU, name)));
  return { created: at('Created'), expires: at('Expires') };
}

function keyOf(element: XmlNodeElement | undefined): TrustRequest['key'] {
  if (!element) return undefined;
  const name = textOf(element);
  if (name === `${TRUST}/Bearer`) return 'Bearer';
  if (name === `${TRUST}/PublicKey`) return 'PublicKey';
  throw new TokenFlaw('the key type is not known');
}

function isTrue(text: string | undefined): boolean {
  return text === 'true' || text === '1';
}

/** A token, given out or renewed. */
export function writeTokenAnswer(
  kind: 'Issue' | 'Renew',
  token: string,
  { created, expires }: Lifetime,
  now: number,
): string {
  const answer = [
    '<wst:RequestSecurityTokenResponse><wst:TokenType>urn:oasis:names:tc:SAML:2.0:assertion</wst:TokenType>',
    `<wst:RequestedSecurityToken>${token}</wst:RequestedSecurityToken>`,
    `<wst:Lifetime><wsu:Created>${timeText(created)}</wsu:Created><wsu:Expires>${timeText(expires)}</wsu:Expires></wst:Lifetime>`,
    '</wst:RequestSecurityTokenResponse>',
  ].join('');
  const name = 'wst:RequestSecurityTokenResponseCollection';
  return envelope(kind === 'Issue' ? `<${name}>${answer}</${name}>` : answer, now);
}

/** Whether a token holds. */
export function writeValidation(valid: boolean, now: number): string {
  const code = `${TRUST}/status/${valid ? 'valid' : 'invalid'}`;
  return envelope(
    `<wst:RequestSecurityTokenResponse><wst:TokenType>${TRUST}/RSTR/Status</wst:TokenType>` +
      `<wst:Status><wst:Code>${code}</wst:Code></wst:Status></wst:RequestSecurityTokenResponse>`,
    now,
  );
}

/** What went wrong; the code is WS-Trust's own. No blanks between the elements: pyVim counts the texts. */
export function writeTrustFault(code: string, reason: string): string {
  return (
    `<?xml version="1.0" encoding="UTF-8"?><S:Envelope xmlns:S="${SOAP}"><S:Body><S:Fault>` +
    `<faultcode xmlns:ns0="${TRUST}">ns0:${code}</faultcode><faultstring>${escaped(reason)}</faultstring>` +
    '</S:Fault></S:Body></S:Envelope>'
  );
}

function envelope(body: string, now: number): string {
  const [created, expires] = [timeText(now), timeText(now + 600_000)];
  return (
    `<?xml version="1.0" encoding="UTF-8"?><S:Envelope xmlns:S="${SOAP}" xmlns:wst="${TRUST}" xmlns:wsu="${WSU}">` +
    `<S:Header><wsse:Security xmlns:wsse="${WSSE}" S:mustUnderstand="1"><wsu:Timestamp><wsu:Created>${created}</wsu:Created>` +
    `<wsu:Expires>${expires}</wsu:Expires></wsu:Timestamp></wsse:Security></S:Header><S:Body>${body}</S:Body></S:Envelope>`
  );
}
