import type { TypeKind } from '../vim25/schema.ts';
import { box, type Ref } from '../vim25/value.ts';
import { arrayItem, REFERENCE } from './array-type.ts';
import { decodeData } from './decode-data.ts';
import type { Decoding } from './decoding.ts';
import type { XmlElement } from './element.ts';
import { readScalar } from './scalar.ts';

/** Names of XSD that the API does not use itself, and what stands for them here. */
export const XSD_ALIASES: Readonly<Record<string, string>> = {
  integer: 'long',
  nonNegativeInteger: 'long',
  positiveInteger: 'long',
  unsignedInt: 'long',
  unsignedLong: 'long',
  unsignedShort: 'int',
  unsignedByte: 'short',
  decimal: 'double',
  normalizedString: 'string',
  token: 'string',
};

/** Decodes one value of a declared kind and type. */
export function decodeValue(decoding: Decoding, element: XmlElement, kind: TypeKind, type: string): unknown {
  switch (kind) {
    case 'builtin':
      return decodeScalar(decoding, element, type);
    case 'data':
      return decodeData(decoding, element, type);
    case 'enum':
      return decodeEnum(decoding, element, type);
    case 'ref':
      return typedReference(decoding, element, type);
    case 'any':
      return decodeAny(decoding, element);
  }
}

/** A reference: its text is the id; its type is the `type` attribute, else the declared one. */
export function decodeReference(element: XmlElement, declared: string): Ref {
  return { type: element.attributes.type ?? declared, value: element.text.trim() };
}

function typedReference(decoding: Decoding, element: XmlElement, declared: string): Ref {
  if (element.children.length > 0) decoding.fail('InvalidRequest', `Expected a reference to ${declared}`);
  const made = decodeReference(element, declared);
  const { schema } = decoding;
  const known = made.type !== declared && schema.managed(made.type) && schema.managed(declared);
  // A client may know an object by a base type of the one wanted; only a stranger is refused.
  if (known && !schema.isManaged(made.type, declared) && !schema.isManaged(declared, made.type)) {
    decoding.fail('InvalidType', `Reference of type ${made.type} is not assignable to ${declared}`);
  }
  return made;
}

function decodeScalar(decoding: Decoding, element: XmlElement, type: string): string | number | boolean {
  if (element.children.length > 0) decoding.fail('InvalidRequest', `Expected a value of type ${type}, found elements`);
  const value = readScalar(type, element.text);
  return value ?? decoding.fail('InvalidRequest', `"${element.text.slice(0, 80)}" is not a value of type ${type}`);
}

function decodeEnum(decoding: Decoding, element: XmlElement, type: string): string {
  const text = element.text.trim();
  const since = decoding.schema.enum(type)?.values.get(text);
  if ((since === undefined || since > decoding.limit) && !decoding.lenient) {
    decoding.fail('InvalidRequest', `"${text.slice(0, 80)}" is not a value of enum type ${type}`);
  }
  return text;
}

/** The type of an xsd:anyType comes with the value; a value without one is a string. */
function decodeAny(decoding: Decoding, element: XmlElement): unknown {
  const named = element.xsiType;
  if (named === undefined || named === 'anyType') return untyped(decoding, element);
  if (named === REFERENCE) return typedReference(decoding, element, 'ManagedObject');
  const type = XSD_ALIASES[named] ?? named;
  const kind = decoding.schema.kind(type);
  switch (kind) {
    case 'builtin':
      return dynamicScalar(type, decodeScalar(decoding, element, type));
    case 'data':
      return decodeData(decoding, element, type);
    case 'enum':
      return box(type, decodeEnum(decoding, element, type));
    default:
      return decodeArray(decoding, element, type);
  }
}

function untyped(decoding: Decoding, element: XmlElement): unknown {
  if (element.attributes.type !== undefined) return typedReference(decoding, element, 'ManagedObject');
  return decodeScalar(decoding, element, 'string');
}

/** Strings, booleans and ints speak for themselves; every other scalar keeps its type's name. */
function dynamicScalar(type: string, value: string | number | boolean): unknown {
  switch (type) {
    case 'string':
    case 'boolean':
    case 'int':
    case 'TypeName':
    case 'PropertyPath':
    case 'MethodName':
      return value;
    default:
      return box(type, value);
  }
}

function decodeArray(decoding: Decoding, element: XmlElement, type: string): unknown {
  const item = arrayItem(decoding.schema, type);
  if (!item) {
    if (decoding.lenient && element.children.length === 0) return element.text;
    return decoding.fail('InvalidType', `Unknown type ${type}`);
  }
  const declared = item.type === REFERENCE ? 'ManagedObject' : item.type;
  const values = element.children.map((child, i) => {
    decoding.path.push(i);
    const value = decodeValue(decoding, child, item.kind, declared);
    decoding.path.pop();
    return value;
  });
  return box(type, values);
}
