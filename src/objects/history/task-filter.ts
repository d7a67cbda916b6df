/** TaskFilterSpec: which tasks a collector wants. */
import { formatTime } from '../../kernel/time.ts';
import type { TaskFilterSpec } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { type TaskFacets, taskKind } from '../../world/task.ts';
import type { World } from '../../world/world.ts';
import { type EntityFilter, isByUser, isWithin } from './entity-filter.ts';
import { isDuring } from './event-filter.ts';

export function matchesTask(world: World, spec: TaskFilterSpec, task: Cell<TaskFacets>): boolean {
  const { request, progress } = task.state;
  if (spec.state?.length && !spec.state.includes(progress.state)) return false;
  if (spec.userName && !isByUser(spec.userName, request.user)) return false;
  if (spec.eventChainId?.length && !spec.eventChainId.includes(request.eventChainId)) return false;
  if (spec.activationId?.length && !spec.activationId.includes(request.opId)) return false;
  if (spec.parentTaskKey?.length && !spec.parentTaskKey.includes(request.parentKey ?? '')) return false;
  if (spec.rootTaskKey?.length && !spec.rootTaskKey.includes(rootKey(world, task))) return false;
  // Tasks here carry no tags, so a filter by tag finds none.
  if (spec.tag?.length) return false;
  const { alarm, scheduledTask } = request.reason as { readonly alarm?: Ref; readonly scheduledTask?: Ref };
  if (spec.alarm && alarm?.value !== spec.alarm.value) return false;
  if (spec.scheduledTask && scheduledTask?.value !== spec.scheduledTask.value) return false;
  if (spec.time && !isInTime(spec.time, task)) return false;
  return !spec.entity || isWithin(world, spec.entity as EntityFilter, request.entity ? [request.entity] : []);
}

function isInTime(
  time: NonNullable<TaskFilterSpec['time']>,
  { state: { request, progress } }: Cell<TaskFacets>,
): boolean {
  const instants = {
    queuedTime: request.queueTime,
    startedTime: progress.startTime,
    completedTime: progress.completeTime,
  };
  const instant = instants[time.timeType];
  return instant !== undefined && isDuring(time, formatTime(instant));
}

function rootKey(world: World, task: Cell<TaskFacets>): string {
  const parent = world.as(taskKind, task.state.request.parentKey);
  return parent ? rootKey(world, parent) : task.id;
}
