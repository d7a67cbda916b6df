/** Addresses as numbers, and the ranges of a pool: `10.0.0.10#5, 10.0.0.40#1` are six addresses. */
import { isAddress } from '../../machine/v-app/v-app-config-address.ts';

export type Family = 'ipv4' | 'ipv6';

export interface Range {
  readonly first: bigint;
  readonly count: bigint;
}

export function isOf(family: Family, text: string): boolean {
  return isAddress(text) && text.includes(':') === (family === 'ipv6');
}

export function numberOf(address: string): bigint {
  if (!address.includes(':')) return address.split('.').reduce((n, part) => n * 256n + BigInt(part), 0n);
  const plain = address.replace(/[\d.]+\.[\d.]+$/, (dotted) => {
    const n = numberOf(dotted);
    return `${(n >> 16n).toString(16)}:${(n & 0xffffn).toString(16)}`;
  });
  const [head = '', tail] = plain.split('::');
  const groups = (half: string | undefined) => (half ? half.split(':') : []);
  const missing = 8 - groups(head).length - groups(tail).length;
  const all = [
    ...groups(head),
    ...Array.from({ length: tail === undefined ? 0 : missing }, () => '0'),
    ...groups(tail),
  ];
  return all.reduce((n, group) => n * 65_536n + BigInt(`0x${group}`), 0n);
}

export function addressOf(family: Family, n: bigint): string {
  const [size, bits, base] = family === 'ipv4' ? ([4, 8n, 10] as const) : ([8, 16n, 16] as const);
  const parts = Array.from({ length: size }, (_, i) => (n >> (bits * BigInt(size - 1 - i))) & ((1n << bits) - 1n));
  return parts.map((part) => part.toString(base)).join(family === 'ipv4' ? '.' : ':');
}

/** The ranges a text names; undefined for a text that names none. */
export function rangesIn(family: Family, text: string): readonly Range[] | undefined {
  const ranges: Range[] = [];
  for (const part of text.split(',').flatMap((p) => p.trim() || [])) {
    const [, first = '', count = ''] = /^([^#\s]+)\s*#\s*(\d+)$/.exec(part) ?? [];
    if (!isOf(family, first) || Number(count) < 1) return undefined;
    ranges.push({ first: numberOf(first), count: BigInt(count) });
  }
  return ranges;
}

/** Bits that are set at the front of a mask, or what a prefix length says. Undefined for a text that is neither. */
export function prefixOf(family: Family, mask: string): number | undefined {
  const width = family === 'ipv4' ? 32 : 128;
  if (/^\d{1,3}$/.test(mask)) return Number(mask) <= width ? Number(mask) : undefined;
  if (!isOf(family, mask)) return undefined;
  const bits = numberOf(mask).toString(2).padStart(width, '0');
  return /^1*0*$/.test(bits) ? bits.indexOf('0') >>> 0 : undefined;
}
