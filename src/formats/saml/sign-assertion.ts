/** Signs an assertion: the signature stands in it, behind the issuer. */
import type { KeyObject } from 'node:crypto';
import { type Assertion, writeAssertion } from './assertion.ts';
import { loadXmlLibrary } from './library.ts';
import { ENVELOPED, EXCLUSIVE, RSA_SHA256, SHA256 } from './names.ts';

/** Who signs: the certificate (DER) is put into the token, for clients that look. */
export interface Signatory {
  readonly privateKey: KeyObject;
  readonly certificate: Buffer;
}

/** The signed token as text. */
export async function signAssertion(assertion: Assertion, { privateKey, certificate }: Signatory): Promise<string> {
  const { SignedXml } = await loadXmlLibrary();
  const signed = new SignedXml({
    privateKey,
    signatureAlgorithm: RSA_SHA256,
    canonicalizationAlgorithm: EXCLUSIVE,
    getCertFromKeyInfo: () => null,
  });
  signed.addReference({ xpath: '/*', transforms: [ENVELOPED, EXCLUSIVE], digestAlgorithm: SHA256 });
  signed.computeSignature(writeAssertion(assertion), {
    prefix: 'ds',
    location: { reference: "/*/*[local-name(.)='Issuer']", action: 'after' },
  });
  return withCertificate(signed.getSignedXml(), certificate);
}

/** What says whose the signature is stands outside of what it signs. */
function withCertificate(token: string, certificate: Buffer): string {
  const named = `<ds:X509Data><ds:X509Certificate>${certificate.toString('base64')}</ds:X509Certificate></ds:X509Data>`;
  return token.replace('</ds:Signature>', `<ds:KeyInfo>${named}</ds:KeyInfo></ds:Signature>`);
}
