/** SAML 2.0 assertions as vCenter's token service writes them: who somebody is, until when, and who may say so. */
import { BEARER, DELEGATION, DSIG, GROUPS, HOLDER_OF_KEY, RSA, SAML, UPN, XSI } from './names.ts';

export interface Delegate {
  /** As a subject is named. */
  readonly name: string;
  readonly at: number;
}

/** Times are milliseconds since 1970. */
export interface Assertion {
  readonly id: string;
  readonly issuer: string;
  /** `Administrator@VSPHERE.LOCAL` */
  readonly subject: string;
  readonly issued: number;
  readonly notBefore: number;
  readonly notOnOrAfter: number;
  /** Whoever shows the token must hold the key of this certificate (DER); any bearer may show it when absent. */
  readonly holder?: Buffer | undefined;
  readonly renewable: boolean;
  /** Somebody else may get a token of it, to act on the subject's behalf. */
  readonly delegatable: boolean;
  /** Who acts on the subject's behalf. */
  readonly delegates: readonly Delegate[];
  /** `vsphere.local\Administrators` */
  readonly groups: readonly string[];
}

/** How many times a token that can be renewed or handed on says it can. */
const TIMES = 10;
const PASSWORD = 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport';
const CERTIFICATE = 'urn:oasis:names:tc:SAML:2.0:ac:classes:TLSClient';

/**
 * The assertion as text, yet unsigned. It is in canonical form, its elements those vCenter's has, in their order: the Go
 * client writes a token it has read anew, and signs what it wrote.
 */
export function writeAssertion(a: Assertion): string {
  return [
    `<saml2:Assertion xmlns:saml2="${SAML}" ID="${a.id}" IssueInstant="${timeText(a.issued)}" Version="2.0">`,
    `<saml2:Issuer Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity">${escaped(a.issuer)}</saml2:Issuer>`,
    `<saml2:Subject>${nameId(a.subject)}${confirmation(a)}</saml2:Subject>`,
    conditions(a),
    `<saml2:AuthnStatement AuthnInstant="${timeText(a.issued)}"><saml2:AuthnContext><saml2:AuthnContextClassRef>`,
    `${a.holder ? CERTIFICATE : PASSWORD}</saml2:AuthnContextClassRef></saml2:AuthnContext></saml2:AuthnStatement>`,
    attributes(a),
    '</saml2:Assertion>',
  ].join('');
}

function nameId(name: string): string {
  return `<saml2:NameID Format="${UPN}">${escaped(name)}</saml2:NameID>`;
}

function confirmation({ holder, notOnOrAfter }: Assertion): string {
  const data = holder
    ? `<saml2:SubjectConfirmationData xmlns:xsi="${XSI}" xsi:type="saml2:KeyInfoConfirmationDataType">` +
      `<ds:KeyInfo xmlns:ds="${DSIG}"><ds:X509Data><ds:X509Certificate>${holder.toString('base64')}` +
      '</ds:X509Certificate></ds:X509Data></ds:KeyInfo></saml2:SubjectConfirmationData>'
    : `<saml2:SubjectConfirmationData NotOnOrAfter="${timeText(notOnOrAfter)}"></saml2:SubjectConfirmationData>`;
  const method = holder ? HOLDER_OF_KEY : BEARER;
  return `<saml2:SubjectConfirmation Method="${method}">${data}</saml2:SubjectConfirmation>`;
}

function conditions({ notBefore, notOnOrAfter, delegatable, renewable, delegates }: Assertion): string {
  const times = `NotBefore="${timeText(notBefore)}" NotOnOrAfter="${timeText(notOnOrAfter)}"`;
  const parts = [`<saml2:ProxyRestriction Count="${delegatable ? TIMES : 0}"></saml2:ProxyRestriction>`];
  for (const { name, at } of delegates) {
    parts.push(
      `<saml2:Condition xmlns:del="${DELEGATION}" xmlns:xsi="${XSI}" xsi:type="del:DelegationRestrictionType">`,
      `<del:Delegate DelegationInstant="${timeText(at)}">${nameId(name)}</del:Delegate></saml2:Condition>`,
    );
  }
  if (renewable) {
    const spaces = `xmlns:rsa="${RSA}" xmlns:xsi="${XSI}"`;
    parts.push(`<saml2:Condition ${spaces} Count="${TIMES}" xsi:type="rsa:RenewRestrictionType"></saml2:Condition>`);
  }
  return `<saml2:Conditions ${times}>${parts.join('')}</saml2:Conditions>`;
}

function attributes({ groups }: Assertion): string {
  const values = groups.map(
    (group) => `<saml2:AttributeValue xmlns:xsi="${XSI}" xsi:type="xs:string">${escaped(group)}</saml2:AttributeValue>`,
  );
  const named = `FriendlyName="Groups" Name="${GROUPS}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"`;
  return `<saml2:AttributeStatement><saml2:Attribute ${named}>${values.join('')}</saml2:Attribute></saml2:AttributeStatement>`;
}

/** `2026-11-21T15:00:00.000Z` */
export function timeText(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#xD;');
}
