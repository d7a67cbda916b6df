/** Types of vApp properties, as their definitions spell them, and which values they take. */
import { isAddress } from './v-app-config-address.ts';

/** Whether a property of the type may have the value. The empty value stands for "none yet". */
export type PropertyType = (value: string) => boolean;

const LONGEST = 65_535;
const INT32 = { from: -(2n ** 31n), to: 2n ** 31n - 1n };
const INTEGER = /^[+-]?\d{1,100}$/;
const REAL = /^[+-]?\d*\.?\d+(e[+-]?\d+)?$/i;

const PLAIN: { readonly [type: string]: PropertyType | undefined } = {
  string: length(0, LONGEST),
  password: length(0, LONGEST),
  boolean: (value) => /^(true|false)$/i.test(value),
  int: whole(INT32.from, INT32.to),
  real: (value) => REAL.test(value),
  ip: isAddress,
  expression: (value) => value.length <= LONGEST,
};

/**
 * What a type says of values; undefined when it is no type.
 *
 * @example propertyType('int(0..255)')?.('256') // false
 */
export function propertyType(type: string): PropertyType | undefined {
  if (Object.hasOwn(PLAIN, type)) return PLAIN[type];
  // The network is named after the colon; which one is nothing a value shows.
  if (/^ip:\S/.test(type)) return (value) => value.split(',').every((part) => isAddress(part.trim()));
  return bounded(type) ?? choice(type);
}

/** Whether values of the type are written and never read. */
export function isSecret(type: string): boolean {
  return /^password\b/.test(type);
}

function length(least: number, most: number): PropertyType {
  return (value) => value.length >= least && value.length <= most;
}

function whole(from: bigint, to: bigint): PropertyType {
  return (value) => INTEGER.test(value) && within(BigInt(value.replace('+', '')), from, to);
}

function within<T extends bigint | number>(value: T, from: T, to: T): boolean {
  return value >= from && value <= to;
}

/** `string(1..8)`, `password(8..)`, `int(0..255)`, `real(-1.5..1.5)`. */
function bounded(type: string): PropertyType | undefined {
  const [, word, from, to] = /^(string|password|int|real)\((.*?)\.\.(.*)\)$/.exec(type) ?? [];
  if (word === undefined || from === undefined || to === undefined) return undefined;
  if (word === 'int') return intBetween(from, to);
  if (word === 'real') return realBetween(from, to);
  if (!/^\d*$/.test(from + to) || from + to === '') return undefined;
  const [least, most] = [Number(from), to === '' ? LONGEST : Number(to)];
  return least <= most ? length(least, most) : undefined;
}

function intBetween(from: string, to: string): PropertyType | undefined {
  if (!INTEGER.test(from) || !INTEGER.test(to)) return undefined;
  const [least, most] = [BigInt(from.replace('+', '')), BigInt(to.replace('+', ''))];
  return least <= most ? whole(least, most) : undefined;
}

function realBetween(from: string, to: string): PropertyType | undefined {
  if (!REAL.test(from) || !REAL.test(to) || Number(from) > Number(to)) return undefined;
  return (value) => REAL.test(value) && within(Number(value), Number(from), Number(to));
}

/** `string["red", "green"]`; quotes and backslashes inside a choice are escaped. */
function choice(type: string): PropertyType | undefined {
  const list = /^string\[(.*)\]$/s.exec(type)?.[1];
  if (list === undefined || !/^\s*"(\\.|[^"\\])*"(\s*,\s*"(\\.|[^"\\])*")*\s*$/s.test(list)) return undefined;
  const choices = Array.from(list.matchAll(/"((?:\\.|[^"\\])*)"/gs), ([, text]) => text!.replace(/\\(.)/gs, '$1'));
  return (value) => choices.includes(value);
}
