/** Steps of reading a descriptor: children and attributes by name, numbers, and texts in the reader's language. */
import type { XmlElement } from '../xml-tree.ts';
import { OvfError } from './envelope.ts';

export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((e) => e.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((e) => e.name === name) ?? [];
}

export function attribute(element: XmlElement, name: string): string | undefined {
  return element.attributes.get(name);
}

/** Throws OvfError when the attribute is missing. */
export function required(element: XmlElement, name: string): string {
  const value = attribute(element, name);
  if (value !== undefined) return value;
  const flaw = { kind: 'OvfMissingAttribute', element: element.name, attribute: name, line: element.line };
  throw new OvfError(flaw, `${element.name} has no ${name}`);
}

/** A whole number of an attribute; undefined when it is not there. Throws OvfError for what is no number. */
export function number(element: XmlElement, name: string): number | undefined {
  const value = attribute(element, name);
  if (value === undefined || value === '') return undefined;
  const found = Number(value);
  if (Number.isInteger(found)) return found;
  const flaw = {
    kind: 'OvfInvalidValueFormatMalformed',
    element: element.name,
    attribute: name,
    value,
    line: element.line,
  };
  throw new OvfError(flaw, `'${value}' is no number`);
}

export function textOf(element: XmlElement | undefined): string {
  return element?.text.trim() ?? '';
}

export function missing(name: string, within: XmlElement): OvfError {
  return new OvfError({ kind: 'OvfMissingElement', element: name, line: within.line }, `there is no ${name}`);
}

/** Texts that refer to a message by its id are looked up in the importer's bundle, then in the descriptor itself. */
export class Words {
  readonly #known: Map<string, string>;

  constructor(envelope: XmlElement, bundle: ReadonlyMap<string, string>) {
    this.#known = new Map();
    for (const strings of childrenOf(envelope, 'Strings')) {
      for (const msg of childrenOf(strings, 'Msg')) this.#known.set(attribute(msg, 'msgid') ?? '', textOf(msg));
    }
    for (const [id, text] of bundle) this.#known.set(id, text);
  }

  of(element: XmlElement | undefined): string {
    const id = element && attribute(element, 'msgid');
    return (id === undefined ? undefined : this.#known.get(id)) ?? textOf(element);
  }
}
