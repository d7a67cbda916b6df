/** PowerOnMultiVM_Task: starts a task of its own for each machine, and says which it could not start. */

import type { Ref } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { guardOwnPower } from '../../compute/v-app/v-app-children.ts';
import { verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { guardHosted } from '../standing.ts';
import { vmKind } from '../virtual-machine.ts';
import type { Work } from '../work.ts';
import { guardStart } from './power.ts';

interface PowerOnMany {
  readonly vm: readonly Ref[];
}

const NAME = 'Datacenter.powerOnVm';

export const powerOnMultiVerb: Verb<Site, never> = verb<PowerOnMany>({
  name: NAME,
  descriptionId: NAME,
  exclusive: false,
  steps: {
    begin(step) {
      const attempted: object[] = [];
      const notAttempted: object[] = [];
      for (const vm of step.args.vm) {
        const outcome = startOne(step, vm);
        if (outcome instanceof VimFault) notAttempted.push({ vm, fault: outcome.localized() });
        else attempted.push({ vm, task: outcome });
      }
      return { done: true, result: { _typeName: 'ClusterPowerOnVmResult', attempted, notAttempted } };
    },
  },
});

function startOne({ site, request, task }: Work<PowerOnMany>, ref: Ref): Ref | VimFault {
  const vm = site.world.as(vmKind, ref.value);
  if (!vm) return new VimFault('ManagedObjectNotFound', { obj: ref });
  try {
    guardOwnPower(vm as unknown as Cell);
    guardHosted(vm);
    guardStart(vm);
    const child = site.tasks.start({
      verb: 'VirtualMachine.powerOn',
      name: 'PowerOnVM_Task',
      entity: vm.ref,
      entityName: vm.state.name,
      target: vm.ref,
      args: {},
      reason: request.reason,
      user: request.user,
      opId: request.opId,
      parentKey: task.id,
    });
    return child.ref;
  } catch (error) {
    if (error instanceof VimFault) return error;
    throw error;
  }
}
