import type { Method, Property } from '../../src/vim25/schema.ts';
import { Schema } from '../../src/vim25/schema.ts';

/** The vim25 table, as the tests of this room see it. */
export const schema = Schema.read(new URL('../../wsdl/vim25.json', import.meta.url));

export function at(version: string): number {
  const index = schema.versionIndex(version);
  if (index < 0) throw new Error(`the table has no version ${version}`);
  return index;
}

export function method(owner: string, name: string): Method {
  const found = schema.managed(owner)?.methods.get(name);
  if (!found) throw new Error(`the table has no ${owner}.${name}`);
  return found;
}

export function property(owner: string, name: string): Property {
  const found = schema.managed(owner)?.properties.get(name);
  if (!found) throw new Error(`the table has no ${owner}.${name}`);
  return found;
}
