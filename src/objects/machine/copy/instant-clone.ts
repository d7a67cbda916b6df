/** InstantClone_Task: a running machine forked. The source goes on over fresh deltas, as after a snapshot. */
import type { VirtualMachineInstantCloneSpec } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import type { Verb } from '../../../world/tasks.ts';
import { eventArgument } from '../../history/event-argument.ts';
import { type MethodsOf, verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { tellNew } from '../config/create-vm.ts';
import { settle } from '../config/reconfigure.ts';
import type { Inside, Machine } from '../machine.ts';
import { start } from '../power/power.ts';
import { deviceLists, withDeltas } from '../snapshot/delta.ts';
import { insideOf, insideOfMemory } from '../snapshot/snapshot-guest.ts';
import { vmKind } from '../virtual-machine.ts';
import { machineOf, tell, touched, type Vm, type Work } from '../work.ts';
import { instantClonePlan } from './instant-clone-plan.ts';

interface InstantCloning {
  readonly spec: VirtualMachineInstantCloneSpec;
}

const NAME = 'VirtualMachine.instantClone';

const instantClone = verb<InstantCloning>({
  name: NAME,
  descriptionId: NAME,
  steps: {
    begin(step) {
      const vm = machineOf(step);
      const id = step.site.world.numbers.id('vm');
      announce(step as Work<never>, vm, instantClonePlan(step.site, vm, step.args.spec, id).machine);
      return { next: 'finish', after: step.site.latency.duration(NAME), state: id };
    },
    finish(step) {
      const { site, args } = step;
      const vm = machineOf(step);
      const { machine, host, changed } = instantClonePlan(site, vm, args.spec, step.state as string);
      site.world.update(vm, {
        devices: withDeltas(vm.state.devices, deviceLists(vm.state)),
        identity: touched(site, vm),
      });
      const made = site.world.create(vmKind, machine, step.state as string);
      settle(site, made, changed);
      tellNew(step as Work<never>, made);
      tell(step as Work<never>, made, 'VmClonedEvent', { sourceVm: eventArgument(vm as unknown as Cell) });
      start(site, made, host);
      // Plugged in as they were when the source was forked, with the guest as it ran then.
      site.world.update(made, { devices: machine.devices, ...forked(site, vm, made) });
      tell(step as Work<never>, made, 'VmPoweredOnEvent');
      return { done: true, result: made.ref };
    },
  },
  failed(step, fault) {
    const vm = step.site.world.find(step.request.target.value) as unknown as Vm | undefined;
    if (!vm) return;
    const { name, location } = step.args.spec;
    const folder = location.folder ? step.site.world.find(location.folder.value) : vm.one('parent');
    const host = vm.one('host');
    if (!folder || !host) return;
    tell(step as Work<never>, vm, 'VmCloneFailedEvent', {
      destFolder: eventArgument(folder),
      destName: name,
      destHost: eventArgument(host),
      reason: fault.localized(),
    });
  },
});

/** The source's memory goes on in the clone, in a boot of the clone's own. */
function forked(site: Site, vm: Vm, made: Vm): Inside {
  const now = site.clock.now();
  const [bootBefore, boot] = [vm.state.power.bootTime, made.state.power.bootTime];
  return insideOfMemory(insideOf(vm.state, true), { sleptAt: now, bootBefore, now, boot });
}

function announce(step: Work<never>, vm: Vm, { name, parent, place }: Machine): void {
  const { world } = step.site;
  const folder = world.find(parent ?? '');
  tell(step, vm, folder ? 'VmBeingClonedEvent' : 'VmBeingClonedNoFolderEvent', {
    ...(folder && { destFolder: eventArgument(folder) }),
    destName: name,
    destHost: eventArgument(world.find(place.host!)!),
  });
}

export const instantCloneMethods: MethodsOf<'VirtualMachine', Machine> = {
  InstantClone_Task: (call, self, { spec }) => call.startTask(NAME, self as never, { spec }),
};

export const instantCloneVerbs: readonly Verb<Site, never>[] = [instantClone];
