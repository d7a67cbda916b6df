import { normalizeDateTime } from './date-time.ts';

/** `N.0` is let through: oslo.vmware sends `4096.0` for longs, and vCenter takes it. */
const WHOLE = /^[+-]?\d+(?:\.0*)?$/;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const LONG_LIMIT = 2n ** 63n;

/**
 * Reads the text of an XSD scalar; undefined when it is not one of the type.
 *
 * Numbers are JavaScript numbers, longs too: beyond 2^53 they are the nearest double, and the largest long prints back
 * as itself. Dates are normalised text, binary is base64 text.
 */
export function readScalar(type: string, text: string): string | number | boolean | undefined {
  switch (type) {
    case 'int':
      return whole(text, -0x80000000, 0x7fffffff);
    case 'long':
      return long(text);
    case 'boolean':
      return boolean(text.trim());
    case 'short':
      return whole(text, -0x8000, 0x7fff);
    case 'byte':
      return whole(text, -0x80, 0x7f);
    case 'float':
    case 'double':
      return double(text.trim());
    case 'dateTime':
      return normalizeDateTime(text.trim());
    case 'base64Binary': {
      const packed = text.replace(/\s+/g, '');
      return BASE64.test(packed) ? packed : undefined;
    }
    default:
      return text;
  }
}

function whole(text: string, least: number, most: number): number | undefined {
  const trimmed = text.trim();
  if (!WHOLE.test(trimmed)) return undefined;
  // `+ 0` turns -0 into 0.
  const n = Number(trimmed) + 0;
  return n >= least && n <= most ? n : undefined;
}

function long(text: string): number | undefined {
  const trimmed = text.trim();
  if (!WHOLE.test(trimmed)) return undefined;
  const n = Number(trimmed) + 0;
  if (Number.isSafeInteger(n)) return n;
  const exact = BigInt(trimmed.replace(/\..*$/, '').replace(/^\+/, ''));
  return exact >= -LONG_LIMIT && exact < LONG_LIMIT ? n : undefined;
}

function boolean(text: string): boolean | undefined {
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  return undefined;
}

function double(text: string): number | undefined {
  if (text === 'INF' || text === '+INF') return Number.POSITIVE_INFINITY;
  if (text === '-INF') return Number.NEGATIVE_INFINITY;
  if (text === 'NaN') return Number.NaN;
  return DECIMAL.test(text) ? Number(text) : undefined;
}
