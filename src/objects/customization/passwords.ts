/**
 * Passwords in specifications. What is kept is encrypted for this server alone: a specification that another one has
 * encrypted has to be given its passwords anew.
 */
import { constants, createPublicKey, publicEncrypt } from 'node:crypto';
import type { CustomizationPassword, CustomizationSpec } from '../../vim25/generated/index.ts';
import { VimFault } from '../../world/fault.ts';
import type { Site } from '../site.ts';
import type { SpecManager } from './spec-manager-kind.ts';

/** A SubjectPublicKeyInfo of RSA around a modulus of 2048 bits, and the exponent 65537 after it (RFC 8017). */
const HEAD = '30820122300d06092a864886f70d01010105000382010f003082010a0282010100';
const TAIL = '0203010001';

/** The server's public key, DER: its modulus follows from the seed, and nobody has the other half. */
export function publicKey(site: Site): readonly number[] {
  const dice = site.random('customization key');
  const modulus = Buffer.from(Array.from({ length: 256 }, () => dice.between(0, 255)));
  modulus[0]! |= 0x80;
  modulus[255]! |= 1;
  const der = Buffer.concat([Buffer.from(HEAD, 'hex'), modulus, Buffer.from(TAIL, 'hex')]);
  // The API's bytes have a sign.
  return Object.freeze([...new Int8Array(der)]);
}

interface Identity {
  readonly password?: CustomizationPassword | undefined;
  readonly guiUnattended?: { readonly password?: CustomizationPassword | undefined } | undefined;
  readonly identification?: { readonly domainAdminPassword?: CustomizationPassword | undefined } | undefined;
}

function passwordsOf({ password, guiUnattended, identification }: Identity): CustomizationPassword[] {
  return [password, guiUnattended?.password, identification?.domainAdminPassword].filter((p) => p !== undefined);
}

function sameKey(a: readonly number[] | undefined, b: readonly number[]): boolean {
  return a?.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Throws CannotDecryptPasswords for a specification with passwords that this server cannot read. */
export function guardPasswords(site: Site, { identity, encryptionKey }: CustomizationSpec): void {
  const encrypted = passwordsOf((identity ?? {}) as Identity).some((p) => !p.plainText && p.value !== '');
  if (!encrypted) return;
  const [manager] = site.world.ofType('CustomizationSpecManager');
  const key = (manager as unknown as SpecManager | undefined)?.state.key ?? [];
  if (!sameKey(encryptionKey, key)) throw new VimFault('CannotDecryptPasswords');
}

/** The specification with its passwords encrypted, and the key they were encrypted with. */
export function sealed(key: readonly number[], spec: CustomizationSpec): CustomizationSpec {
  const identity = spec.identity as (CustomizationSpec['identity'] & Identity) | undefined;
  if (!identity || !passwordsOf(identity).some((p) => p.plainText)) return spec;
  const { password, guiUnattended, identification } = identity;
  const seal = (p: CustomizationPassword): CustomizationPassword => (p.plainText ? encrypted(key, p) : p);
  return {
    ...spec,
    encryptionKey: key,
    identity: {
      ...identity,
      ...(password && { password: seal(password) }),
      ...(guiUnattended?.password && { guiUnattended: { ...guiUnattended, password: seal(guiUnattended.password) } }),
      ...(identification?.domainAdminPassword && {
        identification: { ...identification, domainAdminPassword: seal(identification.domainAdminPassword) },
      }),
    } as CustomizationSpec['identity'],
  };
}

function encrypted(key: readonly number[], password: CustomizationPassword): CustomizationPassword {
  const der = Buffer.from(Int8Array.from(key).buffer);
  const rsa = createPublicKey({ key: der, format: 'der', type: 'spki' });
  const value = publicEncrypt({ key: rsa, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(password.value));
  return { ...password, plainText: false, value: value.toString('base64') };
}
