/**
 * Ends an answer that came before all of the body did. Who closes on unread bytes makes the system throw them back at the
 * client, and what was answered with them: so the rest is read and dropped first, as far as that is worth while.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Bytes that are read for nothing at most. */
const MOST = 4 * 1_024 * 1_024;

export function endAfter(request: IncomingMessage, response: ServerResponse): void {
  if (request.complete || request.destroyed) {
    response.end();
    return;
  }
  let left = MOST;
  const drop = (bytes: Buffer): void => {
    left -= bytes.length;
    if (left < 0) over();
  };
  const over = (): void => {
    request.off('data', drop).off('end', over).off('close', over);
    response.end();
  };
  request.on('data', drop).on('end', over).on('close', over).resume();
}
