/** What a .vmx calls a guest operating system: `debian11-64` for `debian11_64Guest`. */
import type { Site } from '../../site.ts';
import { isNamed } from '../config/guest-support.ts';

/** Where the two differ by more than how they write 64 bits. */
const OWN_NAMES: { readonly [guestId: string]: string } = {
  winLonghornGuest: 'longhorn',
  winLonghorn64Guest: 'longhorn-64',
  vmwarePhoton64Guest: 'vmware-photon-64',
};

export function vmxGuest(guestId: string): string {
  const own = OWN_NAMES[guestId];
  if (own !== undefined) return own;
  const bits = /(_?64Guest|Guest64)$/.test(guestId) ? '-64' : '';
  const name = guestId.replace(/(_?64)?Guest(64)?$/, '').replace(/^(windows\d+)Server/, '$1srv');
  return name.toLowerCase() + bits;
}

/** The identifier for a name in a .vmx. One the presented API does not know is some other system of that width. */
export function guestIn(site: Site, name: string | undefined): string {
  const asked = name?.trim().toLowerCase() ?? '';
  for (const id of site.schema.enum('VirtualMachineGuestOsIdentifier')?.values.keys() ?? []) {
    if (vmxGuest(id) === asked && isNamed(site, id)) return id;
  }
  return asked.endsWith('-64') ? 'otherGuest64' : 'otherGuest';
}
