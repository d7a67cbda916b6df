/** Chains of events: all that one request causes goes by the key of the first of them. */
import type { World } from '../../world/world.ts';

/** The chain that the next event begins, where no task's event began it. */
export function chainFromHere(world: World): number {
  return world.numbers.last('#event') + 1;
}
