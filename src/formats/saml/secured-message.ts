/** A SOAP message with a WS-Security header: who it says it is from, and the check that it is. */
import type { KeyObject } from 'node:crypto';
import {
  childNamed,
  descendantsNamed,
  elementsOf,
  isNamed,
  readDocument,
  requiredChild,
  textOf,
  timeOf,
} from './dom.ts';
import { TokenFlaw } from './flaw.ts';
import type { XmlLibrary, XmlNodeElement } from './library.ts';
import { DSIG, SAML, SOAP, WSSE, WSU } from './names.ts';
import { checkSignature } from './signature.ts';

export interface SecuredMessage {
  readonly text: string;
  readonly body: XmlNodeElement;
  /** What is asked: the first element of the body. */
  readonly payload: XmlNodeElement;
  readonly timestamp: Timestamp | undefined;
  readonly login: { readonly user: string; readonly password: string } | undefined;
  /** A token, as it stands in the header. */
  readonly token: string | undefined;
  /** A certificate (DER); whose key signed the message, it says. */
  readonly certificate: Buffer | undefined;
  readonly signature: XmlNodeElement | undefined;
}

/** For how long a message is meant, in milliseconds since 1970. */
export interface Timestamp {
  readonly element: XmlNodeElement;
  readonly created: number;
  readonly expires: number;
}

/** Throws TokenFlaw for what is no SOAP message, or says something twice that can be said once. */
export function readSecuredMessage(library: XmlLibrary, text: string): SecuredMessage {
  const root = readDocument(library, text);
  if (!isNamed(root, SOAP, 'Envelope')) throw new TokenFlaw('the message is no SOAP 1.1 envelope');
  const body = requiredChild(root, SOAP, 'Body');
  const [payload, ...more] = elementsOf(body);
  if (!payload || more.length > 0) throw new TokenFlaw('the message asks nothing, or several things');
  const header = childNamed(root, SOAP, 'Header');
  const security = header && childNamed(header, WSSE, 'Security');
  const part = (space: string, name: string) => security && childNamed(security, space, name);
  const certificate = part(WSSE, 'BinarySecurityToken');
  return {
    text,
    body,
    payload,
    timestamp: timestampOf(part(WSU, 'Timestamp')),
    login: loginOf(part(WSSE, 'UsernameToken')),
    token: part(SAML, 'Assertion')?.toString(),
    certificate: certificate && Buffer.from(textOf(certificate), 'base64'),
    signature: part(DSIG, 'Signature'),
  };
}

/** Checks that whoever holds the key signed the body and the time of this message. Throws TokenFlaw. */
export function checkMessage(library: XmlLibrary, message: SecuredMessage, key: KeyObject): void {
  const { text, body, timestamp, signature } = message;
  if (!signature || !timestamp) throw new TokenFlaw('the message is not signed');
  const covered = new Set(checkSignature(library, text, signature, key).map(({ id }) => id));
  // Ids are of one element each, or the check had failed: what is covered is this body and this timestamp.
  for (const element of [body, timestamp.element]) {
    const id = element.getAttributeNS(WSU, 'Id');
    if (id === '' || !covered.has(id)) throw new TokenFlaw(`the signature does not cover the ${element.localName}`);
  }
}

function timestampOf(element: XmlNodeElement | undefined): Timestamp | undefined {
  if (!element) return undefined;
  const at = (name: string) => timeOf(textOf(requiredChild(element, WSU, name)));
  return { element, created: at('Created'), expires: at('Expires') };
}

function loginOf(element: XmlNodeElement | undefined): SecuredMessage['login'] {
  if (!element) return undefined;
  const password = childNamed(element, WSSE, 'Password');
  const user = textOf(requiredChild(element, WSSE, 'Username'));
  return { user, password: password?.textContent ?? '' };
}

/** A token that stands in an element of the body, as text. */
export function tokenWithin(element: XmlNodeElement): string {
  const [token, ...more] = descendantsNamed(element, SAML, 'Assertion');
  if (!token || more.length > 0 || token.parentNode !== element) throw new TokenFlaw('there is no token');
  return token.toString();
}
