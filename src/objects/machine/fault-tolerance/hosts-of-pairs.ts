/** Hosts with a machine of a fault tolerant pair on them stay where vCenter has them. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import { nameOf } from '../../call.ts';
import type { Machine } from '../machine.ts';
import { pairOf } from './tolerance.ts';

function hasPairs(host: Cell): boolean {
  for (const vm of host.back<Machine>('vm')) if (pairOf(vm)) return true;
  return false;
}

/** Throws CannotDisconnectHostWithFaultToleranceVm. */
export function guardConnectedPairs(host: Cell): void {
  if (hasPairs(host)) throw new VimFault('CannotDisconnectHostWithFaultToleranceVm', { hostName: nameOf(host) });
}

/** Throws CannotMoveHostWithFaultToleranceVm for a host that is to leave its cluster. */
export function guardClusteredPairs(host: Cell): void {
  if (hasPairs(host)) throw new VimFault('CannotMoveHostWithFaultToleranceVm');
}
