/** HostStorageSystem: VMFS as the host's own tools see it, by the path of a volume and the partitions of disks. */
import type { HostScsiDiskPartition, HostVmfsSpec, HostVmfsVolume } from '../../../vim25/generated/index.ts';
import { box } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import type { Call } from '../../call.ts';
import { resolve } from '../../call.ts';
import { shortWork } from '../../inventory/short-work.ts';
import type { MethodsOf } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { type Datastore, datastoreKind, isReached } from '../../storage/datastore.ts';
import { extentsOf, type VolumeExtent } from '../../storage/extents.ts';
import { vmfs } from '../../storage/volume.ts';
import { type Host, hostKind } from '../host/host.ts';
import { hostOf } from '../host/host-part-methods.ts';
import { type HostPart, storageSystemKind } from '../host/host-systems.ts';
import { eachOf } from './each-of.ts';
import { hostRefuses, knownDrive, vmfsHere } from './known.ts';
import { infoOf, partitionsOf, sectorsOf } from './partitions.ts';
import { partitionExtent, roomBehind } from './vmfs.ts';
import { createOn, grow, MAJOR_VERSIONS } from './vmfs-stores.ts';

/** The VMFS volume at `/vmfs/volumes/UUID`, or under the name of its datastore. Throws NotFound. */
function storeAt(host: Cell<Host>, path: string): Cell<Datastore> {
  const called = /^\/vmfs\/volumes\/([^/]+)\/?$/.exec(path)?.[1];
  for (const store of host.back<Datastore>('datastore')) {
    const { name, volume } = store.state;
    if (volume.type === 'VMFS' && called !== undefined && (volume.uuid === called || name === called)) return store;
  }
  throw new VimFault('NotFound');
}

function formatted(call: Call, host: Cell<Host>, spec: HostVmfsSpec): HostVmfsVolume {
  const { majorVersion: major, volumeName: name, unmapPriority: priority, unmapBandwidthSpec: bandwidth } = spec;
  if (!MAJOR_VERSIONS.includes(major)) throw invalidArgument('createSpec.majorVersion');
  const made = createOn(call, host, name, [partitionExtent(host, spec.extent)], { major, priority, bandwidth });
  const { state } = call.resolve(datastoreKind, made);
  return vmfs(state.name, state.volume);
}

function attach(call: Call, host: Cell<Host>, path: string, extent: HostScsiDiskPartition): void {
  const store = storeAt(host, path);
  const extents = [...extentsOf(store.state.volume), partitionExtent(host, extent)];
  grow(call, host, store, extents, 'VMFSDatastoreExtendedEvent');
}

/** An extent takes all the room there is behind it. */
function expand(call: Call, host: Cell<Host>, path: string, { diskName, partition }: HostScsiDiskPartition): void {
  const store = storeAt(host, path);
  const drive = knownDrive(host, diskName);
  const extents = extentsOf(store.state.volume);
  const old = extents.find((e) => e.disk === drive.naa && e.partition === partition);
  const room = old && roomBehind(host, drive, old);
  if (!old || !room) hostRefuses('The extent has no room to grow.');
  const grown: VolumeExtent = Object.freeze({ ...old, sectors: room.end - old.start + 1 });
  const all = extents.map((e) => (e === old ? grown : e));
  grow(call, host, store, all, 'VMFSDatastoreExpandedEvent');
}

interface Many {
  readonly uuids: readonly string[];
}

/** What was given up on volumes is told to their disks: of each how that went. */
const unmapEx: Verb<Site, never> = shortWork<HostPart, Many>({
  name: 'host.StorageSystem.unmapVmfsVolumeEx',
  kind: storageSystemKind,
  change(self, { site, args }) {
    const host = resolve(site, hostKind, { type: 'HostSystem', value: self.state.host });
    const results = eachOf(args.uuids, (key) => {
      const { store, mount } = vmfsHere(host, key);
      if (!isReached(mount)) throw new VimFault('InvalidState');
      site.world.update(store, { refreshed: site.clock.now() });
    });
    return box('ArrayOfHostStorageSystemVmfsVolumeResult', results);
  },
});

export const vmfsVerbs: readonly Verb<Site, never>[] = [unmapEx];

/** What VMFS 6 may be made with; kilobytes, and megabytes a second. */
const CONFIG = Object.freeze({
  blockSizeOption: 1024,
  unmapGranularityOption: [1024],
  unmapBandwidthFixedValue: { _typeName: 'LongOption', valueIsReadonly: false, min: 100, max: 2000, defaultValue: 100 },
  unmapBandwidthIncrement: 100,
});

export const vmfsMethods: MethodsOf<'HostStorageSystem', HostPart> = {
  FormatVmfs: (call, self, { createSpec }) => formatted(call, hostOf(call, self), createSpec),
  AttachVmfsExtent: (call, self, { vmfsPath, extent }) => attach(call, hostOf(call, self), vmfsPath, extent),
  ExpandVmfsExtent: (call, self, { vmfsPath, extent }) => expand(call, hostOf(call, self), vmfsPath, extent),

  /** VMFS 5 does not become VMFS 6 where it stands, and what is older is not mounted any more. */
  UpgradeVmfs(call, self, { vmfsPath }) {
    storeAt(hostOf(call, self), vmfsPath);
    hostRefuses('The file system cannot be upgraded.');
  },
  UnmapVmfsVolumeEx_Task: (call, self, { vmfsUuid: uuids }) => call.startTask(unmapEx.name, self as never, { uuids }),
  QueryVmfsConfigOption: () => [CONFIG as never],

  /** The table as it would be with one partition somewhere else. */
  ComputeDiskPartitionInfoForResize(call, self, { partition: { diskName, partition }, blockRange }) {
    const host = hostOf(call, self);
    const drive = knownDrive(host, diskName);
    const [start, end] = [Number(blockRange.start.block), Number(blockRange.end.block)];
    const all = partitionsOf(host, drive);
    const old = all.find(({ number }) => number === partition);
    if (!old) throw new VimFault('NotFound');
    const others = all.filter((p) => p !== old);
    if (start < 0 || end < start || end >= sectorsOf(drive)) hostRefuses('The partition reaches beyond the disk.');
    if (others.some((p) => start <= p.end && end >= p.start)) hostRefuses('The partition lies over another one.');
    return infoOf(
      drive,
      [...others, { ...old, start, end }].toSorted((a, b) => a.start - b.start),
    );
  },
};
