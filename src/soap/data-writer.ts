import type { DataType, Property } from '../vim25/schema.ts';
import type { ItemWriter, ItemWriters } from './item-writer.ts';
import type { Sink } from './sink.ts';
import type { VersionView } from './version-view.ts';

interface Field {
  readonly name: string;
  readonly array: boolean;
  /** Whether its items are worth a pause when written in steps. */
  readonly long: boolean;
  readonly item: ItemWriter;
}

/** Writes the properties of data objects of one type: base type first, then in declared order, younger ones left out. */
export class DataWriter {
  /** The type's name on the wire at this version. */
  readonly name: string;
  /** The same as an xsi:type says it. */
  readonly typed: string;
  readonly type: DataType;
  readonly #owner: DataWriters;
  #fields: readonly Field[] | undefined;

  constructor(type: DataType, owner: DataWriters) {
    this.name = type.name;
    this.typed = owner.view.qualified(type.name, type.name);
    this.type = type;
    this.#owner = owner;
  }

  write(sink: Sink, object: Record<string, unknown>): void {
    this.#fields ??= this.#compile();
    for (const field of this.#fields) {
      const value = object[field.name];
      if (value === undefined || value === null) continue;
      if (field.array) for (const one of value as readonly unknown[]) field.item(sink, one);
      else field.item(sink, value);
    }
  }

  *writeInSteps(sink: Sink, object: Record<string, unknown>): Generator<undefined, void> {
    this.#fields ??= this.#compile();
    for (const field of this.#fields) {
      const value = object[field.name];
      if (value === undefined || value === null) continue;
      if (!field.array) field.item(sink, value);
      else {
        for (const one of value as readonly unknown[]) {
          field.item(sink, one);
          if (field.long) yield;
        }
      }
    }
  }

  /** Only when first written: types contain each other and themselves. */
  #compile(): Field[] {
    const { view, items } = this.#owner;
    const fields = (type: DataType | undefined): Field[] =>
      type
        ? [
            ...fields(type.base),
            ...type.properties
              .filter((property) => view.has(property))
              .map((property: Property) => ({
                name: property.name,
                array: property.array,
                long: property.array && property.kind === 'data',
                item: items.of(view.qualified(property.name, type.name), property),
              })),
          ]
        : [];
    return fields(this.type);
  }
}

/** The writers of all data types, made when first asked for. */
export class DataWriters {
  readonly view: VersionView;
  /** Set right after both exist: each needs the other. */
  items!: ItemWriters;
  readonly #writers = new Map<string, DataWriter>();

  constructor(view: VersionView) {
    this.view = view;
  }

  /** The writer for data objects of this runtime type. */
  of(name: string): DataWriter {
    let writer = this.#writers.get(name);
    if (!writer) {
      const type = this.view.data(name);
      writer = type.name === name ? new DataWriter(type, this) : this.of(type.name);
      this.#writers.set(name, writer);
    }
    return writer;
  }
}
