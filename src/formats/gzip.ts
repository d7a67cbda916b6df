/** Files that come compressed by gzip, as packages may hold disks: unpacked as they arrive. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

/** The compressed bytes are damaged or cut off. */
export class GzipError extends Error {
  constructor() {
    super('the compressed file is damaged or cut off');
    this.name = 'GzipError';
  }
}

/** What gzip packed, unpacked; anything else as it is. Throws GzipError while it is read. */
export async function* unpacked(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  let head: Uint8Array = Buffer.alloc(0);
  try {
    while (head.length < 2) {
      const next = await chunks.next();
      if (next.done) break;
      head = Buffer.concat([head, next.value]);
    }
    const all = { [Symbol.asyncIterator]: () => behind(head, chunks) };
    yield* head[0] === 0x1f && head[1] === 0x8b ? inflated(all) : all;
  } finally {
    await chunks.return?.();
  }
}

async function* behind(head: Uint8Array, chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
}

/** A stream reads ahead, and a source may use the bytes of a piece again once it was asked for more. */
async function* copies(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const chunk of source) yield Buffer.from(chunk);
}

async function* inflated(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const packed = Readable.from(copies(source), { objectMode: false });
  const pumped = pipeline(packed, gunzip).then(
    () => undefined,
    (error: unknown) => error,
  );
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
    const error = await pumped;
    if (error) throw error;
  } catch (error) {
    const code = (error as { readonly code?: unknown }).code;
    throw typeof code === 'string' && /^Z_/.test(code) ? new GzipError() : error;
  } finally {
    packed.destroy();
    gunzip.destroy();
  }
}
