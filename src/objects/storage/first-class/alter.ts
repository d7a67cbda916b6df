/** What is done to first class disks that are there. */
import type { DiskCryptoSpec, KeyValue, VirtualMachineProfileSpec } from '../../../vim25/generated/index.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { guardCrypto } from '../../machine/config/crypto-spec.ts';
import { policyFor } from '../../policy/apply.ts';
import type { Site } from '../../site.ts';
import { alter, setApart } from '../disk/alter.ts';
import { formatOf } from '../disk/left-disk.ts';
import { filesOf, removeFiles } from './chain.ts';
import { diskVerb, guardClosed, guardDetached, guardGrowth } from './disk-work.ts';
import { change, diskOf, type FcdNamed } from './first-class-disk.ts';
import { bytesOf, guardMetadata } from './limits.ts';

const deletion = diskVerb<FcdNamed>({
  name: 'deleteVStorageObject',
  guard(step, disk) {
    guardDetached(step, disk);
    diskOf(disk);
  },
  finish({ site }, disk) {
    setApart(site, diskOf(disk));
    const files = filesOf(disk);
    change(disk, {});
    site.world.destroy(disk);
    removeFiles(site.world, files);
  },
});

/** It is a plain disk from then on, where it was. */
const unregistering = diskVerb<FcdNamed>({
  name: 'unregisterDisk',
  guard: guardDetached,
  finish({ site }, disk) {
    change(disk, {});
    site.world.destroy(disk);
  },
});

const extension = diskVerb<FcdNamed & { readonly newCapacityInMB: number }>({
  name: 'extendDisk',
  guard(step, disk) {
    guardClosed(step, disk);
    const { capacity, backing } = diskOf(disk);
    const bytes = bytesOf(step.args.newCapacityInMB, 'newCapacityInMB');
    if (bytes < capacity) throw invalidArgument('newCapacityInMB');
    // Snapshots are of the size that the disk had.
    if (disk.state.snapshots.length > 0 || backing.parent) throw new VimFault('InvalidState');
    guardGrowth(step, disk, formatOf(backing) === 'thin' ? 0 : bytes - capacity);
  },
  finish({ site, args }, disk) {
    alter(site.world, diskOf(disk), { capacity: bytesOf(args.newCapacityInMB, 'newCapacityInMB') });
    change(disk, {});
  },
});

const inflation = diskVerb<FcdNamed>({
  name: 'inflateDisk',
  guard(step, disk) {
    guardClosed(step, disk);
    const { capacity, backing } = diskOf(disk);
    if (backing.parent) throw new VimFault('InvalidState');
    guardGrowth(step, disk, capacity - (backing.used ?? capacity));
  },
  finish({ site }, disk) {
    alter(site.world, diskOf(disk), { format: 'eagerzeroedthick' });
    change(disk, {});
  },
});

interface Policy extends FcdNamed {
  readonly profile?: readonly VirtualMachineProfileSpec[] | undefined;
  readonly disksCrypto?: DiskCryptoSpec | undefined;
}

/** Nobody gives keys here: of a change of keys, the policy is what comes about. */
const policies = ['updateVStorageObjectPolicy', 'updateVStorageObjectCrypto'].map((name) =>
  diskVerb<Policy>({
    name,
    guard({ site, args }, disk) {
      guardCrypto(args.disksCrypto?.crypto, 'disksCrypto.crypto');
      policyFor(site.world, args.profile, diskOf(disk).file);
    },
    finish({ site, args }, disk) {
      change(disk, { policy: policyFor(site.world, args.profile, diskOf(disk).file) });
    },
  }),
);

interface Metadata extends FcdNamed {
  readonly metadata?: readonly KeyValue[] | undefined;
  readonly deleteKeys?: readonly string[] | undefined;
}

const metadata = diskVerb<Metadata>({
  name: 'updateVStorageObjectMetadata',
  guard: ({ args }) => guardMetadata(args.metadata, 'metadata'),
  finish({ args }, disk) {
    const gone = new Set([...(args.deleteKeys ?? []), ...(args.metadata ?? []).map((m) => m.key)]);
    const kept = disk.state.said.metadata.filter((m) => !gone.has(m.key));
    const after = Object.freeze([...kept, ...(args.metadata ?? [])]);
    change(disk, { said: Object.freeze({ ...disk.state.said, metadata: after }) });
  },
});

export const alterVerbs: readonly Verb<Site, never>[] = [
  deletion,
  unregistering,
  extension,
  inflation,
  ...policies,
  metadata,
];
