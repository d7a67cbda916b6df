/** Amounts of bytes as users write them. */

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  B: 1,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
};

/** `512MiB`, `1.5GiB`, or a bare number of bytes. NaN when it is none of these. */
export function parseSize(text: string | number): number {
  if (typeof text === 'number') return text;
  const match = /^\s*(\d+(?:\.\d+)?)\s*([KMGT]iB|B)?\s*$/.exec(text);
  return match ? Math.round(Number(match[1]) * UNITS[match[2] ?? '']!) : Number.NaN;
}
