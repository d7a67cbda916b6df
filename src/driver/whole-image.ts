/** An image's bytes as they come, refused where they are not what the image is said to be. */
import { createHash } from 'node:crypto';
import { addAbortSignal, type Readable } from 'node:stream';
import { SimError } from '../kernel/errors.ts';
import type { Image } from './image.ts';

/**
 * Opens the source when it is first asked for bytes, and lets it go in the end. The last bytes are held back until all are
 * known to be right: whoever takes so many as were announced has them whole.
 */
export async function* wholeImage(
  open: () => Promise<Readable>,
  image: Image,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const source = await open();
  addAbortSignal(signal, source);
  try {
    yield* checked(source, image);
  } finally {
    source.destroy();
  }
}

async function* checked(source: AsyncIterable<Uint8Array>, { id, size, digest }: Image): AsyncGenerator<Uint8Array> {
  const hash = digest && createHash(digest.algorithm);
  let come = 0;
  let last: Uint8Array | undefined;
  for await (const chunk of source) {
    come += chunk.length;
    hash?.update(chunk);
    if (size !== undefined && come > size) throw wrong(id, `has more than the ${size} bytes it should`);
    if (last) yield last;
    last = chunk;
  }
  if (size !== undefined && come < size) throw wrong(id, `ended after ${come} of ${size} bytes`);
  const found = hash?.digest('hex');
  if (found !== digest?.value.toLowerCase()) throw wrong(id, `has the ${digest?.algorithm} ${found}`);
  if (last) yield last;
}

function wrong(id: string, what: string): SimError {
  return new SimError('ERR_CLIENT', `image '${id}' ${what}`, { hint: 'look at where the image comes from' });
}

/** Does something with a signal that is given when the work is over, however it ended. */
export async function whileWanted<T>(
  signal: AbortSignal | undefined,
  work: (wanted: AbortSignal) => Promise<T>,
): Promise<T> {
  const over = new AbortController();
  try {
    return await work(signal ? AbortSignal.any([signal, over.signal]) : over.signal);
  } finally {
    over.abort();
  }
}
