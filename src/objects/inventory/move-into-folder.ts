/** MoveIntoFolder_Task: entities change their folder, within their datacenter. */
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { notSupported, VimFault } from '../../world/fault.ts';
import type { Verb } from '../../world/tasks.ts';
import type { Host } from '../compute/host/host.ts';
import { guardMovable, makeStandalone } from '../compute/host/move-host.ts';
import type { VApp } from '../compute/v-app/v-app.ts';
import { takeSecondaryAlong } from '../machine/fault-tolerance/pair-places.ts';
import { guardPrimary } from '../machine/fault-tolerance/primaries-only.ts';
import type { Site } from '../site.ts';
import { accepts, type Folder, folderKind } from './folder.ts';
import type { Entity } from './managed-entity.ts';
import { guardUniqueTogether } from './names.ts';
import { datacenterOf, isWithin } from './place.ts';
import { isFixture } from './rename.ts';
import { shortWork } from './short-work.ts';

interface Move {
  readonly list: readonly Ref[];
}

export const moveIntoFolderVerb: Verb<Site, never> = shortWork<Folder, Move>({
  name: 'Folder.moveInto',
  kind: folderKind,
  guard(self, { site, args }) {
    const cells = args.list.map((ref) => entity(site, ref));
    for (const cell of cells) guardMove(self, cell);
    guardUniqueTogether(self as unknown as Cell, cells);
  },
  change(self, { site, args }) {
    for (const ref of args.list) move(site, self, entity(site, ref));
  },
});

/** What moves in an entity's stead: a standalone host is its compute resource. */
function entity(site: Site, ref: Ref): Cell {
  const cell = site.world.find(ref.value);
  if (!cell) throw new VimFault('ManagedObjectNotFound', { obj: ref });
  const parent = cell.is('HostSystem') ? cell.one('parent') : undefined;
  return parent && !parent.is('ClusterComputeResource') ? parent : cell;
}

function guardMove(self: Cell<Folder>, cell: Cell): void {
  const target = self as unknown as Cell;
  // A VM in a vApp moves with its vApp.
  const bound = cell.is('VirtualMachine') && cell.one('parent') === undefined;
  if (isFixture(cell) || bound) throw notSupported();
  guardPrimary(cell);
  if (cell.is('HostSystem')) {
    if (!self.state.childTypes.includes('ComputeResource')) throw notSupported();
    guardMovable(cell as unknown as Cell<Host>);
  } else if (!accepts(self, cell) || cell.is('DistributedVirtualPortgroup')) throw notSupported();
  if (cell.is('Folder') && isWithin(target, cell)) throw new VimFault('InvalidFolder', { target: cell.ref });
  if (!cell.is('Datacenter') && datacenterOf(cell) !== datacenterOf(target)) throw notSupported();
  if (cell.is('Folder') && !cell.is('StoragePod') && !sameRole(self, cell as unknown as Cell<Folder>))
    throw notSupported();
}

function sameRole(a: Cell<Folder>, b: Cell<Folder>): boolean {
  return a.state.childTypes === b.state.childTypes || a.state.childTypes.join() === b.state.childTypes.join();
}

function move(site: Site, self: Cell<Folder>, cell: Cell): void {
  const { world } = site;
  if (cell.is('HostSystem')) makeStandalone(site, cell as unknown as Cell<Host>, self.id);
  else if (cell.is('VirtualApp')) world.update(cell as unknown as Cell<VApp>, { folder: self.id });
  else {
    // Port groups stand beside their switch.
    for (const group of [...cell.back<Entity>('portgroup')]) world.update(group, { parent: self.id });
    world.update(cell as unknown as Cell<Entity>, { parent: self.id });
    takeSecondaryAlong(site, cell);
  }
}
