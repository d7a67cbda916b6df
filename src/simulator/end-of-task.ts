/** Waiting for a task without a client. */
import { SimError } from '../kernel/errors.ts';
import type { Site } from '../objects/site.ts';
import type { DataObject } from '../vim25/value.ts';
import type { Cell } from '../world/cell.ts';
import { VimFault } from '../world/fault.ts';
import { type TaskFacets, taskKind } from '../world/task.ts';
import { isOpen } from '../world/tasks.ts';

/** The task's result, once it has ended on the simulator's clock. Throws VimFault with what it failed of. */
export async function endOfTask(site: Site, id: string): Promise<unknown> {
  const task = site.world.as(taskKind, id);
  if (!task) throw new SimError('ERR_USAGE', `there is no task ${id}`);
  if (isOpen(task)) await ended(site, task);
  const { state, result, error } = task.state.progress;
  if (state === 'success') return result;
  const { fault, localizedMessage } = (error ?? {}) as { fault?: DataObject; localizedMessage?: string };
  const { _typeName = 'RequestCanceled', ...properties } = fault ?? {};
  throw new VimFault(_typeName, properties, localizedMessage);
}

function ended(site: Site, task: Cell<TaskFacets>): Promise<void> {
  return new Promise((resolve) => {
    const watcher = {
      wants: (_cell: Cell, property: { readonly name: string }) => property.name === 'info',
      changed: () => {
        if (!isOpen(task)) done();
      },
      gone: () => done(),
    };
    const done = () => {
      task.watchers?.delete(watcher);
      site.world.noteWatched(task as unknown as Cell);
      resolve();
    };
    task.watchers ??= new Set();
    task.watchers.add(watcher);
    site.world.noteWatched(task as unknown as Cell);
  });
}
