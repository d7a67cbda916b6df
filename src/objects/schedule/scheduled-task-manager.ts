/** ScheduledTaskManager: laying down what is to be done later, and asking what was. */
import type { ScheduledTaskSpec } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { World } from '../../world/world.ts';
import { entityOf } from '../access/authority.ts';
import { ownSession } from '../access/sessions/belongings.ts';
import type { Call } from '../call.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { authorOf } from './author.ts';
import { scheduleDescription } from './schedule-description.ts';
import type { ScheduleDesk } from './schedule-desk.ts';
import { guardScheduleSpec } from './schedule-spec.ts';
import { type ScheduledTaskFacets, scheduledTaskKind } from './scheduled-task-kind.ts';

export interface ScheduledTaskManagerFacets {
  readonly desk: ScheduleDesk;
}

type Manager = Cell<ScheduledTaskManagerFacets>;
type Schedule = Cell<ScheduledTaskFacets>;

export const scheduledTaskManagerKind: KindSpec<ScheduledTaskManagerFacets> = defineKind<ScheduledTaskManagerFacets>({
  type: 'ScheduledTaskManager',
  machinery: { desk: undefined },
  properties: {
    scheduledTask: { reads: ['schedules'], value: (_, self) => self.refsBack('schedules') },
    description: { reads: [], value: () => scheduleDescription() },
  },
});

export const scheduledTaskManager: ManagedObject = managedObject('ScheduledTaskManager', scheduledTaskManagerKind, {
  CreateScheduledTask: (call, self, { entity, spec }) => create(call, self, entity, spec),
  CreateObjectScheduledTask: (call, self, { obj, spec }) => create(call, self, obj, spec),

  RetrieveEntityScheduledTask: (call, self, { entity }) =>
    visible(call, self, (s) => entity === undefined || s.state.entity === entity.value),

  RetrieveObjectScheduledTask: (call, self, { obj }) =>
    visible(call, self, (s) => obj === undefined || s.state.target.value === obj.value),
});

function visible(call: Call, self: Manager, wanted: (schedule: Schedule) => boolean): Ref<'ScheduledTask'>[] {
  return [...self.back<ScheduledTaskFacets>('schedules')]
    .filter((s) => wanted(s) && (call.viewer.unrestricted || call.viewer.can(s as unknown as Cell, 'System.View')))
    .map((s) => s.ref as Ref<'ScheduledTask'>);
}

function create(call: Call, self: Manager, obj: Ref, spec: ScheduledTaskSpec): Ref<'ScheduledTask'> {
  const { world, site } = call;
  const target = world.find(obj.value);
  if (!target) throw new VimFault('ManagedObjectNotFound', { obj });
  guardScheduleSpec(site, target, spec);
  ownSession(call);
  const { desk } = self.state;
  const now = site.clock.now();
  const next = desk.next(spec.scheduler, now, now - 1);
  const schedule = call.turn(() => {
    const made = world.create(
      scheduledTaskKind,
      {
        entity: entityOf(target)?.id ?? '',
        target: target.ref,
        spec: Object.freeze(spec),
        made: { author: authorOf(call)!, modified: now, created: now },
        runs: { state: 'queued', next, active: false },
      },
      `schedule-${world.numbers.next('schedule')}`,
    );
    desk.tell(made, 'ScheduledTaskCreatedEvent', {}, call.user);
    return made;
  });
  desk.arm(schedule);
  return schedule.ref as Ref<'ScheduledTask'>;
}

/** The desk of this vCenter; an ESXi host has none. */
export function scheduleDeskOf(world: World): ScheduleDesk | undefined {
  const manager = world.ofType('ScheduledTaskManager').values().next().value;
  return (manager as unknown as Manager | undefined)?.state.desk;
}
