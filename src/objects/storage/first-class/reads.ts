/** What the managers of first class disks tell of them. */
import { formatTime } from '../../../kernel/time.ts';
import type {
  DiskChangeInfo,
  KeyValue,
  VStorageObject,
  VStorageObjectSnapshotDetails,
  VStorageObjectSnapshotInfo,
} from '../../../vim25/generated/index.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Call } from '../../call.ts';
import { chain, fileKey } from '../../machine/device/device.ts';
import { changedAreas } from '../../machine/snapshot/change-tracking.ts';
import { datastoreKind } from '../datastore.ts';
import { nameOfFile } from '../disk/disk-at.ts';
import { filesOf } from './chain.ts';
import {
  diskOf,
  type Fcd,
  type FcdNamed,
  type FirstClassDisk,
  fcdNamed,
  guardStore,
  keptBy,
  snapshotOf,
} from './first-class-disk.ts';
import { storageObject } from './storage-object.ts';
import { holdersOf, whereIs } from './whereabouts.ts';

type Id = { readonly id: string };
type OfSnapshot = FcdNamed & { readonly snapshotId: Id };

export function retrieve(call: Call, args: FcdNamed): VStorageObject {
  return storageObject(call.site, fcdNamed(call.world, args));
}

export function list(call: Call, { datastore }: Pick<FcdNamed, 'datastore'>): Id[] {
  guardStore(call.world, datastore);
  const store = call.resolve(datastoreKind, datastore);
  return Array.from(store.back<FirstClassDisk>('firstClassDisk'), ({ state }) => ({ id: state.identity.id }));
}

export function stateInfo(call: Call, args: FcdNamed): { readonly tentative: boolean } {
  fcdNamed(call.world, args);
  return { tentative: false };
}

export function snapshotInfo(call: Call, args: FcdNamed): VStorageObjectSnapshotInfo {
  const { snapshots } = fcdNamed(call.world, args).state;
  return {
    snapshots: snapshots.map(({ id, description, created }) => ({
      id: { id },
      createTime: formatTime(created),
      description,
    })),
  } as VStorageObjectSnapshotInfo;
}

export function snapshotDetails(call: Call, args: OfSnapshot): VStorageObjectSnapshotDetails {
  const disk = fcdNamed(call.world, args);
  const { changeId, file } = snapshotOf(disk, args.snapshotId);
  const path = nameOfFile(call.world, file);
  return { path, changedBlockTrackingId: changeId } as VStorageObjectSnapshotDetails;
}

type Changes = OfSnapshot & { readonly startOffset: number; readonly changeId: string };

/** What changed between a mark and the snapshot. */
export function changedDiskAreas(call: Call, args: Changes): Promise<DiskChangeInfo> {
  const disk = fcdNamed(call.world, args);
  const { capacity, backing: kept } = keptBy(disk, snapshotOf(disk, args.snapshotId));
  const { tracked } = disk.state;
  const backing = { ...kept, tracked };
  return changedAreas(call.site, { capacityInBytes: capacity, backing }, Number(args.startOffset), args.changeId);
}

type OfKey = FcdNamed & { readonly snapshotId?: Id | undefined };

/** What is said of the disk, or was when the snapshot was taken. */
function metadataOf(call: Call, args: OfKey): readonly KeyValue[] {
  const disk = fcdNamed(call.world, args);
  return (args.snapshotId ? snapshotOf(disk, args.snapshotId) : disk.state.said).metadata;
}

export function metadata(call: Call, args: OfKey & { readonly prefix?: string | undefined }): readonly KeyValue[] {
  return metadataOf(call, args).filter(({ key }) => key.startsWith(args.prefix ?? ''));
}

export function metadataValue(call: Call, args: OfKey & { readonly key: string }): string {
  const found = metadataOf(call, args).find(({ key }) => key === args.key);
  if (!found) throw new VimFault('KeyNotFound', { key: args.key });
  return found.value;
}

/** Which disks of which machines it is. */
export function attachments(disk: Fcd): { readonly vmId: string; readonly diskKey: number }[] {
  diskOf(disk);
  return Array.from(holdersOf(disk.world, disk.state.place), ({ vm, device }) => ({
    vmId: vm.id,
    diskKey: device.key,
  }));
}

export function associations(call: Call, { ids = [] }: { readonly ids?: readonly FcdNamed[] }): object[] {
  return ids.map((named) => {
    try {
      return { id: named.id, vmDiskAssociations: attachments(fcdNamed(call.world, named)) };
    } catch (error) {
      if (!(error instanceof VimFault)) throw error;
      return { id: named.id, fault: error.localized() };
    }
  });
}

/** Bytes that the disk takes with what its snapshots keep below it. */
export function usedBytes(disk: Fcd): number {
  const { backing, capacity } = diskOf(disk);
  const own = new Set(filesOf(disk).map(fileKey));
  return [...chain(backing)]
    .filter(({ file }) => file && own.has(fileKey(file)))
    .reduce((sum, { used }) => sum + (used ?? capacity), 0);
}

/** The datastore a disk is on now. */
export function storeOf({ world, state }: Fcd): FcdNamed['datastore'] {
  return { type: 'Datastore', value: whereIs(world, state.place).datastore };
}
