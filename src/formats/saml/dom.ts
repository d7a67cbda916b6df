/** Documents that carry tokens, read strictly before anything else looks at them, and finding one's way in them. */
import { isElement, parseTree, type XmlElement } from '../xml-tree.ts';
import { TokenFlaw } from './flaw.ts';
import type { XmlLibrary, XmlNode, XmlNodeElement } from './library.ts';

/** A token with a hundred groups is a tenth of it; what is larger is no request but a burden. */
const LONGEST = 256 * 1024;
const MOST_ELEMENTS = 5_000;

/** The root of a document. Throws TokenFlaw for one that is not well-formed, has a DOCTYPE, or is too large. */
export function readDocument(library: XmlLibrary, text: string): XmlNodeElement {
  if (text.length > LONGEST) throw new TokenFlaw('the document is too long');
  const tree = parseTree(text);
  if (!isElement(tree)) throw new TokenFlaw(`the document is malformed: ${tree.reason}`);
  if (sizeOf(tree) > MOST_ELEMENTS) throw new TokenFlaw('the document has too many elements');
  const parser = new library.DOMParser({
    errorHandler: (_level, message) => {
      throw new TokenFlaw(`the document is malformed: ${message}`);
    },
  });
  const root = parser.parseFromString(text, 'text/xml').documentElement;
  if (!root) throw new TokenFlaw('the document is empty');
  return root;
}

function sizeOf(element: XmlElement): number {
  return element.children.reduce((n, child) => n + sizeOf(child), 1);
}

export function isNamed(element: XmlNodeElement, space: string, name: string): boolean {
  return element.namespaceURI === space && element.localName === name;
}

export function elementsOf(parent: XmlNode): XmlNodeElement[] {
  return Array.from(parent.childNodes).filter((node) => node.nodeType === 1) as XmlNodeElement[];
}

export function childrenNamed(parent: XmlNode, space: string, name: string): XmlNodeElement[] {
  return elementsOf(parent).filter((element) => isNamed(element, space, name));
}

/** The one child of that name. Throws TokenFlaw where there are several: which of them is meant is what attacks are about. */
export function childNamed(parent: XmlNode, space: string, name: string): XmlNodeElement | undefined {
  const found = childrenNamed(parent, space, name);
  if (found.length > 1) throw new TokenFlaw(`there are ${found.length} elements ${name} where one may be`);
  return found[0];
}

export function requiredChild(parent: XmlNode, space: string, name: string): XmlNodeElement {
  const found = childNamed(parent, space, name);
  if (!found) throw new TokenFlaw(`there is no ${name}`);
  return found;
}

/** All elements of that name below one, at any depth. */
export function descendantsNamed(parent: XmlNode, space: string, name: string): XmlNodeElement[] {
  return elementsOf(parent).flatMap((element) => [
    ...(isNamed(element, space, name) ? [element] : []),
    ...descendantsNamed(element, space, name),
  ]);
}

export function textOf(node: XmlNode): string {
  return (node.textContent ?? '').trim();
}

/** Milliseconds since 1970. Throws TokenFlaw for what is no time. */
export function timeOf(text: string): number {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new TokenFlaw('a time is malformed');
  return time;
}
