/** The certificate a client showed when it connected, as DER; undefined for one that showed none. */
import type { Socket } from 'node:net';
import { type PeerCertificate, TLSSocket } from 'node:tls';

export function certificateShownBy(socket: Socket): Buffer | undefined {
  if (!(socket instanceof TLSSocket)) return undefined;
  const shown = socket.getPeerCertificate() as Partial<PeerCertificate> | null;
  return shown?.raw;
}
