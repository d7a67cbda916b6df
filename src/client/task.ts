/** Waiting for tasks. */
import { DecodeError } from '../soap/index.ts';
import { type TaskInfo, vim25 } from '../vim25/index.ts';
import type { Ref } from '../vim25/value.ts';
import type { Caller, SteadyCaller } from './caller.ts';
import { sleep } from './clock.ts';
import type { CallOptions } from './options.ts';
import { filterOf, readProperties } from './property-reads.ts';
import { Stillness } from './stillness.ts';
import { VsphereError } from './vsphere-error.ts';
import { watch } from './watch.ts';

export interface TaskOptions extends CallOptions {
  /** Called with each percentage the server tells. */
  readonly onProgress?: ((percent: number) => void) | undefined;
  /** Pause between looks where the server has no updates to wait for, in milliseconds. Default 500. */
  readonly pollInterval?: number | undefined;
  /**
   * Longest time in which the task may tell nothing new, no other state and no other percentage, in milliseconds. Then the
   * wait is over; the task is not cancelled. Default: no limit.
   */
  readonly stallTimeout?: number | undefined;
}

/** As the wait goes on. */
interface Waiting extends TaskOptions {
  readonly stillness?: Stillness | undefined;
}

/** Parts of TaskInfo that every server knows. Read by path: an entity that is none then spoils no other. */
const INFO: readonly string[] = vim25
  .data('TaskInfo')!
  .properties.filter((property) => property.version <= vim25.versionIndex('5.5'))
  .map((property) => `info.${property.name}`);

/**
 * Waits until the task has ended and gives its info, the result opened. Throws the task's fault when it failed, and an error
 * with `timedOut` when it stood still for `stallTimeout`.
 */
export async function waitForTask(
  caller: SteadyCaller,
  task: Ref<'Task'>,
  options: TaskOptions = {},
): Promise<TaskInfo> {
  const last = await lastOf(caller, task, options);
  if (last.state === 'success') return last;
  const { fault, localizedMessage } = last.error ?? {};
  throw new VsphereError('ERR_CLIENT', localizedMessage || (last.cancelled ? 'the task was cancelled' : 'it failed'), {
    fault: fault && { ...fault },
    faultType: fault?._typeName,
    method: last.name ?? last.descriptionId,
    object: last.entity ?? task,
    opId: last.activationId,
  });
}

async function lastOf(caller: SteadyCaller, task: Ref<'Task'>, options: TaskOptions): Promise<TaskInfo> {
  const { stallTimeout, signal } = options;
  const stillness = stallTimeout === undefined ? undefined : new Stillness(caller.clock, stallTimeout, task, signal);
  const waiting: Waiting = stillness ? { ...options, stillness, signal: stillness.signal } : options;
  try {
    const first = await look(caller, task, waiting);
    return ended(first) ? first : await follow(caller, task, waiting);
  } finally {
    stillness?.over();
  }
}

async function follow(caller: SteadyCaller, task: Ref<'Task'>, options: Waiting): Promise<TaskInfo> {
  const { signal, timeout, onProgress, stillness } = options;
  try {
    for await (const set of watch(caller, [filterOf(task, ['info.state', 'info.progress'])], { signal, timeout })) {
      const changes = (set.filterSet ?? []).flatMap((f) => (f.objectSet ?? []).flatMap((o) => o.changeSet ?? []));
      for (const { name, val } of changes) {
        stillness?.note(name, val);
        if (name === 'info.progress' && typeof val === 'number') onProgress?.(val);
      }
      if (changes.some(({ name, val }) => name === 'info.state' && (val === 'success' || val === 'error'))) {
        return await look(caller, task, { signal, timeout });
      }
    }
  } catch (error) {
    // A collector dies with its session, and the task does not; a server may also offer no updates at all.
    if (!(error instanceof VsphereError) || error.code !== 'ERR_CLIENT') throw error;
  }
  return poll(caller, task, options);
}

async function poll(caller: Caller, task: Ref<'Task'>, options: Waiting): Promise<TaskInfo> {
  for (;;) {
    const info = await look(caller, task, options);
    if (ended(info)) return info;
    await sleep(caller.clock, options.pollInterval ?? 500, options.signal);
  }
}

async function look(caller: Caller, task: Ref<'Task'>, options: Waiting): Promise<TaskInfo> {
  const read = await readInfo(caller, task, options);
  for (const path of ['info.state', 'info.progress']) options.stillness?.note(path, read[path]);
  const info = Object.fromEntries(Object.entries(read).map(([path, value]) => [path.slice('info.'.length), value]));
  const { progress } = info as unknown as TaskInfo;
  if (progress !== undefined) options.onProgress?.(progress);
  return info as unknown as TaskInfo;
}

/** A server may be newer than the API we know: where some part cannot be read, the others are, one by one. */
async function readInfo(caller: Caller, task: Ref, options: TaskOptions): Promise<Record<string, unknown>> {
  try {
    return await readProperties(caller, task, INFO, options);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
  }
  const parts: Record<string, unknown> = {};
  for (const path of INFO) {
    try {
      Object.assign(parts, await readProperties(caller, task, [path], options));
    } catch (error) {
      if (path === 'info.state' || !isUnreadable(error)) throw error;
    }
  }
  return parts;
}

function isUnreadable(error: unknown): boolean {
  return error instanceof VsphereError && error.cause instanceof DecodeError;
}

function ended({ state }: TaskInfo): boolean {
  return state === 'success' || state === 'error';
}
