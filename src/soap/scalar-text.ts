import { dateTimeText } from './date-time.ts';
import { escapeText } from './escape.ts';

/** How the values of one scalar type are written, escaped. */
export type ScalarText = (value: unknown) => string;

const MAX_LONG = 2 ** 63;

/** The writer of an XSD scalar type. */
export function scalarText(type: string): ScalarText {
  switch (type) {
    case 'int':
    case 'short':
    case 'byte':
      return intText;
    case 'long':
      return longText;
    case 'boolean':
      return booleanText;
    case 'float':
    case 'double':
      return doubleText;
    case 'dateTime':
      return dateText;
    case 'base64Binary':
      return binaryText;
    default:
      return stringText;
  }
}

/** XSD name of a scalar type; the API's own string types are plain strings on the wire. */
export function xsdName(type: string): string {
  return type === 'TypeName' || type === 'PropertyPath' || type === 'MethodName' ? 'string' : type;
}

function stringText(value: unknown): string {
  return escapeText(typeof value === 'string' ? value : String(value));
}

function intText(value: unknown): string {
  return `${value as number}`;
}

function booleanText(value: unknown): string {
  return value ? 'true' : 'false';
}

/** Doubles cannot hold the largest long; what stands for it must print as it. */
function longText(value: unknown): string {
  const n = value as number;
  if (Number.isSafeInteger(n)) return `${n}`;
  if (n >= MAX_LONG) return '9223372036854775807';
  if (n <= -MAX_LONG) return '-9223372036854775808';
  return Number.isInteger(n) ? BigInt(n).toString() : String(n);
}

function doubleText(value: unknown): string {
  const n = value as number;
  if (Number.isFinite(n)) return Object.is(n, -0) ? '-0' : String(n);
  return Number.isNaN(n) ? 'NaN' : n > 0 ? 'INF' : '-INF';
}

function dateText(value: unknown): string {
  return value instanceof Date ? dateTimeText(value) : stringText(value);
}

function binaryText(value: unknown): string {
  if (!(value instanceof Uint8Array)) return stringText(value);
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
}
