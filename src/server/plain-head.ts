/**
 * Reads the head of a plain `POST /sdk`, as every client writes it. Anything rarer and anything wrong (other paths and
 * methods, chunked bodies, headers given twice, headers that change what HTTP means) is left to Node's own parser.
 */
import { hostAddress } from './address.ts';

export interface PlainHead {
  readonly length: number;
  readonly address: string;
  readonly soapAction: string | undefined;
  readonly cookie: string | undefined;
  readonly userAgent: string;
  readonly acceptEncoding: string;
}

const REQUEST = /^POST \/sdk(?:\/|\/vimService)? HTTP\/1\.1$/;
const HEADER = /^([\w-]+):[ \t]*([\x20-\x7e]*)$/;
const LENGTH = /^\d{1,7}$/;
/** Headers with a meaning for us, or with none for anybody here. */
const PLAIN: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'connection',
  'content-length',
  'content-type',
  'cookie',
  'host',
  'soapaction',
  'user-agent',
]);

const LENGTH_HEADER = /\r\ncontent-length: (\d{1,7})(?=\r\n|$)/i;

/** What comes over one connection: its heads differ in little but the length, and what was read once is known. */
export class PlainHeads {
  #others = '';
  #last: PlainHead | undefined;

  /** As `readPlainHead`. */
  read(text: string): PlainHead | undefined {
    const length = LENGTH_HEADER.exec(text);
    if (!length) return readPlainHead(text);
    const others = text.slice(0, length.index) + text.slice(length.index + length[0].length);
    if (this.#last && others === this.#others) return { ...this.#last, length: Number(length[1]) };
    this.#last = readPlainHead(text);
    this.#others = others;
    return this.#last;
  }
}

/** `text` is the head without the empty line that ends it; undefined when it is not plain. */
export function readPlainHead(text: string): PlainHead | undefined {
  const lines = text.split('\r\n');
  if (!REQUEST.test(lines[0]!)) return undefined;
  const headers = new Map<string, string>();
  for (let i = 1; i < lines.length; i++) {
    const match = HEADER.exec(lines[i]!);
    if (!match) return undefined;
    const name = match[1]!.toLowerCase();
    if (!PLAIN.has(name) || headers.has(name)) return undefined;
    headers.set(name, match[2]!.trimEnd());
  }
  const length = headers.get('content-length');
  const address = hostAddress(headers.get('host'));
  const connection = headers.get('connection')?.toLowerCase() ?? 'keep-alive';
  if (length === undefined || !LENGTH.test(length) || address === undefined || connection !== 'keep-alive') {
    return undefined;
  }
  return {
    length: Number(length),
    address,
    soapAction: headers.get('soapaction'),
    cookie: headers.get('cookie'),
    userAgent: headers.get('user-agent') ?? '',
    acceptEncoding: headers.get('accept-encoding') ?? '',
  };
}
