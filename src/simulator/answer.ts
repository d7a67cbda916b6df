/** Writes what a call came to: a value, a long value in slices, or a fault. */
import { Streamed } from '../objects/managed-object.ts';
import { ChunkSink, encodeFault, encodeFetch, encodeResponse, encodeResponseInSteps, FETCH } from '../soap/index.ts';
import type { Method } from '../vim25/schema.ts';
import type { Dialect } from './dialect.ts';
import type { SoapAnswer } from './door.ts';

/** Chunks of 64 KiB produced before other work gets its turn. */
const SLICE = 4;

export type Written = Pick<SoapAnswer, 'body' | 'more'>;

export function writeValue(dialect: Dialect, method: Method, value: unknown): Written {
  const { encoder, namespace } = dialect;
  if (value instanceof Streamed) return writeStream(dialect, method, value);
  const sink = new ChunkSink();
  if (method === FETCH) encodeFetch(encoder, namespace, value as never, sink);
  else encodeResponse(encoder, method, namespace, value, sink);
  return { body: sink.short() ?? sink.finish(), more: undefined };
}

export function writeFault(dialect: Dialect, fault: { readonly _typeName: string }, text: string): string {
  return encodeFault(dialect.encoder, dialect.namespace, fault, text);
}

/** Writes a long answer in slices; the first few go out at once, and a short answer is never paused at all. */
function writeStream({ encoder, namespace }: Dialect, method: Method, streamed: Streamed): Written {
  let drain: ((chunks: Buffer[]) => Promise<void> | void) | undefined;
  const sink = new ChunkSink((chunks) => drain?.(chunks));
  const steps = encodeResponseInSteps(encoder, method, namespace, streamed.value, sink);
  if (advance(steps, sink)) {
    streamed.release();
    return { body: sink.short() ?? sink.finish(), more: undefined };
  }
  streamed.pause();
  const more = async (out: (chunks: Buffer[]) => Promise<void> | void) => {
    drain = out;
    try {
      let done = false;
      do {
        await sink.drain();
        await new Promise((resolve) => setImmediate(resolve));
        done = advance(steps, sink);
      } while (!done);
      await out(sink.finish());
    } finally {
      streamed.release();
    }
  };
  return { body: [], more };
}

/** Encodes until a slice is full; true when nothing is left. */
function advance(steps: Generator<undefined, void>, sink: ChunkSink): boolean {
  for (let step = steps.next(); !step.done; step = steps.next()) if (sink.waiting >= SLICE) return false;
  return true;
}
