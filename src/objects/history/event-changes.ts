/** `configChanges` of an event that tells of a reconfiguration: what was modified, added and deleted, line by line. */
import type { ChangesInfoEventArgument } from '../../vim25/generated/index.ts';
import { isRef } from '../../vim25/value.ts';

/** Compares two configurations. Lines read `path: before -> after; `, as vCenter writes them. */
export function changesBetween(prefix: string, before: unknown, after: unknown): ChangesInfoEventArgument {
  const changes: Changes = { modified: [], added: [], deleted: [] };
  compare(prefix, before, after, changes);
  return {
    modified: changes.modified.join(''),
    added: changes.added.join(''),
    deleted: changes.deleted.join(''),
  };
}

interface Changes {
  readonly modified: string[];
  readonly added: string[];
  readonly deleted: string[];
}

function compare(path: string, before: unknown, after: unknown, into: Changes): void {
  if (before === after) return;
  if (isPlain(before) && isPlain(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (name !== '_typeName') compare(path === '' ? name : `${path}.${name}`, before[name], after[name], into);
    }
    return;
  }
  const [was, is] = [said(before), said(after)];
  if (was === is) return;
  if (before === undefined) into.added.push(`${path}: ${is}; `);
  else if (after === undefined) into.deleted.push(`${path}: ${was}; `);
  else into.modified.push(`${path}: ${was} -> ${is}; `);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isRef(value);
}

function said(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  return isRef(value) ? `'${value.type}:${value.value}'` : (JSON.stringify(value) ?? '<unset>');
}
