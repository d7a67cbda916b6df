/** RevertToSnapshot_Task and RevertToCurrentSnapshot_Task: back to how the machine was. */
import type { Ref } from '../../../vim25/value.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Step, Verb } from '../../../world/tasks.ts';
import { shortWork } from '../../inventory/short-work.ts';
import type { Site } from '../../site.ts';
import type { Machine, Snapshot } from '../machine.ts';
import { hostToStart } from '../power/demand.ts';
import { askedHost, start, stop } from '../power/power.ts';
import { vmKind } from '../virtual-machine.ts';
import { tell, type Vm, type Work } from '../work.ts';
import { revertTo } from './snapshot-change.ts';
import { tellReverted } from './snapshot-events.ts';
import { guardAlterable } from './snapshot-guards.ts';
import { insideOfMemory } from './snapshot-guest.ts';
import { snapshotNamed } from './snapshot-tree.ts';

interface Reverting {
  readonly host?: Ref | undefined;
  readonly suppressPowerOn?: boolean | undefined;
}

interface Named extends Reverting {
  readonly snapshot: Ref;
}

function named(vm: Vm, { snapshot }: { readonly snapshot: Ref }): Snapshot {
  const found = snapshotNamed(vm.state.snapshots, snapshot.value);
  if (!found) throw new VimFault('ManagedObjectNotFound', { obj: snapshot });
  return found;
}

function current(vm: Vm): Snapshot {
  const found = snapshotNamed(vm.state.snapshots, vm.state.snapshots?.current ?? '');
  if (!found) throw new VimFault('NotFound');
  return found;
}

/** Back to a snapshot: one kept with its memory runs again, or is suspended again; any other ends powered off. */
function revert(vm: Vm, step: Step<Site, Reverting>, snapshot: Snapshot): void {
  const { site, args } = step;
  const work = step as Work<never>;
  const ran = vm.state.power.state !== 'poweredOff';
  stop(site, vm);
  revertTo(site, vm, snapshot);
  if (!snapshot.saved.memory || args.suppressPowerOn) {
    // Its devices are those of a machine that ran.
    stop(site, vm);
    if (ran) tell(work, vm, 'VmPoweredOffEvent');
  } else resume(vm, step, snapshot);
  tellReverted(work, vm, snapshot.name, snapshot.number);
}

/** The memory comes back, with every device plugged in as it was and the guest as it ran. */
function resume(vm: Vm, step: Step<Site, Reverting>, { createTime, saved: { power, inside } }: Snapshot): void {
  const { site, args } = step;
  const { devices } = vm.state;
  if (power.state === 'suspended') {
    site.world.update(vm, { power, ...inside });
    return;
  }
  start(site, vm, hostToStart(vm, askedHost(site, args.host)));
  const awakening = {
    sleptAt: createTime,
    bootBefore: power.bootTime,
    now: site.clock.now(),
    boot: vm.state.power.bootTime,
  };
  site.world.update(vm, { devices, ...(inside && insideOfMemory(inside, awakening)) });
  tell(step as Work<never>, vm, 'VmPoweredOnEvent');
}

const revertSnapshot = shortWork<Machine, Named>({
  name: 'vm.Snapshot.revert',
  kind: vmKind,
  guard(vm, { args }) {
    named(vm, args);
    guardAlterable(vm);
  },
  change: (vm, step) => revert(vm, step, named(vm, step.args)),
});

const revertCurrent = shortWork<Machine, Reverting>({
  name: 'VirtualMachine.revertToCurrentSnapshot',
  kind: vmKind,
  guard(vm) {
    current(vm);
    guardAlterable(vm);
  },
  change: (vm, step) => revert(vm, step, current(vm)),
});

export const revertVerbs: readonly Verb<Site, never>[] = [revertSnapshot, revertCurrent];
