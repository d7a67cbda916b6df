/** HostFileSystemVolumeInfo: the volumes a host mounts. */
import type { HostFileSystemVolumeInfo, HostMountInfo } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import type { Datastore } from '../../storage/datastore.ts';
import { mountInfo, volumeOf } from '../../storage/volume.ts';
import type { Host } from './host.ts';

export const READS_VOLUMES = ['datastore.name', 'datastore.volume', 'datastore.mounts'] as const;

export function hostVolumes(self: Cell<Host>): HostFileSystemVolumeInfo {
  return {
    volumeTypeList: ['VMFS', 'NFS', 'NFS41', 'vsan', 'VVOL', 'VFFS', 'OTHER', 'PMEM'],
    mountInfo: Array.from(self.back<Datastore>('datastore'), (datastore) => ({
      mountInfo: mounted(self, datastore.state),
      volume: volumeOf(datastore.state),
      vStorageSupport: datastore.state.volume.local ? 'vStorageUnsupported' : 'vStorageSupported',
    })),
  };
}

function mounted(self: Cell<Host>, datastore: Datastore): HostMountInfo {
  return mountInfo(datastore, datastore.mounts.find((m) => m.host === self.id)!);
}
