/** Alarm: changing it and taking it away. */
import type { AlarmSpec } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import type { Call } from '../call.ts';
import { changesBetween } from '../history/event-changes.ts';
import { post } from '../history/post.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { authorOf } from '../schedule/author.ts';
import { type AlarmFacets, alarmKind } from './alarm-kind.ts';
import { deskOf, touchDeclared } from './alarm-manager-kind.ts';
import { alarmArgument, alarmSaid } from './alarm-said.ts';
import { guardAlarmSpec } from './alarm-spec.ts';
import type { AlarmStateFacets } from './alarm-state.ts';
import { aboutOf } from './expression.ts';
import { dropStates } from './raise.ts';

type Alarm = Cell<AlarmFacets>;

export const alarm: ManagedObject = managedObject('Alarm', alarmKind, {
  ReconfigureAlarm(call, self, { spec }) {
    guardAlarmSpec(call.site, spec, self);
    reconfigure(call, self, spec);
  },

  RemoveAlarm(call, self) {
    const home = self.one('declaredOn');
    const { source: _source, ...said } = alarmSaid(self, home ?? (self as unknown as Cell));
    call.turn(() => {
      touchDeclared(call.world, self);
      dropStates(call.site, self.back<AlarmStateFacets>('states'));
      call.world.destroy(self);
      post(call.site, call.user, 'AlarmRemovedEvent', said, home && { entity: home });
    });
    deskOf(call.world)?.replan();
  },
});

/** What the alarm found so far no longer counts when it looks for something else, or for nothing. */
function reconfigure(call: Call, self: Alarm, given: AlarmSpec): void {
  const before = self.state.spec;
  const spec: AlarmSpec = Object.freeze({ ...given, systemName: before.systemName });
  const afresh = !spec.enabled || JSON.stringify(spec.expression) !== JSON.stringify(before.expression);
  const home = self.one('declaredOn');
  call.turn(() => {
    touchDeclared(call.world, self);
    if (afresh) dropStates(call.site, self.back<AlarmStateFacets>('states'));
    const made = { ...self.state.made, author: authorOf(call), modified: call.site.clock.now() };
    call.world.update(self, { spec, about: aboutOf(spec.expression), made });
    touchDeclared(call.world, self);
    const configChanges = changesBetween('', before, spec);
    const said = { alarm: alarmArgument(self), entity: alarmSaid(self, home ?? (self as unknown as Cell)).entity };
    post(call.site, call.user, 'AlarmReconfiguredEvent', { ...said, configChanges }, home && { entity: home });
  });
  deskOf(call.world)?.replan(self);
}
