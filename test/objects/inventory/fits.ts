/** Whether a value is one that the API table allows in a place: nothing unknown, nothing missing, every type right. */
import type { Property, Schema } from '../../../src/vim25/schema.ts';

/** What is wrong with a value, each with the path to it; nothing when it fits. */
export function misfits(schema: Schema, row: Property, value: unknown, at: string): string[] {
  if (value === undefined) return row.optional ? [] : [`${at} is missing`];
  if (row.array) {
    if (!Array.isArray(value)) return [`${at} is no list`];
    return value.flatMap((item, i) => misfits(schema, schema.item(row), item, `${at}[${i}]`));
  }
  if (Array.isArray(value)) return [`${at} is a list`];
  switch (row.kind) {
    case 'data':
      return dataMisfits(schema, row.type, value, at);
    case 'enum':
      return schema.enum(row.type)!.values.has(value as string) ? [] : [`${at} is no ${row.type}: ${String(value)}`];
    case 'ref':
      return refMisfits(schema, row.type, value, at);
    case 'builtin':
      return builtinFits(row.type, value) ? [] : [`${at} is no ${row.type}: ${String(value)}`];
    default:
      return anyMisfits(schema, value, at);
  }
}

function anyMisfits(schema: Schema, value: unknown, at: string): string[] {
  const name = (value as { _typeName?: string })._typeName;
  if (typeof value !== 'object' || value === null || name === undefined) return [];
  return schema.data(name) ? dataMisfits(schema, name, value, at) : [];
}

function refMisfits(schema: Schema, type: string, value: unknown, at: string): string[] {
  const ref = value as { type?: string; value?: unknown };
  if (typeof ref !== 'object' || typeof ref.value !== 'string') return [`${at} is no reference`];
  return type === 'ManagedObject' || schema.isManaged(ref.type!, type) ? [] : [`${at} is a ${ref.type}, not a ${type}`];
}

function dataMisfits(schema: Schema, declared: string, value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return [`${at} is no ${declared}`];
  const name = (value as { _typeName?: string })._typeName ?? declared;
  const type = schema.data(name);
  if (!type) return [`${at} is of no known type: ${name}`];
  const wrong = schema.isData(name, declared) ? [] : [`${at} is a ${name}, not a ${declared}`];
  for (const key of Object.keys(value)) {
    if (key !== '_typeName' && !type.byName.has(key)) wrong.push(`${at}.${key} is not in ${name}`);
  }
  const parts = value as Record<string, unknown>;
  return [...wrong, ...type.allProperties.flatMap((p) => misfits(schema, p, parts[p.name], `${at}.${p.name}`))];
}

const WHOLE: Readonly<Record<string, number>> = {
  byte: 2 ** 7,
  short: 2 ** 15,
  int: 2 ** 31,
  long: Number.MAX_SAFE_INTEGER,
};

function builtinFits(type: string, value: unknown): boolean {
  const bound = WHOLE[type];
  if (bound !== undefined) return Number.isInteger(value) && (value as number) < bound && (value as number) >= -bound;
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'float' || type === 'double') return typeof value === 'number';
  if (type === 'dateTime') return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);
  return typeof value === 'string' || type === 'base64Binary';
}
