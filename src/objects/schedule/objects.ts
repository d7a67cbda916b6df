/** The managed objects of this room, and how a fresh vCenter has them. */
import type { ManagedObject } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { ScheduleDesk } from './schedule-desk.ts';
import { scheduledTask } from './scheduled-task.ts';
import { scheduledTaskManager, scheduledTaskManagerKind } from './scheduled-task-manager.ts';

export const scheduleObjects: readonly ManagedObject[] = [scheduledTask, scheduledTaskManager];

/** Makes the objects of this room. Inside a turn. */
export function createScheduleObjects(site: Site, manager: string): void {
  site.world.create(scheduledTaskManagerKind, { desk: new ScheduleDesk(site) }, manager);
}
