/** Values of the API as `govc object.save` writes them: XML read by the API's table. */
import { XMLParser } from 'fast-xml-parser';
import { formatTime, parseTime } from '../kernel/time.ts';
import type { Schema } from '../vim25/schema.ts';
import { box } from '../vim25/value.ts';

/** An element: its text, its attributes under `@name`, its children by name. */
export interface Element {
  readonly [name: string]: string | Element | readonly Element[] | undefined;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  alwaysCreateTextNode: true,
  htmlEntities: true,
});

/** The document's elements. Throws what the parser throws. */
export function parseSaved(text: string): Element {
  return parser.parse(text) as Element;
}

export function children(element: Element | undefined, name: string): readonly Element[] {
  const found = element && Object.hasOwn(element, name) ? element[name] : undefined;
  return found === undefined ? [] : ([found].flat() as readonly Element[]);
}

export function textOf(element: Element | undefined): string {
  return String(element?.['#text'] ?? '');
}

/** The value an element holds; `declared` counts where the element does not name its type. Undefined for what is none. */
export function savedValue(schema: Schema, element: Element, declared: string): unknown {
  const type = typeOf(element) ?? declared;
  const item = itemType(schema, type);
  if (item === undefined) return oneValue(schema, element, type);
  return elements(element).flatMap((e) => savedValue(schema, e, item) ?? []);
}

/** `xsi:type`, whatever prefix stands for the namespace, without that of the value. */
function typeOf(element: Element): string | undefined {
  const name = Object.keys(element).find((k) => /^@.+:type$/.test(k));
  return name === undefined ? undefined : String(element[name]).replace(/^.*:/, '');
}

function elements(element: Element): readonly Element[] {
  return Object.entries(element).flatMap(([name]) => (/^[@#]/.test(name) ? [] : children(element, name)));
}

/** Type of the items of an `ArrayOfX`; undefined for any other type. */
function itemType(schema: Schema, type: string): string | undefined {
  const name = /^ArrayOf(.+)$/.exec(type)?.[1];
  if (name === undefined || schema.kind(type)) return undefined;
  if (name === 'ManagedObjectReference' || name === 'AnyType') return name.replace(/^A/, 'a');
  const small = name.charAt(0).toLowerCase() + name.slice(1);
  return schema.kind(small) === 'builtin' ? small : name;
}

function oneValue(schema: Schema, element: Element, type: string): unknown {
  const text = textOf(element);
  if (type === 'ManagedObjectReference' || schema.kind(type) === 'ref') {
    return text.trim() === '' ? undefined : { type: String(element['@type'] ?? type), value: text.trim() };
  }
  switch (schema.kind(type)) {
    case 'builtin':
      return scalar(type, text);
    case 'enum':
      return schema.enum(type)!.values.has(text) ? text : undefined;
    case 'data':
      return dataObject(schema, element, type);
    default:
      return undefined;
  }
}

function scalar(type: string, text: string): unknown {
  switch (type) {
    case 'boolean':
      return text === 'true' || text === '1';
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
    case 'float':
    case 'double':
      return text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
    case 'dateTime':
      // Go writes an instant nobody set as that of the year 1.
      return Number.isNaN(parseTime(text)) || text.startsWith('0001-') ? undefined : formatTime(parseTime(text));
    default:
      return text;
  }
}

function dataObject(schema: Schema, element: Element, type: string): object {
  const value: Record<string, unknown> = { _typeName: type };
  for (const row of schema.data(type)!.allProperties) {
    const found = children(element, row.name);
    if (found.length === 0) continue;
    if (row.array) value[row.name] = found.flatMap((e) => savedValue(schema, e, row.type) ?? []);
    else value[row.name] = row.kind === 'any' ? anyValue(schema, found[0]!) : savedValue(schema, found[0]!, row.type);
  }
  return value;
}

/** In a place for anything, a value whose type does not show is kept with it. */
function anyValue(schema: Schema, element: Element): unknown {
  const type = typeOf(element) ?? 'string';
  const value = savedValue(schema, element, type);
  if (value === undefined || schema.kind(type) === 'data') return value;
  return /^(string|boolean|int|ManagedObjectReference)$/.test(type) ? value : box(type, value);
}
