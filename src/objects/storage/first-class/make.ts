/** First class disks made: of nothing, of another disk, of what a snapshot keeps. */
import type { DiskContent } from '../../../spool/layer.ts';
import type {
  KeyValue,
  VirtualMachineProfileSpec,
  VStorageObject,
  VslmCloneSpec,
  VslmCreateSpec,
  VslmCreateSpecDiskFileBackingSpec,
} from '../../../vim25/generated/index.ts';
import type { Ref } from '../../../vim25/value.ts';
import { invalidArgument, notSupported, VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { verb } from '../../managed-object.ts';
import { policyFor } from '../../policy/apply.ts';
import type { Site } from '../../site.ts';
import { datastoreKind, isAccessible } from '../datastore.ts';
import type { Place } from '../datastore-place.ts';
import { contentOfChain, nameOfFile } from '../disk/disk-at.ts';
import { isOpen } from '../disk/machine-disk.ts';
import { createStanding } from '../disk/standing.ts';
import type { DiskFormat } from '../disk/standing-disk.ts';
import { guardRoom } from '../virtual-disk-manager/disk-place.ts';
import {
  cellId,
  diskOf,
  type FcdNamed,
  fcdNamed,
  firstClassDiskKind,
  snapshotOf,
  storageObject,
} from './first-class-disk.ts';

const FORMATS: { readonly [type: string]: DiskFormat } = {
  thin: 'thin',
  eagerZeroedThick: 'eagerzeroedthick',
  lazyZeroedThick: 'zeroedthick',
};
const MIB = 2 ** 20;
const LARGEST = 62 * 2 ** 40;

interface Wanted {
  readonly name: string;
  readonly backing: VslmCreateSpecDiskFileBackingSpec;
  readonly capacity: number;
  readonly content: DiskContent;
  readonly metadata: readonly KeyValue[];
  readonly keep: boolean;
  readonly profile?: readonly VirtualMachineProfileSpec[] | undefined;
}

/** Bytes of so many megabytes. Throws InvalidArgument for what no disk can have. */
export function bytesOf(megabytes: number, path: string): number {
  const bytes = megabytes * MIB;
  if (!(bytes > 0 && bytes <= LARGEST)) throw invalidArgument(path);
  return bytes;
}

function planned(site: Site, wanted: Wanted, id: string): { place: Place; format: DiskFormat } {
  const { datastore, path = 'fcd', provisioningType = 'thin', _typeName } = wanted.backing;
  if (_typeName !== 'VslmCreateSpecDiskFileBackingSpec' && _typeName !== undefined) throw notSupported();
  const store = site.world.as(datastoreKind, datastore.value);
  if (!store) throw new VimFault('ManagedObjectNotFound', { obj: datastore });
  if (!isAccessible(store.state)) throw new VimFault('InvalidDatastore', { datastore, name: store.state.name });
  if (wanted.name.trim() === '') throw invalidArgument('spec.name');
  const format = Object.hasOwn(FORMATS, provisioningType) ? FORMATS[provisioningType] : undefined;
  if (!format) throw invalidArgument('spec.backingSpec.provisioningType');
  const file = `${path.replace(/^\[[^\]]*\]\s*/, '').replace(/^\/+|\/+$/g, '') || 'fcd'}/${id}.vmdk`;
  if (file.split('/').some((part) => part === '..' || part === '')) throw invalidArgument('spec.backingSpec.path');
  const place = { store, path: file, name: nameOfFile(site.world, { datastore: store.id, path: file }) };
  const written = wanted.content.reduce((sum, { size }) => sum + size, 0);
  guardRoom(place, format === 'thin' ? Math.min(wanted.capacity, written) : wanted.capacity);
  return { place, format };
}

/** Puts the disk in place, inside a turn. */
function made(site: Site, wanted: Wanted, id: string): VStorageObject {
  const { place, format } = planned(site, wanted, id);
  const at = { datastore: place.store.id, path: place.path };
  const now = site.clock.now();
  const uuid = site.ids.diskUuid(`fcd/${id}`).replace('c29', 'C29');
  const facts = { capacity: wanted.capacity, uuid, adapter: 'lsiLogic', format } as const;
  if (!createStanding(site.world, at, facts, wanted.content, now))
    throw new VimFault('CannotCreateFile', { file: place.name });
  const disk = site.world.create(
    firstClassDiskKind,
    {
      identity: Object.freeze({ id, created: now }),
      place: Object.freeze(at),
      said: Object.freeze({
        name: wanted.name,
        metadata: wanted.metadata,
        flags: Object.freeze(wanted.keep ? ['keepAfterDeleteVm'] : []),
      }),
      snapshots: Object.freeze([]),
      policy: policyFor(site.world, wanted.profile, at),
      vclock: 1,
    },
    cellId(id),
  );
  return storageObject(site, disk);
}

interface MakingVerb<A> {
  readonly name: string;
  wanted(site: Site, args: A): Wanted;
}

function makingVerb<A>({ name, wanted }: MakingVerb<A>): Verb<Site, never> {
  const called = `VStorageObjectManager.${name}`;
  const idOf = (site: Site, task: string) => site.ids.uuid(`fcd/${task}`);
  return verb<A>({
    name: called,
    descriptionId: called,
    exclusive: false,
    steps: {
      begin({ site, args, task }) {
        const { capacity, content } = wanted(site, args);
        planned(site, wanted(site, args), idOf(site, task.id));
        const bytes = content.length > 0 ? capacity : 0;
        return { next: 'finish', after: site.latency.duration(called, bytes / 2 ** 30) };
      },
      finish({ site, args, task }) {
        return { done: true, result: made(site, wanted(site, args), idOf(site, task.id)) };
      },
    },
  });
}

export const createVerb: Verb<Site, never> = makingVerb<{ readonly spec: VslmCreateSpec }>({
  name: 'createDisk',
  wanted: (_site, { spec }) => ({
    name: spec.name,
    backing: spec.backingSpec as VslmCreateSpecDiskFileBackingSpec,
    capacity: bytesOf(spec.capacityInMB, 'spec.capacityInMB'),
    content: [],
    metadata: spec.metadata ?? [],
    keep: spec.keepAfterDeleteVm ?? true,
    profile: spec.profile,
  }),
});

export const cloneVerb: Verb<Site, never> = makingVerb<FcdNamed & { readonly spec: VslmCloneSpec }>({
  name: 'cloneVStorageObject',
  wanted(site, { spec, ...named }) {
    const source = fcdNamed(site.world, named);
    if (isOpen(site.world, source.state.place)) throw new VimFault('InvalidState');
    const { capacity, backing } = diskOf(source);
    return {
      name: spec.name,
      backing: spec.backingSpec as VslmCreateSpecDiskFileBackingSpec,
      capacity,
      content: contentOfChain(backing),
      metadata: spec.metadata ?? source.state.said.metadata,
      keep: spec.keepAfterDeleteVm ?? true,
      profile: spec.profile,
    };
  },
});

export interface FromSnapshot extends FcdNamed {
  readonly snapshotId: { readonly id: string };
  readonly name: string;
  readonly profile?: readonly VirtualMachineProfileSpec[] | undefined;
  readonly path?: string | undefined;
  readonly targetDatastore?: Ref<'Datastore'> | undefined;
}

export const fromSnapshotVerb: Verb<Site, never> = makingVerb<FromSnapshot>({
  name: 'createDiskFromSnapshot',
  wanted(site, { name, profile, path, targetDatastore, ...named }) {
    const source = fcdNamed(site.world, named);
    const { capacity, content } = snapshotOf(source, named.snapshotId);
    const datastore = (targetDatastore ?? named.datastore) as Ref<'Datastore'>;
    const backing = { datastore, path } as VslmCreateSpecDiskFileBackingSpec;
    return { name, backing, capacity, content, metadata: source.state.said.metadata, keep: true, profile };
  },
});
