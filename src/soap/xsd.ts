/** Types of the API as XML Schema describes them. */
import type { DataType, EnumType, Method, Property } from '../vim25/schema.ts';
import { arrayTypeName } from '../vim25/value.ts';
import type { ApiSurface } from './api-surface.ts';
import { REFERENCE } from './array-type.ts';
import type { Part } from './xml-document.ts';

/** One data type: its properties in a sequence, on top of its base. */
export function dataType(api: ApiSurface, type: DataType): Part {
  const base = api.base(type);
  const content = { sequence: { element: api.properties(type).map((p) => property(api, p, type.version)) } };
  const extended = base && { complexContent: { extension: { '@base': `vim25:${base.name}`, ...content } } };
  return { complexType: { '@name': type.name, ...(extended ?? content) } };
}

/** The parameters of a method as the type of its request element. */
export function requestType(api: ApiSurface, method: Method): Part {
  const self = { '@name': '_this', '@type': `vim25:${REFERENCE}` };
  const params = api.params(method).map((param) => property(api, param, method.version));
  return { complexType: { '@name': requestTypeName(method.name), sequence: { element: [self, ...params] } } };
}

export function requestTypeName(method: string): string {
  return `${method}RequestType`;
}

/** One property. What is younger than its owner is optional, whatever the API says: old senders lack it. */
export function property(api: ApiSurface, row: Property, since: number): Part {
  return {
    '@name': row.name,
    '@type': api.qname(row),
    ...((row.optional || row.version > since) && { '@minOccurs': '0' }),
    ...(row.array && { '@maxOccurs': 'unbounded' }),
  };
}

/** An enumeration by the values that the version knows. */
export function enumType(api: ApiSurface, { name }: EnumType): Part {
  const values = Array.from(api.view.enumValues(name) ?? [], (value) => ({ '@value': value }));
  return { simpleType: { '@name': name, restriction: { '@base': 'xsd:string', enumeration: values } } };
}

/** `ArrayOfX`, which arrays in anyType positions are typed with. */
export function arrayType(item: string, qname: string): Part {
  const element = { '@name': item, '@type': qname, '@minOccurs': '0', '@maxOccurs': 'unbounded' };
  return { complexType: { '@name': arrayTypeName(item), sequence: { element } } };
}

/** References: the id as text, the type as an attribute. */
export function referenceType(): Part {
  const attribute = { '@name': 'type', '@type': 'xsd:string' };
  return { complexType: { '@name': REFERENCE, simpleContent: { extension: { '@base': 'xsd:string', attribute } } } };
}
