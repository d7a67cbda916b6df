/** The Range header, as far as files need it: one range of bytes. */

export interface ByteRange {
  readonly start: number;
  /** Not included. */
  readonly end: number;
}

/** Undefined when the whole is asked for: no header, another unit, several ranges, or something that is no range. */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const [first, last] = [match[1], match[2]].map((digits) => (digits === '' ? undefined : Number(digits)));
  if (first === undefined)
    return last === 0 || size === 0 ? 'unsatisfiable' : { start: Math.max(0, size - last!), end: size };
  if (first >= size) return 'unsatisfiable';
  const end = Math.min(size, (last ?? size - 1) + 1);
  return end > first ? { start: first, end } : undefined;
}
