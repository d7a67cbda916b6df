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
import { fileKey, type Tracked } from '../../machine/device/device.ts';
import type { FileAt } from '../../machine/machine.ts';
import type { Applied } from '../../policy/profile.ts';
import type { Site } from '../../site.ts';
import { datastoreKind, isAccessible } from '../datastore.ts';
import { diskAt, guardWhole, type KnownDisk, nameOfFile } from '../disk/disk-at.ts';
import { formatOf } from '../disk/left-disk.ts';
import { holdersOf, whereIs } from './whereabouts.ts';

/** What a disk held at a moment. */
export interface DiskSnapshot {
  readonly id: string;
  readonly description: string;
  readonly created: number;
  readonly capacity: number;
  readonly content: DiskContent;
  readonly metadata: readonly KeyValue[];
  /** Changes since it are asked for by this, where changes are tracked. */
  readonly changeId?: string | undefined;
}

/** A tag, by the name of its category and its own. */
export interface Tag {
  readonly category: string;
  readonly tag: string;
}

export interface FirstClassDisk {
  readonly identity: { readonly id: string; readonly created: number };
  readonly place: FileAt;
  readonly said: { readonly name: string; readonly metadata: readonly KeyValue[]; readonly flags: readonly string[] };
  readonly snapshots: readonly DiskSnapshot[];
  /** What it was made of at each of its snapshots, where changes are tracked. */
  readonly tracked?: Tracked | undefined;
  readonly policy?: Applied | undefined;
  readonly tags?: readonly Tag[] | undefined;
  /** The task that changes it. */
  readonly work?: string | undefined;
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
    followedByDisk: { facets: ['policy'], keys: (s) => s.policy?.policy },
    firstClassTag: { facets: ['tags'], keys: (s) => s.tags?.map(tagKey) },
    diskExtent: { facets: ['snapshots'], keys: (s) => snapshotExtents(s) },
  },
});

/** What its snapshots need of the spool. */
export function snapshotExtents({ snapshots }: Pick<FirstClassDisk, 'snapshots'>): string[] {
  return snapshots.flatMap(({ content }) => content.map(({ extent }) => extent));
}

export function tagKey({ category, tag }: Tag): string {
  return JSON.stringify([category, tag]);
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

/** Whether clients may give a disk or a snapshot that id. */
export function isId(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}

/** The disk of an id, wherever it is. */
export function fcdOf(world: World, id: { readonly id: string }): Fcd | undefined {
  return world.lookup.first('firstClassDisk', id.id.toLowerCase()) as Fcd | undefined;
}

/** Throws ManagedObjectNotFound for a datastore that is not there, InvalidDatastore for one that cannot be reached. */
export function guardStore(world: World, datastore: Ref): void {
  const store = world.as(datastoreKind, datastore.value);
  if (!store) throw new VimFault('ManagedObjectNotFound', { obj: datastore });
  if (!isAccessible(store)) throw new VimFault('InvalidDatastore', { datastore, name: store.state.name });
}

/** The disk a request names. Throws NotFound when there is none of that id on the datastore. */
export function fcdNamed(world: World, { id, datastore }: FcdNamed): Fcd {
  guardStore(world, datastore);
  const found = fcdOf(world, id);
  if (!found || whereIs(world, found.state.place).datastore !== datastore.value) throw new VimFault('NotFound');
  return found;
}

/** Its disk as it is. Throws NotFound when somebody took that away, FileNotFound when a part of it is missing. */
export function diskOf(disk: Fcd): KnownDisk {
  const { world, state } = disk;
  const known = diskAt(world, whereIs(world, state.place));
  if (!known) throw new VimFault('NotFound');
  guardWhole(world, known);
  return known;
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

/** Which revision of a disk a change led to. */
export function clockOf({ state }: Fcd): { readonly _typeName: 'vslmVClockInfo'; readonly vClockTime: number } {
  return { _typeName: 'vslmVClockInfo', vClockTime: state.vclock };
}

const PROVISIONED: { readonly [format: string]: string } = { thin: 'thin', eagerzeroedthick: 'eagerZeroedThick' };

/** As clients read it. */
export function storageObject({ world }: Site, disk: Fcd): VStorageObject {
  const { identity, said, place, vclock } = disk.state;
  const { file, backing, capacity } = diskOf(disk);
  const consumers = Array.from(holdersOf(world, place), ({ vm }) => ({ id: vm.state.identity.instanceUuid }));
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
        datastore: ref('Datastore', file.datastore),
        filePath: nameOfFile(world, file),
        backingObjectId: '',
        provisioningType: PROVISIONED[formatOf(backing)] ?? 'lazyZeroedThick',
      } as VStorageObject['config']['backing'],
      metadata: said.metadata,
      vclock: { vClockTime: vclock },
      capacityInMB: Math.floor(capacity / 2 ** 20),
      consumptionType: ['disk'],
      consumerId: consumers.length > 0 ? consumers : undefined,
    },
  };
}
