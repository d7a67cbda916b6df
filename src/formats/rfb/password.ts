/** How a VNC client proves that it knows the password: a challenge of 16 bytes, encrypted with it (RFC 6143, 7.2.2). */
import { createCipheriv, timingSafeEqual } from 'node:crypto';

export const CHALLENGE = 16;

/** Of a password eight characters count, and of each the bits in the order least significant first. */
function keyOf(password: string): Buffer {
  const key = Buffer.alloc(8);
  Buffer.from(password, 'latin1').copy(key);
  return key.map((octet) => mirrored(octet)) as Buffer;
}

function mirrored(octet: number): number {
  let out = 0;
  for (let bit = 0; bit < 8; bit++) out |= ((octet >> bit) & 1) << (7 - bit);
  return out;
}

/** What a client that knows the password answers. Plain DES is triple DES with one key three times. */
export function responseTo(challenge: Uint8Array, password: string): Buffer {
  const key = keyOf(password);
  const cipher = createCipheriv('des-ede3-ecb', Buffer.concat([key, key, key]), null).setAutoPadding(false);
  return Buffer.concat([cipher.update(challenge), cipher.final()]);
}

export function isResponse(response: Uint8Array, challenge: Uint8Array, password: string): boolean {
  return timingSafeEqual(response, responseTo(challenge, password));
}
