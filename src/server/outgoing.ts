/** Sends a body as its parts come: the next one is fetched while the last one goes out. */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** Ends the answer, or cuts it when the source fails or the client goes away. */
export async function sendParts(
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  response: ServerResponse,
): Promise<void> {
  const source = (async function* () {
    yield* parts;
  })();
  const gone = new AbortController();
  const cut = () => gone.abort();
  response.once('close', cut);
  let next = source.next();
  try {
    for (;;) {
      const { value, done } = await next;
      if (done || gone.signal.aborted) break;
      next = source.next();
      // It is awaited in the next round; a failure before that is no stray one.
      next.catch(() => {});
      if (!response.write(value)) await once(response, 'drain', { signal: gone.signal });
    }
    if (gone.signal.aborted) response.destroy();
    else response.end();
  } catch {
    response.destroy();
  } finally {
    response.off('close', cut);
    await source.return(undefined).catch(() => {});
  }
}
