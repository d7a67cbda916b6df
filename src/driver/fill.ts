/** A sink that has taken all bytes, and waits for the word that they shall stand. */
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

export interface Filled {
  /** Makes them stand. Throws what the sink has against it. */
  finish(): Promise<void>;
  /** Leaves nothing of them. */
  abort(): void;
}

/** What is poured into the sink; where it cannot be had, the sink is let go. */
export async function opened(sink: Writable, source: Promise<Readable>): Promise<Readable> {
  // Heard here and told by whoever writes next: a sink may fail at any time.
  sink.on('error', () => {});
  try {
    return await source;
  } catch (error) {
    sink.destroy();
    throw error;
  }
}

/** Pours everything into a sink without ending it. Throws why not, and then the sink is aborted. */
export async function fill(sink: Writable, source: Readable, signal?: AbortSignal): Promise<Filled> {
  try {
    for await (const chunk of source) {
      if (sink.errored) throw sink.errored;
      if (!sink.write(chunk)) await once(sink, 'drain', signal ? { signal } : {});
    }
    signal?.throwIfAborted();
    if (sink.errored) throw sink.errored;
  } catch (error) {
    source.destroy();
    sink.destroy();
    throw signal?.aborted ? signal.reason : error;
  }
  return {
    async finish() {
      const over = finished(sink);
      sink.end();
      await over;
    },
    abort: () => void sink.destroy(),
  };
}
