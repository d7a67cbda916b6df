/** Whether arguments are those that somebody expects, and where they differ. */
import { isRef } from '../vim25/value.ts';

/** Where a value is not as expected: `spec.name: expected 'web', was 'db'`. */
export interface Difference {
  readonly path: string;
  readonly expected: string;
  readonly actual: string;
}

interface Asymmetric {
  asymmetricMatch(value: unknown): boolean;
}

/**
 * Differences between a value and what is expected of it. An object expects its own words and lets others be; a list is
 * as long as expected. A RegExp tries a text; a function, or a matcher such as `expect.any(Number)`, says itself whether
 * a value will do. A text also means the reference to the object of that id.
 */
export function differences(actual: unknown, expected: unknown, path = ''): Difference[] {
  if (fits(actual, expected)) return [];
  if (Array.isArray(expected) && Array.isArray(actual)) return ofLists(actual, expected, path);
  if (isPlain(expected) && isPlain(actual)) {
    return Object.keys(expected).flatMap((name) =>
      differences(actual[name], expected[name], path === '' ? name : `${path}.${name}`),
    );
  }
  return [{ path, expected: told(expected), actual: told(actual) }];
}

function ofLists(actual: readonly unknown[], expected: readonly unknown[], path: string): Difference[] {
  if (actual.length !== expected.length) {
    return [{ path, expected: `a list of ${expected.length}`, actual: `a list of ${actual.length}` }];
  }
  return expected.flatMap((item, i) => differences(actual[i], item, `${path}[${i}]`));
}

/** Whether there is nothing to look for inside. */
function fits(actual: unknown, expected: unknown): boolean {
  if (Object.is(actual, expected)) return true;
  if (expected instanceof RegExp) return typeof actual === 'string' && expected.test(actual);
  if (typeof expected === 'function') return Boolean((expected as (value: unknown) => unknown)(actual));
  if (isAsymmetric(expected)) return expected.asymmetricMatch(actual);
  if (typeof expected === 'string' && isRef(actual)) return actual.value === expected;
  if (isPlain(expected) && isPlain(actual)) {
    return Object.keys(expected).every((name) => differences(actual[name], expected[name]).length === 0);
  }
  return false;
}

function isAsymmetric(value: unknown): value is Asymmetric {
  return typeof (value as Partial<Asymmetric> | null | undefined)?.asymmetricMatch === 'function';
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isAsymmetric(value);
}

const LONGEST = 120;

/** A value in a few words. */
export function told(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value instanceof RegExp) return String(value);
  if (typeof value === 'function') return value.name === '' ? 'something else' : value.name;
  if (typeof value === 'string') return `'${value}'`;
  const text = isAsymmetric(value) ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
