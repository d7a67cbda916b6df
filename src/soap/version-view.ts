import type { DataType, EnumType, Property, Schema } from '../vim25/schema.ts';
import { escapeAttribute } from './escape.ts';

/** One table as a client of one API version sees it: what is younger stands in for by what it knows, or is not there. */
export class VersionView {
  readonly schema: Schema;
  readonly version: number;
  readonly #references = new Map<string, string>();
  /** Stands before names of the table that this one builds on: `vim25:`; empty for a table of its own. */
  readonly prefix: string;

  constructor(schema: Schema, version: number) {
    this.schema = schema;
    this.version = version;
    this.prefix = schema.base ? `${schema.base.namespace.replace(/^urn:/, '')}:` : '';
  }

  /** The name of a type, or of an element of one, as it stands in a document of this table's namespace. */
  qualified(name: string, type: string): string {
    return this.prefix !== '' && this.schema.isInherited(type) ? this.prefix + name : name;
  }

  /** The type under which a data type goes out: its own or its nearest base that is old enough. */
  data(name: string): DataType {
    let type = this.schema.data(name);
    if (!type) throw new Error(`${this.schema.namespace}: there is no data type ${name}`);
    while (type.base && type.version > this.version) type = type.base;
    return type;
  }

  /** Whether the client knows a property. */
  has(property: Property): boolean {
    return property.version <= this.version;
  }

  /** The enum type's values that the client knows, or undefined when it does not know the type. */
  enumValues(name: string): ReadonlySet<string> | undefined {
    const type: EnumType | undefined = this.schema.enum(name);
    if (!type) throw new Error(`${this.schema.namespace}: there is no enum type ${name}`);
    if (type.version > this.version) return undefined;
    const known = new Set<string>();
    for (const [value, since] of type.values) if (since <= this.version) known.add(value);
    return known;
  }

  /** The attribute that tells a reference's type: ` type="HostSystem"`. Types outside the table pass as they are. */
  reference(name: string): string {
    let attribute = this.#references.get(name);
    if (attribute === undefined) {
      let type = this.schema.managed(name);
      while (type?.base && type.version > this.version) type = type.base;
      attribute = ` type="${escapeAttribute(type?.name ?? name)}"`;
      // Names outside the table may come from a client's request: those are not kept.
      if (type) this.#references.set(name, attribute);
    }
    return attribute;
  }
}
