/** Moving a manual clock until no work is left. */
import type { Site } from '../objects/site.ts';
import { taskKind } from '../world/task.ts';
import { isOpen } from '../world/tasks.ts';

/**
 * Steps from due entry to due entry until no task is queued or running, stalled ones apart. What merely waits, such as
 * the expiry of idle sessions, is not work.
 */
export async function runToIdle({ clock, world }: Site): Promise<void> {
  const busy = () => {
    for (const task of world.every(taskKind)) {
      const { due, waits } = task.state.progress;
      if (isOpen(task) && !waits && Number.isFinite(due)) return true;
    }
    return false;
  };
  await clock.settled();
  while (busy() && clock.nextDue !== undefined && Number.isFinite(clock.nextDue)) await clock.step();
}
