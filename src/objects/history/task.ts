/** Task: cancelling it, and what an extension reports of its own. */
import type { DataObject } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import { type TaskFacets, type TaskProgress, taskKind } from '../../world/task.ts';
import { isOpen } from '../../world/tasks.ts';
import { requirePrivilege } from '../access/authorize.ts';
import type { Call } from '../call.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { isExternal } from './external-task.ts';

export const task: ManagedObject = managedObject('Task', taskKind, {
  /** One may stop one's own tasks; those of others take a privilege. */
  CancelTask(call, self) {
    const own = self.state.request.user.toLowerCase() === call.user.toLowerCase();
    if (!own) requirePrivilege(call.viewer, self as unknown as Cell, 'Global.CancelTask');
    call.site.tasks.cancel(self);
  },

  UpdateProgress(call, self, { percentDone }) {
    guardReported(self);
    if (self.state.progress.state !== 'running') throw new VimFault('InvalidState');
    if (percentDone < 0 || percentDone > 100) throw new VimFault('OutOfBounds', { argumentName: 'percentDone' });
    patch(call, self, { percent: percentDone });
  },

  SetTaskState(call, self, { state, result, fault }) {
    guardReported(self);
    if (state === 'queued') throw new VimFault('InvalidState');
    if (state === 'error' && !fault) throw invalidArgument('fault');
    const { startTime = call.site.clock.now(), percent = 0 } = self.state.progress;
    if (state === 'running') return patch(call, self, { state, startTime, percent });
    const end = state === 'success' ? { percent: 100, result } : { error: fault as unknown as DataObject };
    call.turn(() => call.site.tasks.conclude(self, { state, ...end }));
  },

  SetTaskDescription(call, self, { description }) {
    call.turn(() => call.world.update(self, { description: description as unknown as DataObject }));
  },
});

/** Only tasks that an extension made are reported on, and only until they end. */
function guardReported(self: Cell<TaskFacets>): void {
  if (!isExternal(self) || !isOpen(self)) throw new VimFault('InvalidState');
}

function patch(call: Call, self: Cell<TaskFacets>, change: Partial<TaskProgress>): void {
  call.turn(() => call.world.update(self, { progress: Object.freeze({ ...self.state.progress, ...change }) }));
}
