/**
 * Property paths: `name`, `runtime.powerState`, `config.hardware.device[2000].backing.fileName`,
 * `config.extraConfig["guestinfo.x"].value`.
 */
import type { Property, Schema } from '../../vim25/schema.ts';
import { isRef } from '../../vim25/value.ts';

/** A step below the top property: a member of a data object, or the element of an array with that key. */
export type PathStep = { readonly name: string } | { readonly key: string };

export interface Path {
  /** As the client wrote it; answers echo it. */
  readonly text: string;
  readonly top: string;
  readonly steps: readonly PathStep[];
}

const NO_STEPS: readonly PathStep[] = [];

/** Names with dots between, as nearly every path is. */
const PLAIN = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;

/** Undefined when the text is no property path. */
export function parsePath(text: string): Path | undefined {
  if (!PLAIN.test(text)) return parseKeyed(text);
  if (!text.includes('.')) return { text, top: text, steps: NO_STEPS };
  const [top, ...names] = text.split('.') as [string, ...string[]];
  return { text, top, steps: names.map((name) => ({ name })) };
}

function parseKeyed(text: string): Path | undefined {
  const steps: PathStep[] = [];
  const token = /([A-Za-z_]\w*)|\[(?:"((?:[^"\\]|\\.)*)"|([^\]"]+))\]|(\.)/gy;
  let expectName = true;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (!match) return undefined;
    const [, name, quoted, bare, dot] = match;
    if (name !== undefined && expectName) steps.push({ name });
    else if ((quoted ?? bare) !== undefined && !expectName)
      steps.push({ key: quoted?.replace(/\\(.)/g, '$1') ?? bare! });
    else if (dot === undefined || expectName) return undefined;
    expectName = dot !== undefined;
  }
  const first = steps[0];
  return first && 'name' in first && !expectName ? { text, top: first.name, steps: steps.slice(1) } : undefined;
}

/** Whether the path can lead anywhere from a managed type, as far as the table tells. */
export function isValidPath(schema: Schema, type: string, path: Path): boolean {
  let row = schema.managed(type)?.properties.get(path.top);
  for (const step of path.steps) {
    if (!row) return false;
    if ('key' in step) {
      if (!row.array) return false;
      row = schema.item(row);
    } else {
      if (row.array || row.kind === 'ref') return false;
      if (row.kind === 'any') return true;
      row = member(schema, row.type, step.name);
    }
  }
  return row !== undefined;
}

/** A member of a data type or, since values may be of a derived type, of any type derived from it. */
function member(schema: Schema, type: string, name: string): Property | undefined {
  const declared = schema.data(type)?.byName.get(name);
  if (declared) return declared;
  for (const candidate of schema.dataNames) {
    if (!schema.isData(candidate, type)) continue;
    const row = schema.data(candidate)!.byName.get(name);
    if (row) return row;
  }
  return undefined;
}

/** A value and what the table says of it. */
export interface Found {
  readonly value: unknown;
  readonly row: Property;
}

/** Follows the steps from the value of the top property. Undefined where something on the way is unset. */
export function follow(schema: Schema, value: unknown, row: Property, steps: readonly PathStep[]): Found | undefined {
  let found: Found = { value, row };
  for (const step of steps) {
    if (found.value === undefined || found.value === null) return undefined;
    const next = 'key' in step ? element(schema, found, step.key) : memberOf(schema, found, step.name);
    if (!next || next.value === undefined) return undefined;
    found = next;
  }
  return found.value === undefined ? undefined : found;
}

function element(schema: Schema, at: Found, key: string): Found | undefined {
  if (!Array.isArray(at.value)) return undefined;
  const value = at.value.find((item) => keyOf(item) === key);
  return value === undefined ? undefined : { value, row: schema.item(at.row) };
}

function memberOf(schema: Schema, at: Found, name: string): Found | undefined {
  const object = at.value as Record<string, unknown>;
  if (!Object.hasOwn(object, name)) return undefined;
  const row = schema.data((object['_typeName'] as string | undefined) ?? at.row.type)?.byName.get(name);
  return row && { value: object[name], row };
}

/** The key by which an element of an array is named in a path; undefined when it has none. */
export function keyOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null || isRef(item)) return undefined;
  const key = (item as Record<string, unknown>)['key'];
  if (typeof key === 'string') return key;
  if (typeof key === 'number') return String(key);
  return isRef(key) ? key.value : undefined;
}
