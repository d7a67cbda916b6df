/** Values against the API table. */
import type { Property } from '../../../src/vim25/schema.ts';
import { vim25 } from '../../../src/vim25/vim25.ts';

/** What about a value is not as the table declares it; empty when all is. */
export function misfits(value: unknown, row: Property, path: string): string[] {
  if (value === undefined) return row.optional ? [] : [`${path} is not there`];
  if (row.array) {
    if (!Array.isArray(value)) return [`${path} is no list`];
    return value.flatMap((v, i) => misfits(v, vim25.item(row), `${path}[${i}]`));
  }
  switch (row.kind) {
    case 'data':
      return dataMisfits(value as Record<string, unknown>, row.type, path);
    case 'enum':
      return vim25.enum(row.type)!.values.has(value as string) ? [] : [`${path} is ${String(value)}`];
    case 'ref': {
      const ref = value as { type: string; value: string };
      return vim25.isManaged(ref.type, row.type) || row.type === 'ManagedObject' ? [] : [`${path} is a ${ref.type}`];
    }
    case 'builtin':
      return scalarFits(value, row.type) ? [] : [`${path} is ${String(value)}, no ${row.type}`];
    default:
      return [];
  }
}

function dataMisfits(value: Record<string, unknown>, declared: string, path: string): string[] {
  const type = (value['_typeName'] as string | undefined) ?? declared;
  if (!vim25.isData(type, declared)) return [`${path} is a ${type}, no ${declared}`];
  const { byName, allProperties } = vim25.data(type)!;
  const unknown = Object.keys(value).filter((k) => k !== '_typeName' && !byName.has(k) && value[k] !== undefined);
  return [
    ...unknown.map((k) => `${path}.${k} is not of ${type}`),
    ...allProperties.flatMap((p) => misfits(value[p.name], p, `${path}.${p.name}`)),
  ];
}

function scalarFits(value: unknown, type: string): boolean {
  if (type === 'boolean') return typeof value === 'boolean';
  if (['int', 'long', 'short', 'byte'].includes(type)) return Number.isInteger(value);
  if (['float', 'double'].includes(type)) return typeof value === 'number';
  return typeof value === 'string';
}
