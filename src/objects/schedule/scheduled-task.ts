/** ScheduledTask: changing it, running it now, taking it away. */
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import { changesBetween } from '../history/event-changes.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { authorOf } from './author.ts';
import { guardScheduleSpec } from './schedule-spec.ts';
import { type ScheduledTaskFacets, scheduledTaskKind } from './scheduled-task-kind.ts';
import { scheduleDeskOf } from './scheduled-task-manager.ts';

export const scheduledTask: ManagedObject = managedObject('ScheduledTask', scheduledTaskKind, {
  RemoveScheduledTask(call, self) {
    guardIdle(self);
    call.turn(() => {
      scheduleDeskOf(call.world)?.tell(self, 'ScheduledTaskRemovedEvent', {}, call.user);
      call.world.destroy(self);
    });
  },

  /** It is its last editor's from then on. */
  ReconfigureScheduledTask(call, self, { spec }) {
    guardIdle(self);
    const { target, made, runs, spec: before } = self.state;
    const on = call.world.find(target.value);
    if (!on) throw new VimFault('ManagedObjectNotFound', { obj: target });
    guardScheduleSpec(call.site, on, spec, self);
    const desk = scheduleDeskOf(call.world)!;
    const now = call.site.clock.now();
    const next = desk.next(spec.scheduler, now, now - 1);
    call.turn(() => {
      const author = authorOf(call) ?? made.author;
      call.world.update(self, {
        spec: Object.freeze(spec),
        made: { author, modified: now, created: now },
        runs: { ...runs, next },
      });
      const configChanges = changesBetween('', before, spec);
      desk.tell(self, 'ScheduledTaskReconfiguredEvent', { configChanges }, call.user);
    });
    desk.arm(self);
  },

  /** Beside its schedule, which stays as it is. */
  RunScheduledTask(call, self) {
    guardIdle(self);
    scheduleDeskOf(call.world)?.run(self);
  },
});

function guardIdle(self: Cell<ScheduledTaskFacets>): void {
  if (self.state.runs.active) throw new VimFault('InvalidState');
}
