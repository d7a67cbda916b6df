/** Certificates and keys by which extensions show who they are, given to them at the ExtensionManager. */
import { createPublicKey, X509Certificate } from 'node:crypto';
import { fingerprint } from '../../../formats/x509.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { World } from '../../../world/world.ts';
import type { Call } from '../../call.ts';
import type { MethodsOf } from '../../managed-object.ts';
import { type ExtensionFacets, type ExtensionKey, extensionManagerKind } from '../../service/extension-manager.ts';
import { certificateOf } from '../tokens/solutions.ts';
import { sessionManagerKind } from './session-policy.ts';

/** Methods of the ExtensionManager that are about who an extension is. */
export const extensionKeyMethods: MethodsOf<'ExtensionManager', ExtensionFacets> = {
  /** The key of vCenter itself: the one that signs its tokens. */
  async GetPublicKey(call) {
    const manager = [...call.world.every(sessionManagerKind)][0]!;
    const { publicKey } = await manager.state.issuer.key(call.site.clock.now());
    return publicKey.export({ type: 'spki', format: 'pem' }) as string;
  },

  SetPublicKey(call, self, { extensionKey, publicKey }) {
    guardKnown(self, extensionKey, 'InvalidArgument');
    give(call, self, extensionKey, { publicKey: fingerprint(keyOf(publicKey)) });
  },

  /** Without a certificate told it is the one the client connected with. */
  SetExtensionCertificate(call, self, { extensionKey, certificatePem }) {
    guardKnown(self, extensionKey, 'NotFound');
    const certificate = certificatePem === undefined ? shownCertificate(call) : pemCertificate(certificatePem);
    give(call, self, extensionKey, { certificate: fingerprint(certificate.raw) });
  },
};

/** The certificate the client connected with. Throws NoClientCertificate. */
export function shownCertificate(call: Call): X509Certificate {
  const certificate = certificateOf(call.arrival.clientCertificate);
  if (!certificate) throw new VimFault('NoClientCertificate');
  return certificate;
}

/** The name an extension says its certificate bears. Throws NotFound or NoSubjectName. */
export function subjectNameOf(world: World, extensionKey: string): string {
  const manager = [...world.every(extensionManagerKind)][0];
  const extension = manager?.state.extensions.find((e) => e.key === extensionKey);
  if (!extension) throw new VimFault('NotFound');
  if (!extension.subjectName) throw new VimFault('NoSubjectName');
  return extension.subjectName;
}

/** Whether a certificate bears a name, whatever separates its parts and in whatever case. */
export function hasSubject({ subject }: X509Certificate, name: string): boolean {
  return partsOf(subject) === partsOf(name);
}

function partsOf(name: string): string {
  return name
    .split(/\n|,(?=\s*\w+=)/)
    .map((part) => part.trim().toLowerCase())
    .sort()
    .join('\n');
}

function guardKnown(self: Cell<ExtensionFacets>, key: string, fault: 'NotFound' | 'InvalidArgument'): void {
  if (self.state.extensions.some((e) => e.key === key)) return;
  throw fault === 'NotFound' ? new VimFault('NotFound') : invalidArgument('extensionKey');
}

function give(call: Call, self: Cell<ExtensionFacets>, extension: string, key: ExtensionKey): void {
  call.turn(() => call.world.update(self, { keys: { ...self.state.keys, [extension]: key } }));
}

function keyOf(pem: string): Buffer {
  try {
    return createPublicKey(pem).export({ type: 'spki', format: 'der' });
  } catch {
    throw invalidArgument('publicKey');
  }
}

function pemCertificate(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw invalidArgument('certificatePem');
  }
}
