/** A document as elements, read strictly: what is not well-formed, or has a DOCTYPE, is none. */
import { SaxesParser, type SaxesTagNS } from 'saxes';

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** The namespace it is in; '' for none. */
  readonly space: string;
  /** By name without prefix: nothing here reads two that differ in that alone. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  /** All of its own characters, those between its children too. */
  text: string;
  readonly line: number;
}

/** Why a text is no document, and where. */
export interface XmlFlaw {
  readonly reason: string;
  readonly line: number;
}

const DEEPEST = 100;

/** The root of a document, or what is wrong with it. */
export function parseTree(text: string): XmlElement | XmlFlaw {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let flaw: XmlFlaw | undefined;
  const spoil = (reason: string) => {
    flaw ??= { reason, line: parser.line };
  };
  const add = (chunk: string) => {
    const current = open.at(-1);
    if (current) current.text += chunk;
  };
  parser.on('error', (error) => spoil(error.message.replace(/^[\d:]+\s*/, '')));
  parser.on('doctype', () => spoil('a DOCTYPE is not allowed'));
  parser.on('opentag', (tag) => {
    const element = elementOf(tag, parser.line);
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
    if (open.length > DEEPEST) spoil('elements are nested too deep');
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', add);
  parser.on('cdata', add);
  for (let at = 0; at < text.length && !flaw; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
  if (!flaw) parser.close();
  return flaw ?? root ?? { reason: 'there is no element', line: 1 };
}

/** Nothing behind the first flaw is read but the rest of its chunk, and what is nested in that takes its time. */
const CHUNK = 2_048;

function elementOf({ local, uri, attributes }: SaxesTagNS, line: number): XmlElement {
  const named = Object.values(attributes).filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns');
  return {
    name: local,
    space: uri,
    attributes: new Map(named.map(({ local: name, value }) => [name, value])),
    children: [],
    text: '',
    line,
  };
}

export function isElement(read: XmlElement | XmlFlaw): read is XmlElement {
  return 'children' in read;
}
