/** Where vApps, and what is in them, are shown among VM folders. */
import type { Cell } from '../../../world/cell.ts';
import type { Datacenter } from '../../inventory/datacenter.ts';
import { datacenterOf } from '../../inventory/place.ts';

/** Id of the folder that a VM or vApp comes into when it leaves its vApp: the one that shows the outermost vApp. */
export function folderBehind(cell: Cell): string | undefined {
  let vApp = cell.is('VirtualMachine') ? cell.one('parentVApp') : cell.one('parent');
  while (vApp?.is('VirtualApp')) {
    const folder = vApp.one('parentFolder');
    if (folder) return folder.id;
    vApp = vApp.one('parent');
  }
  const datacenter = datacenterOf(cell) as Cell<Datacenter> | undefined;
  return datacenter?.state.folders.vm;
}
