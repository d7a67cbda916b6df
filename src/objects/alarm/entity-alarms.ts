/** What an entity tells of alarms: those that apply to it, and those that it or something below it set off. */
import type { AlarmState } from '../../vim25/generated/index.ts';
import type { Cell } from '../../world/cell.ts';
import { type AlarmFacets, alarmKind } from './alarm-kind.ts';
import { type AlarmStateFacets, alarmStateValue, stateOn } from './alarm-state.ts';
import { alarmsFor } from './scope.ts';

/**
 * What `declaredAlarmState` reads of the entity itself. Entities stand without alarms too, and alarms come down from any
 * height: who changes an alarm, or how one stands, says so with `touch`.
 */
export const READS_DECLARED: readonly string[] = ['parent', 'place', 'declaredAlarms', 'alarmStates'];

export function declaredAlarmState(entity: Cell): AlarmState[] {
  return alarmsFor(entity).map((alarm) => alarmStateValue(alarm, entity, stateOn(alarm, entity)?.state.mark));
}

export const READS_TRIGGERED: readonly string[] = ['raisedAlarms'];

export function triggeredAlarmState(entity: Cell): AlarmState[] {
  return [...entity.back<AlarmStateFacets>('raisedAlarms')].flatMap(({ state }) => {
    const alarm = entity.world.as(alarmKind, state.alarm);
    const at = entity.world.find(state.entity);
    return alarm && at ? [alarmStateValue(alarm as Cell<AlarmFacets>, at, state.mark)] : [];
  });
}
