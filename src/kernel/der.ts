/** Just enough DER (X.690) to write X.509 certificates; every function answers one complete TLV. */

/** `tag`, the definite length of `content`, `content`. */
export function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const length = body.length;
  if (length < 0x80) return Buffer.concat([Buffer.of(tag, length), body]);
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest >>>= 8) octets.unshift(rest & 0xff);
  return Buffer.concat([Buffer.of(tag, 0x80 | octets.length, ...octets), body]);
}

export const sequence = (...items: readonly Uint8Array[]): Buffer => der(0x30, ...items);
export const set = (...items: readonly Uint8Array[]): Buffer => der(0x31, ...items);
export const octetString = (bytes: Uint8Array): Buffer => der(0x04, bytes);
export const utf8String = (text: string): Buffer => der(0x0c, Buffer.from(text, 'utf8'));
export const boolean = (value: boolean): Buffer => der(0x01, Buffer.of(value ? 0xff : 0));

/** A context-specific tag: `constructed` for EXPLICIT ones, primitive for IMPLICIT ones around a string of bytes. */
export function context(number: number, content: Uint8Array, constructed: boolean): Buffer {
  return der((constructed ? 0xa0 : 0x80) | number, content);
}

/** A non-negative integer from its big-endian bytes; a leading zero keeps it from reading as negative. */
export function integer(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((octet) => octet !== 0);
  const digits = first < 0 ? Buffer.of(0) : bytes.subarray(first);
  return der(0x02, (digits[0] as number) & 0x80 ? Buffer.concat([Buffer.of(0), digits]) : digits);
}

/** Named bits, bit 0 first, as KeyUsage has them; DER wants trailing zero bits gone. */
export function namedBits(...bits: readonly number[]): Buffer {
  const last = Math.max(...bits);
  const octets = Buffer.alloc((last >> 3) + 1);
  for (const bit of bits) octets[bit >> 3] = (octets[bit >> 3] as number) | (0x80 >> (bit & 7));
  return der(0x03, Buffer.of(7 - (last & 7)), octets);
}

export const bitString = (bytes: Uint8Array): Buffer => der(0x03, Buffer.of(0), bytes);

/** `1.2.840.10045.4.3.2` and the like. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const octets: number[] = [];
  for (const arc of [first * 40 + second, ...rest]) {
    const digits = [arc & 0x7f];
    for (let more = arc >>> 7; more > 0; more >>>= 7) digits.unshift(0x80 | (more & 0x7f));
    octets.push(...digits);
  }
  return der(0x06, Buffer.from(octets));
}

/** RFC 5280: UTCTime through 2049, GeneralizedTime from 2050, seconds and `Z` always written. */
export function time(milliseconds: number): Buffer {
  const digits = new Date(milliseconds).toISOString().replace(/\.\d+Z$|[-:T]/g, '');
  const utc = Number(digits.slice(0, 4)) < 2050;
  return der(utc ? 0x17 : 0x18, Buffer.from(`${utc ? digits.slice(2) : digits}Z`, 'ascii'));
}
