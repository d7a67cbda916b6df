/** A directory that `govc object.save` wrote: one file for each object, with its properties. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SimError } from '../kernel/errors.ts';
import type { Schema } from '../vim25/schema.ts';
import type { Ref } from '../vim25/value.ts';
import { children, type Element, parseSaved, savedValue, textOf } from './saved-value.ts';

/** Data as it was saved: nobody vouches for any of it, so every step of a path may be missing. */
export interface Saved {
  readonly [name: string]: SavedValue;
}
// biome-ignore lint/suspicious/noExplicitAny: what was saved is of the API's types, which the reader of a path knows
export type SavedValue = any;

export class SavedObject {
  readonly ref: Ref;
  readonly #read: (property: string) => SavedValue;

  /** `read` gives a property's value; undefined where none was saved. */
  constructor(ref: Ref, read: (property: string) => SavedValue) {
    this.ref = ref;
    this.#read = read;
  }

  get id(): string {
    return this.ref.value;
  }

  get name(): string {
    return this.get('name') ?? this.id;
  }

  /** A property's value; undefined where none was saved. */
  get(property: string): SavedValue {
    return this.#read(property);
  }

  /** Id of the object a property points at. */
  target(property: string): string | undefined {
    return (this.get(property) as Ref | undefined)?.value;
  }

  /** Ids of the objects a property points at. */
  ids(property: string): readonly string[] {
    return ((this.get(property) ?? []) as readonly Ref[]).map((ref) => ref.value);
  }
}

/** All objects of a directory, in the order they were saved. Throws ERR_USAGE for what is no such directory. */
export function readSaved(schema: Schema, directory: string): SavedObject[] {
  const objects = filesOf(directory).map((file) => readObject(schema, join(directory, file)));
  if (objects.length > 0) return objects;
  throw new SimError('ERR_USAGE', `there is nothing in ${directory} that was saved by govc object.save`);
}

function filesOf(directory: string): string[] {
  try {
    return readdirSync(directory)
      .filter((name) => name.endsWith('.xml'))
      .sort();
  } catch (error) {
    throw new SimError('ERR_USAGE', `cannot read ${directory}: ${(error as Error).message}`, { cause: error });
  }
}

function readObject(schema: Schema, file: string): SavedObject {
  try {
    const [content] = children(parseSaved(readFileSync(file, 'utf8')), 'ObjectContent');
    const [obj] = children(content, 'obj');
    if (!obj) throw new Error('no ObjectContent');
    const values = children(content, 'propSet').flatMap((set) => {
      const [value] = children(set, 'val');
      return value ? [[textOf(children(set, 'name')[0]), value] as const] : [];
    });
    const byName = new Map<string, Element>(values);
    return new SavedObject({ type: String(obj['@type']), value: textOf(obj) }, (property) => {
      const element = byName.get(property);
      return element && savedValue(schema, element, 'string');
    });
  } catch (error) {
    throw new SimError('ERR_USAGE', `${file}: ${(error as Error).message}`, { cause: error });
  }
}
