import type { DataType, Property } from '../vim25/schema.ts';
import type { DataObject } from '../vim25/value.ts';
import { decodeValue } from './decode-value.ts';
import type { Decoding } from './decoding.ts';
import type { XmlElement } from './element.ts';

/** Decodes an element as a data object of the declared type or, by its xsi:type, of one derived from it. */
export function decodeData(decoding: Decoding, element: XmlElement, declared: string): DataObject {
  const type = runtimeType(decoding, element, declared);
  const out: Record<string, unknown> = { _typeName: type.name };
  noText(decoding, element, type.name);
  decodeInto(decoding, element.children, type.name, type.byName, out);
  for (const { name, array, always } of type.required) {
    if (out[name] !== undefined) continue;
    // An empty array has no element to show that it is there.
    if (array) out[name] = [];
    else if (always && !decoding.lenient) missing(decoding, name, type.name);
  }
  return out;
}

/** Decodes elements as properties of `owner`, in whatever order they come; those called `passed` are somebody else's. */
export function decodeInto(
  decoding: Decoding,
  elements: readonly XmlElement[],
  owner: string,
  byName: ReadonlyMap<string, Property>,
  out: Record<string, unknown>,
  passed?: string,
): void {
  for (const child of elements) {
    if (child.name === passed) continue;
    const property = byName.get(child.name);
    if (property && property.version <= decoding.limit) decodeProperty(decoding, child, property, out);
    else if (!decoding.lenient) {
      decoding.fail('InvalidRequest', `Unexpected element "${child.name}" in ${owner}`);
    }
  }
}

/** Refuses words between the elements of an object. */
export function noText(decoding: Decoding, element: XmlElement, owner: string): void {
  if (element.text === '' || decoding.lenient) return;
  const text = element.text.trim();
  if (text !== '') decoding.fail('InvalidRequest', `Unexpected text in ${owner}: "${text.slice(0, 40)}"`);
}

/** Decodes one occurrence of a property into `out`. */
export function decodeProperty(
  decoding: Decoding,
  element: XmlElement,
  property: Property,
  out: Record<string, unknown>,
): void {
  if (element.isNil) return;
  const { name } = property;
  const { path } = decoding;
  path.push(name);
  if (property.array) {
    out[name] ??= [];
    const items = out[name] as unknown[];
    path.push(items.length);
    items.push(decodeValue(decoding, element, property.kind, property.type));
    path.pop();
  } else {
    if (out[name] !== undefined && !decoding.lenient) decoding.fail('InvalidRequest', `${name} is given twice`);
    out[name] = decodeValue(decoding, element, property.kind, property.type);
  }
  path.pop();
}

function runtimeType(decoding: Decoding, element: XmlElement, declared: string): DataType {
  const { schema } = decoding;
  const named = element.xsiType;
  if (named !== undefined && named !== declared) {
    const type = schema.data(named);
    if (type && type.version <= decoding.limit && schema.isData(named, declared)) return type;
    if (!decoding.lenient) {
      const why = type ? `Type ${named} is not assignable to ${declared}` : `Unknown type ${named}`;
      decoding.fail('InvalidType', why);
    }
  }
  return schema.data(declared) ?? decoding.fail('InvalidType', `Unknown type ${declared}`);
}

function missing(decoding: Decoding, name: string, type: string): never {
  decoding.path.push(name);
  return decoding.fail('InvalidRequest', `Required property ${name} is missing from data object of type ${type}`);
}
