/** Folders and datacenters go with everything in them. */
import type { Cell } from '../../world/cell.ts';
import { notSupported } from '../../world/fault.ts';
import type { Destroyer, Removal } from './destroy.ts';
import { isFixture } from './rename.ts';

/** What stands in a folder: its children, and the vApps it only shows. */
function contents(folder: Cell): Cell[] {
  return [...folder.back('linked'), ...folder.back('children')];
}

/** Port groups go with their switch, so the switches go first. */
function removeContents(folder: Cell, removal: Removal): void {
  const order = contents(folder);
  for (const cell of order) if (cell.is('DistributedVirtualSwitch')) removal.remove(cell);
  for (const cell of order) removal.remove(cell);
}

/** VMs below a VM folder are destroyed with their files. */
export const folderDestroyer: Destroyer = {
  guard(cell, removal) {
    if (isFixture(cell)) throw notSupported();
    for (const child of contents(cell)) if (!child.is('DistributedVirtualPortgroup')) removal.guard(child);
  },
  remove(cell, removal) {
    removeContents(cell, removal);
    removal.site.world.destroy(cell);
  },
};

/** Hosts leave with their datacenter: their VMs are taken off the inventory and run on. */
export const datacenterDestroyer: Destroyer = {
  guard() {},
  remove(cell, given) {
    const removal = given.as('unregister');
    const order = ['host', 'vm', 'datastore', 'network'];
    const folders = [...cell.back('children')];
    folders.sort((a, b) => order.indexOf(String(a.get('name'))) - order.indexOf(String(b.get('name'))));
    for (const folder of folders) {
      removeContents(folder, removal);
      removal.site.world.destroy(folder);
    }
    removal.site.world.destroy(cell);
  },
};
