/** The members of a tar archive, such as an OVA is, as the archive arrives. */

const BLOCK = 512;
/** Bytes of a name that stands in a member of its own. */
const LONGEST_NAME = 4_096;
const LONG_NAME = 'L';
const FILES: ReadonlySet<string> = new Set(['0', '\0', '7']);

/** The archive is damaged, or what was looked for is not in it. */
export class TarError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TarError';
  }
}

/** A file of an archive. Its bytes are read before the next member is asked for, or not at all. */
export interface TarMember {
  readonly name: string;
  readonly size: number;
  readonly bytes: () => AsyncGenerator<Buffer>;
}

/** The files of an archive in the order they stand. Throws TarError, at once or while they are read. */
export async function* membersOf(archive: AsyncIterable<Uint8Array>): AsyncGenerator<TarMember> {
  const input = new Input(archive);
  let long: string | undefined;
  for (let head = await input.block(); head; head = await input.block()) {
    if (head.every((byte) => byte === 0)) continue;
    const size = sizeIn(head);
    const type = String.fromCharCode(head[156]!);
    const padding = (BLOCK - (size % BLOCK)) % BLOCK;
    if (type === LONG_NAME) {
      if (size > LONGEST_NAME) throw new TarError('a name in the archive is too long');
      const parts: Buffer[] = [];
      for await (const part of input.bytes(size)) parts.push(part);
      long = textIn(Buffer.concat(parts));
      await input.skip(padding);
      continue;
    }
    let left = size;
    if (FILES.has(type)) {
      const bytes = async function* (): AsyncGenerator<Buffer> {
        for await (const part of input.bytes(left)) {
          left -= part.length;
          yield part;
        }
      };
      yield { name: long ?? nameIn(head), size, bytes };
    }
    long = undefined;
    await input.skip(left + padding);
  }
}

function nameIn(head: Buffer): string {
  const prefix = head.toString('latin1', 257, 262) === 'ustar' ? textIn(head.subarray(345, 500)) : '';
  const name = textIn(head.subarray(0, 100));
  return (prefix === '' ? name : `${prefix}/${name}`).replace(/^\.\//, '');
}

function textIn(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
}

/** In octal digits, or in bytes where these do not suffice. */
function sizeIn(head: Buffer): number {
  const size =
    head[124]! & 0x80
      ? Number(head.readBigUInt64BE(128))
      : Number.parseInt(textIn(head.subarray(124, 136)).trim() || '0', 8);
  if (!Number.isSafeInteger(size) || size < 0) throw new TarError('this is no archive');
  return size;
}

class Input {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#chunks = source[Symbol.asyncIterator]();
  }

  /** The next block; undefined at the end of the archive. */
  async block(): Promise<Buffer | undefined> {
    const parts: Buffer[] = [];
    for await (const part of this.#upTo(BLOCK)) parts.push(part);
    const bytes = Buffer.concat(parts);
    if (bytes.length > 0 && bytes.length < BLOCK) throw new TarError('the archive is cut off');
    return bytes.length === 0 ? undefined : bytes;
  }

  async *bytes(length: number): AsyncGenerator<Buffer> {
    let left = length;
    for await (const part of this.#upTo(length)) {
      left -= part.length;
      yield part;
    }
    if (left > 0) throw new TarError('the archive is cut off');
  }

  async skip(length: number): Promise<void> {
    for await (const _ of this.bytes(length));
  }

  async *#upTo(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0; ) {
      if (this.#rest.length === 0) {
        const next = await this.#chunks.next();
        if (next.done) return;
        this.#rest = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.length);
      }
      const part = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(part.length);
      left -= part.length;
      if (part.length > 0) yield part;
    }
  }
}
