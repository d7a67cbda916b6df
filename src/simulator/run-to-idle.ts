/** Work that has an end: what a clock that runs to idle sees through. */
import type { Site } from '../objects/site.ts';
import { taskKind } from '../world/task.ts';
import { isOpen } from '../world/tasks.ts';

/** Whether a task is queued or running; one that stalls, or waits for somebody, is no work that anybody sees the end of. */
export function hasWork({ world }: Pick<Site, 'world'>): boolean {
  for (const task of world.every(taskKind)) {
    const { due, waits } = task.state.progress;
    if (isOpen(task) && !waits && Number.isFinite(due)) return true;
  }
  return false;
}

/** Moves the clock on until no work is left. */
export function runToIdle({ clock }: Pick<Site, 'clock'>): Promise<void> {
  return clock.runToIdle();
}
