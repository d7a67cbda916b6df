/**
 * First class disks: disks with an identity of their own, whatever machine has them. Their bytes are those of the disk
 * that stands at their place; kept here is what is said of them beside that.
 */
import { formatTime } from '../../../kernel/time.ts';
import type { DiskContent } from '../../../spool/layer.ts';
import type { KeyValue, VStorageObject } from '../../../vim25/generated/index.ts';
import { type Ref, ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import { defineKind, type KindSpec } from '../../../world/kind.ts';
import type { World } from '../../../world/world.ts';
import { fileKey } from '../../machine/device/device.ts';
import type { FileAt } from '../../machine/machine.ts';
import type { Applied } from '../../policy/profile.ts';
import type { Site } from '../../site.ts';
import { type KnownDisk, machinesWith, nameOfFile, wholeDiskAt } from '../disk/disk-at.ts';
import { formatOf } from '../disk/left-disk.ts';

/** What a disk held at a moment. */
export interface DiskSnapshot {
  readonly id: string;
  readonly description: string;
  readonly created: number;
  readonly capacity: number;
  readonly content: DiskContent;
}

export interface FirstClassDisk {
  readonly identity: { readonly id: string; readonly created: number };
  readonly place: FileAt;
  readonly said: { readonly name: string; readonly metadata: readonly KeyValue[]; readonly flags: readonly string[] };
  readonly snapshots: readonly DiskSnapshot[];
  readonly policy?: Applied | undefined;
  /** Counts what happened to it. */
  readonly vclock: number;
}

export const firstClassDiskKind: KindSpec<FirstClassDisk> = defineKind<FirstClassDisk>({
  type: 'FirstClassDisk',
  relations: {
    datastore: { facet: 'place', to: 'Datastore', of: (s) => s.place.datastore, inverse: 'firstClassDisk' },
  },
  indexes: {
    firstClassDisk: { facets: ['identity'], keys: (s) => s.identity.id },
    firstClassFile: { facets: ['place'], keys: (s) => fileKey(s.place) },
    diskExtent: { facets: ['snapshots'], keys: (s) => snapshotExtents(s) },
  },
});

/** What its snapshots need of the spool. */
export function snapshotExtents({ snapshots }: Pick<FirstClassDisk, 'snapshots'>): string[] {
  return snapshots.flatMap(({ content }) => content.map(({ extent }) => extent));
}

export type Fcd = Cell<FirstClassDisk>;

export interface FcdNamed {
  readonly id: { readonly id: string };
  readonly datastore: Ref;
}

/** The id of a disk's cell: disks take none of the inventory's numbers. */
export function cellId(id: string): string {
  return `fcd-${id}`;
}

/** The disk a request names. Throws NotFound when there is none of that id on the datastore. */
export function fcdNamed(world: World, { id, datastore }: FcdNamed): Fcd {
  const found = world.lookup.first('firstClassDisk', id.id.toLowerCase()) as Fcd | undefined;
  if (found?.state.place.datastore !== datastore.value) throw new VimFault('NotFound');
  return found;
}

/** Its disk as it is. Throws FileNotFound when somebody took that away. */
export function diskOf(disk: Fcd): KnownDisk {
  const { world, state } = disk;
  return wholeDiskAt(world, state.place, nameOfFile(world, state.place));
}

export function snapshotOf({ state }: Fcd, id: { readonly id: string }): DiskSnapshot {
  const found = state.snapshots.find((s) => s.id === id.id);
  if (!found) throw new VimFault('NotFound');
  return found;
}

/** Changes what is said of a disk, inside a turn. */
export function change(disk: Fcd, patch: Partial<FirstClassDisk>): void {
  disk.world.update(disk, { ...patch, vclock: disk.state.vclock + 1 });
}

export function storageObject(site: Site, disk: Fcd): VStorageObject {
  const { world } = site;
  const { identity, place, said, vclock } = disk.state;
  const known = diskOf(disk);
  const format = formatOf(known.backing);
  const provisioned = { thin: 'thin', eagerzeroedthick: 'eagerZeroedThick' }[format as string] ?? 'lazyZeroedThick';
  const consumers = [...machinesWith(world, place)].map((vm) => ({ id: vm.state.identity.instanceUuid }));
  return {
    _typeName: 'VStorageObject',
    config: {
      id: { id: identity.id },
      name: said.name,
      createTime: formatTime(identity.created),
      keepAfterDeleteVm: said.flags.includes('keepAfterDeleteVm'),
      relocationDisabled: said.flags.includes('disableRelocation'),
      nativeSnapshotSupported: false,
      changedBlockTrackingEnabled: said.flags.includes('enableChangedBlockTracking'),
      backing: {
        _typeName: 'BaseConfigInfoDiskFileBackingInfo',
        datastore: ref('Datastore', place.datastore),
        filePath: nameOfFile(world, place),
        backingObjectId: '',
        provisioningType: provisioned,
      } as VStorageObject['config']['backing'],
      metadata: said.metadata,
      vclock: { vClockTime: vclock },
      capacityInMB: Math.floor(known.capacity / 2 ** 20),
      consumptionType: ['disk'],
      consumerId: consumers.length > 0 ? consumers : undefined,
    },
  };
}
