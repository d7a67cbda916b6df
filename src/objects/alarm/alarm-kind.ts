/** Alarm: a condition to look out for, and what to do when it is met, on an entity and all that hangs below it. */
import { formatTime } from '../../kernel/time.ts';
import type { AlarmInfo, AlarmSpec, CustomFieldValue } from '../../vim25/generated/index.ts';
import type { Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { Author } from '../schedule/author.ts';
import type { About } from './expression.ts';

export interface AlarmFacets {
  /** Id of the entity it is defined on. */
  readonly entity: string;
  readonly spec: AlarmSpec;
  /** What its expression is about. */
  readonly about: About;
  readonly made: {
    /** Who last changed it, and as whom its actions are done; the server itself for the alarms it comes with. */
    readonly author: Author | undefined;
    readonly modified: number;
    /** Key of the event that told of its creation. */
    readonly creationEventId: number;
  };
  readonly customValues?: readonly CustomFieldValue[] | undefined;
}

export const alarmKind: KindSpec<AlarmFacets> = defineKind<AlarmFacets>({
  type: 'Alarm',
  relations: {
    declaredOn: { facet: 'entity', to: 'ManagedEntity', of: (s) => s.entity, inverse: 'declaredAlarms' },
  },
  indexes: {
    alarmName: { facets: ['spec'], keys: (s) => s.spec.name },
  },
  properties: {
    info: { reads: ['entity', 'spec', 'made', 'declaredOn.name'], value: alarmInfo },
    value: { reads: ['customValues'], value: (s) => s.customValues ?? [] },
    availableField: { reads: [], value: () => [] },
  },
});

/** The reference of the entity an alarm is defined on. */
export function homeOf(alarm: Cell<AlarmFacets>): Ref<'ManagedEntity'> {
  return (alarm.one('declaredOn')?.ref ?? { type: 'Folder', value: alarm.state.entity }) as Ref<'ManagedEntity'>;
}

function alarmInfo(s: AlarmFacets, self: Cell<AlarmFacets>): AlarmInfo {
  return {
    ...s.spec,
    _typeName: 'AlarmInfo',
    key: self.id,
    alarm: self.ref as Ref<'Alarm'>,
    entity: homeOf(self),
    lastModifiedTime: formatTime(s.made.modified),
    lastModifiedUser: s.made.author?.userName ?? '',
    creationEventId: s.made.creationEventId,
  };
}
