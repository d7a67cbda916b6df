/** Carries out on the socket what a fault rule wants done to an answer. */
import type { Socket } from 'node:net';
import type { TransportEffect } from '../simulator/transport.ts';
import type { Headers, Way } from './exchange.ts';

/** An answer that was not sent yet. */
export interface Unsent {
  readonly status: number;
  readonly headers: Headers;
  /** Hands over the body piece by piece, until `take` says false. */
  body(take: (chunk: Uint8Array) => boolean): Promise<void>;
}

/** True when the answer has been dealt with; false when it is still to be sent, untouched. */
export async function spoil(effect: TransportEffect, answer: Unsent, way: Way): Promise<boolean> {
  if (effect.delay !== undefined) await new Promise((resolve) => setTimeout(resolve, effect.delay).unref());
  switch (effect.kind) {
    case 'reset':
      reset(way.socket);
      return true;
    case 'empty':
      way.socket.end();
      return true;
    case 'status': {
      const body = effect.body ?? '';
      const headers = { 'content-type': 'text/html', 'content-length': Buffer.byteLength(body) };
      way.send(effect.status ?? 503, headers, body);
      return true;
    }
    case 'truncate':
      await cutShort(answer, effect.amount ?? 0, way);
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
async function cutShort(answer: Unsent, bytes: number, way: Way): Promise<void> {
  const kept: Uint8Array[] = [];
  let left = bytes;
  await answer.body((chunk) => {
    // A piece is good only until the next one comes.
    if (left > 0) kept.push(Buffer.from(chunk.subarray(0, left)));
    left -= chunk.length;
    return left > 0;
  });
  way.open(answer.status, answer.headers).write(Buffer.concat(kept), () => way.socket.destroySoon());
}
