/** Long work: told of as it goes on, ended by a signal, and its tasks not left running by who gave up on them. */
import {
  type CallArguments,
  isStandstill,
  type MethodName,
  type Ref,
  type TaskMethod,
  type TaskResult,
} from '../client/index.ts';
import { isLost, passes, patience, persist, startTask } from './steady.ts';
import type { Surroundings } from './surroundings.ts';

export interface Progress {
  /** What is done now: `fetch image`, `copy disk`, `power on`. */
  readonly step: string;
  /** How much of the step is done, from 0 to 100, when that is known. */
  readonly percent?: number | undefined;
  /** Bytes that the step has moved. */
  readonly bytes?: number | undefined;
}

export interface WorkOptions {
  /** Ends the work, which then cleans up after itself and throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Starts a task and waits for its result. It is started once, whatever becomes of answers, and once more while what made
 * it fail passes by itself. When the signal ends the wait, or the task stands still for too long, it is cancelled, and waited
 * for as long as `cancelPatience` says.
 */
export function runTask<T extends string, M extends TaskMethod<T> & MethodName<T>>(
  surroundings: Surroundings,
  self: Ref<T>,
  method: M,
  params: NonNullable<CallArguments<T, M>[0]>,
  work: WorkOptions = {},
  step: string = method,
): Promise<TaskResult<T, M>> {
  const { signal, onProgress } = work;
  const attempt = async () => {
    signal?.throwIfAborted();
    onProgress?.({ step, percent: 0 });
    // Not ended by the signal: whether a call that was cut off has started a task, nobody knows.
    const task = await startTask(surroundings, self, method, params);
    try {
      return (await taskResult(surroundings, task, work, step)) as TaskResult<T, M>;
    } catch (error) {
      throw isStandstill(error) ? error.with({ method, object: self }) : error;
    }
  };
  return persist(surroundings, attempt, signal, isPassingFault);
}

async function taskResult(
  surroundings: Surroundings,
  task: Ref<'Task'>,
  { signal, onProgress }: WorkOptions,
  step: string,
): Promise<unknown> {
  const { client, options } = surroundings;
  const told = onProgress && ((percent: number) => onProgress({ step, percent }));
  const waiting = {
    signal,
    onProgress: told,
    pollInterval: options.taskPollInterval,
    stallTimeout: options.taskStallTimeout,
  };
  try {
    // Only a lost connection is reason to wait anew: what the task itself failed of is its outcome.
    return (await persist(surroundings, () => client.waitForTask(task, waiting), signal, isLost)).result;
  } catch (error) {
    if (signal?.aborted || isStandstill(error)) await giveUp(surroundings, task);
    throw error;
  }
}

function isPassingFault(error: unknown): boolean {
  return passes(error) && !isLost(error);
}

async function giveUp({ client, options }: Surroundings, task: Ref<'Task'>): Promise<void> {
  try {
    // What cannot be cancelled is waited for: whoever cleans up must not meet it half done.
    await client.call(task, 'CancelTask').catch(() => {});
    await client.waitForTask(task, { signal: patience(options, options.cancelPatience) });
  } catch {
    // It failed, as it was told to.
  }
}
