import type { Property } from '../vim25/schema.ts';
import type { Ref } from '../vim25/value.ts';
import type { ContentWriter } from './content-writer.ts';
import type { DataWriters } from './data-writer.ts';
import { escapeText } from './escape.ts';
import { scalarText } from './scalar-text.ts';
import type { Sink } from './sink.ts';
import type { VersionView } from './version-view.ts';

/** Writes one value as one element. */
export type ItemWriter = (sink: Sink, value: unknown) => void;

/** Compiles the writers of single values in a declared position. */
export class ItemWriters {
  readonly #view: VersionView;
  readonly #data: DataWriters;
  readonly #content: ContentWriter;

  constructor(view: VersionView, data: DataWriters, content: ContentWriter) {
    this.#view = view;
    this.#data = data;
    this.#content = content;
  }

  /** The writer of one value of a property (one item, for an array) as an element called `name`. */
  of(name: string, property: Pick<Property, 'kind' | 'type'>): ItemWriter {
    switch (property.kind) {
      case 'builtin':
        return this.#scalar(name, property.type);
      case 'enum':
        return this.#enum(name, property.type);
      case 'ref':
        return this.#reference(name);
      case 'any':
        return this.#any(name);
      case 'data':
        return this.#object(name, property.type);
    }
  }

  #scalar(name: string, type: string): ItemWriter {
    const open = `<${name}>`;
    const close = `</${name}>`;
    if (type === 'boolean') {
      const yes = `${open}true${close}`;
      const no = `${open}false${close}`;
      return (sink, value) => sink.write(value ? yes : no);
    }
    const text = scalarText(type);
    return (sink, value) => sink.write(open + text(value) + close);
  }

  /** A value the client does not know is left out: its own parser would refuse the whole answer. */
  #enum(name: string, type: string): ItemWriter {
    const known = this.#view.enumValues(type);
    const whole = new Map<string, string>();
    for (const value of this.#view.schema.enum(type)?.values.keys() ?? []) {
      whole.set(value, known?.has(value) ? `<${name}>${escapeText(value)}</${name}>` : '');
    }
    return (sink, value) => {
      const text = whole.get(value as string);
      if (text === undefined) throw new Error(`${String(value)} is no value of ${type}`);
      sink.write(text);
    };
  }

  #reference(name: string): ItemWriter {
    const view = this.#view;
    const open = `<${name}`;
    const close = `</${name}>`;
    return (sink, value) => {
      const { type, value: id } = value as Ref;
      sink.write(`${open}${view.reference(type)}>${escapeText(id)}${close}`);
    };
  }

  #any(name: string): ItemWriter {
    const content = this.#content;
    const open = `<${name}`;
    const close = `</${name}>`;
    return (sink, value) => {
      sink.write(open);
      content.any(sink, value);
      sink.write(close);
    };
  }

  #object(name: string, declared: string): ItemWriter {
    const content = this.#content;
    const own = this.#data.of(declared);
    const open = `<${name}>`;
    const openTyped = `<${name}`;
    const close = `</${name}>`;
    return (sink, value) => {
      const object = value as Record<string, unknown>;
      const type = object._typeName;
      if (type === undefined || type === declared) {
        sink.write(open);
        own.write(sink, object);
      } else {
        sink.write(openTyped);
        content.data(sink, object, type as string, declared);
      }
      sink.write(close);
    };
  }
}
