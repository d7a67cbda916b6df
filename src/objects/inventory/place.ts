/** Where an entity stands in the inventory. */
import type { Cell } from '../../world/cell.ts';
import { notSupported } from '../../world/fault.ts';
import type { Site } from '../site.ts';

/** The entity itself and everything above it, nearest first. A VM in a vApp has no folder; its vApp stands for it. */
export function* upwards(cell: Cell): Generator<Cell> {
  for (let at: Cell | undefined = cell; at; at = at.one('parent') ?? vAppOf(at)) yield at;
}

function vAppOf(cell: Cell): Cell | undefined {
  return cell.is('VirtualMachine') ? cell.one('parentVApp') : undefined;
}

export function datacenterOf(cell: Cell): Cell | undefined {
  for (const at of upwards(cell)) if (at.is('Datacenter')) return at;
  return undefined;
}

export function isWithin(cell: Cell, container: Cell): boolean {
  for (const at of upwards(cell)) if (at === container) return true;
  return false;
}

/** What only a vCenter does: an ESXi host by itself answers NotSupported. */
export function guardVCenter(site: Site): void {
  if (site.flavour === 'esx') throw notSupported();
}
