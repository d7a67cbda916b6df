/** Passwords as the world keeps them: salted and hashed, so that neither an image nor a dump tells one. */
import { createHash, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

export interface Hashed {
  /** Hexadecimal, as is the hash. */
  readonly salt: string;
  readonly hash: string;
}

/** Cheap for its kind: what logs in here are tests, a thousand times a minute, and the accounts guard no secrets. */
const COST = { N: 16, r: 8, p: 1 };
const LENGTH = 32;

/** What a name nobody has is compared with, so that it takes as long as any other. */
const NOBODY: Hashed = Object.freeze({ salt: '00'.repeat(16), hash: '00'.repeat(LENGTH) });

export function hashed(password: string): Hashed {
  const salt = randomBytes(16);
  return Object.freeze({ salt: salt.toString('hex'), hash: digest(password, salt).toString('hex') });
}

/** Compares in a time that does not depend on where they differ; false where there is no password to compare with. */
export function isPassword(kept: Hashed | undefined, given: string): boolean {
  const { salt, hash } = kept ?? NOBODY;
  const same = timingSafeEqual(Buffer.from(hash, 'hex'), digest(given, Buffer.from(salt, 'hex')));
  return same && kept !== undefined;
}

/** Whether two secrets are the same, in a time that tells nothing of either. */
export function sameSecret(a: string, b: string): boolean {
  const sum = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(sum(a), sum(b));
}

function digest(password: string, salt: Buffer): Buffer {
  return scryptSync(password, salt, LENGTH, COST);
}
