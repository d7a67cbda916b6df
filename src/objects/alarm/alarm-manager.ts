/** AlarmManager: defining alarms, asking how they stand, taking note of them, and putting them to rest. */
import type { AlarmFilterSpec, AlarmState } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { invalidArgument } from '../../world/fault.ts';
import type { Call } from '../call.ts';
import { managedEntityArgument } from '../history/event-argument.ts';
import { post } from '../history/post.ts';
import { type Entity, managedEntity } from '../inventory/managed-entity.ts';
import { type ManagedObject, managedObject } from '../managed-object.ts';
import { authorOf } from '../schedule/author.ts';
import { type AlarmFacets, alarmKind } from './alarm-kind.ts';
import { alarmManagerKind, touchDeclared } from './alarm-manager-kind.ts';
import { alarmArgument, alarmSaid } from './alarm-said.ts';
import { guardAlarmSpec } from './alarm-spec.ts';
import { type AlarmStateFacets, alarmStateKind, initialStatus, isRaised, type Mark, stateOn } from './alarm-state.ts';
import { declaredAlarmState } from './entity-alarms.ts';
import { aboutOf, isEvent, isMetric, leavesOf } from './expression.ts';
import { putMark } from './raise.ts';
import { covers } from './scope.ts';

type Alarm = Cell<AlarmFacets>;

const cellOf = (call: Call, ref: Ref): Cell => call.resolve(managedEntity, ref) as unknown as Cell;

export const alarmManager: ManagedObject = managedObject('AlarmManager', alarmManagerKind, {
  CreateAlarm(call, self, { entity, spec }) {
    const home = cellOf(call, entity);
    guardAlarmSpec(call.site, spec);
    const made = call.turn(() => {
      const creationEventId = call.world.numbers.next('#event');
      const author = authorOf(call);
      const alarm = call.world.create(
        alarmKind,
        {
          entity: home.id,
          // Only the alarms a vCenter comes with have a name of the system's.
          spec: Object.freeze({ ...spec, systemName: '' }),
          about: aboutOf(spec.expression),
          made: { author, modified: call.site.clock.now(), creationEventId },
        },
        `alarm-${call.world.numbers.next('alarm')}`,
      );
      touchDeclared(call.world, alarm);
      const said = { alarm: alarmArgument(alarm), entity: managedEntityArgument(home) };
      post(call.site, call.user, 'AlarmCreatedEvent', said, { entity: home, key: creationEventId });
      return alarm;
    });
    self.state.desk.replan(made);
    return made.ref as Ref<'Alarm'>;
  },

  /** Those defined on an entity; without one, all that the caller may see. */
  GetAlarm(call, _self, { entity }) {
    const home = entity && cellOf(call, entity);
    if (home && !call.viewer.can(home, 'System.View')) return [];
    const alarms = home ? home.back<AlarmFacets>('declaredAlarms') : call.world.every(alarmKind);
    return [...alarms]
      .filter((alarm) => call.viewer.unrestricted || call.viewer.can(alarm as unknown as Cell, 'System.View'))
      .map((alarm) => alarm.ref as Ref<'Alarm'>);
  },

  GetAlarmState: (call, _self, { entity }): AlarmState[] => declaredAlarmState(cellOf(call, entity)),

  AreAlarmActionsEnabled: (call, _self, { entity }) => call.resolve(managedEntity, entity).state.alarmActions !== false,

  EnableAlarmActions(call, _self, { entity, enabled }) {
    const cell = call.resolve<Entity>(managedEntity, entity);
    call.turn(() => call.world.update(cell, { alarmActions: enabled ? undefined : false }));
  },

  AcknowledgeAlarm(call, _self, { alarm, entity }) {
    const cell = call.resolve(alarmKind, alarm);
    const at = cellOf(call, entity);
    const state = stateOn(cell, at);
    if (!state || !isRaised(state.state.mark.status) || state.state.mark.acknowledged) return;
    call.turn(() => {
      const acknowledged = { by: call.user, at: call.site.clock.now() };
      putMark(call.site, cell, at, { ...state.state.mark, acknowledged });
      post(call.site, call.user, 'AlarmAcknowledgedEvent', alarmSaid(cell, at), { entity: at });
    });
  },

  /** Back to green, until it is met again. */
  ClearTriggeredAlarms(call, _self, { filter }) {
    call.turn(() => {
      for (const state of [...call.world.every(alarmStateKind)]) clear(call, state, filter);
    });
  },

  DisableAlarm: (call, _self, { alarm, entity }) => setDisabled(call, alarm, entity, true),
  EnableAlarm: (call, _self, { alarm, entity }) => setDisabled(call, alarm, entity, false),
});

const BY_ENTITY: Readonly<Record<string, string>> = {
  entityTypeAll: 'ManagedEntity',
  entityTypeHost: 'HostSystem',
  entityTypeVm: 'VirtualMachine',
};

function clear(call: Call, state: Cell<AlarmStateFacets>, filter: AlarmFilterSpec): void {
  const { mark } = state.state;
  const alarm = state.one<AlarmFacets>('alarm');
  const entity = state.one('entity');
  if (!alarm || !entity || !isRaised(mark.status) || !isMeant(alarm, entity, mark, filter)) return;
  putMark(call.site, alarm, entity, { status: 'green', time: call.site.clock.now() });
  post(call.site, call.user, 'AlarmClearedEvent', { ...alarmSaid(alarm, entity), from: mark.status }, { entity });
}

function isMeant(alarm: Alarm, entity: Cell, mark: Mark, filter: AlarmFilterSpec): boolean {
  if (filter.status?.length && !filter.status.includes(mark.status)) return false;
  if (filter.typeEntity && !entity.is(BY_ENTITY[filter.typeEntity] ?? filter.typeEntity)) return false;
  const leaves = leavesOf(alarm.state.spec.expression);
  if (filter.typeTrigger === 'triggerTypeEvent') return leaves.some(isEvent);
  return filter.typeTrigger !== 'triggerTypeMetric' || leaves.some(isMetric);
}

/** An alarm can be off for one entity alone; what it had found there no longer counts. */
function setDisabled(call: Call, alarm: Ref, entity: Ref, disabled: boolean): void {
  const cell = call.resolve(alarmKind, alarm);
  const at = cellOf(call, entity);
  if (!covers(cell, at)) throw invalidArgument('entity');
  const before = stateOn(cell, at)?.state.mark;
  if ((before?.disabled ?? false) === disabled) return;
  call.turn(() => {
    touchDeclared(call.world, cell);
    const status = disabled ? 'gray' : initialStatus(cell);
    putMark(call.site, cell, at, { status, time: call.site.clock.now(), disabled: disabled || undefined });
  });
}
