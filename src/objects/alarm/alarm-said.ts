/** What events of an alarm say of it. */
import type { DataObject } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { managedEntityArgument } from '../history/event-argument.ts';
import { type AlarmFacets, homeOf } from './alarm-kind.ts';

type Alarm = Cell<AlarmFacets>;

/** What every event of an alarm names: the alarm, where it is defined, and the entity it is about. */
export function alarmSaid(alarm: Alarm, entity: Cell): Record<string, unknown> {
  const home = alarm.world.find(alarm.state.entity);
  return {
    alarm: alarmArgument(alarm),
    source: home ? managedEntityArgument(home) : { name: '', entity: homeOf(alarm) },
    entity: managedEntityArgument(entity),
  };
}

export function alarmArgument(alarm: Alarm): DataObject {
  return { _typeName: 'AlarmEventArgument', name: alarm.state.spec.name, alarm: alarm.ref };
}
