/** Tasks whose work is done elsewhere: an extension makes one, reports its progress, and says how it ended. */
import type { Extension } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { type TaskFacets, taskKind } from '../../world/task.ts';
import type { Verb } from '../../world/tasks.ts';
import type { World } from '../../world/world.ts';
import { type Call, nameOf } from '../call.ts';
import { verb } from '../managed-object.ts';
import type { Site } from '../site.ts';

const WORK = 'Task.external';

/** How often a restored simulator looks at such a task again; it never ends one by itself. */
const DAY = 86_400_000;

export const externalWork: Verb<Site, never> = verb<object>({
  name: WORK,
  descriptionId: WORK,
  cancelable: true,
  exclusive: false,
  steps: { wait: () => ({ next: 'wait', after: DAY }) },
});

export function isExternal(task: Cell<TaskFacets>): boolean {
  return task.state.request.verb === WORK;
}

/** Whether an extension registered tasks of that type. */
export function isTaskType(world: World, taskTypeId: string): boolean {
  const manager = world.ofType('ExtensionManager').values().next().value;
  const list = (manager?.get('extensionList') ?? []) as readonly Extension[];
  return list.some((extension) => extension.taskList?.some((task) => task.taskID === taskTypeId));
}

interface Asked {
  readonly descriptionId: string;
  readonly user: string;
  readonly cancelable: boolean;
  readonly parentKey: string | undefined;
  readonly opId: string;
}

/** Makes the task, queued; nothing here works on it. */
export function createExternalTask(call: Call, target: Cell, asked: Asked): Cell<TaskFacets> {
  const { world, site } = call;
  const entity = target.is('ManagedEntity') ? target.ref : undefined;
  const now = site.clock.now();
  return call.turn(() => {
    const task = world.create(taskKind, {
      request: {
        ...asked,
        number: world.numbers.next('#task'),
        verb: WORK,
        name: undefined,
        entity,
        entityName: entity && nameOf(target),
        target: target.ref,
        args: {},
        reason: { _typeName: 'TaskReasonUser', userName: asked.user },
        queueTime: now,
        eventChainId: world.numbers.next('#event'),
        exclusive: false,
      },
      progress: {
        state: 'queued',
        step: 'wait',
        stepState: undefined,
        due: now + DAY,
        startTime: undefined,
        completeTime: undefined,
        percent: undefined,
        cancelled: false,
        result: undefined,
        error: undefined,
      },
      description: undefined,
    });
    site.tasks.onQueued(task);
    return task;
  });
}
