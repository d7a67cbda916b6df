/** Sizes as scenarios write them. */
import { z } from 'zod';

const MIB = 2 ** 20;
const UNITS: Readonly<Record<string, number>> = { MiB: MIB, GiB: 2 ** 10 * MIB, TiB: 2 ** 20 * MIB };

export const sizeShape: z.ZodString = z
  .string()
  .regex(/^\d+(MiB|GiB|TiB)$/, 'expected a size such as 512MiB, 200GiB or 4TiB');

/** Bytes. */
export function bytesOf(size: string): number;
export function bytesOf(size: string | undefined): number | undefined;
export function bytesOf(size: string | undefined): number | undefined {
  return size === undefined ? undefined : Number.parseInt(size, 10) * UNITS[size.slice(-3)]!;
}

export function megabytesOf(size: string): number {
  return bytesOf(size) / MIB;
}
