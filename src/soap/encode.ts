import { PropertyValue } from '../vim25/property-value.ts';
import type { Property, Schema } from '../vim25/schema.ts';
import { ContentWriter } from './content-writer.ts';
import { type DataWriter, DataWriters } from './data-writer.ts';
import type { ItemWriter } from './item-writer.ts';
import { ItemWriters } from './item-writer.ts';
import type { Sink } from './sink.ts';
import { VersionView } from './version-view.ts';

/**
 * Writes values at one API version. Writers are compiled per type when first needed and kept, so make one encoder per
 * table and version and keep it.
 */
export class Encoder {
  readonly schema: Schema;
  /** Index into `schema.versions`. */
  readonly version: number;
  /** Declares the prefix of names from the table that this one builds on; stands in a document's first element. */
  readonly bindings: string;
  readonly #view: VersionView;
  readonly #data: DataWriters;
  readonly #items: ItemWriters;
  readonly #content: ContentWriter;
  readonly #byProperty = new Map<Property, ItemWriter>();

  constructor(schema: Schema, version: number) {
    this.schema = schema;
    this.version = version;
    this.#view = new VersionView(schema, version);
    this.bindings = schema.base ? ` xmlns:${this.#view.prefix.slice(0, -1)}="${schema.base.namespace}"` : '';
    this.#data = new DataWriters(this.#view);
    this.#content = new ContentWriter(this.#view, this.#data);
    this.#items = new ItemWriters(this.#view, this.#data, this.#content);
    this.#data.items = this.#items;
  }

  /** Writes a value of a declared property as elements called `name`: none when unset, one per item of an array. */
  value(sink: Sink, name: string, value: unknown, property: Property): void {
    if (value === undefined || value === null) return;
    const item = this.#item(name, property);
    if (property.array) for (const one of value as readonly unknown[]) item(sink, one);
    else item(sink, value);
  }

  /** Writes a property's value as an anyType element called `name`, its type told as vCenter tells it. */
  typed(sink: Sink, name: string, property: Property, value: unknown): void {
    if (value === undefined || value === null) return;
    sink.write(`<${name}`);
    this.#content.any(sink, value instanceof PropertyValue ? value : new PropertyValue(property, value));
    sink.write(`</${name}>`);
  }

  /** Writes a data object whose element is open: ` xsi:type="X">` and its properties. Its type must be set. */
  dynamicData(sink: Sink, value: { readonly _typeName: string }): void {
    this.#content.data(sink, value, value._typeName);
  }

  /** Wire name under which a data type goes out at this version: its own or its nearest older base. */
  dataName(name: string): string {
    return this.#view.data(name).name;
  }

  /** The element of a fault, by the name {@link dataName} gives. */
  faultName(name: string): string {
    return this.#view.qualified(`${name}Fault`, name);
  }

  /** As `value`, in steps: pauses after each item of the first long list, so that the caller can drain the sink. */
  *valueInSteps(sink: Sink, name: string, value: unknown, property: Property): Generator<undefined, void> {
    if (value === undefined || value === null) return;
    if (property.array) {
      const item = this.#item(name, property);
      for (const one of value as readonly unknown[]) {
        item(sink, one);
        yield;
      }
    } else if (property.kind === 'data' && isPlain(value, property.type)) {
      const writer: DataWriter = this.#data.of(property.type);
      sink.write(`<${name}>`);
      yield* writer.writeInSteps(sink, value as Record<string, unknown>);
      sink.write(`</${name}>`);
    } else {
      this.#item(name, property)(sink, value);
    }
  }

  #item(name: string, property: Property): ItemWriter {
    if (name !== property.name) return this.#items.of(name, property);
    let made = this.#byProperty.get(property);
    if (!made) {
      made = this.#items.of(name, property);
      this.#byProperty.set(property, made);
    }
    return made;
  }
}

export function createEncoder(schema: Schema, version: number): Encoder {
  return new Encoder(schema, version);
}

function isPlain(value: unknown, declared: string): boolean {
  const type = (value as { _typeName?: string })._typeName;
  return type === undefined || type === declared;
}
