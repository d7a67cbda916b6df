/** RelocateVStorageObject_Task: a disk goes to another datastore, and stays the same disk with all its snapshots. */
import type { VslmRelocateSpec } from '../../../vim25/generated/index.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { policyFor } from '../../policy/apply.ts';
import type { Site } from '../../site.ts';
import { setApart } from '../disk/alter.ts';
import { contentOfChain } from '../disk/disk-at.ts';
import { formatOf } from '../disk/left-disk.ts';
import { createStanding, removeStanding } from '../disk/standing.ts';
import { diskVerb, guardDetached } from './disk-work.ts';
import { change, diskOf, type Fcd, type FcdNamed, storageObject } from './first-class-disk.ts';
import { guardMigration, placeFor } from './place.ts';

type Relocation = FcdNamed & { readonly spec: VslmRelocateSpec };

/** Where it goes, and as what. */
function target(site: Site, disk: Fcd, { spec }: Relocation) {
  guardMigration(spec);
  const known = diskOf(disk);
  const content = contentOfChain(known.backing);
  const format = known.backing.parent ? 'thin' : formatOf(known.backing);
  const load = { capacity: known.capacity, content, format };
  const planned = placeFor(site, spec.backingSpec, load, disk.state.identity.id);
  const at = Object.freeze({ datastore: planned.place.store.id, path: planned.place.path });
  const policy = spec.profile ? policyFor(site.world, spec.profile, at) : disk.state.policy;
  return { known, content, at, policy, ...planned };
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
    const { known, content, at, place, format, policy } = target(site, disk, args);
    const facts = {
      capacity: known.capacity,
      uuid: String(known.backing['uuid'] ?? ''),
      adapter: known.adapter ?? 'lsiLogic',
      format,
      ...(known.backing.used !== undefined && !known.backing.parent && { used: known.backing.used }),
    };
    if (!createStanding(site.world, at, facts, content, site.clock.now()))
      throw new VimFault('CannotCreateFile', { file: place.name });
    setApart(site, known);
    removeStanding(site.world, known.file);
    change(disk, { place: at, policy });
    return storageObject(site, disk);
  },
});
