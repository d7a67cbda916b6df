/** How an alarm stands on one entity, kept from when it first differs from how every alarm begins. */
import { formatTime } from '../../kernel/time.ts';
import type { AlarmInfo, AlarmState, ManagedEntityStatus } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { AlarmFacets } from './alarm-kind.ts';

export interface Mark {
  readonly status: ManagedEntityStatus;
  readonly time: number;
  /** The event that set it off, when an event did. */
  readonly eventKey?: number | undefined;
  readonly acknowledged?: { readonly by: string; readonly at: number } | undefined;
  readonly disabled?: boolean | undefined;
  /** When its actions were last done, for those that repeat. */
  readonly acted?: number | undefined;
}

export interface AlarmStateFacets {
  readonly alarm: string;
  readonly entity: string;
  readonly mark: Mark;
  /** The entity and everything above it, while the alarm is raised: where it shows as triggered. */
  readonly shows: readonly string[];
}

export const alarmStateKind: KindSpec<AlarmStateFacets> = defineKind<AlarmStateFacets>({
  type: 'TriggeredAlarm',
  prefix: 'triggered',
  relations: {
    alarm: { facet: 'alarm', to: 'Alarm', of: (s) => s.alarm, inverse: 'states' },
    entity: { facet: 'entity', to: 'ManagedEntity', of: (s) => s.entity, inverse: 'alarmStates' },
    shows: { facet: 'shows', to: 'ManagedEntity', of: (s) => s.shows, inverse: 'raisedAlarms' },
  },
});

/** Whether a state is one to worry about. */
export function isRaised(status: ManagedEntityStatus): boolean {
  return status === 'yellow' || status === 'red';
}

/** How an alarm stands before anything happens: one that only hears of events knows nothing yet. */
export function initialStatus(alarm: Cell<AlarmFacets>): ManagedEntityStatus {
  const { spec, about } = alarm.state;
  return !spec.enabled || about.onlyEvents ? 'gray' : 'green';
}

/** The state of an alarm on an entity, when one is kept. */
export function stateOn(alarm: Cell<AlarmFacets>, entity: Cell): Cell<AlarmStateFacets> | undefined {
  for (const state of entity.back<AlarmStateFacets>('alarmStates')) if (state.state.alarm === alarm.id) return state;
  return undefined;
}

export function statusOn(alarm: Cell<AlarmFacets>, entity: Cell): ManagedEntityStatus {
  return stateOn(alarm, entity)?.state.mark.status ?? initialStatus(alarm);
}

/** As the API shows it. */
export function alarmStateValue(alarm: Cell<AlarmFacets>, entity: Cell, mark: Mark | undefined): AlarmState {
  return {
    key: `${alarm.id}.${entity.id}`,
    entity: entity.ref as Ref<'ManagedEntity'>,
    alarm: alarm.ref as Ref<'Alarm'>,
    overallStatus: mark?.status ?? initialStatus(alarm),
    time: mark ? formatTime(mark.time) : (alarm.get('info') as AlarmInfo).lastModifiedTime,
    acknowledged: mark?.acknowledged !== undefined,
    acknowledgedByUser: mark?.acknowledged?.by,
    acknowledgedTime: mark?.acknowledged && formatTime(mark.acknowledged.at),
    eventKey: mark?.eventKey,
    // vCenter says nothing of an alarm that nobody has switched off.
    disabled: mark?.disabled || undefined,
  };
}
