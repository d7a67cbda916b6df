/** The managed objects of this room, and how a fresh vCenter has them. */
import type { KindSpec } from '../../world/kind.ts';
import type { ManagedObject } from '../managed-object.ts';
import type { Site } from '../site.ts';
import { alarm } from './alarm.ts';
import { alarmManager } from './alarm-manager.ts';
import { alarmManagerKind } from './alarm-manager-kind.ts';
import { alarmStateKind } from './alarm-state.ts';
import { createDefaultAlarms } from './default-alarms.ts';
import { AlarmDesk } from './desk.ts';

export const alarmObjects: readonly ManagedObject[] = [alarm, alarmManager];

export const alarmKinds: readonly KindSpec<never>[] = [alarmStateKind as unknown as KindSpec<never>];

/** Makes the objects of this room. Inside a turn. */
export function createAlarmObjects(site: Site, manager: string, root: string): void {
  site.world.create(alarmManagerKind, { desk: new AlarmDesk(site) }, manager);
  createDefaultAlarms(site, root);
}
