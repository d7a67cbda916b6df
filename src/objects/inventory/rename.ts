/** Rename_Task: one verb per type, as vCenter describes and times them apart. */
import type { Cell } from '../../world/cell.ts';
import { notSupported, VimFault } from '../../world/fault.ts';
import type { KindSpec } from '../../world/kind.ts';
import type { Step, Verb } from '../../world/tasks.ts';
import { post } from '../history/post.ts';
import type { Site } from '../site.ts';
import type { Entity } from './managed-entity.ts';
import { entityName, guardUnique } from './names.ts';
import { datacenterOf } from './place.ts';
import { shortWork } from './short-work.ts';

interface Rename {
  readonly newName: string;
}

/** Renames entities of a kind; `event` is posted with the old name and the new. */
export function renameVerb<F extends Entity>(kind: KindSpec<F>, event?: string): Verb<Site, never> {
  return shortWork<F, Rename>({
    name: `${kind.type}.rename`,
    kind,
    guard: (self, { args }) => guardRename(self as unknown as Cell<Entity>, args.newName),
    change: (self, step) => rename(self as unknown as Cell<Entity>, step, event),
  });
}

/** Throws what keeps an entity from taking a name. */
export function guardRename(self: Cell<Entity>, newName: string): void {
  const entity = self as unknown as Cell;
  if (isFixture(entity)) throw notSupported();
  const name = entityName(newName, entity);
  const parent = entity.one('parent');
  if (parent) guardUnique(parent, name, entity);
  const shownIn = entity.is('VirtualApp') ? entity.one('parentFolder') : undefined;
  if (shownIn) guardUnique(shownIn, name, entity);
  for (const inverse of ['datastore', 'network'] as const) {
    if (!entity.is(inverse === 'datastore' ? 'Datastore' : 'Network')) continue;
    const datacenter = datacenterOf(entity);
    if (datacenter) guardUniqueAmong(datacenter.back<Entity>(inverse), name, entity);
  }
}

/** Names of datastores and of networks are unique in a datacenter, not only in a folder. */
export function guardUniqueAmong(others: Iterable<Cell<Entity>>, name: string, self?: Cell): void {
  for (const other of others) {
    if (other.state.name === name && (other as unknown as Cell) !== self) {
      throw new VimFault('DuplicateName', { name, object: other.ref });
    }
  }
}

function rename(self: Cell<Entity>, { site, args, request }: Step<Site, Rename>, event: string | undefined): void {
  const entity = self as unknown as Cell;
  const oldName = self.state.name;
  const newName = entityName(args.newName, entity);
  site.world.update(self, { name: newName });
  if (event) post(site, request.user, event, { oldName, newName }, { entity, chainId: request.eventChainId });
}

/** What comes with something else and can be neither renamed, moved nor destroyed by itself. */
export function isFixture(cell: Cell): boolean {
  const parent = cell.one('parent');
  if (!parent) return cell.is('Folder');
  return (cell.is('Folder') && parent.is('Datacenter')) || (cell.is('ResourcePool') && parent.is('ComputeResource'));
}
