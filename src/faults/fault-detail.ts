/** A fault's typed detail, checked against the API table before it can reach the wire. */
import { parseTime } from '../kernel/time.ts';
import type { Property, Schema } from '../vim25/schema.ts';
import { type DataObject, isRef } from '../vim25/value.ts';
import type { FaultDetail, FaultInput } from './rule.ts';
import { meant, type Path, RuleError } from './rule-error.ts';

/** Properties that the call itself gives when a rule is silent: the object called on, and what it lacked. */
const FROM_CALL: ReadonlySet<string> = new Set(['obj', 'object', 'privilegeId']);

/** Throws RuleError when the type is no fault, or a property is unknown, missing or of another type. */
export function checkFault(schema: Schema, input: FaultInput, path: Path): FaultDetail {
  const { fault, properties = {}, message } = input;
  if (!schema.isData(fault, 'MethodFault')) {
    const known = schema.dataNames.filter((name) => schema.isData(name, 'MethodFault'));
    throw new RuleError([...path, 'fault'], `the API has no fault '${fault}'${meant(fault, known)}`);
  }
  const at = [...path, 'properties'];
  checkData(schema, fault, properties, at);
  for (const row of schema.data(fault)!.allProperties) {
    if (row.optional || properties[row.name] !== undefined || FROM_CALL.has(row.name)) continue;
    throw new RuleError(at, `${fault} needs '${row.name}' (${row.type}${row.array ? '[]' : ''})`);
  }
  return { fault, properties: properties as DataObject, message };
}

/** What a fault says of the call it befalls, where its rule says nothing. */
export function completeFault(schema: Schema, detail: FaultDetail, target: object | undefined): DataObject {
  const filled: Record<string, unknown> = { ...detail.properties };
  for (const row of schema.data(detail.fault)?.allProperties ?? []) {
    if (filled[row.name] !== undefined || !FROM_CALL.has(row.name)) continue;
    filled[row.name] = row.name === 'privilegeId' ? 'System.View' : target;
  }
  return filled;
}

function checkData(schema: Schema, type: string, value: object, path: Path): void {
  const known = schema.data(type)!.byName;
  for (const [name, given] of Object.entries(value)) {
    if (name === '_typeName') continue;
    const row = known.get(name);
    if (!row) throw new RuleError([...path, name], `${type} has no property '${name}'${meant(name, known.keys())}`);
    checkProperty(schema, row, given, [...path, name]);
  }
}

function checkProperty(schema: Schema, row: Property, value: unknown, path: Path): void {
  if (row.array && !Array.isArray(value)) throw new RuleError(path, `expected a list of ${row.type}`);
  if (!row.array) checkOne(schema, row, value, path);
  else for (const [i, item] of (value as unknown[]).entries()) checkOne(schema, row, item, [...path, i]);
}

function checkOne(schema: Schema, row: Property, value: unknown, path: Path): void {
  const wrong = (): RuleError => new RuleError(path, `expected ${row.type}, found ${JSON.stringify(value)}`);
  switch (row.kind) {
    case 'enum': {
      const values = schema.enum(row.type)!.values;
      if (typeof value === 'string' && values.has(value)) return;
      throw new RuleError(
        path,
        `${row.type} has no value ${JSON.stringify(value)}${meant(String(value), values.keys())}`,
      );
    }
    case 'ref':
      if (!isRef(value))
        throw new RuleError(path, `expected a reference { type, value }, found ${JSON.stringify(value)}`);
      return;
    case 'data': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong();
      const type = (value as DataObject)._typeName ?? row.type;
      if (!schema.isData(type, row.type)) throw new RuleError(path, `'${type}' is not a ${row.type}`);
      checkData(schema, type, value, path);
      checkWhole(schema, type, value, path);
      return;
    }
    case 'builtin':
      if (!fits(row.type, value)) throw wrong();
      return;
    case 'any':
      checkAny(schema, value, path);
      return;
  }
}

/** What every value of a type has; lists may be empty, and are then left out. */
function checkWhole(schema: Schema, type: string, value: object, path: Path): void {
  for (const { name, array, always } of schema.data(type)!.required) {
    if (array || !always || (value as Record<string, unknown>)[name] !== undefined) continue;
    throw new RuleError(path, `${type} needs '${name}'`);
  }
}

/** A value of any type says which, when it is no text, number or boolean. */
function checkAny(schema: Schema, value: unknown, path: Path): void {
  if (/^(string|number|boolean)$/.test(typeof value) || isRef(value)) return;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RuleError(path, `expected a value, found ${Array.isArray(value) ? 'a list' : String(value)}`);
  const type = (value as DataObject)._typeName;
  if (type === undefined) throw new RuleError(path, "needs '_typeName', for it may be of any type");
  if (!schema.data(type))
    throw new RuleError(path, `the API has no data type '${type}'${meant(type, schema.dataNames)}`);
  checkData(schema, type, value, path);
  checkWhole(schema, type, value, path);
}

function fits(type: string, value: unknown): boolean {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      return Number.isInteger(value);
    case 'float':
    case 'double':
      return typeof value === 'number';
    case 'dateTime':
      return typeof value === 'string' && !Number.isNaN(parseTime(value));
    default:
      return typeof value === 'string';
  }
}
