/** What a reconfiguration did, as `VmReconfiguredEvent.configChanges` tells it: a line for each value. */
import type { ChangesInfoEventArgument } from '../../../vim25/generated/index.ts';
import { isRef } from '../../../vim25/value.ts';

type Plain = Readonly<Record<string, unknown>>;

interface Lines {
  readonly modified: string[];
  readonly added: string[];
  readonly deleted: string[];
}

/** Compares two values of `config`. Lines read `config.hardware.numCPU: 1 -> 2; `, a blank one after each. */
export function configChanges(before: unknown, after: unknown): ChangesInfoEventArgument {
  const lines: Lines = { modified: [], added: [], deleted: [] };
  compare('config', before, after, lines);
  const text = (list: readonly string[]) => list.map((line) => `${line}; \n\n`).join('');
  return {
    _typeName: 'ChangesInfoEventArgument',
    modified: text(lines.modified),
    added: text(lines.added),
    deleted: text(lines.deleted),
  };
}

/** What follows from the change itself, or from where the machine is. */
const UNTOLD: ReadonlySet<string> = new Set([
  '_typeName',
  'changeVersion',
  'modified',
  'datastoreUrl',
  'initialOverhead',
]);

function compare(path: string, before: unknown, after: unknown, into: Lines): void {
  if (before === after) return;
  if (isKeyed(before) && isKeyed(after)) return compareLists(path, before, after, into);
  if (isPlain(before) && isPlain(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (!UNTOLD.has(name)) compare(`${path}.${name}`, before[name], after[name], into);
    }
    return;
  }
  const [was, is] = [said(before), said(after)];
  if (was !== is) into.modified.push(`${path}: ${was} -> ${is}`);
}

function compareLists(path: string, before: readonly Plain[], after: readonly Plain[], into: Lines): void {
  const was = new Map(before.map((item) => [item['key'], item]));
  const is = new Map(after.map((item) => [item['key'], item]));
  const at = (key: unknown) => `${path}(${typeof key === 'string' ? JSON.stringify(key) : String(key)})`;
  for (const [key, item] of is) {
    if (was.has(key)) compare(at(key), was.get(key), item, into);
    else into.added.push(`${at(key)}: ${said(item)}`);
  }
  for (const [key, item] of was) if (!is.has(key)) into.deleted.push(`${at(key)}: ${said(item)}`);
}

function isKeyed(value: unknown): value is readonly Plain[] {
  return Array.isArray(value) && value.every((item) => isPlain(item) && item['key'] !== undefined);
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isRef(value);
}

function said(value: unknown): string {
  if (value === undefined || value === null) return '<unset>';
  if (typeof value === 'string') return JSON.stringify(value);
  if (isRef(value)) return `'vim.${value.type}:${value.value}'`;
  if (Array.isArray(value)) return value.length === 0 ? '<unset>' : `(${value.map(said).join(', ')})`;
  if (!isPlain(value)) return String(value);
  const parts = Object.entries(value).filter(([name, v]) => name !== '_typeName' && v !== undefined);
  return `(${parts.map(([name, v]) => `${name} = ${said(v)}`).join(', ')})`;
}
