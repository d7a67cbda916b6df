/** CreateSnapshot_Task: the guest is brought to rest if that is asked for, then the moment is kept. */
import { VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import { resolve } from '../../call.ts';
import { verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { vmKind } from '../virtual-machine.ts';
import { tell, type Vm, type Work } from '../work.ts';
import { isHeard, keepWrites, messageOf, quiesceFault, type Rest, rest } from './quiesce.ts';
import { type Taking, takeSnapshot } from './snapshot-change.ts';
import { guardTaking } from './snapshot-guards.ts';

interface Creation extends Taking {
  /** Minutes the guest may take to come to rest. */
  readonly timeout?: number | undefined;
}

export const CREATE_SNAPSHOT = 'VirtualMachine.createSnapshot';

function guarded({ site, request, args }: Work<Creation>): Vm {
  const vm = resolve(site, vmKind, request.target);
  guardTaking(vm, args);
  return vm;
}

/** Memory is kept as it is, so its guest need not rest; nor does one that nobody hears. */
function asked(vm: Vm, { quiesce, memory }: Creation): boolean {
  return quiesce && !memory && isHeard(vm);
}

export const createSnapshotVerb: Verb<Site, never> = verb<Creation>({
  name: CREATE_SNAPSHOT,
  descriptionId: CREATE_SNAPSHOT,
  steps: {
    begin(step) {
      const vm = guarded(step);
      const took = asked(vm, step.args) ? rest(vm.state, 'freeze', step.args.timeout) : undefined;
      const after = step.site.latency.duration(CREATE_SNAPSHOT) + (took?.duration ?? 0);
      return { next: 'finish', after, state: took };
    },
    finish(step) {
      const vm = guarded(step);
      const took = step.state as Rest | undefined;
      if (took?.failure) throw quiesceFault(took.failure);
      // A guest that went away meanwhile rests no more than one that nobody hears.
      const quiesced = took !== undefined && asked(vm, step.args);
      if (quiesced) keepWrites(step.site, vm, took);
      const value = takeSnapshot(step.site, vm, { ...step.args, quiesce: quiesced });
      if (quiesced) keepWrites(step.site, vm, rest(vm.state, 'thaw'));
      return { done: true, result: { type: 'VirtualMachineSnapshot', value } };
    },
  },
  failed(step, fault) {
    const vm = step.site.world.as(vmKind, step.request.target.value);
    if (!vm || !(fault instanceof VimFault)) return;
    if (fault.type !== 'ApplicationQuiesceFault' && fault.type !== 'FilesystemQuiesceFault') return;
    tell(step as Work<never>, vm, 'VmMessageWarningEvent', { message: messageOf(fault.type) });
  },
});
