/** The managed objects of this room, and how a fresh server has them. */
import type { ManagedObject } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { eventHistoryCollector } from './event-collector.ts';
import { eventManager } from './event-manager.ts';
import { eventManagerKind } from './event-manager-kind.ts';
import { task } from './task.ts';
import { taskHistoryCollector } from './task-collector.ts';
import { tellOfTask } from './task-event.ts';
import { taskManager, taskManagerKind } from './task-manager.ts';

export const historyObjects: readonly ManagedObject[] = [
  task,
  taskManager,
  taskHistoryCollector,
  eventManager,
  eventHistoryCollector,
];

/** Ids of this room's objects. */
export interface HistoryIds {
  readonly taskManager: string;
  readonly eventManager: string;
}

/** Makes the objects of this room. Inside a turn. */
export function createHistoryObjects(site: Site, ids: HistoryIds): void {
  site.world.create(taskManagerKind, {}, ids.taskManager);
  site.world.create(eventManagerKind, { latest: undefined }, ids.eventManager);
  site.tasks.onQueued = (queued) => tellOfTask(site, queued);
}
