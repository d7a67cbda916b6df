/**
 * Long work as data. A task is a verb, its arguments, the step it is at and that step's plain state; nothing of it lives
 * in a closure, so images and dumps hold running tasks.
 */
import { formatTime } from '../kernel/time.ts';
import type { DataObject, Ref } from '../vim25/value.ts';
import { defineKind, type KindSpec } from './kind.ts';

export type TaskState = 'queued' | 'running' | 'success' | 'error';

/** Who asked for what; fixed when the task is made. */
export interface TaskRequest {
  /** Number in the task's history: `key` is `task-N`. */
  readonly number: number;
  /** Name of the verb that does the work. */
  readonly verb: string;
  /** `VirtualMachine.powerOn`: key into TaskManager.description. */
  readonly descriptionId: string;
  /** The API method behind it, as TaskInfo.name has it; absent for internal work. */
  readonly name: string | undefined;
  /** The entity it works on; TaskInfo.entity. Absent when it works on no ManagedEntity. */
  readonly entity: Ref | undefined;
  readonly entityName: string | undefined;
  /** The object the method was called on. */
  readonly target: Ref;
  readonly args: Readonly<Record<string, unknown>>;
  readonly reason: DataObject;
  readonly user: string;
  readonly opId: string;
  readonly queueTime: number;
  /** Key of the event that told of the task, and chain of all that its work causes. */
  readonly eventChainId: number;
  readonly parentKey: string | undefined;
  readonly cancelable: boolean;
  /** Whether it keeps other such tasks off its entity while it runs. */
  readonly exclusive: boolean;
}

export interface TaskProgress {
  readonly state: TaskState;
  readonly step: string;
  readonly stepState: unknown;
  /** When the step is due. */
  readonly due: number;
  readonly startTime: number | undefined;
  readonly completeTime: number | undefined;
  /** It waits for somebody else, maybe for ever: no work that anybody waits for in turn. */
  readonly waits?: boolean | undefined;
  /** 0 to 100 while running. */
  readonly percent: number | undefined;
  readonly cancelled: boolean;
  readonly result: unknown;
  /** A LocalizedMethodFault. */
  readonly error: DataObject | undefined;
}

/** What a fault rule has in store for a task. It stands with the task, so that images hold it like the task itself. */
export interface TaskTrouble {
  /** Id of the rule. */
  readonly rule: string;
  readonly action: 'fail' | 'cancel' | 'stall' | 'slow';
  /** Where in the work: a step's name, or a percentage of the way. */
  readonly at: { readonly step: string } | { readonly percent: number };
  /** `stall` and `slow`: milliseconds of the clock; Infinity for ever. */
  readonly duration: number;
  /** The fault it is to fail with, as its rule has it. */
  readonly fail:
    | { readonly fault: string; readonly properties: DataObject; readonly message: string | undefined }
    | undefined;
}

export interface TaskFacets {
  readonly request: TaskRequest;
  readonly progress: TaskProgress;
  readonly description: DataObject | undefined;
  /** Ids of entities beside its own that it keeps other work off. */
  readonly holds?: readonly string[] | undefined;
  /** What is still to befall it. */
  readonly trouble?: readonly TaskTrouble[] | undefined;
}

/** The task manager's id on a vCenter and on an ESXi host; a simulator has one of them. */
const MANAGERS = ['TaskManager', 'ha-taskmgr'] as const;

export const taskKind: KindSpec<TaskFacets> = defineKind<TaskFacets>({
  type: 'Task',
  prefix: 'task',
  relations: {
    entity: { facet: 'request', to: 'ManagedEntity', of: (s) => s.request.entity?.value, inverse: 'task' },
    holds: { facet: 'holds', to: 'ManagedEntity', of: (s) => s.holds, inverse: 'heldBy' },
    manager: { facet: 'request', to: 'TaskManager', of: () => MANAGERS, inverse: 'tasks' },
  },
  properties: {
    info: { reads: ['request', 'progress', 'description'], value: (s, self) => taskInfo(s, self.id) },
  },
});

export function taskInfo({ request, progress, description }: TaskFacets, id: string): DataObject {
  const at = (instant: number | undefined) => (instant === undefined ? undefined : formatTime(instant));
  return {
    _typeName: 'TaskInfo',
    key: id,
    task: { type: 'Task', value: id },
    description,
    name: request.name,
    descriptionId: request.descriptionId,
    entity: request.entity,
    entityName: request.entityName,
    state: progress.state,
    cancelled: progress.cancelled,
    cancelable: request.cancelable && progress.completeTime === undefined,
    error: progress.error,
    result: progress.result,
    progress: progress.state === 'running' ? progress.percent : undefined,
    reason: request.reason,
    queueTime: at(request.queueTime),
    startTime: at(progress.startTime),
    completeTime: at(progress.completeTime),
    eventChainId: request.eventChainId,
    parentTaskKey: request.parentKey,
    activationId: request.opId === '' ? undefined : request.opId,
  };
}
