/** Snapshots of first class disks: what a disk held, kept under an id and gone back to. */
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { nextMark } from '../../machine/snapshot/change-tracking.ts';
import type { Site } from '../../site.ts';
import { alter } from '../disk/alter.ts';
import { contentOfChain } from '../disk/disk-at.ts';
import { type Answer, diskVerb, guardDetached } from './disk-work.ts';
import { change, type DiskSnapshot, diskOf, type Fcd, type FcdNamed, isId, snapshotOf } from './first-class-disk.ts';

interface NewSnapshot extends FcdNamed {
  readonly description: string;
  readonly snapshotId?: { readonly id: string } | undefined;
}

type OfSnapshot = FcdNamed & { readonly snapshotId: { readonly id: string }; readonly answer?: Answer };

/** A disk of a running machine too: it is kept as it is at that moment. */
const creation = diskVerb<NewSnapshot>({
  name: 'createSnapshot',
  beside: true,
  guard({ args: { snapshotId } }, disk) {
    diskOf(disk);
    if (!snapshotId) return;
    const taken = disk.state.snapshots.some(({ id }) => id === snapshotId.id);
    if (taken || !isId(snapshotId.id)) throw invalidArgument('snapshotId');
  },
  finish({ site, args, task }, disk) {
    const id = args.snapshotId?.id ?? site.ids.uuid(`fcd-snapshot/${task.id}`);
    const { tracked, ...snapshot } = taken(site, disk, id, args.description);
    change(disk, { snapshots: Object.freeze([...disk.state.snapshots, Object.freeze(snapshot)]), tracked });
    return { _typeName: 'ID', id };
  },
});

function taken(site: Site, disk: Fcd, id: string, description: string): DiskSnapshot & Pick<Fcd['state'], 'tracked'> {
  const { capacity, backing } = diskOf(disk);
  const { said } = disk.state;
  const content = contentOfChain(backing);
  const snapshot = { id, description, created: site.clock.now(), capacity, content, metadata: said.metadata };
  if (!said.flags.includes('enableChangedBlockTracking')) return snapshot;
  const tracked = nextMark(site, disk.state.tracked, content, `fcd/${id}`);
  return { ...snapshot, tracked, changeId: `${tracked.series}/${tracked.count}` };
}

const deletion = diskVerb<OfSnapshot>({
  name: 'deleteSnapshot',
  guard: ({ args }, disk) => void snapshotOf(disk, args.snapshotId),
  finish({ args }, disk) {
    const { id } = snapshotOf(disk, args.snapshotId);
    change(disk, { snapshots: Object.freeze(disk.state.snapshots.filter((s) => s.id !== id)) });
    return args.answer && { _typeName: 'ID', id };
  },
});

/** A disk that goes back begins another series of changes. */
const reversion = diskVerb<OfSnapshot>({
  name: 'revertVStorageObject',
  guard(step, disk) {
    guardDetached(step, disk);
    snapshotOf(disk, step.args.snapshotId);
    // What lies over the disk of a machine holds only what differs from that.
    if (diskOf(disk).backing.parent) throw new VimFault('InvalidState');
  },
  finish({ site, args }, disk) {
    const { capacity, content } = snapshotOf(disk, args.snapshotId);
    const used = content.reduce((sum, { size }) => sum + size, 0);
    alter(site.world, diskOf(disk), { capacity, content, used: Math.min(used, capacity) });
    change(disk, { tracked: undefined });
  },
});

export const snapshotVerbs: readonly Verb<Site, never>[] = [creation, deletion, reversion];
