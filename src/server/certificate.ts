import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIP, isIPv4 } from 'node:net';
import {
  bitString,
  boolean,
  context,
  integer,
  namedBits,
  objectIdentifier,
  octetString,
  sequence,
  set,
  time,
  utf8String,
} from '../kernel/der.ts';

export interface CertificateOptions {
  /** DNS names and IP addresses (v4, v6, v6 in brackets) a client may use; the first is the subject's common name. */
  readonly hosts: readonly string[];
  /** Milliseconds since 1970; the certificates are valid from one day before. */
  readonly now: number;
  /** 825 unless told: what the strictest platforms still accept from a CA somebody trusted by hand. */
  readonly validDays?: number;
}

export interface ServerCertificate {
  /** PEM of the CA, for a client to trust. */
  readonly ca: string;
  /** PEM of the leaf alone. */
  readonly cert: string;
  /** PEM (PKCS #8) of the leaf's key. */
  readonly key: string;
  /** SHA-1 of the leaf as vSphere writes it: `AA:BB:...`. */
  readonly thumbprint: string;
  /** SHA-256 of the leaf in the same form. */
  readonly thumbprint256: string;
}

const DAY = 86_400_000;
const ECDSA_SHA256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'));

/**
 * A CA and a leaf it signed, both EC P-256: an RSA key would cost more than the whole rest of the start.
 * Keys and serials come from the system's randomness, never from a seed.
 *
 * @example createCertificate({ hosts: ['localhost', '127.0.0.1', '::1'], now: Date.now() }).ca
 */
export function createCertificate({ hosts, now, validDays = 825 }: CertificateOptions): ServerCertificate {
  const authorityKeys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const leafKeys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const authorityId = keyIdentifier(authorityKeys.publicKey);
  // A name of its own keeps two simulators' CAs apart in one trust store.
  const authorityName = name(`simsphere CA ${authorityId.subarray(0, 4).toString('hex')}`);
  const common = {
    issuer: authorityName,
    signer: authorityKeys.privateKey,
    notBefore: now - DAY,
    notAfter: now + validDays * DAY,
  };
  const authority = certificate({
    ...common,
    subject: authorityName,
    publicKey: authorityKeys.publicKey,
    extensions: [
      extension('2.5.29.19', true, sequence(boolean(true), integer(Buffer.of(0)))),
      extension('2.5.29.15', true, namedBits(KEY_CERT_SIGN, CRL_SIGN)),
      extension('2.5.29.14', false, octetString(authorityId)),
    ],
  });
  const leaf = certificate({
    ...common,
    subject: name((hosts[0] ?? 'localhost').slice(0, 64)),
    publicKey: leafKeys.publicKey,
    extensions: [
      extension('2.5.29.19', true, sequence()),
      extension('2.5.29.15', true, namedBits(DIGITAL_SIGNATURE)),
      extension('2.5.29.37', false, sequence(objectIdentifier('1.3.6.1.5.5.7.3.1'))),
      extension('2.5.29.14', false, octetString(keyIdentifier(leafKeys.publicKey))),
      // OpenSSL's strict check (Python's default since 3.13) refuses a leaf that does not name its issuer's key.
      extension('2.5.29.35', false, sequence(context(0, authorityId, false))),
      extension('2.5.29.17', false, sequence(...hosts.map(generalName))),
    ],
  });
  return {
    ca: pem(authority),
    cert: pem(leaf),
    key: leafKeys.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    thumbprint: thumbprint('sha1', leaf),
    thumbprint256: thumbprint('sha256', leaf),
  };
}

// Bit numbers of KeyUsage, RFC 5280 4.2.1.3.
const DIGITAL_SIGNATURE = 0;
const KEY_CERT_SIGN = 5;
const CRL_SIGN = 6;

interface CertificateContent {
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly publicKey: KeyObject;
  readonly signer: KeyObject;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly extensions: readonly Buffer[];
}

function certificate(content: CertificateContent): Buffer {
  const version3 = context(0, integer(Buffer.of(2)), true);
  const toSign = sequence(
    version3,
    integer(serial()),
    ECDSA_SHA256,
    content.issuer,
    sequence(time(content.notBefore), time(content.notAfter)),
    content.subject,
    publicKeyInfo(content.publicKey),
    context(3, sequence(...content.extensions), true),
  );
  return sequence(toSign, ECDSA_SHA256, bitString(sign('sha256', toSign, content.signer)));
}

/** 16 octets whose first is neither zero nor negative, so that its length never varies. */
function serial(): Buffer {
  const octets = randomBytes(16);
  octets[0] = ((octets[0] as number) & 0x3f) | 0x40;
  return octets;
}

function name(commonName: string): Buffer {
  const attribute = (type: string, value: string): Buffer => set(sequence(objectIdentifier(type), utf8String(value)));
  return sequence(attribute('2.5.4.10', 'simsphere'), attribute('2.5.4.3', commonName));
}

function extension(id: string, critical: boolean, value: Buffer): Buffer {
  return sequence(objectIdentifier(id), ...(critical ? [boolean(true)] : []), octetString(value));
}

const publicKeyInfo = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });

/** RFC 5280 4.2.1.2 method 1: SHA-1 of the point, which ends a P-256 SubjectPublicKeyInfo and is 65 octets long. */
const keyIdentifier = (key: KeyObject): Buffer => createHash('sha1').update(publicKeyInfo(key).subarray(-65)).digest();

function generalName(host: string): Buffer {
  const bare = host.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (isIP(bare) === 0) return context(2, Buffer.from(bare, 'ascii'), false);
  return context(7, isIPv4(bare) ? ipv4(bare) : ipv6(bare), false);
}

const ipv4 = (address: string): Buffer => Buffer.from(address.split('.').map(Number));

function ipv6(address: string): Buffer {
  const dotted = address.match(/\d+\.\d+\.\d+\.\d+$/)?.[0];
  const tail = dotted === undefined ? '' : (ipv4(dotted).toString('hex').match(/.{4}/g)?.join(':') ?? '');
  const plain = dotted === undefined ? address : address.slice(0, -dotted.length) + tail;
  const groups = (part: string | undefined): number[] =>
    part ? part.split(':').map((group) => Number.parseInt(group, 16)) : [];
  const [left, right] = plain.split('::');
  const head = groups(left);
  const end = groups(right);
  const words = [...head, ...new Array<number>(8 - head.length - end.length).fill(0), ...end];
  return Buffer.from(words.flatMap((word) => [word >> 8, word & 0xff]));
}

function pem(certificateDer: Buffer): string {
  const lines = certificateDer.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

const thumbprint = (algorithm: string, certificateDer: Buffer): string =>
  (createHash(algorithm).update(certificateDer).digest('hex').toUpperCase().match(/../g) ?? []).join(':');
