/** Sends a body as its parts come: the next one is fetched while the last one goes out. */
import type { ServerResponse } from 'node:http';

/**
 * Ends the answer, or cuts it when the source fails or the client goes away. No part is asked for before the last but one
 * has gone, so that a source may fill two buffers in turn. Whoever was promised `length` bytes has the last of them once the
 * source has come to its end: what it notes and closes then is done.
 */
export async function sendParts(
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  response: ServerResponse,
  length = Number.POSITIVE_INFINITY,
): Promise<void> {
  const source = Symbol.asyncIterator in parts ? parts[Symbol.asyncIterator]() : parts[Symbol.iterator]();
  let next = taken(source);
  let left = length;
  try {
    for (;;) {
      const { value, done } = await next;
      if (done) break;
      next = taken(source);
      // It is awaited in the next round; a failure before that is no stray one.
      next.catch(() => {});
      left -= value.length;
      if (left <= 0) await next;
      await written(value, response);
    }
    response.end();
  } catch {
    response.destroy();
  } finally {
    await over(source);
  }
}

type Parts = AsyncIterator<Uint8Array> | Iterator<Uint8Array>;

/** A source that fails at once fails like one that fails later. */
async function taken(source: Parts): Promise<IteratorResult<Uint8Array>> {
  return source.next();
}

async function over(source: Parts): Promise<void> {
  try {
    await source.return?.();
  } catch {}
}

/** Until the part has gone; rejected when there is nobody to send it to. */
function written(part: Uint8Array, response: ServerResponse): Promise<void> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error('the client went away'));
    if (response.destroyed) return gone();
    response.once('close', gone);
    response.write(part, (error) => {
      response.off('close', gone);
      if (error) reject(error);
      else resolve();
    });
  });
}
