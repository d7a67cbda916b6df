/** Networks, port groups and switches leave the inventory when nothing uses them. */
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import { nameOf } from '../call.ts';
import { post } from '../history/post.ts';
import type { Destroyer } from '../inventory/destroy.ts';
import type { Portgroup } from './portgroup.ts';

function inUse(cell: Cell): VimFault {
  return new VimFault('ResourceInUse', { type: cell.type, name: nameOf(cell) });
}

/** Not while a host or a VM has it. */
export const networkDestroyer: Destroyer = {
  guard(cell) {
    const hosts = cell.get('host') as readonly Ref[];
    if (cell.countBack('vm') > 0 || hosts.length > 0) throw inUse(cell);
  },
  remove: (cell, { site }) => site.world.destroy(cell),
};

/** The group of uplink ports is there as long as its switch. */
export const portgroupDestroyer: Destroyer = {
  guard(cell) {
    if (cell.countBack('vm') > 0 || (cell.state as Portgroup).config.uplink) throw inUse(cell);
  },
  remove(cell, { site, user, chainId }) {
    post(site, user, 'DVPortgroupDestroyedEvent', {}, { entity: cell, chainId });
    site.world.destroy(cell);
  },
};

export const switchDestroyer: Destroyer = {
  guard(cell) {
    for (const group of cell.back('portgroup')) if (group.countBack('vm') > 0) throw inUse(cell);
  },
  remove(cell, { site, user, chainId }) {
    for (const group of [...cell.back('portgroup')]) site.world.destroy(group);
    post(site, user, 'DvsDestroyedEvent', {}, { entity: cell, chainId });
    site.world.destroy(cell);
  },
};
