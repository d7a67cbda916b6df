import { documentText } from './document-text.ts';
import { XmlError } from './xml-error.ts';

/** `encoding="..."` of a declaration that names another encoding than the one everybody uses. */
const OTHER = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["'](?!utf-?8["']|us-ascii["'])[A-Za-z]/i;

/** Bytes to text piece by piece: a character that is cut in two waits for its other half. */
export class TextStream {
  #rest: Buffer | undefined;
  #begun = false;

  /** Text of more bytes; undefined when the document's own encoding is another: then it is to be read whole. */
  take(bytes: Buffer): string | undefined {
    const all = this.#rest ? Buffer.concat([this.#rest, bytes]) : bytes;
    if (!this.#begun && all.length < 256) {
      this.#rest = all;
      return '';
    }
    if (!this.#begun && !isUsual(all)) return undefined;
    this.#begun = true;
    const whole = all.length - cutOff(all);
    this.#rest = whole < all.length ? all.subarray(whole) : undefined;
    return documentText(whole < all.length ? all.subarray(0, whole) : all);
  }

  /** What is left when no more bytes come. */
  end(): string {
    const rest = this.#rest;
    this.#rest = undefined;
    if (!rest) return '';
    if (this.#begun) throw new XmlError('the document ends within a character', 1, 0);
    return documentText(rest);
  }
}

function isUsual(bytes: Buffer): boolean {
  const [first, second] = bytes;
  // A byte order mark of UTF-16, or its zero bytes.
  if (first === 0 || second === 0 || first === 0xfe || first === 0xff) return false;
  return !OTHER.test(bytes.toString('latin1', 0, 200));
}

/** Bytes at the end that begin a character which is not whole yet. */
function cutOff(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}
