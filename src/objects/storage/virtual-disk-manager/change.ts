/** Disks made larger, fuller and emptier where they are. */
import type { DiskContent, Layer } from '../../../spool/layer.ts';
import { invalidArgument } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { heldBy } from '../../machine/device/disk-content.ts';
import type { Site } from '../../site.ts';
import type { Named } from '../datastore-place.ts';
import { alter } from '../disk/alter.ts';
import { type KnownDisk, notADisk } from '../disk/disk-at.ts';
import { formatOf } from '../disk/left-disk.ts';
import { freeDisk, guardRoom, type NamedDisk } from './disk-place.ts';
import { capacityIn } from './disk-spec.ts';
import { asFault, diskVerb } from './disk-verb.ts';

/** A disk of one flat file that nobody has open: what is below or above another cannot be changed by itself. */
function flatDisk(site: Site, named: Named): NamedDisk {
  const found = freeDisk(site, named);
  if (found.known.holder === 'uploaded' || found.known.backing.parent) throw notADisk();
  return found;
}

const isThin = ({ backing }: KnownDisk) => ['thin', 'sesparse'].includes(formatOf(backing));

const takenBy = ({ backing, capacity }: KnownDisk) => backing.used ?? capacity;

export interface Extension extends Named {
  readonly newCapacityKb: number;
  readonly eagerZero: boolean;
}

function extended(site: Site, args: Extension) {
  const { known, place } = flatDisk(site, args);
  const capacity = capacityIn(args.newCapacityKb, 'newCapacityKb');
  if (capacity < known.capacity) throw invalidArgument('newCapacityKb');
  const more = capacity - known.capacity;
  const takes = !isThin(known) || args.eagerZero ? more : 0;
  guardRoom(place, takes);
  return { known, capacity, takes };
}

/** Without eagerZero the new part is zeroed when it is first written to. */
export const extendDisk: Verb<Site, never> = diskVerb<Extension>({
  name: 'extendVirtualDisk',
  begin({ site, args }) {
    const { takes } = extended(site, args);
    return args.eagerZero ? takes : 0;
  },
  finish({ site, args }) {
    const { known, capacity, takes } = extended(site, args);
    const grows = capacity > known.capacity;
    const lazy = grows && !args.eagerZero && formatOf(known.backing) === 'eagerzeroedthick';
    alter(site.world, known, {
      capacity,
      ...(lazy && { format: 'zeroedthick' }),
      ...(isThin(known) && takes > 0 && { used: takenBy(known) + takes }),
    });
    return { done: true };
  },
});

function thinDisk(site: Site, args: Named): NamedDisk {
  const found = flatDisk(site, args);
  if (!isThin(found.known)) throw notADisk();
  return found;
}

/** A thin disk takes its whole size from now on, and what was never written is zeroed. */
export const inflateDisk: Verb<Site, never> = diskVerb<Named>({
  name: 'inflateVirtualDisk',
  begin: ({ site, args }) => inflated(site, args).bytes,
  finish({ site, args }) {
    alter(site.world, inflated(site, args).known, { format: 'eagerzeroedthick' });
    return { done: true };
  },
});

function inflated(site: Site, args: Named) {
  const { known, place } = thinDisk(site, args);
  const bytes = known.capacity - takenBy(known);
  guardRoom(place, bytes);
  return { known, bytes };
}

/** What was never written of a thick disk is zeroed. */
export const eagerZeroDisk: Verb<Site, never> = diskVerb<Named>({
  name: 'eagerZeroVirtualDisk',
  begin({ site, args }) {
    const { known } = thickDisk(site, args);
    return formatOf(known.backing) === 'eagerzeroedthick' ? 0 : known.capacity;
  },
  finish({ site, args }) {
    alter(site.world, thickDisk(site, args).known, { format: 'eagerzeroedthick' });
    return { done: true };
  },
});

function thickDisk(site: Site, args: Named): NamedDisk {
  const found = flatDisk(site, args);
  if (isThin(found.known)) throw notADisk();
  return found;
}

/** All of a disk becomes zeros, each of them written: what it held is gone, and a thin one takes its whole size. */
export const zeroFillDisk: Verb<Site, never> = diskVerb<Named>({
  name: 'zeroFillVirtualDisk',
  begin: ({ site, args }) => filled(site, args).capacity,
  finish({ site, args }) {
    const known = filled(site, args);
    const filling = isThin(known) ? { used: known.capacity } : ({ format: 'eagerzeroedthick' } as const);
    alter(site.world, known, { content: [], ...filling });
    return { done: true };
  },
});

function filled(site: Site, args: Named): KnownDisk {
  const { known, place } = flatDisk(site, args);
  guardRoom(place, known.capacity - takenBy(known));
  return known;
}

/** A thin disk gives back the blocks that hold nothing but zeros. */
export const shrinkDisk: Verb<Site, never> = diskVerb<Named>({
  name: 'shrinkVirtualDisk',
  begin: ({ site, args }) => takenBy(thinDisk(site, args).known),
  finish: ({ site, args }) => rewritten(site, args, thinDisk, true),
});

/** What was written piece by piece is put together. */
export const defragmentDisk: Verb<Site, never> = diskVerb<Named>({
  name: 'defragmentVirtualDisk',
  begin: ({ site, args }) => takenBy(flatDisk(site, args).known),
  finish: ({ site, args }) => rewritten(site, args, flatDisk, false),
});

/** The same bytes as one layer. What the simulation says a disk takes beyond what was written stays, unless it shrinks. */
async function rewritten(
  site: Site,
  args: Named,
  find: (site: Site, args: Named) => NamedDisk,
  shrinks: boolean,
): Promise<() => { done: true }> {
  const { known, place } = find(site, args);
  const before = known.backing.content ?? [];
  const layer = await oneLayer(site, known).catch((error: unknown) => {
    throw asFault(error, place.name, place.store.state.name);
  });
  return () => {
    const after = find(site, args).known;
    const same = (after.backing.content ?? []).every((l, i) => l.extent === before[i]?.extent);
    if (!same || after.capacity !== known.capacity) {
      if (layer) site.spool.drop(layer.extent);
      return { done: true };
    }
    const content: DiskContent = Object.freeze(layer ? [layer] : []);
    const held = heldBy({ ...after.backing, used: layer?.size ?? 0 }, after.capacity);
    alter(site.world, after, { content, ...(shrinks && { used: held }) });
    return { done: true };
  };
}

/** Zeros are left out: they are what stands where nothing does. */
function oneLayer(site: Site, { backing, capacity }: KnownDisk): Promise<Layer | undefined> {
  return site.layers.keep(site.layers.open(backing.content ?? [], capacity).passing());
}

/** Percentage of a disk's data that is not in one piece. */
export function fragmentation({ backing }: KnownDisk): number {
  const pieces = backing.content?.length ?? 0;
  return pieces < 2 ? 0 : Math.round(100 * (1 - 1 / pieces));
}
