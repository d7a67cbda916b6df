/** ScheduledTask: an action on an object, and when it is done. */
import { formatTime } from '../../kernel/time.ts';
import type {
  CustomFieldValue,
  LocalizedMethodFault,
  ScheduledTaskInfo,
  ScheduledTaskSpec,
  TaskInfoState,
} from '../../vim25/generated/index.ts';
import type { DataObject, Ref } from '../../vim25/value.ts';
import type { Cell } from '../../world/cell.ts';
import { defineKind, type KindSpec } from '../../world/kind.ts';
import type { TaskFacets } from '../../world/task.ts';
import type { Author } from './author.ts';

/** How its last run went, and when the next one is. */
export interface Runs {
  readonly state: TaskInfoState;
  readonly next: number | undefined;
  readonly previous?: number | undefined;
  /** Id of the task the last run started. */
  readonly task?: string | undefined;
  /** Whether that task, or the call itself, is still under way. */
  readonly active: boolean;
  readonly error?: DataObject | undefined;
  readonly result?: unknown;
}

export interface ScheduledTaskFacets {
  /** The entity it is for, and the object its method is called on: mostly the same. */
  readonly entity: string;
  readonly target: Ref;
  readonly spec: ScheduledTaskSpec;
  readonly made: { readonly author: Author; readonly modified: number; readonly created: number };
  readonly runs: Runs;
  readonly customValues?: readonly CustomFieldValue[] | undefined;
}

const MANAGER = 'ScheduledTaskManager';

export const scheduledTaskKind: KindSpec<ScheduledTaskFacets> = defineKind<ScheduledTaskFacets>({
  type: 'ScheduledTask',
  relations: {
    entity: { facet: 'entity', to: 'ManagedEntity', of: (s) => s.entity, inverse: 'schedules' },
    manager: { facet: 'entity', to: MANAGER, of: () => MANAGER, inverse: 'schedules' },
    activeTask: { facet: 'runs', to: 'Task', of: (s) => s.runs.task, inverse: 'schedules' },
  },
  indexes: {
    scheduleName: { facets: ['spec'], keys: (s) => s.spec.name },
  },
  properties: {
    info: { reads: ['entity', 'target', 'spec', 'made', 'runs', 'activeTask.progress'], value: scheduledTaskInfo },
    value: { reads: ['customValues'], value: (s) => s.customValues ?? [] },
    availableField: { reads: [], value: () => [] },
  },
});

function scheduledTaskInfo(s: ScheduledTaskFacets, self: Cell<ScheduledTaskFacets>): ScheduledTaskInfo {
  const { spec, made, runs } = s;
  const task = runs.active ? self.one<TaskFacets>('activeTask') : undefined;
  const at = (instant: number | undefined) => (instant === undefined ? undefined : formatTime(instant));
  const entity = self.one('entity')?.ref ?? { type: 'Folder', value: s.entity };
  return {
    ...spec,
    _typeName: 'ScheduledTaskInfo',
    scheduledTask: self.ref as Ref<'ScheduledTask'>,
    entity: entity as Ref<'ManagedEntity'>,
    lastModifiedTime: formatTime(made.modified),
    lastModifiedUser: made.author.userName,
    nextRunTime: spec.enabled ? at(runs.next) : undefined,
    prevRunTime: at(runs.previous),
    state: runs.state,
    error: runs.error as unknown as LocalizedMethodFault | undefined,
    result: runs.result,
    progress: task?.state.progress.percent,
    activeTask: task?.ref as Ref<'Task'> | undefined,
    taskObject: s.target,
  };
}
