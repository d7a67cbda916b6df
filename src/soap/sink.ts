const CHUNK_SIZE = 64 * 1024;
/** The first page is smaller: most answers need no other. */
const FIRST_PAGE = 16 * 1024;
/** Bytes from here on are passed along as they are; copying shorter ones is cheaper than one more chunk. */
const PASS_SIZE = 16 * 1024;
/** Contents from here on are kept as bytes. */
const BYTES_FROM = 512;

/** Where the encoder writes. */
export interface Sink {
  write(text: string): void;
  /** Takes bytes that are UTF-8 already; they must not change afterwards. */
  writeBytes(bytes: Buffer): void;
}

/** Takes the chunks gathered so far; a promise holds the writer back until the receiver is ready for more. */
export type Drain = (chunks: Buffer[]) => Promise<void> | void;

/** Collects what is written into UTF-8 chunks of about 64 KiB. */
export class ChunkSink implements Sink {
  readonly #drain: Drain | undefined;
  #text = '';
  #page: Buffer | undefined;
  #used = 0;
  #chunks: Buffer[] = [];

  constructor(drain?: Drain) {
    this.#drain = drain;
  }

  /** Whether a chunk or more waits to be drained. */
  get full(): boolean {
    return this.#chunks.length > 0;
  }

  /** How many chunks wait to be drained. */
  get waiting(): number {
    return this.#chunks.length;
  }

  write(text: string): void {
    this.#text += text;
    if (this.#text.length >= CHUNK_SIZE) this.#pour();
  }

  writeBytes(bytes: Buffer): void {
    if (bytes.length < PASS_SIZE) {
      this.#pour();
      bytes.copy(this.#room(bytes.length), this.#used);
      this.#used += bytes.length;
    } else {
      this.#pour();
      this.#seal();
      this.#chunks.push(bytes);
    }
  }

  /** Hands the full chunks to the drain and waits until it takes more. */
  async drain(): Promise<void> {
    if (!this.#drain || this.#chunks.length === 0) return;
    const chunks = this.#chunks;
    this.#chunks = [];
    await this.#drain(chunks);
  }

  /** All that was written, where it is still one short text; the sink is empty then. */
  short(): string | undefined {
    if (this.#page !== undefined || this.#chunks.length > 0 || this.#text.length > FIRST_PAGE) return undefined;
    const text = this.#text;
    this.#text = '';
    return text;
  }

  /** What was written and not drained. The sink is empty afterwards. */
  finish(): Buffer[] {
    // The usual small answer: one string, one buffer of its size.
    if (this.#page === undefined && this.#chunks.length === 0) {
      const only = Buffer.from(this.#text, 'utf8');
      this.#text = '';
      return [only];
    }
    this.#pour();
    this.#seal();
    const chunks = this.#chunks;
    this.#chunks = [];
    return chunks;
  }

  /** What was written, in the form in which it is best kept. The sink is empty afterwards. */
  content(): string | Buffer {
    if (this.#page === undefined && this.#chunks.length === 0 && this.#text.length < BYTES_FROM) {
      const text = this.#text;
      this.#text = '';
      return text;
    }
    const chunks = this.finish();
    return chunks.length === 1 ? compact(chunks[0]!) : Buffer.concat(chunks);
  }

  /** What was written, as text. The sink is empty afterwards. */
  text(): string {
    const content = this.content();
    return typeof content === 'string' ? content : content.toString('utf8');
  }

  /** Moves the pending text into the page. */
  #pour(): void {
    const text = this.#text;
    if (text === '') return;
    this.#text = '';
    if (text.length >= CHUNK_SIZE) {
      this.#seal();
      this.#chunks.push(Buffer.from(text, 'utf8'));
      return;
    }
    // A UTF-16 unit takes three bytes at most.
    const page = this.#room(text.length * 3);
    this.#used += page.write(text, this.#used, 'utf8');
  }

  /** The page, with room for `size` more bytes. */
  #room(size: number): Buffer {
    if (this.#page && this.#page.length - this.#used >= size) return this.#page;
    this.#seal();
    this.#page = Buffer.allocUnsafeSlow(Math.max(this.#chunks.length === 0 ? FIRST_PAGE : CHUNK_SIZE, size));
    return this.#page;
  }

  #seal(): void {
    if (this.#page && this.#used > 0) this.#chunks.push(this.#page.subarray(0, this.#used));
    this.#page = undefined;
    this.#used = 0;
  }
}

/** A buffer that holds no more memory than its length. */
function compact(buffer: Buffer): Buffer {
  return buffer.length === buffer.buffer.byteLength ? buffer : Buffer.from(new Uint8Array(buffer).buffer);
}
