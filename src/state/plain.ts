/**
 * Facets on paper: plain values as JSON and back, without loss. What JSON has no words for stands under `$`; a property
 * that is undefined is left out. Whatever is no plain value is a defect of who put it into the world.
 */
import { SimError } from '../kernel/errors.ts';

/** Names an extent of the spool in another way: by its digest in a dump, by its new id when one is loaded. */
export type Rename = (extent: string) => string;

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['-0', -0],
]);

/** How deep values may be nested. */
const DEEPEST = 200;

/** A value as JSON.stringify takes it: itself wherever that will do. */
export function toJson(value: unknown, rename?: Rename, depth = 0): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return ordinary(value) ? value : { $: Object.is(value, -0) ? '-0' : String(value) };
  if (value === undefined) return { $: 'undefined' };
  if (typeof value === 'bigint') return { $: 'bigint', is: String(value) };
  if (typeof value !== 'object') throw notPlain(typeof value);
  if (depth > DEEPEST) throw notPlain('a value without end');
  if (Array.isArray(value)) return listToJson(value, rename, depth);
  if (value instanceof Uint8Array) return { $: 'bytes', is: Buffer.from(value).toString('base64') };
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw notPlain(prototype.constructor?.name ?? 'an object');
  return objectToJson(value as Readonly<Record<string, unknown>>, rename, depth);
}

/** The value that `toJson` was given. Throws SyntaxError for what it never gives. */
export function fromJson(json: unknown, rename?: Rename): unknown {
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return Object.freeze(json.map((item) => fromJson(item, rename)));
  if ('$' in json) return special(json as Special, rename);
  const made: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(json)) {
    if (key === '__proto__') throw new SyntaxError("no property is called '__proto__'");
    made[key] = rename && isExtent(key, value) ? rename(value as string) : fromJson(value, rename);
  }
  return Object.freeze(made);
}

function ordinary(n: number): boolean {
  return Number.isFinite(n) && !Object.is(n, -0);
}

function listToJson(list: readonly unknown[], rename: Rename | undefined, depth: number): readonly unknown[] {
  let made: unknown[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const json = toJson(list[i], rename, depth + 1);
    if (!made && json !== list[i]) made = list.slice(0, i);
    made?.push(json);
  }
  return made ?? list;
}

function objectToJson(object: Readonly<Record<string, unknown>>, rename: Rename | undefined, depth: number): unknown {
  let made: Record<string, unknown> | undefined;
  for (const key in object) {
    const value = object[key];
    if (value === undefined) continue;
    const json = rename && isExtent(key, value) ? rename(value as string) : toJson(value, rename, depth + 1);
    if (json !== value) {
      made ??= { ...object };
      made[key] = json;
    }
  }
  const plain = made ?? object;
  return '$' in object ? { $: 'object', is: Object.entries(plain) } : plain;
}

interface Special {
  readonly $: unknown;
  readonly is?: unknown;
}

function special({ $, is }: Special, rename: Rename | undefined): unknown {
  if ($ === 'undefined') return undefined;
  if ($ === 'bigint' && typeof is === 'string' && /^-?\d{1,400}$/.test(is)) return BigInt(is);
  if ($ === 'bytes' && typeof is === 'string') return Buffer.from(is, 'base64');
  if ($ === 'object' && Array.isArray(is) && is.every((e) => Array.isArray(e) && typeof e[0] === 'string'))
    return Object.freeze(Object.fromEntries(is.map(([key, value]) => [key, fromJson(value, rename)])));
  const number = NUMBERS.get($ as string);
  if (number === undefined) throw new SyntaxError(`'${String($)}' is no special value`);
  return number;
}

/** Files of the spool stand under this name wherever they stand. */
function isExtent(key: string, value: unknown): boolean {
  return key === 'extent' && typeof value === 'string';
}

function notPlain(what: string): SimError {
  return new SimError('ERR_STATE', `${what} stands in the world, which can be written down only as plain values`);
}
