/** How a VNC client wants its pixels (RFC 6143, 7.4), and an image put that way. */
import type { IndexedImage } from '../png.ts';

export interface PixelFormat {
  /** Bits a pixel takes: 8, 16 or 32. */
  readonly bits: number;
  readonly depth: number;
  readonly bigEndian: boolean;
  /** False: a pixel is an index into a map of colours, which the server tells. */
  readonly trueColour: boolean;
  readonly max: readonly [red: number, green: number, blue: number];
  readonly shift: readonly [red: number, green: number, blue: number];
}

export const PIXEL_FORMAT_BYTES = 16;

/** 8 bits a colour in 32, as nearly everybody wants them. */
export const USUAL: PixelFormat = {
  bits: 32,
  depth: 24,
  bigEndian: false,
  trueColour: true,
  max: [255, 255, 255],
  shift: [16, 8, 0],
};

export function writePixelFormat({ bits, depth, bigEndian, trueColour, max, shift }: PixelFormat): Buffer {
  const out = Buffer.alloc(PIXEL_FORMAT_BYTES);
  out.set([bits, depth, Number(bigEndian), Number(trueColour)]);
  for (const [i, most] of max.entries()) out.writeUInt16BE(most, 4 + 2 * i);
  out.set(shift, 10);
  return out;
}

/** Undefined for what is no format. */
export function readPixelFormat(bytes: Buffer): PixelFormat | undefined {
  const [bits = 0, depth = 0, bigEndian, trueColour] = bytes;
  const max = [bytes.readUInt16BE(4), bytes.readUInt16BE(6), bytes.readUInt16BE(8)] as const;
  const shift = [bytes[10]!, bytes[11]!, bytes[12]!] as const;
  if (![8, 16, 32].includes(bits) || shift.some((s) => s > 31)) return undefined;
  return { bits, depth, bigEndian: bigEndian !== 0, trueColour: trueColour !== 0, max, shift };
}

/** A colour, `0xRRGGBB`, as a pixel. */
function pixelOf(colour: number, { max, shift }: PixelFormat): number {
  let pixel = 0;
  for (const [i, most] of max.entries()) {
    const part = (colour >> (16 - 8 * i)) & 0xff;
    pixel |= Math.round((part * most) / 255) << shift[i]!;
  }
  return pixel >>> 0;
}

/** Whole rows of the image, from `top` on, pixel by pixel. */
export function rowsOf(image: IndexedImage, top: number, rows: number, format: PixelFormat): Buffer {
  const { width, palette, pixels } = image;
  const size = format.bits / 8;
  const colours = palette.map((colour, index) => bytesOf(format.trueColour ? pixelOf(colour, format) : index, format));
  const out = Buffer.alloc(width * rows * size);
  const from = top * width;
  for (let i = 0; i < width * rows; i++) {
    const colour = colours[pixels[from + i]!]!;
    for (let b = 0; b < size; b++) out[i * size + b] = colour[b]!;
  }
  return out;
}

function bytesOf(pixel: number, { bits, bigEndian }: PixelFormat): Buffer {
  const wide = Buffer.alloc(4);
  if (bigEndian) {
    wide.writeUInt32BE(pixel);
    return wide.subarray(4 - bits / 8);
  }
  wide.writeUInt32LE(pixel);
  return wide.subarray(0, bits / 8);
}
