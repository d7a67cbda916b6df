/** A plain text on which a reader goes along: tags, their few attributes, and the scalars between them. */
import { readScalar } from './scalar.ts';
import { Texts } from './texts.ts';

export const LESS = 60;
export const SLASH = 47;
export const MORE = 62;
const [SPACE, COLON, ZERO, NINE] = [32, 58, 48, 57];
/** `xsi:` is taken for what everybody means by it; whoever starts the reader has seen to that. */
const XSI_TYPE = ' xsi:type="';
const TYPE = ' type="';

/** Thrown by one who reads and caught by who began: the text is not plain. */
class NotPlain extends Error {}
export const NOT_PLAIN: Error = new NotPlain('not plain');

export class QuickText {
  protected text = '';
  protected at = 0;
  /** Of the tag just read. */
  protected xsiType: string | undefined;
  protected type: string | undefined;
  protected empty = false;
  readonly #texts = new Texts();
  #entities = false;

  /** False for a text that has comments, CDATA, or line ends that XML changes. */
  protected begin(text: string, from: number, to: number): boolean {
    const element = text.slice(from, to);
    if (isOdd(element, '!') || isOdd(element, '?') || element.includes('\r')) return false;
    this.text = text;
    this.at = from;
    this.#entities = element.includes('&');
    return true;
  }

  protected boolean(name: string): unknown {
    const text = this.text;
    const at = this.at;
    if (!this.empty && text.startsWith('true<', at)) {
      this.at = at + 4;
      this.close(name);
      return true;
    }
    if (!this.empty && text.startsWith('false<', at)) {
      this.at = at + 5;
      this.close(name);
      return false;
    }
    return this.strict('boolean', name);
  }

  /** Up to nine digits; undefined, with nothing read, for what needs a second look. */
  protected whole(name: string): number | undefined {
    if (this.empty) return undefined;
    const text = this.text;
    let at = this.at;
    let n = 0;
    let code = text.charCodeAt(at);
    const end = at + 9;
    while (code >= ZERO && code <= NINE && at < end) {
      n = n * 10 + code - ZERO;
      code = text.charCodeAt(++at);
    }
    if (code !== LESS || at === this.at) return undefined;
    this.at = at;
    this.close(name);
    return n;
  }

  /** The text of an element without elements in it. */
  #raw(name: string): string {
    if (this.empty) return '';
    const text = this.text;
    const at = this.at;
    const end = text.indexOf('<', at);
    if (end < 0) throw NOT_PLAIN;
    const found = text.slice(at, end);
    this.at = end;
    this.close(name);
    if (!this.#entities || !found.includes('&')) return found;
    return plain(found);
  }

  /** Reads `</name>`. */
  protected close(name: string): void {
    const text = this.text;
    const end = this.at + 2 + name.length;
    if (text.charCodeAt(end) !== MORE || !text.startsWith(name, this.at + 2) || text.charCodeAt(this.at + 1) !== SLASH)
      throw NOT_PLAIN;
    this.at = end + 1;
  }

  /** Reads the rest of a tag that has attributes; true when it says that there is no value. */
  protected attributes(): boolean {
    const text = this.text;
    this.xsiType = this.type = undefined;
    this.empty = false;
    let nil = false;
    for (;;) {
      const at = this.at;
      const code = text.charCodeAt(at);
      if (code === MORE) {
        this.at = at + 1;
        return nil;
      }
      if (code === SLASH && text.charCodeAt(at + 1) === MORE) {
        this.at = at + 2;
        this.empty = true;
        return nil;
      }
      if (code !== SPACE) throw NOT_PLAIN;
      if (text.startsWith(XSI_TYPE, at)) this.xsiType = local(this.#quoted(at + XSI_TYPE.length));
      else if (text.startsWith(TYPE, at)) this.type = this.#texts.kept(this.#quoted(at + TYPE.length));
      else if (text.startsWith(' xsi:nil="', at)) nil = ['true', '1'].includes(this.#quoted(at + 10));
      else throw NOT_PLAIN;
    }
  }

  #quoted(from: number): string {
    const end = this.text.indexOf('"', from);
    if (end < 0) throw NOT_PLAIN;
    this.at = end + 1;
    const value = this.text.slice(from, end);
    // Names of types are letters and colons; what is not is looked at with more care.
    if (/[^\w:.]/.test(value)) throw NOT_PLAIN;
    return value;
  }

  protected name(): string {
    const text = this.text;
    const from = this.at;
    let at = from;
    for (let code = text.charCodeAt(at); !endsName(code); code = text.charCodeAt(++at)) {
      // A prefix, or the end of the text.
      if (code === COLON || !(code > SPACE)) throw NOT_PLAIN;
    }
    this.at = at;
    return text.slice(from, at);
  }

  /** Behind the closing tag of an element with nothing in it. */
  protected closeEmpty(name: string): void {
    if (this.text.charCodeAt(this.at) !== LESS) throw NOT_PLAIN;
    this.close(name);
  }

  protected strict(type: string, name: string): unknown {
    const value = readScalar(type, this.#raw(name));
    if (value === undefined) throw NOT_PLAIN;
    return typeof value === 'string' ? this.#texts.kept(value) : value;
  }

  /** The text of an element, as a string that does not hold on to the answer it came in. */
  protected kept(name: string): string {
    return this.#texts.kept(this.#raw(name));
  }

  /** Passes over an element that the table does not know. */
  protected pass(name: string): void {
    const text = this.text;
    if (text.charCodeAt(this.at) === MORE) this.at += 1;
    else {
      this.attributes();
      if (this.empty) return;
    }
    for (;;) {
      const at = text.indexOf('<', this.at);
      if (at < 0) throw NOT_PLAIN;
      this.at = at;
      if (text.charCodeAt(at + 1) === SLASH) {
        this.close(name);
        return;
      }
      this.at = at + 1;
      this.pass(this.name());
    }
  }
}

/** Whether there is a tag that begins with a mark. The mark alone is looked for first: it is rare, and `<` is everywhere. */
function isOdd(text: string, mark: string): boolean {
  return text.includes(mark) && text.includes(`<${mark}`);
}

export function endsName(code: number): boolean {
  return code === MORE || code === SPACE || code === SLASH;
}

function local(qname: string): string {
  return qname.slice(qname.indexOf(':') + 1);
}

function plain(text: string): string {
  return text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    const meant = whole.endsWith(';') ? ENTITIES.get(name) : undefined;
    if (meant === undefined) throw NOT_PLAIN;
    return meant;
  });
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
