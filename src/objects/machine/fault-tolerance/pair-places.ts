/** Where the machines of a pair stand in the inventory: in one folder and one pool, which only the primary leaves. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Site } from '../../site.ts';
import type { Machine } from '../machine.ts';
import { pairOf } from './tolerance.ts';

function asMachine(cell: Cell): Cell<Machine> | undefined {
  return cell.is('VirtualMachine') ? (cell as unknown as Cell<Machine>) : undefined;
}

/** Throws CannotMoveFaultToleranceVm for a machine that is to leave its pool. */
export function guardPoolOfPair(cell: Cell): void {
  const vm = asMachine(cell);
  if (!vm || !pairOf(vm)) return;
  throw new VimFault('CannotMoveFaultToleranceVm', { moveType: 'resourcePool', vmName: vm.state.name });
}

/** A secondary is in its primary's folder, inside a turn. */
export function takeSecondaryAlong({ world }: Site, cell: Cell): void {
  const vm = asMachine(cell);
  const secondary = vm && pairOf(vm)?.secondary;
  if (secondary && secondary !== vm) world.update(secondary, { parent: vm.state.parent });
}
