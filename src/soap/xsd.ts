import type { XMLBuilderCB } from 'xmlbuilder2/lib/interfaces.js';
import type { DataType, EnumType, Property } from '../vim25/schema.ts';
import { arrayTypeName } from '../vim25/value.ts';
import type { ApiSurface } from './api-surface.ts';
import { REFERENCE } from './array-type.ts';

/** Describes one data type: its properties in a sequence, on top of its base. */
export function writeDataType(out: XMLBuilderCB, api: ApiSurface, type: DataType): void {
  const base = api.base(type);
  out.ele('complexType', { name: type.name });
  if (base) out.ele('complexContent').ele('extension', { base: `vim25:${base.name}` });
  out.ele('sequence');
  for (const property of api.properties(type)) writeProperty(out, api, property, type.version);
  out.up();
  if (base) out.up().up();
  out.up();
}

/** Describes the parameters of a method as the type of its request element. */
export function writeRequestType(out: XMLBuilderCB, api: ApiSurface, method: ApiSurface['methods'][number]): void {
  out.ele('complexType', { name: requestTypeName(method.name) }).ele('sequence');
  out.ele('element', { name: '_this', type: `vim25:${REFERENCE}` }).up();
  for (const param of api.params(method)) writeProperty(out, api, param, method.version);
  out.up().up();
}

export function requestTypeName(method: string): string {
  return `${method}RequestType`;
}

/** Describes one property. What is younger than its owner is optional, whatever the API says: old senders lack it. */
export function writeProperty(out: XMLBuilderCB, api: ApiSurface, property: Property, ownerVersion: number): void {
  const attributes: Record<string, string> = { name: property.name, type: api.qname(property) };
  if (property.optional || property.version > ownerVersion) attributes.minOccurs = '0';
  if (property.array) attributes.maxOccurs = 'unbounded';
  out.ele('element', attributes).up();
}

/** Describes an enumeration by the values that the version knows. */
export function writeEnumType(out: XMLBuilderCB, api: ApiSurface, type: EnumType): void {
  out.ele('simpleType', { name: type.name }).ele('restriction', { base: 'xsd:string' });
  for (const value of api.view.enumValues(type.name) ?? []) out.ele('enumeration', { value }).up();
  out.up().up();
}

/** Describes `ArrayOfX`, which arrays in anyType positions are typed with. */
export function writeArrayType(out: XMLBuilderCB, item: string, qname: string): void {
  out.ele('complexType', { name: arrayTypeName(item) }).ele('sequence');
  out.ele('element', { name: item, type: qname, minOccurs: '0', maxOccurs: 'unbounded' }).up();
  out.up().up();
}

/** Describes references: the id as text, the type as an attribute. */
export function writeReferenceType(out: XMLBuilderCB): void {
  out.ele('complexType', { name: REFERENCE }).ele('simpleContent').ele('extension', { base: 'xsd:string' });
  out.ele('attribute', { name: 'type', type: 'xsd:string' }).up();
  out.up().up().up();
}
