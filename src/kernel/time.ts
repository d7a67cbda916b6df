/** Instants are milliseconds since the epoch, with a fraction for microseconds; durations are milliseconds. */

const UNITS: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * An instant as vCenter writes dateTime: UTC, at most six decimals, trailing zeros trimmed, none when zero.
 *
 * @example formatTime(1702536813763.524) // '2023-12-14T06:53:33.763524Z'
 */
export function formatTime(instant: number): string {
  const micros = Math.round(instant * 1000);
  const seconds = Math.floor(micros / 1e6);
  const fraction = micros - seconds * 1e6;
  const head = new Date(seconds * 1000).toISOString().slice(0, 19);
  return fraction === 0 ? `${head}Z` : `${head}.${String(fraction).padStart(6, '0').replace(/0+$/, '')}Z`;
}

/** Reads what `formatTime` writes. Returns milliseconds, keeping microseconds. */
export function parseTime(text: string): number {
  const match = /^(.{19})(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?$/.exec(text);
  if (!match) return Number.NaN;
  const whole = Date.parse(`${match[1]}${match[3] ?? 'Z'}`);
  return whole + (match[2] ? Number(`0.${match[2]}`) * 1000 : 0);
}

/** `500ms`, `30s`, `5m`, `2h`, `1d`, or a bare number of milliseconds. NaN when it is none of these. */
export function parseDuration(text: string | number): number {
  if (typeof text === 'number') return text;
  const match = /^\s*(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)?\s*$/.exec(text);
  return match ? Number(match[1]) * UNITS[match[2] ?? 'ms']! : Number.NaN;
}
