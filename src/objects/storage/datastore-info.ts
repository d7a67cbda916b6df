/** Datastore.info and Datastore.capability: by type of volume. */
import { formatTime } from '../../kernel/time.ts';
import type { DatastoreCapability, DatastoreInfo } from '../../vim25/generated/index.ts';
import type { Datastore } from './datastore.ts';
import { nas, urlOf, type Volume, vmfs, vvol } from './volume.ts';

const TIB = 2 ** 40;
/** 62 TiB: the largest virtual disk. */
const LARGEST_DISK = 62 * TIB;
/** 64 TiB: the largest file on VMFS 6. */
const LARGEST_FILE = 64 * TIB;

export function datastoreInfo(s: Datastore, freeSpace: number): DatastoreInfo {
  const { volume } = s;
  const base = {
    name: s.name,
    url: urlOf(volume),
    freeSpace,
    maxFileSize: LARGEST_FILE,
    maxVirtualDiskCapacity: LARGEST_DISK,
    maxMemoryFileSize: LARGEST_FILE,
    timestamp: formatTime(s.refreshed),
    containerId: '',
  };
  if (volume.remote) return { _typeName: 'NasDatastoreInfo', ...base, nas: nas(s.name, volume) } as DatastoreInfo;
  if (volume.type === 'VMFS') {
    const rdm = { maxPhysicalRDMFileSize: LARGEST_FILE, maxVirtualRDMFileSize: LARGEST_DISK };
    return { _typeName: 'VmfsDatastoreInfo', ...base, ...rdm, vmfs: vmfs(s.name, volume) } as DatastoreInfo;
  }
  if (volume.type === 'VVOL')
    return { _typeName: 'VvolDatastoreInfo', ...base, vvolDS: vvol(s.name, volume) } as DatastoreInfo;
  if (volume.type === 'vsan')
    return { _typeName: 'VsanDatastoreInfo', ...base, membershipUuid: volume.uuid } as DatastoreInfo;
  return {
    _typeName: 'LocalDatastoreInfo',
    ...base,
    path: volume.directory ?? `/vmfs/volumes/${volume.uuid}`,
  } as DatastoreInfo;
}

export function capabilityOf({ type, remote, vmfs: format }: Volume): DatastoreCapability {
  const isVmfs = type === 'VMFS';
  return {
    directoryHierarchySupported: true,
    rawDiskMappingsSupported: isVmfs,
    perFileThinProvisioningSupported: true,
    storageIORMSupported: isVmfs || remote !== undefined,
    nativeSnapshotSupported: type === 'VVOL',
    topLevelDirectoryCreateSupported: type !== 'vsan' && type !== 'VVOL',
    seSparseSupported: true,
    vmfsSparseSupported: type !== 'vsan' && type !== 'VVOL',
    vsanSparseSupported: type === 'vsan',
    upitSupported: false,
    vmdkExpandSupported: true,
    clusteredVmdkSupported: format?.clustered ?? false,
  };
}
