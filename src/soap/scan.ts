/**
 * Reads plain XML in one pass: elements, attributes, namespaces, text and the five entities, as every client writes
 * them. Anything rarer (comments, CDATA, character references, carriage returns, names beyond ASCII) and anything wrong
 * is left to the strict parser, which takes five times as long and says what is wrong and where. What is read here reads
 * the same there; a property test holds that.
 */
import { XmlElement } from './element.ts';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const DECLARATION =
  /^<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?: standalone=(?:"yes"|"no"|'yes'|'no'))? ?\?>/;
/** Characters that XML forbids, that it changes on reading, or that need a second look. */
const UNUSUAL = /[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd]|\]\]>/;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const NAME_STARTS = table(/[A-Za-z_]/);
const NAME_PARTS = table(/[\w.-]/);
const [TAB, NEWLINE, SPACE, SLASH, LESS, EQUALS, MORE, COLON] = [9, 10, 32, 47, 60, 61, 62, 58];

/** Declarations in force, the innermost first; the default namespace has the prefix ''. */
interface Scope {
  readonly prefix: string;
  readonly uri: string;
  readonly outer: Scope | undefined;
}

const NONE: string[] = [];
const OUTERMOST: Scope = { prefix: '', uri: '', outer: undefined };

/** The root of a plain document; undefined when the strict parser has to judge. */
export function scanXml(text: string, maxDepth: number): XmlElement | undefined {
  if (UNUSUAL.test(text)) return undefined;
  const start = text.startsWith('<?xml ') ? (DECLARATION.exec(text)?.[0].length ?? 0) : 0;
  return new Scanner(text, start, maxDepth).document();
}

interface Open {
  readonly element: XmlElement;
  /** As written, to be met again in the closing tag. */
  readonly name: string;
  readonly outer: Scope;
}

class Scanner {
  readonly #text: string;
  readonly #maxDepth: number;
  #at: number;
  #root: XmlElement | undefined;
  #scope: Scope = OUTERMOST;
  readonly #open: Open[] = [];
  /** Attributes of the tag being read: prefix, local name, value. */
  #attributes: string[] = NONE;
  #prefix = '';
  #local = '';

  constructor(text: string, start: number, maxDepth: number) {
    this.#text = text;
    this.#at = start;
    this.#maxDepth = maxDepth;
  }

  document(): XmlElement | undefined {
    const text = this.#text;
    this.#space();
    if (text.charCodeAt(this.#at) !== LESS || !this.#openTag()) return undefined;
    const root = this.#root!;
    const open = this.#open;
    while (open.length > 0) {
      const less = text.indexOf('<', this.#at);
      if (less < 0) return undefined;
      if (less > this.#at) {
        const chunk = plain(text.slice(this.#at, less));
        if (chunk === undefined) return undefined;
        open[open.length - 1]!.element.text += chunk;
      }
      this.#at = less;
      if (!(text.charCodeAt(less + 1) === SLASH ? this.#closeTag() : this.#openTag())) return undefined;
    }
    this.#space();
    return this.#at === text.length ? root : undefined;
  }

  #openTag(): boolean {
    const text = this.#text;
    const begin = ++this.#at;
    if (this.#open.length >= this.#maxDepth || !this.#qualified()) return false;
    const name = text.slice(begin, this.#at);
    const prefix = this.#prefix;
    const local = this.#local;
    const outer = this.#scope;
    if (!this.#readAttributes()) return false;
    const uri = uriOf(this.#scope, prefix);
    if (uri === undefined) return false;
    const element = new XmlElement(local, uri);
    if (this.#attributes.length > 0 && !this.#attach(element)) return false;
    const parent = this.#open[this.#open.length - 1]?.element;
    if (parent) parent.append(element);
    else this.#root = element;
    if (text.charCodeAt(this.#at) === SLASH) {
      if (text.charCodeAt(this.#at + 1) !== MORE) return false;
      this.#at += 2;
      this.#scope = outer;
      return true;
    }
    if (text.charCodeAt(this.#at) !== MORE) return false;
    this.#at++;
    this.#open.push({ element, name, outer });
    return true;
  }

  #closeTag(): boolean {
    const { name, outer } = this.#open.pop()!;
    if (!this.#text.startsWith(name, this.#at + 2)) return false;
    this.#at += 2 + name.length;
    this.#space();
    if (this.#text.charCodeAt(this.#at++) !== MORE) return false;
    this.#scope = outer;
    return true;
  }

  /** Reads up to the end of the tag; namespaces take effect, other attributes are gathered. */
  #readAttributes(): boolean {
    this.#attributes = NONE;
    const outer = this.#scope;
    for (;;) {
      const spaced = this.#space();
      const code = this.#text.charCodeAt(this.#at);
      if (code === MORE || code === SLASH) return true;
      if (!spaced || !this.#qualified()) return false;
      const prefix = this.#prefix;
      const local = this.#local;
      const value = this.#attributeValue();
      if (value === undefined) return false;
      if (prefix !== 'xmlns' && (prefix !== '' || local !== 'xmlns')) {
        if (this.#attributes === NONE) this.#attributes = [prefix, local, value];
        else this.#attributes.push(prefix, local, value);
      } else {
        const declared = prefix === '' ? '' : local;
        if (declared === 'xml' || declared === 'xmlns' || value === XML || value === XMLNS) return false;
        if ((value === '' && declared !== '') || value.trim() !== value) return false;
        for (let s = this.#scope; s !== outer; s = s.outer!) if (s.prefix === declared) return false;
        this.#scope = { prefix: declared, uri: value, outer: this.#scope };
      }
    }
  }

  /** Gives an element its attributes under the names that {@link XmlElement} tells of. */
  #attach(element: XmlElement): boolean {
    // A plain object is made ten times as fast as one without a prototype; names that its prototype has go the other way.
    const attributes: Record<string, string> = {};
    const list = this.#attributes;
    for (let i = 0; i < list.length; i += 3) {
      const prefix = list[i]!;
      const local = list[i + 1]!;
      const value = list[i + 2]!;
      const uri = prefix === '' ? '' : uriOf(this.#scope, prefix);
      if (uri === undefined) return false;
      const key = uri === '' ? local : uri === XSI ? `xsi:${local}` : `{${uri}}${local}`;
      if (key in attributes) return false;
      if (uri !== XSI) attributes[key] = value;
      else attributes[key] = (local === 'type' ? value.slice(value.indexOf(':') + 1) : value).trim();
    }
    element.attributes = attributes;
    return true;
  }

  #attributeValue(): string | undefined {
    const text = this.#text;
    this.#space();
    if (text.charCodeAt(this.#at++) !== EQUALS) return undefined;
    this.#space();
    const quote = text[this.#at++];
    if (quote !== '"' && quote !== "'") return undefined;
    const end = text.indexOf(quote, this.#at);
    if (end < 0) return undefined;
    const value = text.slice(this.#at, end);
    this.#at = end + 1;
    return /[<\n\t]/.test(value) ? undefined : plain(value);
  }

  /** Reads `local` or `prefix:local`. */
  #qualified(): boolean {
    const first = this.#name();
    if (first === '') return false;
    this.#prefix = '';
    this.#local = first;
    if (this.#text.charCodeAt(this.#at) !== COLON) return true;
    this.#at++;
    this.#prefix = first;
    this.#local = this.#name();
    return this.#local !== '';
  }

  #name(): string {
    const text = this.#text;
    const begin = this.#at;
    if (NAME_STARTS[text.charCodeAt(begin)] !== 1) return '';
    let at = begin + 1;
    while (NAME_PARTS[text.charCodeAt(at)] === 1) at++;
    this.#at = at;
    return text.slice(begin, at);
  }

  /** Passes over white space; whether there was any. */
  #space(): boolean {
    const begin = this.#at;
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== SPACE && code !== NEWLINE && code !== TAB) return this.#at > begin;
      this.#at++;
    }
  }
}

function uriOf(scope: Scope, prefix: string): string | undefined {
  for (let s: Scope | undefined = scope; s; s = s.outer) if (s.prefix === prefix) return s.uri;
  return undefined;
}

/** Text with its entities read; undefined when there are others than the five. */
function plain(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let strange = false;
  const read = text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    const meant = whole.endsWith(';') && Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
    strange ||= meant === undefined;
    return meant ?? '';
  });
  return strange ? undefined : read;
}

function table(characters: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => (characters.test(String.fromCharCode(code)) ? 1 : 0));
}
