/** TaskManager: the tasks of late, collectors over all of them, and tasks that extensions report. */
import type { TaskFilterSpec, TaskInfo } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { taskInfo, taskKind } from '../../world/task.ts';
import type { Call } from '../call.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { createExternalTask, externalWork, isTaskType } from './external-task.ts';
import { createCollector, MAX_COLLECTORS, OLDEST, PAGE } from './history-collector.ts';
import { taskCollectorKind } from './task-collector.ts';
import { taskDescription } from './task-descriptions.ts';

/** How many tasks `recentTask` names. */
const RECENT = 200;

export const taskManagerKind: KindSpec<object> = defineKind<object>({
  type: 'TaskManager',
  properties: {
    recentTask: { reads: ['tasks'], value: (_, self) => self.refsBack('tasks').slice(-RECENT) },
    description: { reads: [], value: () => taskDescription() },
    maxCollector: { reads: [], value: () => MAX_COLLECTORS },
  },
});

export const taskManager: ManagedObject = managedObject(
  'TaskManager',
  taskManagerKind,
  {
    CreateCollectorForTasks(call, self, { filter }) {
      return collect(call, self.id, filter);
    },

    CreateTask(call, _self, { obj, taskTypeId, initiatedBy, cancelable, parentTaskKey, activationId }) {
      const target = call.world.find(obj.value);
      if (!target) throw new VimFault('ManagedObjectNotFound', { obj });
      if (!isTaskType(call.world, taskTypeId)) throw invalidArgument('taskTypeId');
      if (parentTaskKey !== undefined && !call.world.as(taskKind, parentTaskKey)) {
        throw invalidArgument('parentTaskKey');
      }
      const task = createExternalTask(call, target, {
        descriptionId: taskTypeId,
        user: initiatedBy || call.user,
        cancelable,
        parentKey: parentTaskKey,
        opId: activationId ?? call.opId,
      });
      return taskInfo(task.state, task.id) as unknown as TaskInfo;
    },
  },
  [externalWork],
);

function collect(call: Call, manager: string, filter: TaskFilterSpec): Ref<'TaskHistoryCollector'> {
  const { entity } = filter;
  if (entity && !call.world.find(entity.entity.value)) {
    throw new VimFault('ManagedObjectNotFound', { obj: entity.entity });
  }
  const state = { filter, manager, size: PAGE, position: OLDEST };
  return createCollector(call, taskCollectorKind, state) as Ref<'TaskHistoryCollector'>;
}
