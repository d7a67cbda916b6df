/** Work that a host was doing when it went away ends with that. */
import type { Cell } from '../../../world/cell.ts';
import { VimFault } from '../../../world/fault.ts';
import type { TaskFacets } from '../../../world/task.ts';
import { isOpen, type Step } from '../../../world/tasks.ts';
import { migrationTasks } from '../../machine/move/migration.ts';
import type { Site } from '../../site.ts';
import type { Host } from '../host/host.ts';

/**
 * Fails the open tasks of a host, of its machines and of those on their way to it, inside a turn; `except` is the task
 * that has the host go.
 */
export function failTasks(site: Site, host: Cell<Host>, fault: string, except?: Cell<TaskFacets>): void {
  const self = host as unknown as Cell;
  const own = [self, ...host.back('vm')].flatMap((entity) => [...entity.back<TaskFacets>('task')]);
  for (const task of new Set([...own, ...migrationTasks(self)])) {
    if (isOpen(task) && task !== except) fail(site, task, new VimFault(fault));
  }
}

function fail(site: Site, task: Cell<TaskFacets>, fault: VimFault): void {
  const { request, progress } = task.state;
  const verb = site.tasks.verb(request.verb);
  const step: Step<Site, object> = { site, task, request, args: request.args, state: progress.stepState };
  site.tasks.conclude(task, { state: 'error', error: fault.localized() });
  verb.failed?.(step as Step<Site, never>, fault);
}
