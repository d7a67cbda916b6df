/**
 * What differs between two values of a property, at the depth vCenter sends: down to the member that changed, and per
 * element in arrays whose elements have keys; other arrays are sent whole.
 */

import { isRef } from '../../vim25/value.ts';
import { sameValue } from '../../world/equal.ts';
import { keyOf } from './path.ts';

export type ChangeOp = 'add' | 'remove' | 'assign';

export interface Difference {
  /** Path below the property, beginning with `.` or `[`; empty for the property itself. */
  readonly path: string;
  readonly op: ChangeOp;
}

export function difference(before: unknown, after: unknown): Difference[] {
  const found: Difference[] = [];
  compare('', before, after, found);
  return found;
}

function compare(path: string, before: unknown, after: unknown, found: Difference[]): void {
  if (before === after) return;
  if (Array.isArray(before) && Array.isArray(after)) compareArrays(path, before, after, found);
  else if (isPlain(before) && isPlain(after) && before['_typeName'] === after['_typeName']) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      compare(`${path}.${name}`, before[name], after[name], found);
    }
  } else if (!sameValue(before, after)) found.push({ path, op: 'assign' });
}

function compareArrays(path: string, before: readonly unknown[], after: readonly unknown[], found: Difference[]): void {
  const old = byKey(before);
  const now = byKey(after);
  if (!old || !now) {
    if (!sameValue(before, after)) found.push({ path, op: 'assign' });
    return;
  }
  for (const key of old.keys())
    if (!now.has(key)) found.push({ path: `${path}[${pathKey(old.get(key), key)}]`, op: 'remove' });
  for (const [key, item] of now) {
    const at = `${path}[${pathKey(item, key)}]`;
    if (old.has(key)) compare(at, old.get(key), item, found);
    else found.push({ path: at, op: 'add' });
  }
}

/** Elements by key; undefined when one has none or two share one. */
function byKey(items: readonly unknown[]): Map<string, unknown> | undefined {
  const map = new Map<string, unknown>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined || map.has(key)) return undefined;
    map.set(key, item);
  }
  return map;
}

/** Numbers stand bare in a path, texts in quotes, with a backslash before what would end them. */
function pathKey(item: unknown, key: string): string {
  return typeof (item as { key?: unknown }).key === 'number' ? key : `"${key.replace(/["\\]/g, '\\$&')}"`;
}

function isPlain(v: unknown): v is Record<string, unknown> {
  return typeof v === 'object' && v !== null && !Array.isArray(v) && !isRef(v) && !('_value' in v);
}
