/** TaskHistoryCollector: a filtered window on the tasks there are, running and finished. */
import type { TaskFilterSpec, TaskInfo } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import { type TaskFacets, taskInfo, taskKind } from '../../world/task.ts';
import type { World } from '../../world/world.ts';
import { authorityOf } from '../access/authority.ts';
import { guardOwn, ofSession } from '../access/sessions/belongings.ts';
import type { Session } from '../access/sessions/session.ts';
import type { Call } from '../call.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { type Listener, mayFollow } from './audience.ts';
import { ahead, behind } from './cursor.ts';
import { type CollectorFacets, destroyCollector, guardCount, moveTo, OLDEST } from './history-collector.ts';
import { matchesTask } from './task-filter.ts';

export interface TaskCollectorFacets extends CollectorFacets {
  readonly filter: TaskFilterSpec;
  /** Id of the TaskManager, by which the collector hears of tasks. */
  readonly manager: string;
}

export const taskCollectorKind: KindSpec<TaskCollectorFacets> = defineKind<TaskCollectorFacets>({
  type: 'TaskHistoryCollector',
  prefix: 'collector',
  volatile: true,
  relations: {
    session: ofSession('historyCollectors'),
    manager: { facet: 'manager', to: 'TaskManager', of: (s) => s.manager, inverse: 'collectors' },
  },
  properties: {
    filter: { reads: ['filter'], value: (s) => ({ ...s.filter, _typeName: 'TaskFilterSpec' }) },
    latestPage: {
      reads: ['filter', 'size', 'manager.tasks.request', 'manager.tasks.progress', 'manager.tasks.description'],
      value: (s, self) => latestTasks(self.world, s.filter, s.size, ownerOf(self)).map(info),
    },
  },
});

const number = (task: Cell<TaskFacets>) => task.state.request.number;
const info = (task: Cell<TaskFacets>) => taskInfo(task.state, task.id) as unknown as TaskInfo;

/** Tasks in the order they were asked for. */
function tasksOf(world: World): Cell<TaskFacets>[] {
  return [...world.every(taskKind)].sort((a, b) => number(a) - number(b));
}

function ownerOf(collector: Cell<TaskCollectorFacets>): Listener {
  return authorityOf(collector.one<Session>('session')!);
}

/** Whether a task matches, and the listener may look at what it is about. */
function wantedBy(world: World, listener: Listener, filter: TaskFilterSpec): (task: Cell<TaskFacets>) => boolean {
  return (task) => matchesTask(world, filter, task) && mayFollow(world, listener, task.state.request);
}

function latestTasks(world: World, filter: TaskFilterSpec, size: number, listener: Listener): Cell<TaskFacets>[] {
  const wanted = wantedBy(world, listener, filter);
  return behind(tasksOf(world), number, Number.POSITIVE_INFINITY, wanted, size).page;
}

function read(call: Call, self: Cell<TaskCollectorFacets>, maxCount: number, way: typeof ahead): TaskInfo[] {
  guardOwn(call, self);
  guardCount(maxCount);
  const { filter, position } = self.state;
  const wanted = wantedBy(call.world, call.viewer, filter);
  const found = way(tasksOf(call.world), number, position, wanted, maxCount);
  moveTo(call, self as unknown as Cell<never>, found.position);
  return found.page.map(info);
}

export const taskHistoryCollector: ManagedObject = managedObject('TaskHistoryCollector', taskCollectorKind, {
  ReadNextTasks: (call, self, { maxCount }) => read(call, self, maxCount, ahead),
  ReadPreviousTasks: (call, self, { maxCount }) => read(call, self, maxCount, behind),

  RewindCollector(call, self) {
    guardOwn(call, self);
    moveTo(call, self as unknown as Cell<never>, OLDEST);
  },

  ResetCollector(call, self) {
    guardOwn(call, self);
    const oldest = latestTasks(call.world, self.state.filter, self.state.size, call.viewer).at(-1);
    const newest = tasksOf(call.world).at(-1);
    const position = oldest ? number(oldest) - 1 : newest ? number(newest) : OLDEST;
    moveTo(call, self as unknown as Cell<never>, position);
  },

  SetCollectorPageSize(call, self, { maxCount }) {
    guardOwn(call, self);
    guardCount(maxCount);
    call.turn(() => call.world.update(self, { size: maxCount }));
  },

  DestroyCollector: (call, self) => destroyCollector(call, self as unknown as Cell<never>),
});
