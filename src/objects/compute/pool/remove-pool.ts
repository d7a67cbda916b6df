/** Pools dissolve into their parents; vApps go with their machines. */
import type { Cell } from '../../../world/cell.ts';
import { notSupported } from '../../../world/fault.ts';
import { post } from '../../history/post.ts';
import type { Destroyer, Removal } from '../../inventory/destroy.ts';
import { isFixture } from '../../inventory/rename.ts';
import type { Machine } from '../../machine/machine.ts';
import type { Site } from '../../site.ts';
import type { VApp } from '../v-app/v-app.ts';
import { goesAlong, isLinkedMachine, linkedChildren } from '../v-app/v-app-entities.ts';
import { part } from '../v-app/v-app-links.ts';
import { folderBehind } from '../v-app/v-app-place.ts';
import type { Pool } from './pool.ts';

/** What was in the pool moves up. */
export const poolDestroyer: Destroyer = {
  guard(cell) {
    if (isFixture(cell)) throw notSupported();
  },
  remove: (cell, removal) => dissolve(cell as unknown as Cell<Pool>, removal),
};

/** Takes a pool away and puts what was in it into its parent, inside a turn. */
export function dissolve(pool: Cell<Pool>, by: Pick<Removal, 'site' | 'user' | 'chainId'>): void {
  const { site, user, chainId } = by;
  const parent = pool.state.parent!;
  for (const child of [...pool.back<Pool>('resourcePool')]) site.world.update(child, { parent });
  for (const vm of [...pool.back<Machine>('vm')]) putInto(site, vm, site.world.find(parent)!);
  post(site, user, 'ResourcePoolDestroyedEvent', {}, { entity: pool as unknown as Cell, chainId });
  site.world.destroy(pool);
}

/** Puts a VM into a pool of the same compute resource, inside a turn. In a vApp it stands in no folder. */
export function putInto(site: Site, vm: Cell<Machine>, pool: Cell): void {
  const vApp = pool.is('VirtualApp') ? pool.id : isLinkedMachine(vm.state) ? vm.state.place.vApp : undefined;
  const folder = vApp === undefined ? (vm.state.parent ?? folderBehind(vm as unknown as Cell)) : undefined;
  site.world.update(vm, { parent: folder, place: Object.freeze({ ...vm.state.place, pool: pool.id, vApp }) });
}

/** Every VM in the vApp, in its pools and in its vApps, goes too. */
function guardInside(pool: Cell, removal: Removal): void {
  for (const vm of pool.back('vm')) removal.guard(vm);
  for (const child of pool.back('resourcePool')) guardInside(child, removal);
}

/** Linked children that go with the vApp. */
function companions(cell: Cell): Cell[] {
  const vApp = cell as unknown as Cell<VApp>;
  return linkedChildren(vApp).filter((child) => goesAlong(vApp, child));
}

export const vAppDestroyer: Destroyer = {
  guard(cell, removal) {
    guardInside(cell, removal);
    for (const child of companions(cell)) removal.guard(child);
  },
  remove(cell, removal) {
    for (const child of companions(cell)) removal.remove(child);
    const vApp = cell as unknown as Cell<VApp>;
    for (const child of linkedChildren(vApp)) part(removal.site, vApp, child);
    for (const vm of [...cell.back('vm')]) removal.remove(vm);
    for (const child of [...cell.back('resourcePool')]) emptyOut(child, removal);
    post(removal.site, removal.user, 'ResourcePoolDestroyedEvent', {}, { entity: cell, chainId: removal.chainId });
    removal.site.world.destroy(cell);
  },
};

/** A pool in a vApp goes with it, VMs and all. */
function emptyOut(pool: Cell, removal: Removal): void {
  if (pool.is('VirtualApp')) {
    removal.remove(pool);
    return;
  }
  for (const vm of [...pool.back('vm')]) removal.remove(vm);
  for (const child of [...pool.back('resourcePool')]) emptyOut(child, removal);
  removal.site.world.destroy(pool);
}
