/**
 * Values of the API: plain frozen-by-convention objects.
 *
 * A data object carries its type's name in `_typeName`; where it is absent the declared type is meant. A reference is
 * `{ type, value }`. Inside an xsd:anyType a scalar stands for itself (string, boolean; a number is an int when whole),
 * and a `Boxed` names any other type: `{ _typeName: 'ArrayOfString', _value: [...] }`, `{ _typeName: 'long', _value: 1 }`.
 */
/** `T` names the type the table declares; it says to a reader, and to inference, what `type` may be derived from. */
// biome-ignore lint/correctness/noUnusedVariables: the parameter is the documentation
export interface Ref<T extends string = string> {
  readonly type: string;
  readonly value: string;
}

export interface DataObject {
  readonly _typeName?: string | undefined;
  readonly [property: string]: unknown;
}

/** A value in an anyType position whose type cannot be read off the JavaScript value. */
export interface Boxed {
  readonly _typeName: string;
  readonly _value: unknown;
}

export function ref<T extends string>(type: T, value: string): Ref<T> {
  return { type, value };
}

export function box(typeName: string, value: unknown): Boxed {
  return { _typeName: typeName, _value: value };
}

export function isBoxed(v: unknown): v is Boxed {
  return typeof v === 'object' && v !== null && '_value' in v;
}

export function isRef(v: unknown): v is Ref {
  return typeof v === 'object' && v !== null && 'value' in v && 'type' in v && !('_typeName' in v);
}

/** Wire name of the array type of an item type: `string` -> `ArrayOfString`. */
export function arrayTypeName(item: string): string {
  return `ArrayOf${item.charAt(0).toUpperCase()}${item.slice(1)}`;
}
