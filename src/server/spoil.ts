/** Carries out on the socket what a fault rule wants done to an answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { TransportEffect } from '../simulator/transport.ts';

/** An answer that was not sent yet. */
export interface Unsent {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  /** Hands over the body piece by piece, until `take` says false. */
  body(take: (chunk: Uint8Array) => boolean): Promise<void>;
}

/** True when the answer has been dealt with; false when it is still to be sent, untouched. */
export async function spoil(
  effect: TransportEffect,
  answer: Unsent,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (effect.delay !== undefined) await new Promise((resolve) => setTimeout(resolve, effect.delay).unref());
  switch (effect.kind) {
    case 'reset':
      reset(request.socket);
      return true;
    case 'empty':
      request.socket.end();
      return true;
    case 'status': {
      const body = effect.body ?? '';
      response.writeHead(effect.status ?? 503, {
        'content-type': 'text/html',
        'content-length': Buffer.byteLength(body),
      });
      response.end(body);
      return true;
    }
    case 'truncate':
      await cutShort(answer, effect.amount ?? 0, request, response);
      return true;
    case 'none':
      return false;
  }
}

/** A TLS connection cannot be reset, the TCP connection below it can; Node shows that one under no public name. */
function reset(socket: Socket): void {
  const below = (socket as { _parent?: Socket })._parent ?? socket;
  below.resetAndDestroy();
  socket.destroy();
}

/** The first bytes of the body and then the end of the connection, under headers that promised all of it. */
async function cutShort(
  answer: Unsent,
  bytes: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const kept: Uint8Array[] = [];
  let left = bytes;
  await answer.body((chunk) => {
    if (left > 0) kept.push(chunk.subarray(0, left));
    left -= chunk.length;
    return left > 0;
  });
  response.writeHead(answer.status, answer.headers);
  response.flushHeaders();
  response.write(Buffer.concat(kept), () => request.socket.destroySoon());
}
