/** Addresses that follow from which host it is. */
import type { HostIdentity } from './host.ts';

const hex = (n: number) => (n & 255).toString(16).padStart(2, '0');

/** Management address of the n-th host, in 10.10.0.0/16. */
export function hostAddress(ordinal: number): string {
  const n = ordinal + 10;
  return `10.10.${(n >> 8) & 255}.${n & 255}`;
}

const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;

/** A host that is named by an address has that one. */
export function addressNamed(name: string, ordinal: number): string {
  return IPV4.test(name) ? name : hostAddress(ordinal);
}

/** MAC address of physical card `index`; the vendor's half is Intel's. */
export function nicAddress({ ordinal }: HostIdentity, index: number): string {
  return `a0:36:9f:${hex(ordinal >> 8)}:${hex(ordinal)}:${hex(index)}`;
}

/** MAC address of VMkernel card `index`; the vendor's half is VMware's for VMkernel cards. */
export function vmkAddress({ ordinal }: HostIdentity, index: number): string {
  return `00:50:56:6${(index & 15).toString(16)}:${hex(ordinal >> 8)}:${hex(ordinal)}`;
}

/** Seven characters, as Dell's service tags have them. */
export function serviceTag({ uuid }: HostIdentity): string {
  return uuid.replace(/-/g, '').slice(0, 7).toUpperCase();
}

export function iscsiName({ uuid }: HostIdentity, name: string): string {
  return `iqn.1998-01.com.vmware:${name.split('.')[0]!.toLowerCase().replace(/_/g, '-')}-${uuid.slice(0, 8)}`;
}
