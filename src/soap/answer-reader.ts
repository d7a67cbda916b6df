/**
 * Reads an answer while it comes: object by object, each let go of before the next. What is not the plain answer that was
 * asked for (a fault, a page for people, another encoding) is gathered whole, for somebody else to judge.
 */
import type { Method, Property, Schema } from '../vim25/schema.ts';
import { decodeResult } from './decode.ts';
import { ElementEnd, tagEnd } from './element-end.ts';
import { readEnvelope } from './envelope.ts';
import { parseXml } from './parse.ts';
import type { QuickReader } from './quick-reader.ts';
import { TextStream } from './text-stream.ts';
import { XmlError } from './xml-error.ts';

/** The first tags of an answer are no longer than this, or it is none of ours. */
const HEAD = 64 * 1024;
/** Tags around what is in a result. */
const WITHIN = 4;
/** Characters of an object that is waited for piece by piece. */
const LARGE = 256 * 1024;
/** Characters of one object. */
const LARGEST = 256 * 1024 * 1024;
/** The prefix that the quick reader goes by, bound to what it is not. */
const STRANGE = /xmlns:xsi\s*=\s*["'](?!http:\/\/www\.w3\.org\/2001\/XMLSchema-instance["'])/;

export class AnswerReader {
  readonly #method: Method;
  readonly #schema: Schema;
  readonly #quick: QuickReader;
  /** What is given one by one: the items of an array, in the result or as the result. */
  readonly #item: Property;
  /** Tags on the way down to the items. */
  readonly #depth: number;
  readonly #stream = new TextStream();
  #state: 'head' | 'items' | 'tail' | 'whole' = 'head';
  #head = '';
  #closers = '';
  /** Text that is not read yet, in pieces: joined only when there is an end in it. */
  #pieces: string[] = [];
  /** The last of them, in case the closing tag is cut in two. */
  #last = '';
  #waiting = 0;
  /** The closing tag that is waited for. */
  #awaited = '';
  #end: ElementEnd | undefined;
  readonly #bytes: Buffer[] = [];

  /** `items` names the property of the result that is given item by item. Default: the result itself, one or many. */
  constructor(method: Method, schema: Schema, quick: QuickReader, items?: string) {
    const { result } = method;
    const within = items === undefined ? undefined : schema.data(result?.type ?? '')?.byName.get(items);
    if (!result || (items !== undefined && !within)) throw new Error(`${method.name} gives no ${items ?? 'result'}`);
    this.#method = method;
    this.#schema = schema;
    this.#quick = quick;
    this.#item = within ?? result;
    this.#depth = within ? WITHIN : WITHIN - 1;
  }

  /** Whether the answer is none that can be read in pieces; {@link whole} has it at the end. */
  get isOther(): boolean {
    return this.#state === 'whole';
  }

  /** The bytes of an answer that is {@link isOther}. */
  get whole(): Buffer {
    return Buffer.concat(this.#bytes);
  }

  /** What is known so far of the result, without its items; undefined before the first of them. */
  get soFar(): unknown {
    return this.#state === 'items' || this.#state === 'tail' ? this.#result(this.#closers) : undefined;
  }

  /** Takes more of the answer, and gives the items that are whole now. */
  take(bytes: Buffer): unknown[] {
    if (this.#state === 'head' || this.#state === 'whole') this.#bytes.push(bytes);
    if (this.#state === 'whole') return [];
    const text = this.#stream.take(bytes);
    if (text === undefined) this.#state = 'whole';
    return text ? this.#read(text) : [];
  }

  /** The last items, and what else there is of a result that has them. Throws XmlError for an answer that is not whole, DecodeError for one that does not fit. */
  end(): { readonly items: readonly unknown[]; readonly result: unknown } {
    const last = this.#stream.end();
    const items = last ? this.#read(last) : [];
    if (this.#state === 'head') this.#state = 'whole';
    if (this.#state === 'whole') return { items: [], result: undefined };
    const result = this.#result(this.#pieces.join(''));
    // Elements with prefixes were not known for what they are before.
    return { items: [...items, ...this.#itemsOf(result)], result };
  }

  #read(text: string): unknown[] {
    this.#pieces.push(text);
    this.#waiting += text.length;
    if (this.#waiting > LARGEST) throw new XmlError('an object of the answer has no end', 1, 0);
    if (this.#state === 'tail') return [];
    // A large object is not joined to itself again and again: nothing in what comes is looked for but its end.
    if (this.#waiting > LARGE && this.#awaited !== '' && !this.#end && !this.#isAwaitedIn(text)) return [];
    let rest = this.#pieces.length === 1 ? text : this.#pieces.join('');
    if (this.#state === 'head') {
      const begun = this.#begin(rest);
      if (begun === undefined) {
        this.#hold(rest);
        return [];
      }
      rest = rest.slice(begun);
    }
    return this.#items(rest);
  }

  #hold(rest: string): void {
    this.#pieces = [rest];
    this.#waiting = rest.length;
    this.#last = rest.slice(1 - Math.max(2, this.#awaited.length));
  }

  #isAwaitedIn(text: string): boolean {
    const seen = this.#last + text;
    this.#last = seen.slice(1 - this.#awaited.length);
    return seen.includes(this.#awaited);
  }

  /** Reads the tags before the items; the place where these begin, or undefined while they have not come. */
  #begin(text: string): number | undefined {
    const names: string[] = [];
    let at = 0;
    while (names.length < this.#depth) {
      const open = text.indexOf('<', at);
      const end = open < 0 ? undefined : tagEnd(text, open);
      if (end === undefined) {
        if (text.length > HEAD) this.#state = 'whole';
        return undefined;
      }
      at = end;
      if (text[open + 1] === '?') continue;
      const name = /^[\w.:-]+/.exec(text.slice(open + 1, end))?.[0];
      const wanted = [
        /^(\w+:)?Envelope$/,
        /^(\w+:)?Body$/,
        new RegExp(`^${this.#method.name}Response$`),
        /^returnval$/,
      ];
      const isWanted = name !== undefined && wanted[names.length]!.test(name) && text[end - 2] !== '/';
      if (!isWanted) {
        // A header, a fault, an answer with nothing in it, another's: nothing that comes in pieces.
        this.#state = 'whole';
        return undefined;
      }
      names.push(name);
    }
    this.#head = text.slice(0, at);
    if (STRANGE.test(this.#head)) {
      this.#state = 'whole';
      return undefined;
    }
    this.#closers = names
      .toReversed()
      .map((name) => `</${name}>`)
      .join('');
    this.#state = 'items';
    this.#bytes.length = 0;
    return at;
  }

  #items(text: string): unknown[] {
    const found: unknown[] = [];
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open < 0 || open + 1 >= text.length) break;
      if (text[open + 1] === '/') {
        this.#state = 'tail';
        break;
      }
      const end = this.#endOf(text, open, found);
      if (end === undefined) {
        at = open;
        break;
      }
      at = end;
    }
    this.#hold(at === 0 ? text : text.slice(at));
    return found;
  }

  /** Reads the element that begins at `open` into `found`; the place behind it, or undefined while it is not whole. */
  #endOf(text: string, open: number, found: unknown[]): number | undefined {
    const name = /^[\w.:-]+/.exec(text.slice(open + 1, open + 200))?.[0];
    if (name === undefined || open + 1 + name.length >= text.length) return undefined;
    const isItem = name === this.#item.name;
    if (isItem && !this.#end) {
      this.#awaited = `</${name}>`;
      const close = text.indexOf(this.#awaited, open);
      if (close < 0 && text[tagEnd(text, open)! - 2] !== '/') return undefined;
      if (close >= 0) {
        const end = close + this.#awaited.length;
        const read = this.#quick.read(text, this.#item, open, end);
        if (read) {
          this.#awaited = '';
          if (read.value !== undefined) found.push(read.value);
          return end;
        }
      }
    }
    // Not plain: its end is looked for with more care, and what is in it decoded by way of a tree.
    this.#end ??= new ElementEnd();
    const length = this.#end.find(text.slice(open));
    if (length === undefined) return undefined;
    this.#end = undefined;
    this.#awaited = '';
    const element = text.slice(open, open + length);
    if (isItem) found.push(...this.#decode(element));
    else this.#head += element;
    return open + length;
  }

  #decode(element: string): readonly unknown[] {
    return this.#itemsOf(this.#result(element + this.#closers));
  }

  #result(rest: string): unknown {
    const { payload } = readEnvelope(parseXml(this.#head + rest, { maxSize: 2 * LARGEST }));
    return decodeResult(this.#method, payload, this.#schema);
  }

  #itemsOf(result: unknown): readonly unknown[] {
    const within = this.#depth === WITHIN ? (result as Record<string, unknown> | undefined)?.[this.#item.name] : result;
    if (within === undefined) return [];
    return Array.isArray(within) ? within : [within];
  }
}
