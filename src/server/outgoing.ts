/** Sends a body as its parts come: the next one is fetched while the last one goes out. */
import type { ServerResponse } from 'node:http';

/**
 * Ends the answer, or cuts it when the source fails or the client goes away. No part is asked for before the last but one
 * has gone, so that a source may fill two buffers in turn.
 */
export async function sendParts(
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  response: ServerResponse,
): Promise<void> {
  const source = (async function* () {
    yield* parts;
  })();
  let next = source.next();
  try {
    for (;;) {
      const { value, done } = await next;
      if (done) break;
      next = source.next();
      // It is awaited in the next round; a failure before that is no stray one.
      next.catch(() => {});
      await written(value, response);
    }
    response.end();
  } catch {
    response.destroy();
  } finally {
    await source.return(undefined).catch(() => {});
  }
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
