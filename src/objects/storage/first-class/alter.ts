/** What is done to first class disks that are there. */
import type { KeyValue, VirtualMachineProfileSpec } from '../../../vim25/generated/index.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Outcome, Step, Verb } from '../../../world/tasks.ts';
import { verb } from '../../managed-object.ts';
import { policyFor } from '../../policy/apply.ts';
import type { Site } from '../../site.ts';
import { datastoreKind } from '../datastore.ts';
import { alter } from '../disk/alter.ts';
import { contentOfChain, diskAt, machinesWith, nameOfFile } from '../disk/disk-at.ts';
import { formatOf } from '../disk/left-disk.ts';
import { isOpen } from '../disk/machine-disk.ts';
import { removeStanding } from '../disk/standing.ts';
import { guardRoom } from '../virtual-disk-manager/disk-place.ts';
import {
  change,
  diskOf,
  type Fcd,
  type FcdNamed,
  fcdNamed,
  firstClassDiskKind,
  snapshotOf,
} from './first-class-disk.ts';
import { bytesOf } from './make.ts';

type Work<A> = Step<Site, A>;

/** Work on one disk: the same guards before and after the time it takes. */
function diskVerb<A extends FcdNamed>(
  name: string,
  guard: (step: Work<A>, disk: Fcd) => void,
  finish: (step: Work<A>, disk: Fcd) => unknown,
): Verb<Site, never> {
  const called = `VStorageObjectManager.${name}`;
  return verb<A>({
    name: called,
    descriptionId: called,
    exclusive: false,
    steps: {
      begin(step) {
        guard(step, fcdNamed(step.site.world, step.args));
        return { next: 'finish', after: step.site.latency.duration(called) };
      },
      finish(step): Outcome {
        const disk = fcdNamed(step.site.world, step.args);
        guard(step, disk);
        const result = finish(step, disk);
        return result === undefined ? { done: true } : { done: true, result };
      },
    },
  });
}

/** Throws InvalidState while a machine runs on the disk. */
function guardClosed({ site }: Work<never>, disk: Fcd): void {
  if (isOpen(site.world, disk.state.place)) throw new VimFault('InvalidState');
}

function guardDetached({ site }: Work<never>, disk: Fcd): void {
  for (const _ of machinesWith(site.world, disk.state.place)) throw new VimFault('InvalidState');
}

function roomFor({ site }: Work<never>, disk: Fcd, bytes: number): void {
  const store = site.world.as(datastoreKind, disk.state.place.datastore)!;
  guardRoom({ store, path: disk.state.place.path, name: nameOfFile(site.world, disk.state.place) }, bytes);
}

const deletion = diskVerb<FcdNamed>('deleteVStorageObject', guardDetached as never, ({ site }, disk) => {
  removeStanding(site.world, disk.state.place);
  site.world.destroy(disk);
});

const extension = diskVerb<FcdNamed & { readonly newCapacityInMB: number }>(
  'extendDisk',
  (step, disk) => {
    guardClosed(step as never, disk);
    const { capacity, backing } = diskOf(disk);
    const bytes = bytesOf(step.args.newCapacityInMB, 'newCapacityInMB');
    if (bytes < capacity || backing.parent) throw invalidArgument('newCapacityInMB');
    if (formatOf(backing) !== 'thin') roomFor(step as never, disk, bytes - capacity);
  },
  ({ site, args }, disk) => {
    alter(site.world, diskOf(disk), { capacity: bytesOf(args.newCapacityInMB, 'newCapacityInMB') });
    change(disk, {});
  },
);

const inflation = diskVerb<FcdNamed>(
  'inflateDisk',
  (step, disk) => {
    guardClosed(step as never, disk);
    const { capacity, backing } = diskOf(disk);
    roomFor(step as never, disk, capacity - (backing.used ?? capacity));
  },
  ({ site }, disk) => {
    alter(site.world, diskOf(disk), { format: 'eagerzeroedthick' });
    change(disk, {});
  },
);

const snapshotting = diskVerb<FcdNamed & { readonly description: string }>(
  'createSnapshot',
  (_step, disk) => void diskOf(disk),
  ({ site, args, task }, disk) => {
    const { capacity, backing } = diskOf(disk);
    const id = site.ids.uuid(`fcd-snapshot/${task.id}`);
    const taken = { id, description: args.description, created: site.clock.now(), capacity };
    const snapshot = Object.freeze({ ...taken, content: contentOfChain(backing) });
    change(disk, { snapshots: Object.freeze([...disk.state.snapshots, snapshot]) });
    return { _typeName: 'ID', id };
  },
);

type OfSnapshot = FcdNamed & { readonly snapshotId: { readonly id: string } };

const snapshotDeletion = diskVerb<OfSnapshot>(
  'deleteSnapshot',
  ({ args }, disk) => void snapshotOf(disk, args.snapshotId),
  ({ args }, disk) => {
    change(disk, { snapshots: Object.freeze(disk.state.snapshots.filter((s) => s.id !== args.snapshotId.id)) });
  },
);

const reversion = diskVerb<OfSnapshot>(
  'revertVStorageObject',
  (step, disk) => {
    guardDetached(step as never, disk);
    snapshotOf(disk, step.args.snapshotId);
  },
  ({ site, args }, disk) => {
    const { capacity, content } = snapshotOf(disk, args.snapshotId);
    alter(site.world, diskOf(disk), { capacity, content });
    change(disk, {});
  },
);

const policies = diskVerb<FcdNamed & { readonly profile?: readonly VirtualMachineProfileSpec[] | undefined }>(
  'updateVStorageObjectPolicy',
  ({ site, args }, disk) => void policyFor(site.world, args.profile, disk.state.place),
  ({ site, args }, disk) => change(disk, { policy: policyFor(site.world, args.profile, disk.state.place) }),
);

interface Metadata extends FcdNamed {
  readonly metadata?: readonly KeyValue[] | undefined;
  readonly deleteKeys?: readonly string[] | undefined;
}

const metadata = diskVerb<Metadata>(
  'updateVStorageObjectMetadata',
  () => {},
  ({ args }, disk) => {
    const gone = new Set([...(args.deleteKeys ?? []), ...(args.metadata ?? []).map((m) => m.key)]);
    const kept = disk.state.said.metadata.filter((m) => !gone.has(m.key));
    const after = Object.freeze([...kept, ...(args.metadata ?? [])]);
    change(disk, { said: Object.freeze({ ...disk.state.said, metadata: after }) });
  },
);

/** Forgets the disks whose files are gone. */
const reconciliation = verb<{ readonly datastore: { readonly value: string } }>({
  name: 'VStorageObjectManager.reconcileDatastoreInventory',
  descriptionId: 'VStorageObjectManager.reconcileDatastoreInventory',
  exclusive: false,
  steps: {
    begin: ({ site }) => ({
      next: 'finish',
      after: site.latency.duration('VStorageObjectManager.reconcileDatastoreInventory'),
    }),
    finish({ site, args }) {
      for (const disk of [...site.world.every(firstClassDiskKind)]) {
        const { place } = disk.state;
        if (place.datastore === args.datastore.value && !diskAt(site.world, place)) site.world.destroy(disk);
      }
      return { done: true };
    },
  },
});

export const alterVerbs: readonly Verb<Site, never>[] = [
  deletion,
  extension,
  inflation,
  snapshotting,
  snapshotDeletion,
  reversion,
  policies,
  metadata,
  reconciliation,
];
