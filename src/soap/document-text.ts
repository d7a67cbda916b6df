import { isAscii, isUtf8 } from 'node:buffer';
import { XmlError } from './xml-error.ts';

/** `encoding="..."` of an XML declaration, looked for in the first bytes only. */
const DECLARED = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/;
const UTF8_NAMES = /^(utf-?8|us-ascii|ascii)$/i;
const LATIN1_NAMES = /^(iso-?8859-1|latin-?1|windows-1252)$/i;

/**
 * The text of an XML document: UTF-8 unless a byte order mark or the declaration says otherwise.
 * Bytes that are not valid in their encoding are refused, never replaced.
 */
export function documentText(bytes: Uint8Array): string {
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const utf16 = utf16Label(buffer);
  if (utf16) return decode(buffer, utf16);
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) return utf8(buffer.subarray(3));
  const declared = startsLikeDeclaration(buffer) ? DECLARED.exec(buffer.toString('latin1', 0, 200))?.[1] : undefined;
  if (declared === undefined || UTF8_NAMES.test(declared)) return utf8(buffer);
  if (LATIN1_NAMES.test(declared)) return decode(buffer, 'windows-1252');
  throw new XmlError(`encoding ${declared} is not supported`, 1, 0);
}

function utf8(buffer: Buffer): string {
  // What most requests are, and read in half the time.
  if (isAscii(buffer)) return buffer.toString('latin1');
  if (!isUtf8(buffer)) throw new XmlError('the document is not valid UTF-8', 1, 0);
  return buffer.toString('utf8');
}

function decode(buffer: Buffer, label: string): string {
  try {
    return new TextDecoder(label, { fatal: true }).decode(buffer);
  } catch {
    throw new XmlError(`the document is not valid ${label}`, 1, 0);
  }
}

/** UTF-16 by its mark, or by the zero byte beside the first `<`. */
function utf16Label(buffer: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const [a, b] = buffer;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  return undefined;
}

function startsLikeDeclaration(buffer: Buffer): boolean {
  const first = buffer[0];
  return (first === 0x3c && buffer[1] === 0x3f) || first === 0x20 || first === 0x0a || first === 0x0d || first === 0x09;
}
