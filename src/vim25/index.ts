/** `simsphere/vim25`: the API as types and as data. */
export type * from './generated/index.ts';
export { PropertyValue } from './property-value.ts';
export type { DataType, EnumType, ManagedType, Method, Property, TypeKind } from './schema.ts';
export { Schema } from './schema.ts';
export { type Boxed, box, type DataObject, isBoxed, isRef, type Ref, ref } from './value.ts';
export { vim25 } from './vim25.ts';
