/** Snapshots of first class disks: the file a disk was, kept under an id and gone back to, and a delta over it. */
import { invalidArgument } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { nextMark } from '../../machine/snapshot/change-tracking.ts';
import type { Site } from '../../site.ts';
import { setApart } from '../disk/alter.ts';
import { contentOfChain } from '../disk/disk-at.ts';
import { DESCRIPTOR_BYTES } from '../disk/standing.ts';
import { type Files, keepAsIs, putDelta } from './chain.ts';
import { collapsed } from './collapse.ts';
import { type Answer, diskVerb, guardDetached, guardGrowth } from './disk-work.ts';
import {
  change,
  type DiskSnapshot,
  diskOf,
  type Fcd,
  type FcdNamed,
  isId,
  keptBy,
  snapshotOf,
} from './first-class-disk.ts';

interface NewSnapshot extends FcdNamed {
  readonly description: string;
  readonly snapshotId?: { readonly id: string } | undefined;
}

type OfSnapshot = FcdNamed & { readonly snapshotId: { readonly id: string }; readonly answer?: Answer };

/** A disk of a running machine too: it is kept as it is at that moment. */
const creation = diskVerb<NewSnapshot>({
  name: 'createSnapshot',
  beside: true,
  guard(step, disk) {
    const { snapshotId } = step.args;
    guardGrowth(step, disk, DESCRIPTOR_BYTES);
    if (!snapshotId) return;
    const taken = disk.state.snapshots.some(({ id }) => id === snapshotId.id);
    if (taken || !isId(snapshotId.id)) throw invalidArgument('snapshotId');
  },
  finish({ site, args, task }, disk) {
    const id = args.snapshotId?.id ?? site.ids.uuid(`fcd-snapshot/${task.id}`);
    const { tracked, ...snapshot } = taken(site, disk, id, args.description);
    const { place, apart } = keepAsIs(site, disk);
    const { snapshots, kept = [] } = disk.state;
    const files = { place, snapshots: [...snapshots, Object.freeze(snapshot)], kept: [...kept, ...apart] };
    change(disk, { ...settled(site, disk, files), tracked });
    return { _typeName: 'ID', id };
  },
});

function taken(site: Site, disk: Fcd, id: string, description: string): DiskSnapshot & Pick<Fcd['state'], 'tracked'> {
  const { file, backing } = diskOf(disk);
  const { said } = disk.state;
  const snapshot = { id, description, created: site.clock.now(), file, metadata: said.metadata };
  if (!said.flags.includes('enableChangedBlockTracking')) return snapshot;
  const tracked = nextMark(site, disk.state.tracked, contentOfChain(backing), `fcd/${id}`);
  return { ...snapshot, tracked, changeId: `${tracked.series}/${tracked.count}` };
}

/** What a snapshot kept becomes one with what was written since, unless something else stands on it. */
const deletion = diskVerb<OfSnapshot>({
  name: 'deleteSnapshot',
  guard: ({ args }, disk) => void snapshotOf(disk, args.snapshotId),
  finish({ site, args }, disk) {
    const { id, file } = snapshotOf(disk, args.snapshotId);
    const { place, snapshots, kept = [] } = disk.state;
    const left = { place, snapshots: snapshots.filter((s) => s.id !== id), kept: [...kept, file] };
    change(disk, settled(site, disk, left));
    return args.answer && { _typeName: 'ID', id };
  },
});

function settled(site: Site, disk: Fcd, files: Files): Files {
  const { place, snapshots, kept = [] } = collapsed(site, disk, files);
  return { place: Object.freeze(place), snapshots: Object.freeze(snapshots), kept: Object.freeze(kept) };
}

/** A disk that goes back begins another series of changes, over what the snapshot keeps. */
const reversion = diskVerb<OfSnapshot>({
  name: 'revertVStorageObject',
  guard(step, disk) {
    guardDetached(step, disk);
    keptBy(disk, snapshotOf(disk, step.args.snapshotId));
    guardGrowth(step, disk, DESCRIPTOR_BYTES);
  },
  finish({ site, args }, disk) {
    const { file } = snapshotOf(disk, args.snapshotId);
    const known = diskOf(disk);
    setApart(site, known);
    const { snapshots, kept = [] } = disk.state;
    const place = putDelta(site, file);
    const files = settled(site, disk, { place, snapshots, kept: [...kept, known.file] });
    change(disk, { ...files, tracked: undefined });
  },
});

/** Files that something stood on when their snapshots went, and nothing does any more, are made one with what is there. */
const repair = diskVerb<FcdNamed>({
  name: 'repairVStorageObjectChain',
  guard(_, disk) {
    for (const snapshot of disk.state.snapshots) keptBy(disk, snapshot);
    diskOf(disk);
  },
  finish: ({ site }, disk) => change(disk, settled(site, disk, disk.state)),
});

export const snapshotVerbs: readonly Verb<Site, never>[] = [creation, deletion, reversion, repair];
