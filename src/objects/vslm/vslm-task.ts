/** VslmTask: a task of the vCenter as this API shows it. Clients ask again and again until it has ended. */
import type { VslmTaskInfo, VslmTaskReason } from '../../vim25/generated-vslm/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import { type TaskFacets, taskInfo, taskKind } from '../../world/task.ts';
import { isOpen } from '../../world/tasks.ts';
import type { World } from '../../world/world.ts';
import { requirePrivilege } from '../access/authorize.ts';
import type { ManagedObject } from '../managed-object.ts';
import { vslmObject } from './vslm-object.ts';

/** Whether a task was begun through this API; those have the name of the method among their arguments. */
export function isVslmTask(world: World, id: string): boolean {
  return world.as(taskKind, id)?.state.request.args['vslm'] !== undefined;
}

/** A task as this API refers to it. */
export function vslmTask(task: Ref): Ref<'VslmTask'> {
  return { type: 'VslmTask', value: task.value };
}

function taskOf(self: Cell): Cell<TaskFacets> {
  const found = self.world.as(taskKind, self.id);
  if (!found) throw new VimFault('ManagedObjectNotFound', { obj: self.ref });
  return found;
}

function infoOf(self: Cell): VslmTaskInfo {
  const { state, id } = taskOf(self);
  const { task, description: _text, reason, ...info } = taskInfo(state, id) as Record<string, unknown>;
  const name = String(state.request.args['vslm']);
  return { ...info, _typeName: 'VslmTaskInfo', task: vslmTask(task as Ref), name, reason: reasonOf(reason) } as never;
}

/** The same reasons have names of their own here. */
function reasonOf(reason: unknown): VslmTaskReason {
  const { _typeName, ...rest } = reason as { readonly _typeName: string };
  return { ...rest, _typeName: `Vslm${_typeName}` } as unknown as VslmTaskReason;
}

export const task: ManagedObject = vslmObject('VslmTask', {
  VslmQueryInfo: (_call, self) => infoOf(self),
  VslmQueryTaskResult: (_call, self) => taskOf(self).state.progress.result,

  /** One may stop one's own tasks; those of others take a privilege. */
  VslmCancelTask(call, self) {
    const at = taskOf(self);
    const own = at.state.request.user.toLowerCase() === call.user.toLowerCase();
    if (!own) requirePrivilege(call.viewer, self, 'Global.CancelTask');
    if (!isOpen(at) || !at.state.request.cancelable) throw new VimFault('InvalidState');
    call.site.tasks.cancel(at);
  },
});
