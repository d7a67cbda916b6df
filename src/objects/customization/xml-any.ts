/** What a value that says its own type may be of: shared by writing and reading. */
import type { Property, Schema } from '../../vim25/schema.ts';

/** The items of a named array type: `ArrayOfString` holds values of the scalar `string`. */
export function itemRow(schema: Schema, arrayType: string): Pick<Property, 'kind' | 'type'> | undefined {
  const name = /^ArrayOf(.+)$/.exec(arrayType)?.[1];
  if (name === undefined) return undefined;
  const type = [name, name.charAt(0).toLowerCase() + name.slice(1)].find((t) => schema.kind(t) !== undefined);
  return type === undefined ? undefined : { kind: schema.kind(type)!, type };
}
