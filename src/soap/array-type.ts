import type { Property, Schema, TypeKind } from '../vim25/schema.ts';
import { arrayTypeName } from '../vim25/value.ts';
import { xsdName } from './scalar-text.ts';

/** The type a reference of any managed type has on the wire. */
export const REFERENCE = 'ManagedObjectReference';

const PREFIX = 'ArrayOf';

/** What an `ArrayOfX` holds: the type of an item, which is also the name of the item's element. */
export interface ArrayItem {
  readonly type: string;
  readonly kind: TypeKind;
}

/** The items of a wire array type such as `ArrayOfString`; undefined when it is not one. */
export function arrayItem(schema: Schema, name: string): ArrayItem | undefined {
  if (!name.startsWith(PREFIX)) return undefined;
  const item = name.slice(PREFIX.length);
  if (item === REFERENCE) return { type: REFERENCE, kind: 'ref' };
  const lowered = item.charAt(0).toLowerCase() + item.slice(1);
  const scalar = schema.kind(lowered);
  if (scalar === 'builtin' || scalar === 'any') return { type: xsdName(lowered), kind: scalar };
  const kind = schema.kind(item);
  // A few types are written small (`vslmVClockInfo`), the types of their arrays are not.
  if (!kind) return scalar && { type: lowered, kind: scalar };
  return { type: kind === 'builtin' ? xsdName(item) : item, kind };
}

/** Wire name of the type of a property's values inside an anyType, without regard to arrays. */
export function wireType(property: Pick<Property, 'type' | 'kind'>): string {
  if (property.kind === 'ref') return REFERENCE;
  return property.kind === 'builtin' ? xsdName(property.type) : property.type;
}

/** Wire name of the array type that carries an array property inside an anyType. */
export function wireArrayType(property: Pick<Property, 'type' | 'kind'>): string {
  return arrayTypeName(wireType(property));
}
