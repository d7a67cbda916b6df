/** Which certificate a connection was shown: clients are told it again for URLs that lead to the same door. */
import type { Socket } from 'node:net';
import { type PeerCertificate, TLSSocket } from 'node:tls';

/** SHA-1 of the certificate, as vSphere writes it; undefined on a plain connection. */
export function thumbprintShown(socket: Socket): string | undefined {
  if (!(socket instanceof TLSSocket)) return undefined;
  const shown = socket.getCertificate() as Partial<PeerCertificate> | null;
  return shown?.fingerprint;
}
