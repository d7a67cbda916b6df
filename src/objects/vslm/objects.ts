/** The managed objects of the first class disks' own API. */
import type { ManagedObject } from '../managed-object.ts';
import { lifecycleManager } from './lifecycle-manager.ts';
import { manager } from './manager.ts';
import { serviceInstance } from './service-instance.ts';
import { sessionManager } from './session-manager.ts';
import { task } from './vslm-task.ts';

export { vslmStanding } from './service-instance.ts';
export { isVslmTask } from './vslm-task.ts';

export const vslmObjects: readonly ManagedObject[] = [serviceInstance, manager, task, lifecycleManager, sessionManager];
