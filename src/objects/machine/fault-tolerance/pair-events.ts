/** What is told of machines that run twice, and on whose behalf. */
import type { VirtualMachineFaultToleranceState } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { post } from '../../history/post.ts';
import type { Site } from '../../site.ts';
import type { Machine } from '../machine.ts';
import type { Work } from '../work.ts';
import { toleranceState } from './tolerance.ts';

type Vm = Cell<Machine>;

/** Whose doing something is: '' for the system's own, in a chain of its own. */
export interface Doer {
  readonly site: Site;
  readonly user?: string | undefined;
  readonly chainId?: number | undefined;
}

export function doerOf({ site, request }: Work<never> | Work): Doer {
  return { site, user: request.user, chainId: request.eventChainId };
}

export function say({ site, user = '', chainId }: Doer, vm: Vm, type: string, said: object = {}): void {
  const about = { entity: vm as unknown as Cell, ...(chainId !== undefined && { chainId }) };
  post(site, user, type, { template: false, ...said }, about);
}

/** Posts how the pair of a primary stands, where that is not what was told last. Inside a turn. */
export function tellState(by: Doer, primary: Vm, before?: VirtualMachineFaultToleranceState): void {
  const { tolerance } = primary.state;
  const oldState = before ?? tolerance?.told ?? 'notConfigured';
  const newState = toleranceState(primary);
  if (newState === oldState) return;
  if (tolerance) {
    by.site.world.update(primary, { tolerance: Object.freeze({ ...tolerance, told: newState }) });
  }
  say(by, primary, 'VmFaultToleranceStateChangedEvent', { oldState, newState });
}
