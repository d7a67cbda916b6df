/** Methods that answer at once and yet are work that vCenter lists among its tasks. */
import type { Cell } from '../../../world/cell.ts';
import type { TaskFacets } from '../../../world/task.ts';
import type { Verb } from '../../../world/tasks.ts';
import type { Call } from '../../call.ts';
import { postExtended } from '../../history/event-ex.ts';
import { verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import type { Vm, Work } from '../work.ts';

const NAMES = ['markAsTemplate', 'markAsVirtualMachine', 'unregister'] as const;

type Name = (typeof NAMES)[number];

/** What vCenter tells when it is done, by the id of the event. */
const TOLD: Partial<Record<Name, readonly [id: string, message: (name: string) => string]>> = {
  markAsTemplate: ['VmConvertedToTemplateEvent', (name) => `Virtual machine ${name} was converted to a template`],
  markAsVirtualMachine: ['TemplateConvertedToVmEvent', (name) => `Template ${name} was converted to a virtual machine`],
};

/** Lists the work, inside the turn that does it and before the machine goes. Gives the chain of its events. */
export function record(call: Call, vm: Vm, name: Name): number {
  const { value } = call.startTask(`VirtualMachine.${name}`, vm as never);
  return (call.world.find(value) as unknown as Cell<TaskFacets>).state.request.eventChainId;
}

function report({ site, request }: Work, name: Name): void {
  const entity = site.world.find(request.target.value);
  const told = TOLD[name];
  if (!entity || !told) return;
  const [id, message] = told;
  const said = {
    eventTypeId: `com.vmware.vc.vm.${id}`,
    severity: 'info',
    message: message(request.entityName!),
  } as const;
  postExtended(site, request.user, said, { entity, chainId: request.eventChainId });
}

/** What such a task does: the work is done already. */
export const recordedVerbs: readonly Verb<Site, never>[] = NAMES.map((name) =>
  verb<object>({
    name: `VirtualMachine.${name}`,
    descriptionId: `VirtualMachine.${name}`,
    exclusive: false,
    steps: {
      done(step) {
        report(step, name);
        return { done: true };
      },
    },
  }),
);
