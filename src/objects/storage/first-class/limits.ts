/** What may be said of a first class disk. */
import type { KeyValue } from '../../../vim25/generated/index.ts';
import { invalidArgument } from '../../../world/fault.ts';

const MIB = 2 ** 20;
const LARGEST = 62 * 2 ** 40;
const LONGEST_NAME = 80;

/** Bytes of so many megabytes. Throws InvalidArgument for what no disk can have. */
export function bytesOf(megabytes: number, path: string): number {
  const bytes = Number(megabytes) * MIB;
  if (!(bytes > 0 && bytes <= LARGEST)) throw invalidArgument(path);
  return bytes;
}

/** Throws InvalidArgument for no name, and for one that is too long. */
export function guardName(name: string, path: string): void {
  if (name.trim() === '' || name.length > LONGEST_NAME) throw invalidArgument(path);
}

/** Throws InvalidArgument for keys that are empty or said twice. */
export function guardMetadata(metadata: readonly KeyValue[] | undefined, path: string): void {
  const keys = new Set<string>();
  for (const { key } of metadata ?? []) {
    if (key === '' || keys.has(key)) throw invalidArgument(path);
    keys.add(key);
  }
}
