/** The file system under a datastore, as hosts and datastores show it. */
import type {
  HostFileSystemVolume,
  HostMountInfo,
  HostNasVolume,
  HostVmfsVolume,
  HostVvolVolume,
  VmfsUnmapBandwidthSpec,
} from '../../vim25/generated/index.ts';
import type { Datastore, Mount } from './datastore.ts';
import { extentsOf, type VolumeExtent } from './extents.ts';

export interface Volume {
  /** As DatastoreSummary.type has it. */
  readonly type: 'VMFS' | 'NFS' | 'NFS41' | 'vsan' | 'VVOL' | 'OTHER';
  /** In the form of its type: `5f8f0b9c-3f0a1b2c-1a2b-0050569a1b2c` for VMFS, `1c2d3e4f-5a6b7c8d` for NFS. */
  readonly uuid: string;
  /** Bytes. */
  readonly capacity: number;
  /** On a disk inside one host, rather than on one that several may reach. */
  readonly local: boolean;
  /** Name of the disk below a VMFS volume, without `naa.`. */
  readonly disk: string;
  /** Server and export of an NFS volume. */
  readonly remote?:
    | {
        readonly host: string;
        readonly path: string;
        readonly userName?: string | undefined;
        /** All addresses of the server, where several were said. */
        readonly hosts?: readonly string[] | undefined;
        readonly security?: string | undefined;
      }
    | undefined;
  /** What a VMFS volume stands on; absent for one that fills `disk`. */
  readonly extents?: readonly VolumeExtent[] | undefined;
  readonly vmfs?: VmfsFormat | undefined;
  /** A real directory that holds the contents, where `simsphere vcsim` shows one. */
  readonly directory?: string | undefined;
}

/** What was said of a VMFS volume. */
export interface VmfsFormat {
  /** 6 unless said. */
  readonly major?: number | undefined;
  readonly priority?: string | undefined;
  readonly bandwidth?: VmfsUnmapBandwidthSpec | undefined;
  /** It may hold disks that clusters of guests share. */
  readonly clustered?: boolean | undefined;
  /** It is a copy that was mounted under the uuid of the volume it is of. */
  readonly forced?: true | undefined;
  /** The volume that it was copied of, where it has a uuid of its own by now. */
  readonly copyOf?: { readonly uuid: string; readonly datastore: string } | undefined;
}

export function urlOf({ uuid, directory }: Volume): string {
  return directory ?? `ds:///vmfs/volumes/${uuid}/`;
}

export function volumeOf({ name, volume }: Datastore): HostFileSystemVolume {
  if (volume.remote) return nas(name, volume);
  if (volume.type === 'VMFS') return vmfs(name, volume);
  if (volume.type === 'VVOL') return vvol(name, volume);
  return {
    _typeName: 'HostLocalFileSystemVolume',
    type: volume.type,
    name,
    capacity: volume.capacity,
    device: `/vmfs/volumes/${volume.uuid}`,
  } as never;
}

export function vmfs(name: string, volume: Volume): HostVmfsVolume {
  const { major = 6, priority = 'low', bandwidth, forced } = volume.vmfs ?? {};
  return {
    _typeName: 'HostVmfsVolume',
    type: 'VMFS',
    name,
    capacity: volume.capacity,
    blockSizeMb: 1,
    blockSize: 1024,
    unmapGranularity: 1024,
    unmapPriority: priority,
    ...(bandwidth && { unmapBandwidthSpec: bandwidth }),
    maxBlocks: 63_963_136,
    majorVersion: major,
    version: major === 5 ? '5.81' : '6.82',
    uuid: volume.uuid,
    extent: extentsOf(volume).map(({ disk, partition }) => ({ diskName: `naa.${disk}`, partition })),
    vmfsUpgradable: false,
    ...(forced && { forceMountedInfo: { persist: true, mounted: true } }),
    ssd: true,
    local: volume.local,
    scsiDiskType: 'native512',
  };
}

export function vvol(name: string, { uuid, capacity }: Volume): HostVvolVolume {
  return { _typeName: 'HostVvolVolume', type: 'VVOL', name, capacity, scId: uuid };
}

export function nas(name: string, { type, capacity, remote }: Volume): HostNasVolume {
  return {
    _typeName: 'HostNasVolume',
    type,
    name,
    capacity,
    remoteHost: remote!.host,
    remotePath: remote!.path,
    userName: remote!.userName ?? '',
    remoteHostNames: remote!.hosts ?? [remote!.host],
    securityType: type === 'NFS41' ? (remote!.security ?? 'AUTH_SYS') : undefined,
    protocolEndpoint: false,
  };
}

export function mountInfo({ volume }: Datastore, mount: Mount): HostMountInfo {
  return {
    path: `/vmfs/volumes/${volume.uuid}`,
    accessMode: mount.accessMode ?? 'readWrite',
    mounted: mount.mounted ?? true,
    accessible: mount.accessible ?? true,
    inaccessibleReason: reasonOf(mount),
  };
}

function reasonOf({ loss }: Mount): HostMountInfo['inaccessibleReason'] {
  if (!loss) return undefined;
  if (loss.kind === 'pdl') return 'PermanentDeviceLoss';
  return loss.timedOut ? 'AllPathsDown_Timeout' : 'AllPathsDown_Start';
}
