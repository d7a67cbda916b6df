/** PNG of an image in few colours: an indexed image of 8 bits a pixel (RFC 2083). */
import { crc32, deflateSync } from 'node:zlib';

export interface IndexedImage {
  readonly width: number;
  readonly height: number;
  /** Up to 256 colours, as `0xRRGGBB`. */
  readonly palette: readonly number[];
  /** Row by row, from the top left; each an index into the palette. */
  readonly pixels: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const INDEXED = 3;

/**
 * The image's file.
 *
 * @example encodePng({ width: 1, height: 1, palette: [0xff0000], pixels: new Uint8Array([0]) })
 */
export function encodePng(image: IndexedImage): Buffer {
  const { width, height, palette } = image;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, INDEXED, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((c) => [(c >> 16) & 0xff, (c >> 8) & 0xff, c & 0xff]));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows(image))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Rows, each after the number of its filter: none. */
function rows({ width, height, pixels }: IndexedImage): Buffer {
  const filtered = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) filtered.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return filtered;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}
