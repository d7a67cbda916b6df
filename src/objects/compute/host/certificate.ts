/** Who a host proves to be: its certificate, of which clients see no more than the thumbprint. */
import { fnv1a } from '../../../kernel/random.ts';
import type { HostConnectSpec } from '../../../vim25/generated/index.ts';
import { VimFault } from '../../../world/fault.ts';
import { optionManagerKind } from '../../service/option-manager.ts';
import type { Site } from '../../site.ts';

/** Whether vCenter asks for a thumbprint where the certificate is nobody's it knows. */
const VERIFIED = 'VirtualCenter.VerifySSLCertificates';

/** SHA-1 of the certificate of the host of that name, as far as clients can tell: twenty bytes that follow from the name. */
export function thumbprintOf(name: string): string {
  const words = Array.from({ length: 5 }, (_, i) => fnv1a(`${i}/${name.toLowerCase()}`));
  const digits = words.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  return digits.toUpperCase().match(/../g)!.join(':');
}

/**
 * Throws SSLVerifyFault, which tells the thumbprint, when a spec names another; and when it names none, on a vCenter that
 * is set to verify certificates.
 */
export function guardCertificate(site: Site, spec: HostConnectSpec, name: string): void {
  const thumbprint = thumbprintOf(name);
  const said = spec.sslThumbprint?.trim() ?? '';
  if (said.toUpperCase() === thumbprint || (said === '' && !isVerified(site))) return;
  throw new VimFault('SSLVerifyFault', { selfSigned: true, thumbprint });
}

function isVerified(site: Site): boolean {
  for (const manager of site.world.every(optionManagerKind)) {
    const { host, settings } = manager.state;
    if (host === undefined) return settings.some(({ key, value }) => key === VERIFIED && value === true);
  }
  return false;
}
