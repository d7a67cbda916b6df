/** A connection below whatever is spoken on it. */
import type { Socket } from 'node:net';

/** The TCP connection under a TLS one, which Node shows under no public name; a plain one is its own. */
export function below(socket: Socket): Socket {
  return (socket as { _parent?: Socket })._parent ?? socket;
}

/** A TLS connection cannot be reset, the TCP connection below it can. */
export function reset(socket: Socket): void {
  below(socket).resetAndDestroy();
  socket.destroy();
}
