/**
 * A machine is given a customization: it waits beside the machine until its guest comes up and takes it.
 *
 * Whoever makes a machine with a customization (CloneVM_Task and the like) calls `checkCustomization` before the work
 * begins, with the machine as it will be, and `customize` in the turn that creates it, before it is switched on:
 *
 * @example
 * if (spec.customization) checkCustomization(site, plannedMachine, spec.customization); // in the step `begin`
 * const made = world.create(vmKind, plannedMachine, id);                                // in the step `finish`
 * if (spec.customization) customize(site, made, spec.customization);
 * if (spec.powerOn) switchOn(step, made);
 *
 * A copy of a machine has its `customized` too: it is what the guest keeps on its disks. It has no `customizing`.
 */
import type { CustomizationSpec } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { notSupported, VimFault } from '../../world/fault.ts';
import type { Customizing, Machine } from '../machine/machine.ts';
import { guardReachable } from '../machine/standing.ts';
import { touched } from '../machine/work.ts';
import type { Site } from '../site.ts';
import { outcomeOf, type Subject } from './outcome.ts';

type Vm = Cell<Machine>;

/**
 * Whether a machine such as this can take the specification. Throws UncustomizableGuest, NicSettingMismatch,
 * CannotDecryptPasswords, IpHostnameGeneratorError, or InvalidArgument naming the setting that cannot be.
 */
export function checkCustomization(site: Site, machine: Subject, spec: CustomizationSpec): void {
  if (site.flavour === 'esx') throw notSupported();
  outcomeOf(site, machine, spec, () => 1);
}

/**
 * Leaves a customization with a machine that is off, inside a turn; the guest takes it when it next comes up. Throws what
 * `checkCustomization` throws, InvalidPowerState, CustomizationPending when one waits already, and NotSupported for a
 * template.
 */
export function customize(site: Site, vm: Vm, spec: CustomizationSpec): void {
  guardCustomizable(vm);
  if (site.flavour === 'esx') throw notSupported();
  const { numbers } = site.world;
  const { identity, customized, flaw } = outcomeOf(site, vm.state, spec, () => numbers.next('#computerName'));
  const number = numbers.next('#customization');
  const customizing: Customizing = Object.freeze({
    package: `imcf-${site.ids.uuid(`customization/${vm.id}/${number}`).slice(0, 6)}`,
    identity,
    phase: 'pending',
    outcome: customized,
    flaw,
  });
  site.world.update(vm, { customizing, identity: touched(site, vm) });
}

/** Whether a machine can take a customization at all now. */
export function guardCustomizable(vm: Vm): void {
  const { state } = vm;
  if (state.config.template) throw notSupported();
  guardReachable(vm);
  const existingState = state.power.state;
  if (existingState !== 'poweredOff') {
    throw new VimFault('InvalidPowerState', { requestedState: 'poweredOff', existingState });
  }
  if (state.customizing?.phase === 'pending') throw new VimFault('CustomizationPending');
}
