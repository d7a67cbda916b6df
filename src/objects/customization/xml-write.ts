/**
 * A specification as vCenter exports it: `ConfigRoot`, in every object its type first and then its properties by name,
 * two blanks a level, an empty text as an empty element.
 */
import type { Property, Schema } from '../../vim25/schema.ts';
import { type DataObject, isBoxed, isRef } from '../../vim25/value.ts';
import { itemRow } from './xml-any.ts';
import { exportedName } from './xml-names.ts';

type Declared = Pick<Property, 'kind' | 'type'>;

/** The document of an object of that type. */
export function writeConfig(schema: Schema, typeName: string, value: DataObject): string {
  return `<ConfigRoot>\n${new Writer(schema).object(value, typeName, 1)}</ConfigRoot>\n`;
}

class Writer {
  readonly #schema: Schema;

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  object(value: DataObject, declared: string, depth: number): string {
    const name = value._typeName ?? declared;
    const rows = [...(this.#schema.data(name)?.allProperties ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
    const properties = rows.map((row) => this.#property(row, value[row.name], depth));
    return leaf('_type', exportedName(name), depth) + properties.join('');
  }

  #property(row: Property, value: unknown, depth: number): string {
    if (value === undefined || value === null) return '';
    if (!row.array) return this.#item(row.name, row, value, depth);
    return this.#list(row.name, row, value as readonly unknown[], depth);
  }

  #list(name: string, row: Declared, values: readonly unknown[], depth: number): string {
    const type = `${exportedName(row.type)}[]`;
    const head = leaf('_length', String(values.length), depth + 1) + leaf('_type', type, depth + 1);
    const items = values.map((value, i) => this.#item('e', row, value, depth + 1, ` id="${i}"`));
    return branch(name, head + items.join(''), depth);
  }

  #item(name: string, { kind, type }: Declared, value: unknown, depth: number, attributes = ''): string {
    if (kind === 'data') return branch(name, this.object(value as DataObject, type, depth + 1), depth, attributes);
    if (kind === 'any') return branch(name, this.#any(value, depth + 1), depth, attributes);
    return leaf(name, scalar(value), depth, attributes);
  }

  /** A value that says its type itself. What vCenter writes there is not recorded; this comes back as it went. */
  #any(value: unknown, depth: number): string {
    const plain = (type: string, text: unknown) => leaf('_type', type, depth) + leaf('_value', scalar(text), depth);
    if (isBoxed(value)) {
      const { _typeName, _value } = value;
      if (!Array.isArray(_value)) return plain(_typeName, _value);
      return leaf('_type', _typeName, depth) + this.#list('_value', itemRow(this.#schema, _typeName)!, _value, depth);
    }
    if (typeof value === 'string') return plain('string', value);
    if (typeof value === 'boolean') return plain('boolean', value);
    if (typeof value === 'number') return plain(Number.isInteger(value) ? 'int' : 'double', value);
    if (isRef(value)) return plain(value.type, value.value);
    return this.object(value as DataObject, 'DynamicData', depth);
  }
}

function scalar(value: unknown): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function leaf(name: string, text: string, depth: number, attributes = ''): string {
  const head = `${'  '.repeat(depth)}<${name}${attributes}`;
  return text === '' ? `${head}/>\n` : `${head}>${escaped(text)}</${name}>\n`;
}

function branch(name: string, content: string, depth: number, attributes = ''): string {
  const indent = '  '.repeat(depth);
  return `${indent}<${name}${attributes}>\n${content}${indent}</${name}>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
// biome-ignore lint/suspicious/noControlCharactersInRegex: the characters XML does not allow are the point
const SPECIALS = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** What XML cannot hold at all becomes `?`, as on the wire. */
function escaped(text: string): string {
  return text.replace(SPECIALS, (c) => ENTITIES[c] ?? '?');
}
