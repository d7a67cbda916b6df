/** A connection that ends in a fatal TLS alert. */
import type { Socket } from 'node:net';
import { below, reset } from './connection.ts';

/** An application record too short to be anybody's: whoever reads it ends the connection with an alert. */
const UNREADABLE = Buffer.from([0x17, 0x03, 0x03, 0x00, 0x05, 0x00, 0x00, 0x00, 0x00, 0x00]);

interface Handle {
  receive?(bytes: Buffer): void;
}

/**
 * The alert has to be the TLS library's own, under the keys of the connection, and Node lets nobody ask for one. It comes
 * by itself when the library is made to read what it cannot. A connection without TLS, or a library that cannot be made to,
 * is reset.
 */
export function endInAlert(socket: Socket): void {
  const handle = (socket as { _handle?: Handle })._handle;
  if (below(socket) === socket || handle?.receive === undefined) return reset(socket);
  socket.on('error', () => {});
  handle.receive(UNREADABLE);
}
