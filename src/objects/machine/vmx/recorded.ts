/** Methods that answer at once and yet are work that vCenter lists among its tasks. */
import type { Verb } from '../../../world/tasks.ts';
import type { Call } from '../../call.ts';
import { verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import type { Vm } from '../work.ts';

const NAMES = ['markAsTemplate', 'markAsVirtualMachine', 'unregister'] as const;

/** Lists the work, inside the turn that does it and before the machine goes. */
export function record(call: Call, vm: Vm, name: (typeof NAMES)[number]): void {
  call.startTask(`VirtualMachine.${name}`, vm as never);
}

/** What such a task does: the work is done already. */
export const recordedVerbs: readonly Verb<Site, never>[] = NAMES.map((name) =>
  verb<object>({
    name: `VirtualMachine.${name}`,
    descriptionId: `VirtualMachine.${name}`,
    exclusive: false,
    steps: { done: () => ({ done: true }) },
  }),
);
