/** What a client sends, in large pieces: taken from the socket while the last piece is still being written away. */
import type { IncomingMessage } from 'node:http';

/** Bytes that may wait for whoever takes them. */
const WAITING = 1_024 * 1_024;

/**
 * The body in the pieces it was asked for in. Who takes them slowly slows the client down; a client that goes away
 * before the end is an error. The request stays usable when nobody wants the rest.
 */
export async function* piecesOf(request: IncomingMessage): AsyncGenerator<Uint8Array> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  let ended = request.readableEnded;
  let failure: Error | undefined;
  let wake: (() => void) | undefined;
  const tell = () => {
    wake?.();
    wake = undefined;
  };
  const onData = (chunk: Buffer) => {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes >= WAITING) request.pause();
    tell();
  };
  const onEnd = () => {
    ended = true;
    tell();
  };
  const onError = (error: Error) => {
    failure = error;
    tell();
  };
  const onClose = () => {
    if (!ended) failure ??= new Error('the client went away');
    tell();
  };
  request.on('data', onData).on('end', onEnd).on('error', onError).on('close', onClose);
  try {
    if (request.destroyed && !ended) onClose();
    for (;;) {
      if (failure) throw failure;
      if (bytes > 0) {
        const piece = waiting.length === 1 ? waiting[0]! : Buffer.concat(waiting, bytes);
        waiting = [];
        bytes = 0;
        if (request.isPaused()) request.resume();
        yield piece;
      } else if (ended) return;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    request.off('data', onData).off('end', onEnd).off('close', onClose);
    // A late error of the socket is nobody's any more.
    if (!ended) request.pause();
  }
}
