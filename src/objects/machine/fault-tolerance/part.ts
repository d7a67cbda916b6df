/** A machine of a pair goes: with a primary goes its secondary, and who loses its secondary is run twice no more. */
import type { Cell } from '../../../world/cell.ts';
import type { Site } from '../../site.ts';
import { removeMachine } from '../lifecycle.ts';
import type { Machine } from '../machine.ts';
import { stop } from '../power/running.ts';
import { say, tellState } from './pair-events.ts';
import { pairOf, toleranceState } from './tolerance.ts';

type Vm = Cell<Machine>;

/** Inside a turn, before the machine is gone. */
export function partPair(site: Site, vm: Vm): void {
  const pair = pairOf(vm);
  if (!pair) return;
  const { primary, secondary } = pair;
  const before = toleranceState(primary);
  site.world.update(primary, { tolerance: undefined, devices: Object.freeze([...primary.state.devices]) });
  if (vm === primary) {
    if (!secondary) return;
    if (secondary.state.power.state === 'poweredOn') stop(site, secondary);
    say({ site }, secondary, 'VmRemovedEvent');
    removeMachine(site, secondary, 'destroy');
    return;
  }
  say({ site }, primary, 'VmFaultToleranceTurnedOffEvent');
  tellState({ site }, primary, before);
}
