/**
 * The server's side of one VNC connection (RFC 6143), without its socket: bytes in, bytes out. It shows a picture that
 * may change; keys and pointers are taken note of and move nothing.
 */
import type { IndexedImage } from '../png.ts';
import { CHALLENGE, isResponse } from './password.ts';
import {
  PIXEL_FORMAT_BYTES,
  type PixelFormat,
  readPixelFormat,
  rowsOf,
  USUAL,
  writePixelFormat,
} from './pixel-format.ts';

export interface Shown {
  /** What the client's window is called. */
  readonly name: string;
  /** None: whoever connects is let in. */
  readonly password: string | undefined;
  /** 16 bytes that nobody can foresee. */
  readonly challenge: Buffer;
  /** How the screen looks now. */
  screen(): IndexedImage;
  /** Takes bytes for the client. */
  send(bytes: Buffer): void;
  /** The client was let in. */
  entered(): void;
  /** The client spoke no RFB, or was not let in: the connection ends once all was sent. */
  end(): void;
}

/** One step of the client: how many bytes it takes, and what to do with them. */
interface Expected {
  readonly bytes: number;
  take(bytes: Buffer): void;
}

const VERSION = 12;
const NONE = 1;
const BY_PASSWORD = 2;
const RAW = 0;
const DESKTOP_SIZE = -223;
/** Nobody pastes more than that into a console. */
const LONGEST_TEXT = 2 ** 20;
const MOST_ENCODINGS = 1024;

export class Conversation {
  readonly #shown: Shown;
  #unread: Buffer = Buffer.alloc(0);
  #expected: Expected;
  #over = false;
  #minor = 8;
  #format: PixelFormat = USUAL;
  #follows = false;
  /** What the client was shown last. */
  #sent: IndexedImage | undefined;
  /** The client waits to be told of changes. */
  #waits = false;
  #toldColours = false;

  constructor(shown: Shown) {
    this.#shown = shown;
    this.#expected = { bytes: VERSION, take: (bytes) => this.#version(bytes) };
    shown.send(Buffer.from('RFB 003.008\n'));
  }

  /** Takes what the client sent. */
  take(bytes: Buffer): void {
    this.#unread = this.#unread.length === 0 ? bytes : Buffer.concat([this.#unread, bytes]);
    while (!this.#over && this.#unread.length >= this.#expected.bytes) {
      const taken = this.#unread.subarray(0, this.#expected.bytes);
      this.#unread = this.#unread.subarray(this.#expected.bytes);
      this.#expected.take(taken);
    }
    if (this.#over) this.#unread = Buffer.alloc(0);
  }

  /** Says nothing more, and hears nothing. */
  stop(): void {
    this.#over = true;
  }

  /** The screen may look otherwise than before: a client that waits for changes is shown them. */
  refresh(): void {
    if (this.#waits && !this.#over) this.#showChanges();
  }

  // ---- getting in

  #version(bytes: Buffer): void {
    const [, minor] = /^RFB 003\.(\d{3})\n$/.exec(bytes.toString('latin1')) ?? [];
    if (minor === undefined) return this.#end();
    // 3.5 was never one: who says so speaks 3.3, as every number that is none.
    this.#minor = Number(minor) >= 8 ? 8 : Number(minor) === 7 ? 7 : 3;
    const type = this.#shown.password === undefined ? NONE : BY_PASSWORD;
    if (this.#minor === 3) {
      this.#shown.send(Buffer.from([0, 0, 0, type]));
      this.#secure(type);
    } else {
      this.#shown.send(Buffer.from([1, type]));
      this.#expect(1, ([chosen]) => (chosen === type ? this.#secure(type) : this.#end()));
    }
  }

  #secure(type: number): void {
    const { password, challenge } = this.#shown;
    if (type === NONE) return this.#enter(this.#minor === 8);
    this.#shown.send(challenge);
    this.#expect(CHALLENGE, (response) => {
      if (isResponse(response, challenge, password!)) return this.#enter(true);
      const reason = Buffer.from('password check failed');
      this.#shown.send(Buffer.from([0, 0, 0, 1]));
      if (this.#minor === 8) this.#shown.send(Buffer.concat([Buffer.from([0, 0, 0, reason.length]), reason]));
      this.#end();
    });
  }

  /** Up to 3.7 nobody is told of success who was not asked for anything. */
  #enter(told: boolean): void {
    if (told) this.#shown.send(Buffer.alloc(4));
    this.#expect(1, () => {
      this.#shown.entered();
      if (this.#over) return;
      const { width, height } = this.#shown.screen();
      const name = Buffer.from(this.#shown.name, 'utf8');
      const head = Buffer.alloc(4);
      head.writeUInt16BE(width, 0);
      head.writeUInt16BE(height, 2);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(name.length);
      this.#shown.send(Buffer.concat([head, writePixelFormat(USUAL), length, name]));
      this.#await();
    });
  }

  // ---- what clients say

  #await(): void {
    this.#expect(1, ([kind]) => {
      switch (kind) {
        case 0:
          return this.#expect(3 + PIXEL_FORMAT_BYTES, (bytes) => this.#setFormat(bytes.subarray(3)));
        case 2:
          return this.#expect(3, (bytes) => this.#setEncodings(bytes.readUInt16BE(1)));
        case 3:
          return this.#expect(9, (bytes) => this.#show(bytes[0] !== 0));
        case 4:
          return this.#expect(7, () => this.#await());
        case 5:
          return this.#expect(5, () => this.#await());
        case 6:
          return this.#expect(7, (bytes) => this.#skip(bytes.readUInt32BE(3), LONGEST_TEXT));
        default:
          return this.#end();
      }
    });
  }

  #setFormat(bytes: Buffer): void {
    const format = readPixelFormat(bytes);
    if (!format) return this.#end();
    this.#format = format;
    this.#toldColours = false;
    this.#await();
  }

  #setEncodings(count: number): void {
    if (count > MOST_ENCODINGS) return this.#end();
    this.#expect(4 * count, (bytes) => {
      this.#follows = Array.from({ length: count }, (_, i) => bytes.readInt32BE(4 * i)).includes(DESKTOP_SIZE);
      this.#await();
    });
  }

  #skip(bytes: number, most: number): void {
    if (bytes > most) return this.#end();
    this.#expect(bytes, () => this.#await());
  }

  /** Whatever part is asked for, whole rows are shown: a text screen changes by the line. */
  #show(onlyChanges: boolean): void {
    this.#await();
    if (onlyChanges && this.#sent) return this.#showChanges();
    this.#update(this.#shown.screen());
  }

  // ---- what it is shown

  #showChanges(): void {
    const screen = this.#shown.screen();
    const before = this.#sent;
    if (!before || before.width !== screen.width || before.height !== screen.height) return this.#update(screen);
    const rows = changedRows(before, screen);
    this.#waits = rows === undefined;
    if (rows) this.#rectangles(screen, [rows]);
  }

  #update(screen: IndexedImage): void {
    const isOther = this.#sent && (this.#sent.width !== screen.width || this.#sent.height !== screen.height);
    // Without being told of the size the client would take the pixels for others.
    if (isOther && !this.#follows) return this.#end();
    this.#waits = false;
    this.#rectangles(
      screen,
      [{ top: 0, rows: screen.height }],
      isOther ? [rectangle(screen, 0, screen.height, DESKTOP_SIZE)] : [],
    );
  }

  #rectangles(screen: IndexedImage, parts: readonly Rows[], first: readonly Buffer[] = []): void {
    if (!this.#format.trueColour && !this.#toldColours) this.#shown.send(colourMap(screen.palette));
    this.#toldColours = true;
    this.#sent = screen;
    const pixels = parts.flatMap(({ top, rows }) => [
      rectangle(screen, top, rows, RAW),
      rowsOf(screen, top, rows, this.#format),
    ]);
    const head = Buffer.from([0, 0, 0, parts.length + first.length]);
    this.#shown.send(Buffer.concat([head, ...first, ...pixels]));
  }

  #expect(bytes: number, take: (bytes: Buffer) => void): void {
    this.#expected = { bytes, take };
  }

  #end(): void {
    if (this.#over) return;
    this.#over = true;
    this.#shown.end();
  }
}

interface Rows {
  readonly top: number;
  readonly rows: number;
}

/** From the first row that differs to the last; undefined when none does. */
function changedRows(before: IndexedImage, { width, height, pixels }: IndexedImage): Rows | undefined {
  if (before.pixels === pixels) return undefined;
  const row = (image: Uint8Array, y: number) => image.subarray(y * width, (y + 1) * width);
  const differs = (y: number) => Buffer.compare(row(before.pixels, y), row(pixels, y)) !== 0;
  let top = 0;
  while (top < height && !differs(top)) top++;
  if (top === height) return undefined;
  let last = height - 1;
  while (!differs(last)) last--;
  return { top, rows: last - top + 1 };
}

function rectangle({ width }: IndexedImage, top: number, rows: number, encoding: number): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt16BE(top, 2);
  head.writeUInt16BE(width, 4);
  head.writeUInt16BE(rows, 6);
  head.writeInt32BE(encoding, 8);
  return head;
}

function colourMap(palette: readonly number[]): Buffer {
  const head = Buffer.from([1, 0, 0, 0, 0, palette.length]);
  const colours = palette.flatMap((c) => [16, 8, 0].map((shift) => ((c >> shift) & 0xff) * 257));
  const body = Buffer.alloc(2 * colours.length);
  for (const [i, part] of colours.entries()) body.writeUInt16BE(part, 2 * i);
  return Buffer.concat([head, body]);
}
