/** First class disks made: of nothing, of another disk, of what a snapshot keeps. */
import type {
  CryptoSpec,
  KeyValue,
  VirtualMachineProfileSpec,
  VStorageObject,
  VslmCloneSpec,
  VslmCreateSpec,
  VslmCreateSpecBackingSpec,
  VslmCreateSpecDiskFileBackingSpec,
} from '../../../vim25/generated/index.ts';
import { type Ref, ref } from '../../../vim25/value.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { guardCrypto } from '../../machine/config/crypto-spec.ts';
import type { FileAt } from '../../machine/machine.ts';
import { verb } from '../../managed-object.ts';
import { policyFor } from '../../policy/apply.ts';
import type { Site } from '../../site.ts';
import { contentOfChain } from '../disk/disk-at.ts';
import { formatOf } from '../disk/left-disk.ts';
import { createStanding } from '../disk/standing.ts';
import { below } from './chain.ts';
import { guardClosed } from './disk-work.ts';
import {
  cellId,
  diskOf,
  type FcdNamed,
  fcdNamed,
  fcdOf,
  firstClassDiskKind,
  isId,
  keptBy,
  snapshotOf,
} from './first-class-disk.ts';
import { bytesOf, guardMetadata, guardName } from './limits.ts';
import { guardMigration, type Load, placeFor } from './place.ts';
import { storageObject } from './storage-object.ts';

interface Wanted extends Load {
  /** As the client has it; a client that says it again means the same disk. */
  readonly id?: string | undefined;
  readonly name: string;
  readonly backing: VslmCreateSpecBackingSpec;
  readonly metadata: readonly KeyValue[];
  readonly keep: boolean;
  readonly profile?: readonly VirtualMachineProfileSpec[] | undefined;
  /** The snapshot of another disk that it only differs from. */
  readonly linked?: { readonly id: string; readonly file: FileAt } | undefined;
}

/** The disk that an earlier request of the same id made. Throws AlreadyExists when that was another request. */
function madeBefore(site: Site, { id, name, capacity }: Wanted): VStorageObject | undefined {
  if (id !== undefined && !isId(id)) throw invalidArgument('spec.id');
  const known = id === undefined ? undefined : fcdOf(site.world, { id });
  if (!known) return undefined;
  if (known.state.said.name !== name || diskOf(known).capacity !== capacity)
    throw new VimFault('AlreadyExists', { name: id });
  return storageObject(site, known);
}

function guardWanted({ name, metadata }: Wanted): void {
  guardName(name, 'spec.name');
  guardMetadata(metadata, 'spec.metadata');
}

/** Puts the disk in place, inside a turn. */
function made(site: Site, wanted: Wanted, id: string): VStorageObject {
  const { place, format } = placeFor(site, wanted.backing, wanted, id);
  const { linked } = wanted;
  const at = { datastore: place.store.id, path: place.path };
  const now = site.clock.now();
  const uuid = site.ids.diskUuid(`fcd/${id}`).replace('c29', 'C29');
  const facts = {
    capacity: wanted.capacity,
    uuid,
    adapter: 'lsiLogic',
    format,
    ...(linked && { parent: below(linked.file) }),
  } as const;
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
      ...(linked && { linked: Object.freeze({ id: linked.id }) }),
      policy: policyFor(site.world, wanted.profile, at),
      vclock: 1,
    },
    cellId(id),
  );
  return storageObject(site, disk);
}

interface MakingVerb<A> {
  readonly name: string;
  /** What is to be made; its guards are asked before and after the time it takes. */
  wanted(site: Site, args: A): Wanted;
}

function makingVerb<A>({ name, wanted }: MakingVerb<A>): Verb<Site, never> {
  const called = `VStorageObjectManager.${name}`;
  const idOf = (site: Site, task: string, { id }: Wanted) => id?.toLowerCase() ?? site.ids.uuid(`fcd/${task}`);
  return verb<A>({
    name: called,
    descriptionId: called,
    exclusive: false,
    cancelable: true,
    steps: {
      begin({ site, args, task }) {
        const asked = wanted(site, args);
        guardWanted(asked);
        if (!madeBefore(site, asked)) {
          const { place } = placeFor(site, asked.backing, asked, idOf(site, task.id, asked));
          policyFor(site.world, asked.profile, { datastore: place.store.id, path: place.path });
        }
        const bytes = asked.content.length > 0 ? asked.capacity : 0;
        return { next: 'finish', after: site.latency.duration(called, bytes / 2 ** 30) };
      },
      finish({ site, args, task }) {
        const asked = wanted(site, args);
        return { done: true, result: madeBefore(site, asked) ?? made(site, asked, idOf(site, task.id, asked)) };
      },
    },
  });
}

const creation = makingVerb<{ readonly spec: VslmCreateSpec }>({
  name: 'createDisk',
  wanted(_site, { spec }) {
    guardCrypto(spec.crypto, 'spec.crypto');
    return {
      id: spec.id?.id,
      name: spec.name,
      backing: spec.backingSpec,
      capacity: bytesOf(spec.capacityInMB, 'spec.capacityInMB'),
      content: [],
      metadata: spec.metadata ?? [],
      keep: spec.keepAfterDeleteVm ?? true,
      profile: spec.profile,
    };
  },
});

/** What is said of a disk as the client says it anew. */
function saidAnew(was: readonly KeyValue[], said: readonly KeyValue[] = []): readonly KeyValue[] {
  return Object.freeze([...was.filter(({ key }) => !said.some((s) => s.key === key)), ...said]);
}

const cloning = makingVerb<FcdNamed & { readonly spec: VslmCloneSpec }>({
  name: 'cloneVStorageObject',
  wanted(site, { spec, ...named }) {
    guardMigration(spec);
    const source = fcdNamed(site.world, named);
    guardClosed({ site }, source);
    const { capacity, backing } = diskOf(source);
    guardMetadata(spec.metadata, 'spec.metadata');
    return {
      name: spec.name,
      backing: spec.backingSpec,
      capacity,
      content: contentOfChain(backing),
      format: backing.parent ? 'thin' : formatOf(backing),
      metadata: saidAnew(source.state.said.metadata, spec.metadata),
      keep: spec.keepAfterDeleteVm ?? false,
      profile: spec.profile,
    };
  },
});

interface FromSnapshot extends FcdNamed {
  readonly snapshotId: { readonly id: string };
  readonly name: string;
  readonly profile?: readonly VirtualMachineProfileSpec[] | undefined;
  readonly crypto?: CryptoSpec | undefined;
  readonly path?: string | undefined;
  readonly provisioningType?: string | undefined;
  readonly isLinkedClone?: boolean | undefined;
  readonly targetId?: { readonly id: string } | undefined;
  readonly targetDatastore?: Ref<'Datastore'> | undefined;
}

const fromSnapshot = makingVerb<FromSnapshot>({
  name: 'createDiskFromSnapshot',
  wanted(site, args) {
    const source = fcdNamed(site.world, { id: args.id, datastore: args.datastore });
    const snapshot = snapshotOf(source, args.snapshotId);
    const { capacity, backing, file } = keptBy(source, snapshot);
    guardCrypto(args.crypto, 'crypto');
    const isLinked = args.isLinkedClone === true;
    const datastore = args.targetDatastore ?? ref('Datastore', args.datastore.value);
    // What only differs from another disk takes what is written to it.
    const { path } = args;
    const provisioningType = isLinked ? 'thin' : args.provisioningType;
    return {
      id: args.targetId?.id,
      name: args.name,
      backing: { datastore, path, provisioningType } as VslmCreateSpecDiskFileBackingSpec,
      capacity,
      content: isLinked ? [] : contentOfChain(backing),
      metadata: snapshot.metadata,
      keep: true,
      profile: args.profile,
      ...(isLinked && { linked: { id: source.state.identity.id, file } }),
    };
  },
});

export const makeVerbs: readonly Verb<Site, never>[] = [creation, cloning, fromSnapshot];
