/** RelocateVStorageObject_Task: a disk goes to another datastore, and stays the same disk with all its snapshots. */
import type { VslmRelocateSpec } from '../../../vim25/generated/index.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import type { World } from '../../../world/world.ts';
import { fileKey } from '../../machine/device/device.ts';
import type { FileAt } from '../../machine/machine.ts';
import { policyFor } from '../../policy/apply.ts';
import type { Site } from '../../site.ts';
import { setApart } from '../disk/alter.ts';
import { contentOfChain, diskAt } from '../disk/disk-at.ts';
import { formatOf } from '../disk/left-disk.ts';
import { createStanding } from '../disk/standing.ts';
import type { DiskFormat } from '../disk/standing-disk.ts';
import { guardRoom } from '../virtual-disk-manager/disk-place.ts';
import { below, filesOf, freeDelta, parentOf, removeFiles } from './chain.ts';
import { diskVerb, guardDetached } from './disk-work.ts';
import { change, diskOf, type Fcd, type FcdNamed, keptBy } from './first-class-disk.ts';
import { guardMigration, placeFor } from './place.ts';
import { storageObject } from './storage-object.ts';

type Relocation = FcdNamed & { readonly spec: VslmRelocateSpec };

/** The files of a disk with those below before those above. */
function upwards(world: World, disk: Fcd): FileAt[] {
  const own = new Map(filesOf(disk).map((file) => [fileKey(file), file]));
  const depth = (file: FileAt): number => {
    const parent = parentOf(world, file);
    return parent && own.has(fileKey(parent)) ? 1 + depth(parent) : 0;
  };
  const there = [...own.values()].filter((file) => diskAt(world, file));
  return there.sort((a, b) => depth(a) - depth(b));
}

/** Where it goes, and as what. */
function target(site: Site, disk: Fcd, { spec }: Relocation) {
  guardMigration(spec);
  const known = diskOf(disk);
  for (const snapshot of disk.state.snapshots) keptBy(disk, snapshot);
  const files = upwards(site.world, disk);
  const root = diskAt(site.world, files[0]!)!;
  const content = contentOfChain(root.backing);
  const format = root.backing.parent ? 'thin' : formatOf(root.backing);
  const load = { capacity: root.capacity, content, format };
  const planned = placeFor(site, spec.backingSpec, load, disk.state.identity.id);
  const over = files.slice(1).reduce((sum, file) => sum + (diskAt(site.world, file)?.backing.used ?? 0), 0);
  if (over > 0) guardRoom(planned.place, over + (planned.format === 'thin' ? (root.backing.used ?? 0) : root.capacity));
  const at = Object.freeze({ datastore: planned.place.store.id, path: planned.place.path });
  const policy = spec.profile ? policyFor(site.world, spec.profile, at) : disk.state.policy;
  return { known, files, at, policy, ...planned };
}

/** Puts each file where it goes, inside a turn; tells what each is from then on. */
function moved(site: Site, files: readonly FileAt[], at: FileAt, format: DiskFormat): Map<string, FileAt> | undefined {
  const { world } = site;
  const now = new Map<string, FileAt>();
  for (const file of files) {
    const { backing, capacity, adapter = 'lsiLogic' } = diskAt(world, file)!;
    const parent = backing.parent?.file && now.get(fileKey(backing.parent.file));
    const to = now.size === 0 ? at : freeDelta(world, at);
    const content = parent ? (backing.content ?? []) : contentOfChain(backing);
    const facts = {
      capacity,
      uuid: String(backing['uuid'] ?? ''),
      adapter,
      format: parent ? ('thin' as const) : format,
      ...(parent && { parent: below(parent) }),
      ...(backing.used !== undefined && (parent || !backing.parent) && { used: backing.used }),
    };
    if (!createStanding(world, to, facts, content, site.clock.now())) return undefined;
    now.set(fileKey(file), to);
  }
  return now;
}

export const relocateVerb: Verb<Site, never> = diskVerb<Relocation>({
  name: 'relocateVStorageObject',
  bytes: (disk) => diskOf(disk).capacity,
  guard(step, disk) {
    guardDetached(step, disk);
    if (disk.state.said.flags.includes('disableRelocation')) throw new VimFault('InvalidState');
    target(step.site, disk, step.args);
  },
  finish({ site, args }, disk) {
    const { known, files, at, place, format, policy } = target(site, disk, args);
    setApart(site, known);
    const now = moved(site, files, at, format);
    if (!now) throw new VimFault('CannotCreateFile', { file: place.name });
    const { snapshots, kept = [] } = disk.state;
    const of = (file: FileAt) => now.get(fileKey(file))!;
    change(disk, {
      place: Object.freeze(of(known.file)),
      snapshots: Object.freeze(snapshots.map((s) => Object.freeze({ ...s, file: of(s.file) }))),
      kept: Object.freeze(kept.flatMap((file) => now.get(fileKey(file)) ?? [])),
      linked: undefined,
      policy,
    });
    removeFiles(site.world, files);
    return storageObject(site, disk);
  },
});
