/** Work that was begun by a call whose answer was lost: nobody knows it but the server, and the opID leads to it. */
import type { DataObject } from '../vim25/index.ts';
import type { Ref } from '../vim25/value.ts';
import type { SteadyCaller } from './caller.ts';
import type { CallOptions } from './options.ts';
import { waitForTask } from './task.ts';
import { TIDY, tidied } from './tidy.ts';
import { isVsphereError } from './vsphere-error.ts';

/** A call that begins work, sent once however it ends. */
export interface Beginning {
  readonly self: Ref;
  readonly method: string;
  readonly params: DataObject;
}

/**
 * Makes a call that begins work, and again while the answer gets lost: each time under an opID of its own, and after what
 * the one before has begun was ended. A refusal is taken for a lost answer too: who sent it may have done the work.
 */
export async function beginOnce(caller: SteadyCaller, call: Beginning, options: CallOptions): Promise<unknown> {
  const { signal } = options;
  for (let tries = 1; ; tries += 1) {
    const since = caller.cookie;
    const opId = options.opId ?? caller.nextOpId();
    try {
      return await caller.callOnce(call.self, call.method, call.params, { ...options, opId });
    } catch (error) {
      const isLost = signal?.aborted || (isVsphereError(error) && error.faultType === undefined);
      if (isLost) await tidied(endTasks(caller, opId));
      if (!isLost && !isVsphereError(error, 'NotAuthenticated')) throw error;
      if (!(await caller.recover(error, { since, tries, signal }))) throw error;
    }
  }
}

async function endTasks(caller: SteadyCaller, opId: string): Promise<void> {
  const { taskManager } = caller.content;
  if (!taskManager) return;
  const brief = { timeout: TIDY };
  const filter = { activationId: [opId] };
  const collector = await caller.call(taskManager, 'CreateCollectorForTasks', { filter }, brief);
  const tasks = (await caller.call(collector, 'ReadNextTasks', { maxCount: 10 }, brief)) ?? [];
  await tidied(caller.call(collector, 'DestroyCollector', {}, brief));
  // A server that knows no such filter gives tasks of others too.
  const ours = tasks.filter(({ activationId, state }) => activationId === opId && isUnderWay(state));
  await Promise.all(ours.map(({ task }) => ended(caller, task as Ref<'Task'>)));
}

async function ended(caller: SteadyCaller, task: Ref<'Task'>): Promise<void> {
  await tidied(caller.call(task, 'CancelTask', {}, { timeout: TIDY }));
  await tidied(waitForTask(caller, task, { timeout: TIDY }));
}

function isUnderWay(state: string): boolean {
  return state === 'queued' || state === 'running';
}
