/** Reads what vCenter exports; what it does not understand is CustomizationFault. */
import { isElement, parseTree, type XmlElement } from '../../formats/xml-tree.ts';
import type { DataType, Property, Schema } from '../../vim25/schema.ts';
import { box, type DataObject } from '../../vim25/value.ts';
import { VimFault } from '../../world/fault.ts';
import { itemRow } from './xml-any.ts';
import { wireName } from './xml-names.ts';

type Declared = Pick<Property, 'kind' | 'type'>;

/** The object of that type in a document. Throws CustomizationFault. */
export function readConfig(schema: Schema, version: number, typeName: string, text: string): DataObject {
  const root = parseTree(text.trimStart());
  if (!isElement(root) || root.name !== 'ConfigRoot') throw unreadable('it is no ConfigRoot document');
  return new Reader(schema, version).object(root, typeName);
}

class Reader {
  readonly #schema: Schema;
  readonly #version: number;

  constructor(schema: Schema, version: number) {
    this.#schema = schema;
    this.#version = version;
  }

  object(element: XmlElement, declared: string): DataObject {
    const type = this.#runtimeType(element, declared);
    const out: Record<string, unknown> = { _typeName: type.name };
    for (const child of element.children) {
      if (child.name === '_type') continue;
      const row = type.byName.get(child.name);
      if (!row || row.version > this.#version) throw unreadable(`${type.name} has no ${child.name}`);
      out[row.name] = row.array ? this.#list(child, row) : this.#value(child, row);
    }
    for (const row of type.allProperties) {
      if (row.optional || out[row.name] !== undefined) continue;
      if (!row.array) throw unreadable(`${row.name} of ${type.name} is missing`);
      out[row.name] = [];
    }
    return out;
  }

  #runtimeType(element: XmlElement, declared: string): DataType {
    const named = typeOf(element);
    const name = named === undefined ? declared : wireName(named);
    const type = this.#schema.data(name);
    const fits = type && type.version <= this.#version && (declared === '' || this.#schema.isData(name, declared));
    if (!fits) throw unreadable(`${name} is no ${declared}`);
    return type;
  }

  #list(element: XmlElement, row: Declared): unknown[] {
    return element.children.filter(({ name }) => name === 'e').map((e) => this.#value(e, row));
  }

  #value(element: XmlElement, { kind, type }: Declared): unknown {
    if (kind === 'data') return this.object(element, type);
    if (kind === 'any') return this.#any(element);
    if (element.children.length > 0) throw unreadable(`${element.name} is a ${type}`);
    if (kind === 'enum' && !this.#schema.enum(type)?.values.has(element.text)) throw unreadable(`no ${type}`);
    return kind === 'builtin' ? scalar(type, element.text) : element.text;
  }

  #any(element: XmlElement): unknown {
    const type = typeOf(element) ?? 'string';
    const value = element.children.find(({ name }) => name === '_value');
    const kind = this.#schema.kind(type);
    if (!value) return kind === 'builtin' ? scalar(type, element.text) : this.object(element, '');
    const items = itemRow(this.#schema, type);
    if (items) return box(type, this.#list(value, items));
    if (kind === 'ref') return { type, value: value.text };
    if (kind === undefined) throw unreadable(`no type ${type}`);
    const read = this.#value(value, { kind, type });
    return PLAIN.has(type) ? read : box(type, read);
  }
}

/** Scalars that stand for themselves where any value may stand. */
const PLAIN: ReadonlySet<string> = new Set(['string', 'boolean', 'int']);
const WHOLE: ReadonlySet<string> = new Set(['byte', 'short', 'int', 'long']);

function scalar(type: string, text: string): unknown {
  if (type === 'boolean') {
    if (text !== 'true' && text !== 'false') throw unreadable(`'${text}' is no boolean`);
    return text === 'true';
  }
  const decimal = type === 'double' || type === 'float';
  if (!decimal && !WHOLE.has(type)) return text;
  const number = Number(text);
  if (text.trim() === '' || (decimal ? Number.isNaN(number) && text !== 'NaN' : !Number.isInteger(number))) {
    throw unreadable(`'${text}' is no ${type}`);
  }
  return number;
}

function typeOf(element: XmlElement): string | undefined {
  return element.children.find(({ name }) => name === '_type')?.text.trim();
}

function unreadable(why: string): VimFault {
  return new VimFault('CustomizationFault', {}, `The customization specification cannot be read: ${why}.`);
}
