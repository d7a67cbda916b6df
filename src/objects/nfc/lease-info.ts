/** HttpNfcLease.info: where the files of a ready lease are fetched from, or sent to. */
import type { HttpNfcLeaseDeviceUrl, HttpNfcLeaseInfo } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Lease, LeaseFile, Origin } from './lease.ts';

/** Seconds a lease lives without a sign of life. */
export const LEASE_TIMEOUT = 300;

export function leaseInfo({ opened, about, files, capacity }: Lease, lease: Ref): HttpNfcLeaseInfo {
  const datastores = [...new Set(files.map((file) => file.datastore))];
  const hosts = [{ url: `${opened.origin}/`, sslThumbprint: opened.thumbprint }];
  return {
    lease: lease as Ref<'HttpNfcLease'>,
    entity: about as Ref<'ManagedEntity'>,
    deviceUrl: files.map((file) => deviceUrl(file, opened)),
    totalDiskCapacityInKB: capacity,
    leaseTimeout: LEASE_TIMEOUT,
    hostMap: datastores.map((datastoreKey) => ({ datastoreKey, hosts })),
  } as HttpNfcLeaseInfo;
}

/** vCenter names no target for an image: clients take a device without one for no part of the package. */
function deviceUrl({ key, importKey, name, what, size, datastore }: LeaseFile, opened: Origin): HttpNfcLeaseDeviceUrl {
  return {
    key,
    importKey,
    url: `${opened.origin}/nfc/${opened.ticket}/${name}`,
    sslThumbprint: opened.thumbprint,
    disk: what === 'disk',
    targetId: what === 'image' ? undefined : name,
    datastoreKey: datastore,
    fileSize: size,
  } as HttpNfcLeaseDeviceUrl;
}
