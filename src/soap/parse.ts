import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { documentText } from './document-text.ts';
import { XmlElement } from './element.ts';
import { scanXml } from './scan.ts';
import { XmlError } from './xml-error.ts';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

export interface ParseLimits {
  /** Largest document in bytes (characters for a string). Default 64 MiB. */
  readonly maxSize?: number | undefined;
  /** Deepest nesting of elements. Default 100. */
  readonly maxDepth?: number | undefined;
}

/**
 * Parses a whole document into elements and returns its root.
 *
 * Strict: what is not well-formed, or has a DOCTYPE, is refused with an {@link XmlError}; no entities but the five of
 * XML itself exist. White space before the XML declaration is let through (vCenter's own versions document has it).
 */
export function parseXml(source: Uint8Array | string, limits: ParseLimits = {}): XmlElement {
  const maxSize = limits.maxSize ?? 64 * 1024 * 1024;
  if (source.length > maxSize) throw new XmlError(`the document is larger than ${maxSize} bytes`, 1, 0);
  const text = (typeof source === 'string' ? source : documentText(source)).trimStart();
  const maxDepth = limits.maxDepth ?? 100;
  return scanXml(text, maxDepth) ?? parseStrictly(text, maxDepth);
}

/** As {@link parseXml}, for documents of every kind. Throws {@link XmlError}. */
export function parseStrictly(text: string, maxDepth: number): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const build = new TreeBuilder(parser, maxDepth);
  parser.write(text).close();
  return build.root ?? (parser.fail('the document is empty').fail('unreachable') as never);
}

class TreeBuilder {
  root: XmlElement | undefined;
  readonly #open: XmlElement[] = [];

  constructor(parser: SaxesParser<{ xmlns: true; position: false }>, maxDepth: number) {
    const open = this.#open;
    const refuse = (message: string): never => {
      throw new XmlError(message, parser.line, parser.column);
    };
    parser.on('error', (error) => refuse(error.message));
    parser.on('doctype', () => refuse('a DOCTYPE is not allowed'));
    parser.on('opentag', (tag) => {
      if (open.length >= maxDepth) refuse(`elements are nested deeper than ${maxDepth}`);
      const element = elementOf(tag);
      const parent = open[open.length - 1];
      if (parent) parent.append(element);
      else this.root = element;
      open.push(element);
    });
    parser.on('closetag', () => {
      open.pop();
    });
    const text = (chunk: string): void => {
      const current = open[open.length - 1];
      if (current) current.text += chunk;
    };
    parser.on('text', text);
    parser.on('cdata', text);
  }
}

function elementOf(tag: SaxesTagNS): XmlElement {
  const element = new XmlElement(tag.local, tag.uri);
  let attributes: Record<string, string> | undefined;
  for (const key in tag.attributes) {
    const attribute = tag.attributes[key] as SaxesAttributeNS;
    if (attribute.uri === XMLNS) continue;
    attributes ??= Object.create(null) as Record<string, string>;
    if (attribute.uri === '') attributes[attribute.local] = attribute.value;
    else if (attribute.uri !== XSI) attributes[`{${attribute.uri}}${attribute.local}`] = attribute.value;
    else if (attribute.local === 'type') attributes['xsi:type'] = withoutPrefix(attribute.value);
    else attributes[`xsi:${attribute.local}`] = attribute.value.trim();
  }
  if (attributes) element.attributes = attributes;
  return element;
}

/** Clients bind any prefix, or none, to the namespace of a type; type names are unique without it. */
function withoutPrefix(qname: string): string {
  return qname.slice(qname.indexOf(':') + 1).trim();
}
