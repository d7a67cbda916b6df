/** What the verbs of this room share: the machine of a step, its events, and a change of it. */
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import type { Step } from '../../world/tasks.ts';
import { resolve } from '../call.ts';
import { post } from '../history/post.ts';
import type { Site } from '../site.ts';
import { changedAfter } from './config/config-spec.ts';
import type { Machine, Power } from './machine.ts';
import { guardConnected, guardReachable } from './standing.ts';
import { vmKind } from './virtual-machine.ts';

export type Work<A = object> = Step<Site, A>;
export type Vm = Cell<Machine>;

/**
 * The machine a step works on. Throws ManagedObjectNotFound when it is gone, what keeps vCenter from reaching it, and
 * QuestionPending while it waits for an answer.
 */
export function machineOf(step: Work<never> | Work): Vm {
  const vm = askedMachineOf(step);
  guardReachable(vm);
  return vm;
}

/** The same for work that a question does not end: it waits for the answer. */
export function askedMachineOf(step: Work<never> | Work): Vm {
  const vm = resolve(step.site, vmKind, step.request.target);
  guardConnected(vm);
  return vm;
}

/** Posts an event about a machine in the chain of the step's task. */
export function tell(step: Work<never> | Work, vm: Vm, type: string, properties: Record<string, unknown> = {}): void {
  const { site, request } = step;
  const template = vm.state.config.template ?? false;
  post(
    site,
    request.user,
    type,
    { template, ...properties },
    { entity: vm as unknown as Cell, chainId: request.eventChainId },
  );
}

export function guardPower(vm: Vm, requestedState: Power['state'], ...allowed: readonly Power['state'][]): void {
  const existingState = vm.state.power.state;
  if (!allowed.includes(existingState)) throw new VimFault('InvalidPowerState', { requestedState, existingState });
}

/** Identity with a later `changeVersion`. */
export function touched(site: Site, vm: Vm): Machine['identity'] {
  const { identity } = vm.state;
  return Object.freeze({ ...identity, changed: changedAfter(identity.changed, site.clock.now()) });
}

/** Refusals by vCenter, before anything reached the host: no event tells of them. */
const REFUSALS: ReadonlySet<string> = new Set([
  'AlreadyUpgraded',
  'InvalidArgument',
  'InvalidOperationOnSecondaryVm',
  'InvalidPowerState',
  'InvalidState',
  'NotSupported',
  'QuestionPending',
]);

export function isRefusal(fault: VimFault): boolean {
  return REFUSALS.has(fault.type);
}
