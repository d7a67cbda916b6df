/** A certificate that vouches for itself: what a service that signs shows of its key. */
import { createHash, type KeyObject, randomBytes, sign } from 'node:crypto';
import { bitString, context, integer, objectIdentifier, sequence, set, time, utf8String } from '../kernel/der.ts';

const RSA_SHA256 = sequence(objectIdentifier('1.2.840.113549.1.1.11'), Buffer.of(5, 0));

export interface SelfSigned {
  readonly name: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
}

/** The certificate of an RSA key, as DER. */
export function selfSigned({ name, publicKey, privateKey, notBefore, notAfter }: SelfSigned): Buffer {
  const who = sequence(set(sequence(objectIdentifier('2.5.4.3'), utf8String(name))));
  const serial = randomBytes(16);
  serial[0] = (serial[0]! & 0x3f) | 0x40;
  const content = sequence(
    context(0, integer(Buffer.of(2)), true),
    integer(serial),
    RSA_SHA256,
    who,
    sequence(time(notBefore), time(notAfter)),
    who,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  return sequence(content, RSA_SHA256, bitString(sign('sha256', content, privateKey)));
}

/** SHA-256 of a certificate: hexadecimal, lower case. */
export function fingerprint(certificate: Buffer): string {
  return createHash('sha256').update(certificate).digest('hex');
}
