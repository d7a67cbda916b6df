/** A host goes down: primaries on it go on where their secondaries are, and secondaries on it are needed elsewhere. */
import type { Cell } from '../../../world/cell.ts';
import type { Site } from '../../site.ts';
import { type Machine, POWERED_OFF } from '../machine.ts';
import { stop } from '../power/running.ts';
import { failOver } from './roles.ts';
import { pairOf } from './tolerance.ts';

/** Inside the turn in which the host is lost. That the others' agents are sure of it takes longer than a pair waits. */
export function loseHost(site: Site, host: Cell<never> | Cell<object>): void {
  for (const vm of [...host.back<Machine>('vm')]) {
    const pair = vm.state.power.state === 'poweredOn' ? pairOf(vm) : undefined;
    if (!pair) continue;
    if (pair.primary === vm) failOver({ site }, vm, 'lostConnection');
    else {
      const { tolerance } = pair.primary.state;
      const alone = Object.freeze({ ...tolerance!, synced: undefined, reason: 'lostConnection' as const });
      site.world.update(pair.primary, { tolerance: alone });
      stop(site, vm, Object.freeze({ ...POWERED_OFF, unclean: true }));
    }
  }
}
