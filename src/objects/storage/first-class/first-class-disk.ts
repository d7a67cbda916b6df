/**
 * First class disks: disks with an identity of their own, whatever machine has them. Their bytes are those of the disk
 * that stands at their place; kept here is what is said of them beside that.
 */
import type { KeyValue } from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import { defineKind, type KindSpec } from '../../../world/kind.ts';
import type { World } from '../../../world/world.ts';
import { fileKey, type Tracked } from '../../machine/device/device.ts';
import type { FileAt } from '../../machine/machine.ts';
import type { Applied } from '../../policy/profile.ts';
import { datastoreKind, isAccessible } from '../datastore.ts';
import { diskAt, guardWhole, type KnownDisk, nameOfFile, wholeDiskAt } from '../disk/disk-at.ts';
import { whereIs } from './whereabouts.ts';

/** What a disk held at a moment. */
export interface DiskSnapshot {
  readonly id: string;
  readonly description: string;
  readonly created: number;
  /** The file that keeps it; what was written since is in files over that. */
  readonly file: FileAt;
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
  /** Files that no snapshot keeps any more, but something else stands on. */
  readonly kept?: readonly FileAt[] | undefined;
  /** The disk whose snapshot it stands on. */
  readonly linked?: { readonly id: string } | undefined;
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
  },
});

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

/** The disk that a snapshot keeps. Throws FileNotFound when a part of that is missing. */
export function keptBy({ world }: Fcd, { file }: DiskSnapshot): KnownDisk {
  return wholeDiskAt(world, file, nameOfFile(world, file));
}

/** Changes what is said of a disk, inside a turn. */
export function change(disk: Fcd, patch: Partial<FirstClassDisk>): void {
  disk.world.update(disk, { ...patch, vclock: disk.state.vclock + 1 });
}

/** Which revision of a disk a change led to. */
export function clockOf({ state }: Fcd): { readonly _typeName: 'vslmVClockInfo'; readonly vClockTime: number } {
  return { _typeName: 'vslmVClockInfo', vClockTime: state.vclock };
}
