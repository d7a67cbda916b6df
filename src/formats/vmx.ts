/**
 * The syntax of .vmx and .vmsd files: lines of `key = "value"`, keys in any case, comments after `#`.
 *
 * What a quoted value cannot hold is written as `|` and two hex digits: the quote itself, the bar, control characters.
 * The line `.encoding` names the file's character set.
 */

/** One line that says something. */
export interface VmxEntry {
  readonly key: string;
  readonly value: string;
}

/** A file that is none of this syntax. */
export class VmxSyntaxError extends Error {
  /** From 1. */
  readonly line: number;

  constructor(line: number, message: string) {
    super(`line ${line}: ${message}`);
    this.name = 'VmxSyntaxError';
    this.line = line;
  }
}

/** The entries of a file, found by key in any case, in the order of the file. */
export class Vmx implements Iterable<VmxEntry> {
  readonly #entries: ReadonlyMap<string, VmxEntry>;

  /** Of two entries with one key the later stands. */
  constructor(entries: Iterable<VmxEntry>) {
    this.#entries = new Map(Array.from(entries, (entry) => [entry.key.toLowerCase(), entry]));
  }

  get(key: string): string | undefined {
    return this.#entries.get(key.toLowerCase())?.value;
  }

  has(key: string): boolean {
    return this.#entries.has(key.toLowerCase());
  }

  /** `TRUE` and `FALSE` in any case, and the other words VMware reads as such; undefined for anything else. */
  flag(key: string): boolean | undefined {
    const value = this.get(key)?.trim().toLowerCase();
    if (value === undefined) return undefined;
    if (/^(true|t|yes|y|on|1)$/.test(value)) return true;
    return /^(false|f|no|n|off|0)$/.test(value) ? false : undefined;
  }

  /** A whole number; undefined for anything else. */
  number(key: string): number | undefined {
    const value = this.get(key)?.trim() ?? '';
    return /^[+-]?\d+$/.test(value) && Number.isSafeInteger(Number(value)) ? Number(value) : undefined;
  }

  [Symbol.iterator](): Iterator<VmxEntry> {
    return this.#entries.values();
  }
}

const LINE = /^([^\s="#][^\s="]*)[ \t]*=[ \t]*(?:"([^"]*)"|([^"#]*?))[ \t]*(?:#.*)?$/;

/** Reads a file's text. Throws VmxSyntaxError for a line that is none, and for a key that is there twice. */
export function parseVmx(text: string): Vmx {
  const entries: VmxEntry[] = [];
  const seen = new Set<string>();
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  for (const [index, line] of lines.entries()) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const match = LINE.exec(trimmed);
    if (!match) throw new VmxSyntaxError(index + 1, 'this is no key = "value"');
    const key = match[1]!;
    if (seen.has(key.toLowerCase())) throw new VmxSyntaxError(index + 1, `${key} is there already`);
    seen.add(key.toLowerCase());
    entries.push({ key, value: unescaped(match[2] ?? match[3] ?? '') });
  }
  return new Vmx(entries);
}

/** Writes entries as a file in UTF-8, `.encoding` first as VMware's own writers put it. */
export function formatVmx(entries: Iterable<VmxEntry>): string {
  let text = '.encoding = "UTF-8"\n';
  for (const { key, value } of entries) {
    if (key.toLowerCase() !== '.encoding') text += `${key} = "${escaped(value)}"\n`;
  }
  return text;
}

/** Whether a key can stand in a file. */
export function isVmxKey(key: string): boolean {
  return /^[^\s="#|\p{Cc}][^\s="\p{Cc}]*$/u.test(key);
}

/** A file's text, by the character set its `.encoding` names; without one it is UTF-8, or Latin 1 if it is not. */
export function decodeVmx(bytes: Uint8Array): string {
  const named = /^\s*\.encoding\s*=\s*"?([\w.:-]+)/im.exec(new TextDecoder('latin1').decode(bytes))?.[1];
  const decoder = (named !== undefined && decoderOf(named)) || decoderOf('utf-8')!;
  try {
    return decoder.decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

function decoderOf(label: string): { decode(bytes: Uint8Array): string } | undefined {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return undefined;
  }
}

function escaped(value: string): string {
  return value.replace(/["|\p{Cc}\u2028\u2029]/gu, (c) => {
    const code = c.charCodeAt(0);
    // Beyond one byte there is no escape; a separator of lines is kept by what UTF-8 makes of it.
    if (code > 0xff) return c;
    return Array.from(new TextEncoder().encode(c), (b) => `|${b.toString(16).toUpperCase().padStart(2, '0')}`).join('');
  });
}

/** Escapes are bytes of UTF-8; a bar that begins none stays a bar. */
function unescaped(value: string): string {
  return value.replace(/(?:\|[0-9a-f]{2})+/gi, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split('|'), (hex) => Number.parseInt(hex, 16));
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return String.fromCharCode(...bytes);
    }
  });
}
