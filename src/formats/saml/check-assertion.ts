/** Reads a token after its signature was checked, from what the signature covers. */
import type { KeyObject } from 'node:crypto';
import type { Assertion, Delegate } from './assertion.ts';
import {
  childNamed,
  childrenNamed,
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
import { BEARER, DELEGATION, DSIG, GROUPS, HOLDER_OF_KEY, SAML, XSI } from './names.ts';
import { checkSignature } from './signature.ts';

/**
 * The assertion a token makes. Throws TokenFlaw unless the whole of it, and nothing but it, is signed by `key`. Whether its
 * time has come and whether its subject is anybody is for the caller to say.
 */
export function checkAssertion(library: XmlLibrary, token: string, key: KeyObject): Assertion {
  const root = readDocument(library, token);
  if (!isNamed(root, SAML, 'Assertion')) throw new TokenFlaw('the token is no SAML 2.0 assertion');
  const signatures = descendantsNamed(root, DSIG, 'Signature');
  const [signature] = signatures;
  // One that is deeper, or a second one, is how a signed assertion is hidden within another.
  if (!signature || signatures.length > 1 || signature.parentNode !== root) {
    throw new TokenFlaw('the token is not signed as one');
  }
  const [covered, ...more] = checkSignature(library, token, signature, key);
  if (!covered || more.length > 0 || covered.id !== root.getAttribute('ID')) {
    throw new TokenFlaw('the signature is of something else');
  }
  const signed = readDocument(library, covered.xml);
  if (!isNamed(signed, SAML, 'Assertion')) throw new TokenFlaw('the signature is of something else');
  return assertionOf(signed);
}

function assertionOf(root: XmlNodeElement): Assertion {
  if (root.getAttribute('Version') !== '2.0') throw new TokenFlaw('the token is of another version');
  const subject = requiredChild(root, SAML, 'Subject');
  const conditions = requiredChild(root, SAML, 'Conditions');
  const proxy = childNamed(conditions, SAML, 'ProxyRestriction');
  return {
    id: root.getAttribute('ID'),
    issuer: textOf(requiredChild(root, SAML, 'Issuer')),
    subject: textOf(requiredChild(subject, SAML, 'NameID')),
    issued: timeOf(root.getAttribute('IssueInstant')),
    notBefore: timeOf(conditions.getAttribute('NotBefore')),
    notOnOrAfter: timeOf(conditions.getAttribute('NotOnOrAfter')),
    holder: holderOf(subject),
    delegatable: Number(proxy?.getAttribute('Count') ?? 0) > 0,
    ...restrictionsOf(conditions),
    groups: groupsOf(root),
  };
}

function holderOf(subject: XmlNodeElement): Buffer | undefined {
  const confirmation = requiredChild(subject, SAML, 'SubjectConfirmation');
  const method = confirmation.getAttribute('Method');
  if (method === BEARER) return undefined;
  if (method !== HOLDER_OF_KEY) throw new TokenFlaw('nobody can show the token: its confirmation is not known');
  const data = requiredChild(confirmation, SAML, 'SubjectConfirmationData');
  const [certificate] = descendantsNamed(data, DSIG, 'X509Certificate');
  if (!certificate) throw new TokenFlaw('the token names no key');
  return Buffer.from(textOf(certificate), 'base64');
}

/** A condition that is not understood is one that may not hold. */
function restrictionsOf(conditions: XmlNodeElement): Pick<Assertion, 'renewable' | 'delegates'> {
  let renewable = false;
  const delegates: Delegate[] = [];
  for (const condition of elementsOf(conditions)) {
    if (isNamed(condition, SAML, 'ProxyRestriction')) continue;
    const type = isNamed(condition, SAML, 'Condition') ? condition.getAttributeNS(XSI, 'type') : '';
    if (type === 'rsa:RenewRestrictionType') renewable = Number(condition.getAttribute('Count')) > 0;
    else if (type === 'del:DelegationRestrictionType') delegates.push(...delegatesOf(condition));
    else throw new TokenFlaw(`the token has a condition that is not known: ${condition.localName}`);
  }
  return { renewable, delegates };
}

function delegatesOf(condition: XmlNodeElement): Delegate[] {
  return childrenNamed(condition, DELEGATION, 'Delegate').map((delegate) => ({
    name: textOf(requiredChild(delegate, SAML, 'NameID')),
    at: timeOf(delegate.getAttribute('DelegationInstant')),
  }));
}

function groupsOf(root: XmlNodeElement): string[] {
  const statement = childNamed(root, SAML, 'AttributeStatement');
  if (!statement) return [];
  return childrenNamed(statement, SAML, 'Attribute')
    .filter((attribute) => attribute.getAttribute('Name') === GROUPS)
    .flatMap((attribute) => childrenNamed(attribute, SAML, 'AttributeValue').map(textOf));
}
