/** VirtualDiskManager: disks as such, by the `[datastore] path` of their descriptors. */
import { geometryOf } from '../../../formats/vmdk/geometry.ts';
import { plainUuid, spacedUuid } from '../../../formats/vmdk/vmfs.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Facets } from '../../../world/kind.ts';
import type { ManagedObject, MethodsOf } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { type Named, placeOf } from '../datastore-place.ts';
import { alter } from '../disk/alter.ts';
import { notADisk } from '../disk/disk-at.ts';
import {
  defragmentDisk,
  eagerZeroDisk,
  extendDisk,
  fragmentation,
  inflateDisk,
  shrinkDisk,
  zeroFillDisk,
} from './change.ts';
import { createChild } from './child.ts';
import { copyDisk } from './copy.ts';
import { createDisk } from './create.ts';
import { queryInfo } from './disk-info.ts';
import { diskNamed, freeDisk } from './disk-place.ts';
import { deleteDisk, moveDisk } from './move.ts';

type Transfer = Parameters<NonNullable<MethodsOf<'VirtualDiskManager', Facets>['CopyVirtualDisk_Task']>>[2];

/** Without a datacenter of its own a destination is in the source's. */
function transferOf(a: Omit<Transfer, 'destSpec'>) {
  return {
    source: { name: a.sourceName, datacenter: a.sourceDatacenter, parameter: 'sourceDatacenter' },
    destination: {
      name: a.destName,
      datacenter: a.destDatacenter ?? a.sourceDatacenter,
      parameter: 'destDatacenter',
    },
    force: a.force === true,
  };
}

const named = ({ name, datacenter }: Named) => ({ name, datacenter });

/** Snapshots that an array takes by itself are known on its own volumes alone; there it has taken none. */
function guardVirtualVolume(site: Site, at: Named): void {
  const { store } = placeOf(site, at);
  if (store.state.volume.type !== 'VVOL')
    throw new VimFault('InvalidDatastore', { datastore: store.ref, name: store.state.name });
}

const methods: MethodsOf<'VirtualDiskManager', Facets> = {
  CreateVirtualDisk_Task: (call, self, args) =>
    call.startTask('VirtualDiskManager.createVirtualDisk', self as never, { ...named(args), spec: args.spec }),
  DeleteVirtualDisk_Task: (call, self, args) =>
    call.startTask('VirtualDiskManager.deleteVirtualDisk', self as never, named(args)),
  MoveVirtualDisk_Task: (call, self, args) =>
    call.startTask('VirtualDiskManager.moveVirtualDisk', self as never, transferOf(args)),
  CopyVirtualDisk_Task: (call, self, args) =>
    call.startTask('VirtualDiskManager.copyVirtualDisk', self as never, { ...transferOf(args), spec: args.destSpec }),
  ExtendVirtualDisk_Task: (call, self, { newCapacityKb, eagerZero, ...args }) =>
    call.startTask('VirtualDiskManager.extendVirtualDisk', self as never, {
      ...named(args),
      newCapacityKb: Number(newCapacityKb),
      eagerZero: eagerZero === true,
    }),
  DefragmentVirtualDisk_Task: (call, self, args) =>
    call.startTask('VirtualDiskManager.defragmentVirtualDisk', self as never, named(args)),
  ShrinkVirtualDisk_Task: (call, self, args) =>
    call.startTask('VirtualDiskManager.shrinkVirtualDisk', self as never, named(args)),
  InflateVirtualDisk_Task: (call, self, args) =>
    call.startTask('VirtualDiskManager.inflateVirtualDisk', self as never, named(args)),
  EagerZeroVirtualDisk_Task: (call, self, args) =>
    call.startTask('VirtualDiskManager.eagerZeroVirtualDisk', self as never, named(args)),
  ZeroFillVirtualDisk_Task: (call, self, args) =>
    call.startTask('VirtualDiskManager.zeroFillVirtualDisk', self as never, named(args)),

  CreateChildDisk_Task: (call, self, args) =>
    call.startTask('VirtualDiskManager.createChildDisk', self as never, { ...args }),
  QueryVirtualDiskInfo_Task: (call, self, { includeParents, ...args }) =>
    call.startTask('VirtualDiskManager.queryVirtualDiskInfo', self as never, { ...named(args), includeParents }),

  QueryVirtualDiskFragmentation: (call, _self, args) => fragmentation(diskNamed(call.site, args).known),
  QueryVirtualDiskUuid: (call, _self, args) => spacedUuid(String(diskNamed(call.site, args).known.backing['uuid'])),
  QueryVirtualDiskGeometry(call, _self, args) {
    const { capacity, adapter } = diskNamed(call.site, args).known;
    const { cylinders, heads, sectors } = geometryOf(capacity, adapter ?? 'lsiLogic');
    return { cylinder: cylinders, head: heads, sector: sectors };
  },

  /** In the form of a descriptor or of a device's backing. */
  SetVirtualDiskUuid(call, _self, args) {
    const { known } = freeDisk(call.site, args);
    const uuid = plainUuid(args.uuid);
    if (uuid === undefined) throw invalidArgument('uuid');
    // The descriptor of such a disk stands inside the file that a client brought.
    if (known.holder === 'uploaded') throw notADisk();
    call.turn(() => alter(call.world, known, { uuid }));
  },

  ImportUnmanagedSnapshot(call, _self, { vdisk, datacenter }) {
    guardVirtualVolume(call.site, { name: vdisk, datacenter });
    throw new VimFault('NotFound');
  },
  ReleaseManagedSnapshot(call, _self, { vdisk, datacenter }) {
    guardVirtualVolume(call.site, { name: vdisk, datacenter });
    throw new VimFault('FileNotFound', { file: vdisk });
  },
};

/** What this room gives to the VirtualDiskManager, which the service makes. */
export const virtualDiskManagerMethods: {
  readonly type: string;
  readonly methods: ManagedObject['methods'];
  readonly verbs: ManagedObject['verbs'];
} = {
  type: 'VirtualDiskManager',
  methods: methods as ManagedObject['methods'],
  verbs: [
    createDisk,
    deleteDisk,
    moveDisk,
    copyDisk,
    extendDisk,
    defragmentDisk,
    shrinkDisk,
    inflateDisk,
    eagerZeroDisk,
    zeroFillDisk,
    createChild,
    queryInfo,
  ],
};
