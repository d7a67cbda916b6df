/** The token service's own key: made when the first token is asked for, and never shown. */
import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { Signatory } from '../../../formats/saml/sign-assertion.ts';
import { selfSigned } from '../../../formats/x509.ts';

export interface IssuerKey extends Signatory {
  readonly publicKey: KeyObject;
}

const YEAR = 365 * 86_400_000;

/** Machinery of a simulator, not state: restored worlds believe the tokens of before. */
export class Issuer {
  #key: Promise<IssuerKey> | undefined;

  /** Of the system's randomness, as every secret; `now` is the first time it was asked for. */
  key(now: number): Promise<IssuerKey> {
    this.#key ??= makeKey(now);
    return this.#key;
  }
}

async function makeKey(now: number): Promise<IssuerKey> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2_048 });
  const lasting = { notBefore: now - YEAR, notAfter: now + 10 * YEAR };
  return {
    publicKey,
    privateKey,
    certificate: selfSigned({ name: 'ssoserverSign', publicKey, privateKey, ...lasting }),
  };
}
