/** What a value has to be: the value itself, or a word about it. */
import { fitsName } from '../kernel/glob.ts';
import { isRef } from '../vim25/value.ts';
import type { Shape } from './shape.ts';

type Scalar = string | number | boolean;

/** Exactly one of them. */
export interface Comparison {
  /** Texts are globs; of an object its name or its id. */
  readonly equals?: Scalar;
  readonly not?: Scalar;
  /** More than so much; of a list, its length. */
  readonly above?: number;
  readonly below?: number;
  /** Whether it is set at all. */
  readonly exists?: boolean;
}

export type Condition = Scalar | Comparison;

const WORDS = ['equals', 'not', 'above', 'below', 'exists'] as const;

export const comparison: { readonly [W in (typeof WORDS)[number]]: Shape } = {
  equals: { kind: 'scalar', about: 'this, or what the glob fits; of an object its name or id' },
  not: { kind: 'scalar', about: 'anything else' },
  above: { kind: 'number', about: 'more than that; of a list, its length' },
  below: { kind: 'number', about: 'less than that' },
  exists: { kind: 'either', of: [{ kind: 'yes' }, { kind: 'no' }], about: 'whether it is set' },
};

export const conditionShape: Shape = {
  kind: 'either',
  of: [{ kind: 'scalar' }, { kind: 'object', oneOf: WORDS, fields: comparison, about: 'a word about the value' }],
  about: 'the value, or a word about it',
};

/** `nameOf` tells what an object is called that a value names. */
export function meets(condition: Condition, value: unknown, nameOf: (id: string) => string | undefined): boolean {
  if (typeof condition !== 'object') return isSame(value, condition, nameOf);
  const { equals, not, above, below, exists } = condition;
  if (exists !== undefined) return (value !== undefined) === exists;
  if (equals !== undefined) return isSame(value, equals, nameOf);
  if (not !== undefined) return !isSame(value, not, nameOf);
  const amount = Array.isArray(value) ? value.length : value;
  if (typeof amount !== 'number') return false;
  return above === undefined ? amount < below! : amount > above;
}

function isSame(value: unknown, said: Scalar, nameOf: (id: string) => string | undefined): boolean {
  if (value === said) return true;
  if (typeof said !== 'string') return false;
  if (isRef(value)) return value.value === said || fitsName(said, nameOf(value.value) ?? '');
  return typeof value === 'string' && fitsName(said, value);
}
