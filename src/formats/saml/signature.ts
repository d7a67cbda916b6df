/** Checking one XML signature by a key that is known beforehand, with the few algorithms that are taken. */
import type { KeyObject } from 'node:crypto';
import { childrenNamed, requiredChild, textOf } from './dom.ts';
import { TokenFlaw } from './flaw.ts';
import type { XmlLibrary, XmlNodeElement } from './library.ts';
import { DSIG, ENVELOPED, EXCLUSIVE, RSA_SHA256, RSA_SHA512, SHA256, SHA512 } from './names.ts';

/** What a signature was found to cover. */
export interface Covered {
  /** Value of the id attribute. */
  readonly id: string;
  /** The element in canonical form: what is believed is read from here, and from nowhere else. */
  readonly xml: string;
}

const SMALLEST_KEY = 2_048;
const MOST_REFERENCES = 4;

/**
 * What `signature`, an element of the document `text`, covers. Throws TokenFlaw when it is not the key's, when what it
 * covers was changed, or when it says what nobody needs to say: another algorithm, another transform, the whole document.
 */
export function checkSignature(
  library: XmlLibrary,
  text: string,
  signature: XmlNodeElement,
  key: KeyObject,
): readonly Covered[] {
  if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < SMALLEST_KEY) {
    throw new TokenFlaw('the key is too weak');
  }
  const ids = referencesOf(signature);
  const signed = new library.SignedXml({ publicCert: key, getCertFromKeyInfo: () => null });
  signed.SignatureAlgorithms = only(signed.SignatureAlgorithms, RSA_SHA256, RSA_SHA512);
  signed.HashAlgorithms = only(signed.HashAlgorithms, SHA256, SHA512);
  signed.CanonicalizationAlgorithms = only(signed.CanonicalizationAlgorithms, EXCLUSIVE, ENVELOPED);
  let good: boolean;
  try {
    signed.loadSignature(signature);
    good = signed.checkSignature(text);
  } catch {
    // The library says by an exception what it cannot make sense of.
    good = false;
  }
  const covered = good ? signed.getSignedReferences() : [];
  if (!good || covered.length !== ids.length) throw new TokenFlaw('the signature is not valid');
  return covered.map((xml, i) => ({ id: ids[i]!, xml }));
}

/** The ids a signature names, once its form is found to be plain. */
function referencesOf(signature: XmlNodeElement): string[] {
  const info = requiredChild(signature, DSIG, 'SignedInfo');
  requiredChild(signature, DSIG, 'SignatureValue');
  if (requiredChild(info, DSIG, 'CanonicalizationMethod').getAttribute('Algorithm') !== EXCLUSIVE) {
    throw new TokenFlaw('the canonicalization method is not taken');
  }
  requiredChild(info, DSIG, 'SignatureMethod');
  const references = childrenNamed(info, DSIG, 'Reference');
  if (references.length === 0 || references.length > MOST_REFERENCES) {
    throw new TokenFlaw(`the signature has ${references.length} references`);
  }
  return references.map(referenceId);
}

function referenceId(reference: XmlNodeElement): string {
  const id = /^#([\w.-]+)$/.exec(reference.getAttribute('URI'))?.[1];
  if (id === undefined) throw new TokenFlaw('the signature refers to no element by its id');
  const transforms = childrenNamed(requiredChild(reference, DSIG, 'Transforms'), DSIG, 'Transform');
  const names = transforms.map((transform) => transform.getAttribute('Algorithm'));
  if (names.length > 2 || names.at(-1) !== EXCLUSIVE || (names.length === 2 && names[0] !== ENVELOPED)) {
    throw new TokenFlaw('the signature transforms what it covers in a way that is not taken');
  }
  if (textOf(requiredChild(reference, DSIG, 'DigestValue')) === '') throw new TokenFlaw('there is no digest');
  return id;
}

function only(all: Record<string, unknown>, ...names: string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, all[name]]));
}
